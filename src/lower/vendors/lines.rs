//! Lines of a text with their places.

/// One line without its ending.
#[derive(Clone, Copy, Debug)]
pub struct Line<'t> {
    /// Where its text starts in the file.
    pub start: usize,
    /// Its text, with indentation and without trailing blanks.
    pub text: &'t str,
}

/// All lines of a text.
pub fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut start = 0;
    text.split('\n').map(move |line| {
        let at = start;
        start += line.len() + 1;
        Line { start: at, text: line.trim_end() }
    })
}

impl<'t> Line<'t> {
    /// The line without its indentation.
    pub fn trimmed(self) -> Self {
        let text = self.text.trim_start();
        Self { start: self.start + (self.text.len() - text.len()), text }
    }

    /// How far it is indented, in bytes.
    pub fn indent(self) -> usize {
        self.text.len() - self.text.trim_start().len()
    }

    /// What follows a word and blanks.
    pub fn after(self, word: &str) -> Option<Self> {
        let rest = self.text.strip_prefix(word)?;
        rest.starts_with([' ', '\t']).then(|| Self { start: self.start + word.len(), text: rest }.trimmed())
    }

    /// The line up to a mark.
    pub fn before(self, mark: &str) -> Self {
        Self { start: self.start, text: self.text.split(mark).next().unwrap_or(self.text).trim_end() }
    }

    /// The first text in quotes, with its place.
    pub fn quoted(self) -> Option<Line<'t>> {
        let open = self.text.find(['"', '\''])?;
        let quote = self.text.get(open..=open)?;
        let inner = self.text.get(open + 1..)?;
        let length = inner.find(quote)?;
        Some(Line { start: self.start + open + 1, text: &inner[..length] })
    }
}
