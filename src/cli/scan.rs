//! `phiward scan` and `phiward baseline`: from arguments to settings, and from a report to outputs.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};

use crate::catalog::form::Mistakes;
use crate::catalog::{Data, FileMistakes, Profile, Severity};
use crate::config::{self, Config};
use crate::discover::{Revision, Walk, relative, revision};
use crate::finding::Baseline;
use crate::pipeline::{self, Settings, Watch};
use crate::report::{Report, json, sarif, terminal};

use super::{Catalogs, UsageError, World};

/// The formats of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Terminal,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// For scripts; docs/json.md describes it.
    Json,
}

/// What `scan` is told.
#[derive(Debug, Args)]
pub struct ScanArguments {
    /// Files and folders to scan.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The format on standard output.
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
    /// Write a report to a file as well, and print none: `sarif=phiward.sarif`. May be repeated.
    #[arg(long, value_name = "FORMAT=FILE", value_parser = output)]
    output: Vec<(Format, PathBuf)>,
    /// The mildest severity that makes the exit code 1 [default: medium].
    #[arg(long, value_name = "SEVERITY", value_parser = severity)]
    fail_on: Option<Severity>,
    /// Exit with 0 even when there are findings.
    #[arg(long)]
    exit_zero: bool,
    /// Hold only rules of at least this severity.
    #[arg(long, value_name = "SEVERITY", value_parser = severity, default_value = "info")]
    min_severity: Severity,
    /// Which rules, at which severities: default, strict, nprm-2025, or a file of your own [default: default].
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
    /// Hold only these rules; `*` stands for any text. May be repeated or comma-separated.
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    rule: Vec<String>,
    #[command(flatten)]
    catalogs: Catalogs,
    /// The configuration file [default: the nearest phiward.toml upward].
    #[arg(long, value_name = "FILE", conflicts_with = "isolated")]
    config: Option<PathBuf>,
    /// Read no configuration file.
    #[arg(long)]
    isolated: bool,
    /// Findings that this file knows do not count; `phiward baseline` writes it.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Pass over paths that match this glob. May be repeated.
    #[arg(long, value_name = "GLOB")]
    exclude: Vec<String>,
    /// Read files that .gitignore and .ignore exclude, too.
    #[arg(long)]
    no_ignore_files: bool,
    /// Comments do not silence findings.
    #[arg(long)]
    no_inline_ignores: bool,
    /// An incomplete scan without findings exits with 0, not 3.
    #[arg(long)]
    allow_incomplete: bool,
    /// The day that expiry dates are held against [default: today, in UTC].
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    today: Option<time::Date>,
    /// Show every finding with its lines, not just the first of each rule.
    #[arg(long)]
    full: bool,
    /// List the open answers, too.
    #[arg(long)]
    show_open: bool,
    /// Print the summary alone.
    #[arg(long, short)]
    quiet: bool,
    /// List the files that are read, and as what, instead of scanning.
    #[arg(long)]
    show_files: bool,
    /// Threads [default: one for each core].
    #[arg(long, short, value_name = "N", default_value_t = 0, hide_default_value = true)]
    jobs: usize,
    /// Pass over files larger than this many bytes.
    #[arg(long, value_name = "BYTES", default_value_t = pipeline::MAX_FILE_SIZE)]
    max_file_size: u64,
    /// For SARIF: what GitHub reads (`github`), or everything (`full`).
    #[arg(long, value_enum, default_value_t = SarifTarget::Full, value_name = "TARGET")]
    sarif_target: SarifTarget,
    /// For SARIF: the category, so that several uploads stand side by side.
    #[arg(long, value_name = "NAME")]
    category: Option<String>,
    /// Say in reports when the scan began and ended.
    #[arg(long)]
    times: bool,
    /// Parse every file, also those whose bytes name nothing that rules speak of.
    #[arg(long, hide = true)]
    no_prefilter: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum SarifTarget {
    Full,
    Github,
}

fn output(text: &str) -> Result<(Format, PathBuf), String> {
    let (format, file) = text.split_once('=').ok_or("write FORMAT=FILE, for instance sarif=phiward.sarif")?;
    Ok((Format::from_str(format, false)?, PathBuf::from(file)))
}

fn severity(text: &str) -> Result<Severity, String> {
    text.parse().map_err(|()| format!("severities are {}", Severity::ALL.map(Severity::name).join(", ")))
}

fn day(text: &str) -> Result<time::Date, String> {
    time::Date::parse(text, DAY).map_err(|_| "write a day as 2027-01-31".to_owned())
}

const DAY: &[time::format_description::BorrowedFormatItem<'_>] =
    time::macros::format_description!("[year]-[month]-[day]");

/// Stack of the threads that parse and evaluate: deep input ends in a notice, not in an overflow.
const STACK: usize = 64 << 20;

/// `phiward scan`.
pub fn scan(arguments: &ScanArguments, world: &mut World<'_>) -> Result<u8, UsageError> {
    let data = super::catalog(&arguments.catalogs.rules_dir, world)?;
    let settings = settings(arguments, &data, world)?;
    if arguments.show_files {
        return show_files(arguments, &settings, &data, world);
    }
    let report = run(arguments, &settings, &data, world)?;
    let revision = revision(&settings.walk.root);
    for (format, path) in &arguments.output {
        let text = write(&report, *format, arguments, revision.as_ref(), world, false);
        let path = world.folder.join(path);
        std::fs::write(&path, text)
            .map_err(|error| UsageError::message(format!("cannot write '{}': {error}", path.display())))?;
    }
    if arguments.output.is_empty() {
        let text = write(&report, arguments.format, arguments, revision.as_ref(), world, true);
        let _ = world.out.write_all(text.as_bytes());
    }
    Ok(if arguments.exit_zero { 0 } else { report.exit_code })
}

/// `phiward baseline`.
pub fn baseline(arguments: &ScanArguments, to: &Path, world: &mut World<'_>) -> Result<u8, UsageError> {
    let data = super::catalog(&arguments.catalogs.rules_dir, world)?;
    let settings = Settings { baseline: None, ..settings(arguments, &data, world)? };
    let report = run(arguments, &settings, &data, world)?;
    let counting: Vec<_> = report.counting().collect();
    let text = Baseline::write(counting.iter().map(|entry| {
        [&entry.fingerprint, &report.held[entry.rule].rule.id, &entry.place.path, &entry.address].map(String::as_str)
    }));
    let path = world.folder.join(to);
    std::fs::write(&path, text)
        .map_err(|error| UsageError::message(format!("cannot write '{}': {error}", path.display())))?;
    let _ = writeln!(world.out, "{} known findings written to {}", counting.len(), to.display());
    Ok(0)
}

fn run<'d>(
    arguments: &ScanArguments,
    settings: &Settings,
    data: &'d Data,
    world: &World<'_>,
) -> Result<Report<'d>, UsageError> {
    let pool = pool(arguments.jobs)?;
    let began = arguments.times.then(time::OffsetDateTime::now_utc);
    let progress = world.terminal.progress.then(Progress::new);
    let tick = || {
        if let Some(progress) = &progress {
            progress.tick();
        }
    };
    let scanned = pool.install(|| pipeline::scan(settings, data, &Watch { file: &tick, stage: &|_| {} }));
    drop(progress);
    let mut report = scanned.map_err(UsageError::message)?;
    report.times = began.map(|began| (rfc3339(began), rfc3339(time::OffsetDateTime::now_utc())));
    Ok(report)
}

