//! Small configurations, and what they come to.

mod blocks;
mod expressions;
mod functions;
mod instances;
mod modules;
mod plan;
mod recorded;
mod stand_ins;
mod terragrunt;
mod variants;

use crate::catalog::StandIn;
use crate::model::{Fact, Kind, Link, List, Part, Piece, Reason, Value};
use crate::parse::hcl;
use crate::source::{SourceFile, Sources, Span};

/// A configuration that was lowered.
struct Case {
    sources: Sources,
    parts: Vec<Part>,
}

/// Lowers files.
fn lower(files: &[(&str, &str)]) -> Case {
    lower_with(files, &[])
}

/// Lowers files, with what stands in for modules from elsewhere.
fn lower_with(files: &[(&str, &str)], stand_ins: &[StandIn]) -> Case {
    let mut files: Vec<_> = files.to_vec();
    files.sort_unstable();
    let texts: Vec<(String, String)> = stand_ins.iter().map(|one| (one.path(), one.body.clone())).collect();
    files.extend(texts.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let sources = Sources::new(
        files.iter().map(|(path, text)| SourceFile::new((*path).to_owned(), (*text).to_owned())).collect(),
    );
    let documents: Vec<_> = sources
        .iter()
        .filter(|(_, file)| {
            [".tf", ".tofu", ".tfvars", ".tf.json", ".tofu.json", ".tfvars.json"]
                .iter()
                .any(|end| file.path.ends_with(end))
        })
        .map(|(id, file)| (id, hcl::parse_named(file.name(), id, &file.text).tree))
        .collect();
    let plans: Vec<_> = sources
        .iter()
        .filter(|(_, file)| file.path.ends_with(".json"))
        .filter_map(|(id, file)| Some((id, crate::parse::json::parse(id, &file.text).tree.filter(super::is_plan)?)))
        .collect();
    let parts = super::lower(&sources, &documents, &plans, stand_ins);
    Case { sources, parts }
}

/// Lowers one file.
fn one(text: &str) -> Case {
    lower(&[("main.tf", text)])
}

/// The value of an expression, in a configuration that declares a few unknown things.
fn eval(expression: &str) -> Value {
    let text = format!(
        "variable \"unknown\" {{}}\nresource \"aws_kms_key\" \"k\" {{\n  description = \"d\"\n}}\n\
         data \"aws_caller_identity\" \"me\" {{}}\noutput \"x\" {{\n  value = {expression}\n}}\n"
    );
    one(&text).value("output.x", "value").clone()
}

impl Case {
    fn facts(&self) -> impl Iterator<Item = &Fact> {
        self.parts.iter().flat_map(|part| &part.facts)
    }

    fn fact(&self, address: &str) -> &Fact {
        self.facts().find(|fact| &*fact.address == address).unwrap_or_else(|| {
            panic!("no {address} among {:?}", self.facts().map(|fact| &*fact.address).collect::<Vec<_>>())
        })
    }

    fn addresses(&self, kind: &str) -> Vec<&str> {
        self.facts().filter(|fact| &*fact.kind == kind).map(|fact| &*fact.address).collect()
    }

    fn value(&self, address: &str, attribute: &str) -> &Value {
        let mut value = &self.fact(address).body;
        for name in attribute.split('.') {
            value = match (&value.kind, name.parse::<usize>()) {
                (Kind::List(list), Ok(index)) => &list.items[index],
                _ => value.get(name).unwrap_or_else(|| panic!("no {name} of {attribute} in {value:?}")),
            };
        }
        value
    }

    fn slice(&self, span: Span) -> &str {
        self.sources.slice(span)
    }
}

/// A value as a short text: `?` for what is unknown.
fn show(value: &Value) -> String {
    match &value.kind {
        Kind::Null => "null".to_owned(),
        Kind::Bool(truth) => truth.to_string(),
        Kind::Number(number) => super::values::number_text(*number),
        Kind::String(text) => format!("{text:?}"),
        Kind::List(List { items, open }) => {
            let mut parts: Vec<String> = items.iter().map(show).collect();
            parts.extend(open.as_ref().map(|_| "…".to_owned()));
            format!("[{}]", parts.join(", "))
        }
        Kind::Map(map) => {
            let mut parts: Vec<String> =
                map.entries.iter().map(|entry| format!("{}: {}", entry.key, show(&entry.value))).collect();
            parts.extend(map.open.as_ref().map(|_| "…".to_owned()));
            format!("{{{}}}", parts.join(", "))
        }
        Kind::Unknown(unknown) if unknown.pieces.is_empty() => "?".to_owned(),
        Kind::Unknown(unknown) => {
            let pieces = unknown.pieces.iter().map(|piece| match piece {
                Piece::Text(text) => &**text,
                Piece::Hole(_) => "?",
            });
            format!("\"{}\"", pieces.collect::<String>())
        }
    }
}

/// The references of a value.
fn links(value: &Value) -> Vec<String> {
    value.links().iter().map(|Link { address, attribute }| format!("{address}#{attribute}")).collect()
}

fn reason(value: &Value) -> &Reason {
    &value.as_unknown().unwrap_or_else(|| panic!("known: {value:?}")).reason
}
