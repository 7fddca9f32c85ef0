use super::*;
use crate::lower::iac::testing::Lowered;
use crate::model::{Kind, Piece, Reason, Unknown};
use crate::source::SourceFile;

fn lower_all(files: &[(&str, &str)]) -> (Sources, Vec<Part>) {
    let named = files.iter().map(|(path, text)| SourceFile::new((*path).to_owned(), (*text).to_owned()));
    let sources = Sources::new(named.collect());
    let trees: Vec<_> = sources.iter().map(|(id, file)| (id, crate::parse::yaml::parse(id, &file.text).tree)).collect();
    let files: Vec<_> = trees.iter().map(|(id, tree)| (*id, tree.as_slice())).collect();
    let parts = lower(&sources, &files);
    (sources, parts)
}

fn read_all(files: &[(&str, &str)]) -> Lowered {
    let (sources, mut parts) = lower_all(files);
    assert_eq!(parts.len(), 1, "one folder");
    Lowered { sources, part: parts.remove(0) }
}

fn read(text: &str) -> Lowered {
    read_all(&[("k8s/all.yaml", text)])
}

/// The fact of a kind at an address, which a pod specification shares with its workload.
fn of_kind<'l>(lowered: &'l Lowered, kind: &str, address: &str) -> &'l Fact {
    let found = lowered.part.facts.iter().find(|fact| &*fact.kind == kind && &*fact.address == address);
    found.unwrap_or_else(|| panic!("no {kind} {address}"))
}

const DEPLOYMENT: &str = "\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: clinic
  labels: {tier: front}
spec:
  template:
    metadata:
      labels: {app: web}
      annotations: {a: b}
    spec:
      hostNetwork: true
      securityContext:
        runAsNonRoot: true
      serviceAccountName: web
      initContainers:
        - name: setup
          image: busybox
      containers:
        - image: host:5000/clinic/web:1.2
          name: app
          ports: [{containerPort: 80}]
        - image: datadog/agent@sha256:00
";

#[test]
fn an_object_is_a_fact_with_exact_places() {
    let text =
        format!("# a comment\n---\n{DEPLOYMENT}---\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: clinic\n...\n");
    let lowered = read(&text);
    let fact = of_kind(&lowered, "Deployment", "Deployment/clinic/web");
    assert_eq!(lowered.sources.slice(fact.span), DEPLOYMENT.trim_end());
    assert_eq!(lowered.sources.slice(fact.header), "kind: Deployment");
    let namespace = lowered.fact("Namespace/default/clinic");
    assert_eq!(lowered.sources.slice(namespace.span), "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: clinic");
    assert_eq!(lowered.part.scopes[0].path, "k8s");
    assert!(lowered.part.scopes[0].providers.contains_key("kubernetes"));
}

#[test]
fn pods_and_containers_are_facts_of_their_own() {
    let lowered = read(DEPLOYMENT);
    let kinds: Vec<_> = lowered.part.facts.iter().map(|fact| (&*fact.kind, &*fact.address)).collect();
    assert_eq!(
        kinds,
        [
            ("Deployment", "Deployment/clinic/web"),
            ("PodSpec", "Deployment/clinic/web"),
            ("Container", "Deployment/clinic/web:app"),
            ("Container", "Deployment/clinic/web:*"),
            ("Container", "Deployment/clinic/web:setup"),
        ]
    );
    let pod = of_kind(&lowered, "PodSpec", "Deployment/clinic/web");
    assert_eq!(lowered.sources.slice(pod.header), "spec");
    assert!(lowered.sources.slice(pod.span).starts_with("spec:\n      hostNetwork: true"));
    assert!(lowered.sources.slice(pod.span).ends_with("agent@sha256:00"));
    let workload = pod.body.get("workload").expect("a workload");
    let text = |key: &str| workload.get(key).and_then(Value::as_str);
    assert_eq!((text("kind"), text("name"), text("namespace")), (Some("Deployment"), Some("web"), Some("clinic")));
    let inner = |key: &str, label: &str| workload.get(key).and_then(|labels| labels.get(label)).and_then(Value::as_str);
    assert_eq!((inner("labels", "tier"), inner("podLabels", "app")), (Some("front"), Some("web")));
    assert_eq!((inner("podAnnotations", "a"), inner("annotations", "a")), (Some("b"), None));

    let app = "Deployment/clinic/web:app";
    assert_eq!(lowered.sources.slice(lowered.fact(app).header), "name: app");
    assert!(lowered.sources.slice(lowered.fact(app).span).starts_with("image: host"));
    assert_eq!(lowered.show(app, "role"), "container");
    assert_eq!(lowered.show(app, "pod.securityContext.runAsNonRoot"), "true");
    assert_eq!(lowered.show(app, "pod.hostNetwork"), "true");
    assert_eq!(lowered.show(app, "pod.containers"), "absent");
    assert_eq!(lowered.show(app, "pod.workload.name"), "web");
    assert_eq!(lowered.slice(app, "imageRef.image"), "host:5000/clinic/web");
    assert_eq!(lowered.slice(app, "imageRef.tag"), "1.2");
    assert_eq!(lowered.show("Deployment/clinic/web:setup", "role"), "init");
    assert_eq!(lowered.images(), ["host:5000/clinic/web", "datadog/agent", "busybox"]);
}

