//! Charts of `tests/fixtures/helm`, held against what Helm renders them to.

use std::path::{Path, PathBuf};

use super::*;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/helm").join(name)
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<SourceFile>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let relative = crate_relative(root, &path);
            files.push(SourceFile::new(relative, std::fs::read_to_string(&path).unwrap()));
        }
    }
}

fn crate_relative(root: &Path, path: &Path) -> String {
    let steps = path.strip_prefix(root).unwrap().components();
    steps.map(|step| step.as_os_str().to_string_lossy().into_owned()).collect::<Vec<_>>().join("/")
}

/// The documents of a text that hold more than comments.
fn documents(text: &str) -> Vec<String> {
    let mut documents = vec![String::new()];
    for line in text.lines() {
        if line.trim_end() == "---" {
            documents.push(String::new());
        } else {
            *documents.last_mut().unwrap() += &format!("{line}\n");
        }
    }
    let is_empty = |text: &str| text.lines().all(|line| line.trim().is_empty() || line.starts_with('#'));
    documents.into_iter().filter(|text| !is_empty(text)).map(|text| text.trim().to_owned()).collect()
}

/// What the templates of a chart give, by their names.
fn texts(sources: &Sources) -> BTreeMap<String, String> {
    let charts = Charts::find(sources);
    let mut texts = BTreeMap::new();
    for chart in charts.roots() {
        let mut renderer = Renderer::new(sources, &charts, chart);
        let tree = Instance::new(sources, &charts, chart, Dict::default());
        let all = tree.all();
        let mut machine = Machine::new(HashMap::new(), None);
        let mut pages = renderer.define(&all, &mut machine);
        pages.sort_by(|a, b| (b.name.matches('/').count(), &b.name).cmp(&(a.name.matches('/').count(), &a.name)));
        let dots = renderer.dots(&all, &mut machine);
        for page in &pages {
            let root = Rc::clone(&renderer.read(page.file).as_ref().unwrap_or_else(|_| panic!("{}", page.name)).root);
            let text = machine.render(&root, &with_name(&dots[page.instance], page));
            let text = text.unwrap_or_else(|stop| panic!("{}: {}", page.name, stop.message));
            texts.insert(page.name.clone(), text.as_str().to_owned());
        }
    }
    texts
}

#[test]
fn charts_render_byte_for_byte_as_helm_renders_them() {
    for name in ["functions", "app"] {
        let root = fixture(name);
        let mut files = Vec::new();
        collect(&root, &root, &mut files);
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let ours = texts(&Sources::new(files));
        let expected = std::fs::read_to_string(root.join("expected.txt")).unwrap();
        let mut theirs: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for part in expected.split("---\n# Source: ").skip(1) {
            let (source, text) = part.split_once('\n').unwrap();
            theirs.entry(source.to_owned()).or_default().extend(documents(text));
        }
        for (source, text) in ours {
            let (ours, theirs) = (documents(&text), theirs.remove(&source).unwrap_or_default());
            for (ours, theirs) in ours.iter().zip(&theirs) {
                for (ours, theirs) in ours.lines().zip(theirs.lines()) {
                    assert_eq!(ours, theirs, "{source}");
                }
            }
            assert_eq!(ours, theirs, "{source}");
        }
        assert!(theirs.values().all(Vec::is_empty), "{theirs:?}");
    }
}
