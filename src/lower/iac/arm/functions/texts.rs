//! Functions of texts.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::model::{Kind, Piece, Reason, Value};
use crate::parse::json;
use crate::source::Span;

use super::super::super::text::{Text, scalar};
use super::super::engine::Engine;
use super::super::values::{closed, limit, map_text, pieces, unknown_from};

/// The longest text that is padded, split or replaced in.
const LONGEST: usize = 100_000;

pub(super) fn call(engine: &Engine<'_>, name: &str, args: &[Value], span: Span) -> Option<Value> {
    let unknown = || unknown_from(name, args.iter(), span);
    let text = |index: usize| args.get(index).and_then(|arg| scalar(engine.sources, arg));
    let mapped = |change: &dyn Fn(&str) -> String| {
        let value = args.first()?;
        Some(map_text(value, span, change).unwrap_or_else(unknown))
    };
    let made = |made: Option<String>| Some(made.map_or_else(unknown, |made| Value::string(made, span)));
    let truth = |truth: Option<bool>| Some(truth.map_or_else(unknown, |truth| Value::bool(truth, span)));
    match name {
        "concat" if args.iter().any(|arg| arg.as_list().is_some()) => Some(joined_lists(args, span)),
        "concat" | "uri" | "uricomponent" | "string" => texts(engine, name, args, span),
        "format" => Some(format(engine, args, span)),
        "tolower" => mapped(&|text| text.to_lowercase()),
        "toupper" => mapped(&|text| text.to_uppercase()),
        "trim" => made(text(0).map(|text| text.trim().to_owned())),
        "replace" => match (text(1), text(2)) {
            (Some(from), Some(to)) if !from.is_empty() => {
                let grown = args.first().map_or(0, |value| replaced_length(value, &from, &to));
                if grown < LONGEST { mapped(&|text| text.replace(&from, &to)) } else { Some(limit(span)) }
            }
            _ => Some(unknown()),
        },
        "startswith" => truth(text(1).and_then(|part| edge(&args[0], &part, true))),
        "endswith" => truth(text(1).and_then(|part| edge(&args[0], &part, false))),
        "substring" => {
            let (start, length) = (whole(args.get(1)), args.get(2).map(|it| whole(Some(it))));
            made(text(0).zip(start).and_then(|(text, start)| {
                let rest = text.chars().skip(start);
                Some(match length {
                    None => rest.collect(),
                    Some(length) => rest.take(length?).collect(),
                })
            }))
        }
        "take" if args.first()?.as_list().is_none() => {
            made(text(0).zip(whole(args.get(1))).map(|(text, length)| text.chars().take(length).collect()))
        }
        "skip" if args.first()?.as_list().is_none() => {
            made(text(0).zip(whole(args.get(1))).map(|(text, length)| text.chars().skip(length).collect()))
        }
        "padleft" => {
            let pad = text(2).and_then(|pad| pad.chars().next()).unwrap_or(' ');
            made(text(0).zip(whole(args.get(1)).filter(|width| *width < LONGEST)).map(|(text, width)| {
                let missing = width.saturating_sub(text.chars().count());
                std::iter::repeat_n(pad, missing).chain(text.chars()).collect()
            }))
        }
        "split" => Some(split(&args.first()?.clone(), args.get(1)?, span).unwrap_or_else(unknown)),
        "join" => Some(join(engine, args, span)),
        "indexof" | "lastindexof" if args.first()?.as_list().is_none() => {
            let (text, part) = (text(0).map(|it| it.to_lowercase()), text(1).map(|it| it.to_lowercase()));
            Some(text.zip(part).map_or_else(unknown, |(text, part)| {
                let at = if name == "indexof" { text.find(&part) } else { text.rfind(&part) };
                #[expect(clippy::cast_precision_loss, reason = "no text is so long")]
                Value::number(at.map_or(-1.0, |at| text[..at].chars().count() as f64), span)
            }))
        }
        "int" => Some(args.first()?.as_number().map_or_else(unknown, |number| Value::number(number.trunc(), span))),
        "bool" => Some(args.first()?.as_bool().map_or_else(unknown, |truth| Value::bool(truth, span))),
        "base64" => made(text(0).map(|text| STANDARD.encode(text))),
        "base64tostring" => {
            made(text(0).and_then(|text| STANDARD.decode(text).ok()).and_then(|bytes| String::from_utf8(bytes).ok()))
        }
        "json" | "parsejson" => Some(parsed(&args.first()?.clone(), span).unwrap_or_else(unknown)),
        "cidrsubnet" | "cidrhost" | "parsecidr" => None,
        _ => None,
    }
}

/// How long a text becomes at the most.
fn replaced_length(value: &Value, from: &str, to: &str) -> usize {
    let texts = pieces(value).into_iter().map(|piece| match piece {
        Piece::Text(text) => text.len() + text.matches(from).count().saturating_mul(to.len()),
        Piece::Hole(_) => 0,
    });
    texts.fold(0, usize::saturating_add)
}

