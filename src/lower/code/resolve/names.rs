//! What names, members and results of calls refer to.

use std::sync::Arc;

use crate::model::Dialect;
use crate::model::unit::{Expr, ExprId, FunctionId, Item, TypeId, Word};

use super::super::language;
use super::super::paths::{Form, Outside, PathId, Root};
use super::{Role, Walk};

/// How far bases of bases are followed within a file.
const MAX_BASES: usize = 8;

/// The longest text that may be part of a name: `boto3.client('s3')`.
const MAX_TEXT: usize = 40;

impl<'u> Walk<'u> {
    pub(super) fn name(&mut self, word: Word, role: Role) -> (Option<PathId>, Option<ExprId>) {
        if let Some(binding) = self.scopes.get(word) {
            let found = (Some(binding.path), binding.constant);
            // A member hides what the file imports.
            let hidden = self.scopes.is_top(word) && language::has_implicit_receiver(self.unit.language);
            let member = self.place.owner.filter(|_| hidden);
            return member.and_then(|owner| self.declared_member(owner, word)).unwrap_or(found);
        }
        match (self.place.owner, &**self.unit.text(word)) {
            (Some(owner), "this" | "Self") => return (Some(self.paths.root(Root::Own(owner))), None),
            (Some(owner), "super" | "base") => return (self.bases(owner), None),
            _ => {}
        }
        if let Some(found) = self.implicit_member(word, role) {
            return found;
        }
        if let Some(found) = self.imported_macro(word) {
            return (Some(found), None);
        }
        let known = self.globals.get(&word).copied();
        let path = known.unwrap_or_else(|| {
            let outside = language::global(self.unit, &self.prefixes, word);
            self.paths.root(Root::Outside(outside))
        });
        self.globals.insert(word, path);
        (Some(path), None)
    }

    /// A macro that was imported: it is called as `name!`, and imported as `name`.
    fn imported_macro(&mut self, word: Word) -> Option<PathId> {
        let name = self.unit.text(word).strip_suffix('!')?;
        let binding = self.scopes.get(self.unit.word(name)?)?;
        let Some(Root::Outside(outside)) = self.paths.as_root(binding.path) else { return None };
        let names = outside.names.iter().map(|name| format!("{name}!").into()).collect();
        let outside = Outside { names, ..outside.clone() };
        Some(self.paths.root(Root::Outside(outside)))
    }

    /// A member of the types around that is named without its object.
    fn implicit_member(&mut self, word: Word, role: Role) -> Option<(Option<PathId>, Option<ExprId>)> {
        let mut owner = self.place.owner.filter(|_| language::has_implicit_receiver(self.unit.language));
        let mut base = None;
        while let Some(ty) = owner {
            let mut lineage = Vec::new();
            self.lineage(ty, &mut lineage);
            if let Some(found) = lineage.iter().find_map(|ty| self.declared_member(*ty, word)) {
                return Some(found);
            }
            base = base.or_else(|| self.bases(ty));
            owner = self.unit.ty(ty).outer;
        }
        let base = base?;
        let outside = language::global(self.unit, &self.prefixes, word);
        // Either inherited, or a type that is declared elsewhere.
        if language::is_capital(self.unit.text(word)) && (self.unit.language == Dialect::Java || role != Role::Callee) {
            return None;
        }
        let inherited = self.paths.field(base, word);
        let names = self.paths.candidates(inherited).into_iter().map(Into::into).chain(outside.names).collect();
        let outside = Outside { names, exact: false, hint: true, relative: false };
        Some((Some(self.paths.root(Root::Outside(outside))), None))
    }

    pub(super) fn field(&mut self, object: ExprId, field: Word) -> (Option<PathId>, Option<ExprId>) {
        let object = self.visit(object, Role::Part).unwrap_or_else(|| self.paths.unsure(None));
        if let Some(Root::Own(ty)) = self.paths.as_root(object) {
            let ty = *ty;
            if let Some(found) = self.own_member(ty, field) {
                return found;
            }
        }
        if let Some(outside) =
            self.paths.as_root(object).and_then(|root| language::of_global_object(self.unit, root, field))
        {
            return (Some(self.paths.root(Root::Outside(outside))), None);
        }
        (Some(self.paths.field(object, field)), None)
    }

    /// A member of a type of the file: its own, or what its bases outside of the file have.
    fn own_member(&mut self, ty: TypeId, word: Word) -> Option<(Option<PathId>, Option<ExprId>)> {
        let mut lineage = Vec::new();
        self.lineage(ty, &mut lineage);
        let declared = lineage.iter().find_map(|ty| self.declared_member(*ty, word));
        declared.or_else(|| {
            let base = self.bases(ty)?;
            Some((Some(self.paths.field(base, word)), None))
        })
    }

