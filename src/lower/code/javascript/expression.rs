//! Expressions of JavaScript and TypeScript.

use tree_sitter::Node;

use crate::model::unit::{Binds, Expr, ExprId, Item, Operator, Statement};

use super::super::build::{field, first, named, unescape};
use super::Script;

impl Script<'_> {
    /// An expression that may be missing in broken code.
    fn expression_or(&mut self, node: Option<Node>, around: Node) -> ExprId {
        match node {
            Some(node) => self.expression(node),
            None => self.b.other(Vec::new(), around),
        }
    }

    /// The expression inside a node; nothing when there is none.
    pub(super) fn group(&mut self, node: Node) -> ExprId {
        match first(node) {
            Some(inner) => self.expression(inner),
            None => self.b.add(Expr::Null, node),
        }
    }

    fn parts(&mut self, node: Node) -> Vec<ExprId> {
        named(node).into_iter().map(|part| self.expression(part)).collect()
    }

    pub(super) fn expression(&mut self, node: Node) -> ExprId {
        if !self.b.enter(node) {
            return self.b.other(Vec::new(), node);
        }
        let id = match node.kind() {
            "identifier"
            | "this"
            | "super"
            | "import"
            | "meta_property"
            | "type_identifier"
            | "shorthand_property_identifier" => self.b.name(node),
            "undefined" | "null" => self.b.add(Expr::Null, node),
            "true" => self.b.add(Expr::Bool(true), node),
            "false" => self.b.add(Expr::Bool(false), node),
            "number" => self.b.number(node),
            "string" => {
                let text = self.string_text(node);
                self.b.literal(&text, node)
            }
            "template_string" => self.template(node),
            "member_expression" => self.member_of(node),
            "subscript_expression" => {
                let object = self.expression_or(field(node, "object"), node);
                let index = self.expression_or(field(node, "index"), node);
                self.b.add(Expr::Index(object, index), node)
            }
            "call_expression" => self.call(node),
            "new_expression" => {
                let callee = self.expression_or(field(node, "constructor"), node);
                let args = self.arguments(node);
                self.b.add(Expr::Call { callee, args: args.into(), makes: true }, node)
            }
            "array" => {
                let items = self.parts(node);
                self.b.add(Expr::List(items.into()), node)
            }
            "object" => self.object(node),
            "arrow_function" | "function_expression" | "generator_function" => {
                let mut function = self.b.function(None, node);
                self.fill(&mut function, node);
                let id = self.b.add_function(function);
                self.b.add(Expr::Lambda(id), node)
            }
            "parenthesized_expression"
            | "await_expression"
            | "non_null_expression"
            | "instantiation_expression"
            | "jsx_expression" => self.group(node),
            "spread_element" => {
                let inner = self.group(node);
                self.b.add(Expr::Spread(inner), node)
            }
            "binary_expression" => self.binary(node),
            "assignment_expression" | "augmented_assignment_expression" => {
                // The value is read back from where it was put.
                if node.kind() == "assignment_expression" {
                    self.assignment(node)
                } else {
                    self.augmented(node)
                }
                self.expression_or(field(node, "left"), node)
            }
            "jsx_element" | "jsx_self_closing_element" => self.element(node),
            _ => self.rare(node),
        };
        self.b.leave();
        id
    }

    fn rare(&mut self, node: Node) -> ExprId {
        match node.kind() {
            "ternary_expression" => {
                let condition = self.expression_or(field(node, "condition"), node);
                self.b.push(Statement::Expression(condition));
                let value = self.expression_or(field(node, "consequence"), node);
                let other = self.expression_or(field(node, "alternative"), node);
                self.b.add(Expr::Choice([value, other].into()), node)
            }
            "unary_expression" => self.unary(node),
            "update_expression" => {
                let target = self.expression_or(field(node, "argument"), node);
                let value = self.b.other(Vec::new(), node);
                self.b.assign(target, Some(value), None, Binds::Nothing, false, node);
                value
            }
            "as_expression" | "satisfies_expression" => {
                let parts = named(node);
                let value = self.expression_or(parts.first().copied(), node);
                let ty = parts.get(1).and_then(|ty| self.annotation(*ty));
                ty.map_or(value, |ty| self.b.add(Expr::Cast(ty, value), node))
            }
            "type_assertion" => {
                let parts = named(node);
                let value = self.expression_or(parts.last().copied(), node);
                let ty = parts.first().and_then(|list| first(*list)).and_then(|ty| self.annotation(ty));
                ty.map_or(value, |ty| self.b.add(Expr::Cast(ty, value), node))
            }
            "sequence_expression" => {
                let mut parts = self.parts(node);
                let last = parts.pop();
                for part in parts {
                    self.b.push(Statement::Expression(part));
                }
                last.unwrap_or_else(|| self.b.other(Vec::new(), node))
            }
            "yield_expression" => {
                let value = self.group(node);
                self.b.push(Statement::Return(value));
                self.b.other(Vec::new(), node)
            }
            "class" => {
                self.class(node, Vec::new());
                match field(node, "name") {
                    Some(name) => self.b.name(name),
                    None => self.b.other(Vec::new(), node),
                }
            }
            "regex" | "jsx_text" | "comment" | "html_comment" => self.b.other(Vec::new(), node),
            _ => {
                let parts = self.parts(node);
                self.b.other(parts, node)
            }
        }
    }

    fn unary(&mut self, node: Node) -> ExprId {
        let inner = self.expression_or(field(node, "argument"), node);
        let operator = node.child_by_field_name("operator").map_or("", |operator| operator.kind());
        match (operator, self.b.unit.expr(inner)) {
            ("!", Expr::Number(number)) => {
                // `!0` and `!1`, as minifiers write them.
                let truth = *number == 0.0;
                self.b.add(Expr::Bool(truth), node)
            }
            ("!", _) => self.b.add(Expr::Not(inner), node),
            ("-", Expr::Number(number)) => {
                let number = -number;
                self.b.add(Expr::Number(number), node)
            }
            ("void", _) => self.b.add(Expr::Null, node),
            _ => self.b.other(vec![inner], node),
        }
    }

    fn template(&mut self, node: Node) -> ExprId {
        let mut pieces = Vec::new();
        let mut cursor = node.walk();
        for part in node.named_children(&mut cursor) {
            match part.kind() {
                "template_substitution" => pieces.push(self.group(part)),
                "string_fragment" | "escape_sequence" => {
                    let text = unescape(self.b.text(part));
                    pieces.push(self.b.literal(&text, part));
                }
                _ => {}
            }
        }
        self.b.concat(pieces, node)
    }

    fn member_of(&mut self, node: Node) -> ExprId {
        let object = self.expression_or(field(node, "object"), node);
        match field(node, "property") {
            Some(property) => {
                let word = self.b.word(property);
                self.b.add(Expr::Field(object, word), node)
            }
            None => object,
        }
    }

    fn call(&mut self, node: Node) -> ExprId {
        if let Some(source) = self.require_source(node) {
            // A sign of the module, though nothing is bound.
            let import = self.import_of(source);
            self.b.unit.add_import(import);
        }
        let callee = self.expression_or(field(node, "function"), node);
        let args = self.arguments(node);
        self.b.add(Expr::Call { callee, args: args.into(), makes: false }, node)
    }

    fn arguments(&mut self, node: Node) -> Vec<Item> {
        let positional = |value| Item { key: None, value };
        match field(node, "arguments") {
            Some(template) if template.kind() == "template_string" => vec![positional(self.expression(template))],
            Some(list) => self.parts(list).into_iter().map(positional).collect(),
            None => Vec::new(),
        }
    }

    fn object(&mut self, node: Node) -> ExprId {
        let mut items = Vec::new();
        for part in named(node) {
            match part.kind() {
                "pair" => {
                    let key = field(part, "key").map(|key| self.property(key));
                    let value = self.expression_or(field(part, "value"), part);
                    items.push(Item { key, value });
                }
                "shorthand_property_identifier" => {
                    let text = self.b.text(part);
                    let key = Some(self.b.literal(text, part));
                    let value = self.b.name(part);
                    items.push(Item { key, value });
                }
                "method_definition" => {
                    let key = field(part, "name").map(|name| self.property(name));
                    let mut function = self.b.function(None, part);
                    self.fill(&mut function, part);
                    let id = self.b.add_function(function);
                    let value = self.b.add(Expr::Lambda(id), part);
                    items.push(Item { key, value });
                }
                _ => {
                    let value = self.expression(part);
                    items.push(Item { key: None, value });
                }
            }
        }
        self.b.add(Expr::Map(items.into()), node)
    }

    /// The key of a property as an expression: a text unless it is computed.
    fn property(&mut self, node: Node) -> ExprId {
        match node.kind() {
            "computed_property_name" => self.group(node),
            "string" => self.expression(node),
            _ => {
                let text = self.b.text(node);
                self.b.literal(text, node)
            }
        }
    }

    /// Rows of operands lean to the left: the spine is followed without recursion.
    fn binary(&mut self, node: Node) -> ExprId {
        match kind_of_operator(node) {
            "||" | "??" => {
                let left = self.expression_or(field(node, "left"), node);
                let right = self.expression_or(field(node, "right"), node);
                return self.b.add(Expr::Choice([left, right].into()), node);
            }
            "&&" => {
                let left = self.expression_or(field(node, "left"), node);
                self.b.push(Statement::Expression(left));
                let right = self.expression_or(field(node, "right"), node);
                return self.b.add(Expr::Choice([right].into()), node);
            }
            _ => {}
        }
        let plain =
            |node: &Node| node.kind() == "binary_expression" && !matches!(kind_of_operator(*node), "||" | "??" | "&&");
        let mut spine = vec![node];
        let mut left = field(node, "left");
        while let Some(inner) = left.filter(plain) {
            spine.push(inner);
            left = field(inner, "left");
        }
        let start = self.expression_or(left, node);
        let mut rest = Vec::with_capacity(spine.len());
        for node in spine.into_iter().rev() {
            let right = self.expression_or(field(node, "right"), node);
            rest.push((operator(kind_of_operator(node)), right));
        }
        self.b.chain(start, rest, self.b.span(node))
    }

    /// `<Name attribute={…}>children</Name>` makes a `Name`; of plain HTML, the name is `<a>`.
    fn element(&mut self, node: Node) -> ExprId {
        let open = field(node, "open_tag").unwrap_or(node);
        let callee = match field(open, "name") {
            Some(name) => {
                let text = self.b.text(name);
                if name.kind() == "identifier" && text.starts_with(|c: char| c.is_lowercase()) {
                    let word = self.b.unit.intern(&format!("<{text}>"));
                    self.b.add(Expr::Name(word), name)
                } else {
                    self.expression(name)
                }
            }
            None => self.b.other(Vec::new(), open),
        };
        let mut args = Vec::new();
        for attribute in super::all(open, "attribute") {
            if attribute.kind() == "jsx_expression" {
                let value = self.group(attribute);
                if let Expr::Spread(inner) = *self.b.unit.expr(value) {
                    let value = self.b.spread_map(inner, self.b.span(attribute));
                    args.push(Item { key: None, value });
                }
                continue;
            }
            let parts = named(attribute);
            if let Some(name) = parts.first() {
                let text = self.b.text(*name);
                let key = Some(self.b.literal(text, *name));
                let value = match parts.get(1) {
                    Some(value) => self.expression(*value),
                    None => self.b.add(Expr::Bool(true), *name),
                };
                args.push(Item { key, value });
            }
        }
        if node.kind() == "jsx_element" {
            for child in named(node) {
                if matches!(child.kind(), "jsx_element" | "jsx_self_closing_element" | "jsx_expression") {
                    let value = self.expression(child);
                    args.push(Item { key: None, value });
                }
            }
        }
        self.b.add(Expr::Call { callee, args: args.into(), makes: true }, node)
    }
}

fn kind_of_operator(node: Node<'_>) -> &str {
    node.child_by_field_name("operator").map_or("", |operator| operator.kind())
}

fn operator(text: &str) -> Operator {
    match text {
        "+" => Operator::Add,
        "-" => Operator::Subtract,
        "*" => Operator::Multiply,
        "/" => Operator::Divide,
        "%" => Operator::Remainder,
        "**" => Operator::Power,
        "<<" => Operator::Shift,
        "|" => Operator::BitOr,
        "==" | "===" => Operator::Equal,
        _ => Operator::Other,
    }
}
