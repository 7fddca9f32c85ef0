use super::*;
use crate::model::{Link, Piece, Reason};
use crate::parse::{json, yaml};
use crate::source::SourceFile;

mod intrinsics;
mod serverless;
mod stacks;

/// A template that was lowered, with its text.
struct Lowered {
    sources: Sources,
    part: Part,
}

impl Lowered {
    fn from_files(files: &[(&str, &str)]) -> Option<Self> {
        let sources = files.iter().map(|(path, text)| SourceFile::new((*path).to_owned(), (*text).to_owned()));
        let sources = Sources::new(sources.collect());
        let parsed: Vec<(FileId, Vec<Value>)> = sources.iter().map(|(id, file)| (id, parse(id, &file.text))).collect();
        let parts = lower(&sources, &parsed);
        let part = parts.into_iter().find(|part| part.scopes[0].path == files[0].0)?;
        Some(Self { sources, part })
    }

    fn new(text: &str) -> Self {
        Self::from_files(&[("stacks/main.yaml", text)]).expect("a template")
    }

    fn fact(&self, address: &str) -> &Fact {
        self.find(address).unwrap_or_else(|| panic!("no {address}"))
    }

    fn find(&self, address: &str) -> Option<&Fact> {
        self.part.facts.iter().find(|fact| &*fact.address == address)
    }

    /// The value at `Resource.path`.
    fn at(&self, path: &str) -> &Value {
        self.get(path).unwrap_or_else(|| panic!("no {path}"))
    }

    fn get(&self, path: &str) -> Option<&Value> {
        let (resource, path) = path.split_once('.').expect("a path");
        path.split('.').try_fold(&self.fact(resource).body, |value, step| match step.parse::<usize>() {
            Ok(index) => value.as_list()?.items.get(index),
            Err(_) => value.get(step),
        })
    }

    fn text(&self, path: &str) -> &str {
        self.at(path).as_str().unwrap_or_else(|| panic!("{path} is {:?}", self.at(path)))
    }

    fn reason(&self, path: &str) -> &Reason {
        &self.at(path).as_unknown().unwrap_or_else(|| panic!("{path} is {:?}", self.at(path))).reason
    }

    fn pieces(&self, path: &str) -> &[Piece] {
        &self.at(path).as_unknown().expect("unknown").pieces
    }

    fn slice(&self, span: Span) -> &str {
        self.sources.slice(span)
    }

    fn written(&self, path: &str) -> &str {
        self.slice(self.at(path).span)
    }

    fn origins(&self, path: &str) -> Vec<&str> {
        self.at(path).origins().iter().map(|origin| self.slice(*origin)).collect()
    }
}

fn parse(file: FileId, text: &str) -> Vec<Value> {
    if text.starts_with('{') {
        let parsed = json::parse(file, text);
        assert_eq!(parsed.failures, []);
        parsed.tree.into_iter().collect()
    } else {
        let parsed = yaml::parse(file, text);
        assert_eq!(parsed.failures, []);
        parsed.tree
    }
}

fn link(address: &str, attribute: &str) -> Link {
    Link { address: address.into(), attribute: attribute.into() }
}

fn text(text: &str) -> Piece {
    Piece::Text(text.into())
}

#[test]
fn a_resource_is_a_fact_with_its_places() {
    let lowered = Lowered::new(
        "AWSTemplateFormatVersion: 2010-09-09\nResources:\n  Größe: # ü\n    Type: AWS::S3::Bucket\n    DeletionPolicy: Retain\n    DependsOn: [Key]\n    Properties:\n      BucketName: data\n      Metadata: own\n    Metadata: {a: b}\n  Key:\n    Type: AWS::KMS::Key\n",
    );
    let fact = lowered.fact("Größe");
    assert_eq!((&*fact.kind, fact.dialect), ("AWS::S3::Bucket", Dialect::Cloudformation));
    assert_eq!(lowered.slice(fact.header), "Größe");
    assert!(
        lowered.slice(fact.span).starts_with("Größe: # ü") && lowered.slice(fact.span).ends_with("Metadata: {a: b}")
    );
    assert_eq!(lowered.written("Größe.BucketName"), "data");
    assert_eq!(lowered.text("Größe.DeletionPolicy"), "Retain");
    assert_eq!(lowered.text("Größe.DependsOn.0"), "Key");
    assert_eq!(lowered.text("Größe.Metadata"), "own");
    assert_eq!(lowered.slice(fact.body.span), "BucketName: data\n      Metadata: own");
    assert!(lowered.fact("Key").body.as_map().is_some_and(|map| map.entries.is_empty() && map.open.is_none()));
    let scope = &lowered.part.scopes[0];
    assert_eq!((scope.path.as_str(), scope.unread.len()), ("stacks/main.yaml", 0));
    assert!(scope.providers.contains_key("aws"));
}

