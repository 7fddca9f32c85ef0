//! What configuration evaluates to: known, unknown with a reason, or known in part.

use std::sync::Arc;

use crate::source::Span;

/// A value with the place where it is written.
#[derive(Clone, Debug)]
pub struct Value {
    /// What it is.
    pub kind: Kind,
    /// Where it is used: the attribute's expression, not the definition that it came from.
    pub span: Span,
    /// Where it came from and what it refers to, when there is something to say.
    pub trace: Option<Arc<Trace>>,
}

/// The history of a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// Resources that the value refers to, known value or not: `aws_kms_key.main.arn`.
    pub links: Vec<Link>,
    /// Definitions that the value went through: a variable's default, a local, a module argument.
    pub origins: Vec<Span>,
    /// What its language takes it for, where its shape does not show that.
    pub form: Option<Form>,
}

/// What a list or map is to a language that tells more kinds of them apart than are kept here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A list whose items are of one type.
    List,
    /// A set.
    Set,
    /// A map whose values are of one type.
    Map,
    /// Text: what is here is the JSON that it holds.
    Json,
    /// Text: what is here is the YAML that it holds.
    Yaml,
    /// Whatever the provider makes of it.
    Provider,
}

/// A reference to an attribute of another fact of the same scope.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link {
    /// The address of the fact that is referred to.
    pub address: Arc<str>,
    /// The attribute, dotted; empty when the fact as a whole is meant.
    pub attribute: Arc<str>,
}

/// The shapes of a value.
#[derive(Clone, Debug)]
pub enum Kind {
    /// Explicitly nothing: an attribute that is `null` counts as absent.
    Null,
    /// True or false.
    Bool(bool),
    /// Any number.
    Number(f64),
    /// Text.
    String(Arc<str>),
    /// An ordered list, a set, or the repeated blocks of one name.
    List(List),
    /// A map, an object, or a block's body.
    Map(Map),
    /// Not known from the repository.
    Unknown(Arc<Unknown>),
}

/// A list; `open` when it may hold more than is known.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// What is known to be in it.
    pub items: Vec<Value>,
    /// Why there may be more items.
    pub open: Option<Arc<Unknown>>,
}

/// A map in the order it is written; `open` when it may hold keys that are not known.
#[derive(Clone, Debug, Default)]
pub struct Map {
    /// Key and value; a later entry of the same key wins.
    pub entries: Vec<Entry>,
    /// Why there may be more keys.
    pub open: Option<Arc<Unknown>>,
}

/// One key of a map.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The key's text.
    pub key: Arc<str>,
    /// Where the key is written.
    pub key_span: Span,
    /// Its value.
    pub value: Value,
}

/// Why a value is not known, and what is known of it all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// Why.
    pub reason: Reason,
    /// For text that is known in part: its pieces in order. Empty when nothing is known.
    pub pieces: Vec<Piece>,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Known text.
    Text(Arc<str>),
    /// Something unknown, and the facts that it refers to.
    Hole(Vec<Link>),
}

/// Why the repository does not tell a value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// A variable or parameter without a default; its name.
    Input(Arc<str>),
    /// Looked up in the cloud while deploying; the address of the data source.
    DataSource(Arc<str>),
    /// Set by the provider once the resource exists; `address.attribute`. Never absent then.
    Computed(Arc<str>),
    /// The output of a module that is not in the repository; its source.
    Module(Arc<str>),
    /// A function or expression that phiward does not evaluate; its name.
    Expression(Arc<str>),
    /// Read from the environment or a secret store at run time; the name.
    Environment(Arc<str>),
    /// A code value that is not constant: a parameter, a field, a call's result; what it is.
    Code(Arc<str>),
    /// Refers to something that is not declared; the reference.
    Undeclared(Arc<str>),
    /// The deployment would end with an error there; what fails.
    Failed(Arc<str>),
    /// Stands past a syntax error.
    Unread,
    /// Past a limit of depth or size.
    Limit,
}

