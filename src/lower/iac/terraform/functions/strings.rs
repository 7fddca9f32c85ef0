//! Functions of text.

use std::sync::Arc;

use regex::{Captures, Regex};

use crate::model::{Entry, Kind, Map, Piece, Unknown, Value};
use crate::source::Span;

use super::super::template::{LONGEST_TEXT, TextBuilder};
use super::super::values::{map_value, unknown_of};
use super::replace::{Compiled, compile};
use super::{Args, answer, no_answer, not_computed, number, text, whole};

/// What the function makes of its arguments; nothing when it is not of these.
pub(super) fn call(name: &str, args: Args<'_>, span: Span) -> Option<Value> {
    let made = match name {
        "lower" => return Some(by_piece(name, args, span, |text| cased(text, char::to_lowercase))),
        "upper" => return Some(by_piece(name, args, span, |text| cased(text, char::to_uppercase))),
        "join" => return Some(join(args, span)),
        "startswith" | "endswith" => bounded(name, args),
        "title" => text(args, 0).map(|text| string(title(&text))),
        "trimspace" => text(args, 0).map(|text| string(text.trim())),
        "chomp" => text(args, 0).map(|text| string(text.trim_end_matches(['\n', '\r']))),
        "strrev" => text(args, 0).map(|text| match letters(&text) {
            Some(letters) => string(letters.into_iter().rev().collect::<String>()),
            None => not_computed(name),
        }),
        "trim" => two(args).map(|(text, set)| string(text.trim_matches(|c| set.contains(c)))),
        "trimprefix" => two(args).map(|(text, part)| string(text.strip_prefix(&*part).unwrap_or(&text))),
        "trimsuffix" => two(args).map(|(text, part)| string(text.strip_suffix(&*part).unwrap_or(&text))),
        "strcontains" => two(args).map(|(text, part)| Kind::Bool(text.contains(&*part))),
        "split" => two(args).map(|(separator, text)| split(&separator, &text, span)),
        "indent" => whole(args, 0).zip(text(args, 1)).map(|(spaces, text)| match text.matches('\n').count() {
            0 => string(text),
            lines if lines.saturating_mul(spaces) > LONGEST_TEXT => not_computed(name),
            _ => string(text.replace('\n', &format!("\n{}", " ".repeat(spaces)))),
        }),
        "basename" => text(args, 0).map(|path| string(base_name(&path))),
        "dirname" => text(args, 0).map(|path| {
            string(cleaned(path.rsplit_once('/').map_or("", |(dir, _)| if dir.is_empty() { "/" } else { dir })))
        }),
        "substr" => substr(args),
        "replace" => return Some(super::replace::call(args, span)),
        "regex" => searched(name, args, |regex, text| regex.captures(text).map(|found| captured(regex, &found, span))),
        "regexall" => searched(name, args, |regex, text| {
            let all = regex.captures_iter(text).map(|found| Value::new(captured(regex, &found, span), span));
            Some(Value::list(all.collect(), span).kind)
        }),
        _ => return None,
    };
    Some(answer(name, made, args, span))
}

fn string(text: impl Into<Arc<str>>) -> Kind {
    Kind::String(text.into())
}

fn two<'v>(args: Args<'v>) -> Option<(std::borrow::Cow<'v, str>, std::borrow::Cow<'v, str>)> {
    text(args, 0).zip(text(args, 1))
}

/// Changes text, and the known pieces of text that is known in part.
fn by_piece(name: &str, args: Args<'_>, span: Span, change: fn(&str) -> String) -> Value {
    let made = match args.first().map(|arg| &arg.kind) {
        Some(Kind::Unknown(unknown)) if !unknown.pieces.is_empty() => {
            let pieces = unknown.pieces.iter().map(|piece| match piece {
                Piece::Text(text) => Piece::Text(change(text).into()),
                Piece::Hole(links) => Piece::Hole(links.clone()),
            });
            Some(Kind::Unknown(Arc::new(Unknown { reason: unknown.reason.clone(), pieces: pieces.collect() })))
        }
        _ => text(args, 0).map(|text| string(change(&text))),
    };
    answer(name, made, args, span)
}

/// `startswith` and `endswith`, which the known end of a text may settle.
fn bounded(name: &str, args: Args<'_>) -> Option<Kind> {
    let part = text(args, 1)?;
    let starts = name == "startswith";
    let within = |text: &str| if starts { text.starts_with(&*part) } else { text.ends_with(&*part) };
    if let Some(text) = text(args, 0) {
        return Some(Kind::Bool(within(&text)));
    }
    let Kind::Unknown(unknown) = &args.first()?.kind else { return None };
    let known = if starts { unknown.prefix() } else { unknown.suffix() };
    let settled = if starts { part.starts_with(known) } else { part.ends_with(known) };
    (known.len() >= part.len() || !settled).then(|| Kind::Bool(within(known)))
}

/// Text with each letter in another case, where that is one letter too.
fn cased<I: Iterator<Item = char>>(text: &str, change: fn(char) -> I) -> String {
    text.chars()
        .map(|letter| {
            let mut letters = change(letter);
            match (letters.next(), letters.next()) {
                (Some(one), None) => one,
                _ => letter,
            }
        })
        .collect()
}