#[test]
fn every_kind_of_workload_shows_its_pods() {
    let pod = "spec: {containers: [{name: c, image: x}]}";
    for (kind, spec) in [
        ("Pod", pod.to_owned()),
        ("PodTemplate", format!("template: {{{pod}}}")),
        ("StatefulSet", format!("spec: {{template: {{{pod}}}}}")),
        ("Rollout", format!("spec: {{template: {{{pod}}}}}")),
        ("CronJob", format!("spec: {{jobTemplate: {{spec: {{template: {{{pod}}}}}}}}}")),
    ] {
        let pod = read(&format!("apiVersion: v1\nkind: {kind}\nmetadata: {{name: x}}\n{spec}\n"));
        assert_eq!(pod.addresses()[1..], [format!("{kind}/default/x"), format!("{kind}/default/x:c")], "{kind}");
    }
    let other = read("apiVersion: v1\nkind: Certificate\nmetadata: {name: x}\nspec: {template: {spec: {a: b}}}\n");
    assert_eq!(other.addresses(), ["Certificate/default/x"]);
}

#[test]
fn lists_are_unfolded() {
    let text = "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Service\n  metadata: {name: a}\n- apiVersion: v1\n  kind: List\n  \
                items:\n  - apiVersion: v1\n    kind: Secret\n    metadata:\n      name: b\n- nonsense\n";
    let lowered = read(text);
    assert_eq!(lowered.addresses(), ["Service/default/a", "Secret/default/b"]);
    let secret = lowered.fact("Secret/default/b");
    assert_eq!(lowered.sources.slice(secret.span), "apiVersion: v1\n    kind: Secret\n    metadata:\n      name: b");
}

#[test]
fn a_folder_is_a_root() {
    let config = |name: &str| format!("apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: {name}}}\n");
    let (_, parts) = lower_all(&[
        ("b/one.yaml", &config("one")),
        ("a/two.yaml", &config("two")),
        ("a/values.yaml", "replicas: 1\n"),
        ("b/another.yaml", &config("three")),
        ("c/none.yaml", "a: b\n"),
    ]);
    let shape: Vec<Vec<&str>> =
        parts.iter().map(|part| part.facts.iter().map(|fact| &*fact.address).collect()).collect();
    assert_eq!(shape, [vec!["ConfigMap/default/two"], vec!["ConfigMap/default/three", "ConfigMap/default/one"]]);
    assert_eq!(parts[1].scopes[0].path, "b");
}

#[test]
fn what_is_declared_twice_is_told_apart() {
    let config = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n";
    assert_eq!(read(&format!("{config}---\n{config}")).addresses(), ["ConfigMap/default/x", "ConfigMap/default/x#2"]);
}

