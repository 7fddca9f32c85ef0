//! One walk over a unit that finds the resolved name of everything, and makes the facts that rules want.
//!
//! Each expression is visited once, where its scope is known, and answers what it refers to. Bodies of
//! functions come after the block that they are declared in, so that they see what the module defines
//! below them.

mod names;

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::unit::{
    Assign, Binds, Expr, ExprId, FunctionId, ImportId, Imported, Item, Statement, TypeId, Unit, Word,
};
use crate::model::{Dialect, Fact, ScopeId, Value};
use crate::source::Span;

use super::Names;
use super::body;
use super::constant::{Evaluator, Seen};
use super::django;
use super::language;
use super::paths::{Form, Outside, PathId, Paths, Root};
use super::scope::{Declared, Member, Scopes, declared, methods_in_order};

/// The facts of a unit that are wanted, in the order of the source.
pub(super) fn facts(unit: &Unit, path: &str, names: &Names) -> Vec<Fact> {
    let mut walk = Walk::new(unit, names);
    walk.module();
    let mut facts = walk.facts;
    facts.sort_by_key(|fact| (fact.span, fact.header));
    if unit.language == Dialect::Python {
        facts.extend(django::settings(path, &mut walk.values, &walk.paths));
    }
    facts
}

/// Where in the file the walk is.
#[derive(Clone)]
struct Place {
    /// The qualified name of the function.
    address: Arc<str>,
    /// The type whose member the function is.
    owner: Option<TypeId>,
}

/// What an expression is looked at for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// As a value.
    Value,
    /// For what is reached through it, or done with it.
    Part,
    /// To be called.
    Callee,
}

/// What a value is given to: a field by its name, a variable or key as it is written.
#[derive(Clone, Copy)]
pub(super) enum Target {
    Name(Word),
    Written(ExprId),
}

struct Walk<'u> {
    unit: &'u Unit,
    paths: Paths<'u>,
    scopes: Scopes,
    values: Evaluator<'u>,
    place: Place,
    /// Functions and types whose bodies are still to be visited in the current block.
    later: Vec<(Statement, Place)>,
    facts: Vec<Fact>,
    /// How many object literals are around, up to the nearest argument list.
    within: u32,
    /// What the value that is being visited is given to.
    target: Option<Target>,
    objects: Option<Arc<str>>,
    prefixes: Vec<Arc<str>>,
    /// Names that nothing in the file declares.
    globals: HashMap<Word, PathId>,
}

impl<'u> Walk<'u> {
    fn new(unit: &'u Unit, names: &'u Names<'u>) -> Self {
        let objects = (names.wanted)("{}").then(|| "{}".into());
        Self {
            unit,
            paths: Paths::new(unit, names),
            scopes: Scopes::new(unit),
            values: Evaluator::new(unit),
            place: Place { address: "<module>".into(), owner: None },
            later: Vec::new(),
            facts: Vec::new(),
            within: 0,
            target: None,
            objects,
            prefixes: language::prefixes(unit),
            globals: HashMap::new(),
        }
    }

    fn module(&mut self) {
        let unit = self.unit;
        self.scope(&unit.body);
    }

    /// A block with names of its own, and the functions in it.
    fn scope(&mut self, block: &'u [Statement]) {
        self.scopes.enter();
        self.declare(block);
        let around = std::mem::take(&mut self.later);
        self.statements(block);
        self.finish_later();
        self.later = around;
        self.scopes.leave();
    }

    fn declare(&mut self, block: &'u [Statement]) {
        let mut names = Vec::new();
        declared(self.unit, block, &mut |word, what| names.push((word, what)));
        for (word, what) in names {
            let root = match what {
                Declared::Value | Declared::Import => Root::Unsure(Some(word)),
                Declared::Function(id) => Root::Local(id),
                Declared::Type(id) => Root::Own(id),
            };
            let path = self.paths.root(root);
            self.scopes.declare(word, path);
        }
    }

    fn finish_later(&mut self) {
        // What is visited here may add more of it: lambdas in default values, say.
        let mut position = 0;
        while let Some((statement, place)) = self.later.get(position).cloned() {
            let around = std::mem::replace(&mut self.place, place);
            match statement {
                Statement::Function(id) => self.function(id),
                Statement::Type(id) => self.members(id),
                _ => {}
            }
            self.place = around;
            position += 1;
        }
        self.later.clear();
    }

