//! Regular expressions, and what the beginning of a text says of whether the whole matches.

use std::collections::HashMap;
use std::sync::{Arc, RwLock};

use regex::Regex;
use regex_automata::Input;
use regex_automata::hybrid::dfa::DFA;

/// Regular expressions, each compiled once.
#[derive(Default)]
pub struct Patterns {
    compiled: RwLock<HashMap<String, Option<Arc<Regex>>>>,
    /// The same as automata, of those that a text known in part was held against.
    automata: RwLock<HashMap<String, Option<Arc<DFA>>>>,
}

impl Patterns {
    /// The compiled form; none when the expression is not valid, which reading a rule refuses.
    pub fn get(&self, pattern: &str) -> Option<Arc<Regex>> {
        once(&self.compiled, pattern, |pattern| Regex::new(pattern).ok())
    }

    /// Whether every text that begins so matches, or none does; nothing when what follows decides.
    pub fn of_beginning(&self, pattern: &str, prefix: &str) -> Option<bool> {
        if prefix.is_empty() {
            return None;
        }
        let automaton = once(&self.automata, pattern, |pattern| {
            let config = DFA::config().unicode_word_boundary(true);
            DFA::builder().configure(config).build(pattern).ok()
        })?;
        let mut cache = automaton.create_cache();
        let mut state = automaton.start_state_forward(&mut cache, &Input::new(prefix)).ok()?;
        for byte in prefix.bytes() {
            state = automaton.next_state(&mut cache, state, byte).ok()?;
            if state.is_match() {
                return Some(true);
            }
            if state.is_dead() {
                return Some(false);
            }
            if state.is_quit() {
                return None;
            }
        }
        None
    }
}

fn once<T>(
    known: &RwLock<HashMap<String, Option<Arc<T>>>>,
    pattern: &str,
    make: impl Fn(&str) -> Option<T>,
) -> Option<Arc<T>> {
    if let Ok(known) = known.read()
        && let Some(found) = known.get(pattern)
    {
        return found.clone();
    }
    let made = make(pattern).map(Arc::new);
    if let Ok(mut known) = known.write() {
        known.insert(pattern.to_owned(), made.clone());
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_decides_what_it_can() {
        let patterns = Patterns::default();
        for (pattern, prefix, answer) in [
            ("^serviceAccount:", "group:", Some(false)),
            ("^serviceAccount:", "service", None),
            ("^serviceAccount:", "serviceAccount:x", Some(true)),
            ("(?i)^http://([^/.:]*(:|/|$))", "HTTP://packages.org/", Some(false)),
            ("(?i)^http://([^/.:]*(:|/|$))", "http://localhost/x", Some(true)),
            ("^(a|b)$", "a", None),
            ("^(a|b)$", "ab", Some(false)),
            ("password", "x", None),
            (r"\bkey\b", "the key is", Some(true)),
            ("^a", "", None),
            ("(", "a", None),
        ] {
            assert_eq!(patterns.of_beginning(pattern, prefix), answer, "{pattern} {prefix}");
        }
    }
}
