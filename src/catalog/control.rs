//! The provisions of 45 CFR Part 164 that rules cite.

use serde::{Deserialize, Serialize};

/// All provisions, in the order of `rules/controls.toml`, which is that of the regulation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Controls {
    /// The provisions.
    #[serde(rename = "control")]
    pub list: Vec<Control>,
}

/// One provision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Control {
    /// Its citation within title 45: `164.312(a)(2)(iv)`.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Its place in the regulation's order.
    pub kind: ControlKind,
    /// Whether it may be met in another way.
    pub designation: Designation,
    /// The group it belongs to.
    pub safeguard: Safeguard,
    /// The standard that a specification belongs to; empty for a standard.
    #[serde(default)]
    pub parent: String,
    /// What it asks for, paraphrased.
    pub summary: String,
    /// Controls of NIST SP 800-53 revision 5 that it maps to.
    #[serde(default)]
    pub nist: Vec<String>,
    /// Subcategories of NIST CSF 2.0 that it maps to.
    #[serde(default)]
    pub csf: Vec<String>,
    /// What a look at a repository can say about it.
    pub checkable: Checkable,
    /// Through what it can be checked, or why not.
    #[serde(default)]
    pub note: String,
}

/// The regulation's kinds of provision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ControlKind {
    /// A standard.
    Standard,
    /// An implementation specification under a standard.
    Specification,
    /// A definition that others rest on.
    Definition,
}

/// Whether a provision of the Security Rule may be met by an alternative, as 164.306(d) has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Designation {
    /// Has to be met as it stands.
    Required,
    /// Has to be assessed, then met, or documented why not together with what is done instead.
    Addressable,
    /// The distinction does not exist outside the Security Rule's standards.
    #[serde(rename = "n/a")]
    NotApplicable,
}

impl Designation {
    /// Its word in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Addressable => "addressable",
            Self::NotApplicable => "n/a",
        }
    }
}

/// The groups of provisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Safeguard {
    /// General rules of the Security Rule, 164.306.
    General,
    /// 164.308.
    Administrative,
    /// 164.310.
    Physical,
    /// 164.312.
    Technical,
    /// 164.314.
    Organizational,
    /// 164.316.
    Documentation,
    /// The Breach Notification Rule, 164.400 to 164.414.
    Breach,
    /// The Privacy Rule, from 164.500 on.
    Privacy,
}

/// How far a static check can speak to a provision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Checkable {
    /// A repository shows whether it is met, for what the repository declares.
    Yes,
    /// A repository shows some sign of it.
    Partly,
    /// No static check can speak to it.
    No,
}

impl Controls {
    /// Reads `controls.toml`.
    ///
    /// # Errors
    /// When the text is not TOML or has a field that is missing, unknown or of another type.
    pub fn from_toml(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// The provision of a citation.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Control> {
        self.list.iter().find(|control| control.id == id)
    }
}

impl Control {
    /// The official text's address.
    #[must_use]
    pub fn url(&self) -> String {
        url(&self.id)
    }
}

/// The address of a citation's official text, also for paragraphs that are no control of their own.
#[must_use]
pub fn url(id: &str) -> String {
    let section = id.split('(').next().unwrap_or(id);
    let page = format!("https://www.ecfr.gov/current/title-45/section-{section}");
    if section == id { page } else { format!("{page}#p-{id}") }
}

