//! Roots that are deployed in several ways, as a user sees them.

use crate::command_line::{repository, run};

const MAIN: &str = "variable \"encrypted\" {}\nvariable \"names\" {\n  default = [\"a\"]\n}\n\
resource \"aws_db_instance\" \"records\" {\n  engine            = \"postgres\"\n  storage_encrypted = var.encrypted\n}\n\
resource \"aws_db_instance\" \"fixed\" {\n  storage_encrypted = false\n}\n\
resource \"aws_db_instance\" \"many\" {\n  for_each          = toset(var.names)\n  storage_encrypted = var.encrypted\n}\n";

const FILES: [(&str, &str); 4] = [
    ("infra/main.tf", MAIN),
    ("infra/env/dev.tfvars", "encrypted = false\nnames = [\"dev\"]\n"),
    ("infra/env/prod.tfvars", "encrypted = true\nnames = [\"prod\"]\n"),
    ("infra/env/test.tfvars", "encrypted = null\nnames = []\n"),
];

const RULE: [&str; 4] = ["scan", "--rule", "aws-rds-unencrypted", "--format"];

fn scan(files: &[(&str, &str)], format: &str) -> String {
    let folder = repository(files);
    let (out, err, code) = run(folder.path(), &[&RULE[..], &[format]].concat());
    assert_eq!(code, 1, "{out}{err}");
    out
}

#[test]
fn a_finding_says_in_which_variants_it_holds() {
    let out = scan(&FILES, "terminal");
    let said = "it fails with infra/env/dev.tfvars and infra/env/test.tfvars, passes with infra/env/prod.tfvars";
    assert!(out.contains(said), "{out}");
    assert!(out.contains("Findings 3"), "{out}");
    assert!(out.contains("1 met, 3 not met, 0 open"), "things are counted once: {out}");
}

#[test]
fn scripts_are_told_each_variant() {
    let report: serde_json::Value = serde_json::from_str(&scan(&FILES, "json")).unwrap();
    let finding = |address: &str| {
        let findings = report["findings"].as_array().unwrap();
        findings.iter().find(|finding| finding["address"] == address).unwrap_or_else(|| panic!("{findings:#?}")).clone()
    };
    let names = |names: &[&str]| names.iter().map(|name| format!("infra/env/{name}.tfvars")).collect::<Vec<_>>();
    let fixed = &finding("aws_db_instance.fixed")["variants"];
    assert_eq!(fixed["fail"], serde_json::json!(names(&["dev", "prod", "test"])));
    let many = &finding("aws_db_instance.many[\"dev\"]")["variants"];
    assert_eq!(many["fail"], serde_json::json!(names(&["dev"])));
    assert_eq!(many["pass"], serde_json::json!(names(&["prod"])));
    assert_eq!(many["absent"], serde_json::json!(names(&["test"])));
    let sarif = scan(&FILES, "sarif");
    assert!(sarif.contains("phiward/variants") && sarif.contains("Fails with infra/env/dev.tfvars"), "{sarif}");
}

#[test]
fn a_fingerprint_does_not_depend_on_variants() {
    let prints = |files: &[(&str, &str)]| {
        let report: serde_json::Value = serde_json::from_str(&scan(files, "json")).unwrap();
        let findings = report["findings"].as_array().unwrap();
        let records = findings.iter().find(|finding| finding["address"] == "aws_db_instance.records").unwrap();
        records["fingerprint"].clone()
    };
    let alone = [FILES[0], ("infra/terraform.tfvars", "encrypted = false\n")];
    assert_eq!(prints(&FILES), prints(&alone));
}

#[test]
fn a_chart_is_judged_with_each_of_its_files_of_values() {
    let deployment = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Release.Name }}\nspec:\n  containers:\n    - name: app\n      \
                      image: registry.example/app:1.0\n      securityContext:\n        {{- toYaml .Values.context | nindent 8 }}\n";
    let folder = repository(&[
        ("chart/Chart.yaml", "apiVersion: v2\nname: app\nversion: 1.0.0\n"),
        ("chart/templates/pod.yaml", deployment),
        ("chart/values.yaml", "context:\n  privileged: false\n"),
        ("chart/values-dev.yaml", "context:\n  privileged: true\n"),
    ]);
    let arguments = ["scan", "--rule", "kubernetes-container-privileged", "--format", "json"];
    let (out, err, code) = run(folder.path(), &arguments);
    assert_eq!(code, 1, "{out}{err}");
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    let finding = &report["findings"][0];
    assert_eq!(finding["file"], "chart/templates/pod.yaml", "{finding:#}");
    assert_eq!(finding["start_line"], 10);
    assert_eq!(finding["variants"]["fail"], serde_json::json!(["chart/values-dev.yaml"]));
    assert_eq!(finding["variants"]["pass"], serde_json::json!(["chart/values.yaml"]));
    let related = finding["related"].to_string();
    assert!(related.contains("chart/values-dev.yaml"), "{related}");
}
