//! `docs/coverage.md`: what is checked, counted by provision, dialect, family and profile.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use phiward::catalog::control::{Checkable, Control};
use phiward::catalog::{Data, FAMILIES, Rule, Tier};
use phiward::model::Dialect;

use super::{RENEW, Row, served};

/// A column and the dialects that it counts; the first that fits counts.
type Column = (&'static str, fn(Dialect) -> bool);

/// Columns of the table of provisions: dialects that are read for one purpose, counted together.
const COLUMNS: [Column; 8] = [
    ("Terraform", |dialect| dialect == Dialect::Terraform),
    ("CloudFormation", |dialect| dialect == Dialect::Cloudformation),
    ("Azure templates", |dialect| dialect == Dialect::Arm),
    ("Kubernetes", |dialect| dialect == Dialect::Kubernetes),
    ("Containers", |dialect| matches!(dialect, Dialect::Compose | Dialect::Dockerfile)),
    ("Code", Dialect::is_code),
    ("Anywhere", |dialect| {
        matches!(dialect, Dialect::Connection | Dialect::Secret | Dialect::Vendor | Dialect::Repository)
    }),
    ("Settings", |_| true),
];

/// The document. The same catalog, rows and cases always give the same text.
pub fn write(data: &Data, rows: &[Row], testdata: &Path) -> String {
    let cases: BTreeMap<&str, usize> =
        data.rules.iter().map(|rule| (rule.id.as_str(), cases(&testdata.join(&rule.id)))).collect();
    let mut out = String::from("# What is checked\n\n");
    head(data, rows, &cases, &mut out);
    families(data, &cases, &mut out);
    dialects(data, &mut out);
    provisions(data, &mut out);
    without_rule(data, &mut out);
    checks(data, rows, &mut out);
    out
}

fn cases(folder: &Path) -> usize {
    let entries = |name| std::fs::read_dir(folder.join(name)).into_iter().flatten().filter_map(Result::ok);
    let all = ["fail", "pass", "open"].into_iter().flat_map(entries);
    all.filter(|entry| entry.path().extension().is_none_or(|extension| extension != "expect")).count()
}

fn strict(rules: &[&Rule]) -> usize {
    rules.iter().filter(|rule| rule.tier == Tier::Strict).count()
}

fn head(data: &Data, rows: &[Row], cases: &BTreeMap<&str, usize>, out: &mut String) {
    let all: Vec<&Rule> = data.rules.iter().collect();
    let pairs: usize = all.iter().map(|rule| rule.select.len()).sum();
    let kinds: BTreeSet<(&Dialect, &String)> = all
        .iter()
        .flat_map(|rule| &rule.select)
        .flat_map(|(dialect, kinds)| kinds.iter().map(move |kind| (dialect, kind)))
        .collect();
    let cited: BTreeSet<&String> = all.iter().flat_map(|rule| &rule.controls).collect();
    let with_rule = rows.iter().filter(|row| row.reason.is_empty()).count();
    let _ = writeln!(
        out,
        "{} rules ({} in the default profile, {} more in `--profile strict`): {pairs} pairs of a rule and a dialect. \
         They are held against {} kinds of facts in {} dialects, bear on {} provisions of 45 CFR Part 164, and have {} cases. \
         Of {} checks that others ask for, {with_rule} have a rule; the others have [a reason](#checks-without-a-rule).\n\n\
         The rules themselves are in [rules.md](rules.md). This page is written by `{RENEW}`.",
        all.len(),
        all.len() - strict(&all),
        strict(&all),
        kinds.len(),
        all.iter().flat_map(|rule| rule.select.keys()).collect::<BTreeSet<_>>().len(),
        cited.len(),
        cases.values().sum::<usize>(),
        rows.len(),
    );
}

fn families(data: &Data, cases: &BTreeMap<&str, usize>, out: &mut String) {
    out.push_str(
        "\n## Families\n\n| family | rules | default | strict | cases |\n| --- | ---: | ---: | ---: | ---: |\n",
    );
    for (family, title) in FAMILIES {
        let rules: Vec<&Rule> = data.rules.iter().filter(|rule| rule.family == family).collect();
        if rules.is_empty() {
            continue;
        }
        let cases: usize = rules.iter().map(|rule| cases[rule.id.as_str()]).sum();
        let (all, strict) = (rules.len(), strict(&rules));
        let _ = writeln!(out, "| [{title}](rules.md#{family}) | {all} | {} | {strict} | {cases} |", all - strict);
    }
}

fn dialects(data: &Data, out: &mut String) {
    out.push_str(
        "\n## Dialects\n\n| dialect | rules | default | strict | kinds |\n| --- | ---: | ---: | ---: | ---: |\n",
    );
    for dialect in Dialect::ALL {
        let rules: Vec<&Rule> = data.rules.iter().filter(|rule| rule.select.contains_key(dialect)).collect();
        if rules.is_empty() {
            continue;
        }
        let kinds: BTreeSet<&String> = rules.iter().flat_map(|rule| &rule.select[dialect]).collect();
        let (all, strict) = (rules.len(), strict(&rules));
        let _ = writeln!(out, "| {dialect} | {all} | {} | {strict} | {} |", all - strict, kinds.len());
    }
}

/// The column that a dialect is counted in: the first that takes it.
fn column(dialect: Dialect) -> usize {
    COLUMNS.iter().position(|(_, takes)| takes(dialect)).unwrap_or_default()
}

fn provisions(data: &Data, out: &mut String) {
    out.push_str(
        "\n## Provisions\n\nHow many rules bear on each, in all and by what they read. A rule that names several provisions counts for each of \
         them. *Partly* means that a repository shows some sign of it, no more.\n\n",
    );
    let names: Vec<&str> = COLUMNS.iter().map(|(name, _)| *name).collect();
    let _ = writeln!(out, "| provision | asks for | shows | rules | {} |", names.join(" | "));
    let _ = writeln!(out, "| --- | --- | --- | ---: |{}", " ---: |".repeat(COLUMNS.len()));
    for control in &data.controls.list {
        let rules = citing(data, control);
        if rules.is_empty() {
            continue;
        }
        let mut counts = [0_usize; COLUMNS.len()];
        for rule in &rules {
            let columns: BTreeSet<usize> = rule.select.keys().copied().map(column).collect();
            columns.into_iter().for_each(|column| counts[column] += 1);
        }
        let shows = if control.checkable == Checkable::Yes { "yes" } else { "partly" };
        let counts: Vec<String> =
            counts.iter().map(|count| if *count == 0 { String::new() } else { count.to_string() }).collect();
        let _ = writeln!(
            out,
            "| {} | {} | {shows} | {} | {} |",
            cite(control),
            control.title,
            rules.len(),
            counts.join(" | ")
        );
    }
}

fn citing<'d>(data: &'d Data, control: &Control) -> Vec<&'d Rule> {
    data.rules.iter().filter(|rule| rule.controls.contains(&control.id)).collect()
}

