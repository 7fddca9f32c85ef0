//! All of the catalog as one value: read from a directory, stored in and loaded from the binary.

use std::collections::BTreeMap;
use std::path::{Path as FilePath, PathBuf};
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use walkdir::WalkDir;

use crate::model::Dialect;

use super::construct::Constructs;
use super::control::Controls;
use super::default::{self, Absence};
use super::eligible::Eligible;
use super::form::{Mistake, Mistakes};
use super::phi::Lexicon;
use super::profile::{self, Profile};
use super::read;
use super::rule::{Expr, LinkPath, Rule};
use super::stand_in::{self, StandIn};
use super::vendor::Vendors;

/// The contents of a rule directory.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Data {
    /// Rules in the order of their ids.
    pub rules: Vec<Rule>,
    /// Links that every rule may name.
    pub links: BTreeMap<String, BTreeMap<Dialect, Vec<LinkPath>>>,
    /// What absent attributes mean.
    pub absences: Vec<Absence>,
    /// Modules of registries; the newest of one source first.
    pub stand_ins: Vec<StandIn>,
    /// Profiles in the order of their names.
    pub profiles: Vec<Profile>,
    /// The provisions that rules cite.
    pub controls: Controls,
    /// Third parties, and how they are recognised.
    pub vendors: Vendors,
    /// Cloud services that the providers' agreements cover.
    pub eligible: Eligible,
    /// How programs declare infrastructure.
    pub constructs: Constructs,
    /// What PHI looks like.
    pub lexicon: Lexicon,
    /// A bad and a good example of each rule, from its cases. They are the bulk of the catalog and seldom
    /// needed, so they are unpacked when someone asks.
    #[serde(skip)]
    pub examples: Examples,
}

/// Examples by the rule's id, unpacked on first use.
#[derive(Clone, Debug, Default)]
pub struct Examples {
    packed: &'static [u8],
    unpacked: OnceLock<BTreeMap<String, Example>>,
}

impl Examples {
    /// Examples in the form that the binary holds, from [`Examples::pack`].
    #[must_use]
    pub fn packed(packed: &'static [u8]) -> Self {
        Self { packed, unpacked: OnceLock::new() }
    }

    /// The form that the binary holds.
    ///
    /// # Errors
    /// When a value cannot be written, which is a defect of these types.
    pub fn pack(examples: &BTreeMap<String, Example>) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_stdvec(examples)
    }

    /// The example of a rule.
    #[must_use]
    pub fn get(&self, rule: &str) -> Option<&Example> {
        self.unpacked.get_or_init(|| postcard::from_bytes(self.packed).unwrap_or_default()).get(rule)
    }
}

/// What a rule says no to, and what it says yes to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    /// The language of the examples, for highlighting.
    pub language: String,
    /// A failing case.
    pub bad: String,
    /// A passing case.
    pub good: String,
}

/// A file with mistakes in it.
#[derive(Clone, Debug)]
pub struct FileMistakes {
    /// The file.
    pub path: PathBuf,
    /// Its text; empty when it could not be read.
    pub text: String,
    /// The mistakes.
    pub mistakes: Vec<Mistake>,
}

