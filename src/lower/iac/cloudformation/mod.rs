//! AWS CloudFormation and SAM templates: each is a root, each of its resources a fact.
//!
//! A fact's body is the resource's properties, evaluated; beside them stand what is written on the resource
//! itself: `DeletionPolicy`, `DependsOn` and the like. Parameters are worth their defaults. SAM resources keep
//! their own types, with `Globals` merged into them. A template that another one nests is no root: its
//! resources are facts of the root, with the values that they are given there.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::model::{Dialect, Entry, Fact, Kind, Map, Part, Provider, Scope, ScopeId, Unread, Value};
use crate::source::{FileId, Sources, Span};

mod conditions;
mod evaluate;
mod functions;
mod globals;
mod parameter;
mod set;
mod stack;
mod template;
#[cfg(test)]
mod tests;
mod text;
mod trace;
mod variants;

use super::either;
use evaluate::{Env, Evaluator};
use globals::Globals;
use set::Set;
use trace::Traces;
use variants::{Variant, Variants};

/// What stands beside a resource's properties and is kept among them.
const BESIDE_PROPERTIES: [&str; 5] = ["DeletionPolicy", "UpdateReplacePolicy", "DependsOn", "Metadata", "Condition"];

/// Whether a document is a template.
#[must_use]
pub fn is_template(document: &Value) -> bool {
    template::is_template(document)
}

/// Lowers all files that hold templates: a part for each root, in the order of the files.
#[must_use]
pub fn lower(sources: &Sources, files: &[(FileId, Vec<Value>)]) -> Vec<Part> {
    let set = Set::new(sources, files);
    let variants = Variants::new(sources);
    let traces = Traces::new(sources, files);
    let roots = stack::roots(sources, &set);
    let parts = roots.par_iter().flat_map_iter(|root| {
        let (variants, problem) = variants.of(sources, &set, *root);
        let mut parts: Vec<Part> =
            variants.into_iter().filter_map(|variant| lower_root(sources, &set, *root, variant)).collect();
        parts.iter_mut().for_each(|part| traces.add(&mut part.facts));
        if let Some(first) = parts.first_mut() {
            first.problems.extend(problem);
        }
        parts
    });
    parts.collect()
}

fn lower_root(sources: &Sources, set: &Set<'_>, root: usize, variant: Variant) -> Option<Part> {
    let stack = Evaluator::root(sources, set, root, variant.given)?;
    let mut part = Part::default();
    let mut unread = Vec::new();
    Lowering::new(&stack, &mut part.facts, &mut unread, &[]).template();
    let first = set.documents[root].value.as_map().and_then(|map| map.entries.first());
    let provider = Provider { minimum: None, below: None, span: first.map(|entry| entry.key_span) };
    part.scopes.push(Scope {
        variant: variant.name,
        unread,
        providers: [("aws".to_owned(), provider)].into(),
        ..Scope::new(Dialect::Cloudformation, &sources.get(stack.file).path)
    });
    Some(part)
}

/// Makes the facts of one stack.
struct Lowering<'l, 't> {
    evaluator: &'l Evaluator<'t>,
    globals: Globals,
    facts: &'l mut Vec<Fact>,
    unread: &'l mut Vec<Unread>,
    /// The resources that it is nested by, outermost first.
    via: &'l [Span],
}

impl<'l, 't> Lowering<'l, 't> {
    fn new(
        evaluator: &'l Evaluator<'t>,
        facts: &'l mut Vec<Fact>,
        unread: &'l mut Vec<Unread>,
        via: &'l [Span],
    ) -> Self {
        Self { evaluator, globals: Globals::default(), facts, unread, via }
    }

    fn template(&mut self) {
        self.transforms();
        let resources = self.evaluator.template.resources;
        // Of a name that is repeated the last counts.
        let last: BTreeMap<_, _> = resources.iter().enumerate().map(|(index, entry)| (&entry.key, index)).collect();
        for (index, entry) in resources.iter().enumerate() {
            if last.get(&entry.key) == Some(&index) {
                self.resources(entry);
            }
        }
    }

