//! References to container images, `registry/path:tag@digest`, taken apart.

use std::sync::Arc;

use crate::model::{Entry, Kind, Piece, Reason, Signal, Value, VendorUse};
use crate::source::{Sources, Span};

use super::written::Written;

/// The entries `image`, `tag` and `digest` of a reference. A part that is not there is absent; one that
/// may be in a variable is unknown.
pub fn parts(sources: &Sources, reference: &Value) -> Vec<Entry> {
    let Some((pieces, reason)) = pieces(reference) else { return Vec::new() };
    let cut = Cut::new(&pieces);
    let written = Written::of(sources, reference);
    let part = |range: std::ops::Range<Place>| {
        let span = written.as_ref().map_or(reference.span, |written| written.part(range.start.1..range.end.1));
        value(&pieces, range, reason.clone(), span).map(|value| Value { trace: reference.trace.clone(), ..value })
    };
    let last = pieces.len() - 1;
    let end = (last, text(&pieces[last]).len());
    let hidden = || match (&pieces[last], &reason) {
        (Piece::Hole(_), Some(reason)) => Some(Value::unknown(reason.clone(), reference.span)),
        _ => None,
    };
    let digest = match cut.digest {
        Some(at) => part((at.0, at.1 + 1)..end),
        None => hidden(),
    };
    let before_digest = cut.digest.unwrap_or(end);
    let tag = match cut.tag {
        Some(at) => part((at.0, at.1 + 1)..before_digest),
        None if cut.digest.is_none() => hidden(),
        None => None,
    };
    let image = part((0, 0)..cut.tag.unwrap_or(before_digest));
    [("image", image), ("tag", tag), ("digest", digest)]
        .into_iter()
        .filter_map(|(key, value)| Some(Entry::of(key, value?)))
        .collect()
}

/// The sign of a vendor that using an image is; none when its name is not known.
pub fn used(reference: &Value) -> Option<VendorUse> {
    let (pieces, _) = pieces(reference)?;
    let cut = Cut::new(&pieces);
    let last = pieces.len() - 1;
    let end = cut.tag.or(cut.digest).unwrap_or((last, text(&pieces[last]).len()));
    let name: Arc<str> = match &pieces[..=end.0] {
        [Piece::Text(text)] => text[..end.1].into(),
        // A registry that is not known: the path behind it tells the image all the same.
        [Piece::Hole(_), Piece::Text(text)] => text[..end.1].strip_prefix('/')?.into(),
        _ => return None,
    };
    (!name.is_empty()).then_some(VendorUse {
        signal: Signal::Image,
        name,
        span: reference.span,
        development: false,
        direct: true,
    })
}

/// A piece and a byte in it.
type Place = (usize, usize);

/// Where a reference is to be cut: at the `@` before the digest, and at the colon before the tag.
struct Cut {
    digest: Option<Place>,
    tag: Option<Place>,
}

impl Cut {
    fn new(pieces: &[Piece]) -> Self {
        let texts = || pieces.iter().map(text).enumerate();
        let digest = texts().find_map(|(index, text)| Some((index, text.find('@')?)));
        let before = |(index, text): (usize, &'_ str)| match digest {
            Some((piece, at)) if piece == index => at,
            Some((piece, _)) if piece < index => 0,
            _ => text.len(),
        };
        let tag = texts().rev().find_map(|(index, text)| {
            let text = &text[..before((index, text))];
            let at = text.rfind([':', '/'])?;
            Some((index, at, text.as_bytes()[at] == b':'))
        });
        Self { digest, tag: tag.filter(|(.., is_tag)| *is_tag).map(|(index, at, _)| (index, at)) }
    }
}

fn text(piece: &Piece) -> &str {
    match piece {
        Piece::Text(text) => text,
        Piece::Hole(_) => "",
    }
}

/// The pieces of a text, at least one, and why some are not known.
fn pieces(value: &Value) -> Option<(Vec<Piece>, Option<Reason>)> {
    match &value.kind {
        Kind::String(text) if !text.is_empty() => Some((vec![Piece::Text(text.clone())], None)),
        Kind::Unknown(unknown) if unknown.pieces.is_empty() => {
            Some((vec![Piece::Hole(Vec::new())], Some(unknown.reason.clone())))
        }
        Kind::Unknown(unknown) => Some((unknown.pieces.clone(), Some(unknown.reason.clone()))),
        _ => None,
    }
}

