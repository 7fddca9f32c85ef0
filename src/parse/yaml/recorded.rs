//! Documents held against what the reference implementations made of them, as the scripts in `tests/yaml` recorded it.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value as Json;

use super::*;

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/yaml").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The recorded documents of a file, behind the line that names the program.
fn records(name: &str) -> Vec<Json> {
    let text = read(name);
    let mut lines = text.lines().map(|line| serde_json::from_str::<Json>(line).expect("JSON"));
    let header = lines.next().expect("a first line");
    assert!(header["version"].is_string(), "{header}");
    lines.collect()
}

/// The documents that are known to differ, with the reasons.
fn listed(records: &[Json]) -> BTreeMap<String, String> {
    let text = read("differences.tsv");
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with("# "));
    let all = lines.map(|line| {
        let (reason, document) = line.split_once('\t').expect("two columns");
        (document.replace('⏎', "\n"), reason.to_owned())
    });
    all.filter(|(document, _)| records.iter().any(|record| record["document"] == **document)).collect()
}

fn agree(expected: &Json, found: &Value) -> bool {
    match (expected, &found.kind) {
        (Json::Null, Kind::Null) => true,
        (Json::Bool(expected), Kind::Bool(found)) => expected == found,
        (Json::Number(expected), Kind::Number(found)) => expected.as_f64() == Some(*found),
        (Json::String(expected), Kind::String(found)) => **expected == **found,
        (Json::Array(expected), Kind::List(list)) => {
            let same = expected.iter().zip(&list.items).all(|(expected, found)| agree(expected, found));
            same && expected.len() == list.items.len() && list.open.is_none()
        }
        (Json::Object(expected), Kind::Map(map)) => {
            let found = map.entries.iter().all(|entry| expected.contains_key(&*entry.key));
            let same = expected.iter().all(|(key, expected)| map.get(key).is_some_and(|found| agree(expected, found)));
            found && same && map.open.is_none()
        }
        _ => false,
    }
}

#[test]
fn documents_are_what_the_reference_recorded() {
    let records = records("recorded.jsonl");
    let mut listed = listed(&records);
    let mut wrong = Vec::new();
    for record in &records {
        let text = record["document"].as_str().expect("a document");
        let parsed = parse(FileId(0), &text.replace('␍', "\r"));
        let agrees = match record.get("result").and_then(Json::as_array) {
            // A document that says nothing may be none.
            Some(expected) if expected.iter().all(Json::is_null) => parsed.tree.iter().all(Value::is_null),
            Some(expected) => {
                parsed.failures.is_empty()
                    && expected.len() == parsed.tree.len()
                    && expected.iter().zip(&parsed.tree).all(|(expected, found)| agree(expected, found))
            }
            None => !parsed.failures.is_empty(),
        };
        if agrees == listed.remove(text).is_some() {
            wrong.push(format!(
                "{record}\n\t{:?}\n\t{:?}",
                parsed.tree.iter().map(shown).collect::<Vec<_>>(),
                parsed.failures
            ));
        }
    }
    assert!(
        wrong.is_empty() && listed.is_empty(),
        "{} differ:\n{}\nlisted in vain: {listed:?}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(records.len() >= 200, "{} are not enough", records.len());
}

fn shown(value: &Value) -> String {
    match &value.kind {
        Kind::Null => "null".to_owned(),
        Kind::Bool(truth) => truth.to_string(),
        Kind::Number(number) => number.to_string(),
        Kind::String(text) => format!("{text:?}"),
        Kind::List(list) => format!("[{}]", list.items.iter().map(shown).collect::<Vec<_>>().join(", ")),
        Kind::Map(map) => {
            let entries = map.entries.iter().map(|entry| format!("{:?}: {}", entry.key, shown(&entry.value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
        Kind::Unknown(unknown) => format!("{:?}", unknown.reason),
    }
}

#[test]
fn short_tags_of_cloudformation_are_what_the_reference_recorded() {
    let records = records("recorded_cloudformation.jsonl");
    let mut listed = listed(&records);
    for record in &records {
        let text = record["document"].as_str().expect("a document");
        let parsed = parse(FileId(0), text);
        let found = parsed.tree.first().map(in_full);
        let agrees = match (record.get("result"), &found) {
            (Some(expected), Some(found)) => parsed.failures.is_empty() && agree(expected, found),
            (expected, _) => expected.is_none() && !parsed.failures.is_empty(),
        };
        let found = found.as_ref().map(shown);
        assert_ne!(agrees, listed.remove(text).is_some(), "{record}\n\t{found:?}\n\t{:?}", parsed.failures);
    }
    assert!(listed.is_empty(), "listed in vain: {listed:?}");
    assert!(records.len() >= 40, "{} are not enough", records.len());
}

/// A value with its short tags written in full, as CloudFormation does it.
fn in_full(value: &Value) -> Value {
    let kind = match &value.kind {
        Kind::List(list) => Kind::List(List { items: list.items.iter().map(in_full).collect(), open: None }),
        Kind::Map(map) => {
            let entries = map.entries.iter().map(|entry| {
                let inner = in_full(&entry.value);
                let Some(name) = entry.key.strip_prefix('!') else { return Entry { value: inner, ..entry.clone() } };
                let key = if matches!(name, "Ref" | "Condition") { name.to_owned() } else { format!("Fn::{name}") };
                let span = inner.span;
                let value = match (name, inner.as_str().and_then(|text| text.split_once('.'))) {
                    ("GetAtt", Some((resource, attribute))) => {
                        Value::list(vec![Value::string(resource, span), Value::string(attribute, span)], span)
                    }
                    _ => inner,
                };
                Entry { key: key.into(), key_span: entry.key_span, value }
            });
            Kind::Map(Map { entries: entries.collect(), open: None })
        }
        kind => kind.clone(),
    };
    Value::new(kind, value.span)
}
