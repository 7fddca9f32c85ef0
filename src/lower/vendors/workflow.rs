//! GitHub Actions: the actions that workflows use.

use crate::model::{Signal, Value};

use super::manifest::{For, Manifest, entries, items};

pub fn workflow(manifest: &mut Manifest<'_>) {
    for document in manifest.yaml() {
        for job in entries(&document, &["jobs"]) {
            uses(manifest, &job.value);
            steps(manifest, items(&job.value, &["steps"]));
        }
        steps(manifest, items(&document, &["runs", "steps"]));
    }
}

fn steps(manifest: &mut Manifest<'_>, steps: &[Value]) {
    for step in steps {
        uses(manifest, step);
    }
}

fn uses(manifest: &mut Manifest<'_>, step: &Value) {
    let Some(value) = step.get("uses") else { return };
    let Some(written) = value.as_str() else { return };
    if let Some(image) = written.strip_prefix("docker://") {
        manifest.add(Signal::Image, image, manifest.within(value.span, image), For::Product);
    } else if !written.starts_with('.') {
        let name = written.split('@').next().unwrap_or(written);
        manifest.add(Signal::Action, name, manifest.within(value.span, name), For::Product);
    }
}
