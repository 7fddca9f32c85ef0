//! Classes, interfaces, records and enums of Java, with their members.

use tree_sitter::Node;

use crate::model::unit::{Field, Function, Statement, TypeId};

use super::super::build::{all, field, has, named};
use super::Java;

impl Java<'_> {
    pub(super) fn class(&mut self, node: Node) -> TypeId {
        let id = self.b.declare_type(field(node, "name"), node);
        let decorators = self.annotations(node);
        let mut bases = Vec::new();
        for clause in named(node) {
            if matches!(clause.kind(), "superclass" | "super_interfaces" | "extends_interfaces") {
                for part in named(clause) {
                    let types = if part.kind() == "type_list" { named(part) } else { vec![part] };
                    bases.extend(types.into_iter().filter_map(|ty| self.type_of(ty)));
                }
            }
        }
        let ty = self.b.unit.ty_mut(id);
        (ty.bases, ty.decorators) = (bases, decorators);
        for parameter in field(node, "parameters").map(named).unwrap_or_default() {
            self.component(id, parameter);
        }
        self.body(id, field(node, "body"));
        id
    }

    /// The members in a class body.
    pub(super) fn body(&mut self, id: TypeId, body: Option<Node>) {
        self.b.types.push(id);
        self.b.open();
        if let Some(body) = body {
            self.members(id, body);
        }
        let body = self.b.close();
        self.b.types.pop();
        self.b.unit.ty_mut(id).body = body;
    }

    fn members(&mut self, id: TypeId, body: Node) {
        for member in named(body) {
            if self.b.enter(member) {
                self.member(id, member);
                self.b.leave();
            }
        }
    }

    fn member(&mut self, id: TypeId, node: Node) {
        match node.kind() {
            "field_declaration" | "constant_declaration" => self.fields(id, node),
            "method_declaration"
            | "constructor_declaration"
            | "compact_constructor_declaration"
            | "annotation_type_element_declaration" => {
                let function = self.method(id, node);
                self.b.add_function(function);
            }
            "enum_constant" => {
                if let Some(name) = field(node, "name") {
                    let name = self.b.word(name);
                    let span = self.b.span(node);
                    let value = field(node, "arguments").map(|list| {
                        let parts = named(list).into_iter().map(|arg| self.expression(arg)).collect();
                        self.b.other(parts, node)
                    });
                    let field = Field { name, ty: None, value, constant: true, decorators: Vec::new(), span };
                    self.b.unit.ty_mut(id).fields.push(field);
                }
            }
            "enum_body_declarations" | "ERROR" => self.members(id, node),
            "block" | "static_initializer" => self.statement(node),
            kind if kind.ends_with("_declaration") => {
                let inner = self.class(node);
                self.b.push(Statement::Type(inner));
            }
            _ => {}
        }
    }

    fn fields(&mut self, id: TypeId, node: Node) {
        let ty = field(node, "type").and_then(|ty| self.type_of(ty));
        let decorators = self.annotations(node);
        let modifiers = named(node).into_iter().find(|child| child.kind() == "modifiers");
        let constant = modifiers.is_some_and(|modifiers| has(modifiers, "final"));
        for declarator in all(node, "declarator") {
            let Some(name) = field(declarator, "name") else { continue };
            let name = self.b.word(name);
            let value = field(declarator, "value").map(|value| self.expression(value));
            let span = self.b.span(node);
            let field = Field { name, ty, value, constant, decorators: decorators.clone(), span };
            self.b.unit.ty_mut(id).fields.push(field);
        }
    }

    /// A component of a record is a field.
    fn component(&mut self, id: TypeId, node: Node) {
        if let Some(name) = field(node, "name") {
            let name = self.b.word(name);
            let ty = field(node, "type").and_then(|ty| self.type_of(ty));
            let decorators = self.annotations(node);
            let span = self.b.span(node);
            self.b.unit.ty_mut(id).fields.push(Field { name, ty, value: None, constant: false, decorators, span });
        }
    }

    fn method(&mut self, owner: TypeId, node: Node) -> Function {
        let mut function = self.b.function(field(node, "name"), node);
        function.owner = Some(owner);
        function.constructor = node.kind().ends_with("constructor_declaration");
        let modifiers = named(node).into_iter().find(|child| child.kind() == "modifiers");
        if !modifiers.is_some_and(|modifiers| has(modifiers, "static")) {
            function.receiver = Some(self.b.unit.intern("this"));
        }
        function.decorators = self.annotations(node);
        function.returns = field(node, "type").and_then(|ty| self.type_of(ty));
        self.parameters(&mut function, field(node, "parameters"));
        self.b.open();
        if let Some(body) = field(node, "body") {
            self.statements(body);
        }
        function.body = self.b.close();
        function
    }

    /// A method outside of a class, in broken code or a simple program.
    pub(super) fn loose_method(&mut self, node: Node) {
        let mut function = self.b.function(field(node, "name"), node);
        self.parameters(&mut function, field(node, "parameters"));
        self.b.open();
        if let Some(body) = field(node, "body") {
            self.statements(body);
        }
        function.body = self.b.close();
        self.b.add_function(function);
    }
}
