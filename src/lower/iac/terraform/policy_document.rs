//! The one data source that is computed without the cloud: `aws_iam_policy_document` renders its blocks to an
//! IAM policy. Its value is the policy as a map in the shape of its JSON, each part with the place where it is
//! written, so that rules see one shape whether a policy is text, `jsonencode` or this.
//!
//! What the blocks are called and what they become is a table; nothing else here knows a provider.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::model::{Entry, Kind, List, Map, Unknown, Value};
use crate::parse::hcl::Body;
use crate::source::Span;

use super::engine::Engine;
use super::eval::Context;
use super::values::{MapBuilder, key_text, list_value, map_value, unknown_of};

/// The type of the data source, and the attributes that hold the policy.
const DOCUMENT: (&str, [&str; 2]) = ("aws_iam_policy_document", ["json", "minified_json"]);

/// The version of policies that do not name one.
const VERSION: &str = "2012-10-17";

/// Attributes with the policies that statements are taken from: those before the document's own, those after.
const SOURCES: [&[&str]; 2] =
    [&["source_json", "source_policy_documents"], &["override_json", "override_policy_documents"]];

/// Attributes of a statement, and the keys that they become.
const STATEMENT: [(&str, &str); 6] = [
    ("sid", "Sid"),
    ("effect", "Effect"),
    ("actions", "Action"),
    ("not_actions", "NotAction"),
    ("resources", "Resource"),
    ("not_resources", "NotResource"),
];

/// Blocks of a statement that name principals, and the keys that they become.
const PRINCIPALS: [(&str, &str); 2] = [("principals", "Principal"), ("not_principals", "NotPrincipal")];

/// Whether an attribute of a resource type holds a rendered policy.
pub(super) fn is_rendered(type_name: &str, attribute: &str) -> bool {
    type_name == DOCUMENT.0 && DOCUMENT.1.contains(&attribute)
}

impl<'a> Engine<'a> {
    /// The policy that a document's body describes.
    pub fn policy_document(&self, context: Context<'_, 'a>, body: &Body, span: Span) -> Value {
        let described = self.body(context, body, span, &["count", "for_each", "provider", "depends_on", "lifecycle"]);
        let mut statements = List::default();
        self.take_statements(&described, SOURCES[0], &mut statements);
        if let Some(own) = described.get("statement").and_then(Value::as_list) {
            statements.items.extend(own.items.iter().map(statement));
            statements.open = statements.open.take().or_else(|| own.open.clone());
        }
        let mut overriding = List::default();
        self.take_statements(&described, SOURCES[1], &mut overriding);
        let sids: HashSet<&str> = overriding.items.iter().filter_map(sid).collect();
        statements.items.retain(|earlier| sid(earlier).is_none_or(|sid| !sids.contains(sid)));
        statements.items.extend(overriding.items);
        statements.open = statements.open.take().or(overriding.open);
        let version = described.get("version").cloned().unwrap_or_else(|| Value::string(VERSION, span));
        let entries =
            vec![Entry::of("Version", version), Entry::of("Statement", Value::new(Kind::List(statements), span))];
        map_value(Map { entries, open: None }, span)
    }

    /// Adds the statements of other policies that a document takes over.
    fn take_statements(&self, described: &Value, attributes: &[&str], statements: &mut List) {
        for value in attributes.iter().filter_map(|attribute| described.get(attribute)) {
            let policies = match &value.kind {
                Kind::List(list) => {
                    statements.open = statements.open.take().or_else(|| list.open.clone());
                    list.items.iter().collect()
                }
                Kind::Null => Vec::new(),
                _ => vec![value],
            };
            for policy in policies {
                let read = self.structured(policy);
                match read.get("Statement").map(|taken| (&taken.kind, taken)) {
                    Some((Kind::List(list), _)) => {
                        statements.items.extend(list.items.iter().cloned());
                        statements.open = statements.open.take().or_else(|| list.open.clone());
                    }
                    Some((_, one)) => statements.items.push(one.clone()),
                    None => statements.open = statements.open.take().or_else(|| unknown_of(&read).cloned()),
                }
            }
        }
    }
}

