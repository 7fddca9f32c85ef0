use super::*;

fn kinds(text: &str, wanted: &[&str]) -> Vec<String> {
    shown(&facts(Language::Python, "app/a.py", text, wanted))
}

#[test]
fn every_way_of_importing_gives_one_name() {
    for text in [
        "import hashlib\nhashlib.md5(x)",
        "import hashlib as H\nH.md5(x)",
        "from hashlib import md5\nmd5(x)",
        "from hashlib import md5 as h\nh(x)",
        "from hashlib import (sha1, md5 as h)\nh(x)",
        "def f():\n    from hashlib import md5\n    return md5(x)",
        "try:\n    from hashlib import md5\nexcept ImportError:\n    from md5 import new as md5\nmd5(x)",
        "try:\n    import hashlib\nexcept ImportError:\n    hashlib = None\nhashlib.md5(x)",
        "import hashlib\nf = hashlib.md5\nf(x)",
        "import hashlib\ng = lambda x: hashlib.md5(x)",
        "import hashlib\nclass A:\n    def f(self):\n        def g():\n            return [hashlib.md5(x) for x in y]",
    ] {
        assert_eq!(kinds(text, &["hashlib.md5"]), ["hashlib.md5 [<'x' is not a constant>]"], "{text}");
    }
}

#[test]
fn dotted_modules_are_reached_through_their_top() {
    let text =
        "import google.cloud.storage\nimport os.path as p\ngoogle.cloud.storage.Client().bucket('b')\np.join('a')";
    assert_eq!(
        kinds(text, &["google*", "os*"]),
        ["google.cloud.storage.Client", "google.cloud.storage.Client.bucket ['b']", "os.path.join ['a']"]
    );
}

#[test]
fn hidden_names_are_not_resolved() {
    for text in [
        "import hashlib\ndef f(hashlib):\n    hashlib.md5(x)",
        "from hashlib import md5\ndef f():\n    md5 = other\n    md5(x)",
        "from hashlib import md5\ndef md5(x): pass\nmd5(x)",
        "from hashlib import md5\nfor md5 in all: md5(x)",
        "from hashlib import md5\ndef f():\n    with a as md5:\n        md5(x)",
        "from hashlib import md5\ndef f():\n    g(md5(x))\n    md5 = 1",
        "from hashlib import md5\nmatch y:\n    case md5: md5(x)",
    ] {
        assert_eq!(kinds(text, &["hashlib.md5"]), [""; 0], "{text}");
    }
    let inner = "import hashlib\ndef f(hashlib): pass\nhashlib.md5(x)\nclass A:\n    hashlib = 1\n    def g(self): hashlib.md5(y)";
    assert_eq!(kinds(inner, &["hashlib.md5"]).len(), 2);
}

#[test]
fn objects_carry_their_class_and_results_their_function() {
    let text = r"
import boto3, smtplib, openai
from twilio.rest import Client
s3 = boto3.client('s3')
s3.put_object(Bucket='b')
boto3.client(service).put_object()
boto3.Session(profile_name='x').client('sns').publish()
with smtplib.SMTP('host') as mail:
    mail.sendmail(a)
openai.OpenAI().chat.completions.create(model='m')
def f(twilio: Client, other: 'Client', third: Client | None, many: list[Client]):
    twilio.messages.create()
    other.messages.create()
    third.messages.create()
    many.append(1)
";
    assert_eq!(
        kinds(
            text,
            &[
                "boto3.client('s3').*",
                "boto3.client().*",
                "boto3.Session.*",
                "smtplib.SMTP.*",
                "openai.OpenAI.*",
                "twilio.*"
            ]
        ),
        [
            "boto3.client('s3').put_object {Bucket: 'b'}",
            "boto3.client().put_object",
            "boto3.Session.client ['sns']",
            "boto3.Session.client('sns').publish",
            "smtplib.SMTP.sendmail [<'a' is not a constant>]",
            "openai.OpenAI.chat.completions.create {model: 'm'}",
            "twilio.rest.Client.messages.create",
            "twilio.rest.Client.messages.create",
            "twilio.rest.Client.messages.create",
        ]
        .map(String::from)
    );
}

