//! What dashboards and other readers rely on in our SARIF logs.

use phiward::catalog::Severity;
use phiward::evaluate::Held;
use phiward::report::sarif::{Provenance, SarifOptions, Target, write};
use phiward::report::{Entry, Placer, Report};
use phiward::source::{FileId, ProblemKind, SourceFile, Sources, Span};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::logs::{log, log_with, notifications, results, valid};
use crate::reports::{At, BUCKET, LOG, MAIN_TF, bucket, empty, entry, notices, with};

/// What a report adds to the constant parts of a log, for snapshots.
fn said(log: &Value) -> String {
    let run = &log["runs"][0];
    serde_json::to_string_pretty(&json!({ "invocations": run["invocations"], "results": run["results"] })).unwrap()
}

fn both(name: &str, report: &Report<'_>) -> (Value, Value) {
    (log(name, report, Target::Full), log(name, report, Target::Github))
}

#[test]
fn a_clean_scan_has_all_rules_and_no_results() {
    let (full, github) = both("empty", &empty());
    let stable = |log: &Value| serde_json::to_string_pretty(log).unwrap().replace(env!("CARGO_PKG_VERSION"), "VERSION");
    insta::assert_snapshot!("empty_full", stable(&full));
    insta::assert_snapshot!("empty_github", stable(&github));
    assert!(results(&github).is_empty() && results(&full).is_empty());
}

#[test]
fn a_finding_is_a_result_with_place_identity_and_links() {
    let (full, github) = both("one", &with(vec![bucket()]));
    insta::assert_snapshot!("one_full", said(&full));
    insta::assert_snapshot!("one_github", said(&github));
}

#[test]
fn a_silenced_finding_is_kept_for_evidence_and_is_no_alert() {
    let mut entry = bucket();
    entry.suppressed = Some("the disk below is encrypted".to_owned());
    let (full, github) = both("suppressed", &with(vec![entry]));
    insta::assert_snapshot!("suppressed_full", said(&full));
    assert!(results(&github).is_empty());
}

#[test]
fn with_a_baseline_every_result_says_whether_it_is_new() {
    let mut old = bucket();
    old.known = Some(true);
    let mut new = entry(LOG, &call("log.info(patient.name)"), "visits.store", "");
    new.known = Some(false);
    let mut report = with(vec![new, old]);
    // An open one that nobody compared: still, all results carry a state or none does.
    report.opens = vec![open()];
    let (full, github) = both("baseline", &report);
    let states: Vec<&Value> = results(&full).iter().map(|result| &result["baselineState"]).collect();
    assert_eq!(states, ["new", "unchanged", "new"]);
    assert_eq!(results(&github).len(), 1);
    assert!(results(&github)[0].get("baselineState").is_none());
    insta::assert_snapshot!("baseline_full", said(&full));
}

#[test]
fn an_open_question_is_no_failure_and_stays_out_of_github() {
    let mut report = empty();
    report.opens = vec![open()];
    let (full, github) = both("open", &report);
    let result = &results(&full)[0];
    assert_eq!((&result["kind"], &result["level"]), (&json!("open"), &json!("none")));
    assert!(result["message"]["text"].as_str().unwrap().contains("does not tell"), "{result}");
    assert!(results(&github).is_empty());
}

#[test]
fn a_degraded_scan_names_every_input_that_was_not_read() {
    let mut report = empty();
    report.notices = notices();
    report.times = Some(("2026-01-02T03:04:05Z".to_owned(), "2026-01-02T03:04:06.5Z".to_owned()));
    let (full, _) = both("degraded", &report);
    assert_eq!(notifications(&full).len(), ProblemKind::ALL.len());
    assert_eq!(full["runs"][0]["invocations"][0]["executionSuccessful"], false);
    insta::assert_snapshot!("degraded_full", said(&full));
    report.notices.retain(|notice| notice.kind != ProblemKind::Internal);
    let (full, _) = both("degraded-less", &report);
    assert_eq!(full["runs"][0]["invocations"][0]["executionSuccessful"], true);
}

#[test]
fn columns_count_utf16_units_and_paths_are_encoded() {
    let text = "größe = \"🏥\" # 患者\nlog.info(\"🏥\", patient.name)\n";
    let at = At { path: "büro 1/ärzte#.py", text, needle: "patient.name" };
    let (full, _) = both("non-ascii", &with(vec![entry(LOG, &at, "größe.übertrage", "`名前` is health information")]));
    let region = &results(&full)[0]["locations"][0]["physicalLocation"]["region"];
    assert_eq!((&region["startColumn"], &region["endColumn"]), (&json!(16), &json!(28)));
    insta::assert_snapshot!("non_ascii_full", said(&full));
}

