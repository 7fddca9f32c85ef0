//! Configuration of servers and frameworks to facts.
//!
//! The way of a file: [`recognise`] tells its format from path and beginning, [`parse`] reads it,
//! [`lower`] makes facts, with a [`Context`] of the files that complete each other.

use crate::lower::settings::nginx::Includes;
use crate::lower::settings::rails::Applications;
use crate::model::{Dialect, Part, Reason, Value};
use crate::parse::directive::Directive;
use crate::parse::ruby::Assignment;
use crate::parse::{self, Parsed};
use crate::source::{FileId, ProblemKind, Sources, Span};

mod apache;
mod aspnet;
mod body;
pub mod connection;
mod embedded;
pub mod environment;
mod finder;
pub mod hint;
mod kafka;
mod lines;
mod logging;
mod nginx;
mod output;
mod place;
mod placeholder;
mod plain;
mod postgresql;
mod rails;
mod recognise;
pub mod secret;
mod spring;
#[cfg(test)]
mod tests;
mod text;
mod tree;
mod walk;

pub use embedded::embedded;
pub use finder::Finder;
pub use place::{Origin, Place};
pub use recognise::recognise;

/// The formats of settings that are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SettingsFormat {
    /// nginx configuration.
    Nginx,
    /// Apache configuration, `.htaccess` included.
    Apache,
    /// `postgresql.conf`.
    PostgresqlConf,
    /// `pg_hba.conf`.
    PostgresqlHba,
    /// `my.cnf`.
    Mysql,
    /// `redis.conf`.
    Redis,
    /// `sshd_config`.
    Sshd,
    /// Kafka properties.
    Kafka,
    /// Spring `application.properties`.
    SpringProperties,
    /// Spring `application.yml`.
    SpringYaml,
    /// `appsettings.json`.
    Appsettings,
    /// `web.config`.
    WebConfig,
    /// Rails environments and initializers.
    Rails,
    /// Laravel `config/*.php`.
    Laravel,
    /// `.env`.
    Env,
    /// `elasticsearch.yml`, `opensearch.yml`, `kibana.yml`.
    Elasticsearch,
    /// Fluent Bit's classic format.
    FluentBit,
    /// Fluentd.
    Fluentd,
    /// Filebeat and its siblings.
    Filebeat,
    /// A Logstash pipeline.
    Logstash,
    /// `logstash.yml`.
    LogstashYaml,
    /// `vector.toml`.
    VectorToml,
    /// `vector.yaml`.
    VectorYaml,
    /// `rsyslog.conf`.
    Rsyslog,
    /// Any other YAML.
    Yaml,
    /// Any other JSON.
    Json,
    /// Any other TOML.
    Toml,
    /// Any other INI.
    Ini,
    /// Any other properties.
    Properties,
    /// Any other XML.
    Xml,
    /// Scripts, keys and code that is not lowered: searched for secrets and connections alone.
    Text,
}

impl SettingsFormat {
    /// Every format, in the order of declaration.
    pub const ALL: &'static [Self] = &[
        Self::Nginx,
        Self::Apache,
        Self::PostgresqlConf,
        Self::PostgresqlHba,
        Self::Mysql,
        Self::Redis,
        Self::Sshd,
        Self::Kafka,
        Self::SpringProperties,
        Self::SpringYaml,
        Self::Appsettings,
        Self::WebConfig,
        Self::Rails,
        Self::Laravel,
        Self::Env,
        Self::Elasticsearch,
        Self::FluentBit,
        Self::Fluentd,
        Self::Filebeat,
        Self::Logstash,
        Self::LogstashYaml,
        Self::VectorToml,
        Self::VectorYaml,
        Self::Rsyslog,
        Self::Yaml,
        Self::Json,
        Self::Toml,
        Self::Ini,
        Self::Properties,
        Self::Xml,
        Self::Text,
    ];

    /// The dialect of its facts.
    #[must_use]
    pub fn dialect(self) -> Dialect {
        match self {
            Self::Nginx => Dialect::Nginx,
            Self::Apache => Dialect::Apache,
            Self::PostgresqlConf | Self::PostgresqlHba => Dialect::Postgresql,
            Self::Mysql => Dialect::Mysql,
            Self::Redis => Dialect::Redis,
            Self::Sshd => Dialect::Ssh,
            Self::Kafka => Dialect::Kafka,
            Self::SpringProperties | Self::SpringYaml => Dialect::Spring,
            Self::Appsettings | Self::WebConfig => Dialect::Aspnet,
            Self::Rails => Dialect::Rails,
            Self::Laravel => Dialect::Laravel,
            Self::Env => Dialect::Env,
            Self::Elasticsearch => Dialect::Elasticsearch,
            Self::FluentBit
            | Self::Fluentd
            | Self::Filebeat
            | Self::Logstash
            | Self::LogstashYaml
            | Self::VectorToml
            | Self::VectorYaml
            | Self::Rsyslog => Dialect::Logging,
            Self::Yaml | Self::Json | Self::Toml | Self::Ini | Self::Properties | Self::Xml | Self::Text => {
                Dialect::Settings
            }
        }
    }

    /// Whether templates of the format are read with their actions covered. YAML has a way of its own,
    /// and the literals of programs may hold anything.
    pub(crate) fn is_of_lines(self) -> bool {
        !matches!(
            self,
            Self::SpringYaml
                | Self::Elasticsearch
                | Self::Filebeat
                | Self::LogstashYaml
                | Self::VectorYaml
                | Self::Yaml
                | Self::Json
                | Self::Appsettings
                | Self::Rails
                | Self::Laravel
                | Self::Text
        )
    }
}

