//! Values that are not known, and telling whether two of them are the same.
//!
//! While a template is evaluated, what is not known carries a link that begins with `?` and says how it came
//! about: `?location`, `?uniqueString(?resourceGroup().id)`. Two names of which only that is known are the same
//! when it is. Facts do not keep these links (see `identity`).

use std::sync::Arc;

use crate::model::{Kind, Link, List, Piece, Reason, Unknown, Value};
use crate::source::Span;

use super::identity::REFERENCE;

/// The longest text that says how a value came about.
const LONGEST: usize = 400;

/// What is unknown, and how it came about.
pub(super) fn unknown(reason: Reason, symbol: &str, span: Span) -> Value {
    Value::unknown(reason, span).with_links([symbol_link(symbol)])
}

pub(super) fn limit(span: Span) -> Value {
    Value::unknown(Reason::Limit, span)
}

fn symbol_link(symbol: &str) -> Link {
    let symbol = symbol.trim_start_matches('?');
    let address = if symbol.len() > LONGEST {
        // What is long is told apart by its hash.
        format!("?{}", blake3::hash(symbol.as_bytes()).to_hex())
    } else {
        format!("?{symbol}")
    };
    Link { address: address.into(), attribute: "".into() }
}

/// Whether a link only says how a value came about.
pub(super) fn is_symbol(link: &Link) -> bool {
    link.address.starts_with('?') && !link.address.starts_with(REFERENCE)
}

/// The links to resources.
pub(super) fn real_links(value: &Value) -> impl Iterator<Item = Link> + '_ {
    value.links().iter().filter(|link| !is_symbol(link)).cloned()
}

/// The reason of the first thing that is unknown in a value, however deep.
pub(super) fn reason_of(value: &Value) -> Option<Reason> {
    match &value.kind {
        Kind::Unknown(unknown) => Some(unknown.reason.clone()),
        Kind::List(list) => {
            list.open.as_ref().map(|open| open.reason.clone()).or_else(|| list.items.iter().find_map(reason_of))
        }
        Kind::Map(map) => map
            .open
            .as_ref()
            .map(|open| open.reason.clone())
            .or_else(|| map.entries.iter().find_map(|entry| reason_of(&entry.value))),
        _ => None,
    }
}

/// What a function answers that cannot compute: as unknown as its arguments.
pub(super) fn unknown_from<'v>(name: &str, args: impl Iterator<Item = &'v Value> + Clone, span: Span) -> Value {
    let reason = args.clone().find_map(reason_of).unwrap_or_else(|| Reason::Expression(name.into()));
    let symbols: Vec<String> = args.clone().map(symbol).collect();
    let symbol = format!("{name}({})", symbols.join(","));
    unknown(reason, &symbol, span).with_links(args.flat_map(|arg| real_links(arg).collect::<Vec<_>>()))
}

/// What says how a value came about; of a known one, itself.
pub(super) fn symbol(value: &Value) -> String {
    match &value.kind {
        Kind::Null => "null".to_owned(),
        Kind::Bool(truth) => truth.to_string(),
        Kind::Number(number) => number.to_string(),
        Kind::List(_) | Kind::Map(_) => format!("@{}-{}", value.span.start, value.span.end),
        Kind::String(_) | Kind::Unknown(_) => key(value).unwrap_or_else(|| "?".to_owned()),
    }
}

/// What is equal for two texts that are surely the same, known or not; nothing when that cannot be told.
pub(super) fn key(value: &Value) -> Option<String> {
    pieces_key(&pieces(value))
}

pub(super) fn pieces_key(pieces: &[Piece]) -> Option<String> {
    let mut key = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => key.push_str(&text.to_lowercase()),
            Piece::Hole(links) => {
                let link = links.iter().find(|link| is_symbol(link)).or_else(|| links.first())?;
                key.push_str(&format!("{{{} {}}}", link.address, link.attribute));
            }
        }
    }
    Some(key)
}

/// The pieces of a value as a text.
pub(super) fn pieces(value: &Value) -> Vec<Piece> {
    match &value.kind {
        Kind::String(text) => vec![Piece::Text(text.clone())],
        Kind::Bool(truth) => vec![Piece::Text(truth.to_string().into())],
        Kind::Number(number) => vec![Piece::Text(number.to_string().into())],
        Kind::Unknown(unknown) if !unknown.pieces.is_empty() => unknown.pieces.clone(),
        _ => vec![Piece::Hole(value.links().to_vec())],
    }
}

