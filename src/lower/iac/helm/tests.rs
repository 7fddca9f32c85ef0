use super::*;
use crate::model::{Kind, Reason};
use crate::source::SourceFile;

/// A chart `c` whose files are given by their paths in it.
fn sources(files: &[(&str, &str)]) -> Sources {
    let mut all: Vec<SourceFile> = vec![SourceFile::new("c/Chart.yaml".into(), "name: c\nversion: 1.0.0\n".into())];
    for (path, text) in files {
        all.retain(|file| file.path != format!("c/{path}"));
        all.push(SourceFile::new(format!("c/{path}"), (*text).to_owned()));
    }
    all.sort_by(|a, b| a.path.cmp(&b.path));
    Sources::new(all)
}

fn releases(sources: &Sources) -> Vec<Release> {
    render(sources, &Charts::find(sources))
}

/// A chart of one template and its values, and the first document that it gives.
struct One {
    sources: Sources,
    release: Release,
}

impl One {
    fn new(template: &str, values: &str) -> Self {
        let sources = sources(&[("templates/a.yaml", template), ("values.yaml", values)]);
        let release = releases(&sources).remove(0);
        Self { sources, release }
    }

    fn document(&self) -> &Value {
        let named: Vec<&str> = self.release.problems.iter().map(|problem| &*problem.message).collect();
        self.release.files[0].1.first().unwrap_or_else(|| panic!("no document, but {named:?}"))
    }

    fn at(&self, path: &str) -> Option<&Value> {
        path.split('.').try_fold(self.document(), |value, step| match &value.kind {
            Kind::List(list) => list.items.get(step.parse::<usize>().ok()?),
            _ => value.get(step),
        })
    }

    fn show(&self, path: &str) -> String {
        self.at(path).map_or("absent".to_owned(), show)
    }

    fn slice(&self, path: &str) -> &str {
        self.at(path).map_or("absent", |value| self.sources.slice(value.span))
    }

    fn messages(&self) -> Vec<&str> {
        self.release.problems.iter().map(|problem| &*problem.message).collect()
    }
}

fn show(value: &Value) -> String {
    match &value.kind {
        Kind::Null => "null".to_owned(),
        Kind::Bool(truth) => truth.to_string(),
        Kind::Number(number) => number.to_string(),
        Kind::String(text) => text.to_string(),
        Kind::Unknown(unknown) => format!("? {}", unknown.reason.text()),
        Kind::List(list) => {
            let items: Vec<String> = list.items.iter().map(show).collect();
            format!("[{}{}]", items.join(", "), if list.open.is_some() { " ..." } else { "" })
        }
        Kind::Map(map) => {
            let entries: Vec<String> =
                map.entries.iter().map(|entry| format!("{}: {}", entry.key, show(&entry.value))).collect();
            format!("{{{}{}}}", entries.join(", "), if map.open.is_some() { " ..." } else { "" })
        }
    }
}

mod hostile;
mod reference;
mod unknown;

#[test]
fn text_has_the_place_where_it_stands_in_the_template() {
    let one = One::new("kind: A\n{{- if true }}\nspec:\n  host: plain # x\n{{- end }}\n", "");
    assert_eq!(one.slice("spec.host"), "plain");
    assert_eq!(one.slice("spec"), "host: plain");
    let entry = one.document().as_map().and_then(|map| map.entry("spec")).map(|entry| entry.key_span);
    assert_eq!(entry.map(|span| one.sources.slice(span)), Some("spec"));
}

