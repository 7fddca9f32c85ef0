//! Each file once: what kind it is, how it is parsed, and which room lowers it.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::catalog::Data;
use crate::evaluate::Held;
use crate::lower::iac;
use crate::model::{Part, Value};
use crate::parse::{self, Failure};
use crate::source::{FileId, Problem, SourceFile, Sources};

/// What a file is, as far as its name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Yaml,
    Json,
    Dockerfile,
}

/// Reads files for a set of rules.
pub struct Reader;

/// What one file gave.
#[derive(Default)]
struct Outcome {
    part: Part,
    /// Documents that are lowered together with those of other files.
    manifests: Vec<Value>,
    /// What the file was read as.
    read_as: Option<&'static str>,
}

impl Reader {
    /// A reader for the rules held.
    pub fn new(_data: &Data, _held: &[Held<'_>], _prefilter: bool) -> Self {
        Self
    }

    /// Whether a file is worth opening, by its path.
    pub fn wants(&self, path: &str) -> bool {
        kind(path).is_some()
    }

    /// Each file, and what it is read as.
    pub fn read_as(&self, sources: &Sources) -> Vec<(String, &'static str)> {
        let files: Vec<(FileId, &SourceFile)> = sources.iter().collect();
        files
            .par_iter()
            .filter_map(|(id, file)| Some((file.path.clone(), file_outcome(*id, file, sources).read_as?)))
            .collect()
    }

    /// All files, and what they were read as. Parts are in the order of paths.
    pub fn read(&self, sources: &Sources) -> (Vec<Part>, BTreeMap<String, usize>) {
        let files: Vec<(FileId, &SourceFile)> = sources.iter().collect();
        let outcomes: Vec<Outcome> = files.par_iter().map(|(id, file)| file_outcome(*id, file, sources)).collect();
        let mut read: BTreeMap<String, usize> = BTreeMap::new();
        let mut parts = Vec::new();
        let mut manifests = Vec::new();
        for ((id, _), outcome) in files.iter().zip(outcomes) {
            if let Some(name) = outcome.read_as {
                *read.entry(name.to_owned()).or_default() += 1;
            }
            parts.push(outcome.part);
            if !outcome.manifests.is_empty() {
                manifests.push((*id, outcome.manifests));
            }
        }
        let manifests: Vec<(FileId, &[Value])> =
            manifests.iter().map(|(id, documents)| (*id, &documents[..])).collect();
        parts.extend(iac::kubernetes::lower(sources, &manifests));
        (parts, read)
    }
}

fn kind(path: &str) -> Option<Kind> {
    let name = path.rsplit('/').next().unwrap_or(path);
    if name == "Dockerfile"
        || name == "Containerfile"
        || name.starts_with("Dockerfile.")
        || name.ends_with(".dockerfile")
    {
        return Some(Kind::Dockerfile);
    }
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("yaml" | "yml") => Some(Kind::Yaml),
        Some("json" | "template") => Some(Kind::Json),
        _ => None,
    }
}

fn file_outcome(id: FileId, file: &SourceFile, sources: &Sources) -> Outcome {
    match kind(&file.path) {
        Some(Kind::Dockerfile) => {
            let parsed = parse::dockerfile::parse(id, &file.text);
            let part = iac::dockerfile::lower(sources, id, &parsed.tree);
            finish(part, "dockerfile", parsed.failures, file)
        }
        Some(Kind::Yaml) => {
            let parsed = parse::yaml::parse(id, &file.text);
            tree(id, file, sources, parsed.tree, parsed.failures)
        }
        Some(Kind::Json) => {
            let parsed = parse::json::parse(id, &file.text);
            tree(id, file, sources, parsed.tree.into_iter().collect(), parsed.failures)
        }
        None => Outcome::default(),
    }
}

/// Documents by what they turn out to be.
fn tree(id: FileId, file: &SourceFile, sources: &Sources, documents: Vec<Value>, failures: Vec<Failure>) -> Outcome {
    if let Some(part) = iac::cloudformation::lower(sources, id, &documents) {
        return finish(part, "cloudformation", failures, file);
    }
    if let Some(part) = iac::compose::lower(sources, id, &documents) {
        return finish(part, "compose", failures, file);
    }
    if documents.iter().any(iac::kubernetes::is_manifest) {
        return Outcome { manifests: documents, ..finish(Part::default(), "kubernetes", failures, file) };
    }
    Outcome::default()
}

fn finish(mut part: Part, read_as: &'static str, failures: Vec<Failure>, file: &SourceFile) -> Outcome {
    part.problems.extend(failures.into_iter().map(|failure| Problem {
        path: file.path.clone(),
        span: failure.span,
        kind: failure.kind,
        message: failure.message,
    }));
    Outcome { part, read_as: Some(read_as), ..Outcome::default() }
}