#[test]
fn names_lead_to_the_objects_of_the_folder() {
    let pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  serviceAccountName: sa\n  volumes:\n  - configMap: {name: conf}\n  \
               - secret: {secretName: sec}\n  - persistentVolumeClaim: {claimName: missing}\n  containers:\n  - name: c\n    envFrom:\n    \
               - configMapRef: {name: conf}\n    env:\n    - name: sec\n      valueFrom: {secretKeyRef: {name: sec, key: k}}\n";
    let others = "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: sa}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: conf}\n\
                  data: {secretName: sec}\n---\napiVersion: v1\nkind: Secret\nmetadata: {name: sec}\n";
    let lowered = read_all(&[("k/pod.yaml", pod), ("k/others.yaml", others)]);
    let container = "Pod/default/p:c";
    assert_eq!(lowered.links("Pod/default/p", "spec.serviceAccountName"), ["ServiceAccount/default/sa"]);
    assert_eq!(lowered.links("Pod/default/p", "spec.volumes.0.configMap.name"), ["ConfigMap/default/conf"]);
    assert_eq!(lowered.links("Pod/default/p", "spec.volumes.1.secret.secretName"), ["Secret/default/sec"]);
    assert!(lowered.links("Pod/default/p", "spec.volumes.2.persistentVolumeClaim.claimName").is_empty());
    assert_eq!(lowered.links(container, "envFrom.0.configMapRef.name"), ["ConfigMap/default/conf"]);
    assert_eq!(lowered.links(container, "env.0.valueFrom.secretKeyRef.name"), ["Secret/default/sec"]);
    assert_eq!(lowered.links(container, "pod.serviceAccountName"), ["ServiceAccount/default/sa"]);
    assert!(lowered.links(container, "env.0.name").is_empty());
    assert!(lowered.links("ConfigMap/default/conf", "data.secretName").is_empty());
}

#[test]
fn names_are_looked_up_in_their_namespace() {
    let text = "apiVersion: v1\nkind: Service\nmetadata: {name: s, namespace: a}\n---\napiVersion: v1\nkind: Ingress\n\
                metadata: {name: i, namespace: a}\nspec:\n  tls: [{secretName: t}]\n  defaultBackend: {service: {name: s}}\n---\napiVersion: v1\n\
                kind: Ingress\nmetadata: {name: j}\nspec:\n  defaultBackend: {service: {name: s}}\n---\napiVersion: v1\n\
                kind: ClusterRole\nmetadata: {name: r}\n---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: u, namespace: a}\n---\n\
                apiVersion: v1\nkind: RoleBinding\nmetadata: {name: b, namespace: z}\nroleRef: {kind: ClusterRole, name: r}\n\
                subjects: [{kind: ServiceAccount, name: u, namespace: a}, {kind: ServiceAccount, name: u}]\n";
    let lowered = read(text);
    assert_eq!(lowered.links("Ingress/a/i", "spec.defaultBackend.service.name"), ["Service/a/s"]);
    assert!(lowered.links("Ingress/default/j", "spec.defaultBackend.service.name").is_empty());
    assert_eq!(lowered.links("RoleBinding/z/b", "roleRef.name"), ["ClusterRole/default/r"]);
    assert_eq!(lowered.links("RoleBinding/z/b", "subjects.0.name"), ["ServiceAccount/a/u"]);
    assert!(lowered.links("RoleBinding/z/b", "subjects.1.name").is_empty());
}

fn pod(name: &str, labels: &str) -> String {
    format!(
        "apiVersion: v1\nkind: Pod\nmetadata: {{name: {name}, labels: {{{labels}}}}}\nspec: {{containers: []}}\n---\n"
    )
}

fn policy(name: &str, selector: &str) -> String {
    format!(
        "apiVersion: v1\nkind: NetworkPolicy\nmetadata: {{name: {name}}}\nspec: {{podSelector: {{{selector}}}}}\n---\n"
    )
}

