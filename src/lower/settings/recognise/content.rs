//! How files of settings begin.

/// The lines that say something, without their indentation.
fn lines(head: &str) -> impl Iterator<Item = &str> {
    head.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with(['#', ';', '!']) && *line != "---")
}

/// The keys of `key = value` lines.
pub fn keys(head: &str) -> impl Iterator<Item = &str> {
    lines(head).filter_map(|line| line.split(['=', ':']).next()).map(str::trim)
}

/// Whether a section of one of the names starts.
pub fn has_section(head: &str, names: &[&str]) -> bool {
    lines(head).any(|line| {
        let name = line.strip_prefix('[').and_then(|line| line.strip_suffix(']'));
        name.is_some_and(|name| names.iter().any(|known| known.eq_ignore_ascii_case(name.trim())))
    })
}

/// Whether the first line that says something assigns or opens a section.
pub fn assigns(head: &str) -> bool {
    lines(head).next().is_some_and(|line| line.contains('=') || (line.starts_with('[') && line.contains(']')))
}

/// Whether a PHP file returns an array.
pub fn returns_array(head: &str) -> bool {
    lines(head).any(|line| {
        let rest = line.strip_prefix("return").or_else(|| line.strip_prefix("<?php return"));
        rest.map(str::trim_start).is_some_and(|rest| rest.starts_with('[') || rest.starts_with("array("))
    })
}

/// Whether the text is Apache's: sections and directives that no one else has.
pub fn is_apache(head: &str) -> bool {
    const SECTIONS: &[&str] =
        &["<virtualhost", "<directory", "<ifmodule", "<location", "<proxy", "<filesmatch", "<files"];
    const DIRECTIVES: &[&str] = &[
        "loadmodule ",
        "servername ",
        "documentroot ",
        "sslengine ",
        "sslprotocol ",
        "rewriteengine ",
        "serverroot ",
        "serversignature ",
        "servertokens ",
        "sslciphersuite ",
    ];
    lines(head).any(|line| {
        let line = line.to_ascii_lowercase();
        SECTIONS.iter().chain(DIRECTIVES).any(|start| line.starts_with(start)) && !line.ends_with(';')
    })
}

/// Whether a block of nginx's starts.
pub fn is_nginx(head: &str) -> bool {
    // HOCON has blocks of these names as well, but no statements.
    let states = lines(head).any(|line| line.split(" #").next().unwrap_or(line).contains(';'));
    states
        && lines(head).any(|line| {
            let Some((start, _)) = line.split_once('{') else { return false };
            let mut words = start.split_whitespace();
            matches!(
                (words.next(), words.next()),
                (Some("server" | "http" | "events" | "stream"), None)
                    | (Some("upstream" | "location" | "map"), Some(_))
            )
        })
}

/// Whether every line is a directive of nginx's, as in files that its blocks include.
pub fn is_nginx_snippet(head: &str) -> bool {
    const STARTS: &[&str] = &[
        "access_log",
        "add_header",
        "allow",
        "auth_basic",
        "charset",
        "client_",
        "default_type",
        "deny",
        "error_log",
        "error_page",
        "etag",
        "expires",
        "fastcgi_",
        "grpc_",
        "gzip",
        "if",
        "include",
        "keepalive_",
        "large_client_header_buffers",
        "limit_",
        "listen",
        "location ",
        "log_format",
        "map",
        "more_",
        "open_file_cache",
        "proxy_",
        "real_ip",
        "resolver",
        "reset_timedout_connection",
        "return",
        "rewrite ",
        "root",
        "send_timeout",
        "sendfile",
        "server_",
        "set ",
        "set_real_ip",
        "ssl_",
        "sub_filter",
        "try_files",
        "tcp_no",
        "types ",
        "types_",
        "underscores_in_headers",
        "uwsgi_",
    ];
    let ends = |line: &str| line.split(" #").next().unwrap_or(line).trim_end().ends_with([';', '{', '}']);
    // Blocks of HOCON and HCL have names like these, but hold no statements.
    let states = lines(head).any(|line| line.split(" #").next().unwrap_or(line).contains(';'));
    states
        && lines(head).next().is_some_and(|line| ends(line) && STARTS.iter().any(|start| line.starts_with(start)))
        && lines(head).filter(|line| ends(line)).count() * 2 > lines(head).count()
}

/// Whether the first line that says something ends as a statement.
pub fn ends_statements(head: &str) -> bool {
    lines(head).next().is_some_and(|line| {
        let code = line.split(" #").next().unwrap_or(line).trim_end();
        code.ends_with([';', '{']) || line.contains("; ")
    })
}

/// Whether the text is Fluentd's.
pub fn is_fluentd(head: &str) -> bool {
    let opens =
        |line: &str| ["<source>", "<match", "<filter", "<label", "<system>"].iter().any(|tag| line.starts_with(tag));
    lines(head).any(opens) && head.contains("@type")
}

/// Whether a section of a Logstash pipeline starts.
pub fn is_logstash(head: &str) -> bool {
    lines(head).any(|line| {
        let name = line.split('{').next().unwrap_or("").trim();
        line.contains('{') && matches!(name, "input" | "filter" | "output")
    })
}
