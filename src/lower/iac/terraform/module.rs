//! One directory's declarations, indexed by name: what the evaluator asks for.

use std::collections::HashMap;
use std::sync::Arc;

use crate::catalog::StandIn;
use crate::parse::hcl::{Attribute, Block, Body, Document, Expr, Item};
use crate::source::{FileId, Span};

/// The declarations of one directory.
#[derive(Default)]
pub(super) struct Module<'a> {
    /// The directory, relative to the root of the scan; empty for the root itself.
    pub dir: &'a str,
    /// What it is instead of, if it is not in the repository itself.
    pub stand_in: Option<&'a StandIn>,
    /// The file, if it is one of Terragrunt's.
    pub config: Option<&'a Document>,
    /// Its first file.
    pub first: Option<FileId>,
    /// Blocks that were not read.
    pub unread: Vec<(FileId, Span)>,
    /// How much source there is, in bytes, as a measure of what evaluation may cost.
    pub bytes: u64,
    /// The declarations that become facts, in the order they are written.
    pub order: Vec<Declaration<'a>>,
    /// Variables by name.
    pub variables: HashMap<&'a str, &'a Block>,
    /// Locals by name.
    pub locals: HashMap<&'a str, &'a Attribute>,
    /// Outputs by name.
    pub outputs: HashMap<&'a str, &'a Block>,
    /// Values for variables from `terraform.tfvars` and `*.auto.tfvars`.
    pub inputs: HashMap<&'a str, &'a Attribute>,
    /// Resources and data sources.
    pub resources: Vec<Resource<'a>>,
    /// Calls of modules.
    pub calls: Vec<Call<'a>>,
    by_address: HashMap<(Mode, &'a str, &'a str), usize>,
    calls_by_name: HashMap<&'a str, usize>,
}

/// Something that becomes a fact.
#[derive(Clone, Copy)]
pub(super) enum Declaration<'a> {
    /// Index into [`Module::resources`].
    Resource(usize),
    /// Index into [`Module::calls`].
    Call(usize),
    /// A `provider` block.
    Provider(&'a Block),
    /// A `terraform` block.
    Settings(&'a Block),
    /// A `variable` block.
    Variable(&'a Block),
    /// An `output` block.
    Output(&'a Block),
}

/// What kind of block declares a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Mode {
    /// `resource`.
    Managed,
    /// `data`.
    Data,
    /// `ephemeral`.
    Ephemeral,
}

impl Mode {
    /// The mode that a keyword declares, which may also be the first name of a reference.
    pub fn of(keyword: &str) -> Option<Self> {
        match keyword {
            "resource" => Some(Self::Managed),
            "data" => Some(Self::Data),
            "ephemeral" => Some(Self::Ephemeral),
            _ => None,
        }
    }

    /// What its addresses begin with.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Managed => "",
            Self::Data => "data.",
            Self::Ephemeral => "ephemeral.",
        }
    }
}

/// A resource or data source.
pub(super) struct Resource<'a> {
    /// How it is declared.
    pub mode: Mode,
    /// The kind of its facts: `aws_kms_key`, `data.aws_ami`.
    pub kind: Arc<str>,
    /// Its type without a prefix.
    pub type_name: &'a str,
    /// Its address within the module, without an instance key.
    pub address: String,
    /// Its block.
    pub block: &'a Block,
    /// How many times it is there.
    pub repeat: Repeat<'a>,
}

/// A call of a module.
pub(super) struct Call<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its block.
    pub block: &'a Block,
    /// How many times it is there.
    pub repeat: Repeat<'a>,
}

