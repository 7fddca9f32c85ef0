//! `.env` files: `NAME=value` lines with shell-like quotes and references to other variables.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{Entry, Kind, Piece, Reason, Value};
use crate::source::{FileId, ProblemKind, Span};

use super::Parsed;
use super::cursor::{Cursor, common_escape};

/// Parses into a map. References to names set above are resolved; others make the value unknown
/// in part, as the environment decides.
#[must_use]
pub fn parse(file: FileId, text: &str) -> Parsed<Value> {
    let mut cursor = Cursor::new(file, text);
    let mut entries: Vec<Entry> = Vec::new();
    let mut known: HashMap<Arc<str>, Arc<str>> = HashMap::new();
    loop {
        cursor.skip_space();
        let start = cursor.at;
        match cursor.peek() {
            None => break,
            Some(b'#') => {
                cursor.skip_line();
                continue;
            }
            Some(_) => {}
        }
        if cursor.eat_str("export ") {
            cursor.skip_blanks();
        }
        let key_start = cursor.at;
        let key: Arc<str> = cursor.take_while(is_name).into();
        let key_span = cursor.span(key_start, cursor.at);
        cursor.skip_blanks();
        if key.is_empty() || !matches!(cursor.peek(), Some(b'=' | b':')) {
            // A name alone takes its value from the environment, as Docker reads it.
            if !key.is_empty() && matches!(cursor.peek(), None | Some(b'\n' | b'\r' | b'#')) {
                let value = Value::unknown(Reason::Environment(key.clone()), key_span);
                entries.push(Entry { key, key_span, value });
            } else {
                cursor.fail(ProblemKind::Syntax, start, "a line is not of the form NAME=value");
            }
            cursor.skip_line();
            continue;
        }
        cursor.at += 1;
        cursor.skip_blanks();
        let (raw, span, literal) = value(&mut cursor);
        cursor.skip_line();
        let value = if literal { Value::string(raw, span) } else { expand(&raw, span, &known) };
        match value.as_str() {
            Some(text) => known.insert(key.clone(), text.into()),
            None => known.remove(&key),
        };
        entries.push(Entry { key, key_span, value });
    }
    Parsed { tree: Value::map(entries, Span::new(file, 0..text.len())), failures: cursor.failures }
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-')
}

/// The text of a value, its place with quotes, and whether it is free of references by its quotes.
fn value(cursor: &mut Cursor<'_>) -> (String, Span, bool) {
    let start = cursor.at;
    match cursor.peek() {
        Some(b'\'') => {
            let text = cursor.quoted(|_| None);
            (text, cursor.span(start, cursor.at), true)
        }
        Some(b'"') => {
            // An escaped dollar stays escaped until references are replaced.
            let text = cursor.quoted(|byte| common_escape(byte).filter(|char| *char != '$'));
            (text, cursor.span(start, cursor.at), false)
        }
        _ => {
            let line = cursor.slice(start, cursor.line_end());
            let comment = line.find(" #").or_else(|| line.find("\t#"));
            let text = line[..comment.unwrap_or(line.len())].trim_end();
            let text = if text.starts_with('#') { "" } else { text };
            (text.to_owned(), cursor.span(start, start + text.len()), false)
        }
    }
}

/// The longest value that references may grow to: names that double each other grow fast.
const LONGEST: usize = 64 * 1024;

/// Replaces `$NAME`, `${NAME}` and `${NAME:-default}`.
fn expand(raw: &str, span: Span, known: &HashMap<Arc<str>, Arc<str>>) -> Value {
    if !raw.contains('$') {
        return Value::string(raw, span);
    }
    let mut pieces: Vec<Piece> = Vec::new();
    let mut text = String::new();
    let mut missing = None;
    let mut rest = raw;
    while let Some(at) = rest.find('$') {
        if rest[..at].ends_with('\\') {
            text.push_str(&rest[..at - 1]);
            text.push('$');
            rest = &rest[at + 1..];
            continue;
        }
        text.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let Some((name, default, length)) = reference(rest) else {
            text.push('$');
            continue;
        };
        rest = &rest[length..];
        match known.get(name).map(|value| &**value).filter(|value| !value.is_empty()).or(default) {
            Some(value) if text.len() + value.len() <= LONGEST => text.push_str(value),
            Some(_) => missing = Some(Reason::Limit),
            None => {
                missing = Some(Reason::Environment(name.into()));
                if !text.is_empty() {
                    pieces.push(Piece::Text(std::mem::take(&mut text).into()));
                }
                pieces.push(Piece::Hole(Vec::new()));
            }
        }
    }
    text.push_str(rest);
    match missing {
        None => Value::new(Kind::String(text.into()), span),
        Some(reason) => {
            if !text.is_empty() {
                pieces.push(Piece::Text(text.into()));
            }
            Value::partial(reason, pieces, span)
        }
    }
}

