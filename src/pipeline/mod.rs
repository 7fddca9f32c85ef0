//! A scan on one page: the only place that knows every room.

pub mod cases;
mod collect;
mod read;
mod sieve;
mod vendors;

pub use vendors::{FoundVendor, vendors};

use std::path::Path;

use crate::catalog::phi::{Level, Lexicon, TermKind};
use crate::catalog::{Data, Examples, Level as RuleLevel, Profile, Severity, covers, fits};
use crate::config::Config;
use crate::discover::{self, Walk};
use crate::evaluate::{Context, Held, Patterns, Surroundings, derive, judge};
use crate::finding::{Baseline, Comments, stamp, suppress};
use crate::model::Model;
use crate::report::{Coverage, Report};
use crate::source::{FileId, Problem, SourceFile, Sources};

/// The catalog that the binary holds.
///
/// # Panics
/// Never in a binary that was built whole: the build wrote the bytes with the same types.
#[must_use]
pub fn builtin() -> Data {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/catalog.bin"));
    let mut data = Data::from_bytes(bytes)
        .unwrap_or_else(|error| panic!("the built-in catalog is damaged, please report it: {error}"));
    data.examples = Examples::packed(include_bytes!(concat!(env!("OUT_DIR"), "/examples.bin")));
    data
}

/// What a scan is told. Everything that comes from arguments, files or the clock is in here: no room
/// below looks at any of them.
#[derive(Debug)]
pub struct Settings {
    /// Which files.
    pub walk: Walk,
    /// Which rules, at which severities.
    pub profile: Profile,
    /// Only these rules, by id or start of ids with `*`; all when empty.
    pub only: Vec<String>,
    /// Rules below this severity are not held.
    pub min_severity: Severity,
    /// The mildest severity that fails the run.
    pub fail_on: Severity,
    /// The user's file.
    pub config: Config,
    /// Its path relative to the root, when it lies there.
    pub config_path: Option<String>,
    /// Findings that do not count.
    pub baseline: Option<Baseline>,
    /// The day that dates are held against, `YYYY-MM-DD`.
    pub today: String,
    /// Ninety days later.
    pub horizon: String,
    /// Whether comments may silence findings.
    pub inline_ignores: bool,
    /// Whether files whose bytes name nothing that rules speak of are passed over unparsed.
    pub prefilter: bool,
    /// Whether an incomplete scan may exit as clean.
    pub allow_incomplete: bool,
}

impl Settings {
    /// A scan of one folder, as it is when nothing else is said.
    #[must_use]
    pub fn of_folder(root: &Path, profile: Profile) -> Self {
        Self {
            walk: Walk {
                root: root.to_path_buf(),
                paths: vec![root.to_path_buf()],
                exclude: Vec::new(),
                max_size: MAX_FILE_SIZE,
                ignore_files: true,
            },
            profile,
            only: Vec::new(),
            min_severity: Severity::Info,
            fail_on: Severity::Medium,
            config: Config::default(),
            config_path: None,
            baseline: None,
            today: "1970-01-01".to_owned(),
            horizon: "1970-04-01".to_owned(),
            inline_ignores: true,
            prefilter: true,
            allow_incomplete: false,
        }
    }
}

/// Files larger than this many bytes are passed over, unless something else is said.
pub const MAX_FILE_SIZE: u64 = 8_000_000;

/// Who watches a scan: a progress bar, a benchmark.
pub struct Watch<'w> {
    /// Told of each file read, from any thread.
    pub file: &'w (dyn Fn() + Sync),
    /// Told of each stage as it ends, in order.
    pub stage: &'w dyn Fn(&'static str),
}

impl Watch<'_> {
    /// Nobody watches.
    pub const NONE: Watch<'static> = Watch { file: &|| {}, stage: &|_| {} };
}

/// Scans.
///
/// # Errors
/// When a path is not there or a glob is none.
pub fn scan<'d>(settings: &Settings, data: &'d Data, watch: &Watch<'_>) -> Result<Report<'d>, String> {
    let held = held(settings, data);
    let lexicon = lexicon(settings, data);
    let reader = read::Reader::new(data, &lexicon, &held, settings);
    let found = discover::walk(
        &settings.walk,
        // The user's own file is read as well, so that findings about its entries have a place.
        &|path| reader.wants(path) || settings.config_path.as_deref() == Some(path),
        watch.file,
    )?;
    let sources = Sources::new(with_stand_ins(found.files, data));
    (watch.stage)("discover");
    let mut problems = found.problems;

    let mut model = Model::new();
    let (parts, read) = reader.read(&sources);
    (watch.stage)("parse and lower");
    for part in parts {
        problems.extend(model.absorb(part));
    }
    let config_file = settings.config_path.as_deref().and_then(|path| file_at(&sources, path));
    problems.extend(model.absorb(derive::repository(&model)));
    problems.extend(model.absorb(derive::vendors(&model, data, &lexicon, &settings.config, config_file)));

    (watch.stage)("model");

    let is_phi = |name: &str| is_phi(&lexicon, name);
    let around = Surroundings {
        patterns: Patterns::default(),
        today: settings.today.clone(),
        horizon: settings.horizon.clone(),
        is_phi: &is_phi,
    };
    let context = Context::new(&model, &sources, data, around);
    let (judgements, tallies) = judge(&context, &held);
    (watch.stage)("evaluate");
    let reliance = settings.profile.reliance.then_some(data);
    let mut collected = collect::collect(&judgements, &model, &sources, &held, reliance);
    stamp(&mut collected.findings, &sources, |rule| &held[rule].rule.id);
    if settings.inline_ignores {
        problems.extend(silence(&mut collected, &sources, &held, data));
    }
    let stale_baseline = settings.baseline.as_ref().map_or(0, |baseline| baseline.mark(&mut collected.findings));

    let mut report = Report {
        tallies,
        findings: collect::entries(&collected.findings, &sources, &held, settings.baseline.is_some()),
        opens: collect::entries(&collected.opens, &sources, &held, false),
        notices: collect::notices(problems, &sources),
        profile: settings.profile.name.clone(),
        fail_on: settings.fail_on,
        coverage: Coverage { files: found.met, read, facts: collect::facts(&model) },
        exit_code: 0,
        stale_baseline,
        times: None,
        held,
        data,
    };
    (watch.stage)("findings");
    report.exit_code = exit_code(&report, settings.allow_incomplete);
    Ok(report)
}

