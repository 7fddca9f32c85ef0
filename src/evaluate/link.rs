//! Links between facts: forward along a reference or a name, backward to those that refer here.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, RwLock};

use crate::catalog::{Expr, LinkPath, Path};
use crate::finding::Related;
use crate::model::{Dialect, Fact, Kind, Model, Piece, Reason, ScopeId, Value};

use super::answer::{Answer, Outcome, Precision};
use super::arn::same_address;
use super::context::{Context, Here, Subject};
use super::expression::related_fact;
use super::resolve::{Hit, resolve};

/// Facts by what an attribute of theirs refers to. Filled attribute by attribute, as rules ask.
#[derive(Default)]
pub struct LinkIndex {
    attributes: RwLock<HashMap<(Dialect, String, Path), Arc<Attribute>>>,
}

/// What one attribute of one kind of fact refers to, over the whole model.
#[derive(Default)]
struct Attribute {
    by_address: HashMap<(ScopeId, String), Vec<usize>>,
    by_text: HashMap<(ScopeId, String), Vec<usize>>,
    unknown: HashMap<ScopeId, Vec<usize>>,
}

impl LinkIndex {
    fn attribute(&self, model: &Model, dialect: Dialect, kind: &str, path: &Path) -> Arc<Attribute> {
        let key = (dialect, kind.to_owned(), path.clone());
        if let Ok(attributes) = self.attributes.read()
            && let Some(found) = attributes.get(&key)
        {
            return found.clone();
        }
        let made = Arc::new(Attribute::new(model, dialect, kind, path));
        if let Ok(mut attributes) = self.attributes.write() {
            attributes.insert(key, made.clone());
        }
        made
    }
}

impl Attribute {
    fn new(model: &Model, dialect: Dialect, kind: &str, path: &Path) -> Self {
        let mut attribute = Self::default();
        for index in model.of_kind(dialect, &kind.into()) {
            let fact = &model.facts[*index];
            for hit in resolve(&fact.body, path, false) {
                match hit {
                    Hit::Found(value) => attribute.add(value, fact.scope, *index),
                    Hit::Unknown(..) => attribute.unknown.entry(fact.scope).or_default().push(*index),
                    Hit::Absent(_) => {}
                }
            }
        }
        attribute
    }

    fn add(&mut self, value: &Value, scope: ScopeId, index: usize) {
        if let Kind::List(list) = &value.kind {
            for item in &list.items {
                self.add(item, scope, index);
            }
        }
        for link in value.links() {
            self.by_address.entry((scope, base(&link.address).to_owned())).or_default().push(index);
        }
        if let Some(text) = text(value) {
            self.by_text.entry((scope, text)).or_default().push(index);
        }
        if value.as_unknown().is_some() && value.links().is_empty() {
            self.unknown.entry(scope).or_default().push(index);
        }
    }
}

/// A text to find its equals by: where it hangs on an input, whatever that will be, two that are put together
/// alike are the same.
fn text(value: &Value) -> Option<String> {
    let unknown = match &value.kind {
        Kind::String(text) => return Some(text.to_string()),
        Kind::Unknown(unknown) if value.links().is_empty() => unknown,
        _ => return None,
    };
    let stands_for = match &unknown.reason {
        Reason::Input(name) | Reason::Computed(name) => name,
        _ => return None,
    };
    let mut text = format!("\0{stands_for}\0");
    for piece in &unknown.pieces {
        match piece {
            Piece::Text(part) => text.push_str(part),
            Piece::Hole(links) => {
                let named = links.iter().map(|link| format!("{}.{}", link.address, link.attribute));
                text.push_str(&format!("\0{}\0", named.collect::<Vec<_>>().join(" ")));
            }
        }
    }
    Some(text)
}

/// An address without its instance: `a.b` of `a.b["x"]`.
fn base(address: &str) -> &str {
    address.strip_suffix(']').and_then(|_| address.rfind('[')).map_or(address, |at| &address[..at])
}

/// Where a link leads: facts in the order of the model, and why there may be more.
#[derive(Default)]
struct Targets {
    found: BTreeSet<usize>,
    open: Option<Outcome>,
    absent: bool,
}

