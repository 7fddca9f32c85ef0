//! The methods of `.Files`.
//!
//! Not every file of a repository is read, so of a file that was not met it is known that it is not there only
//! where files of its kind are read.

use std::collections::BTreeMap;
use std::rc::Rc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use globset::GlobBuilder;

use crate::lower::iac::helm::machine::Machine;
use crate::lower::iac::helm::text::Text;
use crate::lower::iac::helm::val::{Data, Object, Val};
use crate::lower::iac::helm::write::write;
use crate::model::Reason;

/// Endings of files that are always read.
const READ: [&str; 13] = [
    ".yaml",
    ".yml",
    ".json",
    ".tpl",
    ".tmpl",
    ".conf",
    ".cnf",
    ".cfg",
    ".ini",
    ".properties",
    ".xml",
    ".toml",
    ".env",
];

/// Calls a method.
pub(super) fn method(
    machine: &mut Machine,
    files: &Rc<BTreeMap<String, Text>>,
    name: &str,
    argument: Option<String>,
) -> Val {
    let is_read = |path: &str| READ.iter().any(|end| path.ends_with(end));
    match (name, argument) {
        ("Get" | "GetBytes", Some(path)) => match files.get(&path) {
            Some(text) => Val::text(text.clone()),
            None if is_read(&path) => Val::str(""),
            None => unread(machine, name),
        },
        ("Lines", Some(path)) => match files.get(&path) {
            Some(text) => {
                let text = text.as_str().strip_suffix('\n').unwrap_or(text.as_str());
                Val::list(text.split('\n').map(Val::str))
            }
            None if is_read(&path) => Val::list([]),
            None => unread(machine, name),
        },
        ("Glob", Some(pattern)) => {
            let glob = GlobBuilder::new(&pattern).literal_separator(true).build();
            match glob {
                Ok(glob) if is_read(&pattern) => {
                    let glob = glob.compile_matcher();
                    let matched = files.iter().filter(|(path, _)| glob.is_match(path));
                    let matched = matched.map(|(path, text)| (path.clone(), text.clone())).collect();
                    Val::new(Data::Object(Object::Files(Rc::new(matched))))
                }
                _ => unread(machine, name),
            }
        }
        ("AsConfig" | "AsSecrets", _) => {
            let entries = files.iter().map(|(path, text)| {
                let base = path.rsplit('/').next().unwrap_or(path);
                let text = if name == "AsConfig" { text.clone() } else { Text::plain(STANDARD.encode(text.as_str())) };
                (base.into(), Val::text(text))
            });
            let entries: Vec<_> = entries.collect();
            if entries.is_empty() {
                return Val::str("");
            }
            write(&Val::map(entries)).map_or_else(|_| unread(machine, name), Val::text)
        }
        _ => unread(machine, name),
    }
}

fn unread(machine: &mut Machine, name: &str) -> Val {
    machine.unknown(Reason::Expression(format!(".Files.{name}").into()))
}
