//! OpenAPI and Swagger documents to facts: servers, security schemes, and operations with the security that holds
//! for them.
//!
//! Swagger's `schemes`, `host` and `basePath` become servers as OpenAPI has them, and its types of security those of
//! OpenAPI, so that one rule reads both.

use std::sync::Arc;

use crate::model::{Dialect, Entry, Fact, Kind, Map, Part, Scope, ScopeId, Value};
use crate::source::{FileId, Sources, Span};

const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
/// How many servers, requirements and parameters count; real documents have a few.
const MAX_ITEMS: usize = 50;
/// The longest address that variables are put into.
const MAX_URL: usize = 2_000;

/// The facts of an API's description; none when no document is one.
#[must_use]
pub fn lower(sources: &Sources, file: FileId, documents: &[Value]) -> Option<Part> {
    let source = sources.get(file);
    let mut part = Part::default();
    for document in documents.iter().filter(|document| is_description(document)) {
        Lowering { document, part: &mut part }.document(source.name());
    }
    if part.facts.is_empty() {
        return None;
    }
    part.scopes.push(Scope::new(Dialect::Openapi, source.path.clone()));
    Some(part)
}

fn is_description(document: &Value) -> bool {
    let versioned = document.get("openapi").or_else(|| document.get("swagger"));
    let version = versioned.is_some_and(|version| version.as_str().is_some() || version.as_number().is_some());
    version && ["paths", "webhooks", "components"].iter().any(|key| document.get(key).is_some())
}

struct Lowering<'d> {
    document: &'d Value,
    part: &'d mut Part,
}

impl<'d> Lowering<'d> {
    fn document(&mut self, name: &str) {
        let header = self.document.as_map().and_then(|map| map.entries.first());
        let header = header.map_or(self.document.span, |entry| entry.key_span);
        let servers = self.servers();
        let plaintext = servers.iter().any(is_plaintext);
        let global = self.document.get("security");
        let schemes = self.schemes();
        let mut secured = global.is_some_and(|global| requirements(global).next().is_some());
        let mut operations = 0;
        for (_, _, item) in self.operations() {
            operations += 1;
            secured |= item.get("security").is_some_and(|own| requirements(own).next().is_some());
        }
        let mut entries = vec![
            Entry::of("servers", Value::list(servers.clone(), self.document.span)),
            Entry::of("schemes", Value::number(count(schemes.len()), self.document.span)),
            Entry::of("operations", Value::number(count(operations), self.document.span)),
            Entry::of("secured", Value::bool(secured, self.document.span)),
        ];
        entries.extend(["info", "security"].iter().filter_map(|key| self.document.as_map()?.entry(key).cloned()));
        self.fact("document", name.into(), entries, self.document.span, header);
        for server in servers {
            let url = server.get("url").and_then(Value::as_str).unwrap_or("server").to_owned();
            let (span, entries) = (server.span, server.as_map().map(|map| map.entries.clone()).unwrap_or_default());
            self.fact("server", url.into(), entries, span, span);
        }
        for entry in schemes {
            self.scheme(entry, plaintext);
        }
        for (path, method, item) in self.operations() {
            self.operation(path, method, item, secured, schemes.len());
        }
    }

    fn scheme(&mut self, entry: &Entry, plaintext: bool) {
        let Some(map) = entry.value.as_map() else { return };
        let mut entries: Vec<Entry> = map.entries.clone();
        // Swagger's `basic` is OpenAPI's `http` with the scheme `basic`; its flow stands in the scheme itself.
        let swagger = map.get("type").and_then(Value::as_str);
        if swagger == Some("basic") {
            entries.retain(|entry| &*entry.key != "type");
            entries.push(Entry::of("type", Value::string("http", entry.key_span)));
            entries.push(Entry::of(
                "scheme",
                Value::string("basic", map.get("type").map_or(entry.key_span, |kind| kind.span)),
            ));
        }
        if let Some(flow) = map.entry("flow").filter(|flow| flow.value.as_str().is_some()) {
            let name = match flow.value.as_str() {
                Some("application") => "clientCredentials",
                Some("accessCode") => "authorizationCode",
                other => other.unwrap_or_default(),
            };
            let kept = ["authorizationUrl", "tokenUrl", "scopes"].iter().filter_map(|key| map.entry(key).cloned());
            let inner = Value::map(kept.collect(), flow.value.span);
            let flows = vec![Entry { key: name.into(), key_span: flow.value.span, value: inner }];
            entries.push(Entry::of("flows", Value::map(flows, flow.value.span)));
        }
        entries.push(Entry::of("plaintext", Value::bool(plaintext, entry.key_span)));
        self.fact("scheme", entry.key.clone(), entries, entry.key_span.to(entry.value.span), entry.key_span);
    }

