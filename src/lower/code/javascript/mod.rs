//! JavaScript and TypeScript, with or without JSX, to a unit.

mod class;
mod expression;
mod pattern;

use tree_sitter::Node;

use crate::model::unit::{Binds, Expr, Function, Import, Imported, Statement, Word};

use super::build::{Builder, all, field, first, has, named, unescape};

/// Lowers a module.
pub(super) fn lower<'t>(builder: Builder<'t>, root: Node) -> Builder<'t> {
    let mut script = Script { b: builder };
    script.statements(root);
    script.b
}

struct Script<'t> {
    b: Builder<'t>,
}

impl Script<'_> {
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
            "lexical_declaration" | "variable_declaration" | "using_declaration" => self.declaration(node),
            "import_statement" => self.import(node),
            "export_statement" => self.export(node),
            "function_declaration" | "generator_function_declaration" => {
                let mut function = self.b.function(field(node, "name"), node);
                self.fill(&mut function, node);
                self.b.add_function(function);
            }
            "class_declaration" | "abstract_class_declaration" => {
                self.class(node, Vec::new());
            }
            "interface_declaration" | "enum_declaration" => self.shape(node),
            "type_alias_declaration" => self.alias(node),
            "return_statement" => {
                let value = self.group(node);
                self.b.push(Statement::Return(value));
            }
            "throw_statement" => {
                let value = self.group(node);
                self.b.push(Statement::Raise(value));
            }
            "statement_block" | "class_static_block" => self.nested(node),
            "if_statement" => self.branches(node),
            "for_statement" | "for_in_statement" | "catch_clause" => {
                // Names of the head are seen in the body only.
                self.b.open();
                self.head(node);
                let block = self.b.close();
                self.b.push(Statement::Block(block));
            }
            "while_statement" | "do_statement" | "with_statement" | "try_statement" | "finally_clause"
            | "switch_statement" | "labeled_statement" | "else_clause" | "ERROR" => self.statements(node),
            "switch_body" | "switch_case" | "switch_default" | "internal_module" | "module" => self.nested(node),
            // What is declared elsewhere keeps its global name.
            "ambient_declaration"
            | "function_signature"
            | "import_alias"
            | "empty_statement"
            | "break_statement"
            | "continue_statement"
            | "debugger_statement"
            | "hash_bang_line"
            | "statement_identifier"
            | "comment" => {}
            _ => {
                let value = self.expression(node);
                self.b.push(Statement::Expression(value));
            }
        }
    }

    /// A block with names of its own.
    fn nested(&mut self, node: Node) {
        self.b.open();
        match field(node, "body").filter(|_| matches!(node.kind(), "internal_module" | "module")) {
            Some(body) => self.statements(body),
            None => self.statements(node),
        }
        let block = self.b.close();
        self.b.push(Statement::Block(block));
    }

    /// `if … else if … else …`: chains are long in generated code, so they are followed without recursion.
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
            match field(node, "alternative").and_then(first) {
                Some(other) if other.kind() == "if_statement" => next = Some(other),
                Some(other) => self.statement(other),
                None => {}
            }
        }
    }

    fn head(&mut self, node: Node) {
        match node.kind() {
            "for_in_statement" => {
                if let (Some(left), Some(right)) = (field(node, "left"), field(node, "right")) {
                    let value = self.expression(right);
                    let binds = match node.child_by_field_name("kind").map(|kind| kind.kind()) {
                        Some("var") => Binds::Function,
                        Some(_) => Binds::Block,
                        None => Binds::Nothing,
                    };
                    self.assign(left, value, binds, true, node);
                }
            }
            "catch_clause" => {
                if let Some(parameter) = field(node, "parameter") {
                    let value = self.b.other(Vec::new(), parameter);
                    self.assign(parameter, value, Binds::Block, false, parameter);
                }
            }
            _ => {
                for part in ["initializer", "condition", "increment"] {
                    if let Some(part) = field(node, part) {
                        self.statement(part);
                    }
                }
            }
        }
        if let Some(body) = field(node, "body") {
            self.statement(body);
        }
    }

    fn expression_statement(&mut self, node: Node) {
        for part in named(node) {
            match part.kind() {
                // A directive: 'use strict'.
                "string" => {}
                "assignment_expression" => self.assignment(part),
                "augmented_assignment_expression" => self.augmented(part),
                _ => {
                    let value = self.expression(part);
                    self.b.push(Statement::Expression(value));
                }
            }
        }
    }

    fn declaration(&mut self, node: Node) {
        let binds = if node.kind() == "variable_declaration" { Binds::Function } else { Binds::Block };
        for declarator in named(node) {
            let Some(target) = field(declarator, "name") else { continue };
            let value = field(declarator, "value");
            if value.is_some_and(|value| self.required(target, value)) {
                continue;
            }
            let ty = field(declarator, "type").and_then(|ty| self.annotation(ty));
            let value = value.map(|value| self.expression(value));
            match (target.kind(), value) {
                ("identifier", value) => {
                    let left = self.b.name(target);
                    self.b.assign(left, value, ty, binds, false, declarator);
                }
                (_, Some(value)) => self.assign(target, value, binds, false, declarator),
                (_, None) => {
                    // The loop or handler that the pattern belongs to is broken.
                    let value = self.b.other(Vec::new(), target);
                    self.assign(target, value, binds, false, declarator);
                }
            }
        }
    }

    /// `const x = require('module')`, and the same with `{a, b: c}`, are imports.
    fn required(&mut self, target: Node, value: Node) -> bool {
        let Some(source) = self.require_source(value) else { return false };
        let mut members: Vec<(Word, Word)> = Vec::new();
        match target.kind() {
            "identifier" => {}
            "object_pattern" => {
                for part in named(target) {
                    let (member, local) = match part.kind() {
                        "shorthand_property_identifier_pattern" => (part, part),
                        "pair_pattern" => match (field(part, "key"), field(part, "value")) {
                            (Some(key), Some(local)) if local.kind() == "identifier" => (key, local),
                            _ => return false,
                        },
                        _ => return false,
                    };
                    members.push((self.b.word(member), self.b.word(local)));
                }
            }
            _ => return false,
        }
        let import = self.import_of(source);
        if target.kind() == "identifier" {
            let local = Some(self.b.word(target));
            self.b.import(Import { what: Imported::Default, local, ..import });
        }
        for (member, local) in members {
            self.b.import(Import { what: Imported::Member(member), local: Some(local), ..import.clone() });
        }
        true
    }

    /// The module's text node in `require('module')`.
    fn require_source<'n>(&self, node: Node<'n>) -> Option<Node<'n>> {
        let callee = field(node, "function").filter(|_| node.kind() == "call_expression")?;
        let loads = callee.kind() == "import" || self.b.text(callee) == "require";
        let argument = field(node, "arguments").and_then(first).filter(|_| loads)?;
        (argument.kind() == "string").then_some(argument)
    }

    /// The import of a module of which nothing is named yet.
    fn import_of(&mut self, source: Node) -> Import {
        let text = self.string_text(source);
        let relative = text.starts_with(['.', '/', '#', '~']) || text.starts_with("@/");
        let module = self.b.unit.intern(text.strip_prefix("node:").unwrap_or(&text));
        Import { module, span: self.b.span(source), what: Imported::All, local: None, relative }
    }

    fn import(&mut self, node: Node) {
        let clauses = named(node);
        let required = clauses.iter().find(|clause| clause.kind() == "import_require_clause");
        let Some(source) = field(node, "source").or_else(|| required.and_then(|clause| field(*clause, "source")))
        else {
            return;
        };
        let import = self.import_of(source);
        let mut bound = false;
        for clause in clauses {
            for part in named(clause) {
                let (what, local) = match part.kind() {
                    "identifier" if clause.kind() == "import_require_clause" => (Imported::Module, part),
                    "identifier" => (Imported::Default, part),
                    "namespace_import" => match first(part) {
                        Some(local) => (Imported::Module, local),
                        None => continue,
                    },
                    "named_imports" => {
                        self.import_members(part, &import);
                        bound |= part.named_child_count() > 0;
                        continue;
                    }
                    _ => continue,
                };
                let local = Some(self.b.word(local));
                self.b.import(Import { what, local, ..import.clone() });
                bound = true;
            }
        }
        if !bound {
            self.b.import(import);
        }
    }

    fn import_members(&mut self, node: Node, import: &Import) {
        for specifier in named(node) {
            let Some(name) = field(specifier, "name") else { continue };
            let local = field(specifier, "alias").unwrap_or(name);
            let what = match self.b.text(name) {
                "default" => Imported::Default,
                _ => Imported::Member(self.b.word(name)),
            };
            let local = Some(self.b.word(local));
            self.b.import(Import { what, local, ..import.clone() });
        }
    }

    fn export(&mut self, node: Node) {
        if let Some(source) = field(node, "source") {
            let import = self.import_of(source);
            self.b.import(import);
            return;
        }
        let decorators = self.decorators(node);
        if let Some(declaration) = field(node, "declaration") {
            match declaration.kind() {
                "class_declaration" | "abstract_class_declaration" => self.class(declaration, decorators),
                _ => self.statement(declaration),
            }
        } else if let Some(value) = field(node, "value") {
            let value = self.expression(value);
            self.b.push(Statement::Expression(value));
        }
    }

    /// Parameters, return type and body of a function or method.
    fn fill(&mut self, function: &mut Function, node: Node) {
        self.b.open();
        if let Some(parameter) = field(node, "parameter") {
            function.params.push(self.b.param(parameter, parameter));
        }
        for parameter in field(node, "parameters").map(named).unwrap_or_default() {
            self.parameter(function, parameter);
        }
        function.returns = field(node, "return_type").and_then(|ty| self.annotation(ty));
        match field(node, "body") {
            Some(body) if body.kind() == "statement_block" => self.statements(body),
            Some(body) => {
                let value = self.expression(body);
                self.b.push(Statement::Return(value));
            }
            None => {}
        }
        function.body = self.b.close();
    }

    fn parameter(&mut self, function: &mut Function, node: Node) {
        let mut pattern = field(node, "pattern").unwrap_or(node);
        let mut default = field(node, "value");
        if pattern.kind() == "assignment_pattern" {
            default = field(pattern, "right");
            pattern = field(pattern, "left").unwrap_or(pattern);
        }
        let rest = pattern.kind() == "rest_pattern";
        if rest {
            pattern = first(pattern).unwrap_or(pattern);
        }
        let word = match pattern.kind() {
            "identifier" => self.b.word(pattern),
            "this" => return,
            _ => {
                let word = self.b.make_up();
                let value = self.b.add(Expr::Name(word), pattern);
                self.assign(pattern, value, Binds::Block, false, pattern);
                word
            }
        };
        let mut param = self.b.param_of(word, node);
        param.rest = rest;
        param.ty = field(node, "type").and_then(|ty| self.annotation(ty));
        param.default = default.map(|value| self.expression(value));
        param.decorators = self.decorators(node);
        function.params.push(param);
    }

    /// The text of a string literal.
    fn string_text(&self, node: Node) -> String {
        let text = self.b.text(node);
        let inner = text.get(1..text.len().saturating_sub(1)).unwrap_or("");
        unescape(inner).into_owned()
    }

    fn decorators(&mut self, node: Node) -> Vec<crate::model::unit::ExprId> {
        let decorators = all(node, "decorator");
        decorators.into_iter().filter_map(first).map(|inner| self.expression(inner)).collect()
    }
}

/// Whether a declaration carries a modifier, which may be a node or a keyword.
fn is_marked(node: Node, modifiers: &[&str]) -> bool {
    modifiers.iter().any(|modifier| has(node, modifier))
}
