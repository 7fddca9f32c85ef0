//! Operators, with Kleene's logic for what is unknown.

use crate::model::{Kind, Unknown, Value};
use crate::parse::hcl::{BinaryOp, UnaryOp};
use crate::source::Span;

use super::values::{MOST_LEVELS, mistake, sorted_entries, unknown_from};

/// `!a`, `-a`.
pub(super) fn unary(op: UnaryOp, operand: &Value, span: Span) -> Value {
    match op {
        UnaryOp::Not => operand.as_bool().map(|truth| Value::bool(!truth, span)),
        UnaryOp::Negate => operand.as_number().map(|number| Value::number(-number, span)),
    }
    .unwrap_or_else(|| not_known(&[operand], span))
}

/// `a + b`.
pub(super) fn binary(op: BinaryOp, left: &Value, right: &Value, span: Span) -> Value {
    let decided = match op {
        BinaryOp::And | BinaryOp::Or => logic(op == BinaryOp::Or, left, right),
        BinaryOp::Equal => equal(left, right),
        BinaryOp::NotEqual => equal(left, right).map(|same| !same),
        _ => return arithmetic(op, left, right, span),
    };
    decided.map_or_else(|| not_known(&[left, right], span), |truth| Value::bool(truth, span))
}

/// And, or: one side that settles it is enough.
fn logic(settling: bool, left: &Value, right: &Value) -> Option<bool> {
    match (left.as_bool(), right.as_bool()) {
        (Some(truth), _) | (_, Some(truth)) if truth == settling => Some(settling),
        (Some(_), Some(_)) => Some(!settling),
        _ => None,
    }
}

fn arithmetic(op: BinaryOp, left: &Value, right: &Value, span: Span) -> Value {
    let (Some(a), Some(b)) = (left.as_number(), right.as_number()) else {
        return not_known(&[left, right], span);
    };
    let number = match op {
        BinaryOp::Less => return Value::bool(a < b, span),
        BinaryOp::LessOrEqual => return Value::bool(a <= b, span),
        BinaryOp::Greater => return Value::bool(a > b, span),
        BinaryOp::GreaterOrEqual => return Value::bool(a >= b, span),
        BinaryOp::Add => a + b,
        BinaryOp::Subtract => a - b,
        BinaryOp::Multiply => a * b,
        BinaryOp::Divide => a / b,
        _ => a % b,
    };
    if number.is_finite() { Value::number(number, span) } else { mistake("division by zero", span) }
}

/// What an operation answers that does not know its operands, or cannot take them.
fn not_known(operands: &[&Value], span: Span) -> Value {
    let unknown = operands.iter().any(|operand| super::values::find_unknown(operand, MOST_LEVELS).is_some());
    if unknown { unknown_from(operands.iter().copied(), span) } else { mistake("operand", span) }
}

/// Whether two values are the same, when that can be told.
pub(super) fn equal(left: &Value, right: &Value) -> Option<bool> {
    equal_within(left, right, MOST_LEVELS)
}

fn equal_within(left: &Value, right: &Value, levels: u32) -> Option<bool> {
    let levels = levels.checked_sub(1)?;
    match (&left.kind, &right.kind) {
        (Kind::Unknown(unknown), _) => differs(unknown, right).then_some(false),
        (_, Kind::Unknown(unknown)) => differs(unknown, left).then_some(false),
        (Kind::Null, Kind::Null) => Some(true),
        (Kind::Bool(a), Kind::Bool(b)) => Some(a == b),
        #[allow(clippy::float_cmp)]
        (Kind::Number(a), Kind::Number(b)) => Some(a == b),
        (Kind::String(a), Kind::String(b)) => Some(a == b),
        (Kind::List(a), Kind::List(b)) => {
            let open = a.open.is_some() || b.open.is_some();
            if !open && a.items.len() != b.items.len() {
                return Some(false);
            }
            let same = all(a.items.iter().zip(&b.items).map(|(a, b)| equal_within(a, b, levels)));
            if open { None } else { same }
        }
        (Kind::Map(a), Kind::Map(b)) => {
            let open = a.open.is_some() || b.open.is_some();
            let (left, right) = (sorted_entries(a), sorted_entries(b));
            let same_keys = left.len() == right.len() && left.iter().zip(&right).all(|(a, b)| a.key == b.key);
            if open {
                return None;
            }
            if !same_keys {
                return Some(false);
            }
            all(left.iter().zip(&right).map(|(a, b)| equal_within(&a.value, &b.value, levels)))
        }
        _ => Some(false),
    }
}

/// Kleene's and.
fn all(parts: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut result = Some(true);
    for part in parts {
        match part {
            Some(false) => return Some(false),
            None => result = None,
            Some(true) => {}
        }
    }
    result
}

/// Whether an unknown surely is not the value, from what is known of it.
fn differs(unknown: &Unknown, value: &Value) -> bool {
    match &value.kind {
        Kind::Null => !unknown.may_be_absent(),
        Kind::String(text) => {
            let (prefix, suffix) = (unknown.prefix(), unknown.suffix());
            !text.starts_with(prefix) || !text.ends_with(suffix) || text.len() < prefix.len().max(suffix.len())
        }
        _ => false,
    }
}
