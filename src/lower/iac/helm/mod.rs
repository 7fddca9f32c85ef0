//! Helm charts, rendered as Helm would, without Helm.
//!
//! A chart is rendered with its own values, and once more with each other file of values beside it; each is a
//! root of its own. What a cluster, chance or the person who installs it decides is not known, and so is what
//! depends on it; the name of the release and the version of Kubernetes are taken as `helm template` takes them.
//! Every byte that comes out knows the template it came from, and the line of a values file that decided it, so
//! that findings point at files that people edit. A template that cannot be rendered is read with its actions
//! left out, as templates of other tools are, and a notice says so.

mod branch;
mod chart;
mod format;
mod functions;
mod machine;
mod rendered;
#[cfg(test)]
mod tests;
mod text;
mod val;
mod values;
mod write;

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use rayon::prelude::*;

use crate::model::{Reason, Unread, Value};
use crate::parse::gotemplate::{self, Node};
use crate::parse::yaml;
use crate::source::{FileId, Problem, ProblemKind, Sources, Span};

use self::chart::Chart;
pub use self::chart::Charts;
use self::machine::{Cause, Definition, Machine, Stop};
use self::text::{Mark, Text};
use self::val::{Data, Dict, Object, Val};
use self::values::Instance;

/// How many files of values a chart is rendered with.
const VARIANTS: usize = 16;

/// A chart as it would be installed with some values.
#[derive(Debug)]
pub struct Release {
    /// The folder of the chart.
    pub folder: String,
    /// The file of values, when the chart has several.
    pub variant: Option<String>,
    /// What each template gives, in the order of their paths.
    pub files: Vec<(FileId, Vec<Value>)>,
    /// Charts that it needs and that are not there.
    pub unread: Vec<Unread>,
    /// What went wrong.
    pub problems: Vec<Problem>,
}

/// Renders the charts that are no part of another, in the order of their folders.
#[must_use]
pub fn render(sources: &Sources, charts: &Charts) -> Vec<Release> {
    let rendered: Vec<Vec<Release>> =
        charts.roots().par_iter().map(|chart| Renderer::new(sources, charts, chart).releases()).collect();
    rendered.into_iter().flatten().collect()
}

/// A template as it was read: what it puts out, and what it defines.
struct Read {
    root: Rc<Definition>,
    defines: Vec<(String, Rc<Definition>)>,
}

/// Renders one chart, with one set of values after the other.
struct Renderer<'c> {
    sources: &'c Sources,
    charts: &'c Charts,
    chart: &'c Chart,
    read: HashMap<FileId, Result<Rc<Read>, (String, Span)>>,
    files: HashMap<String, Rc<BTreeMap<String, Text>>>,
}

/// A template that is rendered by itself.
struct Page {
    name: String,
    file: FileId,
    /// The index of the chart's place in the tree.
    instance: usize,
}

impl<'c> Renderer<'c> {
    fn new(sources: &'c Sources, charts: &'c Charts, chart: &'c Chart) -> Self {
        Self { sources, charts, chart, read: HashMap::new(), files: HashMap::new() }
    }

    fn releases(mut self) -> Vec<Release> {
        let (own, mut others) = self.chart.value_files(self.sources);
        let mut problems = Vec::new();
        if others.len() > VARIANTS {
            let path = self.sources.get(self.chart.file).path.clone();
            problems.push(Problem::file(
                ProblemKind::Limit,
                path,
                "it has more files of values than it is rendered with",
            ));
            others.truncate(VARIANTS);
        }
        let several = !others.is_empty();
        let mut releases = vec![self.release(own.filter(|_| several), Dict::default())];
        for file in others {
            if let Val { data: Data::Map(values), .. } = Chart::values(self.sources, file) {
                releases.push(self.release(Some(file), values));
            }
        }
        releases[0].problems.extend(problems);
        releases
    }

    fn release(&mut self, variant: Option<FileId>, given: Dict) -> Release {
        let tree = Instance::new(self.sources, self.charts, self.chart, given);
        let all = tree.all();
        let mut release = Release {
            folder: self.chart.folder.clone(),
            variant: variant.map(|file| self.sources.get(file).path.clone()),
            files: Vec::new(),
            unread: Vec::new(),
            problems: Vec::new(),
        };
        for dependency in all.iter().flat_map(|instance| &instance.missing) {
            let what = format!("the chart '{}'", dependency.name);
            let path = self.sources.get(dependency.span.file).path.clone();
            let message = format!("{what} is not in the repository");
            release.problems.push(Problem::at(ProblemKind::ModuleNotFound, path, dependency.span, message));
            let call = rendered::named(&dependency.name, dependency.span);
            release.unread.push(Unread { call, span: dependency.span, what });
        }
        let missing = all.iter().find_map(|instance| instance.missing.first());
        let mut machine = Machine::new(HashMap::new(), missing.map(|dependency| dependency.name.clone()));
        tree.open_missing(&mut |chart| machine.reason(Reason::Module(chart.into())));
        let mut pages = self.define(&all, &mut machine);
        let dots = self.dots(&all, &mut machine);
        // Templates may change values that others read: the order is Helm's.
        pages.sort_by(|a, b| (b.name.matches('/').count(), &b.name).cmp(&(a.name.matches('/').count(), &a.name)));
        for page in &pages {
            let rendered = self.page(page, &mut machine, &dots[page.instance], &mut release);
            release.files.push((page.file, rendered));
        }
        release.files.sort_by(|a, b| (&self.sources.get(a.0).path, a.0).cmp(&(&self.sources.get(b.0).path, b.0)));
        release
    }

