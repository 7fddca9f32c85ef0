//! The JVM: Maven here, Gradle beside it.

pub mod gradle;

use std::collections::BTreeMap;

use crate::model::{Signal, Value};

use super::manifest::{For, Manifest, entries, items, text};

/// Dependencies of the project and of its profiles. `dependencyManagement` fixes versions and uses nothing.
pub fn pom(manifest: &mut Manifest<'_>) {
    let Some(tree) = manifest.xml() else { return };
    let Some(project) = tree.get("project") else { return };
    let profiles = items(project, &["profiles"]).iter().flat_map(|profiles| items(profiles, &["profile"]));
    let properties = properties(project);
    for holder in std::iter::once(project).chain(profiles) {
        for list in items(holder, &["dependencies"]) {
            for dependency in items(list, &["dependency"]) {
                add(manifest, dependency, &properties);
            }
        }
    }
}

fn add(manifest: &mut Manifest<'_>, dependency: &Value, properties: &BTreeMap<String, &str>) {
    let (Some(group), Some(artifact)) = (child(dependency, "groupId"), child(dependency, "artifactId")) else { return };
    let Some(written) = artifact.get("#text") else { return };
    let group = text(group, "#text").unwrap_or("");
    let group = properties.get(group).copied().unwrap_or(group);
    let scope = child(dependency, "scope").and_then(|scope| text(scope, "#text"));
    let name = format!("{group}:{}", written.as_str().unwrap_or(""));
    manifest.add(Signal::Maven, &name, written.span, For::development(scope == Some("test")));
}

fn child<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    items(value, &[name]).first()
}

/// What stands for what: `${sentry.group}`, and the project's own group.
fn properties(project: &Value) -> BTreeMap<String, &str> {
    let mut properties = BTreeMap::new();
    for own in ["project.groupId", "pom.groupId"] {
        if let Some(group) = child(project, "groupId").and_then(|group| text(group, "#text")) {
            properties.insert(format!("${{{own}}}"), group);
        }
    }
    for entry in items(project, &["properties"]).iter().flat_map(|list| entries(list, &[])) {
        if let Some(value) = items(&entry.value, &[]).first().and_then(|element| text(element, "#text")) {
            properties.insert(format!("${{{}}}", entry.key), value);
        }
    }
    properties
}
