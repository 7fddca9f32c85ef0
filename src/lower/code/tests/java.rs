use super::*;

fn kinds(text: &str, wanted: &[&str]) -> Vec<String> {
    shown(&facts(Language::Java, "src/A.java", text, wanted))
}

#[test]
fn every_way_of_importing_gives_one_name() {
    for text in [
        "import java.security.MessageDigest; class A { void f() { MessageDigest.getInstance(\"MD5\"); } }",
        "import java.security.*; class A { void f() { MessageDigest.getInstance(\"MD5\"); } }",
        "class A { void f() { java.security.MessageDigest.getInstance(\"MD5\"); } }",
        "import static java.security.MessageDigest.getInstance; class A { Object f = getInstance(\"MD5\"); }",
        "import static java.security.MessageDigest.*; class A { { getInstance(\"MD5\"); } }",
        "package java.security; class A extends B { static { MessageDigest.getInstance(\"MD5\"); } }",
        "import java.security.*; class A { Runnable r = () -> { switch (x) { case 1 -> MessageDigest.getInstance(\"MD5\"); } }; }",
        "import java.security.MessageDigest; class A { static final String N = \"MD\" + 5; class B { void f() { MessageDigest.getInstance(N); } } }",
        "import java.security.MessageDigest; enum A { X; void f() { try (var y = z) { g(MessageDigest.getInstance(\"MD5\")); } } }",
    ] {
        assert_eq!(
            kinds(text, &["java.security.MessageDigest.getInstance"]),
            ["java.security.MessageDigest.getInstance ['MD5']"],
            "{text}"
        );
    }
}

#[test]
fn hidden_names_are_not_resolved() {
    for text in [
        "import x.Md5; class A { void f(Other Md5) { Md5.run(); } }",
        "import x.Md5; class A { class Md5 {} void f() { Md5.run(); } }",
        "import static x.Md5.run; class A { void run() {} void f() { run(); } }",
        "import static x.Md5.run; class A { void f() { Runnable run = y; run.run(); } }",
    ] {
        assert_eq!(kinds(text, &["x.Md5.run"]), [""; 0], "{text}");
    }
}

#[test]
fn types_of_variables_fields_and_parameters_tell() {
    let text = r#"
package app;
import org.slf4j.Logger; import org.slf4j.LoggerFactory; import java.util.List; import okhttp3.OkHttpClient;
import org.springframework.web.client.RestTemplate; import javax.crypto.*;
@lombok.extern.slf4j.Slf4j
public class A extends Base {
  private static final Logger LOG = LoggerFactory.getLogger(A.class);
  private RestTemplate rest; private Helper helper;
  A(RestTemplate rest) { super(1); this.rest = rest; }
  Cipher make() { return null; }
  void f(Logger p, List<String> names, Cipher c) {
    LOG.info("a"); this.rest.postForObject("u", 1); rest.delete("u"); p.warn("b"); names.add("c");
    c.init(1); make().doFinal(); ((RestTemplate) x).put("v"); helper.run(2);
    for (Logger l : all) l.error("d"); if (x instanceof Logger q) q.debug("e");
    try { g(); } catch (Exception e) { e.printStackTrace(); log.info("f"); }
    new OkHttpClient.Builder().a(1).b().hostnameVerifier((h, s) -> true).build();
    System.out.println("g"); audit("h"); var y = new RestTemplate(); y.patch("w");
  }
}"#;
    let wanted = [
        "org.slf4j.*",
        "org.springframework*",
        "java.util.List.add",
        "javax.crypto.Cipher.*",
        "okhttp3.OkHttpClient.Builder.hostnameVerifier",
        "java.lang.System.out.println",
        "?log.info",
        "app.Base.audit",
        "app.Helper.run",
        "java.lang.Exception.printStackTrace",
        "@lombok*",
    ];
    assert_eq!(
        kinds(text, &wanted),
        [
            "@lombok.extern.slf4j.Slf4j",
            "org.slf4j.LoggerFactory.getLogger [<'A.class' is not a constant>]",
            "org.slf4j.Logger.info ['a']",
            "org.springframework.web.client.RestTemplate.postForObject ['u', 1]",
            "org.springframework.web.client.RestTemplate.delete ['u']",
            "org.slf4j.Logger.warn ['b']",
            "java.util.List.add ['c']",
            "javax.crypto.Cipher.init [1]",
            "javax.crypto.Cipher.doFinal",
            "org.springframework.web.client.RestTemplate.put ['v']",
            "app.Helper.run [2]",
            "org.slf4j.Logger.error ['d']",
            "org.slf4j.Logger.debug ['e']",
            "java.lang.Exception.printStackTrace",
            "?log.info ['f']",
            "okhttp3.OkHttpClient.Builder.hostnameVerifier [{empty: false, returns: true}]",
            "java.lang.System.out.println ['g']",
            "app.Base.audit ['h']",
            "org.springframework.web.client.RestTemplate",
            "org.springframework.web.client.RestTemplate.patch ['w']",
        ]
    );
}

#[test]
fn what_is_made_of_a_kind_of_the_declared_type_is_of_that_kind() {
    let text = "import java.util.*; import java.security.SecureRandom; class A { private final Random a = new SecureRandom(); Random b = new Random(); List<String> c = new Vector<>(); void f() { a.nextInt(); b.nextInt(); c.add(1); } }";
    let wanted = ["java.security.SecureRandom.nextInt", "java.util.Random.nextInt", "java.util.List.add"];
    assert_eq!(
        kinds(text, &wanted),
        ["java.security.SecureRandom.nextInt", "java.util.Random.nextInt", "java.util.List.add [1]"]
    );
}