impl Reason {
    /// The reason as the end of a sentence, after "is not known: ".
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Input(name) => format!("input '{name}' has no value here"),
            Self::DataSource(address) => format!("data source '{address}' is looked up when deploying"),
            Self::Computed(what) => format!("'{what}' is set by the provider"),
            Self::Module(source) => format!("module '{source}' is not in the repository"),
            Self::Expression(name) => format!("'{name}' is not evaluated"),
            Self::Environment(name) => format!("'{name}' comes from the environment"),
            Self::Code(what) => format!("'{what}' is not a constant"),
            Self::Undeclared(what) => format!("'{what}' is not declared"),
            Self::Failed(what) => format!("'{what}' fails when it is evaluated"),
            Self::Unread => "it stands past a syntax error".to_owned(),
            Self::Limit => "it is past a limit of depth or size".to_owned(),
        }
    }
}

impl Value {
    /// A value without history.
    #[must_use]
    pub fn new(kind: Kind, span: Span) -> Self {
        Self { kind, span, trace: None }
    }

    /// A text value.
    #[must_use]
    pub fn string(text: impl Into<Arc<str>>, span: Span) -> Self {
        Self::new(Kind::String(text.into()), span)
    }

    /// A value that is true or false.
    #[must_use]
    pub fn bool(truth: bool, span: Span) -> Self {
        Self::new(Kind::Bool(truth), span)
    }

    /// A number.
    #[must_use]
    pub fn number(number: f64, span: Span) -> Self {
        Self::new(Kind::Number(number), span)
    }

    /// A closed list.
    #[must_use]
    pub fn list(items: Vec<Self>, span: Span) -> Self {
        Self::new(Kind::List(List { items, open: None }), span)
    }

    /// A closed map.
    #[must_use]
    pub fn map(entries: Vec<Entry>, span: Span) -> Self {
        Self::new(Kind::Map(Map { entries, open: None }), span)
    }

    /// An unknown of which nothing else is known.
    #[must_use]
    pub fn unknown(reason: Reason, span: Span) -> Self {
        Self::new(Kind::Unknown(Arc::new(Unknown { reason, pieces: Vec::new() })), span)
    }

    /// An unknown text of which some pieces are known.
    #[must_use]
    pub fn partial(reason: Reason, pieces: Vec<Piece>, span: Span) -> Self {
        Self::new(Kind::Unknown(Arc::new(Unknown { reason, pieces })), span)
    }

    /// The same value with references added to its history.
    #[must_use]
    pub fn with_links(mut self, links: impl IntoIterator<Item = Link>) -> Self {
        let mut trace = self.trace.map_or_else(Trace::default, Arc::unwrap_or_clone);
        for link in links {
            if !trace.links.contains(&link) {
                trace.links.push(link);
            }
        }
        self.trace = (trace != Trace::default()).then(|| Arc::new(trace));
        self
    }

    /// The same value, used at another place: the old place becomes an origin.
    #[must_use]
    pub fn used_at(mut self, span: Span) -> Self {
        if span != self.span {
            let mut trace = self.trace.map_or_else(Trace::default, Arc::unwrap_or_clone);
            if !trace.origins.contains(&self.span) && trace.origins.len() < 8 {
                trace.origins.push(self.span);
            }
            self.trace = Some(Arc::new(trace));
            self.span = span;
        }
        self
    }

    /// The same value, taken for something else than its shape shows.
    #[must_use]
    pub fn in_form(mut self, form: Option<Form>) -> Self {
        if self.form() != form {
            let mut trace = self.trace.map_or_else(Trace::default, Arc::unwrap_or_clone);
            trace.form = form;
            self.trace = (trace != Trace::default()).then(|| Arc::new(trace));
        }
        self
    }

    /// What its language takes it for, where its shape does not show that.
    #[must_use]
    pub fn form(&self) -> Option<Form> {
        self.trace.as_ref().and_then(|trace| trace.form)
    }

