//! What `yamldecode` makes of scalars: Terraform's reader follows YAML 1.1 in truth values, and has a mind of its own in
//! numbers.

use crate::model::{Entry, Kind, List, Map, Value};

/// A document with its plain scalars read as Terraform does; nothing where that is not known.
pub(super) fn as_terraform_reads(value: Value, text: &str) -> Option<Value> {
    let Value { kind, span, trace } = value;
    let kind = match kind {
        Kind::List(List { items, open: None }) => {
            let items = items.into_iter().map(|item| as_terraform_reads(item, text)).collect::<Option<_>>()?;
            Kind::List(List { items, open: None })
        }
        Kind::Map(Map { entries, open: None }) => {
            let entries = entries.into_iter().map(|entry| {
                // Tags of one's own are refused.
                if entry.key.starts_with('!')
                    && text.get(entry.key_span.range()).is_some_and(|key| key.starts_with('!'))
                {
                    return None;
                }
                let key = match truth(written(&entry.key, entry.key_span.range(), text)) {
                    Some(truth) => if truth { "true" } else { "false" }.into(),
                    None => entry.key,
                };
                Some(Entry { key, value: as_terraform_reads(entry.value, text)?, ..entry })
            });
            Kind::Map(Map { entries: entries.collect::<Option<_>>()?, open: None })
        }
        Kind::String(content) => {
            let plain = written(&content, span.range(), text);
            match truth(plain) {
                Some(truth) => Kind::Bool(truth),
                None if is_octal(plain) => Kind::Number(plain.parse().ok()?),
                // Dates and numbers of older kinds are converted in their own ways.
                None if is_plain(&content, span.range(), text)
                    && content.starts_with(|first: char| first.is_ascii_digit() || first == '.') =>
                {
                    return None;
                }
                None => Kind::String(content),
            }
        }
        // What others take for octal is decimal to Terraform.
        Kind::Number(_) if text.get(span.range()).is_some_and(is_octal) => {
            Kind::Number(text.get(span.range())?.parse().ok()?)
        }
        kind @ (Kind::Null | Kind::Bool(_) | Kind::Number(_)) => kind,
        Kind::List(_) | Kind::Map(_) | Kind::Unknown(_) => return None,
    };
    Some(Value { kind, span, trace })
}

/// A plain scalar as it is written; empty for one in quotes.
fn written<'t>(content: &'t str, range: std::ops::Range<usize>, text: &str) -> &'t str {
    if is_plain(content, range, text) { content } else { "" }
}

fn is_plain(content: &str, range: std::ops::Range<usize>, text: &str) -> bool {
    text.get(range) == Some(content)
}

fn truth(plain: &str) -> Option<bool> {
    match plain {
        "y" | "Y" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" => Some(true),
        "n" | "N" | "no" | "No" | "NO" | "off" | "Off" | "OFF" => Some(false),
        _ => None,
    }
}

fn is_octal(written: &str) -> bool {
    let digits = written.trim_start_matches(['+', '-']);
    digits.len() > 1 && digits.starts_with('0') && digits.bytes().all(|digit| digit.is_ascii_digit())
}
