//! From a rule file to a [`Rule`], with every mistake at its place.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use crate::model::Dialect;

use super::expression::Reader;
use super::form::{self, Form, Mistakes};
use super::path::Path;
use super::rule::{Check, Edit, FAMILIES, LinkPath, Mentions, Rule, Safety, Scalar, Severity, Tier};

/// Reads one rule file. The rule is answered as far as it could be read; it counts only when there
/// are no mistakes.
pub fn rule(text: &str, mistakes: &mut Mistakes) -> Rule {
    let table = form::parse(text, mistakes);
    let mut form = Form::new(table.get_ref(), 0..text.find('\n').unwrap_or(text.len()));
    let id = form.required_text("id", mistakes);
    if let Some(value) = form.get("id") {
        check_id(&id, value.span(), mistakes);
    }
    let paths = named_paths(&mut form, mistakes);
    let links = links(&mut form, "links", mistakes);
    let (select, mentions) = select(&mut form, mistakes);
    let (check, checks) = checks(&mut form, &paths, mistakes);
    let rule = Rule {
        id,
        aliases: form.texts("aliases", mistakes),
        rows: form.texts("rows", mistakes),
        title: form.required_text("title", mistakes),
        family: family(&mut form, mistakes),
        severity: word(&mut form, "severity", &Severity::ALL.map(Severity::name), mistakes)
            .and_then(|name| name.parse().ok())
            .unwrap_or(Severity::Medium),
        tier: match word(&mut form, "tier", &["default", "strict"], mistakes).as_deref() {
            Some("strict") => Tier::Strict,
            _ => Tier::Default,
        },
        controls: controls(&mut form, mistakes),
        cwe: numbers(&mut form, "cwe", mistakes),
        why: form.required_text("why", mistakes).trim().to_owned(),
        fix: form.required_text("fix", mistakes).trim().to_owned(),
        interpretation: form.text("interpretation", mistakes),
        references: form.texts("references", mistakes),
        edit: edit(&mut form, &paths, mistakes),
        select,
        mentions,
        paths,
        links,
        checks,
        check,
    };
    form.finish(mistakes);
    rule
}

/// Reads a file of links that all rules share: `[name] terraform = { … }`.
pub fn shared_links(text: &str, mistakes: &mut Mistakes) -> BTreeMap<String, BTreeMap<Dialect, Vec<LinkPath>>> {
    let table = form::parse(text, mistakes);
    let form = Form::new(table.get_ref(), 0..0);
    read_links(&form, mistakes)
}

fn check_id(id: &str, span: Range<usize>, mistakes: &mut Mistakes) {
    let kebab = !id.is_empty()
        && id.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
    if !kebab {
        mistakes.add(span, "a rule's id is lower-case words joined by hyphens");
    }
}

fn family(form: &mut Form<'_>, mistakes: &mut Mistakes) -> String {
    word(form, "family", &FAMILIES.map(|(name, _)| name), mistakes).unwrap_or_default()
}

/// One of a set of words. Severity and family have to be there.
fn word(form: &mut Form<'_>, key: &'static str, valid: &[&str], mistakes: &mut Mistakes) -> Option<String> {
    let Some(value) = form.get(key) else {
        if matches!(key, "severity" | "family") {
            mistakes.add(form.header(), format!("'{key}' is missing"));
        }
        return None;
    };
    let word = form::text(value, mistakes)?;
    if !valid.contains(&word.as_str()) {
        mistakes.unknown_word(value.span(), key, &word, valid.iter().copied());
        return None;
    }
    Some(word)
}

fn controls(form: &mut Form<'_>, mistakes: &mut Mistakes) -> Vec<String> {
    let span = form.get("controls").map_or_else(|| form.header(), Spanned::span);
    let controls = form.texts("controls", mistakes);
    if controls.is_empty() || controls.len() > 3 {
        mistakes.add(span, "a rule has one primary control and at most two more");
    }
    controls
}

fn numbers(form: &mut Form<'_>, key: &'static str, mistakes: &mut Mistakes) -> Vec<u32> {
    let Some(value) = form.get(key) else { return Vec::new() };
    let Some(items) = value.get_ref().as_array() else {
        mistakes.add(value.span(), "expected a list of numbers");
        return Vec::new();
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "identifiers are small whole numbers")]
    items.iter().filter_map(|item| form::number(item.get_ref()).map(|number| number as u32)).collect()
}

