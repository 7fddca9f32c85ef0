use super::*;
use crate::lower::iac::testing::Lowered;
use crate::source::SourceFile;

fn read(text: &str) -> Lowered {
    let sources = Sources::new(vec![SourceFile::new("app/Dockerfile".to_owned(), text.to_owned())]);
    let tree = crate::parse::dockerfile::parse(FileId(0), text).tree;
    let part = lower(&sources, FileId(0), &tree);
    Lowered { sources, part }
}

#[test]
fn stages_and_instructions_have_addresses_and_places() {
    let text = "ARG V=1\nFROM golang:1.23 AS Build\nRUN a && \\\n  b\nRUN c\n\nFROM scratch\nCOPY --from=build /x /x\n";
    let lowered = read(text);
    assert_eq!(
        lowered.addresses(),
        ["ARG:1", "Build", "Build:FROM:1", "Build:RUN:1", "Build:RUN:2", "1", "1:FROM:1", "1:COPY:1"]
    );
    let build = lowered.fact("Build");
    assert_eq!(&*build.kind, "stage");
    assert_eq!(lowered.sources.slice(build.span), "FROM golang:1.23 AS Build\nRUN a && \\\n  b\nRUN c");
    assert_eq!(lowered.sources.slice(build.header), "FROM golang:1.23 AS Build");
    assert_eq!(lowered.sources.slice(lowered.fact("Build:RUN:1").header), "RUN a && \\");
    assert_eq!(lowered.show("Build", "final"), "false");
    assert_eq!(lowered.show("1", "final"), "true");
    assert_eq!(lowered.show("Build", "instructions"), "3 items");
    assert_eq!(lowered.show("Build", "instructions.1.command"), "a &&   b");
    assert_eq!(lowered.part.scopes[0].path, "app/Dockerfile");
}

#[test]
fn the_base_image_is_taken_apart() {
    let lowered = read("FROM --platform=$BUILDPLATFORM host:5000/a/b:1.2@sha256:00 AS x\n");
    assert_eq!(lowered.show("x", "from.image"), "host:5000/a/b");
    assert_eq!(lowered.slice("x", "from.tag"), "1.2");
    assert_eq!(lowered.slice("x", "from.digest"), "sha256:00");
    assert_eq!(lowered.show("x", "from.platform"), "input 'BUILDPLATFORM' has no value here");
    assert_eq!(lowered.show("x", "from.stage_ref"), "false");
    assert_eq!(lowered.show("x:FROM:1", "from.image"), "host:5000/a/b");
    assert_eq!(lowered.images(), ["host:5000/a/b"]);
}

#[test]
fn arguments_are_replaced_by_their_defaults() {
    let text =
        "ARG TAG=3.20\nARG NONE\nFROM alpine:${TAG} AS a\nFROM node:${NONE} AS b\nFROM ${NONE} AS c\nFROM x:${GONE}\n";
    let lowered = read(text);
    assert_eq!(lowered.show("a", "from.tag"), "3.20");
    let origins = lowered.at("a", "from.tag").map(Value::origins).unwrap_or_default();
    assert_eq!(origins.iter().map(|span| lowered.sources.slice(*span)).collect::<Vec<_>>(), ["3.20"]);
    assert_eq!(lowered.show("b", "from.image"), "node");
    assert_eq!(lowered.show("b", "from.tag"), "input 'NONE' has no value here");
    assert_eq!(lowered.show("b", "from.stage_ref"), "false");
    assert_eq!(lowered.show("c", "from.stage_ref"), "input 'NONE' has no value here");
    assert_eq!(lowered.show("3", "from.tag"), "'GONE' is not declared");
    assert_eq!(lowered.images(), ["alpine", "node", "x"]);
}

