//! A user's view of phiward, its rule cases, and what holds for all of its parts: one test binary.

#![allow(clippy::unwrap_used, reason = "a test that meets what it does not expect has to fail")]

mod architecture;
mod cases;
mod clinic;
mod command_line;
mod coverage;
mod hostile;
mod json;
mod logs;
mod plan;
mod reference;
mod reports;
mod sarif;
mod schema;
mod stand_ins;
mod terragrunt;
mod variants;
