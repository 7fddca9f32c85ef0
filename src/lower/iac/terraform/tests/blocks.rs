use super::*;

#[test]
fn blocks_are_lists_of_maps_even_when_there_is_one() {
    let case = one(
        "resource \"aws_security_group\" \"g\" {\n  ingress {\n    cidr_blocks = [\"10.0.0.0/8\"]\n  }\n  ingress {\n    \
         from_port = 22\n  }\n  timeouts {\n    create = \"1m\"\n  }\n  provisioner \"local-exec\" {\n    command = \"x\"\n  }\n}\n",
    );
    let body = show(&case.fact("aws_security_group.g").body);
    assert_eq!(
        body,
        "{ingress: [{cidr_blocks: [\"10.0.0.0/8\"]}, {from_port: 22}], timeouts: [{create: \"1m\"}], \
         provisioner: [{command: \"x\", type: \"local-exec\"}]}"
    );
    let list = case.fact("aws_security_group.g").body.as_map().expect("map").entry("ingress").expect("ingress");
    assert_eq!(case.slice(list.key_span), "ingress");
}

#[test]
fn count_decides_how_often_a_resource_is_there() {
    let case = one(
        "variable \"u\" {}\nresource \"t_a\" \"none\" {\n  count = 0\n}\nresource \"t_a\" \"off\" {\n  count = false ? 1 : 0\n}\n\
         resource \"t_a\" \"two\" {\n  count = 2\n  n = count.index\n}\nresource \"t_a\" \"some\" {\n  count = var.u ? 1 : 0\n  \
         n = count.index\n}\nresource \"t_a\" \"many\" {\n  count = 500\n}\n",
    );
    let addresses = case.addresses("t_a");
    assert_eq!(&addresses[..4], ["t_a.two[0]", "t_a.two[1]", "t_a.some", "t_a.many[0]"]);
    assert_eq!(addresses.len(), 3 + 257);
    assert_eq!(addresses.last(), Some(&"t_a.many"));
    assert_eq!(show(case.value("t_a.two[1]", "n")), "1");
    assert_eq!(reason(case.value("t_a.some", "n")), &Reason::Input("u".into()));
    assert_eq!(reason(case.value("t_a.some", "count")), &Reason::Input("u".into()));
    assert!(case.fact("t_a.two[0]").body.get("count").is_none());
}

#[test]
fn references_find_counted_and_keyed_instances() {
    let case = one(
        "resource \"t_a\" \"c\" {\n  count = 2\n  n = \"n${count.index}\"\n}\nresource \"t_a\" \"e\" {\n  for_each = toset([\"x\", \"y\"])\n  \
         n = each.key\n}\nresource \"t_a\" \"none\" {\n  count = 0\n}\nvariable \"u\" {}\nresource \"t_a\" \"maybe\" {\n  \
         count = var.u\n  n = 1\n}\noutput \"x\" {\n  value = [t_a.c[1].n, t_a.c[*].arn, t_a.e[\"x\"].n, [for k, r in t_a.e : r.n], \
         length(t_a.c), try(t_a.none[0].n, \"no\"), one(t_a.none[*].n), t_a.maybe[0].n, join(\"\", t_a.none.*.n), \
         values(t_a.e)[*].n, t_a.c[var.u].arn]\n}\n",
    );
    let value = case.value("output.x", "value");
    assert_eq!(show(value), "[\"n1\", [?, ?], \"x\", [\"x\", \"y\"], 2, \"no\", null, 1, \"\", [\"x\", \"y\"], ?]");
    assert_eq!(links(case.value("output.x", "value.1.0")), ["t_a.c[0]#arn"]);
    assert_eq!(links(case.value("output.x", "value.2")), ["t_a.e[\"x\"]#n"]);
    assert_eq!(links(case.value("output.x", "value.7")), ["t_a.maybe#n"]);
    assert_eq!(links(case.value("output.x", "value.10")), ["t_a.c[0]#arn", "t_a.c[1]#arn"]);
}

