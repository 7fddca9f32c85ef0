//! Terragrunt: each `terragrunt.hcl` that names a module, or stands beside one, is a root of its own: the module
//! with the inputs that it and the files it includes give.
//!
//! A configuration file is a module to the evaluator, with locals and nothing else, whose functions and references
//! are those of `config`. What other units put out is not known before they are deployed; outputs that are made up
//! for a plan do not count.

mod config;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use crate::model::{Dialect, Entry, Fact, Kind, Map, Part, ScopeId, Unread, Value};
use crate::parse::hcl::{self, Block, Document, ExprKind};
use crate::source::{FileId, Problem, ProblemKind, Sources, Span, join};

use super::emit::Output;
use super::engine::{Engine, Given, Instance, Known, StandsAt};
use super::module::Module;
use super::stand_in;
use super::tree::is_local;
use super::values::{key_text, map_value};
use super::{Lowered, finish};

/// The file that makes a directory a unit.
const UNIT: &str = "terragrunt.hcl";

/// Configuration files of one unit that are included or read.
const MOST_FILES: usize = 200;

/// Where Terragrunt puts copies of what it deploys.
const CACHE: &str = ".terragrunt-cache";

/// All configuration files of a scan that has units, by path, and which blocks of them were not read.
pub(super) fn documents(sources: &Sources) -> (BTreeMap<&str, (FileId, Document)>, Vec<Problem>) {
    let (mut documents, mut problems) = (BTreeMap::new(), Vec::new());
    let is_config = |path: &str| path.ends_with(".hcl") && !path.contains(CACHE) && !path.ends_with(".lock.hcl");
    if !sources.iter().any(|(_, file)| file.name() == UNIT) {
        return (documents, problems);
    }
    for (id, file) in sources.iter().filter(|(_, file)| is_config(&file.path)) {
        let parsed = hcl::parse(id, &file.text);
        // Those of units are named where all files are read.
        if file.name() != UNIT {
            problems.extend(parsed.failures.into_iter().map(|failure| Problem {
                path: file.path.clone(),
                span: failure.span,
                kind: failure.kind,
                message: failure.message,
            }));
        }
        documents.insert(file.path.as_str(), (id, parsed.tree));
    }
    (documents, problems)
}

/// The files as modules, each under its own path.
pub(super) fn configs<'a>(documents: &'a BTreeMap<&'a str, (FileId, Document)>) -> BTreeMap<&'a str, Module<'a>> {
    let configs = documents.iter().map(|(path, (id, document))| {
        let mut module = Module::new(path);
        module.add(*id, document, 0);
        module.config = Some(document);
        (*path, module)
    });
    configs.collect()
}

/// Lowers all units, and tells which directories they deploy: those are no roots by themselves.
pub(super) fn lower<'a>(given: Given<'a>) -> (Vec<Lowered>, BTreeSet<&'a str>) {
    let units = given.configs.iter().filter(|(path, _)| path.rsplit('/').next() == Some(UNIT));
    let found: Vec<(Lowered, Option<&'a str>)> = units.filter_map(|(_, config)| unit(given, config)).collect();
    let deployed = found.iter().filter_map(|(_, dir)| *dir).collect();
    (found.into_iter().map(|(lowered, _)| lowered).collect(), deployed)
}

/// A unit's configuration file as it is written, with those that it includes.
struct Unit<'a> {
    /// Its own first, then the included ones in the order in which they are included.
    files: Vec<(Rc<Instance<'a>>, Strategy)>,
    /// Included files that are not known.
    missing: Option<Value>,
}

/// How what a file gives is joined with what it includes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Strategy {
    Shallow,
    Deep,
    None,
}

