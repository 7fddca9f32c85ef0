//! Names that say a value is protected health information.
//!
//! A name alone seldom tells: `email` is a patient's in a class `Patient` and a clinic's in a class `Clinic`. So a name is
//! judged in its [`Surroundings`], and what means something else (`file_name`, `ssnLabel`) is taken out first.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

mod index;
mod words;

use index::{Hit, Index, Meaning};

/// All words of PHI, from `rules/phi.toml` and from the user.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lexicon {
    /// What to look for, by kind of information.
    #[serde(rename = "term")]
    pub terms: Vec<Term>,
    /// What tells of patients and of healthcare around a name.
    pub context: Context,
    /// What turns a name into something about the data.
    pub shape: Shape,
    /// Runs that a user says are no PHI, whatever the term.
    #[serde(skip)]
    ignored: Vec<String>,
    #[serde(skip)]
    index: OnceLock<Index>,
}

/// One kind of information and the names it goes by. Patterns are runs of words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Term {
    /// Its stable id: `ssn`, `diagnosis`.
    pub id: String,
    /// What it is.
    pub title: String,
    /// Of the person, or of health.
    pub kind: TermKind,
    /// The paragraph of the Safe Harbor list; empty for health data.
    #[serde(default)]
    pub provision: String,
    /// Held to more than HIPAA asks.
    #[serde(default)]
    pub sensitive: bool,
    /// Whether a yes or no about it tells it.
    #[serde(default)]
    pub yes_no: bool,
    /// PHI on sight.
    #[serde(default)]
    pub strong: Vec<String>,
    /// PHI beside a patient or beside health data.
    #[serde(default)]
    pub contextual: Vec<String>,
    /// PHI beside both.
    #[serde(default)]
    pub weak: Vec<String>,
    /// Contextual when it is the whole name.
    #[serde(default)]
    pub alone: Vec<String>,
    /// Longer runs that mean something else.
    #[serde(default)]
    pub not: Vec<String>,
}

/// What a term says about a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TermKind {
    /// Who it is.
    #[default]
    Identifier,
    /// How they fare.
    Health,
}

/// How surely a name tells of PHI.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Only together with a patient and health data.
    Weak,
    /// Only beside a patient or health data.
    Contextual,
    /// On sight.
    Strong,
}

/// Words around a name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Context {
    /// They tell of a patient.
    pub patient: Vec<String>,
    /// They tell of a person, who is a patient where healthcare is near.
    pub person: Vec<String>,
    /// They tell of healthcare as a business.
    pub healthcare: Vec<String>,
    /// Runs that hold one of these and mean something else.
    pub not: Vec<String>,
}

/// Words at the ends of a name, outside the pattern.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Shape {
    /// As the last word: the name is about the data.
    pub last: Vec<String>,
    /// As the first word: the name is a question, an example or a number.
    pub first: Vec<String>,
    /// Of `first`, those that ask yes or no.
    pub yes_no: Vec<String>,
    /// Last words of a type's name that say nothing of what it holds.
    pub wrappers: Vec<String>,
}

/// A name that tells of PHI.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhiMatch<'l> {
    /// How surely.
    pub level: Level,
    /// What it tells.
    pub term: &'l Term,
    /// The run of words that told it.
    pub pattern: &'l str,
}

/// What stands around names, read once for many of them.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    near: Near,
    /// The words of the nearest name, which read on into the name: `Patient` and `name`.
    owner: Vec<u32>,
}

/// What is near a name.
#[derive(Clone, Copy, Debug, Default)]
struct Near {
    patient: bool,
    person: bool,
    healthcare: bool,
    health: bool,
}

impl Near {
    fn of_patient(self) -> bool {
        self.patient || (self.person && (self.healthcare || self.health))
    }

    fn or(self, other: Self) -> Self {
        Self {
            patient: self.patient || other.patient,
            person: self.person || other.person,
            healthcare: self.healthcare || other.healthcare,
            health: self.health || other.health,
        }
    }

    fn admits(self, level: Level, kind: TermKind) -> bool {
        match (level, kind) {
            (Level::Strong, _) => true,
            (Level::Contextual, TermKind::Health) => self.of_patient() || self.health || self.healthcare,
            (Level::Contextual, TermKind::Identifier) => self.of_patient() || self.health,
            (Level::Weak, _) => self.of_patient() && self.health,
        }
    }
}

impl Level {
    /// Its name in rules and reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Weak => "weak",
            Self::Contextual => "contextual",
            Self::Strong => "strong",
        }
    }
}

