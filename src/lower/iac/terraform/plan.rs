//! Plans of Terraform as JSON (`terraform show -json`): what would be deployed, as Terraform itself evaluated it.
//!
//! Where the configuration that was planned is here too, the plan tells the values and the configuration the places:
//! a resource of the plan takes the place of its own in the root, so that nothing is judged twice. Where it is not,
//! findings point into the plan.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::model::{Dialect, Fact, Kind, Link, Part, Provider, Reason, Scope, ScopeId, Value, unindexed};
use crate::source::{FileId, Sources, Span};

use super::providers::{below, minimum};

/// Modules within modules, and references through variables and outputs, that are followed.
const MOST_LEVELS: u32 = 24;

/// Links that one attribute keeps.
const MOST_LINKS: usize = 16;

/// Names that are no resources at the beginning of a reference.
const NO_RESOURCES: [&str; 9] = ["var", "local", "each", "count", "path", "module", "self", "terraform", "ephemeral"];

/// Whether a JSON document is a plan.
#[must_use]
pub fn is_plan(document: &Value) -> bool {
    document.get("format_version").is_some_and(|version| version.as_str().is_some())
        && document.get("planned_values").is_some_and(|values| values.as_map().is_some())
}

/// Lowers plans: into the parts of the roots that they are of, or to parts of their own.
pub fn lower(sources: &Sources, plans: &[(FileId, Value)], parts: &mut Vec<Part>) {
    for (file, document) in plans {
        let plan = Plan::new(document);
        let facts = plan.facts();
        match root_of(&facts, parts) {
            Some(root) => join(&plan, facts, root, &sources.get(*file).path, parts),
            None => {
                let scope = Scope {
                    providers: plan.providers(),
                    ..Scope::new(Dialect::Terraform, sources.get(*file).path.as_str())
                };
                let facts = facts.into_iter().map(|planned| planned.fact).chain(plan.provider_facts()).collect();
                parts.push(Part { scopes: vec![scope], facts, ..Part::default() });
            }
        }
    }
}

/// A resource of a plan.
struct Planned {
    fact: Fact,
    /// Attributes that must not be shown, as the plan marks them.
    sensitive: Option<Value>,
}

/// The part of the root that most resources of a plan are declared in.
fn root_of(facts: &[Planned], parts: &[Part]) -> Option<usize> {
    let wanted: Vec<String> = facts.iter().map(|planned| unindexed(&planned.fact.address)).collect();
    let mut best: Option<(usize, usize)> = None;
    for (index, part) in parts.iter().enumerate() {
        let is_root = part.scopes.len() == 1 && part.scopes[0].dialect == Dialect::Terraform;
        if !is_root {
            continue;
        }
        let declared: std::collections::HashSet<String> =
            part.facts.iter().filter(|fact| is_resource(fact)).map(|fact| unindexed(&fact.address)).collect();
        let found = wanted.iter().filter(|address| declared.contains(*address)).count();
        if 2 * found >= wanted.len() && found > best.map_or(0, |(_, most)| most) {
            best = Some((index, found));
        }
    }
    best.map(|(index, _)| index)
}

fn is_resource(fact: &Fact) -> bool {
    fact.dialect == Dialect::Terraform && fact.address.contains('.') && {
        let plain = unindexed(&fact.address);
        plain.rsplit('.').nth(1).is_some_and(|kind| fact.kind.ends_with(kind))
    }
}

