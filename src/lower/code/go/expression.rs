//! Expressions of Go. Pointers are transparent: `&x` and `*x` are `x`.

use tree_sitter::Node;

use crate::model::unit::{Expr, ExprId, Item, Operator};

use super::super::build::{field, first, named, unescape};
use super::Go;

impl Go<'_> {
    /// An expression that may be missing in broken code.
    pub(super) fn expression_or(&mut self, node: Option<Node>, around: Node) -> ExprId {
        match node {
            Some(node) => self.expression(node),
            None => self.b.other(Vec::new(), around),
        }
    }

    /// The expression inside a node; nothing when there is none.
    pub(super) fn group(&mut self, node: Node) -> ExprId {
        self.expression_or(first(node), node)
    }

    pub(super) fn expression(&mut self, node: Node) -> ExprId {
        if !self.b.enter(node) {
            return self.b.other(Vec::new(), node);
        }
        let id = match node.kind() {
            "identifier" | "type_identifier" | "package_identifier" => self.b.name(node),
            "nil" => self.b.add(Expr::Null, node),
            "true" => self.b.add(Expr::Bool(true), node),
            "false" => self.b.add(Expr::Bool(false), node),
            "int_literal" | "float_literal" => self.b.number(node),
            "interpreted_string_literal" | "rune_literal" => {
                let text = self.b.text(node);
                let text = unescape(text.get(1..text.len().saturating_sub(1)).unwrap_or(""));
                self.b.literal(&text, node)
            }
            "raw_string_literal" => {
                let text = self.b.text(node).trim_matches('`');
                self.b.literal(text, node)
            }
            "selector_expression" => {
                let object = self.expression_or(field(node, "operand"), node);
                match field(node, "field") {
                    Some(name) => {
                        let word = self.b.word(name);
                        self.b.add(Expr::Field(object, word), node)
                    }
                    None => object,
                }
            }
            "qualified_type" | "pointer_type" | "generic_type" => {
                self.type_of(node).unwrap_or_else(|| self.b.other(Vec::new(), node))
            }
            "call_expression" => self.call(node),
            "composite_literal" => {
                let ty = field(node, "type");
                self.literal_of(ty, field(node, "body"), node)
            }
            "func_literal" => {
                let mut function = self.b.function(None, node);
                self.signature(&mut function, node);
                self.fill(&mut function, node);
                let id = self.b.add_function(function);
                self.b.add(Expr::Lambda(id), node)
            }
            "parenthesized_expression" | "literal_element" => self.group(node),
            "binary_expression" => self.binary(node),
            "unary_expression" => self.unary(node),
            "index_expression" => {
                let object = self.expression_or(field(node, "operand"), node);
                let index = self.expression_or(field(node, "index"), node);
                self.b.add(Expr::Index(object, index), node)
            }
            "type_assertion_expression" | "type_conversion_expression" => {
                let value = self.expression_or(field(node, "operand"), node);
                let ty = field(node, "type").and_then(|ty| self.type_of(ty));
                ty.map_or(value, |ty| self.b.add(Expr::Cast(ty, value), node))
            }
            "variadic_argument" => {
                let inner = self.group(node);
                self.b.add(Expr::Spread(inner), node)
            }
            "literal_value" => self.literal_of(None, Some(node), node),
            _ => {
                let parts = named(node).into_iter().map(|part| self.expression(part)).collect();
                self.b.other(parts, node)
            }
        };
        self.b.leave();
        id
    }

    fn call(&mut self, node: Node) -> ExprId {
        let Some(function) = field(node, "function") else { return self.b.other(Vec::new(), node) };
        let arguments = field(node, "arguments").map(named).unwrap_or_default();
        // `new(T)` is an empty `T`.
        if let ("new", [ty]) = (self.b.text(function), arguments.as_slice())
            && let Some(callee) = self.type_of(*ty)
        {
            return self.b.add(Expr::Call { callee, args: Box::default(), makes: true }, node);
        }
        let callee = self.expression(function);
        let args = arguments.into_iter().map(|arg| Item { key: None, value: self.expression(arg) }).collect();
        self.b.add(Expr::Call { callee, args, makes: false }, node)
    }

    /// A composite literal: of a struct, a map or a list, as its type tells. Elements may leave out theirs.
    fn literal_of(&mut self, ty: Option<Node>, body: Option<Node>, node: Node) -> ExprId {
        if !self.b.enter(node) {
            return self.b.other(Vec::new(), node);
        }
        let kind = ty.map_or("", |ty| ty.kind());
        let element = ty.and_then(|ty| match kind {
            "map_type" => field(ty, "value"),
            _ => field(ty, "element"),
        });
        let keyed = kind == "map_type";
        let of_struct = !keyed && element.is_none();
        let mut items = Vec::new();
        for part in body.map(named).unwrap_or_default() {
            let (key, value) = match part.kind() {
                "keyed_element" => (field(part, "key").and_then(first), field(part, "value")),
                _ => (None, Some(part)),
            };
            let key = key.map(|key| {
                if of_struct && key.kind() == "identifier" {
                    let text = self.b.text(key);
                    self.b.literal(text, key)
                } else {
                    self.expression(key)
                }
            });
            let inner = value
                .map(|value| if value.kind() == "literal_element" { first(value).unwrap_or(value) } else { value });
            let value = match inner {
                Some(inner) if inner.kind() == "literal_value" => self.literal_of(element, Some(inner), inner),
                inner => self.expression_or(inner, part),
            };
            items.push(Item { key, value });
        }
        self.b.leave();
        if keyed {
            return self.b.add(Expr::Map(items.into()), node);
        }
        match ty.filter(|_| of_struct).and_then(|ty| self.type_of(ty)) {
            Some(callee) => self.b.add(Expr::Call { callee, args: items.into(), makes: true }, node),
            None if items.iter().any(|item| item.key.is_some()) => self.b.add(Expr::Map(items.into()), node),
            None => {
                let values = items.into_iter().map(|item| item.value).collect();
                self.b.add(Expr::List(values), node)
            }
        }
    }

    fn unary(&mut self, node: Node) -> ExprId {
        let inner = self.expression_or(field(node, "operand"), node);
        let operator = node.child_by_field_name("operator").map_or("", |operator| operator.kind());
        match (operator, self.b.unit.expr(inner)) {
            ("&" | "*", _) => inner,
            ("!", _) => self.b.add(Expr::Not(inner), node),
            ("-", Expr::Number(number)) => {
                let number = -number;
                self.b.add(Expr::Number(number), node)
            }
            _ => self.b.other(vec![inner], node),
        }
    }

    /// Rows of operands lean to the left: the spine is followed without recursion.
    fn binary(&mut self, node: Node) -> ExprId {
        let mut spine = vec![node];
        let mut left = field(node, "left");
        while let Some(inner) = left.filter(|left| left.kind() == "binary_expression") {
            spine.push(inner);
            left = field(inner, "left");
        }
        let start = self.expression_or(left, node);
        let mut rest = Vec::with_capacity(spine.len());
        for node in spine.into_iter().rev() {
            let right = self.expression_or(field(node, "right"), node);
            rest.push((operator(node), right));
        }
        self.b.chain(start, rest, self.b.span(node))
    }
}

fn operator(node: Node) -> Operator {
    match node.child_by_field_name("operator").map_or("", |operator| operator.kind()) {
        "+" => Operator::Add,
        "-" => Operator::Subtract,
        "*" => Operator::Multiply,
        "/" => Operator::Divide,
        "%" => Operator::Remainder,
        "<<" => Operator::Shift,
        "|" => Operator::BitOr,
        "==" => Operator::Equal,
        _ => Operator::Other,
    }
}
