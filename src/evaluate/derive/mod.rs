//! Facts that only the whole repository shows: the repository itself, and the vendors it talks to.

mod repository;
mod vendor;

pub use repository::repository;
pub use vendor::vendors;

use std::sync::Arc;

use crate::model::{Entry, Value};
use crate::source::Span;

/// An entry of a derived fact's body.
fn entry(key: &str, value: Value) -> Entry {
    Entry { key: Arc::from(key), key_span: value.span, value }
}

/// A list of texts at one place.
fn texts<'t>(texts: impl IntoIterator<Item = &'t str>, span: Span) -> Value {
    Value::list(texts.into_iter().map(|text| Value::string(text, span)).collect(), span)
}