impl Context<'_> {
    /// Holds the facts that a link leads to against `that`.
    pub(super) fn linked(
        &self,
        name: &str,
        every: bool,
        that: Option<&Expr>,
        missing: Option<&Expr>,
        subject: Subject<'_>,
        here: &Here<'_>,
    ) -> Outcome {
        let fact = here.fact.unwrap_or(subject.fact);
        let ways = subject.rule.links.get(name).or_else(|| self.data.links.get(name));
        let Some(ways) = ways.and_then(|ways| ways.get(&fact.dialect)) else {
            return missing
                .map_or_else(|| Outcome::bare(Answer::Fail), |missing| self.eval(missing, subject, here, false));
        };
        let targets = self.targets(ways, fact, here);
        let parts: Vec<Outcome> =
            targets.found.iter().map(|index| self.target(&self.model.facts[*index], that, subject, fact)).collect();
        if parts.is_empty() && targets.open.is_none() {
            if let Some(missing) = missing {
                return self.eval(missing, subject, here, false);
            }
            return nothing(ways, targets.absent);
        }
        if every {
            Outcome::all(parts.into_iter().chain(targets.open))
        } else {
            Outcome::any(parts.into_iter().chain(targets.open))
        }
    }

    /// One related fact against what is asked of it. A place is then in that fact, so the subject
    /// becomes a related place.
    fn target(&self, target: &Fact, that: Option<&Expr>, subject: Subject<'_>, from: &Fact) -> Outcome {
        let Some(that) = that else {
            return Outcome { place: Some((target.header, Precision::Block)), ..Outcome::bare(Answer::Pass) };
        };
        let mut outcome = self.eval(that, subject, &Here::body(target), false);
        outcome.place = outcome.place.or(Some((target.header, Precision::Block)));
        if outcome.answer != Answer::Pass {
            if !outcome.note.is_empty() {
                outcome.note = format!("in '{}', {}", target.address, outcome.note);
            }
            outcome.related.push(related_fact(from, "it belongs to"));
        }
        outcome
    }

    fn targets(&self, ways: &[LinkPath], fact: &Fact, here: &Here<'_>) -> Targets {
        let mut targets = Targets { absent: true, ..Targets::default() };
        for way in ways {
            match (&way.from, &way.back) {
                (Some(from), _) => self.forward(way, from, fact, here, &mut targets),
                (None, Some(back)) => self.backward(way, back, fact, &mut targets),
                (None, None) => {}
            }
        }
        targets
    }

    fn forward(&self, way: &LinkPath, from: &Path, fact: &Fact, here: &Here<'_>, targets: &mut Targets) {
        for hit in resolve(here.value, from, false) {
            let value = match hit {
                Hit::Found(value) => value,
                Hit::Absent(_) => continue,
                Hit::Unknown(unknown, span) => {
                    targets.open = Some(open_at(&here.full(from), &unknown.reason.text(), span));
                    continue;
                }
            };
            targets.absent = false;
            let values: Vec<&Value> = value.as_list().map_or_else(|| vec![value], |list| list.items.iter().collect());
            for value in values {
                // What is declared and of another kind is not what the link is about.
                let elsewhere = value.links().iter().any(|link| self.declared_at(fact.scope, &link.address).is_some());
                if !self.follow(way, value, fact, targets) && targets.open.is_none() && !elsewhere {
                    let reason = match value.as_unknown() {
                        Some(unknown) if value.links().is_empty() => unknown.reason.text(),
                        _ => "what it names is not declared here".to_owned(),
                    };
                    targets.open = Some(open_at(&here.full(from), &reason, value.span));
                }
            }
        }
    }

    /// Adds what one value refers to; false when that is nothing that is declared.
    fn follow(&self, way: &LinkPath, value: &Value, fact: &Fact, targets: &mut Targets) -> bool {
        let before = targets.found.len();
        for link in value.links() {
            let target = self.declared_at(fact.scope, &link.address);
            targets
                .found
                .extend(target.filter(|index| way.to.iter().any(|kind| **kind == *self.model.facts[*index].kind)));
        }
        if targets.found.len() == before
            && let Some(text) = text(value)
        {
            for (kind, by) in way.to.iter().flat_map(|kind| way.by.iter().map(move |by| (kind, by))) {
                let attribute = self.links.attribute(self.model, fact.dialect, kind, by);
                targets.found.extend(attribute.by_text.get(&(fact.scope, text.clone())).into_iter().flatten());
            }
        }
        targets.found.len() > before
    }

    /// The fact at an address, or an instance of it.
    fn declared_at(&self, scope: ScopeId, address: &Arc<str>) -> Option<usize> {
        if let Some(found) = self.model.at(scope, address) {
            return Some(found);
        }
        let base = base(address);
        (base != &**address)
            .then(|| self.model.at(scope, &base.into()))
            .flatten()
            .or_else(|| self.model.first_instance(scope, base))
    }

    fn backward(&self, way: &LinkPath, back: &Path, fact: &Fact, targets: &mut Targets) {
        for kind in &way.to {
            let attribute = self.links.attribute(self.model, fact.dialect, kind, back);
            let by_address = attribute.by_address.get(&(fact.scope, base(&fact.address).to_owned()));
            for index in by_address.into_iter().flatten() {
                if self.refers(&self.model.facts[*index], back, fact) {
                    targets.found.insert(*index);
                }
            }
            for by in &way.by {
                for hit in resolve(&fact.body, by, false) {
                    if let Hit::Found(value) = hit
                        && let Some(name) = text(value)
                    {
                        let key = (fact.scope, name);
                        targets.found.extend(attribute.by_text.get(&key).into_iter().flatten());
                    }
                }
            }
            let unknown = attribute
                .unknown
                .get(&fact.scope)
                .and_then(|unknown| unknown.iter().find(|index| !targets.found.contains(index)));
            if let Some(index) = unknown {
                let other = &self.model.facts[*index];
                let reason = format!("it is not known what '{}' belongs to", other.address);
                targets.open = targets.open.take().or(Some(Outcome {
                    related: vec![related_fact(other, "this may belong to it:")],
                    ..Outcome::because(Answer::Open, reason)
                }));
            }
        }
        let unread = &self.model.scope(fact.scope).unread;
        if targets.open.is_none()
            && let Some(call) = unread.iter().find(|call| mentions(&call.call, fact) || fact.via.contains(&call.span))
        {
            let (message, note) = if fact.via.contains(&call.span) {
                ("it is part of this module", format!("{} has it and is not read in full", call.what))
            } else {
                ("it is given to this module", format!("{} is given it and is not read", call.what))
            };
            targets.open = Some(Outcome {
                related: vec![Related { span: call.span, message: message.to_owned() }],
                ..Outcome::because(Answer::Open, note)
            });
        }
    }

    /// Whether the reference is to this very instance: the index holds bases of addresses.
    fn refers(&self, from: &Fact, back: &Path, to: &Fact) -> bool {
        resolve(&from.body, back, false).into_iter().any(|hit| match hit {
            Hit::Found(value) => mentions(value, to),
            _ => false,
        })
    }
}

/// Whether a value, or anything inside of it, refers to a fact.
fn mentions(value: &Value, fact: &Fact) -> bool {
    value.links().iter().any(|link| same_address(&link.address, &fact.address))
        || match &value.kind {
            Kind::List(list) => list.items.iter().any(|item| mentions(item, fact)),
            Kind::Map(map) => map.entries.iter().any(|entry| mentions(&entry.value, fact)),
            _ => false,
        }
}

fn open_at(attribute: &str, reason: &str, span: crate::source::Span) -> Outcome {
    Outcome {
        place: Some((span, Precision::Value)),
        attribute: attribute.to_owned(),
        ..Outcome::because(Answer::Open, format!("`{attribute}` is not known: {reason}"))
    }
}

fn nothing(ways: &[LinkPath], absent: bool) -> Outcome {
    let kinds: Vec<&str> = ways.iter().flat_map(|way| &way.to).map(String::as_str).take(2).collect();
    let kinds = kinds.join("` or `");
    match ways.first().and_then(|way| way.from.as_ref()).filter(|_| absent) {
        Some(from) => Outcome::because(Answer::Fail, format!("`{from}` is not set")),
        None => Outcome::because(Answer::Fail, format!("no `{kinds}` belongs to it")),
    }
}
