//! Go to a unit.

mod declaration;
mod expression;

use std::collections::BTreeMap;

use tree_sitter::Node;

use crate::model::unit::{Binds, Expr, ExprId, Operator, Statement, TypeId, Word};

use super::build::{Builder, all, field, first, named};

/// Lowers a file.
pub(super) fn lower<'t>(builder: Builder<'t>, root: Node) -> Builder<'t> {
    let mut go = Go { b: builder, types: BTreeMap::new() };
    // Types name imports, and methods name their type, which may be declared below them.
    let order = |node: &Node| match node.kind() {
        "package_clause" | "import_declaration" => 0,
        "type_declaration" => 1,
        _ => 2,
    };
    let mut nodes = named(root);
    nodes.sort_by_key(order);
    for node in nodes {
        go.statement(node);
    }
    go.b
}

struct Go<'t> {
    b: Builder<'t>,
    /// Types of the package, as far as the file declares them or their methods.
    types: BTreeMap<Word, TypeId>,
}

impl Go<'_> {
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
            "package_clause" => self.b.unit.package = first(node).map(|name| self.b.word(name)),
            "import_declaration" | "import_spec_list" => self.imports(node),
            "function_declaration" | "method_declaration" => self.function(node),
            "type_declaration" => self.types(node),
            "var_declaration" | "const_declaration" | "var_spec_list" => {
                for spec in named(node) {
                    match spec.kind() {
                        "var_spec" | "const_spec" => self.spec(spec),
                        _ => self.statement(spec),
                    }
                }
            }
            "short_var_declaration" => self.assign_lists(node, Binds::Block),
            "assignment_statement" => self.assignment(node),
            "inc_statement" | "dec_statement" => {
                let target = self.group(node);
                let value = self.b.other(Vec::new(), node);
                self.b.assign(target, Some(value), None, Binds::Nothing, false, node);
            }
            "return_statement" => {
                for value in first(node).map(named).unwrap_or_default() {
                    let value = self.expression(value);
                    self.b.push(Statement::Return(value));
                }
            }
            "statement_list" | "ERROR" | "labeled_statement" => self.statements(node),
            "block"
            | "for_statement"
            | "if_statement"
            | "expression_switch_statement"
            | "select_statement"
            | "expression_case"
            | "default_case"
            | "communication_case" => self.nested(node),
            "type_switch_statement" => self.type_switch(node),
            "for_clause" => self.statements(node),
            "range_clause" => self.range(node),
            "receive_statement" => self.assign_lists(node, Binds::Block),
            "expression_statement" | "go_statement" | "defer_statement" => {
                let value = self.group(node);
                self.b.push(Statement::Expression(value));
            }
            "expression_list" => {
                for part in named(node) {
                    let value = self.expression(part);
                    self.b.push(Statement::Expression(value));
                }
            }
            "empty_statement"
            | "break_statement"
            | "continue_statement"
            | "goto_statement"
            | "fallthrough_statement"
            | "label_name" => {}
            _ => {
                let value = self.expression(node);
                self.b.push(Statement::Expression(value));
            }
        }
    }

    /// A statement with names of its own: conditions, initialisers and bodies in order. Chains of
    /// `else if` are followed without recursion.
    fn nested(&mut self, node: Node) {
        self.b.open();
        let mut next = Some(node);
        while let Some(node) = next.take() {
            let alternative = field(node, "alternative");
            for part in named(node) {
                if Some(part) != alternative {
                    self.statement(part);
                }
            }
            match alternative {
                Some(other) if other.kind() == "if_statement" => next = Some(other),
                Some(other) => self.statement(other),
                None => {}
            }
        }
        let block = self.b.close();
        self.b.push(Statement::Block(block));
    }

    /// `switch x := y.(type)`: in each case, the name is of the case's type.
    fn type_switch(&mut self, node: Node) {
        self.b.open();
        if let Some(initializer) = field(node, "initializer") {
            self.statement(initializer);
        }
        let value = self.expression_or(field(node, "value"), node);
        let alias = field(node, "alias").and_then(first);
        self.b.push(Statement::Expression(value));
        for case in named(node) {
            if !matches!(case.kind(), "type_case" | "default_case") {
                continue;
            }
            self.b.open();
            let types = all(case, "type");
            if let Some(alias) = alias {
                let ty = types.first().filter(|_| types.len() == 1).and_then(|ty| self.type_of(*ty));
                let value = self.b.other(Vec::new(), alias);
                let value = ty.map_or(value, |ty| self.b.add(Expr::Cast(ty, value), case));
                let target = self.b.name(alias);
                self.b.assign(target, Some(value), None, Binds::Block, false, case);
            }
            for part in named(case) {
                if !types.contains(&part) {
                    self.statement(part);
                }
            }
            let block = self.b.close();
            self.b.push(Statement::Block(block));
        }
        let block = self.b.close();
        self.b.push(Statement::Block(block));
    }

    fn range(&mut self, node: Node) {
        let value = self.expression_or(field(node, "right"), node);
        let targets = field(node, "left").map(named).unwrap_or_default();
        let binds = if super::build::has(node, ":=") { Binds::Block } else { Binds::Nothing };
        if targets.is_empty() {
            self.b.push(Statement::Expression(value));
        }
        for (position, target) in targets.into_iter().enumerate() {
            // The first is the index or key.
            let value = if position == 0 { self.b.other(Vec::new(), target) } else { value };
            self.assign_one(target, value, binds, position > 0, node);
        }
    }

    fn spec(&mut self, node: Node) {
        let ty = field(node, "type").and_then(|ty| self.type_of(ty));
        let names = all(node, "name");
        let values = field(node, "value").map(named).unwrap_or_default();
        if values.len() == names.len() {
            for (name, value) in names.into_iter().zip(values) {
                let value = self.expression(value);
                let target = self.b.name(name);
                self.b.assign(target, Some(value), ty, Binds::Block, false, node);
            }
        } else if let [value] = values.as_slice() {
            let value = self.expression(*value);
            self.several(&names, value, Binds::Block, node);
        } else {
            for name in names {
                let target = self.b.name(name);
                self.b.assign(target, None, ty, Binds::Block, false, node);
            }
        }
    }

    fn assignment(&mut self, node: Node) {
        let operator = node.child_by_field_name("operator").map_or("=", |operator| operator.kind());
        if operator == "=" {
            self.assign_lists(node, Binds::Nothing);
            return;
        }
        let (Some(left), Some(right)) = (field(node, "left").and_then(first), field(node, "right").and_then(first))
        else {
            return;
        };
        let before = self.expression(left);
        let added = self.expression(right);
        let operator = if operator == "+=" { Operator::Add } else { Operator::Other };
        let value = self.b.add(Expr::Binary(operator, [before, added].into()), node);
        self.assign_one(left, value, Binds::Nothing, false, node);
    }

    /// `a, b = x, y` and `a, b = f()`.
    fn assign_lists(&mut self, node: Node, binds: Binds) {
        let targets = field(node, "left").map(named).unwrap_or_default();
        let right = field(node, "right");
        let values = match right {
            Some(right) if right.kind() == "expression_list" => named(right),
            Some(right) => vec![right],
            None => Vec::new(),
        };
        if values.len() == targets.len() {
            let values: Vec<ExprId> = values.into_iter().map(|value| self.expression(value)).collect();
            for (target, value) in targets.into_iter().zip(values) {
                self.assign_one(target, value, binds, false, node);
            }
        } else if let [value] = values.as_slice() {
            let value = self.expression(*value);
            self.several(&targets, value, binds, node);
        }
    }

    /// The results of one call for several targets. Of them, the first is what the call is about; others
    /// are errors and marks of success for the most part.
    fn several(&mut self, targets: &[Node], value: ExprId, binds: Binds, node: Node) {
        if targets.is_empty() {
            self.b.push(Statement::Expression(value));
            return;
        }
        let held = self.b.hold(value, false, node);
        for (position, target) in targets.iter().enumerate() {
            let mut value = self.b.add(Expr::Name(held), *target);
            if position > 0 {
                let index = self.b.add(Expr::Number(position as f64), *target);
                value = self.b.add(Expr::Index(value, index), *target);
            }
            self.assign_one(*target, value, binds, false, node);
        }
    }

    fn assign_one(&mut self, target: Node, value: ExprId, binds: Binds, each: bool, node: Node) {
        if target.kind() == "blank_identifier" || self.b.text(target) == "_" {
            self.b.push(Statement::Expression(value));
            return;
        }
        let left = self.expression(target);
        let binds = if matches!(self.b.unit.expr(left), Expr::Name(_)) { binds } else { Binds::Nothing };
        self.b.assign(left, Some(value), None, binds, each, node);
    }
}
