//! Expressions held against what the real Terraform made of them, as `tests/terraform/record.py` recorded it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use super::*;
use crate::lower::iac::terraform::functions::encoding::rendered;
use crate::lower::iac::terraform::numbers::is_exact;
use crate::lower::iac::terraform::values::{fails, find_unknown};
use crate::model::Form;
use crate::parse::yaml;
use crate::source::FileId;

/// How far an answer is from the recorded one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Agrees,
    /// Part of what Terraform knows is unknown here.
    Less,
    /// It is known here what Terraform does not know, or refuses.
    More,
    Wrong,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/terraform")
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The module that the expressions are evaluated in.
fn module() -> BTreeMap<String, String> {
    let folder = folder().join("module");
    let mut files = BTreeMap::from([("main.tf".to_owned(), read(&folder.join("main.tf")))]);
    for entry in std::fs::read_dir(folder.join("files")).expect("files").flatten() {
        let name = entry.file_name().into_string().expect("a name");
        files.insert(format!("files/{name}"), read(&entry.path()));
    }
    files
}

fn evaluate(module: &BTreeMap<String, String>, expression: &str) -> Option<Value> {
    let probe = format!("output \"probe\" {{\n  value = {}\n}}\n", expression.replace('⏎', "\n"));
    let mut files: Vec<(&str, &str)> = module.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    files.push(("probe.tf", &probe));
    let case = lower(&files);
    case.facts().find(|fact| &*fact.address == "output.probe")?.body.get("value").cloned()
}

fn verdict(record: &Json, found: Option<&Value>) -> Verdict {
    let unknown = found.is_none_or(|value| value.as_unknown().is_some());
    if record.get("error").is_some() {
        let failed = found.is_none_or(|value| find_unknown(value, 64).is_some_and(|unknown| fails(unknown)));
        return if unknown || failed { Verdict::Agrees } else { Verdict::More };
    }
    if record.get("unknown").is_some() || record.get("varies").is_some() {
        return if found.is_some_and(|value| find_unknown(value, 64).is_some()) {
            Verdict::Agrees
        } else {
            Verdict::More
        };
    }
    let Some(found) = found else { return Verdict::Less };
    let form = match record["type"].as_str() {
        Some("list") => Some(Form::List),
        Some("set") => Some(Form::Set),
        Some("map") => Some(Form::Map),
        _ => None,
    };
    let is_collection = matches!(found.kind, Kind::List(_) | Kind::Map(_));
    let may_be = [form, Some(Form::Provider), Some(Form::Json), Some(Form::Yaml)].contains(&found.form());
    let by_form = if is_collection && !may_be { Verdict::Wrong } else { Verdict::Agrees };
    compare(&record["result"], found).max(by_form)
}

fn compare(expected: &Json, found: &Value) -> Verdict {
    match (expected, &found.kind) {
        (Json::String(text), Kind::Unknown(unknown)) => {
            let fits = text.starts_with(unknown.prefix()) && text.ends_with(unknown.suffix());
            if fits && !fails(unknown) { Verdict::Less } else { Verdict::Wrong }
        }
        (_, Kind::Unknown(unknown)) => {
            if fails(unknown) {
                Verdict::Wrong
            } else {
                Verdict::Less
            }
        }
        (Json::String(text), Kind::List(_) | Kind::Map(_)) => match found.form() {
            Some(Form::Json) => as_verdict(rendered(found, found.span).as_deref() == Some(text)),
            Some(Form::Yaml) => {
                let written = yaml::parse(FileId(0), text).tree.remove(0);
                as_verdict(show(&written) == show(&found.clone()))
            }
            _ => Verdict::Wrong,
        },
        (Json::Null, Kind::Null) => Verdict::Agrees,
        (Json::Bool(expected), Kind::Bool(found)) => as_verdict(expected == found),
        (Json::Number(expected), Kind::Number(found)) => {
            let expected = expected.as_f64().expect("a number");
            let near = !is_exact(*found) && (expected - found).abs() <= 1e-15 * expected.abs();
            #[allow(clippy::float_cmp)]
            as_verdict(near || expected == *found)
        }
        (Json::String(expected), Kind::String(found)) => as_verdict(**expected == **found),
        (Json::Array(expected), Kind::List(list)) => {
            let same_length = expected.len() == list.items.len();
            let items = expected.iter().zip(&list.items).map(|(expected, found)| compare(expected, found));
            let all = items.max().unwrap_or(Verdict::Agrees);
            match &list.open {
                Some(_) => Verdict::Less,
                None => all.max(as_verdict(same_length)),
            }
        }
        (Json::Object(expected), Kind::Map(map)) => {
            let values = expected.iter().map(|(key, expected)| match (map.get(key), &map.open) {
                (Some(found), _) => compare(expected, found),
                (None, Some(_)) => Verdict::Less,
                (None, None) => Verdict::Wrong,
            });
            let all = values.max().unwrap_or(Verdict::Agrees);
            all.max(as_verdict(map.entries.iter().all(|entry| expected.contains_key(&*entry.key))))
        }
        _ => Verdict::Wrong,
    }
}

fn as_verdict(agrees: bool) -> Verdict {
    if agrees { Verdict::Agrees } else { Verdict::Wrong }
}

#[test]
fn expressions_come_to_what_terraform_recorded() {
    let module = module();
    let text = read(&folder().join("recorded.jsonl"));
    let mut lines = text.lines().map(|line| serde_json::from_str::<Json>(line).expect("JSON"));
    let header = lines.next().expect("a first line");
    assert_eq!(header["program"], "terraform");
    let differences = read(&folder().join("differences.tsv"));
    let mut listed: BTreeMap<&str, Verdict> = BTreeMap::new();
    for line in differences.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
        let [kind, reason, expression] = *line.splitn(3, '\t').collect::<Vec<_>>() else {
            panic!("three columns: {line}")
        };
        let verdict = if kind == "more" { Verdict::More } else { Verdict::Less };
        assert!(!reason.is_empty() && matches!(kind, "more" | "less"), "{line}");
        assert_eq!(listed.insert(expression, verdict), None, "twice: {line}");
    }
    let mut wrong = Vec::new();
    let mut count = 0;
    for record in lines {
        let expression = record["expression"].as_str().expect("an expression");
        let found = evaluate(&module, expression);
        let verdict = verdict(&record, found.as_ref());
        count += 1;
        if listed.remove(expression).unwrap_or(Verdict::Agrees) != verdict {
            let found = found.as_ref().map_or_else(|| "nothing".to_owned(), show);
            let form = "";
            wrong.push(format!("{verdict:?}\t{expression}\n\tterraform: {record}\n\tphiward: {found}{form}"));
        }
    }
    assert!(
        wrong.is_empty() && listed.is_empty(),
        "{} differ:\n{}\nlisted in vain: {listed:?}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(count >= 1_000, "{count} are not enough");
}
