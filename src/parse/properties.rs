//! Java properties: escapes, continued lines, and the `#---` that divides Spring's documents.

use std::sync::Arc;

use crate::model::{Entry, Value};
use crate::source::{FileId, Span};

use super::Parsed;
use super::cursor::Cursor;

/// Parses into one flat map per document; every value is text. To all but Spring, the line that
/// divides documents is a comment.
#[must_use]
pub fn parse(file: FileId, text: &str) -> Parsed<Vec<Value>> {
    let mut cursor = Cursor::new(file, text);
    let mut tree = Vec::new();
    let mut entries = Vec::new();
    let mut start = 0;
    loop {
        cursor.take_while(|byte| byte.is_ascii_whitespace() || byte == b'\x0c');
        match cursor.peek() {
            None => break,
            Some(b'#' | b'!') => {
                let at = cursor.at;
                let divides = cursor.slice(at + 1, cursor.line_end()).trim_end() == "---";
                cursor.skip_line();
                if divides {
                    tree.push(Value::map(std::mem::take(&mut entries), Span::new(file, start..at)));
                    start = cursor.at;
                }
            }
            Some(_) => entries.push(entry(&mut cursor)),
        }
    }
    if !entries.is_empty() || tree.is_empty() {
        tree.push(Value::map(entries, Span::new(file, start..text.len())));
    }
    Parsed { tree, failures: cursor.failures }
}

fn entry(cursor: &mut Cursor<'_>) -> Entry {
    let is_blank = |byte: u8| matches!(byte, b' ' | b'\t' | b'\x0c');
    let (key, key_span) = text(cursor, |byte| is_blank(byte) || matches!(byte, b'=' | b':'));
    cursor.take_while(is_blank);
    if matches!(cursor.peek(), Some(b'=' | b':')) {
        cursor.at += 1;
    }
    cursor.take_while(is_blank);
    let (value, span) = text(cursor, |_| false);
    cursor.skip_line();
    Entry { key, key_span, value: Value::string(value, span) }
}

/// Reads up to the end of the logical line, or to a byte at which it ends.
fn text(cursor: &mut Cursor<'_>, ends: impl Fn(u8) -> bool) -> (Arc<str>, Span) {
    let start = cursor.at;
    let mut text = String::new();
    loop {
        text.push_str(cursor.take_while(|byte| !matches!(byte, b'\\' | b'\n' | b'\r') && !ends(byte)));
        if cursor.peek() != Some(b'\\') {
            break;
        }
        cursor.at += 1;
        match cursor.rest().chars().next() {
            None => break,
            Some('\n' | '\r') => {
                cursor.skip_line();
                cursor.take_while(|byte| matches!(byte, b' ' | b'\t' | b'\x0c'));
            }
            Some('u') => {
                cursor.at += 1;
                text.push(unicode(cursor));
            }
            Some(char) => {
                cursor.at += char.len_utf8();
                text.push(match char {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    'f' => '\x0c',
                    other => other,
                });
            }
        }
    }
    // Blanks at the end belong to a value, but no reader wants them.
    let written = cursor.slice(start, cursor.at).trim_end();
    (text.trim_end().into(), cursor.span(start, start + written.len()))
}

/// Reads the digits of `\uXXXX`, and of the second half where the first is half of a pair.
fn unicode(cursor: &mut Cursor<'_>) -> char {
    let Some(unit) = unit(cursor) else { return char::REPLACEMENT_CHARACTER };
    if (0xD800..0xDC00).contains(&unit) && cursor.rest().starts_with("\\u") {
        let back = cursor.at;
        cursor.at += 2;
        if let Some(low) = self::unit(cursor).filter(|low| (0xDC00..0xE000).contains(low)) {
            let pair = char::decode_utf16([unit, low]).next();
            return pair.and_then(Result::ok).unwrap_or(char::REPLACEMENT_CHARACTER);
        }
        cursor.at = back;
    }
    char::from_u32(u32::from(unit)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

fn unit(cursor: &mut Cursor<'_>) -> Option<u16> {
    let digits = cursor.text.get(cursor.at..cursor.at + 4)?;
    let unit = u16::from_str_radix(digits, 16).ok()?;
    cursor.at += 4;
    Some(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(text: &str) -> Vec<(String, String, String)> {
        let parsed = parse(FileId(0), text);
        let all = parsed.tree.iter().flat_map(|document| &document.as_map().unwrap().entries);
        all.map(|entry| {
            let written = text[entry.value.span.range()].to_owned();
            (entry.key.to_string(), entry.value.as_str().unwrap().to_owned(), written)
        })
        .collect()
    }

    #[test]
    fn separators_escapes_and_spans() {
        let text = "a=1\nb : 2\nc 3\n! no\n  d.e\\:f = x\\ty  \r\nempty\npath=C\\:\\\\dir\n";
        let all = entries(text);
        assert_eq!(all[0], ("a".into(), "1".into(), "1".into()));
        assert_eq!(all[1].1, "2");
        assert_eq!(all[2], ("c".into(), "3".into(), "3".into()));
        assert_eq!(all[3], ("d.e:f".into(), "x\ty".into(), "x\\ty".into()));
        assert_eq!(all[4], ("empty".into(), String::new(), String::new()));
        assert_eq!(all[5].1, "C:\\dir");
    }

    #[test]
    fn a_backslash_joins_lines_but_not_after_another_backslash() {
        let all = entries("hosts = one,\\\n   two\nodd = a\\\\\nnext = 1\n");
        assert_eq!(all[0].1, "one,two");
        assert_eq!(all[0].2, "one,\\\n   two");
        assert_eq!(all[1].1, "a\\");
        assert_eq!(all[2].0, "next");
    }

    #[test]
    fn unicode_escapes_even_broken_ones() {
        let all = entries("a=\\u00e9\\uD83D\\uDE00\nb=\\u12\nc=\\ud83d\\u0041\nd=\\uzzéé\ne=\\");
        assert_eq!(all[0].1, "é😀");
        assert_eq!(all[2].1, "\u{FFFD}A");
        assert_eq!(all.len(), 5);
    }

    #[test]
    fn a_divider_starts_a_document() {
        let parsed = parse(FileId(0), "a=1\n#---\nb=2\n!---\n");
        assert_eq!(parsed.tree.len(), 2);
        assert_eq!(parsed.tree[1].get("b").and_then(Value::as_str), Some("2"));
        assert_eq!(parse(FileId(0), "").tree.len(), 1);
    }

    #[test]
    fn hostile_lines_end() {
        assert_eq!(entries(&"=\n:\n\\\n".repeat(1000)).len(), 2001);
        assert_eq!(entries(&format!("a={}", "\\\n".repeat(100_000))).len(), 1);
    }
}
