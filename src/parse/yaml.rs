//! YAML to value trees with exact spans.
//!
//! The parser gives events; here they become [`Value`]s: scalars are typed, aliases and merge keys
//! applied, tags kept as one-key maps (`!Sub x` is `{"!Sub": x}`). Repeated keys are all kept, as a
//! later entry wins in a map. What stands behind a syntax error makes the collection that it is in
//! open; reading goes on at the next document.

use std::collections::BTreeMap;
use std::sync::Arc;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, Span as Range, Tag};

use crate::model::{Entry, Kind, List, Map, Reason, Unknown, Value};
use crate::source::{FileId, ProblemKind, Span};

use super::template::{self, Blanked};
use super::{Failure, Parsed};

#[cfg(test)]
mod recorded;
mod scalar;
#[cfg(test)]
mod tests;

/// How deep values nest, tags and aliases included. Whoever walks a tree may recurse this far.
const DEPTH: usize = 256;
/// How many nodes the anchors and aliases of one file may copy.
const COPIES: usize = 200_000;
/// How many failures of one file are told.
const FAILURES: usize = 100;

/// Reads every document of a file. A template is read with its actions left out, see [`super::template`].
#[must_use]
pub fn parse(file: FileId, text: &str) -> Parsed<Vec<Value>> {
    let parsed = read(file, text);
    if parsed.failures.is_empty() && !template::shows_in(text, &parsed.tree) {
        return parsed;
    }
    let Some(blanked) = Blanked::new(text) else { return parsed };
    let mut rest = read(file, &blanked.text);
    let reach =
        |failures: &[Failure]| failures.first().and_then(|failure| failure.span).map_or(u32::MAX, |at| at.start);
    if !parsed.failures.is_empty() && reach(&rest.failures) <= reach(&parsed.failures) {
        return parsed;
    }
    blanked.mark(&mut rest.tree);
    let span = Some(Span::new(file, blanked.first()));
    let message = "template actions were left out".to_owned();
    rest.failures.insert(0, Failure { kind: ProblemKind::Unrendered, span, message });
    rest
}

/// Reads every document of a text that is no template.
#[must_use]
pub fn parse_plain(file: FileId, text: &str) -> Parsed<Vec<Value>> {
    read(file, text)
}

fn read(file: FileId, text: &str) -> Parsed<Vec<Value>> {
    let options = granit_parser::options! {
        emit_unresolved_aliases: true,
        emit_comments: false,
        flow_nesting_limit: DEPTH,
        block_nesting_limit: DEPTH,
    };
    let mut parser = Parser::new_from_str_with_options(text, options);
    let mut builder = Builder::new(file, text);
    while let Some(event) = parser.next_event() {
        let failure = match event {
            Ok((event, range)) => builder.event(event, &range).err(),
            Err(error) => Some(builder.syntax(&error)),
        };
        if let Some(failure) = failure {
            builder.abandon(failure);
            match parser.proceed_next_document() {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    let failure = builder.syntax(&error);
                    builder.failures.push(failure);
                    break;
                }
            }
        }
    }
    Parsed { tree: builder.documents, failures: builder.failures }
}

/// A finished node: its value, how many nodes it has, and how many levels.
#[derive(Clone)]
struct Node {
    value: Value,
    count: usize,
    height: usize,
}

/// A key that waits for its value.
struct Key {
    text: Arc<str>,
    span: Span,
    merge: bool,
}

enum Items {
    List(Vec<Value>),
    Map { entries: Vec<Entry>, merged: Vec<Vec<Entry>>, key: Option<Key> },
}

/// A collection whose end has not come yet.
struct Frame {
    items: Items,
    start: usize,
    /// Where its last child ends: a block collection has no end of its own.
    end: usize,
    tag: Option<(Arc<str>, Span)>,
    anchor: usize,
    count: usize,
    height: usize,
    open: Option<Arc<Unknown>>,
}

struct Builder<'t> {
    file: FileId,
    text: &'t str,
    documents: Vec<Value>,
    failures: Vec<Failure>,
    frames: Vec<Frame>,
    /// Levels of the open frames, their tags included.
    depth: usize,
    /// By the parser's number; absent while the node is being read or when it was too large to keep.
    anchors: BTreeMap<usize, Node>,
    copies_left: usize,
}

