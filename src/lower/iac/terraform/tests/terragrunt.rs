use crate::source::ProblemKind;

use super::*;

const DB: &str = "variable \"on\" {\n  default = true\n}\nvariable \"name\" {}\nvariable \"tags\" {\n  default = {}\n}\nresource \"t_db\" \"this\" {\n  \
                  on = var.on\n  name = var.name\n  tags = var.tags\n}\n";

/// A live repository with two units of one module.
fn live() -> Vec<(&'static str, &'static str)> {
    vec![
        ("modules/db/main.tf", DB),
        (
            "live/root.hcl",
            "locals {\n  env = read_terragrunt_config(find_in_parent_folders(\"env.hcl\"))\n  region = \"eu\"\n}\n\
             inputs = {\n  tags = { region = local.region, path = path_relative_to_include(), level = 1 }\n  name = local.env.locals.name\n}\n\
             generate \"provider\" {\n  path = \"provider.tf\"\n  contents = <<EOF\nprovider \"aws\" {\n  region = \"${local.region}\"\n}\n\
             terraform {\n  required_providers {\n    aws = {\n      source = \"hashicorp/aws\"\n      version = \">= 5.3\"\n    }\n  }\n}\nEOF\n}\n\
             remote_state {\n  backend = \"s3\"\n  config = {\n    encrypt = false\n  }\n}\n",
        ),
        ("live/dev/env.hcl", "locals {\n  name = \"dev\"\n}\n"),
        ("live/prod/env.hcl", "locals {\n  name = \"prod\"\n}\n"),
        (
            "live/dev/db/terragrunt.hcl",
            "include \"root\" {\n  path = find_in_parent_folders(\"root.hcl\")\n  expose = true\n}\n\
             terraform {\n  source = \"${dirname(find_in_parent_folders(\"root.hcl\"))}/../modules//db?ref=1\"\n}\n\
             dependency \"vpc\" {\n  config_path = \"../vpc\"\n  mock_outputs = { id = \"x\" }\n}\n\
             inputs = {\n  on = false\n  tags = { own = include.root.locals.region, vpc = dependency.vpc.outputs.id }\n}\n",
        ),
        (
            "live/prod/db/terragrunt.hcl",
            "include \"root\" {\n  path = find_in_parent_folders(\"root.hcl\")\n  merge_strategy = \"deep\"\n}\n\
             terraform {\n  source = \"../../../modules/db\"\n}\ninputs = {\n  tags = { level = 2 }\n}\n",
        ),
    ]
}

fn scope<'c>(case: &'c Case, unit: &str) -> &'c Part {
    let is_it = |part: &&Part| part.scopes[0].variant.as_deref() == Some(unit) || part.scopes[0].path == unit;
    case.parts
        .iter()
        .find(is_it)
        .unwrap_or_else(|| panic!("{:?}", case.parts.iter().map(|part| &part.scopes).collect::<Vec<_>>()))
}

fn body(part: &Part, address: &str) -> String {
    show(&part.facts.iter().find(|fact| &*fact.address == address).unwrap().body)
}

#[test]
fn a_unit_is_its_module_with_the_inputs_that_it_and_its_includes_give() {
    let case = lower(&live());
    assert_eq!(case.parts.len(), 2, "the module is no root by itself");
    let dev = scope(&case, "live/dev/db");
    assert_eq!(dev.scopes[0].path, "modules/db");
    assert_eq!(body(dev, "t_db.this"), "{on: false, name: \"dev\", tags: {own: \"eu\", vpc: ?}}");
    let prod = scope(&case, "live/prod/db");
    assert_eq!(
        body(prod, "t_db.this"),
        "{on: true, name: \"prod\", tags: {level: 2, region: \"eu\", path: \"prod/db\"}}"
    );
    let fact = dev.facts.iter().find(|fact| &*fact.kind == "t_db").unwrap();
    assert_eq!(case.slice(fact.via[0]), "terraform");
    let on = fact.body.get("on").unwrap();
    assert_eq!((case.slice(on.span), case.slice(on.origins()[0])), ("var.on", "false"));
    assert!(dev.scopes[0].unread.is_empty());
}

