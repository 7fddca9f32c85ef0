//! Literals that look like credentials, as facts of their own.
//!
//! A credential shows by its format, by the name that it is given, or by its place in a connection
//! string. Its text never enters a body: the span says where it is.

use crate::model::{Dialect, Entry, Fact, Kind, Value};
use crate::source::Span;

use super::connection;
use super::place::{Origin, Place};
use super::walk::{self, HOLE, Leaf};

mod name;
mod patterns;
#[cfg(test)]
mod tests;

use name::Noun;

/// What was recognised, before it is a fact.
struct Secret {
    pattern: &'static str,
    placeholder: bool,
    high: bool,
}

/// The credentials in a text of code or configuration. `key` is the name of the variable, argument or
/// setting that the text is given to; `span` is that of its literal.
pub fn from_text(place: &Place<'_>, key: &str, text: &str, span: Span) -> Vec<Fact> {
    from_value(place, key, &Value::string(text, span))
}

/// The same for every text in a value tree.
pub fn from_value(place: &Place<'_>, key: &str, value: &Value) -> Vec<Fact> {
    let mut facts = Vec::new();
    if place.is_searched(value.span) {
        walk::leaves(key, value, &mut |leaf| from_leaf(place, leaf, &mut facts));
    }
    facts
}

/// Whether a text holds a credential of a known format: no body may have it then.
pub(super) fn has_token(text: &str) -> bool {
    !patterns::find(text).is_empty()
}

/// Whether a name says that its value is a credential.
pub(super) fn is_name(name: &str) -> bool {
    name::noun(name).is_some()
}

pub(super) fn from_leaf(place: &Place<'_>, leaf: &Leaf<'_>, facts: &mut Vec<Fact>) {
    let before = facts.len();
    for (pattern, range) in patterns::find(leaf.text) {
        let token = &leaf.text[range.clone()];
        let placeholder = name::is_placeholder(token) && pattern.name != "private-key";
        // What is signed may be read by anyone; that it can be used is not sure.
        let high = !matches!(pattern.name, "jwt" | "stripe-test-key");
        let span = place.locate(leaf, range);
        facts.push(fact(place, leaf, span, &Secret { pattern: pattern.name, placeholder, high }));
    }
    if facts.len() > before {
        return;
    }
    if leaf.text.contains(['=', '@']) {
        for found in connection::scan(leaf.key, leaf.text) {
            let Some(range) = found.password.clone() else { continue };
            let password = leaf.text.get(range.clone()).unwrap_or("");
            let Some(secret) = password_in_connection(password) else { continue };
            let span = place.locate(leaf, range);
            let mut fact = fact(place, leaf, span, &secret);
            if let Kind::Map(body) = &mut fact.body.kind {
                body.entries.extend(found.class_entries(leaf.value, span));
            }
            facts.push(fact);
        }
    }
    let source = place.sources.slice(leaf.value.span);
    // What stands when the environment says nothing is a default, however it looks.
    let is_default = source.len() < 1024 && ["${", "env(", "ENV"].iter().any(|mark| source.contains(mark));
    if facts.len() == before
        && let Some(mut secret) = default_key(leaf).filter(|_| is_default).or_else(|| named(place.origin, leaf))
    {
        // Tests of a log-in are full of them, and nobody logs in there.
        if secret.pattern == "default-password" && place.origin == Origin::Code && place.environment(leaf) == "test" {
            return;
        }
        if is_default && secret.pattern != "default-key" {
            secret = Secret { pattern: "default-password", high: false, ..secret };
        }
        facts.push(fact(place, leaf, leaf.value.span, &secret));
    }
}

fn password_in_connection(password: &str) -> Option<Secret> {
    if password.is_empty() || password.contains(HOLE) || name::is_placeholder(password) {
        return None;
    }
    let pattern = if name::is_weak(password) { "default-password" } else { "connection-password" };
    Some(Secret { pattern, placeholder: false, high: pattern == "connection-password" })
}

/// A key that programs sign or encrypt with: unlike a password it opens every installation that left it.
fn default_key(leaf: &Leaf<'_>) -> Option<Secret> {
    let text = leaf.text;
    let shapeless = text.len() < 8 || text.len() > 512 || text.contains(HOLE) || text.contains(char::is_whitespace);
    let told = name::is_key(leaf.key) && !shapeless && !name::is_placeholder(text) && !is_reference(text);
    told.then_some(Secret { pattern: "default-key", placeholder: false, high: false })
}

