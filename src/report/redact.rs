//! The one choke point for text that comes from a scanned repository: what looks like PHI or a secret
//! is masked, and control characters are made harmless. Every writer gets its text from here.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;

/// Texts that are masked wherever they stand. A group named `x` is masked alone, else the whole match.
/// Masking errs on the side of too much: a report goes to dashboards.
const SENSITIVE: [&str; 11] = [
    // Social security numbers, and runs of digits that could be a record, card or phone number.
    r"\b\d{3}-\d{2}-\d{4}\b",
    r"\b(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b",
    r"\b\d{9,19}\b",
    // E-mail addresses.
    r"\b[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}\b",
    // Dates of birth and the like, beside their names.
    r#"(?i)\b(?:dob|birth[_ -]?date|date[_ -]?of[_ -]?birth|mrn|ssn)\b["']?\s*[:=]\s*["']?(?P<x>[^"'\s,;}]{3,})"#,
    // Credentials in addresses.
    r"[A-Za-z][A-Za-z0-9+.-]*://[^/\s:@]*:(?P<x>[^@\s/]+)@",
    // Keys of providers, by their own formats.
    r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{20,}\b|\bgithub_pat_[A-Za-z0-9_]{20,}\b|\bxox[abprs]-[A-Za-z0-9-]{10,}\b|\b[rs]k_(?:live|test)_[A-Za-z0-9]{10,}\b|\bAIza[0-9A-Za-z_-]{30,}|\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}\b|\bnpm_[A-Za-z0-9]{30,}\b|\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)?",
    // What stands behind a name that says it is secret.
    r#"(?i)(?:password|passwd|passphrase|\bpwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|account[_-]?key|credential)[A-Za-z0-9_.-]*["']?\]?\s*(?:=>|:=|[:=])\s*(?P<x>"[^"$<{][^"]*"|'[^'$<{][^']*'|[^\s"'$<{\[(,;][^\s,;"'(\[]*)"#,
    // Keys and certificates in full.
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]*(?:-----END [A-Z ]*PRIVATE KEY-----)?",
    // Long runs that look like keys: base64 or hexadecimal.
    r"\b[A-Fa-f0-9]{32,}\b",
    r"\b[A-Za-z0-9+/]{40,}={0,2}",
];

/// Words that may stand behind a secret's name without being one.
const HARMLESS: [&str; 12] =
    ["true", "false", "null", "none", "nil", "string", "str", "required", "optional", "var", "undefined", "number"];

static PATTERNS: LazyLock<Vec<Regex>> =
    LazyLock::new(|| SENSITIVE.iter().filter_map(|pattern| Regex::new(pattern).ok()).collect());

/// The text with everything sensitive replaced by stars, letter by letter, so that columns stay, and
/// control characters by `\u{FFFD}`. Line breaks and tabs are kept.
#[must_use]
pub fn redact(text: &str) -> Cow<'_, str> {
    let mut masked: Vec<std::ops::Range<usize>> = Vec::new();
    for pattern in PATTERNS.iter() {
        for found in pattern.captures_iter(text) {
            let Some(hit) = found.name("x").or_else(|| found.get(0)) else { continue };
            // The name of a service, not of a secret: `secretsmanager:GetSecretValue`.
            if found.get(0).is_some_and(|all| all.as_str().contains("secretsmanager:")) {
                continue;
            }
            if found.name("x").is_none() && is_run(hit.as_str()) && !is_mixed(hit.as_str()) {
                continue;
            }
            let bare = hit.as_str().trim_matches(['"', '\'']);
            if found.name("x").is_some() && (HARMLESS.contains(&bare) || is_reference(bare) || is_version(bare)) {
                continue;
            }
            masked.push(hit.range());
        }
    }
    let hostile = text.chars().any(is_hostile);
    if masked.is_empty() && !hostile {
        return Cow::Borrowed(text);
    }
    masked.sort_by_key(|range| range.start);
    let mut next = masked.into_iter().peekable();
    let mut end = 0;
    let stars = text.char_indices().map(|(at, letter)| {
        while let Some(range) = next.next_if(|range| range.start <= at) {
            end = end.max(range.end);
        }
        match letter {
            '"' | '\'' | '\n' | '\r' => letter,
            letter if is_hostile(letter) => '\u{FFFD}',
            _ if at < end => '*',
            letter => letter,
        }
    });
    Cow::Owned(stars.collect())
}

