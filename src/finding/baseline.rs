//! Findings that were there before: a sorted file with one line a finding, known by fingerprint.

use std::collections::BTreeSet;

use super::Finding;

/// The fingerprints of a baseline file.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    known: BTreeSet<String>,
}

impl Baseline {
    /// Reads a baseline: the first word of each line is a fingerprint, `#` begins a comment.
    ///
    /// # Errors
    /// The number of the first line that does not begin with a fingerprint.
    pub fn read(text: &str) -> Result<Self, usize> {
        let mut known = BTreeSet::new();
        for (at, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let word = line.split_whitespace().next().unwrap_or_default();
            if word.len() != 32 || !word.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                return Err(at + 1);
            }
            known.insert(word.to_owned());
        }
        Ok(Self { known })
    }

    /// Marks the findings that the baseline knows, and answers how many of its entries no finding has.
    pub fn mark(&self, findings: &mut [Finding]) -> usize {
        let mut met = BTreeSet::new();
        for finding in findings {
            finding.known = self.known.contains(&finding.fingerprint);
            if finding.known {
                met.insert(finding.fingerprint.as_str());
            }
        }
        self.known.len() - met.len()
    }

    /// The text of a baseline: fingerprint, rule, path and address of each finding that is not
    /// silenced, sorted, so that merges are unions. `describe` answers rule and path of a finding.
    pub fn write<'f>(
        findings: impl IntoIterator<Item = &'f Finding>,
        describe: impl Fn(&Finding) -> (String, String),
    ) -> String {
        let lines: BTreeSet<(String, String, String, String)> = findings
            .into_iter()
            .filter(|finding| finding.suppressed.is_none())
            .map(|finding| {
                let (rule, path) = describe(finding);
                (path, rule, finding.address.replace(char::is_whitespace, " "), finding.fingerprint.clone())
            })
            .collect();
        let mut text = String::from(
            "# phiward baseline: findings that are known and do not count.\n# fingerprint rule path address\n",
        );
        for (path, rule, address, fingerprint) in lines {
            text.push_str(&format!("{fingerprint} {rule} {path} {address}\n"));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::Baseline;

    #[test]
    fn a_line_that_is_no_fingerprint_is_named() {
        assert_eq!(Baseline::read("# x\n\n0123456789abcdef0123456789abcdef r p a\nnonsense\n"), Err(4));
        assert!(Baseline::read("").is_ok());
    }
}
