//! What the terminal is like, and where outputs go.

use std::io::IsTerminal;

use super::When;

/// What standard output is like.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    /// Whether colours are wanted.
    pub color: bool,
    /// Whether characters beyond ASCII can be drawn.
    pub unicode: bool,
    /// Columns.
    pub width: usize,
    /// Whether standard error is a terminal, so that progress may be shown.
    pub progress: bool,
}

impl Terminal {
    /// Looks at the environment: `NO_COLOR`, `FORCE_COLOR`, then whether there is a terminal.
    #[must_use]
    pub fn detect() -> Self {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let is_terminal = std::io::stdout().is_terminal();
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
            .into_iter()
            .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
        let unicode = locale.is_none_or(|locale| {
            let locale = locale.to_ascii_lowercase();
            locale.contains("utf-8") || locale.contains("utf8")
        });
        let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let width = columns
            .or_else(|| terminal_size::terminal_size().filter(|_| is_terminal).map(|(width, _)| usize::from(width.0)))
            .unwrap_or(100);
        Self {
            color: !set("NO_COLOR") && (set("FORCE_COLOR") || (is_terminal && !dumb)),
            unicode,
            width: width.clamp(40, 160),
            progress: std::io::stderr().is_terminal() && !dumb && !set("CI"),
        }
    }

    /// The same with what the user asked for.
    #[must_use]
    pub(super) fn with(self, color: When) -> Self {
        match color {
            When::Auto => self,
            When::Always => Self { color: true, ..self },
            When::Never => Self { color: false, ..self },
        }
    }
}
