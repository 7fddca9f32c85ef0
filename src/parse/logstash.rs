//! Logstash pipelines: sections of plugins with `key => value` settings. Conditions are looked
//! through: what stands under an `if` counts as there.

use std::sync::Arc;

use crate::model::{Entry, Kind, Reason, Value};
use crate::source::{FileId, ProblemKind, Span};

use super::Parsed;
use super::cursor::{Cursor, DEPTH, common_escape};

/// Parses a pipeline into a map: section, then plugin, then a list of the plugin's uses.
#[must_use]
pub fn parse(file: FileId, text: &str) -> Parsed<Value> {
    let mut cursor = Cursor::new(file, text);
    let mut sections = Vec::new();
    loop {
        skip(&mut cursor);
        let start = cursor.at;
        let name = cursor.take_while(is_word);
        let key_span = cursor.span(start, cursor.at);
        skip(&mut cursor);
        if name.is_empty() || !cursor.eat(b'{') {
            if cursor.at < text.len() {
                cursor.fail(ProblemKind::Syntax, start, "a section of a pipeline is expected");
            }
            break;
        }
        let mut plugins = Vec::new();
        block(&mut cursor, &mut plugins, 0);
        let value = Value::map(plugins, cursor.span(start, cursor.at));
        sections.push(Entry { key: name.into(), key_span, value });
    }
    Parsed { tree: Value::map(sections, Span::new(file, 0..text.len())), failures: cursor.failures }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'@')
}

fn skip(cursor: &mut Cursor<'_>) {
    cursor.skip_space();
    while cursor.peek() == Some(b'#') {
        cursor.skip_line();
        cursor.skip_space();
    }
}

/// Reads plugins and conditions up to the closing brace.
fn block(cursor: &mut Cursor<'_>, plugins: &mut Vec<Entry>, depth: usize) {
    loop {
        skip(cursor);
        let start = cursor.at;
        match cursor.peek() {
            None => return cursor.fail(ProblemKind::Syntax, start, "the file ends inside a block"),
            Some(b'}') => {
                cursor.at += 1;
                return;
            }
            Some(_) => {}
        }
        let name = cursor.take_while(is_word);
        let key_span = cursor.span(start, cursor.at);
        if matches!(name, "if" | "else") {
            // A condition may hold braces in its patterns only inside quotes or slashes.
            cursor.skip_expression(|byte| byte == b'{', |_| false);
        } else {
            skip(cursor);
        }
        if !cursor.eat(b'{') {
            cursor.fail(ProblemKind::Syntax, start, "a plugin's block is expected");
            cursor.skip_line();
        } else if depth >= DEPTH {
            cursor.fail(ProblemKind::Limit, start, "blocks are nested too deeply");
            cursor.at = cursor.text.len();
        } else if matches!(name, "if" | "else") {
            block(cursor, plugins, depth + 1);
        } else {
            let body = hash(cursor, start, depth + 1);
            push(plugins, name.into(), key_span, body);
        }
    }
}

fn push(plugins: &mut Vec<Entry>, key: Arc<str>, key_span: Span, body: Value) {
    // Looking back at a few plugins only keeps a hostile file from costing the square of its size.
    let known = plugins.iter_mut().rev().take(64).find(|entry| entry.key == key);
    match known.map(|entry| &mut entry.value.kind) {
        Some(Kind::List(list)) => list.items.push(body),
        _ => plugins.push(Entry { key, key_span, value: Value::list(vec![body.clone()], body.span) }),
    }
}

/// Reads `key => value` pairs up to the closing brace, the opening one passed.
fn hash(cursor: &mut Cursor<'_>, start: usize, depth: usize) -> Value {
    let mut entries = Vec::new();
    loop {
        skip(cursor);
        let at = cursor.at;
        match cursor.peek() {
            None => {
                cursor.fail(ProblemKind::Syntax, at, "the file ends inside a plugin");
                break;
            }
            Some(b'}') => {
                cursor.at += 1;
                break;
            }
            Some(b',') => {
                cursor.at += 1;
                continue;
            }
            Some(_) => {}
        }
        let key = value(cursor, depth);
        skip(cursor);
        if cursor.eat_str("=>") {
            skip(cursor);
            let value = value(cursor, depth);
            let text = key.as_str().unwrap_or_default();
            entries.push(Entry { key: text.into(), key_span: key.span, value });
        } else if cursor.at == at {
            cursor.fail(ProblemKind::Syntax, at, "a setting is expected");
            cursor.at += 1;
            cursor.take_while(|byte| byte >= 0x80);
        }
    }
    Value::map(entries, cursor.span(start, cursor.at))
}

