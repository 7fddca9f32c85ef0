//! Each file once: what kind it is, how it is parsed, and which room lowers it.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::catalog::phi::Lexicon;
use crate::catalog::{Data, Path, Step};
use crate::evaluate::Held;
use crate::lower::iac::helm::Charts;
use crate::lower::iac::program::{self, Programs};
use crate::lower::settings::{self, Context, Finder, Input, Origin, Place, connection, secret};
use crate::lower::vendors::ManifestKind;
use crate::lower::{code, iac, vendors};
use crate::model::{Dialect, Part, ScopeId, Unit, Value};
use crate::parse::code::{Language, language_of};
use crate::parse::{self, Failure, hcl};
use crate::source::{FileId, Problem, SourceFile, Sources};

use super::Settings;
use super::sieve::Sieve;

/// What a file is, as far as its path tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Terraform,
    Bicep,
    /// Read with all that it includes when Terraform is lowered.
    Terragrunt,
    Yaml,
    Json,
    /// YAML or JSON, as its first character tells.
    Template,
    Dockerfile,
    Code(Language),
    Manifest(ManifestKind),
    /// Settings, if the beginning of the file says so too.
    Settings,
}

/// How much of a file its format is told by.
const HEAD: usize = 4096;

/// Literals shorter than this hold no address or credential.
const MIN_LITERAL: usize = 8;

/// Files that are no facts themselves and that Terraform code may name.
const REFERRED: [&str; 4] = [".tpl", ".tftpl", ".tmpl", ".hcl"];

/// Extensions of files that may be settings.
const SETTINGS: [&str; 12] =
    ["conf", "cnf", "cfg", "ini", "properties", "xml", "toml", "config", "json", "yaml", "yml", "env"];

/// Reads files for a set of rules.
pub struct Reader<'d> {
    data: &'d Data,
    sieve: Sieve<'d>,
    programs: Programs<'d>,
    prefilter: bool,
    /// Whether calls in test code are judged.
    test_code: bool,
}

/// What one file gave.
#[derive(Default)]
struct Outcome {
    part: Part,
    /// Documents that are lowered together with those of other files.
    manifests: Vec<Value>,
    /// Likewise: templates nest each other.
    templates: Vec<Value>,
    /// Likewise: plays, tasks, and the variables that they name.
    ansible: Vec<Value>,
    /// Likewise.
    terraform: Option<hcl::Document>,
    /// Likewise: a plan is of a configuration.
    plan: Option<Value>,
    /// Likewise.
    arm: Option<iac::arm::Document>,
    /// What a program declares beside what it does; those of one program belong together.
    declared: Option<Part>,
    /// Likewise: projects are completed by the files of their stacks.
    projects: Vec<Value>,
    /// Likewise: settings complete each other through includes.
    settings: Vec<Input>,
    /// What the file was read as.
    read_as: Option<&'static str>,
}

