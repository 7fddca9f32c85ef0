//! A rendered text as documents whose values say where in the repository they come from.

use std::sync::Arc;

use crate::model::{Entry, Kind, Piece, Reason, Trace, Unknown, Value};
use crate::parse::Failure;
use crate::parse::yaml::parse_plain;
use crate::source::{FileId, Span};

use super::text::{Builder, CLOSE, LINE, Mark, OPEN, Text};

/// How many definitions a value names.
const ORIGINS: usize = 8;

/// Reads the documents of a rendered text. `file` is the template that it was rendered from, `reasons` say why
/// its holes are not known.
pub(super) fn documents(text: &Text, file: FileId, reasons: &[Reason]) -> Result<Vec<Value>, Failure> {
    let text = &stand_in(text);
    let parsed = parse_plain(file, text.as_str());
    let mapper = Mapper { text, file, reasons };
    if let Some(failure) = parsed.failures.into_iter().next() {
        return Err(Failure { span: failure.span.map(|span| mapper.place(span)), ..failure });
    }
    Ok(parsed.tree.into_iter().map(|document| mapper.document(document)).collect())
}

/// The text with what makes YAML of holes that have a line to themselves: they may be any keys or items.
fn stand_in(text: &Text) -> Text {
    if !text.as_str().contains(OPEN) {
        return text.clone();
    }
    let lines: Vec<&str> = text.as_str().split_inclusive('\n').collect();
    let mut out = Builder::default();
    let mut at = 0;
    for (index, line) in lines.iter().enumerate() {
        let trimmed = line.trim();
        match is_hole(trimmed).then(|| shape(&lines, index)).flatten() {
            Some(shape) => {
                let hole = at + line.find(OPEN).unwrap_or(0);
                let mark = text.mark(hole);
                let end = hole + trimmed.len() - CLOSE.len_utf8();
                out.push_slice(text, at..hole, Mark::default());
                if shape == Shape::Item {
                    out.push("- ", mark);
                }
                out.push_slice(text, hole..end, Mark::default());
                out.push(&LINE.to_string(), mark);
                if shape == Shape::Key {
                    out.push(":", mark);
                }
                out.push_slice(text, end + CLOSE.len_utf8()..at + line.len(), Mark::default());
            }
            None => out.push_slice(text, at..at + line.len(), Mark::default()),
        }
        at += line.len();
    }
    out.finish()
}

/// Whether a text is one hole.
fn is_hole(text: &str) -> bool {
    text.starts_with(OPEN) && text.find(CLOSE) == text.len().checked_sub(CLOSE.len_utf8())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Item,
    Key,
}

/// How many lines around a hole are looked at for what it stands among.
const NEAR: usize = 2_000;

/// What a line stands among; none when it is alone.
fn shape(lines: &[&str], index: usize) -> Option<Shape> {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let tells = |line: &&&str| {
        let trimmed = line.trim();
        !trimmed.is_empty() && !trimmed.starts_with('#') && !is_hole(trimmed)
    };
    let own = indent(lines[index]);
    let of = |line: &str| if line.trim_start().starts_with('-') { Shape::Item } else { Shape::Key };
    let ends = |line: &&&str| line.starts_with("---");
    let before = lines[..index].iter().rev().take(NEAR).take_while(|line| !ends(line)).filter(tells);
    if let Some(line) = before.clone().find(|line| indent(line) <= own)
        && indent(line) == own
    {
        return Some(of(line));
    }
    let mut after = lines[index + 1..].iter().take(NEAR).take_while(|line| !ends(line)).filter(tells);
    let line = after.find(|line| indent(line) <= own)?;
    (indent(line) == own).then(|| of(line))
}

struct Mapper<'a> {
    text: &'a Text,
    file: FileId,
    reasons: &'a [Reason],
}

