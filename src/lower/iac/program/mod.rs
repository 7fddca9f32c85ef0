//! Infrastructure that programs declare: the constructor calls of Pulumi and of the AWS CDK, as the facts of
//! Terraform and of CloudFormation that they come to.
//!
//! Which calls these are, and what their arguments mean, is data (`rules/constructs.toml`). What a program
//! computes is not known; what it writes out is judged like a template.

mod body;
mod cdk;
mod join;
mod name;
mod project;
mod pulumi;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

use crate::catalog::construct::Constructs;
use crate::catalog::{Data, Expr, Path, PathRef, Step, walk};
use crate::lower::code::Makes;
use crate::model::{Dialect, Fact, Part, Provider, Scope, ScopeId, Unread, Value};
use crate::source::{FileId, Sources, Span};

pub use join::join;
pub use project::is_project;

use name::Name;

/// What stands in every file that brings one of these libraries in.
const LIBRARIES: [&str; 5] = ["@pulumi/", "pulumi_", "aws-cdk-lib", "@aws-cdk/", "aws_cdk"];

/// Reads programs that declare infrastructure.
pub struct Programs<'d> {
    data: &'d Data,
    keys: OnceLock<Keys>,
}

/// The keys that rules speak of, by how they are written without capitals and underscores.
#[derive(Default)]
struct Keys {
    terraform: HashMap<String, Vec<Arc<str>>>,
    cloudformation: HashMap<String, Vec<Arc<str>>>,
}

/// Whether a file may declare infrastructure.
#[must_use]
pub fn may_declare(text: &str) -> bool {
    LIBRARIES.iter().any(|library| text.contains(library))
}

impl<'d> Programs<'d> {
    /// For the rules of a catalog.
    #[must_use]
    pub fn new(data: &'d Data) -> Self {
        Self { data, keys: OnceLock::new() }
    }

    fn constructs(&self) -> &'d Constructs {
        &self.data.constructs
    }

    /// Whether a call of this name declares something, or changes what was declared.
    #[must_use]
    pub fn wants(&self, name: &str) -> bool {
        match Name::parse(name) {
            Some(Name::Pulumi(resource)) => pulumi::kind(self.constructs(), &resource).is_some(),
            Some(Name::Cdk(call)) => cdk::wants(self.constructs(), &call),
            None => false,
        }
    }

    /// What a call of this name is as a value.
    #[must_use]
    pub fn makes(&self, name: &str) -> Makes {
        let constructs = self.constructs();
        let ends = |end: &str| name.strip_suffix(end).is_some_and(|rest| rest.is_empty() || rest.ends_with(['.', '/']));
        if let Some((_, prefix)) = constructs.passing.iter().find(|(end, _)| ends(end)) {
            return Makes::Passed(prefix.as_str().into());
        }
        match Name::parse(name) {
            Some(Name::Pulumi(resource)) if resource.class.ends_with("Args") => Makes::Record,
            Some(Name::Pulumi(resource)) if pulumi::kind(constructs, &resource).is_some() => Makes::Construct,
            Some(Name::Cdk(call)) => cdk::makes(constructs, &call),
            _ => Makes::Nothing,
        }
    }

    /// Takes the calls that declare infrastructure out of a file's facts and answers what they declare. `keep`
    /// says which of them are facts of the code as well.
    #[must_use]
    pub fn lower(
        &self,
        sources: &Sources,
        file: FileId,
        facts: &mut Vec<Fact>,
        keep: &dyn Fn(&str) -> bool,
    ) -> Option<Part> {
        let calls: Vec<Fact> =
            facts.iter().filter(|fact| fact.dialect.is_code() && self.wants(&fact.kind)).cloned().collect();
        if calls.is_empty() {
            return None;
        }
        facts.retain(|fact| !fact.dialect.is_code() || !self.wants(&fact.kind) || keep(&fact.kind));
        let mut part = Part::default();
        for dialect in [Dialect::Terraform, Dialect::Cloudformation] {
            let mut program = Program::default();
            for call in &calls {
                match Name::parse(&call.kind) {
                    Some(Name::Pulumi(resource)) if dialect == Dialect::Terraform => {
                        pulumi::resource(self, &resource, call, &mut program);
                    }
                    Some(Name::Cdk(name)) if dialect == Dialect::Cloudformation => {
                        cdk::call(self, &name, call, &mut program);
                    }
                    _ => {}
                }
            }
            program.finish(dialect, sources, file, &mut part);
        }
        (!part.scopes.is_empty()).then_some(part)
    }

    fn keys(&self) -> &Keys {
        self.keys.get_or_init(|| {
            let mut keys = Keys::default();
            for (dialect, known) in
                [(Dialect::Terraform, &mut keys.terraform), (Dialect::Cloudformation, &mut keys.cloudformation)]
            {
                let mut add = |path: &Path| {
                    for step in &path.steps {
                        if let Step::Key(key) = step {
                            let spellings: &mut Vec<Arc<str>> = known.entry(name::plain(key)).or_default();
                            if !spellings.iter().any(|known| **known == **key) {
                                spellings.push(key.as_str().into());
                            }
                        }
                    }
                };
                paths(self.data, dialect, &mut add);
                known.values_mut().for_each(|spellings| spellings.sort());
            }
            keys
        })
    }
}

