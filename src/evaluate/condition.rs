//! Whether one value meets one condition.

use std::net::IpAddr;

use crate::catalog::{Condition, Predicate, Scalar, version_numbers};
use crate::model::{Kind, Piece, Value};

use super::answer::Answer;
use super::pattern::Patterns;

/// What conditions need to know beside the value.
pub struct Surroundings<'s> {
    /// Compiled regular expressions.
    pub patterns: Patterns,
    /// The day of the scan, as `YYYY-MM-DD`.
    pub today: String,
    /// The day ninety days later, likewise.
    pub horizon: String,
    /// Whether a name stands for protected health information.
    pub is_phi: &'s (dyn Fn(&str) -> bool + Sync),
}

/// Holds a value that is there (not a list, unless the condition speaks of lists) to a condition.
/// `CoversSubject` is not decided here: it needs the subject.
#[must_use]
pub fn meets(value: &Value, condition: &Condition, around: &Surroundings<'_>) -> Answer {
    match condition {
        Condition::Present => present(value),
        Condition::In(options) => one_of(value, options, false),
        Condition::InAnyCase(options) => one_of(value, options, true),
        Condition::Matches(pattern) => matches(value, pattern, &around.patterns),
        Condition::PiecesMatch(pattern) => pieces_match(value, pattern, &around.patterns),
        Condition::Contains(wanted) => contains(value, wanted),
        Condition::Range(min, max) => range(value, *min, *max),
        Condition::Version(min, max) => version(value, min.as_deref(), max.as_deref()),
        Condition::Covers(wanted) => covers(value, wanted),
        Condition::CoversSubject(_) => Answer::Open,
        Condition::Is(predicate) => is(value, *predicate, around),
    }
}

fn present(value: &Value) -> Answer {
    match &value.kind {
        Kind::Null => Answer::Fail,
        Kind::String(text) => Answer::from_bool(!text.is_empty()),
        Kind::List(list) if list.items.is_empty() => absent_unless(list.open.is_some()),
        Kind::Map(map) if map.entries.is_empty() => absent_unless(map.open.is_some()),
        Kind::Unknown(unknown) if unknown.may_be_absent() && value.links().is_empty() => Answer::Open,
        _ => Answer::Pass,
    }
}

fn absent_unless(open: bool) -> Answer {
    if open { Answer::Open } else { Answer::Fail }
}

/// Whether a scalar equals a constant, with the conversions that providers make: `true` is `"true"`.
fn equal(value: &Value, wanted: &Scalar, any_case: bool) -> bool {
    match wanted {
        Scalar::Bool(truth) => value.as_bool() == Some(*truth),
        Scalar::Number(number) => value.as_number().is_some_and(|own| (own - number).abs() < f64::EPSILON),
        Scalar::Text(text) => match &value.kind {
            Kind::String(own) if any_case => own.eq_ignore_ascii_case(text),
            Kind::String(own) => **own == **text,
            Kind::Bool(own) => text.parse() == Ok(*own),
            Kind::Number(own) => text.parse() == Ok(*own),
            _ => false,
        },
    }
}

fn one_of(value: &Value, options: &[Scalar], any_case: bool) -> Answer {
    if let Kind::Unknown(unknown) = &value.kind {
        let lower = |text: &str| if any_case { text.to_ascii_lowercase() } else { text.to_owned() };
        let possible = options.iter().any(|option| match option {
            Scalar::Text(text) => {
                lower(text).starts_with(&lower(unknown.prefix())) && lower(text).ends_with(&lower(unknown.suffix()))
            }
            _ => unknown.pieces.iter().all(|piece| matches!(piece, Piece::Hole(_))),
        });
        return if possible { Answer::Open } else { Answer::Fail };
    }
    Answer::from_bool(options.iter().any(|option| equal(value, option, any_case)))
}

fn matches(value: &Value, pattern: &str, patterns: &Patterns) -> Answer {
    let Some(regex) = patterns.get(pattern) else { return Answer::Open };
    match &value.kind {
        Kind::String(text) => Answer::from_bool(regex.is_match(text)),
        Kind::Number(number) => Answer::from_bool(regex.is_match(&number.to_string())),
        Kind::Bool(truth) => Answer::from_bool(regex.is_match(if *truth { "true" } else { "false" })),
        Kind::Unknown(unknown) => {
            if let Some(truth) = patterns.of_beginning(pattern, unknown.prefix()) {
                return Answer::from_bool(truth);
            }
            // A piece that matches on its own decides, unless the expression is tied to an end of the text.
            let tied = pattern.contains('^') || pattern.contains('$');
            let found = unknown.pieces.iter().any(|piece| matches!(piece, Piece::Text(text) if regex.is_match(text)));
            if found && !tied { Answer::Pass } else { Answer::Open }
        }
        _ => Answer::Fail,
    }
}