#[test]
fn what_a_class_implements_is_a_fact() {
    let text = "import javax.net.ssl.*; class A { Object f() { return new X509TrustManager() { public void checkServerTrusted(X c, String a) {} public X[] getAcceptedIssuers() { return null; } }; } }
        class B implements HostnameVerifier { public boolean verify(String h, SSLSession s) { return true; } }";
    let facts = facts(Language::Java, "A.java", text, &["extends javax.net.ssl.*", "javax.net.ssl.X509TrustManager"]);
    assert_eq!(
        shown(&facts),
        [
            "extends javax.net.ssl.X509TrustManager",
            "javax.net.ssl.X509TrustManager",
            "extends javax.net.ssl.HostnameVerifier"
        ]
    );
    assert_eq!(
        show(facts[0].body.get("methods").unwrap()),
        "{checkServerTrusted: {empty: true}, getAcceptedIssuers: {empty: false, returns: null}}"
    );
    assert_eq!(show(facts[2].body.get("methods").unwrap()), "{verify: {empty: false, returns: true}}");
    assert_eq!(facts[2].body.get("name").unwrap().as_str(), Some("B"));
}

#[test]
fn annotations_have_named_values() {
    let text = "import org.springframework.web.bind.annotation.*; @CrossOrigin(origins = {\"*\"}, maxAge = 5) class A { @GetMapping(\"/x\") void f(@RequestParam String q) {} @Deprecated int g; }";
    assert_eq!(
        kinds(text, &["@org.springframework*", "@java.lang.Deprecated"]),
        [
            "@org.springframework.web.bind.annotation.CrossOrigin {origins: ['*'], maxAge: 5}",
            "@org.springframework.web.bind.annotation.GetMapping ['/x']",
            "@org.springframework.web.bind.annotation.RequestParam",
            "@java.lang.Deprecated",
        ]
    );
}

#[test]
fn values_are_folded_where_they_are_constant() {
    let text = r#"
import x.Call; import y.Mode;
class A {
  static final int DAY = 60 * 60 * 24; private String url = "jdbc:" + "x"; String changed = "a";
  void f(String p) {
    String local = "l"; int n = 1; n++; changed = p;
    Call.it(DAY, url, changed, local, n, p, "k".getBytes(), Mode.ECB, new byte[16], new int[]{1, 2}, -1, 2048L, 'c', null);
    Call.it(System.getenv("A"), String.format("jdbc:%s", p), "x" + p + 1, p == null ? "q" : "q", new String("s"));
    Call.it("""
      block "q" """);
  }
}"#;
    assert_eq!(
        kinds(text, &["x.Call.it"]),
        [
            "x.Call.it [86400, 'jdbc:x', <'changed' is not a constant>, 'l', <'n' is not a constant>, <'p' is not a constant>, 'k', y.Mode.ECB, [], [1, 2], -1, 2048, 'c', null]",
            "x.Call.it [<'A' comes from the environment>, jdbc:_, x_1, 'q', 's']",
            "x.Call.it ['      block \"q\" ']",
        ]
    );
}

#[test]
fn spans_addresses_and_signs_are_exact() {
    let text = "import io.sentry.Sentry; import java.util.*; class É { class B { void ö() { Sentry.captureMessage(\"ü\" ); } } }";
    let part = part(Language::Java, "src/test/java/ATest.java", text, &["io.sentry.*"]);
    assert_eq!(&text[part.facts[0].span.range()], "Sentry.captureMessage(\"ü\" )");
    assert_eq!(&text[part.facts[0].header.range()], "Sentry.captureMessage");
    assert_eq!(&*part.facts[0].address, "É.B.ö");
    let uses: Vec<&str> = part.uses.iter().map(|vendor| &*vendor.name).collect();
    assert_eq!(uses, ["java:io.sentry", "java:java.util"]);
    assert!(part.uses[0].development);
}

#[test]
fn broken_and_hostile_code_is_a_named_failure() {
    let broken =
        part(Language::Java, "A.java", "class A { void f() { x.Y.z(1); int = ; } void g() { x.Y.z(2); } }", &["x.Y.z"]);
    assert_eq!(broken.problems.len(), 1);
    assert_eq!(broken.facts.len(), 2);
    let around = |text: String| format!("class A {{ void f() {{ Object o = {text}; }} void g() {{ x.Y.z(1); }} }}");
    let cases = [
        around(format!("{}1{}", "(".repeat(10_000), ")".repeat(10_000))),
        around(format!("{}1{}", "f(".repeat(3_000), ")".repeat(3_000))),
        around(format!("a{}", ".b()".repeat(3_000))),
        around(format!("{}1", "() -> ".repeat(2_000))),
        around(format!("{}1", "a ? b : ".repeat(2_000))),
        around(format!("{}1", "(T) ".repeat(2_000))),
        around(format!("new A() {{ Object o = {}1{}; }}", "new A() { Object o = ".repeat(500), "; }".repeat(500))),
        format!("{} void g() {{ x.Y.z(1); }} {}", "class A {".repeat(1_000), "}".repeat(1_000)),
    ];
    on_small_stack(move || {
        for (number, text) in cases.iter().enumerate() {
            let part = part(Language::Java, "A.java", text, &["x.Y.z"]);
            assert!(
                part.problems.iter().any(|problem| problem.kind == ProblemKind::Limit),
                "{number}: {:?}",
                part.problems
            );
            assert!(number == 7 || shown(&part.facts) == ["x.Y.z [1]"], "{number}");
        }
    });
}
