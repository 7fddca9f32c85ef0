//! What template expressions work on: the values of Go, and one that is not known.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::model::{Kind, Map, Value};
use crate::source::Span;

use super::text::{Builder, Mark, Text};

/// A value, and the line of a values file that decided it.
#[derive(Clone, Debug)]
pub(super) struct Val {
    pub data: Data,
    pub origin: Option<Span>,
}

/// What a value is. Numbers of YAML are floats, as Helm reads them.
#[derive(Clone, Debug)]
pub(super) enum Data {
    /// Nothing: `nil`, and a key that a map does not have.
    Nil,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(Text),
    List(List),
    Map(Dict),
    /// Not known, for the reason of this number.
    Unknown(usize),
    /// What Helm gives that is no plain data.
    Object(Object),
}

/// Objects with methods.
#[derive(Clone, Debug)]
pub(super) enum Object {
    /// `.Files`, or what a glob leaves of it: paths within the chart and their texts.
    Files(Rc<BTreeMap<String, Text>>),
    /// `.Capabilities.APIVersions`
    ApiVersions,
    /// `.Capabilities.KubeVersion`
    KubeVersion,
}

pub(super) type Entries = BTreeMap<Rc<str>, Val>;

/// A map. Templates change maps in place, and all who hold one see it.
#[derive(Clone, Debug, Default)]
pub(super) struct Dict(Rc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    entries: RefCell<Entries>,
    /// Why it may have more keys than are known.
    open: Cell<Option<usize>>,
}

/// A list, which never changes.
#[derive(Clone, Debug, Default)]
pub(super) struct List(Rc<Vec<Val>>);

/// Whether something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Truth {
    Yes,
    No,
    /// Not known, for the reason of this number.
    Unknown(usize),
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}

impl Dict {
    pub fn of(entries: impl IntoIterator<Item = (Rc<str>, Val)>) -> Self {
        Self::from_entries(entries.into_iter().collect(), None)
    }

    fn from_entries(entries: Entries, open: Option<usize>) -> Self {
        Self(Rc::new(Inner { entries: RefCell::new(entries), open: Cell::new(open) }))
    }

    /// Why it may have more keys than are known.
    pub fn open(&self) -> Option<usize> {
        self.0.open.get()
    }

    /// Says of it, and of all maps in it, that they may have more keys.
    pub fn open_all(&self, hole: usize, levels: usize) {
        let Some(levels) = levels.checked_sub(1) else { return };
        self.0.open.set(Some(hole));
        for (_, val) in self.entries() {
            if let Data::Map(inner) = &val.data {
                inner.open_all(hole, levels);
            }
        }
    }

    pub fn get(&self, key: &str) -> Option<Val> {
        self.0.entries.borrow().get(key).cloned()
    }

    pub fn has(&self, key: &str) -> bool {
        self.0.entries.borrow().contains_key(key)
    }

    pub fn set(&self, key: impl Into<Rc<str>>, val: Val) {
        // What was there is dropped after the map is free again: it may hold the map itself.
        let old = self.0.entries.borrow_mut().insert(key.into(), val);
        drop(old);
    }

    pub fn remove(&self, key: &str) {
        let old = self.0.entries.borrow_mut().remove(key);
        drop(old);
    }

    pub fn len(&self) -> usize {
        self.0.entries.borrow().len()
    }

    /// Whether nothing is in it but empty maps.
    pub fn is_bare(&self) -> bool {
        self.0.entries.borrow().values().all(|val| val.as_map().is_some_and(|dict| dict.len() == 0))
    }

    /// The entries as they are now, by key.
    pub fn entries(&self) -> Vec<(Rc<str>, Val)> {
        self.0.entries.borrow().iter().map(|(key, val)| (key.clone(), val.clone())).collect()
    }

    pub fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// Another map of the same entries.
    pub fn copy(&self) -> Self {
        Self::from_entries(self.0.entries.borrow().clone(), self.open())
    }
}

impl List {
    pub fn items(&self) -> &[Val] {
        &self.0
    }
}

impl FromIterator<Val> for List {
    fn from_iter<I: IntoIterator<Item = Val>>(items: I) -> Self {
        Self(Rc::new(items.into_iter().collect()))
    }
}

// A hostile template can build a chain of any length, and dropping one by recursion would end the program.
impl Drop for Dict {
    fn drop(&mut self) {
        if Rc::strong_count(&self.0) == 1 {
            let entries = self.0.entries.try_borrow_mut().map(|mut entries| std::mem::take(&mut *entries));
            unwind(entries.unwrap_or_default().into_values().collect());
        }
    }
}

impl Drop for List {
    fn drop(&mut self) {
        if let Some(items) = Rc::get_mut(&mut self.0) {
            unwind(std::mem::take(items));
        }
    }
}

