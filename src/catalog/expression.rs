//! The rule language's expressions, from TOML.

use toml::Spanned;
use toml::de::DeValue;

use super::form::{self, Form, Mistakes};
use super::path::Path;
use super::read::{NamedPaths, by_dialect, dialect, path, scalar};
use super::rule::{Condition, Expr, Of, PathRef, Predicate, Scalar, Within};

/// The keys that say what kind of expression a table is.
const HEADS: [&str; 19] = [
    "all",
    "any",
    "none",
    "not",
    "present",
    "absent",
    "path",
    "each",
    "exists",
    "count",
    "follow",
    "back",
    "parse-json",
    "scope",
    "kind",
    "dialect",
    "environment",
    "provider",
    "open",
];

/// The conditions of a `path` expression.
const CONDITIONS: [&str; 14] = [
    "equals",
    "in",
    "in-any-case",
    "matches",
    "pieces-match",
    "contains",
    "range",
    "version",
    "covers",
    "covers-subject",
    "is",
    "present",
    "absent",
    "not-equals",
];

/// What the path of a file can tell it to be for.
pub const ENVIRONMENTS: [&str; 5] = ["production", "development", "test", "example", "unknown"];

/// Depth of nesting that a person may write; deeper is a mistake.
const MAX_DEPTH: usize = 32;

/// Reads expressions of one rule.
pub(super) struct Reader<'r> {
    paths: &'r NamedPaths,
    mistakes: &'r mut Mistakes,
    depth: usize,
}

type Node<'t> = &'t Spanned<DeValue<'t>>;

impl<'r> Reader<'r> {
    /// A reader that knows the rule's named paths.
    pub fn new(paths: &'r NamedPaths, mistakes: &'r mut Mistakes) -> Self {
        Self { paths, mistakes, depth: 0 }
    }

    /// One expression, or a mistake.
    pub fn expression(&mut self, value: Node<'_>) -> Option<Expr> {
        if let DeValue::Boolean(truth) = value.get_ref() {
            return Some(Expr::Always(*truth));
        }
        if self.depth == MAX_DEPTH {
            self.mistakes.add(value.span(), "expressions nest too deep here");
            return None;
        }
        self.depth += 1;
        let answer = self.table(value);
        self.depth -= 1;
        answer
    }

    fn table(&mut self, value: Node<'_>) -> Option<Expr> {
        let mut form = Form::of(value, self.mistakes)?;
        // `present` and `absent` are conditions beside a `path`, and heads without one; `exists` takes
        // kinds beside `scope`.
        let head = ["scope", "path"].into_iter().find(|head| form.has(head));
        let Some(head) = head.or_else(|| HEADS.into_iter().find(|head| form.has(head))) else {
            match form.entries().first() {
                Some((key, span, _)) => self.mistakes.unknown_word(span.clone(), "expression", key, HEADS),
                None => self.mistakes.add(value.span(), "an empty expression says nothing"),
            }
            return None;
        };
        let expression = self.head(head, &mut form);
        form.finish(self.mistakes);
        expression
    }

    fn head(&mut self, head: &'static str, form: &mut Form<'_>) -> Option<Expr> {
        match head {
            "all" => self.parts(form, "all").map(Expr::All),
            "any" => self.parts(form, "any").map(Expr::Any),
            "none" => self.parts(form, "none").map(|parts| Expr::Not(Box::new(Expr::Any(parts)))),
            "not" => self.part(form, "not").map(Expr::Not),
            "present" => self.presence(form, "present"),
            "absent" => self.presence(form, "absent").map(|test| Expr::Not(Box::new(test))),
            "path" => self.test(form),
            "each" => self.each(form),
            "exists" => self.exists(form),
            "count" => self.count(form),
            "follow" => self.link(form, "follow", true),
            "back" => self.link(form, "back", false),
            "parse-json" => self.parse_json(form),
            "scope" => self.declared(form),
            "provider" => self.provider(form),
            "open" => form.text("open", self.mistakes).map(Expr::Open),
            "kind" => Some(Expr::KindIn(form.texts("kind", self.mistakes))),
            "environment" => {
                let names = form.spanned_texts("environment", self.mistakes);
                for (name, span) in &names {
                    if !ENVIRONMENTS.contains(&name.as_str()) {
                        self.mistakes.unknown_word(span.clone(), "environment", name, ENVIRONMENTS);
                    }
                }
                Some(Expr::EnvironmentIn(names.into_iter().map(|(name, _)| name).collect()))
            }
            _ => {
                let names = form.spanned_texts("dialect", self.mistakes);
                Some(Expr::DialectIn(
                    names.into_iter().filter_map(|(name, span)| dialect(&name, span, self.mistakes)).collect(),
                ))
            }
        }
    }

    fn parts(&mut self, form: &mut Form<'_>, key: &'static str) -> Option<Vec<Expr>> {
        let value = form.get(key)?;
        let Some(items) = value.get_ref().as_array() else {
            self.mistakes.add(value.span(), format!("'{key}' takes a list of expressions"));
            return None;
        };
        if items.is_empty() {
            self.mistakes.add(value.span(), format!("'{key}' of nothing says nothing"));
        }
        items.iter().map(|item| self.expression(item)).collect()
    }

