//! Files, byte spans, line numbers and problems. Knows nothing else of the project.
//!
//! Everything inside works with byte offsets; lines and columns are made at the edge, from one
//! [`LineIndex`] per file.

mod file;
mod lines;
mod path;
mod problem;

pub use file::{FileId, SourceFile, Sources, Span, decode};
pub use lines::{LineIndex, Position};
pub use path::join;
pub use problem::{Problem, ProblemKind};
