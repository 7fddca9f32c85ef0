//! GitLab CI: pipelines, their jobs and includes as facts, and the images that they use as signs of vendors.
//!
//! A job is what it and the jobs it `extends` say, as far as they stand in the file; `default` and keywords at the
//! top apply where it says nothing itself. Variables, `$NAME`, stay in the texts as they are written.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::{Dialect, Entry, Fact, Kind, Map, Part, Reason, Scope, ScopeId, Unknown, Value};
use crate::source::{FileId, Sources, Span};

use super::image;

/// How many levels of `extends` GitLab follows.
const MAX_EXTENDS: usize = 11;
/// How many entries jobs may inherit in all, lest a large template be copied over and over.
const MAX_INHERITED: usize = 100_000;

/// Keywords at the top of a file; every other key is a job.
const KEYWORDS: [&str; 12] = [
    "default",
    "include",
    "stages",
    "variables",
    "workflow",
    "spec",
    "image",
    "services",
    "cache",
    "before_script",
    "after_script",
    "types",
];
/// Keywords that a job takes from `default`, or from the top.
const DEFAULTS: [&str; 6] = ["image", "services", "cache", "before_script", "after_script", "id_tokens"];
/// Keywords that make a map a job.
const OF_JOBS: [&str; 9] =
    ["script", "extends", "trigger", "before_script", "after_script", "image", "stage", "variables", "services"];

/// The facts of a pipeline file; none when the file is none.
#[must_use]
pub fn lower(sources: &Sources, file: FileId, documents: &[Value]) -> Option<Part> {
    let source = sources.get(file);
    if !is_pipeline(&source.path) {
        return None;
    }
    let maps: Vec<(&Value, &Map)> =
        documents.iter().filter_map(|document| Some((document, document.as_map()?))).collect();
    let is_any = |map: &Map| map.entries.iter().any(|entry| KEYWORDS.contains(&&*entry.key) || is_job(entry));
    if !maps.iter().any(|(_, map)| is_any(map)) {
        return None;
    }
    let mut lowering = Lowering { part: Part::default(), budget: MAX_INHERITED };
    for (document, map) in maps {
        lowering.document(source.name(), document, map);
    }
    lowering.part.scopes.push(Scope::new(Dialect::Gitlab, source.path.clone()));
    // An image of `default` is that of every job.
    lowering.part.uses.sort();
    lowering.part.uses.dedup();
    Some(lowering.part)
}

/// Whether a path is that of a pipeline: `.gitlab-ci.yml`, `build.gitlab-ci.yml`, `.gitlab/ci/build.yml`.
fn is_pipeline(path: &str) -> bool {
    let lower = path.to_ascii_lowercase();
    let Some(stem) = lower.strip_suffix(".yml").or_else(|| lower.strip_suffix(".yaml")) else { return false };
    stem.ends_with(".gitlab-ci")
        || [".gitlab/ci/", ".gitlab-ci/"]
            .iter()
            .any(|folder| stem.starts_with(folder) || stem.contains(&format!("/{folder}")))
}

fn is_job(entry: &Entry) -> bool {
    !KEYWORDS.contains(&&*entry.key)
        && entry.value.as_map().is_some_and(|map| OF_JOBS.iter().any(|key| map.entry(key).is_some()))
}

struct Lowering {
    part: Part,
    /// How many more entries may be inherited.
    budget: usize,
}

impl Lowering {
    fn document(&mut self, name: &str, document: &Value, map: &Map) {
        let header = map.entries.first().map_or(document.span, |entry| entry.key_span);
        let own = map.entries.iter().filter(|entry| KEYWORDS.contains(&&*entry.key) && &*entry.key != "include");
        let entries: Vec<Entry> = own.map(normal).collect();
        if let Some(image) = entries.iter().find(|entry| &*entry.key == "image") {
            self.images(&image.value);
        }
        self.fact("pipeline", name.into(), Map { entries, open: map.open.clone() }, document.span, header);
        if let Some(include) = map.entry("include") {
            self.includes(include);
        }
        let extended: BTreeSet<&str> = map.entries.iter().flat_map(|entry| parents(&entry.value)).collect();
        for entry in map.entries.iter().filter(|entry| is_job(entry)) {
            // A template that jobs of this file extend is judged as these jobs.
            if entry.key.starts_with('.') && extended.contains(&*entry.key) {
                continue;
            }
            let mut body = self.extended(map, &entry.value, 0);
            self.defaults(map, &mut body);
            for key in ["image", "services"] {
                if let Some(value) = body.get(key).cloned() {
                    self.images(&value);
                }
            }
            self.fact("job", entry.key.clone(), body, entry.key_span.to(entry.value.span), entry.key_span);
        }
    }

