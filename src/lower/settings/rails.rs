//! Rails: a fact per environment, with what `application.rb` and the initializers set for all; each
//! of those is a fact `initializer` besides.

use std::collections::BTreeMap;

use crate::model::{Dialect, Entry, Kind, Part, Reason, Value};
use crate::parse::ruby::Assignment;
use crate::source::{FileId, Sources, Span};

use super::body::{as_written, expand, open_all};
use super::output::Output;
use super::tree::flat;

/// The most initializers of one application that are read.
const INITIALIZERS: usize = 200;

/// The Rails applications of the repository: the settings of each `config` folder.
#[derive(Default)]
pub struct Applications<'t> {
    folders: BTreeMap<&'t str, Application<'t>>,
}

#[derive(Default)]
struct Application<'t> {
    application: Option<&'t [Assignment]>,
    initializers: Vec<&'t [Assignment]>,
    environments: bool,
}

enum Role {
    Application,
    Environment,
    Initializer,
}

/// The `config` folder that a file belongs to, and what the file is there.
fn role(path: &str) -> Option<(&str, Role)> {
    let (folder, _) = path.rsplit_once('/')?;
    if let Some(config) = folder.strip_suffix("/environments") {
        return Some((config, Role::Environment));
    }
    match folder.rfind("/initializers") {
        Some(at) => Some((&path[..at], Role::Initializer)),
        None => Some((folder, Role::Application)),
    }
}

impl<'t> Applications<'t> {
    /// Learns the files.
    #[must_use]
    pub fn new(files: &[(&'t str, &'t [Assignment])]) -> Self {
        let mut applications = Self::default();
        for (path, tree) in files {
            let Some((config, role)) = role(path) else { continue };
            let application = applications.folders.entry(config).or_default();
            match role {
                Role::Application => application.application = Some(tree),
                Role::Environment => application.environments = true,
                Role::Initializer if application.initializers.len() < INITIALIZERS => {
                    application.initializers.push(tree);
                }
                Role::Initializer => {}
            }
        }
        applications
    }
}

/// Lowers one file. What is set for all environments is told with each of them; without any, `environment`
/// is `all`.
#[must_use]
pub fn lower(sources: &Sources, file: FileId, tree: &[Assignment], applications: &Applications<'_>) -> Part {
    let mut output = Output::new(sources, file, Dialect::Rails);
    let path = output.path;
    let Some((config, role)) = role(path) else { return output.finish() };
    let application = applications.folders.get(config);
    let is_environment = matches!(role, Role::Environment);
    if tree.is_empty() {
        return output.finish();
    }
    let for_all = !is_environment && application.is_some_and(|application| application.environments);
    let mut entries = Vec::new();
    if let Some(application) = application.filter(|_| is_environment) {
        entries.extend(application.application.unwrap_or(&[]).iter().map(entry));
        entries.extend(tree.iter().map(entry));
        entries.extend(application.initializers.iter().flat_map(|tree| tree.iter()).map(entry));
    } else {
        entries.extend(tree.iter().map(entry));
    }
    let whole = Span::new(file, 0..sources.get(file).text.len());
    let all = added(entries, whole);
    let mut body = expand(&flat(&[all], file), as_written);
    body.span = whole;
    let name = if is_environment { output.stem() } else { "all" };
    if let Kind::Map(map) = &mut body.kind {
        map.entries.push(Entry::of("environment", Value::string(name, Span::top(file))));
    }
    if for_all {
        // Judged with each environment; on its own it is what it is, and what is missing may be elsewhere.
        open_all(&mut body, &Reason::Undeclared("the configuration of the environment".into()));
        output.fact(Dialect::Rails, "initializer", path, body);
    } else {
        output.fact(Dialect::Rails, "environment", format!("environment:{name}"), body);
    }
    output.finish()
}

