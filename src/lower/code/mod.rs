//! Program code to the small intermediate form and its facts.
