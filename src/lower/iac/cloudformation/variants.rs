//! The ways to deploy a template: each file of parameters that lies beside it makes one.
//!
//! Which files belong to which template nobody writes down. A file belongs to it when all that it gives are
//! parameters of the template and nothing is missing that has no default.

use std::collections::HashMap;

use crate::model::{Kind, Map, Value};
use crate::parse::json;
use crate::source::{FileId, Problem, ProblemKind, Sources, join};

use super::set::{Set, takes};
use super::stack::pair;

/// Variants of one template that are evaluated: each costs as much as a template of its own.
const MOST_VARIANTS: usize = 16;
/// Files of parameters of one folder that are looked at.
const MOST_FILES: usize = 100;
/// Where files of parameters lie, seen from the template.
const FOLDERS: [&str; 5] = ["", "params", "parameters", "../params", "../parameters"];

/// One way to deploy a template.
#[derive(Clone, Default)]
pub(super) struct Variant {
    /// The path of the file of parameters; none for the template with its defaults.
    pub(super) name: Option<String>,
    pub(super) given: Map,
}

/// Files of parameters by their folders.
#[derive(Default)]
pub(super) struct Variants(HashMap<String, Vec<(FileId, Map)>>);

impl Variants {
    pub(super) fn new(sources: &Sources) -> Self {
        let mut found: HashMap<String, Vec<(FileId, Map)>> = HashMap::new();
        for (id, file) in sources.iter().filter(|(_, file)| is_named_so(&file.path)) {
            let files = found.entry(file.folder().to_owned()).or_default();
            let read = (files.len() < MOST_FILES).then(|| json::parse(id, &file.text).tree.as_ref().and_then(values));
            files.extend(read.flatten().map(|values| (id, values)));
        }
        Self(found)
    }

    /// The ways to deploy a template: with its defaults alone when no file belongs to it.
    pub(super) fn of(&self, sources: &Sources, set: &Set<'_>, index: usize) -> (Vec<Variant>, Option<Problem>) {
        let document = &set.documents[index];
        let file = sources.get(document.file);
        let mut folders: Vec<String> = FOLDERS.iter().filter_map(|folder| join(file.folder(), folder)).collect();
        folders.sort();
        folders.dedup();
        let files = folders.iter().filter_map(|folder| self.0.get(folder)).flatten();
        let mut fit: Vec<&(FileId, Map)> = files.filter(|(_, given)| takes(&document.value, given)).collect();
        fit.sort_by_key(|(id, _)| *id);
        let problem = (fit.len() > MOST_VARIANTS).then(|| {
            let message = format!("of {} files of parameters the first {MOST_VARIANTS} were tried", fit.len());
            Problem::file(ProblemKind::Limit, &file.path, message)
        });
        fit.truncate(MOST_VARIANTS);
        let mut variants: Vec<Variant> = fit
            .into_iter()
            .map(|(id, given)| Variant { name: Some(sources.get(*id).path.clone()), given: given.clone() })
            .collect();
        if variants.is_empty() {
            variants.push(Variant::default());
        }
        (variants, problem)
    }
}

/// Whether a path is one that files of parameters have.
fn is_named_so(path: &str) -> bool {
    let Some((folder, name)) = path.rsplit_once('/').or(Some(("", path))) else { return false };
    let folder = folder.rsplit('/').next().unwrap_or_default();
    name.ends_with(".json")
        && (name.to_ascii_lowercase().contains("param") || matches!(folder, "params" | "parameters"))
}

/// The values of a file in either of the two forms: a list of keys and values, or a map under `Parameters`.
fn values(tree: &Value) -> Option<Map> {
    let map = match &tree.kind {
        Kind::List(list) => Map { entries: list.items.iter().filter_map(pair).collect(), open: None },
        Kind::Map(map) if map.get("Resources").is_none() => tree.get("Parameters")?.as_map()?.clone(),
        _ => return None,
    };
    let is_plain = map.entries.iter().all(|entry| !matches!(entry.value.kind, Kind::Map(_) | Kind::List(_)));
    (is_plain && !map.entries.is_empty()).then_some(map)
}
