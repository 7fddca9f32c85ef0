//! Semantic versions and the constraints that charts hold them against.

use std::cmp::Ordering;

use crate::lower::iac::helm::machine::{Answer, Stop};
use crate::lower::iac::helm::val::Val;

use super::Args;

/// Calls a function, if it is one of these.
pub(super) fn call(name: &str, args: &Args) -> Option<Answer<Val>> {
    Some(match name {
        "semverCompare" => args.str(0).and_then(|constraint| {
            let wrong = || Stop::error("a version or its constraint is none");
            let version = Version::parse(&args.str(1)?).ok_or_else(wrong)?;
            meets(&constraint, &version).map(Val::bool).ok_or_else(wrong)
        }),
        "semver" => args.str(0).and_then(|text| {
            let version = Version::parse(&text).ok_or_else(|| Stop::error("a version is none"))?;
            let int = |at: usize| Val::int(i64::try_from(version.numbers[at]).unwrap_or(i64::MAX));
            Ok(Val::map([
                ("Major".into(), int(0)),
                ("Minor".into(), int(1)),
                ("Patch".into(), int(2)),
                ("Prerelease".into(), Val::str(version.pre.as_str())),
                ("Metadata".into(), Val::str(version.meta.as_str())),
                ("Original".into(), Val::str(text.as_str())),
            ]))
        }),
        _ => return None,
    })
}

/// A version; numbers that are not written are nought.
#[derive(Clone, Debug)]
pub(in crate::lower::iac::helm) struct Version {
    numbers: [u64; 3],
    /// How many of them are written.
    written: usize,
    pre: String,
    meta: String,
}

impl Version {
    /// A version as written, with or without a `v`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.strip_prefix('v').unwrap_or(text);
        let (text, meta) = text.split_once('+').unwrap_or((text, ""));
        let (text, pre) = text.split_once('-').unwrap_or((text, ""));
        let mut numbers = [0; 3];
        let mut written = 0;
        for part in text.split('.') {
            if matches!(part, "x" | "X" | "*") {
                break;
            }
            *numbers.get_mut(written)? = part.parse().ok()?;
            written += 1;
        }
        Some(Self { numbers, written, pre: pre.to_owned(), meta: meta.to_owned() })
    }

    fn order(&self, other: &Self) -> Ordering {
        self.numbers.cmp(&other.numbers).then_with(|| match (self.pre.is_empty(), other.pre.is_empty()) {
            (true, true) => Ordering::Equal,
            (true, false) => Ordering::Greater,
            (false, true) => Ordering::Less,
            (false, false) => order_pre(&self.pre, &other.pre),
        })
    }

    /// The version that is one higher in the number at an index.
    fn above(&self, index: usize) -> Self {
        let mut numbers = [0; 3];
        numbers[..=index].copy_from_slice(&self.numbers[..=index]);
        numbers[index] = numbers[index].saturating_add(1);
        Self { numbers, written: 3, pre: String::new(), meta: String::new() }
    }
}

fn order_pre(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a.split('.'), b.split('.'));
    loop {
        let order = match (left.next(), right.next()) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(a), Some(b)) => match (a.parse::<u64>(), b.parse::<u64>()) {
                (Ok(a), Ok(b)) => a.cmp(&b),
                (Ok(_), Err(_)) => Ordering::Less,
                (Err(_), Ok(_)) => Ordering::Greater,
                (Err(_), Err(_)) => a.cmp(b),
            },
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}

/// Whether a version meets a constraint such as `>=1.19-0 <2 || ^3.1`; none when it is no constraint.
pub(in crate::lower::iac::helm) fn meets(constraint: &str, version: &Version) -> Option<bool> {
    let mut any = false;
    for part in constraint.split("||") {
        any |= meets_all(part, version)?;
    }
    Some(any)
}

fn meets_all(part: &str, version: &Version) -> Option<bool> {
    let part = part.trim();
    if let Some((low, high)) = part.split_once(" - ") {
        return Some(meets_one(">=", low, version)? && meets_one("<=", high, version)?);
    }
    let mut all = true;
    let mut rest = part.trim_start_matches([' ', ',']);
    if rest.is_empty() {
        return meets_one("", "*", version);
    }
    while !rest.is_empty() {
        let sign = rest.find(|c: char| !matches!(c, '=' | '!' | '<' | '>' | '~' | '^')).unwrap_or(rest.len());
        let (operator, after) = rest.split_at(sign);
        let after = after.trim_start();
        let end = after.find([' ', ',', '<', '>', '=', '!', '~', '^']).unwrap_or(after.len());
        all &= meets_one(operator, &after[..end], version)?;
        rest = after[end..].trim_start_matches([' ', ',']);
    }
    Some(all)
}

fn meets_one(operator: &str, text: &str, version: &Version) -> Option<bool> {
    let wanted = Version::parse(text)?;
    // A version before a release meets only constraints that speak of such.
    if !version.pre.is_empty() && wanted.pre.is_empty() {
        return Some(false);
    }
    let order = version.order(&wanted);
    let from = |end: &Version| order.is_ge() && version.order(end).is_lt();
    let last = wanted.written.saturating_sub(1);
    Some(match operator {
        "" | "=" | "==" if wanted.written == 0 => true,
        "" | "=" | "==" if wanted.written < 3 => from(&wanted.above(last)),
        "" | "=" | "==" => order.is_eq(),
        "!=" if wanted.written < 3 => wanted.written > 0 && !from(&wanted.above(last)),
        "!=" => order.is_ne(),
        ">" if wanted.written < 3 => wanted.written > 0 && version.order(&wanted.above(last)).is_ge(),
        ">" => order.is_gt(),
        ">=" | "=>" => order.is_ge(),
        "<" => order.is_lt(),
        "<=" | "=<" if wanted.written < 3 => wanted.written == 0 || version.order(&wanted.above(last)).is_lt(),
        "<=" | "=<" => order.is_le(),
        "~" | "~>" => wanted.written == 0 || from(&wanted.above(last.min(1))),
        "^" => {
            let first = wanted.numbers.iter().take(wanted.written).position(|number| *number > 0);
            wanted.written == 0 || from(&wanted.above(first.unwrap_or(last)))
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constraints_hold_as_the_library_documents_them() {
        for (constraint, version, wanted) in [
            (">=1.19-0", "v1.35.0", true),
            (">= 1.21.0-0", "1.20.9", false),
            ("<1.14-0", "1.35.0", false),
            (">=1.2, <2", "1.9.9", true),
            (">=1.2 <2", "2.0.0", false),
            ("^1.2.3", "1.9.0", true),
            ("^0.2.3", "0.3.0", false),
            ("^0.2.3", "0.2.9", true),
            ("~1.2.3", "1.2.9", true),
            ("~1.2", "1.3.0", false),
            ("~1", "1.9.0", true),
            ("1.2.x", "1.2.7", true),
            ("1.2", "1.3.0", false),
            ("*", "3.1.4", true),
            ("1.x || 3.x", "3.1.0", true),
            ("1.2 - 1.4", "1.3.7", true),
            (">=1.19", "1.20.0-gke.1", false),
            (">=1.19-0", "1.20.0-gke.1", true),
            ("!=1.2.3", "1.2.4", true),
            (">1.2", "1.2.9", false),
            ("<=1.2", "1.2.9", true),
        ] {
            let version_read = Version::parse(version).unwrap();
            assert_eq!(meets(constraint, &version_read), Some(wanted), "{constraint} {version}");
        }
        assert!(meets(">=a", &Version::parse("1").unwrap()).is_none());
    }
}
