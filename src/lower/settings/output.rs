//! The part that one file of settings is lowered to: a scope, its facts, the trouble met.

use std::sync::Arc;

use crate::model::{Dialect, Entry, Fact, Kind, Part, Scope, ScopeId, Value};
use crate::parse::mask::MASK;
use crate::source::{FileId, Sources, Span};

use super::environment;

/// A part under construction.
pub(super) struct Output<'s> {
    pub file: FileId,
    pub path: &'s str,
    pub sources: &'s Sources,
    part: Part,
}

impl<'s> Output<'s> {
    pub fn new(sources: &'s Sources, file: FileId, dialect: Dialect) -> Self {
        let path = sources.get(file).path.as_str();
        let scope = Scope::new(dialect, path);
        Self { file, path, sources, part: Part { scopes: vec![scope], ..Part::default() } }
    }

    /// The name of the file without its last extension: the kind of some facts.
    pub fn stem(&self) -> &'s str {
        let name = self.path.rsplit('/').next().unwrap_or(self.path);
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// The line on which a span starts.
    pub fn line(&self, span: Span) -> usize {
        self.sources.get(self.file).lines().line(span.start)
    }

    /// Adds a fact whose header is its beginning.
    pub fn fact(&mut self, dialect: Dialect, kind: &str, address: impl Into<Arc<str>>, body: Value) {
        // What is missing in a file is missing nowhere in particular: its start says so.
        let header = Span::top(self.file);
        self.fact_at(dialect, kind, address, body, header);
    }

    /// Adds a fact with the place where a finding about something missing points.
    pub fn fact_at(
        &mut self,
        dialect: Dialect,
        kind: &str,
        address: impl Into<Arc<str>>,
        mut body: Value,
        header: Span,
    ) {
        if let Kind::Map(map) = &mut body.kind {
            if !map.entries.iter().any(|entry| &*entry.key == "@environment") {
                map.entries.push(environment::entry(self.sources, self.file));
            }
        } else {
            let span = body.span;
            body = Value::map(vec![Entry::of("@value", body), environment::entry(self.sources, self.file)], span);
        }
        self.part.facts.push(Fact {
            dialect,
            kind: kind.into(),
            address: address.into().replace(MASK, "").into(),
            scope: ScopeId(0),
            span: body.span,
            body,
            header,
            via: Vec::new(),
        });
    }

    pub fn finish(self) -> Part {
        self.part
    }
}
