//! `phiward init`: a commented `phiward.toml` with the vendors that a scan of the folder finds.

use std::fmt::Write as _;
use std::path::Path;

use crate::pipeline;

use super::{UsageError, World};

/// Runs the command.
pub fn init(folder: &Path, force: bool, world: &mut World<'_>) -> Result<u8, UsageError> {
    let root = world.folder.join(folder);
    if !root.is_dir() {
        return Err(UsageError::message(format!("there is no folder '{}'", folder.display())));
    }
    let path = root.join("phiward.toml");
    if path.exists() && !force {
        return Err(UsageError::message(format!("'{}' is there already", path.display())).help("--force replaces it"));
    }
    let data = super::catalog(&[], world)?;
    let vendors = super::scan::pool(0)?.install(|| pipeline::vendors(&root, &data)).map_err(UsageError::message)?;
    let text = text(&vendors);
    std::fs::write(&path, text)
        .map_err(|error| UsageError::message(format!("cannot write '{}': {error}", path.display())))?;
    let _ = writeln!(
        world.out,
        "{} written, with {}.",
        path.strip_prefix(&world.folder).unwrap_or(&path).display(),
        super::error::plural(vendors.len(), "vendor")
    );
    Ok(0)
}

/// What stands in every new file; the register of agreements follows.
const HEAD: &str = r#"# phiward.toml: what phiward should know about this repository.
# Everything is optional. Lines that begin with # are examples.

# Which rules: "default" is what a team would mend this sprint, "strict" is everything.
# profile = "default"

# The mildest severity that fails a run: info, low, medium, high, critical.
# fail-on = "medium"

# Paths that are not read, as globs.
# exclude = ["examples/**"]

# Rules by id (a * at the end stands for any text): "off", "on", or another severity.
[rules]
# "aws-s3-unversioned" = "off"
# "family:backup-recovery" = "low"

# Names that stand for PHI here, and names that look like it and are not.
[phi]
# words = ["chart number"]
# not = ["patient portal"]

# What holds PHI, by its address.
# [[store]]
# address = "aws_s3_bucket.records"
# phi = true

# Business associate agreements. A vendor that creates, receives, maintains or transmits PHI for you
# needs one before it gets any (45 CFR 164.308(b), 164.314(a), 164.504(e)).
"#;

fn text(vendors: &[pipeline::FoundVendor]) -> String {
    let mut text = HEAD.to_owned();
    if vendors.is_empty() {
        text.push_str("# No vendors were found.\n# [[baa]]\n# vendor = \"sentry\"\n# signed = 2026-01-31\n");
    }
    for vendor in vendors {
        let _ = write!(text, "\n# {}: seen at {}.", vendor.name, vendor.place);
        let _ = writeln!(text, " {}", vendor.status);
        let _ = writeln!(text, "# [[baa]]\n# vendor = \"{}\"", vendor.id);
        let _ = writeln!(
            text,
            "# signed = 2026-01-31\n# expires = 2027-01-31\n# evidence = \"contracts/{}.pdf\"",
            vendor.id
        );
    }
    text
}
