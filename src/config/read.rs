//! Reading `phiward.toml`.

use crate::catalog::form::{self, Form, Mistakes};
use crate::catalog::{Severity, levels};

use super::{Agreement, Config, DeclaredVendor, Store};

/// Why a vendor may need no agreement.
const EXEMPTIONS: [&str; 3] = ["payment", "treatment", "no-phi"];

/// Reads a configuration. What could be read is answered; it counts only without mistakes.
pub fn read(text: &str, mistakes: &mut Mistakes) -> Config {
    let table = form::parse(text, mistakes);
    let mut form = Form::new(table.get_ref(), 0..0);
    let mut config = Config {
        profile: form.text("profile", mistakes),
        fail_on: severity(&mut form, mistakes),
        exclude: form.texts("exclude", mistakes),
        rules: form.get("rules").map_or_else(Vec::new, |value| levels(value, mistakes)),
        ..Config::default()
    };
    if let Some(mut phi) = form.get("phi").and_then(|value| Form::of(value, mistakes)) {
        config.phi_words = phi.texts("words", mistakes);
        config.phi_not = phi.texts("not", mistakes);
        phi.finish(mistakes);
    }
    config.stores = form.tables("store", mistakes).into_iter().map(|entry| store(entry, mistakes)).collect();
    config.agreements = form.tables("baa", mistakes).into_iter().map(|entry| agreement(entry, mistakes)).collect();
    config.vendors = form.tables("vendor", mistakes).into_iter().map(|entry| vendor(entry, mistakes)).collect();
    form.finish(mistakes);
    config
}

fn severity(form: &mut Form<'_>, mistakes: &mut Mistakes) -> Option<Severity> {
    let value = form.get("fail-on")?;
    let word = form::text(value, mistakes)?;
    let severity = word.parse().ok();
    if severity.is_none() {
        mistakes.unknown_word(value.span(), "severity", &word, Severity::ALL.map(Severity::name));
    }
    severity
}

fn store(mut form: Form<'_>, mistakes: &mut Mistakes) -> Store {
    let store =
        Store { address: form.required_text("address", mistakes), phi: form.bool("phi", mistakes).unwrap_or(true) };
    form.finish(mistakes);
    store
}

fn agreement(mut form: Form<'_>, mistakes: &mut Mistakes) -> Agreement {
    let agreement = Agreement {
        vendor: form.required_text("vendor", mistakes),
        services: form.texts("services", mistakes),
        signed: date(&mut form, "signed", mistakes),
        expires: date(&mut form, "expires", mistakes),
        evidence: form.text("evidence", mistakes),
        span: form.header(),
    };
    form.finish(mistakes);
    agreement
}

fn vendor(mut form: Form<'_>, mistakes: &mut Mistakes) -> DeclaredVendor {
    let vendor = DeclaredVendor {
        id: form.required_text("id", mistakes),
        name: form.text("name", mistakes),
        phi: form.bool("phi", mistakes),
        hosts: form.texts("hosts", mistakes),
        packages: form.texts("packages", mistakes),
        exempt: word(&mut form, "exempt", &EXEMPTIONS, mistakes),
    };
    form.finish(mistakes);
    vendor
}

fn word(form: &mut Form<'_>, key: &'static str, valid: &[&str], mistakes: &mut Mistakes) -> Option<String> {
    let value = form.get(key)?;
    let word = form::text(value, mistakes)?;
    if !valid.contains(&word.as_str()) {
        mistakes.unknown_word(value.span(), "word", &word, valid.iter().copied());
    }
    Some(word)
}

/// A day, written as a TOML date or as text.
fn date(form: &mut Form<'_>, key: &'static str, mistakes: &mut Mistakes) -> Option<String> {
    let value = form.get(key)?;
    let text = match value.get_ref() {
        toml::de::DeValue::Datetime(date) => date.to_string(),
        _ => form::text(value, mistakes)?,
    };
    let day = text.get(..10).unwrap_or(&text).to_owned();
    if !is_day(&day) {
        mistakes.add(value.span(), "expected a day such as 2027-01-31");
    }
    Some(day)
}

/// Whether a text is a day of the calendar, as `YYYY-MM-DD`.
#[must_use]
pub fn is_day(text: &str) -> bool {
    let format = time::macros::format_description!("[year]-[month]-[day]");
    time::Date::parse(text, format).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, span: &std::ops::Range<usize>) -> usize {
        text[..span.start.min(text.len())].matches('\n').count() + 1
    }

    fn mistakes(text: &str) -> Vec<(usize, String, Option<String>)> {
        let mut found = Mistakes::default();
        read(text, &mut found);
        found.list.into_iter().map(|mistake| (place(text, &mistake.span), mistake.message, mistake.help)).collect()
    }

    #[test]
    fn reads_a_register_with_both_ways_to_write_a_day() {
        let mut found = Mistakes::default();
        let text = "[[baa]]\nvendor = \"sentry\"\nsigned = 2025-02-01\nexpires = \"2027-02-01\"\n";
        let config = read(text, &mut found);
        assert!(found.list.is_empty(), "{found:?}");
        assert_eq!(config.agreements[0].signed.as_deref(), Some("2025-02-01"));
        assert_eq!(config.agreements[0].expires.as_deref(), Some("2027-02-01"));
    }

    #[test]
    fn a_misspelt_key_is_pointed_at_with_the_nearest() {
        let found = mistakes("profile = \"default\"\n\n[[baa]]\nvendor = \"x\"\nexpire = 2027-01-01\n");
        assert_eq!(found, [(5, "unknown key 'expire'".into(), Some("did you mean 'expires'?".into()))]);
    }

    #[test]
    fn a_day_that_is_none_is_refused() {
        assert_eq!(mistakes("[[baa]]\nvendor = \"x\"\nsigned = \"2025-02-31\"\n").len(), 1);
        assert_eq!(mistakes("fail-on = \"hihg\"\n")[0].2, Some("did you mean 'high'?".into()));
    }
}
