//! Kubernetes manifests to facts: one for each object, and for whatever runs pods one for the pod
//! specification and one for each container, so that a rule need not know where they stand.
//!
//! The manifests of a folder, or of a Helm chart, are one root: names in them are looked up there. Charts come
//! here rendered. Manifests that kustomizations are made of are judged as these build them, and not once more as
//! they stand.

mod braces;
mod declared;
mod kustomize;
mod links;
mod object;
mod pod;
mod select;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{Dialect, Fact, Part, Provider, Scope, ScopeId, Unread, Value};
use crate::source::{FileId, Problem, ProblemKind, SourceFile, Sources, Span};

pub use self::braces::open as open_templates;
pub use self::declared::declared;

use self::links::Names;
use self::object::Object;
use self::pod::Copies;
use self::select::Selection;
use super::helm::Release;

/// A file and the documents in it.
type File<'a> = (FileId, &'a [Value]);

/// The facts of all manifests, a part for each root that has some, in the order of paths.
#[must_use]
pub fn lower(sources: &Sources, files: &[File<'_>]) -> Vec<Part> {
    let built = kustomize::build(sources, files);
    let patches = kustomize::patches(sources, files);
    let charts: BTreeSet<&str> = sources.iter().filter_map(|(_, file)| chart(file)).collect();
    let mut roots: BTreeMap<&str, Vec<File<'_>>> = BTreeMap::new();
    for file in files.iter().filter(|(file, _)| !built.files.contains(file)) {
        let folder = sources.get(file.0).folder();
        let chart = ancestors(folder).find(|folder| charts.contains(folder));
        roots.entry(chart.unwrap_or(folder)).or_default().push(*file);
    }
    let loose = roots.into_iter().filter_map(|(path, mut files)| {
        files.sort_by_key(|(file, _)| (&sources.get(*file).path, *file));
        root(sources, loose(sources, path, &files, &patches))
    });
    let built = built.roots.into_iter().filter_map(|outcome| root(sources, kustomized(sources, outcome)));
    let mut parts: Vec<Part> = loose.chain(built).collect();
    parts.sort_by(|one, other| one.scopes[0].path.cmp(&other.scopes[0].path));
    parts
}

/// The facts of a chart as it would be installed.
#[must_use]
pub fn lower_release(sources: &Sources, release: Release) -> Part {
    let files: Vec<File<'_>> = release.files.iter().map(|(file, documents)| (*file, &documents[..])).collect();
    let mut root = loose(sources, &release.folder, &files, &BTreeSet::new());
    root.unread.extend(release.unread);
    let root = Root { variant: release.variant, problems: release.problems, ..root };
    self::root(sources, root).unwrap_or_default()
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

/// The texts that are mounted as files, by the names of these.
#[must_use]
pub fn held_files(documents: &[Value]) -> Vec<(&str, &Value)> {
    let maps = documents.iter().filter_map(|document| match document.get("kind").and_then(Value::as_str)? {
        "ConfigMap" => document.get("data")?.as_map(),
        "Secret" => document.get("stringData")?.as_map(),
        _ => None,
    });
    maps.flat_map(|map| &map.entries).map(|entry| (&*entry.key, &entry.value)).collect()
}

/// What is deployed as one, before its names are looked up.
#[derive(Default)]
struct Root {
    path: String,
    variant: Option<String>,
    objects: Vec<Object>,
    unread: Vec<Unread>,
    problems: Vec<Problem>,
}

/// The manifests of a folder as they stand.
fn loose(sources: &Sources, path: &str, files: &[File<'_>], patches: &BTreeSet<String>) -> Root {
    let mut root = Root { path: path.to_owned(), ..Root::default() };
    for (file, documents) in files {
        let before = root.objects.len();
        for document in documents.iter().filter(|document| is_manifest(document)) {
            object::unfold(sources, document, &mut root.objects, &mut root.unread);
        }
        if patches.contains(&sources.get(*file).path) {
            root.objects[before..].iter_mut().for_each(|object| kustomize::open(&mut object.body));
        }
    }
    root
}

/// What a kustomization builds. Overlays of one base are variants of it: there what they build is called as
/// in its file, whatever each of them makes of the name.
fn kustomized(sources: &Sources, outcome: kustomize::Outcome) -> Root {
    let kustomize::Outcome { path, base, built, unread, problems, .. } = outcome;
    let mut root = Root { path, unread, problems, ..Root::default() };
    for resource in built.iter().filter(|resource| is_manifest(&resource.body)) {
        let before = root.objects.len();
        object::unfold(sources, &resource.body, &mut root.objects, &mut root.unread);
        if let (Some(first), Some(_), Some(object)) = (resource.before.first(), &base, root.objects.get_mut(before))
            && !first.name.is_empty()
        {
            object.address = format!("{}/{}/{}", first.kind, first.namespace, first.name).into();
        }
        // A kustomization has no name but its folder's.
        if let Some(object) = root.objects.get_mut(before)
            && kustomize::is_kustomization(&object.body)
        {
            object.address = format!("{}/{}", object.kind, sources.get(object.body.span.file).folder()).into();
        }
    }
    if let Some(base) = base {
        root.variant = Some(std::mem::replace(&mut root.path, base));
    }
    root
}

fn root(sources: &Sources, root: Root) -> Option<Part> {
    let Root { path, variant, mut objects, unread, problems } = root;
    let mut part = Part { problems, ..Part::default() };
    let Some(first) = objects.first().map(|object| object.body.span) else {
        part.scopes.push(Scope { variant, unread, ..Scope::new(Dialect::Kubernetes, path) });
        return (!part.problems.is_empty()).then_some(part);
    };
    object::tell_apart(&mut objects);

    let names = Names::new(&objects);
    let mut selection = Selection::new(sources, &objects);
    for object in &mut objects {
        names.link(sources, object);
        selection.link(sources, object);
    }
    if selection.is_spent() {
        part.problems.push(limit(sources, first, "more selectors and pods than are matched with each other"));
    }
    let mut copies = Copies::default();
    for object in objects {
        emit(sources, object, &mut copies, &mut part);
    }
    let provider = Provider { minimum: None, below: None, span: Some(first) };
    let providers = BTreeMap::from([("kubernetes".to_owned(), provider)]);
    part.scopes.push(Scope { variant, unread, providers, ..Scope::new(Dialect::Kubernetes, path) });
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
