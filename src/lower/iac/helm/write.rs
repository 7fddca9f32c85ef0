//! Values as YAML, byte for byte as Helm's `toYaml` writes them, with the places where they come from.

use std::cmp::Ordering;
use std::sync::LazyLock;

use regex::Regex;

use super::format::float_up_to;
use super::functions::too_deep;
use super::machine::{Answer, LEVELS, hole_text};
use super::text::{Builder, CLOSE, LINE, Mark, OPEN, Text};
use super::val::{Data, Val};

/// The column behind which a long text is broken at the next blank.
const WIDTH: usize = 80;

/// A value as YAML, without a line break at its end.
pub(super) fn write(val: &Val) -> Answer<Text> {
    let mut writer = Writer { out: Builder::default() };
    writer.value(val, 0, LEVELS)?;
    let text = writer.out.finish();
    let length = text.as_str().len();
    Ok(if text.as_str().ends_with('\n') { text.slice(0..length - 1) } else { text })
}

struct Writer {
    out: Builder,
}

impl Writer {
    fn push(&mut self, text: &str, val: &Val) {
        self.out.push(text, Mark { origin: val.origin, ..Mark::default() });
    }

    /// Writes a value on a line that is so far indented as given, or holds a dash so far in.
    fn value(&mut self, val: &Val, indent: usize, levels: usize) -> Answer<()> {
        let Some(levels) = levels.checked_sub(1) else { return Err(too_deep()) };
        match &val.data {
            Data::Map(dict) if dict.len() > 0 => {
                let mut entries = dict.entries();
                entries.sort_by(|a, b| natural(&a.0, &b.0));
                for (index, (key, val)) in entries.iter().enumerate() {
                    if index > 0 {
                        self.out.push(&" ".repeat(indent), Mark::default());
                    }
                    self.scalar(key, val, indent, true);
                    self.push(":", val);
                    self.entry(val, indent, levels)?;
                }
                if let Some(hole) = dict.open() {
                    let line = hole_text(hole).replace(CLOSE, &LINE.to_string());
                    self.out.push(&format!("{}{line}:\n", " ".repeat(indent)), Mark::default());
                }
                Ok(())
            }
            Data::List(list) if !list.items().is_empty() => {
                for (index, item) in list.items().iter().enumerate() {
                    if index > 0 {
                        self.out.push(&" ".repeat(indent), Mark::default());
                    }
                    self.push("- ", item);
                    match &item.data {
                        Data::Map(dict) if dict.len() > 0 => self.value(item, indent + 2, levels)?,
                        Data::List(list) if !list.items().is_empty() => self.value(item, indent + 2, levels)?,
                        _ => self.line(item, indent),
                    }
                }
                Ok(())
            }
            _ => {
                self.line(val, indent);
                Ok(())
            }
        }
    }

    /// Writes what comes behind a key's colon.
    fn entry(&mut self, val: &Val, indent: usize, levels: usize) -> Answer<()> {
        let inner = match &val.data {
            Data::Map(dict) if dict.len() > 0 => indent + 2,
            // A list stands as far left as its key.
            Data::List(list) if !list.items().is_empty() => indent,
            _ => {
                self.push(" ", val);
                self.line(val, indent);
                return Ok(());
            }
        };
        self.push("\n", val);
        self.out.push(&" ".repeat(inner), Mark::default());
        self.value(val, inner, levels)
    }

    /// Writes what fits a line, and ends it.
    fn line(&mut self, val: &Val, indent: usize) {
        match &val.data {
            Data::Text(text) => self.scalar(text.as_str(), val, indent, false),
            Data::Nil => self.push("null", val),
            Data::Bool(truth) => self.push(if *truth { "true" } else { "false" }, val),
            Data::Int(number) => self.push(&number.to_string(), val),
            Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e19 => {
                self.push(&format!("{number:.0}"), val)
            }
            Data::Float(number) => self.push(&float_up_to(*number, -4, 21), val),
            Data::List(_) => self.push("[]", val),
            Data::Map(_) | Data::Object(_) => self.push("{}", val),
            Data::Unknown(hole) => self.push(&hole_text(*hole), val),
        }
        self.out.push("\n", Mark::default());
    }

    fn scalar(&mut self, text: &str, val: &Val, indent: usize, is_key: bool) {
        let looks = Looks::of(text);
        let breaks = !is_key;
        if text.contains('\n') && looks.block && !is_key {
            return self.literal(text, val, indent + 2);
        }
        let resolves = !text.contains(OPEN) && (text.is_empty() || resolves(text));
        if text.contains('\n') || resolves || (!looks.plain && !looks.single) {
            self.double(text, val, indent + 2, breaks);
        } else if looks.plain {
            self.folded(text, val, indent + 2, breaks);
        } else {
            self.push("'", val);
            self.folded(&text.replace('\'', "''"), val, indent + 2, breaks);
            self.push("'", val);
        }
    }

