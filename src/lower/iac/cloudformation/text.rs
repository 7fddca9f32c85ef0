//! The texts of templates: dynamic references, and the parts of an `Fn::Sub`.

use std::sync::Arc;

use crate::model::{Kind, Link, Piece, Reason, Unknown, Value};

pub(super) use super::super::text::{Text, scalar};

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
