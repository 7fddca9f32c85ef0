//! `phiward rules`: the list, and tests of rule directories.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::catalog::{Rule, Tier, covers};
use crate::pipeline::cases;

use super::{Catalogs, UsageError, World};

/// What `rules` is told.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct RulesArguments {
    #[command(subcommand)]
    command: Option<RulesCommand>,
    /// Only rules of this family.
    #[arg(long, value_name = "NAME")]
    family: Option<String>,
    /// Only rules that bear on this provision: `164.312(b)`, or `164.312` for all below it.
    #[arg(long, value_name = "PROVISION")]
    provision: Option<String>,
    /// Only rules for this dialect: terraform, python, …
    #[arg(long, value_name = "NAME")]
    dialect: Option<String>,
    /// Write the reference of all rules as Markdown.
    #[arg(long)]
    markdown: bool,
    #[command(flatten)]
    catalogs: Catalogs,
}

#[derive(Debug, Subcommand)]
enum RulesCommand {
    /// Run a directory of rules against its cases: `DIR/rules/<family>/<rule>.toml` and
    /// `DIR/testdata/<rule>/{fail,pass,open}/`.
    Test {
        /// The directory.
        directory: PathBuf,
        /// Only these rules; `*` stands for any text.
        #[arg(long, value_name = "RULE", value_delimiter = ',')]
        rule: Vec<String>,
    },
}

/// Runs the command.
pub fn rules(arguments: &RulesArguments, world: &mut World<'_>) -> Result<u8, UsageError> {
    match &arguments.command {
        Some(RulesCommand::Test { directory, rule }) => test(directory, rule, world),
        None => list(arguments, world),
    }
}

fn list(arguments: &RulesArguments, world: &mut World<'_>) -> Result<u8, UsageError> {
    let data = super::catalog(&arguments.catalogs.rules_dir, world)?;
    if arguments.markdown {
        let _ = world.out.write_all(crate::report::reference::write(&data).as_bytes());
        return Ok(0);
    }
    let mut text = String::new();
    let mut shown = 0;
    for rule in data.rules.iter().filter(|rule| wanted(rule, arguments)) {
        let tier = if rule.tier == Tier::Strict { " (strict)" } else { "" };
        let _ = writeln!(text, "{:<8} {:<24} {}{tier}", rule.severity, rule.family, rule.id);
        shown += 1;
    }
    let _ = writeln!(text, "{shown} of {} rules", data.rules.len());
    let _ = world.out.write_all(text.as_bytes());
    Ok(0)
}

fn wanted(rule: &Rule, arguments: &RulesArguments) -> bool {
    let bears = |provision: &str| {
        rule.controls
            .iter()
            .any(|control| control.strip_prefix(provision).is_some_and(|rest| rest.is_empty() || rest.starts_with('(')))
    };
    arguments.family.as_ref().is_none_or(|family| rule.family == *family)
        && arguments.provision.as_deref().is_none_or(bears)
        && arguments.dialect.as_ref().is_none_or(|name| rule.select.keys().any(|dialect| dialect.name() == name))
}

fn test(directory: &std::path::Path, only: &[String], world: &mut World<'_>) -> Result<u8, UsageError> {
    let root = world.folder.join(directory);
    let rules = root.join("rules");
    if !rules.is_dir() {
        return Err(UsageError::message(format!("there is no folder '{}'", rules.display()))
            .help("rules stand in DIR/rules/<family>/, cases in DIR/testdata/<rule>/"));
    }
    let (own, mistakes) = crate::catalog::Data::read(&rules);
    if let Some(file) = mistakes.into_iter().next() {
        return Err(UsageError::file(file));
    }
    let tested: Vec<String> = own.rules.iter().map(|rule| rule.id.clone()).collect();
    let mut data = crate::pipeline::builtin();
    data.extend(own);
    if let Some((rule, message)) = data.dangling().first() {
        return Err(UsageError::message(format!("rule '{rule}': {message}")));
    }
    let mut failures = 0;
    let mut cases = 0;
    for id in tested.iter().filter(|id| only.is_empty() || only.iter().any(|pattern| covers(pattern, id))) {
        let outcome = cases::run(&data, id, &root.join("testdata").join(id));
        cases += outcome.cases;
        for complaint in &outcome.complaints {
            failures += 1;
            let _ = writeln!(world.out, "{id}: {complaint}");
        }
    }
    let _ = writeln!(world.out, "{cases} cases, {failures} complaints");
    Ok(u8::from(failures > 0))
}
