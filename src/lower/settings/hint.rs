//! A look at bytes that says whether a program's text can hold a connection or a credential at all: what
//! has nothing of the shape has neither, and need not be parsed for them.
//!
//! It looks at less than the search itself, which sees the syntax: it may say yes where there is nothing,
//! never the other way round.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::{connection, secret};

/// Addresses, and what connection strings are made of.
static CONNECTIONS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)://|jdbc:|@tcp\(|(?:server|server[ _]?name|data[ _]?source|addr|address|host|hostname|ssl|tls|accountname|accountkey|endpoint|abort_?connect|password|_?timeout|admin|database) ?=",
    )
    .ok()
});

/// The last words of names that are credentials'.
static CREDENTIALS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)pass|pwd|secret|credential|token|masterauth|(?:access|account|api|auth|encryption|hash|hmac|jwt|license|master|private|security|session|shared|signing|storage)[\W_]*key|key[\W_]*base",
    )
    .ok()
});

/// How far behind a name a literal is looked for that is given to it.
const GIVEN_WITHIN: usize = 1000;

/// The shortest and longest text that is taken for a credential by its name alone.
const LITERAL: Range<usize> = 8..513;

/// Whether a text can hold a connection or a credential.
#[must_use]
pub fn may_hold(text: &str) -> bool {
    let (Some(connections), Some(credentials)) = (CONNECTIONS.as_ref(), CREDENTIALS.as_ref()) else { return true };
    // Where texts run over lines, a line does not tell whether it is in one.
    let long = ["`", "\"\"\"", "'''", "@\"", "r#"].iter().any(|mark| text.contains(mark));
    connections.find_iter(text).any(|found| is_in_text(text, found.range(), long) && !is_read(text, found.range()))
        || credentials.find_iter(text).any(|found| is_given(text, found.range()))
        || secret::has_token(text)
}

/// Whether a place may be in a literal: not in a line that is a comment, and behind a quote.
fn is_in_text(text: &str, at: Range<usize>, long: bool) -> bool {
    let line = text[..at.start].rfind('\n').map_or(0, |end| end + 1);
    let before = &text[line..at.start];
    let start = before.trim_start();
    let comment = ["*", "//", "/*", "#"].iter().any(|comment| start.starts_with(comment));
    if &text[at] == "://" {
        return !comment && (long || before.contains(['"', '\'', '`']));
    }
    long || before.contains(['"', '\'', '`'])
}

/// Whether an address is one that nobody connects to: a namespace, say.
fn is_read(text: &str, at: Range<usize>) -> bool {
    let scheme = &text[..at.start];
    if &text[at.clone()] != "://" || !(scheme.ends_with("http") || scheme.ends_with("https")) {
        return false;
    }
    let rest = &text[at.end..];
    let host = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))).unwrap_or(rest.len());
    // Something else may be behind what looks like a host: a user's name and the host proper.
    let ends = rest[host..].starts_with(['/', '"', '\'', '`', '#']);
    ends && connection::is_ignored(&rest[..host])
}

/// Whether the name around a word is a credential's, and a literal follows that could be it.
fn is_given(text: &str, at: Range<usize>) -> bool {
    let part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '$');
    let start = text[..at.start].trim_end_matches(part).len();
    let end = text.len() - text[at.end..].trim_start_matches(part).len();
    let quoted = |start: &str, end: &str| start.ends_with(['"', '\'', '`']) || end.starts_with(['"', '\'', '`']);
    // A quoted name may have spaces and other signs in it.
    let named = secret::is_name(&text[start..end]) || quoted(&text[..start], &text[end..]) || text[at].contains(' ');
    named && literal_follows(&text[end..])
}

/// Whether a literal without spaces, of the length of a credential, begins near the start of a text.
fn literal_follows(text: &str) -> bool {
    let mut at = 0;
    while let Some(quote) = text[at..].find(['"', '\'', '`']).map(|found| at + found) {
        if quote > GIVEN_WITHIN {
            return false;
        }
        let mark = text[quote..].chars().next().unwrap_or_default();
        let inside = &text[quote + 1..];
        let length = inside.find(|c: char| c == mark || c.is_whitespace()).unwrap_or(inside.len());
        if LITERAL.contains(&length) && inside[length..].starts_with(mark) {
            return true;
        }
        // Texts of Java and C# may begin on the line below their quotes.
        if text[quote..].starts_with("\"\"\"") {
            return true;
        }
        at = quote + 1;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::may_hold;

    #[test]
    fn literals_of_connections_and_credentials_are_told_from_everything_else() {
        for (text, holds) in [
            ("x = \"https://api.clinic.org\"", true),
            ("x = \"http://www.w3.org/2001/XMLSchema\"", false),
            ("x = `\nhttps://api.clinic.org`", true),
            (" * see http://www.clinic.org/licenses/\nint x;", false),
            ("int x; // see http://www.clinic.org/licenses/", false),
            ("# http://www.clinic.org/licenses/\nx = 1", false),
            ("Connect(\"Server=db;Database=x\")", true),
            ("server = connect()", false),
            ("Task Run(CancellationToken cancellationToken) { Log(\"abcdefghij\"); }", false),
            ("string bearerToken;", false),
            ("string bearerToken = \"q8Zk2mVb7Lx0\";", true),
            ("string bearerToken = Read(\"the name of it\");", false),
            ("dbPassword := \"q8Zk2mVb7Lx0\"", true),
            ("dbPassword := read()", false),
            ("passwordLength = 12; x = \"abcdefghijk\"", false),
            ("{\"api key\": \"q8Zk2mVb7Lx0\"}", true),
            ("let x = \"ghp_0123456789abcdefghijABCDEFGHIJ012345\";", true),
            ("int total = price * count;", false),
        ] {
            assert_eq!(may_hold(text), holds, "{text}");
        }
    }
}