fn cite(control: &Control) -> String {
    format!("[{}]({})", control.id, control.url())
}

fn without_rule(data: &Data, out: &mut String) {
    let none: Vec<&Control> = data.controls.list.iter().filter(|control| citing(data, control).is_empty()).collect();
    let (silent, unwritten): (Vec<&Control>, Vec<&Control>) =
        none.into_iter().partition(|control| control.checkable == Checkable::No);
    out.push_str(
        "\n## Provisions that no static check can speak to\n\nThey are about people, paper, buildings and processes. A quiet scan says \
         nothing of them.\n\n",
    );
    list(&silent, out);
    if !unwritten.is_empty() {
        out.push_str("\n## Provisions that a repository shows some sign of, without a rule\n\n");
        list(&unwritten, out);
    }
}

fn list(controls: &[&Control], out: &mut String) {
    for control in controls {
        let note = if control.note.is_empty() { control.summary.as_str() } else { control.note.as_str() };
        let _ = writeln!(out, "- {} {}: {note}", cite(control), control.title);
    }
}

fn checks(data: &Data, rows: &[Row], out: &mut String) {
    let served = served(data);
    out.push_str(
        "\n## Checks\n\n`tests/coverage/rows.tsv` lists what other tools, providers and the regulation ask for; each rule names the rows \
         that it serves.\n\n| of | checks | with a rule | rules |\n| --- | ---: | ---: | ---: |\n",
    );
    let mut providers: Vec<&str> = rows.iter().map(|row| row.provider.as_str()).collect();
    providers.dedup();
    for provider in providers {
        let own: Vec<&Row> = rows.iter().filter(|row| row.provider == provider).collect();
        let rules: Vec<&&str> = own.iter().filter_map(|row| served.get(row.name.as_str())).flatten().collect();
        let with_rule = own.iter().filter(|row| row.reason.is_empty()).count();
        let rules: BTreeSet<_> = rules.into_iter().collect();
        let _ = writeln!(out, "| {provider} | {} | {with_rule} | {} |", own.len(), rules.len());
    }
    out.push_str("\n## Checks without a rule\n\n");
    for row in rows.iter().filter(|row| !row.reason.is_empty()) {
        let _ = writeln!(out, "- `{}`: {}", row.name, row.reason);
    }
}
