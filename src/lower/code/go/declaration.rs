//! Imports, types and functions of Go.

use tree_sitter::Node;

use crate::model::unit::{Binds, Expr, ExprId, Field, Function, Import, Imported, Statement, TypeId};

use super::super::build::{all, field, first, named};
use super::Go;

/// Types that are there without an import and have no methods.
const BUILTIN: &[&str] = &[
    "any",
    "bool",
    "byte",
    "complex128",
    "complex64",
    "comparable",
    "error",
    "float32",
    "float64",
    "int",
    "int16",
    "int32",
    "int64",
    "int8",
    "rune",
    "string",
    "uint",
    "uint16",
    "uint32",
    "uint64",
    "uint8",
    "uintptr",
];

impl Go<'_> {
    pub(super) fn imports(&mut self, node: Node) {
        for spec in named(node) {
            if spec.kind() == "import_spec_list" {
                self.imports(spec);
            }
            let Some(path) = field(spec, "path") else { continue };
            let text = self.b.text(path).trim_matches(['"', '`']);
            let module = self.b.unit.intern(text);
            let span = self.b.span(path);
            let name = spec.child_by_field_name("name");
            let (what, local) = match name.map(|name| name.kind()) {
                Some("dot") => (Imported::All, None),
                Some("blank_identifier") => (Imported::Module, None),
                Some(_) => (Imported::Module, name.map(|name| self.b.word(name))),
                None => (Imported::Module, Some(self.b.unit.intern(package_of(text)))),
            };
            self.b.import(Import { module, span, what, local, relative: text.starts_with('.') });
        }
    }

    /// The type of a name, which is made when only its methods are in the file.
    fn type_named(&mut self, name: Node) -> TypeId {
        let word = self.b.word(name);
        if let Some(id) = self.types.get(&word) {
            return *id;
        }
        let id = self.b.declare_type(Some(name), name);
        self.types.insert(word, id);
        self.b.push(Statement::Type(id));
        id
    }

    pub(super) fn types(&mut self, node: Node) {
        for spec in named(node) {
            let (Some(name), Some(ty)) = (field(spec, "name"), field(spec, "type")) else { continue };
            match ty.kind() {
                "struct_type" | "interface_type" => {
                    let id = self.b.declare_type(Some(name), spec);
                    let word = self.b.word(name);
                    self.types.entry(word).or_insert(id);
                    self.members(id, ty);
                    self.b.push(Statement::Type(id));
                }
                _ => match self.type_of(ty) {
                    Some(ty) => {
                        let target = self.b.name(name);
                        self.b.assign(target, None, Some(ty), Binds::Block, false, spec);
                    }
                    None => {
                        self.type_named(name);
                    }
                },
            }
        }
    }

    fn members(&mut self, id: TypeId, node: Node) {
        for part in named(node) {
            match part.kind() {
                "field_declaration_list" => {
                    for field in named(part) {
                        self.fields(id, field);
                    }
                }
                "method_elem" => {
                    let mut function = self.b.function(field(part, "name"), part);
                    function.owner = Some(id);
                    self.signature(&mut function, part);
                    self.b.add_function(function);
                }
                "type_elem" => {
                    let base = first(part).and_then(|ty| self.type_of(ty));
                    self.b.unit.ty_mut(id).bases.extend(base);
                }
                _ => {}
            }
        }
    }

    fn fields(&mut self, id: TypeId, node: Node) {
        let Some(declared) = field(node, "type") else { return };
        let ty = self.type_of(declared);
        let tag = field(node, "tag").map(|tag| self.expression(tag));
        let names = all(node, "name");
        let span = self.b.span(node);
        let mut words = Vec::new();
        for name in &names {
            words.push(self.b.word(*name));
        }
        if names.is_empty() {
            // An embedded type: its members are the struct's own, and it is a field by its last name.
            self.b.unit.ty_mut(id).bases.extend(ty);
            let text = self.b.text(declared);
            let last = text.rsplit(['.', '*']).next().unwrap_or(text);
            words.push(self.b.unit.intern(last));
        }
        for name in words {
            let decorators = tag.into_iter().collect();
            let field = Field { name, ty, value: None, constant: false, decorators, span };
            self.b.unit.ty_mut(id).fields.push(field);
        }
    }

    pub(super) fn function(&mut self, node: Node) {
        let mut function = self.b.function(field(node, "name"), node);
        if let Some(receiver) = field(node, "receiver").and_then(first) {
            let name = field(receiver, "name");
            function.receiver = name.map(|name| self.b.word(name));
            function.owner = field(receiver, "type").and_then(type_name).map(|name| self.type_named(name));
        }
        self.signature(&mut function, node);
        self.fill(&mut function, node);
        self.b.add_function(function);
    }

    pub(super) fn signature(&mut self, function: &mut Function, node: Node) {
        for parameter in field(node, "parameters").map(named).unwrap_or_default() {
            let rest = parameter.kind() == "variadic_parameter_declaration";
            let ty = field(parameter, "type").filter(|_| !rest).and_then(|ty| self.type_of(ty));
            for name in all(parameter, "name") {
                let mut param = self.b.param(name, parameter);
                (param.rest, param.ty) = (rest, ty);
                function.params.push(param);
            }
        }
        let result = field(node, "result");
        let result = result.and_then(|result| match result.kind() {
            "parameter_list" => first(result).and_then(|parameter| field(parameter, "type")),
            _ => Some(result),
        });
        function.returns = result.and_then(|ty| self.type_of(ty));
    }

    pub(super) fn fill(&mut self, function: &mut Function, node: Node) {
        self.b.open();
        if let Some(body) = field(node, "body") {
            self.statements(body);
        }
        function.body = self.b.close();
    }

    /// The name of a type without pointers and arguments; none for what has no methods.
    pub(super) fn type_of(&mut self, node: Node) -> Option<ExprId> {
        if !self.b.enter(node) {
            return None;
        }
        let found = match node.kind() {
            "type_identifier" | "identifier" if BUILTIN.contains(&self.b.text(node)) => None,
            "type_identifier" | "identifier" => Some(self.b.name(node)),
            "pointer_type" | "parenthesized_type" | "type_elem" => first(node).and_then(|inner| self.type_of(inner)),
            "generic_type" => field(node, "type").and_then(|inner| self.type_of(inner)),
            "qualified_type" => match (field(node, "package"), field(node, "name")) {
                (Some(package), Some(name)) => {
                    let object = self.b.name(package);
                    let word = self.b.word(name);
                    Some(self.b.add(Expr::Field(object, word), node))
                }
                _ => None,
            },
            _ => None,
        };
        self.b.leave();
        found
    }
}

