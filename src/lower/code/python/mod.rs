//! Python to a unit.

mod expression;

use tree_sitter::Node;

use crate::model::unit::{Binds, Expr, ExprId, Field, Function, Import, Imported, Statement, Word};
use crate::source::Span;

use expression::operator;

use super::build::{Builder, all, field, first, has, named};

/// Annotations that say something about the type inside their brackets.
const WRAPPERS: [&str; 8] =
    ["Optional", "Annotated", "ClassVar", "Final", "Required", "NotRequired", "Union", "ReadOnly"];

/// Lowers a module.
pub(super) fn lower<'t>(builder: Builder<'t>, root: Node) -> Builder<'t> {
    let mut python = Python { b: builder, outer: vec![Vec::new()], in_class: false };
    python.statements(root);
    python.b
}

struct Python<'t> {
    b: Builder<'t>,
    /// For each function around, the names that it declares to be another scope's.
    outer: Vec<Vec<Word>>,
    /// Whether statements are those of a class body.
    in_class: bool,
}

impl Python<'_> {
    fn statements(&mut self, block: Node) {
        for node in named(block) {
            self.statement(node);
        }
    }

    fn statement(&mut self, node: Node) {
        if self.b.enter(node) {
            self.statement_within(node);
            self.b.leave();
        }
    }

    fn statement_within(&mut self, node: Node) {
        match node.kind() {
            "expression_statement" => self.expression_statement(node),
            "import_statement" => self.imports(node),
            "import_from_statement" => self.imports_from(node),
            "function_definition" => self.function(node, Vec::new()),
            "class_definition" => self.class(node, Vec::new()),
            "decorated_definition" => self.decorated(node),
            "return_statement" => {
                let value = self.group(node);
                self.b.push(Statement::Return(value));
            }
            "raise_statement" => {
                let value = self.group(node);
                self.b.push(Statement::Raise(value));
            }
            "global_statement" | "nonlocal_statement" => {
                let words: Vec<Word> = named(node).into_iter().map(|name| self.b.word(name)).collect();
                if let Some(outer) = self.outer.last_mut() {
                    outer.extend(words);
                }
            }
            "for_statement" => {
                if let (Some(left), Some(right)) = (field(node, "left"), field(node, "right")) {
                    let value = self.expression(right);
                    self.assign(left, value, true, node);
                }
                self.arms(node, &["left", "right"]);
            }
            "if_statement" | "elif_clause" | "while_statement" | "match_statement" | "case_clause"
            | "with_statement" | "try_statement" | "except_clause" | "else_clause" | "finally_clause" => {
                self.arms(node, &[])
            }
            "with_clause" => self.statements(node),
            "with_item" | "print_statement" | "assert_statement" | "exec_statement" | "delete_statement"
            | "if_clause" => {
                self.simple(node);
            }
            "case_pattern" => self.pattern(node),
            "block" => {
                self.b.open();
                self.statements(node);
                let block = self.b.close();
                self.b.push(Statement::Block(block));
            }
            "pass_statement"
            | "break_statement"
            | "continue_statement"
            | "future_import_statement"
            | "type_alias_statement"
            | "comment" => {}
            "ERROR" => self.statements(node),
            _ => {
                let value = self.expression(node);
                self.b.push(Statement::Expression(value));
            }
        }
    }

    /// The parts of a compound statement in order: conditions are expressions, suites are blocks.
    fn arms(&mut self, node: Node, done: &[&str]) {
        let done: Vec<Option<Node>> = done.iter().map(|name| field(node, name)).collect();
        for child in named(node) {
            if !done.contains(&Some(child)) {
                self.statement(child);
            }
        }
    }

    fn simple(&mut self, node: Node) {
        match node.kind() {
            "print_statement" => {
                let callee = self.b.unit.intern("print");
                let span = Span::new(self.b.unit.file, node.start_byte()..node.start_byte() + "print".len());
                let callee = self.b.unit.add(Expr::Name(callee), span);
                let args = all(node, "argument").into_iter().map(|arg| self.positional(arg)).collect();
                let call = self.b.add(Expr::Call { callee, args, makes: false }, node);
                self.b.push(Statement::Expression(call));
            }
            "delete_statement" => {}
            "with_item" => {
                let Some(value) = first(node) else { return };
                let target = field(value, "alias");
                if let (Some(target), Some(value)) = (target, first(value)) {
                    let value = self.expression(value);
                    self.assign(target, value, false, node);
                } else {
                    let value = self.expression(value);
                    self.b.push(Statement::Expression(value));
                }
            }
            _ => {
                for part in named(node) {
                    let value = self.expression(part);
                    self.b.push(Statement::Expression(value));
                }
            }
        }
    }

    fn expression_statement(&mut self, node: Node) {
        for part in named(node) {
            match part.kind() {
                // A text that stands alone is documentation.
                "string" | "concatenated_string" => {}
                "assignment" => {
                    if !self.class_field(part) {
                        self.assignment(part);
                    }
                }
                "augmented_assignment" => self.augmented(part),
                _ => {
                    let value = self.expression(part);
                    self.b.push(Statement::Expression(value));
                }
            }
        }
    }

    /// An assignment in a class body to a plain name is a field; anything else is answered `false`.
    fn class_field(&mut self, node: Node) -> bool {
        let (true, Some(owner), Some(left)) = (self.in_class, self.b.types.last().copied(), field(node, "left")) else {
            return false;
        };
        if left.kind() != "identifier" {
            return false;
        }
        let ty = field(node, "type").and_then(|ty| self.annotation(ty));
        let value = field(node, "right").map(|right| self.expression(right));
        let name = self.b.word(left);
        let span = self.b.span(node);
        let field = Field { name, ty, value, constant: false, decorators: Vec::new(), span };
        self.b.unit.ty_mut(owner).fields.push(field);
        true
    }

    fn assignment(&mut self, node: Node) {
        let Some(left) = field(node, "left") else { return };
        let ty = field(node, "type").and_then(|ty| self.annotation(ty));
        if let Some(right) = field(node, "right") {
            let value = self.expression(right);
            if ty.is_some() {
                self.assign_to(left, Some(value), ty, false, node);
            } else {
                self.assign(left, value, false, node);
            }
        } else {
            self.assign_to(left, None, ty, false, node);
        }
    }

    fn augmented(&mut self, node: Node) {
        let (Some(left), Some(right)) = (field(node, "left"), field(node, "right")) else { return };
        let before = self.expression(left);
        let added = self.expression(right);
        let value = self.b.add(Expr::Binary(operator(node), [before, added].into()), node);
        self.assign_to(left, Some(value), None, false, node);
    }

    /// Assigns to a target that may be a pattern.
    fn assign(&mut self, target: Node, value: ExprId, each: bool, node: Node) {
        if !self.b.enter(target) {
            return;
        }
        match target.kind() {
            "pattern_list" | "tuple_pattern" | "list_pattern" | "tuple" | "list" | "expression_list" => {
                let targets = named(target);
                let values = match self.b.unit.expr(value) {
                    Expr::List(values) if !each && values.len() == targets.len() => Some(values.clone()),
                    _ => None,
                };
                if let Some(values) = values {
                    for (target, value) in targets.into_iter().zip(&*values) {
                        self.assign(target, *value, false, node);
                    }
                } else {
                    let held = self.b.hold(value, each, node);
                    for (position, part) in targets.into_iter().enumerate() {
                        let object = self.b.add(Expr::Name(held), part);
                        let index = self.b.add(Expr::Number(position as f64), part);
                        let value = self.b.add(Expr::Index(object, index), part);
                        self.assign(part, value, false, node);
                    }
                }
            }
            "list_splat_pattern" | "list_splat" | "parenthesized_expression" | "as_pattern_target" => {
                if let Some(inner) = first(target) {
                    self.assign(inner, value, each, node);
                }
            }
            _ => self.assign_to(target, Some(value), None, each, node),
        }
        self.b.leave();
    }

    /// Assigns to a name, attribute or element.
    fn assign_to(&mut self, target: Node, value: Option<ExprId>, ty: Option<ExprId>, each: bool, node: Node) {
        let left = self.expression(target);
        let binds = match self.b.unit.expr(left) {
            Expr::Name(word) if self.outer.last().is_some_and(|outer| outer.contains(word)) => Binds::Nothing,
            Expr::Name(_) => Binds::Function,
            _ => Binds::Nothing,
        };
        self.b.assign(left, value, ty, binds, each, node);
    }

    /// Names that a `case` binds hide what they meant before.
    fn pattern(&mut self, node: Node) {
        for part in named(node) {
            if part.kind() == "dotted_name" && part.named_child_count() == 1 {
                let target = self.b.name(part);
                let value = self.b.other(Vec::new(), part);
                self.b.assign(target, Some(value), None, Binds::Function, false, part);
            } else if self.b.enter(part) {
                self.pattern(part);
                self.b.leave();
            }
        }
    }

    fn imports(&mut self, node: Node) {
        for item in all(node, "name") {
            let (path, alias) = aliased(item);
            let span = self.b.span(path);
            let text: String = self.b.text(path).split_whitespace().collect();
            // `import a.b` binds `a`, and the rest is reached through it.
            let (what, local) = match alias {
                Some(alias) => (Imported::Module, self.b.word(alias)),
                None => (Imported::Top, self.b.unit.intern(text.split('.').next().unwrap_or_default())),
            };
            let module = self.b.unit.intern(&text);
            self.b.import(Import { module, span, what, local: Some(local), relative: false });
        }
    }

    fn imports_from(&mut self, node: Node) {
        let Some(from) = field(node, "module_name") else { return };
        let text: String = self.b.text(from).split_whitespace().collect();
        let module = self.b.unit.intern(&text);
        let span = self.b.span(from);
        let relative = from.kind() == "relative_import";
        if has(node, "wildcard_import") {
            self.b.import(Import { module, span, what: Imported::All, local: None, relative });
        }
        for item in all(node, "name") {
            let (path, alias) = aliased(item);
            let member = self.b.word(path);
            let local = alias.map_or(member, |alias| self.b.word(alias));
            self.b.import(Import { module, span, what: Imported::Member(member), local: Some(local), relative });
        }
    }

    fn decorated(&mut self, node: Node) {
        let mut decorators = Vec::new();
        for child in named(node) {
            match child.kind() {
                "decorator" => {
                    if let Some(inner) = first(child) {
                        decorators.push(self.expression(inner));
                    }
                }
                "class_definition" => self.class(child, std::mem::take(&mut decorators)),
                "function_definition" => self.function(child, std::mem::take(&mut decorators)),
                _ => self.statement(child),
            }
        }
    }

    fn class(&mut self, node: Node, decorators: Vec<ExprId>) {
        let id = self.b.declare_type(field(node, "name"), node);
        let mut bases = Vec::new();
        for base in field(node, "superclasses").map(named).unwrap_or_default() {
            if base.kind() != "keyword_argument" {
                bases.push(self.expression(base));
            }
        }
        self.b.types.push(id);
        let around = std::mem::replace(&mut self.in_class, true);
        self.b.open();
        if let Some(body) = field(node, "body") {
            self.statements(body);
        }
        let body = self.b.close();
        self.in_class = around;
        self.b.types.pop();
        let ty = self.b.unit.ty_mut(id);
        (ty.bases, ty.decorators, ty.body) = (bases, decorators, body);
        self.b.push(Statement::Type(id));
    }

    fn function(&mut self, node: Node, decorators: Vec<ExprId>) {
        let name = field(node, "name");
        let mut function = self.b.function(name, node);
        let in_class = std::mem::take(&mut self.in_class);
        if in_class {
            function.owner = self.b.types.last().copied();
        }
        let unbound = decorators.iter().any(
            |decorator| matches!(self.b.unit.expr(*decorator), Expr::Name(word) if &**self.b.unit.text(*word) == "staticmethod"),
        );
        function.constructor = name.is_some_and(|name| self.b.text(name) == "__init__");
        function.returns = field(node, "return_type").and_then(|ty| self.annotation(ty));
        function.decorators = decorators;
        self.signature(&mut function, field(node, "parameters"), in_class && !unbound);
        self.outer.push(Vec::new());
        self.b.open();
        if let Some(body) = field(node, "body") {
            self.statements(body);
        }
        function.body = self.b.close();
        self.outer.pop();
        self.in_class = in_class;
        self.b.add_function(function);
    }

    fn signature(&mut self, function: &mut Function, parameters: Option<Node>, method: bool) {
        let mut method = method;
        for node in parameters.map(named).unwrap_or_default() {
            let typed = node.kind() == "typed_parameter";
            let inner = if typed { first(node) } else { field(node, "name") };
            let inner = inner.unwrap_or(node);
            let (name, rest) = match inner.kind() {
                "identifier" => (inner, false),
                "list_splat_pattern" | "dictionary_splat_pattern" => (first(inner).unwrap_or(inner), true),
                _ => continue,
            };
            if std::mem::take(&mut method) && !rest {
                function.receiver = Some(self.b.word(name));
                continue;
            }
            let mut param = self.b.param(name, node);
            param.rest = rest;
            param.ty = field(node, "type").and_then(|ty| self.annotation(ty));
            param.default = field(node, "value").map(|value| self.expression(value));
            function.params.push(param);
        }
    }

    /// The type that an annotation names, without what is wrapped around it.
    fn annotation(&mut self, node: Node) -> Option<ExprId> {
        if !self.b.enter(node) {
            return None;
        }
        let found = match node.kind() {
            "type" | "constrained_type" | "parenthesized_expression" => {
                first(node).and_then(|inner| self.annotation(inner))
            }
            "none" => None,
            "string" => self.quoted(node),
            "union_type" => named(node).into_iter().find_map(|part| self.annotation(part)),
            "binary_operator" => field(node, "left")
                .and_then(|left| self.annotation(left))
                .or_else(|| field(node, "right").and_then(|right| self.annotation(right))),
            "generic_type" | "subscript" => {
                let parts = named(node);
                let outer = parts.first().copied();
                let wraps = outer.is_some_and(|outer| {
                    let name = self.b.text(outer);
                    WRAPPERS.contains(&name.rsplit('.').next().unwrap_or(name))
                });
                if wraps {
                    let inner = parts.get(1).copied();
                    let inner = inner
                        .and_then(|inner| if inner.kind() == "type_parameter" { first(inner) } else { Some(inner) });
                    inner.and_then(|inner| self.annotation(inner))
                } else {
                    outer.and_then(|outer| self.annotation(outer))
                }
            }
            "identifier" | "attribute" | "member_type" => Some(self.expression(node)),
            _ => None,
        };
        self.b.leave();
        found
    }

    /// A type in quotes, when it is a plain dotted name.
    fn quoted(&mut self, node: Node) -> Option<ExprId> {
        let text = self.b.text(node).trim_matches(['"', '\'']);
        let mut parts = text.split('.');
        let plain = |part: &str| !part.is_empty() && part.chars().all(|c| c == '_' || c.is_alphanumeric());
        if !text.split('.').all(plain) {
            return None;
        }
        let root = self.b.unit.intern(parts.next()?);
        let mut expr = self.b.add(Expr::Name(root), node);
        for part in parts {
            let word = self.b.unit.intern(part);
            expr = self.b.add(Expr::Field(expr, word), node);
        }
        Some(expr)
    }
}

fn aliased(item: Node<'_>) -> (Node<'_>, Option<Node<'_>>) {
    match item.kind() {
        "aliased_import" => (field(item, "name").unwrap_or(item), field(item, "alias")),
        _ => (item, None),
    }
}
