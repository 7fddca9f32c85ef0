//! `$NAME` and `${NAME:-default}`, as Dockerfiles and Compose files write them.

use std::cell::Cell;
use std::sync::Arc;

use crate::model::{Kind, Link, Piece, Reason, Value};
use crate::source::Span;

/// How deep defaults may nest within defaults.
const DEPTH: usize = 16;

/// Replaces variables in texts.
pub struct Expander<'a> {
    /// The value of a variable, a text or an unknown. Without it dollar signs are left alone.
    pub lookup: Option<&'a dyn Fn(&str) -> Value>,
    /// Quotes are taken off and this character escapes: Dockerfile. Without it `$$` is a dollar sign: Compose.
    pub escape: Option<char>,
    /// How many more bytes variables may be replaced by, lest doubling a variable over and over fill the memory.
    pub budget: &'a Cell<usize>,
}

/// A text in the making.
#[derive(Default)]
struct Text {
    pieces: Vec<Piece>,
    /// What follows the pieces.
    tail: String,
    reason: Option<Reason>,
    links: Vec<Link>,
    origins: Vec<Span>,
}

impl Text {
    fn hole(&mut self, links: Vec<Link>) {
        self.end_text();
        self.pieces.push(Piece::Hole(links));
    }

    fn end_text(&mut self) {
        if !self.tail.is_empty() {
            self.pieces.push(Piece::Text(std::mem::take(&mut self.tail).into()));
        }
    }

    fn value(&mut self, value: &Value) {
        match &value.kind {
            Kind::Unknown(unknown) => {
                self.reason.get_or_insert_with(|| unknown.reason.clone());
                for piece in &unknown.pieces {
                    match piece {
                        Piece::Text(text) => self.tail.push_str(text),
                        Piece::Hole(links) => self.hole(links.clone()),
                    }
                }
                if unknown.pieces.is_empty() {
                    self.hole(value.links().to_vec());
                }
            }
            _ => self.tail.push_str(value.as_str().unwrap_or_default()),
        }
        self.links.extend_from_slice(value.links());
        self.origins.extend_from_slice(value.origins());
    }

    fn finish(mut self, span: Span) -> Value {
        let mut value = if let Some(reason) = self.reason.take() {
            self.end_text();
            Value::partial(reason, self.pieces, span)
        } else {
            Value::string(self.tail, span)
        };
        value = value.with_links(self.links);
        for origin in self.origins {
            value.span = origin;
            value = value.used_at(span);
        }
        value
    }
}

impl Expander<'_> {
    /// The text with its variables replaced, as a value that stands at `span`.
    pub fn expand(&self, text: &str, span: Span) -> Value {
        let special =
            |char| char == '$' || self.escape.is_some_and(|escape| matches!(char, '\'' | '"') || char == escape);
        if !text.contains(special) {
            return Value::string(text, span);
        }
        self.template(&mut Cursor { rest: text }, span, false, 0)
    }

    /// Reads to the end, or to the closing brace when `nested`.
    fn template(&self, cursor: &mut Cursor<'_>, span: Span, nested: bool, depth: usize) -> Value {
        let mut text = Text::default();
        let mut quoted = false;
        while let Some(char) = cursor.next() {
            match char {
                '}' if nested && !quoted => break,
                '$' if self.escape.is_none() && cursor.take("$") => text.tail.push('$'),
                '$' => match self.variable(cursor, span, depth) {
                    Some(value) => text.value(&value),
                    None => text.tail.push('$'),
                },
                '"' if self.escape.is_some() => quoted = !quoted,
                '\'' if self.escape.is_some() && !quoted => text.tail.push_str(cursor.until('\'')),
                _ if self.escape == Some(char) => match cursor.next() {
                    Some(next) if quoted && !matches!(next, '"' | '$') && next != char => {
                        text.tail.extend([char, next])
                    }
                    next => text.tail.extend(next),
                },
                _ => text.tail.push(char),
            }
        }
        text.finish(span)
    }

    /// Reads what follows a dollar sign; none when it is no variable.
    fn variable(&self, cursor: &mut Cursor<'_>, span: Span, depth: usize) -> Option<Value> {
        let lookup = self.lookup?;
        if !cursor.rest.starts_with('{') {
            let name = cursor.name();
            return (!name.is_empty()).then(|| self.afford(lookup(name), span));
        }
        let mut inner = Cursor { rest: &cursor.rest[1..] };
        let name = inner.name();
        if name.is_empty() {
            return None;
        }
        if depth >= DEPTH {
            cursor.rest = "";
            return Some(Value::unknown(Reason::Limit, span));
        }
        let found = self.afford(lookup(name), span);
        let strict = inner.take(":");
        let operator = inner.next();
        let other = if operator == Some('}') { None } else { Some(self.template(&mut inner, span, true, depth + 1)) };
        cursor.rest = inner.rest;
        Some(match (operator, other) {
            (Some('-'), Some(default)) => match &found.kind {
                Kind::String(text) if !(strict && text.is_empty()) => found,
                Kind::Unknown(unknown) if !is_unset(&unknown.reason) || has_text(&unknown.pieces) => found,
                _ => default,
            },
            (Some('+'), Some(other)) => match &found.kind {
                Kind::String(text) if !(strict && text.is_empty()) => other,
                Kind::String(_) => found,
                _ => Value::unknown(found.as_unknown()?.reason.clone(), span),
            },
            (Some('}' | '?') | None, _) => found,
            _ => Value::unknown(Reason::Expression(name.into()), span),
        })
    }

    fn afford(&self, value: Value, span: Span) -> Value {
        let length = value.as_str().map_or(1, str::len)
            + value.as_unknown().map_or(0, |unknown| unknown.pieces.iter().map(length).sum());
        match self.budget.get().checked_sub(length) {
            Some(left) => {
                self.budget.set(left);
                value
            }
            None => Value::unknown(Reason::Limit, span),
        }
    }
}

