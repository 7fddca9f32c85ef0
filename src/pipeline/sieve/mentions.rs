//! What a file has to speak of before a rule is held against its calls: words of protected health
//! information, or words that the rule names.

use std::sync::OnceLock;

use aho_corasick::AhoCorasick;

use crate::catalog::Mentions;
use crate::catalog::phi::Lexicon;

/// How much of a text around a word is looked at for a whole term.
const AROUND: usize = 64;

/// Tells what texts speak of.
pub(super) struct Speaker {
    lexicon: Lexicon,
    needles: OnceLock<Option<AhoCorasick>>,
}

impl Speaker {
    pub fn new(lexicon: Lexicon) -> Self {
        Self { lexicon, needles: OnceLock::new() }
    }

    /// Whether a text speaks of what a rule asks for.
    pub fn speaks(&self, text: &str, of: &Mentions) -> bool {
        match of {
            Mentions::Phi => self.speaks_of_phi(text),
            Mentions::Words(words) => words.iter().any(|word| text.contains(word.as_str())),
        }
    }

    fn speaks_of_phi(&self, text: &str) -> bool {
        let needles = self.needles.get_or_init(|| {
            AhoCorasick::builder().ascii_case_insensitive(true).build(self.lexicon.telling_words()).ok()
        });
        let mut looked = 0;
        needles.iter().flat_map(|needles| needles.find_iter(text)).any(|found| {
            // What was looked at already is not looked at again.
            if found.end() <= looked {
                return false;
            }
            let window = window(text, found.start(), found.end());
            looked = window.end.saturating_sub(AROUND / 2).max(found.end());
            self.lexicon.may_tell(&text[window])
        })
    }
}

/// A range of a text and some more of it on both sides.
fn window(text: &str, start: usize, end: usize) -> std::ops::Range<usize> {
    let (mut start, mut end) = (start.saturating_sub(AROUND), (end + AROUND).min(text.len()));
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end
}

#[cfg(test)]
mod tests {
    use super::Speaker;
    use crate::catalog::Mentions;
    use crate::pipeline::builtin;

    #[test]
    fn a_text_speaks_of_phi_where_a_name_in_it_does() {
        let speaker = Speaker::new(builtin().lexicon);
        for (text, speaks) in [
            ("log.info(patient.ssn)", true),
            ("log.info(patientSSN)", true),
            ("let dateOfBirth = 1", true),
            ("x = date_of_birth", true),
            ("var className = session.name", false),
            ("log.info(patient.name)", true),
            ("log.info(patientName)", true),
            ("log.info('started')", false),
        ] {
            assert_eq!(speaker.speaks(text, &Mentions::Phi), speaks, "{text}");
            let long = format!("{}\n{text}\n{}", "a b c ".repeat(500), "x y z ".repeat(500));
            assert_eq!(speaker.speaks(&long, &Mentions::Phi), speaks, "{text} in a long text");
        }
    }
}
