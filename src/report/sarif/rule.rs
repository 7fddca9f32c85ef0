//! Rules as reporting descriptors: what a reader sees of a rule, whichever findings it has.

use serde_json::{Value, json};
use serde_sarif::sarif::{
    MultiformatMessageString, PropertyBag, ReportingConfiguration, ReportingDescriptor, ResultLevel,
};

use crate::catalog::control::{self, Designation};
use crate::catalog::{Data, Rule, Severity};
use crate::evaluate::Held;

use super::taxonomy::{Taxonomies, weakness_url};
use super::text::{description, fenced, name, sentence};
use super::{HOME, described};

/// GitHub keeps this many tags of a rule.
const MAX_TAGS: usize = 10;

/// A rule's descriptor. What depends on taxonomies is for a full log alone.
pub fn descriptor(held: &Held<'_>, data: &Data, taxonomies: &Taxonomies, full: bool) -> ReportingDescriptor {
    let rule = held.rule;
    let mut configuration = ReportingConfiguration::builder().level(json!(level(held.severity))).build();
    configuration.rank = full.then(|| rank(held.severity));
    let mut descriptor = ReportingDescriptor::builder()
        .id(rule.id.clone())
        .name(name(&rule.id, "Rule"))
        .short_description(described(description(&rule.title)))
        .full_description(described(description(&rule.why)))
        .help(
            MultiformatMessageString::builder().text(help(rule, data, false)).markdown(help(rule, data, true)).build(),
        )
        .help_uri(format!("{HOME}/blob/main/docs/rules.md#{}", rule.id))
        .default_configuration(configuration)
        .message_strings(super::finding::message_strings())
        .properties(properties(held))
        .build();
    if !rule.aliases.is_empty() {
        descriptor.deprecated_ids = Some(rule.aliases.clone());
    }
    if full {
        descriptor.relationships = Some(taxonomies.relationships(rule));
    }
    descriptor
}

/// SARIF's level of a severity.
pub fn level(severity: Severity) -> ResultLevel {
    match severity {
        Severity::Critical | Severity::High => ResultLevel::Error,
        Severity::Medium => ResultLevel::Warning,
        Severity::Low | Severity::Info => ResultLevel::Note,
    }
}

/// SARIF's rank, from 0 to 100, in step with `security-severity`.
pub fn rank(severity: Severity) -> f64 {
    match severity {
        Severity::Critical => 95.0,
        Severity::High => 80.0,
        Severity::Medium => 55.0,
        Severity::Low => 30.0,
        Severity::Info => 10.0,
    }
}

fn properties(held: &Held<'_>) -> PropertyBag {
    let rule = held.rule;
    let problem = match level(held.severity) {
        ResultLevel::Error => "error",
        ResultLevel::Warning => "warning",
        ResultLevel::Note | ResultLevel::None => "recommendation",
    };
    let entries: [(&str, Value); 3] = [
        ("precision", json!("high")),
        ("problem.severity", json!(problem)),
        ("security-severity", json!(format!("{:.1}", rank(held.severity) / 10.0))),
    ];
    let mut bag = super::properties(entries);
    bag.tags = Some(tags(rule));
    bag
}

fn tags(rule: &Rule) -> Vec<String> {
    let mut tags = vec!["security".to_owned(), "hipaa".to_owned(), rule.family.clone()];
    let provisions = rule.controls.iter().map(|id| format!("hipaa/{}", id.replace('(', "-").replace(')', "")));
    let weaknesses = rule.cwe.iter().map(|number| format!("external/cwe/cwe-{number:03}"));
    for tag in provisions.chain(weaknesses) {
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags.truncate(MAX_TAGS);
    tags
}

/// The help of a rule: what, why, which provision, what to change, examples, references.
fn help(rule: &Rule, data: &Data, markdown: bool) -> String {
    let mut parts: Vec<String> = Vec::new();
    let heading = |text: &str| if markdown { format!("## {text}") } else { format!("{text}:") };
    let title = sentence(&rule.title);
    parts.push(if markdown { format!("**{title}**") } else { title });
    parts.push(rule.why.trim().to_owned());
    parts.push(heading("What to change"));
    parts.push(rule.fix.trim().to_owned());
    if !rule.controls.is_empty() {
        parts.push(heading("What it bears on"));
        let provisions: Vec<String> = rule.controls.iter().map(|id| provision(id, data, markdown)).collect();
        parts.push(provisions.join("\n"));
        parts.push("Provisions of 45 CFR Part 164 are paraphrased here; the official text counts.".to_owned());
    }
    if let Some(interpretation) = &rule.interpretation {
        parts.push(format!("Interpretation: {}", interpretation.trim()));
    }
    if let Some(example) = data.examples.get(&rule.id) {
        for (name, text) in [("Fails", &example.bad), ("Passes", &example.good)] {
            if !text.trim().is_empty() {
                parts.push(heading(name));
                parts.push(if markdown { fenced(&example.language, text) } else { text.trim_end().to_owned() });
            }
        }
    }
    let weaknesses = rule.cwe.iter().map(|number| (format!("CWE-{number}"), weakness_url(*number)));
    let references: Vec<String> = weaknesses
        .map(|(name, url)| if markdown { format!("- [{name}]({url})") } else { format!("- {name}: {url}") })
        .chain(rule.references.iter().map(|url| if markdown { format!("- <{url}>") } else { format!("- {url}") }))
        .collect();
    if !references.is_empty() {
        parts.push(heading("References"));
        parts.push(references.join("\n"));
    }
    parts.join("\n\n")
}

fn provision(id: &str, data: &Data, markdown: bool) -> String {
    let url = control::url(id);
    // Parentheses would end a bare link target.
    let citation = if markdown { format!("[{id}](<{url}>)") } else { format!("{id} ({url})") };
    let Some(control) = data.controls.get(id) else { return format!("- {citation}") };
    let status = match control.designation {
        Designation::NotApplicable => String::new(),
        known => format!(" ({})", known.name()),
    };
    let otherwise = match control.designation {
        Designation::Addressable => " Implement it, or document why not (164.306(d)(3)).",
        Designation::Required | Designation::NotApplicable => "",
    };
    format!("- {citation} {}{status}: {}{otherwise}", control.title, sentence(&control.summary))
}
