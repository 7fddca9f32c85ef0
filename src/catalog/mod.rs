//! The catalog: rules, provisions, vendors, PHI words, defaults and profiles, loaded and checked.
//!
//! The build reads `rules/` through [`Data::read`] and stores the answer in the binary; a user's own
//! rule directory is read by the same code at run time.

pub mod construct;
pub mod control;
mod data;
mod default;
pub mod eligible;
mod expression;
pub mod form;
mod path;
pub mod phi;
mod profile;
mod read;
mod rule;
mod stand_in;
pub mod vendor;

pub use data::{Data, Example, Examples, FileMistakes, walk};
pub use default::Absence;
pub use expression::{ENVIRONMENTS, version_numbers};
pub use path::{Path, Step};
pub use profile::{Level, Profile, covers, fits, levels, profile as read_profile};
pub use rule::{
    Check, Condition, Edit, Expr, FAMILIES, LinkPath, Mentions, Of, PathRef, Predicate, Rule, Safety, Scalar, Severity,
    Tier, Within,
};
pub use stand_in::StandIn;
