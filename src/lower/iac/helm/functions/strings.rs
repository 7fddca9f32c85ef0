//! Functions of texts. Where a part of a text is passed on, it keeps its place.

use crate::lower::iac::helm::format::{printf, quoted_text, show, text, with_origin};
use crate::lower::iac::helm::machine::{Answer, Machine, Stop};
use crate::lower::iac::helm::text::{Builder, Mark, Text};
use crate::lower::iac::helm::val::{Data, Val, joined};

use super::Args;

/// The longest text that is repeated to.
const LONGEST: usize = 1_000_000;

/// Calls a function, if it is one of these.
pub(super) fn call(machine: &mut Machine, name: &str, args: &Args) -> Option<Answer<Val>> {
    let plain = |text: Answer<String>| text.map(Val::str);
    let kept = |text: Answer<Text>| text.map(Val::text);
    Some(match name {
        "quote" => kept(Ok(quote(args))),
        "squote" => kept(Ok(squote(args))),
        "print" => kept(Ok(print(args))),
        "println" => {
            let parts: Vec<Text> = args.0.iter().map(show).collect();
            kept(Ok(joined(&[joined(&parts, " "), Text::plain("\n")], "")))
        }
        "printf" => kept(args.text(0).map(|format| printf(&format, &args.0[1..]))),
        "indent" => kept(indent(machine, args)),
        "nindent" => kept(indent(machine, args).map(|text| joined(&[Text::plain("\n"), text], ""))),
        "trim" => kept(args.text(0).map(|text| text.trimmed(str::trim))),
        "trimAll" | "trimall" => kept(
            args.str(0)
                .and_then(|cut| Ok(args.text(1)?.trimmed(|text| text.trim_matches(|letter| cut.contains(letter))))),
        ),
        "trimSuffix" => kept(
            args.str(0)
                .and_then(|end| Ok(args.text(1)?.trimmed(|text| text.strip_suffix(end.as_str()).unwrap_or(text)))),
        ),
        "trimPrefix" => kept(
            args.str(0)
                .and_then(|start| Ok(args.text(1)?.trimmed(|text| text.strip_prefix(start.as_str()).unwrap_or(text)))),
        ),
        "trunc" => kept(args.text(1).and_then(|text| Ok(trunc(&text, args.int(0)?)))),
        "substr" => kept(substr(args)),
        "toString" => kept(args.get(0).map(|val| if val.is_nil() { Text::plain("") } else { with_origin(val) })),
        "repeat" => plain(repeat(args)),
        "replace" => kept(replace(args)),
        "contains" => args.str(0).and_then(|part| Ok(Val::bool(args.str(1)?.contains(&part)))),
        "hasPrefix" => args.str(0).and_then(|part| Ok(Val::bool(args.str(1)?.starts_with(&part)))),
        "hasSuffix" => args.str(0).and_then(|part| Ok(Val::bool(args.str(1)?.ends_with(&part)))),
        "cat" => {
            let parts: Vec<Text> = args.0.iter().filter(|val| !val.is_nil()).map(text).collect();
            kept(Ok(joined(&parts, " ")))
        }
        "plural" => args.int(2).and_then(|count| args.get(usize::from(count != 1)).cloned()),
        "abbrev" => plain(args.str(1).and_then(|text| Ok(abbreviated(&text, args.count(0)?)))),
        "wrap" => plain(args.str(1).and_then(|text| Ok(wrap(&text, args.count(0)?, "\n")))),
        "wrapWith" => plain(args.str(2).and_then(|text| Ok(wrap(&text, args.count(0)?, &args.str(1)?)))),
        "split" => args.str(1).and_then(|text| {
            let parts: Vec<String> = text.split(args.str(0)?.as_str()).map(str::to_owned).collect();
            let entries = parts.into_iter().enumerate();
            Ok(Val::map(entries.map(|(index, part)| (format!("_{index}").into(), Val::str(part)))))
        }),
        "splitn" => args.str(2).and_then(|text| {
            let (between, most) = (args.str(0)?, args.count(1)?);
            let parts = text.splitn(most.max(1), between.as_str()).enumerate();
            Ok(Val::map(parts.map(|(index, part)| (format!("_{index}").into(), Val::str(part)))))
        }),
        "splitList" => args.str(1).and_then(|text| {
            let between = args.str(0)?;
            if between.is_empty() {
                return Ok(Val::list(text.chars().map(|letter| Val::str(letter.to_string()))));
            }
            Ok(Val::list(text.split(between.as_str()).map(Val::str)))
        }),
        name if name.starts_with("regex") || name.starts_with("mustRegex") => {
            return regex(name.trim_start_matches("must"), args);
        }
        _ => return cased_or_path(name, args),
    })
}

