//! Which names of a program's code matter, and which files cannot hold any of them.
//!
//! Rules select calls by resolved names, and each name's last word stands in the file's own bytes. So a
//! file without any such word, without the name of a vendor's library or host, and without anything that
//! looks like a connection or a credential has nothing to tell, and is not parsed.

use std::collections::{BTreeMap, HashSet};
use std::sync::OnceLock;

use aho_corasick::AhoCorasick;

use crate::catalog::vendor::Vendor;
use crate::catalog::{Data, Expr, Path, PathRef, Rule, Step, walk};
use crate::evaluate::{Held, selects};
use crate::lower::settings::hint;
use crate::model::Dialect;

/// What matters in each language.
pub struct Sieve<'d> {
    languages: BTreeMap<Dialect, Language<'d>>,
    hosts: OnceLock<Option<AhoCorasick>>,
    data: &'d Data,
    declared: Vec<String>,
}

/// What matters in one language. Automata are built when the first file of the language comes.
#[derive(Default)]
struct Language<'d> {
    exact: HashSet<&'d str>,
    globs: Vec<&'d str>,
    words: Vec<&'d str>,
    /// Words without which an object literal is of no interest.
    object_words: Vec<&'d str>,
    libraries: Vec<String>,
    automata: OnceLock<Automata>,
}

struct Automata {
    words: Option<AhoCorasick>,
    objects: Option<AhoCorasick>,
    libraries: Option<AhoCorasick>,
}

/// What one file has to do with the rules.
pub struct Sifted<'s> {
    language: &'s Language<'s>,
    libraries: Vec<&'s str>,
    objects: bool,
    /// Whether there is anything in it to look at.
    pub relevant: bool,
}

impl<'d> Sieve<'d> {
    /// A sieve for the rules held; `declared` has the hosts of vendors that a user declares.
    pub fn new(data: &'d Data, held: &[Held<'d>], declared: Vec<String>) -> Self {
        let mut languages: BTreeMap<Dialect, Language<'d>> = BTreeMap::new();
        for rule in held.iter().map(|held| held.rule) {
            for (dialect, kinds) in rule.select.iter().filter(|(dialect, _)| dialect.is_code()) {
                let language = languages.entry(*dialect).or_default();
                kinds.iter().for_each(|kind| language.add(kind, rule));
            }
        }
        for dialect in Dialect::ALL.iter().filter(|dialect| dialect.is_code()) {
            let language = languages.entry(*dialect).or_default();
            language.libraries = data.vendors.list.iter().flat_map(|vendor| libraries(vendor, *dialect)).collect();
        }
        Self { languages, hosts: OnceLock::new(), data, declared }
    }

    /// What a file of a language has to do with the rules; none for a language that no rule speaks of.
    pub fn sift(&self, dialect: Dialect, path: &str, text: &str) -> Option<Sifted<'_>> {
        let language = self.languages.get(&dialect)?;
        let automata = language.automata.get_or_init(|| language.automata());
        let found = automata.libraries.iter().flat_map(|automaton| automaton.find_overlapping_iter(text));
        let mut libraries: Vec<&str> =
            found.map(|found| language.libraries[found.pattern().as_usize()].as_str()).collect();
        libraries.sort_unstable();
        libraries.dedup();
        let hits = |automaton: &Option<AhoCorasick>| automaton.as_ref().is_some_and(|words| words.is_match(text));
        let objects = hits(&automata.objects);
        // Django's settings are a fact as a whole, whatever they name.
        let settings = dialect == Dialect::Python && path.contains("settings");
        let relevant = objects
            || settings
            || !libraries.is_empty()
            || hits(&automata.words)
            || hits(self.hosts.get_or_init(|| self.hosts()))
            || hint::may_hold(text);
        Some(Sifted { language, libraries, objects, relevant })
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
        if name == "{}" && !self.objects {
            return false;
        }
        let of_library =
            |library: &&str| name.strip_prefix(*library).is_some_and(|rest| rest.starts_with(['.', ':', '(', '/']));
        self.language.exact.contains(name)
            || self.language.globs.iter().any(|glob| selects(glob, name))
            || self.libraries.iter().any(of_library)
    }
}

impl<'d> Language<'d> {
    fn add(&mut self, kind: &'d str, rule: &'d Rule) {
        if kind == "{}" {
            self.object_words.extend(keys(rule).filter(|key| !BODY.contains(key)));
        }
        if kind.contains('*') {
            self.globs.push(kind);
        } else {
            self.exact.insert(kind);
        }
        self.words.extend(last_word(kind));
    }

    fn automata(&self) -> Automata {
        let build = |words: &[&str]| (!words.is_empty()).then(|| AhoCorasick::new(words).ok()).flatten();
        let libraries: Vec<&str> = self.libraries.iter().map(|library| needle(library)).collect();
        Automata { words: build(&self.words), objects: build(&self.object_words), libraries: build(&libraries) }
    }
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

/// The last word of a name, which stands in the bytes of every file that calls it.
fn last_word(kind: &str) -> Option<&str> {
    let words = kind.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    words.rev().find(|word| !word.is_empty() && *word != "extends")
}

/// What stands in the bytes of a file that imports a library, however it does so.
fn needle(library: &str) -> &str {
    library.rsplit(['.', ':']).find(|part| !part.is_empty()).unwrap_or(library)
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
    use super::last_word;

    #[test]
    fn the_last_word_of_a_kind_is_what_stands_in_the_file() {
        for (kind, word) in [
            ("hashlib.md5", "md5"),
            ("boto3.client('s3').put_object", "put_object"),
            ("hashlib.*", "hashlib"),
            ("session.verify =", "verify"),
            ("flask.session[] =", "session"),
            ("@app.route", "route"),
            ("extends java.io.Serializable", "Serializable"),
            ("crypto/md5.Sum", "Sum"),
            ("md5::compute", "compute"),
        ] {
            assert_eq!(last_word(kind), Some(word), "{kind}");
        }
        assert_eq!(last_word("{}"), None);
    }
}
