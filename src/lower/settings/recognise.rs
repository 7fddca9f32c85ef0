//! Which format of settings a file is in: by its name where the name is telling, else by its
//! folder and how it begins.

use super::{SettingsFormat, kafka};

mod content;
mod other;

/// Endings that say that a file is copied to the name before them.
const COPIES: &[&str] =
    &[".example", ".sample", ".template", ".tmpl", ".tpl", ".dist", ".default", ".j2", ".erb", ".orig", ".bak"];

/// Tells the format of a file of settings from its path and the beginning of its text; `None` for
/// whatever is no settings, or those of development tools. Definitions of infrastructure, which are
/// recognised elsewhere, are refused.
#[must_use]
pub fn recognise(path: &str, head: &str) -> Option<SettingsFormat> {
    let lower = path.to_ascii_lowercase();
    let mut name = lower.rsplit('/').next().unwrap_or(&lower);
    if other::is_tooling(&lower, name) {
        return None;
    }
    for ending in COPIES {
        name = name.strip_suffix(ending).filter(|rest| !rest.is_empty()).unwrap_or(name);
    }
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    if matches!(extension, "yml" | "yaml") && content::keys(head).any(|key| key == "apiVersion") {
        return None;
    }
    by_name(&lower, name, extension)
        .or_else(|| by_extension(&lower, name, extension, head))
        .or_else(|| other::recognise(&lower, name, extension, head))
        .or_else(|| other::is_text(name, extension).then_some(SettingsFormat::Text))
}

/// Whether a path is that of code which others wrote or a tool bundled: what stands in it is nobody's
/// secret here, and its addresses are not what this program connects to.
pub(super) fn is_brought(path: &str) -> bool {
    other::is_brought(path)
}

fn by_name(path: &str, name: &str, extension: &str) -> Option<SettingsFormat> {
    let yaml = matches!(extension, "yml" | "yaml");
    let stem = name.strip_suffix(extension).map_or(name, |stem| stem.trim_end_matches('.'));
    let script = matches!(
        extension,
        "js" | "ts"
            | "mjs"
            | "cjs"
            | "py"
            | "rb"
            | "php"
            | "sh"
            | "md"
            | "cs"
            | "go"
            | "patch"
            | "diff"
            | "java"
            | "html"
    );
    if is_env(name) && !script {
        return Some(SettingsFormat::Env);
    }
    if name == "sshd_config" || (path.contains("sshd_config.d/") && extension == "conf") {
        return Some(SettingsFormat::Sshd);
    }
    if extension == "rb" {
        let rails = path.contains("config/environments/") || path.contains("config/initializers/");
        let rails = rails || path.ends_with("config/application.rb");
        return Some(if rails { SettingsFormat::Rails } else { SettingsFormat::Text });
    }
    Some(match name {
        "nginx.conf" => SettingsFormat::Nginx,
        "httpd.conf" | "apache2.conf" | ".htaccess" => SettingsFormat::Apache,
        "postgresql.auto.conf" | "postgresql.conf" => SettingsFormat::PostgresqlConf,
        "web.config" => SettingsFormat::WebConfig,
        _ if name.starts_with("web.") && extension == "config" => SettingsFormat::WebConfig,
        _ if name.contains("pg_hba") && extension == "conf" => SettingsFormat::PostgresqlHba,
        _ if name.starts_with("appsettings") && extension == "json" => SettingsFormat::Appsettings,
        _ if yaml && is_spring(stem) => SettingsFormat::SpringYaml,
        _ if extension == "properties" && is_spring(stem) => SettingsFormat::SpringProperties,
        _ if yaml => match stem {
            "elasticsearch" | "opensearch" | "kibana" | "opensearch_dashboards" => SettingsFormat::Elasticsearch,
            "filebeat" | "metricbeat" | "auditbeat" | "packetbeat" | "heartbeat" => SettingsFormat::Filebeat,
            "logstash" => SettingsFormat::LogstashYaml,
            "vector" => SettingsFormat::VectorYaml,
            _ => return None,
        },
        "vector.toml" => SettingsFormat::VectorToml,
        "fluent.conf" | "td-agent.conf" | "fluentd.conf" => SettingsFormat::Fluentd,
        "fluent-bit.conf" | "td-agent-bit.conf" => SettingsFormat::FluentBit,
        "rsyslog.conf" => SettingsFormat::Rsyslog,
        _ if path.contains("rsyslog.d/") && extension == "conf" => SettingsFormat::Rsyslog,
        "redis.conf" | "sentinel.conf" | "valkey.conf" => SettingsFormat::Redis,
        _ => return None,
    })
}