    /// A macro may rewrite the whole template, and an included file may hold any of it.
    fn transforms(&mut self) {
        for transform in &self.evaluator.template.transforms {
            let name = transform.as_str().or_else(|| transform.get("Name")?.as_str()).unwrap_or("?");
            if !name.starts_with("AWS::") || name == "AWS::Include" {
                self.unread.push(Unread {
                    call: (*transform).clone(),
                    span: transform.span,
                    what: format!("what macro '{name}' adds"),
                });
            }
        }
    }

    /// The resources that an entry of `Resources` stands for.
    fn resources(&mut self, entry: &Entry) {
        let evaluator = self.evaluator;
        let result = evaluator.entry(entry, Env::default(), &mut |name, key_span, body, env| {
            self.resource(name, key_span, body, env);
        });
        let is_included = &*entry.key == "Fn::Transform";
        if result.is_err() || is_included {
            let what = if is_included { "what a transform adds".to_owned() } else { format!("loop '{}'", entry.key) };
            self.unread.push(Unread { call: entry.value.clone(), span: entry.key_span, what });
        }
    }

    fn resource(&mut self, name: &str, key_span: Span, body: &Value, env: Env<'_>) {
        let evaluator = self.evaluator;
        let Some(Ok(kind)) = body.get("Type").map(|kind| evaluator.text(kind, env)) else {
            let what = format!("resource '{name}', which has no known type,");
            return self.unread.push(Unread { call: body.clone(), span: key_span, what });
        };
        let condition = body.get("Condition").and_then(Value::as_str);
        if condition.is_some_and(|condition| evaluator.holds(condition, env) == Some(false)) {
            return;
        }
        let written = body.get("Properties");
        let properties = written.and_then(|properties| evaluator.value(properties, env));
        let span = properties.as_ref().map_or(body.span, |properties| properties.span);
        let trace = properties.as_ref().and_then(|properties| properties.trace.clone());
        let mut map = match properties.map(|properties| properties.kind) {
            Some(Kind::Map(map)) => map,
            Some(Kind::Unknown(unknown)) => Map { entries: Vec::new(), open: Some(unknown) },
            _ => Map::default(),
        };
        self.globals.apply(evaluator, &kind, written, &mut map);
        for beside in BESIDE_PROPERTIES {
            let entry = body.as_map().and_then(|map| map.entry(beside)).filter(|_| map.get(beside).is_none());
            if let Some((entry, value)) = entry.and_then(|entry| Some((entry, evaluator.value(&entry.value, env)?))) {
                map.entries.push(Entry { key: entry.key.clone(), key_span: entry.key_span, value });
            }
        }
        let body_value = Value { kind: Kind::Map(map), span, trace };
        self.facts.push(Fact {
            dialect: Dialect::Cloudformation,
            kind: kind.as_str().into(),
            address: format!("{}{name}", evaluator.prefix).into(),
            scope: ScopeId(0),
            body: body_value.clone(),
            span: key_span.to(body.span),
            header: key_span,
            via: self.via.to_vec(),
        });
        self.nested(name, &kind, &body_value, key_span);
    }

    /// Lowers a resource that is a stack of its own, or notes that its template is not one of the scan.
    fn nested(&mut self, name: &str, kind: &str, body: &Value, span: Span) {
        let what = match stack::location_of(kind) {
            Some(_) => match self.evaluator.stack(name, kind, body) {
                Some(stack) => {
                    let via: Vec<Span> = self.via.iter().copied().chain([span]).collect();
                    return Lowering::new(&stack, self.facts, self.unread, &via).template();
                }
                None => "nested stack",
            },
            None if kind.ends_with("::MODULE") => "module",
            None => return,
        };
        self.unread.push(Unread { call: body.clone(), span, what: format!("{what} '{name}'") });
    }
}
