//! `count` and `for_each`: which instances a resource or a module call has.

use std::rc::Rc;
use std::sync::Arc;

use crate::model::{Entry, Kind, Reason, Unknown, Value};
use crate::source::{ProblemKind, Span};

use super::engine::{Engine, Instance};
use super::eval::{Context, Scope};
use super::module::Repeat;
use super::types::truth;
use super::values::{key_text, limit, map_value, number_text, sorted_entries, unevaluated, unknown_from, unknown_of};

/// Instances of one block that are told apart.
const MOST_INSTANCES: usize = 256;

/// The instances of a block.
pub(super) struct Expansion {
    /// How they are told apart.
    pub shape: Shape,
    /// What is known of them. Instances that are not told apart are one, without a key.
    pub keys: Vec<Key>,
    /// Why there may be others.
    pub open: Option<Arc<Unknown>>,
}

/// How instances are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// There is one.
    Once,
    /// By number.
    Count,
    /// By key.
    Each,
}

/// One instance.
pub(super) struct Key {
    /// What its address ends with: nothing, `[0]` or `["key"]`.
    pub suffix: String,
    /// Its key or number, when it is told apart.
    pub name: Option<Arc<str>>,
    /// The name under which expressions find it, `each` or `count`, and what they find.
    pub binding: Option<(&'static str, Value)>,
}

impl Key {
    /// The names that expressions of the block know besides those of the module.
    pub fn scope(&self) -> Option<Scope<'_>> {
        self.binding.as_ref().map(|(name, value)| Scope { name, value, outer: None })
    }
}

impl Expansion {
    /// The index of an instance by its key, or that of the one that stands for the rest.
    pub fn find(&self, name: &str) -> Option<usize> {
        let by_name = self.keys.iter().position(|key| key.name.as_deref() == Some(name));
        by_name.or_else(|| self.keys.iter().position(|key| key.name.is_none()))
    }

    fn once() -> Self {
        let key = Key { suffix: String::new(), name: None, binding: None };
        Self { shape: Shape::Once, keys: vec![key], open: None }
    }

    fn open(shape: Shape, keys: Vec<Key>, why: &Value) -> Self {
        let mut keys = keys;
        let rest = match shape {
            Shape::Once => None,
            Shape::Count => Some(("count", count_binding(unknown_part(why)))),
            Shape::Each => Some(("each", each_binding(unknown_part(why), unknown_part(why)))),
        };
        keys.push(Key { suffix: String::new(), name: None, binding: rest });
        let open =
            unknown_of(why).cloned().unwrap_or_else(|| Arc::new(Unknown { reason: Reason::Limit, pieces: Vec::new() }));
        Self { shape, keys, open: Some(open) }
    }
}

/// Something in or about an unknown collection: not known for the same reason.
pub(super) fn unknown_part(collection: &Value) -> Value {
    unknown_from([collection], collection.span)
}

fn count_binding(index: Value) -> Value {
    let span = index.span;
    map_value(crate::model::Map { entries: vec![Entry::of("index", index)], open: None }, span)
}

fn each_binding(key: Value, value: Value) -> Value {
    let span = key.span;
    map_value(crate::model::Map { entries: vec![Entry::of("key", key), Entry::of("value", value)], open: None }, span)
}

impl<'a> Engine<'a> {
    /// The instances of a resource.
    pub fn resource_expansion(&self, instance: &Rc<Instance<'a>>, index: usize) -> Rc<Expansion> {
        if let Some(known) = instance.known.resources.borrow().get(&index) {
            return known.clone();
        }
        let resource = &instance.module.resources[index];
        // While the number is being found out, a reference to the resource itself finds it open.
        let busy = Rc::new(busy(resource.repeat, resource.block.header, &resource.address));
        instance.known.resources.borrow_mut().insert(index, busy);
        let expansion = Rc::new(self.expand(instance, resource.repeat));
        instance.known.resources.borrow_mut().insert(index, expansion.clone());
        expansion
    }