#[test]
fn selectors_lead_to_the_pods_they_select() {
    let pods = pod("a", "app: web, tier: x") + &pod("b", "app: web, v: 1") + &pod("c", "app: db");
    let policies = policy("all", "")
        + &policy("web", "matchLabels: {app: web}")
        + &policy("both", "matchLabels: {app: web, tier: x}")
        + &policy("in", "matchExpressions: [{key: app, operator: In, values: [db, q]}]")
        + &policy("notin", "matchExpressions: [{key: tier, operator: NotIn, values: [x]}]")
        + &policy("exists", "matchExpressions: [{key: tier, operator: Exists}]")
        + &policy("not", "matchExpressions: [{key: tier, operator: DoesNotExist}], matchLabels: {app: web}")
        + &policy("none", "matchLabels: {app: nobody}")
        + &policy("number", "matchLabels: {v: 1}");
    let elsewhere = "apiVersion: v1\nkind: NetworkPolicy\nmetadata: {name: e, namespace: other}\nspec: {podSelector: {}}\n---\n\
                     apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {selector: {app: db}}\n---\n\
                     apiVersion: v1\nkind: Service\nmetadata: {name: t}\nspec: {selector: {}}\n";
    let lowered = read(&format!("{pods}{policies}{elsewhere}"));
    let selected = |address: &str, path: &str| {
        lowered.links(address, path).into_iter().map(|address| &address["Pod/default/".len()..]).collect::<String>()
    };
    for (name, expected) in [
        ("all", "abc"),
        ("web", "ab"),
        ("both", "a"),
        ("in", "c"),
        ("notin", "bc"),
        ("exists", "a"),
        ("not", "b"),
        ("none", ""),
        ("number", "b"),
    ] {
        assert_eq!(selected(&format!("NetworkPolicy/default/{name}"), "spec.podSelector"), expected, "{name}");
    }
    assert_eq!(selected("NetworkPolicy/other/e", "spec.podSelector"), "");
    assert_eq!(selected("Service/default/s", "spec.selector"), "c");
    assert_eq!(selected("Service/default/t", "spec.selector"), "");
}

/// Makes the texts that look like template actions unknown, as the parser of templates does.
fn as_template(value: &mut Value) {
    match &mut value.kind {
        Kind::Map(map) => map.entries.iter_mut().for_each(|entry| as_template(&mut entry.value)),
        Kind::List(list) => list.items.iter_mut().for_each(as_template),
        Kind::String(text) if text.contains("{{") => {
            let pieces = vec![Piece::Hole(Vec::new())];
            value.kind = Kind::Unknown(Arc::new(Unknown { reason: Reason::Expression("template".into()), pieces }));
        }
        _ => {}
    }
}

#[test]
fn the_same_template_action_is_the_same_name() {
    let text = "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: '{{ include \"sa\" . }}'}\n---\napiVersion: v1\nkind: Pod\n\
                metadata: {name: p, labels: {app: '{{ .a }}'}}\nspec:\n  serviceAccountName: '{{- template \"sa\" . }}'\n  containers: []\n---\n\
                apiVersion: v1\nkind: Pod\nmetadata: {name: q, labels: {app: '{{ .b }}'}, namespace: '{{ .Release.Namespace }}'}\n\
                spec: {containers: []}\n---\n\
                apiVersion: v1\nkind: NetworkPolicy\nmetadata: {name: same}\nspec: {podSelector: {matchLabels: {app: '{{.a -}}'}}}\n---\n\
                apiVersion: v1\nkind: NetworkPolicy\nmetadata: {name: may}\nspec: {podSelector: {matchLabels: {app: x}}}\n---\n\
                apiVersion: v1\nkind: NetworkPolicy\nmetadata: {name: not}\nspec: {podSelector: {matchLabels: {b: x}}}\n---\n\
                apiVersion: v1\nkind: NetworkPolicy\nmetadata: {name: unknown}\nspec: {podSelector: {matchLabels: '{{ .l }}'}}\n";
    let sources = Sources::new(vec![SourceFile::new("t/x.yaml".to_owned(), text.to_owned())]);
    let mut tree = crate::parse::yaml::parse(FileId(0), text).tree;
    tree.iter_mut().for_each(as_template);
    let part = lower(&sources, &[(FileId(0), &tree)]).remove(0);
    let lowered = Lowered { sources, part };
    let account = "ServiceAccount/default/{{ include \"sa\" . }}";
    assert_eq!(lowered.addresses()[0], account);
    assert_eq!(lowered.links("Pod/default/p", "spec.serviceAccountName"), [account]);
    assert_eq!(lowered.links("NetworkPolicy/default/same", "spec.podSelector"), ["Pod/default/p"]);
    assert_eq!(lowered.links("NetworkPolicy/default/may", "spec.podSelector"), ["Pod/default/p", "Pod/default/q"]);
    assert!(lowered.links("NetworkPolicy/default/not", "spec.podSelector").is_empty());
    assert_eq!(lowered.show("NetworkPolicy/default/unknown", "spec.podSelector"), "'template' is not evaluated");
}

