//! Pulumi's projects in YAML: their resources are those of the bridged providers and of Kubernetes, with
//! configuration, variables and references filled in. Each stack's file is a variant.

use std::cell::Cell;
use std::collections::{BTreeMap, HashMap};

use crate::model::{Dialect, Entry, Fact, Kind, Link, List, Map, Part, Piece, Reason, Scope, ScopeId, Unread, Value};
use crate::parse::yaml;
use crate::source::{FileId, Problem, ProblemKind, Sources, Span};

use super::name::{Resource, snake};
use super::{Programs, pulumi};

/// How deep expressions and variables nest.
const DEPTH: usize = 60;
/// How many nodes one variant of a project may be evaluated to.
const WORK: usize = 400_000;
/// Stacks of one project that are evaluated.
const MOST_STACKS: usize = 16;

/// What the projects of a scan declare.
#[derive(Default)]
pub struct Projects {
    /// Resources of bridged providers.
    pub parts: Vec<Part>,
    /// Kubernetes objects, as manifests.
    pub manifests: Vec<(FileId, Vec<Value>)>,
}

/// Whether a document is a project whose program is YAML, or such a program.
#[must_use]
pub fn is_project(document: &Value) -> bool {
    let runtime = document.get("runtime");
    let runtime = runtime.and_then(|runtime| runtime.as_str().or_else(|| runtime.get("name")?.as_str()));
    let resources = document.get("resources").and_then(Value::as_map);
    // Other tools' templates have types with two colons, `OS::Nova::Server`.
    let is_typed = |entry: &Entry| {
        let kind = entry.value.get("type").and_then(Value::as_str);
        kind.is_some_and(|kind| kind.contains(':') && !kind.contains("::"))
    };
    let typed = resources.is_some_and(|map| !map.entries.is_empty() && map.entries.iter().all(is_typed));
    typed && (runtime == Some("yaml") || runtime.is_none() && document.get("kind").is_none())
}

impl Programs<'_> {
    /// Lowers projects whose programs are YAML.
    #[must_use]
    pub fn projects(&self, sources: &Sources, files: &[(FileId, Vec<Value>)]) -> Projects {
        let mut projects = Projects::default();
        if files.is_empty() {
            return projects;
        }
        let mut stacks: HashMap<&str, Vec<FileId>> = HashMap::new();
        for (id, file) in sources.iter() {
            let stack = file.name().strip_prefix("Pulumi.").and_then(|rest| rest.rsplit_once('.'));
            if stack.is_some_and(|(_, extension)| matches!(extension, "yaml" | "yml")) {
                stacks.entry(file.folder()).or_default().push(id);
            }
        }
        for (id, documents) in files {
            let beside = stacks.get(sources.get(*id).folder()).map_or(&[][..], Vec::as_slice);
            for document in documents.iter().filter(|document| is_project(document)) {
                self.project(sources, *id, document, beside, &mut projects);
            }
        }
        projects
    }

    fn project(&self, sources: &Sources, id: FileId, document: &Value, beside: &[FileId], projects: &mut Projects) {
        let path = &sources.get(id).path;
        let mut stacks: Vec<(Option<String>, Option<Value>)> = Vec::new();
        for stack in beside.iter().take(MOST_STACKS) {
            let tree = yaml::parse(*stack, &sources.get(*stack).text).tree.into_iter().next();
            stacks.push((Some(sources.get(*stack).path.clone()), tree.and_then(|tree| tree.get("config").cloned())));
        }
        if stacks.is_empty() {
            stacks.push((None, None));
        }
        for (at, (variant, config)) in stacks.into_iter().enumerate() {
            let project = Project::new(self, document, config.as_ref());
            let mut part = Part::default();
            if at == 0 && beside.len() > MOST_STACKS {
                let message = format!("of {} stacks the first {MOST_STACKS} were tried", beside.len());
                part.problems.push(Problem::file(ProblemKind::Limit, path, message));
            }
            let mut scope = Scope { variant, ..Scope::new(Dialect::Terraform, path) };
            let mut manifests = Vec::new();
            for entry in document.get("resources").and_then(Value::as_map).map_or(&[][..], |map| &map.entries) {
                project.resource(entry, &mut part.facts, &mut scope.unread, &mut manifests);
            }
            if !manifests.is_empty() && at == 0 {
                projects.manifests.push((id, manifests));
            }
            part.scopes.push(scope);
            projects.parts.push(part);
        }
    }
}

struct Project<'p> {
    programs: &'p Programs<'p>,
    document: &'p Value,
    config: BTreeMap<&'p str, &'p Value>,
    /// The addresses of the resources by their names.
    resources: BTreeMap<&'p str, String>,
    left: Cell<usize>,
}

