//! What a template declares, in one form for Bicep and for JSON.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::parse::arm::syntax::{Expr, Property, Repeat};
use crate::source::{FileId, Span};

/// A template. Names are kept in lower case where the language takes no account of case.
#[derive(Debug)]
pub(super) struct Template {
    pub file: FileId,
    pub parameters: BTreeMap<String, Parameter>,
    pub variables: BTreeMap<String, Expr>,
    pub functions: BTreeMap<String, Function>,
    pub outputs: BTreeMap<String, Expr>,
    /// Types that allow `null`.
    pub nullable: BTreeSet<Arc<str>>,
    /// What stands for something of another file.
    pub imports: BTreeMap<String, Import>,
    /// All resources, those inside of others included, which follow them.
    pub resources: Vec<Resource>,
    /// Resources by their names in the file.
    pub symbols: BTreeMap<Arc<str>, Vec<usize>>,
    /// What could not be read.
    pub unread: Vec<Span>,
    /// The paths of files of parameters that complete it: of a Bicep file of parameters, those that it is for.
    pub using: Option<Arc<str>>,
    /// Likewise: the file of parameters that it extends.
    pub extends: Option<Arc<str>>,
    /// Whether a program made it out of a Bicep file.
    pub generated: bool,
}

#[derive(Debug)]
pub(super) struct Parameter {
    pub name: Arc<str>,
    pub default: Option<Expr>,
    pub declared: Arc<str>,
    pub secure: bool,
    pub span: Span,
}

#[derive(Debug)]
pub(super) struct Function {
    pub parameters: Vec<Arc<str>>,
    pub body: Expr,
}

#[derive(Debug)]
pub(super) struct Import {
    pub path: Arc<str>,
    /// The name there; none for the whole file.
    pub name: Option<Arc<str>>,
}

/// A resource, module or deployment.
#[derive(Debug)]
pub(super) struct Resource {
    /// Its name in the file.
    pub symbol: Option<Arc<str>>,
    /// `type@version`, or the type alone.
    pub kind: Expr,
    pub version: Option<Expr>,
    pub existing: bool,
    pub condition: Option<Expr>,
    pub repeat: Option<Repeat>,
    pub properties: Vec<Property>,
    /// The resource that it is declared inside of.
    pub outer: Option<usize>,
    pub call: Option<Call>,
    pub span: Span,
    pub header: Span,
}

/// A template that is deployed by another.
#[derive(Debug)]
pub(super) struct Call {
    pub source: Source,
    pub arguments: Option<Expr>,
}

/// Where it is.
#[derive(Debug)]
pub(super) enum Source {
    /// A path, or a reference to a registry.
    Path(Expr),
    /// Here. Unless it is `inner`, its expressions see what those around it do.
    Inline { template: Box<Template>, inner: bool },
}

impl Template {
    /// One that declares nothing yet.
    pub fn new(file: FileId) -> Self {
        Self {
            file,
            parameters: BTreeMap::new(),
            variables: BTreeMap::new(),
            functions: BTreeMap::new(),
            outputs: BTreeMap::new(),
            nullable: BTreeSet::new(),
            imports: BTreeMap::new(),
            resources: Vec::new(),
            symbols: BTreeMap::new(),
            unread: Vec::new(),
            using: None,
            extends: None,
            generated: false,
        }
    }

    /// Adds a resource and answers its number.
    pub fn add(&mut self, resource: Resource) -> usize {
        let index = self.resources.len();
        if let Some(symbol) = &resource.symbol {
            self.symbols.entry(symbol.clone()).or_default().push(index);
        }
        self.resources.push(resource);
        index
    }

    /// The last resource of a name, or the one of that name inside of another.
    pub fn resource(&self, symbol: &str, outer: Option<usize>) -> Option<usize> {
        let all = self.symbols.get(symbol)?;
        match outer {
            None => all.last().copied(),
            Some(_) => all.iter().copied().find(|index| self.resources[*index].outer == outer),
        }
    }
}
