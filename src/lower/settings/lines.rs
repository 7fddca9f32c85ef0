//! Servers whose settings are plain names and values: MySQL, Redis, sshd.

use std::sync::Arc;

use crate::model::{Dialect, Entry, Kind, List, Part, Reason, Unknown, Value};
use crate::parse::directive::Directive;
use crate::source::{FileId, Sources, Span};

use super::body::{Body, arguments};
use super::output::Output;
use super::postgresql::setting;

/// Lowers `my.cnf`: a fact per section, dashes in names as underscores.
#[must_use]
pub fn lower_mysql(sources: &Sources, file: FileId, tree: &Value) -> Part {
    let mut output = Output::new(sources, file, Dialect::Mysql);
    for section in tree.as_map().map_or(&[][..], |map| &map.entries) {
        let Some(map) = section.value.as_map() else { continue };
        let mut body = Body::default();
        for entry in &map.entries {
            let key: Arc<str> = entry.key.replace('-', "_").into();
            body.set(Entry { key, key_span: entry.key_span, value: setting(&entry.value) });
        }
        let kind = section.key.to_ascii_lowercase();
        output.fact_at(Dialect::Mysql, &kind, kind.as_str(), body.finish(section.value.span), section.key_span);
    }
    output.finish()
}

/// Lowers `redis.conf`: a directive is a text, one that is repeated a list of them.
#[must_use]
pub fn lower_redis(sources: &Sources, file: FileId, tree: &[Directive]) -> Part {
    let mut output = Output::new(sources, file, Dialect::Redis);
    let mut body = Body::default();
    for line in tree {
        let key = line.name.text.to_ascii_lowercase();
        if key == "include" {
            body.open(Reason::Undeclared(line.text().into()));
            continue;
        }
        body.push(key, line.name.span, arguments(line));
    }
    let whole = Span::new(file, 0..sources.get(file).text.len());
    output.fact(Dialect::Redis, "conf", "conf", single(body).finish(whole));
    output.finish()
}

/// Lists of one item as that item.
fn single(body: Body) -> Body {
    let mut singled = Body::default();
    let value = body.finish(Span::top(FileId(0)));
    let Some(map) = value.as_map() else { return singled };
    for entry in &map.entries {
        let value = match entry.value.as_list().map(|list| list.items.as_slice()) {
            Some([only]) => only.clone(),
            _ => entry.value.clone(),
        };
        singled.set(Entry { value, ..entry.clone() });
    }
    if let Some(open) = &map.open {
        singled.open(open.reason.clone());
    }
    singled
}

/// Keywords of sshd that may be given several times, each time adding.
const ADDING: &[&str] = &[
    "acceptenv",
    "allowgroups",
    "allowusers",
    "denygroups",
    "denyusers",
    "hostcertificate",
    "hostkey",
    "listenaddress",
    "permitlisten",
    "permitopen",
    "port",
    "setenv",
    "subsystem",
];

/// Keywords of sshd whose value is a list divided by commas.
const LISTS: &[&str] = &[
    "casignaturealgorithms",
    "ciphers",
    "hostbasedacceptedalgorithms",
    "hostkeyalgorithms",
    "kexalgorithms",
    "macs",
    "pubkeyacceptedalgorithms",
    "pubkeyacceptedkeytypes",
];

/// Lowers `sshd_config`: keywords in lower case, of a repeated one the first, as sshd has it.
#[must_use]
pub fn lower_sshd(sources: &Sources, file: FileId, tree: &[Directive]) -> Part {
    let mut output = Output::new(sources, file, Dialect::Ssh);
    let mut main = Body::default();
    let mut blocks: Vec<(Body, &Directive, Span)> = Vec::new();
    for line in tree {
        if line.is("match") {
            let mut body = Body::default();
            body.mark("@criteria", Value::string(line.text(), line.arguments_span()));
            blocks.push((body, line, line.span));
            continue;
        }
        let body = blocks.last_mut().map_or(&mut main, |(body, _, span)| {
            *span = span.to(line.span);
            body
        });
        keyword(body, line);
    }
    let whole = Span::new(file, 0..sources.get(file).text.len());
    for (block, header, span) in blocks {
        main.push("match", header.name.span, block.finish(span));
    }
    output.fact(Dialect::Ssh, "sshd", "sshd", main.finish(whole));
    output.finish()
}

