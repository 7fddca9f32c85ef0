//! JSON to value trees with exact spans.
//!
//! Comments and trailing commas are read, as many tools write them; any other departure from JSON is a
//! failure. Repeated keys are all kept: a later entry wins in a map.

use jsonc_parser::ast::{ObjectProp, Value as Node};
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use crate::model::{Entry, Value};
use crate::source::{FileId, ProblemKind, Span};

use super::{Failure, Parsed};

/// Reads a file. The tree is `None` for a file without a value, and when it does not parse.
#[must_use]
pub fn parse(file: FileId, text: &str) -> Parsed<Option<Value>> {
    parse_at(file, text, 0)
}

/// Reads JSON text that stands at byte `base` of a file.
#[must_use]
pub fn parse_at(file: FileId, text: &str, base: usize) -> Parsed<Option<Value>> {
    let place = |range: Range| Span::new(file, range.start + base..range.end + base);
    match parse_to_ast(text, &CollectOptions::default(), &options()) {
        Ok(parsed) => Parsed { tree: parsed.value.map(|node| value(node, &place)), failures: Vec::new() },
        Err(error) => Parsed { tree: None, failures: vec![failure(&error, place(error.range()))] },
    }
}

fn options() -> ParseOptions {
    ParseOptions {
        allow_comments: true,
        allow_trailing_commas: true,
        allow_loose_object_property_names: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    }
}

fn failure(error: &ParseError, span: Span) -> Failure {
    let (kind, message) = match error.kind() {
        ParseErrorKind::NestingDepthExceeded => (ProblemKind::Limit, "nested deeper than is read".to_owned()),
        ParseErrorKind::String(_) => (ProblemKind::Syntax, "a string is not well-formed".to_owned()),
        kind => (ProblemKind::Syntax, kind.to_string().to_lowercase()),
    };
    Failure { kind, span: Some(span), message }
}

/// Recurses as deep as the parser nested, which is limited to 512.
fn value(node: Node<'_>, place: &impl Fn(Range) -> Span) -> Value {
    let span = place(node.range());
    match node {
        Node::NullKeyword(_) => Value::new(crate::model::Kind::Null, span),
        Node::BooleanLit(literal) => Value::bool(literal.value, span),
        Node::StringLit(literal) => Value::string(literal.value, span),
        Node::NumberLit(literal) => match literal.value.parse::<f64>().ok().filter(|number| number.is_finite()) {
            Some(number) => Value::number(number, span),
            None => Value::string(literal.value, span),
        },
        Node::Array(array) => Value::list(array.elements.into_iter().map(|item| value(item, place)).collect(), span),
        Node::Object(object) => {
            Value::map(object.properties.into_iter().map(|property| entry(property, place)).collect(), span)
        }
    }
}

fn entry(property: ObjectProp<'_>, place: &impl Fn(Range) -> Span) -> Entry {
    let key_span = place(property.name.range());
    Entry { key: property.name.into_string().into(), key_span, value: value(property.value, place) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Kind;

    const FILE: FileId = FileId(0);

    fn tree(text: &str) -> Value {
        let parsed = parse(FILE, text);
        assert_eq!(parsed.failures, []);
        parsed.tree.expect("a value")
    }

    #[test]
    fn spans_are_those_of_the_source() {
        let text = "\r\n{ \"naïve\": [1, \"ü\\n\", true, null], // why\r\n \"b\": {\"c\": -1.5e2,}, }";
        let root = tree(text);
        let slice = |span: Span| &text[span.range()];
        assert_eq!(slice(root.span), text.trim());
        let list = root.as_map().expect("map").entry("naïve").expect("entry");
        assert_eq!(slice(list.key_span), "\"naïve\"");
        assert_eq!(slice(list.value.span), "[1, \"ü\\n\", true, null]");
        let items: Vec<_> = list.value.as_list().expect("list").items.iter().map(|item| slice(item.span)).collect();
        assert_eq!(items, ["1", "\"ü\\n\"", "true", "null"]);
        assert_eq!(list.value.as_list().expect("list").items[1].as_str(), Some("ü\n"));
        assert_eq!(root.get("b").and_then(|b| b.get("c")).and_then(Value::as_number), Some(-150.0));
    }

    #[test]
    fn embedded_text_has_the_spans_of_its_file() {
        let file = "policy = {\"a\": [1]}";
        let parsed = parse_at(FILE, &file[9..], 9);
        let a = parsed.tree.as_ref().and_then(|tree| tree.get("a")).expect("a");
        assert_eq!(&file[a.span.range()], "[1]");
        let failed = parse_at(FILE, "{\"a\": }", 9);
        assert!(failed.tree.is_none());
        assert_eq!(failed.failures[0].span, Some(Span::new(FILE, 15..16)));
    }

    #[test]
    fn a_repeated_key_is_kept_and_the_last_wins() {
        let root = tree("{\"a\": 1, \"a\": 2}");
        assert_eq!(root.as_map().map(|map| map.entries.len()), Some(2));
        assert_eq!(root.get("a").and_then(Value::as_number), Some(2.0));
    }

    #[test]
    fn a_file_without_a_value_is_not_a_failure() {
        for text in ["", " \r\n", "// only a comment"] {
            let parsed = parse(FILE, text);
            assert!(parsed.tree.is_none() && parsed.failures.is_empty(), "{text:?}");
        }
    }

    #[test]
    fn departures_from_json_are_failures_that_do_not_quote() {
        for text in
            ["{secret: 1}", "{'a': 1}", "{\"a\" 1}", "[1 2]", "[+1]", "[0x1]", "[.5]", "[NaN]", "{}{}", "[", "\"a"]
        {
            let parsed = parse(FILE, text);
            assert!(parsed.tree.is_none(), "{text}");
            assert_eq!(parsed.failures.len(), 1, "{text}");
            assert_eq!(parsed.failures[0].kind, ProblemKind::Syntax, "{text}");
            assert!(!parsed.failures[0].message.contains("secret"));
            assert!(parsed.failures[0].span.is_some_and(|span| span.end as usize <= text.len()), "{text}");
        }
    }

    #[test]
    fn nesting_past_the_limit_is_named() {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let text = format!("{}1{}", open.repeat(10_000), close.repeat(10_000));
            let parsed = parse(FILE, &text);
            assert!(parsed.tree.is_none());
            assert_eq!(parsed.failures[0].kind, ProblemKind::Limit);
        }
        let text = format!("{}{}", "[".repeat(500), "]".repeat(500));
        assert!(matches!(tree(&text).kind, Kind::List(_)));
    }
}