#[test]
fn what_a_kustomization_builds_is_judged_in_its_place() {
    let pod = |image: &str| {
        format!(
            "apiVersion: v1\nkind: Pod\nmetadata: {{name: p}}\nspec: {{containers: [{{name: a, image: {image}}}]}}\n"
        )
    };
    let (sources, parts) = lower_all(&[
        ("base/kustomization.yaml", "resources: [pod.yaml]\n"),
        ("base/other.yaml", &pod("loose")),
        ("base/pod.yaml", &pod("one")),
        (
            "prod/kustomization.yaml",
            "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [../base]\nnamePrefix: x-\npatches: [{path: p.yaml}]\n",
        ),
        ("prod/p.yaml", &pod("two")),
    ]);
    let shown: Vec<_> = parts
        .iter()
        .map(|part| (part.scopes[0].path.as_str(), part.facts.iter().map(|fact| &*fact.address).collect::<Vec<_>>()))
        .collect();
    assert_eq!(
        shown,
        [
            ("base", vec!["Pod/default/p", "Pod/default/p", "Pod/default/p:a"]),
            ("prod", vec!["Kustomization/prod", "Pod/default/x-p", "Pod/default/x-p", "Pod/default/x-p:a"])
        ]
    );
    let container = &parts[1].facts[3];
    assert_eq!(container.body.get("image").map(|image| sources.slice(image.span)), Some("two"));
    assert_eq!(sources.get(container.span.file).path, "base/pod.yaml");
}

#[test]
fn a_patch_that_no_root_uses_may_hold_more_than_is_written() {
    let patch = "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec: {containers: [{name: a}]}\n";
    let kustomization = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\npatches:\n- path: ./patches/one.yaml\n- patch: '- op: add'\n\
                         patchesStrategicMerge:\n- ../two.yaml\n- ../../out.yaml\n";
    let (sources, parts) = lower_all(&[
        ("k/kustomization.yaml", kustomization),
        ("k/patches/one.yaml", patch),
        ("k/whole.yaml", patch),
        ("two.yaml", patch),
    ]);
    let shown: Vec<_> = parts
        .into_iter()
        .map(|part| Lowered { sources: Sources::default(), part })
        .map(|lowered| format!("{} {}", lowered.part.scopes[0].path, lowered.show("Pod/default/x:a", "")))
        .collect();
    assert_eq!(sources.len(), 4);
    assert_eq!(shown, [" name role pod ...", "k name role pod", "k/patches name role pod ..."]);
}

#[test]
fn a_chart_is_one_root() {
    let config = |name: &str| format!("apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: {name}}}\n");
    let (_, parts) = lower_all(&[
        ("c/Chart.yaml", "name: c\n"),
        ("c/charts/d/Chart.yaml", "name: d\n"),
        ("c/charts/d/templates/x.yaml", &config("d")),
        ("c/templates/a/one.yaml", &config("one")),
        ("c/templates/two.yaml", &config("two")),
        ("other/x.yaml", &config("x")),
    ]);
    let shape: Vec<_> = parts.iter().map(|part| (part.scopes[0].path.as_str(), part.facts.len())).collect();
    assert_eq!(shape, [("c", 2), ("c/charts/d", 1), ("other", 1)]);
}

