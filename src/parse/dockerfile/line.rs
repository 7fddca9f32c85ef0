//! Logical lines: what is left of physical lines once continuations and the comments between them
//! are taken out, with the way back to the file.

use crate::source::{FileId, Span};

/// A text that was put together from several places of a file, each byte of which knows its place.
#[derive(Debug)]
pub struct Line {
    file: FileId,
    /// The text without continuations.
    pub text: String,
    /// Offset in the text, and where the bytes from there on stand in the file.
    runs: Vec<(usize, usize)>,
    /// Where the line starts in the file: the place of an empty line.
    start: usize,
}

impl Line {
    /// An empty line that starts at an offset of the file.
    pub fn new(file: FileId, start: usize) -> Self {
        Self { file, text: String::new(), runs: Vec::new(), start }
    }

    /// Appends a part of the file's text.
    pub fn push(&mut self, text: &str, at: usize) {
        if !text.is_empty() {
            self.runs.push((self.text.len(), at));
            self.text.push_str(text);
        }
    }

    /// Takes white space off the end.
    pub fn trim_end(&mut self) {
        self.text.truncate(self.text.trim_end().len());
    }

    /// The place of a byte of the text.
    fn place(&self, offset: usize) -> usize {
        let run = self.runs.partition_point(|(start, _)| *start <= offset);
        match run.checked_sub(1).and_then(|run| self.runs.get(run)) {
            Some((start, at)) => at + (offset - start),
            None => self.start + offset,
        }
    }

    /// The span of the file that a range of the text covers, continuations within it included.
    pub fn span(&self, range: std::ops::Range<usize>) -> Span {
        if range.is_empty() {
            let at = self.place(range.start.saturating_sub(1)) + usize::from(range.start > 0);
            return Span::new(self.file, at..at);
        }
        Span::new(self.file, self.place(range.start)..self.place(range.end - 1) + 1)
    }
}

/// The physical lines of a text, each with its offset, without its line ending.
pub struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Lines<'a> {
    /// All lines of a text.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// The next line without taking it.
    pub fn peek(&self) -> Option<(usize, &'a str)> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let line = rest.split_once('\n').map_or(rest, |(line, _)| line);
        Some((self.at, line.strip_suffix('\r').unwrap_or(line)))
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let line = self.peek()?;
        let ending = memchr::memchr(b'\n', &self.text.as_bytes()[self.at..]);
        self.at = ending.map_or(self.text.len(), |ending| self.at + ending + 1);
        Some(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_lead_back_through_a_join() {
        let source = "RUN a \\\n  b";
        let mut line = Line::new(FileId(0), 0);
        line.push("RUN a ", 0);
        line.push("  b", 8);
        assert_eq!(line.text, "RUN a   b");
        assert_eq!(&source[line.span(8..9).range()], "b");
        assert_eq!(&source[line.span(4..9).range()], "a \\\n  b");
        assert_eq!(line.span(9..9).range(), 11..11);
        assert_eq!(line.span(0..0).range(), 0..0);
    }

    #[test]
    fn lines_end_with_lf_or_crlf() {
        let lines: Vec<_> = Lines::new("a\r\n\nb\rc").collect();
        assert_eq!(lines, [(0, "a"), (3, ""), (4, "b\rc")]);
    }
}
