use phiward::model::*;
use phiward::source::*;
use std::collections::BTreeMap;
fn walk(v: &Value, f: &mut dyn FnMut(&Value)) {
    f(v);
    match &v.kind {
        Kind::List(l) => l.items.iter().for_each(|i| walk(i, f)),
        Kind::Map(m) => m.entries.iter().for_each(|e| walk(&e.value, f)),
        _ => {}
    }
}
fn main() {
    for root in std::env::args().skip(1) {
        let mut files = vec![];
        for e in walkdir::WalkDir::new(&root).sort_by_file_name().into_iter().flatten() {
            if !e.file_type().is_file() {
                continue;
            }
            let p = e.path().strip_prefix(&root).unwrap().to_string_lossy().to_string();
            let Ok(m) = e.metadata() else { continue };
            if m.len() > 4_000_000 {
                continue;
            }
            if let Ok(b) = std::fs::read(e.path()) {
                files.push(SourceFile::new(p, decode(b).0));
            }
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let s = Sources::new(files);
        let t = std::time::Instant::now();
        let mut docs = vec![];
        let mut fails = vec![];
        let mut bytes = 0;
        for (id, f) in s.iter() {
            if [".tf", ".tfvars", ".tofu", ".tf.json", ".tfvars.json"].iter().any(|x| f.path.ends_with(x)) {
                bytes += f.text.len();
                let p = phiward::parse::hcl::parse_named(f.name(), id, &f.text);
                for x in p.failures {
                    let pos = x.span.map(|s| f.lines().line(s.start));
                    fails.push(format!("{}:{:?} {}", f.path, pos, x.message));
                }
                docs.push((id, p.tree));
            }
        }
        let tp = t.elapsed();
        let t = std::time::Instant::now();
        let parts = phiward::lower::iac::terraform::lower(&s, &docs);
        let tl = t.elapsed();
        let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
        let mut total = 0;
        let mut facts = 0;
        let mut unk = 0;
        let mut examples: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for p in &parts {
            for f in &p.facts {
                facts += 1;
                walk(&f.body, &mut |v| {
                    total += 1;
                    if let Some(u) = v.as_unknown() {
                        unk += 1;
                        let k = match &u.reason {
                            Reason::Input(_) => "input".into(),
                            Reason::DataSource(_) => "data".into(),
                            Reason::Computed(_) => "computed".into(),
                            Reason::Module(_) => "module".into(),
                            Reason::Expression(n) => format!("expr {n}"),
                            Reason::Undeclared(n) => format!("undeclared"),
                            r => format!("{r:?}"),
                        };
                        if k.starts_with("expr") || k.starts_with("und") || k == "Limit" {
                            let sp = v.span;
                            let file = s.get(sp.file);
                            let ex = examples.entry(k.clone()).or_default();
                            if ex.len() < 6 {
                                ex.push(format!(
                                    "{}:{} {} [{:?}] in {}",
                                    file.path,
                                    file.lines().line(sp.start),
                                    s.slice(sp).chars().take(100).collect::<String>().replace('\n', " "),
                                    u.reason,
                                    f.address
                                ));
                            }
                        }
                        *reasons.entry(k).or_default() += 1;
                    }
                });
            }
        }
        println!(
            "== {root}: {} docs {} KB parse {:?} lower {:?}; {} roots {} facts {} values {} unknown",
            docs.len(),
            bytes / 1024,
            tp,
            tl,
            parts.len(),
            facts,
            total,
            unk
        );
        for f in fails.iter().take(15) {
            println!("  FAIL {f}")
        }
        let mut r: Vec<_> = reasons.into_iter().collect();
        r.sort_by_key(|x| std::cmp::Reverse(x.1));
        for (k, n) in r {
            println!("  {n:6} {k}")
        }
        for (k, ex) in examples {
            println!("  -- {k}");
            for e in ex {
                println!("     {e}")
            }
        }
        for p in &parts {
            for pr in p.problems.iter().take(3) {
                println!("  PROBLEM {:?} {} {}", pr.kind, pr.path, pr.message)
            }
        }
    }
}
