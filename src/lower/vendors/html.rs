//! Pages and templates: what their tags load, and trackers that inline scripts call.
//!
//! A light reader of tags: it has to find addresses in what browsers and template engines accept, and nothing else. What
//! is commented out is not there.

use memchr::memmem;

use crate::catalog::vendor::Vendors;
use crate::model::Signal;

use super::manifest::{For, Manifest};

/// Tags that fetch or send by themselves, and the attribute that says where. Links only lead away.
const LOADING: [(&str, &str); 13] = [
    ("script", "src"),
    ("iframe", "src"),
    ("img", "src"),
    ("link", "href"),
    ("form", "action"),
    ("embed", "src"),
    ("source", "src"),
    ("video", "src"),
    ("audio", "src"),
    ("track", "src"),
    ("object", "data"),
    ("frame", "src"),
    ("amp-pixel", "src"),
];

pub fn page(manifest: &mut Manifest<'_>, vendors: &Vendors) {
    let text = manifest.text();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(open) = memchr::memchr(b'<', &bytes[at.min(bytes.len())..]).map(|found| at + found) {
        let rest = &bytes[open..];
        if rest.starts_with(b"<!--") {
            at = open + 4 + memmem::find(&rest[4..], b"-->").map_or(rest.len(), |end| end + 3);
            continue;
        }
        let length = rest[1..].iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'-').count();
        let name = text[open + 1..open + 1 + length].to_ascii_lowercase();
        let end = attributes(manifest, &name, open + 1 + length);
        at = end;
        if name == "script" || name == "style" {
            let close = closing(&bytes[end..], &name);
            if name == "script" {
                script(manifest, vendors, end, close);
            }
            at = end + close;
        }
    }
}

/// Reads the attributes of a tag whose name ends at `at`, and answers where the tag ends.
fn attributes(manifest: &mut Manifest<'_>, tag: &str, mut at: usize) -> usize {
    let text = manifest.text();
    let bytes = text.as_bytes();
    let wanted = LOADING.iter().find(|(name, _)| *name == tag).map(|(_, attribute)| *attribute);
    if tag.is_empty() {
        return at;
    }
    while let Some(byte) = bytes.get(at) {
        if *byte == b'>' {
            return at + 1;
        }
        if *byte == b'<' {
            return at;
        }
        if byte.is_ascii_whitespace() || matches!(byte, b'/' | b'=' | b'"' | b'\'') {
            at += 1;
            continue;
        }
        let is_name = |b: &u8| !b.is_ascii_whitespace() && !matches!(b, b'=' | b'>' | b'<' | b'/' | b'"' | b'\'');
        let name_length = bytes[at..].iter().take_while(|b| is_name(b)).count().max(1);
        let name = text.get(at..at + name_length).unwrap_or("");
        at += name_length;
        let blanks = |at: usize| bytes[at..].iter().take_while(|b| b.is_ascii_whitespace()).count();
        let equals = at + blanks(at);
        if bytes.get(equals) != Some(&b'=') {
            continue;
        }
        let start = equals + 1 + blanks(equals + 1);
        let (start, length, next) = value(bytes, start);
        if wanted.is_some_and(|wanted| name.eq_ignore_ascii_case(wanted)) {
            address(manifest, start, text.get(start..start + length).unwrap_or(""));
        }
        at = next;
    }
    bytes.len()
}

/// Where an attribute's value starts, how long it is, and where reading goes on.
fn value(bytes: &[u8], start: usize) -> (usize, usize, usize) {
    match bytes.get(start) {
        Some(quote @ (b'"' | b'\'')) => {
            let inner = &bytes[start + 1..];
            let length = memchr::memchr(*quote, inner).unwrap_or(inner.len());
            (start + 1, length, (start + length + 2).min(bytes.len()))
        }
        _ => {
            let length =
                bytes[start.min(bytes.len())..].iter().take_while(|b| !b.is_ascii_whitespace() && **b != b'>').count();
            (start, length, start + length)
        }
    }
}

/// How far it is to the tag that closes a script or a style, which hold anything but that.
fn closing(bytes: &[u8], name: &str) -> usize {
    let name = name.as_bytes();
    memmem::find_iter(bytes, b"</")
        .find(|at| bytes.get(at + 2..at + 2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)))
        .unwrap_or(bytes.len())
}

/// Pieces that call a tracker, and addresses, in an inline script.
fn script(manifest: &mut Manifest<'_>, vendors: &Vendors, start: usize, length: usize) {
    let code = manifest.text().get(start..start + length).unwrap_or("");
    if code.trim().is_empty() {
        return;
    }
    for piece in vendors.scripts() {
        // The piece is a name of its own, not the end of a longer one.
        let is_name = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'$' | b'.');
        let found = memmem::find_iter(code.as_bytes(), piece).find(|at| {
            *at == 0 || !code.as_bytes().get(at - 1).is_some_and(is_name) || code[..*at].ends_with("window.")
        });
        if let Some(found) = found {
            manifest.add(Signal::Script, piece, manifest.span(start + found, piece.len()), For::Product);
        }
    }
    for found in memmem::find_iter(code.as_bytes(), "//") {
        let before = &code[..found];
        let quoted = before.ends_with(['"', '\'', '`']);
        let scheme = ["https:", "http:", "wss:"].iter().find(|scheme| before.ends_with(*scheme));
        if quoted || scheme.is_some() {
            let rest = &code[found..];
            let end = rest
                .find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '`' | '<' | ')'))
                .unwrap_or(rest.len());
            address(manifest, start + found, &rest[..end]);
        }
    }
}

/// An address with a host of its own; one that a template fills in is not known.
fn address(manifest: &mut Manifest<'_>, start: usize, written: &str) {
    let trimmed = written.trim_start();
    let Some(at) = trimmed.find("//").filter(|at| *at == 0 || trimmed[..*at].ends_with(':')) else { return };
    let skip = (written.len() - trimmed.len()) + at + 2;
    let whole = &written[skip..];
    let place = &whole[..whole.find(['?', '#', ' ', '{', '<', '$']).unwrap_or(whole.len())];
    let host = place.split('/').next().unwrap_or(place);
    let is_host =
        host.contains('.') && host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b':'));
    if is_host {
        manifest.add(Signal::Host, place, manifest.span(start + skip, place.len()), For::Product);
    }
}
