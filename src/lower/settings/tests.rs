use super::*;
use crate::model::{Kind, Map};
use crate::source::SourceFile;

/// Recognises, parses, lowers and searches one file.
fn read(path: &str, text: &str) -> (Sources, Part) {
    let sources = Sources::new(vec![SourceFile::new(path.into(), text.into())]);
    let format = recognise(path, text).unwrap_or_else(|| panic!("{path} is not recognised"));
    let part = lowered(&sources, format);
    (sources, part)
}

fn lowered(sources: &Sources, format: SettingsFormat) -> Part {
    let inputs: Vec<Input> = sources
        .iter()
        .map(|(file, source)| Input { file, format, tree: parse(format, file, &source.text).tree, within: None })
        .collect();
    let context = Context::new(sources, &inputs);
    let mut finder = Finder::default();
    let mut all = Part::default();
    for input in &inputs {
        let mut part = lower(sources, input, &context);
        finder.enrich(sources, &mut part);
        all.facts.extend(part.facts);
        all.uses.extend(part.uses);
    }
    all
}

fn told(path: &str, text: &str, dialect: Dialect) -> Vec<(String, String)> {
    let (sources, part) = read(path, text);
    let facts = part.facts.iter().filter(|fact| fact.dialect == dialect);
    facts.map(|fact| (fact.kind.to_string(), sources.slice(fact.span).to_owned())).collect()
}

fn pair(kind: &str, text: &str) -> (String, String) {
    (kind.to_owned(), text.to_owned())
}

#[test]
fn connection_strings_of_every_framework_are_found_where_they_stand() {
    let cases = [
        (
            "web.config",
            "<configuration><connectionStrings><add name=\"db\" connectionString=\"Server=a.org;Database=x;Encrypt=false\"/></connectionStrings></configuration>",
            pair("sqlserver", "Server=a.org;Database=x;Encrypt=false"),
        ),
        (
            "application.yml",
            "spring:\n  datasource:\n    url: jdbc:mysql://a.org/x\n",
            pair("mysql", "jdbc:mysql://a.org/x"),
        ),
        (".env", "DATABASE_URL=\"postgres://a.org/x\"\n", pair("postgresql", "postgres://a.org/x")),
        ("config/cache.php", "<?php return ['u' => 'redis://a.org'];", pair("redis", "redis://a.org")),
        ("config/environments/production.rb", "config.x = 'amqp://a.org'\n", pair("amqp", "amqp://a.org")),
        ("nginx.conf", "http { server { location / { proxy_pass http://a.org/; } } }", pair("http", "http://a.org/")),
        ("logstash.conf", "output { http { url => \"http://a.org/x\" } }", pair("http", "http://a.org/x")),
        ("conf/app.toml", "u = \"ldap://a.org\"\n", pair("ldap", "ldap://a.org")),
        ("deploy.sh", "curl ftp://a.org/x\n", pair("ftp", "ftp://a.org/x")),
    ];
    for (path, text, wanted) in cases {
        assert_eq!(told(path, text, Dialect::Connection), [wanted], "{path}");
    }
}

#[test]
fn secrets_are_found_with_their_literal() {
    let cases = [
        ("application.properties", "spring.datasource.password=Xk29slq0zz\n", pair("password", "Xk29slq0zz")),
        ("my.cnf", "[client]\npassword = \"Xk29slq0zz\"\n", pair("password", "\"Xk29slq0zz\"")),
        ("redis.conf", "requirepass Xk29slq0zz\n", pair("password", "Xk29slq0zz")),
        (
            "hibernate.cfg.xml",
            "<a><property name=\"connection.password\">Xk29slq0zz</property></a>",
            pair("password", "Xk29slq0zz"),
        ),
        ("config/app.yml", "env:\n  - name: DB_PASSWORD\n    value: Xk29slq0zz\n", pair("password", "Xk29slq0zz")),
        ("config/app.yml", "environment:\n  - DB_PASSWORD=Xk29slq0zz\n", pair("password", "DB_PASSWORD=Xk29slq0zz")),
        (
            "config/database.php",
            "<?php return ['password' => env('P', 'Xk29slq0zz')];",
            pair("password", "'Xk29slq0zz'"),
        ),
    ];
    for (path, text, wanted) in cases {
        assert_eq!(told(path, text, Dialect::Secret), [wanted], "{path}");
    }
}

