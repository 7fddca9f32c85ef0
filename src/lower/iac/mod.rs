//! Infrastructure-as-code to facts, a folder or file per dialect.

pub mod actions;
pub mod ansible;
pub mod cloudformation;
pub mod compose;
pub mod dockerfile;
pub mod gitlab;
mod image;
mod interpolate;
pub mod kubernetes;
pub mod openapi;
mod size;
pub mod terraform;
#[cfg(test)]
mod testing;
mod written;
