//! The JSON syntax of Terraform to the same tree: texts are templates, and what native syntax tells from an
//! attribute by its form, a block, is told here by its name.

use crate::model::{Entry, Kind, Map, Value};
use crate::parse::{Failure, Parsed, json};
use crate::source::{FileId, Span};

use super::convert::Converter;
use super::syntax::{Attribute, Block, Body, Call, Document, Expr, ExprKind, Item, Name};

/// Blocks, the block that they stand in (none at the top level), and how many labels they have.
const BLOCKS: [(&str, &str, usize); 23] = [
    ("", "resource", 2),
    ("", "data", 2),
    ("", "ephemeral", 2),
    ("", "module", 1),
    ("", "variable", 1),
    ("", "output", 1),
    ("", "provider", 1),
    ("", "check", 1),
    ("", "locals", 0),
    ("", "terraform", 0),
    ("", "moved", 0),
    ("", "import", 0),
    ("", "removed", 0),
    ("terraform", "required_providers", 0),
    ("terraform", "backend", 1),
    ("terraform", "cloud", 0),
    ("variable", "validation", 0),
    ("resource", "dynamic", 1),
    ("resource", "provisioner", 1),
    ("resource", "connection", 0),
    ("resource", "lifecycle", 0),
    ("data", "lifecycle", 0),
    ("dynamic", "content", 0),
];

/// Attributes whose text is an expression without marks.
const EXPRESSIONS: [&str; 3] = ["depends_on", "provider", "type"];

/// Reads `.tf.json`.
#[must_use]
pub fn parse_json(file: FileId, text: &str) -> Parsed<Document> {
    read(file, text, |reader, map| reader.body("", map))
}

/// Reads `.tfvars.json`, which has values only.
#[must_use]
pub fn parse_json_values(file: FileId, text: &str) -> Parsed<Document> {
    read(file, text, |reader, map| reader.attributes(map))
}

fn read(file: FileId, text: &str, body: impl Fn(&mut Reader<'_>, &Map) -> Body) -> Parsed<Document> {
    let parsed = json::parse(file, text);
    let mut reader = Reader { text, converter: Converter::new(file, text), failures: parsed.failures };
    let mut document = Document::default();
    match parsed.tree {
        Some(tree) => bodies(&tree).for_each(|map| document.body.items.extend(body(&mut reader, map).items)),
        // All of the file is lost, so a whole module may be.
        None if !reader.failures.is_empty() => document.unread.push(Span::new(file, 0..text.len())),
        None => {}
    }
    Parsed { tree: document, failures: reader.failures }
}

/// An object, or the objects of a list.
fn bodies(value: &Value) -> impl Iterator<Item = &Map> {
    let items = match &value.kind {
        Kind::List(list) => list.items.as_slice(),
        _ => std::slice::from_ref(value),
    };
    items.iter().filter_map(Value::as_map)
}

struct Reader<'t> {
    text: &'t str,
    converter: Converter<'t>,
    failures: Vec<Failure>,
}