/// The name of a statement, by which a later document overrides it.
fn sid(statement: &Value) -> Option<&str> {
    statement.get("Sid")?.as_str().filter(|sid| !sid.is_empty())
}

fn statement(block: &Value) -> Value {
    let Kind::Map(body) = &block.kind else { return block.clone() };
    let mut map = MapBuilder::with_open(body.open.clone());
    for (attribute, key) in STATEMENT {
        if let Some(set) = body.entry(attribute).filter(|set| !set.value.is_null()) {
            map.insert(Entry { key: key.into(), key_span: set.key_span, value: set.value.clone() });
        } else if attribute == "effect" {
            map.insert(Entry::of(key, Value::string("Allow", block.span)));
        }
    }
    for (blocks, key) in PRINCIPALS {
        if let Some(set) = body.entry(blocks) {
            let value = principals(&set.value);
            map.insert(Entry { key: key.into(), key_span: set.key_span, value });
        }
    }
    if let Some(set) = body.entry("condition") {
        let value = conditions(&set.value);
        map.insert(Entry { key: "Condition".into(), key_span: set.key_span, value });
    }
    map_value(map.finish(), block.span)
}

/// `principals` blocks: a map of identifiers by type, or `*` for everyone.
fn principals(blocks: &Value) -> Value {
    let mut groups = Groups::default();
    let Some(list) = blocks.as_list() else { return blocks.clone() };
    groups.map.open = list.open.clone();
    for block in &list.items {
        let (Some(kind), Some(identifiers)) = (block.get("type"), block.get("identifiers")) else { continue };
        if kind.as_str() == Some("*") {
            return Value::string("*", kind.span);
        }
        groups.add(kind, identifiers);
    }
    map_value(groups.map.finish(), blocks.span)
}

/// `condition` blocks: values by variable, by test.
fn conditions(blocks: &Value) -> Value {
    let Some(list) = blocks.as_list() else { return blocks.clone() };
    let mut tests: Vec<(&Value, Groups)> = Vec::new();
    let mut places = HashMap::new();
    let mut open = list.open.clone();
    for block in &list.items {
        let (Some(test), Some(variable), Some(values)) =
            (block.get("test"), block.get("variable"), block.get("values"))
        else {
            continue;
        };
        let Some(name) = key_text(test) else {
            open = open.or_else(|| unknown_of(test).cloned());
            continue;
        };
        let place = *places.entry(name).or_insert_with(|| {
            tests.push((test, Groups::default()));
            tests.len() - 1
        });
        tests[place].1.add(variable, values);
    }
    let entries = tests.into_iter().filter_map(|(test, group)| {
        let value = map_value(group.map.finish(), test.span);
        Some(Entry { key: key_text(test)?, key_span: test.span, value })
    });
    map_value(Map { entries: entries.collect(), open }, blocks.span)
}

/// Lists of values by name.
#[derive(Default)]
struct Groups {
    map: MapBuilder,
}

impl Groups {
    fn add(&mut self, name: &Value, values: &Value) {
        let Some(text) = key_text(name) else {
            self.map.open = self.map.open.take().or_else(|| unknown_of(name).cloned());
            return;
        };
        let (items, open) = items_of(values);
        if let Some(Kind::List(list)) = self.map.get_mut(&text).map(|known| &mut known.kind) {
            list.items.extend(items);
            list.open = list.open.take().or(open);
            return;
        }
        let value = list_value(items, open, values.span);
        self.map.insert(Entry {
            key: text,
            key_span: name.span,
            value: Value { trace: values.trace.clone(), ..value },
        });
    }
}

fn items_of(values: &Value) -> (Vec<Value>, Option<Arc<Unknown>>) {
    match &values.kind {
        Kind::List(list) => (list.items.clone(), list.open.clone()),
        Kind::Unknown(unknown) => (Vec::new(), Some(unknown.clone())),
        _ => (vec![values.clone()], None),
    }
}
