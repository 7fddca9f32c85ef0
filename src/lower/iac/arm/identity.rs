//! Which resource is which: by type and names, as far as they are known.
//!
//! While a template is evaluated a reference is an id, or a link that begins with `?`. Once all resources of a
//! root are there, ids become links to their facts, and the other links go.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{Fact, Kind, Link, Piece, Reason, Unknown, Value};
use crate::source::Span;

use crate::parse::arm::syntax::{Expr, ExprKind};

use super::super::text::Text;
use super::values::{is_symbol, key, pieces, segments};

/// What a resource is told by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Identity {
    /// Its type, in lower case.
    kind: String,
    /// Its names, outermost first.
    names: Vec<String>,
}

impl Identity {
    /// The identity of a resource; none when its names cannot be told from others.
    pub fn new(kind: &str, names: &[Value]) -> Option<Self> {
        let names: Vec<String> = names.iter().map(key).collect::<Option<_>>()?;
        (kind.split('/').count() == names.len() + 1).then(|| Self { kind: kind.to_lowercase(), names })
    }

    /// The resource that an id, or its end that begins with the type, names.
    pub fn of_id(value: &Value) -> Option<Self> {
        let is_id = pieces(value).iter().any(|piece| matches!(piece, Piece::Text(text) if text.contains('/')));
        if !is_id {
            return None;
        }
        let parts = segments(value);
        let texts: Vec<Option<&str>> = parts.iter().map(Value::as_str).collect();
        let provider = texts.iter().rposition(|text| text.is_some_and(|text| text.eq_ignore_ascii_case("providers")));
        let start = match provider {
            Some(at) => at + 1,
            None => usize::from(texts.first() == Some(&Some(""))),
        };
        let space = (*texts.get(start)?)?;
        let rest = &parts[start + 1..];
        if !space.contains('.') || rest.is_empty() || rest.len() % 2 == 1 {
            return None;
        }
        let mut kind = space.to_lowercase();
        let mut names = Vec::new();
        for pair in rest.as_chunks::<2>().0 {
            kind = format!("{kind}/{}", pair[0].as_str()?.to_lowercase());
            names.push(key(&pair[1])?);
        }
        Some(Self { kind, names })
    }

    /// The resource that this one belongs to.
    pub fn parent(&self) -> Option<Self> {
        let (names, kind) = (self.names.len().checked_sub(1)?, self.kind.rsplit_once('/')?.0);
        (names > 0).then(|| Self { kind: kind.to_owned(), names: self.names[..names].to_vec() })
    }

    pub fn key(&self) -> String {
        format!("{}|{}", self.kind, self.names.join("/"))
    }
}

/// The id of a resource, whose subscription and group are not known.
pub(super) fn id_value(kind: &str, names: &[Value], reason: Reason, span: Span) -> Value {
    let mut text = Text::default();
    text.reason = Some(reason);
    text.hole(Vec::new());
    let mut types = kind.split('/');
    text.push_str("/providers/");
    text.push_str(types.next().unwrap_or_default());
    for (kind, name) in types.zip(names) {
        text.push_str("/");
        text.push_str(kind);
        text.push_str("/");
        for piece in pieces(name) {
            match piece {
                Piece::Text(part) => text.push_str(&part),
                Piece::Hole(links) => text.hole(links),
            }
        }
    }
    text.finish(span)
}

/// Makes ids into links, and takes away what only says how values came about. `identities` are those of the facts.
pub(super) fn settle(facts: &mut [Fact], identities: &[Option<Identity>]) {
    let mut by_key: HashMap<String, Arc<str>> = HashMap::new();
    let mut by_name: HashMap<String, Option<Arc<str>>> = HashMap::new();
    for (fact, identity) in facts.iter().zip(identities) {
        let Some(identity) = identity else { continue };
        by_key.entry(identity.key()).or_insert_with(|| fact.address.clone());
        if let [name] = &identity.names[..] {
            // A name alone leads somewhere when only one resource has it.
            by_name.entry(name.clone()).and_modify(|other| *other = None).or_insert_with(|| Some(fact.address.clone()));
        }
    }
    let settler = Settler { by_key, by_name };
    for fact in facts {
        let Kind::Map(map) = &mut fact.body.kind else { continue };
        for entry in &mut map.entries {
            let with_ancestors = matches!(&*entry.key, "scope" | "parent");
            settler.value(&mut entry.value, with_ancestors);
        }
    }
}

