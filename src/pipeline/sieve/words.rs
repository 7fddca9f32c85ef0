//! The words of a text: runs of letters, digits and underscores, as every language spells its names.

use std::collections::HashMap;

use aho_corasick::AhoCorasick;

/// Words that are looked for, each with a number.
#[derive(Default)]
pub(super) struct Vocabulary {
    whole: HashMap<String, u32>,
    /// Parts of words, with their numbers: what stands beside a `*`.
    parts: Vec<(String, u32)>,
    automaton: Option<AhoCorasick>,
    size: u32,
}

/// Which words of a vocabulary a text has.
pub(super) struct Present(Vec<bool>);

impl Present {
    /// Whether all of some words are there.
    pub fn all(&self, words: &[u32]) -> bool {
        words.iter().all(|word| self.0.get(*word as usize).copied().unwrap_or_default())
    }
}

impl Vocabulary {
    /// The numbers of the words that a name with stars needs.
    pub fn needs(&mut self, name: &str) -> Vec<u32> {
        let mut numbers = Vec::new();
        let mut stars = name.split('*').peekable();
        let mut after_star = false;
        while let Some(piece) = stars.next() {
            let before_star = stars.peek().is_some();
            for word in split(piece) {
                let start = word.as_ptr().addr() - piece.as_ptr().addr();
                let joined = after_star && start == 0 || before_star && start + word.len() == piece.len();
                numbers.push(if joined { self.part(word) } else { self.whole(word) });
            }
            after_star = true;
        }
        numbers
    }

    fn whole(&mut self, word: &str) -> u32 {
        let fresh = self.size;
        let number = *self.whole.entry(word.to_owned()).or_insert(fresh);
        self.size += u32::from(number == fresh);
        number
    }

    fn part(&mut self, part: &str) -> u32 {
        if let Some((_, number)) = self.parts.iter().find(|(known, _)| known == part) {
            return *number;
        }
        self.parts.push((part.to_owned(), self.size));
        self.size += 1;
        self.size - 1
    }

    /// Ends the taking of words.
    pub fn build(&mut self) {
        self.automaton = AhoCorasick::new(self.parts.iter().map(|(part, _)| part)).ok();
    }

    /// The words of a text.
    pub fn find(&self, text: &str) -> Present {
        let mut present = vec![false; self.size as usize];
        for word in split(text) {
            if let Some(number) = self.whole.get(word) {
                present[*number as usize] = true;
            }
        }
        for found in self.automaton.iter().flat_map(|automaton| automaton.find_overlapping_iter(text)) {
            present[self.parts[found.pattern().as_usize()].1 as usize] = true;
        }
        Present(present)
    }
}

/// The words of a text in their order.
pub(super) fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_' || !letter.is_ascii()))
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::Vocabulary;

    #[test]
    fn a_name_needs_all_its_words_whole_but_for_what_stands_beside_a_star() {
        for (name, text, there) in [
            ("hashlib.md5", "from hashlib import md5", true),
            ("hashlib.md5", "from hashlib import md5sum", false),
            ("log.Logger.Print*", "log Logger x.Println()", true),
            ("log.Logger.Print*", "log Logger print()", false),
            ("*.token =", "user.token = x", true),
            ("*.token =", "user.tokens = x", false),
            ("boto3.client('s3').put_object", "boto3 client('s3').put_object", true),
            ("boto3.client('s3').put_object", "boto3 client('sqs').put_object", false),
            ("?", "", true),
        ] {
            let mut vocabulary = Vocabulary::default();
            let needs = vocabulary.needs(name);
            vocabulary.build();
            assert_eq!(vocabulary.find(text).all(&needs), there, "{name} in {text}");
        }
    }
}
