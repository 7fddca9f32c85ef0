//! How code of each language reads, from source text to facts.

mod csharp;
mod go;
mod java;
mod javascript;
mod python;
mod rust;

use super::*;
use crate::model::{Dialect, Fact, Kind, Piece, Value};

/// The facts of a source whose kinds are wanted; a `*` at the end stands for any rest.
fn facts(language: Language, path: &str, text: &str, wanted: &[&str]) -> Vec<Fact> {
    part(language, path, text, wanted).facts
}

fn part(language: Language, path: &str, text: &str, wanted: &[&str]) -> Part {
    let wants = |name: &str| {
        wanted.iter().any(|pattern| pattern.strip_suffix('*').map_or(name == *pattern, |start| name.starts_with(start)))
    };
    let returns = |name: &str| (name == "logging.getLogger").then(|| "logging.Logger".into());
    read(FileId(0), path, language, text, &Names { wanted: &wants, returns: &returns, makes: &|_| Makes::Nothing }).1
}

/// Each fact as `kind args named`, in order.
fn shown(facts: &[Fact]) -> Vec<String> {
    let part = |fact: &Fact, key: &str| match fact.body.get(key).map(show) {
        Some(text) if text != "[]" && text != "{}" => format!(" {text}"),
        _ => String::new(),
    };
    facts.iter().map(|fact| format!("{}{}{}", fact.kind, part(fact, "args"), part(fact, "named"))).collect()
}

fn show(value: &Value) -> String {
    match &value.kind {
        Kind::Null => "null".into(),
        Kind::Bool(truth) => truth.to_string(),
        Kind::Number(number) => number.to_string(),
        Kind::String(text) if value.links().is_empty() => format!("'{text}'"),
        Kind::String(text) => text.to_string(),
        Kind::List(list) => {
            let items: Vec<String> = list.items.iter().map(show).collect();
            format!("[{}{}]", items.join(", "), if list.open.is_some() { ", …" } else { "" })
        }
        Kind::Map(map) => {
            let entries: Vec<String> =
                map.entries.iter().map(|entry| format!("{}: {}", entry.key, show(&entry.value))).collect();
            format!("{{{}{}}}", entries.join(", "), if map.open.is_some() { ", …" } else { "" })
        }
        Kind::Unknown(unknown) if unknown.pieces.is_empty() => format!("<{}>", unknown.reason.text()),
        Kind::Unknown(unknown) => unknown
            .pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.to_string(),
                Piece::Hole(_) => "_".into(),
            })
            .collect(),
    }
}

/// The names that a fact's arguments mention.
fn names(fact: &Fact) -> Vec<String> {
    let list = fact.body.get("names").and_then(Value::as_list).unwrap();
    list.items.iter().map(|item| item.as_str().unwrap().to_owned()).collect()
}

/// Runs on a stack as small as those of test threads and of rayon.
fn on_small_stack(run: impl FnOnce() + Send + 'static) {
    std::thread::Builder::new().stack_size(2 << 20).spawn(run).unwrap().join().unwrap();
}

/// One dense sample of each language.
const SAMPLES: [(Language, &str); 6] = [
    (
        Language::Python,
        "from é.b import c as d, e\n@d.f(x=1)\nclass G(H):\n    i: J = {'k': [*l, **m]}\n    def n(self, o=1, *p, **q) -> 'r.s':\n        with t(f'ü{u!r}') as (v, w): self.x, y = yield z\n        return [a for b in c if d] or (lambda: e)(g := 1)\n",
    ),
    (
        Language::Tsx,
        "import é, { b as c } from 'd'; @e() class F extends G implements H { #i: J = <k l={m} {...n}>ü</k>; constructor(private o: P) { super(); } }\nconst { q: [r, ...s], t = u } = require('v')!; for (const w of x?.y ?? `z${a}`) { if (b) c = d as E; else if (f) g++; }",
    ),
    (
        Language::Java,
        "package é; import static a.b.*; @C(d = {1, 2}) class E<F> extends G implements H { final I j = new K() { void l() {} }; M n(O... p) throws Q { try (R s = t) { for (U v : w) x.y(z -> \"ü\" + 'a'); } catch (B | C d) { return e instanceof F g ? h : i::j; } } }",
    ),
    (
        Language::Go,
        "package é\nimport (\n\ta \"b/c\"\n\t. \"d\"\n)\ntype E struct { *f.G; h, i J `k:\"ü\"` }\nfunc (l *E) m(n ...o) (p, q) { r, s := t.U{v: []W{{x: &y}}}, z.(a.B); switch c := d.(type) { case e: go func() { f <- g }() }; for h, i = range j { k += l[m:] } }\n",
    ),
    (
        Language::Csharp,
        "using é = a.b; namespace C; [D(e, F = 1)] class G<H>(I j) : K, L { M n => o ?? p; Q R { get; set { s = value; } } G() : base(1) { var t = new U { v = $\"ü{w,3:N}\", x = @\"y\" }; if (z is A b) c?.d[e]!.f(out var g, h: 1); i += (j, k) => true; } }",
    ),
    (
        Language::Rust,
        "#!/bin/é\nuse a::{b as c, d::*}; #[e(f = 1, g)] struct H { i: Option<J> } impl K for H { async fn l(&self, (m, n): O) -> P { let Some(q) = r? else { return }; s!(t = %u, \"ü {v}\", w.x.y()); match z { A { b, .. } if c => d[0], _ => |e| !f } } }",
    ),
];

#[test]
fn any_cut_of_code_gives_spans_in_the_text() {
    on_small_stack(|| {
        for (language, sample) in SAMPLES {
            let whole = part(language, "a", sample, &["*"]);
            assert_eq!(whole.problems, [], "{language:?}");
            assert!(whole.facts.len() > 3, "{language:?}");
            for (at, _) in sample.char_indices() {
                for text in [&sample[..at], &sample[at..]] {
                    let part = part(language, "a", text, &["*"]);
                    let spans = part.facts.iter().flat_map(|fact| [fact.span, fact.header, fact.body.span]);
                    for span in spans.chain(part.problems.iter().filter_map(|problem| problem.span)) {
                        assert!(text.get(span.range()).is_some(), "{language:?} {at}: {span:?} of {text}");
                    }
                }
            }
        }
    });
}
