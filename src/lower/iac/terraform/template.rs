//! Templates to text, known in whole or in part.

use crate::model::{Form, Kind, Piece, Reason, Value};
use crate::parse::hcl::Part;
use crate::source::Span;

use super::engine::Engine;
use super::eval::{Context, Scope};
use super::functions::encoding::write_json;
use super::reference::{pieces_of, unknown_text};
use super::types::truth;
use super::values::{limit, made_from, mistake, scalar_text, unknown_from, unknown_of};

/// Bytes that a text may have.
pub(super) const LONGEST_TEXT: usize = 1 << 20;

/// Pieces that a text known in part may have.
const MOST_PIECES: usize = 1_000;

/// Text that is put together piece by piece.
#[derive(Default)]
pub(super) struct TextBuilder {
    pieces: Vec<Piece>,
    reason: Option<Reason>,
    length: usize,
    /// The values that went in and have something to tell of where they come from.
    traced: Vec<Value>,
    /// Whether something that is no text went in.
    failed: bool,
}

impl TextBuilder {
    /// Adds known text.
    pub fn text(&mut self, text: &str) {
        self.length += text.len();
        if self.length > LONGEST_TEXT || text.is_empty() {
            return;
        }
        self.pieces.push(Piece::Text(text.into()));
    }

    /// Adds a value as text.
    pub fn value(&mut self, value: &Value) {
        if let Some(text) = scalar_text(value) {
            self.text(&text);
        } else {
            match &value.kind {
                Kind::Unknown(unknown) => self.pieces(unknown.reason.clone(), pieces_of(value)),
                Kind::Number(_) => self.unevaluated("a number of many digits"),
                Kind::List(_) | Kind::Map(_) => match value.form() {
                    Some(Form::Json | Form::Provider) => write_json(value, self),
                    Some(Form::Yaml) => self.unevaluated("yamlencode"),
                    _ => self.failed = true,
                },
                _ => self.failed = true,
            }
        }
        if value.trace.is_some() && self.traced.len() < 32 {
            self.traced.push(Value { kind: Kind::Null, span: value.span, trace: value.trace.clone() });
        }
    }

    /// Adds text that is known in part.
    pub fn pieces(&mut self, reason: Reason, pieces: impl IntoIterator<Item = Piece>) {
        self.reason.get_or_insert(reason);
        for piece in pieces {
            match piece {
                Piece::Text(text) => self.text(&text),
                Piece::Hole(_) => self.pieces.push(piece),
            }
        }
    }

    /// Adds something that is not evaluated.
    fn unevaluated(&mut self, what: &str) {
        self.pieces(Reason::Expression(what.into()), [Piece::Hole(Vec::new())]);
    }

    /// Adds something unknown that `values` decide.
    pub fn hole<'v>(&mut self, values: impl IntoIterator<Item = &'v Value>) {
        let unknown = unknown_from(values, Span::top(crate::source::FileId(0)));
        self.value(&unknown);
    }

    /// The text.
    pub fn finish(self, span: Span) -> Value {
        if self.failed {
            return mistake("template", span);
        }
        let mut joined: Vec<Piece> = Vec::new();
        let mut text = String::new();
        for piece in self.pieces {
            match piece {
                Piece::Text(part) => text.push_str(&part),
                hole @ Piece::Hole(_) => {
                    if !text.is_empty() {
                        joined.push(Piece::Text(std::mem::take(&mut text).into()));
                    }
                    joined.push(hole);
                }
            }
        }
        if self.length > LONGEST_TEXT || joined.len() > MOST_PIECES {
            return limit(span);
        }
        let made = match self.reason {
            None => Value::string(text, span),
            Some(reason) => {
                if !text.is_empty() {
                    joined.push(Piece::Text(text.into()));
                }
                // One hole alone tells nothing about the text.
                let pieces = if matches!(joined.as_slice(), [Piece::Hole(_)]) { Vec::new() } else { joined };
                unknown_text(reason, pieces, span)
            }
        };
        made_from(made, &self.traced)
    }
}

impl<'a> Engine<'a> {
    /// The value of a template: text, or the value itself when there is nothing but one interpolation.
    pub fn template(&self, context: Context<'_, 'a>, parts: &[Part], span: Span) -> Value {
        if let [Part::Interpolation(expr)] = parts {
            return self.eval(context, expr);
        }
        let mut text = TextBuilder::default();
        self.parts(context, parts, &mut text);
        if !self.spend(text.length as u64 / 64) {
            return limit(span);
        }
        text.finish(span)
    }

    fn parts(&self, context: Context<'_, 'a>, parts: &[Part], text: &mut TextBuilder) {
        for part in parts {
            if self.is_exhausted() || text.length > LONGEST_TEXT {
                return;
            }
            match part {
                Part::Text(literal) => text.text(literal),
                Part::Interpolation(expr) => text.value(&self.eval(context, expr)),
                Part::If { condition, then, otherwise } => {
                    let test = self.eval(context, condition);
                    match truth(&test) {
                        Some(true) => self.parts(context, then, text),
                        Some(false) => self.parts(context, otherwise, text),
                        None if unknown_of(&test).is_none() => text.failed = true,
                        None => {
                            let (mut yes, mut no) = (TextBuilder::default(), TextBuilder::default());
                            self.parts(context, then, &mut yes);
                            self.parts(context, otherwise, &mut no);
                            text.hole([&test, &yes.finish(test.span), &no.finish(test.span)]);
                        }
                    }
                }
                Part::For { key, item, collection, body } => {
                    let walked = self.eval_shared(context, collection);
                    let known = self.each_item(&walked, |index, value| {
                        let outer = Scope { name: key.as_deref().unwrap_or(""), value: index, outer: context.scope };
                        let inner = Scope { name: item, value, outer: Some(&outer) };
                        self.parts(context.with(&inner), body, text);
                    });
                    if unknown_of(&walked).is_some() {
                        text.hole([&*walked]);
                    } else if !known {
                        text.failed = true;
                    }
                }
            }
        }
    }
}
