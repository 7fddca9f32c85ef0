//! GitHub Actions: workflows, their jobs and steps as facts, and the actions and images that they use as signs
//! of vendors.
//!
//! Expressions, `${{ … }}`, stay in the texts as they are written: which expression stands where is what rules
//! ask. A step and a job carry the events that start their workflow, as `events`.

use std::sync::Arc;

use crate::model::{Dialect, Entry, Fact, Kind, Map, Part, Piece, Reason, Scope, ScopeId, Signal, Value, VendorUse};
use crate::source::{FileId, Sources, Span};

use super::image;

/// How many events a workflow may name; each step has a copy of the list.
const MAX_EVENTS: usize = 40;

/// The facts and signs in a workflow or an action; none when the file is neither.
#[must_use]
pub fn lower(sources: &Sources, file: FileId, documents: &[Value]) -> Option<Part> {
    let source = sources.get(file);
    let name = source.name().to_ascii_lowercase();
    let folder = source.folder();
    let is_workflow = folder == ".github/workflows" || folder.ends_with("/.github/workflows");
    let is_action = matches!(name.as_str(), "action.yml" | "action.yaml");
    let mut lowering = Lowering { part: Part::default(), events: None };
    let mut any = false;
    for document in documents {
        if let Some(runs) = document.get("runs").filter(|_| is_action) {
            any = true;
            lowering.action(runs);
        } else if let Some(jobs) = document.get("jobs").filter(|_| is_workflow) {
            any = true;
            lowering.workflow(source.name(), document, jobs);
        }
    }
    lowering.part.scopes.push(Scope::new(Dialect::Actions, source.path.clone()));
    any.then_some(lowering.part)
}

struct Lowering {
    part: Part,
    /// What starts the workflow; an action does not know.
    events: Option<Value>,
}

impl Lowering {
    fn action(&mut self, runs: &Value) {
        self.steps("runs", runs);
        let own = runs.get("image").and_then(Value::as_str).and_then(|image| image.strip_prefix("docker://"));
        self.part.uses.extend(own.zip(runs.get("image")).and_then(|(image, value)| image_of(image, value)));
    }

    fn workflow(&mut self, name: &str, document: &Value, jobs: &Value) {
        self.events = document.get("on").map(events);
        let header =
            document.as_map().and_then(|map| map.entries.first()).map_or(document.span, |entry| entry.key_span);
        self.fact("workflow", name.into(), document, "jobs", header);
        for entry in jobs.as_map().into_iter().flat_map(|jobs| &jobs.entries) {
            self.job(entry);
        }
    }

    fn job(&mut self, entry: &Entry) {
        let job = &entry.value;
        self.part.uses.extend(job.get("uses").and_then(used));
        self.fact("job", entry.key.clone(), job, "steps", entry.key_span);
        self.steps(&entry.key, job);
        let container = job.get("container").map(|container| container.get("image").unwrap_or(container));
        let services = job.get("services").and_then(Value::as_map).into_iter().flat_map(|services| &services.entries);
        let services = services.filter_map(|service| service.value.get("image"));
        let images = container.into_iter().chain(services).filter_map(|value| image_of(value.as_str()?, value));
        self.part.uses.extend(images);
    }

    fn steps(&mut self, job: &str, of: &Value) {
        let steps = of.get("steps").and_then(Value::as_list).map_or(&[][..], |steps| &steps.items);
        for (at, step) in steps.iter().enumerate() {
            self.part.uses.extend(step.get("uses").and_then(used));
            let Some(map) = step.as_map() else { continue };
            let name = ["id", "name", "uses"].into_iter().find_map(|key| map.get(key)?.as_str());
            let address = name.map_or_else(|| format!("{job}/{}", at + 1), |name| format!("{job}/{name}"));
            let header = map.entries.first().map_or(step.span, |entry| entry.key_span);
            self.fact("step", address.into(), step, "", header);
        }
    }

    /// A fact of a map, without what has facts of its own.
    fn fact(&mut self, kind: &str, address: Arc<str>, of: &Value, without: &str, header: Span) {
        let Some(map) = of.as_map() else { return };
        let mut entries: Vec<Entry> = map.entries.iter().filter(|entry| &*entry.key != without).cloned().collect();
        entries.extend(self.events.clone().map(|events| Entry::of("events", events)));
        let body = Value { kind: Kind::Map(Map { entries, open: map.open.clone() }), ..of.clone() };
        self.part.facts.push(Fact {
            dialect: Dialect::Actions,
            kind: kind.into(),
            address,
            scope: ScopeId(0),
            span: header.to(of.span),
            body,
            header,
            via: Vec::new(),
        });
    }
}

/// The names of events in any of the forms of `on`.
fn events(on: &Value) -> Value {
    let items = match &on.kind {
        Kind::String(_) => vec![on.clone()],
        Kind::List(list) => {
            list.items.iter().filter(|item| item.as_str().is_some()).take(MAX_EVENTS).cloned().collect()
        }
        Kind::Map(map) => {
            map.entries.iter().take(MAX_EVENTS).map(|entry| Value::string(entry.key.clone(), entry.key_span)).collect()
        }
        _ => Vec::new(),
    };
    Value::list(items, on.span)
}
/// What a `uses` names: an action or workflow of a repository, or an image.
fn used(value: &Value) -> Option<VendorUse> {
    let text = value.as_str()?;
    if let Some(image) = text.strip_prefix("docker://") {
        return image_of(image, value);
    }
    let name = text.split_once('@').map_or(text, |(name, _)| name);
    let is_elsewhere = name.contains('/') && !name.starts_with('.') && !name.contains("${{");
    is_elsewhere.then(|| VendorUse {
        signal: Signal::Action,
        name: name.into(),
        span: value.span,
        development: false,
        direct: true,
    })
}

