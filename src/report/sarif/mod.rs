//! SARIF 2.1.0, for code-scanning dashboards and as evidence.
//!
//! One log serves two kinds of reader. GitHub ignores suppressions, kinds and baseline states, so that
//! whatever must not become an alert stays out of a log for it; every other reader gets everything.
//! A fix will be a `fixes` entry and a flow a `codeFlows` entry of the result in `result.rs`.

mod finding;
mod notice;
mod rule;
mod taxonomy;
mod text;

use serde_json::{Value, json};
use serde_sarif::sarif::{
    ArtifactLocation, Message, MultiformatMessageString, PropertyBag, Run, RunAutomationDetails, Sarif, Tool,
    ToolComponent, VersionControlDetails,
};

use crate::report::Report;

use finding::Findings;
use taxonomy::Taxonomies;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const VERSION: &str = env!("CARGO_PKG_VERSION");
const HOME: &str = "https://github.com/phiward/phiward";
const ROOT: &str = "%SRCROOT%";

/// Who will read the log.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Target {
    /// GitHub code scanning: what counts, and nothing else.
    Github,
    /// Everyone else: all that is known.
    #[default]
    Full,
}

/// How a log is written.
#[derive(Clone, Debug, Default)]
pub struct SarifOptions {
    /// Who will read it.
    pub target: Target,
    /// Tells apart several logs of one commit: `phiward/api`. Without it, `phiward`.
    pub category: Option<String>,
    /// With line breaks and indents.
    pub pretty: bool,
    /// Which revision was scanned, when that is known.
    pub provenance: Option<Provenance>,
}

/// The revision that was scanned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// The repository's address. Credentials in it are not written.
    pub repository: String,
    /// The commit.
    pub revision: Option<String>,
    /// The branch.
    pub branch: Option<String>,
}

/// The log of a report.
#[must_use]
pub fn write(report: &Report<'_>, options: &SarifOptions) -> String {
    let log = Sarif::builder().schema(SCHEMA).version(json!("2.1.0")).runs([run(report, options)]).build();
    // Writing fails on maps whose keys are no text and on nothing else; there are none in these types.
    let written = if options.pretty { serde_json::to_string_pretty(&log) } else { serde_json::to_string(&log) };
    written.unwrap_or_default()
}

fn run(report: &Report<'_>, options: &SarifOptions) -> Run {
    let full = options.target == Target::Full;
    let taxonomies = Taxonomies::of(report);
    let findings = Findings::new(report, &taxonomies, options.target);
    let root = ArtifactLocation::builder().description(message("The root of the repository.")).build();
    let category = options.category.as_deref().unwrap_or("phiward").trim_matches('/');
    let mut run = Run::builder()
        .tool(Tool::builder().driver(driver(report, &taxonomies, full)).build())
        .invocations([notice::invocation(report, findings.left_out)])
        .original_uri_base_ids([(ROOT.to_owned(), root)].into_iter().collect::<std::collections::BTreeMap<_, _>>())
        .automation_details(RunAutomationDetails::builder().id(format!("{category}/")).build())
        .column_kind(json!("utf16CodeUnits"))
        .language("en-US")
        .results(findings.results)
        .build();
    run.version_control_provenance = options.provenance.as_ref().and_then(version_control).map(|details| vec![details]);
    if full {
        run.taxonomies = Some(taxonomies.components(report));
        run.properties = Some(coverage(report));
    }
    run
}

fn driver(report: &Report<'_>, taxonomies: &Taxonomies, full: bool) -> ToolComponent {
    let mut driver = ToolComponent::builder()
        .name("phiward")
        .full_name(format!("phiward {VERSION}, a static HIPAA compliance scanner"))
        .semantic_version(VERSION)
        .version(VERSION)
        .information_uri(HOME)
        .organization("phiward")
        .short_description(described("Holds HIPAA rules against code, infrastructure and configuration."))
        .rules(report.held.iter().map(|held| rule::descriptor(held, report.data, taxonomies, full)).collect::<Vec<_>>())
        .notifications(notice::descriptors())
        .build();
    driver.supported_taxonomies = full.then(Taxonomies::references);
    driver
}

fn version_control(provenance: &Provenance) -> Option<VersionControlDetails> {
    let mut details = VersionControlDetails::builder()
        .repository_uri(text::repository_uri(&provenance.repository)?)
        .mapped_to(ArtifactLocation::builder().uri_base_id(ROOT).build())
        .build();
    details.revision_id.clone_from(&provenance.revision);
    details.branch.clone_from(&provenance.branch);
    Some(details)
}

/// What was read and how often each rule answered what: the scan's claim of coverage.
fn coverage(report: &Report<'_>) -> PropertyBag {
    let rules: serde_json::Map<String, Value> = report
        .held
        .iter()
        .zip(&report.tallies)
        .filter(|(_, tally)| tally.held() > 0)
        .map(|(held, tally)| {
            (held.rule.id.clone(), json!({ "pass": tally.pass, "fail": tally.fail, "open": tally.open }))
        })
        .collect();
    properties([
        ("phiward/profile", json!(report.profile)),
        ("phiward/failOn", json!(report.fail_on.name())),
        (
            "phiward/coverage",
            json!({ "files": report.coverage.files, "read": report.coverage.read, "facts": report.coverage.facts }),
        ),
        ("phiward/answers", Value::Object(rules)),
        ("phiward/staleBaselineEntries", json!(report.stale_baseline)),
    ])
}

fn message(text: impl Into<String>) -> Message {
    Message::builder().text(text).build()
}

fn described(text: impl Into<String>) -> MultiformatMessageString {
    MultiformatMessageString::builder().text(text).build()
}

fn properties<'k>(entries: impl IntoIterator<Item = (&'k str, Value)>) -> PropertyBag {
    let entries = entries.into_iter().map(|(key, value)| (key.to_owned(), value));
    PropertyBag::builder().additional_properties(entries.collect::<std::collections::BTreeMap<_, _>>()).build()
}
