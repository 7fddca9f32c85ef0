//! Every rule against its cases, as `phiward rules test` runs them, without any registration.

use std::collections::BTreeSet;
use std::path::PathBuf;

use phiward::pipeline::{builtin, cases};
use rayon::prelude::*;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn every_rule_answers_its_cases_and_nothing_else() {
    let data = builtin();
    let complaints: Vec<String> = data
        .rules
        .par_iter()
        .flat_map_iter(|rule| {
            let outcome = cases::run(&data, &rule.id, &root().join("testdata").join(&rule.id));
            outcome.complaints.into_iter().map(|complaint| format!("{}: {complaint}", rule.id))
        })
        .collect();
    assert!(complaints.is_empty(), "{} complaints:\n{}", complaints.len(), complaints.join("\n"));
}

#[test]
fn every_folder_of_cases_belongs_to_a_rule() {
    let data = builtin();
    let rules: BTreeSet<&str> = data.rules.iter().map(|rule| rule.id.as_str()).collect();
    let folders = std::fs::read_dir(root().join("testdata")).unwrap();
    for folder in folders {
        let name = folder.unwrap().file_name().into_string().unwrap();
        assert!(rules.contains(name.as_str()) || name == "clinic", "testdata/{name} has no rule");
    }
}