#[test]
fn fields_carry_what_they_are_given() {
    let text = r"
import requests
from logging import getLogger
class Api(requests.Session):
    limit = 10
    def send(self):
        self.session.post(self.url, timeout=self.limit)
        self.get('/x')
        self.helper().close()
        self.unknown.call()
    def helper(self) -> requests.Session: ...
    def __init__(self, logger):
        super().__init__()
        self.session = requests.Session()
        self.url = 'http://x'
        self.log = logger
    def late(self):
        self.log.info('x')
        getLogger('a').info('b')
";
    assert_eq!(
        kinds(text, &["requests.*", "?log.info", "logging.Logger.info", "extends requests.Session"]),
        [
            "extends requests.Session",
            "requests.Session.post ['http://x'] {timeout: 10}",
            "requests.Session.get ['/x']",
            "requests.Session.close",
            "requests.Session.unknown.call",
            "requests.Session.__init__",
            "requests.Session",
            "?log.info ['x']",
            "logging.Logger.info ['b']",
        ]
        .map(String::from)
    );
}

#[test]
fn values_are_folded_where_they_are_constant() {
    let text = r#"
import os, ssl
from Crypto.Cipher import AES
HOST = "db." + 'example' ".com"
DAY = 60 * 60 * 24
TWICE = 1
TWICE = 2
DEFAULTS = {"verify": False, 'n': [1, 2]}
def f(p, q=3):
    url = f"https://{HOST}/{p}"
    call(HOST, DAY, TWICE, url, p, q, -1, None, not True, AES.MODE_ECB, **DEFAULTS)
    call("a %s" % p, "b {}".format(p), "http://" + p + "/x", b"key".decode(), DEFAULTS["n"][1])
    call(os.environ["A"], os.getenv("B", "x"), os.environ.get("C") or "d", "x" if p else "x", 1 if p else 2)
    call(lambda *a: True, *p, key=ssl.CERT_NONE, **p)
    call(ssl.OP_NO_TLSv1 | ssl.OP_NO_TLSv1_1, undeclared, p.attribute)
"#;
    assert_eq!(
        kinds(text, &["call"]),
        [
            "call ['db.example.com', 86400, <'TWICE' is not a constant>, https://db.example.com/_, <'p' is not a constant>, <'q' is not a constant>, -1, null, false, Crypto.Cipher.AES.MODE_ECB] {verify: false, n: [1, 2]}",
            "call [a _, b _, http://_/x, 'key', 2]",
            "call [<'A' comes from the environment>, <'B' comes from the environment>, <'C' comes from the environment>, 'x', <'choice' is not a constant>]",
            "call [{empty: false, returns: true}, …] {key: ssl.CERT_NONE, …}",
            "call [[ssl.OP_NO_TLSv1, ssl.OP_NO_TLSv1_1], <'undeclared' is not a constant>, <'p.attribute' is not a constant>]",
        ]
        .map(String::from)
    );
}

#[test]
fn literals_leave_out_names_of_constants() {
    let text =
        "from conf import settings\nfrom x import call\nK = 'k'\ncall(settings.KEY, 'a', K, n=b'c', o=settings.O)";
    let facts = facts(Language::Python, "a.py", text, &["x.call"]);
    assert_eq!(show(facts[0].body.get("literals").unwrap()), "{1: 'a', 2: 'k', n: 'c'}");
    assert_eq!(show(facts[0].body.get("args").unwrap()), "[conf.settings.KEY, 'a', 'k']");
}

#[test]
fn names_say_what_is_mentioned() {
    let text = "import logging\nlogging.info('x %s', patient.ssn, row['dob'], f'{p.get_name(mrn)}', {'zip': 1}, extra=dict(phone=n))";
    let facts = facts(Language::Python, "a.py", text, &["logging.info"]);
    assert_eq!(names(&facts[0]), ["patient.ssn", "row.dob", "p.get_name", "mrn", "zip", "extra", "dict", "phone", "n"]);
    let measured = "import logging\nlogging.info('%d', len(patients), len(a)(b), patients.len(c))";
    let found = self::facts(Language::Python, "a.py", measured, &["logging.info"]);
    assert_eq!(names(&found[0]), ["len", "a", "b", "patients.len", "c"]);
    let chain = "import hashlib\nhashlib.sha256((salt + user.password).encode(e)[i]).hexdigest()";
    let found = self::facts(Language::Python, "a.py", chain, &["hashlib.sha256"]);
    assert_eq!(names(&found[0]), ["encode", "i", "e", "salt", "user.password"]);
    assert_eq!(facts[0].body.get("callee").unwrap().as_str(), Some("logging.info"));
    assert_eq!(facts[0].body.get("receiver").unwrap().as_str(), Some("logging"));
}

