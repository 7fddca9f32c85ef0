//! Infrastructure-as-code to facts, a folder or file per dialect.

pub mod actions;
pub mod ansible;
pub mod arm;
pub mod cloudformation;
pub mod compose;
pub mod dockerfile;
mod either;
pub mod gitlab;
pub mod helm;
mod image;
mod interpolate;
pub mod kubernetes;
pub mod openapi;
pub mod program;
pub mod serverless;
mod size;
pub mod terraform;
#[cfg(test)]
mod testing;
mod text;
pub(in crate::lower) mod written;