    /// A job's keywords with those of what it extends, the nearest of each; variables are joined.
    fn extended(&mut self, file: &Map, job: &Value, depth: usize) -> Map {
        let Some(own) = job.as_map() else { return Map::default() };
        // Many that extend many others of the same kind are more than the file shows.
        self.budget = self.budget.saturating_sub(own.entries.len() + 1);
        let mut body = Map { entries: own.entries.iter().map(normal).collect(), open: own.open.clone() };
        for parent in parents(job).into_iter().rev() {
            let Some(entry) = file.entry(parent).filter(|_| depth < MAX_EXTENDS && self.budget > 0) else {
                let reason = if depth < MAX_EXTENDS && self.budget > 0 {
                    Reason::Undeclared(parent.into())
                } else {
                    Reason::Limit
                };
                body.open = Some(Arc::new(Unknown { reason, pieces: Vec::new() }));
                continue;
            };
            let inherited = self.extended(file, &entry.value, depth + 1);
            body.open = body.open.or(inherited.open);
            for entry in inherited.entries {
                self.inherit(&mut body, entry);
            }
        }
        body
    }

    fn inherit(&mut self, body: &mut Map, entry: Entry) {
        let size = entry.value.as_map().map_or(1, |map| map.entries.len()) + 1;
        if self.budget < size {
            body.open.get_or_insert_with(|| Arc::new(Unknown { reason: Reason::Limit, pieces: Vec::new() }));
            return;
        }
        self.budget -= size;
        let Some(at) = body.entries.iter().position(|own| own.key == entry.key) else {
            body.entries.push(entry);
            return;
        };
        if &*entry.key == "variables"
            && let (Kind::Map(own), Kind::Map(theirs)) = (&mut body.entries[at].value.kind, entry.value.kind)
        {
            let known: BTreeSet<Arc<str>> = own.entries.iter().map(|entry| entry.key.clone()).collect();
            own.entries.extend(theirs.entries.into_iter().filter(|entry| !known.contains(&entry.key)));
        }
    }

    fn defaults(&mut self, file: &Map, body: &mut Map) {
        let default = file.get("default");
        for key in DEFAULTS {
            let of = default.and_then(|default| default.as_map()?.entry(key)).or_else(|| file.entry(key));
            if let Some(entry) = of.filter(|_| body.entry(key).is_none()) {
                self.inherit(body, normal(entry));
            }
        }
    }

    fn includes(&mut self, include: &Entry) {
        let items = match &include.value.kind {
            Kind::List(list) => &list.items[..],
            _ => std::slice::from_ref(&include.value),
        };
        for item in items {
            let body = match &item.kind {
                Kind::Map(map) => map.clone(),
                Kind::String(text) => {
                    let key = if text.contains("://") { "remote" } else { "local" };
                    Map { entries: vec![Entry::of(key, item.clone())], open: None }
                }
                _ => continue,
            };
            let keys = ["remote", "project", "component", "template", "local"];
            let name = keys.into_iter().find_map(|key| body.get(key)?.as_str()).unwrap_or("include");
            let header = body.entries.first().map_or(item.span, |entry| entry.key_span);
            self.fact("include", name.into(), body, item.span, header);
        }
    }

    fn images(&mut self, of: &Value) {
        let items = match &of.kind {
            Kind::List(list) => &list.items[..],
            _ => std::slice::from_ref(of),
        };
        let names = items.iter().filter_map(|item| item.get("name"));
        let known = names.filter(|name| name.as_str().is_some_and(|text| !text.contains('$')));
        self.part.uses.extend(known.filter_map(image::used));
    }

    fn fact(&mut self, kind: &str, address: Arc<str>, body: Map, span: Span, header: Span) {
        self.part.facts.push(Fact {
            dialect: Dialect::Gitlab,
            kind: kind.into(),
            address,
            scope: ScopeId(0),
            body: Value::new(Kind::Map(body), span),
            span,
            header,
            via: Vec::new(),
        });
    }
}

