//! The vocabulary: what files are lowered to, and what rules are held against.
//!
//! A [`Fact`] is one thing that the repository declares (a resource, a server's setting, a call).
//! Its body is a [`Value`], so that one rule language speaks of all of them.

mod dialect;
mod fact;
pub mod unit;
mod value;

pub use dialect::Dialect;
pub use fact::{Fact, Model, Part, Provider, Scope, ScopeId, Signal, Unread, VendorUse, unindexed};
pub use unit::Unit;
pub use value::{Entry, Form, Kind, Link, List, Map, Piece, Reason, Trace, Unknown, Value};
