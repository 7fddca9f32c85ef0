//! Which environment a file is for, judged from its path: production, development, tests, an example.

use crate::model::{Entry, Value};
use crate::source::{FileId, Span};

/// The words of a path that tell, and what they tell.
const WORDS: &[(&str, &str)] = &[
    ("prod", "production"),
    ("production", "production"),
    ("prd", "production"),
    ("live", "production"),
    ("dev", "development"),
    ("devel", "development"),
    ("development", "development"),
    ("local", "development"),
    ("localhost", "development"),
    ("devcontainer", "development"),
    ("debug", "development"),
    ("test", "test"),
    ("tests", "test"),
    ("testing", "test"),
    ("spec", "test"),
    ("specs", "test"),
    ("fixture", "test"),
    ("fixtures", "test"),
    ("testdata", "test"),
    ("mock", "test"),
    ("mocks", "test"),
    ("e2e", "test"),
    ("ci", "test"),
    ("it", "test"),
    ("integration", "test"),
    ("example", "example"),
    ("examples", "example"),
    ("sample", "example"),
    ("samples", "example"),
    ("template", "example"),
    ("dist", "example"),
    ("demo", "example"),
    ("tutorial", "example"),
    ("docs", "example"),
];

/// Words that tell in a file's name only: folders of these names hold anything.
const NAME_ONLY: &[&str] = &["local", "dist", "it", "ci", "live", "integration", "template", "localhost", "debug"];

/// The environment of a path: `production`, `development`, `test`, `example` or `unknown`.
#[must_use]
pub fn of(path: &str) -> &'static str {
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
    let in_folders = words(folders).filter(|word| !NAME_ONLY.contains(word)).filter_map(meaning).last();
    // What lies among the tests is a test's, whatever its name says.
    match in_folders {
        Some("test") => "test",
        folders => words(name).filter_map(meaning).last().or(folders).unwrap_or("unknown"),
    }
}

/// The environment that a name such as that of a profile means.
pub(super) fn of_word(name: &str) -> Option<&'static str> {
    words(name).filter_map(meaning).last()
}

/// The environment that a section of a file is for, when its name is that of one.
pub(super) fn of_section(name: &str) -> Option<&'static str> {
    meaning(name).filter(|_| !NAME_ONLY.contains(&name))
}

/// Whether what a path holds is for tests, examples or development alone.
#[must_use]
pub fn is_test(path: &str) -> bool {
    matches!(of(path), "test" | "example")
}

/// The entry that every fact of settings has.
pub(super) fn entry(path: &str, file: FileId) -> Entry {
    Entry::of("@environment", Value::string(of(path), Span::top(file)))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|char: char| !char.is_ascii_alphanumeric())
}

fn meaning(word: &str) -> Option<&'static str> {
    WORDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|(_, meaning)| *meaning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_folders_tell() {
        let expected = [
            ("src/main/resources/application.yml", "unknown"),
            ("src/main/resources/application-dev.yml", "development"),
            ("src/test/resources/application-prod.yml", "test"),
            (".env.test", "test"),
            (".env.example", "example"),
            (".env.local", "development"),
            ("usr/local/etc/redis.conf", "unknown"),
            ("config/environments/production.rb", "production"),
            ("deploy/dev/nginx.conf", "development"),
            ("deploy/dev/application-prod.yml", "production"),
            ("examples/app/appsettings.json", "example"),
            ("appsettings.Development.json", "development"),
            ("protest/latest/contested.conf", "unknown"),
        ];
        for (path, environment) in expected {
            assert_eq!(of(path), environment, "{path}");
        }
    }
}
