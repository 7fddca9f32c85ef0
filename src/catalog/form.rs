//! Reading TOML tables by hand, so that every mistake is reported at its place with the nearest
//! valid word. Rule files, data files and `phiward.toml` are read through it.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A mistake in a file that a person wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where, in bytes.
    pub span: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// One next step.
    pub help: Option<String>,
}

/// Collects mistakes while a file is read, so that one run shows them all.
#[derive(Debug, Default)]
pub struct Mistakes {
    /// In the order they were met.
    pub list: Vec<Mistake>,
}

impl Mistakes {
    /// Notes one.
    pub fn add(&mut self, span: Range<usize>, message: impl Into<String>) {
        self.list.push(Mistake { span, message: message.into(), help: None });
    }

    /// Notes a word that is none of the valid ones, with the nearest as help.
    pub fn unknown_word<'w>(
        &mut self,
        span: Range<usize>,
        what: &str,
        word: &str,
        valid: impl IntoIterator<Item = &'w str>,
    ) {
        let valid: Vec<&str> = valid.into_iter().collect();
        let help = match nearest(word, valid.iter().copied()) {
            Some(near) => Some(format!("did you mean '{near}'?")),
            None if valid.len() <= 40 => Some(format!("valid here: {}", valid.join(", "))),
            None => None,
        };
        self.list.push(Mistake { span, message: format!("unknown {what} '{word}'"), help });
    }
}

/// The valid word that a misspelt one was most likely meant to be.
pub fn nearest<'w>(word: &str, valid: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    valid
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(word, candidate), candidate))
        .filter(|(score, _)| *score > 0.82)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, candidate)| candidate)
}

/// Parses a whole file. Syntax errors become mistakes, and what could be read is answered.
pub fn parse<'t>(text: &'t str, mistakes: &mut Mistakes) -> Spanned<DeTable<'t>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        mistakes.add(error.span().unwrap_or(0..0), error.message());
    }
    table
}

/// A table being read: remembers which keys were asked for, so that the others are mistakes.
pub struct Form<'t> {
    table: &'t DeTable<'t>,
    /// Where the table stands.
    pub span: Range<usize>,
    asked: Vec<&'static str>,
}

impl<'t> Form<'t> {
    /// A table to read.
    #[must_use]
    pub fn new(table: &'t DeTable<'t>, span: Range<usize>) -> Self {
        Self { table, span, asked: Vec::new() }
    }

    /// The table in a value, or a mistake.
    pub fn of(value: &'t Spanned<DeValue<'t>>, mistakes: &mut Mistakes) -> Option<Self> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            mistakes.add(value.span(), format!("expected a table, found {}", value.get_ref().type_str()));
        }
        table.map(|table| Self::new(table, value.span()))
    }

    /// The value of a key, as it stands.
    pub fn get(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.asked.push(key);
        self.table.get(key)
    }

    /// Whether a key is there; does not count as asking for it.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// All keys with their places and values, in the order of their places.
    #[must_use]
    pub fn entries(&self) -> Vec<(&'t str, Range<usize>, &'t Spanned<DeValue<'t>>)> {
        let mut entries: Vec<_> =
            self.table.iter().map(|(key, value)| (key.get_ref().as_ref(), key.span(), value)).collect();
        entries.sort_by_key(|(_, span, _)| span.start);
        entries
    }

    /// A text.
    pub fn text(&mut self, key: &'static str, mistakes: &mut Mistakes) -> Option<String> {
        let value = self.get(key)?;
        text(value, mistakes)
    }

    /// A text that has to be there.
    pub fn required_text(&mut self, key: &'static str, mistakes: &mut Mistakes) -> String {
        if !self.has(key) {
            mistakes.add(self.header(), format!("'{key}' is missing"));
        }
        self.text(key, mistakes).unwrap_or_default()
    }

    /// True or false.
    pub fn bool(&mut self, key: &'static str, mistakes: &mut Mistakes) -> Option<bool> {
        let value = self.get(key)?;
        let truth = value.get_ref().as_bool();
        if truth.is_none() {
            mistakes.add(value.span(), format!("expected true or false, found {}", value.get_ref().type_str()));
        }
        truth
    }

    /// A whole number from 0.
    pub fn count(&mut self, key: &'static str, mistakes: &mut Mistakes) -> Option<u32> {
        let value = self.get(key)?;
        let number = number(value.get_ref()).filter(|number| *number >= 0.0 && number.fract() == 0.0);
        if number.is_none() {
            mistakes.add(value.span(), "expected a whole number from 0");
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be whole and positive")]
        number.map(|number| number as u32)
    }

    /// One text or a list of texts.
    pub fn texts(&mut self, key: &'static str, mistakes: &mut Mistakes) -> Vec<String> {
        self.spanned_texts(key, mistakes).into_iter().map(|(text, _)| text).collect()
    }

    /// One text or a list of texts, each with its place.
    pub fn spanned_texts(&mut self, key: &'static str, mistakes: &mut Mistakes) -> Vec<(String, Range<usize>)> {
        self.get(key).map_or_else(Vec::new, |value| texts(value, mistakes))
    }

    /// The tables of an array of tables.
    pub fn tables(&mut self, key: &'static str, mistakes: &mut Mistakes) -> Vec<Self> {
        let Some(value) = self.get(key) else { return Vec::new() };
        match value.get_ref() {
            DeValue::Array(items) => items.iter().filter_map(|item| Form::of(item, mistakes)).collect(),
            _ => {
                mistakes.add(value.span(), format!("expected [[{key}]] entries"));
                Vec::new()
            }
        }
    }

    /// A place for a mistake about something missing: the table's first line.
    #[must_use]
    pub fn header(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The entries that were not asked for by their key.
    #[must_use]
    pub fn unasked(&self) -> Vec<(&'t str, Range<usize>, &'t Spanned<DeValue<'t>>)> {
        let mut entries = self.entries();
        entries.retain(|(key, _, _)| !self.asked.contains(key));
        entries
    }

    /// Reports every key that was never asked for.
    pub fn finish(self, mistakes: &mut Mistakes) {
        for (key, span, _) in self.unasked() {
            mistakes.unknown_word(span, "key", key, self.asked.iter().copied());
        }
    }
}

/// A text, or a mistake.
pub fn text(value: &Spanned<DeValue<'_>>, mistakes: &mut Mistakes) -> Option<String> {
    let text = value.get_ref().as_str().map(str::to_owned);
    if text.is_none() {
        mistakes.add(value.span(), format!("expected a text, found {}", value.get_ref().type_str()));
    }
    text
}

/// One text or a list of texts, each with its place.
pub fn texts(value: &Spanned<DeValue<'_>>, mistakes: &mut Mistakes) -> Vec<(String, Range<usize>)> {
    match value.get_ref() {
        DeValue::Array(items) => {
            items.iter().filter_map(|item| text(item, mistakes).map(|text| (text, item.span()))).collect()
        }
        _ => text(value, mistakes).map(|text| (text, value.span())).into_iter().collect(),
    }
}

/// A number, whole or not.
#[must_use]
pub fn number(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Integer(integer) => integer.as_str().replace('_', "").parse().ok(),
        DeValue::Float(float) => float.as_str().replace('_', "").parse().ok(),
        _ => None,
    }
}
