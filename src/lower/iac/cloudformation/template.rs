//! The sections of a template, by name, and the forms that its intrinsic functions are written in.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{Entry, Kind, Value};

/// A template as written.
#[derive(Default)]
pub(super) struct Template<'t> {
    pub(super) parameters: BTreeMap<&'t str, &'t Value>,
    pub(super) mappings: BTreeMap<&'t str, &'t Value>,
    pub(super) conditions: BTreeMap<&'t str, &'t Value>,
    pub(super) outputs: BTreeMap<&'t str, &'t Value>,
    pub(super) globals: Option<&'t Value>,
    pub(super) resources: &'t [Entry],
    /// The names of the resources, those that loops make included.
    pub(super) declared: BTreeSet<Arc<str>>,
    /// The transforms that are applied to it.
    pub(super) transforms: Vec<&'t Value>,
}

impl<'t> Template<'t> {
    /// Sorts a document into its sections; `None` if it is no template.
    pub(super) fn new(document: &'t Value) -> Option<Self> {
        let resources = document.get("Resources").and_then(Value::as_map);
        if !is_template(document) {
            return None;
        }
        let transforms = match document.get("Transform") {
            Some(Value { kind: Kind::List(list), .. }) => list.items.iter().collect(),
            Some(one) => vec![one],
            None => Vec::new(),
        };
        Some(Self {
            parameters: section(document, "Parameters"),
            mappings: section(document, "Mappings"),
            conditions: section(document, "Conditions"),
            outputs: section(document, "Outputs"),
            globals: document.get("Globals"),
            resources: resources.map_or(&[], |map| &map.entries),
            declared: BTreeSet::new(),
            transforms,
        })
    }

    /// Whether the transform of the Serverless Application Model is applied, which adds resources of its own.
    pub(super) fn is_serverless(&self) -> bool {
        self.transforms.iter().any(|name| name.as_str().is_some_and(|name| name.starts_with("AWS::Serverless")))
    }
}

/// Whether a document is a template.
pub(super) fn is_template(document: &Value) -> bool {
    let resources = document.get("Resources").and_then(Value::as_map);
    let has_resource = resources.is_some_and(|map| map.entries.iter().any(is_resource));
    has_resource || document.get("AWSTemplateFormatVersion").is_some()
}

fn section<'t>(document: &'t Value, name: &str) -> BTreeMap<&'t str, &'t Value> {
    let map = document.get(name).and_then(Value::as_map);
    map.map_or_else(BTreeMap::new, |map| map.entries.iter().map(|entry| (&*entry.key, &entry.value)).collect())
}

/// Whether an entry is a resource, whose type is `Vendor::Service::Thing`, or a loop that makes resources.
fn is_resource(entry: &Entry) -> bool {
    let kind = entry.value.get("Type").and_then(Value::as_str);
    kind.is_some_and(|name| name.contains("::")) || entry.key.starts_with("Fn::ForEach::")
}

/// The name of a function without its prefix, and its argument, if the value is a call: `{"Fn::Sub": x}`,
/// `!Sub x`, `{"Ref": x}`.
pub(super) fn call(value: &Value) -> Option<(&str, &Value)> {
    let Kind::Map(map) = &value.kind else { return None };
    let [entry] = map.entries.as_slice() else { return None };
    let name = match &*entry.key {
        "Ref" => "Ref",
        key => key.strip_prefix("Fn::").or_else(|| key.strip_prefix('!'))?,
    };
    (!name.contains("::")).then_some((name, &entry.value))
}

/// The call's name as it is written in full: what a reason for not knowing says.
pub(super) fn full_name(name: &str) -> String {
    if matches!(name, "Ref" | "Condition") { name.to_owned() } else { format!("Fn::{name}") }
}

/// The arguments of a function that takes a list.
pub(super) fn arguments(value: &Value) -> &[Value] {
    value.as_list().map_or(std::slice::from_ref(value), |list| &list.items)
}
