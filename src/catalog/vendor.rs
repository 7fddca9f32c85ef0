//! Third parties: how each is recognised, and whether it signs a business associate agreement.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::model::{Signal, VendorUse};

mod host;
mod index;

use index::Index;

/// All vendors, in the order of `rules/vendors.toml`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Vendors {
    /// First labels of hosts that are a web site about the product, not the product.
    pub site_labels: Vec<String>,
    /// How clouds come to sign.
    #[serde(rename = "cloud")]
    pub clouds: Vec<Cloud>,
    /// The vendors.
    #[serde(rename = "vendor")]
    pub list: Vec<Vendor>,
    #[serde(skip)]
    index: OnceLock<Index>,
}

/// How a cloud's agreement comes about, and what it covers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cloud {
    /// The vendor's id.
    pub vendor: String,
    /// How it is signed.
    pub how: String,
    /// What it covers.
    pub scope: String,
}

/// One vendor, or one product of a vendor with terms of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Vendor {
    /// Its stable id, kebab-case.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is for: `analytics`, `error-tracking`.
    pub category: String,
    /// Whether it signs.
    pub baa: Baa,
    /// How sure the answer is.
    pub confidence: Confidence,
    /// What to know about the answer.
    pub note: String,
    /// What the answer rests on; empty when nothing settled was found.
    #[serde(default)]
    pub basis: String,
    /// The year that the answer holds for.
    pub year: u16,
    /// Whether running the product on one's own infrastructure removes the third party.
    #[serde(default)]
    pub self_hostable: bool,
    /// npm packages.
    #[serde(default)]
    pub npm: Vec<String>,
    /// Python distributions.
    #[serde(default)]
    pub pypi: Vec<String>,
    /// Maven coordinates without versions.
    #[serde(default)]
    pub maven: Vec<String>,
    /// Go module paths.
    #[serde(default)]
    pub go: Vec<String>,
    /// .NET packages.
    #[serde(default)]
    pub nuget: Vec<String>,
    /// Ruby gems.
    #[serde(default)]
    pub gem: Vec<String>,
    /// PHP packages.
    #[serde(default)]
    pub packagist: Vec<String>,
    /// Rust crates.
    #[serde(default)]
    pub crates: Vec<String>,
    /// Imports whose name is not the package's, as `language:prefix`.
    #[serde(default)]
    pub imports: Vec<String>,
    /// Hosts, with a path where only that is the vendor's.
    #[serde(default)]
    pub hosts: Vec<String>,
    /// Terraform providers.
    #[serde(default)]
    pub providers: Vec<String>,
    /// Container images that send data to the vendor.
    #[serde(default)]
    pub images: Vec<String>,
    /// Container images of the product itself, run on one's own.
    #[serde(default)]
    pub self_hosted_images: Vec<String>,
    /// CI actions.
    #[serde(default)]
    pub actions: Vec<String>,
    /// Environment variables.
    #[serde(default)]
    pub env: Vec<String>,
    /// Pieces of inline script.
    #[serde(default)]
    pub scripts: Vec<String>,
}

/// Whether a vendor signs a business associate agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Baa {
    /// Standard terms or self-service acceptance give one.
    Yes,
    /// Only on a named plan, add-on or negotiated contract.
    Plan,
    /// Refused, or the terms forbid PHI, or there is no route to one.
    No,
    /// No settled public statement was found.
    Unknown,
}

/// How sure the catalog is of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// The vendor's own words, or long settled.
    High,
    /// Widely reported.
    Medium,
    /// Reported once, or out of date.
    Low,
}

impl Baa {
    /// Its name in rules and reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Plan => "plan",
            Self::No => "no",
            Self::Unknown => "unknown",
        }
    }
}

impl Confidence {
    /// Its name in rules and reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }
}

impl Vendors {
    /// Reads `vendors.toml`.
    ///
    /// # Errors
    /// When the text is not TOML or has a field that is missing, unknown or of another type.
    pub fn from_toml(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// The vendor of an id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Vendor> {
        self.list.iter().find(|vendor| vendor.id == id)
    }

    /// How a vendor's agreement comes about, when it is a cloud.
    #[must_use]
    pub fn cloud(&self, vendor: &str) -> Option<&Cloud> {
        self.clouds.iter().find(|cloud| cloud.vendor == vendor)
    }

    /// The vendor that a sign proves.
    #[must_use]
    pub fn match_use(&self, sign: &VendorUse) -> Option<&Vendor> {
        self.find(sign.signal, &sign.name)
    }

    /// The vendor that a name proves, as a sign of the kind.
    #[must_use]
    pub fn find(&self, signal: Signal, name: &str) -> Option<&Vendor> {
        self.index().find(signal, name).and_then(|at| self.list.get(at))
    }

    /// The vendor whose product a container image runs on one's own infrastructure: then it is no third party there.
    #[must_use]
    pub fn self_hosted(&self, image: &str) -> Option<&Vendor> {
        self.index().self_hosted(image).and_then(|at| self.list.get(at))
    }

    /// Every piece of inline script that names a vendor's tracker, in the order of the vendors.
    pub fn scripts(&self) -> impl Iterator<Item = &str> {
        self.list.iter().flat_map(|vendor| vendor.scripts.iter().map(String::as_str))
    }

    /// Names that two vendors claim: each would shadow the other.
    #[must_use]
    pub fn ambiguous(&self) -> Vec<String> {
        Index::new(self).1
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(self).0)
    }
}

impl Vendor {
    /// Its names in the lists of a kind of sign.
    fn names(&self, signal: Signal) -> &[String] {
        match signal {
            Signal::Npm => &self.npm,
            Signal::Pypi => &self.pypi,
            Signal::Maven => &self.maven,
            Signal::Go => &self.go,
            Signal::Nuget => &self.nuget,
            Signal::Crates => &self.crates,
            Signal::Gem => &self.gem,
            Signal::Packagist => &self.packagist,
            Signal::Import => &self.imports,
            Signal::Host => &self.hosts,
            Signal::TerraformProvider => &self.providers,
            Signal::Image => &self.images,
            Signal::Action => &self.actions,
            Signal::Environment => &self.env,
            Signal::Script => &self.scripts,
        }
    }
}

#[cfg(test)]
mod tests;
