//! Functions that convert, and those that pass their argument on.

use crate::model::{Kind, Value};
use crate::source::Span;

use super::super::types::{Type, convert, type_of, unify};
use super::super::values::{is_mistake, made_from, unevaluated, unknown_from};
use super::{Args, no_answer};

/// What the function makes of its arguments; nothing when it is not of these.
pub(super) fn call(name: &str, args: Args<'_>, span: Span) -> Option<Value> {
    let to = match name {
        "tostring" => Type::String,
        "tonumber" => Type::Number,
        "tobool" => Type::Bool,
        "sensitive" | "nonsensitive" | "ephemeralasnull" => {
            return Some(
                args.first().map_or_else(|| no_answer(name, args, span), |value| (**value).clone().used_at(span)),
            );
        }
        "pathexpand" => {
            let path = args.first().filter(|path| path.as_str().is_some_and(|path| !path.starts_with('~')));
            return Some(path.map_or_else(|| unevaluated(name, span), |path| (**path).clone().used_at(span)));
        }
        // Where a module lies, what the time is, and what is drawn by lot is not ours to tell.
        "abspath" | "issensitive" | "timestamp" | "plantimestamp" | "uuid" | "bcrypt" => {
            return Some(made_from(unevaluated(name, span), args.iter().map(|arg| &**arg)));
        }
        "coalesce" => return Some(coalesce(args, span)),
        _ => return None,
    };
    let made = args.first().and_then(|value| convert((**value).clone(), &to));
    Some(made.map_or_else(
        || no_answer(name, args, span),
        |made| made_from(made.used_at(span), args.iter().map(|arg| &**arg)),
    ))
}

/// The first argument that is neither null nor empty text, in the type that all of them have in common.
fn coalesce(args: Args<'_>, span: Span) -> Value {
    let common = args.iter().try_fold(Type::Any, |all, arg| unify(&all, &type_of(arg)));
    let Some(common) = common else { return no_answer("coalesce", args, span) };
    for (index, arg) in args.iter().enumerate() {
        match &arg.kind {
            Kind::Null => {}
            Kind::String(text) if text.is_empty() => {}
            Kind::Unknown(unknown) if is_mistake(arg) || unknown.may_be_absent() => {
                return unknown_from(args[index..].iter().map(|arg| &**arg), span);
            }
            _ => {
                let made = convert((**arg).clone(), &common);
                return made.map_or_else(|| no_answer("coalesce", args, span), |made| made.used_at(span));
            }
        }
    }
    no_answer("coalesce", args, span)
}
