//! URLs in a text: where each starts and ends, and its parts.

use std::ops::Range;

use super::Found;
use super::host::{has_holes, is_host};
use super::tables::{self, Scheme};

/// The longest URL that is read.
const LONGEST: usize = 4096;

/// Finds every URL of a known scheme.
pub(super) fn find(text: &str, found: &mut Vec<Found>) {
    let mut from = 0;
    for at in memchr::memmem::find_iter(text.as_bytes(), b"://") {
        if at < from || found.len() >= 256 {
            continue;
        }
        let Some((start, scheme, jdbc)) = scheme_before(text, from, at) else { continue };
        let body = at + 3;
        let end = end_of(text, body, scheme, jdbc);
        if end > body {
            found.extend(parts(text, start, body..end, scheme, jdbc));
            from = end;
        }
    }
}

/// The scheme that ends before `://`, with where it starts: `jdbc:` and the like stand before it.
fn scheme_before(text: &str, from: usize, at: usize) -> Option<(usize, &'static Scheme, bool)> {
    let bytes = text.as_bytes();
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.' | b':' | b'_');
    let start = (from..at).rev().take(80).take_while(|at| is_part(bytes[*at])).last()?;
    let written = &text[start..at];
    let lower = written.to_ascii_lowercase();
    for prefix in ["jdbc:", "r2dbc:", "r2dbcs:"] {
        if let Some(offset) = lower.find(prefix) {
            let scheme = lower[offset + prefix.len()..].split(':').find_map(tables::find)?;
            return Some((start + offset, scheme, true));
        }
    }
    let name = lower.rsplit([':', '_']).next()?;
    let name_start = at - name.len();
    tables::find(name.trim_start_matches(['.', '-', '+'])).map(|scheme| (name_start, scheme, false))
}

/// Where a URL ends: at a blank, a quote or an angle bracket, but not within a placeholder.
fn end_of(text: &str, body: usize, scheme: &Scheme, jdbc: bool) -> usize {
    let semicolons = jdbc || scheme.kind == "sqlserver";
    let mut authority = true;
    let mut at = body;
    let limit = text.len().min(body + LONGEST);
    while let Some(char) = text.get(at..).and_then(|rest| rest.chars().next()).filter(|_| at < limit) {
        if let Some(length) = placeholder(&text[at..]) {
            at += length;
            continue;
        }
        match char {
            '"' | '\'' | '`' | '<' | '>' | '|' | '\\' | '^' => break,
            ';' if !semicolons => break,
            ',' if authority && scheme.kind.starts_with("http") => break,
            ',' if text[at + 1..]
                .trim_start()
                .split(['/', '?', ','])
                .next()
                .is_some_and(|next| next.ends_with(':')) =>
            {
                break;
            }
            char if char.is_whitespace() || char.is_control() => break,
            '/' | '?' => authority = false,
            _ => {}
        }
        at += char.len_utf8();
    }
    body + trimmed(&text[body..at]).len()
}

/// How long a placeholder is that starts here: `${…}`, `{{…}}`, `<host>`.
pub(super) fn placeholder(text: &str) -> Option<usize> {
    const PAIRS: &[(&str, &str)] =
        &[("${", "}"), ("{{", "}}"), ("#{", "}"), ("$(", ")"), ("%(", ")"), ("<%", "%>"), ("<", ">"), ("{", "}")];
    let (open, close) = PAIRS.iter().find(|(open, _)| text.starts_with(open))?;
    let mut near = text.len().min(120);
    while !text.is_char_boundary(near) {
        near -= 1;
    }
    let inner = &text[open.len()..near];
    let end = inner.find(close)?;
    let named = |char: char| char.is_alphanumeric() || matches!(char, '-' | '_' | '.' | ' ');
    // A tag such as `</a>` is no placeholder, and `<br>` only by chance one.
    let plain = *open != "<" || (inner[..end].starts_with(char::is_alphabetic) && inner[..end].chars().all(named));
    plain.then_some(open.len() + end + close.len())
}

