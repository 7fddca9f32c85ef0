//! From declarations to facts: every block of a module instance that a rule may speak of.

use std::rc::Rc;
use std::sync::Arc;

use crate::model::{Dialect, Entry, Fact, Kind, Map, ScopeId, Unread, Value};
use crate::parse::hcl::{Block, Body};
use crate::source::Span;

use super::engine::{Engine, Instance};
use super::eval::Context;
use super::expand::{Expansion, Key};
use super::module::{Declaration, Repeat};
use super::providers::Providers;
use super::stand_in;

/// Facts of one root.
const MOST_FACTS: usize = 200_000;

/// What one root comes to.
#[derive(Default)]
pub(super) struct Output {
    /// Its facts.
    pub facts: Vec<Fact>,
    /// Its providers.
    pub providers: Providers,
}

impl<'a> Engine<'a> {
    /// Adds the facts of a module instance and of those that it calls.
    pub fn emit(&self, instance: &Rc<Instance<'a>>, output: &mut Output) {
        self.note_broken(instance, output);
        let mut settings = Vec::new();
        for declaration in &instance.module.order {
            if output.facts.len() >= MOST_FACTS {
                return;
            }
            match *declaration {
                Declaration::Resource(index) => self.emit_resource(instance, index, output),
                Declaration::Call(index) => self.emit_call(instance, index, output),
                Declaration::Provider(block) => self.emit_provider(instance, block, output),
                Declaration::Settings(block) => settings.push(block),
                // Those of a stand-in are nobody's.
                Declaration::Variable(_) | Declaration::Output(_) if instance.stands_at.is_some() => {}
                Declaration::Variable(block) => output.facts.push(self.variable_fact(instance, block)),
                Declaration::Output(block) => {
                    let address = format!("output.{}", block.label(0));
                    let context = Context { instance, scope: None };
                    let body = self.body(context, &block.body, block.span, &[]);
                    output.facts.push(fact(instance, &"output".into(), &address, block, body));
                }
            }
        }
        self.emit_settings(instance, &settings, output);
    }

    /// Notes the blocks of a module that were not read, once for each module.
    fn note_broken(&self, instance: &Rc<Instance<'a>>, output: &mut Output) {
        if !output.providers.is_first_visit(instance.module.dir) {
            return;
        }
        for (file, span) in &instance.module.unread {
            let what = format!("a block of '{}'", self.sources.get(*file).path);
            let call = Value::new(Kind::Null, *span);
            self.unread.borrow_mut().push(Unread { call, span: *span, what });
        }
    }

    /// A provider's configurations: OpenTofu makes several of one block that has a `for_each`.
    fn emit_provider(&self, instance: &Rc<Instance<'a>>, block: &'a Block, output: &mut Output) {
        let kind: Arc<str> = format!("provider.{}", block.label(0)).into();
        let repeat = Repeat::of(&block.body);
        let expansion = self.expand(instance, repeat);
        for key in &expansion.keys {
            let scope = key.scope();
            let context = Context { instance, scope: scope.as_ref() };
            let mut body = self.body(context, &block.body, block.span, &["for_each"]);
            mark_open(&mut body, &expansion, key, repeat);
            output.providers.configured(block, &body);
            let address = format!("{}{}", provider_address(block), key.suffix);
            output.facts.push(fact(instance, &kind, &address, block, body));
        }
    }

    fn emit_resource(&self, instance: &Rc<Instance<'a>>, index: usize, output: &mut Output) {
        let resource = &instance.module.resources[index];
        let place = instance.stands_at.as_ref().map_or(resource.block.header, |at| at.call);
        output.providers.used(resource.type_name, place);
        let expansion = self.resource_expansion(instance, index);
        for key in &expansion.keys {
            let scope = key.scope();
            let context = Context { instance, scope: scope.as_ref() };
            let mut body = self.body(context, &resource.block.body, resource.block.span, &["count", "for_each"]);
            mark_open(&mut body, &expansion, key, resource.repeat);
            let address = format!("{}{}", resource.address, key.suffix);
            output.facts.push(fact(instance, &resource.kind, &address, resource.block, body));
        }
    }

