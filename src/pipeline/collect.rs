//! From judgements to findings, and from findings to what reports show.

use std::collections::{BTreeMap, HashSet};

use crate::catalog::{Data, Severity};
use crate::evaluate::{Answer, Held, Judgement};
use crate::finding::{Finding, Related};
use crate::model::{Dialect, Model, Value};
use crate::report::redact::redact;
use crate::report::{Entry, Notice, Placer};
use crate::source::{Problem, Sources, Span};

/// How many other places a finding names at the most; a vendor has many signs and one finding.
const MAX_RELATED: usize = 10;
const MAX_SIGNS: usize = 100;

/// Judgements as findings.
pub struct Collected {
    /// What fails, and passes that rely on a default where the profile asks for them.
    pub findings: Vec<Finding>,
    /// What is open.
    pub opens: Vec<Finding>,
}

/// Makes findings: one for each rule and place, gravest first, then in the order of places. `reliance`
/// has the catalog when passes by a provider's default are reported.
pub fn collect(
    judgements: &[Judgement],
    model: &Model,
    sources: &Sources,
    held: &[Held<'_>],
    reliance: Option<&Data>,
) -> Collected {
    let mut findings = Vec::new();
    let mut opens = Vec::new();
    for judgement in judgements {
        let mut finding = finding(judgement, model, sources, held);
        match judgement.outcome.answer {
            Answer::Fail => findings.push(finding),
            Answer::Open => opens.push(finding),
            Answer::Pass => {
                if let Some(data) = reliance {
                    let relied = judgement.outcome.relied.first().map(|index| &data.absences[*index]);
                    finding.severity = Severity::Info;
                    finding.note = relied.map_or_else(String::new, |absence| absence.because.clone());
                    let address = &finding.address;
                    finding.message = format!("'{address}' relies on the provider's default: say so explicitly");
                    findings.push(finding);
                }
            }
        }
    }
    merge(&mut findings);
    merge(&mut opens);
    Collected { findings, opens }
}

fn finding(judgement: &Judgement, model: &Model, sources: &Sources, held: &[Held<'_>]) -> Finding {
    let fact = &model.facts[judgement.fact];
    let Held { rule, severity } = held[judgement.rule];
    let outcome = &judgement.outcome;
    let place = first_line(outcome.place.map_or(fact.header, |(span, _)| span), sources);
    let mut related = outcome.related.clone();
    if !fact.span.contains(place) && !related.iter().any(|other| other.span == fact.header) {
        related.push(Related { span: fact.header, message: format!("'{}' is declared here", fact.address) });
    }
    related.extend(fact.via.iter().rev().map(|span| Related { span: *span, message: "it comes from here".to_owned() }));
    if fact.dialect == Dialect::Vendor {
        let places = fact.body.get("places").and_then(Value::as_list).map_or(&[][..], |places| &places.items);
        related
            .extend(places.iter().skip(1).map(|sign| Related { span: sign.span, message: "seen here too".to_owned() }));
    }
    related.retain(|other| other.span != place);
    related.dedup();
    related.truncate(if fact.dialect == Dialect::Vendor { MAX_SIGNS } else { MAX_RELATED });
    Finding {
        rule: judgement.rule,
        severity,
        dialect: fact.dialect,
        kind: fact.kind.clone(),
        address: fact.address.clone(),
        place,
        header: fact.header,
        message: format!("'{}': {}", fact.address, rule.title),
        note: outcome.note.clone(),
        attribute: outcome.attribute.clone(),
        related,
        fingerprint: String::new(),
        known: false,
        suppressed: None,
        variants: judgement.variants.clone(),
    }
}

/// A span cut to its first line: a finding points at a line, not at a page.
fn first_line(span: Span, sources: &Sources) -> Span {
    let text = sources.slice(span);
    let end = text.find(['\n', '\r']).map_or(text.len(), |at| text[..at].trim_end().len());
    Span::new(span.file, span.start as usize..span.start as usize + end)
}

/// Sorts, and keeps one finding for each rule and place: instances of a repeated resource, and modules
/// that are called twice, share theirs.
fn merge(findings: &mut Vec<Finding>) {
    findings.sort_by(|a, b| {
        (std::cmp::Reverse(a.severity), a.place, a.rule, &a.address).cmp(&(
            std::cmp::Reverse(b.severity),
            b.place,
            b.rule,
            &b.address,
        ))
    });
    let mut kept: Vec<Finding> = Vec::new();
    for finding in findings.drain(..) {
        match kept.last_mut() {
            Some(last) if last.rule == finding.rule && last.place == finding.place => {
                for related in finding.related {
                    if last.related.len() < MAX_RELATED && !last.related.contains(&related) {
                        last.related.push(related);
                    }
                }
                match (&mut last.variants, &finding.variants) {
                    (Some(variants), Some(others)) => variants.merge(others),
                    // Another root, which is always deployed in the one way, has it too.
                    (variants, None) => *variants = None,
                    (None, Some(_)) => {}
                }
            }
            _ => kept.push(finding),
        }
    }
    *findings = kept;
}

/// Findings as reports show them: masked, with lines and columns.
pub fn entries(findings: &[Finding], sources: &Sources, held: &[Held<'_>], baseline: bool) -> Vec<Entry> {
    let mut placer = Placer::new(sources);
    findings
        .iter()
        .map(|finding| {
            let secret = finding.dialect == Dialect::Secret || held[finding.rule].rule.family == "secrets";
            Entry {
                rule: finding.rule,
                severity: finding.severity,
                dialect: finding.dialect.name(),
                kind: redact(&finding.kind).into_owned(),
                address: redact(&finding.address).into_owned(),
                message: message(finding),
                note: if secret { String::new() } else { redact(&finding.note).into_owned() },
                attribute: redact(&finding.attribute).into_owned(),
                place: placer.place(finding.place, secret),
                related: finding
                    .related
                    .iter()
                    .map(|other| {
                        (placer.place(first_line(other.span, sources), secret), redact(&other.message).into_owned())
                    })
                    .collect(),
                fingerprint: finding.fingerprint.clone(),
                line_hash: placer.line_hash(finding.place),
                known: baseline.then_some(finding.known),
                suppressed: finding.suppressed.as_ref().map(|why| redact(&why.reason).into_owned()),
                variants: finding.variants.as_ref().map(|variants| variants.renamed(|name| redact(name).into())),
            }
        })
        .collect()
}

/// The sentence with its address masked: what follows are the rule's own words.
fn message(finding: &Finding) -> String {
    let start = format!("'{}'", finding.address);
    match finding.message.strip_prefix(&start) {
        Some(words) => format!("'{}'{words}", redact(&finding.address)),
        None => redact(&finding.message).into_owned(),
    }
}

/// Problems as reports show them, by path and place.
pub fn notices(mut problems: Vec<Problem>, sources: &Sources) -> Vec<Notice> {
    problems.sort();
    problems.dedup();
    problems
        .into_iter()
        .map(|problem| {
            let position = problem.span.map(|span| {
                let file = sources.get(span.file);
                let position = file.lines().position(&file.text, span.start);
                (position.line, position.column)
            });
            let (path, message) = (redact(&problem.path).into_owned(), redact(&problem.message).into_owned());
            Notice { kind: problem.kind, path, position, message }
        })
        .collect()
}

/// How many facts each dialect has.
pub fn facts(model: &Model) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    let mut seen = HashSet::new();
    for fact in &model.facts {
        // What several variants of a root have is there once.
        let scope = model.scope(fact.scope);
        let key = (scope.dialect, &scope.path, fact.dialect, &fact.address, fact.header);
        if scope.variant.is_some() && !seen.insert(key) {
            continue;
        }
        *counts.entry(fact.dialect.name()).or_default() += 1;
    }
    counts
}
