//! Functions that read files of the repository. Only they know `path.module` and `path.root`: where a module lies
//! on the machine that deploys it is not ours to tell. A path that begins elsewhere is one from the root module.

use std::rc::Rc;

use crate::model::{Entry, Kind, Map, Reason, Value};
use crate::parse::hcl;
use crate::source::{FileId, Span};

use super::super::engine::{Engine, Instance};
use super::super::eval::{Context, Scope};
use super::super::template::LONGEST_TEXT;
use super::super::tree::join;
use super::super::values::{key_text, limit, made_from, map_value, unevaluated};
use crate::parse::hcl::Expr;

/// What a path begins with that is one from the root of the scan. It stands in no file, and in no value: what is
/// evaluated with it is used to find a file and then dropped.
const MARK: &str = "\u{1}/";

impl<'a> Engine<'a> {
    /// What the function makes of its arguments; nothing when it is not of these.
    pub(super) fn file_function(
        &self,
        context: Context<'_, 'a>,
        name: &str,
        args: &[Expr],
        span: Span,
    ) -> Option<Value> {
        if !matches!(name, "file" | "fileexists" | "templatefile" | "filebase64") {
            return None;
        }
        let first = args.first()?;
        let paths = paths(context.instance, span);
        let scope = Scope { name: "path", value: &paths, outer: context.scope };
        let path = self.eval(context.with(&scope), first);
        let Some(text) = key_text(&path) else { return Some(made_from(unevaluated(name, span), [&path])) };
        let found = match text.strip_prefix(MARK) {
            Some(path) => join("", path),
            None if text.starts_with('/') => None,
            None => join(root_of(context.instance).module.dir, &text),
        };
        let found = found.and_then(|path| self.paths.get(path.as_str()).copied());
        Some(self.read_file(context, name, found, args.get(1), span))
    }

    fn read_file(
        &self,
        context: Context<'_, 'a>,
        name: &str,
        found: Option<FileId>,
        variables: Option<&Expr>,
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
                let variables = match variables {
                    Some(variables) => self.eval(context, variables),
                    None => map_value(Map::default(), span),
                };
                // A scope without a name of its own offers the keys of its map.
                let scope = Scope { name: "", value: &variables, outer: None };
                let inner = Context { instance: context.instance, scope: Some(&scope) };
                let made = match &variables.kind {
                    Kind::Map(_) => self.eval(inner, &template),
                    _ => made_from(unevaluated(name, span), [&variables]),
                };
                made.used_at(span)
            }
            _ => Value::unknown(Reason::Expression(name.into()), span),
        }
    }
}

/// What `path` offers to functions that read files: directories relative to the root of the scan.
fn paths(instance: &Rc<Instance<'_>>, span: Span) -> Value {
    let dir = |dir: &str| Value::string(format!("{MARK}{dir}"), span);
    let root = root_of(instance).module.dir;
    let entries =
        vec![Entry::of("module", dir(instance.module.dir)), Entry::of("root", dir(root)), Entry::of("cwd", dir(root))];
    map_value(Map { entries, open: None }, span)
}

fn root_of<'e, 'a>(instance: &'e Rc<Instance<'a>>) -> &'e Rc<Instance<'a>> {
    let mut root = instance;
    while let Some(caller) = &root.caller {
        root = &caller.instance;
    }
    root
}