    /// Writes a text, with a new line in place of the first blank behind the widest column.
    fn folded(&mut self, text: &str, val: &Val, indent: usize, breaks: bool) {
        if !breaks || self.column() + text.len() <= WIDTH {
            return self.push(text, val);
        }
        let mut column = self.column();
        let mut start = 0;
        let mut was_space = false;
        let bytes = text.as_bytes();
        for (at, letter) in text.char_indices() {
            let next_is_space = bytes.get(at + 1) == Some(&b' ');
            if letter == ' ' && !was_space && column > WIDTH && !next_is_space && at > 0 && at + 1 < text.len() {
                self.push(&text[start..at], val);
                self.push(&format!("\n{}", " ".repeat(indent)), val);
                start = at + 1;
                column = indent;
            } else {
                column += 1;
            }
            was_space = letter == ' ';
        }
        self.push(&text[start..], val);
    }

    fn column(&self) -> usize {
        self.out.as_str().rsplit('\n').next().unwrap_or("").chars().count()
    }

    fn double(&mut self, text: &str, val: &Val, indent: usize, breaks: bool) {
        self.push("\"", val);
        let mut out = String::new();
        let mut column = self.column();
        let mut was_space = false;
        for (at, letter) in text.char_indices() {
            let before = out.len();
            match letter {
                '"' => out.push_str("\\\""),
                '\\' => out.push_str("\\\\"),
                '\n' => out.push_str("\\n"),
                '\r' => out.push_str("\\r"),
                '\t' => out.push_str("\\t"),
                '\x07' => out.push_str("\\a"),
                '\x08' => out.push_str("\\b"),
                '\x0b' => out.push_str("\\v"),
                '\x0c' => out.push_str("\\f"),
                '\x1b' => out.push_str("\\e"),
                '\0' => out.push_str("\\0"),
                ' ' if breaks && !was_space && column > WIDTH && at > 0 && at + 1 < text.len() => {
                    out.push('\n');
                    out.push_str(&" ".repeat(indent));
                    if text[at + 1..].starts_with(' ') {
                        out.push('\\');
                    }
                    column = indent;
                    was_space = true;
                    continue;
                }
                letter if !is_printable(letter) => {
                    let code = u32::from(letter);
                    out.push_str(&if code <= 0xFF { format!("\\x{code:02X}") } else { format!("\\u{code:04X}") });
                }
                letter => out.push(letter),
            }
            was_space = letter == ' ';
            column += out[before..].chars().count();
        }
        self.push(&out, val);
        self.push("\"", val);
    }

    fn literal(&mut self, text: &str, val: &Val, indent: usize) {
        let mut header = "|".to_owned();
        if text.starts_with([' ', '\n']) {
            header.push('2');
        }
        if !text.ends_with('\n') {
            header.push('-');
        } else if text.ends_with("\n\n") || text == "\n" {
            header.push('+');
        }
        self.push(&header, val);
        let body = text.strip_suffix('\n').unwrap_or(text);
        for line in body.split('\n') {
            self.push("\n", val);
            if !line.is_empty() {
                self.push(&" ".repeat(indent), val);
                self.push(line, val);
            }
        }
    }
}

/// How a text may be written.
struct Looks {
    plain: bool,
    single: bool,
    block: bool,
}

impl Looks {
    fn of(text: &str) -> Self {
        let special = text.chars().any(|letter| letter != '\n' && !is_printable(letter));
        let space_break = text.contains(" \n");
        let break_space = text.contains("\n ");
        let edge = text.starts_with([' ', '\n']) || text.ends_with([' ', '\n']);
        let plain = !special && !space_break && !break_space && !edge && !text.contains('\n') && !indicates(text);
        Self {
            plain: plain && !text.is_empty(),
            single: !special && !space_break && !break_space,
            block: !special && !space_break && !text.ends_with(' '),
        }
    }
}

/// Whether a text without quotes would mean something else.
fn indicates(text: &str) -> bool {
    let blank = |letter: Option<char>| letter.is_none_or(|letter| matches!(letter, ' ' | '\t' | '\n' | '\r'));
    if text.starts_with("---") || text.starts_with("...") {
        return true;
    }
    let mut letters = text.chars();
    let second = || text.chars().nth(1);
    match letters.next() {
        Some('#' | ',' | '[' | ']' | '{' | '}' | '&' | '*' | '!' | '|' | '>' | '\'' | '"' | '%' | '@' | '`') => {
            return true;
        }
        Some('?' | ':' | '-') if blank(second()) => return true,
        _ => {}
    }
    let mut before = None;
    for (at, letter) in text.char_indices() {
        let next = || text[at + letter.len_utf8()..].chars().next();
        if (letter == ':' && blank(next()) && at > 0) || (letter == '#' && before.is_some() && blank(before)) {
            return true;
        }
        before = Some(letter);
    }
    false
}

