//! Functions of lists and objects.

use crate::model::{Entry, Kind, List, Map, Value};
use crate::parse::{json, yaml};
use crate::source::Span;

use super::super::engine::Engine;
use super::super::eval::{MOST_ITEMS, either_of, member};
use super::super::values::{closed, equal, open, reason_of, unknown_from};
use super::texts::{place, whole};

/// The largest range.
const LONGEST: usize = 10_000;

pub(super) fn call(engine: &Engine<'_>, name: &str, args: &[Value], span: Span) -> Option<Value> {
    let unknown = || unknown_from(name, args.iter(), span);
    let first = args.first();
    Some(match name {
        "createarray" => Value::list(args.to_vec(), span),
        "array" => match &first?.kind {
            Kind::List(_) => first?.clone(),
            Kind::Unknown(_) => unknown(),
            _ => Value::list(vec![first?.clone()], span),
        },
        "createobject" => object(args, span).unwrap_or_else(unknown),
        "union" => union(args, span),
        "intersection" => unknown(),
        "length" => length(first?, span).unwrap_or_else(unknown),
        "empty" => empty(first?).map_or_else(unknown, |truth| Value::bool(truth, span)),
        "contains" => contains(first?, args.get(1)?).map_or_else(unknown, |truth| Value::bool(truth, span)),
        "first" | "last" => end(name, first?, span).unwrap_or_else(unknown),
        "take" | "skip" => {
            let (items, count) = (closed(first?), whole(args.get(1)));
            match items.zip(count) {
                Some((items, count)) if name == "take" => {
                    Value::list(items.iter().take(count).cloned().collect(), span)
                }
                Some((items, count)) => Value::list(items.iter().skip(count).cloned().collect(), span),
                None => unknown(),
            }
        }
        "range" => range(args, span).unwrap_or_else(unknown),
        "flatten" => flatten(first?, span).unwrap_or_else(unknown),
        "items" => items(first?, span).unwrap_or_else(unknown),
        "objectkeys" => match first?.as_map().filter(|map| map.open.is_none()) {
            Some(map) => Value::list(map.entries.iter().map(|it| Value::string(it.key.clone(), span)).collect(), span),
            None => unknown(),
        },
        "indexof" => unknown(),
        "shallowmerge" => closed(first?).map_or_else(unknown, |parts| merged(parts, span, false)),
        "tryget" | "tryindexfromend" => {
            args[1..].iter().fold(first?.clone(), |value, key| super::super::eval::item(&value, key, span))
        }
        "getproperty" => member(first?, args.get(1)?.as_str()?, span),
        "loadjsoncontent" | "loadyamlcontent" | "loadtextcontent" => {
            loaded(engine, name, args, span).unwrap_or_else(unknown)
        }
        "distinct" | "concatdistinct" => first?.clone(),
        _ => return None,
    })
}

fn object(args: &[Value], span: Span) -> Option<Value> {
    let entries = args
        .as_chunks::<2>()
        .0
        .iter()
        .map(|[key, value]| Some(Entry { key: key.as_str()?.into(), key_span: key.span, value: value.clone() }));
    Some(Value::map(entries.collect::<Option<_>>()?, span))
}

/// Objects are merged key by key, lists are put together.
fn union(args: &[Value], span: Span) -> Value {
    if args.iter().any(|arg| arg.as_list().is_some()) {
        let mut list = List::default();
        for arg in args {
            match &arg.kind {
                Kind::List(part) => {
                    for item in &part.items {
                        if list.items.len() > MOST_ITEMS || !list.items.iter().any(|it| equal(it, item) == Some(true)) {
                            list.items.push(item.clone());
                        }
                    }
                    list.open = list.open.or_else(|| part.open.clone());
                }
                Kind::Unknown(unknown) => list.open = Some(unknown.clone()),
                _ => {}
            }
        }
        return Value::new(Kind::List(list), span);
    }
    merged(args, span, true)
}

fn merged(parts: &[Value], span: Span, deep: bool) -> Value {
    if parts.iter().all(|part| part.as_map().is_none()) && parts.iter().any(|part| !part.is_null()) {
        return unknown_from("union", parts.iter(), span);
    }
    let mut map = Map::default();
    for part in parts {
        match &part.kind {
            Kind::Map(part) => lay(&mut map, part, deep),
            Kind::Unknown(known) => {
                // What is laid over may replace anything.
                map.open = Some(known.clone());
                for entry in &mut map.entries {
                    let old = entry.value.clone();
                    let new = unknown_from("union", [part].into_iter(), old.span);
                    entry.value = either_of(old, new, part, entry.value.span);
                }
            }
            _ => {}
        }
    }
    Value::new(Kind::Map(map), span)
}