/// Drops values one level after the other.
fn unwind(mut vals: Vec<Val>) {
    vals.retain(|val| matches!(val.data, Data::Map(_) | Data::List(_)));
    while let Some(mut val) = vals.pop() {
        let inner = match &mut val.data {
            Data::Map(dict) if Rc::strong_count(&dict.0) == 1 => {
                let entries = dict.0.entries.try_borrow_mut().map(|mut entries| std::mem::take(&mut *entries));
                entries.unwrap_or_default().into_values().collect()
            }
            Data::List(list) => Rc::get_mut(&mut list.0).map(std::mem::take).unwrap_or_default(),
            _ => Vec::new(),
        };
        vals.extend(inner.into_iter().filter(|val| matches!(val.data, Data::Map(_) | Data::List(_))));
    }
}

impl Val {
    pub fn new(data: Data) -> Self {
        Self { data, origin: None }
    }

    pub fn nil() -> Self {
        Self::new(Data::Nil)
    }

    pub fn bool(truth: bool) -> Self {
        Self::new(Data::Bool(truth))
    }

    pub fn int(number: i64) -> Self {
        Self::new(Data::Int(number))
    }

    pub fn str(text: impl Into<Rc<str>>) -> Self {
        Self::new(Data::Text(Text::plain(text)))
    }

    pub fn text(text: Text) -> Self {
        Self::new(Data::Text(text))
    }

    pub fn list(items: impl IntoIterator<Item = Self>) -> Self {
        Self::new(Data::List(items.into_iter().collect()))
    }

    pub fn map(entries: impl IntoIterator<Item = (Rc<str>, Self)>) -> Self {
        Self::new(Data::Map(Dict::of(entries)))
    }

    pub fn unknown(hole: usize) -> Self {
        Self::new(Data::Unknown(hole))
    }

    /// The same, said to come from where another does, unless it comes from somewhere itself.
    pub fn or_origin(mut self, origin: Option<Span>) -> Self {
        self.origin = self.origin.or(origin);
        self
    }

    pub fn as_map(&self) -> Option<&Dict> {
        match &self.data {
            Data::Map(dict) => Some(dict),
            _ => None,
        }
    }

    pub fn as_list(&self) -> Option<&[Self]> {
        match &self.data {
            Data::List(list) => Some(list.items()),
            _ => None,
        }
    }

    pub fn as_text(&self) -> Option<&Text> {
        match &self.data {
            Data::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn as_str(&self) -> Option<&str> {
        self.as_text().map(Text::as_str)
    }

    pub fn is_nil(&self) -> bool {
        matches!(self.data, Data::Nil)
    }

    /// The hole that makes it unknown on its face: what is in a collection is not looked at.
    pub fn hole(&self) -> Option<usize> {
        match &self.data {
            Data::Unknown(hole) => Some(*hole),
            Data::Text(text) if !text.is_known() => Some(text.hole().unwrap_or(0)),
            _ => None,
        }
    }

    /// What a condition takes it for: nothing, nought and what is empty are false.
    pub fn truth(&self) -> Truth {
        let holds = match &self.data {
            Data::Nil => false,
            Data::Bool(truth) => *truth,
            Data::Int(number) => *number != 0,
            Data::Float(number) => *number != 0.0,
            Data::Text(text) if text.is_known() => !text.as_str().is_empty(),
            Data::Text(text) if !text.is_hole() && text.mark(0) == text.mark(text.as_str().len()) => true,
            Data::Text(text) => return Truth::Unknown(text.hole().unwrap_or(0)),
            Data::List(list) => !list.items().is_empty(),
            Data::Map(dict) if dict.len() == 0 && dict.open().is_some() => {
                return Truth::Unknown(dict.open().unwrap_or(0));
            }
            Data::Map(dict) => dict.len() > 0,
            Data::Unknown(hole) => return Truth::Unknown(*hole),
            Data::Object(Object::Files(files)) => !files.is_empty(),
            Data::Object(_) => true,
        };
        holds.into()
    }

    /// The name of its kind in Go's reflection.
    pub fn kind(&self) -> &'static str {
        match &self.data {
            Data::Nil => "invalid",
            Data::Bool(_) => "bool",
            Data::Int(_) => "int64",
            Data::Float(_) => "float64",
            Data::Text(_) => "string",
            Data::List(_) => "slice",
            Data::Object(Object::ApiVersions) => "slice",
            Data::Map(_) | Data::Unknown(_) | Data::Object(_) => "map",
        }
    }

    /// The name of its type in Go.
    pub fn type_name(&self) -> &'static str {
        match &self.data {
            Data::Nil => "<nil>",
            Data::Map(_) => "map[string]interface {}",
            Data::List(_) => "[]interface {}",
            _ => self.kind(),
        }
    }

