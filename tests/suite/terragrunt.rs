//! Terragrunt units, as a user sees them.

use crate::command_line::{repository, run};

#[test]
fn a_unit_that_fails_is_named_and_so_is_one_that_passes() {
    let module = "variable \"encrypted\" {}\nresource \"aws_db_instance\" \"records\" {\n  storage_encrypted = var.encrypted\n}\n";
    let folder = repository(&[
        ("modules/db/main.tf", module),
        (
            "live/dev/db/terragrunt.hcl",
            "terraform {\n  source = \"../../../modules/db\"\n}\ninputs = {\n  encrypted = false\n}\n",
        ),
        (
            "live/prod/db/terragrunt.hcl",
            "terraform {\n  source = \"../../../modules//db\"\n}\ninputs = {\n  encrypted = true\n}\n",
        ),
        (
            "live/prod/remote/terragrunt.hcl",
            "terraform {\n  source = \"tfr:///terraform-aws-modules/rds/aws?version=6.1.0\"\n}\ninputs = {\n  storage_encrypted = false\n}\n",
        ),
    ]);
    let (out, err, code) = run(folder.path(), &["scan", "--rule", "aws-rds-unencrypted", "--full"]);
    assert_eq!(code, 1, "{out}{err}");
    for part in [
        "modules/db/main.tf:3",
        "it fails with live/dev/db, passes with live/prod/db",
        "live/dev/db/terragrunt.hcl:5",
        "live/prod/remote/terragrunt.hcl:5",
    ] {
        assert!(out.contains(part), "{part} is missing in:\n{out}");
    }
}
