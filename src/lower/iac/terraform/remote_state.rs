//! `terraform_remote_state`: the outputs of another root, where the repository has it. Its state is found as Terraform
//! finds it, by the place that both name: a bucket's key, a container's blob, a path, a workspace.

use std::rc::Rc;
use std::sync::Arc;

use crate::model::{Kind, Piece, Trace, Unknown, Value};

use super::engine::{Engine, Instance, Known};
use super::eval::Context;
use super::module::{Declaration, Module};
use super::values::MOST_LEVELS;
use crate::source::join;

/// Arguments of backends that name one state among those of a store.
const NAMES: [&str; 6] = ["key", "prefix", "path", "address", "workspaces", "secret_suffix"];

/// The state of a root that says nothing of where it is.
const LOCAL: &str = "terraform.tfstate";

impl<'a> Engine<'a> {
    /// The outputs that a data source of another root's state finds; nothing when that root is not here, or when
    /// it may be one of several.
    pub fn remote_outputs(&self, instance: &Rc<Instance<'a>>, backend: &Value, config: &Value) -> Option<Value> {
        let backend = backend.as_str()?;
        if !self.spend(self.modules.len() as u64) {
            return None;
        }
        let mut found = None;
        for module in self.modules.values() {
            let is_it = if backend == "local" {
                let path = join(instance.root().module.dir, config.get("path")?.as_str()?);
                path.is_some_and(|path| Some(path) == self.local_state(module))
            } else {
                self.backend(module, backend).is_some_and(|own| is_same(&own, config))
            };
            if is_it && found.replace(module).is_some() {
                return None;
            }
        }
        let other = self.neighbour(found.filter(|found| found.dir != instance.root().module.dir)?);
        Some(detached(&self.outputs(&other, config.span), MOST_LEVELS))
    }

    /// What a module says of where its state is kept, where that is a backend of a kind.
    fn backend(&self, module: &'a Module<'a>, kind: &str) -> Option<Value> {
        let settings = module.order.iter().filter_map(|declaration| match declaration {
            Declaration::Settings(block) => Some(*block),
            _ => None,
        });
        let blocks = settings.flat_map(|block| block.body.blocks("backend"));
        let block = blocks.into_iter().find(|block| block.label(0) == kind)?;
        let instance = self.neighbour(module);
        Some(self.body(Context { instance: &instance, scope: None }, &block.body, block.span, &[]))
    }

    /// The file that a root's state is kept in, from the root of the scan.
    fn local_state(&self, module: &'a Module<'a>) -> Option<String> {
        let own = self.backend(module, "local");
        let path = own.as_ref().and_then(|own| own.get("path")).and_then(Value::as_str).unwrap_or(LOCAL);
        join(module.dir, path)
    }

    /// Another root, evaluated beside this one.
    fn neighbour(&self, module: &'a Module<'a>) -> Rc<Instance<'a>> {
        if let Some(known) = self.neighbours.borrow().get(module.dir) {
            return known.clone();
        }
        self.refuel(module.bytes);
        // Its addresses are none of this root's.
        let prefix = format!("({}).", module.dir);
        let instance =
            Instance { module, prefix, via: Vec::new(), caller: None, stands_at: None, known: Known::default() };
        self.neighbours.borrow_mut().entry(module.dir).or_insert_with(|| Rc::new(instance)).clone()
    }
}

/// Whether two descriptions of a place are of one: what names the state is the same, and nothing else differs.
fn is_same(own: &Value, config: &Value) -> bool {
    let (Some(own), Some(config)) = (own.as_map(), config.as_map()) else { return false };
    let mut is_named = false;
    for entry in &config.entries {
        let Some(there) = own.get(&entry.key) else { continue };
        match (&there.kind, &entry.value.kind) {
            (Kind::String(a), Kind::String(b)) if a == b => is_named |= NAMES.contains(&&*entry.key),
            (Kind::String(_), Kind::String(_)) => return false,
            // A block of one name on the one side is a map on the other.
            (Kind::List(_) | Kind::Map(_), Kind::Map(_) | Kind::List(_)) if &*entry.key == "workspaces" => {
                let name = |value: &Value| {
                    let map = value.as_list().and_then(|list| list.items.first()).unwrap_or(value);
                    map.get("name").and_then(Value::as_str).map(str::to_owned)
                };
                let (a, b) = (name(there), name(&entry.value));
                if a.is_none() || a != b {
                    return false;
                }
                is_named = true;
            }
            _ => {}
        }
    }
    is_named
}

/// A value without the references that only mean something in its own root.
fn detached(value: &Value, levels: u32) -> Value {
    let Some(levels) = levels.checked_sub(1) else { return super::values::limit(value.span) };
    let mut copy = value.clone();
    copy.trace = value.trace.as_ref().map(|trace| Arc::new(Trace { links: Vec::new(), ..(**trace).clone() }));
    match &mut copy.kind {
        Kind::List(list) => list.items.iter_mut().for_each(|item| *item = detached(item, levels)),
        Kind::Map(map) => map.entries.iter_mut().for_each(|entry| entry.value = detached(&entry.value, levels)),
        Kind::Unknown(unknown) if find_hole(unknown) => {
            let pieces = unknown.pieces.iter().map(|piece| match piece {
                Piece::Hole(_) => Piece::Hole(Vec::new()),
                Piece::Text(text) => Piece::Text(text.clone()),
            });
            *unknown = Arc::new(Unknown { reason: unknown.reason.clone(), pieces: pieces.collect() });
        }
        _ => {}
    }
    copy
}

fn find_hole(unknown: &Unknown) -> bool {
    unknown.pieces.iter().any(|piece| matches!(piece, Piece::Hole(links) if !links.is_empty()))
}
