//! The bodies of facts about code.
//!
//! A call's body is a map:
//! - `args`: the values of positional arguments;
//! - `named`: the values of named ones: keyword arguments, fields of an initialiser, and in JavaScript the
//!   properties of arguments that are object literals;
//! - `literals`: of both, by position or name, those that are texts written in the code, not names of
//!   constants elsewhere;
//! - `names`: what the arguments mention, as written: `patient.ssn`, and keys of maps; not what is only
//!   measured, as in `len(patients)`;
//! - `callee` and `receiver`: what is called and on what, as written;
//! - `target`: what the result is given to, also through the calls around: a variable, a field, a key or a
//!   named argument, else the call that it is an argument of, as written;
//! - `within`: the function that it stands in;
//! - `on`: where it is called on something that the program declares, what that is.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::unit::{Expr, ExprId, Item, Type, Unit};
use crate::model::{Dialect, Entry, Kind, List, Map, Reason, Unknown, Value};
use crate::source::Span;

use super::constant::{Evaluator, written};
use super::language;
use super::paths::Paths;
use super::resolve::Target;

/// How many names of a call are kept.
const MAX_NAMES: usize = 200;

/// A call, or an assignment, which has its value for an argument.
pub(super) struct Call<'u> {
    pub callee: ExprId,
    pub items: &'u [Item],
    /// Of an assignment to an element.
    pub key: Option<ExprId>,
    /// What the result is given to.
    pub target: Option<Target>,
    pub span: Span,
}

/// The body of a call in a function.
pub(super) fn of_call(values: &mut Evaluator, paths: &Paths, call: &Call<'_>, function: &Arc<str>) -> Value {
    values.refill();
    let unit = values.unit;
    let Call { callee, items, key, target, span } = *call;
    let mut args = List::default();
    let mut named = Map::default();
    for item in items {
        match (item.key, unit.expr(item.value)) {
            (Some(_), _) => values.entry(paths, item, &mut named),
            (None, Expr::Spread(_)) => spread(values, paths, item, &mut args, &mut named),
            _ => {
                let value = values.value(paths, item.value);
                // What an argument is made of is not the call's own.
                let merges =
                    unit.language == Dialect::Javascript && !matches!(unit.expr(item.value), Expr::Call { .. });
                if let (true, Kind::Map(map)) = (merges, &value.kind) {
                    named.entries.extend(map.entries.iter().cloned());
                    named.open = named.open.take().or_else(|| map.open.clone());
                }
                args.items.push(value);
            }
        }
    }
    let header = unit.span(callee);
    let literals = literals(&args, &named, span);
    let mut body = vec![
        entry("args", Value::new(Kind::List(args), span), header),
        entry("named", Value::new(Kind::Map(named), span), header),
        entry("literals", literals, header),
        entry("names", names(unit, items, span), header),
    ];
    if let Some(text) = written(unit, callee) {
        body.push(entry("callee", Value::string(text, header), header));
    }
    if let Expr::Field(object, _) = unit.expr(callee)
        && let Some(text) = written(unit, *object)
    {
        body.push(entry("receiver", Value::string(text, unit.span(*object)), header));
    }
    if let Expr::Field(object, _) = unit.expr(callee)
        && values.construct(paths, *object).is_some()
    {
        let on = values.value(paths, *object);
        body.push(entry("on", on, header));
    }
    if let Some(key) = key {
        let value = values.value(paths, key);
        body.push(entry("key", value, header));
    }
    if let Some(target) = target.and_then(|target| told(unit, target)) {
        body.push(entry("target", Value::string(target, header), header));
    }
    body.push(entry("within", Value::string(function.clone(), header), header));
    Value::map(body, span)
}

/// What a result is given to, as written.
fn told(unit: &Unit, target: Target) -> Option<Arc<str>> {
    match target {
        Target::Name(word) => Some(unit.text(word).clone()),
        Target::Written(id) => match unit.expr(id) {
            Expr::Text(word) => Some(unit.text(*word).clone()),
            _ => written(unit, id).map(Into::into),
        },
    }
}

/// The body of a reference: what is written.
pub(super) fn of_reference(unit: &Unit, id: ExprId) -> Value {
    let span = unit.span(id);
    let text = written(unit, id).unwrap_or_default();
    Value::map(vec![entry("callee", Value::string(text, span), span)], span)
}

/// The body of an object literal: its properties are `named`.
pub(super) fn of_object(values: &mut Evaluator, paths: &Paths, id: ExprId) -> Value {
    values.refill();
    let span = values.unit.span(id);
    let object = values.value(paths, id);
    let names = names(values.unit, &[Item { key: None, value: id }], span);
    Value::map(vec![entry("named", object, span), entry("names", names, span)], span)
}

