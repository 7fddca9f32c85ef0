//! Values as text, the way Go's `fmt` writes them.

use super::machine::{LEVELS, hole_text};
use super::text::{Builder, Mark, Text};
use super::val::{Data, Object, Val};

/// The version of Kubernetes that is assumed.
pub(super) const KUBERNETES: &str = "v1.35.0";
/// The widest that a verb may make a value.
const WIDTH: usize = 1000;

/// A value as `%v` writes it.
pub(super) fn show(val: &Val) -> Text {
    match &val.data {
        Data::Text(text) => text.clone(),
        _ => {
            let mut text = String::new();
            write(val, LEVELS, &mut text);
            Text::plain(text)
        }
    }
}

/// A value as a function of the library makes it a text: nothing is nothing.
pub(super) fn text(val: &Val) -> Text {
    if val.is_nil() { Text::plain("") } else { with_origin(val) }
}

/// A value's text that says where it comes from.
pub(super) fn with_origin(val: &Val) -> Text {
    let shown = show(val);
    if val.origin.is_none() {
        return shown;
    }
    let mut builder = Builder::default();
    builder.push_text(&shown, Mark { origin: val.origin, ..Mark::default() });
    builder.finish()
}

fn write(val: &Val, levels: usize, out: &mut String) {
    let Some(levels) = levels.checked_sub(1) else { return };
    match &val.data {
        Data::Nil => out.push_str("<nil>"),
        Data::Bool(truth) => out.push_str(if *truth { "true" } else { "false" }),
        Data::Int(number) => out.push_str(&number.to_string()),
        Data::Float(number) => out.push_str(&float(*number)),
        Data::Text(text) => out.push_str(text.as_str()),
        Data::List(list) => {
            out.push('[');
            for (index, item) in list.items().iter().enumerate() {
                if index > 0 {
                    out.push(' ');
                }
                write(item, levels, out);
            }
            out.push(']');
        }
        Data::Map(dict) => {
            out.push_str("map[");
            for (index, (key, val)) in dict.entries().iter().enumerate() {
                if index > 0 {
                    out.push(' ');
                }
                out.push_str(key);
                out.push(':');
                write(val, levels, out);
            }
            out.push(']');
        }
        Data::Unknown(hole) => out.push_str(&hole_text(*hole)),
        Data::Object(Object::Files(_)) => out.push_str("map[]"),
        Data::Object(Object::ApiVersions) => out.push_str("[]"),
        Data::Object(Object::KubeVersion) => out.push_str(KUBERNETES),
    }
}

/// The digits of a number and the power of ten of the first.
fn digits(number: f64) -> (String, i32) {
    let written = format!("{:e}", number.abs());
    let (mantissa, exponent) = written.split_once('e').unwrap_or((&written, "0"));
    (mantissa.replace('.', ""), exponent.parse().unwrap_or(0))
}

/// A number, in scientific notation from which powers of ten on.
pub(super) fn float_up_to(number: f64, smallest: i32, largest: i32) -> String {
    if !number.is_finite() {
        return if number.is_nan() {
            "NaN"
        } else if number > 0.0 {
            "+Inf"
        } else {
            "-Inf"
        }
        .to_owned();
    }
    let (digits, exponent) = digits(number);
    if number != 0.0 && (exponent < smallest || exponent >= largest) {
        let sign = if number < 0.0 { "-" } else { "" };
        let rest = if digits.len() > 1 { format!(".{}", &digits[1..]) } else { String::new() };
        let (direction, power) = if exponent < 0 { ('-', -exponent) } else { ('+', exponent) };
        return format!("{sign}{}{rest}e{direction}{power:02}", &digits[..1]);
    }
    number.to_string()
}

/// A number as `%v` writes it.
pub(super) fn float(number: f64) -> String {
    float_up_to(number, -4, 6)
}

/// `printf`
pub(super) fn printf(format: &Text, args: &[Val]) -> Text {
    let mut out = Builder::default();
    let text = format.as_str();
    let mut next = 0;
    let mut at = 0;
    while let Some(percent) = text[at..].find('%').map(|found| at + found) {
        out.push_slice(format, at..percent, Mark::default());
        let rest = &text[percent + 1..];
        let length = rest.find(|c: char| !matches!(c, '0'..='9' | '.' | '-' | '+' | ' ' | '#')).unwrap_or(rest.len());
        let flags = &rest[..length];
        let Some(verb) = rest[length..].chars().next() else {
            out.push("%!(NOVERB)", Mark::default());
            at = text.len();
            break;
        };
        at = percent + 1 + length + verb.len_utf8();
        if verb == '%' {
            out.push("%", Mark::default());
            continue;
        }
        let Some(arg) = args.get(next) else {
            out.push(&format!("%!{verb}(MISSING)"), Mark::default());
            continue;
        };
        next += 1;
        let mark = Mark { origin: arg.origin, ..Mark::default() };
        match (verb, arg.hole()) {
            ('s' | 'v', None) if flags.is_empty() && arg.as_text().is_some() => out.push_text(&show(arg), mark),
            ('q', Some(_)) => {
                out.push("\"", Mark::default());
                out.push_text(&show(arg), mark);
                out.push("\"", Mark::default());
            }
            (_, Some(_)) => out.push_text(&show(arg), mark),
            _ => out.push(&pad(&verbatim(verb, flags, arg), flags), mark),
        }
    }
    out.push_slice(format, at..text.len(), Mark::default());
    if next < args.len() && args[next..].iter().all(|arg| arg.hole().is_none()) {
        let extra: Vec<String> = args[next..]
            .iter()
            .map(
                |arg| {
                    if arg.is_nil() { "<nil>".to_owned() } else { format!("{}={}", go_type(arg), show(arg).as_str()) }
                },
            )
            .collect();
        out.push(&format!("%!(EXTRA {})", extra.join(", ")), Mark::default());
    }
    out.finish()
}