/// What a file of settings parses to.
#[derive(Debug)]
pub enum Tree {
    /// Values, one for each document.
    Documents(Vec<Value>),
    /// Directives and blocks.
    Directives(Vec<Directive>),
    /// Assignments of a program.
    Assignments(Vec<Assignment>),
}

/// One file, recognised and parsed.
#[derive(Debug)]
pub struct Input {
    /// The file.
    pub file: FileId,
    /// Its format.
    pub format: SettingsFormat,
    /// What it parses to.
    pub tree: Tree,
    /// Where it stands, when it is a text in the file and not all of it.
    pub within: Option<Span>,
}

/// Parses a file of a known format. Of a template, what is left without its actions is parsed.
#[must_use]
pub fn parse(format: SettingsFormat, file: FileId, text: &str) -> Parsed<Tree> {
    if !format.is_of_lines() {
        return parse_as(format, file, text);
    }
    let masked = parse::mask::mask(text);
    let mut parsed = parse_as(format, file, &masked.text);
    if let Tree::Documents(documents) = &mut parsed.tree {
        documents.iter_mut().for_each(tree::unmask);
    }
    if masked.unrendered {
        let message = "template actions were left out".to_owned();
        parsed.failures.push(parse::Failure { kind: ProblemKind::Unrendered, span: None, message });
    }
    parsed
}

fn parse_as(format: SettingsFormat, file: FileId, text: &str) -> Parsed<Tree> {
    use parse::keyword::Style;
    match format {
        SettingsFormat::Nginx => directives(parse::nginx::parse(file, text)),
        SettingsFormat::Apache | SettingsFormat::Fluentd => directives(parse::apache::parse(file, text)),
        SettingsFormat::PostgresqlConf => directives(parse::keyword::parse(file, text, Style::POSTGRESQL)),
        SettingsFormat::PostgresqlHba => directives(parse::keyword::parse(file, text, Style::HBA)),
        SettingsFormat::Redis => directives(parse::keyword::parse(file, text, Style::REDIS)),
        SettingsFormat::Sshd => directives(parse::keyword::parse(file, text, Style::SSHD)),
        SettingsFormat::FluentBit => directives(parse::ini::sections(file, text, parse::ini::Separator::Blank)),
        SettingsFormat::Mysql | SettingsFormat::Ini => document(parse::ini::parse(file, text)),
        SettingsFormat::Kafka | SettingsFormat::SpringProperties | SettingsFormat::Properties => {
            documents(parse::properties::parse(file, text))
        }
        SettingsFormat::Appsettings | SettingsFormat::Json => optional(parse::json::parse(file, text)),
        SettingsFormat::WebConfig | SettingsFormat::Xml => optional(parse::xml::parse(file, text)),
        SettingsFormat::Laravel => optional(parse::php::parse(file, text)),
        SettingsFormat::Rails => {
            let parsed = parse::ruby::parse(file, text);
            Parsed { tree: Tree::Assignments(parsed.tree), failures: parsed.failures }
        }
        SettingsFormat::Text => Parsed { tree: Tree::Documents(Vec::new()), failures: Vec::new() },
        SettingsFormat::Env => document(parse::env::parse(file, text)),
        SettingsFormat::Logstash => document(parse::logstash::parse(file, text)),
        SettingsFormat::Rsyslog => document(parse::rsyslog::parse(file, text)),
        SettingsFormat::VectorToml | SettingsFormat::Toml => document(parse::toml::parse(file, text)),
        SettingsFormat::SpringYaml
        | SettingsFormat::Elasticsearch
        | SettingsFormat::Filebeat
        | SettingsFormat::LogstashYaml
        | SettingsFormat::VectorYaml
        | SettingsFormat::Yaml => documents(parse::yaml::parse(file, text)),
    }
}

fn directives(parsed: Parsed<Vec<Directive>>) -> Parsed<Tree> {
    Parsed { tree: Tree::Directives(parsed.tree), failures: parsed.failures }
}

fn documents(parsed: Parsed<Vec<Value>>) -> Parsed<Tree> {
    Parsed { tree: Tree::Documents(parsed.tree), failures: parsed.failures }
}

