use super::*;

/// A template with one resource, `R`, that has these properties.
fn properties(properties: &str) -> Lowered {
    let indented: String = properties.lines().map(|line| format!("      {line}\n")).collect();
    Lowered::new(&format!(
        "Parameters:
  Name: {{Type: String, Default: web}}
  Port: {{Type: Number, Default: 5432}}
  Version: {{Type: String, Default: 1.10}}
  List: {{Type: CommaDelimitedList, Default: 'a, b,c'}}
  Subnets: {{Type: 'List<AWS::EC2::Subnet::Id>'}}
  Free: {{Type: String}}
  Secret: {{Type: String, Default: hunter2, NoEcho: true}}
  Only: {{Type: String, AllowedValues: [one]}}
  Ami: {{Type: 'AWS::SSM::Parameter::Value<String>', Default: /path}}
Mappings:
  Sizes:
    eu-west-1: {{db: large, all: same, zones: [x, y]}}
    us-east-1: {{db: small, all: same}}
Conditions:
  Yes: !Equals [!Ref Name, web]
  No: !Not [!Equals [!Ref Name, web]]
  Open: !Equals [!Ref Free, x]
  OpenAndNo: !And [!Condition Open, !Condition No]
  OpenOrYes: !Or [{{Condition: Open}}, !Equals [a, a]]
  OpenAndYes: !And [!Condition Open, !Condition Yes]
  Ruled: !Equals [!Sub 'a-${{Free}}', b]
  Loop: !Not [!Condition Loop]
Resources:
  Key: {{Type: AWS::KMS::Key}}
  R:
    Type: A::B::C
    Properties:
{indented}"
    ))
}

#[test]
fn references_to_parameters_are_their_defaults() {
    let r = properties(
        "A: !Ref Name\nB: {Ref: Port}\nC: !Ref List\nD: !Ref Only\nE: !Ref Free\nF: !Ref Secret\nG: !Ref Ami\nH: !Ref Nowhere",
    );
    assert_eq!((r.text("R.A"), r.written("R.A"), r.origins("R.A")), ("web", "!Ref Name", vec!["web"]));
    assert_eq!((r.at("R.B").as_number(), r.origins("R.B")), (Some(5432.0), vec!["5432"]));
    assert_eq!((r.text("R.C.0"), r.text("R.C.1"), r.text("R.C.2")), ("a", "b", "c"));
    assert_eq!(r.text("R.D"), "one");
    for (path, name) in [("R.E", "Free"), ("R.G", "Ami")] {
        assert_eq!(*r.reason(path), Reason::Input(name.into()));
    }
    // A hidden default is there for everyone to read.
    assert_eq!((r.text("R.F"), r.origins("R.F")), ("hunter2", vec!["hunter2"]));
    assert_eq!(*r.reason("R.H"), Reason::Undeclared("Nowhere".into()));
}

#[test]
fn pseudo_parameters_are_pieces_and_no_value_is_absent() {
    let r = properties(
        "A: !Ref AWS::Region\nB: !Ref AWS::NoValue\nC: [x, !Ref 'AWS::NoValue', y]\nD: !Sub 'arn:${AWS::Partition}:s3:::b'",
    );
    assert_eq!(*r.reason("R.A"), Reason::Computed("AWS::Region".into()));
    assert_eq!(r.at("R.A").links(), []);
    assert!(r.get("R.B").is_none());
    assert_eq!(r.at("R.C").as_list().map(|list| list.items.len()), Some(2));
    assert_eq!(r.pieces("R.D"), [text("arn:"), Piece::Hole(vec![link("AWS::Partition", "")]), text(":s3:::b")]);
}

#[test]
fn references_to_resources_are_links() {
    let r = properties(
        "A: !Ref Key\nB: !GetAtt Key.Arn\nC: {Fn::GetAtt: [Key, Outputs.Id]}\nD: !GetAtt Nowhere.Arn\nE: !GetAtt [Key, !Ref Name]",
    );
    assert_eq!((r.reason("R.A"), r.at("R.A").links()), (&Reason::Computed("Key".into()), &[link("Key", "")][..]));
    assert_eq!(
        (r.reason("R.B"), r.at("R.B").links()),
        (&Reason::Computed("Key.Arn".into()), &[link("Key", "Arn")][..])
    );
    assert_eq!(r.at("R.C").links(), [link("Key", "Outputs.Id")]);
    assert_eq!(*r.reason("R.D"), Reason::Undeclared("Nowhere.Arn".into()));
    assert_eq!(r.at("R.E").links(), [link("Key", "web")]);
    assert_eq!(r.written("R.B"), "!GetAtt Key.Arn");
}

