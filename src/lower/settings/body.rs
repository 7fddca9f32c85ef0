//! Bodies of facts: maps built key by key, dotted keys made nested ones, text given its type.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{Entry, Kind, List, Map, Reason, Unknown, Value};
use crate::parse::directive::Directive;
use crate::source::Span;

use super::tree::masked;

/// How many levels the dots of one key may make.
const LEVELS: usize = 24;

/// A map under construction that finds its keys at once.
#[derive(Default)]
pub(super) struct Body {
    entries: Vec<Entry>,
    index: HashMap<Arc<str>, usize>,
    open: Option<Arc<Unknown>>,
}

impl Body {
    pub fn has(&self, key: &str) -> bool {
        self.index.contains_key(key)
    }

    pub fn get(&self, key: &str) -> Option<&Value> {
        self.index.get(key).map(|at| &self.entries[*at].value)
    }

    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Sets a key; an earlier value is replaced.
    pub fn set(&mut self, entry: Entry) {
        match self.index.get(&entry.key) {
            Some(at) => self.entries[*at] = entry,
            None => {
                self.index.insert(entry.key.clone(), self.entries.len());
                self.entries.push(entry);
            }
        }
    }

    /// Sets a key of phiward's own, which is written nowhere.
    pub fn mark(&mut self, key: &str, value: Value) {
        self.set(Entry::of(key, value));
    }

    /// Adds an item to the list under a key.
    pub fn push(&mut self, key: impl Into<Arc<str>>, key_span: Span, item: Value) {
        let key = key.into();
        if let Some(at) = self.index.get(&key) {
            let value = &mut self.entries[*at].value;
            value.span = value.span.to(item.span);
            if let Kind::List(list) = &mut value.kind {
                list.items.push(item);
            }
            return;
        }
        let value = Value::list(vec![item.clone()], item.span);
        self.set(Entry { key, key_span, value });
    }

    /// Adds an item of elsewhere to the list under a key, whose place stays its own.
    pub fn add(&mut self, key: &str, item: Value) {
        if let Some(at) = self.index.get(key)
            && let Kind::List(list) = &mut self.entries[*at].value.kind
        {
            list.items.push(item);
        }
    }

    /// Says that there may be more keys.
    pub fn open(&mut self, reason: Reason) {
        self.open.get_or_insert_with(|| Arc::new(Unknown { reason, pieces: Vec::new() }));
    }

    pub fn finish(self, span: Span) -> Value {
        Value::new(Kind::Map(Map { entries: self.entries, open: self.open }), span)
    }
}

/// The arguments of a directive as one value: text joined by blanks, `true` when there are none.
pub(super) fn arguments(directive: &Directive) -> Value {
    if directive.arguments.is_empty() {
        return Value::bool(true, directive.name.span);
    }
    masked(&directive.text(), directive.arguments_span())
}

/// A text as what it says: `true`, `false`, a number, or itself. Digits with a leading zero are a text.
pub(super) fn typed(value: &Value) -> Value {
    let Some(text) = value.as_str() else { return value.clone() };
    let kind = match text {
        "true" | "TRUE" | "True" => Kind::Bool(true),
        "false" | "FALSE" | "False" => Kind::Bool(false),
        _ => match number(text) {
            Some(number) => Kind::Number(number),
            None => return value.clone(),
        },
    };
    Value { kind, ..value.clone() }
}

