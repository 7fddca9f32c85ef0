//! Walking the tree: which files there are, and their bytes, each read once.
//!
//! Hidden files are walked, what Git ignores is not, symbolic links are not followed. The walk and the
//! reading are parallel; the order of the answer is that of the paths.

mod revision;

pub use revision::{Revision, revision};

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use globset::{Glob, GlobSet, GlobSetBuilder};
use ignore::{WalkBuilder, WalkState};
use rayon::prelude::*;

use crate::source::{Problem, ProblemKind, SourceFile, decode};

/// Folders that are never part of what a repository declares.
const NEVER: [&str; 4] = [".git", ".hg", ".svn", "node_modules"];

/// How a tree is walked.
#[derive(Clone, Debug)]
pub struct Walk {
    /// The root: paths in reports are relative to it.
    pub root: PathBuf,
    /// What to scan, under the root; the root itself when empty.
    pub paths: Vec<PathBuf>,
    /// Globs of relative paths that are passed over.
    pub exclude: Vec<String>,
    /// Files larger than this many bytes are passed over.
    pub max_size: u64,
    /// Whether ignore files count.
    pub ignore_files: bool,
}

/// What a walk found.
#[derive(Debug, Default)]
pub struct Found {
    /// Files that are wanted, in the order of their paths.
    pub files: Vec<SourceFile>,
    /// How many files were met.
    pub met: usize,
    /// Files that could not be read, or were passed over.
    pub problems: Vec<Problem>,
}

/// Walks and reads. `wanted` says by its relative path whether a file is worth reading; `tick` is told
/// of each file read.
///
/// # Errors
/// The globs that are none, or the path that is not there.
pub fn walk(walk: &Walk, wanted: &(dyn Fn(&str) -> bool + Sync), tick: &(dyn Fn() + Sync)) -> Result<Found, String> {
    let exclude = globs(&walk.exclude)?;
    let (mut paths, mut problems) = list(walk, &exclude)?;
    paths.sort();
    paths.dedup();
    let met = paths.len();
    let read: Vec<Result<SourceFile, Problem>> = paths
        .into_par_iter()
        .filter(|(relative, _)| wanted(relative))
        .flat_map_iter(|(relative, path)| {
            tick();
            read(&relative, &path, walk.max_size)
        })
        .collect();
    let mut files = Vec::new();
    for outcome in read {
        match outcome {
            Ok(file) => files.push(file),
            Err(problem) => problems.push(problem),
        }
    }
    Ok(Found { files, met, problems })
}

fn globs(patterns: &[String]) -> Result<GlobSet, String> {
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        set.add(Glob::new(pattern).map_err(|error| format!("'{pattern}' is not a glob: {}", error.kind()))?);
    }
    set.build().map_err(|error| error.to_string())
}

type Listed = Vec<(String, PathBuf)>;

fn list(walk: &Walk, exclude: &GlobSet) -> Result<(Listed, Vec<Problem>), String> {
    let mut starts = walk.paths.iter();
    let first = starts.next().unwrap_or(&walk.root);
    for path in [first].into_iter().chain(walk.paths.iter()) {
        if path.symlink_metadata().is_err() {
            return Err(format!("there is no '{}'", path.display()));
        }
    }
    let mut builder = WalkBuilder::new(first);
    for path in starts {
        builder.add(path);
    }
    builder.hidden(false).follow_links(false).require_git(false).standard_filters(walk.ignore_files).hidden(false);
    builder.threads(rayon::current_num_threads());
    let excluded = exclude.clone();
    let root = walk.root.clone();
    builder.filter_entry(move |entry| {
        let name = entry.file_name().to_string_lossy();
        if NEVER.contains(&name.as_ref()) && entry.depth() > 0 {
            return false;
        }
        let path = relative(&root, entry.path());
        !(excluded.is_match(&path)
            || (entry.file_type().is_some_and(|kind| kind.is_dir()) && excluded.is_match(format!("{path}/"))))
    });
    let found = Mutex::new((Vec::new(), Vec::new()));
    builder.build_parallel().run(|| {
        Box::new(|entry| {
            let Ok(mut found) = found.lock() else { return WalkState::Quit };
            match entry {
                Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                    found.0.push((relative(&walk.root, entry.path()), entry.into_path()));
                }
                Ok(_) => {}
                Err(error) => found.1.push(unreadable(&walk.root, &error)),
            }
            WalkState::Continue
        })
    });
    found.into_inner().map_err(|_| "the walk broke off".to_owned())
}

fn unreadable(root: &Path, error: &ignore::Error) -> Problem {
    let path = match error {
        ignore::Error::WithPath { path, .. } => relative(root, path),
        _ => String::new(),
    };
    let reason = error.io_error().map_or_else(|| "it cannot be walked".to_owned(), |error| reason(error.kind()));
    Problem::file(ProblemKind::Unreadable, path, reason)
}

/// A path relative to the root, with forward slashes.
#[must_use]
pub fn relative(root: &Path, path: &Path) -> String {
    let path = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<String> = path
        .components()
        .filter(|part| !matches!(part, std::path::Component::CurDir))
        .map(|part| part.as_os_str().to_string_lossy().into_owned())
        .collect();
    parts.join("/")
}

/// A file's text, a problem that it has, or both.
fn read(relative: &str, path: &Path, max_size: u64) -> Vec<Result<SourceFile, Problem>> {
    let trouble = |kind, message: String| vec![Err(Problem::file(kind, relative, message))];
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) => return trouble(ProblemKind::Unreadable, reason(error.kind())),
    };
    let size = file.metadata().map_or(0, |data| data.len());
    if size > max_size {
        return trouble(ProblemKind::TooLarge, format!("{size} bytes are more than the limit of {max_size}"));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    // A file may grow while it is read; the limit holds all the same.
    if let Err(error) = file.take(max_size).read_to_end(&mut bytes) {
        return trouble(ProblemKind::Unreadable, reason(error.kind()));
    }
    if is_binary(&bytes) {
        return trouble(ProblemKind::Binary, "it has binary content".to_owned());
    }
    let (text, replaced) = decode(bytes);
    let mut answer = vec![Ok(SourceFile::new(relative.to_owned(), text))];
    if replaced {
        let message = "bytes that are not text were read as '?'".to_owned();
        answer.push(Err(Problem::file(ProblemKind::Encoding, relative, message)));
    }
    answer
}

/// A NUL among the first bytes, as Git judges; UTF-16 with a mark is text.
fn is_binary(bytes: &[u8]) -> bool {
    let utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    !utf16 && memchr::memchr(0, &bytes[..bytes.len().min(8_000)]).is_some()
}

fn reason(kind: std::io::ErrorKind) -> String {
    match kind {
        std::io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        kind => kind.to_string(),
    }
}
