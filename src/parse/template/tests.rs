use crate::model::{Kind, Piece, Reason, Value};
use crate::parse::yaml;
use crate::source::{FileId, ProblemKind};

fn read(text: &str) -> Vec<Value> {
    let parsed = yaml::parse(FileId(0), text);
    let kinds: Vec<_> = parsed.failures.iter().map(|failure| failure.kind).collect();
    assert_eq!(kinds, [ProblemKind::Unrendered], "{:?}", parsed.failures);
    parsed.tree
}

fn at<'v>(root: &'v Value, path: &str) -> &'v Value {
    path.split('.').fold(root, |value, step| match step.parse::<usize>() {
        Ok(index) => &value.as_list().expect("a list").items[index],
        Err(_) => value.get(step).unwrap_or_else(|| panic!("no {step} of {path}")),
    })
}

fn is_unknown(value: &Value) -> bool {
    value.as_unknown().is_some_and(|unknown| unknown.reason == Reason::Expression("template".into()))
}

fn is_open(value: &Value) -> bool {
    match &value.kind {
        Kind::Map(map) => map.open.is_some(),
        Kind::List(list) => list.open.is_some(),
        _ => false,
    }
}

#[test]
fn values_with_actions_are_unknown_but_for_the_text_around() {
    let text = "kind: Deployment # ü\nname: {{ .Values.name }}\nimage: \"{{ .repo | default \"x\" }}:{{ .tag }}-slim\"\n\
                args:\n  - --level={{ .level }}\n  - -v\nplain: kept\n";
    let root = &read(text)[0];
    assert_eq!(at(root, "kind").as_str(), Some("Deployment"));
    assert_eq!(at(root, "plain").as_str(), Some("kept"));
    assert!(is_unknown(at(root, "name")));
    let image = at(root, "image").as_unknown().expect("unknown");
    let hole = || Piece::Hole(Vec::new());
    assert_eq!(image.pieces, [hole(), Piece::Text(":".into()), hole(), Piece::Text("-slim".into())]);
    assert_eq!(at(root, "args.0").as_unknown().expect("unknown").prefix(), "--level=");
    assert_eq!(at(root, "args.1").as_str(), Some("-v"));
    assert_eq!(&text[at(root, "name").span.range()], "{{ .Values.name }}");
    assert_eq!(&text[at(root, "plain").span.range()], "kept");
}

#[test]
fn actions_that_put_lines_in_open_what_they_stand_in() {
    let text = "metadata:\n  labels:\n    {{- include \"labels\" . | nindent 4 }}\n  annotations:\n    a: b\n    \
                {{- toYaml .x | nindent 4 }}\nspec:\n  template:\n    c: d\n{{ toYaml .more | indent 2 }}\n  list:\n  \
                - a\n  {{- toYaml .items | nindent 2 }}\n  left:\n  {{- toYaml .left | nindent 2 }}\n  closed: {e: f}\n";
    let root = &read(text)[0];
    assert!(is_unknown(at(root, "metadata.labels")));
    assert!(is_open(at(root, "metadata.annotations")) && at(root, "metadata.annotations").get("a").is_some());
    assert!(!is_open(at(root, "metadata")) && !is_open(root));
    assert!(is_open(at(root, "spec")) && !is_open(at(root, "spec.template")));
    assert!(is_open(at(root, "spec.list")) && is_unknown(at(root, "spec.left")));
    assert!(!is_open(at(root, "spec.closed")));
}

#[test]
fn an_action_that_breaks_the_line_behind_a_key_counts_as_its_own_line() {
    let root =
        &read("labels: {{- include \"labels\" . | nindent 2 }}\n  own: b\nall: {{ toYaml .all | nindent 2 }}\n")[0];
    assert!(is_open(at(root, "labels")) && at(root, "labels.own").as_str() == Some("b"));
    assert!(is_unknown(at(root, "all")));
}

