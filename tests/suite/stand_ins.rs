//! Modules of registries that are judged where they are called.

use phiward::parse::hcl;
use phiward::pipeline::builtin;
use phiward::source::FileId;
use serde_json::Value;

use crate::command_line::{repository, run};

/// Rule, address, place, and why, of what fails or is open.
fn told(files: &[(&str, &str)], rules: &[&str], what: &str) -> Vec<String> {
    let folder = repository(files);
    let rules: Vec<&str> = rules.iter().flat_map(|rule| ["--rule", rule]).collect();
    let (out, err, _) = run(folder.path(), &[&["scan", "--format", "json", "--exit-zero"], &rules[..]].concat());
    let report: Value = serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {err}"));
    let note = if what == "opens" { "reason" } else { "note" };
    let entries = report[what].as_array().unwrap().iter().map(|entry| {
        let text = |name: &str| entry[name].as_str().unwrap_or_default().to_owned();
        format!("{} {} {}:{} {}", text("rule"), text("address"), text("file"), entry["start_line"], text(note))
    });
    entries.collect()
}

#[test]
fn every_stand_in_is_read_whole_and_comes_to_something() {
    let data = builtin();
    assert!(data.stand_ins.len() > 15);
    for stand_in in &data.stand_ins {
        let parsed = hcl::parse(FileId(0), &stand_in.body);
        assert!(parsed.failures.is_empty(), "{}: {:?}", stand_in.source, parsed.failures);
        let call = format!(
            "module \"m\" {{\n  source  = \"{}\"\n  version = \"{}\"\n}}\n",
            stand_in.source,
            if stand_in.from.is_empty() { "99.0".to_owned() } else { stand_in.from[0].to_string() + ".99.99" }
        );
        let folder = repository(&[("main.tf", &call)]);
        let (out, err, _) = run(folder.path(), &["scan", "--format", "json", "--exit-zero", "--profile", "strict"]);
        let report: Value = serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {err}"));
        assert!(report["coverage"]["facts"]["terraform"].as_u64().unwrap() > 1, "{}: {out}", stand_in.source);
        assert!(!out.contains("registry://"), "{}: {out}", stand_in.source);
    }
}

#[test]
fn an_argument_is_judged_where_it_is_given_and_a_default_at_the_call() {
    let main = "module \"records\" {\n  source  = \"terraform-aws-modules/rds/aws\"\n  version = \"~> 6.0\"\n  storage_encrypted = var.on\n}\n\
                variable \"on\" {\n  default = false\n}\n\
                module \"old\" {\n  source  = \"terraform-aws-modules/rds/aws\"\n  version = \"3.5.0\"\n}\n\
                module \"good\" {\n  source  = \"terraform-aws-modules/rds/aws\"\n}\n\
                module \"bucket\" {\n  source = \"git::https://github.com/terraform-aws-modules/terraform-aws-s3-bucket.git?ref=v4.2.0\"\n}\n";
    let found = told(
        &[("main.tf", main)],
        &["aws-rds-unencrypted", "aws-s3-plaintext-requests", "aws-s3-access-logs-off"],
        "findings",
    );
    assert!(
        found
            .iter()
            .any(|line| line.starts_with("aws-rds-unencrypted module.records.aws_db_instance.this[0] main.tf:4")),
        "{found:#?}"
    );
    assert_eq!(found.iter().filter(|line| line.starts_with("aws-rds-unencrypted")).count(), 1, "{found:#?}");
    assert!(found.iter().any(|line| line.contains("module.bucket.aws_s3_bucket.this[0] main.tf:16")), "{found:#?}");
}

#[test]
fn what_a_stand_in_does_not_say_is_open() {
    let main = "module \"key\" {\n  source = \"terraform-aws-modules/kms/aws\"\n  enable_key_rotation = false\n}\n\
                resource \"aws_db_instance\" \"a\" {\n  storage_encrypted = true\n  kms_key_id = module.key.key_arn\n}\n";
    let found = told(&[("main.tf", main)], &["aws-kms-*"], "findings");
    assert!(found.iter().any(|line| line.contains("main.tf:3")), "{found:#?}");
    let open = told(&[("main.tf", main)], &["aws-kms-*"], "opens");
    assert!(open.iter().all(|line| line.contains("is not in the repository")), "{open:#?}");
}
