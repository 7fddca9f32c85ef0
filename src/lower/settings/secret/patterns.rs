//! The formats of credentials that providers give out, as data.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use regex::Regex;

/// One format.
pub(super) struct Pattern {
    /// Its name: the kind of its facts.
    pub name: &'static str,
    /// What every text of the format begins with.
    start: &'static str,
    /// The whole of it, the beginning included.
    rest: &'static str,
}

const fn pattern(name: &'static str, start: &'static str, rest: &'static str) -> Pattern {
    Pattern { name, start, rest }
}

/// Every format. Identifiers that are no secrets, a Twilio account's `AC…` say, are not among them.
const PATTERNS: &[Pattern] = &[
    pattern("age-secret-key", "AGE-SECRET-KEY-1", "[0-9A-Z]{58}"),
    pattern("anthropic-key", "sk-ant-", "[A-Za-z0-9_-]{32,}"),
    pattern("artifactory-token", "AKC", "p[A-Za-z0-9]{60,}"),
    pattern("atlassian-token", "ATATT3", "[A-Za-z0-9_=-]{100,}"),
    pattern("aws-access-key", "AKIA", "[A-Z2-7]{16}"),
    pattern("aws-session-key", "ASIA", "[A-Z2-7]{16}"),
    pattern("databricks-token", "dapi", "[0-9a-f]{32}"),
    pattern("digitalocean-token", "dop_v1_", "[0-9a-f]{64}"),
    pattern("docker-token", "dckr_pat_", "[A-Za-z0-9_-]{27}"),
    pattern("doppler-token", "dp.pt.", "[A-Za-z0-9]{43}"),
    pattern("github-token", "ghp_", "[A-Za-z0-9]{36}"),
    pattern("github-token", "gho_", "[A-Za-z0-9]{36}"),
    pattern("github-token", "ghu_", "[A-Za-z0-9]{36}"),
    pattern("github-token", "ghs_", "[A-Za-z0-9]{36}"),
    pattern("github-token", "ghr_", "[A-Za-z0-9]{36}"),
    pattern("github-token", "github_pat_", "[A-Za-z0-9]{22}_[A-Za-z0-9]{59}"),
    pattern("gitlab-token", "glpat-", "[A-Za-z0-9_-]{20}"),
    pattern("google-api-key", "AIza", "[0-9A-Za-z_-]{35}"),
    pattern("google-oauth-secret", "GOCSPX-", "[A-Za-z0-9_-]{28}"),
    pattern("grafana-token", "glsa_", "[A-Za-z0-9]{32}_[0-9a-f]{8}"),
    pattern("grafana-token", "glc_", "[A-Za-z0-9+/=]{40,}"),
    pattern("huggingface-token", "hf_", "[A-Za-z]{34}"),
    pattern("jwt", "eyJ", r"[A-Za-z0-9_-]{12,}\.eyJ[A-Za-z0-9_-]{12,}\.[A-Za-z0-9_-]{20,}"),
    pattern("linear-key", "lin_api_", "[A-Za-z0-9]{40}"),
    pattern("mailgun-key", "key-", "[0-9a-f]{32}"),
    pattern("new-relic-key", "NRAK-", "[A-Z0-9]{27}"),
    pattern("npm-token", "npm_", "[A-Za-z0-9]{36}"),
    pattern("openai-key", "sk-proj-", "[A-Za-z0-9_-]{40,}"),
    pattern("openai-key", "sk-", "[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}"),
    // A header alone is what programs look for; a key follows it.
    pattern(
        "private-key",
        "-----BEGIN ",
        r"((?:[A-Z]{2,10} )?(?:ENCRYPTED )?PRIVATE KEY(?: BLOCK)?-----)(?:\s|\\[nr])*[A-Za-z0-9+/=:,][A-Za-z0-9+/=:, -]{19}",
    ),
    pattern("pypi-token", "pypi-AgEIcHlwaS5vcmc", "[A-Za-z0-9_-]{50,}"),
    pattern("rubygems-key", "rubygems_", "[0-9a-f]{48}"),
    pattern("sendgrid-key", "SG.", r"[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}"),
    pattern("shopify-token", "shpat_", "[0-9a-fA-F]{32}"),
    pattern("slack-token", "xoxb-", "[0-9A-Za-z-]{20,}"),
    pattern("slack-token", "xoxp-", "[0-9A-Za-z-]{20,}"),
    pattern("slack-token", "xoxa-", "[0-9A-Za-z-]{20,}"),
    pattern("slack-token", "xoxs-", "[0-9A-Za-z-]{20,}"),
    pattern("slack-token", "xapp-", "[0-9A-Za-z-]{20,}"),
    pattern("slack-webhook", "hooks.slack.com/services/", "T[A-Z0-9]{6,}/B[A-Z0-9]{6,}/[A-Za-z0-9]{20,}"),
    pattern("square-token", "sq0csp-", "[A-Za-z0-9_-]{43}"),
    pattern("square-token", "sq0atp-", "[A-Za-z0-9_-]{22}"),
    pattern("stripe-key", "sk_live_", "[A-Za-z0-9]{16,}"),
    pattern("stripe-key", "rk_live_", "[A-Za-z0-9]{16,}"),
    pattern("stripe-test-key", "sk_test_", "[A-Za-z0-9]{16,}"),
    pattern("stripe-webhook-secret", "whsec_", "[A-Za-z0-9+/=]{24,}"),
    pattern("telegram-webhook", "api.telegram.org/bot", "[0-9]{8,10}:[A-Za-z0-9_-]{35}"),
    pattern("discord-webhook", "discord.com/api/webhooks/", "[0-9]{17,20}/[A-Za-z0-9_-]{60,}"),
    pattern("twilio-key", "SK", "[0-9a-f]{32}"),
    pattern("vault-token", "hvs.", "[A-Za-z0-9_-]{24,}"),
    pattern("azure-storage-key", "AccountKey=", "[A-Za-z0-9+/]{86}=="),
    pattern("azure-shared-access-key", "SharedAccessKey=", "[A-Za-z0-9+/]{43}="),
];