type Step = Result<(), Failure>;

impl<'t> Builder<'t> {
    fn new(file: FileId, text: &'t str) -> Self {
        Self {
            file,
            text,
            documents: Vec::new(),
            failures: Vec::new(),
            frames: Vec::new(),
            depth: 0,
            anchors: BTreeMap::new(),
            copies_left: COPIES,
        }
    }

    fn event(&mut self, event: Event<'_>, range: &Range) -> Step {
        let (start, end) = bytes(range);
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.scalar(&text, style, anchor, tag.as_deref(), range);
                Ok(())
            }
            Event::SequenceStart(_, anchor, tag) => {
                let start = self.first_dash(start);
                self.open(Items::List(Vec::new()), anchor, tag.as_deref(), range, start)
            }
            Event::MappingStart(_, anchor, tag) => {
                let items = Items::Map { entries: Vec::new(), merged: Vec::new(), key: None };
                self.open(items, anchor, tag.as_deref(), range, start)
            }
            Event::SequenceEnd | Event::MappingEnd => {
                // The end of a block collection is an empty range somewhere behind its last child.
                if let Some(frame) = self.frames.last_mut()
                    && start < end
                {
                    frame.end = frame.end.max(end);
                }
                self.close();
                Ok(())
            }
            Event::Alias(anchor) => {
                self.alias(anchor, self.span(start, end));
                Ok(())
            }
            Event::UnresolvedAlias(name) => {
                let span = self.span(start, end);
                self.fail_once(failure(ProblemKind::Syntax, span, "an alias names no anchor of its document"));
                let value = Value::unknown(Reason::Undeclared(format!("*{name}").into()), span);
                self.place(Node { value, count: 1, height: 1 });
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, anchor: usize, tag: Option<&Tag>, range: &Range) {
        let plain = style == ScalarStyle::Plain;
        let absent = plain && range.is_empty();
        let text = if absent { "" } else { text };
        let span = self.scalar_span(range, style, absent);
        let custom = tag.and_then(|tag| self.custom_tag(tag, range));
        if custom.is_none() && self.awaits_key() {
            if anchor > 0 {
                self.keep(anchor, &Node { value: Value::string(text, span), count: 1, height: 1 });
            }
            self.key(Key { text: text.into(), span, merge: plain && text == "<<" });
            return;
        }
        let kind = match tag {
            None if plain => scalar::typed(text),
            None => Kind::String(text.into()),
            Some(tag) => tag.core_suffix().map_or_else(|| Kind::String(text.into()), |core| scalar::forced(core, text)),
        };
        self.finish(Node { value: Value::new(kind, span), count: 1, height: 1 }, custom, anchor);
    }

    /// The place of a scalar, where it differs from the parser's range.
    fn scalar_span(&self, range: &Range, style: ScalarStyle, absent: bool) -> Span {
        let (start, end) = bytes(range);
        let before = self.frames.last().map_or(0, |frame| frame.end).min(start);
        let between = self.text.get(before..start).unwrap_or("");
        match style {
            ScalarStyle::Literal | ScalarStyle::Folded => {
                // The range is that of the content and the line breaks behind it; the header is in the last
                // line before it that is not blank.
                let line = between.trim_end().rfind('\n').map_or(0, |at| at + 1);
                let starts_word = |at: usize| between[..at].chars().next_back().is_none_or(char::is_whitespace);
                let mark = between[line..].match_indices(['|', '>']).find(|(at, _)| starts_word(line + at));
                let header = mark.map_or(start, |(at, _)| before + line + at);
                let content = self.text.get(start..end).unwrap_or("").trim_end().len();
                let end = if content == 0 { before + between.trim_end().len() } else { start + content };
                self.span(header, end)
            }
            _ if absent && self.in_map() && !self.awaits_key() => {
                let at = self.absent_value(before, start);
                self.span(at, at)
            }
            _ => self.span(start, end),
        }
    }