#[test]
fn for_each_makes_one_fact_for_each_key() {
    let case = one(
        "variable \"u\" {}\nlocals {\n  buckets = {\n    logs = { acl = \"private\" }\n    \"a\\\"b\" = { acl = var.u }\n  }\n}\n\
         resource \"t_b\" \"b\" {\n  for_each = local.buckets\n  name = each.key\n  acl = each.value.acl\n}\n\
         resource \"t_b\" \"u\" {\n  for_each = var.u\n  name = each.key\n  acl = each.value.acl\n}\n\
         resource \"t_b\" \"k\" {\n  for_each = toset([\"a\", var.u])\n  name = each.value\n}\n",
    );
    assert_eq!(case.addresses("t_b"), ["t_b.b[\"a\\\"b\"]", "t_b.b[\"logs\"]", "t_b.u", "t_b.k[\"a\"]", "t_b.k"]);
    let acl = case.value("t_b.b[\"logs\"]", "acl");
    assert_eq!((show(acl).as_str(), case.slice(acl.span)), ("\"private\"", "each.value.acl"));
    assert_eq!(case.slice(acl.origins()[0]), "private");
    assert_eq!(reason(case.value("t_b.u", "acl")), &Reason::Input("u".into()));
    assert_eq!(reason(case.value("t_b.k", "name")), &Reason::Input("u".into()));
}

#[test]
fn dynamic_blocks_become_the_blocks_that_they_make() {
    let case = one(
        "variable \"u\" {}\nlocals {\n  rules = [{ port = 22, cidrs = [\"a\"] }, { port = 80, cidrs = [] }]\n}\n\
         resource \"t_g\" \"known\" {\n  ingress {\n    port = 1\n  }\n  dynamic \"ingress\" {\n    for_each = local.rules\n    content {\n      \
         port = ingress.value.port\n      dynamic \"cidr\" {\n        for_each = ingress.value.cidrs\n        iterator = it\n        \
         content {\n          at = it.value\n          of = ingress.key\n        }\n      }\n    }\n  }\n}\n\
         resource \"t_g\" \"unknown\" {\n  dynamic \"ingress\" {\n    for_each = var.u\n    content {\n      port = ingress.value.port\n      \
         self = true\n    }\n  }\n}\nresource \"t_g\" \"none\" {\n  dynamic \"ingress\" {\n    for_each = []\n    content {}\n  }\n}\n\
         resource \"t_g\" \"maybe\" {\n  dynamic \"ingress\" {\n    for_each = var.u ? [1] : []\n    content {\n      port = 1\n    }\n  }\n}\n",
    );
    assert_eq!(
        show(&case.fact("t_g.known").body),
        "{ingress: [{port: 1}, {port: 22, cidr: [{at: \"a\", of: 0}]}, {port: 80}]}"
    );
    assert_eq!(show(&case.fact("t_g.unknown").body), "{ingress: [{port: ?, self: true}, …]}");
    assert_eq!(show(&case.fact("t_g.none").body), "{}");
    assert_eq!(show(&case.fact("t_g.maybe").body), "{ingress: [{port: 1}, …]}");
}

#[test]
fn references_to_blocks_find_what_is_set_in_them() {
    let case = one(
        "resource \"t_b\" \"b\" {\n  rule {\n    days = 3\n  }\n  tags = { a = 1 }\n}\noutput \"x\" {\n  value = [t_b.b.rule[0].days, \
         t_b.b.rule[0].id, t_b.b.tags.a, t_b.b.tags[\"a\"]]\n}\n",
    );
    assert_eq!(show(case.value("output.x", "value")), "[3, ?, 1, 1]");
    assert_eq!(reason(case.value("output.x", "value.1")), &Reason::Computed("t_b.b.rule.id".into()));
    assert_eq!(links(case.value("output.x", "value.2")), ["t_b.b#tags.a"]);
}

#[test]
fn terraforms_own_arguments_are_kept_as_they_are_written() {
    let case = one(
        "resource \"t_b\" \"a\" {}\nresource \"t_b\" \"b\" {\n  provider = aws.east\n  depends_on = [t_b.a]\n  lifecycle {\n    \
         prevent_destroy = true\n    ignore_changes = [tags, engine_version]\n  }\n}\n",
    );
    assert_eq!(
        show(&case.fact("t_b.b").body),
        "{provider: \"aws.east\", depends_on: [\"t_b.a\"], lifecycle: [{prevent_destroy: true, \
         ignore_changes: [\"tags\", \"engine_version\"]}]}"
    );
    assert_eq!(links(case.value("t_b.b", "depends_on.0")), ["t_b.a#"]);
}

