//! Objects that Terraform's provider `kubernetes` declares, as the manifests that they become, so that one rule
//! reads both. `security_context` is `securityContext`, a block that may be repeated a list in the plural.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Dialect, Entry, Fact, Kind, List, Map, Part, Value};
use crate::source::{Sources, Span};

use super::{Root, object};

/// Blocks that may be repeated, and the list that they make.
const LISTS: [(&str, &str); 28] = [
    ("container", "containers"),
    ("init_container", "initContainers"),
    ("volume", "volumes"),
    ("volume_mount", "volumeMounts"),
    ("volume_device", "volumeDevices"),
    ("volume_claim_template", "volumeClaimTemplates"),
    ("env", "env"),
    ("env_from", "envFrom"),
    ("rule", "rules"),
    ("subject", "subjects"),
    ("toleration", "tolerations"),
    ("host_aliases", "hostAliases"),
    ("image_pull_secret", "imagePullSecrets"),
    ("image_pull_secrets", "imagePullSecrets"),
    ("topology_spread_constraint", "topologySpreadConstraints"),
    ("match_expressions", "matchExpressions"),
    ("items", "items"),
    ("sources", "sources"),
    ("ingress", "ingress"),
    ("egress", "egress"),
    ("from", "from"),
    ("to", "to"),
    ("ports", "ports"),
    ("path", "paths"),
    ("tls", "tls"),
    ("webhook", "webhooks"),
    ("http_header", "httpHeaders"),
    ("sysctl", "sysctls"),
];
/// Words that are written in capitals behind others.
const CAPITALS: [(&str, &str); 5] = [("ipc", "IPC"), ("pid", "PID"), ("ip", "IP"), ("ips", "IPs"), ("urls", "URLs")];
/// Resources that change objects of others, or declare none.
const NOT_OBJECTS: [&str; 6] = [
    "kubernetes_annotations",
    "kubernetes_labels",
    "kubernetes_env",
    "kubernetes_node_taint",
    "kubernetes_config_map_v1_data",
    "kubernetes_secret_v1_data",
];
/// Arguments that are Terraform's own.
const META: [&str; 5] = ["id", "timeouts", "wait_for_rollout", "wait_for_load_balancer", "field_manager"];

/// The facts that objects declared in Terraform make, a part for each root that has some.
#[must_use]
pub fn declared(sources: &Sources, parts: &[Part]) -> Vec<Part> {
    let mut made = Vec::new();
    for part in parts {
        let mut roots: BTreeMap<u32, Vec<&Fact>> = BTreeMap::new();
        for fact in part.facts.iter().filter(|fact| fact.dialect == Dialect::Terraform) {
            if fact.kind.starts_with("kubernetes_") && !NOT_OBJECTS.contains(&&*fact.kind) {
                roots.entry(fact.scope.0).or_default().push(fact);
            }
        }
        for (scope, facts) in roots {
            let Some(scope) = part.scopes.get(scope as usize) else { continue };
            let mut root = Root {
                path: scope.path.clone(),
                variant: scope.variant.clone(),
                unread: scope.unread.clone(),
                ..Root::default()
            };
            for document in facts.iter().filter_map(|fact| manifest(fact)) {
                object::unfold(sources, &document, &mut root.objects, &mut root.unread);
            }
            let Some(mut objects) = super::root(sources, root) else { continue };
            let calls: BTreeMap<Span, &[Span]> = facts.iter().map(|fact| (fact.span, &fact.via[..])).collect();
            for object in &mut objects.facts {
                let until = Span { end: u32::MAX, ..object.span };
                let around = calls.range(..=until).next_back().filter(|(span, _)| span.contains(object.span));
                object.via = around.map_or_else(Vec::new, |(_, via)| via.to_vec());
            }
            made.push(objects);
        }
    }
    made
}

/// The manifest of a resource.
fn manifest(fact: &Fact) -> Option<Value> {
    if &*fact.kind == "kubernetes_manifest" {
        return fact.body.get("manifest").filter(|manifest| super::is_manifest(manifest)).cloned();
    }
    let kind = kind_of(&fact.kind);
    let body = fact.body.as_map()?;
    let mut entries = vec![
        Entry { key: "apiVersion".into(), key_span: fact.header, value: Value::string("v1", fact.header) },
        Entry { key: "kind".into(), key_span: fact.header, value: Value::string(kind.as_str(), fact.header) },
    ];
    for entry in body.entries.iter().filter(|entry| !META.contains(&&*entry.key)) {
        let mut entry = self::entry(entry, "");
        // Terraform encodes the values; what is written is the text.
        let renamed = match (kind.as_str(), &*entry.key) {
            ("Secret", "data") => Some("stringData"),
            ("Secret", "binaryData") => Some("data"),
            ("StorageClass", "storageProvisioner") => Some("provisioner"),
            ("ServiceAccount", "secret") => Some("secrets"),
            _ => None,
        };
        if let Some(name) = renamed {
            entry.key = name.into();
        }
        entries.push(entry);
    }
    Some(Value { kind: Kind::Map(Map { entries, open: body.open.clone() }), ..fact.body.clone() })
}