    /// Where a value is missing: right behind the colon of its key, and behind the key if it has none.
    fn absent_value(&self, key_end: usize, at: usize) -> usize {
        let behind = self.text.get(at..).unwrap_or("");
        let blanks = behind.len() - behind.trim_start_matches([' ', '\t']).len();
        if behind[blanks..].starts_with(':') {
            at + blanks + 1
        } else if self.text.get(key_end..at).is_some_and(|between| between.contains('\n')) {
            key_end
        } else {
            at
        }
    }

    /// Where a list starts: one that stands no further right than its key is placed at its first item.
    fn first_dash(&self, at: usize) -> usize {
        let before = self.frames.last().map_or(0, |frame| frame.end).min(at);
        let between = self.text.get(before..at).unwrap_or("");
        let mut line = before;
        for text in between.split_inclusive('\n') {
            let blanks = text.len() - text.trim_start().len();
            if line > before && text[blanks..].starts_with('-') && self.in_map() {
                return line + blanks;
            }
            line += text.len();
        }
        at
    }

    fn open(&mut self, items: Items, anchor: usize, tag: Option<&Tag>, range: &Range, start: usize) -> Step {
        let end = bytes(range).1;
        let tag = tag.and_then(|tag| self.custom_tag(tag, range));
        self.depth += 1 + usize::from(tag.is_some());
        self.frames.push(Frame { items, start, end, tag, anchor, count: 1, height: 1, open: None });
        if self.depth > DEPTH {
            return Err(failure(ProblemKind::Limit, self.span(start, end), "nested deeper than is read"));
        }
        Ok(())
    }

    fn close(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        self.depth -= 1 + usize::from(frame.tag.is_some());
        let span = self.span(frame.start, frame.end);
        let kind = match frame.items {
            Items::List(items) => Kind::List(List { items, open: frame.open }),
            Items::Map { entries, merged, .. } => {
                // What is written here comes after what is merged in, wherever the `<<` stands, and of what is
                // merged in the first comes last: later wins.
                let entries = if merged.is_empty() {
                    entries
                } else {
                    merged.into_iter().rev().flatten().chain(entries).collect()
                };
                Kind::Map(Map { entries, open: frame.open })
            }
        };
        let node = Node { value: Value::new(kind, span), count: frame.count, height: frame.height };
        self.finish(node, frame.tag, frame.anchor);
    }

    /// Wraps a node in its tag, remembers it under its anchor, and puts it where it belongs.
    fn finish(&mut self, mut node: Node, tag: Option<(Arc<str>, Span)>, anchor: usize) {
        if let Some((key, key_span)) = tag {
            let span = key_span.to(node.value.span);
            node.value = Value::map(vec![Entry { key, key_span, value: node.value }], span);
            node.count += 1;
            node.height += 1;
        }
        if anchor > 0 {
            self.keep(anchor, &node);
        }
        self.place(node);
    }

    fn keep(&mut self, anchor: usize, node: &Node) {
        if node.count <= self.copies_left {
            self.copies_left -= node.count;
            self.anchors.insert(anchor, node.clone());
        }
    }

    fn alias(&mut self, anchor: usize, span: Span) {
        let node = self.anchors.get(&anchor).filter(|node| node.count <= self.copies_left);
        if let Some(node) = node.filter(|node| self.depth + node.height <= DEPTH) {
            self.copies_left -= node.count;
            let node = Node { value: node.value.clone().used_at(span), ..*node };
            self.place(node);
            return;
        }
        self.fail_once(failure(ProblemKind::Limit, span, "aliases expand further than is followed"));
        self.place(Node { value: Value::unknown(Reason::Limit, span), count: 1, height: 1 });
    }

    fn in_map(&self) -> bool {
        matches!(self.frames.last(), Some(Frame { items: Items::Map { .. }, .. }))
    }

    fn awaits_key(&self) -> bool {
        matches!(self.frames.last(), Some(Frame { items: Items::Map { key: None, .. }, .. }))
    }

    fn key(&mut self, new: Key) {
        if let Some(Frame { items: Items::Map { key, .. }, end, .. }) = self.frames.last_mut() {
            *end = (*end).max(new.span.end as usize);
            *key = Some(new);
        }
    }

