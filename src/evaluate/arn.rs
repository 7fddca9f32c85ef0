//! Whether an IAM resource pattern covers the ARN of the fact that a rule selected.

use crate::model::{Fact, Kind, Link, Piece, Value};

use super::answer::Answer;
use super::condition::wildcard;

/// Holds a resource pattern against the subject's ARN followed by `ending`. The ARN itself is seldom
/// written out: what counts is a reference to the subject, or its name at the end of the pattern.
#[must_use]
pub fn covers_subject(value: &Value, ending: &str, subject: &Fact) -> Answer {
    let refers = |links: &[Link]| links.iter().any(|link| same_address(&link.address, &subject.address));
    match &value.kind {
        Kind::String(pattern) if pattern.chars().all(|letter| letter == '*') && !pattern.is_empty() => Answer::Pass,
        Kind::String(pattern) => Answer::from_bool(is_named(pattern, ending, subject)),
        Kind::Unknown(unknown) if !unknown.pieces.is_empty() => {
            let at = unknown.pieces.iter().rposition(|piece| matches!(piece, Piece::Hole(links) if refers(links)));
            let Some(at) = at else {
                // Behind `arn:${AWS::Partition}:s3:::` a name may stand as it is.
                let last = unknown.suffix();
                if is_named(last, ending, subject) {
                    return Answer::Pass;
                }
                // What is the same for all resources of a stack may be a part of a name.
                let is_blind =
                    |links: &[Link]| links.is_empty() || links.iter().any(|link| link.address.starts_with("AWS::"));
                let blind = unknown.pieces.iter().any(|piece| matches!(piece, Piece::Hole(links) if is_blind(links)));
                return if blind { Answer::Open } else { Answer::Fail };
            };
            let mut rest = String::new();
            for piece in &unknown.pieces[at + 1..] {
                match piece {
                    Piece::Text(text) => rest.push_str(text),
                    Piece::Hole(_) => return Answer::Open,
                }
            }
            Answer::from_bool(wildcard(&rest, ending))
        }
        Kind::Unknown(_) if refers(value.links()) => Answer::from_bool(ending.is_empty()),
        Kind::Unknown(_) if value.links().is_empty() => Answer::Open,
        _ => Answer::Fail,
    }
}

/// Whether a pattern ends in a name of the subject and covers what may follow it.
fn is_named(pattern: &str, ending: &str, subject: &Fact) -> bool {
    names(subject).any(|name| {
        pattern.rfind(name).is_some_and(|at| {
            let border = at == 0 || pattern[..at].ends_with([':', '/']);
            border && wildcard(&pattern[at + name.len()..], ending)
        })
    })
}

/// Whether two addresses mean the same fact, or one an instance of the other: `a.b` and `a.b["x"]`.
#[must_use]
pub fn same_address(one: &str, other: &str) -> bool {
    let base = |address: &'_ str| address.strip_suffix(']').and_then(|_| address.rfind('[')).unwrap_or(address.len());
    one == other || one[..base(one)] == *other || other[..base(other)] == *one
}

/// Texts of the subject that may be its name.
fn names(subject: &Fact) -> impl Iterator<Item = &str> {
    let entries = subject.body.as_map().map_or(&[][..], |map| &map.entries);
    entries.iter().filter_map(|entry| entry.value.as_str()).filter(|name| name.len() >= 3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Dialect, Entry, Reason, ScopeId};
    use crate::source::{FileId, Span};

    fn bucket() -> Fact {
        let span = Span::top(FileId(0));
        let name = Entry { key: "bucket".into(), key_span: span, value: Value::string("records", span) };
        Fact {
            dialect: Dialect::Terraform,
            kind: "aws_s3_bucket".into(),
            address: "aws_s3_bucket.b".into(),
            scope: ScopeId(0),
            body: Value::map(vec![name], span),
            span,
            header: span,
            via: Vec::new(),
        }
    }

    #[test]
    fn a_pattern_covers_by_name_or_by_reference() {
        let span = Span::top(FileId(0));
        let text = |pattern: &str| Value::string(pattern, span);
        let link = Link { address: "aws_s3_bucket.b".into(), attribute: "arn".into() };
        let partial = |rest: &str| {
            let pieces = vec![Piece::Hole(vec![link.clone()]), Piece::Text(rest.into())];
            Value::partial(Reason::Computed("aws_s3_bucket.b.arn".into()), pieces, span)
        };
        let plain = Value::unknown(Reason::Computed("x".into()), span).with_links([link.clone()]);
        for (value, ending, answer) in [
            (text("*"), "/*", Answer::Pass),
            (text("arn:aws:s3:::records"), "", Answer::Pass),
            (text("arn:aws:s3:::records/*"), "/*", Answer::Pass),
            (text("arn:aws:s3:::records/*"), "", Answer::Fail),
            (text("arn:aws:s3:::old-records"), "", Answer::Fail),
            (text("arn:aws:s3:::records*"), "", Answer::Pass),
            (partial("/*"), "/*", Answer::Pass),
            (partial("/*"), "", Answer::Fail),
            (partial("/public/*"), "/*", Answer::Fail),
            (plain.clone(), "", Answer::Pass),
            (plain, "/*", Answer::Fail),
            (Value::unknown(Reason::Input("x".into()), span), "", Answer::Open),
        ] {
            assert_eq!(covers_subject(&value, ending, &bucket()), answer, "{value:?} + {ending}");
        }
    }

    #[test]
    fn an_instance_is_its_resource() {
        assert!(same_address("a.b", "a.b[\"x\"]"));
        assert!(same_address("a.b[0]", "a.b"));
        assert!(!same_address("a.b[0]", "a.b[1]"));
        assert!(!same_address("a.b", "a.bc"));
    }
}