fn image_of(text: &str, value: &Value) -> Option<VendorUse> {
    let kind = match text.contains("${{") {
        true => Value::partial(Reason::Expression("${{ }}".into()), pieces(text), value.span).kind,
        false => Kind::String(text.into()),
    };
    image::used(&Value { kind, ..value.clone() })
}

/// A text with a hole for each `${{ … }}`.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("${{") {
        if !before.is_empty() {
            pieces.push(Piece::Text(before.into()));
        }
        pieces.push(Piece::Hole(Vec::new()));
        rest = after.split_once("}}").map_or("", |(_, rest)| rest);
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.into()));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::super::testing::Lowered;
    use super::*;
    use crate::source::SourceFile;

    fn read(path: &str, text: &str) -> Option<Vec<String>> {
        let sources = Sources::new(vec![SourceFile::new(path.to_owned(), text.to_owned())]);
        let tree = crate::parse::yaml::parse(FileId(0), text).tree;
        let part = lower(&sources, FileId(0), &tree)?;
        let shown = part.uses.iter().map(|used| {
            let slice = sources.slice(used.span);
            format!("{:?} {} @ {slice}", used.signal, used.name)
        });
        Some(shown.collect())
    }

    #[test]
    fn workflows_use_actions_and_images() {
        let text = "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    container: node:20\n    services:\n      db:\n        \
                    image: postgres:${{ matrix.pg }}\n      x:\n        image: ${{ matrix.image }}\n    steps:\n      - uses: actions/checkout@v4\n      \
                    - uses: ./local\n      - run: x\n      - uses: docker://me/tool:1\n      - uses: github/codeql-action/init@v3 # note\n      \
                    - uses: ${{ x }}/y@z\n  b:\n    uses: o/r/.github/workflows/w.yml@main\n  c:\n    container:\n      image: ${{ env.R }}/me/app:1\n";
        assert_eq!(
            read(".github/workflows/ci.yml", text).expect("a workflow"),
            [
                "Action actions/checkout @ actions/checkout@v4",
                "Image me/tool @ docker://me/tool:1",
                "Action github/codeql-action/init @ github/codeql-action/init@v3",
                "Image node @ node:20",
                "Image postgres @ postgres:${{ matrix.pg }}",
                "Action o/r/.github/workflows/w.yml @ o/r/.github/workflows/w.yml@main",
                "Image me/app @ ${{ env.R }}/me/app:1",
            ]
        );
    }

    #[test]
    fn actions_use_actions_and_images() {
        let composite = "name: x\nruns:\n  using: composite\n  steps:\n    - uses: a/b@c\n";
        assert_eq!(read("tools/action.yaml", composite), Some(vec!["Action a/b @ a/b@c".to_owned()]));
        let docker = "name: x\nruns:\n  using: docker\n  image: docker://a/b:1\n";
        assert_eq!(read("action.yml", docker), Some(vec!["Image a/b @ docker://a/b:1".to_owned()]));
        assert_eq!(read("action.yml", "runs:\n  image: Dockerfile\n"), Some(Vec::new()));
    }

    #[test]
    fn jobs_and_steps_are_facts_that_know_their_events() {
        let text = "on:\n  pull_request_target:\n    types: [opened]\n  push:\npermissions: write-all\njobs:\n  a:\n    runs-on: x\n    steps:\n      \
                    - run: echo ${{ secrets.KEY }}\n      - name: b\n        uses: c/d@v1\n      - 5\n";
        let sources = Sources::new(vec![SourceFile::new(".github/workflows/ci.yml".to_owned(), text.to_owned())]);
        let tree = crate::parse::yaml::parse(FileId(0), text).tree;
        let of = Lowered { part: lower(&sources, FileId(0), &tree).expect("a workflow"), sources };
        assert_eq!(of.addresses(), ["ci.yml", "a", "a/1", "a/b"]);
        assert_eq!(of.show("ci.yml", "permissions"), "write-all");
        assert_eq!(of.show("ci.yml", "jobs"), "absent");
        assert_eq!(of.show("a", "steps"), "absent");
        assert_eq!(of.show("a/1", "events.0"), "pull_request_target");
        assert_eq!(of.show("a/1", "run"), "echo ${{ secrets.KEY }}");
        assert_eq!(of.sources.slice(of.fact("a/b").header), "name");
    }

    #[test]
    fn other_files_are_neither() {
        assert_eq!(read("ci.yml", "jobs:\n  a:\n    uses: a/b@c\n"), None);
        assert_eq!(read(".github/workflows/x.yml", "a: b\n"), None);
        assert_eq!(read("action.yml", "a: b\n"), None);
        assert_eq!(read(".github/workflows/x.yml", "jobs: [x]\n"), Some(Vec::new()));
        let odd = "jobs:\n  a:\n    uses: [x]\n    container: 5\n    services: [x]\n    steps:\n      - x\n      - uses:\n      - uses: ''\n  b:\n";
        assert_eq!(read(".github/workflows/x.yml", odd), Some(Vec::new()));
    }
}
