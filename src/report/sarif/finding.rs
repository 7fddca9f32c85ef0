//! Findings as results: their message, place, identity and state.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value, json};
use serde_sarif::sarif::{
    ArtifactContent, ArtifactLocation, Location, LogicalLocation, Message, MultiformatMessageString, PhysicalLocation,
    Region, Result as SarifResult, ResultKind, ResultLevel, Suppression,
};

use crate::catalog::Rule;
use crate::finding::Told;
use crate::model::Dialect;
use crate::report::{Entry, Place, Report};

use super::rule::{level, rank};
use super::taxonomy::Taxonomies;
use super::text::{link, one_line, sentence, unlinked, uri};
use super::{ROOT, Target, message, properties};

/// GitHub shows this many results of a log.
const MAX_RESULTS: usize = 5_000;

/// GitHub shows this many locations of a result.
const MAX_RELATED: usize = 100;

/// How many further things a merged result names.
const MAX_NAMED: usize = 5;

/// The results of a log.
pub struct Findings {
    /// The results, gravest first.
    pub results: Vec<SarifResult>,
    /// How many there was no room for.
    pub left_out: usize,
}

/// Findings of one rule at one place: several resources that one block declares, say. Readers tell
/// findings apart by rule and place, so that they have to be one result.
struct Group<'e> {
    /// The one that the result is about.
    entry: &'e Entry,
    /// The others, in their order.
    others: Vec<&'e Entry>,
}

/// What every result of a log has in common.
struct Writer<'a> {
    report: &'a Report<'a>,
    taxonomies: &'a Taxonomies,
    full: bool,
    has_baseline: bool,
}

impl Findings {
    /// The results of a report for a target.
    pub fn new(report: &Report<'_>, taxonomies: &Taxonomies, target: Target) -> Self {
        let full = target == Target::Full;
        let entries = || report.findings.iter().chain(&report.opens);
        let has_baseline = full && entries().any(|entry| entry.known.is_some());
        let writer = Writer { report, taxonomies, full, has_baseline };
        let mut fails = groups(&report.findings);
        let mut left_out = 0;
        if !full {
            fails.retain(|group| group.entry.counts());
            fails.sort_by_key(|group| std::cmp::Reverse(group.entry.severity));
            left_out = fails.len().saturating_sub(MAX_RESULTS);
            fails.truncate(MAX_RESULTS);
        }
        let mut results: Vec<SarifResult> = fails.iter().map(|group| writer.result(group, false)).collect();
        if full {
            results.extend(groups(&report.opens).iter().map(|group| writer.result(group, true)));
        }
        Self { results, left_out }
    }
}

/// Entries by rule and place, in the order of the first. The one that counts speaks for its group.
fn groups(entries: &[Entry]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut seen: HashMap<(usize, &str, &str, usize, usize), usize> = HashMap::new();
    for entry in entries {
        let Place { path, start, .. } = &entry.place;
        let key = (entry.rule, path.as_str(), entry.line_hash.as_str(), start.line, start.column);
        match seen.get(&key) {
            None => {
                seen.insert(key, groups.len());
                groups.push(Group { entry, others: Vec::new() });
            }
            Some(at) => {
                let group = &mut groups[*at];
                if entry.counts() && !group.entry.counts() {
                    let other = std::mem::replace(&mut group.entry, entry);
                    group.others.insert(0, other);
                } else {
                    group.others.push(entry);
                }
            }
        }
    }
    groups
}

