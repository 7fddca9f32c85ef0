//! A text and where its characters are written, so that a part of it has a place of its own.

use crate::model::Value;
use crate::source::{Sources, Span};

/// The text of a value with the way back to the file.
pub struct Written<'a> {
    pub text: &'a str,
    span: Span,
    /// Where the text starts within the span; none when escapes or folds make it differ from what is written.
    start: Option<usize>,
}

impl<'a> Written<'a> {
    /// The text of a value that is a known one.
    pub fn of(sources: &Sources, value: &'a Value) -> Option<Self> {
        let text = value.as_str()?;
        Some(Self { text, span: value.span, start: sources.slice(value.span).find(text) })
    }

    /// The place of a part of the text; that of the whole where the part has none.
    pub fn part(&self, range: std::ops::Range<usize>) -> Span {
        let Some(start) = self.start else { return self.span };
        let start = self.span.start as usize + start;
        Span::new(self.span.file, start + range.start..start + range.end)
    }
}
