//! Configuration of one keyword and its arguments a line: sshd, Redis, PostgreSQL, `pg_hba.conf`.

use crate::source::FileId;

use super::Parsed;
use super::cursor::{Cursor, common_escape};
use super::directive::{Directive, Word};

/// How a server reads its lines.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Whether `=` may stand between keyword and value.
    pub equals: bool,
    /// Whether `#` starts a comment also behind a word.
    pub comments_anywhere: bool,
    /// Whether words are PostgreSQL's: a quote is doubled inside quotes, and `#` ends a bare word.
    pub postgresql: bool,
}

impl Style {
    /// `sshd_config`.
    pub const SSHD: Self = Self { equals: true, comments_anywhere: true, postgresql: false };
    /// `redis.conf`: a password may hold `#`.
    pub const REDIS: Self = Self { equals: false, comments_anywhere: false, postgresql: false };
    /// `postgresql.conf`: values in single quotes, a quote doubled inside.
    pub const POSTGRESQL: Self = Self { equals: true, comments_anywhere: true, postgresql: true };
    /// `pg_hba.conf`.
    pub const HBA: Self = Self { equals: false, comments_anywhere: true, postgresql: true };
}

/// Parses a configuration into one directive a line.
#[must_use]
pub fn parse(file: FileId, text: &str, style: Style) -> Parsed<Vec<Directive>> {
    let mut cursor = Cursor::new(file, text);
    let mut tree = Vec::new();
    loop {
        cursor.skip_space();
        match cursor.peek() {
            None => break,
            Some(b'#') => cursor.skip_line(),
            Some(_) => tree.extend(line(&mut cursor, style)),
        }
    }
    Parsed { tree, failures: cursor.failures }
}

fn line(cursor: &mut Cursor<'_>, style: Style) -> Option<Directive> {
    let mut words: Vec<Word> = Vec::new();
    loop {
        cursor.skip_blanks();
        match cursor.peek() {
            None | Some(b'\n' | b'\r') => break,
            Some(b'#') if style.comments_anywhere => {
                cursor.skip_line();
                break;
            }
            Some(b'=') if style.equals && words.len() == 1 => cursor.at += 1,
            Some(_) => {
                let named = words.is_empty();
                words.push(word(cursor, style, named));
            }
        }
    }
    let mut words = words.into_iter();
    let name = words.next()?;
    let arguments: Vec<Word> = words.collect();
    let span = name.span.to(arguments.last().map_or(name.span, |word| word.span));
    Some(Directive { name, arguments, block: None, span })
}

fn word(cursor: &mut Cursor<'_>, style: Style, is_name: bool) -> Word {
    let start = cursor.at;
    if matches!(cursor.peek(), Some(b'"' | b'\'')) {
        let mut text = cursor.quoted_in_line(common_escape);
        let quote = cursor.text.as_bytes()[start];
        while style.postgresql && cursor.peek() == Some(quote) {
            text.push(char::from(quote));
            text.push_str(&cursor.quoted_in_line(common_escape));
        }
        return Word { text: text.into(), span: cursor.span(start, cursor.at) };
    }
    let ends = |byte: u8| byte.is_ascii_whitespace() || (is_name && style.equals && byte == b'=');
    let hash = style.comments_anywhere && style.postgresql;
    cursor.take_while(|byte| !ends(byte) && (!hash || byte != b'#'));
    // A line that starts with `=` has no name; the sign itself is one, so that reading goes on.
    cursor.at = cursor.at.max(start + usize::from(cursor.at == start));
    Word { text: cursor.slice(start, cursor.at).into(), span: cursor.span(start, cursor.at) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, style: Style) -> Vec<(String, String)> {
        let parsed = parse(FileId(0), text, style);
        parsed.tree.iter().map(|line| (line.name.text.to_string(), line.text())).collect()
    }

    #[test]
    fn sshd_allows_blanks_or_an_equals_sign_and_comments_behind() {
        let text = "PermitRootLogin no # never\nCiphers=aes256-ctr,aes128-ctr\n# X y\n\tAllowUsers a \"b c\"\r\n";
        let lines = read(text, Style::SSHD);
        assert_eq!(lines[0], ("PermitRootLogin".into(), "no".into()));
        assert_eq!(lines[1], ("Ciphers".into(), "aes256-ctr,aes128-ctr".into()));
        assert_eq!(lines[2], ("AllowUsers".into(), "a b c".into()));
    }

    #[test]
    fn a_redis_password_may_hold_a_hash_and_an_equals_sign() {
        let lines = read("requirepass a#b=c\nsave \"\"\nsave 900 1", Style::REDIS);
        assert_eq!(lines[0], ("requirepass".into(), "a#b=c".into()));
        assert_eq!(lines[1], ("save".into(), String::new()));
        assert_eq!(lines[2], ("save".into(), "900 1".into()));
    }

    #[test]
    fn postgresql_values_lose_their_quotes_and_keep_their_span() {
        let text = "ssl = on# yes\nlog_line_prefix = '%m it''s '  # x\nport 5433";
        let parsed = parse(FileId(0), text, Style::POSTGRESQL);
        assert_eq!(parsed.tree[0].text(), "on");
        assert_eq!(parsed.tree[1].text(), "%m it's ");
        assert_eq!(&text[parsed.tree[1].arguments[0].span.range()], "'%m it''s '");
        assert_eq!(parsed.tree[2].text(), "5433");
    }

    #[test]
    fn hostile_lines_end() {
        let parsed = parse(FileId(0), &"= '\n".repeat(10_000), Style::POSTGRESQL);
        assert!(!parsed.failures.is_empty());
        assert_eq!(read("=", Style::SSHD), [("=".to_owned(), String::new())]);
        assert_eq!(read(&"a ".repeat(200_000), Style::REDIS).len(), 1);
    }
}
