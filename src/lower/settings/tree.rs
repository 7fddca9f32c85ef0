//! What lowering does with whole value trees.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{Entry, Kind, List, Map, Value};
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
