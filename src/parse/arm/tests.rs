use super::syntax::{Expr, ExprKind, File, Item, Operator, Part, Property, StatementKind};
use super::{parse, parse_text};
use crate::source::{FileId, ProblemKind, Span};

const FILE: FileId = FileId(0);

fn read(text: &str) -> File {
    let parsed = parse(FILE, text);
    assert_eq!(parsed.failures, [], "{text}");
    parsed.tree
}

/// An expression in a form that shows how it was understood.
fn show(expr: &Expr) -> String {
    let all = |parts: &[Expr]| parts.iter().map(show).collect::<Vec<_>>().join(" ");
    match &expr.kind {
        ExprKind::Null => "null".to_owned(),
        ExprKind::Bool(truth) => truth.to_string(),
        ExprKind::Number(number) => number.to_string(),
        ExprKind::Text(text) => format!("{text:?}"),
        ExprKind::Interpolated(parts) => {
            let parts = parts.iter().map(|part| match part {
                Part::Text(text) => text.to_string(),
                Part::Hole(expr) => format!("<{}>", show(expr)),
            });
            parts.collect()
        }
        ExprKind::Name(name) => name.to_string(),
        ExprKind::Array(items) => {
            let items = items.iter().map(|item| match item {
                Item::One(expr) => show(expr),
                Item::Spread(expr) => format!("...{}", show(expr)),
            });
            format!("[{}]", items.collect::<Vec<_>>().join(" "))
        }
        ExprKind::Object(properties) => {
            format!("{{{}}}", properties.iter().map(property).collect::<Vec<_>>().join(" "))
        }
        ExprKind::Call(call) => {
            let target = call.target.as_ref().map_or(String::new(), |target| format!("{}.", show(target)));
            format!("{target}{}({})", call.name, all(&call.args))
        }
        ExprKind::Member(of, name) => format!("{}.{name}", show(of)),
        ExprKind::Index(of, index) => format!("{}[{}]", show(of), show(index)),
        ExprKind::Child(of, name) => format!("{}::{name}", show(of)),
        ExprKind::Not(of) => format!("!{}", show(of)),
        ExprKind::Minus(of) => format!("-{}", show(of)),
        ExprKind::Binary(operator, sides) => format!("({:?} {})", operator, all(&sides[..])),
        ExprKind::Choice(parts) => format!("(if {})", all(&parts[..])),
        ExprKind::For(of) => format!("for {} in {}: {}", of.item, show(&of.collection), show(&of.body)),
        ExprKind::Lambda(names, body) => format!("({} => {})", names.join(","), show(body)),
    }
}

fn property(property: &Property) -> String {
    let key = property.key.as_ref().map_or("...".to_owned(), |key| format!("{}=", show(key)));
    format!("{key}{}", show(&property.value))
}

fn expression(text: &str) -> String {
    let file = read(&format!("var x = {text}\nvar after = 1\n"));
    assert_eq!(file.statements.len(), 2, "{text}");
    let StatementKind::Variable { value, .. } = &file.statements[0].kind else { panic!("{text}") };
    show(value)
}

#[test]
fn operators_bind_as_they_do() {
    for (text, tree) in [
        ("a || b && !c == d", "(Or a (And b (Equal !c d)))"),
        ("1 + 2 * 3 - 4", "(Subtract (Add 1 (Multiply 2 3)) 4)"),
        ("a ?? b ? c : d", "(if (Coalesce a b) c d)"),
        ("a ? b : c ? d : e", "(if a b (if c d e))"),
        ("a\n  ? b\n  : c", "(if a b c)"),
        ("a &&\n  b\n  || c", "(Or (And a b) c)"),
        ("(a)", "a"),
        ("-1", "-1"),
        ("a.b[0].?c!.d[?e]", "a.b[0].c.d[e]"),
        ("a::b.id", "a::b.id"),
        ("f (a, b)", "f(a b)"),
        ("az.resourceGroup().location", "az.resourceGroup().location"),
        ("a =~ 'X'", "(Alike a \"X\")"),
    ] {
        assert_eq!(expression(text), tree, "{text}");
    }
    assert_eq!(Operator::Add, Operator::Add);
}

