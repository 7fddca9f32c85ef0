//! The JSON for scripts keeps to the schema that is published for it.

use std::sync::LazyLock;

use jsonschema::Validator;
use phiward::report::{Report, json};
use serde_json::{Value, json as value};

use crate::reports::{At, BUCKET, LOG, MAIN_TF, bucket, empty, entry, notices, with};

static SCHEMA: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../docs/phiward-1.schema.json")).unwrap());

static VALIDATOR: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::options().should_validate_formats(true).build(&SCHEMA).unwrap());

/// The document of a report, which keeps to the schema and has nothing that the schema does not name.
fn document(report: &Report<'_>) -> Value {
    let text = json::write(report);
    assert_eq!(text, json::write(report));
    let document: Value = serde_json::from_str(&text).unwrap();
    let errors: Vec<String> =
        VALIDATOR.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    named("", &SCHEMA, &document);
    document
}

fn named(path: &str, schema: &Value, found: &Value) {
    let schema = match schema["$ref"].as_str() {
        Some(reference) => SCHEMA.pointer(reference.trim_start_matches('#')).unwrap(),
        None => schema,
    };
    match found {
        Value::Object(fields) if schema.get("additionalProperties").is_none() => {
            for (name, field) in fields {
                let inner = schema["properties"].get(name);
                named(
                    &format!("{path}.{name}"),
                    inner.unwrap_or_else(|| panic!("{path}.{name} is in no schema")),
                    field,
                );
            }
        }
        Value::Array(items) => items.iter().for_each(|item| named(path, &schema["items"], item)),
        _ => {}
    }
}

fn everything() -> Report<'static> {
    let mut silenced =
        entry(LOG, &At { path: "visits.py", text: "log.info(patient.name)\n", needle: "patient.name" }, "", "");
    silenced.suppressed = Some("a test of the log itself".to_owned());
    silenced.known = Some(false);
    let mut known = bucket();
    known.known = Some(true);
    let mut new = bucket();
    new.known = Some(false);
    new.address = "example_bucket.other".to_owned();
    let mut report = with(vec![silenced, known, new]);
    let at = At { path: "infra/main.tf", text: MAIN_TF, needle: "encrypted = var" };
    report.opens = vec![entry(BUCKET, &at, "example_bucket.third", "`encrypted` is not known: a data source")];
    report.notices = notices();
    report.stale_baseline = 3;
    report
}

#[test]
fn a_clean_scan_says_what_it_was_held_against() {
    let document = document(&empty());
    assert_eq!(document["schema"], "phiward/1");
    assert_eq!(document["coverage"]["rules"].as_array().unwrap().len(), 3);
    assert_eq!(document["coverage"]["rules"][0]["pass"], 2);
    assert_eq!(document["started_at"], Value::Null);
    let severities = document["summary"]["by_severity"].as_object().unwrap();
    assert!(severities.len() == 5 && severities.values().all(|count| count == 0));
}

#[test]
fn everything_a_script_wants_is_there() {
    let mut document = document(&everything());
    document["version"] = value!("VERSION");
    insta::assert_snapshot!("everything", serde_json::to_string_pretty(&document).unwrap());
}

#[test]
fn the_summary_counts_what_counts() {
    let document = document(&everything());
    let summary = &document["summary"];
    assert_eq!(document["findings"].as_array().unwrap().len(), 3);
    let numbers =
        ["findings", "suppressed", "known", "opens", "stale_baseline"].map(|name| summary[name].as_u64().unwrap());
    assert_eq!(numbers, [1, 1, 1, 1, 3]);
    assert_eq!((&summary["by_severity"]["high"], &summary["by_severity"]["critical"]), (&value!(1), &value!(0)));
    assert_eq!(summary["by_family"], value!({ "unencrypted-storage": 1 }));
    assert_eq!(summary["by_control"], value!({ "164.312(a)(2)(iv)": 1 }));
}

#[test]
fn times_are_told_when_asked_for() {
    let mut report = empty();
    report.times = Some(("2026-01-02T03:04:05Z".to_owned(), "2026-01-02T03:04:06Z".to_owned()));
    let document = document(&report);
    assert_eq!(
        (&document["started_at"], &document["ended_at"]),
        (&value!("2026-01-02T03:04:05Z"), &value!("2026-01-02T03:04:06Z"))
    );
}
