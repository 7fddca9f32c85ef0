use super::*;

const PARENT: &str = "Parameters:
  Name: {Type: String, Default: web}
Resources:
  Network:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: !Sub 'https://${Bucket}.s3.amazonaws.com/${Prefix}templates/network.yaml'
      Parameters: {Name: !Sub '${Name}-net', Log: !Ref Logs, Kept: !Join [',', [a, b]]}
  Data:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ./data.yaml
      Parameters: {Vpc: !GetAtt Network.Outputs.Vpc, Label: !GetAtt Network.Outputs.Label}
  Logs: {Type: AWS::S3::Bucket}
  User: {Type: 'A::B::C', Properties: {Sub: !Sub '${Data.Outputs.Deep}/x', Gone: !GetAtt Data.Outputs.Gone}}
";
const NETWORK: &str = "Parameters: {Name: {Type: String}, Log: {Type: String}, Kept: {Type: CommaDelimitedList}, Size: {Type: String, Default: s}}
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {Name: !Ref Name, To: !Ref Log, Kept: !Ref Kept, Size: !Ref Size}}
Outputs:
  Vpc: {Value: !Ref Vpc}
  Label: {Value: !Sub '${Name}!'}
";
const DATA: &str = "Parameters: {Vpc: {Type: String}, Label: {Type: String, Default: none}}
Resources:
  Group: {Type: 'A::B::C', Properties: {VpcId: !Ref Vpc, Label: !Ref Label}}
Outputs:
  Deep: {Value: !Ref Label}
  Gone: {Value: x, Condition: No}
Conditions: {No: !Equals [!Ref Label, none]}
";

#[test]
fn nested_stacks_are_part_of_their_root() {
    let files = [("app/main.yaml", PARENT), ("app/data.yaml", DATA), ("lib/templates/network.yaml", NETWORK)];
    let app = Lowered::from_files(&files).expect("a template");
    assert_eq!(app.part.scopes[0].unread.len(), 0);
    let addresses: Vec<_> = app.part.facts.iter().map(|fact| &*fact.address).collect();
    assert_eq!(addresses, ["Network", "Network.Vpc", "Data", "Data.Group", "Logs", "User"]);
    let value = |address: &str, path: &str| app.fact(address).body.get(path).cloned().expect("a value");
    assert_eq!(value("Network.Vpc", "Name").as_str(), Some("web-net"));
    assert_eq!(value("Network.Vpc", "Size").as_str(), Some("s"));
    assert_eq!(value("Network.Vpc", "To").links(), [link("Logs", "")]);
    assert_eq!(value("Network.Vpc", "Kept").as_list().map(|list| list.items.len()), Some(2));
    assert_eq!(value("Data.Group", "VpcId").links(), [link("Network.Vpc", "")]);
    assert_eq!(value("Data.Group", "Label").as_str(), Some("web-net!"));
    assert_eq!(value("User", "Sub").as_str(), Some("web-net!/x"));
    assert_eq!(value("User", "Gone").links(), [link("Data", "Outputs.Gone")]);
    let nested = app.fact("Network.Vpc");
    assert_eq!(app.slice(nested.header), "Vpc");
    assert_eq!(nested.via.iter().map(|span| app.slice(*span)).collect::<Vec<_>>(), ["Network"]);
}

#[test]
fn a_template_that_is_nested_is_no_root() {
    let files = [("app/main.yaml", PARENT), ("app/data.yaml", DATA), ("lib/templates/network.yaml", NETWORK)];
    assert_eq!(roots(&files), ["app/main.yaml"]);
    let unused =
        PARENT.replace("Type: AWS::CloudFormation::Stack", "Type: AWS::CloudFormation::Stack\n    Condition: Never");
    let unused = format!("Conditions: {{Never: !Equals [a, b]}}\n{unused}");
    assert_eq!(roots(&[("app/main.yaml", &unused), ("app/data.yaml", DATA)]), ["app/data.yaml", "app/main.yaml"]);
}