/// `uri` takes a name relative to a folder, whose end is the same however it is joined.
fn texts(engine: &Engine<'_>, name: &str, args: &[Value], span: Span) -> Option<Value> {
    let mut text = Text::default();
    for (index, arg) in args.iter().enumerate() {
        let ends =
            pieces(&args[0]).last().is_some_and(|piece| matches!(piece, Piece::Text(text) if text.ends_with('/')));
        if name == "uri" && index == 1 && !ends {
            text.push_str("/");
        }
        if name == "string" && (arg.as_list().is_some() || arg.as_map().is_some()) {
            return Some(unknown_from(name, args.iter(), span));
        }
        engine.push(&mut text, arg);
    }
    Some(engine.finish(text, span))
}

fn joined_lists(args: &[Value], span: Span) -> Value {
    let mut list = crate::model::List::default();
    for arg in args {
        match &arg.kind {
            Kind::List(part) => {
                list.items.extend(part.items.iter().cloned());
                list.open = list.open.or_else(|| part.open.clone());
            }
            Kind::Unknown(unknown) => list.open = Some(unknown.clone()),
            _ => {}
        }
    }
    Value::new(Kind::List(list), span)
}

/// `format('{0}-{1:D2}', a, b)`
fn format(engine: &Engine<'_>, args: &[Value], span: Span) -> Value {
    let Some(pattern) = args.first().and_then(Value::as_str) else {
        return unknown_from("format", args.iter(), span);
    };
    let mut text = Text::default();
    let mut rest = pattern;
    while let Some(at) = rest.find(['{', '}']) {
        text.push_str(&rest[..at]);
        let sign = &rest[at..=at];
        rest = &rest[at + 1..];
        if rest.starts_with(sign) {
            text.push_str(sign);
            rest = &rest[1..];
            continue;
        }
        let Some((hole, after)) = rest.split_once('}').filter(|_| sign == "{") else { break };
        rest = after;
        let (index, how) = hole.split_once(':').unwrap_or((hole, ""));
        let Some(value) = index.trim().parse::<usize>().ok().and_then(|index| args.get(index + 1)) else {
            return unknown_from("format", args.iter(), span);
        };
        let digits = how.strip_prefix(['D', 'd']).and_then(|digits| digits.parse::<usize>().ok());
        match (digits.filter(|digits| *digits < 100), value.as_number()) {
            (Some(digits), Some(number)) => text.push_str(&format!("{number:0digits$}")),
            _ => engine.push(&mut text, value),
        }
    }
    text.push_str(rest);
    engine.finish(text, span)
}

/// Whether a text begins or ends with another, regardless of case.
fn edge(value: &Value, part: &str, start: bool) -> Option<bool> {
    let part = part.to_lowercase();
    let fits = |text: &str| {
        let text = text.to_lowercase();
        if start { text.starts_with(&part) } else { text.ends_with(&part) }
    };
    match &value.kind {
        Kind::String(text) => Some(fits(text)),
        Kind::Unknown(unknown) => {
            let known = if start { unknown.prefix() } else { unknown.suffix() };
            let clash = !known.is_empty() && known.len() >= part.len();
            if clash { Some(fits(known)) } else { None }
        }
        _ => None,
    }
}

fn split(value: &Value, by: &Value, span: Span) -> Option<Value> {
    let text = value.as_str()?;
    let signs: Vec<String> = match &by.kind {
        Kind::String(sign) => vec![sign.to_string()],
        Kind::List(_) => closed(by)?.iter().filter_map(|sign| sign.as_str().map(str::to_owned)).collect(),
        _ => return None,
    };
    let mut parts = vec![text.to_owned()];
    for sign in signs.iter().filter(|sign| !sign.is_empty()) {
        parts = parts.iter().flat_map(|part| part.split(&**sign).map(str::to_owned).collect::<Vec<_>>()).collect();
    }
    (parts.len() < LONGEST)
        .then(|| Value::list(parts.into_iter().map(|part| Value::string(part, span)).collect(), span))
}

fn join(engine: &Engine<'_>, args: &[Value], span: Span) -> Value {
    let [list, by] = args else { return unknown_from("join", args.iter(), span) };
    let (Some(items), Some(by)) = (closed(list), by.as_str()) else { return unknown_from("join", args.iter(), span) };
    let mut text = Text::default();
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            text.push_str(by);
        }
        engine.push(&mut text, item);
    }
    engine.finish(text, span)
}

/// The value of JSON in a text; `json('null')` is how older templates write nothing.
fn parsed(value: &Value, span: Span) -> Option<Value> {
    let text = value.as_str()?;
    let mut tree = json::parse(span.file, text).tree?;
    place(&mut tree, span);
    Some(tree)
}

/// What is read from another text stands where that is used. Recurses as deep as the parser nested.
pub(in super::super) fn place(value: &mut Value, span: Span) {
    value.span = span;
    match &mut value.kind {
        Kind::List(list) => list.items.iter_mut().for_each(|item| place(item, span)),
        Kind::Map(map) => map.entries.iter_mut().for_each(|entry| {
            entry.key_span = span;
            place(&mut entry.value, span);
        }),
        _ => {}
    }
}

pub(super) fn whole(value: Option<&Value>) -> Option<usize> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "others are refused")]
    value?.as_number().filter(|number| *number >= 0.0 && *number < 1e9).map(|number| number as usize)
}

/// Not known because it is not evaluated.
pub(super) fn unevaluated(name: &str, span: Span) -> Value {
    Value::unknown(Reason::Expression(name.into()), span)
}