impl Data {
    /// Reads a rule directory in the order of its paths: `links/`, `defaults/`, `modules/`, `profiles/`, and a rule
    /// in every other `.toml` file of a folder. Files at the top are data of other kinds.
    #[must_use]
    pub fn read(root: &FilePath) -> (Self, Vec<FileMistakes>) {
        let mut data = Self::default();
        let mut faulty = Vec::new();
        for entry in WalkDir::new(root).sort_by_file_name() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let path = error.path().unwrap_or(root).to_path_buf();
                    faulty.push(unreadable(path, &error.to_string()));
                    continue;
                }
            };
            let path = entry.path();
            if !entry.file_type().is_file() || path.extension().is_none_or(|extension| extension != "toml") {
                continue;
            }
            match std::fs::read_to_string(path) {
                Ok(text) => {
                    let mut mistakes = Mistakes::default();
                    data.file(root, path, &text, &mut mistakes);
                    if !mistakes.list.is_empty() {
                        faulty.push(FileMistakes { path: path.to_path_buf(), text, mistakes: mistakes.list });
                    }
                }
                Err(error) => faulty.push(unreadable(path.to_path_buf(), &error.to_string())),
            }
        }
        data.rules.sort_by(|a, b| a.id.cmp(&b.id));
        (data, faulty)
    }

    /// Adds another catalog's rules, links, defaults and profiles. A rule of the same id replaces.
    pub fn extend(&mut self, other: Self) {
        self.rules.retain(|rule| !other.rules.iter().any(|own| own.id == rule.id));
        self.rules.extend(other.rules);
        self.rules.sort_by(|a, b| a.id.cmp(&b.id));
        self.links.extend(other.links);
        // Entries of one attribute are tried in their order: what is added speaks first.
        let built_in = std::mem::replace(&mut self.absences, other.absences);
        self.absences.extend(built_in);
        let built_in = std::mem::replace(&mut self.stand_ins, other.stand_ins);
        self.stand_ins.extend(built_in);
        self.profiles.extend(other.profiles);
    }

    fn file(&mut self, root: &FilePath, path: &FilePath, text: &str, mistakes: &mut Mistakes) {
        let relative = path.strip_prefix(root).unwrap_or(path);
        let folder = relative.parent().map(|folder| folder.to_string_lossy().into_owned()).unwrap_or_default();
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        match folder.as_str() {
            "links" => self.links.extend(read::shared_links(text, mistakes)),
            "defaults" => self.absences.extend(default::absences(text, mistakes)),
            "modules" => self.stand_ins.extend(stand_in::stand_ins(text, mistakes)),
            "profiles" => self.profiles.push(profile::profile(&stem, text, mistakes)),
            "" => match stem.as_str() {
                "controls" => self.controls = typed(Controls::from_toml(text), mistakes),
                "vendors" => self.vendors = typed(Vendors::from_toml(text), mistakes),
                "eligible" => self.eligible = typed(Eligible::from_toml(text), mistakes),
                "constructs" => self.constructs = typed(Constructs::from_toml(text), mistakes),
                "phi" => self.lexicon = typed(Lexicon::from_toml(text), mistakes),
                _ => {}
            },
            "apis" => {}
            _ => self.rule(&folder, &stem, text, mistakes),
        }
    }

    fn rule(&mut self, folder: &str, stem: &str, text: &str, mistakes: &mut Mistakes) {
        let rule = read::rule(text, mistakes);
        if mistakes.list.is_empty() {
            if rule.id != stem {
                mistakes.add(0..0, format!("the file is named '{stem}' but the rule '{}'", rule.id));
            }
            if rule.family != folder {
                mistakes.add(0..0, format!("a rule of family '{}' stands in folder '{folder}'", rule.family));
            }
            if self.rules.iter().any(|other| other.id == rule.id) {
                mistakes.add(0..0, format!("another rule has the id '{}'", rule.id));
            }
            self.rules.push(rule);
        }
    }

    /// Mistakes that only the whole catalog shows: links that no one declares, provisions that are not
    /// known. Each with the rule's id.
    #[must_use]
    pub fn dangling(&self) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for rule in &self.rules {
            for control in rule.controls.iter().filter(|control| self.controls.get(control).is_none()) {
                found.push((rule.id.clone(), format!("provision '{control}' is not in controls.toml")));
            }
            let checks = rule.check.iter().chain(rule.checks.values());
            for check in checks {
                let expressions = check.skip_when.iter().chain([&check.require]);
                for expression in expressions {
                    walk(expression, &mut |part| {
                        if let Expr::Link { name, .. } = part
                            && !rule.links.contains_key(name)
                            && !self.links.contains_key(name)
                        {
                            found.push((rule.id.clone(), format!("link '{name}' is not declared")));
                        }
                    });
                }
            }
        }
        found
    }

    /// The form that the binary holds.
    ///
    /// # Errors
    /// When a value cannot be written, which is a defect of these types.
    pub fn to_bytes(&self) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_stdvec(self)
    }

    /// From the form that the binary holds.
    ///
    /// # Errors
    /// When the bytes were not made by [`Data::to_bytes`] of the same version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, postcard::Error> {
        postcard::from_bytes(bytes)
    }
}

/// Data that serde reads: a mistake has the place that serde gives it.
fn typed<T: Default>(read: Result<T, toml::de::Error>, mistakes: &mut Mistakes) -> T {
    read.unwrap_or_else(|error| {
        mistakes.add(error.span().unwrap_or(0..0), error.message());
        T::default()
    })
}

fn unreadable(path: PathBuf, reason: &str) -> FileMistakes {
    let mistake = Mistake { span: 0..0, message: format!("cannot be read: {reason}"), help: None };
    FileMistakes { path, text: String::new(), mistakes: vec![mistake] }
}

/// Visits an expression and all of its parts.
pub fn walk<'e>(expression: &'e Expr, visit: &mut dyn FnMut(&'e Expr)) {
    visit(expression);
    match expression {
        Expr::All(parts) | Expr::Any(parts) => parts.iter().for_each(|part| walk(part, visit)),
        Expr::Not(part) => walk(part, visit),
        Expr::Each { filter, that, .. } => {
            filter.iter().for_each(|part| walk(part, visit));
            walk(that, visit);
        }
        Expr::Count { filter, .. } | Expr::Declared { filter, .. } => {
            filter.iter().for_each(|part| walk(part, visit));
        }
        Expr::Link { that, missing, .. } => {
            that.iter().chain(missing).for_each(|part| walk(part, visit));
        }
        Expr::ParseJson { that, .. } => walk(that, visit),
        Expr::Test { .. }
        | Expr::Open(_)
        | Expr::KindIn(_)
        | Expr::EnvironmentIn(_)
        | Expr::DialectIn(_)
        | Expr::ProviderAtLeast { .. }
        | Expr::Always(_) => {}
    }
}
