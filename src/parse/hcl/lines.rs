//! The texts of heredocs and template files. To Terraform each line of them is a text of its own: a strip marker takes
//! no more than what is left of its line, and a heredoc's indent goes from lines that begin behind a line break which
//! is still there.

use std::collections::BTreeMap;
use std::ops::Range;

use hcl_edit::Span as _;
use hcl_edit::template::{Directive, Element, Strip, Template};

/// A line of a literal, or something between literals.
enum Part {
    /// Where the literal begins, and the line with its line break.
    Line(usize, String),
    /// An interpolation or a directive's marker.
    Mark(Strip),
}

/// The final text of each literal, by where it begins in what was given to the library. `indented` says that the
/// indent which all lines have in common goes.
pub(super) fn texts<'t>(
    template: &Template,
    source: impl Fn(Range<usize>) -> Option<&'t str>,
    indented: bool,
) -> BTreeMap<usize, String> {
    let mut parts = Vec::new();
    gather(template, &source, &mut parts);
    strip(&mut parts);
    if indented {
        take_indent(&mut parts);
    }
    let mut texts: BTreeMap<usize, String> = BTreeMap::new();
    for part in parts {
        if let Part::Line(start, line) = part {
            texts.entry(start).or_default().push_str(&line);
        }
    }
    for text in texts.values_mut() {
        if text.contains("$${") || text.contains("%%{") {
            *text = text.replace("$${", "${").replace("%%{", "%{");
        }
    }
    texts
}

fn gather<'t>(template: &Template, source: &impl Fn(Range<usize>) -> Option<&'t str>, parts: &mut Vec<Part>) {
    for element in template {
        match element {
            Element::Literal(literal) => {
                let range = literal.span().unwrap_or(0..0);
                let text = source(range.clone()).unwrap_or_else(|| literal.value());
                parts.extend(text.split_inclusive('\n').map(|line| Part::Line(range.start, line.to_owned())));
            }
            Element::Interpolation(it) => parts.push(Part::Mark(it.strip)),
            Element::Directive(directive) => match &**directive {
                Directive::If(it) => {
                    parts.push(Part::Mark(it.if_expr.strip));
                    gather(&it.if_expr.template, source, parts);
                    if let Some(otherwise) = &it.else_expr {
                        parts.push(Part::Mark(otherwise.strip));
                        gather(&otherwise.template, source, parts);
                    }
                    parts.push(Part::Mark(it.endif_expr.strip));
                }
                Directive::For(it) => {
                    parts.push(Part::Mark(it.for_expr.strip));
                    gather(&it.for_expr.template, source, parts);
                    parts.push(Part::Mark(it.endfor_expr.strip));
                }
            },
        }
    }
}

fn strip(parts: &mut [Part]) {
    for at in 0..parts.len() {
        let Part::Mark(strip) = parts[at] else { continue };
        if let (true, Some(Part::Line(_, line))) =
            (matches!(strip, Strip::Start | Strip::Both), at.checked_sub(1).and_then(|before| parts.get_mut(before)))
        {
            line.truncate(line.trim_end().len());
        }
        if let (true, Some(Part::Line(_, line))) = (matches!(strip, Strip::End | Strip::Both), parts.get_mut(at + 1)) {
            line.drain(..line.len() - line.trim_start().len());
        }
    }
}

fn take_indent(parts: &mut [Part]) {
    let mut least: Option<usize> = None;
    let mut lines = Vec::new();
    let mut begins = true;
    for (at, part) in parts.iter().enumerate() {
        let Part::Line(_, line) = part else {
            // What stands at the very start of a line leaves no indent to take.
            least = if begins { Some(0) } else { least };
            begins = false;
            continue;
        };
        let is_blank = line.ends_with('\n') && line.trim().is_empty();
        if begins && !is_blank {
            let spaces = line.len() - line.trim_start_matches([' ', '\t']).len();
            least = Some(least.map_or(spaces, |least| least.min(spaces)));
        }
        if begins {
            lines.push(at);
        }
        begins = line.ends_with('\n');
    }
    for at in lines {
        if let Part::Line(_, line) = &mut parts[at] {
            let spaces = line.len() - line.trim_start_matches([' ', '\t']).len();
            line.drain(..spaces.min(least.unwrap_or(0)));
        }
    }
}