#[test]
fn providers_settings_variables_and_outputs_are_facts() {
    let case = lower(&[
        (
            "a.tf",
            "terraform {\n  required_providers {\n    aws = {\n      source = \"hashicorp/aws\"\n      version = \"~> 5.31\"\n    }\n    \
             dd = {\n      source = \"DataDog/datadog\"\n    }\n    old = \"~> 1.2\"\n  }\n}\n\
             provider \"aws\" {\n  region = \"us-east-1\"\n}\nprovider \"aws\" {\n  alias = \"east\"\n}\nprovider \"google-beta\" {\n  version = \"3.1\"\n}\n",
        ),
        (
            "b.tf",
            "terraform {\n  backend \"s3\" {\n    encrypt = true\n  }\n}\nvariable \"pw\" {\n  type = string\n  sensitive = true\n  \
             default = \"x\"\n}\noutput \"o\" {\n  value = var.pw\n}\ndata \"aws_ami\" \"a\" {\n  owners = [\"self\"]\n}\nresource \"google_x\" \"y\" {}\n",
        ),
    ]);
    assert_eq!(show(case.value("terraform", "backend")), "[{encrypt: true, type: \"s3\"}]");
    assert_eq!(show(case.value("terraform", "required_providers.0.aws.version")), "\"~> 5.31\"");
    assert_eq!(case.addresses("provider.aws"), ["provider.aws", "provider.aws.east"]);
    assert_eq!(show(&case.fact("var.pw").body), "{sensitive: true, default: \"x\", type: \"string\"}");
    assert_eq!(show(case.value("output.o", "value")), "\"x\"");
    assert_eq!(case.addresses("data.aws_ami"), ["data.aws_ami.a"]);
    let scope = &case.parts[0].scopes[0];
    assert_eq!(scope.providers["aws"].minimum.as_deref(), Some([5, 31].as_slice()));
    assert_eq!(scope.providers["google"].minimum.as_deref(), Some([3, 1].as_slice()));
    let mut names: Vec<_> = case.parts[0].uses.iter().map(|found| &*found.name).collect();
    names.sort_unstable();
    assert_eq!(names, ["DataDog/datadog", "aws", "aws", "google-beta", "hashicorp/aws", "old"]);
}

#[test]
fn values_files_of_the_root_set_variables() {
    let case = lower(&[
        (
            "main.tf",
            "variable \"a\" {}\nvariable \"b\" {\n  default = 1\n}\nvariable \"c\" {}\nvariable \"d\" {}\n\
          output \"x\" {\n  value = [var.a, var.b, var.c, var.d]\n}\n",
        ),
        ("terraform.tfvars", "a = \"t\"\nb = 2\n"),
        ("a.auto.tfvars", "b = 3\n"),
        ("z.auto.tfvars", "c = [4]\n"),
    ]);
    assert_eq!(show(case.value("output.x", "value")), "[\"t\", 3, [4], ?]");
    let a = case.value("output.x", "value.0");
    assert_eq!((case.slice(a.span), case.slice(a.origins()[0])), ("var.a", "t"));
}

#[test]
fn variables_are_converted_to_their_types() {
    let case = one(
        "variable \"o\" {\n  type = object({\n    a = string\n    b = optional(number, 5)\n    c = optional(object({ d = optional(bool, true) }), {})\n    \
         e = optional(string)\n  })\n  default = {\n    a = 1\n    z = 2\n  }\n}\nvariable \"s\" {\n  type = set(string)\n  default = [\"b\", \"a\", \"b\"]\n}\n\
         variable \"n\" {\n  type = bool\n  default = \"true\"\n}\nvariable \"m\" {\n  type = map(number)\n  default = { x = \"1\" }\n}\n\
         output \"x\" {\n  value = [var.o, var.s, var.n, var.m]\n}\n",
    );
    assert_eq!(
        show(case.value("output.x", "value")),
        "[{a: \"1\", b: 5, c: {d: true}, e: null}, [\"a\", \"b\"], true, {x: 1}]"
    );
}

