//! Replacements: a value of one resource that goes into others, and the older variables.

use std::collections::BTreeMap;

use crate::model::{Kind, Piece, Reason, Value};
use crate::source::Sources;

use super::super::object::identity;
use super::edit;
use super::resource::{Resource, Selector};

/// Applies one replacement. The places of what does not apply come back.
pub fn apply(sources: &Sources, resources: &mut [Resource], replacement: &Value) -> bool {
    let Some(value) = source(sources, resources, replacement) else { return false };
    let targets = replacement.get("targets").and_then(Value::as_list).map_or(&[][..], |list| &list.items);
    for target in targets {
        let Some(select) = target.get("select").and_then(Selector::new) else { return false };
        let reject = target.get("reject").and_then(Value::as_list).map_or(&[][..], |list| &list.items);
        let reject: Vec<Selector> = reject.iter().filter_map(Selector::new).collect();
        let selected =
            |resource: &Resource| select.selects(resource) && !reject.iter().any(|selector| selector.selects(resource));
        let paths = target.get("fieldPaths").and_then(Value::as_list).map_or(&[][..], |list| &list.items);
        let mut paths: Vec<Vec<String>> = paths.iter().map(|path| steps(&identity(sources, path))).collect();
        if paths.is_empty() {
            paths.push(vec!["metadata".to_owned(), "name".to_owned()]);
        }
        let options = Options::of(sources, target.get("options"));
        for resource in resources.iter_mut().filter(|resource| selected(resource)) {
            resource.remember();
            for path in &paths {
                put(&mut resource.body, path, &value, &options);
            }
        }
    }
    true
}

/// How a text is taken apart.
#[derive(Default)]
struct Options {
    delimiter: Option<String>,
    index: i64,
    create: bool,
}

impl Options {
    fn of(sources: &Sources, options: Option<&Value>) -> Self {
        let Some(options) = options else { return Self::default() };
        #[allow(clippy::cast_possible_truncation, reason = "indexes are small, and others select nothing")]
        let index = options.get("index").and_then(Value::as_number).map_or(0, |number| number as i64);
        Self {
            delimiter: options.get("delimiter").map(|text| identity(sources, text)).filter(|text| !text.is_empty()),
            index,
            create: options.get("create").and_then(Value::as_bool) == Some(true),
        }
    }
}

/// The value that a replacement takes.
fn source(sources: &Sources, resources: &[Resource], replacement: &Value) -> Option<Value> {
    let source = replacement.get("source")?;
    let selector = Selector::new(source)?;
    let resource = resources.iter().find(|resource| selector.selects(resource))?;
    let path = source.get("fieldPath").map_or_else(|| "metadata.name".to_owned(), |path| identity(sources, path));
    let value = get(&resource.body, &steps(&path))?.clone();
    let options = Options::of(sources, source.get("options"));
    let Some(delimiter) = options.delimiter else { return Some(value) };
    let text = value.as_str()?.to_owned();
    let part = text.split(delimiter.as_str()).nth(usize::try_from(options.index).ok()?)?;
    Some(Value { kind: Kind::String(part.into()), ..value })
}

/// The steps of `spec.containers.[name=app].env.0`, where `\.` is a dot of a key.
fn steps(path: &str) -> Vec<String> {
    let mut steps = vec![String::new()];
    let mut brackets = 0_usize;
    let mut letters = path.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if letters.peek() == Some(&'.') => {
                letters.next();
                push(&mut steps, '.');
            }
            '.' if brackets == 0 => steps.push(String::new()),
            letter => {
                match letter {
                    '[' => brackets += 1,
                    ']' => brackets = brackets.saturating_sub(1),
                    _ => {}
                }
                push(&mut steps, letter);
            }
        }
    }
    steps.retain(|step| !step.is_empty());
    steps
}

fn push(steps: &mut [String], letter: char) {
    if let Some(last) = steps.last_mut() {
        last.push(letter);
    }
}

/// What a step asks of an item: `[name=app]`.
fn condition(step: &str) -> Option<(&str, &str)> {
    step.strip_prefix('[')?.strip_suffix(']')?.split_once('=')
}

fn fits(item: &Value, (key, text): (&str, &str)) -> bool {
    let value = if key.is_empty() { Some(item) } else { item.get(key) };
    value.is_some_and(|value| match &value.kind {
        Kind::String(own) => &**own == text,
        Kind::Number(own) => text.parse() == Ok(*own),
        _ => false,
    })
}

fn get<'v>(value: &'v Value, steps: &[String]) -> Option<&'v Value> {
    steps.iter().try_fold(value, |value, step| match &value.kind {
        Kind::List(list) => match condition(step) {
            Some(wanted) => list.items.iter().find(|item| fits(item, wanted)),
            None => list.items.get(step.parse::<usize>().ok()?),
        },
        _ => value.get(step.trim_matches(['[', ']'])),
    })
}

