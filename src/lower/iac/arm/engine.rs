//! A template with what it is given: where its parameters, variables, functions and modules come from.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use crate::model::{Kind, Link, Reason, Unread, Value};
use crate::source::{FileId, Problem, ProblemKind, Sources, Span};

use super::super::size;
use super::template::{Import, Template};
use super::values::{limit, unknown};

/// How deep expressions are followed, over all templates that they lead through.
const DEPTH: usize = 150;
/// How many values one root may be evaluated to; sixteen bytes of text count as one.
const WORK: usize = 4_000_000;
/// How deep templates deploy each other.
const TEMPLATES: usize = 24;

/// Evaluates the templates of a root.
pub(super) struct Engine<'a> {
    pub sources: &'a Sources,
    pub templates: &'a BTreeMap<FileId, Template>,
    pub problems: RefCell<Vec<Problem>>,
    pub unread: RefCell<Vec<Unread>>,
    depth: Cell<usize>,
    work_left: Cell<usize>,
    instances: Cell<usize>,
    /// The instances that others deploy or import from. Nothing while one is made.
    deployed: RefCell<HashMap<DeployedBy, Option<Rc<Instance<'a>>>>>,
}

/// The number of an instance, what it deploys or imports from, and which one of those that a loop makes.
type DeployedBy = (usize, String, Option<usize>);

/// A template as one call of it, or the command line, deploys it.
pub(super) struct Instance<'a> {
    pub template: &'a Template,
    /// What its parameters are given.
    pub arguments: BTreeMap<String, Value>,
    /// Why it may be given more than is known.
    pub open: Option<Reason>,
    /// What the addresses of its resources begin with.
    pub prefix: String,
    pub via: Vec<Span>,
    /// The template that deploys it.
    pub caller: Option<Rc<Instance<'a>>>,
    /// Whether its expressions see what its caller's do, instead of its own.
    pub is_transparent: bool,
    /// Its number among those of its root.
    id: usize,
    known: RefCell<HashMap<(Section, String), Option<Value>>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Section {
    Parameters,
    Variables,
    Outputs,
}

/// Where an expression stands.
#[derive(Clone, Copy)]
pub(super) struct Context<'c, 'a> {
    pub instance: &'c Rc<Instance<'a>>,
    pub locals: Option<&'c Local<'c>>,
}

/// The variable of a loop or function.
pub(super) struct Local<'c> {
    pub name: &'c str,
    pub value: Value,
    pub outer: Option<&'c Local<'c>>,
}

impl<'c, 'a> Context<'c, 'a> {
    /// Where nothing but the template is seen.
    pub fn of(instance: &'c Rc<Instance<'a>>) -> Self {
        Self { instance, locals: None }
    }

    /// The variable of a name.
    pub fn local(self, name: &str) -> Option<&'c Value> {
        self.locals().find(|local| local.name == name).map(|local| &local.value)
    }

    pub fn locals(self) -> impl Iterator<Item = &'c Local<'c>> {
        std::iter::successors(self.locals, |local| local.outer)
    }
}

impl<'a> Instance<'a> {
    pub fn new(template: &'a Template, arguments: BTreeMap<String, Value>, open: Option<Reason>) -> Self {
        Self {
            template,
            arguments,
            open,
            prefix: String::new(),
            via: Vec::new(),
            caller: None,
            is_transparent: false,
            id: 0,
            known: RefCell::default(),
        }
    }

    /// The instance whose parameters and variables are seen from here.
    pub fn visible(self: &Rc<Self>) -> &Rc<Self> {
        let mut instance = self;
        while let (true, Some(caller)) = (instance.is_transparent, &instance.caller) {
            instance = caller;
        }
        instance
    }

    fn callers(&self) -> impl Iterator<Item = &Rc<Self>> {
        std::iter::successors(self.caller.as_ref(), |instance| instance.caller.as_ref())
    }

