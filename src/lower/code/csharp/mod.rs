//! C# to a unit. Namespaces are flattened; conditional compilation is read as if all of it held.

mod class;
mod expression;

use tree_sitter::Node;

use crate::model::unit::{Binds, Expr, ExprId, Function, Import, Imported, Statement};

use super::build::{Builder, field, first, has, named};

/// Types that stand for what is inside their brackets, once awaited.
const WRAPPERS: &[&str] = &["Task", "ValueTask", "Lazy"];

/// Lowers a compilation unit.
pub(super) fn lower<'t>(builder: Builder<'t>, root: Node) -> Builder<'t> {
    let mut csharp = Csharp { b: builder };
    csharp.statements(root);
    csharp.b
}

struct Csharp<'t> {
    b: Builder<'t>,
}

impl Csharp<'_> {
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
            "expression_statement" => {
                if let Some(inner) = first(node) {
                    self.effect(inner);
                }
            }
            "local_declaration_statement"
            | "global_statement"
            | "declaration_list"
            | "unsafe_statement"
            | "checked_statement"
            | "labeled_statement"
            | "lock_statement"
            | "while_statement"
            | "do_statement"
            | "try_statement"
            | "finally_clause"
            | "preproc_elif"
            | "preproc_else"
            | "ERROR" => self.statements(node),
            "variable_declaration" => self.variables(node),
            "using_directive" => self.using(node),
            "namespace_declaration" | "file_scoped_namespace_declaration" => self.namespace(node),
            "class_declaration"
            | "interface_declaration"
            | "struct_declaration"
            | "record_declaration"
            | "enum_declaration" => {
                let id = self.class(node);
                self.b.push(Statement::Type(id));
            }
            "method_declaration" | "local_function_statement" => {
                let mut function = self.b.function(field(node, "name"), node);
                self.fill(&mut function, node);
                self.b.add_function(function);
            }
            "return_statement" | "yield_statement" | "arrow_expression_clause" => {
                let value = self.group(node);
                self.b.push(Statement::Return(value));
            }
            "throw_statement" => {
                let value = self.group(node);
                self.b.push(Statement::Raise(value));
            }
            "if_statement" => self.branches(node),
            "preproc_if" => self.conditional(node),
            "block" | "switch_body" | "switch_section" | "for_statement" | "using_statement" | "fixed_statement" => {
                self.nested(node);
            }
            "foreach_statement" | "catch_clause" => {
                self.b.open();
                self.head(node);
                let block = self.b.close();
                self.b.push(Statement::Block(block));
            }
            "switch_statement" => self.statements(node),
            "break_statement"
            | "continue_statement"
            | "goto_statement"
            | "empty_statement"
            | "modifier"
            | "identifier"
            | "delegate_declaration"
            | "extern_alias_directive"
            | "attribute_list"
            | "preproc_region"
            | "preproc_endregion"
            | "preproc_pragma"
            | "preproc_nullable"
            | "preproc_define"
            | "preproc_undef" => {}
            _ => {
                let value = self.expression(node);
                self.b.push(Statement::Expression(value));
            }
        }
    }

    fn nested(&mut self, node: Node) {
        self.b.open();
        self.statements(node);
        let block = self.b.close();
        self.b.push(Statement::Block(block));
    }

    /// The parts of `#if` without its condition.
    fn conditional(&mut self, node: Node) {
        let condition = field(node, "condition");
        for part in named(node) {
            if Some(part) != condition {
                self.statement(part);
            }
        }
    }

    /// Chains of `else if` are followed without recursion.
    fn branches(&mut self, node: Node) {
        let mut next = Some(node);
        while let Some(node) = next.take() {
            if let Some(condition) = field(node, "condition") {
                let value = self.expression(condition);
                self.b.push(Statement::Expression(value));
            }
            if let Some(body) = field(node, "consequence") {
                self.statement(body);
            }
            match field(node, "alternative") {
                Some(other) if other.kind() == "if_statement" => next = Some(other),
                Some(other) => self.statement(other),
                None => {}
            }
        }
    }

    fn head(&mut self, node: Node) {
        if node.kind() == "foreach_statement" {
            let value = self.expression_or(field(node, "right"), node);
            let ty = field(node, "type").and_then(|ty| self.type_of(ty));
            if let Some(left) = field(node, "left") {
                let names = if left.kind() == "identifier" { vec![left] } else { named(left) };
                for name in names {
                    let target = self.b.name(name);
                    self.b.assign(target, Some(value), ty, Binds::Block, true, node);
                }
            }
        }
        for part in named(node) {
            match part.kind() {
                "catch_declaration" => {
                    if let Some(name) = field(part, "name") {
                        let ty = field(part, "type").and_then(|ty| self.type_of(ty));
                        let target = self.b.name(name);
                        self.b.assign(target, None, ty, Binds::Block, false, part);
                    }
                }
                "catch_filter_clause" => self.statements(part),
                _ if Some(part) == field(node, "body") => self.statement(part),
                _ => {}
            }
        }
    }

    fn using(&mut self, node: Node) {
        let alias = field(node, "name");
        let Some(path) = named(node).into_iter().find(|child| Some(*child) != alias) else { return };
        let text: String = self.b.text(path).split_whitespace().collect();
        let module = self.b.unit.intern(text.strip_prefix("global::").unwrap_or(&text));
        let span = self.b.span(path);
        let local = alias.map(|alias| self.b.word(alias));
        let what = if local.is_some() { Imported::Module } else { Imported::All };
        self.b.import(Import { module, span, what, local, relative: false });
    }

    fn namespace(&mut self, node: Node) {
        if let Some(name) = field(node, "name").filter(|_| self.b.unit.package.is_none()) {
            self.b.unit.package = Some(self.b.word(name));
        }
        if let Some(body) = field(node, "body") {
            self.statements(body);
        }
    }

    /// Local variables of one type.
    fn variables(&mut self, node: Node) {
        let declared = field(node, "type");
        for declarator in named(node).into_iter().filter(|child| child.kind() == "variable_declarator") {
            let Some(name) = field(declarator, "name") else { continue };
            let ty = declared.and_then(|ty| self.type_of(ty));
            let value = self.initial(declarator, declared);
            let target = self.b.name(name);
            self.b.assign(target, value, ty, Binds::Block, false, declarator);
        }
    }

    /// The value of a declarator; `new(…)` makes what the declaration says.
    fn initial(&mut self, declarator: Node, declared: Option<Node>) -> Option<ExprId> {
        let name = field(declarator, "name");
        let value = named(declarator).into_iter().rfind(|child| Some(*child) != name)?;
        Some(self.value_of(value, declared))
    }

    fn value_of(&mut self, value: Node, declared: Option<Node>) -> ExprId {
        match (value.kind(), declared) {
            ("implicit_object_creation_expression", Some(ty)) => self.creation(value, Some(ty)),
            ("arrow_expression_clause", _) => self.group(value),
            _ => self.expression(value),
        }
    }

    /// An expression for its effect.
    fn effect(&mut self, node: Node) {
        if node.kind() == "assignment_expression" {
            self.assignment(node);
        } else {
            let value = self.expression(node);
            self.b.push(Statement::Expression(value));
        }
    }

    /// Parameters, return type and body of a function or method.
    fn fill(&mut self, function: &mut Function, node: Node) {
        self.parameters(function, field(node, "parameters"));
        let returns = field(node, "returns").or_else(|| field(node, "type"));
        function.returns = returns.and_then(|ty| self.type_of(ty));
        self.b.open();
        for part in named(node).into_iter().filter(|child| child.kind() == "constructor_initializer") {
            let call = self.constructor_call(part);
            self.b.push(Statement::Expression(call));
        }
        match field(node, "body") {
            Some(body) if body.kind() == "block" => self.statements(body),
            Some(body) if body.kind() == "arrow_expression_clause" => self.statement(body),
            Some(body) => {
                let value = self.expression(body);
                self.b.push(Statement::Return(value));
            }
            // An anonymous method has no name for its block.
            None => {
                if let Some(body) = named(node).into_iter().find(|child| child.kind() == "block") {
                    self.statements(body);
                }
            }
        }
        function.body = self.b.close();
    }

    fn parameters(&mut self, function: &mut Function, list: Option<Node>) {
        let Some(list) = list else { return };
        if list.kind() == "implicit_parameter" {
            function.params.push(self.b.param(list, list));
        }
        for node in named(list) {
            let name = if node.kind() == "implicit_parameter" { Some(node) } else { field(node, "name") };
            let Some(name) = name else { continue };
            let mut param = self.b.param(name, node);
            param.ty = field(node, "type").and_then(|ty| self.type_of(ty));
            param.rest = has(node, "params");
            param.decorators = self.attributes(node);
            let default = named(node).into_iter().rfind(|child| {
                Some(*child) != field(node, "type")
                    && *child != name
                    && !matches!(child.kind(), "attribute_list" | "modifier")
            });
            param.default = default.map(|value| self.expression(value));
            function.params.push(param);
        }
    }

    /// The attributes of a declaration.
    fn attributes(&mut self, node: Node) -> Vec<ExprId> {
        let mut found = Vec::new();
        for list in named(node).into_iter().filter(|child| child.kind() == "attribute_list") {
            for attribute in named(list).into_iter().filter(|child| child.kind() == "attribute") {
                found.push(self.attribute(attribute));
            }
        }
        found
    }

    /// The name of a type without its arguments; none for primitive ones.
    fn type_of(&mut self, node: Node) -> Option<ExprId> {
        if !self.b.enter(node) {
            return None;
        }
        let found = match node.kind() {
            "identifier" if self.b.text(node) == "var" => None,
            "identifier" => Some(self.b.name(node)),
            "nullable_type" | "ref_type" | "scoped_type" | "pointer_type" => {
                field(node, "type").and_then(|ty| self.type_of(ty))
            }
            "generic_name" => {
                let parts = named(node);
                let name = parts.first().copied();
                let wraps = name.is_some_and(|name| WRAPPERS.contains(&self.b.text(name)));
                let inner = if wraps { parts.get(1).copied().and_then(first) } else { name };
                inner.and_then(|inner| self.type_of(inner))
            }
            "qualified_name" => match (field(node, "qualifier"), field(node, "name")) {
                (Some(qualifier), Some(name)) => {
                    let word = self.simple_name(name);
                    self.type_of(qualifier).map(|object| self.b.add(Expr::Field(object, word), node))
                }
                _ => None,
            },
            "alias_qualified_name" => field(node, "name").and_then(|name| self.type_of(name)),
            _ => None,
        };
        self.b.leave();
        found
    }

    /// A name without its type arguments.
    fn simple_name(&mut self, node: Node) -> crate::model::unit::Word {
        let name = if node.kind() == "generic_name" { first(node).unwrap_or(node) } else { node };
        self.b.word(name)
    }
}
