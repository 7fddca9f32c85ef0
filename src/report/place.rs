//! From spans to lines, columns and masked excerpts.

use std::collections::HashMap;

use crate::finding::line_hashes;
use crate::source::{FileId, Position, Sources, Span};

use super::redact::{redact, star};

/// How many lines stand around the line of a finding.
const CONTEXT: usize = 2;

/// Lines longer than this are cut in excerpts: minified code would drown the report.
const MAX_LINE: usize = 400;

/// A place as reports show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file, relative to the root, with forward slashes.
    pub path: String,
    /// First character.
    pub start: Position,
    /// One past the last character.
    pub end: Position,
    /// What is written there, masked.
    pub snippet: String,
    /// The number of the first line of `context`.
    pub context_start: usize,
    /// The lines around, masked, each without its line ending.
    pub context: Vec<String>,
}

/// Makes places, and remembers the line hashes of files it has seen.
pub struct Placer<'s> {
    sources: &'s Sources,
    hashes: HashMap<FileId, Vec<String>>,
}

impl<'s> Placer<'s> {
    /// A placer over the files of a scan.
    #[must_use]
    pub fn new(sources: &'s Sources) -> Self {
        Self { sources, hashes: HashMap::new() }
    }

    /// The place of a span. What is `secret` is masked whole, whatever it looks like.
    #[must_use]
    pub fn place(&self, span: Span, secret: bool) -> Place {
        let file = self.sources.get(span.file);
        let lines = file.lines();
        let start = lines.position(&file.text, span.start);
        let end = lines.position(&file.text, span.end.max(span.start));
        let first = start.line.saturating_sub(CONTEXT).max(1);
        let last = (end.line + CONTEXT).min(lines.count());
        let context = (first..=last)
            .map(|line| {
                let range = lines.range(&file.text, line);
                let text = &file.text[range.clone()];
                let own =
                    (span.start as usize).saturating_sub(range.start)..(span.end as usize).saturating_sub(range.start);
                let text = if secret { star(text, own) } else { text.to_owned() };
                cut(&redact(&text))
            })
            .collect();
        let snippet = file.slice(span);
        let snippet = if secret { star(snippet, 0..snippet.len()) } else { redact(snippet).into_owned() };
        Place { path: file.path.clone(), start, end, snippet: cut(&snippet), context_start: first, context }
    }

    /// GitHub's hash of the line that a span starts on.
    pub fn line_hash(&mut self, span: Span) -> String {
        let file = self.sources.get(span.file);
        let line = file.lines().line(span.start);
        let hashes = self.hashes.entry(span.file).or_insert_with(|| line_hashes(&file.text));
        hashes.get(line - 1).or_else(|| hashes.last()).cloned().unwrap_or_default()
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(MAX_LINE) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
