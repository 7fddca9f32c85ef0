//! Which names of a program's code matter, and which files cannot hold any of them.
//!
//! Rules select calls by resolved names, and a resolved name is made of words that stand in the file: in
//! its imports, its types, its calls. So a file that lacks a word of every name has none of them. With
//! neither a vendor's library or host, nor anything that looks like a connection or a credential, it has
//! nothing to tell, and is not parsed.

mod mentions;
mod words;

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use aho_corasick::AhoCorasick;

use crate::catalog::phi::Lexicon;
use crate::catalog::vendor::Vendor;
use crate::catalog::{Data, Expr, Mentions, Path, PathRef, Rule, Step, walk};
use crate::evaluate::{Held, selects};
use crate::lower::code::implied;
use crate::lower::settings::hint;
use crate::model::Dialect;

use mentions::Speaker;
use words::Vocabulary;

/// What matters in each language.
pub struct Sieve<'d> {
    languages: BTreeMap<Dialect, Language<'d>>,
    hosts: OnceLock<Option<AhoCorasick>>,
    data: &'d Data,
    declared: Vec<String>,
    speaker: Speaker,
}

/// What matters in one language.
#[derive(Default)]
struct Language<'d> {
    kinds: Vec<Kind<'d>>,
    exact: HashMap<&'d str, Vec<usize>>,
    globs: Vec<usize>,
    /// Words without which an object literal is of no interest.
    objects: Vec<Vec<u32>>,
    libraries: Vec<(String, Vec<u32>)>,
    vocabulary: Vocabulary,
}

/// A kind of fact that a rule selects.
struct Kind<'d> {
    name: &'d str,
    needs: Vec<u32>,
    mentions: Option<&'d Mentions>,
}

/// What one file has to do with the rules.
pub struct Sifted<'s> {
    language: &'s Language<'s>,
    /// For each kind, whether the file may have facts of it.
    alive: Vec<bool>,
    globs: Vec<usize>,
    libraries: Vec<&'s str>,
    /// Whether there is anything in it to look at.
    pub relevant: bool,
}

impl<'d> Sieve<'d> {
    /// A sieve for the rules held; `declared` has the hosts of vendors that a user declares.
    pub fn new(data: &'d Data, lexicon: &Lexicon, held: &[Held<'d>], declared: Vec<String>) -> Self {
        let mut languages: BTreeMap<Dialect, Language<'d>> = BTreeMap::new();
        for rule in held.iter().map(|held| held.rule) {
            for (dialect, kinds) in rule.select.iter().filter(|(dialect, _)| dialect.is_code()) {
                let language = languages.entry(*dialect).or_default();
                kinds.iter().for_each(|kind| language.add(*dialect, kind, rule));
            }
        }
        for dialect in Dialect::ALL.iter().filter(|dialect| dialect.is_code()) {
            let language = languages.entry(*dialect).or_default();
            for library in data.vendors.list.iter().flat_map(|vendor| libraries(vendor, *dialect)) {
                let needs = language.vocabulary.needs(&library);
                language.libraries.push((library, needs));
            }
            language.vocabulary.build();
        }
        Self { languages, hosts: OnceLock::new(), data, declared, speaker: Speaker::new(lexicon.clone()) }
    }

    /// What a file of a language has to do with the rules; none for a language that no rule speaks of.
    /// With `all`, every name that the file's syntax gives is wanted: relevance is what is to be proved then.
    pub fn sift(&self, dialect: Dialect, path: &str, text: &str, all: bool) -> Option<Sifted<'_>> {
        let language = self.languages.get(&dialect)?;
        let present = language.vocabulary.find(text);
        let objects = language.objects.iter().any(|needs| present.all(needs));
        let may = |kind: &Kind<'_>| if kind.name == "{}" { objects } else { present.all(&kind.needs) };
        let mut alive = self.spoken(language, text, may);
        let mut libraries: Vec<&str> =
            language.libraries.iter().filter(|(_, needs)| present.all(needs)).map(|(name, _)| &**name).collect();
        libraries.sort_unstable();
        libraries.dedup();
        // Django's settings are a fact as a whole, whatever they name.
        let settings = dialect == Dialect::Python && path.contains("settings");
        let relevant =
            settings || !libraries.is_empty() || alive.contains(&true) || hint::may_hold(text) || self.names_host(text);
        if all {
            libraries = language.libraries.iter().map(|(name, _)| &**name).collect();
            alive = self.spoken(language, text, |kind| kind.name != "{}" || objects);
        }
        let globs = language.globs.iter().copied().filter(|kind| alive[*kind]).collect();
        Some(Sifted { language, alive, globs, libraries, relevant })
    }

    /// For each kind of a language, whether a text may have it and speaks of what the kind's rule asks for.
    /// What a text speaks of is looked for only where a kind asks.
    fn spoken(&self, language: &Language<'d>, text: &str, may: impl Fn(&Kind<'_>) -> bool) -> Vec<bool> {
        let mut known: Vec<(&Mentions, bool)> = Vec::new();
        let mut speaks = |of| match known.iter().find(|(known, _)| *known == of) {
            Some((_, speaks)) => *speaks,
            None => {
                let speaks = self.speaker.speaks(text, of);
                known.push((of, speaks));
                speaks
            }
        };
        language.kinds.iter().map(|kind| may(kind) && kind.mentions.is_none_or(&mut speaks)).collect()
    }

    /// Whether a text has the name of a vendor's host.
    fn names_host(&self, text: &str) -> bool {
        let joins = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
        let hosts = self.hosts.get_or_init(|| self.hosts());
        let bytes = text.as_bytes();
        hosts.iter().flat_map(|hosts| hosts.find_overlapping_iter(text)).any(|found| {
            let before = found.start().checked_sub(1).and_then(|at| bytes.get(at));
            // What is written with a dot at an end goes on there.
            let starts = bytes[found.start()] == b'.' || !joins(before);
            let ends = bytes[found.end() - 1] == b'.' || !joins(bytes.get(found.end()));
            starts && ends
        })
    }

    fn hosts(&self) -> Option<AhoCorasick> {
        let hosts = self.data.vendors.list.iter().flat_map(|vendor| &vendor.hosts);
        // A host may hold a star, or a path behind it: its longest plain part is what has to be there.
        let plain = hosts.chain(&self.declared).filter_map(|host| {
            host.split('/').next()?.split('*').max_by_key(|part| part.len()).filter(|part| !part.is_empty())
        });
        AhoCorasick::builder().ascii_case_insensitive(true).build(plain).ok()
    }
}

