use super::*;

const FILE: FileId = FileId(0);

fn read(text: &str) -> Document {
    let parsed = parse(FILE, text);
    assert_eq!(parsed.failures, Vec::new());
    parsed.tree
}

fn value(text: &str) -> Expr {
    read(text).body.attribute("a").expect("attribute a").value.clone()
}

fn at(text: &str, span: Span) -> &str {
    &text[span.range()]
}

#[test]
fn spans_of_blocks_keys_and_values_are_exact() {
    let text = "# note\nresource \"aws_s3_bucket\" \"b\" {\n  acl = \"private\" # x\n  n = 3\n}\n";
    let document = read(text);
    let Item::Block(block) = &document.body.items[0] else { panic!("no block") };
    assert_eq!(at(text, block.header), "resource \"aws_s3_bucket\" \"b\"");
    assert!(at(text, block.span).starts_with("resource") && at(text, block.span).ends_with('}'));
    assert_eq!(at(text, block.labels[1].span), "b");
    let acl = block.body.attribute("acl").expect("acl");
    assert_eq!(at(text, acl.key.span), "acl");
    assert_eq!(at(text, acl.value.span), "private");
    assert_eq!(at(text, block.body.attribute("n").expect("n").value.span), "3");
}

#[test]
fn text_with_escapes_is_placed_with_its_quotes() {
    let text = "a = \"x\\ny\"\n";
    let value = value(text);
    assert_eq!(value.as_str(), Some("x\ny"));
    assert_eq!(at(text, value.span), "\"x\\ny\"");
}

#[test]
fn a_heredoc_without_indent_is_placed_at_its_content() {
    let text = "a = <<EOT\n{\"k\": 1}\nEOT\n";
    let value = value(text);
    assert_eq!(value.as_str(), Some("{\"k\": 1}\n"));
    assert_eq!(at(text, value.span), "{\"k\": 1}\n");
}

#[test]
fn a_heredoc_loses_its_indent_and_keeps_blank_lines() {
    assert_eq!(value("a = <<-EOT\n    x\n\n      y\n    EOT\n").as_str(), Some("x\n\n  y\n"));
}

#[test]
fn a_heredoc_line_without_indent_keeps_all_of_it() {
    let ExprKind::Template(parts) = value("a = <<-EOT\n{ \"k\": \"${v}\",\n  \"b\": 1 }\nEOT\n").kind else {
        panic!("no template")
    };
    assert!(matches!(&parts[0], Part::Text(text) if &**text == "{ \"k\": \""), "{parts:?}");
    assert!(matches!(&parts[2], Part::Text(text) if &**text == "\",\n  \"b\": 1 }\n"), "{parts:?}");
}

#[test]
fn an_interpolation_at_the_start_of_a_line_stops_the_indent() {
    let ExprKind::Template(parts) = value("a = <<-EOT\n  x\n${v}\n  EOT\n").kind else { panic!("no template") };
    assert!(matches!(&parts[0], Part::Text(text) if &**text == "  x\n"), "{parts:?}");
}

#[test]
fn strip_markers_take_the_white_space_beside_them() {
    let ExprKind::Template(parts) = value("a = \"x  ${~ v ~}  y %{ if t ~} b %{~ endif } z\"\n").kind else {
        panic!("no template")
    };
    let Part::Text(first) = &parts[0] else { panic!("{parts:?}") };
    let Part::Text(second) = &parts[2] else { panic!("{parts:?}") };
    let Part::If { then, .. } = &parts[3] else { panic!("{parts:?}") };
    let Part::Text(inner) = &then[0] else { panic!("{parts:?}") };
    assert_eq!((&**first, &**second, &**inner), ("x", "y ", "b"));
}

#[test]
fn a_broken_block_costs_only_itself() {
    let text = "a = 1\n\nresource \"x\" \"broken\" {\n  y = = 2\n}\n\nresource \"x\" \"good\" {\n  y = 2\n}\n";
    let parsed = parse(FILE, text);
    assert_eq!(parsed.failures.len(), 1);
    let span = parsed.failures[0].span.expect("span");
    assert_eq!(at(text, span), "resource \"x\" \"broken\" {\n  y = = 2\n}");
    assert_eq!(parsed.tree.unread, vec![span]);
    let good = parsed.tree.body.blocks("resource").next().expect("the good block");
    assert_eq!(good.label(1), "good");
    assert_eq!(at(text, good.body.attribute("y").expect("y").value.span), "2");
    assert!(parsed.tree.body.attribute("a").is_some());
}

#[test]
fn a_missing_brace_does_not_take_the_next_block_along() {
    let text = "resource \"x\" \"broken\" {\n  y {\n}\n\nresource \"x\" \"good\" {\n  y = 2\n}\n";
    let parsed = parse(FILE, text);
    assert_eq!(parsed.failures.len(), 1);
    assert_eq!(parsed.tree.body.blocks("resource").map(|block| block.label(1)).collect::<Vec<_>>(), ["good"]);
}

