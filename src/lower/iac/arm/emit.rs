//! From what a template declares to facts.

use std::rc::Rc;

use crate::model::{Dialect, Entry, Fact, Kind, Map, Reason, ScopeId, Unread, Value};
use crate::source::{ProblemKind, Span};

use super::engine::{Context, Engine, Instance};
use super::eval::{MOST_ITEMS, items_of};
use super::identity::{Identity, id_value};
use super::reference::{Handle, property};
use super::spelling::Spelling;
use super::template::Resource;
use super::values::unknown_from;

/// Facts of one root.
const MOST_FACTS: usize = 50_000;
/// What a template says of a resource and its facts say in a form of their own.
const RESHAPED: [&str; 4] = ["name", "parent", "scope", "dependsOn"];
/// The type segment before that of a resource which extends another, in older templates.
const PROVIDERS: &str = "/providers/";

/// What one root comes to.
#[derive(Default)]
pub(super) struct Output {
    pub facts: Vec<Fact>,
    /// Which resource each fact is.
    pub identities: Vec<Option<Identity>>,
}

/// A resource as it is told from others.
struct Placed {
    kind: String,
    names: Vec<Value>,
    /// The id of the resource that it extends, where the type says so.
    scope: Option<Value>,
}

/// Emits the facts of a root.
pub(super) struct Emitter<'e, 'a> {
    pub engine: &'e Engine<'a>,
    pub spelling: &'e Spelling,
    pub scope: ScopeId,
    pub output: Output,
}

