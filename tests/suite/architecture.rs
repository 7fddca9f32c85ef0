//! The levels of the house: a room imports from lower levels only. Files and functions stay small.

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// Rooms by level, lowest first.
const LEVELS: [&[&str]; 11] = [
    &["source"],
    &["model"],
    &["catalog", "parse"],
    &["config"],
    &["finding"],
    &["lower"],
    &["evaluate"],
    &["report", "discover"],
    &["pipeline"],
    &["cli"],
    &["main"],
];

/// Lines that a source file may have.
const MAX_LINES: usize = 600;

fn sources() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = WalkDir::new(root).sort_by_file_name().into_iter().map(|entry| entry.unwrap().into_path());
    files.filter(|path| path.extension().is_some_and(|extension| extension == "rs")).collect()
}

fn room(path: &Path) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let first = path.strip_prefix(root).unwrap().components().next().unwrap();
    first.as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned()
}

fn level(room: &str) -> Option<usize> {
    LEVELS.iter().position(|rooms| rooms.contains(&room))
}

#[test]
fn a_room_imports_from_lower_levels_only() {
    let mut wrong = Vec::new();
    for path in sources() {
        let own = room(&path);
        if own == "lib" {
            continue;
        }
        let own_level = level(&own).unwrap_or_else(|| panic!("room '{own}' has no level"));
        let text = std::fs::read_to_string(&path).unwrap();
        for (number, line) in text.lines().enumerate() {
            for (_, rest) in line.match_indices("crate::").map(|(at, found)| (at, &line[at + found.len()..])) {
                let other: String =
                    rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
                let Some(other_level) = level(&other) else { continue };
                if other != own && other_level >= own_level {
                    wrong.push(format!("{}:{} {own} imports from {other}", path.display(), number + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn source_files_stay_short() {
    let long: Vec<String> = sources()
        .into_iter()
        .map(|path| (std::fs::read_to_string(&path).unwrap().lines().count(), path))
        .filter(|(lines, _)| *lines > MAX_LINES)
        .map(|(lines, path)| format!("{} has {lines} lines", path.display()))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn every_module_says_what_it_is_for() {
    let of_tests =
        |path: &Path| path.components().any(|part| matches!(part.as_os_str().to_str(), Some("tests" | "tests.rs")));
    for path in sources().into_iter().filter(|path| !of_tests(path)) {
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//!"), "{} has no header", path.display());
    }
}

#[test]
fn no_room_below_the_command_line_reads_the_environment_or_the_clock() {
    for path in sources() {
        if matches!(room(&path).as_str(), "cli" | "main") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let product = text.split("#[cfg(test)]").next().unwrap_or(&text);
        for word in ["now_utc", "SystemTime::now", "Instant::now", "TcpStream", "Command::new"] {
            assert!(!product.contains(word), "{} uses {word}", path.display());
        }
    }
}