#[test]
fn assignments_decorators_and_references_have_kinds_of_their_own() {
    let text = r"
import ssl, requests, functools
from flask import session
s = requests.Session()
s.verify = False
ssl._create_default_https_context = ssl._create_unverified_context
session['ssn'] = x
@functools.lru_cache(maxsize=5)
def f(): ...
@app.route('/x')
class A: ...
";
    let wanted = ["requests.Session.verify =", "ssl.*", "&ssl.*", "flask.session[] =", "@*"];
    assert_eq!(
        kinds(text, &wanted),
        [
            "requests.Session.verify = [false]",
            "ssl._create_default_https_context = [ssl._create_unverified_context]",
            "&ssl._create_unverified_context",
            "flask.session[] = [<'x' is not a constant>]",
            "@functools.lru_cache {maxsize: 5}",
            "@app.route ['/x']",
        ]
        .map(String::from)
    );
    let facts = facts(Language::Python, "a.py", text, &["flask.session[] ="]);
    assert_eq!(facts[0].body.get("key").unwrap().as_str(), Some("ssn"));
}

#[test]
fn names_of_what_is_unknown_go_by_the_receiver() {
    let text = "from .log import logger\ndef f(log, request):\n    log.info(1)\n    self.audit.write(2)\n    request.user.log.info(3)\n    logger.info(4)\n    helper().run(5)\n    conn.cursor().execute(6)";
    assert_eq!(
        kinds(text, &["?*"]),
        [
            "?log.info [1]",
            "?audit.write [2]",
            "?log.info [3]",
            "?logger.info [4]",
            "?helper().run [5]",
            "?conn.cursor",
            "?cursor().execute [6]"
        ]
        .map(String::from)
    );
}

#[test]
fn spans_and_addresses_are_exact() {
    let text = "import hashlib\nclass Ä:\n    def é(self):\n        'ü'; return hashlib.md5('ö')  # ß\nhashlib.md5()\n";
    let facts = facts(Language::Python, "a.py", text, &["hashlib.md5"]);
    let slice = |span: crate::source::Span| &text[span.range()];
    assert_eq!(slice(facts[0].span), "hashlib.md5('ö')");
    assert_eq!(slice(facts[0].header), "hashlib.md5");
    assert_eq!(slice(facts[0].body.get("args").unwrap().as_list().unwrap().items[0].span), "'ö'");
    assert_eq!(&*facts[0].address, "Ä.é");
    assert_eq!(&*facts[1].address, "<module>");
}

#[test]
fn functions_in_functions_are_addressed_through_them() {
    let text = "def a():\n    def b():\n        call()\n    (lambda: call())()\nclass C:\n    class D:\n        def e(self): call()";
    let facts = facts(Language::Python, "a.py", text, &["call"]);
    let addresses: Vec<&str> = facts.iter().map(|fact| &*fact.address).collect();
    assert_eq!(addresses, ["a.b", "a", "C.D.e"]);
}

#[test]
fn broken_code_is_read_around_the_break() {
    let text = "import hashlib\nhashlib.md5('a')\ndef f(:\n    x = 3\nhashlib.md5('b')\n";
    let part = part(Language::Python, "a.py", text, &["hashlib.md5"]);
    assert_eq!(shown(&part.facts), ["hashlib.md5 ['a']", "hashlib.md5 ['b']"]);
    assert_eq!(part.problems.len(), 1);
    assert_eq!(part.problems[0].kind, ProblemKind::Syntax);
    assert_eq!(part.problems[0].path, "a.py");
}

