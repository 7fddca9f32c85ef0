//! Text that ships is compared with what it is made from.

use std::path::Path;

use phiward::pipeline::builtin;
use phiward::report::reference;

#[test]
fn the_rule_reference_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    let expected = reference::write(&builtin());
    if std::env::var_os("PHIWARD_UPDATE").is_some() {
        std::fs::write(&path, &expected).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "docs/rules.md is not current: PHIWARD_UPDATE=1 cargo test --test suite reference");
}
