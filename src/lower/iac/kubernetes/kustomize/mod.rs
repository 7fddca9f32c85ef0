//! Kustomizations: what they build is judged, as it is deployed, and not the manifests that they are made
//! of. Every root (a kustomization that no other one takes in) is a scope of its own.
//!
//! What is built agrees with `kubectl kustomize`, but for the hashes behind generated names. Nothing is
//! taken from elsewhere, no plugin and no chart is run: what they would add is unread.

mod build;
mod edit;
mod generate;
mod inline;
mod merge;
mod operations;
mod references;
mod replacement;
mod resource;
#[cfg(test)]
mod tests;
mod transform;

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Unread, Value};
use crate::parse;
use crate::source::{FileId, Problem, Sources};

use self::build::{Builder, resolve};
use self::resource::Resource;
use super::File;

/// How many values all roots together may copy: a few hundred megabytes.
const VALUES: usize = 2_000_000;

/// A file that says what is to be built of a folder.
pub struct Kustomization {
    /// The folder.
    pub folder: String,
    file: FileId,
    body: Value,
    is_component: bool,
}

/// What a root builds.
#[derive(Default)]
pub struct Outcome {
    /// The folder of the root.
    pub path: String,
    /// The base that it has in common with other roots.
    pub base: Option<String>,
    /// The resources.
    pub built: Vec<Resource>,
    /// What is not read of it.
    pub unread: Vec<Unread>,
    /// Trouble met.
    pub problems: Vec<Problem>,
    /// The folders of all kustomizations that it is made of.
    pub kustomizations: BTreeSet<String>,
}

/// What all kustomizations of a repository build.
pub struct Built {
    /// The roots, in the order of their folders.
    pub roots: Vec<Outcome>,
    /// The files that they are made of.
    pub files: BTreeSet<FileId>,
}

/// Builds all roots.
pub fn build(sources: &Sources, files: &[File<'_>]) -> Built {
    let by_id: BTreeMap<FileId, &[Value]> = files.iter().copied().collect();
    let known = kustomizations(sources, &by_id);
    let mut builder = Builder::new(sources, by_id, &known, VALUES);
    let mut used: BTreeSet<String> = BTreeSet::new();
    for kustomization in known.values() {
        let others = ["resources", "bases", "components"].into_iter().flat_map(|key| items(&kustomization.body, key));
        let others = others.filter_map(|entry| resolve(&kustomization.folder, entry.as_str()?));
        used.extend(others.filter(|folder| *folder != kustomization.folder));
    }
    let mut roots: Vec<Outcome> = Vec::new();
    let mut reached: BTreeSet<String> = BTreeSet::new();
    let deployable: Vec<&Kustomization> = known.values().filter(|kustomization| !kustomization.is_component).collect();
    // Those that take each other in have no root: any of them is one.
    for takes_in in [false, true] {
        for kustomization in &deployable {
            if used.contains(&kustomization.folder) == takes_in && !reached.contains(&kustomization.folder) {
                let root = builder.root(&kustomization.folder);
                reached.extend(root.kustomizations.iter().cloned());
                roots.push(root);
            }
        }
    }
    share(&known, &mut roots);
    roots.sort_by(|one, other| one.path.cmp(&other.path));
    Built { roots, files: builder.touched }
}

/// Notes of each root the first base that another root takes in too.
fn share(known: &BTreeMap<String, Kustomization>, roots: &mut [Outcome]) {
    let bases = |root: &Outcome| -> Vec<String> {
        let Some(kustomization) = known.get(&root.path) else { return Vec::new() };
        let entries = ["resources", "bases"].into_iter().flat_map(|key| items(&kustomization.body, key));
        let folders = entries.filter_map(|entry| resolve(&kustomization.folder, entry.as_str()?));
        folders.filter(|folder| known.contains_key(folder)).collect()
    };
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    for root in roots.iter() {
        bases(root)
            .into_iter()
            .collect::<BTreeSet<_>>()
            .into_iter()
            .for_each(|base| *uses.entry(base).or_default() += 1);
    }
    for root in roots {
        root.base = bases(root).into_iter().find(|base| uses.get(base).is_some_and(|uses| *uses > 1));
    }
}

/// The kustomizations by folder, the first one of each.
fn kustomizations(sources: &Sources, files: &BTreeMap<FileId, &[Value]>) -> BTreeMap<String, Kustomization> {
    let mut known = BTreeMap::new();
    for (id, file) in sources.iter() {
        if !matches!(file.name(), "kustomization.yaml" | "kustomization.yml" | "Kustomization") {
            continue;
        }
        let body = match files.get(&id) {
            Some(documents) => documents.first().cloned(),
            None => parse::yaml::parse(id, &file.text).tree.into_iter().next(),
        };
        let Some(body) = body.filter(|body| body.as_map().is_some() && is_kustomization(body)) else { continue };
        let is_component = body.get("kind").and_then(Value::as_str) == Some("Component");
        let kustomization = Kustomization { folder: file.folder().to_owned(), file: id, body, is_component };
        known.entry(file.folder().to_owned()).or_insert(kustomization);
    }
    known
}

/// Whether a document is a kustomization, as one of that file's name is. Kind and version may be left out;
/// Flux has another kind of the same name.
pub fn is_kustomization(document: &Value) -> bool {
    let is =
        |key: &str, test: &dyn Fn(&str) -> bool| document.get(key).is_none_or(|value| value.as_str().is_some_and(test));
    is("apiVersion", &|version| version.starts_with("kustomize.config.k8s.io/"))
        && is("kind", &|kind| matches!(kind, "Kustomization" | "Component"))
}

/// The paths of patches of kustomizations that no root uses: what such a manifest leaves out, its base has.
pub fn patches(sources: &Sources, files: &[File<'_>]) -> BTreeSet<String> {
    let mut patches = BTreeSet::new();
    for (file, documents) in files {
        let source = sources.get(*file);
        let named = source.name().to_ascii_lowercase().starts_with("kustomization");
        for document in documents.iter().filter(|document| named || is_kustomization(document)) {
            let paths = items(document, "patches").iter().filter_map(|patch| patch.get("path"));
            let paths = paths.chain(items(document, "patchesStrategicMerge")).filter_map(Value::as_str);
            patches.extend(paths.filter_map(|path| resolve(source.folder(), path)));
        }
    }
    patches
}

/// Says of a patch that it may hold more than is written.
pub fn open(value: &mut Value) {
    edit::open(value, "kustomize patch");
}

fn items<'v>(document: &'v Value, key: &str) -> &'v [Value] {
    document.get(key).and_then(Value::as_list).map_or(&[], |list| &list.items)
}