fn entry(setting: &Assignment) -> (Entry, bool) {
    let names: Vec<&str> = setting.path.iter().map(|word| &*word.text).collect();
    let key_span = setting.path.iter().map(|word| word.span).reduce(Span::to).unwrap_or(setting.value.span);
    let value = if setting.conditional {
        Value::unknown(Reason::Expression("if".into()), setting.value.span)
    } else {
        setting.value.clone()
    };
    (Entry { key: names.join(".").into(), key_span, value }, setting.adds)
}

/// The settings with what is added to a list in that list.
fn added(settings: Vec<(Entry, bool)>, span: Span) -> Value {
    let mut lists: BTreeMap<std::sync::Arc<str>, Vec<Value>> = BTreeMap::new();
    let mut entries = Vec::new();
    for (mut entry, adds) in settings {
        if adds {
            let items = lists.entry(entry.key.clone()).or_default();
            match &entry.value.kind {
                Kind::List(list) => items.extend(list.items.iter().cloned()),
                _ => items.push(entry.value.clone()),
            }
            // Appending to what is there is read once per key, at the end.
            continue;
        }
        if let (Kind::List(list), Some(items)) = (&mut entry.value.kind, lists.remove(&entry.key)) {
            list.items.splice(0..0, items);
        }
        entries.push(entry);
    }
    for (key, items) in lists {
        let span = items.iter().map(|item| item.span).next().unwrap_or(span);
        entries.push(Entry { key, key_span: span, value: Value::list(items, span) });
    }
    Value::map(entries, span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lower::settings::tree::at;
    use crate::model::Fact;
    use crate::source::SourceFile;

    fn lowered(files: &[(&str, &str)]) -> Vec<Fact> {
        let files = files.iter().map(|(path, text)| SourceFile::new((*path).into(), (*text).into()));
        let sources = Sources::new(files.collect());
        let trees: Vec<_> =
            sources.iter().map(|(id, file)| (id, crate::parse::ruby::parse(id, &file.text).tree)).collect();
        let known: Vec<_> = trees.iter().map(|(id, tree)| (sources.get(*id).path.as_str(), tree.as_slice())).collect();
        let applications = Applications::new(&known);
        trees.iter().flat_map(|(id, tree)| lower(&sources, *id, tree, &applications).facts).collect()
    }

    #[test]
    fn an_environment_has_what_is_set_for_all() {
        let facts = lowered(&[
            ("app/config/application.rb", "config.force_ssl = true\nconfig.time_zone = 'UTC'\n"),
            (
                "app/config/environments/production.rb",
                "config.force_ssl = false\nconfig.log_level = :debug\nconfig.a.b = 1 if x\n",
            ),
            ("app/config/initializers/filter.rb", "Rails.application.config.filter_parameters += [:password]\n"),
        ]);
        assert_eq!(
            facts.iter().map(|fact| &*fact.kind).collect::<Vec<_>>(),
            ["initializer", "environment", "initializer"]
        );
        let body = &facts[1].body;
        assert_eq!(body.get("force_ssl").unwrap().as_bool(), Some(false));
        assert_eq!(body.get("time_zone").unwrap().as_str(), Some("UTC"));
        assert_eq!(body.get("filter_parameters").unwrap().as_list().unwrap().items.len(), 1);
        assert!(at(body, "a.b").unwrap().as_unknown().is_some());
        assert_eq!(body.get("environment").unwrap().as_str(), Some("production"));
        assert_eq!(body.get("@environment").unwrap().as_str(), Some("production"));
    }

    #[test]
    fn without_environments_each_file_stands_for_itself() {
        let facts = lowered(&[(
            "config/initializers/devise.rb",
            "Devise.setup do |config|\n  config.timeout_in = 30.minutes\nend\n",
        )]);
        assert_eq!(facts[0].body.get("timeout_in").unwrap().as_number(), Some(1800.0));
        assert_eq!(facts[0].body.get("environment").unwrap().as_str(), Some("all"));
    }
}