fn go_type(val: &Val) -> &'static str {
    match &val.data {
        Data::Int(_) => "int",
        _ => val.type_name(),
    }
}

/// A value as a verb writes it, without padding.
fn verbatim(verb: char, flags: &str, val: &Val) -> String {
    let precision = flags.split_once('.').map(|(_, digits)| digits.parse::<usize>().unwrap_or(0).min(WIDTH));
    let wrong = || {
        if val.is_nil() {
            format!("%!{verb}(<nil>)")
        } else {
            format!("%!{verb}({}={})", go_type(val), show(val).as_str())
        }
    };
    match (verb, &val.data) {
        ('v', _) => {
            let text = show(val);
            if flags.contains('+') && matches!(val.data, Data::Int(_)) {
                format!("{:+}", as_int(val))
            } else {
                text.as_str().to_owned()
            }
        }
        ('T', _) => go_type(val).to_owned(),
        ('s', Data::Text(text)) => {
            let text = text.as_str();
            precision.map_or(text.to_owned(), |most| text.chars().take(most).collect())
        }
        ('s', Data::List(_) | Data::Map(_)) => show(val).as_str().to_owned(),
        ('q', Data::Text(text)) => quoted(text.as_str()),
        ('q', Data::List(list)) => {
            let items: Vec<String> = list.items().iter().map(|item| verbatim('q', flags, item)).collect();
            format!("[{}]", items.join(" "))
        }
        ('d', Data::Int(number)) if flags.contains('+') => format!("{number:+}"),
        ('d', Data::Int(number)) => number.to_string(),
        ('x', Data::Int(number)) => format!("{number:x}"),
        ('X', Data::Int(number)) => format!("{number:X}"),
        ('o', Data::Int(number)) => format!("{number:o}"),
        ('b', Data::Int(number)) => format!("{number:b}"),
        ('c', Data::Int(number)) => {
            u32::try_from(*number).ok().and_then(char::from_u32).map_or(String::new(), String::from)
        }
        ('x', Data::Text(text)) => text.as_str().bytes().map(|byte| format!("{byte:02x}")).collect(),
        ('t', Data::Bool(truth)) => truth.to_string(),
        ('f' | 'F', Data::Float(number)) => format!("{number:.*}", precision.unwrap_or(6)),
        ('g', Data::Float(number)) => float(*number),
        ('e', Data::Float(number)) => {
            let written = format!("{number:.*e}", precision.unwrap_or(6));
            let (mantissa, exponent) = written.split_once('e').unwrap_or((&written, "0"));
            let power: i32 = exponent.parse().unwrap_or(0);
            format!("{mantissa}e{}{:02}", if power < 0 { '-' } else { '+' }, power.abs())
        }
        _ => wrong(),
    }
}

fn as_int(val: &Val) -> i64 {
    if let Data::Int(number) = val.data { number } else { 0 }
}

fn pad(text: &str, flags: &str) -> String {
    let left = flags.contains('-');
    let digits = flags.trim_start_matches(['-', '+', ' ', '#']);
    let zeros = digits.starts_with('0');
    let width = digits.split('.').next().unwrap_or("").parse::<usize>().unwrap_or(0).min(WIDTH);
    let missing = width.saturating_sub(text.chars().count());
    if left {
        format!("{text}{}", " ".repeat(missing))
    } else if zeros {
        let (sign, digits) = if text.starts_with(['-', '+']) { text.split_at(1) } else { ("", text) };
        format!("{sign}{}{digits}", "0".repeat(missing))
    } else {
        format!("{}{text}", " ".repeat(missing))
    }
}

/// A text as Go quotes it.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\x07' => out.push_str("\\a"),
            '\x08' => out.push_str("\\b"),
            '\x0c' => out.push_str("\\f"),
            '\x0b' => out.push_str("\\v"),
            letter if letter.is_control() => {
                let code = u32::from(letter);
                out.push_str(&if code < 0x80 { format!("\\x{code:02x}") } else { format!("\\u{code:04x}") });
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

/// Like [`quoted`], for a text that has marks: those of a text without anything to escape are kept.
pub(super) fn quoted_text(text: &Text) -> Text {
    let mut builder = Builder::default();
    builder.push("\"", Mark::default());
    let plain = !text.as_str().chars().any(|letter| letter == '"' || letter == '\\' || letter.is_control());
    if plain {
        builder.push_text(text, Mark::default());
    } else {
        let quoted = quoted(text.as_str());
        builder.push(&quoted[1..quoted.len() - 1], text.mark(0));
    }
    builder.push("\"", Mark::default());
    builder.finish()
}
