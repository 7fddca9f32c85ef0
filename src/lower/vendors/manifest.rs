//! What the readers of manifests share: the file, and the signs found in it.

use std::collections::HashMap;
use std::sync::Arc;

use crate::lower::settings::environment;
use crate::model::{Entry, Part, Signal, Value, VendorUse};
use crate::parse::{self, Failure, Parsed};
use crate::source::{FileId, Problem, SourceFile, Span};

/// No registry allows longer names.
const LONGEST_NAME: usize = 256;

/// A manifest while it is read.
pub struct Manifest<'s> {
    pub file: FileId,
    source: &'s SourceFile,
    /// It lies among tests, examples or documents: what it names is not for the product.
    aside: bool,
    part: Part,
    locked: HashMap<Arc<str>, usize>,
}

/// Whom a dependency is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    Product,
    Development,
}

impl For {
    pub fn development(is: bool) -> Self {
        if is { Self::Development } else { Self::Product }
    }
}

impl<'s> Manifest<'s> {
    pub fn new(file: FileId, source: &'s SourceFile) -> Self {
        // By its folders: a workflow called `ci.yml` is what it is.
        let folders = source.in_project().len() - source.name().len();
        let folders = &source.in_project()[..folders];
        let aside = environment::is_test(folders) || folders.starts_with(".github/actions/");
        Self { file, source, aside, part: Part::default(), locked: HashMap::new() }
    }

    pub fn text(&self) -> &'s str {
        &self.source.text
    }

    pub fn path(&self) -> &'s str {
        &self.source.path
    }

    pub fn finish(self) -> Part {
        self.part
    }

    /// A dependency that the project names itself.
    pub fn add(&mut self, signal: Signal, name: &str, span: Span, whom: For) {
        self.push(signal, name, span, whom, true);
    }

    /// A dependency that others drew in, as the file says.
    pub fn add_indirect(&mut self, signal: Signal, name: &str, span: Span, whom: For) {
        self.push(signal, name, span, whom, false);
    }

    /// A package of a lock file, once however many versions of it there are; of development if all of them are.
    pub fn add_locked(&mut self, signal: Signal, name: &str, span: Span, whom: For) {
        if let Some(at) = self.locked.get(name) {
            self.part.uses[*at].development &= self.aside || whom == For::Development;
            return;
        }
        let at = self.part.uses.len();
        self.push(signal, name, span, whom, false);
        if let Some(found) = self.part.uses.get(at) {
            self.locked.insert(found.name.clone(), at);
        }
    }

    fn push(&mut self, signal: Signal, name: &str, span: Span, whom: For, direct: bool) {
        if !name.is_empty() && name.len() <= LONGEST_NAME {
            let development = self.aside || whom == For::Development;
            self.part.uses.push(VendorUse { signal, name: name.into(), span, development, direct });
        }
    }

    pub fn json(&mut self) -> Option<Value> {
        let parsed = parse::json::parse(self.file, self.text());
        self.take(parsed)
    }

    pub fn xml(&mut self) -> Option<Value> {
        let parsed = parse::xml::parse(self.file, self.text());
        self.take(parsed)
    }

    pub fn yaml(&mut self) -> Vec<Value> {
        let parsed = parse::yaml::parse(self.file, self.text());
        self.take(parsed)
    }

    pub fn toml(&mut self) -> Value {
        let parsed = parse::toml::parse(self.file, self.text());
        self.take(parsed)
    }

    fn take<T>(&mut self, parsed: Parsed<T>) -> T {
        for Failure { kind, span, message } in parsed.failures {
            self.part.problems.push(Problem { path: self.source.path.clone(), span, kind, message });
        }
        parsed.tree
    }

    /// A span without the quotes around it.
    pub fn bare(&self, span: Span) -> Span {
        let written = self.source.slice(span);
        let inner = ["\"\"\"", "'''", "\"", "'"].iter().find_map(|quote| {
            let inner = written.strip_prefix(quote)?.strip_suffix(quote)?;
            Some((quote.len(), inner.len()))
        });
        match inner {
            Some((quote, length)) => {
                let start = span.start as usize + quote;
                Span::new(self.file, start..start + length)
            }
            None => span,
        }
    }

    /// The place of a name within a larger span; the larger one when the name is not written out in it.
    pub fn within(&self, span: Span, name: &str) -> Span {
        match self.source.slice(span).find(name) {
            Some(at) => self.span(span.start as usize + at, name.len()),
            None => self.bare(span),
        }
    }

    pub fn span(&self, start: usize, length: usize) -> Span {
        Span::new(self.file, start..start + length)
    }
}

/// The entries of a map under a path of keys; none when there is no such map.
pub fn entries<'v>(value: &'v Value, path: &[&str]) -> &'v [Entry] {
    at(value, path).and_then(Value::as_map).map_or(&[], |map| &map.entries)
}

/// The items of a list under a path of keys; none when there is no such list.
pub fn items<'v>(value: &'v Value, path: &[&str]) -> &'v [Value] {
    at(value, path).and_then(Value::as_list).map_or(&[], |list| &list.items)
}

/// The value under a path of keys.
pub fn at<'v>(value: &'v Value, path: &[&str]) -> Option<&'v Value> {
    path.iter().try_fold(value, |value, key| value.get(key))
}

/// The text under a key.
pub fn text<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key)?.as_str()
}

/// Whether a key is there and true.
pub fn is_true(value: &Value, key: &str) -> bool {
    value.get(key).and_then(Value::as_bool) == Some(true)
}
