use crate::source::ProblemKind;

use super::*;

#[test]
fn modules_are_evaluated_as_they_are_called() {
    let case = lower(&[
        (
            "main.tf",
            "module \"db\" {\n  source = \"./modules/db\"\n  encrypted = local.on\n  name = \"x\"\n}\nlocals {\n  on = false\n}\n\
             resource \"t_a\" \"a\" {\n  key = module.db.key\n  arn = module.db.arn\n  name = module.db.all.name\n}\n",
        ),
        (
            "modules/db/main.tf",
            "variable \"encrypted\" {\n  default = true\n}\nvariable \"name\" {}\nvariable \"other\" {\n  default = \"o\"\n}\nresource \"t_db\" \"this\" {\n  \
             encrypted = var.encrypted\n  other = var.other\n}\nmodule \"inner\" {\n  source = \"../inner\"\n  name = var.name\n}\n\
             output \"key\" {\n  value = module.inner.key\n}\noutput \"arn\" {\n  value = t_db.this.arn\n}\noutput \"all\" {\n  value = { name = var.name }\n}\n",
        ),
        (
            "modules/inner/main.tf",
            "variable \"name\" {}\nresource \"t_k\" \"k\" {\n  name = var.name\n}\noutput \"key\" {\n  value = t_k.k.name\n}\n",
        ),
    ]);
    assert_eq!(case.parts.len(), 1);
    let fact = case.fact("module.db.t_db.this");
    assert_eq!(fact.via.iter().map(|span| case.slice(*span)).collect::<Vec<_>>(), ["module \"db\""]);
    let encrypted = case.value("module.db.t_db.this", "encrypted");
    assert_eq!((show(encrypted).as_str(), case.slice(encrypted.span)), ("false", "var.encrypted"));
    let origins: Vec<_> = encrypted.origins().iter().map(|origin| case.slice(*origin)).collect();
    assert_eq!(origins, ["false", "local.on"]);
    assert_eq!(show(case.value("module.db.t_db.this", "other")), "\"o\"");
    assert_eq!(case.fact("module.db.module.inner.t_k.k").via.len(), 2);
    let key = case.value("t_a.a", "key");
    assert_eq!((show(key).as_str(), links(key)), ("\"x\"", vec!["module.db.module.inner.t_k.k#name".to_owned()]));
    assert_eq!(links(case.value("t_a.a", "arn")), ["module.db.t_db.this#arn"]);
    assert_eq!(show(case.value("t_a.a", "name")), "\"x\"");
}

#[test]
fn repeated_modules_have_an_instance_each() {
    let case = lower(&[
        (
            "main.tf",
            "module \"m\" {\n  source = \"./m\"\n  for_each = { a = 1, b = 2 }\n  n = each.value\n}\nmodule \"c\" {\n  source = \"./m\"\n  count = 2\n  \
             n = count.index\n}\nmodule \"off\" {\n  source = \"./m\"\n  count = 0\n  n = 0\n}\noutput \"x\" {\n  value = [module.m[\"b\"].n, \
             [for k, m in module.m : m.n], module.c[*].n, try(module.off[0].n, \"none\"), module.c[1].n]\n}\n",
        ),
        (
            "m/main.tf",
            "variable \"n\" {}\nresource \"t_a\" \"a\" {\n  n = var.n\n}\noutput \"n\" {\n  value = var.n\n}\n",
        ),
    ]);
    assert_eq!(
        case.addresses("t_a"),
        ["module.m[\"a\"].t_a.a", "module.m[\"b\"].t_a.a", "module.c[0].t_a.a", "module.c[1].t_a.a"]
    );
    assert_eq!(show(case.value("output.x", "value")), "[2, [1, 2], [0, 1], \"none\", 1]");
}

#[test]
fn arguments_and_outputs_may_cross_between_modules() {
    let case = lower(&[
        (
            "main.tf",
            "module \"a\" {\n  source = \"./m\"\n  in = module.b.fixed\n}\nmodule \"b\" {\n  source = \"./m\"\n  in = module.a.out\n}\n\
                     output \"x\" {\n  value = module.b.out\n}\n",
        ),
        (
            "m/main.tf",
            "variable \"in\" {}\noutput \"out\" {\n  value = \"${var.in}!\"\n}\noutput \"fixed\" {\n  value = \"f\"\n}\n",
        ),
    ]);
    assert_eq!(show(case.value("output.x", "value")), "\"f!!\"");
}

