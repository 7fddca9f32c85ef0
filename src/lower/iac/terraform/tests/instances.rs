//! How often blocks are there, and what each instance is given: `for_each` through modules and dynamic blocks, what
//! OpenTofu adds, other roots' states, and blocks that declare nothing.

use super::*;
use crate::source::ProblemKind;

#[test]
fn each_instance_has_its_own_values_through_modules_and_dynamic_blocks() {
    let case = lower(&[
        (
            "main.tf",
            "locals {\n  buckets = { logs = { days = 30, rules = [22] }, phi = { days = 365, rules = [] } }\n}\n\
             module \"bucket\" {\n  for_each = local.buckets\n  source = \"./bucket\"\n  name = each.key\n  settings = each.value\n}\n",
        ),
        (
            "bucket/main.tf",
            "variable \"name\" {}\nvariable \"settings\" {\n  type = object({ days = number, rules = list(number), public = optional(bool, false) })\n}\n\
             module \"inner\" {\n  source = \"../inner\"\n  for_each = toset([\"${var.name}-a\", \"${var.name}-b\"])\n  key = each.value\n  \
             rules = var.settings.rules\n}\nresource \"t_b\" \"this\" {\n  bucket = var.name\n  days = var.settings.days\n  \
             public = var.settings.public\n}\n",
        ),
        (
            "inner/main.tf",
            "variable \"key\" {}\nvariable \"rules\" {}\nresource \"t_i\" \"this\" {\n  key = var.key\n  dynamic \"rule\" {\n    \
             for_each = toset(var.rules)\n    content {\n      port = rule.value\n      name = \"${rule.key}-${var.key}\"\n    }\n  }\n}\n",
        ),
    ]);
    assert_eq!(
        show(&case.fact("module.bucket[\"logs\"].t_b.this").body),
        "{bucket: \"logs\", days: 30, public: false}"
    );
    assert_eq!(show(case.value("module.bucket[\"phi\"].t_b.this", "days")), "365");
    assert_eq!(
        show(&case.fact("module.bucket[\"logs\"].module.inner[\"logs-b\"].t_i.this").body),
        "{key: \"logs-b\", rule: [{port: 22, name: \"22-logs-b\"}]}"
    );
    assert_eq!(show(&case.fact("module.bucket[\"phi\"].module.inner[\"phi-a\"].t_i.this").body), "{key: \"phi-a\"}");
}

#[test]
fn more_instances_than_are_told_apart_are_named() {
    let case = one(
        "resource \"t_a\" \"many\" {\n  count = 1000000\n  x = count.index\n}\nlocals {\n  hundred = range(100)\n}\n\
         resource \"t_b\" \"many\" {\n  for_each = toset([for pair in setproduct(local.hundred, local.hundred) : \"${pair[0]}-${pair[1]}\"])\n  \
         x = each.key\n}\nresource \"t_c\" \"many\" {\n  for_each = { for a in range(1000) : \"k${a}\" => a }\n  x = each.value\n}\n",
    );
    assert_eq!((case.addresses("t_a").len(), case.addresses("t_b").len(), case.addresses("t_c").len()), (257, 1, 257));
    assert_eq!(reason(case.value("t_a.many", "x")), &Reason::Limit);
    assert_eq!(show(case.value("t_c.many[\"k0\"]", "x")), "0");
    assert_eq!(reason(case.value("t_c.many", "for_each")), &Reason::Limit);
    let told: Vec<_> = case.parts[0].problems.iter().map(|problem| (problem.kind, problem.message.as_str())).collect();
    assert_eq!(
        told,
        [
            (ProblemKind::Limit, "'count' makes more instances than are told apart: 256 are"),
            (ProblemKind::Limit, "'for_each' makes more instances than are told apart: 256 are"),
        ]
    );
}

#[test]
fn blocks_that_move_or_check_declare_nothing() {
    let case = one(
        "moved {\n  from = t_a.old\n  to = t_a.new\n}\nimport {\n  for_each = { a = 1 }\n  to = t_a.new\n  id = each.key\n}\n\
         removed {\n  from = t_a.gone\n  lifecycle {\n    destroy = false\n  }\n}\ncheck \"up\" {\n  data \"http\" \"x\" {\n    \
         url = \"http://x\"\n  }\n  assert {\n    condition = data.http.x.status_code == 200\n    error_message = \"down\"\n  }\n}\n\
         ephemeral \"t_secret\" \"s\" {\n  name = \"x\"\n}\nresource \"t_a\" \"new\" {\n  password_wo = ephemeral.t_secret.s.value\n  \
         version = try(ephemeral.t_secret.s.name, \"\")\n}\n",
    );
    let addresses: Vec<_> = case.facts().map(|fact| &*fact.address).collect();
    assert_eq!(addresses, ["ephemeral.t_secret.s", "t_a.new"]);
    assert_eq!(show(&case.fact("t_a.new").body), "{password_wo: ?, version: \"x\"}");
    assert_eq!(links(case.value("t_a.new", "password_wo")), ["ephemeral.t_secret.s#value"]);
    assert_eq!(case.parts[0].problems, []);
}