pub(super) fn pool(jobs: usize) -> Result<rayon::ThreadPool, UsageError> {
    rayon::ThreadPoolBuilder::new()
        .num_threads(jobs)
        .stack_size(STACK)
        .build()
        .map_err(|error| UsageError::message(format!("cannot start threads: {error}")))
}

fn rfc3339(time: time::OffsetDateTime) -> String {
    let format = time::macros::format_description!("[year]-[month]-[day]T[hour]:[minute]:[second]Z");
    time.format(format).unwrap_or_default()
}

fn show_files(
    arguments: &ScanArguments,
    settings: &Settings,
    data: &Data,
    world: &mut World<'_>,
) -> Result<u8, UsageError> {
    let listed = pool(arguments.jobs)?.install(|| pipeline::files(settings, data)).map_err(UsageError::message)?;
    for (path, read_as) in listed {
        let _ = writeln!(world.out, "{read_as:<16} {path}");
    }
    Ok(0)
}

fn write(
    report: &Report<'_>,
    format: Format,
    arguments: &ScanArguments,
    revision: Option<&Revision>,
    world: &World<'_>,
    to_terminal: bool,
) -> String {
    match format {
        Format::Terminal => terminal::write(
            report,
            terminal::Style {
                color: world.terminal.color && to_terminal,
                unicode: world.terminal.unicode,
                width: world.terminal.width,
                full: arguments.full,
                opens: arguments.show_open,
                quiet: arguments.quiet,
            },
        ),
        Format::Sarif => sarif::write(
            report,
            &sarif::SarifOptions {
                target: match arguments.sarif_target {
                    SarifTarget::Full => sarif::Target::Full,
                    SarifTarget::Github => sarif::Target::Github,
                },
                category: arguments.category.clone(),
                provenance: revision.map(|revision| sarif::Provenance {
                    repository: revision.repository.clone(),
                    revision: revision.commit.clone(),
                    branch: revision.branch.clone(),
                }),
                ..sarif::SarifOptions::default()
            },
        ),
        Format::Json => json::write(report),
    }
}

