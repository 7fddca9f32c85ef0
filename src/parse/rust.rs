//! Rust source to syn trees.
//!
//! syn recurses as deep as its input nests, and an overflow of the stack cannot be caught. So nesting is
//! measured first, on the bare text, and hostile files are refused. syn has no recovery: a file that does
//! not parse is not read at all.

use crate::source::{FileId, ProblemKind, Span};

use super::{Failure, Parsed};

/// Larger files are generated.
const MAX_BYTES: usize = 4 << 20;

/// Brackets in brackets. Sane code stays below forty.
const MAX_BRACKETS: usize = 100;

/// Operators and `else` in a row in all brackets that are open at a place. Each may be one level of a tree.
const MAX_ROW: usize = 400;

/// A file of Rust, and where in the text its spans count from.
pub struct Source {
    /// The tree. Its spans belong to the thread.
    pub file: syn::File,
    /// The length of a `#!` line, which syn takes off.
    pub offset: usize,
}

/// The tree of a text. Spans pile up in the thread: whoever is done with the tree calls [`forget_spans`].
#[must_use]
pub fn parse(file: FileId, text: &str) -> Parsed<Option<Source>> {
    let failed = |kind, span: Option<std::ops::Range<usize>>, message: &str| {
        let span = span.map(|range| Span::new(file, range));
        Parsed { tree: None, failures: vec![Failure { kind, span, message: message.to_owned() }] }
    };
    if text.len() > MAX_BYTES {
        return failed(ProblemKind::Limit, None, "The file is too large to be read as code.");
    }
    if let Some(at) = too_deep(text) {
        return failed(ProblemKind::Limit, Some(at..at + 1), "The code is nested too deeply to be read.");
    }
    let offset = shebang(text);
    match syn::parse_file(text) {
        Ok(tree) => Parsed { tree: Some(Source { file: tree, offset }), failures: Vec::new() },
        Err(error) => {
            let range = error.span().byte_range();
            let range = (range.start + offset).min(text.len())..(range.end + offset).min(text.len());
            forget_spans();
            failed(ProblemKind::Syntax, Some(range), "The code does not parse here; the file was not read.")
        }
    }
}

/// Lets go of the spans that the thread has gathered. Trees that were made before must not be asked
/// for their spans any more.
pub fn forget_spans() {
    proc_macro2::extra::invalidate_current_thread_spans();
}

/// How much of the start syn takes off, as it does itself.
fn shebang(text: &str) -> usize {
    match text.strip_prefix("#!") {
        Some(rest) if !rest.trim_start().starts_with('[') => text.find('\n').unwrap_or(text.len()),
        _ => 0,
    }
}

/// Where the text nests too deeply. Texts and comments are passed over; what does not lex is left to syn.
fn too_deep(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    // For each open bracket, the length of the row that it stands in.
    let mut rows: Vec<usize> = vec![0];
    let mut total = 0;
    let mut closed = 0;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let start = at;
        at += 1;
        match byte {
            b'/' if bytes.get(at) == Some(&b'/') => at = line_end(bytes, at),
            b'/' if bytes.get(at) == Some(&b'*') => at = comment_end(bytes, start),
            b'"' => at = string_end(bytes, at),
            b'\'' => at = quote_end(text, start),
            b'(' | b'[' | b'{' => rows.push(0),
            b')' | b']' | b'}' => {
                if rows.len() > 1 {
                    total -= rows.pop().unwrap_or(0);
                }
                if *byte == b'}' {
                    // The end of a block ends the row, unless an `else` goes on with it.
                    closed = rows.last().copied().unwrap_or(0);
                    total -= reset(&mut rows);
                }
            }
            b';' | b',' => total -= reset(&mut rows),
            b'.' | b'+' | b'-' | b'*' | b'/' | b'%' | b'&' | b'|' | b'^' | b'!' | b'=' | b'<' | b'>' | b'?' | b'~'
            | b':' | b'@' | b'#' | b'$' => total += add(&mut rows, 1),
            byte if byte.is_ascii_alphabetic() || *byte == b'_' || *byte >= 0x80 => {
                at = word_end(bytes, at);
                match &bytes[start..at] {
                    b"else" => {
                        let before = std::mem::take(&mut closed);
                        total += add(&mut rows, before + 1);
                    }
                    b"as" | b"move" | b"async" | b"return" | b"break" | b"dyn" | b"impl" | b"for" | b"mut" | b"fn"
                    | b"box" | b"yield" | b"unsafe" | b"const" => total += add(&mut rows, 1),
                    b"r" | b"br" | b"cr" => at = raw_end(bytes, at),
                    _ => {}
                }
            }
            _ => {}
        }
        if rows.len() > MAX_BRACKETS || total > MAX_ROW {
            return Some(start);
        }
    }
    None
}

fn reset(rows: &mut [usize]) -> usize {
    rows.last_mut().map_or(0, std::mem::take)
}

fn add(rows: &mut [usize], count: usize) -> usize {
    if let Some(row) = rows.last_mut() {
        *row += count;
    }
    count
}

fn line_end(bytes: &[u8], at: usize) -> usize {
    memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |end| at + end)
}

