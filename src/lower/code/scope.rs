//! What names mean at a place: bindings, and the scopes that they live and hide each other in.

use std::collections::{HashMap, HashSet};

use crate::model::unit::{Binds, Expr, ExprId, Function, Statement, Type, TypeId, Unit, Word};

use super::paths::PathId;

/// What a name stands for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Binding {
    word: Word,
    /// What it refers to.
    pub path: PathId,
    /// Its value, when it has only one.
    pub constant: Option<ExprId>,
    /// How often its scope assigns to it.
    writes: u32,
    hidden: Option<u32>,
}

/// A field of a type of the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Member {
    /// What it refers to.
    pub path: PathId,
    /// Its value, when it has only one.
    pub constant: Option<ExprId>,
}

/// All bindings that are in scope.
pub(super) struct Scopes {
    bindings: Vec<Binding>,
    /// For each word, its innermost binding.
    innermost: Vec<Option<u32>>,
    marks: Vec<usize>,
    /// Fields of types, as far as they are known by now.
    pub members: HashMap<(TypeId, Word), Member>,
    writes: Writes,
}

/// What is written to from anywhere in the file, beside declarations.
#[derive(Default)]
struct Writes {
    names: HashSet<Word>,
    fields: HashMap<Word, u32>,
}

impl Scopes {
    pub fn new(unit: &Unit) -> Self {
        let mut writes = Writes::default();
        writes.collect(unit, &unit.body);
        for (_, function) in unit.functions() {
            writes.collect(unit, &function.body);
        }
        for (_, ty) in unit.types() {
            writes.collect(unit, &ty.body);
        }
        Self {
            bindings: Vec::new(),
            innermost: vec![None; unit.vocabulary()],
            marks: Vec::new(),
            members: HashMap::new(),
            writes,
        }
    }

    pub fn enter(&mut self) {
        self.marks.push(self.bindings.len());
    }

    pub fn leave(&mut self) {
        let mark = self.marks.pop().unwrap_or(0);
        for binding in self.bindings.drain(mark..).rev() {
            self.innermost[binding.word.index()] = binding.hidden;
        }
    }

    /// The innermost binding of a name.
    pub fn get(&self, word: Word) -> Option<&Binding> {
        self.innermost[word.index()].map(|position| &self.bindings[position as usize])
    }

    /// Whether the innermost binding of a name is one of the file's top level.
    pub fn is_top(&self, word: Word) -> bool {
        let top = self.marks.get(1).copied().unwrap_or(usize::MAX);
        self.innermost[word.index()].is_some_and(|position| (position as usize) < top)
    }

    /// Declares a name in the current scope, or counts one more write when the scope has it.
    pub fn declare(&mut self, word: Word, path: PathId) {
        let mark = self.marks.last().copied().unwrap_or(0);
        let hidden = self.innermost[word.index()];
        if let Some(position) = hidden.filter(|position| *position as usize >= mark) {
            self.bindings[position as usize].writes += 1;
            return;
        }
        let position = u32::try_from(self.bindings.len()).unwrap_or(u32::MAX);
        self.bindings.push(Binding { word, path, constant: None, writes: 1, hidden });
        self.innermost[word.index()] = Some(position);
    }

    /// Gives a declared name its meaning; answers whether the name is declared.
    pub fn set(&mut self, word: Word, path: Option<PathId>, constant: Option<ExprId>) -> bool {
        let Some(position) = self.innermost[word.index()] else { return false };
        let rewritten = self.writes.names.contains(&word);
        let binding = &mut self.bindings[position as usize];
        if let Some(path) = path {
            binding.path = path;
        }
        binding.constant = constant.filter(|_| binding.writes == 1 && !rewritten);
        true
    }

    /// Whether a field of this name is assigned to anywhere, with or without naming its object.
    pub fn is_rewritten(&self, word: Word) -> bool {
        self.field_writes(word) > 0 || self.writes.names.contains(&word)
    }

    /// How often a field of this name is assigned to in the file.
    pub fn field_writes(&self, word: Word) -> u32 {
        self.writes.fields.get(&word).copied().unwrap_or(0)
    }
}

impl Writes {
    fn collect(&mut self, unit: &Unit, block: &[Statement]) {
        for statement in block {
            match statement {
                Statement::Block(inner) => self.collect(unit, inner),
                Statement::Assign(assign) => match unit.expr(assign.target) {
                    Expr::Name(word) if assign.binds == Binds::Nothing => {
                        self.names.insert(*word);
                    }
                    Expr::Field(_, word) => *self.fields.entry(*word).or_default() += 1,
                    _ => {}
                },
                _ => {}
            }
        }
    }
}

/// The names that a scope declares, in order: those of the block, and those that inner blocks bind for
/// the whole function.
pub(super) fn declared(unit: &Unit, block: &[Statement], visit: &mut impl FnMut(Word, Declared)) {
    for statement in block {
        match statement {
            Statement::Assign(assign) if assign.binds != Binds::Nothing => {
                if let Expr::Name(word) = unit.expr(assign.target) {
                    visit(*word, Declared::Value);
                }
            }
            Statement::Function(id) => {
                if let Some(word) = unit.function(*id).name {
                    visit(word, Declared::Function(*id));
                }
            }
            Statement::Type(id) => {
                if let Some(word) = unit.ty(*id).name {
                    visit(word, Declared::Type(*id));
                }
            }
            Statement::Import(id) => {
                if let Some(word) = unit.import(*id).local {
                    visit(word, Declared::Import);
                }
            }
            Statement::Block(inner) => hoisted(unit, inner, visit),
            _ => {}
        }
    }
}

fn hoisted(unit: &Unit, block: &[Statement], visit: &mut impl FnMut(Word, Declared)) {
    // Functions, types and imports in the blocks of Python belong to the whole function as well.
    let whole = unit.language == crate::model::Dialect::Python;
    for statement in block {
        match statement {
            Statement::Assign(assign) if assign.binds == Binds::Function => {
                if let Expr::Name(word) = unit.expr(assign.target) {
                    visit(*word, Declared::Value);
                }
            }
            Statement::Function(_) | Statement::Type(_) | Statement::Import(_) if whole => {
                declared(unit, std::slice::from_ref(statement), visit);
            }
            Statement::Block(inner) => hoisted(unit, inner, visit),
            _ => {}
        }
    }
}

/// What declares a name.
#[derive(Clone, Copy, Debug)]
pub(super) enum Declared {
    /// An assignment.
    Value,
    /// A function of the file.
    Function(crate::model::unit::FunctionId),
    /// A type of the file.
    Type(TypeId),
    /// An import.
    Import,
}

/// Methods in the order that tells most: what constructors assign is known to the others.
pub(super) fn methods_in_order(unit: &Unit, ty: &Type) -> Vec<crate::model::unit::FunctionId> {
    let constructs = |id: &crate::model::unit::FunctionId| -> bool {
        let function: &Function = unit.function(*id);
        function.constructor
    };
    let (mut first, rest): (Vec<_>, Vec<_>) = ty.methods.iter().copied().partition(constructs);
    first.extend(rest);
    first
}