fn unit<'a>(given: Given<'a>, config: &'a Module<'a>) -> Option<(Lowered, Option<&'a str>)> {
    let dir = folder(config.dir);
    let mut engine = Engine::new(given);
    engine.unit = Some(dir);
    let unit = engine.unit_of(config)?;
    let source = engine.source_of(&unit);
    let (at, text) = match &source {
        Some((block, value)) => (block.header, key_text(value)),
        None => (Span::top(config.first?), Some(".".into())),
    };
    let text: Arc<str> = text.unwrap_or_else(|| "?".into());
    let plain = text.split('?').next().unwrap_or("?");
    let module = local_dir(dir, plain).and_then(|found| given.modules.get(found.as_str()));
    if source.is_none() && module.is_none() {
        // A file that others include, and that deploys nothing itself.
        return None;
    }
    let inputs = engine.inputs_of(&unit, at);
    engine.inputs = Some(inputs.clone());
    let mut output = Output::default();
    engine.generated(&unit, &mut output);
    let stand_in = || {
        let found = stand_in::find(given.stand_ins, &text, None)?;
        given.modules.get(found.path().as_str())
    };
    let lies_here = module.is_some_and(|module| module.dir == dir);
    let deployed = module.map(|module| module.dir);
    match module.or_else(stand_in) {
        Some(module) => {
            let via = if lies_here { Vec::new() } else { vec![at] };
            let stands_at =
                module.stand_in.and(module.first).map(|file| StandsAt { file, call: at, source: text.clone() });
            let is_whole = module.stand_in.is_none_or(|stand_in| stand_in.whole);
            engine.instances.set(1);
            engine.refuel(module.bytes);
            engine.emit(
                &Rc::new(Instance {
                    module,
                    prefix: String::new(),
                    via,
                    stands_at,
                    caller: None,
                    known: Known::default(),
                }),
                &mut output,
            );
            if !is_whole {
                engine.note_call(&inputs, at, &text);
            }
        }
        None => {
            output.facts.push(call_fact(&inputs, at));
            engine.note_call(&inputs, at, &text);
            if !is_local(&text) && *text != *"?" {
                engine.elsewhere.borrow_mut().entry(plain.into()).or_insert(at);
            }
        }
    }
    let mut lowered =
        finish(engine, output, deployed.unwrap_or(dir), (!lies_here).then_some(dir).filter(|_| deployed.is_some()));
    place_problems(&mut lowered.part);
    Some((lowered, deployed))
}

/// Problems keep the order of their places.
fn place_problems(part: &mut Part) {
    part.problems.sort();
    part.problems.dedup();
}

/// A module that was not read, with what it is given.
fn call_fact(inputs: &Value, at: Span) -> Fact {
    Fact {
        dialect: Dialect::Terraform,
        kind: "module".into(),
        address: "terragrunt".into(),
        scope: ScopeId(0),
        body: inputs.clone(),
        span: at,
        header: at,
        via: Vec::new(),
    }
}

/// The folder of a file.
fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The directory that a source in the repository leads to. What follows `//` is the module within what is copied.
fn local_dir(unit: &str, source: &str) -> Option<String> {
    let is_remote = source.contains("::") || source.contains("://") || source.contains("@");
    let lies_within = is_local(source) || source.starts_with('/');
    if is_remote || !lies_within {
        return None;
    }
    if source.starts_with('/') { join("", source) } else { join(unit, source) }
}

