//! Apache httpd configuration: one directive a line, sections in angle brackets. Fluentd's
//! configuration has the same form.

use crate::source::{FileId, ProblemKind, Span};

use super::Parsed;
use super::cursor::{Cursor, DEPTH, quote_escape};
use super::directive::{Directive, Word};

/// Parses a configuration. A backslash at the end of a line joins it with the next.
#[must_use]
pub fn parse(file: FileId, text: &str) -> Parsed<Vec<Directive>> {
    let mut cursor = Cursor::new(file, text);
    let mut open: Vec<(Directive, Vec<Directive>)> = Vec::new();
    let mut current: Vec<Directive> = Vec::new();
    // Sections opened below the limit, which only have to be counted to find their ends.
    let mut ignored = 0_usize;
    loop {
        cursor.skip_space();
        let at = cursor.at;
        match cursor.peek() {
            None => break,
            Some(b'#') => cursor.skip_line(),
            Some(b'<') if cursor.ahead(1) == Some(b'/') => {
                cursor.skip_line();
                if ignored > 0 {
                    ignored -= 1;
                } else if let Some((mut section, outer)) = open.pop() {
                    section.span = section.span.to(cursor.span(at, at + cursor.slice(at, cursor.at).trim_end().len()));
                    section.block = Some(std::mem::replace(&mut current, outer));
                    current.push(section);
                } else {
                    cursor.fail(ProblemKind::Syntax, at, "a section is closed that was not opened");
                }
            }
            Some(b'<') => {
                cursor.at += 1;
                let section = line(&mut cursor, true);
                match section {
                    Some(section) if open.len() < DEPTH => open.push((section, std::mem::take(&mut current))),
                    Some(_) => {
                        cursor.fail(ProblemKind::Limit, at, "sections are nested too deeply");
                        ignored += 1;
                    }
                    None => cursor.fail(ProblemKind::Syntax, at, "a section has no name"),
                }
            }
            Some(_) => {
                if let Some(directive) = line(&mut cursor, false).filter(|_| ignored == 0) {
                    current.push(directive);
                }
            }
        }
    }
    if !open.is_empty() {
        cursor.fail(ProblemKind::Syntax, text.len(), "the file ends inside a section");
    }
    while let Some((mut section, outer)) = open.pop() {
        section.span = Span::new(file, section.span.range().start..text.len());
        section.block = Some(std::mem::replace(&mut current, outer));
        current.push(section);
    }
    Parsed { tree: current, failures: cursor.failures }
}

/// Reads the words of one line; of a section's header, up to its `>`.
fn line(cursor: &mut Cursor<'_>, section: bool) -> Option<Directive> {
    let start = cursor.at - usize::from(section);
    let mut words = Vec::new();
    loop {
        cursor.skip_blanks();
        match cursor.peek() {
            None | Some(b'\n' | b'\r') => break,
            Some(b'\\') if matches!(cursor.ahead(1), Some(b'\n' | b'\r')) => {
                cursor.at += 1;
                cursor.skip_line();
            }
            Some(b'>') if section => {
                cursor.skip_line();
                break;
            }
            Some(_) => words.push(word(cursor, section)),
        }
    }
    let end = start + cursor.slice(start, cursor.at).trim_end().len();
    let mut words = words.into_iter();
    let name = words.next()?;
    Some(Directive { name, arguments: words.collect(), block: None, span: cursor.span(start, end) })
}

fn word(cursor: &mut Cursor<'_>, section: bool) -> Word {
    let start = cursor.at;
    if matches!(cursor.peek(), Some(b'"' | b'\'')) {
        let text = cursor.quoted_in_line(quote_escape);
        return Word { text: text.into(), span: cursor.span(start, cursor.at) };
    }
    while let Some(byte) = cursor.peek() {
        let joined = byte == b'\\' && matches!(cursor.ahead(1), Some(b'\n' | b'\r'));
        let closes = section && byte == b'>' && matches!(cursor.ahead(1), None | Some(b'\n' | b'\r' | b' ' | b'\t'));
        if byte.is_ascii_whitespace() || joined || (closes && cursor.at > start) {
            break;
        }
        cursor.at += 1;
    }
    Word { text: cursor.slice(start, cursor.at).into(), span: cursor.span(start, cursor.at) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Parsed<Vec<Directive>> {
        parse(FileId(0), text)
    }

    #[test]
    fn sections_and_directives_have_exact_spans() {
        let text = "Listen 443\n<VirtualHost *:443 [::]:443>\n  SSLProtocol all -SSLv3 \\\n     -TLSv1\n  Header set X \"a b\"\n</VirtualHost>\n";
        let parsed = parsed(text);
        assert_eq!(parsed.failures, []);
        let host = &parsed.tree[1];
        assert!(host.is("virtualhost"));
        assert_eq!(host.text(), "*:443 [::]:443");
        assert_eq!(&text[host.span.range()], text[11..].trim_end());
        let block = host.block.as_ref().unwrap();
        assert_eq!(block[0].text(), "all -SSLv3 -TLSv1");
        assert_eq!(block[1].argument(2), "a b");
        assert_eq!(&text[block[1].arguments[2].span.range()], "\"a b\"");
    }

    #[test]
    fn a_section_argument_may_hold_angle_brackets() {
        let parsed = parsed("<If \"%{HTTPS} == 'off' && 1 > 0\">\nRedirect / https://x/\n</If>\n<Match a>b>\n</Match>");
        assert_eq!(parsed.failures, []);
        assert_eq!(parsed.tree[0].argument(0), "%{HTTPS} == 'off' && 1 > 0");
        assert_eq!(parsed.tree[1].argument(0), "a>b");
    }

    #[test]
    fn a_broken_file_keeps_what_could_be_read() {
        let parsed = parsed("</Directory>\n<>\n<VirtualHost *:80>\nServerName \"a\nSSLEngine on");
        assert_eq!(parsed.failures.len(), 4);
        let block = parsed.tree[0].block.as_ref().unwrap();
        assert_eq!(block[0].argument(0), "a");
        assert_eq!(block[1].argument(0), "on");
    }

    #[test]
    fn hostile_nesting_is_limited_and_its_ends_are_found() {
        let deep = format!("{}x y\n{}After 1\n", "<a>\n".repeat(10_000), "</a>\n".repeat(10_000));
        let parsed = parsed(&deep);
        assert!(parsed.failures.iter().all(|failure| failure.kind == ProblemKind::Limit));
        assert_eq!(parsed.tree[1].text(), "1");
    }
}
