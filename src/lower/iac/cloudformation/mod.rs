//! AWS CloudFormation and SAM templates: each is a root, each of its resources a fact.
//!
//! A fact's body is the resource's properties, evaluated; beside them stand what is written on the resource
//! itself: `DeletionPolicy`, `DependsOn` and the like. Parameters are worth their defaults. SAM resources keep
//! their own types, with `Globals` merged into them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Dialect, Entry, Fact, Kind, Map, Part, Provider, Scope, ScopeId, Unread, Value};
use crate::source::{FileId, Sources, Span};

mod conditions;
mod either;
mod evaluate;
mod functions;
mod globals;
mod template;
#[cfg(test)]
mod tests;
mod text;

use evaluate::{Env, Evaluator};
use globals::Globals;
use template::Template;

/// What stands beside a resource's properties and is kept among them.
const BESIDE_PROPERTIES: [&str; 5] = ["DeletionPolicy", "UpdateReplacePolicy", "DependsOn", "Metadata", "Condition"];
/// Resources that are templates of their own, and the property that says where.
const NESTED: [(&str, &str); 2] =
    [("AWS::CloudFormation::Stack", "TemplateURL"), ("AWS::Serverless::Application", "Location")];

/// Lowers a file whose documents were read as YAML or JSON; `None` if none of them is a template.
#[must_use]
pub fn lower(sources: &Sources, file: FileId, documents: &[Value]) -> Option<Part> {
    let mut part = Part::default();
    for document in documents {
        if let Some(template) = Template::new(document) {
            lower_template(sources, file, document, template, &mut part);
        }
    }
    (!part.scopes.is_empty()).then_some(part)
}

fn lower_template<'t>(
    sources: &'t Sources,
    file: FileId,
    document: &'t Value,
    template: Template<'t>,
    part: &mut Part,
) {
    let mut evaluator = Evaluator::new(sources, template);
    let resources = evaluator.template.resources;
    let mut declared = std::collections::BTreeSet::new();
    for entry in resources {
        // What cannot be known of a loop is said below, when its resources are lowered.
        let _ = evaluator.entry(entry, Env::default(), &mut |name, _, _, _| {
            declared.insert(name.into());
        });
    }
    evaluator.template.declared = declared;
    let mut lowering = Lowering {
        evaluator: &evaluator,
        file,
        scope: ScopeId(u32::try_from(part.scopes.len()).unwrap_or(u32::MAX)),
        globals: Globals::default(),
        facts: Vec::new(),
        unread: Vec::new(),
    };
    lowering.transforms();
    // Of a name that is repeated the last counts.
    let last: BTreeMap<_, _> = resources.iter().enumerate().map(|(index, entry)| (&entry.key, index)).collect();
    for (index, entry) in resources.iter().enumerate() {
        if last.get(&entry.key) == Some(&index) {
            lowering.resources(entry);
        }
    }
    let known = document.as_map().and_then(|map| map.entries.first()).map(|entry| entry.key_span);
    let provider = Provider { minimum: None, below: None, span: known };
    let Lowering { facts, unread, .. } = lowering;
    part.scopes.push(Scope {
        unread,
        providers: [("aws".to_owned(), provider)].into(),
        ..Scope::new(Dialect::Cloudformation, sources.get(file).path.as_str())
    });
    part.facts.extend(facts);
}

struct Lowering<'l> {
    evaluator: &'l Evaluator<'l>,
    file: FileId,
    scope: ScopeId,
    globals: Globals,
    facts: Vec<Fact>,
    unread: Vec<Unread>,
}