#[test]
fn whole_resources_pass_through_modules() {
    let case = lower(&[
        (
            "main.tf",
            "resource \"t_k\" \"k\" {\n  rotation = true\n}\nmodule \"m\" {\n  source = \"./m\"\n  key = t_k.k\n}\n",
        ),
        (
            "m/main.tf",
            "variable \"key\" {}\nresource \"t_a\" \"a\" {\n  rotates = var.key.rotation\n  arn = var.key.arn\n}\n",
        ),
    ]);
    let rotates = case.value("module.m.t_a.a", "rotates");
    assert_eq!((show(rotates).as_str(), links(rotates)), ("true", vec!["t_k.k#rotation".to_owned()]));
    let arn = case.value("module.m.t_a.a", "arn");
    assert_eq!(reason(arn), &Reason::Computed("t_k.k.arn".into()));
    assert_eq!(links(arn), ["t_k.k#arn"]);
}

#[test]
fn modules_from_elsewhere_are_unread_and_keep_their_arguments() {
    let case = one(
        "module \"vpc\" {\n  source  = \"terraform-aws-modules/vpc/aws\"\n  version = \"5.0\"\n  flow = false\n}\n\
         resource \"t_a\" \"a\" {\n  vpc = module.vpc.vpc_id\n}\n",
    );
    let vpc = case.value("t_a.a", "vpc");
    assert_eq!(reason(vpc), &Reason::Module("terraform-aws-modules/vpc/aws".into()));
    assert_eq!(links(vpc), ["module.vpc#vpc_id"]);
    assert_eq!(&*case.fact("module.vpc").kind, "module");
    let unread = &case.parts[0].scopes[0].unread;
    assert_eq!(unread.len(), 1);
    assert_eq!(unread[0].call.get("flow").and_then(Value::as_bool), Some(false));
    assert_eq!(case.slice(unread[0].span), "module \"vpc\"");
    let problems: Vec<&str> = case.parts[0].problems.iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(problems.len(), 1);
    assert!(problems[0].contains("'terraform-aws-modules/vpc/aws' is not in the repository"), "{problems:?}");
}

#[test]
fn modules_from_elsewhere_are_named_once_for_each_source() {
    let case = lower(&[
        (
            "a/main.tf",
            "module \"x\" {\n  source = \"git::https://x/y?ref=1\"\n}\nmodule \"z\" {\n  source = \"a/b/c\"\n}\n",
        ),
        ("b/main.tf", "module \"x\" {\n  source = \"git::https://x/y?ref=2\"\n  for_each = toset([\"a\", \"b\"])\n}\n"),
    ]);
    let problems: Vec<_> = case.parts.iter().flat_map(|part| &part.problems).collect();
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems.iter().all(|problem| problem.path == "a/main.tf"));
    assert_eq!(case.parts[1].scopes[0].unread.len(), 2);
}

#[test]
fn a_local_module_that_is_missing_is_a_problem() {
    let case = lower(&[(
        "a/main.tf",
        "module \"m\" {\n  source = \"./gone\"\n}\nmodule \"n\" {\n  source = \"../../out\"\n}\n",
    )]);
    let problems = &case.parts[0].problems;
    assert_eq!(problems.iter().map(|problem| problem.kind).collect::<Vec<_>>(), [ProblemKind::ModuleNotFound; 2]);
    assert_eq!(problems[0].span.map(|span| case.slice(span)), Some("./gone"));
    assert_eq!(case.parts[0].scopes[0].unread.len(), 2);
}

