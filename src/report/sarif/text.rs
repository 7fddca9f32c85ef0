//! Sentences, names and addresses in the forms that SARIF's readers ask for.

/// GitHub cuts descriptions that are longer.
const MAX_DESCRIPTION: usize = 1024;

/// A clause as a sentence: capitalised where it begins with a plain word, with a period.
pub fn sentence(clause: &str) -> String {
    let clause = one_line(clause);
    let word = clause.split(' ').next().unwrap_or_default();
    let mut sentence = if word.bytes().all(|byte| byte.is_ascii_lowercase()) && !word.is_empty() {
        format!("{}{}", word[..1].to_ascii_uppercase(), &clause[1..])
    } else {
        clause
    };
    if !sentence.is_empty() && !sentence.ends_with(['.', '!', '?']) {
        sentence.push('.');
    }
    sentence
}

/// A description: a sentence, cut where GitHub would cut it.
pub fn description(text: &str) -> String {
    let whole = sentence(text);
    match whole.char_indices().nth(MAX_DESCRIPTION) {
        None => whole,
        Some(_) => {
            let head: String = whole.chars().take(MAX_DESCRIPTION - 2).collect();
            let end = head.rfind(' ').unwrap_or(head.len());
            format!("{}….", &head[..end])
        }
    }
}

/// Line breaks and runs of spaces as one space each.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text from the repository inside a message. SARIF reads `[text](target)` as a link wherever it stands.
pub fn unlinked(text: &str) -> String {
    one_line(text).replace("](", "\\](")
}

/// A link of a message to the related location with this number.
pub fn link(text: &str, id: usize) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in one_line(text).chars() {
        if matches!(letter, '\\' | '[' | ']') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    format!("[{escaped}]({id})")
}

/// `aws-rds-unencrypted` as `AwsRdsUnencrypted`. A name has to differ from its id by more than case.
pub fn name(id: &str, suffix: &str) -> String {
    let name: String = id
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter_map(|word| {
            let first = word.chars().next()?;
            Some(format!("{}{}", first.to_ascii_uppercase(), &word[first.len_utf8()..]))
        })
        .collect();
    if name.eq_ignore_ascii_case(id) { name + suffix } else { name }
}

/// A path relative to the root as a relative URI reference.
pub fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.trim_start_matches('/').bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=@".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

/// A repository's address as an absolute URI without user or password; none when it is no address.
pub fn repository_uri(address: &str) -> Option<String> {
    if let Some((scheme, rest)) = address.split_once("://") {
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let host = authority.rsplit('@').next().unwrap_or(authority);
        return (!host.is_empty()).then(|| format!("{scheme}://{host}{path}"));
    }
    let (host, path) = address.split_once(':')?;
    let host = host.rsplit('@').next().unwrap_or(host);
    let is_host = host.contains('.') && !host.contains(['/', '\\']);
    is_host.then(|| format!("ssh://{host}/{}", uri(path)))
}

/// A fence that no line of the text closes.
pub fn fenced(language: &str, text: &str) -> String {
    let longest = text.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}{language}\n{}\n{fence}", text.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_become_sentences_and_names_stay_as_they_are() {
        assert_eq!(sentence("no `x` belongs to it"), "No `x` belongs to it.");
        assert_eq!(sentence("aws_kms_key.a is not read"), "aws_kms_key.a is not read.");
        assert_eq!(sentence("`a` is false."), "`a` is false.");
        assert_eq!(sentence("naïve"), "naïve.");
        assert_eq!(sentence(" a\n  b "), "A b.");
        assert_eq!(sentence(""), "");
    }

    #[test]
    fn descriptions_are_cut_between_words() {
        let cut = description(&"wörd ".repeat(500));
        assert!(cut.chars().count() <= MAX_DESCRIPTION && cut.ends_with("wörd…."), "{cut}");
        assert_eq!(description(&"x".repeat(3000)).chars().count(), MAX_DESCRIPTION);
    }

    #[test]
    fn text_of_the_repository_never_becomes_a_link() {
        assert_eq!(unlinked("a[0]"), "a[0]");
        assert_eq!(unlinked("[x](http://evil.example)"), "[x\\](http://evil.example)");
        assert_eq!(link("a[0]\\ 'x'](2)", 1), "[a\\[0\\]\\\\ 'x'\\](2)](1)");
    }

    #[test]
    fn paths_become_relative_references() {
        assert_eq!(uri("ein büro/a b.tf"), "ein%20b%C3%BCro/a%20b.tf");
        assert_eq!(uri("c:/x?y#z%"), "c%3A/x%3Fy%23z%25");
        assert_eq!(uri("a[0]\\b.tf"), "a%5B0%5D%5Cb.tf");
    }

    #[test]
    fn addresses_lose_their_credentials() {
        let clean = |address| repository_uri(address).unwrap_or_default();
        assert_eq!(clean("https://me:pass@word@example.com/a/b.git"), "https://example.com/a/b.git");
        assert_eq!(clean("git@github.com:a/b.git"), "ssh://github.com/a/b.git");
        assert_eq!(clean("https://example.com/a@b"), "https://example.com/a@b");
        for none in ["", "/srv/git/x.git", "../x", "C:\\x", "https:///x"] {
            assert_eq!(repository_uri(none), None, "{none}");
        }
    }

    #[test]
    fn a_fence_is_longer_than_what_it_holds() {
        assert_eq!(fenced("md", "a\n````\n"), "`````md\na\n````\n`````");
        assert_eq!(fenced("", "a"), "```\na\n```");
    }

    #[test]
    fn ids_become_one_word() {
        assert_eq!(name("aws-rds-unencrypted", "Rule"), "AwsRdsUnencrypted");
        assert_eq!(name("tls-1-0", "Rule"), "Tls10");
        assert_eq!(name("suppression", "Notice"), "SuppressionNotice");
    }
}