/// The text with a byte range of it replaced by stars: for what a finding itself calls a secret.
#[must_use]
pub fn star(text: &str, range: std::ops::Range<usize>) -> String {
    text.char_indices()
        .map(
            |(at, letter)| {
                if range.contains(&at) && !matches!(letter, '\n' | '\r' | '"' | '\'') { '*' } else { letter }
            },
        )
        .collect()
}

/// Characters that move a terminal's cursor or hide text: controls, and those that turn the direction.
fn is_hostile(letter: char) -> bool {
    (letter.is_control() && !matches!(letter, '\n' | '\r' | '\t'))
        || matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}')
}

/// Whether a text is one long run of the letters of base64, which may be a path or a long name as well.
fn is_run(text: &str) -> bool {
    let hexadecimal = text.bytes().all(|byte| byte.is_ascii_hexdigit());
    text.len() >= 40 && !hexadecimal && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte))
}

/// Whether capitals, small letters and digits are well mixed, as in base64 and unlike in paths.
fn is_mixed(text: &str) -> bool {
    let count = |is: fn(&char) -> bool| text.chars().filter(is).count();
    count(char::is_ascii_digit) >= 4 && count(char::is_ascii_uppercase) >= 6 && count(char::is_ascii_lowercase) >= 6
}

/// The version of a package whose name has to do with secrets: `"jsonwebtoken": "^9.0.2"`.
fn is_version(text: &str) -> bool {
    let numbers = text.trim_start_matches(['^', '~', '=', '>', '<', ' ', 'v']);
    numbers.contains('.')
        && numbers.split('.').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A name or a dotted path is where a secret is looked up, not the secret.
fn is_reference(text: &str) -> bool {
    let dotted = text.contains('.') && text.split('.').all(is_name);
    dotted
        || text.ends_with(')')
        || (is_name(text) && text.contains('_') && !text.bytes().any(|byte| byte.is_ascii_digit()))
}

fn is_name(text: &str) -> bool {
    !text.is_empty()
        && !text.starts_with(|letter: char| letter.is_ascii_digit())
        && text.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '[' | ']' | '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masks_what_is_sensitive_and_keeps_columns() {
        for text in [
            "ssn = 123-45-6789",
            "call 555-123-4567 now",
            "mail jane.doe@example.org",
            "postgres://app:hunter2@db/x",
            "password = \"hunter2\"",
            "  \"apiKey\": \"abcd1234\",",
            "AWS AKIAIOSFODNN7EXAMPLE",
            "dob: 1970-01-02",
            "card 4111111111111111",
            "db_password: s3cr3t",
        ] {
            let masked = redact(text);
            assert!(masked.contains('*'), "{text} → {masked}");
            assert_eq!(masked.chars().count(), text.chars().count(), "{text}");
        }
        assert_eq!(redact("password = \"hunter2\""), "password = \"*******\"");
    }

    #[test]
    fn leaves_what_names_no_secret() {
        for text in [
            "password = var.db_password",
            "storage_encrypted = false",
            "secret_name = null",
            "token_type: string",
            "port = 5432",
            "password = random_password.db.result",
            "cidr_blocks = [\"0.0.0.0/0\"]",
            "kms_key_id = aws_kms_key.main.arn",
            "version = \"2012-10-17\"",
            "ExtendedS3DestinationConfigurationEncryptionConfiguration",
            "Action = \"secretsmanager:GetSecretValue\"",
            "\"jsonwebtoken\": \"^9.0.2\"",
            "ops/services/insights/terraform/analysis/dasg/metrics/main.tf",
        ] {
            assert_eq!(redact(text), text);
        }
    }

    #[test]
    fn makes_control_characters_harmless() {
        assert_eq!(redact("a\u{1b}[2Jb\u{202e}c\td"), "a\u{FFFD}[2Jb\u{FFFD}c\td");
    }
}
