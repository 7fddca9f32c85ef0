//! Modules of a registry that many roots call and few vendor, as data: which of their variables decide what.
//!
//! A stand-in is written in Terraform's own language: a module of a few blocks that comes, for what rules speak
//! of, to the same as the real one. So conditions, loops, defaults and outputs need no language of their own, and
//! every rule about a kind of resource speaks of the modules that make one.

use serde::{Deserialize, Serialize};

use super::expression::version_numbers;
use super::form::{self, Form, Mistakes};

/// What stands in for a range of versions of a module.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandIn {
    /// The module's address in the registry, with its folder: `terraform-aws-modules/eks/aws//modules/karpenter`.
    pub source: String,
    /// The first version that it is true of; empty for the very first.
    pub from: Vec<u64>,
    /// The first version that it is not true of any more; empty when there is none yet.
    pub below: Vec<u64>,
    /// Whether it has all resources of the module, and all attributes of them, that rules speak of. If not, what
    /// it has not is open.
    pub whole: bool,
    /// The kinds of resources of which it has all attributes that rules speak of, when it is not whole.
    pub complete: Vec<String>,
    /// The module.
    pub body: String,
}

impl StandIn {
    /// The path of its text among the files of a scan, which no file of a repository can have.
    #[must_use]
    pub fn path(&self) -> String {
        let version: Vec<String> = self.from.iter().map(u64::to_string).collect();
        format!("registry://{}@{}", self.source, version.join("."))
    }

    /// Whether a resource of a kind may have attributes that it does not show.
    #[must_use]
    pub fn leaves_open(&self, kind: &str) -> bool {
        !self.whole && !self.complete.iter().any(|known| known == kind)
    }

    /// Whether it is true of a version that lies in a range; an empty end is none.
    #[must_use]
    pub fn fits(&self, minimum: &[u64], below: &[u64]) -> bool {
        let starts = below.is_empty() || self.from.as_slice() < below;
        let ends = self.below.is_empty() || minimum < self.below.as_slice();
        starts && ends
    }
}

/// Reads a file of `[[module]]` entries. The newest of one source stands first.
pub fn stand_ins(text: &str, mistakes: &mut Mistakes) -> Vec<StandIn> {
    let table = form::parse(text, mistakes);
    let mut form = Form::new(table.get_ref(), 0..0);
    let entries = form.tables("module", mistakes);
    form.finish(mistakes);
    entries.into_iter().map(|entry| stand_in(entry, mistakes)).collect()
}

fn stand_in(mut form: Form<'_>, mistakes: &mut Mistakes) -> StandIn {
    let header = form.header();
    let version = |text: Option<String>, mistakes: &mut Mistakes| {
        let Some(text) = text else { return Vec::new() };
        version_numbers(&text).unwrap_or_else(|| {
            mistakes.add(header.clone(), format!("'{text}' is no version: write numbers with dots"));
            Vec::new()
        })
    };
    let from = form.text("from", mistakes);
    let below = form.text("below", mistakes);
    let (from, below) = (version(from, mistakes), version(below, mistakes));
    let kinds = form.get("complete").map_or_else(Vec::new, |list| form::texts(list, mistakes));
    let kinds = kinds.into_iter().map(|(kind, _)| kind).collect();
    // Which version was looked at is for those who keep the entry true.
    form.required_text("seen", mistakes);
    let answer = StandIn {
        source: form.required_text("source", mistakes),
        from,
        below,
        whole: form.bool("whole", mistakes).unwrap_or(false),
        complete: kinds,
        body: form.required_text("body", mistakes),
    };
    form.finish(mistakes);
    answer
}

#[cfg(test)]
mod tests {
    use super::StandIn;

    #[test]
    fn a_range_of_versions_fits_another_where_both_have_one() {
        let one = StandIn { from: vec![4], below: vec![6], ..StandIn::default() };
        let cases: [(&[u64], &[u64], bool); 7] = [
            (&[], &[], true),
            (&[4, 1], &[4, 1, 1], true),
            (&[6], &[], false),
            (&[5, 9], &[7], true),
            (&[3], &[4], false),
            (&[3], &[4, 0, 1], true),
            (&[], &[3], false),
        ];
        for (minimum, below, fits) in cases {
            assert_eq!(one.fits(minimum, below), fits, "{minimum:?} to {below:?}");
        }
    }
}
