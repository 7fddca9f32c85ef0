//! Where programs connect to: URLs and connection strings in any text, as facts of their own.
//!
//! The body never holds a password, nor a parameter whose name says that it is one. What the text
//! leaves open, a host from the environment say, is unknown.

use std::ops::Range;
use std::sync::Arc;

use crate::model::{Dialect, Entry, Fact, Kind, Piece, Reason, Signal, Value, VendorUse};
use crate::source::Span;

use super::place::{Origin, Place};
use super::secret;
use super::walk::{self, HOLE, Leaf};

mod host;
mod tables;

pub(super) use host::is_ignored;

#[cfg(test)]
mod tests;
mod url;
mod words;

/// One connection in a text, its places counted in the text.
#[derive(Debug)]
pub(super) struct Found {
    pub kind: &'static str,
    pub range: Range<usize>,
    pub host: String,
    pub port: Option<String>,
    pub path: Option<String>,
    pub user: Option<String>,
    pub password: Option<Range<usize>>,
    pub parameters: Vec<(String, String)>,
    pub encrypted: Option<bool>,
}

impl Found {
    fn new(kind: &'static str, range: Range<usize>) -> Self {
        Self {
            kind,
            range,
            host: String::new(),
            port: None,
            path: None,
            user: None,
            password: None,
            parameters: Vec::new(),
            encrypted: None,
        }
    }

    /// What kind of host it is, as entries of a body; unknown where the host is.
    pub(super) fn class_entries(&self, whole: &Value, span: Span) -> [Entry; 4] {
        let class = host::classify(&self.host);
        let holes = self.host_has_holes();
        let truth = |truth: bool| if holes { unknown(whole, span) } else { Value::bool(truth, span) };
        [
            Entry::of("local", truth(class.local)),
            Entry::of("internal", truth(class.internal)),
            Entry::of("private", truth(class.private)),
            Entry::of("documentation", truth(class.documentation)),
        ]
    }

    /// Takes a parameter: a password as one, another secret not at all.
    fn parameter(&mut self, name: &str, value: &str, range: Range<usize>) {
        let name = name.trim().to_ascii_lowercase();
        if matches!(name.as_str(), "password" | "pwd" | "passwd" | "pass") {
            self.password = (!value.is_empty()).then_some(range);
        } else if !tables::SECRET_PARAMETERS.iter().any(|word| name.ends_with(word)) && self.parameters.len() < 64 {
            if matches!(name.as_str(), "user" | "username") {
                self.user.get_or_insert_with(|| value.to_owned());
            }
            self.parameters.push((name, value.to_owned()));
        }
    }
}

/// Finds the connections of a text; `key` is the name of the setting that holds it.
pub(super) fn scan(key: &str, text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    if text.contains("://") {
        url::find(text, &mut found);
    }
    words::find(key, text, &mut found);
    found
}

/// The connections in a text of code or configuration, and the hosts that vendors are known by.
/// `key` is the name that the text is given to; `span` is that of its literal.
pub fn from_text(place: &Place<'_>, key: &str, text: &str, span: Span) -> (Vec<Fact>, Vec<VendorUse>) {
    from_value(place, key, &Value::string(text, span))
}

/// The same for every text in a value tree.
pub fn from_value(place: &Place<'_>, key: &str, value: &Value) -> (Vec<Fact>, Vec<VendorUse>) {
    let (mut facts, mut uses) = (Vec::new(), Vec::new());
    if place.is_searched(value.span) {
        walk::leaves(key, value, &mut |leaf| from_leaf(place, leaf, &mut facts, &mut uses));
    }
    (facts, uses)
}

pub(super) fn from_leaf(place: &Place<'_>, leaf: &Leaf<'_>, facts: &mut Vec<Fact>, uses: &mut Vec<VendorUse>) {
    if is_ignored_key(leaf.key) {
        return;
    }
    let development = matches!(place.environment(leaf), "test" | "example");
    let host_use =
        |name: String, span| VendorUse { signal: Signal::Host, name: name.into(), span, development, direct: true };
    if !leaf.text.contains(['/', '=', '@']) {
        let name = leaf.text.split(':').next().unwrap_or(leaf.text);
        // The fallback in a framework's settings is mostly the one that its skeleton came with.
        let fallback = place.sources.slice(leaf.value.span).starts_with("env(");
        if !fallback && is_host_key(leaf.key) && host::is_public_name(name) {
            uses.push(host_use(name.to_ascii_lowercase(), leaf.value.span));
        }
        return;
    }
    for found in scan(leaf.key, leaf.text) {
        let class = host::classify(&found.host);
        // What code gives to a setting is followed by the program; a text of its own is shown to people.
        let shown = place.origin == Origin::Code && leaf.key.is_empty();
        let named = host::is_ignored(&found.host) || (shown && host::is_read(&found.host));
        if named && found.kind.starts_with("http") {
            continue;
        }
        let span = place.locate(leaf, found.range.clone());
        let holes = found.host_has_holes();
        // A path that is to be filled in shows how an address looks; nobody is called by it.
        let shown = found.path.as_deref().is_some_and(host::is_sample_path);
        if !holes && !shown && class == host::Class::default() && found.host.contains('.') {
            uses.push(host_use(address(&found), span));
        }
        // A link is followed by people; its host is a sign all the same.
        if !leaf.key.eq_ignore_ascii_case("href") {
            facts.push(fact(place, leaf, &found, span));
        }
    }
}

