//! No check is lost: the rows of `tests/coverage/rows.tsv` against the rules that say they serve them, and
//! `docs/coverage.md`, which counts.

mod document;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use phiward::catalog::Data;
use phiward::pipeline::builtin;

const RENEW: &str = "PHIWARD_UPDATE=1 cargo test --test suite -- coverage";

/// One check that phiward measures itself by.
struct Row {
    name: String,
    provider: String,
    /// Why no rule serves it; empty when one does.
    reason: String,
}

fn rows() -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/coverage/rows.tsv");
    let text = std::fs::read_to_string(path).unwrap();
    let rows = text.lines().skip(1).map(|line| {
        let [name, provider, _, reason] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not four columns: {line}")
        };
        Row { name: name.to_owned(), provider: provider.to_owned(), reason: reason.to_owned() }
    });
    rows.collect()
}

/// The rules that serve each row.
fn served(data: &Data) -> BTreeMap<&str, Vec<&str>> {
    let mut served: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for rule in &data.rules {
        for row in &rule.rows {
            served.entry(row).or_default().push(&rule.id);
        }
    }
    served
}

#[test]
fn every_row_has_a_rule_or_a_reason_and_not_both() {
    let (data, rows) = (builtin(), rows());
    let served = served(&data);
    let mut complaints = Vec::new();
    let mut names = BTreeSet::new();
    for row in &rows {
        if !names.insert(row.name.as_str()) {
            complaints.push(format!("{}: twice in rows.tsv", row.name));
        }
        match (served.get(row.name.as_str()), row.reason.as_str()) {
            (None, "") => complaints.push(format!("{}: neither a rule nor a reason", row.name)),
            (Some(rules), reason) if !reason.is_empty() => {
                complaints.push(format!("{}: has a reason although {} serves it", row.name, rules.join(", ")));
            }
            _ => {}
        }
    }
    for (name, rules) in &served {
        if !names.contains(name) {
            complaints.push(format!("{}: serves '{name}', which is no row", rules.join(", ")));
        }
    }
    assert!(complaints.is_empty(), "{} complaints:\n{}", complaints.len(), complaints.join("\n"));
}

#[test]
fn coverage_is_current() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let expected = document::write(&builtin(), &rows(), &root.join("testdata"));
    let path = root.join("docs/coverage.md");
    if std::env::var_os("PHIWARD_UPDATE").is_some() {
        std::fs::write(&path, &expected).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "docs/coverage.md is not current: {RENEW}");
}

/// A comment that names rows is not read by anything, so that a row named there alone would be lost.
#[test]
fn coverage_stands_in_a_key_not_in_a_comment() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for rule in &builtin().rules {
        let text = std::fs::read_to_string(root.join("rules").join(&rule.family).join(format!("{}.toml", rule.id)));
        assert!(!text.unwrap().contains("# rows:"), "{}: say it as `rows = [\"…\"]`", rule.id);
    }
}
