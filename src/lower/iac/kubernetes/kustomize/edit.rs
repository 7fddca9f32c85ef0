//! Changing values in place. What is put in keeps the place where it is written.

use std::sync::Arc;

use crate::model::{Entry, Kind, Reason, Unknown, Value};
use crate::source::Span;

/// The value of a key; of repeated keys, the last.
pub fn get_mut<'v>(value: &'v mut Value, key: &str) -> Option<&'v mut Value> {
    match &mut value.kind {
        Kind::Map(map) => map.entries.iter_mut().rev().find(|entry| &*entry.key == key).map(|entry| &mut entry.value),
        _ => None,
    }
}

/// The value at some keys, one in the other.
pub fn at<'v>(value: &'v Value, keys: &[&str]) -> Option<&'v Value> {
    keys.iter().try_fold(value, |value, key| value.get(key))
}

/// Takes a key out of a map.
pub fn remove(value: &mut Value, key: &str) -> bool {
    let Kind::Map(map) = &mut value.kind else { return false };
    let before = map.entries.len();
    map.entries.retain(|entry| &*entry.key != key);
    map.entries.len() < before
}

/// Puts an entry in the place of all those of its key.
pub fn put(value: &mut Value, entry: Entry) {
    let Kind::Map(map) = &mut value.kind else { return };
    match map.entries.iter().rposition(|old| old.key == entry.key) {
        Some(at) => map.entries[at] = entry,
        None => map.entries.push(entry),
    }
}

/// Sets a key that is not written as such.
pub fn set(value: &mut Value, key: &str, new: Value) {
    put(value, Entry::of(key, new));
}

/// Goes down keys, through all items of the lists on the way, and makes maps that are not there when told
/// where they are asked for.
pub fn visit(value: &mut Value, path: &[&str], create: Option<Span>, act: &mut dyn FnMut(&mut Value)) {
    if let Kind::List(list) = &mut value.kind
        && !path.is_empty()
    {
        list.items.iter_mut().for_each(|item| visit(item, path, create, act));
        return;
    }
    let Some((key, rest)) = path.split_first() else { return act(value) };
    if let (None | Some(Kind::Null), Some(span)) = (value.get(key).map(|value| &value.kind), create) {
        set(value, key, Value::map(Vec::new(), span));
    }
    if let Some(inner) = get_mut(value, key) {
        visit(inner, rest, create, act);
    }
}

/// Gives every scalar in a value to a function.
pub fn scalars(value: &mut Value, act: &mut dyn FnMut(&mut Value)) {
    match &mut value.kind {
        Kind::Map(map) => map.entries.iter_mut().for_each(|entry| scalars(&mut entry.value, act)),
        Kind::List(list) => list.items.iter_mut().for_each(|item| scalars(item, act)),
        _ => act(value),
    }
}

/// Says of all maps and lists of a value that they may hold more than is written.
pub fn open(value: &mut Value, why: &str) {
    open_with(value, &Arc::new(Unknown { reason: Reason::Expression(why.into()), pieces: Vec::new() }));
}

fn open_with(value: &mut Value, unknown: &Arc<Unknown>) {
    match &mut value.kind {
        Kind::Map(map) => {
            map.open.get_or_insert_with(|| unknown.clone());
            map.entries.iter_mut().for_each(|entry| open_with(&mut entry.value, unknown));
        }
        Kind::List(list) => {
            list.open.get_or_insert_with(|| unknown.clone());
            list.items.iter_mut().for_each(|item| open_with(item, unknown));
        }
        _ => {}
    }
}
