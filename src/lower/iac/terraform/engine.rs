//! The evaluation of one root module: what is known so far, and the limits that keep hostile input cheap.
//!
//! Everything is evaluated when it is asked for and kept: locals, variables, outputs, and attributes that are
//! referred to. So a reference costs the part of a value that it takes, never a whole resource.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use crate::catalog::StandIn;
use crate::model::{Unread, Value};
use crate::source::{FileId, Problem, ProblemKind, Sources, Span};

use super::expand::Expansion;
use super::module::{Call, Module};
use super::tree::Children;
use super::values::size;
use super::variants::Variant;

/// Levels of expressions and references that are followed.
const MOST_DEPTH: u32 = 160;

/// Nodes that one value may have to be used elsewhere, and levels.
pub(super) const LARGEST_VALUE: u64 = 200_000;

/// Evaluation steps that any root may take.
const BASE_FUEL: u64 = 2_000_000;

/// Evaluation steps that no root may take.
const MOST_FUEL: u64 = 60_000_000;

/// What all roots of a scan have in common.
#[derive(Clone, Copy)]
pub(super) struct Given<'a> {
    /// All files.
    pub sources: &'a Sources,
    /// All files by path.
    pub paths: &'a HashMap<&'a str, FileId>,
    /// All modules by directory, those that stand in for others by the paths of their texts.
    pub modules: &'a BTreeMap<&'a str, Module<'a>>,
    /// What may stand in for modules of registries.
    pub stand_ins: &'a [StandIn],
    /// Terragrunt's configuration files by path.
    pub configs: &'a BTreeMap<&'a str, Module<'a>>,
}

/// The evaluation of one root module.
pub(super) struct Engine<'a> {
    /// All files, for functions that read them.
    pub sources: &'a Sources,
    /// All files by path.
    pub paths: &'a HashMap<&'a str, FileId>,
    /// Directories of modules from elsewhere that were fetched into the root, by the names of the calls to them.
    pub fetched: HashMap<String, String>,
    /// All modules by directory.
    pub modules: &'a BTreeMap<&'a str, Module<'a>>,
    /// What may stand in for modules of registries.
    pub stand_ins: &'a [StandIn],
    /// Terragrunt's configuration files by path.
    pub configs: &'a BTreeMap<&'a str, Module<'a>>,
    /// The folder of the unit that is deployed, if it is one of Terragrunt's.
    pub unit: Option<&'a str>,
    /// What the unit gives to its module.
    pub inputs: Option<Value>,
    /// The configuration files that the unit read.
    pub opened: RefCell<HashMap<&'a str, Rc<Instance<'a>>>>,
    /// The file of values that the root is deployed with.
    pub variant: Option<&'a Variant<'a>>,
    /// How many module instances there are.
    pub instances: Cell<usize>,
    /// Instances of resources that values refer to as a whole, by full address.
    pub objects: RefCell<HashMap<Arc<str>, Object<'a>>>,
    /// Other roots of the repository whose outputs this one reads, by directory.
    pub neighbours: RefCell<HashMap<&'a str, Rc<Instance<'a>>>>,
    /// Parts of the root that were not read.
    pub unread: RefCell<Vec<Unread>>,
    /// Modules from elsewhere that nothing is known of, each with a place where it is called.
    pub elsewhere: RefCell<BTreeMap<Arc<str>, Span>>,
    problems: RefCell<BTreeSet<Problem>>,
    /// How deep evaluation is.
    pub depth: Depth,
    fuel: Cell<u64>,
}

/// One instance of a resource.
#[derive(Clone)]
pub(super) struct Object<'a> {
    /// The module instance that it is in.
    pub instance: Rc<Instance<'a>>,
    /// Its index in the module.
    pub resource: usize,
    /// Its index among the resource's instances.
    pub key: usize,
}

/// A module as it is called once.
pub(super) struct Instance<'a> {
    /// Its declarations.
    pub module: &'a Module<'a>,
    /// What the addresses in it begin with: `module.a.module.b[0].`.
    pub prefix: String,
    /// The module blocks that lead to it.
    pub via: Vec<Span>,
    /// Where it is called, if it stands in for the module that is called.
    pub stands_at: Option<StandsAt>,
    /// Who calls it; nobody calls a root.
    pub caller: Option<Caller<'a>>,
    /// What is known so far.
    pub known: Known<'a>,
}

/// The call that a stand-in answers.
#[derive(Clone)]
pub(super) struct StandsAt {
    /// The stand-in's text.
    pub file: FileId,
    /// The header of the call.
    pub call: Span,
    /// The module's source.
    pub source: Arc<str>,
}

/// The call of a module.
pub(super) struct Caller<'a> {
    /// The calling module.
    pub instance: Rc<Instance<'a>>,
    /// The call's index in it.
    pub call: usize,
    /// Which of the call's instances it is.
    pub key: usize,
}

impl<'a> Instance<'a> {
    /// The root that it is deployed with.
    pub fn root(&self) -> &Self {
        let mut root = self;
        while let Some(caller) = &root.caller {
            root = &caller.instance;
        }
        root
    }

    /// Whether it belongs to another root than the one that is evaluated.
    pub fn is_elsewhere(&self) -> bool {
        !self.root().prefix.is_empty()
    }
}