fn keyword(body: &mut Body, line: &Directive) {
    let key = line.name.text.to_ascii_lowercase();
    if key == "include" {
        body.open(Reason::Undeclared(line.text().into()));
    } else if ADDING.contains(&key.as_str()) {
        body.push(key, line.name.span, arguments(line));
    } else if LISTS.contains(&key.as_str()) {
        algorithms(body, &key, line);
    } else if !body.has(&key) {
        let value = arguments(line);
        let lower = value.as_str().filter(|text| text.eq_ignore_ascii_case("yes") || text.eq_ignore_ascii_case("no"));
        let value = lower.map_or_else(|| value.clone(), |text| Value::string(text.to_ascii_lowercase(), value.span));
        body.set(Entry { key: key.into(), key_span: line.name.span, value });
    }
}

/// A list of algorithms; a leading `-` takes from the defaults, `+` and `^` add to them.
fn algorithms(body: &mut Body, key: &str, line: &Directive) {
    let text = line.text();
    let modifier = text.chars().next().filter(|char| matches!(char, '+' | '-' | '^'));
    let names = text.trim_start_matches(['+', '-', '^']);
    let span = line.arguments_span();
    let items = names.split(',').map(str::trim).filter(|name| !name.is_empty());
    let mut list = List { items: items.map(|name| Value::string(name, span)).collect(), open: None };
    if matches!(modifier, Some('+' | '^')) {
        let reason = Reason::Expression("the defaults of sshd".into());
        list.open = Some(Arc::new(Unknown { reason, pieces: Vec::new() }));
    }
    let key = if modifier == Some('-') { format!("{key}-removed") } else { key.to_owned() };
    if !body.has(&key) {
        body.set(Entry { key: key.into(), key_span: line.name.span, value: Value::new(Kind::List(list), span) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Fact;
    use crate::parse::keyword::{Style, parse};
    use crate::source::SourceFile;

    fn sources(text: &str) -> Sources {
        Sources::new(vec![SourceFile::new("x.conf".into(), text.into())])
    }

    fn read<'f>(fact: &'f Fact, key: &str) -> &'f Value {
        fact.body.get(key).unwrap()
    }

    #[test]
    fn sections_of_mysql_are_facts() {
        let text =
            "[mysqld]\nrequire-secure-transport = ON\nskip_networking\nlocal-infile=0\n[client]\npassword = 007\n";
        let tree = crate::parse::ini::parse(FileId(0), text).tree;
        let facts = lower_mysql(&sources(text), FileId(0), &tree).facts;
        assert_eq!(read(&facts[0], "require_secure_transport").as_bool(), Some(true));
        assert_eq!(read(&facts[0], "skip_networking").as_bool(), Some(true));
        assert_eq!(read(&facts[0], "local_infile").as_number(), Some(0.0));
        assert_eq!(read(&facts[1], "password").as_str(), Some("007"));
        assert_eq!((&*facts[1].kind, &text[facts[1].header.range()]), ("client", "client"));
    }

    #[test]
    fn redis_repeats_make_lists() {
        let text = "bind 0.0.0.0\nprotected-mode no\nsave 900 1\nsave 300 10\nrequirepass \"x y\"\n";
        let tree = parse(FileId(0), text, Style::REDIS).tree;
        let facts = lower_redis(&sources(text), FileId(0), &tree).facts;
        assert_eq!(read(&facts[0], "protected-mode").as_str(), Some("no"));
        assert_eq!(read(&facts[0], "save").as_list().unwrap().items.len(), 2);
        assert_eq!(&text[read(&facts[0], "requirepass").span.range()], "\"x y\"");
    }

    #[test]
    fn sshd_keeps_the_first_value_and_match_blocks() {
        let text = "PermitRootLogin No\nPermitRootLogin yes\nPort 22\nPort 2222\nCiphers -aes128-cbc,3des-cbc\nMACs hmac-sha1,hmac-md5\nKexAlgorithms +x\nMatch User a\n  PasswordAuthentication yes\n";
        let tree = parse(FileId(0), text, Style::SSHD).tree;
        let facts = lower_sshd(&sources(text), FileId(0), &tree).facts;
        let fact = &facts[0];
        assert_eq!(read(fact, "permitrootlogin").as_str(), Some("no"));
        assert_eq!(read(fact, "port").as_list().unwrap().items.len(), 2);
        assert!(fact.body.get("ciphers").is_none());
        assert_eq!(read(fact, "ciphers-removed").as_list().unwrap().items.len(), 2);
        assert_eq!(read(fact, "macs").as_list().unwrap().items[1].as_str(), Some("hmac-md5"));
        assert!(read(fact, "kexalgorithms").as_list().unwrap().open.is_some());
        let block = &read(fact, "match").as_list().unwrap().items[0];
        assert_eq!(block.get("@criteria").unwrap().as_str(), Some("User a"));
        assert_eq!(block.get("passwordauthentication").unwrap().as_str(), Some("yes"));
    }
}
