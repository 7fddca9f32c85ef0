//! PHP configuration files: the array that a file returns, as Laravel's `config/*.php` have it.
//!
//! Literals, arrays and `env()` are read. Everything else is an expression that is not evaluated.

use std::sync::Arc;

use crate::model::{Entry, Piece, Reason, Value};
use crate::source::{FileId, ProblemKind};

use super::Parsed;
use super::cursor::{Cursor, DEPTH, common_escape, unescape};

/// Parses the first array that the file returns; nothing when it returns none.
#[must_use]
pub fn parse(file: FileId, text: &str) -> Parsed<Option<Value>> {
    let mut cursor = Cursor::new(file, text);
    let mut tree = None;
    while let Some(found) = memchr::memmem::find(cursor.rest().as_bytes(), b"return") {
        let at = cursor.at + found;
        cursor.at = at + "return".len();
        if !starts_statement(cursor.slice(0, at)) {
            continue;
        }
        skip(&mut cursor);
        if cursor.peek() == Some(b'[') || starts_array(&cursor) {
            tree = Some(value(&mut cursor, 0));
            break;
        }
    }
    Parsed { tree, failures: cursor.failures }
}

/// Whether a statement may start behind `before`: at the start of a line, or after another one.
fn starts_statement(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '\t']);
    before.is_empty() || before.ends_with(['\n', '\r', ';', '{', '}']) || before.ends_with("<?php")
}

fn starts_array(cursor: &Cursor<'_>) -> bool {
    let rest = cursor.rest();
    rest.get(..5).is_some_and(|word| word.eq_ignore_ascii_case("array")) && rest[5..].trim_start().starts_with('(')
}

/// Whether a comment starts here.
fn comment(cursor: &Cursor<'_>) -> bool {
    let next = cursor.ahead(1);
    match cursor.peek() {
        Some(b'#') => next != Some(b'['),
        Some(b'/') => matches!(next, Some(b'/' | b'*')),
        _ => false,
    }
}

fn skip(cursor: &mut Cursor<'_>) {
    cursor.skip_space();
    while comment(cursor) {
        if cursor.rest().starts_with("/*") {
            let end = memchr::memmem::find(cursor.rest().as_bytes(), b"*/");
            cursor.at = end.map_or(cursor.text.len(), |end| cursor.at + end + 2);
        } else {
            cursor.skip_line();
        }
        cursor.skip_space();
    }
}

fn ends(byte: u8) -> bool {
    matches!(byte, b',' | b']' | b')' | b';' | b'}')
}

/// Reads one expression; what is more than a literal is unknown.
fn value(cursor: &mut Cursor<'_>, depth: usize) -> Value {
    skip(cursor);
    let start = cursor.at;
    if depth >= DEPTH {
        cursor.fail(ProblemKind::Limit, start, "arrays are nested too deeply");
        cursor.skip_expression(ends, comment);
        return Value::unknown(Reason::Limit, cursor.span(start, cursor.at));
    }
    let value = simple(cursor, depth);
    let end = cursor.at;
    skip(cursor);
    let complete = cursor.peek().is_none_or(ends) || cursor.rest().starts_with("=>");
    match value {
        Some(value) if complete => value,
        _ => {
            cursor.at = end;
            // `=>` ends a key that is an expression: `Foo::class => …`.
            loop {
                cursor.skip_expression(|byte| ends(byte) || byte == b'=', comment);
                let arrow = cursor.rest().starts_with("=>");
                if arrow || cursor.peek() != Some(b'=') {
                    break;
                }
                cursor.at += 1;
            }
            let text = cursor.slice(start, cursor.at).trim_end();
            let span = cursor.span(start, start + text.len());
            Value::unknown(Reason::Expression(name_of(text)), span)
        }
    }
}

