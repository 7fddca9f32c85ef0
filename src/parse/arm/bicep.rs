//! Bicep's statements. One that cannot be read is passed over up to the next, and named.

use std::sync::Arc;

use crate::source::FileId;

use super::super::Parsed;
use super::scan::{Read, Scanner};
use super::syntax::{Expr, ExprKind, File, Repeat, Resource, ResourceBody, Statement, StatementKind};

/// Words that statements begin with.
const STATEMENTS: [&str; 16] = [
    "targetScope",
    "metadata",
    "param",
    "var",
    "resource",
    "module",
    "output",
    "func",
    "type",
    "import",
    "using",
    "extends",
    "extension",
    "provider",
    "assert",
    "test",
];

/// Reads a Bicep file, or a file of parameters for one.
#[must_use]
pub fn parse(file: FileId, text: &str) -> Parsed<File> {
    let mut scan = Scanner::new(file, text);
    let mut parsed = Parsed { tree: File::default(), failures: Vec::new() };
    loop {
        scan.lines();
        if scan.byte().is_none() {
            return parsed;
        }
        let start = scan.at;
        scan.depth = 0;
        match scan.statement() {
            Ok(statement) => parsed.tree.statements.push(statement),
            Err(trouble) => {
                parsed.failures.push(scan.failure(&trouble));
                scan.at = scan.at.max(start);
                scan.pass_statement();
                parsed.tree.unread.push(scan.span_from(start));
            }
        }
    }
}

