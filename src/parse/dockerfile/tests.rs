use super::*;

fn read(text: &str) -> Parsed<Dockerfile> {
    parse(FileId(0), text)
}

fn clean(text: &str) -> Vec<Instruction> {
    let parsed = read(text);
    assert_eq!(parsed.failures, [], "{text}");
    parsed.tree.instructions
}

fn texts(words: &[Word]) -> Vec<&str> {
    words.iter().map(|word| word.text.as_str()).collect()
}

#[test]
fn instructions_keep_their_exact_places() {
    let source = "# a comment\nFROM alpine:3.20 AS base\r\n\n  user  app \n";
    let instructions = clean(source);
    let slices: Vec<_> = instructions.iter().map(|it| &source[it.span.range()]).collect();
    assert_eq!(slices, ["FROM alpine:3.20 AS base", "user  app"]);
    assert_eq!(instructions[1].keyword.text, "USER");
    assert_eq!(&source[instructions[1].keyword.span.range()], "user");
    assert_eq!(&source[instructions[0].words[0].span.range()], "alpine:3.20");
    assert_eq!(&source[instructions[1].rest.span.range()], "app");
}

#[test]
fn continuations_skip_comments_and_empty_lines() {
    let source = "RUN apt-get update && \\\n  # why\n\n  apt-get install -y \\  \n    curl\nUSER x";
    let instructions = clean(source);
    assert_eq!(instructions.len(), 2);
    assert_eq!(texts(&instructions[0].words), ["apt-get", "update", "&&", "apt-get", "install", "-y", "curl"]);
    assert_eq!(&source[instructions[0].words[6].span.range()], "curl");
    assert!(source[instructions[0].span.range()].ends_with("curl"));
}

#[test]
fn a_word_may_run_through_a_continuation() {
    let source = "ENV A=one\\\ntwo";
    let instructions = clean(source);
    assert_eq!(texts(&instructions[0].words), ["A=onetwo"]);
    assert_eq!(&source[instructions[0].words[0].span.range()], "A=one\\\ntwo");
}

#[test]
fn an_escaped_escape_continues_nothing() {
    let instructions = clean("RUN a \\\\\nUSER b");
    assert_eq!(instructions.len(), 2);
}

#[test]
fn the_escape_directive_counts_at_the_top_alone() {
    let top = read("# syntax=docker/dockerfile:1\n# Escape = `\nCOPY a `\n  C:\\\nUSER x");
    assert_eq!(top.tree.escape, '`');
    assert_eq!(texts(&top.tree.instructions[0].words), ["a", "C:\\"]);
    assert_eq!(read("\n# escape=`\nUSER x").tree.escape, '\\');
    assert_eq!(read("# words here = x\n# escape=`\nUSER x").tree.escape, '\\');
}

#[test]
fn flags_end_at_the_first_other_word() {
    let source = "COPY --from=builder --chown=\"a b\" --link src --x /dst";
    let instructions = clean(source);
    let copy = &instructions[0];
    let flags: Vec<_> = copy
        .flags
        .iter()
        .map(|flag| (flag.name.text.as_str(), flag.value.as_ref().map(|value| value.text.as_str())))
        .collect();
    assert_eq!(flags, [("from", Some("builder")), ("chown", Some("\"a b\"")), ("link", None)]);
    assert_eq!(&source[copy.flags[0].span.range()], "--from=builder");
    assert_eq!(texts(&copy.words), ["src", "--x", "/dst"]);
    assert_eq!(texts(&clean("RUN -- --odd")[0].words), ["--odd"]);
}

#[test]
fn the_json_form_is_read_where_the_builder_reads_it() {
    let source = "CMD [ \"a b\", \\\n \"c\\\"d\" ]\nUSER [\"x\"]\nRUN [ -f x ]\nVOLUME []";
    let instructions = clean(source);
    assert!(instructions[0].exec);
    assert_eq!(texts(&instructions[0].words), ["a b", "c\"d"]);
    assert_eq!(&source[instructions[0].words[1].span.range()], "\"c\\\"d\"");
    assert!(!instructions[1].exec && !instructions[2].exec);
    assert!(instructions[3].exec && instructions[3].words.is_empty());
}

