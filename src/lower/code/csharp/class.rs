//! Types of C# with their members.

use tree_sitter::Node;

use crate::model::unit::{Field, Statement, TypeId};

use super::super::build::{field, first, has, named};
use super::Csharp;

impl Csharp<'_> {
    pub(super) fn class(&mut self, node: Node) -> TypeId {
        let id = self.b.declare_type(field(node, "name"), node);
        let decorators = self.attributes(node);
        let mut bases = Vec::new();
        for part in named(node) {
            match part.kind() {
                "base_list" => {
                    for base in named(part) {
                        let ty = if base.kind() == "primary_constructor_base_type" {
                            field(base, "type")
                        } else {
                            Some(base)
                        };
                        bases.extend(ty.and_then(|ty| self.type_of(ty)));
                    }
                }
                "parameter_list" => {
                    for parameter in named(part) {
                        self.component(id, parameter);
                    }
                }
                _ => {}
            }
        }
        let ty = self.b.unit.ty_mut(id);
        (ty.bases, ty.decorators) = (bases, decorators);
        self.b.types.push(id);
        self.b.open();
        if let Some(body) = field(node, "body") {
            self.members(id, body);
        }
        let body = self.b.close();
        self.b.types.pop();
        self.b.unit.ty_mut(id).body = body;
        id
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
            "field_declaration" | "event_field_declaration" => {
                let declaration = named(node).into_iter().find(|child| child.kind() == "variable_declaration");
                if let Some(declaration) = declaration {
                    self.fields(id, node, declaration);
                }
            }
            "property_declaration" | "event_declaration" | "indexer_declaration" => self.property(id, node),
            "method_declaration"
            | "constructor_declaration"
            | "destructor_declaration"
            | "operator_declaration"
            | "conversion_operator_declaration" => {
                let mut function = self.b.function(field(node, "name"), node);
                function.owner = Some(id);
                function.constructor = node.kind() == "constructor_declaration";
                if !self.is_marked(node, "static") {
                    function.receiver = Some(self.b.unit.intern("this"));
                }
                function.decorators = self.attributes(node);
                self.fill(&mut function, node);
                self.b.add_function(function);
            }
            "enum_member_declaration" => {
                if let Some(name) = field(node, "name") {
                    let name = self.b.word(name);
                    let value = field(node, "value").map(|value| self.expression(value));
                    let decorators = self.attributes(node);
                    let span = self.b.span(node);
                    self.b.unit.ty_mut(id).fields.push(Field {
                        name,
                        ty: None,
                        value,
                        constant: true,
                        decorators,
                        span,
                    });
                }
            }
            "preproc_if" | "preproc_elif" | "preproc_else" | "ERROR" => self.members(id, node),
            kind if kind.ends_with("_declaration") && kind != "delegate_declaration" => {
                let inner = self.class(node);
                self.b.push(Statement::Type(inner));
            }
            _ => {}
        }
    }

    fn is_marked(&self, node: Node, modifier: &str) -> bool {
        named(node).into_iter().any(|child| child.kind() == "modifier" && self.b.text(child) == modifier)
    }

    fn fields(&mut self, id: TypeId, node: Node, declaration: Node) {
        let declared = field(declaration, "type");
        let decorators = self.attributes(node);
        let constant = self.is_marked(node, "const") || self.is_marked(node, "readonly");
        for declarator in named(declaration).into_iter().filter(|child| child.kind() == "variable_declarator") {
            let Some(name) = field(declarator, "name") else { continue };
            let name = self.b.word(name);
            let ty = declared.and_then(|ty| self.type_of(ty));
            let value = self.initial(declarator, declared);
            let span = self.b.span(node);
            let field = Field { name, ty, value, constant, decorators: decorators.clone(), span };
            self.b.unit.ty_mut(id).fields.push(field);
        }
    }

    fn property(&mut self, id: TypeId, node: Node) {
        let declared = field(node, "type");
        if let Some(name) = field(node, "name") {
            let word = self.b.word(name);
            let ty = declared.and_then(|ty| self.type_of(ty));
            let value = field(node, "value").map(|value| self.value_of(value, declared));
            let constant = field(node, "value").is_some_and(|value| value.kind() == "arrow_expression_clause");
            let decorators = self.attributes(node);
            let span = self.b.span(node);
            self.b.unit.ty_mut(id).fields.push(Field { name: word, ty, value, constant, decorators, span });
        }
        for accessor in field(node, "accessors").map(named).unwrap_or_default() {
            if field(accessor, "body").is_some() {
                let mut function = self.b.function(field(node, "name"), accessor);
                function.owner = Some(id);
                function.receiver = Some(self.b.unit.intern("this"));
                if has(accessor, "set") || has(accessor, "init") {
                    let value = self.b.unit.intern("value");
                    function.params.push(self.b.param_of(value, accessor));
                }
                self.fill(&mut function, accessor);
                self.b.add_function(function);
            }
        }
    }

    /// A parameter of a primary constructor is seen in the whole class, as a field is.
    fn component(&mut self, id: TypeId, node: Node) {
        if let Some(name) = field(node, "name") {
            let name = self.b.word(name);
            let ty = field(node, "type").and_then(|ty| self.type_of(ty));
            let decorators = self.attributes(node);
            let span = self.b.span(node);
            self.b.unit.ty_mut(id).fields.push(Field { name, ty, value: None, constant: false, decorators, span });
        }
    }

    /// `[Name(1, Key = 2)]` as a construction of `Name`.
    pub(super) fn attribute(&mut self, node: Node) -> crate::model::unit::ExprId {
        use crate::model::unit::Expr;
        let callee = field(node, "name").and_then(|name| self.type_of(name));
        let Some(callee) = callee else { return self.b.other(Vec::new(), node) };
        let list = named(node).into_iter().find(|child| child.kind() == "attribute_argument_list");
        let args = list.map(named).unwrap_or_default();
        let args = args.into_iter().map(|arg| self.argument(arg)).collect();
        self.b.add(Expr::Call { callee, args, makes: true }, first(node).map_or(node, |_| node))
    }
}
