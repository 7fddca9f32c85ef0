//! Spring: `application.*` and `bootstrap.*`, a fact per document.
//!
//! Dotted keys are nested and in kebab case, as relaxed binding reads them all alike. A document of
//! a profile is laid over the others, so that what it does not set is open there.

use crate::model::{Dialect, Entry, Kind, Part, Reason, Value};
use crate::source::{FileId, Sources, Span};

use super::body::{expand, open_all};
use super::environment;
use super::output::Output;
use super::placeholder;
use super::tree::{at, typed_leaves};

/// Lowers one file.
#[must_use]
pub fn lower(sources: &Sources, file: FileId, documents: &[Value]) -> Part {
    let mut output = Output::new(sources, file, Dialect::Spring);
    let stem = output.stem();
    let named = stem.split_once('-').map(|(_, profile)| profile);
    for (index, document) in documents.iter().enumerate() {
        if document.as_map().is_none_or(|map| map.entries.is_empty()) {
            continue;
        }
        let mut body = expand(&typed_leaves(&placeholder::resolve(document)), kebab);
        let activated = ["spring.config.activate.on-profile", "spring.profiles"]
            .iter()
            .find_map(|path| at(&body, path).and_then(|value| Some((value.as_str()?.to_owned(), value.span))));
        let profile = activated.or_else(|| named.map(|name| (name.to_owned(), Span::top(file))));
        let partial = profile.is_some() || stem.starts_with("bootstrap");
        if partial {
            open_all(&mut body, &Reason::Undeclared("the configuration of the default profile".into()));
        }
        if let (Some((profile, span)), Kind::Map(map)) = (profile, &mut body.kind) {
            let environment =
                environment::of_word(&profile).filter(|_| environment::of_file(output.sources, output.file) != "test");
            map.entries
                .extend(environment.map(|environment| Entry::of("@environment", Value::string(environment, span))));
            map.entries.push(Entry::of("@profile", Value::string(profile, span)));
        }
        let address = if index == 0 { stem.to_owned() } else { format!("{stem}#{}", index + 1) };
        output.fact_at(Dialect::Spring, "application", address, body, start(document, file, index));
    }
    output.finish()
}

/// Where something missing in a document is told: at its start.
fn start(document: &Value, file: FileId, index: usize) -> Span {
    let first = document.as_map().and_then(|map| map.entries.first());
    first.filter(|_| index > 0).map_or(Span::top(file), |entry| entry.key_span)
}

/// `maxPoolSize` and `max_pool_size` as `max-pool-size`.
fn kebab(key: &str) -> String {
    let mut text = String::with_capacity(key.len() + 4);
    let mut lower = false;
    for char in key.chars() {
        if char.is_uppercase() && lower {
            text.push('-');
        }
        lower = char.is_lowercase() || char.is_ascii_digit();
        if char == '_' {
            text.push('-');
        } else {
            text.extend(char.to_lowercase());
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Fact;
    use crate::source::SourceFile;

    fn lowered(path: &str, text: &str) -> Vec<Fact> {
        let sources = Sources::new(vec![SourceFile::new(path.into(), text.into())]);
        let documents = if path.ends_with(".properties") {
            crate::parse::properties::parse(FileId(0), text).tree
        } else {
            crate::parse::yaml::parse(FileId(0), text).tree
        };
        lower(&sources, FileId(0), &documents).facts
    }

    #[test]
    fn spellings_of_a_key_are_one() {
        let yaml =
            "spring.datasource:\n  driverClassName: x\n  hikari: {max_lifetime: 5}\nserver:\n  ssl.enabled: false\n";
        let fact = &lowered("application.yml", yaml)[0];
        assert_eq!(at(&fact.body, "spring.datasource.driver-class-name").unwrap().as_str(), Some("x"));
        assert_eq!(at(&fact.body, "spring.datasource.hikari.max-lifetime").unwrap().as_number(), Some(5.0));
        let enabled = at(&fact.body, "server.ssl.enabled").unwrap();
        assert_eq!((enabled.as_bool(), &yaml[enabled.span.range()]), (Some(false), "false"));
        let properties = "server.ssl.enabled=false\nmanagement.endpoints.web.exposure.include=*\n";
        let fact = &lowered("application.properties", properties)[0];
        assert_eq!(at(&fact.body, "server.ssl.enabled").unwrap().as_bool(), Some(false));
        assert_eq!(at(&fact.body, "management.endpoints.web.exposure.include").unwrap().as_str(), Some("*"));
    }

    #[test]
    fn documents_of_profiles_are_open() {
        let facts =
            lowered("application.yml", "a: 1\n---\nspring:\n  config.activate.on-profile: prod\nserver:\n  port: 1\n");
        assert_eq!(facts.len(), 2);
        assert!(facts[0].body.as_map().unwrap().open.is_none());
        assert_eq!(facts[1].body.get("@environment").unwrap().as_str(), Some("production"));
        assert_eq!(facts[1].body.get("@profile").unwrap().as_str(), Some("prod"));
        assert!(at(&facts[1].body, "server").unwrap().as_map().unwrap().open.is_some());
        let named = lowered("application-dev.properties", "a=1\n");
        assert_eq!(named[0].body.get("@profile").unwrap().as_str(), Some("dev"));
        assert_eq!(named[0].body.get("@environment").unwrap().as_str(), Some("development"));
    }

    #[test]
    fn placeholders_take_their_default() {
        let facts = lowered("application.properties", "a=${X:5}\nb=${Y}\n");
        assert_eq!(facts[0].body.get("a").unwrap().as_number(), Some(5.0));
        assert!(facts[0].body.get("b").unwrap().as_unknown().is_some());
    }
}
