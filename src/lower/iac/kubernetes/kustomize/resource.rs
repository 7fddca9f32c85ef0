//! Resources on their way through kustomizations, and what names and selects them.

use regex::Regex;

use crate::model::Value;

use super::edit;

/// Groups that Kubernetes itself serves. Only of their kinds does kustomize know the lists and the names.
const BUILTIN: [&str; 21] = [
    "",
    "admissionregistration.k8s.io",
    "apiextensions.k8s.io",
    "apiregistration.k8s.io",
    "apps",
    "authentication.k8s.io",
    "authorization.k8s.io",
    "autoscaling",
    "batch",
    "certificates.k8s.io",
    "coordination.k8s.io",
    "discovery.k8s.io",
    "events.k8s.io",
    "extensions",
    "flowcontrol.apiserver.k8s.io",
    "networking.k8s.io",
    "node.k8s.io",
    "policy",
    "rbac.authorization.k8s.io",
    "scheduling.k8s.io",
    "storage.k8s.io",
];

/// Kinds that live in no namespace. Of others than these kustomize thinks that they live in one.
const CLUSTER_WIDE: [&str; 22] = [
    "APIService",
    "CSIDriver",
    "CSINode",
    "CertificateSigningRequest",
    "ClusterRole",
    "ClusterRoleBinding",
    "ComponentStatus",
    "CustomResourceDefinition",
    "FlowSchema",
    "IngressClass",
    "MutatingWebhookConfiguration",
    "Namespace",
    "Node",
    "PersistentVolume",
    "PodSecurityPolicy",
    "PriorityClass",
    "PriorityLevelConfiguration",
    "RuntimeClass",
    "StorageClass",
    "ValidatingAdmissionPolicy",
    "ValidatingAdmissionPolicyBinding",
    "ValidatingWebhookConfiguration",
];

/// What names a resource. Versions are left out: of one kind there is no second in a repository that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Id {
    pub group: String,
    pub kind: String,
    /// `default` when none is written.
    pub namespace: String,
    pub name: String,
}

impl Id {
    pub fn of(body: &Value) -> Self {
        let text = |keys: &[&str]| edit::at(body, keys).and_then(Value::as_str).unwrap_or_default().to_owned();
        let version = text(&["apiVersion"]);
        let namespace = Some(text(&["metadata", "namespace"])).filter(|namespace| !namespace.is_empty());
        Self {
            group: version.rsplit_once('/').map_or(String::new(), |(group, _)| group.to_owned()),
            kind: text(&["kind"]),
            namespace: namespace.unwrap_or_else(|| "default".to_owned()),
            name: text(&["metadata", "name"]),
        }
    }

    pub fn is_cluster_wide(&self) -> bool {
        CLUSTER_WIDE.contains(&self.kind.as_str()) && self.is_builtin()
    }

    pub fn is_builtin(&self) -> bool {
        BUILTIN.contains(&self.group.as_str())
    }

    /// Whether the other one has this kind and name, and the namespace when that counts.
    fn is(&self, other: &Self, exactly: bool) -> bool {
        let same = self.kind == other.kind && self.name == other.name;
        same && (!exactly || (self.group == other.group && self.namespace == other.namespace))
    }
}

/// A resource and what it was called before.
#[derive(Clone, Debug)]
pub struct Resource {
    pub body: Value,
    /// The names it had, the first one that of its file.
    pub before: Vec<Id>,
}

impl Resource {
    pub fn new(body: Value) -> Self {
        let id = Id::of(&body);
        Self { body, before: vec![id] }
    }

    /// What it is called now.
    pub fn id(&self) -> Id {
        Id::of(&self.body)
    }

    /// Notes its name before it changes.
    pub fn remember(&mut self) {
        let id = self.id();
        if self.before.last() != Some(&id) {
            self.before.push(id);
        }
    }

    /// All names that it has or had.
    pub fn ids(&self) -> impl Iterator<Item = Id> {
        self.before.iter().cloned().chain([self.id()])
    }
}

/// The one resource that an identity names, now or before. Kustomize asks for the namespace too; where
/// that finds none, kind and name have to do, as older versions had it.
pub fn find(resources: &[Resource], id: &Id) -> Option<usize> {
    only(resources, id, true).or_else(|| only(resources, id, false))
}

