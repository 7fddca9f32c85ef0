use std::collections::BTreeMap;
use std::path::Path;

use base64::Engine;
use serde_json::Value as Json;

use super::*;
use crate::model::Kind;
use crate::source::{ProblemKind, SourceFile};

/// Files, their documents, and what is built of them.
struct Case {
    sources: Sources,
    built: Built,
}

impl Case {
    fn new(files: Vec<(String, String)>) -> Self {
        let sources = Sources::new(files.into_iter().map(|(path, text)| SourceFile::new(path, text)).collect());
        let trees: Vec<_> = sources
            .iter()
            .filter(|(_, file)| file.path.ends_with(".yaml"))
            .map(|(id, file)| (id, parse::yaml::parse(id, &file.text).tree))
            .filter(|(_, tree)| tree.iter().any(crate::lower::iac::kubernetes::is_manifest))
            .collect();
        let files: Vec<File<'_>> = trees.iter().map(|(id, tree)| (*id, tree.as_slice())).collect();
        let built = build(&sources, &files);
        Self { sources, built }
    }

    fn of(files: &[(&str, &str)]) -> Self {
        Self::new(files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect())
    }

    fn root(&self, path: &str) -> &Outcome {
        let found = self.built.roots.iter().find(|root| root.path == path);
        found.unwrap_or_else(|| panic!("no {path} in {:?}", self.paths()))
    }

    fn paths(&self) -> Vec<&str> {
        self.built.roots.iter().map(|root| root.path.as_str()).collect()
    }

    /// The value at some keys of the only object of a kind, numbers stepping into lists.
    fn at(&self, root: &str, kind: &str, path: &str) -> Option<&Value> {
        let is_it = |body: &&Value| body.get("kind").and_then(Value::as_str) == Some(kind);
        let object = self.root(root).built.iter().map(|resource| &resource.body).find(is_it)?;
        path.split('.').try_fold(object, |value, step| match &value.kind {
            Kind::List(list) => list.items.get(step.parse::<usize>().ok()?),
            _ => value.get(step),
        })
    }

    /// The path of the file and the text where a value stands.
    fn place(&self, root: &str, kind: &str, path: &str) -> (&str, &str) {
        let span = self.at(root, kind, path).unwrap_or_else(|| panic!("no {path}")).span;
        (&self.sources.get(span.file).path, self.sources.slice(span))
    }

    fn problems(&self, root: &str) -> Vec<ProblemKind> {
        self.root(root).problems.iter().map(|problem| problem.kind).collect()
    }
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kustomize")
}

fn read(root: &Path) -> Vec<(String, String)> {
    let files = walkdir::WalkDir::new(root).sort_by_file_name().into_iter().filter_map(Result::ok);
    let files = files.filter(|entry| entry.file_type().is_file()).filter_map(|entry| {
        let path = entry.path().strip_prefix(root).ok()?.to_string_lossy().into_owned();
        Some((path, std::fs::read_to_string(entry.path()).ok()?))
    });
    files.filter(|(path, _)| !path.starts_with("expected/")).collect()
}

/// Objects by name, without what is not compared: schemas, and hashes behind names.
fn objects<'v>(documents: impl Iterator<Item = &'v Value>) -> BTreeMap<String, Json> {
    let mut objects = BTreeMap::new();
    for document in documents {
        let mut json = json(document);
        let text = |path: &str| json.pointer(path).and_then(Json::as_str).unwrap_or_default().to_owned();
        let kind = text("/kind");
        let key = format!("{} {kind} {} {}", text("/apiVersion"), text("/metadata/namespace"), text("/metadata/name"));
        if matches!(kind.as_str(), "CustomResourceDefinition" | "Kustomization" | "Component") {
            continue;
        }
        if kind == "Secret" {
            encode(&mut json);
        }
        objects.insert(key, json);
    }
    objects
}

/// The data of a secret as kustomize writes it.
fn encode(secret: &mut Json) {
    let Some(texts) = secret.as_object_mut().and_then(|map| map.shift_remove("stringData")) else { return };
    for (key, value) in texts.as_object().into_iter().flatten() {
        let text = base64::engine::general_purpose::STANDARD.encode(value.as_str().unwrap_or_default());
        secret["data"][key] = Json::String(text);
    }
}

