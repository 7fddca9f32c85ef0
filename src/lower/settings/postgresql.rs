//! PostgreSQL: `postgresql.conf` as one fact, `pg_hba.conf` as a fact per line.

use crate::model::{Dialect, Entry, Kind, Part, Reason, Value};
use crate::parse::directive::Directive;
use crate::source::{FileId, Sources};

use super::body::{Body, arguments, number};
use super::output::Output;

/// Lowers `postgresql.conf`: names in lower case, `on` and its kin as truth values.
#[must_use]
pub fn lower_conf(sources: &Sources, file: FileId, tree: &[Directive]) -> Part {
    let mut output = Output::new(sources, file, Dialect::Postgresql);
    let mut body = Body::default();
    for line in tree {
        let key = line.name.text.to_ascii_lowercase();
        if matches!(key.as_str(), "include" | "include_dir" | "include_if_exists") {
            body.open(Reason::Undeclared(line.text().into()));
            continue;
        }
        let value = setting(&arguments(line));
        body.set(Entry { key: key.into(), key_span: line.name.span, value });
    }
    let whole = crate::source::Span::new(file, 0..sources.get(file).text.len());
    output.fact(Dialect::Postgresql, "conf", "conf", body.finish(whole));
    output.finish()
}

/// A text as a server's setting: truth values in their many spellings, and numbers.
pub(super) fn setting(value: &Value) -> Value {
    let Some(text) = value.as_str() else { return value.clone() };
    let kind = match text.to_ascii_lowercase().as_str() {
        "on" | "true" | "yes" => Kind::Bool(true),
        "off" | "false" | "no" => Kind::Bool(false),
        _ => match number(text) {
            Some(number) => Kind::Number(number),
            None => return value.clone(),
        },
    };
    Value { kind, ..value.clone() }
}

/// Lowers `pg_hba.conf`.
#[must_use]
pub fn lower_hba(sources: &Sources, file: FileId, tree: &[Directive]) -> Part {
    let mut output = Output::new(sources, file, Dialect::Postgresql);
    for line in tree {
        if !matches!(&*line.name.text, "local" | "host" | "hostssl" | "hostnossl" | "hostgssenc" | "hostnogssenc") {
            continue;
        }
        let mut words = line.arguments.iter();
        let mut body = Body::default();
        let mut set = |key: &str, word: &crate::parse::directive::Word| {
            body.set(Entry::of(key, Value::string(word.text.clone(), word.span)));
        };
        set("type", &line.name);
        for key in ["database", "user"] {
            if let Some(word) = words.next() {
                set(key, word);
            }
        }
        if &*line.name.text != "local"
            && let Some(address) = words.next()
        {
            set("address", address);
            // The mask may be a word of its own; methods start with a letter.
            let mask =
                words.as_slice().first().filter(|word| word.text.starts_with(|char: char| char.is_ascii_digit()));
            if let Some(mask) = mask {
                set("mask", mask);
                words.next();
            }
        }
        if let Some(method) = words.next() {
            set("method", method);
        }
        let options = words.filter_map(|word| {
            let (name, value) = word.text.split_once('=')?;
            Some(Entry::of(name, Value::string(value, word.span)))
        });
        let options: Vec<Entry> = options.collect();
        if !options.is_empty() {
            body.mark("options", Value::map(options, line.span));
        }
        let address = format!("hba:{}", output.line(line.span));
        output.fact_at(Dialect::Postgresql, "hba", address, body.finish(line.span), line.span);
    }
    output.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Fact;
    use crate::parse::keyword::{Style, parse};
    use crate::source::SourceFile;

    fn sources(path: &str, text: &str) -> Sources {
        Sources::new(vec![SourceFile::new(path.into(), text.into())])
    }

    fn text_of(fact: &Fact, key: &str) -> Option<String> {
        fact.body.get(key).and_then(Value::as_str).map(str::to_owned)
    }

    #[test]
    fn settings_have_types_and_exact_spans() {
        let text =
            "SSL = off\nssl_min_protocol_version = 'TLSv1'\nport=5433\nssl = on # later wins\nlog_statement 'all'\n";
        let tree = parse(FileId(0), text, Style::POSTGRESQL).tree;
        let facts = lower_conf(&sources("postgresql.conf", text), FileId(0), &tree).facts;
        let body = &facts[0].body;
        assert_eq!(body.get("ssl").unwrap().as_bool(), Some(true));
        assert_eq!(&text[body.get("ssl").unwrap().span.range()], "on");
        assert_eq!(text_of(&facts[0], "ssl_min_protocol_version").as_deref(), Some("TLSv1"));
        assert_eq!(body.get("port").unwrap().as_number(), Some(5433.0));
        assert_eq!(text_of(&facts[0], "@environment").as_deref(), Some("unknown"));
    }

    #[test]
    fn an_include_leaves_the_body_open() {
        let tree = parse(FileId(0), "include_dir 'conf.d'", Style::POSTGRESQL).tree;
        let facts = lower_conf(&sources("postgresql.conf", ""), FileId(0), &tree).facts;
        assert!(facts[0].body.as_map().unwrap().open.is_some());
    }

    #[test]
    fn lines_of_pg_hba_are_facts() {
        let text = "local all postgres peer\nhost all \"a b\" 10.0.0.0 255.0.0.0 md5\nhostssl db u 0.0.0.0/0 cert clientcert=verify-full\n@x\nhost\n";
        let tree = parse(FileId(0), text, Style::HBA).tree;
        let facts = lower_hba(&sources("pg_hba.conf", text), FileId(0), &tree).facts;
        assert_eq!(facts.len(), 4);
        assert_eq!(text_of(&facts[0], "method").as_deref(), Some("peer"));
        assert_eq!(text_of(&facts[1], "mask").as_deref(), Some("255.0.0.0"));
        assert_eq!(text_of(&facts[1], "user").as_deref(), Some("a b"));
        assert_eq!(text_of(&facts[2], "address").as_deref(), Some("0.0.0.0/0"));
        let options = facts[2].body.get("options").unwrap();
        assert_eq!(options.get("clientcert").unwrap().as_str(), Some("verify-full"));
        assert_eq!(&*facts[2].address, "hba:3");
    }
}
