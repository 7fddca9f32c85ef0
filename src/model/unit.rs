//! One file of program code in a form that no language is the owner of.
//!
//! Small on purpose: about fifteen forms of expression and eight of statement are enough to say which
//! call has which arguments and where a value may flow. Control flow is kept as nested blocks only.
//! Expressions live in one arena and are named by index, so that a unit is compact and drops without
//! recursion. Parentheses, `await`, non-null marks and the like are transparent.

use std::collections::HashMap;
use std::sync::Arc;

use crate::source::{FileId, Span};

use super::Dialect;

/// A word of a unit, interned: an identifier or a literal's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word(u32);

/// Names an expression of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExprId(u32);

/// Names a function of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FunctionId(u32);

/// Names a type of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(u32);

/// Names an import of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ImportId(u32);

/// One source file.
#[derive(Debug)]
pub struct Unit {
    /// The file.
    pub file: FileId,
    /// Its language.
    pub language: Dialect,
    /// Its package or namespace, where the language has one.
    pub package: Option<Word>,
    /// Statements of the top level.
    pub body: Vec<Statement>,
    imports: Vec<Import>,
    types: Vec<Type>,
    functions: Vec<Function>,
    exprs: Vec<(Expr, Span)>,
    words: Vec<Arc<str>>,
    known: HashMap<Arc<str>, Word>,
}

/// Something brought in from another module.
#[derive(Clone, Debug)]
pub struct Import {
    /// The module as the language spells it: `google.cloud`, `@sentry/node`, `crypto/tls`.
    pub module: Word,
    /// The module's text in the source.
    pub span: Span,
    /// What of it is brought in.
    pub what: Imported,
    /// The local name; absent when nothing is bound, as in `import "x"` and `from x import *`.
    pub local: Option<Word>,
    /// A module of the same project, named by a relative path.
    pub relative: bool,
}

/// What of a module an import brings in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Imported {
    /// The module itself.
    Module,
    /// The first package of the module's path, through which the rest is reached: `import a.b` in Python.
    Top,
    /// The default export of a JavaScript module.
    Default,
    /// One member.
    Member(Word),
    /// All members, without naming them.
    All,
}

/// A class, struct, interface or enum.
#[derive(Clone, Debug)]
pub struct Type {
    /// Its name; absent for anonymous ones.
    pub name: Option<Word>,
    /// The type that it is nested in.
    pub outer: Option<TypeId>,
    /// What it extends and implements.
    pub bases: Vec<ExprId>,
    /// Decorators and annotations.
    pub decorators: Vec<ExprId>,
    /// Declared fields and properties.
    pub fields: Vec<Field>,
    /// Methods and constructors.
    pub methods: Vec<FunctionId>,
    /// Types nested in it, and statements of the class body in languages that have them.
    pub body: Vec<Statement>,
    /// All of it.
    pub span: Span,
    /// From its keyword to its name.
    pub header: Span,
}

/// A field of a type.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name.
    pub name: Word,
    /// Its declared type.
    pub ty: Option<ExprId>,
    /// What it starts with.
    pub value: Option<ExprId>,
    /// Cannot be assigned again.
    pub constant: bool,
    /// Decorators, annotations and tags.
    pub decorators: Vec<ExprId>,
    /// Its declaration.
    pub span: Span,
}

/// A function, method, constructor or lambda.
#[derive(Clone, Debug)]
pub struct Function {
    /// Its name; absent for lambdas.
    pub name: Option<Word>,
    /// The type that it is a member of.
    pub owner: Option<TypeId>,
    /// The name of the object it is called on, `self` or `this`, when it has one.
    pub receiver: Option<Word>,
    /// Whether it makes an object of its owner.
    pub constructor: bool,
    /// Parameters, without the receiver.
    pub params: Vec<Param>,
    /// Declared type of what it returns.
    pub returns: Option<ExprId>,
    /// Decorators and annotations.
    pub decorators: Vec<ExprId>,
    /// What it does.
    pub body: Vec<Statement>,
    /// All of it.
    pub span: Span,
    /// From its keyword to its name.
    pub header: Span,
}

