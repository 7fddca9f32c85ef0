//! Kustomizations, as far as they tell how whole the manifests around them are. They are not rendered.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::{Kind, Reason, Unknown, Unread, Value};
use crate::source::Sources;

use super::File;
use super::object::Object;

/// The paths of the files that are patches: what such a manifest leaves out, its base may have.
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

/// Says of all maps and lists of a patch that they may hold more than is written.
pub fn open(value: &mut Value) {
    let unknown = Arc::new(Unknown { reason: Reason::Expression("kustomize patch".into()), pieces: Vec::new() });
    open_with(value, &unknown);
}

fn open_with(value: &mut Value, unknown: &Arc<Unknown>) {
    match &mut value.kind {
        Kind::Map(map) => {
            map.open.get_or_insert_with(|| unknown.clone());
            map.entries.iter_mut().for_each(|entry| open_with(&mut entry.value, unknown));
        }
        Kind::List(list) => {
            list.open.get_or_insert_with(|| unknown.clone());
            list.items.iter_mut().for_each(|item| open_with(item, unknown));
        }
        _ => {}
    }
}

/// What a Kustomization takes from elsewhere: the folder's objects are then not all there are.
pub fn remote(object: &Object) -> Vec<Unread> {
    if !is_kustomization(&object.body) {
        return Vec::new();
    }
    let is_remote = |value: &&Value| {
        let text = value.as_str().unwrap_or_default();
        text.contains("://") || text.starts_with("github.com/") || text.starts_with("git@")
    };
    let unread = |value: &Value, what: &str| Unread { call: value.clone(), span: value.span, what: what.to_owned() };
    let bases = ["resources", "bases", "components"].into_iter().flat_map(|key| items(&object.body, key));
    let bases = bases.filter(is_remote).map(|value| unread(value, "a base from elsewhere"));
    let charts = items(&object.body, "helmCharts").iter().map(|value| unread(value, "a Helm chart"));
    bases.chain(charts).collect()
}

fn is_kustomization(document: &Value) -> bool {
    let is = |key: &str, test: &dyn Fn(&str) -> bool| document.get(key).and_then(Value::as_str).is_some_and(test);
    is("apiVersion", &|version| version.starts_with("kustomize."))
        && is("kind", &|kind| matches!(kind, "Kustomization" | "Component"))
}

fn items<'v>(document: &'v Value, key: &str) -> &'v [Value] {
    document.get(key).and_then(Value::as_list).map_or(&[], |list| &list.items)
}

/// A path as seen from a folder, relative to the root; none when it leads out of it or is no path.
fn resolve(folder: &str, path: &str) -> Option<String> {
    if path.contains('\n') {
        return None;
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()?),
            step => steps.push(step),
        }
    }
    Some(steps.join("/"))
}
