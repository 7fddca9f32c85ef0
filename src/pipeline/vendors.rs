//! The vendors that a folder shows: what `phiward init` writes down.

use std::path::Path;

use crate::catalog::{Data, Profile};
use crate::discover;
use crate::evaluate::derive;
use crate::model::Model;
use crate::source::Sources;

use super::{Settings, read};

/// A vendor that a repository shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundVendor {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The best place that shows it, as `path:line`.
    pub place: String,
    /// What is known of its agreements, as a sentence.
    pub status: String,
}

/// The vendors that a folder shows, by name.
///
/// # Errors
/// When the folder is not there.
pub fn vendors(root: &Path, data: &Data) -> Result<Vec<FoundVendor>, String> {
    let settings = Settings::of_folder(root, Profile::default());
    let reader = read::Reader::new(data, &data.lexicon, &[], &settings);
    let found = discover::walk(&settings.walk, &|path| reader.wants(path), &|| {})?;
    let sources = Sources::new(found.files);
    let mut model = Model::new();
    for part in reader.read(&sources).0 {
        model.absorb(part);
    }
    let part = derive::vendors(&model, data, &data.lexicon, &settings.config, None);
    let mut vendors: Vec<FoundVendor> = part
        .facts
        .iter()
        .map(|fact| {
            let file = sources.get(fact.header.file);
            FoundVendor {
                id: fact.kind.to_string(),
                name: fact.address.to_string(),
                place: format!("{}:{}", file.path, file.lines().line(fact.header.start)),
                status: data.vendors.get(&fact.kind).map_or_else(String::new, |vendor| vendor.note.clone()),
            }
        })
        .collect();
    vendors.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(vendors)
}