#[test]
fn lines_that_end_with_crlf_are_lines() {
    let text = MAIN_TF.replace('\n', "\r\n");
    let at = At { path: "main.tf", text: &text, needle: "var.encrypted" };
    let (full, _) = both("crlf", &with(vec![entry(BUCKET, &at, "example_bucket.scans", "")]));
    let unix = entry(BUCKET, &At { text: MAIN_TF, ..at }, "example_bucket.scans", "");
    let result = &results(&full)[0];
    assert_eq!(result["partialFingerprints"]["primaryLocationLineHash"], unix.line_hash);
    assert!(!result.to_string().contains("\\r"));
    insta::assert_snapshot!("crlf_full", said(&full));
}

#[test]
fn a_context_is_larger_than_its_region_or_not_there() {
    for (text, needle, expected) in
        [("x", "x", false), ("x y", "x", true), ("y x", "x", true), ("x\n", "x\n", false), ("a\nx\nb\n", "x", true)]
    {
        let report = with(vec![entry(BUCKET, &At { path: "a.tf", text, needle }, "a", "")]);
        let full = log("context", &report, Target::Full);
        let location = &results(&full)[0]["locations"][0]["physicalLocation"];
        assert_eq!(location.get("contextRegion").is_some(), expected, "{text:?} {location}");
    }
}

#[test]
fn findings_of_one_rule_at_one_place_are_one_result() {
    let at = At { path: "infra/main.tf", text: MAIN_TF, needle: "var.encrypted" };
    let mut entries: Vec<Entry> = (0..9)
        .map(|n| entry(BUCKET, &at, &format!("module.m[{n}].example_bucket.scans"), "`encrypted` is false"))
        .collect();
    // The first is silenced, but one that counts speaks for all.
    entries[0].suppressed = Some("known".to_owned());
    let other = At { needle: "\"scans\" {", ..at };
    entries.push(entry(BUCKET, &other, "example_bucket.scans", ""));
    let (full, github) = both("merged", &with(entries));
    assert_eq!(results(&full).len(), 2);
    let result = &results(&github)[0];
    let text = result["message"]["text"].as_str().unwrap();
    assert!(text.starts_with("'module.m[1].example_bucket.scans': "), "{text}");
    assert!(text.contains("The same holds for 'module.m[0].example_bucket.scans', "), "{text}");
    assert!(text.contains(" and 3 more."), "{text}");
    assert_eq!(result["locations"][0]["logicalLocations"].as_array().unwrap().len(), 9);
}

#[test]
fn github_gets_the_gravest_five_thousand_and_is_told_of_the_rest() {
    let at = At { path: "infra/main.tf", text: MAIN_TF, needle: "var.encrypted" };
    let template = entry(BUCKET, &at, "", "`encrypted` is false");
    let mut findings: Vec<Entry> = (0..30_000)
        .map(|n| {
            let mut entry = template.clone();
            entry.address = format!("example_bucket.b{n}");
            entry.fingerprint = format!("{n:032x}");
            entry.place.path = format!("infra/{}.tf", n / 100);
            entry.place.start.line = n % 100 + 1;
            entry.place.end.line = n % 100 + 1;
            entry.place.context_start = entry.place.start.line.saturating_sub(2).max(1);
            entry.severity = if n < 29_000 { Severity::Medium } else { Severity::Critical };
            entry
        })
        .collect();
    let full = write(&with(findings.clone()), &SarifOptions::default());
    let full: Value = serde_json::from_str(&full).unwrap();
    assert_eq!(results(&full).len(), 30_000, "others get everything");
    let lesser = findings.len() - 5_000;
    let github = log("many", &with(findings.clone()), Target::Github);
    assert_eq!(results(&github).len(), 5_000);
    let grave = results(&github).iter().filter(|result| result["level"] == "error").count();
    assert_eq!(grave, 1_000);
    let told = notifications(&github).last().unwrap();
    assert!(told["message"]["text"].as_str().unwrap().starts_with(&lesser.to_string()), "{told}");
    findings.truncate(5_000);
    assert!(notifications(&log("just-enough", &with(findings), Target::Github)).is_empty());
}

#[test]
fn nothing_scanned_becomes_a_link() {
    let evil = "[click](https://evil.example)";
    let mut finding = bucket();
    finding.message = format!("'{evil} {{1}}': Bucket is {evil}");
    finding.note = format!("`{evil}` <img src=x>");
    finding.related[0].1 = format!("{evil} a[0]");
    let (full, _) = both("hostile", &with(vec![finding]));
    let result = &results(&full)[0];
    let text = result["message"]["text"].as_str().unwrap();
    // The one link left is ours, to the related location.
    let targets: Vec<&str> = text
        .match_indices("](")
        .filter(|(at, _)| !text[..*at].ends_with('\\'))
        .map(|(at, _)| &text[at..at + 4])
        .collect();
    assert_eq!(targets, ["](1)"], "{text}");
    assert!(text.contains("{1}': Bucket"), "an argument is not looked into: {text}");
    assert!(!result.to_string().contains("markdown"));
}

