//! Which providers a root uses, the lowest version that it allows of each, and where they come from.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Kind, Provider, Signal, Value, VendorUse};
use crate::parse::hcl::Block;
use crate::source::Span;

/// What was gathered over the modules of one root.
#[derive(Default)]
pub(super) struct Providers {
    /// Providers by the name that resource types begin with, `aws`.
    by_name: BTreeMap<String, Provider>,
    /// Lowest versions by local name.
    minimums: BTreeMap<String, Vec<u64>>,
    /// Lowest versions excluded from above, likewise.
    bounds: BTreeMap<String, Vec<u64>>,
    /// Where providers are configured.
    configured: BTreeMap<String, Span>,
    uses: BTreeSet<VendorUse>,
    visited: BTreeSet<String>,
}

impl Providers {
    /// Whether a module's directory is met for the first time.
    pub fn is_first_visit(&mut self, dir: &str) -> bool {
        self.visited.insert(dir.to_owned())
    }

    /// Versions are locked.
    pub fn locked(&mut self, versions: Vec<(String, String)>) {
        for (name, version) in versions {
            self.raise(canonical(&name), &version);
        }
    }

    /// A resource of a type is declared.
    pub fn used(&mut self, type_name: &str, span: Span) {
        let prefix = type_name.split('_').next().unwrap_or(type_name);
        if !prefix.is_empty() && !self.by_name.contains_key(prefix) {
            self.by_name.insert(prefix.to_owned(), Provider { minimum: None, below: None, span: Some(span) });
        }
    }

    /// A provider is configured. Its version stood here before Terraform 0.13.
    pub fn configured(&mut self, block: &Block, body: &Value) {
        let name = canonical(block.label(0));
        self.configured.entry(name.to_owned()).or_insert(block.header);
        if let Some(version) = body.get("version").and_then(Value::as_str) {
            self.raise(name, version);
        }
        self.notice(block.label(0), block.header);
    }

    /// The `required_providers` of a module's settings.
    pub fn required(&mut self, settings: &Value) {
        let Some(blocks) = settings.get("required_providers") else { return };
        let bodies = match &blocks.kind {
            Kind::List(list) => list.items.iter().filter_map(Value::as_map).collect(),
            Kind::Map(map) => vec![map],
            _ => Vec::new(),
        };
        for entry in bodies.into_iter().flat_map(|body| &body.entries) {
            let source = entry.value.get("source").filter(|source| source.as_str().is_some());
            let version = entry.value.get("version").unwrap_or(&entry.value).as_str();
            let name =
                source.and_then(Value::as_str).and_then(|source| source.rsplit('/').next()).unwrap_or(&entry.key);
            if let Some(version) = version {
                self.raise(canonical(name), version);
            }
            match source {
                Some(source) => self.notice(source.as_str().unwrap_or(""), source.span),
                None => self.notice(&entry.key, entry.key_span),
            }
        }
    }

    fn raise(&mut self, name: &str, constraint: &str) {
        if let Some(below) = below(constraint) {
            let known = self.bounds.entry(name.to_owned()).or_insert_with(|| below.clone());
            if *known > below {
                *known = below;
            }
        }
        let Some(minimum) = minimum(constraint) else { return };
        let known = self.minimums.entry(name.to_owned()).or_default();
        if *known < minimum {
            *known = minimum;
        }
    }

    fn notice(&mut self, name: &str, span: Span) {
        self.uses.insert(VendorUse {
            signal: Signal::TerraformProvider,
            name: name.into(),
            span,
            development: false,
            direct: true,
        });
    }

    /// The providers in use, and the signs of vendors.
    pub fn finish(mut self) -> (BTreeMap<String, Provider>, Vec<VendorUse>) {
        for (name, span) in self.configured {
            self.by_name.entry(name).or_default().span = Some(span);
        }
        for (name, minimum) in self.minimums {
            if let Some(provider) = self.by_name.get_mut(&name) {
                provider.minimum = Some(minimum);
            }
        }
        for (name, below) in self.bounds {
            if let Some(provider) = self.by_name.get_mut(&name) {
                provider.below = Some(below);
            }
        }
        (self.by_name, self.uses.into_iter().collect())
    }
}

/// The name that resource types begin with: those of a beta provider begin as those of the other.
fn canonical(name: &str) -> &str {
    name.strip_suffix("-beta").unwrap_or(name)
}

/// The lowest version that a constraint allows.
pub(super) fn minimum(constraint: &str) -> Option<Vec<u64>> {
    let bounds = constraint.split(',').filter_map(|part| {
        let part = part.trim();
        let version = part.trim_start_matches(['=', '~', '>', '<', '!', ' ']);
        if part.starts_with(['<', '!']) {
            return None;
        }
        let numbers = version.split(['-', '+']).next()?.trim_start_matches('v');
        numbers.split('.').map(|number| number.trim().parse().ok()).collect::<Option<Vec<u64>>>()
    });
    bounds.max()
}

/// The lowest version that a constraint excludes from above: `~> 5.31` ends before 6, `= 5.1` right after it.
pub(super) fn below(constraint: &str) -> Option<Vec<u64>> {
    let bounds = constraint.split(',').filter_map(|part| {
        let part = part.trim();
        let version = part.trim_start_matches(['=', '~', '>', '<', ' ']).split(['-', '+']).next()?;
        let numbers = version.trim_start_matches('v').split('.').map(|number| number.trim().parse().ok());
        let mut numbers = numbers.collect::<Option<Vec<u64>>>()?;
        let exact = part.starts_with('=') || part.starts_with(|letter: char| letter.is_ascii_digit());
        if part.starts_with("~>") {
            numbers.pop().filter(|_| !numbers.is_empty())?;
            *numbers.last_mut()? += 1;
        } else if part.starts_with("<=") || exact {
            numbers.push(1);
        } else if !part.starts_with('<') {
            return None;
        }
        Some(numbers)
    });
    bounds.min()
}

#[cfg(test)]
mod tests {
    use super::{below, minimum};

    #[test]
    fn the_end_is_the_lowest_upper_bound() {
        let cases: [(&str, Option<&[u64]>); 7] = [
            ("~> 5.31", Some(&[6])),
            ("~> 5.31.2", Some(&[5, 32])),
            (">= 4.0, < 6", Some(&[6])),
            ("<= 5.9", Some(&[5, 9, 1])),
            ("5.1", Some(&[5, 1, 1])),
            (">= 3.1", None),
            ("!= 4.0", None),
        ];
        for (constraint, expected) in cases {
            assert_eq!(below(constraint).as_deref(), expected, "{constraint}");
        }
    }

    #[test]
    fn the_lowest_version_is_the_highest_lower_bound() {
        let cases: [(&str, Option<&[u64]>); 8] = [
            ("~> 5.31", Some(&[5, 31])),
            (">= 4.0, < 6", Some(&[4, 0])),
            (">= 3.1.0, >= 3.20", Some(&[3, 20])),
            ("= 5.1", Some(&[5, 1])),
            ("5.1.2", Some(&[5, 1, 2])),
            ("< 6", None),
            ("!= 4.2, ~>4.1.0-beta1", Some(&[4, 1, 0])),
            ("latest", None),
        ];
        for (constraint, expected) in cases {
            assert_eq!(minimum(constraint).as_deref(), expected, "{constraint}");
        }
    }
}
