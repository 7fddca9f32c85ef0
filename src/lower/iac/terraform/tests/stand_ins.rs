use super::*;

fn stand_in(from: &[u64], below: &[u64], body: &str) -> StandIn {
    StandIn {
        source: "o/n/p".to_owned(),
        from: from.to_vec(),
        below: below.to_vec(),
        body: body.to_owned(),
        ..StandIn::default()
    }
}

const BODY: &str = "variable \"on\" {\n  default = true\n}\nvariable \"list\" {\n  default = []\n}\nvariable \"hidden\" {}\n\
                    resource \"t_db\" \"this\" {\n  on = var.on\n  hidden = var.hidden\n  never = null\n  both = var.on && true\n  \
                    dynamic \"b\" {\n    for_each = var.list\n    content {\n      n = b.value.n\n    }\n  }\n}\n\
                    resource \"t_x\" \"x\" {\n  count = var.on ? 0 : 1\n  db = t_db.this.id\n}\noutput \"arn\" {\n  value = t_db.this.arn\n}\n\
                    output \"on\" {\n  value = var.on\n}\n";

#[test]
fn a_stand_in_is_evaluated_as_the_call_configures_it() {
    let main = "module \"m\" {\n  source = \"o/n/p\"\n  on = local.off\n  list = [{ n = 1 }]\n}\nlocals {\n  off = false\n}\n\
                module \"d\" {\n  source = \"o/n/p\"\n}\noutput \"x\" {\n  value = [module.m.arn, module.m.on, module.m.else]\n}\n";
    let case = lower_with(&[("main.tf", main)], &[stand_in(&[], &[], BODY)]);
    assert_eq!(
        show(&case.fact("module.m.t_db.this").body),
        "{on: false, hidden: ?, never: null, both: false, b: [{n: 1, …}], …}"
    );
    assert_eq!(case.addresses("t_x"), ["module.m.t_x.x[0]"]);
    let on = case.value("module.m.t_db.this", "on");
    assert_eq!(case.slice(on.span), "local.off");
    assert_eq!(on.origins().iter().map(|origin| case.slice(*origin)).collect::<Vec<_>>(), ["false"]);
    let n = case.value("module.m.t_db.this", "b.0.n");
    assert!(case.sources.get(n.span.file).path == "main.tf");
    let default = case.value("module.d.t_db.this", "on");
    assert_eq!((show(default).as_str(), case.slice(default.span)), ("true", "module \"d\""));
    let fact = case.fact("module.d.t_db.this");
    assert_eq!((case.slice(fact.header), case.slice(fact.span)), ("module \"d\"", "module \"d\""));
    assert_eq!(reason(case.value("module.d.t_db.this", "hidden")), &Reason::Module("o/n/p".into()));
    assert_eq!(show(case.value("output.x", "value")), "[?, false, ?]");
    assert_eq!(links(case.value("output.x", "value.0")), ["module.m.t_db.this#arn"]);
    assert_eq!(links(case.value("output.x", "value.2")), ["module.m#else"]);
    assert_eq!(case.addresses("variable").len() + case.addresses("output").len(), 1);
    assert_eq!(case.parts[0].scopes[0].unread.len(), 2);
    assert!(case.parts.iter().all(|part| part.problems.is_empty()));
}

#[test]
fn nothing_points_into_a_stand_in() {
    fn check(case: &Case, value: &Value) {
        let inside = |span: Span| case.sources.get(span.file).path.starts_with("registry:");
        assert!(!inside(value.span) && !value.origins().iter().any(|origin| inside(*origin)), "{value:?}");
        match &value.kind {
            Kind::List(list) => list.items.iter().for_each(|item| check(case, item)),
            Kind::Map(map) => map.entries.iter().for_each(|entry| {
                assert!(!inside(entry.key_span), "{entry:?}");
                check(case, &entry.value);
            }),
            _ => {}
        }
    }
    let main = "module \"m\" {\n  source = \"o/n/p\"\n  count = var.n\n  list = var.n\n}\nvariable \"n\" {}\n\
                resource \"t_a\" \"a\" {\n  x = module.m[0].on\n  y = module.m\n}\n";
    let case = lower_with(&[("main.tf", main)], &[stand_in(&[], &[], BODY)]);
    assert!(case.facts().count() > 3);
    case.facts().for_each(|fact| check(&case, &fact.body));
}

#[test]
fn the_version_decides_which_one_stands_in() {
    let versions = [("a", "~> 5.1"), ("b", "4.2"), ("c", ">= 3"), ("d", "1.0")];
    let calls: String = versions
        .iter()
        .map(|(name, version)| format!("module \"{name}\" {{\n  source = \"o/n/p\"\n  version = \"{version}\"\n}}\n"))
        .collect();
    let case = lower_with(
        &[("main.tf", calls.as_str())],
        &[stand_in(&[5], &[], "resource \"t_new\" \"a\" {}\n"), stand_in(&[3], &[5], "resource \"t_old\" \"a\" {}\n")],
    );
    assert_eq!(case.addresses("t_new"), ["module.a.t_new.a", "module.c.t_new.a"]);
    assert_eq!(case.addresses("t_old"), ["module.b.t_old.a"]);
    assert_eq!(case.parts[0].problems.len(), 1, "of version 1 nothing is known");
}

#[test]
fn a_whole_one_leaves_nothing_open_and_a_fetched_module_comes_first() {
    let whole = StandIn { whole: true, ..stand_in(&[], &[], "resource \"t_a\" \"a\" {\n  x = 1\n}\n") };
    let main = "module \"m\" {\n  source = \"o/n/p\"\n}\n";
    let case = lower_with(&[("r/main.tf", main)], std::slice::from_ref(&whole));
    assert_eq!(show(&case.fact("module.m.t_a.a").body), "{x: 1}");
    assert!(case.parts[0].scopes[0].unread.is_empty());
    let complete = StandIn { whole: false, complete: vec!["t_a".to_owned()], ..whole.clone() };
    let case = lower_with(&[("r/main.tf", main)], &[complete]);
    assert_eq!(show(&case.fact("module.m.t_a.a").body), "{x: 1}");
    assert_eq!(case.parts[0].scopes[0].unread.len(), 1);
    let fetched = lower_with(
        &[
            ("r/main.tf", main),
            (
                "r/.terraform/modules/modules.json",
                "{\"Modules\": [{\"Key\": \"m\", \"Dir\": \".terraform/modules/m\"}]}",
            ),
            ("r/.terraform/modules/m/main.tf", "resource \"t_real\" \"a\" {}\n"),
        ],
        &[whole],
    );
    assert_eq!(fetched.addresses("t_real"), ["module.m.t_real.a"]);
    assert!(fetched.addresses("t_a").is_empty());
}