/// The files that a scan would read, and as what, in the order of their paths.
///
/// # Errors
/// As [`scan`].
pub fn files(settings: &Settings, data: &Data) -> Result<Vec<(String, &'static str)>, String> {
    let held = held(settings, data);
    let reader = read::Reader::new(data, &lexicon(settings, data), &held, settings);
    let found = discover::walk(&settings.walk, &|path| reader.wants(path), &|| {})?;
    let sources = Sources::new(found.files);
    Ok(reader.read_as(&sources))
}

/// The rules that profile, configuration and arguments leave, in the order of their ids.
fn held<'d>(settings: &Settings, data: &'d Data) -> Vec<Held<'d>> {
    let wanted = |id: &str| settings.only.is_empty() || settings.only.iter().any(|pattern| covers(pattern, id));
    data.rules
        .iter()
        .filter(|rule| wanted(&rule.id))
        .filter_map(|rule| {
            let own = settings.config.rules.iter().rev().find(|(pattern, _)| fits(pattern, rule));
            let severity = match own.map(|(_, level)| *level) {
                Some(RuleLevel::Off) => None,
                Some(RuleLevel::At(severity)) => Some(severity),
                Some(RuleLevel::On) => Some(rule.severity),
                // A rule that is asked for by name is held, whatever the profile says.
                None => settings
                    .profile
                    .severity(rule)
                    .or_else(|| settings.only.contains(&rule.id).then_some(rule.severity)),
            };
            severity.filter(|severity| *severity >= settings.min_severity).map(|severity| Held { rule, severity })
        })
        .collect()
}

/// The files of a scan with the texts of modules that some of them may call: values that come out of these have
/// places in them until they are given that of the call.
fn with_stand_ins(mut files: Vec<SourceFile>, data: &Data) -> Vec<SourceFile> {
    let called = |file: &SourceFile| {
        file.name() == "terragrunt.hcl" || file.name().contains(".tf") && file.text.contains("module")
    };
    if files.iter().any(called) {
        files.extend(data.stand_ins.iter().map(|one| SourceFile::new(one.path(), one.body.clone())));
    }
    files
}

/// The words of PHI, with those of the user.
fn lexicon(settings: &Settings, data: &Data) -> Lexicon {
    data.lexicon.clone().with_words(&settings.config.phi_words, &settings.config.phi_not)
}

fn is_phi(lexicon: &Lexicon, name: &str) -> bool {
    // What says who it is, beside a patient, counts where the name itself says that it is a patient's.
    lexicon.judge(name, &[]).is_some_and(|found| {
        found.level == Level::Strong || found.level == Level::Contextual && found.term.kind == TermKind::Identifier
    })
}

fn file_at(sources: &Sources, path: &str) -> Option<FileId> {
    sources.iter().find(|(_, file)| file.path == path).map(|(id, _)| id)
}

fn silence(collected: &mut collect::Collected, sources: &Sources, held: &[Held<'_>], data: &Data) -> Vec<Problem> {
    let mut comments: Vec<(FileId, Comments)> = sources
        .iter()
        .map(|(id, file)| (id, Comments::read(id, &file.text, |at| file.lines().line(at))))
        .filter(|(_, comments)| !comments.is_empty())
        .collect();
    suppress(&mut collected.findings, &mut comments, sources, |name| {
        let index =
            held.iter().position(|held| held.rule.id == name || held.rule.aliases.iter().any(|old| old == name));
        let known = data.rules.iter().any(|rule| rule.id == name || rule.aliases.iter().any(|old| old == name));
        (index, known)
    })
}

/// 1 for findings at or above the threshold, else 3 for an incomplete scan, else 0.
fn exit_code(report: &Report<'_>, allow_incomplete: bool) -> u8 {
    if report.counting().any(|entry| entry.severity >= report.fail_on) {
        1
    } else if !allow_incomplete && report.notices.iter().any(|notice| notice.kind.is_unread()) {
        3
    } else {
        0
    }
}
