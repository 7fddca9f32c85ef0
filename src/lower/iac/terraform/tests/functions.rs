use super::*;

#[test]
fn functions_compute_known_values() {
    let cases = [
        ("merge({ a = 1, b = 1 }, { b = 2 })", "{a: 1, b: 2}"),
        ("merge([{ a = 1 }, { b = 2 }]...)", "{a: 1, b: 2}"),
        ("concat([1], [2, 3])", "[1, 2, 3]"),
        ("flatten([[1, [2]], 3])", "[1, 2, 3]"),
        ("compact([\"a\", \"\", null, \"b\"])", "[\"a\", \"b\"]"),
        ("distinct([\"a\", \"b\", \"a\"])", "[\"a\", \"b\"]"),
        ("toset([\"b\", \"a\", \"b\"])", "[\"a\", \"b\"]"),
        ("keys({ b = 1, a = 2 })", "[\"a\", \"b\"]"),
        ("values({ b = 1, a = 2 })", "[2, 1]"),
        ("zipmap([\"a\", \"b\"], [1, 2])", "{a: 1, b: 2}"),
        ("transpose({ a = [\"x\", \"y\"], b = [\"x\"] })", "{x: [\"a\", \"b\"], y: [\"a\"]}"),
        ("lookup({ a = 1 }, \"a\", 2)", "1"),
        ("lookup({ a = 1 }, \"b\", 2)", "2"),
        ("contains([\"a\"], \"a\")", "true"),
        ("element([1, 2, 3], 4)", "2"),
        ("slice([1, 2, 3], 1, 3)", "[2, 3]"),
        ("chunklist([1, 2, 3], 2)", "[[1, 2], [3]]"),
        ("setproduct([1, 2], [\"a\"])", "[[1, \"a\"], [2, \"a\"]]"),
        ("setunion([\"a\"], [\"b\", \"a\"])", "[\"a\", \"b\"]"),
        ("setintersection([\"a\", \"b\"], [\"b\"])", "[\"b\"]"),
        ("setsubtract([\"a\", \"b\"], [\"b\"])", "[\"a\"]"),
        ("sort([\"b\", \"a\"])", "[\"a\", \"b\"]"),
        ("reverse([1, 2])", "[2, 1]"),
        ("one([5])", "5"),
        ("sum([1, 2])", "3"),
        ("alltrue([true, false])", "false"),
        ("anytrue([true, false])", "true"),
        ("index([\"a\", \"b\"], \"b\")", "1"),
        ("range(1, 7, 2)", "[1, 3, 5]"),
        ("coalesce(null, \"\", \"x\")", "\"x\""),
        ("coalescelist([], [1])", "[1]"),
        ("matchkeys([1, 2], [\"a\", \"b\"], [\"b\"])", "[2]"),
        ("length(\"héé\")", "3"),
    ];
    for (expression, expected) in cases {
        assert_eq!(show(&eval(expression)), expected, "{expression}");
    }
}