/// Gives the resources of a plan the places of the configuration, and puts them there.
fn join(plan: &Plan<'_>, planned: Vec<Planned>, root: usize, path: &str, parts: &mut Vec<Part>) {
    let mut written: HashMap<String, &Fact> = HashMap::new();
    for fact in parts[root].facts.iter().filter(|fact| is_resource(fact)) {
        written.entry(unindexed(&fact.address)).or_insert(fact);
    }
    let placed: Vec<Fact> = planned
        .into_iter()
        .map(|Planned { mut fact, sensitive }| {
            if let Some(own) = written.get(&unindexed(&fact.address)) {
                place(&mut fact.body, Some(&own.body), sensitive.as_ref(), own.header, MOST_LEVELS);
                (fact.span, fact.header, fact.via) = (own.span, own.header, own.via.clone());
            }
            fact
        })
        .collect();
    let scope = parts[root].scopes[0].clone();
    if scope.variant.is_some() {
        // One more way to deploy the root, beside those of its files of values.
        let scope = Scope { variant: Some(path.to_owned()), ..scope };
        parts.push(Part { scopes: vec![scope], facts: placed, ..Part::default() });
        return;
    }
    let known: std::collections::HashSet<String> = placed.iter().map(|fact| unindexed(&fact.address)).collect();
    let part = &mut parts[root];
    part.facts.retain(|fact| {
        let is_planned = known.contains(&unindexed(&fact.address));
        // How often it is there only the plan knows: not at all.
        let is_absent = !is_planned
            && ["count", "for_each"]
                .iter()
                .any(|name| fact.body.get(name).is_some_and(|value| value.as_unknown().is_some()))
            && plan.expressions.contains_key(&unindexed(&fact.address));
        !is_resource(fact) || !(is_planned || is_absent)
    });
    part.facts.extend(placed);
    for (name, provider) in plan.providers() {
        part.scopes[0].providers.entry(name).or_insert(provider);
    }
}

/// Moves a planned value to where it is written; what is sensitive stays as it is written.
fn place(value: &mut Value, written: Option<&Value>, sensitive: Option<&Value>, at: Span, levels: u32) {
    if levels == 0 {
        return;
    }
    if sensitive.is_some_and(|mark| mark.as_bool() == Some(true)) {
        *value = written.cloned().unwrap_or_else(|| Value::unknown(Reason::Input("sensitive".into()), at));
        return;
    }
    value.span = written.map_or(at, |written| written.span);
    if let Some(trace) = written.and_then(|written| written.trace.clone()) {
        value.trace = Some(trace);
    }
    let at = value.span;
    match &mut value.kind {
        Kind::List(list) => {
            let own = written.and_then(Value::as_list).filter(|own| own.items.len() == list.items.len());
            let marks = sensitive.and_then(Value::as_list);
            for (index, item) in list.items.iter_mut().enumerate() {
                let (own, mark) =
                    (own.and_then(|own| own.items.get(index)), marks.and_then(|marks| marks.items.get(index)));
                place(item, own, mark, at, levels - 1);
            }
        }
        Kind::Map(map) => {
            for entry in &mut map.entries {
                let own = written.and_then(|written| written.as_map()).and_then(|own| own.entry(&entry.key));
                entry.key_span = own.map_or(at, |own| own.key_span);
                let mark = sensitive.and_then(|marks| marks.get(&entry.key));
                place(&mut entry.value, own.map(|own| &own.value), mark, at, levels - 1);
            }
        }
        _ => {}
    }
}

/// A plan, with what is looked up in it by address.
struct Plan<'p> {
    document: &'p Value,
    /// What is not known before it is applied, by address.
    unknown: HashMap<&'p str, &'p Value>,
    /// The expressions of each resource of the configuration, by address without instances.
    expressions: BTreeMap<String, &'p Value>,
    /// The modules of the configuration, by the beginning of the addresses in them.
    modules: BTreeMap<String, &'p Value>,
    /// The calls of modules, likewise.
    calls: BTreeMap<String, &'p Value>,
}

impl<'p> Plan<'p> {
    fn new(document: &'p Value) -> Self {
        let mut plan = Self {
            document,
            unknown: HashMap::new(),
            expressions: BTreeMap::new(),
            modules: BTreeMap::new(),
            calls: BTreeMap::new(),
        };
        for change in items(document.get("resource_changes")) {
            let unknown = change.get("change").and_then(|change| change.get("after_unknown"));
            if let (Some(address), Some(unknown)) = (change.get("address").and_then(Value::as_str), unknown) {
                plan.unknown.insert(address, unknown);
            }
        }
        if let Some(root) = document.get("configuration").and_then(|configuration| configuration.get("root_module")) {
            plan.configuration(root, String::new(), MOST_LEVELS);
        }
        plan
    }

    fn configuration(&mut self, module: &'p Value, prefix: String, levels: u32) {
        for resource in items(module.get("resources")) {
            let address = resource.get("address").and_then(Value::as_str);
            if let (Some(address), Some(expressions)) = (address, resource.get("expressions")) {
                self.expressions.insert(format!("{prefix}{address}"), expressions);
            }
        }
        let calls = module.get("module_calls").and_then(Value::as_map);
        for call in calls.map_or(&[][..], |calls| &calls.entries) {
            let inner = format!("{prefix}module.{}.", call.key);
            self.calls.insert(inner.clone(), &call.value);
            if let (Some(called), true) = (call.value.get("module"), levels > 0) {
                self.configuration(called, inner, levels - 1);
            }
        }
        self.modules.insert(prefix, module);
    }

