//! The JavaScript and TypeScript front end.

use super::*;

fn kinds(text: &str, wanted: &[&str]) -> Vec<String> {
    shown(&facts(Language::Tsx, "app/a.tsx", text, wanted))
}

#[test]
fn every_way_of_importing_gives_one_name() {
    for text in [
        "import { createHash } from 'crypto'; createHash(a)",
        "import { createHash as h } from 'node:crypto'; h(a)",
        "import * as c from 'node:crypto'; c.createHash(a)",
        "import crypto from 'crypto'; crypto.createHash(a)",
        "import crypto, { createHash } from 'crypto'; createHash(a)",
        "import crypto = require('crypto'); crypto.createHash(a)",
        "const crypto = require('crypto'); crypto.createHash(a)",
        "const { createHash } = require('node:crypto'); createHash(a)",
        "const { createHash: h } = require('crypto'); h(a)",
        "var h = require('crypto').createHash; h(a)",
        "const { createHash } = await import('crypto'); createHash(a)",
        "require('crypto')['createHash'](a)",
        "import { default as c } from 'crypto'; const { createHash: h } = c; h(a)",
        "import c from 'crypto'; async function f() { const g = () => c?.createHash(a); }",
        "import c from 'crypto'; class A { f = () => { switch (x) { case 1: c.createHash(a) } } }",
        "import c from 'crypto'; export default { methods: { f() { return c.createHash(a) } } }",
        "let c; c = require('crypto'); c.createHash(a)",
    ] {
        assert_eq!(kinds(text, &["crypto.createHash"]), ["crypto.createHash [<'a' is not a constant>]"], "{text}");
    }
}

#[test]
fn hidden_names_are_not_resolved() {
    for text in [
        "import { md5 } from 'x'; function f(md5) { md5(a) }",
        "import { md5 } from 'x'; const f = ({ md5 }) => md5(a)",
        "import { md5 } from 'x'; const f = ([y, ...md5]) => md5(a)",
        "import { md5 } from 'x'; { const md5 = y; md5(a) }",
        "import { md5 } from 'x'; for (const md5 of all) md5(a)",
        "import { md5 } from 'x'; try {} catch (md5) { md5(a) }",
        "import { md5 } from 'x'; function f() { if (b) { var md5 = 1 } md5(a) }",
        "import { md5 } from 'x'; function f() { md5(a); function md5() {} }",
    ] {
        assert_eq!(kinds(text, &["x.md5"]), [""; 0], "{text}");
    }
    assert_eq!(kinds("import { md5 } from 'x'; { const md5 = 1 } md5(a)", &["x.md5"]).len(), 1);
}

#[test]
fn default_exports_go_by_module_or_class() {
    let text = "import OpenAI from 'openai'; const Redis = require('ioredis'); import pino from 'pino';
        const ai = new OpenAI({ apiKey: process.env.KEY }); ai.chat.completions.create({ model: 'm' });
        new Redis().set(k); const log = pino(); log.info(x); log.child({}).warn(x);";
    assert_eq!(
        kinds(text, &["openai.OpenAI*", "ioredis.Redis.set", "pino().info", "pino().warn"]),
        [
            "openai.OpenAI [{apiKey: <'KEY' comes from the environment>}] {apiKey: <'KEY' comes from the environment>}",
            "openai.OpenAI.chat.completions.create [{model: 'm'}] {model: 'm'}",
            "ioredis.Redis.set [<'k' is not a constant>]",
            "pino().info [<'x' is not a constant>]",
            "pino().warn [<'x' is not a constant>]",
        ]
    );
    assert_eq!(kinds("import OpenAI from 'openai'; new OpenAI()", &["openai"]), ["openai"]);
}