#[test]
fn only_one_template_can_be_meant() {
    let parent = |url: &str| {
        format!("Resources: {{N: {{Type: AWS::CloudFormation::Stack, Properties: {{TemplateURL: '{url}'}}}}}}\n")
    };
    let leaf = "Resources: {V: {Type: AWS::EC2::VPC}}\n";
    let asking = "Parameters: {P: {Type: String}}\nResources: {V: {Type: AWS::EC2::VPC}}\n";
    let count = |url: &str, others: &[(&str, &str)]| {
        let parent = parent(url);
        let files: Vec<(&str, &str)> = [("m.yaml", &*parent)].iter().chain(others).copied().collect();
        Lowered::from_files(&files).expect("a template").part.facts.len()
    };
    assert_eq!(count("https://b/x/v.yaml", &[("a/v.yaml", leaf)]), 2);
    assert_eq!(count("https://b/x/v.yaml?versionId=1", &[("a/v.yaml", leaf)]), 2);
    assert_eq!(count("https://b/x/v.yaml", &[("a/v.yaml", leaf), ("b/v.yaml", leaf)]), 1);
    assert_eq!(count("https://b/x/b/v.yaml", &[("a/v.yaml", leaf), ("b/v.yaml", leaf)]), 2);
    // It is not given what it asks for.
    assert_eq!(count("https://b/x/v.yaml", &[("a/v.yaml", asking)]), 1);
    assert_eq!(count("v.yaml", &[("v.yaml", leaf)]), 2);
}

#[test]
fn stacks_that_nest_each_other_end() {
    let nest = |url: &str| {
        format!(
            "Resources:\n  A: {{Type: AWS::CloudFormation::Stack, Properties: {{TemplateURL: {url}}}}}\n  B: {{Type: AWS::CloudFormation::Stack, Properties: {{TemplateURL: {url}, Parameters: {{}}}}}}\n  X: {{Type: 'A::B::C', Properties: {{V: !GetAtt A.Outputs.O}}}}\nOutputs: {{O: {{Value: !GetAtt B.Outputs.O}}}}\n"
        )
    };
    let (one, two, own) = (nest("two.yaml"), nest("one.yaml"), nest("own.yaml"));
    assert_eq!(roots(&[("one.yaml", &one), ("two.yaml", &two)]), ["one.yaml"]);
    assert_eq!(roots(&[("own.yaml", &own)]), ["own.yaml"]);
    let circle = Lowered::from_files(&[("one.yaml", &one), ("two.yaml", &two)]).expect("a template");
    assert_eq!(circle.part.scopes[0].unread.len(), 4);
    // Twice as many at each level.
    let names: Vec<String> = (0..14).map(|level| format!("t{level}.yaml")).collect();
    let texts: Vec<String> = (1..=14).map(|level| nest(&format!("t{level}.yaml"))).collect();
    let files: Vec<(&str, &str)> = names.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect();
    let tree = Lowered::from_files(&files).expect("a template");
    assert!(tree.part.facts.len() < 4_000 && !tree.part.scopes[0].unread.is_empty());
}

#[test]
fn included_files_stand_in_place() {
    let main = "Resources:\n  Fn::Transform: {Name: AWS::Include, Parameters: {Location: 's3://bucket/parts/more.yaml'}}\n  A:\n    Type: A::B::C\n    Properties:\n      Own: 1\n      Fn::Transform: {Name: AWS::Include, Parameters: {Location: props.json}}\n  B:\n    Type: A::B::C\n    Properties:\n      Fn::Transform: {Name: AWS::Include, Parameters: {Location: 's3://bucket/gone.yaml'}}\n";
    let files = [
        ("stacks/main.yaml", main),
        ("stacks/props.json", "{\"Given\": {\"Ref\": \"More\"}}"),
        ("x/more.yaml", "More: {Type: 'A::B::D'}\n"),
    ];
    let lowered = Lowered::from_files(&files).expect("a template");
    assert_eq!(lowered.part.scopes[0].unread.len(), 0);
    assert_eq!(lowered.at("A.Given").links(), [link("More", "")]);
    assert_eq!(lowered.sources.get(lowered.fact("More").header.file).path, "x/more.yaml");
    assert!(lowered.fact("B").body.as_map().is_some_and(|map| map.open.is_some()));
}