fn put(target: &mut Value, steps: &[String], new: &Value, options: &Options) {
    let Some((step, rest)) = steps.split_first() else { return replace(target, new, options) };
    if let Kind::List(list) = &mut target.kind {
        let wanted = condition(step);
        for (at, item) in list.items.iter_mut().enumerate() {
            let is_it = match wanted {
                Some(wanted) => fits(item, wanted),
                None => step == "*" || step.parse() == Ok(at),
            };
            if is_it {
                put(item, rest, new, options);
            }
        }
        return;
    }
    if step == "*" {
        if let Kind::Map(map) = &mut target.kind {
            map.entries.iter_mut().for_each(|entry| put(&mut entry.value, rest, new, options));
        }
        return;
    }
    let key = step.trim_matches(['[', ']']);
    if target.get(key).is_none() && options.create {
        let empty = if rest.is_empty() { new.clone() } else { Value::map(Vec::new(), new.span) };
        edit::set(target, key, empty);
    }
    if let Some(inner) = edit::get_mut(target, key) {
        put(inner, rest, new, options);
    }
}

/// Puts a value in the place of another, or of a part of its text.
fn replace(target: &mut Value, new: &Value, options: &Options) {
    let Some(delimiter) = &options.delimiter else {
        *target = new.clone();
        return;
    };
    let (Some(old), Some(text)) = (target.as_str(), new.as_str()) else {
        target.kind = Value::unknown(Reason::Expression("replacement".into()), target.span).kind;
        return;
    };
    let mut parts: Vec<&str> = old.split(delimiter.as_str()).collect();
    match usize::try_from(options.index) {
        Err(_) => parts.insert(0, text),
        Ok(at) if at < parts.len() => parts[at] = text,
        Ok(_) => parts.push(text),
    }
    target.kind = Kind::String(parts.join(delimiter).into());
}

/// Puts variables in: `$(NAME)` where a kustomization declares NAME. `vars` are the entries that do. In kinds
/// that Kubernetes does not serve itself they are left alone, unless a configuration says `everywhere`.
pub fn variables(sources: &Sources, resources: &mut [Resource], vars: &[Value], everywhere: bool) {
    let mut values: BTreeMap<String, Option<String>> = BTreeMap::new();
    for var in vars {
        let Some(name) = var.get("name") else { continue };
        let path = edit::at(var, &["fieldref", "fieldpath"]).or_else(|| edit::at(var, &["fieldref", "fieldPath"]));
        let path = path.map_or_else(|| "metadata.name".to_owned(), |path| identity(sources, path));
        let found = var.get("objref").and_then(Selector::new).and_then(|selector| {
            let resource = resources.iter().find(|resource| selector.selects(resource))?;
            get(&resource.body, &steps(&path)).cloned()
        });
        let text = found.and_then(|value| match &value.kind {
            Kind::String(text) => Some(text.to_string()),
            Kind::Number(number) => Some(number.to_string()),
            Kind::Bool(truth) => Some(truth.to_string()),
            _ => None,
        });
        values.insert(identity(sources, name), text);
    }
    if values.is_empty() {
        return;
    }
    for resource in resources.iter_mut().filter(|resource| everywhere || resource.id().is_builtin()) {
        edit::scalars(&mut resource.body, &mut |value| {
            if let Some(kind) = value.as_str().and_then(|text| expanded(text, &values)) {
                value.kind = kind;
            }
        });
    }
}

/// A text with its variables put in; none when it has none of them.
fn expanded(text: &str, values: &BTreeMap<String, Option<String>>) -> Option<Kind> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut known = String::new();
    let mut found = false;
    let mut rest = text;
    while let Some(at) = rest.find("$(") {
        let (before, after) = rest.split_at(at);
        known.push_str(before);
        let name = after[2..].split_once(')');
        match name.and_then(|(name, behind)| Some((values.get(name)?, behind))) {
            Some((Some(value), behind)) => {
                known.push_str(value);
                (found, rest) = (true, behind);
            }
            Some((None, behind)) => {
                if !known.is_empty() {
                    pieces.push(Piece::Text(std::mem::take(&mut known).into()));
                }
                pieces.push(Piece::Hole(Vec::new()));
                (found, rest) = (true, behind);
            }
            None => {
                known.push_str("$(");
                rest = &after[2..];
            }
        }
    }
    known.push_str(rest);
    if !found {
        return None;
    }
    if pieces.is_empty() {
        return Some(Kind::String(known.into()));
    }
    if !known.is_empty() {
        pieces.push(Piece::Text(known.into()));
    }
    let reason = Reason::Expression("kustomize variable".into());
    Some(Value::partial(reason, pieces, crate::source::Span::top(crate::source::FileId(0))).kind)
}
