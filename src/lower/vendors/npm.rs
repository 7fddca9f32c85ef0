//! npm, Yarn and pnpm.

use crate::model::{Signal, Value};
use crate::source::Span;

use super::lines::lines;
use super::manifest::{For, Manifest, entries, is_true, text};

/// The sections of `package.json` that name dependencies.
const SECTIONS: [(&str, For); 4] = [
    ("dependencies", For::Product),
    ("devDependencies", For::Development),
    ("optionalDependencies", For::Product),
    ("peerDependencies", For::Product),
];

pub fn package(manifest: &mut Manifest<'_>) {
    let Some(tree) = manifest.json() else { return };
    for (section, whom) in SECTIONS {
        for entry in entries(&tree, &[section]) {
            // An alias names the real package in its version.
            let (name, span) = match entry.value.as_str().and_then(|version| version.strip_prefix("npm:")) {
                Some(real) => (descriptor(real), manifest.within(entry.value.span, descriptor(real))),
                None => (&*entry.key, manifest.bare(entry.key_span)),
            };
            manifest.add(Signal::Npm, name, span, whom);
        }
    }
}

/// The name of `@scope/name@range` or `name@range`.
fn descriptor(text: &str) -> &str {
    let start = usize::from(text.starts_with('@'));
    text.get(start..).and_then(|rest| rest.find('@')).map_or(text, |at| &text[..start + at])
}

pub fn package_lock(manifest: &mut Manifest<'_>) {
    let Some(tree) = manifest.json() else { return };
    let packages = entries(&tree, &["packages"]);
    for entry in packages {
        let Some((_, path)) = entry.key.rsplit_once("node_modules/") else { continue };
        let name = text(&entry.value, "name").unwrap_or(path);
        let whom = For::development(is_true(&entry.value, "dev") || is_true(&entry.value, "devOptional"));
        manifest.add_locked(Signal::Npm, name, manifest.within(entry.key_span, path), whom);
    }
    if packages.is_empty() {
        first_generation(manifest, &tree);
    }
}

/// The nested `dependencies` of lock files before npm 7.
fn first_generation(manifest: &mut Manifest<'_>, tree: &Value) {
    let mut open = vec![tree];
    while let Some(value) = open.pop() {
        for entry in entries(value, &["dependencies"]) {
            let whom = For::development(is_true(&entry.value, "dev"));
            manifest.add_locked(Signal::Npm, &entry.key, manifest.bare(entry.key_span), whom);
            open.push(&entry.value);
        }
    }
}

/// Both generations have a line at the margin for each package, its descriptors, and a colon.
pub fn yarn_lock(manifest: &mut Manifest<'_>) {
    for line in lines(manifest.text()) {
        let is_header = line.indent() == 0 && !line.text.starts_with('#');
        let Some(header) = line.text.strip_suffix(':').filter(|_| is_header) else { continue };
        let first = header.split(',').next().unwrap_or(header);
        let start = line.start + usize::from(first.starts_with('"'));
        let first = first.trim_matches('"');
        let alias = first
            .find("@npm:")
            .map(|at| at + "@npm:".len())
            .filter(|at| first[*at..].trim_start_matches('@').contains('@'));
        let skip = alias.unwrap_or(0);
        let name = descriptor(&first[skip..]);
        if name != "__metadata" && name.len() < first.len() - skip && !first.contains("@workspace:") {
            manifest.add_locked(Signal::Npm, name, manifest.span(start + skip, name.len()), For::Product);
        }
    }
}

pub fn pnpm_lock(manifest: &mut Manifest<'_>) {
    for document in manifest.yaml() {
        for entry in entries(&document, &["packages"]) {
            let name = pnpm_name(&entry.key);
            let whom = For::development(is_true(&entry.value, "dev"));
            let span: Span = manifest.within(entry.key_span, name);
            manifest.add_locked(Signal::Npm, name, span, whom);
        }
    }
}

/// `/@scope/name/1.0.0_peer`, `/@scope/name@1.0.0(peer)` or `@scope/name@1.0.0`.
fn pnpm_name(key: &str) -> &str {
    let key = key.strip_prefix('/').unwrap_or(key);
    let name = descriptor(key.split('(').next().unwrap_or(key));
    let segments = if name.starts_with('@') { 2 } else { 1 };
    let end = name.match_indices('/').nth(segments - 1).map_or(name.len(), |(at, _)| at);
    &name[..end]
}
