//! Facts, the scopes they live in, and the model of the whole repository.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::source::{Problem, Span};

use super::dialect::Dialect;
use super::value::Value;

/// One thing that the repository declares: a resource, a server's settings, a container, a call.
#[derive(Clone, Debug)]
pub struct Fact {
    /// The language it is written in.
    pub dialect: Dialect,
    /// What it is there: `aws_db_instance`, `AWS::RDS::DBInstance`, `Deployment`, `hashlib.md5`.
    pub kind: Arc<str>,
    /// Its name, unique among the facts of its scope where the dialect makes it so.
    pub address: Arc<str>,
    /// The root module, template or folder it lives in.
    pub scope: ScopeId,
    /// Its attributes: a map.
    pub body: Value,
    /// All of it.
    pub span: Span,
    /// Its header: where a finding about something missing points.
    pub header: Span,
    /// The module calls it came through, outermost first.
    pub via: Vec<Span>,
}

/// Names a scope: its index in [`Model::scopes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScopeId(pub u32);

/// A root that is deployed as one: a Terraform root module, a template, the manifests of a folder,
/// the code and settings of the repository.
#[derive(Clone, Debug)]
pub struct Scope {
    /// The language of its facts; for code and settings, any of theirs.
    pub dialect: Dialect,
    /// The folder or file, relative to the root of the scan.
    pub path: String,
    /// Which of several ways to deploy the root this is: the file of values or the overlay that makes it,
    /// relative to the root of the scan. Each is a scope of its own; those of one root share language and path.
    pub variant: Option<String>,
    /// What belongs to the root and was not read. While there is something, "nowhere" is not known.
    pub unread: Vec<Unread>,
    /// Providers in use, by name: `aws`, `azurerm`.
    pub providers: BTreeMap<String, Provider>,
}

impl Scope {
    /// A root without variants that was read whole.
    #[must_use]
    pub fn new(dialect: Dialect, path: impl Into<String>) -> Self {
        Self { dialect, path: path.into(), variant: None, unread: Vec::new(), providers: BTreeMap::new() }
    }
}

/// A part of a root that could not be read: a module that is not in the repository, say.
#[derive(Clone, Debug)]
pub struct Unread {
    /// Where it is called; its arguments are evaluated, so that one can see what it is given.
    pub call: Value,
    /// The call's place.
    pub span: Span,
    /// The end of the sentence "… not read".
    pub what: String,
}

/// A provider of a root.
#[derive(Clone, Debug, Default)]
pub struct Provider {
    /// The lowest version that its constraint allows, as numbers: `[5, 31, 0]`.
    pub minimum: Option<Vec<u64>>,
    /// The lowest version that its constraint excludes from above, likewise: `[6]` of `~> 5.31`.
    pub below: Option<Vec<u64>>,
    /// Where it is configured or first used.
    pub span: Option<Span>,
}

/// One sign that the system talks to a third party. Which vendor it is, the catalog knows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VendorUse {
    /// What kind of sign.
    pub signal: Signal,
    /// The name as written: a package, a module path, a host name.
    pub name: Arc<str>,
    /// Where.
    pub span: Span,
    /// Declared for development or tests alone.
    pub development: bool,
    /// Named by the project itself. A lock file also names what others drew in; a finding then points at the manifest.
    pub direct: bool,
}

/// The kinds of sign that a vendor is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Signal {
    /// A dependency of a manifest or lock file.
    Npm,
    /// A Python dependency.
    Pypi,
    /// A Maven or Gradle dependency, `group:artifact`.
    Maven,
    /// A Go module path.
    Go,
    /// A .NET package.
    Nuget,
    /// A Rust crate.
    Crates,
    /// A Ruby gem.
    Gem,
    /// A PHP package.
    Packagist,
    /// A resolved import in code, prefixed by the language: `python:sentry_sdk`.
    Import,
    /// A host name in code or configuration; with a path where the path tells.
    Host,
    /// A Terraform provider's source address.
    TerraformProvider,
    /// A container image without its tag.
    Image,
    /// A CI action.
    Action,
    /// An environment variable's name.
    Environment,
    /// A fragment of script that calls a tracker: `fbq(`.
    Script,
}

