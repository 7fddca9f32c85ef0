//! References: from a name and steps to the part of a value that they lead to, and the links that this makes.

use std::rc::Rc;
use std::sync::Arc;

use crate::model::{Entry, Form, Kind, Link, Map, Piece, Reason, Unknown, Value};
use crate::parse::hcl::{ExprKind, Step};
use crate::source::Span;

use super::engine::{Engine, Instance, Object};
use super::eval::Context;
use super::expand::{Expansion, Shape};
use super::module::Mode;
use super::policy_document;
use super::types::numeric;
use super::values::{
    gather_links, key_text, limit, list_value, map_value, mistake, scalar_text, undeclared, unevaluated, unknown_from,
};

/// How long the dotted attribute of a link may get.
const LONGEST_PATH: usize = 200;

/// Levels of a resource's attribute that are marked as what a provider may convert.
const PROVIDER_LEVELS: u32 = 4;

/// Arguments that Terraform itself takes: they are no attributes of the resource.
const META_ARGUMENTS: [&str; 8] =
    ["count", "for_each", "provider", "depends_on", "lifecycle", "connection", "provisioner", "dynamic"];

/// Whether a name is one of Terraform's own arguments.
pub(super) fn is_meta(name: &str) -> bool {
    META_ARGUMENTS.contains(&name)
}

impl<'a> Engine<'a> {
    /// The value that a name and steps lead to.
    pub fn reference(&self, context: Context<'_, 'a>, root: &str, steps: &[Step], span: Span) -> Value {
        if let Some(value) = context.lookup(root) {
            return self.walk(context, value, steps, span);
        }
        if let Some(value) = self.terragrunt_reference(context, root, steps, span) {
            return value;
        }
        match root {
            "var" | "local" => match self.named(context, root, steps) {
                Some(value) => self.walk(context, &value, &steps[1..], span),
                None => context.absent(&spell(root, steps), span),
            },
            "module" => self.module_reference(context, steps, span),
            "path" | "terraform" | "tofu" | "each" | "count" | "self" => {
                unevaluated(&spell(root, &steps[..steps.len().min(1)]), span)
            }
            _ => self.resource_reference(context, root, steps, span),
        }
    }

    /// The whole of a variable or local, without a copy of it.
    pub fn shared(&self, context: Context<'_, 'a>, root: &str, steps: &[Step]) -> Option<Rc<Value>> {
        if steps.len() != 1 || !matches!(root, "var" | "local") {
            return None;
        }
        self.named(context, root, steps)
    }

    fn named(&self, context: Context<'_, 'a>, root: &str, steps: &[Step]) -> Option<Rc<Value>> {
        let name = step_name(steps.first()?)?;
        if root == "var" { self.variable(context.instance, name) } else { self.local(context.instance, name) }
    }

    /// The value of a local; nothing when it is not declared.
    pub fn local(&self, instance: &Rc<Instance<'a>>, name: &str) -> Option<Rc<Value>> {
        let (name, attribute) = instance.module.locals.get_key_value(name)?;
        let context = Context { instance, scope: None };
        let value = instance.known.locals.get_or(*name, &self.depth, || self.eval(context, &attribute.value));
        Some(value.unwrap_or_else(|| Rc::new(unevaluated(&format!("local.{name}"), attribute.value.span))))
    }

    fn resource_reference(&self, context: Context<'_, 'a>, root: &str, steps: &[Step], span: Span) -> Value {
        let (mode, type_name, rest) = match (Mode::of(root), steps) {
            (Some(mode), [first, rest @ ..]) => (mode, step_name(first), rest),
            _ => (Mode::Managed, Some(root), steps),
        };
        let (Some(type_name), [second, rest @ ..]) = (type_name, rest) else {
            return undeclared(&spell(root, steps), span);
        };
        let index = step_name(second).and_then(|name| context.instance.module.resource(mode, type_name, name));
        let Some(index) = index else { return context.absent(&spell(root, steps), span) };
        let expansion = self.resource_expansion(context.instance, index);
        let object = |key| Object { instance: context.instance.clone(), resource: index, key };
        match (expansion.shape, rest) {
            (Shape::Once, []) if expansion.keys.is_empty() => Value::new(Kind::Null, span),
            (Shape::Once, _) if expansion.keys.is_empty() => mistake(&spell(root, steps), span),
            (Shape::Once, _) => self.walk_object(context, &object(0), rest, span),
            (_, [Step::Index(key), rest @ ..]) => {
                let key = self.eval(context, key);
                match key_text(&key).map(|name| expansion.find(&name)) {
                    Some(Some(found)) => self.walk_object(context, &object(found), rest, span),
                    Some(None) => mistake(&spell(root, steps), span),
                    None => self.one_of(context, &expansion, object, &key, rest, span),
                }
            }
            _ => {
                let all = self.all_of(&expansion, object, span);
                self.walk(context, &all, rest, span)
            }
        }
    }

