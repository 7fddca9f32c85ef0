//! YAML that is a template: Helm charts, Ansible and the like.
//!
//! Such a file is not YAML until it is rendered. Its actions (`{{ … }}`, `{% … %}`) are blanked with
//! filler of the same length, so that every offset stays, and after parsing the tree is told what the
//! actions may have changed: a value with an action in it is unknown but for the text around it, what
//! stands in a condition or loop may be absent, and what an action on a line of its own puts in may be
//! anything. Of a branch that wraps the whole document it is assumed that it is taken.

use std::ops::Range;
use std::sync::Arc;

use crate::model::{Kind, Piece, Reason, Unknown, Value};
use crate::source::Span;

mod mark;
mod scan;
#[cfg(test)]
mod tests;

use scan::{Action, Role};

/// A text whose template actions were blanked.
pub(super) struct Blanked<'t> {
    original: &'t str,
    /// What is left: as long as the original, byte for byte.
    pub(super) text: String,
    actions: Vec<Action>,
    /// Conditions and loops that stand on lines of their own, by their start.
    regions: Vec<Region>,
    /// Where documents are separated.
    separators: Vec<usize>,
}

/// From the action that opens a condition or loop to the one that ends it.
struct Region {
    range: Range<usize>,
    /// The region around it.
    parent: Option<usize>,
}

/// Whether a tree, parsed as YAML, shows that its text is a template: `{{ x }}` is read as a map that
/// has a map for its key, which nobody means.
pub(super) fn shows_in(text: &str, documents: &[Value]) -> bool {
    text.contains("{{") && documents.iter().any(|document| has_action_for_map(text, document))
}

fn has_action_for_map(text: &str, value: &Value) -> bool {
    match &value.kind {
        Kind::Map(map) => {
            text.get(value.span.range()).is_some_and(|text| text.starts_with("{{"))
                || map.entries.iter().any(|entry| has_action_for_map(text, &entry.value))
        }
        Kind::List(list) => list.items.iter().any(|item| has_action_for_map(text, item)),
        _ => false,
    }
}

impl<'t> Blanked<'t> {
    /// Blanks the actions of a text; `None` if it has none.
    pub(super) fn new(original: &'t str) -> Option<Self> {
        let actions = scan::actions(original);
        if actions.is_empty() {
            return None;
        }
        let mut bytes = original.as_bytes().to_vec();
        for action in &actions {
            let (range, filler) = match action.lines.clone() {
                // An empty line is harmless wherever it stands, one of blanks is not in a block of text.
                Some(lines) => (lines, b'\n'),
                None if action.trails && action.role != Role::Output => (action.range.clone(), b' '),
                None => (action.range.clone(), b'x'),
            };
            bytes[range].fill(filler);
        }
        let text = String::from_utf8(bytes).ok()?;
        let regions = regions(&actions);
        let separators = scan::separators(&text);
        Some(Self { original, text, actions, regions, separators })
    }

    /// The place of the first action.
    pub(super) fn first(&self) -> Range<usize> {
        self.actions.first().map_or(0..0, |action| action.range.clone())
    }

    /// Tells the documents parsed from the blanked text what the actions may change.
    pub(super) fn mark(&self, documents: &mut [Value]) {
        for document in documents.iter_mut() {
            mark::inside(self, document, None);
        }
        for action in self.actions.iter().filter(|action| action.role == Role::Output) {
            let Some(lines) = &action.lines else { continue };
            let segment = self.segment(lines.start);
            let owner = documents.partition_point(|document| self.segment(document.span.start as usize) < segment);
            if let Some(document) = documents.get_mut(owner)
                && self.segment(document.span.start as usize) == segment
            {
                mark::put_in(self, document, action);
            }
        }
    }

    fn segment(&self, at: usize) -> usize {
        self.separators.partition_point(|separator| *separator <= at)
    }

    /// How far a place is from the start of its line.
    fn column(&self, at: usize) -> usize {
        at - self.text[..at].rfind('\n').map_or(0, |end| end + 1)
    }

    /// The actions that overlap a place.
    fn within(&self, span: Span) -> &[Action] {
        let first = self.actions.partition_point(|action| action.range.end <= span.start as usize);
        let last = self.actions.partition_point(|action| action.range.start < span.end as usize);
        self.actions.get(first..last).unwrap_or(&[])
    }

    /// The innermost region that holds a place, and the regions around it.
    fn regions_at(&self, at: usize) -> impl Iterator<Item = &Region> {
        let last = self.regions.partition_point(|region| region.range.start <= at).checked_sub(1);
        std::iter::successors(last, |index| self.regions[*index].parent)
            .map(|index| &self.regions[index])
            .filter(move |region| region.range.contains(&at))
    }
}

/// Pairs the actions that open and end. One that is never ended is no region.
fn regions(actions: &[Action]) -> Vec<Region> {
    /// Deeper ones count as part of the one around them.
    const DEPTH: usize = 64;
    let mut found: Vec<Region> = Vec::new();
    // Those that are open, and of them the ones that count.
    let mut open: Vec<Option<usize>> = Vec::new();
    let mut around: Vec<usize> = Vec::new();
    for action in actions {
        match action.role {
            Role::Open => {
                let counts = action.lines.is_some() && around.len() < DEPTH;
                open.push(counts.then_some(found.len()));
                if counts {
                    let start = action.range.start;
                    found.push(Region { range: start..start, parent: around.last().copied() });
                    around.push(found.len() - 1);
                }
            }
            Role::End => {
                if let Some(Some(region)) = open.pop() {
                    found[region].range.end = action.range.end;
                    around.pop();
                }
            }
            Role::Output | Role::Silent => {}
        }
    }
    found
}

fn reason() -> Reason {
    Reason::Expression("template".into())
}

fn anything() -> Arc<Unknown> {
    Arc::new(Unknown { reason: reason(), pieces: Vec::new() })
}

/// A text with actions in it, as its known pieces; nothing when quoting makes them hard to tell.
fn pieces(original: &str, span: Span, actions: &[Action]) -> Vec<Piece> {
    let written = original.get(span.range()).unwrap_or("");
    let quote = written.chars().next().filter(|first| matches!(first, '"' | '\''));
    let (start, end) = match quote {
        Some(quote) if written.len() > 1 && written.ends_with(quote) => (span.start + 1, span.end - 1),
        _ => (span.start, span.end),
    };
    let (mut at, mut pieces) = (start as usize, Vec::new());
    let ends = actions.iter().map(|action| action.range.clone()).chain(std::iter::once(end as usize..end as usize));
    for range in ends {
        let text = original.get(at..range.start).unwrap_or("");
        if text.contains(['\\', '\n']) || (quote == Some('\'') && text.contains('\'')) {
            return Vec::new();
        }
        if !text.is_empty() {
            pieces.push(Piece::Text(text.into()));
        }
        if !range.is_empty() {
            pieces.push(Piece::Hole(Vec::new()));
        }
        at = range.end;
    }
    if pieces.iter().any(|piece| matches!(piece, Piece::Text(_))) { pieces } else { Vec::new() }
}