impl<'a> Engine<'a> {
    /// The unit of a configuration file; nothing when it includes too much.
    fn unit_of(&self, config: &'a Module<'a>) -> Option<Unit<'a>> {
        let own = self.config_instance(config.dir)?;
        let mut unit = Unit { files: vec![(own.clone(), Strategy::Shallow)], missing: None };
        for block in config.config?.body.blocks("include").take(MOST_FILES) {
            let (path, strategy) = self.include(&own, block);
            match key_text(&path).and_then(|path| self.config_at(&path)) {
                Some(instance) => unit.files.push((instance, strategy)),
                None => unit.missing = Some(path),
            }
        }
        Some(unit)
    }

    fn include(&self, own: &Rc<Instance<'a>>, block: &Block) -> (Value, Strategy) {
        let path = self.attribute_of(own, block, "path");
        let strategy = match block.body.attribute("merge_strategy").and_then(|strategy| strategy.value.as_str()) {
            Some("deep") => Strategy::Deep,
            Some("no_merge") => Strategy::None,
            _ => Strategy::Shallow,
        };
        (path, strategy)
    }

    /// The source of the module: the unit's own, or that of the first file that has one.
    fn source_of(&self, unit: &Unit<'a>) -> Option<(&'a Block, Value)> {
        unit.files.iter().filter(|(_, strategy)| *strategy != Strategy::None).find_map(|(instance, _)| {
            let block = instance
                .module
                .config?
                .body
                .blocks("terraform")
                .find(|block| block.body.attribute("source").is_some())?;
            Some((block, self.attribute_of(instance, block, "source")))
        })
    }

    /// What the unit gives to its module: its own inputs, then those of the files in the order they are included.
    fn inputs_of(&self, unit: &Unit<'a>, at: Span) -> Value {
        let mut joined = map_value(Map::default(), at);
        for (instance, strategy) in &unit.files {
            let inputs = instance.module.config.and_then(|config| config.body.attribute("inputs"));
            let (Some(inputs), true) = (inputs, *strategy != Strategy::None) else { continue };
            let value = self.config_value(instance, &inputs.value);
            config::lay_under(&mut joined, value, *strategy == Strategy::Deep, config::MOST_LEVELS);
        }
        if let (Some(missing), Kind::Map(map)) = (&unit.missing, &mut joined.kind) {
            map.open = map.open.take().or_else(|| Some(config::unknown_of_path(missing)));
        }
        joined
    }

    /// What the unit and its includes write beside the module: providers, their versions, the state's backend.
    fn generated(&self, unit: &Unit<'a>, output: &mut Output) {
        for (instance, _) in unit.files.iter().filter(|(_, strategy)| *strategy != Strategy::None) {
            let Some(config) = instance.module.config else { continue };
            for block in config.body.blocks("generate") {
                if let (Some(text), Some(file)) =
                    (key_text_or_known(&self.attribute_of(instance, block, "contents")), instance.module.first)
                {
                    written(&hcl::parse(file, &text).tree, block.header, output);
                }
            }
            if let Some(block) = config.body.blocks("remote_state").next() {
                output.facts.push(self.state_fact(instance, block));
            }
        }
    }

    /// The backend of the state, as the settings of the root that it is.
    fn state_fact(&self, instance: &Rc<Instance<'a>>, block: &Block) -> Fact {
        let span = block.header;
        let kind = self.attribute_of(instance, block, "backend");
        let settings = self.attribute_of(instance, block, "config");
        let mut backend = match settings.kind {
            Kind::Map(map) => map,
            _ => Map { entries: Vec::new(), open: Some(config::unknown_of_path(&settings)) },
        };
        backend.entries.push(Entry { key: "type".into(), key_span: span, value: kind });
        let list = Value::list(vec![map_value(backend, settings.span)], span);
        let body = Value::map(vec![Entry { key: "backend".into(), key_span: span, value: list }], span);
        Fact {
            kind: "terraform".into(),
            body,
            span: block.span,
            header: span,
            ..call_fact(&Value::new(Kind::Null, span), span)
        }
    }

    fn attribute_of(&self, instance: &Rc<Instance<'a>>, block: &Block, name: &str) -> Value {
        match block.body.attribute(name) {
            Some(attribute) => self.config_value(instance, &attribute.value),
            None => Value::new(Kind::Null, block.header),
        }
    }

    /// Notes that the module of a unit was not read, or not in full.
    fn note_call(&self, inputs: &Value, at: Span, source: &str) {
        let what = format!("the module from '{source}'");
        self.unread.borrow_mut().push(Unread { call: inputs.clone(), span: at, what });
    }
}

/// A text, also one with parts that are not known: for what of it is.
fn key_text_or_known(value: &Value) -> Option<Arc<str>> {
    use crate::model::Piece;
    key_text(value).or_else(|| {
        let pieces = &value.as_unknown()?.pieces;
        let known = pieces.iter().map(|piece| match piece {
            Piece::Text(text) => &**text,
            Piece::Hole(_) => "unknown",
        });
        (!pieces.is_empty()).then(|| known.collect::<String>().into())
    })
}

/// The providers that a written file configures, and the versions that it asks for.
fn written(document: &Document, at: Span, output: &mut Output) {
    for block in document.body.blocks("provider") {
        let body = Value::new(Kind::Map(Map { entries: Vec::new(), open: None }), at);
        let kind = format!("provider.{}", block.label(0));
        output.facts.push(Fact { kind: kind.as_str().into(), address: kind.into(), ..call_fact(&body, at) });
    }
    let required = document.body.blocks("terraform").flat_map(|block| block.body.blocks("required_providers"));
    for item in required.flat_map(|block| &block.body.items) {
        let hcl::Item::Attribute(attribute) = item else { continue };
        let version = match &attribute.value.kind {
            ExprKind::Object(entries) => entries.iter().find_map(|(key, value)| {
                let is_version =
                    matches!(&key.kind, ExprKind::Variable(name) | ExprKind::String(name) if &**name == "version");
                value.as_str().filter(|_| is_version)
            }),
            _ => attribute.value.as_str(),
        };
        let version = version.map(|version| (attribute.key.text.to_string(), version.to_owned()));
        output.providers.locked(version.into_iter().collect());
    }
}

/// That files are included in a circle, or too many.
pub(super) fn circle(engine: &Engine<'_>, span: Span) {
    let message = "a configuration reads itself, directly or through others, or too many others".to_owned();
    engine.report(ProblemKind::ModuleCycle, span, message);
}