#[test]
fn texts_have_holes_and_escapes() {
    for (text, tree) in [
        ("'it\\'s \\u{41} \\${x}'", "\"it's A ${x}\""),
        ("'a${b}-${'c${d}'}'", "a<b>-<c<d>>"),
        ("'''\nno ${hole} 'here'\n'''", "\"no ${hole} 'here'\\n\""),
        ("$'''a ${b}'''", "a <b>"),
        ("''", "\"\""),
    ] {
        assert_eq!(expression(text), tree, "{text}");
    }
}

#[test]
fn collections_take_lines_or_commas() {
    for (text, tree) in [
        ("[\n  'a' // why\n  'b', -1\n  -1\n]", "[\"a\" \"b\" -1 -1]"),
        (
            "{\n  a: 1\n  'b-${c}': { d: [] }\n  ...e\n  #disable-next-line x\n  resource: 2\n}",
            "{\"a\"=1 b-<c>={\"d\"=[]} ...e \"resource\"=2}",
        ),
        ("{ a: 1, b: 2 }", "{\"a\"=1 \"b\"=2}"),
        ("[for (x, i) in y: {\n a: x\n}]", "for x in y: {\"a\"=x}"),
        ("map(a, (x, i) => x.b)", "map(a (x,i => x.b))"),
        ("filter(\n  a,\n  x => x > 1\n)", "filter(a (x => (Greater x 1)))"),
        ("[...a, b]", "[...a b]"),
    ] {
        assert_eq!(expression(text), tree, "{text}");
    }
}

#[test]
fn statements_of_every_kind_are_read() {
    let file = read(
        "targetScope = 'subscription'\nmetadata description = 'x'\n@description('''a'b''')\n@allowed([\n  'a'\n])\nparam p 'a' | 'b' = 'a'\n\
         param q {\n  @description('it\\'s')\n  a: string?\n  b: int[]\n}?\nparam r\n  | 'x'\n  | 'y'\ntype t = resourceInput<'A/b@1'>.properties\n\
         func f(a string, b t?) string => '${a}'\nimport { v, 'w' as u } from 'x.bicep'\nimport * as all from 'y.bicep'\n\
         extension microsoftGraph\nprovider 'x@1' with {\n a: 1\n}\nvar y string = 'a'\noutput o string? = y\nassert z = true\n",
    );
    let names = file.statements.iter().map(|statement| match &statement.kind {
        StatementKind::Parameter { name, declared, .. } => format!("{name}: {declared}").replace('\n', ""),
        StatementKind::Import { names, .. } => format!("{names:?}"),
        StatementKind::Function { parameters, .. } => parameters.join(","),
        StatementKind::Type { declared, .. } => declared.to_string(),
        StatementKind::Variable { name, .. } | StatementKind::Output { name, .. } => name.to_string(),
        _ => "-".to_owned(),
    });
    let names: Vec<_> = names.collect();
    assert_eq!(names[2], "p: 'a' | 'b'");
    assert!(names[3].ends_with("}?"), "{}", names[3]);
    assert!(names[4].contains("'y'"), "{}", names[4]);
    assert_eq!(names[6], "a,b");
    assert_eq!(names[7], "[(\"v\", \"v\"), (\"w\", \"u\")]");
    assert_eq!(names.last().map(String::as_str), Some("-"));
}

