//! Bytes to syntax with exact spans, a file per format. Knows nothing of what the syntax means.

pub mod apache;
pub mod arm;
pub mod code;
mod cursor;
pub mod directive;
pub mod dockerfile;
pub mod env;
pub mod gotemplate;
pub mod hcl;
pub mod ini;
pub mod json;
pub mod keyword;
pub mod logstash;
pub mod mask;
pub mod nginx;
pub mod php;
pub mod properties;
pub mod rsyslog;
pub mod ruby;
pub mod rust;
mod template;
pub mod text;
pub mod toml;
pub mod xml;
pub mod yaml;

use crate::source::{ProblemKind, Span};

/// What a parser read, and what it could not.
#[derive(Debug, Default)]
pub struct Parsed<T> {
    /// The tree, as far as the input could be read.
    pub tree: T,
    /// Where reading failed. Messages never quote the input.
    pub failures: Vec<Failure>,
}

/// One failure of a parser, without the file's name, which the caller knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The kind of trouble.
    pub kind: ProblemKind,
    /// Where, when it is known.
    pub span: Option<Span>,
    /// One sentence.
    pub message: String,
}
