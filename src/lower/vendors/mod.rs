//! Signs of third parties in manifests, lock files, pages and pipelines.
//!
//! Which vendor a sign stands for, the catalog knows. A sign points at the name as it is written, and says whether it is
//! of development alone and whether the project names it itself. Declarations that use nothing (a version table, Maven's
//! `dependencyManagement`) are no signs.

mod dotnet;
mod go;
mod html;
mod jvm;
mod lines;
mod manifest;
mod npm;
mod php;
mod python;
mod ruby;
mod rust;

use crate::catalog::vendor::Vendors;
use crate::model::Part;
use crate::source::{FileId, Sources};

use manifest::Manifest;

/// The kinds of file that show which third parties are in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ManifestKind {
    /// `package.json`.
    PackageJson,
    /// `package-lock.json`, `npm-shrinkwrap.json`.
    PackageLock,
    /// `yarn.lock`, of either generation.
    YarnLock,
    /// `pnpm-lock.yaml`.
    PnpmLock,
    /// `requirements*.txt` and the like.
    Requirements,
    /// `pyproject.toml`.
    Pyproject,
    /// `Pipfile`.
    Pipfile,
    /// `Pipfile.lock`.
    PipfileLock,
    /// `poetry.lock`, `uv.lock`, `pdm.lock`.
    PythonLock,
    /// `setup.cfg`.
    SetupCfg,
    /// `setup.py`.
    SetupPy,
    /// `pom.xml`.
    Pom,
    /// `build.gradle`, `build.gradle.kts`.
    Gradle,
    /// `libs.versions.toml`.
    GradleCatalog,
    /// `gradle.lockfile`.
    GradleLock,
    /// `go.mod`.
    GoMod,
    /// MSBuild projects and `Directory.*.props`.
    Msbuild,
    /// `packages.config`.
    PackagesConfig,
    /// `packages.lock.json`.
    NugetLock,
    /// `Cargo.toml`.
    CargoToml,
    /// `Cargo.lock`.
    CargoLock,
    /// `Gemfile` and `*.gemspec`.
    Gemfile,
    /// `Gemfile.lock`.
    GemfileLock,
    /// `composer.json`.
    Composer,
    /// `composer.lock`.
    ComposerLock,
    /// HTML, and templates that are mostly HTML.
    Html,
}

/// The kind of a file by its path relative to the root, when it is one of these.
#[must_use]
pub fn recognise(path: &str) -> Option<ManifestKind> {
    use ManifestKind as Kind;
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let kind = match name {
        "package.json" => Kind::PackageJson,
        "package-lock.json" | "npm-shrinkwrap.json" => Kind::PackageLock,
        "yarn.lock" => Kind::YarnLock,
        "pnpm-lock.yaml" => Kind::PnpmLock,
        "pyproject.toml" => Kind::Pyproject,
        "Pipfile" => Kind::Pipfile,
        "Pipfile.lock" => Kind::PipfileLock,
        "poetry.lock" | "uv.lock" | "pdm.lock" => Kind::PythonLock,
        "setup.cfg" => Kind::SetupCfg,
        "setup.py" => Kind::SetupPy,
        "pom.xml" => Kind::Pom,
        "build.gradle" | "build.gradle.kts" => Kind::Gradle,
        "gradle.lockfile" | "buildscript-gradle.lockfile" => Kind::GradleLock,
        "go.mod" => Kind::GoMod,
        "Directory.Packages.props" | "Directory.Build.props" | "Directory.Build.targets" => Kind::Msbuild,
        "packages.config" => Kind::PackagesConfig,
        "packages.lock.json" => Kind::NugetLock,
        "Cargo.toml" => Kind::CargoToml,
        "Cargo.lock" => Kind::CargoLock,
        "Gemfile" | "gems.rb" => Kind::Gemfile,
        "Gemfile.lock" | "gems.locked" => Kind::GemfileLock,
        "composer.json" => Kind::Composer,
        "composer.lock" => Kind::ComposerLock,
        _ => return by_ending(folder, name),
    };
    Some(kind)
}

