//! The rule reference, as Markdown: every rule of a catalog, by family.

use std::fmt::Write;

use crate::catalog::control::Designation;
use crate::catalog::{Data, FAMILIES, Rule, Tier};

/// The reference. The same catalog always gives the same text.
#[must_use]
pub fn write(data: &Data) -> String {
    let mut out = String::from("# Rules\n\n");
    let strict = data.rules.iter().filter(|rule| rule.tier == Tier::Strict).count();
    let _ = writeln!(
        out,
        "{} rules; {strict} of them are held by `--profile strict` alone. Provisions are those of 45 CFR Part 164 that a finding \
         bears on, paraphrased in `phiward explain RULE`, which also shows an example. Written by `phiward rules --markdown`.\n",
        data.rules.len()
    );
    for (family, title) in FAMILIES {
        let rules: Vec<&Rule> = data.rules.iter().filter(|rule| rule.family == family).collect();
        if !rules.is_empty() {
            let _ = writeln!(out, "- [{title}](#{family}): {}", rules.len());
        }
    }
    for (family, title) in FAMILIES {
        let rules: Vec<&Rule> = data.rules.iter().filter(|rule| rule.family == family).collect();
        if rules.is_empty() {
            continue;
        }
        let _ = writeln!(out, "\n<a id=\"{family}\"></a>\n\n## {title}");
        for rule in rules {
            entry(rule, data, &mut out);
        }
    }
    out
}

fn entry(rule: &Rule, data: &Data, out: &mut String) {
    let _ = writeln!(out, "\n<a id=\"{0}\"></a>\n\n### {0}\n\n{1}.\n", rule.id, rule.title);
    let dialects: Vec<&str> = rule.select.keys().map(|dialect| dialect.name()).collect();
    let strict = if rule.tier == Tier::Strict { " · strict profile" } else { "" };
    let controls: Vec<String> = rule.controls.iter().map(|id| control(id, data)).collect();
    let _ = writeln!(out, "{}{strict} · {} · {}\n", rule.severity, dialects.join(", "), controls.join(", "));
    let _ = writeln!(out, "{}\n\n*Remedy:* {}", flow(&rule.why), flow(&rule.fix));
    if let Some(interpretation) = &rule.interpretation {
        let _ = writeln!(out, "\n*An interpretation:* {}", flow(interpretation));
    }
    if !rule.references.is_empty() {
        let links: Vec<String> = rule.references.iter().map(|link| format!("<{link}>")).collect();
        let _ = writeln!(out, "\n{}", links.join(" · "));
    }
}

fn control(id: &str, data: &Data) -> String {
    let Some(control) = data.controls.get(id) else { return id.to_owned() };
    let status = match control.designation {
        Designation::Required => ", required",
        Designation::Addressable => ", addressable",
        Designation::NotApplicable => "",
    };
    format!("[{id}]({}) ({}{status})", control.url(), control.title)
}

fn flow(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
