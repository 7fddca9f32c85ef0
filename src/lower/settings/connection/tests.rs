use super::*;
use crate::lower::settings::place::Origin;
use crate::model::{ScopeId, Unknown};
use crate::source::{FileId, SourceFile, Sources};

fn told(key: &str, text: &str) -> Vec<Fact> {
    let source = format!("key: \"{text}\"\n");
    let sources = Sources::new(vec![SourceFile::new("config/app.yml".into(), source.clone())]);
    let place = Place { sources: &sources, scope: ScopeId(0), origin: Origin::Configuration };
    from_text(&place, key, text, Span::new(FileId(0), 5..source.len() - 1)).0
}

fn one(text: &str) -> Fact {
    let mut facts = told("url", text);
    assert_eq!(facts.len(), 1, "{text}: {:?}", facts.iter().map(|fact| &fact.address).collect::<Vec<_>>());
    facts.remove(0)
}

fn text(fact: &Fact, key: &str) -> String {
    match fact.body.get(key).map(|value| &value.kind) {
        Some(Kind::String(text)) => text.to_string(),
        Some(Kind::Number(number)) => number.to_string(),
        Some(Kind::Bool(truth)) => truth.to_string(),
        Some(Kind::Unknown(_)) => "?".to_owned(),
        _ => "-".to_owned(),
    }
}

fn parameter(fact: &Fact, name: &str) -> String {
    fact.body.get("parameters").unwrap().get(name).and_then(Value::as_str).unwrap_or("-").to_owned()
}

#[test]
fn urls_are_taken_apart() {
    let fact = one("postgres://app:s3cr3t@db.hospital.org:5432/ehr?sslmode=disable");
    assert_eq!(&*fact.kind, "postgresql");
    for (key, wanted) in [
        ("host", "db.hospital.org"),
        ("port", "5432"),
        ("path", "/ehr"),
        ("user", "app"),
        ("has_password", "true"),
        ("local", "false"),
        ("encrypted", "-"),
    ] {
        assert_eq!(text(&fact, key), wanted, "{key}");
    }
    assert_eq!(parameter(&fact, "sslmode"), "disable");
    assert!(!format!("{:?}", fact.body).contains("s3cr3t"));
    assert_eq!(fact.span, Span::new(FileId(0), 6..6 + 63 - 1));
}

#[test]
fn schemes_say_whether_they_encrypt() {
    let expected = [
        ("http://api.lab.org/x", "http", "false"),
        ("https://api.lab.org", "https", "true"),
        ("rediss://cache.lab.org:6380", "rediss", "true"),
        ("redis://:pw@cache.lab.org", "redis", "false"),
        ("amqp://mq.lab.org", "amqp", "false"),
        ("mongodb+srv://u:p@c.mongodb.net/db", "mongodb+srv", "true"),
        ("mongodb://a.org:1,b.org:2/db?tls=false", "mongodb", "-"),
        ("mysql+pymysql://u@h.org/db", "mysql", "-"),
        ("ldap://dir.lab.org", "ldap", "false"),
        ("ftp://files.lab.org/in", "ftp", "false"),
        ("jdbc:mysql://h.org:3306/db?useSSL=false", "mysql", "-"),
        ("jdbc:mysql:replication://h.org,i.org/db", "mysql", "-"),
        ("jdbc:log4jdbc:postgresql://h.org/db", "postgresql", "-"),
        ("r2dbc:postgresql://h.org/db", "postgresql", "-"),
    ];
    for (url, kind, encrypted) in expected {
        let fact = one(url);
        assert_eq!((&*fact.kind, text(&fact, "encrypted").as_str()), (kind, encrypted), "{url}");
    }
}

#[test]
fn connection_strings_without_urls() {
    let fact = one("jdbc:sqlserver://sql.lab.org:1433;databaseName=ehr;encrypt=false;password=pw");
    assert_eq!((&*fact.kind, parameter(&fact, "encrypt").as_str()), ("sqlserver", "false"));
    assert_eq!((text(&fact, "port").as_str(), text(&fact, "has_password").as_str()), ("1433", "true"));
    let fact = one(
        "Server=tcp:sql.lab.org,1433;Initial Catalog=x;User ID=sa;Password=pw;Encrypt=False;TrustServerCertificate=True",
    );
    assert_eq!(
        (&*fact.kind, text(&fact, "host").as_str(), text(&fact, "port").as_str()),
        ("sqlserver", "sql.lab.org", "1433")
    );
    assert_eq!((parameter(&fact, "trustservercertificate").as_str(), text(&fact, "user").as_str()), ("True", "sa"));
    let fact = one("Host=pg.lab.org;Username=u;Password=p;SSL Mode=Disable");
    assert_eq!((&*fact.kind, parameter(&fact, "sslmode").as_str()), ("postgresql", "Disable"));
    let fact = one("host=pg.lab.org port=5432 user=u dbname=d sslmode=disable");
    assert_eq!((&*fact.kind, parameter(&fact, "sslmode").as_str()), ("postgresql", "disable"));
    let fact = one("root:pw@tcp(my.lab.org:3306)/ehr?tls=false");
    assert_eq!(
        (&*fact.kind, parameter(&fact, "tls").as_str(), text(&fact, "user").as_str()),
        ("mysql", "false", "root")
    );
    let fact = one("cache.lab.org:6380,password=abc,ssl=True,abortConnect=False");
    assert_eq!((&*fact.kind, text(&fact, "encrypted").as_str()), ("redis", "true"));
    let fact = one("DefaultEndpointsProtocol=http;AccountName=acc;AccountKey=abc==;EndpointSuffix=core.windows.net");
    assert_eq!(
        (text(&fact, "host").as_str(), text(&fact, "encrypted").as_str()),
        ("acc.blob.core.windows.net", "false")
    );
}

