//! Ruby configuration files: `config.name = value` lines, as Rails environments and initializers
//! have them. Literals and `ENV` are read; everything else is an expression that is not evaluated.

use crate::model::{Entry, Kind, Value};
use crate::source::FileId;

use super::Parsed;
use super::cursor::Cursor;
use super::directive::Word;

mod literal;

/// One setting.
#[derive(Clone, Debug)]
pub struct Assignment {
    /// The names between `config.` and the value.
    pub path: Vec<Word>,
    /// Whether the value is added to what is there: `+=`, `<<`.
    pub adds: bool,
    /// The value. Arguments of a call without `=` are a list.
    pub value: Value,
    /// Whether it is set under a condition only.
    pub conditional: bool,
}

/// Parses a file into its settings, in order.
#[must_use]
pub fn parse(file: FileId, text: &str) -> Parsed<Vec<Assignment>> {
    let mut cursor = Cursor::new(file, text);
    let mut tree = Vec::new();
    // Blocks that are open; true for those that run under a condition.
    let mut blocks: Vec<bool> = Vec::new();
    let mut conditions = 0_usize;
    while cursor.at < text.len() {
        cursor.skip_space();
        let line = cursor.slice(cursor.at, cursor.line_end());
        if line.starts_with("=begin") {
            let end = memchr::memmem::find(cursor.rest().as_bytes(), b"\n=end");
            cursor.at = end.map_or(text.len(), |end| cursor.at + end + 1);
            cursor.skip_line();
            continue;
        }
        let word = line.split(|char: char| !char.is_ascii_alphanumeric() && char != '_').next().unwrap_or("");
        match word {
            "end" => conditions -= usize::from(blocks.pop().unwrap_or(false)),
            "if" | "unless" | "case" => {
                blocks.push(true);
                conditions += 1;
            }
            "class" | "module" | "def" | "begin" | "while" | "until" | "for" => blocks.push(false),
            _ => {
                if let Some(mut setting) = assignment(&mut cursor) {
                    setting.conditional |= conditions > 0;
                    tree.push(setting);
                }
                if opens_block(cursor.slice(cursor.at, cursor.line_end()), line) {
                    blocks.push(false);
                }
            }
        }
        cursor.skip_line();
    }
    Parsed { tree, failures: cursor.failures }
}

/// Whether a line ends with `do` or `do |name|`.
fn opens_block(rest: &str, line: &str) -> bool {
    let line = if rest.is_empty() { line } else { rest };
    let line = line.trim_end();
    let line = match line.strip_suffix('|') {
        Some(head) => head.rsplit_once('|').map_or(line, |(head, _)| head.trim_end()),
        None => line,
    };
    line == "do" || line.ends_with(" do")
}

