//! How long a scan takes: whole process and stage by stage, on generated trees and on any directory.
//!
//! `cargo bench` runs the generated trees; `cargo bench -- DIR…` runs directories. With one thread wall
//! time is CPU time; each figure is the best of several runs, as noise only ever adds.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark prints, and has to fail when it cannot run")]

use std::cell::RefCell;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use phiward::pipeline::{Settings, Watch, builtin, scan};

const RUNS: usize = 5;

fn main() {
    let folders: Vec<PathBuf> =
        std::env::args().skip(1).filter(|word| !word.starts_with("--")).map(PathBuf::from).collect();
    if folders.is_empty() {
        let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
        let empty = root.join("empty");
        fs::create_dir_all(&empty).unwrap();
        process("start-up, empty directory", &empty, "terminal");
        for resources in [2_500, 5_000, 10_000, 20_000] {
            let folder = root.join(format!("terraform-{resources}"));
            generate(&folder, resources);
            process(&format!("{resources} Terraform resources"), &folder, "sarif");
        }
        stages("20000 Terraform resources", &root.join("terraform-20000"));
        return;
    }
    for folder in folders {
        let name = folder.display().to_string();
        process(&name, &folder, "sarif");
        stages(&name, &folder);
    }
}

/// The whole program with one thread: wall time, and the most memory it held.
fn process(name: &str, folder: &Path, format: &str) {
    let mut best = Duration::MAX;
    let mut memory = 0;
    for _ in 0..RUNS {
        let start = Instant::now();
        let mut child = Command::new(env!("CARGO_BIN_EXE_phiward"))
            .args(["scan", "--isolated", "--jobs", "1", "--format", format, "--exit-zero", "--no-ignore-files"])
            .arg(folder)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let status = PathBuf::from(format!("/proc/{}/status", child.id()));
        while child.try_wait().unwrap().is_none() {
            memory = memory.max(peak(&status));
            std::thread::sleep(Duration::from_micros(500));
        }
        best = best.min(start.elapsed());
    }
    println!("{name}: {:.1} ms, {:.0} MB", best.as_secs_f64() * 1e3, memory as f64 / 1024.0);
}

/// The peak resident memory of a process in KiB, where the system tells it.
fn peak(status: &Path) -> usize {
    let text = fs::read_to_string(status).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// The stages of one scan, in this process, with one thread.
fn stages(name: &str, folder: &Path) {
    let data = builtin();
    let mut settings =
        Settings::of_folder(folder, data.profiles.iter().find(|profile| profile.name == "default").unwrap().clone());
    settings.walk.ignore_files = false;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).stack_size(64 << 20).build().unwrap();
    let mut best: Vec<(&'static str, Duration)> = Vec::new();
    for _ in 0..RUNS {
        let times = pool.install(|| {
            let times: RefCell<Vec<(&'static str, Duration)>> = RefCell::new(Vec::new());
            let last = RefCell::new(Instant::now());
            let stage = |name| {
                times.borrow_mut().push((name, last.replace(Instant::now()).elapsed()));
            };
            scan(&settings, &data, &Watch { file: &|| {}, stage: &stage }).unwrap();
            times.into_inner()
        });
        if best.is_empty() {
            best = times;
        } else {
            for ((_, best), (_, time)) in best.iter_mut().zip(times) {
                *best = (*best).min(time);
            }
        }
    }
    for (stage, time) in best {
        println!("{name}, {stage}: {:.1} ms", time.as_secs_f64() * 1e3);
    }
}

/// Roots of 200 resources each, of the kinds and shapes that real ones have: references, variables,
/// locals, policies, for_each, a local module.
fn generate(folder: &Path, resources: usize) {
    let done = folder.join(".done");
    if done.exists() {
        return;
    }
    let per_root = 200;
    for root in 0..resources / per_root {
        let directory = folder.join(format!("root{root:03}"));
        fs::create_dir_all(&directory).unwrap();
        let mut text = String::from(
            "terraform {\n  required_providers {\n    aws = { source = \"hashicorp/aws\", version = \"~> 5.31\" }\n  }\n}\n\
             provider \"aws\" {\n  region = var.region\n}\nvariable \"region\" {\n  default = \"us-east-1\"\n}\n\
             variable \"encrypted\" {\n  type    = bool\n  default = true\n}\nlocals {\n  name = \"clinic-${var.region}\"\n  tags = { owner = \"platform\", data = \"phi\" }\n}\n",
        );
        for group in 0..per_root / 8 {
            let off = if group % 4 == 0 { "false" } else { "var.encrypted" };
            write!(
                text,
                r#"
resource "aws_kms_key" "k{group}" {{
  description         = "key {group}"
  enable_key_rotation = true
  tags                = local.tags
}}

resource "aws_s3_bucket" "b{group}" {{
  bucket = "${{local.name}}-{group}"
  tags   = merge(local.tags, {{ number = "{group}" }})
}}

resource "aws_s3_bucket_server_side_encryption_configuration" "b{group}" {{
  bucket = aws_s3_bucket.b{group}.id
  rule {{
    apply_server_side_encryption_by_default {{
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.k{group}.arn
    }}
  }}
}}

resource "aws_s3_bucket_policy" "b{group}" {{
  bucket = aws_s3_bucket.b{group}.id
  policy = jsonencode({{
    Version = "2012-10-17"
    Statement = [{{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.b{group}.arn, "${{aws_s3_bucket.b{group}.arn}}/*"]
      Condition = {{ Bool = {{ "aws:SecureTransport" = "false" }} }}
    }}]
  }})
}}

resource "aws_db_instance" "d{group}" {{
  identifier              = "${{local.name}}-{group}"
  engine                  = "postgres"
  engine_version          = "15.4"
  instance_class          = "db.m6g.large"
  storage_encrypted       = {off}
  backup_retention_period = 7
  kms_key_id              = aws_kms_key.k{group}.arn
  vpc_security_group_ids  = [aws_security_group.s{group}.id]
}}

resource "aws_security_group" "s{group}" {{
  name = "db-{group}"
  dynamic "ingress" {{
    for_each = toset(["10.0.0.0/16", "10.1.0.0/16"])
    content {{
      from_port   = 5432
      to_port     = 5432
      protocol    = "tcp"
      cidr_blocks = [ingress.value]
    }}
  }}
}}

resource "aws_sqs_queue" "q{group}" {{
  name              = "intake-{group}"
  kms_master_key_id = aws_kms_key.k{group}.id
}}

resource "aws_cloudwatch_log_group" "l{group}" {{
  name              = "/clinic/{group}"
  retention_in_days = {days}
}}
"#,
                days = if group % 3 == 0 { 30 } else { 400 }
            )
            .unwrap();
        }
        fs::write(directory.join("main.tf"), text).unwrap();
    }
    fs::write(done, "").unwrap();
}
