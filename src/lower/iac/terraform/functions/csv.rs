//! `csvdecode`: a first record that names the columns, and an object for each record behind it.

use std::collections::BTreeSet;

use crate::model::{Entry, Value};
use crate::source::Span;

/// Fields that are read of one text.
const MOST_FIELDS: usize = 100_000;

/// What the text says; nothing when Terraform would refuse it.
pub(super) fn decode(text: &str, span: Span) -> Option<Value> {
    let records = records(text)?;
    let (names, rows) = records.split_first()?;
    let is_repeated = names.iter().collect::<BTreeSet<_>>().len() < names.len();
    if is_repeated || rows.iter().any(|row| row.len() != names.len()) {
        return None;
    }
    let rows = rows.iter().map(|row| {
        let fields = names.iter().zip(row);
        Value::map(
            fields.map(|(name, field)| Entry::of(name.as_str(), Value::string(field.as_str(), span))).collect(),
            span,
        )
    });
    Some(Value::list(rows.collect(), span))
}

fn records(text: &str) -> Option<Vec<Vec<String>>> {
    let mut records = Vec::new();
    let mut rest = text;
    let mut fields = 0;
    while !rest.is_empty() {
        let (record, after) = record(rest)?;
        rest = after;
        fields += record.len();
        if fields > MOST_FIELDS {
            return None;
        }
        // Empty lines are no records.
        if record.len() > 1 || record.first().is_some_and(|field| !field.is_empty()) {
            records.push(record);
        }
    }
    Some(records)
}

/// One record, and the text behind it.
fn record(text: &str) -> Option<(Vec<String>, &str)> {
    let mut fields = Vec::new();
    let mut rest = text;
    loop {
        let field;
        (field, rest) = match rest.strip_prefix('"') {
            Some(quoted) => quoted_field(quoted)?,
            None => {
                let end = rest.find([',', '\n']).unwrap_or(rest.len());
                let field = rest[..end].trim_end_matches('\r');
                if field.contains('"') {
                    return None;
                }
                (field.to_owned(), &rest[end..])
            }
        };
        fields.push(field);
        let line = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n'));
        match (rest.strip_prefix(','), line) {
            (Some(after), _) => rest = after,
            (None, Some(after)) => return Some((fields, after)),
            (None, None) if rest.is_empty() => return Some((fields, rest)),
            (None, None) => return None,
        }
    }
}

/// A field behind its opening quote, and the text behind the closing one.
fn quoted_field(text: &str) -> Option<(String, &str)> {
    let mut field = String::new();
    let mut rest = text;
    loop {
        let end = rest.find('"')?;
        field.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        match rest.strip_prefix('"') {
            Some(after) => {
                field.push('"');
                rest = after;
            }
            None => return Some((field, rest)),
        }
    }
}
