//! Assignment to patterns, and types as far as they name something.

use tree_sitter::Node;

use crate::model::unit::{Binds, Expr, ExprId, Operator, Word};

use super::super::build::{field, first, named};
use super::Script;

/// Types that stand for what is inside their brackets.
const WRAPPERS: [&str; 8] =
    ["Promise", "Readonly", "Partial", "Required", "NonNullable", "Awaited", "InstanceType", "DeepPartial"];

impl Script<'_> {
    /// Assigns a value to a name, a member, or the names of a pattern.
    pub(super) fn assign(&mut self, target: Node, value: ExprId, binds: Binds, each: bool, node: Node) {
        if !self.b.enter(target) {
            return;
        }
        match target.kind() {
            "object_pattern" => self.take_properties(target, value, binds, each, node),
            "array_pattern" => {
                let held = self.b.hold(value, each, node);
                for (position, part) in named(target).into_iter().enumerate() {
                    let object = self.b.add(Expr::Name(held), part);
                    let index = self.b.add(Expr::Number(position as f64), part);
                    let value = self.b.add(Expr::Index(object, index), part);
                    self.assign(part, value, binds, false, node);
                }
            }
            "assignment_pattern" | "object_assignment_pattern" => {
                if let (Some(left), Some(right)) = (field(target, "left"), field(target, "right")) {
                    let default = self.expression(right);
                    let value = self.b.add(Expr::Choice([value, default].into()), target);
                    self.assign(left, value, binds, each, node);
                }
            }
            "rest_pattern" | "parenthesized_expression" | "non_null_expression" => {
                if let Some(inner) = first(target) {
                    self.assign(inner, value, binds, each, node);
                }
            }
            "identifier" | "shorthand_property_identifier_pattern" => {
                let left = self.b.name(target);
                self.b.assign(left, Some(value), None, binds, each, node);
            }
            _ => {
                let left = self.expression(target);
                self.b.assign(left, Some(value), None, Binds::Nothing, each, node);
            }
        }
        self.b.leave();
    }

    fn take_properties(&mut self, pattern: Node, value: ExprId, binds: Binds, each: bool, node: Node) {
        let held = self.b.hold(value, each, node);
        for part in named(pattern) {
            let object = self.b.add(Expr::Name(held), part);
            match part.kind() {
                "shorthand_property_identifier_pattern" => {
                    let word = self.b.word(part);
                    let value = self.b.add(Expr::Field(object, word), part);
                    self.assign(part, value, binds, false, node);
                }
                "object_assignment_pattern" => {
                    let word = field(part, "left").map(|left| self.b.word(left));
                    if let Some(word) = word {
                        let value = self.b.add(Expr::Field(object, word), part);
                        self.assign(part, value, binds, false, node);
                    }
                }
                "pair_pattern" => {
                    if let (Some(key), Some(target)) = (field(part, "key"), field(part, "value")) {
                        let value = match self.key(key) {
                            Some(word) => self.b.add(Expr::Field(object, word), key),
                            None => self.b.other(vec![object], key),
                        };
                        self.assign(target, value, binds, false, node);
                    }
                }
                _ => self.assign(part, object, binds, false, node),
            }
        }
    }

    /// The name of a property, when it is written as one.
    pub(super) fn key(&mut self, node: Node) -> Option<Word> {
        match node.kind() {
            "string" => {
                let text = self.string_text(node);
                Some(self.b.unit.intern(&text))
            }
            "computed_property_name" => {
                let inner = first(node).filter(|inner| inner.kind() == "string")?;
                self.key(inner)
            }
            _ => Some(self.b.word(node)),
        }
    }

    pub(super) fn assignment(&mut self, node: Node) {
        let (Some(left), Some(right)) = (field(node, "left"), field(node, "right")) else { return };
        let value = self.expression(right);
        self.assign(left, value, Binds::Nothing, false, node);
    }

    pub(super) fn augmented(&mut self, node: Node) {
        let (Some(left), Some(right)) = (field(node, "left"), field(node, "right")) else { return };
        let before = self.expression(left);
        let added = self.expression(right);
        let operator = node.child_by_field_name("operator").map_or("", |operator| operator.kind());
        let value = match operator {
            "||=" | "??=" => Expr::Choice([before, added].into()),
            "+=" => Expr::Binary(Operator::Add, [before, added].into()),
            _ => Expr::Binary(Operator::Other, [before, added].into()),
        };
        let value = self.b.add(value, node);
        self.assign(left, value, Binds::Nothing, false, node);
    }

    /// The type that an annotation names.
    pub(super) fn annotation(&mut self, node: Node) -> Option<ExprId> {
        if !self.b.enter(node) {
            return None;
        }
        let found = match node.kind() {
            "type_identifier" | "identifier" => Some(self.b.name(node)),
            "nested_type_identifier" | "nested_identifier" => {
                let parts = named(node);
                match parts.as_slice() {
                    [module, name] => {
                        let word = self.b.word(*name);
                        self.annotation(*module).map(|module| self.b.add(Expr::Field(module, word), node))
                    }
                    _ => None,
                }
            }
            "generic_type" => {
                let name = field(node, "name");
                let wraps = name.is_some_and(|name| WRAPPERS.contains(&self.b.text(name)));
                let inner = if wraps { field(node, "type_arguments").and_then(first) } else { name };
                inner.and_then(|inner| self.annotation(inner))
            }
            "type_annotation" | "parenthesized_type" | "readonly_type" | "optional_type" | "type_query" => {
                first(node).and_then(|inner| self.annotation(inner))
            }
            "union_type" | "intersection_type" => named(node).into_iter().find_map(|part| self.annotation(part)),
            _ => None,
        };
        self.b.leave();
        found
    }
}