    /// What is known of an instance without knowing which.
    fn one_of(
        &self,
        context: Context<'_, 'a>,
        expansion: &Expansion,
        object: impl Fn(usize) -> Object<'a>,
        key: &Value,
        rest: &[Step],
        span: Span,
    ) -> Value {
        if expansion.keys.len() == 1 {
            return self.walk_object(context, &object(0), rest, span);
        }
        let handles: Vec<Value> = (0..expansion.keys.len()).map(|key| self.handle(&object(key), span)).collect();
        let some = unknown_from(std::iter::once(key).chain(&handles), span);
        self.walk(context, &some, rest, span)
    }

    /// All instances of a resource as a collection.
    fn all_of(&self, expansion: &Expansion, object: impl Fn(usize) -> Object<'a>, span: Span) -> Value {
        let handles = (0..expansion.keys.len()).map(|key| self.handle(&object(key), span));
        if expansion.shape == Shape::Count {
            return list_value(handles.collect(), expansion.open.clone(), span);
        }
        let mut links = Vec::new();
        let mut entries = Vec::new();
        for (key, handle) in expansion.keys.iter().zip(handles) {
            match &key.name {
                Some(name) => entries.push(Entry::of(name.clone(), handle)),
                None => gather_links(&handle, &mut links, 0),
            }
        }
        map_value(Map { entries, open: expansion.open.clone() }, span).with_links(links)
    }

    /// A resource instance as a whole: its parts are found when a step asks for one.
    fn handle(&self, object: &Object<'a>, span: Span) -> Value {
        let address = object.address();
        self.objects.borrow_mut().entry(address.clone()).or_insert_with(|| object.clone());
        let reason = object.reason(&address, "");
        Value::unknown(reason, span).with_links([Link { address, attribute: "".into() }])
    }

    fn walk_object(&self, context: Context<'_, 'a>, object: &Object<'a>, steps: &[Step], span: Span) -> Value {
        let named = match steps.first() {
            Some(Step::Attr(name)) => Some(name.clone()),
            Some(Step::Index(index)) => key_text(&self.eval(context, index)),
            _ => None,
        };
        match named {
            Some(name) => self.walk_attribute(context, object, &name, &steps[1..], span),
            None => {
                let handle = self.handle(object, span);
                self.walk(context, &handle, steps, span)
            }
        }
    }

    fn walk_attribute(
        &self,
        context: Context<'_, 'a>,
        object: &Object<'a>,
        name: &Arc<str>,
        steps: &[Step],
        span: Span,
    ) -> Value {
        let address = object.address();
        let mut path = name.to_string();
        for step in steps {
            match step {
                Step::Attr(name) if path.len() < LONGEST_PATH => {
                    path.push('.');
                    path.push_str(name);
                }
                Step::Attr(_) => break,
                _ => {}
            }
        }
        let link = Link { address: address.clone(), attribute: path.as_str().into() };
        let value = match self.attribute(object, name) {
            Some(value) if !value.is_null() => self.walk(context, &value, steps, span),
            _ => Value::unknown(object.reason(&address, &path), span),
        };
        // A block that is there may lack the part that is asked for: then the provider sets it.
        let value = if super::values::is_mistake(&value) {
            Value::unknown(object.reason(&address, &path), span)
        } else {
            value
        };
        value.with_links([link])
    }

    /// The value of an attribute or of the blocks of a name, where the resource sets it.
    fn attribute(&self, object: &Object<'a>, name: &Arc<str>) -> Option<Rc<Value>> {
        let Object { instance, resource: index, key } = object;
        let resource = &instance.module.resources[*index];
        if is_meta(name) {
            return None;
        }
        let is_state = resource.mode == Mode::Data && resource.type_name == "terraform_remote_state";
        if is_state && &**name == "outputs" {
            return self.outputs_of_state(object);
        }
        let is_set = resource.block.body.attribute(name).is_some()
            || resource.block.body.items.iter().any(|item| super::body::is_block_of(item, name))
            || policy_document::is_rendered(resource.type_name, name);
        if !is_set {
            return None;
        }
        let cell = (*index, *key, name.clone());
        instance.known.attributes.get_or(cell, &self.depth, || {
            let expansion = self.resource_expansion(instance, *index);
            let scope = expansion.keys.get(*key).and_then(super::expand::Key::scope);
            let context = Context { instance, scope: scope.as_ref() };
            if policy_document::is_rendered(resource.type_name, name) {
                let document = self.policy_document(context, &resource.block.body, resource.block.header);
                return document.in_form(Some(Form::Json));
            }
            let given = self.part_of_body(context, &resource.block.body, name, resource.block.header);
            as_provider_has_it(given, PROVIDER_LEVELS)
        })
    }

