use super::*;

fn kinds(text: &str, wanted: &[&str]) -> Vec<String> {
    shown(&facts(Language::Rust, "src/a.rs", text, wanted))
}

#[test]
fn every_way_of_importing_gives_one_name() {
    for text in [
        "fn f() { md5::compute(x); }",
        "use md5::compute; fn f() { compute(x); }",
        "use md5::{self, compute as c}; fn f() { c(x); }",
        "use md5 as m; fn f() { m::compute(x) }",
        "fn f() { use md5::*; if a { compute(x); } }",
        "use md5::compute; fn f() { let g = |y| match y { Some(z) => compute(x), None => 1 }; }",
        "use md5::compute; impl A { async fn f(&self) -> Result<()> { let y = compute(x)?.await; Ok(()) } }",
        "fn f() { println!(\"{}\", md5::compute(x)); }",
        "mod tests { use super::*; fn f() { let Some(y) = md5::compute(x) else { return; }; } }",
        "static Y: T = md5::compute(x);",
        "use md5::compute; fn f() { let g = compute; for i in 0..9 { g(x); } }",
    ] {
        assert_eq!(kinds(text, &["md5::compute"]), ["md5::compute [<'x' is not a constant>]"], "{text}");
    }
}

#[test]
fn hidden_names_are_not_resolved() {
    for text in [
        "use md5::compute; fn f(compute: F) { compute(x); }",
        "use md5::compute; fn f() { let compute = y; compute(x); }",
        "use md5::compute; fn f() { if let Some(compute) = y { compute(x); } }",
        "use crate::md5; fn f() { md5::compute(x); }",
        "mod md5; use md5::compute; fn f() { compute(x); }",
        "use md5::compute; fn f() { for (a, compute) in y { compute(x); } }",
    ] {
        assert_eq!(kinds(text, &["md5::compute"]), [""; 0], "{text}");
    }
}

#[test]
fn types_tell_what_is_called() {
    let text = r#"
use reqwest::{Client, ClientBuilder}; use std::sync::Arc; use axum::extract::State; use aws_sdk_s3 as s3;
struct App { http: Arc<Client>, s3: s3::Client, name: String }
impl App {
    fn new() -> Self { Self { http: Arc::new(Client::new()), s3: todo!(), name: String::new() } }
    async fn run(&self, c: &Client, mailer: &dyn lettre::Transport, State(app): State<App>, o: Option<Client>, u: Unknown) {
        self.http.get("a").send().await?; self.s3.put_object().bucket("b").send(); c.post("c");
        mailer.send(m); app.http.put("d"); let k = Client::builder().danger_accept_invalid_certs(true).build().unwrap();
        k.patch("e"); if let Some(p) = o { p.delete("f"); } u.work(1); App::new().http.head("g");
        let cfg = rustls::ClientConfig { enable_sni: false, ..Default::default() };
    }
}
"#;
    assert_eq!(
        kinds(
            text,
            &[
                "reqwest::Client::new",
                "reqwest::Client::get",
                "reqwest::Client::post",
                "reqwest::Client::put",
                "reqwest::Client::danger_accept_invalid_certs",
                "reqwest::Client::patch",
                "reqwest::Client::delete",
                "reqwest::Client::head",
                "aws_sdk_s3::Client::put_object",
                "lettre::Transport::send",
                "?u::work",
                "rustls::ClientConfig"
            ]
        ),
        [
            "reqwest::Client::new",
            "reqwest::Client::get ['a']",
            "aws_sdk_s3::Client::put_object",
            "reqwest::Client::post ['c']",
            "lettre::Transport::send [<'m' is not a constant>]",
            "reqwest::Client::put ['d']",
            "reqwest::Client::danger_accept_invalid_certs [true]",
            "reqwest::Client::patch ['e']",
            "reqwest::Client::delete ['f']",
            "?u::work [1]",
            "reqwest::Client::head ['g']",
            "rustls::ClientConfig {enable_sni: false, …}",
        ]
    );
}

