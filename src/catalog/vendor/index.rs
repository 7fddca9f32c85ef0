//! Hash lookups from names to vendors, with the equalities that each kind of name has.

use std::collections::HashMap;

use crate::model::Signal;

use super::Vendors;
use super::host::Hosts;

/// Every kind of sign, for building the index.
const SIGNALS: [Signal; 15] = [
    Signal::Npm,
    Signal::Pypi,
    Signal::Maven,
    Signal::Go,
    Signal::Nuget,
    Signal::Crates,
    Signal::Gem,
    Signal::Packagist,
    Signal::Import,
    Signal::Host,
    Signal::TerraformProvider,
    Signal::Image,
    Signal::Action,
    Signal::Environment,
    Signal::Script,
];

/// From folded names to positions in the list of vendors.
#[derive(Clone, Debug, Default)]
pub struct Index {
    exact: HashMap<(Signal, String), usize>,
    /// Beginnings of names, without their `*`.
    prefixes: HashMap<(Signal, String), usize>,
    /// Terraform providers by their type alone, as old configurations name them.
    provider_types: HashMap<String, usize>,
    self_hosted: HashMap<String, usize>,
    hosts: Hosts,
}

impl Index {
    /// Builds the index, and lists the names that two vendors claim.
    pub fn new(vendors: &Vendors) -> (Self, Vec<String>) {
        let mut index = Self { hosts: Hosts::new(&vendors.site_labels), ..Self::default() };
        let mut clashes = Vec::new();
        for (at, vendor) in vendors.list.iter().enumerate() {
            for signal in SIGNALS {
                for name in vendor.names(signal) {
                    if index.insert(signal, name, at).is_some() {
                        clashes.push(name.clone());
                    }
                }
            }
            for image in &vendor.self_hosted_images {
                if index.self_hosted.insert(image.to_ascii_lowercase(), at).is_some() {
                    clashes.push(image.clone());
                }
            }
        }
        (index, clashes)
    }

    fn insert(&mut self, signal: Signal, name: &str, at: usize) -> Option<usize> {
        if signal == Signal::Host {
            return self.hosts.insert(name, at);
        }
        if signal == Signal::TerraformProvider
            && let Some((_, kind)) = name.split_once('/')
        {
            self.provider_types.entry(kind.to_ascii_lowercase()).or_insert(at);
        }
        match name.strip_suffix('*') {
            Some(prefix) => self.prefixes.insert((signal, fold(signal, prefix)), at),
            None => self.exact.insert((signal, fold(signal, name)), at),
        }
    }

    /// The vendor of a name.
    pub fn find(&self, signal: Signal, name: &str) -> Option<usize> {
        match signal {
            Signal::Host => self.hosts.find(name),
            Signal::Import => self.import(name),
            Signal::Go => self.go(name),
            Signal::TerraformProvider => self.provider(name),
            Signal::Image => by_end(&image_path(name), |end| self.exact(Signal::Image, end)),
            Signal::Action => self.exact(signal, &action(name)),
            _ => self.package(signal, name),
        }
    }

    /// The vendor whose server an image is.
    pub fn self_hosted(&self, image: &str) -> Option<usize> {
        by_end(&image_path(image), |end| self.self_hosted.get(end).copied())
    }

    fn exact(&self, signal: Signal, folded: &str) -> Option<usize> {
        self.exact.get(&(signal, folded.to_owned())).copied()
    }

    fn package(&self, signal: Signal, name: &str) -> Option<usize> {
        let folded = fold(signal, name);
        self.exact(signal, &folded).or_else(|| self.prefix(signal, &folded))
    }

    /// The longest beginning that stands for a name. Entries end at a mark between words, so only there is looked.
    fn prefix(&self, signal: Signal, folded: &str) -> Option<usize> {
        let marks = folded.char_indices().filter(|(_, c)| matches!(c, '/' | ':' | '.' | '-' | '_')).take(16);
        marks.filter_map(|(place, _)| self.prefixes.get(&(signal, folded[..=place].to_owned())).copied()).last()
    }

