//! Evaluates what a template writes to what it deploys, as far as the template tells.
//!
//! `None` stands for `AWS::NoValue`: the attribute is absent. Depth and work are limited; past a limit
//! a value is unknown.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::model::{Entry, Kind, Link, List, Map, Piece, Reason, Value};
use crate::source::{FileId, Sources, Span};

use super::either;
use super::set::Set;
use super::stack::Budget;
use super::template::{Template, arguments, call, full_name};
use super::text::{self, Placeholder, Text};

/// How deep expressions nest.
const DEPTH: usize = 100;

/// Evaluates one stack.
pub(super) struct Evaluator<'t> {
    pub(super) sources: &'t Sources,
    pub(super) set: &'t Set<'t>,
    pub(super) template: Template<'t>,
    pub(super) file: FileId,
    /// What stands before the addresses of its resources: the stacks around it.
    pub(super) prefix: String,
    /// The values that parameters are given.
    pub(super) given: Map,
    /// What is known of the conditions by name; while one is being asked, nothing.
    pub(super) verdicts: RefCell<BTreeMap<String, Option<bool>>>,
    /// The stacks nested in it, by the names of their resources; none where one cannot be opened.
    pub(super) nested: RefCell<BTreeMap<String, Option<Rc<Self>>>>,
    /// Its template, behind those around it.
    pub(super) above: Vec<usize>,
    pub(super) budget: Rc<Budget>,
}

/// Where an expression stands.
#[derive(Clone, Copy, Default)]
pub(super) struct Env<'e> {
    depth: usize,
    locals: Option<&'e Local<'e>>,
}

/// The variable of a loop.
struct Local<'e> {
    name: &'e str,
    value: &'e Value,
    outer: Option<&'e Local<'e>>,
}

impl<'e> Env<'e> {
    /// One level further in, unless that is too deep.
    pub(super) fn deeper(self) -> Option<Self> {
        (self.depth < DEPTH).then_some(Self { depth: self.depth + 1, ..self })
    }

    /// The same depth, outside of all loops.
    pub(super) fn without_locals<'o>(self) -> Env<'o> {
        Env { depth: self.depth, locals: None }
    }

    fn locals(self) -> impl Iterator<Item = &'e Local<'e>> {
        std::iter::successors(self.locals, |local| local.outer)
    }
}

/// What a loop yields: the key and its place, what stands behind it, and the variables it sees.
pub(super) type Visit<'v> = dyn FnMut(&str, Span, &Value, Env<'_>) + 'v;

impl<'t> Evaluator<'t> {
    /// Takes from the work that is left; false if there is not enough.
    pub(super) fn spend(&self, work: usize) -> bool {
        self.budget.spend(work)
    }

    /// What a value evaluates to.
    pub(super) fn value(&self, value: &Value, env: Env<'_>) -> Option<Value> {
        let Some(env) = env.deeper().filter(|_| self.spend(1)) else {
            return Some(limit(value.span));
        };
        if let Some((name, argument)) = call(value) {
            return self.call(name, argument, value.span, env);
        }
        let kind = match &value.kind {
            Kind::String(written) => {
                let text = self.with_locals(written, env);
                let kind = if text == **written { value.kind.clone() } else { Kind::String(text.into()) };
                return Some(text::dynamic(Value { kind, ..value.clone() }));
            }
            Kind::List(list) => Kind::List(self.list(list, env)),
            Kind::Map(map) => Kind::Map(self.map(map, env)),
            kind => kind.clone(),
        };
        Some(Value { kind, span: value.span, trace: value.trace.clone() })
    }

    fn list(&self, list: &List, env: Env<'_>) -> List {
        let mut items = Vec::with_capacity(list.items.len());
        let mut open = list.open.clone();
        for item in &list.items {
            let Some(value) = self.value(item, env) else { continue };
            if let Some(unknown) = value.as_unknown().filter(|_| self.is_undecided(item, env)) {
                open.get_or_insert_with(|| unknown.clone());
            }
            items.push(value);
        }
        List { items, open }
    }

    /// Whether it is a choice that may come out either way, and so may be no item at all.
    fn is_undecided(&self, item: &Value, env: Env<'_>) -> bool {
        let Some(("If", argument)) = call(item) else { return false };
        let condition = arguments(argument).first().and_then(Value::as_str);
        condition.is_some_and(|condition| self.holds(condition, env).is_none())
    }

