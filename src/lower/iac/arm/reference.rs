//! Resources that expressions refer to, and deployments whose outputs they use.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::model::{Kind, Link, Reason, Value};
use crate::parse::arm::syntax::{Expr, ExprKind};
use crate::source::{FileId, ProblemKind, Span};

use super::bicep::is_key;
use super::engine::{Context, Engine, Instance};
use super::eval::{items_of, undeclared};
use super::functions::resources::target;
use super::identity::{Identity, REFERENCE, id_value, written};
use super::json::RESOURCE_LOOP;
use super::template::{Resource, Source, Template};
use super::values::{key, pieces, reason_of, segments, unknown, unknown_from};
use crate::model::Piece;

/// A resource that is referred to, and which one of those that its loop makes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Handle {
    pub index: usize,
    pub at: Option<usize>,
}

impl<'a> Engine<'a> {
    /// An attribute of the resource or module that an expression names; all of it when the attribute is empty.
    /// Nothing when the expression names none.
    pub fn reference(&self, context: Context<'_, 'a>, expr: &Expr, attribute: &str) -> Option<Value> {
        let handle = self.handle(context, expr)?;
        let instance = context.instance;
        let resource = &instance.template.resources[handle.index];
        let span = expr.span;
        let address = self.address(instance, handle, None);
        let link = Link { address: address.as_str().into(), attribute: attribute.into() };
        let mut value = match attribute {
            "name" => self.in_item(instance, handle, |context| {
                self.names(context, handle.index).pop().unwrap_or_else(|| undeclared("name", span))
            }),
            "id" => {
                let (kind, _) = self.kind(Context::of(instance), handle.index);
                let names = self.in_item(instance, handle, |context| self.names(context, handle.index));
                id_value(&kind?, &names, Reason::Computed(format!("{address}.id").into()), span)
            }
            "type" => Value::string(self.kind(Context::of(instance), handle.index).0?, span),
            "apiVersion" => Value::string(self.kind(Context::of(instance), handle.index).1?, span),
            _ => {
                let whole = if attribute.is_empty() { address.clone() } else { format!("{address}.{attribute}") };
                unknown(Reason::Computed(whole.as_str().into()), &whole, span)
            }
        };
        value = value.used_at(span);
        if !resource.existing {
            return Some(value.with_links([link]));
        }
        let names = self.in_item(instance, handle, |context| self.names(context, handle.index));
        let kind = self.kind(Context::of(instance), handle.index).0;
        let identity = kind.and_then(|kind| Identity::new(&kind, &names));
        Some(value.with_links(identity.map(|identity| Link {
            address: format!("{REFERENCE}{}", identity.key()).into(),
            attribute: attribute.into(),
        })))
    }

