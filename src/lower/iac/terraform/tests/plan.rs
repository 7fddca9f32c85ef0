use super::*;

/// A plan of a database with a key, and of a module that is called for each of two names.
const PLAN: &str = r#"{
  "format_version": "1.2",
  "planned_values": {"root_module": {
    "resources": [
      {"address": "t_key.k", "mode": "managed", "type": "t_key", "name": "k", "values": {"rotate": false}, "sensitive_values": {}},
      {"address": "t_db.a", "mode": "managed", "type": "t_db", "name": "a",
       "values": {"on": true, "password": "hunter2hunter2", "logging": [], "list": [], "rule": [{"port": 22}]},
       "sensitive_values": {"password": true, "rule": [{}]}}
    ],
    "child_modules": [{"address": "module.m[\"x.y\"]", "resources": [
      {"address": "module.m[\"x.y\"].t_db.b[0]", "mode": "managed", "type": "t_db", "name": "b", "index": 0,
       "values": {"on": false, "key": null}, "sensitive_values": {}}
    ]}]
  }},
  "resource_changes": [
    {"address": "t_db.a", "change": {"after_unknown": {"id": true, "rule": [{"cidr": true}]}}},
    {"address": "module.m[\"x.y\"].t_db.b[0]", "change": {"after_unknown": {"key": true}}}
  ],
  "configuration": {
    "provider_config": {"aws": {"name": "aws", "full_name": "registry.terraform.io/hashicorp/aws", "version_constraint": "~> 5.2"}},
    "root_module": {
      "resources": [
        {"address": "t_key.k", "mode": "managed", "type": "t_key", "name": "k", "expressions": {"rotate": {"constant_value": false}}},
        {"address": "t_db.a", "mode": "managed", "type": "t_db", "name": "a", "expressions": {
          "on": {"references": ["var.on"]}, "list": {"constant_value": []}, "rule": [{"port": {"constant_value": 22}}]}}
      ],
      "module_calls": {"m": {"source": "./m", "expressions": {"key": {"references": ["t_key.k.arn", "t_key.k"]}}, "module": {
        "resources": [{"address": "t_db.b", "mode": "managed", "type": "t_db", "name": "b", "expressions": {"key": {"references": ["var.key"]}}}]
      }}}
    }
  }
}"#;

const MAIN: &str = "variable \"on\" {}\nvariable \"secret\" {}\nresource \"t_key\" \"k\" {\n  rotate = false\n}\nresource \"t_db\" \"a\" {\n  \
                    on = var.on\n  password = var.secret\n  list = []\n  rule {\n    port = 22\n  }\n}\nresource \"t_off\" \"o\" {\n  \
                    count = var.on ? 0 : 1\n}\nresource \"t_new\" \"n\" {}\nmodule \"m\" {\n  source = \"./m\"\n  for_each = toset(var.names)\n  \
                    key = t_key.k.arn\n}\nvariable \"names\" {}\n";
const MODULE: &str = "variable \"key\" {}\nresource \"t_db\" \"b\" {\n  count = 1\n  on = false\n  key = var.key\n}\n";

#[test]
fn a_plan_alone_is_what_it_plans() {
    let case = lower(&[("plans/plan.json", PLAN)]);
    assert_eq!(case.addresses("t_db"), ["module.m[\"x.y\"].t_db.b[0]", "t_db.a"]);
    assert_eq!(
        show(&case.fact("t_db.a").body),
        "{on: true, password: \"hunter2hunter2\", list: [], rule: [{port: 22, cidr: ?}], id: ?}"
    );
    let key = case.value("module.m[\"x.y\"].t_db.b[0]", "key");
    assert_eq!((show(key).as_str(), links(key)), ("?", vec!["t_key.k#arn".to_owned(), "t_key.k#".to_owned()]));
    assert_eq!(case.slice(case.fact("t_db.a").header), "\"t_db.a\"");
    let scope = &case.parts[0].scopes[0];
    assert_eq!(
        (scope.path.as_str(), scope.providers["aws"].minimum.as_deref()),
        ("plans/plan.json", Some([5, 2].as_slice()))
    );
    assert_eq!(case.addresses("provider.aws"), ["provider.aws"]);
}

#[test]
fn a_plan_beside_its_configuration_tells_the_values_and_the_configuration_the_places() {
    let mut plan = PLAN.replace(
        "\"resources\": [\n        {\"address\": \"t_key.k\"",
        "\"resources\": [\n        {\"address\": \"t_off.o\", \"expressions\": {}}, {\"address\": \"t_key.k\"",
    );
    plan.push('\n');
    let case = lower(&[("r/main.tf", MAIN), ("r/m/main.tf", MODULE), ("r/plan.json", plan.as_str())]);
    assert_eq!(case.parts.len(), 1);
    assert_eq!(case.addresses("t_db"), ["module.m[\"x.y\"].t_db.b[0]", "t_db.a"]);
    let on = case.value("t_db.a", "on");
    assert_eq!((show(on).as_str(), case.slice(on.span)), ("true", "var.on"));
    assert_eq!(show(case.value("t_db.a", "password")), "?", "what is sensitive is not shown");
    let fact = case.fact("module.m[\"x.y\"].t_db.b[0]");
    assert_eq!((case.slice(fact.header), case.slice(fact.via[0])), ("resource \"t_db\" \"b\"", "module \"m\""));
    assert!(case.addresses("t_off").is_empty(), "the plan knows that there is none");
    assert_eq!(case.addresses("t_new"), ["t_new.n"], "a plan may be older than what is written");
    assert_eq!(case.addresses("variable").len(), 4);
}

#[test]
fn a_plan_of_a_root_with_files_of_values_is_one_more_variant() {
    let case = lower(&[
        ("r/main.tf", MAIN),
        ("r/m/main.tf", MODULE),
        ("r/plan.json", PLAN),
        ("r/dev.tfvars", "on = false\nnames = []\n"),
    ]);
    let variants: Vec<_> =
        case.parts.iter().map(|part| (part.scopes[0].path.as_str(), part.scopes[0].variant.as_deref())).collect();
    assert_eq!(variants, [("r", Some("r/dev.tfvars")), ("r", Some("r/plan.json"))]);
}

#[test]
fn what_is_no_plan_or_is_deep_ends() {
    let nested = format!("{}{}", "{\"child_modules\": [".repeat(60), "]}".repeat(60));
    let plan = format!("{{\"format_version\": \"1.0\", \"planned_values\": {{\"root_module\": {nested}}}}}");
    let case = lower(&[
        ("plan.json", plan.as_str()),
        ("x.json", "{\"format_version\": 1}"),
        ("y.json", "{\"format_version\": \"1\", \"planned_values\": {}}"),
    ]);
    assert_eq!(case.facts().count(), 0);
    let circle = "{\"format_version\": \"1.0\", \"planned_values\": {\"root_module\": {\"resources\": [{\"address\": \"t.a\", \"type\": \"t\", \
                  \"values\": {\"x\": 1}}]}}, \"configuration\": {\"root_module\": {\"resources\": [{\"address\": \"t.a\", \"expressions\": {\"x\": \
                  {\"references\": [\"module.m.o\"]}}}], \"module_calls\": {\"m\": {\"expressions\": {\"v\": {\"references\": [\"module.m.o\"]}}, \
                  \"module\": {\"outputs\": {\"o\": {\"expression\": {\"references\": [\"var.v\"]}}}}}}}}}";
    assert!(links(lower(&[("plan.json", circle)]).value("t.a", "x")).is_empty());
}