impl Mapper<'_> {
    fn document(&self, mut value: Value) -> Value {
        let level = match &value.kind {
            Kind::Map(map) => map.entries.iter().map(|entry| self.mark(entry.key_span).maybe).min(),
            _ => None,
        };
        let level = level.unwrap_or_else(|| self.mark(value.span).maybe);
        self.value(&mut value, level);
        value
    }

    fn mark(&self, span: Span) -> Mark {
        self.text.mark(span.start as usize)
    }

    fn reason(&self, hole: usize) -> Reason {
        self.reasons.get(hole).cloned().unwrap_or(Reason::Expression("template".into()))
    }

    fn unknown(&self, hole: usize) -> Arc<Unknown> {
        Arc::new(Unknown { reason: self.reason(hole), pieces: Vec::new() })
    }

    /// Gives a value, and what is in it, their places in the repository. `level` is how many conditions that are
    /// not known what it stands in is within. Recurses as deep as values nest, which the parser limits.
    fn value(&self, value: &mut Value, level: u16) {
        let written = value.span;
        value.span = self.place(written);
        self.trace(value, written);
        match &mut value.kind {
            Kind::Map(map) => {
                let mut kept = Vec::with_capacity(map.entries.len());
                let mut lines = 0;
                for mut entry in std::mem::take(&mut map.entries) {
                    if entry.key.contains(OPEN) {
                        map.open = Some(self.unknown(hole(&entry.key).unwrap_or(0)));
                        lines += usize::from(entry.key.contains(LINE));
                        continue;
                    }
                    let mark = self.mark(entry.key_span);
                    entry.key_span = self.place(entry.key_span);
                    if mark.maybe > level {
                        let span = self.place(entry.value.span);
                        entry.value = Value::unknown(self.reason(mark.why.into()), span);
                    } else {
                        self.value(&mut entry.value, level);
                    }
                    kept.push(entry);
                }
                if let (true, true, Some(unknown)) = (kept.is_empty(), lines > 0, &map.open) {
                    value.kind = Kind::Unknown(unknown.clone());
                    return;
                }
                map.entries = kept;
            }
            Kind::List(list) => {
                let items = std::mem::take(&mut list.items);
                for mut item in items {
                    let mark = self.mark(item.span);
                    if mark.maybe > level {
                        list.open = Some(self.unknown(mark.why.into()));
                    }
                    if let Some(text) = item.as_str().filter(|text| text.contains(LINE)) {
                        list.open = Some(self.unknown(hole(text).unwrap_or(0)));
                        continue;
                    }
                    self.value(&mut item, level.max(mark.maybe));
                    list.items.push(item);
                }
            }
            Kind::String(text) if text.contains(OPEN) => {
                let pieces = pieces(text);
                let reason = self.reason(hole(text).unwrap_or(0));
                value.kind = Kind::Unknown(Arc::new(Unknown { reason, pieces }));
            }
            _ => {}
        }
    }

    /// Where a value is defined: the anchor that it is an alias of, and the lines of values files in it.
    fn trace(&self, value: &mut Value, written: Span) {
        let mut origins: Vec<Span> = value.origins().iter().map(|span| self.place(*span)).collect();
        let is_plain = match &value.kind {
            Kind::Map(map) => map.entries.is_empty(),
            Kind::List(list) => list.items.is_empty(),
            _ => true,
        };
        if is_plain {
            let marks = self.text.marks(written.range());
            origins.extend(marks.filter_map(|(_, mark)| mark.origin).take(ORIGINS));
        }
        let mut kept: Vec<Span> = Vec::new();
        for origin in origins {
            if origin != value.span && !kept.contains(&origin) && kept.len() < ORIGINS {
                kept.push(origin);
            }
        }
        let trace = Trace { origins: kept, ..Trace::default() };
        value.trace = (trace != Trace::default()).then(|| Arc::new(trace));
    }

    /// The place in a template of a place in what it renders to.
    fn place(&self, span: Span) -> Span {
        let mark = self.mark(span);
        let Some(place) = mark.place else { return Span::top(self.file) };
        if span.start >= span.end {
            return if mark.exact { Span { end: place.start, ..place } } else { place };
        }
        let last = self.text.mark(span.end as usize - 1);
        let end = last.place.map(|last_place| {
            let end = if last.exact { last_place.start + 1 } else { last_place.end };
            Span { file: last_place.file, start: last_place.start, end }
        });
        if let Some(end) = end.filter(|end| end.file == place.file && end.end >= place.start) {
            return Span { end: end.end, ..place };
        }
        // It ends elsewhere: in a helper, or in an earlier line of a loop.
        match self.text.marks(span.range()).next() {
            Some((run, _)) if mark.exact => {
                let length = u32::try_from(run.len()).unwrap_or(u32::MAX);
                Span { end: place.start.saturating_add(length).min(place.end), ..place }
            }
            _ => place,
        }
    }
}

/// The number of the first hole of a text.
fn hole(text: &str) -> Option<usize> {
    let (_, rest) = text.split_once(OPEN)?;
    rest[..rest.find([CLOSE, LINE])?].parse().ok()
}

/// The parts of a text around its holes; none when nothing of it is known.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(OPEN) {
        if !before.is_empty() {
            pieces.push(Piece::Text(before.into()));
        }
        pieces.push(Piece::Hole(Vec::new()));
        rest = after.split_once([CLOSE, LINE]).map_or("", |(_, rest)| rest);
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.into()));
    }
    if pieces.iter().any(|piece| matches!(piece, Piece::Text(_))) { pieces } else { Vec::new() }
}

/// An entry that is not written, for what a notice is about.
pub(super) fn named(name: &str, span: Span) -> Value {
    Value::map(vec![Entry::of("name", Value::string(name, span))], span)
}
