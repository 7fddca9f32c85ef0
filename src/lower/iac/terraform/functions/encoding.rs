//! Functions that encode and decode.
//!
//! `jsonencode` answers the value itself, not text: rules see the parts of a policy with their places, the
//! unknown ones too. It becomes text where text is asked for.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::model::{Entry, Kind, List, Map, Piece, Value};
use crate::parse::{json, yaml};
use crate::source::Span;

use super::super::engine::Engine;
use super::super::template::TextBuilder;
use super::super::values::{number_text, sorted_entries, unknown_of};
use super::{Args, answer, no_answer, text};

impl Engine<'_> {
    /// What the function makes of its arguments; nothing when it is not of these.
    pub(super) fn encoding(&self, name: &str, args: Args<'_>, span: Span) -> Option<Value> {
        let first = args.first();
        let made = match name {
            "jsonencode" | "yamlencode" => {
                return Some(
                    first.map_or_else(|| no_answer(name, args, span), |value| (**value).clone().used_at(span)),
                );
            }
            "jsondecode" | "yamldecode" => {
                let Some(value) = first else { return Some(no_answer(name, args, span)) };
                let read = if name == "jsondecode" { self.structured(value) } else { self.yaml_in(value) };
                return Some(match &read.kind {
                    Kind::String(_) => no_answer(name, args, span),
                    _ => read.used_at(span),
                });
            }
            "base64encode" => {
                first.and_then(|value| rendered(value, span)).map(|text| Kind::String(STANDARD.encode(text).into()))
            }
            "base64decode" => text(args, 0)
                .and_then(|text| STANDARD.decode(text.as_bytes()).ok())
                .and_then(|bytes| String::from_utf8(bytes).ok())
                .map(|text| Kind::String(text.into())),
            "urlencode" => text(args, 0).map(|text| Kind::String(url_encoded(&text).into())),
            _ => return None,
        };
        Some(answer(name, made, args, span))
    }

    /// A value that may be JSON in text as what the text says; the value itself when it is none.
    pub fn structured(&self, value: &Value) -> Value {
        let Kind::String(text) = &value.kind else { return value.clone() };
        let place = self.place_of(value, text);
        let base = place.map_or(0, |span| span.start as usize);
        match json::parse_at(value.span.file, text, base).tree {
            Some(read) => placed(read, value, place),
            None => value.clone(),
        }
    }

    fn yaml_in(&self, value: &Value) -> Value {
        let Kind::String(text) = &value.kind else { return value.clone() };
        match yaml::parse(value.span.file, text).tree.into_iter().next() {
            Some(read) => placed(read, value, self.place_of(value, text).filter(|span| span.start == 0)),
            None => value.clone(),
        }
    }

    /// Where a text stands exactly as it reads: where it is used, or where it came from.
    fn place_of(&self, value: &Value, text: &str) -> Option<Span> {
        let mut places = std::iter::once(&value.span).chain(value.origins());
        places.find(|span| self.sources.slice(**span) == text).copied()
    }
}

/// What was read from a text: with exact places where the text has one, else all of it where the text is.
fn placed(read: Value, text: &Value, place: Option<Span>) -> Value {
    let moved = moved(read, &|span| match place {
        Some(place) => Span { file: place.file, ..span },
        None => text.span,
    });
    super::made_from(moved.used_at(text.span), [text])
}

/// A value with each of its places changed. JSON and YAML nest no deeper than their parsers allow.
fn moved(value: Value, place: &impl Fn(Span) -> Span) -> Value {
    let kind = match value.kind {
        Kind::List(list) => {
            let items = list.items.into_iter().map(|item| moved(item, place)).collect();
            Kind::List(List { items, open: list.open })
        }
        Kind::Map(map) => {
            let entries = map.entries.into_iter().map(|entry| Entry {
                key: entry.key,
                key_span: place(entry.key_span),
                value: moved(entry.value, place),
            });
            Kind::Map(Map { entries: entries.collect(), open: map.open })
        }
        kind => kind,
    };
    Value { kind, span: place(value.span), trace: value.trace }
}

/// A value as text, also where it is one that `jsonencode` left as it is.
pub(super) fn rendered(value: &Value, span: Span) -> Option<String> {
    let mut made = TextBuilder::default();
    made.value(value);
    made.finish(span).as_str().map(str::to_owned)
}

/// Writes a value as JSON, with holes where parts are unknown.
pub(in super::super) fn write_json(value: &Value, made: &mut TextBuilder) {
    match &value.kind {
        Kind::Null => made.text("null"),
        Kind::Bool(truth) => made.text(if *truth { "true" } else { "false" }),
        Kind::Number(number) => made.text(&number_text(*number)),
        Kind::String(text) => made.text(&quoted(text)),
        Kind::Unknown(unknown) if !unknown.pieces.is_empty() => {
            made.text("\"");
            let pieces = unknown.pieces.iter().map(|piece| match piece {
                Piece::Text(text) => {
                    let text = quoted(text);
                    Piece::Text(text.get(1..text.len().saturating_sub(1)).unwrap_or("").into())
                }
                Piece::Hole(links) => Piece::Hole(links.clone()),
            });
            made.pieces(unknown.reason.clone(), pieces);
            made.text("\"");
        }
        Kind::Unknown(_) => made.hole([value]),
        Kind::List(list) => {
            made.text("[");
            for (index, item) in list.items.iter().enumerate() {
                if index > 0 {
                    made.text(",");
                }
                write_json(item, made);
            }
            if unknown_of(value).is_some() {
                made.hole([value]);
            }
            made.text("]");
        }
        Kind::Map(map) => {
            made.text("{");
            for (index, entry) in sorted_entries(map).into_iter().enumerate() {
                if index > 0 {
                    made.text(",");
                }
                made.text(&quoted(&entry.key));
                made.text(":");
                write_json(&entry.value, made);
            }
            if unknown_of(value).is_some() {
                made.hole([value]);
            }
            made.text("}");
        }
    }
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

fn url_encoded(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => made.push(char::from(byte)),
            b' ' => made.push('+'),
            _ => {
                let _ = std::fmt::Write::write_fmt(&mut made, format_args!("%{byte:02X}"));
            }
        }
    }
    made
}
