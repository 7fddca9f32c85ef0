//! The variables of plays and roles, and the templates that name them.

use std::cell::Cell;
use std::collections::BTreeMap;

use crate::model::{Kind, Map, Piece, Reason, Value};
use crate::source::{FileId, Sources};

use super::{VARIABLES, position};

/// How deep variables may name variables.
const DEPTH: usize = 10;
/// How many more bytes templates may give than they have, over all files: variables that double each other.
const BUDGET: usize = 4_000_000;

/// All variables of the repository, by the folder they hold for.
pub struct Variables<'v> {
    /// Of roles, `defaults` before `vars`; by the role's folder.
    roles: BTreeMap<String, Vec<&'v Map>>,
    /// Of `group_vars/all`; by the folder it stands in.
    groups: BTreeMap<String, Vec<&'v Map>>,
    /// Of any file of variables, by its path: `vars_files` names them.
    files: BTreeMap<String, &'v Map>,
    budget: Cell<usize>,
}

/// What a task sees: the nearest first.
pub struct Visible<'v> {
    maps: Vec<&'v Map>,
    budget: &'v Cell<usize>,
}

impl<'v> Variables<'v> {
    /// What the files of variables among these hold.
    pub fn new(sources: &Sources, files: &[(FileId, &'v [Value])]) -> Self {
        let mut known =
            Self { roles: BTreeMap::new(), groups: BTreeMap::new(), files: BTreeMap::new(), budget: Cell::new(BUDGET) };
        for (file, documents) in files {
            let path = &sources.get(*file).path;
            let Some(map) = documents.first().and_then(Value::as_map) else { continue };
            let found = VARIABLES.iter().find_map(|folder| Some((*folder, position(path, folder)?)));
            let Some((folder, at)) = found else { continue };
            known.files.insert(path.clone(), map);
            let owner = path[..at].trim_end_matches('/').to_owned();
            let rest = &path[at + folder.len() + 1..];
            let stem = rest.rsplit_once('.').map_or(rest, |(stem, _)| stem);
            match folder {
                "group_vars" if stem == "all" || rest.starts_with("all/") => {
                    known.groups.entry(owner).or_default().push(map)
                }
                "defaults" if stem == "main" || rest.starts_with("main/") => {
                    known.roles.entry(owner).or_default().push(map);
                }
                // Nearer than defaults, whichever is read first.
                "vars" if stem == "main" || rest.starts_with("main/") => {
                    known.roles.entry(owner).or_default().insert(0, map);
                }
                _ => {}
            }
        }
        known
    }

    /// What the tasks of a role see.
    pub fn of_role(&'v self, role: &str) -> Visible<'v> {
        let mut maps = self.roles.get(role).cloned().unwrap_or_default();
        let roles = role.rsplit_once('/').map_or("", |(folder, _)| folder);
        let above = roles.rsplit_once('/').map_or("", |(folder, _)| folder);
        maps.extend(self.groups.get(above).into_iter().flatten());
        Visible { maps, budget: &self.budget }
    }

    /// What the tasks of a play see: its own variables, those of files it names, its inventory's.
    pub fn of_play<'p>(&'p self, path: &str, play: &'p Map) -> Visible<'p>
    where
        'v: 'p,
    {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut maps: Vec<&Map> = Vec::new();
        let named = play.get("vars_files").and_then(Value::as_list).map_or(&[][..], |list| &list.items);
        for name in named.iter().filter_map(Value::as_str).take(DEPTH) {
            let full = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
            maps.extend(self.files.get(full.trim_start_matches("./")).copied());
        }
        maps.extend(play.get("vars").and_then(Value::as_map));
        maps.extend(self.groups.get(folder).into_iter().flatten().copied());
        Visible { maps, budget: &self.budget }
    }
}

impl<'v> Visible<'v> {
    /// The same with variables that are nearer.
    pub fn with(&self, map: Option<&'v Map>) -> Self {
        let maps = map.into_iter().chain(self.maps.iter().copied()).collect();
        Self { maps, budget: self.budget }
    }

    /// A value with its templates replaced by what is known.
    pub fn resolve(&self, value: &Value) -> Value {
        self.value(value, 0)
    }

    fn value(&self, value: &Value, depth: usize) -> Value {
        let kind = match &value.kind {
            Kind::String(text) if text.contains("{{") || text.contains("{%") => return self.text(text, value, depth),
            Kind::List(list) => {
                let mut list = list.clone();
                list.items.iter_mut().for_each(|item| *item = self.value(item, depth));
                Kind::List(list)
            }
            Kind::Map(map) if map.entries.len() == 1 && map.entries[0].key.starts_with("!vault") => {
                return Value::unknown(Reason::Environment("the vault".into()), value.span);
            }
            Kind::Map(map) => {
                let mut map = map.clone();
                map.entries.iter_mut().for_each(|entry| entry.value = self.value(&entry.value, depth));
                Kind::Map(map)
            }
            other => other.clone(),
        };
        Value { kind, ..value.clone() }
    }

    fn text(&self, text: &str, value: &Value, depth: usize) -> Value {
        let whole = text.trim().strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}"));
        if let Some(inner) = whole.filter(|inner| !inner.contains("{{") && !inner.contains("}}")) {
            return self.expression(inner.trim(), value, depth);
        }
        if text.contains("{%") {
            return Value::unknown(Reason::Expression("{% %}".into()), value.span);
        }
        let (mut pieces, mut reason, mut rest) = (Vec::new(), None, text);
        while let Some((before, after)) = rest.split_once("{{") {
            add(&mut pieces, before);
            let (inner, after) = after.split_once("}}").unwrap_or((after, ""));
            let part = self.expression(inner.trim(), value, depth);
            match &part.kind {
                Kind::String(text) => add(&mut pieces, text),
                Kind::Number(number) => add(&mut pieces, &number.to_string()),
                Kind::Bool(truth) => add(&mut pieces, if *truth { "True" } else { "False" }),
                Kind::Unknown(unknown) => {
                    reason.get_or_insert_with(|| unknown.reason.clone());
                    match unknown.pieces.is_empty() {
                        true => pieces.push(Piece::Hole(Vec::new())),
                        false => unknown.pieces.iter().for_each(|piece| match piece {
                            Piece::Text(text) => add(&mut pieces, text),
                            hole @ Piece::Hole(_) => pieces.push(hole.clone()),
                        }),
                    }
                }
                _ => {
                    reason.get_or_insert_with(|| Reason::Expression(inner.trim().into()));
                    pieces.push(Piece::Hole(Vec::new()));
                }
            }
            rest = after;
        }
        add(&mut pieces, rest);
        match (reason, &pieces[..]) {
            (Some(reason), _) => Value { kind: Value::partial(reason, pieces, value.span).kind, ..value.clone() },
            (None, [Piece::Text(text)]) => Value { kind: Kind::String(text.clone()), ..value.clone() },
            (None, _) => Value { kind: Kind::String("".into()), ..value.clone() },
        }
    }

    /// What an expression of a template gives: a variable's value, also of one behind `default(…)`.
    fn expression(&self, text: &str, value: &Value, depth: usize) -> Value {
        let (name, filter) =
            text.split_once('|').map_or((text, None), |(name, filter)| (name.trim(), Some(filter.trim())));
        let unknown = |reason: Reason| Value::unknown(reason, value.span);
        if !is_name(name) {
            return unknown(Reason::Expression(short(text).into()));
        }
        let default = match filter {
            None => None,
            Some(filter) => match default_of(filter) {
                Some(default) => Some(default),
                None => return unknown(Reason::Expression(short(text).into())),
            },
        };
        if let Some(found) = self.find(name) {
            let size = size(found);
            if depth >= DEPTH || self.budget.get() < size {
                return unknown(Reason::Limit);
            }
            self.budget.set(self.budget.get() - size);
            return self.value(found, depth + 1).used_at(value.span);
        }
        match default {
            Some("omit") => Value::new(Kind::Null, value.span),
            Some(word) => literal(word, value).unwrap_or_else(|| unknown(Reason::Expression(short(text).into()))),
            None => unknown(Reason::Input(name.into())),
        }
    }

    fn find(&self, name: &str) -> Option<&'v Value> {
        let mut steps = name.split('.');
        let first = steps.next()?;
        let found = self.maps.iter().find_map(|map| map.get(first))?;
        steps.try_fold(found, |value, step| value.get(step))
    }
}

/// The argument of a sole filter `default(x)`.
fn default_of(filter: &str) -> Option<&str> {
    let inner = filter.strip_prefix("default(").or_else(|| filter.strip_prefix("d("))?;
    let inner = inner.strip_suffix(')')?;
    let inner = inner.strip_suffix("true").map_or(inner, |rest| rest.trim_end().strip_suffix(',').unwrap_or(inner));
    (!inner.contains(['(', ')', '|'])).then(|| inner.trim())
}

fn literal(word: &str, value: &Value) -> Option<Value> {
    let quoted = ['\'', '"'].iter().find_map(|quote| word.strip_prefix(*quote)?.strip_suffix(*quote));
    let kind = match (quoted, word) {
        (Some(text), _) if !text.contains(['\'', '"']) => Kind::String(text.into()),
        (_, "true" | "True") => Kind::Bool(true),
        (_, "false" | "False") => Kind::Bool(false),
        _ => Kind::Number(word.parse().ok()?),
    };
    Some(Value { kind, ..value.clone() })
}

/// The names of variables in the templates of a value, `password` of `{{ db.password }}` too; at most `most`.
pub fn names(value: &Value, most: usize, found: &mut Vec<String>) {
    match &value.kind {
        Kind::String(text) => {
            let mut rest = &**text;
            while let Some((_, after)) = rest.split_once("{{") {
                let (inner, after) = after.split_once("}}").unwrap_or((after, ""));
                let word = |char: char| char.is_alphanumeric() || matches!(char, '_' | '.');
                // What a filter makes of a variable is the variable's still.
                let first = inner.split('|').next().unwrap_or_default();
                for name in first.split(|char| !word(char)).filter(|name| is_name(name)) {
                    if found.len() < most && !found.iter().any(|known| known == name) {
                        found.push(name.to_owned());
                    }
                }
                rest = after;
            }
        }
        Kind::List(list) => list.items.iter().for_each(|item| names(item, most, found)),
        Kind::Map(map) => map.entries.iter().for_each(|entry| names(&entry.value, most, found)),
        _ => {}
    }
}

fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text.split('.').all(|step| {
            step.starts_with(|char: char| char.is_ascii_alphabetic() || char == '_')
                && step.chars().all(|char| char.is_ascii_alphanumeric() || char == '_')
        })
}

fn add(pieces: &mut Vec<Piece>, text: &str) {
    if text.is_empty() {
        return;
    }
    match pieces.last_mut() {
        Some(Piece::Text(last)) => *last = format!("{last}{text}").into(),
        _ => pieces.push(Piece::Text(text.into())),
    }
}

/// An expression as reasons quote it.
fn short(text: &str) -> String {
    text.chars().take(60).collect()
}

fn size(value: &Value) -> usize {
    match &value.kind {
        Kind::String(text) => text.len() + 1,
        Kind::List(list) => list.items.iter().map(size).sum::<usize>() + 1,
        Kind::Map(map) => map.entries.iter().map(|entry| entry.key.len() + size(&entry.value)).sum::<usize>() + 1,
        _ => 1,
    }
}
