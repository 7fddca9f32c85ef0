//! Expressions of Java.

use tree_sitter::Node;

use crate::model::unit::{Binds, Expr, ExprId, Item, Operator, Statement};

use super::super::build::{field, first, named, unescape};
use super::Java;

impl Java<'_> {
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

    pub(super) fn expression(&mut self, node: Node) -> ExprId {
        if !self.b.enter(node) {
            return self.b.other(Vec::new(), node);
        }
        let id = match node.kind() {
            "identifier" | "this" | "super" => self.b.name(node),
            "scoped_identifier" | "type_identifier" | "scoped_type_identifier" | "generic_type" => {
                self.type_of(node).unwrap_or_else(|| self.b.other(Vec::new(), node))
            }
            "null_literal" => self.b.add(Expr::Null, node),
            "true" => self.b.add(Expr::Bool(true), node),
            "false" => self.b.add(Expr::Bool(false), node),
            "string_literal" | "character_literal" => self.string(node),
            kind if kind.ends_with("_literal") && kind != "class_literal" => self.b.number(node),
            "field_access" => {
                let object = self.expression_or(field(node, "object"), node);
                self.member_of(object, field(node, "field"), node)
            }
            "method_invocation" => self.call(node),
            "object_creation_expression" => self.creation(node),
            "parenthesized_expression" => self.group(node),
            "binary_expression" => self.binary(node),
            "assignment_expression" => {
                // The value is read back from where it was put.
                self.assignment(node);
                self.expression_or(field(node, "left"), node)
            }
            "lambda_expression" => self.lambda(node),
            "array_access" => {
                let object = self.expression_or(field(node, "array"), node);
                let index = self.expression_or(field(node, "index"), node);
                self.b.add(Expr::Index(object, index), node)
            }
            "cast_expression" => {
                let value = self.expression_or(field(node, "value"), node);
                let ty = field(node, "type").and_then(|ty| self.type_of(ty));
                ty.map_or(value, |ty| self.b.add(Expr::Cast(ty, value), node))
            }
            "marker_annotation" | "annotation" => self.annotation(node),
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
            "unary_expression" => {
                let inner = self.expression_or(field(node, "operand"), node);
                let operator = node.child_by_field_name("operator").map_or("", |operator| operator.kind());
                match (operator, self.b.unit.expr(inner)) {
                    ("!", _) => self.b.add(Expr::Not(inner), node),
                    ("-", Expr::Number(number)) => {
                        let number = -number;
                        self.b.add(Expr::Number(number), node)
                    }
                    _ => self.b.other(vec![inner], node),
                }
            }
            "update_expression" => {
                let target = self.group(node);
                let value = self.b.other(Vec::new(), node);
                self.b.assign(target, Some(value), None, Binds::Nothing, false, node);
                value
            }
            "array_creation_expression" => match field(node, "value") {
                Some(values) => self.expression(values),
                None => self.b.add(Expr::List(Box::default()), node),
            },
            "array_initializer" | "element_value_array_initializer" => {
                let items = named(node).into_iter().map(|item| self.expression(item)).collect();
                self.b.add(Expr::List(items), node)
            }
            "method_reference" => {
                let parts = named(node);
                let object = self.expression_or(parts.first().copied(), node);
                let member = parts.last().copied().filter(|_| parts.len() > 1);
                self.member_of(object, member, node)
            }
            "class_literal" => {
                let ty = first(node).and_then(|ty| self.type_of(ty));
                let word = self.b.unit.intern("class");
                match ty {
                    Some(ty) => self.b.add(Expr::Field(ty, word), node),
                    None => self.b.other(Vec::new(), node),
                }
            }
            "instanceof_expression" => self.instance_test(node),
            "switch_expression" => {
                let value = self.expression_or(field(node, "condition"), node);
                self.b.push(Statement::Expression(value));
                if let Some(body) = field(node, "body") {
                    self.statement(body);
                }
                self.b.other(Vec::new(), node)
            }
            "switch_label" | "pattern" | "type_pattern" | "record_pattern" | "guard" => {
                let parts = named(node).into_iter().map(|part| self.expression(part)).collect();
                self.b.other(parts, node)
            }
            _ => {
                let parts = named(node).into_iter().map(|part| self.expression(part)).collect();
                self.b.other(parts, node)
            }
        }
    }

    fn member_of(&mut self, object: ExprId, name: Option<Node>, node: Node) -> ExprId {
        match name {
            Some(name) => {
                let word = self.b.word(name);
                self.b.add(Expr::Field(object, word), node)
            }
            None => object,
        }
    }

    fn arguments(&mut self, list: Option<Node>) -> Vec<Item> {
        let list = list.map(named).unwrap_or_default();
        list.into_iter().map(|arg| Item { key: None, value: self.expression(arg) }).collect()
    }

    fn call(&mut self, node: Node) -> ExprId {
        let Some(name) = field(node, "name") else { return self.b.other(Vec::new(), node) };
        let callee = match field(node, "object") {
            Some(object) => {
                let value = self.expression(object);
                let word = self.b.word(name);
                // The callee has no node of its own.
                let span = self.b.span(object).to(self.b.span(name));
                self.b.unit.add(Expr::Field(value, word), span)
            }
            None => self.b.name(name),
        };
        let args = self.arguments(field(node, "arguments"));
        self.b.add(Expr::Call { callee, args: args.into(), makes: false }, node)
    }

    /// `super(…)` and `this(…)` at the start of a constructor.
    pub(super) fn constructor_call(&mut self, node: Node) -> ExprId {
        let callee = self.expression_or(field(node, "constructor"), node);
        let args = self.arguments(field(node, "arguments"));
        self.b.add(Expr::Call { callee, args: args.into(), makes: true }, node)
    }

    fn creation(&mut self, node: Node) -> ExprId {
        let ty = field(node, "type");
        let Some(callee) = ty.and_then(|ty| self.type_of(ty)) else { return self.b.other(Vec::new(), node) };
        let args = self.arguments(field(node, "arguments"));
        if let Some(body) = named(node).into_iter().find(|child| child.kind() == "class_body") {
            let id = self.b.declare_type(None, node);
            let base = ty.and_then(|ty| self.type_of(ty));
            self.b.unit.ty_mut(id).bases.extend(base);
            self.body(id, Some(body));
            self.b.push(Statement::Type(id));
        }
        self.b.add(Expr::Call { callee, args: args.into(), makes: true }, node)
    }

    fn lambda(&mut self, node: Node) -> ExprId {
        let mut function = self.b.function(None, node);
        match field(node, "parameters") {
            Some(name) if name.kind() == "identifier" => function.params.push(self.b.param(name, name)),
            list => self.parameters(&mut function, list),
        }
        self.b.open();
        match field(node, "body") {
            Some(body) if body.kind() == "block" => self.statements(body),
            Some(body) => {
                let value = self.expression(body);
                self.b.push(Statement::Return(value));
            }
            None => {}
        }
        function.body = self.b.close();
        let id = self.b.add_function(function);
        self.b.add(Expr::Lambda(id), node)
    }

    /// `x instanceof Type name` binds a name.
    fn instance_test(&mut self, node: Node) -> ExprId {
        let value = self.expression_or(field(node, "left"), node);
        let ty = field(node, "right").and_then(|ty| self.type_of(ty));
        if let (Some(name), Some(ty)) = (field(node, "name"), ty) {
            let cast = self.b.add(Expr::Cast(ty, value), node);
            let target = self.b.name(name);
            self.b.assign(target, Some(cast), None, Binds::Block, false, node);
            return self.b.other(Vec::new(), node);
        }
        self.b.other(vec![value], node)
    }

    pub(super) fn assignment(&mut self, node: Node) {
        let (Some(left), Some(right)) = (field(node, "left"), field(node, "right")) else { return };
        let value = self.expression(right);
        let target = self.expression(left);
        let operator = node.child_by_field_name("operator").map_or("=", |operator| operator.kind());
        let value = match operator {
            "=" => value,
            _ => {
                let before = self.expression(left);
                let kind = if operator == "+=" { Operator::Add } else { Operator::Other };
                self.b.add(Expr::Binary(kind, [before, value].into()), node)
            }
        };
        self.b.assign(target, Some(value), None, Binds::Nothing, false, node);
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

    fn annotation(&mut self, node: Node) -> ExprId {
        let callee = match field(node, "name") {
            Some(name) => self.expression(name),
            None => self.b.other(Vec::new(), node),
        };
        let mut args = Vec::new();
        for part in field(node, "arguments").map(named).unwrap_or_default() {
            let key = field(part, "key").filter(|_| part.kind() == "element_value_pair").map(|key| {
                let text = self.b.text(key);
                self.b.literal(text, key)
            });
            let value = if key.is_some() { field(part, "value") } else { Some(part) };
            args.push(Item { key, value: self.expression_or(value, part) });
        }
        self.b.add(Expr::Call { callee, args: args.into(), makes: true }, node)
    }

    fn string(&mut self, node: Node) -> ExprId {
        let text = self.b.text(node);
        let inner = match text.strip_prefix("\"\"\"").and_then(|text| text.strip_suffix("\"\"\"")) {
            // The first line of a text block holds the quotes alone.
            Some(block) => block.split_once('\n').map_or(block, |(_, rest)| rest),
            None => text.get(1..text.len().saturating_sub(1)).unwrap_or(""),
        };
        let text = unescape(inner);
        self.b.literal(&text, node)
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
