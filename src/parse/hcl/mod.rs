//! HCL, the language of Terraform and OpenTofu, in native syntax and in JSON.
//!
//! hcl-edit does the parsing. It stops at the first error, so a file that it refuses is read again item by item,
//! and only the item at fault is lost, with a failure that names its place. What Terraform accepts and the library does not are mended on the way, without moving any byte: a key that is written twice in an object,
//! a line break inside a `for` in braces, and a line of a heredoc that only begins with its delimiter.

mod convert;
mod json;
mod lines;
mod scan;
mod syntax;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Range;

use crate::parse::{Failure, Parsed};
use crate::source::{FileId, ProblemKind, Span};

use convert::Converter;
pub use json::{parse_json, parse_json_values};
pub use syntax::{
    Attribute, BinaryOp, Block, Body, Call, Document, Expr, ExprKind, For, Item, Name, Part, Step, Traversal, UnaryOp,
};

/// Entries that one object may have: the library compares each key with all before it.
const LARGEST_OBJECT: usize = 5_000;

/// Repeated keys that are mended in one item.
const MENDED_KEYS: usize = 32;

/// Reads a file by its name.
#[must_use]
pub fn parse_named(name: &str, file: FileId, text: &str) -> Parsed<Document> {
    if name.ends_with(".tfvars.json") {
        parse_json_values(file, text)
    } else if name.ends_with(".json") {
        parse_json(file, text)
    } else {
        parse(file, text)
    }
}

/// Reads native syntax: `.tf`, `.tfvars`, `.tofu`, `.hcl`.
#[must_use]
pub fn parse(file: FileId, text: &str) -> Parsed<Document> {
    let mut converter = Converter::new(file, text);
    let scanned = scan::scan(text, false);
    if scanned.largest_object <= LARGEST_OBJECT
        && scanned.false_ends.is_empty()
        && let Ok(body) = hcl_edit::parser::parse_body(text)
    {
        let tree = Document { body: converter.body(&body), unread: Vec::new() };
        return Parsed { tree, failures: Vec::new() };
    }
    by_item(file, text, &mut converter)
}

/// Reads a file that as a whole is a template: what `templatefile` renders.
#[must_use]
pub fn parse_template(file: FileId, text: &str) -> Parsed<Option<Expr>> {
    let span = Span::new(file, 0..text.len());
    match hcl_edit::parser::parse_template(text) {
        Ok(template) => {
            let kind = Converter::new(file, text).template_file(&template);
            Parsed { tree: Some(Expr { kind, span }), failures: Vec::new() }
        }
        Err(error) => {
            let refusal = refusal(&error, text);
            Parsed {
                tree: None,
                failures: vec![Failure { kind: refusal.kind, span: Some(span), message: refusal.message }],
            }
        }
    }
}

/// Reads what can be read of a text that as a whole cannot. Items that follow each other and cannot be read are
/// one failure.
fn by_item(file: FileId, text: &str, converter: &mut Converter<'_>) -> Parsed<Document> {
    let mut parsed = Parsed::<Document>::default();
    let mut in_failure = false;
    for item in scan::scan(text, true).items {
        let Some(source) = text.get(item.clone()) else { continue };
        let span = Span::new(file, item.start..item.start + source.trim_end().len());
        converter.starts_at(item.start);
        match item_body(source) {
            Ok(body) => {
                in_failure = false;
                parsed.tree.body.items.extend(converter.body(&body).items);
            }
            Err(refusal) => {
                match (parsed.failures.last_mut(), parsed.tree.unread.last_mut()) {
                    (Some(failure), Some(unread)) if in_failure => {
                        *unread = unread.to(span);
                        failure.span = Some(*unread);
                    }
                    _ => {
                        parsed.tree.unread.push(span);
                        let Refusal { kind, message } = refusal;
                        parsed.failures.push(Failure { kind, span: Some(span), message });
                    }
                }
                in_failure = true;
            }
        }
    }
    parsed
}

struct Refusal {
    kind: ProblemKind,
    message: String,
}

impl Default for Refusal {
    fn default() -> Self {
        Self { kind: ProblemKind::Syntax, message: "a block was not read: it repeats too many keys".to_owned() }
    }
}

/// Parses one item, mended where it needs to be.
fn item_body(source: &str) -> Result<hcl_edit::structure::Body, Refusal> {
    let scanned = scan::scan(source, false);
    if scanned.largest_object > LARGEST_OBJECT {
        let message = format!("a block was not read: an object in it has more than {LARGEST_OBJECT} entries");
        return Err(Refusal { kind: ProblemKind::Limit, message });
    }
    let mut mended = Cow::Borrowed(source);
    if !scanned.false_ends.is_empty() {
        mended = overwrite(source, scanned.false_ends.iter().map(|at| *at..at + 1), b'_').map_or(mended, Cow::Owned);
    }
    let mut refused = None;
    for _ in 0..MENDED_KEYS {
        let error = match hcl_edit::parser::parse_body(&mended) {
            Ok(body) => return Ok(body),
            Err(error) => error,
        };
        let next = if error.message().contains("redefined") {
            rename_key(&mended, error.location().offset())
        } else if refused.is_none() && !scanned.breaks.is_empty() {
            overwrite(&mended, scanned.breaks.iter().cloned(), b' ')
        } else {
            None
        };
        // The first error names its line as the file has it.
        let first = refused.get_or_insert_with(|| refusal(&error, source));
        match next {
            Some(next) => mended = Cow::Owned(next),
            None => return Err(std::mem::take(first)),
        }
    }
    Err(refused.unwrap_or_default())
}

fn refusal(error: &hcl_edit::parser::Error, source: &str) -> Refusal {
    let line = error.location().line();
    if error.message().contains("nested levels") || error.message().contains("chained binary") {
        let message = format!("a block was not read: it nests too deep in its line {line}");
        return Refusal { kind: ProblemKind::Limit, message };
    }
    if source.contains("{{") {
        let message = "a block was not read: it seems to be a template that is rendered first".to_owned();
        return Refusal { kind: ProblemKind::Unrendered, message };
    }
    let message = format!("a block was not read: {} in its line {line}", error.message());
    Refusal { kind: ProblemKind::Syntax, message }
}

/// Changes the first letter of the repeated key at `offset`; its real name is taken from the file.
fn rename_key(text: &str, offset: usize) -> Option<String> {
    let at = offset + usize::from(text.as_bytes().get(offset) == Some(&b'"'));
    let old = *text.as_bytes().get(at)?;
    if !old.is_ascii_alphanumeric() && old != b'_' {
        return None;
    }
    // Each attempt takes the next letter, so that a third and fourth repetition differ too.
    let new = if old.is_ascii_alphabetic() && old != b'z' && old != b'Z' { char::from(old + 1) } else { 'a' };
    let mut changed = text.to_owned();
    changed.replace_range(at..=at, new.encode_utf8(&mut [0; 4]));
    Some(changed)
}

/// Writes one byte over ranges of a text.
fn overwrite(text: &str, ranges: impl Iterator<Item = Range<usize>>, with: u8) -> Option<String> {
    let mut bytes = text.as_bytes().to_vec();
    for range in ranges {
        bytes.get_mut(range)?.fill(with);
    }
    String::from_utf8(bytes).ok()
}
