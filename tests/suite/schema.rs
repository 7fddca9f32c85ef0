//! Every attribute path of every rule is one that its provider's schema knows.
//!
//! `tests/schemas/attributes.tsv` has the names of the resources that rules speak of, as far as schemas
//! of their providers list them; `tests/schemas/README.md` says where they come from.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path as FilePath;

use phiward::catalog::{Data, Expr, LinkPath, Of, Path, PathRef, Rule, Step};
use phiward::model::Dialect;
use phiward::pipeline::builtin;

/// Names of the language itself, which no provider lists.
const TERRAFORM_META: [&str; 7] =
    ["count", "for_each", "depends_on", "provider", "lifecycle", "provisioner", "connection"];
const CLOUDFORMATION_META: [&str; 5] = ["DeletionPolicy", "UpdateReplacePolicy", "DependsOn", "Metadata", "Condition"];
/// Keys that lowering adds to manifests, and one that the tool of its name adds to files that it encrypts.
const KUBERNETES_DERIVED: [&str; 5] = ["workload", "imageRef", "role", "pod", "sops"];

struct Schemas {
    /// Types of paths by resource.
    resources: BTreeMap<(Dialect, String), BTreeMap<String, String>>,
}

impl Schemas {
    fn read() -> Self {
        let path = FilePath::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas/attributes.tsv");
        let mut resources: BTreeMap<(Dialect, String), BTreeMap<String, String>> = BTreeMap::new();
        for line in std::fs::read_to_string(path).unwrap().lines() {
            let [dialect, resource, path, kind] = line.splitn(4, '\t').collect::<Vec<_>>()[..] else {
                panic!("not four columns: {line}")
            };
            let key = (dialect.parse().unwrap(), resource.to_owned());
            resources.entry(key).or_default().insert(path.to_owned(), kind.to_owned());
        }
        Self { resources }
    }

    /// Resources of a kind, each with the path that its facts' bodies begin at.
    fn of_kind(&self, dialect: Dialect, kind: &str) -> Vec<(&BTreeMap<String, String>, &'static str)> {
        let (name, base) = match (dialect, kind) {
            (Dialect::Kubernetes, "PodSpec") => ("Pod", "spec"),
            (Dialect::Kubernetes, "Container") => ("Pod", "spec.containers"),
            (_, kind) => (kind, ""),
        };
        self.resources
            .iter()
            .filter(|((of, resource), _)| {
                let own = resource.rsplit_once('/').map_or(resource.as_str(), |(_, kind)| kind);
                *of == dialect && (resource == name || own == name || phiward::evaluate::selects(name, resource))
            })
            .map(|(_, attributes)| (attributes, base))
            .collect()
    }

    /// Whether a resource of a kind has a path. Content below a map or an open type is not listed.
    fn knows(&self, dialect: Dialect, kind: &str, steps: &[&str]) -> bool {
        let first = steps.first().copied().unwrap_or_default();
        let meta = match dialect {
            Dialect::Terraform => TERRAFORM_META.contains(&first),
            Dialect::Cloudformation => CLOUDFORMATION_META.contains(&first),
            Dialect::Kubernetes => KUBERNETES_DERIVED.contains(&first),
            _ => true,
        };
        let resources = self.of_kind(dialect, kind);
        // Custom resources have no schema here.
        meta || (resources.is_empty() && dialect == Dialect::Kubernetes)
            || resources.into_iter().any(|(attributes, base)| {
                let base: Vec<&str> = base.split('.').filter(|step| !step.is_empty()).collect();
                has(attributes, &[&base, steps].concat())
            })
    }
}

fn has(attributes: &BTreeMap<String, String>, steps: &[&str]) -> bool {
    let mut at = String::new();
    for step in steps {
        let dot = if at.is_empty() { String::new() } else { format!("{at}.") };
        let next =
            [format!("{dot}{step}"), format!("{dot}*.{step}")].into_iter().find(|path| attributes.contains_key(path));
        match next {
            Some(next) => at = next,
            None if begins(attributes, &format!("{dot}*.")) => at = format!("{dot}*"),
            None => {
                let kind = attributes.get(&at).map_or("", String::as_str);
                let inside = begins(attributes, &dot);
                let open = ["map", "any", "recursive"].iter().any(|word| kind.contains(word));
                return !at.is_empty() && (open || (kind.contains("object") && !inside));
            }
        }
    }
    true
}

fn begins(attributes: &BTreeMap<String, String>, start: &str) -> bool {
    attributes.range(start.to_owned()..).next().is_some_and(|(path, _)| path.starts_with(start))
}

/// Where an expression stands.
#[derive(Clone)]
struct Here {
    kinds: Vec<String>,
    /// Paths that elements may begin at; none inside of a document of its own.
    bases: Option<Vec<Vec<String>>>,
}

struct Checker<'c> {
    schemas: &'c Schemas,
    data: &'c Data,
    rule: &'c Rule,
    dialect: Dialect,
    /// Unknown paths, as written and as told. A path without a name is the same in every dialect, so it is
    /// wrong only when none of them knows it.
    wrong: BTreeSet<(String, String)>,
    known: BTreeSet<String>,
}