    fn facts(&self) -> Vec<Planned> {
        let mut facts = Vec::new();
        let Some(root) = self.document.get("planned_values").and_then(|values| values.get("root_module")) else {
            return facts;
        };
        let mut ahead = vec![(root, 0)];
        while let Some((module, level)) = ahead.pop() {
            facts.extend(items(module.get("resources")).filter_map(|resource| self.planned(resource)));
            if level < MOST_LEVELS {
                ahead.extend(items(module.get("child_modules")).map(|child| (child, level + 1)));
            }
        }
        facts.sort_by(|a, b| a.fact.address.cmp(&b.fact.address));
        facts
    }

    fn planned(&self, resource: &Value) -> Option<Planned> {
        let text = |name: &str| resource.get(name).and_then(Value::as_str);
        let (address, kind) = (text("address")?, text("type")?);
        let prefix = if text("mode") == Some("data") { "data." } else { "" };
        let plain = unindexed(address);
        let module = &address[..module_length(address)];
        let mut body = resource.get("values")?.clone();
        if let Some(unknown) = self.unknown.get(address) {
            mark(&mut body, unknown, address, MOST_LEVELS);
        }
        let expressions = self.expressions.get(&plain);
        if let Kind::Map(map) = &mut body.kind {
            // A block that is not written is an empty list in a plan.
            map.entries.retain(|entry| {
                let is_empty = entry.value.as_list().is_some_and(|list| list.items.is_empty());
                !is_empty || expressions.is_none_or(|written| written.get(&entry.key).is_some())
            });
            for entry in &mut map.entries {
                let mut links = Vec::new();
                if let Some(expression) = expressions.and_then(|written| written.get(&entry.key)) {
                    self.links(expression, &unindexed(module), &mut links, MOST_LEVELS);
                }
                if !links.is_empty() {
                    let value = std::mem::replace(&mut entry.value, Value::new(Kind::Null, entry.key_span));
                    entry.value = value.with_links(links);
                }
            }
        }
        let header = resource.get("address").map_or(resource.span, |address| address.span);
        let fact = Fact {
            dialect: Dialect::Terraform,
            kind: format!("{prefix}{kind}").into(),
            address: address.into(),
            scope: ScopeId(0),
            body,
            span: resource.span,
            header,
            via: Vec::new(),
        };
        Some(Planned { fact, sensitive: resource.get("sensitive_values").cloned() })
    }

    /// The resources that an expression refers to, through variables and outputs.
    fn links(&self, expression: &Value, prefix: &str, links: &mut Vec<Link>, levels: u32) {
        if levels == 0 || links.len() >= MOST_LINKS {
            return;
        }
        match &expression.kind {
            Kind::List(list) => list.items.iter().for_each(|item| self.links(item, prefix, links, levels - 1)),
            Kind::Map(_) => {
                for reference in items(expression.get("references")).filter_map(Value::as_str) {
                    self.link(reference, prefix, links, levels - 1);
                }
            }
            _ => {}
        }
    }

    fn link(&self, reference: &str, prefix: &str, links: &mut Vec<Link>, levels: u32) {
        let plain = unindexed(reference);
        let mut parts = plain.split('.');
        match (parts.next(), parts.next(), parts.next()) {
            (Some("var"), Some(name), _) => {
                let call = self.calls.get(prefix).and_then(|call| call.get("expressions")?.get(name));
                let above = prefix.trim_end_matches('.').rsplit_once("module.").map_or("", |(above, _)| above);
                if let Some(given) = call {
                    self.links(given, above, links, levels);
                }
            }
            (Some("module"), Some(name), Some(output)) => {
                let inner = format!("{prefix}module.{name}.");
                let output =
                    self.modules.get(&inner).and_then(|module| module.get("outputs")?.get(output)?.get("expression"));
                if let Some(output) = output {
                    self.links(output, &inner, links, levels);
                }
            }
            (Some(root), _, _) if NO_RESOURCES.contains(&root) => {}
            (Some("data"), Some(kind), Some(name)) => {
                let attribute: Vec<&str> = parts.collect();
                let address = format!("{prefix}data.{kind}.{name}");
                links.push(Link { address: address.into(), attribute: attribute.join(".").into() });
            }
            (Some(kind), Some(name), attribute) => {
                let attribute: Vec<&str> = attribute.into_iter().chain(parts).collect();
                let link =
                    Link { address: format!("{prefix}{kind}.{name}").into(), attribute: attribute.join(".").into() };
                if links.len() < MOST_LINKS && !links.contains(&link) {
                    links.push(link);
                }
            }
            _ => {}
        }
    }

