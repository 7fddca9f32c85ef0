//! Configuration of no format of its own: what counts, and what belongs to tools or is data.

use super::super::SettingsFormat;
use super::content;

/// Files of development tools, package managers and builds, which no running program reads.
const TOOLING: &[&str] = &[
    ".babelrc",
    ".coveragerc",
    ".editorconfig",
    ".eslintrc",
    ".flake8",
    ".golangci",
    ".hadolint",
    ".jshintrc",
    ".markdownlint",
    ".mocharc",
    ".nycrc",
    ".prettierrc",
    ".pylintrc",
    ".readthedocs",
    ".releaserc",
    ".rubocop",
    ".spectral",
    ".stylelintrc",
    ".swcrc",
    ".travis",
    ".yamllint",
    ".yarnrc",
    "_config.y",
    "android",
    "angular.json",
    "appveyor",
    "azure-pipelines",
    "babel.config",
    "biome.json",
    "bitbucket-pipelines",
    "bower.json",
    "buf.",
    "build.xml",
    "cargo.",
    "chart.",
    "checkstyle",
    "clippy.toml",
    "codecov",
    "commitlint",
    "composer.",
    "compose.",
    "cypress",
    "deny.toml",
    "dependabot",
    "docker-compose",
    "eslint",
    "findbugs",
    "gradle-wrapper",
    "jest.config",
    "jsconfig",
    "karma",
    "kustomization",
    "lerna.json",
    "mkdocs",
    "mypy.ini",
    "netlify",
    "nest-cli",
    "nodemon",
    "nx.json",
    "openapi",
    "package-lock",
    "package.json",
    "phpcs",
    "phpstan",
    "phpunit",
    "pipfile",
    "pmd",
    "pnpm-",
    "poetry",
    "pom.",
    "prettier",
    "proguard",
    "project.json",
    "psalm",
    "pyproject.toml",
    "pytest.ini",
    "renovate",
    "requirements",
    "rustfmt",
    "rust-toolchain",
    "setup.cfg",
    "sonar-project",
    "spotbugs",
    "stylelint",
    "swagger",
    "taplo",
    "tox.ini",
    "tsconfig",
    "tslint",
    "turbo.json",
    "typedoc",
    "vcpkg",
    "vercel.json",
    "vitest",
    "workspace.json",
];

/// Folders of tools, of dependencies, of translations and of data.
const FOLDERS: &[&str] = &[
    ".circleci",
    ".github",
    ".gitlab",
    ".husky",
    ".idea",
    ".mvn",
    ".vscode",
    ".yarn",
    "__snapshots__",
    "bower_components",
    "i18n",
    "l10n",
    "lang",
    "langs",
    "languages",
    "locale",
    "locales",
    "node_modules",
    "site-packages",
    "snapshots",
    "translations",
    "vendor",
    "schemas",
    "swagger",
    "openapi",
];

/// Folders of what others wrote and the repository only brings along.
const BROUGHT: &[&str] = &[
    ".pnp",
    ".yarn",
    "bower_components",
    "node_modules",
    "site-packages",
    "third_party",
    "third-party",
    "thirdparty",
    "vendor",
    "vendored",
];

/// Words in names and folders that say that JSON or XML is configuration rather than data.
const CONFIGURATION: &[&str] = &[
    "app",
    "auth",
    "beans",
    "conf",
    "config",
    "configs",
    "configuration",
    "connection",
    "connections",
    "context",
    "credential",
    "credentials",
    "database",
    "datasource",
    "db",
    "env",
    "environment",
    "environments",
    "etc",
    "firebase",
    "hibernate",
    "keys",
    "log4j",
    "log4j2",
    "logback",
    "nlog",
    "persistence",
    "secret",
    "secrets",
    "security",
    "server",
    "serviceaccount",
    "service",
    "settings",
    "setting",
    "standalone",
    "struts",
    "tomcat",
    "web",
    "mailer",
    "log4net",
];

/// Keys at the start of a line of YAML or JSON that show a definition which is read elsewhere, or data.
const DEFINITIONS: &[&str] = &[
    "apiversion",
    "awstemplateformatversion",
    "openapi",
    "swagger",
    "asyncapi",
    "$schema",
    "resourcetype",
    "jobs",
    "runs",
    "stages",
    "$id",
    "lockfileversion",
];

