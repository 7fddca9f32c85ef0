//! Gradle: build scripts in Groovy and Kotlin, version catalogs, lock files.
//!
//! A build script is a program; what is read of it is every configuration that is called with coordinates, as strings or
//! as named parts. An alias of a version catalog is read where the catalog defines it.

use crate::model::Signal;

use super::super::lines::lines;
use super::super::manifest::{For, Manifest, entries, text};

/// A piece of a build script.
#[derive(Clone, Copy)]
enum Token<'t> {
    Name(&'t str),
    String { start: usize, text: &'t str },
    Mark(u8),
}

/// Blocks whose entries fix versions or keep something out.
const NOT_USES: [&str; 4] = ["constraints", "dependencyManagement", "exclude", "plugins"];

pub fn build(manifest: &mut Manifest<'_>) {
    let tokens = tokens(manifest.text());
    // Whether each open block, or one around it, is of no use.
    let mut blocks: Vec<bool> = Vec::new();
    let mut head = "";
    for (at, token) in tokens.iter().enumerate() {
        match *token {
            Token::Name(name) => {
                head = name;
                if !blocks.last().is_some_and(|skipped| *skipped) && is_configuration(name) {
                    dependency(manifest, name, tokens.get(at + 1..).unwrap_or(&[]));
                }
            }
            Token::Mark(b'{') => {
                let outer = blocks.last().is_some_and(|skipped| *skipped);
                blocks.push(outer || NOT_USES.contains(&head));
            }
            Token::Mark(b'}') => {
                blocks.pop();
            }
            _ => {}
        }
    }
}

/// Configurations that resolve what is compiled, run or tested; also those that plugins add, by their endings.
fn is_configuration(name: &str) -> bool {
    const NAMES: [&str; 10] = [
        "api",
        "compile",
        "implementation",
        "runtime",
        "provided",
        "classpath",
        "annotationProcessor",
        "kapt",
        "ksp",
        "developmentOnly",
    ];
    const ENDINGS: [&str; 6] = ["Implementation", "Api", "CompileOnly", "RuntimeOnly", "Compile", "Runtime"];
    NAMES.contains(&name)
        || matches!(name, "compileOnly" | "runtimeOnly" | "compileOnlyApi")
        || ENDINGS.iter().any(|ending| name.ends_with(ending))
}

fn whom(configuration: &str) -> For {
    let name = configuration.to_ascii_lowercase();
    let tools = ["classpath", "annotationprocessor", "kapt", "ksp", "developmentonly"];
    For::development(name.contains("test") || tools.contains(&name.as_str()))
}

/// Reads the arguments of a configuration: `"g:a:v"`, or `group: "g", name: "a"`. A `platform` only fixes versions.
fn dependency(manifest: &mut Manifest<'_>, configuration: &str, rest: &[Token<'_>]) {
    let mut group = None;
    let mut part = "";
    for token in rest.iter().take(24) {
        match *token {
            Token::Name(name @ ("group" | "name" | "version")) => part = name,
            Token::String { start, text } if part.is_empty() => {
                coordinates(manifest, start, text, whom(configuration));
                return;
            }
            Token::String { text, .. } if part == "group" => group = Some(text),
            Token::String { start, text } if part == "name" => {
                let name = format!("{}:{text}", group.unwrap_or(""));
                manifest.add(Signal::Maven, &name, manifest.span(start, text.len()), whom(configuration));
                return;
            }
            Token::Mark(b'(' | b',' | b':' | b'=' | b'[') | Token::String { .. } => {}
            _ => return,
        }
    }
}

/// `group:artifact`, with or without version and classifier. Anything else is a path or an address.
fn coordinates(manifest: &mut Manifest<'_>, start: usize, written: &str, whom: For) {
    let mut parts = written.split(':');
    let (Some(group), Some(artifact)) = (parts.next(), parts.next()) else { return };
    let is_part = |part: &str| !part.is_empty() && !part.contains(['/', ' ', '$']);
    if is_part(group) && is_part(artifact) {
        let length = group.len() + 1 + artifact.len();
        manifest.add(Signal::Maven, &written[..length], manifest.span(start, length), whom);
    }
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let rest = &bytes[at..];
        match byte {
            b'/' if rest.starts_with(b"//") => at += memchr::memchr(b'\n', rest).unwrap_or(rest.len()),
            b'/' if rest.starts_with(b"/*") => {
                at += memchr::memmem::find(rest, b"*/").map_or(rest.len(), |end| end + 2);
            }
            b'"' | b'\'' => {
                let inner = &rest[1..];
                let end = inner.iter().position(|b| b == byte || *b == b'\n').unwrap_or(inner.len());
                tokens.push(Token::String { start: at + 1, text: text.get(at + 1..at + 1 + end).unwrap_or("") });
                at += end + 2;
            }
            b if b.is_ascii_alphabetic() => {
                let length = rest.iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count();
                tokens.push(Token::Name(&text[at..at + length]));
                at += length;
            }
            b if b.is_ascii_whitespace() => at += 1,
            b if b.is_ascii() => {
                tokens.push(Token::Mark(*byte));
                at += 1;
            }
            _ => at += 1,
        }
    }
    tokens
}

pub fn catalog(manifest: &mut Manifest<'_>) {
    let tree = manifest.toml();
    for entry in entries(&tree, &["libraries"]) {
        let whole = entry.value.as_str().map(|text| (text, entry.value.span));
        let module = entry.value.get("module").and_then(|value| Some((value.as_str()?, value.span)));
        if let Some((written, span)) = whole.or(module) {
            let start = manifest.bare(span).start as usize;
            coordinates(manifest, start, written, For::Product);
        } else if let (Some(group), Some(value)) = (text(&entry.value, "group"), entry.value.get("name")) {
            let name = format!("{group}:{}", value.as_str().unwrap_or(""));
            manifest.add(Signal::Maven, &name, manifest.bare(value.span), For::Product);
        }
    }
}

/// `group:artifact:version=configurations`.
pub fn lock(manifest: &mut Manifest<'_>) {
    for line in lines(manifest.text()) {
        let Some((module, configurations)) = line.text.split_once('=') else { continue };
        let Some(name) = module.rmatch_indices(':').next().map(|(at, _)| &module[..at]) else { continue };
        if !name.starts_with('#') && name.contains(':') {
            let whom = For::development(configurations.split(',').all(|name| whom(name) == For::Development));
            manifest.add_locked(Signal::Maven, name, manifest.span(line.start, name.len()), whom);
        }
    }
}
