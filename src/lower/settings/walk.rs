//! The texts in a value tree, each with the key that says what it is.

use std::sync::Arc;

use crate::model::{Entry, Kind, Piece, Value};
use crate::parse;

/// The deepest that is walked; parsers nest less.
const DEPTH: usize = 300;
/// The longest text that is looked into as JSON.
const EMBEDDED: usize = 256 * 1024;

/// Stands in a text for what is not known of it.
pub(super) const HOLE: char = '\u{FFFC}';

/// One text of a tree.
pub(super) struct Leaf<'v> {
    /// The nearest key, or the name beside a `value`.
    pub key: &'v str,
    /// The first key of the tree on the way here: an environment in some files.
    pub section: &'v str,
    /// The text; a [`HOLE`] for each part that is not known.
    pub text: &'v str,
    /// Where it stands.
    pub value: &'v Value,
}

/// Calls back for each text in the order of the tree.
pub(super) fn leaves(key: &str, value: &Value, found: &mut dyn FnMut(&Leaf<'_>)) {
    walk(&Way { key, section: "" }, value, found, 0);
}

/// The keys that lead to a value, as far as they matter.
#[derive(Clone, Copy)]
struct Way<'v> {
    key: &'v str,
    section: &'v str,
}

fn walk(way: &Way<'_>, value: &Value, found: &mut dyn FnMut(&Leaf<'_>), depth: usize) {
    if depth > DEPTH {
        return;
    }
    match &value.kind {
        Kind::String(text) if assignment(text).is_some() => {
            if let Some((key, text)) = assignment(text) {
                found(&Leaf { key, section: way.section, text, value });
            }
        }
        Kind::String(text) => {
            found(&Leaf { key: way.key, section: way.section, text, value });
            if let Some(inner) = embedded(text, value) {
                walk(way, &inner, found, depth + DEPTH / 2);
            }
        }
        // Numbers are of interest as passwords alone, which a person writes with few digits.
        Kind::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
            found(&Leaf { key: way.key, section: way.section, text: &format!("{number}"), value });
        }
        Kind::Unknown(unknown) if !unknown.pieces.is_empty() => {
            let text: String = unknown
                .pieces
                .iter()
                .map(|piece| match piece {
                    Piece::Text(text) => text.to_string(),
                    Piece::Hole(_) => HOLE.to_string(),
                })
                .collect();
            found(&Leaf { key: way.key, section: way.section, text: &text, value });
        }
        Kind::List(list) => list.items.iter().for_each(|item| walk(way, item, found, depth + 1)),
        Kind::Map(map) => {
            let name = named(&map.entries);
            for entry in &map.entries {
                let own = key_of(&entry.key, way.key);
                let key = name.filter(|_| is_value(&entry.key)).unwrap_or(own);
                let section = if way.section.is_empty() { &entry.key } else { way.section };
                walk(&Way { key, section }, &entry.value, found, depth + 1);
            }
        }
        _ => {}
    }
}

/// The key of an entry. `@value` and `#text` mean the map that they stand in, tags what they mark.
fn key_of<'k>(key: &'k Arc<str>, outer: &'k str) -> &'k str {
    match &**key {
        "@value" | "#text" => outer,
        // A variable's default, a parameter's value: what it is, the name of the block says.
        "value" | "Value" | "default" | "Default" if !outer.is_empty() => outer,
        key if key.starts_with('!') => outer,
        key => key,
    }
}

fn is_value(key: &str) -> bool {
    matches!(key, "value" | "Value" | "@value" | "#text" | "@connectionString" | "ParameterValue" | "default_value")
}

/// The name of a map that is one setting: `{name: DB_PASSWORD, value: …}`, `<add key="…" value="…"/>`.
fn named(entries: &[Entry]) -> Option<&str> {
    // The keys of real pairs are few, and a hostile map has many.
    let few = entries.iter().take(12);
    let is_pair = few.clone().any(|entry| is_value(&entry.key));
    let names = ["name", "Name", "@name", "@key", "key", "Key", "ParameterKey"];
    let name = few.filter(|entry| names.contains(&&*entry.key)).find_map(|entry| entry.value.as_str());
    name.filter(|_| is_pair)
}

/// The name and value of an item such as `DB_PASSWORD=x` or `--db.password=x`, which lists of
/// variables and arguments hold.
fn assignment(text: &str) -> Option<(&str, &str)> {
    let (name, value) = text.split_once('=')?;
    let option = name.strip_prefix("--").or_else(|| name.strip_prefix("-D"));
    let upper = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
    let word = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    let plain = option.unwrap_or(name);
    let named = plain.len() > 1 && if option.is_some() { plain.bytes().all(word) } else { plain.bytes().all(upper) };
    // `SERVER=…;UID=…` is a connection string.
    (named && !value.is_empty() && !value.contains(';')).then_some((plain, value))
}

/// JSON in a text, every value of it where the text is.
fn embedded(text: &str, value: &Value) -> Option<Value> {
    let start = text.trim_start();
    if !start.starts_with(['{', '[']) || !start.contains('"') || text.len() > EMBEDDED {
        return None;
    }
    let parsed = parse::json::parse(value.span.file, text);
    let mut tree = parsed.tree.filter(|_| parsed.failures.is_empty())?;
    place(&mut tree, value);
    Some(tree)
}

fn place(tree: &mut Value, at: &Value) {
    tree.span = at.span;
    tree.trace.clone_from(&at.trace);
    match &mut tree.kind {
        Kind::Map(map) => map.entries.iter_mut().for_each(|entry| place(&mut entry.value, at)),
        Kind::List(list) => list.items.iter_mut().for_each(|item| place(item, at)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    fn collected(yaml: &str) -> Vec<(String, String)> {
        let tree = parse::yaml::parse(FileId(0), yaml).tree;
        let mut all = Vec::new();
        leaves("", &tree[0], &mut |leaf| all.push((leaf.key.to_owned(), leaf.text.to_owned())));
        all
    }

    #[test]
    fn a_value_has_the_name_beside_it() {
        let all = collected("env:\n- {name: DB_PASSWORD, value: x}\n- {name: A, b: y}\nlist: [1, z]\nsub: !Sub s\n");
        let pairs: Vec<(&str, &str)> = all.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
        assert_eq!(
            pairs,
            [
                ("name", "DB_PASSWORD"),
                ("DB_PASSWORD", "x"),
                ("name", "A"),
                ("b", "y"),
                ("list", "1"),
                ("list", "z"),
                ("sub", "s")
            ]
        );
    }

    #[test]
    fn json_in_a_text_is_walked() {
        let all = collected("definition: '[{\"environment\": [{\"name\": \"K\", \"value\": \"v\"}]}]'\n");
        assert!(all.contains(&("K".to_owned(), "v".to_owned())));
    }
}