#[test]
fn macros_are_called_with_a_mark() {
    let text = r#"
use tracing::info; use log as l;
#[tracing::instrument(skip_all, fields(id = 1))]
#[derive(Debug, Clone)]
struct A { #[serde(skip)] b: u8 }
fn f() {
    info!(user = %patient.name, ?mrn, "seen {} {ssn:?} {{x}}", patient.dob);
    l::warn!("w"); tracing::error!(target: "t", "e"); println!("{name}");
    let v = vec![1, 2]; let w = vec![0u8; 16]; call(v, w, [0u8; 12], format!("postgres://{}", p), json!({"a": 1, "b": {"c": x}}));
    assert!(a == b); matches!(x, Some(_) if y);
}"#;
    let wanted = ["tracing::*", "log::warn!", "println!", "call", "@tracing::instrument", "@derive", "@serde"];
    assert_eq!(
        kinds(text, &wanted),
        [
            "@tracing::instrument [<'skip_all' is not a constant>, <'fields()' is not a constant>]",
            "@derive [<'Debug' is not a constant>, <'Clone' is not a constant>]",
            "@serde [<'skip' is not a constant>]",
            "tracing::info! [<'mrn' is not a constant>, seen {} _ {{x}}, <'patient.dob' is not a constant>] {user: <'patient.name' is not a constant>}",
            "log::warn! ['w']",
            "tracing::error! [<'expression' is not a constant>, 'e']",
            "println! [_]",
            "call [[1, 2], [], [], postgres://_, <'json!()' is not a constant>]",
        ]
    );
    let facts = facts(Language::Rust, "a.rs", text, &["tracing::info!"]);
    assert_eq!(names(&facts[0]), ["user", "patient.name", "mrn", "ssn", "patient.dob"]);
}

#[test]
fn what_a_type_implements_is_a_fact() {
    let text = "use rustls::client::danger::ServerCertVerifier; struct No; impl ServerCertVerifier for No { fn verify_server_cert(&self) -> R { Ok(1) } fn x(&self) {} }";
    let facts = facts(Language::Rust, "a.rs", text, &["extends *"]);
    assert_eq!(shown(&facts), ["extends rustls::client::danger::ServerCertVerifier"]);
    assert_eq!(
        show(facts[0].body.get("methods").unwrap()),
        "{verify_server_cert: {empty: false, returns: 1}, x: {empty: true}}"
    );
}

#[test]
fn values_are_folded_where_they_are_constant() {
    let text = r##"
const DAY: u64 = 60 * 60 * 24; static HOST: &str = "db.x";
fn f(p: &str) {
    let n = 1; let mut m = 2; m += 1; let k = if p.is_empty() { "a" } else { "a" };
    x::call(DAY, HOST, n, m, p, k, -1, !true, b"key", r#"raw "q""#, "s".to_string(), None, std::env::var("A"), Mode::Ecb, y::Mode::Ecb, |_| true, 1_000u32, &[1, 2], cfg.z = 3);
}"##;
    assert_eq!(
        kinds(text, &["x::call"]),
        [
            "x::call [86400, 'db.x', 1, <'m' is not a constant>, <'p' is not a constant>, 'a', -1, false, 'key', 'raw \"q\"', 's', <'None' is not a constant>, <'A' comes from the environment>, <'Mode.Ecb' is not a constant>, <'y.Mode.Ecb' is not a constant>, {empty: false, returns: true}, 1000, [1, 2], <'expression' is not a constant>]",
        ]
    );
}

#[test]
fn names_spans_addresses_and_signs_are_exact() {
    let text = "#!/usr/bin/env x\nuse sentry::capture_message; use crate::y; use {std::fs, serde};\nimpl Ä { fn ö(&self) { let _ = \"日本\"; capture_message(\"ü\", p.ssn ).await; } }\nfn g() { capture_message(1); }";
    let part = part(Language::Rust, "tests/a.rs", text, &["sentry::*"]);
    assert_eq!(&text[part.facts[0].span.range()], "capture_message(\"ü\", p.ssn )");
    assert_eq!(&text[part.facts[0].header.range()], "capture_message");
    let argument = &part.facts[0].body.get("args").unwrap().as_list().unwrap().items[0];
    assert_eq!(&text[argument.span.range()], "\"ü\"");
    assert_eq!(&*part.facts[0].address, "Ä.ö");
    assert_eq!(&*part.facts[1].address, "g");
    assert_eq!(names(&part.facts[0]), ["p.ssn"]);
    let uses: Vec<&str> = part.uses.iter().map(|vendor| &*vendor.name).collect();
    assert_eq!(uses, ["rust:sentry", "rust:std", "rust:serde"]);
    assert!(part.uses[0].development);
}

#[test]
fn broken_and_hostile_code_is_a_named_failure() {
    let broken = part(Language::Rust, "a.rs", "fn f( { }", &["x"]);
    assert_eq!(broken.problems.len(), 1);
    assert_eq!(broken.problems[0].kind, ProblemKind::Syntax);
    let deep = format!("fn f() {{ {}1{} }}", "(".repeat(10_000), ")".repeat(10_000));
    let limits = [
        format!("fn f() {{ {}x::y(1){} }}", "f(!!".repeat(60), ")".repeat(60)),
        format!("fn f() {{ a{}; x::y(1) }}", ".b()".repeat(95)),
        format!("fn f() {{ a{}; }} fn g() {{ x::y(1) }}", ".b".repeat(380)),
        format!("fn f() {{ {} {{}} x::y(1) }}", "if a {} else ".repeat(380)),
        format!("fn f() {{ println!({}1{}); x::y(1) }}", "[".repeat(90), "]".repeat(90)),
        format!("fn f() {{ json!({}1{}); x::y(1) }}", "{\"a\": ".repeat(90), "}".repeat(90)),
        format!("fn f() {{ let a: {}u8{} = 1; x::y(1) }}", "Vec<".repeat(95), ">".repeat(95)),
    ];
    on_small_stack(move || {
        let part_of = part(Language::Rust, "a.rs", &deep, &["x::y"]);
        assert_eq!(part_of.problems[0].kind, ProblemKind::Limit);
        for (number, text) in limits.iter().enumerate() {
            let part = part(Language::Rust, "a.rs", text, &["x::y"]);
            assert_eq!(shown(&part.facts).len(), 1, "{number}: {:?}", part.problems);
        }
    });
}