/// A text of pieces.
pub(super) fn of_pieces(pieces: Vec<Piece>, reason: &Reason, span: Span) -> Value {
    let mut text = String::new();
    for piece in &pieces {
        match piece {
            Piece::Text(part) => text.push_str(part),
            Piece::Hole(_) => {
                let links: Vec<Link> = pieces.iter().flat_map(links_of).cloned().collect();
                return Value::partial(reason.clone(), pieces, span).with_links(links);
            }
        }
    }
    Value::string(text, span)
}

fn links_of(piece: &Piece) -> &[Link] {
    match piece {
        Piece::Hole(links) => links,
        Piece::Text(_) => &[],
    }
}

/// The parts of a text between slashes.
pub(super) fn segments(value: &Value) -> Vec<Value> {
    let reason = reason_of(value).unwrap_or(Reason::Limit);
    let mut all: Vec<Vec<Piece>> = vec![Vec::new()];
    for piece in pieces(value) {
        let Piece::Text(text) = &piece else {
            all.last_mut().unwrap_or(&mut Vec::new()).push(piece);
            continue;
        };
        for (index, part) in text.split('/').enumerate() {
            if index > 0 {
                all.push(Vec::new());
            }
            if let (false, Some(last)) = (part.is_empty(), all.last_mut()) {
                last.push(Piece::Text(part.into()));
            }
        }
    }
    all.into_iter().map(|pieces| of_pieces(pieces, &reason, value.span)).collect()
}

/// Texts of which the known pieces are changed.
pub(super) fn map_text(value: &Value, span: Span, change: impl Fn(&str) -> String) -> Option<Value> {
    match &value.kind {
        Kind::String(text) => Some(Value::string(change(text), span).with_links(value.links().to_vec())),
        Kind::Unknown(known) if !known.pieces.is_empty() => {
            let pieces = known.pieces.iter().map(|piece| match piece {
                Piece::Text(text) => Piece::Text(change(text).into()),
                hole @ Piece::Hole(_) => hole.clone(),
            });
            Some(
                Value { span, ..Value::partial(known.reason.clone(), pieces.collect(), span) }
                    .with_links(value.links().to_vec()),
            )
        }
        _ => None,
    }
}

/// An unknown of which nothing else is known, to keep a list or map open with.
pub(super) fn open(reason: Reason) -> Arc<Unknown> {
    Arc::new(Unknown { reason, pieces: Vec::new() })
}

/// The items of a value that is a list known to its end.
pub(super) fn closed(value: &Value) -> Option<&[Value]> {
    match &value.kind {
        Kind::List(List { items, open: None }) => Some(items),
        _ => None,
    }
}

/// Whether two values are equal, as far as that is known.
pub(super) fn equal(one: &Value, other: &Value) -> Option<bool> {
    match (&one.kind, &other.kind) {
        (Kind::Null, Kind::Null) => Some(true),
        (Kind::Bool(one), Kind::Bool(other)) => Some(one == other),
        (Kind::Number(one), Kind::Number(other)) => Some(one.total_cmp(other).is_eq()),
        (Kind::String(one), Kind::String(other)) => Some(one == other),
        (Kind::List(list), Kind::List(rest)) if list.open.is_none() && rest.open.is_none() => {
            if list.items.len() != rest.items.len() {
                return Some(false);
            }
            all(list.items.iter().zip(&rest.items).map(|(one, other)| equal(one, other)))
        }
        (Kind::Map(map), Kind::Map(rest)) if map.open.is_none() && rest.open.is_none() => {
            if map.entries.len() != rest.entries.len() {
                return Some(false);
            }
            all(map.entries.iter().map(|entry| rest.get(&entry.key).map_or(Some(false), |it| equal(&entry.value, it))))
        }
        (Kind::Unknown(unknown), Kind::String(text)) | (Kind::String(text), Kind::Unknown(unknown)) => {
            // What is known of the one may already rule out the other.
            let fits = text.starts_with(unknown.prefix()) && text.ends_with(unknown.suffix());
            if fits { None } else { Some(false) }
        }
        (Kind::Unknown(_), _) | (_, Kind::Unknown(_)) => {
            let (one, other) = (key(one), key(other));
            if one.is_some() && one == other { Some(true) } else { None }
        }
        (Kind::List(_), Kind::List(_)) | (Kind::Map(_), Kind::Map(_)) => None,
        _ => Some(false),
    }
}

/// Kleene's "and" over parts.
fn all(parts: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut result = Some(true);
    for part in parts {
        match part {
            Some(false) => return Some(false),
            Some(true) => {}
            None => result = None,
        }
    }
    result
}
