//! Which folders are charts, what is in them, and what they depend on.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::model::Value;
use crate::parse::yaml::parse_plain;
use crate::source::{FileId, Sources, Span};

use super::functions::{Version, meets};
use super::text::Text;
use super::val::{Val, from_yaml};

/// The charts of a scan, by folder.
pub struct Charts {
    charts: BTreeMap<String, Chart>,
}

/// A chart, as its files say.
pub(super) struct Chart {
    pub folder: String,
    /// `Chart.yaml`
    pub file: FileId,
    pub name: String,
    pub version: String,
    pub app_version: String,
    /// What `.Chart` is of it, by keys as they are written.
    pub meta: Value,
    pub is_library: bool,
    pub dependencies: Vec<Dependency>,
    /// The files that it owns, those of charts within it not among them.
    pub files: Vec<FileId>,
}

/// A chart that another says it needs.
pub(super) struct Dependency {
    pub name: String,
    /// What it is called there.
    pub alias: String,
    pub version: String,
    pub repository: String,
    pub conditions: Vec<String>,
    pub tags: Vec<String>,
    /// Pairs of paths: in its values, and in those of the chart.
    pub imports: Vec<(String, String)>,
    pub span: Span,
}

impl Charts {
    /// The charts among the files.
    #[must_use]
    pub fn find(sources: &Sources) -> Self {
        let mut charts: BTreeMap<String, Chart> = BTreeMap::new();
        for (id, file) in sources.iter().filter(|(_, file)| matches!(file.name(), "Chart.yaml" | "Chart.yml")) {
            if let Some(chart) = Chart::read(sources, id) {
                charts.entry(file.folder().to_owned()).or_insert(chart);
            }
        }
        if !charts.is_empty() {
            let mut owned: BTreeMap<String, Vec<FileId>> = BTreeMap::new();
            for (id, file) in sources.iter() {
                if let Some(folder) = owner(&charts, &file.path) {
                    owned.entry(folder.to_owned()).or_default().push(id);
                }
            }
            for (folder, files) in owned {
                if let Some(chart) = charts.get_mut(&folder) {
                    chart.files = files;
                }
            }
        }
        charts.retain(|_, chart| chart.is_library || !chart.files.is_empty());
        Self { charts }
    }

    /// Whether a file is a template of a chart, and so is read when that is rendered.
    #[must_use]
    pub fn renders(&self, path: &str) -> bool {
        let folder = owner(&self.charts, path);
        let inside = folder.and_then(|folder| path.get(folder.len()..)).map(|rest| rest.trim_start_matches('/'));
        inside.is_some_and(|inside| inside.starts_with("templates/"))
    }

    pub(super) fn get(&self, folder: &str) -> Option<&Chart> {
        self.charts.get(folder)
    }

    /// The charts that are no part of another one of the repository. Of charts that need each other in a circle,
    /// the first is one.
    pub(super) fn roots(&self) -> Vec<&Chart> {
        let mut parts: BTreeSet<&str> = BTreeSet::new();
        for chart in self.charts.values() {
            parts.extend(self.parts(chart).filter(|folder| *folder != chart.folder));
        }
        let all = self.charts.values().filter(|chart| !chart.is_library);
        let (later, first): (Vec<&Chart>, Vec<&Chart>) = all.partition(|chart| parts.contains(chart.folder.as_str()));
        let mut roots = Vec::new();
        let mut reached: BTreeSet<&str> = BTreeSet::new();
        for chart in first.into_iter().chain(later) {
            if reached.contains(chart.folder.as_str()) {
                continue;
            }
            roots.push(chart);
            let mut ahead = vec![chart.folder.as_str()];
            while let Some(folder) = ahead.pop() {
                if let (true, Some(chart)) = (reached.insert(folder), self.get(folder)) {
                    ahead.extend(self.parts(chart));
                }
            }
        }
        roots.sort_by(|a, b| a.folder.cmp(&b.folder));
        roots
    }

    /// The folders of the charts that are in the folder of one, or that it names by their path.
    fn parts<'a>(&'a self, chart: &'a Chart) -> impl Iterator<Item = &'a str> {
        let local = chart.dependencies.iter().filter(|dependency| dependency.repository.starts_with("file://"));
        let local = local.filter_map(|dependency| self.resolve(chart, dependency)).map(|it| it.folder.as_str());
        self.inside(chart).map(|(_, folder)| folder).chain(local)
    }

    /// The charts in the `charts` folder of one, by the names of their folders.
    pub(super) fn inside<'a>(&'a self, chart: &Chart) -> impl Iterator<Item = (&'a str, &'a str)> {
        let start = if chart.folder.is_empty() { "charts/".to_owned() } else { format!("{}/charts/", chart.folder) };
        let after = self.charts.range(start.clone()..).map(|(folder, _)| folder.as_str());
        let within = after.take_while({
            let start = start.clone();
            move |folder| folder.starts_with(&start)
        });
        within.filter_map(move |folder| {
            let name = folder.get(start.len()..)?;
            (!name.contains('/')).then_some((name, folder))
        })
    }

    /// The chart that a dependency is: in the chart's folder, at the path it gives, or one of the repository
    /// that has the name and a version that fits.
    pub(super) fn resolve(&self, chart: &Chart, dependency: &Dependency) -> Option<&Chart> {
        let inside = self.inside(chart).filter_map(|(_, folder)| self.get(folder));
        if let Some(found) = inside.into_iter().find(|found| found.name == dependency.name) {
            return Some(found);
        }
        if let Some(path) = dependency.repository.strip_prefix("file://") {
            return self.get(&crate::source::join(&chart.folder, path)?);
        }
        self.charts.values().find(|found| {
            let version = Version::parse(&found.version);
            found.name == dependency.name
                && found.folder != chart.folder
                && version.is_some_and(|version| meets(&dependency.version, &version) == Some(true))
        })
    }
}

