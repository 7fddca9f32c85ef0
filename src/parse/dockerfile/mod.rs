//! Dockerfiles to instructions, as BuildKit reads them: parser directives, continuations with comments
//! and empty lines between them, here-documents, flags, and the JSON form. No library keeps exact
//! places through continuations, hence our own.

mod line;
mod words;

#[cfg(test)]
mod tests;

use crate::source::{FileId, ProblemKind, Span};

use self::line::{Line, Lines};
use super::{Failure, Parsed};

/// A Dockerfile.
#[derive(Debug)]
pub struct Dockerfile {
    /// The character that escapes and continues lines: a backslash, or a backtick by directive.
    pub escape: char,
    /// The instructions in order.
    pub instructions: Vec<Instruction>,
}

/// One instruction.
#[derive(Debug)]
pub struct Instruction {
    /// Its keyword in upper case.
    pub keyword: Word,
    /// All of it, here-documents included.
    pub span: Span,
    /// The `--name=value` flags in order.
    pub flags: Vec<Flag>,
    /// What follows keyword and flags, in one piece, without continuations.
    pub rest: Word,
    /// The same in words: those of the JSON form unquoted, others with their quotes as written.
    pub words: Vec<Word>,
    /// Whether the words are from the JSON form.
    pub exec: bool,
    /// The here-documents in order.
    pub heredocs: Vec<Heredoc>,
    /// The instruction within an `ONBUILD` or a `HEALTHCHECK`.
    pub nested: Option<Box<Instruction>>,
}

/// A piece of text with its place; the place covers continuations within it.
#[derive(Debug)]
pub struct Word {
    /// The text.
    pub text: String,
    /// The place.
    pub span: Span,
}

/// A flag of an instruction.
#[derive(Debug)]
pub struct Flag {
    /// The name without dashes.
    pub name: Word,
    /// What follows the equals sign, when there is one.
    pub value: Option<Word>,
    /// All of it.
    pub span: Span,
}

/// A here-document.
#[derive(Debug)]
pub struct Heredoc {
    /// Its text between the announcing line and the closing one.
    pub body: Word,
    /// Whether variables are left alone in it.
    pub literal: bool,
}

impl Word {
    /// The place of a part of the text; that of the word as a whole where a continuation runs through it.
    #[must_use]
    pub fn part(&self, range: std::ops::Range<usize>) -> Span {
        if self.span.range().len() == self.text.len() {
            let start = self.span.start as usize;
            return Span::new(self.span.file, start + range.start..start + range.end);
        }
        self.span
    }
}

const KEYWORDS: [&str; 18] = [
    "ADD",
    "ARG",
    "CMD",
    "COPY",
    "ENTRYPOINT",
    "ENV",
    "EXPOSE",
    "FROM",
    "HEALTHCHECK",
    "LABEL",
    "MAINTAINER",
    "ONBUILD",
    "RUN",
    "SHELL",
    "STOPSIGNAL",
    "USER",
    "VOLUME",
    "WORKDIR",
];

/// Reads a Dockerfile.
#[must_use]
pub fn parse(file: FileId, text: &str) -> Parsed<Dockerfile> {
    let mut reader = Reader { file, escape: '\\', lines: Lines::new(text), failures: Vec::new(), unknown: None };
    reader.directives();
    let mut instructions = Vec::new();
    while let Some(logical) = reader.logical() {
        instructions.extend(reader.instruction(&logical));
    }
    reader.failures.extend(reader.unknown);
    Parsed { tree: Dockerfile { escape: reader.escape, instructions }, failures: reader.failures }
}

struct Reader<'a> {
    file: FileId,
    escape: char,
    lines: Lines<'a>,
    failures: Vec<Failure>,
    /// Lines that start with no keyword are told of once, at the first of them.
    unknown: Option<Failure>,
}

