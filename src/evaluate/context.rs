//! What evaluation knows: the model, the catalog, and indexes over both.

use std::collections::HashMap;

use crate::catalog::{Absence, Data, Path, PathRef, Rule};
use crate::model::{Dialect, Fact, Model, Value};
use crate::source::Sources;

use super::condition::Surroundings;
use super::link::LinkIndex;

/// Everything that judging needs. Shared between threads; caches inside fill as they are asked.
pub struct Context<'m> {
    /// The repository.
    pub model: &'m Model,
    /// The files, for places inside of texts.
    pub sources: &'m Sources,
    /// The rules and their data.
    pub data: &'m Data,
    /// What conditions need.
    pub around: Surroundings<'m>,
    /// Who refers to whom.
    pub links: LinkIndex,
    absences: HashMap<(Dialect, &'m str), Vec<usize>>,
}

/// The fact that a rule is held against, and the rule.
#[derive(Clone, Copy)]
pub struct Subject<'m> {
    /// The rule.
    pub rule: &'m Rule,
    /// The fact.
    pub fact: &'m Fact,
    /// Whether only what is written counts.
    pub written_only: bool,
}

/// Where an expression stands: a fact's body, an element of it, or a document inside of it.
#[derive(Clone)]
pub struct Here<'v> {
    /// What paths start from.
    pub value: &'v Value,
    /// The fact that the value belongs to, when it has attributes of its provider.
    pub fact: Option<&'v Fact>,
    /// The way from the fact's body to the value, dotted.
    pub base: String,
}

impl<'m> Context<'m> {
    /// Indexes the catalog's absences.
    #[must_use]
    pub fn new(model: &'m Model, sources: &'m Sources, data: &'m Data, around: Surroundings<'m>) -> Self {
        let mut absences: HashMap<(Dialect, &str), Vec<usize>> = HashMap::new();
        for (index, absence) in data.absences.iter().enumerate() {
            for (dialect, attributes) in &absence.of {
                for attribute in attributes {
                    absences.entry((*dialect, attribute)).or_default().push(index);
                }
            }
        }
        Self { model, sources, data, around, links: LinkIndex::default(), absences }
    }

    /// The entries that say what absence of an attribute of a fact means, in their order.
    pub fn absences(&self, fact: &Fact, path: &str) -> impl Iterator<Item = (usize, &'m Absence)> {
        let attribute = format!("{}.{path}", fact.kind);
        let found = self.absences.get(&(fact.dialect, attribute.as_str())).cloned().unwrap_or_default();
        found.into_iter().map(|index| (index, &self.data.absences[index]))
    }
}

impl Subject<'_> {
    /// The paths that a reference means in a dialect; none when the rule names none for it.
    #[must_use]
    pub fn paths(&self, reference: &PathRef, dialect: Dialect) -> Vec<Path> {
        match reference {
            PathRef::Plain(path) => vec![path.clone()],
            PathRef::Named(name) => {
                self.rule.paths.get(name).and_then(|by| by.get(&dialect)).cloned().unwrap_or_default()
            }
        }
    }
}

impl<'v> Here<'v> {
    /// The body of a fact.
    #[must_use]
    pub fn body(fact: &'v Fact) -> Self {
        Self { value: &fact.body, fact: Some(fact), base: String::new() }
    }

    /// A value inside, at a path from here.
    #[must_use]
    pub fn inside(&self, value: &'v Value, path: &Path) -> Self {
        Self { value, fact: self.fact, base: self.full(path) }
    }

    /// A path from here as a path from the fact's body, dotted.
    #[must_use]
    pub fn full(&self, path: &Path) -> String {
        match (self.base.is_empty(), path.steps.is_empty()) {
            (true, true) => String::new(),
            (true, false) => path.to_string(),
            (false, true) => self.base.clone(),
            (false, false) => format!("{}.{path}", self.base),
        }
    }
}