    /// A type of the file and the bases of it that are of the file as well.
    fn lineage(&self, ty: TypeId, types: &mut Vec<TypeId>) {
        if types.contains(&ty) || types.len() >= MAX_BASES {
            return;
        }
        types.push(ty);
        for base in &self.unit.ty(ty).bases {
            if let Some(Root::Own(base)) = self.values.seen(*base).path.and_then(|path| self.paths.as_root(path)) {
                self.lineage(*base, types);
            }
        }
    }

    /// A field or method that a type of the file declares itself.
    fn declared_member(&mut self, ty: TypeId, word: Word) -> Option<(Option<PathId>, Option<ExprId>)> {
        if let Some(member) = self.scopes.members.get(&(ty, word)) {
            return Some((Some(member.path), member.constant));
        }
        let unit = self.unit;
        let is_named = |id: &&FunctionId| unit.function(**id).name == Some(word);
        let method = unit.ty(ty).methods.iter().find(is_named)?;
        Some((Some(self.paths.root(Root::Local(*method))), None))
    }

    /// What a type extends outside of the file: one of several names.
    fn bases(&mut self, ty: TypeId) -> Option<PathId> {
        let mut lineage = Vec::new();
        self.lineage(ty, &mut lineage);
        let mut names: Vec<Arc<str>> = Vec::new();
        let mut relative = false;
        for base in lineage.iter().flat_map(|ty| &self.unit.ty(*ty).bases) {
            let Some(path) = self.values.seen(*base).path else { continue };
            if let Root::Outside(outside) = self.paths.start(path) {
                relative |= outside.relative;
                names.extend(self.paths.candidates(path).into_iter().map(Into::into));
            }
        }
        if names.is_empty() {
            return None;
        }
        let exact = names.len() == 1;
        let base = self.paths.root(Root::Outside(Outside { names, exact, hint: true, relative }));
        Some(self.paths.made(base))
    }

    /// What a call answers by the customs of Rust: a function of a type makes an object of it, and
    /// `unwrap` and the like hand on what they are called on.
    fn answer_by_custom(&mut self, callee: PathId) -> Option<PathId> {
        if self.unit.language != Dialect::Rust {
            return None;
        }
        let (object, member) = self.paths.split(callee)?;
        if self.paths.is_object(object) {
            return language::hands_on(self.unit.text(member)).then_some(object);
        }
        let is_type = self.paths.last(object).is_some_and(language::is_capital);
        is_type.then(|| self.paths.made(object))
    }

    pub(super) fn index(&mut self, object: ExprId, index: ExprId) -> Option<PathId> {
        let object = self.visit(object, Role::Part);
        self.visit(index, Role::Value);
        let object = object?;
        match self.unit.expr(index) {
            Expr::Text(word) if self.unit.language == Dialect::Javascript => Some(self.paths.field(object, *word)),
            _ => Some(self.paths.element(object)),
        }
    }

    pub(super) fn call(&mut self, id: ExprId, callee: ExprId, args: &'u [Item]) -> Option<PathId> {
        let unit = self.unit;
        let makes = matches!(unit.expr(id), Expr::Call { makes: true, .. });
        let path = self.visit(callee, if makes { Role::Part } else { Role::Callee });
        let is_super = matches!(unit.expr(callee), Expr::Name(word) if matches!(&**unit.text(*word), "super" | "base"));
        if is_super && unit.language == Dialect::Python {
            // Only a way to name the base; elsewhere it makes the object.
            return path;
        }
        self.call_fact(path, Form::Call, id, callee, args);
        let path = path?;
        if is_super {
            return Some(path);
        }
        let text = args.first().and_then(|item| match unit.expr(item.value) {
            Expr::Text(word) if item.key.is_none() => Some(*word),
            _ => None,
        });
        let module = match self.paths.as_root(path) {
            Some(root) => text.and_then(|word| language::required(unit, root, word)),
            None => None,
        };
        if let Some(module) = module {
            return Some(self.paths.root(Root::Outside(module)));
        }
        match self.paths.as_root(path) {
            Some(Root::Own(_)) => Some(path),
            Some(Root::Local(function)) => {
                let returns = unit.function(*function).returns?;
                let ty = self.visit(returns, Role::Part).filter(|ty| self.paths.is_telling(*ty))?;
                Some(self.paths.made(ty))
            }
            _ if makes
                || language::makes_by_call(unit.language)
                    && self.paths.last(path).is_some_and(language::is_capital) =>
            {
                Some(self.paths.made(path))
            }
            _ => {
                if let Some(answer) = self.paths.returned(path).or_else(|| self.answer_by_custom(path)) {
                    return Some(answer);
                }
                let plain = |word: &Word| {
                    let text = unit.text(*word);
                    text.len() <= MAX_TEXT
                        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/'))
                };
                Some(self.paths.called(path, text.filter(plain)))
            }
        }
    }
}
