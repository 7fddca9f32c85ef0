//! Texts that remember where their bytes come from.
//!
//! What a template renders to is read as YAML, and findings about it have to point into the files that
//! people edit. So a text carries marks: from here on, the bytes are those of this place in a template, or
//! were put in by the action at that place, and this line of a values file decided them.
//!
//! A part of a text that is not known is written as a *hole*: two characters of private use around the
//! number of the reason. It goes through functions and the YAML reader like any word.

use std::ops::Range;
use std::rc::Rc;

use crate::source::Span;

/// Starts a hole; its number and [`CLOSE`] follow.
pub(super) const OPEN: char = '\u{E000}';
/// Ends a hole.
pub(super) const CLOSE: char = '\u{E001}';
/// Ends a hole that stands for whole lines and was made a key or an item, so that YAML can be read.
pub(super) const LINE: char = '\u{E002}';

/// Where bytes come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Mark {
    /// Their place in a template.
    pub place: Option<Span>,
    /// Whether they are the bytes at that place, and not what an action there put in.
    pub exact: bool,
    /// Where their value is written, if it is one of a values file.
    pub origin: Option<Span>,
    /// Within how many conditions that are not known they stand, and the hole of the innermost.
    pub maybe: u16,
    pub why: u16,
}

impl Mark {
    /// This mark, and what it leaves open as another says.
    fn over(self, base: Self) -> Self {
        Self {
            place: self.place.or(base.place),
            exact: self.place.is_some() && self.exact,
            origin: self.origin.or(base.origin),
            maybe: self.maybe.max(base.maybe),
            why: if self.maybe >= base.maybe { self.why } else { base.why },
        }
    }

    /// The mark of the byte so many bytes further on.
    fn ahead(mut self, bytes: u32) -> Self {
        if let (true, Some(place)) = (self.exact, &mut self.place) {
            place.start = place.start.saturating_add(bytes).min(place.end);
        }
        self
    }
}

/// A mark, and the byte that it holds from.
#[derive(Clone, Copy, Debug)]
struct Segment {
    at: u32,
    mark: Mark,
}

/// A text with its marks.
#[derive(Clone, Debug)]
pub(super) struct Text {
    text: Rc<str>,
    /// In order; none for a text that came from nowhere in particular.
    segments: Rc<[Segment]>,
}

impl Text {
    /// A text that comes from nowhere in particular.
    pub fn plain(text: impl Into<Rc<str>>) -> Self {
        Self { text: text.into(), segments: Rc::new([]) }
    }

