//! What the tests of this folder look at facts with.

use crate::model::{Fact, Kind, Part, Signal, Value};
use crate::source::Sources;

/// Facts together with the text that they point into.
pub struct Lowered {
    pub sources: Sources,
    pub part: Part,
}

impl Lowered {
    pub fn fact(&self, address: &str) -> &Fact {
        let found = self.part.facts.iter().find(|fact| &*fact.address == address);
        found.unwrap_or_else(|| panic!("no {address} in {:?}", self.addresses()))
    }

    pub fn addresses(&self) -> Vec<&str> {
        self.part.facts.iter().map(|fact| &*fact.address).collect()
    }

    /// The value at a dotted path of a fact's body; numbers step into lists.
    pub fn at(&self, address: &str, path: &str) -> Option<&Value> {
        let body = &self.fact(address).body;
        path.split('.').filter(|step| !step.is_empty()).try_fold(body, |value, step| match &value.kind {
            Kind::List(list) => list.items.get(step.parse::<usize>().ok()?),
            _ => value.get(step),
        })
    }

    /// The same in words.
    pub fn show(&self, address: &str, path: &str) -> String {
        let Some(value) = self.at(address, path) else { return "absent".to_owned() };
        match &value.kind {
            Kind::Bool(truth) => truth.to_string(),
            Kind::Number(number) => number.to_string(),
            Kind::String(text) => text.to_string(),
            Kind::Unknown(unknown) => unknown.reason.text(),
            Kind::List(list) => format!("{} items", list.items.len()),
            Kind::Map(map) => {
                let keys: Vec<_> = map.entries.iter().map(|entry| &*entry.key).collect();
                format!("{}{}", keys.join(" "), if map.open.is_some() { " ..." } else { "" })
            }
            Kind::Null => "null".to_owned(),
        }
    }

    /// The source text of the value.
    pub fn slice(&self, address: &str, path: &str) -> &str {
        self.at(address, path).map_or("absent", |value| self.sources.slice(value.span))
    }

    /// The addresses that the value links to.
    pub fn links(&self, address: &str, path: &str) -> Vec<&str> {
        let value = self.at(address, path);
        value.map(Value::links).unwrap_or_default().iter().map(|link| &*link.address).collect()
    }

    pub fn images(&self) -> Vec<&str> {
        self.part.uses.iter().filter(|it| it.signal == Signal::Image).map(|it| &*it.name).collect()
    }
}
