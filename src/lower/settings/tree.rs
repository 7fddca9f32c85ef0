//! What lowering does with whole value trees.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{Entry, Kind, List, Map, Piece, Reason, Value};
use crate::parse::mask::MASK;
use crate::source::{FileId, Span};

use super::body::typed;

/// The documents of a properties file as one, a later key winning.
pub(super) fn flat(documents: &[Value], file: FileId) -> Value {
    let mut entries: Vec<Entry> = Vec::new();
    let mut index: HashMap<Arc<str>, usize> = HashMap::new();
    for entry in documents.iter().filter_map(Value::as_map).flat_map(|map| &map.entries) {
        match index.get(&entry.key) {
            Some(at) => entries[*at] = entry.clone(),
            None => {
                index.insert(entry.key.clone(), entries.len());
                entries.push(entry.clone());
            }
        }
    }
    let span = documents.iter().map(|document| document.span).reduce(Span::to).unwrap_or(Span::top(file));
    Value::map(entries, span)
}

/// The same tree with every text that is a truth value or number made one.
pub(super) fn typed_leaves(value: &Value) -> Value {
    let kind = match &value.kind {
        Kind::Map(map) => Kind::Map(Map {
            entries: map
                .entries
                .iter()
                .map(|entry| Entry { value: typed_leaves(&entry.value), ..entry.clone() })
                .collect(),
            open: map.open.clone(),
        }),
        Kind::List(list) => {
            Kind::List(List { items: list.items.iter().map(typed_leaves).collect(), open: list.open.clone() })
        }
        _ => return typed(value),
    };
    Value { kind, ..value.clone() }
}

/// The value at a dotted path of keys without lists.
pub(super) fn at<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    path.split('.').try_fold(value, |value, key| value.get(key))
}

/// Makes texts that hold covered expressions of a template unknown but for what is around them.
pub(super) fn unmask(value: &mut Value) {
    match &mut value.kind {
        Kind::Map(map) => map.entries.iter_mut().for_each(|entry| unmask(&mut entry.value)),
        Kind::List(list) => list.items.iter_mut().for_each(unmask),
        Kind::String(text) if text.contains(MASK) => *value = masked(text, value.span),
        _ => {}
    }
}

/// A text as a value; covered expressions in it are holes.
pub(super) fn masked(text: &str, span: Span) -> Value {
    if !text.contains(MASK) {
        return Value::string(text, span);
    }
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let known = rest.find(MASK).unwrap_or(rest.len());
        if known > 0 {
            pieces.push(Piece::Text(rest[..known].into()));
        }
        rest = &rest[known..];
        let covered = rest.len() - rest.trim_start_matches(MASK).len();
        if covered > 0 {
            pieces.push(Piece::Hole(Vec::new()));
        }
        rest = &rest[covered..];
    }
    Value::partial(Reason::Expression("template".into()), pieces, span)
}