    fn operation(&mut self, path: &Entry, method: &Entry, item: &Value, secured: bool, schemes: usize) {
        let mut entries = vec![
            Entry::of("path", Value::string(path.key.clone(), path.key_span)),
            Entry::of("method", Value::string(method.key.clone(), method.key_span)),
            Entry::of("document-secured", Value::bool(secured, method.key_span)),
            Entry::of("document-schemes", Value::number(count(schemes), method.key_span)),
        ];
        let own = item.as_map().and_then(|map| map.entry("security"));
        let security = own.or_else(|| self.document.as_map()?.entry("security"));
        // `[]` takes the document's security away; `{}` among others makes it optional.
        let optional = security.is_none_or(|security| {
            let all = security.value.as_list().map_or(0, |list| list.items.len());
            all == 0 || requirements(&security.value).count() < all
        });
        let open = own.map_or(method.key_span, |own| own.key_span);
        entries.push(Entry::of("open", Value::bool(optional, open)));
        entries.extend(["operationId", "tags"].iter().filter_map(|key| item.as_map()?.entry(key).cloned()));
        let shared = path.value.get("parameters");
        let parameters: Vec<Value> = [item.get("parameters"), shared]
            .into_iter()
            .flatten()
            .filter_map(Value::as_list)
            .flat_map(|list| &list.items)
            .take(MAX_ITEMS)
            .filter_map(|parameter| self.parameter(parameter))
            .collect();
        entries.push(Entry::of("parameters", Value::list(parameters, method.key_span)));
        let address = format!("{} {}", method.key.to_ascii_uppercase(), path.key);
        self.fact("operation", address.into(), entries, method.key_span.to(item.span), method.key_span);
    }

    /// A parameter's name and place, also of one that is defined elsewhere in the document.
    fn parameter(&self, of: &Value) -> Option<Value> {
        let target = match of.get("$ref") {
            Some(reference) => {
                let steps = reference.as_str()?.strip_prefix("#/")?.split('/');
                steps
                    .take(MAX_ITEMS)
                    .try_fold(self.document, |value, step| value.get(&step.replace("~1", "/").replace("~0", "~")))?
            }
            None => of,
        };
        let kept = ["name", "in"].iter().filter_map(|key| target.as_map()?.entry(key).cloned());
        let elsewhere = target.span != of.span;
        let here = |value: Value| if elsewhere { value.used_at(of.span) } else { value };
        Some(Value::map(kept.map(|entry| Entry { value: here(entry.value), ..entry }).collect(), of.span))
    }

    fn schemes(&self) -> &'d [Entry] {
        let components = self.document.get("components").and_then(|components| components.get("securitySchemes"));
        let schemes = components.or_else(|| self.document.get("securityDefinitions"));
        schemes.and_then(Value::as_map).map_or(&[][..], |map| &map.entries)
    }

    /// Every operation: its path, its method, and what it says.
    fn operations(&self) -> impl Iterator<Item = (&'d Entry, &'d Entry, &'d Value)> + use<'d> {
        let paths = self.document.get("paths").and_then(Value::as_map).map_or(&[][..], |map| &map.entries);
        paths.iter().flat_map(|path| {
            let methods = path.value.as_map().map_or(&[][..], |map| &map.entries);
            let known = methods.iter().filter(|method| METHODS.contains(&&*method.key));
            known.map(move |method| (path, method, &method.value))
        })
    }

    /// Servers in OpenAPI's form, the defaults of their variables put in.
    fn servers(&self) -> Vec<Value> {
        if let Some(servers) = self.document.get("servers").and_then(Value::as_list) {
            return servers.items.iter().take(MAX_ITEMS).filter_map(server).collect();
        }
        let (host, base) = (self.document.get("host"), self.document.get("basePath"));
        let Some(host) = host.filter(|host| host.as_str().is_some()) else { return Vec::new() };
        let schemes = self.document.get("schemes").and_then(Value::as_list).map_or(&[][..], |list| &list.items);
        let schemes = schemes.iter().take(MAX_ITEMS).filter_map(|scheme| Some((scheme.as_str()?, scheme.span)));
        let base = base.and_then(Value::as_str).unwrap_or_default();
        let url = |scheme: &str| format!("{scheme}://{}{base}", host.as_str().unwrap_or_default());
        schemes
            .map(|(scheme, span)| Value::map(vec![Entry::of("url", Value::string(url(scheme), span))], span))
            .collect()
    }

    fn fact(&mut self, kind: &str, address: Arc<str>, entries: Vec<Entry>, span: Span, header: Span) {
        self.part.facts.push(Fact {
            dialect: Dialect::Openapi,
            kind: kind.into(),
            address,
            scope: ScopeId(0),
            body: Value::map(entries, span),
            span,
            header,
            via: Vec::new(),
        });
    }
}