impl Lowering<'_> {
    /// A macro may rewrite the whole template, and an included file may hold any of it.
    fn transforms(&mut self) {
        for transform in &self.evaluator.template.transforms {
            let name = transform.as_str().or_else(|| transform.get("Name")?.as_str()).unwrap_or("?");
            if !name.starts_with("AWS::") || name == "AWS::Include" {
                self.unread.push(Unread {
                    call: (*transform).clone(),
                    span: transform.span,
                    what: format!("what macro '{name}' adds"),
                });
            }
        }
    }

    /// The resources that an entry of `Resources` stands for.
    fn resources(&mut self, entry: &Entry) {
        let evaluator = self.evaluator;
        let result = evaluator.entry(entry, Env::default(), &mut |name, key_span, body, env| {
            self.resource(name, key_span, body, env);
        });
        let is_included = &*entry.key == "Fn::Transform";
        if result.is_err() || is_included {
            let what = if is_included { "what a transform adds".to_owned() } else { format!("loop '{}'", entry.key) };
            self.unread.push(Unread { call: entry.value.clone(), span: entry.key_span, what });
        }
    }

    fn resource(&mut self, name: &str, key_span: Span, body: &Value, env: Env<'_>) {
        let evaluator = self.evaluator;
        let Some(Ok(kind)) = body.get("Type").map(|kind| evaluator.text(kind, env)) else {
            let what = format!("resource '{name}', which has no known type,");
            return self.unread.push(Unread { call: body.clone(), span: key_span, what });
        };
        let condition = body.get("Condition").and_then(Value::as_str);
        if condition.is_some_and(|condition| evaluator.holds(condition, env) == Some(false)) {
            return;
        }
        let written = body.get("Properties");
        let properties = written.and_then(|properties| evaluator.value(properties, env));
        let span = properties.as_ref().map_or(body.span, |properties| properties.span);
        let trace = properties.as_ref().and_then(|properties| properties.trace.clone());
        let mut map = match properties.map(|properties| properties.kind) {
            Some(Kind::Map(map)) => map,
            Some(Kind::Unknown(unknown)) => Map { entries: Vec::new(), open: Some(unknown) },
            _ => Map::default(),
        };
        self.globals.apply(evaluator, &kind, written, &mut map);
        for beside in BESIDE_PROPERTIES {
            let entry = body.as_map().and_then(|map| map.entry(beside)).filter(|_| map.get(beside).is_none());
            if let Some((entry, value)) = entry.and_then(|entry| Some((entry, evaluator.value(&entry.value, env)?))) {
                map.entries.push(Entry { key: entry.key.clone(), key_span: entry.key_span, value });
            }
        }
        let body_value = Value { kind: Kind::Map(map), span, trace };
        self.nested(name, &kind, &body_value, key_span);
        self.facts.push(Fact {
            dialect: Dialect::Cloudformation,
            kind: kind.into(),
            address: Arc::from(name),
            scope: self.scope,
            body: body_value,
            span: key_span.to(body.span),
            header: key_span,
            via: Vec::new(),
        });
    }

    /// Notes a resource that is a template of its own and not one of the files that are scanned.
    fn nested(&mut self, name: &str, kind: &str, body: &Value, span: Span) {
        let nested = NESTED.iter().find(|(nested, _)| *nested == kind).map(|(_, property)| *property);
        let what = match nested {
            Some(property) if !self.is_scanned(location(body, property)) => "nested stack",
            None if kind.ends_with("::MODULE") => "module",
            _ => return,
        };
        self.unread.push(Unread { call: body.clone(), span, what: format!("{what} '{name}'") });
    }

    /// Whether a location is that of a file of the scan, relative to the template's folder.
    fn is_scanned(&self, location: Option<&str>) -> bool {
        let Some(location) = location.filter(|location| !location.contains("://")) else { return false };
        let sources = self.evaluator.sources;
        let folder = sources.get(self.file).folder();
        let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
        for step in location.split('/') {
            match step {
                "" | "." => {}
                ".." => {
                    path.pop();
                }
                step => path.push(step),
            }
        }
        sources.find(&path.join("/")).is_some()
    }
}

/// Where a nested template is. What synthesised a template left a note of the file that it will upload.
fn location<'v>(body: &'v Value, property: &str) -> Option<&'v str> {
    let metadata = body.get("Metadata");
    let asset = metadata.filter(|note| note.get("aws:asset:property").and_then(Value::as_str) == Some(property));
    asset.and_then(|note| note.get("aws:asset:path")).or_else(|| body.get(property))?.as_str()
}
