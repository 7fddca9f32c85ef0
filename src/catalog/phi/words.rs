//! Names to words: `patientDOB`, `patient_dob` and `Patient.DOBs` have the same two.

use std::ops::Range;

/// Longer names are read to here: what stands further on is not a name that anyone gave.
const LONGEST: usize = 256;

/// What a character is, for finding the borders of words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Upper,
    Lower,
    Digit,
    Mark,
}

fn class(c: char) -> Class {
    match c {
        'A'..='Z' => Class::Upper,
        '0'..='9' => Class::Digit,
        _ if c.is_alphanumeric() => Class::Lower,
        _ => Class::Mark,
    }
}

/// The words of a name in lower case, each in the singular.
pub fn split(name: &str) -> Vec<String> {
    let name = name.get(..LONGEST).unwrap_or_else(|| {
        let end = name.char_indices().map(|(at, _)| at).take_while(|at| *at <= LONGEST).last().unwrap_or(0);
        if name.len() <= LONGEST { name } else { &name[..end] }
    });
    ranges(name).into_iter().map(|range| singular(name[range].to_ascii_lowercase())).collect()
}

/// Where the words of a name stand.
fn ranges(name: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut before: Option<(usize, Class)> = None;
    let mut rest = name.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let now = class(c);
        let border = match (before.map(|(_, class)| class), now) {
            (None | Some(Class::Mark), _) => Some(at),
            (Some(was), now) if was == now => None,
            // The last capital of a run begins the next word, unless the run only has a plural: `MRNs`.
            (Some(Class::Upper), Class::Lower) => {
                let last_capital = before.map_or(at, |(place, _)| place);
                let next = rest.peek().map(|(_, next)| class(*next));
                let plural = c == 's' && next != Some(Class::Lower);
                (last_capital > start && !plural).then_some(last_capital)
            }
            _ => Some(at),
        };
        if let Some(border) = border {
            words.push(start..border);
            start = border;
        }
        before = Some((at, now));
    }
    words.push(start..name.len());
    words.retain(|range| !range.is_empty() && name[range.clone()].starts_with(|c| class(c) != Class::Mark));
    words
}

/// Takes a plural `s` off; `ss`, `us` and `is` are no plurals. It need not be right, only the same for patterns and names.
pub fn singular(mut word: String) -> String {
    if word.len() > 3 && word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end)) {
        word.pop();
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_every_fashion_have_the_same_words() {
        for (name, words) in [
            ("patient_dob", "patient dob"),
            ("patientDOB", "patient dob"),
            ("PatientDob", "patient dob"),
            ("PATIENT_DOBS", "patient dob"),
            ("patient.dob", "patient dob"),
            ("patient-dob ", "patient dob"),
            ("SSNNumber", "ssn number"),
            ("MRNs", "mrn"),
            ("getMRNsByID", "get mrn by id"),
            ("addressLine1", "address line 1"),
            ("icd10Code", "icd 10 code"),
            ("hbA1c", "hb a 1 c"),
            ("X", "x"),
            ("address", "address"),
            ("diagnosis", "diagnosis"),
            ("__v2__", "v 2"),
            ("naïveÉtat", "naïveÉtat"),
            ("", ""),
            ("$%&", ""),
        ] {
            assert_eq!(split(name).join(" "), words, "{name}");
        }
    }

    #[test]
    fn endless_names_are_cut_between_characters() {
        assert_eq!(split(&"é".repeat(1000)).concat().len(), LONGEST);
        assert_eq!(split(&format!("a{}", "é".repeat(1000))).concat().len(), LONGEST - 1);
        assert_eq!(split(&"a_".repeat(100_000)).len(), LONGEST / 2);
    }
}
