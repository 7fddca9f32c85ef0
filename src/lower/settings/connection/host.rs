//! What kind of host a name is: this machine, the network behind it, an example, or elsewhere.

use std::net::{IpAddr, Ipv4Addr};

use super::super::walk::HOLE;
use super::tables::{
    EMBEDDING, IGNORED_HOSTS, IGNORED_PREFIXES, LOOPBACK, PLACEHOLDERS, READ_DOMAINS, READ_HOSTS, READ_PREFIXES,
    SAMPLES,
};

/// What the name of a host tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class {
    /// This machine.
    pub local: bool,
    /// A name without a domain, or of a cluster: a container or service of the same network.
    pub internal: bool,
    /// A private address (RFC 1918 and its like).
    pub private: bool,
    /// An example or placeholder (RFC 2606 and its like).
    pub documentation: bool,
}

/// Marks that something is filled in later, wherever a text comes from.
const MARKERS: &[&str] = &["${", "{{", "#{", "$(", "%(", "<%", "@@", "%s", "%v", "%d", "$"];

/// Whether a text has parts that are filled in later.
pub(super) fn has_holes(text: &str) -> bool {
    let braces = text.contains('{') && text.contains('}');
    braces || text.contains(HOLE) || MARKERS.iter().any(|marker| text.contains(marker))
}

/// Whether a text can be a host: a name, an address, or one that is filled in.
pub(super) fn is_host(text: &str) -> bool {
    let plain = |char: char| char.is_alphanumeric() || matches!(char, '.' | '-' | '_' | ':' | '%' | '~');
    !text.is_empty() && (has_holes(text) || text.contains(['<', '*']) || text.chars().all(plain))
}

/// Classifies a host without its port.
pub(super) fn classify(host: &str) -> Class {
    let mut class = Class::default();
    let host = host.trim_matches(['[', ']']).trim_end_matches('.').to_ascii_lowercase();
    if let Ok(address) = host.parse::<IpAddr>() {
        match address {
            IpAddr::V4(v4) => class = classify_v4(v4),
            IpAddr::V6(v6) => {
                class.local = v6.is_loopback() || v6.is_unspecified();
                class.private = v6.segments()[0] & 0xfe00 == 0xfc00 || v6.segments()[0] & 0xffc0 == 0xfe80;
                class.documentation = v6.segments()[..2] == [0x2001, 0xdb8];
            }
        }
        return class;
    }
    if let Some(address) = embedded(&host) {
        let class = classify_v4(address);
        return Class { local: class.local || class.private, ..class };
    }
    let ends = |suffixes: &[&str]| suffixes.iter().any(|suffix| host.ends_with(suffix));
    let cluster =
        ends(&[".cluster.local", ".svc", ".internal", ".intranet", ".lan", ".corp", ".intra", ".home.arpa", ".consul"]);
    class.documentation = is_example(&host);
    class.local = !cluster
        && (host == "localhost"
            || host == "docker.for.mac.localhost"
            || host == "host.docker.internal"
            || host.starts_with("localhost.")
            || ends(&[".local", ".localhost", ".localdomain"])
            || LOOPBACK.iter().any(|name| within(&host, name)));
    // The metadata services of clouds answer on the machine itself.
    class.local |=
        matches!(host.as_str(), "host.docker.internal" | "gateway.docker.internal" | "metadata.google.internal");
    class.internal = !class.local && !class.documentation && (cluster || !host.contains('.'));
    class
}

fn classify_v4(address: Ipv4Addr) -> Class {
    Class {
        local: address.is_loopback() || address.is_unspecified() || address.is_link_local(),
        private: address.is_private(),
        documentation: address.is_documentation(),
        ..Class::default()
    }
}

/// The address in a name that a service of names answers with it: `app.127.0.0.1.nip.io`,
/// `app-10-0-0-1.sslip.io`.
fn embedded(host: &str) -> Option<Ipv4Addr> {
    let rest = EMBEDDING.iter().find_map(|service| host.strip_suffix(service))?.strip_suffix('.')?;
    let parts: Vec<&str> = rest.rsplitn(5, ['.', '-']).take(4).collect();
    let [d, c, b, a] = parts.as_slice() else { return None };
    format!("{a}.{b}.{c}.{d}").parse().ok()
}

