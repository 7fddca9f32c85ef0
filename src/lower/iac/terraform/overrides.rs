//! Override files: `override.tf` and `*_override.tf` change blocks of the other files of their directory,
//! attribute by attribute.

use std::collections::{BTreeMap, HashMap};

use crate::parse::hcl::{Block, Body, Document, Item};
use crate::source::{FileId, Sources};

/// Whether a file's name is that of an override file.
fn is_override(name: &str) -> bool {
    let plain = name.strip_suffix(".json").unwrap_or(name);
    let stem = plain.rsplit_once('.').map_or(plain, |(stem, _)| stem);
    stem == "override" || stem.ends_with("_override")
}

/// The documents of directories that have override files, as they read with them.
pub(super) fn apply(sources: &Sources, files: &[(FileId, Document)]) -> BTreeMap<FileId, Document> {
    let mut by_dir: BTreeMap<&str, (Vec<FileId>, Vec<FileId>)> = BTreeMap::new();
    let documents: HashMap<FileId, &Document> = files.iter().map(|(id, document)| (*id, document)).collect();
    for (id, _) in files {
        let file = sources.get(*id);
        let (plain, overrides) = by_dir.entry(file.folder()).or_default();
        let list = if is_override(file.name()) { overrides } else { plain };
        list.push(*id);
    }
    let mut changed = BTreeMap::new();
    for (mut plain, mut overrides) in by_dir.into_values() {
        if overrides.is_empty() {
            continue;
        }
        let by_path = |id: &FileId| sources.get(*id).path.as_str();
        plain.sort_by_key(by_path);
        overrides.sort_by_key(by_path);
        let copy = |id: FileId| documents.get(&id).map(|document| (id, (*document).clone()));
        let mut merged = Merged::new(plain.into_iter().filter_map(copy).collect());
        for (id, document) in overrides.into_iter().filter_map(copy) {
            merged.apply(id, document);
        }
        changed.extend(merged.documents);
    }
    changed
}

/// The documents of one directory, with where each block is in them.
struct Merged {
    documents: Vec<(FileId, Document)>,
    places: HashMap<String, (usize, usize)>,
}

impl Merged {
    fn new(documents: Vec<(FileId, Document)>) -> Self {
        let mut places = HashMap::new();
        for (at, (_, document)) in documents.iter().enumerate() {
            for (index, item) in document.body.items.iter().enumerate() {
                for key in keys(item) {
                    places.entry(key).or_insert((at, index));
                }
            }
        }
        Self { documents, places }
    }

    /// Applies one override file; what it changes nothing by stays a declaration of its own.
    fn apply(&mut self, id: FileId, document: Document) {
        let mut own = Document { body: Body::default(), unread: document.unread };
        for item in document.body.items {
            match item {
                Item::Block(block) if &*block.keyword.text == "locals" => {
                    let rest = self.apply_locals(&block);
                    own.body.items.push(Item::Block(Block { body: rest, ..block }));
                }
                Item::Block(block) => {
                    let place = block_key(&block).and_then(|key| self.places.get(&key).copied());
                    match place.and_then(|place| self.block_at(place)) {
                        Some(base) => merge(&mut base.body, block.body),
                        None => own.body.items.push(Item::Block(block)),
                    }
                }
                Item::Attribute(_) => own.body.items.push(item),
            }
        }
        self.documents.push((id, own));
    }

    /// Replaces locals one by one, and answers those that are new.
    fn apply_locals(&mut self, block: &Block) -> Body {
        let mut rest = Body::default();
        for item in &block.body.items {
            let Item::Attribute(attribute) = item else { continue };
            let place = self.places.get(&local_key(&attribute.key.text)).copied();
            match place.and_then(|place| self.block_at(place)) {
                Some(base) => merge(&mut base.body, Body { items: vec![item.clone()] }),
                None => rest.items.push(item.clone()),
            }
        }
        rest
    }

    fn block_at(&mut self, (document, item): (usize, usize)) -> Option<&mut Block> {
        match self.documents.get_mut(document)?.1.body.items.get_mut(item)? {
            Item::Block(block) => Some(block),
            Item::Attribute(_) => None,
        }
    }
}

/// What an item is found by.
fn keys(item: &Item) -> Vec<String> {
    let Item::Block(block) = item else { return Vec::new() };
    if &*block.keyword.text != "locals" {
        return block_key(block).into_iter().collect();
    }
    let attributes = block.body.items.iter().filter_map(|item| match item {
        Item::Attribute(attribute) => Some(local_key(&attribute.key.text)),
        Item::Block(_) => None,
    });
    attributes.collect()
}

fn local_key(name: &str) -> String {
    format!("local\n{name}")
}

/// A block's keyword and labels, and a provider's alias.
fn block_key(block: &Block) -> Option<String> {
    let mut key = block.keyword.text.to_string();
    for label in &block.labels {
        key.push('\n');
        key.push_str(&label.text);
    }
    if &*block.keyword.text == "provider"
        && let Some(alias) = block.body.attribute("alias")
    {
        key.push('\n');
        key.push_str(alias.value.as_str()?);
    }
    Some(key)
}

/// Replaces attributes by name, and all blocks of a name by those of the override.
fn merge(base: &mut Body, with: Body) {
    let replaces = |item: &Item| {
        with.items.iter().any(|new| match (item, new) {
            (Item::Block(old), Item::Block(new)) => old.keyword.text == new.keyword.text,
            _ => false,
        })
    };
    base.items.retain(|item| !replaces(item));
    for item in with.items {
        let place = base.items.iter().position(|old| match (old, &item) {
            (Item::Attribute(old), Item::Attribute(new)) => old.key.text == new.key.text,
            _ => false,
        });
        match place {
            Some(place) => base.items[place] = item,
            None => base.items.push(item),
        }
    }
}
