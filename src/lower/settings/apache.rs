//! Apache httpd: the main server and each virtual host.
//!
//! Names of directives and sections are in lower case. A directive is a list of texts, its arguments
//! joined by blanks; a section is a list of maps with its argument under `@argument`. A virtual host
//! has what the main server sets and it does not. `<IfModule>` is taken to apply; what stands under
//! other conditions, or in files that are included, leaves a body open.

use crate::model::{Dialect, Entry, Part, Reason, Value};
use crate::parse::directive::Directive;
use crate::source::{FileId, Sources};

use super::body::{Body, arguments};
use super::output::Output;

/// Directives that only the main configuration of a server has.
const MAIN: &[&str] = &["serverroot", "pidfile", "mutex"];

/// Directives that virtual hosts have nothing of.
const NOT_INHERITED: &[&str] = &["listen", "loadmodule", "serverroot", "pidfile", "mutex", "user", "group", "define"];

/// Lowers one file.
#[must_use]
pub fn lower(sources: &Sources, file: FileId, tree: &[Directive]) -> Part {
    let mut output = Output::new(sources, file, Dialect::Apache);
    let mut all = Vec::new();
    let mut reason = None;
    spread(tree, &mut all, &mut reason, 0);
    let (hosts, own): (Vec<&Directive>, Vec<&Directive>) =
        all.into_iter().partition(|directive| directive.is("virtualhost"));
    let is_htaccess = output.path.ends_with(".htaccess");
    let name = output.path.rsplit('/').next().unwrap_or(output.path);
    let is_main = matches!(name, "httpd.conf" | "apache2.conf")
        || own.iter().any(|directive| MAIN.contains(&directive.name.text.to_ascii_lowercase().as_str()));
    if !is_main {
        let missing =
            if is_htaccess { "the server's configuration" } else { "the configuration that includes this file" };
        reason = reason.or(Some(Reason::Undeclared(missing.into())));
    }
    let mut main = body(&own, 0);
    if let Some(reason) = &reason {
        main.open(reason.clone());
    }
    let inherited = main.entries().iter().filter(|entry| !NOT_INHERITED.contains(&&*entry.key));
    let inherited: Vec<Entry> = inherited.cloned().collect();
    if let (Some(first), Some(last)) = (own.first(), own.last()) {
        let kind = if is_htaccess { "htaccess" } else { "server" };
        marks(&mut main, &own, first.header());
        output.fact_at(Dialect::Apache, kind, kind, main.finish(first.span.to(last.span)), first.header());
    }
    for host in hosts {
        virtual_host(&mut output, host, &inherited, reason.as_ref());
    }
    output.finish()
}

fn virtual_host(output: &mut Output<'_>, host: &Directive, inherited: &[Entry], outer: Option<&Reason>) {
    let mut own = Vec::new();
    let mut reason = None;
    spread(host.block.as_deref().unwrap_or(&[]), &mut own, &mut reason, 0);
    let mut body = body(&own, 0);
    for entry in inherited {
        // Sections add up: those of the main server hold in the virtual host as well.
        let sections = entry.value.as_list().filter(|list| list.items.iter().all(|item| item.as_map().is_some()));
        match sections.filter(|_| body.has(&entry.key)) {
            Some(list) => list.items.iter().for_each(|item| body.add(&entry.key, item.clone())),
            None if body.has(&entry.key) => {}
            None => body.set(entry.clone()),
        }
    }
    if let Some(reason) = reason.as_ref().or(outer) {
        body.open(reason.clone());
    }
    body.mark("@argument", arguments(host));
    if let Some(port) = host.argument(0).rsplit_once(':').and_then(|(_, port)| port.parse().ok()) {
        body.mark("@port", Value::number(port, host.arguments_span()));
    }
    marks(&mut body, &own, host.header());
    let name = own.iter().find(|directive| directive.is("servername")).map(|directive| directive.text());
    let address = format!("virtualhost:{}", name.unwrap_or_else(|| output.line(host.span).to_string()));
    output.fact_at(Dialect::Apache, "virtualhost", address, body.finish(host.span), host.header());
}

/// The directives of a block with those of `<IfModule>` in their place. Other conditions are left
/// out, and are the reason why more may be there.
fn spread<'d>(block: &'d [Directive], into: &mut Vec<&'d Directive>, reason: &mut Option<Reason>, depth: usize) {
    for directive in block {
        let name = directive.name.text.to_ascii_lowercase();
        match (&directive.block, name.as_str()) {
            (Some(inner), "ifmodule") if !directive.argument(0).starts_with('!') && depth < 16 => {
                spread(inner, into, reason, depth + 1);
            }
            (Some(_), "ifmodule" | "ifdefine" | "ifversion" | "if" | "elseif" | "else") => {
                reason.get_or_insert_with(|| {
                    Reason::Expression(format!("{} {}", directive.name.text, directive.text()).into())
                });
            }
            (None, "include" | "includeoptional") if !directive.text().contains('*') => {
                reason.get_or_insert_with(|| Reason::Undeclared(directive.text().into()));
                into.push(directive);
            }
            _ => into.push(directive),
        }
    }
}