fn select(form: &mut Form<'_>, mistakes: &mut Mistakes) -> (BTreeMap<Dialect, Vec<String>>, Option<Mentions>) {
    let Some(value) = form.get("select") else {
        mistakes.add(form.header(), "[select] is missing: which facts is the rule held against?");
        return (BTreeMap::new(), None);
    };
    let Some(mut form) = Form::of(value, mistakes) else { return (BTreeMap::new(), None) };
    let mentions = form.texts("mentions", mistakes);
    let mentions = match mentions.as_slice() {
        [] => None,
        [word] if word == "phi" => Some(Mentions::Phi),
        _ => Some(Mentions::Words(mentions)),
    };
    (by_dialect(&form, mistakes), mentions)
}

/// `terraform = ["kind", …]` for each dialect.
pub(super) fn by_dialect(form: &Form<'_>, mistakes: &mut Mistakes) -> BTreeMap<Dialect, Vec<String>> {
    let mut answer = BTreeMap::new();
    for (name, span, value) in form.unasked() {
        if let Some(dialect) = dialect(name, span, mistakes) {
            let kinds = form::texts(value, mistakes).into_iter().map(|(kind, _)| kind).collect();
            answer.insert(dialect, kinds);
        }
    }
    answer
}

/// A dialect by its name, or a mistake.
pub(super) fn dialect(name: &str, span: Range<usize>, mistakes: &mut Mistakes) -> Option<Dialect> {
    let dialect = name.parse().ok();
    if dialect.is_none() {
        mistakes.unknown_word(span, "dialect", name, Dialect::ALL.iter().map(|dialect| dialect.name()));
    }
    dialect
}

pub(super) type NamedPaths = BTreeMap<String, BTreeMap<Dialect, Vec<Path>>>;

fn named_paths(form: &mut Form<'_>, mistakes: &mut Mistakes) -> NamedPaths {
    let mut answer = BTreeMap::new();
    let Some(paths) = form.get("paths").and_then(|value| Form::of(value, mistakes)) else { return answer };
    for (name, _, value) in paths.entries() {
        let Some(table) = Form::of(value, mistakes) else { continue };
        let mut by_dialect = BTreeMap::new();
        for (dialect_name, span, value) in table.entries() {
            if let Some(dialect) = dialect(dialect_name, span, mistakes) {
                by_dialect.insert(dialect, path_list(value, mistakes));
            }
        }
        answer.insert(name.to_owned(), by_dialect);
    }
    answer
}

fn path_list(value: &Spanned<DeValue<'_>>, mistakes: &mut Mistakes) -> Vec<Path> {
    form::texts(value, mistakes).into_iter().filter_map(|(text, span)| path(&text, span, mistakes)).collect()
}

/// A path, or a mistake.
pub(super) fn path(text: &str, span: Range<usize>, mistakes: &mut Mistakes) -> Option<Path> {
    Path::parse(text).map_err(|message| mistakes.add(span, message)).ok()
}

fn links(
    form: &mut Form<'_>,
    key: &'static str,
    mistakes: &mut Mistakes,
) -> BTreeMap<String, BTreeMap<Dialect, Vec<LinkPath>>> {
    match form.get(key).and_then(|value| Form::of(value, mistakes)) {
        Some(links) => read_links(&links, mistakes),
        None => BTreeMap::new(),
    }
}

fn read_links(links: &Form<'_>, mistakes: &mut Mistakes) -> BTreeMap<String, BTreeMap<Dialect, Vec<LinkPath>>> {
    let mut answer = BTreeMap::new();
    for (name, _, value) in links.entries() {
        let Some(table) = Form::of(value, mistakes) else { continue };
        let mut by_dialect = BTreeMap::new();
        for (dialect_name, span, value) in table.entries() {
            let Some(dialect) = dialect(dialect_name, span, mistakes) else { continue };
            let ways = match value.get_ref().as_array() {
                Some(items) => items.iter().filter_map(|item| link_path(item, mistakes)).collect(),
                None => link_path(value, mistakes).into_iter().collect(),
            };
            by_dialect.insert(dialect, ways);
        }
        answer.insert(name.to_owned(), by_dialect);
    }
    answer
}