#[test]
fn a_policy_document_is_its_policy() {
    let case = one(
        "resource \"aws_s3_bucket\" \"b\" {}\ndata \"aws_iam_policy_document\" \"base\" {\n  statement {\n    sid = \"Base\"\n    effect = \"Deny\"\n    \
         actions = [\"s3:*\"]\n    resources = [\"*\"]\n    principals {\n      type = \"*\"\n      identifiers = [\"*\"]\n    }\n  }\n}\n\
         data \"aws_iam_policy_document\" \"d\" {\n  source_policy_documents = [data.aws_iam_policy_document.base.json]\n  statement {\n    \
         actions = [\"s3:GetObject\"]\n    resources = [\"${aws_s3_bucket.b.arn}/*\"]\n    principals {\n      type = \"AWS\"\n      \
         identifiers = [\"a\", \"b\"]\n    }\n    condition {\n      test = \"Bool\"\n      variable = \"aws:SecureTransport\"\n      \
         values = [\"true\"]\n    }\n    condition {\n      test = \"Bool\"\n      variable = \"x\"\n      values = [\"false\"]\n    }\n  }\n  \
         override_policy_documents = [jsonencode({ Statement = [{ Sid = \"J\" }] }), \"{\\\"Statement\\\":{\\\"Sid\\\":\\\"T\\\"}}\", var.u]\n}\n\
         variable \"u\" {}\nresource \"aws_s3_bucket_policy\" \"p\" {\n  policy = data.aws_iam_policy_document.d.json\n}\n",
    );
    let policy = case.value("aws_s3_bucket_policy.p", "policy");
    assert_eq!(
        show(policy),
        "{Version: \"2012-10-17\", Statement: [{Sid: \"Base\", Effect: \"Deny\", Action: [\"s3:*\"], Resource: [\"*\"], \
         Principal: \"*\"}, {Effect: \"Allow\", Action: [\"s3:GetObject\"], Resource: [\"?/*\"], \
         Principal: {AWS: [\"a\", \"b\"]}, Condition: {Bool: {aws:SecureTransport: [\"true\"], x: [\"false\"]}}}, \
         {Sid: \"J\"}, {Sid: \"T\"}, …]}"
    );
    assert_eq!(case.slice(policy.span), "data.aws_iam_policy_document.d.json");
    let action = case.value("aws_s3_bucket_policy.p", "policy.Statement.1.Action");
    assert_eq!(case.slice(action.span), "[\"s3:GetObject\"]");
    assert_eq!(links(policy)[0], "data.aws_iam_policy_document.d#json");
    assert_eq!(links(case.value("aws_s3_bucket_policy.p", "policy.Statement.1.Resource.0")), ["aws_s3_bucket.b#arn"]);
}

#[test]
fn statements_of_overriding_documents_take_the_place_of_their_namesakes() {
    let case = one(
        "data \"aws_iam_policy_document\" \"d\" {\n  statement {\n    sid = \"A\"\n    effect = \"Allow\"\n  }\n  statement {\n    \
         sid = \"B\"\n  }\n  override_json = jsonencode({ Statement = [{ Sid = \"A\", Effect = \"Deny\" }] })\n}\n\
         output \"x\" {\n  value = data.aws_iam_policy_document.d.minified_json\n}\n",
    );
    assert_eq!(
        show(case.value("output.x", "value.Statement")),
        "[{Sid: \"B\", Effect: \"Allow\"}, {Sid: \"A\", Effect: \"Deny\"}]"
    );
}

#[test]
fn a_policy_in_text_keeps_its_exact_place() {
    let text = "resource \"t_p\" \"a\" {\n  policy = <<EOF\n{\"Statement\": []}\nEOF\n}\nresource \"t_p\" \"b\" {\n  \
                policy = <<-EOF\n    {\"Resource\": \"${t_p.a.arn}\"}\n  EOF\n}\n";
    let case = one(text);
    let policy = case.value("t_p.a", "policy");
    assert_eq!(Some(case.slice(policy.span)), policy.as_str());
    assert_eq!(show(case.value("t_p.b", "policy")), "\"{\"Resource\": \"?\"}\n\"");
}

#[test]
fn what_stands_in_a_broken_block_is_unread_and_not_missing() {
    let case = one(
        "resource \"t_a\" \"broken\" {\n  x = = 1\n}\nresource \"t_a\" \"good\" {\n  x = t_a.broken.id\n  y = try(t_a.broken.id, 1)\n}\n",
    );
    assert_eq!(case.addresses("t_a"), ["t_a.good"]);
    assert_eq!(reason(case.value("t_a.good", "x")), &Reason::Unread);
    assert!(case.value("t_a.good", "y").as_unknown().is_some());
    let unread = &case.parts[0].scopes[0].unread;
    assert_eq!((unread.len(), unread[0].what.as_str()), (1, "a block of 'main.tf'"));
}