    fn provider_configs(&self) -> impl Iterator<Item = (&str, &Value)> {
        let configs = self.document.get("configuration").and_then(|configuration| configuration.get("provider_config"));
        let entries = configs.and_then(Value::as_map).map_or(&[][..], |map| &map.entries);
        entries.iter().filter_map(|entry| Some((entry.value.get("name")?.as_str()?, &entry.value)))
    }

    fn providers(&self) -> BTreeMap<String, Provider> {
        let mut providers: BTreeMap<String, Provider> = BTreeMap::new();
        for (name, config) in self.provider_configs() {
            let constraint = config.get("version_constraint").and_then(Value::as_str).unwrap_or_default();
            let provider = providers.entry(name.to_owned()).or_default();
            provider.span = provider.span.or(Some(config.span));
            provider.minimum = provider.minimum.take().or_else(|| minimum(constraint));
            provider.below = provider.below.take().or_else(|| below(constraint));
        }
        providers
    }

    fn provider_facts(&self) -> impl Iterator<Item = Fact> {
        self.provider_configs().map(|(name, config)| {
            let kind: Arc<str> = format!("provider.{name}").into();
            Fact {
                dialect: Dialect::Terraform,
                kind: kind.clone(),
                address: kind,
                scope: ScopeId(0),
                body: Value::map(Vec::new(), config.span),
                span: config.span,
                header: config.get("name").map_or(config.span, |name| name.span),
                via: Vec::new(),
            }
        })
    }
}

fn items(list: Option<&Value>) -> impl Iterator<Item = &Value> {
    list.and_then(Value::as_list).map_or(&[][..], |list| &list.items).iter()
}

/// How long the beginning of an address is that names modules: `module.a["x"].` of `module.a["x"].b.c`.
fn module_length(address: &str) -> usize {
    let mut length = 0;
    while let Some(rest) = address[length..].strip_prefix("module.") {
        let mut quoted = false;
        let mut depth = 0;
        let end = rest.bytes().position(|byte| {
            match byte {
                b'"' => quoted = !quoted,
                b'[' if !quoted => depth += 1,
                b']' if !quoted => depth -= 1,
                b'.' if !quoted && depth == 0 => return true,
                _ => {}
            }
            false
        });
        let Some(end) = end else { return length };
        length += "module.".len() + end + 1;
    }
    length
}

/// Puts unknowns where a plan says that a value is known only after it is applied.
fn mark(value: &mut Value, unknown: &Value, path: &str, levels: u32) {
    if unknown.as_bool() == Some(true) || levels == 0 {
        value.kind = Value::unknown(Reason::Computed(path.into()), value.span).kind;
        return;
    }
    match &unknown.kind {
        Kind::Map(marks) => {
            let span = value.span;
            let Kind::Map(map) = &mut value.kind else { return };
            for entry in &marks.entries {
                let path = format!("{path}.{}", entry.key);
                match map.entries.iter_mut().find(|own| own.key == entry.key) {
                    Some(own) => mark(&mut own.value, &entry.value, &path, levels - 1),
                    None if entry.value.as_bool() == Some(true) => map.entries.push(crate::model::Entry {
                        key: entry.key.clone(),
                        key_span: span,
                        value: Value::unknown(Reason::Computed(path.into()), span),
                    }),
                    None => {}
                }
            }
        }
        Kind::List(marks) => {
            let Kind::List(list) = &mut value.kind else { return };
            for (item, mark_of) in list.items.iter_mut().zip(&marks.items) {
                mark(item, mark_of, path, levels - 1);
            }
        }
        _ => {}
    }
}
