//! `extends` within one file: a service takes over what another one has.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Entry, Kind, List, Map, Reason, Unknown, Value};

use super::super::size;

/// How many services may extend each other in a row.
const CHAIN: usize = 16;
/// How many values all `extends` of a file may copy.
const COPIES: usize = 200_000;

/// Lists that grow when a service extends another; other lists are replaced.
const GROWING: [&str; 16] = [
    "cap_add",
    "cap_drop",
    "configs",
    "devices",
    "dns",
    "dns_search",
    "env_file",
    "expose",
    "external_links",
    "extra_hosts",
    "group_add",
    "ports",
    "secrets",
    "security_opt",
    "tmpfs",
    "volumes",
];

/// The services with what they extend merged in, in the order given.
pub fn extend(file: &str, services: &[(&str, Map)]) -> Vec<Map> {
    let by_name: BTreeMap<&str, usize> = services.iter().enumerate().map(|(at, (name, _))| (*name, at)).collect();
    let bases: Vec<_> = services.iter().map(|(_, body)| base(file, body, &by_name)).collect();
    let sizes: Vec<usize> = services.iter().map(|(_, body)| size::of_map(body)).collect();
    let mut copies = COPIES;
    let resolve = |at: usize| {
        let (mut chain, mut open) = chain(at, &bases);
        let size: usize = chain[1..].iter().map(|link| sizes[*link]).sum();
        if let Some(left) = copies.checked_sub(size) {
            copies = left;
        } else {
            chain.truncate(1);
            open = Some(Reason::Limit);
        }
        let mut links = chain.iter().rev().map(|link| &services[*link].1);
        let base = links.next().cloned().unwrap_or_default();
        let mut merged = links.fold(base, extended);
        let unknown = open.map(|reason| Arc::new(Unknown { reason, pieces: Vec::new() }));
        merged.open = merged.open.or(unknown);
        merged
    };
    (0..services.len()).map(resolve).collect()
}

/// A service and those it extends, nearest first, and why there may be more of them.
fn chain(at: usize, bases: &[Base]) -> (Vec<usize>, Option<Reason>) {
    let mut chain = vec![at];
    let mut last = at;
    loop {
        match &bases[last] {
            Base::None => return (chain, None),
            Base::Service(next) if chain.len() < CHAIN && !chain.contains(next) => last = *next,
            Base::Service(_) => return (chain, Some(Reason::Limit)),
            Base::Elsewhere(reason) => return (chain, Some(reason.clone())),
        }
        chain.push(last);
    }
}

enum Base {
    None,
    Service(usize),
    Elsewhere(Reason),
}

fn base(file: &str, body: &Map, by_name: &BTreeMap<&str, usize>) -> Base {
    let Some(extends) = body.get("extends") else { return Base::None };
    if let Some(other) = extends.get("file") {
        let other = other.as_str().unwrap_or("a file");
        if other.trim_start_matches("./") != file {
            return Base::Elsewhere(Reason::Module(other.into()));
        }
    }
    let service = extends.get("service").unwrap_or(extends);
    match (service.as_str(), service.as_unknown()) {
        (Some(name), _) => match by_name.get(name) {
            Some(at) => Base::Service(*at),
            None => Base::Elsewhere(Reason::Undeclared(name.into())),
        },
        (_, Some(unknown)) => Base::Elsewhere(unknown.reason.clone()),
        _ => Base::None,
    }
}

/// A service on top of the one it extends. What it takes over is used where it says `extends`.
fn extended(base: Map, own: &Map) -> Map {
    let place = own.entry("extends").map(|entry| entry.key_span.to(entry.value.span));
    let moved = base.entries.into_iter().filter(|entry| &*entry.key != "extends").map(|entry| match place {
        Some(place) => Entry { value: entry.value.used_at(place), key_span: place, key: entry.key },
        None => entry,
    });
    merge(Map { entries: moved.collect(), open: base.open }, own.clone())
}

/// Two maps as one; where both have a key, maps are merged in turn and some lists joined.
fn merge(base: Map, own: Map) -> Map {
    let mut entries = base.entries;
    let mut by_key: BTreeMap<Arc<str>, usize> =
        entries.iter().enumerate().map(|(at, entry)| (entry.key.clone(), at)).collect();
    for entry in own.entries {
        let Some(at) = by_key.get(&entry.key).copied() else {
            by_key.insert(entry.key.clone(), entries.len());
            entries.push(entry);
            continue;
        };
        let before = std::mem::replace(&mut entries[at].value, Value::new(Kind::Null, entry.value.span));
        entries[at].value = match (before.kind, entry.value.kind) {
            (Kind::Map(base), Kind::Map(own)) => Value { kind: Kind::Map(merge(base, own)), ..entry.value },
            (Kind::List(base), Kind::List(own)) if GROWING.contains(&&*entry.key) => {
                let open = own.open.or(base.open);
                let items = base.items.into_iter().chain(own.items).collect();
                Value { kind: Kind::List(List { items, open }), ..entry.value }
            }
            (_, kind) => Value { kind, ..entry.value },
        };
        entries[at].key_span = entry.key_span;
    }
    Map { entries, open: own.open.or(base.open) }
}
