//! INI files and their kin: sections in brackets, `key = value` lines. `my.cnf`, `php.ini`,
//! `setup.cfg`, and the classic format of Fluent Bit, whose values stand behind a blank.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{Entry, Value};
use crate::source::{FileId, ProblemKind, Span};

use super::Parsed;
use super::cursor::{Cursor, common_escape};
use super::directive::{Directive, Word};

/// What stands between a key and its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// `=`, or `:` where there is no `=`.
    Sign,
    /// Blanks.
    Blank,
}

/// Parses into a map: keys before the first section, then a map per section. Sections of one name
/// are one; a key without a value is `true`; every other value is text.
#[must_use]
pub fn parse(file: FileId, text: &str) -> Parsed<Value> {
    let parsed = sections(file, text, Separator::Sign);
    let mut entries: Vec<Entry> = Vec::new();
    let mut known: HashMap<Arc<str>, usize> = HashMap::new();
    for section in parsed.tree {
        let keys = section.block.unwrap_or_default().into_iter().map(entry);
        if section.name.text.is_empty() {
            entries.extend(keys);
            continue;
        }
        let index = *known.entry(section.name.text.clone()).or_insert_with(|| {
            let value = Value::map(Vec::new(), section.span);
            entries.push(Entry { key: section.name.text.clone(), key_span: section.name.span, value });
            entries.len() - 1
        });
        if let crate::model::Kind::Map(map) = &mut entries[index].value.kind {
            map.entries.extend(keys);
        }
    }
    Parsed { tree: Value::map(entries, Span::new(file, 0..text.len())), failures: parsed.failures }
}

/// Parses into sections in the order of the file, each a directive with its keys as block. Keys
/// before the first header are in a section with an empty name.
#[must_use]
pub fn sections(file: FileId, text: &str, separator: Separator) -> Parsed<Vec<Directive>> {
    let mut cursor = Cursor::new(file, text);
    let mut sections = vec![Directive {
        name: Word { text: "".into(), span: cursor.span(0, 0) },
        arguments: Vec::new(),
        block: Some(Vec::new()),
        span: cursor.span(0, 0),
    }];
    while cursor.at < text.len() {
        let line_start = cursor.at;
        cursor.skip_blanks();
        let indented = cursor.at > line_start;
        match cursor.peek() {
            Some(b'#' | b';' | b'\n' | b'\r') | None => cursor.skip_line(),
            Some(b'[') => sections.push(header(&mut cursor)),
            Some(_) => {
                let Some(section) = sections.last_mut() else { break };
                let block = section.block.get_or_insert_default();
                let continued = indented && separator == Separator::Sign && continues(&cursor);
                match block.last_mut().filter(|_| continued) {
                    Some(previous) => append(&mut cursor, previous),
                    None => block.push(key(&mut cursor, separator)),
                }
                section.span = section.span.to(block.last().map_or(section.span, |key| key.span));
            }
        }
    }
    Parsed { tree: sections, failures: cursor.failures }
}

fn entry(key: Directive) -> Entry {
    let value = match key.arguments.as_slice() {
        [] => Value::bool(true, key.name.span),
        [word] => Value::string(word.text.clone(), word.span),
        [first, rest @ ..] => {
            let lines: Vec<&str> = std::iter::once(first).chain(rest).map(|word| &*word.text).collect();
            Value::string(lines.join("\n").trim_start(), first.span)
        }
    };
    Entry { key: key.name.text, key_span: key.name.span, value }
}

fn header(cursor: &mut Cursor<'_>) -> Directive {
    let start = cursor.at;
    let line = cursor.slice(start, cursor.line_end());
    let inner = line.split_once(']').map_or_else(
        || {
            cursor.fail(ProblemKind::Syntax, start, "a section header is not closed");
            line.get(1..).unwrap_or("")
        },
        |(inner, _)| &inner[1..],
    );
    let name_start = start + 1 + (inner.len() - inner.trim_start().len());
    let name = inner.trim();
    let word = Word { text: name.into(), span: cursor.span(name_start, name_start + name.len()) };
    let end = (start + 1 + inner.len() + 1).min(cursor.text.len());
    cursor.skip_line();
    Directive { name: word, arguments: Vec::new(), block: Some(Vec::new()), span: cursor.span(start, end) }
}

/// Whether an indented line goes on with the value above it, as Python's configparser reads it.
fn continues(cursor: &Cursor<'_>) -> bool {
    let line = cursor.slice(cursor.at, cursor.line_end());
    !line.contains(['=', ':'])
}

fn append(cursor: &mut Cursor<'_>, previous: &mut Directive) {
    let start = cursor.at;
    let line = cursor.slice(start, cursor.line_end()).trim_end();
    let span = cursor.span(start, start + line.len());
    match previous.arguments.first_mut() {
        // The text is put together in `entry`, once: a long list appended piece by piece is quadratic.
        Some(word) => {
            word.span = word.span.to(span);
            previous.arguments.push(Word { text: line.into(), span });
        }
        None => previous.arguments.push(Word { text: line.into(), span }),
    }
    previous.span = previous.span.to(span);
    cursor.skip_line();
}

