//! How large values are, for limits on what is copied.

use crate::model::{Kind, Map, Value};

/// How many values a map holds, however deep.
pub fn of_map(map: &Map) -> usize {
    map.entries.iter().map(|entry| of(&entry.value)).sum()
}

/// How many values a value is, itself included.
pub fn of(value: &Value) -> usize {
    1 + match &value.kind {
        Kind::List(list) => list.items.iter().map(of).sum(),
        Kind::Map(map) => of_map(map),
        _ => 0,
    }
}