#[test]
fn json_and_carriage_returns_are_as_good() {
    let json = "{\r\n  \"Parameters\": {\"P\": {\"Type\": \"String\", \"Default\": \"x\"}},\r\n  \"Resources\": {\r\n    \"B\": {\"Type\": \"AWS::S3::Bucket\", \"Properties\": {\"BucketName\": {\"Fn::Sub\": \"ä-${P}\"}, \"Key\": {\"Fn::GetAtt\": [\"B\", \"Arn\"]}}}\r\n  }\r\n}";
    let lowered = Lowered::new(json);
    assert_eq!(lowered.text("B.BucketName"), "ä-x");
    assert_eq!(lowered.written("B.BucketName"), "{\"Fn::Sub\": \"ä-${P}\"}");
    assert_eq!(lowered.slice(lowered.fact("B").header), "\"B\"");
    assert_eq!(lowered.at("B.Key").links(), [link("B", "Arn")]);
    let yaml = "Resources:\r\n  B:\r\n    Type: AWS::S3::Bucket\r\n    Properties:\r\n      BucketName: !Sub |\r\n        ä\r\n        b\r\n      Q: 1\r\n";
    let lowered = Lowered::new(yaml);
    assert_eq!(lowered.text("B.BucketName"), "ä\nb\n");
    assert_eq!(lowered.written("B.Q"), "1");
}

#[test]
fn other_files_are_no_templates() {
    for text in [
        "a: b\n",
        "Resources: [x]\n",
        "Resources:\n  a:\n    Type: text\n",
        "- 1\n",
        "",
        "kind: Pod\nResources: {a: {}}\n",
    ] {
        assert!(Lowered::from_files(&[("x.yaml", text)]).is_none(), "{text:?}");
    }
    assert!(Lowered::from_files(&[("x.yaml", "AWSTemplateFormatVersion: '2010-09-09'\n")]).is_some());
    assert!(Lowered::from_files(&[("x.yaml", "Resources: {A: {Type: 'Custom::Thing'}}\n")]).is_some());
}

#[test]
fn of_a_repeated_resource_the_last_counts() {
    let lowered = Lowered::new(
        "Resources:\n  A: {Type: AWS::S3::Bucket}\n  A: {Type: AWS::KMS::Key}\n  B: {Type: AWS::S3::Bucket, Properties: {X: 1, X: 2}}\n",
    );
    assert_eq!(lowered.part.facts.len(), 2);
    assert_eq!(&*lowered.fact("A").kind, "AWS::KMS::Key");
    assert_eq!(lowered.at("B.X").as_number(), Some(2.0));
}

#[test]
fn resources_of_false_conditions_are_not_there() {
    let lowered = Lowered::new(
        "Parameters:\n  Env: {Type: String, Default: dev}\n  Free: {Type: String}\nConditions:\n  Prod: !Equals [!Ref Env, prod]\n  Dev: !Not [!Condition Prod]\n  Open: !Equals [!Ref Free, x]\nResources:\n  P: {Type: 'A::B::C', Condition: Prod}\n  D: {Type: 'A::B::C', Condition: Dev}\n  O: {Type: 'A::B::C', Condition: Open}\n  U: {Type: 'A::B::C', Condition: Nowhere}\n",
    );
    let addresses: Vec<_> = lowered.part.facts.iter().map(|fact| &*fact.address).collect();
    assert_eq!(addresses, ["D", "O", "U"]);
    assert_eq!(lowered.text("O.Condition"), "Open");
}

#[test]
fn what_is_not_read_is_said() {
    let files = [
        (
            "stacks/main.yaml",
            "Transform: [AWS::Serverless-2016-10-31, OwnMacro]\nResources:\n  Local:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: ../shared/./vpc.yaml}\n  Gone:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: gone.yaml}\n  Far:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: !Sub 'https://x/${AWS::Region}/t.yaml', Parameters: {Key: !Ref Key}}\n  App:\n    Type: AWS::Serverless::Application\n    Properties: {Location: {ApplicationId: x}}\n  Mod:\n    Type: My::Thing::Bucket::MODULE\n  Key: {Type: AWS::KMS::Key}\n  Asset:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: !Sub 'https://${AWS::Region}/x'}\n    Metadata: {'aws:asset:path': ../shared/vpc.yaml, 'aws:asset:property': TemplateURL}\n  Typeless: {Type: {A: b}}\n  Fn::ForEach::Many: [X, !Ref Unset, {'A${X}': {Type: AWS::KMS::Key}}]\n",
        ),
        ("shared/vpc.yaml", "Resources: {V: {Type: AWS::EC2::VPC}}\n"),
    ];
    let lowered = Lowered::from_files(&files).expect("a template");
    let unread = &lowered.part.scopes[0].unread;
    let what: Vec<_> = unread.iter().map(|unread| unread.what.as_str()).collect();
    assert_eq!(
        what,
        [
            "what macro 'OwnMacro' adds",
            "nested stack 'Gone'",
            "nested stack 'Far'",
            "nested stack 'App'",
            "module 'Mod'",
            "resource 'Typeless', which has no known type,",
            "loop 'Fn::ForEach::Many'"
        ]
    );
    assert_eq!(
        unread[2].call.get("Parameters").and_then(|map| map.get("Key")).expect("key").links(),
        [link("Key", "")]
    );
    assert_eq!(lowered.slice(unread[2].span), "Far");
}