fn is_ignored_key(key: &str) -> bool {
    let plain: String = key.to_ascii_lowercase().replace(['-', '_', ' '], "");
    let last = plain.rsplit(['.', ':']).next().unwrap_or(&plain);
    tables::IGNORED_KEYS.contains(&plain.as_str()) || tables::IGNORED_KEYS.contains(&last) || plain.starts_with("xmlns")
}

/// Whether a key says that its text is the name of a host.
fn is_host_key(key: &str) -> bool {
    let key = key.to_ascii_lowercase();
    ["host", "server", "endpoint", "domain", "url", "uri", "address", "smtp", "relay", "broker", "brokers", "target"]
        .iter()
        .any(|word| key.contains(word))
}

/// The host in lower case with the beginning of its path, as far as that names no one: vendors are
/// told apart by it, and a token in it is nobody's business.
fn address(found: &Found) -> String {
    let mut address = found.host.to_ascii_lowercase();
    for segment in found.path.as_deref().unwrap_or("").split('/').filter(|segment| !segment.is_empty()).take(3) {
        let harmless = segment.len() < 24 && !host::has_holes(segment) && !segment.contains([':', '@']);
        if !harmless {
            break;
        }
        address.push('/');
        address.push_str(segment);
    }
    address
}

fn fact(place: &Place<'_>, leaf: &Leaf<'_>, found: &Found, span: Span) -> Fact {
    let text = |text: &str| partial(text, leaf.value, span);
    let mut body = vec![
        Entry::of("scheme", Value::string(found.kind, span)),
        Entry::of("host", text(&found.host)),
        Entry::of("has_password", Value::bool(found.password.is_some(), span)),
        Entry::of("origin", Value::string(place.origin.name(), span)),
    ];
    body.extend(found.class_entries(leaf.value, span));
    if let Some(port) = &found.port {
        let port = port.parse::<u16>().map_or_else(|_| text(port), |port| Value::number(f64::from(port), span));
        body.push(Entry::of("port", port));
    }
    if let Some(path) = found.path.as_ref().filter(|path| !secret::has_token(path)) {
        body.push(Entry::of("path", text(path)));
    }
    if let Some(user) = found.user.as_ref().filter(|user| !secret::has_token(user)) {
        body.push(Entry::of("user", text(user)));
    }
    if let Some(encrypted) = found.encrypted {
        body.push(Entry::of("encrypted", Value::bool(encrypted, span)));
    }
    let parameters = found.parameters.iter().filter(|(_, value)| !secret::has_token(value));
    let parameters = parameters.map(|(name, value)| Entry::of(name.as_str(), text(value))).collect();
    body.push(Entry::of("parameters", Value::map(parameters, span)));
    if !leaf.key.is_empty() {
        body.push(Entry::of("key", Value::string(leaf.key, span)));
    }
    body.push(Entry::of("@environment", Value::string(place.environment(leaf), span)));
    let shown = if host::has_holes(&found.host) { "…" } else { &found.host };
    Fact {
        dialect: Dialect::Connection,
        kind: found.kind.into(),
        address: format!("{}://{shown}", found.kind).into(),
        scope: place.scope,
        body: Value::map(body, span),
        span,
        header: span,
        via: Vec::new(),
    }
}

/// A part of the text as a value: unknown in part where something is filled in later.
fn partial(text: &str, whole: &Value, span: Span) -> Value {
    if !host::has_holes(text) {
        return Value::string(text, span);
    }
    let mut pieces = Vec::new();
    let (mut written, mut at) = (0, 0);
    while let Some(char) = text[at..].chars().next() {
        let hole = if char == HOLE { Some(char.len_utf8()) } else { url::placeholder(&text[at..]) };
        let Some(length) = hole else {
            at += char.len_utf8();
            continue;
        };
        push(&mut pieces, &text[written..at]);
        pieces.push(Piece::Hole(Vec::new()));
        at += length;
        written = at;
    }
    push(&mut pieces, &text[written..]);
    let unread = |piece: &Piece| matches!(piece, Piece::Text(text) if host::has_holes(text));
    if pieces.iter().any(unread) {
        // A marker without an end, `$NAME` say: where it ends is not known, nor what is written then.
        return unknown(whole, span);
    }
    Value::partial(reason(whole), pieces, span)
}

fn push(pieces: &mut Vec<Piece>, text: &str) {
    if !text.is_empty() {
        pieces.push(Piece::Text(text.into()));
    }
}

fn unknown(whole: &Value, span: Span) -> Value {
    Value::partial(reason(whole), vec![Piece::Hole(Vec::new())], span)
}

/// Why a part of a value is not known: as the whole, or filled in when the program runs.
fn reason(whole: &Value) -> Reason {
    match &whole.kind {
        Kind::Unknown(unknown) => unknown.reason.clone(),
        _ => Reason::Expression(Arc::from("placeholder")),
    }
}
