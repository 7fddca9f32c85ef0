//! What Terragrunt's files may say beyond Terraform's: functions that find and read other files, and references to
//! what is included or put out by other units. A path from the root of the scan begins with `/`.

use std::rc::Rc;
use std::sync::Arc;

use crate::model::{Entry, Kind, List, Map, Reason, Unknown, Value};
use crate::parse::hcl::{Call, Expr, Step};
use crate::source::{Span, join};

use super::super::engine::{Engine, Instance, Known};
use super::super::eval::Context;
use super::super::reference::{spell, step_name};
use super::super::values::{key_text, limit, map_value, mistake, unevaluated};
use super::{MOST_FILES, UNIT, circle, folder};

/// Levels that inputs are joined over.
pub(super) const MOST_LEVELS: u32 = 32;

impl<'a> Engine<'a> {
    /// The configuration file at a path of this repository, as this unit reads it.
    pub(super) fn config_at(&self, path: &str) -> Option<Rc<Instance<'a>>> {
        let found = if path.starts_with('/') { join("", path)? } else { join(self.unit?, path)? };
        self.config_instance(&found)
    }

    /// The configuration file of a path, evaluated once for each unit.
    pub(super) fn config_instance(&self, path: &str) -> Option<Rc<Instance<'a>>> {
        if let Some(known) = self.opened.borrow().get(path) {
            return Some(known.clone());
        }
        let (path, module) = self.configs.get_key_value(path)?;
        if self.opened.borrow().len() >= MOST_FILES {
            circle(self, Span::top(module.first?));
            return None;
        }
        let instance = Rc::new(Instance {
            module,
            prefix: String::new(),
            via: Vec::new(),
            stands_at: None,
            caller: None,
            known: Known::default(),
        });
        self.opened.borrow_mut().insert(path, instance.clone());
        Some(instance)
    }

    /// The value of an expression of a configuration file.
    pub(super) fn config_value(&self, instance: &Rc<Instance<'a>>, expr: &Expr) -> Value {
        self.eval(Context { instance, scope: None }, expr)
    }

    /// A function of Terragrunt's; nothing when it is none.
    pub fn terragrunt_function(&self, context: Context<'_, 'a>, call: &Call, span: Span) -> Option<Value> {
        let instance = context.instance;
        instance.module.config?;
        let unit = self.unit?;
        let here = folder(instance.module.dir);
        let text = |text: String| Value::string(text, span);
        let argument = |index: usize| call.args.get(index).map(|arg| self.eval(context, arg));
        Some(match &*call.name {
            "find_in_parent_folders" => {
                let name = argument(0);
                let name = name.as_ref().map_or_else(|| Some(UNIT.into()), key_text);
                let found = name.as_deref().and_then(|name| self.above(unit, name));
                match found {
                    Some(found) => text(format!("/{found}")),
                    None => argument(1).unwrap_or_else(|| unevaluated(&call.name, span)),
                }
            }
            "get_terragrunt_dir" | "get_original_terragrunt_dir" | "get_working_dir" => text(format!("/{unit}")),
            "get_parent_terragrunt_dir" => text(format!("/{}", self.included_from(instance, argument(0).as_ref()))),
            "get_repo_root" => text(String::new()),
            "get_path_from_repo_root" => text(unit.to_owned()),
            "get_path_to_repo_root" => text(relative(unit, "")),
            "path_relative_to_include" => text(relative(&self.included_from(instance, argument(0).as_ref()), unit)),
            "path_relative_from_include" => text(relative(unit, &self.included_from(instance, argument(0).as_ref()))),
            "get_env" => argument(1).unwrap_or_else(|| {
                let name = argument(0).as_ref().and_then(key_text).unwrap_or_else(|| "?".into());
                Value::unknown(Reason::Environment(name), span)
            }),
            "dirname" => {
                let path = argument(0)?;
                let path = key_text(&path)?;
                text(path.rsplit_once('/').map_or(".", |(folder, _)| folder).to_owned())
            }
            "read_terragrunt_config" => {
                let path = argument(0)?;
                let found = key_text(&path).and_then(|path| {
                    let found = if path.starts_with('/') { join("", &path) } else { join(here, &path) };
                    self.config_instance(&found?)
                });
                match found {
                    Some(config) => self.config_whole(&config, span),
                    None => argument(1).unwrap_or_else(|| unevaluated(&call.name, span)),
                }
            }
            _ => return None,
        })
    }

    /// A name that only Terragrunt's files have.
    pub fn terragrunt_reference(
        &self,
        context: Context<'_, 'a>,
        root: &str,
        steps: &[Step],
        span: Span,
    ) -> Option<Value> {
        let config = context.instance.module.config?;
        match root {
            "include" => {
                let label = steps.first().and_then(step_name)?;
                let mut blocks = config.body.blocks("include");
                let block = blocks.find(|block| block.label(0) == label)?;
                let path = block.body.attribute("path")?;
                let path = self.eval(context, &path.value);
                let Some(found) = key_text(&path).and_then(|path| self.config_at(&path)) else {
                    return Some(unevaluated(&spell(root, steps), span));
                };
                // Of the locals only the one that is asked for is evaluated.
                if let ["locals", name] = steps[1..].iter().take(2).filter_map(step_name).collect::<Vec<_>>()[..] {
                    let value = self.config_local(&found, name, span);
                    return Some(self.walk(context, &value, &steps[3..], span));
                }
                let whole = self.config_whole(&found, span);
                Some(self.walk(context, &whole, &steps[1..], span))
            }
            "dependency" => {
                let name = format!("dependency.{}", steps.first().and_then(step_name).unwrap_or("?"));
                Some(Value::unknown(Reason::DataSource(name.into()), span))
            }
            "feature" | "values" | "unit" | "stack" => Some(unevaluated(&spell(root, steps), span)),
            _ => None,
        }
    }

    fn config_local(&self, config: &Rc<Instance<'a>>, name: &str, span: Span) -> Value {
        let Some(value) = self.local(config, name) else { return mistake(name, span) };
        self.copy(&value).unwrap_or_else(|| limit(span)).used_at(span)
    }

    /// All locals and inputs of a configuration file.
    fn config_whole(&self, config: &Rc<Instance<'a>>, span: Span) -> Value {
        let path = config.module.dir;
        let made = config.known.outputs.get_or("", &self.depth, || {
            let mut names: Vec<&str> = config.module.locals.keys().copied().collect();
            names.sort_unstable();
            let locals = names.into_iter().map(|name| Entry::of(name, self.config_local(config, name, span)));
            let locals = map_value(Map { entries: locals.collect(), open: None }, span);
            let mut entries = vec![Entry::of("locals", locals)];
            if let Some(inputs) = config.module.config.and_then(|config| config.body.attribute("inputs")) {
                entries.push(Entry::of("inputs", self.config_value(config, &inputs.value)));
            }
            // What else it may have is not made a value of.
            map_value(Map { entries, open: Some(unread(path)) }, span)
        });
        match made {
            Some(value) => self.copy(&value).unwrap_or_else(|| limit(span)),
            None => {
                circle(self, span);
                unevaluated("read_terragrunt_config", span)
            }
        }
    }

    /// The nearest file of a name above a unit's folder.
    fn above(&self, unit: &str, name: &str) -> Option<String> {
        let mut dir = unit;
        while !dir.is_empty() {
            dir = folder(dir);
            let path = join(dir, name)?;
            if self.paths.contains_key(path.as_str()) {
                return Some(path);
            }
        }
        None
    }

    /// The folder of the included file that a path is relative to.
    fn included_from(&self, instance: &Rc<Instance<'a>>, label: Option<&Value>) -> String {
        let Some(unit) = self.unit else { return String::new() };
        let own = folder(instance.module.dir);
        let label = label.and_then(key_text);
        if own != unit || label.is_none() && instance.module.dir.rsplit('/').next() != Some(UNIT) {
            return own.to_owned();
        }
        let mut blocks = instance.module.config.into_iter().flat_map(|config| config.body.blocks("include"));
        let block = blocks.find(|block| label.as_deref().is_none_or(|label| block.label(0) == label));
        let path = block.and_then(|block| block.body.attribute("path"));
        let path = path.and_then(|path| key_text(&self.config_value(instance, &path.value)));
        let found = path.and_then(|path| if path.starts_with('/') { join("", &path) } else { join(unit, &path) });
        found.map_or_else(|| unit.to_owned(), |found| folder(&found).to_owned())
    }
}

