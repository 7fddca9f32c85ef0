use super::*;
use crate::model::ScopeId;
use crate::source::{FileId, SourceFile, Sources};

fn told(path: &str, origin: Origin, key: &str, text: &str) -> Vec<(String, String, String)> {
    let source = format!("x = '{text}'");
    let sources = Sources::new(vec![SourceFile::new(path.into(), source.clone())]);
    let place = Place { sources: &sources, scope: ScopeId(0), origin };
    let facts = from_text(&place, key, text, Span::new(FileId(0), 4..source.len()));
    facts
        .iter()
        .map(|fact| {
            assert!(text.len() < 8 || !format!("{:?} {}", fact.body, fact.address).contains(text), "{text}");
            let confidence = fact.body.get("confidence").and_then(Value::as_str).unwrap_or("?");
            (fact.kind.to_string(), sources.slice(fact.span).to_owned(), confidence.to_owned())
        })
        .collect()
}

fn kinds(key: &str, text: &str) -> Vec<String> {
    told("app.yml", Origin::Configuration, key, text).into_iter().map(|(kind, _, _)| kind).collect()
}

/// Put together here, so that no scanner takes this file for a leak.
fn token(start: &str, length: usize) -> String {
    let body: String = "aB3dE5gH7jK9mN2pQ4sT6vW8yZ1cF0xL".chars().cycle().take(length).collect();
    format!("{start}{body}")
}

#[test]
fn formats_of_providers_are_recognised_with_their_span() {
    let expected = [
        (format!("AKIA{}", "QWERTYUIOPASDFGH"), "aws-access-key"),
        (token("ghp_", 36), "github-token"),
        (token("xoxb-", 30), "slack-token"),
        (token("sk_live_", 24), "stripe-key"),
        (token("AIza", 35), "google-api-key"),
        (format!("{}.{}.{}", token("eyJ", 20), token("eyJ", 30), token("", 43)), "jwt"),
        (format!("SK{}", "0123456789abcdef".repeat(2)), "twilio-key"),
        (format!("{}.{}", token("SG.", 22), token("", 43)), "sendgrid-key"),
        (token("npm_", 36), "npm-token"),
    ];
    for (text, kind) in expected {
        let found = told("a.py", Origin::Code, "x", &format!("Bearer {text} "));
        assert_eq!(found.len(), 1, "{kind}");
        assert_eq!((found[0].0.as_str(), found[0].1.as_str()), (kind, text.as_str()));
    }
    assert!(kinds("x", &format!("{}x", token("ghp_", 36))).is_empty());
    let header = format!("-----BEGIN {}PRIVATE KEY-----", "RSA ");
    assert!(kinds("x", &header).is_empty());
    let found = told("a.py", Origin::Code, "x", &format!("{header}\\nMIIEowIBAAKCAQEAq7v5\\n"));
    assert_eq!((found[0].0.as_str(), found[0].1.as_str()), ("private-key", header.as_str()));
    assert!(kinds("x", "TASK0123456789abcdef0123456789abcdef").is_empty());
}

#[test]
fn a_key_that_stands_in_for_the_environment_is_everyones() {
    let kind = |key: &str, source: &str, text: &str| {
        let sources = Sources::new(vec![SourceFile::new("app.yml".into(), source.to_owned())]);
        let place = Place { sources: &sources, scope: ScopeId(0), origin: Origin::Configuration };
        let facts = from_text(&place, key, text, Span::new(FileId(0), 0..source.len()));
        facts.iter().map(|fact| fact.kind.to_string()).collect::<Vec<_>>()
    };
    let text = "acmeSharedSigner";
    for key in ["security.jwt.tokenSigningKey", "JWT_SECRET", "sessionSecret"] {
        assert_eq!(kind(key, "${KEY:acmeSharedSigner}", text), ["default-key"], "{key}");
    }
    assert!(kind("security.jwt.tokenSigningKey", text, text).is_empty());
    assert!(kind("signing.key.name", "${KEY:acmeSharedSigner}", text).is_empty());
    assert!(kind("jwt.secret", "${KEY:your-secret-here}", "your-secret-here").is_empty());
    assert!(kind("jwt.secret", "${KEY:/run/secrets/jwt}", "/run/secrets/jwt").is_empty());
}

#[test]
fn names_say_what_their_values_are() {
    assert_eq!(kinds("db.password", "Summer2024!x"), ["password"]);
    assert_eq!(kinds("DB_PASSWORD", "changeme"), ["default-password"]);
    assert_eq!(kinds("api_key", "9f86d081884c7d659a2feaa0c55ad015"), ["token"]);
    assert_eq!(kinds("password", "123456"), ["default-password"]);
    let quiet = [
        ("password", "${DB_PASSWORD}"),
        ("password", ""),
        ("password", "your-password"),
        ("password", "Enter your password"),
        ("password", "/run/secrets/db"),
        ("password_policy", "strong-Pw-1234"),
        ("token", "Bearer"),
        ("secret", "my-tls-secret"),
        ("token_url", "https://a.org/token"),
        ("clientSecret", "keycloak-client-secret-name"),
        ("tokenKey", "com.acme.security.TokenKey"),
    ];
    for (key, text) in quiet {
        assert_eq!(kinds(key, text), [""; 0], "{key}={text}");
    }
}

