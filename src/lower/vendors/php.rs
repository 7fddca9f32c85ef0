//! Composer.

use crate::model::Signal;

use super::manifest::{For, Manifest, entries, items, text};

pub fn manifest(manifest: &mut Manifest<'_>) {
    let Some(tree) = manifest.json() else { return };
    for (section, whom) in [("require", For::Product), ("require-dev", For::Development)] {
        for entry in entries(&tree, &[section]) {
            // Names without a vendor are the platform: `php`, `ext-json`.
            if entry.key.contains('/') {
                manifest.add(Signal::Packagist, &entry.key, manifest.bare(entry.key_span), whom);
            }
        }
    }
}

pub fn lock(manifest: &mut Manifest<'_>) {
    let Some(tree) = manifest.json() else { return };
    for (section, whom) in [("packages", For::Product), ("packages-dev", For::Development)] {
        for package in items(&tree, &[section]) {
            if let (Some(name), Some(value)) = (text(package, "name"), package.get("name")) {
                manifest.add_locked(Signal::Packagist, name, manifest.bare(value.span), whom);
            }
        }
    }
}
