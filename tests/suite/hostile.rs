//! Any bytes in any file end in a finding, a pass or a named notice, and cost nothing else.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

/// What a healthy file beside the hostile one has to show.
const HEALTHY: &str =
    "resource \"aws_db_instance\" \"records\" {\n  engine            = \"postgres\"\n  storage_encrypted = false\n}\n";

fn repository(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    fs::create_dir(folder.path().join("healthy")).unwrap();
    fs::write(folder.path().join("healthy/main.tf"), HEALTHY).unwrap();
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

/// The JSON report of a scan that must end, find what is healthy, and not fall over.
fn report(folder: &Path) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_phiward"))
        .current_dir(folder)
        .env_clear()
        .args(["scan", "--isolated", "--format", "json"])
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{error}\n{text}");
    let report: Value = serde_json::from_str(&text).unwrap();
    let healthy = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .any(|finding| finding["rule"] == "aws-rds-unencrypted" && finding["file"] == "healthy/main.tf");
    assert!(healthy, "{text}");
    report
}

/// The kinds of notices that name a file.
fn notices(report: &Value, file: &str) -> Vec<String> {
    let named = report["notices"].as_array().unwrap().iter().filter(|notice| notice["file"] == file);
    named.map(|notice| notice["kind"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn broken_files_are_read_as_far_as_they_go_and_named() {
    let folder = repository(&[
        ("a.tf", b"resource \"aws_s3_bucket\" \"x\" {\n  bucket = \n"),
        ("b.yaml", b"apiVersion: v1\nkind: Pod\nmetadata: {name: [}\n"),
        ("c.json", b"{\"Resources\": {\"A\": {\"Type\": \"AWS::S3::Bucket\",,}}"),
        ("d.py", b"import hashlib\ndef f(:\n    hashlib.md5()\n"),
        ("e.rs", b"fn main( { let x = md5::compute(; }\n"),
    ]);
    let report = report(folder.path());
    for file in ["a.tf", "b.yaml", "c.json", "d.py", "e.rs"] {
        assert!(!notices(&report, file).is_empty(), "{file} is not named in {}", report["notices"]);
    }
}

#[test]
fn bytes_that_are_no_text_are_named_and_the_rest_is_read() {
    let folder = repository(&[
        ("latin.tf", b"# caf\xe9\nresource \"aws_ebs_volume\" \"v\" {\n  encrypted = false\n}\n"),
        ("binary.tf", b"\x00\x01\x02\x00"),
        ("empty.tf", b""),
        ("bom.tf", b"\xef\xbb\xbfresource \"aws_ebs_volume\" \"v\" {\r\n  encrypted = false\r\n}\r\n"),
        ("wide.tf", b"\xff\xfev\x00a\x00r\x00i\x00a\x00b\x00l\x00e\x00 \x00\"\x00x\x00\"\x00 \x00{\x00}\x00"),
    ]);
    let report = report(folder.path());
    assert_eq!(notices(&report, "latin.tf"), ["file-encoding"]);
    assert_eq!(notices(&report, "binary.tf"), ["file-binary"]);
    assert!(notices(&report, "empty.tf").is_empty() && notices(&report, "bom.tf").is_empty());
    let text = report["findings"].to_string();
    assert!(text.contains("latin.tf") && text.contains("bom.tf"), "{text}");
}

#[test]
fn nesting_ends_in_a_notice_in_every_format() {
    let deep = |open: &str, close: &str, before: &str, after: &str| {
        format!("{before}{}{}{after}", open.repeat(10_000), close.repeat(10_000)).into_bytes()
    };
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("deep.json", deep("[", "]", "", "")),
        ("objects.json", deep("{\"a\":", "}", "", "1")),
        ("flow.yaml", deep("[", "]", "a: ", "")),
        ("block.yaml", (0..10_000).map(|level| format!("{}a:\n", " ".repeat(level))).collect::<String>().into_bytes()),
        ("deep.tf", deep("[", "]", "locals {\n  a = ", "\n}\n")),
        ("parens.tf", deep("(", ")", "locals {\n  a = ", "\n}\n")),
        ("deep.toml", deep("[", "]", "a = ", "")),
        ("web.config", deep("<a>", "</a>", "", "")),
        ("nginx.conf", deep("a {", "}", "", "")),
        ("deep.py", deep("(", ")", "x = ", "\n")),
        ("deep.js", deep("[", "]", "x = ", ";")),
        ("deep.ts", deep("(", ")", "let x = ", ";")),
        ("Deep.java", deep("(", ")", "class A { int x = ", "; }")),
        ("deep.go", deep("(", ")", "package a\nvar x = ", "\n")),
        ("Deep.cs", deep("(", ")", "class A { int x = ", "; }")),
        ("deep.rs", deep("(", ")", "fn main() { let x = ", "; }")),
        ("blocks.rs", deep("{", "}", "fn main() ", "")),
    ];
    let files: Vec<(&str, &[u8])> = files.iter().map(|(path, bytes)| (*path, bytes.as_slice())).collect();
    let folder = repository(&files);
    report(folder.path());
}

#[test]
fn an_alias_bomb_ends() {
    let mut text = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let refs = vec![format!("*a{}", level - 1); 10].join(", ");
        text.push_str(&format!("a{level}: &a{level} [{refs}]\n"));
    }
    let folder = repository(&[("bomb.yaml", text.as_bytes())]);
    assert!(notices(&report(folder.path()), "bomb.yaml").contains(&"input-limit".to_owned()));
}

#[test]
fn a_module_that_includes_itself_ends() {
    let folder = repository(&[
        ("m/main.tf", b"module \"again\" {\n  source = \"./\"\n}\n"),
        ("p/main.tf", b"module \"q\" {\n  source = \"../q\"\n}\n"),
        ("q/main.tf", b"module \"p\" {\n  source = \"../p\"\n}\n"),
    ]);
    let report = report(folder.path());
    let kinds = report["notices"].to_string();
    assert!(kinds.contains("module-cycle"), "{kinds}");
}

#[test]
fn links_that_lead_in_circles_or_out_are_not_followed() {
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.tf"), HEALTHY).unwrap();
    let folder = repository(&[]);
    symlink(folder.path(), folder.path().join("loop")).unwrap();
    symlink(outside.path(), folder.path().join("out")).unwrap();
    symlink(outside.path().join("secret.tf"), folder.path().join("linked.tf")).unwrap();
    let text = report(folder.path()).to_string();
    assert!(!text.contains("out/secret.tf") && !text.contains("linked.tf") && !text.contains("loop/"), "{text}");
}

#[test]
fn a_file_that_is_too_large_is_named() {
    let folder = repository(&[]);
    let file = fs::File::create(folder.path().join("huge.json")).unwrap();
    file.set_len(200 << 20).unwrap();
    assert_eq!(notices(&report(folder.path()), "huge.json"), ["file-too-large"]);
}

#[test]
fn a_file_that_may_not_be_read_is_named() {
    let folder = repository(&[("locked.tf", HEALTHY.as_bytes())]);
    let open = |path: &Path| fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    open(folder.path());
    fs::set_permissions(folder.path().join("locked.tf"), fs::Permissions::from_mode(0o000)).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_phiward"));
    command.current_dir(folder.path()).env_clear().args(["scan", "--isolated", "--format", "json"]);
    // The superuser may read everything: be someone else then, from a copy that they may run.
    let copy = tempfile::tempdir().unwrap();
    if fs::read(folder.path().join("locked.tf")).is_ok() {
        open(copy.path());
        let program = copy.path().join("phiward");
        fs::copy(env!("CARGO_BIN_EXE_phiward"), &program).unwrap();
        open(&program);
        command = Command::new(&program);
        command.current_dir(folder.path()).env_clear().args(["scan", "--isolated", "--format", "json"]).uid(65_534);
    }
    let output = command.output().unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(notices(&report, "locked.tf"), ["file-unreadable"]);
}

#[test]
fn random_bytes_in_every_format_do_no_harm() {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let alphabet = b"{}[]()<>\"'`#=:;,.-_$%&*!?/\\ \n\taz09\xc3\xa9";
    let names = [
        "r.tf",
        "r.tfvars",
        "r.yaml",
        "r.json",
        "r.toml",
        "r.xml",
        "r.ini",
        "r.properties",
        ".env",
        "nginx.conf",
        "httpd.conf",
        "postgresql.conf",
        "pg_hba.conf",
        "my.cnf",
        "redis.conf",
        "Dockerfile",
        "docker-compose.yml",
        "r.py",
        "r.js",
        "r.tsx",
        "R.java",
        "r.go",
        "R.cs",
        "r.rs",
        "package.json",
        "pom.xml",
        "Cargo.toml",
        "go.mod",
        "Gemfile",
        "r.html",
        "requirements.txt",
    ];
    for _ in 0..4 {
        let files: Vec<(String, Vec<u8>)> = names
            .iter()
            .map(|name| {
                let bytes =
                    (0..2_000).map(|_| alphabet[usize::try_from(random() % alphabet.len() as u64).unwrap()]).collect();
                ((*name).to_owned(), bytes)
            })
            .collect();
        let files: Vec<(&str, &[u8])> = files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
        let folder = repository(&files);
        report(folder.path());
    }
}
