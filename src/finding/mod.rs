//! Findings: what fails, where, and who it is from one scan to the next.

mod baseline;
mod fingerprint;
mod line_hash;
mod suppression;
mod variants;

pub use baseline::Baseline;
pub use fingerprint::stamp;
pub use line_hash::line_hashes;
pub use suppression::{Comments, Suppression, suppress};
pub use variants::{Told, Variants};

use std::sync::Arc;

use crate::catalog::Severity;
use crate::model::Dialect;
use crate::source::Span;

/// Another place that a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Related {
    /// Where.
    pub span: Span,
    /// What it has to do with the finding.
    pub message: String,
}

/// A rule that fails (or is open) for a fact.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Index into the rules held.
    pub rule: usize,
    /// How bad it is, after profile and configuration.
    pub severity: Severity,
    /// The language of the fact.
    pub dialect: Dialect,
    /// The kind of the fact.
    pub kind: Arc<str>,
    /// The fact's address: a resource, or the function that a call stands in.
    pub address: Arc<str>,
    /// Where, within one line where that is possible.
    pub place: Span,
    /// The header of the fact.
    pub header: Span,
    /// One sentence that stands alone.
    pub message: String,
    /// Why, as a clause; may be empty.
    pub note: String,
    /// The attribute that decided; may be empty.
    pub attribute: String,
    /// Other places: definitions, related facts, module calls.
    pub related: Vec<Related>,
    /// Who the finding is, whatever moves around it. Unique within a scan.
    pub fingerprint: String,
    /// Whether a baseline knows it.
    pub known: bool,
    /// Why it is silenced, when it is.
    pub suppressed: Option<Suppression>,
    /// What is said in each variant of the root, where it has some.
    pub variants: Option<Variants>,
}

impl Finding {
    /// Whether it counts: neither silenced nor in the baseline.
    #[must_use]
    pub fn counts(&self) -> bool {
        !self.known && self.suppressed.is_none()
    }
}
