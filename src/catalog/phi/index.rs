//! A trie of words over all patterns: one walk over a name finds every run of words that means something.

use std::collections::{HashMap, HashSet};

use super::words::{singular, split};
use super::{Level, Lexicon};

/// The word of a name that no pattern has.
const UNKNOWN: u32 = u32::MAX;

/// What a run of words means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// PHI of a term, by one of its patterns.
    Term { level: Level, term: usize, pattern: usize, alone: bool },
    /// Something else than what the term's patterns inside it mean.
    Not(usize),
    /// No PHI, by the user's word.
    Ignored,
    /// A patient is near.
    Patient,
    /// A person is near.
    Person,
    /// Healthcare is near.
    Healthcare,
    /// Something else than a context word inside it.
    NotContext,
}

/// A run of words found in a name.
#[derive(Clone, Copy, Debug)]
pub struct Hit {
    pub start: usize,
    pub end: usize,
    pub meaning: Meaning,
}

/// The trie and the words at the ends of names.
#[derive(Clone, Debug, Default)]
pub struct Index {
    words: HashMap<String, u32>,
    edges: HashMap<(u32, u32), u32>,
    meanings: Vec<Vec<Meaning>>,
    patterns: Vec<String>,
    last: HashSet<u32>,
    first: HashSet<u32>,
    yes_no: HashSet<u32>,
    wrappers: HashSet<u32>,
}

impl Index {
    pub fn new(lexicon: &Lexicon) -> Self {
        let mut index = Self { meanings: vec![Vec::new()], ..Self::default() };
        for (term, entry) in lexicon.terms.iter().enumerate() {
            let lists = [
                (&entry.strong, Level::Strong, false),
                (&entry.contextual, Level::Contextual, false),
                (&entry.weak, Level::Weak, false),
                (&entry.alone, Level::Contextual, true),
            ];
            for (patterns, level, alone) in lists {
                for pattern in patterns {
                    let at = index.patterns.len();
                    index.patterns.push(pattern.clone());
                    index.insert(pattern, Meaning::Term { level, term, pattern: at, alone });
                }
            }
            for pattern in &entry.not {
                index.insert(pattern, Meaning::Not(term));
            }
        }
        let context = &lexicon.context;
        let lists = [
            (&lexicon.ignored, Meaning::Ignored),
            (&context.patient, Meaning::Patient),
            (&context.person, Meaning::Person),
            (&context.healthcare, Meaning::Healthcare),
            (&context.not, Meaning::NotContext),
        ];
        for (patterns, meaning) in lists {
            for pattern in patterns {
                index.insert(pattern, meaning);
            }
        }
        index.last = index.set(&lexicon.shape.last);
        index.first = index.set(&lexicon.shape.first);
        index.yes_no = index.set(&lexicon.shape.yes_no);
        index.wrappers = index.set(&lexicon.shape.wrappers);
        index
    }

    /// Takes a pattern, and the same written without borders, as people do: `zipcode`.
    fn insert(&mut self, pattern: &str, meaning: Meaning) {
        let words = split(pattern);
        if words.len() > 1 {
            self.insert_words(&[singular(words.concat())], meaning);
        }
        self.insert_words(&words, meaning);
    }

    fn insert_words(&mut self, words: &[String], meaning: Meaning) {
        let mut node = 0;
        for word in words {
            let word = self.intern(word);
            let fresh = u32::try_from(self.meanings.len()).unwrap_or(UNKNOWN);
            node = *self.edges.entry((node, word)).or_insert(fresh);
            if node == fresh {
                self.meanings.push(Vec::new());
            }
        }
        if node != 0
            && let Some(meanings) = self.meanings.get_mut(node as usize)
            && !meanings.contains(&meaning)
        {
            meanings.push(meaning);
        }
    }

    fn intern(&mut self, word: &str) -> u32 {
        let fresh = u32::try_from(self.words.len()).unwrap_or(UNKNOWN);
        *self.words.entry(word.to_owned()).or_insert(fresh)
    }

    fn set(&mut self, words: &[String]) -> HashSet<u32> {
        words.iter().map(|word| self.intern(&singular(word.to_ascii_lowercase()))).collect()
    }

    /// The words of a name, as the trie knows them.
    pub fn words(&self, name: &str) -> Vec<u32> {
        split(name).iter().map(|word| self.words.get(word).copied().unwrap_or(UNKNOWN)).collect()
    }

    pub fn is_unknown(&self, word: u32) -> bool {
        word == UNKNOWN
    }

    pub fn pattern(&self, at: usize) -> &str {
        self.patterns.get(at).map_or("", String::as_str)
    }

    /// The last words of an owner's name, without those that only wrap: enough for any pattern to begin with.
    pub fn unwrapped(&self, owner: &str) -> Vec<u32> {
        let mut words = self.words(owner);
        while words.len() > 1 && words.last().is_some_and(|word| self.wrappers.contains(word)) {
            words.pop();
        }
        words.split_off(words.len().saturating_sub(4))
    }

    /// Every run that means something. A run is as long as the longest pattern at most, so this is linear in the name.
    pub fn hits(&self, words: &[u32]) -> Vec<Hit> {
        let mut hits = Vec::new();
        for start in 0..words.len() {
            let mut node = 0;
            for (at, word) in words.iter().enumerate().skip(start) {
                let Some(next) = self.edges.get(&(node, *word)) else { break };
                node = *next;
                let meanings = self.meanings.get(node as usize).map_or(&[][..], Vec::as_slice);
                hits.extend(meanings.iter().map(|meaning| Hit { start, end: at + 1, meaning: *meaning }));
            }
        }
        hits
    }

    /// Of each run with a wanted meaning, the word that the fewest runs have.
    pub fn rarest(&self, wanted: impl Fn(&Meaning) -> bool) -> Vec<String> {
        let ends = (0..self.meanings.len()).filter(|node| self.meanings[*node].iter().any(&wanted));
        let into: HashMap<u32, (u32, u32)> =
            self.edges.iter().map(|((from, word), to)| (*to, (*from, *word))).collect();
        let runs: Vec<Vec<u32>> = ends
            .map(|end| {
                let mut words = Vec::new();
                let mut node = u32::try_from(end).unwrap_or_default();
                while let Some((from, word)) = into.get(&node) {
                    words.push(*word);
                    node = *from;
                }
                words
            })
            .collect();
        let mut uses: HashMap<u32, usize> = HashMap::new();
        runs.iter().flatten().for_each(|word| *uses.entry(*word).or_default() += 1);
        let names: HashMap<u32, &String> = self.words.iter().map(|(name, word)| (*word, name)).collect();
        let mut rarest: Vec<String> = runs
            .iter()
            .filter_map(|run| {
                // A word of a letter or two is everywhere, however few runs have it.
                let words = run.iter().filter_map(|word| Some((*names.get(word)?, uses.get(word)?)));
                words.min_by_key(|(name, uses)| (name.len() < 3, **uses, std::cmp::Reverse(name.len()), *name))
            })
            .map(|(name, _)| name.clone())
            .collect();
        rarest.sort_unstable();
        rarest.dedup();
        rarest
    }

    /// Whether the words at the ends make the name one about the data: a label of it, a question about it.
    pub fn is_about(&self, words: &[u32], border: usize, hit: &Hit, yes_no: bool) -> bool {
        let last = words.last().is_some_and(|word| hit.end < words.len() && self.last.contains(word));
        let first = words.get(border).is_some_and(|word| {
            hit.start > border && self.first.contains(word) && !(yes_no && self.yes_no.contains(word))
        });
        last || first
    }
}
