//! Cargo.

use crate::model::{Signal, Value};

use super::manifest::{For, Manifest, entries, items, text};

const SECTIONS: [(&str, For); 5] = [
    ("dependencies", For::Product),
    ("dev-dependencies", For::Development),
    ("dev_dependencies", For::Development),
    ("build-dependencies", For::Development),
    ("build_dependencies", For::Development),
];

/// Dependencies of the package and of its targets. Those of a workspace are used by the members that name them.
pub fn manifest(manifest: &mut Manifest<'_>) {
    let tree = manifest.toml();
    section(manifest, &tree);
    for target in entries(&tree, &["target"]) {
        section(manifest, &target.value);
    }
}

fn section(manifest: &mut Manifest<'_>, tree: &Value) {
    for (section, whom) in SECTIONS {
        for entry in entries(tree, &[section]) {
            match (text(&entry.value, "package"), entry.value.get("package")) {
                (Some(real), Some(value)) => manifest.add(Signal::Crates, real, manifest.bare(value.span), whom),
                _ => manifest.add(Signal::Crates, &entry.key, manifest.bare(entry.key_span), whom),
            }
        }
    }
}

/// A package without a source is of the workspace.
pub fn lock(manifest: &mut Manifest<'_>) {
    let tree = manifest.toml();
    for package in items(&tree, &["package"]).iter().filter(|package| package.get("source").is_some()) {
        if let (Some(name), Some(value)) = (text(package, "name"), package.get("name")) {
            manifest.add_locked(Signal::Crates, name, manifest.bare(value.span), For::Product);
        }
    }
}