    fn statements(&mut self, block: &'u [Statement]) {
        for statement in block {
            match statement {
                Statement::Expression(expr) | Statement::Return(expr) | Statement::Raise(expr) => {
                    self.visit(*expr, Role::Value);
                }
                Statement::Assign(assign) => self.assign(assign),
                Statement::Block(inner) if self.unit.language == Dialect::Python => self.statements(inner),
                Statement::Block(inner) => self.scope(inner),
                Statement::Function(id) => {
                    if let Some(name) = self.unit.function(*id).name {
                        let path = self.paths.root(Root::Local(*id));
                        self.scopes.set(name, Some(path), None);
                    }
                    self.declare_function(*id);
                    self.later.push((Statement::Function(*id), self.place.clone()));
                }
                Statement::Type(id) => {
                    self.ty(*id);
                    self.later.push((Statement::Type(*id), self.place.clone()));
                }
                Statement::Import(id) => self.import(*id),
            }
        }
    }

    fn import(&mut self, id: ImportId) {
        let unit = self.unit;
        let import = unit.import(id);
        let Some(local) = import.local else { return };
        let mut names = language::imported(unit, import);
        // A module that may come from several places: `try: … except ImportError: …`.
        if let Some(Root::Outside(before)) = self.scopes.get(local).and_then(|binding| self.paths.as_root(binding.path))
        {
            names.extend(before.names.iter().filter(|name| !names.contains(name)).cloned().collect::<Vec<_>>());
        }
        let exact = import.what != Imported::All;
        let root = Outside { names, exact, hint: import.relative, relative: import.relative };
        let path = self.paths.root(Root::Outside(root));
        if !self.scopes.set(local, Some(path), None) {
            self.scopes.declare(local, path);
        }
    }

    /// What is evaluated where a function is declared.
    fn declare_function(&mut self, id: FunctionId) {
        let unit = self.unit;
        let function = unit.function(id);
        self.marks(&function.decorators);
        for param in &function.params {
            self.marks(&param.decorators);
            if let Some(default) = param.default {
                self.visit_for(Some(Target::Name(param.name)), default);
            }
        }
    }

    fn marks(&mut self, decorators: &'u [ExprId]) {
        for decorator in decorators {
            let (callee, args) = match self.unit.expr(*decorator) {
                Expr::Call { callee, args, .. } => (*callee, &**args),
                _ => (*decorator, [].as_slice()),
            };
            let path = self.visit(callee, Role::Part);
            self.call_fact(path, Form::Mark, *decorator, callee, args);
        }
    }

    fn function(&mut self, id: FunctionId) {
        let unit = self.unit;
        let function = unit.function(id);
        let around = self.place.clone();
        self.scopes.enter();
        if let Some(name) = function.name {
            let outer = match function.owner {
                Some(owner) => unit.type_name(owner),
                None if &*around.address == "<module>" => String::new(),
                None => around.address.to_string(),
            };
            let dot = if outer.is_empty() { "" } else { "." };
            self.place.address = format!("{outer}{dot}{}", unit.text(name)).into();
        }
        if let Some(owner) = function.owner {
            self.place.owner = Some(owner);
            if let Some(receiver) = function.receiver {
                let own = self.paths.root(Root::Own(owner));
                self.scopes.declare(receiver, own);
            }
        }
        for param in &function.params {
            let path = self.typed(param.ty, None, param.name);
            self.scopes.declare(param.name, path);
        }
        self.declare(&function.body);
        let later = std::mem::take(&mut self.later);
        self.statements(&function.body);
        self.finish_later();
        self.later = later;
        self.scopes.leave();
        self.place = around;
    }

    /// What is evaluated where a type is declared: bases, decorators and fields.
    fn ty(&mut self, id: TypeId) {
        let unit = self.unit;
        let ty = unit.ty(id);
        self.marks(&ty.decorators);
        for base in &ty.bases {
            let path = self.visit(*base, Role::Part);
            if let Some(kind) = path.and_then(|path| self.paths.select(path, Form::Extend)) {
                let body = body::of_type(&mut self.values, &self.paths, ty);
                self.fact(kind, body, ty.span, ty.header);
            }
        }
        let around = self.place.owner.replace(id);
        self.scopes.enter();
        for field in &ty.fields {
            self.marks(&field.decorators);
            let value = field.value.and_then(|value| self.visit_for(Some(Target::Name(field.name)), value));
            let path = self.typed(field.ty, value, field.name);
            let constant = field.value.filter(|_| field.constant || !self.scopes.is_rewritten(field.name));
            self.scopes.members.insert((id, field.name), Member { path, constant });
            self.scopes.declare(field.name, path);
            self.scopes.set(field.name, None, constant);
        }
        self.declare(&ty.body);
        let later = std::mem::take(&mut self.later);
        self.statements(&ty.body);
        self.finish_later();
        self.later = later;
        for method in &ty.methods {
            self.declare_function(*method);
        }
        self.scopes.leave();
        self.place.owner = around;
    }

