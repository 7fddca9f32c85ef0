//! A lexer that knows just enough of HCL to tell where top-level items begin and end: strings, interpolations,
//! heredocs, comments and brackets. It reads any text in one pass, without recursion.

use std::ops::Range;

/// What the pass found.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// The top-level items.
    pub items: Vec<Range<usize>>,
    /// Line breaks within brackets that end nothing there, and comments up to them: the library does not
    /// accept all of them.
    pub breaks: Vec<Range<usize>>,
    /// The most entries that one object has, about.
    pub largest_object: usize,
    /// Where a line of a heredoc begins with its delimiter and goes on: the library takes that for its end.
    pub false_ends: Vec<usize>,
}

#[derive(Clone, Copy, PartialEq)]
enum Mode {
    /// `(`, `[` or a `for` in braces: line breaks mean nothing.
    Loose,
    /// Braces of a block.
    Block,
    /// Braces of an object, with the number of its entries so far.
    Object(usize),
    /// `${` or `%{`.
    Interpolation,
    Text,
    /// A heredoc; the place of its delimiter.
    Heredoc(usize, usize),
}

/// Reads a text. With `resync`, a line that looks like the header of a top-level block begins a new item
/// even inside brackets, so that a missing brace costs one block.
pub(super) fn scan(text: &str, resync: bool) -> Scan {
    let mut scanner = Scanner {
        text,
        bytes: text.as_bytes(),
        at: 0,
        modes: Vec::new(),
        item: None,
        significant: 0,
        resync,
        found: Scan::default(),
    };
    while scanner.at < scanner.bytes.len() {
        scanner.step();
    }
    scanner.end_item(text.len());
    scanner.found
}

struct Scanner<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    modes: Vec<Mode>,
    item: Option<usize>,
    /// The last byte outside white space and comments.
    significant: u8,
    resync: bool,
    found: Scan,
}

