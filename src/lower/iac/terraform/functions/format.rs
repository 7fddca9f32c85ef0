//! `format` and `formatlist`: text with verbs, as Terraform's own formatter writes them.

use crate::model::{Form, Kind, List, Reason, Value};
use crate::source::Span;

use super::super::numbers::is_exact;
use super::super::template::{LONGEST_TEXT, TextBuilder};
use super::super::types::{numeric, truth};
use super::super::values::{
    find_unknown, is_mistake, limit, mistake, number_text, scalar_text, unevaluated, unknown_of,
};
use super::encoding::{json_text, quoted};
use super::{Args, no_answer, text};

/// Columns that one verb may take.
const WIDEST: usize = 256;

/// What the function makes of its arguments; nothing when it is not of these.
pub(super) fn call(name: &str, args: Args<'_>, span: Span) -> Option<Value> {
    if !matches!(name, "format" | "formatlist") {
        return None;
    }
    let Some(pattern) = text(args, 0) else { return Some(no_answer(name, args, span)) };
    let values: Vec<&Value> = args[1..].iter().map(|arg| &**arg).collect();
    Some(if name == "format" { formatted(&pattern, &values, span) } else { format_list(&pattern, args, &values, span) })
}

/// `formatlist`: formats once for each item of its lists.
fn format_list(pattern: &str, args: Args<'_>, values: &[&Value], span: Span) -> Value {
    let list =
        |value: &'_ Value| value.as_list().filter(|_| !matches!(value.form(), Some(Form::Json | Form::Yaml))).cloned();
    let lists: Vec<Option<List>> = values.iter().map(|value| list(value)).collect();
    let is_open = values.iter().any(|value| unknown_of(value).is_some_and(|unknown| unknown.pieces.is_empty()));
    let mut lengths = lists.iter().flatten().map(|list| list.items.len());
    let length = lengths.next().unwrap_or(1);
    let differ = lengths.any(|other| other != length);
    if is_open || differ {
        return no_answer("formatlist", args, span);
    }
    let mut left = 4 * LONGEST_TEXT;
    let items: Vec<Value> = (0..length)
        .map_while(|index| {
            let row: Vec<&Value> = lists
                .iter()
                .zip(values)
                .map(|(list, value)| list.as_ref().and_then(|list| list.items.get(index)).unwrap_or(value))
                .collect();
            let item = formatted(pattern, &row, span);
            left = left.checked_sub(pattern.len() + item.as_str().map_or(0, str::len))?;
            Some(item)
        })
        .collect();
    if items.len() < length {
        return limit(span);
    }
    match items.iter().find(|item| is_mistake(item)) {
        Some(mistaken) => mistaken.clone(),
        None => Value::list(items, span),
    }
}

/// A verb and what stands before it.
#[derive(Default)]
struct Verb {
    minus: bool,
    plus: bool,
    space: bool,
    zero: bool,
    sharp: bool,
    width: usize,
    precision: Option<usize>,
    /// The number of its argument, when it is written.
    argument: Option<usize>,
    letter: char,
}

impl Verb {
    /// The verb behind a percent sign, and the text behind it.
    fn read(text: &str) -> Option<(Self, &str)> {
        let mut verb = Self::default();
        let mut rest = text;
        loop {
            let flag = match rest.chars().next()? {
                '-' => &mut verb.minus,
                '+' => &mut verb.plus,
                ' ' => &mut verb.space,
                '0' => &mut verb.zero,
                '#' => &mut verb.sharp,
                _ => break,
            };
            *flag = true;
            rest = &rest[1..];
        }
        let digits = |text: &str| text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
        let end = digits(rest);
        if end > 0 {
            verb.width = rest[..end].parse().ok().filter(|width| *width <= WIDEST)?;
            rest = &rest[end..];
        }
        if let Some(behind) = rest.strip_prefix('.') {
            let end = digits(behind);
            verb.precision = Some(if end == 0 { 0 } else { behind[..end].parse().ok().filter(|it| *it <= WIDEST)? });
            rest = &behind[end..];
        }
        if let Some(behind) = rest.strip_prefix('[') {
            let (number, behind) = behind.split_once(']')?;
            verb.argument = Some(number.parse::<usize>().ok().filter(|number| *number > 0)? - 1);
            rest = behind;
        }
        verb.letter = rest.chars().next()?;
        let rest = &rest[verb.letter.len_utf8()..];
        Some((verb, rest))
    }

    fn padded(&self, text: &str) -> String {
        let missing = self.width.saturating_sub(text.chars().count());
        if self.minus {
            return format!("{text}{}", " ".repeat(missing));
        }
        if self.zero {
            let sign = usize::from(text.starts_with(['-', '+', ' ']));
            return format!("{}{}{}", &text[..sign], "0".repeat(missing), &text[sign..]);
        }
        format!("{}{text}", " ".repeat(missing))
    }

    fn signed(&self, number: f64, digits: String) -> String {
        let sign = match (number.is_sign_negative(), self.plus, self.space) {
            (true, ..) => "-",
            (false, true, _) => "+",
            (false, false, true) => " ",
            (false, false, false) => "",
        };
        format!("{sign}{digits}")
    }
}

