//! Files whose tree is the body of their fact: `.env`, Laravel, Elasticsearch, and any other
//! configuration.

use crate::model::{Dialect, Part, Value};
use crate::source::{FileId, Sources};

use super::body::{as_written, expand};
use super::output::Output;
use super::placeholder;
use super::tree::{flat, typed_leaves};

/// Lowers a `.env` file.
#[must_use]
pub fn lower_env(sources: &Sources, file: FileId, tree: &Value) -> Part {
    let mut output = Output::new(sources, file, Dialect::Env);
    output.fact(Dialect::Env, "env", output.path, flat(std::slice::from_ref(tree), file));
    output.finish()
}

/// Lowers the array that a file of Laravel's `config` folder returns.
#[must_use]
pub fn lower_laravel(sources: &Sources, file: FileId, tree: &Value) -> Part {
    let mut output = Output::new(sources, file, Dialect::Laravel);
    let stem = output.stem();
    output.fact(Dialect::Laravel, stem, stem, tree.clone());
    output.finish()
}

/// Lowers `elasticsearch.yml`, `opensearch.yml` or `kibana.yml`; the kind is the file's stem.
#[must_use]
pub fn lower_elastic(sources: &Sources, file: FileId, documents: &[Value]) -> Part {
    let stem = Output::new(sources, file, Dialect::Elasticsearch).stem().to_ascii_lowercase();
    lower_dotted(sources, file, Dialect::Elasticsearch, &stem, documents)
}

/// Lowers YAML of the Elastic family: dotted and nested keys are the same.
#[must_use]
pub fn lower_dotted(sources: &Sources, file: FileId, dialect: Dialect, kind: &str, documents: &[Value]) -> Part {
    let mut output = Output::new(sources, file, dialect);
    for document in documents.iter().filter(|document| document.as_map().is_some()) {
        output.fact(dialect, kind, kind, expand(&placeholder::resolve(document), as_written));
    }
    output.finish()
}

/// Lowers any other configuration: a fact per document, its kind the format.
#[must_use]
pub fn lower_other(sources: &Sources, file: FileId, kind: &str, documents: &[Value]) -> Part {
    let mut output = Output::new(sources, file, Dialect::Settings);
    let merged = (kind == "properties").then(|| expand(&typed_leaves(&flat(documents, file)), as_written));
    let documents = merged.as_ref().map_or(documents, std::slice::from_ref);
    for (index, document) in documents.iter().enumerate() {
        let body = placeholder::resolve(document);
        let path = output.path;
        let address = if index == 0 { path.to_owned() } else { format!("{path}#{}", index + 1) };
        output.fact(Dialect::Settings, kind, address, body);
    }
    output.finish()
}