    /// Whether a further template may be deployed from here: not one of those that deploy this one, and not too deep.
    pub fn may_deploy(self: &Rc<Self>, template: &Template) -> Result<(), ProblemKind> {
        let is_same = |other: &Template| std::ptr::eq(other, template);
        if is_same(self.template) || self.callers().any(|caller| is_same(caller.template)) {
            return Err(ProblemKind::ModuleCycle);
        }
        if self.callers().count() >= TEMPLATES { Err(ProblemKind::Limit) } else { Ok(()) }
    }
}

impl<'a> Engine<'a> {
    pub fn new(sources: &'a Sources, templates: &'a BTreeMap<FileId, Template>) -> Self {
        Self {
            sources,
            templates,
            problems: RefCell::default(),
            unread: RefCell::default(),
            depth: Cell::new(0),
            work_left: Cell::new(WORK),
            instances: Cell::new(0),
            deployed: RefCell::default(),
        }
    }

    /// Takes from the work that is left; false if there is not enough.
    pub fn spend(&self, work: usize) -> bool {
        let left = self.work_left.get();
        self.work_left.set(left.saturating_sub(work));
        left >= work
    }

    /// Whether the work was not enough.
    pub fn is_exhausted(&self) -> bool {
        self.work_left.get() == 0
    }

    /// Goes one level further in, unless that is too deep or too much.
    pub fn deeper(&self, span: Span, go: impl FnOnce() -> Value) -> Value {
        if self.depth.get() >= DEPTH || !self.spend(1) {
            return limit(span);
        }
        self.depth.set(self.depth.get() + 1);
        let value = go();
        self.depth.set(self.depth.get() - 1);
        value
    }

    /// A value that a function made, if there is still room for it.
    pub fn made(&self, value: Value, span: Span) -> Value {
        let text = value.as_str().map_or(0, str::len);
        if self.spend(size::of(&value) + text / 16) { value } else { limit(span) }
    }

    /// A value that is used again, if there is still room for it.
    pub fn again(&self, value: &Value, span: Span) -> Value {
        if self.spend(size::of(value)) { value.clone().used_at(span) } else { limit(span) }
    }

    pub fn report(&self, kind: ProblemKind, span: Span, message: String) {
        let problem = Problem::at(kind, self.sources.get(span.file).path.clone(), span, message);
        let mut problems = self.problems.borrow_mut();
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }

    /// Says once for each source that it is not there.
    pub fn missing(&self, span: Span, source: &str) {
        let message = format!("module '{source}' is not in the repository: what it deploys is not judged");
        if !self.problems.borrow().iter().any(|problem| problem.message == message) {
            self.report(ProblemKind::ModuleNotFound, span, message);
        }
    }

    /// What is remembered of an instance, or else made. What refers to itself is unknown.
    fn known(
        &self,
        instance: &Rc<Instance<'a>>,
        section: Section,
        name: &str,
        span: Span,
        make: impl FnOnce() -> Value,
    ) -> Value {
        let key = (section, name.to_owned());
        match instance.known.borrow().get(&key) {
            Some(Some(value)) => return self.again(value, span),
            Some(None) => return Value::unknown(Reason::Expression(name.into()), span),
            None => {}
        }
        instance.known.borrow_mut().insert(key.clone(), None);
        let value = make();
        let again = self.again(&value, span);
        instance.known.borrow_mut().insert(key, Some(value));
        again
    }

    /// The value of a parameter; none when there is no such parameter.
    pub fn parameter(&self, instance: &Rc<Instance<'a>>, name: &str, span: Span) -> Option<Value> {
        let instance = instance.visible();
        let key = name.to_lowercase();
        let parameter = instance.template.parameters.get(&key)?;
        if let Some(given) = instance.arguments.get(&key) {
            // What is given as nothing has its default.
            if !given.is_null() || parameter.default.is_none() {
                return Some(self.again(given, span));
            }
        }
        let symbol = format!("{}{}", instance.prefix, parameter.name);
        if let Some(reason) = &instance.open {
            return Some(unknown(reason.clone(), &symbol, span));
        }
        Some(match &parameter.default {
            Some(default) => {
                self.known(instance, Section::Parameters, &key, span, || self.eval(Context::of(instance), default))
            }
            None if self.is_nullable(instance, &parameter.declared) => Value::new(Kind::Null, span),
            None => unknown(Reason::Input(parameter.name.clone()), &symbol, span),
        })
    }

