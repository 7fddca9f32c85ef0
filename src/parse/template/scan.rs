//! Finds the actions of a template and says what each is for.

use std::ops::Range;

/// One action.
pub(super) struct Action {
    /// From its first brace to behind its last.
    pub(super) range: Range<usize>,
    pub(super) role: Role,
    /// The blanks before it and itself, when its line has nothing but actions.
    pub(super) lines: Option<Range<usize>>,
    /// It ends a line that is a key or a dash otherwise.
    pub(super) trails: bool,
    /// How far the text that it puts in is indented: as it says, or as far as itself.
    pub(super) indent: usize,
    /// It says so.
    indents: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Opens a condition, a loop or a definition.
    Open,
    /// Ends what the last one opened.
    End,
    /// Puts nothing in: a comment, an assignment, an `else`.
    Silent,
    /// Puts text in.
    Output,
}

/// Every action in order; what follows one that is never closed is left alone.
pub(super) fn actions(text: &str) -> Vec<Action> {
    let mut found: Vec<Action> = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(['{']).map(|next| at + next) {
        let close = match text.as_bytes().get(start + 1) {
            Some(b'{') => "}}",
            Some(b'%') => "%}",
            Some(b'#') => "#}",
            _ => {
                at = start + 1;
                continue;
            }
        };
        let Some(end) = close_of(text, start + 2, close) else { break };
        let inner = &text[start + 2..end - 2];
        let role = if close == "#}" { Role::Silent } else { role(inner) };
        let indent = indent(inner);
        let (indent, indents) = (indent.unwrap_or(0), indent.is_some());
        found.push(Action { range: start..end, role, lines: None, trails: false, indent, indents });
        at = end;
    }
    place(text, &mut found);
    found
}

/// The end of an action: a Go template's comments and strings may hold its closing braces.
fn close_of(text: &str, from: usize, close: &str) -> Option<usize> {
    let inner = &text[from..];
    if inner.trim_start_matches('-').trim_start().starts_with("/*") {
        let comment = from + inner.find("*/")?;
        return text[comment..].find(close).map(|at| comment + at + 2);
    }
    let mut quote = None;
    let mut bytes = inner.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match (quote, byte) {
            (Some(b'"' | b'\''), b'\\') => {
                bytes.next();
            }
            // A quote that is not closed on its line is no quote: an apostrophe, say.
            (Some(open), _) if byte == open || byte == b'\n' => quote = None,
            (None, b'"' | b'`' | b'\'') => quote = Some(byte),
            (None, _) if inner.as_bytes()[at..].starts_with(close.as_bytes()) => return Some(from + at + 2),
            _ => {}
        }
    }
    None
}

fn role(inner: &str) -> Role {
    let inner = inner.trim_start_matches(['-', '~', '+']).trim_start();
    let word = inner.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or("");
    match (inner.chars().next(), word) {
        (Some('#'), _) => Role::Open,
        (Some('$'), _) if assigns(inner) => Role::Silent,
        (Some('/'), _) if inner.starts_with("/*") => Role::Silent,
        (Some('/'), _) => Role::End,
        (_, "if" | "range" | "with" | "define" | "block" | "for" | "macro" | "filter" | "raw") => Role::Open,
        (_, end) if end.starts_with("end") => Role::End,
        (_, "else" | "elif" | "set" | "import" | "break" | "continue" | "fail") => Role::Silent,
        _ => Role::Output,
    }
}

fn assigns(inner: &str) -> bool {
    let name = inner[1..].trim_start_matches(|c: char| c.is_alphanumeric() || c == '_').trim_start();
    name.starts_with(":=") || (name.starts_with('=') && !name.starts_with("=="))
}

/// The number in `indent 4` or `nindent 4`.
fn indent(inner: &str) -> Option<usize> {
    let (_, after) = inner.rsplit_once("indent")?;
    let after = after.trim_start_matches([' ', '(']);
    let digits = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
    after[..digits].parse().ok()
}

/// Finds the actions that have their lines to themselves, and those that end a line.
fn place(text: &str, actions: &mut [Action]) {
    let mut first = 0;
    while first < actions.len() {
        let line_start = text[..actions[first].range.start].rfind('\n').map_or(0, |end| end + 1);
        let mut last = first;
        let mut alone = text[line_start..actions[first].range.start].trim().is_empty();
        while let Some(next) = actions.get(last + 1) {
            let between = &text[actions[last].range.end..next.range.start];
            if between.contains('\n') {
                break;
            }
            alone &= between.trim().is_empty();
            last += 1;
        }
        let end = actions[last].range.end;
        let rest = text[end..].split('\n').next().unwrap_or("").trim();
        alone &= rest.is_empty() || rest.starts_with('#');
        if alone {
            let mut start = line_start;
            for action in &mut actions[first..=last] {
                if !action.indents {
                    action.indent = action.range.start - line_start;
                }
                action.lines = Some(start..action.range.end);
                start = action.range.end;
            }
        } else if rest.is_empty() {
            let before = text[line_start..actions[last].range.start].trim_end();
            let last = &mut actions[last];
            last.trails = before.ends_with([':', '-']);
            // `key: {{ … | nindent 4 }}` is as good as the action on a line of its own.
            if last.trails && last.role == Role::Output && last.indents {
                last.lines = Some(last.range.clone());
            }
        }
        first = last + 1;
    }
}

/// Where lines start that separate documents.
pub(super) fn separators(text: &str) -> Vec<usize> {
    let mut at = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        if line.starts_with("---") {
            found.push(at);
        }
        at += line.len();
    }
    found
}
