//! Holding an expression against a place in the model. Negation is carried down to the leaves, so
//! that a condition under a `not` speaks of every value: "none of them is".

use crate::catalog::{Condition, Expr, Of, Path, PathRef, Scalar, Within, covers};
use crate::finding::Related;
use crate::lower::settings::environment;
use crate::model::{Dialect, Entry, Fact, Kind, Unknown, Value};
use crate::source::Span;

use super::answer::{Answer, Outcome, Precision};
use super::arn::covers_subject;
use super::condition::meets;
use super::context::{Context, Here, Subject};
use super::embedded;
use super::resolve::{Hit, elements, resolve};

impl Context<'_> {
    /// The answer of an expression, or of its negation.
    pub fn eval(&self, expression: &Expr, subject: Subject<'_>, here: &Here<'_>, negate: bool) -> Outcome {
        match expression {
            Expr::All(parts) if negate => Outcome::any(parts.iter().map(|part| self.eval(part, subject, here, true))),
            Expr::All(parts) => Outcome::all(parts.iter().map(|part| self.eval(part, subject, here, false))),
            Expr::Any(parts) if negate => Outcome::all(parts.iter().map(|part| self.eval(part, subject, here, true))),
            Expr::Any(parts) => Outcome::any(parts.iter().map(|part| self.eval(part, subject, here, false))),
            Expr::Not(part) => self.eval(part, subject, here, !negate),
            Expr::Test { of, path, condition } => {
                self.test(condition, path, subject, &start(*of, subject, here), negate)
            }
            Expr::Each { of, path, entries, filter, that } => self
                .each((path, *entries), filter.as_deref(), that, subject, &start(*of, subject, here))
                .negate_if(negate),
            Expr::Count { of, path, entries, filter, min, max } => {
                let here = start(*of, subject, here);
                self.count((path, *entries), filter.as_deref(), (*min, *max), subject, &here).negate_if(negate)
            }
            Expr::Link { name, every, that, missing } => {
                let (that, missing) = (that.as_deref(), missing.as_deref());
                self.linked(name, *every, that, missing, subject, here).negate_if(negate)
            }
            Expr::ParseJson { of, path, that } => {
                self.parse_json(path, that, subject, &start(*of, subject, here)).negate_if(negate)
            }
            Expr::Declared { within, kinds, filter, unread } => {
                let outcome = self.declared(*within, kinds, filter.as_deref(), subject);
                let outcome = if *unread { self.unread(outcome, *within, kinds, subject) } else { outcome };
                outcome.negate_if(negate)
            }
            Expr::KindIn(patterns) => {
                let kind = here.fact.map_or("", |fact| &*fact.kind);
                Outcome::bare(Answer::from_bool(patterns.iter().any(|pattern| covers(pattern, kind)))).negate_if(negate)
            }
            Expr::DialectIn(dialects) => {
                Outcome::bare(Answer::from_bool(dialects.contains(&dialect(here, subject)))).negate_if(negate)
            }
            Expr::EnvironmentIn(environments) => {
                let file = here.fact.unwrap_or(subject.fact).span.file;
                let told = environment::of_file(self.sources, file);
                Outcome::bare(Answer::from_bool(environments.iter().any(|known| known == told))).negate_if(negate)
            }
            Expr::ProviderAtLeast { name, version } => self.provider(name, version, subject).negate_if(negate),
            Expr::Open(reason) => Outcome::because(Answer::Open, reason.as_str()),
            Expr::Always(truth) => Outcome::bare(Answer::from_bool(*truth)).negate_if(negate),
        }
    }

    /// Of several paths the first that leads somewhere, else the first, with what it leads to.
    fn hits<'v>(&self, path: &PathRef, subject: Subject<'_>, here: &Here<'v>) -> (Path, Vec<Hit<'v>>) {
        let mut first = None;
        for path in subject.paths(path, dialect(here, subject)) {
            let hits = resolve(here.value, &path, subject.written_only);
            if hits.iter().any(|hit| !matches!(hit, Hit::Absent(_))) {
                return (path, hits);
            }
            first = first.or(Some((path, hits)));
        }
        first.unwrap_or_else(|| (Path::default(), vec![Hit::Absent(None)]))
    }

    fn test(
        &self,
        condition: &Condition,
        path: &PathRef,
        subject: Subject<'_>,
        here: &Here<'_>,
        negate: bool,
    ) -> Outcome {
        let (path, hits) = self.hits(path, subject, here);
        let attribute = here.full(&path);
        let parts = hits.into_iter().map(|hit| match hit {
            Hit::Found(value) => self.found(value, condition, &attribute, subject, negate),
            Hit::Absent(parent) => self.absent(parent, condition, &attribute, subject, here, negate),
            Hit::Unknown(unknown, span) => unknown_at(&attribute, unknown, span),
        });
        Outcome::all(parts)
    }

    /// A value that is there. Conditions on single values hold for each item of a list.
    fn found(
        &self,
        value: &Value,
        condition: &Condition,
        attribute: &str,
        subject: Subject<'_>,
        negate: bool,
    ) -> Outcome {
        let of_list = matches!(condition, Condition::Present | Condition::Contains(_));
        if let (Kind::List(list), false) = (&value.kind, of_list) {
            let items = list.items.iter().map(|item| self.found(item, condition, attribute, subject, negate));
            let open = list.open.as_deref().map(|unknown| unknown_at(attribute, unknown, value.span));
            if list.items.is_empty() && open.is_none() {
                let outcome = Outcome::because(Answer::Fail, format!("`{attribute}` is empty")).negate_if(negate);
                return placed(outcome, value, attribute);
            }
            return Outcome::all(items.chain(open));
        }
        let answer = match condition {
            Condition::CoversSubject(ending) => covers_subject(value, ending, subject.fact),
            condition => meets(value, condition, &self.around),
        };
        let note = describe(attribute, value, condition, answer);
        placed(Outcome::because(answer, note).negate_if(negate), value, attribute)
    }

    /// An attribute that is not there: what the provider then does, else nothing.
    fn absent(
        &self,
        parent: Option<Span>,
        condition: &Condition,
        attribute: &str,
        subject: Subject<'_>,
        here: &Here<'_>,
        negate: bool,
    ) -> Outcome {
        let mut outcome = Outcome::because(Answer::Fail, format!("`{attribute}` is not set"));
        if let Some(fact) = here.fact
            && !matches!(condition, Condition::Present)
        {
            for (index, absence) in self.absences(fact, attribute) {
                let applies = absence
                    .when
                    .as_ref()
                    .map_or(Answer::Pass, |when| self.eval(when, subject, &Here::body(fact), false).answer);
                if applies == Answer::Fail {
                    continue;
                }
                outcome.note = format!("`{attribute}` is not set: {}", absence.because);
                outcome.answer = match (&absence.value, applies) {
                    (Some(scalar), Answer::Pass) => {
                        let value = constant(scalar, parent.unwrap_or(fact.header));
                        meets(&value, condition, &self.around)
                    }
                    _ => Answer::Open,
                };
                if absence.reliance {
                    outcome.relied.push(index);
                }
                break;
            }
        }
        attribute.clone_into(&mut outcome.attribute);
        outcome.place = parent.map(|span| (span, Precision::Block));
        outcome.negate_if(negate)
    }

    fn each(
        &self,
        (path, entries): (&PathRef, bool),
        filter: Option<&Expr>,
        that: &Expr,
        subject: Subject<'_>,
        here: &Here<'_>,
    ) -> Outcome {
        let mut parts = Vec::new();
        for path in subject.paths(path, dialect(here, subject)) {
            let (items, open) = elements(here.value, &path, subject.written_only);
            let pairs = if entries { pairs(&items) } else { Vec::new() };
            let items = if entries { pairs.iter().collect() } else { items };
            for item in items {
                let inside = here.inside(item, &path);
                let counts = filter.map_or(Answer::Pass, |filter| self.eval(filter, subject, &inside, false).answer);
                if counts == Answer::Fail {
                    continue;
                }
                let mut outcome = self.eval(that, subject, &inside, false);
                if counts == Answer::Open && outcome.answer == Answer::Fail {
                    outcome.answer = Answer::Open;
                }
                outcome.place = outcome.place.or(Some((item.span, Precision::Block)));
                parts.push(outcome);
            }
            parts.extend(open.map(|(unknown, span)| unknown_at(&here.full(&path), unknown, span)));
        }
        Outcome::all(parts)
    }

    fn count(
        &self,
        (path, entries): (&PathRef, bool),
        filter: Option<&Expr>,
        (min, max): (u32, Option<u32>),
        subject: Subject<'_>,
        here: &Here<'_>,
    ) -> Outcome {
        let mut outcomes = Vec::new();
        let mut open = None;
        let mut attribute = String::new();
        // Where a list of plain values stands: blocks have headers to point at, values have not.
        let mut scalar = None;
        for path in subject.paths(path, dialect(here, subject)) {
            let (items, more) = elements(here.value, &path, subject.written_only);
            let pairs = if entries { pairs(&items) } else { Vec::new() };
            let items: Vec<&Value> = if entries { pairs.iter().collect() } else { items };
            attribute = if attribute.is_empty() { here.full(&path) } else { attribute };
            for item in items {
                let inside = here.inside(item, &path);
                scalar = scalar.or((item.as_map().is_none()).then_some(item.span));
                let mut outcome = filter
                    .map_or_else(|| Outcome::bare(Answer::Pass), |filter| self.eval(filter, subject, &inside, false));
                outcome.place = outcome.place.or(Some((item.span, Precision::Block)));
                outcomes.push(outcome);
            }
            open = open.or(more.map(|(unknown, span)| unknown_at(&here.full(&path), unknown, span)));
        }
        let sure = outcomes.iter().filter(|outcome| outcome.answer == Answer::Pass).count();
        let maybe = outcomes.iter().filter(|outcome| outcome.answer == Answer::Open).count();
        let (min, max) = (min as usize, max.map(|max| max as usize));
        if let Some(max) = max
            && sure > max
        {
            let extra = outcomes.into_iter().filter(|outcome| outcome.answer == Answer::Pass).nth(max);
            return Outcome { answer: Answer::Fail, ..extra.unwrap_or_else(|| Outcome::bare(Answer::Fail)) };
        }
        let may_exceed = max.is_some_and(|max| sure + maybe > max || open.is_some());
        if sure >= min && !may_exceed {
            let witness = outcomes.into_iter().find(|outcome| outcome.answer == Answer::Pass);
            return Outcome { answer: Answer::Pass, ..witness.unwrap_or_else(|| Outcome::bare(Answer::Pass)) };
        }
        if sure + maybe < min && open.is_none() {
            // Where several things are asked of an element, one that met some is a near miss and says what
            // is wrong; one that met none is about something else.
            let several = scalar.is_some() || matches!(filter, Some(Expr::All(parts)) if parts.len() > 1);
            let only = outcomes.first().and_then(|outcome| outcome.place).filter(|_| outcomes.len() == 1);
            let nothing = || Outcome {
                place: only.or(scalar.map(|span| (span, Precision::Block))),
                ..Outcome::because(Answer::Fail, format!("`{attribute}` has no such entry"))
            };
            let near = outcomes
                .into_iter()
                .filter(|outcome| min == 1 && (outcome.met > 0 || !several))
                .max_by_key(|outcome| outcome.met);
            return Outcome { answer: Answer::Fail, ..near.unwrap_or_else(nothing) };
        }
        let undecided = outcomes.into_iter().find(|outcome| outcome.answer == Answer::Open).or(open);
        Outcome { answer: Answer::Open, ..undecided.unwrap_or_else(|| Outcome::bare(Answer::Open)) }
    }

    fn parse_json(&self, path: &PathRef, that: &Expr, subject: Subject<'_>, here: &Here<'_>) -> Outcome {
        let (path, hits) = self.hits(path, subject, here);
        let attribute = here.full(&path);
        let parts = hits.into_iter().map(|hit| match hit {
            Hit::Found(value) => match embedded::document(value, self.sources) {
                Ok(document) => {
                    let inside = Here { value: &document, fact: None, base: String::new() };
                    let mut outcome = self.eval(that, subject, &inside, false);
                    outcome.place = outcome.place.or(Some((value.span, Precision::Value)));
                    outcome
                }
                Err(reason) => {
                    let outcome = Outcome::because(Answer::Open, format!("`{attribute}` is not known: {reason}"));
                    placed(outcome, value, &attribute)
                }
            },
            Hit::Absent(parent) => Outcome {
                place: parent.map(|span| (span, Precision::Block)),
                ..Outcome::because(Answer::Fail, format!("`{attribute}` is not set"))
            },
            Hit::Unknown(unknown, span) => unknown_at(&attribute, unknown, span),
        });
        Outcome::all(parts)
    }

    fn declared(
        &self,
        within: Within,
        kinds: &std::collections::BTreeMap<Dialect, Vec<String>>,
        filter: Option<&Expr>,
        subject: Subject<'_>,
    ) -> Outcome {
        let mut outcomes = Vec::new();
        for (dialect, kinds) in kinds {
            for kind in kinds {
                for index in self.model.of_kind(*dialect, &kind.as_str().into()) {
                    let fact = &self.model.facts[*index];
                    if within == Within::Root && fact.scope != subject.fact.scope {
                        continue;
                    }
                    outcomes.push(filter.map_or_else(
                        || Outcome::bare(Answer::Pass),
                        |filter| self.eval(filter, subject, &Here::body(fact), false),
                    ));
                }
            }
        }
        let found = !outcomes.is_empty();
        let outcome = Outcome::any(outcomes);
        if outcome.answer != Answer::Fail {
            return outcome;
        }
        let names: Vec<&str> = kinds.values().flatten().map(String::as_str).take(2).collect();
        let place = if within == Within::Root { "this root" } else { "the repository" };
        let such = if found { "no such " } else { "no " };
        Outcome::because(Answer::Fail, format!("{place} has {such}`{}`", names.join("` or `")))
    }

    /// "Nowhere" is known only when everything that could hold the thing was read.
    fn unread(
        &self,
        outcome: Outcome,
        within: Within,
        kinds: &std::collections::BTreeMap<Dialect, Vec<String>>,
        subject: Subject<'_>,
    ) -> Outcome {
        if outcome.answer != Answer::Fail {
            return outcome;
        }
        let scopes = self.model.scopes.iter().enumerate().filter(|(at, scope)| match within {
            Within::Root => *at == subject.fact.scope.0 as usize,
            Within::Repository => kinds.contains_key(&scope.dialect),
        });
        match scopes.flat_map(|(_, scope)| &scope.unread).next() {
            Some(part) => Outcome::because(Answer::Open, format!("{} is not read", part.what)),
            None => outcome,
        }
    }

    fn provider(&self, name: &str, version: &[u64], subject: Subject<'_>) -> Outcome {
        let scope = self.model.scope(subject.fact.scope);
        let provider = scope.providers.get(name);
        let minimum = provider.and_then(|provider| provider.minimum.as_deref());
        let below = provider.and_then(|provider| provider.below.as_deref());
        match (minimum, below) {
            (Some(minimum), _) if minimum >= version => Outcome::bare(Answer::Pass),
            (_, Some(below)) if below <= version => Outcome::bare(Answer::Fail),
            _ => Outcome::because(Answer::Open, format!("the version of provider '{name}' is not pinned")),
        }
    }
}

