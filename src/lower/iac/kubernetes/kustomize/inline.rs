//! Documents that stand in a text of another document, each value with its place in the file.

use crate::model::Value;
use crate::parse;
use crate::source::Sources;

use super::super::super::written::Written;

/// The documents of a text; none when it does not parse.
pub fn documents(sources: &Sources, value: &Value) -> Option<Vec<Value>> {
    let written = Written::of(sources, value)?;
    let mut parsed = parse::yaml::parse(value.span.file, written.text);
    parsed.tree.iter_mut().for_each(|document| document.move_spans(&|span| written.part(span.range())));
    parsed.failures.is_empty().then_some(parsed.tree)
}
