//! Ruby literals: what configuration lines assign.

use std::sync::Arc;

use crate::model::{Entry, Piece, Reason, Value};
use crate::source::ProblemKind;

use super::map;
use crate::parse::cursor::{Cursor, DEPTH, common_escape, unescape};

/// Reads the value of an assignment, and whether it is made under a condition at the line's end.
pub(super) fn statement(cursor: &mut Cursor<'_>) -> (Value, bool) {
    cursor.skip_space();
    let start = cursor.at;
    let value = value(cursor, 0);
    cursor.skip_blanks();
    let conditional = modifier(cursor);
    if conditional || at_end(cursor) {
        return (value, conditional);
    }
    cursor.skip_expression(|byte| byte == b'\n' || byte == b'\r', comment);
    (unknown(cursor, start), false)
}

/// Reads the arguments of a call without parentheses: a list, named ones as a map at its end.
pub(super) fn arguments(cursor: &mut Cursor<'_>) -> (Value, bool) {
    let start = cursor.at;
    let mut items = Vec::new();
    let mut named = Vec::new();
    loop {
        skip(cursor);
        match pair(cursor, 0) {
            Some(entry) => named.push(entry),
            None => items.push(value(cursor, 0)),
        }
        cursor.skip_blanks();
        if !cursor.eat(b',') {
            break;
        }
    }
    let span = cursor.span(start, cursor.at);
    if let (Some(first), Some(last)) = (named.first(), named.last()) {
        let span = first.key_span.to(last.value.span);
        items.push(map(named, span));
    }
    let conditional = modifier(cursor);
    let value = if items.len() == 1 { items.remove(0) } else { Value::list(items, span) };
    (value, conditional)
}

fn modifier(cursor: &Cursor<'_>) -> bool {
    cursor.rest().starts_with("if ") || cursor.rest().starts_with("unless ")
}

fn at_end(cursor: &Cursor<'_>) -> bool {
    matches!(cursor.peek(), None | Some(b'\n' | b'\r' | b'#' | b';'))
}

/// Whether a value may end here inside brackets.
fn ends(byte: u8) -> bool {
    matches!(byte, b',' | b']' | b'}' | b')' | b'\n' | b'\r')
}

fn comment(cursor: &Cursor<'_>) -> bool {
    cursor.peek() == Some(b'#')
}

fn skip(cursor: &mut Cursor<'_>) {
    cursor.skip_space();
    while comment(cursor) {
        cursor.skip_line();
        cursor.skip_space();
    }
}

fn unknown(cursor: &Cursor<'_>, start: usize) -> Value {
    let text = cursor.slice(start, cursor.at).trim_end();
    let end = text.find(|char: char| !(char.is_ascii_alphanumeric() || matches!(char, '_' | ':' | '.' | '?')));
    let name = &text[..end.unwrap_or(text.len())];
    let name: Arc<str> = if name.is_empty() { "expression".into() } else { name.into() };
    Value::unknown(Reason::Expression(name), cursor.span(start, start + text.len()))
}

/// Reads one value; what is more than a literal is unknown.
fn value(cursor: &mut Cursor<'_>, depth: usize) -> Value {
    let start = cursor.at;
    if depth >= DEPTH {
        cursor.fail(ProblemKind::Limit, start, "values are nested too deeply");
        cursor.at = cursor.text.len();
        return Value::unknown(Reason::Limit, cursor.span(start, start));
    }
    let value = simple(cursor, depth);
    let end = cursor.at;
    cursor.skip_blanks();
    let complete = cursor.peek().is_none_or(|byte| ends(byte) || matches!(byte, b'#' | b';')) || modifier(cursor);
    match value {
        Some(value) if complete => {
            cursor.at = end;
            value
        }
        _ => {
            cursor.at = end;
            cursor.skip_expression(|byte| ends(byte) || byte == b'#', |_| false);
            unknown(cursor, start)
        }
    }
}

