//! What a rule is, once its file has been read and checked.
//!
//! These types are what the build stores in the binary; `read` makes them from TOML.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::Dialect;

use super::path::Path;

/// What happens if nobody mends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Hardening.
    Low,
    /// A safeguard missing that others may cover.
    Medium,
    /// One more mistake or one stolen copy away from a breach.
    High,
    /// PHI or its keys open to anyone now.
    Critical,
}

impl Severity {
    /// Every severity, mildest first.
    pub const ALL: [Self; 5] = [Self::Info, Self::Low, Self::Medium, Self::High, Self::Critical];

    /// Its name in rule files, options and reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::Critical => "critical",
        }
    }
}

impl std::str::FromStr for Severity {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|severity| severity.name() == name).ok_or(())
    }
}

impl std::fmt::Display for Severity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.name())
    }
}

/// The families of rules, which are the folders of `rules/`, with what each is about.
pub const FAMILIES: [(&str, &str); 17] = [
    ("unencrypted-storage", "Unencrypted storage"),
    ("transmission-security", "Transmission security"),
    ("weak-cipher", "Weak ciphers"),
    ("audit-logging", "Audit logging"),
    ("missing-baa", "Missing agreements (BAA)"),
    ("phi-exposure", "PHI exposure"),
    ("access-control", "Access control"),
    ("authentication", "Authentication"),
    ("key-management", "Key management"),
    ("backup-recovery", "Backup and recovery"),
    ("network-exposure", "Network exposure"),
    ("integrity", "Integrity"),
    ("secrets", "Secrets"),
    ("vulnerability-management", "Vulnerability management"),
    ("minimum-necessary", "Minimum necessary"),
    ("de-identification", "De-identification"),
    ("governance", "Governance"),
];

/// Which profile a rule belongs to when the profile does not name it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tier {
    /// What a healthcare team would mend this sprint.
    #[default]
    Default,
    /// Asked for by the `strict` profile alone.
    Strict,
}

/// One rule: what it is held against, what it requires, and what to say when that fails.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Rule {
    /// Names the defect, in kebab-case; never reused.
    pub id: String,
    /// Ids that the rule had before.
    pub aliases: Vec<String>,
    /// What it serves of the list of checks that the project measures itself by, `tests/coverage/rows.tsv`.
    pub rows: Vec<String>,
    /// The defect, as a sentence without a period.
    pub title: String,
    /// The folder that the rule lives in.
    pub family: String,
    /// How bad a finding is.
    pub severity: Severity,
    /// Which profile asks for it.
    pub tier: Tier,
    /// Provisions of 45 CFR Part 164 that a finding bears on; the first is the primary one.
    pub controls: Vec<String>,
    /// Weaknesses of the Common Weakness Enumeration.
    pub cwe: Vec<u32>,
    /// The risk.
    pub why: String,
    /// What to change, and what it costs.
    pub fix: String,
    /// Where the requirement is an interpretation of the regulation, the words that say so.
    pub interpretation: Option<String>,
    /// Addresses of providers' documents that state the facts the rule rests on.
    pub references: Vec<String>,
    /// Which facts the rule is held against.
    pub select: BTreeMap<Dialect, Vec<String>>,
    /// What a file of code has to speak of for the rule to be held against anything in it.
    pub mentions: Option<Mentions>,
    /// Named paths, one or more (the first that is set counts) for each dialect.
    pub paths: BTreeMap<String, BTreeMap<Dialect, Vec<Path>>>,
    /// Named links to other facts.
    pub links: BTreeMap<String, BTreeMap<Dialect, Vec<LinkPath>>>,
    /// The requirement, by dialect where the rule says so.
    pub checks: BTreeMap<Dialect, Check>,
    /// The requirement for all dialects that `checks` does not name.
    pub check: Option<Check>,
    /// How to mend it mechanically.
    pub edit: Option<Edit>,
}

/// What a file of code speaks of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Mentions {
    /// Names of protected health information that are so on sight.
    Phi,
    /// One of these texts.
    Words(Vec<String>),
}

/// A requirement, and when it does not apply.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Check {
    /// Facts that meet this are not judged at all.
    pub skip_when: Option<Expr>,
    /// What every other selected fact has to meet.
    pub require: Expr,
    /// Whether only what is written counts: an attribute that a map known in part does not hold is then
    /// absent, not unknown. For files that complete others, which say little on their own.
    pub written_only: bool,
}

/// A mechanical remedy.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Edit {
    /// Named paths and the values to set there.
    pub set: BTreeMap<String, Scalar>,
    /// What applying it may cost.
    pub safety: Safety,
}

/// What applying an edit may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Safety {
    /// Nothing.
    Safe,
    /// The provider destroys and rebuilds the resource: data or downtime.
    Replaces,
    /// A value that only a person knows.
    Decision,
}

/// A way from a fact to related facts of the same scope.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LinkPath {
    /// The attribute of the fact that refers to the others, when the link goes forward.
    pub from: Option<Path>,
    /// Kinds of the related facts.
    pub to: Vec<String>,
    /// The attribute of the related facts that refers back, when the link goes backward.
    pub back: Option<Path>,
    /// Attributes of the fact that is referred to, by whose value it is named.
    pub by: Vec<Path>,
}

/// A constant in a rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Scalar {
    /// True or false.
    Bool(bool),
    /// A number.
    Number(f64),
    /// Text.
    Text(String),
}

impl std::fmt::Display for Scalar {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Bool(truth) => write!(f, "{truth}"),
            Self::Number(number) => write!(f, "{number}"),
            Self::Text(text) => write!(f, "{text}"),
        }
    }
}

/// Which fact a path starts from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Of {
    /// The fact or element that is being looked at.
    #[default]
    Here,
    /// The fact that the rule selected, also inside of links and quantifiers.
    Subject,
}

