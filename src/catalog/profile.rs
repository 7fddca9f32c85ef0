//! Profiles: which rules are held, and at which severity.

use serde::{Deserialize, Serialize};

use super::form::{self, Form, Mistakes};
use super::rule::{Rule, Severity, Tier};

/// A named choice of rules.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Profile {
    /// Its name, which is its file's.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Whether rules of the strict tier are held.
    pub strict: bool,
    /// Whether passes that rely on a provider's default are reported as info.
    pub reliance: bool,
    /// Rules by id, by a start of ids that ends in `*`, or as `family:NAME`, and what becomes of them. The
    /// last that fits counts.
    pub levels: Vec<(String, Level)>,
}

/// What a profile or a user makes of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Level {
    /// Not held.
    Off,
    /// Held, with this severity.
    At(Severity),
    /// Held, with its own severity.
    On,
}

impl Level {
    /// The words for it in files.
    pub const WORDS: [&'static str; 7] = ["off", "on", "info", "low", "medium", "high", "critical"];

    /// From the word for it.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "off" => Some(Self::Off),
            "on" => Some(Self::On),
            word => word.parse().ok().map(Self::At),
        }
    }
}

impl Profile {
    /// The severity at which the profile holds a rule; none when it does not.
    #[must_use]
    pub fn severity(&self, rule: &Rule) -> Option<Severity> {
        let level = self.levels.iter().rev().find(|(pattern, _)| fits(pattern, rule)).map(|(_, level)| *level);
        match level {
            Some(Level::Off) => None,
            Some(Level::At(severity)) => Some(severity),
            Some(Level::On) => Some(rule.severity),
            None => (self.strict || rule.tier == Tier::Default).then_some(rule.severity),
        }
    }
}

/// Whether a pattern covers an id: the id itself, or one in which `*` stands for any text.
#[must_use]
pub fn covers(pattern: &str, id: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else { return pattern == id };
    let Some(mut id) = id.strip_prefix(start) else { return false };
    let (middle, end) = rest.rsplit_once('*').unwrap_or(("", rest));
    for part in middle.split('*') {
        let Some(at) = id.find(part) else { return false };
        id = &id[at + part.len()..];
    }
    id.ends_with(end)
}

/// Whether a pattern speaks of a rule: its id, ids with `*` for any text, or `family:NAME`.
#[must_use]
pub fn fits(pattern: &str, rule: &Rule) -> bool {
    match pattern.strip_prefix("family:") {
        Some(family) => rule.family == family,
        None => covers(pattern, &rule.id),
    }
}

/// Reads a profile's file.
pub fn profile(name: &str, text: &str, mistakes: &mut Mistakes) -> Profile {
    let table = form::parse(text, mistakes);
    let mut form = Form::new(table.get_ref(), 0..0);
    let profile = Profile {
        name: name.to_owned(),
        description: form.required_text("description", mistakes),
        strict: form.bool("strict", mistakes).unwrap_or(false),
        reliance: form.bool("reliance", mistakes).unwrap_or(false),
        levels: form.get("rules").map_or_else(Vec::new, |value| levels(value, mistakes)),
    };
    form.finish(mistakes);
    profile
}

/// Reads a table of rules and levels.
pub fn levels<'t>(value: &'t toml::Spanned<toml::de::DeValue<'t>>, mistakes: &mut Mistakes) -> Vec<(String, Level)> {
    let Some(form) = Form::of(value, mistakes) else { return Vec::new() };
    let mut levels = Vec::new();
    for (pattern, _, value) in form.entries() {
        let Some(word) = form::text(value, mistakes) else { continue };
        match Level::from_word(&word) {
            Some(level) => levels.push((pattern.to_owned(), level)),
            None => mistakes.unknown_word(value.span(), "level", &word, Level::WORDS),
        }
    }
    levels
}

#[cfg(test)]
mod tests {
    use super::covers;

    #[test]
    fn a_star_stands_for_any_text_wherever_it_is() {
        for (pattern, id, answer) in [
            ("aws-rds-public", "aws-rds-public", true),
            ("aws-rds-public", "aws-rds-public-x", false),
            ("aws-*", "aws-rds-public", true),
            ("*-public", "aws-rds-public", true),
            ("*-public", "aws-rds-public-x", false),
            ("aws-*-public", "aws-rds-public", true),
            ("*rds*", "aws-rds-public", true),
            ("a*a", "a", false),
            ("*", "", true),
        ] {
            assert_eq!(covers(pattern, id), answer, "{pattern} {id}");
        }
    }
}