    /// An import names a vendor by an entry of its own, or by the package that it comes from.
    fn import(&self, name: &str) -> Option<usize> {
        let (language, path) = name.split_once(':')?;
        let (border, package) = match language {
            "python" => (".", Some(Signal::Pypi)),
            "javascript" => ("/", Some(Signal::Npm)),
            "go" => return self.go(path),
            "csharp" => (".", Some(Signal::Nuget)),
            "rust" => ("::", Some(Signal::Crates)),
            _ => (".", None),
        };
        let named = beginnings(path, border).find_map(|beginning| {
            self.exact(Signal::Import, &fold(Signal::Import, &format!("{language}:{beginning}")))
                .or_else(|| self.exact(package?, &fold(package?, beginning)))
        });
        named.or_else(|| self.prefix(package?, &fold(package?, path)))
    }

    fn go(&self, name: &str) -> Option<usize> {
        let folded = fold(Signal::Go, name);
        beginnings(&folded, "/").find_map(|beginning| self.exact(Signal::Go, beginning))
    }

    /// A source address with or without its registry; a bare type is what `provider` blocks had before 0.13.
    fn provider(&self, name: &str) -> Option<usize> {
        let folded = fold(Signal::TerraformProvider, name);
        let mut parts = folded.rsplitn(3, '/');
        match (parts.next(), parts.next()) {
            (Some(kind), Some(namespace)) => self.exact(Signal::TerraformProvider, &format!("{namespace}/{kind}")),
            (Some(kind), None) => self.provider_types.get(kind).copied(),
            _ => None,
        }
    }
}

/// A name as its registry compares it.
fn fold(signal: Signal, name: &str) -> String {
    match signal {
        Signal::Pypi => collapse(name, &['-', '_', '.']),
        Signal::Crates => name.to_ascii_lowercase().replace('_', "-"),
        Signal::Go => go_path(name),
        // What is code, or a name in a shell, is itself and nothing else.
        Signal::Script | Signal::Environment => name.to_owned(),
        _ => name.to_ascii_lowercase(),
    }
}

/// Lower case, with every run of the marks as one `-`.
fn collapse(name: &str, marks: &[char]) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in name.chars() {
        if !marks.contains(&c) {
            folded.push(c.to_ascii_lowercase());
        } else if !folded.ends_with('-') {
            folded.push('-');
        }
    }
    folded
}

/// A module path without its major version, written as a segment `/v2` or, on gopkg.in, as `.v2`.
fn go_path(name: &str) -> String {
    let is_version = |text: &str| text.strip_prefix('v').is_some_and(is_number);
    let segments = name.split('/').filter(|segment| !is_version(segment));
    let bare = |segment: &str| match segment.rsplit_once('.') {
        Some((head, tail)) if is_version(tail) => head.to_ascii_lowercase(),
        _ => segment.to_ascii_lowercase(),
    };
    segments.map(bare).collect::<Vec<_>>().join("/")
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// The name, then the name without its last segment, and so on; at most sixteen of them.
fn beginnings<'t>(name: &'t str, border: &'t str) -> impl Iterator<Item = &'t str> {
    std::iter::successors(Some(name), move |rest| rest.rfind(border).map(|at| &rest[..at])).take(16)
}

/// The repository path of an image, without registry, tag and digest, in lower case.
fn image_path(name: &str) -> String {
    let name = name.split('@').next().unwrap_or(name).to_ascii_lowercase();
    let path = match name.split_once('/') {
        Some((registry, path)) if registry.contains(['.', ':']) || registry == "localhost" => path,
        _ => &name,
    };
    path.split(':').next().unwrap_or(path).to_owned()
}

/// Looks up a path, then what is left of it without its first segment. A single segment counts only when it is all
/// there is, or an official image: anyone's mirror may end in a common word.
fn by_end(path: &str, lookup: impl Fn(&str) -> Option<usize>) -> Option<usize> {
    let official = path.strip_prefix("library/").unwrap_or(path);
    if !official.contains('/') {
        return lookup(official);
    }
    let ends = std::iter::successors(Some(official), |rest| rest.split_once('/').map(|(_, rest)| rest));
    ends.take(16).filter(|end| end.contains('/')).find_map(lookup)
}

/// The repository of an action, without its folder and reference.
fn action(name: &str) -> String {
    let name = name.split('@').next().unwrap_or(name).to_ascii_lowercase();
    name.splitn(3, '/').take(2).collect::<Vec<_>>().join("/")
}
