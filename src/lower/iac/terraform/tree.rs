//! Module calls: which directory each leads to, the instances of it, and the values that come out.

use std::rc::Rc;
use std::sync::Arc;

use crate::model::{Entry, Link, Map, Reason, Unread, Value};
use crate::parse::hcl::{Block, Step};
use crate::source::{ProblemKind, Span, join};

use super::engine::{Caller, Engine, Instance, Known, StandsAt};
use super::eval::Context;
use super::expand::{Expansion, Key, Shape};
use super::module::{Call, Module};
use super::reference::{spell, step_name};
use super::stand_in;
use super::values::{
    MOST_LEVELS as MOST_LEVELS_OF_VALUES, key_text, limit, list_value, map_value, mistake, unevaluated, unknown_from,
};

/// Modules within modules.
const MOST_LEVELS: usize = 24;

/// Module instances of one root.
const MOST_MODULES: usize = 2_000;

/// A module that is called.
#[derive(Clone, Copy)]
struct Wanted<'w> {
    /// The call's name.
    name: &'w str,
    source: &'w str,
    /// The constraint on its version.
    version: Option<&'w str>,
    /// Where its source is written.
    span: Span,
}

/// What is behind a module call.
pub(super) struct Children<'a> {
    /// One module instance for each instance of the call; none when the module was not read.
    pub instances: Vec<Rc<Instance<'a>>>,
    /// The source as written, for what was not read.
    pub source: Arc<str>,
}

