//! Terraform's `azapi_resource`, which writes resources as Azure's interface takes them: each is a fact of this
//! dialect too, beside Terraform's own.

use crate::model::{Dialect, Entry, Fact, Kind, Map, Part, Value};
use crate::parse::json;

use super::functions::place;
use super::spelling::Spelling;

/// Terraform's type, and what it writes beside the body.
const RESOURCE: &str = "azapi_resource";
const BESIDE: [&str; 3] = ["location", "tags", "identity"];
/// Types that extend whatever they are put on.
const EXTENSIONS: [&str; 4] =
    ["Microsoft.Insights/", "Microsoft.Authorization/", "Microsoft.Security/", "Microsoft.Maintenance/"];

/// Adds the facts for those of a Terraform root.
pub fn add_azapi(part: &mut Part, spelling: &Spelling) {
    let written = part.facts.iter().filter(|fact| fact.dialect == Dialect::Terraform && &*fact.kind == RESOURCE);
    let facts: Vec<Fact> = written.filter_map(|fact| resource(fact, spelling)).collect();
    part.facts.extend(facts);
}

fn resource(fact: &Fact, spelling: &Spelling) -> Option<Fact> {
    let kind = fact.body.get("type")?;
    let (name, version) = kind.as_str()?.split_once('@')?;
    let body = fact.body.get("body");
    let mut map = body.map_or_else(Map::default, content);
    let mut add = |name: &str, value: &Value| {
        if map.get(name).is_none() {
            map.entries.push(Entry::of(name, value.clone()));
        }
    };
    for name in BESIDE {
        if let Some(value) = fact.body.get(name) {
            add(name, value);
        }
    }
    add("apiVersion", &Value::string(version, kind.span));
    add("type", &Value::string(name, kind.span));
    if let Some(own) = fact.body.get("name") {
        add("name", own);
    }
    if let Some(above) = fact.body.get("parent_id") {
        if name.split('/').count() > 2 {
            add("parent", above);
        } else if EXTENSIONS.iter().any(|space| name.starts_with(space)) {
            add("scope", above);
        }
    }
    spelling.apply(&mut map);
    let span = body.map_or(fact.body.span, |body| body.span);
    Some(Fact {
        dialect: Dialect::Arm,
        kind: spelling.kind(name),
        body: Value::new(Kind::Map(map), span),
        ..fact.clone()
    })
}

/// What a body says: an object, or the text of one.
fn content(body: &Value) -> Map {
    match &body.kind {
        Kind::Map(map) => map.clone(),
        Kind::String(text) => {
            let Some(mut tree) = json::parse(body.span.file, text).tree else { return Map::default() };
            place(&mut tree, body.span);
            match tree.kind {
                Kind::Map(map) => map,
                _ => Map::default(),
            }
        }
        Kind::Unknown(unknown) => Map { entries: Vec::new(), open: Some(unknown.clone()) },
        _ => Map::default(),
    }
}