    fn map(&self, map: &Map, env: Env<'_>) -> Map {
        let mut entries = Vec::with_capacity(map.entries.len());
        let mut open = map.open.clone();
        for entry in &map.entries {
            if &*entry.key == "Fn::Transform" {
                open = Some(either::open(Reason::Expression("Fn::Transform".into())));
                continue;
            }
            let result = self.entry(entry, env, &mut |key, key_span, value, env| {
                let Some(value) = self.value(value, env) else { return };
                let key = if key == &*entry.key { entry.key.clone() } else { key.into() };
                entries.push(Entry { key, key_span, value });
            });
            if let Err(reason) = result {
                open = Some(either::open(reason));
            }
        }
        Map { entries, open }
    }

    /// Visits what an entry stands for: itself, or what `Fn::ForEach` makes of it.
    pub(super) fn entry(&self, entry: &Entry, env: Env<'_>, visit: &mut Visit<'_>) -> Result<(), Reason> {
        let Some(name) = entry.key.strip_prefix("Fn::ForEach::") else {
            visit(&self.with_locals(&entry.key, env), entry.key_span, &entry.value, env);
            return Ok(());
        };
        let unknown = || Reason::Expression(format!("Fn::ForEach::{name}").into());
        let [variable, collection, body] = arguments(&entry.value) else { return Err(unknown()) };
        let (Some(variable), Some(body)) = (variable.as_str(), body.as_map()) else { return Err(unknown()) };
        let env = env.deeper().ok_or(Reason::Limit)?;
        let collection = self.value(collection, env).ok_or_else(unknown)?;
        let items = match &collection.kind {
            Kind::List(List { items, open: None }) => items,
            Kind::Unknown(known) => return Err(known.reason.clone()),
            _ => return Err(unknown()),
        };
        // `[!Ref List]` is the list itself.
        let items = items.iter().flat_map(|item| item.as_list().map_or(std::slice::from_ref(item), |list| &list.items));
        for item in items {
            if let Some(known) = item.as_unknown() {
                return Err(known.reason.clone());
            }
            let local = Local { name: variable, value: item, outer: env.locals };
            for entry in &body.entries {
                if !self.spend(1) {
                    return Err(Reason::Limit);
                }
                self.entry(entry, Env { locals: Some(&local), ..env }, visit)?;
            }
        }
        Ok(())
    }

    /// Replaces the variables of the loops around: `${Name}`, and `&{Name}` for its letters and digits.
    fn with_locals<'s>(&self, text: &'s str, env: Env<'_>) -> Cow<'s, str> {
        let mut text = Cow::Borrowed(text);
        for local in env.locals() {
            if !(text.contains("${") || text.contains("&{")) {
                break;
            }
            let Some(value) = text::scalar(self.sources, local.value) else { continue };
            let letters: String = value.chars().filter(char::is_ascii_alphanumeric).collect();
            let name = local.name;
            let replaced = text.replace(&format!("${{{name}}}"), &value).replace(&format!("&{{{name}}}"), &letters);
            if !self.spend(replaced.len() / 16) {
                break;
            }
            text = replaced.into();
        }
        text
    }

    fn call(&self, name: &str, argument: &Value, span: Span, env: Env<'_>) -> Option<Value> {
        let value = match name {
            "Ref" => match self.text(argument, env) {
                Ok(name) => return self.reference(&name, span, env),
                Err(unknown) => unknown,
            },
            "GetAtt" => self.attribute(argument, span, env),
            "Sub" => self.substitute(argument, span, env),
            "Join" => self.join(argument, span, env),
            "Select" => self.select(argument, span, env),
            "Split" => self.split(argument, span, env),
            "FindInMap" => self.find_in_map(argument, span, env),
            "If" => return self.choose(argument, span, env),
            // What is encoded says more than its code.
            "Base64" | "ToJsonString" => return self.value(argument, env),
            "Length" => self.length(argument, span, env),
            "ImportValue" => {
                let name = self.text(argument, env).unwrap_or_else(|value| hint(&value));
                Value::unknown(Reason::Input(format!("import {name}").into()), span)
            }
            _ => Value::unknown(Reason::Expression(full_name(name).into()), span),
        };
        Some(value)
    }

    /// A value as known text, or the value that it is instead.
    pub(super) fn text(&self, value: &Value, env: Env<'_>) -> Result<String, Value> {
        let value = self.value(value, env).unwrap_or_else(|| Value::new(Kind::Null, value.span));
        text::scalar(self.sources, &value).ok_or(value)
    }

