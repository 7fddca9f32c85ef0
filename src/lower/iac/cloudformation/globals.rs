//! The `Globals` section of the Serverless Application Model: properties that every resource of a type has
//! unless it says otherwise.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use crate::model::{Kind, Map, Value};

use super::evaluate::{Env, Evaluator};

/// The evaluated section, by the name of the type without its vendor.
#[derive(Default)]
pub(super) struct Globals(OnceCell<BTreeMap<String, Value>>);

impl Globals {
    /// Adds what a resource inherits to its properties. `written` is what they were before evaluation: what
    /// a resource sets to no value is not inherited.
    pub(super) fn apply(&self, evaluator: &Evaluator<'_>, kind: &str, written: Option<&Value>, body: &mut Map) {
        let sections = self.0.get_or_init(|| sections(evaluator));
        let section = kind.strip_prefix("AWS::Serverless::").and_then(|name| sections.get(name));
        if let Some(Value { kind: Kind::Map(globals), .. }) = section {
            inherit(evaluator, globals, written, body);
        }
    }
}

fn sections(evaluator: &Evaluator<'_>) -> BTreeMap<String, Value> {
    let map = evaluator.template.globals.and_then(Value::as_map);
    let entries = map.map_or(&[][..], |map| &map.entries).iter();
    entries.filter_map(|entry| Some((entry.key.to_string(), evaluator.value(&entry.value, Env::default())?))).collect()
}

/// Maps are merged, lists put one behind the other, anything else is overridden. Recurses as deep as both nest.
fn inherit(evaluator: &Evaluator<'_>, globals: &Map, written: Option<&Value>, body: &mut Map) {
    if !evaluator.spend(globals.entries.len() + body.entries.len()) {
        return;
    }
    body.open = body.open.take().or_else(|| globals.open.clone());
    let mut inherited = Vec::new();
    for global in &globals.entries {
        let own = body.entries.iter_mut().rev().find(|entry| entry.key == global.key);
        let Some(own) = own else {
            let is_unset = written.is_some_and(|written| written.get(&global.key).is_some());
            if !is_unset && evaluator.spend(size(&global.value)) {
                inherited.push(global.clone());
            }
            continue;
        };
        match (&global.value.kind, &mut own.value.kind) {
            (Kind::Map(globals), Kind::Map(body)) => {
                inherit(evaluator, globals, written.and_then(|written| written.get(&global.key)), body);
            }
            (Kind::List(globals), Kind::List(body)) if evaluator.spend(globals.items.len()) => {
                body.items.splice(0..0, globals.items.iter().cloned());
                body.open = body.open.take().or_else(|| globals.open.clone());
            }
            _ => {}
        }
    }
    body.entries.extend(inherited);
}

fn size(value: &Value) -> usize {
    1 + match &value.kind {
        Kind::Map(map) => map.entries.iter().map(|entry| size(&entry.value)).sum(),
        Kind::List(list) => list.items.iter().map(size).sum(),
        _ => 0,
    }
}