/// Whether a host is a name or one below it.
fn within(host: &str, name: &str) -> bool {
    host.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

fn is_example(host: &str) -> bool {
    if host.contains(['<', '>', '*']) || host.is_empty() {
        return true;
    }
    let top = host.rsplit('.').next().unwrap_or(host);
    if matches!(top, "example" | "invalid" | "test") && host.contains('.') || top == "invalid" {
        return true;
    }
    let labels: Vec<&str> = host.split('.').collect();
    let domain = labels.len().checked_sub(2).map(|at| labels[at]);
    if domain == Some("example") || domain == Some("domain") {
        return true;
    }
    PLACEHOLDERS.iter().any(|word| {
        labels
            .iter()
            .take(labels.len().saturating_sub(1).max(1))
            .any(|label| label == word || (word.starts_with("your") && label.starts_with(word)))
    })
}

/// Whether a path has a part that stands for what a reader is to write there: `/your-account-id`, `/XXXXXXX`.
pub(super) fn is_sample_path(path: &str) -> bool {
    path.split(['/', '?', '&', '=']).any(|part| {
        let part = part.to_ascii_lowercase();
        SAMPLES.iter().any(|start| part.starts_with(start)) || part.len() >= 4 && part.bytes().all(|byte| byte == b'x')
    })
}

/// Whether URLs of the host name something that nobody connects to.
pub(in super::super) fn is_ignored(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    IGNORED_PREFIXES.iter().any(|start| host.starts_with(start))
        || IGNORED_HOSTS.iter().any(|known| within(&host, known))
}

/// Whether a host is a site of documents or sources, which people read.
pub(super) fn is_read(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    let bare = host.strip_prefix("www.").unwrap_or(&host);
    READ_HOSTS.contains(&bare)
        || READ_PREFIXES.iter().any(|start| host.starts_with(start))
        || READ_DOMAINS.iter().any(|domain| within(&host, domain))
}

/// Whether a text is a host name of the public net and nothing else: what `host:` keys hold.
pub(super) fn is_public_name(text: &str) -> bool {
    let labels: Vec<&str> = text.split('.').collect();
    let plain = |label: &str| {
        !label.is_empty() && label.len() < 64 && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let top = labels.last().copied().unwrap_or("");
    labels.len() > 1
        && text.len() < 254
        && labels.iter().all(|label| plain(label))
        && top.len() > 1
        && top.bytes().all(|byte| byte.is_ascii_lowercase())
        && classify(text) == Class::default()
        && !is_ignored(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_have_their_class() {
        let local = [
            "localhost",
            "127.0.0.1",
            "[::1]",
            "0.0.0.0",
            "host.docker.internal",
            "169.254.169.254",
            "printer.local",
            "app.localhost",
            "127.0.0.1.nip.io",
            "app.10.0.0.1.nip.io",
            "app-192-168-1-5.sslip.io",
            "localtest.me",
            "api.lvh.me",
        ];
        assert!(local.iter().all(|host| classify(host).local), "{:?}", local.map(classify));
        let internal = ["db", "redis-master", "api.default.svc.cluster.local", "db.internal", "x.consul"];
        assert!(internal.iter().all(|host| classify(host).internal && !classify(host).local));
        let private = ["10.1.2.3", "172.20.0.1", "192.168.1.1", "fd00::1"];
        assert!(private.iter().all(|host| classify(host).private));
        let documentation =
            ["example.com", "api.example.org", "x.test", "<host>", "your-server.org", "192.0.2.1", "host", "foo.bar"];
        for host in documentation {
            assert!(classify(host).documentation, "{host}");
        }
        let plain = [
            "8.8.8.8.nip.io",
            "nip.io",
            "10.nip.io",
            "notlvh.me",
            "api.stripe.com",
            "8.8.8.8",
            "hospital.org",
            "latest.io",
            "myhost.hospital.de",
        ];
        assert_eq!(
            plain.iter().filter(|host| classify(host) != Class::default()).collect::<Vec<_>>(),
            [&"myhost.hospital.de"]
        );
    }

    #[test]
    fn sites_that_people_read_are_told_from_services() {
        assert!(
            ["github.com", "www.npmjs.com", "developer.apple.com", "x.readthedocs.io"].iter().all(|host| is_read(host))
        );
        assert!(!["api.github.com", "registry.npmjs.org", "github.com.evil.org"].iter().any(|host| is_read(host)));
    }

    #[test]
    fn names_of_schemas_are_ignored() {
        assert!(
            ["www.w3.org", "hl7.org", "schemas.microsoft.com", "maven.apache.org"].iter().all(|host| is_ignored(host))
        );
        assert!(!["apiw3.org", "fhir.hospital.org", "apache.org.evil.com"].iter().any(|host| is_ignored(host)));
    }
}