/// `Deployment` of `kubernetes_deployment_v1`.
fn kind_of(resource: &str) -> String {
    let name = resource.strip_prefix("kubernetes_").unwrap_or(resource);
    let version = |end: &str| end.len() > 1 && end.starts_with('v') && end.as_bytes()[1].is_ascii_digit();
    let name = name.rsplit_once('_').filter(|(_, end)| version(end)).map_or(name, |(name, _)| name);
    match name {
        "daemonset" => "DaemonSet".to_owned(),
        "api_service" => "APIService".to_owned(),
        "csi_driver" => "CSIDriver".to_owned(),
        "default_service_account" => "ServiceAccount".to_owned(),
        name => name.split('_').map(capitalised).collect(),
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + letters.as_str())
}

fn camel(key: &str) -> Arc<str> {
    if !key.contains('_') {
        return key.into();
    }
    let mut words = key.split('_');
    let mut name = words.next().unwrap_or_default().to_owned();
    for word in words {
        match CAPITALS.iter().find(|(known, _)| *known == word) {
            Some((_, capitals)) => name.push_str(capitals),
            None => name.push_str(&capitalised(word)),
        }
    }
    name.into()
}

/// An argument or block as the manifest has it. What is no block is a value as it stands: its keys are data.
fn entry(entry: &Entry, parent: &str) -> Entry {
    let blocks = entry.value.as_list().filter(|list| {
        list.items.iter().all(|item| item.as_map().is_some()) && !(list.items.is_empty() && list.open.is_none())
    });
    let Some(blocks) = blocks else { return Entry { key: camel(&entry.key), ..entry.clone() } };
    let items: Vec<Value> = blocks.items.iter().map(|item| block(item, &entry.key)).collect();
    let plural = match &*entry.key {
        // Of a container or a service; elsewhere a port is one.
        "port" => matches!(parent, "container" | "init_container" | "spec").then_some("ports"),
        key => LISTS.iter().find(|(name, _)| *name == key).map(|(_, plural)| *plural),
    };
    let (key, kind) = match (plural, &items[..], &blocks.open) {
        (Some(plural), _, open) => (plural.into(), Kind::List(List { items, open: open.clone() })),
        (None, [one], _) => (camel(&entry.key), one.kind.clone()),
        (None, [], Some(open)) => (camel(&entry.key), Kind::Unknown(open.clone())),
        (None, _, open) => (camel(&entry.key), Kind::List(List { items, open: open.clone() })),
    };
    let span = match &blocks.items[..] {
        [one] => one.span,
        _ => entry.value.span,
    };
    Entry { key, key_span: entry.key_span, value: Value { kind, span, trace: entry.value.trace.clone() } }
}

fn block(value: &Value, name: &str) -> Value {
    let Some(map) = value.as_map() else { return value.clone() };
    let entries = map.entries.iter().map(|inner| entry(inner, name)).collect();
    Value { kind: Kind::Map(Map { entries, open: map.open.clone() }), ..value.clone() }
}

#[cfg(test)]
mod tests {
    use super::super::super::{terraform, testing::Lowered};
    use super::*;
    use crate::parse::hcl;
    use crate::source::{FileId, SourceFile};

    fn lowered(text: &str) -> Lowered {
        let sources = Sources::new(vec![SourceFile::new("main.tf".to_owned(), text.to_owned())]);
        let parsed = hcl::parse_named("main.tf", FileId(0), text);
        let parts = terraform::lower(&sources, &[(FileId(0), parsed.tree)], &[], &[]);
        let mut part = Part::default();
        for made in declared(&sources, &parts) {
            part.facts.extend(made.facts);
            part.scopes.extend(made.scopes);
        }
        Lowered { sources, part }
    }

