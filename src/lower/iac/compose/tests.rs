use super::*;
use crate::lower::iac::testing::Lowered;
use crate::source::SourceFile;

fn try_read(name: &str, text: &str) -> Option<Lowered> {
    let sources = Sources::new(vec![SourceFile::new(name.to_owned(), text.to_owned())]);
    let tree = crate::parse::yaml::parse(FileId(0), text).tree;
    let part = lower(&sources, FileId(0), &tree)?;
    Some(Lowered { sources, part })
}

fn read(text: &str) -> Lowered {
    try_read("app/compose.yaml", text).expect("a Compose file")
}

#[test]
fn files_are_known_by_name_or_by_content() {
    assert!(try_read("docker-compose.prod.yml", "services:\n  a: {}\n").is_some());
    assert!(try_read("Compose.YAML", "volumes:\n  a: {}\n").is_some());
    assert!(try_read("stack.yml", "services:\n  a:\n    image: x\n").is_some());
    assert!(try_read("stack.yml", "services:\n  a:\n    build: .\n").is_some());
    assert!(try_read("values.yml", "services:\n  a:\n    type: x\n").is_none());
    assert!(try_read("compose.yaml", "services: []\n").is_none());
    assert!(try_read("ci.yml", "services: [postgres]\nimage: x\n").is_none());
    assert!(try_read("compose.yaml", "").is_none());
}

#[test]
fn facts_have_addresses_and_exact_places() {
    let text = "services:\n  db:\n    image: postgres:16\n    restart: always\n  web:\n    image: nginx\n\
                volumes:\n  db:\n    driver: local\n  data:\nnetworks:\n  n: {internal: true}\nsecrets:\n  s:\n    file: ./s\nconfigs:\n  c:\n    file: ./c\n";
    let lowered = read(text);
    assert_eq!(lowered.addresses(), ["db", "web", "volume.db", "volume.data", "network.n", "secret.s", "config.c"]);
    let db = lowered.fact("db");
    assert_eq!(&*db.kind, "service");
    assert_eq!(lowered.sources.slice(db.header), "db");
    assert_eq!(lowered.sources.slice(db.span), "db:\n    image: postgres:16\n    restart: always");
    assert_eq!(lowered.sources.slice(lowered.fact("volume.data").header), "data");
    assert_eq!(lowered.show("volume.data", ""), "");
    assert_eq!(lowered.show("network.n", "internal"), "true");
    assert_eq!(lowered.slice("db", "image_ref.tag"), "16");
    assert_eq!(lowered.images(), ["postgres", "nginx"]);
    assert_eq!(lowered.part.scopes[0].path, "app/compose.yaml");
}

#[test]
fn an_image_that_is_built_here_is_nobody_elses() {
    assert!(read("services:\n  a:\n    image: me/app\n    build: ./app\n").images().is_empty());
}

#[test]
fn environment_lists_become_maps() {
    let text = "services:\n  a:\n    environment:\n      - A=1\n      - \"B=x=${NO:-y}\"\n      - C\n      - D=${P}/z\n    labels: [k=v, l]\n  \
                b:\n    environment:\n      A: 1\n      C:\n      E: ${F:-true}\n";
    let lowered = read(text);
    assert_eq!(lowered.slice("a", "environment.A"), "1");
    assert_eq!(lowered.show("a", "environment.B"), "x=y");
    assert_eq!(lowered.slice("a", "environment.B"), "x=${NO:-y}");
    assert_eq!(lowered.show("a", "environment.C"), "'C' comes from the environment");
    assert_eq!(lowered.show("a", "environment.D"), "'P' comes from the environment");
    assert_eq!(lowered.show("a", "labels.l"), "");
    let entry = lowered.at("a", "environment").and_then(Value::as_map).and_then(|map| map.entry("B"));
    assert_eq!(entry.map(|entry| lowered.sources.slice(entry.key_span)), Some("B"));
    assert_eq!(lowered.show("b", "environment.A"), "1");
    assert_eq!(lowered.show("b", "environment.C"), "'C' comes from the environment");
    assert_eq!(lowered.show("b", "environment.E"), "true");
}

