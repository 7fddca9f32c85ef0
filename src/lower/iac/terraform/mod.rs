//! Terraform and OpenTofu to facts: modules are evaluated as far as the repository tells.
//!
//! A root is a directory that no other directory calls as a module. Each root is evaluated by itself, with its
//! modules as its calls configure them, so that a fact's values are those that would be deployed, and what only a
//! deployment knows is unknown with a reason. Nothing here knows a provider, with one exception that has its own
//! file: `policy_document`.

mod body;
mod emit;
mod engine;
mod eval;
mod expand;
mod fetched;
mod functions;
mod module;
mod numbers;
mod ops;
mod overrides;
mod plan;
mod policy_document;
mod providers;
mod reference;
mod remote_state;
mod stand_in;
mod template;
mod terragrunt;
#[cfg(test)]
mod tests;
mod tree;
mod types;
mod values;
mod variables;
mod variants;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use crate::catalog::StandIn;
use crate::model::{Dialect, Part, Scope, Value};
use crate::parse::hcl::Document;
use crate::source::{FileId, Problem, ProblemKind, Sources, Span, join};

pub use plan::is_plan;

use emit::Output;
use engine::{Engine, Given};
use module::Module;
use tree::local_source;
use variants::{Variant, Ways};

/// Lowers all Terraform files and plans of a scan: one part for each root module and variant of it, in the order of
/// their paths.
#[must_use]
pub fn lower(
    sources: &Sources,
    files: &[(FileId, Document)],
    plans: &[(FileId, Value)],
    stand_ins: &[StandIn],
) -> Vec<Part> {
    let paths: HashMap<&str, FileId> = sources.iter().map(|(id, file)| (file.path.as_str(), id)).collect();
    let overridden = overrides::apply(sources, files);
    let mut modules = modules(sources, files, &overridden);
    let (written, mut problems) = terragrunt::documents(sources);
    let configs = terragrunt::configs(&written);
    let documents = stand_in::documents(sources, stand_ins, &modules, &configs);
    let mut stands: BTreeMap<&str, Module<'_>> = BTreeMap::new();
    for (path, (stand_in, file, document)) in &documents {
        let mut module = Module::new(path);
        module.stand_in = Some(stand_in);
        module.add(*file, document, stand_in.body.len());
        stands.insert(path.as_str(), module);
    }
    modules.append(&mut stands);
    let given = Given { sources, paths: &paths, modules: &modules, stand_ins, configs: &configs };
    let (units, deployed) = terragrunt::lower(given);
    let roots = roots(&modules, &deployed);
    let mut variants = variants::find(sources, files, &modules, &roots);
    let ways: Vec<(&Module<'_>, Ways<'_>)> =
        roots.iter().map(|root| (&modules[root], variants.remove(root).unwrap_or_default())).collect();
    let lower_one = |(module, ways): &(&Module<'_>, Ways<'_>)| {
        let mut parts: Vec<Lowered> =
            ways.variants.par_iter().map(|variant| lower_root(given, module, Some(variant))).collect();
        if parts.is_empty() {
            parts.push(lower_root(given, module, None));
        }
        if let (Some(problem), Some(first)) = (&ways.problem, parts.first_mut()) {
            first.part.problems.push(problem.clone());
        }
        parts
    };
    let mut lowered: Vec<Lowered> = ways.par_iter().flat_map(lower_one).collect();
    lowered.extend(units);
    let mut elsewhere: BTreeMap<Arc<str>, Span> = BTreeMap::new();
    let mut parts = Vec::with_capacity(lowered.len());
    for lowered in lowered {
        for (source, span) in lowered.elsewhere {
            elsewhere.entry(source).or_insert(span);
        }
        parts.push(lowered.part);
    }
    if let Some(part) = parts.first_mut() {
        part.problems.append(&mut problems);
        part.problems.extend(elsewhere.into_iter().map(|(source, span)| {
            let message = format!("module '{source}' is not in the repository: what depends on it is open");
            Problem::at(ProblemKind::ModuleNotFound, sources.get(span.file).path.clone(), span, message)
        }));
    }
    plan::lower(sources, plans, &mut parts);
    parts
}

/// What one root in one variant comes to.
struct Lowered {
    part: Part,
    /// Modules from elsewhere that nothing is known of.
    elsewhere: BTreeMap<Arc<str>, Span>,
}

fn lower_root<'a>(given: Given<'a>, module: &'a Module<'a>, variant: Option<&'a Variant<'a>>) -> Lowered {
    let mut engine = Engine::new(given);
    engine.variant = variant;
    engine.fetched = fetched::modules(given.sources, given.paths, module.dir);
    let mut output = Output::default();
    output.providers.locked(fetched::versions(given.sources, given.paths, module.dir));
    engine.emit(&engine.root(module), &mut output);
    if let (true, Some(first)) = (engine.is_exhausted(), module.first) {
        engine.report(
            ProblemKind::Limit,
            Span::top(first),
            "its evaluation takes too many steps: not all is known".to_owned(),
        );
    }
    finish(engine, output, module.dir, variant.map(|variant| variant.name))
}

