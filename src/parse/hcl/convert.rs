//! From the library's tree to ours: spans become offsets of the file, escapes, strip markers and the indent of
//! heredocs are applied, names are shared.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use hcl_edit::Span as _;
use hcl_edit::expr::{BinaryOperator, Expression, ObjectKey, TraversalOperator, UnaryOperator};
use hcl_edit::structure::{BlockLabel, Structure};
use hcl_edit::template::{Directive, Element, HeredocTemplate, Strip, Template};

use crate::source::{FileId, Span};

use super::lines;
use super::syntax::{
    Attribute, BinaryOp, Block, Body, Call, Expr, ExprKind, For, Item, Name, Part, Step, Traversal, UnaryOp,
};

/// The final texts of literals, by where they begin.
type Texts = BTreeMap<usize, String>;

/// Converts the trees of one file. Its recursion is bounded by the library's limit of nesting.
pub(super) struct Converter<'t> {
    file: FileId,
    /// The whole file.
    text: &'t str,
    /// Where in the file the text begins that the library was given.
    base: usize,
    /// The place to name for all nodes, when offsets of the given text are not those of the file.
    pinned: Option<Span>,
    names: HashSet<Arc<str>>,
}

impl<'t> Converter<'t> {
    /// A converter for trees of parts of `text`.
    pub fn new(file: FileId, text: &'t str) -> Self {
        Self { file, text, base: 0, pinned: None, names: HashSet::new() }
    }

    /// Trees that follow are of the text that begins at `base`.
    pub fn starts_at(&mut self, base: usize) {
        self.base = base;
        self.pinned = None;
    }

    /// Trees that follow are of a text that does not stand in the file as it is; all of it is at `span`.
    pub fn stands_at(&mut self, span: Span) {
        self.pinned = Some(span);
    }

    fn range(&self, range: Option<Range<usize>>) -> Range<usize> {
        let range = range.unwrap_or(0..0);
        self.base + range.start..self.base + range.end
    }

    fn span(&self, range: Option<Range<usize>>) -> Span {
        self.pinned.unwrap_or_else(|| Span::new(self.file, self.range(range)))
    }

