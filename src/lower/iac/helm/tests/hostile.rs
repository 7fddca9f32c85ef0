//! Charts that want to take for ever, and texts that are none.

use proptest::prelude::*;

use super::*;

#[test]
fn what_has_no_end_is_named_and_ended() {
    for template in [
        "kind: A\n{{ define \"x\" }}{{ include \"x\" . }}{{ end }}{{ include \"x\" . }}\n",
        "kind: A\n{{ define \"x\" }}{{ template \"y\" . }}{{ end }}{{ define \"y\" }}{{ template \"x\" . }}{{ end }}{{ template \"x\" . }}\n",
        "kind: A\na: {{ tpl .Values.t . }}\n",
        "kind: A\na: {{ until 1000000000 }}\n",
        "kind: A\na: {{ repeat 1000000000 \"a\" }}\n",
        "kind: A\na: {{ indent 1000000000 \"a\" }}\n",
        "kind: A\na: {{ range until 100000 }}{{ range until 100000 }}{{ . }}{{ end }}{{ end }}\n",
        "kind: A\n{{ $l := list }}{{ range until 900000 }}{{ $l = append $l . }}{{ end }}a: {{ len $l }}\n",
        "kind: A\n{{ $d := dict }}{{ $_ := set $d \"d\" $d }}a: {{ toYaml $d }}\n",
        "kind: A\n{{ $s := \"x\" }}{{ range until 100 }}{{ $s = print $s $s }}{{ end }}a: {{ $s }}\n",
    ] {
        let one = One::new(template, "t: '{{ tpl .Values.t . }}'\n");
        assert_eq!(one.release.problems.first().map(|problem| problem.kind), Some(ProblemKind::Limit), "{template}");
    }
}

#[test]
fn values_of_any_depth_are_dropped_without_recursion() {
    let template = "kind: A\n{{ $d := dict }}{{ range until 200000 }}{{ $d = dict \"a\" $d \"l\" (list 1) }}{{ end }}\
                    {{ $l := list }}{{ range until 200000 }}{{ $l = list $l }}{{ end }}name: x\n";
    assert_eq!(One::new(template, "").show("name"), "x");
}

#[test]
fn a_hundred_thousand_lines_are_rendered_and_read() {
    let template =
        "kind: A\nitems:\n{{- range until 50000 }}\n  - name: item-{{ . }}\n    port: {{ add . 1 }}\n{{- end }}\n";
    let one = One::new(template, "");
    let items = one.at("items").and_then(Value::as_list).map(|list| list.items.len());
    assert_eq!((items, one.messages().len()), (Some(50_000), 0));
    assert_eq!(one.show("items.49999.port"), "50000");
    assert_eq!(one.slice("items.49999.port"), "{{ add . 1 }}");
}

#[test]
fn charts_that_need_each_other_end() {
    let files = [
        ("a/Chart.yaml", "name: a\ndependencies:\n- name: b\n  repository: file://../b\n"),
        ("a/templates/x.yaml", "kind: A\n"),
        (
            "b/Chart.yaml",
            "name: b\ndependencies:\n- name: a\n  repository: file://../a\n- name: b\n  repository: file://../b\n",
        ),
        ("b/templates/x.yaml", "kind: B\n"),
    ];
    let files = files.map(|(path, text)| SourceFile::new(path.into(), text.into()));
    let sources = Sources::new(files.into());
    let releases = releases(&sources);
    assert!(!releases.is_empty(), "charts in a circle are rendered all the same");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn any_template_ends_in_documents_or_a_notice(
        template in "(kind: A\n)?(\\{\\{-? ?(if|range|with|else|end|include \"x\"|define \"x\"|toYaml|now|\\$x := |\\$x|\\.Values(\\.[ab])?|list 1|dict \"a\" 1|\\| ?quote|nindent 2|printf \"%d\"|set|index|\\(|\\)| )* ?-?\\}\\}|[a-z]: ?|\n|  |- |[\"'\u{E000}\u{E001}\u{E002}0-9]){0,30}",
        values in "(a: |b: |\\{|\\}|\n|  |x|1|\\{\\{ \\. \\}\\}){0,8}",
    ) {
        let one = One::new(&template, &values);
        prop_assert!(!one.release.files.is_empty());
    }
}
