//! Kubernetes manifests to facts: one for each object, and for whatever runs pods one for the pod
//! specification and one for each container, so that a rule need not know where they stand.
//!
//! The manifests of a folder, or of a Helm chart, are one root: names in them are looked up there. Nothing
//! is rendered: a Kustomization is an object like any other, what it patches is known in part, and what a
//! template does not tell is unknown.

mod kustomize;
mod links;
mod object;
mod pod;
mod select;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{Dialect, Fact, Part, Provider, Scope, ScopeId, Value};
use crate::source::{FileId, Problem, ProblemKind, SourceFile, Sources, Span};

use self::links::Names;
use self::object::Object;
use self::pod::Copies;
use self::select::Selection;

/// A file and the documents in it.
type File<'a> = (FileId, &'a [Value]);

/// The facts of all manifests, a part for each root that has some, in the order of paths.
#[must_use]
pub fn lower(sources: &Sources, files: &[File<'_>]) -> Vec<Part> {
    let patches = kustomize::patches(sources, files);
    let charts: BTreeSet<&str> = sources.iter().filter_map(|(_, file)| chart(file)).collect();
    let mut roots: BTreeMap<&str, Vec<File<'_>>> = BTreeMap::new();
    for file in files {
        let folder = sources.get(file.0).folder();
        let chart = ancestors(folder).find(|folder| charts.contains(folder));
        roots.entry(chart.unwrap_or(folder)).or_default().push(*file);
    }
    let lowered = roots.into_iter().map(|(path, mut files)| {
        files.sort_by_key(|(file, _)| (&sources.get(*file).path, *file));
        root(sources, path, &files, &patches)
    });
    lowered.flatten().collect()
}

/// The folder of a Helm chart, if the file is what makes it one.
fn chart(file: &SourceFile) -> Option<&str> {
    matches!(file.name(), "Chart.yaml" | "Chart.yml").then(|| file.folder())
}

/// A folder and those it is in, innermost first.
fn ancestors(folder: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(folder), |folder| {
        if folder.is_empty() { None } else { Some(folder.rsplit_once('/').map_or("", |(parent, _)| parent)) }
    })
}

/// Whether a document is a manifest: it has an `apiVersion` and a `kind`.
#[must_use]
pub fn is_manifest(document: &Value) -> bool {
    let has_version = document.get("apiVersion").is_some_and(|version| !version.is_null());
    has_version && document.get("kind").and_then(Value::as_str).is_some_and(|kind| !kind.is_empty())
}

fn root(sources: &Sources, path: &str, files: &[File<'_>], patches: &BTreeSet<String>) -> Option<Part> {
    let mut unread = Vec::new();
    let mut objects = Vec::new();
    for (file, documents) in files {
        let before = objects.len();
        for document in documents.iter().filter(|document| is_manifest(document)) {
            object::unfold(sources, document, &mut objects, &mut unread);
        }
        if patches.contains(&sources.get(*file).path) {
            objects[before..].iter_mut().for_each(|object| kustomize::open(&mut object.body));
        }
    }
    let first = objects.first()?.body.span;
    object::tell_apart(&mut objects);

    let names = Names::new(&objects);
    let mut selection = Selection::new(sources, &objects);
    for object in &mut objects {
        names.link(sources, object);
        selection.link(sources, object);
    }
    let mut problems = Vec::new();
    if selection.is_spent() {
        problems.push(limit(sources, first, "more selectors and pods than are matched with each other"));
    }
    let mut part = Part { problems, ..Part::default() };
    let mut copies = Copies::default();
    for object in objects {
        unread.extend(kustomize::remote(&object));
        emit(sources, object, &mut copies, &mut part);
    }
    let provider = Provider { minimum: None, below: None, span: Some(first) };
    let providers = BTreeMap::from([("kubernetes".to_owned(), provider)]);
    part.scopes.push(Scope { unread, providers, ..Scope::new(Dialect::Kubernetes, path) });
    Some(part)
}

/// The facts of one object.
fn emit(sources: &Sources, object: Object, copies: &mut Copies, part: &mut Part) {
    let derived = pod::derive(sources, &object, copies);
    let span = object.body.span;
    part.facts.push(fact(object.kind, object.address, object.body, span, object.header));
    for (kind, derived) in derived {
        if kind == "Container"
            && let Some(image) = derived.body.get("image")
        {
            part.uses.extend(super::image::used(image));
        }
        part.facts.push(fact(kind.into(), derived.address, derived.body, derived.span, derived.header));
    }
}

fn limit(sources: &Sources, span: Span, message: &str) -> Problem {
    Problem::at(ProblemKind::Limit, sources.get(span.file).path.clone(), span, message)
}

fn fact(kind: Arc<str>, address: Arc<str>, body: Value, span: Span, header: Span) -> Fact {
    Fact { dialect: Dialect::Kubernetes, kind, address, scope: ScopeId(0), body, span, header, via: Vec::new() }
}