impl<'d> Reader<'d> {
    /// A reader for the rules held.
    pub fn new(data: &'d Data, lexicon: &Lexicon, held: &[Held<'d>], settings: &Settings) -> Self {
        let declared = settings.config.vendors.iter().flat_map(|vendor| vendor.hosts.clone()).collect();
        Self {
            data,
            sieve: Sieve::new(data, lexicon, held, declared),
            programs: Programs::new(data),
            prefilter: settings.prefilter,
            test_code: settings.profile.strict,
        }
    }

    /// Whether a file is worth opening, by its path.
    pub fn wants(&self, path: &str) -> bool {
        kind(path).is_some() || REFERRED.iter().any(|end| path.ends_with(end))
    }

    /// Each file, and what it is read as.
    pub fn read_as(&self, sources: &Sources) -> Vec<(String, &'static str)> {
        let files: Vec<(FileId, &SourceFile)> = sources.iter().collect();
        let charts = Charts::find(sources);
        files
            .par_iter()
            .filter_map(|(id, file)| Some((file.path.clone(), self.file(*id, file, sources, &charts).read_as?)))
            .collect()
    }

    /// All files, and what they were read as. Parts are in the order of paths, those of several files last.
    pub fn read(&self, sources: &Sources) -> (Vec<Part>, BTreeMap<String, usize>) {
        let files: Vec<(FileId, &SourceFile)> = sources.iter().collect();
        let charts = Charts::find(sources);
        let outcomes: Vec<Outcome> =
            files.par_iter().map(|(id, file)| self.file(*id, file, sources, &charts)).collect();
        let mut read: BTreeMap<String, usize> = BTreeMap::new();
        let mut parts = Vec::new();
        let mut manifests = Vec::new();
        let mut templates = Vec::new();
        let mut ansible = Vec::new();
        let (mut declared, mut projects) = (Vec::new(), Vec::new());
        let mut terraform = Vec::new();
        let mut plans = Vec::new();
        let mut arm = Vec::new();
        let mut inputs = Vec::new();
        for ((id, _), outcome) in files.iter().zip(outcomes) {
            if let Some(name) = outcome.read_as {
                *read.entry(name.to_owned()).or_default() += 1;
            }
            parts.push(outcome.part);
            declared.extend(outcome.declared);
            if !outcome.projects.is_empty() {
                projects.push((*id, outcome.projects));
            }
            if !outcome.manifests.is_empty() {
                manifests.push((*id, outcome.manifests));
            }
            if !outcome.templates.is_empty() {
                templates.push((*id, outcome.templates));
            }
            if !outcome.ansible.is_empty() {
                ansible.push((*id, outcome.ansible));
            }
            terraform.extend(outcome.terraform.map(|document| (*id, document)));
            plans.extend(outcome.plan.map(|plan| (*id, plan)));
            arm.extend(outcome.arm.map(|document| (*id, document)));
            inputs.extend(outcome.settings);
        }
        parts.extend(program::join(sources, declared));
        let projects = self.programs.projects(sources, &projects);
        parts.extend(projects.parts);
        manifests.extend(projects.manifests);
        parts.extend(iac::cloudformation::lower(sources, &templates));
        let roots = iac::terraform::lower(sources, &terraform, &plans, &self.data.stand_ins);
        parts.extend(iac::kubernetes::declared(sources, &roots));
        parts.extend(roots);
        let spelling = spelling(self.data);
        parts.iter_mut().for_each(|part| iac::arm::add_azapi(part, &spelling));
        parts.extend(iac::arm::lower(sources, arm, &spelling));
        let manifests: Vec<(FileId, &[Value])> =
            manifests.iter().map(|(id, documents)| (*id, &documents[..])).collect();
        parts.extend(iac::kubernetes::lower(sources, &manifests));
        let ansible: Vec<(FileId, &[Value])> = ansible.iter().map(|(id, documents)| (*id, &documents[..])).collect();
        parts.extend(iac::ansible::lower(sources, &ansible));
        let releases = iac::helm::render(sources, &charts);
        parts.par_extend(releases.into_par_iter().map(|release| iac::kubernetes::lower_release(sources, release)));
        let context = Context::new(sources, &inputs);
        parts.par_extend(inputs.par_iter().map(|input| settings::lower(sources, input, &context)));
        parts.par_iter_mut().for_each(|part| Finder::default().enrich(sources, part));
        (parts, read)
    }

    fn file(&self, id: FileId, file: &SourceFile, sources: &Sources, charts: &Charts) -> Outcome {
        match kind(&file.path) {
            // The templates of a chart are read together, when it is rendered.
            Some(Kind::Yaml | Kind::Json) if charts.renders(&file.path) => {
                Outcome { read_as: Some("kubernetes"), ..Outcome::default() }
            }
            Some(Kind::Terragrunt) => {
                let parsed = hcl::parse(id, &file.text);
                finish(Part::default(), "terragrunt", parsed.failures, file)
            }
            Some(Kind::Terraform) => {
                let parsed = hcl::parse_named(file.name(), id, &file.text);
                let outcome = finish(Part::default(), "terraform", parsed.failures, file);
                Outcome { terraform: Some(parsed.tree), ..outcome }
            }
            Some(Kind::Bicep) => {
                let parsed = parse::arm::parse(id, &file.text);
                let outcome = finish(Part::default(), "arm", parsed.failures, file);
                Outcome { arm: Some(iac::arm::Document::Bicep(parsed.tree)), ..outcome }
            }
            Some(Kind::Dockerfile) => {
                let parsed = parse::dockerfile::parse(id, &file.text);
                let part = iac::dockerfile::lower(sources, id, &parsed.tree);
                finish(part, "dockerfile", parsed.failures, file)
            }
            Some(Kind::Settings) => settings_file(id, file),
            Some(Kind::Yaml) => yaml(id, file, sources),
            Some(Kind::Template) if !is_stack(&file.text) => settings_file(id, file),
            Some(Kind::Template) if !file.text.trim_start().starts_with('{') => yaml(id, file, sources),
            Some(Kind::Json | Kind::Template) => {
                let parsed = parse::json::parse(id, &file.text);
                tree(id, file, sources, parsed.tree.into_iter().collect(), parsed.failures)
            }
            Some(Kind::Manifest(kind)) => {
                let part = vendors::lower(sources, id, kind, &self.data.vendors);
                Outcome { part, read_as: Some("manifest"), ..Outcome::default() }
            }
            Some(Kind::Code(language)) => self.code(id, file, sources, language),
            None => Outcome::default(),
        }
    }

    fn code(&self, id: FileId, file: &SourceFile, sources: &Sources, language: Language) -> Outcome {
        let read_as = Some(language.dialect().name());
        let Some(sifted) = self.sieve.sift(language.dialect(), &file.path, &file.text, !self.prefilter) else {
            return Outcome::default();
        };
        let path = file.in_project();
        let is_test = !self.test_code && settings::environment::is_test(path);
        // Infrastructure of examples is judged, as templates of examples are.
        let tries = !self.test_code && settings::environment::is_of_tests(path);
        let declares = !tries && program::may_declare(&file.text);
        if self.prefilter && !sifted.relevant && !declares {
            return Outcome { read_as, ..Outcome::default() };
        }
        let wanted = |name: &str| sifted.wants(name) || declares && self.programs.wants(name);
        let makes = |name: &str| if declares { self.programs.makes(name) } else { code::Makes::Nothing };
        let names = code::Names { wanted: &wanted, returns: &|_| None, makes: &makes };
        let (unit, mut part) = code::read(id, path, language, &file.text, &names);
        for problem in &mut part.problems {
            problem.path.clone_from(&file.path);
        }
        let keep = |name: &str| sifted.wants(name);
        let declared = declares.then(|| self.programs.lower(sources, id, &mut part.facts, &keep)).flatten();
        if is_test {
            // What tests do is not what runs; what they give away is.
            part.facts.retain(|fact| !fact.dialect.is_code());
        }
        literals(&unit, sources, &mut part);
        if !sifted.relevant && declared.is_none() {
            // A file that tells nothing is not named for how it is written.
            part.problems.clear();
        }
        Outcome { part, declared, read_as, ..Outcome::default() }
    }
}