impl Sifted<'_> {
    /// Whether facts of a name are wanted.
    pub fn wants(&self, name: &str) -> bool {
        let of_library =
            |library: &&str| name.strip_prefix(*library).is_some_and(|rest| rest.starts_with(['.', ':', '(', '/']));
        self.language.exact.get(name).is_some_and(|kinds| kinds.iter().any(|kind| self.alive[*kind]))
            || self.globs.iter().any(|kind| selects(self.language.kinds[*kind].name, name))
            || self.libraries.iter().any(of_library)
    }
}

impl<'d> Language<'d> {
    fn add(&mut self, dialect: Dialect, name: &'d str, rule: &'d Rule) {
        if name == "{}" {
            let keys: Vec<&str> = keys(rule).filter(|key| !BODY.contains(key)).collect();
            for key in keys {
                let needs = self.vocabulary.needs(key);
                self.objects.push(needs);
            }
        }
        let at = self.kinds.len();
        let needs = self.vocabulary.needs(written(dialect, name));
        self.kinds.push(Kind { name, needs, mentions: rule.mentions.as_ref() });
        if name.contains('*') {
            self.globs.push(at);
        } else {
            self.exact.entry(name).or_default().push(at);
        }
    }
}

/// What of a kind's name a file has to write out.
fn written(dialect: Dialect, name: &str) -> &str {
    let name = name.strip_prefix("extends ").unwrap_or(name);
    let bare = name.trim_start_matches(['@', '&', '?']);
    let rest = implied(dialect).iter().filter_map(|prefix| bare.strip_prefix(prefix)?.strip_prefix('.'));
    rest.min_by_key(|rest| rest.len()).unwrap_or(name)
}

/// Keys of a call's body itself.
const BODY: [&str; 9] = ["args", "named", "literals", "names", "callee", "receiver", "key", "target", "within"];

/// Every key that a rule's paths speak of.
fn keys(rule: &Rule) -> impl Iterator<Item = &str> {
    let mut paths: Vec<&Path> = rule.paths.values().flat_map(|paths| paths.values().flatten()).collect();
    for check in rule.check.iter().chain(rule.checks.values()) {
        for expression in check.skip_when.iter().chain([&check.require]) {
            walk(expression, &mut |part| match part {
                Expr::Test { path: PathRef::Plain(path), .. }
                | Expr::Each { path: PathRef::Plain(path), .. }
                | Expr::Count { path: PathRef::Plain(path), .. }
                | Expr::ParseJson { path: PathRef::Plain(path), .. } => paths.push(path),
                _ => {}
            });
        }
    }
    paths.into_iter().flat_map(|path| &path.steps).filter_map(|step| match step {
        Step::Key(key) => Some(key.as_str()),
        _ => None,
    })
}

/// What resolved names of a vendor's library begin with.
fn libraries(vendor: &Vendor, dialect: Dialect) -> Vec<String> {
    let own = vendor.imports.iter().filter_map(|import| import.split_once(':'));
    let own = own.filter(|(language, _)| *language == dialect.name()).map(|(_, prefix)| prefix.to_owned());
    let packages: Vec<String> = match dialect {
        Dialect::Python => vendor.pypi.iter().map(|name| name.replace('-', "_")).collect(),
        Dialect::Javascript => vendor.npm.clone(),
        Dialect::Go => vendor.go.clone(),
        Dialect::Csharp => vendor.nuget.clone(),
        Dialect::Rust => vendor.crates.iter().map(|name| name.replace('-', "_")).collect(),
        _ => Vec::new(),
    };
    own.chain(packages)
        .map(|name| name.trim_end_matches(['*', '/', '.']).to_owned())
        .filter(|name| name.len() > 2)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::written;
    use crate::model::Dialect;

    #[test]
    fn what_a_language_opens_by_itself_need_not_be_written() {
        for (dialect, name, rest) in [
            (Dialect::Csharp, "System.IO.File.WriteAllText", "File.WriteAllText"),
            (Dialect::Csharp, "System.Security.Cryptography.MD5.Create", "Security.Cryptography.MD5.Create"),
            (Dialect::Java, "@java.lang.Deprecated", "Deprecated"),
            (Dialect::Java, "extends java.io.Serializable", "java.io.Serializable"),
            (Dialect::Python, "hashlib.md5", "hashlib.md5"),
        ] {
            assert_eq!(written(dialect, name), rest);
        }
    }
}
