//! Where a text stands that connections and secrets are looked for in.

use std::ops::Range;

use crate::model::ScopeId;
use crate::source::{Sources, Span};

use super::environment;
use super::recognise;
use super::walk::{HOLE, Leaf};

/// What kind of text it is: people write other literals in code than in configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A value of a configuration or infrastructure file.
    Configuration,
    /// A literal of program code.
    Code,
}

impl Origin {
    /// Its name in the body of a fact.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Configuration => "configuration",
            Self::Code => "code",
        }
    }
}

/// The surroundings of a text.
#[derive(Clone, Copy, Debug)]
pub struct Place<'s> {
    /// All files.
    pub sources: &'s Sources,
    /// The scope that facts are given.
    pub scope: ScopeId,
    /// What kind of text it is.
    pub origin: Origin,
}

/// The longest source text that a part of a value is looked for in.
const LONGEST: usize = 64 * 1024;

impl<'s> Place<'s> {
    /// The path of the file of a span.
    pub(super) fn path(&self, span: Span) -> &'s str {
        &self.sources.get(span.file).path
    }

    /// Whether a span is in a file that is searched: not in what others wrote.
    pub(super) fn is_searched(&self, span: Span) -> bool {
        !recognise::is_brought(self.path(span))
    }

    /// The environment of a leaf: that of the file, else of the section that it stands in.
    pub(super) fn environment(&self, leaf: &Leaf<'_>) -> &'static str {
        match environment::of_file(self.sources, leaf.value.span.file) {
            "unknown" => environment::of_section(leaf.section).unwrap_or("unknown"),
            known => known,
        }
    }

    /// Where a part of a leaf's text is written: in its literal, or in a definition that it came
    /// from. The whole literal where the part is not written as it reads, for escapes or holes.
    pub(super) fn locate(&self, leaf: &Leaf<'_>, range: Range<usize>) -> Span {
        let whole = leaf.value.span;
        let part = leaf.text.get(range).unwrap_or("");
        if part.is_empty() || part.contains(HOLE) {
            return whole;
        }
        for span in std::iter::once(&whole).chain(leaf.value.origins()) {
            let source = self.sources.slice(*span);
            if source.len() <= LONGEST
                && let Some(at) = memchr::memmem::find(source.as_bytes(), part.as_bytes())
            {
                let start = span.range().start + at;
                return Span::new(span.file, start..start + part.len());
            }
        }
        whole
    }
}