#[test]
fn oracle_has_forms_of_its_own() {
    let fact = one("jdbc:oracle:thin:@//ora.lab.org:1521/ehr");
    assert_eq!(
        (&*fact.kind, text(&fact, "host").as_str(), text(&fact, "port").as_str()),
        ("oracle", "ora.lab.org", "1521")
    );
    assert_eq!(text(&one("jdbc:oracle:thin:@tcps://ora.lab.org:2484/ehr"), "encrypted"), "true");
    let fact = one("jdbc:oracle:thin:scott/tiger@ora.lab.org:1521:SID");
    assert_eq!((text(&fact, "user").as_str(), text(&fact, "has_password").as_str()), ("scott", "true"));
    let fact = one("jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=TCPS)(HOST=ora.lab.org)(PORT=2484)))");
    assert_eq!((text(&fact, "host").as_str(), text(&fact, "encrypted").as_str()), ("ora.lab.org", "true"));
}

#[test]
fn hosts_that_are_filled_in_are_unknown() {
    for url in
        ["http://${HOST}:8080/x", "https://{{ host }}/a", "redis://%s:6379", "http://{host}/x", "postgres://$(HOST)/db"]
    {
        let fact = one(url);
        assert_eq!((text(&fact, "host").as_str(), text(&fact, "local").as_str()), ("?", "?"), "{url}");
    }
    assert_eq!(text(&one("https://<your-host>/x"), "documentation"), "true");
    let sources = Sources::new(vec![SourceFile::new("main.tf".into(), "x = \"http://${var.h}.internal/\"".into())]);
    let place = Place { sources: &sources, scope: ScopeId(0), origin: Origin::Configuration };
    let span = Span::new(FileId(0), 4..30);
    let pieces = vec![Piece::Text("http://".into()), Piece::Hole(Vec::new()), Piece::Text(".internal/".into())];
    let value = Value::partial(Reason::Input("h".into()), pieces, span);
    let (facts, uses) = from_value(&place, "url", &value);
    let host: &Unknown = facts[0].body.get("host").unwrap().as_unknown().unwrap();
    assert_eq!((host.suffix(), &host.reason), (".internal", &Reason::Input("h".into())));
    assert!(uses.is_empty());
}

#[test]
fn names_of_schemas_and_documents_are_no_connections() {
    assert!(told("$schema", "http://example.org/x.json").is_empty());
    assert!(told("homepage", "http://project.org").is_empty());
    assert!(told("@schemaLocation", "http://a.org http://b.org").is_empty());
    let texts = [
        "http://www.w3.org/2000/svg",
        "http://hl7.org/fhir/Patient",
        "urn://x",
        "file:///etc/x",
        "s3://bucket/key",
        "a = b; c = d",
        "width=device-width, initial-scale=1",
        "name=value",
        "http://",
        "://",
        "user@host.org",
        "Data Source=app.db;Version=3",
        "max-age=3600; includeSubDomains",
        "default-src 'self'; script-src a.org; host=b",
    ];
    for text in texts {
        assert!(told("value", text).is_empty(), "{text}");
    }
}

#[test]
fn several_urls_and_sentences() {
    let facts = told("hosts", "see (http://a.org/x), http://b.org:9200,http://c.org; ws://d.org.");
    let addresses: Vec<&str> = facts.iter().map(|fact| &*fact.address).collect();
    assert_eq!(addresses, ["http://a.org", "http://b.org", "http://c.org", "ws://d.org"]);
}

