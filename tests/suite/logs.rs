//! The SARIF logs that tests write: each is validated, and kept in `target/sarif-logs/` for Microsoft's
//! validator, which `tests/multitool.sh` runs.

use std::path::Path;
use std::sync::LazyLock;

use jsonschema::Validator;
use phiward::report::Report;
use phiward::report::sarif::{SarifOptions, Target, write};
use serde_json::Value;

/// Microsoft's validator takes minutes for larger logs, whose results are of the same form.
const MAX_KEPT: usize = 1_000_000;

static SCHEMA: LazyLock<Validator> = LazyLock::new(|| {
    let schema: Value = serde_json::from_str(include_str!("../schemas/sarif-2.1.0.json")).unwrap();
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
});

/// A report's log for a target, validated and kept under a name.
pub fn log(name: &str, report: &Report<'_>, target: Target) -> Value {
    log_with(name, report, &SarifOptions { target, ..SarifOptions::default() })
}

/// A report's log, validated and kept under a name.
pub fn log_with(name: &str, report: &Report<'_>, options: &SarifOptions) -> Value {
    let (text, log) = valid(name, report, options);
    if text.len() <= MAX_KEPT {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/sarif-logs");
        std::fs::create_dir_all(&folder).unwrap();
        let target = if options.target == Target::Github { "github" } else { "full" };
        std::fs::write(folder.join(format!("{name}.{target}.sarif")), text).unwrap();
    }
    log
}

/// A report's log, validated.
pub fn valid(name: &str, report: &Report<'_>, options: &SarifOptions) -> (String, Value) {
    let text = write(report, options);
    assert_eq!(text, write(report, options), "{name} is not the same twice");
    let log: Value = serde_json::from_str(&text).unwrap();
    let errors: Vec<String> =
        SCHEMA.iter_errors(&log).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{name}: {errors:#?}");
    holds_for_every_log(name, &log);
    (text, log)
}

/// The one run's results.
pub fn results(log: &Value) -> &Vec<Value> {
    log["runs"][0]["results"].as_array().unwrap()
}

/// The one run's notifications.
pub fn notifications(log: &Value) -> &Vec<Value> {
    log["runs"][0]["invocations"][0]["toolExecutionNotifications"].as_array().unwrap()
}

/// What the schema does not say but readers insist on.
fn holds_for_every_log(name: &str, log: &Value) {
    assert_eq!(log["version"], "2.1.0");
    assert!(log["$schema"].as_str().unwrap().ends_with("/sarif-schema-2.1.0.json"), "{name}");
    assert_eq!(log["runs"].as_array().unwrap().len(), 1, "{name}");
    let run = &log["runs"][0];
    assert!(run["automationDetails"]["id"].as_str().unwrap().ends_with('/'), "{name}");
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for rule in rules {
        holds_for_every_rule(run, rule);
    }
    let mut identities = std::collections::BTreeSet::new();
    let mut places = std::collections::BTreeSet::new();
    for result in results(log) {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"], "{name}");
        assert_eq!(result["locations"].as_array().unwrap().len(), 1, "{name}");
        let location = &result["locations"][0]["physicalLocation"];
        let uri = location["artifactLocation"]["uri"].as_str().unwrap();
        assert!(uri.is_ascii() && !uri.contains([' ', ':', '\\']) && !uri.starts_with('/'), "{name}: {uri}");
        let bounds = ["startLine", "startColumn", "endLine", "endColumn"];
        let [line, column, end_line, end_column] = bounds.map(|key| location["region"][key].as_u64().unwrap());
        assert!(line >= 1 && column >= 1 && (line, column) <= (end_line, end_column), "{name}: {location}");
        let hash = &result["partialFingerprints"]["primaryLocationLineHash"];
        assert!(identities.insert(result["fingerprints"]["phiward/v1"].to_string()), "{name}: identity twice");
        let place = format!("{} {uri} {hash} {line} {column} {}", result["ruleId"], result["kind"]);
        assert!(places.insert(place), "{name}: two results at one place");
        let text = result["message"]["text"].as_str().unwrap();
        assert!(text.starts_with('\'') && text.ends_with('.') && !text.contains('\n'), "{name}: {text}");
        for taxon in result["taxa"].as_array().into_iter().flatten() {
            assert_eq!(referred(run, taxon)["id"], taxon["id"], "{name}");
        }
    }
    for notification in notifications(log) {
        let descriptor = &notification["descriptor"];
        let index = usize::try_from(descriptor["index"].as_u64().unwrap()).unwrap();
        assert_eq!(run["tool"]["driver"]["notifications"][index]["id"], descriptor["id"], "{name}");
    }
}

fn holds_for_every_rule(run: &Value, rule: &Value) {
    for text in [&rule["shortDescription"]["text"], &rule["fullDescription"]["text"]] {
        let text = text.as_str().unwrap();
        assert!(text.ends_with('.') && text.chars().count() <= 1024, "{text}");
    }
    assert_ne!(rule["name"], rule["id"]);
    assert!(rule["help"]["text"].is_string() && rule["help"]["markdown"].is_string());
    let tags = rule["properties"]["tags"].as_array().unwrap();
    assert!(tags.len() <= 10 && tags[0] == "security" && tags[1] == "hipaa", "{tags:?}");
    let grade: f64 = rule["properties"]["security-severity"].as_str().unwrap().parse().unwrap();
    assert!(grade > 0.0 && grade <= 10.0);
    for relationship in rule["relationships"].as_array().into_iter().flatten() {
        let target = &relationship["target"];
        assert_eq!(referred(run, target)["id"], target["id"]);
    }
}

/// The taxon that a reference leads to.
fn referred<'l>(run: &'l Value, reference: &Value) -> &'l Value {
    let component = &reference["toolComponent"];
    let taxonomy = run["taxonomies"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|taxonomy| taxonomy["guid"] == component["guid"] && taxonomy["name"] == component["name"])
        .unwrap();
    &taxonomy["taxa"][usize::try_from(reference["index"].as_u64().unwrap()).unwrap()]
}
