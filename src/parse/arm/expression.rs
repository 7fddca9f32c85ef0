//! Bicep's expressions.

use std::sync::Arc;

use crate::source::Span;

use super::scan::{DEPTH, Read, Scanner, Trouble};
use super::syntax::{Call, Expr, ExprKind, For, Item, Operator, Part, Property};
use crate::source::ProblemKind;

/// Operators by how tightly they bind, the loosest first; longer signs before those that they begin with.
const OPERATORS: [&[(&str, Operator)]; 7] = [
    &[("??", Operator::Coalesce)],
    &[("||", Operator::Or)],
    &[("&&", Operator::And)],
    &[("==", Operator::Equal), ("!=", Operator::NotEqual), ("=~", Operator::Alike), ("!~", Operator::NotAlike)],
    &[("<=", Operator::LessOrEqual), (">=", Operator::GreaterOrEqual), ("<", Operator::Less), (">", Operator::Greater)],
    &[("+", Operator::Add), ("-", Operator::Subtract)],
    &[("*", Operator::Multiply), ("/", Operator::Divide), ("%", Operator::Modulo)],
];

impl Scanner<'_> {
    /// An expression.
    pub fn expression(&mut self) -> Read<Expr> {
        self.nested(|scan| {
            scan.lines();
            let start = scan.at;
            let test = scan.operation(0)?;
            let after = scan.after_lines();
            if !after.starts_with('?') || after.starts_with("??") {
                return Ok(test);
            }
            scan.lines();
            scan.at += 1;
            let then = scan.expression()?;
            scan.expect(":", "expected ':' of a choice")?;
            let other = scan.expression()?;
            let span = scan.span_from(start);
            Ok(Expr { kind: ExprKind::Choice(Box::new([test, then, other])), span })
        })
    }

    /// An expression of operators that bind at least so tightly.
    fn operation(&mut self, level: usize) -> Read<Expr> {
        self.blanks();
        let start = self.at;
        let mut left = self.unary()?;
        let mut chained = 0;
        while let Some((operator, tightness)) = self.operator(level) {
            chained += 1;
            if self.depth + chained > DEPTH {
                return self.too_deep();
            }
            self.lines();
            let right = self.operation(tightness + 1)?;
            let span = self.span_from(start);
            left = Expr { kind: ExprKind::Binary(operator, Box::new([left, right])), span };
        }
        Ok(left)
    }

    fn too_deep<T>(&self) -> Read<T> {
        Err(Trouble { kind: ProblemKind::Limit, at: self.at, message: "nested deeper than is read" })
    }

    /// Takes an operator that binds at least so tightly. It may stand on the next line unless it could begin an
    /// item there.
    fn operator(&mut self, level: usize) -> Option<(Operator, usize)> {
        let before = self.at;
        self.blanks();
        let line_end = matches!(self.byte(), Some(b'\r' | b'\n'));
        self.lines();
        let rest = self.rest();
        let mut signs = OPERATORS.iter().enumerate().flat_map(|(tightness, operators)| {
            operators.iter().map(move |(sign, operator)| (*sign, *operator, tightness))
        });
        match signs.find(|(sign, ..)| rest.starts_with(sign)) {
            Some((sign, operator, tightness))
                if tightness >= level && !(line_end && operator == Operator::Subtract) =>
            {
                self.at += sign.len();
                Some((operator, tightness))
            }
            _ => {
                self.at = before;
                None
            }
        }
    }

    fn unary(&mut self) -> Read<Expr> {
        self.blanks();
        let start = self.at;
        match self.byte() {
            Some(b'!') if !self.rest().starts_with("!=") => {
                self.at += 1;
                let inner = self.nested(Self::unary)?;
                Ok(Expr { kind: ExprKind::Not(Box::new(inner)), span: self.span_from(start) })
            }
            Some(b'-') => {
                self.at += 1;
                let inner = self.nested(Self::unary)?;
                let kind = match inner.kind {
                    ExprKind::Number(number) => ExprKind::Number(-number),
                    kind => ExprKind::Minus(Box::new(Expr { kind, span: inner.span })),
                };
                Ok(Expr { kind, span: self.span_from(start) })
            }
            Some(b'+') => {
                self.at += 1;
                self.nested(Self::unary)
            }
            _ => self.postfix(),
        }
    }

    /// What stands by itself, and the members, items and calls behind it.
    fn postfix(&mut self) -> Read<Expr> {
        let start = self.at;
        let mut expr = self.primary()?;
        let mut chained = 0;
        loop {
            chained += 1;
            if self.depth + chained > DEPTH {
                return self.too_deep();
            }
            let before = self.at;
            self.blanks();
            let rest = self.rest();
            let kind = if rest.starts_with("::") {
                self.at += 2;
                ExprKind::Child(Box::new(expr), self.name()?)
            } else if rest.starts_with('[') {
                self.at += 1;
                self.take("?");
                self.take("^");
                let index = self.expression()?;
                self.expect("]", "expected ']'")?;
                ExprKind::Index(Box::new(expr), Box::new(index))
            } else if rest.starts_with('!') && !rest.starts_with("!=") && !rest.starts_with("!~") {
                // `a!` says that it is not null.
                self.at += 1;
                continue;
            } else if self.member_follows() {
                self.lines();
                self.at += 1;
                self.take("?");
                self.lines();
                let name = self.name()?;
                if self.call_follows() {
                    ExprKind::Call(Box::new(Call { target: Some(expr), name, args: self.arguments()? }))
                } else {
                    ExprKind::Member(Box::new(expr), name)
                }
            } else {
                self.at = before;
                return Ok(expr);
            };
            expr = Expr { kind, span: self.span_from(start) };
        }
    }

    /// Whether arguments begin here, after blanks, which are then passed over.
    fn call_follows(&mut self) -> bool {
        let before = self.at;
        self.blanks();
        let follows = self.byte() == Some(b'(');
        if !follows {
            self.at = before;
        }
        follows
    }

    fn member_follows(&mut self) -> bool {
        let after = self.after_lines();
        after.starts_with('.') && !after.starts_with("..")
    }

    fn primary(&mut self) -> Read<Expr> {
        let start = self.at;
        let kind = match self.byte() {
            Some(b'\'') => return self.string(),
            Some(b'$') if self.rest().trim_start_matches('$').starts_with("'''") => return self.multiline(),
            Some(b'[') => self.array()?,
            Some(b'{') => {
                let (properties, _) = self.object(false)?;
                ExprKind::Object(properties)
            }
            Some(b'(') => match self.attempt(Self::lambda_names) {
                Some(names) => ExprKind::Lambda(names, Box::new(self.expression()?)),
                None => {
                    self.at += 1;
                    let inner = self.expression()?;
                    self.expect(")", "expected ')'")?;
                    inner.kind
                }
            },
            Some(byte) if byte.is_ascii_digit() => self.number(),
            Some(_) => {
                let name = self.name()?;
                match &*name {
                    "true" => ExprKind::Bool(true),
                    "false" => ExprKind::Bool(false),
                    "null" => ExprKind::Null,
                    _ if self.call_follows() => {
                        ExprKind::Call(Box::new(Call { target: None, name, args: self.arguments()? }))
                    }
                    _ if self.take("=>") => ExprKind::Lambda(vec![name], Box::new(self.expression()?)),
                    _ => ExprKind::Name(name),
                }
            }
            None => return self.trouble("expected a value"),
        };
        Ok(Expr { kind, span: self.span_from(start) })
    }

    fn number(&mut self) -> ExprKind {
        let digits: &str = self.rest();
        let end = digits.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(digits.len());
        self.at += end;
        ExprKind::Number(digits[..end].parse().unwrap_or(f64::MAX))
    }

    /// `(a, b) =>`
    fn lambda_names(&mut self) -> Option<Vec<Arc<str>>> {
        self.at += 1;
        let mut names = Vec::new();
        self.lines();
        while !self.take(")") {
            if !names.is_empty() && !self.take(",") {
                return None;
            }
            self.lines();
            names.push(self.name().ok()?);
            self.lines();
        }
        self.lines();
        self.take("=>").then_some(names)
    }

    fn arguments(&mut self) -> Read<Vec<Expr>> {
        self.at += 1;
        let mut args = Vec::new();
        loop {
            self.lines();
            if self.take(")") {
                return Ok(args);
            }
            args.push(self.expression()?);
            self.lines();
            if !self.take(",") && !self.rest().starts_with(')') {
                return self.trouble("expected ',' or ')'");
            }
        }
    }

    fn array(&mut self) -> Read<ExprKind> {
        self.at += 1;
        self.lines();
        if self.peek_name() == "for"
            && let Some(repeat) = self.attempt(|scan| scan.for_head().ok())
        {
            let condition = self.condition()?;
            let body = self.expression()?;
            self.expect("]", "expected ']'")?;
            let (item, index, collection) = repeat;
            return Ok(ExprKind::For(Box::new(For { item, index, collection, condition, body })));
        }
        let mut items = Vec::new();
        loop {
            self.lines();
            if self.take("]") {
                return Ok(ExprKind::Array(items));
            }
            if self.byte().is_none() {
                return self.trouble("a list is not closed");
            }
            let item = if self.take("...") { Item::Spread(self.expression()?) } else { Item::One(self.expression()?) };
            items.push(item);
            self.separator(b']')?;
        }
    }

    /// Items and properties end with their line or at a comma.
    pub fn separator(&mut self, close: u8) -> Read<()> {
        self.blanks();
        match self.byte() {
            Some(b'\r' | b'\n' | b'#') => Ok(()),
            Some(b',') => {
                self.at += 1;
                Ok(())
            }
            Some(byte) if byte == close => Ok(()),
            _ => self.trouble("expected the end of the line"),
        }
    }

    /// `for x in y:` or `for (x, i) in y:`.
    pub fn for_head(&mut self) -> Read<(Arc<str>, Option<Arc<str>>, Expr)> {
        if !self.word("for") {
            return self.trouble("expected 'for'");
        }
        let (item, index) = if self.take("(") {
            let item = self.name()?;
            let index = if self.take(",") { Some(self.name()?) } else { None };
            self.expect(")", "expected ')'")?;
            (item, index)
        } else {
            (self.name()?, None)
        };
        if !self.word("in") {
            return self.trouble("expected 'in'");
        }
        let collection = self.expression()?;
        self.expect(":", "expected ':' of a loop")?;
        self.lines();
        Ok((item, index, collection))
    }

    /// `if (a)`, where it stands.
    pub fn condition(&mut self) -> Read<Option<Expr>> {
        self.lines();
        if self.peek_name() != "if" {
            return Ok(None);
        }
        self.at += 2;
        self.expect("(", "expected '('")?;
        let condition = self.expression()?;
        self.expect(")", "expected ')'")?;
        self.lines();
        Ok(Some(condition))
    }

    /// The properties of an object, and where resources may stand among them, those.
    pub fn object(&mut self, resources: bool) -> Read<(Vec<Property>, Vec<super::syntax::Statement>)> {
        self.nested(|scan| {
            if !scan.take("{") {
                return scan.trouble("expected '{'");
            }
            let mut properties = Vec::new();
            let mut children = Vec::new();
            loop {
                scan.lines();
                if scan.take("}") {
                    return Ok((properties, children));
                }
                match scan.byte() {
                    None => return scan.trouble("an object is not closed"),
                    Some(b',') => {
                        scan.at += 1;
                        continue;
                    }
                    Some(b'@') if resources => {
                        children.extend(scan.nested_resource()?);
                        continue;
                    }
                    _ => {}
                }
                if resources && scan.resource_follows() {
                    children.extend(scan.nested_resource()?);
                    continue;
                }
                properties.push(scan.property()?);
                scan.separator(b'}')?;
            }
        })
    }

    fn property(&mut self) -> Read<Property> {
        if self.take("...") {
            return Ok(Property { key: None, value: self.expression()? });
        }
        let start = self.at;
        let key = if self.byte() == Some(b'\'') {
            self.string()?
        } else {
            let name = self.name()?;
            Expr { kind: ExprKind::Text(name), span: self.span_from(start) }
        };
        self.expect(":", "expected ':'")?;
        Ok(Property { key: Some(key), value: self.expression()? })
    }

    /// A text in quotes, or in three of them.
    pub fn string(&mut self) -> Read<Expr> {
        if self.rest().starts_with("'''") {
            return self.multiline();
        }
        if self.byte() != Some(b'\'') {
            return self.trouble("expected a string");
        }
        let start = self.at;
        self.at += 1;
        let mut parts = Vec::new();
        let mut text = String::new();
        loop {
            let rest = self.rest();
            let Some(letter) = rest.chars().next() else { return self.trouble("a string is not closed") };
            match letter {
                '\'' => {
                    self.at += 1;
                    return Ok(finish(parts, text, self.span_from(start)));
                }
                '\r' | '\n' => return self.trouble("a string is not closed"),
                '\\' => self.escape(&mut text)?,
                '$' if rest.starts_with("${") => {
                    self.at += 2;
                    self.hole(&mut parts, &mut text)?;
                }
                _ => {
                    text.push(letter);
                    self.at += letter.len_utf8();
                }
            }
        }
    }

    fn hole(&mut self, parts: &mut Vec<Part>, text: &mut String) -> Read<()> {
        if !text.is_empty() {
            parts.push(Part::Text(std::mem::take(text).into()));
        }
        parts.push(Part::Hole(self.expression()?));
        self.expect("}", "expected '}'")
    }

    fn escape(&mut self, text: &mut String) -> Read<()> {
        let Some(letter) = self.rest()[1..].chars().next() else { return self.trouble("a string is not closed") };
        self.at += 1 + letter.len_utf8();
        text.push(match letter {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let rest = self.rest();
                let code = rest.strip_prefix('{').and_then(|rest| rest.split_once('}'));
                let Some((code, after)) = code else { return self.trouble("a string is not well-formed") };
                self.at += rest.len() - after.len();
                u32::from_str_radix(code, 16).ok().and_then(char::from_u32).unwrap_or('?')
            }
            other => other,
        });
        Ok(())
    }

    /// A text in three quotes; with dollars before it as many of them open a hole.
    fn multiline(&mut self) -> Read<Expr> {
        let start = self.at;
        let dollars = self.rest().len() - self.rest().trim_start_matches('$').len();
        self.at += dollars + 3;
        let hole = format!("{}{{", "$".repeat(dollars));
        let rest = self.rest();
        // The first line end does not belong to the text.
        self.at += if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with('\n')) };
        let mut parts = Vec::new();
        let mut text = String::new();
        loop {
            let rest = self.rest();
            if rest.starts_with("'''") {
                // Quotes before the last three belong to the text.
                let quotes = rest.len() - rest.trim_start_matches('\'').len();
                text.push_str(&rest[..quotes - 3]);
                self.at += quotes;
                return Ok(finish(parts, text, self.span_from(start)));
            }
            if dollars > 0 && rest.starts_with(&hole) {
                self.at += hole.len();
                self.hole(&mut parts, &mut text)?;
                continue;
            }
            let Some(letter) = rest.chars().next() else { return self.trouble("a string is not closed") };
            text.push(letter);
            self.at += letter.len_utf8();
        }
    }
}

fn finish(mut parts: Vec<Part>, text: String, span: Span) -> Expr {
    if parts.is_empty() {
        return Expr { kind: ExprKind::Text(text.into()), span };
    }
    if !text.is_empty() {
        parts.push(Part::Text(text.into()));
    }
    Expr { kind: ExprKind::Interpolated(parts), span }
}