#[test]
fn sub_puts_in_what_is_known() {
    let r = properties(
        "A: !Sub '${Name}:${Port}/${Version}'\nB: {Fn::Sub: ['${X}-${Name}', {X: !Ref Port}]}\nC: !Sub '${!Literal}-$x-${'\nD: !Sub '${Key.Arn}/*'\nE: !Sub 'p-${Free}'\nF: !Sub '${ Name }'\nG: !Sub ['${X}', {X: !Ref Key}]\nH: !Sub '${Free}'",
    );
    assert_eq!((r.text("R.A"), r.origins("R.A")), ("web:5432/1.10", vec!["web", "5432", "1.10"]));
    assert_eq!(r.text("R.B"), "5432-web");
    assert_eq!(r.text("R.C"), "${Literal}-$x-${");
    assert_eq!(r.pieces("R.D"), [Piece::Hole(vec![link("Key", "Arn")]), text("/*")]);
    assert_eq!(r.at("R.D").links(), [link("Key", "Arn")]);
    assert_eq!(
        (r.reason("R.E"), r.at("R.E").as_unknown().expect("unknown").prefix()),
        (&Reason::Input("Free".into()), "p-")
    );
    assert_eq!(r.text("R.F"), "web");
    assert_eq!(r.at("R.G").links(), [link("Key", "")]);
    assert_eq!(r.pieces("R.H"), [Piece::Hole(Vec::new())]);
}

#[test]
fn lists_are_joined_split_selected_and_counted() {
    let r = properties(
        "A: !Join ['-', [a, !Ref Name, !Ref Port]]\nB: {Fn::Join: ['', ['arn:', !GetAtt Key.Arn, ':x', !Ref AWS::NoValue]]}\nC: !Join [',', !Ref List]\nD: !Join [',', !Ref Subnets]\nE: !Select [1, !Split ['/', 'x/y/z']]\nF: !Select ['0', !Ref List]\nG: !Select [0, !Ref Subnets]\nH: !Select [9, [a]]\nI: !Split [',', 'p,q']\nJ: !Split ['.', !GetAtt Key.Arn]\nK: {Fn::Length: !Ref List}\nL: !Select [0, !GetAZs '']\nM: !Join ['', x]\nN: !Join [';', [!Ref List, z]]",
    );
    assert_eq!(r.text("R.A"), "a-web-5432");
    assert_eq!(r.pieces("R.B"), [text("arn:"), Piece::Hole(vec![link("Key", "Arn")]), text(":x")]);
    assert_eq!(r.text("R.C"), "a,b,c");
    assert_eq!(*r.reason("R.D"), Reason::Input("Subnets".into()));
    assert_eq!((r.text("R.E"), r.written("R.E")), ("y", "!Select [1, !Split ['/', 'x/y/z']]"));
    assert_eq!(r.text("R.F"), "a");
    assert_eq!(*r.reason("R.G"), Reason::Input("Subnets".into()));
    assert_eq!(*r.reason("R.H"), Reason::Expression("Fn::Select".into()));
    assert_eq!(r.text("R.I.1"), "q");
    assert_eq!(
        (r.reason("R.J"), r.at("R.J").links()),
        (&Reason::Computed("Key.Arn".into()), &[link("Key", "Arn")][..])
    );
    assert_eq!(r.at("R.K").as_number(), Some(3.0));
    assert_eq!(*r.reason("R.L"), Reason::Expression("Fn::GetAZs".into()));
    assert_eq!(r.text("R.M"), "x");
    assert_eq!(r.text("R.N"), "a;b;c;z");
}

#[test]
fn mappings_are_looked_up() {
    let r = properties(
        "A: !FindInMap [Sizes, eu-west-1, db]\nB: !FindInMap [Sizes, !Ref AWS::Region, db]\nC: !FindInMap [Sizes, !Ref AWS::Region, all]\nD: !FindInMap [Sizes, nowhere, db]\nE: !FindInMap [Sizes, nowhere, db, {DefaultValue: !Ref Name}]\nF: !FindInMap [Sizes, eu-west-1, zones]\nG: !FindInMap [!Ref Free, a, b]\nH: !FindInMap [Gone, a, b]\nI: !FindInMap [Sizes, !Ref AWS::Region, all, {DefaultValue: other}]",
    );
    assert_eq!((r.text("R.A"), r.origins("R.A")), ("large", vec!["large"]));
    assert_eq!(*r.reason("R.B"), Reason::Computed("AWS::Region".into()));
    assert_eq!(r.text("R.C"), "same");
    assert_eq!(*r.reason("R.D"), Reason::Undeclared("Sizes".into()));
    assert_eq!(
        (r.text("R.E"), r.written("R.E")),
        ("web", "!FindInMap [Sizes, nowhere, db, {DefaultValue: !Ref Name}]")
    );
    assert_eq!(r.text("R.F.1"), "y");
    assert_eq!(*r.reason("R.G"), Reason::Input("Free".into()));
    assert_eq!(*r.reason("R.H"), Reason::Undeclared("Gone".into()));
    assert!(r.at("R.I").as_unknown().is_some());
}