#[test]
fn braces_in_text_comments_and_heredocs_end_nothing() {
    let text = "bad = = 1\na = { # }\n  b = \"}\" /* } */\n  c = <<E\n}\nE\n  d = \"${f(\"}\")}\"\n}\nz = 2\n";
    let parsed = parse(FILE, text);
    assert_eq!(parsed.failures.len(), 1);
    assert_eq!(parsed.tree.body.items.len(), 2);
}

#[test]
fn repeated_keys_are_read_with_their_names() {
    let text = "a = {\n  k = 1\n  k = 2\n  k = 3\n  \"q\" = 1\n  \"q\" = 2\n}\n";
    let ExprKind::Object(items) = value(text).kind else { panic!("no object") };
    let keys: Vec<_> = items.iter().map(|(key, _)| key.as_str().unwrap_or("")).collect();
    assert_eq!(keys, ["k", "k", "k", "q", "q"]);
    assert_eq!(at(text, items[2].0.span), "k");
    assert_eq!(at(text, items[4].0.span), "q");
}

#[test]
fn a_line_break_inside_a_for_in_braces_is_accepted() {
    let text = "a = { for k in b : k => # why\n  k.x ? 1 :\n  2\n}\n";
    let ExprKind::For(it) = value(text).kind else { panic!("no for") };
    assert!(matches!(it.result.kind, ExprKind::Conditional(_)));
}

#[test]
fn deep_nesting_is_a_failure_and_nothing_worse() {
    for (open, close) in [("(", ")"), ("[", "]"), ("{a=", "}"), ("f(", ")"), ("\"${", "}\""), ("-", ""), ("a?", "")] {
        let text = format!("a = {}1{}\nb = 2\n", open.repeat(20_000), close.repeat(20_000));
        let parsed = parse(FILE, &text);
        assert!(!parsed.failures.is_empty(), "{open} was accepted");
        assert!(parsed.tree.body.attribute("b").is_some(), "{open} took the rest along");
    }
    let chain = format!("a = {}1\nb = 2\n", "1 + ".repeat(50_000));
    assert_eq!(parse(FILE, &chain).failures[0].kind, ProblemKind::Limit);
}

#[test]
fn nesting_up_to_the_limit_is_read_quickly() {
    for (open, close) in [("(", ")"), ("[", "]"), ("{a=", "}"), ("f(", ")"), ("\"${", "}\""), ("[for x in y : ", "]")] {
        let text = format!("a = {}1{}\n", open.repeat(60), close.repeat(60));
        assert_eq!(parse(FILE, &text).failures, Vec::new(), "{open}");
    }
}

#[test]
fn an_enormous_object_is_a_limit_and_not_a_wait() {
    let entries: String = (0..60_000).map(|index| format!("k{index} = 1\n")).collect();
    let parsed = parse(FILE, &format!("a = {{\n{entries}}}\nb = 1\n"));
    assert_eq!(parsed.failures[0].kind, ProblemKind::Limit);
    assert!(parsed.tree.body.attribute("b").is_some());
}

#[test]
fn any_text_ends_in_a_tree_or_a_failure() {
    let texts = [
        "",
        "}",
        "{",
        "\"",
        "a = \"",
        "a = <<E",
        "a = <<E\n",
        "a = <<-E\n x",
        "/*",
        "#",
        "a",
        "a = ",
        "a = \"\\",
        "é = \"ü${",
        "a = \"%{",
        "\r\n",
        "x \"y\" {",
        "a = <<E\n${\nE\n",
        "a = \"$${x}\"",
        "=",
        "a = 1 b = 2",
        "a =\n1",
        "<<",
        "<<-",
    ];
    for text in texts {
        let parsed = parse(FILE, text);
        for failure in parsed.failures {
            assert!(text.get(failure.span.expect("span").range()).is_some(), "{text:?}");
        }
    }
}

#[test]
fn a_heredoc_ends_at_a_line_that_is_its_delimiter_alone() {
    let text = "a = <<EOF\nx << EOF\nEOF\"\nEOF2\n  EOF\nb = 1\n";
    let document = read(text);
    assert_eq!(document.body.attribute("a").and_then(|a| a.value.as_str()), Some("x << EOF\nEOF\"\nEOF2\n"));
    assert!(document.body.attribute("b").is_some());
}

#[test]
fn a_file_of_template_actions_is_one_failure() {
    let text =
        "a = 1\n{{range .x}}\nresource \"t\" \"{{.name}}\" {\n  {{if y}}\n  x = 1\n  {{end}}\n}\n{{end}}\nb = 1\n";
    let parsed = parse(FILE, text);
    assert_eq!(parsed.failures.iter().map(|failure| failure.kind).collect::<Vec<_>>(), [ProblemKind::Unrendered]);
    assert!(parsed.tree.body.attribute("a").is_some() && parsed.tree.body.attribute("b").is_some());
}
