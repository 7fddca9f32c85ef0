//! Building: resources, then generators, components, patches and what is done to all, innermost first, in
//! kustomize's order.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Unread, Value};
use crate::parse;
use crate::source::{FileId, Problem, ProblemKind, Sources, Span};

use super::super::super::size;
use super::super::object::identity;
use super::generate::Generator;
use super::resource::{self, Id, Resource, Selector};
use super::transform::{self, Reach};
use super::{Kustomization, Outcome, edit, inline, items, merge, operations, references, replacement};

/// Kustomizations in kustomizations.
const LEVELS: usize = 24;

/// What a kustomization costs, even one that has nothing, in values.
const KUSTOMIZATION: usize = 20;

/// How often a resource may be looked at for a patch or a change of all, over all roots.
const VISITS: usize = 1_000_000;

/// How many troubles of one root are told.
const TROUBLES: usize = 50;

/// Builds roots. What they take from others is read once.
pub struct Builder<'a> {
    pub sources: &'a Sources,
    /// The documents of manifests.
    pub files: BTreeMap<FileId, &'a [Value]>,
    /// Kustomizations by folder.
    pub known: &'a BTreeMap<String, Kustomization>,
    /// The files that roots are made of.
    pub touched: BTreeSet<FileId>,
    /// Documents of other files.
    parsed: BTreeMap<FileId, Vec<Value>>,
    /// How many values may still be copied into resources, and how often one may be looked at.
    left: usize,
    visits: usize,
    /// Of the root that is being built.
    outcome: Outcome,
    stack: Vec<String>,
    vars: Vec<Value>,
    /// Whether a kustomization says where else there are variables and names.
    configured: bool,
    spent: bool,
}

impl<'a> Builder<'a> {
    pub fn new(
        sources: &'a Sources,
        files: BTreeMap<FileId, &'a [Value]>,
        known: &'a BTreeMap<String, Kustomization>,
        limit: usize,
    ) -> Self {
        Self {
            sources,
            files,
            known,
            touched: BTreeSet::new(),
            parsed: BTreeMap::new(),
            left: limit,
            visits: VISITS,
            outcome: Outcome::default(),
            stack: Vec::new(),
            vars: Vec::new(),
            configured: false,
            spent: false,
        }
    }

    /// Builds the root of a folder.
    pub fn root(&mut self, folder: &str) -> Outcome {
        self.outcome = Outcome { path: folder.to_owned(), ..Outcome::default() };
        self.vars.clear();
        (self.configured, self.spent) = (false, false);
        let mut resources = Vec::new();
        if let Some(root) = self.known.get(folder) {
            self.accumulate(root, &mut resources);
        }
        references::follow(&mut resources);
        let vars = std::mem::take(&mut self.vars);
        replacement::variables(self.sources, &mut resources, &vars, self.configured);
        let mut outcome = std::mem::take(&mut self.outcome);
        let local = ["metadata", "annotations", "config.kubernetes.io/local-config"];
        let is_local = |body: &Value| edit::at(body, &local).is_some_and(|value| value.as_bool() != Some(false));
        outcome.built.extend(resources.into_iter().filter(|resource| !is_local(&resource.body)));
        outcome
    }

    fn accumulate(&mut self, at: &'a Kustomization, resources: &mut Vec<Resource>) {
        if !self.spend(KUSTOMIZATION, at.body.span) {
            return;
        }
        if self.touched.insert(at.file) && super::super::is_manifest(&at.body) {
            self.outcome.built.push(Resource::new(at.body.clone()));
        }
        self.outcome.kustomizations.insert(at.folder.clone());
        self.stack.push(at.folder.clone());
        for entry in ["resources", "bases"].into_iter().flat_map(|key| items(&at.body, key)) {
            let mut own = Vec::new();
            self.resource(at, entry, &mut own);
            resources.append(&mut own);
        }
        self.generate(at, resources);
        for entry in items(&at.body, "components") {
            if let Some(component) = self.folder(at, entry) {
                self.accumulate(component, resources);
            }
        }
        self.patch(at, resources);
        self.transform(at, resources);
        self.configured |= !items(&at.body, "configurations").is_empty();
        self.vars.extend(items(&at.body, "vars").iter().cloned());
        self.stack.pop();
    }

    /// What an entry of `resources` leads to.
    fn resource(&mut self, at: &'a Kustomization, entry: &'a Value, resources: &mut Vec<Resource>) {
        let path = identity(self.sources, entry);
        if let Some(file) = resolve(&at.folder, &path).and_then(|path| self.sources.find(&path)) {
            let documents = self.documents(file);
            documents.into_iter().for_each(|document| self.unfold(document, resources));
        } else if let Some(base) = self.folder(at, entry) {
            self.accumulate(base, resources);
        }
    }