fn settings(arguments: &ScanArguments, data: &Data, world: &World<'_>) -> Result<Settings, UsageError> {
    let paths: Vec<PathBuf> = if arguments.paths.is_empty() {
        vec![world.folder.clone()]
    } else {
        arguments.paths.iter().map(|path| clean(&world.folder.join(path))).collect()
    };
    for (path, written) in paths.iter().zip(&arguments.paths) {
        if path.symlink_metadata().is_err() {
            return Err(UsageError::message(format!("there is no '{}'", written.display())));
        }
    }
    let root = root(&paths, &world.folder);
    let (config, config_path) = configuration(arguments, &paths, &root, world)?;
    let mut exclude = config.exclude.clone();
    exclude.extend(arguments.exclude.iter().cloned());
    let today = arguments.today.unwrap_or(world.today);
    let text = |day: time::Date| day.format(DAY).unwrap_or_default();
    let profile = profile(arguments, &config, config_path.as_deref(), data, world)?;
    for pattern in arguments.rule.iter().chain(config.rules.iter().map(|(pattern, _)| pattern)) {
        known_rule(pattern, data)?;
    }
    Ok(Settings {
        walk: Walk {
            paths,
            exclude,
            max_size: arguments.max_file_size,
            ignore_files: !arguments.no_ignore_files,
            root: root.clone(),
        },
        profile,
        only: arguments.rule.clone(),
        min_severity: arguments.min_severity,
        fail_on: arguments.fail_on.or(config.fail_on).unwrap_or(Severity::Medium),
        config_path: config_path.map(|path| relative(&root, &path)),
        baseline: arguments.baseline.as_ref().map(|path| read_baseline(path, world)).transpose()?,
        today: text(today),
        horizon: text(today.saturating_add(time::Duration::days(90))),
        inline_ignores: !arguments.no_inline_ignores,
        prefilter: !arguments.no_prefilter,
        allow_incomplete: arguments.allow_incomplete,
        config,
    })
}

/// The path without `.` and `..`, as far as that can be told without looking.
fn clean(path: &Path) -> PathBuf {
    let mut answer = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::CurDir => {}
            std::path::Component::ParentDir => {
                answer.pop();
            }
            part => answer.push(part),
        }
    }
    answer
}

/// What paths in reports are relative to: the repository that holds all that is scanned, else the
/// folder that phiward was started in, else the one folder that is scanned.
fn root(paths: &[PathBuf], folder: &Path) -> PathBuf {
    let holds = |root: &Path| paths.iter().all(|path| path.starts_with(root));
    let repository = paths[0].ancestors().find(|folder| folder.join(".git").exists()).filter(|root| holds(root));
    match repository {
        Some(root) => root.to_path_buf(),
        None if holds(folder) => folder.to_path_buf(),
        None if paths.len() == 1 && paths[0].is_dir() => paths[0].clone(),
        None => paths[0].ancestors().find(|folder| holds(folder) && folder.is_dir()).unwrap_or(folder).to_path_buf(),
    }
}