#[test]
fn short_ports_are_written_out() {
    let text = "services:\n  a:\n    ports:\n      - 80\n      - \"5432:5433\"\n      - 127.0.0.1:1:2/udp\n      - \"[::1]:3:4\"\n      \
                - ${P:-8080}:80\n      - ${IP:-0.0.0.0}:${Q}:9\n      - 7000-7010:7000-7010\n      - ${R}\n      - ${S:-5:6}\n      \
                - target: 1\n        published: \"${T:-2}\"\n      - \"::1:5:6\"\n      - \"1.2.3.4::7\"\n";
    let lowered = read(text);
    let port = |at: usize| {
        let parts =
            ["host_ip", "published", "target", "protocol"].map(|key| lowered.show("a", &format!("ports.{at}.{key}")));
        parts.join(" ").replace("absent", "-")
    };
    assert_eq!(port(0), "- - 80 -");
    assert_eq!(port(1), "- 5432 5433 -");
    assert_eq!(port(2), "127.0.0.1 1 2 udp");
    assert_eq!(port(3), "::1 3 4 -");
    assert_eq!(port(4), "- 8080 80 -");
    assert_eq!(port(5), "0.0.0.0 'Q' comes from the environment 9 -");
    assert_eq!(port(6), "- 7000-7010 7000-7010 -");
    assert_eq!(lowered.show("a", "ports.7"), "'R' comes from the environment");
    assert_eq!(port(8), "- 5 6 -");
    assert_eq!(port(9), "- 2 1 -");
    assert_eq!(port(10), "::1 5 6 -");
    assert_eq!(port(11), "1.2.3.4 - 7 -");
    assert_eq!(lowered.slice("a", "ports.1.published"), "5432");
    assert_eq!(lowered.slice("a", "ports.4.published"), "${P:-8080}");
    assert_eq!(lowered.slice("a", "ports.2"), "127.0.0.1:1:2/udp");
}

#[test]
fn short_volumes_are_written_out() {
    let text = "services:\n  a:\n    volumes:\n      - /var/lib\n      - data:/data:ro\n      - ./x:/x:z\n      - C:\\a:/b\n      \
                - ${DIR}/x:/y\n      - ${DIR:-./d}:/y:${M}\n      - type: bind\n        source: /s\n        target: /t\n      - ${ALL}\n\
                volumes:\n  data:\n";
    let lowered = read(text);
    let volume = |at: usize| {
        let parts =
            ["type", "source", "target", "read_only"].map(|key| lowered.show("a", &format!("volumes.{at}.{key}")));
        parts.join(" ").replace("absent", "-")
    };
    assert_eq!(volume(0), "volume - /var/lib -");
    assert_eq!(volume(1), "volume data /data true");
    assert_eq!(lowered.links("a", "volumes.1.source"), ["volume.data"]);
    assert_eq!(volume(2), "bind ./x /x -");
    assert_eq!(volume(3), "bind C:\\a /b -");
    assert_eq!(lowered.show("a", "volumes.4.type"), "'DIR' comes from the environment");
    assert_eq!(lowered.show("a", "volumes.5.type"), "bind");
    assert_eq!(lowered.show("a", "volumes.5.read_only"), "'M' comes from the environment");
    assert_eq!(volume(6), "bind /s /t -");
    assert_eq!(lowered.show("a", "volumes.7"), "'ALL' comes from the environment");
}

#[test]
fn the_rest_is_written_out_too() {
    let text = "services:\n  a:\n    build: ./app\n    env_file: .env\n    depends_on: [b]\n    networks:\n      n:\n    secrets:\n      - s\n      \
                - source: s\n  b:\n    build:\n      context: .\n      args: [V=1]\n    depends_on:\n      a:\n        condition: x\n    \
                command: echo $$HOME ${X:-y}\nnetworks:\n  n:\nsecrets:\n  s:\n    external: true\n";
    let lowered = read(text);
    assert_eq!(lowered.show("a", "build.context"), "./app");
    assert_eq!(lowered.show("a", "env_file.0"), ".env");
    assert_eq!(lowered.links("a", "depends_on.0"), ["b"]);
    assert_eq!(lowered.links("b", "depends_on.a"), ["a"]);
    assert_eq!(lowered.links("a", "networks.n"), ["network.n"]);
    assert_eq!(lowered.links("a", "secrets.0"), ["secret.s"]);
    assert_eq!(lowered.links("a", "secrets.1.source"), ["secret.s"]);
    assert_eq!(lowered.show("b", "build.args.V"), "1");
    assert_eq!(lowered.show("b", "command"), "echo $HOME y");
}

