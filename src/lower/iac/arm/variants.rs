//! Files of parameters, and the templates that they are for.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use crate::model::Value;
use crate::parse::arm::syntax::Expr;
use crate::source::{FileId, Sources, Span};

use super::engine::{Context, Engine, Instance, find};
use super::template::Template;

/// The most files of parameters that one template is evaluated with.
const MOST_VARIANTS: usize = 16;
/// How many files of parameters extend each other.
const MOST_BASES: usize = 8;

/// What a file of parameters gives.
#[derive(Debug)]
pub(super) enum Given {
    Bicep(Box<Template>),
    Json(Vec<(Arc<str>, Span, Expr)>),
}

impl Given {
    fn names(&self) -> Vec<String> {
        match self {
            Self::Bicep(template) => template.variables.keys().cloned().collect(),
            Self::Json(given) => given.iter().map(|(name, ..)| name.to_lowercase()).collect(),
        }
    }
}

/// The files of parameters of each root.
pub(super) fn by_template(
    sources: &Sources,
    templates: &BTreeMap<FileId, Template>,
    roots: &[FileId],
    given: &[(FileId, Given)],
) -> BTreeMap<FileId, Vec<FileId>> {
    let mut by_folder: BTreeMap<&str, Vec<FileId>> = BTreeMap::new();
    for root in roots {
        by_folder.entry(sources.get(*root).folder()).or_default().push(*root);
    }
    let mut found: BTreeMap<FileId, Vec<FileId>> = BTreeMap::new();
    for (file, given) in given {
        let target = match given {
            Given::Bicep(of) => of.using.as_ref().and_then(|path| find(sources, *file, path)),
            Given::Json(_) => target(sources, templates, &by_folder, *file, &given.names()),
        };
        // A template that others deploy as well is deployed on its own where it has parameters of its own.
        if let Some(target) = target.filter(|target| roots.contains(target)) {
            let files = found.entry(target).or_default();
            if files.len() < MOST_VARIANTS {
                files.push(*file);
            }
        }
    }
    found
}

/// The template in the folder, or above one for parameters, that declares all of the names: the one that the file is
/// named after, or else the only one.
fn target(
    sources: &Sources,
    templates: &BTreeMap<FileId, Template>,
    by_folder: &BTreeMap<&str, Vec<FileId>>,
    file: FileId,
    names: &[String],
) -> Option<FileId> {
    let source = sources.get(file);
    let (above, last) = source.folder().rsplit_once('/').unwrap_or(("", source.folder()));
    let above = last.to_lowercase().contains("param").then_some(above);
    let stem = source.name().split('.').next().unwrap_or_default();
    for folder in [Some(source.folder()), above].into_iter().flatten() {
        let fits = |root: &&FileId| names.iter().all(|name| templates[root].parameters.contains_key(name));
        let fitting: Vec<FileId> = by_folder.get(folder).into_iter().flatten().filter(fits).copied().collect();
        let named = fitting.iter().find(|root| sources.get(**root).name().split('.').next() == Some(stem));
        if let Some(found) = named.or(if let [only] = &fitting[..] { Some(only) } else { None }) {
            return Some(*found);
        }
    }
    None
}

/// What a file of parameters gives a template.
pub(super) fn arguments(
    engine: &Engine<'_>,
    given: &BTreeMap<FileId, Given>,
    file: FileId,
    template: &Template,
) -> BTreeMap<String, Value> {
    let mut arguments = BTreeMap::new();
    let mut file = Some(file);
    for _ in 0..MOST_BASES {
        let Some((at, of)) = file.take().and_then(|file| given.get_key_value(&file)) else { break };
        match of {
            Given::Json(list) => {
                let empty = Template::new(*at);
                let values = evaluated(engine.sources, list, &empty);
                arguments.extend(values);
            }
            Given::Bicep(of) => {
                let names = of.variables.keys().filter(|name| template.parameters.contains_key(*name));
                let names: Vec<String> = names.filter(|name| !arguments.contains_key(*name)).cloned().collect();
                arguments.extend(of_bicep(engine.sources, engine.templates, of, names));
                file = of.extends.as_ref().and_then(|path| find(engine.sources, *at, path));
            }
        }
    }
    arguments
}

fn evaluated(sources: &Sources, list: &[(Arc<str>, Span, Expr)], empty: &Template) -> Vec<(String, Value)> {
    let templates = BTreeMap::new();
    let engine = Engine::new(sources, &templates);
    let instance = Rc::new(Instance::new(empty, BTreeMap::new(), None));
    let values = list.iter().map(|(name, _, expr)| (name.to_lowercase(), engine.eval(Context::of(&instance), expr)));
    values.collect()
}

fn of_bicep(
    sources: &Sources,
    templates: &BTreeMap<FileId, Template>,
    of: &Template,
    names: Vec<String>,
) -> Vec<(String, Value)> {
    let engine = Engine::new(sources, templates);
    let instance = Rc::new(Instance::new(of, BTreeMap::new(), None));
    let values = names.into_iter().filter_map(|name| {
        let span = of.variables.get(&name)?.span;
        let value = engine.variable(&instance, &name, span)?;
        Some((name, value))
    });
    values.collect()
}
