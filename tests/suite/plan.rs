//! Plans of Terraform, as a user sees them.

use crate::command_line::{repository, run};

const PLAN: &str = r#"{"format_version": "1.2", "planned_values": {"root_module": {"resources": [{
  "address": "aws_db_instance.records", "mode": "managed", "type": "aws_db_instance", "name": "records",
  "values": {"storage_encrypted": false}, "sensitive_values": {}
}]}}}"#;
const MAIN: &str = "variable \"on\" {}\nresource \"aws_db_instance\" \"records\" {\n  storage_encrypted = var.on\n}\n";
const SCAN: [&str; 3] = ["scan", "--rule", "aws-rds-unencrypted"];

#[test]
fn a_finding_of_a_plan_points_into_the_configuration_that_was_planned() {
    let folder = repository(&[("infra/main.tf", MAIN), ("infra/plan.json", PLAN)]);
    let (out, err, code) = run(folder.path(), &SCAN);
    assert_eq!(code, 1, "{out}{err}");
    assert!(out.contains("infra/main.tf:3") && out.contains("0 met, 1 not met, 0 open"), "{out}");
    let alone = repository(&[("plan.json", PLAN)]);
    let (out, err, code) = run(alone.path(), &SCAN);
    assert!(code == 1 && out.contains("plan.json:3"), "{out}{err}");
}