    /// Reads all templates, and names those that are rendered by themselves.
    fn define(&mut self, all: &[&Instance<'_>], machine: &mut Machine) -> Vec<Page> {
        let mut pages = Vec::new();
        for (index, instance) in all.iter().enumerate() {
            for file in &instance.chart.files {
                let path = instance.chart.path_within(self.sources, *file);
                let base = path.rsplit('/').next().unwrap_or(path);
                let is_part = base.starts_with('_');
                if !path.starts_with("templates/") || (instance.chart.is_library && !is_part) {
                    continue;
                }
                pages.push((
                    Page { name: format!("{}/{path}", instance.prefix), file: *file, instance: index },
                    is_part,
                ));
            }
        }
        // A definition of a chart counts more than one of the same name of a chart below it.
        pages.sort_by(|(a, _), (b, _)| {
            (b.name.matches('/').count(), &b.name).cmp(&(a.name.matches('/').count(), &a.name))
        });
        for (page, _) in &pages {
            if let Ok(read) = self.read(page.file) {
                let read = Rc::clone(read);
                machine.templates.extend(read.defines.iter().map(|(name, body)| (name.clone(), Rc::clone(body))));
                machine.templates.insert(page.name.clone(), Rc::clone(&read.root));
            }
        }
        let is_page = |name: &str| [".yaml", ".yml", ".json", ".tpl"].iter().any(|end| name.ends_with(end));
        pages.into_iter().filter(|(page, is_part)| !is_part && is_page(&page.name)).map(|(page, _)| page).collect()
    }

    fn read(&mut self, file: FileId) -> &Result<Rc<Read>, (String, Span)> {
        let source = self.sources.get(file);
        self.read.entry(file).or_insert_with(|| {
            let place = Span::new(file, 0..source.text.len());
            let text = Text::marked(source.text.as_str(), Mark { place: Some(place), exact: true, ..Mark::default() });
            let template = gotemplate::parse(&source.text)
                .map_err(|mistake| (mistake.message.to_owned(), Span::new(file, mistake.at..mistake.at)))?;
            let definition = |nodes: Rc<[Node]>| Rc::new(Definition { text: text.clone(), nodes });
            let defines = template.defines.into_iter().map(|(name, nodes)| (name, definition(nodes)));
            Ok(Rc::new(Read { defines: defines.collect(), root: definition(template.root) }))
        })
    }

    /// The documents of a template, or what is left of them without actions.
    fn page(&mut self, page: &Page, machine: &mut Machine, dot: &Val, release: &mut Release) -> Vec<Value> {
        let stop = match self.read(page.file) {
            Err((message, place)) => Stop { place: Some(*place), ..Stop::error(message.clone()) },
            Ok(read) => {
                let root = Rc::clone(&read.root);
                match machine.render(&root, &with_name(dot, page)) {
                    Err(stop) => stop,
                    Ok(text) => match rendered::documents(&text, page.file, machine.reasons()) {
                        Ok(documents) => {
                            let (documents, others): (Vec<_>, Vec<_>) =
                                documents.into_iter().partition(|document| document.as_unknown().is_none());
                            release.unread.extend(others.into_iter().map(|document| {
                                let what = "what a template puts in".to_owned();
                                Unread { span: document.span, call: document, what }
                            }));
                            return documents;
                        }
                        Err(failure) => Stop {
                            place: failure.span,
                            ..Stop::error(format!("what it gives is no YAML: {}", failure.message))
                        },
                    },
                }
            }
        };
        self.left_out(page, &stop, release)
    }

    /// The documents of a template that could not be rendered, with its actions left out.
    fn left_out(&self, page: &Page, stop: &Stop, release: &mut Release) -> Vec<Value> {
        let source = self.sources.get(page.file);
        let place = stop.place.unwrap_or(Span::top(page.file));
        let values = release.variant.as_ref().map_or(String::new(), |variant| format!(" with '{variant}'"));
        let subject = if place.file == page.file { "it".to_owned() } else { format!("'{}'", source.path) };
        let message = format!("{subject} could not be rendered{values}: {}", stop.message);
        let kind = if stop.cause == Cause::Limit { ProblemKind::Limit } else { ProblemKind::Unrendered };
        let path = self.sources.get(place.file).path.clone();
        release.problems.push(Problem::at(kind, path, place, message));
        let parsed = yaml::parse(page.file, &source.text);
        release.problems.extend(parsed.failures.into_iter().map(|failure| Problem {
            path: source.path.clone(),
            span: failure.span,
            kind: failure.kind,
            message: failure.message,
        }));
        parsed.tree
    }

    /// What the templates of each chart are given.
    fn dots(&mut self, all: &[&Instance<'_>], machine: &mut Machine) -> Vec<Val> {
        let dots: Vec<Dict> = all.iter().enumerate().map(|(at, instance)| self.dot(instance, at == 0)).collect();
        let chart = self.chart;
        if chart.value_files(self.sources).0.is_none() && all[0].values.is_bare() {
            // The values of such a chart are elsewhere.
            dots[0].set("Values", machine.unknown(Reason::Input("values.yaml".into())));
        }
        for (index, instance) in all.iter().enumerate() {
            let parts = instance.parts.iter().filter_map(|part| {
                let at = all.iter().position(|other| std::ptr::eq(*other, part))?;
                Some((part.name.as_str().into(), Val::new(Data::Map(dots[at].clone()))))
            });
            dots[index].set("Subcharts", Val::map(parts.collect::<Vec<_>>()));
        }
        dots.into_iter().map(|dot| Val::new(Data::Map(dot))).collect()
    }

    fn dot(&mut self, instance: &Instance<'_>, is_root: bool) -> Dict {
        let chart = instance.chart;
        let sources = self.sources;
        let own = chart.value_files(sources).0.unwrap_or(chart.file);
        let values = Val { data: Data::Map(instance.values.clone()), origin: Some(Span::top(own)) };
        let files = self.files.entry(chart.folder.clone()).or_insert_with(|| chart.other_files(sources));
        Dict::of([
            ("Values".into(), values),
            ("Chart".into(), about(sources, instance, is_root)),
            ("Release".into(), self::release()),
            ("Capabilities".into(), capabilities()),
            ("Files".into(), Val::new(Data::Object(Object::Files(Rc::clone(files))))),
            ("Template".into(), Val::map([("BasePath".into(), Val::str(format!("{}/templates", instance.prefix)))])),
        ])
    }
}

/// What a template is given, with its own name in it.
fn with_name(dot: &Val, page: &Page) -> Val {
    let Some(dict) = dot.as_map() else { return dot.clone() };
    let own = dict.copy();
    let base = dict.get("Template").and_then(|template| template.as_map()?.get("BasePath")).unwrap_or_else(Val::nil);
    own.set("Template", Val::map([("Name".into(), Val::str(page.name.as_str())), ("BasePath".into(), base)]));
    Val::new(Data::Map(own))
}

/// `.Chart`
fn about(sources: &Sources, instance: &Instance<'_>, is_root: bool) -> Val {
    let chart = instance.chart;
    let text = &sources.get(chart.file).text;
    let read = val::from_yaml(&chart.meta, text, &|span| Some(span));
    let mut entries: Vec<(Rc<str>, Val)> = Vec::new();
    for (key, val) in read.as_map().map(Dict::entries).unwrap_or_default() {
        let mut letters = key.chars();
        let first: String = letters.next().map(|first| first.to_uppercase().collect()).unwrap_or_default();
        let key = if &*key == "apiVersion" { "APIVersion".to_owned() } else { first + letters.as_str() };
        entries.push((key.into(), val));
    }
    let text = |value: &str| Val::str(value);
    let version = |key: &str, written: &str| {
        let origin = read.as_map().and_then(|map| map.get(key)).and_then(|val| val.origin);
        text(written).or_origin(origin)
    };
    entries.extend([
        ("Name".into(), text(&instance.name)),
        ("Version".into(), version("version", &chart.version)),
        ("AppVersion".into(), version("appVersion", &chart.app_version)),
        ("IsRoot".into(), Val::bool(is_root)),
    ]);
    let about = Val::map(entries);
    if let Some(dict) = about.as_map() {
        for key in ["Description", "Home", "Icon", "KubeVersion", "Type", "Condition", "Tags"] {
            if !dict.has(key) {
                dict.set(key, text(""));
            }
        }
    }
    about
}

/// `.Release`, as `helm template` has it: a first installation.
fn release() -> Val {
    Val::map([
        ("Name".into(), Val::str("release-name")),
        ("Namespace".into(), Val::str("default")),
        ("Service".into(), Val::str("Helm")),
        ("Revision".into(), Val::int(1)),
        ("IsInstall".into(), Val::bool(true)),
        ("IsUpgrade".into(), Val::bool(false)),
    ])
}

/// `.Capabilities`, with the version of Kubernetes that Helm 4.1 assumes: charts ask it for what old clusters lack.
fn capabilities() -> Val {
    let helm = [("Version", "v4.1"), ("GitCommit", ""), ("GitTreeState", ""), ("GoVersion", "go1.25.0")];
    Val::map([
        ("KubeVersion".into(), Val::new(Data::Object(Object::KubeVersion))),
        ("APIVersions".into(), Val::new(Data::Object(Object::ApiVersions))),
        ("HelmVersion".into(), Val::map(helm.map(|(key, text)| (key.into(), Val::str(text))))),
    ])
}