/// A range of the pieces as a value; none when it is empty.
fn value(pieces: &[Piece], range: std::ops::Range<Place>, reason: Option<Reason>, span: Span) -> Option<Value> {
    let mut kept = Vec::new();
    for (index, piece) in pieces.iter().enumerate().take(range.end.0 + 1).skip(range.start.0) {
        match piece {
            Piece::Hole(_) => kept.push(piece.clone()),
            Piece::Text(text) => {
                let from = if index == range.start.0 { range.start.1 } else { 0 };
                let to = if index == range.end.0 { range.end.1 } else { text.len() };
                if from < to {
                    kept.push(Piece::Text(text[from..to].into()));
                }
            }
        }
    }
    match (kept.as_slice(), reason) {
        ([], _) => None,
        ([Piece::Text(text)], _) => Some(Value::string(text.clone(), span)),
        (_, Some(reason)) => Some(Value::partial(reason, kept, span)),
        (_, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, SourceFile};

    fn sources(text: &str) -> (Sources, Span) {
        let span = Span::new(FileId(0), 0..text.len());
        (Sources::new(vec![SourceFile::new("x".to_owned(), text.to_owned())]), span)
    }

    /// The parts as `key=slice`, each of which has to stand in the source as it is.
    fn split(text: &str) -> String {
        let (sources, span) = sources(&format!("'{text}'"));
        let entries = parts(&sources, &Value::string(text, span));
        let shown = entries.iter().map(|entry| {
            assert_eq!(entry.value.as_str(), Some(sources.slice(entry.value.span)));
            format!("{}={}", entry.key, entry.value.as_str().unwrap_or("?"))
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn known_references() {
        for (reference, expected) in [
            ("alpine", "image=alpine"),
            ("alpine:3.20", "image=alpine tag=3.20"),
            ("host:5000/a/b", "image=host:5000/a/b"),
            ("host:5000/a/b:c@sha256:12", "image=host:5000/a/b tag=c digest=sha256:12"),
            ("a@sha256:12", "image=a digest=sha256:12"),
            ("a:", "image=a"),
            ("", ""),
        ] {
            assert_eq!(split(reference), expected);
        }
    }

    fn partial(pieces: &[&str]) -> Value {
        let piece = |text: &&str| if text.is_empty() { Piece::Hole(vec![]) } else { Piece::Text((*text).into()) };
        Value::partial(Reason::Input("X".into()), pieces.iter().map(piece).collect(), Span::top(FileId(0)))
    }

    #[test]
    fn references_known_in_part() {
        let (sources, _) = sources("");
        let shape = |pieces: &[&str]| {
            let entries = parts(&sources, &partial(pieces));
            let shown = entries.iter().map(|entry| format!("{}={}", entry.key, entry.value.as_str().unwrap_or("?")));
            shown.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(shape(&["node:", ""]), "image=node tag=? digest=?");
        assert_eq!(shape(&["", "/a:1"]), "image=? tag=1");
        assert_eq!(shape(&["", ":5000/a"]), "image=?");
        assert_eq!(shape(&[""]), "image=? tag=? digest=?");
        assert_eq!(shape(&["a:", "", "-slim@sha256:", ""]), "image=a tag=? digest=?");
    }

    #[test]
    fn the_name_is_told_where_it_is_known() {
        let name = |value: &Value| used(value).map(|used| used.name.to_string());
        assert_eq!(name(&partial(&["node:", ""])).as_deref(), Some("node"));
        assert_eq!(name(&partial(&["", "/a/b:", ""])).as_deref(), Some("a/b"));
        assert_eq!(name(&partial(&["", ":1"])), None);
        assert_eq!(name(&partial(&["a", ""])), None);
        assert_eq!(name(&Value::unknown(Reason::Limit, Span::top(FileId(0)))), None);
    }
}
