//! `phiward.toml`: as written, with every mistake at its place.

mod read;

pub use read::read;

use std::ops::Range;

use crate::catalog::{Level, Severity};

/// What a user's file says.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The profile's name; `default` when nothing is said.
    pub profile: Option<String>,
    /// The mildest severity that fails a run.
    pub fail_on: Option<Severity>,
    /// Globs of paths that are not read.
    pub exclude: Vec<String>,
    /// Rules, by id or by a start of ids with `*`, and what becomes of them.
    pub rules: Vec<(String, Level)>,
    /// Names that stand for PHI here.
    pub phi_words: Vec<String>,
    /// Names that look like PHI and are not.
    pub phi_not: Vec<String>,
    /// What holds PHI, and what does not.
    pub stores: Vec<Store>,
    /// The register of agreements.
    pub agreements: Vec<Agreement>,
    /// What is declared of vendors.
    pub vendors: Vec<DeclaredVendor>,
}

/// Something that the user declares to hold PHI, or not to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Store {
    /// The address of a fact, in which `*` stands for any text.
    pub address: String,
    /// Whether it holds PHI.
    pub phi: bool,
}

/// One `[[baa]]` entry: a business associate agreement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// The vendor's id.
    pub vendor: String,
    /// The services that it covers; all when nothing is said.
    pub services: Vec<String>,
    /// The day it was signed, `YYYY-MM-DD`.
    pub signed: Option<String>,
    /// The day it ends, `YYYY-MM-DD`.
    pub expires: Option<String>,
    /// Where the document is filed.
    pub evidence: Option<String>,
    /// Where the entry stands in the file, in bytes.
    pub span: Range<usize>,
}

/// One `[[vendor]]` entry: what a user declares of a third party.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeclaredVendor {
    /// The vendor's id, one of the catalog's or the user's own.
    pub id: String,
    /// Its name, for a vendor of the user's own.
    pub name: Option<String>,
    /// Whether PHI reaches it; what the scan sees when nothing is said.
    pub phi: Option<bool>,
    /// Host names that stand for it.
    pub hosts: Vec<String>,
    /// Packages that stand for it, as `ecosystem:name`.
    pub packages: Vec<String>,
    /// Why no agreement is needed, when that is so: `payment` (section 1179), `treatment`, `no-phi`.
    pub exempt: Option<String>,
}
