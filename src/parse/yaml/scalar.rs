//! What a scalar's text means: the core schema of YAML 1.2.
//!
//! One departure: a number with a leading zero is octal, or text if it cannot be, because the programs
//! that read the files phiward looks at (Kubernetes, CloudFormation, Rails, Spring) take `0644` so.

use crate::model::Kind;

/// The type of a plain scalar without a tag.
pub(super) fn typed(text: &str) -> Kind {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Kind::Null,
        "true" | "True" | "TRUE" => Kind::Bool(true),
        "false" | "False" | "FALSE" => Kind::Bool(false),
        _ => number(text).map_or_else(|| Kind::String(text.into()), Kind::Number),
    }
}

/// The value of a scalar with one of the core schema's tags; text when it does not fit the tag.
pub(super) fn forced(core: &str, text: &str) -> Kind {
    let kind = typed(text);
    let fits = match core {
        "null" => matches!(kind, Kind::Null),
        "bool" => matches!(kind, Kind::Bool(_)),
        "int" | "float" => matches!(kind, Kind::Number(_)),
        _ => false,
    };
    if fits { kind } else { Kind::String(text.into()) }
}

/// A finite number: no configuration that is read here means anything by `.inf` or `.nan`.
fn number(text: &str) -> Option<f64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if !digits.starts_with(|first: char| first.is_ascii_digit() || first == '.') {
        return None;
    }
    let (digits, radix) = match digits.as_bytes() {
        [b'0', b'o', ..] => (&digits[2..], 8),
        [b'0', b'x', ..] => (&digits[2..], 16),
        [b'0', rest @ ..] if !rest.is_empty() && rest.iter().all(u8::is_ascii_digit) => (digits, 8),
        _ => return decimal(text, digits),
    };
    if !digits.starts_with(|first: char| first.is_ascii_hexdigit()) {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "a model's number is a float")]
    let number = u64::from_str_radix(digits, radix).ok()? as f64;
    Some(if text.starts_with('-') { -number } else { number })
}

fn decimal(text: &str, digits: &str) -> Option<f64> {
    let (mantissa, exponent) = digits.split_once(['e', 'E']).map_or((digits, None), |(m, e)| (m, Some(e)));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let exponent = exponent.map(|exponent| exponent.strip_prefix(['+', '-']).unwrap_or(exponent));
    let well_formed = !(whole.is_empty() && fraction.is_empty())
        && all_digits(whole)
        && all_digits(fraction)
        && exponent.is_none_or(|exponent| !exponent.is_empty() && all_digits(exponent));
    if well_formed { text.parse().ok().filter(|number: &f64| number.is_finite()) } else { None }
}
