//! Expressions of C#.

use tree_sitter::Node;

use crate::model::unit::{Binds, Expr, ExprId, Item, Operator, Statement};

use super::super::build::{field, first, named, unescape};
use super::Csharp;

impl Csharp<'_> {
    /// An expression that may be missing in broken code.
    pub(super) fn expression_or(&mut self, node: Option<Node>, around: Node) -> ExprId {
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
            "identifier" | "this" | "base" | "predefined_type" => self.b.name(node),
            "generic_name" | "qualified_name" | "alias_qualified_name" => {
                self.type_of(node).unwrap_or_else(|| self.b.other(Vec::new(), node))
            }
            "null_literal" => self.b.add(Expr::Null, node),
            "boolean_literal" => {
                let truth = self.b.text(node) == "true";
                self.b.add(Expr::Bool(truth), node)
            }
            "integer_literal" | "real_literal" => self.b.number(node),
            "string_literal" | "verbatim_string_literal" | "raw_string_literal" | "character_literal" => {
                self.string(node)
            }
            "interpolated_string_expression" => self.interpolated(node),
            "member_access_expression" => {
                let object = self.expression_or(field(node, "expression"), node);
                self.member_of(object, field(node, "name"), node)
            }
            "conditional_access_expression" => self.conditional_access(node),
            "invocation_expression" => {
                let callee = self.expression_or(field(node, "function"), node);
                let args = self.arguments(field(node, "arguments"));
                self.b.add(Expr::Call { callee, args: args.into(), makes: false }, node)
            }
            "object_creation_expression" => self.creation(node, field(node, "type")),
            "implicit_object_creation_expression" => self.creation(node, None),
            "parenthesized_expression"
            | "await_expression"
            | "checked_expression"
            | "ref_expression"
            | "expression_element"
            | "collection_element" => self.group(node),
            "assignment_expression" => {
                // The value is read back from where it was put.
                self.assignment(node);
                self.expression_or(field(node, "left"), node)
            }
            "binary_expression" => self.binary(node),
            "lambda_expression" | "anonymous_method_expression" => {
                let mut function = self.b.function(None, node);
                self.fill(&mut function, node);
                let id = self.b.add_function(function);
                self.b.add(Expr::Lambda(id), node)
            }
            "element_access_expression" => {
                let object = self.expression_or(field(node, "expression"), node);
                let index = field(node, "subscript").and_then(first).and_then(first);
                let index = self.expression_or(index, node);
                self.b.add(Expr::Index(object, index), node)
            }
            "cast_expression" => self.cast(field(node, "type"), field(node, "value"), node),
            "as_expression" => self.cast(field(node, "right"), field(node, "left"), node),
            _ => self.rare(node),
        };
        self.b.leave();
        id
    }

    fn rare(&mut self, node: Node) -> ExprId {
        match node.kind() {
            "conditional_expression" => {
                let condition = self.expression_or(field(node, "condition"), node);
                self.b.push(Statement::Expression(condition));
                let value = self.expression_or(field(node, "consequence"), node);
                let other = self.expression_or(field(node, "alternative"), node);
                self.b.add(Expr::Choice([value, other].into()), node)
            }
            "prefix_unary_expression" | "postfix_unary_expression" | "unary_expression" => self.unary(node),
            "is_pattern_expression" => self.pattern_test(node),
            "switch_expression" => self.switch(node),
            "throw_expression" => {
                let value = self.group(node);
                self.b.push(Statement::Raise(value));
                self.b.other(Vec::new(), node)
            }
            "spread_element" => {
                let inner = self.group(node);
                self.b.add(Expr::Spread(inner), node)
            }
            "initializer_expression" | "collection_expression" | "tuple_expression" => self.initializer(node),
            "array_creation_expression" | "implicit_array_creation_expression" | "stackalloc_expression" => {
                match named(node).into_iter().find(|child| child.kind() == "initializer_expression") {
                    Some(values) => self.expression(values),
                    None => self.b.add(Expr::List(Box::default()), node),
                }
            }
            "anonymous_object_creation_expression" => self.anonymous(node),
            "argument" => {
                let item = self.argument(node);
                item.value
            }
            "declaration_expression" => match field(node, "name") {
                Some(name) => {
                    let ty = field(node, "type").and_then(|ty| self.type_of(ty));
                    let target = self.b.name(name);
                    self.b.assign(target, None, ty, Binds::Block, false, node);
                    self.b.name(name)
                }
                None => self.b.other(Vec::new(), node),
            },
            "typeof_expression" | "sizeof_expression" | "default_expression" => {
                let ty = field(node, "type").and_then(|ty| self.type_of(ty));
                self.b.other(ty.into_iter().collect(), node)
            }
            _ => {
                let parts = self.parts(node);
                self.b.other(parts, node)
            }
        }
    }

    fn member_of(&mut self, object: ExprId, name: Option<Node>, node: Node) -> ExprId {
        match name {
            Some(name) => {
                let word = self.simple_name(name);
                self.b.add(Expr::Field(object, word), node)
            }
            None => object,
        }
    }

    /// `a?.b` and `a?[b]` are `a.b` and `a[b]`.
    fn conditional_access(&mut self, node: Node) -> ExprId {
        let condition = field(node, "condition");
        let object = self.expression_or(condition, node);
        match named(node).into_iter().find(|child| Some(*child) != condition) {
            Some(binding) if binding.kind() == "member_binding_expression" => {
                self.member_of(object, field(binding, "name"), node)
            }
            Some(binding) => {
                let index = first(binding).and_then(first);
                let index = self.expression_or(index, binding);
                self.b.add(Expr::Index(object, index), node)
            }
            None => object,
        }
    }

    fn arguments(&mut self, list: Option<Node>) -> Vec<Item> {
        list.map(named).unwrap_or_default().into_iter().map(|arg| self.argument(arg)).collect()
    }

    /// An argument, which may be named.
    pub(super) fn argument(&mut self, node: Node) -> Item {
        let name = field(node, "name").filter(|_| matches!(node.kind(), "argument" | "attribute_argument"));
        let value = match node.kind() {
            "argument" | "attribute_argument" => named(node).into_iter().rfind(|child| Some(*child) != name),
            _ => Some(node),
        };
        let key = name.map(|name| {
            let text = self.b.text(name);
            self.b.literal(text, name)
        });
        Item { key, value: self.expression_or(value, node) }
    }

    /// `new X(…) { A = 1 }`: the fields of the initialiser are named arguments.
    pub(super) fn creation(&mut self, node: Node, ty: Option<Node>) -> ExprId {
        let parts = named(node);
        let list = parts.iter().copied().find(|child| child.kind() == "argument_list");
        let mut args = self.arguments(list);
        let initializer = parts.iter().copied().find(|child| child.kind() == "initializer_expression");
        for part in initializer.map(named).unwrap_or_default() {
            args.push(self.initial_field(part));
        }
        match ty.and_then(|ty| self.type_of(ty)) {
            Some(callee) => self.b.add(Expr::Call { callee, args: args.into(), makes: true }, node),
            None => self.b.add(Expr::Map(args.into()), node),
        }
    }

    fn initial_field(&mut self, node: Node) -> Item {
        match (field(node, "left"), field(node, "right")) {
            (Some(left), Some(right)) if node.kind() == "assignment_expression" => {
                let key = match left.kind() {
                    "identifier" => {
                        let text = self.b.text(left);
                        self.b.literal(text, left)
                    }
                    // `["key"] = value`
                    _ => {
                        let index = named(left).into_iter().last().and_then(first).or(Some(left));
                        self.expression_or(index, left)
                    }
                };
                Item { key: Some(key), value: self.expression(right) }
            }
            _ => Item { key: None, value: self.expression(node) },
        }
    }

    /// `{ A = 1 }` on its own is a map, `{ 1, 2 }` a list.
    fn initializer(&mut self, node: Node) -> ExprId {
        let items: Vec<Item> = named(node).into_iter().map(|part| self.initial_field(part)).collect();
        if items.iter().any(|item| item.key.is_some()) {
            self.b.add(Expr::Map(items.into()), node)
        } else {
            let values = items.into_iter().map(|item| item.value).collect();
            self.b.add(Expr::List(values), node)
        }
    }

    /// `new { a = 1, b }`: names and values follow each other.
    fn anonymous(&mut self, node: Node) -> ExprId {
        let mut items = Vec::new();
        let mut cursor = node.walk();
        let mut key = None;
        let children: Vec<Node> = node.children(&mut cursor).filter(|child| !child.is_extra()).collect();
        for (position, child) in children.iter().enumerate() {
            if !child.is_named() {
                continue;
            }
            if children.get(position + 1).is_some_and(|next| next.kind() == "=") {
                let text = self.b.text(*child);
                key = Some(self.b.literal(text, *child));
                continue;
            }
            let key = key.take().or_else(|| {
                let text = self.b.text(*child);
                let name = text.rsplit('.').next().unwrap_or(text);
                Some(self.b.literal(name, *child))
            });
            let value = self.expression(*child);
            items.push(Item { key, value });
        }
        self.b.add(Expr::Map(items.into()), node)
    }

    pub(super) fn constructor_call(&mut self, node: Node) -> ExprId {
        let callee = self.b.unit.intern("base");
        let callee = self.b.add(Expr::Name(callee), node);
        let args = self.arguments(first(node));
        self.b.add(Expr::Call { callee, args: args.into(), makes: true }, node)
    }

    fn cast(&mut self, ty: Option<Node>, value: Option<Node>, node: Node) -> ExprId {
        let value = self.expression_or(value, node);
        let ty = ty.and_then(|ty| self.type_of(ty));
        ty.map_or(value, |ty| self.b.add(Expr::Cast(ty, value), node))
    }

    fn unary(&mut self, node: Node) -> ExprId {
        let inner = self.group(node);
        let text = self.b.text(node);
        match (text.as_bytes().first(), self.b.unit.expr(inner)) {
            (Some(b'-'), Expr::Number(number)) => {
                let number = -number;
                self.b.add(Expr::Number(number), node)
            }
            (Some(b'!'), _) => self.b.add(Expr::Not(inner), node),
            _ if text.ends_with("++") || text.ends_with("--") || text.starts_with("++") || text.starts_with("--") => {
                let value = self.b.other(Vec::new(), node);
                self.b.assign(inner, Some(value), None, Binds::Nothing, false, node);
                value
            }
            // `x!` only quiets the compiler.
            _ if text.ends_with('!') => inner,
            _ => self.b.other(vec![inner], node),
        }
    }

    /// `x is Type name` binds a name.
    fn pattern_test(&mut self, node: Node) -> ExprId {
        let value = self.expression_or(field(node, "expression"), node);
        if let Some(pattern) = field(node, "pattern").filter(|pattern| pattern.kind() == "declaration_pattern")
            && let (Some(ty), Some(name)) = (field(pattern, "type"), field(pattern, "name"))
        {
            let cast = match self.type_of(ty) {
                Some(ty) => self.b.add(Expr::Cast(ty, value), node),
                None => value,
            };
            let target = self.b.name(name);
            self.b.assign(target, Some(cast), None, Binds::Block, false, node);
            return self.b.other(Vec::new(), node);
        }
        self.b.other(vec![value], node)
    }

    fn switch(&mut self, node: Node) -> ExprId {
        let mut values = Vec::new();
        for part in named(node) {
            if part.kind() == "switch_expression_arm" {
                if let Some(value) = named(part).into_iter().last() {
                    values.push(self.expression(value));
                }
            } else {
                let value = self.expression(part);
                self.b.push(Statement::Expression(value));
            }
        }
        self.b.add(Expr::Choice(values.into()), node)
    }

    pub(super) fn assignment(&mut self, node: Node) {
        let (Some(left), Some(right)) = (field(node, "left"), field(node, "right")) else { return };
        let value = self.expression(right);
        let operator = self.b.slice(left.end_byte(), right.start_byte()).trim();
        // A handler that is added to an event is the one that matters.
        let replaces = operator == "=" || matches!(self.b.unit.expr(value), Expr::Lambda(_));
        let value = if replaces {
            value
        } else {
            let before = self.expression(left);
            let combined = match operator {
                "??=" => Expr::Choice([before, value].into()),
                "+=" => Expr::Binary(Operator::Add, [before, value].into()),
                "|=" => Expr::Binary(Operator::BitOr, [before, value].into()),
                _ => Expr::Binary(Operator::Other, [before, value].into()),
            };
            self.b.add(combined, node)
        };
        let target = self.expression(left);
        self.b.assign(target, Some(value), None, Binds::Nothing, false, node);
    }

    /// Rows of operands lean to the left: the spine is followed without recursion.
    fn binary(&mut self, node: Node) -> ExprId {
        if kind_of_operator(node) == "??" {
            let left = self.expression_or(field(node, "left"), node);
            let right = self.expression_or(field(node, "right"), node);
            return self.b.add(Expr::Choice([left, right].into()), node);
        }
        let plain = |node: &Node| node.kind() == "binary_expression" && kind_of_operator(*node) != "??";
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

    fn string(&mut self, node: Node) -> ExprId {
        let text = self.b.text(node);
        let text: std::borrow::Cow<str> = match node.kind() {
            "verbatim_string_literal" => {
                let inner = text.trim_start_matches('@').strip_prefix('"').and_then(|text| text.strip_suffix('"'));
                inner.unwrap_or("").replace("\"\"", "\"").into()
            }
            "raw_string_literal" => text.trim_matches('"').trim_matches(['\r', '\n']).into(),
            _ => {
                let quote = if node.kind() == "character_literal" { '\'' } else { '"' };
                let inner = text.split_once(quote).map_or("", |(_, rest)| rest);
                unescape(inner.rsplit_once(quote).map_or("", |(inner, _)| inner))
            }
        };
        self.b.literal(&text, node)
    }

    fn interpolated(&mut self, node: Node) -> ExprId {
        let mut pieces = Vec::new();
        let mut cursor = node.walk();
        for part in node.named_children(&mut cursor) {
            match part.kind() {
                "string_content" | "escape_sequence" => {
                    let text = unescape(self.b.text(part)).replace("{{", "{").replace("}}", "}");
                    pieces.push(self.b.literal(&text, part));
                }
                "interpolation" => {
                    let value = named(part).into_iter().find(|child| child.kind() != "interpolation_brace");
                    pieces.push(self.expression_or(value, part));
                }
                _ => {}
            }
        }
        self.b.concat(pieces, node)
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
        "<<" => Operator::Shift,
        "|" => Operator::BitOr,
        "==" => Operator::Equal,
        _ => Operator::Other,
    }
}
