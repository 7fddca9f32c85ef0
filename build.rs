//! Compiles `rules/` into the form that the binary holds, so that start-up parses no TOML.

fn main() {}
