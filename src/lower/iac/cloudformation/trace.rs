//! Where in a program a synthesised template's resources come from: the assembly beside the template has the
//! stack of calls of each.

use std::collections::{BTreeMap, HashMap};

use crate::model::{Fact, Value};
use crate::parse::json;
use crate::source::{FileId, Sources, Span, join};

/// Files of one name among which the one that is meant is looked for.
const SAME_NAME: usize = 64;

/// The line that declares each resource, by the template's file and the resource's name.
#[derive(Default)]
pub(super) struct Traces(HashMap<FileId, BTreeMap<String, Span>>);

impl Traces {
    pub(super) fn new(sources: &Sources, files: &[(FileId, Vec<Value>)]) -> Self {
        let mut traces = Self::default();
        let mut programs = None;
        for (id, _) in files.iter().filter(|(id, _)| sources.get(*id).name().ends_with(".template.json")) {
            let file = sources.get(*id);
            let Some(assembly) = join(file.folder(), "manifest.json").and_then(|path| sources.find(&path)) else {
                continue;
            };
            let text = &sources.get(assembly).text;
            if !text.contains("aws:cdk:logicalId") {
                continue;
            }
            let programs = programs.get_or_insert_with(|| by_name(sources));
            let tree = json::parse(assembly, text).tree;
            let artifacts = tree.as_ref().and_then(|tree| tree.get("artifacts")?.as_map());
            let artifacts = artifacts.map_or(&[][..], |map| &map.entries).iter().map(|entry| &entry.value);
            let names = |artifact: &&Value| {
                let template =
                    artifact.get("properties").and_then(|properties| properties.get("templateFile")?.as_str());
                template == Some(file.name())
            };
            let lines = artifacts.filter(names).flat_map(|artifact| lines(sources, programs, artifact)).collect();
            traces.0.insert(*id, lines);
        }
        traces
    }

    /// Adds to facts the lines that they come from.
    pub(super) fn add(&self, facts: &mut [Fact]) {
        for fact in facts {
            let name = fact.address.rsplit('.').next().unwrap_or(&fact.address);
            fact.via.extend(self.0.get(&fact.header.file).and_then(|lines| lines.get(name)));
        }
    }
}

/// Program files by their names.
fn by_name(sources: &Sources) -> HashMap<&str, Vec<FileId>> {
    let mut programs: HashMap<&str, Vec<FileId>> = HashMap::new();
    for (id, file) in sources.iter() {
        if file.name().rsplit('.').next().is_some_and(|end| matches!(end, "ts" | "js" | "py" | "java" | "cs" | "go")) {
            programs.entry(file.name()).or_default().push(id);
        }
    }
    programs
}

/// The resources of a stack and their lines.
fn lines(sources: &Sources, programs: &HashMap<&str, Vec<FileId>>, artifact: &Value) -> Vec<(String, Span)> {
    let notes = artifact.get("metadata").and_then(Value::as_map).map_or(&[][..], |map| &map.entries);
    let notes = notes.iter().filter_map(|entry| entry.value.as_list()).flat_map(|list| &list.items);
    let notes = notes.filter(|note| note.get("type").and_then(Value::as_str) == Some("aws:cdk:logicalId"));
    let line = |note: &Value| {
        let calls = note.get("trace")?.as_list()?.items.iter().filter_map(Value::as_str);
        let place = calls.filter_map(place).find_map(|(path, line)| span(sources, programs, path, line))?;
        Some((note.get("data")?.as_str()?.to_owned(), place))
    };
    notes.filter_map(line).collect()
}

/// The path and the line of a call that is the program's own: `new Records (/app/lib/records.ts:12:5)`.
fn place(call: &str) -> Option<(&str, usize)> {
    let place = call.rsplit_once('(').map_or(call, |(_, place)| place).trim().trim_end_matches(')');
    let is_library = ["node_modules", "site-packages", "node:"].iter().any(|library| place.contains(library));
    let mut parts = place.rsplitn(3, ':');
    let (last, before, path) = (parts.next()?, parts.next()?, parts.next());
    let (path, line) = match path {
        Some(path) if before.parse::<usize>().is_ok() => (path, before),
        // Without a column.
        _ => (place.strip_suffix(last)?.strip_suffix(':')?, last),
    };
    (!is_library).then_some((path, line.parse().ok()?))
}

/// The line of the file that a path on another machine means, if there is only one.
fn span(sources: &Sources, programs: &HashMap<&str, Vec<FileId>>, path: &str, line: usize) -> Option<Span> {
    let steps = || path.rsplit(['/', '\\']);
    let named = programs.get(steps().next()?).filter(|named| named.len() <= SAME_NAME)?;
    let common =
        |id: &FileId| sources.get(*id).path.rsplit('/').zip(steps()).take_while(|(one, other)| one == other).count();
    let best = named.iter().map(common).max()?;
    let mut found = named.iter().filter(|id| common(id) == best);
    let id = *found.next().filter(|_| found.next().is_none())?;
    let file = sources.get(id);
    let range = (line > 0 && line <= file.lines().count()).then(|| file.lines().range(&file.text, line))?;
    let (start, written) = (range.start, file.text.get(range)?);
    let indent = written.len() - written.trim_start().len();
    Some(Span::new(id, start + indent..start + written.trim_end().len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceFile;

    #[test]
    fn calls_name_their_places() {
        assert_eq!(place("new Records (/app/lib/records.ts:12:5)"), Some(("/app/lib/records.ts", 12)));
        assert_eq!(place("records.py:7"), Some(("records.py", 7)));
        assert_eq!(place("at C:\\app\\lib\\records.ts:12:5"), Some(("at C:\\app\\lib\\records.ts", 12)));
        assert_eq!(place("new Bucket (/app/node_modules/aws-cdk-lib/aws-s3/lib/bucket.js:1:2)"), None);
        assert_eq!(place("<anonymous>"), None);
    }

    #[test]
    fn a_synthesised_resource_leads_to_its_program() {
        let manifest = r#"{"artifacts": {"S": {"properties": {"templateFile": "S.template.json"}, "metadata": {"/S/B/Resource": [{"type": "aws:cdk:logicalId", "data": "B1", "trace": ["new Bucket (/x/node_modules/a/bucket.js:1:1)", "new S (/x/lib/s.ts:2:5)"]}]}}}}"#;
        let template = r#"{"Resources": {"B1": {"Type": "AWS::S3::Bucket"}, "C": {"Type": "AWS::S3::Bucket"}}}"#;
        let files = [
            ("cdk.out/S.template.json", template),
            ("cdk.out/manifest.json", manifest),
            ("lib/s.ts", "a;\n  new Bucket();\n"),
        ];
        let sources = files.map(|(path, text)| SourceFile::new(path.to_owned(), text.to_owned()));
        let sources = Sources::new(sources.into());
        let tree = json::parse(FileId(0), template).tree.into_iter().collect();
        let parts = super::super::lower(&sources, &[(FileId(0), tree)]);
        let via: Vec<Vec<&str>> =
            parts[0].facts.iter().map(|fact| fact.via.iter().map(|span| sources.slice(*span)).collect()).collect();
        assert_eq!(via, [vec!["new Bucket();"], vec![]]);
    }
}
