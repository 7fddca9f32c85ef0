//! What a path leads to inside a value.

use crate::catalog::{Path, Step};
use crate::model::{Kind, Unknown, Value};
use crate::source::Span;

/// One end of a path.
#[derive(Clone, Copy, Debug)]
pub enum Hit<'v> {
    /// A value, which may itself be unknown.
    Found(&'v Value),
    /// Nothing; with the innermost thing on the way that is there.
    Absent(Option<Span>),
    /// A part of the way is not known.
    Unknown(&'v Unknown, Span),
}

/// All ends of a path. Lists on the way are stepped through; one at the end is not. There is always
/// at least one end, and an empty list on the way is an absence.
#[must_use]
pub fn resolve<'v>(root: &'v Value, path: &Path) -> Vec<Hit<'v>> {
    let mut hits = Vec::new();
    descend(root, &path.steps, None, &mut hits);
    hits
}

fn descend<'v>(value: &'v Value, steps: &[Step], parent: Option<Span>, hits: &mut Vec<Hit<'v>>) {
    let Some((step, rest)) = steps.split_first() else {
        hits.push(if value.is_null() { Hit::Absent(parent) } else { Hit::Found(value) });
        return;
    };
    match (&value.kind, step) {
        (Kind::Unknown(unknown), _) => hits.push(Hit::Unknown(unknown, value.span)),
        (Kind::List(list), Step::Item(index)) => match (list.items.get(*index), &list.open) {
            (Some(item), _) => descend(item, rest, Some(value.span), hits),
            (None, Some(unknown)) => hits.push(Hit::Unknown(unknown, value.span)),
            (None, None) => hits.push(Hit::Absent(Some(value.span))),
        },
        (Kind::List(list), _) => {
            for item in &list.items {
                descend(item, steps, Some(item.span), hits);
            }
            match &list.open {
                Some(unknown) => hits.push(Hit::Unknown(unknown, value.span)),
                None if list.items.is_empty() => hits.push(Hit::Absent(parent)),
                None => {}
            }
        }
        (Kind::Map(map), Step::Key(key)) => {
            // Condition keys of IAM policies, the ones with a colon, do not depend on case.
            let found = map.entry(key).or_else(|| {
                let loose = key.contains(':');
                map.entries.iter().find(|entry| loose && entry.key.eq_ignore_ascii_case(key))
            });
            match (found, &map.open) {
                (Some(entry), _) => descend(&entry.value, rest, Some(entry.key_span.to(entry.value.span)), hits),
                (None, Some(unknown)) => hits.push(Hit::Unknown(unknown, value.span)),
                (None, None) => hits.push(Hit::Absent(parent)),
            }
        }
        (Kind::Map(map), Step::AnyKey) => {
            for entry in &map.entries {
                descend(&entry.value, rest, Some(entry.key_span.to(entry.value.span)), hits);
            }
            match &map.open {
                Some(unknown) => hits.push(Hit::Unknown(unknown, value.span)),
                None if map.entries.is_empty() => hits.push(Hit::Absent(parent)),
                None => {}
            }
        }
        _ => hits.push(Hit::Absent(parent)),
    }
}

/// The elements that a quantifier ranges over: the items of lists, or the values themselves. The
/// second part tells why there may be more.
#[must_use]
pub fn elements<'v>(root: &'v Value, path: &Path) -> (Vec<&'v Value>, Option<(&'v Unknown, Span)>) {
    let mut found = Vec::new();
    let mut open = None;
    for hit in resolve(root, path) {
        match hit {
            Hit::Found(value) => flatten(value, &mut found, &mut open),
            Hit::Unknown(unknown, span) => open = open.or(Some((unknown, span))),
            Hit::Absent(_) => {}
        }
    }
    (found, open)
}

/// A list's items, or the value itself.
fn flatten<'v>(value: &'v Value, found: &mut Vec<&'v Value>, open: &mut Option<(&'v Unknown, Span)>) {
    match &value.kind {
        Kind::List(list) => {
            for item in &list.items {
                flatten(item, found, open);
            }
            *open = open.or(list.open.as_deref().map(|unknown| (unknown, value.span)));
        }
        Kind::Unknown(unknown) if unknown.pieces.is_empty() && value.links().is_empty() => {
            *open = open.or(Some((unknown, value.span)));
        }
        Kind::Null => {}
        _ => found.push(value),
    }
}