fn simple(cursor: &mut Cursor<'_>, depth: usize) -> Option<Value> {
    let start = cursor.at;
    match cursor.peek()? {
        b'"' => Some(interpolated(cursor)),
        b'\'' => {
            let text = cursor.quoted(|byte| matches!(byte, b'\'' | b'\\').then(|| char::from(byte)));
            Some(Value::string(text, cursor.span(start, cursor.at)))
        }
        b':' => {
            cursor.at += 1;
            if cursor.peek() == Some(b'"') {
                return Some(interpolated(cursor));
            }
            let name = cursor.take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'?' | b'!'));
            (!name.is_empty()).then(|| Value::string(name, cursor.span(start, cursor.at)))
        }
        b'[' => {
            cursor.at += 1;
            let items = collection(cursor, b']', |cursor| value(cursor, depth + 1));
            Some(Value::list(items, cursor.span(start, cursor.at)))
        }
        b'{' => {
            cursor.at += 1;
            let entries = collection(cursor, b'}', |cursor| {
                pair(cursor, depth + 1).unwrap_or_else(|| Entry::of("", value(cursor, depth + 1)))
            });
            Some(map(entries, cursor.span(start, cursor.at)))
        }
        b'%' => words(cursor),
        b'-' | b'0'..=b'9' => number(cursor),
        _ if cursor.rest().starts_with("ENV") => environment(cursor, depth),
        _ => {
            let word = cursor.take_while(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
            let span = cursor.span(start, cursor.at);
            match word {
                "true" | "false" => Some(Value::bool(word == "true", span)),
                "nil" => Some(Value::new(crate::model::Kind::Null, span)),
                _ => None,
            }
        }
    }
}

fn collection<T>(cursor: &mut Cursor<'_>, close: u8, mut item: impl FnMut(&mut Cursor<'_>) -> T) -> Vec<T> {
    let start = cursor.at;
    let mut items = Vec::new();
    loop {
        skip(cursor);
        let at = cursor.at;
        match cursor.peek() {
            None => {
                cursor.fail(ProblemKind::Syntax, start, "a bracket is not closed");
                return items;
            }
            Some(byte) if byte == close => {
                cursor.at += 1;
                return items;
            }
            Some(byte) if ends(byte) => cursor.at += 1,
            Some(_) => {
                items.push(item(cursor));
                cursor.at = cursor.at.max(at + 1);
            }
        }
    }
}

