//! Syntax to facts: what files mean, in the vocabulary of the model.

pub mod code;
pub mod iac;
pub mod settings;
pub mod vendors;
