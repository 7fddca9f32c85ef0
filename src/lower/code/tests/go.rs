use super::*;

fn kinds(text: &str, wanted: &[&str]) -> Vec<String> {
    shown(&facts(Language::Go, "a.go", text, wanted))
}

#[test]
fn every_way_of_importing_gives_one_name() {
    for text in [
        "package a\nimport \"crypto/md5\"\nfunc f() { md5.Sum(x) }",
        "package a\nimport (\n\t\"fmt\"\n\tm \"crypto/md5\"\n)\nfunc f() { m.Sum(x) }",
        "package a\nimport . \"crypto/md5\"\nvar y = Sum(x)",
        "package a\nimport \"crypto/md5\"\nfunc f() { g := md5.Sum; g(x) }",
        "package a\nimport \"crypto/md5\"\nfunc (s *S) f() { defer func() { go md5.Sum(x) }() }",
        "package a\nimport \"crypto/md5\"\nfunc f() { for i := 0; i < 1; i++ { switch y { case 1: if z := 1; z > 0 { md5.Sum(x) } } } }",
        "package a\nimport \"crypto/md5\"\nfunc f() { select { case c <- 1: md5.Sum(x) } }",
    ] {
        assert_eq!(kinds(text, &["crypto/md5.Sum"]), ["crypto/md5.Sum [<'x' is not a constant>]"], "{text}");
    }
}

#[test]
fn hidden_names_are_not_resolved() {
    for text in [
        "package a\nimport \"crypto/md5\"\nfunc f(md5 T) { md5.Sum(x) }",
        "package a\nimport \"crypto/md5\"\nfunc f() { md5 := y; md5.Sum(x) }",
        "package a\nimport \"crypto/md5\"\nfunc f() { for _, md5 := range y { md5.Sum(x) } }",
        "package a\nimport \"crypto/md5\"\nfunc (md5 *T) f() { md5.Sum(x) }",
        "package a\nimport \"crypto/md5\"\nfunc f() { var md5, b = g(); md5.Sum(x) }",
        "package a\nimport _ \"crypto/md5\"\nfunc f() { md5.Sum(x) }",
    ] {
        assert_eq!(kinds(text, &["crypto/md5.Sum"]), [""; 0], "{text}");
    }
}

#[test]
fn types_tell_what_is_called() {
    let text = r#"package a
import (
	"net/http"
	"go.uber.org/zap"
	"github.com/redis/go-redis/v9"
	"database/sql"
)
type Base struct{ *sql.DB }
type Server struct {
	http.Client
	log *zap.Logger
	cache, other *redis.Client `json:"cache"`
	Base
	helper Helper
}
type Alias = zap.SugaredLogger
func New() (*Server, error) { return &Server{}, nil }
func (s *Server) Run(w http.ResponseWriter, r *http.Request, l Logger, a *Alias, names ...string) {
	s.log.Info("a")
	s.cache.Set("b")
	s.Do(r)
	s.Client.Get("c")
	s.Exec("d")
	s.helper.Work()
	w.Write(x)
	r.Context().Value(1)
	l.Info("e")
	a.Infof("f")
	t, err := New()
	t.log.Warn("g")
	err.Error()
	c := &http.Client{Timeout: 5}
	c.Do(r)
	z, _ := zap.NewProduction()
	z.Error("h")
	v := x.(*zap.Logger)
	v.Debug("i")
	switch q := x.(type) {
	case *redis.Client:
		q.Del("j")
	}
	n := new(http.Client)
	n.Head("k")
}
"#;
    let wanted = [
        "go.uber.org/zap.*",
        "github.com/redis/*",
        "net/http.Client",
        "net/http.Client.Do",
        "net/http.Client.Get",
        "net/http.Client.Head",
        "net/http.ResponseWriter.*",
        "net/http.Request.Context().*",
        "?l.Info",
        "database/sql.*",
        "?helper.*",
    ];
    assert_eq!(
        kinds(text, &wanted),
        [
            "go.uber.org/zap.Logger.Info ['a']",
            "github.com/redis/go-redis/v9.Client.Set ['b']",
            "net/http.Client.Do [<'r' is not a constant>]",
            "net/http.Client.Get ['c']",
            "database/sql.DB.Exec ['d']",
            "?helper.Work",
            "net/http.ResponseWriter.Write [<'x' is not a constant>]",
            "net/http.Request.Context().Value [1]",
            "?l.Info ['e']",
            "go.uber.org/zap.SugaredLogger.Infof ['f']",
            "go.uber.org/zap.Logger.Warn ['g']",
            "net/http.Client {Timeout: 5}",
            "net/http.Client.Do [<'r' is not a constant>]",
            "go.uber.org/zap.NewProduction",
            "go.uber.org/zap.NewProduction().Error ['h']",
            "go.uber.org/zap.Logger.Debug ['i']",
            "github.com/redis/go-redis/v9.Client.Del ['j']",
            "net/http.Client",
            "net/http.Client.Head ['k']",
        ]
    );
}