fn kind(path: &str) -> Option<Kind> {
    let name = path.rsplit('/').next().unwrap_or(path);
    if let Some(kind) = vendors::recognise(path) {
        return Some(Kind::Manifest(kind));
    }
    let lower = name.to_ascii_lowercase();
    let dockerfile = ["dockerfile", "containerfile"].iter().any(|known| {
        lower.strip_prefix(known).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            || lower.strip_suffix(known).is_some_and(|rest| rest.ends_with('.'))
    });
    if dockerfile {
        return Some(Kind::Dockerfile);
    }
    if [".tf", ".tofu", ".tfvars", ".tf.json", ".tofu.json", ".tfvars.json"].iter().any(|end| name.ends_with(end)) {
        return Some(Kind::Terraform);
    }
    if name == "terragrunt.hcl" {
        return Some(Kind::Terragrunt);
    }
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("bicep" | "bicepparam") => Some(Kind::Bicep),
        Some("yaml" | "yml") => Some(Kind::Yaml),
        None if name == "Kustomization" => Some(Kind::Yaml),
        Some("json") => Some(Kind::Json),
        Some("template") => Some(Kind::Template),
        Some(extension) if SETTINGS.contains(&extension) => Some(Kind::Settings),
        _ if settings::recognise(path, "").is_some() => Some(Kind::Settings),
        _ => language_of(path).map(Kind::Code),
    }
}

/// The names of Azure's types and properties as rules write them.
fn spelling(data: &Data) -> iac::arm::Spelling {
    let mut spelling = iac::arm::Spelling::default();
    let mut keys = |paths: &[Path]| {
        for step in paths.iter().flat_map(|path| &path.steps) {
            if let Step::Key(key) = step {
                spelling.add_key(key);
            }
        }
    };
    let links = data.links.values().chain(data.rules.iter().flat_map(|rule| rule.links.values()));
    let links: Vec<_> = links.filter_map(|by| by.get(&Dialect::Arm)).flatten().collect();
    for link in &links {
        keys(link.from.as_slice());
        keys(link.back.as_slice());
        keys(&link.by);
    }
    for rule in &data.rules {
        rule.paths.values().filter_map(|by| by.get(&Dialect::Arm)).for_each(|paths| keys(paths));
    }
    let selected = data.rules.iter().filter_map(|rule| rule.select.get(&Dialect::Arm)).flatten();
    for kind in selected.chain(links.iter().flat_map(|link| &link.to)).filter(|kind| !kind.contains('*')) {
        spelling.add_kind(kind);
    }
    spelling
}

/// Settings as their path and beginning tell.
fn settings_file(id: FileId, file: &SourceFile) -> Outcome {
    let Some(format) = settings::recognise(&file.path, head(&file.text)) else { return Outcome::default() };
    let parsed = settings::parse(format, id, &file.text);
    let outcome = finish(Part::default(), format.dialect().name(), parsed.failures, file);
    Outcome { settings: vec![Input { file: id, format, tree: parsed.tree, within: None }], ..outcome }
}

/// Whether a `.template` file is one of CloudFormation's, as far as a look at its text tells.
fn is_stack(text: &str) -> bool {
    text.contains("Resources") && text.contains("Type") && text.contains("::")
}

