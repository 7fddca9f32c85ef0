//! One walk over everything lowered, for connections, hosts and secrets.

use std::collections::HashSet;
use std::sync::Arc;

use crate::model::{Dialect, Part};
use crate::source::{Sources, Span};

use super::place::{Origin, Place};
use super::{connection, secret, walk};

/// Looks through parts, and remembers what it told: a value that several facts have (a server's that
/// its locations inherit, a workload's and its container's) is told once. One finder for all parts,
/// or one for each: what stands in two parts is then told twice.
#[derive(Default)]
pub struct Finder {
    seen: HashSet<(Dialect, Arc<str>, Span)>,
    hosts: HashSet<(Arc<str>, Span)>,
}

impl Finder {
    /// Adds to a part what the texts of its facts hold. Call in the order of absorption.
    pub fn enrich(&mut self, sources: &Sources, part: &mut Part) {
        let (mut facts, mut uses) = (Vec::new(), Vec::new());
        for fact in &part.facts {
            // The addresses in an API's description are its own, and have rules of their own.
            if matches!(
                fact.dialect,
                Dialect::Connection | Dialect::Secret | Dialect::Vendor | Dialect::Repository | Dialect::Openapi
            ) {
                continue;
            }
            let origin = if fact.dialect.is_code() { Origin::Code } else { Origin::Configuration };
            let place = Place { sources, scope: fact.scope, origin };
            if !place.is_searched(fact.span) {
                continue;
            }
            // What these inherit from other files is told with the facts of those.
            let inherits = matches!(fact.dialect, Dialect::Nginx | Dialect::Rails);
            walk::leaves("", &fact.body, &mut |leaf| {
                if inherits && leaf.value.span.file != fact.span.file {
                    return;
                }
                connection::from_leaf(&place, leaf, &mut facts, &mut uses);
                secret::from_leaf(&place, leaf, &mut facts);
            });
        }
        // Facts of other rooms may tell the same; those stay.
        let known = part.facts.iter().filter(|fact| matches!(fact.dialect, Dialect::Connection | Dialect::Secret));
        self.seen.extend(known.map(|fact| (fact.dialect, fact.kind.clone(), fact.span)));
        facts.retain(|fact| self.seen.insert((fact.dialect, fact.kind.clone(), fact.span)));
        uses.retain(|found| self.hosts.insert((found.name.clone(), found.span)));
        part.facts.extend(facts);
        part.uses.extend(uses);
    }
}
