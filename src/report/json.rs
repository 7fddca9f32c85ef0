//! The report as JSON for scripts. Its shape is documented in `docs/json.md`, described by
//! `docs/phiward-1.schema.json`, and changes only by additions as long as it is called `phiward/1`.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::catalog::{Severity, control};
use crate::finding::{Told, Variants};
use crate::report::{Entry, Notice, Place, Report};

/// The name and version of the shape.
const SCHEMA: &str = "phiward/1";

#[derive(Serialize)]
struct Document<'r> {
    schema: &'static str,
    version: &'static str,
    profile: &'r str,
    fail_on: &'static str,
    exit_code: u8,
    started_at: Option<&'r str>,
    ended_at: Option<&'r str>,
    summary: Summary<'r>,
    coverage: Coverage<'r>,
    findings: Vec<Finding<'r>>,
    opens: Vec<Open<'r>>,
    notices: Vec<Trouble<'r>>,
}

/// Counts of the findings that count; silenced and known ones have numbers of their own.
#[derive(Serialize)]
struct Summary<'r> {
    findings: usize,
    suppressed: usize,
    known: usize,
    opens: usize,
    stale_baseline: usize,
    by_severity: BTreeMap<&'static str, usize>,
    by_family: BTreeMap<&'r str, usize>,
    by_control: BTreeMap<&'r str, usize>,
}

#[derive(Serialize)]
struct Coverage<'r> {
    files: usize,
    read: &'r BTreeMap<String, usize>,
    facts: &'r BTreeMap<&'static str, usize>,
    rules: Vec<RuleCoverage<'r>>,
}

#[derive(Serialize)]
struct RuleCoverage<'r> {
    rule: &'r str,
    title: &'r str,
    family: &'r str,
    severity: &'static str,
    controls: &'r [String],
    pass: usize,
    fail: usize,
    open: usize,
}

/// What findings and opens have in common.
#[derive(Serialize)]
struct Item<'r> {
    rule: &'r str,
    title: &'r str,
    family: &'r str,
    severity: &'static str,
    controls: Vec<Provision<'r>>,
    cwe: &'r [u32],
    message: &'r str,
    address: &'r str,
    dialect: &'static str,
    kind: &'r str,
    attribute: &'r str,
    #[serde(flatten)]
    at: At<'r>,
    related: Vec<Related<'r>>,
    fingerprint: &'r str,
    known: Option<bool>,
    suppressed: Option<&'r str>,
    variants: Option<BTreeMap<&'static str, Vec<&'r str>>>,
}

#[derive(Serialize)]
struct Finding<'r> {
    #[serde(flatten)]
    item: Item<'r>,
    note: &'r str,
    fix: &'r str,
}

#[derive(Serialize)]
struct Open<'r> {
    #[serde(flatten)]
    item: Item<'r>,
    reason: &'r str,
}

#[derive(Serialize)]
struct Provision<'r> {
    id: &'r str,
    title: Option<&'r str>,
    status: Option<&'static str>,
    url: String,
}

#[derive(Serialize)]
struct At<'r> {
    file: &'r str,
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
    snippet: &'r str,
}

#[derive(Serialize)]
struct Related<'r> {
    message: &'r str,
    #[serde(flatten)]
    at: At<'r>,
}

#[derive(Serialize)]
struct Trouble<'r> {
    kind: &'static str,
    file: &'r str,
    line: Option<usize>,
    column: Option<usize>,
    message: &'r str,
}

/// The report as a JSON document, with line breaks and indents.
#[must_use]
pub fn write(report: &Report<'_>) -> String {
    let document = Document {
        schema: SCHEMA,
        version: env!("CARGO_PKG_VERSION"),
        profile: &report.profile,
        fail_on: report.fail_on.name(),
        exit_code: report.exit_code,
        started_at: report.times.as_ref().map(|(start, _)| start.as_str()),
        ended_at: report.times.as_ref().map(|(_, end)| end.as_str()),
        summary: summary(report),
        coverage: coverage(report),
        findings: report.findings.iter().filter_map(|entry| finding(report, entry)).collect(),
        opens: report.opens.iter().filter_map(|entry| open(report, entry)).collect(),
        notices: report.notices.iter().map(trouble).collect(),
    };
    // Writing fails on maps whose keys are no text and on nothing else; there are none here.
    serde_json::to_string_pretty(&document).unwrap_or_default()
}

