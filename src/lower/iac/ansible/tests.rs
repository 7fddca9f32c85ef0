use super::super::testing::Lowered;
use super::*;
use crate::parse::yaml;
use crate::source::SourceFile;

fn lowered(files: &[(&str, &str)]) -> Lowered {
    let sources: Vec<_> =
        files.iter().map(|(path, text)| SourceFile::new((*path).to_owned(), (*text).to_owned())).collect();
    let sources = Sources::new(sources);
    let trees: Vec<(FileId, Vec<Value>)> =
        sources.iter().map(|(id, file)| (id, yaml::parse(id, &file.text).tree)).collect();
    let inputs: Vec<(FileId, &[Value])> = trees.iter().map(|(id, tree)| (*id, &tree[..])).collect();
    let mut part = Part::default();
    for found in lower(&sources, &inputs) {
        part.facts.extend(found.facts);
        part.scopes.extend(found.scopes);
    }
    Lowered { sources, part }
}

#[test]
fn a_task_is_its_module_whichever_way_it_is_written() {
    let of = lowered(&[(
        "site.yml",
        "- hosts: all\n  tasks:\n    - name: a\n      amazon.aws.s3_bucket:\n        name: records\n        encryption: none\n    \
         - name: b\n      s3_bucket: name=records encryption='none'\n    - name: c\n      action: s3_bucket name=records encryption=none\n    \
         - name: d\n      action:\n        module: s3_bucket\n        encryption: none\n    - name: e\n      command: ls name=x\n      args:\n        chdir: /srv\n",
    )]);
    for name in ["a", "b", "c", "d"] {
        assert_eq!(&*of.fact(name).kind, "s3_bucket", "{name}");
        assert_eq!(of.show(name, "encryption"), "none", "{name}");
    }
    assert_eq!(of.show("e", "_raw_params"), "ls name=x");
    assert_eq!(of.show("e", "chdir"), "/srv");
    assert_eq!(of.sources.slice(of.fact("a").header), "amazon.aws.s3_bucket");
}

#[test]
fn keywords_around_a_task_hold_for_it() {
    let of = lowered(&[(
        "site.yml",
        "- hosts: all\n  no_log: yes\n  module_defaults:\n    ansible.builtin.uri:\n      validate_certs: no\n  tasks:\n    - name: a\n      \
         ansible.builtin.uri:\n        url: https://x\n    - block:\n        - name: b\n          debug: msg=x\n          no_log: 'no'\n      become: yes\n",
    )]);
    assert_eq!(of.show("a", "task.no_log"), "true");
    assert_eq!(of.show("a", "validate_certs"), "false");
    assert_eq!(of.show("b", "task.no_log"), "false");
    assert_eq!(of.show("b", "task.become"), "true");
}

#[test]
fn templates_are_what_the_nearest_variable_says() {
    let of = lowered(&[
        ("roles/db/defaults/main.yml", "db_host: db.internal\ndb_tls: no\ndb:\n  port: 5432\n"),
        ("roles/db/vars/main.yml", "db_host: db.clinic\n"),
        ("group_vars/all.yml", "region: eu\ndb_tls: yes\n"),
        (
            "roles/db/tasks/main.yml",
            "- name: a\n  uri:\n    url: \"http://{{ db_host }}:{{ db.port }}/{{ what }}\"\n    validate_certs: '{{ db_tls }}'\n    \
             region: '{{ region }}'\n    mode: \"{{ mode | default('0600') }}\"\n    owner: '{{ owner | default(omit) }}'\n    \
             user: '{{ own }}'\n    list: '{{ x | join(\",\") }}'\n  vars:\n    own: me\n",
        ),
    ]);
    assert_eq!(of.show("a", "url"), "input 'what' has no value here");
    let pieces = &of.at("a", "url").and_then(Value::as_unknown).unwrap().pieces;
    assert!(matches!(&pieces[0], crate::model::Piece::Text(text) if &**text == "http://db.clinic:5432/"), "{pieces:?}");
    assert_eq!(of.show("a", "validate_certs"), "false");
    assert_eq!(of.show("a", "region"), "eu");
    assert_eq!(of.show("a", "mode"), "0600");
    assert_eq!(of.show("a", "owner"), "absent");
    assert_eq!(of.show("a", "user"), "me");
    assert_eq!(of.show("a", "list"), "'x | join(\",\")' is not evaluated");
    assert_eq!(of.slice("a", "validate_certs"), "'{{ db_tls }}'");
}

#[test]
fn a_task_tells_which_variables_it_names() {
    let of = lowered(&[(
        "site.yml",
        "- hosts: all\n  vars:\n    x: '{{ y }}'\n  tasks:\n    - name: a\n      shell: mysql -p{{ db_password | quote }} {{ x }} {{ lookup('env', 'HOME') }}\n",
    )]);
    let names = of.at("a", "task.names").and_then(Value::as_list).unwrap();
    let names: Vec<_> = names.items.iter().filter_map(Value::as_str).collect();
    assert_eq!(names, ["db_password", "x", "lookup", "env", "HOME"]);
}

#[test]
fn files_that_are_something_else_are_left_alone() {
    for (path, text) in [
        ("x.yml", "- name: a\n  uses: b\n"),
        ("x.yml", "hosts: all\ntasks: []\n"),
        ("hosts.yml", "- hosts: [a.example.org]\n  port: 80\n"),
        ("tasks/list.yml", "- title: buy milk\n  done: false\n"),
        ("tasks/list.yml", "- buy milk\n"),
    ] {
        let parsed = yaml::parse(FileId(0), text).tree;
        assert!(!is_ansible(path, &parsed), "{path}: {text}");
    }
    let task = yaml::parse(FileId(0), "- name: a\n  ansible.builtin.copy:\n    src: x\n").tree;
    assert!(is_ansible("anywhere.yml", &task));
}

#[test]
fn odd_tasks_are_no_trouble() {
    let of = lowered(&[(
        "site.yml",
        "- hosts: all\n  tasks:\n    - x\n    - name: only a name\n    - apt:\n    - apt: [x]\n    - block: x\n    - action: 5\n    - action: ''\n    \
         - shell: !vault |\n        $ANSIBLE_VAULT\n    - debug: msg='{{ open' x=\n    - copy: '{{ all }}'\n- hosts: all\n  tasks: x\n- 5\n",
    )]);
    assert!(of.part.facts.iter().any(|fact| &*fact.kind == "shell"));
}

#[test]
fn variables_that_name_each_other_end() {
    let mut text = String::from("a: '{{ b }}'\nb: '{{ a }}'\nx0: '0123456789'\n");
    for at in 1..40 {
        text.push_str(&format!("x{at}: '{{{{ x{0} }}}}{{{{ x{0} }}}}'\n", at - 1));
    }
    let of = lowered(&[
        ("roles/r/defaults/main.yml", &text),
        ("roles/r/tasks/main.yml", "- name: t\n  copy:\n    a: '{{ a }}'\n    x: '{{ x39 }}'\n    y: '{{ x3 }}'\n"),
    ]);
    assert_eq!(of.show("t", "a"), "it is past a limit of depth or size");
    assert_eq!(of.show("t", "y").len(), 80);
}

#[test]
fn deep_blocks_end() {
    let mut text = String::from("- hosts: all\n  tasks:\n");
    let mut indent = String::from("    ");
    for _ in 0..60 {
        text.push_str(&format!("{indent}- block:\n"));
        indent.push_str("    ");
    }
    text.push_str(&format!("{indent}- debug: msg=x\n"));
    assert_eq!(lowered(&[("site.yml", &text)]).addresses(), ["play"]);
}