/// The identifier of a receiver's type.
fn type_name(node: Node<'_>) -> Option<Node<'_>> {
    let mut at = node;
    // A pointer to a type with arguments in parentheses, at most.
    for _ in 0..4 {
        match at.kind() {
            "type_identifier" => return Some(at),
            "generic_type" => at = field(at, "type")?,
            _ => at = first(at)?,
        }
    }
    None
}

/// The name of the package at an import path, by the customs of those who name repositories.
fn package_of(path: &str) -> &str {
    let mut parts = path.rsplit('/');
    let mut last = parts.next().unwrap_or(path);
    let is_version = |part: &str| part.strip_prefix('v').is_some_and(|rest| rest.parse::<u32>().is_ok());
    if is_version(last) {
        last = parts.next().unwrap_or(last);
    }
    let last = match last.rsplit_once('.') {
        Some((name, end)) if is_version(end) || end == "go" => name,
        _ => last,
    };
    let last = last.strip_prefix("go-").unwrap_or(last);
    let last = ["-sdk-go", "-go", "-golang"].iter().find_map(|end| last.strip_suffix(end)).unwrap_or(last);
    last.rsplit('-').next().unwrap_or(last)
}

#[cfg(test)]
mod tests {
    use super::package_of;

    #[test]
    fn guesses_package_names() {
        for (path, name) in [
            ("crypto/tls", "tls"),
            ("github.com/redis/go-redis/v9", "redis"),
            ("gopkg.in/yaml.v3", "yaml"),
            ("github.com/getsentry/sentry-go", "sentry"),
            ("github.com/anthropics/anthropic-sdk-go", "anthropic"),
            ("github.com/nats-io/nats.go", "nats"),
            ("v2", "v2"),
            ("", ""),
        ] {
            assert_eq!(package_of(path), name, "{path}");
        }
    }
}