fn summary<'r>(report: &'r Report<'_>) -> Summary<'r> {
    let mut by_severity: BTreeMap<&'static str, usize> = Severity::ALL.map(|severity| (severity.name(), 0)).into();
    let mut by_family = BTreeMap::new();
    let mut by_control = BTreeMap::new();
    for entry in report.counting() {
        *by_severity.entry(entry.severity.name()).or_default() += 1;
        let Some(held) = report.held.get(entry.rule) else { continue };
        *by_family.entry(held.rule.family.as_str()).or_default() += 1;
        for control in &held.rule.controls {
            *by_control.entry(control.as_str()).or_default() += 1;
        }
    }
    Summary {
        findings: report.counting().count(),
        suppressed: report.findings.iter().filter(|entry| entry.suppressed.is_some()).count(),
        known: report.findings.iter().filter(|entry| entry.known == Some(true)).count(),
        opens: report.opens.len(),
        stale_baseline: report.stale_baseline,
        by_severity,
        by_family,
        by_control,
    }
}

fn coverage<'r>(report: &'r Report<'_>) -> Coverage<'r> {
    let rules = report.held.iter().zip(&report.tallies).map(|(held, tally)| RuleCoverage {
        rule: &held.rule.id,
        title: &held.rule.title,
        family: &held.rule.family,
        severity: held.severity.name(),
        controls: &held.rule.controls,
        pass: tally.pass,
        fail: tally.fail,
        open: tally.open,
    });
    Coverage {
        files: report.coverage.files,
        read: &report.coverage.read,
        facts: &report.coverage.facts,
        rules: rules.collect(),
    }
}

fn finding<'r>(report: &'r Report<'_>, entry: &'r Entry) -> Option<Finding<'r>> {
    let fix = &report.held.get(entry.rule)?.rule.fix;
    Some(Finding { item: item(report, entry)?, note: &entry.note, fix })
}

fn open<'r>(report: &'r Report<'_>, entry: &'r Entry) -> Option<Open<'r>> {
    Some(Open { item: item(report, entry)?, reason: &entry.note })
}

fn item<'r>(report: &'r Report<'_>, entry: &'r Entry) -> Option<Item<'r>> {
    let rule = report.held.get(entry.rule)?.rule;
    let controls = rule.controls.iter().map(|id| {
        let control = report.data.controls.get(id);
        Provision {
            id,
            title: control.map(|control| control.title.as_str()),
            status: control.map(|control| control.designation.name()),
            url: control::url(id),
        }
    });
    Some(Item {
        rule: &rule.id,
        title: &rule.title,
        family: &rule.family,
        severity: entry.severity.name(),
        controls: controls.collect(),
        cwe: &rule.cwe,
        message: &entry.message,
        address: &entry.address,
        dialect: entry.dialect,
        kind: &entry.kind,
        attribute: &entry.attribute,
        at: at(&entry.place),
        related: entry.related.iter().map(|(place, message)| Related { message, at: at(place) }).collect(),
        fingerprint: &entry.fingerprint,
        known: entry.known,
        suppressed: entry.suppressed.as_deref(),
        variants: entry.variants.as_ref().map(variants),
    })
}

fn variants(variants: &Variants) -> BTreeMap<&'static str, Vec<&str>> {
    Told::ALL.map(|(told, name, _)| (name, variants.names(told).collect())).into()
}

fn at(place: &Place) -> At<'_> {
    At {
        file: &place.path,
        start_line: place.start.line,
        start_column: place.start.column,
        end_line: place.end.line,
        end_column: place.end.column,
        snippet: &place.snippet,
    }
}

fn trouble(notice: &Notice) -> Trouble<'_> {
    Trouble {
        kind: notice.kind.id(),
        file: &notice.path,
        line: notice.position.map(|(line, _)| line),
        column: notice.position.map(|(_, column)| column),
        message: &notice.message,
    }
}