impl<'p> Project<'p> {
    fn new(programs: &'p Programs<'p>, document: &'p Value, stack: Option<&'p Value>) -> Self {
        let mut config: BTreeMap<&str, &Value> = BTreeMap::new();
        for map in [document.get("config"), document.get("configuration"), stack].into_iter().flatten() {
            for entry in map.as_map().map_or(&[][..], |map| &map.entries) {
                // A stack's keys name their project as well.
                let key = entry.key.rsplit(':').next().unwrap_or(&entry.key);
                let is_declared = entry.value.get("type").is_some() || entry.value.get("default").is_some();
                let value = if is_declared {
                    entry.value.get("default").or_else(|| entry.value.get("value"))
                } else {
                    Some(&entry.value)
                };
                if let Some(value) = value.or_else(|| entry.value.get("value")) {
                    config.insert(key, value);
                }
            }
        }
        let mut project = Self { programs, document, config, resources: BTreeMap::new(), left: Cell::new(WORK) };
        for entry in document.get("resources").and_then(Value::as_map).map_or(&[][..], |map| &map.entries) {
            let kind = project.kind(&entry.value).unwrap_or_else(|| "resource".to_owned());
            project.resources.insert(&entry.key, format!("{kind}.{}", entry.key));
        }
        project
    }

    /// Terraform's type of a resource.
    fn kind(&self, resource: &Value) -> Option<String> {
        let mut parts = resource.get("type")?.as_str()?.split(':');
        let (provider, module) = (parts.next()?, parts.next()?);
        // `aws:s3:Bucket`, `aws:s3/bucket:Bucket`; without a module the provider's own, `aws:Provider`.
        let class = parts.next()?;
        let module = module.split('/').next().unwrap_or(module);
        pulumi::kind(self.programs.constructs(), &Resource { provider, module, class })
    }

    fn resource(&self, entry: &Entry, facts: &mut Vec<Fact>, unread: &mut Vec<Unread>, manifests: &mut Vec<Value>) {
        let properties = entry.value.get("properties");
        let value = properties.map_or_else(|| Value::map(Vec::new(), entry.value.span), |value| self.value(value, 0));
        let kind = entry.value.get("type").and_then(Value::as_str).unwrap_or_default();
        if let Some(rest) = kind.strip_prefix("kubernetes:") {
            manifests.extend(manifest(rest, entry, value));
            return;
        }
        let Some(kind) = self.kind(&entry.value) else {
            // A component, or a provider that is not bridged: what it is given it may change.
            let what = format!("resource '{}' of type '{kind}'", entry.key);
            return unread.push(Unread { call: value, span: entry.key_span, what });
        };
        let keys = &self.programs.keys().terraform;
        let body = super::body::renamed(&value, &|key, value| pulumi::spellings(keys, key, value));
        facts.push(Fact {
            dialect: Dialect::Terraform,
            kind: kind.as_str().into(),
            address: format!("{kind}.{}", entry.key).into(),
            scope: ScopeId(0),
            body,
            span: entry.key_span.to(entry.value.span),
            header: entry.key_span,
            via: Vec::new(),
        });
    }

    fn value(&self, value: &Value, depth: usize) -> Value {
        let left = self.left.get();
        if depth > DEPTH || left == 0 {
            return Value::unknown(Reason::Limit, value.span);
        }
        self.left.set(left - 1);
        match &value.kind {
            Kind::String(text) if text.contains("${") => self.text(text, value.span, depth),
            Kind::List(list) => {
                let items = list.items.iter().map(|item| self.value(item, depth + 1)).collect();
                Value { kind: Kind::List(List { items, open: list.open.clone() }), ..value.clone() }
            }
            Kind::Map(map) => match map.entries.as_slice() {
                [only] if only.key.starts_with("fn::") => self.call(&only.key[4..], &only.value, value.span, depth),
                _ => {
                    let entries = map
                        .entries
                        .iter()
                        .map(|entry| Entry { value: self.value(&entry.value, depth + 1), ..entry.clone() });
                    let map = Map { entries: entries.collect(), open: map.open.clone() };
                    Value { kind: Kind::Map(map), ..value.clone() }
                }
            },
            _ => value.clone(),
        }
    }

    fn call(&self, name: &str, argument: &Value, span: Span, depth: usize) -> Value {
        match name {
            // What is encoded says more than its code.
            "secret" | "toJSON" | "toBase64" => self.value(argument, depth + 1).used_at(span),
            "join" => {
                let parts = argument.as_list().map_or(&[][..], |list| &list.items);
                let [delimiter, list] = parts else {
                    return Value::unknown(Reason::Expression("fn::join".into()), span);
                };
                let delimiter = delimiter.as_str().unwrap_or_default();
                let list = self.value(list, depth + 1);
                let mut pieces = Pieces::default();
                for (at, item) in list.as_list().map_or(&[][..], |list| &list.items).iter().enumerate() {
                    if at > 0 {
                        pieces.push_str(delimiter);
                    }
                    pieces.push(item);
                }
                pieces.finish(span)
            }
            _ => Value::unknown(Reason::Expression(format!("fn::{name}").into()), span),
        }
    }