#[test]
fn code_gives_names_to_names() {
    let code = |key: &str, text: &str| told("a.py", Origin::Code, key, text).len();
    assert_eq!(code("PASSWORD", "password"), 0);
    assert_eq!(code("password", "newPassword"), 0);
    assert_eq!(code("password", "user_password"), 0);
    assert_eq!(code("db_password", "Tr0ub4dor&3"), 1);
    assert_eq!(code("db_password", "admin"), 1);
    assert_eq!(code("DB_PWD", "password"), 0);
    assert_eq!(code("password", "required|string|min:8"), 0);
    assert_eq!(told("spec/a_spec.rb", Origin::Code, "password", "1234").len(), 0);
}

#[test]
fn passwords_in_connections_have_their_own_span() {
    let found = told("a.yml", Origin::Configuration, "url", "postgres://u:Xk29slq0@h.org/db");
    assert_eq!(found, [("connection-password".into(), "Xk29slq0".into(), "high".into())]);
    let found =
        told("a.yml", Origin::Configuration, "Default", "Server=a.org;User Id=sa;Password=Pass@word1;Encrypt=true");
    assert_eq!(found[0].1, "Pass@word1");
    let found = told("a.yml", Origin::Configuration, "url", "amqp://guest:guest@mq:5672");
    assert_eq!((found[0].0.as_str(), found[0].1.as_str()), ("default-password", "guest"));
    for text in
        ["redis://:${PW}@h.org", "postgres://u:<password>@h.org/db", "postgres://u@h.org/db", "mysql://u:{pw}@h/db"]
    {
        assert_eq!(told("a.yml", Origin::Configuration, "url", text).len(), 0, "{text}");
    }
}

#[test]
fn bodies_say_where_the_text_stands_and_what_host_it_opens() {
    let sources = Sources::new(vec![SourceFile::new("a.yml".into(), "x".into())]);
    let told = |origin, text: &str| {
        let place = Place { sources: &sources, scope: ScopeId(0), origin };
        from_text(&place, "url", text, Span::top(FileId(0))).remove(0).body
    };
    let body = told(Origin::Configuration, "mysql://root:Xk29slq0@db/x");
    assert_eq!(body.get("origin").unwrap().as_str(), Some("configuration"));
    assert_eq!(body.get("internal").unwrap().as_bool(), Some(true));
    assert_eq!(body.get("local").unwrap().as_bool(), Some(false));
    let body = told(Origin::Code, "mysql://root:Xk29slq0@${HOST}/x");
    assert_eq!(body.get("origin").unwrap().as_str(), Some("code"));
    assert!(body.get("local").unwrap().as_unknown().is_some());
}

#[test]
fn what_is_encrypted_or_known_to_all_is_no_secret() {
    let sealed = "ENC[AES256_GCM,data:Xk29slq0zz==,iv:aB3dE5gH7jK9mN2p=,tag:Q4sT6v==,type:str]";
    assert_eq!(kinds("password", sealed), [""; 0]);
    let key = format!("Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1{}/K1SZFPTOtr/KBHBeksoGMGw==", "OUzFT50uSRZ6IFsuFq2UVErCz4I6tq");
    assert_eq!(kinds("accountKey", &key), [""; 0]);
    let sources = Sources::new(vec![SourceFile::new("a.yml".into(), "x".into())]);
    let place = Place { sources: &sources, scope: ScopeId(0), origin: Origin::Configuration };
    let text = format!("DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={key}");
    let facts = from_text(&place, "storage", &text, Span::top(FileId(0)));
    assert_eq!(facts.len(), 1);
    assert_eq!(facts[0].body.get("placeholder").unwrap().as_bool(), Some(true));
    let (connections, _) = connection::from_text(&place, "storage", &text, Span::top(FileId(0)));
    assert_eq!(connections[0].body.get("local").unwrap().as_bool(), Some(true));
}

#[test]
fn tests_and_placeholders_are_marked() {
    let sources = Sources::new(vec![SourceFile::new("src/test/a.yml".into(), "x".into())]);
    let place = Place { sources: &sources, scope: ScopeId(0), origin: Origin::Configuration };
    let facts = from_text(&place, "x", "AKIAIOSFODNN7EXAMPLE", Span::top(FileId(0)));
    assert_eq!(facts[0].body.get("placeholder").unwrap().as_bool(), Some(true));
    assert_eq!(facts[0].body.get("test").unwrap().as_bool(), Some(true));
}

#[test]
fn hostile_texts_end() {
    for text in ["AKIA".repeat(50_000), "eyJ.".repeat(50_000), "-----BEGIN ".repeat(20_000), "é".repeat(100_000)] {
        told("a.yml", Origin::Configuration, "password", &text);
    }
}