/// A path by name or as written. Names are resolved when the rule is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PathRef {
    /// A name of the rule's `[paths]`.
    Named(String),
    /// A path as it stands, the same in every dialect.
    Plain(Path),
}

/// An expression tree over facts: the rule language. Its logic is Kleene's three-valued one.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Expr {
    /// Every part holds.
    All(Vec<Expr>),
    /// At least one part holds.
    Any(Vec<Expr>),
    /// The part does not hold.
    Not(Box<Expr>),
    /// The value at a path meets a condition; of several values, each.
    Test {
        /// Where the path starts.
        of: Of,
        /// Which value.
        path: PathRef,
        /// The condition.
        condition: Condition,
    },
    /// Every element at a path that meets `filter` meets `that`; holds when there is none.
    Each {
        /// Where the path starts.
        of: Of,
        /// Which elements.
        path: PathRef,
        /// Whether maps are stepped through as items of `key` and `value`.
        entries: bool,
        /// Which of the elements count.
        filter: Option<Box<Expr>>,
        /// What they have to meet.
        that: Box<Expr>,
    },
    /// The number of elements at a path that meet `filter` lies in a range.
    Count {
        /// Where the path starts.
        of: Of,
        /// Which elements.
        path: PathRef,
        /// Whether maps are stepped through as items of `key` and `value`.
        entries: bool,
        /// Which of the elements count.
        filter: Option<Box<Expr>>,
        /// The least number allowed.
        min: u32,
        /// The greatest number allowed.
        max: Option<u32>,
    },
    /// The facts that a link leads to. Forward (`follow`): there is one and each meets `that`.
    /// Backward (`back`): at least one meets `that`.
    Link {
        /// The link's name.
        name: String,
        /// Whether each related fact has to meet `that`, or one.
        every: bool,
        /// What related facts have to meet.
        that: Option<Box<Expr>>,
        /// What holds when the link leads to nothing; without it the answer is that it fails.
        missing: Option<Box<Expr>>,
    },
    /// The text at a path is JSON (or is structured already), and its content meets `that`.
    ParseJson {
        /// Where the path starts.
        of: Of,
        /// Which text.
        path: PathRef,
        /// What the document has to meet.
        that: Box<Expr>,
    },
    /// A fact of one of the kinds that meets `filter` is declared in the same root or anywhere.
    Declared {
        /// Where to look.
        within: Within,
        /// The kinds, by dialect.
        kinds: BTreeMap<Dialect, Vec<String>>,
        /// What it has to meet.
        filter: Option<Box<Expr>>,
        /// Whether parts of the root that were not read leave the answer open.
        unread: bool,
    },
    /// The fact is of one of these kinds, which may end in `*`.
    KindIn(Vec<String>),
    /// The fact is written in one of these dialects.
    DialectIn(Vec<Dialect>),
    /// The fact's file is for one of these environments, as its path tells.
    EnvironmentIn(Vec<String>),
    /// The provider of the fact's root has at least this version, as far as its constraint tells.
    ProviderAtLeast {
        /// The provider's name.
        name: String,
        /// The version.
        version: Vec<u64>,
    },
    /// Open, for a reason that the language cannot look into.
    Open(String),
    /// A constant answer.
    Always(bool),
}

/// Where something has to be declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Within {
    /// In the fact's own root: what is deployed as one.
    Root,
    /// Anywhere in the repository.
    Repository,
}

/// What a single value has to meet.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Condition {
    /// It is set: not absent, null, nor an empty text, list or map.
    Present,
    /// It equals one of these. Text is compared as it is; `true` and `"true"`, `1` and `"1"` are equal.
    In(Vec<Scalar>),
    /// Like `In`, without regard to upper and lower case.
    InAnyCase(Vec<Scalar>),
    /// It matches a regular expression somewhere.
    Matches(String),
    /// A part of it that is written out matches a regular expression; references do not.
    PiecesMatch(String),
    /// It is a text that holds this, or a list of which one item equals this.
    Contains(Scalar),
    /// It is a number in a range, both ends included.
    Range(Option<f64>, Option<f64>),
    /// It is a version of at least, and below, these.
    Version(Option<Vec<u64>>, Option<Vec<u64>>),
    /// It is a pattern of AWS IAM that covers this action or resource.
    Covers(String),
    /// It is a pattern of AWS IAM that covers the subject's ARN with this ending.
    CoversSubject(String),
    /// It meets a built-in predicate.
    Is(Predicate),
}

/// Conditions that are a way of reasoning rather than a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Predicate {
    /// A network that holds every address: `0.0.0.0/0`, `::/0`, `*`, `Internet`, `Any`.
    AnyAddress,
    /// An address or network that is not private, loopback, link-local or shared (RFC 1918, 4193, 6598).
    PublicAddress,
    /// Text that is written out in full, neither a reference nor unknown.
    Literal,
    /// A reference to another fact, known value or not.
    Reference,
    /// Written out, at least in part; never open.
    Written,
    /// A name, or a list of names, that stands for protected health information.
    Phi,
    /// A date before the day of the scan.
    PastDate,
    /// A date within ninety days of the day of the scan, or before it.
    DateWithin90Days,
}

impl Predicate {
    /// Every predicate with its name in rule files.
    pub const NAMES: [(&'static str, Self); 8] = [
        ("any-address", Self::AnyAddress),
        ("public-address", Self::PublicAddress),
        ("literal", Self::Literal),
        ("reference", Self::Reference),
        ("written", Self::Written),
        ("phi", Self::Phi),
        ("past-date", Self::PastDate),
        ("date-within-90-days", Self::DateWithin90Days),
    ];
}