fn server(server: &Value) -> Option<Value> {
    let url = server.get("url")?;
    let mut text = url.as_str()?.to_owned();
    let variables = server.get("variables").and_then(Value::as_map).map_or(&[][..], |map| &map.entries);
    for variable in variables.iter().take(MAX_ITEMS) {
        // Defaults that hold variables which hold variables would grow without end.
        let default = variable.value.get("default").and_then(Value::as_str).filter(|default| !default.contains('{'));
        if let Some(default) = default.filter(|default| default.len() + text.len() < MAX_URL) {
            text = text.replace(&format!("{{{}}}", variable.key), default);
        }
    }
    let mut entries = vec![Entry::of("url", Value::string(text, url.span))];
    entries.extend(server.as_map().and_then(|map| map.entry("description")).cloned());
    Some(Value::new(Kind::Map(Map { entries, open: None }), url.span))
}

/// Requirements that ask for something; `{}` asks for nothing.
fn requirements(security: &Value) -> impl Iterator<Item = &Value> {
    let items = security.as_list().map_or(&[][..], |list| &list.items);
    items.iter().filter(|item| item.as_map().is_none_or(|map| !map.entries.is_empty()))
}

fn is_plaintext(server: &Value) -> bool {
    server.get("url").and_then(Value::as_str).is_some_and(|url| url.starts_with("http://") || url.starts_with("ws://"))
}

fn count(of: usize) -> f64 {
    u32::try_from(of).map_or(f64::MAX, f64::from)
}

#[cfg(test)]
mod tests {
    use super::super::testing::Lowered;
    use super::*;
    use crate::source::SourceFile;

    fn read(text: &str) -> Option<Lowered> {
        let sources = Sources::new(vec![SourceFile::new("api.yaml".to_owned(), text.to_owned())]);
        let tree = crate::parse::yaml::parse(FileId(0), text).tree;
        let part = lower(&sources, FileId(0), &tree)?;
        Some(Lowered { sources, part })
    }

    #[test]
    fn operations_have_the_security_that_holds() {
        let text = "openapi: 3.1.0\nservers:\n  - url: '{scheme}://api.clinic.org'\n    variables: {scheme: {default: http}}\nsecurity:\n  - key: []\npaths:\n  /a:\n    \
                    parameters:\n      - $ref: '#/components/parameters/Ssn'\n    get: {}\n    post:\n      security: []\n    put:\n      security: [{}, {key: []}]\n    \
                    x-other: 1\n  /b: 5\ncomponents:\n  parameters:\n    Ssn: {name: ssn, in: query}\n  securitySchemes:\n    key: {type: apiKey, in: query, name: k}\n";
        let of = read(text).unwrap();
        assert_eq!(of.addresses(), ["api.yaml", "http://api.clinic.org", "key", "GET /a", "POST /a", "PUT /a"]);
        assert_eq!(of.show("GET /a", "open"), "false");
        assert_eq!(of.show("POST /a", "open"), "true");
        assert_eq!(of.show("PUT /a", "open"), "true");
        assert_eq!(of.show("GET /a", "parameters.0.name"), "ssn");
        assert_eq!(of.slice("POST /a", "open"), "security");
        assert_eq!(of.show("key", "plaintext"), "true");
        assert_eq!(of.show("api.yaml", "secured"), "true");
    }

    #[test]
    fn swagger_reads_as_openapi_does() {
        let text = "swagger: '2.0'\nhost: api.clinic.org\nbasePath: /v1\nschemes: [http, https]\nsecurityDefinitions:\n  b: {type: basic}\n  \
                    o: {type: oauth2, flow: implicit, authorizationUrl: 'http://x'}\npaths:\n  /a:\n    get: {}\n";
        let of = read(text).unwrap();
        assert_eq!(of.addresses()[1..3], ["http://api.clinic.org/v1", "https://api.clinic.org/v1"]);
        assert_eq!(of.slice("http://api.clinic.org/v1", "url"), "http");
        assert_eq!(of.show("b", "type"), "http");
        assert_eq!(of.show("b", "scheme"), "basic");
        assert_eq!(of.show("o", "flows.implicit.authorizationUrl"), "http://x");
        assert_eq!(of.show("GET /a", "open"), "true");
        assert_eq!(of.show("api.yaml", "secured"), "false");
    }

    #[test]
    fn other_documents_are_none() {
        assert!(read("openapi: 3.0.0\n").is_none());
        assert!(read("swagger: {a: b}\npaths: {}\n").is_none());
        assert!(read("- openapi\n").is_none());
        assert!(read("openapi: 3.0.0\npaths: [x]\nservers: x\nsecurity: y\n").is_some());
    }

    #[test]
    fn variables_that_hold_variables_do_not_grow() {
        let mut text = String::from("openapi: 3.0.0\npaths: {}\nservers:\n  - url: '{v0}'\n    variables:\n");
        for at in 0..40 {
            text.push_str(&format!("      v{at}: {{default: '{{v{0}}}{{v{0}}}{{v{0}}}'}}\n", at + 1));
        }
        assert_eq!(read(&text).unwrap().addresses(), ["api.yaml", "{v0}"]);
    }
}