#[test]
fn what_an_action_puts_in_has_its_place_and_says_which_line_of_the_values_decided_it() {
    let values = "open: true\nport: 80\ncontext:\n  run: as\n  deep: {er: [1]}\nimage: {name: app, tag: v1}\n";
    let template = "kind: A\nopen: {{ .Values.open }}\nport: {{ .Values.port | quote }}\ncontext:\n  \
                    {{- toYaml .Values.context | nindent 2 }}\nimage: \"{{ .Values.image.name }}:{{ .Values.image.tag }}\"\n";
    let one = One::new(template, values);
    let origins = |path: &str| -> Vec<&str> {
        one.at(path).map(Value::origins).unwrap_or_default().iter().map(|span| one.sources.slice(*span)).collect()
    };
    assert_eq!((one.show("open"), one.slice("open")), ("true".into(), "{{ .Values.open }}"));
    assert_eq!(origins("open"), ["true"]);
    assert_eq!((one.show("port"), origins("port")), ("80".into(), vec!["80"]));
    assert_eq!((one.show("context.run"), origins("context.run")), ("as".into(), vec!["as"]));
    assert_eq!(one.slice("context.run"), "{{- toYaml .Values.context | nindent 2 }}");
    assert_eq!((one.show("context.deep.er.0"), origins("context.deep.er.0")), ("1".into(), vec!["1"]));
    assert_eq!((one.show("image"), origins("image")), ("app:v1".into(), vec!["app", "v1"]));
    assert_eq!(one.slice("image"), "\"{{ .Values.image.name }}:{{ .Values.image.tag }}\"");
}

#[test]
fn what_a_helper_says_has_its_place_in_the_helper() {
    let sources = sources(&[
        ("templates/_h.tpl", "{{- define \"labels\" }}\napp: {{ .Values.name }}\ntier: web\n{{- end }}"),
        ("templates/a.yaml", "kind: A\nlabels:\n  {{- include \"labels\" . | nindent 2 }}\n  own: x\n"),
        ("values.yaml", "name: n\n"),
    ]);
    let release = &releases(&sources)[0];
    let labels = release.files[0].1[0].get("labels").cloned();
    let slice = |key: &str| labels.as_ref().and_then(|labels| labels.get(key)).map(|value| sources.slice(value.span));
    assert_eq!((slice("tier"), slice("app"), slice("own")), (Some("web"), Some("{{ .Values.name }}"), Some("x")));
}

#[test]
fn a_chart_is_rendered_once_with_each_file_of_values() {
    let sources = sources(&[
        ("templates/a.yaml", "kind: A\ntls: {{ .Values.tls }}\nname: {{ .Values.name }}\n"),
        ("values.yaml", "tls: false\nname: x\n"),
        ("values-prod.yaml", "tls: true\n"),
        ("values/dev.yaml", "name: dev\n"),
        ("ci/test-values.yaml", "name: ci\n"),
        ("values.schema.json", "{}"),
    ]);
    let releases = releases(&sources);
    let shown: Vec<(Option<&str>, String)> =
        releases.iter().map(|release| (release.variant.as_deref(), show(&release.files[0].1[0]))).collect();
    assert_eq!(
        shown,
        [
            (Some("c/values.yaml"), "{kind: A, tls: false, name: x}".to_owned()),
            (Some("c/values-prod.yaml"), "{kind: A, tls: true, name: x}".to_owned()),
            (Some("c/values/dev.yaml"), "{kind: A, tls: false, name: dev}".to_owned()),
        ]
    );
}

#[test]
fn a_chart_that_is_part_of_another_is_rendered_there_alone() {
    let service = "kind: S\nname: {{ .Values.name }}\n";
    let sources = sources(&[
        ("Chart.yaml", "name: c\ndependencies:\n- name: e\n  repository: file://../e\n"),
        ("values.yaml", "d: {name: of-d}\ne: {name: of-e}\n"),
        ("charts/d/Chart.yaml", "name: d\n"),
        ("charts/d/templates/s.yaml", service),
        ("../e/Chart.yaml", "name: e\n"),
    ]);
    let mut files: Vec<SourceFile> =
        sources.iter().map(|(_, file)| SourceFile::new(file.path.replace("c/../", ""), file.text.clone())).collect();
    files.push(SourceFile::new("e/templates/s.yaml".into(), service.into()));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let sources = Sources::new(files);
    let releases = releases(&sources);
    let shown: Vec<String> =
        releases.iter().flat_map(|it| &it.files).map(|(_, documents)| show(&documents[0])).collect();
    assert_eq!(releases.len(), 1);
    assert_eq!(shown, ["{kind: S, name: of-d}", "{kind: S, name: of-e}"]);
}

