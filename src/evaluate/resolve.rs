//! What a path leads to inside a value.

use std::sync::Arc;

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
/// at least one end, and an empty list on the way is an absence. Where only what is written counts, so
/// is what a map or list known in part does not hold.
#[must_use]
pub fn resolve<'v>(root: &'v Value, path: &Path, written_only: bool) -> Vec<Hit<'v>> {
    let mut walk = Walk { written_only, hits: Vec::new() };
    walk.descend(root, &path.steps, None);
    walk.hits
}

struct Walk<'v> {
    written_only: bool,
    hits: Vec<Hit<'v>>,
}

impl<'v> Walk<'v> {
    fn descend(&mut self, value: &'v Value, steps: &[Step], parent: Option<Span>) {
        let Some((step, rest)) = steps.split_first() else {
            self.hits.push(if value.is_null() { Hit::Absent(parent) } else { Hit::Found(value) });
            return;
        };
        match (&value.kind, step) {
            (Kind::Unknown(unknown), _) => self.hits.push(Hit::Unknown(unknown, value.span)),
            (Kind::List(list), Step::Item(index)) => match (list.items.get(*index), self.open(&list.open)) {
                (Some(item), _) => self.descend(item, rest, Some(value.span)),
                (None, Some(unknown)) => self.hits.push(Hit::Unknown(unknown, value.span)),
                (None, None) => self.hits.push(Hit::Absent(Some(value.span))),
            },
            (Kind::List(list), _) => {
                for item in &list.items {
                    self.descend(item, steps, Some(item.span));
                }
                match self.open(&list.open) {
                    Some(unknown) => self.hits.push(Hit::Unknown(unknown, value.span)),
                    None if list.items.is_empty() => self.hits.push(Hit::Absent(parent)),
                    None => {}
                }
            }
            (Kind::Map(map), Step::Key(key)) => {
                // Condition keys of IAM policies, the ones with a colon, do not depend on case.
                let found = map.entry(key).or_else(|| {
                    let loose = key.contains(':');
                    map.entries.iter().find(|entry| loose && entry.key.eq_ignore_ascii_case(key))
                });
                match (found, self.open(&map.open)) {
                    (Some(entry), _) => self.descend(&entry.value, rest, Some(entry.key_span.to(entry.value.span))),
                    (None, Some(unknown)) => self.hits.push(Hit::Unknown(unknown, value.span)),
                    (None, None) => self.hits.push(Hit::Absent(parent)),
                }
            }
            (Kind::Map(map), Step::AnyKey) => {
                for entry in &map.entries {
                    self.descend(&entry.value, rest, Some(entry.key_span.to(entry.value.span)));
                }
                match self.open(&map.open) {
                    Some(unknown) => self.hits.push(Hit::Unknown(unknown, value.span)),
                    None if map.entries.is_empty() => self.hits.push(Hit::Absent(parent)),
                    None => {}
                }
            }
            _ => self.hits.push(Hit::Absent(parent)),
        }
    }

    /// Why there may be more, where that counts.
    fn open(&self, open: &'v Option<Arc<Unknown>>) -> Option<&'v Unknown> {
        open.as_deref().filter(|_| !self.written_only)
    }
}

/// The elements that a quantifier ranges over: the items of lists, or the values themselves. The
/// second part tells why there may be more.
#[must_use]
pub fn elements<'v>(root: &'v Value, path: &Path, written_only: bool) -> (Vec<&'v Value>, Option<(&'v Unknown, Span)>) {
    let mut found = Vec::new();
    let mut open = None;
    for hit in resolve(root, path, written_only) {
        match hit {
            Hit::Found(value) => flatten(value, written_only, &mut found, &mut open),
            Hit::Unknown(unknown, span) => open = open.or(Some((unknown, span))),
            Hit::Absent(_) => {}
        }
    }
    (found, open)
}

/// A list's items, or the value itself.
fn flatten<'v>(
    value: &'v Value,
    written_only: bool,
    found: &mut Vec<&'v Value>,
    open: &mut Option<(&'v Unknown, Span)>,
) {
    match &value.kind {
        Kind::List(list) => {
            for item in &list.items {
                flatten(item, written_only, found, open);
            }
            *open = open.or(list.open.as_deref().filter(|_| !written_only).map(|unknown| (unknown, value.span)));
        }
        Kind::Unknown(unknown) if unknown.pieces.is_empty() && value.links().is_empty() => {
            *open = open.or(Some((unknown, value.span)));
        }
        Kind::Null => {}
        _ => found.push(value),
    }
}