#[test]
fn what_several_facts_inherit_is_told_once() {
    let text =
        "http {\n proxy_pass_header X; error_page 500 http://a.org/e;\n server { location / { } location /b { } }\n}";
    assert_eq!(told("nginx.conf", text, Dialect::Connection).len(), 1);
}

#[test]
fn every_fact_tells_its_environment() {
    for (path, text) in [("config/test/app.yml", "a: 1\n"), ("test/.env", "A=1\n"), ("test/nginx.conf", "http { }")] {
        let (_, part) = read(path, text);
        assert!(part.facts.iter().all(|fact| fact.body.get("@environment").and_then(Value::as_str) == Some("test")));
        assert!(!part.facts.is_empty());
    }
}

fn holds_borders(value: &Value, text: &str) -> bool {
    let inside = |span: crate::source::Span| text.get(span.range()).is_some();
    inside(value.span)
        && match &value.kind {
            Kind::Map(Map { entries, .. }) => {
                entries.iter().all(|entry| inside(entry.key_span) && holds_borders(&entry.value, text))
            }
            Kind::List(list) => list.items.iter().all(|item| holds_borders(item, text)),
            _ => true,
        }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_in_any_format_ends_with_spans_on_borders(
        words in proptest::collection::vec(
            proptest::sample::select(vec![
                "{", "}", "[", "]", "(", ")", "<", ">", "</", "<a>", "\"", "'", "\\", "\n", "\r\n", " ", "=", ":", ";", ",",
                "#", "$", "${", "{{", "}}", "<%=", "%>", "@", "@@", "://", "http", "jdbc:oracle:thin:@", "@tcp(", "server",
                "http", "é", "😀", "\u{1}", "config.a = ", "return [", "env(", "ENV[", "=>", "%w[", "1.", "..", "password",
                "-----BEGIN ", "include a", "Match", "- a", "true", "\t",
            ]),
            0..60,
        )
    ) {
        let text = words.concat();
        let sources = Sources::new(vec![SourceFile::new("config/environments/x.conf".into(), text.clone())]);
        for format in SettingsFormat::ALL {
            for fact in lowered(&sources, *format).facts {
                proptest::prop_assert!(holds_borders(&fact.body, &text), "{format:?}");
                proptest::prop_assert!(text.get(fact.span.range()).is_some() && text.get(fact.header.range()).is_some());
            }
        }
    }
}

#[test]
fn files_in_config_maps_are_read_where_they_are_written() {
    let text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata:\n  nginx.conf: |\n    http {\n      server {\n        \
                listen 80;\n      }\n    }\n  postgresql.conf: |-\n    # the server\n    ssl = off\n  application.yaml: |\n    server:\n      \
                port: 8080\n  notes.txt: |\n    a\n    b\n  one.conf: listen 80;\n";
    let sources = Sources::new(vec![SourceFile::new("k8s/web.yaml".to_owned(), text.to_owned())]);
    let documents = crate::parse::yaml::parse(FileId(0), text).tree;
    let data = documents[0].get("data").and_then(crate::model::Value::as_map).unwrap();
    let inputs: Vec<Input> = data
        .entries
        .iter()
        .filter_map(|entry| embedded(FileId(0), sources.get(FileId(0)), &entry.key, &entry.value))
        .map(|parsed| parsed.tree)
        .collect();
    let context = Context::new(&sources, &inputs);
    let parts: Vec<Part> = inputs.iter().map(|input| lower(&sources, input, &context)).collect();
    let facts: Vec<&crate::model::Fact> = parts.iter().flat_map(|part| &part.facts).collect();
    let find = |dialect: Dialect, key: &str| {
        let value = facts.iter().filter(|fact| fact.dialect == dialect).find_map(|fact| fact.body.get(key));
        value.map(|value| sources.slice(value.span))
    };
    assert_eq!(find(Dialect::Nginx, "listen"), Some("80"));
    assert_eq!(find(Dialect::Postgresql, "ssl"), Some("off"));
    assert!(facts.iter().any(|fact| fact.dialect == Dialect::Spring));
    assert!(facts.iter().all(|fact| fact.header.start > 0), "no place is the start of the manifest");
    assert_eq!(inputs.len(), 3);
}
