//! Patterns, paths and types of Rust.

use syn::{GenericArgument, Pat, Path, PathArguments, Type, TypeParamBound};

use crate::model::unit::{Binds, Expr, ExprId};
use crate::source::Span;

use super::Rust;

/// Types that stand for what is inside their brackets: pointers, results, and what frameworks extract.
const WRAPPERS: &[&str] = &[
    "Arc",
    "Box",
    "Cell",
    "Cow",
    "Data",
    "Extension",
    "Form",
    "Json",
    "Mutex",
    "MutexGuard",
    "OnceCell",
    "OnceLock",
    "Option",
    "Path",
    "Pin",
    "Query",
    "Rc",
    "RefCell",
    "Result",
    "RwLock",
    "State",
    "LazyLock",
    "Lazy",
];

/// Types without methods that rules ask for.
const PLAIN: &[&str] = &[
    "bool", "char", "f32", "f64", "i128", "i16", "i32", "i64", "i8", "isize", "str", "String", "u128", "u16", "u32",
    "u64", "u8", "usize",
];

impl Rust<'_> {
    /// A path as a chain of names, without type arguments.
    pub(super) fn path(&mut self, path: &Path) -> ExprId {
        let mut chain: Option<ExprId> = None;
        for segment in &path.segments {
            chain = Some(match chain {
                None => self.name(&segment.ident),
                Some(object) => {
                    let word = self.word(&segment.ident);
                    let span = self.b.unit.span(object).to(self.span(segment.ident.span()));
                    self.b.unit.add(Expr::Field(object, word), span)
                }
            });
        }
        chain.unwrap_or_else(|| {
            let top = Span::top(self.b.unit.file);
            self.b.unit.add(Expr::Other(Box::default()), top)
        })
    }

    /// The type that is meant, without what is wrapped around it.
    pub(super) fn type_of(&mut self, ty: &Type) -> Option<ExprId> {
        let top = Span::top(self.b.unit.file);
        if !self.b.enter_at(top) {
            return None;
        }
        let found = match ty {
            Type::Reference(inner) => self.type_of(&inner.elem),
            Type::Paren(inner) => self.type_of(&inner.elem),
            Type::Group(inner) => self.type_of(&inner.elem),
            Type::Path(path) => self.path_type(&path.path),
            Type::ImplTrait(bounds) => self.bound(bounds.bounds.iter()),
            Type::TraitObject(bounds) => self.bound(bounds.bounds.iter()),
            _ => None,
        };
        self.b.leave();
        found
    }

    fn path_type(&mut self, path: &Path) -> Option<ExprId> {
        let last = path.segments.last()?;
        if path.segments.len() == 1 && PLAIN.iter().any(|name| last.ident == name) {
            return None;
        }
        if let PathArguments::AngleBracketed(arguments) = &last.arguments
            && WRAPPERS.iter().any(|name| last.ident == name)
        {
            return arguments.args.iter().find_map(|argument| match argument {
                GenericArgument::Type(ty) => self.type_of(ty),
                _ => None,
            });
        }
        Some(self.path(path))
    }

    fn bound<'a>(&mut self, bounds: impl Iterator<Item = &'a TypeParamBound>) -> Option<ExprId> {
        for bound in bounds {
            if let TypeParamBound::Trait(bound) = bound {
                return Some(self.path(&bound.path));
            }
        }
        None
    }

    /// Binds the names of a pattern to the parts of a value.
    pub(super) fn bind(&mut self, pat: &Pat, value: ExprId, each: bool, span: Span) {
        if !self.b.enter_at(span) {
            return;
        }
        match pat {
            Pat::Ident(pat) => {
                let text = pat.ident.to_string();
                // `None` and constants are no new names.
                if !text.starts_with(|c: char| c.is_uppercase()) {
                    let target = self.name(&pat.ident);
                    self.assign(target, Some(value), None, Binds::Block, each, span);
                }
            }
            Pat::Type(pat) => match &*pat.pat {
                Pat::Ident(ident) => {
                    let ty = self.type_of(&pat.ty);
                    let target = self.name(&ident.ident);
                    self.assign(target, Some(value), ty, Binds::Block, each, span);
                }
                inner => self.bind(inner, value, each, span),
            },
            Pat::Reference(pat) => self.bind(&pat.pat, value, each, span),
            Pat::Paren(pat) => self.bind(&pat.pat, value, each, span),
            Pat::Guard(pat) => self.bind(&pat.pat, value, each, span),
            Pat::Or(pat) => {
                if let Some(first) = pat.cases.first() {
                    self.bind(first, value, each, span);
                }
            }
            // `Some(x)`, `Ok(x)` and wrappers of one value.
            Pat::TupleStruct(pat) if pat.elems.len() == 1 => {
                if let Some(inner) = pat.elems.first() {
                    self.bind(inner, value, each, span);
                }
            }
            Pat::TupleStruct(pat) => self.bind_elements(pat.elems.iter(), value, each, span),
            Pat::Tuple(pat) => self.bind_elements(pat.elems.iter(), value, each, span),
            Pat::Slice(pat) => self.bind_elements(pat.elems.iter(), value, each, span),
            Pat::Struct(pat) => {
                let held = self.hold(value, each, span);
                for field in &pat.fields {
                    let object = self.b.unit.add(Expr::Name(held), span);
                    let value = match &field.member {
                        syn::Member::Named(ident) => {
                            let word = self.word(ident);
                            Expr::Field(object, word)
                        }
                        syn::Member::Unnamed(_) => Expr::Other([object].into()),
                    };
                    let value = self.b.unit.add(value, span);
                    self.bind(&field.pat, value, false, span);
                }
            }
            _ => {}
        }
        self.b.leave();
    }

    fn bind_elements<'a>(&mut self, pats: impl Iterator<Item = &'a Pat>, value: ExprId, each: bool, span: Span) {
        let held = self.hold(value, each, span);
        for (position, pat) in pats.enumerate() {
            let object = self.b.unit.add(Expr::Name(held), span);
            let index = self.b.unit.add(Expr::Number(position as f64), span);
            let value = self.b.unit.add(Expr::Index(object, index), span);
            self.bind(pat, value, false, span);
        }
    }

    /// Binds a value that is taken apart to a name, unless it is one.
    fn hold(&mut self, value: ExprId, each: bool, span: Span) -> crate::model::unit::Word {
        if let (Expr::Name(word), false) = (self.b.unit.expr(value), each) {
            return *word;
        }
        let word = self.b.make_up();
        let target = self.b.unit.add(Expr::Name(word), span);
        self.assign(target, Some(value), None, Binds::Block, each, span);
        word
    }
}