#[test]
fn types_and_fields_carry_classes() {
    let text = r"
import { S3Client, PutObjectCommand } from '@aws-sdk/client-s3';
import { Logger, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import * as AWS from 'aws-sdk';
import { Local } from './local';
type Store = S3Client;
interface Deps { store: S3Client; name: string }
@Injectable()
class A extends AWS.S3 implements Other {
  private readonly logger = new Logger(A.name);
  #hidden = new S3Client({});
  constructor(private readonly s3: S3Client, local: Local, public audit: Local) { super(1); this.late = new AWS.SNS() }
  async f(res: Response, deps: Deps, store: Store | null) {
    this.logger.log('a'); this.s3.send(new PutObjectCommand({ Bucket: 'b' })); this.late.publish();
    res.cookie('c'); deps.store.send(1); store!.send(2); this.#hidden.send(3);
    this.putObject(4); (x as S3Client).send(5); this.audit.write(6); this.g().send(7);
  }
  g(): Promise<S3Client> { return x; }
}
";
    assert_eq!(
        kinds(
            text,
            &["@aws-sdk*", "@nestjs/common.Logger*", "express*", "aws-sdk*", "@@nestjs*", "?audit.write", "extends *"]
        ),
        [
            "extends aws-sdk.S3",
            "extends Other",
            "@@nestjs/common.Injectable",
            "@nestjs/common.Logger [<'A.name' is not a constant>]",
            "@aws-sdk/client-s3.S3Client [{}]",
            "aws-sdk.S3 [1]",
            "aws-sdk.SNS",
            "@nestjs/common.Logger.log ['a']",
            "@aws-sdk/client-s3.S3Client.send [<'@aws-sdk/client-s3.PutObjectCommand()' is not a constant>]",
            "@aws-sdk/client-s3.PutObjectCommand [{Bucket: 'b'}] {Bucket: 'b'}",
            "aws-sdk.SNS.publish",
            "express.Response.cookie ['c']",
            "@aws-sdk/client-s3.S3Client.send [1]",
            "@aws-sdk/client-s3.S3Client.send [2]",
            "@aws-sdk/client-s3.S3Client.send [3]",
            "aws-sdk.S3.putObject [4]",
            "@aws-sdk/client-s3.S3Client.send [5]",
            "?audit.write [6]",
            "@aws-sdk/client-s3.S3Client.send [7]",
        ]
    );
}

#[test]
fn globals_are_reached_with_and_without_their_object() {
    let text = "console.log(a); window.localStorage.setItem('k', v); localStorage.setItem('k', v); globalThis.fetch(u);
        document.cookie = c; process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'; process.env['A'] = '1'; session['x'][y] = z;";
    let wanted =
        ["console.log", "localStorage.setItem", "fetch", "document.cookie =", "process.env.*", "session.x[] ="];
    assert_eq!(
        kinds(text, &wanted),
        [
            "console.log [<'a' is not a constant>]",
            "localStorage.setItem ['k', <'v' is not a constant>]",
            "localStorage.setItem ['k', <'v' is not a constant>]",
            "fetch [<'u' is not a constant>]",
            "document.cookie = [<'c' is not a constant>]",
            "process.env.NODE_TLS_REJECT_UNAUTHORIZED = ['0']",
            "process.env.A = ['1']",
            "session.x[] = [<'z' is not a constant>]",
        ]
    );
}

#[test]
fn values_are_folded_where_they_are_constant() {
    let text = r"
import { constants } from 'crypto';
const HOST = `db.${'example'}` + '.com';
const OPTIONS = { ssl: { rejectUnauthorized: false }, list: [1, ...more] };
enum Mode { Ecb = 'aes-ecb', Other }
let changed = 1; changed++;
function f(p, { q } = {}) {
  call(HOST, `x ${p} y`, OPTIONS, Mode.Ecb, changed, q, !0, -1, undefined, constants.RSA_NO_PADDING);
  call({ ...OPTIONS, a: 1, [HOST]: 2, b() {}, 'c-d': () => true, ...p });
  call(Buffer.from('key', 'utf8'), OPTIONS.ssl.rejectUnauthorized, process.env.A || 'd', process.env['B'], 60 * 60);
}
";
    assert_eq!(
        kinds(text, &["call"]),
        [
            "call ['db.example.com', x _ y, {ssl: {rejectUnauthorized: false}, list: [1, …]}, 'aes-ecb', <'changed' is not a constant>, <'q' is not a constant>, true, -1, null, crypto.constants.RSA_NO_PADDING] {ssl: {rejectUnauthorized: false}, list: [1, …]}",
            "call [{ssl: {rejectUnauthorized: false}, list: [1, …], a: 1, db.example.com: 2, b: {empty: true}, c-d: {empty: false, returns: true}, …}] {ssl: {rejectUnauthorized: false}, list: [1, …], a: 1, db.example.com: 2, b: {empty: true}, c-d: {empty: false, returns: true}, …}",
            "call ['key', false, <'A' comes from the environment>, <'B' comes from the environment>, 3600]",
        ]
    );
}

#[test]
fn free_objects_are_facts_once() {
    let text = "const a = { rejectUnauthorized: false, deep: { x: 1 } }; lib.connect({ tls: { y: 2 } }); https.get({ z: 3, t: lib.f({ u: 5 }) }); export default { w: [{ v: 4 }] }; f({})";
    assert_eq!(
        kinds(text, &["{}", "https.get"]),
        [
            "{} {rejectUnauthorized: false, deep: {x: 1}}",
            "{} {tls: {y: 2}}",
            "https.get [{z: 3, t: <'lib.f()' is not a constant>}] {z: 3, t: <'lib.f()' is not a constant>}",
            "{} {z: 3, t: <'lib.f()' is not a constant>}",
            "{} {u: 5}",
            "{} {w: [{v: 4}]}",
        ]
    );
}

#[test]
fn a_call_tells_what_its_result_is_given_to_and_where_it_stands() {
    let text = "class A { id = m.r(); f(x = m.r()) { const token = (m.r() + 1).toString(36); this.salt = p || m.r(); g({ key: [m.r()], [k]: 1 }, n(m.r())); const { a } = m.r(); for (const b of m.r()) {} h(() => m.r()); } }";
    let told: Vec<String> = facts(Language::Javascript, "a.js", text, &["?m.r"])
        .iter()
        .map(|fact| {
            let part = |key: &str| fact.body.get(key).and_then(Value::as_str).unwrap_or("-").to_owned();
            format!("{} in {}", part("target"), part("within"))
        })
        .collect();
    assert_eq!(
        told,
        [
            "id in <module>",
            "x in <module>",
            "token in A.f",
            "this.salt in A.f",
            "key in A.f",
            "g in A.f",
            "- in A.f",
            "- in A.f",
            "- in A.f"
        ]
    );
}

#[test]
fn elements_are_made() {
    let text = "import Script from 'next/script'; const a = <div onClick={() => f()}><Script src=\"https://x\" async {...rest} /><img src={u}/>text {p.name}</div>";
    assert_eq!(
        kinds(text, &["next/script", "<img>", "?.f", "<div>"]),
        [
            "<div> [{src: 'https://x', async: true, …}, {src: <'u' is not a constant>}, <'p.name' is not a constant>] {onClick: {empty: false, returns: <'f()' is not a constant>}}",
            "next/script {src: 'https://x', async: true, …}",
            "<img> {src: <'u' is not a constant>}",
        ]
    );
}

#[test]
fn names_and_receivers_are_as_written() {
    let text = "this.logger.info(`p ${patient.ssn}`, { mrn, name: p.name?.first }, x['dob'], fn(y.z).w)";
    let facts = facts(Language::Javascript, "a.js", text, &["?logger.info"]);
    assert_eq!(names(&facts[0]), ["patient.ssn", "mrn", "name", "p.name.first", "x.dob", "fn.w", "y.z"]);
    assert_eq!(facts[0].body.get("receiver").unwrap().as_str(), Some("this.logger"));
}

#[test]
fn spans_are_exact_in_wide_text() {
    let text = "const ü = '日本'; /* é */ eval('ö' + ü);";
    let facts = facts(Language::Javascript, "a.mjs", text, &["eval"]);
    assert_eq!(&text[facts[0].span.range()], "eval('ö' + ü)");
    assert_eq!(shown(&facts), ["eval ['ö日本']"]);
    let value = &facts[0].body.get("args").unwrap().as_list().unwrap().items[0];
    assert_eq!(&text[value.span.range()], "'ö' + ü");
}

#[test]
fn addresses_are_qualified() {
    let text = "function a() { const b = () => call(); function c() { call() } } class D { e() { call() } f = () => call() } call()";
    let facts = facts(Language::Javascript, "a.js", text, &["call"]);
    let addresses: Vec<&str> = facts.iter().map(|fact| &*fact.address).collect();
    assert_eq!(addresses, ["a", "a.c", "D.e", "<module>", "<module>"]);
}

#[test]
fn imports_are_signs_of_vendors() {
    let text = "import '@sentry/node'; import x from './y'; import z from '@/lib'; const m = require('mixpanel'); import type { T } from 'node:fs'; export * from 'analytics'; require('a')(); import('b/c')";
    let part = part(Language::Typescript, "src/a.ts", text, &[]);
    let uses: Vec<&str> = part.uses.iter().map(|vendor| &*vendor.name).collect();
    assert_eq!(
        uses,
        ["@sentry/node", "mixpanel", "fs", "analytics", "a", "b/c"].map(|name| format!("javascript:{name}"))
    );
    assert_eq!(&text[part.uses[0].span.range()], "'@sentry/node'");
    assert!(!part.uses[0].development);
}

#[test]
fn broken_and_hostile_code_is_a_named_failure() {
    let broken = part(Language::Typescript, "a.ts", "eval(1);\nfunction f( { ;\neval(2);", &["eval"]);
    assert_eq!(broken.problems.len(), 1);
    assert!(!broken.facts.is_empty());
    let cases = [
        format!("x = {}1{}; eval('b')", "(".repeat(10_000), ")".repeat(10_000)),
        format!("x = {}1{}; eval('b')", "[".repeat(10_000), "]".repeat(10_000)),
        format!("x = {}{}; eval('b')", "{a:".repeat(3_000), "1".to_owned() + &"}".repeat(3_000)),
        format!("x = {}1{}; eval('b')", "f(".repeat(3_000), ")".repeat(3_000)),
        format!("x = a{}; eval('b')", ".b()".repeat(3_000)),
        format!("{}{} eval('b')", "if (a) {".repeat(3_000), "}".repeat(3_000)),
        format!("x = {}1; eval('b')", "() => ".repeat(3_000)),
        format!("x = {}1; eval('b')", "a ? b : ".repeat(3_000)),
        format!("x = <b>{}{}</b>; eval('b')", "<a>".repeat(3_000), "</a>".repeat(3_000)),
        format!("x = {}1; eval('b')", "a = ".repeat(3_000)),
        format!("x = {}1{}; eval('b')", "`${".repeat(1_000), "}`".repeat(1_000)),
    ];
    on_small_stack(move || {
        for (number, text) in cases.iter().enumerate() {
            let part = part(Language::Tsx, "a.tsx", text, &["eval"]);
            assert!(
                part.problems.iter().any(|problem| problem.kind == ProblemKind::Limit),
                "{number}: {:?}",
                part.problems
            );
            assert_eq!(shown(&part.facts), ["eval ['b']"], "{number}");
        }
        let long =
            format!("if (a) {{}} {} eval('b'); x = 1{}", "else if (a) { b() }".repeat(2_000), " || a".repeat(20));
        assert_eq!(part(Language::Tsx, "a.tsx", &long, &["eval"]).problems, []);
    });
}
