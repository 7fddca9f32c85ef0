use super::*;
use crate::lower::code::{self, Names};
use crate::model::Kind;
use crate::parse::code::Language;
use crate::source::SourceFile;

/// What a program declares.
struct Declared {
    sources: Sources,
    part: Part,
}

impl Declared {
    fn of(language: Language, text: &str) -> Option<Self> {
        let constructs = Constructs::from_toml(include_str!("../../../../rules/constructs.toml")).expect("constructs");
        let data = Data { constructs, ..Data::default() };
        let programs = Programs::new(&data);
        let mut keys = Keys::default();
        for key in ["rule", "ingress", "statement"] {
            keys.terraform.insert(name::plain(key), vec![key.into()]);
        }
        for key in ["StorageEncrypted", "MultiAZ", "SSESpecification", "SSEEnabled"] {
            keys.cloudformation.insert(name::plain(key), vec![key.into()]);
        }
        assert!(programs.keys.set(keys).is_ok());
        let sources = Sources::new(vec![SourceFile::new("app".to_owned(), text.to_owned())]);
        let (wanted, makes) = (|name: &str| programs.wants(name), |name: &str| programs.makes(name));
        let names = Names { wanted: &wanted, returns: &|_| None, makes: &makes };
        let (_, mut part) = code::read(FileId(0), "app", language, text, &names);
        let part = programs.lower(&sources, FileId(0), &mut part.facts, &|_| false)?;
        let part = join(&sources, vec![part]).into_iter().next()?;
        Some(Self { sources, part })
    }

    fn shown(&self) -> Vec<String> {
        let facts = self.part.facts.iter();
        facts.map(|fact| format!("{} {} {}", fact.kind, fact.address, show(&fact.body))).collect()
    }
}

fn show(value: &Value) -> String {
    let links: Vec<String> = value.links().iter().map(|link| format!("{}.{}", link.address, link.attribute)).collect();
    match &value.kind {
        Kind::Null => "null".to_owned(),
        Kind::Bool(truth) => truth.to_string(),
        Kind::Number(number) => number.to_string(),
        Kind::String(text) => text.to_string(),
        Kind::List(list) => format!("[{}]", list.items.iter().map(show).collect::<Vec<_>>().join(", ")),
        Kind::Map(map) => {
            let entries: Vec<String> =
                map.entries.iter().map(|entry| format!("{}: {}", entry.key, show(&entry.value))).collect();
            format!("{{{}{}}}", entries.join(", "), if map.open.is_some() { ", …" } else { "" })
        }
        Kind::Unknown(_) if links.is_empty() => "?".to_owned(),
        Kind::Unknown(_) => format!("->{}", links.join(" ")),
    }
}

#[test]
fn pulumi_is_terraform_under_other_names() {
    let expected = [
        "aws_s3_bucket aws_s3_bucket.logs {acl: private, force_destroy: true, tags: {ownKey: x}}",
        "aws_s3_bucket_public_access_block aws_s3_bucket_public_access_block.b {bucket: ->aws_s3_bucket.logs.id, block_public_acls: true}",
        "aws_db_instance aws_db_instance.db {storage_encrypted: false, password: ?}",
        "aws_security_group aws_security_group.web {ingress: [{from_port: 22, cidr_blocks: [0.0.0.0/0]}]}",
    ];
    let typescript = r#"
import * as aws from "@pulumi/aws";
import { rds } from "@pulumi/aws";
const config = new pulumi.Config();
const logs = new aws.s3.BucketV2("logs", { acl: "private", forceDestroy: true, tags: { ownKey: "x" } }, { protect: true });
new aws.s3.BucketPublicAccessBlock("b", { bucket: logs.id, blockPublicAcls: true });
export const db = new rds.Instance("db", { storageEncrypted: false, password: config.requireSecret("p") });
new aws.ec2.SecurityGroup("web", { ingress: [{ fromPort: 22, cidrBlocks: ["0.0.0.0/0"] }] });
"#;
    let python = r#"
import pulumi_aws as aws
from pulumi_aws import rds
config = pulumi.Config()
logs = aws.s3.BucketV2("logs", acl="private", force_destroy=True, tags={"ownKey": "x"}, opts=pulumi.ResourceOptions(protect=True))
aws.s3.BucketPublicAccessBlock("b", bucket=logs.id, block_public_acls=True)
db = rds.Instance("db", storage_encrypted=False, password=config.require_secret("p"))
aws.ec2.SecurityGroup("web", ingress=[aws.ec2.SecurityGroupIngressArgs(from_port=22, cidr_blocks=["0.0.0.0/0"])])
"#;
    for (language, text) in [(Language::Typescript, typescript), (Language::Python, python)] {
        let declared = Declared::of(language, text).expect("resources");
        assert_eq!(declared.shown(), expected, "{language:?}");
        assert_eq!(declared.part.scopes[0].unread.len(), 1);
        let bucket = &declared.part.facts[0];
        assert!(declared.sources.slice(bucket.span).contains("logs"));
        assert_eq!(declared.sources.slice(bucket.header).rsplit('.').next(), Some("BucketV2"));
    }
}