/// The number that a text is, unless writing it as one would lose something.
pub(super) fn number(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = digits.len() <= 15
        && digits.starts_with(|char: char| char.is_ascii_digit())
        && digits.ends_with(|char: char| char.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && digits.bytes().filter(|byte| *byte == b'.').count() <= 1
        && (digits.len() == 1 || !digits.starts_with('0') || digits.starts_with("0."));
    plain.then(|| text.parse().ok()).flatten()
}

/// Makes nested maps of dotted keys, each part of a key renamed, and joins them with those that were
/// nested already. A key that has both a value and keys below it keeps the value as `@value`. Parts
/// in brackets, `a[0]`, make lists.
pub(super) fn expand(value: &Value, rename: fn(&str) -> String) -> Value {
    let Some(map) = value.as_map() else { return value.clone() };
    let mut root = Node { open: map.open.clone(), ..Node::default() };
    add(&mut root, map, rename, 0);
    root.value(value.span)
}

#[derive(Default)]
struct Node {
    leaf: Option<Value>,
    key_span: Option<Span>,
    keys: Vec<Arc<str>>,
    children: HashMap<Arc<str>, Node>,
    open: Option<Arc<Unknown>>,
    indexed: bool,
}

impl Node {
    fn child(&mut self, key: Arc<str>, span: Span) -> &mut Self {
        let keys = &mut self.keys;
        let node = self.children.entry(key).or_insert_with_key(|key| {
            keys.push(key.clone());
            Self::default()
        });
        node.key_span.get_or_insert(span);
        node
    }

    fn value(mut self, span: Span) -> Value {
        if self.keys.is_empty() && self.open.is_none() {
            return self.leaf.unwrap_or_else(|| Value::map(Vec::new(), span));
        }
        let mut entries = Vec::new();
        if let Some(leaf) = self.leaf.take() {
            entries.push(Entry::of("@value", leaf));
        }
        for key in std::mem::take(&mut self.keys) {
            let Some(node) = self.children.remove(&key) else { continue };
            let key_span = node.key_span.unwrap_or(span);
            let value = node.value(key_span);
            entries.push(Entry { key, key_span, value });
        }
        let span = entries.iter().map(|entry| entry.key_span.to(entry.value.span)).reduce(Span::to).unwrap_or(span);
        if self.indexed && self.open.is_none() {
            return Value::new(
                Kind::List(List { items: entries.into_iter().map(|entry| entry.value).collect(), open: None }),
                span,
            );
        }
        Value::new(Kind::Map(Map { entries, open: self.open }), span)
    }
}

fn add(node: &mut Node, map: &Map, rename: fn(&str) -> String, depth: usize) {
    for entry in &map.entries {
        let mut target = &mut *node;
        let mut levels = depth;
        for part in parts(&entry.key, LEVELS.saturating_sub(depth)) {
            let (name, index) = part;
            target.indexed |= index;
            target = target.child(if index { name.into() } else { rename(name).into() }, entry.key_span);
            levels += 1;
        }
        match &entry.value.kind {
            Kind::Map(inner) if levels < LEVELS * 4 => {
                target.open = target.open.take().or_else(|| inner.open.clone());
                if inner.entries.is_empty() {
                    target.leaf.get_or_insert_with(|| entry.value.clone());
                }
                add(target, inner, rename, levels);
            }
            Kind::List(list) if levels < LEVELS * 4 => {
                let items = list.items.iter().map(|item| expand(item, rename)).collect();
                let kind = Kind::List(List { items, open: list.open.clone() });
                target.leaf = Some(Value { kind, ..entry.value.clone() });
            }
            _ => target.leaf = Some(entry.value.clone()),
        }
    }
}

/// The parts of a dotted key, and whether each is an index. Past the limit the rest is one part.
fn parts(key: &str, limit: usize) -> Vec<(&str, bool)> {
    let mut parts = Vec::new();
    for part in key.splitn(limit.max(1), '.') {
        let (name, indexes) = part.split_once('[').map_or((part, ""), |(name, rest)| (name, rest));
        let numbers = indexes
            .strip_suffix(']')
            .filter(|index| index.len() < 6 && !index.is_empty() && index.bytes().all(|byte| byte.is_ascii_digit()));
        match numbers {
            Some(index) if !name.is_empty() => parts.extend([(name, false), (index, true)]),
            _ => parts.push((part, false)),
        }
    }
    parts
}

/// The key as it stands.
pub(super) fn as_written(key: &str) -> String {
    key.to_owned()
}

/// Marks every map of a value open: it is laid over another file, which has what is not here.
pub(super) fn open_all(value: &mut Value, reason: &Reason) {
    match &mut value.kind {
        Kind::Map(map) => {
            map.open.get_or_insert_with(|| Arc::new(Unknown { reason: reason.clone(), pieces: Vec::new() }));
            map.entries.iter_mut().for_each(|entry| open_all(&mut entry.value, reason));
        }
        Kind::List(list) => list.items.iter_mut().for_each(|item| open_all(item, reason)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    fn map(pairs: &[(&str, &str)]) -> Value {
        let span = Span::top(FileId(0));
        let entries = pairs.iter().map(|(key, value)| Entry::of(*key, Value::string(*value, span))).collect();
        Value::map(entries, span)
    }

    #[test]
    fn dotted_keys_become_nested_and_keep_what_collides() {
        let value =
            expand(&map(&[("a.b", "1"), ("a.b.c", "2"), ("x[0].y", "3"), ("x[1]", "4"), ("p[a.b]", "5")]), as_written);
        let inner = value.get("a").unwrap().get("b").unwrap();
        assert_eq!(inner.get("@value").unwrap().as_str(), Some("1"));
        assert_eq!(inner.get("c").unwrap().as_str(), Some("2"));
        let list = value.get("x").unwrap().as_list().unwrap();
        assert_eq!(list.items[0].get("y").unwrap().as_str(), Some("3"));
        assert_eq!(list.items[1].as_str(), Some("4"));
        assert!(value.get("p[a").is_some());
    }

    #[test]
    fn nested_and_dotted_spellings_meet() {
        let mut both = map(&[("a.x", "1")]);
        if let Kind::Map(outer) = &mut both.kind {
            outer.entries.push(Entry::of("a", map(&[("y", "2")])));
        }
        let value = expand(&both, as_written);
        assert_eq!(value.get("a").unwrap().as_map().unwrap().entries.len(), 2);
    }

    #[test]
    fn a_key_of_many_dots_ends() {
        let value = expand(&map(&[(&"a.".repeat(100_000), "1")]), as_written);
        assert!(value.get("a").is_some());
    }

    #[test]
    fn numbers_that_would_lose_something_stay_text() {
        for text in ["0123", "1.2.3", "12345678901234567890", "1e5", ".5", "5.", "", "-", "0x1"] {
            assert_eq!(number(text), None, "{text}");
        }
        assert_eq!(number("-1.5"), Some(-1.5));
        assert_eq!(number("0"), Some(0.0));
        assert_eq!(number("0.5"), Some(0.5));
    }
}