/// The end of a comment in stars, which may hold others.
fn comment_end(bytes: &[u8], start: usize) -> usize {
    let mut depth = 0;
    let mut at = start;
    while at < bytes.len() {
        match bytes.get(at..at + 2) {
            Some(b"/*") => depth += 1,
            Some(b"*/") => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            return at;
        }
    }
    bytes.len()
}

fn string_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// The end of a character; a lifetime is its quote alone.
fn quote_end(text: &str, start: usize) -> usize {
    let rest = text.get(start + 1..).unwrap_or("");
    let mut characters = rest.char_indices();
    match characters.next() {
        Some((_, '\\')) => {
            let end = rest.get(2..).and_then(|rest| rest.find('\''));
            end.map_or(start + 1, |end| start + 1 + 2 + end + 1)
        }
        Some(_) => match characters.next() {
            Some((at, '\'')) => start + 1 + at + 1,
            _ => start + 1,
        },
        None => start + 1,
    }
}

/// The end of a raw text whose prefix ends at `at`; `at` itself when there is none.
fn raw_end(bytes: &[u8], at: usize) -> usize {
    let hashes = bytes[at..].iter().take_while(|byte| **byte == b'#').count();
    let open = at + hashes;
    if bytes.get(open) != Some(&b'"') {
        return at;
    }
    let mut end = open + 1;
    while let Some(quote) = memchr::memchr(b'"', &bytes[end..]) {
        end += quote + 1;
        if bytes[end..].iter().take(hashes).filter(|byte| **byte == b'#').count() == hashes {
            return end + hashes;
        }
    }
    bytes.len()
}

fn word_end(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_' || *byte >= 0x80) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_write() {
        let text = r##"#!/usr/bin/env run
            //! Brackets in texts: (((
            fn f<'a>(x: &'a str) -> char { let _ = ("((((", r#"[[["#, '(', '\'', b'{', "\"("); /* ( /* ( */ */ 'x' }
        "##;
        let parsed = parse(FileId(0), text);
        assert_eq!(parsed.failures, []);
        assert_eq!(parsed.tree.map(|source| source.offset), Some(18));
        forget_spans();
    }

    #[test]
    fn refuses_what_would_overflow() {
        let cases = [
            format!("fn f() {{ {}1{} }}", "(".repeat(5_000), ")".repeat(5_000)),
            format!("fn f() {{ {}1 }}", "!".repeat(5_000)),
            format!("fn f() {{ 1{} }}", " + 1".repeat(5_000)),
            format!("fn f() {{ a{} }}", ".b()".repeat(5_000)),
            format!("fn f() {{ {}1 }}", "|| ".repeat(5_000)),
            format!("fn f() {{ {} {{}} }}", "if a {} else ".repeat(5_000)),
            format!("fn f() {{ 1{} }}", " as u8".repeat(5_000)),
            format!("type A = {}u8{};", "Vec<".repeat(5_000), ">".repeat(5_000)),
            format!("fn f() {{ {}1 }}", "return ".repeat(5_000)),
            format!("fn f() {{ x = {}1 }}", "y = ".repeat(5_000)),
            format!("fn f() {{ {}1{} }}", "(!".repeat(90), ")".repeat(90)) + &"(-".repeat(3_000),
        ];
        let sound = std::thread::Builder::new().stack_size(2 << 20).spawn(move || {
            for (number, text) in cases.iter().enumerate() {
                let parsed = parse(FileId(0), text);
                assert!(parsed.tree.is_none(), "{number}");
                assert_eq!(parsed.failures[0].kind, ProblemKind::Limit, "{number}");
            }
        });
        sound.unwrap().join().unwrap();
    }

    #[test]
    fn stands_what_it_lets_through() {
        let brackets = MAX_BRACKETS - 4;
        let cases = [
            format!("fn f() {{ {}1{} }}", "(".repeat(brackets), ")".repeat(brackets)),
            format!("fn f() {{ {}1{} }}", "f(!!".repeat(brackets), ")".repeat(brackets)),
            format!("fn f() {{ {}1 }}", "!".repeat(MAX_ROW - 20)),
            format!("fn f() {{ 1{} }}", " + 1".repeat(MAX_ROW - 20)),
            format!("fn f() {{ {} {{}} }}", "if a {} else ".repeat(MAX_ROW - 20)),
            format!("fn f() {{ {}{} }}", "{ match x { y => ".repeat(20), "1".to_owned() + &" } }".repeat(20)),
            format!("mod a {{ {}{} }}", "mod a { ".repeat(brackets), "}".repeat(brackets)),
        ];
        let sound = std::thread::Builder::new().stack_size(2 << 20).spawn(move || {
            for (number, text) in cases.iter().enumerate() {
                assert_eq!(parse(FileId(0), text).failures, [], "{number}");
            }
            forget_spans();
        });
        sound.unwrap().join().unwrap();
    }

    #[test]
    fn places_errors_in_the_text() {
        let text = "#!/bin/x\nfn é() {}\nfn f( {}";
        let parsed = parse(FileId(0), text);
        assert!(parsed.tree.is_none());
        assert_eq!(parsed.failures[0].kind, ProblemKind::Syntax);
        assert!(parsed.failures[0].span.unwrap().start >= 20);
        for broken in ["\"", "'", "r#\"", "/*", "b'", "fn", "é'", "'\\"] {
            assert!(!parse(FileId(0), broken).failures.is_empty(), "{broken}");
        }
    }
}
