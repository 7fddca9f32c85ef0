//! Stacks: a template with the values that it is given, and the stacks that are nested in it.
//!
//! A nested stack is opened when something first asks for it: its resource is lowered, or an output of it is
//! read by what its siblings are given. How many are opened, and how deep, is limited for each root.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use crate::model::{Entry, Kind, Map, Value};
use crate::source::Sources;

use super::evaluate::{Env, Evaluator};
use super::set::Set;
use super::template::Template;

/// How deep stacks nest.
const NESTED: usize = 10;
/// How many stacks one root may hold.
const STACKS: usize = 1_000;
/// How many nodes the templates of one root may be evaluated to; sixteen bytes of text count as a node.
const WORK: usize = 4_000_000;

/// Resources that are templates of their own, and the property that says where these are.
const STACK_KINDS: [(&str, &str); 3] = [
    ("AWS::CloudFormation::Stack", "TemplateURL"),
    ("AWS::CloudFormation::StackSet", "TemplateURL"),
    ("AWS::Serverless::Application", "Location"),
];

/// What the stacks of one root may still cost.
pub(super) struct Budget {
    work: Cell<usize>,
    stacks: Cell<usize>,
}

impl Budget {
    pub(super) fn new() -> Rc<Self> {
        Rc::new(Self { work: Cell::new(WORK), stacks: Cell::new(STACKS) })
    }

    /// Takes from the work that is left; false if there is not enough.
    pub(super) fn spend(&self, work: usize) -> bool {
        let left = self.work.get();
        self.work.set(left.saturating_sub(work));
        left >= work
    }

    fn open_stack(&self) -> bool {
        let left = self.stacks.get();
        self.stacks.set(left.saturating_sub(1));
        left > 0
    }
}

/// The property of a kind of resource that says where its template is.
pub(super) fn location_of(kind: &str) -> Option<&'static str> {
    STACK_KINDS.iter().find(|(stack, _)| *stack == kind).map(|(_, property)| *property)
}

impl<'t> Evaluator<'t> {
    /// The stack of a template that nothing nests; `given` are the values of parameters.
    pub(super) fn root(sources: &'t Sources, set: &'t Set<'t>, index: usize, given: Map) -> Option<Self> {
        Self::open(sources, set, index, given, String::new(), Vec::new(), Budget::new())
    }

    fn open(
        sources: &'t Sources,
        set: &'t Set<'t>,
        index: usize,
        given: Map,
        prefix: String,
        mut above: Vec<usize>,
        budget: Rc<Budget>,
    ) -> Option<Self> {
        let document = &set.documents[index];
        above.push(index);
        let mut stack = Self {
            sources,
            set,
            template: Template::new(&document.value)?,
            file: document.file,
            prefix,
            given,
            verdicts: RefCell::default(),
            nested: RefCell::default(),
            above,
            budget,
        };
        let mut declared: BTreeSet<Arc<str>> = BTreeSet::new();
        for entry in stack.template.resources {
            // What cannot be known of a loop is said when its resources are lowered.
            let _ = stack.entry(entry, Env::default(), &mut |name, _, _, _| {
                declared.insert(name.into());
            });
        }
        stack.template.declared = declared;
        Some(stack)
    }

    /// The template that a resource with these evaluated properties is a stack of, and what it is given.
    pub(super) fn nested_template(&self, kind: &str, body: &Value) -> Option<(usize, Map)> {
        let property = location_of(kind)?;
        let given = given(body);
        if let Some(text) = body.get("TemplateBody") {
            return Some((self.set.inside(text.span)?, given));
        }
        // What synthesised a template left a note of the file that it will upload.
        let note = body.get("Metadata");
        let note = note.filter(|note| note.get("aws:asset:property").and_then(Value::as_str) == Some(property));
        let address = note.and_then(|note| note.get("aws:asset:path")).or_else(|| body.get(property))?;
        Some((self.set.find(self.sources, self.file, address, &given)?, given))
    }

    /// The stack that a resource with these evaluated properties is, if its template is one of the scan.
    pub(super) fn stack(&self, name: &str, kind: &str, body: &Value) -> Option<Rc<Self>> {
        if let Some(Some(known)) = self.nested.borrow().get(name) {
            return Some(known.clone());
        }
        let (index, given) = self.nested_template(kind, body)?;
        let is_within = self.above.contains(&index) || self.above.len() > NESTED || !self.budget.open_stack();
        let opened = (!is_within).then(|| {
            let prefix = format!("{}{name}.", self.prefix);
            Self::open(self.sources, self.set, index, given, prefix, self.above.clone(), self.budget.clone())
        });
        let stack = opened.flatten().map(Rc::new);
        self.nested.borrow_mut().insert(name.to_owned(), stack.clone());
        stack
    }

