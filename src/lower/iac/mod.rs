//! Infrastructure-as-code to facts, a folder or file per dialect.

pub mod actions;
pub mod cloudformation;
pub mod compose;
pub mod dockerfile;
mod image;
mod interpolate;
pub mod kubernetes;
mod size;
pub mod terraform;
#[cfg(test)]
mod testing;
mod written;
