//! A place in a text, moved by bytes: what the hand-written lexers of this room share.
//!
//! Lexers only ever stop at ASCII bytes, so every offset falls on a character border.

use crate::source::{FileId, ProblemKind, Span};

use super::Failure;

/// The deepest nesting that a hand-written parser follows; real files stay below ten.
pub(super) const DEPTH: usize = 32;

/// A reader of one text.
pub(super) struct Cursor<'a> {
    pub file: FileId,
    pub text: &'a str,
    pub at: usize,
    pub failures: Vec<Failure>,
    unterminated: [bool; 256],
}

impl<'a> Cursor<'a> {
    pub fn new(file: FileId, text: &'a str) -> Self {
        Self { file, text, at: 0, failures: Vec::new(), unterminated: [false; 256] }
    }

    pub fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub fn ahead(&self, by: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + by).copied()
    }

    pub fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    pub fn slice(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or("")
    }

    /// Moves past `byte` when it is next.
    pub fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// Moves past `word` when it is next.
    pub fn eat_str(&mut self, word: &str) -> bool {
        let found = self.rest().starts_with(word);
        self.at += if found { word.len() } else { 0 };
        found
    }

    /// Moves past all bytes that `accept`, and answers what was passed.
    pub fn take_while(&mut self, accept: impl Fn(u8) -> bool) -> &'a str {
        let start = self.at;
        while self.peek().is_some_and(&accept) {
            self.at += 1;
        }
        self.slice(start, self.at)
    }

    /// Moves past blanks, but not past the end of the line.
    pub fn skip_blanks(&mut self) {
        self.take_while(|byte| byte == b' ' || byte == b'\t');
    }

    /// Moves past blanks and line ends.
    pub fn skip_space(&mut self) {
        self.take_while(|byte| byte.is_ascii_whitespace());
    }

    /// Where the current line ends, its line ending not counted.
    pub fn line_end(&self) -> usize {
        memchr::memchr2(b'\n', b'\r', self.rest().as_bytes()).map_or(self.text.len(), |offset| self.at + offset)
    }

    /// Moves to the start of the next line.
    pub fn skip_line(&mut self) {
        self.at = self.line_end();
        self.eat(b'\r');
        self.eat(b'\n');
    }

    pub fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, start..end)
    }

    pub fn fail(&mut self, kind: ProblemKind, start: usize, message: &str) {
        // One failure per file is enough to call it partly read; a hostile file would give millions.
        if self.failures.len() < 16 {
            let span = self.span(start, (start + 1).min(self.text.len()));
            self.failures.push(Failure { kind, span: Some(span), message: message.to_owned() });
        }
    }

    /// Reads a quoted text, the cursor on its opening quote; `decode` says what the byte after a
    /// backslash stands for. Without a closing quote the text ends with the line, and that fails.
    pub fn quoted(&mut self, decode: impl Fn(u8) -> Option<char>) -> String {
        self.quoted_before(self.text.len(), decode)
    }

    /// The same, for formats in which a quote has to close on its line.
    pub fn quoted_in_line(&mut self, decode: impl Fn(u8) -> Option<char>) -> String {
        self.quoted_before(self.line_end(), decode)
    }

    fn quoted_before(&mut self, limit: usize, decode: impl Fn(u8) -> Option<char>) -> String {
        let start = self.at;
        let quote = self.peek().unwrap_or(b'"');
        let whole = limit == self.text.len();
        let known = whole && self.unterminated[usize::from(quote)];
        let end = if known { None } else { self.closing(quote, limit) };
        let (end, next) = match end {
            Some(end) => (end, end + 1),
            None => {
                // Remembered, so that many lone quotes do not each search the whole text.
                self.unterminated[usize::from(quote)] |= whole;
                self.fail(ProblemKind::Syntax, start, "a quote is not closed");
                (self.line_end(), self.line_end())
            }
        };
        let raw = self.slice(start + 1, end);
        self.at = next.max(start + 1);
        unescape(raw, decode)
    }

    /// Passes over an expression that is not read: up to a byte at which it `stops`, outside of
    /// quotes, brackets and comments.
    pub fn skip_expression(&mut self, stops: impl Fn(u8) -> bool, comment: impl Fn(&Self) -> bool) {
        let mut depth = 0_usize;
        while let Some(byte) = self.peek() {
            if depth == 0 && stops(byte) {
                return;
            }
            match byte {
                b'"' | b'\'' | b'`' => {
                    self.quoted(|_| None);
                    continue;
                }
                b'(' | b'[' | b'{' => depth += 1,
                b')' | b']' | b'}' => depth = depth.saturating_sub(1),
                _ if comment(self) => {
                    let block =
                        self.rest().starts_with("/*").then(|| memchr::memmem::find(self.rest().as_bytes(), b"*/"));
                    match block {
                        Some(end) => self.at = end.map_or(self.text.len(), |end| self.at + end + 2),
                        None => self.at = self.line_end(),
                    }
                    continue;
                }
                _ => {}
            }
            self.at += 1;
        }
    }

    fn closing(&self, quote: u8, limit: usize) -> Option<usize> {
        let mut at = self.at + 1;
        loop {
            let found = at + memchr::memchr2(quote, b'\\', self.text.as_bytes().get(at..limit)?)?;
            if self.text.as_bytes()[found] == quote {
                return Some(found);
            }
            at = found + 2;
        }
    }
}

/// Replaces escapes; one that `decode` does not know stays as it is written.
pub(super) fn unescape(raw: &str, decode: impl Fn(u8) -> Option<char>) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut chars = raw.chars();
    while let Some(char) = chars.next() {
        if char != '\\' {
            text.push(char);
            continue;
        }
        let Some(escaped) = chars.next() else {
            text.push('\\');
            break;
        };
        match u8::try_from(escaped).ok().and_then(&decode) {
            Some(decoded) => text.push(decoded),
            None => text.extend(['\\', escaped]),
        }
    }
    text
}

/// The escapes that most languages share.
pub(super) fn common_escape(byte: u8) -> Option<char> {
    match byte {
        b'n' => Some('\n'),
        b't' => Some('\t'),
        b'r' => Some('\r'),
        b'"' | b'\'' | b'\\' | b'/' | b'$' | b'`' => Some(char::from(byte)),
        _ => None,
    }
}

/// The escapes of quotes and backslashes alone.
pub(super) fn quote_escape(byte: u8) -> Option<char> {
    matches!(byte, b'"' | b'\'' | b'\\').then(|| char::from(byte))
}
