//! What a scan found, in the forms that people and programs read. A file per format.
//!
//! Writers know a [`Report`] and nothing else: its texts are masked and its places are lines and
//! columns already, so that no writer can print what it should not.

pub mod json;
mod place;
pub mod redact;
pub mod reference;
pub mod sarif;
pub mod terminal;

pub use place::{Place, Placer};

use std::collections::BTreeMap;

use crate::catalog::{Data, Severity};
use crate::evaluate::{Held, Tally};
use crate::finding::Variants;
use crate::source::ProblemKind;

/// Everything that a writer may say.
pub struct Report<'r> {
    /// The rules held, in the order of their ids; entries and tallies refer to them by index.
    pub held: Vec<Held<'r>>,
    /// Provisions, examples and the like.
    pub data: &'r Data,
    /// How often each held rule gave each answer.
    pub tallies: Vec<Tally>,
    /// What fails: gravest first, then by path and place. Silenced and known ones are among them.
    pub findings: Vec<Entry>,
    /// What is open, in the same order.
    pub opens: Vec<Entry>,
    /// Trouble with inputs, by path.
    pub notices: Vec<Notice>,
    /// The profile's name.
    pub profile: String,
    /// The mildest severity that fails the run.
    pub fail_on: Severity,
    /// What was read.
    pub coverage: Coverage,
    /// The exit code that the run will have.
    pub exit_code: u8,
    /// Entries of the baseline that no finding has any more.
    pub stale_baseline: usize,
    /// When the scan began and ended, as RFC 3339 in UTC, when times were asked for.
    pub times: Option<(String, String)>,
}

/// A finding, ready to print.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Index into [`Report::held`].
    pub rule: usize,
    /// How bad.
    pub severity: Severity,
    /// The language of the fact: `terraform`.
    pub dialect: &'static str,
    /// The kind of the fact.
    pub kind: String,
    /// The fact's address.
    pub address: String,
    /// One sentence that stands alone, without its period.
    pub message: String,
    /// Why, as a clause; may be empty.
    pub note: String,
    /// The attribute that decided; may be empty.
    pub attribute: String,
    /// Where.
    pub place: Place,
    /// Other places, each with what it has to do with the finding.
    pub related: Vec<(Place, String)>,
    /// Who the finding is.
    pub fingerprint: String,
    /// GitHub's hash of the place's line.
    pub line_hash: String,
    /// Whether the baseline knows it; none when there is no baseline.
    pub known: Option<bool>,
    /// The reason it is silenced with, when it is.
    pub suppressed: Option<String>,
    /// What is said in each variant of the root, where it has some.
    pub variants: Option<Variants>,
}

/// Trouble with one input, ready to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What kind.
    pub kind: ProblemKind,
    /// The file.
    pub path: String,
    /// Line and column from 1, when known.
    pub position: Option<(usize, usize)>,
    /// One sentence.
    pub message: String,
}

/// What was read, for the report's claim of coverage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Files met on the walk.
    pub files: usize,
    /// Files read, by what they were read as: `terraform` → 12.
    pub read: BTreeMap<String, usize>,
    /// Facts that rules could select, by dialect.
    pub facts: BTreeMap<&'static str, usize>,
}

impl Entry {
    /// Whether it counts: neither silenced nor in the baseline.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.suppressed.is_none() && self.known != Some(true)
    }

    /// In which variants of its root it is so and in which not, as a clause; empty where it is so in all.
    #[must_use]
    pub fn where_so(&self) -> String {
        self.variants.as_ref().map(Variants::sentence).unwrap_or_default()
    }
}

impl Report<'_> {
    /// The findings that count, gravest first.
    pub fn counting(&self) -> impl Iterator<Item = &Entry> {
        self.findings.iter().filter(|entry| entry.counts())
    }
}