#[test]
fn what_stands_in_a_condition_may_be_absent() {
    let text = "kind: Pod\nspec:\n  {{- if .Values.tls }}\n  tls:\n    x: y\n  {{- else }}\n  plain: true\n  {{- end }}\n  \
                always: 1\n  items:\n    - one\n    {{- range .more }}\n    - two\n    {{- end }}\n{{- with .x }}\nstatus: {{ . }}\n{{- end }}\n";
    let root = &read(text)[0];
    assert!(is_unknown(at(root, "spec.tls")) && is_unknown(at(root, "spec.plain")));
    assert_eq!(at(root, "spec.always").as_number(), Some(1.0));
    assert!(is_open(at(root, "spec.items")) && at(root, "spec.items.1").as_str() == Some("two"));
    assert!(is_unknown(at(root, "status")) && at(root, "kind").as_str().is_some());
}

#[test]
fn a_condition_around_the_document_is_taken() {
    let text = "{{- if .Values.enabled -}}\n{{/* a }} comment */}}\n{{- $name := \"x\" }}\nkind: Role\nmetadata:\n  name: {{ $name }}\n{{- end }}\n---\nkind: Other\n";
    let documents = read(text);
    assert_eq!(at(&documents[0], "kind").as_str(), Some("Role"));
    assert!(!is_open(&documents[0]) && !is_open(at(&documents[0], "metadata")));
    assert_eq!(at(&documents[1], "kind").as_str(), Some("Other"));
}

#[test]
fn blocks_of_text_with_actions_are_unknown() {
    let text = "data:\n  a: |\n    {{- range .x }}\n    line {{ . }}\n    {{- end }}\n    end\n  b: |\n    {{ .y | nindent 4 }}\n  c: |\n    text\nq: {{ x }}\n";
    let root = &read(text)[0];
    assert!(is_unknown(at(root, "data.a")) && is_unknown(at(root, "data.b")));
    assert_eq!(at(root, "data.c").as_str(), Some("text\n"));
}

#[test]
fn keys_with_actions_leave_their_map_open() {
    let root = &read("labels:\n  {{ .key }}: a\n  pre-{{ .other }}: {{ .value }}\n  own: b\n")[0];
    assert!(is_open(at(root, "labels")));
    assert_eq!(at(root, "labels").as_map().map(|map| map.entries.len()), Some(1));
}

#[test]
fn other_template_languages_are_left_out_too() {
    let root = &read(
        "{# note #}\nhosts:\n{% for host in hosts %}\n  - {{ host }}\n{% endfor %}\nport: 5{% if tls %}3{% endif %}\n",
    )[0];
    assert!(is_open(at(root, "hosts")) && is_unknown(at(root, "hosts.0")) && is_unknown(at(root, "port")));
}

#[test]
fn braces_in_quotes_do_not_make_a_template() {
    let parsed =
        yaml::parse(FileId(0), "run: echo ${{ env.X }}\nsummary: \"{{ $labels.pod }} is down\"\nflow: {a: {b: c}}\n");
    assert!(parsed.failures.is_empty());
    assert_eq!(at(&parsed.tree[0], "summary").as_str(), Some("{{ $labels.pod }} is down"));
}

#[test]
fn a_file_that_fails_for_another_reason_keeps_its_failure() {
    let parsed = yaml::parse(FileId(0), "a: [1\nb: 2\nrun: \"${{ x }}\"\n");
    assert_eq!(parsed.failures.len(), 1);
    assert_eq!(parsed.failures[0].kind, ProblemKind::Syntax);
}

#[test]
fn unfinished_and_nested_actions_end_in_failures() {
    let nested = format!("{}a: {{{{ x }}}}\n{}", "{{ if a }}\n".repeat(10_000), "{{ end }}\n".repeat(10_000));
    for text in ["a: {{ b\nc: d", "{{", "a: {{ \"b }}\n", "{{ end }}\na: {{ b }}", "{%", "x: {{/* a", &nested] {
        let parsed = yaml::parse(FileId(0), text);
        assert!(!parsed.failures.is_empty(), "{text:?}");
    }
}
