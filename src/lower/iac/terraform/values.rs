//! What the evaluator does with values, whichever expression asks for it: conversion to text, sorted maps,
//! unknowns made from unknowns.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{Entry, Form, Kind, Link, List, Map, Reason, Trace, Unknown, Value};
use crate::source::Span;

use super::numbers::is_exact;

/// Links that one value keeps.
const MOST_LINKS: usize = 16;

/// Levels that a value is looked into.
pub(super) const MOST_LEVELS: u32 = 64;

/// Entries that are found faster by looking at each.
const FEW_ENTRIES: usize = 16;

/// An unknown past a limit.
pub(super) fn limit(span: Span) -> Value {
    Value::unknown(Reason::Limit, span)
}

/// An unknown for what is not evaluated; `what` names it.
pub(super) fn unevaluated(what: &str, span: Span) -> Value {
    Value::unknown(Reason::Expression(what.into()), span)
}

/// What Terraform answers with an error when it evaluates: an operation that the value has not. `try` and `can` tell
/// it from other unknowns.
pub(super) fn mistake(what: &str, span: Span) -> Value {
    Value::unknown(Reason::Failed(what.into()), span)
}

/// What Terraform refuses before it evaluates anything: a reference to nothing. `try` cannot help there.
pub(super) fn undeclared(what: &str, span: Span) -> Value {
    Value::unknown(Reason::Undeclared(what.into()), span)
}

/// Whether evaluation failed as Terraform's would.
pub(super) fn is_mistake(value: &Value) -> bool {
    value.as_unknown().is_some_and(|unknown| fails(unknown))
}

/// Whether something is unknown because Terraform fails there.
pub(super) fn fails(unknown: &Unknown) -> bool {
    matches!(unknown.reason, Reason::Failed(_) | Reason::Undeclared(_))
}

/// Whether Terraform refuses the expression before it evaluates it.
pub(super) fn is_undeclared(value: &Value) -> bool {
    value.as_unknown().is_some_and(|unknown| matches!(unknown.reason, Reason::Undeclared(_)))
}

/// Why a value is unknown, or why there may be more in it.
pub(super) fn unknown_of(value: &Value) -> Option<&Arc<Unknown>> {
    match &value.kind {
        Kind::Unknown(unknown) => Some(unknown),
        Kind::List(List { open, .. }) | Kind::Map(Map { open, .. }) => open.as_ref(),
        _ => None,
    }
}

/// The first unknown in a value, however deep.
pub(super) fn find_unknown(value: &Value, levels: u32) -> Option<&Arc<Unknown>> {
    if let Some(unknown) = unknown_of(value) {
        return Some(unknown);
    }
    if levels == 0 {
        return None;
    }
    match &value.kind {
        Kind::List(list) => list.items.iter().find_map(|item| find_unknown(item, levels - 1)),
        Kind::Map(map) => map.entries.iter().find_map(|entry| find_unknown(&entry.value, levels - 1)),
        _ => None,
    }
}

/// An unknown that is so because `values` are: the reason of the first unknown one, the links of all.
pub(super) fn unknown_from<'v>(values: impl IntoIterator<Item = &'v Value>, span: Span) -> Value {
    let mut reason = None;
    let mut links = Vec::new();
    for value in values {
        if reason.is_none() {
            reason = find_unknown(value, MOST_LEVELS).map(|unknown| unknown.reason.clone());
        }
        gather_links(value, &mut links, MOST_LEVELS);
    }
    Value::unknown(reason.unwrap_or(Reason::Limit), span).with_links(links)
}

/// Adds the links of a value and of what is in it.
pub(super) fn gather_links(value: &Value, links: &mut Vec<Link>, levels: u32) {
    for link in value.links() {
        if links.len() < MOST_LINKS && !links.contains(link) {
            links.push(link.clone());
        }
    }
    if levels == 0 || links.len() >= MOST_LINKS {
        return;
    }
    match &value.kind {
        Kind::List(list) => list.items.iter().for_each(|item| gather_links(item, links, levels - 1)),
        Kind::Map(map) => map.entries.iter().for_each(|entry| gather_links(&entry.value, links, levels - 1)),
        _ => {}
    }
}

/// A value with the links and origins of the values that it was made from.
pub(super) fn made_from<'v>(made: Value, values: impl IntoIterator<Item = &'v Value>) -> Value {
    let mut trace = made.trace.as_deref().cloned().unwrap_or_default();
    for value in values {
        let Some(part) = &value.trace else { continue };
        for link in &part.links {
            if trace.links.len() < MOST_LINKS && !trace.links.contains(link) {
                trace.links.push(link.clone());
            }
        }
        for origin in &part.origins {
            if trace.origins.len() < 8 && !trace.origins.contains(origin) {
                trace.origins.push(*origin);
            }
        }
    }
    Value { trace: (trace != Trace::default()).then(|| Arc::new(trace)), ..made }
}

