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
    WORDS.as_ref().is_none_or(|words| words.is_match(text)) || secret::has_token(text)
}