/// The entries of maps as items of `key` and `value`.
fn pairs(maps: &[&Value]) -> Vec<Value> {
    let entries = maps.iter().filter_map(|map| map.as_map()).flat_map(|map| &map.entries);
    entries
        .map(|entry| {
            let key = Value::string(entry.key.clone(), entry.key_span);
            let span = entry.key_span.to(entry.value.span);
            Value::map(vec![Entry::of("key", key), Entry::of("value", entry.value.clone())], span)
        })
        .collect()
}

/// The place that an expression's path starts from.
fn start<'v>(of: Of, subject: Subject<'v>, here: &Here<'v>) -> Here<'v> {
    match of {
        Of::Here => here.clone(),
        Of::Subject => Here::body(subject.fact),
    }
}

fn dialect(here: &Here<'_>, subject: Subject<'_>) -> Dialect {
    here.fact.unwrap_or(subject.fact).dialect
}

fn constant(scalar: &Scalar, span: Span) -> Value {
    match scalar {
        Scalar::Bool(truth) => Value::bool(*truth, span),
        Scalar::Number(number) => Value::number(*number, span),
        Scalar::Text(text) => Value::string(text.as_str(), span),
    }
}

fn unknown_at(attribute: &str, unknown: &Unknown, span: Span) -> Outcome {
    Outcome {
        place: Some((span, Precision::Value)),
        attribute: attribute.to_owned(),
        ..Outcome::because(Answer::Open, format!("`{attribute}` is not known: {}", unknown.reason.text()))
    }
}

