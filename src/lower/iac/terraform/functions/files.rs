//! Functions that read files of the repository. Only they know `path.module` and `path.root`: where a module lies
//! on the machine that deploys it is not ours to tell. A path that begins elsewhere is one from the root module.

use std::rc::Rc;
use std::sync::Arc;

use globset::GlobBuilder;

use crate::model::{Entry, Kind, Map, Reason, Unknown, Value};
use crate::parse::hcl;
use crate::source::{FileId, Span, join};

use super::super::engine::{Engine, Instance};
use super::super::eval::{Context, Scope};
use super::super::template::LONGEST_TEXT;
use super::super::types::as_text;
use super::super::values::{
    is_undeclared, key_text, limit, list_value, made_from, map_value, mistake, scalar_text, unevaluated,
};
use super::Args;
use crate::parse::hcl::{Expr, ExprKind};

/// What a path begins with that is one from the root of the scan. It stands in no file, and in no value: what is
/// evaluated with it is used to find a file and then dropped.
const MARK: &str = "\u{1}/";

impl<'a> Engine<'a> {
    /// Does something where `path` leads to the files of the repository.
    pub(super) fn with_paths<T>(&self, context: Context<'_, 'a>, work: impl FnOnce(Context<'_, 'a>) -> T) -> T {
        let paths = paths(context.instance, context.instance.module.first.map_or(Span::top(FileId(0)), Span::top));
        let scope = Scope { name: "path", value: &paths, outer: context.scope };
        work(context.with(&scope))
    }

    /// What the function makes of its arguments; nothing when it is not of these.
    pub(super) fn file_function(
        &self,
        context: Context<'_, 'a>,
        name: &str,
        args: Args<'_>,
        written: Option<&Expr>,
        span: Span,
    ) -> Option<Value> {
        if name == "templatestring" {
            return Some(template_of(args, written, span));
        }
        if !reads(name) {
            return None;
        }
        let path = args.first()?;
        let Some(text) = key_text(path) else { return Some(made_from(unevaluated(name, span), [&**path])) };
        let found = match text.strip_prefix(MARK) {
            Some(path) => join("", path),
            // Terragrunt's paths are those of the unit, or begin at the root of the scan.
            None if context.instance.module.config.is_some() => {
                if text.starts_with('/') {
                    join("", &text)
                } else {
                    join(self.unit.unwrap_or_default(), &text)
                }
            }
            None if text.starts_with('/') => None,
            None => join(context.instance.root().module.dir, &text),
        };
        if name == "fileset" {
            let pattern = key_text(args.get(1)?);
            return Some(
                found
                    .zip(pattern)
                    .map_or_else(|| unevaluated(name, span), |(dir, pattern)| self.files_in(&dir, &pattern, span)),
            );
        }
        let found = found.and_then(|path| self.paths.get(path.as_str()).copied());
        Some(self.read_file(context, name, found, args.get(1), span))
    }

    /// The files that a pattern finds. There may be more than those that are read here.
    fn files_in(&self, dir: &str, pattern: &str, span: Span) -> Value {
        let glob = GlobBuilder::new(pattern).literal_separator(true).build().map(|glob| glob.compile_matcher());
        let (Ok(glob), true) = (glob, self.spend(self.paths.len() as u64)) else { return unevaluated("fileset", span) };
        let mut names: Vec<&str> = self
            .paths
            .keys()
            .filter_map(|path| if dir.is_empty() { Some(*path) } else { path.strip_prefix(dir)?.strip_prefix('/') })
            .filter(|path| glob.is_match(path))
            .collect();
        names.sort_unstable();
        let open = Arc::new(Unknown { reason: Reason::Expression("fileset".into()), pieces: Vec::new() });
        let items = names.into_iter().map(|name| Value::string(name, span)).collect();
        list_value(items, Some(open), span)
    }

    fn read_file(
        &self,
        context: Context<'_, 'a>,
        name: &str,
        found: Option<FileId>,
        variables: Option<&Rc<Value>>,
        span: Span,
    ) -> Value {
        // A file that is not here may be made by a step before the deployment.
        let Some(file) = found else { return unevaluated(name, span) };
        let text = &self.sources.get(file).text;
        if text.len() > LONGEST_TEXT || !self.spend(text.len() as u64 / 64) {
            return limit(span);
        }
        match name {
            "fileexists" => Value::bool(true, span),
            "file" => Value::string(text.as_str(), Span::new(file, 0..text.len())).used_at(span),
            "templatefile" => {
                let parsed = hcl::parse_template(file, text);
                let Some(template) = parsed.tree else { return unevaluated(name, span) };
                let Some(variables) = variables else { return mistake(name, span) };
                // A scope without a name of its own offers the keys of its map.
                let scope = Scope { name: "", value: variables, outer: None };
                let inner = Context { instance: context.instance, scope: Some(&scope) };
                let made = match &variables.kind {
                    Kind::Map(_) => self.eval(inner, &template),
                    Kind::Unknown(_) => made_from(unevaluated(name, span), [&**variables]),
                    _ => return mistake(name, span),
                };
                // The variables of a template are not declared before it is evaluated.
                let made = if is_undeclared(&made) { mistake(name, span) } else { made };
                as_text(made).unwrap_or_else(|| mistake(name, span)).used_at(span)
            }
            _ => Value::unknown(Reason::Expression(name.into()), span),
        }
    }
}

/// Whether a function reads files.
pub(super) fn reads(name: &str) -> bool {
    matches!(
        name,
        "file"
            | "fileexists"
            | "templatefile"
            | "fileset"
            | "filebase64"
            | "filemd5"
            | "filesha1"
            | "filesha256"
            | "filesha512"
            | "filebase64sha256"
            | "filebase64sha512"
    )
}

/// `templatestring`, of texts without any markers: where others stand is not known.
fn template_of(args: Args<'_>, written: Option<&Expr>, span: Span) -> Value {
    let is_reference = written.is_some_and(|it| matches!(it.kind, ExprKind::Traversal(_)));
    let [template, variables] = args else { return mistake("templatestring", span) };
    match scalar_text(template) {
        _ if !is_reference => mistake("templatestring", span),
        Some(text) if !text.contains("${") && !text.contains("%{") && variables.as_map().is_some() => {
            made_from(Value::string(text, span), [&**template])
        }
        _ => unevaluated("templatestring", span),
    }
}

/// What `path` offers to functions that read files: directories relative to the root of the scan.
fn paths(instance: &Rc<Instance<'_>>, span: Span) -> Value {
    let dir = |dir: &str| Value::string(format!("{MARK}{dir}"), span);
    let root = instance.root().module.dir;
    let entries =
        vec![Entry::of("module", dir(instance.module.dir)), Entry::of("root", dir(root)), Entry::of("cwd", dir(root))];
    map_value(Map { entries, open: None }, span)
}
