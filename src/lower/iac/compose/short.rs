//! The short forms of ports and volumes, taken apart at the colons that are not within a variable.

use std::ops::Range;

use crate::model::{Entry, Value};

use super::super::written::Written;
use super::service::{Normaliser, keep_trace};

/// `[[ip:]published:]target[/protocol]` as a map.
pub fn port(normaliser: &Normaliser<'_>, item: &Value) -> Value {
    if item.as_number().is_some() {
        return Value {
            trace: item.trace.clone(),
            ..Value::map(vec![Entry::of("target", number(item.clone()))], item.span)
        };
    }
    let Some(written) = Written::of(normaliser.sources, item) else { return normaliser.expand(item) };
    let text = written.text;
    let slash = outside_variables(text).filter(|(_, char)| *char == '/').map(|(at, _)| at).last();
    let end = slash.unwrap_or(text.len());
    let colons: Vec<_> = outside_variables(&text[..end]).filter(|(_, char)| *char == ':').map(|(at, _)| at).collect();
    let part = |range: Range<usize>| normaliser.text(&text[range.clone()], written.part(range));
    if colons.is_empty() && slash.is_none() && text.contains('$') {
        // A variable on its own may hold any of the forms.
        let whole = keep_trace(part(0..end), item);
        return if whole.as_unknown().is_some() { whole } else { port_of_default(&whole) };
    }
    let mut entries = Vec::new();
    let target = colons.last().map_or(0, |colon| colon + 1);
    if let Some(second) = colons.last() {
        let published = colons.len().checked_sub(2).map_or(0, |before| colons[before] + 1);
        if published > 1 {
            let ip = &text[..published - 1];
            let is_bracketed = ip.len() > 1 && ip.starts_with('[') && ip.ends_with(']');
            entries.push(("host_ip", part(if is_bracketed { 1..ip.len() - 1 } else { 0..ip.len() })));
        }
        if published < *second {
            entries.push(("published", number(part(published..*second))));
        }
    }
    entries.push(("target", number(part(target..end))));
    if let Some(slash) = slash {
        entries.push(("protocol", part(slash + 1..text.len())));
    }
    let entries = entries.into_iter().map(|(key, value)| Entry::of(key, value)).collect();
    keep_trace(Value::map(entries, item.span), item)
}

/// The port that a variable's default is. Its parts have no place of their own.
fn port_of_default(value: &Value) -> Value {
    let text = value.as_str().unwrap_or_default();
    let (ports, protocol) = text.split_once('/').map_or((text, None), |(ports, protocol)| (ports, Some(protocol)));
    let mut parts = ports.rsplitn(3, ':');
    let part = |text: Option<&str>| text.filter(|text| !text.is_empty()).map(|text| Value::string(text, value.span));
    let entries = [
        ("target", part(parts.next()).map(number)),
        ("published", part(parts.next()).map(number)),
        ("host_ip", part(parts.next())),
        ("protocol", part(protocol)),
    ];
    let entries = entries.into_iter().filter_map(|(key, value)| Some(Entry::of(key, value?)));
    keep_trace(Value::map(entries.collect(), value.span), value)
}

/// `[source:]target[:mode]` as a map.
pub fn volume(normaliser: &Normaliser<'_>, item: &Value) -> Value {
    let Some(written) = Written::of(normaliser.sources, item) else { return normaliser.expand(item) };
    let text = written.text;
    let mut ranges = Vec::new();
    let mut start = 0;
    for (at, _) in outside_variables(text).filter(|(_, char)| *char == ':') {
        let is_drive = at == start + 1 && text[start..].starts_with(|char: char| char.is_ascii_alphabetic());
        if !(is_drive && text[at + 1..].starts_with(['\\', '/'])) {
            ranges.push(start..at);
            start = at + 1;
        }
    }
    ranges.push(start..text.len());
    let part = |range: &Range<usize>| normaliser.text(&text[range.clone()], written.part(range.clone()));
    let entries = match ranges.as_slice() {
        [source, target, rest @ ..] => {
            let source = part(source);
            let mut entries = vec![("type", kind(&source)), ("source", source), ("target", part(target))];
            if let Some(mode) = rest.first() {
                let mode = part(mode);
                let options = mode.as_str().unwrap_or_default();
                if options.split(',').any(|option| option == "ro") {
                    entries.push(("read_only", Value::bool(true, mode.span)));
                } else if let Some(unknown) = mode.as_unknown() {
                    entries.push(("read_only", Value::unknown(unknown.reason.clone(), mode.span)));
                }
                entries.push(("mode", mode));
            }
            entries
        }
        [target] if text.contains('$') && part(target).as_unknown().is_some() => return keep_trace(part(target), item),
        _ => vec![("type", Value::string("volume", item.span)), ("target", part(&(0..text.len())))],
    };
    let entries = entries.into_iter().map(|(key, value)| Entry::of(key, value)).collect();
    keep_trace(Value::map(entries, item.span), item)
}

/// Whether a source is a path of the host or the name of a volume.
fn kind(source: &Value) -> Value {
    let start = match (source.as_str(), source.as_unknown()) {
        (Some(text), _) => text,
        (_, Some(unknown)) if unknown.prefix().is_empty() => {
            return Value::unknown(unknown.reason.clone(), source.span);
        }
        (_, Some(unknown)) => unknown.prefix(),
        _ => "",
    };
    let is_path = start.starts_with(['.', '/', '~', '\\']) || start.get(1..2) == Some(":");
    Value::string(if is_path { "bind" } else { "volume" }, source.span)
}

/// A value as a number where it is one.
fn number(value: Value) -> Value {
    match value.as_number() {
        Some(number) => Value { trace: value.trace.clone(), ..Value::number(number, value.span) },
        None => value,
    }
}

/// The characters that stand neither in `${…}` nor in the brackets of an address.
fn outside_variables(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut depth = 0_usize;
    let mut before = ' ';
    text.char_indices().filter(move |(_, char)| {
        match char {
            '{' if before == '$' => depth += 1,
            '[' => depth += 1,
            '}' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        before = *char;
        depth == 0
    })
}
