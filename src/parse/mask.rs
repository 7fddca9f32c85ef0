//! Template actions in formats of lines: `{{ … }}`, `{% … %}`, `<% … %>`.
//!
//! They are covered by as many bytes, so that every offset stays: an expression by [`MASK`]s, which
//! then are a part of a word, anything else by blanks. A file that has them is not what a server
//! reads, but most of its lines are.

use std::borrow::Cow;

/// Covers each byte of an expression.
pub const MASK: char = '\u{1}';

/// The longest action that is looked for.
const LONGEST: usize = 2000;

/// Openings of actions with their ends, and whether they are ever an expression.
const ACTIONS: &[(&str, &str, bool)] =
    &[("{{", "}}", true), ("{%", "%}", false), ("{#", "#}", false), ("<%", "%>", true)];

/// A text with its actions covered.
pub struct Masked<'t> {
    /// As long as the text that it was made of.
    pub text: Cow<'t, str>,
    /// Whether there are actions that may put in or leave out lines.
    pub unrendered: bool,
}

/// Covers the actions of a text.
#[must_use]
pub fn mask(text: &str) -> Masked<'_> {
    if !ACTIONS.iter().any(|(open, _, _)| text.contains(open)) {
        return Masked { text: Cow::Borrowed(text), unrendered: false };
    }
    let mut bytes = text.as_bytes().to_vec();
    let mut unrendered = false;
    let mut at = 0;
    while let Some(found) = memchr::memchr2(b'{', b'<', &text.as_bytes()[at..]) {
        let start = at + found;
        at = start + 1;
        let Some((open, close, may_be_expression)) =
            ACTIONS.iter().find(|(open, _, _)| text[start..].starts_with(open))
        else {
            continue;
        };
        let limit = text.len().min(start + LONGEST);
        let inside = &text.as_bytes()[start + open.len()..limit];
        let Some(length) = memchr::memmem::find(inside, close.as_bytes()) else { continue };
        let end = start + open.len() + length + close.len();
        let inner = text.get(start + open.len()..end - close.len()).unwrap_or("");
        let expression = *may_be_expression && is_expression(open, inner) && !alone(text, start, end);
        unrendered |= !expression;
        let cover = if expression { MASK as u8 } else { b' ' };
        for byte in bytes[start..end].iter_mut().filter(|byte| !matches!(**byte, b'\n' | b'\r')) {
            *byte = cover;
        }
        at = end;
    }
    // Whole characters were replaced by ASCII, as actions start and end at ASCII.
    match String::from_utf8(bytes) {
        Ok(covered) => Masked { text: Cow::Owned(covered), unrendered },
        Err(_) => Masked { text: Cow::Borrowed(text), unrendered },
    }
}

fn is_expression(open: &str, inner: &str) -> bool {
    if open == "<%" {
        return inner.starts_with('=');
    }
    let inner = inner.trim_start_matches(['-', '~']).trim_start();
    let word = inner.split(|char: char| !char.is_alphanumeric()).next().unwrap_or("");
    let control = ["if", "else", "end", "range", "with", "define", "block", "for", "endif", "endfor", "unless", "each"];
    !control.contains(&word) && !inner.starts_with(['#', '/', '!', '^', '>']) && !inner.contains(":=")
}

/// Whether nothing else stands on the lines of an action: it puts in whole lines then.
fn alone(text: &str, start: usize, end: usize) -> bool {
    let near = start.saturating_sub(200);
    let before = text.as_bytes()[near..start].iter().rev().take_while(|byte| !matches!(byte, b'\n' | b'\r'));
    let after = text.as_bytes()[end..].iter().take(200).take_while(|byte| !matches!(byte, b'\n' | b'\r'));
    before.chain(after).all(u8::is_ascii_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_stay_words_and_the_rest_becomes_blanks() {
        let text =
            "{{ if .Env.X -}}\nlisten {{ .Port }} ssl;\n{{- end }}\n{% for a in b %}x{% endfor %}\n<%= y %>:<% z %>\n";
        let masked = mask(text);
        assert!(masked.unrendered);
        assert_eq!(masked.text.len(), text.len());
        let lines: Vec<&str> = masked.text.lines().map(str::trim).collect();
        assert_eq!(lines[1].replace(MASK, "m"), "listen mmmmmmmmmmm ssl;");
        assert_eq!((lines[0], lines[2], lines[3]), ("", "", "x"));
        assert!(lines[4].starts_with(MASK));
    }

    #[test]
    fn an_expression_of_its_own_lines_leaves_the_file_open() {
        assert!(mask("a {\n  {{ include \"x\" }}\n}").unrendered);
        assert!(!mask("a {{ x }};").unrendered);
        assert!(!mask("a { b } <c>").unrendered);
    }

    #[test]
    fn hostile_texts_end() {
        for text in ["{{".repeat(5_000), "{{é".repeat(5_000), "{{é}}<%ü%>".repeat(10_000), "{".to_owned()] {
            assert_eq!(mask(&text).text.len(), text.len());
        }
    }
}
