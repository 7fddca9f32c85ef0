//! Tells a tree what the actions that were blanked may change in it.

use std::sync::Arc;

use crate::model::{Kind, Unknown, Value};

use super::scan::Action;
use super::{Blanked, anything, pieces, reason};

/// Marks what has an action in it or stands in a condition. `key` is where the key of a nested value
/// stands. Recurses as deep as values nest.
pub(super) fn inside(blanked: &Blanked<'_>, value: &mut Value, key: Option<usize>) {
    let span = value.span;
    let conditional = |at: usize, end: usize| {
        blanked.regions_at(at).any(|region| {
            let apart = match key {
                Some(key) => region.range.start > key,
                None => region.range.start > span.start as usize || region.range.end < span.end as usize,
            };
            apart && region.range.end >= end
        })
    };
    match &mut value.kind {
        Kind::Map(map) => {
            let entries = map.entries.len();
            map.entries.retain(|entry| blanked.within(entry.key_span).is_empty());
            if map.entries.len() < entries {
                map.open = Some(anything());
            }
            for entry in &mut map.entries {
                let (at, span) = (entry.key_span.start as usize, entry.value.span);
                if conditional(at, (span.end as usize).max(at)) {
                    entry.value = Value::unknown(reason(), span);
                } else {
                    inside(blanked, &mut entry.value, Some(at));
                }
            }
        }
        Kind::List(list) => {
            for item in &mut list.items {
                let (at, end) = (item.span.start as usize, item.span.end as usize);
                if conditional(at, end) {
                    list.open = Some(anything());
                }
                inside(blanked, item, Some(at));
            }
        }
        _ => scalar(blanked, value),
    }
}

fn scalar(blanked: &Blanked<'_>, value: &mut Value) {
    let written = value.origins().first().copied().unwrap_or(value.span);
    let actions = blanked.within(written);
    if !actions.is_empty() {
        let pieces = pieces(blanked.original, written, actions);
        value.kind = Kind::Unknown(Arc::new(Unknown { reason: reason(), pieces }));
    }
}

/// Opens what an action on lines of its own puts text into, which its indentation tells.
pub(super) fn put_in(blanked: &Blanked<'_>, document: &mut Value, action: &Action) {
    put_under(blanked, document, action.range.start, action.indent);
}

/// Recurses as deep as values nest.
fn put_under(blanked: &Blanked<'_>, value: &mut Value, at: usize, indent: usize) {
    let start = value.span.start as usize;
    if !is_block(blanked, start) {
        return open(value);
    }
    let child = match &mut value.kind {
        Kind::Map(map) => {
            let next = map.entries.partition_point(|entry| (entry.key_span.start as usize) < at);
            let entry = next.checked_sub(1).and_then(|last| map.entries.get_mut(last));
            entry.map(|entry| (blanked.column(entry.key_span.start as usize), &mut entry.value))
        }
        Kind::List(list) => {
            let next = list.items.partition_point(|item| (item.span.start as usize) < at);
            next.checked_sub(1).and_then(|last| list.items.get_mut(last)).map(|item| (blanked.column(start), item))
        }
        _ => None,
    };
    if let Some((column, child)) = child {
        if reaches(blanked, column, indent, child) {
            return put_under(blanked, child, at, indent);
        }
        // A list may stand as far left as the key that it belongs to.
        if child.is_null() && indent == column {
            open(child);
        }
    }
    open(value);
}

/// Whether text at an indentation goes into the child of a key or dash at a column.
fn reaches(blanked: &Blanked<'_>, column: usize, indent: usize, child: &Value) -> bool {
    let start = child.span.start as usize;
    match child.kind {
        Kind::Map(_) | Kind::List(_) => !is_block(blanked, start) || indent >= blanked.column(start),
        _ => indent > column,
    }
}

/// Whether a collection goes by indentation; one in brackets, or an alias of one, goes by itself.
fn is_block(blanked: &Blanked<'_>, at: usize) -> bool {
    blanked.text.as_bytes().get(at).is_some_and(|first| !matches!(first, b'{' | b'[' | b'*'))
}

fn open(value: &mut Value) {
    match &mut value.kind {
        Kind::Map(map) => map.open = Some(anything()),
        Kind::List(list) => list.open = Some(anything()),
        Kind::Unknown(_) => {}
        _ => value.kind = Kind::Unknown(anything()),
    }
}