/// Files of variables without a dot before their name.
const ENVIRONMENTS: &[&str] =
    &["env.local", "env.dev", "env.development", "env.prod", "env.production", "env.staging", "env.test", "env.docker"];

fn is_env(name: &str) -> bool {
    let suffixed = name.strip_prefix(".env").is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '-', '_']));
    let source =
        name.ends_with(".d.ts") || name.ends_with(".json") || name.ends_with(".yml") || name.ends_with(".yaml");
    (suffixed && !source) || name == ".envrc" || name == "env" || name.ends_with(".env") || ENVIRONMENTS.contains(&name)
}

fn is_spring(stem: &str) -> bool {
    ["application", "bootstrap"]
        .iter()
        .any(|base| stem.strip_prefix(base).is_some_and(|rest| rest.is_empty() || rest.starts_with('-')))
}

fn by_extension(path: &str, name: &str, extension: &str, head: &str) -> Option<SettingsFormat> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    match extension {
        "cnf" | "ini" => content::has_section(head, &["mysqld", "mysql", "client", "mariadb", "mysqldump", "server"])
            .then_some(SettingsFormat::Mysql)
            .filter(|_| extension == "cnf" || name.starts_with("my")),
        "properties" => content::keys(head).any(kafka::is_key).then_some(SettingsFormat::Kafka),
        "php" => {
            let config = folder == "config" || folder.ends_with("/config");
            (config && content::returns_array(head)).then_some(SettingsFormat::Laravel)
        }
        "conf" | "vhost" | "nginx" | "cfg" | "" => conf(path, folder, name, extension, head),
        _ => None,
    }
}

