//! The tree of a Bicep file, and of expressions wherever they are written.

use std::sync::Arc;

use crate::source::Span;

/// An expression with its place.
#[derive(Clone, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where it is written.
    pub span: Span,
}

/// The shapes of an expression.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A text without holes.
    Text(Arc<str>),
    /// A text with holes: `'a${b}'`.
    Interpolated(Vec<Part>),
    /// A name that something declares: a parameter, variable, resource, module, or an item of a loop.
    Name(Arc<str>),
    /// `[a, b]`
    Array(Vec<Item>),
    /// `{ a: b }`
    Object(Vec<Property>),
    /// `f(a)` or `n.f(a)`.
    Call(Box<Call>),
    /// `a.b`, `a.?b`
    Member(Box<Expr>, Arc<str>),
    /// `a[b]`
    Index(Box<Expr>, Box<Expr>),
    /// `a::b`, a resource that is declared inside of another.
    Child(Box<Expr>, Arc<str>),
    /// `!a`
    Not(Box<Expr>),
    /// `-a`
    Minus(Box<Expr>),
    /// `a + b`
    Binary(Operator, Box<[Expr; 2]>),
    /// `a ? b : c`
    Choice(Box<[Expr; 3]>),
    /// `[for x in y: z]`
    For(Box<For>),
    /// `(a, b) => c`
    Lambda(Vec<Arc<str>>, Box<Expr>),
}

/// A part of an interpolated text.
#[derive(Clone, Debug)]
pub enum Part {
    /// What is written out.
    Text(Arc<str>),
    /// What is put in.
    Hole(Expr),
}

/// An item of an array.
#[derive(Clone, Debug)]
pub enum Item {
    /// One item.
    One(Expr),
    /// `...a`: all of those of another.
    Spread(Expr),
}

/// A property of an object.
#[derive(Clone, Debug)]
pub struct Property {
    /// Its key; none of `...a`, which puts in all properties of another object.
    pub key: Option<Expr>,
    /// Its value.
    pub value: Expr,
}

/// A call of a function.
#[derive(Clone, Debug)]
pub struct Call {
    /// What stands before the dot of a method: a namespace or a resource.
    pub target: Option<Expr>,
    /// Its name as written.
    pub name: Arc<str>,
    /// Its arguments.
    pub args: Vec<Expr>,
}

/// A loop.
#[derive(Clone, Debug)]
pub struct For {
    /// The variable that holds the item.
    pub item: Arc<str>,
    /// The variable that holds its index.
    pub index: Option<Arc<str>>,
    /// What is looped over.
    pub collection: Expr,
    /// `if (a)` before the body.
    pub condition: Option<Expr>,
    /// What is made of each item.
    pub body: Expr,
}

/// Operators with two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `%`
    Modulo,
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `=~`, which takes no account of case.
    Alike,
    /// `!~`
    NotAlike,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
    /// `&&`
    And,
    /// `||`
    Or,
    /// `??`
    Coalesce,
}

/// A Bicep file.
#[derive(Clone, Debug, Default)]
pub struct File {
    /// Its statements in order.
    pub statements: Vec<Statement>,
    /// Statements that could not be read.
    pub unread: Vec<Span>,
}

/// One statement with its decorators.
#[derive(Clone, Debug)]
pub struct Statement {
    /// What it declares.
    pub kind: StatementKind,
    /// `@name(…)` before it.
    pub decorators: Vec<Expr>,
    /// All of it.
    pub span: Span,
    /// Its first line: `resource x 'a@b'`.
    pub header: Span,
}

/// The kinds of statement that say what is deployed.
#[derive(Clone, Debug)]
pub enum StatementKind {
    /// `param x string = …`, also of a file of parameters.
    Parameter {
        /// Its name.
        name: Arc<str>,
        /// The type as written.
        declared: Arc<str>,
        /// The default, or the value.
        value: Option<Expr>,
    },
    /// `var x = …`
    Variable {
        /// Its name.
        name: Arc<str>,
        /// Its value.
        value: Expr,
    },
    /// `output x string = …`
    Output {
        /// Its name.
        name: Arc<str>,
        /// Its value.
        value: Expr,
    },
    /// `resource x 'type@version' = …`
    Resource(Resource),
    /// `module x 'path' = …`
    Module {
        /// Its name.
        name: Arc<str>,
        /// Where it is.
        source: Expr,
        /// What it is given.
        body: ResourceBody,
    },
    /// `func f(a string) string => …`
    Function {
        /// Its name.
        name: Arc<str>,
        /// The names of its parameters.
        parameters: Vec<Arc<str>>,
        /// What it makes.
        body: Expr,
    },
    /// `type x = …`
    Type {
        /// Its name.
        name: Arc<str>,
        /// The type as written.
        declared: Arc<str>,
    },
    /// `import { a as b } from 'path'`, or `import * as a from 'path'`.
    Import {
        /// Names there and here; a star for everything.
        names: Vec<(Arc<str>, Arc<str>)>,
        /// Where from.
        path: Arc<str>,
    },
    /// `using 'path'` of a file of parameters.
    Using(Arc<str>),
    /// `extends 'path'`, likewise.
    Extends(Arc<str>),
    /// What says nothing of what is deployed: `targetScope`, `metadata`, `extension`.
    Other,
}

/// A resource.
#[derive(Clone, Debug)]
pub struct Resource {
    /// Its name in this file.
    pub name: Arc<str>,
    /// `type@version`
    pub kind: Expr,
    /// Whether it is there already, and only referred to.
    pub existing: bool,
    /// What it is made of.
    pub body: ResourceBody,
}

/// The right side of a resource or module.
#[derive(Clone, Debug)]
pub struct ResourceBody {
    /// The loop that makes many of it, without its body.
    pub repeat: Option<Repeat>,
    /// `if (a)`
    pub condition: Option<Expr>,
    /// Its properties.
    pub properties: Vec<Property>,
    /// Resources that are declared inside of it.
    pub children: Vec<Statement>,
    /// From brace to brace.
    pub span: Span,
}

/// What makes many of a resource.
#[derive(Clone, Debug)]
pub struct Repeat {
    /// The variable that holds the item.
    pub item: Arc<str>,
    /// The variable that holds its index.
    pub index: Option<Arc<str>>,
    /// What is looped over.
    pub collection: Expr,
}
