//! Functions of points in time that are written out.

use time::format_description::well_known::Rfc3339;
use time::{Duration, OffsetDateTime};

use crate::model::{Kind, Value};
use crate::source::Span;

use super::{Args, answer, text};

/// What the function makes of its arguments; nothing when it is not of these.
pub(super) fn call(name: &str, args: Args<'_>, span: Span) -> Option<Value> {
    let made = match name {
        "formatdate" => text(args, 0)
            .zip(instant(args, 1))
            .and_then(|(pattern, at)| formatted(&pattern, at))
            .map(|text| Kind::String(text.into())),
        "timeadd" => instant(args, 0)
            .zip(text(args, 1).and_then(|text| duration(&text)))
            .and_then(|(at, duration)| at.checked_add(duration))
            .and_then(|at| at.replace_nanosecond(0).ok()?.format(&Rfc3339).ok())
            .map(|text| Kind::String(text.into())),
        "timecmp" => instant(args, 0).zip(instant(args, 1)).map(|(a, b)| Kind::Number(f64::from(a.cmp(&b) as i8))),
        _ => return None,
    };
    Some(answer(name, made, args, span))
}

fn instant(args: Args<'_>, index: usize) -> Option<OffsetDateTime> {
    let text = text(args, index)?;
    // Terraform takes capital letters only.
    OffsetDateTime::parse(&text, &Rfc3339).ok().filter(|_| !text.contains(['t', 'z', ' ']))
}

/// A duration as Go writes it: `1h30m`, `-1.5h`.
fn duration(text: &str) -> Option<Duration> {
    let (sign, mut rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    if rest == "0" {
        return Some(Duration::ZERO);
    }
    let mut all = Duration::ZERO;
    while {
        let end = rest.find(|letter: char| !letter.is_ascii_digit() && letter != '.')?;
        let (number, behind) = rest.split_at(end);
        let end = behind.find(|letter: char| letter.is_ascii_digit() || letter == '.').unwrap_or(behind.len());
        let (unit, after) = behind.split_at(end);
        let unit = match unit {
            "h" => 3_600.0,
            "m" => 60.0,
            "s" => 1.0,
            "ms" => 1e-3,
            "us" | "µs" | "μs" => 1e-6,
            "ns" => 1e-9,
            _ => return None,
        };
        all = all.checked_add(Duration::checked_seconds_f64(number.parse::<f64>().ok()? * unit)?)?;
        rest = after;
        !rest.is_empty()
    } {}
    Some(all * sign)
}

/// A point in time in the pattern language of `formatdate`.
fn formatted(pattern: &str, at: OffsetDateTime) -> Option<String> {
    let mut made = String::new();
    let mut rest = pattern;
    while let Some(first) = rest.chars().next() {
        if first == '\'' {
            rest = quoted(&rest[1..], &mut made)?;
            continue;
        }
        let end = rest.find(|letter| letter != first).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        if first.is_ascii_alphabetic() {
            made.push_str(&field(word, at)?);
        } else {
            made.push_str(word);
        }
        rest = after;
    }
    Some(made)
}

/// Copies text up to the closing quote; what is behind that.
fn quoted<'t>(text: &'t str, made: &mut String) -> Option<&'t str> {
    let mut rest = text;
    loop {
        let end = rest.find('\'')?;
        made.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        match rest.strip_prefix('\'') {
            Some(after) => {
                made.push('\'');
                rest = after;
            }
            None => return Some(rest),
        }
    }
}

fn field(word: &str, at: OffsetDateTime) -> Option<String> {
    let hour = at.hour();
    let half = (hour + 11) % 12 + 1;
    let (hours, minutes, _) = at.offset().as_hms();
    let is_utc = at.offset().is_utc();
    let zone = |colon: &str| {
        let sign = if at.offset().is_negative() { '-' } else { '+' };
        format!("{sign}{:02}{colon}{:02}", hours.unsigned_abs(), minutes.unsigned_abs())
    };
    Some(match word {
        "YYYY" => format!("{:04}", at.year()),
        "YY" => format!("{:02}", at.year().rem_euclid(100)),
        "MMMM" => at.month().to_string(),
        "MMM" => at.month().to_string().get(..3)?.to_owned(),
        "MM" => format!("{:02}", u8::from(at.month())),
        "M" => u8::from(at.month()).to_string(),
        "DD" => format!("{:02}", at.day()),
        "D" => at.day().to_string(),
        "EEEE" => at.weekday().to_string(),
        "EEE" => at.weekday().to_string().get(..3)?.to_owned(),
        "hh" => format!("{hour:02}"),
        "h" => hour.to_string(),
        "HH" => format!("{half:02}"),
        "H" => half.to_string(),
        "AA" => (if hour < 12 { "AM" } else { "PM" }).to_owned(),
        "aa" => (if hour < 12 { "am" } else { "pm" }).to_owned(),
        "mm" => format!("{:02}", at.minute()),
        "m" => at.minute().to_string(),
        "ss" => format!("{:02}", at.second()),
        "s" => at.second().to_string(),
        "ZZZZZ" => zone(":"),
        "ZZZZ" => zone(""),
        "ZZZ" if is_utc => "UTC".to_owned(),
        "ZZZ" => zone(""),
        "Z" if is_utc => "Z".to_owned(),
        "Z" => zone(":"),
        _ => return None,
    })
}
