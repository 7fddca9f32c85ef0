//! Dotted paths into a fact's body: `rule.apply.sse_algorithm`, `Condition.Bool.'aws:SecureTransport'`.

use serde::{Deserialize, Serialize};

/// One step of a path. Lists are stepped through without saying so.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Step {
    /// A key of a map.
    Key(String),
    /// Any key of a map.
    AnyKey,
    /// One item of a list, from 0.
    Item(usize),
}

/// A path. The empty path, written `.`, is the thing itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Path {
    /// The steps in order.
    pub steps: Vec<Step>,
}

impl Path {
    /// Reads a path: steps divided by dots; a step in single quotes is taken as it stands, `*` is any
    /// key and a number an item of a list. Errors say what is wrong.
    pub fn parse(text: &str) -> Result<Self, String> {
        if text == "." {
            return Ok(Self::default());
        }
        let mut steps = Vec::new();
        let mut rest = text;
        loop {
            let (step, tail) = if let Some(quoted) = rest.strip_prefix('\'') {
                let end = quoted.find('\'').ok_or_else(|| format!("the quote in path '{text}' is not closed"))?;
                (Step::Key(quoted[..end].to_owned()), &quoted[end + 1..])
            } else {
                let end = rest.find('.').unwrap_or(rest.len());
                (Self::step(&rest[..end], text)?, &rest[end..])
            };
            steps.push(step);
            match tail.strip_prefix('.') {
                Some(next) => rest = next,
                None if tail.is_empty() => return Ok(Self { steps }),
                None => return Err(format!("a dot is missing in path '{text}'")),
            }
        }
    }

    fn step(word: &str, path: &str) -> Result<Step, String> {
        match word {
            "" => Err(format!("path '{path}' has an empty step")),
            "*" => Ok(Step::AnyKey),
            word if word.bytes().all(|byte| byte.is_ascii_digit()) => {
                word.parse().map(Step::Item).map_err(|_| format!("path '{path}' has a number that is too large"))
            }
            word => Ok(Step::Key(word.to_owned())),
        }
    }
}

impl std::fmt::Display for Path {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.steps.is_empty() {
            return f.write_str(".");
        }
        for (at, step) in self.steps.iter().enumerate() {
            if at > 0 {
                f.write_str(".")?;
            }
            match step {
                Step::Key(key) if key.contains('.') || key.bytes().all(|byte| byte.is_ascii_digit()) => {
                    write!(f, "'{key}'")?;
                }
                Step::Key(key) => f.write_str(key)?,
                Step::AnyKey => f.write_str("*")?,
                Step::Item(index) => write!(f, "{index}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_quoted_steps() {
        for text in ["a.b.c", ".", "Condition.Bool.aws:SecureTransport", "a.0.*", "tags.'a.b'"] {
            assert_eq!(Path::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Path::parse("'a.b'.c").unwrap().steps, [Step::Key("a.b".into()), Step::Key("c".into())]);
    }

    #[test]
    fn refuses_empty_steps_and_open_quotes() {
        for text in ["", "a..b", ".a", "a.", "'a", "'a'b"] {
            assert!(Path::parse(text).is_err(), "{text}");
        }
    }
}