    /// What a nested stack gives out under a name.
    pub(super) fn output(&self, resource: &str, name: &str, env: Env<'_>) -> Option<Value> {
        let env = env.without_locals();
        let known = self.nested.borrow().get(resource).cloned();
        let stack = match known {
            Some(known) => known?,
            None => {
                // One that is given what it gives out finds this.
                self.nested.borrow_mut().insert(resource.to_owned(), None);
                let entry = self.template.resources.iter().rev().find(|entry| &*entry.key == resource)?;
                let kind = entry.value.get("Type").and_then(Value::as_str)?;
                location_of(kind)?;
                let mut body = self.value(entry.value.get("Properties")?, env)?;
                if let (Kind::Map(map), Some(note)) = (&mut body.kind, entry.value.get("Metadata")) {
                    map.entries.push(Entry::of("Metadata", note.clone()));
                }
                self.stack(resource, kind, &body)?
            }
        };
        let output = *stack.template.outputs.get(name)?;
        let condition = output.get("Condition").and_then(Value::as_str);
        if condition.is_some_and(|condition| stack.holds(condition, env) == Some(false)) {
            return None;
        }
        stack.value(output.get("Value")?, env)
    }
}

/// The parameters that a resource gives its stack, in either of the two forms.
fn given(body: &Value) -> Map {
    match body.get("Parameters").map(|parameters| &parameters.kind) {
        Some(Kind::Map(map)) => map.clone(),
        Some(Kind::List(list)) => {
            let entries = list.items.iter().filter_map(pair).collect();
            Map { entries, open: list.open.clone() }
        }
        Some(Kind::Unknown(unknown)) => Map { entries: Vec::new(), open: Some(unknown.clone()) },
        _ => Map::default(),
    }
}

/// `{ParameterKey: x, ParameterValue: y}`.
pub(super) fn pair(item: &Value) -> Option<Entry> {
    let key = item.get("ParameterKey")?;
    Some(Entry { key: key.as_str()?.into(), key_span: key.span, value: item.get("ParameterValue")?.clone() })
}

/// The templates that are deployed on their own: those that no other one nests, and of those that nest each
/// other in a circle the first.
pub(super) fn roots<'t>(sources: &'t Sources, set: &'t Set<'t>) -> Vec<usize> {
    let mut nests: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let mut nested = BTreeSet::new();
    for (index, document) in set.documents.iter().enumerate() {
        let found = nested_in(sources, set, index);
        if document.inline {
            nested.insert(index);
        }
        nested.extend(found.iter().copied().filter(|other| *other != index));
        nests.insert(index, found);
    }
    let mut roots: Vec<usize> = (0..set.documents.len()).filter(|index| !nested.contains(index)).collect();
    let mut reached = BTreeSet::new();
    let mut waiting: Vec<usize> = roots.clone();
    for index in 0..=set.documents.len() {
        while let Some(index) = waiting.pop() {
            if reached.insert(index) {
                waiting.extend(nests.get(&index).into_iter().flatten());
            }
        }
        if index < set.documents.len() && !reached.contains(&index) && !set.documents[index].inline {
            roots.push(index);
            waiting.push(index);
        }
    }
    roots.sort_unstable();
    roots
}

/// The templates that a template nests, as far as its own defaults tell.
fn nested_in<'t>(sources: &'t Sources, set: &'t Set<'t>, index: usize) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let resources = set.documents[index].value.get("Resources").and_then(Value::as_map);
    let entries = || resources.map_or(&[][..], |map| &map.entries).iter();
    let is_stack =
        |entry: &Entry| entry.value.get("Type").and_then(Value::as_str).is_some_and(|kind| location_of(kind).is_some());
    if !entries().any(|entry| is_stack(entry) || entry.key.starts_with("Fn::ForEach::")) {
        return found;
    }
    let Some(stack) = Evaluator::root(sources, set, index, Map::default()) else { return found };
    for entry in entries() {
        let _ = stack.entry(entry, Env::default(), &mut |_, _, resource, env| {
            let Some(kind) = resource.get("Type").and_then(Value::as_str) else { return };
            let condition = resource.get("Condition").and_then(Value::as_str);
            let is_there = condition.is_none_or(|condition| stack.holds(condition, env) != Some(false));
            if location_of(kind).is_none() || !is_there {
                return;
            }
            let Some(mut body) = resource.get("Properties").and_then(|properties| stack.value(properties, env)) else {
                return;
            };
            if let (Kind::Map(map), Some(note)) = (&mut body.kind, resource.get("Metadata")) {
                map.entries.push(Entry::of("Metadata", note.clone()));
            }
            found.extend(stack.nested_template(kind, &body).map(|(index, _)| index));
        });
    }
    found
}