#[test]
fn here_documents_belong_to_their_instruction() {
    let source = "RUN <<EOF cat > /x <<-\"END\"\nset -e\n# no comment \\\nEOF\n\tliteral $X\n\tEND\nUSER x\n";
    let instructions = clean(source);
    assert_eq!(instructions.len(), 2);
    let [first, second] = instructions[0].heredocs.as_slice() else { panic!("two documents") };
    assert_eq!(first.body.text, "set -e\n# no comment \\\n");
    assert_eq!(&source[first.body.span.range()], "set -e\n# no comment \\");
    assert!(!first.literal && second.literal);
    assert_eq!(second.body.text, "literal $X\n");
    assert_eq!(instructions[1].keyword.text, "USER");
}

#[test]
fn shifts_and_here_strings_announce_nothing() {
    assert_eq!(clean("RUN echo $((1<<2)) && cat <<<word && x << y\nUSER x").len(), 2);
    assert_eq!(clean("ENV A=<<EOF\nUSER x").len(), 2);
    assert_eq!(clean("RUN [\"<<EOF\"]\nUSER x").len(), 2);
}

#[test]
fn an_empty_here_document_has_an_empty_body() {
    let instructions = clean("COPY <<EOF /x\nEOF\nUSER y");
    assert_eq!(instructions[0].heredocs[0].body.text, "");
    assert_eq!(instructions.len(), 2);
}

#[test]
fn triggers_and_checks_nest() {
    let source = "ONBUILD RUN <<EOF\nx\nEOF\nHEALTHCHECK --interval=5s CMD [\"a\"]\nHEALTHCHECK none";
    let instructions = clean(source);
    let trigger = instructions[0].nested.as_ref().expect("a trigger");
    assert_eq!((trigger.keyword.text.as_str(), trigger.heredocs.len()), ("RUN", 1));
    assert_eq!(&source[instructions[0].span.range()], "ONBUILD RUN <<EOF\nx");
    let check = instructions[1].nested.as_ref().expect("a command");
    assert!(check.exec && instructions[1].flags.len() == 1);
    assert!(instructions[2].nested.is_none());
    assert!(clean("ONBUILD ONBUILD ONBUILD RUN x")[0].nested.as_ref().is_some_and(|it| it.nested.is_none()));
}

#[test]
fn unknown_instructions_are_told_of_once() {
    let source = "FROM x\n{% if y %}\nUSER z\n{% endif %}\n";
    let parsed = read(source);
    assert_eq!(parsed.tree.instructions.len(), 2);
    assert_eq!(parsed.failures.len(), 1);
    assert_eq!(parsed.failures[0].span.map(|span| &source[span.range()]), Some("{% if y %}"));
}

#[test]
fn broken_input_ends_in_failures() {
    let open = read("RUN <<A <<B <<C\nbody");
    assert_eq!(open.tree.instructions[0].heredocs.len(), 1);
    assert_eq!(open.failures.len(), 2);
    assert_eq!(clean("RUN a && \\")[0].rest.text, "a &&");
    assert_eq!(clean("RUN \"never closed 'at all")[0].words.len(), 1);
    assert_eq!(clean("FROM")[0].words.len(), 0);
    assert_eq!(clean("").len(), 0);
    assert_eq!(read("\\").failures.len(), 1);
}

#[test]
fn long_input_is_read_in_linear_time() {
    let line = format!("RUN {}", "a 'b' \\\n".repeat(200_000));
    assert_eq!(clean(&line)[0].words.len(), 400_000);
    let announced = format!("RUN {}\n", "<<A ".repeat(200_000));
    assert_eq!(read(&announced).failures.len(), 1);
    assert_eq!(read(&format!("{}x", "\\\n".repeat(400_000))).failures.len(), 1);
}
