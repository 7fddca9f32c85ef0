use super::*;

const TEMPLATE: &str = "Transform: AWS::Serverless-2016-10-31
Parameters: {Stage: {Type: String, Default: dev}}
Globals:
  Function:
    Timeout: 30
    Tracing: Active
    Environment: {Variables: {STAGE: !Ref Stage, LEVEL: info}}
    Layers: [base]
  Api: {TracingEnabled: true}
Resources:
  Plain: {Type: AWS::Serverless::Function}
  Own:
    Type: AWS::Serverless::Function
    Properties:
      Timeout: 5
      Tracing: !Ref AWS::NoValue
      Environment: {Variables: {LEVEL: debug}}
      Layers: [extra]
      Role: !GetAtt OwnRole.Arn
      Alias: !Ref Own.Version
  Table: {Type: AWS::Serverless::SimpleTable}
  Api: {Type: AWS::Serverless::Api}
  Raw: {Type: AWS::Lambda::Function}
";

#[test]
fn globals_are_inherited() {
    let sam = Lowered::new(TEMPLATE);
    assert_eq!(&*sam.fact("Plain").kind, "AWS::Serverless::Function");
    assert_eq!(sam.at("Plain.Timeout").as_number(), Some(30.0));
    assert_eq!(sam.written("Plain.Tracing"), "Active");
    assert_eq!(sam.text("Plain.Environment.Variables.STAGE"), "dev");
    assert_eq!(sam.at("Api.TracingEnabled").as_bool(), Some(true));
    for path in ["Table.Timeout", "Raw.Timeout"] {
        assert!(sam.get(path).is_none(), "{path}");
    }
}

#[test]
fn what_a_resource_says_itself_comes_first() {
    let sam = Lowered::new(TEMPLATE);
    assert_eq!(sam.at("Own.Timeout").as_number(), Some(5.0));
    assert!(sam.get("Own.Tracing").is_none());
    assert_eq!(sam.text("Own.Environment.Variables.LEVEL"), "debug");
    assert_eq!(sam.text("Own.Environment.Variables.STAGE"), "dev");
    assert_eq!((sam.text("Own.Layers.0"), sam.text("Own.Layers.1")), ("base", "extra"));
}

#[test]
fn resources_that_the_transform_adds_are_not_undeclared() {
    let sam = Lowered::new(TEMPLATE);
    assert_eq!(*sam.reason("Own.Role"), Reason::Computed("OwnRole.Arn".into()));
    assert_eq!(sam.at("Own.Alias").links(), [link("Own", "Version")]);
}
