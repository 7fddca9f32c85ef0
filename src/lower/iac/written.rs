//! A text and where its characters are written, so that a part of it has a place of its own.

use crate::model::Value;
use crate::source::{Sources, Span};

/// The text of a value with the way back to the file.
pub struct Written<'a> {
    pub text: &'a str,
    span: Span,
    /// Where lines of the text start, in it and in the file; none when escapes or folds make it differ from
    /// what is written.
    lines: Vec<(usize, usize)>,
}

impl<'a> Written<'a> {
    /// The text of a value that is a known one.
    pub fn of(sources: &Sources, value: &'a Value) -> Option<Self> {
        Some(Self::within(sources.slice(value.span), value.as_str()?, value.span))
    }

    /// A text that is written as the content of a span.
    pub fn within(slice: &str, text: &'a str, span: Span) -> Self {
        let start = span.start as usize;
        let lines = match slice.find(text) {
            Some(at) => vec![(0, start + at)],
            None => block(slice, text, start).unwrap_or_default(),
        };
        Self { text, span, lines }
    }

    /// The place of a part of the text; that of the whole where the part has none.
    pub fn part(&self, range: std::ops::Range<usize>) -> Span {
        let place = |at: usize| {
            let line = self.lines.partition_point(|(start, _)| *start <= at).checked_sub(1)?;
            self.lines.get(line).map(|(start, place)| place + at - start)
        };
        // The end of a line is not the beginning of the next one.
        let end = if range.is_empty() { place(range.start) } else { place(range.end - 1).map(|end| end + 1) };
        match (place(range.start), end) {
            (Some(start), Some(end)) => Span::new(self.span.file, start..end),
            _ => self.span,
        }
    }
}

/// The lines of a literal block of YAML, which are indented where they are written.
fn block(slice: &str, text: &str, start: usize) -> Option<Vec<(usize, usize)>> {
    let header = slice.strip_prefix('|')?.find('\n')? + 2;
    let mut written = start + header;
    let mut raw = slice[header..].split_inclusive('\n');
    let mut lines = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        // What is missing at the end are empty lines.
        let Some(whole) = raw.next() else { break };
        let (content, line_end) = (line.trim_end_matches(['\n', '\r']), whole.trim_end_matches(['\n', '\r']));
        line_end.ends_with(content).then_some(())?;
        lines.push((at, written + line_end.len() - content.len()));
        at += line.len();
        written += whole.len();
    }
    Some(lines)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    #[test]
    fn parts_of_indented_blocks_have_their_place() {
        let file = "a: |-\n    one\n\n      two = x\n    three\nb: c\n";
        let span = Span::new(FileId(0), 3..file.find("\nb").unwrap_or_default());
        let text = "one\n\n  two = x\nthree";
        let written = Written::within(&file[span.range()], text, span);
        for part in ["one", "two", "x", "three", "  two = x"] {
            let at = text.find(part).unwrap_or_default();
            assert_eq!(&file[written.part(at..at + part.len()).range()], part);
        }
        assert_eq!(&file[written.part(0..text.len()).range()], "one\n\n      two = x\n    three");
        let folded = Written::within("\"a\\tb\"", "a\tb", span);
        assert_eq!(folded.part(0..1), span);
    }
}