/// The way from one folder to another.
fn relative(from: &str, to: &str) -> String {
    let split = |path: &str| path.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let (from, to) = (split(from), split(to));
    let same = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let mut parts = vec!["..".to_owned(); from.len() - same];
    parts.extend_from_slice(&to[same..]);
    if parts.is_empty() { ".".to_owned() } else { parts.join("/") }
}

fn unread(path: &str) -> Arc<Unknown> {
    Arc::new(Unknown { reason: Reason::Expression(path.into()), pieces: Vec::new() })
}

/// Why a path is not known, or that there is nothing at it.
pub(super) fn unknown_of_path(path: &Value) -> Arc<Unknown> {
    match &path.kind {
        Kind::Unknown(unknown) => unknown.clone(),
        _ => unread(&key_text(path).unwrap_or_else(|| "include".into())),
    }
}

/// Adds to inputs those that come after them: what is set already stays, and with `deep` maps and lists are joined.
pub(super) fn lay_under(above: &mut Value, below: Value, deep: bool, levels: u32) {
    let Kind::Map(map) = &mut above.kind else { return };
    let below = match below.kind {
        Kind::Map(below) => below,
        Kind::Null => return,
        Kind::Unknown(unknown) => Map { entries: Vec::new(), open: Some(unknown) },
        _ => return,
    };
    for entry in below.entries {
        let Some(own) = map.entries.iter_mut().rev().find(|own| own.key == entry.key) else {
            map.entries.push(entry);
            continue;
        };
        if !deep || levels == 0 {
            continue;
        }
        match (&mut own.value.kind, entry.value) {
            (Kind::Map(_), below) => lay_under(&mut own.value, below, true, levels - 1),
            (Kind::List(list), Value { kind: Kind::List(below), .. }) => {
                let own = std::mem::take(list);
                let items = below.items.into_iter().chain(own.items).collect();
                *list = List { items, open: below.open.or(own.open) };
            }
            _ => {}
        }
    }
    map.open = map.open.take().or(below.open);
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn a_way_leads_up_and_down() {
        for (from, to, way) in [("", "a/b", "a/b"), ("a/b", "", "../.."), ("a/b", "a/c", "../c"), ("a", "a", ".")] {
            assert_eq!(relative(from, to), way);
        }
    }
}
