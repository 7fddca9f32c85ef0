//! Azure's template language: Bicep, and the expressions inside of the texts of JSON templates. Both become
//! the same tree.

mod bicep;
mod expression;
mod scan;
pub mod syntax;
mod template_text;
#[cfg(test)]
mod tests;

pub use bicep::parse;
pub use template_text::parse_text;
