//! Texts that are put together from values, known in whole or in part.

use std::sync::Arc;

use crate::model::{Kind, Link, Piece, Reason, Trace, Unknown, Value};
use crate::source::{Sources, Span};

/// A text in the making.
#[derive(Default)]
pub(super) struct Text {
    pub(super) pieces: Vec<Piece>,
    pub(super) tail: String,
    pub(super) reason: Option<Reason>,
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

    pub(super) fn hole(&mut self, links: Vec<Link>) {
        self.end_piece();
        self.pieces.push(Piece::Hole(links));
    }

    pub(super) fn end_piece(&mut self) {
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
        Value { kind, span, trace }
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