/// An outcome at a value, with the definitions that the value came through.
fn placed(mut outcome: Outcome, value: &Value, attribute: &str) -> Outcome {
    outcome.place = Some((value.span, Precision::Value));
    attribute.clone_into(&mut outcome.attribute);
    outcome.related = value
        .origins()
        .iter()
        .filter(|origin| **origin != value.span)
        .map(|origin| Related { span: *origin, message: "the value comes from here".to_owned() })
        .collect();
    outcome
}

fn describe(attribute: &str, value: &Value, condition: &Condition, answer: Answer) -> String {
    match &value.kind {
        _ if answer != Answer::Open && matches!(condition, Condition::CoversSubject(_)) => {
            format!("`{attribute}` does not cover it")
        }
        Kind::Unknown(_) if answer != Answer::Open && !matches!(condition, Condition::Present) => {
            format!("`{attribute}` is not as required")
        }
        Kind::Unknown(unknown) if !matches!(condition, Condition::Present) || unknown.may_be_absent() => {
            format!("`{attribute}` is not known: {}", unknown.reason.text())
        }
        Kind::String(text) if text.is_empty() => format!("`{attribute}` is empty"),
        Kind::List(list) if list.items.is_empty() => format!("`{attribute}` is empty"),
        _ if matches!(condition, Condition::Present) => format!("`{attribute}` is set"),
        Kind::Bool(truth) => format!("`{attribute}` is {truth}"),
        Kind::Number(number) => format!("`{attribute}` is {number}"),
        Kind::String(text) if text.chars().count() <= 60 && !text.contains(['\n', '\r', '`']) => {
            format!("`{attribute}` is \"{text}\"")
        }
        _ => format!("`{attribute}` is not as required"),
    }
}

/// The header of a fact, as a related place.
pub(super) fn related_fact(fact: &Fact, message: &str) -> Related {
    Related { span: fact.header, message: format!("{message} '{}'", fact.address) }
}