    /// What a data source of another root's state finds, where that root is here.
    fn outputs_of_state(&self, object: &Object<'a>) -> Option<Rc<Value>> {
        let given = |name: &str| self.attribute(object, &name.into());
        let (backend, config) = (given("backend")?, given("config")?);
        let cell = (object.resource, object.key, "outputs".into());
        let found = object.instance.known.attributes.get_or(cell, &self.depth, || {
            let found = self.remote_outputs(&object.instance, &backend, &config);
            found.unwrap_or_else(|| Value::new(Kind::Null, config.span))
        })?;
        (!found.is_null()).then_some(found)
    }

    /// Follows steps from a value to a part of it.
    pub fn walk(&self, context: Context<'_, 'a>, start: &Value, steps: &[Step], span: Span) -> Value {
        let mut made;
        let mut here = start;
        for (at, step) in steps.iter().enumerate() {
            let is_text = matches!(here.form(), Some(Form::Json | Form::Yaml));
            let next = match step {
                Step::Attr(_) | Step::Index(_) if is_text => mistake("index", span),
                Step::Attr(name) => {
                    if let Some(part) = here.get(name) {
                        here = part;
                        continue;
                    }
                    self.part(context, here, name, span)
                }
                Step::Index(index) => {
                    let index = self.eval(context, index);
                    if let Some(item) = item_of(here, &index) {
                        here = item;
                        continue;
                    }
                    self.indexed(context, here, &index, span)
                }
                Step::AttrSplat | Step::FullSplat => {
                    return self.splat(context, here, step, &steps[at + 1..], span);
                }
            };
            made = next;
            here = &made;
        }
        self.copy(here).unwrap_or_else(|| limit(span))
    }

    fn splat(&self, context: Context<'_, 'a>, value: &Value, kind: &Step, steps: &[Step], span: Span) -> Value {
        // An attribute splat ends at the first index, which then takes an item of the result.
        let of_each = match kind {
            Step::AttrSplat => steps.iter().take_while(|step| matches!(step, Step::Attr(_))).count(),
            _ => steps.len(),
        };
        let result = match Self::splat_items(value) {
            Ok(items) => {
                let walked = items.iter().map_while(|item| {
                    (!self.is_exhausted()).then(|| self.deeper(|| self.walk(context, item, &steps[..of_each], span)))
                });
                let items = walked.map(|item| item.unwrap_or_else(|| limit(span))).collect();
                let form = matches!(value.form(), Some(Form::List | Form::Set)).then_some(Form::List);
                list_value(items, super::values::unknown_of(value).cloned(), span).in_form(form)
            }
            Err(unknown) => self.walk(context, &unknown, &steps[..of_each], span),
        };
        self.deeper(|| self.walk(context, &result, &steps[of_each..], span)).unwrap_or_else(|| limit(span))
    }

    /// The part of a value under a name.
    fn part(&self, context: Context<'_, 'a>, value: &Value, name: &Arc<str>, span: Span) -> Value {
        match &value.kind {
            Kind::Map(map) => match (map.get(name), &map.open) {
                (Some(part), _) => self.copy(part).unwrap_or_else(|| limit(span)),
                (None, Some(open)) => Value::new(Kind::Unknown(open.clone()), span).with_links(extended(value, name)),
                (None, None) => mistake(name, span),
            },
            Kind::Unknown(unknown) => {
                if let Some(object) = self.object_of(value) {
                    return self.walk_attribute(context, &object, name, &[], span);
                }
                let links = extended(value, name);
                let reason = match (&unknown.reason, links.as_slice()) {
                    (Reason::Computed(_), [link]) => {
                        Reason::Computed(format!("{}.{}", link.address, link.attribute).into())
                    }
                    (reason, _) => reason.clone(),
                };
                Value::unknown(reason, span).with_links(links)
            }
            _ => mistake(name, span),
        }
    }

    /// The resource instance that a value stands for as a whole.
    fn object_of(&self, value: &Value) -> Option<Object<'a>> {
        let [link] = value.links() else { return None };
        if !link.attribute.is_empty() {
            return None;
        }
        self.objects.borrow().get(&link.address).cloned()
    }

    /// The item of a value under an index or key.
    pub fn indexed(&self, context: Context<'_, 'a>, value: &Value, index: &Value, span: Span) -> Value {
        match (&value.kind, &index.kind) {
            (Kind::List(_), _) if value.form() == Some(Form::Set) => mistake("index", span),
            (Kind::Unknown(_), Kind::String(name)) => self.part(context, value, name, span),
            (Kind::Unknown(_), _) => super::values::made_from(unknown_from([value], span), [index]),
            (_, Kind::Unknown(_)) => super::values::made_from(unknown_from([index, value], span), [value]),
            (Kind::List(list), _) => match (item_of(value, index), &list.open) {
                (Some(item), _) => self.copy(item).unwrap_or_else(|| limit(span)),
                (None, Some(open)) => Value::new(Kind::Unknown(open.clone()), span),
                (None, None) => mistake("index", span),
            },
            (Kind::Map(_), _) => match key_text(index) {
                Some(name) => self.part(context, value, &name, span),
                None => mistake("index", span),
            },
            _ => mistake("index", span),
        }
    }
}

