//! Program code to the small intermediate form and its facts.
//!
//! A front end per language turns a syntax tree into a [`Unit`]; from there on no language is special.
//! [`resolve`] finds the one name of everything that is called, [`constant`] what is known of a value,
//! [`body`] puts both into facts.
//!
//! Kinds of facts are resolved names, in the notation that [`paths`] explains, alone for calls and
//! constructions, or with a mark: `a.b =` an assignment, `a.b[] =` one to an element, `@a.b` a decorator
//! or annotation, `&a.b` a reference without a call, `extends a.b` a type, `{}` an object literal that
//! is no argument of a selected call.

mod body;
mod build;
mod constant;
mod csharp;
mod django;
mod go;
mod java;
mod javascript;
mod language;
mod literal;
mod paths;
mod python;
mod resolve;
mod rust;
mod scope;
#[cfg(test)]
mod tests;
mod vendor;

use std::sync::Arc;

use crate::model::{Part, Unit};
use crate::parse::code::Language;
use crate::parse::{self, Failure};
use crate::source::{FileId, Problem, ProblemKind};

pub use crate::parse::code::language_of;
pub use language::implied;
pub use literal::{Literal, literals};

/// What a call is as a value, in programs that declare infrastructure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Makes {
    /// Nothing in particular.
    Nothing,
    /// Something that is declared: references to it are links to `@` and the byte that the call starts at.
    Construct,
    /// A record of its arguments.
    Record,
    /// What its first argument is; a text with this before it.
    Passed(Arc<str>),
}

/// What the rules know of names.
pub struct Names<'a> {
    /// Whether facts of a kind are wanted: the bodies of others are not built.
    pub wanted: &'a dyn Fn(&str) -> bool,
    /// The type of what a function answers, when it is known: `logging.Logger` of `logging.getLogger`.
    pub returns: &'a dyn Fn(&str) -> Option<Arc<str>>,
    /// What calls of a name are as values.
    pub makes: &'a dyn Fn(&str) -> Makes,
}

/// Reads one file of code by its path within its project. Facts are of scope 0, which the caller provides.
#[must_use]
pub fn read(file: FileId, path: &str, language: Language, text: &str, names: &Names) -> (Unit, Part) {
    let mut part = Part::default();
    let (unit, failures) = unit(file, language, text);
    for failure in failures {
        let Failure { kind, span, message } = failure;
        part.problems.push(Problem { path: path.to_owned(), span, kind, message });
    }
    part.uses = vendor::uses(&unit, path);
    part.facts = resolve::facts(&unit, path, names);
    (unit, part)
}

/// The unit of a file, and what could not be read of it.
fn unit(file: FileId, language: Language, text: &str) -> (Unit, Vec<Failure>) {
    let builder = build::Builder::new(file, language.dialect(), text);
    let (builder, mut failures) = if language == Language::Rust {
        let parsed = parse::rust::parse(file, text);
        let builder = match &parsed.tree {
            Some(source) => rust::lower(builder, source),
            None => builder,
        };
        drop(parsed.tree);
        parse::rust::forget_spans();
        (builder, parsed.failures)
    } else {
        let parsed = parse::code::parse(file, language, text);
        let builder = match &parsed.tree {
            Some(tree) => lower(builder, language, tree.root_node()),
            None => builder,
        };
        (builder, parsed.failures)
    };
    let (unit, too_deep) = builder.finish();
    failures.extend(too_deep.map(|span| Failure {
        kind: ProblemKind::Limit,
        span: Some(span),
        message: "The code is nested too deeply here; the rest of the file was read.".to_owned(),
    }));
    (unit, failures)
}

/// A tree-sitter tree by the front end of its language.
fn lower<'t>(builder: build::Builder<'t>, language: Language, root: tree_sitter::Node) -> build::Builder<'t> {
    match language {
        Language::Python => python::lower(builder, root),
        Language::Javascript | Language::Typescript | Language::Tsx => javascript::lower(builder, root),
        Language::Java => java::lower(builder, root),
        Language::Go => go::lower(builder, root),
        Language::Csharp => csharp::lower(builder, root),
        // Read with syn.
        Language::Rust => builder,
    }
}