/// What a job extends, nearest last.
fn parents(job: &Value) -> Vec<&str> {
    match job.get("extends").map(|extends| &extends.kind) {
        Some(Kind::String(name)) => vec![name],
        Some(Kind::List(list)) => list.items.iter().take(MAX_EXTENDS).filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// A keyword in one form: images and services are maps with a name, scripts are flat lists.
fn normal(entry: &Entry) -> Entry {
    let value = &entry.value;
    let value = match &*entry.key {
        "image" => named(value),
        "services" => listed(value, named),
        "script" | "before_script" | "after_script" => listed(value, Value::clone),
        "variables" => variables(value),
        _ => value.clone(),
    };
    Entry { value, ..entry.clone() }
}

fn named(value: &Value) -> Value {
    match &value.kind {
        Kind::String(_) => Value::map(vec![Entry::of("name", value.clone())], value.span),
        _ => value.clone(),
    }
}

/// A flat list, in which a list of a list is its items and a reference to other jobs is not known.
fn listed(value: &Value, one: fn(&Value) -> Value) -> Value {
    let mut items = Vec::new();
    let mut open = None;
    let outer = match &value.kind {
        Kind::List(list) => &list.items[..],
        _ => std::slice::from_ref(value),
    };
    for item in outer {
        match &item.kind {
            Kind::List(inner) => items.extend(inner.items.iter().map(one)),
            Kind::Map(map) if map.entry("!reference").is_some() => {
                open = Some(Arc::new(Unknown { reason: Reason::Expression("!reference".into()), pieces: Vec::new() }));
            }
            _ => items.push(one(item)),
        }
    }
    Value::new(Kind::List(crate::model::List { items, open }), value.span)
}

/// Variables by name: `{NAME: {value: x}}` is `{NAME: x}`.
fn variables(value: &Value) -> Value {
    let Some(map) = value.as_map() else { return value.clone() };
    let entries = map.entries.iter().map(|entry| match entry.value.get("value") {
        Some(inner) => Entry { value: inner.clone(), ..entry.clone() },
        None => entry.clone(),
    });
    Value::new(Kind::Map(Map { entries: entries.collect(), open: map.open.clone() }), value.span)
}

#[cfg(test)]
mod tests {
    use super::super::testing::Lowered;
    use super::*;
    use crate::source::SourceFile;

    fn read(path: &str, text: &str) -> Option<Lowered> {
        let sources = Sources::new(vec![SourceFile::new(path.to_owned(), text.to_owned())]);
        let tree = crate::parse::yaml::parse(FileId(0), text).tree;
        let part = lower(&sources, FileId(0), &tree)?;
        Some(Lowered { sources, part })
    }

    #[test]
    fn a_job_is_what_it_extends_too() {
        let text = "default:\n  image: node:20\nvariables:\n  A: {value: x, description: y}\n.base:\n  services: [postgres:16]\n  variables: {B: b, C: b}\n  \
                    script: [base]\n.deep:\n  extends: .base\n  before_script: one\ntest:\n  extends: [.deep, .other]\n  variables: {C: own}\n  \
                    script:\n    - [x, y]\n    - z\n    - !reference [.base, script]\n.alone:\n  script: [w]\n";
        let of = read(".gitlab-ci.yml", text).unwrap();
        assert_eq!(of.addresses(), [".gitlab-ci.yml", "test", ".alone"]);
        assert_eq!(of.show("test", "image.name"), "node:20");
        assert_eq!(of.show("test", "services.0.name"), "postgres:16");
        assert_eq!(of.show("test", "variables.B"), "b");
        assert_eq!(of.show("test", "variables.C"), "own");
        assert_eq!(of.show("test", "script"), "3 items");
        assert!(of.show("test", "").ends_with("..."), "what is not in the file may say more");
        assert_eq!(of.show(".gitlab-ci.yml", "variables.A"), "x");
        assert_eq!(of.images(), ["node", "postgres"]);
    }

    #[test]
    fn includes_are_maps() {
        let text = "include:\n  - https://example.org/a.yml\n  - /b.yml\n  - project: g/p\n    file: c.yml\n  - 5\njob:\n  script: x\n";
        let of = read("ci/build.gitlab-ci.yml", text).unwrap();
        assert_eq!(of.show("https://example.org/a.yml", "remote"), "https://example.org/a.yml");
        assert_eq!(of.show("/b.yml", "local"), "/b.yml");
        assert_eq!(of.show("g/p", "file"), "c.yml");
        assert_eq!(of.show("job", "script"), "1 items");
    }

    #[test]
    fn other_files_are_none() {
        assert!(read("ci.yml", "job:\n  script: x\n").is_none());
        assert!(read(".gitlab-ci.yml", "- x\n").is_none());
        assert!(read(".gitlab/ci/x.yml", "a: b\n").is_none());
        assert!(read(".gitlab/ci/x.yml", "a: {script: b}\n").is_some());
    }

    #[test]
    fn jobs_that_extend_each_other_end() {
        let mut text = String::new();
        for at in 0..300 {
            let all: Vec<String> = (0..11).map(|next| format!("j{}", (at + next) % 300)).collect();
            text.push_str(&format!("j{at}:\n  extends: [{}]\n  script: x\n", all.join(", ")));
        }
        assert_eq!(read(".gitlab-ci.yml", &text).unwrap().part.facts.len(), 301);
    }
}