    fn is_nullable(&self, instance: &Rc<Instance<'a>>, declared: &str) -> bool {
        if declared.ends_with('?') || instance.template.nullable.contains(declared) {
            return true;
        }
        let import = instance.template.imports.get(&declared.to_lowercase());
        let (file, name) = match import {
            Some(import) => (self.file_at(instance.template.file, &import.path), import.name.clone()),
            None => return false,
        };
        let template = file.and_then(|file| self.templates.get(&file));
        name.zip(template).is_some_and(|(name, template)| template.nullable.contains(&name))
    }

    /// The value of a variable; none when there is no such variable.
    pub fn variable(&self, instance: &Rc<Instance<'a>>, name: &str, span: Span) -> Option<Value> {
        let instance = instance.visible();
        let key = name.to_lowercase();
        let variable = instance.template.variables.get(&key)?;
        Some(self.known(instance, Section::Variables, &key, span, || self.eval(Context::of(instance), variable)))
    }

    /// The value of an output; none when there is no such output.
    pub fn output(&self, instance: &Rc<Instance<'a>>, name: &str, span: Span) -> Option<Value> {
        let key = name.to_lowercase();
        let output = instance.template.outputs.get(&key)?;
        Some(self.known(instance, Section::Outputs, &key, span, || self.eval(Context::of(instance), output)))
    }

    /// The instance of another file that something is imported from, and the name there.
    pub fn imported(&self, instance: &Rc<Instance<'a>>, name: &str) -> Option<(Rc<Instance<'a>>, Option<Arc<str>>)> {
        let Import { path, name } = instance.template.imports.get(&name.to_lowercase())?;
        let imported = self.deployed(instance, (path, None), || {
            let template = self.templates.get(&self.file_at(instance.template.file, path)?)?;
            instance.may_deploy(template).ok()?;
            let mut imported = Instance::new(template, BTreeMap::new(), None);
            imported.caller = Some(instance.clone());
            Some(imported)
        });
        Some((imported?, name.clone()))
    }

    /// The instance that another deploys with something, made when it is first asked for.
    pub fn deployed(
        &self,
        by: &Rc<Instance<'a>>,
        (with, at): (&str, Option<usize>),
        make: impl FnOnce() -> Option<Instance<'a>>,
    ) -> Option<Rc<Instance<'a>>> {
        let key = (by.id, with.to_owned(), at);
        if let Some(found) = self.deployed.borrow().get(&key) {
            return found.clone();
        }
        self.deployed.borrow_mut().insert(key.clone(), None);
        self.instances.set(self.instances.get() + 1);
        let made = make().map(|instance| Rc::new(Instance { id: self.instances.get(), ..instance }));
        self.deployed.borrow_mut().insert(key, made.clone());
        made
    }

    /// The file at a path that is written in another.
    pub fn file_at(&self, from: FileId, path: &str) -> Option<FileId> {
        find(self.sources, from, path)
    }

    /// A link to a resource of this root.
    pub fn link(address: &str, attribute: &str) -> Link {
        Link { address: address.into(), attribute: attribute.into() }
    }

    /// What one item of a list is made to, with the variables of the loop.
    pub fn with_local<T>(
        &self,
        context: Context<'_, 'a>,
        (name, value): (&str, Value),
        make: impl FnOnce(Context<'_, 'a>) -> T,
    ) -> T {
        let local = Local { name, value, outer: context.locals };
        make(Context { instance: context.instance, locals: Some(&local) })
    }
}

/// The file at a path that is written in another.
pub(super) fn find(sources: &Sources, from: FileId, path: &str) -> Option<FileId> {
    let path = path.replace('\\', "/");
    sources.find(&crate::source::join(sources.get(from).folder(), &path)?)
}