/// Whether a path is that of a development tool's file, or lies where no settings lie.
pub fn is_tooling(path: &str, name: &str) -> bool {
    let folders = path.strip_suffix(name).unwrap_or("");
    TOOLING.iter().any(|start| name.starts_with(start))
        || folders.split('/').any(|folder| FOLDERS.contains(&folder))
        || [".lock", ".hbm.xml", ".min.json", ".schema.json", ".xsd", ".csproj", ".map"]
            .iter()
            .any(|end| name.ends_with(end))
}

/// Whether a path is that of code which others wrote, or which a tool put together from other files.
/// Below the sources of a program `vendor` is a word of its trade.
pub fn is_brought(path: &str) -> bool {
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
    let own = |folder: &&str| matches!(*folder, "src" | "app");
    let brought = |folder: &str| BROUGHT.contains(&folder);
    folders.split('/').take_while(|folder| !own(folder)).any(brought)
        || folders.split('/').any(|folder| folder != "vendor" && brought(folder))
        || [".min.js", "-min.js", ".min.mjs", ".min.cjs", ".min.css", ".bundle.js", ".pnp.cjs"]
            .iter()
            .any(|end| name.ends_with(end))
}

/// Tells the format of any other configuration.
pub fn recognise(path: &str, name: &str, extension: &str, head: &str) -> Option<SettingsFormat> {
    let defined = || {
        head.contains("AWS::")
            || content::keys(head).any(|key| DEFINITIONS.contains(&unquoted(key).to_ascii_lowercase().as_str()))
    };
    // Hidden files of these formats are those of tools.
    if name.starts_with('.') && matches!(extension, "yml" | "yaml" | "toml" | "json") {
        return None;
    }
    match extension {
        "yml" | "yaml" => (!defined() && !head.trim_start().starts_with("- ")).then_some(SettingsFormat::Yaml),
        "toml" => Some(SettingsFormat::Toml),
        "json" => (is_configuration(path) && !defined()).then_some(SettingsFormat::Json),
        "xml" | "config" => {
            let xml = head.trim_start().starts_with('<');
            (xml && (extension == "config" || is_configuration(path))).then_some(SettingsFormat::Xml)
        }
        "properties" => (!is_translation(name)).then_some(SettingsFormat::Properties),
        "ini" | "cnf" => Some(SettingsFormat::Ini),
        "conf" | "cfg" => content::assigns(head).then_some(SettingsFormat::Ini),
        _ => match name {
            ".npmrc" | ".pypirc" | ".my.cnf" | ".s3cfg" | ".boto" => Some(SettingsFormat::Ini),
            "credentials" if path.contains(".aws/") => Some(SettingsFormat::Ini),
            _ => None,
        },
    }
}

/// Whether a file is a script, a key, or code of a language that is not lowered.
pub fn is_text(name: &str, extension: &str) -> bool {
    const EXTENSIONS: &[&str] = &[
        "bash", "bat", "cmd", "dart", "ex", "exs", "gradle", "groovy", "key", "kt", "kts", "ksh", "lua", "pem", "php",
        "pl", "pm", "ppk", "ps1", "psm1", "rb", "scala", "sh", "sql", "swift", "vb", "zsh",
    ];
    const NAMES: &[&str] = &[
        ".git-credentials",
        ".htpasswd",
        ".netrc",
        ".pgpass",
        "id_dsa",
        "id_ecdsa",
        "id_ed25519",
        "id_rsa",
        "jenkinsfile",
        "makefile",
        "vagrantfile",
    ];
    EXTENSIONS.contains(&extension) || NAMES.contains(&name)
}

fn unquoted(key: &str) -> &str {
    key.trim_start_matches('{').trim().trim_matches(['"', '\''])
}

/// Whether the words of a path, from its last folder on, say that it is configuration.
fn is_configuration(path: &str) -> bool {
    let start = path.rmatch_indices('/').nth(1).map_or(0, |(at, _)| at);
    path[start..].split(|char: char| !char.is_ascii_alphanumeric()).any(|word| CONFIGURATION.contains(&word))
        || ["config", "settings", "context", "secrets"]
            .iter()
            .any(|end| path.rsplit_once('.').is_some_and(|(stem, _)| stem.ends_with(end)))
}

/// Whether a properties file has the texts of a user interface: `messages_de.properties`.
fn is_translation(name: &str) -> bool {
    let stem = name.strip_suffix(".properties").unwrap_or(name);
    let texts = ["message", "label", "string", "text", "i18n", "resourcebundle", "validationmessages", "errors"];
    let locale = stem
        .rsplit_once('_')
        .is_some_and(|(_, tail)| tail.len() == 2 && tail.bytes().all(|byte| byte.is_ascii_lowercase()) && tail != "db");
    locale || texts.iter().any(|start| stem.starts_with(start))
}