#[test]
fn a_module_that_calls_itself_is_a_problem_and_ends() {
    let case = lower(&[
        ("main.tf", "module \"me\" {\n  source = \"./.\"\n}\nresource \"t_a\" \"a\" {}\n"),
        ("x/a/main.tf", "module \"b\" {\n  source = \"../b\"\n}\nresource \"t_a\" \"a\" {}\n"),
        ("x/b/main.tf", "module \"a\" {\n  source = \"../a\"\n}\nresource \"t_a\" \"b\" {}\n"),
    ]);
    let paths: Vec<_> = case.parts.iter().map(|part| part.scopes[0].path.as_str()).collect();
    assert_eq!(paths, ["", "x/a"]);
    assert!(case.parts.iter().all(|part| part.problems.iter().any(|problem| problem.kind == ProblemKind::ModuleCycle)));
    assert_eq!(case.addresses("t_a"), ["t_a.a", "module.b.t_a.b", "t_a.a"]);
}

#[test]
fn modules_that_multiply_end_at_a_limit() {
    let mut files: Vec<(String, String)> = Vec::new();
    for level in 0..20 {
        let next = level + 1;
        let calls: String =
            (0..4).map(|call| format!("module \"m{call}\" {{\n  source = \"../l{next}\"\n}}\n")).collect();
        files.push((format!("l{level}/main.tf"), format!("{calls}resource \"t_a\" \"a\" {{}}\n")));
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let case = lower(&files);
    assert_eq!(case.parts.len(), 1);
    assert!(case.parts[0].problems.iter().any(|problem| problem.kind == ProblemKind::Limit));
    assert!(case.facts().count() < 10_000);
}

#[test]
fn called_directories_are_no_roots_and_the_order_is_that_of_paths() {
    let case = lower(&[
        ("modules/m/main.tf", "resource \"t_a\" \"m\" {}\n"),
        ("z/main.tf", "module \"m\" {\n  source = \"../modules/m\"\n}\n"),
        ("a/main.tf", "module \"m\" {\n  source = \"../modules/m\"\n}\n"),
        ("modules/m/.terraform/modules/x/main.tf", "resource \"t_a\" \"x\" {}\n"),
    ]);
    assert_eq!(case.parts.iter().map(|part| part.scopes[0].path.as_str()).collect::<Vec<_>>(), ["a", "z"]);
    assert_eq!(case.addresses("t_a"), ["module.m.t_a.m", "module.m.t_a.m"]);
}

#[test]
fn null_arguments_give_way_to_defaults_where_null_is_not_allowed() {
    let case = lower(&[
        ("main.tf", "module \"m\" {\n  source = \"./m\"\n  a = null\n  b = null\n}\n"),
        (
            "m/main.tf",
            "variable \"a\" {\n  default = 1\n  nullable = false\n}\nvariable \"b\" {\n  default = 1\n}\nresource \"t_a\" \"a\" {\n  a = var.a\n  b = var.b\n}\n",
        ),
    ]);
    assert_eq!(show(&case.fact("module.m.t_a.a").body), "{a: 1, b: null}");
}

#[test]
fn json_syntax_is_the_same_language() {
    let case = lower(&[
        (
            "main.tf.json",
            "{\n  \"//\": \"note\",\n  \"variable\": {\"v\": {\"type\": \"list(string)\"}, \"u\": {}},\n  \"locals\": {\"l\": \"${upper(\\\"x\\\")}\"},\n  \
             \"terraform\": {\"backend\": {\"s3\": {\"encrypt\": true}}, \"required_providers\": {\"aws\": {\"version\": \">= 4\"}}},\n  \
             \"provider\": {\"aws\": [{\"region\": \"a\"}, {\"alias\": \"b\"}]},\n  \"resource\": {\"t_a\": {\n    \"one\": {\"name\": \"n-${var.v[0]}-${var.u}\", \
             \"l\": \"${local.l}\", \"ingress\": [{\"port\": 22}], \"dynamic\": {\"rule\": {\"for_each\": \"${var.v}\", \"content\": {\"v\": \"${rule.value}\"}}}},\n    \
             \"two\": {\"count\": 0},\n    \"three\": {\"depends_on\": [\"t_a.one\"], \"of\": \"${t_a.one.ingress[0].port}\"}\n  }},\n  \
             \"module\": {\"m\": {\"source\": \"./m\", \"x\": 1}}\n}\n",
        ),
        ("terraform.tfvars.json", "{\"v\": [\"a\", \"b\"], \"resource\": 1}"),
        ("m/main.tf.json", "[{\"variable\": {\"x\": {}}}, {\"resource\": {\"t_a\": {\"m\": {\"x\": \"${var.x}\"}}}}]"),
    ]);
    assert_eq!(case.addresses("t_a"), ["t_a.one", "t_a.three", "module.m.t_a.m"]);
    assert_eq!(
        show(&case.fact("t_a.one").body),
        "{name: \"n-a-?\", l: \"X\", ingress: [{port: 22}], rule: [{v: \"a\"}, {v: \"b\"}]}"
    );
    assert_eq!(show(case.value("t_a.three", "of")), "22");
    assert_eq!(links(case.value("t_a.three", "depends_on.0")), ["t_a.one#"]);
    assert_eq!(show(case.value("module.m.t_a.m", "x")), "1");
    assert_eq!(case.addresses("provider.aws"), ["provider.aws", "provider.aws.b"]);
    assert_eq!(show(case.value("terraform", "backend.0.type")), "\"s3\"");
    let fact = case.fact("t_a.one");
    assert_eq!(case.slice(fact.header), "one");
    assert!(case.slice(fact.span).starts_with("\"one\": {"));
    let l = case.value("t_a.one", "l");
    assert_eq!(case.slice(l.span), "${local.l}");
    assert_eq!(show(case.value("var.v", "type")), "\"list(string)\"");
}

#[test]
fn override_files_replace_what_they_name() {
    let case = lower(&[
        (
            "main.tf",
            "resource \"t_a\" \"a\" {\n  x = 1\n  y = 1\n  b {\n    n = 1\n  }\n}\nvariable \"v\" {\n  default = 1\n}\nlocals {\n  l = 1\n  k = 1\n}\n\
                     output \"o\" {\n  value = [var.v, local.l, local.k]\n}\n",
        ),
        (
            "z_override.tf",
            "resource \"t_a\" \"a\" {\n  x = 2\n  b {\n    m = 2\n  }\n}\nvariable \"v\" {\n  default = 2\n}\nlocals {\n  l = 2\n}\n",
        ),
        ("override.tf", "resource \"t_a\" \"new\" {}\n"),
    ]);
    assert_eq!(case.addresses("t_a"), ["t_a.a", "t_a.new"]);
    assert_eq!(show(&case.fact("t_a.a").body), "{x: 2, y: 1, b: [{m: 2}]}");
    assert_eq!(show(case.value("output.o", "value")), "[2, 2, 1]");
}

#[test]
fn fetched_modules_and_locked_versions_are_used() {
    let case = lower(&[
        (
            "r/main.tf",
            "module \"vpc\" {\n  source = \"terraform-aws-modules/vpc/aws\"\n  n = 1\n}\nresource \"aws_x\" \"x\" {\n  id = module.vpc.id\n}\n",
        ),
        (
            "r/.terraform/modules/modules.json",
            "{\"Modules\": [{\"Key\": \"\", \"Dir\": \".\"}, {\"Key\": \"vpc\", \"Dir\": \".terraform/modules/vpc\"}, \
             {\"Key\": \"vpc.in\", \"Dir\": \".terraform/modules/vpc.in\"}]}",
        ),
        (
            "r/.terraform/modules/vpc/main.tf",
            "variable \"n\" {}\nmodule \"in\" {\n  source = \"a/b/c\"\n}\noutput \"id\" {\n  value = \"${var.n}${module.in.x}\"\n}\n",
        ),
        ("r/.terraform/modules/vpc.in/main.tf", "output \"x\" {\n  value = 2\n}\nresource \"aws_y\" \"y\" {}\n"),
        (
            "r/.terraform.lock.hcl",
            "provider \"registry.terraform.io/hashicorp/aws\" {\n  version = \"5.31.2\"\n  hashes = [\"h1:x\"]\n}\n",
        ),
    ]);
    assert_eq!(show(case.value("aws_x.x", "id")), "\"12\"");
    assert_eq!(case.addresses("aws_y"), ["module.vpc.module.in.aws_y.y"]);
    assert!(case.parts[0].scopes[0].unread.is_empty());
    assert_eq!(case.parts[0].scopes[0].providers["aws"].minimum.as_deref(), Some([5, 31, 2].as_slice()));
}