/// Files that many servers call alike; sites of web servers often have no extension.
fn conf(path: &str, folder: &str, name: &str, extension: &str, head: &str) -> Option<SettingsFormat> {
    let site = path.contains("sites-available/") || path.contains("sites-enabled/") || path.contains("conf.d/");
    if extension.is_empty() && !site {
        return None;
    }
    if extension != "cfg" {
        if content::is_apache(head) {
            return Some(SettingsFormat::Apache);
        }
        let here = path.contains("nginx") && content::ends_statements(head);
        if here || content::is_nginx(head) || content::is_nginx_snippet(head) {
            return Some(SettingsFormat::Nginx);
        }
    }
    if extension != "conf" {
        return None;
    }
    if content::is_fluentd(head) {
        return Some(SettingsFormat::Fluentd);
    }
    if content::has_section(head, &["service", "input", "output", "filter", "parser"]) {
        return Some(SettingsFormat::FluentBit);
    }
    if content::is_logstash(head) {
        return Some(SettingsFormat::Logstash);
    }
    if name.contains("redis") || name.contains("valkey") {
        return Some(SettingsFormat::Redis);
    }
    let postgres = name.contains("postgres") || folder.contains("postgres");
    (postgres && content::assigns(head)).then_some(SettingsFormat::PostgresqlConf)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell() {
        use SettingsFormat as F;
        let expected = [
            (".env", F::Env),
            (".env.example", F::Env),
            ("deploy/app.env", F::Env),
            ("etc/ssh/sshd_config", F::Sshd),
            ("a/src/main/resources/application-prod.yml", F::SpringYaml),
            ("a/application.yaml.example", F::SpringYaml),
            ("a/bootstrap.properties", F::SpringProperties),
            ("api/appsettings.Development.json", F::Appsettings),
            ("api/Web.Release.config", F::WebConfig),
            ("db/pg_hba.conf", F::PostgresqlHba),
            ("db/postgresql.conf", F::PostgresqlConf),
            ("app/config/environments/production.rb", F::Rails),
            ("nginx/nginx.conf.template", F::Nginx),
            ("es/elasticsearch.yml", F::Elasticsearch),
            ("web/.htaccess", F::Apache),
        ];
        for (path, format) in expected {
            assert_eq!(recognise(path, ""), Some(format), "{path}");
        }
    }

    #[test]
    fn beginnings_tell() {
        use SettingsFormat as F;
        let expected = [
            ("default.conf", "# x\nserver {\n listen 80;\n}", F::Nginx),
            ("etc/nginx/sites-available/default", "upstream a { server b; }", F::Nginx),
            ("nginx/snippets/ssl.conf", "ssl_protocols TLSv1.2;\n", F::Nginx),
            ("h5bp/media_types/character_encodings.conf", "charset utf-8;\ncharset_types text/css;\n", F::Nginx),
            ("h5bp/media_types/media_types.conf", "types {\n  text/css css;\n}\n", F::Nginx),
            ("site.conf", "<VirtualHost *:80>\n", F::Apache),
            ("my.cnf", "[mysqld]\nuser=x", F::Mysql),
            ("docker/conf.d/custom.cnf", "# a\n[mysqld]\n", F::Mysql),
            ("config/server.properties", "broker.id=0\n", F::Kafka),
            ("x/producer.properties", "bootstrap.servers=a:1\n", F::Kafka),
            ("config/database.php", "<?php\n\nreturn [\n", F::Laravel),
            ("a/b.conf", "<source>\n @type tail\n</source>", F::Fluentd),
            ("a/parsers.conf", "[PARSER]\n Name a\n", F::FluentBit),
            ("a/pipeline.conf", "input {\n beats {}\n}", F::Logstash),
            ("postgres/custom.conf", "ssl = on\n", F::PostgresqlConf),
            ("deploy/run.sh", "", F::Text),
            ("src/config/index.php", "<?php\necho 1;", F::Text),
            ("certs/server.key", "-----BEGIN", F::Text),
            ("php/php.ini", "[PHP]\nexpose_php = On\n", F::Ini),
            ("a/config.toml", "a = 1\n", F::Toml),
            ("conf/settings.json", "{}", F::Json),
            ("conf/logback.xml", "<configuration>", F::Xml),
            ("config/database.yml", "production:\n  a: 1\n", F::Yaml),
            ("a/hibernate.properties", "a=b\n", F::Properties),
        ];
        for (path, head, format) in expected {
            assert_eq!(recognise(path, head), Some(format), "{path}");
        }
    }

    #[test]
    fn what_others_wrote_is_told() {
        for path in [
            ".yarn/releases/yarn-4.6.0.cjs",
            "web/js/app.min.js",
            "vendor/a/b.go",
            "x/node_modules/src/a.js",
            ".pnp.cjs",
        ] {
            assert!(is_brought(path), "{path}");
        }
        for path in ["src/main/java/org/acme/vendor/A.java", "app/vendor.rb", "web/admin.js", "vendors/a.ts"] {
            assert!(!is_brought(path), "{path}");
        }
    }

    #[test]
    fn what_is_no_settings_is_refused() {
        let refused = [
            ("package.json", "{}"),
            ("app/tsconfig.json", "{}"),
            (".github/workflows/ci.yml", "on: push\njobs:\n"),
            ("k8s/config.yaml", "apiVersion: v1\nkind: ConfigMap\n"),
            ("stack.yaml", "AWSTemplateFormatVersion: x\n"),
            ("docker-compose.yml", "services:\n"),
            ("src/main/resources/messages_de.properties", "password=Passwort\n"),
            ("locales/en.yml", "en:\n  password: x\n"),
            ("data/patient.json", "{\"resourceType\": \"Patient\"}"),
            ("pom.xml", "<project>"),
            ("src/env.ts", "export const a = 1"),
            ("api/openapi.yaml", "openapi: 3.0.0\n"),
            ("README.md", "a: b\n"),
            ("conf/akka.conf", "types {\n  a {\n  }\n}\n"),
        ];
        for (path, head) in refused {
            assert_eq!(recognise(path, head), None, "{path}");
        }
    }
}
