//! Compiles `rules/` into the form that the binary holds, so that start-up parses no TOML. Examples
//! come from the cases under `testdata/`, so that a rule's documentation is tested.

#![allow(dead_code, unused_imports, missing_docs, reason = "the catalog is compiled in here for its reader alone")]

#[path = "src/catalog/mod.rs"]
mod catalog;
#[path = "src/model/mod.rs"]
mod model;
#[path = "src/source/mod.rs"]
mod source;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use catalog::{Data, Example, Examples};
use walkdir::WalkDir;

/// Cases longer than this are no examples.
const MAX_EXAMPLE: u64 = 3_000;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=rules");
    println!("cargo::rerun-if-changed=testdata");
    println!("cargo::rerun-if-changed=src/catalog");
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let (data, faulty) = Data::read(&root.join("rules"));
    for file in &faulty {
        for mistake in &file.mistakes {
            let line = file.text[..mistake.span.start.min(file.text.len())].matches('\n').count() + 1;
            let help = mistake.help.as_deref().map(|help| format!(" ({help})")).unwrap_or_default();
            println!("cargo::error={}:{line}: {}{help}", file.path.display(), mistake.message);
        }
    }
    let dangling = data.dangling();
    for (rule, message) in &dangling {
        println!("cargo::error=rule {rule}: {message}");
    }
    if !faulty.is_empty() || !dangling.is_empty() {
        return ExitCode::FAILURE;
    }
    let cases =
        data.rules.iter().filter_map(|rule| Some((rule.id.clone(), example(&root.join("testdata").join(&rule.id))?)));
    let examples: BTreeMap<String, Example> = cases.collect();
    let stored = store("catalog.bin", data.to_bytes()).and_then(|()| store("examples.bin", Examples::pack(&examples)));
    match stored {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo::error=the catalog cannot be stored: {error}");
            ExitCode::FAILURE
        }
    }
}

fn store(name: &str, bytes: Result<Vec<u8>, postcard::Error>) -> Result<(), String> {
    let target = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default()).join(name);
    let bytes = bytes.map_err(|error| error.to_string())?;
    std::fs::write(target, bytes).map_err(|error| error.to_string())
}

/// The smallest failing case, and the smallest passing one of the same language.
fn example(folder: &Path) -> Option<Example> {
    let bad = smallest(&folder.join("fail"), None)?;
    let extension = bad.extension().map(|extension| extension.to_string_lossy().into_owned()).unwrap_or_default();
    let good = smallest(&folder.join("pass"), Some(&extension))?;
    let read = |path: &Path| {
        let text = std::fs::read_to_string(path).ok()?;
        let lines: Vec<&str> = text.lines().map(without_mark).collect();
        Some(lines.join("\n").trim().to_owned())
    };
    Some(Example { language: language(&extension), bad: read(&bad)?, good: read(&good)? })
}

/// The line without the mark that says what a case expects of it.
fn without_mark(line: &str) -> &str {
    let Some(at) = line.find("expect: fail").or_else(|| line.find("expect: open")) else { return line };
    line[..at].trim_end().trim_end_matches(['#', '/', '-', ';', '*', '<', '!']).trim_end()
}

fn smallest(folder: &Path, extension: Option<&str>) -> Option<PathBuf> {
    let mut found: Vec<(u64, PathBuf)> = WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file() && entry.depth() == 1)
        .filter(|entry| extension.is_none_or(|wanted| entry.path().extension().is_some_and(|own| own == wanted)))
        .filter(|entry| entry.path().extension().is_none_or(|own| own != "expect"))
        .filter_map(|entry| Some((entry.metadata().ok()?.len(), entry.into_path())))
        .filter(|(size, _)| *size <= MAX_EXAMPLE)
        .collect();
    found.sort();
    found.into_iter().map(|(_, path)| path).next()
}

fn language(extension: &str) -> String {
    match extension {
        "tf" => "hcl",
        "yml" => "yaml",
        "py" => "python",
        "ts" => "typescript",
        "js" => "javascript",
        "cs" => "csharp",
        "rs" => "rust",
        "" => "dockerfile",
        other => other,
    }
    .to_owned()
}
