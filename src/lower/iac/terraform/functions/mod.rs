//! Terraform's functions over values that are known in whole, in part or not at all.
//!
//! A function that does not know its arguments answers an unknown with their reason and links. One that is not
//! evaluated here answers an unknown that names it.

pub(super) mod collections;
mod convert;
mod csv;
mod dates;
pub(super) mod encoding;
mod files;
mod format;
mod networks;
mod numbers;
mod replace;
mod sets;
mod signatures;
mod strings;
mod yaml;

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use crate::model::{Form, Kind, Reason, Unknown, Value};
use crate::parse::hcl::{Call, Expr, ExprKind};
use crate::source::Span;

use super::engine::{Engine, LARGEST_VALUE};
use super::eval::Context;
use super::types::{numeric, truth};
use super::values::{
    MOST_LEVELS, fails, find_unknown, is_mistake, is_undeclared, limit, made_from, mistake, scalar_text, size,
    unevaluated, unknown_from, unknown_of,
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
            "can" if call.args.len() == 1 => return self.succeeds(context, &call.args, span),
            _ => {}
        }
        if name == "merge" && !call.expand {
            let layers: Vec<Layer> = call.args.iter().map(|arg| self.layer(context, arg)).collect();
            return self.sized(collections::merge(&layers, span), span);
        }
        if let Some(value) = self.terragrunt_function(context, call, span) {
            return value;
        }
        let signature = signatures::of(name);
        let given = if files::reads(name) {
            self.with_paths(context, |inner| self.arguments(inner, call))
        } else {
            self.arguments(context, call)
        };
        let Some((args, open)) = given else { return mistake(name, span) };
        if let Some(mistaken) = args.iter().find(|arg| is_mistake(arg)) {
            return made_from((**mistaken).clone(), args.iter().map(|arg| &**arg));
        }
        let args = match signature {
            Some(signature) => match signatures::fit(signature, args, open) {
                Some(args) => args,
                None => return mistake(name, span),
            },
            None => args,
        };
        if let Some(value) = self.file_function(context, name, &args, call.args.first(), span) {
            return self.sized(in_result_form(name, value), span);
        }
        let value = self.computed(name, &args, span).unwrap_or_else(|| {
            let unknown = unknown_from(args.iter().map(|arg| &**arg), span);
            made_from(unevaluated(name, span), [&unknown])
        });
        self.sized(in_result_form(name, value), span)
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
        match (truth(&test), unknown_of(&test)) {
            (Some(_), _) | (None, None) => Layer::One(self.eval_shared(context, arg)),
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
            .or_else(|| format::call(name, args, span))
            .or_else(|| collections::call(name, args, span))
            .or_else(|| sets::call(name, args, span))
            .or_else(|| numbers::call(name, args, span))
            .or_else(|| dates::call(name, args, span))
            .or_else(|| networks::call(name, args, span))
            .or_else(|| convert::call(name, args, span))
            .or_else(|| self.encoding(name, args, span))
    }

    /// The arguments of a call, and whether there may be more; nothing when the last is no list and should be.
    fn arguments(&self, context: Context<'_, 'a>, call: &Call) -> Option<(Vec<Rc<Value>>, bool)> {
        let mut args: Vec<_> = call.args.iter().map(|arg| self.eval_shared(context, arg)).collect();
        let mut open = false;
        if call.expand
            && let Some(last) = args.pop()
        {
            if let Kind::List(list) = &last.kind {
                args.extend(list.items.iter().map(|item| Rc::new(item.clone())));
            } else if unknown_of(&last).is_none() || last.as_map().is_some() {
                return None;
            }
            if unknown_of(&last).is_some() {
                open = true;
                args.push(Rc::new(unknown_from([&*last], last.span)));
            }
        }
        Some((args, open))
    }

    /// The first argument that evaluates without a mistake.
    fn first_success(&self, context: Context<'_, 'a>, args: &[Expr], span: Span) -> Value {
        let mut last = mistake("try", span);
        for arg in args {
            last = self.eval(context, arg);
            match failure(&last, MOST_LEVELS) {
                None => break,
                // What refers to nothing is refused before anything is tried.
                Some(unknown) if matches!(unknown.reason, Reason::Undeclared(_)) => {
                    return Value::new(Kind::Unknown(unknown.clone()), span);
                }
                Some(_) => {}
            }
        }
        last
    }

    fn succeeds(&self, context: Context<'_, 'a>, args: &[Expr], span: Span) -> Value {
        let value = self.first_success(context, args, span);
        if is_undeclared(&value) {
            value
        } else if failure(&value, MOST_LEVELS).is_some() {
            Value::bool(false, span)
        } else if find_unknown(&value, MOST_LEVELS).is_none() {
            Value::bool(true, span)
        } else {
            unknown_from([&value], span)
        }
    }
}

fn in_result_form(name: &str, value: Value) -> Value {
    match signatures::result(name) {
        Some(form) if matches!(value.kind, Kind::List(_) | Kind::Map(_)) => value.in_form(Some(form)),
        _ => value,
    }
}

/// Why evaluation of a value, or of a part of it, failed.
fn failure(value: &Value, levels: u32) -> Option<&Arc<Unknown>> {
    if let Some(unknown) = unknown_of(value).filter(|unknown| fails(unknown)) {
        return Some(unknown);
    }
    let levels = levels.checked_sub(1)?;
    match &value.kind {
        Kind::List(list) => list.items.iter().find_map(|item| failure(item, levels)),
        Kind::Map(map) => map.entries.iter().find_map(|entry| failure(&entry.value, levels)),
        _ => None,
    }
}

/// What a function answers that cannot compute: unknown where an argument is, else a mistake.
fn no_answer(name: &str, args: Args<'_>, span: Span) -> Value {
    if args.iter().any(|arg| arg.form() == Some(Form::Yaml)) {
        return unevaluated(name, span);
    }
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

/// What a function makes of arguments that Terraform computes with and phiward does not.
fn not_computed(name: &str) -> Kind {
    Kind::Unknown(Arc::new(Unknown { reason: Reason::Expression(name.into()), pieces: Vec::new() }))
}

/// An argument as text.
fn text<'v>(args: Args<'v>, index: usize) -> Option<Cow<'v, str>> {
    scalar_text(args.get(index)?)
}

/// An argument as a number.
fn number(args: Args<'_>, index: usize) -> Option<f64> {
    numeric(args.get(index)?)
}

/// An argument as a position or length.
fn whole(args: Args<'_>, index: usize) -> Option<usize> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    number(args, index)
        .filter(|number| *number >= 0.0 && *number < 1e9 && number.fract() == 0.0)
        .map(|number| number as usize)
}
