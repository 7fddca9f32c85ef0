//! Source files, and byte spans into them.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::lines::LineIndex;

/// Names one file of a scan: its index in [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A half-open byte range of one file's decoded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets; offsets past `u32::MAX` cannot occur, as larger files are not read.
    #[must_use]
    pub fn new(file: FileId, range: std::ops::Range<usize>) -> Self {
        let clip = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { file, start: clip(range.start), end: clip(range.end.max(range.start)) }
    }

    /// The empty span at the start of a file: for what has no better place.
    #[must_use]
    pub fn top(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }

    /// The byte range, for slicing.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The smallest span that holds both; `self` when they are in different files.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        if self.file != other.file {
            return self;
        }
        Self { file: self.file, start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether `other` lies within this span.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.file == other.file && self.start <= other.start && other.end <= self.end
    }
}

/// One file as read: its path relative to the scan's root, and its text.
#[derive(Debug)]
pub struct SourceFile {
    /// Relative to the root of the scan, with forward slashes.
    pub path: String,
    /// Decoded text without a byte-order mark. Offsets in spans are offsets into this.
    pub text: String,
    lines: OnceLock<LineIndex>,
    /// Where in the path that of its project ends.
    project: usize,
}

/// The file that makes a folder a project of its own.
const PROJECT: &str = "phiward.toml";

impl SourceFile {
    /// A file from its relative path and decoded text.
    #[must_use]
    pub fn new(path: String, text: String) -> Self {
        Self { path, text, lines: OnceLock::new(), project: 0 }
    }

    /// The path within its project, which tells what the file is for: a project that lies below another's
    /// tests is none of them.
    #[must_use]
    pub fn in_project(&self) -> &str {
        self.path.get(self.project..).unwrap_or(&self.path)
    }

    /// Its line index, made on first use.
    pub fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }

    /// The text of a span, empty when the span does not fall on character borders.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or("")
    }

    /// The file's name without its folders.
    #[must_use]
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// The folder of the file relative to the root, empty for the root itself.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}

/// All files of a scan, in the order of their paths.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    by_path: OnceLock<HashMap<String, FileId>>,
}

impl Sources {
    /// The files of a scan. The position of each is its [`FileId`].
    #[must_use]
    pub fn new(mut files: Vec<SourceFile>) -> Self {
        let projects: HashSet<String> = files
            .iter()
            .filter(|file| file.name() == PROJECT && !file.folder().is_empty())
            .map(|file| file.folder().to_owned())
            .collect();
        if !projects.is_empty() {
            for file in &mut files {
                let ends = file.path.rmatch_indices('/').map(|(at, _)| at);
                file.project = ends.into_iter().find(|at| projects.contains(&file.path[..*at])).map_or(0, |at| at + 1);
            }
        }
        Self { files, by_path: OnceLock::new() }
    }

    /// The file that an id names.
    #[must_use]
    pub fn get(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The file at a path relative to the root, with forward slashes.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<FileId> {
        let index = || self.iter().map(|(id, file)| (file.path.clone(), id)).collect();
        self.by_path.get_or_init(index).get(path).copied()
    }

    /// All files with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(index, file)| (FileId(u32::try_from(index).unwrap_or(u32::MAX)), file))
    }

    /// How many files there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is no file.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The text of a span.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.file).slice(span)
    }
}

/// Decodes bytes as a scan reads them: a byte-order mark is taken off, UTF-16 with a mark is
/// converted, and each byte that is not UTF-8 becomes one `?`, so that offsets stay those of the file.
/// The second part of the answer tells whether any byte had to be replaced.
#[must_use]
pub fn decode(bytes: Vec<u8>) -> (String, bool) {
    match bytes.as_slice() {
        [0xEF, 0xBB, 0xBF, rest @ ..] => decode_utf8(rest.to_vec()),
        [0xFF, 0xFE, rest @ ..] => decode_utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => decode_utf16(rest, u16::from_be_bytes),
        _ => decode_utf8(bytes),
    }
}

fn decode_utf8(bytes: Vec<u8>) -> (String, bool) {
    match String::from_utf8(bytes) {
        Ok(text) => (text, false),
        Err(error) => {
            let mut text = String::with_capacity(error.as_bytes().len());
            for chunk in error.as_bytes().utf8_chunks() {
                text.push_str(chunk.valid());
                text.extend(chunk.invalid().iter().map(|_| '?'));
            }
            (text, true)
        }
    }
}

fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, bool) {
    let units = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair));
    let mut lossy = bytes.len() % 2 == 1;
    let text = char::decode_utf16(units)
        .map(|decoded| {
            decoded.unwrap_or_else(|_| {
                lossy = true;
                '?'
            })
        })
        .collect();
    (text, lossy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_project_is_the_nearest_folder_with_a_configuration() {
        let paths = [
            "a.py",
            "tests/clinic/phiward.toml",
            "tests/clinic/.env",
            "tests/clinic/tests/x.py",
            "tests/clinical/y.py",
        ];
        let sources = Sources::new(paths.map(|path| SourceFile::new(path.to_owned(), String::new())).into());
        let told: Vec<&str> = sources.iter().map(|(_, file)| file.in_project()).collect();
        assert_eq!(told, ["a.py", "phiward.toml", ".env", "tests/x.py", "tests/clinical/y.py"]);
        let root = ["phiward.toml", "tests/a.py"].map(|path| SourceFile::new(path.to_owned(), String::new()));
        assert_eq!(Sources::new(root.into()).get(FileId(1)).in_project(), "tests/a.py");
    }
}