/// A number as Terraform writes it.
pub(super) fn number_text(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 { format!("{number:.0}") } else { number.to_string() }
}

/// A known scalar as text, as Terraform converts. JSON in text is text too.
pub(super) fn scalar_text(value: &Value) -> Option<Cow<'_, str>> {
    match &value.kind {
        Kind::String(text) => Some(Cow::Borrowed(text)),
        Kind::Number(number) if is_exact(*number) => Some(Cow::Owned(number_text(*number))),
        Kind::List(_) | Kind::Map(_) if value.form() == Some(Form::Json) => {
            super::functions::encoding::rendered(value, value.span).map(Cow::Owned)
        }
        Kind::Bool(truth) => Some(Cow::Borrowed(if *truth { "true" } else { "false" })),
        _ => None,
    }
}

/// A known scalar as the key of a map.
pub(super) fn key_text(value: &Value) -> Option<Arc<str>> {
    match &value.kind {
        Kind::String(text) => Some(text.clone()),
        _ => scalar_text(value).map(Into::into),
    }
}

/// The entries in the order of their keys, the last of repeated ones: how Terraform walks a map.
pub(super) fn sorted_entries(map: &Map) -> Vec<&Entry> {
    let mut entries: Vec<&Entry> = map.entries.iter().collect();
    entries.sort_by(|a, b| a.key.cmp(&b.key));
    entries.dedup_by(|later, earlier| {
        let same = later.key == earlier.key;
        if same {
            // The sort is stable, so the later of the two is the one that counts.
            *earlier = later;
        }
        same
    });
    entries
}

/// Builds a map in which a later entry takes the place of an earlier one of the same key.
#[derive(Default)]
pub(super) struct MapBuilder {
    entries: Vec<Entry>,
    /// Where each key is, once there are many.
    places: HashMap<Arc<str>, usize>,
    /// Why there may be more keys.
    pub open: Option<Arc<Unknown>>,
}

impl MapBuilder {
    /// An empty map that may hold more keys for the reason given.
    pub fn with_open(open: Option<Arc<Unknown>>) -> Self {
        Self { open, ..Self::default() }
    }

    fn place(&self, key: &str) -> Option<usize> {
        if self.places.is_empty() {
            return self.entries.iter().position(|entry| &*entry.key == key);
        }
        self.places.get(key).copied()
    }

    /// Sets a key.
    pub fn insert(&mut self, entry: Entry) {
        if let Some(place) = self.place(&entry.key) {
            self.entries[place] = entry;
            return;
        }
        if !self.places.is_empty() {
            self.places.insert(entry.key.clone(), self.entries.len());
        }
        self.entries.push(entry);
        if self.places.is_empty() && self.entries.len() > FEW_ENTRIES {
            self.places = self.entries.iter().enumerate().map(|(at, entry)| (entry.key.clone(), at)).collect();
        }
    }

    /// The value of a key, to change it.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Value> {
        let place = self.place(key)?;
        self.entries.get_mut(place).map(|entry| &mut entry.value)
    }

    /// All entries so far.
    pub fn entries_mut(&mut self) -> &mut [Entry] {
        &mut self.entries
    }

    /// The map.
    pub fn finish(self) -> Map {
        Map { entries: self.entries, open: self.open }
    }
}

/// A map value.
pub(super) fn map_value(map: Map, span: Span) -> Value {
    Value::new(Kind::Map(map), span)
}

/// A list value that may hold more for the reason given.
pub(super) fn list_value(items: Vec<Value>, open: Option<Arc<Unknown>>, span: Span) -> Value {
    Value::new(Kind::List(List { items, open }), span)
}

/// How many nodes a value has, up to about `most`; nothing when it has more than `levels` levels.
pub(super) fn size(value: &Value, most: u64, levels: u32) -> Option<u64> {
    let mut count = 1;
    match &value.kind {
        Kind::String(text) => count += text.len() as u64 / 64,
        Kind::Unknown(unknown) => count += unknown.pieces.len() as u64,
        Kind::List(list) => {
            for item in &list.items {
                if count >= most {
                    break;
                }
                count += size(item, most - count, levels.checked_sub(1)?)?;
            }
        }
        Kind::Map(map) => {
            for entry in &map.entries {
                if count >= most {
                    break;
                }
                count += size(&entry.value, most - count, levels.checked_sub(1)?)?;
            }
        }
        _ => {}
    }
    Some(count)
}
