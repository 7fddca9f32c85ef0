use super::*;

#[test]
fn expressions_of_known_values_are_computed() {
    let cases = [
        ("1 + 2 * 3", "7"),
        ("-(4 - 10) % 4", "2"),
        ("!true || 2 > 1 && \"a\" != \"b\"", "true"),
        ("\"x-${1 + 1}-${true}\"", "\"x-2-true\""),
        ("true ? \"a\" : \"b\"", "\"a\""),
        ("[for k, v in { b = 2, a = 1 } : \"${k}${v}\"]", "[\"a1\", \"b2\"]"),
        ("{ for s in [\"a\", \"b\"] : s => upper(s) if s != \"b\" }", "{a: \"A\"}"),
        ("{ for s in [\"a1\", \"a2\"] : substr(s, 0, 1) => s... }", "{a: [\"a1\", \"a2\"]}"),
        ("[{ a = 1 }, { a = 2 }][*].a", "[1, 2]"),
        ("[{ a = { b = 1 } }].*.a.b", "[1]"),
        ("{ a = [10, 20] }.a[1]", "20"),
        ("{ (\"x\") = 1, \"y\" = 2 }[\"x\"]", "1"),
        ("\"%{ if false }a%{ else }b%{ endif }%{ for s in [\"c\", \"d\"] }${s}%{ endfor }\"", "\"bcd\""),
        ("null == null", "true"),
        ("\"1\" == 1", "false"),
        ("[1, { a = \"x\" }] == [1, { a = \"x\" }]", "true"),
    ];
    for (expression, expected) in cases {
        assert_eq!(show(&eval(expression)), expected, "{expression}");
    }
}

#[test]
fn what_does_not_depend_on_an_unknown_is_known() {
    let cases = [
        ("false && var.unknown", "false"),
        ("var.unknown && false", "false"),
        ("true || var.unknown", "true"),
        ("true && var.unknown", "?"),
        ("var.unknown ? \"a\" : \"a\"", "\"a\""),
        ("var.unknown ? \"a\" : \"b\"", "?"),
        ("\"x-${var.unknown}\" == \"y\"", "false"),
        ("\"x-${var.unknown}\" == \"x-1\"", "?"),
        ("aws_kms_key.k.arn == null", "false"),
        ("var.unknown == null", "?"),
        ("[1, var.unknown][0]", "1"),
        ("\"a${var.unknown}b${var.unknown}\"", "\"a?b?\""),
        ("[for x in [1, 2] : x if var.unknown]", "[…]"),
        ("[for x in [1, var.unknown] : x]", "[1, ?]"),
        ("{ (var.unknown) = 1, b = 2 }", "{b: 2, …}"),
        ("{ (var.unknown) = 1, b = 2 }.c", "?"),
        ("length([var.unknown])", "1"),
    ];
    for (expression, expected) in cases {
        assert_eq!(show(&eval(expression)), expected, "{expression}");
    }
}

#[test]
fn reasons_and_links_say_what_is_missing() {
    let value = eval("var.unknown");
    assert_eq!(reason(&value), &Reason::Input("unknown".into()));
    let value = eval("aws_kms_key.k.arn");
    assert_eq!(reason(&value), &Reason::Computed("aws_kms_key.k.arn".into()));
    assert_eq!(links(&value), ["aws_kms_key.k#arn"]);
    let value = eval("aws_kms_key.k.description");
    assert_eq!((show(&value).as_str(), links(&value)), ("\"d\"", vec!["aws_kms_key.k#description".to_owned()]));
    let value = eval("data.aws_caller_identity.me.account_id");
    assert_eq!(reason(&value), &Reason::DataSource("data.aws_caller_identity.me".into()));
    assert_eq!(links(&value), ["data.aws_caller_identity.me#account_id"]);
    let value = eval("\"${aws_kms_key.k.arn}/*\"");
    let pieces = &value.as_unknown().expect("unknown").pieces;
    assert!(matches!(&pieces[0], Piece::Hole(links) if links.len() == 1), "{pieces:?}");
    assert_eq!((show(&value).as_str(), links(&value)), ("\"?/*\"", vec!["aws_kms_key.k#arn".to_owned()]));
    assert_eq!(reason(&eval("aws_kms_key.missing.arn")), &Reason::Undeclared("aws_kms_key.missing.arn".into()));
    assert_eq!(reason(&eval("path.module")), &Reason::Expression("path.module".into()));
    assert_eq!(reason(&eval("terraform.workspace")), &Reason::Expression("terraform.workspace".into()));
    assert_eq!(links(&eval("var.unknown ? aws_kms_key.k.arn : null")), ["aws_kms_key.k#arn"]);
}

