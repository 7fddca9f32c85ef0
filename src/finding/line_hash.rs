//! GitHub's own line hash, `primaryLocationLineHash`: without it the uploader computes one and warns.

/// How many characters each hash looks ahead.
const WINDOW: usize = 100;

/// The hash of each line of a text, first line first, as GitHub's uploader writes them: the hash in
/// hexadecimal, a colon, and a count of the lines so far that have it.
#[must_use]
pub fn line_hashes(text: &str) -> Vec<String> {
    let power = (0..WINDOW).fold(1u64, |power, _| power.wrapping_mul(37));
    let mut ring = [0u64; WINDOW];
    let mut starts = vec![-1i64; WINDOW];
    let mut hash = 0u64;
    let mut at = 0;
    let mut seen: std::collections::HashMap<u64, usize> = std::collections::HashMap::new();
    let mut answer: Vec<String> = Vec::new();
    let mut line_start = true;
    let mut line = -1i64;
    let mut feed = |unit: u64, line_start: &mut bool, line: &mut i64, answer: &mut Vec<String>| {
        if starts[at] >= 0 {
            let count = seen.entry(hash).or_default();
            *count += 1;
            answer.push(format!("{hash:x}:{count}"));
        }
        starts[at] = -1;
        if *line_start {
            *line_start = false;
            *line += 1;
            starts[at] = *line;
        }
        if unit == u64::from(b'\n') {
            *line_start = true;
        }
        hash = hash.wrapping_mul(37).wrapping_add(unit).wrapping_sub(power.wrapping_mul(ring[at]));
        ring[at] = unit;
        at = (at + 1) % WINDOW;
    };
    let mut after_return = false;
    for unit in text.encode_utf16().map(u64::from) {
        if unit == u64::from(b' ') || unit == u64::from(b'\t') || (after_return && unit == u64::from(b'\n')) {
            after_return = false;
            continue;
        }
        after_return = unit == u64::from(b'\r');
        let unit = if after_return { u64::from(b'\n') } else { unit };
        feed(unit, &mut line_start, &mut line, &mut answer);
    }
    feed(0xFFFF, &mut line_start, &mut line, &mut answer);
    for _ in 0..WINDOW {
        feed(0, &mut line_start, &mut line, &mut answer);
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::line_hashes;

    #[test]
    fn agrees_with_the_published_values() {
        let expected = ["78850de79f3f4c1d:1", "77eeb3ce06ccfd76:1", "243cbaa4685aab12:1"];
        assert_eq!(line_hashes("a\nb\na\n")[..3], expected);
    }

    #[test]
    fn spacing_and_line_ends_do_not_count() {
        assert_eq!(line_hashes("a\r\n\tb\r\na\r\n")[..3], line_hashes("a\nb\na\n")[..3]);
    }

    #[test]
    fn every_line_has_a_hash() {
        let text = "x\n".repeat(500);
        let hashes = line_hashes(&text);
        assert!(hashes.len() >= 500);
        assert_eq!(hashes.iter().collect::<std::collections::HashSet<_>>().len(), hashes.len());
    }
}
