//! Literals in a text of any language that is not parsed: quoted strings with the name that they
//! are given to, and the assignments of shells.
//!
//! This is no lexer: lines that are comments are left out, and what looks like a quoted string is
//! one. It is for scripts and for languages whose code is not lowered.

use std::sync::Arc;

use crate::source::{FileId, Span};

/// One literal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Literal {
    /// The name before it: a variable, a key, an argument; empty when there is none.
    pub name: Arc<str>,
    /// Its text.
    pub text: Arc<str>,
    /// Where, without its quotes.
    pub span: Span,
}

/// How much of a file is read; a file of generated data is no place for secrets of people.
const MOST: usize = 20_000;
/// The longest line that is read: longer ones are minified or data.
const LONGEST: usize = 4000;

/// Finds the literals of a text. In a shell, words such as `NAME=value` are literals too.
#[must_use]
pub fn literals(file: FileId, text: &str, shell: bool) -> Vec<Literal> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        // The header of a key stands in no quotes; what follows it shows that it is one.
        if line.starts_with("-----BEGIN ") {
            let next = text[start + line.len()..].lines().next().unwrap_or("");
            push(file, "", &text[start..start + line.len() + next.len().min(LONGEST)], start, &mut found);
            start += line.len();
            continue;
        }
        if line.len() <= LONGEST && !is_comment(line.trim_start()) && found.len() < MOST {
            quoted(file, line, start, &mut found);
            if shell {
                words(file, line, start, &mut found);
            }
        }
        start += line.len();
    }
    found
}

fn is_comment(line: &str) -> bool {
    ["--", "#", "//", "/*", "* ", "*/", ";", "<!--", "'''", "\"\"\"", "REM ", "rem ", "::"]
        .iter()
        .any(|start| line.starts_with(start))
        || line.trim_end() == "*"
}

fn quoted(file: FileId, line: &str, offset: usize, found: &mut Vec<Literal>) {
    let bytes = line.as_bytes();
    let mut at = 0;
    while let Some(open) = memchr::memchr3(b'"', b'\'', b'`', &bytes[at..]).map(|found| at + found) {
        let quote = bytes[open];
        let Some(close) = closing(bytes, open + 1, quote) else { break };
        let name = name_before(&line[..open]);
        push(file, name, &line[open + 1..close], offset + open + 1, found);
        at = close + 1;
    }
}

fn closing(bytes: &[u8], from: usize, quote: u8) -> Option<usize> {
    let mut at = from;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            byte if byte == quote => return Some(at),
            _ => at += 1,
        }
    }
    None
}

/// The name that a literal behind `before` is given to.
fn name_before(before: &str) -> &str {
    let before = before.trim_end();
    let assigned =
        ["=>", ":=", "==", "!=", "=", ":", ","].iter().find_map(|sign| Some((*sign, before.strip_suffix(sign)?)));
    let rest = match assigned {
        // A comparison gives nothing.
        Some(("==" | "!=", _)) => return "",
        // A call that sets something: `define('NAME', 'value')`, and no list of texts.
        Some((",", rest)) => {
            let call = rest.trim_end().trim_end_matches(['"', '\'']);
            let name = call.rfind(['"', '\'']).map_or("", |at| &call[..at]);
            let function = name.strip_suffix('(').map(str::trim_end);
            let called = function.is_some_and(|function| {
                function.ends_with(|char: char| char.is_alphanumeric())
                    && !function.to_ascii_lowercase().ends_with("values")
            });
            if !called {
                return "";
            }
            rest.trim_end()
        }
        Some((_, rest)) => rest.trim_end(),
        // SQL: `IDENTIFIED BY '…'`, `WITH PASSWORD '…'`.
        None => {
            let upper = before.to_ascii_uppercase();
            let sql = upper.ends_with("IDENTIFIED BY") || upper.ends_with(" PASSWORD");
            return if sql { "password" } else { "" };
        }
    };
    let rest = rest.trim_end_matches([']', ')']).trim_end_matches(['"', '\'', '`']);
    let start = rest
        .rfind(|char: char| !(char.is_ascii_alphanumeric() || matches!(char, '_' | '-' | '.')))
        .map_or(0, |at| at + rest[at..].chars().next().map_or(1, char::len_utf8));
    let name = rest[start..].trim_start_matches(['-', '.']);
    if name.len() > 80 { "" } else { name }
}

/// `NAME=value` and `--name=value` words that are not quoted.
fn words(file: FileId, line: &str, offset: usize, found: &mut Vec<Literal>) {
    let mut at = 0;
    for word in line.split_inclusive([' ', '\t', '\n', '\r', ';']) {
        let start = at;
        at += word.len();
        let word = word.trim_end_matches([' ', '\t', '\n', '\r', ';']);
        if word.contains(['"', '\'', '`']) {
            continue;
        }
        if let Some((name, value)) = word.split_once('=') {
            let plain = name.trim_start_matches('-');
            let named = !plain.is_empty()
                && plain.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'));
            if named && !value.is_empty() {
                push(file, plain, value, offset + start + name.len() + 1, found);
                continue;
            }
        }
        if word.contains("://") {
            push(file, "", word, offset + start, found);
        }
    }
}

fn push(file: FileId, name: &str, text: &str, start: usize, found: &mut Vec<Literal>) {
    if text.len() > 2 {
        found.push(Literal { name: name.into(), text: text.into(), span: Span::new(file, start..start + text.len()) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(text: &str, shell: bool) -> Vec<(String, String)> {
        let all = literals(FileId(0), text, shell);
        assert!(all.iter().all(|literal| text[literal.span.range()] == *literal.text));
        all.into_iter().map(|literal| (literal.name.to_string(), literal.text.to_string())).collect()
    }

    fn pair(name: &str, text: &str) -> (String, String) {
        (name.to_owned(), text.to_owned())
    }

    #[test]
    fn literals_have_the_name_before_them() {
        let text = "$pass = 'abc1';\ndefine('DB_PASSWORD', \"x\\\"yz\");\n'key' => 'v1x',\n  \"token\": \"tok\"\nif (a == \"b12\") {}\n// x = \"comment\"\nval url = `http://é`\nIDENTIFIED BY 'pw1'\n  ('a_pass', 'b12')\n";
        assert_eq!(
            pairs(text, false),
            [
                pair("pass", "abc1"),
                pair("", "DB_PASSWORD"),
                pair("DB_PASSWORD", "x\\\"yz"),
                pair("", "key"),
                pair("key", "v1x"),
                pair("", "token"),
                pair("token", "tok"),
                pair("", "b12"),
                pair("url", "http://é"),
                pair("password", "pw1"),
                pair("", "a_pass"),
                pair("", "b12"),
            ]
        );
    }

    #[test]
    fn shells_have_bare_assignments() {
        let text = "export DB_PASS=abc1; curl http://a.b/c --user=me \"$X\"\nPGPASSWORD=xyz psql\n# NO=comment\n";
        assert_eq!(
            pairs(text, true),
            [pair("DB_PASS", "abc1"), pair("", "http://a.b/c"), pair("user", "me"), pair("PGPASSWORD", "xyz")]
                .into_iter()
                .filter(|(_, text)| text.len() > 2)
                .collect::<Vec<_>>()
        );
    }

    #[test]
    fn private_keys_and_hostile_lines() {
        assert_eq!(pairs("-----BEGIN X KEY-----\nabc\n", false).len(), 1);
        pairs(&"\"'".repeat(50_000), true);
        pairs("é='ü\\", true);
        pairs(&format!("{}\"x\"", "a".repeat(5000)), false);
    }
}