/// Reads `config.a.b = value` or `config.a.b value, …`; leaves the cursor where it stopped.
fn assignment(cursor: &mut Cursor<'_>) -> Option<Assignment> {
    let start = cursor.at;
    cursor.eat_str("Rails.application.");
    if !cursor.eat_str("config.") {
        cursor.at = start;
        return None;
    }
    let mut path = Vec::new();
    loop {
        let at = cursor.at;
        let name = cursor.take_while(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        if name.is_empty() {
            return None;
        }
        path.push(Word { text: name.into(), span: cursor.span(at, cursor.at) });
        if path.len() > 16 || !cursor.eat(b'.') {
            break;
        }
    }
    let blank = cursor.at;
    cursor.skip_blanks();
    let blank = cursor.at > blank;
    let adds = cursor.eat_str("+=") || cursor.eat_str("<<");
    if adds || cursor.eat_str("||=") || (cursor.peek() == Some(b'=') && cursor.ahead(1) != Some(b'=')) {
        cursor.eat(b'=');
        let (value, conditional) = literal::statement(cursor);
        return Some(Assignment { path, adds, value, conditional });
    }
    let call =
        blank && cursor.peek().is_some_and(|byte| matches!(byte, b':' | b'"' | b'\'' | b'[') || byte.is_ascii_digit());
    call.then(|| {
        let (value, conditional) = literal::arguments(cursor);
        Assignment { path, adds: false, value, conditional }
    })
}

/// The pairs of a hash as a map.
fn map(entries: Vec<Entry>, span: crate::source::Span) -> Value {
    Value::new(Kind::Map(crate::model::Map { entries, open: None }), span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Reason;

    fn read(text: &str) -> Vec<(String, Assignment)> {
        let parsed = parse(FileId(0), text);
        let name = |setting: &Assignment| setting.path.iter().map(|word| &*word.text).collect::<Vec<_>>().join(".");
        parsed.tree.into_iter().map(|setting| (name(&setting), setting)).collect()
    }

    #[test]
    fn literals_symbols_hashes_and_durations_have_exact_spans() {
        let text = "Rails.application.configure do\n  config.force_ssl = true # on\n  config.ssl_options = { hsts: { expires: 1.year, \"subdomains\" => false } }\n  config.log_level = :info\n  config.filter_parameters += [:password, :ssn]\n  config.hosts << \"a.b\"\nend\n";
        let all = read(text);
        assert_eq!((all[0].0.as_str(), all[0].1.value.as_bool()), ("force_ssl", Some(true)));
        let hsts = all[1].1.value.get("hsts").unwrap();
        assert_eq!(hsts.get("expires").unwrap().as_number(), Some(31_556_952.0));
        assert_eq!(hsts.get("subdomains").unwrap().as_bool(), Some(false));
        assert_eq!(all[2].1.value.as_str(), Some("info"));
        assert!(all[3].1.adds && all[4].1.adds);
        assert_eq!(all[3].1.value.as_list().unwrap().items.len(), 2);
        assert_eq!(&text[all[4].1.value.span.range()], "\"a.b\"");
        assert!(all.iter().all(|(_, setting)| !setting.conditional));
    }

    #[test]
    fn the_environment_and_expressions_are_unknown_but_defaults_count() {
        let all = read(
            "config.a = ENV[\"A\"]\nconfig.b = ENV.fetch('B', \"x\")\nconfig.c = ENV.fetch(\"C\") { 5 }\nconfig.d = Rails.root.join('x')\nconfig.e = \"#{HOST}/x\"\nconfig.f = ENV['F'] || 'y'\nconfig.g = ENV['G'] == '1'\n",
        );
        assert_eq!(all[0].1.value.as_unknown().unwrap().reason, Reason::Environment("A".into()));
        assert_eq!(all[1].1.value.as_str(), Some("x"));
        assert_eq!(all[2].1.value.as_number(), Some(5.0));
        assert_eq!(all[3].1.value.as_unknown().unwrap().reason, Reason::Expression("Rails.root.join".into()));
        assert!(all[4].1.value.as_unknown().is_some());
        assert_eq!(all[5].1.value.as_str(), Some("y"));
        assert!(all[6].1.value.as_unknown().is_some());
    }

    #[test]
    fn conditions_are_told() {
        let all = read("if x?\n  config.a = 1\nelse\n  config.b = 2\nend\nconfig.c = 3 if y\nconfig.d = 4\n");
        let conditional: Vec<bool> = all.iter().map(|(_, setting)| setting.conditional).collect();
        assert_eq!(conditional, [true, true, true, false]);
    }

    #[test]
    fn calls_and_values_over_lines() {
        let all = read(
            "Rails.application.config.session_store :cookie_store, key: '_x', secure: false\nconfig.smtp = {\n  address: 'h', # c\n  port: 25,\n}\nconfig.password_length = 8..128\nconfig.w = %w[a b]\n",
        );
        let items = &all[0].1.value.as_list().unwrap().items;
        assert_eq!(items[0].as_str(), Some("cookie_store"));
        assert_eq!(items[1].get("secure").unwrap().as_bool(), Some(false));
        assert_eq!(all[1].1.value.get("port").unwrap().as_number(), Some(25.0));
        assert_eq!(all[2].1.value.get("from").unwrap().as_number(), Some(8.0));
        assert_eq!(all[3].1.value.as_list().unwrap().items.len(), 2);
    }

    #[test]
    fn hostile_input_ends() {
        read(&format!("config.a = {}", "[".repeat(100_000)));
        read(&format!("config.a = {}", "{ a: ".repeat(100_000)));
        read("config.a = \"#{\nconfig. = 1\nconfig.é = ü\nend\nend\n=begin");
        read(&"config.a = %w[\n".repeat(20_000));
        read(&"config.a = '\n".repeat(20_001));
    }
}