impl<'a> Engine<'a> {
    /// The root module.
    pub fn root(&self, module: &'a Module<'a>) -> Rc<Instance<'a>> {
        self.instances.set(1);
        self.refuel(module.bytes);
        Rc::new(Instance {
            module,
            prefix: String::new(),
            via: Vec::new(),
            stands_at: None,
            caller: None,
            known: Known::default(),
        })
    }

    /// The modules behind a call.
    pub fn children(&self, instance: &Rc<Instance<'a>>, call: usize) -> Rc<Children<'a>> {
        if let Some(known) = instance.known.children.borrow().get(&call) {
            return known.clone();
        }
        let expansion = self.call_expansion(instance, call);
        let children = Rc::new(self.find_children(instance, call, &expansion));
        instance.known.children.borrow_mut().entry(call).or_insert(children).clone()
    }

    fn find_children(&self, instance: &Rc<Instance<'a>>, index: usize, expansion: &Expansion) -> Children<'a> {
        let block = instance.module.calls[index].block;
        let context = Context { instance, scope: None };
        let (source, span) = match block.body.attribute("source") {
            Some(attribute) => (self.eval(context, &attribute.value), attribute.value.span),
            None => (mistake("source", block.header), block.header),
        };
        let source: Arc<str> = key_text(&source).unwrap_or_else(|| "?".into());
        let mut children = Children { instances: Vec::new(), source };
        let name = instance.module.calls[index].name;
        let constraint =
            block.body.attribute("version").and_then(|version| key_text(&self.eval(context, &version.value)));
        let wanted = Wanted { name, source: &children.source, version: constraint.as_deref(), span };
        let Some(module) = self.module_at(instance, wanted) else { return children };
        for key in 0..expansion.keys.len() {
            if self.instances.get() >= MOST_MODULES || instance.via.len() >= MOST_LEVELS {
                self.report(ProblemKind::Limit, span, "too many modules within modules: not all were read".to_owned());
                children.instances.clear();
                return children;
            }
            self.instances.set(self.instances.get() + 1);
            self.refuel(module.bytes);
            children.instances.push(self.child((instance, index, key), &expansion.keys[key], module, &children.source));
        }
        children
    }

    fn child(
        &self,
        (instance, call, key): (&Rc<Instance<'a>>, usize, usize),
        named: &Key,
        module: &'a Module<'a>,
        source: &Arc<str>,
    ) -> Rc<Instance<'a>> {
        let Call { name, block, .. } = &instance.module.calls[call];
        let mut via = instance.via.clone();
        via.push(block.header);
        let text = module.first.filter(|_| module.stand_in.is_some());
        let stands_at = text.map(|file| StandsAt { file, call: block.header, source: source.clone() });
        Rc::new(Instance {
            stands_at,
            module,
            prefix: format!("{}module.{name}{}.", instance.prefix, named.suffix),
            via,
            caller: Some(Caller { instance: instance.clone(), call, key }),
            known: Known::default(),
        })
    }

    /// The module that a call leads to, when it is in the repository and not one of those that call.
    fn module_at(&self, instance: &Rc<Instance<'a>>, wanted: Wanted<'_>) -> Option<&'a Module<'a>> {
        let Wanted { name, source, version, span } = wanted;
        let dir = if is_local(source) {
            join(instance.module.dir, source)
        } else if let Some(fetched) = self.fetched.get(&names(instance, name)).filter(|_| !instance.is_elsewhere()) {
            // What was fetched into another root is not looked for.
            Some(fetched.clone())
        } else {
            let stand_in = stand_in::find(self.stand_ins, source, version);
            return stand_in.and_then(|stand_in| self.modules.get(stand_in.path().as_str()));
        };
        let Some(module) = dir.and_then(|dir| self.modules.get(dir.as_str())) else {
            let message = "a module in another directory is called that is not in the repository".to_owned();
            self.report(ProblemKind::ModuleNotFound, span, message);
            return None;
        };
        let mut above = Some(instance);
        while let Some(here) = above {
            if here.module.dir == module.dir {
                let message = "a module calls itself, directly or through others".to_owned();
                self.report(ProblemKind::ModuleCycle, span, message);
                return None;
            }
            above = here.caller.as_ref().map(|caller| &caller.instance);
        }
        Some(module)
    }

    /// Notes that nothing is known of the module behind a call, once for each source whatever its version.
    pub fn note_elsewhere(&self, instance: &Rc<Instance<'a>>, call: usize, source: &str) {
        let Some(attribute) = instance.module.calls[call].block.body.attribute("source") else { return };
        if !is_local(source) {
            let plain = source.split('?').next().unwrap_or(source);
            self.elsewhere.borrow_mut().entry(plain.into()).or_insert(attribute.value.span);
        }
    }

    /// Notes that the module behind a call was not read.
    pub fn note_unread(&self, instance: &Rc<Instance<'a>>, call: usize, arguments: Value, source: &str) {
        let block = instance.module.calls[call].block;
        let what = format!("module '{}' from '{source}'", block.label(0));
        self.unread.borrow_mut().push(Unread { call: arguments, span: block.header, what });
    }

    /// The value of a reference to a module's output.
    pub fn module_reference(&self, context: Context<'_, 'a>, steps: &[Step], span: Span) -> Value {
        let instance = context.instance;
        let [first, rest @ ..] = steps else { return mistake("module", span) };
        let Some(call) = step_name(first).and_then(|name| instance.module.call(name)) else {
            return context.absent(&spell("module", steps), span);
        };
        let expansion = self.call_expansion(instance, call);
        let children = self.children(instance, call);
        let child = Child { children: &children, expansion: &expansion, instance, call };
        match (expansion.shape, rest) {
            (Shape::Once, _) => self.walk_outputs(context, child, 0, rest, span),
            (_, [Step::Index(key), rest @ ..]) => {
                let key = self.eval(context, key);
                match key_text(&key).map(|name| expansion.find(&name)) {
                    Some(Some(found)) => self.walk_outputs(context, child, found, rest, span),
                    Some(None) => mistake(&spell("module", steps), span),
                    None if expansion.keys.len() == 1 => self.walk_outputs(context, child, 0, rest, span),
                    None => {
                        let some = unknown_from([&key], span);
                        self.walk(context, &some, rest, span)
                    }
                }
            }
            _ => {
                let all = self.all_outputs(child, span);
                self.walk(context, &all, rest, span)
            }
        }
    }

    fn walk_outputs(
        &self,
        context: Context<'_, 'a>,
        child: Child<'_, 'a>,
        key: usize,
        steps: &[Step],
        span: Span,
    ) -> Value {
        let Some(module) = child.children.instances.get(key) else {
            let unread = child.unread(key, "", span);
            return self.walk(context, &unread, steps, span);
        };
        match (steps.first().and_then(step_name), steps) {
            (Some(name), [_, rest @ ..]) => match self.output(module, name) {
                Some(value) => self.walk(context, &value, rest, span),
                None if module.stands_at.is_some() => {
                    let unread = child.unread(key, "", span);
                    self.walk(context, &unread, steps, span)
                }
                None => Context { instance: module, scope: None }.absent(&spell("module", steps), span),
            },
            _ => {
                let object = self.outputs(module, span);
                self.walk(context, &object, steps, span)
            }
        }
    }

    fn output(&self, instance: &Rc<Instance<'a>>, name: &str) -> Option<Rc<Value>> {
        let (name, block) = instance.module.outputs.get_key_value(name)?;
        let made = instance.known.outputs.get_or(*name, &self.depth, || match block.body.attribute("value") {
            Some(value) => {
                let mut value = self.eval(Context { instance, scope: None }, &value.value);
                if let Some(StandsAt { file, call, .. }) = &instance.stands_at {
                    stand_in::value(&mut value, *file, *call, MOST_LEVELS_OF_VALUES);
                }
                value
            }
            None => mistake(name, block.header),
        });
        Some(made.unwrap_or_else(|| Rc::new(unevaluated(&format!("output.{name}"), block.header))))
    }

    /// All outputs of a module as an object.
    pub(super) fn outputs(&self, instance: &Rc<Instance<'a>>, span: Span) -> Rc<Value> {
        let made = instance.known.outputs.get_or("", &self.depth, || {
            let mut names: Vec<&str> = instance.module.outputs.keys().copied().collect();
            names.sort_unstable();
            let entries = names.into_iter().filter_map(|name| {
                let value = self.copy(&*self.output(instance, name)?).unwrap_or_else(|| limit(span));
                Some(Entry { key: name.into(), key_span: value.span, value })
            });
            map_value(Map { entries: entries.collect(), open: None }, span)
        });
        made.unwrap_or_else(|| Rc::new(unevaluated("module", span)))
    }

    /// The outputs of all instances of a call, as a collection.
    fn all_outputs(&self, child: Child<'_, 'a>, span: Span) -> Value {
        let mut items = Vec::new();
        for key in 0..child.expansion.keys.len() {
            items.push(match child.children.instances.get(key) {
                Some(module) => self.copy(&self.outputs(module, span)).unwrap_or_else(|| limit(span)),
                None => child.unread(key, "", span),
            });
        }
        let open = child.expansion.open.clone();
        if child.expansion.shape == Shape::Count {
            return list_value(items, open, span);
        }
        let named = child.expansion.keys.iter().zip(items);
        let entries =
            named.filter_map(|(key, value)| Some(Entry { key: key.name.clone()?, key_span: value.span, value }));
        map_value(Map { entries: entries.collect(), open }, span)
    }
}

/// The modules behind one call.
#[derive(Clone, Copy)]
struct Child<'e, 'a> {
    children: &'e Children<'a>,
    expansion: &'e Expansion,
    instance: &'e Instance<'a>,
    call: usize,
}

impl Child<'_, '_> {
    /// What stands for a module that was not read.
    fn unread(&self, key: usize, attribute: &str, span: Span) -> Value {
        let name = self.instance.module.calls[self.call].name;
        let suffix = self.expansion.keys.get(key).map_or("", |key| &key.suffix);
        let address = format!("{}module.{name}{suffix}", self.instance.prefix).into();
        Value::unknown(Reason::Module(self.children.source.clone()), span)
            .with_links([Link { address, attribute: attribute.into() }])
    }
}

/// The names of the calls that lead to one, as the list of fetched modules has them.
fn names(instance: &Instance<'_>, name: &str) -> String {
    let mut names = vec![name];
    let mut above = instance;
    while let Some(caller) = &above.caller {
        names.push(caller.block().name);
        above = &caller.instance;
    }
    names.reverse();
    names.join(".")
}

/// Whether a source leads to another directory of the repository.
pub(super) fn is_local(source: &str) -> bool {
    source.starts_with("./") || source.starts_with("../") || source == "." || source == ".."
}

/// The source of a module block, when it is written out and local.
pub(super) fn local_source(block: &Block) -> Option<&str> {
    block.body.attribute("source")?.value.as_str().filter(|source| is_local(source))
}