#[test]
fn resources_have_loops_conditions_and_children() {
    let file = read(
        "resource a 'M.S/a@1' = if (x) {\n  name: 'n'\n  @batchSize(1)\n  resource b 'b' = [for i in range(0, 2): if (i > 0) {\n    name: '${i}'\n  }]\n  \
         resource c 'c@1' existing = {\n name: 'q' }\n}\nmodule m './m.bicep' = [for (v, i) in vs: {\n  name: 'm'\n  params: {}\n}]\n",
    );
    let StatementKind::Resource(resource) = &file.statements[0].kind else { panic!() };
    assert_eq!(resource.body.condition.as_ref().map(show).as_deref(), Some("x"));
    assert_eq!(resource.body.properties.len(), 1);
    let kinds = resource.body.children.iter().map(|child| match &child.kind {
        StatementKind::Resource(child) => (child.existing, child.body.repeat.is_some(), child.body.condition.is_some()),
        _ => panic!(),
    });
    assert_eq!(kinds.collect::<Vec<_>>(), [(false, true, true), (true, false, false)]);
    let StatementKind::Module { body, .. } = &file.statements[1].kind else { panic!() };
    assert!(body.repeat.is_some());
}

#[test]
fn what_cannot_be_read_is_named_and_passed_over() {
    let parsed = parse(FILE, "var a = {\n  b: ]\n}\nvar c = 1\nnonsense\nparam d string\nvar e = 'open\nvar f = 2\n");
    assert_eq!(parsed.failures.len(), 3);
    assert!(parsed.failures.iter().all(|failure| failure.kind == ProblemKind::Syntax && failure.span.is_some()));
    assert_eq!(parsed.tree.statements.len(), 3);
    assert_eq!(parsed.tree.unread.len(), 3);
}

#[test]
fn depth_is_limited() {
    for text in [
        format!("var x = {}1", "(".repeat(100_000)),
        format!("var x = {}1", "[".repeat(100_000)),
        format!("var x = {}", "'${".repeat(100_000)),
        format!("var x = {}1", "!".repeat(100_000)),
        format!("var x = a{}", " + a".repeat(100_000)),
        format!("var x = a{}", ".a".repeat(100_000)),
        format!("var x = {}", "{a:".repeat(100_000)),
        format!("var x = {}", "a ? ".repeat(100_000)),
    ] {
        let parsed = parse(FILE, &text);
        assert_eq!(parsed.failures.len(), 1, "{}", &text[..30]);
        assert_eq!(parsed.failures[0].kind, ProblemKind::Limit, "{}", &text[..30]);
    }
    assert!(
        parse_text(&format!("[{}", "f(".repeat(100_000)), Span::top(FILE)).is_some(),
        "no expression without an end"
    );
    assert!(parse_text(&format!("[{}]", "f(".repeat(100_000)), Span::top(FILE)).is_none());
}

#[test]
fn texts_of_templates_are_expressions() {
    let show_text = |text: &str| parse_text(text, Span::top(FILE)).map(|expr| show(&expr));
    for (text, tree) in [
        ("plain", "\"plain\""),
        ("[[escaped]", "\"[escaped]\""),
        (
            "[concat(parameters('a'), '''x''', variables('b').c[0].d)]",
            "concat(parameters(\"a\") \"'x'\" variables(\"b\").c[0].d)",
        ),
        ("[ resourceGroup( ).location ]", "resourceGroup().location"),
        ("[ns.f(1, -2, true)]", "ns.f(1 -2 true)"),
        ("[reference(variables('x')).outputs.a-b.value]", "reference(variables(\"x\")).outputs.a-b.value"),
    ] {
        assert_eq!(show_text(text).as_deref(), Some(tree), "{text}");
    }
    for text in ["[concat(]", "[a]", "[f('x)]", "[]", "[f() g()]"] {
        assert_eq!(show_text(text), None, "{text}");
    }
}

#[test]
fn cut_anywhere_it_still_reads() {
    let text = "@secure()\nparam p string = 'a${b['c']}'\nresource x 'A/b@1' = [for (i, j) in y: if (z) {\n  a: '''ü''' \n}]\n";
    for (end, _) in text.char_indices() {
        for failure in parse(FILE, &text[..end]).failures {
            assert!(failure.span.is_some_and(|span| span.end as usize <= end));
        }
    }
}
