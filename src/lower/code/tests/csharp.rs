use super::*;

fn kinds(text: &str, wanted: &[&str]) -> Vec<String> {
    shown(&facts(Language::Csharp, "a.cs", text, wanted))
}

#[test]
fn every_way_of_importing_gives_one_name() {
    for text in [
        "using System.Security.Cryptography; class A { void F() { MD5.Create(x); } }",
        "using System.Security.Cryptography; namespace N; class A { object f = MD5.Create(x); }",
        "namespace N { using System.Security.Cryptography; class A { object F => MD5.Create(x); } }",
        "class A { void F() { System.Security.Cryptography.MD5.Create(x); } }",
        "class A { void F() { global::System.Security.Cryptography.MD5.Create(x); } }",
        "using M = System.Security.Cryptography.MD5; class A { void F() { M.Create(x); } }",
        "using C = System.Security.Cryptography; class A { void F() { C.MD5.Create(x); } }",
        "using static System.Security.Cryptography.MD5; class A { void F() { Create(x); } }",
        "using System.Security.Cryptography; MD5.Create(x);",
        "using System.Security.Cryptography; class A : B { int P { get { using (var m = MD5.Create(x)) { } return 1; } } }",
        "using System.Security.Cryptography; class A {\n#if X\n void F() { var f = () => MD5.Create(x); }\n#endif\n}",
    ] {
        assert_eq!(
            kinds(text, &["System.Security.Cryptography.MD5.Create"]),
            ["System.Security.Cryptography.MD5.Create [<'x' is not a constant>]"],
            "{text}"
        );
    }
}

#[test]
fn hidden_names_are_not_resolved() {
    for text in [
        "using X; class A { void F(T Md5) { Md5.Run(); } }",
        "using X; class Md5 { } class A { void F() { Md5.Run(); } }",
        "using X; class A { Helper Md5; void F() { var Md5 = y; Md5.Run(); } }",
        "using static X.Md5; class A { void Run() {} void F() { Run(); } }",
    ] {
        assert_eq!(kinds(text, &["X.Md5.Run"]), [""; 0], "{text}");
    }
}

#[test]
fn types_tell_what_is_called() {
    let text = r#"
using System.Net.Mail; using Microsoft.AspNetCore.Mvc; using Azure.Storage.Blobs; using Twilio;
namespace App;
[Authorize(Roles = "admin"), Route("x")]
public class C(ILogger<C> log) : ControllerBase {
  private readonly BlobClient _blob; public HttpClient Http { get; set; } SmtpClient made = new("h") { EnableSsl = false };
  public C(BlobClient blob) : this() { _blob = blob; }
  async Task<SmtpClient> Make() => null;
  async Task F(IList<string> names, BlobClient? b, [FromQuery] Helper helper) {
    log.LogInformation("a"); _blob.UploadAsync(1); this._blob?.Delete(2); await Http.GetAsync("b"); b!.Exists(3);
    made.Send(4); (await Make()).Send(5); Redirect("c"); helper.Work(6); Unknown.Logger.LogError("d");
    using var smtp = new SmtpClient("h") { EnableSsl = true, Credentials = null }; smtp.Send(from: "e", to: f);
    if (x is BlobClient q) q.Download(7); foreach (BlobClient r in all) r.Undelete(8); (x as SmtpClient).Dispose();
    Console.WriteLine($"g {p.Ssn} {{h}}"); try { } catch (Exception e) { e.ToString(); } TwilioClient.Init(9);
    Response.Cookies.Append("k", v, new CookieOptions { Secure = false }); parse(out SmtpClient s); s.SendAsync(10);
  }
}"#;
    let wanted = [
        "Microsoft.Extensions.Logging.ILogger.*",
        "Azure.Storage.Blobs.BlobClient.*",
        "System.Net.Http.HttpClient.*",
        "System.Net.Mail.SmtpClient",
        "System.Net.Mail.SmtpClient.*",
        "Microsoft.AspNetCore.Mvc.ControllerBase.Redirect",
        "System.Console.WriteLine",
        "System.Exception.ToString",
        "Twilio.TwilioClient.Init",
        "?Cookies.Append",
        "Microsoft.AspNetCore.Http.CookieOptions",
        "?Logger.LogError",
        "@Microsoft.AspNetCore.Mvc.*",
        "extends Microsoft.AspNetCore.Mvc.ControllerBase",
    ];
    assert_eq!(
        kinds(text, &wanted),
        [
            "extends Microsoft.AspNetCore.Mvc.ControllerBase",
            "@Microsoft.AspNetCore.Mvc.Authorize {Roles: 'admin'}",
            "@Microsoft.AspNetCore.Mvc.Route ['x']",
            "System.Net.Mail.SmtpClient ['h'] {EnableSsl: false}",
            "@Microsoft.AspNetCore.Mvc.FromQuery",
            "Microsoft.Extensions.Logging.ILogger.LogInformation ['a']",
            "Azure.Storage.Blobs.BlobClient.UploadAsync [1]",
            "Azure.Storage.Blobs.BlobClient.Delete [2]",
            "System.Net.Http.HttpClient.GetAsync ['b']",
            "Azure.Storage.Blobs.BlobClient.Exists [3]",
            "System.Net.Mail.SmtpClient.Send [4]",
            "System.Net.Mail.SmtpClient.Send [5]",
            "Microsoft.AspNetCore.Mvc.ControllerBase.Redirect ['c']",
            "?Logger.LogError ['d']",
            "System.Net.Mail.SmtpClient ['h'] {EnableSsl: true, Credentials: null}",
            "System.Net.Mail.SmtpClient.Send {from: 'e', to: <'f' is not a constant>}",
            "Azure.Storage.Blobs.BlobClient.Download [7]",
            "Azure.Storage.Blobs.BlobClient.Undelete [8]",
            "System.Net.Mail.SmtpClient.Dispose",
            "System.Console.WriteLine [g _ {h}]",
            "System.Exception.ToString",
            "Twilio.TwilioClient.Init [9]",
            "?Cookies.Append ['k', <'v' is not a constant>, {Secure: false}]",
            "Microsoft.AspNetCore.Http.CookieOptions {Secure: false}",
            "System.Net.Mail.SmtpClient.SendAsync [10]",
        ]
    );
}