/// The body of a type that extends something: its name, and of each method whether it does anything
/// (`empty`) and the constant that it returns (`returns`).
pub(super) fn of_type(values: &mut Evaluator, paths: &Paths, ty: &Type) -> Value {
    values.refill();
    let unit = values.unit;
    let mut methods = Vec::new();
    for id in &ty.methods {
        let function = unit.function(*id);
        if let Some(name) = function.name {
            let value = values.function(paths, *id, function.span);
            methods.push(Entry { key: unit.text(name).clone(), key_span: function.header, value });
        }
    }
    let mut body = vec![entry("methods", Value::map(methods, ty.span), ty.header)];
    if let Some(name) = ty.name {
        body.push(entry("name", Value::string(unit.text(name).clone(), ty.header), ty.header));
    }
    Value::map(body, ty.span)
}

fn entry(key: &str, value: Value, span: Span) -> Entry {
    Entry { key: key.into(), key_span: span, value }
}

/// Arguments that are spread: a known list adds to the positional ones, a known map to the named.
fn spread(values: &mut Evaluator, paths: &Paths, item: &Item, args: &mut List, named: &mut Map) {
    let Expr::Spread(inner) = values.unit.expr(item.value) else { return };
    match values.value(paths, *inner).kind {
        Kind::List(list) => {
            args.items.extend(list.items);
            args.open = args.open.take().or(list.open);
        }
        Kind::Map(map) => {
            named.entries.extend(map.entries);
            named.open = named.open.take().or(map.open);
        }
        Kind::Unknown(unknown) => args.open = Some(unknown),
        _ => args.open = Some(Arc::new(Unknown { reason: Reason::Code("arguments".into()), pieces: Vec::new() })),
    }
}

fn literals(args: &List, named: &Map, span: Span) -> Value {
    let positional =
        args.items.iter().enumerate().map(|(position, value)| (position.to_string().into(), value.span, value));
    let by_name = named.entries.iter().map(|entry| (entry.key.clone(), entry.key_span, &entry.value));
    let entries = positional
        .chain(by_name)
        .filter(|(_, _, value)| value.as_str().is_some() && value.links().is_empty())
        .map(|(key, key_span, value)| Entry { key, key_span, value: value.clone() })
        .collect();
    Value::map(entries, span)
}

/// The names that arguments mention, each once.
fn names(unit: &Unit, items: &[Item], span: Span) -> Value {
    let mut found = Names { unit, seen: BTreeSet::new(), list: Vec::new() };
    for item in items {
        found.item(item);
    }
    Value::list(found.list, span)
}

struct Names<'u> {
    unit: &'u Unit,
    seen: BTreeSet<String>,
    list: Vec<Value>,
}

impl Names<'_> {
    fn item(&mut self, item: &Item) {
        if let Some(key) = item.key {
            match self.unit.expr(key) {
                Expr::Text(word) => self.push(self.unit.text(*word).to_string(), key),
                _ => self.expr(key),
            }
        }
        self.expr(item.value);
    }

    fn push(&mut self, name: String, id: ExprId) {
        if self.list.len() < MAX_NAMES && self.seen.insert(name.clone()) {
            self.list.push(Value::string(name, self.unit.span(id)));
        }
    }

    fn expr(&mut self, id: ExprId) {
        let unit = self.unit;
        match unit.expr(id) {
            Expr::Name(_) | Expr::Field(..) | Expr::Index(..) => {
                if let Some(name) = written(unit, id) {
                    self.push(name, id);
                }
                self.within_chain(id);
            }
            Expr::Call { callee, args, .. } => {
                if let Some(name) = written(unit, *callee) {
                    let measures =
                        language::MEASURES.contains(&name.as_str()) && matches!(unit.expr(*callee), Expr::Name(_));
                    self.push(name, *callee);
                    if measures {
                        return;
                    }
                }
                self.within_chain(*callee);
                for item in args {
                    self.item(item);
                }
            }
            Expr::Map(items) => {
                for item in items {
                    self.item(item);
                }
            }
            Expr::List(parts)
            | Expr::Concat(parts)
            | Expr::Binary(_, parts)
            | Expr::Choice(parts)
            | Expr::Other(parts) => {
                for part in parts {
                    self.expr(*part);
                }
            }
            Expr::Not(inner) | Expr::Spread(inner) | Expr::Cast(_, inner) => self.expr(*inner),
            Expr::Null | Expr::Bool(_) | Expr::Number(_) | Expr::Text(_) | Expr::Lambda(_) => {}
        }
    }

    /// The arguments and indexes inside a chain, whose names are not part of the chain's own.
    fn within_chain(&mut self, id: ExprId) {
        let mut at = id;
        loop {
            match self.unit.expr(at) {
                Expr::Field(object, _) => at = *object,
                Expr::Index(object, index) => {
                    self.expr(*index);
                    at = *object;
                }
                Expr::Call { callee, args, .. } => {
                    for item in args {
                        self.item(item);
                    }
                    at = *callee;
                }
                Expr::Cast(_, value) => at = *value,
                Expr::Name(_) => break,
                // `(salt + password).encode()`: what the chain begins with is made of names of its own.
                _ => {
                    self.expr(at);
                    break;
                }
            }
        }
    }
}