    fn members(&mut self, id: TypeId) {
        let unit = self.unit;
        let ty = unit.ty(id);
        self.scopes.enter();
        if language::has_implicit_receiver(unit.language) {
            self.declare(&ty.body);
        }
        for method in methods_in_order(unit, ty) {
            self.function(method);
        }
        self.scopes.leave();
    }

    /// What a variable is: of its declared type if that tells more, else what it is given. What tells
    /// nothing is known by the variable's name. What is made of a kind of the declared type is of that kind:
    /// `Random random = new SecureRandom()`.
    fn typed(&mut self, ty: Option<ExprId>, value: Option<PathId>, name: Word) -> PathId {
        let ty = ty.and_then(|ty| self.visit(ty, Role::Part)).filter(|ty| self.paths.is_telling(*ty));
        match ty {
            Some(ty) => {
                let made = self.paths.made(ty);
                value.filter(|value| self.paths.is_kind_of(*value, made)).unwrap_or(made)
            }
            None => {
                value.filter(|value| self.paths.is_telling(*value)).unwrap_or_else(|| self.paths.unsure(Some(name)))
            }
        }
    }

    fn assign(&mut self, assign: &Assign) {
        let target = (!assign.each).then_some(Target::Written(assign.target));
        let value = assign.value.and_then(|value| self.visit_for(target, value));
        let value = value.filter(|_| !assign.each);
        let constant = assign.value.filter(|_| !assign.each);
        let unit = self.unit;
        match unit.expr(assign.target) {
            Expr::Name(word) => {
                // A variable that is set to nothing in between is still what it is otherwise.
                let emptied = assign.value.is_none() && assign.ty.is_none()
                    || assign.value.is_some_and(|value| matches!(unit.expr(value), Expr::Null));
                let path = if emptied && assign.binds != Binds::Block {
                    None
                } else {
                    Some(self.typed(assign.ty, value, *word))
                };
                if !self.scopes.set(*word, path, constant) && !self.set_implicit_member(*word, path) {
                    let path = path.unwrap_or_else(|| self.paths.unsure(Some(*word)));
                    self.scopes.declare(*word, path);
                }
            }
            Expr::Field(object, field) => {
                let owner = self.visit(*object, Role::Part);
                let owner = owner.unwrap_or_else(|| self.paths.unsure(None));
                if let Some(Root::Own(ty)) = self.paths.as_root(owner) {
                    let ty = *ty;
                    let path = self.typed(assign.ty, value, *field);
                    let constant = constant.filter(|_| self.scopes.field_writes(*field) == 1);
                    let known =
                        self.scopes.members.get(&(ty, *field)).is_some_and(|member| self.paths.is_telling(member.path));
                    if !known || self.paths.is_telling(path) {
                        self.scopes.members.insert((ty, *field), Member { path, constant });
                    }
                }
                let target = self.paths.field(owner, *field);
                self.set_fact(target, Form::Set, assign, None);
            }
            Expr::Index(object, index) => {
                let object = self.visit(*object, Role::Part);
                self.visit(*index, Role::Value);
                match (object, unit.expr(*index)) {
                    (Some(object), Expr::Text(word)) if self.unit.language == Dialect::Javascript => {
                        let target = self.paths.field(object, *word);
                        self.set_fact(target, Form::Set, assign, None);
                    }
                    (Some(object), _) => self.set_fact(object, Form::SetElement, assign, Some(*index)),
                    _ => {}
                }
            }
            _ => {
                self.visit(assign.target, Role::Part);
            }
        }
    }

    /// Gives a field that is named without its object its meaning; answers whether there is one.
    fn set_implicit_member(&mut self, word: Word, path: Option<PathId>) -> bool {
        let owner = self.place.owner.filter(|_| language::has_implicit_receiver(self.unit.language));
        let Some(member) = owner.and_then(|owner| self.scopes.members.get_mut(&(owner, word))) else { return false };
        if let Some(path) = path.filter(|path| self.paths.is_telling(*path))
            && !self.paths.is_telling(member.path)
        {
            member.path = path;
        }
        true
    }

    fn set_fact(&mut self, target: PathId, form: Form, assign: &Assign, key: Option<ExprId>) {
        let Some(value) = assign.value else { return };
        if let Some(kind) = self.paths.select(target, form) {
            let item = [Item { key: None, value }];
            let call = body::Call { callee: assign.target, items: &item, key, target: None, span: assign.span };
            let body = body::of_call(&mut self.values, &self.paths, &call, &self.place.address);
            self.fact(kind, body, assign.span, self.unit.span(assign.target));
        }
    }