#[test]
fn repeated_blocks_have_the_name_of_one() {
    let text = "import * as aws from '@pulumi/aws';\nnew aws.s3.BucketServerSideEncryptionConfigurationV2('e', { rules: [{ x: 1 }] });\nnew aws.cognito.UserPool('u', args);\nnew aws.s3.Provider('p', {});\nnew gcp.storage.Bucket('g', {});\n";
    let declared = Declared::of(Language::Typescript, text).expect("resources");
    assert_eq!(
        declared.shown(),
        [
            "aws_s3_bucket_server_side_encryption_configuration aws_s3_bucket_server_side_encryption_configuration.e {rules: [{x: 1}], rule: [{x: 1}]}",
            "aws_cognito_user_pool aws_cognito_user_pool.u {, …}"
        ]
    );
}

#[test]
fn constructs_are_what_they_come_to() {
    let typescript = r#"
import * as cdk from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { aws_rds as rds } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
class App extends cdk.Stack {
  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id);
    const logs = new s3.Bucket(this, 'Logs', { encryption: s3.BucketEncryption.S3_MANAGED, enforceSSL: true });
    this.data = new s3.Bucket(this, 'Data', { versioned: true, blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL, serverAccessLogsBucket: logs, removalPolicy: cdk.RemovalPolicy.DESTROY });
    this.data.addToResourcePolicy(x);
    new rds.CfnDBInstance(this, 'Raw', { storageEncrypted: true, multiAz: props.ha, masterUserPassword: 'x' });
    new Queue(this, 'Q', { encryption: props.key ? QueueEncryption.KMS : QueueEncryption.UNENCRYPTED });
  }
}
"#;
    let python = r#"
import aws_cdk as cdk
from aws_cdk import aws_s3 as s3, aws_rds as rds
from aws_cdk.aws_sqs import Queue, QueueEncryption
class App(cdk.Stack):
    def __init__(self, scope, id, props):
        super().__init__(scope, id)
        logs = s3.Bucket(self, "Logs", encryption=s3.BucketEncryption.S3_MANAGED, enforce_ssl=True)
        self.data = s3.Bucket(self, "Data", versioned=True, block_public_access=s3.BlockPublicAccess.BLOCK_ALL, server_access_logs_bucket=logs, removal_policy=cdk.RemovalPolicy.DESTROY)
        self.data.add_to_resource_policy(x)
        rds.CfnDBInstance(self, "Raw", storage_encrypted=True, multi_az=props.ha, master_user_password="x")
        Queue(self, "Q", encryption=QueueEncryption.KMS if props.key else QueueEncryption.UNENCRYPTED)
"#;
    let expected = [
        "AWS::S3::Bucket Logs {BucketEncryption: {ServerSideEncryptionConfiguration: {ServerSideEncryptionByDefault: {SSEAlgorithm: AES256}}}, DeletionPolicy: Retain}",
        "AWS::S3::BucketPolicy Logs.BucketPolicy {Bucket: ->Logs., PolicyDocument: {Statement: {Action: s3:*, Condition: {Bool: {aws:SecureTransport: false}}, Effect: Deny, Principal: *, Resource: *}}}",
        "AWS::S3::Bucket Data {LoggingConfiguration: {DestinationBucketName: ->Logs.}, PublicAccessBlockConfiguration: {BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true}, DeletionPolicy: Delete, VersioningConfiguration: {Status: Enabled}}",
        "AWS::RDS::DBInstance Raw {StorageEncrypted: true, MultiAZ: ?, MasterUserPassword: x}",
        "AWS::SQS::Queue Q {KmsMasterKeyId: ?, SqsManagedSseEnabled: ?}",
    ];
    for (language, text) in [(Language::Typescript, typescript), (Language::Python, python)] {
        let declared = Declared::of(language, text).expect("resources");
        assert_eq!(declared.shown(), expected, "{language:?}");
        let unread = &declared.part.scopes[0].unread;
        assert_eq!(unread.len(), 2, "{language:?}");
        assert_eq!(show(&unread[0].call), "->Data.");
    }
}