    /// The resource or module that an expression names.
    pub fn handle(&self, context: Context<'_, 'a>, expr: &Expr) -> Option<Handle> {
        let template = context.instance.template;
        match &expr.kind {
            ExprKind::Name(name) => {
                let key = name.to_lowercase();
                let is_other = context.local(name).is_some()
                    || template.parameters.contains_key(&key)
                    || template.variables.contains_key(&key);
                if is_other {
                    return None;
                }
                template.resource(name, None).map(|index| Handle { index, at: None })
            }
            ExprKind::Index(of, at) => {
                let handle = self.handle(context, of)?;
                template.resources[handle.index].repeat.as_ref()?;
                let at = self.eval(context, at);
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "others are refused")]
                let at = at.as_number().filter(|at| (0.0..1e6).contains(at)).map(|at| at as usize);
                Some(Handle { at, ..handle })
            }
            ExprKind::Child(of, name) => {
                let handle = self.handle(context, of)?;
                template.resource(name, Some(handle.index)).map(|index| Handle { index, at: None })
            }
            _ => None,
        }
    }

    /// Evaluates with the variable of a resource's loop in sight.
    pub fn in_item<T>(
        &self,
        instance: &Rc<Instance<'a>>,
        handle: Handle,
        make: impl FnOnce(Context<'_, 'a>) -> T,
    ) -> T {
        let context = Context::of(instance);
        let Some(repeat) = &instance.template.resources[handle.index].repeat else { return make(context) };
        let collection = self.eval(context, &repeat.collection);
        let (mut items, _) = items_of(&collection);
        let at = handle.at.filter(|at| *at < items.len());
        let item = match at {
            Some(at) => items.swap_remove(at),
            None => unknown_from("item", [&collection].into_iter(), collection.span),
        };
        self.with_local(context, (&repeat.item, item), |context| match (&repeat.index, at) {
            (Some(name), Some(at)) => self.with_index(context, Some(name), at, collection.span, make),
            (Some(name), None) => {
                let index = unknown_from("index", [&collection].into_iter(), collection.span);
                self.with_local(context, (name, index), make)
            }
            (None, _) => make(context),
        })
    }

    /// The type of a resource and its version.
    pub fn kind(&self, context: Context<'_, 'a>, index: usize) -> (Option<String>, Option<String>) {
        let resource = &context.instance.template.resources[index];
        let written = self.eval(context, &resource.kind);
        let Some(text) = written.as_str() else { return (None, None) };
        let (kind, version) = match text.split_once('@') {
            Some((kind, version)) => (kind, Some(version.to_owned())),
            None => (text, None),
        };
        let version = version.or_else(|| {
            let version = self.eval(context, resource.version.as_ref()?);
            version.as_str().map(str::to_owned)
        });
        let space = kind.split('/').next().unwrap_or_default();
        match resource.outer {
            // The type of what is inside of another begins with that of the other.
            Some(outer) if !space.contains('.') => {
                let (above, inherited) = self.kind(context, outer);
                (above.map(|above| format!("{above}/{kind}")), version.or(inherited))
            }
            _ => (Some(kind.to_owned()), version),
        }
    }

    /// The names of a resource and of those that it belongs to, outermost first.
    pub fn names(&self, context: Context<'_, 'a>, index: usize) -> Vec<Value> {
        let resource = &context.instance.template.resources[index];
        let own = property(resource, "name").map(|name| self.eval(context, name));
        let own = own.unwrap_or_else(|| Value::string("", resource.header));
        let mut names = match (resource.outer, property(resource, "parent")) {
            (Some(outer), _) => self.names(context, outer),
            (None, Some(parent)) => match self.handle(context, parent) {
                Some(handle) if handle.index != index => {
                    let mut names = Vec::new();
                    // A resource that is its own parent is one that does not deploy.
                    let _ = self.deeper(parent.span, || {
                        names = self.in_item(context.instance, handle, |context| self.names(context, handle.index));
                        Value::new(Kind::Null, parent.span)
                    });
                    names
                }
                _ => Vec::new(),
            },
            (None, None) => Vec::new(),
        };
        names.extend(segments(&own));
        names
    }

    /// The address of a resource: its name in the file, or its type and names.
    pub fn address(&self, instance: &Rc<Instance<'a>>, handle: Handle, context: Option<Context<'_, 'a>>) -> String {
        let resource = &instance.template.resources[handle.index];
        let at = handle.at.map_or(String::new(), |at| format!("[{at}]"));
        if let Some(symbol) = &resource.symbol {
            return match resource.outer {
                Some(outer) => {
                    let outer = self.address(instance, Handle { index: outer, at: None }, context);
                    format!("{outer}::{symbol}{at}")
                }
                None => format!("{}{symbol}{at}", instance.prefix),
            };
        }
        let context = context.unwrap_or_else(|| Context::of(instance));
        let kind = self.kind(context, handle.index).0.unwrap_or_else(|| "?".to_owned());
        let chain = std::iter::successors(Some(resource), |it| it.outer.map(|it| &instance.template.resources[it]));
        let mut names: Vec<String> = chain.filter_map(|it| property(it, "name")).map(written).collect();
        names.reverse();
        format!("{}{kind}/{}{at}", instance.prefix, names.join("/"))
    }

    /// An output of a deployment, where that is what an expression's member is.
    pub fn module_output(&self, context: Context<'_, 'a>, of: &Expr, name: &str, span: Span) -> Option<Value> {
        let ExprKind::Member(base, member) = &of.kind else { return None };
        if &**member == "outputs" {
            let handle = self.handle(context, base)?;
            context.instance.template.resources[handle.index].call.as_ref()?;
            return Some(self.output_of(context.instance, handle, name, span));
        }
        // `reference('x').outputs.y.value` of JSON.
        let ExprKind::Member(call, outputs) = &base.kind else { return None };
        let ExprKind::Call(call) = &call.kind else { return None };
        let is_output = name.eq_ignore_ascii_case("value") && outputs.eq_ignore_ascii_case("outputs");
        if !is_output || !call.name.eq_ignore_ascii_case("reference") {
            return None;
        }
        let target = self.eval(context, call.args.first()?);
        let index = self.deployment(context.instance, &target)?;
        Some(self.output_of(context.instance, Handle { index, at: None }, member, span))
    }

    fn output_of(&self, instance: &Rc<Instance<'a>>, handle: Handle, name: &str, span: Span) -> Value {
        let address = self.address(instance, handle, None);
        let whole = format!("{address}.outputs.{name}");
        match self.module(instance, handle) {
            Some(module) => self.output(&module, name, span).unwrap_or_else(|| undeclared(&whole, span)),
            None => {
                let source = self.source_of(instance, handle).unwrap_or_else(|| address.clone());
                unknown(Reason::Module(source.into()), &whole, span)
            }
        }
    }

    /// The deployment of a template that a value names.
    fn deployment(&self, instance: &Rc<Instance<'a>>, target: &Value) -> Option<usize> {
        let template = instance.template;
        if let Some(index) = target.as_str().and_then(|text| template.resource(text, None)) {
            return template.resources[index].call.as_ref().map(|_| index);
        }
        let wanted = key(segments(target).last()?)?;
        let mut deployments = template.resources.iter().enumerate().filter(|(_, it)| it.call.is_some());
        deployments.find_map(|(index, _)| {
            let names = self.names(Context::of(instance), index);
            (key(names.last()?)? == wanted).then_some(index)
        })
    }

    /// What exists only once a resource is deployed: `reference(…)` and `listKeys(…)`.
    pub fn runtime(&self, context: Context<'_, 'a>, name: &str, args: &[Value], span: Span) -> Option<Value> {
        let first = args.first()?;
        let symbol = first.as_str().and_then(|text| context.instance.template.resource(text, None));
        let link = match symbol {
            Some(index) => Some(self.address(context.instance, Handle { index, at: None }, None)),
            None => target(first).map(|target| format!("{REFERENCE}{target}")),
        };
        let reason = Reason::Computed(format!("{name}()").into());
        let key = super::values::symbol(first);
        let links = link.map(|address| Link { address: address.into(), attribute: "".into() });
        Some(unknown(reason, &format!("{name}({key})"), span).with_links(links))
    }

    /// `copyIndex()`, `copyIndex(offset)`, `copyIndex('loop')` or `copyIndex('loop', offset)`.
    pub fn copy_index(&self, context: Context<'_, 'a>, args: &[Expr], span: Span) -> Value {
        let values: Vec<Value> = args.iter().map(|arg| self.eval(context, arg)).collect();
        let name = values.first().and_then(Value::as_str).map(str::to_lowercase);
        let offset = values.last().and_then(|value| match value.kind {
            Kind::Number(number) => Some(number),
            _ => None,
        });
        let local = match name {
            Some(name) => context.locals().find(|local| {
                local
                    .name
                    .split_once(':')
                    .is_some_and(|(kind, loop_name)| kind.starts_with("copyindex") && loop_name == name)
            }),
            None => context.locals().find(|local| local.name.starts_with(RESOURCE_LOOP)),
        };
        let Some(value) = local.map(|local| &local.value) else { return undeclared("copyIndex()", span) };
        match value.kind {
            Kind::Number(number) => Value::number(number + offset.unwrap_or(0.0), span),
            _ => value.clone().used_at(span),
        }
    }

    /// The template that a deployment deploys, with what it is given.
    pub fn module(&self, instance: &Rc<Instance<'a>>, handle: Handle) -> Option<Rc<Instance<'a>>> {
        let resource = &instance.template.resources[handle.index];
        let call = resource.call.as_ref()?;
        self.deployed(instance, (&handle.index.to_string(), handle.at), || {
            let (template, is_transparent) = self.called(instance, handle)?;
            if let Err(kind) = instance.may_deploy(template) {
                let message = match kind {
                    ProblemKind::ModuleCycle => "a template deploys itself",
                    _ => "templates deploy each other deeper than is read",
                };
                self.report(kind, resource.header, message.to_owned());
                return None;
            }
            let given = call
                .arguments
                .as_ref()
                .map(|arguments| self.in_item(instance, handle, |context| self.eval(context, arguments)));
            let open = given.as_ref().and_then(open_reason);
            let mut arguments = BTreeMap::new();
            if let Some(Value { kind: Kind::Map(map), .. }) = given {
                arguments.extend(map.entries.into_iter().map(|entry| (entry.key.to_lowercase(), entry.value)));
            }
            let mut made = Instance::new(template, arguments, open);
            made.prefix = format!("{}.", self.name_of(instance, handle));
            made.via = instance.via.iter().copied().chain([resource.header]).collect();
            made.caller = Some(instance.clone());
            made.is_transparent = is_transparent;
            Some(made)
        })
    }

    /// The template that a deployment deploys, when it is here, and whether its expressions see what those around do.
    pub fn called(&self, instance: &Rc<Instance<'a>>, handle: Handle) -> Option<(&'a Template, bool)> {
        match &instance.template.resources[handle.index].call.as_ref()?.source {
            Source::Inline { template, inner } => Some((template, !inner)),
            Source::Path(path) => {
                let file = self.in_item(instance, handle, |context| {
                    located(self, instance.template.file, &self.eval(context, path))
                });
                Some((self.templates.get(&file?)?, false))
            }
        }
    }

    /// What the resources of a deployment are told by.
    fn name_of(&self, instance: &Rc<Instance<'a>>, handle: Handle) -> String {
        if instance.template.resources[handle.index].symbol.is_some() {
            return self.address(instance, handle, None);
        }
        let resource = &instance.template.resources[handle.index];
        let at = handle.at.map_or(String::new(), |at| format!("[{at}]"));
        format!("{}{}{at}", instance.prefix, property(resource, "name").map(written).unwrap_or_default())
    }

    /// Where a template is that could not be read, as it is written.
    pub fn source_of(&self, instance: &Rc<Instance<'a>>, handle: Handle) -> Option<String> {
        let Source::Path(path) = &instance.template.resources[handle.index].call.as_ref()?.source else { return None };
        let value = self.in_item(instance, handle, |context| self.eval(context, path));
        let texts = pieces(&value).into_iter().map(|piece| match piece {
            Piece::Text(text) => text.to_string(),
            Piece::Hole(_) => "…".to_owned(),
        });
        Some(texts.collect())
    }
}