impl Reader<'_> {
    fn body(&mut self, parent: &str, map: &Map) -> Body {
        let mut body = Body::default();
        for entry in &map.entries {
            if &*entry.key == "//" {
                continue;
            }
            let block = BLOCKS.iter().find(|(within, keyword, _)| *within == parent && **keyword == *entry.key);
            match block {
                Some((_, keyword, labels)) => {
                    let name = self.key(entry);
                    self.blocks(keyword, &name, *labels, &mut Vec::new(), entry, &mut body.items);
                }
                None => body.items.push(self.attribute(entry)),
            }
        }
        body
    }

    fn attributes(&mut self, map: &Map) -> Body {
        let entries = map.entries.iter().filter(|entry| &*entry.key != "//");
        Body { items: entries.map(|entry| self.attribute(entry)).collect() }
    }

    fn blocks(
        &mut self,
        keyword: &str,
        name: &Name,
        labels: usize,
        found: &mut Vec<Name>,
        entry: &Entry,
        items: &mut Vec<Item>,
    ) {
        for map in bodies(&entry.value) {
            if found.len() < labels {
                for inner in &map.entries {
                    found.push(self.key(inner));
                    self.blocks(keyword, name, labels, found, inner, items);
                    found.pop();
                }
                continue;
            }
            let last = found.last().unwrap_or(name);
            items.push(Item::Block(Block {
                keyword: name.clone(),
                labels: found.clone(),
                header: last.span,
                span: entry.key_span.to(entry.value.span),
                body: self.body(keyword, map),
            }));
        }
    }

    fn key(&mut self, entry: &Entry) -> Name {
        Name { text: self.converter.name(&entry.key), span: self.content(&entry.key, entry.key_span) }
    }

    fn attribute(&mut self, entry: &Entry) -> Item {
        let value = if EXPRESSIONS.contains(&&*entry.key) { self.bare(&entry.value) } else { self.expr(&entry.value) };
        Item::Attribute(Attribute { key: self.key(entry), value })
    }

    /// The place of a text without its quotes, where it stands there as it reads.
    fn content(&self, text: &str, span: Span) -> Span {
        let inner = Span { start: span.start.saturating_add(1), end: span.end.saturating_sub(1), ..span };
        if self.text.get(inner.range()) == Some(text) { inner } else { span }
    }

    fn expr(&mut self, value: &Value) -> Expr {
        let kind = match &value.kind {
            Kind::Null | Kind::Unknown(_) => ExprKind::Null,
            Kind::Bool(truth) => ExprKind::Bool(*truth),
            Kind::Number(number) => ExprKind::Number(*number),
            Kind::String(text) => return self.template(text, value.span),
            Kind::List(list) => ExprKind::List(list.items.iter().map(|item| self.expr(item)).collect()),
            Kind::Map(map) => {
                let entries = map.entries.iter();
                ExprKind::Object(
                    entries.map(|entry| (self.template(&entry.key, entry.key_span), self.expr(&entry.value))).collect(),
                )
            }
        };
        Expr { kind, span: value.span }
    }

    fn template(&mut self, text: &str, span: Span) -> Expr {
        let content = self.place(text, span);
        if !text.contains("${") && !text.contains("%{") {
            return Expr { kind: ExprKind::String(self.converter.name(text)), span: content };
        }
        match hcl_edit::parser::parse_template(text) {
            Ok(template) => Expr { kind: self.converter.template(&template), span: content },
            Err(error) => self.refused(&error, span),
        }
    }

    /// Text that is an expression, or a list of such.
    fn bare(&mut self, value: &Value) -> Expr {
        match &value.kind {
            Kind::String(text) => {
                self.place(text, value.span);
                match hcl_edit::parser::parse_expr(text) {
                    Ok(expr) => self.converter.expr(&expr),
                    Err(_) => self.template(text, value.span),
                }
            }
            Kind::List(list) => {
                let items = list.items.iter().map(|item| self.bare(item)).collect();
                Expr { kind: ExprKind::List(items), span: value.span }
            }
            _ => self.expr(value),
        }
    }

    /// Tells the converter where a text stands.
    fn place(&mut self, text: &str, span: Span) -> Span {
        let content = self.content(text, span);
        if content == span {
            self.converter.stands_at(span);
        } else {
            self.converter.starts_at(content.start as usize);
        }
        content
    }

    /// What stands for a template that does not parse: a call of nothing, which is never known.
    fn refused(&mut self, error: &hcl_edit::parser::Error, span: Span) -> Expr {
        let refusal = super::refusal(error, "");
        let message = refusal.message.replacen("a block", "a text", 1);
        self.failures.push(Failure { kind: refusal.kind, span: Some(span), message });
        let call = Call { name: self.converter.name("template"), args: Box::default(), expand: false };
        Expr { kind: ExprKind::Call(Box::new(call)), span }
    }
}
