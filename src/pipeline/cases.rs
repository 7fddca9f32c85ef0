//! Running one rule against its cases: `fail/`, `pass/` and `open/`, each entry of which is a case, a
//! file or a folder, scanned alone.
//!
//! A case says on the line itself what it expects there, in a comment: `expect: fail` or `expect: open`.
//! For formats without comments a file beside it, `<case>.expect`, has a line `NUMBER fail` for each.
//! Nothing may be missing, and nothing extra: a passing case has no mark, and the rule must have been
//! held against something in it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::catalog::form::Mistakes;
use crate::catalog::{Data, Profile, Rule, Severity};
use crate::config::{self, Config};
use crate::model::Dialect;
use crate::report::Report;

use super::{Settings, Watch};

/// The day that cases are judged on.
const TODAY: (&str, &str) = ("2026-06-01", "2026-08-30");

/// What running the cases of a rule gave.
#[derive(Debug, Default)]
pub struct Cases {
    /// How many cases were run.
    pub cases: usize,
    /// What is wrong, a sentence each.
    pub complaints: Vec<String>,
}

/// Runs all cases of a rule.
#[must_use]
pub fn run(data: &Data, id: &str, folder: &Path) -> Cases {
    let mut outcome = Cases::default();
    let Some(rule) = data.rules.iter().find(|rule| rule.id == id) else {
        outcome.complaints.push("there is no such rule".to_owned());
        return outcome;
    };
    let mut seen: BTreeMap<&str, BTreeSet<Dialect>> = BTreeMap::new();
    for expected in ["fail", "pass", "open"] {
        for case in entries(&folder.join(expected)) {
            outcome.cases += 1;
            let name = format!("{expected}/{}", case.file_name().unwrap_or_default().to_string_lossy());
            match one(data, rule, expected, &case) {
                Ok(dialects) => seen.entry(expected).or_default().extend(dialects),
                Err(complaints) => {
                    outcome.complaints.extend(complaints.into_iter().map(|complaint| format!("{name}: {complaint}")));
                }
            }
        }
    }
    if outcome.complaints.is_empty() {
        for dialect in rule.select.keys() {
            for expected in ["fail", "pass"] {
                if !seen.get(expected).is_some_and(|dialects| dialects.contains(dialect)) {
                    outcome.complaints.push(format!("{dialect} has no case under {expected}/"));
                }
            }
        }
    }
    outcome
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    WalkDir::new(folder)
        .min_depth(1)
        .max_depth(1)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_none_or(|extension| extension != "expect"))
        .collect()
}

/// One case; answers the dialects that the rule was held against there, with the answer of the folder.
fn one(data: &Data, rule: &Rule, expected: &str, case: &Path) -> Result<BTreeSet<Dialect>, Vec<String>> {
    let root = if case.is_dir() { case } else { case.parent().unwrap_or(case) };
    let report = super::scan(&settings(rule, case, root)?, data, &Watch::NONE).map_err(|error| vec![error])?;
    let mut complaints = Vec::new();
    let marks = marks(case, root);
    for (word, entries) in [("fail", &report.findings), ("open", &report.opens)] {
        let found: BTreeSet<(String, usize)> =
            entries.iter().map(|entry| (entry.place.path.clone(), entry.place.start.line)).collect();
        let wanted: BTreeSet<(String, usize)> =
            marks.iter().filter(|mark| mark.word == word).map(|mark| (mark.path.clone(), mark.line)).collect();
        for (path, line) in wanted.difference(&found) {
            complaints.push(format!("{path}:{line} should {word} and does not"));
        }
        for (path, line) in found.difference(&wanted) {
            let note = entries
                .iter()
                .find(|entry| entry.place.path == *path && entry.place.start.line == *line)
                .map_or(String::new(), |entry| format!(" '{}' {}", entry.address, entry.note));
            complaints.push(format!("{path}:{line} should not {word} and does:{note}"));
        }
    }
    if expected != "pass" && !marks.iter().any(|mark| mark.word == expected) {
        complaints.push(format!("no line is marked `expect: {expected}`"));
    }
    if expected == "pass" && !marks.is_empty() {
        complaints.push("a passing case has no marks".to_owned());
    }
    for notice in report.notices.iter().filter(|notice| notice.kind.is_unread()) {
        complaints.push(format!("{}: {}", notice.path, notice.message));
    }
    let dialects = dialects(&report, rule, expected);
    if dialects.is_empty() && complaints.is_empty() {
        complaints.push("the rule was held against nothing here".to_owned());
    }
    if complaints.is_empty() { Ok(dialects) } else { Err(complaints) }
}