#[test]
fn functions_of_text_compute_known_values() {
    let cases = [
        ("format(\"%s-%03d-%.1f-%v%%\", \"a\", 7, 1.25, true)", "\"a-007-1.2-true%\""),
        ("format(\"%[2]s%[1]s|%-4s|%5s\", \"a\", \"b\", \"c\", \"d\")", "\"ba|b   |    c\""),
        ("formatlist(\"%s/%s\", \"a\", [\"x\", \"y\"])", "[\"a/x\", \"a/y\"]"),
        ("join(\",\", [\"a\", 1], [true])", "\"a,1,true\""),
        ("split(\",\", \"a,b\")", "[\"a\", \"b\"]"),
        ("replace(\"a.b\", \".\", \"-\")", "\"a-b\""),
        ("replace(\"a1b2\", \"/[0-9]/\", \"\")", "\"ab\""),
        ("regex(\"^(.)(.)\", \"xyz\")", "[\"x\", \"y\"]"),
        ("regex(\"(?P<first>.)\", \"xyz\")", "{first: \"x\"}"),
        ("regexall(\"[a-z]\", \"a1b\")", "[\"a\", \"b\"]"),
        ("substr(\"hello\", -3, -1)", "\"llo\""),
        ("title(\"hello world\")", "\"Hello World\""),
        ("trimsuffix(trimprefix(\"abc\", \"a\"), \"c\")", "\"b\""),
        ("startswith(\"abc\", \"ab\") && endswith(\"abc\", \"bc\") && strcontains(\"abc\", \"b\")", "true"),
        ("max(1, 3, 2) + min(1, 2) + abs(-1) + ceil(0.1) + floor(1.9)", "7"),
        ("tonumber(\"5\") + tonumber(tostring(6))", "11"),
        ("tobool(\"true\")", "true"),
        ("jsonencode({ a = [1] })", "{a: [1]}"),
        ("jsondecode(\"{\\\"a\\\": [1]}\").a[0]", "1"),
        ("jsondecode(jsonencode({ a = 1 })).a", "1"),
        ("yamldecode(\"a: [1]\").a", "[1]"),
        ("base64encode(\"hi\")", "\"aGk=\""),
        ("base64decode(\"aGk=\")", "\"hi\""),
        (
            "\"x=${jsonencode({ b = \"q\\\"\", a = [1, null] })}\"",
            "\"x={\\\"a\\\":[1,null],\\\"b\\\":\\\"q\\\\\\\"\\\"}\"",
        ),
        ("try({}.a, [].b, \"x\")", "\"x\""),
        ("try(flatten([{}.a]), [1])", "[1]"),
        ("try(tobool(null) ? 1 : 2, 3)", "3"),
        ("resource.aws_kms_key.k.description", "\"d\""),
        ("can({}.a)", "false"),
        ("can({ a = 1 }.a)", "true"),
        ("sensitive(\"x\")", "\"x\""),
        ("parseint(\"ff\", 16)", "255"),
        ("list(\"a\", 1)", "[\"a\", 1]"),
        ("map(\"a\", 1)", "{a: 1}"),
        ("cidrsubnet(\"10.0.0.0/16\", 8, 3)", "\"10.0.3.0/24\""),
        ("cidrsubnets(\"10.1.0.0/16\", 4, 8, 4)", "[\"10.1.0.0/20\", \"10.1.16.0/24\", \"10.1.32.0/20\"]"),
        ("cidrhost(\"10.0.0.0/24\", -2)", "\"10.0.0.254\""),
        ("cidrnetmask(\"10.0.0.0/0\")", "\"0.0.0.0\""),
        ("try(cidrsubnet(\"10.0.0.0/30\", 8, 3), \"none\")", "\"none\""),
        ("dirname(\"a/b.txt\")", "\"a\""),
        ("basename(\"a/b.txt\")", "\"b.txt\""),
        ("urlencode(\"a b/c\")", "\"a+b%2Fc\""),
    ];
    for (expression, expected) in cases {
        assert_eq!(show(&eval(expression)), expected, "{expression}");
    }
}

#[test]
fn functions_keep_what_is_known_beside_unknowns() {
    let cases = [
        ("merge({ a = 1 }, var.unknown, { b = 2 })", "{a: ?, b: 2, …}"),
        ("merge(var.unknown...)", "{…}"),
        (
            "merge({ a = 1, b = 1, c = 1 }, var.unknown ? { a = 2, b = 1, d = 1 } : {}, { e = 1 })",
            "{a: ?, b: 1, c: 1, d: ?, e: 1}",
        ),
        ("merge(var.unknown ? { a = 1, b = 1 } : { a = 1, b = 2 })", "{a: 1, b: ?}"),
        ("merge({ a = 1 }, var.unknown ? var.unknown : {})", "{a: ?, …}"),
        ("concat([1], var.unknown)", "[1, …]"),
        ("concat([var.unknown], [2])", "[?, 2]"),
        ("toset([\"b\", aws_kms_key.k.arn])", "[\"b\", ?]"),
        ("join(\",\", [\"a\", var.unknown, \"b\"])", "\"a,?,b\""),
        ("join(\",\", var.unknown)", "?"),
        ("format(\"arn:%s:x\", var.unknown)", "\"arn:?:x\""),
        ("lower(\"AB-${var.unknown}\")", "\"ab-?\""),
        ("startswith(\"ab-${var.unknown}\", \"ab\")", "true"),
        ("startswith(\"ab-${var.unknown}\", \"xb-cd\")", "false"),
        ("startswith(\"ab-${var.unknown}\", \"ab-cd\")", "?"),
        ("contains([\"a\", var.unknown], \"a\")", "true"),
        ("contains([\"a\", var.unknown], \"b\")", "?"),
        ("anytrue([var.unknown, true])", "true"),
        ("alltrue([var.unknown, true])", "?"),
        ("coalesce(aws_kms_key.k.arn, \"x\")", "?"),
        ("coalesce(\"\", var.unknown, \"x\")", "?"),
        ("replace(\"a_X_b\", \"_X_\", var.unknown)", "\"a?b\""),
        ("replace(\"a_X_b\", \"_Y_\", var.unknown)", "\"a_X_b\""),
        ("replace(\"a_X_${var.unknown}\", \"_X_\", \"-\")", "\"a-?\""),
        ("replace(jsonencode({ r = [\"_X_/*\", 1] }), \"_X_\", aws_kms_key.k.arn)", "{r: [\"?/*\", 1]}"),
        ("replace(jsonencode({ r = [] }), \"[]\", \"null\")", "\"{\\\"r\\\":null}\""),
        ("replace(jsonencode({ r = \"12\" }), \"/\\\"([0-9]+)\\\"/\", \"$1\")", "\"{\\\"r\\\":12}\""),
        ("lookup(var.unknown, \"a\", 1)", "?"),
        ("jsonencode({ a = var.unknown, b = \"x${var.unknown}\" })", "{a: ?, b: \"x?\"}"),
        ("\"<${jsonencode({ b = \"x${var.unknown}\" })}>\"", "\"<{\"b\":\"x?\"}>\""),
        ("length(var.unknown)", "?"),
        ("try(var.unknown.a, 1)", "?"),
        ("flatten([[1], var.unknown])", "[1, …]"),
        ("timestamp()", "?"),
        ("file(\"gone\")", "?"),
    ];
    for (expression, expected) in cases {
        assert_eq!(show(&eval(expression)), expected, "{expression}");
    }
    assert_eq!(reason(&eval("timestamp()")), &Reason::Expression("timestamp".into()));
    assert_eq!(reason(&eval("sha256(aws_kms_key.k.arn)")), &Reason::Expression("sha256".into()));
    assert_eq!(links(&eval("sha256(aws_kms_key.k.arn)")), ["aws_kms_key.k#arn"]);
    assert_eq!(links(&eval("coalesce(aws_kms_key.k.arn, \"x\")")), ["aws_kms_key.k#arn"]);
    assert_eq!(links(&eval("lower(aws_kms_key.k.arn)")), ["aws_kms_key.k#arn"]);
}