impl Lexicon {
    /// Reads `phi.toml`.
    ///
    /// # Errors
    /// When the text is not TOML or has a field that is missing, unknown or of another type.
    pub fn from_toml(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// With a user's own words: `strong` ones that are PHI here, and ones that are `not`.
    #[must_use]
    pub fn with_words(mut self, strong: &[String], not: &[String]) -> Self {
        self.ignored.extend_from_slice(not);
        if !strong.is_empty() {
            self.terms.push(Term {
                id: "custom".to_owned(),
                title: "Named as PHI in the configuration".to_owned(),
                strong: strong.to_vec(),
                ..Term::default()
            });
        }
        self.index = OnceLock::new();
        self
    }

    /// The term of an id.
    #[must_use]
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == id)
    }

    /// Reads what stands around names, the nearest first: the class, table or receiver, then functions, sibling names,
    /// the file's path, and `fhir` or the like when the project as a whole is of healthcare.
    #[must_use]
    pub fn around(&self, context: &[&str]) -> Surroundings {
        let index = self.index();
        let near =
            context.iter().fold(Near::default(), |near, text| near.or(self.near(&index.hits(&index.words(text)))));
        let owner = context.first().map(|owner| index.unwrapped(owner)).unwrap_or_default();
        Surroundings { near, owner }
    }

    /// What a name tells, with what stands around it; see [`Lexicon::around`].
    #[must_use]
    pub fn judge(&self, name: &str, context: &[&str]) -> Option<PhiMatch<'_>> {
        self.judge_in(name, &self.around(context))
    }

    /// What a name tells in its surroundings: the surest term, then the longest run of words.
    #[must_use]
    pub fn judge_in(&self, name: &str, around: &Surroundings) -> Option<PhiMatch<'_>> {
        let index = self.index();
        let own = index.words(name);
        if own.iter().all(|word| index.is_unknown(*word)) {
            return None;
        }
        let own_hits = index.hits(&own);
        let near = around.near.or(self.near(&own_hits));
        let border = around.owner.len();
        let words: Vec<u32> = around.owner.iter().copied().chain(own).collect();
        let hits = if border == 0 { own_hits } else { index.hits(&words) };
        hits.iter()
            .filter_map(|hit| {
                let Meaning::Term { level, term: at, pattern, alone } = hit.meaning else { return None };
                let term = self.terms.get(at)?;
                let counts = hit.end > border
                    && (!alone || (hit.start == border && hit.end == words.len()))
                    && near.admits(level, term.kind)
                    && !is_other(&hits, hit, at)
                    && !index.is_about(&words, border, hit, term.yes_no);
                counts.then(|| (hit, PhiMatch { level, term, pattern: index.pattern(pattern) }))
            })
            .max_by_key(|(hit, found)| (found.level, hit.end - hit.start, std::cmp::Reverse(hit.start)))
            .map(|(_, found)| found)
    }

    /// One word, the least common one, of each run that is PHI on sight or tells of a patient: a text
    /// without any of them, in whatever case, has no name that is PHI by itself.
    #[must_use]
    pub fn telling_words(&self) -> Vec<String> {
        self.index().rarest(|meaning| is_strong(*meaning) || is_person(*meaning))
    }

    /// Whether a text may hold a name that is PHI by itself: a run that is so on sight, or what says who
    /// it is near a word for a patient. It may say yes where there is none, never the other way round.
    #[must_use]
    pub fn may_tell(&self, text: &str) -> bool {
        let index = self.index();
        let hits = index.hits(&index.words(text));
        let persons = || hits.iter().filter(|hit| is_person(hit.meaning) || is_strong(hit.meaning));
        let near = |hit: &Hit| {
            persons().any(|person| person.start <= hit.end + NEAR_WORDS && hit.start <= person.end + NEAR_WORDS)
        };
        hits.iter().any(|hit| is_strong(hit.meaning) || is_identifier(hit.meaning, &self.terms) && near(hit))
    }

    fn near(&self, hits: &[Hit]) -> Near {
        let mut near = Near::default();
        for hit in hits {
            match hit.meaning {
                Meaning::Patient => near.patient |= !covered(hits, hit, Meaning::NotContext),
                Meaning::Person => near.person |= !covered(hits, hit, Meaning::NotContext),
                Meaning::Healthcare => near.healthcare |= !covered(hits, hit, Meaning::NotContext),
                Meaning::Term { level: Level::Strong, term, .. } => {
                    near.health |= self.terms.get(term).is_some_and(|term| term.kind == TermKind::Health)
                        && !is_other(hits, hit, term);
                }
                _ => {}
            }
        }
        near
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(self))
    }
}

fn is_strong(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Term { level: Level::Strong, .. })
}

fn is_person(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Patient | Meaning::Person)
}

/// Whether a run says who somebody is, where a patient is near.
fn is_identifier(meaning: Meaning, terms: &[Term]) -> bool {
    let Meaning::Term { level: Level::Contextual, term, .. } = meaning else { return false };
    terms.get(term).is_some_and(|term| term.kind == TermKind::Identifier)
}

/// How many words may stand between the parts of one name.
const NEAR_WORDS: usize = 4;

/// Whether a longer run says that a hit of a term is something else.
fn is_other(hits: &[Hit], hit: &Hit, term: usize) -> bool {
    covered(hits, hit, Meaning::Not(term)) || covered(hits, hit, Meaning::Ignored)
}

/// Whether a run that means something else holds all words of a hit.
fn covered(hits: &[Hit], hit: &Hit, by: Meaning) -> bool {
    hits.iter().any(|other| other.meaning == by && other.start <= hit.start && hit.end <= other.end)
}

#[cfg(test)]
mod tests;
