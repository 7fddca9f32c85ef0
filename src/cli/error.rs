//! What a user did wrong, drawn at its place, with one next step.

use std::fmt;

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, SourceCode};

use crate::catalog::FileMistakes;
use crate::catalog::form::Mistake;

use super::output::Terminal;

/// A mistake in the command line, in `phiward.toml` or in a rule file.
#[derive(Debug)]
pub struct UsageError {
    message: String,
    help: Option<String>,
    source: Option<NamedSource<String>>,
    labels: Vec<LabeledSpan>,
}

impl UsageError {
    /// A mistake that has no place in a file.
    pub fn message(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None, source: None, labels: Vec::new() }
    }

    /// The same with a next step.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The mistakes of a file.
    #[must_use]
    pub fn file(file: FileMistakes) -> Self {
        let name = file.path.display().to_string();
        let helps: Vec<&str> = file.mistakes.iter().filter_map(|mistake| mistake.help.as_deref()).collect();
        let help = helps.first().map(|help| (*help).to_owned());
        let label = |mistake: &Mistake| {
            let text = match &mistake.help {
                Some(help) if file.mistakes.len() > 1 => format!("{} ({help})", mistake.message),
                _ => mistake.message.clone(),
            };
            let length = file.text.len();
            let start = mistake.span.start.min(length);
            let end = mistake.span.end.clamp(start, length);
            // A table's span runs over lines; its first line says enough.
            let end = file.text.get(start..end).and_then(|text| text.find('\n')).map_or(end, |at| start + at);
            LabeledSpan::new(Some(text), start, end - start)
        };
        Self {
            message: match file.mistakes.as_slice() {
                [one] if file.text.is_empty() => format!("{name} {}", one.message),
                _ => format!("{name} has {}", plural(file.mistakes.len(), "mistake")),
            },
            help,
            labels: if file.text.is_empty() { Vec::new() } else { file.mistakes.iter().map(label).collect() },
            source: (!file.text.is_empty()).then(|| NamedSource::new(name, file.text)),
        }
    }
}

/// `1 mistake`, `2 mistakes`.
pub fn plural(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

impl fmt::Display for UsageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for UsageError {}

impl Diagnostic for UsageError {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.source.as_ref().map(|source| source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}

/// The error as text for standard error.
#[must_use]
pub fn render(error: UsageError, terminal: Terminal) -> String {
    let theme = match (terminal.unicode, terminal.color) {
        (true, true) => GraphicalTheme::unicode(),
        (true, false) => GraphicalTheme::unicode_nocolor(),
        (false, _) => GraphicalTheme::none(),
    };
    let mut text = String::new();
    let handler = GraphicalReportHandler::new_themed(theme).with_width(terminal.width);
    if handler.render_report(&mut text, &error).is_err() {
        text = format!("{error}\n");
    }
    text
}
