//! A look at bytes that says whether a program's text can hold a connection or a credential at all: what
//! has none of these words has neither, and need not be parsed for them.

use std::sync::LazyLock;

use regex::Regex;

use super::secret;

/// Addresses, connection strings, and the last words of names that are credentials'.
static WORDS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)://|jdbc:|@tcp\(|(?:server|data ?source|addr|address|host|hostname|ssl|tls|accountkey|endpoint) ?=|pass|pwd|secret|credential|token|(?:access|account|api|auth|encryption|hash|hmac|jwt|license|master|private|security|session|shared|signing|storage)[\W_]*key|key[\W_]*base",
    )
    .ok()
});

/// Whether a text can hold a connection or a credential.
#[must_use]
pub fn may_hold(text: &str) -> bool {
    let Some(words) = WORDS.as_ref() else { return true };
    words.find_iter(text).any(|found| tells(text, found.range())) || secret::has_token(text)
}

/// Whether a word is more than the address in a comment, of the licence say, or a token of cancellation.
fn tells(text: &str, at: std::ops::Range<usize>) -> bool {
    let found = &text[at.clone()];
    if found.eq_ignore_ascii_case("token") {
        return !ends_with(&text[..at.start], "cancellation");
    }
    if found == "://" {
        let line = text[..at.start].rfind('\n').map_or(0, |end| end + 1);
        let start = text[line..].trim_start();
        return !["*", "//", "/*", "#"].iter().any(|comment| start.starts_with(comment));
    }
    true
}

fn ends_with(text: &str, word: &str) -> bool {
    text.len().checked_sub(word.len()).and_then(|at| text.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::may_hold;

    #[test]
    fn words_of_connections_and_credentials_are_told_from_licences_and_cancellation() {
        for (text, holds) in [
            ("x = \"https://api.example.org\"", true),
            (" * see http://www.apache.org/licenses/\nint x;", false),
            ("# http://www.apache.org/licenses/\nx = 1", false),
            ("Task Run(CancellationToken cancellationToken)", false),
            ("string bearerToken;", true),
            ("dbPassword := read()", true),
            ("let api_key = 1;", true),
            ("int total = price * count;", false),
        ] {
            assert_eq!(may_hold(text), holds, "{text}");
        }
    }
}
