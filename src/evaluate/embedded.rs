//! JSON documents inside of values: policies in strings, with holes where the text is not known.

use crate::model::{Entry, Kind, List, Map, Piece, Unknown, Value};
use crate::parse::json;
use crate::source::{Sources, Span};

/// Marks a hole in a text that is parsed as JSON: a private-use character, its number, another one.
const OPEN: char = '\u{F8F0}';
const CLOSE: char = '\u{F8F1}';

/// The document in a value: the value itself when it is structured, else its text parsed. Places are
/// exact when the text stands in the file as it is, else they are the value's.
///
/// # Errors
/// Says why the document is not known.
pub fn document(value: &Value, sources: &Sources) -> Result<Value, String> {
    match &value.kind {
        Kind::Map(_) | Kind::List(_) => Ok(value.clone()),
        Kind::String(text) => {
            let exact = sources.slice(value.span) == &**text;
            let base = if exact { value.span.start as usize } else { 0 };
            let parsed = json::parse_at(value.span.file, text, base);
            let tree = parsed.tree.filter(|_| parsed.failures.is_empty()).ok_or("its text is not JSON")?;
            Ok(if exact { tree } else { move_to(tree, value.span, &[]) })
        }
        Kind::Unknown(unknown) if !unknown.pieces.is_empty() => {
            let parsed = json::parse_at(value.span.file, &text_with_holes(unknown), 0);
            let tree = parsed.tree.filter(|_| parsed.failures.is_empty());
            tree.map(|tree| move_to(tree, value.span, &unknown.pieces)).ok_or_else(|| unknown.reason.text())
        }
        Kind::Unknown(unknown) => Err(unknown.reason.text()),
        _ => Err("it is not a document".to_owned()),
    }
}

/// The text with a marked number in place of each hole. A hole outside of quotes would be a syntax
/// error, so such holes get quotes of their own.
fn text_with_holes(unknown: &Unknown) -> String {
    let mut text = String::new();
    let mut quoted = false;
    for (index, piece) in unknown.pieces.iter().enumerate() {
        match piece {
            Piece::Text(part) => {
                let mut escaped = false;
                for letter in part.chars() {
                    match letter {
                        '\\' => escaped = !escaped,
                        '"' if !escaped => quoted = !quoted,
                        _ => escaped = false,
                    }
                }
                text.push_str(part);
            }
            Piece::Hole(_) if quoted => text.push_str(&format!("{OPEN}{index}{CLOSE}")),
            Piece::Hole(_) => text.push_str(&format!("\"{OPEN}{index}{CLOSE}\"")),
        }
    }
    text
}

/// The tree with every place set to `span`, and marked numbers turned back into holes.
fn move_to(value: Value, span: Span, pieces: &[Piece]) -> Value {
    let kind = match value.kind {
        Kind::String(text) if text.contains(OPEN) => return holes(&text, span, pieces),
        Kind::List(list) => {
            let items = list.items.into_iter().map(|item| move_to(item, span, pieces)).collect();
            Kind::List(List { items, open: list.open })
        }
        Kind::Map(map) => {
            let entries = map
                .entries
                .into_iter()
                .map(|entry| Entry { key: entry.key, key_span: span, value: move_to(entry.value, span, pieces) })
                .collect();
            Kind::Map(Map { entries, open: map.open })
        }
        kind => kind,
    };
    Value { kind, span, trace: value.trace }
}

fn holes(text: &str, span: Span, pieces: &[Piece]) -> Value {
    let mut parts = Vec::new();
    let mut links = Vec::new();
    for part in text.split_inclusive(CLOSE) {
        let (known, number) = match part.split_once(OPEN) {
            Some((known, number)) => (known, number.trim_end_matches(CLOSE).parse::<usize>().ok()),
            None => (part, None),
        };
        if !known.is_empty() {
            parts.push(Piece::Text(known.into()));
        }
        if let Some(Piece::Hole(hole)) = number.and_then(|number| pieces.get(number)) {
            links.extend(hole.iter().cloned());
            parts.push(Piece::Hole(hole.clone()));
        }
    }
    let reason = crate::model::Reason::Expression("interpolation".into());
    Value::partial(reason, parts, span).with_links(links)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Link, Reason};
    use crate::source::{FileId, SourceFile};

    fn sources(text: &str) -> Sources {
        Sources::new(vec![SourceFile::new("a.tf".into(), text.into())])
    }

    #[test]
    fn a_text_that_stands_in_the_file_keeps_exact_places() {
        let text = r#"policy = <<E {"Effect": "Deny"} E"#;
        let start = text.find('{').unwrap();
        let span = Span::new(FileId(0), start..start + 18);
        let sources = sources(text);
        let found = document(&Value::string(r#"{"Effect": "Deny"}"#, span), &sources).unwrap();
        let effect = found.get("Effect").unwrap();
        assert!(sources.slice(effect.span).contains("Deny"), "{:?}", sources.slice(effect.span));
    }

    #[test]
    fn holes_come_back_as_references() {
        let link = Link { address: "aws_s3_bucket.b".into(), attribute: "arn".into() };
        let pieces = vec![
            Piece::Text(r#"{"Resource": ["#.into()),
            Piece::Hole(vec![link.clone()]),
            Piece::Text(r#", ""#.into()),
            Piece::Hole(vec![link.clone()]),
            Piece::Text(r#"/*"]}"#.into()),
        ];
        let value = Value::partial(Reason::Input("x".into()), pieces, Span::top(FileId(0)));
        let found = document(&value, &sources("")).unwrap();
        let items = &found.get("Resource").unwrap().as_list().unwrap().items;
        assert_eq!(items[0].links(), std::slice::from_ref(&link));
        assert_eq!(items[1].as_unknown().unwrap().suffix(), "/*");
    }

    #[test]
    fn what_is_not_json_says_so() {
        let value = Value::string("not json", Span::top(FileId(0)));
        assert!(document(&value, &sources("")).is_err());
    }
}
