//! Rust to a unit. References and smart pointers are transparent, as are `?` and `.await`.

mod expression;
mod macros;
mod pattern;

use std::collections::BTreeMap;
use std::ops::Range;

use syn::{Attribute, FnArg, ImplItem, Item, ReturnType, Signature, TraitItem, UseTree};

use crate::model::unit::{
    Assign, Binds, Expr, ExprId, Field, Function, Import, Imported, Item as Argument, Param, Statement, Type, TypeId,
    Word,
};
use crate::parse::rust::Source;
use crate::source::Span;

use super::build::Builder;

/// Lowers a file.
pub(super) fn lower<'t>(builder: Builder<'t>, source: &Source) -> Builder<'t> {
    let mut rust = Rust { b: builder, offset: source.offset, types: BTreeMap::new(), modules: Vec::new() };
    rust.items(&source.file.items);
    rust.b
}

struct Rust<'t> {
    b: Builder<'t>,
    /// Where in the text spans count from.
    offset: usize,
    types: BTreeMap<Word, TypeId>,
    /// Modules of the same crate that the file declares.
    modules: Vec<String>,
}

impl Rust<'_> {
    fn span(&self, span: proc_macro2::Span) -> Span {
        let Range { start, end } = span.byte_range();
        Span::new(self.b.unit.file, start + self.offset..end + self.offset)
    }

    fn between(&self, start: proc_macro2::Span, end: proc_macro2::Span) -> Span {
        self.span(start).to(self.span(end))
    }

    fn word(&mut self, ident: &syn::Ident) -> Word {
        let text = ident.to_string();
        self.b.unit.intern(text.strip_prefix("r#").unwrap_or(&text))
    }

    fn name(&mut self, ident: &syn::Ident) -> ExprId {
        let word = self.word(ident);
        let span = self.span(ident.span());
        self.b.unit.add(Expr::Name(word), span)
    }

    fn assign(
        &mut self,
        target: ExprId,
        value: Option<ExprId>,
        ty: Option<ExprId>,
        binds: Binds,
        each: bool,
        span: Span,
    ) {
        self.b.push(Statement::Assign(Assign { target, value, ty, binds, each, span }));
    }

    /// Items may be used before they are declared: imports come first, then types, then the rest.
    fn items(&mut self, items: &[Item]) {
        for item in items {
            if let Item::Mod(module) = item {
                self.modules.push(module.ident.to_string());
            }
        }
        let order = |item: &&Item| match item {
            Item::Use(_) | Item::ExternCrate(_) => 0,
            Item::Struct(_) | Item::Enum(_) | Item::Union(_) | Item::Trait(_) | Item::Type(_) => 1,
            Item::Const(_) | Item::Static(_) => 2,
            _ => 3,
        };
        let mut sorted: Vec<&Item> = items.iter().collect();
        sorted.sort_by_key(order);
        for item in sorted {
            self.item(item);
        }
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Use(item) => self.uses(&item.tree, &mut Vec::new()),
            Item::Struct(item) => {
                let id = self.declare_type(&item.ident, self.between(item.struct_token.span, item.ident.span()));
                self.b.unit.ty_mut(id).decorators = self.attributes(&item.attrs);
                self.fields(id, &item.fields);
            }
            Item::Enum(item) => {
                let id = self.declare_type(&item.ident, self.between(item.enum_token.span, item.ident.span()));
                self.b.unit.ty_mut(id).decorators = self.attributes(&item.attrs);
                for variant in &item.variants {
                    let name = self.word(&variant.ident);
                    let span = self.span(variant.ident.span());
                    self.b.unit.ty_mut(id).fields.push(Field {
                        name,
                        ty: None,
                        value: None,
                        constant: true,
                        decorators: Vec::new(),
                        span,
                    });
                }
            }
            Item::Trait(item) => {
                let id = self.declare_type(&item.ident, self.between(item.trait_token.span, item.ident.span()));
                for member in &item.items {
                    if let TraitItem::Fn(member) = member {
                        self.function(&member.sig, &member.attrs, member.default.as_ref(), Some(id));
                    }
                }
            }
            Item::Type(item) => {
                let ty = self.type_of(&item.ty);
                let target = self.name(&item.ident);
                let span = self.span(item.ident.span());
                self.assign(target, None, ty, Binds::Block, false, span);
            }
            Item::Const(item) => self.constant(&item.ident, &item.ty, &item.expr),
            Item::Static(item) => self.constant(&item.ident, &item.ty, &item.expr),
            Item::Fn(item) => self.function(&item.sig, &item.attrs, Some(&item.block), None),
            Item::Impl(item) => self.implementation(item),
            Item::Mod(item) => {
                let span = self.span(item.ident.span());
                if let Some((_, items)) = item.content.as_ref().filter(|_| self.b.enter_at(span)) {
                    self.b.open();
                    self.items(items);
                    let block = self.b.close();
                    self.b.push(Statement::Block(block));
                    self.b.leave();
                }
            }
            Item::Macro(item) if item.ident.is_none() => {
                let value = self.macro_call(&item.mac);
                self.b.push(Statement::Expression(value));
            }
            _ => {}
        }
    }

    fn constant(&mut self, ident: &syn::Ident, ty: &syn::Type, value: &syn::Expr) {
        let ty = self.type_of(ty);
        let value = self.expression(value);
        let target = self.name(ident);
        let span = self.b.unit.span(target).to(self.b.unit.span(value));
        self.assign(target, Some(value), ty, Binds::Block, false, span);
    }

    fn declare_type(&mut self, ident: &syn::Ident, header: Span) -> TypeId {
        let name = self.word(ident);
        let id = self.b.unit.add_type(Type {
            name: Some(name),
            outer: None,
            bases: Vec::new(),
            decorators: Vec::new(),
            fields: Vec::new(),
            methods: Vec::new(),
            body: Vec::new(),
            span: header,
            header,
        });
        self.types.entry(name).or_insert(id);
        self.b.push(Statement::Type(id));
        id
    }

    fn fields(&mut self, id: TypeId, fields: &syn::Fields) {
        for (position, field) in fields.iter().enumerate() {
            let (name, span) = match &field.ident {
                Some(ident) => (self.word(ident), self.span(ident.span())),
                None => (self.b.unit.intern(&position.to_string()), self.b.unit.ty(id).header),
            };
            let ty = self.type_of(&field.ty);
            let decorators = self.attributes(&field.attrs);
            self.b.unit.ty_mut(id).fields.push(Field { name, ty, value: None, constant: false, decorators, span });
        }
    }

    fn implementation(&mut self, item: &syn::ItemImpl) {
        let ident = match &*item.self_ty {
            syn::Type::Path(path) => path.path.segments.last().map(|segment| &segment.ident),
            _ => None,
        };
        let Some(ident) = ident else { return };
        let word = self.word(ident);
        let header = self.between(item.impl_token.span, ident.span());
        let id = match self.types.get(&word) {
            Some(id) => *id,
            // The type is declared in another file.
            None => self.declare_type(ident, header),
        };
        if let Some((path, _)) = &item.trait_ {
            let base = self.path(path);
            self.b.unit.ty_mut(id).bases.push(base);
        }
        for member in &item.items {
            if let ImplItem::Fn(member) = member {
                self.function(&member.sig, &member.attrs, Some(&member.block), Some(id));
            }
        }
    }

    fn function(
        &mut self,
        sig: &Signature,
        attributes: &[Attribute],
        block: Option<&syn::Block>,
        owner: Option<TypeId>,
    ) {
        let header = self.between(sig.fn_token.span, sig.ident.span());
        if !self.b.enter_at(header) {
            return;
        }
        let end = block.map_or(sig.paren_token.span.close(), |block| block.brace_token.span.close());
        let mut function = Function {
            name: Some(self.word(&sig.ident)),
            owner,
            receiver: sig.receiver().map(|_| self.b.unit.intern("self")),
            constructor: sig.ident == "new",
            params: Vec::new(),
            returns: match &sig.output {
                ReturnType::Type(_, ty) => self.type_of(ty),
                ReturnType::Default => None,
            },
            decorators: self.attributes(attributes),
            body: Vec::new(),
            span: self.between(sig.fn_token.span, end),
            header,
        };
        self.b.open();
        for input in &sig.inputs {
            if let FnArg::Typed(input) = input {
                let param = self.param(&input.pat, Some(&input.ty));
                function.params.push(param);
            }
        }
        if let Some(block) = block {
            self.returning(block);
        }
        function.body = self.b.close();
        self.b.add_function(function);
        self.b.leave();
    }

    /// A parameter; what a pattern takes apart is assigned in the open block.
    fn param(&mut self, pat: &syn::Pat, ty: Option<&syn::Type>) -> Param {
        let (name, span) = match pat {
            syn::Pat::Ident(ident) => (self.word(&ident.ident), self.span(ident.ident.span())),
            _ => {
                let word = self.b.make_up();
                let span = self.span(syn::spanned::Spanned::span(pat));
                let value = self.b.unit.add(Expr::Name(word), span);
                self.bind(pat, value, false, span);
                (word, span)
            }
        };
        let ty = ty.and_then(|ty| self.type_of(ty));
        Param { name, ty, default: None, rest: false, decorators: Vec::new(), span }
    }

    /// The imports of a `use`, whose path so far is given.
    fn uses(&mut self, tree: &UseTree, path: &mut Vec<syn::Ident>) {
        if path.len() > 32 {
            return;
        }
        match tree {
            UseTree::Path(tree) => {
                path.push(tree.ident.clone());
                self.uses(&tree.tree, path);
                path.pop();
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.uses(tree, path);
                }
            }
            UseTree::Name(name) if name.ident == "self" => {
                let local = path.last().cloned();
                self.import(path, None, local.as_ref(), false);
            }
            UseTree::Name(name) => self.import(path, Some(&name.ident), Some(&name.ident), false),
            UseTree::Rename(name) if name.ident == "self" => self.import(path, None, Some(&name.rename), false),
            UseTree::Rename(name) => self.import(path, Some(&name.ident), Some(&name.rename), false),
            UseTree::Glob(_) => self.import(path, None, None, true),
        }
    }

    fn import(&mut self, path: &[syn::Ident], member: Option<&syn::Ident>, local: Option<&syn::Ident>, all: bool) {
        let (module, member) = if path.is_empty() { (member.as_slice(), None) } else { (&[] as &[_], member) };
        let idents: Vec<&syn::Ident> = path.iter().chain(module.iter().copied()).collect();
        let (Some(first), Some(last)) = (idents.first(), idents.last()) else { return };
        let own = self.modules.iter().any(|module| *first == module);
        let relative = own || matches!(first.to_string().as_str(), "crate" | "self" | "super");
        let span = self.span(first.span()).to(self.span(last.span()));
        let names: Vec<String> = idents.iter().map(ToString::to_string).collect();
        let prefix = if own { "self::" } else { "" };
        let module = self.b.unit.intern(&format!("{prefix}{}", names.join("::")));
        let what = match member {
            Some(member) => Imported::Member(self.word(member)),
            None if all => Imported::All,
            None => Imported::Module,
        };
        let local = local.filter(|local| **local != "_").map(|local| self.word(local));
        self.b.import(Import { module, span, what, local, relative });
    }

    /// Attributes with what stands in their brackets; documentation is none of them.
    fn attributes(&mut self, attributes: &[Attribute]) -> Vec<ExprId> {
        let mut found = Vec::new();
        for attribute in attributes {
            match &attribute.meta {
                syn::Meta::Path(path) => found.push(self.path(path)),
                syn::Meta::List(list) => {
                    let callee = self.path(&list.path);
                    let args: Vec<Argument> = self.arguments(&list.tokens);
                    let span = self.b.unit.span(callee).to(self.span(list.delimiter.span().close()));
                    found.push(self.b.unit.add(Expr::Call { callee, args: args.into(), makes: true }, span));
                }
                syn::Meta::NameValue(_) => {}
            }
        }
        found
    }
}
