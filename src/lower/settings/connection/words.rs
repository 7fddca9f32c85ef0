//! Connection strings that are no URLs: `Server=…;Encrypt=…`, `host=… sslmode=…`, Oracle's and Go's forms.

use std::ops::Range;

use super::Found;

/// One `name=value` pair with where its value stands.
struct Pair<'t> {
    name: String,
    value: &'t str,
    range: Range<usize>,
}

/// The longest text that is read as one connection string.
const LONGEST: usize = 4096;

/// Finds the connection string that a text is, when it is one; `key` is the name of the setting.
pub(super) fn find(key: &str, text: &str, found: &mut Vec<Found>) {
    if text.len() > LONGEST || !text.contains(['=', '@']) {
        return;
    }
    if let Some(oracle) = oracle(text) {
        found.push(oracle);
        return;
    }
    let none_yet = found.is_empty();
    let mut add = |one: Option<Found>| found.extend(one);
    if text.contains(';') {
        add(semicolons(key, text));
    } else if none_yet && text.contains('=') {
        add(comma_options(text).or_else(|| keywords(text)));
    }
    if none_yet && text.contains("@tcp(") {
        add(go_mysql(text));
    }
}

fn pairs(text: &str, separator: char) -> Vec<Pair<'_>> {
    let mut at = 0;
    let mut all = Vec::new();
    for part in text.split_inclusive(separator) {
        let pair = part.trim_end_matches(separator);
        if let Some((name, value)) = pair.split_once('=') {
            let start = at + name.len() + 1 + (value.len() - value.trim_start().len());
            let value = value.trim();
            let unquoted = value.trim_matches(['"', '\'']);
            let start = start + (value.len() - value.trim_start_matches(['"', '\'']).len());
            let range = start..start + unquoted.len();
            let name = name.trim().to_ascii_lowercase().replace([' ', '_'], "");
            all.push(Pair { name, value: unquoted, range });
        }
        at += part.len();
    }
    all
}

/// ADO.NET and ODBC: pairs divided by semicolons, one of them the server.
fn semicolons(key: &str, text: &str) -> Option<Found> {
    const HOSTS: &[&str] =
        &["server", "datasource", "addr", "address", "networkaddress", "host", "hostname", "servername"];
    const OTHERS: &[&str] = &[
        "database",
        "initialcatalog",
        "userid",
        "uid",
        "user",
        "username",
        "password",
        "pwd",
        "integratedsecurity",
        "trustedconnection",
        "encrypt",
        "port",
        "sslmode",
        "dbq",
        "driver",
        "provider",
        "servicename",
        "sid",
    ];
    let all = pairs(text, ';');
    let get = |names: &[&str]| all.iter().find(|pair| names.contains(&pair.name.as_str()));
    if let Some(found) = storage(text, &all) {
        return Some(found);
    }
    let server = get(HOSTS)?;
    get(OTHERS)?;
    // A file is no server: SQLite, Access.
    let is_file = [".db", ".sqlite", ".sqlite3", ".mdb", ".mdf"].iter().any(|end| server.value.ends_with(end));
    if is_file || server.value.starts_with(':') || server.value.starts_with("|DataDirectory|") {
        return None;
    }
    let mut found = Found::new(kind(key, &all), 0..text.trim_end().len());
    let address = server.value.split_once(':').filter(|(protocol, _)| matches!(*protocol, "tcp" | "np" | "lpc"));
    let address = address.map_or(server.value, |(_, address)| address);
    let (host, port) = address.split_once(',').map_or((address, None), |(host, port)| (host, Some(port.trim())));
    let host = host.split('\\').next().unwrap_or(host).trim();
    let (host, port) = match host.split_once(':').filter(|(_, rest)| !rest.contains(':')) {
        Some((host, port)) => (host, Some(port)),
        None => (host, port),
    };
    // `.` and `(local)` are this machine.
    found.host = if matches!(host, "." | "(local)" | "(localdb)") { "localhost".to_owned() } else { host.to_owned() };
    found.port = port.map(str::to_owned).or_else(|| get(&["port"]).map(|pair| pair.value.to_owned()));
    found.user = get(&["userid", "uid", "user", "username"]).map(|pair| pair.value.to_owned());
    fill(&mut found, all, HOSTS);
    Some(found)
}

