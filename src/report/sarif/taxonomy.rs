//! The provisions of HIPAA and the weaknesses of CWE that the rules cite, as SARIF taxonomies.

use std::collections::BTreeMap;

use serde_json::json;
use serde_sarif::sarif::{
    ReportingDescriptor, ReportingDescriptorReference, ReportingDescriptorRelationship, ToolComponent,
    ToolComponentReference,
};

use crate::catalog::Rule;
use crate::catalog::control::{self, Control};
use crate::report::Report;

use super::text::{description, sentence};
use super::{described, properties};

const HIPAA: (&str, &str) = ("HIPAA", "48d6a209-a30f-4e85-a2f7-7d49ef8b73da");
const CWE: (&str, &str) = ("CWE", "f07f7c6c-1c6d-4fa9-b227-4cb0e8cf6cdd");

/// What the held rules cite, each with its index.
pub struct Taxonomies {
    provisions: BTreeMap<String, usize>,
    weaknesses: BTreeMap<u32, usize>,
}

impl Taxonomies {
    /// The taxonomies of a report: provisions in the order of the regulation, weaknesses by number.
    pub fn of(report: &Report<'_>) -> Self {
        let rules = || report.held.iter().map(|held| held.rule);
        let order: BTreeMap<&str, usize> =
            report.data.controls.list.iter().enumerate().map(|(at, control)| (control.id.as_str(), at)).collect();
        let mut provisions: Vec<&String> = rules().flat_map(|rule| &rule.controls).collect();
        provisions.sort_by_key(|id| (order.get(id.as_str()).copied().unwrap_or(usize::MAX), id.as_str()));
        provisions.dedup();
        let mut weaknesses: Vec<u32> = rules().flat_map(|rule| rule.cwe.iter().copied()).collect();
        weaknesses.sort_unstable();
        weaknesses.dedup();
        Self {
            provisions: provisions.into_iter().cloned().zip(0..).collect(),
            weaknesses: weaknesses.into_iter().zip(0..).collect(),
        }
    }

    /// What the driver says it classifies by.
    pub fn references() -> Vec<ToolComponentReference> {
        vec![component(HIPAA), component(CWE)]
    }

    /// What a rule cites, as references.
    pub fn taxa(&self, rule: &Rule) -> Vec<ReportingDescriptorReference> {
        let provisions = rule.controls.iter().map(|id| (HIPAA, id.clone(), self.provisions.get(id)));
        let weaknesses = rule.cwe.iter().map(|number| (CWE, format!("CWE-{number}"), self.weaknesses.get(number)));
        let mut seen = Vec::new();
        provisions
            .chain(weaknesses)
            .filter_map(|(of, id, index)| {
                let index = i64::try_from(*index?).ok()?;
                // A rule that cites something twice must not: readers reject duplicates.
                if seen.contains(&(of, index)) {
                    return None;
                }
                seen.push((of, index));
                Some(ReportingDescriptorReference::builder().id(id).index(index).tool_component(component(of)).build())
            })
            .collect()
    }

    /// What a rule cites, as relationships: its findings bear on the provisions and are all of the weaknesses.
    pub fn relationships(&self, rule: &Rule) -> Vec<ReportingDescriptorRelationship> {
        self.taxa(rule)
            .into_iter()
            .map(|target| {
                let is_weakness = target.tool_component.as_ref().is_some_and(|of| of.name.as_deref() == Some(CWE.0));
                let kind = if is_weakness { "superset" } else { "relevant" };
                ReportingDescriptorRelationship::builder().target(target).kinds([kind.to_owned()]).build()
            })
            .collect()
    }

    /// The taxonomies themselves.
    pub fn components(&self, report: &Report<'_>) -> Vec<ToolComponent> {
        let mut provisions: Vec<(&String, usize)> = self.provisions.iter().map(|(id, at)| (id, *at)).collect();
        provisions.sort_by_key(|(_, at)| *at);
        let provisions = provisions.into_iter().map(|(id, _)| provision(id, report.data.controls.get(id)));
        let hipaa = ToolComponent::builder()
            .name(HIPAA.0)
            .guid(HIPAA.1)
            .full_name("45 CFR Part 164")
            .organization("U.S. Department of Health and Human Services")
            .information_uri("https://www.ecfr.gov/current/title-45/part-164")
            .short_description(described("Provisions of the HIPAA Security, Breach Notification and Privacy Rules."))
            .full_description(described(
                "Provisions of 45 CFR Part 164, paraphrased by phiward; the official text is linked and counts.",
            ))
            .taxa(provisions.collect::<Vec<_>>())
            .is_comprehensive(false)
            .build();
        let cwe = ToolComponent::builder()
            .name(CWE.0)
            .guid(CWE.1)
            .full_name("Common Weakness Enumeration")
            .organization("MITRE")
            .information_uri("https://cwe.mitre.org/")
            .short_description(described("The Common Weakness Enumeration of MITRE."))
            .taxa(self.weaknesses.keys().copied().map(weakness).collect::<Vec<_>>())
            .is_comprehensive(false)
            .build();
        vec![hipaa, cwe]
    }
}

fn component((name, guid): (&str, &str)) -> ToolComponentReference {
    ToolComponentReference::builder().name(name).guid(guid).build()
}

fn provision(id: &str, control: Option<&Control>) -> ReportingDescriptor {
    let mut taxon = ReportingDescriptor::builder()
        .id(id)
        .short_description(described(control.map_or_else(|| format!("45 CFR {id}."), |it| sentence(&it.title))))
        .help_uri(control::url(id))
        .build();
    if let Some(control) = control {
        taxon.name = Some(control.title.clone());
        taxon.full_description = Some(described(description(&control.summary)));
        taxon.properties = Some(properties([("phiward/status", json!(control.designation.name()))]));
    }
    taxon
}

fn weakness(number: u32) -> ReportingDescriptor {
    ReportingDescriptor::builder()
        .id(format!("CWE-{number}"))
        .short_description(described(format!("CWE-{number} of the Common Weakness Enumeration.")))
        .help_uri(weakness_url(number))
        .build()
}

/// The page of a weakness.
pub fn weakness_url(number: u32) -> String {
    format!("https://cwe.mitre.org/data/definitions/{number}.html")
}