fn json(value: &Value) -> Json {
    match &value.kind {
        Kind::Null => Json::Null,
        Kind::Bool(truth) => Json::Bool(*truth),
        Kind::Number(number) => serde_json::json!(number),
        Kind::String(text) => Json::String(text.to_string()),
        Kind::List(list) => Json::Array(list.items.iter().map(json).collect()),
        Kind::Map(map) => map.entries.iter().map(|entry| (entry.key.to_string(), json(&entry.value))).collect(),
        Kind::Unknown(_) => Json::String("?".to_owned()),
    }
}

/// What differs between what is built and what the program printed, a line for each object.
fn differences(built: &[Resource], printed: &str) -> Vec<String> {
    let hash = regex::Regex::new(r"-[2456789bcdfghkmt]{10}\b").expect("a pattern");
    let printed = hash.replace_all(printed, "");
    let expected = objects(parse::yaml::parse(FileId(0), &printed).tree.iter());
    let built = objects(built.iter().map(|resource| &resource.body));
    let keys: BTreeSet<&String> = expected.keys().chain(built.keys()).collect();
    let mut told = Vec::new();
    for key in keys {
        match (expected.get(key), built.get(key)) {
            (Some(expected), Some(built)) => compare(key, expected, built, &mut told),
            (expected, _) => told.push(format!("{key} is {}", if expected.is_some() { "missing" } else { "extra" })),
        }
    }
    told
}

/// What is not known may be anything; whether a text ends in a line break is the YAML readers' affair.
fn compare(at: &str, expected: &Json, built: &Json, told: &mut Vec<String>) {
    match (expected, built) {
        (_, Json::String(text)) if text == "?" => {}
        // What holds nothing is left out or not.
        (Json::Null, Json::Object(map)) | (Json::Object(map), Json::Null) if map.is_empty() => {}
        (Json::String(one), Json::String(other)) if one.trim_end() == other.trim_end() => {}
        (Json::Object(one), Json::Object(other)) => {
            for key in one.keys().chain(other.keys().filter(|key| !one.contains_key(*key))) {
                let (one, other) = (one.get(key).unwrap_or(&Json::Null), other.get(key).unwrap_or(&Json::Null));
                compare(&format!("{at}/{key}"), one, other, told);
            }
        }
        (Json::Array(one), Json::Array(other)) if one.len() == other.len() => {
            one.iter().zip(other).enumerate().for_each(|(index, (one, other))| {
                compare(&format!("{at}/{index}"), one, other, told);
            });
        }
        _ if expected == built => {}
        _ => told.push(format!("{at}: {expected} is built as {built}")),
    }
}

