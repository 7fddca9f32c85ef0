//! ConfigMaps and Secrets that a kustomization makes of literals and files. Their names are left without
//! the hash that kustomize adds: it says nothing, and it would change with every value.

use std::sync::Arc;

use crate::model::{Entry, Kind, Reason, Value};
use crate::source::{FileId, Sources, Span};

use super::super::super::written::Written;
use super::super::object::identity;
use super::edit;

/// Larger files are left out of what is generated: they are read as what they are.
const FILE: usize = 16 * 1024;

/// What a generator says.
pub struct Generator<'a> {
    pub sources: &'a Sources,
    /// `ConfigMap` or `Secret`.
    pub kind: &'static str,
    /// The entry of the kustomization.
    pub entry: &'a Value,
    /// Options for all generators of the kustomization.
    pub options: Option<&'a Value>,
}

impl Generator<'_> {
    /// The object. `find` leads from a path to the file, if that is read.
    pub fn object(&self, find: &mut dyn FnMut(&Value, &str) -> Option<FileId>) -> Value {
        let span = self.entry.span;
        let text = |text: &str| Value::string(text, span);
        let mut metadata = Value::map(Vec::new(), span);
        for key in ["name", "namespace"] {
            if let Some(value) = self.entry.get(key) {
                edit::put(&mut metadata, Entry::of(key, value.clone()));
            }
        }
        let own = self.entry.get("options");
        for key in ["labels", "annotations"] {
            let both = [self.options, own].into_iter().flatten().filter_map(|options| options.get(key)?.as_map());
            let mut pairs = Value::map(Vec::new(), span);
            both.flat_map(|map| &map.entries).for_each(|entry| edit::put(&mut pairs, entry.clone()));
            if pairs.as_map().is_some_and(|map| !map.entries.is_empty()) {
                edit::set(&mut metadata, key, pairs);
            }
        }
        let mut object = Value::map(Vec::new(), span);
        edit::set(&mut object, "apiVersion", text("v1"));
        edit::set(&mut object, "kind", text(self.kind));
        edit::set(&mut object, "metadata", metadata);
        let immutable = [own, self.options].into_iter().flatten().find_map(|options| options.get("immutable"));
        if let Some(immutable) = immutable {
            edit::set(&mut object, "immutable", immutable.clone());
        }
        if self.kind == "Secret" {
            edit::set(&mut object, "type", self.entry.get("type").cloned().unwrap_or_else(|| text("Opaque")));
        }
        let data = self.data(find);
        if data.as_map().is_some_and(|map| !map.entries.is_empty()) {
            edit::set(&mut object, if self.kind == "Secret" { "stringData" } else { "data" }, data);
        }
        object
    }

    fn data(&self, find: &mut dyn FnMut(&Value, &str) -> Option<FileId>) -> Value {
        let mut data = Value::map(Vec::new(), self.entry.span);
        let items = |key: &str| match self.entry.get(key).map(|value| (&value.kind, value)) {
            Some((Kind::List(list), _)) => list.items.clone(),
            Some((Kind::String(_), value)) => vec![value.clone()],
            _ => Vec::new(),
        };
        for file in ["envs", "env"].into_iter().flat_map(items) {
            let path = identity(self.sources, &file);
            match find(&file, &path) {
                Some(id) => self.lines(id).into_iter().for_each(|entry| edit::put(&mut data, entry)),
                None => open(&mut data, &path),
            }
        }
        for file in items("files") {
            let text = identity(self.sources, &file);
            let (key, path) = text.split_once('=').unwrap_or((text.rsplit('/').next().unwrap_or_default(), &text));
            let value = find(&file, path).and_then(|id| self.content(id));
            let value = value.unwrap_or_else(|| Value::unknown(Reason::Expression(path.into()), file.span));
            edit::put(&mut data, Entry { key: key.into(), key_span: value.span, value });
        }
        for literal in items("literals") {
            let Some(written) = Written::of(self.sources, &literal) else {
                open(&mut data, "literal");
                continue;
            };
            if let Some((key, value)) = written.text.split_once('=') {
                let value = unquoted(value);
                let start = written.text.len() - value.1;
                let place = written.part(start..start + value.0.len());
                let key_span = written.part(0..key.len());
                edit::put(&mut data, Entry { key: key.into(), key_span, value: Value::string(value.0, place) });
            }
        }
        data
    }

    fn content(&self, file: FileId) -> Option<Value> {
        let text = &self.sources.get(file).text;
        (text.len() <= FILE).then(|| Value::string(text.as_str(), Span::new(file, 0..text.len())))
    }

    /// The lines `KEY=value` of a file. A key alone has its value from the environment.
    fn lines(&self, file: FileId) -> Vec<Entry> {
        let mut entries = Vec::new();
        let mut start = 0;
        for line in self.sources.get(file).text.split_inclusive('\n') {
            let place = |range: std::ops::Range<usize>| Span::new(file, start + range.start..start + range.end);
            let begin = line.len() - line.trim_start().len();
            let text = line.trim_end_matches(['\n', '\r']).get(begin..).unwrap_or_default();
            if !text.is_empty() && !text.starts_with('#') {
                let (key, value) = text.split_once('=').map_or((text, None), |(key, value)| (key, Some(value)));
                let key_span = place(begin..begin + key.len());
                let at = begin + key.len() + 1;
                let value = match value {
                    Some(value) => Value::string(value, place(at..at + value.len())),
                    None => Value::unknown(Reason::Environment(key.into()), key_span),
                };
                entries.push(Entry { key: key.into(), key_span, value });
            }
            start += line.len();
        }
        entries
    }
}

/// A value without the quotes around it, and how far from the end of the text it begins.
fn unquoted(value: &str) -> (&str, usize) {
    let inner = ['"', '\''].iter().find_map(|quote| value.strip_prefix(*quote)?.strip_suffix(*quote));
    inner.map_or((value, value.len()), |inner| (inner, inner.len() + 1))
}

fn open(data: &mut Value, what: &str) {
    if let Kind::Map(map) = &mut data.kind {
        let reason = Reason::Expression(what.into());
        map.open = Some(Arc::new(crate::model::Unknown { reason, pieces: Vec::new() }));
    }
}