#[test]
fn stages_see_the_arguments_they_declare() {
    let text = "ARG G=g\nFROM x\nENV A=$G\nARG G\nARG L\nENV B=$G C=$L/bin D=$PATH:/x\nENV G=own\nUSER $G\n";
    let lowered = read(text);
    assert_eq!(lowered.show("0", "env.A"), "'G' comes from the environment");
    assert_eq!(lowered.show("0", "env.B"), "g");
    assert_eq!(lowered.show("0", "env.C"), "input 'L' has no value here");
    assert_eq!(lowered.show("0", "env.D"), "'PATH' comes from the environment");
    assert_eq!(lowered.show("0", "user"), "own");
    assert_eq!(lowered.show("0", "args.G"), "g");
    assert_eq!(lowered.show("0", "args.L"), "input 'L' has no value here");
}

#[test]
fn one_env_instruction_sees_the_values_before_it() {
    let lowered = read("FROM x\nENV a=hello\nENV a=bye b=$a\nENV c=$a d='$a' e=\"x y\" f=x\\ y\n");
    for (path, expected) in [("env.b", "hello"), ("env.c", "bye"), ("env.d", "$a"), ("env.e", "x y"), ("env.f", "x y")]
    {
        assert_eq!(lowered.show("0", path), expected, "{path}");
    }
    assert_eq!(lowered.slice("0", "env.e"), "\"x y\"");
    assert_eq!(lowered.show("0:ENV:3", "set.c"), "bye");
}

#[test]
fn the_old_env_form_takes_the_rest_of_the_line() {
    let lowered = read("FROM x\nENV NAME a b $X\nENV ALONE\nLABEL \"k\"=\"v w\" l=m\n");
    assert_eq!(lowered.slice("0", "env.NAME"), "a b $X");
    assert_eq!(lowered.show("0", "env.ALONE"), "");
    assert_eq!(lowered.show("0:LABEL:1", "set.k"), "v w");
    assert_eq!(lowered.show("0:LABEL:1", "set.l"), "m");
}

#[test]
fn user_and_health_check_pass_on_to_stages_built_on_a_stage() {
    let text = "FROM x AS base\nUSER root\nUSER app:app\nHEALTHCHECK CMD curl -f http://localhost\n\
                FROM BASE AS kid\nENV A=$HOME\nFROM kid\nHEALTHCHECK NONE\nFROM y\n";
    let lowered = read(text);
    assert_eq!(lowered.show("kid", "user"), "app:app");
    assert_eq!(lowered.show("kid", "healthcheck"), "true");
    assert_eq!(lowered.show("kid", "from.stage_ref"), "true");
    assert_eq!(&*lowered.at("kid", "from").map(Value::links).unwrap_or_default()[0].address, "base");
    assert_eq!(lowered.show("2", "healthcheck"), "false");
    assert_eq!(lowered.show("3", "user"), "absent");
    assert_eq!(lowered.show("3", "healthcheck"), "absent");
    assert_eq!(lowered.show("base:HEALTHCHECK:1", "command"), "curl -f http://localhost");
    assert_eq!(lowered.show("base:HEALTHCHECK:1", "form"), "shell");
    assert_eq!(lowered.images(), ["x", "y"]);
}

#[test]
fn stages_inherit_variables() {
    let lowered = read("FROM x AS a\nENV V=1\nARG W=2\nFROM a\nENV X=$V-$W\n");
    assert_eq!(lowered.show("1", "env.X"), "1-2");
    assert_eq!(lowered.show("1", "env.V"), "absent");
}

#[test]
fn ports_have_number_and_protocol() {
    let lowered = read("FROM x\nARG P\nEXPOSE 22 53/UDP 7000-7010 $P/udp $P\n");
    assert_eq!(lowered.show("0", "expose.0.port"), "22");
    assert_eq!(lowered.show("0", "expose.0.protocol"), "tcp");
    assert_eq!(lowered.slice("0", "expose.1"), "53/UDP");
    assert_eq!(lowered.show("0", "expose.1.protocol"), "udp");
    assert_eq!(lowered.show("0", "expose.2.port"), "7000-7010");
    assert_eq!(lowered.show("0", "expose.3.protocol"), "udp");
    assert_eq!(lowered.show("0", "expose.4.protocol"), "input 'P' has no value here");
}

