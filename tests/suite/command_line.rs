//! The program as a user types it.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

fn phiward(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_phiward"));
    command.current_dir(folder).env_clear();
    command
}

pub fn repository(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// Standard output, standard error and exit code.
pub fn run(folder: &Path, arguments: &[&str]) -> (String, String, i32) {
    let output = phiward(folder).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

const UNENCRYPTED: &str =
    "resource \"aws_db_instance\" \"records\" {\n  engine = \"postgres\"\n  storage_encrypted = false\n}\n";
const ENCRYPTED: &str = "resource \"aws_ebs_volume\" \"data\" {\n  encrypted = true\n}\n";

#[test]
fn a_finding_shows_place_reason_provision_and_remedy() {
    let folder = repository(&[("main.tf", UNENCRYPTED)]);
    let (out, _, code) = run(folder.path(), &["scan", "--rule", "aws-rds-unencrypted"]);
    assert_eq!(code, 1, "{out}");
    for part in
        ["main.tf:3:23", "`storage_encrypted` is false", "164.312(a)(2)(iv)", "addressable", "aws_db_instance.records"]
    {
        assert!(out.contains(part), "{part} is missing in:\n{out}");
    }
}

#[test]
fn exit_codes_have_one_order() {
    let clean = repository(&[("main.tf", "variable \"x\" {}\n")]);
    assert_eq!(run(clean.path(), &["scan"]).2, 0);
    let broken = repository(&[("main.tf", "resource \"aws_db_instance\" \"x\" {\n  engine = = 1\n}\n")]);
    assert_eq!(run(broken.path(), &["scan"]).2, 3);
    assert_eq!(run(broken.path(), &["scan", "--allow-incomplete"]).2, 0);
    let both = repository(&[("a.tf", UNENCRYPTED), ("b.tf", "resource \"a\" \"b\" {\n  c = = 1\n}\n")]);
    assert_eq!(run(both.path(), &["scan"]).2, 1);
    assert_eq!(run(both.path(), &["scan", "--exit-zero"]).2, 0);
    assert_eq!(run(both.path(), &["scan", "--fail-on", "nonsense"]).2, 2);
    assert_eq!(run(both.path(), &["scan", "missing"]).2, 2);
    let high = run(both.path(), &["scan", "--rule", "aws-rds-unencrypted", "--fail-on", "critical"]);
    assert_eq!(high.2, 3, "below the threshold an incomplete scan still says so");
}

#[test]
fn a_mistake_in_the_configuration_is_pointed_at() {
    let folder = repository(&[("phiward.toml", "[rules]\n\"aws-rds-unencrypted\" = \"of\"\n"), ("main.tf", ENCRYPTED)]);
    let (_, err, code) = run(folder.path(), &["scan"]);
    assert_eq!(code, 2);
    for part in ["phiward.toml", "unknown level 'of'", "did you mean 'off'?", ":2:"] {
        assert!(err.contains(part), "{part} is missing in:\n{err}");
    }
}

#[test]
fn a_rule_that_is_none_is_told_with_the_nearest() {
    let folder = repository(&[]);
    let (_, err, code) = run(folder.path(), &["explain", "aws-rds-unencrypted-x"]);
    assert_eq!(code, 2);
    assert!(err.contains("did you mean 'aws-rds-unencrypted'?"), "{err}");
}

#[test]
fn configuration_switches_regrades_and_excludes() {
    let off = repository(&[("phiward.toml", "[rules]\n\"aws-rds-*\" = \"off\"\n"), ("main.tf", UNENCRYPTED)]);
    assert!(!run(off.path(), &["scan"]).0.contains("aws-rds-unencrypted"));
    let low = repository(&[("phiward.toml", "[rules]\n\"aws-rds-unencrypted\" = \"low\"\n"), ("main.tf", UNENCRYPTED)]);
    assert!(run(low.path(), &["scan"]).0.contains("low: 'aws_db_instance.records'"));
    let excluded = repository(&[("phiward.toml", "exclude = [\"old/**\"]\n"), ("old/main.tf", UNENCRYPTED)]);
    assert_eq!(run(excluded.path(), &["scan"]).2, 0);
    assert_eq!(run(excluded.path(), &["scan", "--isolated"]).2, 1);
}

#[test]
fn a_comment_silences_one_place_and_must_say_why() {
    let with =
        |comment: &str| repository(&[("main.tf", &UNENCRYPTED.replace("false\n", &format!("false {comment}\n")))]);
    let silent = with("# phiward: ignore[aws-rds-unencrypted] synthetic data only");
    let (out, _, code) = run(silent.path(), &["scan", "--rule", "aws-rds-unencrypted"]);
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("1 silenced by a comment"), "{out}");
    assert_eq!(run(silent.path(), &["scan", "--no-inline-ignores"]).2, 1);
    let bare = with("# phiward: ignore[aws-rds-unencrypted]");
    let (out, _, code) = run(bare.path(), &["scan"]);
    assert!(code == 1 && out.contains("gives no reason"), "{out}");
    let wrong = with("# phiward: ignore[aws-rds-unencripted] because");
    assert!(run(wrong.path(), &["scan"]).0.contains("which is no rule"));
    let idle = repository(&[("main.tf", &format!("# phiward: ignore[aws-rds-unencrypted] old\n{ENCRYPTED}"))]);
    assert!(run(idle.path(), &["scan"]).0.contains("silences nothing"));
}

#[test]
fn a_baseline_hides_what_was_there_and_shows_what_is_new() {
    let folder = repository(&[("main.tf", UNENCRYPTED)]);
    let (out, _, code) = run(folder.path(), &["baseline", "--rule", "aws-rds-unencrypted"]);
    assert!(code == 0 && out.contains("1 known finding"), "{out}");
    let scan = ["scan", "--rule", "aws-rds-unencrypted", "--baseline", "phiward-baseline.txt"];
    assert_eq!(run(folder.path(), &scan).2, 0);
    // Moved down and indented anew it is the same; another one is new.
    let moved = format!("\n\n# moved\n{}", UNENCRYPTED.replace("  storage", "      storage"));
    fs::write(folder.path().join("main.tf"), &moved).unwrap();
    assert_eq!(run(folder.path(), &scan).2, 0);
    fs::write(folder.path().join("more.tf"), UNENCRYPTED.replace("records", "archive")).unwrap();
    let (out, _, code) = run(folder.path(), &scan);
    assert!(code == 1 && out.contains("archive") && out.contains("1 known to the baseline"), "{out}");
}

#[test]
fn several_outputs_come_from_one_scan() {
    let folder = repository(&[("main.tf", UNENCRYPTED)]);
    let arguments = ["scan", "--output", "sarif=out.sarif", "--output", "json=out.json"];
    let (out, _, code) = run(folder.path(), &arguments);
    assert_eq!((out.as_str(), code), ("", 1));
    for (file, key) in [("out.sarif", "runs"), ("out.json", "findings")] {
        let text = fs::read_to_string(folder.path().join(file)).unwrap();
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert!(!json[key].as_array().unwrap().is_empty(), "{file}");
    }
}

#[test]
fn output_is_the_same_whatever_the_number_of_threads() {
    let files: Vec<(String, String)> =
        (0..40).map(|n| (format!("m{n}/main.tf"), UNENCRYPTED.replace("records", &format!("r{n}")))).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let folder = repository(&files);
    for format in ["terminal", "sarif", "json"] {
        let one = run(folder.path(), &["scan", "--format", format, "--jobs", "1"]).0;
        let many = run(folder.path(), &["scan", "--format", format, "--jobs", "8"]).0;
        assert_eq!(one, many, "{format}");
    }
}

#[test]
fn paths_are_relative_to_the_repository_also_from_a_folder_below() {
    let folder = repository(&[("infra/db/main.tf", UNENCRYPTED)]);
    for (from, path) in [("infra", "db"), ("infra/db", "."), ("infra/db", "main.tf"), ("infra/db", "..")] {
        let (out, _, _) = run(&folder.path().join(from), &["scan", path]);
        assert!(out.contains("[infra/db/main.tf:"), "{from} {path}:\n{out}");
    }
}

#[test]
fn ignored_files_are_not_read_and_hidden_ones_are() {
    let folder =
        repository(&[(".gitignore", "build/\n"), ("build/main.tf", UNENCRYPTED), (".infra/main.tf", UNENCRYPTED)]);
    let out = run(folder.path(), &["scan"]).0;
    assert!(out.contains(".infra/main.tf") && !out.contains("build/main.tf"), "{out}");
    assert!(run(folder.path(), &["scan", "--no-ignore-files"]).0.contains("build/main.tf"));
}

#[test]
fn colour_and_characters_follow_the_environment() {
    let folder = repository(&[("main.tf", UNENCRYPTED)]);
    let plain = run(folder.path(), &["scan"]).0;
    assert!(!plain.contains('\u{1b}'), "no colour in a pipe");
    let forced = phiward(folder.path()).arg("scan").env("FORCE_COLOR", "1").output().unwrap();
    assert!(String::from_utf8_lossy(&forced.stdout).contains('\u{1b}'));
    let no_color = phiward(folder.path()).arg("scan").env("FORCE_COLOR", "1").env("NO_COLOR", "1").output().unwrap();
    assert!(!String::from_utf8_lossy(&no_color.stdout).contains('\u{1b}'));
    let narrow = phiward(folder.path()).args(["scan"]).env("COLUMNS", "60").output().unwrap();
    let ascii = phiward(folder.path()).args(["scan"]).env("LANG", "C").output().unwrap();
    assert!(String::from_utf8_lossy(&ascii.stdout).is_ascii());
    let lines = |text: &str| text.lines().count();
    assert!(lines(&String::from_utf8_lossy(&narrow.stdout)) > lines(&plain), "a narrow terminal folds more");
}

#[test]
fn help_teaches_the_exit_codes() {
    let folder = repository(&[]);
    let (out, _, code) = run(folder.path(), &["scan", "--help"]);
    assert!(code == 0 && out.contains("Exit codes"), "{out}");
    assert_eq!(run(folder.path(), &["scna"]).2, 2);
    assert!(run(folder.path(), &["completions", "bash"]).0.contains("phiward"));
}

#[test]
fn rules_are_listed_filtered_and_explained() {
    let folder = repository(&[]);
    let (out, _, code) =
        run(folder.path(), &["rules", "--provision", "164.312(a)(2)(iv)", "--family", "unencrypted-storage"]);
    assert!(code == 0 && out.contains("aws-rds-unencrypted") && !out.contains("transmission-security"), "{out}");
    let out = run(folder.path(), &["explain", "aws-rds-unencrypted"]).0;
    for part in ["Why", "How to mend it", "paraphrased", "https://www.ecfr.gov/", "Fails", "Passes", "StorageEncrypted"]
    {
        assert!(out.contains(part), "{part} is missing in:\n{out}");
    }
}

#[test]
fn init_writes_a_configuration_that_reads_back() {
    let folder = repository(&[("package.json", "{\"dependencies\": {\"@sentry/node\": \"8.0.0\"}}\n")]);
    let (out, _, code) = run(folder.path(), &["init"]);
    assert!(code == 0 && out.contains("1 vendor"), "{out}");
    assert!(fs::read_to_string(folder.path().join("phiward.toml")).unwrap().contains("vendor = \"sentry\""));
    assert_ne!(run(folder.path(), &["scan"]).2, 2);
    assert_eq!(run(folder.path(), &["init"]).2, 2, "a file that is there is not replaced");
    assert_eq!(run(folder.path(), &["init", "--force"]).2, 0);
}

#[test]
fn rules_of_ones_own_are_tested_and_held() {
    let rule = "id = \"clinic-tag-missing\"\ntitle = \"it has no owner\"\nfamily = \"governance\"\nseverity = \"medium\"\n\
                controls = [\"164.308(a)(2)\"]\nwhy = \"w\"\nfix = \"f\"\n[select]\nterraform = [\"aws_s3_bucket\"]\n\
                [check]\nrequire = { present = \"tags.owner\" }\n";
    let folder = repository(&[
        ("own/rules/governance/clinic-tag-missing.toml", rule),
        ("own/testdata/clinic-tag-missing/fail/a.tf", "resource \"aws_s3_bucket\" \"b\" {} # expect: fail\n"),
        (
            "own/testdata/clinic-tag-missing/pass/a.tf",
            "resource \"aws_s3_bucket\" \"b\" {\n  tags = { owner = \"x\" }\n}\n",
        ),
        ("main.tf", "resource \"aws_s3_bucket\" \"b\" {}\n"),
    ]);
    let (out, err, code) = run(folder.path(), &["rules", "test", "own"]);
    assert_eq!((out.as_str(), code), ("2 cases, 0 complaints\n", 0), "{err}");
    let (out, _, code) =
        run(folder.path(), &["scan", "main.tf", "--rules-dir", "own/rules", "--rule", "clinic-tag-missing"]);
    assert!(code == 1 && out.contains("it has no owner"), "{out}");
    fs::write(folder.path().join("own/rules/governance/clinic-tag-missing.toml"), rule.replace("present", "presnt"))
        .unwrap();
    let (_, err, code) = run(folder.path(), &["rules", "test", "own"]);
    assert!(code == 2 && err.contains("did you mean 'present'?"), "{err}");
}

#[test]
fn nothing_sensitive_is_printed() {
    let text = "resource \"aws_db_instance\" \"records\" {\n  password = \"hunter2hunter2\"\n  storage_encrypted = false\n  tags = { ssn = \"123-45-6789\" }\n}\n";
    let folder = repository(&[("main.tf", text)]);
    for format in ["terminal", "sarif", "json"] {
        let out = run(folder.path(), &["scan", "--format", format, "--full", "--show-open"]).0;
        assert!(out.contains("aws-rds-unencrypted"), "{format}");
        assert!(!out.contains("hunter2") && !out.contains("123-45-6789"), "{format}:\n{out}");
    }
}

#[test]
fn the_prefilter_never_changes_a_result() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let arguments =
        ["scan", "testdata", "--profile", "strict", "--format", "json", "--today", "2026-06-01", "--show-open"];
    let with = run(root, &arguments).0;
    let without = run(root, &[&arguments[..], &["--no-prefilter"]].concat()).0;
    assert!(with == without, "the prefilter changed the report");
    assert!(with.contains("\"dialect\": \"python\"") && with.contains("\"dialect\": \"javascript\""));
}
