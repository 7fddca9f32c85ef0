use super::super::testing::Lowered;
use super::{Document, Spelling, is_document, lower};
use crate::model::{Part, Value};
use crate::parse;
use crate::source::{FileId, SourceFile, Sources};

mod bicep;
mod hostile;
mod json;

/// Lowers files, the parts of all roots together.
fn lowered(files: &[(&str, &str)]) -> Lowered {
    let files: Vec<SourceFile> =
        files.iter().map(|(path, text)| SourceFile::new((*path).to_owned(), (*text).to_owned())).collect();
    let sources = Sources::new(files);
    let documents: Vec<(FileId, Document)> = sources
        .iter()
        .filter_map(|(id, file)| {
            if file.path.ends_with(".json") {
                let parsed = parse::json::parse(id, &file.text);
                assert_eq!(parsed.failures, [], "{}", file.path);
                return parsed.tree.filter(is_document).map(|tree| (id, Document::Json(tree)));
            }
            let parsed = parse::arm::parse(id, &file.text);
            assert_eq!(parsed.failures, [], "{}", file.path);
            Some((id, Document::Bicep(parsed.tree)))
        })
        .collect();
    let mut spelling = Spelling::default();
    spelling.add_kind("Microsoft.Storage/storageAccounts");
    spelling.add_key("minimumTlsVersion");
    let mut all = Part::default();
    for part in lower(&sources, documents, &spelling) {
        let offset = u32::try_from(all.scopes.len()).unwrap();
        all.facts.extend(part.facts.into_iter().map(|mut fact| {
            fact.scope.0 += offset;
            fact
        }));
        all.scopes.extend(part.scopes);
        all.problems.extend(part.problems);
    }
    // What is asked for a parameter is seldom what a test is about.
    all.facts.retain(|fact| &*fact.kind != "parameter");
    Lowered { sources, part: all }
}

/// The text of a value that is known in part, with a star for each hole.
fn text(value: Option<&Value>) -> String {
    let pieces = value.map(super::values::pieces).unwrap_or_default();
    let texts = pieces.into_iter().map(|piece| match piece {
        crate::model::Piece::Text(text) => text.to_string(),
        crate::model::Piece::Hole(_) => "*".to_owned(),
    });
    texts.collect()
}
