//! Directives: a name, its arguments, perhaps a block. The shape that nginx, Apache, Fluentd and
//! the line-based servers share, whatever their quoting.

use std::sync::Arc;

use crate::source::Span;

/// One word with its quotes taken off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The text as the server sees it.
    pub text: Arc<str>,
    /// The word as written, quotes included.
    pub span: Span,
}

/// One directive or section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// Its name, in the spelling of the file.
    pub name: Word,
    /// What follows the name.
    pub arguments: Vec<Word>,
    /// What it holds, when it opens a block.
    pub block: Option<Vec<Directive>>,
    /// All of it, its block included.
    pub span: Span,
}

impl Directive {
    /// Its arguments, joined by one blank.
    #[must_use]
    pub fn text(&self) -> String {
        let words: Vec<&str> = self.arguments.iter().map(|word| &*word.text).collect();
        words.join(" ")
    }

    /// Where its arguments are written; its name when it has none.
    #[must_use]
    pub fn arguments_span(&self) -> Span {
        match (self.arguments.first(), self.arguments.last()) {
            (Some(first), Some(last)) => first.span.to(last.span),
            _ => self.name.span,
        }
    }

    /// Its name and arguments, without the block.
    #[must_use]
    pub fn header(&self) -> Span {
        self.name.span.to(self.arguments.last().map_or(self.name.span, |word| word.span))
    }

    /// The text of an argument, empty when there are fewer.
    #[must_use]
    pub fn argument(&self, index: usize) -> &str {
        self.arguments.get(index).map_or("", |word| &word.text)
    }

    /// Whether it has this name; servers differ in case, none has two names that differ in case alone.
    #[must_use]
    pub fn is(&self, name: &str) -> bool {
        self.name.text.eq_ignore_ascii_case(name)
    }
}