    /// The kustomization of a folder that an entry names, if it can be built.
    fn folder(&mut self, at: &'a Kustomization, entry: &'a Value) -> Option<&'a Kustomization> {
        let path = identity(self.sources, entry);
        if entry.as_str().is_none() || is_remote(&path) {
            self.unread(entry, "a base from elsewhere");
            self.trouble(ProblemKind::ModuleNotFound, entry.span, "a kustomization takes something from elsewhere");
            return None;
        }
        let Some(base) = resolve(&at.folder, &path).and_then(|path| self.known.get(&path)) else {
            self.unread(entry, "a part of the kustomization");
            let message = "a kustomization names a file or folder that is not in the repository";
            self.trouble(ProblemKind::ModuleNotFound, entry.span, message);
            return None;
        };
        if self.stack.contains(&base.folder) {
            let message = "a kustomization takes itself in, directly or through others";
            self.trouble(ProblemKind::ModuleCycle, entry.span, message);
            return None;
        }
        if self.stack.len() >= LEVELS {
            self.unread(entry, "a base too deep");
            self.trouble(ProblemKind::Limit, entry.span, "too many kustomizations within each other");
            return None;
        }
        Some(base)
    }

    /// The documents of a file.
    fn documents(&mut self, file: FileId) -> Vec<Value> {
        self.touched.insert(file);
        if let Some(documents) = self.files.get(&file) {
            let documents: &[Value] = documents;
            return self.copies(documents);
        }
        let source = self.sources.get(file);
        let parse = || match source.name().ends_with(".json") {
            true => parse::json::parse(file, &source.text).tree.into_iter().collect(),
            false => parse::yaml::parse(file, &source.text).tree,
        };
        let documents = self.parsed.remove(&file).unwrap_or_else(parse);
        let copies = self.copies(&documents);
        self.parsed.insert(file, documents);
        copies
    }

    fn copies(&mut self, documents: &[Value]) -> Vec<Value> {
        let mut copies = Vec::new();
        for document in documents.iter().filter(|document| !document.is_null()) {
            let copy = without_schemas(document);
            if !self.spend(size::of(&copy), document.span) {
                break;
            }
            copies.push(copy);
        }
        copies
    }

    /// Whether so much may still be done.
    fn spend(&mut self, cost: usize, span: Span) -> bool {
        if let Some(left) = self.left.checked_sub(cost).filter(|_| !self.spent) {
            self.left = left;
            return true;
        }
        self.stop(span)
    }

    /// Whether all of some resources may be looked at once more.
    fn visit(&mut self, resources: &[Resource], span: Span) -> bool {
        if let Some(visits) = self.visits.checked_sub(resources.len()).filter(|_| !self.spent) {
            self.visits = visits;
            return true;
        }
        self.stop(span)
    }

    fn stop(&mut self, span: Span) -> bool {
        if !self.spent {
            self.spent = true;
            let call = Value::unknown(crate::model::Reason::Limit, span);
            self.outcome.unread.push(Unread { call, span, what: "more resources than are built".to_owned() });
            self.trouble(ProblemKind::Limit, span, "kustomizations make more resources than are built");
        }
        false
    }

    /// A document, or those in it when it is a list.
    fn unfold(&mut self, document: Value, resources: &mut Vec<Resource>) {
        let is_list = document.get("kind").and_then(Value::as_str).is_some_and(|kind| kind.ends_with("List"));
        match document.get("items").and_then(Value::as_list).filter(|_| is_list) {
            Some(list) => resources.extend(list.items.iter().cloned().map(Resource::new)),
            None if super::super::is_manifest(&document) => resources.push(Resource::new(document)),
            None => {}
        }
    }

    fn generate(&mut self, at: &'a Kustomization, resources: &mut Vec<Resource>) {
        let options = at.body.get("generatorOptions");
        for (key, kind) in [("configMapGenerator", "ConfigMap"), ("secretGenerator", "Secret")] {
            for entry in items(&at.body, key) {
                let generator = Generator { sources: self.sources, kind, entry, options };
                let mut touched = Vec::new();
                let object = generator.object(&mut |_, path| {
                    let file = resolve(&at.folder, path).and_then(|path| self.sources.find(&path))?;
                    touched.push(file);
                    Some(file)
                });
                if self.spend(size::of(&object), entry.span) {
                    let behavior = entry.get("behavior").and_then(Value::as_str).unwrap_or("create");
                    add_generated(resources, object, behavior);
                }
            }
        }
        for entry in items(&at.body, "helmCharts").iter().chain(items(&at.body, "helmChartInflationGenerator")) {
            self.unread(entry, "a Helm chart");
            self.trouble(ProblemKind::Unrendered, entry.span, "a chart of a kustomization is not rendered");
        }
        for entry in items(&at.body, "generators") {
            self.unread(entry, "what a generator makes");
            self.trouble(ProblemKind::Unrendered, entry.span, "a generator of a kustomization is not run");
        }
    }

    fn patch(&mut self, at: &'a Kustomization, resources: &mut Vec<Resource>) {
        for entry in items(&at.body, "patchesStrategicMerge") {
            let documents = self.file(at, entry).or_else(|| inline::documents(self.sources, entry));
            self.apply(entry, documents, None, resources);
        }
        for entry in items(&at.body, "patches") {
            // Older kustomizations have plain paths here.
            let documents = if entry.as_str().is_some() { self.file(at, entry) } else { self.content(at, entry) };
            self.apply(entry, documents, entry.get("target"), resources);
        }
    }

    /// What a patch says: in a file, or in place.
    fn content(&mut self, at: &'a Kustomization, entry: &'a Value) -> Option<Vec<Value>> {
        match (entry.get("path"), entry.get("patch")) {
            (Some(path), _) => self.file(at, path),
            (None, Some(patch)) => inline::documents(self.sources, patch),
            (None, None) => None,
        }
    }

    fn file(&mut self, at: &'a Kustomization, path: &Value) -> Option<Vec<Value>> {
        let path = path.as_str().filter(|path| !path.contains('\n'))?;
        let file = resolve(&at.folder, path).and_then(|path| self.sources.find(&path))?;
        Some(self.documents(file))
    }

    fn apply(
        &mut self,
        entry: &Value,
        documents: Option<Vec<Value>>,
        target: Option<&Value>,
        resources: &mut Vec<Resource>,
    ) {
        let Some(documents) = documents else {
            self.unread(entry, "a patch");
            self.trouble(ProblemKind::ModuleNotFound, entry.span, "a patch of a kustomization could not be read");
            return;
        };
        let selector = target.map(Selector::new);
        for document in &documents {
            if !self.visit(resources, entry.span) {
                return;
            }
            match &selector {
                _ if operations::is_operations(document) => {
                    let Some(Some(selector)) = &selector else { continue };
                    self.operate(document, selector, resources);
                }
                Some(None) => {
                    self.trouble(ProblemKind::ModuleNotFound, entry.span, "the target of a patch is no pattern")
                }
                Some(Some(selector)) => {
                    let patch = anonymous(document);
                    let is_left = |resource: &mut Resource| {
                        let builtin = resource.id().is_builtin();
                        !selector.selects(resource) || merge::merge(&mut resource.body, &patch, builtin)
                    };
                    resources.retain_mut(is_left);
                }
                None => self.merge(document, resources),
            }
        }
    }

    fn operate(&mut self, document: &Value, selector: &Selector, resources: &mut [Resource]) {
        for resource in resources.iter_mut().filter(|resource| selector.selects(resource)) {
            resource.remember();
            let is_schema = resource.id().kind == "CustomResourceDefinition";
            for span in operations::apply(&mut resource.body, document).into_iter().filter(|_| !is_schema) {
                self.trouble(ProblemKind::ModuleNotFound, span, "an operation of a patch finds nothing at its path");
            }
        }
    }

    /// Merges a patch into the resource that it names. What it names and is not there, it may be in a part
    /// that is not read: the patch is then all that is known of it.
    fn merge(&mut self, document: &Value, resources: &mut Vec<Resource>) {
        if !super::super::is_manifest(document) {
            return;
        }
        let Some(at) = resource::find(resources, &Id::of(document)) else {
            if self.outcome.unread.is_empty() {
                let message = "a patch is for a resource that the kustomization does not have";
                self.trouble(ProblemKind::ModuleNotFound, document.span, message);
            }
            let mut body = document.clone();
            edit::open(&mut body, "kustomize patch");
            resources.push(Resource::new(body));
            return;
        };
        let builtin = resources[at].id().is_builtin();
        if !merge::merge(&mut resources[at].body, &anonymous(document), builtin) {
            resources.remove(at);
        }
    }

    fn transform(&mut self, at: &'a Kustomization, resources: &mut Vec<Resource>) {
        let text =
            |key: &str| at.body.get(key).filter(|value| !value.is_null()).map(|value| identity(self.sources, value));
        let (prefix, suffix) = (text("namePrefix").unwrap_or_default(), text("nameSuffix").unwrap_or_default());
        if let Some(namespace) = at.body.get("namespace").filter(|namespace| !namespace.is_null()) {
            transform::namespace(resources, namespace);
        }
        if !prefix.is_empty() || !suffix.is_empty() {
            transform::affix(resources, &prefix, &suffix);
        }
        for entry in items(&at.body, "labels") {
            if !self.visit(resources, entry.span) {
                return;
            }
            let is = |key: &str| entry.get(key).and_then(Value::as_bool) == Some(true);
            let selectors = is("includeSelectors");
            if let Some(pairs) = entry.get("pairs") {
                transform::labels(resources, pairs, Reach { templates: is("includeTemplates"), selectors });
            }
        }
        if let Some(pairs) = at.body.get("commonLabels") {
            transform::labels(resources, pairs, Reach { templates: true, selectors: true });
        }
        if let Some(pairs) = at.body.get("commonAnnotations") {
            transform::annotations(resources, pairs);
        }
        for entry in items(&at.body, "patchesJson6902") {
            let documents = self.content(at, entry);
            self.apply(entry, documents, entry.get("target"), resources);
        }
        for entry in items(&at.body, "replicas") {
            if !self.visit(resources, entry.span) {
                return;
            }
            transform::replicas(self.sources, resources, entry);
        }
        for entry in items(&at.body, "images") {
            if !self.visit(resources, entry.span) {
                return;
            }
            transform::image(self.sources, resources, entry);
        }
        self.replace(at, resources);
        for entry in items(&at.body, "transformers") {
            resources.iter_mut().for_each(|resource| edit::open(&mut resource.body, "kustomize transformer"));
            self.trouble(ProblemKind::Unrendered, entry.span, "a transformer of a kustomization is not run");
        }
    }

    fn replace(&mut self, at: &'a Kustomization, resources: &mut [Resource]) {
        for entry in items(&at.body, "replacements") {
            let own = entry.get("path").and_then(|path| self.file(at, path));
            for replacement in own.as_deref().unwrap_or(std::slice::from_ref(entry)) {
                let several = replacement.as_list().map(|list| list.items.as_slice());
                for replacement in several.unwrap_or(std::slice::from_ref(replacement)) {
                    if !self.visit(resources, replacement.span) {
                        return;
                    }
                    if !replacement::apply(self.sources, resources, replacement) {
                        let message = "a replacement of a kustomization finds no value";
                        self.trouble(ProblemKind::ModuleNotFound, replacement.span, message);
                    }
                }
            }
        }
    }

    fn unread(&mut self, entry: &Value, what: &str) {
        self.outcome.unread.push(Unread { call: entry.clone(), span: entry.span, what: what.to_owned() });
    }

    fn trouble(&mut self, kind: ProblemKind, span: Span, message: &str) {
        if self.outcome.problems.len() < TROUBLES {
            self.outcome.problems.push(Problem::at(kind, self.sources.get(span.file).path.clone(), span, message));
        }
    }
}

