//! Bundler: `Gemfile`, gem specifications and the lock file.

use crate::model::Signal;

use super::is_development;
use super::lines::{Line, lines};
use super::manifest::{For, Manifest};

/// Reads `gem` and `add_dependency` lines; what blocks say of groups is followed by their `do` and `end`.
pub fn gemfile(manifest: &mut Manifest<'_>) {
    let mut open: Vec<For> = Vec::new();
    for line in lines(manifest.text()) {
        let line = line.trimmed();
        if line.text.starts_with('#') {
            continue;
        }
        let outer = open.last().copied().unwrap_or(For::Product);
        if let Some(rest) = call(line, "gem") {
            gem(manifest, rest, outer);
        } else if let Some(rest) = specification(line) {
            gem(manifest, rest, outer);
        }
        if let Some(groups) = call(line, "group").filter(|groups| groups.text.contains(" do")) {
            open.push(groups_of(groups.text).unwrap_or(outer));
        } else if opens_block(line.text) {
            open.push(outer);
        } else if line.text == "end" || line.text.starts_with("end ") {
            open.pop();
        }
        // Nothing real nests this deep, and a block that is never closed costs nothing more.
        open.truncate(64);
    }
}

/// What follows a method's name, with or without parentheses.
fn call<'t>(line: Line<'t>, method: &str) -> Option<Line<'t>> {
    let rest = line.text.strip_prefix(method)?;
    rest.starts_with([' ', '\t', '(']).then(|| Line { start: line.start + method.len(), text: rest })
}

fn specification(line: Line<'_>) -> Option<Line<'_>> {
    let at = line.text.find(".add_").filter(|_| line.text.contains("dependency"))?;
    Some(Line { start: line.start + at, text: &line.text[at..] })
}

fn gem(manifest: &mut Manifest<'_>, rest: Line<'_>, outer: For) {
    let Some(name) = rest.quoted() else { return };
    let own = rest.text.find("group").and_then(|at| groups_of(&rest.text[at..]));
    let whom = if rest.text.starts_with(".add_development") { For::Development } else { own.unwrap_or(outer) };
    manifest.add(Signal::Gem, name.text, manifest.span(name.start, name.text.len()), whom);
}

/// Whom the symbols of a line are for: development when all of them are.
fn groups_of(text: &str) -> Option<For> {
    let code = text.split('#').next().unwrap_or(text);
    let mut symbols = code
        .split(':')
        .skip(1)
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or(""))
        .filter(|symbol| !symbol.is_empty())
        .peekable();
    symbols.peek()?;
    Some(For::development(symbols.all(is_development)))
}

fn opens_block(text: &str) -> bool {
    let code = text.split('#').next().unwrap_or(text).trim_end();
    let head = ["if ", "unless ", "case ", "begin", "def ", "while "].iter().any(|word| text.starts_with(word));
    head || code.ends_with(" do") || (code.contains(" do |") && code.ends_with('|'))
}

/// The `specs:` of sources list each gem at four blanks, and what it needs at six.
pub fn lock(manifest: &mut Manifest<'_>) {
    let mut in_source = false;
    for line in lines(manifest.text()) {
        if line.indent() == 0 && !line.text.is_empty() {
            in_source = line.text == "GEM" || line.text == "GIT";
        } else if in_source && line.indent() == 4 {
            let gem = line.trimmed();
            let name = gem.text.split(" (").next().unwrap_or(gem.text);
            manifest.add_locked(Signal::Gem, name, manifest.span(gem.start, name.len()), For::Product);
        }
    }
}