#[test]
fn the_shell_gets_its_text_as_written() {
    let text = "FROM x\nRUN --mount=type=secret,id=a --mount=type=cache,target=/c --network=none curl \"$U\" -k\n\
                CMD [\"a\", \"$B\"]\nRUN <<EOF\npip install x\nEOF\n";
    let lowered = read(text);
    assert_eq!(lowered.slice("0:RUN:1", "command"), "curl \"$U\" -k");
    assert_eq!(lowered.show("0:RUN:1", "args.1"), "$U");
    assert_eq!(lowered.slice("0:RUN:1", "args.2"), "-k");
    assert_eq!(lowered.show("0:RUN:1", "flags.mount.1"), "type=cache,target=/c");
    assert_eq!(lowered.show("0:RUN:1", "flags.network"), "none");
    assert_eq!(lowered.show("0:RUN:1", "form"), "shell");
    assert_eq!(lowered.show("0:CMD:1", "form"), "exec");
    assert_eq!(lowered.show("0:CMD:1", "args.1"), "$B");
    assert_eq!(lowered.show("0:RUN:2", "command"), "<<EOF\npip install x\n");
    assert_eq!(lowered.show("0:RUN:2", "heredocs.0"), "pip install x\n");
}

#[test]
fn copies_tell_what_goes_where() {
    let text = "FROM x AS a\nFROM y\nARG V=9\nADD https://e.org/$V.tgz b /dst/\nCOPY --from=0 --chown=u:g /a /b\nCOPY --from=nginx:1 /c /d\n";
    let lowered = read(text);
    assert_eq!(lowered.show("1:ADD:1", "sources.0"), "https://e.org/9.tgz");
    assert_eq!(lowered.show("1:ADD:1", "destination"), "/dst/");
    assert_eq!(lowered.show("1:COPY:1", "from.stage_ref"), "true");
    assert_eq!(lowered.show("1:COPY:1", "flags.chown"), "u:g");
    assert_eq!(lowered.show("1:COPY:2", "from.tag"), "1");
    assert_eq!(lowered.images(), ["x", "y", "nginx"]);
}

#[test]
fn triggers_do_not_count_for_the_stage() {
    let lowered = read("FROM x\nONBUILD USER root\n");
    assert_eq!(lowered.show("0", "user"), "absent");
    assert_eq!(lowered.show("0:ONBUILD:1", "trigger.instruction"), "USER");
}

#[test]
fn odd_files_give_what_they_have() {
    assert!(read("").part.scopes.is_empty());
    assert_eq!(read("RUN x\n").addresses(), ["RUN:1"]);
    assert_eq!(read("FROM\nUSER\n").addresses(), ["0", "0:FROM:1", "0:USER:1"]);
    assert_eq!(read("FROM a AS s\nFROM s AS s\nFROM s").addresses()[2..5], ["1", "1:FROM:1", "2"]);
    read(
        "FROM x\nENV =\nARG =\nARG\nENV\nLABEL\nEXPOSE\nCOPY a\nCOPY []\nADD\nONBUILD\nHEALTHCHECK\nFROM x AS\nCOPY --from= a b\n",
    );
}

#[test]
fn variables_cannot_fill_the_memory() {
    let doubling = format!("FROM x\nENV A=aaaaaaaa\n{}", "ENV A=$A$A\n".repeat(64));
    assert_eq!(read(&doubling).show("0", "env.A"), "it is past a limit of depth or size");
    let chain: String = (0..20_000).map(|at| format!("FROM s{at} AS s{}\nENV X=$Y\n", at + 1)).collect();
    assert_eq!(read(&format!("FROM x AS s0\n{chain}")).part.facts.len(), 60_002);
    let flags: String = (0..50_000).map(|at| format!(" --m=1 --f{at}")).collect();
    let flags = read(&format!("FROM x\nRUN{flags} x\n"));
    assert_eq!(flags.at("0:RUN:1", "flags").and_then(Value::as_map).map(|map| map.entries.len()), Some(50_001));
}