#[test]
fn loops_are_unrolled() {
    let lowered = Lowered::new(
        "Transform: AWS::LanguageExtensions\nParameters:\n  Names: {Type: CommaDelimitedList, Default: 'a, b-c'}\nResources:\n  Fn::ForEach::Buckets:\n    - Name\n    - !Ref Names\n    - 'Bucket&{Name}':\n        Type: AWS::S3::Bucket\n        Properties:\n          BucketName: !Ref Name\n          Sub: !Sub 'x-${Name}-${AWS::Region}'\n          Plain: 'p-${Name}'\n          Fn::ForEach::Inner: [K, [m, n], {'Key${K}': !Sub '${Name}.${K}'}]\n      'Key${Name}':\n        Type: AWS::KMS::Key\n        Properties: {For: !GetAtt 'Bucket&{Name}.Arn'}\n",
    );
    let addresses: Vec<_> = lowered.part.facts.iter().map(|fact| &*fact.address).collect();
    assert_eq!(addresses, ["Bucketa", "Keya", "Bucketbc", "Keyb-c"]);
    assert_eq!(lowered.text("Bucketbc.BucketName"), "b-c");
    assert_eq!(lowered.text("Bucketbc.Plain"), "p-b-c");
    assert_eq!(lowered.at("Bucketa.Sub").as_unknown().expect("unknown").prefix(), "x-a-");
    assert_eq!(lowered.text("Bucketa.Keym"), "a.m");
    assert_eq!(lowered.text("Bucketbc.Keyn"), "b-c.n");
    assert_eq!(lowered.at("Keyb-c.For").links(), [link("Bucketbc", "Arn")]);
}

#[test]
fn a_loop_over_something_unknown_leaves_its_map_open() {
    let lowered = Lowered::new(
        "Parameters: {P: {Type: CommaDelimitedList}}\nResources:\n  A:\n    Type: A::B::C\n    Properties:\n      Own: 1\n      Fn::ForEach::X: [K, !Ref P, {'${K}': 1}]\n  B:\n    Type: A::B::C\n    Properties:\n      Fn::Transform: {Name: AWS::Include, Parameters: {Location: x}}\n      Own: 1\n",
    );
    let open =
        |address| lowered.fact(address).body.as_map().and_then(|map| map.open.clone()).expect("open").reason.clone();
    assert_eq!(open("A"), Reason::Input("P".into()));
    assert_eq!(open("B"), Reason::Expression("Fn::Transform".into()));
    assert_eq!(lowered.at("B.Own").as_number(), Some(1.0));
}

#[test]
fn loops_within_loops_end_at_a_limit() {
    let items = vec!["x"; 200].join(", ");
    let mut body = "{'R': {Type: 'A::B::C'}}".to_owned();
    for level in 0..6 {
        body = format!("{{'Fn::ForEach::L{level}': [V{level}, [{items}], {body}]}}");
    }
    let lowered = Lowered::new(&format!("AWSTemplateFormatVersion: x\nResources: {body}\n"));
    assert_eq!(lowered.part.scopes[0].unread.len(), 1);
}

#[test]
fn deep_expressions_end_at_a_limit() {
    for (open, close) in [("!Join ['', [", "]]"), ("!If [C, ", ", x]"), ("{a: ", "}"), ("!Base64 [", "]")] {
        let deep = format!("{}x{}", open.repeat(60), close.repeat(60));
        let lowered = Lowered::new(&format!(
            "Parameters: {{P: {{Type: String}}}}\nConditions: {{C: !Equals [!Ref P, x]}}\nResources: {{A: {{Type: 'A::B::C', Properties: {{V: {deep}}}}}}}\n"
        ));
        assert!(lowered.get("A.V").is_some());
    }
    let condition = format!("{}!Equals [a, a]{}", "!Not [".repeat(90), "]".repeat(90));
    let lowered = Lowered::new(&format!(
        "Conditions: {{C: {condition}, D: !Condition E, E: !Not [!Condition D]}}\nResources: {{A: {{Type: 'A::B::C', Condition: C}}, B: {{Type: 'A::B::C', Condition: D}}}}\n"
    ));
    assert_eq!(lowered.part.facts.len(), 2);
}

#[test]
fn a_text_that_doubles_ends_at_a_limit() {
    let large = "x".repeat(100_000);
    let properties: String = (0..2_000).map(|n| format!("      P{n}: !Sub '${{L}}${{L}}'\n")).collect();
    let lowered = Lowered::new(&format!(
        "Parameters:\n  L: {{Type: String, Default: {large}}}\nResources:\n  A:\n    Type: A::B::C\n    Properties:\n{properties}"
    ));
    assert_eq!(*lowered.reason("A.P1999"), Reason::Limit);
}