    /// A map or list of its own, and all those in it likewise.
    pub fn deep_copy(&self, levels: usize) -> Self {
        let Some(levels) = levels.checked_sub(1) else { return self.clone() };
        let data = match &self.data {
            Data::Map(dict) => {
                let entries = dict.entries().into_iter().map(|(key, val)| (key, val.deep_copy(levels)));
                Data::Map(Dict::from_entries(entries.collect(), dict.open()))
            }
            Data::List(list) => Data::List(list.items().iter().map(|item| item.deep_copy(levels)).collect()),
            _ => return self.clone(),
        };
        Self { data, origin: self.origin }
    }
}

/// A tree that was read from YAML, as Helm takes it: by YAML 1.1, with floats for numbers. `text` is what it was
/// read from, `origin` says where a place in it is.
pub(super) fn from_yaml(value: &Value, text: &str, origin: &dyn Fn(Span) -> Option<Span>) -> Val {
    let data = match &value.kind {
        Kind::Null | Kind::Unknown(_) => Data::Nil,
        Kind::Bool(truth) => Data::Bool(*truth),
        Kind::Number(number) => Data::Float(*number),
        Kind::String(string) => match old_bool(text, value.span, string) {
            Some(truth) => Data::Bool(truth),
            None => Data::Text(Text::plain(&**string)),
        },
        Kind::List(list) => Data::List(list.items.iter().map(|item| from_yaml(item, text, origin)).collect()),
        Kind::Map(map) => Data::Map(Dict::of(entries(map, text, origin))),
    };
    Val { data, origin: origin(value.span) }
}

fn entries(map: &Map, text: &str, origin: &dyn Fn(Span) -> Option<Span>) -> Vec<(Rc<str>, Val)> {
    let entries = map.entries.iter().map(|entry| {
        let key: Rc<str> = match old_bool(text, entry.key_span, &entry.key) {
            Some(truth) => if truth { "true" } else { "false" }.into(),
            None => (&*entry.key).into(),
        };
        let mut val = from_yaml(&entry.value, text, origin);
        // A map's own place is where its key is: there one would write what is missing in it.
        if matches!(val.data, Data::Map(_) | Data::List(_) | Data::Nil) {
            val.origin = origin(entry.key_span);
        }
        (key, val)
    });
    entries.collect()
}

/// The words that YAML 1.1 has for truth values and YAML 1.2 has not.
fn old_bool(text: &str, span: Span, string: &str) -> Option<bool> {
    if string.len() > 3 || text.get(span.range()) != Some(string) {
        return None;
    }
    match string {
        "y" | "Y" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" => Some(true),
        "n" | "N" | "no" | "No" | "NO" | "off" | "Off" | "OFF" => Some(false),
        _ => None,
    }
}

/// Whether two values are the same all through; nothing that is not known is the same as anything.
pub(super) fn same(a: &Val, b: &Val, levels: usize) -> bool {
    let Some(levels) = levels.checked_sub(1) else { return false };
    match (&a.data, &b.data) {
        (Data::Nil, Data::Nil) => true,
        (Data::Bool(a), Data::Bool(b)) => a == b,
        (Data::Int(a), Data::Int(b)) => a == b,
        #[expect(clippy::float_cmp, reason = "as Go compares")]
        (Data::Float(a), Data::Float(b)) => a == b,
        (Data::Text(a), Data::Text(b)) => a.as_str() == b.as_str() && a.is_known() && b.is_known(),
        (Data::List(a), Data::List(b)) => {
            a.items().len() == b.items().len() && a.items().iter().zip(b.items()).all(|(a, b)| same(a, b, levels))
        }
        (Data::Map(a), Data::Map(b)) => {
            a.is(b)
                || (a.len() == b.len()
                    && a.entries()
                        .iter()
                        .zip(b.entries())
                        .all(|((key, a), (other, b))| *key == other && same(a, &b, levels)))
        }
        _ => false,
    }
}

/// What a value is when one of two cases holds and it is not known which: what they have in common.
pub(super) fn join(a: &Val, b: &Val, hole: usize, levels: usize) -> Val {
    if same(a, b, levels) {
        return a.clone();
    }
    let (Some(levels), Some(left), Some(right)) = (levels.checked_sub(1), a.as_map(), b.as_map()) else {
        return Val::unknown(hole);
    };
    let mut joined: Entries = BTreeMap::new();
    for (key, val) in left.entries() {
        let other = right.get(&key).unwrap_or_else(Val::nil);
        joined.insert(key, join(&val, &other, hole, levels));
    }
    for (key, _) in right.entries() {
        joined.entry(key).or_insert_with(|| Val::unknown(hole));
    }
    Val { data: Data::Map(Dict::of(joined)), origin: a.origin }
}

/// A text put together from texts and what comes between them.
pub(super) fn joined(parts: &[Text], between: &str) -> Text {
    let mut builder = Builder::default();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            builder.push(between, Mark::default());
        }
        builder.push_text(part, Mark::default());
    }
    builder.finish()
}