#[test]
fn what_a_unit_generates_counts() {
    let case = lower(&live());
    let dev = scope(&case, "live/dev/db");
    assert_eq!(body(dev, "terragrunt"), "{backend: [{encrypt: false, type: \"s3\"}]}");
    assert!(dev.facts.iter().any(|fact| &*fact.kind == "provider.aws"));
    let mut files = live();
    files.push((
        "live/dev/q/terragrunt.hcl",
        "include {\n  path = find_in_parent_folders(\"root.hcl\")\n}\nterraform {\n  source = \".\"\n}\n",
    ));
    files.push(("live/dev/q/main.tf", "resource \"aws_x\" \"x\" {}\n"));
    let case = lower(&files);
    let unit = scope(&case, "live/dev/q");
    assert_eq!(unit.scopes[0].variant, None);
    assert_eq!(unit.scopes[0].providers["aws"].minimum.as_deref(), Some([5, 3].as_slice()));
}

#[test]
fn modules_from_elsewhere_are_unread_or_stood_in_for() {
    let unit = "terraform {\n  source = \"tfr:///o/n/p?version=1.2\"\n}\ninputs = {\n  on = false\n}\n";
    let case = lower(&[("u/terragrunt.hcl", unit)]);
    assert_eq!(case.parts[0].scopes[0].unread.len(), 1);
    assert_eq!(show(&case.fact("terragrunt").body), "{on: false}");
    assert_eq!(case.parts[0].problems[0].kind, ProblemKind::ModuleNotFound);
    let stand_in = StandIn {
        source: "o/n/p".to_owned(),
        whole: true,
        body: "variable \"on\" {\n  default = true\n}\nresource \"t_db\" \"this\" {\n  on = var.on\n}\n".to_owned(),
        ..StandIn::default()
    };
    let case = lower_with(&[("u/terragrunt.hcl", unit)], &[stand_in]);
    let on = case.value("t_db.this", "on");
    assert_eq!((show(on).as_str(), case.slice(on.span)), ("false", "false"));
    assert_eq!(case.slice(case.fact("t_db.this").header), "terraform");
}

#[test]
fn what_is_not_known_of_the_inputs_is_open() {
    let case = lower(&[
        ("m/main.tf", DB),
        (
            "u/terragrunt.hcl",
            "include {\n  path = find_in_parent_folders(\"gone.hcl\")\n}\nterraform {\n  source = \"../m\"\n}\ninputs = {\n  \
             name = get_env(\"NAME\", \"n\")\n  tags = { a = get_env(\"A\"), b = run_cmd(\"x\") }\n}\n",
        ),
    ]);
    assert_eq!(show(&case.fact("t_db.this").body), "{on: ?, name: \"n\", tags: {a: ?, b: ?}}");
    assert_eq!(reason(case.value("t_db.this", "tags.a")), &Reason::Environment("A".into()));
}

#[test]
fn files_that_read_each_other_end() {
    let case = lower(&[
        ("m/main.tf", DB),
        ("u/terragrunt.hcl", "include {\n  path = \"../a.hcl\"\n}\nterraform {\n  source = \"../m\"\n}\n"),
        (
            "a.hcl",
            "locals {\n  b = read_terragrunt_config(\"b.hcl\")\n}\ninputs = {\n  name = local.b.locals.a.locals.x\n}\n",
        ),
        ("b.hcl", "locals {\n  a = read_terragrunt_config(\"a.hcl\")\n}\n"),
    ]);
    assert!(case.value("t_db.this", "name").as_unknown().is_some());
    let case = lower(&[
        ("m/main.tf", DB),
        (
            "u/terragrunt.hcl",
            "locals {\n  c = read_terragrunt_config(\"../c.hcl\")\n}\nterraform {\n  source = \"../m\"\n}\ninputs = local.c.locals\n",
        ),
        ("c.hcl", "locals {\n  name = read_terragrunt_config(\"c.hcl\").locals.x\n}\n"),
    ]);
    assert!(case.value("t_db.this", "name").as_unknown().is_some());
    assert!(case.parts[0].problems.iter().any(|problem| problem.kind == ProblemKind::ModuleCycle));
}

#[test]
fn a_file_that_deploys_nothing_is_no_unit() {
    let case = lower(&[
        ("terragrunt.hcl", "inputs = {\n  a = 1\n}\n"),
        ("x/.terragrunt-cache/a/b/terragrunt.hcl", "terraform {\n  source = \"./x\"\n}\n"),
    ]);
    assert!(case.parts.is_empty(), "{:?}", case.parts.iter().map(|part| &part.scopes).collect::<Vec<_>>());
}
