//! Ansible: plays, tasks of plays and roles as facts. A task's kind is its module's short name, `amazon.aws.s3_bucket`
//! and `s3_bucket` alike; its body is the module's arguments, and under `task` the keywords around them.
//!
//! Templates, `{{ name }}`, count as the variable's value where the repository has one: the task's own `vars`, its
//! play's, its role's `vars` and `defaults`, the inventory's `group_vars/all`. What an inventory or a command line
//! may put over a default is not asked, as for defaults of variables elsewhere.

mod task;
#[cfg(test)]
mod tests;
mod variables;

use std::collections::BTreeMap;

use crate::model::{Dialect, Entry, Part, Scope, ScopeId, Value};
use crate::source::{FileId, Sources};

use self::task::Tasks;
use self::variables::Variables;

/// Folders of files that hold variables alone.
const VARIABLES: [&str; 4] = ["defaults", "vars", "group_vars", "host_vars"];
/// Keywords of which a play has at least one beside `hosts`.
const OF_PLAYS: [&str; 14] = [
    "tasks",
    "roles",
    "pre_tasks",
    "post_tasks",
    "handlers",
    "vars",
    "vars_files",
    "gather_facts",
    "become",
    "remote_user",
    "connection",
    "user",
    "sudo",
    "environment",
];
/// How many items of a list tell what it is.
const LOOKED_AT: usize = 50;

/// Whether documents are plays, or tasks of a role.
#[must_use]
pub fn is_ansible(path: &str, documents: &[Value]) -> bool {
    let Some(items) = documents.first().and_then(Value::as_list).map(|list| &list.items) else { return false };
    let mut maps = items.iter().take(LOOKED_AT).filter_map(Value::as_map);
    if items.iter().take(LOOKED_AT).any(is_play) {
        return true;
    }
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let of_role = folder.split('/').any(|part| matches!(part, "tasks" | "handlers"));
    maps.any(|map| {
        map.entries.iter().any(|entry| task::is_qualified(&entry.key) || (of_role && task::is_telling(&entry.key)))
    })
}

fn is_play(item: &Value) -> bool {
    let Some(map) = item.as_map() else { return false };
    let has = |key: &str| map.entry(key).is_some();
    has("import_playbook")
        || has("ansible.builtin.import_playbook")
        || (has("hosts") && OF_PLAYS.iter().any(|key| has(key)))
}

/// Whether a file holds variables of a role or an inventory, by its path.
#[must_use]
pub fn is_variables(path: &str) -> bool {
    let mut folders = path.rsplit('/').skip(1);
    folders.any(|folder| VARIABLES.contains(&folder))
}

/// The facts of all plays and tasks, a part for each root: the folder that playbooks, or `roles/`, stand in.
#[must_use]
pub fn lower(sources: &Sources, files: &[(FileId, &[Value])]) -> Vec<Part> {
    let known = Variables::new(sources, files);
    let mut roots: BTreeMap<&str, Vec<(FileId, &[Value])>> = BTreeMap::new();
    for (file, documents) in files {
        let path = &sources.get(*file).path;
        if is_ansible(path, documents) {
            roots.entry(root_of(path)).or_default().push((*file, documents));
        }
    }
    let mut parts = Vec::new();
    for (root, files) in roots {
        let mut part = Part::default();
        for (file, documents) in files {
            let path = &sources.get(file).path;
            let mut tasks = Tasks::new(&mut part, &known);
            for item in documents.iter().filter_map(Value::as_list).flat_map(|list| &list.items) {
                if is_play(item) {
                    play(&mut tasks, path, item);
                } else {
                    tasks.task(&known.of_role(role_of(path)), item, None, 0);
                }
            }
        }
        part.scopes.push(Scope::new(Dialect::Ansible, root));
        parts.push(part);
    }
    parts
}

fn play(tasks: &mut Tasks<'_>, path: &str, item: &Value) {
    let Some(map) = item.as_map() else { return };
    let variables = tasks.known.of_play(path, map);
    let own: Vec<Entry> = map.entries.iter().filter(|entry| !task::LISTS.contains(&&*entry.key)).cloned().collect();
    tasks.play(&variables, item, own);
    let around = Some(map);
    for key in task::LISTS {
        for task in map.get(key).and_then(Value::as_list).into_iter().flat_map(|list| &list.items) {
            tasks.task(&variables, task, around, 0);
        }
    }
}

/// The root that a file belongs to: what stands before `roles/`, `tasks/` and the like, else its folder.
fn root_of(path: &str) -> &str {
    let cut = ["roles", "playbooks", "tasks", "handlers"].iter().filter_map(|folder| position(path, folder)).min();
    cut.map_or_else(|| path.rsplit_once('/').map_or("", |(folder, _)| folder), |at| path[..at].trim_end_matches('/'))
}

/// The folder of the role that a file of tasks belongs to: what `tasks/` or `handlers/` stands in.
fn role_of(path: &str) -> &str {
    let cut = ["tasks", "handlers"].iter().filter_map(|folder| position(path, folder)).max();
    cut.map_or("", |at| path[..at].trim_end_matches('/'))
}

/// Where a folder of this name stands in a path.
fn position(path: &str, folder: &str) -> Option<usize> {
    let mut at = 0;
    for part in path.split('/') {
        if part == folder && at + part.len() < path.len() {
            return Some(at);
        }
        at += part.len() + 1;
    }
    None
}

/// The scope of all facts of a part.
const SCOPE: ScopeId = ScopeId(0);