impl Scanner<'_> {
    fn step(&mut self) {
        match self.modes.last().copied() {
            Some(Mode::Text) => self.text(),
            Some(Mode::Heredoc(..)) => self.heredoc(),
            _ => self.code(),
        }
    }

    fn peek(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn end_item(&mut self, end: usize) {
        if let Some(start) = self.item.take() {
            self.found.items.push(start..end);
        }
        self.modes.clear();
        self.significant = 0;
    }

    fn code(&mut self) {
        let byte = self.peek(0);
        match byte {
            b' ' | b'\t' | b'\r' => self.at += 1,
            b'\n' => {
                self.line_break(self.at);
                self.at += 1;
                self.line_start();
            }
            b'#' => self.comment(),
            b'/' if self.peek(1) == b'/' => self.comment(),
            b'/' if self.peek(1) == b'*' => {
                let rest = &self.bytes[self.at + 2..];
                self.at = memchr::memmem::find(rest, b"*/").map_or(self.bytes.len(), |end| self.at + 2 + end + 2);
            }
            _ => self.token(byte),
        }
    }

    fn token(&mut self, byte: u8) {
        if self.item.is_none() {
            self.item = Some(self.at);
        }
        match byte {
            b'"' => self.modes.push(Mode::Text),
            b'(' | b'[' => self.modes.push(Mode::Loose),
            b'{' => self.modes.push(self.brace()),
            b')' | b']' | b'}' => {
                if let Some(Mode::Object(entries)) = self.modes.pop() {
                    self.found.largest_object = self.found.largest_object.max(entries + 1);
                }
            }
            b',' => self.count_entry(),
            b'<' if self.peek(1) == b'<' && self.begin_heredoc() => {
                self.significant = b'"';
                return;
            }
            _ => {}
        }
        self.significant = byte;
        self.at += 1;
    }

    fn count_entry(&mut self) {
        if let Some(Mode::Object(entries)) = self.modes.last_mut() {
            *entries += 1;
            self.found.largest_object = self.found.largest_object.max(*entries);
        }
    }

    /// What an opening brace begins.
    fn brace(&self) -> Mode {
        if !matches!(self.significant, b'=' | b'(' | b'[' | b'{' | b',' | b':' | b'?' | b'>') {
            return Mode::Block;
        }
        let rest = self.bytes[self.at + 1..].trim_ascii_start();
        let is_for = rest.starts_with(b"for") && rest.get(3).is_some_and(|byte| b" \t\r\n#/".contains(byte));
        if is_for { Mode::Loose } else { Mode::Object(0) }
    }

    /// A line break; `from` is where it begins, or the comment before it.
    fn line_break(&mut self, from: usize) {
        match self.modes.last() {
            None => self.end_item(from),
            Some(Mode::Loose | Mode::Interpolation) => self.found.breaks.push(from..self.at + 1),
            Some(Mode::Object(_)) if self.significant != b',' && self.significant != b'{' => self.count_entry(),
            _ => {}
        }
    }

    fn comment(&mut self) {
        let start = self.at;
        self.at = memchr::memchr(b'\n', &self.bytes[start..]).map_or(self.bytes.len(), |end| start + end);
        if self.at < self.bytes.len() {
            self.line_break(start);
            self.at += 1;
            self.line_start();
        }
    }

    fn line_start(&mut self) {
        if self.resync && !self.modes.is_empty() && is_block_header(&self.text[self.at..]) {
            self.end_item(self.at);
        }
    }

    fn text(&mut self) {
        let rest = &self.bytes[self.at..];
        let Some(next) = rest.iter().position(|byte| b"\"\\$%\n".contains(byte)) else {
            self.at = self.bytes.len();
            return;
        };
        self.at += next;
        match self.peek(0) {
            b'"' => {
                self.modes.pop();
                self.significant = b'"';
                self.at += 1;
            }
            b'\\' => self.at += 2,
            // Text does not go over the end of a line: whatever was meant, it ends here.
            b'\n' => {
                self.modes.pop();
            }
            _ => self.marker(),
        }
    }

    fn marker(&mut self) {
        let byte = self.peek(0);
        if self.peek(1) == byte && self.peek(2) == b'{' {
            self.at += 3;
        } else if self.peek(1) == b'{' {
            self.modes.push(Mode::Interpolation);
            self.significant = b'{';
            self.at += 2;
        } else {
            self.at += 1;
        }
    }

    fn begin_heredoc(&mut self) -> bool {
        let start = self.at + 2 + usize::from(self.peek(2) == b'-');
        let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_' || *byte == b'-' || !byte.is_ascii();
        let length = self.bytes[start.min(self.bytes.len())..].iter().take_while(|byte| is_name(byte)).count();
        let rest = &self.bytes[(start + length).min(self.bytes.len())..];
        if length == 0 || !(rest.starts_with(b"\n") || rest.starts_with(b"\r\n")) {
            return false;
        }
        self.modes.push(Mode::Heredoc(start, start + length));
        self.at = start + length + 1 + usize::from(rest[0] == b'\r');
        self.heredoc_line();
        true
    }

    /// At the start of a line of a heredoc: ends it when the line is its delimiter.
    fn heredoc_line(&mut self) {
        let Some(Mode::Heredoc(start, end)) = self.modes.last().copied() else { return };
        let rest = &self.bytes[self.at..];
        let spaces = rest.iter().take_while(|byte| **byte == b' ' || **byte == b'\t').count();
        let line = &rest[spaces..];
        let delimiter = &self.bytes[start..end];
        let Some(after) = line.strip_prefix(delimiter) else { return };
        let rest = after.split(|byte| *byte == b'\n').next().unwrap_or(after);
        if rest.trim_ascii().is_empty() {
            self.modes.pop();
            self.at += spaces + delimiter.len();
        } else {
            self.found.false_ends.push(self.at + spaces);
        }
    }

    fn heredoc(&mut self) {
        let rest = &self.bytes[self.at..];
        let Some(next) = memchr::memchr3(b'\n', b'$', b'%', rest) else {
            self.at = self.bytes.len();
            return;
        };
        self.at += next;
        if self.peek(0) == b'\n' {
            self.at += 1;
            self.heredoc_line();
        } else {
            self.marker();
        }
    }
}

/// Whether a line that begins without indent is `keyword "label" {` or one of the headers without a label.
fn is_block_header(rest: &str) -> bool {
    if !rest.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return false;
    }
    let line = rest.split('\n').next().unwrap_or("").trim_end();
    let Some(header) = line.strip_suffix('{').or_else(|| line.strip_suffix("{}")) else { return false };
    let header = header.trim_end();
    match header.split_once(char::is_whitespace) {
        None => matches!(header, "locals" | "terraform" | "moved" | "import" | "removed"),
        Some((_, labels)) => labels.trim_start().starts_with('"') && header.ends_with('"'),
    }
}
