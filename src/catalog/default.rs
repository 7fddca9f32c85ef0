//! What a provider does when an attribute is absent, as data: once per attribute and version.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::Dialect;

use super::expression::Reader;
use super::form::{self, Form, Mistakes};
use super::read::{dialect, scalar};
use super::rule::{Expr, Scalar};

/// What absence means, for one or more attributes.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Absence {
    /// The attributes: `kind.path`, by dialect.
    pub of: BTreeMap<Dialect, Vec<String>>,
    /// The value that the provider uses; none when the provider chooses one that cannot be known.
    pub value: Option<Scalar>,
    /// Facts that it holds for; all when there is none.
    pub when: Option<Expr>,
    /// The reason, as the end of "… is not set: ".
    pub because: String,
    /// Whether relying on it is worth writing out, in the profiles that ask for it.
    pub reliance: bool,
    /// The provider's document that says so.
    pub source: String,
}

/// Reads a file of `[[default]]` entries. Entries of one attribute are tried in their order.
pub fn absences(text: &str, mistakes: &mut Mistakes) -> Vec<Absence> {
    let table = form::parse(text, mistakes);
    let mut form = Form::new(table.get_ref(), 0..0);
    let entries = form.tables("default", mistakes);
    form.finish(mistakes);
    entries.into_iter().map(|entry| absence(entry, mistakes)).collect()
}

fn absence(mut form: Form<'_>, mistakes: &mut Mistakes) -> Absence {
    let no_names = BTreeMap::new();
    let when = form.get("when").and_then(|value| Reader::new(&no_names, mistakes).expression(value));
    let value = form.get("value").and_then(|value| scalar(value, mistakes));
    let unknown = form.bool("chosen-by-provider", mistakes).unwrap_or(false);
    if value.is_some() == unknown {
        mistakes.add(form.header(), "a default has either 'value' or 'chosen-by-provider = true'");
    }
    let mut of = BTreeMap::new();
    if let Some(attributes) = form.get("of").and_then(|value| Form::of(value, mistakes)) {
        for (name, span, value) in attributes.entries() {
            let Some(dialect) = dialect(name, span, mistakes) else { continue };
            let mut paths = Vec::new();
            for (text, span) in form::texts(value, mistakes) {
                if !text.contains('.') {
                    mistakes.add(span, "an attribute is written kind.path");
                }
                paths.push(text);
            }
            of.insert(dialect, paths);
        }
    }
    let answer = Absence {
        of,
        value,
        when,
        because: form.required_text("because", mistakes),
        reliance: form.bool("reliance", mistakes).unwrap_or(false),
        source: form.text("source", mistakes).unwrap_or_default(),
    };
    form.finish(mistakes);
    answer
}