#[test]
fn methods_declare_and_change() {
    let text = r#"
import * as ec2 from '@aws-cdk/aws-ec2';
import * as lb from '@aws-cdk/aws-elasticloadbalancingv2';
import * as kms from '@aws-cdk/aws-kms';
const group = new ec2.SecurityGroup(stack, 'G', {});
const balancer = new lb.ApplicationLoadBalancer(stack, 'L', { internetFacing: true });
balancer.logAccessLogs(bucket);
const listener = balancer.addListener('In', { port: 80 });
listener.addAction('r', {});
const key = new kms.CfnKey(stack, 'K', { enableKeyRotation: false });
key.addPropertyOverride('EnableKeyRotation', true);
new kms.CfnKey(stack, 'K', { enableKeyRotation: false });
"#;
    let declared = Declared::of(Language::Javascript, text).expect("resources");
    assert_eq!(
        declared.shown(),
        [
            "AWS::EC2::SecurityGroup G {}",
            "AWS::ElasticLoadBalancingV2::LoadBalancer L {Type: application, Scheme: internet-facing, LoadBalancerAttributes: ?}",
            "AWS::ElasticLoadBalancingV2::Listener In {LoadBalancerArn: ->L., Port: 80, Protocol: HTTP, DefaultActions: ?}",
            "AWS::KMS::Key K {, …}",
            "AWS::KMS::Key K~2 {EnableKeyRotation: false}",
        ]
    );
}

#[test]
fn rules_of_a_group_are_calls() {
    let text = "import * as ec2 from 'aws-cdk-lib/aws-ec2';\nconst g = new ec2.SecurityGroup(this, 'G', { vpc });\ng.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(22), 'ssh');\ng.addIngressRule(ec2.Peer.ipv4('10.0.0.0/8'), ec2.Port.allTraffic());\ng.addIngressRule(peer, port);\n";
    let declared = Declared::of(Language::Typescript, text).expect("rules");
    assert_eq!(
        declared.shown(),
        [
            "AWS::EC2::SecurityGroup G {}",
            "AWS::EC2::SecurityGroupIngress SecurityGroup {GroupId: ->G., FromPort: 22, IpProtocol: tcp, ToPort: 22, CidrIp: 0.0.0.0/0}",
            "AWS::EC2::SecurityGroupIngress SecurityGroup~2 {GroupId: ->G., IpProtocol: -1, CidrIp: 10.0.0.0/8}",
            "AWS::EC2::SecurityGroupIngress SecurityGroup~3 {GroupId: ->G., FromPort: ?, IpProtocol: ?, ToPort: ?, CidrIp: ?}",
        ]
    );
}

#[test]
fn other_programs_declare_nothing() {
    for text in
        ["import * as s3 from './s3';\nnew s3.Bucket(this, 'x', {});", "const a = new Bucket('@pulumi/aws');", ""]
    {
        assert!(Declared::of(Language::Typescript, text).is_none(), "{text}");
    }
}

#[test]
fn names_are_spelled_as_the_languages_do() {
    for (camel, snake) in [
        ("kmsKeyId", "kms_key_id"),
        ("IAMMember", "iam_member"),
        ("s3BucketName", "s3_bucket_name"),
        ("ipv6CidrBlocks", "ipv6_cidr_blocks"),
        ("WebAcl", "web_acl"),
        ("plain", "plain"),
    ] {
        assert_eq!(name::snake(camel), snake);
    }
    assert_eq!((name::pascal("kms_key_id"), name::pascal("kmsKeyId")), ("KmsKeyId".to_owned(), "KmsKeyId".to_owned()));
}

#[test]
fn the_files_of_a_program_belong_together() {
    let paths = ["app/Pulumi.yaml", "app/a.ts", "app/lib/b.ts", "c.ts"];
    let sources = Sources::new(paths.map(|path| SourceFile::new(path.to_owned(), String::new())).into());
    let span = Span::top(FileId(1));
    let part = |path: &str, names: &[&str]| {
        let fact = |name: &&str| Fact {
            dialect: Dialect::Terraform,
            kind: "aws_s3_bucket".into(),
            address: Arc::from(*name),
            scope: ScopeId(0),
            body: Value::unknown(crate::model::Reason::Unread, span)
                .with_links([crate::model::Link { address: "a".into(), attribute: "".into() }]),
            span,
            header: span,
            via: Vec::new(),
        };
        let scopes = vec![Scope::new(Dialect::Terraform, path)];
        Part { scopes, facts: names.iter().map(fact).collect(), ..Part::default() }
    };
    let joined =
        join(&sources, vec![part("app/a.ts", &["a", "b"]), part("app/lib/b.ts", &["a", "a~2"]), part("c.ts", &["a"])]);
    let shown: Vec<_> = joined
        .iter()
        .map(|part| {
            let facts: Vec<_> =
                part.facts.iter().map(|fact| format!("{} {}", fact.address, show(&fact.body))).collect();
            (part.scopes[0].path.as_str(), facts)
        })
        .collect();
    assert_eq!(shown[0], ("c.ts", vec!["a ->a.".to_owned()]));
    assert_eq!(shown[1].0, "app/Pulumi.yaml");
    assert_eq!(shown[1].1, ["a ->a.", "b ->a.", "a~3 ->a~3.", "a~2 ->a~3."].map(str::to_owned));
}

