//! The languages that facts are written in.

macro_rules! dialects {
    ($($variant:ident $name:literal $doc:literal,)*) => {
        /// The language or format that a fact is written in. Its name is what rules select by.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum Dialect {
            $(#[doc = $doc] $variant,)*
        }

        impl Dialect {
            /// Every dialect, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its name in rule files and reports.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

dialects! {
    Terraform "terraform" "HashiCorp Terraform and OpenTofu.",
    Cloudformation "cloudformation" "AWS CloudFormation and SAM templates.",
    Arm "arm" "Azure Resource Manager templates in Bicep and JSON, and `azapi_resource` of Terraform. Kinds are resource types: `Microsoft.Storage/storageAccounts`.",
    Kubernetes "kubernetes" "Kubernetes manifests. Kinds are `Deployment`, or derived: `PodSpec`, `Container`.",
    Compose "compose" "Docker Compose. Kinds are `service`, `volume`, `network`, `secret`.",
    Dockerfile "dockerfile" "Dockerfile and Containerfile. Kind `stage`, or an instruction: `RUN`.",
    Actions "actions" "GitHub Actions. Kinds are `workflow`, `job`, `step`.",
    Gitlab "gitlab" "GitLab CI. Kinds are `pipeline`, `job`, `include`.",
    Ansible "ansible" "Ansible. Kinds are `play`, or the short name of a task's module: `s3_bucket`.",
    Openapi "openapi" "OpenAPI and Swagger documents. Kinds are `document`, `server`, `scheme`, `operation`.",
    Python "python" "Python code. Kinds are resolved callee names.",
    Javascript "javascript" "JavaScript and TypeScript code. Kinds are resolved callee names.",
    Java "java" "Java code. Kinds are resolved callee names.",
    Go "go" "Go code. Kinds are resolved callee names.",
    Csharp "csharp" "C# code. Kinds are resolved callee names.",
    Rust "rust" "Rust code. Kinds are resolved callee names.",
    Nginx "nginx" "nginx configuration. Kinds are block names, `server`, `location`, `http`, `upstream`, `stream`, or `snippet`.",
    Apache "apache" "Apache httpd configuration. Kinds are `server`, `virtualhost`, `htaccess`.",
    Postgresql "postgresql" "`postgresql.conf` (kind `conf`) and the lines of `pg_hba.conf` (kind `hba`).",
    Mysql "mysql" "`my.cnf` and the like. Kinds are section names: `mysqld`.",
    Redis "redis" "`redis.conf`. Kind `conf`.",
    Kafka "kafka" "Kafka broker and client properties. Kinds are `broker`, `client`.",
    Spring "spring" "Spring `application.*`. Kind `application`.",
    Aspnet "aspnet" "ASP.NET `appsettings*.json` (kind `appsettings`) and `web.config` (kind `web`).",
    Django "django" "Django settings modules. Kind `settings`.",
    Rails "rails" "Rails environments with all that applies to them (kind `environment`); `initializer` is one file on its own.",
    Laravel "laravel" "Laravel `config/*.php`. Kinds are the file's stem.",
    Env "env" "`.env` files. Kind `env`.",
    Ssh "ssh" "`sshd_config`. Kind `sshd`.",
    Elasticsearch "elasticsearch" "`elasticsearch.yml`, `opensearch.yml`, `kibana.yml`. Kinds are the file's stem.",
    Logging "logging" "Log shippers: Fluent Bit, Fluentd, Filebeat, Logstash, Vector, rsyslog. Kinds are their names.",
    Settings "settings" "Any other INI, properties, YAML, TOML, JSON or XML configuration. Kind is the format.",
    Connection "connection" "A URL or connection string wherever it stands. Kinds are schemes: `postgresql`, `http`.",
    Secret "secret" "A literal that looks like a credential, wherever it stands. Kinds are its pattern's name.",
    Vendor "vendor" "A third party that the repository talks to. Kinds are vendor ids.",
    Repository "repository" "The repository as a whole. Kinds are `aws`, `azure`, `gcp`, `kubernetes`, `code`.",
}

impl Dialect {
    /// Whether facts of the dialect are made from program code.
    #[must_use]
    pub fn is_code(self) -> bool {
        matches!(self, Self::Python | Self::Javascript | Self::Java | Self::Go | Self::Csharp | Self::Rust)
    }
}

impl std::str::FromStr for Dialect {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.iter().copied().find(|dialect| dialect.name() == name).ok_or(())
    }
}

impl std::fmt::Display for Dialect {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.name())
    }
}
