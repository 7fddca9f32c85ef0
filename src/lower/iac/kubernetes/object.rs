//! Objects: what a document declares, and what it is called.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Unread, Value};
use crate::source::{Sources, Span};

/// How many lists may stand in lists.
const LISTS: usize = 4;

/// One object of a manifest.
pub struct Object {
    pub kind: Arc<str>,
    /// `default` when none is written.
    pub namespace: String,
    pub name: String,
    pub address: Arc<str>,
    pub body: Value,
    /// The line with its kind.
    pub header: Span,
}

/// Adds the object that a document is, or those in it when it is a list.
pub fn unfold(sources: &Sources, document: &Value, objects: &mut Vec<Object>, unread: &mut Vec<Unread>) {
    let mut todo = vec![(document, 0)];
    while let Some((value, depth)) = todo.pop() {
        let Some(kind) = value.get("kind").and_then(Value::as_str) else { continue };
        if value.as_map().is_some_and(|map| map.open.is_some()) {
            unread.push(Unread { call: value.clone(), span: value.span, what: "a part of the manifest".to_owned() });
        }
        let items = value.get("items").filter(|_| kind.ends_with("List") && depth < LISTS);
        match items.and_then(Value::as_list) {
            Some(list) => todo.extend(list.items.iter().rev().map(|item| (item, depth + 1))),
            None => objects.push(Object::new(sources, value, kind)),
        }
    }
}

/// Numbers the objects that have their address in common with an earlier one.
pub fn tell_apart(objects: &mut [Object]) {
    let mut counts: BTreeMap<Arc<str>, usize> = BTreeMap::new();
    for object in objects {
        let count = counts.entry(object.address.clone()).or_default();
        *count += 1;
        if *count > 1 {
            object.address = format!("{}#{count}", object.address).into();
        }
    }
}

impl Object {
    fn new(sources: &Sources, body: &Value, kind: &str) -> Self {
        let metadata = body.get("metadata");
        let text = |key: &str| {
            let value = metadata.and_then(|metadata| metadata.get(key)).filter(|value| !value.is_null());
            value.map(|value| identity(sources, value)).filter(|text| !text.is_empty())
        };
        // A release's namespace is also that of the objects of a chart that name none.
        let namespace = text("namespace").filter(|namespace| namespace != "{{ .Release.Namespace }}");
        let namespace = namespace.unwrap_or_else(|| "default".to_owned());
        let name = text("name").or_else(|| Some(text("generateName")? + "*")).unwrap_or_else(|| "*".to_owned());
        let entry = body.as_map().and_then(|map| map.entry("kind"));
        Self {
            kind: kind.into(),
            address: format!("{kind}/{namespace}/{name}").into(),
            namespace,
            name,
            header: entry.map_or(body.span, |entry| entry.key_span.to(entry.value.span)),
            body: body.clone(),
        }
    }
}

/// A value as a text to compare it by: of one that is not known, the text that is written, as the same
/// template action in two places of a chart gives the same.
pub fn identity(sources: &Sources, value: &Value) -> String {
    let text = value.as_str().unwrap_or_else(|| sources.slice(value.span).trim_matches(['"', '\'']));
    let line = text.lines().next().unwrap_or_default();
    let text: String = line.chars().take(253).collect();
    if value.as_unknown().is_some() { plain_actions(&text) } else { text }
}

/// A text with its template actions written in one way.
fn plain_actions(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((action, behind)) = after.split_once("}}") else { break };
        let action = action.trim_matches('-').trim();
        let action = action.strip_prefix("template ").map_or(action.to_owned(), |call| format!("include {call}"));
        plain.extend([before, "{{ ", &action, " }}"]);
        rest = behind;
    }
    plain + rest
}
