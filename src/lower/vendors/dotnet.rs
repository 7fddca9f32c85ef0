//! NuGet: MSBuild projects, `packages.config`, lock files.

use crate::model::{Signal, Value};

use super::manifest::{For, Manifest, at, entries, items, text};

/// `PackageVersion` only fixes versions: the projects that use a package reference it.
const REFERENCES: [&str; 2] = ["PackageReference", "GlobalPackageReference"];

pub fn msbuild(manifest: &mut Manifest<'_>) {
    let Some(tree) = manifest.xml() else { return };
    let Some(project) = tree.get("Project") else { return };
    let groups = items(project, &["ItemGroup"]);
    let chosen = items(project, &["Choose"]).iter().flat_map(branches).flat_map(|branch| items(branch, &["ItemGroup"]));
    for group in groups.iter().chain(chosen) {
        for reference in REFERENCES.iter().flat_map(|kind| items(group, &[kind])) {
            let Some(value) = reference.get("@Include") else { continue };
            let whom = For::development(is_private(reference));
            // One item may name several packages.
            for name in value.as_str().unwrap_or("").split(';').map(str::trim) {
                manifest.add(Signal::Nuget, name, manifest.within(value.span, name), whom);
            }
        }
    }
}

fn branches(choose: &Value) -> impl Iterator<Item = &Value> {
    items(choose, &["When"]).iter().chain(items(choose, &["Otherwise"]))
}

/// Analyzers and build tools keep themselves from what is shipped.
fn is_private(reference: &Value) -> bool {
    let child = items(reference, &["PrivateAssets"]).first().and_then(|element| text(element, "#text"));
    text(reference, "@PrivateAssets").or(child).is_some_and(|assets| assets.eq_ignore_ascii_case("all"))
}

pub fn packages_config(manifest: &mut Manifest<'_>) {
    let Some(tree) = manifest.xml() else { return };
    for package in items(&tree, &["packages", "package"]) {
        let Some(value) = package.get("@id") else { continue };
        let whom = For::development(
            text(package, "@developmentDependency").is_some_and(|flag| flag.eq_ignore_ascii_case("true")),
        );
        manifest.add(Signal::Nuget, value.as_str().unwrap_or(""), value.span, whom);
    }
}

pub fn lock(manifest: &mut Manifest<'_>) {
    let Some(tree) = manifest.json() else { return };
    for framework in at(&tree, &["dependencies"]).map_or(&[][..], |all| entries(all, &[])) {
        for entry in entries(&framework.value, &[]) {
            if text(&entry.value, "type") != Some("Project") {
                manifest.add_locked(Signal::Nuget, &entry.key, manifest.bare(entry.key_span), For::Product);
            }
        }
    }
}
