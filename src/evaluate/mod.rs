//! Rules held against the model. A rule answers pass, fail or open for each fact that it selects.

mod answer;
mod arn;
mod condition;
mod context;
pub mod derive;
mod embedded;
mod expression;
mod link;
mod pattern;
mod resolve;
mod run;
mod variants;

pub use answer::{Answer, Outcome, Precision};
pub use condition::Surroundings;
pub use context::Context;
pub use pattern::Patterns;
pub use run::{Held, Judgement, Tally, judge, selects};