#[test]
fn hostile_nesting_is_a_named_failure() {
    let cases = [
        format!("x = {}1{}\nhashlib.md5('b')", "(".repeat(10_000), ")".repeat(10_000)),
        format!("x = {}1{}\nhashlib.md5('b')", "[".repeat(10_000), "]".repeat(10_000)),
        format!("x = {}1{}\nhashlib.md5('b')", "f(".repeat(3_000), ")".repeat(3_000)),
        format!("x = a{}\nhashlib.md5('b')", ".b()".repeat(3_000)),
        format!("x = {}1\nhashlib.md5('b')", "not ".repeat(3_000)),
        format!("x = {}1{}\nhashlib.md5('b')", "lambda: (".repeat(1_000), ")".repeat(1_000)),
        format!(
            "{}\nhashlib.md5('b')",
            (0..99).map(|n| format!("{}if x:", " ".repeat(n))).collect::<Vec<_>>().join("\n") + " y"
        ),
    ];
    on_small_stack(move || {
        for (number, text) in cases.iter().enumerate() {
            let part = part(Language::Python, "a.py", text, &["hashlib.md5"]);
            let limited = part.problems.iter().any(|problem| problem.kind == ProblemKind::Limit);
            assert!(limited || number == 6, "{number}: {:?}", part.problems);
            assert_eq!(shown(&part.facts), ["hashlib.md5 ['b']"], "{number}");
        }
    });
}

#[test]
fn long_rows_are_not_deep() {
    let text = format!("import x\nx.call('a'{})", " + 'b'".repeat(3_000));
    let part = part(Language::Python, "a.py", &text, &["x.call"]);
    assert!(part.problems.is_empty());
    assert_eq!(part.facts[0].body.get("literals").unwrap().get("0").unwrap().as_str().unwrap().len(), 3_001);
    let mixed = format!("import x\nx.call(1{})", " + 2 - 1".repeat(5_000));
    on_small_stack(move || {
        assert_eq!(facts(Language::Python, "a.py", &mixed, &["x.call"]).len(), 1);
    });
}

#[test]
fn values_that_explode_are_cut() {
    let mut text = String::from("a0 = [1, 1, 1, 1]\ns0 = 'x' * 9\nt0 = 'xxxxxxxxxxxxxxxx'\n");
    for n in 0..40 {
        text.push_str(&format!("a{} = [a{n}, a{n}, a{n}]\nt{} = t{n} + t{n}\n", n + 1, n + 1));
    }
    text.push_str("call(a40, t40)\n");
    let facts = facts(Language::Python, "a.py", &text, &["call"]);
    assert_eq!(facts.len(), 1);
    assert!(show(&facts[0].body).len() < 1_000_000);
}

#[test]
fn imports_are_signs_of_vendors() {
    let text = "import sentry_sdk, os.path as p\nfrom google.cloud import storage, Client\nfrom . import local\nfrom .x import y\nfrom flask import *\nimport sentry_sdk.integrations";
    let part = part(Language::Python, "tests/test_a.py", text, &[]);
    let uses: Vec<(&str, &str)> = part.uses.iter().map(|vendor| (&*vendor.name, &text[vendor.span.range()])).collect();
    assert_eq!(
        uses,
        [
            ("python:sentry_sdk", "sentry_sdk"),
            ("python:os.path", "os.path"),
            ("python:google.cloud.storage", "google.cloud"),
            ("python:google.cloud", "google.cloud"),
            ("python:flask", "flask"),
            ("python:sentry_sdk.integrations", "sentry_sdk.integrations"),
        ]
    );
    assert!(part.uses.iter().all(|vendor| vendor.development));
}

