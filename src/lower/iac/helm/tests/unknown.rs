//! What is not known stays so, and nothing else becomes so.

use super::*;

#[test]
fn what_chance_or_a_cluster_decides_is_not_known_and_neither_is_what_depends_on_it() {
    let template = "kind: A\npassword: {{ randAlphaNum 10 | b64enc }}\nsum: {{ sha256sum (randAlpha 3) }}\n\
                    found: {{ (lookup \"v1\" \"Secret\" \"a\" \"b\").data.key | default \"x\" }}\n\
                    name: pre-{{ randNumeric 3 }}-post\nquoted: {{ randAlpha 3 | quote }}\nknown: {{ upper \"a\" }}\n\
                    api: {{ .Capabilities.APIVersions.Has \"x.example/v1\" }}\n\
                    own: {{ .Capabilities.APIVersions.Has \"apps/v1/Deployment\" }}\n";
    let one = One::new(template, "");
    for path in ["password", "sum", "found", "name", "quoted", "api"] {
        assert!(one.show(path).starts_with("? '"), "{path}: {}", one.show(path));
    }
    assert_eq!((one.show("known"), one.show("own")), ("A".into(), "true".into()));
    let unknown = one.at("name").and_then(Value::as_unknown).cloned();
    let (prefix, suffix) = unknown.as_deref().map(|it| (it.prefix(), it.suffix())).unwrap_or_default();
    assert_eq!((prefix, suffix), ("pre-", "-post"));
}

#[test]
fn a_value_that_has_no_default_is_an_input() {
    let template = "kind: A\na: {{ required \"give it\" .Values.host }}\nb: {{ .Values.given | required \"x\" }}\n\
                    c: {{ .Values.image.tag }}\nd: x{{ .Values.image.tag | default \"y\" }}\n\
                    {{- if .Values.absent }}\ne: 1\n{{- end }}\n";
    let one = One::new(template, "given: g\nimage: {name: n}\n");
    let input = |path: &str| match &one.at(path).map(|value| &value.kind) {
        Some(Kind::Unknown(unknown)) => unknown.reason.clone(),
        other => panic!("{path}: {other:?}"),
    };
    assert_eq!(input("a"), Reason::Input("host".into()));
    assert_eq!(input("c"), Reason::Input("image.tag".into()));
    assert_eq!((one.show("b"), one.show("d"), one.show("e")), ("g".into(), "xy".into(), "absent".into()));
}

#[test]
fn a_chart_without_values_says_that_they_are_elsewhere() {
    let sources =
        sources(&[("templates/a.yaml", "kind: A\na: {{ .Values.x.y }}\n{{ if .Values.z }}\nb: 1\n{{ end }}\n")]);
    let shown = show(&releases(&sources)[0].files[0].1[0]);
    let why = "? input 'values.yaml' has no value here";
    assert_eq!(shown, format!("{{kind: A, a: {why}, b: {why}}}"));
}

#[test]
fn both_ways_of_a_condition_that_is_not_known_may_be_there() {
    let template = "kind: A\n{{- if randInt 0 2 }}\na: 1\nshared: x\n{{- else }}\nb: 2\nshared: y\n{{- end }}\n\
                    inline: {{ if randInt 0 2 }}yes{{ else }}no{{ end }}-x\nlist:\n  - one\n  {{- if randInt 0 2 }}\n  - two\n  {{- end }}\n\
                    after: z\n";
    let one = One::new(template, "");
    let why = "? 'randInt' is not evaluated";
    assert_eq!(
        show(one.document()),
        format!(
            "{{kind: A, a: {why}, shared: {why}, b: {why}, shared: {why}, inline: {why}, list: [one, two ...], after: z}}"
        )
    );
    assert_eq!(one.at("inline").and_then(Value::as_unknown).map(|it| it.suffix().to_owned()), Some("-x".to_owned()));
}

#[test]
fn a_document_whose_condition_is_not_known_is_read_as_if_it_is_there() {
    let one = One::new(
        "{{ if lookup \"a\" \"b\" \"\" \"\" }}\nkind: A\nname: x\n{{- if now }}\ninner: y\n{{- end }}\n{{ end }}",
        "",
    );
    assert_eq!(show(one.document()), "{kind: A, name: x, inner: ? 'now' is not evaluated}");
}

#[test]
fn variables_are_what_both_ways_leave_them_to_be() {
    let template = "{{- $a := 1 -}}{{- $b := 1 -}}{{- $c := dict \"x\" 1 \"y\" 2 \"z\" 3 -}}\
                    {{- if now -}}{{- $a = 2 -}}{{- $b = 1 -}}{{- $c = omit $c \"x\" -}}{{- $_ := set $c \"y\" 9 -}}{{- end -}}\
                    kind: A\na: {{ $a }}\nb: {{ $b }}\nc: {{ toYaml $c | nindent 2 }}\n";
    let one = One::new(template, "");
    let why = "? 'now' is not evaluated";
    assert_eq!((one.show("a"), one.show("b"), one.show("c.z")), (why.into(), "1".into(), "3".into()));
    assert_eq!(one.show("c.x"), why);
    assert!(one.show("c.y").starts_with('?'), "{}", one.show("c.y"));
}

#[test]
fn lines_that_are_not_known_open_what_they_stand_in() {
    let template = "kind: A\nmeta:\n  name: x\n  {{- lookup \"a\" \"b\" \"\" \"\" | toYaml | nindent 2 }}\n\
                    items:\n  - one\n  {{ lookup \"a\" \"b\" \"\" \"\" | toYaml }}\nwhole:\n  {{- toYaml now | nindent 2 }}\n";
    let one = One::new(template, "");
    assert_eq!(
        show(one.document()),
        "{kind: A, meta: {name: x ...}, items: [one ...], whole: ? 'now' is not evaluated}"
    );
}

#[test]
fn a_loop_over_what_is_not_known_may_run() {
    let one = One::new(
        "kind: A\nlist:\n  - x\n  {{- range (lookup \"a\" \"b\" \"\" \"\").items }}\n  - {{ .name }}\n  {{- end }}\n",
        "",
    );
    assert!(
        one.show("list").starts_with("[x, ? 'lookup'") && one.show("list").ends_with("...]"),
        "{}",
        one.show("list")
    );
}

#[test]
fn a_way_that_the_chart_refuses_is_not_taken() {
    let one = One::new("kind: A\n{{- if now }}\n{{ fail \"no\" }}\n{{- end }}\nname: x\n", "");
    assert_eq!((one.show("name"), one.messages().len()), ("x".into(), 0));
}

#[test]
fn helpers_that_call_themselves_for_what_is_not_known_end() {
    let template = "{{- define \"flat\" }}{{ range $k, $v := .in }}{{ if kindIs \"map\" $v }}\n{{ include \"flat\" (dict \"in\" $v) }}\n\
                    {{ else }}\n{{ $k }}: {{ $v }}\n{{ end }}{{ end }}{{ end -}}\
                    kind: A\nname: x\ndata:\n{{ include \"flat\" (dict \"in\" (lookup \"a\" \"b\" \"\" \"\")) | indent 2 }}\nend: y\n";
    let one = One::new(template, "");
    assert_eq!(one.messages(), Vec::<&str>::new());
    assert_eq!((one.show("name"), one.show("end")), ("x".into(), "y".into()));
    assert!(one.show("data").starts_with("? '"), "{}", one.show("data"));
}