#[test]
fn files_of_the_module_are_read() {
    let case = lower(&[
        (
            "m/main.tf",
            "resource \"t_p\" \"a\" {\n  policy = file(\"${path.module}/p.json\")\n  there = fileexists(\"${path.module}/p.json\")\n  \
             data = templatefile(\"${path.module}/t.tpl\", { who = \"you\", n = [1, 2] })\n  unknown = file(\"${path.module}/x.json\")\n  \
             out = file(\"${path.module}/../../../etc/passwd\")\n  part = jsondecode(file(\"${path.module}/p.json\")).a\n  \
             near = file(\"p.json\")\n  far = file(\"/p.json\")\n}\n",
        ),
        ("m/p.json", "{\"a\": 1}"),
        ("m/t.tpl", "hi ${who}%{ for x in n } ${x}%{ endfor }"),
    ]);
    let policy = case.value("t_p.a", "policy");
    assert_eq!(show(policy), "\"{\\\"a\\\": 1}\"");
    assert_eq!(case.slice(policy.span), "file(\"${path.module}/p.json\")");
    assert_eq!(Some(case.slice(policy.origins()[0])), policy.as_str());
    assert_eq!(show(case.value("t_p.a", "there")), "true");
    assert_eq!(show(case.value("t_p.a", "data")), "\"hi you 1 2\"");
    assert!(case.value("t_p.a", "unknown").as_unknown().is_some());
    assert!(case.value("t_p.a", "out").as_unknown().is_some());
    assert_eq!(show(case.value("t_p.a", "part")), "1");
    assert_eq!(show(case.value("t_p.a", "near")), show(policy));
    assert!(case.value("t_p.a", "far").as_unknown().is_some());
}

#[test]
fn decoded_json_has_its_exact_place() {
    let case = one(
        "locals {\n  d = jsondecode(<<EOF\n{\"deny\": [true]}\nEOF\n  )\n}\nresource \"t_a\" \"a\" {\n  x = local.d.deny\n}\n",
    );
    let value = case.value("t_a.a", "x");
    assert_eq!((show(value).as_str(), case.slice(value.span)), ("[true]", "local.d.deny"));
    assert_eq!(case.slice(value.origins()[0]), "[true]");
}

#[test]
fn hostile_arguments_end_at_a_limit() {
    for expression in [
        "range(1000000000)",
        "format(\"%999999999s\", \"a\")",
        "setproduct(range(1000), range(1000), range(1000))",
        "regex(\"(((a{1000}){1000}){1000})\", \"a\")",
        "indent(100000000, \"\\n\")",
        "substr(\"abc\", 5, 1e300)",
        "element([], 1)",
        "chunklist([1], 0)",
        "slice([1], 1, 0)",
        "parseint(\"zz\", 99)",
        "format(\"%\", 1)",
        "format(\"%[99999999999999999999]s\", 1)",
        "pow(10, 10000)",
        "1 / 0",
    ] {
        let _ = eval(expression);
    }
    let case = one(
        "locals {\n  k = join(\"\", [for i in range(1000) : \"0123456789\"])\n  m = join(\"\", [for i in range(90) : local.k])\n}\n\
         output \"x\" {\n  value = [replace(local.m, \"\", local.m), replace(local.m, \"/./\", local.m), replace(local.m, \"/.*/\", \"$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0\"), \
         indent(10000000, \"a\\nb\"), length(indent(99999999, \"a\")), formatlist(local.m, range(1000)), formatlist(\"%s${local.m}\", range(1000))]\n}\n",
    );
    assert_eq!(show(case.value("output.x", "value")), "[?, ?, ?, ?, 1, ?, ?]");
}