    fn part(&mut self, form: &mut Form<'_>, key: &'static str) -> Option<Box<Expr>> {
        let value = form.get(key)?;
        self.expression(value).map(Box::new)
    }

    fn of(&mut self, form: &mut Form<'_>) -> Of {
        match form.get("of") {
            None => Of::Here,
            Some(value) if value.get_ref().as_str() == Some("subject") => Of::Subject,
            Some(value) => {
                self.mistakes.add(value.span(), "'of' can only be \"subject\"");
                Of::Here
            }
        }
    }

    fn path_ref(&mut self, form: &mut Form<'_>, key: &'static str) -> Option<PathRef> {
        let value = form.get(key)?;
        let text = form::text(value, self.mistakes)?;
        if self.paths.contains_key(&text) {
            return Some(PathRef::Named(text));
        }
        path(&text, value.span(), self.mistakes).map(PathRef::Plain)
    }

    fn presence(&mut self, form: &mut Form<'_>, key: &'static str) -> Option<Expr> {
        let of = self.of(form);
        let path = self.path_ref(form, key)?;
        Some(Expr::Test { of, path, condition: Condition::Present })
    }

    fn test(&mut self, form: &mut Form<'_>) -> Option<Expr> {
        let of = self.of(form);
        let path = self.path_ref(form, "path")?;
        let mut tests = Vec::new();
        for key in CONDITIONS {
            if !form.has(key) {
                continue;
            }
            let (condition, negated) = self.condition(form, key)?;
            let test = Expr::Test { of, path: path.clone(), condition };
            tests.push(if negated { Expr::Not(Box::new(test)) } else { test });
        }
        match tests.len() {
            0 => {
                let help = format!("conditions are: {}", CONDITIONS.join(", "));
                let message = "'path' needs a condition beside it".to_owned();
                self.mistakes.list.push(form::Mistake { span: form.header(), message, help: Some(help) });
                None
            }
            1 => tests.pop(),
            _ => Some(Expr::All(tests)),
        }
    }

    /// A condition, and whether it is meant the other way round.
    fn condition(&mut self, form: &mut Form<'_>, key: &'static str) -> Option<(Condition, bool)> {
        let value = form.get(key)?;
        let condition = match key {
            "equals" | "not-equals" => Condition::In(vec![scalar(value, self.mistakes)?]),
            "in" => Condition::In(self.scalars(value)?),
            "in-any-case" => Condition::InAnyCase(self.scalars(value)?),
            "contains" => Condition::Contains(scalar(value, self.mistakes)?),
            "matches" => Condition::Matches(self.regex(value)?),
            "pieces-match" => Condition::PiecesMatch(self.regex(value)?),
            "range" => self.range(value)?,
            "version" => self.version(value)?,
            "covers" => Condition::Covers(form::text(value, self.mistakes)?),
            "covers-subject" => Condition::CoversSubject(form::text(value, self.mistakes)?),
            "is" => Condition::Is(self.predicate(value)?),
            _ => {
                let truth = form.bool(key, self.mistakes)?;
                return Some((Condition::Present, truth != (key == "present")));
            }
        };
        Some((condition, key == "not-equals"))
    }

    fn scalars(&mut self, value: Node<'_>) -> Option<Vec<Scalar>> {
        let Some(items) = value.get_ref().as_array() else {
            self.mistakes.add(value.span(), "expected a list of constants");
            return None;
        };
        items.iter().map(|item| scalar(item, self.mistakes)).collect()
    }

    fn regex(&mut self, value: Node<'_>) -> Option<String> {
        let text = form::text(value, self.mistakes)?;
        if let Err(error) = regex::Regex::new(&text) {
            let reason = error.to_string();
            let last = reason.lines().last().unwrap_or_default().to_owned();
            self.mistakes.add(value.span(), format!("not a regular expression: {last}"));
            return None;
        }
        Some(text)
    }