    fn place(&mut self, node: Node) {
        if self.awaits_key() {
            let span = node.value.span;
            let written = self.text.get(span.range()).unwrap_or("").into();
            let text = if let Kind::String(text) = node.value.kind { text } else { written };
            self.key(Key { text, span, merge: false });
            return;
        }
        let Some(frame) = self.frames.last_mut() else {
            self.documents.push(node.value);
            return;
        };
        frame.count += node.count;
        frame.height = frame.height.max(node.height + 1);
        frame.end = frame.end.max(node.value.span.end as usize);
        match &mut frame.items {
            Items::List(items) => items.push(node.value),
            Items::Map { entries, merged, key } => {
                let Some(key) = key.take() else { return };
                if key.merge && is_mergeable(&node.value) {
                    merge(node.value, merged, &mut frame.open);
                } else {
                    entries.push(Entry { key: key.text, key_span: key.span, value: node.value });
                }
            }
        }
    }

    /// The name and place of a tag that is not one of YAML's own.
    fn custom_tag(&self, tag: &Tag, range: &Range) -> Option<(Arc<str>, Span)> {
        let name = tag.original();
        if name == "!" || tag.suffix_in_namespace("tag:yaml.org,2002:").is_some() {
            return None;
        }
        let (start, end) = range.tag_span().as_ref().map_or_else(|| bytes(range), bytes);
        Some((name.into(), self.span(start, end)))
    }

    /// Ends the current document here: what is open may hold more than was read.
    fn abandon(&mut self, failure: Failure) {
        let reason = if failure.kind == ProblemKind::Limit { Reason::Limit } else { Reason::Unread };
        let unknown = Arc::new(Unknown { reason, pieces: Vec::new() });
        while let Some(frame) = self.frames.last_mut() {
            frame.open = Some(unknown.clone());
            self.close();
        }
        self.anchors.clear();
        if self.failures.len() < FAILURES {
            self.failures.push(failure);
        }
    }

    /// Notes a failure that every node of a kind would repeat.
    fn fail_once(&mut self, failure: Failure) {
        let is_known = self.failures.iter().any(|known| known.message == failure.message);
        if !is_known && self.failures.len() < FAILURES {
            self.failures.push(failure);
        }
    }

    fn syntax(&self, error: &ScanError) -> Failure {
        let at = error.marker().byte_offset().unwrap_or(self.text.len()).min(self.text.len());
        let (kind, what) = match error.kind() {
            ErrorKind::RecursionLimitExceeded => (ProblemKind::Limit, "nested deeper than is read".to_owned()),
            ErrorKind::UnexpectedCharacter { .. } => (ProblemKind::Syntax, "unexpected character".to_owned()),
            kind => (ProblemKind::Syntax, kind.to_string()),
        };
        failure(kind, self.span(at, at), &what)
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, start..end)
    }
}

fn failure(kind: ProblemKind, span: Span, message: &str) -> Failure {
    Failure { kind, span: Some(span), message: message.to_owned() }
}

fn bytes(range: &Range) -> (usize, usize) {
    range.byte_range().map_or((0, 0), |range| (range.start, range.end))
}

fn is_mergeable(value: &Value) -> bool {
    match &value.kind {
        Kind::Map(_) | Kind::Unknown(_) => true,
        Kind::List(list) => list.items.iter().all(|item| matches!(item.kind, Kind::Map(_) | Kind::Unknown(_))),
        _ => false,
    }
}

/// Adds the entries of a `<<` value, a list for each map. They are used where the `<<` has its value.
fn merge(value: Value, merged: &mut Vec<Vec<Entry>>, open: &mut Option<Arc<Unknown>>) {
    let used_at = value.span;
    match value.kind {
        Kind::Map(map) => {
            *open = open.take().or(map.open);
            let moved = map.entries.into_iter().map(|entry| {
                let key_span = if value.trace.is_some() { used_at } else { entry.key_span };
                let value = if value.trace.is_some() { entry.value.used_at(used_at) } else { entry.value };
                Entry { key: entry.key, key_span, value }
            });
            merged.push(moved.collect());
        }
        Kind::Unknown(unknown) => *open = Some(unknown),
        Kind::List(list) => {
            *open = open.take().or(list.open);
            for item in list.items {
                merge(item, merged, open);
            }
        }
        _ => {}
    }
}