impl Writer<'_> {
    fn result(&self, group: &Group<'_>, open: bool) -> SarifResult {
        let entry = group.entry;
        let held = self.report.held.get(entry.rule);
        let related = related(group);
        let mut result = SarifResult::builder()
            .message(result_message(group, &related, open))
            .rule_index(number(entry.rule))
            .level(if open { ResultLevel::None } else { level(entry.severity) })
            .locations([location(group)])
            .partial_fingerprints(fingerprint("primaryLocationLineHash", &entry.line_hash))
            .fingerprints(fingerprint("phiward/v1", &entry.fingerprint))
            .build();
        result.rule_id = held.map(|held| held.rule.id.clone());
        if !related.is_empty() {
            result.related_locations = Some(related.iter().zip(1..).map(related_location).collect());
        }
        result.properties = held.map(|held| properties(self.properties(entry, held.rule)));
        if self.full {
            result.kind = Some(if open { ResultKind::Open } else { ResultKind::Fail });
            result.rank = (!open).then(|| rank(entry.severity));
            result.taxa = held.map(|held| self.taxonomies.taxa(held.rule)).filter(|taxa| !taxa.is_empty());
            result.suppressions = entry.suppressed.as_deref().map(|reason| vec![suppression(reason)]);
            result.baseline_state =
                self.has_baseline.then(|| if entry.known == Some(true) { json!("unchanged") } else { json!("new") });
        }
        result
    }

    fn properties(&self, entry: &Entry, rule: &Rule) -> Vec<(&'static str, Value)> {
        let primary = rule.controls.first();
        let control = primary.and_then(|id| self.report.data.controls.get(id));
        let mut entries = vec![
            ("phiward/family", json!(rule.family)),
            ("phiward/severity", json!(entry.severity.name())),
            ("phiward/dialect", json!(entry.dialect)),
            ("phiward/kind", json!(entry.kind)),
        ];
        let mut add = |key, value: Option<&str>| {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                entries.push((key, json!(value)));
            }
        };
        add("phiward/provision", primary.map(String::as_str));
        add("phiward/status", control.map(|control| control.designation.name()));
        add("phiward/resource", Some(&entry.address));
        add("phiward/attribute", Some(&entry.attribute));
        if let Some(variants) = &entry.variants {
            let told = Told::ALL.map(|(told, name, _)| (name, variants.names(told).collect::<Vec<_>>()));
            entries.push(("phiward/variants", json!(BTreeMap::from(told))));
        }
        entries
    }
}

/// The forms of messages, with what stands in for their parts: what is wrong with which thing, and why.
pub fn message_strings() -> BTreeMap<String, MultiformatMessageString> {
    ALL_FORMS.map(|(id, form)| (id.to_owned(), super::described(form))).into_iter().collect()
}

const PLAIN: (&str, &str) = ("default", "{0}.");
const EXPLAINED: (&str, &str) = ("explained", "{0}. {1}.");
const OPEN: (&str, &str) = ("open", "{0}? The repository does not tell.");
const OPEN_EXPLAINED: (&str, &str) = ("open-explained", "{0}? The repository does not tell. {1}.");
const ALL_FORMS: [(&str, &str); 4] = [PLAIN, EXPLAINED, OPEN, OPEN_EXPLAINED];

fn result_message(group: &Group<'_>, related: &[&(Place, String)], open: bool) -> Message {
    let entry = group.entry;
    let mut details: Vec<String> = vec![sentence(&unlinked(&entry.note)), sentence(&unlinked(&entry.where_so()))];
    let mut names: Vec<&str> = group.others.iter().map(|other| other.address.as_str()).collect();
    names.retain(|name| *name != entry.address && !name.is_empty());
    if !names.is_empty() {
        let more = names.len().saturating_sub(MAX_NAMED);
        let named: Vec<String> = names.iter().take(MAX_NAMED).map(|name| format!("'{}'", unlinked(name))).collect();
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        details.push(format!("The same holds for {}{more}.", named.join(", ")));
    }
    if !related.is_empty() {
        let links: Vec<String> = related.iter().zip(1..).map(|((_, text), id)| link(text, id)).collect();
        details.push(format!("See: {}.", links.join(", ")));
    }
    details.retain(|detail| !detail.is_empty());
    // The forms end in a period of their own, as readers ask for.
    let details = details.join(" ").trim_end_matches('.').to_owned();
    let (id, form) = match (open, details.is_empty()) {
        (true, true) => OPEN,
        (true, false) => OPEN_EXPLAINED,
        (false, true) => PLAIN,
        (false, false) => EXPLAINED,
    };
    let mut arguments = vec![unlinked(entry.message.trim_end_matches('.'))];
    if !details.is_empty() {
        arguments.push(details);
    }
    let text = filled(form, &arguments);
    Message::builder().id(id).arguments(arguments).text(text).build()
}