/// Functions that change letters, and those of paths.
fn cased_or_path(name: &str, args: &Args) -> Option<Answer<Val>> {
    let plain = |text: Answer<String>| text.map(Val::str);
    let kept = |text: Answer<Text>| text.map(Val::text);
    Some(match name {
        "upper" => kept(args.text(0).map(|text| mapped(&text, |text| text.to_uppercase()))),
        "lower" => kept(args.text(0).map(|text| mapped(&text, |text| text.to_lowercase()))),
        "title" => plain(args.str(0).map(|text| words(&text, |word| change_first(word, true)))),
        "untitle" => plain(args.str(0).map(|text| words(&text, |word| change_first(word, false)))),
        "nospace" => kept(args.text(0).map(|text| mapped(&text, |text| text.split_whitespace().collect()))),
        "swapcase" => plain(args.str(0).map(|text| {
            let swap = |letter: char| -> String {
                if letter.is_uppercase() { letter.to_lowercase().collect() } else { letter.to_uppercase().collect() }
            };
            text.chars().map(swap).collect()
        })),
        "snakecase" => plain(args.str(0).map(|text| cased(&text, '_'))),
        "kebabcase" => plain(args.str(0).map(|text| cased(&text, '-'))),
        "camelcase" => plain(args.str(0).map(|text| camel(&text))),
        "initials" => {
            plain(args.str(0).map(|text| text.split_whitespace().filter_map(|it| it.chars().next()).collect()))
        }
        "base" => plain(args.str(0).map(|path| {
            let path = path.trim_end_matches('/');
            path.rsplit('/').next().filter(|name| !name.is_empty()).unwrap_or(".").to_owned()
        })),
        "dir" => plain(
            args.str(0)
                .map(|path| clean(path.rsplit_once('/').map_or("", |(dir, _)| if dir.is_empty() { "/" } else { dir }))),
        ),
        "clean" => plain(args.str(0).map(|path| clean(&path))),
        "ext" => plain(args.str(0).map(|path| {
            let name = path.rsplit('/').next().unwrap_or("");
            name.rfind('.').map_or(String::new(), |dot| name[dot..].to_owned())
        })),
        "isAbs" => args.str(0).map(|path| Val::bool(path.starts_with('/'))),
        "html" => plain(args.str(0).map(|text| {
            text.replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('>', "&gt;")
                .replace('"', "&#34;")
                .replace('\'', "&#39;")
        })),
        _ => return None,
    })
}

/// A text in which each part that has one mark is changed by itself.
fn mapped(text: &Text, change: impl Fn(&str) -> String) -> Text {
    let mut builder = Builder::default();
    let whole = change(text.as_str());
    builder.push(&whole, text.mark(0));
    if whole.len() != text.as_str().len() {
        return Text::marked(whole, Mark { exact: false, ..text.mark(0) });
    }
    let mut builder = Builder::default();
    let mut end = 0;
    for (range, mark) in text.marks(0..whole.len()) {
        builder.push(whole.get(end..range.start).unwrap_or(""), Mark::default());
        builder.push(whole.get(range.clone()).unwrap_or(""), mark);
        end = range.end;
    }
    builder.push(whole.get(end..).unwrap_or(""), Mark::default());
    builder.finish()
}

fn quote(args: &Args) -> Text {
    let given = args.0.iter().filter(|val| !val.is_nil());
    let parts: Vec<Text> = given.map(|val| quoted_text(&text(val))).collect();
    joined(&parts, " ")
}

