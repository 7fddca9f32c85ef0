//! The words of an instruction: split as the builder splits them, with quotes left as written.

use super::Word;
use super::line::Line;

/// Splits a range of a line at white space outside quotes. The words keep their quotes and escapes,
/// as only the meaning of the instruction tells whether they are to be taken off.
pub fn split(line: &Line, from: usize, escape: char) -> Vec<Word> {
    let mut words = Vec::new();
    let mut at = from;
    loop {
        let (start, end) = next(&line.text, at, escape);
        if start == end {
            return words;
        }
        words.push(word(line, start..end));
        at = end;
    }
}

/// Start and end of the next word from an offset on; both at the end of the text when there is none.
pub fn next(text: &str, from: usize, escape: char) -> (usize, usize) {
    let rest = text.get(from..).unwrap_or("");
    let start = text.len() - rest.trim_start().len();
    let mut quote = None;
    let mut chars = text[start..].char_indices();
    while let Some((at, char)) = chars.next() {
        if char == escape && quote != Some('\'') {
            chars.next();
        } else if quote == Some(char) {
            quote = None;
        } else if quote.is_none() && (char == '"' || char == '\'') {
            quote = Some(char);
        } else if quote.is_none() && char.is_whitespace() {
            return (start, start + at);
        }
    }
    (start, text.len())
}

/// A range of a line as a word.
pub fn word(line: &Line, range: std::ops::Range<usize>) -> Word {
    let text = line.text.get(range.clone()).unwrap_or("").to_owned();
    Word { text, span: line.span(range) }
}

/// The items of a JSON array of strings that is all there is from an offset of the line on; none when
/// it is not one. The spans are those of the literals, with their quotes.
pub fn json(line: &Line, from: usize) -> Option<Vec<Word>> {
    let text = line.text.get(from..)?;
    let mut rest = text.trim_start().strip_prefix('[')?.trim_start();
    let mut words = Vec::new();
    if let Some(end) = rest.strip_prefix(']') {
        return end.trim().is_empty().then_some(words);
    }
    loop {
        let start = line.text.len() - rest.len();
        let length = literal(rest)?;
        let text = serde_json::from_str(&rest[..length]).ok()?;
        words.push(Word { text, span: line.span(start..start + length) });
        rest = rest[length..].trim_start();
        if let Some(next) = rest.strip_prefix(',') {
            rest = next.trim_start();
        } else {
            return rest.strip_prefix(']')?.trim().is_empty().then_some(words);
        }
    }
}

/// The length of the JSON string at the start of a text, quotes included.
fn literal(text: &str) -> Option<usize> {
    let mut bytes = text.bytes().enumerate();
    bytes.next().filter(|(_, first)| *first == b'"')?;
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'\\' => drop(bytes.next()),
            b'"' => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// A here-document that a word announces: its name, whether tabs are taken off its lines, and whether
/// its text is literal.
pub struct Announced {
    pub name: String,
    pub strip_tabs: bool,
    pub literal: bool,
}

/// Reads a word like `<<EOF`, `3<<-"EOF"`.
pub fn heredoc(word: &str) -> Option<Announced> {
    let rest = word.trim_start_matches(|char: char| char.is_ascii_digit()).strip_prefix("<<")?;
    let (strip_tabs, rest) = rest.strip_prefix('-').map_or((false, rest), |rest| (true, rest));
    if rest.is_empty() || rest.contains('<') {
        return None;
    }
    let name: String = rest.chars().filter(|char| !matches!(char, '"' | '\'' | '\\')).collect();
    let literal = name.len() != rest.len();
    (!name.is_empty()).then_some(Announced { name, strip_tabs, literal })
}