    fn reference(&self, name: &str, span: Span, env: Env<'_>) -> Option<Value> {
        if let Some(local) = env.locals().find(|local| local.name == name) {
            return Some(local.value.clone().used_at(span));
        }
        if let Some(parameter) = self.template.parameters.get(name) {
            return Some(self.parameter(name, parameter, span));
        }
        match name.split_once('.').unwrap_or((name, "")) {
            (resource, attribute) if self.template.declared.contains(resource) => {
                Some(self.computed(resource, attribute, span, env))
            }
            _ if name == "AWS::NoValue" => None,
            _ if name.starts_with("AWS::") => Some(pseudo(name, span)),
            // The transform adds roles, stages and permissions under names of its own.
            _ if self.template.is_serverless() => Some(Value::unknown(Reason::Computed(name.into()), span)),
            _ => Some(Value::unknown(Reason::Undeclared(name.into()), span)),
        }
    }

    /// `Fn::GetAtt`, as `Resource.Attribute` or `[Resource, Attribute]`.
    fn attribute(&self, argument: &Value, span: Span, env: Env<'_>) -> Value {
        let name = match argument.as_list() {
            None => self.text(argument, env),
            Some(list) => {
                let parts: Result<Vec<_>, _> = list.items.iter().map(|item| self.text(item, env)).collect();
                parts.map(|parts| parts.join("."))
            }
        };
        let name = match name {
            Ok(name) => name,
            Err(unknown) => return unknown.used_at(span),
        };
        match name.split_once('.') {
            Some((resource, attribute)) if self.template.declared.contains(resource) => {
                self.computed(resource, attribute, span, env)
            }
            _ if self.template.is_serverless() => Value::unknown(Reason::Computed(name.into()), span),
            _ => Value::unknown(Reason::Undeclared(name.into()), span),
        }
    }

    /// `Fn::Sub`, as a text or as `[text, variables]`.
    fn substitute(&self, argument: &Value, span: Span, env: Env<'_>) -> Value {
        let (template, variables) = match arguments(argument) {
            [template, variables, ..] => (template, variables.as_map()),
            [template] => (template, None),
            [] => (argument, None),
        };
        let Some(template) = template.as_str() else {
            return Value::unknown(Reason::Expression("Fn::Sub".into()), span);
        };
        let mut text = Text::default();
        for part in text::placeholders(&self.with_locals(template, env)) {
            match part {
                Placeholder::Text(part) => text.push_str(part),
                Placeholder::Literal(name) => text.push_str(&format!("${{{name}}}")),
                Placeholder::Name(name) => {
                    let variable = variables.and_then(|variables| variables.get(name));
                    let value = match variable {
                        Some(variable) => self.value(variable, env),
                        None => self.reference(name, span, env),
                    };
                    if let Some(value) = value {
                        text.push(self.sources, &value);
                    }
                }
            }
        }
        self.finish(text, span)
    }

    /// A text that was put together, if there is still room for it.
    pub(super) fn finish(&self, text: Text, span: Span) -> Value {
        if self.spend(text.len() / 16) { text::dynamic(text.finish(span)) } else { limit(span) }
    }

    /// `Fn::If`. Of a condition that is not known, what both branches agree on.
    fn choose(&self, argument: &Value, span: Span, env: Env<'_>) -> Option<Value> {
        let [condition, then, other] = arguments(argument) else {
            return Some(Value::unknown(Reason::Expression("Fn::If".into()), span));
        };
        let name = self.text(condition, env).unwrap_or_else(|value| hint(&value));
        match self.holds(&name, env) {
            Some(true) => self.value(then, env),
            Some(false) => self.value(other, env),
            None => {
                let reason = Reason::Expression(format!("condition {name}").into());
                either::either(self.value(then, env), self.value(other, env), &reason).map(|mut value| {
                    value.span = span;
                    value
                })
            }
        }
    }
}

pub(super) fn limit(span: Span) -> Value {
    Value::unknown(Reason::Limit, span)
}

/// What is the same for all that a stack deploys and known once it is there: its name, account, region.
fn pseudo(name: &str, span: Span) -> Value {
    let link = Link { address: name.into(), attribute: "".into() };
    Value::partial(Reason::Computed(name.into()), vec![Piece::Hole(vec![link])], span)
}

/// A name that is known in part, for a reason to name.
fn hint(value: &Value) -> String {
    let Some(unknown) = value.as_unknown() else { return "?".to_owned() };
    let pieces = unknown.pieces.iter().map(|piece| match piece {
        Piece::Text(text) => text,
        Piece::Hole(_) => "…",
    });
    if unknown.pieces.is_empty() { "?".to_owned() } else { pieces.collect() }
}
