use super::*;

const FILE: FileId = FileId(0);

fn tree(text: &str) -> Value {
    let parsed = parse(FILE, text);
    assert_eq!(parsed.failures, [], "{text:?}");
    assert_eq!(parsed.tree.len(), 1, "{text:?}");
    parsed.tree.into_iter().next().expect("a document")
}

fn at<'v>(root: &'v Value, path: &str) -> &'v Value {
    path.split('.').fold(root, |value, step| match step.parse::<usize>() {
        Ok(index) => &value.as_list().expect("a list").items[index],
        Err(_) => value.get(step).unwrap_or_else(|| panic!("no {step} of {path}")),
    })
}

fn slice<'t>(text: &'t str, root: &Value, path: &str) -> &'t str {
    &text[at(root, path).span.range()]
}

#[test]
fn scalars_are_typed_by_the_core_schema() {
    let text = "t: true\nf: FALSE\nn: ~\ne:\ni: -12\nx: 0x1F\no: 0o17\nold: 0644\nd: 1.5e3\np: .5\n\
                w: yes\nq: \"true\"\ns: '5'\nv: 1.2.3\nz: 0189\nport: 22:22\ndate: 2012-10-17\nplus: +1\nbig: 1e999\nsign: +";
    let root = tree(text);
    assert_eq!(at(&root, "t").as_bool(), Some(true));
    assert!(matches!(at(&root, "f").kind, Kind::Bool(false)));
    assert!(at(&root, "n").is_null() && at(&root, "e").is_null());
    for (path, number) in
        [("i", -12.0), ("x", 31.0), ("o", 15.0), ("old", 420.0), ("d", 1500.0), ("p", 0.5), ("plus", 1.0)]
    {
        assert!(matches!(at(&root, path).kind, Kind::Number(found) if found == number), "{path}");
    }
    for path in ["w", "q", "s", "v", "z", "port", "date", "big", "sign"] {
        assert!(at(&root, path).as_str().is_some(), "{path} is text");
    }
}

#[test]
fn core_tags_are_applied_and_others_become_maps() {
    let text = "a: !!str 5\nb: !!int \"5\"\nc: !!bool x\nd: !Sub 12\ne: !GetAtt\n  - r\n  - Arn\nf: !Ref\ng: !!set {x}\nh: ! 7";
    let root = tree(text);
    assert_eq!(at(&root, "a").as_str(), Some("5"));
    assert!(matches!(at(&root, "b").kind, Kind::Number(5.0)));
    assert_eq!(at(&root, "c").as_str(), Some("x"));
    assert_eq!(at(&root, "d.!Sub").as_str(), Some("12"));
    assert_eq!(slice(text, &root, "d"), "!Sub 12");
    assert_eq!(&text[at(&root, "d").as_map().expect("map").entries[0].key_span.range()], "!Sub");
    assert_eq!(slice(text, &root, "e"), "!GetAtt\n  - r\n  - Arn");
    assert_eq!(slice(text, &root, "e.!GetAtt"), "- r\n  - Arn");
    assert_eq!(at(&root, "f.!Ref").as_str(), Some(""));
    assert!(at(&root, "g").get("x").is_some());
    assert_eq!(at(&root, "h").as_str(), Some("7"));
}

#[test]
fn spans_are_exact_behind_other_scripts_and_carriage_returns() {
    let text = "# größe\r\nключ: \"wért\" # c\r\nlist:\r\n  - one\r\n  - k: v\r\n    l: [1, 'zwei', {m: n}]\r\n\r\nlast: x y\r\n";
    let root = tree(text);
    assert_eq!(slice(text, &root, "ключ"), "\"wért\"");
    assert_eq!(&text[root.as_map().expect("map").entries[0].key_span.range()], "ключ");
    assert_eq!(slice(text, &root, "list"), "- one\r\n  - k: v\r\n    l: [1, 'zwei', {m: n}]");
    assert_eq!(slice(text, &root, "list.1"), "k: v\r\n    l: [1, 'zwei', {m: n}]");
    assert_eq!(slice(text, &root, "list.1.l.1"), "'zwei'");
    assert_eq!(slice(text, &root, "list.1.l.2"), "{m: n}");
    assert_eq!(slice(text, &root, "last"), "x y");
    assert_eq!(&text[root.span.range()], &text[text.find("ключ").expect("there")..text.len() - 2]);
}

