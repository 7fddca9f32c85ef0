//! Text literals with the names they are bound to, for those who look for addresses and credentials.

use std::sync::Arc;

use crate::model::unit::{Expr, ExprId, Item, Operator, Statement, Unit, Word};
use crate::model::{Piece, Reason, Value};

/// A text in code.
#[derive(Clone, Debug)]
pub struct Literal {
    /// The variable, field, argument, property or parameter that it is given to.
    pub name: Option<Arc<str>>,
    /// The text; of one that is put together, what is known of it. Its span includes the quotes.
    pub value: Value,
}

/// The literals of a unit that have a piece to keep, in the order of the source.
#[must_use]
pub fn literals(unit: &Unit, keep: &dyn Fn(&str) -> bool) -> Vec<Literal> {
    let mut search = Search { unit, keep, found: Vec::new(), done: vec![false; unit.size()] };
    search.block(&unit.body);
    for (_, ty) in unit.types() {
        for field in &ty.fields {
            search.optional(field.value, Some(field.name));
            search.all(&field.decorators, None);
        }
        search.all(&ty.bases, None);
        search.all(&ty.decorators, None);
        search.block(&ty.body);
    }
    for (_, function) in unit.functions() {
        for param in &function.params {
            search.optional(param.default, Some(param.name));
            search.all(&param.decorators, None);
        }
        search.all(&function.decorators, None);
        search.block(&function.body);
    }
    search.found.sort_by_key(|literal| literal.value.span);
    search.found
}

struct Search<'u> {
    unit: &'u Unit,
    keep: &'u dyn Fn(&str) -> bool,
    found: Vec<Literal>,
    /// Expressions that were looked at, or are pieces of one that was.
    done: Vec<bool>,
}

impl Search<'_> {
    fn block(&mut self, block: &[Statement]) {
        for statement in block {
            match statement {
                Statement::Expression(expr) | Statement::Return(expr) | Statement::Raise(expr) => {
                    self.expr(*expr, None)
                }
                Statement::Assign(assign) => {
                    let name = match self.unit.expr(assign.target) {
                        Expr::Name(word) | Expr::Field(_, word) => Some(*word),
                        Expr::Index(_, index) => self.text(*index),
                        _ => None,
                    };
                    self.expr(assign.target, None);
                    self.optional(assign.value, name);
                }
                Statement::Block(inner) => self.block(inner),
                Statement::Function(_) | Statement::Type(_) | Statement::Import(_) => {}
            }
        }
    }

    fn text(&self, id: ExprId) -> Option<Word> {
        match self.unit.expr(id) {
            Expr::Text(word) => Some(*word),
            _ => None,
        }
    }

    fn optional(&mut self, id: Option<ExprId>, name: Option<Word>) {
        if let Some(id) = id {
            self.expr(id, name);
        }
    }

    fn all(&mut self, ids: &[ExprId], name: Option<Word>) {
        for id in ids {
            self.expr(*id, name);
        }
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            let name = item.key.and_then(|key| self.text(key));
            if name.is_none() {
                self.optional(item.key, None);
            }
            self.expr(item.value, name);
        }
    }

    fn expr(&mut self, id: ExprId, name: Option<Word>) {
        if std::mem::replace(&mut self.done[id.index()], true) {
            return;
        }
        let unit = self.unit;
        match unit.expr(id) {
            Expr::Text(word) => {
                if (self.keep)(unit.text(*word)) {
                    self.found(id, name, vec![Piece::Text(unit.text(*word).clone())]);
                }
            }
            Expr::Concat(_) | Expr::Binary(Operator::Add, _) => {
                let mut pieces = Vec::new();
                self.pieces(id, &mut pieces);
                let keeps = |piece: &Piece| matches!(piece, Piece::Text(text) if (self.keep)(text));
                if pieces.iter().any(keeps) {
                    self.found(id, name, pieces);
                }
            }
            Expr::Field(object, _) => self.expr(*object, None),
            Expr::Index(object, index) => self.all(&[*object, *index], None),
            Expr::Call { callee, args, .. } => {
                self.expr(*callee, None);
                // What is handed through a conversion is still the variable's.
                for item in args {
                    let key = item.key.and_then(|key| self.text(key));
                    self.expr(item.value, key.or(name));
                }
            }
            Expr::List(items) | Expr::Choice(items) => self.all(items, name),
            Expr::Other(items) | Expr::Binary(_, items) => self.all(items, None),
            Expr::Map(items) => self.items(items),
            Expr::Cast(_, inner) | Expr::Spread(inner) => self.expr(*inner, name),
            Expr::Not(inner) => self.expr(*inner, None),
            Expr::Null | Expr::Bool(_) | Expr::Number(_) | Expr::Name(_) | Expr::Lambda(_) => {}
        }
    }

    /// The pieces of a text that is put together.
    fn pieces(&mut self, id: ExprId, pieces: &mut Vec<Piece>) {
        let unit = self.unit;
        self.done[id.index()] = true;
        match unit.expr(id) {
            Expr::Text(word) => pieces.push(Piece::Text(unit.text(*word).clone())),
            Expr::Concat(parts) | Expr::Binary(Operator::Add, parts) => {
                for part in parts {
                    self.pieces(*part, pieces);
                }
            }
            _ => {
                self.done[id.index()] = false;
                self.expr(id, None);
                pieces.push(Piece::Hole(Vec::new()));
            }
        }
    }

    fn found(&mut self, id: ExprId, name: Option<Word>, pieces: Vec<Piece>) {
        let span = self.unit.span(id);
        let known: Option<String> = pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => Some(&**text),
                Piece::Hole(_) => None,
            })
            .collect();
        let value = match known {
            Some(text) => Value::string(text, span),
            None => Value::partial(Reason::Code("text".into()), pieces, span),
        };
        let name = name.map(|word| self.unit.text(word)).filter(|name| !name.starts_with('{')).cloned();
        self.found.push(Literal { name, value });
    }
}