#[test]
fn a_value_lies_where_it_is_used_and_remembers_where_it_is_from() {
    let case = one("variable \"size\" {\n  default = 7\n}\nlocals {\n  days = var.size\n}\n\
         resource \"aws_db_instance\" \"d\" {\n  backup_retention_period = local.days\n  engine = \"mysql\"\n}\n");
    let value = case.value("aws_db_instance.d", "backup_retention_period");
    assert_eq!((show(value).as_str(), case.slice(value.span)), ("7", "local.days"));
    let origins: Vec<_> = value.origins().iter().map(|origin| case.slice(*origin)).collect();
    assert_eq!(origins, ["7", "var.size"]);
    let fact = case.fact("aws_db_instance.d");
    let entry = fact.body.as_map().expect("map").entry("engine").expect("engine");
    assert_eq!((case.slice(entry.key_span), case.slice(entry.value.span)), ("engine", "mysql"));
    assert_eq!(case.slice(fact.header), "resource \"aws_db_instance\" \"d\"");
    assert!(case.slice(fact.span).ends_with('}'));
}

#[test]
fn circles_end() {
    let case = one(
        "locals {\n  a = local.b\n  b = \"x${local.a}\"\n  c = local.c\n}\noutput \"x\" {\n  value = [local.a, local.c]\n}\n\
         resource \"t_a\" \"a\" {\n  x = t_a.b.x\n}\nresource \"t_a\" \"b\" {\n  x = t_a.a.x\n  count = length(t_a.b)\n}\n",
    );
    assert!(case.value("output.x", "value.0").as_unknown().is_some());
    assert!(case.value("output.x", "value.1").as_unknown().is_some());
    assert!(case.value("t_a.a", "x").as_unknown().is_some());
}

#[test]
fn long_chains_and_growing_values_end_at_a_limit() {
    let mut text = "locals {\n  s0 = \"0123456789\"\n  l0 = [1]\n  n0 = []\n".to_owned();
    for index in 0..2_000 {
        let next = index + 1;
        text += &format!(
            "  s{next} = \"${{local.s{index}}}${{local.s{index}}}\"\n  l{next} = [local.l{index}, local.l{index}]\n  \
             n{next} = [local.n{index}]\n  u{next} = \"${{var.u}}${{local.u{index}}}${{local.u{index}}}\"\n"
        );
    }
    text +=
        "}\noutput \"x\" {\n  value = [local.s2000, local.l2000, local.n2000, local.u2000, local.s1, local.n3]\n}\n";
    let case = one(&text);
    for index in 0..3 {
        let value = case.value("output.x", &format!("value.{index}"));
        let unknown = crate::lower::iac::terraform::values::find_unknown(value, 200).expect("unknown");
        assert_eq!(unknown.reason, Reason::Limit, "{index}");
    }
    assert_eq!(show(case.value("output.x", "value.4")), "\"01234567890123456789\"");
    assert_eq!(show(case.value("output.x", "value.5")), "[[[[]]]]");
}

#[test]
fn long_chains_through_resources_end_at_a_limit() {
    let mut text = String::new();
    for index in (0..2_000).rev() {
        let next = index + 1;
        text += &format!(
            "resource \"t_a\" \"r{next}\" {{\n  x = merge(true ? try({{ for k, v in t_a.r{index}.x : k => v }}, {{}}) : {{}}, {{}})\n  \
             dynamic \"b\" {{\n    for_each = t_a.r{index}.b\n    content {{\n      y = lower(t_a.r{index}.b[0].y)\n    }}\n  }}\n}}\n"
        );
    }
    text += "resource \"t_a\" \"r0\" {\n  x = { a = 1 }\n  b {\n    y = 1\n  }\n}\n";
    let case = one(&text);
    assert_eq!(show(case.value("t_a.r1", "x")), "{a: 1}");
    assert_eq!(show(case.value("t_a.r1", "b.0.y")), "\"1\"");
    let far = crate::lower::iac::terraform::values::find_unknown(case.value("t_a.r2000", "x"), 9).expect("unknown");
    assert_eq!(far.reason, Reason::Limit);
}

#[test]
fn nested_loops_over_large_lists_end() {
    let case = one(
        "locals {\n  r = range(1000)\n}\noutput \"x\" {\n  value = length([for a in local.r : [for b in local.r : \
         [for c in local.r : \"${a}${b}${c}\"]]])\n}\n",
    );
    assert!(case.fact("output.x").body.get("value").is_some());
    assert!(case.parts[0].problems.iter().any(|problem| problem.kind == crate::source::ProblemKind::Limit));
}

#[test]
fn deep_expressions_are_evaluated_on_a_small_stack() {
    let deep = format!("{}var.unknown{}", "[{ a = ".repeat(28), " }]".repeat(28));
    let calls = format!("{}\"a\"{}", "upper(".repeat(50), ")".repeat(50));
    let templates = format!("{}\"a\"{}", "\"x${".repeat(40), "}\"".repeat(40));
    let chain = format!("1{}", " + 1".repeat(120));
    assert!(eval(&deep).as_list().is_some());
    assert_eq!(show(&eval(&calls)), "\"A\"");
    assert_eq!(show(&eval(&templates)).len(), 43);
    assert_eq!(show(&eval(&chain)), "121");
}
