//! Manifests that another tool fills in before they are applied, though they read as YAML as they are.

use std::sync::Arc;

use crate::model::{Kind, Piece, Reason, Unknown, Value};

/// Makes unknown, but for the text around them, the values of manifests that have `{{ … }}` on their line. Texts
/// of several lines are left: what is in them is for the program that reads them, an alert's labels say.
pub fn open(documents: &mut [Value]) {
    documents.iter_mut().filter(|document| super::is_manifest(document)).for_each(value);
}

/// Goes as deep as values nest, which the parser limits.
fn value(value: &mut Value) {
    match &mut value.kind {
        Kind::List(list) => list.items.iter_mut().for_each(self::value),
        Kind::Map(map) => map.entries.iter_mut().for_each(|entry| self::value(&mut entry.value)),
        Kind::String(text) if !text.contains('\n') => {
            if let Some(pieces) = pieces(text) {
                let reason = Reason::Expression("template".into());
                value.kind = Kind::Unknown(Arc::new(Unknown { reason, pieces }));
            }
        }
        _ => {}
    }
}

/// The parts of a text around its actions; none when it has none.
fn pieces(text: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, (_, after))) =
        rest.split_once("{{").and_then(|(before, action)| Some((before, action.split_once("}}")?)))
    {
        if !before.is_empty() {
            pieces.push(Piece::Text(before.into()));
        }
        pieces.push(Piece::Hole(Vec::new()));
        rest = after;
    }
    if pieces.is_empty() {
        return None;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.into()));
    }
    let is_known = pieces.iter().any(|piece| matches!(piece, Piece::Text(_)));
    Some(if is_known { pieces } else { Vec::new() })
}