#[test]
fn extends_merges_within_the_file() {
    let text = "services:\n  base:\n    image: x\n    environment: [A=1, B=1]\n    ports: [\"1:1\"]\n    command: [a]\n    privileged: true\n  \
                mid:\n    extends: base\n    environment:\n      B: 2\n  kid:\n    extends:\n      service: mid\n      file: ./compose.yaml\n    \
                ports: [\"2:2\"]\n    command: [b]\n  far:\n    extends:\n      file: common.yml\n      service: x\n  gone:\n    extends: nobody\n";
    let lowered = read(text);
    assert_eq!(lowered.show("kid", "environment.A"), "1");
    assert_eq!(lowered.show("kid", "environment.B"), "2");
    assert_eq!(lowered.show("kid", "ports"), "2 items");
    assert_eq!(lowered.show("kid", "command.0"), "b");
    assert_eq!(lowered.show("kid", "privileged"), "true");
    assert_eq!(lowered.slice("mid", "privileged"), "extends: base");
    let origins = lowered.at("mid", "privileged").map(Value::origins).unwrap_or_default();
    assert_eq!(lowered.sources.slice(origins[0]), "true");
    assert_eq!(lowered.show("far", ""), "extends ...");
    assert_eq!(lowered.show("gone", ""), "extends ...");
}

#[test]
fn anchors_are_merged() {
    let text = "x-common: &c\n  restart: always\n  environment: &e {A: 1}\nservices:\n  a:\n    <<: *c\n    image: x\n    \
                environment:\n      <<: *e\n      B: ${C:-2}\n";
    let lowered = read(text);
    assert_eq!(lowered.show("a", "restart"), "always");
    assert_eq!(lowered.show("a", "environment.A"), "1");
    assert_eq!(lowered.show("a", "environment.B"), "2");
}

#[test]
fn what_is_not_read_is_told() {
    let lowered = read("include: [other.yml]\nservices:\n  a: {image: x}\n");
    assert_eq!(lowered.part.scopes[0].unread.len(), 1);
    assert_eq!(lowered.sources.slice(lowered.part.scopes[0].unread[0].span), "[other.yml]");
    let broken = read("services:\n  a:\n    image: x\n  b: [\n");
    assert_eq!(broken.part.scopes[0].unread.len(), 1);
}

#[test]
fn odd_values_do_no_harm() {
    let text = "services:\n  a:\n  b: 5\n  c: {image: 5, ports: x, volumes: {a: b}, environment: y, build: 3, extends: [x], depends_on: 4}\n  \
                d: {image: \"\", ports: [\"\", \":\", \"/\", null, [], \"::\", \"$\"], volumes: [\"\", \":\", \"::\", \"a:\", null], environment: [\"\", \"=\", 5]}\n  \
                e: {extends: e}\n  f: {extends: {}}\n  a: {image: z}\nvolumes: [x]\nnetworks: 5\n";
    let lowered = read(text);
    assert_eq!(lowered.addresses(), ["b", "c", "d", "e", "f", "a"]);
    assert_eq!(lowered.show("a", "image"), "z");
    assert_eq!(lowered.show("e", ""), "extends ...");
}

#[test]
fn extends_cannot_fill_the_memory() {
    let big: String = (0..20_000).map(|at| format!("      V{at}: x\n")).collect();
    let many: String = (0..3_000).map(|at| format!("  s{at}:\n    extends: base\n")).collect();
    let lowered = read(&format!("services:\n  base:\n    environment:\n{big}{many}"));
    assert!(lowered.at("s0", "environment.V19999").is_some());
    assert_eq!(lowered.show("s2999", ""), "extends ...");
    let chain: String = (0..2_000).map(|at| format!("  s{at}:\n    extends: s{}\n", at + 1)).collect();
    assert_eq!(read(&format!("services:\n{chain}  s2000: {{image: x}}\n")).show("s0", ""), "extends ...");
}