/// Recurses as deep as values nest.
fn lay(map: &mut Map, over: &Map, deep: bool) {
    map.open = map.open.take().or_else(|| over.open.clone());
    for entry in &over.entries {
        match map.entries.iter_mut().find(|other| other.key == entry.key) {
            Some(other) => match (&mut other.value.kind, &entry.value.kind) {
                (Kind::Map(below), Kind::Map(above)) if deep => lay(below, above, deep),
                _ => other.value = entry.value.clone(),
            },
            None => map.entries.push(entry.clone()),
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "nothing has so many items")]
fn length(value: &Value, span: Span) -> Option<Value> {
    let count = match &value.kind {
        Kind::List(List { items, open: None }) => items.len(),
        Kind::Map(Map { entries, open: None }) => entries.len(),
        Kind::String(text) => text.chars().count(),
        Kind::Null => 0,
        _ => return None,
    };
    Some(Value::number(count as f64, span))
}

fn empty(value: &Value) -> Option<bool> {
    match &value.kind {
        Kind::Null => Some(true),
        Kind::String(text) => Some(text.is_empty()),
        Kind::List(list) if !list.items.is_empty() || list.open.is_none() => Some(list.items.is_empty()),
        Kind::Map(map) if !map.entries.is_empty() || map.open.is_none() => Some(map.entries.is_empty()),
        Kind::Unknown(unknown) if !unknown.prefix().is_empty() || !unknown.suffix().is_empty() => Some(false),
        // What the provider sets is there.
        Kind::Unknown(unknown) if matches!(unknown.reason, crate::model::Reason::Computed(_)) => Some(false),
        _ => None,
    }
}

fn contains(value: &Value, item: &Value) -> Option<bool> {
    match &value.kind {
        Kind::String(text) => Some(text.to_lowercase().contains(&item.as_str()?.to_lowercase())),
        Kind::List(list) => {
            let mut undecided = list.open.is_some();
            for other in &list.items {
                match equal(other, item) {
                    Some(true) => return Some(true),
                    Some(false) => {}
                    None => undecided = true,
                }
            }
            if undecided { None } else { Some(false) }
        }
        Kind::Map(map) => {
            let key = item.as_str()?;
            let found = map.entries.iter().any(|entry| entry.key.eq_ignore_ascii_case(key));
            if found || map.open.is_none() { Some(found) } else { None }
        }
        Kind::Null => Some(false),
        _ => None,
    }
}

fn end(name: &str, value: &Value, span: Span) -> Option<Value> {
    if let Some(text) = value.as_str() {
        let letter = if name == "first" { text.chars().next() } else { text.chars().last() };
        return Some(Value::string(letter.map(String::from).unwrap_or_default(), span));
    }
    let items = closed(value)?;
    let item = if name == "first" { items.first() } else { items.last() };
    Some(item.map_or_else(|| Value::new(Kind::Null, span), |item| item.clone().used_at(span)))
}

#[expect(clippy::cast_precision_loss, reason = "no range is so long")]
fn range(args: &[Value], span: Span) -> Option<Value> {
    let (start, count) = (args.first()?.as_number()?, whole(args.get(1))?);
    (count <= LONGEST).then(|| Value::list((0..count).map(|at| Value::number(start + at as f64, span)).collect(), span))
}

fn flatten(value: &Value, span: Span) -> Option<Value> {
    let Kind::List(list) = &value.kind else { return None };
    let mut flat = List { items: Vec::new(), open: list.open.clone() };
    for item in &list.items {
        match &item.kind {
            Kind::List(inner) => {
                flat.items.extend(inner.items.iter().cloned());
                flat.open = flat.open.or_else(|| inner.open.clone());
            }
            Kind::Unknown(_) => flat.open = reason_of(item).map(open),
            Kind::Null => {}
            _ => flat.items.push(item.clone()),
        }
    }
    Some(Value::new(Kind::List(flat), span))
}

/// The properties of an object as a list of `key` and `value`, in the order of the keys.
fn items(value: &Value, span: Span) -> Option<Value> {
    let map = value.as_map()?;
    let mut entries: Vec<&Entry> = map.entries.iter().collect();
    entries.sort_by(|a, b| a.key.cmp(&b.key));
    let pairs = entries.into_iter().map(|entry| {
        let key = Value::string(entry.key.clone(), entry.key_span);
        Value::map(vec![Entry::of("key", key), Entry::of("value", entry.value.clone())], entry.value.span)
    });
    Some(Value::new(Kind::List(List { items: pairs.collect(), open: map.open.clone() }), span))
}

/// What a file beside the template says; a path into it may follow.
fn loaded(engine: &Engine<'_>, name: &str, args: &[Value], span: Span) -> Option<Value> {
    let file = engine.file_at(span.file, args.first()?.as_str()?)?;
    let text = &engine.sources.get(file).text;
    if !engine.spend(text.len() / 16) {
        return None;
    }
    let mut tree = match name {
        "loadtextcontent" => return Some(Value::string(text.as_str(), span)),
        "loadjsoncontent" => json::parse(file, text).tree?,
        _ => yaml::parse(file, text).tree.into_iter().next()?,
    };
    // A finding points at what uses it: the file itself may not be one of settings.
    place(&mut tree, span);
    match args.get(1).and_then(Value::as_str) {
        None => Some(tree),
        Some(path) => path
            .trim_start_matches('$')
            .split('.')
            .filter(|step| !step.is_empty())
            .try_fold(&tree, |value, step| value.get(step))
            .cloned(),
    }
}