/// Why a value that should be an object may hold more than is known.
fn open_reason(value: &Value) -> Option<Reason> {
    match &value.kind {
        Kind::Map(map) => map.open.as_ref().map(|open| open.reason.clone()),
        Kind::Null => None,
        _ => Some(reason_of(value).unwrap_or(Reason::Limit)),
    }
}

/// The property of a resource.
pub(super) fn property<'r>(resource: &'r Resource, name: &str) -> Option<&'r Expr> {
    resource.properties.iter().find(|property| is_key(property, name)).map(|property| &property.value)
}

/// The file of the repository that a path, or the known part of an address, leads to.
fn located(engine: &Engine<'_>, from: FileId, path: &Value) -> Option<FileId> {
    if let Some(text) = path.as_str()
        && let Some(found) = engine.file_at(from, text)
    {
        return Some(found);
    }
    let is_json = |text: &str| text.to_ascii_lowercase().contains(".json");
    let piece = pieces(path).into_iter().find_map(|piece| match piece {
        Piece::Text(text) if is_json(&text) => Some(text),
        _ => None,
    })?;
    candidates(&piece).find_map(|path| engine.file_at(from, &path)).filter(|found| *found != from)
}

/// How many folders of an address are tried to be those beside the template.
const FOLDERS: usize = 4;

