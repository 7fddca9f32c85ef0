//! phiward holds HIPAA rules against a repository's infrastructure, code and configuration.
//!
//! A scan goes one way: discover, parse, lower, evaluate, findings, report. A room imports from
//! lower levels only; `tests/suite/architecture.rs` holds it so.

pub mod catalog;
pub mod cli;
pub mod config;
pub mod discover;
pub mod evaluate;
pub mod finding;
pub mod lower;
pub mod model;
pub mod parse;
pub mod pipeline;
pub mod report;
pub mod source;
