//! JSON patches (RFC 6902): operations at pointers.

use crate::model::{Entry, Kind, Value};
use crate::source::Span;

use super::edit;
use super::merge::same;

/// Whether a document is a list of operations.
pub fn is_operations(document: &Value) -> bool {
    let list = document.as_list();
    list.is_some_and(|list| !list.items.is_empty() && list.items.iter().all(|item| item.get("op").is_some()))
}

/// Applies the operations of a document. Answers the places of those that do not apply.
pub fn apply(target: &mut Value, document: &Value) -> Vec<Span> {
    let mut failed = Vec::new();
    for operation in document.as_list().map_or(&[][..], |list| &list.items) {
        if one(target, operation).is_none() {
            failed.push(operation.span);
        }
    }
    failed
}

fn one(target: &mut Value, operation: &Value) -> Option<()> {
    let place = operation.get("path")?;
    let path = pointer(place)?;
    let given = || operation.get("value").cloned();
    match operation.get("op")?.as_str()? {
        "add" => add(target, &path, given()?, place.span),
        // A key that is not there is made, as kustomize does it; an item has to be there.
        "replace" => replace(target, &path, given()?, place.span),
        "remove" => take(target, &path).map(drop),
        "move" => {
            let value = take(target, &pointer(operation.get("from")?)?)?;
            add(target, &path, value, place.span)
        }
        "copy" => {
            let value = find(target, &pointer(operation.get("from")?)?)?.clone();
            add(target, &path, value, place.span)
        }
        "test" => same(find(target, &path), operation.get("value")).then_some(()),
        _ => None,
    }
}

/// The steps of `/a/b~1c/0`.
fn pointer(value: &Value) -> Option<Vec<String>> {
    let text = value.as_str()?;
    if text.is_empty() {
        return Some(Vec::new());
    }
    let steps = text.strip_prefix('/')?.split('/');
    Some(steps.map(|step| step.replace("~1", "/").replace("~0", "~")).collect())
}

fn find<'v>(value: &'v Value, path: &[String]) -> Option<&'v Value> {
    path.iter().try_fold(value, |value, step| match &value.kind {
        Kind::List(list) => list.items.get(step.parse::<usize>().ok()?),
        _ => value.get(step),
    })
}

fn find_mut<'v>(value: &'v mut Value, path: &[String]) -> Option<&'v mut Value> {
    path.iter().try_fold(value, |value, step| match &mut value.kind {
        Kind::List(list) => list.items.get_mut(step.parse::<usize>().ok()?),
        Kind::Map(map) => map.entries.iter_mut().rev().find(|entry| *entry.key == **step).map(|entry| &mut entry.value),
        _ => None,
    })
}

/// A key of an operation is written in its path.
fn entry(key: &str, value: Value, place: Span) -> Entry {
    let key_span = if place.file == value.span.file { place } else { value.span };
    Entry { key: key.into(), key_span, value }
}

fn add(target: &mut Value, path: &[String], value: Value, place: Span) -> Option<()> {
    let Some((last, parents)) = path.split_last() else {
        *target = value;
        return Some(());
    };
    let parent = find_mut(target, parents)?;
    match &mut parent.kind {
        Kind::List(list) => {
            let at = if last == "-" { list.items.len() } else { last.parse().ok()? };
            (at <= list.items.len()).then(|| list.items.insert(at, value))
        }
        Kind::Map(_) => {
            edit::put(parent, entry(last, value, place));
            Some(())
        }
        _ => None,
    }
}

fn replace(target: &mut Value, path: &[String], value: Value, place: Span) -> Option<()> {
    let Some((last, parents)) = path.split_last() else {
        *target = value;
        return Some(());
    };
    let parent = find_mut(target, parents)?;
    match &mut parent.kind {
        Kind::List(list) => *list.items.get_mut(last.parse::<usize>().ok()?)? = value,
        Kind::Map(_) => edit::put(parent, entry(last, value, place)),
        _ => return None,
    }
    Some(())
}

fn take(target: &mut Value, path: &[String]) -> Option<Value> {
    let (last, parents) = path.split_last()?;
    let parent = find_mut(target, parents)?;
    match &mut parent.kind {
        Kind::List(list) => {
            let at = last.parse::<usize>().ok().filter(|at| *at < list.items.len())?;
            Some(list.items.remove(at))
        }
        Kind::Map(map) => {
            let at = map.entries.iter().rposition(|entry| &*entry.key == last.as_str())?;
            let taken = map.entries.remove(at);
            map.entries.retain(|entry| entry.key != taken.key);
            Some(taken.value)
        }
        _ => None,
    }
}
