//! Log shippers, each with its own language; all become sections that are lists of maps.

use crate::model::{Dialect, Entry, Part, Value};
use crate::parse::directive::Directive;
use crate::source::{FileId, Sources, Span};

use super::body::{Body, arguments};
use super::output::Output;

/// Lowers Fluent Bit's sections or Fluentd's: names in lower case, arguments under `@argument`.
#[must_use]
pub fn lower_sections(sources: &Sources, file: FileId, kind: &str, tree: &[Directive]) -> Part {
    let mut output = Output::new(sources, file, Dialect::Logging);
    let whole = Span::new(file, 0..sources.get(file).text.len());
    let body = section(tree, 0);
    if !body.entries().is_empty() {
        output.fact(Dialect::Logging, kind, kind, body.finish(whole));
    }
    output.finish()
}

fn section(directives: &[Directive], depth: usize) -> Body {
    let mut body = Body::default();
    for directive in directives {
        let key = directive.name.text.to_ascii_lowercase();
        match &directive.block {
            // Keys above the first header have a section without a name.
            Some(block) if key.is_empty() => {
                for key in block {
                    let entry = Entry { key: key.name.text.clone(), key_span: key.name.span, value: arguments(key) };
                    body.set(entry);
                }
            }
            Some(block) if depth < 8 => {
                let mut inner = section(block, depth + 1);
                if !directive.arguments.is_empty() {
                    inner.mark("@argument", arguments(directive));
                }
                body.push(key, directive.name.span, inner.finish(directive.span));
            }
            Some(_) => {}
            None => body.set(Entry { key: key.into(), key_span: directive.name.span, value: arguments(directive) }),
        }
    }
    body
}

/// Lowers what is a tree already: Logstash, Vector, rsyslog.
#[must_use]
pub fn lower_tree(sources: &Sources, file: FileId, kind: &str, tree: &Value) -> Part {
    let mut output = Output::new(sources, file, Dialect::Logging);
    if tree.as_map().is_some_and(|map| !map.entries.is_empty()) {
        output.fact(Dialect::Logging, kind, kind, super::placeholder::resolve(tree));
    }
    output.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::ini::{Separator, sections};
    use crate::source::SourceFile;

    #[test]
    fn sections_are_lists_of_maps() {
        let text = "[OUTPUT]\n  Name es\n  tls Off\n[OUTPUT]\n  Name stdout\n";
        let sources = Sources::new(vec![SourceFile::new("fluent-bit.conf".into(), text.into())]);
        let tree = sections(FileId(0), text, Separator::Blank).tree;
        let fact = &lower_sections(&sources, FileId(0), "fluent-bit", &tree).facts[0];
        let outputs = fact.body.get("output").unwrap().as_list().unwrap();
        assert_eq!(outputs.items.len(), 2);
        let tls = outputs.items[0].get("tls").unwrap();
        assert_eq!((tls.as_str(), &text[tls.span.range()]), (Some("Off"), "Off"));
    }

    #[test]
    fn sections_within_sections() {
        let text = "<match app.**>\n @type forward\n <server>\n  host h\n </server>\n</match>\n";
        let sources = Sources::new(vec![SourceFile::new("fluent.conf".into(), text.into())]);
        let tree = crate::parse::apache::parse(FileId(0), text).tree;
        let fact = &lower_sections(&sources, FileId(0), "fluentd", &tree).facts[0];
        let matched = &fact.body.get("match").unwrap().as_list().unwrap().items[0];
        assert_eq!(matched.get("@argument").unwrap().as_str(), Some("app.**"));
        assert_eq!(matched.get("@type").unwrap().as_str(), Some("forward"));
        let server = &matched.get("server").unwrap().as_list().unwrap().items[0];
        assert_eq!(server.get("host").unwrap().as_str(), Some("h"));
    }
}