/// Decided by what is written out: holes that refer to other facts hold nothing of it.
fn pieces_match(value: &Value, pattern: &str, patterns: &Patterns) -> Answer {
    let (Kind::Unknown(unknown), Some(regex)) = (&value.kind, patterns.get(pattern)) else {
        return matches(value, pattern, patterns);
    };
    if let Some(truth) = patterns.of_beginning(pattern, unknown.prefix()) {
        return Answer::from_bool(truth);
    }
    if unknown.pieces.iter().any(|piece| matches!(piece, Piece::Text(text) if regex.is_match(text))) {
        return Answer::Pass;
    }
    let blind = unknown.pieces.iter().any(|piece| matches!(piece, Piece::Hole(links) if links.is_empty()));
    if blind || (unknown.pieces.is_empty() && value.links().is_empty()) { Answer::Open } else { Answer::Fail }
}

fn contains(value: &Value, wanted: &Scalar) -> Answer {
    match (&value.kind, wanted) {
        (Kind::String(text), Scalar::Text(part)) => Answer::from_bool(text.contains(part.as_str())),
        (Kind::List(list), _) => {
            let mut answer = if list.open.is_some() { Answer::Open } else { Answer::Fail };
            for item in &list.items {
                match one_of(item, std::slice::from_ref(wanted), false) {
                    Answer::Pass => return Answer::Pass,
                    Answer::Open => answer = Answer::Open,
                    Answer::Fail => {}
                }
            }
            answer
        }
        (Kind::Map(map), Scalar::Text(key)) => match (map.get(key), &map.open) {
            (Some(_), _) => Answer::Pass,
            (None, open) => absent_unless(open.is_some()),
        },
        (Kind::Unknown(unknown), Scalar::Text(part)) => {
            let found =
                unknown.pieces.iter().any(|piece| matches!(piece, Piece::Text(text) if text.contains(part.as_str())));
            if found { Answer::Pass } else { Answer::Open }
        }
        (Kind::Unknown(_), _) => Answer::Open,
        _ => Answer::from_bool(equal(value, wanted, false)),
    }
}

fn range(value: &Value, min: Option<f64>, max: Option<f64>) -> Answer {
    match value.as_number() {
        Some(number) => Answer::from_bool(min.is_none_or(|min| number >= min) && max.is_none_or(|max| number <= max)),
        None if value.as_unknown().is_some() => Answer::Open,
        None => Answer::Fail,
    }
}

fn version(value: &Value, min: Option<&[u64]>, max: Option<&[u64]>) -> Answer {
    let numbers = match &value.kind {
        Kind::String(text) => version_numbers(text),
        Kind::Number(number) => version_numbers(&number.to_string()),
        _ => None,
    };
    // A text without numbers, `latest` say, tells no version.
    numbers.map_or(Answer::Open, |own| {
        Answer::from_bool(min.is_none_or(|min| own.as_slice() >= min) && max.is_none_or(|max| own.as_slice() < max))
    })
}

fn covers(value: &Value, wanted: &str) -> Answer {
    match &value.kind {
        Kind::String(pattern) => Answer::from_bool(wildcard(pattern, wanted)),
        Kind::Unknown(_) => Answer::Open,
        _ => Answer::Fail,
    }
}

/// Whether a pattern with `*` and `?`, as IAM compares actions, covers a text. A `*` in the text is
/// covered by one in the pattern alone.
#[must_use]
pub fn wildcard(pattern: &str, text: &str) -> bool {
    let (pattern, text) = (pattern.to_ascii_lowercase().into_bytes(), text.to_ascii_lowercase().into_bytes());
    let (mut at, mut from) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while from < text.len() {
        match pattern.get(at) {
            Some(b'*') => {
                star = Some((at, from));
                at += 1;
            }
            Some(byte) if *byte == text[from] || (*byte == b'?' && text[from] != b'*') => {
                at += 1;
                from += 1;
            }
            _ => match star {
                Some((star_at, star_from)) => {
                    at = star_at + 1;
                    from = star_from + 1;
                    star = Some((star_at, from));
                }
                None => return false,
            },
        }
    }
    pattern[at..].iter().all(|byte| *byte == b'*')
}

