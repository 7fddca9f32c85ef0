//! Compose files to facts: services in one form whichever short syntax they are written in, and
//! volumes, networks, secrets and configs.
//!
//! A variable with a default counts as its default; one without is unknown. `extends` is followed within
//! the file; a service that extends one of another file may hold more than is known.

mod merge;
mod service;
mod short;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{Dialect, Entry, Fact, Kind, Map, Part, Scope, ScopeId, Unread, Value};
use crate::source::{FileId, Sources};

use self::service::Normaliser;
use super::image;

/// What a Compose file declares beside services: the key and the kind of its facts.
const OTHERS: [(&str, &str); 4] =
    [("volumes", "volume"), ("networks", "network"), ("secrets", "secret"), ("configs", "config")];

/// The facts of a Compose file; none when no document is one.
#[must_use]
pub fn lower(sources: &Sources, file: FileId, documents: &[Value]) -> Option<Part> {
    let source = sources.get(file);
    let named = is_compose_name(source.name());
    let documents: Vec<_> = documents.iter().filter(|document| is_compose(document, named)).collect();
    if documents.is_empty() {
        return None;
    }
    let mut scope = Scope::new(Dialect::Compose, source.path.as_str());
    let mut part = Part::default();
    for document in documents {
        Lowering { sources, file, part: &mut part, unread: &mut scope.unread, declared: BTreeSet::new() }
            .document(document);
    }
    part.scopes.push(scope);
    Some(part)
}

/// Whether a file is a Compose file by its name: `compose.yaml`, `docker-compose.prod.yml`.
#[must_use]
pub fn is_compose_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let is_yaml = name.ends_with(".yml") || name.ends_with(".yaml");
    is_yaml && (name.starts_with("docker-compose") || name.starts_with("compose"))
}

/// Whether a document is a Compose file: by the file's name, or as its services have an image or a build.
fn is_compose(document: &Value, named: bool) -> bool {
    let Some(services) = document.get("services") else {
        return named && OTHERS.iter().any(|(key, _)| document.get(key).is_some_and(|value| value.as_map().is_some()));
    };
    let Some(services) = services.as_map() else { return named && services.as_unknown().is_some() };
    named || services.entries.iter().any(|entry| entry.value.get("image").or(entry.value.get("build")).is_some())
}

struct Lowering<'a> {
    sources: &'a Sources,
    file: FileId,
    part: &'a mut Part,
    unread: &'a mut Vec<Unread>,
    /// The addresses of the document's facts, for links to lead somewhere.
    declared: BTreeSet<String>,
}

impl Lowering<'_> {
    fn document(&mut self, document: &Value) {
        self.note_unread(document);
        let entries = |key: &str| document.get(key).and_then(Value::as_map).map_or(&[][..], |map| &map.entries);
        for (key, kind) in OTHERS {
            self.declared.extend(entries(key).iter().map(|entry| format!("{kind}.{}", entry.key)));
        }
        self.declared.extend(entries("services").iter().map(|entry| entry.key.to_string()));
        let normaliser = Normaliser { sources: self.sources, declared: &self.declared };
        let services: Vec<_> = last_of_each(entries("services"));
        let bodies: Vec<_> = services.iter().map(|entry| (&*entry.key, normaliser.service(&entry.value))).collect();
        let bodies = merge::extend(self.sources.get(self.file).name(), &bodies);
        for (entry, body) in services.iter().zip(bodies) {
            if let Some(image) = body.get("image").filter(|_| body.get("build").is_none()) {
                self.part.uses.extend(image::used(image));
            }
            self.part.facts.push(fact("service", entry.key.clone(), entry, body));
        }
        for (key, kind) in OTHERS {
            for entry in last_of_each(entries(key)) {
                let body = normaliser.other(&entry.value);
                self.part.facts.push(fact(kind, format!("{kind}.{}", entry.key).into(), entry, body));
            }
        }
    }

    /// Included files are roots of their own here; what cannot be read of this one is told of.
    fn note_unread(&mut self, document: &Value) {
        let mut note = |value: &Value, what: &str| {
            self.unread.push(Unread { call: value.clone(), span: value.span, what: what.to_owned() });
        };
        if let Some(include) = document.get("include") {
            note(include, "what it includes");
        }
        let is_partial =
            |value: &&Value| value.as_unknown().is_some() || value.as_map().is_some_and(|map| map.open.is_some());
        let parts = [document.get("services"), Some(document)];
        if let Some(value) = parts.into_iter().flatten().find(is_partial) {
            note(value, "a part of the file");
        }
    }
}

/// The entries of a map, of a repeated key the last.
fn last_of_each(entries: &[Entry]) -> Vec<&Entry> {
    let last: BTreeMap<&str, usize> = entries.iter().enumerate().map(|(at, entry)| (&*entry.key, at)).collect();
    let is_last = |(at, entry): &(usize, &Entry)| last.get(&*entry.key) == Some(at);
    entries.iter().enumerate().filter(is_last).map(|(_, entry)| entry).collect()
}

fn fact(kind: &str, address: Arc<str>, entry: &Entry, body: Map) -> Fact {
    let body = Value { kind: Kind::Map(body), ..entry.value.clone() };
    Fact {
        dialect: Dialect::Compose,
        kind: kind.into(),
        address,
        scope: ScopeId(0),
        body,
        span: entry.key_span.to(entry.value.span),
        header: entry.key_span,
        via: Vec::new(),
    }
}