impl<'a> Caller<'a> {
    /// The module block.
    pub fn block(&self) -> &'a Call<'a> {
        &self.instance.module.calls[self.call]
    }
}

/// What was evaluated of one module instance.
#[derive(Default)]
pub(super) struct Known<'a> {
    /// Variables.
    pub variables: Cells<&'a str>,
    /// Locals.
    pub locals: Cells<&'a str>,
    /// Outputs; the empty name is the object of all.
    pub outputs: Cells<&'a str>,
    /// Attributes of resource instances.
    pub attributes: Cells<(usize, usize, Arc<str>)>,
    /// Instances of resources.
    pub resources: RefCell<HashMap<usize, Rc<Expansion>>>,
    /// Instances of module calls.
    pub calls: RefCell<HashMap<usize, Rc<Expansion>>>,
    /// Modules behind the calls.
    pub children: RefCell<HashMap<usize, Rc<Children<'a>>>>,
}

/// Values by name.
pub(super) struct Cells<K>(RefCell<HashMap<K, Cached>>);

/// What is known of one value.
#[derive(Clone)]
enum Cached {
    /// It is being evaluated.
    Busy,
    /// It is what it is.
    Done(Rc<Value>),
    /// Its evaluation began at a depth from which the limit was met.
    CutOff(Rc<Value>, u32),
}

impl<K> Default for Cells<K> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<K: std::hash::Hash + Eq + Clone> Cells<K> {
    /// The value under a key, made on first use; `None` when it is asked for while it is being made.
    ///
    /// A value that met the limit of depth is made anew when it is asked for from half the depth or less: what
    /// stands at the far end of one chain may be the near end of another. That is a few times at most.
    pub fn get_or(&self, key: K, depth: &Depth, make: impl FnOnce() -> Value) -> Option<Rc<Value>> {
        match self.0.borrow().get(&key) {
            Some(Cached::Busy) => return None,
            Some(Cached::Done(value)) => return Some(value.clone()),
            Some(Cached::CutOff(value, from)) if depth.now.get() > from / 2 => {
                depth.cut_off();
                return Some(value.clone());
            }
            _ => {}
        }
        self.0.borrow_mut().insert(key.clone(), Cached::Busy);
        let before = depth.cuts.get();
        let value = Rc::new(make());
        let cached = if depth.cuts.get() == before {
            Cached::Done(value.clone())
        } else {
            Cached::CutOff(value.clone(), depth.now.get())
        };
        self.0.borrow_mut().insert(key, cached);
        Some(value)
    }
}

/// How deep evaluation is, and how often it was cut off.
#[derive(Default)]
pub(super) struct Depth {
    now: Cell<u32>,
    cuts: Cell<u64>,
}

impl Depth {
    fn cut_off(&self) {
        self.cuts.set(self.cuts.get() + 1);
    }
}

impl<'a> Engine<'a> {
    /// An engine that has evaluated nothing.
    pub fn new(given: Given<'a>) -> Self {
        let Given { sources, paths, modules, stand_ins, configs } = given;
        Self {
            sources,
            paths,
            fetched: HashMap::new(),
            modules,
            stand_ins,
            configs,
            unit: None,
            inputs: None,
            opened: RefCell::default(),
            variant: None,
            instances: Cell::new(0),
            objects: RefCell::default(),
            neighbours: RefCell::default(),
            unread: RefCell::default(),
            elsewhere: RefCell::default(),
            problems: RefCell::default(),
            depth: Depth::default(),
            fuel: Cell::new(BASE_FUEL),
        }
    }

    /// Allows more steps, for another module instance.
    pub fn refuel(&self, bytes: u64) {
        self.fuel.set((self.fuel.get() + 2 * bytes).min(MOST_FUEL));
    }

    /// Takes steps; whether there were enough left.
    pub fn spend(&self, steps: u64) -> bool {
        let left = self.fuel.get();
        self.fuel.set(left.saturating_sub(steps));
        left >= steps
    }

    /// Whether all steps are taken.
    pub fn is_exhausted(&self) -> bool {
        self.fuel.get() == 0
    }

    /// Does something one level deeper, unless that is too deep.
    pub fn deeper<T>(&self, work: impl FnOnce() -> T) -> Option<T> {
        let depth = self.depth.now.get();
        if depth >= MOST_DEPTH {
            self.depth.cut_off();
            return None;
        }
        self.depth.now.set(depth + 1);
        let done = work();
        self.depth.now.set(depth);
        Some(done)
    }

    /// A copy of a value for use elsewhere, unless it is too large or nested too deep.
    pub fn copy(&self, value: &Value) -> Option<Value> {
        let size = size(value, LARGEST_VALUE, super::values::MOST_LEVELS)?;
        (size < LARGEST_VALUE && self.spend(size)).then(|| value.clone())
    }

    /// Reports trouble at a place, once.
    pub fn report(&self, kind: ProblemKind, span: Span, message: String) {
        let path = self.sources.get(span.file).path.clone();
        self.problems.borrow_mut().insert(Problem::at(kind, path, span, message));
    }

    /// The trouble that was met.
    pub fn finish(self) -> (Vec<Problem>, Vec<Unread>) {
        (self.problems.into_inner().into_iter().collect(), self.unread.into_inner())
    }
}