/// A credential by the name that its text is given to.
fn named(origin: Origin, leaf: &Leaf<'_>) -> Option<Secret> {
    let noun = name::noun(leaf.key)?;
    let text = leaf.text;
    let shapeless = text.len() < 3 || text.len() > 512 || text.contains(HOLE) || text.contains(char::is_whitespace);
    if shapeless || name::is_placeholder(text) || (is_reference(text) && !name::is_weak(text)) {
        return None;
    }
    // Rules for forms, selectors and patterns are given to fields called `password` too.
    let code = origin == Origin::Code;
    if code
        && (text.starts_with(['#', '-', ':', '@', '$', '%', '&', '\\'])
            || text.contains(['|', '<', '>', '[', ']', '(', ')', '{', '}']))
    {
        return None;
    }
    let random = name::is_random(text);
    match noun {
        Noun::Password if name::is_weak(text) => {
            // In code, a field called `password` is often given its own name.
            let lower = text.to_ascii_lowercase();
            let is_name =
                matches!(lower.as_str(), "password" | "passwd" | "pass" | "user" | "default" | "public" | "private");
            let own_name = code && (is_name || leaf.key.to_ascii_lowercase().ends_with(&lower));
            (!own_name).then_some(Secret { pattern: "default-password", placeholder: false, high: false })
        }
        Noun::Password if name::says_password(text) => {
            let told = origin == Origin::Configuration;
            told.then_some(Secret { pattern: "default-password", placeholder: false, high: false })
        }
        Noun::Password => {
            let strong = random || name::is_strong_password(text);
            let identifier = text.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'-' | b'.'));
            let told = strong || (origin == Origin::Configuration && !is_word(text)) || !identifier;
            told.then_some(Secret { pattern: "password", placeholder: false, high: strong })
        }
        Noun::Token if name::is_weak(text) && origin == Origin::Configuration && !is_flag(text) => {
            Some(Secret { pattern: "default-password", placeholder: false, high: false })
        }
        Noun::Token => random.then_some(Secret { pattern: "token", placeholder: false, high: true }),
    }
}

/// Whether a text says where a secret is rather than what it is.
fn is_reference(text: &str) -> bool {
    let path = text.starts_with(['/', '.', '~', '!']) || text.contains("://") || text.starts_with("C:\\");
    path || matches!(
        text.to_ascii_lowercase().as_str(),
        "true"
            | "false"
            | "yes"
            | "no"
            | "on"
            | "off"
            | "string"
            | "bearer"
            | "basic"
            | "required"
            | "optional"
            | "disabled"
            | "enabled"
            | "header"
            | "cookie"
            | "prompt"
            | "password:"
            | "auto"
    ) || [".key", ".pem", ".crt", ".txt", ".json", ".yml", ".yaml", ".jks", ".p12", ".properties", ".secret"]
        .iter()
        .any(|end| text.ends_with(end))
}

/// Whether a text is a single plain word that a policy or type may be called by.
fn is_word(text: &str) -> bool {
    text.len() < 6 && text.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Whether a weak value of a token is more likely to be a kind of token or a name.
fn is_flag(text: &str) -> bool {
    text.len() < 6
        || text.bytes().all(|byte| byte.is_ascii_digit())
        || matches!(text, "public" | "private" | "default" | "system" | "master" | "manager")
}

fn fact(place: &Place<'_>, leaf: &Leaf<'_>, span: Span, secret: &Secret) -> Fact {
    let environment = place.environment(leaf);
    let key = leaf.key;
    // A key that is itself a credential must not be shown.
    let key = if key.is_empty() || has_token(key) { secret.pattern } else { key };
    let text = |text: &str| Value::string(text, span);
    let body = vec![
        Entry::of("pattern", text(secret.pattern)),
        Entry::of("key", text(key)),
        Entry::of("placeholder", Value::bool(secret.placeholder, span)),
        Entry::of("test", Value::bool(matches!(environment, "test" | "example"), span)),
        Entry::of("origin", text(place.origin.name())),
        Entry::of("confidence", text(if secret.high { "high" } else { "medium" })),
        Entry::of("@environment", text(environment)),
    ];
    Fact {
        dialect: Dialect::Secret,
        kind: secret.pattern.into(),
        address: key.into(),
        scope: place.scope,
        body: Value::map(body, span),
        span,
        header: span,
        via: Vec::new(),
    }
}
