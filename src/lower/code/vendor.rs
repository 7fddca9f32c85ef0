//! Imports as signs of third parties.

use std::collections::BTreeSet;

use crate::lower::settings::environment;
use crate::model::unit::{Import, Imported, Unit};
use crate::model::{Dialect, Signal, VendorUse};

/// A sign for each module of another project that is imported: `python:sentry_sdk`, `java:io.sentry`.
/// A Python member that may be a module is part of the name: `python:google.cloud.storage`.
pub(super) fn uses(unit: &Unit, path: &str) -> Vec<VendorUse> {
    let development = environment::is_test(path);
    let mut seen = BTreeSet::new();
    let mut uses = Vec::new();
    for import in unit.imports().iter().filter(|import| !import.relative) {
        let name = module(unit, import);
        if !name.is_empty() && seen.insert((name.clone(), import.span)) {
            let name = format!("{}:{name}", unit.language.name()).into();
            uses.push(VendorUse { signal: Signal::Import, name, span: import.span, development, direct: true });
        }
    }
    uses
}

fn module(unit: &Unit, import: &Import) -> String {
    let module = unit.text(import.module);
    let is_type = |name: &str| name.starts_with(|c: char| c.is_uppercase());
    match (unit.language, import.what) {
        (Dialect::Python, Imported::Member(member)) if !is_type(unit.text(member)) => {
            format!("{module}.{}", unit.text(member))
        }
        // The package of a class.
        (Dialect::Java, _) => module.split('.').take_while(|part| !is_type(part)).collect::<Vec<_>>().join("."),
        (Dialect::Rust, _) => module.split("::").next().unwrap_or_default().to_owned(),
        _ => module.to_string(),
    }
}
