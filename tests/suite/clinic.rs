//! The demonstration: a small whole system with a defect of every family that the README names.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use serde_json::Value;

fn report() -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_phiward"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_clear()
        .args(["scan", "testdata/clinic", "--format", "json", "--today", "2026-06-01"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn shows_a_finding_of_every_family() {
    let report = report();
    let found: BTreeSet<&str> =
        report["findings"].as_array().unwrap().iter().map(|finding| finding["family"].as_str().unwrap()).collect();
    for family in [
        "unencrypted-storage",
        "missing-baa",
        "weak-cipher",
        "audit-logging",
        "transmission-security",
        "access-control",
        "authentication",
        "key-management",
        "backup-recovery",
        "network-exposure",
        "integrity",
        "secrets",
    ] {
        assert!(found.contains(family), "no finding of {family}");
    }
    assert!(report["notices"].as_array().unwrap().is_empty(), "{}", report["notices"]);
}

#[test]
fn finds_what_it_is_known_to_find() {
    let report = report();
    let mut rules: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for finding in report["findings"].as_array().unwrap() {
        let place = format!("{}:{}", finding["file"].as_str().unwrap(), finding["start_line"]);
        let place = place.trim_start_matches("testdata/clinic/").to_owned();
        rules.entry(finding["rule"].as_str().unwrap().to_owned()).or_default().insert(place);
    }
    let mut text = String::new();
    for (rule, places) in rules {
        text.push_str(&format!("{rule}: {}\n", places.into_iter().collect::<Vec<_>>().join(" ")));
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/clinic/expected.txt");
    if std::env::var_os("PHIWARD_UPDATE").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap();
    assert!(text == expected, "testdata/clinic/expected.txt is not current:\n{text}");
}
