use super::lowered;
use crate::source::ProblemKind;

/// In a stack that is as small as those of worker threads.
fn in_small_stack(run: impl FnOnce() + Send + 'static) {
    std::thread::Builder::new().stack_size(2 << 20).spawn(run).unwrap().join().unwrap();
}

#[test]
fn what_refers_to_itself_ends() {
    in_small_stack(|| {
        let it = lowered(&[
            (
                "a.bicep",
                "var x = y\nvar y = x\nparam p string = p\nmodule b 'b.bicep' = {\n  name: 'b'\n  params: { v: b.outputs.o }\n}\n\
                resource r 'M.S/a@1' = {\n  parent: r\n  name: '${x}${p}'\n}\n",
            ),
            (
                "b.bicep",
                "param v string\nmodule a 'a.bicep' = {\n  name: 'a'\n}\nmodule self 'b.bicep' = {\n  name: 's'\n}\noutput o string = v\n",
            ),
        ]);
        assert!(it.addresses().contains(&"r"));
        let kinds: Vec<_> = it.part.problems.iter().map(|problem| (problem.kind, &*problem.message)).collect();
        assert!(kinds.iter().all(|(kind, _)| *kind == ProblemKind::ModuleCycle), "{kinds:?}");
        assert_eq!(kinds.len(), 2);
    });
}

#[test]
fn what_grows_without_end_is_bounded() {
    in_small_stack(|| {
        let mut text = "var v0 = [1, 1, 1, 1, 1, 1, 1, 1]\n".to_owned();
        for level in 1..30 {
            let below = format!("v{}", level - 1);
            text.push_str(&format!("var v{level} = [{}]\n", [below.as_str(); 8].join(", ")));
        }
        text.push_str(
            "resource r 'M.S/a@1' = [for i in range(0, 9999): {\n  name: 'n${i}'\n  properties: { v: v29 }\n}]\n",
        );
        let it = lowered(&[("a.bicep", &text)]);
        assert!(it.part.facts.len() <= super::super::eval::MOST_ITEMS);
        assert!(it.part.problems.iter().all(|problem| problem.kind == ProblemKind::Limit));
        assert_eq!(it.part.problems.len(), 2);
    });
}

#[test]
fn functions_make_no_more_than_there_is_room_for() {
    in_small_stack(|| {
        let mut text = "param p string\nvar v0 = 'aaaaaaaaaa'\nvar b0 = v0\nvar u0 = p\n".to_owned();
        for level in 1..60 {
            let below = level - 1;
            text.push_str(&format!(
                "var v{level} = replace(v{below}, 'a', v{below})\nvar b{level} = base64('${{b{below}}}${{b{below}}}')\n"
            ));
            text.push_str(&format!("var u{level} = '${{u{below}}}-${{u{below}}}'\n"));
        }
        text.push_str("resource r 'M.S/a@1' = {\n  name: 'n'\n  properties: { v: v59, b: b59, u: u59, m: map(range(0, 10000), x => range(0, 10000)) }\n}\n");
        let it = lowered(&[("a.bicep", &text)]);
        for name in ["v", "b", "u"] {
            let shown = it.show("r", &format!("properties.{name}"));
            assert!(shown.len() < 4 << 20, "{name} has {} bytes", shown.len());
        }
    });
}

#[test]
fn deep_templates_are_read_as_far_as_they_go() {
    in_small_stack(|| {
        let deep = format!("var x = {}1{}\n", "[".repeat(90), "]".repeat(90));
        let calls = format!("var y = {}1{}\n", "string(".repeat(100), ")".repeat(100));
        let chain: String = (1..400).map(|at| format!("var c{at} = c{}\n", at - 1)).collect();
        let text = format!(
            "{deep}{calls}var c0 = 1\n{chain}resource r 'M.S/a@1' = {{\n  name: 'a'\n  properties: {{ a: x, b: y, c: c399 }}\n}}\n"
        );
        let it = lowered(&[("a.bicep", &text)]);
        assert_eq!(it.show("r", "name"), "a");
        assert!(it.show("r", "properties.c").contains("limit"));
        let json = format!("{}1{}", "[".repeat(400), "]".repeat(400));
        let json = format!(
            "{{\"$schema\": \"deploymentTemplate.json\", \"resources\": [{{\"type\": \"M.S/a\", \"name\": \"x\", \"properties\": {{\"a\": {json}}}}}]}}"
        );
        assert_eq!(lowered(&[("a.json", &json)]).addresses(), ["M.S/a/x"]);
    });
}