#[test]
fn literals_assignments_and_references_are_facts() {
    let text = r#"package a
import ("crypto/tls"; "net/http"; "crypto/md5"; "crypto/hmac")
const min = tls.VersionTLS10
func f() {
	tr := &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true, MinVersion: min, CipherSuites: []uint16{tls.A, 2}}}
	tr.TLSClientConfig.InsecureSkipVerify = false
	cfg := tls.Config{}
	cfg.InsecureSkipVerify = true
	hmac.New(md5.New, []byte("key"))
	m := map[string]tls.Config{"a": {MinVersion: 1}}
	l := []*tls.Config{{MinVersion: 2}}
}
"#;
    let wanted = [
        "crypto/tls.Config",
        "crypto/tls.Config.* =",
        "net/http.Transport*",
        "crypto/tls.Config.InsecureSkipVerify =",
        "&crypto/md5.New",
        "crypto/hmac.New",
    ];
    assert_eq!(
        kinds(text, &wanted),
        [
            "net/http.Transport {TLSClientConfig: {InsecureSkipVerify: true, MinVersion: crypto/tls.VersionTLS10, CipherSuites: [crypto/tls.A, 2]}}",
            "crypto/tls.Config {InsecureSkipVerify: true, MinVersion: crypto/tls.VersionTLS10, CipherSuites: [crypto/tls.A, 2]}",
            "net/http.Transport.TLSClientConfig.InsecureSkipVerify = [false]",
            "crypto/tls.Config",
            "crypto/tls.Config.InsecureSkipVerify = [true]",
            "crypto/hmac.New [crypto/md5.New, 'key']",
            "&crypto/md5.New",
            "crypto/tls.Config {MinVersion: 1}",
            "crypto/tls.Config {MinVersion: 2}",
        ]
    );
}

#[test]
fn values_are_folded_where_they_are_constant() {
    let text = "package a\nimport (\"fmt\"; \"os\"; \"x/y\")\nconst day = 60 * 60\nvar host = \"db\" + \".x\"\nfunc f(p string) {\n\tn := 1\n\tn++\n\ty.Call(day, host, n, p, `raw\\n`, \"a\\tb\", fmt.Sprintf(\"postgres://%s\", p), os.Getenv(\"A\"), -1, !true, nil, func() bool { return true }, \"x\"+p, []string{\"a\"}, string(\"s\"), args...)\n}";
    assert_eq!(
        kinds(text, &["x/y.Call"]),
        [
            "x/y.Call [3600, 'db.x', <'n' is not a constant>, <'p' is not a constant>, 'raw\\n', 'a\tb', postgres://_, <'A' comes from the environment>, -1, false, null, {empty: false, returns: true}, x_, ['a'], 's', …]"
        ]
    );
}

#[test]
fn names_spans_addresses_and_signs_are_exact() {
    let text = "package a\nimport (\n\t\"log\"\n\t_ \"github.com/getsentry/sentry-go\"\n)\nfunc (s *Sé) ö() { log.Printf(\"ü %s\", p.SSN, m[\"dob\"]) }\n";
    let part = part(Language::Go, "pkg/a_test.go", text, &["log.Printf"]);
    assert_eq!(&text[part.facts[0].span.range()], "log.Printf(\"ü %s\", p.SSN, m[\"dob\"])");
    assert_eq!(&*part.facts[0].address, "Sé.ö");
    assert_eq!(names(&part.facts[0]), ["p.SSN", "m.dob"]);
    let uses: Vec<&str> = part.uses.iter().map(|vendor| &*vendor.name).collect();
    assert_eq!(uses, ["go:log", "go:github.com/getsentry/sentry-go"]);
    assert!(part.uses[0].development);
}

#[test]
fn broken_and_hostile_code_is_a_named_failure() {
    let broken = part(Language::Go, "a.go", "package a\nfunc f() { x := = 1 }\nfunc g() { panic(1) }", &["panic"]);
    assert_eq!(broken.problems.len(), 1);
    assert_eq!(broken.facts.len(), 1);
    let around = |text: String| format!("package a\nfunc f() {{ x = {text} }}\nfunc g() {{ panic(1) }}");
    let cases = [
        around(format!("{}1{}", "(".repeat(10_000), ")".repeat(10_000))),
        around(format!("{}1{}", "f(".repeat(3_000), ")".repeat(3_000))),
        around(format!("a{}", ".b()".repeat(3_000))),
        around(format!("{}1{}", "func() { x = ".repeat(1_000), "}".repeat(1_000))),
        around(format!("[]T{}1{}", "{".repeat(3_000), "}".repeat(3_000))),
        around(format!("{}1", "!".repeat(3_000))),
        format!("package a\nfunc f() {{ {} {} }}\nfunc g() {{ panic(1) }}", "if a {".repeat(2_000), "}".repeat(2_000)),
    ];
    on_small_stack(move || {
        for (number, text) in cases.iter().enumerate() {
            let part = part(Language::Go, "a.go", text, &["panic"]);
            assert!(
                part.problems.iter().any(|problem| problem.kind == ProblemKind::Limit),
                "{number}: {:?}",
                part.problems
            );
            assert_eq!(shown(&part.facts), ["panic [1]"], "{number}");
        }
    });
}
