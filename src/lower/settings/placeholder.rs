//! References that frameworks replace in values: `${NAME:default}`, `{{ name }}`, `<%= … %>`.

use std::borrow::Cow;
use std::sync::Arc;

use crate::model::{Entry, Kind, List, Map, Piece, Reason, Value};
/// Markers that open and close a reference.
const MARKERS: &[(&str, &str)] = &[("${", "}"), ("#{", "}"), ("{{", "}}"), ("<%=", "%>"), ("$(", ")"), ("@@", "@@")];

/// How deep defaults may hold references again.
const DEPTH: usize = 4;
/// How many references of one text are replaced; finding each costs a look at the rest.
const BUDGET: usize = 128;

/// The longest text that is looked through.
const LONGEST: usize = 16 * 1024;

struct State {
    reason: Option<Reason>,
    budget: usize,
}

/// Replaces the references in every text of a value: by their default, or by a hole.
pub(super) fn resolve(value: &Value) -> Value {
    let kind = match &value.kind {
        Kind::String(text) => return resolve_text(text, value),
        Kind::Map(map) => {
            let entries = map.entries.iter().map(|entry| Entry { value: resolve(&entry.value), ..entry.clone() });
            Kind::Map(Map { entries: entries.collect(), open: map.open.clone() })
        }
        Kind::List(list) => {
            Kind::List(List { items: list.items.iter().map(resolve).collect(), open: list.open.clone() })
        }
        _ => return value.clone(),
    };
    Value { kind, ..value.clone() }
}

fn resolve_text(text: &Arc<str>, value: &Value) -> Value {
    if text.len() > LONGEST || !MARKERS.iter().any(|(open, _)| text.contains(open)) {
        return value.clone();
    }
    let mut pieces = Vec::new();
    let mut state = State { reason: None, budget: BUDGET };
    split(text, &mut pieces, &mut state, 0);
    match state.reason {
        None => Value { kind: Kind::String(joined(&pieces).into()), ..value.clone() },
        Some(reason) => Value { trace: value.trace.clone(), ..Value::partial(reason, pieces, value.span) },
    }
}

fn joined(pieces: &[Piece]) -> String {
    let texts = pieces.iter().map(|piece| match piece {
        Piece::Text(text) => &**text,
        Piece::Hole(_) => "",
    });
    texts.collect()
}

fn push(pieces: &mut Vec<Piece>, text: &str) {
    if text.is_empty() {
        return;
    }
    match pieces.last_mut() {
        Some(Piece::Text(before)) => *before = format!("{before}{text}").into(),
        _ => pieces.push(Piece::Text(text.into())),
    }
}

fn split(text: &str, pieces: &mut Vec<Piece>, state: &mut State, depth: usize) {
    let mut rest = text;
    while let Some((at, open, close)) = next_marker(rest) {
        push(pieces, &rest[..at]);
        let inner = &rest[at + open.len()..];
        let Some(end) = closing(inner, open, close).filter(|_| depth < DEPTH && state.budget > 0) else {
            push(pieces, &rest[at..]);
            return;
        };
        state.budget -= 1;
        let (name, default) = reference(open, &inner[..end]);
        match default {
            Some(default) => split(&default, pieces, state, depth + 1),
            None => {
                state.reason.get_or_insert_with(|| Reason::Environment(name.into()));
                pieces.push(Piece::Hole(Vec::new()));
            }
        }
        rest = &inner[end + close.len()..];
    }
    push(pieces, rest);
}

fn next_marker(text: &str) -> Option<(usize, &'static str, &'static str)> {
    let found = MARKERS.iter().filter_map(|(open, close)| Some((text.find(open)?, *open, *close)));
    found.min_by_key(|(at, _, _)| *at)
}

/// Where a reference ends; one that holds others ends after them.
fn closing(inner: &str, open: &str, close: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    loop {
        let end = at + inner.get(at..)?.find(close)?;
        depth += inner[at..end].matches(open).count();
        if depth == 0 || open == close {
            return Some(end);
        }
        depth -= 1;
        at = end + close.len();
    }
}