fn length(piece: &Piece) -> usize {
    match piece {
        Piece::Text(text) => text.len(),
        Piece::Hole(_) => 8,
    }
}

fn has_text(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| matches!(piece, Piece::Text(_)))
}

/// Whether the variable has no value as far as the repository tells, so that a default takes its place.
fn is_unset(reason: &Reason) -> bool {
    matches!(reason, Reason::Input(_) | Reason::Environment(_) | Reason::Undeclared(_))
}

/// The value of a variable that is not set in the repository: it is text, whatever text it is.
pub fn unset(reason: fn(Arc<str>) -> Reason, name: &str, span: Span) -> Value {
    Value::partial(reason(name.into()), vec![Piece::Hole(Vec::new())], span)
}

struct Cursor<'t> {
    rest: &'t str,
}

impl<'t> Cursor<'t> {
    fn next(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let char = chars.next();
        self.rest = chars.as_str();
        char
    }

    fn take(&mut self, text: &str) -> bool {
        self.rest.strip_prefix(text).inspect(|rest| self.rest = rest).is_some()
    }

    fn name(&mut self) -> &'t str {
        let is_name = |char: char| char.is_ascii_alphanumeric() || char == '_';
        let length = self.rest.find(|char| !is_name(char)).unwrap_or(self.rest.len());
        let length = if self.rest.starts_with(|char: char| char.is_ascii_digit()) { 0 } else { length };
        let (name, rest) = self.rest.split_at(length);
        self.rest = rest;
        name
    }

    /// What stands before a character, which is passed over as well.
    fn until(&mut self, end: char) -> &'t str {
        let (text, rest) = self.rest.split_once(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    fn lookup(name: &str) -> Value {
        let span = Span::top(FileId(0));
        match name {
            "A" => Value::string("one", span),
            "EMPTY" => Value::string("", span),
            "PART" => {
                Value::partial(Reason::Input("X".into()), vec![Piece::Text("v".into()), Piece::Hole(vec![])], span)
            }
            _ => unset(Reason::Input, name, span),
        }
    }

    fn expand(text: &str, escape: Option<char>) -> String {
        let budget = Cell::new(1_000);
        let value = Expander { lookup: Some(&lookup), escape, budget: &budget }.expand(text, Span::top(FileId(0)));
        match value.kind {
            Kind::String(text) => text.to_string(),
            Kind::Unknown(unknown) => unknown.pieces.iter().fold(String::from("?"), |text, piece| match piece {
                Piece::Text(piece) => text + piece,
                Piece::Hole(_) => text + "_",
            }),
            _ => unreachable!("text or unknown"),
        }
    }

    #[test]
    fn dockerfile_variables() {
        let expand = |text| expand(text, Some('\\'));
        for (text, expected) in [
            ("plain", "plain"),
            ("$A-${A}", "one-one"),
            ("\"$A\" '$A' \\$A", "one $A $A"),
            ("\"a\\b\\\"\"", "a\\b\""),
            ("${NO:-d}/${EMPTY:-d}/${EMPTY-d}/${A:-d}", "d/d//one"),
            ("${NO:-${NO:-${A}}}", "one"),
            ("${A:+yes}${EMPTY:+no}", "yes"),
            ("x$NO/y", "?x_/y"),
            ("${PART:-d}", "?v_"),
            ("${NO:+x}", "?_"),
            ("${A%e}", "?_"),
            ("${A:?gone}", "one"),
            ("$ $1 ${} ${A", "$ $1 ${} one"),
            ("$$A", "$one"),
        ] {
            assert_eq!(expand(text), expected, "{text}");
        }
    }

    #[test]
    fn compose_variables() {
        let expand = |text| expand(text, None);
        assert_eq!(expand("$$A '$A' \\$A"), "$A 'one' \\one");
        assert_eq!(expand("${NO:-a:${A}}b"), "a:oneb");
        assert_eq!(expand("jdbc://${NO}:${P:-5432}/x"), "?jdbc://_:5432/x");
    }

    #[test]
    fn defaults_nest_to_a_limit() {
        assert_eq!(expand(&"${NO:-".repeat(100_000), None), "?_");
    }

    #[test]
    fn growth_is_limited() {
        let budget = Cell::new(10);
        let expander = Expander { lookup: Some(&lookup), escape: None, budget: &budget };
        let value = expander.expand(&"$A".repeat(5), Span::top(FileId(0)));
        assert_eq!(value.as_unknown().map(|unknown| &unknown.reason), Some(&Reason::Limit));
    }

    #[test]
    fn a_value_remembers_where_its_parts_came_from() {
        let place = Span::new(FileId(0), 5..8);
        let lookup = |_: &str| Value::string("x", place).used_at(Span::top(FileId(0)));
        let budget = Cell::new(10);
        let expander = Expander { lookup: Some(&lookup), escape: None, budget: &budget };
        let value = expander.expand("${A}", Span::new(FileId(0), 20..24));
        assert_eq!(value.origins(), [place]);
        assert_eq!(value.span.range(), 20..24);
    }
}
