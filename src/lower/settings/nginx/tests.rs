use super::*;
use crate::model::{Fact, Kind};
use crate::parse::nginx::parse;
use crate::source::SourceFile;

fn lowered(files: &[(&str, &str)]) -> Vec<Fact> {
    let sources =
        Sources::new(files.iter().map(|(path, text)| SourceFile::new((*path).into(), (*text).into())).collect());
    let trees: Vec<_> = sources.iter().map(|(id, file)| (id, parse(id, &file.text).tree)).collect();
    let known = trees.iter().map(|(id, tree)| (sources.get(*id).path.as_str(), tree.as_slice())).collect();
    let includes = Includes::new(known);
    trees.iter().flat_map(|(id, tree)| lower(&sources, *id, tree, &includes).facts).collect()
}

fn find<'f>(facts: &'f [Fact], address: &str) -> &'f Fact {
    let addresses: Vec<&str> = facts.iter().map(|fact| &*fact.address).collect();
    facts.iter().find(|fact| &*fact.address == address).unwrap_or_else(|| panic!("{address} in {addresses:?}"))
}

fn texts(fact: &Fact, key: &str) -> Vec<String> {
    let list = fact.body.get(key).and_then(Value::as_list);
    list.map(|list| list.items.iter().map(|item| item.as_str().unwrap_or("?").to_owned()).collect()).unwrap_or_default()
}

fn is_open(fact: &Fact) -> bool {
    matches!(&fact.body.kind, Kind::Map(map) if map.open.is_some())
}

const SITE: &str = "http {\n ssl_protocols TLSv1 TLSv1.2;\n add_header A 1;\n server {\n  listen 443 ssl http2;\n  server_name a.org b.org;\n  add_header B 2; add_header C 3;\n  location / { proxy_pass http://app; }\n }\n server { listen 80; return 301 https://$host; }\n upstream app { server 10.0.0.1:8080; }\n}\n";

#[test]
fn a_server_has_what_http_sets_unless_it_sets_it_itself() {
    let facts = lowered(&[("nginx.conf", SITE)]);
    let server = find(&facts, "server:a.org");
    assert_eq!(texts(server, "ssl_protocols"), ["TLSv1 TLSv1.2"]);
    assert_eq!(texts(server, "add_header"), ["B 2", "C 3"]);
    let protocols = server.body.get("ssl_protocols").unwrap();
    assert_eq!(&SITE[protocols.span.range()], "TLSv1 TLSv1.2");
    assert_eq!(&SITE[server.header.range()], "server");
    assert!(!is_open(server));
    let location = find(&facts, "location:a.org/");
    assert_eq!(texts(location, "add_header"), ["B 2", "C 3"]);
    assert_eq!(texts(location, "listen"), [""; 0]);
    assert_eq!(location.body.get("@tls").unwrap().as_bool(), Some(true));
    assert_eq!(texts(find(&facts, "upstream:app"), "server"), ["10.0.0.1:8080"]);
}

#[test]
fn listeners_and_redirects_are_told() {
    let facts = lowered(&[("nginx.conf", SITE)]);
    let truth = |address: &str, key: &str| find(&facts, address).body.get(key).unwrap().as_bool().unwrap();
    assert!(truth("server:a.org", "@tls") && !truth("server:a.org", "@plaintext"));
    assert!(
        !truth("server:10", "@tls") && truth("server:10", "@plaintext") && truth("server:10", "@redirects-to-https")
    );
    let listeners = find(&facts, "server:a.org").body.get("@listeners").unwrap().as_list().unwrap();
    assert_eq!(listeners.items[0].get("port").unwrap().as_number(), Some(443.0));
    let odd = lowered(&[(
        "a/nginx.conf",
        "http { server { listen [::]:8443; ssl on; location / { return 301 https://x; } } server { listen unix:/a; } server {} }",
    )]);
    assert_eq!(
        odd[1].body.get("@listeners").unwrap().as_list().unwrap().items[0].get("port").unwrap().as_number(),
        Some(8443.0)
    );
    assert_eq!(odd.iter().filter(|fact| fact.body.get("@plaintext").and_then(Value::as_bool) == Some(true)).count(), 1);
}

#[test]
fn included_files_are_put_in_where_they_are_found() {
    let files = [
        ("nginx/conf.d/site.conf", "server { listen 443 ssl; include snippets/tls.conf; }"),
        ("nginx/nginx.conf", "http { access_log off; include mime.types; include /etc/nginx/conf.d/*.conf; }"),
        ("nginx/snippets/tls.conf", "ssl_protocols TLSv1.3;"),
    ];
    let facts = lowered(&files);
    let server = find(&facts, "server:1");
    assert_eq!(texts(server, "access_log"), ["off"]);
    assert_eq!(texts(server, "ssl_protocols"), ["TLSv1.3"]);
    assert!(!is_open(server));
    assert!(facts.iter().all(|fact| &*fact.kind != "snippet"));
}

#[test]
fn what_surrounds_or_completes_a_file_and_is_not_there_leaves_it_open() {
    let facts = lowered(&[
        ("default.conf", "server { listen 80; }"),
        ("x/nginx.conf", "http { server { include /etc/letsencrypt/options-ssl-nginx.conf; } }"),
        ("y/ssl-snippet.conf", "ssl_protocols TLSv1;"),
    ]);
    assert!(facts.iter().filter(|fact| &*fact.kind == "server").all(is_open));
    assert_eq!(facts.iter().filter(|fact| &*fact.kind == "snippet").count(), 1);
}

#[test]
fn streams_are_not_servers_of_http() {
    let facts = lowered(&[("nginx.conf", "stream { server { listen 5432; proxy_pass db:5432; } }")]);
    assert_eq!(&*facts[0].kind, "stream");
    assert_eq!(facts[0].body.get("@tls").unwrap().as_bool(), Some(false));
}

#[test]
fn files_that_include_each_other_end() {
    let a = "include b.conf; include a.conf; include c.conf;\n".repeat(200);
    let facts = lowered(&[("a.conf", &a), ("b.conf", &a), ("c.conf", &a), ("nginx.conf", "http { include a.conf; }")]);
    assert!(!facts.is_empty());
}

#[test]
fn templates_are_read_around_their_actions() {
    let text = "server {\n listen {{ .Port }} ssl;\n server_name {{ .Host }};\n {{ if .X }}\n ssl_protocols TLSv1;\n {{ end }}\n}";
    let sources = Sources::new(vec![SourceFile::new("nginx/site.conf".into(), text.into())]);
    let format = crate::lower::settings::SettingsFormat::Nginx;
    let parsed = crate::lower::settings::parse(format, FileId(0), text);
    assert_eq!(parsed.failures.len(), 1);
    let inputs = [crate::lower::settings::Input { file: FileId(0), format, tree: parsed.tree, within: None }];
    let context = crate::lower::settings::Context::new(&sources, &inputs);
    let facts = crate::lower::settings::lower(&sources, &inputs[0], &context).facts;
    let server = find(&facts, "server:1");
    assert!(is_open(server));
    assert_eq!(texts(server, "ssl_protocols"), ["TLSv1"]);
    assert_eq!(server.body.get("@tls").unwrap().as_bool(), Some(true));
    let names = server.body.get("@names").unwrap().as_list().unwrap();
    assert!(names.items[0].as_unknown().is_some());
}