impl Reader<'_> {
    /// Reads the directives, which are the comments at the very top that have the form `name=value`.
    fn directives(&mut self) {
        while let Some((_, line)) = self.lines.peek() {
            let Some((name, value)) = line.strip_prefix('#').and_then(|rest| rest.split_once('=')) else { return };
            if name.trim().is_empty() || !name.trim().chars().all(|char| char.is_ascii_alphanumeric()) {
                return;
            }
            if name.trim().eq_ignore_ascii_case("escape") && value.trim() == "`" {
                self.escape = '`';
            }
            self.lines.next();
        }
    }

    /// The next logical line that is neither empty nor a comment.
    fn logical(&mut self) -> Option<Line> {
        let (at, first) = self.lines.find(|(_, line)| !is_blank(line))?;
        let mut logical = Line::new(self.file, at);
        let indent = first.len() - first.trim_start().len();
        let (mut part, mut at) = (&first[indent..], at + indent);
        while let Some(kept) = self.continued(part) {
            logical.push(kept, at);
            (at, part) = self.lines.find(|(_, line)| !is_blank(line)).unwrap_or((at, ""));
        }
        logical.push(part, at);
        logical.trim_end();
        Some(logical)
    }

    /// What a physical line has before its continuation mark, when it has one. A doubled escape character is none.
    fn continued<'t>(&self, line: &'t str) -> Option<&'t str> {
        let kept = line.trim_end_matches([' ', '\t']).strip_suffix(self.escape)?;
        (!kept.ends_with(self.escape)).then_some(kept)
    }

    fn instruction(&mut self, line: &Line) -> Option<Instruction> {
        let mut instruction = self.command(line, 0, 0)?;
        let mut announcing = &mut instruction;
        if announcing.keyword.text == "ONBUILD" && announcing.nested.is_some() {
            announcing = announcing.nested.as_deref_mut()?;
        }
        if matches!(announcing.keyword.text.as_str(), "RUN" | "COPY" | "ADD") && !announcing.exec {
            let announced: Vec<_> = announcing.words.iter().filter_map(|word| words::heredoc(&word.text)).collect();
            announcing.heredocs = announced.iter().map_while(|heredoc| self.heredoc(heredoc)).collect();
            if let Some(last) = announcing.heredocs.last() {
                announcing.span = announcing.span.to(last.body.span);
                let whole = announcing.span;
                instruction.span = instruction.span.to(whole);
            }
        }
        Some(instruction)
    }

    /// Reads keyword, flags and words from an offset of a logical line. Nests one level deep.
    fn command(&mut self, line: &Line, from: usize, depth: usize) -> Option<Instruction> {
        let (start, end) = words::next(&line.text, from, self.escape);
        let mut keyword = words::word(line, start..end);
        keyword.text.make_ascii_uppercase();
        let span = line.span(start..line.text.len());
        if !KEYWORDS.contains(&keyword.text.as_str()) {
            self.unknown.get_or_insert_with(|| Failure {
                kind: ProblemKind::Syntax,
                span: Some(span),
                message: "a line that starts with no known instruction was passed over".to_owned(),
            });
            return None;
        }
        let (flags, rest) = self.flags(line, end);
        let json = match keyword.text.as_str() {
            "RUN" | "CMD" | "ENTRYPOINT" | "SHELL" | "COPY" | "ADD" | "VOLUME" => words::json(line, rest),
            _ => None,
        };
        let is_frame = matches!(keyword.text.as_str(), "ONBUILD" | "HEALTHCHECK");
        let is_none = line.text[rest..].trim().eq_ignore_ascii_case("none");
        let nested = if is_frame && depth == 0 && !is_none { self.command(line, rest, 1) } else { None };
        Some(Instruction {
            keyword,
            span,
            flags,
            rest: words::word(line, rest..line.text.len()),
            exec: json.is_some(),
            words: json.unwrap_or_else(|| words::split(line, rest, self.escape)),
            heredocs: Vec::new(),
            nested: nested.map(Box::new),
        })
    }

    /// The flags from an offset on, and where the rest starts.
    fn flags(&self, line: &Line, from: usize) -> (Vec<Flag>, usize) {
        let mut flags = Vec::new();
        let mut at = from;
        loop {
            let (start, end) = words::next(&line.text, at, self.escape);
            let word = &line.text[start..end];
            if word == "--" {
                return (flags, words::next(&line.text, end, self.escape).0);
            }
            if !word.starts_with("--") {
                return (flags, start);
            }
            let equals = word.find('=').map_or(end, |equals| start + equals);
            let value = (equals < end).then(|| words::word(line, equals + 1..end));
            flags.push(Flag { name: words::word(line, start + 2..equals), value, span: line.span(start..end) });
            at = end;
        }
    }

    /// Takes the lines of a here-document; none when there are no lines left.
    fn heredoc(&mut self, announced: &words::Announced) -> Option<Heredoc> {
        let Some((start, _)) = self.lines.peek() else {
            self.failures.push(unterminated(None));
            return None;
        };
        let mut text = String::new();
        let mut end = start;
        for (at, line) in self.lines.by_ref() {
            let line_text = if announced.strip_tabs { line.trim_start_matches('\t') } else { line };
            if line_text == announced.name {
                return Some(self.document(text, start..end, announced));
            }
            text.push_str(line_text);
            text.push('\n');
            end = at + line.len();
        }
        self.failures.push(unterminated(Some(Span::new(self.file, start..end))));
        Some(self.document(text, start..end, announced))
    }

    fn document(&self, text: String, range: std::ops::Range<usize>, announced: &words::Announced) -> Heredoc {
        Heredoc { body: Word { text, span: Span::new(self.file, range) }, literal: announced.literal }
    }
}

fn unterminated(span: Option<Span>) -> Failure {
    Failure { kind: ProblemKind::Syntax, span, message: "a here-document is not closed".to_owned() }
}

fn is_blank(line: &str) -> bool {
    let line = line.trim_start();
    line.is_empty() || line.starts_with('#')
}
