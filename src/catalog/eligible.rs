//! Which services the agreements of the clouds cover.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

/// All services, in the order of `rules/eligible.toml`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Eligible {
    /// The services.
    #[serde(rename = "service")]
    pub list: Vec<Service>,
    #[serde(skip)]
    by_kind: OnceLock<HashMap<String, usize>>,
}

/// A service of a cloud.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// The cloud's vendor id.
    pub cloud: String,
    /// The service's name.
    pub name: String,
    /// What the list says of it.
    pub status: Status,
    /// What to know about that.
    #[serde(default)]
    pub note: String,
    /// The types that declare it; `*` at the end stands for any.
    #[serde(default)]
    pub kinds: Vec<String>,
}

/// What the list of covered services says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It is on the list.
    Covered,
    /// Not found on it, or the list could not be read.
    Unsure,
    /// It is not on the list that was read.
    Unlisted,
}

impl Status {
    /// Its name in rules and reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Covered => "covered",
            Self::Unsure => "unsure",
            Self::Unlisted => "unlisted",
        }
    }
}

impl Eligible {
    /// Reads `eligible.toml`.
    ///
    /// # Errors
    /// When the text is not TOML or has a field that is missing, unknown or of another type.
    pub fn from_toml(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// The service that a type declares, by the entry that says most about it; none for types that no entry names.
    #[must_use]
    pub fn find(&self, kind: &str) -> Option<&Service> {
        let by_kind = self.by_kind.get_or_init(|| {
            let kinds = self
                .list
                .iter()
                .enumerate()
                .flat_map(|(at, service)| service.kinds.iter().map(move |k| (k.clone(), at)));
            kinds.collect()
        });
        let beginnings = || (1..=kind.len().min(128)).rev().filter_map(|end| kind.get(..end));
        by_kind
            .get(kind)
            .or_else(|| beginnings().find_map(|beginning| by_kind.get(&format!("{beginning}*"))))
            .and_then(|at| self.list.get(*at))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::catalog::vendor::Vendors;

    fn ours() -> Eligible {
        Eligible::from_toml(include_str!("../../rules/eligible.toml")).unwrap()
    }

    #[test]
    fn every_cloud_is_a_vendor_and_every_kind_stands_once() {
        let vendors = Vendors::from_toml(include_str!("../../rules/vendors.toml")).unwrap();
        let mut kinds = BTreeSet::new();
        let mut names = BTreeSet::new();
        for service in &ours().list {
            assert!(vendors.cloud(&service.cloud).is_some(), "{}", service.cloud);
            assert!(names.insert((service.cloud.clone(), service.name.clone())), "{}", service.name);
            assert!(service.note.is_empty() || service.note.ends_with('.'), "{}", service.name);
            for kind in &service.kinds {
                assert!(kinds.insert(kind.clone()), "{kind}");
                assert!(kind.find('*').is_none_or(|at| at + 1 == kind.len()), "{kind}");
                let ours = match service.cloud.as_str() {
                    "aws" => kind.starts_with("aws") || kind.starts_with("AWS::"),
                    "azure" => kind.starts_with("azure") || kind.starts_with("Microsoft."),
                    _ => kind.starts_with("google_"),
                };
                assert!(ours, "{kind} of {}", service.cloud);
            }
        }
    }

    #[test]
    fn the_longest_entry_counts() {
        let eligible = ours();
        let named = |kind: &str| eligible.find(kind).map(|service| service.name.as_str());
        assert_eq!(named("aws_cloudwatch_log_group"), Some("Amazon CloudWatch and CloudWatch Logs"));
        assert_eq!(named("aws_cloudwatch_event_rule"), Some("Amazon EventBridge"));
        assert_eq!(named("aws_route53_zone"), Some("Amazon Route 53"));
        assert_eq!(named("aws_route_table"), Some("Amazon VPC"));
        assert_eq!(named("AWS::RDS::DBInstance"), Some("Amazon Aurora and Amazon RDS"));
        assert_eq!(
            named("Microsoft.Storage/storageAccounts@2023-01-01"),
            Some("Storage (Blob, Files, Queue, Table, Data Lake Gen2)")
        );
        assert_eq!(named("google_compute_instance"), Some("Compute Engine and Persistent Disk"));
        assert_eq!(named("random_id"), None);
        assert_eq!(named(""), None);
        assert_eq!(named(&"é".repeat(1000)), None);
        assert_eq!(eligible.find("aws_lightsail_instance").map(|service| service.status), Some(Status::Unlisted));
    }

    #[test]
    fn the_binary_form_keeps_everything() {
        let eligible = ours();
        let back: Eligible = postcard::from_bytes(&postcard::to_stdvec(&eligible).unwrap()).unwrap();
        assert_eq!(back.list, eligible.list);
    }
}
