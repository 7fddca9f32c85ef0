//! Texts that are put together from values, known in whole or in part.

use std::sync::Arc;

use crate::model::{Kind, Link, Piece, Reason, Trace, Unknown, Value};
use crate::source::{Sources, Span};

/// A text in the making.
#[derive(Default)]
pub(super) struct Text {
    pieces: Vec<Piece>,
    tail: String,
    reason: Option<Reason>,
    trace: Trace,
}

impl Text {
    pub(super) fn push_str(&mut self, text: &str) {
        self.tail.push_str(text);
    }

    /// Adds a value, as text; its history goes with it.
    pub(super) fn push(&mut self, sources: &Sources, value: &Value) {
        for link in value.links() {
            if !self.trace.links.contains(link) {
                self.trace.links.push(link.clone());
            }
        }
        for origin in value.origins() {
            if self.trace.origins.len() < 8 && !self.trace.origins.contains(origin) {
                self.trace.origins.push(*origin);
            }
        }
        match &value.kind {
            Kind::Unknown(unknown) => {
                self.reason.get_or_insert_with(|| unknown.reason.clone());
                if unknown.pieces.is_empty() {
                    self.hole(value.links().to_vec());
                }
                for piece in &unknown.pieces {
                    match piece {
                        Piece::Text(text) => self.tail.push_str(text),
                        Piece::Hole(links) => self.hole(links.clone()),
                    }
                }
            }
            Kind::List(_) | Kind::Map(_) => {
                self.reason.get_or_insert_with(|| Reason::Expression("a list or map within a text".into()));
                self.hole(value.links().to_vec());
            }
            _ => self.tail.push_str(&scalar(sources, value).unwrap_or_default()),
        }
    }

    /// How many bytes of it are known.
    pub(super) fn len(&self) -> usize {
        let pieces = self.pieces.iter().map(|piece| if let Piece::Text(text) = piece { text.len() } else { 0 });
        pieces.sum::<usize>() + self.tail.len()
    }

    fn hole(&mut self, links: Vec<Link>) {
        self.end_piece();
        self.pieces.push(Piece::Hole(links));
    }

    fn end_piece(&mut self) {
        if !self.tail.is_empty() {
            self.pieces.push(Piece::Text(std::mem::take(&mut self.tail).into()));
        }
    }

    /// The text as a value.
    pub(super) fn finish(mut self, span: Span) -> Value {
        let kind = match self.reason.take() {
            None => Kind::String(self.tail.into()),
            Some(reason) => {
                self.end_piece();
                Kind::Unknown(Arc::new(Unknown { reason, pieces: self.pieces }))
            }
        };
        let trace = (self.trace != Trace::default()).then(|| Arc::new(self.trace));
        dynamic(Value { kind, span, trace })
    }
}

/// A known scalar as the text that it becomes in a template.
pub(super) fn scalar(sources: &Sources, value: &Value) -> Option<String> {
    match &value.kind {
        Kind::String(text) => Some(text.to_string()),
        Kind::Bool(truth) => Some(truth.to_string()),
        Kind::Number(number) => {
            // `1.10` is not `1.1` once it is text, and the number has forgotten which it was.
            let written = sources.slice(value.origins().first().copied().unwrap_or(value.span)).trim();
            let same = written.parse().is_ok_and(|read: f64| read.total_cmp(number).is_eq());
            Some(if same { written.to_owned() } else { number.to_string() })
        }
        _ => None,
    }
}

/// Makes `{{resolve:secretsmanager:…}}` in a text what it is: something that is looked up elsewhere.
pub(super) fn dynamic(mut value: Value) -> Value {
    const OPEN: &str = "{{resolve:";
    let has_open = |text: &str| text.contains(OPEN);
    let pieces = match &value.kind {
        Kind::String(text) if has_open(text) => vec![Piece::Text(text.clone())],
        Kind::Unknown(unknown) => {
            let any = unknown.pieces.iter().any(|piece| matches!(piece, Piece::Text(text) if has_open(text)));
            if !any {
                return value;
            }
            unknown.pieces.clone()
        }
        _ => return value,
    };
    let mut found = Text::default();
    // The links of the reference that is being read, and its name.
    let mut reference: Option<(Vec<Link>, String)> = None;
    for piece in pieces {
        let mut rest = match &piece {
            Piece::Text(text) => &**text,
            Piece::Hole(links) => {
                match &mut reference {
                    Some((known, _)) => known.extend(links.iter().cloned()),
                    None => found.hole(links.clone()),
                }
                continue;
            }
        };
        loop {
            if let Some((links, mut name)) = reference.take() {
                let Some((inside, after)) = rest.split_once("}}") else {
                    name.push_str(rest);
                    reference = Some((links, name));
                    break;
                };
                name.push_str(inside);
                found.reason.get_or_insert(Reason::Environment(name.into()));
                found.hole(links);
                rest = after;
            }
            let Some((before, after)) = rest.split_once(OPEN) else {
                found.tail.push_str(rest);
                break;
            };
            found.tail.push_str(before);
            reference = Some((Vec::new(), String::new()));
            rest = after;
        }
    }
    let Some(reason) = found.reason.take() else { return value };
    found.end_piece();
    let pieces = found.pieces;
    value.kind = Kind::Unknown(Arc::new(Unknown { reason, pieces }));
    value
}

/// The parts of an `Fn::Sub` text: literal text, and names in `${…}`.
pub(super) fn placeholders(text: &str) -> impl Iterator<Item = Placeholder<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let Some(start) = rest.find("${") else {
            return Some(Placeholder::Text(std::mem::take(&mut rest)));
        };
        if start > 0 {
            let (before, after) = rest.split_at(start);
            rest = after;
            return Some(Placeholder::Text(before));
        }
        let Some(end) = rest.find('}') else {
            return Some(Placeholder::Text(std::mem::take(&mut rest)));
        };
        let inside = &rest[2..end];
        rest = &rest[end + 1..];
        Some(match inside.strip_prefix('!') {
            Some(literal) => Placeholder::Literal(literal),
            None => Placeholder::Name(inside.trim()),
        })
    })
}

/// One part of an `Fn::Sub` text.
pub(super) enum Placeholder<'t> {
    Text(&'t str),
    /// `${!x}`, which stands for the text `${x}`.
    Literal(&'t str),
    Name(&'t str),
}
