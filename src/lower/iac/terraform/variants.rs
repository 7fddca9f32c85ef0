//! The ways to deploy a root: each file of values that only a command names makes one.
//!
//! Which files belong to which root nobody writes down, so it is told by what they assign: a file belongs to the
//! nearest root above it that declares most of its variables. (A backend's settings, which have the same
//! extension, name none or few.) A file that lacks variables which another one has is no way of its own but is
//! given beside the others: `common.tfvars` beside `dev.tfvars` and `prod.tfvars`.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use crate::parse::hcl::{Attribute, Document, Item};
use crate::source::{FileId, Problem, ProblemKind, Sources};

use super::module::Module;
use super::{Role, role};

/// Variants of one root that are evaluated: each costs as much as a root of its own.
const MOST_VARIANTS: usize = 16;

/// How many directories up, its own included, a file of values belongs to a root.
const NEAR: usize = 4;

/// Values by the names of variables.
type Values<'a> = HashMap<&'a str, &'a Attribute>;

/// Values of several files by the names of variables.
type Candidates<'a> = HashMap<&'a str, Vec<&'a Attribute>>;

/// One way to deploy a root.
#[derive(Default)]
pub(super) struct Variant<'a> {
    /// The path of its file.
    pub name: &'a str,
    /// What its file assigns.
    pub values: Values<'a>,
    /// What files assign that are given beside it.
    pub beside: Arc<Candidates<'a>>,
    /// What all files of the root assign.
    pub elsewhere: Arc<Candidates<'a>>,
}

/// All ways to deploy a root.
#[derive(Default)]
pub(super) struct Ways<'a> {
    /// In the order of their paths.
    pub variants: Vec<Variant<'a>>,
    /// That there are too many.
    pub problem: Option<Problem>,
}

/// A file of values.
struct File<'a> {
    id: FileId,
    name: &'a str,
    values: Values<'a>,
}

/// The ways to deploy each root that has files of values.
pub(super) fn find<'a>(
    sources: &'a Sources,
    files: &'a [(FileId, Document)],
    modules: &BTreeMap<&'a str, Module<'a>>,
    roots: &[&'a str],
) -> BTreeMap<&'a str, Ways<'a>> {
    let roots: BTreeSet<&str> = roots.iter().copied().collect();
    let mut by_root: BTreeMap<&str, Vec<File<'a>>> = BTreeMap::new();
    for (id, document) in files {
        let file = sources.get(*id);
        // What Terraform reads by itself it reads beside the code alone.
        let is_read = role(file.name()) == Role::Inputs && modules.contains_key(file.folder());
        if role(file.name()) == Role::Code || is_read {
            continue;
        }
        let values = values(document);
        let near = std::iter::successors(Some(file.folder()), |dir| {
            dir.rsplit_once('/').map(|(above, _)| above).or((!dir.is_empty()).then_some(""))
        });
        let mut near = near.take(NEAR).filter_map(|dir| roots.get(dir).and_then(|dir| modules.get(dir)));
        if let Some(module) = near.find(|module| declares(module, &values)) {
            by_root.entry(module.dir).or_default().push(File { id: *id, name: &file.path, values });
        }
    }
    by_root.into_iter().map(|(dir, files)| (dir, ways(sources, &modules[dir], files))).collect()
}

fn values(document: &Document) -> Values<'_> {
    let attributes = document.body.items.iter().filter_map(|item| match item {
        Item::Attribute(attribute) => Some((&*attribute.key.text, attribute)),
        Item::Block(_) => None,
    });
    attributes.collect()
}

/// Whether a module declares most of what a file assigns.
fn declares(module: &Module<'_>, values: &Values<'_>) -> bool {
    let declared = values.keys().filter(|name| module.variables.contains_key(*name)).count();
    declared > 0 && 2 * declared >= values.len()
}

fn ways<'a>(sources: &'a Sources, module: &Module<'a>, mut files: Vec<File<'a>>) -> Ways<'a> {
    files.sort_by_key(|file| file.name);
    let mut elsewhere: Candidates<'a> = HashMap::new();
    for (name, attribute) in files.iter().flat_map(|file| &file.values) {
        elsewhere.entry(name).or_default().push(attribute);
    }
    sort(&mut elsewhere);
    let missing: Vec<BTreeSet<&str>> = files.iter().map(|file| missing(sources, module, file, &elsewhere)).collect();
    let is_part = |own: &BTreeSet<&str>| missing.iter().any(|other| other.len() < own.len() && other.is_subset(own));
    let mut beside: Candidates<'a> = HashMap::new();
    let mut whole = Vec::new();
    for (file, lacks) in files.into_iter().zip(&missing) {
        if is_part(lacks) {
            for (name, attribute) in file.values {
                beside.entry(name).or_default().push(attribute);
            }
        } else {
            whole.push(file);
        }
    }
    sort(&mut beside);
    let problem = whole.get(MOST_VARIANTS).map(|first| {
        let left_out: Vec<&str> = whole[MOST_VARIANTS..].iter().map(|file| file.name).collect();
        let message =
            format!("the root has {} files of values: it was not evaluated with {}", whole.len(), left_out.join(", "));
        Problem { path: sources.get(first.id).path.clone(), span: None, kind: ProblemKind::Limit, message }
    });
    whole.truncate(MOST_VARIANTS);
    let (beside, elsewhere) = (Arc::new(beside), Arc::new(elsewhere));
    let variants = whole.into_iter().map(|file| Variant {
        name: file.name,
        values: file.values,
        beside: beside.clone(),
        elsewhere: elsewhere.clone(),
    });
    Ways { variants: variants.collect(), problem }
}

/// Candidates in the order of their places.
fn sort(candidates: &mut Candidates<'_>) {
    candidates.values_mut().for_each(|values| values.sort_by_key(|attribute| attribute.value.span));
}

/// The variables that a file leaves without a value and about which other files differ.
fn missing<'a>(
    sources: &Sources,
    module: &Module<'a>,
    file: &File<'a>,
    elsewhere: &Candidates<'a>,
) -> BTreeSet<&'a str> {
    let text = |attribute: &Attribute| sources.slice(attribute.value.span).trim().to_owned();
    let is_missing = |name: &str| {
        let required = module.variables.get(name).is_some_and(|block| block.body.attribute("default").is_none());
        let differ = elsewhere.get(name).is_some_and(|all| all.iter().any(|one| text(one) != text(all[0])));
        required && differ && !file.values.contains_key(name) && !module.inputs.contains_key(name)
    };
    module.variables.keys().copied().filter(|name| is_missing(name)).collect()
}
