//! Functions of text.

use std::sync::Arc;

use regex::{Captures, Regex};

use crate::model::{Entry, Kind, Map, Piece, Unknown, Value};
use crate::source::Span;

use super::super::template::TextBuilder;
use super::super::values::{map_value, number_text, unknown_of};
use super::replace::compile;
use super::{Args, answer, no_answer, text, whole};

/// What the function makes of its arguments; nothing when it is not of these.
pub(super) fn call(name: &str, args: Args<'_>, span: Span) -> Option<Value> {
    let made = match name {
        "lower" => return Some(by_piece(name, args, span, str::to_lowercase)),
        "upper" => return Some(by_piece(name, args, span, str::to_uppercase)),
        "join" => return Some(join(args, span)),
        "format" => return Some(format(args, span)),
        "formatlist" => return Some(format_list(args, span)),
        "startswith" | "endswith" => bounded(name, args),
        "title" => text(args, 0).map(|text| string(title(&text))),
        "trimspace" => text(args, 0).map(|text| string(text.trim())),
        "chomp" => text(args, 0).map(|text| string(text.trim_end_matches(['\n', '\r']))),
        "strrev" => text(args, 0).map(|text| string(text.chars().rev().collect::<String>())),
        "trim" => two(args).map(|(text, set)| string(text.trim_matches(|c| set.contains(c)))),
        "trimprefix" => two(args).map(|(text, part)| string(text.strip_prefix(&*part).unwrap_or(&text))),
        "trimsuffix" => two(args).map(|(text, part)| string(text.strip_suffix(&*part).unwrap_or(&text))),
        "strcontains" => two(args).map(|(text, part)| Kind::Bool(text.contains(&*part))),
        "split" => two(args).map(|(separator, text)| split(&separator, &text, span)),
        "indent" => whole(args, 0).zip(text(args, 1)).and_then(|(spaces, text)| {
            (spaces <= 256).then(|| string(text.replace('\n', &format!("\n{}", " ".repeat(spaces)))))
        }),
        "basename" => text(args, 0).map(|path| string(path.trim_end_matches('/').rsplit('/').next().unwrap_or(""))),
        "dirname" => text(args, 0).map(|path| string(path.rsplit_once('/').map_or(".", |(dir, _)| dir))),
        "substr" => substr(args),
        "replace" => return Some(super::replace::call(args, span)),
        "regex" => {
            regex_of(args).and_then(|(regex, text)| regex.captures(&text).map(|found| captured(&regex, &found, span)))
        }
        "regexall" => regex_of(args).map(|(regex, text)| {
            let all = regex.captures_iter(&text).map(|found| Value::new(captured(&regex, &found, span), span));
            Value::list(all.collect(), span).kind
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

fn title(text: &str) -> String {
    let mut at_start = true;
    text.chars()
        .map(|letter| {
            let changed = if at_start { letter.to_ascii_uppercase() } else { letter };
            at_start = !letter.is_alphanumeric();
            changed
        })
        .collect()
}

fn split(separator: &str, text: &str, span: Span) -> Kind {
    if separator.is_empty() {
        return Value::list(text.chars().map(|letter| Value::string(letter.to_string(), span)).collect(), span).kind;
    }
    if text.is_empty() {
        return Value::list(Vec::new(), span).kind;
    }
    Value::list(text.split(separator).map(|part| Value::string(part, span)).collect(), span).kind
}

fn substr(args: Args<'_>) -> Option<Kind> {
    let (text, offset, length) = (text(args, 0)?, args.get(1)?.as_number()?, args.get(2)?.as_number()?);
    let count = text.chars().count();
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let (skip, take) = {
        let start = if offset < 0.0 { count as f64 + offset } else { offset };
        (start.max(0.0) as usize, if length < 0.0 { count } else { length as usize })
    };
    Some(string(text.chars().skip(skip).take(take).collect::<String>()))
}

fn regex_of<'v>(args: Args<'v>) -> Option<(Regex, std::borrow::Cow<'v, str>)> {
    Some((compile(&text(args, 0)?)?, text(args, 1)?))
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

fn format(args: Args<'_>, span: Span) -> Value {
    let Some(pattern) = text(args, 0) else { return no_answer("format", args, span) };
    let values: Vec<&Value> = args[1..].iter().map(|arg| &**arg).collect();
    formatted(&pattern, &values, span)
}

/// `formatlist`: formats once for each item of its lists.
fn format_list(args: Args<'_>, span: Span) -> Value {
    let Some(pattern) = text(args, 0) else { return no_answer("formatlist", args, span) };
    let lists: Vec<_> = args[1..].iter().filter_map(|arg| arg.as_list()).collect();
    let (Some(length), false) = (
        lists.iter().map(|list| list.items.len()).min(),
        args[1..].iter().any(|arg| unknown_of(arg).is_some_and(|unknown| unknown.pieces.is_empty())),
    ) else {
        return no_answer("formatlist", args, span);
    };
    let items = (0..length).map(|index| {
        let values: Vec<&Value> =
            args[1..].iter().map(|arg| arg.as_list().and_then(|list| list.items.get(index)).unwrap_or(arg)).collect();
        formatted(&pattern, &values, span)
    });
    Value::list(items.collect(), span)
}

fn formatted(pattern: &str, values: &[&Value], span: Span) -> Value {
    let mut made = TextBuilder::default();
    let mut next = 0;
    let mut rest = pattern;
    while let Some(at) = rest.find('%') {
        made.text(&rest[..at]);
        rest = &rest[at + 1..];
        let Some(end) = rest.find(|letter: char| letter.is_ascii_alphabetic() || letter == '%') else { break };
        let (flags, verb) = (&rest[..end], &rest[end..=end]);
        rest = &rest[end + 1..];
        if verb == "%" {
            made.text("%");
            continue;
        }
        let mut flags = flags;
        if let Some((index, after)) = flags.split_once('[').and_then(|(_, index)| index.split_once(']')) {
            next = index.parse::<usize>().map_or(next, |index| index.saturating_sub(1));
            flags = after;
        }
        match values.get(next) {
            Some(value) => one(&mut made, verb, flags, value),
            None => return super::super::values::mistake("format", span),
        }
        next += 1;
    }
    made.text(rest);
    made.finish(span)
}

/// One verb of a format.
fn one(made: &mut TextBuilder, verb: &str, flags: &str, value: &Value) {
    let number = value.as_number();
    let (width, precision) = flags.split_once('.').unwrap_or((flags, ""));
    let plain = match (verb, number) {
        ("f" | "F", Some(number)) => format!("{number:.*}", precision.parse::<usize>().unwrap_or(6).min(32)),
        ("d", Some(number)) => number_text(number.trunc()),
        #[allow(clippy::cast_possible_truncation)]
        ("x", Some(number)) => format!("{:x}", number as i64),
        ("q", _) if value.as_str().is_some() => format!("{:?}", value.as_str().unwrap_or("")),
        _ if width.is_empty() || unknown_of(value).is_some() => {
            made.value(value);
            return;
        }
        _ => match super::super::values::scalar_text(value) {
            Some(text) => text.into_owned(),
            None => {
                made.value(value);
                return;
            }
        },
    };
    let to_left = width.starts_with('-');
    let filler = if width.starts_with('0') && number.is_some() { '0' } else { ' ' };
    let width = width.trim_start_matches(['-', '+', ' ', '0', '#']).parse::<usize>().unwrap_or(0).min(256);
    let missing = width.saturating_sub(plain.chars().count());
    let padding: String = std::iter::repeat_n(filler, missing).collect();
    if to_left {
        made.text(&plain);
        made.text(&padding);
    } else {
        made.text(&padding);
        made.text(&plain);
    }
}