/// How many times a block is there.
#[derive(Clone, Copy)]
pub(super) enum Repeat<'a> {
    /// Once.
    Once,
    /// `count`.
    Count(&'a Expr),
    /// `for_each`.
    Each(&'a Expr),
    /// OpenTofu's `lifecycle { enabled = … }`: once or not at all.
    Enabled(&'a Expr),
}

impl<'a> Repeat<'a> {
    /// What a block's body says of it.
    pub fn of(body: &'a Body) -> Self {
        if let Some(count) = body.attribute("count") {
            return Self::Count(&count.value);
        }
        if let Some(each) = body.attribute("for_each") {
            return Self::Each(&each.value);
        }
        let mut lifecycles = body.blocks("lifecycle");
        let enabled = lifecycles.find_map(|lifecycle| lifecycle.body.attribute("enabled"));
        enabled.map_or(Self::Once, |enabled| Self::Enabled(&enabled.value))
    }

    /// The name of the argument that says so, and the argument's value.
    pub fn written(self) -> Option<(&'static str, &'a Expr)> {
        match self {
            Self::Once => None,
            Self::Count(expr) => Some(("count", expr)),
            Self::Each(expr) => Some(("for_each", expr)),
            Self::Enabled(expr) => Some(("enabled", expr)),
        }
    }
}

impl<'a> Module<'a> {
    /// An empty module.
    pub fn new(dir: &'a str) -> Self {
        Self { dir, ..Self::default() }
    }

    /// Adds the declarations of one file. Of declarations of the same name the first one counts; Terraform
    /// refuses them.
    pub fn add(&mut self, file: FileId, document: &'a Document, bytes: usize) {
        self.first = self.first.or(Some(file));
        self.bytes += bytes as u64;
        self.unread.extend(document.unread.iter().map(|span| (file, *span)));
        for item in &document.body.items {
            if let Item::Block(block) = item {
                self.add_block(block);
            }
        }
    }

    /// Adds values for variables. Later files win over earlier ones.
    pub fn add_inputs(&mut self, document: &'a Document) {
        for item in &document.body.items {
            if let Item::Attribute(attribute) = item {
                self.inputs.insert(&attribute.key.text, attribute);
            }
        }
    }

    fn add_block(&mut self, block: &'a Block) {
        let keyword = &*block.keyword.text;
        if let Some(mode) = Mode::of(keyword) {
            self.add_resource(mode, block);
            return;
        }
        match keyword {
            "module" => {
                let name = block.label(0);
                let index = self.calls.len();
                self.calls.push(Call { name, block, repeat: Repeat::of(&block.body) });
                self.calls_by_name.entry(name).or_insert(index);
                self.order.push(Declaration::Call(index));
            }
            "locals" => {
                for item in &block.body.items {
                    if let Item::Attribute(attribute) = item {
                        self.locals.entry(&attribute.key.text).or_insert(attribute);
                    }
                }
            }
            "variable" => {
                self.variables.entry(block.label(0)).or_insert(block);
                self.order.push(Declaration::Variable(block));
            }
            "output" => {
                self.outputs.entry(block.label(0)).or_insert(block);
                self.order.push(Declaration::Output(block));
            }
            "provider" => self.order.push(Declaration::Provider(block)),
            "terraform" => self.order.push(Declaration::Settings(block)),
            _ => {}
        }
    }

    fn add_resource(&mut self, mode: Mode, block: &'a Block) {
        let (type_name, name) = (block.label(0), block.label(1));
        let index = self.resources.len();
        self.by_address.entry((mode, type_name, name)).or_insert(index);
        self.order.push(Declaration::Resource(index));
        self.resources.push(Resource {
            mode,
            kind: format!("{}{type_name}", mode.prefix()).into(),
            type_name,
            address: format!("{}{type_name}.{name}", mode.prefix()),
            block,
            repeat: Repeat::of(&block.body),
        });
    }

    /// The index of a resource.
    pub fn resource(&self, mode: Mode, type_name: &str, name: &str) -> Option<usize> {
        self.by_address.get(&(mode, type_name, name)).copied()
    }

    /// The index of a call.
    pub fn call(&self, name: &str) -> Option<usize> {
        self.calls_by_name.get(name).copied()
    }
}