#[test]
fn stack_sets_hold_their_template() {
    let main = "Resources:\n  Set:\n    Type: AWS::CloudFormation::StackSet\n    Properties:\n      Parameters: [{ParameterKey: Name, ParameterValue: x}]\n      TemplateBody: |\n        Parameters: {Name: {Type: String}}\n        Resources:\n          B: # ü\n            Type: AWS::S3::Bucket\n            Properties: {BucketName: !Ref Name}\n  Json:\n    Type: AWS::CloudFormation::StackSet\n    Properties:\n      TemplateBody: '{\"Resources\": {\"K\": {\"Type\": \"AWS::KMS::Key\"}}}'\n  Open:\n    Type: AWS::CloudFormation::StackSet\n    Properties: {TemplateURL: 'https://x/y.yaml'}\n";
    let lowered = Lowered::new(main);
    let bucket = lowered.fact("Set.B");
    assert_eq!(lowered.slice(bucket.header), "B");
    assert_eq!(bucket.body.get("BucketName").and_then(Value::as_str), Some("x"));
    assert_eq!(lowered.slice(bucket.body.get("BucketName").expect("a name").span), "!Ref Name");
    assert!(lowered.slice(lowered.fact("Json.K").header).contains('K'));
    let unread: Vec<_> = lowered.part.scopes[0].unread.iter().map(|unread| unread.what.as_str()).collect();
    assert_eq!(unread, ["nested stack 'Open'"]);
}

#[test]
fn what_is_not_allowed_decides_a_condition() {
    let lowered = Lowered::new(
        "Parameters: {Env: {Type: String, AllowedValues: [dev, test]}}\nConditions: {Prod: !Equals [!Ref Env, prod], Dev: !Equals [dev, !Ref Env]}\nResources:\n  P: {Type: 'A::B::C', Condition: Prod}\n  D: {Type: 'A::B::C', Condition: Dev}\n",
    );
    assert!(lowered.find("P").is_none() && lowered.find("D").is_some());
}

/// The paths of the templates that are judged on their own.
fn roots(files: &[(&str, &str)]) -> Vec<String> {
    let sources = files.iter().map(|(path, text)| SourceFile::new((*path).to_owned(), (*text).to_owned()));
    let sources = Sources::new(sources.collect());
    let parsed: Vec<(FileId, Vec<Value>)> = sources.iter().map(|(id, file)| (id, parse(id, &file.text))).collect();
    let mut paths: Vec<String> = lower(&sources, &parsed).into_iter().map(|part| part.scopes[0].path.clone()).collect();
    paths.sort();
    paths
}

#[test]
fn files_of_parameters_are_variants() {
    let main = "Parameters: {Size: {Type: String}, Kept: {Type: Number, Default: 1}}\nResources:\n  A: {Type: 'A::B::C', Properties: {Size: !Ref Size, Kept: !Ref Kept}}\n";
    let list = "[{\"ParameterKey\": \"Size\", \"ParameterValue\": \"large\"}, {\"ParameterKey\": \"Kept\", \"UsePreviousValue\": true}]";
    let map = "{\"Parameters\": {\"Size\": \"small\", \"Kept\": \"7\"}}";
    let other = "{\"Parameters\": {\"Other\": \"x\"}}";
    let files = [
        ("s/main.yaml", main),
        ("s/main.parameters.json", list),
        ("s/params/dev.json", map),
        ("s/params/x.json", other),
        ("t/params/dev.json", map),
    ];
    let sources = files.iter().map(|(path, text)| SourceFile::new((*path).to_owned(), (*text).to_owned()));
    let sources = Sources::new(sources.collect());
    let parts = lower(&sources, &[(FileId(0), parse(FileId(0), main))]);
    let told: Vec<_> = parts
        .iter()
        .map(|part| {
            let body = &part.facts[0].body;
            let (size, kept) = (body.get("Size").and_then(Value::as_str), body.get("Kept").and_then(Value::as_number));
            (part.scopes[0].variant.as_deref().unwrap_or_default(), size.unwrap_or_default(), kept)
        })
        .collect();
    let expected = [("s/main.parameters.json", "large", Some(1.0)), ("s/params/dev.json", "small", Some(7.0))];
    assert_eq!(told, expected);
}