fn by_ending(folder: &str, name: &str) -> Option<ManifestKind> {
    use ManifestKind as Kind;
    const PAGES: [&str; 20] = [
        ".html",
        ".htm",
        ".xhtml",
        ".ejs",
        ".hbs",
        ".handlebars",
        ".mustache",
        ".njk",
        ".jinja",
        ".jinja2",
        ".twig",
        ".html.erb",
        ".cshtml",
        ".jsp",
        ".gohtml",
        ".vue",
        ".svelte",
        ".astro",
        ".blade.php",
        ".html.j2",
    ];
    let lower = name.to_ascii_lowercase();
    let has = |endings: &[&str]| endings.iter().any(|ending| lower.len() > ending.len() && lower.ends_with(ending));
    let in_folder = |wanted: &str| folder == wanted || folder.ends_with(&format!("/{wanted}"));
    if has(&[".versions.toml"]) {
        Some(Kind::GradleCatalog)
    } else if has(&[".csproj", ".fsproj", ".vbproj"]) {
        Some(Kind::Msbuild)
    } else if has(&[".gemspec"]) {
        Some(Kind::Gemfile)
    } else if has(&[".txt", ".in"]) && (lower.contains("requirements") || in_folder("requirements")) {
        Some(Kind::Requirements)
    } else {
        has(&PAGES).then_some(Kind::Html)
    }
}

/// Reads one file. `vendors` tells which pieces of inline script to look for.
#[must_use]
pub fn lower(sources: &Sources, file: FileId, kind: ManifestKind, vendors: &Vendors) -> Part {
    use ManifestKind as Kind;
    let mut manifest = Manifest::new(file, sources.get(file));
    let found = &mut manifest;
    match kind {
        Kind::PackageJson => npm::package(found),
        Kind::PackageLock => npm::package_lock(found),
        Kind::YarnLock => npm::yarn_lock(found),
        Kind::PnpmLock => npm::pnpm_lock(found),
        Kind::Requirements => python::requirements(found),
        Kind::Pyproject => python::pyproject(found),
        Kind::Pipfile => python::pipfile(found),
        Kind::PipfileLock => python::pipfile_lock(found),
        Kind::PythonLock => python::lock(found),
        Kind::SetupCfg => python::setup::cfg(found),
        Kind::SetupPy => python::setup::script(found),
        Kind::Pom => jvm::pom(found),
        Kind::Gradle => jvm::gradle::build(found),
        Kind::GradleCatalog => jvm::gradle::catalog(found),
        Kind::GradleLock => jvm::gradle::lock(found),
        Kind::GoMod => go::module(found),
        Kind::Msbuild => dotnet::msbuild(found),
        Kind::PackagesConfig => dotnet::packages_config(found),
        Kind::NugetLock => dotnet::lock(found),
        Kind::CargoToml => rust::manifest(found),
        Kind::CargoLock => rust::lock(found),
        Kind::Gemfile => ruby::gemfile(found),
        Kind::GemfileLock => ruby::lock(found),
        Kind::Composer => php::manifest(found),
        Kind::ComposerLock => php::lock(found),
        Kind::Html => html::page(found, vendors),
    }
    manifest.finish()
}

/// Whether the name of a group, extra or file says that it is of development alone.
fn is_development(name: &str) -> bool {
    const WORDS: [&str; 16] = [
        "dev",
        "develop",
        "development",
        "test",
        "tests",
        "testing",
        "lint",
        "linting",
        "doc",
        "docs",
        "ci",
        "typing",
        "mypy",
        "bench",
        "e2e",
        "style",
    ];
    name.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| WORDS.contains(&word.to_ascii_lowercase().as_str()))
}

#[cfg(test)]
mod tests;