fn head(text: &str) -> &str {
    let mut end = text.len().min(HEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Addresses and credentials among the texts of a program.
fn literals(unit: &Unit, sources: &Sources, part: &mut Part) {
    let place = Place { sources, scope: ScopeId(0), origin: Origin::Code };
    for literal in code::literals(unit, &|text| text.len() >= MIN_LITERAL) {
        let key = literal.name.as_deref().unwrap_or_default();
        let (facts, uses) = connection::from_value(&place, key, &literal.value);
        part.facts.extend(facts);
        part.uses.extend(uses);
        part.facts.extend(secret::from_value(&place, key, &literal.value));
    }
}

fn yaml(id: FileId, file: &SourceFile, sources: &Sources) -> Outcome {
    let parsed = parse::yaml::parse(id, &file.text);
    tree(id, file, sources, parsed.tree, parsed.failures)
}

/// Documents by what they turn out to be.
fn tree(
    id: FileId,
    file: &SourceFile,
    sources: &Sources,
    mut documents: Vec<Value>,
    failures: Vec<Failure>,
) -> Outcome {
    if documents.first().is_some_and(iac::arm::is_document) {
        let arm = Some(iac::arm::Document::Json(documents.swap_remove(0)));
        return Outcome { arm, ..finish(Part::default(), "arm", failures, file) };
    }
    if documents.first().is_some_and(iac::terraform::is_plan) {
        let plan = Some(documents.swap_remove(0));
        return Outcome { plan, ..finish(Part::default(), "terraform plan", failures, file) };
    }
    if documents.iter().any(iac::cloudformation::is_template) {
        return Outcome { templates: documents, ..finish(Part::default(), "cloudformation", failures, file) };
    }
    if documents.iter().any(iac::serverless::is_service) {
        let deployed = |document: &Value| iac::serverless::template(sources, id, document);
        let templates =
            documents.iter().filter(|document| iac::serverless::is_service(document)).map(deployed).collect();
        return Outcome { templates, ..finish(Part::default(), "serverless", failures, file) };
    }
    if documents.iter().any(program::is_project) {
        return Outcome { projects: documents, ..finish(Part::default(), "pulumi", failures, file) };
    }
    if documents.iter().any(iac::kubernetes::is_manifest) {
        iac::kubernetes::open_templates(&mut documents);
        let (settings, failures) = held(id, file, &documents, failures);
        return Outcome { manifests: documents, settings, ..finish(Part::default(), "kubernetes", failures, file) };
    }
    if let Some(part) = iac::compose::lower(sources, id, &documents) {
        return finish(part, "compose", failures, file);
    }
    if let Some(part) = iac::actions::lower(sources, id, &documents) {
        return finish(part, "workflow", failures, file);
    }
    if let Some(part) = iac::gitlab::lower(sources, id, &documents) {
        return finish(part, "gitlab", failures, file);
    }
    if let Some(part) = iac::openapi::lower(sources, id, &documents) {
        return finish(part, "openapi", failures, file);
    }
    if iac::ansible::is_ansible(&file.path, &documents) {
        return Outcome { ansible: documents, ..finish(Part::default(), "ansible", failures, file) };
    }
    let ansible = if iac::ansible::is_variables(&file.path) { documents.clone() } else { Vec::new() };
    // What is no infrastructure may be settings, of a format that is parsed already.
    match settings::recognise(&file.path, head(&file.text)) {
        Some(format) => {
            let tree = settings::Tree::Documents(documents);
            let outcome = finish(Part::default(), format.dialect().name(), failures, file);
            Outcome { settings: vec![Input { file: id, format, tree, within: None }], ansible, ..outcome }
        }
        // What could not be read may have been anything.
        None if !failures.is_empty() => finish(Part::default(), "unknown", failures, file),
        None => Outcome { ansible, ..Outcome::default() },
    }
}

/// The files of settings that manifests hold, and what is wrong with them.
fn held(id: FileId, file: &SourceFile, documents: &[Value], mut failures: Vec<Failure>) -> (Vec<Input>, Vec<Failure>) {
    let mut inputs = Vec::new();
    for (name, value) in iac::kubernetes::held_files(documents) {
        if let Some(parsed) = settings::embedded(id, file, name, value) {
            failures.extend(parsed.failures);
            inputs.push(parsed.tree);
        }
    }
    (inputs, failures)
}

fn finish(mut part: Part, read_as: &'static str, failures: Vec<Failure>, file: &SourceFile) -> Outcome {
    part.problems.extend(failures.into_iter().map(|failure| Problem {
        path: file.path.clone(),
        span: failure.span,
        kind: failure.kind,
        message: failure.message,
    }));
    Outcome { part, read_as: Some(read_as), ..Outcome::default() }
}
