//! One of two values, when it is not known which.

use std::sync::Arc;

use crate::model::{Entry, Kind, Reason, Unknown, Value};

/// What is known of a value that is one or the other; `None` stands for an attribute that is absent.
/// What both agree on is known; in maps this is asked key by key. Recurses as deep as both nest.
pub(super) fn either(one: Option<Value>, other: Option<Value>, reason: &Reason) -> Option<Value> {
    match (one, other) {
        (None, None) => None,
        (Some(value), None) | (None, Some(value)) => {
            Some(Value::unknown(reason.clone(), value.span).with_links(all_links(&value)))
        }
        (Some(one), Some(other)) => Some(merge(one, other, reason)),
    }
}

fn merge(mut one: Value, mut other: Value, reason: &Reason) -> Value {
    if let (Kind::Map(map), Kind::Map(rest)) = (&mut one.kind, &mut other.kind) {
        map.open = map.open.take().or(rest.open.take());
        let mut left: Vec<Option<Entry>> = std::mem::take(&mut rest.entries).into_iter().map(Some).collect();
        let places: std::collections::HashMap<Arc<str>, usize> =
            left.iter().enumerate().filter_map(|(at, entry)| Some((entry.as_ref()?.key.clone(), at))).collect();
        for entry in &mut map.entries {
            let twin = places.get(&entry.key).and_then(|at| left[*at].take()).map(|twin| twin.value);
            let span = entry.value.span;
            let value = std::mem::replace(&mut entry.value, Value::new(Kind::Null, span));
            entry.value = either(Some(value), twin, reason).unwrap_or_else(|| Value::unknown(reason.clone(), span));
        }
        for mut entry in left.into_iter().flatten() {
            entry.value = Value::unknown(reason.clone(), entry.value.span).with_links(all_links(&entry.value));
            map.entries.push(entry);
        }
        let links = other.links().to_vec();
        return one.with_links(links);
    }
    if let (Kind::List(list), Kind::List(rest)) = (&mut one.kind, &mut other.kind)
        && list.items.len() == rest.items.len()
    {
        list.open = list.open.take().or(rest.open.take());
        let pairs = std::mem::take(&mut list.items).into_iter().zip(std::mem::take(&mut rest.items));
        list.items = pairs.map(|(one, other)| merge(one, other, reason)).collect();
        let links = other.links().to_vec();
        return one.with_links(links);
    }
    if same(&one, &other) {
        let links = other.links().to_vec();
        return one.with_links(links);
    }
    let links: Vec<_> = all_links(&one).into_iter().chain(all_links(&other)).collect();
    Value::unknown(reason.clone(), one.span).with_links(links)
}

/// Whether two scalars are the same, in whatever form they are written.
pub(super) fn same(one: &Value, other: &Value) -> bool {
    match (&one.kind, &other.kind) {
        (Kind::Null, Kind::Null) => true,
        (Kind::Unknown(one_unknown), Kind::Unknown(other_unknown)) => {
            // Both refer to the same thing, of which no more is known.
            !one.links().is_empty() && one.links() == other.links() && one_unknown == other_unknown
        }
        (Kind::Bool(_), _) | (_, Kind::Bool(_)) => one.as_bool().is_some() && one.as_bool() == other.as_bool(),
        (Kind::Number(_), _) | (_, Kind::Number(_)) => {
            let (one, other) = (one.as_number(), other.as_number());
            one.zip(other).is_some_and(|(one, other)| one.total_cmp(&other).is_eq())
        }
        (Kind::String(one), Kind::String(other)) => one == other,
        _ => false,
    }
}

/// The links of a value and of all within it.
fn all_links(value: &Value) -> Vec<crate::model::Link> {
    let mut links = value.links().to_vec();
    match &value.kind {
        Kind::Map(map) => links.extend(map.entries.iter().flat_map(|entry| all_links(&entry.value))),
        Kind::List(list) => links.extend(list.items.iter().flat_map(all_links)),
        _ => {}
    }
    links
}

/// An unknown of which nothing else is known, to keep a list or map open with.
pub(super) fn open(reason: Reason) -> Arc<Unknown> {
    Arc::new(Unknown { reason, pieces: Vec::new() })
}
