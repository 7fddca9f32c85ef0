//! Every rule against every fact that it selects, in parallel, in a fixed order.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::catalog::{Rule, Severity, covers};
use crate::finding::Variants;
use crate::model::{Dialect, Fact};

use super::answer::{Answer, Outcome};
use super::context::{Context, Here, Subject};
use super::variants;

/// A rule that a scan holds, and how bad its findings are.
#[derive(Clone, Copy, Debug)]
pub struct Held<'c> {
    /// The rule.
    pub rule: &'c Rule,
    /// The severity that profile and configuration give it.
    pub severity: Severity,
}

/// What a rule says of a fact. Passes are kept only where they rely on a provider's default.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// Index into the rules held.
    pub rule: usize,
    /// Index into the model's facts.
    pub fact: usize,
    /// The answer and its evidence.
    pub outcome: Outcome,
    /// What is said in each variant of the fact's root, where it has some.
    pub variants: Option<Variants>,
}

/// How often a rule gave each answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Met.
    pub pass: usize,
    /// Not met.
    pub fail: usize,
    /// The repository does not tell.
    pub open: usize,
}

impl Tally {
    /// How many facts the rule was held against.
    #[must_use]
    pub fn held(self) -> usize {
        self.pass + self.fail + self.open
    }
}

/// Judges the whole model: judgements in the order of facts and then rules, and a tally of each rule.
/// What several variants of a root have is judged in each, and counted once.
#[must_use]
pub fn judge(context: &Context<'_>, held: &[Held<'_>]) -> (Vec<Judgement>, Vec<Tally>) {
    let plan = plan(context, held);
    let judged: Vec<Judgement> = context
        .model
        .facts
        .par_iter()
        .enumerate()
        .with_min_len(64)
        .flat_map_iter(|(index, fact)| {
            let rules = plan.get(&(fact.dialect, fact.kind.clone())).map_or(&[][..], Vec::as_slice);
            rules.iter().filter_map(move |rule| {
                one(context, held[*rule].rule, fact).map(|outcome| Judgement {
                    rule: *rule,
                    fact: index,
                    outcome,
                    variants: None,
                })
            })
        })
        .collect();
    let judged = variants::merge(context.model, judged);
    let mut tallies = vec![Tally::default(); held.len()];
    for judgement in &judged {
        let tally = &mut tallies[judgement.rule];
        match judgement.outcome.answer {
            Answer::Pass => tally.pass += 1,
            Answer::Fail => tally.fail += 1,
            Answer::Open => tally.open += 1,
        }
    }
    let telling =
        |judgement: &Judgement| judgement.outcome.answer != Answer::Pass || !judgement.outcome.relied.is_empty();
    (judged.into_iter().filter(telling).collect(), tallies)
}

/// Which rules each kind of fact is held against.
fn plan(context: &Context<'_>, held: &[Held<'_>]) -> HashMap<(Dialect, Arc<str>), Vec<usize>> {
    let mut exact: HashMap<(Dialect, &str), Vec<usize>> = HashMap::new();
    let mut loose: Vec<(Dialect, &str, usize)> = Vec::new();
    for (index, held) in held.iter().enumerate() {
        for (dialect, kinds) in &held.rule.select {
            for kind in kinds {
                if kind.contains('*') {
                    loose.push((*dialect, kind, index));
                } else {
                    exact.entry((*dialect, kind)).or_default().push(index);
                }
            }
        }
    }
    context
        .model
        .kinds()
        .map(|(dialect, kind)| {
            let mut rules = exact.get(&(dialect, &**kind)).cloned().unwrap_or_default();
            let fitting = loose.iter().filter(|(of, pattern, _)| *of == dialect && selects(pattern, kind));
            rules.extend(fitting.map(|(_, _, index)| *index));
            rules.sort_unstable();
            rules.dedup();
            ((dialect, kind.clone()), rules)
        })
        .filter(|(_, rules)| !rules.is_empty())
        .collect()
}

/// Whether a kind pattern selects a kind: `*` stands for any text, once or more often.
#[must_use]
pub fn selects(pattern: &str, kind: &str) -> bool {
    covers(pattern, kind)
}

/// One rule against one fact; none when the rule does not apply to it.
fn one(context: &Context<'_>, rule: &Rule, fact: &Fact) -> Option<Outcome> {
    let check = rule.checks.get(&fact.dialect).or(rule.check.as_ref())?;
    let subject = Subject { rule, fact, written_only: check.written_only };
    let here = Here::body(fact);
    let skip = check.skip_when.as_ref().map(|skip| context.eval(skip, subject, &here, false));
    match skip.as_ref().map(|skip| skip.answer) {
        Some(Answer::Pass) => None,
        Some(Answer::Open) => {
            let outcome = context.eval(&check.require, subject, &here, false);
            // What may not apply cannot fail; the reason is that of the skip.
            Some(match (outcome.answer, skip) {
                (Answer::Fail, Some(skip)) => skip,
                _ => outcome,
            })
        }
        _ => Some(context.eval(&check.require, subject, &here, false)),
    }
}

#[cfg(test)]
mod tests {
    use super::selects;

    #[test]
    fn a_star_in_a_kind_stands_for_any_text() {
        for (pattern, kind, fits) in [
            ("hashlib.*", "hashlib.md5", true),
            ("google_*_iam_member", "google_project_iam_member", true),
            ("google_*_iam_member", "google_project_iam_binding", false),
            ("*.digest", "a.b.digest", true),
            ("a*b*c", "axxbyyc", true),
            ("a*b*c", "axxc", false),
        ] {
            assert_eq!(selects(pattern, kind), fits, "{pattern} on {kind}");
        }
    }
}