#[test]
fn what_is_built_is_what_the_program_builds() {
    let case = Case::new(read(&folder()));
    assert_eq!(case.paths().len(), 13);
    let mut told = Vec::new();
    for root in &case.built.roots {
        let expected = folder().join("expected").join(root.path.replace('/', "-") + ".yaml");
        let expected = std::fs::read_to_string(&expected).unwrap_or_else(|_| panic!("no {}", expected.display()));
        told.extend(differences(&root.built, &expected).into_iter().map(|line| format!("{}: {line}", root.path)));
        told.extend(root.problems.iter().map(|problem| format!("{}: {}", root.path, problem.message)));
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
    assert_eq!(case.root("overlays/dev").base.as_deref(), Some("overlays/base"));
    assert_eq!(case.root("layers/top").base, None);
}

const POD: &str = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {hostIPC: true, containers: [{name: a, image: 'nginx:1'}]}\n";

#[test]
fn values_stand_where_they_are_written() {
    let kustomization = "resources: [../base]\nimages: [{name: nginx, newTag: '2'}]\nnamespace: north\npatches:\n- path: p.yaml\n\
                         - patch: |-\n    apiVersion: v1\n    kind: Pod\n    metadata:\n      name: p\n    spec:\n      hostPID: true # here\n\
                         - target: {kind: Pod}\n  patch: '[{\"op\": \"add\", \"path\": \"/spec/hostNetwork\", \"value\": true}]'\n\
                         configMapGenerator:\n- name: c\n  literals: [password=hunter, \"user='me'\"]\n  envs: [e.txt]\n";
    let patch = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: a, securityContext: {privileged: true}}]}\n";
    let case = Case::of(&[
        ("base/kustomization.yaml", "resources: [pod.yaml]\n"),
        ("base/pod.yaml", POD),
        ("top/e.txt", "# a\nKEY=value\n"),
        ("top/kustomization.yaml", kustomization),
        ("top/p.yaml", patch),
    ]);
    assert_eq!(case.paths(), ["top"]);
    let top = "top/kustomization.yaml";
    for (kind, path, file, text) in [
        ("Pod", "spec.hostIPC", "base/pod.yaml", "true"),
        ("Pod", "spec.containers.0.securityContext.privileged", "top/p.yaml", "true"),
        ("Pod", "spec.containers.0.image", top, "'2'"),
        ("Pod", "metadata.namespace", top, "north"),
        ("Pod", "spec.hostPID", top, "true"),
        ("Pod", "spec.hostNetwork", top, "true"),
        ("ConfigMap", "data.password", top, "hunter"),
        ("ConfigMap", "data.user", top, "me"),
        ("ConfigMap", "data.KEY", "top/e.txt", "value"),
    ] {
        assert_eq!(case.place("top", kind, path), (file, text), "{path}");
    }
    let host_pid = case.at("top", "Pod", "spec.hostPID").expect("a value").span;
    assert!(case.sources.get(host_pid.file).text[host_pid.end as usize..].starts_with(" # here"));
    assert_eq!(case.built.files.len(), 4, "the literals' file is no manifest");
}

#[test]
fn only_roots_are_built() {
    let case = Case::of(&[
        ("a/kustomization.yaml", "resources: [../b]\n"),
        ("b/kustomization.yaml", "resources: [pod.yaml]\n"),
        ("b/pod.yaml", POD),
        ("c/kustomization.yaml", "kind: Component\nresources: [pod.yaml]\n"),
        ("c/pod.yaml", POD),
        (
            "d/kustomization.yaml",
            "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nspec: {path: ../b}\n",
        ),
        ("e/Kustomization", "resources: [../b]\n"),
    ]);
    assert_eq!(case.paths(), ["a", "e"]);
    let files: Vec<_> = case.built.files.iter().map(|id| case.sources.get(*id).path.as_str()).collect();
    assert_eq!(files, ["a/kustomization.yaml", "b/kustomization.yaml", "b/pod.yaml", "e/Kustomization"]);
}

#[test]
fn what_is_not_in_the_repository_is_unread_and_its_patches_are_known_in_part() {
    let kustomization = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [https://example.org/x.yaml, \
                         'github.com/a/b?ref=v1', ../../out, gone.yaml]\nhelmCharts: [{name: x}]\ngenerators: [g.yaml]\n\
                         patches:\n- path: p.yaml\n- path: gone.yaml\n";
    let case = Case::of(&[("k/kustomization.yaml", kustomization), ("k/p.yaml", POD)]);
    let root = case.root("k");
    assert_eq!(root.unread.len(), 7);
    assert_eq!(root.problems.len(), 7);
    let pod = case.at("k", "Pod", "spec").and_then(Value::as_map).expect("the patch");
    assert!(pod.open.is_some());
}

#[test]
fn a_patch_for_nothing_is_told() {
    let kustomization = "resources: [p.yaml]\npatches:\n- patch: '{apiVersion: v1, kind: Pod, metadata: {name: other}, spec: {hostPID: true}}'\n\
                         - target: {kind: Pod}\n  patch: '[{op: replace, path: /spec/none/x, value: 1}]'\n- target: {name: '('}\n  patch: '{spec: {a: b}}'\n";
    let case = Case::of(&[("k/kustomization.yaml", kustomization), ("k/p.yaml", POD)]);
    assert_eq!(case.problems("k"), [ProblemKind::ModuleNotFound; 4], "the operation fails for both pods");
}