impl Checker<'_> {
    fn paths(&self, reference: &PathRef) -> Vec<Path> {
        match reference {
            PathRef::Plain(path) => vec![path.clone()],
            PathRef::Named(name) => self.rule.paths[name].get(&self.dialect).cloned().unwrap_or_default(),
        }
    }

    /// Checks paths at a place and answers where their elements begin.
    fn path(&mut self, paths: &[Path], here: &Here) -> Here {
        let Some(bases) = &here.bases else { return here.clone() };
        let mut found = Vec::new();
        for path in paths {
            let own: Vec<String> = path
                .steps
                .iter()
                .filter_map(|step| if let Step::Key(key) = step { Some(key.clone()) } else { None })
                .collect();
            let full: Vec<Vec<String>> = bases.iter().map(|base| [base.clone(), own.clone()].concat()).collect();
            let known = here.kinds.iter().any(|kind| {
                full.iter().any(|steps| {
                    let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
                    self.schemas.knows(self.dialect, kind, &steps)
                })
            });
            if known || here.kinds == ["terraform"] {
                self.known.insert(path.to_string());
            } else {
                let shown = full.first().map(|steps| steps.join(".")).unwrap_or_default();
                let told = format!("{}: {} {}: {shown}", self.rule.id, self.dialect, here.kinds.join("|"));
                self.wrong.insert((path.to_string(), told));
            }
            found.extend(full);
        }
        Here { kinds: here.kinds.clone(), bases: Some(found) }
    }

    fn check(&mut self, expression: &Expr, here: &Here, subject: &Here) {
        let start = |of: &Of| if *of == Of::Subject { subject.clone() } else { here.clone() };
        match expression {
            Expr::All(parts) | Expr::Any(parts) => parts.iter().for_each(|part| self.check(part, here, subject)),
            Expr::Not(part) => self.check(part, here, subject),
            Expr::Test { of, path, .. } => {
                self.path(&self.paths(path), &start(of));
            }
            Expr::Each { of, path, entries, filter, that } => {
                let inside = self.inside(path, *entries, &start(of));
                filter.iter().for_each(|part| self.check(part, &inside, subject));
                self.check(that, &inside, subject);
            }
            Expr::Count { of, path, entries, filter, .. } => {
                let inside = self.inside(path, *entries, &start(of));
                filter.iter().for_each(|part| self.check(part, &inside, subject));
            }
            Expr::Link { name, that, missing, .. } => {
                let ways = self.rule.links.get(name).or_else(|| self.data.links.get(name)).unwrap();
                for way in ways.get(&self.dialect).cloned().unwrap_or_default() {
                    self.link(&way, here);
                    let target = Here { kinds: way.to.clone(), bases: Some(vec![Vec::new()]) };
                    that.iter().for_each(|part| self.check(part, &target, subject));
                }
                missing.iter().for_each(|part| self.check(part, here, subject));
            }
            Expr::ParseJson { of, path, that } => {
                self.path(&self.paths(path), &start(of));
                self.check(that, &Here { kinds: Vec::new(), bases: None }, subject);
            }
            Expr::Declared { kinds, filter, .. } => {
                if let Some(kinds) = kinds.get(&self.dialect) {
                    let target = Here { kinds: kinds.clone(), bases: Some(vec![Vec::new()]) };
                    filter.iter().for_each(|part| self.check(part, &target, subject));
                }
            }
            Expr::KindIn(_)
            | Expr::EnvironmentIn(_)
            | Expr::DialectIn(_)
            | Expr::ProviderAtLeast { .. }
            | Expr::Open(_)
            | Expr::Always(_) => {}
        }
    }

    fn inside(&mut self, path: &PathRef, entries: bool, here: &Here) -> Here {
        let inside = self.path(&self.paths(path), here);
        if entries { Here { kinds: Vec::new(), bases: None } } else { inside }
    }

    fn link(&mut self, way: &LinkPath, here: &Here) {
        let target = Here { kinds: way.to.clone(), bases: Some(vec![Vec::new()]) };
        match (&way.from, &way.back) {
            (Some(from), _) => {
                self.path(std::slice::from_ref(from), here);
                self.path(&way.by, &target);
            }
            (None, Some(back)) => {
                self.path(std::slice::from_ref(back), &target);
                let own = Here { kinds: here.kinds.clone(), bases: Some(vec![Vec::new()]) };
                self.path(&way.by, &own);
            }
            (None, None) => {}
        }
    }
}

#[test]
fn every_path_is_known_to_its_providers_schema() {
    let (data, schemas) = (builtin(), Schemas::read());
    let mut wrong = BTreeSet::new();
    for rule in &data.rules {
        let (mut unknown, mut known) = (BTreeSet::new(), BTreeSet::new());
        for (dialect, kinds) in &rule.select {
            if !matches!(dialect, Dialect::Terraform | Dialect::Cloudformation | Dialect::Kubernetes) {
                continue;
            }
            let Some(check) = rule.checks.get(dialect).or(rule.check.as_ref()) else { continue };
            let subject = Here { kinds: kinds.clone(), bases: Some(vec![Vec::new()]) };
            let mut checker = Checker {
                schemas: &schemas,
                data: &data,
                rule,
                dialect: *dialect,
                wrong: BTreeSet::new(),
                known: BTreeSet::new(),
            };
            for expression in check.skip_when.iter().chain([&check.require]) {
                checker.check(expression, &subject, &subject);
            }
            unknown.extend(checker.wrong);
            known.extend(checker.known);
        }
        wrong.extend(unknown.into_iter().filter(|(path, _)| !known.contains(path)).map(|(_, told)| told));
    }
    let wrong: Vec<String> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "{} paths that no schema knows:\n{}", wrong.len(), wrong.join("\n"));
}
