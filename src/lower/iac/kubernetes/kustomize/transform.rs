//! What a kustomization does to all of its resources: namespace, names, labels, annotations, images,
//! replicas.

use crate::model::{Entry, Kind, Value};
use crate::source::Sources;

use super::super::object::identity;
use super::edit;
use super::resource::{Id, Resource};

/// Kinds whose name is that of something else and is kept.
const KEEP_NAME: [&str; 3] = ["APIService", "CustomResourceDefinition", "Namespace"];

/// Kinds with pods, and where their template's metadata stands.
const TEMPLATES: [(&str, &[&str]); 7] = [
    ("CronJob", &["spec", "jobTemplate", "spec", "template", "metadata"]),
    ("DaemonSet", &["spec", "template", "metadata"]),
    ("Deployment", &["spec", "template", "metadata"]),
    ("Job", &["spec", "template", "metadata"]),
    ("ReplicaSet", &["spec", "template", "metadata"]),
    ("ReplicationController", &["spec", "template", "metadata"]),
    ("StatefulSet", &["spec", "template", "metadata"]),
];

const JOB_TEMPLATE: [&str; 3] = ["spec", "jobTemplate", "metadata"];

/// Selectors by labels, and whether they are made where there is none.
const SELECTORS: [(&str, &[&str], bool); 13] = [
    ("CronJob", &["spec", "jobTemplate", "spec", "selector", "matchLabels"], false),
    ("DaemonSet", &["spec", "selector", "matchLabels"], true),
    ("Deployment", &["spec", "selector", "matchLabels"], true),
    ("Deployment", &["spec", "template", "spec", "topologySpreadConstraints", "labelSelector", "matchLabels"], false),
    ("Job", &["spec", "selector", "matchLabels"], false),
    ("NetworkPolicy", &["spec", "podSelector", "matchLabels"], false),
    ("NetworkPolicy", &["spec", "ingress", "from", "podSelector", "matchLabels"], false),
    ("NetworkPolicy", &["spec", "egress", "to", "podSelector", "matchLabels"], false),
    ("PodDisruptionBudget", &["spec", "selector", "matchLabels"], false),
    ("ReplicaSet", &["spec", "selector", "matchLabels"], true),
    ("ReplicationController", &["spec", "selector"], true),
    ("Service", &["spec", "selector"], true),
    ("StatefulSet", &["spec", "selector", "matchLabels"], true),
];

const AFFINITIES: [&str; 2] = ["podAffinity", "podAntiAffinity"];

/// Kinds that are replicated.
const REPLICATED: [&str; 4] = ["Deployment", "ReplicaSet", "ReplicationController", "StatefulSet"];

/// Puts everything into a namespace.
pub fn namespace(resources: &mut [Resource], namespace: &Value) {
    for resource in resources {
        resource.remember();
        let id = resource.id();
        let mut put = |path: &[&str], key: &str, create: bool| {
            let create = create.then_some(namespace.span);
            edit::visit(&mut resource.body, path, create, &mut |value| edit::set(value, key, namespace.clone()));
        };
        match id.kind.as_str() {
            "Namespace" => put(&["metadata"], "name", true),
            "APIService" => put(&["spec", "service"], "namespace", true),
            "CustomResourceDefinition" => {
                put(&["spec", "conversion", "webhook", "clientConfig", "service"], "namespace", false);
            }
            _ if !id.is_cluster_wide() => put(&["metadata"], "namespace", true),
            _ => {}
        }
        if matches!(id.kind.as_str(), "RoleBinding" | "ClusterRoleBinding") {
            default_subjects(&mut resource.body, namespace);
        }
    }
}

/// The `default` account that a binding names is that of the namespace.
fn default_subjects(body: &mut Value, namespace: &Value) {
    let Some(Kind::List(subjects)) = edit::get_mut(body, "subjects").map(|subjects| &mut subjects.kind) else { return };
    for subject in &mut subjects.items {
        let is = |key: &str, text: &str| subject.get(key).and_then(Value::as_str) == Some(text);
        if is("kind", "ServiceAccount") && is("name", "default") {
            edit::set(subject, "namespace", namespace.clone());
        }
    }
}

/// Puts something before and behind all names. A name stays where it is written.
pub fn affix(resources: &mut [Resource], prefix: &str, suffix: &str) {
    for resource in resources.iter_mut().filter(|resource| !KEEP_NAME.contains(&resource.id().kind.as_str())) {
        resource.remember();
        edit::visit(&mut resource.body, &["metadata", "name"], None, &mut |name| {
            if let Some(text) = name.as_str() {
                name.kind = Kind::String(format!("{prefix}{text}{suffix}").into());
            }
        });
    }
}

/// Where labels go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Reach {
    pub templates: bool,
    pub selectors: bool,
}

/// Adds labels.
pub fn labels(resources: &mut [Resource], labels: &Value, reach: Reach) {
    for resource in resources {
        let id = resource.id();
        let body = &mut resource.body;
        add(body, &["metadata", "labels"], labels, true);
        if reach.templates || reach.selectors {
            templates(body, &id, "labels", labels);
            if id.kind == "StatefulSet" {
                let claims = ["spec", "volumeClaimTemplates"];
                edit::visit(body, &claims, None, &mut |claims| add(claims, &["metadata", "labels"], labels, true));
            }
        }
        if reach.selectors {
            for (_, path, create) in SELECTORS.iter().filter(|(kind, ..)| *kind == id.kind) {
                add(body, path, labels, *create);
            }
            affinities(body, &id, labels);
        }
    }
}