#[test]
fn lists_start_at_their_first_dash_however_far_left() {
    let text = "a:\n- x\n- - y\n  - z\nb: &b # - c\n-\n  # d\n  k: v\nc:\n  - -5\nd: !t\n- e\n";
    let root = tree(text);
    assert_eq!(slice(text, &root, "a"), "- x\n- - y\n  - z");
    assert_eq!(slice(text, &root, "a.1"), "- y\n  - z");
    assert_eq!(slice(text, &root, "b"), "-\n  # d\n  k: v");
    assert_eq!(slice(text, &root, "c"), "- -5");
    assert_eq!(slice(text, &root, "d"), "!t\n- e");
    assert_eq!(slice(text, &root, "d.!t"), "- e");
}

#[test]
fn block_scalars_cover_header_and_content() {
    let text = "a: |\r\n  one\r\n  two\r\n\r\nb: !Sub >- # why > not\n  x\n   y\nc:\n  - |+2\n    z\n\n  - >\nd: |\n";
    let root = tree(text);
    assert_eq!(at(&root, "a").as_str(), Some("one\ntwo\n"));
    assert_eq!(slice(text, &root, "a"), "|\r\n  one\r\n  two");
    assert_eq!(slice(text, &root, "b.!Sub"), ">- # why > not\n  x\n   y");
    assert_eq!(slice(text, &root, "c.0"), "|+2\n    z");
    assert_eq!(slice(text, &root, "c.1"), ">");
    assert_eq!(slice(text, &root, "d"), "|");
    let folded = "a: b\n  c\n  d\ne: \"x\n  y\"\n";
    let root = tree(folded);
    assert_eq!((slice(folded, &root, "a"), at(&root, "a").as_str()), ("b\n  c\n  d", Some("b c d")));
    assert_eq!((slice(folded, &root, "e"), at(&root, "e").as_str()), ("\"x\n  y\"", Some("x y")));
}

#[test]
fn absent_values_are_null_right_behind_their_key() {
    let text = "a:\n# c\nb:  \nlist:\n  -\n  - x\n? z\n";
    let root = tree(text);
    for (path, offset) in [("a", 2), ("list.0", 21), ("z", 31)] {
        assert!(at(&root, path).is_null(), "{path}");
        assert_eq!(at(&root, path).span.range(), offset..offset, "{path}");
    }
    assert_eq!(&text[root.span.range()], text.trim_end());
}

#[test]
fn keys_that_are_not_text_get_a_text_form() {
    let text = "80: a\ntrue: b\n~: c\n[x, y]: d\n\"q\": e\non: f\n&k key: g\nother: *k\n";
    let root = tree(text);
    let keys: Vec<_> = root.as_map().expect("map").entries.iter().map(|entry| &*entry.key).collect();
    assert_eq!(keys, ["80", "true", "~", "[x, y]", "q", "on", "key", "other"]);
    assert_eq!(at(&root, "other").as_str(), Some("key"));
}

#[test]
fn aliases_are_used_where_they_stand() {
    let text = "a: &x\n  k: 1\nb: *x\n";
    let root = tree(text);
    assert_eq!(slice(text, &root, "b"), "*x");
    assert_eq!(at(&root, "b.k").as_number(), Some(1.0));
    assert_eq!(at(&root, "b").origins(), [at(&root, "a").span]);
    assert_eq!(slice(text, &root, "b.k"), "1");
}

#[test]
fn merge_keys_give_way_to_what_is_written() {
    let text = "base: &b {x: 1, y: 1}\nmore: &m {y: 2, z: 2}\none:\n  y: 3\n  <<: *b\nmany:\n  !!merge <<: [*m, *b]\n  w: 4\ninline:\n  <<: {q: 5}\nplain:\n  \"<<\": text\n";
    let root = tree(text);
    for (path, number) in
        [("one.x", 1.0), ("one.y", 3.0), ("many.x", 1.0), ("many.y", 2.0), ("many.z", 2.0), ("inline.q", 5.0)]
    {
        assert_eq!(at(&root, path).as_number(), Some(number), "{path}");
    }
    assert_eq!(slice(text, &root, "one.x"), "*b");
    assert_eq!(at(&root, "one.x").origins(), [at(&root, "base.x").span]);
    assert_eq!(slice(text, &root, "inline.q"), "5");
    assert_eq!(at(&root, "plain.<<").as_str(), Some("text"));
}

#[test]
fn a_repeated_key_is_kept_and_the_last_wins() {
    let root = tree("a: 1\nb: 2\na: 3\n");
    assert_eq!(root.as_map().expect("map").entries.len(), 3);
    assert_eq!(at(&root, "a").as_number(), Some(3.0));
}

#[test]
fn an_alias_bomb_ends_with_a_limit() {
    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..40 {
        let inner = format!("*a{}, ", level - 1).repeat(9);
        text.push_str(&format!("a{level}: &a{level} [{inner}]\n"));
    }
    let parsed = parse(FILE, &text);
    assert_eq!(parsed.failures.len(), 1);
    assert_eq!(parsed.failures[0].kind, ProblemKind::Limit);
    assert!(matches!(at(&parsed.tree[0], "a39.0").as_unknown().expect("unknown").reason, Reason::Limit));
}