#[test]
fn assignments_and_handlers_are_facts() {
    let text = r#"
using System.Net; using System.Net.Http;
class A { void F() {
  ServicePointManager.ServerCertificateValidationCallback += (s, c, ch, e) => true;
  ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls | SecurityProtocolType.Ssl3;
  var h = new HttpClientHandler(); h.ServerCertificateCustomValidationCallback = delegate { return true; };
  var i = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
  session["k"] = v;
} }"#;
    assert_eq!(
        kinds(
            text,
            &[
                "System.Net.ServicePointManager.* =",
                "System.Net.ServicePointManager.ServerCertificateValidationCallback =",
                "System.Net.ServicePointManager.SecurityProtocol =",
                "System.Net.Http.HttpClientHandler.ServerCertificateCustomValidationCallback =",
                "System.Net.Http.HttpClientHandler",
                "session[] ="
            ]
        ),
        [
            "System.Net.ServicePointManager.ServerCertificateValidationCallback = [{empty: false, returns: true}]",
            "System.Net.ServicePointManager.SecurityProtocol = [[SecurityProtocolType.Tls, SecurityProtocolType.Ssl3]]",
            "System.Net.Http.HttpClientHandler",
            "System.Net.Http.HttpClientHandler.ServerCertificateCustomValidationCallback = [{empty: false, returns: true}]",
            "System.Net.Http.HttpClientHandler {ServerCertificateCustomValidationCallback: HttpClientHandler.DangerousAcceptAnyServerCertificateValidator}",
            "session[] = [<'v' is not a constant>]",
        ]
    );
}

#[test]
fn values_are_folded_where_they_are_constant() {
    let text = r#"
using X;
class A {
  const int Day = 60 * 60; static readonly string Host = "db" + ".x"; string changed = "a";
  void F(string p, int d = 3) {
    int n = 1; n++; changed = p;
    Y.Call(Day, Host, changed, n, p, @"c:\""q""", "t\t", $"a{Host}b", -1, 5L, new byte[16], new[] { 1, 2 }, null, !true, Encoding.UTF8.GetBytes("key"));
    Y.Call(Environment.GetEnvironmentVariable("A"), string.Format("Server={0}", p), p ?? "x", new { a = 1, p }, y switch { 1 => "z", _ => "z" }, """raw "q" """, A.Host);
  }
}"#;
    assert_eq!(
        kinds(text, &["X.Y.Call"]),
        [
            "X.Y.Call [3600, 'db.x', <'changed' is not a constant>, <'n' is not a constant>, <'p' is not a constant>, 'c:\\\"q\"', 't\t', 'adb.xb', -1, 5, [], [1, 2], null, false, 'key']",
            "X.Y.Call [<'A' comes from the environment>, Server=_, <'p' is not a constant>, {a: 1, p: <'p' is not a constant>}, 'z', 'raw \"q\" ', 'db.x']",
        ]
    );
}

#[test]
fn names_spans_addresses_and_signs_are_exact() {
    let text = "using Sentry; class É { class B { void Ö() { SentrySdk.CaptureMessage(\"ü\", p.Ssn ); } } }";
    let part = part(Language::Csharp, "A.Tests/a.cs", text, &["Sentry.SentrySdk.CaptureMessage"]);
    assert_eq!(&text[part.facts[0].span.range()], "SentrySdk.CaptureMessage(\"ü\", p.Ssn )");
    assert_eq!(&text[part.facts[0].header.range()], "SentrySdk.CaptureMessage");
    assert_eq!(&*part.facts[0].address, "É.B.Ö");
    assert_eq!(names(&part.facts[0]), ["p.Ssn"]);
    assert_eq!(&*part.uses[0].name, "csharp:Sentry");
    assert!(part.uses[0].development);
}

#[test]
fn broken_and_hostile_code_is_a_named_failure() {
    let broken =
        part(Language::Csharp, "a.cs", "class A { void F() { int = ; X.Y(1); } void G() { X.Y(2); } }", &["X.Y"]);
    assert_eq!(broken.problems.len(), 1);
    assert_eq!(broken.facts.len(), 2);
    let around = |text: String| format!("class A {{ void F() {{ o = {text}; }} void G() {{ X.Y(1); }} }}");
    let cases = [
        around(format!("{}1{}", "(".repeat(10_000), ")".repeat(10_000))),
        around(format!("{}1{}", "f(".repeat(3_000), ")".repeat(3_000))),
        around(format!("a{}", ".b()".repeat(3_000))),
        around(format!("{}1", "() => ".repeat(1_000))),
        around(format!("{}1", "a ? b : ".repeat(2_000))),
        around(format!("{}1{}", "new A { b = ".repeat(1_000), "}".repeat(1_000))),
        around(format!("{}1", "a ?? ".repeat(2_000))),
    ];
    on_small_stack(move || {
        for (number, text) in cases.iter().enumerate() {
            let part = part(Language::Csharp, "a.cs", text, &["X.Y"]);
            assert!(
                part.problems.iter().any(|problem| problem.kind == ProblemKind::Limit),
                "{number}: {:?}",
                part.problems
            );
            assert_eq!(shown(&part.facts), ["X.Y [1]"], "{number}");
        }
    });
}
