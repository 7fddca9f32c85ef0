//! `setup.cfg` and `setup.py`, which is read for the lists that are written out and never run.

use crate::model::Signal;

use super::super::is_development;
use super::super::lines::{Line, lines};
use super::super::manifest::{For, Manifest};
use super::{add, requirement};

/// Requirements are the indented lines under a key of `[options]`, or under an extra's name.
pub fn cfg(manifest: &mut Manifest<'_>) {
    let mut section = "";
    let mut whom = None;
    for line in lines(manifest.text()) {
        let word = line.trimmed();
        if word.text.starts_with(['#', ';']) || word.text.is_empty() {
            continue;
        }
        if line.indent() > 0 {
            if let Some(whom) = whom {
                add(manifest, word.before(" #"), whom, true);
            }
        } else if let Some(header) = word.text.strip_prefix('[') {
            section = header.split(']').next().unwrap_or(header);
            whom = None;
        } else if let Some(mark) = word.text.find(['=', ':']) {
            whom = of_key(section, word.text[..mark].trim_end());
            let rest = Line { start: word.start + mark + 1, text: &word.text[mark + 1..] }.trimmed();
            if let Some(whom) = whom {
                add(manifest, rest, whom, true);
            }
        }
    }
}

fn of_key(section: &str, key: &str) -> Option<For> {
    match (section, key) {
        ("options", "install_requires") => Some(For::Product),
        ("options", "tests_require") => Some(For::Development),
        ("options.extras_require", extra) => Some(For::development(is_development(extra))),
        _ => None,
    }
}

/// A piece of Python that matters here.
enum Token<'t> {
    Name(&'t str),
    /// The text between the quotes.
    String(Line<'t>),
    Mark(u8),
}

/// Looks for `install_requires=[…]` and its like; strings in the brackets are requirements, keys of a dictionary extras.
pub fn script(manifest: &mut Manifest<'_>) {
    let tokens = tokens(manifest.text());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        let Token::Name(name) = token else { continue };
        let whom = match *name {
            "install_requires" | "extras_require" => For::Product,
            "tests_require" => For::Development,
            _ => continue,
        };
        if matches!(tokens.get(at), Some(Token::Mark(b'='))) {
            at = list(manifest, &tokens, at + 1, whom);
        }
    }
}

/// Reads one bracketed value, and answers where it ends.
fn list(manifest: &mut Manifest<'_>, tokens: &[Token<'_>], mut at: usize, mut whom: For) -> usize {
    let mut depth = 0_usize;
    while let Some(token) = tokens.get(at) {
        match token {
            Token::Mark(b'[' | b'(' | b'{') => depth += 1,
            Token::Mark(b']' | b')' | b'}') => depth = depth.saturating_sub(1),
            Token::String(written) if matches!(tokens.get(at + 1), Some(Token::Mark(b':'))) => {
                whom = For::development(is_development(written.text));
            }
            Token::String(written) => {
                if let Some((skip, name)) = requirement(written.text) {
                    manifest.add(Signal::Pypi, name, manifest.span(written.start + skip, name.len()), whom);
                }
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
        at += 1;
    }
    at
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'#' => at += text[at..].find('\n').unwrap_or(text.len() - at),
            b'"' | b'\'' => {
                let (token, end) = string(text, at);
                tokens.push(Token::String(token));
                at = end;
            }
            b if b.is_ascii_alphabetic() || *b == b'_' => {
                let rest = &bytes[at..];
                let length = rest.iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count();
                tokens.push(Token::Name(&text[at..at + length]));
                at += length;
            }
            b'[' | b']' | b'(' | b')' | b'{' | b'}' | b'=' | b':' => {
                tokens.push(Token::Mark(*byte));
                at += 1;
            }
            _ => at += 1,
        }
    }
    tokens
}

/// The string that opens at a quote, and where the text goes on after it.
fn string(text: &str, open: usize) -> (Line<'_>, usize) {
    let quote = &text[open..=open];
    let triple = quote.repeat(3);
    let quote = if text[open..].starts_with(&triple) { triple.as_str() } else { quote };
    let start = open + quote.len();
    let mut at = start;
    while let Some(byte) = text.as_bytes().get(at) {
        if text.as_bytes()[at..].starts_with(quote.as_bytes()) {
            break;
        }
        // A string of one line that is not closed ends with the line.
        if *byte == b'\n' && quote.len() == 1 {
            break;
        }
        at += if *byte == b'\\' { 2 } else { 1 };
    }
    let end = at.min(text.len());
    // An escape may have led into the middle of a character.
    let inner = text.get(start..end).unwrap_or("");
    let next = (end + quote.len()..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    (Line { start, text: inner }, next)
}