#[test]
fn aliases_cannot_stack_up_depth() {
    let mut text = "a0: &a0 [x]\n".to_owned();
    for level in 1..2_000 {
        text.push_str(&format!("a{level}: &a{level} [*a{}]\n", level - 1));
    }
    let parsed = parse(FILE, &text);
    assert_eq!(parsed.failures.len(), 1);
    assert_eq!(parsed.failures[0].kind, ProblemKind::Limit);
}

#[test]
fn many_failures_are_told_up_to_a_limit() {
    let parsed = parse(FILE, &"a: [\n---\n".repeat(1_000));
    assert_eq!((parsed.failures.len(), parsed.tree.len()), (100, 1_001));
    assert_eq!(parse(FILE, &"- *x\n".repeat(1_000)).failures.len(), 1);
}

#[test]
fn a_node_that_holds_itself_is_unknown() {
    let parsed = parse(FILE, "a: &a\n  b: *a\n");
    assert_eq!(parsed.failures[0].kind, ProblemKind::Limit);
    assert!(at(&parsed.tree[0], "a.b").as_unknown().is_some());
}

#[test]
fn an_alias_without_anchor_is_a_failure_and_unknown() {
    let parsed = parse(FILE, "hosts:\n  - *.example.com\n  - b\n");
    assert_eq!(parsed.failures[0].kind, ProblemKind::Syntax);
    assert!(at(&parsed.tree[0], "hosts.0").as_unknown().is_some());
    assert_eq!(at(&parsed.tree[0], "hosts.1").as_str(), Some("b"));
}

#[test]
fn what_stands_before_a_syntax_error_is_read_and_open() {
    let text = "a:\n  b: 1\n  c: [secret\nd: 2\n---\ne: 3\n";
    let parsed = parse(FILE, text);
    assert_eq!(parsed.failures.len(), 1);
    assert_eq!(parsed.failures[0].kind, ProblemKind::Syntax);
    assert!(!parsed.failures[0].message.contains("secret"));
    assert_eq!(parsed.tree.len(), 2);
    assert_eq!(at(&parsed.tree[0], "a.b").as_number(), Some(1.0));
    for path in [&parsed.tree[0], at(&parsed.tree[0], "a")] {
        let open = path.as_map().expect("map").open.as_ref().expect("open");
        assert_eq!(open.reason, Reason::Unread);
    }
    assert_eq!(at(&parsed.tree[1], "e").as_number(), Some(3.0));
}

#[test]
fn documents_are_told_apart() {
    let parsed = parse(FILE, "--- # one\na: 1\n---\n---\nb: 2\n...\n");
    assert_eq!(parsed.tree.len(), 3);
    assert!(parsed.tree[1].is_null());
    for empty in ["", "\n", "# only a comment\n"] {
        let parsed = parse(FILE, empty);
        assert!(parsed.tree.is_empty() && parsed.failures.is_empty(), "{empty:?}");
    }
}

#[test]
fn deep_nesting_ends_with_a_limit_and_the_next_document() {
    let spaces = |level: usize| " ".repeat(level);
    let block: String = (0..1_000).map(|level| format!("{}a:\n", spaces(level))).collect();
    let tagged = format!("x: {}1{}", "!t [".repeat(200), "]".repeat(200));
    for hostile in ["[".repeat(10_000), "{a: ".repeat(10_000), "- ".repeat(10_000), block, tagged] {
        let parsed = parse(FILE, &format!("{hostile}\n---\nend: 1\n"));
        let limits = parsed.failures.iter().filter(|failure| failure.kind == ProblemKind::Limit);
        assert_eq!(limits.count(), 1, "{} {:?}", &hostile[..20], parsed.failures);
        assert!(parsed.tree.last().is_some_and(|last| last.get("end").is_some()), "{}", &hostile[..20]);
    }
}

#[test]
fn any_bytes_end_in_values_or_failures() {
    let seeds =
        ["a: &b !c |\n d\n", "- {a: [b, *c]}\n", "? - x\n: >+\n\ty\n", "%TAG ! x\n---\n\"\\uD8\"", "é: 'ü\n...\n"];
    for seed in seeds {
        for cut in (0..=seed.len()).filter(|cut| seed.is_char_boundary(*cut)) {
            for other in seeds {
                let text = format!("{}{other}", &seed[..cut]);
                for document in parse(FILE, &text).tree {
                    assert!(text.get(document.span.range()).is_some(), "{text:?}");
                }
            }
        }
    }
}