/// A variant, and what is declared in it.
type Shown = (Option<String>, Vec<String>);

/// What projects in YAML declare: the variants of each, and the manifests.
fn projects(files: &[(&str, &str)]) -> (Vec<Shown>, Vec<String>) {
    let constructs = Constructs::from_toml(include_str!("../../../../rules/constructs.toml")).expect("constructs");
    let data = Data { constructs, ..Data::default() };
    let programs = Programs::new(&data);
    let sources = files.iter().map(|(path, text)| SourceFile::new((*path).to_owned(), (*text).to_owned()));
    let sources = Sources::new(sources.collect());
    let read: Vec<(FileId, Vec<Value>)> = sources
        .iter()
        .map(|(id, file)| (id, crate::parse::yaml::parse(id, &file.text).tree))
        .filter(|(_, documents)| documents.iter().any(is_project))
        .collect();
    let found = programs.projects(&sources, &read);
    let shown = found.parts.iter().map(|part| {
        let facts = part.facts.iter().map(|fact| format!("{} {}", fact.address, show(&fact.body)));
        let unread = part.scopes[0].unread.iter().map(|unread| format!("unread {}", unread.what));
        (part.scopes[0].variant.clone(), facts.chain(unread).collect())
    });
    let manifests = found.manifests.iter().flat_map(|(_, documents)| documents.iter().map(show));
    (shown.collect(), manifests.collect())
}

#[test]
fn projects_in_yaml_are_programs_too() {
    let project = "name: app
runtime: yaml
config: {size: {type: string, default: small}, open: {type: string}}
variables: {prefix: 'x-${size}', loop: '${loop}'}
resources:
  logs: {type: 'aws:s3:Bucket', properties: {acl: private, forceDestroy: true}}
  data: {type: 'aws:s3/bucketV2:BucketV2', properties: {bucket: '${prefix}-${open}', note: '${loop}', loggings: [{targetBucket: '${logs.id}'}]}}
  db: {type: 'aws:rds:Instance', properties: {password: {fn::secret: hunter2}, instanceClass: '${size}'}}
  own: {type: 'my:index:Component', properties: {bucket: '${data}'}}
  web: {type: 'kubernetes:apps/v1:Deployment', properties: {spec: {replicas: 1}}}
  pod: {type: 'kubernetes:core/v1:Pod', properties: {metadata: {name: p}}}
";
    let stack = "config:\n  app:size: large\n  app:open: {secure: abc}\n";
    let (alone, manifests) = projects(&[("p/Pulumi.yaml", project)]);
    assert_eq!(alone.len(), 1);
    assert_eq!(alone[0].0, None);
    assert_eq!(
        alone[0].1,
        [
            "aws_s3_bucket.logs {acl: private, force_destroy: true}",
            "aws_s3_bucket.data {bucket: ?, note: ?, loggings: [{target_bucket: ->aws_s3_bucket.logs.id}]}",
            "aws_db_instance.db {password: hunter2, instance_class: small}",
            "unread resource 'own' of type 'my:index:Component'",
        ]
    );
    assert_eq!(
        manifests,
        [
            "{apiVersion: apps/v1, kind: Deployment, spec: {replicas: 1}, metadata: {name: web}}",
            "{apiVersion: v1, kind: Pod, metadata: {name: p}}"
        ]
    );
    let (stacks, _) = projects(&[("p/Pulumi.dev.yaml", stack), ("p/Pulumi.yaml", project)]);
    assert_eq!(stacks[0].0.as_deref(), Some("p/Pulumi.dev.yaml"));
    assert!(stacks[0].1[2].contains("instance_class: large"));
}

#[test]
fn other_documents_are_no_projects() {
    for text in [
        "name: x\nruntime: nodejs\n",
        "resources: {a: {type: b}}\n",
        "resources: {}\n",
        "kind: X\nresources: {a: {type: 'b:c'}}\n",
    ] {
        assert_eq!(projects(&[("Pulumi.yaml", text)]).0, [], "{text}");
    }
}
