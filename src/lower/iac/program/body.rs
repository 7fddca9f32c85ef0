//! Bodies of facts from the arguments of calls: keys renamed, values put at paths, references resolved.

use std::collections::HashMap;
use std::sync::Arc;

use crate::catalog::{Path, Step};
use crate::model::{Entry, Fact, Kind, Link, Map, Piece, Reason, Unknown, Value};
use crate::source::Span;

use super::name::plain;

/// Maps whose keys are the user's own.
const OWN_KEYS: [&str; 6] = ["tags", "labels", "variables", "parameters", "environmentvariables", "tagsall"];

/// The positional and the named arguments of a call.
pub(super) struct Arguments<'f> {
    pub(super) positional: &'f [Value],
    pub(super) named: Option<&'f Map>,
}

impl<'f> Arguments<'f> {
    pub(super) fn of(call: &'f Fact) -> Self {
        let positional = call.body.get("args").and_then(Value::as_list).map_or(&[][..], |list| &list.items);
        Self { positional, named: call.body.get("named").and_then(Value::as_map) }
    }

    /// The text at a position.
    pub(super) fn text(&self, at: usize) -> Option<&'f str> {
        self.positional.get(at).filter(|value| value.links().is_empty())?.as_str()
    }
}

/// Arguments by name, as one map: the object at a position where the language has it, else the named ones.
pub(super) fn properties(arguments: &Arguments<'_>, at: usize, by_name: bool) -> Map {
    let mut map = Map::default();
    match arguments.positional.get(at).map(|value| &value.kind) {
        Some(Kind::Map(object)) => map = object.clone(),
        Some(Kind::Unknown(unknown)) => map.open = Some(unknown.clone()),
        _ => {}
    }
    if let Some(named) = arguments.named.filter(|_| by_name) {
        map.entries.extend(named.entries.iter().cloned());
        map.open = map.open.or_else(|| named.open.clone());
    }
    map
}

/// A value with its keys renamed at every level. `rename` answers all spellings that a key is known by.
/// Recurses as deep as constants nest.
pub(super) fn renamed(value: &Value, rename: &dyn Fn(&str, &Value) -> Vec<Arc<str>>) -> Value {
    let kind = match &value.kind {
        Kind::Map(map) => {
            let mut entries = Vec::with_capacity(map.entries.len());
            for entry in &map.entries {
                let is_own = OWN_KEYS.contains(&plain(&entry.key).as_str());
                let inner = if is_own { entry.value.clone() } else { renamed(&entry.value, rename) };
                for key in spellings(entry, rename) {
                    entries.push(Entry { key, key_span: entry.key_span, value: inner.clone() });
                }
            }
            Kind::Map(Map { entries, open: map.open.clone() })
        }
        Kind::List(list) => {
            let mut list = list.clone();
            list.items = list.items.iter().map(|item| renamed(item, rename)).collect();
            Kind::List(list)
        }
        kind => kind.clone(),
    };
    Value { kind, span: value.span, trace: value.trace.clone() }
}

/// Only keys that are written as identifiers of the language are names of properties.
fn spellings(entry: &Entry, rename: &dyn Fn(&str, &Value) -> Vec<Arc<str>>) -> Vec<Arc<str>> {
    let is_name = entry.key.starts_with(|letter: char| letter.is_ascii_lowercase())
        && entry.key.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    if is_name { rename(&entry.key, &entry.value) } else { vec![entry.key.clone()] }
}

/// Keys as rules spell them, or as `usual` does.
pub(super) fn known(keys: &HashMap<String, Vec<Arc<str>>>, key: &str, usual: String) -> Vec<Arc<str>> {
    match keys.get(&plain(key)) {
        Some(spellings) => spellings.clone(),
        None => vec![usual.into()],
    }
}

/// Puts a value at a dotted path of a body.
pub(super) fn put(map: &mut Map, path: &str, key_span: Span, value: Value) {
    let Ok(path) = Path::parse(path) else { return };
    let keys: Vec<&str> = path
        .steps
        .iter()
        .filter_map(|step| if let Step::Key(key) = step { Some(key.as_str()) } else { None })
        .collect();
    put_at(map, &keys, key_span, value);
}

fn put_at(map: &mut Map, keys: &[&str], key_span: Span, value: Value) {
    let Some((key, rest)) = keys.split_first() else { return };
    let at = map.entries.iter().rposition(|entry| *entry.key == **key);
    if rest.is_empty() {
        match at {
            Some(at) => map.entries[at] = Entry { key: (*key).into(), key_span, value },
            None => map.entries.push(Entry { key: (*key).into(), key_span, value }),
        }
        return;
    }
    match at.map(|at| &mut map.entries[at].value.kind) {
        Some(Kind::Map(inner)) => put_at(inner, rest, key_span, value),
        // What is not known as a whole stays so.
        Some(Kind::Unknown(_)) => {}
        _ => {
            let mut inner = Map::default();
            let span = value.span;
            put_at(&mut inner, rest, key_span, value);
            map.entries.push(Entry { key: (*key).into(), key_span, value: Value::new(Kind::Map(inner), span) });
        }
    }
}

/// The place that a link of the code's constants names a call by.
pub(super) fn start(address: &str) -> Option<u32> {
    address.strip_prefix('@')?.parse().ok()
}

/// Puts other addresses into a value's references, where `resolve` has one.
pub(super) fn relink(value: &mut Value, resolve: &dyn Fn(&str) -> Option<Arc<str>>) {
    let change = |link: &mut Link| {
        if let Some(address) = resolve(&link.address) {
            link.address = address;
        }
    };
    if let Some(trace) = &mut value.trace {
        Arc::make_mut(trace).links.iter_mut().for_each(change);
    }
    let refers = |piece: &Piece| matches!(piece, Piece::Hole(links) if !links.is_empty());
    match &mut value.kind {
        Kind::Map(map) => map.entries.iter_mut().for_each(|entry| relink(&mut entry.value, resolve)),
        Kind::List(list) => list.items.iter_mut().for_each(|item| relink(item, resolve)),
        Kind::Unknown(unknown) if unknown.pieces.iter().any(refers) => {
            for piece in &mut Arc::make_mut(unknown).pieces {
                if let Piece::Hole(links) = piece {
                    links.iter_mut().for_each(change);
                }
            }
        }
        _ => {}
    }
}

/// Something that the program decides.
pub(super) fn undecided(what: &str) -> Arc<Unknown> {
    Arc::new(Unknown { reason: Reason::Code(what.into()), pieces: Vec::new() })
}
