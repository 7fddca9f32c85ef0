//! The words of one action of a Go template.

use std::ops::Range;

use super::Mistake;

/// A word, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) token: Token,
    pub(super) at: Range<usize>,
    /// Whether blanks stand before it: `.a.b` is one field of another, `.a .b` are two arguments.
    pub(super) spaced: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Name(String),
    /// `.name`
    Field(String),
    /// `$name`, without the dollar sign.
    Variable(String),
    Dot,
    Text(String),
    Integer(i64),
    Float(f64),
    Open,
    Close,
    Pipe,
    Comma,
    Declare,
    Assign,
}

/// The words of the action whose inside starts at `from`, and where its closing braces start.
pub(super) fn words(text: &str, from: usize) -> Result<(Vec<Word>, usize), Mistake> {
    let bytes = text.as_bytes();
    let mut words = Vec::new();
    let mut at = from;
    let mut spaced = true;
    loop {
        let Some(byte) = bytes.get(at) else { return Err(Mistake::at(from, "an action is not closed")) };
        let rest = &text[at..];
        if rest.starts_with("}}") {
            return Ok((words, at));
        }
        // A trim marker needs a blank before it, or it is a sign.
        if spaced && rest.starts_with("-}}") {
            return Ok((words, at));
        }
        if byte.is_ascii_whitespace() {
            at += 1;
            spaced = true;
            continue;
        }
        let (token, length) = word(rest).map_err(|message| Mistake::at(at, message))?;
        words.push(Word { token, at: at..at + length, spaced });
        at += length;
        spaced = false;
    }
}

fn word(rest: &str) -> Result<(Token, usize), &'static str> {
    let name = |from: usize| -> &str {
        let tail = &rest[from..];
        &tail[..tail.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(tail.len())]
    };
    let mut letters = rest.chars();
    let first = letters.next().unwrap_or_default();
    let second = letters.next().unwrap_or_default();
    let one = |token| Ok((token, 1));
    match first {
        '(' => one(Token::Open),
        ')' => one(Token::Close),
        '|' => one(Token::Pipe),
        ',' => one(Token::Comma),
        '=' => one(Token::Assign),
        ':' if second == '=' => Ok((Token::Declare, 2)),
        '"' => quoted(rest),
        '`' => {
            let end = rest[1..].find('`').ok_or("a text is not closed")?;
            Ok((Token::Text(rest[1..=end].replace('\r', "")), end + 2))
        }
        '\'' => letter(rest),
        '$' => {
            let name = name(1);
            Ok((Token::Variable(name.to_owned()), 1 + name.len()))
        }
        '.' if !second.is_ascii_digit() => {
            let name = name(1);
            let token = if name.is_empty() { Token::Dot } else { Token::Field(name.to_owned()) };
            Ok((token, 1 + name.len()))
        }
        '0'..='9' | '.' | '+' | '-' => number(rest),
        first if first.is_alphabetic() || first == '_' => {
            let name = name(0);
            Ok((Token::Name(name.to_owned()), name.len()))
        }
        _ => Err("an action has a character that means nothing there"),
    }
}

fn quoted(rest: &str) -> Result<(Token, usize), &'static str> {
    let mut text = String::new();
    let mut letters = rest.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return Ok((Token::Text(text), at + 1)),
            '\n' => break,
            '\\' => text.push(escaped(&mut letters).ok_or("a text has an escape that means nothing")?),
            letter => text.push(letter),
        }
    }
    Err("a text is not closed")
}

fn letter(rest: &str) -> Result<(Token, usize), &'static str> {
    let wrong = "a character is not closed";
    let mut letters = rest.char_indices().skip(1);
    let letter = match letters.next().ok_or(wrong)?.1 {
        '\\' => escaped(&mut letters).ok_or(wrong)?,
        letter => letter,
    };
    let (end, close) = letters.next().ok_or(wrong)?;
    if close == '\'' { Ok((Token::Integer(i64::from(u32::from(letter))), end + 1)) } else { Err(wrong) }
}

fn escaped(letters: &mut impl Iterator<Item = (usize, char)>) -> Option<char> {
    let kind = letters.next()?.1;
    let mut code = |digits: u32, radix: u32, first: u32| {
        let mut code = first;
        for _ in 0..digits {
            code = code.checked_mul(radix)?.checked_add(letters.next()?.1.to_digit(radix)?)?;
        }
        char::from_u32(code)
    };
    Some(match kind {
        'a' => '\x07',
        'b' => '\x08',
        'f' => '\x0c',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\x0b',
        '\\' | '\'' | '"' => kind,
        'x' => code(2, 16, 0)?,
        'u' => code(4, 16, 0)?,
        'U' => code(8, 16, 0)?,
        '0'..='7' => code(2, 8, kind.to_digit(8)?)?,
        _ => return None,
    })
}

fn number(rest: &str) -> Result<(Token, usize), &'static str> {
    let wrong = "a number is none";
    let sign = usize::from(rest.starts_with(['+', '-']));
    let hexadecimal = rest[sign..].starts_with("0x") || rest[sign..].starts_with("0X");
    let mut end = sign;
    let bytes = rest.as_bytes();
    while let Some(byte) = bytes.get(end) {
        let exponent = !hexadecimal && end > 0 && matches!(bytes[end - 1], b'e' | b'E');
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_') || (exponent && matches!(byte, b'+' | b'-')) {
            end += 1;
        } else {
            break;
        }
    }
    let negative = rest.starts_with('-');
    let digits = rest[sign..end].replace('_', "");
    let lower = digits.to_ascii_lowercase();
    let radix = match lower.as_bytes() {
        [b'0', b'x', ..] => Some((16, 2)),
        [b'0', b'o', ..] => Some((8, 2)),
        [b'0', b'b', ..] => Some((2, 2)),
        [b'0', b'0'..=b'7', ..] if lower.bytes().all(|byte| byte.is_ascii_digit()) => Some((8, 1)),
        _ => None,
    };
    let token = match radix {
        Some((radix, skip)) => {
            let number = i64::from_str_radix(&lower[skip..], radix).map_err(|_| wrong)?;
            Token::Integer(if negative { -number } else { number })
        }
        None if lower.contains(['.', 'e']) => {
            let number: f64 = lower.parse().map_err(|_| wrong)?;
            Token::Float(if negative { -number } else { number })
        }
        None => {
            let signed = if negative { format!("-{lower}") } else { lower };
            Token::Integer(signed.parse().map_err(|_| wrong)?)
        }
    };
    Ok((token, end))
}