fn key(cursor: &mut Cursor<'_>, separator: Separator) -> Directive {
    let start = cursor.at;
    let end = cursor.line_end();
    let line = cursor.slice(start, end);
    let cut = match separator {
        Separator::Sign => line.find('=').or_else(|| line.find(':')),
        Separator::Blank => line.find([' ', '\t']),
    };
    // A sign in a comment divides nothing.
    let cut =
        cut.filter(|cut| separator == Separator::Blank || uncommented(line).len() >= line[..*cut].trim_end().len());
    let name = line[..cut.unwrap_or(line.len())].trim_end();
    let name = if cut.is_none() { uncommented(name) } else { name };
    let name_span = cursor.span(start, start + name.len());
    let arguments = match cut {
        Some(cut) => {
            cursor.at = start + cut + 1;
            vec![value(cursor, separator)]
        }
        None => Vec::new(),
    };
    cursor.skip_line();
    let span = arguments.last().map_or(name_span, |word| name_span.to(word.span));
    Directive { name: Word { text: name.into(), span: name_span }, arguments, block: None, span }
}

fn value(cursor: &mut Cursor<'_>, separator: Separator) -> Word {
    cursor.skip_blanks();
    let start = cursor.at;
    let end = cursor.line_end();
    let line = cursor.slice(start, end);
    if let Some(quote) = line.chars().next().filter(|char| matches!(char, '"' | '\'')) {
        let closed = line[1..].find(quote).map(|at| at + 1);
        // A quote that does not close on its line, or with text behind it, is a part of the value.
        if closed.is_some_and(|at| uncommented(line[at + 1..].trim()).is_empty()) && !line.contains('\\') {
            let at = closed.unwrap_or(line.len());
            return Word { text: line[1..at].into(), span: cursor.span(start, start + at + 1) };
        }
        if line.contains('\\') && closed.is_some() {
            let text = cursor.quoted(common_escape);
            if cursor.at <= end {
                return Word { text: text.into(), span: cursor.span(start, cursor.at) };
            }
            cursor.at = start;
        }
    }
    let text = if separator == Separator::Sign { uncommented(line) } else { line.trim_end() };
    Word { text: text.into(), span: cursor.span(start, start + text.len()) }
}

/// The text without a comment, which needs a blank before it.
fn uncommented(text: &str) -> &str {
    let bytes = text.as_bytes();
    let comment = (0..bytes.len())
        .find(|at| matches!(bytes[*at], b'#' | b';') && (*at == 0 || bytes[*at - 1].is_ascii_whitespace()));
    text[..comment.unwrap_or(text.len())].trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(text: &str) -> Value {
        parse(FileId(0), text).tree
    }

    fn text_at<'a>(value: &'a Value, section: &str, key: &str) -> &'a str {
        value.get(section).and_then(|section| section.get(key)).and_then(Value::as_str).unwrap()
    }

    #[test]
    fn sections_keys_and_spans() {
        let text = "top = 1\n[mysqld]\nskip-networking\nssl-ca = /etc/ca.pem # where\nname: x;y\n\n[client]\nport=1\n[mysqld]\nuser = \"a b\"\n";
        let tree = tree(text);
        assert_eq!(tree.get("top").and_then(Value::as_str), Some("1"));
        assert_eq!(text_at(&tree, "mysqld", "ssl-ca"), "/etc/ca.pem");
        assert_eq!(text_at(&tree, "mysqld", "name"), "x;y");
        assert_eq!(text_at(&tree, "mysqld", "user"), "a b");
        assert_eq!(tree.get("mysqld").unwrap().get("skip-networking").unwrap().as_bool(), Some(true));
        let user = tree.get("mysqld").unwrap().get("user").unwrap();
        assert_eq!(&text[user.span.range()], "\"a b\"");
    }

    #[test]
    fn a_comment_behind_a_name_is_no_part_of_it() {
        let tree = tree("[mysqld]\nskip-ssl # comment\nskip-name-resolve # faster: no = look-ups\na = b # c = d\n");
        let section = tree.get("mysqld").unwrap();
        assert_eq!(section.get("skip-ssl").unwrap().as_bool(), Some(true));
        assert_eq!(section.get("skip-name-resolve").unwrap().as_bool(), Some(true));
        assert_eq!(section.get("a").unwrap().as_str(), Some("b"));
    }

    #[test]
    fn an_indented_line_without_a_sign_continues_the_value() {
        let tree = tree("[a]\nhosts =\n  one\n  two\n\tport = 1\n");
        assert_eq!(text_at(&tree, "a", "hosts"), "one\ntwo");
        assert_eq!(text_at(&tree, "a", "port"), "1");
    }

    #[test]
    fn blank_separated_sections_keep_their_order_and_repetition() {
        let parsed =
            sections(FileId(0), "[OUTPUT]\n    Name  es\n    tls   On\n[OUTPUT]\n    Match *\n", Separator::Blank);
        assert_eq!(parsed.tree.len(), 3);
        let block = parsed.tree[1].block.as_ref().unwrap();
        assert_eq!((&*block[1].name.text, block[1].argument(0)), ("tls", "On"));
    }

    #[test]
    fn quotes_that_do_not_close_and_open_headers_are_read_as_they_stand() {
        let parsed = parse(FileId(0), "[open\na = \"b\nc = 'd' e\nf = \"x\\\"y\"\n= z\né = ü");
        assert_eq!(parsed.failures.len(), 1);
        assert_eq!(text_at(&parsed.tree, "open", "a"), "\"b");
        assert_eq!(text_at(&parsed.tree, "open", "c"), "'d' e");
        assert_eq!(text_at(&parsed.tree, "open", "f"), "x\"y");
        assert_eq!(text_at(&parsed.tree, "open", "é"), "ü");
    }

    #[test]
    fn a_huge_line_and_a_huge_continuation_end() {
        let text = format!("[a]\nk = {}\n{}", "x ".repeat(200_000), "  y\n".repeat(100_000));
        assert!(text_at(&tree(&text), "a", "k").len() > 400_000);
    }
}
