//! Variables of the Serverless Framework: `${self:custom.x}`, `${opt:stage, 'dev'}`, `${file(x.yml):key}`.
//!
//! What is given on the command line or in the environment is worth its fallback: that is what deploys unless
//! someone says otherwise. Texts of CloudFormation's own, `${AWS::Region}`, stay as they are.

use std::borrow::Cow;
use std::cell::Cell;
use std::sync::Arc;

use crate::model::{Entry, Kind, List, Map, Piece, Reason, Unknown, Value};
use crate::parse::{json, yaml};
use crate::source::{FileId, Sources, Span};

/// How deep variables and values nest.
const DEPTH: usize = 60;
/// How many nodes a service may be evaluated to.
const WORK: usize = 400_000;
/// How long a text with variables may become.
const LONGEST: usize = 64 << 10;
/// How many files a service may read.
const FILES: usize = 200;
/// Where variables come from: what their texts start with.
const SOURCES: [&str; 15] = [
    "self:",
    "opt:",
    "env:",
    "file(",
    "ssm:",
    "ssm(",
    "cf:",
    "cf(",
    "cf.",
    "s3:",
    "sls:",
    "aws:",
    "param:",
    "strToBool(",
    "git:",
];

/// Resolves the variables of one service.
pub(super) struct Variables<'s> {
    pub(super) sources: &'s Sources,
    pub(super) file: FileId,
    pub(super) document: &'s Value,
    work: Cell<usize>,
    files: Cell<usize>,
}

impl<'s> Variables<'s> {
    pub(super) fn new(sources: &'s Sources, file: FileId, document: &'s Value) -> Self {
        Self { sources, file, document, work: Cell::new(WORK), files: Cell::new(FILES) }
    }

    /// The value at a key of the service, with its variables resolved.
    pub(super) fn section(&self, key: &str) -> Option<Value> {
        self.document.get(key).map(|value| self.value(value, 0)).filter(|value| !value.is_null())
    }

    fn value(&self, value: &Value, depth: usize) -> Value {
        let left = self.work.get();
        if depth > DEPTH || left == 0 {
            return Value::unknown(Reason::Limit, value.span);
        }
        self.work.set(left - 1);
        let kind = match &value.kind {
            Kind::String(text) if text.contains("${") => return self.text(text, value.span, depth),
            Kind::List(list) => {
                let items = list.items.iter().map(|item| self.value(item, depth + 1)).collect();
                Kind::List(List { items, open: list.open.clone() })
            }
            Kind::Map(map) => {
                let resolved = |entry: &Entry| Entry { value: self.value(&entry.value, depth + 1), ..entry.clone() };
                Kind::Map(Map { entries: map.entries.iter().map(resolved).collect(), open: map.open.clone() })
            }
            kind => kind.clone(),
        };
        Value { kind, span: value.span, trace: value.trace.clone() }
    }

    /// A text with variables in it; one that is nothing else is what it stands for.
    fn text(&self, text: &str, span: Span, depth: usize) -> Value {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut known = String::new();
        let mut reason = None;
        let mut rest = text;
        while let Some(at) = rest.find("${") {
            let Some(length) = closing(&rest[at + 2..]) else { break };
            let inside = &rest[at + 2..at + 2 + length];
            let is_whole = at == 0 && rest.len() == text.len() && at + 3 + length == text.len();
            known.push_str(&rest[..at]);
            rest = &rest[at + 3 + length..];
            if !SOURCES.iter().any(|source| inside.trim_start().starts_with(source)) {
                known.push_str(&format!("${{{inside}}}"));
                continue;
            }
            let value = self.variable(inside, span, depth + 1);
            if is_whole {
                return value.used_at(span);
            }
            match plain(&value) {
                Some(text) if known.len() + text.len() > LONGEST => return Value::unknown(Reason::Limit, span),
                Some(text) => {
                    self.work.set(self.work.get().saturating_sub(text.len() / 16));
                    known.push_str(&text);
                }
                None => {
                    let why = value
                        .as_unknown()
                        .map_or_else(|| Reason::Expression(inside.into()), |unknown| unknown.reason.clone());
                    reason.get_or_insert(why);
                    if !known.is_empty() {
                        pieces.push(Piece::Text(std::mem::take(&mut known).into()));
                    }
                    pieces.push(Piece::Hole(Vec::new()));
                }
            }
        }
        known.push_str(rest);
        let Some(reason) = reason else { return Value::string(known, span) };
        if !known.is_empty() {
            pieces.push(Piece::Text(known.into()));
        }
        Value::new(Kind::Unknown(Arc::new(Unknown { reason, pieces })), span)
    }

    /// What a variable stands for: the first of its alternatives that is there.
    fn variable(&self, text: &str, span: Span, depth: usize) -> Value {
        if depth > DEPTH {
            return Value::unknown(Reason::Limit, span);
        }
        // Variables within are resolved first.
        let inner = match text.contains("${").then(|| self.text(text, span, depth + 1)) {
            Some(Value { kind: Kind::String(text), .. }) => text,
            Some(other) => return other,
            None => text.into(),
        };
        let mut last = None;
        for alternative in alternatives(&inner) {
            match self.alternative(alternative, span, depth) {
                Some(value) if value.as_unknown().is_none() => return value,
                found => last = last.or(found),
            }
        }
        last.unwrap_or_else(|| Value::unknown(Reason::Input((*inner).into()), span))
    }