fn squote(args: &Args) -> Text {
    let given = args.0.iter().filter(|val| !val.is_nil());
    let mark = Text::plain("'");
    let parts: Vec<Text> = given.map(|val| joined(&[mark.clone(), text(val), mark.clone()], "")).collect();
    joined(&parts, " ")
}

/// Go puts blanks between arguments when neither is a text.
fn print(args: &Args) -> Text {
    let mut builder = Builder::default();
    let is_text = |val: &Val| matches!(val.data, Data::Text(_));
    for (index, val) in args.0.iter().enumerate() {
        if index > 0 && !is_text(val) && !is_text(&args.0[index - 1]) {
            builder.push(" ", Mark::default());
        }
        builder.push_text(&with_origin(val), Mark::default());
    }
    builder.finish()
}

fn indent(machine: &mut Machine, args: &Args) -> Answer<Text> {
    let (by, text) = (args.count(0)?, args.text(1)?);
    let lines = text.as_str().matches('\n').count() + 1;
    machine.spend_bytes(by.saturating_mul(lines))?;
    let pad = " ".repeat(by);
    let mut builder = Builder::default();
    let mut at = 0;
    for line in text.as_str().split_inclusive('\n') {
        builder.push(&pad, Mark::default());
        builder.push_slice(&text, at..at + line.len(), Mark::default());
        at += line.len();
    }
    if text.as_str().is_empty() || text.as_str().ends_with('\n') {
        builder.push(&pad, Mark::default());
    }
    Ok(builder.finish())
}

/// The start of a text, or its end when the count is negative; bytes, cut back to whole characters.
fn trunc(text: &Text, count: i64) -> Text {
    let length = text.as_str().len();
    let bytes = usize::try_from(count.unsigned_abs()).unwrap_or(usize::MAX);
    if bytes >= length {
        return text.clone();
    }
    if count >= 0 {
        text.slice(0..border(text.as_str(), bytes))
    } else {
        text.slice(border(text.as_str(), length - bytes)..length)
    }
}

fn border(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn substr(args: &Args) -> Answer<Text> {
    let (start, end, text) = (args.int(0)?, args.int(1)?, args.text(2)?);
    let length = text.as_str().len();
    let start = border(text.as_str(), usize::try_from(start).unwrap_or(0));
    let end = border(text.as_str(), usize::try_from(end).unwrap_or(length));
    Ok(text.slice(start..end.max(start)))
}

fn words(text: &str, change: impl Fn(&str) -> String) -> String {
    text.split_inclusive(|letter: char| !letter.is_alphanumeric() && letter != '_' && letter != '\'')
        .map(change)
        .collect()
}

fn change_first(word: &str, up: bool) -> String {
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return String::new() };
    let first: String = if up { first.to_uppercase().collect() } else { first.to_lowercase().collect() };
    first + letters.as_str()
}

/// Words joined by a sign, in small letters.
fn cased(text: &str, sign: char) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::new();
    for (at, letter) in letters.iter().enumerate() {
        if matches!(letter, '_' | '-' | ' ' | '.') {
            if !out.is_empty() && !out.ends_with(sign) {
                out.push(sign);
            }
            continue;
        }
        let before = at.checked_sub(1).map(|at| letters[at]);
        let after = letters.get(at + 1);
        let starts = letter.is_uppercase()
            && before.is_some_and(|before| {
                before.is_lowercase()
                    || before.is_numeric()
                    || (before.is_uppercase() && after.is_some_and(|it| it.is_lowercase()))
            });
        if starts && !out.ends_with(sign) {
            out.push(sign);
        }
        out.extend(letter.to_lowercase());
    }
    out.trim_end_matches(sign).to_owned()
}

fn camel(text: &str) -> String {
    let parts = text.split(['_', '-', ' ', '.']).filter(|part| !part.is_empty());
    parts.map(|part| change_first(part, true)).collect()
}

