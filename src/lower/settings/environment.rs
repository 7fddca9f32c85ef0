//! Which environment a file is for, judged from its path: production, development, tests, an example.

use crate::model::{Entry, Value};
use crate::source::{FileId, Sources, Span};

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
    ("cypress", "test"),
    ("playwright", "test"),
    ("debug", "development"),
    ("test", "test"),
    ("tests", "test"),
    ("testing", "test"),
    ("conftest", "test"),
    ("spec", "test"),
    ("specs", "test"),
    ("fixture", "test"),
    ("fixtures", "test"),
    ("testdata", "test"),
    ("mock", "test"),
    ("mocks", "test"),
    ("e2e", "test"),
    ("molecule", "test"),
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

/// Words that tell in files that begin so: nobody deploys these.
const OF_FILES: &[(&str, &str)] = &[
    ("docker-compose.", "override"),
    ("compose.", "override"),
    ("docker-compose.", "deps"),
    ("docker-compose.", "dependencies"),
    (".env", "profiling"),
    (".env", "seed"),
    (".env", "seeds"),
];

/// Words that end the names of tests written in one: `UnitTests`, `PatientControllerTest`.
const JOINED: &[&str] = &["Test", "Tests", "TestCase"];

/// Words before `Test` that make it one of a laboratory.
const MEDICAL: &[&str] = &[
    "lab",
    "labs",
    "laboratory",
    "blood",
    "diagnostic",
    "genetic",
    "medical",
    "clinical",
    "covid",
    "pcr",
    "drug",
    "allergy",
    "screening",
    "patient",
];

/// The environment of a path: one of [`ENVIRONMENTS`](crate::catalog::ENVIRONMENTS).
#[must_use]
pub fn of(path: &str) -> &'static str {
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
    let in_folders = if folders.split(['/', '.']).any(ends_as_test) {
        Some("test")
    } else {
        words(folders).filter(|word| !NAME_ONLY.contains(word)).filter_map(meaning).last()
    };
    // What lies among the tests is a test's, whatever its name says.
    match in_folders {
        Some("test") => "test",
        folders => of_name(is_deployed(path), name).or(folders).unwrap_or("unknown"),
    }
}

/// The environment of a file, by its path within its project.
#[must_use]
pub fn of_file(sources: &Sources, file: FileId) -> &'static str {
    of(sources.get(file).in_project())
}

/// What the name of a file says.
fn of_name(deployed: bool, name: &str) -> Option<&'static str> {
    let of_file = |word: &str| OF_FILES.iter().any(|(start, known)| *known == word && name.starts_with(start));
    let told = words(name).filter_map(|word| meaning(word).or_else(|| of_file(word).then_some("development"))).last();
    let stem = name.split('.').next().unwrap_or(name);
    told.or_else(|| (!deployed && ends_as_test(stem)).then_some("test"))
}

/// Whether a path lies among the code that a build puts into the program: a `LabTest` there is none.
fn is_deployed(path: &str) -> bool {
    path.starts_with("src/main/") || path.contains("/src/main/")
}

/// Whether the last word of a name in camel case says that it is a test. Other words are not looked
/// for so: a class `SampleService` is no example, nor is `LocalStorage` for development.
fn ends_as_test(name: &str) -> bool {
    JOINED.iter().filter_map(|end| name.strip_suffix(end)).any(|rest| {
        let before = last_word(rest);
        rest.ends_with(|char: char| char.is_ascii_alphanumeric())
            && !MEDICAL.iter().any(|word| word.eq_ignore_ascii_case(before))
    })
}

/// The last word of a name in camel case.
fn last_word(name: &str) -> &str {
    name.rfind(|char: char| char.is_ascii_uppercase()).map_or(name, |at| &name[at..])
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

/// Whether what a path holds is for tests alone.
#[must_use]
pub fn is_of_tests(path: &str) -> bool {
    of(path) == "test"
}

/// The entry that every fact of settings has.
pub(super) fn entry(sources: &Sources, file: FileId) -> Entry {
    Entry::of("@environment", Value::string(of_file(sources, file), Span::top(file)))
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
    fn rules_can_ask_for_whatever_a_word_tells() {
        assert!(WORDS.iter().all(|(_, told)| crate::catalog::ENVIRONMENTS.contains(told)));
    }

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
            ("src/Fhir.Shared.UnitTests/Features/Store.cs", "test"),
            ("IntegrationTests/appsettings.Production.json", "test"),
            ("Acme.E2ETests/Startup.cs", "test"),
            ("api/FooControllerTests.cs", "test"),
            ("a/conftest.py", "test"),
            ("a/test_x.py", "test"),
            ("src/__tests__/a.ts", "test"),
            ("src/contest.py", "unknown"),
            ("protest/attest.go", "unknown"),
            ("api/FooTest.java", "test"),
            ("pkg/foo_test.go", "test"),
            ("web/a.spec.ts", "test"),
            ("web/a.test.js", "test"),
            ("src/main/java/org/acme/FooTest.java", "unknown"),
            ("api/LabTest.cs", "unknown"),
            ("api/LabTests/Order.cs", "unknown"),
            ("api/Latest.cs", "unknown"),
            ("api/UITests/a.cs", "test"),
            ("api/CONTEST.cs", "unknown"),
            ("api/LocalStorageService.ts", "unknown"),
            ("docker-compose.override.yml", "development"),
            ("docker-compose.deps.yml", "development"),
            ("deps/docker-compose.yml", "unknown"),
            ("dev.docker-compose.yml", "development"),
            ("cypress/cypress.config.js", "test"),
            ("compose.yaml", "unknown"),
            ("conf/override.yml", "unknown"),
            (".env.seed", "development"),
            (".env.seed.admin", "development"),
            (".env.profiling", "development"),
            ("db/seed.rb", "unknown"),
        ];
        for (path, environment) in expected {
            assert_eq!(of(path), environment, "{path}");
        }
    }
}