/// The name of a reference and its default: `NAME:default`, `NAME:-default`, `ENV["X"] || "y"`.
fn reference<'t>(open: &str, inner: &'t str) -> (&'t str, Option<Cow<'t, str>>) {
    let inner = inner.trim();
    if open == "<%=" {
        return ruby(inner);
    }
    if matches!(open, "{{" | "$(" | "@@") {
        return (short(inner), None);
    }
    // Prefixes of secret stores and the environment: `${env:NAME}`, `${vault:path}`.
    let plain = inner.strip_prefix("env:").or_else(|| inner.strip_prefix("env.")).unwrap_or(inner);
    let end = plain.find(|char: char| !(char.is_ascii_alphanumeric() || matches!(char, '_' | '.' | '-')));
    let name = &plain[..end.unwrap_or(plain.len())];
    let tail = &plain[name.len()..];
    if matches!(name, "vault" | "secret" | "secrets" | "ssm" | "file" | "sys" | "systemd" | "aws" | "akv" | "kv") {
        return (short(inner), None);
    }
    // `NAME:` has an empty default, which is one.
    let default = tail.strip_prefix(':').or_else(|| tail.strip_prefix('-').map(|_| tail));
    let default = default.map(|text| text.strip_prefix('-').unwrap_or(text));
    let required = default.is_some_and(|text| text.starts_with('?') || text.starts_with('+'));
    (name, default.filter(|_| !required && !name.is_empty()).map(Cow::Borrowed))
}

/// `ENV["X"]`, `ENV.fetch("X", "default")`, `ENV.fetch("X") { "default" }`, `ENV["X"] || "default"`.
fn ruby(inner: &str) -> (&str, Option<Cow<'_, str>>) {
    let quoted = |text: &'_ str| -> Option<(usize, usize)> {
        let start = text.find(['"', '\''])?;
        let quote = text.as_bytes()[start];
        let end = text[start + 1..].bytes().position(|byte| byte == quote)? + start + 1;
        Some((start + 1, end))
    };
    let Some((start, end)) = quoted(inner).filter(|_| inner.contains("ENV")) else { return (short(inner), None) };
    let rest = &inner[end + 1..];
    let is_default = rest.contains("||") || rest.trim_start().starts_with(',') || rest.contains('{');
    let text = quoted(rest).map(|(start, end)| &rest[start..end]);
    let number = || rest.trim_matches(|char: char| !char.is_ascii_alphanumeric());
    let default = is_default.then(|| Cow::Borrowed(text.unwrap_or_else(number)));
    (&inner[start..end], default)
}

fn short(text: &str) -> &str {
    let end = text.char_indices().nth(60).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, Span};

    fn resolved(text: &str) -> Value {
        resolve(&Value::string(text, Span::top(FileId(0))))
    }

    #[test]
    fn defaults_are_taken() {
        let expected = [
            ("${A:x}", "x"),
            ("${A:-x}y", "xy"),
            ("${A:}", ""),
            ("jdbc:${DB:postgresql://${H:db}/x}?a", "jdbc:postgresql://db/x?a"),
            ("<%= ENV.fetch(\"A\") { 'x' } %>", "x"),
            ("<%= ENV['A'] || \"y\" %>", "y"),
            ("<%= ENV.fetch(\"N\", 5) %>", "5"),
            ("no $reference", "no $reference"),
            ("${open", "${open"),
        ];
        for (text, wanted) in expected {
            assert_eq!(resolved(text).as_str(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn names_without_default_are_holes() {
        let unknown = resolved("https://${HOST}/a/{{ b }}");
        let unknown = unknown.as_unknown().unwrap();
        assert_eq!(unknown.reason, Reason::Environment("HOST".into()));
        assert_eq!(unknown.prefix(), "https://");
        assert_eq!(unknown.pieces.len(), 4);
        for text in ["<%= ENV[\"A\"] %>", "${vault:secret/a}", "${A:?required}", "$(var)", "#{x}#", "@@x@@"] {
            assert!(resolved(text).as_unknown().is_some(), "{text}");
        }
    }

    #[test]
    fn hostile_texts_end() {
        resolved(&"${a:".repeat(50_000));
        resolved(&"${a:}".repeat(50_000));
        resolved(&format!("{}{}", "${a:".repeat(20_000), "}".repeat(20_000)));
        resolved("<%= ENV' %>");
    }
}