#[test]
fn a_broken_manifest_shows_what_it_has() {
    let lowered = read(
        "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec:\n  containers:\n  - name: a\n    image: y\n  - [\n",
    );
    assert_eq!(lowered.addresses(), ["Pod/default/x", "Pod/default/x", "Pod/default/x:a"]);
    assert_eq!(lowered.part.scopes[0].unread.len(), 1);
}

#[test]
fn odd_manifests_do_no_harm() {
    for text in [
        "apiVersion: v1\nkind: Pod\n",
        "apiVersion: v1\nkind: Pod\nmetadata: 5\nspec: [x]\n",
        "apiVersion: v1\nkind: Deployment\nmetadata: {name: [a], namespace: {b: c}}\nspec: {template: x}\n",
        "apiVersion: v1\nkind: Deployment\nspec: {template: {spec: {containers: {a: b}, initContainers: [1, {}, {name: }]}}}\n",
        "apiVersion: v1\nkind: List\nitems: x\n",
        "apiVersion: v1\nkind: NetworkPolicy\nspec: {podSelector: {matchLabels: [x], matchExpressions: [5, {key: a}, {operator: In}]}}\n",
        "apiVersion: v1\nkind: Service\nspec: {selector: [x]}\n",
        "apiVersion: v1\nkind: Role\nroleRef: {kind: [a], name: {b: c}}\n",
    ] {
        read(text);
    }
    for text in ["kind: Pod\n", "apiVersion: v1\n", "apiVersion: v1\nkind: 5\n", "apiVersion:\nkind: Pod\n", "[]\n", ""]
    {
        assert!(lower_all(&[("x.yaml", text)]).1.is_empty(), "{text}");
    }
}

#[test]
fn large_folders_are_lowered_within_limits() {
    let pods: String = (0..2_000).map(|at| pod(&format!("p{at}"), "app: web")).collect();
    let policies: String = (0..2_000).map(|at| policy(&format!("n{at}"), "")).collect();
    let lowered = read(&format!("{pods}{policies}"));
    assert_eq!(lowered.links("NetworkPolicy/default/n0", "spec.podSelector").len(), 2_000);
    assert_eq!(lowered.show("NetworkPolicy/default/n1999", "spec.podSelector"), "it is past a limit of depth or size");
    assert_eq!(lowered.part.problems.len(), 1);

    let volumes = "{emptyDir: {}},".repeat(2_000);
    let containers: String = (0..2_000).map(|at| format!("{{name: c{at}}},")).collect();
    let text = format!(
        "apiVersion: v1\nkind: Pod\nmetadata: {{name: x}}\nspec: {{volumes: [{volumes}], containers: [{containers}]}}\n"
    );
    let lowered = read(&text);
    assert_eq!(lowered.show("Pod/default/x:c0", "pod.volumes"), "2000 items");
    assert_eq!(lowered.show("Pod/default/x:c1999", "pod"), "it is past a limit of depth or size");
}

#[test]
fn values_that_another_tool_fills_in_are_not_known() {
    let text = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n  - name: c\n    image: \"r/app:{{ tag }}\"\n    \
                command: ['{{ all }}', plain]\n    args:\n    - |\n      {{ $labels.x }}\n";
    let mut documents = crate::parse::yaml::parse(FileId(0), text).tree;
    open_templates(&mut documents);
    let container =
        &documents[0].get("spec").and_then(|spec| spec.get("containers")).and_then(Value::as_list).unwrap().items[0];
    let image = container.get("image").and_then(Value::as_unknown).cloned().unwrap();
    assert_eq!((image.prefix(), image.may_be_absent()), ("r/app:", false));
    let item = |key: &str, at: usize| &container.get(key).and_then(Value::as_list).unwrap().items[at];
    assert!(item("command", 0).as_unknown().is_some_and(|unknown| unknown.pieces.is_empty()));
    assert_eq!((item("command", 1).as_str(), item("args", 0).as_str()), (Some("plain"), Some("{{ $labels.x }}\n")));
}
