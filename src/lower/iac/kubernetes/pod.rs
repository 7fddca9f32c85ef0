//! Pod specifications and containers, wherever a workload keeps them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Entry, Kind, Map, Reason, Value};
use crate::source::{Sources, Span};

use super::super::{image, size};
use super::object::{Object, identity};

/// Where containers stand in a pod specification, and the role they have.
const CONTAINERS: [(&str, &str); 3] =
    [("containers", "container"), ("initContainers", "init"), ("ephemeralContainers", "ephemeral")];

/// The kinds whose `spec.template` is known to be that of pods. Others have to show containers there.
const WORKLOADS: [&str; 6] = ["DaemonSet", "Deployment", "Job", "ReplicaSet", "ReplicationController", "StatefulSet"];

/// How many values may be copied from pods into their containers, over a folder.
pub struct Copies(usize);

impl Default for Copies {
    fn default() -> Self {
        Self(1_000_000)
    }
}

/// A fact that is made from a part of an object.
pub struct Derived {
    pub address: Arc<str>,
    pub body: Value,
    pub span: Span,
    pub header: Span,
}

/// The specification and the metadata of the pods that an object runs.
pub struct Template<'a> {
    pub spec: &'a Entry,
    pub metadata: Option<&'a Value>,
}

/// Finds the pods of an object.
pub fn template(object: &Object) -> Option<Template<'_>> {
    let body = &object.body;
    let template = match &*object.kind {
        "Pod" => body,
        "PodTemplate" => body.get("template")?,
        "CronJob" => body.get("spec")?.get("jobTemplate")?.get("spec")?.get("template")?,
        _ => body.get("spec")?.get("template")?,
    };
    let spec = template.as_map()?.entry("spec")?;
    let shows_containers = || spec.value.get("containers").is_some();
    let is_known = WORKLOADS.contains(&&*object.kind) || matches!(&*object.kind, "Pod" | "PodTemplate" | "CronJob");
    let is_spec = spec.value.as_map().is_some() || spec.value.as_unknown().is_some();
    (is_spec && (is_known || shows_containers())).then(|| Template { spec, metadata: template.get("metadata") })
}

/// The pod specification and the containers of an object.
pub fn derive(sources: &Sources, object: &Object, copies: &mut Copies) -> Vec<(&'static str, Derived)> {
    let Some(template) = template(object) else { return Vec::new() };
    let spec = &template.spec.value;
    let workload = Entry::of("workload", workload(object, template.metadata));
    let map = match &spec.kind {
        Kind::Map(map) => map.clone(),
        Kind::Unknown(unknown) => Map { entries: Vec::new(), open: Some(unknown.clone()) },
        _ => return Vec::new(),
    };
    let mut pod = Map { entries: Vec::new(), open: map.open.clone() };
    let is_list = |entry: &&Entry| CONTAINERS.iter().any(|(key, _)| *key == &*entry.key);
    pod.entries.extend(map.entries.iter().filter(|entry| !is_list(entry)).cloned());
    pod.entries.push(workload.clone());
    let size = size::of_map(&pod);
    let pod = Value { kind: Kind::Map(pod), ..spec.clone() };

    let mut derived = Vec::new();
    let mut counts = BTreeMap::new();
    for (key, role) in CONTAINERS {
        let list = map.get(key).and_then(Value::as_list).map_or(&[][..], |list| &list.items);
        for container in list.iter().filter(|item| item.as_map().is_some()) {
            let pod = match copies.0.checked_sub(size) {
                Some(left) => {
                    copies.0 = left;
                    pod.clone()
                }
                None => Value::unknown(Reason::Limit, spec.span),
            };
            let mut container = self::container(sources, object, container, role, pod);
            let count: &mut usize = counts.entry(container.address.clone()).or_default();
            *count += 1;
            if *count > 1 {
                container.address = format!("{}#{count}", container.address).into();
            }
            derived.push(("Container", container));
        }
    }
    let entries = map.entries.into_iter().chain([workload]).collect();
    let body = Value { kind: Kind::Map(Map { entries, open: map.open }), ..spec.clone() };
    let header = template.spec.key_span;
    let pod = Derived { address: object.address.clone(), span: header.to(body.span), body, header };
    derived.insert(0, ("PodSpec", pod));
    derived
}

fn container(sources: &Sources, object: &Object, container: &Value, role: &str, pod: Value) -> Derived {
    let map = container.as_map().cloned().unwrap_or_default();
    let name = map.entry("name").filter(|entry| !entry.value.is_null());
    let header = match (name, map.entries.first()) {
        (Some(name), _) => name.key_span.to(name.value.span),
        (None, Some(first)) => first.key_span,
        (None, None) => container.span,
    };
    let name = name.map_or_else(|| "*".to_owned(), |name| identity(sources, &name.value));
    let image = map.get("image").map(|image| (image.span, image::parts(sources, image)));
    let image = image.filter(|(_, parts)| !parts.is_empty()).map(|(span, parts)| Value::map(parts, span));
    let added = [("imageRef", image), ("role", Some(Value::string(role, header))), ("pod", Some(pod))];
    let added = added.into_iter().filter_map(|(key, value)| Some(Entry::of(key, value?)));
    let entries = map.entries.into_iter().chain(added).collect();
    Derived {
        address: format!("{}:{name}", object.address).into(),
        body: Value { kind: Kind::Map(Map { entries, open: map.open }), ..container.clone() },
        span: container.span,
        header,
    }
}

/// What runs the pods, for rules that make exceptions by name or label.
fn workload(object: &Object, pod_metadata: Option<&Value>) -> Value {
    let metadata = object.body.get("metadata");
    let of = |metadata: Option<&Value>, key: &str| metadata.and_then(|metadata| metadata.get(key)).cloned();
    let entries = [
        ("kind", Some(Value::string(object.kind.clone(), object.header))),
        ("name", of(metadata, "name")),
        ("namespace", of(metadata, "namespace")),
        ("labels", of(metadata, "labels")),
        ("annotations", of(metadata, "annotations")),
        ("podLabels", of(pod_metadata, "labels")),
        ("podAnnotations", of(pod_metadata, "annotations")),
    ];
    let entries = entries.into_iter().filter_map(|(key, value)| Some(Entry::of(key, value?)));
    Value::map(entries.collect(), object.header)
}
