//! Moving through the characters of a Bicep file: blanks, comments, names, signs.

use std::sync::Arc;

use crate::source::{FileId, ProblemKind, Span};

use super::super::Failure;

/// How deep expressions nest, and how long a chain of operators or members is read.
pub(super) const DEPTH: usize = 120;

/// A place in a text that could not be read.
pub(super) struct Trouble {
    pub kind: ProblemKind,
    pub at: usize,
    pub message: &'static str,
}

pub(super) type Read<T> = Result<T, Trouble>;

/// The reader of one file.
pub(super) struct Scanner<'t> {
    pub file: FileId,
    pub text: &'t str,
    pub at: usize,
    pub depth: usize,
}

impl<'t> Scanner<'t> {
    pub fn new(file: FileId, text: &'t str) -> Self {
        Self { file, text, at: 0, depth: 0 }
    }

    pub fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    pub fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub fn span_from(&self, start: usize) -> Span {
        Span::new(self.file, start..self.at)
    }

    pub fn trouble<T>(&self, message: &'static str) -> Read<T> {
        Err(Trouble { kind: ProblemKind::Syntax, at: self.at, message })
    }

    /// Goes one level further in; past the limit that is an error.
    pub fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> Read<T>) -> Read<T> {
        if self.depth >= DEPTH {
            let message = "nested deeper than is read";
            return Err(Trouble { kind: ProblemKind::Limit, at: self.at, message });
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    pub fn failure(&self, trouble: &Trouble) -> Failure {
        let at = trouble.at.min(self.text.len());
        let end = self.text[at..].chars().next().map_or(at, |letter| at + letter.len_utf8());
        Failure { kind: trouble.kind, span: Some(Span::new(self.file, at..end)), message: trouble.message.to_owned() }
    }

    /// Passes over blanks and comments on the line.
    pub fn blanks(&mut self) {
        loop {
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\u{a0}', '\u{feff}']).len();
            let rest = self.rest();
            if rest.starts_with("//") {
                self.pass_line();
            } else if rest.starts_with("/*") {
                self.at += rest.get(2..).and_then(|inside| inside.find("*/")).map_or(rest.len(), |end| end + 4);
            } else {
                return;
            }
        }
    }

    /// Passes over blanks, comments, line ends and directives such as `#disable-next-line`.
    pub fn lines(&mut self) {
        loop {
            self.blanks();
            match self.byte() {
                Some(b'\r' | b'\n') => self.at += 1,
                Some(b'#') => self.pass_line(),
                _ => return,
            }
        }
    }

    pub fn pass_line(&mut self) {
        let rest = self.rest();
        self.at += rest.find(['\n', '\r']).unwrap_or(rest.len());
    }

    /// Takes a sign if it stands here, after blanks.
    pub fn take(&mut self, sign: &str) -> bool {
        self.blanks();
        let is_here = self.rest().starts_with(sign);
        if is_here {
            self.at += sign.len();
        }
        is_here
    }

    /// Takes a sign that has to stand here, after blanks and line ends.
    pub fn expect(&mut self, sign: &str, message: &'static str) -> Read<()> {
        self.lines();
        if self.take(sign) { Ok(()) } else { self.trouble(message) }
    }

    /// The name that stands here, without taking it.
    pub fn peek_name(&self) -> &'t str {
        let rest = self.rest();
        let end = rest.find(|letter: char| !(letter.is_alphanumeric() || letter == '_')).unwrap_or(rest.len());
        if rest.starts_with(|letter: char| letter.is_ascii_digit()) { "" } else { &rest[..end] }
    }

    /// Takes a name.
    pub fn name(&mut self) -> Read<Arc<str>> {
        self.blanks();
        let name = self.peek_name();
        if name.is_empty() {
            return self.trouble("expected a name");
        }
        self.at += name.len();
        Ok(name.into())
    }

    /// Takes a certain word.
    pub fn word(&mut self, word: &str) -> bool {
        let before = self.at;
        self.blanks();
        let is_here = self.peek_name() == word;
        self.at = if is_here { self.at + word.len() } else { before };
        is_here
    }

    /// Tries to read; what cannot be read is as if it had not been tried.
    pub fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.at;
        let result = read(self);
        if result.is_none() {
            self.at = before;
        }
        result
    }

    /// The next sign, past blanks and line ends, without taking anything.
    pub fn after_lines(&mut self) -> &'t str {
        let before = self.at;
        self.lines();
        let rest = self.rest();
        self.at = before;
        rest
    }

    /// Takes a type, which ends where its line or the brackets around it do, or before one of some signs.
    pub fn declared(&mut self, ends: &[&str]) -> Read<Arc<str>> {
        self.blanks();
        let start = self.at;
        let mut open = 0usize;
        let mut last = self.at;
        loop {
            self.blanks();
            let rest = self.rest();
            let Some(byte) = self.byte() else { break };
            if open == 0 && ends.iter().any(|end| rest.starts_with(end)) {
                break;
            }
            match byte {
                b'\r' | b'\n' if open == 0 => {
                    // A union goes on where a bar stands at the end of the line or the start of the next.
                    let goes_on = self.text[start..last].ends_with('|') || self.after_lines().starts_with('|');
                    if !goes_on {
                        break;
                    }
                    self.lines();
                    continue;
                }
                b'{' | b'[' | b'(' => open += 1,
                b'}' | b']' | b')' if open == 0 => break,
                b'}' | b']' | b')' => open -= 1,
                b'\'' => {
                    self.plain_string()?;
                    last = self.at;
                    continue;
                }
                _ => {}
            }
            self.at += rest.chars().next().map_or(1, char::len_utf8);
            last = self.at;
        }
        Ok(self.text[start..last].trim().into())
    }

    /// Passes over a text in a type, where it has no holes.
    fn plain_string(&mut self) -> Read<()> {
        if self.take("'''") {
            let rest = self.rest();
            self.at += rest.find("'''").map_or(rest.len(), |end| end + 3);
            return Ok(());
        }
        self.at += 1;
        let mut escaped = false;
        for (at, letter) in self.rest().char_indices() {
            match letter {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '\'' => {
                    self.at += at + 1;
                    return Ok(());
                }
                '\r' | '\n' => break,
                _ => {}
            }
        }
        self.trouble("a string is not closed")
    }
}
