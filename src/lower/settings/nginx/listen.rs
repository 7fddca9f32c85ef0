//! What a server listens on, and whether it does so by TLS.

use crate::model::{Entry, Value};
use crate::parse::directive::Directive;
use crate::source::Span;

use crate::lower::settings::body::Body;

/// Adds `@listeners`, `@tls` (some listener has TLS), `@plaintext` (some listener has none) and
/// `@redirects-to-https` to a server's body.
pub(super) fn mark(body: &mut Body, directives: &[&Directive], header: Span) {
    let all_tls = directives.iter().any(|directive| directive.is("ssl") && directive.argument(0) == "on");
    let listens = directives.iter().filter(|directive| directive.is("listen"));
    let mut listeners: Vec<Listener> = listens.map(|directive| Listener::read(directive, all_tls)).collect();
    if listeners.is_empty() {
        // Without `listen`, a server has port 80.
        listeners.push(Listener { address: "*".to_owned(), port: Some(80.0), tls: all_tls, unix: false, span: header });
    }
    let tls = listeners.iter().find(|listener| listener.tls);
    let plain = listeners.iter().find(|listener| !listener.tls && !listener.unix);
    body.mark("@tls", Value::bool(tls.is_some(), tls.map_or(header, |listener| listener.span)));
    body.mark("@plaintext", Value::bool(plain.is_some(), plain.map_or(header, |listener| listener.span)));
    let redirect = directives.iter().find(|directive| redirects(directive));
    let span = redirect.map_or(header, |directive| directive.header());
    body.mark("@redirects-to-https", Value::bool(redirect.is_some(), span));
    let listeners = listeners.into_iter().map(Listener::value).collect();
    body.mark("@listeners", Value::list(listeners, header));
}

struct Listener {
    address: String,
    port: Option<f64>,
    tls: bool,
    unix: bool,
    span: Span,
}

impl Listener {
    fn read(directive: &Directive, all_tls: bool) -> Self {
        let first = directive.argument(0);
        let words = || directive.arguments.iter().skip(1).map(|word| &*word.text);
        let tls = all_tls || words().any(|word| matches!(word, "ssl" | "quic"));
        let unix = first.starts_with("unix:");
        let (address, port) = if unix {
            (first, None)
        } else if first.bytes().all(|byte| byte.is_ascii_digit()) {
            ("*", Some(first))
        } else {
            // The colons of an IPv6 address stand in brackets.
            match first.rsplit_once(':').filter(|(_, port)| !port.contains(']')) {
                Some((address, port)) => (address, Some(port)),
                None => (first, Some("80")),
            }
        };
        Self {
            address: address.to_owned(),
            port: port.and_then(|port| port.parse().ok()),
            tls,
            unix,
            span: directive.arguments_span(),
        }
    }

    fn value(self) -> Value {
        let mut entries = vec![
            Entry::of("address", Value::string(self.address, self.span)),
            Entry::of("tls", Value::bool(self.tls, self.span)),
        ];
        if let Some(port) = self.port {
            entries.push(Entry::of("port", Value::number(port, self.span)));
        }
        Value::map(entries, self.span)
    }
}

/// Whether a directive of a server sends everyone to HTTPS, by itself or in its `location /`.
fn redirects(directive: &Directive) -> bool {
    let to_https = |words: &Directive| words.arguments.iter().any(|word| word.text.starts_with("https://"));
    match &directive.block {
        None => matches!(&*directive.name.text, "return" | "rewrite") && to_https(directive),
        Some(block) => {
            let plain_if = directive.is("if") && directive.text().contains("scheme");
            let everything =
                directive.is("location") && directive.arguments.last().is_some_and(|word| &*word.text == "/");
            (plain_if || everything) && block.iter().any(|inner| inner.block.is_none() && redirects(inner))
        }
    }
}