/// Which database a string of pairs is for.
fn kind(key: &str, all: &[Pair<'_>]) -> &'static str {
    let has = |name: &str| all.iter().any(|pair| pair.name == name);
    let driver = all.iter().filter(|pair| matches!(pair.name.as_str(), "driver" | "provider"));
    let names = driver.map(|pair| pair.value.to_ascii_lowercase()).chain([key.to_ascii_lowercase()]);
    for name in names {
        for (word, kind) in [
            ("postgre", "postgresql"),
            ("npgsql", "postgresql"),
            ("mysql", "mysql"),
            ("mariadb", "mysql"),
            ("oracle", "oracle"),
            ("db2", "db2"),
            ("sql server", "sqlserver"),
            ("sqlserver", "sqlserver"),
        ] {
            if name.contains(word) {
                return kind;
            }
        }
    }
    let sql_server = ["encrypt", "trustservercertificate", "initialcatalog", "integratedsecurity", "trustedconnection"];
    if sql_server.iter().any(|name| has(name)) {
        "sqlserver"
    } else if has("host") {
        "postgresql"
    } else if has("port") || has("sslmode") || has("charset") || has("allowuservariables") {
        "mysql"
    } else {
        "sqlserver"
    }
}

/// Azure storage: the account's name makes the host.
fn storage(text: &str, all: &[Pair<'_>]) -> Option<Found> {
    let get = |name: &str| all.iter().find(|pair| pair.name == name);
    let account = get("accountname")?;
    let protocol = get("defaultendpointsprotocol")?;
    let mut found = Found::new("azure-storage", 0..text.trim_end().len());
    let suffix = get("endpointsuffix").map_or("core.windows.net", |pair| pair.value);
    found.host = format!("{}.blob.{suffix}", account.value);
    found.encrypted = Some(protocol.value.eq_ignore_ascii_case("https"));
    found.password = get("accountkey").map(|pair| pair.range.clone());
    Some(found)
}

/// libpq: `host=… port=… dbname=…`, pairs divided by blanks.
fn keywords(text: &str) -> Option<Found> {
    let all = pairs(text, ' ');
    let get = |name: &str| all.iter().find(|pair| pair.name == name);
    let host = get("host").or_else(|| get("hostaddr"))?;
    ["dbname", "user", "sslmode", "password"].iter().find_map(|name| get(name))?;
    // A file of settings on one line is no connection string.
    let is_plain = text.split_whitespace().all(|word| word.contains('='));
    let mut found = Found::new("postgresql", 0..text.trim_end().len());
    found.host = if host.value.starts_with('/') { "localhost".to_owned() } else { host.value.to_owned() };
    found.port = get("port").map(|pair| pair.value.to_owned());
    found.user = get("user").map(|pair| pair.value.to_owned());
    found.path = get("dbname").map(|pair| pair.value.to_owned());
    fill(&mut found, all, &["host", "hostaddr", "dbname"]);
    is_plain.then_some(found)
}

/// StackExchange.Redis: `host:6380,password=…,ssl=True`.
fn comma_options(text: &str) -> Option<Found> {
    let (address, options) = text.split_once(',')?;
    let (host, port) = address.trim().split_once(':').unwrap_or((address.trim(), ""));
    let names = ["ssl", "abortconnect", "password", "connecttimeout", "synctimeout", "allowadmin", "defaultdatabase"];
    let mut all = pairs(options, ',');
    let known = all.iter().any(|pair| names.contains(&pair.name.as_str()));
    let numbered = port.bytes().all(|byte| byte.is_ascii_digit()) || super::host::has_holes(port);
    if !known || !numbered || !super::host::is_host(host) {
        return None;
    }
    for pair in &mut all {
        let by = address.len() + 1;
        pair.range = pair.range.start + by..pair.range.end + by;
    }
    let mut found = Found::new("redis", 0..text.trim_end().len());
    found.host = host.to_owned();
    found.port = Some(port.to_owned()).filter(|port| !port.is_empty());
    let ssl = all.iter().find(|pair| pair.name == "ssl").map(|pair| pair.value.eq_ignore_ascii_case("true"));
    found.encrypted = Some(ssl.unwrap_or(false));
    fill(&mut found, all, &[]);
    Some(found)
}

/// Go's MySQL driver: `user:password@tcp(host:3306)/db?tls=…`.
fn go_mysql(text: &str) -> Option<Found> {
    let at = text.find("@tcp(")?;
    let (address, rest) = text[at + 5..].split_once(')')?;
    let credentials = text[..at].rsplit([' ', '"', '\'']).next().unwrap_or("");
    let start = at - credentials.len();
    let mut found = Found::new("mysql", start..text.trim_end().len());
    let (user, password) = credentials.split_once(':').unwrap_or((credentials, ""));
    found.user = Some(user.to_owned()).filter(|user| !user.is_empty());
    found.password = (!password.is_empty()).then(|| start + user.len() + 1..at);
    let (host, port) = address.rsplit_once(':').unwrap_or((address, ""));
    found.host = host.to_owned();
    found.port = Some(port.to_owned()).filter(|port| !port.is_empty());
    let query = rest.split_once('?').map_or("", |(_, query)| query);
    let offset = text.len() - query.len();
    let mut all = pairs(query, '&');
    for pair in &mut all {
        pair.range = pair.range.start + offset..pair.range.end + offset;
    }
    fill(&mut found, all, &[]);
    Some(found)
}

/// Oracle: `jdbc:oracle:thin:[user/password]@[//]host:port[:/]name`, `@tcps://…`, `@(DESCRIPTION=…)`.
fn oracle(text: &str) -> Option<Found> {
    let start = text.to_ascii_lowercase().find("jdbc:oracle:")?;
    let rest = &text[start..];
    let at = rest.find('@')?;
    let end = rest.find(|char: char| char.is_whitespace() || matches!(char, '"' | '\'' | '<')).unwrap_or(rest.len());
    let mut found = Found::new("oracle", start..start + end);
    let credentials = rest[..at].rsplit(':').next().unwrap_or("");
    if let Some((user, password)) = credentials.split_once('/') {
        found.user = Some(user.to_owned()).filter(|user| !user.is_empty());
        let end = start + at;
        found.password = (!password.is_empty()).then(|| end - password.len()..end);
    }
    let address = &rest[at + 1..end.max(at + 1)];
    if address.starts_with('(') {
        let field = |name: &str| {
            let lower = address.to_ascii_lowercase();
            let from = lower.find(&format!("({name}="))? + name.len() + 2;
            address.get(from..)?.split(')').next().map(|value| value.trim().to_owned())
        };
        found.host = field("host")?;
        found.port = field("port");
        let protocol = field("protocol").unwrap_or_else(|| "tcp".to_owned()).to_ascii_lowercase();
        found.encrypted = (protocol == "tcps").then_some(true);
        found.parameters.push(("protocol".to_owned(), protocol));
        return Some(found);
    }
    let (protocol, address) = address.split_once("://").unwrap_or(("tcp", address.trim_start_matches('/')));
    found.encrypted = protocol.eq_ignore_ascii_case("tcps").then_some(true);
    found.parameters.push(("protocol".to_owned(), protocol.to_ascii_lowercase()));
    let mut words = address.split([':', '/', '?']);
    found.host = words.next().unwrap_or("").to_owned();
    found.port = words.next().filter(|port| port.bytes().all(|byte| byte.is_ascii_digit())).map(str::to_owned);
    (!found.host.is_empty()).then_some(found)
}

fn fill(found: &mut Found, all: Vec<Pair<'_>>, but: &[&str]) {
    for pair in all {
        if !but.contains(&pair.name.as_str()) {
            found.parameter(&pair.name, pair.value, pair.range);
        }
    }
}
