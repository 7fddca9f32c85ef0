//! Functions that take functions.

use std::sync::Arc;

use crate::model::{Entry, Kind, List, Map, Value};
use crate::parse::arm::syntax::{Expr, ExprKind};
use crate::source::Span;

use super::super::engine::{Context, Engine};
use super::super::eval::items_of;
use super::super::values::{open, reason_of, unknown_from};

/// A function as an argument: the names of its parameters, and what it makes.
type Lambda<'e> = (Vec<Arc<str>>, &'e Expr);

/// Calls `map`, `filter` and the like.
pub fn call<'a>(
    engine: &Engine<'a>,
    context: Context<'_, 'a>,
    name: &str,
    of: &Expr,
    rest: &[Expr],
    span: Span,
) -> Value {
    let collection = engine.eval(context, of);
    let unknown = || unknown_from(name, [&collection].into_iter(), span);
    let lambdas: Vec<Lambda<'_>> = rest.iter().filter_map(|arg| lambda(engine, context, arg)).collect();
    let apply = |lambda: &Lambda<'_>, values: &[Value]| {
        engine.with_all(context, &lambda.0, values, span, &|context| engine.eval(context, lambda.1))
    };
    if let ("mapvalues", Some(map), Some(lambda)) = (name, collection.as_map(), lambdas.first()) {
        let entries = map
            .entries
            .iter()
            .map(|entry| Entry { value: apply(lambda, std::slice::from_ref(&entry.value)), ..entry.clone() });
        return Value::new(Kind::Map(Map { entries: entries.collect(), open: map.open.clone() }), span);
    }
    let (items, more) = items_of(&collection);
    if collection.as_list().is_none() {
        return unknown();
    }
    let mut list = List { items: Vec::new(), open: more.map(open) };
    match (name, &lambdas[..]) {
        ("map", [lambda]) => {
            for (at, item) in items.into_iter().enumerate() {
                list.items.push(apply(lambda, &[item, number(at, span)]));
            }
        }
        ("filter", [lambda]) => {
            for (at, item) in items.into_iter().enumerate() {
                let test = apply(lambda, &[item.clone(), number(at, span)]);
                match test.as_bool() {
                    Some(true) => list.items.push(item),
                    Some(false) => {}
                    None => list.open = reason_of(&test).map(open).or(list.open),
                }
            }
        }
        ("toobject", [key, rest @ ..]) => {
            let mut map = Map { entries: Vec::new(), open: list.open };
            for item in items {
                let value =
                    rest.first().map_or_else(|| item.clone(), |lambda| apply(lambda, std::slice::from_ref(&item)));
                let key = apply(key, &[item]);
                match (&key.kind, reason_of(&key)) {
                    (Kind::String(text), _) => {
                        map.entries.push(Entry { key: text.clone(), key_span: key.span, value });
                    }
                    (_, reason) => map.open = reason.map(open).or(map.open),
                }
            }
            return Value::new(Kind::Map(map), span);
        }
        ("reduce", [lambda]) if list.open.is_none() => {
            let start = rest.first().map(|start| engine.eval(context, start));
            let start = start.unwrap_or_else(|| Value::new(Kind::Null, span));
            return items.into_iter().fold(start, |value, item| apply(lambda, &[value, item]));
        }
        // In which order they are matters to few rules.
        ("sort", _) => list.items = items,
        _ => return unknown(),
    }
    Value::new(Kind::List(list), span)
}

/// `x => y`, or `lambda('x', y)` of a JSON template.
fn lambda<'a, 'e>(engine: &Engine<'a>, context: Context<'_, 'a>, expr: &'e Expr) -> Option<Lambda<'e>> {
    match &expr.kind {
        ExprKind::Lambda(names, body) => Some((names.clone(), body)),
        ExprKind::Call(call) if call.name.eq_ignore_ascii_case("lambda") => {
            let (body, names) = call.args.split_last()?;
            let names = names.iter().map(|name| engine.eval(context, name).as_str().map(Arc::from));
            Some((names.collect::<Option<_>>()?, body))
        }
        _ => None,
    }
}

#[expect(clippy::cast_precision_loss, reason = "no list has so many items")]
fn number(at: usize, span: Span) -> Value {
    Value::number(at as f64, span)
}
