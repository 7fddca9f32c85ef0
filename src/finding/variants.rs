//! What a rule says of one thing in each variant of its root: a finding that holds in one environment
//! alone says in which.

use std::collections::BTreeMap;
use std::sync::Arc;

/// What became of a rule in one variant, mildest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Told {
    /// The thing is not there, or the rule does not apply to it.
    Absent,
    /// Met.
    Pass,
    /// The repository does not tell.
    Open,
    /// Not met.
    Fail,
}

impl Told {
    /// All, gravest first, each with what it is called in reports and the verb of a sentence.
    pub const ALL: [(Self, &'static str, &'static str); 4] = [
        (Self::Fail, "fail", "fails"),
        (Self::Open, "open", "is open"),
        (Self::Pass, "pass", "passes"),
        (Self::Absent, "absent", "does not arise"),
    ];
}

/// Variants that a sentence names for each answer.
const MAX_NAMED: usize = 4;

/// The variants of a root by name, and what a rule says of one thing in each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Variants(BTreeMap<Arc<str>, Told>);

impl Variants {
    /// What is said in a variant; of several answers the gravest counts.
    pub fn add(&mut self, name: &Arc<str>, told: Told) {
        let known = self.0.entry(name.clone()).or_insert(told);
        *known = told.max(*known);
    }

    /// Takes over what was said of another thing at the same place.
    pub fn merge(&mut self, other: &Self) {
        for (name, told) in &other.0 {
            self.add(name, *told);
        }
    }

    /// The names of the variants in which it is said.
    pub fn names(&self, told: Told) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(_, found)| **found == told).map(|(name, _)| &**name)
    }

    /// The same under other names.
    #[must_use]
    pub fn renamed(&self, rename: impl Fn(&str) -> Arc<str>) -> Self {
        let mut renamed = Self::default();
        self.0.iter().for_each(|(name, told)| renamed.add(&rename(name), *told));
        renamed
    }

    /// "fails with dev.tfvars, passes with prod.tfvars"; nothing where it is the same in all.
    #[must_use]
    pub fn sentence(&self) -> String {
        let clauses = Told::ALL.map(|(told, _, verb)| clause(verb, &self.names(told).collect::<Vec<_>>()));
        let clauses: Vec<String> = clauses.into_iter().filter(|clause| !clause.is_empty()).collect();
        if clauses.len() > 1 { clauses.join(", ") } else { String::new() }
    }
}

fn clause(verb: &str, names: &[&str]) -> String {
    let more = names.len().saturating_sub(MAX_NAMED);
    let mut parts: Vec<String> = names.iter().take(MAX_NAMED).map(|name| (*name).to_owned()).collect();
    if more > 0 {
        parts.push(format!("{more} more"));
    }
    match parts.split_last() {
        None => String::new(),
        Some((one, [])) => format!("{verb} with {one}"),
        Some((last, rest)) => format!("{verb} with {} and {last}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{Told, Variants};

    fn variants(told: &[(&str, Told)]) -> Variants {
        let mut variants = Variants::default();
        told.iter().for_each(|(name, told)| variants.add(&(*name).into(), *told));
        variants
    }

    #[test]
    fn a_sentence_names_where_it_fails_and_where_not() {
        let told =
            [("prod", Told::Pass), ("dev", Told::Fail), ("a", Told::Open), ("off", Told::Absent), ("b", Told::Fail)];
        let said = "fails with b and dev, is open with a, passes with prod, does not arise with off";
        assert_eq!(variants(&told).sentence(), said);
        assert_eq!(variants(&[("a", Told::Fail), ("b", Told::Fail)]).sentence(), "");
        let many: Vec<(String, Told)> = (0..9).map(|at| (format!("v{at}"), Told::Fail)).collect();
        let mut many: Vec<(&str, Told)> = many.iter().map(|(name, told)| (name.as_str(), *told)).collect();
        many.push(("z", Told::Pass));
        assert_eq!(variants(&many).sentence(), "fails with v0, v1, v2, v3 and 5 more, passes with z");
    }

    #[test]
    fn of_several_answers_in_one_variant_the_gravest_counts() {
        let mut one = variants(&[("dev", Told::Pass), ("dev", Told::Open), ("dev", Told::Absent)]);
        one.merge(&variants(&[("prod", Told::Fail)]));
        assert_eq!(one, variants(&[("prod", Told::Fail), ("dev", Told::Open)]));
    }
}
