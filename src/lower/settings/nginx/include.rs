//! Which files of the repository an nginx `include` means.
//!
//! A path such as `/etc/nginx/conf.d/*.conf` is one of the machine that the files are copied to. It
//! is taken for a file whose folder and name agree, or for one beside or below the including file.

use std::cell::Cell;
use std::collections::BTreeSet;

use crate::parse::directive::Directive;

/// The most files that one include means.
const FILES: usize = 64;
/// The most files that an include is looked for among.
const CONSIDERED: usize = 1000;
/// The most files that include others which are considered.
const INCLUDERS: usize = 256;

/// Files that nginx brings along: they set what a backend is told, or the types of files.
const STANDARD: &[&str] = &[
    "mime.types",
    "fastcgi_params",
    "fastcgi.conf",
    "uwsgi_params",
    "scgi_params",
    "proxy_params",
    "koi-utf",
    "win-utf",
];

/// All nginx files of the repository, and which includes which.
#[derive(Default)]
pub struct Includes<'t> {
    files: Vec<(&'t str, &'t [Directive])>,
    /// The path of an including file, what it includes from within `http`, and that block.
    https: Vec<(&'t str, Vec<Pattern>, &'t [Directive])>,
    included: BTreeSet<&'t str>,
}

struct Pattern {
    parent: String,
    /// The parts of the name between its asterisks.
    name: Vec<String>,
    wild: bool,
}

/// What a block holds once its includes are put in.
pub(super) struct Flat<'t> {
    pub directives: Vec<&'t Directive>,
    /// An included path that is not in the repository.
    pub missing: Option<&'t str>,
}

impl<'t> Includes<'t> {
    /// Learns the files, in the order of their paths.
    #[must_use]
    pub fn new(files: Vec<(&'t str, &'t [Directive])>) -> Self {
        let mut includes = Self { files, ..Self::default() };
        for (path, tree) in &includes.files {
            for http in tree.iter().filter(|directive| directive.is("http")) {
                let block = http.block.as_deref().unwrap_or(&[]);
                let patterns = block.iter().filter(|directive| directive.is("include"));
                let patterns: Vec<Pattern> = patterns.map(|include| Pattern::new(include.argument(0))).collect();
                if !patterns.is_empty() && includes.https.len() < INCLUDERS {
                    includes.https.push((path, patterns, block));
                }
            }
        }
        let mut included = BTreeSet::new();
        for (path, tree) in includes.files.iter().take(INCLUDERS) {
            let patterns = tree.iter().flat_map(|directive| patterns_in(directive, 0));
            for pattern in patterns.take(INCLUDERS) {
                included.extend(includes.matching(path, &pattern).map(|(path, _)| path));
            }
        }
        includes.included = included;
        includes
    }

    /// The `http` block that includes a file.
    pub(super) fn around(&self, path: &str, tree: &[Directive]) -> Option<&'t [Directive]> {
        let common = |other: &str| other.bytes().zip(path.bytes()).take_while(|(a, b)| a == b).count();
        let including = self.https.iter().filter(|(from, patterns, _)| {
            *from != path && patterns.iter().any(|pattern| pattern.matches(from, path, tree))
        });
        including.max_by_key(|(from, _, _)| common(from)).map(|(_, _, block)| *block)
    }

    /// Whether some file includes this one.
    pub(super) fn is_included(&self, path: &str) -> bool {
        self.included.contains(path)
    }

    /// The directives of a block, those of included files among them. Servers of included files are
    /// left where they are. Of the look-ups that are left, each include takes one.
    pub(super) fn flatten<'d>(&self, path: &str, block: &'d [Directive], lookups: &Cell<usize>) -> Flat<'d>
    where
        't: 'd,
    {
        let mut flat = Flat { directives: Vec::new(), missing: None };
        self.flatten_into(path, block, &mut flat, lookups, 0);
        flat
    }

    fn flatten_into<'d>(
        &self,
        path: &str,
        block: &'d [Directive],
        flat: &mut Flat<'d>,
        lookups: &Cell<usize>,
        depth: usize,
    ) where
        't: 'd,
    {
        for directive in block {
            if !directive.is("include") || directive.block.is_some() {
                let foreign = depth > 0 && directive.block.is_some() && !directive.is("location");
                if !foreign {
                    flat.directives.push(directive);
                }
                continue;
            }
            let wanted = directive.argument(0);
            let Some(left) = lookups.get().checked_sub(1).filter(|_| depth < 4) else {
                flat.missing.get_or_insert(wanted);
                continue;
            };
            let pattern = Pattern::new(wanted);
            lookups.set(left);
            let mut found = false;
            for (from, tree) in self.matching(path, &pattern) {
                found = true;
                self.flatten_into(from, tree, flat, lookups, depth + 1);
            }
            let name = wanted.rsplit('/').next().unwrap_or(wanted);
            // A pattern may match nothing, and does so in most images.
            if !found && !STANDARD.contains(&name) && !name.contains('*') {
                flat.missing.get_or_insert(wanted);
            }
        }
    }

    fn matching<'a>(
        &'a self,
        from: &'a str,
        pattern: &'a Pattern,
    ) -> impl Iterator<Item = (&'t str, &'t [Directive])> + 'a {
        let files = self.files.iter().take(CONSIDERED);
        files.filter(move |(path, tree)| *path != from && pattern.matches(from, path, tree)).copied().take(FILES)
    }
}

fn patterns_in(directive: &Directive, depth: usize) -> Vec<Pattern> {
    if directive.is("include") {
        return vec![Pattern::new(directive.argument(0))];
    }
    let inner = directive.block.as_deref().filter(|_| depth < 8).unwrap_or(&[]);
    inner.iter().flat_map(|inner| patterns_in(inner, depth + 1)).collect()
}

impl Pattern {
    fn new(path: &str) -> Self {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let parent = folder.rsplit('/').next().unwrap_or(folder).to_owned();
        Self { parent, name: name.split('*').map(str::to_owned).collect(), wild: name.contains('*') }
    }

    fn names(&self, name: &str) -> bool {
        let [first, rest @ ..] = self.name.as_slice() else { return false };
        let Some(mut name) = name.strip_prefix(first.as_str()) else { return false };
        let Some((last, middle)) = rest.split_last() else { return name.is_empty() };
        for part in middle {
            let Some(at) = name.find(part.as_str()) else { return false };
            name = &name[at + part.len()..];
        }
        name.ends_with(last.as_str())
    }

    fn matches(&self, from: &str, path: &str, tree: &[Directive]) -> bool {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        if !self.names(name) {
            return false;
        }
        let parent = folder.rsplit('/').next().unwrap_or(folder);
        if parent == self.parent && !parent.is_empty() {
            return true;
        }
        let beside = from.rsplit_once('/').map_or("", |(folder, _)| folder);
        if self.wild {
            // `conf.d/*.conf` next to `nginx.conf`: sites are copied there, snippets are not.
            return folder == beside && tree.iter().any(|directive| directive.is("server"));
        }
        folder.strip_prefix(beside).is_some_and(|rest| rest.is_empty() || beside.is_empty() || rest.starts_with('/'))
    }
}
