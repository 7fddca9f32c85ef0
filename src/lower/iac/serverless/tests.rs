use super::*;
use crate::parse::yaml;
use crate::source::SourceFile;

fn deployed(files: &[(&str, &str)]) -> Value {
    let sources = files.iter().map(|(path, text)| SourceFile::new((*path).to_owned(), (*text).to_owned()));
    let sources = Sources::new(sources.collect());
    let document = yaml::parse(FileId(0), files[0].1).tree.into_iter().next().expect("a document");
    assert!(is_service(&document));
    template(&sources, FileId(0), &document)
}

fn at<'v>(value: &'v Value, path: &str) -> &'v Value {
    let found = path.split('.').try_fold(value, |value, step| match step.parse::<usize>() {
        Ok(index) => value.as_list()?.items.get(index),
        Err(_) => value.get(step),
    });
    found.unwrap_or_else(|| panic!("no {path}"))
}

const SERVICE: &str = "service: records
custom:
  stage: ${opt:stage, self:provider.stage}
  table: ${self:service}-${self:custom.stage}-${file(./config.yml):suffix}
  days: {dev: 7, prod: 365}
  shared: ${file(config.yml)}
provider:
  name: aws
  stage: ${env:STAGE, 'dev'}
  runtime: nodejs20.x
  tracing: {lambda: true, apiGateway: '${self:custom.shared.trace}'}
  environment: {TABLE: '${self:custom.table}', KEY: '${ssm:/records/key}'}
  logRetentionInDays: ${self:custom.days.${self:custom.stage}}
  logs: {restApi: true}
  iam: {role: {statements: [{Effect: Allow, Action: 'dynamodb:*', Resource: '*'}]}}
functions:
  get-record:
    handler: a.b
    url: true
    environment: {LEVEL: debug}
    events:
      - http: GET records
      - http: {path: x, method: post, authorizer: aws_iam}
  other: {handler: c.d, tracing: PassThrough}
resources:
  - Resources:
      Table:
        Type: AWS::DynamoDB::Table
        Properties: {TableName: '${self:custom.table}', Note: !Sub '${AWS::Region}-${Table}', Open: '${cf:x.Y}-a'}
  - ${file(more.yml)}
  - extensions: {OtherLambdaFunction: {Properties: {KmsKeyArn: own}}}
";

#[test]
fn a_service_is_the_template_that_it_deploys() {
    let files = [
        ("app/serverless.yml", SERVICE),
        ("app/config.yml", "suffix: x\ntrace: true\n"),
        ("app/more.yml", "Resources: {Queue: {Type: 'AWS::SQS::Queue'}}\n"),
    ];
    let template = deployed(&files);
    let text = |path: &str| {
        at(&template, path).as_str().unwrap_or_else(|| panic!("{path}: {:?}", at(&template, path))).to_owned()
    };
    assert_eq!(text("Resources.Table.Properties.TableName"), "records-dev-x");
    assert_eq!(text("Resources.Table.Properties.Note.!Sub"), "${AWS::Region}-${Table}");
    assert_eq!(at(&template, "Resources.Table.Properties.Open").as_unknown().expect("unknown").suffix(), "-a");
    assert_eq!(text("Resources.Queue.Type"), "AWS::SQS::Queue");
    assert_eq!(text("Resources.GetDashrecordLambdaFunction.Properties.Runtime"), "nodejs20.x");
    assert_eq!(text("Resources.GetDashrecordLambdaFunction.Properties.TracingConfig.Mode"), "Active");
    assert_eq!(text("Resources.GetDashrecordLambdaFunction.Properties.Environment.Variables.TABLE"), "records-dev-x");
    assert_eq!(text("Resources.GetDashrecordLambdaFunction.Properties.Environment.Variables.LEVEL"), "debug");
    assert!(
        at(&template, "Resources.GetDashrecordLambdaFunction.Properties.Environment.Variables.KEY")
            .as_unknown()
            .is_some()
    );
    assert_eq!(text("Resources.OtherLambdaFunction.Properties.TracingConfig.Mode"), "PassThrough");
    assert_eq!(text("Resources.OtherLambdaFunction.Properties.KmsKeyArn"), "own");
    assert_eq!(at(&template, "Resources.OtherLogGroup.Properties.RetentionInDays").as_number(), Some(7.0));
    assert_eq!(text("Resources.GetDashrecordLambdaFunctionUrl.Properties.AuthType"), "NONE");
    assert_eq!(text("Resources.GetDashrecordMethod1.Properties.AuthorizationType"), "NONE");
    assert_eq!(text("Resources.GetDashrecordMethod2.Properties.AuthorizationType"), "AWS_IAM");
    assert_eq!(at(&template, "Resources.ApiGatewayStage.Properties.TracingEnabled").as_bool(), Some(true));
    assert_eq!(
        at(&template, "Resources.ApiGatewayStage.Properties.MethodSettings.DataTraceEnabled").as_bool(),
        Some(true)
    );
    assert!(at(&template, "Resources.ApiGatewayStage.Properties.AccessLogSetting.DestinationArn").as_str().is_some());
    assert_eq!(
        text("Resources.IamRoleLambdaExecution.Properties.Policies.0.PolicyDocument.Statement.0.Action"),
        "dynamodb:*"
    );
}

#[test]
fn what_is_not_there_is_not_known() {
    let template = deployed(&[(
        "serverless.yml",
        "service: x\nprovider: {name: aws}\nfunctions: ${file(gone.js):functions}\nresources: {Resources: {A: {Type: 'A::B::C', Properties: {P: '${self:custom.gone}', Q: '${opt:stage}', R: '${self:custom.gone, null, 3}'}}}}\n",
    )]);
    assert!(template.get("Resources").and_then(Value::as_map).is_some_and(|map| map.open.is_some()));
    for path in ["P", "Q"] {
        assert!(at(&template, &format!("Resources.A.Properties.{path}")).as_unknown().is_some());
    }
    assert_eq!(at(&template, "Resources.A.Properties.R").as_number(), Some(3.0));
}

#[test]
fn variables_that_never_end_do() {
    let doubled: String =
        (0..40).map(|n| format!("  v{n}: '${{self:custom.v{0}}}${{self:custom.v{0}}}'\n", n + 1)).collect();
    let service = format!(
        "service: x\nprovider: {{name: aws, stage: '${{self:provider.stage}}', runtime: '${{self:custom.a}}'}}\ncustom:\n  a: '${{self:custom.b}}'\n  b: '${{self:custom.a}}'\n{doubled}functions: {{f: {{handler: '${{self:custom.v0}}', name: '${{self:functions}}'}}}}\n"
    );
    let template = deployed(&[("serverless.yml", &service)]);
    assert!(at(&template, "Resources.FLambdaFunction.Properties.Runtime").as_unknown().is_some());
}

#[test]
fn other_documents_are_no_services() {
    for text in [
        "service: x\n",
        "service: x\nprovider: google\nfunctions: {}\n",
        "provider: {name: aws}\nfunctions: {}\n",
        "- 1\n",
    ] {
        assert!(!yaml::parse(FileId(0), text).tree.iter().any(is_service), "{text}");
    }
}