    /// The text as the file has it, which differs from the tree's where the text was mended before parsing.
    fn source(&self, range: Option<Range<usize>>) -> Option<&'t str> {
        if self.pinned.is_some() {
            return None;
        }
        let text = self.text;
        text.get(self.range(range))
    }

    /// One shared copy of each name.
    pub fn name(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.names.get(text) {
            return known.clone();
        }
        let name: Arc<str> = text.into();
        self.names.insert(name.clone());
        name
    }

    fn spelled(&mut self, text: &str, range: Option<Range<usize>>) -> Name {
        let source = self.source(range.clone()).unwrap_or(text);
        Name { text: self.name(source), span: self.span(range) }
    }

    /// Quoted text without its quotes, and the place of its content where it stands there as it reads.
    fn quoted(&mut self, text: &str, range: Option<Range<usize>>) -> Name {
        let whole = self.range(range.clone());
        let inner = whole.start + 1..whole.end.saturating_sub(1).max(whole.start + 1);
        let source = if self.pinned.is_none() { self.text.get(inner.clone()) } else { None };
        match source {
            Some(source) if source == text || is_mended(source, text) => {
                Name { text: self.name(source), span: Span::new(self.file, inner) }
            }
            _ => Name { text: self.name(text), span: self.span(range) },
        }
    }

    /// Attributes and blocks.
    pub fn body(&mut self, body: &hcl_edit::structure::Body) -> Body {
        Body { items: body.iter().map(|structure| self.structure(structure)).collect() }
    }

    fn structure(&mut self, structure: &Structure) -> Item {
        match structure {
            Structure::Attribute(attribute) => Item::Attribute(Attribute {
                key: self.spelled(attribute.key.as_str(), attribute.key.span()),
                value: self.expr(&attribute.value),
            }),
            Structure::Block(block) => {
                let keyword = self.spelled(block.ident.as_str(), block.ident.span());
                let labels: Vec<Name> = block
                    .labels
                    .iter()
                    .map(|label| match label {
                        BlockLabel::Ident(name) => self.spelled(name.as_str(), name.span()),
                        BlockLabel::String(text) => self.quoted(text.as_str(), text.span()),
                    })
                    .collect();
                let last = block.labels.last().map_or(keyword.span, |label| self.span(label.span()));
                Item::Block(Block {
                    header: keyword.span.to(last),
                    keyword,
                    labels,
                    body: self.body(&block.body),
                    span: self.span(block.span()),
                })
            }
        }
    }

    /// An expression.
    pub fn expr(&mut self, expr: &Expression) -> Expr {
        let span = self.span(expr.span());
        let kind = match expr {
            Expression::Null(_) => ExprKind::Null,
            Expression::Bool(truth) => ExprKind::Bool(*truth.value()),
            Expression::Number(number) => ExprKind::Number(number.value().as_f64().unwrap_or(f64::NAN)),
            Expression::String(text) => {
                let name = self.quoted(text.as_str(), text.span());
                return Expr { kind: ExprKind::String(name.text), span: name.span };
            }
            Expression::StringTemplate(template) => template_kind(self.parts(template, None, (false, false))),
            Expression::HeredocTemplate(heredoc) => return self.heredoc(heredoc, span),
            Expression::Array(items) => ExprKind::List(items.iter().map(|item| self.expr(item)).collect()),
            Expression::Object(object) => {
                ExprKind::Object(object.iter().map(|(key, value)| (self.key(key), self.expr(value.expr()))).collect())
            }
            Expression::Parenthesis(inner) => {
                let inner = self.expr(inner.inner());
                return Expr { kind: inner.kind, span };
            }
            Expression::Variable(name) => ExprKind::Variable(self.name(name.as_str())),
            Expression::Conditional(it) => ExprKind::Conditional(Box::new([
                self.expr(&it.cond_expr),
                self.expr(&it.true_expr),
                self.expr(&it.false_expr),
            ])),
            Expression::FuncCall(call) => self.call(call),
            Expression::Traversal(traversal) => self.traversal(traversal),
            Expression::UnaryOp(it) => {
                let op = match it.operator.value() {
                    UnaryOperator::Neg => UnaryOp::Negate,
                    UnaryOperator::Not => UnaryOp::Not,
                };
                ExprKind::Unary(op, Box::new(self.expr(&it.expr)))
            }
            Expression::BinaryOp(it) => ExprKind::Binary(
                binary_op(*it.operator.value()),
                Box::new([self.expr(&it.lhs_expr), self.expr(&it.rhs_expr)]),
            ),
            Expression::ForExpr(it) => self.for_expr(it),
        };
        Expr { kind, span }
    }

    fn key(&mut self, key: &ObjectKey) -> Expr {
        match key {
            ObjectKey::Ident(name) => {
                let name = self.spelled(name.as_str(), name.span());
                Expr { kind: ExprKind::String(name.text), span: name.span }
            }
            ObjectKey::Expression(Expression::Null(_)) => {
                Expr { kind: ExprKind::String(self.name("null")), span: self.span(key.span()) }
            }
            ObjectKey::Expression(expr) => self.expr(expr),
        }
    }

    fn call(&mut self, call: &hcl_edit::expr::FuncCall) -> ExprKind {
        let mut name = String::new();
        for space in &call.name.namespace {
            name.push_str(space.as_str());
            name.push_str("::");
        }
        name.push_str(call.name.name.as_str());
        ExprKind::Call(Box::new(Call {
            name: self.name(&name),
            args: call.args.iter().map(|arg| self.expr(arg)).collect(),
            expand: call.args.expand_final(),
        }))
    }

    fn traversal(&mut self, traversal: &hcl_edit::expr::Traversal) -> ExprKind {
        let base = self.expr(&traversal.expr);
        let steps = traversal
            .operators
            .iter()
            .map(|operator| match operator.value() {
                TraversalOperator::AttrSplat(_) => Step::AttrSplat,
                TraversalOperator::FullSplat(_) => Step::FullSplat,
                TraversalOperator::GetAttr(name) => Step::Attr(self.name(name.as_str())),
                TraversalOperator::Index(index) => Step::Index(self.expr(index)),
                TraversalOperator::LegacyIndex(index) => {
                    let span = self.span(index.span().or_else(|| operator.span()));
                    #[allow(clippy::cast_precision_loss)]
                    let number = *index.value() as f64;
                    Step::Index(Expr { kind: ExprKind::Number(number), span })
                }
            })
            .collect();
        ExprKind::Traversal(Box::new(Traversal { base, steps }))
    }

    fn for_expr(&mut self, it: &hcl_edit::expr::ForExpr) -> ExprKind {
        ExprKind::For(Box::new(For {
            key: it.intro.key_var.as_ref().map(|name| self.name(name.as_str())),
            item: self.name(it.intro.value_var.as_str()),
            collection: self.expr(&it.intro.collection_expr),
            result_key: it.key_expr.as_ref().map(|key| self.expr(key)),
            result: self.expr(&it.value_expr),
            grouping: it.grouping,
            condition: it.cond.as_ref().map(|condition| self.expr(&condition.expr)),
        }))
    }

    fn heredoc(&mut self, heredoc: &HeredocTemplate, span: Span) -> Expr {
        let indented = self.text.get(span.range()).is_some_and(|text| text.starts_with("<<-"));
        let texts = lines::texts(&heredoc.template, |range| self.source(Some(range)), indented);
        let parts = self.parts(&heredoc.template, Some(&texts), (false, false));
        let kind = template_kind(parts);
        let mut content = span;
        if let (ExprKind::String(text), Some(Element::Literal(literal))) = (&kind, heredoc.template.get(0))
            && self.source(literal.span()) == Some(&**text)
        {
            content = self.span(literal.span());
        }
        Expr { kind, span: content }
    }

    /// The parts of a template. `texts` are its literals, where they are taken line by line; else `trim` says whether
    /// the white space at its beginning and its end goes.
    fn parts(&mut self, template: &Template, texts: Option<&Texts>, trim: (bool, bool)) -> Vec<Part> {
        let elements: Vec<&Element> = template.iter().collect();
        let mut parts = Vec::with_capacity(elements.len());
        let mut trim_start = trim.0;
        for (index, element) in elements.iter().enumerate() {
            match element {
                Element::Literal(literal) => {
                    if let Some(text) = texts.and_then(|texts| texts.get(&literal.span()?.start)) {
                        if !text.is_empty() {
                            parts.push(Part::Text(text.as_str().into()));
                        }
                        continue;
                    }
                    let text = literal.value();
                    let trim_end = elements.get(index + 1).map_or(trim.1, |next| strips(next).0);
                    let text = if trim_start { text.trim_start() } else { text };
                    let text = if trim_end { text.trim_end() } else { text };
                    if !text.is_empty() {
                        parts.push(Part::Text(text.into()));
                    }
                }
                Element::Interpolation(it) => parts.push(Part::Interpolation(self.expr(&it.expr))),
                Element::Directive(directive) => parts.push(self.directive(directive, texts)),
            }
            trim_start = strips(element).1;
        }
        parts
    }

    fn directive(&mut self, directive: &Directive, texts: Option<&Texts>) -> Part {
        match directive {
            Directive::If(it) => {
                let after_then = it.else_expr.as_ref().map_or(it.endif_expr.strip, |otherwise| otherwise.strip);
                Part::If {
                    condition: self.expr(&it.if_expr.cond_expr),
                    then: self
                        .parts(&it.if_expr.template, texts, (at_end(it.if_expr.strip), at_start(after_then)))
                        .into(),
                    otherwise: it
                        .else_expr
                        .as_ref()
                        .map(|otherwise| {
                            let trim = (at_end(otherwise.strip), at_start(it.endif_expr.strip));
                            self.parts(&otherwise.template, texts, trim)
                        })
                        .unwrap_or_default()
                        .into(),
                }
            }
            Directive::For(it) => {
                let trim = (at_end(it.for_expr.strip), at_start(it.endfor_expr.strip));
                Part::For {
                    key: it.for_expr.key_var.as_ref().map(|name| self.name(name.as_str())),
                    item: self.name(it.for_expr.value_var.as_str()),
                    collection: self.expr(&it.for_expr.collection_expr),
                    body: self.parts(&it.for_expr.template, texts, trim).into(),
                }
            }
        }
    }

    /// The parts of a whole text that is a template, as in JSON syntax.
    pub fn template(&mut self, template: &Template) -> ExprKind {
        template_kind(self.parts(template, None, (false, false)))
    }

    /// The parts of a file that is a template.
    pub fn template_file(&mut self, template: &Template) -> ExprKind {
        let texts = lines::texts(template, |range| self.source(Some(range)), false);
        template_kind(self.parts(template, Some(&texts), (false, false)))
    }
}

