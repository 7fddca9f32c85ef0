//! Host names, matched label by label from the right.

use std::collections::HashMap;

/// The hosts that name vendors, under their last two labels.
#[derive(Clone, Debug, Default)]
pub struct Hosts {
    by_end: HashMap<String, Vec<Entry>>,
    site_labels: Vec<String>,
}

#[derive(Clone, Debug)]
struct Entry {
    /// From the right.
    labels: Vec<String>,
    path: String,
    vendor: usize,
}

/// A host with its path, as code and configuration write it.
struct Address {
    /// From the right.
    labels: Vec<String>,
    path: String,
}

impl Hosts {
    pub fn new(site_labels: &[String]) -> Self {
        Self { by_end: HashMap::new(), site_labels: site_labels.to_vec() }
    }

    /// Takes an entry; answers the vendor that has the very same one already.
    pub fn insert(&mut self, entry: &str, vendor: usize) -> Option<usize> {
        let address = Address::read(entry)?;
        let entries = self.by_end.entry(address.end()).or_default();
        let same = entries.iter().find(|other| other.labels == address.labels && other.path == address.path);
        let taken = same.map(|other| other.vendor);
        entries.push(Entry { labels: address.labels, path: address.path, vendor });
        taken
    }

    /// The vendor of the entry that says most about a host: most labels, then the longest path.
    pub fn find(&self, name: &str) -> Option<usize> {
        let address = Address::read(name)?;
        let entries = self.by_end.get(&address.end())?;
        entries
            .iter()
            .filter(|entry| self.covers(entry, &address))
            .max_by_key(|entry| (entry.labels.len(), entry.path.len()))
            .map(|entry| entry.vendor)
    }

    fn covers(&self, entry: &Entry, address: &Address) -> bool {
        let labels = entry.labels.len() <= address.labels.len()
            && entry.labels.iter().zip(&address.labels).all(|(pattern, label)| label_matches(pattern, label));
        let unnamed = &address.labels[entry.labels.len().min(address.labels.len())..];
        let is_site = unnamed.last().is_some_and(|first| self.site_labels.contains(first));
        labels && !is_site && path_starts(&address.path, &entry.path)
    }
}

impl Address {
    /// Reads `scheme://user@host:port/path` with any part but the host left out. A name of one label proves nothing.
    fn read(text: &str) -> Option<Self> {
        let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
        let rest = rest.strip_prefix("//").unwrap_or(rest);
        let cut = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at(cut);
        let host = authority.rsplit('@').next().unwrap_or(authority);
        let host = host.split(':').next().unwrap_or(host).trim_end_matches('.').to_ascii_lowercase();
        let labels: Vec<String> = host.rsplit('.').map(str::to_owned).collect();
        let named = labels.len() >= 2 && labels.iter().all(|label| !label.is_empty());
        named.then(|| Self { labels, path: path.trim_start_matches('/').to_owned() })
    }

    fn end(&self) -> String {
        self.labels.iter().take(2).map(String::as_str).collect::<Vec<_>>().join(".")
    }
}

/// One `*` of a pattern stands for a part of a label that is not empty.
fn label_matches(pattern: &str, label: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == label,
        Some((head, tail)) => label.len() > head.len() + tail.len() && label.starts_with(head) && label.ends_with(tail),
    }
}

/// Whether a path starts with a prefix that ends at a border of words, unless the prefix ends in a mark of its own.
fn path_starts(path: &str, prefix: &str) -> bool {
    path.strip_prefix(prefix).is_some_and(|rest| {
        let is_word = |c: char| c.is_alphanumeric();
        !(prefix.ends_with(is_word) && rest.starts_with(is_word))
    })
}
