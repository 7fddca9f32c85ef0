//! For people at a terminal: findings grouped by family and rule, each rule explained once, with the
//! line it is about; then a summary. Made to be read in four minutes.

mod excerpt;

use std::collections::BTreeMap;
use std::fmt::Write;

use miette::{GraphicalReportHandler, GraphicalTheme, Severity as Tone};

use crate::catalog::control::Designation;
use crate::catalog::{FAMILIES, Rule, Severity};

use super::{Entry, Notice, Report};
use excerpt::Drawing;

/// How many other places of a finding are shown.
const MAX_RELATED: usize = 4;

/// How the terminal wants it.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Whether colours may be used.
    pub color: bool,
    /// Whether lines may be drawn with characters beyond ASCII.
    pub unicode: bool,
    /// Columns.
    pub width: usize,
    /// Every finding with its excerpt, not just the first of each rule.
    pub full: bool,
    /// Open answers one by one.
    pub opens: bool,
    /// The summary alone.
    pub quiet: bool,
}

/// The report as text; ends with a line break.
#[must_use]
pub fn write(report: &Report<'_>, style: Style) -> String {
    let mut out = String::new();
    let printer = Printer { report, style, handler: handler(style) };
    if !style.quiet {
        printer.findings(&mut out);
        if style.opens {
            printer.opens(&mut out);
        }
        printer.notices(&mut out);
    }
    printer.summary(&mut out);
    out
}

fn handler(style: Style) -> GraphicalReportHandler {
    let theme = match (style.unicode, style.color) {
        (true, true) => GraphicalTheme::unicode(),
        (true, false) => GraphicalTheme::unicode_nocolor(),
        (false, true) => GraphicalTheme { characters: miette::ThemeCharacters::ascii(), ..GraphicalTheme::unicode() },
        (false, false) => GraphicalTheme::none(),
    };
    GraphicalReportHandler::new_themed(theme).with_width(style.width).with_links(false).with_context_lines(1)
}

struct Printer<'p> {
    report: &'p Report<'p>,
    style: Style,
    handler: GraphicalReportHandler,
}

