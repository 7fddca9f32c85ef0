//! Classes, interfaces and enums of JavaScript and TypeScript.

use tree_sitter::Node;

use crate::model::unit::{Binds, ExprId, Field, Statement, TypeId};

use super::super::build::{field, first, named};
use super::{Script, is_marked};

impl Script<'_> {
    pub(super) fn class(&mut self, node: Node, mut decorators: Vec<ExprId>) {
        decorators.extend(self.decorators(node));
        let id = self.b.declare_type(field(node, "name"), node);
        let mut bases = Vec::new();
        for heritage in named(node).into_iter().filter(|child| child.kind() == "class_heritage") {
            for clause in named(heritage) {
                match clause.kind() {
                    "extends_clause" => {
                        if let Some(value) = field(clause, "value") {
                            bases.push(self.expression(value));
                        }
                    }
                    "implements_clause" => {
                        bases.extend(named(clause).into_iter().filter_map(|ty| self.annotation(ty)));
                    }
                    _ => bases.push(self.expression(clause)),
                }
            }
        }
        self.b.types.push(id);
        self.b.open();
        let mut waiting = decorators_of_members(node);
        for member in field(node, "body").map(named).unwrap_or_default() {
            if member.kind() == "decorator" {
                continue;
            }
            let marks: Vec<Node> = waiting.remove(&member.id()).unwrap_or_default();
            let marks = marks.into_iter().filter_map(first).map(|inner| self.expression(inner)).collect();
            self.member(id, member, marks);
        }
        let body = self.b.close();
        self.b.types.pop();
        let ty = self.b.unit.ty_mut(id);
        (ty.bases, ty.decorators, ty.body) = (bases, decorators, body);
        self.b.push(Statement::Type(id));
    }

    fn member(&mut self, owner: TypeId, node: Node, mut decorators: Vec<ExprId>) {
        if !self.b.enter(node) {
            return;
        }
        match node.kind() {
            "method_definition" => {
                let mut function = self.b.function(field(node, "name"), node);
                function.owner = Some(owner);
                function.constructor = field(node, "name").is_some_and(|name| self.b.text(name) == "constructor");
                self.fill(&mut function, node);
                decorators.extend(self.decorators(node));
                function.decorators = decorators;
                if function.constructor {
                    self.parameter_fields(owner, node);
                }
                self.b.add_function(function);
            }
            "public_field_definition" | "field_definition" | "property_signature" => {
                decorators.extend(self.decorators(node));
                let name = field(node, "name").or_else(|| field(node, "property"));
                if let Some(name) = name.and_then(|name| self.key(name)) {
                    let ty = field(node, "type").and_then(|ty| self.annotation(ty));
                    let value = field(node, "value").map(|value| self.expression(value));
                    let constant = is_marked(node, &["readonly"]);
                    let span = self.b.span(node);
                    let field = Field { name, ty, value, constant, decorators, span };
                    self.b.unit.ty_mut(owner).fields.push(field);
                }
            }
            "class_static_block" => {
                if let Some(body) = field(node, "body") {
                    self.statement(body);
                }
            }
            _ => {}
        }
        self.b.leave();
    }

    /// `constructor(private readonly client: Client)` declares a field as well.
    fn parameter_fields(&mut self, owner: TypeId, constructor: Node) {
        for parameter in field(constructor, "parameters").map(named).unwrap_or_default() {
            let pattern = field(parameter, "pattern").filter(|pattern| pattern.kind() == "identifier");
            if let Some(pattern) = pattern.filter(|_| is_marked(parameter, &["accessibility_modifier", "readonly"])) {
                let name = self.b.word(pattern);
                let ty = field(parameter, "type").and_then(|ty| self.annotation(ty));
                let span = self.b.span(parameter);
                let field = Field { name, ty, value: None, constant: false, decorators: Vec::new(), span };
                self.b.unit.ty_mut(owner).fields.push(field);
            }
        }
    }

    /// An interface or an enum: fields without methods.
    pub(super) fn shape(&mut self, node: Node) {
        let id = self.b.declare_type(field(node, "name"), node);
        let mut bases = Vec::new();
        for clause in named(node).into_iter().filter(|child| child.kind() == "extends_type_clause") {
            bases.extend(named(clause).into_iter().filter_map(|ty| self.annotation(ty)));
        }
        self.b.unit.ty_mut(id).bases = bases;
        if let Some(body) = field(node, "body") {
            self.shape_members(id, body);
        }
        self.b.push(Statement::Type(id));
    }

    fn shape_members(&mut self, id: TypeId, body: Node) {
        for member in named(body) {
            match member.kind() {
                "enum_assignment" => {
                    if let Some(name) = field(member, "name").and_then(|name| self.key(name)) {
                        let value = field(member, "value").map(|value| self.expression(value));
                        let span = self.b.span(member);
                        let field = Field { name, ty: None, value, constant: true, decorators: Vec::new(), span };
                        self.b.unit.ty_mut(id).fields.push(field);
                    }
                }
                _ => self.member(id, member, Vec::new()),
            }
        }
    }

    /// A type alias: a type of its own when it lists properties, else another name of what it stands for.
    pub(super) fn alias(&mut self, node: Node) {
        let (Some(name), Some(value)) = (field(node, "name"), field(node, "value")) else { return };
        if value.kind() == "object_type" {
            let id = self.b.declare_type(Some(name), node);
            self.shape_members(id, value);
            self.b.push(Statement::Type(id));
        } else {
            let ty = self.annotation(value);
            let target = self.b.name(name);
            self.b.assign(target, None, ty, Binds::Block, false, node);
        }
    }
}

/// Decorators of members stand before them in the class body, or inside of them, by grammar.
fn decorators_of_members(class: Node<'_>) -> std::collections::HashMap<usize, Vec<Node<'_>>> {
    let mut found = std::collections::HashMap::new();
    let mut waiting = Vec::new();
    for member in field(class, "body").map(named).unwrap_or_default() {
        if member.kind() == "decorator" {
            waiting.push(member);
        } else if !waiting.is_empty() {
            found.insert(member.id(), std::mem::take(&mut waiting));
        }
    }
    found
}