/// Labels that pods are kept together or apart by.
fn affinities(body: &mut Value, id: &Id, labels: &Value) {
    if !matches!(id.kind.as_str(), "Deployment" | "StatefulSet") {
        return;
    }
    for affinity in AFFINITIES {
        let term = ["labelSelector", "matchLabels"];
        let to = ["spec", "template", "spec", "affinity", affinity];
        add(body, &[&to[..], &["requiredDuringSchedulingIgnoredDuringExecution"], &term].concat(), labels, false);
        let preferred = ["preferredDuringSchedulingIgnoredDuringExecution", "podAffinityTerm"];
        add(body, &[&to[..], &preferred, &term].concat(), labels, false);
    }
}

/// Adds annotations, to pods as well.
pub fn annotations(resources: &mut [Resource], annotations: &Value) {
    for resource in resources {
        let id = resource.id();
        add(&mut resource.body, &["metadata", "annotations"], annotations, true);
        templates(&mut resource.body, &id, "annotations", annotations);
    }
}

fn templates(body: &mut Value, id: &Id, key: &str, pairs: &Value) {
    let Some((_, path)) = TEMPLATES.iter().find(|(kind, _)| *kind == id.kind) else { return };
    add(body, &[path, &[key][..]].concat(), pairs, true);
    if id.kind == "CronJob" {
        add(body, &[&JOB_TEMPLATE[..], &[key]].concat(), pairs, true);
    }
}

fn add(body: &mut Value, path: &[&str], pairs: &Value, create: bool) {
    let entries = pairs.as_map().map_or(&[][..], |map| &map.entries);
    if !entries.is_empty() {
        edit::visit(body, path, create.then_some(pairs.span), &mut |map| {
            entries.iter().for_each(|entry| edit::put(map, entry.clone()));
        });
    }
}

/// Changes the images of containers.
pub fn image(sources: &Sources, resources: &mut [Resource], change: &Value) {
    let Some(name) = change.get("name").map(|name| identity(sources, name)) else { return };
    let of = |key: &str| change.get(key).filter(|value| !value.is_null());
    let change =
        Change { sources, name, new: of("newName"), tag: of("newTag"), suffix: of("tagSuffix"), digest: of("digest") };
    let is_schema = |body: &Value| body.get("kind").and_then(Value::as_str) == Some("CustomResourceDefinition");
    for resource in resources.iter_mut().filter(|resource| !is_schema(&resource.body)) {
        change.walk(&mut resource.body);
    }
}

struct Change<'a> {
    sources: &'a Sources,
    name: String,
    new: Option<&'a Value>,
    tag: Option<&'a Value>,
    suffix: Option<&'a Value>,
    digest: Option<&'a Value>,
}

impl Change<'_> {
    /// Containers are looked for at any depth.
    fn walk(&self, value: &mut Value) {
        match &mut value.kind {
            Kind::List(list) => list.items.iter_mut().for_each(|item| self.walk(item)),
            Kind::Map(map) => {
                for entry in &mut map.entries {
                    if matches!(&*entry.key, "containers" | "initContainers") {
                        edit::visit(&mut entry.value, &["image"], None, &mut |image| self.apply(image));
                    }
                    self.walk(&mut entry.value);
                }
            }
            _ => {}
        }
    }

    fn apply(&self, image: &mut Value) {
        let Some(text) = image.as_str() else { return };
        let Some(rest) = text.strip_prefix(&self.name) else { return };
        if !rest.is_empty() && !rest.starts_with([':', '@']) {
            return;
        }
        let (tag, digest) = rest.split_once('@').map_or((rest, ""), |(tag, digest)| (tag, digest));
        let tag = tag.strip_prefix(':').unwrap_or_default();
        // A port of a registry is no tag.
        if tag.contains(['/', ':']) {
            return;
        }
        let written = |value: &Value| identity(self.sources, value);
        let name = self.new.map_or_else(|| self.name.clone(), written);
        let mut new_tag = self.tag.map_or_else(|| tag.to_owned(), written);
        if let Some(suffix) = self.suffix {
            new_tag += &written(suffix);
        }
        let new_digest = match (self.digest, self.tag) {
            (Some(digest), _) => written(digest),
            (None, Some(_)) => String::new(),
            (None, None) => digest.to_owned(),
        };
        if self.digest.is_some() && self.tag.is_none() {
            new_tag.clear();
        }
        let mut new = name;
        if !new_tag.is_empty() {
            new = format!("{new}:{new_tag}");
        }
        if !new_digest.is_empty() {
            new = format!("{new}@{new_digest}");
        }
        let place = self.digest.or(self.tag).or(self.suffix).or(self.new).map_or(image.span, |value| value.span);
        *image = Value::string(new, image.span).used_at(place);
    }
}

/// Sets how often something runs.
pub fn replicas(sources: &Sources, resources: &mut [Resource], change: &Value) {
    let (Some(name), Some(count)) = (change.get("name"), change.get("count")) else { return };
    let name = identity(sources, name);
    for resource in resources {
        let named = resource.ids().any(|id| id.name == name && REPLICATED.contains(&id.kind.as_str()));
        if named {
            let entry = Entry::of("replicas", count.clone());
            edit::visit(&mut resource.body, &["spec"], Some(count.span), &mut |spec| edit::put(spec, entry.clone()));
        }
    }
}
