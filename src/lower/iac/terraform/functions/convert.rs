//! Functions that convert, and those that pass their argument on.

use crate::model::{Kind, Value};
use crate::source::Span;

use super::super::values::{is_mistake, scalar_text, unknown_from};
use super::{Args, answer, no_answer};

/// What the function makes of its arguments; nothing when it is not of these.
pub(super) fn call(name: &str, args: Args<'_>, span: Span) -> Option<Value> {
    let first = args.first();
    let made = match name {
        "tostring" => first.and_then(|value| match &value.kind {
            Kind::Null => Some(Kind::Null),
            // Text that is known in part is text.
            Kind::Unknown(unknown) if !unknown.pieces.is_empty() => Some(value.kind.clone()),
            _ => scalar_text(value).map(|text| Kind::String(text.into())),
        }),
        "tonumber" => first.and_then(|value| match &value.kind {
            Kind::Null => Some(Kind::Null),
            _ => value.as_number().map(Kind::Number),
        }),
        "tobool" => first.and_then(|value| match &value.kind {
            Kind::Null => Some(Kind::Null),
            _ => value.as_bool().map(Kind::Bool),
        }),
        "sensitive" | "nonsensitive" | "ephemeralasnull" | "pathexpand" | "abspath" => {
            return Some(first.map_or_else(|| no_answer(name, args, span), |value| (**value).clone().used_at(span)));
        }
        "issensitive" => return Some(no_answer(name, args, span)),
        "coalesce" => return Some(coalesce(args, span)),
        _ => return None,
    };
    Some(answer(name, made, args, span))
}

/// The first argument that is neither null nor empty text.
fn coalesce(args: Args<'_>, span: Span) -> Value {
    for (index, arg) in args.iter().enumerate() {
        match &arg.kind {
            Kind::Null => {}
            Kind::String(text) if text.is_empty() => {}
            Kind::Unknown(unknown) if is_mistake(arg) || unknown.may_be_absent() => {
                return unknown_from(args[index..].iter().map(|arg| &**arg), span);
            }
            _ => return (**arg).clone().used_at(span),
        }
    }
    no_answer("coalesce", args, span)
}