#[test]
fn conditions_are_three_valued() {
    let r = properties(
        "A: !If [Yes, a, b]\nB: !If [No, a, b]\nC: !If [Open, a, b]\nD: !If [Open, same, same]\nE: !If [OpenAndNo, a, b]\nF: !If [OpenOrYes, a, b]\nG: !If [OpenAndYes, a, b]\nH: !If [Ruled, a, b]\nI: !If [Loop, a, b]\nJ: !If [No, a, !Ref AWS::NoValue]\nK: !If [Open, true, 'true']\nL: {Fn::If: [Gone, a, b]}",
    );
    for (path, known) in [("R.A", "a"), ("R.B", "b"), ("R.D", "same"), ("R.E", "b"), ("R.F", "a"), ("R.H", "b")] {
        assert_eq!(r.text(path), known, "{path}");
    }
    assert_eq!(r.written("R.A"), "a");
    for (path, name) in [("R.C", "Open"), ("R.G", "OpenAndYes"), ("R.I", "Loop"), ("R.L", "Gone")] {
        assert_eq!(*r.reason(path), Reason::Expression(format!("condition {name}").into()));
    }
    assert!(r.get("R.J").is_none());
    assert_eq!(r.at("R.K").as_bool(), Some(true));
}

#[test]
fn of_an_unknown_condition_what_both_branches_agree_on_is_known() {
    let r = properties(
        "A: !If [Open, {Alg: kms, Id: !Ref Key, On: true}, {On: true, Alg: aes}]\nB: [x, !If [Open, y, !Ref AWS::NoValue]]\nC: !If [Open, [a, b], [a, c]]\nD: !If [Open, !Ref Key, !Ref AWS::NoValue]\nE: !If [Open, [a], [a, b]]\nF: !If [Open, !Ref AWS::NoValue, !Ref AWS::NoValue]\nG: [!If [Yes, !Ref Key, x]]",
    );
    assert!(r.at("R.A.Alg").as_unknown().is_some() && r.at("R.A.On").as_bool() == Some(true));
    assert_eq!(r.at("R.A.Id").links(), [link("Key", "")]);
    assert!(r.at("R.A.Id").as_unknown().is_some_and(|unknown| unknown.may_be_absent()));
    assert!(r.at("R.B").as_list().is_some_and(|list| list.open.is_some() && list.items.len() == 2));
    assert!(r.at("R.G").as_list().is_some_and(|list| list.open.is_none()));
    assert!(r.text("R.C.0") == "a" && r.at("R.C.1").as_unknown().is_some());
    assert_eq!(
        (r.at("R.D").links(), r.at("R.D").as_unknown().is_some_and(|u| u.may_be_absent())),
        (&[link("Key", "")][..], true)
    );
    assert!(r.at("R.E").as_unknown().is_some() && r.get("R.F").is_none());
}

#[test]
fn the_rest_passes_through_or_says_why_it_is_unknown() {
    let r = properties(
        "A: {'Fn::Base64': !Sub 'x ${Name}'}\nB: {Fn::ToJsonString: {k: !Ref Name}}\nC: {Fn::ImportValue: !Sub '${Name}-vpc'}\nD: !Cidr [!Ref Free, 6]\nE: {Fn::Transform: {Name: AWS::Include}}\nF: !ImportValue\n  Fn::Sub: '${Free}-vpc'\nG: !Base64\n  'Fn::Join': ['', [a, b]]\nH: !Unheard of",
    );
    assert_eq!(r.text("R.A"), "x web");
    assert_eq!(r.text("R.B.k"), "web");
    assert_eq!(*r.reason("R.C"), Reason::Input("import web-vpc".into()));
    assert_eq!(*r.reason("R.D"), Reason::Expression("Fn::Cidr".into()));
    assert_eq!(*r.reason("R.E"), Reason::Expression("Fn::Transform".into()));
    assert_eq!(*r.reason("R.F"), Reason::Input("import …-vpc".into()));
    assert_eq!(r.text("R.G"), "ab");
    assert_eq!(*r.reason("R.H"), Reason::Expression("Fn::Unheard".into()));
}

#[test]
fn dynamic_references_come_from_the_environment() {
    let r = properties(
        "A: '{{resolve:secretsmanager:MySecret:SecretString:password}}'\nB: !Sub '{{resolve:secretsmanager:${Key}:SecretString}}'\nC: !Join ['', ['{{resolve:ssm:', !Ref Free, '}}-end']]\nD: 'pre-{{resolve:ssm:/a}}-mid-{{resolve:ssm:/b}}'\nE: '{{other}}'",
    );
    assert_eq!(*r.reason("R.A"), Reason::Environment("secretsmanager:MySecret:SecretString:password".into()));
    assert_eq!(
        (r.reason("R.B"), r.at("R.B").links()),
        (&Reason::Environment("secretsmanager::SecretString".into()), &[link("Key", "")][..])
    );
    assert_eq!(
        (r.reason("R.C"), r.pieces("R.C")),
        (&Reason::Environment("ssm:".into()), &[Piece::Hole(Vec::new()), text("-end")][..])
    );
    assert_eq!(r.pieces("R.D"), [text("pre-"), Piece::Hole(Vec::new()), text("-mid-"), Piece::Hole(Vec::new())]);
    assert_eq!(r.text("R.E"), "{{other}}");
}