fn configuration(
    arguments: &ScanArguments,
    paths: &[PathBuf],
    root: &Path,
    world: &World<'_>,
) -> Result<(Config, Option<PathBuf>), UsageError> {
    let path = match &arguments.config {
        _ if arguments.isolated => None,
        Some(path) => Some(clean(&world.folder.join(path))),
        None => paths[0]
            .ancestors()
            .take_while(|folder| folder.starts_with(root))
            .map(|folder| folder.join("phiward.toml"))
            .find(|path| path.is_file()),
    };
    let Some(path) = path else { return Ok((Config::default(), None)) };
    let text = std::fs::read_to_string(&path)
        .map_err(|error| UsageError::message(format!("cannot read '{}': {error}", path.display())))?;
    let mut mistakes = Mistakes::default();
    let config = config::read(&text, &mut mistakes);
    if mistakes.list.is_empty() {
        return Ok((config, Some(path)));
    }
    let shown = path.strip_prefix(&world.folder).unwrap_or(&path).to_path_buf();
    Err(UsageError::file(FileMistakes { path: shown, text, mistakes: mistakes.list }))
}

fn profile(
    arguments: &ScanArguments,
    config: &Config,
    config_path: Option<&Path>,
    data: &Data,
    world: &World<'_>,
) -> Result<Profile, UsageError> {
    let name = arguments.profile.as_deref().or(config.profile.as_deref()).unwrap_or("default");
    if let Some(profile) = data.profiles.iter().find(|profile| profile.name == name) {
        return Ok(profile.clone());
    }
    if name.ends_with(".toml") {
        // A file that the configuration names lies beside it.
        let beside = config_path.and_then(Path::parent).filter(|_| arguments.profile.is_none());
        let path = beside.unwrap_or(&world.folder).join(name);
        let text = std::fs::read_to_string(&path)
            .map_err(|error| UsageError::message(format!("cannot read '{}': {error}", path.display())))?;
        let mut mistakes = Mistakes::default();
        let profile = crate::catalog::read_profile(name, &text, &mut mistakes);
        if mistakes.list.is_empty() {
            return Ok(profile);
        }
        return Err(UsageError::file(FileMistakes { path, text, mistakes: mistakes.list }));
    }
    let names: Vec<&str> = data.profiles.iter().map(|profile| profile.name.as_str()).collect();
    Err(UsageError::message(format!("there is no profile '{name}'"))
        .help(format!("profiles are {}, or the path of a .toml file", names.join(", "))))
}

fn known_rule(pattern: &str, data: &Data) -> Result<(), UsageError> {
    let family = pattern.strip_prefix("family:");
    let known = |family: &str| crate::catalog::FAMILIES.iter().any(|(name, _)| *name == family);
    if pattern.ends_with('*') || family.is_some_and(known) || data.rules.iter().any(|rule| rule.id == pattern) {
        return Ok(());
    }
    let error = UsageError::message(format!("there is no rule '{pattern}'"));
    let near = crate::catalog::form::nearest(pattern, data.rules.iter().map(|rule| rule.id.as_str()));
    Err(match near {
        Some(near) => error.help(format!("did you mean '{near}'?")),
        None => error.help("phiward rules lists them"),
    })
}

fn read_baseline(path: &Path, world: &World<'_>) -> Result<Baseline, UsageError> {
    let text = std::fs::read_to_string(world.folder.join(path)).map_err(|error| {
        UsageError::message(format!("cannot read '{}': {error}", path.display()))
            .help("phiward baseline writes such a file")
    })?;
    Baseline::read(&text).map_err(|line| {
        UsageError::message(format!("{}:{line}: this line does not begin with a fingerprint", path.display()))
    })
}

/// A line on standard error that appears when a scan takes longer than half a second, and goes away.
struct Progress {
    began: Instant,
    read: AtomicUsize,
    bar: indicatif::ProgressBar,
}

impl Progress {
    fn new() -> Self {
        let bar = indicatif::ProgressBar::with_draw_target(None, indicatif::ProgressDrawTarget::hidden());
        Self { began: Instant::now(), read: AtomicUsize::new(0), bar }
    }

    fn tick(&self) {
        let read = self.read.fetch_add(1, Ordering::Relaxed) + 1;
        if !read.is_multiple_of(64) || self.began.elapsed() < Duration::from_millis(500) {
            return;
        }
        if self.bar.is_hidden() {
            self.bar.set_draw_target(indicatif::ProgressDrawTarget::stderr_with_hz(10));
            if let Ok(style) = indicatif::ProgressStyle::with_template("{spinner} {pos} files read") {
                self.bar.set_style(style);
            }
        }
        self.bar.set_position(read as u64);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
