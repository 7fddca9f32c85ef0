//! Files of settings that stand in a value of another file: what a `ConfigMap` holds is mounted as files.
//!
//! They are read as the files that they become, and every place leads into the file where they are written.

use crate::lower::iac::written::Written;
use crate::model::{Dialect, Part, Value};
use crate::parse::directive::{Directive, Word};
use crate::parse::{Failure, Parsed};
use crate::source::{FileId, SourceFile, Span};

use super::{Input, SettingsFormat, Tree, parse, recognise};

/// How much of a text its format is told by.
const HEAD: usize = 4096;

/// Reads a text that stands for a file of a name, if it is that of a server or framework. Others have
/// nothing to tell but what is searched for in every text.
#[must_use]
pub fn embedded(file: FileId, source: &SourceFile, name: &str, value: &Value) -> Option<Parsed<Input>> {
    let text = value.as_str().filter(|text| text.contains('\n'))?;
    let mut end = text.len().min(HEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let format = recognise(name, &text[..end]).filter(|format| is_of_program(*format))?;
    let written = Written::within(source.slice(value.span), text, value.span);
    let place = |span: Span| written.part(span.range());
    let Parsed { mut tree, mut failures } = parse(format, file, text);
    match &mut tree {
        Tree::Documents(documents) => documents.iter_mut().for_each(|document| document.move_spans(&place)),
        Tree::Directives(directives) => directives.iter_mut().for_each(|directive| moved(directive, &place)),
        Tree::Assignments(_) => return None,
    }
    for Failure { span, .. } in &mut failures {
        *span = Some(span.map_or(value.span, place));
    }
    Some(Parsed { tree: Input { file, format, tree, within: Some(value.span) }, failures })
}

fn is_of_program(format: SettingsFormat) -> bool {
    !matches!(format.dialect(), Dialect::Settings | Dialect::Env | Dialect::Rails | Dialect::Laravel)
}

/// Goes as deep as blocks nest, which the parsers limit.
fn moved(directive: &mut Directive, place: &dyn Fn(Span) -> Span) {
    let word = |word: &mut Word| word.span = place(word.span);
    word(&mut directive.name);
    directive.arguments.iter_mut().for_each(word);
    directive.span = place(directive.span);
    directive.block.iter_mut().flatten().for_each(|inner| moved(inner, place));
}

/// What is said of a file as a whole is said of the text in it.
pub(super) fn confine(mut part: Part, source: &SourceFile, within: Span) -> Part {
    let whole = |span: Span| span.start == 0 && (span.end == 0 || span.end as usize == source.text.len());
    for fact in &mut part.facts {
        for span in [&mut fact.span, &mut fact.header, &mut fact.body.span] {
            if span.file == within.file && whole(*span) {
                *span = within;
            }
        }
    }
    part
}