fn repeat(args: &Args) -> Answer<String> {
    let (count, text) = (args.count(0)?, args.str(1)?);
    if count.saturating_mul(text.len()) > LONGEST {
        return Err(Stop::limit());
    }
    Ok(text.repeat(count))
}

fn replace(args: &Args) -> Answer<Text> {
    let (old, new, text) = (args.str(0)?, args.text(1)?, args.text(2)?);
    if old.is_empty() || !text.as_str().contains(&old) {
        return Ok(text);
    }
    if text.as_str().matches(&old).count().saturating_mul(new.as_str().len()) > 8 * LONGEST {
        return Err(Stop::limit());
    }
    let mut builder = Builder::default();
    let mut at = 0;
    for (found, _) in text.as_str().match_indices(&old) {
        builder.push_slice(&text, at..found, Mark::default());
        builder.push_text(&new, Mark { exact: false, ..text.mark(found) });
        at = found + old.len();
    }
    builder.push_slice(&text, at..text.as_str().len(), Mark::default());
    Ok(builder.finish())
}

fn abbreviated(text: &str, width: usize) -> String {
    if width < 4 || text.len() <= width { text.to_owned() } else { format!("{}...", &text[..border(text, width - 3)]) }
}

fn wrap(text: &str, width: usize, between: &str) -> String {
    let mut out = String::new();
    let mut column = 0;
    for word in text.split(' ') {
        if column > 0 && column + 1 + word.len() > width {
            out.push_str(between);
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += word.len();
    }
    out
}

/// A path without steps that lead nowhere.
fn clean(path: &str) -> String {
    let mut steps: Vec<&str> = Vec::new();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." if steps.last().is_some_and(|last| *last != "..") => drop(steps.pop()),
            ".." if path.starts_with('/') => {}
            step => steps.push(step),
        }
    }
    let joined = steps.join("/");
    match (path.starts_with('/'), joined.is_empty()) {
        (true, _) => format!("/{joined}"),
        (false, true) => ".".to_owned(),
        (false, false) => joined,
    }
}

/// The functions of regular expressions, whose syntax Go and Rust have in common.
fn regex(name: &str, args: &Args) -> Option<Answer<Val>> {
    let pattern = |index: usize| -> Answer<regex::Regex> {
        let pattern = args.str(index)?;
        let built = regex::RegexBuilder::new(&pattern).size_limit(1 << 20).build();
        built.map_err(|_| Stop::error("a regular expression is none"))
    };
    let name = name.trim_start_matches("Regex").trim_start_matches("regex");
    Some((|| match name {
        "Match" => Ok(Val::bool(pattern(0)?.is_match(&args.str(1)?))),
        "Find" => {
            let text = args.str(1)?;
            Ok(Val::str(pattern(0)?.find(&text).map_or("", |found| found.as_str())))
        }
        "FindAll" => {
            let text = args.str(1)?;
            let most = usize::try_from(args.int(2)?).unwrap_or(usize::MAX);
            Ok(Val::list(pattern(0)?.find_iter(&text).take(most).map(|found| Val::str(found.as_str()))))
        }
        "ReplaceAll" | "ReplaceAllLiteral" => {
            let (pattern, text, new) = (pattern(0)?, args.str(1)?, args.str(2)?);
            if new.len().saturating_mul(text.len() + 1) > 64 * LONGEST {
                return Err(Stop::limit());
            }
            Ok(Val::str(if name == "ReplaceAll" {
                pattern.replace_all(&text, new.as_str()).into_owned()
            } else {
                pattern.replace_all(&text, regex::NoExpand(&new)).into_owned()
            }))
        }
        "Split" => {
            let (pattern, text, most) = (pattern(0)?, args.str(1)?, args.int(2)?);
            let parts: Vec<Val> = match usize::try_from(most) {
                Ok(most) => pattern.splitn(&text, most).map(Val::str).collect(),
                Err(_) => pattern.split(&text).map(Val::str).collect(),
            };
            Ok(Val::list(parts))
        }
        "QuoteMeta" => Ok(Val::str(regex::escape(&args.str(0)?))),
        _ => Err(Stop::error("there is no such function of regular expressions")),
    })())
}
