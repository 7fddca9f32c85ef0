//! Facts that only the whole repository shows: the repository itself, and the vendors it talks to.

mod repository;
mod vendor;

pub use repository::repository;
pub use vendor::vendors;

use crate::model::Value;
use crate::source::Span;

/// A list of texts at one place.
fn texts<'t>(texts: impl IntoIterator<Item = &'t str>, span: Span) -> Value {
    Value::list(texts.into_iter().map(|text| Value::string(text, span)).collect(), span)
}
