//! TOML to values, by the `toml` crate's spanned tree.

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};

use crate::model::{Entry, Value};
use crate::source::{FileId, ProblemKind, Span};

use super::{Failure, Parsed};

/// Parses a document; what follows an error is still read.
#[must_use]
pub fn parse(file: FileId, text: &str) -> Parsed<Value> {
    let (tree, errors) = DeTable::parse_recoverable(text);
    let failures = errors
        .iter()
        .take(16)
        .map(|error| Failure {
            kind: ProblemKind::Syntax,
            span: error.span().map(|range| Span::new(file, range)),
            message: "a line is not valid TOML".to_owned(),
        })
        .collect();
    let tree = Value::map(entries(file, tree.get_ref()), Span::new(file, 0..text.len()));
    Parsed { tree, failures }
}

fn entries(file: FileId, table: &DeTable<'_>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, item)| Entry {
            key: key.get_ref().as_ref().into(),
            key_span: Span::new(file, key.span()),
            value: value(file, item),
        })
        .collect();
    // The crate's tables are sorted by key; a reader expects the order of the file.
    entries.sort_by_key(|entry| (entry.key_span.start, entry.value.span.start));
    entries
}

/// The crate limits nesting while it parses, so that this recursion is limited too.
fn value(file: FileId, item: &Spanned<DeValue<'_>>) -> Value {
    let span = Span::new(file, item.span());
    match item.get_ref() {
        DeValue::String(text) => Value::string(text.as_ref(), span),
        DeValue::Integer(number) => {
            let parsed = i64::from_str_radix(number.as_str(), number.radix());
            #[expect(clippy::cast_precision_loss, reason = "settings hold no integers past 2^53")]
            Value::number(parsed.unwrap_or_default() as f64, span)
        }
        DeValue::Float(number) => Value::number(number.as_str().parse().unwrap_or_default(), span),
        DeValue::Boolean(truth) => Value::bool(*truth, span),
        DeValue::Datetime(moment) => Value::string(moment.to_string(), span),
        DeValue::Array(items) => Value::list(items.iter().map(|item| value(file, item)).collect(), span),
        DeValue::Table(table) => Value::map(entries(file, table), span),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_exact_spans_and_keep_the_order_of_the_file() {
        let text = "z = 'last'\n[server]\nport = 0x10\ntls.enabled = false\n[[sink]]\nurl = \"http://x\"\n[[sink]]\n";
        let parsed = parse(FileId(0), text);
        assert_eq!(parsed.failures, []);
        let keys: Vec<&str> = parsed.tree.as_map().unwrap().entries.iter().map(|entry| &*entry.key).collect();
        assert_eq!(keys, ["z", "server", "sink"]);
        let server = parsed.tree.get("server").unwrap();
        assert_eq!(server.get("port").unwrap().as_number(), Some(16.0));
        assert_eq!(server.get("tls").unwrap().get("enabled").unwrap().as_bool(), Some(false));
        let sinks = parsed.tree.get("sink").unwrap().as_list().unwrap();
        assert_eq!(&text[sinks.items[0].get("url").unwrap().span.range()], "\"http://x\"");
    }

    #[test]
    fn errors_do_not_hide_the_rest() {
        let parsed = parse(FileId(0), "a = \nb = 1\n");
        assert!(!parsed.failures.is_empty());
        assert_eq!(parsed.tree.get("b").unwrap().as_number(), Some(1.0));
    }

    #[test]
    fn hostile_nesting_fails() {
        assert!(!parse(FileId(0), &format!("a = {}", "[".repeat(100_000))).failures.is_empty());
        assert!(!parse(FileId(0), &format!("{}b = 1", "a.".repeat(100_000))).failures.is_empty());
        assert!(!parse(FileId(0), &format!("[{}b]\nc = 1", "a.".repeat(100_000))).failures.is_empty());
    }
}