/// Whether a text has the form of a citation of Part 164: `164.` and a section, then paragraphs in parentheses.
#[must_use]
pub fn is_citation(id: &str) -> bool {
    let Some(rest) = id.strip_prefix("164.") else { return false };
    let (section, paragraphs) = rest.split_at(rest.find('(').unwrap_or(rest.len()));
    let well_formed = |paragraph: &str| {
        paragraph
            .strip_suffix(')')
            .is_some_and(|mark| !mark.is_empty() && mark.bytes().all(|b| b.is_ascii_alphanumeric()))
    };
    section.len() == 3
        && section.bytes().all(|b| b.is_ascii_digit())
        && paragraphs.split('(').skip(1).all(well_formed)
        && (paragraphs.is_empty() || paragraphs.ends_with(')'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn ours() -> Controls {
        Controls::from_toml(include_str!("../../rules/controls.toml")).unwrap()
    }

    #[test]
    fn ids_are_unique_citations_and_parents_exist() {
        let controls = ours();
        assert!(controls.list.len() >= 97);
        let mut ids = BTreeSet::new();
        for control in &controls.list {
            assert!(is_citation(&control.id), "{}", control.id);
            assert!(ids.insert(control.id.as_str()), "{} twice", control.id);
            if !control.parent.is_empty() {
                let parent = controls.get(&control.parent).unwrap();
                assert_eq!(parent.id[..7], control.id[..7], "{}", control.id);
            }
            // 164.402 is the only provision that neither stands alone nor hangs under a standard.
            assert_eq!(control.parent.is_empty(), control.kind != ControlKind::Specification, "{}", control.id);
        }
    }

    #[test]
    fn groups_follow_the_sections() {
        for control in &ours().list {
            let section: u32 = control.id[4..7].parse().unwrap();
            let group = match section {
                306 => Safeguard::General,
                308 => Safeguard::Administrative,
                310 => Safeguard::Physical,
                312 => Safeguard::Technical,
                314 => Safeguard::Organizational,
                316 => Safeguard::Documentation,
                400..=414 => Safeguard::Breach,
                500..=534 => Safeguard::Privacy,
                _ => panic!("{} is of no rule", control.id),
            };
            assert_eq!(control.safeguard, group, "{}", control.id);
            if section >= 400 {
                assert_eq!(control.designation, Designation::NotApplicable, "{}", control.id);
            }
        }
    }

    #[test]
    fn the_technical_safeguards_are_whole_and_designated_as_the_rule_does() {
        let controls = ours();
        let designations: Vec<_> = controls
            .list
            .iter()
            .filter(|control| control.safeguard == Safeguard::Technical)
            .map(|control| (control.id.as_str(), control.designation))
            .collect();
        use Designation::{Addressable, Required};
        assert_eq!(
            designations,
            [
                ("164.312(a)(1)", Required),
                ("164.312(a)(2)(i)", Required),
                ("164.312(a)(2)(ii)", Required),
                ("164.312(a)(2)(iii)", Addressable),
                ("164.312(a)(2)(iv)", Addressable),
                ("164.312(b)", Required),
                ("164.312(c)(1)", Required),
                ("164.312(c)(2)", Addressable),
                ("164.312(d)", Required),
                ("164.312(e)(1)", Required),
                ("164.312(e)(2)(i)", Addressable),
                ("164.312(e)(2)(ii)", Addressable),
            ]
        );
    }

    #[test]
    fn summaries_and_mappings_are_well_formed() {
        let nist = regex::Regex::new(r"^[A-Z]{2}-\d{1,2}$").unwrap();
        let csf = regex::Regex::new(r"^(GV|ID|PR|DE|RS|RC)\.[A-Z]{2}-\d{2}$").unwrap();
        for control in &ours().list {
            assert!(control.summary.ends_with('.') && control.summary.len() > 20, "{}", control.id);
            assert!(control.nist.iter().all(|id| nist.is_match(id)), "{}", control.id);
            assert!(control.csf.iter().all(|id| csf.is_match(id)), "{}", control.id);
            assert!(
                control.checkable != Checkable::Yes || control.id == "164.514(b)(2)" || !control.note.is_empty(),
                "{}",
                control.id
            );
        }
    }

    #[test]
    fn addresses_point_at_the_paragraph() {
        assert_eq!(url("164.312(a)(1)"), "https://www.ecfr.gov/current/title-45/section-164.312#p-164.312(a)(1)");
        assert_eq!(url("164.410"), "https://www.ecfr.gov/current/title-45/section-164.410");
    }

    #[test]
    fn malformed_citations_are_told() {
        for bad in
            ["", "164.", "164.31", "164.312(", "164.312(a", "164.312()", "164.312(a)b", "164.312(a) (1)", "160.103"]
        {
            assert!(!is_citation(bad), "{bad}");
        }
        assert!(is_citation("164.514(b)(2)(i)(A)") && is_citation("164.402"));
    }

    #[test]
    fn the_binary_form_keeps_everything() {
        let controls = ours();
        let bytes = postcard::to_stdvec(&controls).unwrap();
        assert_eq!(postcard::from_bytes::<Controls>(&bytes).unwrap(), controls);
    }

    #[test]
    fn an_unknown_field_is_an_error() {
        assert!(Controls::from_toml("[[control]]\nid = \"164.312(b)\"\ntitel = \"x\"").is_err());
    }
}
