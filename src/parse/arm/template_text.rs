//! The expressions inside of the texts of JSON templates: `[concat(parameters('a'), '-', variables('b').c[0])]`.
//! All that they are made of has the place of the text, as escapes make it impossible to count inside.

use std::sync::Arc;

use crate::source::Span;

use super::scan::DEPTH;
use super::syntax::{Call, Expr, ExprKind};

/// The expression that a text holds; what is no expression stands for itself. `None` when it begins like an
/// expression and is none.
#[must_use]
pub fn parse_text(text: &str, span: Span) -> Option<Expr> {
    let literal = |text: &str| Some(Expr { kind: ExprKind::Text(text.into()), span });
    let Some(inside) = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) else { return literal(text) };
    if inside.starts_with('[') {
        // An escaped bracket.
        return literal(&text[1..]);
    }
    let mut reader = Reader { text: inside, at: 0, depth: 0, span };
    let expr = reader.expression()?;
    reader.blanks();
    (reader.at == inside.len()).then_some(expr)
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
    span: Span,
}

impl Reader<'_> {
    fn blanks(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start().len();
    }

    fn take(&mut self, sign: char) -> bool {
        self.blanks();
        let is_here = self.text[self.at..].starts_with(sign);
        if is_here {
            self.at += sign.len_utf8();
        }
        is_here
    }

    fn expression(&mut self) -> Option<Expr> {
        if self.depth >= DEPTH {
            return None;
        }
        self.depth += 1;
        let expr = self.chain();
        self.depth -= 1;
        expr
    }

    fn chain(&mut self) -> Option<Expr> {
        let mut kind = self.primary()?;
        let mut chained = self.depth;
        loop {
            chained += 1;
            if chained > DEPTH {
                return None;
            }
            let inner = |kind, span| Box::new(Expr { kind, span });
            if self.take('.') {
                self.take('?');
                let name = self.name()?;
                kind = ExprKind::Member(inner(kind, self.span), name);
            } else if self.take('[') {
                self.take('?');
                let index = self.expression()?;
                if !self.take(']') {
                    return None;
                }
                kind = ExprKind::Index(inner(kind, self.span), Box::new(index));
            } else {
                return Some(Expr { kind, span: self.span });
            }
        }
    }

    fn name(&mut self) -> Option<Arc<str>> {
        self.blanks();
        let rest = &self.text[self.at..];
        let end = rest
            .find(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '_' | '$' | '-')))
            .unwrap_or(rest.len());
        self.at += end;
        (end > 0).then(|| rest[..end].into())
    }

    fn primary(&mut self) -> Option<ExprKind> {
        self.blanks();
        let rest = &self.text[self.at..];
        let first = rest.chars().next()?;
        if first == '\'' {
            return self.string();
        }
        if first.is_ascii_digit() || matches!(first, '-' | '+') {
            let end = rest[1..].find(|letter: char| !(letter.is_ascii_digit() || letter == '.'));
            let end = end.map_or(rest.len(), |end| end + 1);
            self.at += end;
            return rest[..end].parse().ok().map(ExprKind::Number);
        }
        let mut name = self.name()?;
        // A function of the template's own has a namespace before it.
        while self.text[self.at..].starts_with('.') && self.is_call_after_dot() {
            self.at += 1;
            name = format!("{name}.{}", self.name()?).into();
        }
        if self.take('(') {
            let mut args = Vec::new();
            loop {
                if self.take(')') {
                    return Some(ExprKind::Call(Box::new(Call { target: None, name, args })));
                }
                args.push(self.expression()?);
                if !self.take(',') && !self.text[self.at..].starts_with(')') {
                    return None;
                }
            }
        }
        match &*name {
            "true" => Some(ExprKind::Bool(true)),
            "false" => Some(ExprKind::Bool(false)),
            "null" => Some(ExprKind::Null),
            // Names of lambda variables have to be quoted; a bare name is nothing.
            _ => None,
        }
    }

    /// Whether a call's name stands behind the dot, and not a member.
    fn is_call_after_dot(&self) -> bool {
        let rest = &self.text[self.at + 1..];
        let end = rest.find(|letter: char| !(letter.is_alphanumeric() || letter == '_')).unwrap_or(rest.len());
        end > 0 && rest[end..].trim_start().starts_with('(')
    }

    /// A text in quotes; a doubled quote is one.
    fn string(&mut self) -> Option<ExprKind> {
        let mut text = String::new();
        self.at += 1;
        loop {
            let rest = &self.text[self.at..];
            let end = rest.find('\'')?;
            text.push_str(&rest[..end]);
            self.at += end + 1;
            if !self.text[self.at..].starts_with('\'') {
                return Some(ExprKind::Text(text.into()));
            }
            text.push('\'');
            self.at += 1;
        }
    }
}