fn document(parsed: Parsed<Value>) -> Parsed<Tree> {
    Parsed { tree: Tree::Documents(vec![parsed.tree]), failures: parsed.failures }
}

fn optional(parsed: Parsed<Option<Value>>) -> Parsed<Tree> {
    Parsed { tree: Tree::Documents(parsed.tree.into_iter().collect()), failures: parsed.failures }
}

/// What lowering one file needs to know of the others.
pub struct Context<'t> {
    nginx: Includes<'t>,
    rails: Applications<'t>,
}

impl<'t> Context<'t> {
    /// Learns all files of settings, in the order of their paths.
    #[must_use]
    pub fn new(sources: &'t Sources, inputs: &'t [Input]) -> Self {
        let path = |input: &'t Input| sources.get(input.file).path.as_str();
        let (mut nginx, mut rails) = (Vec::new(), Vec::new());
        for input in inputs.iter().filter(|input| input.within.is_none()) {
            match (&input.tree, input.format) {
                (Tree::Directives(tree), SettingsFormat::Nginx) => nginx.push((path(input), tree.as_slice())),
                (Tree::Assignments(tree), _) => rails.push((path(input), tree.as_slice())),
                _ => {}
            }
        }
        Self { nginx: Includes::new(nginx), rails: Applications::new(&rails) }
    }
}

/// Lowers one file to its facts.
#[must_use]
pub fn lower(sources: &Sources, input: &Input, context: &Context<'_>) -> Part {
    let mut part = match input.within {
        Some(within) => {
            let context = Context::new(sources, &[]);
            embedded::confine(lower_tree(sources, input, &context), sources.get(input.file), within)
        }
        None => lower_tree(sources, input, context),
    };
    let masked = input.format.is_of_lines() && parse::mask::mask(&sources.get(input.file).text).unrendered;
    if masked {
        let reason = Reason::Expression("template".into());
        part.facts.iter_mut().for_each(|fact| body::open_all(&mut fact.body, &reason));
    }
    part
}

fn lower_tree(sources: &Sources, input: &Input, context: &Context<'_>) -> Part {
    let file = input.file;
    match &input.tree {
        Tree::Directives(tree) => match input.format {
            SettingsFormat::Nginx => nginx::lower(sources, file, tree, &context.nginx),
            SettingsFormat::Apache => apache::lower(sources, file, tree),
            SettingsFormat::PostgresqlConf => postgresql::lower_conf(sources, file, tree),
            SettingsFormat::PostgresqlHba => postgresql::lower_hba(sources, file, tree),
            SettingsFormat::Redis => lines::lower_redis(sources, file, tree),
            SettingsFormat::Sshd => lines::lower_sshd(sources, file, tree),
            SettingsFormat::FluentBit => logging::lower_sections(sources, file, "fluent-bit", tree),
            _ => logging::lower_sections(sources, file, "fluentd", tree),
        },
        Tree::Assignments(tree) => rails::lower(sources, file, tree, &context.rails),
        Tree::Documents(documents) => match documents.first() {
            Some(first) => lower_documents(sources, input.format, file, documents, first),
            None if input.format == SettingsFormat::Text => text::lower(sources, file),
            None => Part::default(),
        },
    }
}

fn lower_documents(
    sources: &Sources,
    format: SettingsFormat,
    file: FileId,
    documents: &[Value],
    first: &Value,
) -> Part {
    let other = |kind| plain::lower_other(sources, file, kind, documents);
    match format {
        SettingsFormat::Mysql => lines::lower_mysql(sources, file, first),
        SettingsFormat::Kafka => kafka::lower(sources, file, documents),
        SettingsFormat::SpringProperties | SettingsFormat::SpringYaml => spring::lower(sources, file, documents),
        SettingsFormat::Appsettings => aspnet::lower_settings(sources, file, first),
        SettingsFormat::WebConfig => aspnet::lower_web(sources, file, first),
        SettingsFormat::Laravel => plain::lower_laravel(sources, file, first),
        SettingsFormat::Env => plain::lower_env(sources, file, first),
        SettingsFormat::Elasticsearch => plain::lower_elastic(sources, file, documents),
        SettingsFormat::Filebeat => plain::lower_dotted(sources, file, Dialect::Logging, "filebeat", documents),
        SettingsFormat::LogstashYaml => plain::lower_dotted(sources, file, Dialect::Logging, "logstash", documents),
        SettingsFormat::Logstash => logging::lower_tree(sources, file, "logstash", first),
        SettingsFormat::VectorToml | SettingsFormat::VectorYaml => logging::lower_tree(sources, file, "vector", first),
        SettingsFormat::Rsyslog => logging::lower_tree(sources, file, "rsyslog", first),
        SettingsFormat::Json => other("json"),
        SettingsFormat::Toml => other("toml"),
        SettingsFormat::Ini => other("ini"),
        SettingsFormat::Properties => other("properties"),
        SettingsFormat::Xml => other("xml"),
        _ => other("yaml"),
    }
}
