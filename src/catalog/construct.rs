//! How programs declare infrastructure: which calls make which resource, and what their arguments mean.
//!
//! Pulumi's classic providers are Terraform's under other names, so that a few prefixes and exceptions say
//! which resource a type is. Constructs of the AWS CDK each have an entry.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

/// `rules/constructs.toml`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Constructs {
    /// Pulumi's providers by name.
    pub pulumi: BTreeMap<String, Provider>,
    /// CloudFormation's name of a service, where it is not that of the CDK's module with a capital.
    pub services: BTreeMap<String, String>,
    /// Functions that hand on their first argument as far as rules care, by the end of their names, and what they
    /// put before a text.
    pub passing: BTreeMap<String, String>,
    /// Types that only hold their arguments, by the end of their names.
    pub records: Vec<String>,
    /// Constructs of the CDK.
    #[serde(rename = "construct")]
    pub list: Vec<Construct>,
    #[serde(skip)]
    by_name: OnceLock<HashMap<String, usize>>,
}

/// A provider of Pulumi that is bridged from one of Terraform.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// What the names of all its resources begin with.
    pub prefix: String,
    /// What stands for a module in names, where it is not the module's own name.
    #[serde(default)]
    pub modules: BTreeMap<String, String>,
    /// Resources by type, `module.Type`, where module and type do not make the name.
    #[serde(default)]
    pub kinds: BTreeMap<String, String>,
}

/// What the value of an argument, or its absence, sets: values by path.
pub type Settings = BTreeMap<String, String>;

/// A construct of the CDK.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Construct {
    /// Its names, `module.Class`.
    pub of: Vec<String>,
    /// The resource that it makes.
    pub kind: String,
    /// Arguments that are properties of the resource as they stand, and their paths there.
    #[serde(default)]
    pub set: BTreeMap<String, String>,
    /// Arguments whose values stand for others: what each sets. `@` is the value as it stands, `{}` one that is
    /// an object.
    #[serde(default)]
    pub choose: BTreeMap<String, BTreeMap<String, Settings>>,
    /// What the construct sets when an argument is missing.
    #[serde(default)]
    pub missing: BTreeMap<String, Settings>,
    /// What it always sets.
    #[serde(default)]
    pub always: Settings,
    /// Methods that change the resource, and the property that is then not known.
    #[serde(default)]
    pub opens: BTreeMap<String, String>,
    /// With one of these arguments it makes no resource of this kind.
    #[serde(default)]
    pub not_with: Vec<String>,
    /// Resources that it makes beside this one.
    #[serde(default)]
    pub adds: Vec<Added>,
}

/// A resource that a construct makes beside its own.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Added {
    /// The argument that asks for it, and the value that does.
    pub with: String,
    /// Its value; any when empty.
    #[serde(default)]
    pub value: String,
    /// What is made.
    pub kind: String,
    /// The property that refers to the construct's own resource.
    pub refers: String,
    /// What is set.
    #[serde(default)]
    pub set: Settings,
}

impl Constructs {
    /// Reads `constructs.toml`.
    ///
    /// # Errors
    /// When the text is not TOML or has a field that is missing, unknown or of another type.
    pub fn from_toml(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// The construct of a name, `aws-s3.Bucket`.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Construct> {
        let index = || {
            let entries = self.list.iter().enumerate();
            entries.flat_map(|(at, entry)| entry.of.iter().map(move |name| (name.clone(), at))).collect()
        };
        self.by_name.get_or_init(index).get(name).and_then(|at| self.list.get(*at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_construct_stands_once() {
        let constructs = Constructs::from_toml(include_str!("../../rules/constructs.toml")).unwrap();
        let mut names = std::collections::BTreeSet::new();
        for construct in &constructs.list {
            assert!(construct.kind.starts_with("AWS::"), "{}", construct.kind);
            for name in &construct.of {
                assert!(names.insert(name), "{name}");
                assert!(constructs.find(name).is_some());
            }
        }
    }
}