    #[test]
    fn a_deployment_is_its_manifest_and_has_pods_and_containers() {
        let of = lowered(
            "resource \"kubernetes_deployment_v1\" \"api\" {\n  metadata {\n    name = \"api\"\n    labels = { \"app.kubernetes.io/name\" = \"api\" }\n  }\n  spec {\n    \
             template {\n      spec {\n        host_pid = true\n        container {\n          name = \"api\"\n          image = \"r/api:1\"\n          port {\n            container_port = 80\n            \
             host_ip = \"10.0.0.1\"\n          }\n          security_context {\n            run_as_non_root = true\n          }\n          env {\n            name = \"A\"\n            value = \"b\"\n          }\n        }\n        \
             volume {\n          name = \"v\"\n          host_path {\n            path = \"/etc\"\n          }\n        }\n      }\n    }\n  }\n}\n",
        );
        assert_eq!(of.addresses(), ["Deployment/default/api", "Deployment/default/api", "Deployment/default/api:api"]);
        let object = "Deployment/default/api";
        assert_eq!(of.show(object, "metadata.labels"), "app.kubernetes.io/name");
        assert_eq!(of.show(object, "spec.template.spec.hostPID"), "true");
        assert_eq!(of.show(object, "spec.template.spec.volumes.0.hostPath.path"), "/etc");
        let container = "Deployment/default/api:api";
        assert_eq!(of.show(container, "securityContext.runAsNonRoot"), "true");
        assert_eq!(of.show(container, "ports.0.hostIP"), "10.0.0.1");
        assert_eq!(of.show(container, "env.0.value"), "b");
        assert_eq!(of.show(container, "imageRef.tag"), "1");
        assert_eq!(of.sources.slice(of.fact(object).header), "resource \"kubernetes_deployment_v1\" \"api\"");
    }

    #[test]
    fn other_objects_are_theirs() {
        let of = lowered(
            "resource \"kubernetes_secret\" \"a\" {\n  metadata {\n    name = \"a\"\n  }\n  data = { pass_word = \"x\" }\n}\n\
             resource \"kubernetes_cluster_role_binding\" \"b\" {\n  metadata {\n    name = \"b\"\n  }\n  role_ref {\n    kind = \"ClusterRole\"\n    name = \"cluster-admin\"\n  }\n  \
             subject {\n    kind = \"User\"\n    name = \"x\"\n    api_group = \"\"\n  }\n}\n\
             resource \"kubernetes_service\" \"c\" {\n  metadata {\n    name = \"c\"\n    namespace = \"n\"\n  }\n  spec {\n    type = \"NodePort\"\n    external_ips = [\"1.2.3.4\"]\n    port {\n      \
             port = 80\n    }\n  }\n}\n\
             resource \"kubernetes_manifest\" \"d\" {\n  manifest = {\n    apiVersion = \"v1\"\n    kind = \"Pod\"\n    metadata = { name = \"d\" }\n    spec = { containers = [{ name = \"x\" }] }\n  }\n}\n\
             resource \"kubernetes_labels\" \"e\" {\n  kind = \"Node\"\n}\n",
        );
        assert_eq!(of.show("Secret/default/a", "stringData"), "pass_word");
        assert_eq!(of.show("ClusterRoleBinding/default/b", "roleRef.name"), "cluster-admin");
        assert_eq!(of.show("ClusterRoleBinding/default/b", "subjects.0.apiGroup"), "");
        assert_eq!(of.show("Service/n/c", "spec.ports.0.port"), "80");
        assert_eq!(of.show("Service/n/c", "spec.externalIPs"), "1 items");
        assert_eq!(of.show("Pod/default/d:x", "name"), "x");
        assert!(of.addresses().iter().all(|address| !address.contains("Labels")));
    }

    #[test]
    fn blocks_that_are_not_known_stay_so() {
        let of = lowered(
            "variable \"ports\" {}\nvariable \"fs\" {}\nresource \"kubernetes_pod\" \"a\" {\n  metadata {\n    name = \"a\"\n  }\n  spec {\n    container {\n      name = \"x\"\n      dynamic \"port\" {\n        \
             for_each = var.ports\n        content {\n          container_port = port.value\n        }\n      }\n      security_context {\n        read_only_root_filesystem = var.fs\n      }\n    }\n  }\n}\n",
        );
        assert_eq!(
            of.show("Pod/default/a:x", "securityContext.readOnlyRootFilesystem"),
            "input 'fs' has no value here"
        );
        assert!(of.at("Pod/default/a:x", "ports").and_then(Value::as_list).is_some_and(|list| list.open.is_some()));
    }

    #[test]
    fn kinds_are_named_as_manifests_name_them() {
        for (resource, kind) in [
            ("kubernetes_stateful_set_v1", "StatefulSet"),
            ("kubernetes_daemonset", "DaemonSet"),
            ("kubernetes_horizontal_pod_autoscaler_v2beta2", "HorizontalPodAutoscaler"),
            ("kubernetes_config_map", "ConfigMap"),
        ] {
            assert_eq!(kind_of(resource), kind);
        }
    }
}