fn is_printable(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\u{A0}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
        && letter != '\u{FEFF}'
}

/// Whether YAML 1.1 takes a text without quotes for something that is none.
fn resolves(text: &str) -> bool {
    #[expect(clippy::unwrap_used, reason = "a constant expression, held by a test")]
    static OTHER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(concat!(
            r"^(?:[-+]?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|[0-9]+)",
            r"|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?",
            r"|[-+]?[0-9][0-9]*(?::[0-5]?[0-9])+(?:\.[0-9]*)?",
            r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:\.[0-9]+)?(?:Z|[-+][0-9]{2}:[0-9]{2})?)?)$"
        ))
        .unwrap()
    });
    match text {
        "~" | "null" | "Null" | "NULL" | "true" | "True" | "TRUE" | "false" | "False" | "FALSE" => true,
        "y" | "Y" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" => true,
        "n" | "N" | "no" | "No" | "NO" | "off" | "Off" | "OFF" => true,
        ".nan" | ".NaN" | ".NAN" | ".inf" | ".Inf" | ".INF" | "+.inf" | "+.Inf" | "+.INF" | "-.inf" | "-.Inf"
        | "-.INF" => true,
        _ => {
            let is_number = text.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '+' | '-' | '.'));
            is_number && OTHER.is_match(&text.replace('_', ""))
        }
    }
}

/// The order of keys: letters behind everything else, runs of digits by their number.
fn natural(a: &str, b: &str) -> Ordering {
    let (left, right): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    for at in 0..left.len().min(right.len()) {
        let (l, r) = (left[at], right[at]);
        if l == r {
            continue;
        }
        match (l.is_alphabetic(), r.is_alphabetic()) {
            (true, true) => return l.cmp(&r),
            (true, false) => return Ordering::Greater,
            (false, true) => return Ordering::Less,
            (false, false) => {}
        }
        let mut start = 0u64;
        if l == '0' || r == '0' {
            let digits = left[..at].iter().rev().take_while(|letter| letter.is_ascii_digit());
            start = u64::from(digits.clone().any(|digit| *digit != '0'));
        }
        let run = |letters: &[char]| {
            let digits = letters[at..].iter().map_while(|letter| letter.to_digit(10));
            digits.fold((start, 0), |(number, count), digit| {
                (number.wrapping_mul(10).wrapping_add(u64::from(digit)), count + 1)
            })
        };
        return run(&left).cmp(&run(&right)).then(l.cmp(&r));
    }
    left.len().cmp(&right.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scalar(text: &str) -> String {
        write(&Val::str(text)).map(|text| text.as_str().to_owned()).unwrap_or_default()
    }

    #[test]
    fn texts_are_quoted_as_the_reference_does() {
        // As Helm 4.1.1 writes them.
        for (text, written) in [
            ("yes", "\"yes\""),
            ("", "\"\""),
            ("true", "\"true\""),
            ("12", "\"12\""),
            ("1e3", "\"1e3\""),
            ("a: b", "'a: b'"),
            ("a #b", "'a #b'"),
            ("*x", "'*x'"),
            ("a\nb\n", "|\n  a\n  b"),
            ("a\n  b", "|-\n  a\n    b"),
            (" x", "' x'"),
            ("x ", "'x '"),
            ("a\tb", "\"a\\tb\""),
            ("é", "é"),
            ("it's", "it's"),
            ("say \"x\"", "say \"x\""),
            ("- x", "'- x'"),
            ("~", "\"~\""),
            ("2024-01-01", "\"2024-01-01\""),
            ("0644", "\"0644\""),
            ("1_000", "\"1_000\""),
            ("1.5", "\"1.5\""),
            ("0x1f", "\"0x1f\""),
            ("12:30:45", "\"12:30:45\""),
            ("@x", "'@x'"),
            ("%x", "'%x'"),
            ("`x", "'`x'"),
            ("?x", "?x"),
            ("? x", "'? x'"),
            ("!x", "'!x'"),
            ("=", "="),
            ("<<", "<<"),
            ("a,b", "a,b"),
            ("a:b", "a:b"),
            ("http://x/", "http://x/"),
            ("a:", "'a:'"),
            ("1.2.3", "1.2.3"),
        ] {
            assert_eq!(scalar(text), written, "{text:?}");
        }
    }

    #[test]
    fn keys_are_in_natural_order() {
        let mut keys = ["b10", "b9", "a", "a b", "1", "B", "a-b", "a1", "_x"];
        keys.sort_by(|a, b| natural(a, b));
        assert_eq!(keys, ["_x", "1", "B", "a", "a b", "a-b", "a1", "b9", "b10"]);
    }

    #[test]
    fn what_has_no_end_is_refused() {
        let dict = super::super::val::Dict::default();
        dict.set("self", Val::new(Data::Map(dict.clone())));
        assert!(write(&Val::new(Data::Map(dict.clone()))).is_err());
        dict.remove("self");
    }
}
