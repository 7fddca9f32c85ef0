//! Texts that hold no settings but may hold secrets and connections: scripts, keys, and code of
//! languages that are not lowered.

use crate::model::{Dialect, Part, ScopeId, Value};
use crate::parse::text::literals;
use crate::source::{FileId, Sources};

use super::output::Output;
use super::place::{Origin, Place};
use super::{connection, secret};

/// Endings of scripts, whose words need no quotes.
const SHELLS: &[&str] = &["sh", "bash", "zsh", "ksh", "ps1", "psm1", "bat", "cmd", "envrc", "netrc", "pgpass"];

/// Lowers one text to the secrets and connections in it.
#[must_use]
pub fn lower(sources: &Sources, file: FileId) -> Part {
    let source = sources.get(file);
    let extension = source.name().rsplit_once('.').map_or(source.name(), |(_, extension)| extension);
    let shell = SHELLS.contains(&extension.to_ascii_lowercase().as_str());
    let mut part = Output::new(sources, file, Dialect::Settings).finish();
    let place = Place { sources, scope: ScopeId(0), origin: Origin::Code };
    for literal in literals(file, &source.text, shell) {
        let value = Value::string(literal.text, literal.span);
        let (connections, hosts) = connection::from_value(&place, &literal.name, &value);
        part.facts.extend(connections);
        part.facts.extend(secret::from_value(&place, &literal.name, &value));
        part.uses.extend(hosts);
    }
    part
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceFile;

    #[test]
    fn scripts_and_foreign_code_are_searched() {
        let text = "#!/bin/sh\nexport DB_PASSWORD=Xk29slq0zz\ncurl http://lab.org/upload\necho done\n";
        let sources = Sources::new(vec![SourceFile::new("deploy/run.sh".into(), text.into())]);
        let part = lower(&sources, FileId(0));
        let kinds: Vec<&str> = part.facts.iter().map(|fact| &*fact.kind).collect();
        assert_eq!(kinds, ["password", "http"]);
        assert_eq!(sources.slice(part.facts[0].span), "Xk29slq0zz");
        assert_eq!(&*part.uses[0].name, "lab.org/upload");
    }
}
