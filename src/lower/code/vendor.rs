//! Imports as signs of third parties.

use std::collections::BTreeSet;

use crate::model::unit::{Import, Imported, Unit};
use crate::model::{Dialect, Signal, VendorUse};

/// A sign for each module of another project that is imported: `python:sentry_sdk`, `java:io.sentry`.
/// A Python member that may be a module is part of the name: `python:google.cloud.storage`.
pub(super) fn uses(unit: &Unit, path: &str) -> Vec<VendorUse> {
    let development = is_test(path);
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

/// Whether a path is that of test code, by the customs of the languages.
pub(super) fn is_test(path: &str) -> bool {
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
    let folder = |folder: &str| {
        let lower = folder.to_ascii_lowercase();
        matches!(
            lower.as_str(),
            "test"
                | "tests"
                | "testing"
                | "__tests__"
                | "__mocks__"
                | "spec"
                | "specs"
                | "e2e"
                | "testdata"
                | "fixtures"
        ) || [".test", ".tests", "-tests", "_tests"].iter().any(|end| lower.ends_with(end))
            || folder.ends_with("Tests")
    };
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    folders.split('/').any(folder)
        || name == "conftest.py"
        || stem.starts_with("test_")
        || ["_test", ".test", ".spec", ".e2e", ".cy", "Test", "Tests", "IT"].iter().any(|end| stem.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_test_code() {
        for path in [
            "tests/a.py",
            "src/__tests__/a.ts",
            "a/test_x.py",
            "a/x_test.go",
            "x.spec.tsx",
            "src/FooTest.java",
            "A.Tests/B.cs",
        ] {
            assert!(is_test(path), "{path}");
        }
        for path in ["src/contest.py", "latest/a.py", "a/attest.go", "src/Testament.java", "protest/x.ts"] {
            assert!(!is_test(path), "{path}");
        }
    }
}