impl Printer<'_> {
    fn findings(&self, out: &mut String) {
        let mut families: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
        for entry in self.report.counting() {
            families.entry(&self.rule(entry).family).or_default().push(entry);
        }
        // The family with the gravest finding first, then in the order of the families' list.
        let position = |family: &str| FAMILIES.iter().position(|(name, _)| *name == family);
        let mut order: Vec<(&str, Vec<&Entry>)> = families.into_iter().collect();
        order.sort_by_key(|(family, entries)| {
            (std::cmp::Reverse(entries.iter().map(|entry| entry.severity).max()), position(family))
        });
        for (family, entries) in order {
            let title = FAMILIES.iter().find(|(name, _)| *name == family).map_or(family, |(_, title)| *title);
            let _ = writeln!(out, "{}\n", self.bold(&format!("{title} ({})", entries.len())));
            let mut rules: Vec<(usize, Vec<&Entry>)> = Vec::new();
            for entry in entries {
                match rules.iter_mut().find(|(rule, _)| *rule == entry.rule) {
                    Some((_, group)) => group.push(entry),
                    None => rules.push((entry.rule, vec![entry])),
                }
            }
            for (_, group) in rules {
                self.group(&group, out);
            }
        }
    }

    /// The findings of one rule: the first drawn with its explanation, the others a line each.
    fn group(&self, group: &[&Entry], out: &mut String) {
        let drawn = if self.style.full { group.len() } else { 1 };
        for (index, entry) in group.iter().take(drawn).enumerate() {
            self.draw(entry, index == 0, out);
        }
        let rest = &group[drawn.min(group.len())..];
        if !rest.is_empty() {
            let _ = writeln!(out, "  and {} more:", rest.len());
            for entry in rest {
                let _ = writeln!(out, "  {}", self.line(entry));
            }
        }
        out.push('\n');
    }

    fn draw(&self, entry: &Entry, explain: bool, out: &mut String) {
        let rule = self.rule(entry);
        let title = format!("{}: {}", entry.severity, entry.message);
        let help = if explain { self.help(rule) } else { String::new() };
        let drawing =
            Drawing::new(title, rule.id.clone(), tone(entry.severity), help, &entry.place, entry.note.clone());
        let mut text = String::new();
        if self.handler.render_report(&mut text, &drawing).is_ok() {
            let text = if explain { text } else { text.replace("\n  help: \n", "\n") };
            out.push_str(text.trim_matches('\n'));
            out.push('\n');
        }
        if !entry.where_so().is_empty() {
            let _ = writeln!(out, "  it {}", entry.where_so());
        }
        let shown = if self.style.full { entry.related.len() } else { MAX_RELATED };
        for (place, message) in entry.related.iter().take(shown) {
            let _ = writeln!(out, "  {} {}:{}:{}", message, place.path, place.start.line, place.start.column);
        }
        if entry.related.len() > shown {
            let _ = writeln!(out, "  and {} more places", entry.related.len() - shown);
        }
    }

    fn help(&self, rule: &Rule) -> String {
        let mut text = format!("{}\n", rule.fix);
        for (index, id) in rule.controls.iter().enumerate() {
            let lead = if index == 0 { "bears on " } else { "and on " };
            let Some(control) = self.report.data.controls.get(id) else { continue };
            let status = match control.designation {
                Designation::Addressable => " (addressable: mend it, or document why not)",
                Designation::Required => " (required)",
                _ => "",
            };
            let _ = writeln!(text, "{lead}45 CFR {id}, {}{status}", control.title);
            if index == 0 {
                let _ = writeln!(text, "{}", control.url());
            }
        }
        text.push_str(&format!("more: phiward explain {}", rule.id));
        text
    }

    fn opens(&self, out: &mut String) {
        if self.report.opens.is_empty() {
            return;
        }
        let _ = writeln!(
            out,
            "{}\n",
            self.bold(&format!("Open: the repository does not tell ({})", self.report.opens.len()))
        );
        for entry in &self.report.opens {
            let _ = writeln!(out, "  {} [{}]", self.line(entry), self.rule(entry).id);
        }
        out.push('\n');
    }

    fn line(&self, entry: &Entry) -> String {
        let place = format!("{}:{}:{}", entry.place.path, entry.place.start.line, entry.place.start.column);
        let notes = [entry.note.clone(), entry.where_so()];
        let notes: Vec<&str> = notes.iter().map(String::as_str).filter(|note| !note.is_empty()).collect();
        let note = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join("; ")) };
        format!("{place} '{}'{note}", entry.address)
    }

    fn notices(&self, out: &mut String) {
        if self.report.notices.is_empty() {
            return;
        }
        let _ = writeln!(out, "{}\n", self.bold(&format!("Notices ({})", self.report.notices.len())));
        for notice in &self.report.notices {
            let _ = writeln!(out, "  {}", notice_line(notice));
        }
        out.push('\n');
    }

    fn summary(&self, out: &mut String) {
        let report = self.report;
        let count = report.counting().count();
        let sum = |pick: fn(&crate::evaluate::Tally) -> usize| report.tallies.iter().map(pick).sum::<usize>();
        if count == 0 {
            let _ = writeln!(
                out,
                "No findings: {} files read, {} rules held against {} things, {} of them open.",
                report.coverage.read.values().sum::<usize>(),
                report.held.len(),
                sum(|tally| tally.held()),
                sum(|tally| tally.open),
            );
            self.aside(out);
            return;
        }
        let mut severities = Vec::new();
        for severity in Severity::ALL.into_iter().rev() {
            let number = report.counting().filter(|entry| entry.severity == severity).count();
            if number > 0 {
                severities.push(format!("{number} {severity}"));
            }
        }
        let _ = writeln!(out, "{} {count}: {}", self.bold("Findings"), severities.join(", "));
        self.table(out, "By family", |rule| vec![rule.family.clone()]);
        self.table(out, "By provision", |rule| rule.controls.iter().take(1).cloned().collect());
        let _ = writeln!(
            out,
            "Checked {} files, {} rules of profile '{}': {} met, {} not met, {} open.",
            report.coverage.read.values().sum::<usize>(),
            report.held.len(),
            report.profile,
            sum(|tally| tally.pass),
            sum(|tally| tally.fail),
            sum(|tally| tally.open),
        );
        self.aside(out);
    }

    /// What the summary must not hide: open answers, silenced and known findings, inputs not read.
    fn aside(&self, out: &mut String) {
        let report = self.report;
        if !report.opens.is_empty() && !self.style.opens {
            let _ = writeln!(out, "Open answers are listed by --show-open.");
        }
        let silenced = report.findings.iter().filter(|entry| entry.suppressed.is_some()).count();
        let known = report.findings.iter().filter(|entry| entry.known == Some(true)).count();
        if silenced + known > 0 {
            let _ = writeln!(out, "Not counted: {silenced} silenced by a comment, {known} known to the baseline.");
        }
        if report.stale_baseline > 0 {
            let _ = writeln!(out, "The baseline has {} entries that no finding has any more.", report.stale_baseline);
        }
        let unread = report.notices.iter().filter(|notice| notice.kind.is_unread()).count();
        if unread > 0 {
            let _ = writeln!(out, "Incomplete: {unread} inputs could not be read to their end.");
        }
    }

    fn table(&self, out: &mut String, title: &str, keys: impl Fn(&Rule) -> Vec<String>) {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for entry in self.report.counting() {
            for key in keys(self.rule(entry)) {
                *counts.entry(key).or_default() += 1;
            }
        }
        let mut rows: Vec<(String, usize)> = counts.into_iter().collect();
        rows.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let _ = writeln!(out, "{title}:");
        for (key, count) in rows {
            let title = self.report.data.controls.get(&key).map_or("", |control| control.title.as_str());
            let _ = writeln!(out, "{}", format!("  {count:>4}  {key:<24} {title}").trim_end());
        }
    }

    fn rule(&self, entry: &Entry) -> &Rule {
        self.report.held[entry.rule].rule
    }

    fn bold(&self, text: &str) -> String {
        if self.style.color { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

fn notice_line(notice: &Notice) -> String {
    let place = match notice.position {
        Some((line, column)) => format!("{}:{line}:{column}", notice.path),
        None => notice.path.clone(),
    };
    format!("{place}: {} [{}]", notice.message, notice.kind.id())
}

fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Critical | Severity::High => Tone::Error,
        Severity::Medium => Tone::Warning,
        Severity::Low | Severity::Info => Tone::Advice,
    }
}