    fn emit_call(&self, instance: &Rc<Instance<'a>>, index: usize, output: &mut Output) {
        let children = self.children(instance, index);
        for child in &children.instances {
            self.emit(child, output);
        }
        let stand_in = children.instances.first().map(|child| child.module.stand_in);
        if stand_in == Some(None) {
            return;
        }
        if stand_in.is_none() && children.instances.is_empty() {
            self.note_elsewhere(instance, index, &children.source);
        }
        let is_whole = stand_in.flatten().is_some_and(|stand_in| stand_in.whole);
        let call = &instance.module.calls[index];
        let expansion = self.call_expansion(instance, index);
        for key in &expansion.keys {
            let scope = key.scope();
            let context = Context { instance, scope: scope.as_ref() };
            let mut body = self.body(context, &call.block.body, call.block.span, &["count", "for_each"]);
            mark_open(&mut body, &expansion, key, call.repeat);
            if !is_whole {
                self.note_unread(instance, index, body.clone(), &children.source);
            }
            let address = format!("module.{}{}", call.name, key.suffix);
            output.facts.push(fact(instance, &"module".into(), &address, call.block, body));
        }
    }

    fn variable_fact(&self, instance: &Rc<Instance<'a>>, block: &Block) -> Fact {
        let context = Context { instance, scope: None };
        let mut body = self.body(context, &block.body, block.span, &["type"]);
        if let (Some(declared), Kind::Map(map)) = (block.body.attribute("type"), &mut body.kind) {
            let text = Value::string(self.sources.slice(declared.value.span), declared.value.span);
            map.entries.push(Entry { key: declared.key.text.clone(), key_span: declared.key.span, value: text });
        }
        fact(instance, &"variable".into(), &format!("var.{}", block.label(0)), block, body)
    }

    /// All `terraform` blocks of a module as one fact: they may lie in several files.
    fn emit_settings(&self, instance: &Rc<Instance<'a>>, blocks: &[&'a Block], output: &mut Output) {
        let Some(first) = blocks.first() else { return };
        let body = Body { items: blocks.iter().flat_map(|block| block.body.items.iter().cloned()).collect() };
        let body = self.body(Context { instance, scope: None }, &body, first.span, &[]);
        output.providers.required(&body);
        output.facts.push(fact(instance, &"terraform".into(), "terraform", first, body));
    }
}

/// Where it is not known how often a block is there, its body says so.
fn mark_open(body: &mut Value, expansion: &Expansion, key: &Key, repeat: Repeat<'_>) {
    let (None, Kind::Map(Map { entries, .. })) = (&key.name, &mut body.kind) else { return };
    let (Some((name, expr)), Some(open)) = (repeat.written(), &expansion.open) else { return };
    entries.push(Entry::of(name, Value::unknown(open.reason.clone(), expr.span)));
}

fn provider_address(block: &Block) -> String {
    let alias = block.body.attribute("alias").and_then(|alias| alias.value.as_str());
    let dot = if alias.is_some() { "." } else { "" };
    format!("provider.{}{dot}{}", block.label(0), alias.unwrap_or(""))
}

fn fact(instance: &Instance<'_>, kind: &Arc<str>, address: &str, block: &Block, body: Value) -> Fact {
    let span: Span = block.span;
    let mut fact = Fact {
        dialect: Dialect::Terraform,
        kind: kind.clone(),
        address: format!("{}{address}", instance.prefix).into(),
        scope: ScopeId(0),
        body,
        span,
        header: block.header,
        via: instance.via.clone(),
    };
    if let (Some(at), Some(stand_in)) = (&instance.stands_at, instance.module.stand_in) {
        stand_in::place(&mut fact, at.call, stand_in, &at.source);
    }
    fact
}