/// The folder of the innermost chart that a path is in.
fn owner<'p>(charts: &BTreeMap<String, Chart>, path: &'p str) -> Option<&'p str> {
    let mut folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    loop {
        if charts.contains_key(folder) {
            return Some(folder);
        }
        if folder.is_empty() {
            return None;
        }
        folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
    }
}

impl Chart {
    fn read(sources: &Sources, id: FileId) -> Option<Self> {
        let file = sources.get(id);
        let meta = parse_plain(id, &file.text).tree.into_iter().next()?;
        let text = |key: &str| string(&meta, key);
        let name = text("name");
        if name.is_empty() {
            return None;
        }
        let mut dependencies = list(&meta, "dependencies").iter().filter_map(Dependency::read).collect::<Vec<_>>();
        // The first version of charts had a file of its own for this.
        let path = if file.folder().is_empty() { String::new() } else { format!("{}/", file.folder()) };
        if let Some(other) = sources.find(&format!("{path}requirements.yaml")) {
            let parsed = parse_plain(other, &sources.get(other).text);
            if let Some(tree) = parsed.tree.first() {
                dependencies.extend(list(tree, "dependencies").iter().filter_map(Dependency::read));
            }
        }
        Some(Self {
            folder: file.folder().to_owned(),
            file: id,
            version: text("version"),
            app_version: text("appVersion"),
            is_library: text("type") == "library",
            name,
            dependencies,
            files: Vec::new(),
            meta,
        })
    }

    /// The path of a file within the chart.
    pub fn path_within<'s>(&self, sources: &'s Sources, id: FileId) -> &'s str {
        let path = sources.get(id).path.as_str();
        path.get(self.folder.len()..).unwrap_or("").trim_start_matches('/')
    }

    /// The values of one of its files, as Helm reads them.
    pub fn values(sources: &Sources, id: FileId) -> Val {
        let text = &sources.get(id).text;
        let parsed = parse_plain(id, text);
        let value = parsed.tree.first();
        value.map_or_else(Val::nil, |value| from_yaml(value, text, &|span| Some(span)))
    }

    /// Its own values, and the files that stand beside them for other ways to deploy it.
    pub fn value_files(&self, sources: &Sources) -> (Option<FileId>, Vec<FileId>) {
        let mut own = None;
        let mut others = Vec::new();
        for id in &self.files {
            let path = self.path_within(sources, *id);
            let Some(stem) = path.strip_suffix(".yaml").or_else(|| path.strip_suffix(".yml")) else { continue };
            match stem.split_once('/') {
                None if stem == "values" => own = Some(*id),
                None if stem.starts_with("values-") || stem.starts_with("values.") => others.push(*id),
                None if stem.starts_with("values_") || stem.ends_with(".values") => others.push(*id),
                Some(("values", rest)) if !rest.contains('/') => others.push(*id),
                _ => {}
            }
        }
        (own, others)
    }

    /// What `.Files` gives of it.
    pub fn other_files(&self, sources: &Sources) -> Rc<BTreeMap<String, Text>> {
        let paths = self.files.iter().map(|id| (self.path_within(sources, *id), *id));
        let wanted = paths.filter(|(path, _)| !path.starts_with("templates/") && *path != "Chart.yaml");
        Rc::new(wanted.map(|(path, id)| (path.to_owned(), Text::plain(sources.get(id).text.as_str()))).collect())
    }
}

impl Dependency {
    fn read(value: &Value) -> Option<Self> {
        let name = string(value, "name");
        if name.is_empty() {
            return None;
        }
        let alias = Some(string(value, "alias")).filter(|alias| !alias.is_empty()).unwrap_or_else(|| name.clone());
        let condition = string(value, "condition");
        let conditions = condition.split(',').map(|path| path.trim().to_owned()).filter(|path| !path.is_empty());
        let imports = list(value, "import-values").iter().map(|import| match import.as_str() {
            Some(name) => (format!("exports.{name}"), ".".to_owned()),
            None => (string(import, "child"), string(import, "parent")),
        });
        Some(Self {
            alias,
            version: string(value, "version"),
            repository: string(value, "repository"),
            conditions: conditions.collect(),
            tags: list(value, "tags").iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            imports: imports.collect(),
            span: value.span,
            name,
        })
    }
}

/// The text of a key, also of one that YAML takes for a number.
fn string(value: &Value, key: &str) -> String {
    match value.get(key).map(|value| &value.kind) {
        Some(crate::model::Kind::String(text)) => text.to_string(),
        Some(crate::model::Kind::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value.get(key).and_then(Value::as_list).map_or(&[], |list| &list.items)
}
