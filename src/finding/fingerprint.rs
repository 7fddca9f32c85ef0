//! Fingerprints that survive moving, re-indenting and inserting lines above.

use std::collections::HashMap;

use crate::source::Sources;

use super::Finding;

/// Gives each finding its fingerprint: rule, fact, attribute, and what is written at the place without
/// its spacing. Where these are the same for several, their order in the walk tells them apart.
/// `rule_id` answers the id of a rule held.
pub fn stamp<'r>(findings: &mut [Finding], sources: &Sources, rule_id: impl Fn(usize) -> &'r str) {
    let mut seen: HashMap<String, u32> = HashMap::new();
    for finding in findings {
        let written: String = sources.slice(finding.place).split_whitespace().collect::<Vec<_>>().join(" ");
        let parts = [
            rule_id(finding.rule),
            finding.dialect.name(),
            &finding.kind,
            &finding.address,
            &finding.attribute,
            &written,
        ];
        let identity = parts.join("\u{0}");
        let ordinal = seen.entry(identity.clone()).or_default();
        let hash = blake3::hash(format!("{identity}\u{0}{ordinal}").as_bytes());
        *ordinal += 1;
        finding.fingerprint = hash.to_hex()[..32].to_owned();
    }
}
