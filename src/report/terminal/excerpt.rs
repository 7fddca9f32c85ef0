//! A finding as `miette` draws it. The source it shows is the masked excerpt, not the file.

use std::fmt;

use miette::{
    Diagnostic, LabeledSpan, MietteError, MietteSpanContents, Severity as Tone, SourceCode, SourceSpan, SpanContents,
};

use crate::report::Place;

/// The masked lines around a place, numbered as in the file.
#[derive(Debug)]
struct Excerpt {
    name: String,
    first_line: usize,
    text: String,
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let inner = self.text.read_span(span, before, after)?;
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            inner.data(),
            *inner.span(),
            inner.line() + self.first_line - 1,
            inner.column(),
            inner.line_count(),
        )))
    }
}

/// One finding, drawn.
#[derive(Debug)]
pub struct Drawing {
    title: String,
    code: String,
    tone: Tone,
    help: String,
    source: Excerpt,
    label: Option<LabeledSpan>,
}

impl Drawing {
    /// A drawing of `place` under a title. The label is what is wrong at the very place.
    #[must_use]
    pub fn new(title: String, code: String, tone: Tone, help: String, place: &Place, label: String) -> Self {
        let text = place.context.join("\n");
        let start = offset(place, place.start.line, place.start.column);
        let end = offset(place, place.end.line, place.end.column).max(start);
        let source = Excerpt { name: place.path.clone(), first_line: place.context_start, text };
        let label = (!label.is_empty()).then(|| LabeledSpan::new_primary_with_span(Some(label), (start, end - start)));
        Self {
            title,
            code,
            tone,
            help,
            source,
            label: label.or_else(|| Some(LabeledSpan::new_primary_with_span(None, (start, end - start)))),
        }
    }
}

/// The byte in the excerpt's text of a line and a column in UTF-16 units.
fn offset(place: &Place, line: usize, column: usize) -> usize {
    let index = line.saturating_sub(place.context_start);
    let before: usize = place.context.iter().take(index).map(|line| line.len() + 1).sum();
    let Some(line) = place.context.get(index) else { return before.saturating_sub(1) };
    let mut units = 1;
    for (at, letter) in line.char_indices() {
        if units >= column {
            return before + at;
        }
        units += letter.len_utf16();
    }
    before + line.len()
}

impl fmt::Display for Drawing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.title)
    }
}

impl std::error::Error for Drawing {}

impl Diagnostic for Drawing {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.code))
    }

    fn severity(&self) -> Option<Tone> {
        Some(self.tone)
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.help))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.label.clone().into_iter()))
    }
}
