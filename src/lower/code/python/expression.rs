//! Expressions of Python.

use tree_sitter::Node;

use crate::model::unit::{Binds, Expr, ExprId, Item, Operator, Statement};

use super::super::build::{field, first, has, named, unescape};
use super::Python;

impl Python<'_> {
    /// The expressions of a statement as one: several are a tuple.
    pub(super) fn group(&mut self, node: Node) -> ExprId {
        match named(node).as_slice() {
            [] => self.b.add(Expr::Null, node),
            [only] => self.expression(*only),
            several => {
                let values = several.iter().map(|part| self.expression(*part)).collect();
                self.b.other(values, node)
            }
        }
    }

    /// An expression that may be missing in broken code.
    pub(super) fn expression_or(&mut self, node: Option<Node>, around: Node) -> ExprId {
        match node {
            Some(node) => self.expression(node),
            None => self.b.other(Vec::new(), around),
        }
    }

    pub(super) fn expression(&mut self, node: Node) -> ExprId {
        if !self.b.enter(node) {
            return self.b.other(Vec::new(), node);
        }
        let id = match node.kind() {
            "identifier" | "dotted_name" => self.b.name(node),
            "attribute" | "member_type" => self.attribute(node),
            "call" => self.call(node),
            "string" => self.string(node),
            "concatenated_string" => {
                let pieces = named(node).into_iter().map(|piece| self.expression(piece)).collect();
                self.b.concat(pieces, node)
            }
            "integer" | "float" => self.b.number(node),
            "true" => self.b.add(Expr::Bool(true), node),
            "false" => self.b.add(Expr::Bool(false), node),
            "none" => self.b.add(Expr::Null, node),
            "list" | "tuple" | "set" | "expression_list" | "pattern_list" | "tuple_pattern" | "list_pattern" => {
                let items = named(node).into_iter().map(|item| self.expression(item)).collect();
                self.b.add(Expr::List(items), node)
            }
            "dictionary" => {
                let items = named(node).into_iter().map(|item| self.entry(item)).collect();
                self.b.add(Expr::Map(items), node)
            }
            "list_splat" | "list_splat_pattern" => {
                let inner = self.group(node);
                self.b.add(Expr::Spread(inner), node)
            }
            "dictionary_splat" | "dictionary_splat_pattern" => {
                let inner = self.group(node);
                self.b.spread_map(inner, self.b.span(node))
            }
            "subscript" => self.subscript(node),
            "parenthesized_expression" | "await" | "type" => self.group(node),
            "yield" => {
                let value = self.group(node);
                self.b.push(Statement::Return(value));
                self.b.other(Vec::new(), node)
            }
            "binary_operator" => self.binary(node),
            // The inner part of a chain, `a = b = c`: its value is read back from its target.
            "assignment" | "augmented_assignment" => {
                if node.kind() == "assignment" {
                    self.assignment(node)
                } else {
                    self.augmented(node)
                }
                self.expression_or(field(node, "left"), node)
            }
            "named_expression" => self.walrus(node),
            "as_pattern" => self.caught(node),
            "lambda" => self.lambda(node),
            _ => self.rare(node),
        };
        self.b.leave();
        id
    }

    pub(super) fn rare(&mut self, node: Node) -> ExprId {
        match node.kind() {
            "not_operator" => {
                let inner = self.group(node);
                self.b.add(Expr::Not(inner), node)
            }
            "boolean_operator" => {
                let parts: Box<[ExprId]> = named(node).into_iter().map(|part| self.expression(part)).collect();
                if has(node, "or") {
                    self.b.add(Expr::Choice(parts), node)
                } else {
                    self.b.add(Expr::Other(parts), node)
                }
            }
            "conditional_expression" => {
                // Written as: value, condition, other value.
                let parts: Vec<ExprId> = named(node).into_iter().map(|part| self.expression(part)).collect();
                match parts.as_slice() {
                    [value, condition, other] => {
                        let (value, condition, other) = (*value, *condition, *other);
                        self.b.push(Statement::Expression(condition));
                        self.b.add(Expr::Choice([value, other].into()), node)
                    }
                    _ => self.b.other(parts, node),
                }
            }
            "comparison_operator" => {
                let parts: Vec<ExprId> = named(node).into_iter().map(|part| self.expression(part)).collect();
                let operator = if has(node, "==") { Operator::Equal } else { Operator::Other };
                self.b.add(Expr::Binary(operator, parts.into()), node)
            }
            "unary_operator" => {
                let inner = self.group(node);
                match *self.b.unit.expr(inner) {
                    Expr::Number(number) if self.b.text(node).starts_with('-') => {
                        self.b.add(Expr::Number(-number), node)
                    }
                    _ => self.b.other(vec![inner], node),
                }
            }
            "list_comprehension" | "set_comprehension" | "generator_expression" | "dictionary_comprehension" => {
                self.comprehension(node)
            }
            "ellipsis" | "comment" => self.b.other(Vec::new(), node),
            _ => {
                let parts = named(node).into_iter().map(|part| self.expression(part)).collect();
                self.b.other(parts, node)
            }
        }
    }

    pub(super) fn attribute(&mut self, node: Node) -> ExprId {
        let children = named(node);
        let (Some(object), Some(attribute)) = (children.first().copied(), children.last().copied()) else {
            return self.b.other(Vec::new(), node);
        };
        let object = self.expression(object);
        let word = self.b.word(attribute);
        self.b.add(Expr::Field(object, word), node)
    }

    pub(super) fn call(&mut self, node: Node) -> ExprId {
        let Some(callee) = field(node, "function") else {
            return self.b.other(Vec::new(), node);
        };
        let callee = self.expression(callee);
        let mut args = Vec::new();
        if let Some(list) = field(node, "arguments") {
            if list.kind() == "generator_expression" {
                args.push(self.positional(list));
            } else {
                args.extend(named(list).into_iter().map(|arg| self.entry(arg)));
            }
        }
        self.b.add(Expr::Call { callee, args: args.into(), makes: false }, node)
    }

    pub(super) fn positional(&mut self, node: Node) -> Item {
        Item { key: None, value: self.expression(node) }
    }

    /// An argument, or an entry of a dictionary.
    pub(super) fn entry(&mut self, node: Node) -> Item {
        let (key, value) = match node.kind() {
            "keyword_argument" => {
                let key = field(node, "name").map(|name| {
                    let text = self.b.text(name);
                    self.b.literal(text, name)
                });
                (key, field(node, "value"))
            }
            "pair" => (field(node, "key").map(|key| self.expression(key)), field(node, "value")),
            _ => return self.positional(node),
        };
        let value = self.expression_or(value, node);
        Item { key, value }
    }

    pub(super) fn subscript(&mut self, node: Node) -> ExprId {
        let parts: Vec<ExprId> = named(node).into_iter().map(|part| self.expression(part)).collect();
        match parts.as_slice() {
            [object, index] => self.b.add(Expr::Index(*object, *index), node),
            _ => self.b.other(parts, node),
        }
    }

    /// Sums are often long and lean to the left: the spine is followed without recursion.
    pub(super) fn binary(&mut self, node: Node) -> ExprId {
        let mut spine = vec![node];
        let mut left = field(node, "left");
        while let Some(inner) = left.filter(|left| left.kind() == "binary_operator") {
            spine.push(inner);
            left = field(inner, "left");
        }
        let start = self.expression_or(left, node);
        let mut rest = Vec::with_capacity(spine.len());
        for node in spine.into_iter().rev() {
            if let Some(right) = field(node, "right") {
                rest.push((operator(node), self.expression(right)));
            }
        }
        self.b.chain(start, rest, self.b.span(node))
    }

    pub(super) fn walrus(&mut self, node: Node) -> ExprId {
        let (Some(name), Some(value)) = (field(node, "name"), field(node, "value")) else {
            return self.b.other(Vec::new(), node);
        };
        let value = self.expression(value);
        self.assign_to(name, Some(value), None, false, node);
        self.b.name(name)
    }

    /// The name of a caught error, of the type that is caught: `except value as name`.
    pub(super) fn caught(&mut self, node: Node) -> ExprId {
        let value = self.expression_or(first(node), node);
        if let Some(name) = field(node, "alias").and_then(first).filter(|name| name.kind() == "identifier") {
            let target = self.b.name(name);
            self.b.assign(target, None, Some(value), Binds::Function, false, node);
        }
        self.b.other(Vec::new(), node)
    }

    pub(super) fn lambda(&mut self, node: Node) -> ExprId {
        let mut function = self.b.function(None, node);
        self.signature(&mut function, field(node, "parameters"), false);
        self.outer.push(Vec::new());
        self.b.open();
        if let Some(body) = field(node, "body") {
            let value = self.expression(body);
            self.b.push(Statement::Return(value));
        }
        function.body = self.b.close();
        self.outer.pop();
        let id = self.b.add_function(function);
        self.b.add(Expr::Lambda(id), node)
    }

    pub(super) fn comprehension(&mut self, node: Node) -> ExprId {
        let mut parts = Vec::new();
        for clause in named(node) {
            match clause.kind() {
                "for_in_clause" => {
                    if let (Some(left), Some(right)) = (field(clause, "left"), field(clause, "right")) {
                        let value = self.expression(right);
                        self.assign(left, value, true, clause);
                    }
                }
                "if_clause" => parts.push(self.group(clause)),
                _ => {}
            }
        }
        if let Some(body) = field(node, "body") {
            if body.kind() == "pair" {
                let entry = self.entry(body);
                parts.extend(entry.key);
                parts.push(entry.value);
            } else {
                parts.push(self.expression(body));
            }
        }
        self.b.other(parts, node)
    }

    pub(super) fn string(&mut self, node: Node) -> ExprId {
        let mut raw = false;
        let mut pieces = Vec::new();
        let mut cursor = node.walk();
        for part in node.named_children(&mut cursor) {
            match part.kind() {
                "string_start" => raw = self.b.text(part).contains(['r', 'R']),
                "string_content" => {
                    let text = self.b.text(part);
                    let text = if raw { text.into() } else { unescape(text) };
                    pieces.push(self.b.literal(&text, part));
                }
                "interpolation" => {
                    if let Some(inner) = field(part, "expression") {
                        pieces.push(self.expression(inner));
                    }
                }
                _ => {}
            }
        }
        self.b.concat(pieces, node)
    }
}

pub(super) fn operator(node: Node) -> Operator {
    node.child_by_field_name("operator").map_or(Operator::Other, |operator| {
        match operator.kind().trim_end_matches('=') {
            "+" => Operator::Add,
            "-" => Operator::Subtract,
            "*" => Operator::Multiply,
            "/" => Operator::Divide,
            "%" => Operator::Remainder,
            "**" => Operator::Power,
            "<<" => Operator::Shift,
            "|" => Operator::BitOr,
            _ => Operator::Other,
        }
    })
}