impl<'a> Emitter<'_, 'a> {
    /// Adds the facts of a template and of those that it deploys.
    pub fn template(&mut self, instance: &Rc<Instance<'a>>) {
        let template = instance.template;
        for span in &template.unread {
            self.unread(Value::new(Kind::Null, *span), *span, "a part of the template".to_owned());
        }
        self.parameters(instance);
        for (index, resource) in template.resources.iter().enumerate() {
            if resource.outer.is_none() {
                self.resource(Context::of(instance), index);
            }
        }
    }

    fn unread(&self, call: Value, span: Span, what: String) {
        self.engine.unread.borrow_mut().push(Unread { call, span, what });
    }

    fn parameters(&mut self, instance: &Rc<Instance<'a>>) {
        for parameter in instance.template.parameters.values() {
            let mut entries = vec![
                Entry::of("type", Value::string(parameter.declared.clone(), parameter.span)),
                Entry::of("secure", Value::bool(parameter.secure, parameter.span)),
            ];
            if let Some(default) = &parameter.default {
                entries.push(Entry::of("defaultValue", self.engine.eval(Context::of(instance), default)));
            }
            let address = format!("{}parameters.{}", instance.prefix, parameter.name);
            let body = Value::map(entries, parameter.span);
            self.fact(instance, ("parameter", address), body, (parameter.span, parameter.span), None);
        }
    }

    /// The facts of a resource, once for each item of its loop, and of those inside of it.
    fn resource(&mut self, context: Context<'_, 'a>, index: usize) {
        let engine = self.engine;
        let resource = &context.instance.template.resources[index];
        let Some(repeat) = &resource.repeat else { return self.instance(context, Handle { index, at: None }) };
        let collection = engine.eval(context, &repeat.collection);
        let (items, more) = items_of(&collection);
        if items.len() > MOST_ITEMS {
            let message = format!("a loop makes more than {MOST_ITEMS} resources: the rest is not judged");
            engine.report(ProblemKind::Limit, resource.header, message);
        }
        if items.is_empty() && more.is_some() {
            let any = |name| unknown_from(name, [&collection].into_iter(), collection.span);
            engine.with_local(context, (&repeat.item, any("item")), |context| {
                let index_name = repeat.index.as_deref().unwrap_or("?");
                engine.with_local(context, (index_name, any("index")), |context| {
                    self.instance(context, Handle { index, at: None });
                });
            });
        }
        for (at, item) in items.into_iter().take(MOST_ITEMS).enumerate() {
            let span = item.span;
            engine.with_local(context, (&repeat.item, item), |context| {
                engine.with_index(context, repeat.index.as_deref(), at, span, |context| {
                    self.instance(context, Handle { index, at: Some(at) });
                });
            });
        }
    }

    fn instance(&mut self, context: Context<'_, 'a>, handle: Handle) {
        let resource = &context.instance.template.resources[handle.index];
        let condition = resource.condition.as_ref().map(|condition| self.engine.eval(context, condition));
        if condition.as_ref().and_then(Value::as_bool) == Some(false) {
            return;
        }
        if self.output.facts.len() >= MOST_FACTS {
            let message = format!("a template comes to more than {MOST_FACTS} resources: the rest is not judged");
            return self.engine.report(ProblemKind::Limit, resource.header, message);
        }
        if resource.call.is_some() {
            self.deployment(context, handle);
        } else if !resource.existing {
            self.body(context, handle);
        }
        let template = context.instance.template;
        for (index, _) in template.resources.iter().enumerate().filter(|(_, it)| it.outer == Some(handle.index)) {
            self.resource(context, index);
        }
    }

    /// A resource that deploys a template, or one that is not here.
    fn deployment(&mut self, context: Context<'_, 'a>, handle: Handle) {
        let instance = context.instance;
        if let Some(module) = self.engine.module(instance, handle) {
            return self.template(&module);
        }
        let resource = &instance.template.resources[handle.index];
        let call = resource.call.as_ref();
        if self.engine.called(instance, handle).is_some() {
            // In a circle or too deep, which is said already.
            return self.unread(Value::new(Kind::Null, resource.span), resource.header, "a template".to_owned());
        }
        let source = self.engine.source_of(instance, handle).unwrap_or_default();
        let arguments = call.and_then(|call| call.arguments.as_ref()).map(|it| self.engine.eval(context, it));
        let mut map = match arguments.map(|arguments| arguments.kind) {
            Some(Kind::Map(map)) => map,
            Some(Kind::Unknown(unknown)) => Map { entries: Vec::new(), open: Some(unknown) },
            _ => Map::default(),
        };
        let (kind, version) = module_kind(&source);
        self.engine.missing(resource.header, &source);
        if let Some(version) = version {
            map.entries.push(Entry::of("version", Value::string(version, resource.header)));
        }
        let body = Value::new(Kind::Map(map), resource.span);
        self.unread(body.clone(), resource.header, format!("module '{source}'"));
        let address = self.engine.address(instance, handle, Some(context));
        self.fact(instance, (kind, address), body, (resource.span, resource.header), None);
    }

    fn body(&mut self, context: Context<'_, 'a>, handle: Handle) {
        let (engine, instance) = (self.engine, context.instance);
        let resource = &instance.template.resources[handle.index];
        let (kind, version) = engine.kind(context, handle.index);
        let Some(kind) = kind else {
            let what = "a resource, whose type is not known,".to_owned();
            return self.unread(Value::new(Kind::Null, resource.span), resource.header, what);
        };
        let placed = place(kind, engine.names(context, handle.index));
        let properties: Vec<_> = resource
            .properties
            .iter()
            .filter(|it| !RESHAPED.iter().any(|name| super::bicep::is_key(it, name)))
            .cloned()
            .collect();
        let mut map = engine.object(context, &properties);
        self.spelling.apply(&mut map);
        let kind = self.spelling.kind(&placed.kind);
        let name_span = property(resource, "name").map_or(resource.header, |name| name.span);
        let mut add = |name: &str, value: Value| map.entries.push(Entry::of(name, value));
        if let Some(name) = placed.names.last() {
            add("name", Value { span: name_span, ..name.clone() });
        }
        add("type", Value::string(kind.clone(), resource.header));
        if let Some(version) = version {
            add("apiVersion", Value::string(version, resource.header));
        }
        if let Some(parent) = self.parent(context, resource, &placed) {
            add("parent", parent);
        }
        if let Some(scope) = self.scope_of(context, resource, placed.scope.as_ref()) {
            add("scope", scope);
        }
        let identity = Identity::new(&placed.kind, &placed.names);
        let address = engine.address(instance, handle, Some(context));
        let body = Value::new(Kind::Map(map), resource.span);
        self.fact(instance, (&*kind, address), body, (resource.span, resource.header), identity);
    }

    /// The resource that one belongs to, as its id.
    fn parent(&self, context: Context<'_, 'a>, resource: &Resource, placed: &Placed) -> Option<Value> {
        let (kind, _) = placed.kind.rsplit_once('/').filter(|(kind, _)| kind.contains('/'))?;
        let written = property(resource, "parent");
        let span = written.map_or(resource.header, |parent| parent.span);
        let above = &placed.names[..placed.names.len().saturating_sub(1)];
        let reason = Reason::Computed("the id of its parent".into());
        let id = id_value(kind, above, reason, span);
        let direct = match (resource.outer, written) {
            (Some(index), _) => Some(Handle { index, at: None }),
            (None, Some(parent)) => self.engine.handle(context, parent),
            (None, None) => None,
        };
        let template = context.instance.template;
        let declared = direct.filter(|handle| {
            let above = &template.resources[handle.index];
            !above.existing && above.symbol.is_some()
        });
        let link =
            declared.map(|handle| Engine::link(&self.engine.address(context.instance, handle, Some(context)), "id"));
        Some(id.with_links(link))
    }

    /// What a resource extends.
    fn scope_of(&self, context: Context<'_, 'a>, resource: &Resource, of_type: Option<&Value>) -> Option<Value> {
        if let Some(scope) = of_type {
            return Some(scope.clone());
        }
        let written = property(resource, "scope")?;
        let id = self.engine.reference(context, written, "id");
        Some(id.unwrap_or_else(|| self.engine.eval(context, written)))
    }

    fn fact(
        &mut self,
        instance: &Instance<'a>,
        (kind, address): (&str, String),
        body: Value,
        (span, header): (Span, Span),
        identity: Option<Identity>,
    ) {
        self.output.identities.push(identity);
        self.output.facts.push(Fact {
            dialect: Dialect::Arm,
            kind: kind.into(),
            address: address.into(),
            scope: self.scope,
            body,
            span,
            header,
            via: instance.via.clone(),
        });
    }
}