impl Object<'_> {
    /// Its address in the root.
    pub fn address(&self) -> Arc<str> {
        let resource = &self.instance.module.resources[self.resource];
        let expansion = self.instance.known.resources.borrow().get(&self.resource).cloned();
        let suffix = expansion.as_ref().and_then(|expansion| expansion.keys.get(self.key));
        format!("{}{}{}", self.instance.prefix, resource.address, suffix.map_or("", |key| &key.suffix)).into()
    }

    /// Why an attribute that it does not set is not known.
    fn reason(&self, address: &Arc<str>, path: &str) -> Reason {
        match self.instance.module.resources[self.resource].mode {
            Mode::Data => Reason::DataSource(address.clone()),
            _ if path.is_empty() => Reason::Computed(address.clone()),
            _ => Reason::Computed(format!("{address}.{path}").into()),
        }
    }
}

/// What a resource is given, as a reference to it finds it: which kind of collection the provider makes of it is not
/// known here.
fn as_provider_has_it(value: Value, levels: u32) -> Value {
    if levels == 0 || value.form().is_some() {
        return value;
    }
    let Value { kind, span, trace } = value;
    let kind = match kind {
        Kind::List(mut list) => {
            list.items = list.items.into_iter().map(|item| as_provider_has_it(item, levels - 1)).collect();
            Kind::List(list)
        }
        Kind::Map(mut map) => {
            for entry in &mut map.entries {
                let inner = std::mem::replace(&mut entry.value, Value::new(Kind::Null, span));
                entry.value = as_provider_has_it(inner, levels - 1);
            }
            Kind::Map(map)
        }
        scalar => return Value { kind: scalar, span, trace },
    };
    Value { kind, span, trace }.in_form(Some(Form::Provider))
}

/// The links of a value, to the part of it under a name.
fn extended(value: &Value, name: &str) -> Vec<Link> {
    let mut links = Vec::new();
    for link in value.links() {
        let attribute = match &*link.attribute {
            "" => name.into(),
            path if path.len() < LONGEST_PATH => format!("{path}.{name}").into(),
            _ => link.attribute.clone(),
        };
        links.push(Link { address: link.address.clone(), attribute });
    }
    links
}

/// The item of a list or map under a known index or key.
fn item_of<'v>(value: &'v Value, index: &Value) -> Option<&'v Value> {
    match &value.kind {
        Kind::List(_) if value.form() == Some(Form::Set) => None,
        Kind::List(list) => list.items.get(position(numeric(index)?)?),
        Kind::Map(map) => map.get(&key_text(index)?),
        _ => None,
    }
}

/// A list position from a number.
fn position(number: f64) -> Option<usize> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    ((0.0..1e9).contains(&number) && number.fract() == 0.0).then_some(number as usize)
}

/// The name that a step leads to, when it is written out.
pub(super) fn step_name(step: &Step) -> Option<&str> {
    match step {
        Step::Attr(name) => Some(name),
        Step::Index(index) => match &index.kind {
            ExprKind::String(name) => Some(name),
            _ => None,
        },
        _ => None,
    }
}

/// A reference as it is written, as far as it consists of names.
pub(super) fn spell(root: &str, steps: &[Step]) -> String {
    let mut text = root.to_owned();
    for step in steps {
        let Step::Attr(name) = step else { break };
        if text.len() > LONGEST_PATH {
            break;
        }
        text.push('.');
        text.push_str(name);
    }
    text
}

/// A value as a piece of text, when it is one in whole or in part.
pub(super) fn pieces_of(value: &Value) -> Vec<Piece> {
    if let Some(text) = scalar_text(value) {
        return vec![Piece::Text(text.into())];
    }
    match &value.kind {
        Kind::Unknown(unknown) if !unknown.pieces.is_empty() => unknown.pieces.clone(),
        _ => {
            let mut links = Vec::new();
            gather_links(value, &mut links, 8);
            vec![Piece::Hole(links)]
        }
    }
}

/// The reason of the first unknown among pieces' values.
pub(super) fn unknown_text(reason: Reason, pieces: Vec<Piece>, span: Span) -> Value {
    Value::new(Kind::Unknown(Arc::new(Unknown { reason, pieces })), span)
}
