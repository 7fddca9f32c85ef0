//! Terraform's functions over values that are known in whole, in part or not at all.
//!
//! A function that does not know its arguments answers an unknown with their reason and links. One that is not
//! evaluated here answers an unknown that names it.

pub(super) mod collections;
mod convert;
pub(super) mod encoding;
mod files;
mod networks;
mod numbers;
mod replace;
mod sets;
mod strings;

use std::borrow::Cow;
use std::rc::Rc;

use crate::model::{Kind, Reason, Value};
use crate::parse::hcl::{Call, Expr, ExprKind};
use crate::source::Span;

use super::engine::{Engine, LARGEST_VALUE};
use super::eval::Context;
use super::values::{
    MOST_LEVELS, find_unknown, limit, made_from, mistake, scalar_text, size, unevaluated, unknown_from, unknown_of,
};

/// A map that `merge` lays over those before it.
enum Layer {
    /// This one.
    One(Rc<Value>),
    /// One of two maps, as something unknown decides.
    Either(Value, Rc<Value>, Rc<Value>),
}

/// The arguments of a call.
type Args<'v> = &'v [Rc<Value>];

impl<'a> Engine<'a> {
    /// The value of a function call.
    pub fn call(&self, context: Context<'_, 'a>, call: &Call, span: Span) -> Value {
        let name = call.name.strip_prefix("core::").unwrap_or(&call.name);
        match name {
            "try" => return self.first_success(context, &call.args, span),
            "can" => return self.succeeds(context, &call.args, span),
            _ => {}
        }
        if name == "merge" && !call.expand {
            let layers: Vec<Layer> = call.args.iter().map(|arg| self.layer(context, arg)).collect();
            return self.sized(collections::merge(&layers, span), span);
        }
        if let Some(value) = self.file_function(context, name, &call.args, span) {
            return value;
        }
        let args = self.arguments(context, call);
        let value = self.computed(name, &args, span).unwrap_or_else(|| {
            let unknown = unknown_from(args.iter().map(|arg| &**arg), span);
            made_from(unevaluated(name, span), [&unknown])
        });
        self.sized(value, span)
    }

    /// A value that was made, unless it is too large.
    fn sized(&self, value: Value, span: Span) -> Value {
        match size(&value, LARGEST_VALUE, MOST_LEVELS) {
            Some(size) if size < LARGEST_VALUE && self.spend(size) => value,
            _ => limit(span),
        }
    }

    /// An argument of `merge`: of an unknown choice between two maps, both.
    fn layer(&self, context: Context<'_, 'a>, arg: &Expr) -> Layer {
        let ExprKind::Conditional(branches) = &arg.kind else { return Layer::One(self.eval_shared(context, arg)) };
        let test = self.eval(context, &branches[0]);
        match (test.as_bool(), unknown_of(&test)) {
            (Some(true), _) => Layer::One(self.eval_shared(context, &branches[1])),
            (Some(false), _) => Layer::One(self.eval_shared(context, &branches[2])),
            (None, None) => Layer::One(Rc::new(mistake("condition", arg.span))),
            (None, Some(_)) => {
                let (yes, no) = (self.eval_shared(context, &branches[1]), self.eval_shared(context, &branches[2]));
                if yes.as_map().is_some() && no.as_map().is_some() {
                    Layer::Either(test, yes, no)
                } else {
                    Layer::One(Rc::new(made_from(unknown_from([&test], arg.span), [&*yes, &*no])))
                }
            }
        }
    }

    /// What a function makes of its arguments; nothing when it is not known here.
    fn computed(&self, name: &str, args: Args<'_>, span: Span) -> Option<Value> {
        strings::call(name, args, span)
            .or_else(|| collections::call(name, args, span))
            .or_else(|| sets::call(name, args, span))
            .or_else(|| numbers::call(name, args, span))
            .or_else(|| networks::call(name, args, span))
            .or_else(|| convert::call(name, args, span))
            .or_else(|| self.encoding(name, args, span))
    }

    fn arguments(&self, context: Context<'_, 'a>, call: &Call) -> Vec<Rc<Value>> {
        let mut args: Vec<_> = call.args.iter().map(|arg| self.eval_shared(context, arg)).collect();
        if call.expand
            && let Some(last) = args.pop()
        {
            if let Kind::List(list) = &last.kind {
                args.extend(list.items.iter().map(|item| Rc::new(item.clone())));
            }
            if unknown_of(&last).is_some() {
                args.push(Rc::new(unknown_from([&*last], last.span)));
            }
        }
        args
    }

    /// The first argument that evaluates without a mistake.
    fn first_success(&self, context: Context<'_, 'a>, args: &[Expr], span: Span) -> Value {
        let mut last = mistake("try", span);
        for arg in args {
            last = self.eval(context, arg);
            if !has_mistake(&last, MOST_LEVELS) {
                break;
            }
        }
        last
    }

    fn succeeds(&self, context: Context<'_, 'a>, args: &[Expr], span: Span) -> Value {
        let value = self.first_success(context, args, span);
        if has_mistake(&value, MOST_LEVELS) {
            Value::bool(false, span)
        } else if find_unknown(&value, MOST_LEVELS).is_none() {
            Value::bool(true, span)
        } else {
            unknown_from([&value], span)
        }
    }
}

/// Whether evaluation of a value, or of a part of it, failed.
fn has_mistake(value: &Value, levels: u32) -> bool {
    if unknown_of(value).is_some_and(|unknown| matches!(unknown.reason, Reason::Undeclared(_))) {
        return true;
    }
    let Some(levels) = levels.checked_sub(1) else { return false };
    match &value.kind {
        Kind::List(list) => list.items.iter().any(|item| has_mistake(item, levels)),
        Kind::Map(map) => map.entries.iter().any(|entry| has_mistake(&entry.value, levels)),
        _ => false,
    }
}

/// What a function answers that cannot compute: unknown where an argument is, else a mistake.
fn no_answer(name: &str, args: Args<'_>, span: Span) -> Value {
    let unknown = args.iter().any(|arg| find_unknown(arg, MOST_LEVELS).is_some());
    if unknown { unknown_from(args.iter().map(|arg| &**arg), span) } else { mistake(name, span) }
}

/// A value that a function made, with the history of its arguments.
fn answer(name: &str, made: Option<Kind>, args: Args<'_>, span: Span) -> Value {
    match made {
        Some(kind) => made_from(Value::new(kind, span), args.iter().map(|arg| &**arg)),
        None => no_answer(name, args, span),
    }
}

/// An argument as text.
fn text<'v>(args: Args<'v>, index: usize) -> Option<Cow<'v, str>> {
    scalar_text(args.get(index)?)
}

/// An argument as a number.
fn number(args: Args<'_>, index: usize) -> Option<f64> {
    args.get(index)?.as_number()
}

/// An argument as a position or length.
fn whole(args: Args<'_>, index: usize) -> Option<usize> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    number(args, index).filter(|number| *number >= 0.0 && *number < 1e9).map(|number| number as usize)
}