    /// Moves every place in it, those of keys too, and forgets its history. Goes as deep as values nest.
    pub fn move_spans(&mut self, place: &dyn Fn(Span) -> Span) {
        self.span = place(self.span);
        self.trace = None;
        match &mut self.kind {
            Kind::Map(map) => {
                for entry in &mut map.entries {
                    entry.key_span = place(entry.key_span);
                    entry.value.move_spans(place);
                }
            }
            Kind::List(list) => list.items.iter_mut().for_each(|item| item.move_spans(place)),
            _ => {}
        }
    }

    /// What it refers to.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        self.trace.as_ref().map_or(&[], |trace| &trace.links)
    }

    /// The definitions that it went through.
    #[must_use]
    pub fn origins(&self) -> &[Span] {
        self.trace.as_ref().map_or(&[], |trace| &trace.origins)
    }

    /// The text, when it is a known string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.kind {
            Kind::String(text) => Some(text),
            _ => None,
        }
    }

    /// The truth value, also of the texts that configuration languages take for one: `true`, `yes`, `on`.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        let text = match &self.kind {
            Kind::Bool(truth) => return Some(*truth),
            Kind::String(text) => text,
            _ => return None,
        };
        let is_any = |words: [&str; 3]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
        if is_any(["true", "yes", "on"]) {
            Some(true)
        } else if is_any(["false", "no", "off"]) {
            Some(false)
        } else {
            None
        }
    }

    /// The number, also of a text that is one.
    #[must_use]
    pub fn as_number(&self) -> Option<f64> {
        match &self.kind {
            Kind::Number(number) => Some(*number),
            Kind::String(text) => text.trim().parse().ok().filter(|number: &f64| number.is_finite()),
            _ => None,
        }
    }

    /// The items, when it is a list.
    #[must_use]
    pub fn as_list(&self) -> Option<&List> {
        match &self.kind {
            Kind::List(list) => Some(list),
            _ => None,
        }
    }

    /// The map, when it is one.
    #[must_use]
    pub fn as_map(&self) -> Option<&Map> {
        match &self.kind {
            Kind::Map(map) => Some(map),
            _ => None,
        }
    }

    /// Why it is unknown, when it is.
    #[must_use]
    pub fn as_unknown(&self) -> Option<&Arc<Unknown>> {
        match &self.kind {
            Kind::Unknown(unknown) => Some(unknown),
            _ => None,
        }
    }

    /// Whether it is `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self.kind, Kind::Null)
    }

    /// The value of a key, when it is a map that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.as_map()?.get(key)
    }
}

impl Entry {
    /// An entry whose key is not written as such: it stands where its value does.
    #[must_use]
    pub fn of(key: impl Into<Arc<str>>, value: Value) -> Self {
        Self { key: key.into(), key_span: value.span, value }
    }
}

impl Map {
    /// The value of a key; of repeated keys, the last.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// The entry of a key; of repeated keys, the last.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().rev().find(|entry| &*entry.key == key)
    }
}

impl Unknown {
    /// The text that the value surely starts with.
    #[must_use]
    pub fn prefix(&self) -> &str {
        match self.pieces.first() {
            Some(Piece::Text(text)) => text,
            _ => "",
        }
    }

    /// The text that the value surely ends with.
    #[must_use]
    pub fn suffix(&self) -> &str {
        match self.pieces.last() {
            Some(Piece::Text(text)) => text,
            _ => "",
        }
    }

    /// Whether the attribute may turn out to be absent: an input may be null, a computed value is there.
    #[must_use]
    pub fn may_be_absent(&self) -> bool {
        self.pieces.is_empty() && !matches!(self.reason, Reason::Computed(_) | Reason::DataSource(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    #[test]
    fn texts_that_mean_a_truth_value_are_one() {
        let truth = |text: &str| Value::string(text, Span::top(FileId(0))).as_bool();
        for text in ["true", "True", "yes", "ON"] {
            assert_eq!(truth(text), Some(true), "{text}");
        }
        for text in ["false", "FALSE", "no", "off"] {
            assert_eq!(truth(text), Some(false), "{text}");
        }
        for text in ["", "y", "1", "enabled", "true "] {
            assert_eq!(truth(text), None, "{text}");
        }
    }
}
