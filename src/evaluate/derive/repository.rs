//! One fact for each cloud or platform that the repository declares things for: what rules about
//! something absent "in the whole repository" are held against.

use std::collections::BTreeMap;

use crate::model::{Dialect, Entry, Fact, Model, Part, ScopeId, Value};
use crate::source::Span;

use super::texts;

/// The platforms by the names of providers.
const PLATFORMS: [(&str, &str); 8] = [
    ("aws", "aws"),
    ("azure", "azure"),
    ("azurerm", "azure"),
    ("azuread", "azure"),
    ("google", "gcp"),
    ("google-beta", "gcp"),
    ("kubernetes", "kubernetes"),
    ("docker", "docker"),
];

/// The facts of dialect `repository`. Each has `dialects`, the languages it is declared in, and
/// `deployable`: whether a root configures the provider or is a template, so that it is no mere module.
#[must_use]
pub fn repository(model: &Model) -> Part {
    let mut platforms: BTreeMap<&str, Platform> = BTreeMap::new();
    for (index, scope) in model.scopes.iter().enumerate() {
        for (name, provider) in &scope.providers {
            let Some((_, platform)) = PLATFORMS.iter().find(|(known, _)| known == name) else { continue };
            let platform = platforms.entry(platform).or_default();
            platform.dialects.insert(scope.dialect.name(), ());
            let declared = model.facts.iter().find(|fact| fact.scope.0 as usize == index);
            platform.place = platform.place.or(provider.span).or(declared.map(|fact| fact.header));
        }
    }
    for fact in &model.facts {
        let configures = match fact.dialect {
            Dialect::Terraform => fact.kind.strip_prefix("provider."),
            Dialect::Cloudformation => Some("aws"),
            Dialect::Arm => Some("azure"),
            Dialect::Kubernetes => Some("kubernetes"),
            _ => None,
        };
        let platform = PLATFORMS.iter().find(|(known, _)| Some(*known) == configures);
        if let Some(platform) = platform.and_then(|(_, platform)| platforms.get_mut(platform)) {
            platform.deployable = true;
        }
    }
    let facts = platforms.into_iter().filter_map(|(name, platform)| platform.fact(name)).collect();
    Part { facts, ..Part::default() }
}

#[derive(Default)]
struct Platform {
    dialects: BTreeMap<&'static str, ()>,
    deployable: bool,
    place: Option<Span>,
}

impl Platform {
    fn fact(self, name: &str) -> Option<Fact> {
        let span = self.place?;
        let body = Value::map(
            vec![
                Entry::of("dialects", texts(self.dialects.into_keys(), span)),
                Entry::of("deployable", Value::bool(self.deployable, span)),
            ],
            span,
        );
        Some(Fact {
            dialect: Dialect::Repository,
            kind: name.into(),
            address: format!("repository ({name})").into(),
            scope: ScopeId(0),
            body,
            span,
            header: span,
            via: Vec::new(),
        })
    }
}
