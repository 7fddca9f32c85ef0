//! `phiward explain RULE`: all that is known about a rule, for a person at a terminal.

use std::fmt::Write as _;

use crate::catalog::control::Designation;
use crate::catalog::{Data, Rule, Tier, form};

use super::{UsageError, World};

/// Runs the command.
pub fn explain(name: &str, world: &mut World<'_>) -> Result<u8, UsageError> {
    let data = super::catalog(&[], world)?;
    let found = data.rules.iter().find(|rule| rule.id == name || rule.aliases.iter().any(|old| old == name));
    let Some(rule) = found else {
        let error = UsageError::message(format!("there is no rule '{name}'"));
        let near = form::nearest(name, data.rules.iter().map(|rule| rule.id.as_str()));
        return Err(error.help(
            near.map_or_else(|| "phiward rules lists them".to_owned(), |near| format!("did you mean '{near}'?")),
        ));
    };
    let text = text(rule, &data, world.terminal.width.min(100), world.terminal.color);
    let _ = world.out.write_all(text.as_bytes());
    Ok(0)
}

fn text(rule: &Rule, data: &Data, width: usize, color: bool) -> String {
    let head = |title: &str| if color { format!("\u{1b}[1m{title}\u{1b}[0m") } else { title.to_owned() };
    let mut out = String::new();
    let strict = if rule.tier == Tier::Strict { ", held by --profile strict" } else { "" };
    let _ = writeln!(out, "{}\n{}\n", head(&rule.id), rule.title);
    let _ = writeln!(out, "{} severity, {}{strict}", rule.severity, rule.family);
    let dialects: Vec<&str> = rule.select.keys().map(|dialect| dialect.name()).collect();
    let _ = writeln!(out, "for {}\n", dialects.join(", "));
    let _ = writeln!(out, "{}\n{}\n", head("Why"), wrap(&rule.why, width));
    let _ = writeln!(out, "{}\n{}\n", head("How to mend it"), wrap(&rule.fix, width));
    let _ = writeln!(out, "{}", head("Provisions of 45 CFR Part 164 that a finding bears on (paraphrased)"));
    for id in &rule.controls {
        let Some(control) = data.controls.get(id) else { continue };
        let status = match control.designation {
            Designation::Addressable => "addressable: implement it, or document why not, 164.306(d)(3)",
            Designation::Required => "required",
            Designation::NotApplicable => "",
        };
        let status = if status.is_empty() { String::new() } else { format!(" ({status})") };
        let _ = writeln!(out, "{id} {}{status}", control.title);
        let _ = writeln!(out, "{}\n{}\n", wrap(&control.summary, width), control.url());
    }
    if let Some(interpretation) = &rule.interpretation {
        let _ = writeln!(out, "{}\n{}\n", head("An interpretation"), wrap(interpretation, width));
    }
    if let Some(example) = data.examples.get(&rule.id) {
        for (title, text) in [("Fails", &example.bad), ("Passes", &example.good)] {
            let _ = writeln!(out, "{}", head(title));
            for line in text.lines() {
                let _ = writeln!(out, "    {line}");
            }
            out.push('\n');
        }
    }
    if !rule.cwe.is_empty() {
        let list: Vec<String> = rule.cwe.iter().map(|number| format!("CWE-{number}")).collect();
        let _ = writeln!(out, "{}\n", list.join(", "));
    }
    for reference in &rule.references {
        let _ = writeln!(out, "{reference}");
    }
    let _ =
        writeln!(out, "Silence one place: a comment `phiward: ignore[{}] reason` on the line or above it.", rule.id);
    out
}

/// Words folded to lines.
fn wrap(text: &str, width: usize) -> String {
    let mut out = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let letters = word.chars().count();
        if length > 0 && length + 1 + letters > width {
            out.push('\n');
            length = 0;
        } else if length > 0 {
            out.push(' ');
            length += 1;
        }
        out.push_str(word);
        length += letters;
    }
    out
}