/// Reads `key: value`, `"key" => value` or `:key => value`; leaves the cursor when there is none.
fn pair(cursor: &mut Cursor<'_>, depth: usize) -> Option<Entry> {
    let start = cursor.at;
    let name = cursor.take_while(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let (key, span): (Arc<str>, _) = if !name.is_empty() {
        (name.into(), cursor.span(start, cursor.at))
    } else if matches!(cursor.peek(), Some(b'"' | b'\'' | b':')) {
        let key = simple(cursor, depth);
        match key.as_ref().and_then(|key| key.as_str()) {
            Some(text) => (text.into(), cursor.span(start, cursor.at)),
            None => {
                cursor.at = start;
                return None;
            }
        }
    } else {
        return None;
    };
    let colon = cursor.peek() == Some(b':') && cursor.ahead(1) != Some(b':');
    if colon {
        cursor.at += 1;
    } else {
        cursor.skip_blanks();
        if !cursor.eat_str("=>") {
            cursor.at = start;
            return None;
        }
    }
    skip(cursor);
    Some(Entry { key, key_span: span, value: value(cursor, depth + 1) })
}

/// A text in double quotes; `#{…}` is a hole.
fn interpolated(cursor: &mut Cursor<'_>) -> Value {
    let start = cursor.at;
    let raw = cursor.quoted(|_| None);
    let span = cursor.span(start, cursor.at);
    match raw.find("#{") {
        Some(at) => {
            let known = unescape(&raw[..at], common_escape);
            let text = Some(known).filter(|text| !text.is_empty()).map(|text| Piece::Text(text.into()));
            let pieces = text.into_iter().chain([Piece::Hole(Vec::new())]).collect();
            Value::partial(Reason::Expression("interpolation".into()), pieces, span)
        }
        None => Value::string(unescape(&raw, common_escape), span),
    }
}

/// `%w[a b]` and `%i[a b]`.
fn words(cursor: &mut Cursor<'_>) -> Option<Value> {
    let start = cursor.at;
    if !matches!(cursor.ahead(1), Some(b'w' | b'i' | b'W' | b'I')) {
        return None;
    }
    let close = match cursor.ahead(2)? {
        b'[' => b']',
        b'(' => b')',
        b'{' => b'}',
        _ => return None,
    };
    cursor.at += 3;
    let mut items = Vec::new();
    loop {
        cursor.skip_space();
        let at = cursor.at;
        let word = cursor.take_while(|byte| byte != close && !byte.is_ascii_whitespace());
        if word.is_empty() {
            break;
        }
        let span = cursor.span(at, cursor.at);
        let filled = word.contains("#{");
        let expression = || Value::unknown(Reason::Expression("interpolation".into()), span);
        items.push(if filled { expression() } else { Value::string(word, span) });
    }
    cursor.eat(close);
    Some(Value::list(items, cursor.span(start, cursor.at)))
}

/// A number, a duration in seconds (`30.minutes`), or a range (`8..128`).
fn number(cursor: &mut Cursor<'_>) -> Option<Value> {
    let start = cursor.at;
    let digits = |cursor: &mut Cursor<'_>| -> Option<f64> {
        let at = cursor.at;
        cursor.eat(b'-');
        cursor.take_while(|byte| byte.is_ascii_digit() || byte == b'_');
        if cursor.peek() == Some(b'.') && cursor.ahead(1).is_some_and(|byte| byte.is_ascii_digit()) {
            cursor.at += 1;
            cursor.take_while(|byte| byte.is_ascii_digit() || byte == b'_');
        }
        cursor.slice(at, cursor.at).replace('_', "").parse().ok()
    };
    let number = digits(cursor)?;
    if cursor.eat_str("..") {
        let at = cursor.at;
        let from = Value::number(number, cursor.span(start, at - 2));
        let to = digits(cursor)?;
        let to = Value::number(to, cursor.span(at, cursor.at));
        return Some(map(vec![Entry::of("from", from), Entry::of("to", to)], cursor.span(start, cursor.at)));
    }
    let factor = if cursor.peek() == Some(b'.') {
        cursor.at += 1;
        let unit = cursor.take_while(|byte| byte.is_ascii_alphabetic());
        match unit.strip_suffix('s').unwrap_or(unit) {
            "second" => 1.0,
            "minute" => 60.0,
            "hour" => 3_600.0,
            "day" => 86_400.0,
            "week" => 604_800.0,
            "month" => 2_629_746.0,
            "year" => 31_556_952.0,
            "kilobyte" => 1024.0,
            "megabyte" => 1_048_576.0,
            _ => return None,
        }
    } else {
        1.0
    };
    Some(Value::number(number * factor, cursor.span(start, cursor.at)))
}

/// `ENV["X"]`, `ENV.fetch("X", default)`, `ENV.fetch("X") { default }`, `ENV["X"] || default`.
fn environment(cursor: &mut Cursor<'_>, depth: usize) -> Option<Value> {
    let start = cursor.at;
    cursor.at += 3;
    let fetch = cursor.eat_str(".fetch(");
    if !fetch && !cursor.eat(b'[') {
        return None;
    }
    let name = matches!(cursor.peek(), Some(b'"' | b'\'')).then(|| simple(cursor, depth))??;
    cursor.skip_blanks();
    let mut default = None;
    if fetch && cursor.eat(b',') {
        skip(cursor);
        default = Some(value(cursor, depth + 1));
        cursor.skip_blanks();
    }
    if !cursor.eat(if fetch { b')' } else { b']' }) {
        return None;
    }
    let span = cursor.span(start, cursor.at);
    let end = cursor.at;
    cursor.skip_blanks();
    if fetch && cursor.eat(b'{') {
        skip(cursor);
        default = Some(value(cursor, depth + 1));
        skip(cursor);
        cursor.eat(b'}');
    } else if cursor.eat_str("||") {
        skip(cursor);
        default = Some(value(cursor, depth + 1));
    } else {
        cursor.at = end;
    }
    let unknown = || Value::unknown(Reason::Environment(name.as_str().unwrap_or("ENV").into()), span);
    Some(default.filter(|default| !default.is_null()).unwrap_or_else(unknown))
}
