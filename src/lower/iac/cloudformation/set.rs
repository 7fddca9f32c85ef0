//! All templates of a scan: which file a nested stack's address means, and what is included where.
//!
//! Templates are uploaded before they are deployed, so that an address names a bucket and not a file of the
//! repository. The end of an address is mostly the end of a path; where only one template can be meant, it is.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::model::{Entry, Kind, Map, Value};
use crate::parse::{json, yaml};
use crate::source::{self, FileId, Sources, Span};

use super::template::{Template, is_template};

/// Files of one name among which the one that is meant is looked for.
const SAME_NAME: usize = 64;
/// Files that one scan includes, and templates that stand in a text of another.
const INCLUDED: usize = 500;

/// All templates of a scan.
#[derive(Default)]
pub(super) struct Set<'t> {
    pub(super) documents: Vec<Document<'t>>,
    by_path: HashMap<&'t str, usize>,
    by_name: HashMap<&'t str, Vec<usize>>,
    /// Templates that stand in a text, by the text's place.
    inline: HashMap<Span, usize>,
}

/// A document that is a template.
pub(super) struct Document<'t> {
    pub(super) file: FileId,
    pub(super) value: Cow<'t, Value>,
    /// Whether it stands in a text of another template.
    pub(super) inline: bool,
}

impl<'t> Set<'t> {
    /// The templates among the documents of files.
    pub(super) fn new(sources: &'t Sources, files: &'t [(FileId, Vec<Value>)]) -> Self {
        let mut set = Self::default();
        let mut includes = Includes { sources, left: INCLUDED };
        for (file, documents) in files {
            let source = sources.get(*file);
            let may_include = source.text.contains("AWS::Include");
            let may_hold = source.text.contains("TemplateBody");
            for document in documents.iter().filter(|document| is_template(document)) {
                let index = set.documents.len();
                let mut value = Cow::Borrowed(document);
                if may_include {
                    includes.splice(*file, value.to_mut());
                }
                let texts = if may_hold { bodies(&value) } else { Vec::new() };
                set.documents.push(Document { file: *file, value, inline: false });
                if set.by_path.insert(&source.path, index).is_none() {
                    set.by_name.entry(source.name()).or_default().push(index);
                }
                for (text, span) in texts {
                    set.hold(sources, &text, span, &mut includes.left);
                }
            }
        }
        set
    }

    /// Takes in a template that stands in a text.
    fn hold(&mut self, sources: &Sources, text: &str, span: Span, left: &mut usize) {
        if *left == 0 {
            return;
        }
        *left -= 1;
        let Some(value) = held(sources, text, span) else { return };
        self.inline.insert(span, self.documents.len());
        self.documents.push(Document { file: span.file, value: Cow::Owned(value), inline: true });
    }

    /// The template that stands in the text at a place.
    pub(super) fn inside(&self, span: Span) -> Option<usize> {
        self.inline.get(&span).copied()
    }

    /// The template that an address means, seen from a file, if there is only one that takes these parameters.
    pub(super) fn find(&self, sources: &Sources, from: FileId, address: &Value, given: &Map) -> Option<usize> {
        let (text, is_whole) = match &address.kind {
            Kind::String(text) => (&**text, true),
            Kind::Unknown(unknown) => (unknown.suffix(), false),
            _ => return None,
        };
        let text = text.split(['?', '#']).next().unwrap_or_default();
        let fits = |index: &usize| takes(&self.documents[*index].value, given);
        if is_whole && !text.contains("://") {
            let path = source::join(sources.get(from).folder(), text);
            if let Some(index) = path.and_then(|path| self.by_path.get(path.as_str()).copied()) {
                return Some(index).filter(fits);
            }
        }
        // Of an address that is known in part the last step is known to be whole behind a slash.
        let name = match text.rsplit_once('/') {
            Some((_, name)) => name,
            None if is_whole => text,
            None => return None,
        };
        let named = self.by_name.get(name).filter(|named| named.len() <= SAME_NAME)?;
        let common = |index: usize| {
            let path = &sources.get(self.documents[index].file).path;
            path.rsplit('/').zip(text.rsplit('/')).take_while(|(one, other)| one == other).count()
        };
        let mut found: Vec<(usize, usize)> = named
            .iter()
            .filter(|index| self.documents[**index].file != from && fits(index))
            .map(|index| (common(*index), *index))
            .collect();
        found.sort_unstable();
        match found.as_slice() {
            [(_, only)] => Some(*only),
            [.., (less, _), (most, best)] if less < most => Some(*best),
            _ => None,
        }
    }
}

/// Whether a template takes what a stack gives it, and is given what it asks for.
pub(super) fn takes(document: &Value, given: &Map) -> bool {
    let Some(template) = Template::new(document) else { return false };
    let knows = given.entries.iter().all(|entry| template.parameters.contains_key(&*entry.key));
    let is_given = |name: &str| given.open.is_some() || given.get(name).is_some();
    let asks = template.parameters.iter().all(|(name, parameter)| parameter.get("Default").is_some() || is_given(name));
    knows && asks
}

/// The texts of a template's stack sets that are templates themselves.
fn bodies(document: &Value) -> Vec<(String, Span)> {
    let resources = document.get("Resources").and_then(Value::as_map);
    let entries = resources.map_or(&[][..], |map| &map.entries).iter();
    let found = entries.filter_map(|entry| {
        let body = entry.value.get("Properties")?.get("TemplateBody")?;
        let text = body.as_str().or_else(|| {
            let text = body.get("!Sub").or_else(|| body.get("Fn::Sub"))?.as_str()?;
            (!text.contains("${")).then_some(text)
        })?;
        Some((text.to_owned(), body.span))
    });
    found.collect()
}

