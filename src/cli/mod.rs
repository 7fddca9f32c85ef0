//! Commands and their arguments. Arguments and the environment are read here and nowhere else.

mod error;
mod explain;
mod init;
mod output;
mod rules;
mod scan;

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use crate::catalog::Data;

pub use error::UsageError;

/// Exit codes, the same in every format and command.
const EXIT_CODES: &str = "\
Exit codes, in this order of precedence:
  2  the command line, phiward.toml or a rule file has a mistake
  1  there are findings at or above --fail-on
  3  a recognised input could not be read to its end, and there is no such finding
  0  none of these";

/// The command line.
#[derive(Debug, Parser)]
#[command(
    name = "phiward",
    version,
    about = "Holds HIPAA rules against a repository's code, infrastructure and configuration",
    long_about = "Holds HIPAA rules against a repository's code, infrastructure and configuration, and reports what \
                  fails them with the provision of 45 CFR Part 164 that each finding bears on.\n\nNothing is sent over \
                  a network, and nothing that is scanned is executed.",
    after_help = "Start with:  phiward scan\n\nphiward informs about risk; it does not give legal advice.",
    after_long_help = EXIT_CODES
)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// When to use colours.
    #[arg(long, global = true, value_enum, default_value_t = When::Auto, value_name = "WHEN")]
    color: When,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum When {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Scan files and folders (the current folder when none is named).
    #[command(after_long_help = EXIT_CODES)]
    Scan(scan::ScanArguments),
    /// List the rules, or test rules of your own.
    Rules(rules::RulesArguments),
    /// Explain a rule: what, why, which provision, how to mend it, with an example.
    Explain {
        /// The rule's id.
        rule: String,
    },
    /// Write a commented phiward.toml with the vendors that are found here.
    Init {
        /// Where to write it.
        #[arg(default_value = ".")]
        folder: PathBuf,
        /// Replace a phiward.toml that is there.
        #[arg(long)]
        force: bool,
    },
    /// Write the findings of a scan as a baseline, so that only new ones count.
    Baseline {
        #[command(flatten)]
        scan: scan::ScanArguments,
        /// The file to write.
        #[arg(long, default_value = "phiward-baseline.txt", value_name = "FILE")]
        to: PathBuf,
    },
    /// Write completions for a shell to standard output.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
}

/// Rule directories beside the built-in one.
#[derive(Clone, Debug, Default, Args)]
struct Catalogs {
    /// Folders with rules of your own, beside the built-in ones.
    #[arg(long, value_name = "DIR")]
    rules_dir: Vec<PathBuf>,
}

/// What commands need of the world.
pub struct World<'w> {
    /// Where results go.
    pub out: &'w mut dyn Write,
    /// Where everything else goes.
    pub err: &'w mut dyn Write,
    /// The folder that relative paths start from.
    pub folder: PathBuf,
    /// How the terminal is.
    pub terminal: output::Terminal,
    /// The day, `YYYY-MM-DD`, in UTC.
    pub today: time::Date,
}

/// Runs a command line and answers the exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let (stdout, stderr) = (std::io::stdout(), std::io::stderr());
    let terminal = output::Terminal::detect();
    let (mut out, mut err) = (std::io::BufWriter::new(stdout.lock()), stderr.lock());
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            let target: &mut dyn Write = if error.use_stderr() { &mut err } else { &mut out };
            let text = error.render();
            let written = if terminal.color { write!(target, "{}", text.ansi()) } else { write!(target, "{text}") };
            return if error.use_stderr() || written.is_err() { 2 } else { 0 };
        }
    };
    let mut world = World {
        out: &mut out,
        err: &mut err,
        folder: std::env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
        terminal: terminal.with(arguments.color),
        today: time::OffsetDateTime::now_utc().date(),
    };
    let code = dispatch(arguments.command, &mut world).unwrap_or_else(|error| {
        let _ = world.out.flush();
        let _ = write!(world.err, "{}", error::render(error, world.terminal));
        2
    });
    // A reader that went away (`phiward rules | head`) is no error.
    let _ = world.out.flush();
    code
}

fn dispatch(command: Command, world: &mut World<'_>) -> Result<u8, UsageError> {
    match command {
        Command::Scan(arguments) => scan::scan(&arguments, world),
        Command::Baseline { scan, to } => scan::baseline(&scan, &to, world),
        Command::Rules(arguments) => rules::rules(&arguments, world),
        Command::Explain { rule } => explain::explain(&rule, world),
        Command::Init { folder, force } => init::init(&folder, force, world),
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Arguments::command(), "phiward", &mut world.out);
            Ok(0)
        }
    }
}

/// The built-in catalog with the rules of more folders added. A rule of the same id replaces.
fn catalog(folders: &[PathBuf], world: &World<'_>) -> Result<Data, UsageError> {
    let mut data = crate::pipeline::builtin();
    for folder in folders {
        let folder = world.folder.join(folder);
        if !folder.is_dir() {
            return Err(UsageError::message(format!("there is no folder '{}'", folder.display())));
        }
        let (own, mistakes) = Data::read(&folder);
        if let Some(file) = mistakes.into_iter().next() {
            return Err(UsageError::file(file));
        }
        data.extend(own);
    }
    match data.dangling().first() {
        Some((rule, message)) => Err(UsageError::message(format!("rule '{rule}': {message}"))),
        None => Ok(data),
    }
}