    /// The instances of a module call.
    pub fn call_expansion(&self, instance: &Rc<Instance<'a>>, index: usize) -> Rc<Expansion> {
        if let Some(known) = instance.known.calls.borrow().get(&index) {
            return known.clone();
        }
        let call = &instance.module.calls[index];
        let busy = Rc::new(busy(call.repeat, call.block.header, call.name));
        instance.known.calls.borrow_mut().insert(index, busy);
        let expansion = Rc::new(self.expand(instance, call.repeat));
        instance.known.calls.borrow_mut().insert(index, expansion.clone());
        expansion
    }

    /// The instances of a block.
    pub fn expand(&self, instance: &Rc<Instance<'a>>, repeat: Repeat<'a>) -> Expansion {
        let context = Context { instance, scope: None };
        let expansion = match repeat {
            Repeat::Once => Expansion::once(),
            Repeat::Count(expr) => expand_count(&self.eval(context, expr)),
            Repeat::Each(expr) => expand_each(&self.eval_shared(context, expr)),
            Repeat::Enabled(expr) => {
                let enabled = self.eval(context, expr);
                match truth(&enabled) {
                    Some(true) => Expansion::once(),
                    Some(false) => Expansion { shape: Shape::Once, keys: Vec::new(), open: None },
                    None => Expansion::open(Shape::Once, Vec::new(), &enabled),
                }
            }
        };
        // A value that is unknown past a limit was told of elsewhere.
        let is_cut = expansion.open.as_ref().is_some_and(|open| open.reason == Reason::Limit);
        if let (true, true, Some((name, expr))) = (is_cut, expansion.keys.len() > MOST_INSTANCES, repeat.written()) {
            let message = format!("'{name}' makes more instances than are told apart: {MOST_INSTANCES} are");
            self.report(ProblemKind::Limit, expr.span, message);
        }
        expansion
    }
}

fn busy(repeat: Repeat<'_>, span: Span, name: &str) -> Expansion {
    let why = unevaluated(name, span);
    match repeat {
        Repeat::Once | Repeat::Enabled(_) => Expansion::once(),
        Repeat::Count(_) => Expansion::open(Shape::Count, Vec::new(), &why),
        Repeat::Each(_) => Expansion::open(Shape::Each, Vec::new(), &why),
    }
}

fn expand_count(count: &Value) -> Expansion {
    let number = match &count.kind {
        // Before Terraform 0.12, truth values counted as numbers.
        Kind::Bool(truth) => f64::from(u8::from(*truth)),
        _ => match count.as_number() {
            Some(number) => number,
            None => return Expansion::open(Shape::Count, Vec::new(), count),
        },
    };
    let mut keys = Vec::new();
    let mut index = 0.0;
    while index < number {
        if keys.len() == MOST_INSTANCES {
            return Expansion::open(Shape::Count, keys, &limit(count.span));
        }
        let name = number_text(index);
        keys.push(Key {
            suffix: format!("[{name}]"),
            name: Some(name.into()),
            binding: Some(("count", count_binding(Value::number(index, count.span)))),
        });
        index += 1.0;
    }
    Expansion { shape: Shape::Count, keys, open: None }
}

fn expand_each(each: &Value) -> Expansion {
    let mut keys = Vec::new();
    let mut rest = unknown_of(each).is_some();
    let mut add = |name: Option<Arc<str>>, key: Value, value: &Value| match name {
        Some(name) if keys.len() < MOST_INSTANCES => {
            let suffix = format!("[\"{}\"]", name.replace('\\', "\\\\").replace('"', "\\\""));
            keys.push(Key { suffix, name: Some(name), binding: Some(("each", each_binding(key, value.clone()))) });
        }
        _ => rest = true,
    };
    match &each.kind {
        Kind::Map(map) => {
            for entry in sorted_entries(map) {
                let key = Value::string(entry.key.clone(), entry.key_span);
                add(Some(entry.key.clone()), key, &entry.value);
            }
        }
        Kind::List(list) => {
            for item in &list.items {
                add(key_text(item), item.clone(), item);
            }
        }
        _ => rest = true,
    }
    if !rest {
        return Expansion { shape: Shape::Each, keys, open: None };
    }
    let why = if super::values::find_unknown(each, 2).is_some() { unknown_part(each) } else { limit(each.span) };
    Expansion::open(Shape::Each, keys, &why)
}
