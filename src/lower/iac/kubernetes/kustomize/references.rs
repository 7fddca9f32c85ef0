//! Names that refer to other resources follow these when they are renamed.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Kind, Value};

use super::super::links::{BY_KEY, BY_PARENT};
use super::edit;
use super::resource::{Id, Resource};

/// Renames what refers to resources by a name that they had.
pub fn follow(resources: &mut [Resource]) {
    let mut index: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    let now: Vec<Id> = resources.iter().map(Resource::id).collect();
    for (at, resource) in resources.iter().enumerate() {
        for before in
            resource.before.iter().filter(|before| before.name != now[at].name || before.namespace != now[at].namespace)
        {
            let places = index.entry((before.kind.clone(), before.name.clone())).or_default();
            if places.last() != Some(&at) {
                places.push(at);
            }
        }
    }
    if index.is_empty() {
        return;
    }
    let names = Names { index, now: &now };
    for (at, resource) in resources.iter_mut().enumerate() {
        let id = &now[at];
        if !id.is_builtin() || id.kind == "CustomResourceDefinition" {
            continue;
        }
        if let Kind::Map(map) = &mut resource.body.kind {
            let skipped = ["apiVersion", "kind", "metadata", "data", "stringData"];
            for entry in map.entries.iter_mut().filter(|entry| !skipped.contains(&&*entry.key)) {
                names.walk(&mut entry.value, &entry.key, &id.namespace);
            }
        }
        if matches!(id.kind.as_str(), "Role" | "ClusterRole") {
            edit::visit(&mut resource.body, &["rules", "resourceNames"], None, &mut |list| {
                edit::scalars(list, &mut |name| names.rename_any(name, &["ConfigMap", "Secret"], &id.namespace));
            });
        }
    }
}

struct Names<'a> {
    /// Where a kind and a former name lead.
    index: BTreeMap<(String, String), Vec<usize>>,
    now: &'a [Id],
}

impl Names<'_> {
    /// Goes as deep as values nest, which the parser limits.
    fn walk(&self, value: &mut Value, parent: &str, namespace: &str) {
        match &mut value.kind {
            Kind::List(list) => list.items.iter_mut().for_each(|item| self.walk(item, parent, namespace)),
            Kind::Map(map) => {
                let beside = map.get("kind").and_then(Value::as_str).map(Arc::<str>::from);
                let by_parent = BY_PARENT.iter().find(|(key, _)| *key == parent).map(|(_, kind)| Arc::from(*kind));
                let kind = beside.or(by_parent);
                if let Some(kind) = kind.filter(|_| map.get("name").is_some()) {
                    self.reference(value, &kind, namespace);
                }
                let Kind::Map(map) = &mut value.kind else { return };
                for entry in &mut map.entries {
                    match BY_KEY.iter().find(|(key, _)| *key == &*entry.key) {
                        Some((_, kind)) => self.rename_any(&mut entry.value, &[*kind], namespace),
                        None => self.walk(&mut entry.value, &entry.key, namespace),
                    }
                }
            }
            _ => {}
        }
    }

    /// A map with a name and perhaps a namespace.
    fn reference(&self, value: &mut Value, kind: &str, namespace: &str) {
        let own = value.get("namespace").and_then(Value::as_str).map(str::to_owned);
        let Some(name) = edit::get_mut(value, "name") else { return };
        let found = name.as_str().and_then(|text| match &own {
            Some(own) => self.find_with(kind, text, own),
            // An account has a namespace, wherever the binding is.
            None if kind == "ServiceAccount" => self.find_with(kind, text, namespace),
            None => self.find(kind, text, namespace),
        });
        let Some(found) = found else { return };
        name.kind = Kind::String(found.name.as_str().into());
        let place = name.span;
        if own.is_some() || kind == "ServiceAccount" {
            edit::set(value, "namespace", Value::string(found.namespace.as_str(), place));
        }
    }

    fn rename_any(&self, value: &mut Value, kinds: &[&str], namespace: &str) {
        let found = value.as_str().and_then(|text| kinds.iter().find_map(|kind| self.find(kind, text, namespace)));
        if let Some(found) = found {
            value.kind = Kind::String(found.name.as_str().into());
        }
    }

    /// What had a name and is now where the referring resource is.
    fn find(&self, kind: &str, name: &str, namespace: &str) -> Option<&Id> {
        let found = self.index.get(&(kind.to_owned(), name.to_owned()))?;
        let here = |id: &&Id| id.is_cluster_wide() || id.namespace == namespace;
        found.iter().map(|at| &self.now[*at]).find(here)
    }

    /// What had a name, and has or had a namespace that is written.
    fn find_with(&self, kind: &str, name: &str, namespace: &str) -> Option<&Id> {
        let found = self.index.get(&(kind.to_owned(), name.to_owned()))?;
        let ids = || found.iter().map(|at| &self.now[*at]);
        ids().find(|id| id.namespace == namespace).or_else(|| if found.len() == 1 { ids().next() } else { None })
    }
}