/// Whether two keys differ in their first byte alone, as a mended repetition does.
fn is_mended(source: &str, text: &str) -> bool {
    source.len() == text.len() && source.get(1..).is_some_and(|rest| text.get(1..) == Some(rest))
}

fn template_kind(parts: Vec<Part>) -> ExprKind {
    match parts.as_slice() {
        [] => ExprKind::String("".into()),
        [Part::Text(text)] => ExprKind::String(text.clone()),
        _ => ExprKind::Template(parts.into()),
    }
}

fn at_start(strip: Strip) -> bool {
    matches!(strip, Strip::Start | Strip::Both)
}

fn at_end(strip: Strip) -> bool {
    matches!(strip, Strip::End | Strip::Both)
}

/// Whether an element takes away the white space before it and after it.
fn strips(element: &Element) -> (bool, bool) {
    let (first, last) = match element {
        Element::Literal(_) => return (false, false),
        Element::Interpolation(it) => (it.strip, it.strip),
        Element::Directive(directive) => match &**directive {
            Directive::If(it) => (it.if_expr.strip, it.endif_expr.strip),
            Directive::For(it) => (it.for_expr.strip, it.endfor_expr.strip),
        },
    };
    (at_start(first), at_end(last))
}

fn binary_op(op: BinaryOperator) -> BinaryOp {
    match op {
        BinaryOperator::Eq => BinaryOp::Equal,
        BinaryOperator::NotEq => BinaryOp::NotEqual,
        BinaryOperator::LessEq => BinaryOp::LessOrEqual,
        BinaryOperator::GreaterEq => BinaryOp::GreaterOrEqual,
        BinaryOperator::Less => BinaryOp::Less,
        BinaryOperator::Greater => BinaryOp::Greater,
        BinaryOperator::Plus => BinaryOp::Add,
        BinaryOperator::Minus => BinaryOp::Subtract,
        BinaryOperator::Mul => BinaryOp::Multiply,
        BinaryOperator::Div => BinaryOp::Divide,
        BinaryOperator::Mod => BinaryOp::Modulo,
        BinaryOperator::And => BinaryOp::And,
        BinaryOperator::Or => BinaryOp::Or,
    }
}
