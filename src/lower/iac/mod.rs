//! Infrastructure-as-code to facts, a folder or file per dialect.

pub mod dockerfile;
mod image;
mod interpolate;
