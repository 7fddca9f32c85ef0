//! rsyslog: objects such as `action(type="omfwd" …)`, `$Directive value` lines, and selectors that
//! forward to `@host` or `@@host`.

use crate::model::{Entry, Value};
use crate::source::{FileId, Span};

use super::Parsed;
use super::cursor::{Cursor, quote_escape};

/// Parses into a map: a list of maps for each kind of object (`action`, `input`, `module`, `global`),
/// `legacy` with the directives by their names in lower case, and `forward` with the selectors.
#[must_use]
pub fn parse(file: FileId, text: &str) -> Parsed<Value> {
    let mut cursor = Cursor::new(file, text);
    let mut objects: Vec<(&str, Vec<Value>)> = Vec::new();
    let (mut legacy, mut forward) = (Vec::new(), Vec::new());
    loop {
        cursor.skip_space();
        let start = cursor.at;
        match cursor.peek() {
            None => break,
            Some(b'#') => cursor.skip_line(),
            Some(b'$') => {
                cursor.at += 1;
                let name = cursor.take_while(|byte| byte.is_ascii_alphanumeric()).to_ascii_lowercase();
                let key_span = cursor.span(start, cursor.at);
                let (value, span) = rest_of_line(&mut cursor);
                legacy.push(Entry { key: name.into(), key_span, value: Value::string(value, span) });
            }
            Some(_) => {
                let name = cursor.take_while(|byte| byte.is_ascii_alphabetic());
                cursor.skip_blanks();
                let known = ["action", "input", "module", "global"].into_iter().find(|kind| *kind == name);
                match known.filter(|_| cursor.peek() == Some(b'(')) {
                    Some(kind) => {
                        cursor.at += 1;
                        let value = object(&mut cursor, start);
                        match objects.iter_mut().find(|(known, _)| *known == kind) {
                            Some((_, items)) => items.push(value),
                            None => objects.push((kind, vec![value])),
                        }
                    }
                    None => selector(&mut cursor, start, &mut forward),
                }
            }
        }
    }
    let whole = Span::new(file, 0..text.len());
    let list = |items: Vec<Value>| {
        let span = items.first().map_or(whole, |item| item.span);
        Value::list(items, span)
    };
    let mut entries: Vec<Entry> = objects.into_iter().map(|(kind, items)| Entry::of(kind, list(items))).collect();
    if !legacy.is_empty() {
        entries.push(Entry::of("legacy", Value::map(legacy, whole)));
    }
    if !forward.is_empty() {
        entries.push(Entry::of("forward", list(forward)));
    }
    Parsed { tree: Value::map(entries, whole), failures: cursor.failures }
}

fn rest_of_line<'t>(cursor: &mut Cursor<'t>) -> (&'t str, Span) {
    cursor.skip_blanks();
    let start = cursor.at;
    let line = cursor.slice(start, cursor.line_end());
    let value = line.split(" #").next().unwrap_or(line).trim_end();
    cursor.skip_line();
    (value, cursor.span(start, start + value.len()))
}

/// Reads `name="value"` pairs up to the closing parenthesis; names in lower case.
fn object(cursor: &mut Cursor<'_>, start: usize) -> Value {
    let mut entries = Vec::new();
    loop {
        cursor.skip_space();
        match cursor.peek() {
            None => {
                cursor.fail(crate::source::ProblemKind::Syntax, start, "an object is not closed");
                break;
            }
            Some(b')') => {
                cursor.at += 1;
                break;
            }
            Some(b'#') => {
                cursor.skip_line();
                continue;
            }
            Some(_) => {}
        }
        let at = cursor.at;
        let name = cursor.take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'));
        let key_span = cursor.span(at, cursor.at);
        cursor.skip_space();
        if name.is_empty() || !cursor.eat(b'=') {
            cursor.at = cursor.at.max(at + 1);
            cursor.take_while(|byte| byte >= 0x80);
            continue;
        }
        cursor.skip_space();
        let at = cursor.at;
        let value = if matches!(cursor.peek(), Some(b'"' | b'\'')) {
            cursor.quoted(quote_escape)
        } else {
            cursor.take_while(|byte| !byte.is_ascii_whitespace() && byte != b')').to_owned()
        };
        let value = Value::string(value, cursor.span(at, cursor.at));
        entries.push(Entry { key: name.to_ascii_lowercase().into(), key_span, value });
    }
    Value::map(entries, cursor.span(start, cursor.at))
}

/// A line such as `*.info @@logs.example.org:514`; one `@` is UDP, two are TCP.
fn selector(cursor: &mut Cursor<'_>, start: usize, forward: &mut Vec<Value>) {
    let line = cursor.slice(start, cursor.line_end());
    // An object may stand behind a condition: `if … then action(…)`.
    if let Some(at) = line.find("action(").filter(|at| *at > 0) {
        cursor.at = start + at;
        return;
    }
    cursor.skip_line();
    let Some((selector, action)) = line.split_once([' ', '\t']) else { return };
    let target = action.trim();
    let at = start + line.len() - action.trim_start().len();
    let span = Span::new(cursor.file, at..at + target.len());
    let (protocol, host) = match (target.strip_prefix("@@"), target.strip_prefix('@')) {
        (Some(host), _) => ("tcp", host),
        (None, Some(host)) => ("udp", host),
        (None, None) => return,
    };
    // Options in parentheses stand before the host: `@@(o)host`.
    let host = host.strip_prefix('(').and_then(|rest| rest.split_once(')')).map_or(host, |(_, host)| host);
    let entries = vec![
        Entry::of("selector", Value::string(selector, Span::new(cursor.file, start..start + selector.len()))),
        Entry::of("target", Value::string(host, span)),
        Entry::of("protocol", Value::string(protocol, span)),
    ];
    forward.push(Value::map(entries, Span::new(cursor.file, start..start + line.trim_end().len())));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_directives_and_selectors_have_exact_spans() {
        let text = "# c\n$ActionSendStreamDriver gtls # x\n*.* @@(o)logs.org:514\nauth.* @h\nmail.* /var/log/m\nmodule(load=\"imtcp\")\naction(type=\"omfwd\"\n  Target=\"10.0.0.1\" # y\n  StreamDriverMode=1)\nif $x then { action(type='omfile') }\n";
        let parsed = parse(FileId(0), text);
        assert_eq!(parsed.failures, []);
        let tree = parsed.tree;
        assert_eq!(tree.get("legacy").unwrap().get("actionsendstreamdriver").unwrap().as_str(), Some("gtls"));
        let forward = tree.get("forward").unwrap().as_list().unwrap();
        assert_eq!(forward.items.len(), 2);
        assert_eq!(forward.items[0].get("target").unwrap().as_str(), Some("logs.org:514"));
        assert_eq!(forward.items[1].get("protocol").unwrap().as_str(), Some("udp"));
        let action = &tree.get("action").unwrap().as_list().unwrap().items[0];
        assert_eq!(tree.get("action").unwrap().as_list().unwrap().items.len(), 2);
        assert_eq!(action.get("streamdrivermode").unwrap().as_str(), Some("1"));
        assert_eq!(&text[action.get("target").unwrap().span.range()], "\"10.0.0.1\"");
    }

    #[test]
    fn hostile_input_ends() {
        assert!(!parse(FileId(0), "action(type=\"x").failures.is_empty());
        let _ = parse(FileId(0), &"action(".repeat(100_000));
        let _ = parse(FileId(0), "$\né ü\naction(é=1 = = \"\nx @\n");
    }
}
