//! The tree of an HCL document as the lowering reads it: smaller than the library's, the same for native and
//! JSON syntax, with plain byte spans and without decoration.

use std::sync::Arc;

use crate::source::Span;

/// One file.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// What it holds at the top level.
    pub body: Body,
    /// Blocks that could not be read.
    pub unread: Vec<Span>,
}

/// Attributes and blocks in the order they are written.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// The items.
    pub items: Vec<Item>,
}

/// A part of a body.
#[derive(Clone, Debug)]
pub enum Item {
    /// `key = value`.
    Attribute(Attribute),
    /// `keyword "label" { … }`.
    Block(Block),
}

/// `key = value`.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// The key.
    pub key: Name,
    /// Its expression.
    pub value: Expr,
}

/// `keyword "label" { … }`.
#[derive(Clone, Debug)]
pub struct Block {
    /// The word that it begins with.
    pub keyword: Name,
    /// Its labels.
    pub labels: Vec<Name>,
    /// What is between the braces.
    pub body: Body,
    /// All of it.
    pub span: Span,
    /// From the keyword to the last label.
    pub header: Span,
}

/// A text with its place.
#[derive(Clone, Debug)]
pub struct Name {
    /// The text.
    pub text: Arc<str>,
    /// Where it is written, without quotes.
    pub span: Span,
}

/// An expression. The span of plain text is that of its content, where that stands in the file as it reads.
#[derive(Clone, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where it is.
    pub span: Span,
}

/// The shapes of an expression.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// `null`.
    Null,
    /// `true`, `false`.
    Bool(bool),
    /// A number.
    Number(f64),
    /// Text without interpolation.
    String(Arc<str>),
    /// Text with interpolation.
    Template(Box<[Part]>),
    /// `[a, b]`.
    List(Box<[Expr]>),
    /// `{ a = b }`: keys and values. A bare name as a key is text.
    Object(Box<[(Expr, Expr)]>),
    /// A name.
    Variable(Arc<str>),
    /// `base.a[0]`.
    Traversal(Box<Traversal>),
    /// `!a`, `-a`.
    Unary(UnaryOp, Box<Expr>),
    /// `a + b`.
    Binary(BinaryOp, Box<[Expr; 2]>),
    /// `test ? yes : no`.
    Conditional(Box<[Expr; 3]>),
    /// `name(a, b...)`.
    Call(Box<Call>),
    /// `[for k, v in c : v if t]`, `{for k, v in c : k => v}`.
    For(Box<For>),
}

/// Steps from a value to a part of it.
#[derive(Clone, Debug)]
pub struct Traversal {
    /// Where the steps start.
    pub base: Expr,
    /// The steps.
    pub steps: Box<[Step]>,
}

/// One step of a traversal.
#[derive(Clone, Debug)]
pub enum Step {
    /// `.name`.
    Attr(Arc<str>),
    /// `[expression]`, `.0`.
    Index(Expr),
    /// `.*`: over the attributes that follow.
    AttrSplat,
    /// `[*]`: over all that follows.
    FullSplat,
}

/// Operators of one operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOp {
    /// `-`.
    Negate,
    /// `!`.
    Not,
}

/// Operators of two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum BinaryOp {
    Equal,
    NotEqual,
    LessOrEqual,
    GreaterOrEqual,
    Less,
    Greater,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    And,
    Or,
}

/// A function call.
#[derive(Clone, Debug)]
pub struct Call {
    /// The function, with its namespaces: `provider::aws::arn_parse`.
    pub name: Arc<str>,
    /// The arguments.
    pub args: Box<[Expr]>,
    /// Whether the last argument stands for several: `f(list...)`.
    pub expand: bool,
}

/// A `for` expression.
#[derive(Clone, Debug)]
pub struct For {
    /// The name of the key or index.
    pub key: Option<Arc<str>>,
    /// The name of the element.
    pub item: Arc<str>,
    /// What is walked.
    pub collection: Expr,
    /// The key of the result, which is then an object.
    pub result_key: Option<Expr>,
    /// The value of the result.
    pub result: Expr,
    /// Whether values of the same key are collected in lists: `…`.
    pub grouping: bool,
    /// The filter.
    pub condition: Option<Expr>,
}

/// A part of a template. Strip markers and the indent of heredocs are already applied.
#[derive(Clone, Debug)]
pub enum Part {
    /// Text.
    Text(Arc<str>),
    /// `${ … }`.
    Interpolation(Expr),
    /// `%{ if }`.
    If {
        /// The test.
        condition: Expr,
        /// When it holds.
        then: Box<[Part]>,
        /// When it does not.
        otherwise: Box<[Part]>,
    },
    /// `%{ for }`.
    For {
        /// The name of the key or index.
        key: Option<Arc<str>>,
        /// The name of the element.
        item: Arc<str>,
        /// What is walked.
        collection: Expr,
        /// What is repeated.
        body: Box<[Part]>,
    },
}

impl Body {
    /// The value of an attribute; of several, the last.
    #[must_use]
    pub fn attribute(&self, key: &str) -> Option<&Attribute> {
        self.items.iter().rev().find_map(|item| match item {
            Item::Attribute(attribute) if &*attribute.key.text == key => Some(attribute),
            _ => None,
        })
    }

    /// The blocks of a keyword.
    pub fn blocks<'a>(&'a self, keyword: &str) -> impl Iterator<Item = &'a Block> {
        self.items.iter().filter_map(move |item| match item {
            Item::Block(block) if &*block.keyword.text == keyword => Some(block),
            _ => None,
        })
    }
}

impl Block {
    /// The text of a label, empty when there is none.
    #[must_use]
    pub fn label(&self, index: usize) -> &str {
        self.labels.get(index).map_or("", |label| &label.text)
    }
}

impl Expr {
    /// The text, when it is plain text.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.kind {
            ExprKind::String(text) => Some(text),
            _ => None,
        }
    }
}