#[test]
fn hosts_are_signs_of_vendors() {
    let sources = Sources::new(vec![SourceFile::new("a.yml".into(), "x".into())]);
    let place = Place { sources: &sources, scope: ScopeId(0), origin: Origin::Configuration };
    let names = |key: &str, text: &str| -> Vec<String> {
        let (_, uses) = from_text(&place, key, text, Span::top(FileId(0)));
        uses.iter().map(|found| found.name.to_string()).collect()
    };
    assert_eq!(names("url", "https://API.Stripe.com/v1/charges/x/y"), ["api.stripe.com/v1/charges/x"]);
    assert_eq!(names("smtp_host", "smtp.sendgrid.net:587"), ["smtp.sendgrid.net"]);
    assert_eq!(
        names("url", "https://hooks.slack.com/services/T0/B0/abcdefghijklmnopqrstuvwx"),
        ["hooks.slack.com/services/T0/B0"]
    );
    for (key, text) in [
        ("url", "http://localhost:1"),
        ("url", "http://db/x"),
        ("url", "http://10.0.0.1"),
        ("class", "com.acme.Foo"),
        ("host", "example.com"),
    ] {
        assert!(names(key, text).is_empty(), "{text}");
    }
}

#[test]
fn addresses_that_show_how_one_looks_are_no_signs() {
    let signs = |key: &str, source: &str, text: &str| {
        let sources = Sources::new(vec![SourceFile::new("config/mail.php".into(), source.to_owned())]);
        let place = Place { sources: &sources, scope: ScopeId(0), origin: Origin::Configuration };
        from_text(&place, key, text, Span::new(FileId(0), 0..source.len())).1.len()
    };
    let plain = |key: &str, text: &str| signs(key, text, text);
    assert_eq!(plain("prefix", "https://sqs.us-east-1.amazonaws.com/your-account-id"), 0);
    assert_eq!(plain("hook", "https://chat.googleapis.com/v1/spaces/xxxxxxxx/messages"), 0);
    assert_eq!(plain("placeholder", "https://chat.googleapis.com/v1/spaces/a/messages"), 0);
    assert_eq!(plain("hook", "https://chat.googleapis.com/v1/spaces/yours/messages"), 1);
    assert_eq!(plain("host", "smtp.mailgun.org"), 1);
    assert_eq!(signs("host", "env('MAIL_HOST', 'smtp.mailgun.org')", "smtp.mailgun.org"), 0);
}

#[test]
fn hostile_texts_end() {
    for text in [
        "http://".repeat(20_000),
        format!("http://{}", "a)".repeat(100_000)),
        format!("http://{}", "${".repeat(100_000)),
        format!("http://{}", "<a>".repeat(100_000)),
        "a://".repeat(50_000),
        "http://a,".repeat(20_000),
        format!("{}://x", "jdbc:".repeat(50_000)),
        "jdbc:oracle:thin:@(HOST=é".to_owned(),
        "jdbc:oracle:thin:@".to_owned(),
        "é=ü;server=ñ;uid=ö".to_owned(),
        "@tcp(@tcp(".to_owned(),
    ] {
        told("url", &text);
    }
}

#[test]
fn a_link_to_documents_in_code_is_no_connection() {
    let sources = Sources::new(vec![SourceFile::new("src/a.py".into(), "x".into())]);
    let count = |origin, key: &str, text: &str| {
        let place = Place { sources: &sources, scope: ScopeId(0), origin };
        from_text(&place, key, text, Span::top(FileId(0))).0.len()
    };
    let text = "See https://github.com/acme/x and https://developer.acme.com/y.";
    assert_eq!(count(Origin::Code, "", text), 0);
    assert_eq!(count(Origin::Code, "url", text), 2);
    assert_eq!(count(Origin::Configuration, "", text), 2);
    assert_eq!(count(Origin::Code, "", "http://api.github.com/x ssh://github.com/y"), 2);
}

#[test]
fn what_others_wrote_is_not_searched() {
    for (path, wanted) in [("web/app.min.js", 0), (".yarn/releases/yarn.cjs", 0), ("web/app.js", 1)] {
        let sources = Sources::new(vec![SourceFile::new(path.into(), "x".into())]);
        let place = Place { sources: &sources, scope: ScopeId(0), origin: Origin::Code };
        let facts = from_text(&place, "url", "http://lab.org/x", Span::top(FileId(0))).0;
        assert_eq!(facts.len(), wanted, "{path}");
        assert_eq!(facts.iter().filter(|fact| text(fact, "origin") == "code").count(), wanted);
    }
}

#[test]
fn what_is_written_beside_a_placeholder_is_known() {
    let path = |url: &str| one(url).body.get("path").unwrap().as_unknown().unwrap().pieces.clone();
    let written = |text: &str| Piece::Text(text.into());
    assert_eq!(path("http://lab.org/api/${ID}/x"), [written("/api/"), Piece::Hole(Vec::new()), written("/x")]);
    assert_eq!(path("http://lab.org/{{ a }}{b}"), [written("/"), Piece::Hole(Vec::new()), Piece::Hole(Vec::new())]);
    assert_eq!(path("http://lab.org/api/$ID/x"), [Piece::Hole(Vec::new())]);
}
