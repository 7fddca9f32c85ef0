//! HCL, the language of Terraform and OpenTofu, in native syntax and in JSON.
//!
//! hcl-edit does the parsing. It stops at the first error, so a file that it refuses is read again item by item,
//! and only the item at fault is lost, with a failure that names its place. Two things that Terraform accepts and
//! the library does not are mended on the way, without moving any byte: a key that is written twice in an object,
//! and a line break inside a `for` in braces.

mod convert;
mod json;
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
            let kind = Converter::new(file, text).template(&template);
            Parsed { tree: Some(Expr { kind, span }), failures: Vec::new() }
        }
        Err(error) => {
            let refusal = refusal(&error);
            Parsed {
                tree: None,
                failures: vec![Failure { kind: refusal.kind, span: Some(span), message: refusal.message }],
            }
        }
    }
}

/// Reads what can be read of a text that as a whole cannot.
fn by_item(file: FileId, text: &str, converter: &mut Converter<'_>) -> Parsed<Document> {
    let mut parsed = Parsed::<Document>::default();
    for item in scan::scan(text, true).items {
        let (Some(source), span) = (text.get(item.clone()), Span::new(file, item.clone())) else { continue };
        converter.starts_at(item.start);
        match item_body(source) {
            Ok(body) => parsed.tree.body.items.extend(converter.body(&body).items),
            Err(refusal) => {
                parsed.tree.unread.push(trimmed(source, span));
                parsed.failures.push(Failure {
                    kind: refusal.kind,
                    span: Some(trimmed(source, span)),
                    message: refusal.message,
                });
            }
        }
    }
    parsed
}

struct Refusal {
    kind: ProblemKind,
    message: String,
}

/// Parses one item, mended where it needs to be.
fn item_body(source: &str) -> Result<hcl_edit::structure::Body, Refusal> {
    let scanned = scan::scan(source, false);
    if scanned.largest_object > LARGEST_OBJECT {
        let message = format!("a block was not read: an object in it has more than {LARGEST_OBJECT} entries");
        return Err(Refusal { kind: ProblemKind::Limit, message });
    }
    let mut mended = Cow::Borrowed(source);
    let mut joined = false;
    for _ in 0..MENDED_KEYS {
        let error = match hcl_edit::parser::parse_body(&mended) {
            Ok(body) => return Ok(body),
            Err(error) => error,
        };
        let next = if error.message().contains("redefined") {
            rename_key(&mended, error.location().offset())
        } else if joined {
            None
        } else {
            joined = true;
            join_lines(&mended, &scanned.breaks)
        };
        match next {
            Some(next) => mended = Cow::Owned(next),
            None => return Err(refusal(&error)),
        }
    }
    Err(Refusal { kind: ProblemKind::Syntax, message: "a block was not read: it repeats too many keys".to_owned() })
}

fn refusal(error: &hcl_edit::parser::Error) -> Refusal {
    let line = error.location().line();
    if error.message().contains("nested levels") || error.message().contains("chained binary") {
        let message = format!("a block was not read: it nests too deep in its line {line}");
        return Refusal { kind: ProblemKind::Limit, message };
    }
    Refusal {
        kind: ProblemKind::Syntax,
        message: format!("a block was not read: {} in its line {line}", error.message()),
    }
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

/// Blanks line breaks that mean nothing, and the comments before them.
fn join_lines(text: &str, breaks: &[Range<usize>]) -> Option<String> {
    if breaks.is_empty() {
        return None;
    }
    let mut bytes = text.as_bytes().to_vec();
    for range in breaks {
        bytes[range.clone()].fill(b' ');
    }
    String::from_utf8(bytes).ok()
}

/// The span of an item without the white space at its end.
fn trimmed(source: &str, span: Span) -> Span {
    let length = u32::try_from(source.trim_end().len()).unwrap_or(u32::MAX);
    Span { end: span.start.saturating_add(length), ..span }
}
