//! nginx configuration: directives that end with `;`, blocks in braces, quotes, comments.

use crate::source::{FileId, ProblemKind};

use super::Parsed;
use super::cursor::{Cursor, DEPTH, quote_escape};
use super::directive::{Directive, Word};

/// Parses a configuration. Variables such as `$host` stay text.
#[must_use]
pub fn parse(file: FileId, text: &str) -> Parsed<Vec<Directive>> {
    let mut cursor = Cursor::new(file, text);
    // The blocks that are open: their headers and what they hold so far.
    let mut open: Vec<(Vec<Word>, Vec<Directive>)> = Vec::new();
    let mut current = Vec::new();
    let mut words = Vec::new();
    loop {
        skip_comments(&mut cursor);
        let at = cursor.at;
        match cursor.peek() {
            None => break,
            Some(b';') => {
                cursor.at += 1;
                finish(&mut words, None, cursor.at, &mut current);
            }
            Some(b'{') => {
                cursor.at += 1;
                let lua = words.first().is_some_and(|word: &Word| word.text.ends_with("_by_lua_block"));
                if lua || open.len() >= DEPTH {
                    if !lua {
                        cursor.fail(ProblemKind::Limit, at, "blocks are nested too deeply");
                    }
                    skip_block(&mut cursor);
                    finish(&mut words, Some(Vec::new()), cursor.at, &mut current);
                } else {
                    open.push((std::mem::take(&mut words), std::mem::take(&mut current)));
                }
            }
            Some(b'}') => {
                cursor.at += 1;
                if !words.is_empty() {
                    cursor.fail(ProblemKind::Syntax, at, "a directive is not closed by ';'");
                    finish(&mut words, None, at, &mut current);
                }
                close(&mut cursor, at, &mut open, &mut current);
            }
            Some(_) => words.push(word(&mut cursor)),
        }
    }
    let end = text.len();
    if !words.is_empty() || !open.is_empty() {
        cursor.fail(ProblemKind::Syntax, end, "the file ends inside a directive or block");
    }
    finish(&mut words, None, end, &mut current);
    while let Some((mut header, outer)) = open.pop() {
        let block = std::mem::replace(&mut current, outer);
        finish(&mut header, Some(block), end, &mut current);
    }
    Parsed { tree: current, failures: cursor.failures }
}

fn close(
    cursor: &mut Cursor<'_>,
    at: usize,
    open: &mut Vec<(Vec<Word>, Vec<Directive>)>,
    current: &mut Vec<Directive>,
) {
    match open.pop() {
        Some((mut header, outer)) => {
            let block = std::mem::replace(current, outer);
            finish(&mut header, Some(block), at + 1, current);
        }
        None => cursor.fail(ProblemKind::Syntax, at, "a '}' closes nothing"),
    }
}

/// Makes a directive of the words read, when there are any.
fn finish(words: &mut Vec<Word>, block: Option<Vec<Directive>>, end: usize, into: &mut Vec<Directive>) {
    let mut words = std::mem::take(words).into_iter();
    if let Some(name) = words.next() {
        let span = crate::source::Span::new(name.span.file, name.span.range().start..end);
        into.push(Directive { name, arguments: words.collect(), block, span });
    }
}

fn skip_comments(cursor: &mut Cursor<'_>) {
    cursor.skip_space();
    while cursor.peek() == Some(b'#') {
        cursor.skip_line();
        cursor.skip_space();
    }
}

fn word(cursor: &mut Cursor<'_>) -> Word {
    let start = cursor.at;
    if matches!(cursor.peek(), Some(b'"' | b'\'')) {
        let text = cursor.quoted(quote_escape);
        return Word { text: text.into(), span: cursor.span(start, cursor.at) };
    }
    while let Some(byte) = cursor.peek() {
        match byte {
            b'\\' => cursor.at += 1 + usize::from(cursor.ahead(1).is_some_and(|next| next.is_ascii())),
            b'$' if cursor.ahead(1) == Some(b'{') => {
                cursor.at += 2;
                cursor.take_while(|byte| byte != b'}' && !byte.is_ascii_whitespace());
                cursor.eat(b'}');
            }
            b';' | b'{' | b'}' => break,
            _ if byte.is_ascii_whitespace() => break,
            _ => cursor.at += 1,
        }
    }
    Word { text: cursor.slice(start, cursor.at).into(), span: cursor.span(start, cursor.at) }
}

/// Passes over a block that is not read, the cursor behind its opening brace.
fn skip_block(cursor: &mut Cursor<'_>) {
    let mut depth = 1_usize;
    while depth > 0 {
        let Some(found) = memchr::memchr2(b'{', b'}', cursor.rest().as_bytes()) else {
            cursor.at = cursor.text.len();
            return;
        };
        cursor.at += found;
        depth = if cursor.peek() == Some(b'{') { depth + 1 } else { depth - 1 };
        cursor.at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Parsed<Vec<Directive>> {
        parse(FileId(0), text)
    }

    #[test]
    fn directives_blocks_quotes_and_comments_have_exact_spans() {
        let text = "# top\nserver { # one\n  listen 443 ssl;\n  add_header X \"a; \\\"b\\\"\" always;\n}\n";
        let parsed = parsed(text);
        assert_eq!(parsed.failures, []);
        let server = &parsed.tree[0];
        assert_eq!(&text[server.span.range()], text[6..].trim_end());
        let block = server.block.as_ref().unwrap();
        assert_eq!(block[0].text(), "443 ssl");
        assert_eq!(&text[block[0].arguments_span().range()], "443 ssl");
        assert_eq!(block[1].argument(1), "a; \"b\"");
        assert_eq!(&text[block[1].arguments[1].span.range()], "\"a; \\\"b\\\"\"");
    }

    #[test]
    fn braces_of_variables_and_escaped_characters_belong_to_the_word() {
        let parsed = parsed(r"location ~ \.php$ { root /srv/${host}/x; return 301 https://$host$request_uri; }");
        assert_eq!(parsed.failures, []);
        let block = parsed.tree[0].block.as_ref().unwrap();
        assert_eq!(parsed.tree[0].text(), r"~ \.php$");
        assert_eq!(block[0].argument(0), "/srv/${host}/x");
        assert_eq!(block[1].argument(1), "https://$host$request_uri");
    }

    #[test]
    fn code_in_lua_blocks_is_passed_over() {
        let parsed = parsed("content_by_lua_block { if a then b = {1; 2} end } listen 80;");
        assert_eq!(parsed.failures, []);
        assert_eq!(parsed.tree[1].text(), "80");
    }

    #[test]
    fn a_broken_file_keeps_what_could_be_read() {
        let parsed = parsed("http { server { listen 80 } ; access_log off");
        assert_eq!(parsed.failures.len(), 2);
        let http = parsed.tree[0].block.as_ref().unwrap();
        assert_eq!(http[0].block.as_ref().unwrap()[0].text(), "80");
        assert!(http[1].is("access_log"));
    }

    #[test]
    fn hostile_nesting_and_quotes_end_in_failures() {
        let deep = parsed(&"a {".repeat(100_000));
        assert!(deep.failures.iter().any(|failure| failure.kind == ProblemKind::Limit));
        let quotes = parsed(&"a 'b\n".repeat(50_001));
        assert!(!quotes.failures.is_empty());
        assert!(!parsed("}}}} é\\é \\").failures.is_empty());
    }
}
