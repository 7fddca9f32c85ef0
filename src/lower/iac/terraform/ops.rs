//! Operators, with Kleene's logic for what is unknown.

use std::cmp::Ordering;

use crate::model::{Form, Kind, Unknown, Value};
use crate::parse::hcl::{BinaryOp, UnaryOp};
use crate::source::Span;

use super::numbers;
use super::types::{numeric, truth};
use super::values::{
    MOST_LEVELS, find_unknown, is_mistake, mistake, scalar_text, sorted_entries, unevaluated, unknown_from,
};

/// `!a`, `-a`.
pub(super) fn unary(op: UnaryOp, operand: &Value, span: Span) -> Value {
    match op {
        UnaryOp::Not => truth(operand).map(|truth| Value::bool(!truth, span)),
        UnaryOp::Negate => numeric(operand).map(|number| Value::number(-number, span)),
    }
    .unwrap_or_else(|| not_known(&[operand], span))
}

/// `a + b`.
pub(super) fn binary(op: BinaryOp, left: &Value, right: &Value, span: Span) -> Value {
    let decided = match op {
        BinaryOp::And | BinaryOp::Or => logic(op == BinaryOp::Or, left, right),
        BinaryOp::Equal => return equality(left, right, false, span),
        BinaryOp::NotEqual => return equality(left, right, true, span),
        _ => return arithmetic(op, left, right, span),
    };
    decided.map_or_else(|| not_known(&[left, right], span), |truth| Value::bool(truth, span))
}

fn equality(left: &Value, right: &Value, negated: bool, span: Span) -> Value {
    if let Some(mistaken) = [left, right].into_iter().find(|value| is_mistake(value)) {
        return mistaken.clone();
    }
    match equal(left, right) {
        Some(same) => Value::bool(same != negated, span),
        // Two that are known may be of types that do not show.
        None if [left, right].iter().all(|value| find_unknown(value, MOST_LEVELS).is_none()) => {
            unevaluated("a comparison of types", span)
        }
        None => not_known(&[left, right], span),
    }
}

/// And, or: one side that settles it is enough, where the other may be true or false.
fn logic(settling: bool, left: &Value, right: &Value) -> Option<bool> {
    let (a, b) = (truth(left), truth(right));
    let may_be = |truth: Option<bool>, value: &Value| {
        truth.is_some() || value.as_unknown().is_some_and(|unknown| !super::values::fails(unknown))
    };
    if !may_be(a, left) || !may_be(b, right) {
        return None;
    }
    match (a, b) {
        (Some(truth), _) | (_, Some(truth)) if truth == settling => Some(settling),
        (Some(_), Some(_)) => Some(!settling),
        _ => None,
    }
}

fn arithmetic(op: BinaryOp, left: &Value, right: &Value, span: Span) -> Value {
    let (Some(a), Some(b)) = (numeric(left), numeric(right)) else {
        return not_known(&[left, right], span);
    };
    let ordered = |wanted: fn(Ordering) -> bool| numbers::compare(a, b).map(|order| Value::bool(wanted(order), span));
    let made = match op {
        BinaryOp::Less => ordered(Ordering::is_lt),
        BinaryOp::LessOrEqual => ordered(Ordering::is_le),
        BinaryOp::Greater => ordered(Ordering::is_gt),
        BinaryOp::GreaterOrEqual => ordered(Ordering::is_ge),
        BinaryOp::Add => numbers::add(a, b).map(|number| Value::number(number, span)),
        BinaryOp::Subtract => numbers::add(a, -b).map(|number| Value::number(number, span)),
        BinaryOp::Multiply => numbers::multiply(a, b).map(|number| Value::number(number, span)),
        // Terraform calls the result infinite, which then fails in nearly every use.
        BinaryOp::Divide if b == 0.0 => return unevaluated("division by zero", span),
        BinaryOp::Divide => numbers::divide(a, b).map(|number| Value::number(number, span)),
        _ => numbers::modulo(a, b).map(|number| Value::number(number, span)),
    };
    made.unwrap_or_else(|| unevaluated("a number of many digits", span))
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
    if let Some(same) = by_form(left, right) {
        return same;
    }
    match (&left.kind, &right.kind) {
        (Kind::Unknown(unknown), _) => differs(unknown, right).then_some(false),
        (_, Kind::Unknown(unknown)) => differs(unknown, left).then_some(false),
        (Kind::Null, Kind::Null) => Some(true),
        (Kind::Bool(a), Kind::Bool(b)) => Some(a == b),
        (Kind::Number(a), Kind::Number(b)) => numbers::compare(*a, *b).map(Ordering::is_eq),
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

/// What two collections' forms decide: a list is never the same as a set or a tuple, whatever is in them.
fn by_form(left: &Value, right: &Value) -> Option<Option<bool>> {
    let (a, b) = (left.form(), right.form());
    let is_text = |form| matches!(form, Some(Form::Json | Form::Yaml));
    if is_text(a) || is_text(b) {
        return match (scalar_text(left), scalar_text(right)) {
            (Some(left), Some(right)) => Some(Some(left == right)),
            _ => Some(None),
        };
    }
    let is_empty = match (&left.kind, &right.kind) {
        (Kind::List(a), Kind::List(b)) => a.items.is_empty() && b.items.is_empty(),
        (Kind::Map(a), Kind::Map(b)) => a.entries.is_empty() && b.entries.is_empty(),
        _ => return None,
    };
    if a == Some(Form::Provider) || b == Some(Form::Provider) {
        // What is in them may still tell them apart.
        return is_empty.then_some(None);
    }
    if a != b {
        return Some(Some(false));
    }
    // What would be in them is of a type all the same.
    (is_empty && a.is_some()).then_some(None)
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