/// A parameter. One that is taken apart where it is declared has a made-up name, and its parts are
/// assigned by the first statements of the body.
#[derive(Clone, Debug)]
pub struct Param {
    /// Its name.
    pub name: Word,
    /// Its declared type.
    pub ty: Option<ExprId>,
    /// What it is when not given.
    pub default: Option<ExprId>,
    /// Takes all remaining arguments.
    pub rest: bool,
    /// Decorators and annotations.
    pub decorators: Vec<ExprId>,
    /// Its declaration.
    pub span: Span,
}

/// A statement.
#[derive(Clone, Debug)]
pub enum Statement {
    /// An expression for its effect, and conditions of branches and loops.
    Expression(ExprId),
    /// A value given to a name, field or element; also declarations.
    Assign(Assign),
    /// A value handed back; also yielded.
    Return(ExprId),
    /// An error thrown.
    Raise(ExprId),
    /// An arm of a branch, a loop's or a handler's body.
    Block(Vec<Statement>),
    /// A function declared here.
    Function(FunctionId),
    /// A type declared here.
    Type(TypeId),
    /// An import that takes effect here.
    Import(ImportId),
}

/// An assignment or declaration.
#[derive(Clone, Copy, Debug)]
pub struct Assign {
    /// A name, field or index expression.
    pub target: ExprId,
    /// What is assigned; absent for a declaration without a value.
    pub value: Option<ExprId>,
    /// The declared type.
    pub ty: Option<ExprId>,
    /// Whether a new name is bound, and where.
    pub binds: Binds,
    /// The target is in turn each element of the value.
    pub each: bool,
    /// All of it.
    pub span: Span,
}

/// Where an assignment binds a new name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binds {
    /// Nowhere: it changes what is there.
    Nothing,
    /// In the block that it stands in.
    Block,
    /// In the whole function, as in Python and with `var` of JavaScript.
    Function,
}

/// An expression.
#[derive(Clone, Debug)]
pub enum Expr {
    /// Nothing.
    Null,
    /// True or false.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(Word),
    /// A name.
    Name(Word),
    /// `object.field`, also `Type::member`.
    Field(ExprId, Word),
    /// `object[index]`.
    Index(ExprId, ExprId),
    /// A call; `makes` when it constructs: `new X(…)`, a composite literal, a JSX element.
    Call {
        /// What is called, or the type that is made.
        callee: ExprId,
        /// Arguments, and the fields of an initialiser.
        args: Box<[Item]>,
        /// It is syntactically a construction.
        makes: bool,
    },
    /// A list, array, tuple or set.
    List(Box<[ExprId]>),
    /// An object or dictionary.
    Map(Box<[Item]>),
    /// A text put together from pieces.
    Concat(Box<[ExprId]>),
    /// Two operands, or more in a row with the same operator.
    Binary(Operator, Box<[ExprId]>),
    /// `not x`.
    Not(ExprId),
    /// One of several values: a conditional expression, `a or b`, `a ?? b`.
    Choice(Box<[ExprId]>),
    /// A function without a name.
    Lambda(FunctionId),
    /// A value taken as a type: the type, the value.
    Cast(ExprId, ExprId),
    /// All elements of a list, or all entries of a map.
    Spread(ExprId),
    /// Anything else, with what it is made of.
    Other(Box<[ExprId]>),
}

/// An argument or an entry of a map.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// The name or key: a [`Expr::Text`] where it is constant.
    pub key: Option<ExprId>,
    /// The value.
    pub value: ExprId,
}

/// What a binary expression does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operator {
    /// Addition of numbers or joining of texts and lists.
    Add,
    /// Subtraction.
    Subtract,
    /// Multiplication.
    Multiply,
    /// Division.
    Divide,
    /// Remainder, and formatting in Python.
    Remainder,
    /// Exponentiation.
    Power,
    /// Bits shifted to the left.
    Shift,
    /// Flags put together.
    BitOr,
    /// A comparison for equality.
    Equal,
    /// Anything else.
    Other,
}