/// A template in a text. Its places are those of the text's own lines where it is written as it is, and else
/// that of the text.
fn held(sources: &Sources, text: &str, span: Span) -> Option<Value> {
    let written = sources.slice(span);
    let start = span.start as usize;
    let tree = if text.trim_start().starts_with('{') {
        match written.find('{').filter(|at| written[*at..].trim_end() == text.trim()) {
            Some(at) => json::parse_at(span.file, &written[at..], start + at).tree,
            None => json::parse(span.file, text).tree.map(|value| placed(value, &|_| span)),
        }
    } else {
        let header = written.starts_with(['|', '!']).then(|| written.find('\n')).flatten();
        let block = header.map(|at| (at + 1, yaml::parse(span.file, &written[at + 1..])));
        match block.filter(|(_, parsed)| parsed.failures.is_empty()) {
            Some((at, parsed)) => {
                let shift = |inner: Span| {
                    Span::new(span.file, start + at + inner.start as usize..start + at + inner.end as usize)
                };
                parsed.tree.into_iter().next().map(|value| placed(value, &shift))
            }
            None => yaml::parse(span.file, text).tree.into_iter().next().map(|value| placed(value, &|_| span)),
        }
    };
    tree.filter(is_template)
}

/// A value with all its places moved. Recurses as deep as its parser nested.
fn placed(mut value: Value, place: &dyn Fn(Span) -> Span) -> Value {
    value.span = place(value.span);
    match &mut value.kind {
        Kind::Map(map) => {
            for entry in &mut map.entries {
                entry.key_span = place(entry.key_span);
                let inner = std::mem::replace(&mut entry.value, Value::new(Kind::Null, value.span));
                entry.value = placed(inner, place);
            }
        }
        Kind::List(list) => {
            list.items = std::mem::take(&mut list.items).into_iter().map(|item| placed(item, place)).collect();
        }
        _ => {}
    }
    value
}

/// Puts the files that `AWS::Include` names in its place.
struct Includes<'t> {
    sources: &'t Sources,
    left: usize,
}

impl Includes<'_> {
    /// Recurses as deep as the document's parser nested; what is included includes nothing itself.
    fn splice(&mut self, from: FileId, value: &mut Value) {
        match &mut value.kind {
            Kind::List(list) => list.items.iter_mut().for_each(|item| self.splice(from, item)),
            Kind::Map(map) => {
                let mut entries = Vec::with_capacity(map.entries.len());
                let mut instead = None;
                for mut entry in std::mem::take(&mut map.entries) {
                    let is_transform = matches!(&*entry.key, "Fn::Transform" | "!Transform" | "Transform");
                    match is_transform.then(|| self.included(from, &entry.value)).flatten() {
                        Some(Value { kind: Kind::Map(included), .. }) => join(&mut entries, included.entries),
                        Some(other) => instead = Some(other),
                        None => {
                            self.splice(from, &mut entry.value);
                            entries.push(entry);
                        }
                    }
                }
                map.entries = entries;
                if let Some(instead) = instead.filter(|_| map.entries.is_empty()) {
                    *value = instead;
                }
            }
            _ => {}
        }
    }

    /// The content of the file that a transform includes, if it is one of the scan.
    fn included(&mut self, from: FileId, transform: &Value) -> Option<Value> {
        let is_include = transform.get("Name").and_then(Value::as_str) == Some("AWS::Include");
        let location = transform.get("Parameters").filter(|_| is_include)?.get("Location")?;
        let location = location.as_str().or_else(|| {
            let text = location.get("!Sub").or_else(|| location.get("Fn::Sub"))?.as_str()?;
            text.rsplit_once('}').map_or(Some(text), |(_, end)| Some(end))
        })?;
        self.left = self.left.checked_sub(1)?;
        let file = self.file(from, location)?;
        let text = &self.sources.get(file).text;
        if text.trim_start().starts_with('{') {
            json::parse(file, text).tree
        } else {
            yaml::parse(file, text).tree.into_iter().next()
        }
    }

    fn file(&self, from: FileId, location: &str) -> Option<FileId> {
        if !location.contains("://") {
            let path = source::join(self.sources.get(from).folder(), location.trim_start_matches('/'));
            if let Some(found) = path.and_then(|path| self.sources.find(&path)) {
                return Some(found);
            }
        }
        let name = location.rsplit('/').next().filter(|name| !name.is_empty())?;
        let mut named = self.sources.iter().filter(|(_, file)| file.name() == name).map(|(id, _)| id);
        let first = named.next()?;
        named.next().is_none().then_some(first)
    }
}

/// Adds entries; of a section that both have, the content is put together.
fn join(entries: &mut Vec<Entry>, included: Vec<Entry>) {
    for entry in included {
        let known = entries.iter_mut().find(|known| known.key == entry.key);
        match (known.map(|known| &mut known.value.kind), entry.value.kind) {
            (Some(Kind::Map(map)), Kind::Map(more)) => map.entries.extend(more.entries),
            (_, kind) => entries.push(Entry { value: Value { kind, ..entry.value }, ..entry }),
        }
    }
}