#[test]
fn a_transformer_that_is_not_run_may_change_everything() {
    let kustomization = "resources: [p.yaml]\ntransformers: [t.yaml]\n";
    let case = Case::of(&[("k/kustomization.yaml", kustomization), ("k/p.yaml", POD)]);
    assert!(case.at("k", "Pod", "spec").and_then(Value::as_map).is_some_and(|map| map.open.is_some()));
    assert_eq!(case.problems("k"), [ProblemKind::Unrendered]);
}

#[test]
fn kustomizations_that_take_each_other_in_end() {
    let case = Case::of(&[
        ("a/kustomization.yaml", "resources: [../b, p.yaml]\n"),
        ("a/p.yaml", POD),
        ("b/kustomization.yaml", "resources: [../a]\n"),
        ("c/kustomization.yaml", "resources: [.]\n"),
    ]);
    assert_eq!(case.paths(), ["a", "c"]);
    assert_eq!(case.problems("a"), [ProblemKind::ModuleCycle]);
    assert_eq!(case.problems("c"), [ProblemKind::ModuleCycle]);
    assert!(case.at("a", "Pod", "spec").is_some());
}

#[test]
fn what_doubles_at_every_level_is_bounded() {
    let mut files = vec![("l0/kustomization.yaml".to_owned(), "resources: [p.yaml]\n".to_owned())];
    let pods = format!("{POD}---\n").repeat(50);
    files.push(("l0/p.yaml".to_owned(), pods));
    for level in 1..40 {
        let path = format!("l{level}/kustomization.yaml");
        files.push((path, format!("resources: [../l{0}, ../l{0}]\n", level - 1)));
    }
    let case = Case::new(files);
    let limits = case.problems("l39").into_iter().filter(|kind| *kind == ProblemKind::Limit).count();
    assert!(limits > 0);
}

#[test]
fn changes_of_everything_are_bounded() {
    let pods = format!("{POD}---\n").repeat(2_000);
    let images = "- {name: nginx, newTag: '2'}\n".repeat(4_000);
    let kustomization = format!("resources: [p.yaml]\nimages:\n{images}");
    let case = Case::of(&[("k/kustomization.yaml", &kustomization), ("k/p.yaml", &pods)]);
    assert_eq!(case.problems("k"), [ProblemKind::Limit]);
}

#[test]
fn odd_kustomizations_do_no_harm() {
    for text in [
        "",
        "[]",
        "resources: x\npatches: 5\nimages: {}\n",
        "resources: [[a], {b: c}, 5, null, '']\nbases: ['/etc', ../../..]\n",
        "resources: [p.yaml]\nimages: [5, {name: nginx}, {name: [x], newTag: {}}]\nreplicas: [{name: p}, 5]\nlabels: [{pairs: 5}, 7]\n",
        "resources: [p.yaml]\ncommonLabels: [a]\ncommonAnnotations: x\nnamespace: {a: b}\nnamePrefix: [x]\n",
        "resources: [p.yaml]\npatches: [5, {}, {patch: ''}, {patch: 'a: [', target: {}}, {path: {}}, {patch: '[{op: x, path: y}]', target: 5}]\n",
        "resources: [p.yaml]\npatchesJson6902: [{target: {kind: Pod}, patch: '[{op: add, path: /spec/containers/9, value: 1}, {op: remove, path: \"\"}, \
         {op: add, path: \"\", value: 1}, {op: move, from: /a, path: /b}]'}]\n",
        "resources: [p.yaml]\nreplacements: [5, {}, {source: {}}, {source: {kind: Pod}, targets: [{}, {select: {kind: Pod}, fieldPaths: ['[', '...', \
         'spec.containers.[name', 5]}]}]\n",
        "resources: [p.yaml]\nvars: [5, {name: A}, {name: B, objref: {kind: None}}]\nconfigMapGenerator: [5, {}, {name: x, literals: ['', '=', a], \
         files: [5, '', '=x'], envs: x}]\n",
    ] {
        Case::of(&[("k/kustomization.yaml", text), ("k/p.yaml", POD)]);
    }
}