fn is(value: &Value, predicate: Predicate, around: &Surroundings<'_>) -> Answer {
    match predicate {
        Predicate::Written => Answer::from_bool(match &value.kind {
            Kind::Unknown(unknown) => unknown.pieces.iter().any(|piece| matches!(piece, Piece::Text(_))),
            kind => !matches!(kind, Kind::Null),
        }),
        Predicate::Reference => Answer::from_bool(!value.links().is_empty()),
        Predicate::Literal => Answer::from_bool(matches!(value.kind, Kind::String(_)) && value.links().is_empty()),
        _ => match &value.kind {
            Kind::String(text) => Answer::from_bool(match predicate {
                Predicate::AnyAddress => any_address(text),
                Predicate::PublicAddress => public_address(text),
                Predicate::Phi => (around.is_phi)(text),
                Predicate::PastDate => is_date(text) && text[..10] < *around.today,
                Predicate::DateWithin90Days => is_date(text) && text[..10] <= *around.horizon,
                Predicate::Reference | Predicate::Literal | Predicate::Written => false,
            }),
            Kind::Unknown(_) => Answer::Open,
            _ => Answer::Fail,
        },
    }
}

fn is_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 10
        && bytes[..10].iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

fn any_address(text: &str) -> bool {
    let text = text.trim();
    matches!(text, "*" | "0.0.0.0" | "::" | "[::]")
        || text.eq_ignore_ascii_case("internet")
        || text.eq_ignore_ascii_case("any")
        || text.split_once('/').is_some_and(|(address, bits)| bits == "0" && address.parse::<IpAddr>().is_ok())
}

fn public_address(text: &str) -> bool {
    if any_address(text) {
        return true;
    }
    let address = text.split_once('/').map_or(text, |(address, _)| address);
    match address.trim().parse::<IpAddr>() {
        Ok(IpAddr::V4(address)) => {
            let [first, second, ..] = address.octets();
            let shared = first == 100 && (64..128).contains(&second);
            !(address.is_private() || address.is_loopback() || address.is_link_local() || shared)
        }
        Ok(IpAddr::V6(address)) => {
            let unique_local = address.segments()[0] & 0xfe00 == 0xfc00;
            !(address.is_loopback() || unique_local || address.segments()[0] & 0xffc0 == 0xfe80)
        }
        Err(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Reason;
    use crate::source::{FileId, Span};

    #[test]
    fn iam_wildcards_cover_as_aws_compares() {
        for (pattern, text, covered) in [
            ("s3:*", "s3:GetObject", true),
            ("s3:get*", "s3:GetObject", true),
            ("*", "s3:*", true),
            ("s3:GetObject", "s3:*", false),
            ("s3:?etObject", "s3:GetObject", true),
            ("s3:Put*", "s3:GetObject", false),
            ("*:*Object", "s3:GetObject", true),
            ("", "s3:GetObject", false),
        ] {
            assert_eq!(wildcard(pattern, text), covered, "{pattern} over {text}");
        }
    }

    #[test]
    fn a_partly_known_text_rules_out_what_it_cannot_become() {
        let span = Span::top(FileId(0));
        let pieces = vec![Piece::Text("aws:".into()), Piece::Hole(Vec::new())];
        let value = Value::partial(Reason::Input("x".into()), pieces, span);
        let option = |text: &str| vec![Scalar::Text(text.into())];
        assert_eq!(one_of(&value, &option("aws:kms"), false), Answer::Open);
        assert_eq!(one_of(&value, &option("AES256"), false), Answer::Fail);
        assert_eq!(one_of(&value, &[Scalar::Bool(true)], false), Answer::Fail);
    }

    #[test]
    fn tells_public_networks_from_private_ones() {
        for (text, public) in [
            ("0.0.0.0/0", true),
            ("::/0", true),
            ("203.0.113.0/24", true),
            ("10.0.0.0/8", false),
            ("172.20.1.0/24", false),
            ("100.64.0.0/10", false),
            ("fd00::/8", false),
            ("2600::/16", true),
            ("sg-123", false),
        ] {
            assert_eq!(public_address(text), public, "{text}");
        }
        assert!(!any_address("10.0.0.0/8"));
    }

    #[test]
    fn texts_that_providers_convert_are_equal() {
        let span = Span::top(FileId(0));
        assert_eq!(one_of(&Value::string("true", span), &[Scalar::Bool(true)], false), Answer::Pass);
        assert_eq!(one_of(&Value::number(1.0, span), &[Scalar::Text("1".into())], false), Answer::Pass);
        assert_eq!(one_of(&Value::bool(false, span), &[Scalar::Bool(true)], false), Answer::Fail);
    }
}
