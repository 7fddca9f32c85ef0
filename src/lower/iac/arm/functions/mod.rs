//! The functions of the template language, over values that are known in whole, in part or not at all.
//!
//! A function that is not known here answers nothing, and the value is then unknown and names it.

mod collections;
pub(super) mod lambda;
pub(super) mod resources;
mod texts;

pub(super) use texts::place;

use crate::model::{Kind, Value};
use crate::parse::arm::syntax::Operator;
use crate::source::Span;

use super::engine::{Context, Engine};
use super::eval::equality;
use super::values::unknown_from;

/// What a function makes of its arguments; nothing when it is not known here.
pub(super) fn call<'a>(
    engine: &Engine<'a>,
    context: Context<'_, 'a>,
    name: &str,
    args: &[Value],
    span: Span,
) -> Option<Value> {
    texts::call(engine, name, args, span)
        .or_else(|| collections::call(engine, name, args, span))
        .or_else(|| resources::call(engine, context, name, args, span))
        .or_else(|| arithmetic(name, args, span))
}

fn arithmetic(name: &str, args: &[Value], span: Span) -> Option<Value> {
    let operator = match name {
        "add" => Operator::Add,
        "sub" => Operator::Subtract,
        "mul" => Operator::Multiply,
        "div" => Operator::Divide,
        "mod" => Operator::Modulo,
        "equals" => Operator::Equal,
        "less" => Operator::Less,
        "lessorequals" => Operator::LessOrEqual,
        "greater" => Operator::Greater,
        "greaterorequals" => Operator::GreaterOrEqual,
        "not" => {
            let value = args.first()?;
            return Some(match value.as_bool() {
                Some(truth) => Value::bool(!truth, span),
                None => unknown_from("!", [value].into_iter(), span),
            });
        }
        "true" => return Some(Value::bool(true, span)),
        "false" => return Some(Value::bool(false, span)),
        "null" => return Some(Value::new(Kind::Null, span)),
        "any" | "nothrow" => return args.first().cloned(),
        "min" | "max" => return Some(extreme(name, args, span)),
        _ => return None,
    };
    let [left, right] = args else { return None };
    Some(operate(operator, left, right, span))
}

fn extreme(name: &str, args: &[Value], span: Span) -> Value {
    let items: Vec<&Value> =
        args.iter().flat_map(|arg| arg.as_list().map_or(vec![arg], |list| list.items.iter().collect())).collect();
    let numbers: Option<Vec<f64>> = items.iter().map(|item| item.as_number()).collect();
    let pick = if name == "min" { f64::min } else { f64::max };
    match numbers.and_then(|numbers| numbers.into_iter().reduce(pick)) {
        Some(number) => Value::number(number, span),
        None => unknown_from(name, args.iter(), span),
    }
}

/// What an operator makes of two values.
pub(super) fn operate(operator: Operator, left: &Value, right: &Value, span: Span) -> Value {
    let alike = |truth: bool| Value::bool(truth, span);
    let folded = left.as_str().zip(right.as_str()).map(|(left, right)| left.to_lowercase() == right.to_lowercase());
    let numbers = match (&left.kind, &right.kind) {
        (Kind::Number(left), Kind::Number(right)) => Some((*left, *right)),
        _ => None,
    };
    let compared = numbers
        .map(|(left, right)| left.total_cmp(&right))
        .or_else(|| left.as_str().zip(right.as_str()).map(|(left, right)| left.cmp(right)));
    let known = match operator {
        Operator::Equal => return equality(left, right, true, span),
        Operator::NotEqual => return equality(left, right, false, span),
        Operator::Alike => folded.map(alike),
        Operator::NotAlike => folded.map(|truth| alike(!truth)),
        Operator::Less => compared.map(|order| alike(order.is_lt())),
        Operator::LessOrEqual => compared.map(|order| alike(order.is_le())),
        Operator::Greater => compared.map(|order| alike(order.is_gt())),
        Operator::GreaterOrEqual => compared.map(|order| alike(order.is_ge())),
        Operator::And => match (left.as_bool(), right.as_bool()) {
            (Some(false), _) | (_, Some(false)) => Some(alike(false)),
            (Some(true), Some(true)) => Some(alike(true)),
            _ => None,
        },
        Operator::Or => match (left.as_bool(), right.as_bool()) {
            (Some(true), _) | (_, Some(true)) => Some(alike(true)),
            (Some(false), Some(false)) => Some(alike(false)),
            _ => None,
        },
        Operator::Coalesce => Some(if left.is_null() { right.clone() } else { left.clone() }),
        _ => numbers.and_then(|(left, right)| calculated(operator, left, right)).map(|it| Value::number(it, span)),
    };
    known.unwrap_or_else(|| unknown_from(sign(operator), [left, right].into_iter(), span))
}

/// Numbers of the language are whole.
fn calculated(operator: Operator, left: f64, right: f64) -> Option<f64> {
    let result = match operator {
        Operator::Add => left + right,
        Operator::Subtract => left - right,
        Operator::Multiply => left * right,
        Operator::Divide => (left / right).trunc(),
        Operator::Modulo => left % right,
        _ => return None,
    };
    result.is_finite().then_some(result)
}

fn sign(operator: Operator) -> &'static str {
    match operator {
        Operator::Add => "+",
        Operator::Subtract => "-",
        Operator::Multiply => "*",
        Operator::Divide => "/",
        Operator::Modulo => "%",
        Operator::And => "&&",
        Operator::Or => "||",
        _ => "a comparison",
    }
}