impl Scanner<'_> {
    /// Goes on to the next line that begins like a statement.
    fn pass_statement(&mut self) {
        loop {
            self.pass_line();
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start_matches(['\r', '\n']).len();
            let is_start = self.byte() == Some(b'@') || STATEMENTS.contains(&self.peek_name());
            if is_start || self.byte().is_none() {
                return;
            }
        }
    }

    fn statement(&mut self) -> Read<Statement> {
        let decorators = self.decorators()?;
        let start = self.at;
        let word = self.peek_name();
        if !STATEMENTS.contains(&word) {
            return self.trouble("expected a statement");
        }
        self.at += word.len();
        let mut header = None;
        let kind = match word {
            "param" => self.parameter()?,
            "var" => {
                let name = self.name()?;
                self.declared(&["="])?;
                StatementKind::Variable { name, value: self.assigned()? }
            }
            "output" => {
                let name = self.name()?;
                self.declared(&["="])?;
                StatementKind::Output { name, value: self.assigned()? }
            }
            "resource" => {
                let (name, kind, existing) = self.resource_head()?;
                header = Some(self.span_from(start));
                StatementKind::Resource(Resource { name, kind, existing, body: self.resource_body()? })
            }
            "module" => {
                let name = self.name()?;
                self.blanks();
                let source = self.string()?;
                header = Some(self.span_from(start));
                StatementKind::Module { name, source, body: self.resource_body()? }
            }
            "func" => self.function()?,
            "type" => {
                let name = self.name()?;
                self.expect("=", "expected '='")?;
                self.lines();
                StatementKind::Type { name, declared: self.declared(&[])? }
            }
            "import" => self.import()?,
            "using" | "extends" => self.path(word)?,
            "extension" | "provider" => self.extension()?,
            // `targetScope = 'x'`, `metadata x = …`, `assert x = …`, `test x 'path' = …`
            _ => {
                self.declared(&["="])?;
                self.assigned()?;
                StatementKind::Other
            }
        };
        let span = self.span_from(start);
        self.blanks();
        if !matches!(self.byte(), None | Some(b'\r' | b'\n')) {
            return self.trouble("expected the end of the line");
        }
        Ok(Statement { kind, decorators, span, header: header.unwrap_or(span) })
    }

    fn decorators(&mut self) -> Read<Vec<Expr>> {
        let mut decorators = Vec::new();
        while self.take("@") {
            decorators.push(self.expression()?);
            self.lines();
        }
        Ok(decorators)
    }

    fn assigned(&mut self) -> Read<Expr> {
        self.expect("=", "expected '='")?;
        self.expression()
    }

    fn parameter(&mut self) -> Read<StatementKind> {
        let name = self.name()?;
        let declared = self.declared(&["="])?;
        let value = if self.take("=") { Some(self.expression()?) } else { None };
        Ok(StatementKind::Parameter { name, declared, value })
    }

    fn function(&mut self) -> Read<StatementKind> {
        let name = self.name()?;
        self.expect("(", "expected '('")?;
        let mut parameters = Vec::new();
        loop {
            self.lines();
            if self.take(")") {
                break;
            }
            parameters.push(self.name()?);
            self.declared(&[","])?;
            self.lines();
            self.take(",");
        }
        self.declared(&["=>"])?;
        self.expect("=>", "expected '=>'")?;
        Ok(StatementKind::Function { name, parameters, body: self.expression()? })
    }

    fn import(&mut self) -> Read<StatementKind> {
        self.blanks();
        let mut names: Vec<(Arc<str>, Arc<str>)> = Vec::new();
        if self.byte() == Some(b'\'') {
            // What became `extension`.
            return self.extension();
        }
        if self.take("*") {
            if !self.word("as") {
                return self.trouble("expected 'as'");
            }
            names.push(("*".into(), self.name()?));
        } else {
            self.expect("{", "expected '{'")?;
            loop {
                self.lines();
                if self.take("}") {
                    break;
                }
                let name = match self.byte() {
                    Some(b'\'') => text_of(&self.string()?).unwrap_or_default(),
                    _ => self.name()?,
                };
                let here = if self.word("as") { self.name()? } else { name.clone() };
                names.push((name, here));
                self.separator(b'}')?;
            }
        }
        self.lines();
        if !self.word("from") {
            return self.trouble("expected 'from'");
        }
        self.lines();
        let path = text_of(&self.string()?).unwrap_or_default();
        Ok(StatementKind::Import { names, path })
    }

    /// `using 'path'`, `using 'path' with {…}` or `using none`.
    fn path(&mut self, word: &str) -> Read<StatementKind> {
        self.blanks();
        if self.word("none") {
            return Ok(StatementKind::Other);
        }
        let path = text_of(&self.string()?).unwrap_or_default();
        if self.word("with") {
            self.lines();
            self.object(false)?;
        }
        Ok(if word == "using" { StatementKind::Using(path) } else { StatementKind::Extends(path) })
    }

    /// `extension x 'path' with {…} as y`
    fn extension(&mut self) -> Read<StatementKind> {
        self.blanks();
        while !matches!(self.byte(), None | Some(b'\r' | b'\n')) {
            match self.byte() {
                Some(b'\'') => drop(self.string()?),
                Some(b'{') => drop(self.object(false)?),
                _ => drop(self.name()?),
            }
            self.blanks();
        }
        Ok(StatementKind::Other)
    }

    fn resource_head(&mut self) -> Read<(Arc<str>, Expr, bool)> {
        let name = self.name()?;
        self.blanks();
        let kind = self.string()?;
        let existing = self.word("existing");
        Ok((name, kind, existing))
    }

    /// Whether a resource inside of another begins here, and not a property of that name.
    pub fn resource_follows(&mut self) -> bool {
        let before = self.at;
        let follows = self.word("resource") && self.name().is_ok() && self.take("'");
        self.at = before;
        follows
    }

    pub fn nested_resource(&mut self) -> Read<Option<Statement>> {
        self.nested(|scan| scan.statement().map(Some))
    }

    fn resource_body(&mut self) -> Read<ResourceBody> {
        self.expect("=", "expected '='")?;
        self.lines();
        let start = self.at;
        let mut repeat = None;
        if self.take("[") {
            self.lines();
            let (item, index, collection) = self.for_head()?;
            repeat = Some(Repeat { item, index, collection });
        }
        let condition = self.condition()?;
        self.lines();
        let brace = self.at;
        // A condition may stand in brackets of its own.
        let brackets = std::iter::from_fn(|| self.take("(").then(|| self.lines())).count();
        let (properties, children) = self.object(true)?;
        let mut span = self.span_from(brace);
        for _ in 0..brackets {
            self.expect(")", "expected ')'")?;
        }
        if repeat.is_some() {
            self.expect("]", "expected ']'")?;
            span = self.span_from(start);
        }
        Ok(ResourceBody { repeat, condition, properties, children, span })
    }
}

fn text_of(expr: &Expr) -> Option<Arc<str>> {
    match &expr.kind {
        ExprKind::Text(text) => Some(text.clone()),
        _ => None,
    }
}