/// The name behind a `$`, its default, and how long the reference is without the `$`.
fn reference(rest: &str) -> Option<(&str, Option<&str>, usize)> {
    let length = |text: &str| text.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    let starts = |text: &str| text.starts_with(|char: char| char.is_ascii_alphabetic() || char == '_');
    let Some(inner) = rest.strip_prefix('{') else {
        return starts(rest).then(|| (&rest[..length(rest)], None, length(rest)));
    };
    let end = inner.find('}')?;
    let inner = &inner[..end];
    let name = &inner[..length(inner)];
    let default = inner[name.len()..].trim_start_matches(':').strip_prefix('-');
    starts(inner).then_some((name, default, end + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(text: &str) -> Value {
        parse(FileId(0), text).tree
    }

    #[test]
    fn values_with_and_without_quotes() {
        let text = "# c\nexport A=one # two\nB='x # $A'\nC=\"a\\\"b\\nc\"\nD: yes\nE=\nF=p#q\nG=#nothing\n";
        let tree = tree(text);
        let read = |key: &str| tree.get(key).unwrap().as_str().unwrap().to_owned();
        assert_eq!(read("A"), "one");
        assert_eq!(read("B"), "x # $A");
        assert_eq!(read("C"), "a\"b\nc");
        assert_eq!(read("D"), "yes");
        assert_eq!(read("E"), "");
        assert_eq!(read("F"), "p#q");
        assert_eq!(read("G"), "");
        assert_eq!(&text[tree.get("B").unwrap().span.range()], "'x # $A'");
        assert_eq!(&text[tree.get("A").unwrap().span.range()], "one");
    }

    #[test]
    fn references_resolve_or_leave_holes() {
        let tree = tree("HOST=db\nURL=http://${HOST}:${PORT:-5432}/$NAME\nP=a\\$HOST\nQ=\"a\\$HOST\"\nR=5$\n");
        let url = tree.get("URL").unwrap().as_unknown().unwrap();
        assert_eq!(url.reason, Reason::Environment("NAME".into()));
        assert_eq!(url.prefix(), "http://db:5432/");
        assert_eq!(tree.get("P").unwrap().as_str(), Some("a$HOST"));
        assert_eq!(tree.get("Q").unwrap().as_str(), Some("a$HOST"));
        assert_eq!(tree.get("R").unwrap().as_str(), Some("5$"));
    }

    #[test]
    fn a_name_alone_comes_from_the_environment_and_other_lines_fail() {
        let parsed = parse(FileId(0), "TOKEN\nsome words here\nX=1");
        assert!(parsed.tree.get("TOKEN").unwrap().as_unknown().is_some());
        assert_eq!(parsed.failures.len(), 1);
        assert_eq!(parsed.tree.get("X").unwrap().as_str(), Some("1"));
    }

    #[test]
    fn values_over_lines_and_values_that_double_are_limited() {
        let key = tree("K=\"-----BEGIN\nabc\n-----END\"\nN=1");
        assert_eq!(key.get("K").unwrap().as_str(), Some("-----BEGIN\nabc\n-----END"));
        assert_eq!(key.get("N").unwrap().as_str(), Some("1"));
        let mut text = "A0=0123456789\n".to_owned();
        for index in 1..60 {
            text.push_str(&format!("A{index}=$A{}$A{}\n", index - 1, index - 1));
        }
        assert!(tree(&text).get("A30").unwrap().as_unknown().is_some());
    }
}