/// Every path that rules, links and defaults speak of in a dialect.
fn paths(data: &Data, dialect: Dialect, add: &mut dyn FnMut(&Path)) {
    let links = data.links.values().chain(data.rules.iter().flat_map(|rule| rule.links.values()));
    for way in links.filter_map(|ways| ways.get(&dialect)).flatten() {
        way.from.iter().chain(&way.back).chain(&way.by).for_each(&mut *add);
    }
    for absence in data.absences.iter().filter_map(|absence| absence.of.get(&dialect)).flatten() {
        if let Some((_, path)) = absence.split_once('.')
            && let Ok(path) = Path::parse(path)
        {
            add(&path);
        }
    }
    for rule in data.rules.iter().filter(|rule| rule.select.contains_key(&dialect)) {
        rule.paths.values().filter_map(|paths| paths.get(&dialect)).flatten().for_each(&mut *add);
        for check in rule.check.iter().chain(rule.checks.values()) {
            for expression in check.skip_when.iter().chain([&check.require]) {
                walk(expression, &mut |part| match part {
                    Expr::Test { path: PathRef::Plain(path), .. }
                    | Expr::Each { path: PathRef::Plain(path), .. }
                    | Expr::Count { path: PathRef::Plain(path), .. }
                    | Expr::ParseJson { path: PathRef::Plain(path), .. } => add(path),
                    _ => {}
                });
            }
        }
    }
}

/// What one file declares in one dialect.
#[derive(Default)]
struct Program {
    facts: Vec<Fact>,
    unread: Vec<Unread>,
    /// The addresses of what calls declare, by where the calls start.
    by_start: BTreeMap<u32, Arc<str>>,
    addresses: BTreeMap<String, u32>,
}

impl Program {
    /// An address that no other fact of the file has, for what a call declares.
    fn address(&mut self, wanted: String, call: Span) -> Arc<str> {
        let count = self.addresses.entry(wanted.clone()).or_default();
        *count += 1;
        let address: Arc<str> = if *count == 1 { wanted.into() } else { format!("{wanted}~{count}").into() };
        self.by_start.entry(call.start).or_insert_with(|| address.clone());
        address
    }

    fn declare(&mut self, dialect: Dialect, kind: &str, address: Arc<str>, body: Value, call: &Fact) {
        self.facts.push(Fact {
            dialect,
            kind: kind.into(),
            address,
            scope: ScopeId(0),
            body,
            span: call.span,
            header: call.header,
            via: Vec::new(),
        });
    }

    fn finish(mut self, dialect: Dialect, sources: &Sources, file: FileId, part: &mut Part) {
        if self.facts.is_empty() {
            return;
        }
        let span = Span::top(file);
        self.unread.push(Unread {
            call: Value::new(crate::model::Kind::Null, span),
            span,
            what: "what the rest of the program declares".to_owned(),
        });
        let by_start = &self.by_start;
        let resolve = |address: &str| by_start.get(&body::start(address)?).cloned();
        for fact in &mut self.facts {
            fact.scope = ScopeId(u32::try_from(part.scopes.len()).unwrap_or(u32::MAX));
            body::relink(&mut fact.body, &resolve);
        }
        for unread in &mut self.unread {
            body::relink(&mut unread.call, &resolve);
        }
        let mut scope = Scope::new(dialect, &sources.get(file).path);
        scope.unread = self.unread;
        if dialect == Dialect::Cloudformation {
            let provider = Provider { minimum: None, below: None, span: self.facts.first().map(|fact| fact.header) };
            scope.providers.insert("aws".to_owned(), provider);
        }
        part.scopes.push(scope);
        part.facts.extend(self.facts);
    }
}