/// A type and names, of which older templates write those of a resource that extends another together with
/// those of the other: `A/b/providers/c`, named `x/C/y`.
fn place(kind: String, mut names: Vec<Value>) -> Placed {
    let at = kind.to_ascii_lowercase().find(PROVIDERS);
    let Some((base, extension)) = at.map(|at| (kind[..at].to_owned(), kind[at + PROVIDERS.len()..].to_owned())) else {
        return Placed { kind, names, scope: None };
    };
    let count = base.split('/').count() - 1;
    if names.len() < count + 2 {
        return Placed { kind, names, scope: None };
    }
    let mut own = names.split_off(count);
    let span = own[0].span;
    let space = own.remove(0);
    let space = space.as_str().unwrap_or_default();
    let scope = id_value(&base, &names, Reason::Computed("the id of what it extends".into()), span);
    // A type may name the provider as well.
    let extension = extension.strip_prefix(&format!("{space}/")).unwrap_or(&extension);
    Placed { kind: format!("{space}/{extension}"), names: own, scope: Some(scope) }
}

/// A module's kind is where it is, without its version.
fn module_kind(source: &str) -> (&str, Option<&str>) {
    match source.rsplit_once(':') {
        Some((kind, version)) if kind.contains(':') || kind.contains('/') => (kind, Some(version)),
        _ => (source, None),
    }
}
