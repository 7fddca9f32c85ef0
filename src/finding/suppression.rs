//! Comments that silence a finding: `phiward: ignore[rule-id] reason`, in any comment syntax.

use std::ops::Range;

use memchr::memmem;

use crate::source::{FileId, Problem, ProblemKind, Sources, Span};

use super::Finding;

/// Why a finding is silenced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppression {
    /// The reason that its author gave.
    pub reason: String,
    /// Where.
    pub span: Span,
}

/// The suppression comments of one file.
#[derive(Debug, Default)]
pub struct Comments {
    found: Vec<Comment>,
}

#[derive(Debug)]
struct Comment {
    rules: Vec<String>,
    reason: String,
    span: Span,
    /// The line that is silenced: the comment's own, or the next one with something else on it.
    line: usize,
    used: bool,
}

const MARK: &str = "phiward: ignore";

impl Comments {
    /// Finds the comments of a file. The words must stand in a comment: after `#`, `//`, `--`, `;`,
    /// `/*`, `<!--` or `{#` on their line.
    #[must_use]
    pub fn read(file: FileId, text: &str, line_of: impl Fn(u32) -> usize) -> Self {
        let mut found = Vec::new();
        for start in memmem::find_iter(text.as_bytes(), MARK) {
            let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
            let line_end = text[start..].find(['\n', '\r']).map_or(text.len(), |at| start + at);
            let before = text[line_start..start].trim_end();
            let Some(opener) = OPENERS.iter().find(|opener| before.ends_with(**opener)) else { continue };
            let alone = before[..before.len() - opener.len()].trim().is_empty();
            let own_line = line_of(u32::try_from(start).unwrap_or(u32::MAX));
            let line = if alone { next_line(text, line_end, own_line) } else { own_line };
            found.push(comment(file, text, start..line_end, line));
        }
        Self { found }
    }
}

impl Comments {
    /// Whether the file has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }
}

/// What a comment may begin with, longest first.
const OPENERS: [&str; 8] = ["<!--", "{{/*", "/*", "//", "--", "{#", "#", ";"];

/// The next line that is neither blank nor another suppression.
fn next_line(text: &str, from: usize, own: usize) -> usize {
    let mut line = own;
    for next in text[from..].split_inclusive('\n').skip(1) {
        line += 1;
        if !next.trim().is_empty() && !next.contains(MARK) {
            break;
        }
    }
    line
}

fn comment(file: FileId, text: &str, range: Range<usize>, line: usize) -> Comment {
    let rest = &text[range.start + MARK.len()..range.end];
    let (rules, reason) = match rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((rules, reason)) => (rules, reason),
        None => ("", rest),
    };
    let end = ["-->", "*/", "#}"].iter().filter_map(|closer| reason.find(closer)).min().unwrap_or(reason.len());
    let reason = reason[..end].trim();
    Comment {
        rules: rules.split(',').map(|rule| rule.trim().to_owned()).filter(|rule| !rule.is_empty()).collect(),
        reason: reason.to_owned(),
        span: Span::new(file, range),
        line,
        used: false,
    }
}

/// Silences the findings that a comment names, and answers the comments that do not do what their
/// author meant. `rule` answers the index of a rule held by its id, and whether an id is known at all.
pub fn suppress(
    findings: &mut [Finding],
    comments: &mut [(FileId, Comments)],
    sources: &Sources,
    rule: impl Fn(&str) -> (Option<usize>, bool),
) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (file, comments) in comments {
        let source = sources.get(*file);
        for comment in &mut comments.found {
            let mut complain = |message: String| {
                problems.push(Problem::at(ProblemKind::Suppression, source.path.clone(), comment.span, message));
            };
            if comment.rules.is_empty() {
                complain("this ignore names no rule: write `phiward: ignore[rule-id] reason`".to_owned());
                continue;
            }
            if comment.reason.is_empty() {
                complain("this ignore gives no reason and silences nothing".to_owned());
                continue;
            }
            for name in &comment.rules {
                let (index, known) = rule(name);
                if !known {
                    complain(format!("this ignore names '{name}', which is no rule"));
                    continue;
                }
                let Some(index) = index else { continue };
                let mut met = false;
                for finding in findings.iter_mut().filter(|finding| finding.rule == index) {
                    let on_line = |span: Span| span.file == *file && source.lines().line(span.start) == comment.line;
                    if on_line(finding.place) || on_line(finding.header) {
                        finding.suppressed = Some(Suppression { reason: comment.reason.clone(), span: comment.span });
                        met = true;
                    }
                }
                comment.used |= met;
                if !met {
                    complain(format!("this ignore of '{name}' silences nothing"));
                }
            }
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::LineIndex;

    fn read(text: &str) -> Vec<(usize, Vec<String>, String)> {
        let lines = LineIndex::new(text);
        Comments::read(FileId(0), text, |at| lines.line(at))
            .found
            .into_iter()
            .map(|comment| (comment.line, comment.rules, comment.reason))
            .collect()
    }

    #[test]
    fn a_comment_alone_silences_the_next_line_and_one_behind_code_its_own() {
        let text = "# phiward: ignore[a-b] because\n\nx = 1\ny = 2 // phiward: ignore[c, d] so\n";
        let found = read(text);
        assert_eq!(found[0], (3, vec!["a-b".to_owned()], "because".to_owned()));
        assert_eq!(found[1], (4, vec!["c".to_owned(), "d".to_owned()], "so".to_owned()));
    }

    #[test]
    fn words_in_a_string_are_no_comment() {
        assert!(read("x = \"phiward: ignore[a] no\"\n").is_empty());
    }

    #[test]
    fn closers_are_not_part_of_the_reason() {
        assert_eq!(read("<!-- phiward: ignore[a] why -->\n<a/>")[0].2, "why");
        assert_eq!(read("/* phiward: ignore[a] why */ x")[0].2, "why");
    }
}