/// The leading name of an expression, which is what a reader recognises.
fn name_of(text: &str) -> Arc<str> {
    let end = text.find(|char: char| !(char.is_alphanumeric() || matches!(char, '_' | '\\' | ':' | '$')));
    let name = &text[..end.unwrap_or(text.len()).min(80)];
    if name.is_empty() { "expression".into() } else { name.into() }
}

fn simple(cursor: &mut Cursor<'_>, depth: usize) -> Option<Value> {
    let start = cursor.at;
    match cursor.peek()? {
        b'\'' => {
            let text = cursor.quoted(|byte| matches!(byte, b'\'' | b'\\').then(|| char::from(byte)));
            Some(Value::string(text, cursor.span(start, cursor.at)))
        }
        b'"' => Some(interpolated(cursor)),
        b'[' => {
            cursor.at += 1;
            Some(array(cursor, start, b']', depth))
        }
        b'(' => {
            cursor.at += 1;
            let cast = cursor.take_while(|byte| byte.is_ascii_alphabetic());
            let is_cast = matches!(cast, "bool" | "boolean" | "int" | "integer" | "string" | "float");
            if !is_cast || depth >= DEPTH || !cursor.eat(b')') {
                return None;
            }
            skip(cursor);
            simple(cursor, depth + 1)
        }
        b'-' | b'0'..=b'9' => {
            let text = cursor.take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_'));
            let number = text.replace('_', "").parse::<f64>().ok()?;
            Some(Value::number(number, cursor.span(start, cursor.at)))
        }
        _ if starts_array(cursor) => {
            cursor.at += 5;
            skip(cursor);
            cursor.at += 1;
            Some(array(cursor, start, b')', depth))
        }
        _ => named(cursor, depth),
    }
}

fn named(cursor: &mut Cursor<'_>, depth: usize) -> Option<Value> {
    let start = cursor.at;
    let word = cursor.take_while(|byte| byte.is_ascii_alphanumeric() || byte == b'_').to_ascii_lowercase();
    let span = cursor.span(start, cursor.at);
    match word.as_str() {
        "true" => Some(Value::bool(true, span)),
        "false" => Some(Value::bool(false, span)),
        "null" => Some(Value::new(crate::model::Kind::Null, span)),
        "env" if cursor.peek() == Some(b'(') => {
            cursor.at += 1;
            let name = value(cursor, depth + 1);
            let default = cursor.eat(b',').then(|| value(cursor, depth + 1));
            skip(cursor);
            cursor.eat(b',');
            skip(cursor);
            let closed = cursor.eat(b')');
            let span = cursor.span(start, cursor.at);
            let unknown = Value::unknown(Reason::Environment(name.as_str().unwrap_or("env").into()), span);
            closed.then(|| default.filter(|default| !default.is_null()).unwrap_or(unknown))
        }
        _ => None,
    }
}

/// A text in double quotes; variables in it are holes.
fn interpolated(cursor: &mut Cursor<'_>) -> Value {
    let start = cursor.at;
    // Escapes are kept for now: an escaped dollar is no variable.
    let raw = cursor.quoted(|_| None);
    let span = cursor.span(start, cursor.at);
    let hole = raw.char_indices().find(|(at, char)| *char == '$' && !raw[..*at].ends_with('\\'));
    match hole {
        Some((at, _)) => {
            let known = unescape(raw[..at].trim_end_matches('{'), common_escape);
            let text = Some(known).filter(|text| !text.is_empty()).map(|text| Piece::Text(text.into()));
            let pieces = text.into_iter().chain([Piece::Hole(Vec::new())]).collect();
            Value::partial(Reason::Expression(name_of(&raw[at..])), pieces, span)
        }
        None => Value::string(unescape(&raw, common_escape), span),
    }
}