struct Settler {
    by_key: HashMap<String, Arc<str>>,
    by_name: HashMap<String, Option<Arc<str>>>,
}

impl Settler {
    /// Recurses as deep as values nest.
    fn value(&self, value: &mut Value, with_ancestors: bool) {
        let mut links: Vec<Link> = value.links().iter().flat_map(|link| self.link(link)).collect();
        let is_text = matches!(value.kind, Kind::String(_) | Kind::Unknown(_));
        if let Some(identity) = is_text.then(|| Identity::of_id(value)).flatten() {
            let chain = std::iter::successors(Some(identity), Identity::parent);
            let count = if with_ancestors { usize::MAX } else { 1 };
            for identity in chain.take(count) {
                links.extend(self.by_key.get(&identity.key()).map(id_link));
            }
        }
        if let Some(trace) = &mut value.trace {
            let trace = Arc::make_mut(trace);
            trace.links.clear();
            if links.is_empty() && trace.origins.is_empty() {
                value.trace = None;
            }
        }
        if !links.is_empty() {
            *value = std::mem::replace(value, Value::new(Kind::Null, value.span)).with_links(links);
        }
        match &mut value.kind {
            Kind::Map(map) => {
                self.open(&mut map.open);
                map.entries.iter_mut().for_each(|entry| self.value(&mut entry.value, false));
            }
            Kind::List(list) => {
                self.open(&mut list.open);
                list.items.iter_mut().for_each(|item| self.value(item, false));
            }
            Kind::Unknown(unknown) => self.unknown(unknown),
            _ => {}
        }
    }

    fn open(&self, open: &mut Option<Arc<Unknown>>) {
        if let Some(unknown) = open {
            self.unknown(unknown);
        }
    }

    fn unknown(&self, unknown: &mut Arc<Unknown>) {
        if unknown.pieces.is_empty() {
            return;
        }
        for piece in &mut Arc::make_mut(unknown).pieces {
            if let Piece::Hole(links) = piece {
                *links = links.iter().flat_map(|link| self.link(link)).collect();
            }
        }
    }

    fn link(&self, link: &Link) -> Option<Link> {
        if is_symbol(link) {
            return None;
        }
        let Some(target) = link.address.strip_prefix(REFERENCE) else { return Some(link.clone()) };
        let found = self.by_key.get(target).or_else(|| self.by_name.get(target)?.as_ref())?;
        Some(Link { address: found.clone(), attribute: link.attribute.clone() })
    }
}

/// What begins the address of a link to what is only told by its identity.
pub(super) const REFERENCE: &str = "?id:";

fn id_link(address: &Arc<str>) -> Link {
    Link { address: address.clone(), attribute: "id".into() }
}

/// A name as it is written, with what expressions put in in braces: the same whatever a template is given.
pub(super) fn written(expr: &Expr) -> String {
    match &expr.kind {
        ExprKind::Text(text) => text.to_string(),
        ExprKind::Number(number) => number.to_string(),
        ExprKind::Call(call) => match (&*call.name.to_ascii_lowercase(), &call.args[..]) {
            ("concat", args) => args.iter().map(written).collect(),
            ("format", [Expr { kind: ExprKind::Text(pattern), .. }, args @ ..]) => {
                let fill = |text: String, (at, arg): (usize, &Expr)| text.replace(&format!("{{{at}}}"), &written(arg));
                args.iter().enumerate().fold(pattern.to_string(), fill)
            }
            ("parameters" | "variables", [Expr { kind: ExprKind::Text(name), .. }]) => format!("{{{name}}}"),
            ("tolower" | "toupper" | "trim" | "string", [inner]) => written(inner),
            _ => format!("{{{}}}", call.name),
        },
        ExprKind::Member(_, name) => format!("{{{name}}}"),
        _ => "{…}".to_owned(),
    }
}