/// Without the punctuation that a sentence puts behind a URL.
fn trimmed(url: &str) -> &str {
    let mut url = url;
    // More than a few signs behind a URL are no sentence.
    for _ in 0..16 {
        let unbalanced =
            |open: char, close: char| url.ends_with(close) && url.matches(open).count() < url.matches(close).count();
        let shorter = url.strip_suffix(['.', ',', ';', ':', '!', '?', '*']).or_else(|| {
            let pairs = [('(', ')'), ('[', ']'), ('{', '}')];
            pairs.iter().any(|(open, close)| unbalanced(*open, *close)).then(|| &url[..url.len() - 1])
        });
        match shorter {
            Some(shorter) => url = shorter,
            None => break,
        }
    }
    url
}

fn parts(text: &str, start: usize, body: Range<usize>, scheme: &'static Scheme, jdbc: bool) -> Option<Found> {
    let rest = &text[body.clone()];
    let semicolons = jdbc || scheme.kind == "sqlserver";
    let authority_end = outside(rest, |char| matches!(char, '/' | '?' | '#') || (semicolons && char == ';'));
    let authority = &rest[..authority_end];
    let tail = &rest[authority_end..];
    let mut found = Found::new(scheme.kind, start..body.end);
    found.encrypted = scheme.encrypted;
    let (credentials, address) = match authority.rfind('@') {
        Some(at) => (Some(&authority[..at]), &authority[at + 1..]),
        None => (None, authority),
    };
    if let Some(credentials) = credentials {
        let (user, password) =
            credentials.split_once(':').map_or((credentials, None), |(user, password)| (user, Some(password)));
        found.user = Some(user.to_owned()).filter(|user| !user.is_empty());
        found.password = password.filter(|password| !password.is_empty()).map(|password| {
            let start = body.start + user.len() + 1;
            start..start + password.len()
        });
    }
    let (host, port) = host_and_port(address);
    found.host = host.to_owned();
    found.port = port.map(str::to_owned);
    let path_end = outside(tail, |char| matches!(char, '?' | '#') || (semicolons && char == ';'));
    found.path = Some(tail[..path_end].to_owned()).filter(|path| path.len() > 1);
    // DB2 puts its parameters behind a colon: `/db:user=x;`.
    let options =
        if scheme.kind == "db2" { tail.find(':').map_or("", |at| &tail[at + 1..]) } else { &tail[path_end..] };
    let offset = body.start + (options.as_ptr() as usize).saturating_sub(rest.as_ptr() as usize);
    let options_start = if options.is_empty() { body.end } else { offset };
    parameters(&mut found, options, options_start);
    // `http://` alone is a prefix to compare with, not an address.
    is_host(&found.host).then_some(found)
}

/// The first place outside of placeholders where a character ends a part.
fn outside(text: &str, ends: impl Fn(char) -> bool) -> usize {
    let mut at = 0;
    while let Some(char) = text[at..].chars().next() {
        match placeholder(&text[at..]) {
            Some(length) => at += length,
            None if ends(char) => return at,
            None => at += char.len_utf8(),
        }
    }
    text.len()
}

/// The first host of a list with its port; the host of `[::1]:80` keeps no brackets.
fn host_and_port(address: &str) -> (&str, Option<&str>) {
    let first = &address[..outside(address, |char| char == ',')];
    if let Some(inner) = first.strip_prefix('[') {
        let (host, rest) = inner.split_once(']').unwrap_or((inner, ""));
        return (host, rest.strip_prefix(':').filter(|port| !port.is_empty()));
    }
    let colon = outside(first, |char| char == ':');
    let port = first.get(colon + 1..).filter(|port| !port.is_empty());
    // SQL Server's instance stands behind a backslash, which ends a URL elsewhere.
    (&first[..colon], port)
}

/// Reads `name=value` pairs divided by `&` or `;`.
fn parameters(found: &mut Found, options: &str, start: usize) {
    let mut at = start;
    for pair in options.split_inclusive(['?', '&', ';', '#']) {
        let text = pair.trim_end_matches(['?', '&', ';', '#']);
        if let Some((name, value)) = text.split_once('=') {
            let value_start = at + name.len() + 1;
            found.parameter(name, value, value_start..value_start + value.len());
        }
        at += pair.len();
    }
}

impl Found {
    /// Whether nothing of the host is known.
    pub(super) fn host_has_holes(&self) -> bool {
        has_holes(&self.host)
    }
}