fn body(directives: &[&Directive], depth: usize) -> Body {
    let mut body = Body::default();
    for directive in directives {
        let value = match &directive.block {
            Some(block) if depth < 8 => {
                let mut inner = Vec::new();
                let mut reason = None;
                spread(block, &mut inner, &mut reason, 0);
                let mut section = self::body(&inner, depth + 1);
                if let Some(reason) = reason {
                    section.open(reason);
                }
                section.mark("@argument", arguments(directive));
                section.finish(directive.span)
            }
            Some(_) => continue,
            None => arguments(directive),
        };
        body.push(directive.name.text.to_ascii_lowercase(), directive.name.span, value);
    }
    body
}

/// `@tls` and `@redirects-to-https`, which every rule about transport asks for.
fn marks(body: &mut Body, own: &[&Directive], header: crate::source::Span) {
    let engine = body.get("sslengine").and_then(Value::as_list).and_then(|list| list.items.last().cloned());
    let on = engine.as_ref().and_then(Value::as_str).is_some_and(|text| text.eq_ignore_ascii_case("on"));
    body.mark("@tls", Value::bool(on, engine.map_or(header, |value| value.span)));
    let redirect = own.iter().find(|directive| {
        let name = directive.name.text.to_ascii_lowercase();
        let sends = matches!(name.as_str(), "redirect" | "redirectmatch" | "redirectpermanent" | "rewriterule");
        sends && directive.arguments.iter().any(|word| word.text.starts_with("https://"))
    });
    body.mark("@redirects-to-https", Value::bool(redirect.is_some(), redirect.map_or(header, |found| found.header())));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Fact, Kind};
    use crate::source::SourceFile;

    fn lowered(path: &str, text: &str) -> Vec<Fact> {
        let sources = Sources::new(vec![SourceFile::new(path.into(), text.into())]);
        let tree = crate::parse::apache::parse(FileId(0), text).tree;
        lower(&sources, FileId(0), &tree).facts
    }

    fn first<'f>(fact: &'f Fact, key: &str) -> &'f Value {
        &fact.body.get(key).unwrap().as_list().unwrap().items[0]
    }

    fn is_open(fact: &Fact) -> bool {
        matches!(&fact.body.kind, Kind::Map(map) if map.open.is_some())
    }

    #[test]
    fn a_virtual_host_has_what_the_main_server_sets() {
        let text = "ServerRoot /x\nTraceEnable off\n<IfModule mod_ssl.c>\nSSLProtocol all -SSLv3\n</IfModule>\n<VirtualHost *:443>\nServerName a.org\nSSLEngine On\n<Directory />\nOptions None\n</Directory>\n</VirtualHost>\n<VirtualHost *:80>\nRedirect permanent / https://a.org/\n</VirtualHost>";
        let facts = lowered("httpd.conf", text);
        assert_eq!(facts.iter().map(|fact| &*fact.kind).collect::<Vec<_>>(), ["server", "virtualhost", "virtualhost"]);
        let host = &facts[1];
        assert_eq!(first(host, "sslprotocol").as_str(), Some("all -SSLv3"));
        assert_eq!(&text[first(host, "sslprotocol").span.range()], "all -SSLv3");
        assert_eq!(first(host, "directory").get("@argument").unwrap().as_str(), Some("/"));
        assert_eq!(host.body.get("@tls").unwrap().as_bool(), Some(true));
        assert_eq!(host.body.get("@port").unwrap().as_number(), Some(443.0));
        assert_eq!(facts[2].body.get("@redirects-to-https").unwrap().as_bool(), Some(true));
        assert!(!is_open(host));
    }

    #[test]
    fn parts_of_a_configuration_are_open() {
        assert!(is_open(&lowered("sites/a.conf", "<VirtualHost *:80>\n</VirtualHost>")[0]));
        assert!(is_open(&lowered("httpd.conf", "Listen 80\n<IfDefine X>\nSSLEngine on\n</IfDefine>")[0]));
        let htaccess = lowered("web/.htaccess", "Options -Indexes");
        assert_eq!(&*htaccess[0].kind, "htaccess");
    }
}
