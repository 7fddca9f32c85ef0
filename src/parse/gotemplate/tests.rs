use super::*;

/// A tree in short.
fn show(text: &str) -> String {
    match parse(text) {
        Ok(template) => {
            let mut shown = nodes(text, &template.root);
            for (name, body) in &template.defines {
                shown += &format!(" define {name}[{}]", nodes(text, body));
            }
            shown
        }
        Err(mistake) => format!("{}: {}", mistake.at, mistake.message),
    }
}

fn nodes(text: &str, list: &[Node]) -> String {
    let shown = list.iter().map(|node| match &node.act {
        Act::Text => format!("'{}'", &text[node.at.clone()]),
        Act::Output(it) => format!("<{}>", pipe(it)),
        Act::If(it, a, b) => format!("if {}[{}][{}]", pipe(it), nodes(text, a), nodes(text, b)),
        Act::With(it, a, b) => format!("with {}[{}][{}]", pipe(it), nodes(text, a), nodes(text, b)),
        Act::Range(it, a, b) => format!("range {}[{}][{}]", pipe(it), nodes(text, a), nodes(text, b)),
        Act::Call(name, it) => format!("call {name} {}", it.as_ref().map(pipe).unwrap_or_default()),
        Act::Break => "break".to_owned(),
        Act::Continue => "continue".to_owned(),
    });
    shown.collect::<Vec<_>>().join(" ")
}

fn pipe(it: &Pipe) -> String {
    let names = it.variables.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(",");
    let sign = if names.is_empty() {
        ""
    } else if it.assigns {
        " = "
    } else {
        " := "
    };
    let commands: Vec<String> =
        it.commands.iter().map(|command| command.words.iter().map(operand).collect::<Vec<_>>().join(" ")).collect();
    format!("{names}{sign}{}", commands.join(" | "))
}

fn operand(it: &Operand) -> String {
    match it {
        Operand::Dot => ".".to_owned(),
        Operand::Nil => "nil".to_owned(),
        Operand::Bool(truth) => truth.to_string(),
        Operand::Integer(number) => number.to_string(),
        Operand::Float(number) => format!("{number:?}"),
        Operand::Text(text) => format!("{text:?}"),
        Operand::Function(name) => name.clone(),
        Operand::Field(fields) => format!(".{}", fields.join(".")),
        Operand::Variable(name, fields) => format!("${}", [&[name.clone()][..], fields].concat().join(".")),
        Operand::Group(it, fields) => {
            format!("({}){}", pipe(it), fields.iter().map(|field| format!(".{field}")).collect::<String>())
        }
    }
}

#[test]
fn texts_and_actions_take_turns_and_trim_each_other() {
    assert_eq!(show("a {{ .x }} b"), "'a ' <.x> ' b'");
    assert_eq!(show("a \n{{- .x -}}\n b"), "'a' <.x> 'b'");
    assert_eq!(show("a {{-.x}}"), "4: a number is none");
    assert_eq!(show("a {{- 3}}"), "'a' <3>");
    assert_eq!(show("a {{-3}}"), "'a ' <-3>");
    assert_eq!(show("a{{/* }} */}}b{{- /* c */ -}} d"), "'a' 'b' 'd'");
    assert_eq!(show("a } }} { b"), "'a } }} { b'");
    assert_eq!(show(""), "");
}

#[test]
fn operands_are_what_they_are_in_go() {
    assert_eq!(show(r#"{{ f "a\n\"\u00e9\x41" `r\` 'a' '\n' }}"#), r#"<f "a\n\"éA" "r\\" 97 10>"#);
    assert_eq!(show("{{ f 1 -2 0x1F 0o17 017 0b11 1_000 1.5 1e3 .5 }}"), "<f 1 -2 31 15 15 3 1000 1.5 1000.0 0.5>");
    assert_eq!(show("{{ f . $ $.a.b $x .a.b nil true }}"), "<f . $ $.a.b $x .a.b nil true>");
    assert_eq!(show("{{ (f .a).b.c | g (h 1) }}"), "<(f .a).b.c | g (h 1)>");
    assert_eq!(show("{{ f .a .b }}"), "<f .a .b>");
    assert_eq!(show("{{ .a-b }}"), "5: a number is none");
}

#[test]
fn control_structures_nest() {
    assert_eq!(show("{{if .a}}1{{else if .b}}2{{else}}3{{end}}4"), "if .a['1'][if .b['2']['3']] '4'");
    assert_eq!(show("{{with $x := .a}}{{$x}}{{else with .b}}2{{end}}"), "with $x := .a[<$x>][with .b['2'][]]");
    assert_eq!(show("{{range $k, $v := .a}}{{break}}{{end}}"), "range $k,$v := .a[break][]");
    assert_eq!(show("{{$x = 1}}{{template \"t\" .}}"), "<$x = 1> call t .");
    assert_eq!(
        show("{{define \"t\"}}a{{end}}b{{block \"u\" .x}}c{{end}}"),
        "'b' call u .x define t['a'] define u['c']"
    );
}

#[test]
fn what_is_no_template_says_where() {
    for (text, wrong) in [
        ("a{{ .x", "an action is not closed"),
        ("{{ if .x }}", "a condition or loop is not ended"),
        ("{{ end }}", "an action ends what none has opened"),
        ("{{ else }}", "an action ends what none has opened"),
        ("{{ define \"x\" }}", "a definition is not ended"),
        ("{{ define x }}{{ end }}", "a template's name is missing"),
        ("{{ \"x }}", "a text is not closed"),
        ("{{ (f }}", "a parenthesis is not closed"),
        ("{{ f | }}", "a command is missing"),
        ("{{ /* x }}", "a comment is not closed"),
        ("{{ 09x }}", "a number is none"),
        ("{{ % }}", "an action has a character that means nothing there"),
    ] {
        assert_eq!(parse(text).map(|_| ()).map_err(|mistake| mistake.message), Err(wrong), "{text}");
    }
    assert_eq!(show("{{ break }}"), "<break>", "a function's name outside of loops");
}

#[test]
fn nesting_has_a_limit() {
    for (open, close) in [("{{if .}}", "{{end}}"), ("{{if .}}{{else if .}}", "{{end}}"), ("{{f (", ")}}")] {
        let text = open.repeat(10_000) + &close.repeat(10_000);
        assert!(parse(&text).is_err());
    }
    let text = format!("{{{{ f {}{} }}}}", "(".repeat(10_000), ")".repeat(10_000));
    assert_eq!(parse(&text).map(|_| ()).map_err(|it| it.message), Err("its parentheses nest deeper than is read"));
    let text = "{{if .}}a{{else if .}}".to_owned() + &"b{{else if .}}".repeat(10_000) + "{{end}}";
    assert!(parse(&text).is_err_and(|mistake| mistake.message.starts_with("its ")));
}

mod any_text {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn is_read_without_a_panic(text in "(\\{\\{-?|-?\\}\\}|[a-z.$|() \"`'=:,]|if|end|range|else|define|/\\*|\\*/|\\\\|é|[0-9]){0,40}") {
            let _ = super::parse(&text);
        }
    }
}
