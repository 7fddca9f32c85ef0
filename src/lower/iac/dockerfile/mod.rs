//! Dockerfiles to facts: one for each build stage, and one for each instruction.
//!
//! `ARG` and `ENV` are replaced where the builder replaces them; `RUN`, `CMD` and `ENTRYPOINT` are left
//! to the shell and keep their text.

mod body;
mod stage;

#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::model::{Dialect, Entry, Fact, Link, Part, Piece, Reason, Scope, ScopeId, Unknown, Value, VendorUse};
use crate::parse::dockerfile::{Dockerfile, Instruction, Word};
use crate::source::{FileId, Sources, Span};

use self::stage::Stage;
use super::image;
use super::interpolate::{Expander, unset};

/// How far variables may grow a file's texts.
const GROWTH: usize = 4 << 20;
/// How many stages, each built on the next, a variable is looked for in.
const CHAIN: usize = 64;
/// Build arguments that are there without being declared, before the first `FROM`.
const PLATFORM: [&str; 8] = [
    "BUILDARCH",
    "BUILDOS",
    "BUILDPLATFORM",
    "BUILDVARIANT",
    "TARGETARCH",
    "TARGETOS",
    "TARGETPLATFORM",
    "TARGETVARIANT",
];

/// The facts of one Dockerfile.
#[must_use]
pub fn lower(sources: &Sources, file: FileId, tree: &Dockerfile) -> Part {
    let mut lowering = Lowering {
        sources,
        escape: tree.escape,
        budget: Cell::new(GROWTH),
        globals: BTreeMap::new(),
        preamble: Stage::default(),
        stages: Vec::new(),
        names: HashMap::new(),
        uses: Vec::new(),
    };
    for instruction in &tree.instructions {
        lowering.instruction(instruction);
    }
    lowering.finish(file)
}

struct Lowering<'a> {
    sources: &'a Sources,
    escape: char,
    budget: Cell<usize>,
    /// The build arguments before the first stage, which `FROM` alone sees.
    globals: BTreeMap<String, Value>,
    /// Takes the instructions before the first stage; no fact itself.
    preamble: Stage,
    stages: Vec<Stage>,
    /// The stages by name in lower case.
    names: HashMap<String, usize>,
    uses: Vec<VendorUse>,
}