    /// A text with references in it; one that is nothing else is what it refers to.
    fn text(&self, text: &str, span: Span, depth: usize) -> Value {
        if let Some(whole) =
            text.strip_prefix("${").and_then(|rest| rest.strip_suffix('}')).filter(|name| !name.contains("${"))
        {
            return self.reference(whole, span, depth);
        }
        let mut pieces = Pieces::default();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("${") {
            let before_escape = before.strip_suffix('$');
            pieces.push_str(before_escape.unwrap_or(before));
            let Some((name, behind)) = after.split_once('}') else {
                rest = after;
                break;
            };
            if before_escape.is_some() {
                pieces.push_str(&format!("${{{name}}}"));
            } else {
                pieces.push(&self.reference(name, span, depth));
            }
            rest = behind;
        }
        pieces.push_str(rest);
        pieces.finish(span)
    }

    fn reference(&self, path: &str, span: Span, depth: usize) -> Value {
        let path = path.trim();
        let (name, rest) = path.find(['.', '[']).map_or((path, ""), |at| path.split_at(at));
        let attribute = rest.trim_start_matches('.');
        if let Some(address) = self.resources.get(name) {
            let link = Link { address: address.as_str().into(), attribute: snake(attribute).into() };
            return Value::unknown(Reason::Computed(path.into()), span).with_links([link]);
        }
        let variables = self.document.get("variables");
        if let Some(variable) = variables.and_then(|variables| variables.get(name)) {
            let value = self.value(variable, depth + 1);
            return inside(value, attribute)
                .unwrap_or_else(|| Value::unknown(Reason::Expression(path.into()), span))
                .used_at(span);
        }
        match self.config.get(name) {
            Some(value) if value.get("secure").is_none() => inside((*value).clone(), attribute)
                .unwrap_or_else(|| Value::unknown(Reason::Input(path.into()), span))
                .used_at(span),
            _ => Value::unknown(Reason::Input(path.into()), span),
        }
    }
}

/// What a dotted path leads to; none where it leads nowhere.
fn inside(value: Value, path: &str) -> Option<Value> {
    let steps = path.split(['.', '[', ']']).map(|step| step.trim_matches('"')).filter(|step| !step.is_empty());
    steps.into_iter().try_fold(value, |value, step| match &value.kind {
        Kind::List(list) => list.items.get(step.parse::<usize>().ok()?).cloned(),
        _ => value.get(step).cloned(),
    })
}

/// A Kubernetes object as its manifest.
fn manifest(kind: &str, entry: &Entry, value: Value) -> Option<Value> {
    let (version, kind) = kind.split_once(':')?;
    let version = version.strip_prefix("core/").unwrap_or(version);
    let Kind::Map(mut map) = value.kind else { return None };
    let span = entry.key_span;
    map.entries.retain(|entry| !matches!(&*entry.key, "apiVersion" | "kind"));
    let text = |key: &str, text: &str| Entry { key: key.into(), key_span: span, value: Value::string(text, span) };
    map.entries.splice(0..0, [text("apiVersion", version), text("kind", kind)]);
    if map.get("metadata").is_none() {
        let metadata = Value::map(vec![text("name", &entry.key)], span);
        map.entries.push(Entry { key: "metadata".into(), key_span: span, value: metadata });
    }
    Some(Value { kind: Kind::Map(map), ..value })
}

/// A text in the making.
#[derive(Default)]
struct Pieces {
    pieces: Vec<Piece>,
    tail: String,
    reason: Option<Reason>,
    links: Vec<Link>,
}

impl Pieces {
    fn push_str(&mut self, text: &str) {
        self.tail.push_str(text);
    }

    fn push(&mut self, value: &Value) {
        self.links.extend(value.links().iter().cloned());
        match &value.kind {
            Kind::String(text) => self.tail.push_str(text),
            Kind::Number(number) => self.tail.push_str(&number.to_string()),
            Kind::Bool(truth) => self.tail.push_str(&truth.to_string()),
            kind => {
                let reason = if let Kind::Unknown(unknown) = kind {
                    unknown.reason.clone()
                } else {
                    Reason::Expression("a list or map within a text".into())
                };
                self.reason.get_or_insert(reason);
                if !self.tail.is_empty() {
                    self.pieces.push(Piece::Text(std::mem::take(&mut self.tail).into()));
                }
                self.pieces.push(Piece::Hole(value.links().to_vec()));
            }
        }
    }

    fn finish(mut self, span: Span) -> Value {
        let Some(reason) = self.reason else { return Value::string(self.tail, span) };
        if !self.tail.is_empty() {
            self.pieces.push(Piece::Text(self.tail.into()));
        }
        Value::partial(reason, self.pieces, span).with_links(self.links)
    }
}