/// Reads items up to the closing bracket: a list, or a map as soon as one item has a key.
fn array(cursor: &mut Cursor<'_>, start: usize, close: u8, depth: usize) -> Value {
    let mut entries: Vec<Entry> = Vec::new();
    let mut keyed = false;
    loop {
        skip(cursor);
        let at = cursor.at;
        match cursor.peek() {
            None => {
                cursor.fail(ProblemKind::Syntax, start, "an array is not closed");
                break;
            }
            Some(byte) if byte == close => {
                cursor.at += 1;
                break;
            }
            Some(byte) if ends(byte) => {
                cursor.at += 1;
                continue;
            }
            Some(_) => {}
        }
        let first = value(cursor, depth + 1);
        skip(cursor);
        if cursor.eat_str("=>") {
            keyed = true;
            let key = first.as_str().map_or_else(|| cursor.text[first.span.range()].into(), Arc::from);
            let value = value(cursor, depth + 1);
            entries.push(Entry { key, key_span: first.span, value });
        } else if cursor.at > at {
            let key = entries.len().to_string().into();
            entries.push(Entry { key, key_span: first.span, value: first });
        } else {
            cursor.at += 1;
        }
    }
    let span = cursor.span(start, cursor.at);
    if keyed { Value::map(entries, span) } else { Value::list(entries.into_iter().map(|e| e.value).collect(), span) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_env_and_expressions_with_exact_spans() {
        let text = r#"<?php
use X\Y; // don't return [
return [
    'debug' => (bool) env('APP_DEBUG', false), # c
    'key' => env('APP_KEY'),
    'url' => env("APP_URL", 'http://localhost'),
    'path' => storage_path('logs/a.log'),
    'list' => ['a', "b\n", 3, -1.5, null,],
    /* 'x' => 1 */
    'nested' => array('same_site' => 'lax', Foo::class => true),
    'dsn' => "pgsql://$user@h",
    'mode' => env('M') === 'x' ? 'a' : 'b',
    'last' => 'it\'s',
];
"#;
        let parsed = parse(FileId(0), text);
        assert_eq!(parsed.failures, []);
        let tree = parsed.tree.unwrap();
        let get = |key: &str| tree.get(key).unwrap().clone();
        assert_eq!(get("debug").as_bool(), Some(false));
        assert_eq!(get("key").as_unknown().unwrap().reason, Reason::Environment("APP_KEY".into()));
        assert_eq!(get("url").as_str(), Some("http://localhost"));
        assert_eq!(get("path").as_unknown().unwrap().reason, Reason::Expression("storage_path".into()));
        assert_eq!(get("list").as_list().unwrap().items.len(), 5);
        assert_eq!(get("nested").get("same_site").unwrap().as_str(), Some("lax"));
        assert_eq!(get("nested").get("Foo::class").unwrap().as_bool(), Some(true));
        assert_eq!(get("dsn").as_unknown().unwrap().prefix(), "pgsql://");
        assert!(get("mode").as_unknown().is_some());
        assert_eq!(get("last").as_str(), Some("it's"));
    }

    #[test]
    fn spans_are_those_of_the_literals() {
        let text = "<?php return ['a' => 'b', 'c' => foo( 1, [2] ) ];";
        let tree = parse(FileId(0), text).tree.unwrap();
        assert_eq!(&text[tree.get("a").unwrap().span.range()], "'b'");
        assert_eq!(&text[tree.get("c").unwrap().span.range()], "foo( 1, [2] )");
    }

    #[test]
    fn a_file_without_an_array_gives_nothing_and_hostile_ones_end() {
        assert!(parse(FileId(0), "<?php return $x;").tree.is_none());
        assert!(!parse(FileId(0), "<?php return ['a' => 'b").failures.is_empty());
        assert!(!parse(FileId(0), &format!("return {}", "[".repeat(100_000))).failures.is_empty());
        assert!(!parse(FileId(0), &format!("return [{}", "(int)".repeat(100_000))).failures.is_empty());
        assert!(parse(FileId(0), "return [é, = , => ;]").tree.is_some());
        assert!(parse(FileId(0), &"return ".repeat(100_000)).tree.is_none());
        assert!(parse(FileId(0), &"\nreturn /* ".repeat(100_000)).tree.is_none());
    }
}