#[test]
fn files_of_opentofu_take_the_place_of_their_namesakes() {
    let files = [
        ("a.tf", "resource \"t_a\" \"terraform\" {}\n"),
        ("a.tofu", "resource \"t_a\" \"tofu\" {}\n"),
        ("b.tf", "resource \"t_a\" \"both\" {}\n"),
        ("c.tf.json", "{\"resource\": {\"t_a\": {\"json\": {}}}}"),
        ("c.tofu.json", "{\"resource\": {\"t_a\": {\"tofu_json\": {\"x\": \"${1 + 1}\"}}}}"),
        ("d.tofu", "resource \"t_a\" \"alone\" {}\n"),
    ];
    let case = lower(&files);
    assert_eq!(case.addresses("t_a"), ["t_a.tofu", "t_a.both", "t_a.tofu_json", "t_a.alone"]);
    assert_eq!(show(case.value("t_a.tofu_json", "x")), "2");
}

#[test]
fn what_opentofu_adds_is_evaluated() {
    let case = one(
        "variable \"u\" {}\nlocals {\n  regions = [\"us-east-1\", \"eu-west-1\"]\n}\nterraform {\n  encryption {\n    \
         key_provider \"pbkdf2\" \"k\" {\n      passphrase = var.u\n    }\n    method \"aes_gcm\" \"m\" {\n      \
         keys = key_provider.pbkdf2.k\n    }\n    state {\n      method = method.aes_gcm.m\n      enforced = true\n    }\n  }\n}\n\
         provider \"aws\" {\n  alias = \"by_region\"\n  for_each = toset(local.regions)\n  region = each.value\n}\n\
         resource \"t_a\" \"off\" {\n  x = 1\n  lifecycle {\n    enabled = false\n  }\n}\nresource \"t_a\" \"on\" {\n  lifecycle {\n    \
         enabled = length(local.regions) > 1\n  }\n}\nresource \"t_a\" \"maybe\" {\n  x = 2\n  lifecycle {\n    enabled = var.u\n  }\n}\n\
         resource \"t_a\" \"west\" {\n  provider = aws.by_region[\"eu-west-1\"]\n}\n\
         output \"x\" {\n  value = [t_a.off == null, try(t_a.off.x, \"none\"), t_a.maybe.x]\n}\n",
    );
    assert_eq!(case.addresses("t_a"), ["t_a.on", "t_a.maybe", "t_a.west"]);
    assert_eq!(show(case.value("output.x", "value")), "[true, \"none\", 2]");
    assert_eq!(reason(case.value("t_a.maybe", "enabled")), &Reason::Input("u".into()));
    assert_eq!(
        case.addresses("provider.aws"),
        ["provider.aws.by_region[\"eu-west-1\"]", "provider.aws.by_region[\"us-east-1\"]"]
    );
    assert_eq!(show(case.value("provider.aws.by_region[\"eu-west-1\"]", "region")), "\"eu-west-1\"");
    assert_eq!(show(case.value("terraform", "encryption.0.state.0.enforced")), "true");
    assert_eq!(show(case.value("terraform", "encryption.0.key_provider.0")), "{passphrase: ?, type: \"pbkdf2\"}");
}

#[test]
fn outputs_of_another_roots_state_are_found_by_its_place() {
    let backend = |key: &str| {
        format!("terraform {{\n  backend \"s3\" {{\n    bucket = \"state\"\n    key = \"{key}\"\n  }}\n}}\n")
    };
    let network = backend("network")
        + "variable \"cidr\" {\n  default = \"10.0.0.0/16\"\n}\nresource \"t_vpc\" \"v\" {}\n\
           output \"cidr\" {\n  value = var.cidr\n}\noutput \"id\" {\n  value = t_vpc.v.id\n}\n";
    let app = backend("app")
        + "variable \"bucket\" {}\ndata \"terraform_remote_state\" \"net\" {\n  backend = \"s3\"\n  config = {\n    bucket = var.bucket\n    \
           key = \"network\"\n  }\n}\ndata \"terraform_remote_state\" \"other\" {\n  backend = \"s3\"\n  config = {\n    bucket = \"elsewhere\"\n    \
           key = \"network\"\n  }\n}\ndata \"terraform_remote_state\" \"file\" {\n  backend = \"local\"\n  config = {\n    \
           path = \"../plain/terraform.tfstate\"\n  }\n}\ndata \"terraform_remote_state\" \"self\" {\n  backend = \"s3\"\n  config = {\n    \
           bucket = \"state\"\n    key = \"app\"\n  }\n}\n\
           output \"x\" {\n  value = [data.terraform_remote_state.net.outputs.cidr, data.terraform_remote_state.net.outputs.id, \
           data.terraform_remote_state.other.outputs.cidr, data.terraform_remote_state.file.outputs.y, data.terraform_remote_state.self.outputs.x]\n}\n";
    let plain = "data \"terraform_remote_state\" \"app\" {\n  backend = \"s3\"\n  config = { bucket = \"state\", key = \"app\" }\n}\n\
                 output \"y\" {\n  value = \"plain\"\n}\noutput \"z\" {\n  value = data.terraform_remote_state.app.outputs.x\n}\n";
    let case = lower(&[("app/main.tf", &app), ("network/main.tf", &network), ("plain/main.tf", plain)]);
    let value =
        case.parts[0].facts.iter().find(|fact| &*fact.address == "output.x").expect("an output").body.get("value");
    let value = value.expect("a value");
    assert_eq!(show(value), "[\"10.0.0.0/16\", ?, ?, \"plain\", ?]");
    let Kind::List(list) = &value.kind else { panic!("a list") };
    assert_eq!(reason(&list.items[1]), &Reason::Computed("(network).t_vpc.v.id".into()));
    assert!(links(&list.items[1]).iter().all(|link| link.starts_with("data.terraform_remote_state.net#")));
    assert_eq!(reason(&list.items[2]), &Reason::DataSource("data.terraform_remote_state.other".into()));
}