#[test]
fn literals_know_what_they_are_bound_to() {
    let text = r#"
"""Documentation with secret."""
PASSWORD = "secret 1"
self.token = "secret 2"
db["dsn"] = "secret 3"
connect(password="secret 4", **{"pin": "secret 5"})
def f(key="secret 6"):
    "secret docs"
    return f"secret 7 {x['secret 8']}" "secret 9"
class A:
    field = wrap("secret 10")
other("no")
a, b = "secret 11", ["secret 12"]
"#;
    let (unit, _) = unit(FileId(0), Language::Python, text);
    let found = literals(&unit, &|text| text.contains("secret"));
    let shown: Vec<String> =
        found.iter().map(|found| format!("{}={}", found.name.as_deref().unwrap_or("-"), show(&found.value))).collect();
    assert_eq!(
        shown,
        [
            "PASSWORD='secret 1'",
            "token='secret 2'",
            "dsn='secret 3'",
            "password='secret 4'",
            "pin='secret 5'",
            "key='secret 6'",
            "-=secret 7 _secret 9",
            "-='secret 8'",
            "field='secret 10'",
            "a='secret 11'",
            "b='secret 12'",
        ]
    );
    assert_eq!(&text[found[0].value.span.range()], "\"secret 1\"");
}

#[test]
fn nothing_wanted_gives_no_facts() {
    assert_eq!(kinds("import hashlib\nhashlib.md5(x)\n@a\ndef f(): print(1)\nx.y = {'a': 1}", &[]), [""; 0]);
}

fn settings(path: &str, text: &str) -> Option<Fact> {
    facts(Language::Python, path, text, &[]).pop()
}

#[test]
fn django_settings_are_one_fact() {
    let text = r#"
import os
from datetime import timedelta
from django.utils import x
env = environ.Env()
BASE = "a"
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = os.environ["KEY"]
lower = 1
INSTALLED_APPS = ["django.contrib.auth"]
INSTALLED_APPS += ["app"]
INSTALLED_APPS.append(BASE + "b")
DATABASES = {"default": {"ENGINE": "x", "OPTIONS": None}}
DATABASES["default"]["OPTIONS"] = {"sslmode": "require"}
DATABASES["other"] = {"ENGINE": "y"}
LOGGING = dict(version=1)
SESSION_COOKIE_SECURE = False
SESSION_COOKIE_SECURE = True
if DEBUG:
    CORS_ALLOW_ALL_ORIGINS = True
else:
    SESSION_COOKIE_SECURE = False
"#;
    let fact = settings("care/settings.py", text).unwrap();
    assert_eq!(fact.dialect, Dialect::Django);
    assert_eq!((&*fact.kind, &*fact.address), ("settings", "care/settings.py"));
    let at = |key: &str| show(fact.body.get(key).unwrap());
    assert_eq!(at("INSTALLED_APPS"), "['django.contrib.auth', 'app', 'ab']");
    assert_eq!(at("DATABASES"), "{default: {ENGINE: 'x', OPTIONS: {sslmode: 'require'}}, other: {ENGINE: 'y'}}");
    assert_eq!(at("LOGGING"), "{version: 1}");
    assert_eq!(at("SECRET_KEY"), "<'KEY' comes from the environment>");
    assert_eq!(at("SESSION_COOKIE_SECURE"), "<'SESSION_COOKIE_SECURE' is not a constant>");
    assert_eq!(at("CORS_ALLOW_ALL_ORIGINS"), "<'CORS_ALLOW_ALL_ORIGINS' is not a constant>");
    assert!(fact.body.get("lower").is_none());
    assert!(fact.body.as_map().unwrap().open.is_none());
    assert_eq!(fact.header.range(), 0..0);
    let value = fact.body.get("BASE").unwrap();
    assert_eq!(&text[value.span.range()], "\"a\"");
}

#[test]
fn settings_that_build_on_others_are_open() {
    let fact = settings("config/settings/production.py", "from .base import *\nDEBUG = False\n").unwrap();
    let open = fact.body.as_map().unwrap().open.clone().unwrap();
    assert_eq!(open.reason, crate::model::Reason::Module(".base".into()));
    let text = "import django_heroku, django\nDEBUG = False\ndjango_heroku.settings(locals())";
    assert!(settings("a/settings.py", text).unwrap().body.as_map().unwrap().open.is_some());
}

#[test]
fn settings_of_other_programs_are_not_djangos() {
    assert!(settings("app/settings.py", "DEBUG = True\nPORT = 80\n").is_none());
    assert!(settings("app/models.py", "from django.db import models\nLIMIT = 5\n").is_none());
    assert!(settings("app/common.py", "INSTALLED_APPS = []\nMIDDLEWARE = []\n").is_some());
}
