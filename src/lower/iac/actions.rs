//! GitHub Actions: the actions and images that workflows use, as signs of vendors. No facts.

use crate::model::{Kind, Part, Piece, Reason, Signal, Value, VendorUse};
use crate::source::{FileId, Sources};

use super::image;

/// The signs in a workflow or an action; none when the file is neither.
#[must_use]
pub fn lower(sources: &Sources, file: FileId, documents: &[Value]) -> Option<Part> {
    let source = sources.get(file);
    let name = source.name().to_ascii_lowercase();
    let folder = source.folder();
    let is_workflow = folder == ".github/workflows" || folder.ends_with("/.github/workflows");
    let is_action = matches!(name.as_str(), "action.yml" | "action.yaml");
    let mut part = Part::default();
    let mut any = false;
    for document in documents {
        let runs = document.get("runs").filter(|_| is_action);
        let jobs = document.get("jobs").filter(|_| is_workflow);
        any |= runs.or(jobs).is_some();
        if let Some(runs) = runs {
            steps(runs, &mut part.uses);
            let own = runs.get("image").and_then(Value::as_str).and_then(|image| image.strip_prefix("docker://"));
            part.uses.extend(own.zip(runs.get("image")).and_then(|(image, value)| image_of(image, value)));
        }
        for job in jobs.and_then(Value::as_map).into_iter().flat_map(|jobs| &jobs.entries) {
            self::job(&job.value, &mut part.uses);
        }
    }
    any.then_some(part)
}

fn job(job: &Value, uses: &mut Vec<VendorUse>) {
    uses.extend(job.get("uses").and_then(used));
    steps(job, uses);
    let container = job.get("container").map(|container| container.get("image").unwrap_or(container));
    let services = job.get("services").and_then(Value::as_map).into_iter().flat_map(|services| &services.entries);
    let services = services.filter_map(|service| service.value.get("image"));
    uses.extend(container.into_iter().chain(services).filter_map(|value| image_of(value.as_str()?, value)));
}

fn steps(of: &Value, uses: &mut Vec<VendorUse>) {
    let steps = of.get("steps").and_then(Value::as_list).into_iter().flat_map(|steps| &steps.items);
    uses.extend(steps.filter_map(|step| used(step.get("uses")?)));
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
    fn other_files_are_neither() {
        assert_eq!(read("ci.yml", "jobs:\n  a:\n    uses: a/b@c\n"), None);
        assert_eq!(read(".github/workflows/x.yml", "a: b\n"), None);
        assert_eq!(read("action.yml", "a: b\n"), None);
        assert_eq!(read(".github/workflows/x.yml", "jobs: [x]\n"), Some(Vec::new()));
        let odd = "jobs:\n  a:\n    uses: [x]\n    container: 5\n    services: [x]\n    steps:\n      - x\n      - uses:\n      - uses: ''\n  b:\n";
        assert_eq!(read(".github/workflows/x.yml", odd), Some(Vec::new()));
    }
}