fn value(cursor: &mut Cursor<'_>, depth: usize) -> Value {
    let start = cursor.at;
    if depth >= DEPTH && matches!(cursor.peek(), Some(b'[' | b'{')) {
        cursor.fail(ProblemKind::Limit, start, "values are nested too deeply");
        cursor.at = cursor.text.len();
        return Value::unknown(Reason::Limit, cursor.span(start, start));
    }
    match cursor.peek() {
        Some(b'"' | b'\'') => {
            let text = cursor.quoted(|byte| common_escape(byte).filter(|char| matches!(char, '"' | '\'' | '\\')));
            Value::string(text, cursor.span(start, cursor.at))
        }
        Some(b'[') => list(cursor, depth),
        Some(b'{') => {
            cursor.at += 1;
            hash(cursor, start, depth + 1)
        }
        _ => {
            let word = cursor.take_while(is_word);
            let span = cursor.span(start, cursor.at);
            skip(cursor);
            // A codec with settings of its own: `json { charset => "…" }`.
            if !word.is_empty() && cursor.peek() == Some(b'{') && depth < DEPTH {
                cursor.at += 1;
                let body = hash(cursor, start, depth + 1);
                return Value::map(vec![Entry { key: word.into(), key_span: span, value: body }], span);
            }
            match word {
                "true" | "false" => Value::bool(word == "true", span),
                _ => match word.parse::<f64>() {
                    Ok(number) if number.is_finite() => Value::number(number, span),
                    _ => Value::string(word, span),
                },
            }
        }
    }
}

fn list(cursor: &mut Cursor<'_>, depth: usize) -> Value {
    let start = cursor.at;
    cursor.at += 1;
    let mut items = Vec::new();
    loop {
        skip(cursor);
        let at = cursor.at;
        match cursor.peek() {
            None => {
                cursor.fail(ProblemKind::Syntax, start, "a list is not closed");
                break;
            }
            Some(b']') => {
                cursor.at += 1;
                break;
            }
            Some(b',') => cursor.at += 1,
            Some(_) => {
                items.push(value(cursor, depth + 1));
                if cursor.at == at {
                    cursor.fail(ProblemKind::Syntax, at, "an item of a list is expected");
                    cursor.at = cursor.line_end().max(at + 1).min(cursor.text.len());
                }
            }
        }
    }
    Value::list(items, cursor.span(start, cursor.at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first<'a>(tree: &'a Value, section: &str, plugin: &str) -> &'a Value {
        &tree.get(section).unwrap().get(plugin).unwrap().as_list().unwrap().items[0]
    }

    #[test]
    fn plugins_also_under_conditions_with_exact_spans() {
        let text = "input { beats { port => 5044 ssl => false } }\n# c\noutput {\n if \"x{\" in [tags] { elasticsearch { hosts => [\"http://es:9200\", 'b'] codec => json { charset => \"U\" } } }\n else { stdout {} }\n}\n";
        let parsed = parse(FileId(0), text);
        assert_eq!(parsed.failures, []);
        let beats = first(&parsed.tree, "input", "beats");
        assert_eq!(beats.get("port").unwrap().as_number(), Some(5044.0));
        assert_eq!(beats.get("ssl").unwrap().as_bool(), Some(false));
        let output = first(&parsed.tree, "output", "elasticsearch");
        let hosts = output.get("hosts").unwrap().as_list().unwrap();
        assert_eq!(&text[hosts.items[0].span.range()], "\"http://es:9200\"");
        assert!(output.get("codec").unwrap().get("json").is_some());
        assert!(parsed.tree.get("output").unwrap().get("stdout").is_some());
    }

    #[test]
    fn hostile_input_ends_in_failures() {
        let texts = [
            "input { a { b => [1, ".to_owned(),
            "input {".repeat(10_000),
            format!("input {{ a {{ b => {}", "[".repeat(100_000)),
            format!("input {{ {}", "if x { ".repeat(10_000)),
            "input { a { é => = , ~ [ü] } }".to_owned(),
            "input { \" \" ' }".to_owned(),
            "{}}".to_owned(),
        ];
        for text in &texts {
            assert!(!parse(FileId(0), text).failures.is_empty(), "{}", &text[..7.min(text.len() - 1)]);
        }
    }
}