/// What a verb makes of a value.
enum Made {
    Text(String),
    /// The value is text that is known in part, or not at all.
    Value,
    /// It has more digits than are kept, or is written in a way that is not computed here.
    Unknown,
    /// Terraform refuses it.
    Failed,
}

fn formatted(pattern: &str, values: &[&Value], span: Span) -> Value {
    let mut made = TextBuilder::default();
    let mut next = 0;
    let mut most = 0;
    let mut by_number = false;
    let mut rest = pattern;
    while let Some(at) = rest.find('%') {
        made.text(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(behind) = rest.strip_prefix('%') {
            made.text("%");
            rest = behind;
            continue;
        }
        let Some((verb, behind)) = Verb::read(rest) else { return mistake("format", span) };
        rest = behind;
        by_number |= verb.argument.is_some();
        next = verb.argument.unwrap_or(next);
        let Some(value) = values.get(next) else { return mistake("format", span) };
        next += 1;
        most = most.max(next);
        if value.is_null() && matches!(verb.letter, 's' | 'd' | 'f' | 't') {
            return unevaluated("format", span);
        }
        match shown(&verb, value) {
            Made::Text(text) => made.text(&verb.padded(&text)),
            Made::Value => made.value(value),
            Made::Unknown => made.pieces(Reason::Expression("format".into()), [crate::model::Piece::Hole(Vec::new())]),
            Made::Failed => return mistake("format", span),
        }
    }
    // Without numbers, each argument has to be used.
    if !by_number && most < values.len() && !values.iter().any(|value| unknown_of(value).is_some()) {
        return mistake("format", span);
    }
    made.text(rest);
    made.finish(span)
}

fn shown(verb: &Verb, value: &Value) -> Made {
    if unknown_of(value).is_some() || find_unknown(value, 64).is_some() {
        return if matches!(verb.letter, 's' | 'v') && verb.width == 0 { Made::Value } else { Made::Unknown };
    }
    match verb.letter {
        'v' if verb.sharp || matches!(value.kind, Kind::List(_) | Kind::Map(_) | Kind::Null) => {
            let is_text = matches!(value.form(), Some(Form::Json | Form::Yaml));
            if is_text { Made::Unknown } else { json_text(value).map_or(Made::Unknown, Made::Text) }
        }
        'v' if matches!(value.kind, Kind::Number(_)) => number(verb, value),
        's' | 'v' => match scalar_text(value) {
            Some(text) => Made::Text(cut(&text, verb.precision)),
            None if matches!(value.kind, Kind::Number(_)) || value.form() == Some(Form::Yaml) => Made::Unknown,
            None => Made::Failed,
        },
        'q' => match scalar_text(value) {
            Some(text) => Made::Text(quoted(&cut(&text, verb.precision))),
            None => Made::Failed,
        },
        't' => truth(value).map_or(Made::Failed, |truth| Made::Text(truth.to_string())),
        'b' | 'd' | 'o' | 'x' | 'X' | 'e' | 'E' | 'f' | 'F' | 'g' | 'G' => number(verb, value),
        _ => Made::Failed,
    }
}

fn cut(text: &str, precision: Option<usize>) -> String {
    precision.map_or_else(|| text.to_owned(), |most| text.chars().take(most).collect())
}

fn number(verb: &Verb, value: &Value) -> Made {
    let Some(number) = numeric(value) else { return Made::Failed };
    let size = number.abs();
    let precision = verb.precision.unwrap_or(6);
    if !is_exact(number) && !matches!(verb.letter, 'f' | 'F' | 'e' | 'E') || precision > 12 {
        return Made::Unknown;
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = if size < 9e15 { size as u64 } else { return Made::Unknown };
    let is_whole = number.fract() == 0.0;
    let digits = match verb.letter {
        'b' | 'd' | 'o' | 'x' | 'X' if !is_whole => return Made::Failed,
        'b' => format!("{whole:b}"),
        'd' => whole.to_string(),
        'o' => format!("{}{whole:o}", if verb.sharp { "0" } else { "" }),
        'x' => format!("{}{whole:x}", if verb.sharp { "0x" } else { "" }),
        'X' => format!("{}{whole:X}", if verb.sharp { "0X" } else { "" }),
        'e' | 'E' => exponential(size, precision, verb.letter),
        'f' | 'F' => format!("{size:.precision$}"),
        'v' if verb.precision.is_none() && (1e-4..1e21).contains(&size) || size == 0.0 => number_text(size),
        'g' | 'G' if verb.precision.is_none() && (size == 0.0 || (1e-4..1e6).contains(&size)) => number_text(size),
        'g' | 'G' if verb.precision.is_none() => exponential_shortest(size, verb.letter),
        _ => return Made::Unknown,
    };
    Made::Text(verb.signed(number, digits))
}

/// A number with one digit before the point, and an exponent of two digits at least.
fn exponential(number: f64, precision: usize, letter: char) -> String {
    with_exponent(&format!("{number:.precision$e}"), letter)
}

fn exponential_shortest(number: f64, letter: char) -> String {
    with_exponent(&format!("{number:e}"), if letter == 'g' { 'e' } else { 'E' })
}

fn with_exponent(text: &str, letter: char) -> String {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let (sign, digits) = exponent.strip_prefix('-').map_or(('+', exponent), |digits| ('-', digits));
    format!("{mantissa}{letter}{sign}{digits:0>2}")
}
