//! The three answers, and what goes with them: where, why, and what else to look at.

use crate::finding::Related;
use crate::source::Span;

/// Kleene's three truth values, as a rule answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// The requirement does not hold.
    Fail,
    /// The repository does not tell.
    Open,
    /// The requirement holds.
    Pass,
}

impl Answer {
    /// From what is known for sure.
    #[must_use]
    pub fn from_bool(truth: bool) -> Self {
        if truth { Self::Pass } else { Self::Fail }
    }

    /// The other way round; open stays open.
    #[must_use]
    pub fn negate(self) -> Self {
        match self {
            Self::Pass => Self::Fail,
            Self::Open => Self::Open,
            Self::Fail => Self::Pass,
        }
    }
}

/// How well a place says what is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// The header of the thing that lacks something.
    Header,
    /// The block inside of it that lacks something.
    Block,
    /// The very value.
    Value,
}

/// An answer with its evidence.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The answer.
    pub answer: Answer,
    /// Where it was decided; none for the subject's header.
    pub place: Option<(Span, Precision)>,
    /// Why, as a clause: "`storage_encrypted` is false".
    pub note: String,
    /// The attribute that decided, dotted; empty when none did.
    pub attribute: String,
    /// Other places.
    pub related: Vec<Related>,
    /// How many conditions held before the one that failed: tells a near miss from something else.
    pub met: usize,
    /// Absences (indexes into the catalog's) whose default decided a pass.
    pub relied: Vec<usize>,
}

impl Outcome {
    /// An answer without evidence.
    #[must_use]
    pub fn bare(answer: Answer) -> Self {
        Self {
            answer,
            place: None,
            note: String::new(),
            attribute: String::new(),
            related: Vec::new(),
            met: 0,
            relied: Vec::new(),
        }
    }

    /// An answer with a reason.
    #[must_use]
    pub fn because(answer: Answer, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..Self::bare(answer) }
    }

    /// The same with its answer negated when asked to.
    #[must_use]
    pub fn negate_if(mut self, negate: bool) -> Self {
        if negate {
            self.answer = self.answer.negate();
        }
        self
    }

    /// All of several: fails with the first that fails, else is open with the first that is open.
    #[must_use]
    pub fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut open: Option<Self> = None;
        let mut relied = Vec::new();
        let mut passed: Option<Self> = None;
        let mut met = 0;
        for part in parts {
            match part.answer {
                Answer::Fail => return Self { met: part.met + met, ..part },
                Answer::Open => open = open.or(Some(part)),
                Answer::Pass => {
                    relied.extend(part.relied.iter().copied());
                    passed = passed.or(Some(part));
                    met += 1;
                }
            }
        }
        open.unwrap_or_else(|| Self { relied, ..passed.unwrap_or_else(|| Self::bare(Answer::Pass)) })
    }

    /// One of several: passes with the first that passes, else is open with the first that is open,
    /// else fails where the most precise part did.
    #[must_use]
    pub fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut open: Option<Self> = None;
        let mut failed: Option<Self> = None;
        for part in parts {
            match part.answer {
                Answer::Pass => return part,
                Answer::Open => open = open.or(Some(part)),
                Answer::Fail => {
                    let precision = |outcome: &Self| outcome.place.map(|(_, precision)| precision);
                    if failed.as_ref().is_none_or(|best| precision(best) < precision(&part)) {
                        failed = Some(part);
                    }
                }
            }
        }
        open.or(failed).unwrap_or_else(|| Self::bare(Answer::Fail))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(answers: &[Answer]) -> Vec<Outcome> {
        answers.iter().map(|answer| Outcome::bare(*answer)).collect()
    }

    #[test]
    fn follows_kleene() {
        use Answer::{Fail, Open, Pass};
        for (answers, all, any) in [
            (&[Pass, Open][..], Open, Pass),
            (&[Open, Fail], Fail, Open),
            (&[Pass, Fail], Fail, Pass),
            (&[Open, Open], Open, Open),
            (&[], Pass, Fail),
        ] {
            assert_eq!(Outcome::all(parts(answers)).answer, all, "all of {answers:?}");
            assert_eq!(Outcome::any(parts(answers)).answer, any, "any of {answers:?}");
        }
        assert_eq!(Answer::Open.negate(), Open);
    }
}
