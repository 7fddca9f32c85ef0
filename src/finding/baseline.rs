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

    /// The text of a baseline from fingerprint, rule, path and address of each finding: sorted by path,
    /// so that merges are unions.
    pub fn write<'f>(findings: impl IntoIterator<Item = [&'f str; 4]>) -> String {
        let lines: BTreeSet<[String; 4]> = findings
            .into_iter()
            .map(|[fingerprint, rule, path, address]| {
                let address = address.replace(char::is_whitespace, " ");
                [path.to_owned(), rule.to_owned(), address, fingerprint.to_owned()]
            })
            .collect();
        let mut text = String::from(
            "# phiward baseline: findings that are known and do not count.\n# fingerprint rule path address\n",
        );
        for [path, rule, address, fingerprint] in lines {
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
