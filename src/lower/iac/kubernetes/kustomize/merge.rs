//! Strategic merge: a patch has the shape of what it changes.
//!
//! Lists whose items have a name of their own are merged item by item, for the kinds that Kubernetes
//! itself serves; all others are replaced, as kustomize does it.

use crate::model::{Entry, Kind, List, Map, Value};

/// Lists that are merged, and the keys that tell their items apart: the first one that an item has.
const KEYS: [(&str, &[&str]); 17] = [
    ("conditions", &["type"]),
    ("containers", &["name"]),
    ("env", &["name"]),
    ("ephemeralContainers", &["name"]),
    ("hostAliases", &["ip"]),
    ("imagePullSecrets", &["name"]),
    ("initContainers", &["name"]),
    ("matchConditions", &["name"]),
    ("ownerReferences", &["uid"]),
    ("ports", &["containerPort", "port"]),
    ("resourceClaims", &["name"]),
    ("secrets", &["name"]),
    ("topologySpreadConstraints", &["topologyKey"]),
    ("volumeDevices", &["devicePath"]),
    ("volumeMounts", &["mountPath"]),
    ("volumes", &["name"]),
    ("webhooks", &["name"]),
];

/// Keys that tell items of the same first key apart.
const SECOND: [(&str, &str); 2] = [("ports", "protocol"), ("topologySpreadConstraints", "whenUnsatisfiable")];

/// Merges a patch into a resource. Whether the resource is left: a patch may delete it.
pub fn merge(target: &mut Value, patch: &Value, builtin: bool) -> bool {
    match directive(patch) {
        Some("delete") => return false,
        Some("replace") => *target = plain(patch.clone()),
        _ => value(target, patch, builtin),
    }
    true
}

fn directive(patch: &Value) -> Option<&str> {
    patch.get("$patch").and_then(Value::as_str)
}

/// Goes as deep as patches nest, which the parser limits.
fn value(target: &mut Value, patch: &Value, builtin: bool) {
    match (&mut target.kind, &patch.kind) {
        (Kind::Map(old), Kind::Map(new)) => map(old, new, builtin),
        (Kind::Unknown(unknown), Kind::Map(_)) => {
            let open = Some(unknown.clone());
            *target = plain(patch.clone());
            if let Kind::Map(map) = &mut target.kind {
                map.open = open;
            }
        }
        _ => *target = plain(patch.clone()),
    }
}

fn map(target: &mut Map, patch: &Map, builtin: bool) {
    if target.open.is_none() {
        target.open.clone_from(&patch.open);
    }
    for entry in patch.entries.iter().filter(|entry| !entry.key.starts_with('$')) {
        let at = target.entries.iter().rposition(|old| old.key == entry.key);
        let deletes = entry.value.is_null() || directive(&entry.value) == Some("delete");
        match at {
            _ if deletes => target.entries.retain(|old| old.key != entry.key),
            None => target.entries.push(Entry { value: plain(entry.value.clone()), ..entry.clone() }),
            Some(at) => self::entry(&mut target.entries[at], entry, builtin),
        }
    }
}

/// One key that both have.
fn entry(old: &mut Entry, new: &Entry, builtin: bool) {
    let replaces = directive(&new.value) == Some("replace");
    match (&mut old.value.kind, &new.value.kind) {
        (Kind::Map(_) | Kind::Unknown(_), Kind::Map(_)) if !replaces => value(&mut old.value, &new.value, builtin),
        (Kind::List(items), Kind::List(patch)) if builtin && !patch.items.iter().any(replaces_list) => {
            if !list(&new.key, items, patch) {
                *old = Entry { value: plain(new.value.clone()), ..new.clone() };
            }
        }
        _ => *old = Entry { value: plain(new.value.clone()), ..new.clone() },
    }
}

/// An item that says that the list is to be replaced by the others.
fn replaces_list(item: &Value) -> bool {
    directive(item) == Some("replace") && item.as_map().is_some_and(|map| map.entries.len() == 1)
}

/// Merges a list by the keys of its items; whether it is one of those lists.
fn list(name: &str, target: &mut List, patch: &List) -> bool {
    if name == "finalizers" {
        let is_new = |item: &&Value| !target.items.iter().any(|old| same(Some(old), Some(item)));
        let new: Vec<Value> = patch.items.iter().filter(is_new).cloned().collect();
        target.items.splice(0..0, new);
        return true;
    }
    let Some((_, keys)) = KEYS.iter().find(|(list, _)| *list == name) else { return false };
    if !target.items.iter().chain(&patch.items).all(|item| item.as_map().is_some()) {
        return false;
    }
    let second = SECOND.iter().find(|(list, _)| *list == name).map(|(_, key)| *key);
    // What the patch names comes first and in its order, as kustomize has it.
    let mut first = Vec::new();
    for item in &patch.items {
        let Some(key) = keys.iter().find(|key| item.get(key).is_some()) else {
            first.push(plain(item.clone()));
            continue;
        };
        let by_first = |old: &Value| same(old.get(key), item.get(key));
        let by_second = |old: &Value| second.is_none_or(|second| same(old.get(second), item.get(second)));
        let at = target.items.iter().position(|old| by_first(old) && by_second(old));
        match (at, directive(item)) {
            (Some(at), Some("delete")) => drop(target.items.remove(at)),
            (Some(at), _) => {
                let mut old = target.items.remove(at);
                value(&mut old, item, true);
                first.push(old);
            }
            (None, Some("delete")) => {}
            // Kustomize loses an item that leaves out the protocol of the port that it means.
            (None, _)
                if second.is_some_and(|second| item.get(second).is_none()) && target.items.iter().any(by_first) => {}
            (None, _) => first.push(plain(item.clone())),
        }
    }
    target.items.splice(0..0, first);
    if target.open.is_none() {
        target.open.clone_from(&patch.open);
    }
    true
}

/// Whether two scalars are the same, or both are not there.
pub fn same(one: Option<&Value>, other: Option<&Value>) -> bool {
    match (one.map(|value| &value.kind), other.map(|value| &value.kind)) {
        (None | Some(Kind::Null), None | Some(Kind::Null)) => true,
        (Some(Kind::String(one)), Some(Kind::String(other))) => one == other,
        (Some(Kind::Number(one)), Some(Kind::Number(other))) => one.total_cmp(other).is_eq(),
        (Some(Kind::Bool(one)), Some(Kind::Bool(other))) => one == other,
        _ => false,
    }
}

/// A part of a patch without its directives and without what it takes away.
fn plain(mut value: Value) -> Value {
    strip(&mut value);
    value
}

fn strip(value: &mut Value) {
    match &mut value.kind {
        Kind::Map(map) => {
            map.entries.retain(|entry| !entry.value.is_null() && &*entry.key != "$patch");
            map.entries.iter_mut().for_each(|entry| strip(&mut entry.value));
        }
        Kind::List(list) => {
            let is_directive = |item: &Value| replaces_list(item) || directive(item) == Some("delete");
            list.items.retain(|item| !is_directive(item));
            list.items.iter_mut().for_each(strip);
        }
        _ => {}
    }
}