/// The ends of an address that may be paths relative to a template.
pub(super) fn candidates(address: &str) -> impl Iterator<Item = String> {
    let plain = address.split(['?', '#']).next().unwrap_or_default();
    let steps: Vec<String> = plain.split('/').filter(|step| !step.is_empty()).map(str::to_owned).collect();
    let count = steps.len();
    (count.saturating_sub(FOLDERS)..count).map(move |start| steps[start..].join("/"))
}

/// The templates that a template may deploy, as far as paths that are written out tell.
pub(super) fn callees(template: &Template, find: &dyn Fn(FileId, &str) -> Option<FileId>, found: &mut Vec<FileId>) {
    for resource in &template.resources {
        match resource.call.as_ref().map(|call| &call.source) {
            Some(Source::Inline { template, .. }) => callees(template, find, found),
            Some(Source::Path(path)) => texts(path, &mut |text| {
                let direct = find(template.file, text);
                let is_json = text.to_ascii_lowercase().contains(".json");
                let near = || is_json.then(|| candidates(text).find_map(|path| find(template.file, &path))).flatten();
                found.extend(direct.or_else(near).filter(|file| *file != template.file));
            }),
            None => {}
        }
    }
}

/// The texts that are written in an expression. Recurses as deep as the parser nested.
fn texts(expr: &Expr, found: &mut dyn FnMut(&str)) {
    match &expr.kind {
        ExprKind::Text(text) => found(text),
        ExprKind::Call(call) => call.args.iter().for_each(|arg| texts(arg, found)),
        ExprKind::Choice(parts) => parts.iter().for_each(|part| texts(part, found)),
        _ => {}
    }
}