impl Lowering<'_> {
    fn instruction(&mut self, instruction: &Instruction) {
        if instruction.keyword.text == "FROM" {
            self.open_stage(instruction);
        }
        let entries = self.body(instruction);
        self.effects(instruction, &entries);
        let body = Value::map(entries, instruction.span);
        let header = first_line(self.sources, instruction.span);
        self.stages.last_mut().unwrap_or(&mut self.preamble).add(instruction, body, header);
    }

    fn open_stage(&mut self, instruction: &Instruction) {
        let index = self.stages.len();
        let word = |at: usize| instruction.words.get(at);
        let name = word(1).filter(|word| word.text.eq_ignore_ascii_case("as")).and_then(|_| word(2));
        let key = name.map(|name| name.text.to_ascii_lowercase());
        let from = word(0).map(|image| self.reference(image, instruction, Lookup::Globals));
        let base = word(0).and_then(|_| self.stage_of(from.as_ref()?.get("reference")?.as_str()?));
        let mut stage = Stage::new(instruction, from, base.map(|base| (base, &self.stages[base])));
        stage.address = match (&key, name) {
            (Some(key), Some(name)) if !self.names.contains_key(key) => name.text.as_str().into(),
            _ => index.to_string().into(),
        };
        stage.header = first_line(self.sources, instruction.span);
        self.names.extend(key.map(|key| (key, index)));
        self.stages.push(stage);
    }

    /// What an instruction does to its stage.
    fn effects(&mut self, instruction: &Instruction, entries: &[Entry]) {
        let value = |key: &str| entries.iter().find(|entry| &*entry.key == key).map(|entry| entry.value.clone());
        let set = value("set").and_then(|set| set.as_map().map(|set| set.entries.clone())).unwrap_or_default();
        let keyword = instruction.keyword.text.as_str();
        let Some(stage) = self.stages.last_mut() else {
            if keyword == "ARG" {
                self.globals.extend(set.into_iter().map(|entry| (entry.key.to_string(), entry.value)));
            }
            return;
        };
        match keyword {
            "ENV" => stage.env.set(set),
            "ARG" => stage.args.set(set),
            "USER" => stage.user = value("user"),
            "HEALTHCHECK" => stage.healthcheck = value("healthcheck"),
            "EXPOSE" => {
                stage
                    .expose
                    .extend(value("ports").and_then(|ports| Some(ports.as_list()?.items.clone())).unwrap_or_default());
            }
            _ => {}
        }
    }

    /// A reference to an image or a stage, as a map.
    fn reference(&mut self, word: &Word, instruction: &Instruction, lookup: Lookup) -> Value {
        let reference = self.expand(&word.text, word.span, lookup);
        let mut entries = image::parts(self.sources, &reference);
        let stage = reference.as_str().and_then(|text| self.stage_of(text));
        let is_stage = match reference.as_unknown() {
            Some(unknown) if may_be_stage(unknown) => Value::unknown(unknown.reason.clone(), word.span),
            _ => Value::bool(stage.is_some(), word.span),
        };
        let platform = instruction.flags.iter().rfind(|flag| flag.name.text == "platform");
        if let Some(value) = platform.and_then(|flag| flag.value.as_ref()) {
            entries.push(Entry::of("platform", self.expand(&value.text, value.span, lookup)));
        }
        entries.push(Entry::of("stage_ref", is_stage));
        let link = stage.map(|stage| Link { address: self.stages[stage].address.clone(), attribute: "".into() });
        if stage.is_none() && reference.as_str() != Some("scratch") {
            self.uses.extend(image::used(&reference));
        }
        entries.push(Entry::of("reference", reference));
        Value::map(entries, word.span).with_links(link)
    }

    /// The stage that a text names, by its name or number.
    fn stage_of(&self, text: &str) -> Option<usize> {
        let by_name = self.names.get(&text.to_ascii_lowercase()).copied();
        by_name.or_else(|| text.parse().ok().filter(|index| *index < self.stages.len()))
    }

    fn expand(&self, text: &str, span: Span, lookup: Lookup) -> Value {
        let variable = |name: &str| match lookup {
            Lookup::Globals => self.global(name, span),
            _ => self.variable(name, span),
        };
        let lookup: Option<&dyn Fn(&str) -> Value> = (lookup != Lookup::Nothing).then_some(&variable);
        Expander { lookup, escape: Some(self.escape), budget: &self.budget }.expand(text, span)
    }

    fn global(&self, name: &str, span: Span) -> Value {
        let unset = || unset(if PLATFORM.contains(&name) { Reason::Input } else { Reason::Undeclared }, name, span);
        self.globals.get(name).map_or_else(unset, |value| value.clone().used_at(span))
    }

    /// The value of a variable within the latest stage.
    fn variable(&self, name: &str, span: Span) -> Value {
        let Some(stage) = self.stages.last() else { return self.global(name, span) };
        let chain = || std::iter::successors(Some(stage), |stage| self.stages.get(stage.base?)).take(CHAIN);
        let declared =
            chain().find_map(|stage| stage.env.get(name)).or_else(|| chain().find_map(|stage| stage.args.get(name)));
        // What is declared nowhere may still be set by the base image.
        declared.map_or_else(|| unset(Reason::Environment, name, span), |value| value.clone().used_at(span))
    }

    fn finish(self, file: FileId) -> Part {
        let last = self.stages.len().saturating_sub(1);
        let mut facts = self.preamble.facts;
        for (index, stage) in self.stages.into_iter().enumerate() {
            stage.finish(index == last, &mut facts);
        }
        let scope = Scope::new(Dialect::Dockerfile, self.sources.get(file).path.as_str());
        let scopes = if facts.is_empty() { Vec::new() } else { vec![scope] };
        Part { scopes, facts, uses: self.uses, problems: Vec::new() }
    }
}

/// Where variables are looked up.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lookup {
    Globals,
    Stage,
    Nothing,
}

/// Whether a reference that is known in part may turn out to be the name of a stage.
fn may_be_stage(unknown: &Unknown) -> bool {
    !unknown.pieces.iter().any(|piece| match piece {
        Piece::Text(text) => text.contains(['/', ':', '@']),
        Piece::Hole(_) => false,
    })
}

/// The part of a span on its first line.
fn first_line(sources: &Sources, span: Span) -> Span {
    let text = sources.slice(span);
    let length = memchr::memchr(b'\n', text.as_bytes()).map_or(text, |end| &text[..end]).trim_end().len();
    Span::new(span.file, span.start as usize..span.start as usize + length)
}

fn fact(kind: &str, address: Arc<str>, body: Value, header: Span) -> Fact {
    let span = body.span;
    Fact {
        dialect: Dialect::Dockerfile,
        kind: kind.into(),
        address,
        scope: ScopeId(0),
        body,
        span,
        header,
        via: Vec::new(),
    }
}
