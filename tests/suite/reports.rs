//! Reports made by hand, for the tests of writers: places and masking are the real ones, findings are not.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use phiward::catalog::control::Controls;
use phiward::catalog::{Data, Example, Examples, Severity};
use phiward::evaluate::{Held, Tally};
use phiward::report::{Coverage, Entry, Notice, Placer, Report};
use phiward::source::{FileId, ProblemKind, SourceFile, Sources, Span};

/// The rules of `tests/fixtures/rules` with the real provisions.
pub static DATA: LazyLock<Data> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/rules");
    let (mut data, mistakes) = Data::read(&folder);
    assert!(mistakes.is_empty(), "{mistakes:?}");
    data.controls = Controls::from_toml(include_str!("../../rules/controls.toml")).unwrap();
    let example = Example {
        language: "hcl".to_owned(),
        bad: "resource \"example_bucket\" \"a\" {\n  encrypted = false\n}\n".to_owned(),
        good: "resource \"example_bucket\" \"a\" {\n  encrypted = true\n}\n".to_owned(),
    };
    let examples = [("bucket-unencrypted".to_owned(), example)].into();
    data.examples = Examples::packed(Examples::pack(&examples).unwrap().leak());
    data
});

/// Index of the rule about buckets.
pub const BUCKET: usize = 0;
/// Index of the rule about logs.
pub const LOG: usize = 1;

pub const MAIN_TF: &str = "# Storage\nresource \"example_bucket\" \"scans\" {\n  name      = \"scans\"\n  encrypted = var.encrypted\n}\n\nvariable \"encrypted\" {\n  default = false\n}\n";

/// A report that read files and found nothing.
pub fn empty() -> Report<'static> {
    let held: Vec<Held<'static>> = DATA.rules.iter().map(|rule| Held { rule, severity: rule.severity }).collect();
    Report {
        tallies: vec![Tally { pass: 2, fail: 0, open: 0 }; held.len()],
        held,
        data: &DATA,
        findings: Vec::new(),
        opens: Vec::new(),
        notices: Vec::new(),
        profile: "default".to_owned(),
        fail_on: Severity::High,
        coverage: Coverage {
            files: 3,
            read: BTreeMap::from([("terraform".to_owned(), 1), ("python".to_owned(), 1)]),
            facts: BTreeMap::from([("terraform", 4), ("python", 2)]),
        },
        exit_code: 0,
        stale_baseline: 0,
        times: None,
    }
}

/// The place of the first `needle` in a file.
pub struct At<'t> {
    pub path: &'t str,
    pub text: &'t str,
    pub needle: &'t str,
}

/// A finding of a rule at a place.
pub fn entry(rule: usize, at: &At<'_>, address: &str, note: &str) -> Entry {
    let sources = Sources::new(vec![SourceFile::new(at.path.to_owned(), at.text.to_owned())]);
    let start = at.text.find(at.needle).unwrap();
    let span = Span::new(FileId(0), start..start + at.needle.len());
    let mut placer = Placer::new(&sources);
    let held = &DATA.rules[rule];
    let is_code = held.select.keys().any(|dialect| dialect.is_code());
    Entry {
        rule,
        severity: held.severity,
        dialect: if is_code { "python" } else { "terraform" },
        kind: if is_code { "logging.info" } else { "example_bucket" }.to_owned(),
        address: address.to_owned(),
        message: format!("'{address}': {}", held.title),
        note: note.to_owned(),
        attribute: "encrypted".to_owned(),
        line_hash: placer.line_hash(span),
        place: placer.place(span, false),
        related: Vec::new(),
        fingerprint: fingerprint(&format!("{rule} {address} {} {}", at.path, at.needle)),
        known: None,
        suppressed: None,
        variants: None,
    }
}

fn fingerprint(identity: &str) -> String {
    let hash = identity
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}{hash:016x}")
}

/// The finding that most tests have: an attribute whose value comes from a variable.
pub fn bucket() -> Entry {
    let at = At { path: "infra/main.tf", text: MAIN_TF, needle: "var.encrypted" };
    let mut entry = entry(BUCKET, &at, "example_bucket.scans", "`encrypted` is false");
    let origin = self::entry(BUCKET, &At { needle: "false", ..at }, "", "");
    entry.related.push((origin.place, "the value comes from here".to_owned()));
    entry
}

/// A report with these findings, as a scan would have ended.
pub fn with(findings: Vec<Entry>) -> Report<'static> {
    let mut report = empty();
    for entry in &findings {
        report.tallies[entry.rule].fail += 1;
    }
    report.exit_code = u8::from(findings.iter().any(|entry| entry.counts() && entry.severity >= report.fail_on));
    report.findings = findings;
    report
}

/// One notice of each kind, with and without a place.
pub fn notices() -> Vec<Notice> {
    ProblemKind::ALL
        .into_iter()
        .zip(0..)
        .map(|(kind, at)| Notice {
            kind,
            path: if kind == ProblemKind::Internal { String::new() } else { format!("folder {at}/datei-ä.tf") },
            position: (at % 2 == 0).then_some((at + 1, 7)),
            message: "something [odd](https://evil.example) happened here".to_owned(),
        })
        .collect()
}