struct Compiled {
    starts: Option<AhoCorasick>,
    rests: Vec<Option<Regex>>,
}

static COMPILED: LazyLock<Compiled> = LazyLock::new(|| Compiled {
    starts: AhoCorasick::new(PATTERNS.iter().map(|pattern| pattern.start)).ok(),
    rests: PATTERNS.iter().map(|pattern| Regex::new(&format!("^(?:{})", pattern.rest)).ok()).collect(),
});

/// How many credentials of one text are told.
const MOST: usize = 64;

/// Finds every credential of a known format, in the order of the text.
pub(super) fn find(text: &str) -> Vec<(&'static Pattern, Range<usize>)> {
    let Some(starts) = &COMPILED.starts else { return Vec::new() };
    let mut found: Vec<(&'static Pattern, Range<usize>)> = Vec::new();
    for start in starts.find_overlapping_iter(text) {
        let (index, range) = (start.pattern().as_usize(), start.range());
        let pattern = &PATTERNS[index];
        let inside = found.last().is_some_and(|(_, last)| range.start < last.end);
        if inside || joined(text, range.start) {
            continue;
        }
        let Some(rest) = COMPILED.rests[index].as_ref().and_then(|rest| rest.captures(&text[range.end..])) else {
            continue;
        };
        // What follows the credential proper is no part of it.
        let Some(rest) = rest.get(1).or_else(|| rest.get(0)) else { continue };
        let end = range.end + rest.end();
        // A longer run of the same characters is something else: a digest, a path.
        if text[end..].starts_with(|char: char| char.is_ascii_alphanumeric()) && !pattern.rest.ends_with(",}") {
            continue;
        }
        found.push((pattern, range.start..end));
        if found.len() >= MOST {
            break;
        }
    }
    found
}

/// Whether the place is in the middle of a word.
fn joined(text: &str, start: usize) -> bool {
    let first = text[start..].starts_with(|char: char| char.is_ascii_alphanumeric());
    first && text[..start].ends_with(|char: char| char.is_ascii_alphanumeric() || char == '_')
}
