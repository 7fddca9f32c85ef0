//! Services in one form: variables replaced, and what may be written short written out.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::{Entry, Kind, Link, List, Map, Piece, Reason, Unknown, Value};
use crate::source::{Sources, Span};

use super::super::image;
use super::super::interpolate::{Expander, unset};
use super::super::written::Written;
use super::short;

/// Writes out the short forms of one document.
pub struct Normaliser<'a> {
    pub sources: &'a Sources,
    /// The addresses that links may lead to.
    pub declared: &'a BTreeSet<String>,
}

impl Normaliser<'_> {
    /// The body of a service.
    pub fn service(&self, value: &Value) -> Map {
        let Some(map) = value.as_map() else { return self.other(value) };
        let mut entries = Vec::with_capacity(map.entries.len());
        for entry in &map.entries {
            let value = match &*entry.key {
                "environment" | "labels" | "annotations" | "sysctls" => self.pairs(&entry.value, &entry.key),
                "build" => self.build(&entry.value),
                "env_file" => self.listed(&entry.value),
                "ports" => self.each(&entry.value, |item| short::port(self, item)),
                "volumes" => self.each(&entry.value, |item| self.volume(item)),
                "depends_on" | "links" => self.linked(&entry.value, ""),
                "networks" => self.linked(&entry.value, "network."),
                "secrets" => self.linked(&entry.value, "secret."),
                "configs" => self.linked(&entry.value, "config."),
                _ => self.expand(&entry.value),
            };
            if &*entry.key == "image" {
                let parts = image::parts(self.sources, &value);
                if !parts.is_empty() {
                    entries.push(Entry::of("image_ref", Value::map(parts, value.span)));
                }
            }
            entries.push(Entry { value, ..entry.clone() });
        }
        Map { entries, open: map.open.clone() }
    }

    /// The body of anything else: as written, with variables replaced. What is not a map has no entries.
    pub fn other(&self, value: &Value) -> Map {
        match self.expand(value).kind {
            Kind::Map(map) => map,
            Kind::Unknown(unknown) => Map { entries: Vec::new(), open: Some(unknown) },
            _ => Map::default(),
        }
    }

    /// A value with its variables replaced, however deep they stand.
    pub fn expand(&self, value: &Value) -> Value {
        let kind = match &value.kind {
            Kind::String(text) if text.contains('$') => {
                return keep_trace(self.text(text, value.span), value);
            }
            Kind::List(list) => Kind::List(List {
                items: list.items.iter().map(|item| self.expand(item)).collect(),
                open: list.open.clone(),
            }),
            Kind::Map(map) => {
                let entries =
                    map.entries.iter().map(|entry| Entry { value: self.expand(&entry.value), ..entry.clone() });
                Kind::Map(Map { entries: entries.collect(), open: map.open.clone() })
            }
            _ => return value.clone(),
        };
        Value { kind, ..value.clone() }
    }

    /// A text with its variables replaced.
    pub fn text(&self, text: &str, span: Span) -> Value {
        let lookup = |name: &str| unset(Reason::Environment, name, span);
        // Variables have no values here, so that replacing them cannot grow a text.
        let budget = Cell::new(usize::MAX);
        Expander { lookup: Some(&lookup), escape: None, budget: &budget }.expand(text, span)
    }

    /// `NAME=value` items, or a map, as a map. A variable without a value is taken from the environment.
    fn pairs(&self, value: &Value, key: &str) -> Value {
        let is_environment = key == "environment" || key == "args";
        let absent = |name: &str, span| match is_environment {
            true => unset(Reason::Environment, name, span),
            false => Value::string("", span),
        };
        let map = match &value.kind {
            Kind::Map(map) => {
                let entries = map.entries.iter().map(|entry| {
                    let is_absent = is_environment && entry.value.is_null();
                    let value = if is_absent { absent(&entry.key, entry.key_span) } else { self.expand(&entry.value) };
                    Entry { value, ..entry.clone() }
                });
                Map { entries: entries.collect(), open: map.open.clone() }
            }
            Kind::List(list) => {
                let mut map = Map { entries: Vec::new(), open: list.open.clone() };
                for item in &list.items {
                    match (Written::of(self.sources, item), item.as_unknown()) {
                        (Some(written), _) => map.entries.push(self.pair(&written, item, &absent)),
                        (_, Some(unknown)) => add_partial(&mut map, unknown, item.span),
                        _ => {}
                    }
                }
                map
            }
            _ => return self.expand(value),
        };
        Value { kind: Kind::Map(map), ..value.clone() }
    }

    fn pair(&self, written: &Written<'_>, item: &Value, absent: &dyn Fn(&str, Span) -> Value) -> Entry {
        let text = written.text;
        let equals = text.find('=');
        let end = equals.unwrap_or(text.len());
        let value = match equals {
            Some(equals) => self.text(&text[equals + 1..], written.part(equals + 1..text.len())),
            None => absent(text, item.span),
        };
        Entry { key: text[..end].into(), key_span: written.part(0..end), value: keep_trace(value, item) }
    }

    /// `build: folder` as a map, with arguments and labels as maps.
    fn build(&self, value: &Value) -> Value {
        let map = match &value.kind {
            Kind::String(_) => {
                let context = self.expand(value);
                Map { entries: vec![Entry::of("context", context)], open: None }
            }
            Kind::Map(map) => {
                let entries = map.entries.iter().map(|entry| {
                    let value = match &*entry.key {
                        "args" | "labels" => self.pairs(&entry.value, &entry.key),
                        _ => self.expand(&entry.value),
                    };
                    Entry { value, ..entry.clone() }
                });
                Map { entries: entries.collect(), open: map.open.clone() }
            }
            _ => return value.clone(),
        };
        Value { kind: Kind::Map(map), ..value.clone() }
    }

    /// One value or several, as a list.
    fn listed(&self, value: &Value) -> Value {
        let value = self.expand(value);
        match value.kind {
            Kind::String(_) | Kind::Map(_) => {
                let span = value.span;
                Value::list(vec![value], span)
            }
            _ => value,
        }
    }

    /// A list with each item in its long form.
    fn each(&self, value: &Value, long: impl Fn(&Value) -> Value) -> Value {
        let Some(list) = value.as_list() else { return self.expand(value) };
        let items = list.items.iter().map(long).collect();
        Value { kind: Kind::List(List { items, open: list.open.clone() }), ..value.clone() }
    }

    fn volume(&self, item: &Value) -> Value {
        let mut volume = short::volume(self, item);
        if let Kind::Map(map) = &mut volume.kind {
            for entry in map.entries.iter_mut().filter(|entry| &*entry.key == "source") {
                entry.value = self.link(entry.value.clone(), "volume.");
            }
        }
        volume
    }

    /// Links the names in a list, or the values of the names in a map, to what they name.
    fn linked(&self, value: &Value, prefix: &str) -> Value {
        let mut value = self.expand(value);
        match &mut value.kind {
            Kind::List(list) => {
                for item in &mut list.items {
                    match &mut item.kind {
                        Kind::Map(map) => {
                            for entry in map.entries.iter_mut().filter(|entry| &*entry.key == "source") {
                                entry.value = self.link(entry.value.clone(), prefix);
                            }
                        }
                        _ => *item = self.link(item.clone(), prefix),
                    }
                }
            }
            Kind::Map(map) => {
                for entry in &mut map.entries {
                    let links = self.link_to(&entry.key, prefix);
                    entry.value = entry.value.clone().with_links(links);
                }
            }
            _ => {}
        }
        value
    }

    fn link(&self, value: Value, prefix: &str) -> Value {
        let link = value.as_str().and_then(|name| self.link_to(name, prefix));
        value.with_links(link)
    }

    fn link_to(&self, name: &str, prefix: &str) -> Option<Link> {
        // `links` may rename: `service:alias`.
        let name = name.split(':').next().unwrap_or(name);
        let address = format!("{prefix}{name}");
        self.declared.contains(&address).then(|| Link { address: address.into(), attribute: "".into() })
    }
}

/// An item that is known in part: its name may be known nevertheless.
fn add_partial(map: &mut Map, unknown: &Arc<Unknown>, span: Span) {
    let Some((Piece::Text(first), rest)) = unknown.pieces.split_first() else {
        map.open = Some(unknown.clone());
        return;
    };
    let Some((key, start)) = first.split_once('=') else {
        map.open = Some(unknown.clone());
        return;
    };
    let start = (!start.is_empty()).then(|| Piece::Text(start.into()));
    let pieces = start.into_iter().chain(rest.iter().cloned()).collect();
    map.entries.push(Entry {
        key: key.into(),
        key_span: span,
        value: Value::partial(unknown.reason.clone(), pieces, span),
    });
}

/// A value made of another, with the history of that one too.
pub fn keep_trace(value: Value, of: &Value) -> Value {
    if of.trace.is_none() || value.trace.is_some() {
        return value;
    }
    Value { trace: of.trace.clone(), ..value }
}