/// The dialects of the rule that gave the expected answer.
fn dialects(report: &Report<'_>, rule: &Rule, expected: &str) -> BTreeSet<Dialect> {
    let named = |entries: &[crate::report::Entry]| {
        rule.select
            .keys()
            .copied()
            .filter(|dialect| entries.iter().any(|entry| entry.dialect == dialect.name()))
            .collect()
    };
    match expected {
        "fail" => named(&report.findings),
        "open" => named(&report.opens),
        _ if report.tallies.iter().all(|tally| tally.pass == 0) => BTreeSet::new(),
        _ => rule.select.keys().copied().filter(|dialect| report.coverage.facts.contains_key(dialect.name())).collect(),
    }
}

fn settings(rule: &Rule, case: &Path, root: &Path) -> Result<Settings, Vec<String>> {
    let config = root.join("phiward.toml");
    let (config, config_path) = match std::fs::read_to_string(&config) {
        Ok(text) if case.is_dir() => {
            let mut mistakes = Mistakes::default();
            let config = config::read(&text, &mut mistakes);
            if !mistakes.list.is_empty() {
                return Err(mistakes
                    .list
                    .into_iter()
                    .map(|mistake| format!("phiward.toml: {}", mistake.message))
                    .collect());
            }
            (config, Some("phiward.toml".to_owned()))
        }
        _ => (Config::default(), None),
    };
    let mut settings = Settings::of_folder(root, Profile { strict: true, ..Profile::default() });
    settings.walk.paths = vec![case.to_path_buf()];
    settings.walk.exclude = vec!["**/*.expect".to_owned()];
    settings.walk.ignore_files = false;
    settings.only = vec![rule.id.clone()];
    settings.fail_on = Severity::Info;
    settings.inline_ignores = false;
    (settings.config, settings.config_path) = (config, config_path);
    (settings.today, settings.horizon) = (TODAY.0.to_owned(), TODAY.1.to_owned());
    Ok(settings)
}

struct Mark {
    path: String,
    line: usize,
    word: &'static str,
}

/// The marks in a case's files, and in the `.expect` files beside or inside of it.
fn marks(case: &Path, root: &Path) -> Vec<Mark> {
    let mut marks = Vec::new();
    let beside = PathBuf::from(format!("{}.expect", case.display()));
    let files =
        WalkDir::new(case).sort_by_file_name().into_iter().filter_map(Result::ok).map(walkdir::DirEntry::into_path);
    for path in files.chain([beside]).filter(|path| path.is_file()) {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let relative = crate::discover::relative(root, &path);
        for (at, line) in text.lines().enumerate() {
            for word in ["fail", "open"] {
                if let Some(target) = relative.strip_suffix(".expect") {
                    let mut words = line.split_whitespace();
                    let number = words.next().and_then(|number| number.parse().ok());
                    if let (Some(line), Some(found)) = (number, words.next())
                        && found == word
                    {
                        marks.push(Mark { path: target.to_owned(), line, word });
                    }
                } else if line.contains(&format!("expect: {word}")) {
                    marks.push(Mark { path: relative.clone(), line: at + 1, word });
                }
            }
        }
    }
    marks
}
