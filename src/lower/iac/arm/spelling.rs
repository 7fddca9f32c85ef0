//! Azure takes no account of case in the names of types and properties; rules do. What a template writes is
//! brought to the case in which rules write it.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{Kind, Map, Value};

/// The names that rules use, by what they are in lower case.
#[derive(Debug, Default)]
pub struct Spelling {
    kinds: HashMap<String, Arc<str>>,
    keys: HashMap<String, Arc<str>>,
}

impl Spelling {
    /// Takes in a type that a rule names.
    pub fn add_kind(&mut self, kind: &str) {
        self.kinds.entry(kind.to_lowercase()).or_insert_with(|| kind.into());
    }

    /// Takes in a property that a rule names.
    pub fn add_key(&mut self, key: &str) {
        self.keys.entry(key.to_lowercase()).or_insert_with(|| key.into());
    }

    pub(super) fn kind(&self, kind: &str) -> Arc<str> {
        self.kinds.get(&kind.to_lowercase()).cloned().unwrap_or_else(|| kind.into())
    }

    /// Recurses as deep as values nest.
    pub(super) fn apply(&self, map: &mut Map) {
        for entry in &mut map.entries {
            if let Some(key) = self.keys.get(&entry.key.to_lowercase()) {
                entry.key = key.clone();
            }
            self.value(&mut entry.value);
        }
    }

    fn value(&self, value: &mut Value) {
        match &mut value.kind {
            Kind::Map(map) => self.apply(map),
            Kind::List(list) => list.items.iter_mut().for_each(|item| self.value(item)),
            _ => {}
        }
    }
}
