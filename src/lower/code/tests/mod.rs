//! How code of each language reads, from source text to facts.

mod csharp;
mod go;
mod java;
mod javascript;
mod python;
mod rust;

use super::*;
use crate::model::{Dialect, Fact, Kind, Piece, Value};

/// The facts of a source whose kinds are wanted; a `*` at the end stands for any rest.
fn facts(language: Language, path: &str, text: &str, wanted: &[&str]) -> Vec<Fact> {
    part(language, path, text, wanted).facts
}

fn part(language: Language, path: &str, text: &str, wanted: &[&str]) -> Part {
    let wants = |name: &str| {
        wanted.iter().any(|pattern| pattern.strip_suffix('*').map_or(name == *pattern, |start| name.starts_with(start)))
    };
    let returns = |name: &str| (name == "logging.getLogger").then(|| "logging.Logger".into());
    read(FileId(0), path, language, text, &Names { wanted: &wants, returns: &returns }).1
}

/// Each fact as `kind args named`, in order.
fn shown(facts: &[Fact]) -> Vec<String> {
    let part = |fact: &Fact, key: &str| match fact.body.get(key).map(show) {
        Some(text) if text != "[]" && text != "{}" => format!(" {text}"),
        _ => String::new(),
    };
    facts.iter().map(|fact| format!("{}{}{}", fact.kind, part(fact, "args"), part(fact, "named"))).collect()
}

fn show(value: &Value) -> String {
    match &value.kind {
        Kind::Null => "null".into(),
        Kind::Bool(truth) => truth.to_string(),
        Kind::Number(number) => number.to_string(),
        Kind::String(text) if value.links().is_empty() => format!("'{text}'"),
        Kind::String(text) => text.to_string(),
        Kind::List(list) => {
            let items: Vec<String> = list.items.iter().map(show).collect();
            format!("[{}{}]", items.join(", "), if list.open.is_some() { ", …" } else { "" })
        }
        Kind::Map(map) => {
            let entries: Vec<String> =
                map.entries.iter().map(|entry| format!("{}: {}", entry.key, show(&entry.value))).collect();
            format!("{{{}{}}}", entries.join(", "), if map.open.is_some() { ", …" } else { "" })
        }
        Kind::Unknown(unknown) if unknown.pieces.is_empty() => format!("<{}>", unknown.reason.text()),
        Kind::Unknown(unknown) => unknown
            .pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.to_string(),
                Piece::Hole(_) => "_".into(),
            })
            .collect(),
    }
}

/// The names that a fact's arguments mention.
fn names(fact: &Fact) -> Vec<String> {
    let list = fact.body.get("names").and_then(Value::as_list).unwrap();
    list.items.iter().map(|item| item.as_str().unwrap().to_owned()).collect()
}

/// Runs on a stack as small as those of test threads and of rayon.
fn on_small_stack(run: impl FnOnce() + Send + 'static) {
    std::thread::Builder::new().stack_size(2 << 20).spawn(run).unwrap().join().unwrap();
}