#[test]
fn a_chart_that_is_not_there_is_named_and_what_it_defines_is_not_known() {
    let sources = sources(&[
        (
            "Chart.yaml",
            "name: c\ndependencies:\n- name: common\n  version: 2.x\n  repository: oci://x\n- name: more\n  condition: more.enabled\n",
        ),
        ("values.yaml", "more: {enabled: false}\n"),
        (
            "templates/a.yaml",
            "kind: A\nname: {{ include \"common.name\" . }}\nlabels: {{- include \"common.labels\" . | nindent 2 }}\n",
        ),
    ]);
    let release = &releases(&sources)[0];
    assert_eq!(
        show(&release.files[0].1[0]),
        "{kind: A, name: ? module 'common' is not in the repository, labels: ? module 'common' is not in the repository}"
    );
    assert_eq!(release.unread.iter().map(|it| &*it.what).collect::<Vec<_>>(), ["the chart 'common'"]);
    assert_eq!(release.problems.len(), 1);
    assert_eq!(release.problems[0].message, "the chart 'common' is not in the repository");
}

#[test]
fn a_dependency_may_be_a_chart_of_the_repository_by_name_and_version() {
    let files = |version: &str| {
        let chart = "name: c\ndependencies:\n- name: lib\n  version: 2.x.x\n  repository: https://charts.example\n";
        let lib = format!("name: lib\ntype: library\nversion: {version}\n");
        let define = "{{ define \"lib.name\" }}known{{ end }}";
        Sources::new(
            [
                ("c/Chart.yaml", chart),
                ("c/templates/a.yaml", "kind: A\nname: {{ include \"lib.name\" . }}\n"),
                ("lib/Chart.yaml", &lib),
                ("lib/templates/_n.tpl", define),
            ]
            .map(|(path, text)| SourceFile::new(path.into(), text.into()))
            .into(),
        )
    };
    assert_eq!(show(&releases(&files("2.4.1"))[0].files[0].1[0]), "{kind: A, name: known}");
    assert!(show(&releases(&files("3.0.0"))[0].files[0].1[0]).contains("not in the repository"));
}

#[test]
fn what_cannot_be_rendered_is_read_with_its_actions_left_out_and_said_so() {
    for (template, why) in [
        ("kind: A\n{{ fail \"no\" }}\nname: x\n", "the chart refuses these values"),
        ("kind: A\nname: x\ny: {{ .Values.a.b }}\n", "'.b' is asked of what is not there"),
        ("kind: A\nname: x\ny: {{ include \"zz\" . }}\n", "no template 'zz' is defined"),
        ("kind: A\nname: x\ny: {{ nofunction 1 }}\n", "there is no function 'nofunction'"),
        ("kind: A\nname: x\n{{ if }}\n{{ end }}\n", "a command is missing"),
        (
            "kind: A\nname: x\ny: {{ tpl \"{{ if }}\" . }}\n",
            "a text given to 'tpl' is no template: a command is missing",
        ),
        (
            "kind: A\nname: x\n{{ \"a: b: c\" }}\n",
            "what it gives is no YAML: mapping values are not allowed in this context",
        ),
    ] {
        let one = One::new(template, "x: 1\n");
        let (name, first) = (one.show("name"), one.messages()[0].to_owned());
        assert_eq!((&*name, &*first), ("x", &*format!("it could not be rendered: {why}")), "{template}");
        assert_eq!(one.release.problems[0].kind, ProblemKind::Unrendered);
    }
}

#[test]
fn a_template_that_fails_in_a_helper_is_named_where_the_helper_fails() {
    let sources = sources(&[
        ("templates/_h.tpl", "{{ define \"x\" }}\n{{ .a.b.c }}{{ end }}"),
        ("templates/a.yaml", "kind: A\nname: {{ include \"x\" . }}\n"),
        ("values.yaml", ""),
    ]);
    let problem = &releases(&sources)[0].problems[0];
    assert_eq!(problem.path, "c/templates/_h.tpl");
    assert!(problem.message.starts_with("'c/templates/a.yaml' could not be rendered: "), "{}", problem.message);
}
