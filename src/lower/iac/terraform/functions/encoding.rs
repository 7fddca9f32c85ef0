//! Functions that encode and decode.
//!
//! `jsonencode` answers the value itself, not text: rules see the parts of a policy with their places, the
//! unknown ones too. It becomes text where text is asked for.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::model::{Entry, Form, Kind, List, Map, Piece, Value};
use crate::parse::{json, yaml};
use crate::source::Span;

use super::super::engine::Engine;
use super::super::template::TextBuilder;
use super::super::values::{made_from, scalar_text, sorted_entries, unevaluated, unknown_from, unknown_of};
use super::{Args, answer, no_answer, text};

impl Engine<'_> {
    /// What the function makes of its arguments; nothing when it is not of these.
    pub(super) fn encoding(&self, name: &str, args: Args<'_>, span: Span) -> Option<Value> {
        let first = args.first();
        let made = match name {
            "jsonencode" | "yamlencode" => {
                let encoded = first.map(|value| encoded(value, name == "jsonencode", span));
                return Some(encoded.unwrap_or_else(|| no_answer(name, args, span)));
            }
            "jsondecode" | "yamldecode" => {
                let read = first.and_then(|value| self.decoded(value, name == "jsondecode", span));
                return Some(read.map_or_else(|| no_answer(name, args, span), |read| read.used_at(span)));
            }
            "csvdecode" => text(args, 0).and_then(|text| super::csv::decode(&text, span)).map(|value| value.kind),
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

    /// What a text holds that is JSON or YAML; nothing when Terraform would refuse it.
    fn decoded(&self, value: &Value, is_json: bool, span: Span) -> Option<Value> {
        let text = match (&value.kind, value.form()) {
            (Kind::List(_) | Kind::Map(_), Some(Form::Json | Form::Yaml)) => return Some(value.clone().in_form(None)),
            (Kind::String(text), _) => text,
            (Kind::Unknown(_), _) => return Some(unknown_from([value], span)),
            _ => return None,
        };
        if !is_json {
            return self.yaml_in(value, text, span);
        }
        serde_json::from_str::<serde::de::IgnoredAny>(text).ok()?;
        let place = self.place_of(value, text);
        let base = place.map_or(0, |span| span.start as usize);
        let read = json::parse_at(value.span.file, text, base).tree?;
        Some(placed(read, value, place))
    }

    fn yaml_in(&self, value: &Value, text: &str, span: Span) -> Option<Value> {
        let parsed = yaml::parse(value.span.file, text);
        let [document] = parsed.tree.try_into().ok()?;
        if !parsed.failures.is_empty() {
            return None;
        }
        match super::yaml::as_terraform_reads(document, text) {
            Some(read) => Some(placed(read, value, self.place_of(value, text).filter(|span| span.start == 0))),
            None => Some(unevaluated("yamldecode", span)),
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

/// A value that is text to Terraform, and stays readable: a list or map as it is, a scalar as its text.
fn encoded(value: &Value, is_json: bool, span: Span) -> Value {
    let is_text = matches!(value.form(), Some(Form::Json | Form::Yaml));
    match &value.kind {
        Kind::List(_) | Kind::Map(_) if !is_text => {
            let form = if is_json { Form::Json } else { Form::Yaml };
            value.clone().used_at(span).in_form(Some(form))
        }
        Kind::Unknown(unknown) if unknown.pieces.is_empty() => value.clone().used_at(span),
        _ if !is_json => made_from(unevaluated("yamlencode", span), [value]),
        _ => {
            let mut made = TextBuilder::default();
            match scalar_text(value).filter(|_| is_text) {
                Some(text) => made.text(&quoted(&text)),
                None => write_json(value, &mut made),
            }
            made_from(made.finish(span), [value])
        }
    }
}

/// A value as text, also where it is one that `jsonencode` left as it is.
pub(in super::super) fn rendered(value: &Value, span: Span) -> Option<String> {
    let mut made = TextBuilder::default();
    match &value.kind {
        Kind::List(_) | Kind::Map(_) if value.form() != Some(Form::Yaml) => write_json(value, &mut made),
        _ => made.value(value),
    }
    made.finish(span).as_str().map(str::to_owned)
}

/// A value that is known as the JSON that Terraform writes.
pub(super) fn json_text(value: &Value) -> Option<String> {
    let mut made = TextBuilder::default();
    write_json(value, &mut made);
    made.finish(value.span).as_str().map(str::to_owned)
}

/// Writes a value as JSON, with holes where parts are unknown.
pub(in super::super) fn write_json(value: &Value, made: &mut TextBuilder) {
    match &value.kind {
        Kind::Null => made.text("null"),
        Kind::Bool(truth) => made.text(if *truth { "true" } else { "false" }),
        Kind::Number(_) => made.value(value),
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

/// Text as Terraform writes it in JSON: without what a web page would take for markup.
pub(super) fn quoted(text: &str) -> String {
    let mut made = serde_json::to_string(text).unwrap_or_default();
    for (letter, escaped) in
        [('<', "\\u003c"), ('>', "\\u003e"), ('&', "\\u0026"), ('\u{2028}', "\\u2028"), ('\u{2029}', "\\u2029")]
    {
        if made.contains(letter) {
            made = made.replace(letter, escaped);
        }
    }
    made
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
