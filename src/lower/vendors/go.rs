//! Go modules. `go.sum` also lists what is not built, so it is no sign.

use crate::model::Signal;

use super::lines::{Line, lines};
use super::manifest::{For, Manifest};

pub fn module(manifest: &mut Manifest<'_>) {
    let mut in_block = false;
    for line in lines(manifest.text()) {
        let line = line.trimmed();
        if in_block {
            if line.text.starts_with(')') {
                in_block = false;
            } else {
                require(manifest, line);
            }
        } else if let Some(rest) = line.after("require") {
            if rest.text.starts_with('(') {
                in_block = true;
            } else {
                require(manifest, rest);
            }
        } else if line.text.starts_with("require(") {
            in_block = true;
        }
    }
}

fn require(manifest: &mut Manifest<'_>, line: Line<'_>) {
    let code = line.before("//");
    let Some(written) = code.text.split_whitespace().next() else { return };
    let path = written.trim_matches('"');
    let start = code.start + usize::from(written.starts_with('"'));
    let span = manifest.span(start, path.len());
    if line.text[code.text.len()..].contains("indirect") {
        manifest.add_indirect(Signal::Go, path, span, For::Product);
    } else {
        manifest.add(Signal::Go, path, span, For::Product);
    }
}
