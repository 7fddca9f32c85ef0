//! Kafka properties: of a broker, or of a client.

use std::collections::BTreeMap;

use crate::model::{Dialect, Entry, Part, Value};
use crate::source::{FileId, Sources};

use super::body::{as_written, expand};
use super::output::Output;
use super::tree::{flat, typed_leaves};

/// Keys that only a broker or controller has.
const BROKER: &[&str] = &[
    "broker.id",
    "log.dirs",
    "log.dir",
    "zookeeper.connect",
    "process.roles",
    "node.id",
    "listeners",
    "inter.broker.listener.name",
];

/// Whether a key of a properties file says that it is Kafka's.
#[must_use]
pub fn is_key(key: &str) -> bool {
    matches!(key, "broker.id" | "log.dirs" | "zookeeper.connect" | "process.roles" | "bootstrap.servers")
}

/// Lowers one file: dotted keys nested, and `listeners_parsed` beside the text of `listeners`.
#[must_use]
pub fn lower(sources: &Sources, file: FileId, documents: &[Value]) -> Part {
    let mut output = Output::new(sources, file, Dialect::Kafka);
    let mut document = flat(documents, file);
    let listeners = document.get("listeners").and_then(listeners).map(|list| {
        let protocols = document.get("listener.security.protocol.map").and_then(Value::as_str).unwrap_or("");
        with_protocols(list, protocols)
    });
    let is_broker = BROKER.iter().any(|key| document.get(key).is_some());
    if let (Some(listeners), crate::model::Kind::Map(map)) = (listeners, &mut document.kind) {
        map.entries.push(Entry::of("listeners_parsed", listeners));
    }
    let kind = if is_broker { "broker" } else { "client" };
    output.fact(Dialect::Kafka, kind, kind, expand(&typed_leaves(&document), as_written));
    output.finish()
}

struct Listener<'t> {
    name: &'t str,
    host: &'t str,
    port: Option<f64>,
    span: crate::source::Span,
}

/// `NAME://host:port` entries divided by commas.
fn listeners(value: &Value) -> Option<Vec<Listener<'_>>> {
    let text = value.as_str()?;
    let entries = text.split(',').filter_map(|entry| {
        let (name, address) = entry.trim().split_once("://")?;
        let (host, port) = address.rsplit_once(':').unwrap_or((address, ""));
        Some(Listener { name, host, port: port.parse().ok(), span: value.span })
    });
    Some(entries.collect())
}

/// The listeners with their protocol: that of the map, else the one that the name is.
fn with_protocols(listeners: Vec<Listener<'_>>, map: &str) -> Value {
    let protocols: BTreeMap<String, &str> = map
        .split(',')
        .filter_map(|pair| pair.trim().split_once(':'))
        .map(|(name, protocol)| (name.to_ascii_uppercase(), protocol))
        .collect();
    let span = listeners.first().map_or(crate::source::Span::top(FileId(0)), |listener| listener.span);
    let items = listeners.into_iter().map(|listener| {
        let text = |value: &str| Value::string(value, listener.span);
        let name = listener.name.to_ascii_uppercase();
        let protocol = protocols.get(&name).copied().unwrap_or(&name).to_ascii_uppercase();
        let mut entries = vec![
            Entry::of("name", text(listener.name)),
            Entry::of("host", text(listener.host)),
            Entry::of("protocol", text(&protocol)),
        ];
        entries.extend(listener.port.map(|port| Entry::of("port", Value::number(port, listener.span))));
        Value::map(entries, listener.span)
    });
    Value::list(items.collect(), span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Fact;
    use crate::source::SourceFile;

    fn lowered(text: &str) -> Fact {
        let sources = Sources::new(vec![SourceFile::new("server.properties".into(), text.into())]);
        let tree = crate::parse::properties::parse(FileId(0), text).tree;
        lower(&sources, FileId(0), &tree).facts.remove(0)
    }

    #[test]
    fn brokers_have_parsed_listeners() {
        let text = "broker.id=1\nlisteners=INT://:9092,SSL://0.0.0.0:9093\nlistener.security.protocol.map=INT:PLAINTEXT\nauto.create.topics.enable=false\n";
        let fact = lowered(text);
        assert_eq!(&*fact.kind, "broker");
        let listeners = fact.body.get("listeners_parsed").unwrap().as_list().unwrap();
        assert_eq!(listeners.items[0].get("protocol").unwrap().as_str(), Some("PLAINTEXT"));
        assert_eq!(listeners.items[1].get("protocol").unwrap().as_str(), Some("SSL"));
        assert_eq!(listeners.items[1].get("port").unwrap().as_number(), Some(9093.0));
        let create = fact.body.get("auto").unwrap().get("create").unwrap().get("topics").unwrap();
        assert_eq!(create.get("enable").unwrap().as_bool(), Some(false));
        assert_eq!(&text[listeners.items[0].span.range()], "INT://:9092,SSL://0.0.0.0:9093");
    }

    #[test]
    fn clients_are_told_from_brokers() {
        let fact = lowered("bootstrap.servers=a:9092\nsecurity.protocol=SASL_PLAINTEXT\n");
        assert_eq!(&*fact.kind, "client");
        assert_eq!(fact.body.get("security").unwrap().get("protocol").unwrap().as_str(), Some("SASL_PLAINTEXT"));
    }
}
