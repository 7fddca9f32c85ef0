//! Azure's templates to facts: Bicep and JSON, evaluated as far as the repository tells.
//!
//! A root is a template that no other deploys. It is evaluated with the templates that it deploys, once for
//! each file of parameters that fits it, or with the defaults alone where there is none. A fact's kind is the
//! resource's type, its body the resource as Azure's interface takes it, with four attributes of its own form:
//! `name` is the last of the resource's names, `parent` and `scope` are ids that link to the facts of what it
//! belongs to and what it extends, and `apiVersion` is the version that the type is written with.

mod azapi;
mod bicep;
mod emit;
mod engine;
mod eval;
mod functions;
mod identity;
mod json;
mod reference;
mod spelling;
mod template;
#[cfg(test)]
mod tests;
mod values;
mod variants;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use rayon::prelude::*;

use crate::model::{Dialect, Part, Provider, Scope, ScopeId, Value};
use crate::parse::arm::syntax;
use crate::source::{FileId, ProblemKind, Sources, Span};

pub use azapi::add_azapi;
use emit::{Emitter, Output};
use engine::{Engine, Instance, find};
pub use spelling::Spelling;
use template::Template;
use variants::Given;

/// A file of the language.
#[derive(Debug)]
pub enum Document {
    /// A template, or a file of parameters, in Bicep.
    Bicep(syntax::File),
    /// The same in JSON.
    Json(Value),
}

/// Whether a document is a template or a file of parameters for one.
#[must_use]
pub fn is_document(document: &Value) -> bool {
    json::is_template(document) || json::is_parameters(document)
}

/// Lowers all templates of a scan: one part for each root, in the order of their paths.
#[must_use]
pub fn lower(sources: &Sources, documents: Vec<(FileId, Document)>, spelling: &Spelling) -> Vec<Part> {
    let mut templates = BTreeMap::new();
    let mut given = Vec::new();
    for (file, document) in documents {
        match document {
            Document::Bicep(tree) if is_bicep_parameters(&sources.get(file).path) => {
                given.push((file, Given::Bicep(Box::new(bicep::template(file, tree, true)))));
            }
            Document::Bicep(tree) => {
                templates.insert(file, bicep::template(file, tree, false));
            }
            Document::Json(document) if json::is_template(&document) => {
                templates.insert(file, json::template(file, &document));
            }
            Document::Json(document) => given.push((file, Given::Json(json::given(&document)))),
        }
    }
    let roots = roots(sources, &templates);
    let mut variants = variants::by_template(sources, &templates, &roots, &given);
    let roots: Vec<(FileId, Vec<FileId>)> =
        roots.into_iter().map(|root| (root, variants.remove(&root).unwrap_or_default())).collect();
    let given: BTreeMap<FileId, Given> = given.into_iter().collect();
    roots.par_iter().map(|(root, files)| lower_root(sources, &templates, &given, spelling, (*root, files))).collect()
}

fn is_bicep_parameters(path: &str) -> bool {
    path.ends_with(".bicepparam")
}

/// One root as one part, whose scopes are its variants.
fn lower_root(
    sources: &Sources,
    templates: &BTreeMap<FileId, Template>,
    given: &BTreeMap<FileId, Given>,
    spelling: &Spelling,
    (root, files): (FileId, &[FileId]),
) -> Part {
    let mut part = Part::default();
    let variants: Vec<Option<FileId>> =
        if files.is_empty() { vec![None] } else { files.iter().copied().map(Some).collect() };
    for variant in variants {
        let engine = Engine::new(sources, templates);
        let template = &templates[&root];
        let arguments = match variant {
            Some(file) => variants::arguments(&engine, given, file, template),
            None => BTreeMap::new(),
        };
        let instance = Rc::new(Instance::new(template, arguments, None));
        let scope = ScopeId(u32::try_from(part.scopes.len()).unwrap_or(u32::MAX));
        let mut emitter = Emitter { engine: &engine, spelling, scope, output: Output::default() };
        emitter.template(&instance);
        let Output { mut facts, identities } = emitter.output;
        identity::settle(&mut facts, &identities);
        if engine.is_exhausted() {
            let message = "its evaluation takes too many steps: not all is known".to_owned();
            engine.report(ProblemKind::Limit, Span::top(root), message);
        }
        let unread = engine.unread.take();
        for problem in engine.problems.take() {
            if !part.problems.contains(&problem) {
                part.problems.push(problem);
            }
        }
        if facts.is_empty() && unread.is_empty() {
            continue;
        }
        part.facts.extend(facts);
        part.scopes.push(Scope {
            dialect: Dialect::Arm,
            path: sources.get(root).path.clone(),
            variant: variant.map(|file| sources.get(file).path.clone()),
            unread,
            providers: [("azure".to_owned(), Provider { span: Some(Span::top(root)), ..Provider::default() })].into(),
        });
    }
    part
}

/// The templates that no other deploys. Of templates that deploy each other in a circle, the first is one.
fn roots(sources: &Sources, templates: &BTreeMap<FileId, Template>) -> Vec<FileId> {
    let find = |from: FileId, path: &str| find(sources, from, path).filter(|file| templates.contains_key(file));
    let mut deployed: BTreeMap<FileId, Vec<FileId>> = BTreeMap::new();
    for (file, template) in templates {
        let mut found = Vec::new();
        reference::callees(template, &find, &mut found);
        deployed.insert(*file, found);
    }
    let called: BTreeSet<FileId> = deployed.values().flatten().copied().collect();
    let mut reached: BTreeSet<FileId> = BTreeSet::new();
    let mut roots = Vec::new();
    let candidates = templates.keys().copied().filter(|file| !is_made_from_another(sources, templates, *file));
    let (later, first): (Vec<FileId>, Vec<FileId>) = candidates.partition(|file| called.contains(file));
    for file in first.into_iter().chain(later) {
        if reached.contains(&file) {
            continue;
        }
        roots.push(file);
        let mut ahead = vec![file];
        while let Some(file) = ahead.pop() {
            if reached.insert(file) {
                ahead.extend(deployed.get(&file).into_iter().flatten());
            }
        }
    }
    roots.sort_unstable();
    roots
}

/// Whether a program made a template out of a Bicep file that is judged itself.
fn is_made_from_another(sources: &Sources, templates: &BTreeMap<FileId, Template>, file: FileId) -> bool {
    let source = sources.get(file);
    let stem = source.name().rsplit_once('.').map_or(source.name(), |(stem, _)| stem);
    let beside = |name: &str| find(sources, file, &format!("{name}.bicep")).is_some();
    templates[&file].generated && (beside(stem) || beside("main"))
}