fn link_path<'t>(value: &'t Spanned<DeValue<'t>>, mistakes: &mut Mistakes) -> Option<LinkPath> {
    let mut form = Form::of(value, mistakes)?;
    let one = |key: &'static str, form: &mut Form<'t>, mistakes: &mut Mistakes| {
        let value = form.get(key)?;
        form::text(value, mistakes).and_then(|text| path(&text, value.span(), mistakes))
    };
    let from = one("from", &mut form, mistakes);
    let back = one("back", &mut form, mistakes);
    let to = form.texts("to", mistakes);
    let by = form.get("by").map_or_else(Vec::new, |value| path_list(value, mistakes));
    if from.is_some() == back.is_some() {
        mistakes
            .add(form.header(), "a link has either 'from' (this fact refers to others) or 'back' (others refer to it)");
    }
    if to.is_empty() {
        mistakes.add(form.header(), "a link needs 'to', the kinds it leads to");
    }
    form.finish(mistakes);
    Some(LinkPath { from, to, back, by })
}

fn checks(
    form: &mut Form<'_>,
    paths: &NamedPaths,
    mistakes: &mut Mistakes,
) -> (Option<Check>, BTreeMap<Dialect, Check>) {
    let mut by_dialect = BTreeMap::new();
    let Some(mut table) = form.get("check").and_then(|value| Form::of(value, mistakes)) else {
        mistakes.add(form.header(), "[check] is missing: what does the rule require?");
        return (None, by_dialect);
    };
    let general = table.has("require").then(|| check(&mut table, paths, mistakes)).flatten();
    for (name, span, value) in table.entries() {
        if matches!(name, "require" | "skip-when" | "written-only") {
            continue;
        }
        let Some(dialect) = dialect(name, span, mistakes) else { continue };
        let Some(mut own) = Form::of(value, mistakes) else { continue };
        if let Some(check) = check(&mut own, paths, mistakes) {
            by_dialect.insert(dialect, check);
        }
        own.finish(mistakes);
    }
    if general.is_none() && by_dialect.is_empty() {
        mistakes.add(table.header(), "[check] needs 'require'");
    }
    (general, by_dialect)
}

fn check(form: &mut Form<'_>, paths: &NamedPaths, mistakes: &mut Mistakes) -> Option<Check> {
    let written_only = form.bool("written-only", mistakes).unwrap_or(false);
    let mut reader = Reader::new(paths, mistakes);
    let skip_when = form.get("skip-when").and_then(|value| reader.expression(value));
    let Some(require) = form.get("require") else {
        mistakes.add(form.header(), "'require' is missing");
        return None;
    };
    reader.expression(require).map(|require| Check { skip_when, require, written_only })
}

fn edit(form: &mut Form<'_>, paths: &NamedPaths, mistakes: &mut Mistakes) -> Option<Edit> {
    let mut edit = form.get("edit").and_then(|value| Form::of(value, mistakes))?;
    let safety = match word(&mut edit, "safety", &["safe", "replaces", "decision"], mistakes).as_deref() {
        Some("safe") => Safety::Safe,
        Some("replaces") => Safety::Replaces,
        _ => Safety::Decision,
    };
    let mut set = BTreeMap::new();
    if let Some(values) = edit.get("set").and_then(|value| Form::of(value, mistakes)) {
        for (name, span, value) in values.entries() {
            if !paths.contains_key(name) {
                mistakes.unknown_word(span, "path", name, paths.keys().map(String::as_str));
            }
            if let Some(scalar) = scalar(value, mistakes) {
                set.insert(name.to_owned(), scalar);
            }
        }
    }
    edit.finish(mistakes);
    Some(Edit { set, safety })
}

/// A constant, or a mistake.
pub(super) fn scalar(value: &Spanned<DeValue<'_>>, mistakes: &mut Mistakes) -> Option<Scalar> {
    match value.get_ref() {
        DeValue::Boolean(truth) => Some(Scalar::Bool(*truth)),
        DeValue::String(text) => Some(Scalar::Text(text.to_string())),
        other => {
            let number = form::number(other).map(Scalar::Number);
            if number.is_none() {
                mistakes.add(value.span(), format!("expected a constant, found {}", other.type_str()));
            }
            number
        }
    }
}