    fn range(&mut self, value: Node<'_>) -> Option<Condition> {
        let mut form = Form::of(value, self.mistakes)?;
        let mut bound = |key: &'static str| {
            let value = form.get(key)?;
            let number = form::number(value.get_ref());
            if number.is_none() {
                self.mistakes.add(value.span(), "expected a number");
            }
            number
        };
        let (min, max) = (bound("min"), bound("max"));
        if min.is_none() && max.is_none() {
            self.mistakes.add(value.span(), "a range needs 'min' or 'max'");
        }
        form.finish(self.mistakes);
        Some(Condition::Range(min, max))
    }

    fn version(&mut self, value: Node<'_>) -> Option<Condition> {
        let text = form::text(value, self.mistakes)?;
        let (mut min, mut max) = (None, None);
        for part in text.split_whitespace() {
            let bound =
                part.strip_prefix(">=").map(|text| (text, true)).or(part.strip_prefix('<').map(|text| (text, false)));
            let Some((numbers, lower)) = bound.and_then(|(text, lower)| Some((version_numbers(text)?, lower))) else {
                self.mistakes.add(value.span(), "a version condition reads \">=15\", \"<2.1\" or both");
                return None;
            };
            *(if lower { &mut min } else { &mut max }) = Some(numbers);
        }
        Some(Condition::Version(min, max))
    }

    fn predicate(&mut self, value: Node<'_>) -> Option<Predicate> {
        let name = form::text(value, self.mistakes)?;
        let found = Predicate::NAMES.into_iter().find(|(known, _)| *known == name);
        if found.is_none() {
            self.mistakes.unknown_word(value.span(), "predicate", &name, Predicate::NAMES.map(|(known, _)| known));
        }
        found.map(|(_, predicate)| predicate)
    }

    fn each(&mut self, form: &mut Form<'_>) -> Option<Expr> {
        let of = self.of(form);
        let path = self.path_ref(form, "each")?;
        let entries = form.bool("entries", self.mistakes).unwrap_or(false);
        let filter = self.part(form, "where");
        let that = self.needed(form, "that")?;
        Some(Expr::Each { of, path, entries, filter, that })
    }

    fn exists(&mut self, form: &mut Form<'_>) -> Option<Expr> {
        let of = self.of(form);
        let path = self.path_ref(form, "exists")?;
        let entries = form.bool("entries", self.mistakes).unwrap_or(false);
        let filter = self.part(form, "where");
        Some(Expr::Count { of, path, entries, filter, min: 1, max: None })
    }

    fn count(&mut self, form: &mut Form<'_>) -> Option<Expr> {
        let of = self.of(form);
        let path = self.path_ref(form, "count")?;
        let entries = form.bool("entries", self.mistakes).unwrap_or(false);
        let filter = self.part(form, "where");
        let min = form.count("min", self.mistakes);
        let max = form.count("max", self.mistakes);
        if min.is_none() && max.is_none() {
            self.mistakes.add(form.header(), "'count' needs 'min' or 'max'");
        }
        Some(Expr::Count { of, path, entries, filter, min: min.unwrap_or(0), max })
    }

    fn link(&mut self, form: &mut Form<'_>, key: &'static str, every: bool) -> Option<Expr> {
        let name = form.text(key, self.mistakes)?;
        let that = self.part(form, "that");
        let missing = self.part(form, "missing");
        Some(Expr::Link { name, every, that, missing })
    }

    fn parse_json(&mut self, form: &mut Form<'_>) -> Option<Expr> {
        let of = self.of(form);
        let path = self.path_ref(form, "parse-json")?;
        let that = self.needed(form, "that")?;
        Some(Expr::ParseJson { of, path, that })
    }

    fn declared(&mut self, form: &mut Form<'_>) -> Option<Expr> {
        let value = form.get("scope")?;
        let within = match value.get_ref().as_str() {
            Some("root") => Within::Root,
            Some("repository") => Within::Repository,
            _ => {
                self.mistakes.add(value.span(), "'scope' is \"root\" or \"repository\"");
                return None;
            }
        };
        let Some(kinds) = form.get("exists").and_then(|value| Form::of(value, self.mistakes)) else {
            self.mistakes.add(form.header(), "'scope' needs 'exists', the kinds to look for by dialect");
            return None;
        };
        let kinds = by_dialect(&kinds, self.mistakes);
        let filter = self.part(form, "where");
        let unread = match form.get("unread") {
            None => true,
            Some(value) if value.get_ref().as_str() == Some("ignore") => false,
            Some(value) => {
                self.mistakes.add(value.span(), "'unread' can only be \"ignore\"");
                true
            }
        };
        Some(Expr::Declared { within, kinds, filter, unread })
    }

    fn provider(&mut self, form: &mut Form<'_>) -> Option<Expr> {
        let name = form.text("provider", self.mistakes)?;
        let version = form.required_text("at-least", self.mistakes);
        let numbers = version_numbers(&version);
        if numbers.is_none() {
            self.mistakes.add(form.header(), "'at-least' is a version such as \"4.0\"");
        }
        Some(Expr::ProviderAtLeast { name, version: numbers? })
    }

    fn needed(&mut self, form: &mut Form<'_>, key: &'static str) -> Option<Box<Expr>> {
        if !form.has(key) {
            self.mistakes.add(form.header(), format!("'{key}' is missing"));
        }
        self.part(form, key)
    }
}

/// The numbers of a version, up to the first part that is none: `15.4`, `v1.2.3-rc1`, `8.0.mysql_aurora.3.04.0`.
#[must_use]
pub fn version_numbers(text: &str) -> Option<Vec<u64>> {
    let text = text.trim().trim_start_matches('v');
    let mut numbers = Vec::new();
    for part in text.split(['.', '-', '+', '_']) {
        match part.parse() {
            Ok(number) => numbers.push(number),
            Err(_) => break,
        }
    }
    (!numbers.is_empty()).then_some(numbers)
}

impl From<Path> for PathRef {
    fn from(path: Path) -> Self {
        Self::Plain(path)
    }
}