    fn call_fact(
        &mut self,
        path: Option<PathId>,
        form: Form,
        whole: ExprId,
        callee: ExprId,
        args: &'u [Item],
    ) -> Option<PathId> {
        let kind = path.and_then(|path| self.paths.select(path, form));
        // What stands in an argument list is looked at for itself, whatever is around.
        let (around, target) = (std::mem::take(&mut self.within), self.target);
        self.items(args, target.or(Some(Target::Written(callee))));
        self.within = around;
        if let Some(kind) = kind {
            let span = self.unit.span(whole);
            let call = body::Call { callee, items: args, key: None, target, span };
            let body = body::of_call(&mut self.values, &self.paths, &call, &self.place.address);
            self.fact(kind, body, span, self.unit.span(callee));
        }
        path
    }

    /// Arguments or entries of a map: each value is given to its key, or to `target`.
    fn items(&mut self, items: &'u [Item], target: Option<Target>) {
        for item in items {
            if let Some(key) = item.key {
                self.visit(key, Role::Part);
            }
            self.visit_for(item.key.map(Target::Written).or(target), item.value);
        }
    }

    /// Visits a value that is given to something.
    fn visit_for(&mut self, target: Option<Target>, value: ExprId) -> Option<PathId> {
        let around = std::mem::replace(&mut self.target, target);
        let path = self.visit(value, Role::Value);
        self.target = around;
        path
    }

    fn fact(&mut self, kind: Arc<str>, body: Value, span: Span, header: Span) {
        self.facts.push(Fact {
            dialect: self.unit.language,
            kind,
            address: self.place.address.clone(),
            scope: ScopeId(0),
            body,
            span,
            header,
            via: Vec::new(),
        });
    }

    /// Visits an expression with all that is in it, and answers what it refers to.
    fn visit(&mut self, id: ExprId, role: Role) -> Option<PathId> {
        let unit = self.unit;
        let (path, constant) = match unit.expr(id) {
            Expr::Null | Expr::Bool(_) | Expr::Number(_) | Expr::Text(_) => return None,
            Expr::Name(word) => self.name(*word, role),
            Expr::Field(object, field) => self.field(*object, *field),
            Expr::Index(object, index) => (self.index(*object, *index), None),
            Expr::Call { callee, args, .. } => (self.call(id, *callee, args), None),
            Expr::Lambda(function) => {
                self.declare_function(*function);
                self.later.push((Statement::Function(*function), self.place.clone()));
                return None;
            }
            Expr::Map(items) => {
                self.map(id, items);
                return None;
            }
            Expr::Choice(parts) => {
                let paths: Vec<PathId> = parts.iter().filter_map(|part| self.visit(*part, Role::Value)).collect();
                (paths.iter().copied().find(|path| self.paths.is_telling(*path)).or(paths.first().copied()), None)
            }
            Expr::Cast(ty, value) => {
                let value = self.visit(*value, role);
                let ty = self.visit(*ty, Role::Part).filter(|ty| self.paths.is_telling(*ty));
                (ty.map(|ty| self.paths.made(ty)).or(value), None)
            }
            Expr::List(parts) | Expr::Concat(parts) | Expr::Other(parts) | Expr::Binary(_, parts) => {
                for part in parts {
                    self.visit(*part, Role::Value);
                }
                return None;
            }
            Expr::Not(inner) | Expr::Spread(inner) => {
                self.visit(*inner, Role::Value);
                return None;
            }
        };
        self.values.saw(id, Seen { path, constant });
        let refers =
            path.is_some_and(|path| role == Role::Value && !self.paths.is_object(path) && self.paths.is_outside(path));
        if refers
            && matches!(unit.expr(id), Expr::Name(_) | Expr::Field(..))
            && let Some(kind) = path.and_then(|path| self.paths.select(path, Form::Refer))
        {
            let body = body::of_reference(unit, id);
            self.fact(kind, body, unit.span(id), unit.span(id));
        }
        path
    }

    fn map(&mut self, id: ExprId, items: &'u [Item]) {
        let outermost = self.within == 0;
        self.within += 1;
        self.items(items, self.target);
        self.within -= 1;
        if let Some(kind) = self.objects.clone().filter(|_| outermost && !items.is_empty()) {
            let span = self.unit.span(id);
            let body = body::of_object(&mut self.values, &self.paths, id);
            self.fact(kind, body, span, span);
        }
    }
}
