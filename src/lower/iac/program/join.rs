//! The files of one program: what they declare is deployed as one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{Dialect, Fact, Part, Scope, ScopeId};
use crate::source::Sources;

use super::body::relink;

/// Files that a program's folder is known by.
const PROJECTS: [&str; 3] = ["Pulumi.yaml", "Pulumi.yml", "cdk.json"];

/// What tells programs apart: the project's file, the dialect, and the file itself where there is no project.
type Program = (Option<String>, Dialect, String);

/// Puts together what the files of each program declare. The parts are those of single files, with scopes that
/// have the files' paths.
#[must_use]
pub fn join(sources: &Sources, parts: Vec<Part>) -> Vec<Part> {
    let mut programs: BTreeMap<Program, (Scope, Vec<Fact>)> = BTreeMap::new();
    for part in parts {
        let mut facts: Vec<Vec<Fact>> = part.scopes.iter().map(|_| Vec::new()).collect();
        for fact in part.facts {
            if let Some(of_scope) = facts.get_mut(fact.scope.0 as usize) {
                of_scope.push(Fact { scope: ScopeId(0), ..fact });
            }
        }
        for (scope, facts) in part.scopes.into_iter().zip(facts) {
            let project = project(sources, &scope.path);
            let own = if project.is_some() { String::new() } else { scope.path.clone() };
            let key = (project.clone(), scope.dialect, own);
            let whole = programs.entry(key).or_insert_with(|| {
                let path = project.unwrap_or_else(|| scope.path.clone());
                (Scope { path, unread: Vec::new(), ..scope.clone() }, Vec::new())
            });
            add(whole, scope, facts);
        }
    }
    let parts = programs.into_values().map(|(scope, facts)| Part { scopes: vec![scope], facts, ..Part::default() });
    parts.collect()
}

/// Adds what a file declares; an address that another file has too gets a number.
fn add((whole, known): &mut (Scope, Vec<Fact>), scope: Scope, mut facts: Vec<Fact>) {
    let taken: BTreeSet<Arc<str>> = known.iter().map(|fact| fact.address.clone()).collect();
    let mut renamed: BTreeMap<Arc<str>, Arc<str>> = BTreeMap::new();
    let mut given: BTreeSet<Arc<str>> =
        taken.iter().cloned().chain(facts.iter().map(|fact| fact.address.clone())).collect();
    for fact in &mut facts {
        if !taken.contains(&fact.address) {
            continue;
        }
        let free =
            (2..).map(|number| Arc::from(format!("{}~{number}", fact.address))).find(|name| !given.contains(name));
        let address: Arc<str> = free.unwrap_or_else(|| fact.address.clone());
        given.insert(address.clone());
        renamed.insert(fact.address.clone(), address.clone());
        fact.address = address;
    }
    let mut unread = scope.unread;
    if !renamed.is_empty() {
        let resolve = |address: &str| renamed.get(address).cloned();
        facts.iter_mut().for_each(|fact| relink(&mut fact.body, &resolve));
        unread.iter_mut().for_each(|part| relink(&mut part.call, &resolve));
    }
    whole.unread.extend(unread);
    known.extend(facts);
}

/// The file that makes the nearest folder around a path a program's.
fn project(sources: &Sources, path: &str) -> Option<String> {
    fn above<'f>(folder: &&'f str) -> Option<&'f str> {
        folder.rsplit_once('/').map(|(above, _)| above).or((!folder.is_empty()).then_some(""))
    }
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    std::iter::successors(Some(folder), above).find_map(|folder| {
        let file = |name: &&str| if folder.is_empty() { (*name).to_owned() } else { format!("{folder}/{name}") };
        PROJECTS.iter().map(file).find(|path| sources.find(path).is_some())
    })
}
