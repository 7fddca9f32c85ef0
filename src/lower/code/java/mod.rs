//! Java to a unit.

mod class;
mod expression;

use tree_sitter::Node;

use crate::model::unit::{Binds, Expr, ExprId, Function, Import, Imported, Statement};

use super::build::{Builder, all, field, first, has, named};

/// Lowers a compilation unit.
pub(super) fn lower<'t>(builder: Builder<'t>, root: Node) -> Builder<'t> {
    let mut java = Java { b: builder };
    java.statements(root);
    java.b
}

struct Java<'t> {
    b: Builder<'t>,
}

impl Java<'_> {
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
            "local_variable_declaration" => self.local(node),
            "import_declaration" => self.import(node),
            "package_declaration" => {
                let name = named(node).into_iter().find(|child| child.kind().ends_with("identifier"));
                self.b.unit.package = name.map(|name| self.b.word(name));
            }
            "class_declaration"
            | "interface_declaration"
            | "enum_declaration"
            | "record_declaration"
            | "annotation_type_declaration" => {
                let id = self.class(node);
                self.b.push(Statement::Type(id));
            }
            "return_statement" | "yield_statement" => {
                let value = self.group(node);
                self.b.push(Statement::Return(value));
            }
            "throw_statement" => {
                let value = self.group(node);
                self.b.push(Statement::Raise(value));
            }
            "block" | "constructor_body" | "switch_block" | "switch_block_statement_group" | "switch_rule" => {
                self.nested(node);
            }
            "if_statement" => self.branches(node),
            "for_statement" | "enhanced_for_statement" | "try_with_resources_statement" | "catch_clause" => {
                // Names of the head are seen in the body only.
                self.b.open();
                self.head(node);
                let block = self.b.close();
                self.b.push(Statement::Block(block));
            }
            "while_statement"
            | "do_statement"
            | "try_statement"
            | "finally_clause"
            | "labeled_statement"
            | "synchronized_statement"
            | "resource_specification"
            | "ERROR" => self.statements(node),
            "switch_expression" => {
                let value = self.expression(node);
                self.b.push(Statement::Expression(value));
            }
            "resource" => self.resource(node),
            "method_declaration" => self.loose_method(node),
            "explicit_constructor_invocation" => {
                let value = self.constructor_call(node);
                self.b.push(Statement::Expression(value));
            }
            "break_statement" | "continue_statement" | "identifier" | "module_declaration" => {}
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
        match node.kind() {
            "enhanced_for_statement" => {
                if let (Some(name), Some(value)) = (field(node, "name"), field(node, "value")) {
                    let value = self.expression(value);
                    let ty = field(node, "type").and_then(|ty| self.type_of(ty));
                    let target = self.b.name(name);
                    self.b.assign(target, Some(value), ty, Binds::Block, true, node);
                }
                if let Some(body) = field(node, "body") {
                    self.statement(body);
                }
            }
            "catch_clause" => {
                for child in named(node) {
                    match child.kind() {
                        "catch_formal_parameter" => {
                            let ty = named(child).into_iter().find(|part| part.kind() == "catch_type").and_then(first);
                            if let Some(name) = field(child, "name") {
                                let ty = ty.and_then(|ty| self.type_of(ty));
                                let target = self.b.name(name);
                                self.b.assign(target, None, ty, Binds::Block, false, child);
                            }
                        }
                        _ => self.statement(child),
                    }
                }
            }
            _ => self.statements(node),
        }
    }

    fn resource(&mut self, node: Node) {
        match (field(node, "name"), field(node, "value")) {
            (Some(name), Some(value)) => {
                let value = self.expression(value);
                let ty = field(node, "type").and_then(|ty| self.type_of(ty));
                let target = self.b.name(name);
                self.b.assign(target, Some(value), ty, Binds::Block, false, node);
            }
            _ => {
                let value = self.group(node);
                self.b.push(Statement::Expression(value));
            }
        }
    }

    fn local(&mut self, node: Node) {
        let ty = field(node, "type").and_then(|ty| self.type_of(ty));
        for declarator in all(node, "declarator") {
            if let Some(name) = field(declarator, "name") {
                let value = field(declarator, "value").map(|value| self.expression(value));
                let target = self.b.name(name);
                self.b.assign(target, value, ty, Binds::Block, false, declarator);
            }
        }
    }

    fn import(&mut self, node: Node) {
        let Some(path) = named(node).into_iter().find(|child| child.kind().ends_with("identifier")) else { return };
        let text: String = self.b.text(path).split_whitespace().collect();
        let span = self.b.span(path);
        let (module, what, local) = if has(node, "asterisk") {
            (text.as_str(), Imported::All, None)
        } else {
            let (owner, member) = text.rsplit_once('.').unwrap_or(("", &text));
            let local = Some(self.b.unit.intern(member));
            match (has(node, "static"), local) {
                (true, Some(member)) => (owner, Imported::Member(member), local),
                _ => (text.as_str(), Imported::Module, local),
            }
        };
        let module = self.b.unit.intern(module);
        self.b.import(Import { module, span, what, local, relative: false });
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

    fn parameters(&mut self, function: &mut Function, list: Option<Node>) {
        for node in list.map(named).unwrap_or_default() {
            let (name, rest) = match node.kind() {
                "formal_parameter" => (field(node, "name"), false),
                "spread_parameter" => {
                    let declarator = named(node).into_iter().find(|child| child.kind() == "variable_declarator");
                    (declarator.and_then(|declarator| field(declarator, "name")), true)
                }
                "identifier" => (Some(node), false),
                _ => (None, false),
            };
            let Some(name) = name else { continue };
            let mut param = self.b.param(name, node);
            param.rest = rest;
            param.ty = field(node, "type").filter(|_| !rest).and_then(|ty| self.type_of(ty));
            param.decorators = self.annotations(node);
            function.params.push(param);
        }
    }

    /// The annotations among the modifiers of a declaration.
    fn annotations(&mut self, node: Node) -> Vec<ExprId> {
        let Some(modifiers) = named(node).into_iter().find(|child| child.kind() == "modifiers") else {
            return Vec::new();
        };
        let marks = named(modifiers).into_iter().filter(|child| child.kind().ends_with("annotation"));
        marks.map(|mark| self.expression(mark)).collect()
    }

    /// The name of a type without its arguments; none for primitive ones.
    fn type_of(&mut self, node: Node) -> Option<ExprId> {
        if !self.b.enter(node) {
            return None;
        }
        let found = match node.kind() {
            "type_identifier" | "identifier" if self.b.text(node) == "var" => None,
            "type_identifier" | "identifier" => Some(self.b.name(node)),
            "generic_type" | "annotated_type" | "catch_type" => {
                let inner = named(node).into_iter().find(|child| child.kind().ends_with("identifier"));
                inner.and_then(|inner| self.type_of(inner))
            }
            "scoped_type_identifier" | "scoped_identifier" => {
                let parts: Vec<Node> =
                    named(node).into_iter().filter(|child| !child.kind().ends_with("annotation")).collect();
                match parts.as_slice() {
                    [scope, name] => {
                        let word = self.b.word(*name);
                        self.type_of(*scope).map(|scope| self.b.add(Expr::Field(scope, word), node))
                    }
                    _ => None,
                }
            }
            _ => None,
        };
        self.b.leave();
        found
    }
}
