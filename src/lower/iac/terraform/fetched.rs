//! What `terraform init` leaves in a root module: where the modules from elsewhere are, and which versions of the
//! providers are locked.

use std::collections::HashMap;

use crate::model::Value;
use crate::parse::{hcl, json};
use crate::source::{FileId, Sources, join};

/// The list of fetched modules, relative to the root module.
const MODULES: &str = ".terraform/modules/modules.json";

/// The lock file, relative to the root module.
const LOCK: &str = ".terraform.lock.hcl";

/// The directories of fetched modules, by the names of the calls that lead to each, joined with dots.
pub(super) fn modules(sources: &Sources, paths: &HashMap<&str, FileId>, root: &str) -> HashMap<String, String> {
    let Some(id) = find(paths, root, MODULES) else { return HashMap::new() };
    let list = json::parse(id, &sources.get(id).text).tree;
    let items = list.as_ref().and_then(|list| list.get("Modules")).and_then(Value::as_list);
    let entries = items.into_iter().flat_map(|list| &list.items).filter_map(|item| {
        let key = item.get("Key")?.as_str().filter(|key| !key.is_empty())?;
        Some((key.to_owned(), join(root, item.get("Dir")?.as_str()?)?))
    });
    entries.collect()
}

/// The locked versions, by the type of the provider: `aws`.
pub(super) fn versions(sources: &Sources, paths: &HashMap<&str, FileId>, root: &str) -> Vec<(String, String)> {
    let Some(id) = find(paths, root, LOCK) else { return Vec::new() };
    let document = hcl::parse(id, &sources.get(id).text).tree;
    let blocks = document.body.blocks("provider");
    let entries = blocks.filter_map(|block| {
        let kind = block.label(0).rsplit('/').next()?;
        Some((kind.to_owned(), block.body.attribute("version")?.value.as_str()?.to_owned()))
    });
    entries.collect()
}

fn find(paths: &HashMap<&str, FileId>, root: &str, file: &str) -> Option<FileId> {
    paths.get(join(root, file)?.as_str()).copied()
}
