//! Objects: what a document declares, and what it is called.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Kind, Piece, Reason, Unknown, Unread, Value};
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
            body: rendered(body, kind),
        }
    }
}

/// An object whose texts with template actions are known in part. A file whose actions all stand in quotes
/// is read as it is; what other programs put between such braces is not known here either. What a
/// ConfigMap holds is data, where they may mean anything.
fn rendered(body: &Value, kind: &str) -> Value {
    let mut body = body.clone();
    if let Kind::Map(map) = &mut body.kind
        && kind != "CustomResourceDefinition"
    {
        let entries = map.entries.iter_mut().filter(|entry| !matches!(&*entry.key, "data" | "stringData"));
        entries.for_each(|entry| unknown_actions(&mut entry.value));
    }
    body
}

/// Goes as deep as values nest, which the parser limits.
fn unknown_actions(value: &mut Value) {
    match &mut value.kind {
        Kind::Map(map) => map.entries.iter_mut().for_each(|entry| unknown_actions(&mut entry.value)),
        Kind::List(list) => list.items.iter_mut().for_each(unknown_actions),
        Kind::String(text) if text.contains("{{") => {
            let mut pieces = Vec::new();
            let mut rest = &**text;
            while let Some((before, after)) = rest.split_once("{{") {
                let Some((_, behind)) = after.split_once("}}") else { break };
                pieces.extend((!before.is_empty()).then(|| Piece::Text(before.into())));
                pieces.push(Piece::Hole(Vec::new()));
                rest = behind;
            }
            if !pieces.is_empty() {
                pieces.extend((!rest.is_empty()).then(|| Piece::Text(rest.into())));
                value.kind = Kind::Unknown(Arc::new(Unknown { reason: Reason::Expression("template".into()), pieces }));
            }
        }
        _ => {}
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
