//! One answer for each thing, whatever number of variants its root has: what fails in one of them
//! fails, and what is open in one is open.

use std::collections::HashMap;

use crate::finding::{Told, Variants};
use crate::model::{Dialect, Fact, Model, unindexed};
use crate::source::Span;

use super::answer::Answer;
use super::run::Judgement;

/// Names the thing that facts of several variants are: the root, the address in it, and the place.
type Key<'m> = (usize, u32, Dialect, &'m str, Span);

/// Keeps of judgements about one thing in several variants the first of the gravest, which then says
/// what is said in each.
pub(super) fn merge(model: &Model, judged: Vec<Judgement>) -> Vec<Judgement> {
    let roots = roots(model);
    if roots.variants.is_empty() {
        return judged;
    }
    let mut best: HashMap<Key<'_>, usize> = HashMap::new();
    let mut told: HashMap<(usize, u32, Dialect, String), Variants> = HashMap::new();
    for (index, judgement) in judged.iter().enumerate() {
        let fact = &model.facts[judgement.fact];
        let Some(variant) = &model.scope(fact.scope).variant else { continue };
        let root = roots.of[fact.scope.0 as usize];
        let key = (judgement.rule, root, fact.dialect, &*fact.address, fact.header);
        let kept = best.entry(key).or_insert(index);
        if judgement.outcome.answer < judged[*kept].outcome.answer {
            *kept = index;
        }
        let all = || roots.variants.get(&root).cloned().unwrap_or_default();
        let variants = told.entry((judgement.rule, root, fact.dialect, unindexed(&fact.address))).or_insert_with(all);
        variants.add(&variant.as_str().into(), of(judgement.outcome.answer));
    }
    let mut kept = vec![true; judged.len()];
    let mut merged = judged;
    for (index, judgement) in merged.iter_mut().enumerate() {
        let fact: &Fact = &model.facts[judgement.fact];
        if model.scope(fact.scope).variant.is_none() {
            continue;
        }
        let root = roots.of[fact.scope.0 as usize];
        let key = (judgement.rule, root, fact.dialect, &*fact.address, fact.header);
        kept[index] = best.get(&key) == Some(&index);
        judgement.variants = told.get(&(judgement.rule, root, fact.dialect, unindexed(&fact.address))).cloned();
    }
    let mut keeps = kept.into_iter();
    merged.retain(|_| keeps.next().unwrap_or(true));
    merged
}

/// The roots that scopes are variants of.
struct Roots {
    /// For each scope the first one of its root.
    of: Vec<u32>,
    /// For each root with variants their names, with nothing said yet.
    variants: HashMap<u32, Variants>,
}

fn roots(model: &Model) -> Roots {
    let mut first: HashMap<(Dialect, &str), u32> = HashMap::new();
    let mut roots = Roots { of: Vec::with_capacity(model.scopes.len()), variants: HashMap::new() };
    for (scope, index) in model.scopes.iter().zip(0..) {
        let Some(variant) = &scope.variant else {
            roots.of.push(index);
            continue;
        };
        let root = *first.entry((scope.dialect, &scope.path)).or_insert(index);
        roots.of.push(root);
        roots.variants.entry(root).or_default().add(&variant.as_str().into(), Told::Absent);
    }
    roots
}

fn of(answer: Answer) -> Told {
    match answer {
        Answer::Pass => Told::Pass,
        Answer::Open => Told::Open,
        Answer::Fail => Told::Fail,
    }
}