macro_rules! arena {
    ($($add:ident $get:ident $change:ident $field:ident $id:ident $item:ident,)*) => {
        impl Unit {
            $(
                #[doc = concat!("Takes in a new item and names it: see [`Self::", stringify!($get), "`].")]
                pub fn $add(&mut self, item: $item) -> $id {
                    let id = $id(index(self.$field.len()));
                    self.$field.push(item);
                    id
                }

                #[doc = concat!("The item that a [`", stringify!($id), "`] names.")]
                #[must_use]
                pub fn $get(&self, id: $id) -> &$item {
                    &self.$field[id.0 as usize]
                }

                #[doc = concat!("The item that a [`", stringify!($id), "`] names, to be changed.")]
                pub fn $change(&mut self, id: $id) -> &mut $item {
                    &mut self.$field[id.0 as usize]
                }
            )*
        }
    };
}

arena! {
    add_import import import_mut imports ImportId Import,
    add_type ty ty_mut types TypeId Type,
    add_function function function_mut functions FunctionId Function,
}

impl Unit {
    /// A unit without content.
    #[must_use]
    pub fn new(file: FileId, language: Dialect) -> Self {
        Self {
            file,
            language,
            package: None,
            body: Vec::new(),
            imports: Vec::new(),
            types: Vec::new(),
            functions: Vec::new(),
            exprs: Vec::new(),
            words: Vec::new(),
            known: HashMap::new(),
        }
    }

    /// All imports, in the order of the source.
    #[must_use]
    pub fn imports(&self) -> &[Import] {
        &self.imports
    }

    /// All types with their ids.
    pub fn types(&self) -> impl Iterator<Item = (TypeId, &Type)> {
        self.types.iter().enumerate().map(|(position, item)| (TypeId(index(position)), item))
    }

    /// All functions with their ids.
    pub fn functions(&self) -> impl Iterator<Item = (FunctionId, &Function)> {
        self.functions.iter().enumerate().map(|(position, item)| (FunctionId(index(position)), item))
    }

    /// Takes in an expression.
    pub fn add(&mut self, expr: Expr, span: Span) -> ExprId {
        let id = ExprId(index(self.exprs.len()));
        self.exprs.push((expr, span));
        id
    }

    /// The expression that an id names.
    #[must_use]
    pub fn expr(&self, id: ExprId) -> &Expr {
        &self.exprs[id.0 as usize].0
    }

    /// Where an expression is written.
    #[must_use]
    pub fn span(&self, id: ExprId) -> Span {
        self.exprs[id.0 as usize].1
    }

    /// How many expressions there are.
    #[must_use]
    pub fn size(&self) -> usize {
        self.exprs.len()
    }

    /// The word of a text, which is taken in when it is new.
    pub fn intern(&mut self, text: &str) -> Word {
        if let Some(word) = self.known.get(text) {
            return *word;
        }
        let word = Word(index(self.words.len()));
        let text: Arc<str> = text.into();
        self.words.push(text.clone());
        self.known.insert(text, word);
        word
    }

    /// The word of a text, if the unit has it.
    #[must_use]
    pub fn word(&self, text: &str) -> Option<Word> {
        self.known.get(text).copied()
    }

    /// The text of a word.
    #[must_use]
    pub fn text(&self, word: Word) -> &Arc<str> {
        &self.words[word.0 as usize]
    }

    /// How many words there are; each has its [`Word::index`] below that.
    #[must_use]
    pub fn vocabulary(&self) -> usize {
        self.words.len()
    }

    /// The qualified name of a type: `Outer.Inner`.
    #[must_use]
    pub fn type_name(&self, id: TypeId) -> String {
        let ty = self.ty(id);
        let name = ty.name.map_or("<anonymous>", |word| self.text(word));
        match ty.outer {
            Some(outer) => format!("{}.{name}", self.type_name(outer)),
            None => name.to_owned(),
        }
    }

    /// The qualified name of a function: `Class.method`.
    #[must_use]
    pub fn function_name(&self, id: FunctionId) -> String {
        let function = self.function(id);
        let name = function.name.map_or("<lambda>", |word| self.text(word));
        match function.owner {
            Some(owner) => format!("{}.{name}", self.type_name(owner)),
            None => name.to_owned(),
        }
    }
}

impl Word {
    /// The position in the unit's vocabulary.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl ExprId {
    /// The position in the unit's arena.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Files are far smaller than four gigabytes, so that no count of theirs is past `u32::MAX`.
fn index(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