/// Adds a generated object, or merges it into the one that there is.
fn add_generated(resources: &mut Vec<Resource>, object: Value, behavior: &str) {
    let at = resource::find(resources, &Id::of(&object)).filter(|_| behavior != "create");
    let Some(at) = at else {
        resources.push(Resource::new(object));
        return;
    };
    let body = &mut resources[at].body;
    if behavior == "replace" {
        edit::remove(body, "data");
        edit::remove(body, "stringData");
    }
    merge::merge(body, &anonymous(&object), true);
}

/// A patch without the name of what it is for: that may have another one by now.
fn anonymous(patch: &Value) -> Value {
    let mut patch = patch.clone();
    edit::remove(&mut patch, "apiVersion");
    edit::remove(&mut patch, "kind");
    edit::visit(&mut patch, &["metadata"], None, &mut |metadata| {
        edit::remove(metadata, "name");
        edit::remove(metadata, "namespace");
    });
    patch
}

/// A document; of the definition of a kind without the schema, which is large and configures nothing.
fn without_schemas(document: &Value) -> Value {
    if document.get("kind").and_then(Value::as_str) != Some("CustomResourceDefinition") {
        return document.clone();
    }
    let mut map = document.as_map().cloned().unwrap_or_default();
    map.entries.retain(|entry| &*entry.key != "spec");
    let mut copy = Value { kind: crate::model::Kind::Map(map), ..document.clone() };
    edit::open(&mut copy, "schema");
    copy
}

/// Whether a path leads out of the repository.
fn is_remote(path: &str) -> bool {
    let host = path.split('/').next().unwrap_or_default();
    path.contains("://")
        || path.contains("?ref=")
        || path.starts_with("git::")
        || path.starts_with("git@")
        || matches!(host, "github.com" | "gitlab.com" | "bitbucket.org" | "dev.azure.com")
}

/// A path as seen from a folder, relative to the root; none when it leads out of it or is no path.
pub fn resolve(folder: &str, path: &str) -> Option<String> {
    if path.contains('\n') || path.starts_with('/') {
        return None;
    }
    crate::source::join(folder, path)
}
