//! `replace`, which modules also use to fill in what a policy may not know when it is written: the marks in each of
//! its texts are replaced, and the policy stays the value that it is.

use regex::{Regex, RegexBuilder};

use crate::model::{Entry, Form, Kind, List, Map, Piece, Value};
use crate::source::Span;

use super::super::template::{LONGEST_TEXT, TextBuilder};
use super::super::values::{MOST_LEVELS, is_mistake, limit, made_from, unevaluated};
use super::encoding::rendered;
use super::{Args, no_answer, text};

/// How much memory one expression of a repository may take.
const LARGEST_REGEX: usize = 1 << 20;

/// Bytes that a regular expression may put into a text, as far as can be told before.
const MOST_INSERTED: usize = 1 << 24;

/// Characters that make up the structure of JSON: what has one of them is no mark in a text.
const STRUCTURE: [char; 8] = ['"', '{', '}', '[', ']', ',', ':', '\\'];

/// What `replace` makes of its arguments.
pub(super) fn call(args: Args<'_>, span: Span) -> Value {
    let ([value, _, to], Some(from)) = (args, text(args, 1)) else { return no_answer("replace", args, span) };
    let is_structured = matches!(value.kind, Kind::List(_) | Kind::Map(_));
    if value.form() == Some(Form::Yaml) {
        return no_answer("replace", args, span);
    }
    let pattern = from.strip_prefix('/').and_then(|from| from.strip_suffix('/')).filter(|pattern| !pattern.is_empty());
    let made = match pattern {
        Some(pattern) => by_pattern(value, pattern, text(args, 2).as_deref(), span),
        // An empty text is found everywhere.
        None if from.is_empty() => {
            by_pattern(value, "", text(args, 2).map(|to| to.replace('$', "$$")).as_deref(), span)
        }
        None if is_structured && from.contains(STRUCTURE) => rendered(value, span).map(|text| {
            let text = Value::string(text, span);
            replaced(&text, &from, to, MOST_LEVELS)
        }),
        None => Some(replaced(value, &from, to, MOST_LEVELS)),
    };
    match made {
        Some(made) if !is_mistake(&made) => made_from(made.used_at(span), [&**value, &**to]),
        _ => no_answer("replace", args, span),
    }
}

/// A regular expression of a repository.
pub(super) enum Compiled {
    /// It finds in the text what Terraform finds.
    Regex(Regex),
    /// Terraform refuses it.
    Refused,
    /// It costs too much, or means something else to Terraform.
    Other,
}

/// A regular expression of bounded cost, to be used on a text.
pub(super) fn compile(pattern: &str, text: &str) -> Compiled {
    // Terraform's classes and word boundaries know ASCII alone, and it has a way to quote.
    let has = |letter| pattern.contains(['\\', letter].iter().collect::<String>().as_str());
    if has('Q') || has('C') || (!text.is_ascii() && ['d', 'D', 'w', 'W', 's', 'S', 'b', 'B'].into_iter().any(has)) {
        return Compiled::Other;
    }
    match RegexBuilder::new(pattern).size_limit(LARGEST_REGEX).dfa_size_limit(LARGEST_REGEX).build() {
        Ok(regex) => Compiled::Regex(regex),
        Err(regex::Error::Syntax(_)) => Compiled::Refused,
        Err(_) => Compiled::Other,
    }
}

fn by_pattern(value: &Value, pattern: &str, to: Option<&str>, span: Span) -> Option<Value> {
    let text = rendered(value, span)?;
    let regex = match compile(pattern, &text) {
        Compiled::Regex(regex) => regex,
        Compiled::Refused => return None,
        Compiled::Other => return Some(unevaluated("replace", span)),
    };
    let to = to?;
    // What is put in may name groups, which are no longer than all of the text.
    let groups = if to.contains('$') { to.len().saturating_mul(text.len()) } else { 0 };
    let inserted = regex.find_iter(&text).count().saturating_mul(to.len()).saturating_add(groups);
    if inserted > MOST_INSERTED {
        return Some(limit(span));
    }
    let made = regex.replace_all(&text, to).into_owned();
    Some(if made.len() <= LONGEST_TEXT { Value::string(made, span) } else { limit(span) })
}

/// A value with a mark replaced in each of its texts, also by what is unknown.
fn replaced(value: &Value, from: &str, to: &Value, levels: u32) -> Value {
    let Some(levels) = levels.checked_sub(1) else { return value.clone() };
    let kind = match &value.kind {
        Kind::String(text) if text.contains(from) => {
            let mut made = TextBuilder::default();
            fill(&mut made, text, from, to);
            return made_from(Value { trace: value.trace.clone(), ..made.finish(value.span) }, [to]);
        }
        Kind::Unknown(unknown) if !unknown.pieces.is_empty() => {
            let mut made = TextBuilder::default();
            for piece in &unknown.pieces {
                match piece {
                    Piece::Text(text) => fill(&mut made, text, from, to),
                    Piece::Hole(_) => made.pieces(unknown.reason.clone(), [piece.clone()]),
                }
            }
            return made_from(Value { trace: value.trace.clone(), ..made.finish(value.span) }, [to]);
        }
        Kind::List(list) => {
            let items = list.items.iter().map(|item| replaced(item, from, to, levels)).collect();
            Kind::List(List { items, open: list.open.clone() })
        }
        Kind::Map(map) => {
            let entries = map
                .entries
                .iter()
                .map(|entry| Entry { value: replaced(&entry.value, from, to, levels), ..entry.clone() });
            Kind::Map(Map { entries: entries.collect(), open: map.open.clone() })
        }
        // Terraform has only text here.
        Kind::Number(_) | Kind::Bool(_) if levels + 1 == MOST_LEVELS => {
            let text = super::super::values::scalar_text(value).unwrap_or_default();
            return replaced(&Value::string(text, value.span), from, to, levels);
        }
        kind => kind.clone(),
    };
    Value { kind, span: value.span, trace: value.trace.clone() }
}

fn fill(made: &mut TextBuilder, text: &str, from: &str, to: &Value) {
    for (index, part) in text.split(from).enumerate() {
        if index > 0 {
            made.value(to);
        }
        made.text(part);
    }
}
