//! Names in manifests that name other objects of the folder.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Kind, Link, Map, Value};
use crate::source::Sources;

use super::object::{Object, identity};

/// Keys whose value names an object, and of which kind it is.
pub(super) const BY_KEY: [(&str, &str); 11] = [
    ("claimName", "PersistentVolumeClaim"),
    ("ingressClassName", "IngressClass"),
    ("priorityClassName", "PriorityClass"),
    ("runtimeClassName", "RuntimeClass"),
    ("secretName", "Secret"),
    ("serviceAccount", "ServiceAccount"),
    ("serviceAccountName", "ServiceAccount"),
    ("serviceName", "Service"),
    ("storageClassName", "StorageClass"),
    ("gatewayClassName", "GatewayClass"),
    ("volumeName", "PersistentVolume"),
];

/// Keys whose map, or list of maps, has a `name` that names an object. A `kind` beside it counts more.
pub(super) const BY_PARENT: [(&str, &str); 11] = [
    ("backendRefs", "Service"),
    ("certificateRefs", "Secret"),
    ("configMap", "ConfigMap"),
    ("configMapKeyRef", "ConfigMap"),
    ("configMapRef", "ConfigMap"),
    ("imagePullSecrets", "Secret"),
    ("parentRefs", "Gateway"),
    ("secret", "Secret"),
    ("secretKeyRef", "Secret"),
    ("secretRef", "Secret"),
    ("service", "Service"),
];

/// Kinds that live in no namespace.
const CLUSTER_WIDE: [&str; 9] = [
    "ClusterIssuer",
    "ClusterRole",
    "ClusterSecretStore",
    "GatewayClass",
    "IngressClass",
    "PersistentVolume",
    "PriorityClass",
    "RuntimeClass",
    "StorageClass",
];

/// The objects of a folder by what names them.
pub struct Names {
    addresses: BTreeMap<(Arc<str>, String, String), Arc<str>>,
}

impl Names {
    pub fn new(objects: &[Object]) -> Self {
        let mut addresses = BTreeMap::new();
        for object in objects.iter().filter(|object| object.name != "*") {
            let key = (object.kind.clone(), namespace(&object.kind, &object.namespace), object.name.clone());
            addresses.entry(key).or_insert_with(|| object.address.clone());
        }
        Self { addresses }
    }

    /// Links the names in an object to what they name.
    pub fn link(&self, sources: &Sources, object: &mut Object) {
        let walk = Walk { names: self, sources, namespace: &object.namespace };
        if let Kind::Map(map) = &mut object.body.kind {
            for entry in map.entries.iter_mut().filter(|entry| !matches!(&*entry.key, "data" | "stringData")) {
                walk.value(&mut entry.value, &entry.key);
            }
        }
    }

    fn find(&self, kind: &str, of: &str, name: String) -> Option<Link> {
        let address = self.addresses.get(&(kind.into(), namespace(kind, of), name))?;
        Some(Link { address: address.clone(), attribute: "".into() })
    }
}

fn namespace(kind: &str, written: &str) -> String {
    if CLUSTER_WIDE.contains(&kind) { String::new() } else { written.to_owned() }
}

struct Walk<'a> {
    names: &'a Names,
    sources: &'a Sources,
    namespace: &'a str,
}

impl Walk<'_> {
    /// Goes as deep as values nest, which the parser limits.
    fn value(&self, value: &mut Value, parent: &str) {
        match &mut value.kind {
            Kind::List(list) => list.items.iter_mut().for_each(|item| self.value(item, parent)),
            Kind::Map(map) => self.map(map, parent),
            _ => {}
        }
    }

    fn map(&self, map: &mut Map, parent: &str) {
        let named = map.get("name").and_then(|name| {
            let by_parent = BY_PARENT.iter().find(|(key, _)| *key == parent).map(|(_, kind)| *kind);
            let kind = map.get("kind").and_then(Value::as_str).or(by_parent)?;
            let namespace = map.get("namespace").filter(|value| !value.is_null());
            let namespace = namespace.map_or(self.namespace.to_owned(), |value| identity(self.sources, value));
            self.names.find(kind, &namespace, identity(self.sources, name))
        });
        for entry in &mut map.entries {
            let by_key = BY_KEY.iter().find(|(key, _)| *key == &*entry.key).map(|(_, kind)| *kind);
            let link = match by_key {
                Some(kind) => self.names.find(kind, self.namespace, identity(self.sources, &entry.value)),
                None if &*entry.key == "name" => named.clone(),
                None => None,
            };
            match link {
                Some(link) => entry.value = entry.value.clone().with_links([link]),
                None => self.value(&mut entry.value, &entry.key),
            }
        }
    }
}