    fn alternative(&self, text: &str, span: Span, depth: usize) -> Option<Value> {
        if let Some(quoted) = text.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')) {
            return Some(Value::string(quoted, span));
        }
        if let Some(quoted) = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
            return Some(Value::string(quoted, span));
        }
        if let Some(path) = text.strip_prefix("self:") {
            return self.inside(self.document, path, depth);
        }
        if let Some(rest) = text.strip_prefix("file(") {
            let (path, key) = rest.split_once(')')?;
            return self.included(path, key.trim_start_matches(':'), depth);
        }
        if let Some(rest) = text.strip_prefix("param:") {
            let stage = self.stage(span, depth);
            let stage = stage.as_str().unwrap_or_default();
            let params = self.document.get("params")?;
            let found =
                [Some(stage), Some("default")].into_iter().flatten().find_map(|stage| params.get(stage)?.get(rest));
            return found.map(|value| self.value(value, depth + 1));
        }
        if let Some(rest) = text.strip_prefix("strToBool(") {
            let truth = rest.trim_end_matches(')').trim_matches(['\'', '"']);
            return match truth {
                "true" | "1" => Some(Value::bool(true, span)),
                "false" | "0" => Some(Value::bool(false, span)),
                _ => None,
            };
        }
        match text {
            "sls:stage" => return Some(self.stage(span, depth)),
            // The stage that is asked for is the provider's, unless it is asked for another.
            "opt:stage" => return None,
            "true" | "false" => return Some(Value::bool(text == "true", span)),
            _ => {}
        }
        if let Ok(number) = text.parse::<f64>() {
            return Some(Value::number(number, span));
        }
        let is_stored = ["ssm", "s3:", "env:"].iter().any(|source| text.starts_with(source));
        let reason = if is_stored { Reason::Environment(text.into()) } else { Reason::Input(text.into()) };
        Some(Value::unknown(reason, span))
    }

    fn stage(&self, span: Span, depth: usize) -> Value {
        let stage = self.document.get("provider").and_then(|provider| provider.get("stage"));
        stage.map_or_else(|| Value::string("dev", span), |stage| self.value(stage, depth + 1))
    }

    /// What a dotted path leads to; variables on the way are resolved.
    fn inside(&self, root: &Value, path: &str, depth: usize) -> Option<Value> {
        if path.is_empty() || depth > DEPTH {
            return None;
        }
        let mut at = Cow::Borrowed(root);
        for step in path.split('.') {
            if at.as_str().is_some_and(|text| text.contains("${")) {
                at = Cow::Owned(self.value(&at, depth + 1));
            }
            if at.as_unknown().is_some() {
                return Some(at.into_owned());
            }
            at = match at {
                Cow::Borrowed(value) => Cow::Borrowed(under(value, step)?),
                Cow::Owned(value) => Cow::Owned(under(&value, step)?.clone()),
            };
        }
        Some(self.value(&at, depth + 1)).filter(|value| !value.is_null())
    }

    fn included(&self, path: &str, key: &str, depth: usize) -> Option<Value> {
        let file = self.sources.find(&crate::source::join(self.sources.get(self.file).folder(), path.trim())?)?;
        self.files.set(self.files.get().checked_sub(1)?);
        let source = self.sources.get(file);
        let tree = match source.name().rsplit_once('.')?.1 {
            "yml" | "yaml" => yaml::parse(file, &source.text).tree.into_iter().next(),
            "json" => json::parse(file, &source.text).tree,
            _ => None,
        }?;
        if key.is_empty() { Some(self.value(&tree, depth + 1)) } else { self.inside(&tree, key, depth + 1) }
    }
}

/// What stands under a key of a map, or at a position of a list.
fn under<'v>(value: &'v Value, step: &str) -> Option<&'v Value> {
    match value.as_list() {
        Some(list) => list.items.get(step.parse::<usize>().ok()?),
        None => value.get(step),
    }
}

/// A scalar as text.
fn plain(value: &Value) -> Option<String> {
    match &value.kind {
        Kind::String(text) => Some(text.to_string()),
        Kind::Number(number) => Some(number.to_string()),
        Kind::Bool(truth) => Some(truth.to_string()),
        _ => None,
    }
}

/// How long a text is up to the brace that closes it.
fn closing(text: &str) -> Option<usize> {
    let mut open = 0usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => open += 1,
            '}' if open == 0 => return Some(at),
            '}' => open -= 1,
            _ => {}
        }
    }
    None
}

/// The parts between commas that are in no quotes.
fn alternatives(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut quote) = (0, None);
    for (at, letter) in text.char_indices() {
        match (letter, quote) {
            ('\'' | '"', None) => quote = Some(letter),
            (letter, Some(open)) if letter == open => quote = None,
            (',', None) => {
                parts.push(text[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(text[start..].trim());
    parts
}