#[test]
fn related_places_are_numbered_and_few_enough() {
    let mut finding = bucket();
    let one = finding.related[0].clone();
    finding.related = (0..150)
        .map(|n| {
            let mut other = one.clone();
            other.0.start.column += n;
            other.0.end.column += n;
            other
        })
        .collect();
    let (full, _) = both("related", &with(vec![finding]));
    let related = results(&full)[0]["relatedLocations"].as_array().unwrap();
    let ids: Vec<u64> = related.iter().map(|location| location["id"].as_u64().unwrap()).collect();
    assert_eq!(ids, (1..=100).collect::<Vec<u64>>());
}

#[test]
fn the_category_and_the_revision_are_the_users() {
    let provenance = Provenance {
        repository: "https://user:hunter2@example.com/clinic/api.git".to_owned(),
        revision: Some("0123abcd".to_owned()),
        branch: Some("main".to_owned()),
    };
    for (given, id) in [("phiward/api", "phiward/api/"), ("api/", "api/"), ("/x//", "x/")] {
        let options = SarifOptions {
            category: Some(given.to_owned()),
            provenance: Some(provenance.clone()),
            ..SarifOptions::default()
        };
        let full = log_with("category", &with(vec![bucket()]), &options);
        let run = &full["runs"][0];
        assert_eq!(run["automationDetails"]["id"], id);
        let details = &run["versionControlProvenance"][0];
        assert_eq!(details["repositoryUri"], "https://example.com/clinic/api.git");
        assert_eq!((&details["revisionId"], &details["branch"]), (&json!("0123abcd"), &json!("main")));
    }
}

#[test]
fn pretty_says_the_same() {
    let report = with(vec![bucket()]);
    let pretty = write(&report, &SarifOptions { pretty: true, ..SarifOptions::default() });
    assert!(pretty.lines().count() > 100);
    let compact = write(&report, &SarifOptions::default());
    assert_eq!(compact.lines().count(), 1);
    assert_eq!(serde_json::from_str::<Value>(&pretty).unwrap(), serde_json::from_str::<Value>(&compact).unwrap());
}

#[test]
fn what_the_profile_regrades_is_graded_everywhere() {
    let mut report = with(vec![bucket()]);
    report.held[BUCKET].severity = Severity::Low;
    report.findings[0].severity = Severity::Low;
    let (full, _) = both("regraded", &report);
    let rule = &full["runs"][0]["tool"]["driver"]["rules"][BUCKET];
    assert_eq!(rule["properties"]["security-severity"], "3.0");
    assert_eq!(rule["defaultConfiguration"], json!({ "level": "note", "rank": 30.0 }));
    let result = &results(&full)[0];
    assert_eq!((&result["level"], &result["rank"]), (&json!("note"), &json!(30.0)));
}

#[test]
fn every_rule_of_ours_is_well_described() {
    let data = phiward::pipeline::builtin();
    let held = data.rules.iter().map(|rule| Held { rule, severity: rule.severity }).collect();
    let report = Report { held, data: &data, tallies: Vec::new(), ..empty() };
    let (full, _) = both("catalog", &report);
    let rules = full["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), data.rules.len());
    for rule in rules {
        for text in ["text", "markdown"] {
            let help = rule["help"][text].as_str().unwrap();
            assert!(help.contains("164.") && help.contains("https://www.ecfr.gov/"), "{help}");
            assert_eq!(help.contains("(addressable)"), help.contains("document why not (164.306(d)(3))"), "{help}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_and_any_place_make_a_valid_log(
        path in "[^\\x00]{1,20}",
        before in "(?s).{0,40}",
        needle in "(?s).{0,20}",
        after in "(?s).{0,40}",
        words in "(?s).{0,40}",
    ) {
        let text = format!("{before}{needle}{after}");
        let sources = Sources::new(vec![SourceFile::new(path.trim_start_matches('/').to_owned(), text)]);
        let span = Span::new(FileId(0), before.len()..before.len() + needle.len());
        let mut finding = bucket();
        finding.place = Placer::new(&sources).place(span, false);
        finding.message = format!("'{words}': {words}");
        finding.note.clone_from(&words);
        finding.related[0].1 = words;
        let (_, full) = valid("any", &with(vec![finding]), &SarifOptions::default());
        let location = &results(&full)[0]["locations"][0]["physicalLocation"];
        if let Some(context) = location.get("contextRegion") {
            let [from, to] = [&context["startLine"], &context["endLine"]].map(|line| line.as_u64().unwrap());
            prop_assert!(from <= location["region"]["startLine"].as_u64().unwrap());
            prop_assert!(to >= location["region"]["endLine"].as_u64().unwrap());
        }
    }
}

fn call(needle: &str) -> At<'_> {
    At { path: "visits.py", text: "def store(patient):\n    log.info(patient.name)\n", needle }
}

fn open() -> Entry {
    let at = At { path: "infra/main.tf", text: MAIN_TF, needle: "encrypted = var" };
    entry(BUCKET, &at, "example_bucket.other", "`encrypted` is not known: a variable without a default")
}