fn title(text: &str) -> String {
    let mut at_start = true;
    text.chars()
        .map(|letter| {
            let mut upper = letter.to_uppercase();
            let changed = match (at_start, upper.next(), upper.next()) {
                (true, Some(upper), None) => upper,
                _ => letter,
            };
            at_start = if letter.is_ascii() {
                !letter.is_ascii_alphanumeric() && letter != '_'
            } else {
                letter.is_whitespace()
            };
            changed
        })
        .collect()
}

/// What a person sees as the letters of a text; nothing where marks and joiners make several characters one.
fn letters(text: &str) -> Option<Vec<&str>> {
    // Latin, Greek and Cyrillic letters, most signs, and the ideographs: each stands for itself.
    let stands_alone = |letter: char| {
        matches!(u32::from(letter), 0..0x300 | 0x370..0x483 | 0x48A..0x530 | 0x2010..0x2028 | 0x2030..0x2060 | 0x3000..0x302A
            | 0x3041..0x3099 | 0x30A0..0x3100 | 0x4E00..0xA000)
    };
    let mut letters = Vec::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        if !stands_alone(letter) {
            return None;
        }
        let end = if rest.starts_with("\r\n") { 2 } else { letter.len_utf8() };
        letters.push(&rest[..end]);
        rest = &rest[end..];
    }
    Some(letters)
}

/// How long a text is, in letters.
pub(super) fn length(text: &str) -> Kind {
    #[allow(clippy::cast_precision_loss)]
    letters(text).map_or_else(|| not_computed("length"), |letters| Kind::Number(letters.len() as f64))
}

fn base_name(path: &str) -> &str {
    match path.trim_end_matches('/') {
        "" if path.is_empty() => ".",
        "" => "/",
        path => path.rsplit('/').next().unwrap_or(path),
    }
}

/// A path without the steps that lead nowhere.
fn cleaned(path: &str) -> String {
    let is_absolute = path.starts_with('/');
    let mut steps: Vec<&str> = Vec::new();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." if steps.last().is_some_and(|last| *last != "..") => {
                steps.pop();
            }
            ".." if is_absolute => {}
            step => steps.push(step),
        }
    }
    let steps = steps.join("/");
    match (is_absolute, steps.is_empty()) {
        (true, _) => format!("/{steps}"),
        (false, true) => ".".to_owned(),
        (false, false) => steps,
    }
}

fn split(separator: &str, text: &str, span: Span) -> Kind {
    if separator.is_empty() {
        return Value::list(text.chars().map(|letter| Value::string(letter.to_string(), span)).collect(), span).kind;
    }
    Value::list(text.split(separator).map(|part| Value::string(part, span)).collect(), span).kind
}

fn substr(args: Args<'_>) -> Option<Kind> {
    let (text, offset, length) = (text(args, 0)?, number(args, 1)?, number(args, 2)?);
    let Some(letters) = letters(&text) else { return Some(not_computed("substr")) };
    let count = letters.len();
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let (skip, take) = {
        let start = if offset < 0.0 { count as f64 + offset } else { offset };
        (start.max(0.0) as usize, if length < 0.0 { count } else { length as usize })
    };
    Some(string(letters.into_iter().skip(skip).take(take).collect::<String>()))
}

/// What a search finds; nothing when Terraform refuses the expression, or finds nothing.
fn searched(name: &str, args: Args<'_>, find: impl FnOnce(&Regex, &str) -> Option<Kind>) -> Option<Kind> {
    let (pattern, text) = (text(args, 0)?, text(args, 1)?);
    match compile(&pattern, &text) {
        Compiled::Regex(regex) => {
            let named = regex.capture_names().skip(1).flatten().count();
            let is_mixed = named > 0 && named + 1 < regex.captures_len();
            if is_mixed { None } else { find(&regex, &text) }
        }
        Compiled::Refused => None,
        Compiled::Other => Some(not_computed(name)),
    }
}

/// What a match answers: all of it, a list of its groups, or a map of its named groups.
fn captured(regex: &Regex, found: &Captures<'_>, span: Span) -> Kind {
    let group = |part: Option<regex::Match<'_>>| match part {
        Some(part) => Value::string(part.as_str(), span),
        None => Value::new(Kind::Null, span),
    };
    if regex.captures_len() == 1 {
        return group(found.get(0)).kind;
    }
    if regex.capture_names().flatten().next().is_some() {
        let names = regex.capture_names().flatten();
        let entries = names.map(|name| Entry::of(name, group(found.name(name)))).collect();
        return map_value(Map { entries, open: None }, span).kind;
    }
    Value::list(found.iter().skip(1).map(group).collect(), span).kind
}

fn join(args: Args<'_>, span: Span) -> Value {
    let Some(separator) = text(args, 0) else { return no_answer("join", args, span) };
    let mut made = TextBuilder::default();
    let mut is_first = true;
    for arg in &args[1..] {
        let Kind::List(list) = &arg.kind else { return no_answer("join", args, span) };
        for item in &list.items {
            if !std::mem::take(&mut is_first) {
                made.text(&separator);
            }
            made.value(item);
        }
        if unknown_of(arg).is_some() {
            is_first = false;
            made.hole([&**arg]);
        }
    }
    made.finish(span)
}