/// What an evaluation came to, as a root at a path and in a variant.
fn finish(engine: Engine<'_>, output: Output, path: &str, variant: Option<&str>) -> Lowered {
    let (providers, uses) = output.providers.finish();
    let elsewhere = engine.elsewhere.take();
    let (problems, unread) = engine.finish();
    let scope =
        Scope { variant: variant.map(str::to_owned), unread, providers, ..Scope::new(Dialect::Terraform, path) };
    Lowered { part: Part { scopes: vec![scope], facts: output.facts, uses, problems }, elsewhere }
}

/// What kind of file a path names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Code,
    /// Values for variables that Terraform reads by itself.
    Inputs,
    /// Values for variables that are only read when a command names them.
    OtherInputs,
}

fn role(name: &str) -> Role {
    let plain = name.strip_suffix(".json").unwrap_or(name);
    match plain.strip_suffix(".tfvars") {
        Some(stem) if stem == "terraform" || stem.ends_with(".auto") => Role::Inputs,
        Some(_) => Role::OtherInputs,
        None => Role::Code,
    }
}

/// The modules by directory, with their files in the order of their names.
fn modules<'a>(
    sources: &'a Sources,
    files: &'a [(FileId, Document)],
    overridden: &'a BTreeMap<FileId, Document>,
) -> BTreeMap<&'a str, Module<'a>> {
    let mut sorted: Vec<(FileId, &'a Document)> = files.iter().map(|(id, document)| (*id, document)).collect();
    sorted.sort_by(|a, b| sources.get(a.0).path.cmp(&sources.get(b.0).path));
    let names: BTreeSet<&str> = sorted.iter().map(|(id, _)| sources.get(*id).path.as_str()).collect();
    let mut modules: BTreeMap<&str, Module<'_>> = BTreeMap::new();
    for (id, document) in &sorted {
        let (file, document) = (sources.get(*id), overridden.get(id).unwrap_or(document));
        if role(file.name()) == Role::Code && !is_replaced(&file.path, &names) {
            let module = modules.entry(file.folder()).or_insert_with(|| Module::new(file.folder()));
            module.add(*id, document, file.text.len());
        }
    }
    // `terraform.tfvars` is read before `*.auto.tfvars`, whatever the alphabet says.
    sorted.sort_by_key(|(id, _)| !sources.get(*id).name().starts_with("terraform.tfvars"));
    for (id, document) in sorted {
        let file = sources.get(id);
        if role(file.name()) == Role::Inputs
            && let Some(module) = modules.get_mut(file.folder())
        {
            module.add_inputs(document);
        }
    }
    modules
}

/// Whether a file is there for Terraform alone: OpenTofu reads `a.tofu` in the place of `a.tf`. A repository that has
/// both is deployed with OpenTofu.
fn is_replaced(path: &str, names: &BTreeSet<&str>) -> bool {
    let (stem, end) = path.strip_suffix(".json").map_or((path, ""), |stem| (stem, ".json"));
    stem.strip_suffix(".tf").is_some_and(|stem| names.contains(format!("{stem}.tofu{end}").as_str()))
}

/// The directories that no other calls and no unit deploys. Of directories that call each other in a circle, the first is one.
fn roots<'a>(modules: &BTreeMap<&'a str, Module<'a>>, deployed: &BTreeSet<&'a str>) -> Vec<&'a str> {
    let mut called: BTreeSet<&str> = BTreeSet::new();
    for module in modules.values() {
        called.extend(callees(modules, module).filter(|callee| *callee != module.dir));
    }
    let is_candidate = |dir: &&str| {
        !dir.starts_with(stand_in::PREFIX)
            && !dir.split('/').any(|part| matches!(part, ".terraform" | ".terragrunt-cache"))
    };
    let mut roots: Vec<&'a str> = Vec::new();
    let mut reached: BTreeSet<&str> = BTreeSet::new();
    let candidates: Vec<&'a str> = modules.keys().copied().filter(is_candidate).collect();
    let (later, first): (Vec<&'a str>, Vec<&'a str>) = candidates.into_iter().partition(|dir| called.contains(dir));
    for dir in deployed.iter().copied().chain(first).chain(later) {
        if reached.contains(dir) {
            continue;
        }
        if !deployed.contains(dir) {
            roots.push(dir);
        }
        let mut ahead = vec![dir];
        while let Some(dir) = ahead.pop() {
            if let (true, Some(module)) = (reached.insert(dir), modules.get(dir)) {
                ahead.extend(callees(modules, module));
            }
        }
    }
    roots.sort_unstable();
    roots
}

/// The directories that a module calls and that are there.
fn callees<'m, 'a>(
    modules: &'m BTreeMap<&'a str, Module<'a>>,
    module: &'m Module<'a>,
) -> impl Iterator<Item = &'a str> + use<'m, 'a> {
    let sources = module.calls.iter().filter_map(|call| local_source(call.block));
    sources.filter_map(|source| {
        let dir = join(module.dir, source)?;
        modules.get(dir.as_str()).map(|module| module.dir)
    })
}
