//! XML to values: an element is a map with `@attribute` keys, its children under their names as
//! lists, and its text under `#text`. Namespace prefixes are dropped.

use std::collections::HashMap;
use std::sync::Arc;

use roxmltree::{Document, Node, NodeType, ParsingOptions};

use crate::model::{Entry, Kind, Reason, Value};
use crate::source::{FileId, ProblemKind, Span};

use super::{Failure, Parsed};

/// The deepest nesting that is followed.
const DEPTH: usize = 64;
/// The most nodes that are read.
const NODES: u32 = 500_000;

/// Parses a document into a map of one key, the root element's name. A document that is not
/// well-formed is not read at all.
#[must_use]
pub fn parse(file: FileId, text: &str) -> Parsed<Option<Value>> {
    let fail = |kind, span, message: &str| Parsed {
        tree: None,
        failures: vec![Failure { kind, span, message: message.to_owned() }],
    };
    // Entities expand each other; no configuration needs them.
    if let Some(at) = memchr::memmem::find(text.as_bytes(), b"<!ENTITY") {
        let span = Span::new(file, at..at + 8);
        return fail(ProblemKind::Limit, Some(span), "the document declares entities, which are not expanded");
    }
    if too_deep(text) {
        return fail(ProblemKind::Limit, None, "elements are nested too deeply");
    }
    let options = ParsingOptions { allow_dtd: true, nodes_limit: NODES, ..ParsingOptions::default() };
    let document = match Document::parse_with_options(text, options) {
        Ok(document) => document,
        Err(roxmltree::Error::NodesLimitReached) => {
            return fail(ProblemKind::Limit, None, "the document has too many elements");
        }
        Err(_) => return fail(ProblemKind::Syntax, None, "the document is not well-formed XML"),
    };
    let root = document.root_element();
    let mut failures = Vec::new();
    let entry = Entry {
        key: root.tag_name().name().into(),
        key_span: name_span(file, text, root),
        value: element(file, text, root, 0, &mut failures),
    };
    Parsed { tree: Some(Value::map(vec![entry], Span::new(file, root.range()))), failures }
}

/// Whether more elements are open at once than can be followed, counted roughly: the library may
/// recurse on what it is given.
fn too_deep(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut depth = 0_usize;
    for at in memchr::memchr2_iter(b'<', b'>', bytes) {
        match (bytes[at], bytes.get(at + 1)) {
            (b'<', Some(b'/')) => depth = depth.saturating_sub(1),
            (b'<', Some(next)) if next.is_ascii_alphabetic() || *next == b'_' => depth += 1,
            (b'>', _) if at > 0 && bytes[at - 1] == b'/' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEPTH * 8 {
            return true;
        }
    }
    false
}

fn name_span(file: FileId, text: &str, node: Node<'_, '_>) -> Span {
    let start = node.range().start + 1;
    let rest = text.get(start..node.range().end).unwrap_or("");
    let length = rest.find(|char: char| char.is_whitespace() || char == '>' || char == '/').unwrap_or(rest.len());
    Span::new(file, start..start + length)
}

fn element(file: FileId, text: &str, node: Node<'_, '_>, depth: usize, failures: &mut Vec<Failure>) -> Value {
    let span = Span::new(file, node.range());
    if depth >= DEPTH {
        if failures.is_empty() {
            let message = "elements are nested too deeply".to_owned();
            failures.push(Failure { kind: ProblemKind::Limit, span: Some(span), message });
        }
        return Value::unknown(Reason::Limit, span);
    }
    let mut entries: Vec<Entry> = node
        .attributes()
        .map(|attribute| Entry {
            key: format!("@{}", attribute.name()).into(),
            key_span: Span::new(file, attribute.range_qname()),
            value: Value::string(attribute.value(), Span::new(file, attribute.range_value())),
        })
        .collect();
    let mut lists: HashMap<Arc<str>, usize> = HashMap::new();
    let mut words: Option<(String, Span)> = None;
    for child in node.children() {
        match child.node_type() {
            NodeType::Element => {
                let key: Arc<str> = child.tag_name().name().into();
                let value = element(file, text, child, depth + 1, failures);
                let index = *lists.entry(key.clone()).or_insert_with(|| {
                    let list = Value::list(Vec::new(), value.span);
                    entries.push(Entry { key, key_span: name_span(file, text, child), value: list });
                    entries.len() - 1
                });
                let list = &mut entries[index].value;
                list.span = list.span.to(value.span);
                if let Kind::List(list) = &mut list.kind {
                    list.items.push(value);
                }
            }
            NodeType::Text => append(file, text, child, &mut words),
            _ => {}
        }
    }
    if let Some((words, span)) = words {
        entries.push(Entry { key: "#text".into(), key_span: span, value: Value::string(words, span) });
    }
    Value::map(entries, span)
}

fn append(file: FileId, text: &str, node: Node<'_, '_>, words: &mut Option<(String, Span)>) {
    let content = node.text().unwrap_or("").trim();
    if content.is_empty() {
        return;
    }
    let range = node.range();
    let written = text.get(range.clone()).unwrap_or("");
    let start = range.start + (written.len() - written.trim_start().len());
    let span = Span::new(file, start..start + written.trim().len());
    match words {
        Some((all, place)) => {
            all.push(' ');
            all.push_str(content);
            *place = place.to(span);
        }
        None => *words = Some((content.to_owned(), span)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_attributes_and_text_have_exact_spans() {
        let text = "<?xml version=\"1.0\"?>\n<!DOCTYPE a>\n<x:beans xmlns:x=\"http://w\" xmlns:i=\"http://i\" i:loc=\"u\">\n <bean id=\"ds\"> jdbc:h2 </bean>\n <!-- c -->\n <bean/>\n</x:beans>";
        let parsed = parse(FileId(0), text);
        assert_eq!(parsed.failures, []);
        let tree = parsed.tree.unwrap();
        let beans = tree.get("beans").unwrap();
        assert_eq!(beans.get("@loc").unwrap().as_str(), Some("u"));
        let list = beans.get("bean").unwrap().as_list().unwrap();
        assert_eq!(list.items.len(), 2);
        let id = list.items[0].get("@id").unwrap();
        assert_eq!((id.as_str(), &text[id.span.range()]), (Some("ds"), "ds"));
        let words = list.items[0].get("#text").unwrap();
        assert_eq!((words.as_str(), &text[words.span.range()]), (Some("jdbc:h2"), "jdbc:h2"));
        assert_eq!(&text[tree.as_map().unwrap().entries[0].key_span.range()], "x:beans");
    }

    #[test]
    fn entities_are_refused_and_broken_documents_named() {
        let bomb = "<!DOCTYPE a [<!ENTITY a \"aaaa\">]><a>&a;</a>";
        assert_eq!(parse(FileId(0), bomb).failures[0].kind, ProblemKind::Limit);
        assert_eq!(parse(FileId(0), "<a><b></a>").failures[0].kind, ProblemKind::Syntax);
        assert_eq!(parse(FileId(0), "").failures[0].kind, ProblemKind::Syntax);
    }

    #[test]
    fn hostile_nesting_is_limited() {
        let deep = |by: usize| format!("{}x{}", "<a>".repeat(by), "</a>".repeat(by));
        assert_eq!(parse(FileId(0), &deep(100_000)).failures[0].kind, ProblemKind::Limit);
        let partly = parse(FileId(0), &deep(200));
        assert!(partly.tree.is_some());
        assert_eq!(partly.failures.len(), 1);
    }
}