/// What one file, or one root, was lowered to. Scope ids count within the part; the facts of a part
/// without scopes belong to the repository as a whole.
#[derive(Debug, Default)]
pub struct Part {
    /// Roots found.
    pub scopes: Vec<Scope>,
    /// Facts found.
    pub facts: Vec<Fact>,
    /// Signs of vendors.
    pub uses: Vec<VendorUse>,
    /// Trouble met.
    pub problems: Vec<Problem>,
}

/// The model of the whole repository.
#[derive(Debug, Default)]
pub struct Model {
    /// All roots.
    pub scopes: Vec<Scope>,
    /// All facts, in the order of absorption, which is the order of paths.
    pub facts: Vec<Fact>,
    /// All signs of vendors.
    pub uses: Vec<VendorUse>,
    by_kind: HashMap<(Dialect, Arc<str>), Vec<usize>>,
    by_address: HashMap<(ScopeId, Arc<str>), usize>,
    /// The first instance of what `count` or `for_each` repeats, by the address without the instance.
    by_base: HashMap<(ScopeId, Box<str>), usize>,
}

impl Model {
    /// A model with one scope, number 0: that of the repository as a whole.
    #[must_use]
    pub fn new() -> Self {
        Self { scopes: vec![Scope::new(Dialect::Repository, "")], ..Self::default() }
    }

    /// Takes over a part and answers its problems. Call in a fixed order: it decides that of the facts.
    pub fn absorb(&mut self, part: Part) -> Vec<Problem> {
        let own = !part.scopes.is_empty();
        let offset = if own { u32::try_from(self.scopes.len()).unwrap_or(u32::MAX) } else { 0 };
        self.scopes.extend(part.scopes);
        self.uses.extend(part.uses);
        for mut fact in part.facts {
            fact.scope = if own { ScopeId(fact.scope.0 + offset) } else { ScopeId(0) };
            let index = self.facts.len();
            self.by_kind.entry((fact.dialect, fact.kind.clone())).or_default().push(index);
            self.by_address.entry((fact.scope, fact.address.clone())).or_insert(index);
            if let Some(at) = fact.address.strip_suffix(']').and_then(|address| address.rfind('[')) {
                self.by_base.entry((fact.scope, fact.address[..at].into())).or_insert(index);
            }
            self.facts.push(fact);
        }
        part.problems
    }

    /// The facts of a dialect and kind, as indexes into [`Model::facts`].
    #[must_use]
    pub fn of_kind(&self, dialect: Dialect, kind: &Arc<str>) -> &[usize] {
        self.by_kind.get(&(dialect, kind.clone())).map_or(&[], Vec::as_slice)
    }

    /// Every dialect and kind that has facts, in no particular order.
    pub fn kinds(&self) -> impl Iterator<Item = (Dialect, &Arc<str>)> {
        self.by_kind.keys().map(|(dialect, kind)| (*dialect, kind))
    }

    /// The fact at an address of a scope.
    #[must_use]
    pub fn at(&self, scope: ScopeId, address: &Arc<str>) -> Option<usize> {
        self.by_address.get(&(scope, address.clone())).copied()
    }

    /// The first instance of a repeated resource, by its address without the instance.
    #[must_use]
    pub fn first_instance(&self, scope: ScopeId, base: &str) -> Option<usize> {
        self.by_base.get(&(scope, base.into())).copied()
    }

    /// The scope of a fact.
    #[must_use]
    pub fn scope(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.0 as usize]
    }
}

/// An address without the keys of instances, which may differ between variants: `module.m.a.b` of
/// `module.m["x"].a.b[0]`.
#[must_use]
pub fn unindexed(address: &str) -> String {
    let mut plain = String::with_capacity(address.len());
    let mut inside = false;
    let mut quoted = false;
    let mut letters = address.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if quoted => {
                letters.next();
            }
            '"' if inside => quoted = !quoted,
            '[' if !quoted => inside = true,
            ']' if !quoted => inside = false,
            _ if !inside => plain.push(letter),
            _ => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::unindexed;

    #[test]
    fn instances_of_one_block_have_one_address() {
        for (address, plain) in
            [("a.b", "a.b"), ("module.m[\"x\"].a.b[0]", "module.m.a.b"), ("a.b[\"x]\\\"y\"].c", "a.b.c")]
        {
            assert_eq!(unindexed(address), plain);
        }
    }
}
