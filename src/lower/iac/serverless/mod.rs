//! The Serverless Framework on AWS: `serverless.yml` as the CloudFormation template that it deploys.
//!
//! The service's own `resources` are CloudFormation already; its functions, the stages of its API and the
//! functions' role are added as the framework makes them, at the places that say so.

mod resources;
#[cfg(test)]
mod tests;
mod variables;

use crate::model::{Entry, Kind, Map, Value};
use crate::source::{FileId, Sources};

use variables::Variables;

/// Whether a document is a service that is deployed to AWS.
#[must_use]
pub fn is_service(document: &Value) -> bool {
    let provider = document.get("provider");
    let name = provider.and_then(|provider| provider.as_str().or_else(|| provider.get("name")?.as_str()));
    let has_content = ["functions", "resources"].iter().any(|key| document.get(key).is_some());
    name == Some("aws") && document.get("service").is_some() && has_content
}

/// The template that a service is deployed as.
#[must_use]
pub fn template(sources: &Sources, file: FileId, document: &Value) -> Value {
    let variables = Variables::new(sources, file, document);
    let provider = variables.section("provider").unwrap_or_else(|| Value::map(Vec::new(), document.span));
    let functions = variables.section("functions").map(merged);
    let own = variables.section("resources").map(merged);
    let mut resources = Map::default();
    resources::implied(&provider, functions.as_ref(), &mut resources);
    let mut template = Map::default();
    for entry in own.as_ref().and_then(Value::as_map).map_or(&[][..], |map| &map.entries) {
        match (&*entry.key, &entry.value.kind) {
            ("Resources" | "extensions", Kind::Map(map)) => {
                resources.open = resources.open.or_else(|| map.open.clone());
                map.entries.iter().for_each(|entry| overlay(&mut resources, entry));
            }
            ("Resources", Kind::List(list)) => {
                let maps = list.items.iter().filter_map(Value::as_map);
                maps.flat_map(|map| &map.entries).for_each(|entry| overlay(&mut resources, entry));
            }
            ("Resources", Kind::Unknown(unknown)) => resources.open = Some(unknown.clone()),
            ("Parameters" | "Mappings" | "Conditions" | "Outputs", Kind::Map(_)) => {
                template.entries.push(entry.clone())
            }
            ("Transform", _) => template.entries.push(entry.clone()),
            _ => {}
        }
    }
    let span = document.span;
    let header = document.as_map().and_then(|map| map.entries.first()).map_or(span, |entry| entry.key_span);
    let version =
        Entry { key: "AWSTemplateFormatVersion".into(), key_span: header, value: Value::string("2010-09-09", header) };
    template.entries.insert(0, version);
    template.entries.push(Entry {
        key: "Resources".into(),
        key_span: header,
        value: Value::new(Kind::Map(resources), span),
    });
    Value::new(Kind::Map(template), span)
}

/// A list of maps as one map; maps of the same key are put together.
fn merged(value: Value) -> Value {
    let Kind::List(list) = &value.kind else { return value };
    let mut map = Map { entries: Vec::new(), open: list.open.clone() };
    for item in &list.items {
        match &item.kind {
            Kind::Map(part) => {
                map.open = map.open.or_else(|| part.open.clone());
                for entry in &part.entries {
                    let known = map.entries.iter_mut().find(|known| known.key == entry.key);
                    match (known.map(|known| &mut known.value.kind), &entry.value.kind) {
                        (Some(Kind::Map(known)), Kind::Map(more)) => known.entries.extend(more.entries.iter().cloned()),
                        _ => map.entries.push(entry.clone()),
                    }
                }
            }
            Kind::Unknown(unknown) => map.open = Some(unknown.clone()),
            _ => {}
        }
    }
    Value::new(Kind::Map(map), value.span)
}

/// Adds a resource, or what it says of one that the framework makes.
fn overlay(resources: &mut Map, entry: &Entry) {
    let known = resources.entries.iter_mut().find(|known| known.key == entry.key);
    let properties = known.and_then(|known| match &mut known.value.kind {
        Kind::Map(map) => map.entries.iter_mut().find(|entry| &*entry.key == "Properties"),
        _ => None,
    });
    match (properties.map(|properties| &mut properties.value.kind), entry.value.get("Properties").map(|own| &own.kind))
    {
        (Some(Kind::Map(known)), Some(Kind::Map(own))) => known.entries.extend(own.entries.iter().cloned()),
        _ => resources.entries.push(entry.clone()),
    }
}