/// A form with its placeholders replaced, once: what an argument holds is not looked into.
fn filled(form: &str, arguments: &[String]) -> String {
    let mut parts = form.split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (index, rest) = part.split_once('}').unwrap_or_default();
        let argument = index.parse().ok().and_then(|index: usize| arguments.get(index));
        text.push_str(argument.map_or("", String::as_str));
        text.push_str(rest);
    }
    text
}

fn related<'e>(group: &Group<'e>) -> Vec<&'e (Place, String)> {
    let mut found: Vec<&(Place, String)> = Vec::new();
    for entry in std::iter::once(&group.entry).chain(&group.others) {
        for one in &entry.related {
            if found.len() < MAX_RELATED && !found.contains(&one) {
                found.push(one);
            }
        }
    }
    found
}

fn related_location((related, id): (&&(Place, String), i64)) -> Location {
    let (place, text) = *related;
    Location::builder().id(id).message(message(sentence(&unlinked(text)))).physical_location(physical(place)).build()
}

fn location(group: &Group<'_>) -> Location {
    let mut location = Location::builder().physical_location(physical(&group.entry.place)).build();
    let mut logical: Vec<LogicalLocation> = Vec::new();
    for entry in std::iter::once(&group.entry).chain(group.others.iter().take(MAX_RELATED)) {
        let address = one_line(&entry.address);
        if !address.is_empty() && logical.iter().all(|other| other.fully_qualified_name.as_ref() != Some(&address)) {
            let is_code = entry.dialect.parse().is_ok_and(Dialect::is_code);
            let name =
                if is_code { address.rsplit('.').next().unwrap_or(&address).to_owned() } else { address.clone() };
            let kind = if is_code { "function" } else { "resource" };
            logical.push(LogicalLocation::builder().name(name).fully_qualified_name(address).kind(kind).build());
        }
    }
    location.logical_locations = (!logical.is_empty()).then_some(logical);
    location
}

fn physical(place: &Place) -> PhysicalLocation {
    let artifact = ArtifactLocation::builder().uri(uri(&place.path)).uri_base_id(ROOT).build();
    let mut region = Region::builder()
        .start_line(number(place.start.line.max(1)))
        .start_column(number(place.start.column.max(1)))
        .end_line(number(place.end.line.max(1)))
        .end_column(number(place.end.column.max(1)))
        .build();
    if !place.snippet.is_empty() {
        region.snippet = Some(ArtifactContent::builder().text(place.snippet.clone()).build());
    }
    let mut physical = PhysicalLocation::builder().artifact_location(artifact).region(region).build();
    physical.context_region = context(place);
    physical
}

/// The lines around; none where the finding is all of them, as a context has to be more.
fn context(place: &Place) -> Option<Region> {
    let mut lines = place.context.as_slice();
    // What follows a file's last line break is no line to some readers.
    while let [rest @ .., last] = lines
        && last.is_empty()
        && place.context_start + rest.len() > place.end.line
    {
        lines = rest;
    }
    let last = lines.last()?;
    let end = place.context_start + lines.len() - 1;
    let starts_before = place.context_start < place.start.line || place.start.column > 1;
    let ends_after = end > place.end.line || last.encode_utf16().count() + 1 > place.end.column;
    if !(starts_before || ends_after) || end < place.end.line {
        return None;
    }
    let snippet = ArtifactContent::builder().text(lines.join("\n")).build();
    Some(Region::builder().start_line(number(place.context_start)).end_line(number(end)).snippet(snippet).build())
}

fn suppression(reason: &str) -> Suppression {
    Suppression::builder().kind(json!("inSource")).status(json!("accepted")).justification(reason).build()
}

fn fingerprint(key: &str, value: &str) -> BTreeMap<String, String> {
    BTreeMap::from([(key.to_owned(), value.to_owned())])
}

/// A count as SARIF's numbers.
pub fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