    /// A text that comes from one place.
    pub fn marked(text: impl Into<Rc<str>>, mark: Mark) -> Self {
        Self { text: text.into(), segments: Rc::new([Segment { at: 0, mark }]) }
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether all of it is known, and that it is there.
    pub fn is_known(&self) -> bool {
        !self.text.contains(OPEN) && !self.segments.iter().any(|segment| segment.mark.maybe > 0)
    }

    /// The number of the first hole.
    pub fn hole(&self) -> Option<usize> {
        let start = self.text.find(OPEN)? + OPEN.len_utf8();
        let rest = &self.text[start..];
        rest[..rest.find([CLOSE, LINE])?].parse().ok()
    }

    /// Whether it is one hole and nothing else.
    pub fn is_hole(&self) -> bool {
        let text = self.text.trim();
        text.starts_with(OPEN) && text.ends_with(CLOSE) && text.matches(OPEN).count() == 1
    }

    /// The mark of a byte.
    pub fn mark(&self, at: usize) -> Mark {
        let index = self.segments.partition_point(|segment| segment.at as usize <= at);
        let segment = index.checked_sub(1).and_then(|index| self.segments.get(index));
        segment.map_or_else(Mark::default, |segment| segment.mark.ahead(clip(at) - segment.at))
    }

    /// The marks that hold within a range, each for the range where it does.
    pub fn marks(&self, range: Range<usize>) -> impl Iterator<Item = (Range<usize>, Mark)> {
        let first = self.segments.partition_point(|segment| segment.at as usize <= range.start).saturating_sub(1);
        let segments = self.segments.get(first..).unwrap_or(&[]);
        let end = range.end;
        segments.iter().enumerate().map_while(move |(index, segment)| {
            let start = (segment.at as usize).max(range.start);
            let stop = segments.get(index + 1).map_or(end, |next| (next.at as usize).min(end));
            (segment.at < clip(end) || index == 0)
                .then(|| (start..stop.max(start), segment.mark.ahead(clip(start) - segment.at)))
        })
    }

    /// A part of it.
    pub fn slice(&self, range: Range<usize>) -> Self {
        if range == (0..self.text.len()) {
            return self.clone();
        }
        let mut builder = Builder::default();
        builder.push_slice(self, range, Mark::default());
        builder.finish()
    }

    /// It without what is trimmed off at both ends.
    pub fn trimmed(&self, trim: impl Fn(&str) -> &str) -> Self {
        let part = trim(&self.text);
        // What is trimmed is a part of the text: its address tells which.
        let start = (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize).min(self.text.len());
        self.slice(start..(start + part.len()).min(self.text.len()))
    }
}

/// Puts a text together.
#[derive(Debug, Default)]
pub(super) struct Builder {
    text: String,
    segments: Vec<Segment>,
}

impl Builder {
    pub fn len(&self) -> usize {
        self.text.len()
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Adds bytes that have one mark.
    pub fn push(&mut self, text: &str, mark: Mark) {
        if text.is_empty() {
            return;
        }
        let at = clip(self.text.len());
        let goes_on = self.segments.last().is_some_and(|last| {
            let here = last.mark.ahead(at - last.at);
            here == mark && (!mark.exact || here.place.map(|place| place.start) == mark.place.map(|place| place.start))
        });
        if !goes_on && (mark != Mark::default() || !self.segments.is_empty()) {
            self.segments.push(Segment { at, mark });
        }
        self.text.push_str(text);
    }

    /// Adds a text; what its own marks leave open is as `base` says.
    pub fn push_text(&mut self, text: &Text, base: Mark) {
        self.push_slice(text, 0..text.text.len(), base);
    }

    /// Adds a part of a text.
    pub fn push_slice(&mut self, text: &Text, range: Range<usize>, base: Mark) {
        let known = text.segments.first().map_or(range.end, |first| (first.at as usize).clamp(range.start, range.end));
        self.push(text.text.get(range.start..known).unwrap_or(""), base);
        for (part, mark) in text.marks(known..range.end) {
            self.push(text.text.get(part).unwrap_or(""), mark.over(base));
        }
    }

    pub fn finish(self) -> Text {
        Text { text: self.text.into(), segments: self.segments.into() }
    }
}

fn clip(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    fn span(start: u32, end: u32) -> Span {
        Span { file: FileId(0), start, end }
    }

    fn exact(start: u32, end: u32) -> Mark {
        Mark { place: Some(span(start, end)), exact: true, ..Mark::default() }
    }

    #[test]
    fn a_part_of_a_text_knows_its_own_place() {
        let text = Text::marked("hello world", exact(100, 111));
        let part = text.slice(6..11);
        assert_eq!((part.as_str(), part.mark(0).place), ("world", Some(span(106, 111))));
        assert_eq!(part.mark(2).place, Some(span(108, 111)));
        assert_eq!(text.trimmed(|text| text.trim_start_matches("hello ")).mark(0).place, Some(span(106, 111)));
    }

    #[test]
    fn what_an_action_puts_in_has_the_place_of_the_action() {
        let mut builder = Builder::default();
        builder.push_slice(&Text::marked("a: x", exact(0, 4)), 0..3, Mark::default());
        let action = Mark { place: Some(span(3, 13)), origin: Some(span(50, 52)), ..Mark::default() };
        builder.push_text(&Text::plain("value"), action);
        builder.push_text(&Text::marked("!", exact(30, 31)), action);
        let text = builder.finish();
        assert_eq!(text.as_str(), "a: value!");
        let marks: Vec<_> = text.marks(2..9).map(|(range, mark)| (range, mark.place.map(|it| it.start))).collect();
        assert_eq!(marks, [(2..3, Some(2)), (3..8, Some(3)), (8..9, Some(30))]);
        assert_eq!(text.mark(8).origin, Some(span(50, 52)));
        assert!(!text.mark(4).exact && text.mark(8).exact);
    }

    #[test]
    fn holes_are_found() {
        assert_eq!(Text::plain(format!("a{OPEN}12{CLOSE}")).hole(), Some(12));
        assert!(Text::plain(format!(" {OPEN}1{CLOSE}\n")).is_hole());
        assert!(!Text::plain(format!("{OPEN}1{CLOSE}{OPEN}2{CLOSE}")).is_hole());
        assert!(!Text::plain(format!("{OPEN}1{CLOSE}")).is_known());
        assert_eq!(Text::plain(OPEN.to_string()).hole(), None);
    }
}
