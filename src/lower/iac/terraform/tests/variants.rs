use super::*;

const ROOT: &str = "variable \"a\" {}\nvariable \"b\" {}\nvariable \"c\" {\n  default = 1\n}\n\
                    output \"x\" {\n  value = [var.a, var.b, var.c]\n}\n";

/// Each variant with what an output is there.
fn ways(files: &[(&str, &str)]) -> Vec<(Option<String>, String)> {
    let case = lower(files);
    let output = |part: &Part| {
        let fact = part.facts.iter().find(|fact| &*fact.address == "output.x").unwrap();
        show(fact.body.get("value").unwrap())
    };
    case.parts.iter().map(|part| (part.scopes[0].variant.clone(), output(part))).collect()
}

fn way(name: &str, output: &str) -> (Option<String>, String) {
    (Some(name.to_owned()), output.to_owned())
}

#[test]
fn each_file_of_values_is_a_way_to_deploy_the_root() {
    let found = ways(&[
        ("r/main.tf", ROOT),
        ("r/env/dev.tfvars", "b = 1\nc = 2\n"),
        ("r/prod.tfvars.json", "{\"b\": 3}"),
        ("r/env/test/terraform.tfvars", "b = 4"),
        ("r/terraform.tfvars", "a = true\nb = 0\n"),
        ("r/x.auto.tfvars", "c = 9\n"),
    ]);
    assert_eq!(
        found,
        [
            way("r/env/dev.tfvars", "[true, 1, 2]"),
            way("r/env/test/terraform.tfvars", "[true, 4, 9]"),
            way("r/prod.tfvars.json", "[true, 3, 9]"),
        ]
    );
    assert_eq!(ways(&[("main.tf", ROOT), ("terraform.tfvars", "a = 1\nb = 2\n")]), [(None, "[1, 2, 1]".to_owned())]);
}

#[test]
fn a_file_that_lacks_what_others_have_is_given_beside_them() {
    let found = ways(&[
        ("main.tf", ROOT),
        ("common.tfvars", "a = \"all\"\nc = 5\n"),
        ("dev.tfvars", "b = 1\n"),
        ("prod.tfvars", "b = 2\nc = 6\n"),
    ]);
    assert_eq!(found, [way("dev.tfvars", "[\"all\", 1, 5]"), way("prod.tfvars", "[\"all\", 2, 6]")]);
    let parts = ways(&[
        ("main.tf", ROOT),
        ("common-a.tfvars", "a = 1\nc = 5\n"),
        ("common-b.tfvars", "a = 2\nc = 5\n"),
        ("dev.tfvars", "b = 1\na = 0\n"),
        ("prod.tfvars", "b = 2\na = 0\n"),
    ]);
    assert_eq!(parts, [way("dev.tfvars", "[0, 1, 5]"), way("prod.tfvars", "[0, 2, 5]")]);
}

#[test]
fn what_all_files_agree_on_fills_what_nothing_else_tells() {
    let found = ways(&[("main.tf", ROOT), ("dev.tfvars", "a = 1\nb = 1\n"), ("prod.tfvars", "a = 1\nc = 6\n")]);
    assert_eq!(found, [way("dev.tfvars", "[1, 1, 1]"), way("prod.tfvars", "[1, 1, 6]")]);
}

#[test]
fn a_file_belongs_to_the_nearest_root_that_declares_what_it_assigns() {
    let found = ways(&[
        ("main.tf", ROOT),
        ("m/main.tf", "variable \"z\" {}\noutput \"x\" {\n  value = var.z\n}\n"),
        ("m/dev.tfvars", "a = 1\nb = 2\n"),
        ("m/own.tfvars", "z = 3\n"),
        ("backend.tfvars", "bucket = \"s\"\nkey = \"k\"\nregion = \"r\"\na = 7\n"),
        ("w/x/y/z/far.tfvars", "a = 9\n"),
    ]);
    assert_eq!(found, [way("m/dev.tfvars", "[1, 2, 1]"), way("m/own.tfvars", "3")]);
    let called = lower(&[
        ("main.tf", "module \"m\" {\n  source = \"./m\"\n}\n"),
        ("m/main.tf", ROOT),
        ("m/dev.tfvars", "a = 1\nb = 2\n"),
    ]);
    assert_eq!(called.parts.len(), 1);
    assert!(called.value("module.m.output.x", "value.0").as_unknown().is_some());
}

#[test]
fn more_files_of_values_than_are_worth_it_are_named() {
    let files: Vec<(String, String)> =
        (10..30).map(|at| (format!("env/{at}.tfvars"), format!("a = {at}\nb = 1\n"))).collect();
    let mut all: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    all.push(("main.tf", ROOT));
    let case = lower(&all);
    assert_eq!(case.parts.len(), 16);
    let problems: Vec<&str> =
        case.parts.iter().flat_map(|part| &part.problems).map(|problem| problem.message.as_str()).collect();
    assert_eq!(problems.len(), 1);
    assert!(problems[0].contains("20 files") && problems[0].contains("env/29.tfvars"), "{problems:?}");
}