fn only(resources: &[Resource], id: &Id, exactly: bool) -> Option<usize> {
    let found = |resource: &Resource| resource.ids().any(|own| own.is(id, exactly));
    let mut matching = resources.iter().enumerate().filter(|(_, resource)| found(resource)).map(|(at, _)| at);
    let first = matching.next()?;
    matching.next().is_none().then_some(first)
}

/// The `target` of a patch, or what a replacement selects.
pub struct Selector {
    group: Option<Regex>,
    version: Option<Regex>,
    kind: Option<Regex>,
    name: Option<Regex>,
    namespace: Option<Regex>,
    labels: Vec<Requirement>,
    annotations: Vec<Requirement>,
}

/// How large the pattern of a selector may become.
const PATTERN: usize = 1 << 20;

impl Selector {
    /// Reads a selector; none when a pattern of it is none.
    pub fn new(target: &Value) -> Option<Self> {
        let text = |key: &str| target.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
        let pattern = |key: &str| {
            let build = |text| regex::RegexBuilder::new(&format!("^(?:{text})$")).size_limit(PATTERN).build();
            text(key).map(build).transpose().ok()
        };
        Some(Self {
            group: pattern("group")?,
            version: pattern("version")?,
            kind: pattern("kind")?,
            name: pattern("name")?,
            namespace: pattern("namespace")?,
            labels: text("labelSelector").map_or_else(Vec::new, requirements),
            annotations: text("annotationSelector").map_or_else(Vec::new, requirements),
        })
    }

    pub fn selects(&self, resource: &Resource) -> bool {
        let fits = |pattern: &Option<Regex>, text: &str| pattern.as_ref().is_none_or(|pattern| pattern.is_match(text));
        let version = resource.body.get("apiVersion").and_then(Value::as_str).unwrap_or_default();
        let version = version.rsplit('/').next().unwrap_or_default();
        let named = resource.ids().any(|id| {
            fits(&self.group, &id.group)
                && fits(&self.kind, &id.kind)
                && fits(&self.name, &id.name)
                && fits(&self.namespace, &id.namespace)
        });
        let meets = |key: &str, requirements: &[Requirement]| {
            let map = edit::at(&resource.body, &["metadata", key]);
            requirements.iter().all(|requirement| requirement.meets(map))
        };
        named
            && fits(&self.version, version)
            && meets("labels", &self.labels)
            && meets("annotations", &self.annotations)
    }
}

/// One condition of a label selector.
struct Requirement {
    key: String,
    /// The values asked for; none when the key alone is.
    values: Option<Vec<String>>,
    negated: bool,
}

impl Requirement {
    fn meets(&self, map: Option<&Value>) -> bool {
        let value = map.and_then(|map| map.get(&self.key));
        let found = match (value, &self.values) {
            (None, _) => false,
            (Some(_), None) => true,
            (Some(value), Some(values)) => value.as_str().is_some_and(|text| values.iter().any(|value| value == text)),
        };
        found != self.negated
    }
}

/// The conditions of `a=b, c!=d, e in (f,g), h notin (i), j, !k`.
fn requirements(text: &str) -> Vec<Requirement> {
    let mut depth = 0_usize;
    let parts = text.split(|letter: char| {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        letter == ',' && depth == 0
    });
    parts.map(str::trim).filter(|part| !part.is_empty()).map(requirement).collect()
}

fn requirement(part: &str) -> Requirement {
    let of =
        |key: &str, values: Option<Vec<String>>, negated| Requirement { key: key.trim().to_owned(), values, negated };
    let list = |text: &str| {
        let inner = text.trim().trim_start_matches('(').trim_end_matches(')');
        Some(inner.split(',').map(|value| value.trim().to_owned()).collect())
    };
    if let Some((key, values)) = part.split_once(" notin ") {
        return of(key, list(values), true);
    }
    if let Some((key, values)) = part.split_once(" in ") {
        return of(key, list(values), false);
    }
    if let Some((key, value)) = part.split_once("!=") {
        return of(key, Some(vec![value.trim().to_owned()]), true);
    }
    if let Some((key, value)) = part.split_once('=') {
        return of(key, Some(vec![value.trim_start_matches('=').trim().to_owned()]), false);
    }
    match part.strip_prefix('!') {
        Some(key) => of(key, None, true),
        None => of(part, None, false),
    }
}
