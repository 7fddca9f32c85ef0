//! A build stage in the making: what its instructions have set so far.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::model::{Entry, Fact, Value};
use crate::parse::dockerfile::Instruction;
use crate::source::{FileId, Span};

/// Variables in the order they are set; a later one of a name counts.
#[derive(Default)]
pub struct Variables {
    entries: Vec<Entry>,
    by_name: HashMap<Arc<str>, usize>,
}

impl Variables {
    pub fn set(&mut self, entries: Vec<Entry>) {
        for entry in entries {
            self.by_name.insert(entry.key.clone(), self.entries.len());
            self.entries.push(entry);
        }
    }

    pub fn get(&self, name: &str) -> Option<&Value> {
        self.by_name.get(name).map(|index| &self.entries[*index].value)
    }
}

/// One stage.
pub struct Stage {
    pub address: Arc<str>,
    pub header: Span,
    pub span: Span,
    /// The stage of the same file that it is built on.
    pub base: Option<usize>,
    pub from: Option<Value>,
    pub user: Option<Value>,
    pub healthcheck: Option<Value>,
    pub env: Variables,
    pub args: Variables,
    pub expose: Vec<Value>,
    pub facts: Vec<Fact>,
    counts: BTreeMap<String, usize>,
}

impl Default for Stage {
    fn default() -> Self {
        let nowhere = Span::top(FileId(0));
        Self {
            address: "".into(),
            header: nowhere,
            span: nowhere,
            base: None,
            from: None,
            user: None,
            healthcheck: None,
            env: Variables::default(),
            args: Variables::default(),
            expose: Vec::new(),
            facts: Vec::new(),
            counts: BTreeMap::new(),
        }
    }
}

impl Stage {
    /// A stage that starts with a `FROM`, on a stage of the file or on an image.
    pub fn new(instruction: &Instruction, from: Option<Value>, base: Option<(usize, &Self)>) -> Self {
        Self {
            span: instruction.span,
            from,
            base: base.map(|(index, _)| index),
            user: base.and_then(|(_, base)| base.user.clone()),
            healthcheck: base.and_then(|(_, base)| base.healthcheck.clone()),
            ..Self::default()
        }
    }

    /// Takes over the fact of an instruction.
    pub fn add(&mut self, instruction: &Instruction, body: Value, header: Span) {
        let keyword = instruction.keyword.text.as_str();
        let count = self.counts.entry(keyword.to_owned()).or_default();
        *count += 1;
        let address = match &*self.address {
            "" => format!("{keyword}:{count}"),
            stage => format!("{stage}:{keyword}:{count}"),
        };
        self.span = self.span.to(instruction.span);
        self.facts.push(super::fact(keyword, address.into(), body, header));
    }

    /// Its fact and those of its instructions.
    pub fn finish(self, is_final: bool, facts: &mut Vec<Fact>) {
        let instructions = self.facts.iter().map(|fact| fact.body.clone()).collect();
        let map = |variables: Variables| {
            let span = variables.entries.first()?.value.span;
            Some(Value::map(variables.entries, span))
        };
        let expose = self.expose.first().map(|first| first.span).map(|span| Value::list(self.expose, span));
        let entries = [
            ("from", self.from),
            ("user", self.user),
            ("env", map(self.env)),
            ("args", map(self.args)),
            ("expose", expose),
            ("healthcheck", self.healthcheck),
            ("final", Some(Value::bool(is_final, self.header))),
            ("instructions", Some(Value::list(instructions, self.span))),
        ];
        let entries = entries.into_iter().filter_map(|(key, value)| Some(Entry::of(key, value?))).collect();
        facts.push(super::fact("stage", self.address, Value::map(entries, self.span), self.header));
        facts.extend(self.facts);
    }
}
