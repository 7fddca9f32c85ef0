//! What is known of the value of an expression, without running anything.
//!
//! Names were resolved before: an expression that was seen carries what it refers to and, for a name that
//! is assigned once, the expression it stands for. A reference to something outside of the file, an enum's
//! member or a function, is a text: its qualified name, with a link to tell it from a written text.

use std::sync::Arc;

use crate::model::unit::{Expr, ExprId, FunctionId, Item, Operator, Statement, Unit};
use crate::model::{Entry, Kind, Link, List, Map, Piece, Reason, Unknown, Value};
use crate::source::Span;

use super::Makes;
use super::language;
use super::paths::{PathId, Paths, Root};

/// How deep values nest, names that stand for others included.
const MAX_DEPTH: u32 = 100;

/// How many nodes the value of one argument list may have.
const MAX_NODES: u32 = 4_000;

/// How many nodes all values of a file may have.
const MAX_TOTAL: u32 = 1_000_000;

/// How many names and members lie between a reference and the call that declares what it means.
const MAX_STEPS: usize = 16;

/// The longest text that is put together.
const MAX_TEXT: usize = 64 << 10;

/// The most pieces, of which each may be as long.
const MAX_PIECES: usize = 500;

/// What the walk found out about an expression.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen {
    /// What it refers to.
    pub path: Option<PathId>,
    /// The expression that it stands for.
    pub constant: Option<ExprId>,
}

/// Evaluates expressions of a unit.
pub(super) struct Evaluator<'u> {
    pub unit: &'u Unit,
    seen: Vec<Seen>,
    /// Nodes left for the fact in the making, and for the file.
    left: u32,
    total: u32,
    depth: u32,
}

impl<'u> Evaluator<'u> {
    pub fn new(unit: &'u Unit) -> Self {
        Self { unit, seen: vec![Seen::default(); unit.size()], left: MAX_NODES, total: MAX_TOTAL, depth: 0 }
    }

    pub fn saw(&mut self, id: ExprId, seen: Seen) {
        self.seen[id.index()] = seen;
    }

    pub fn seen(&self, id: ExprId) -> Seen {
        self.seen[id.index()]
    }

    /// Allows the next fact its share.
    pub fn refill(&mut self) {
        self.left = MAX_NODES;
    }

    /// The value of an expression, as far as it is known.
    pub fn value(&mut self, paths: &Paths, id: ExprId) -> Value {
        let span = self.unit.span(id);
        if self.depth >= MAX_DEPTH || self.left == 0 || self.total == 0 {
            return Value::unknown(Reason::Limit, span);
        }
        self.depth += 1;
        self.left -= 1;
        self.total -= 1;
        let value = self.within(paths, id, span);
        self.depth -= 1;
        value
    }

    fn within(&mut self, paths: &Paths, id: ExprId, span: Span) -> Value {
        let unit = self.unit;
        match unit.expr(id) {
            Expr::Null => Value::new(Kind::Null, span),
            Expr::Bool(truth) => Value::bool(*truth, span),
            Expr::Number(number) => Value::number(*number, span),
            Expr::Text(word) => Value::string(unit.text(*word).clone(), span),
            Expr::Name(_) | Expr::Field(..) | Expr::Index(..) => self.reference(paths, id, span),
            Expr::Call { callee, args, makes } => self.call(paths, *callee, args, *makes, span),
            Expr::List(items) => self.list(paths, items, span),
            Expr::Map(items) => self.map(paths, items, span),
            Expr::Concat(parts) | Expr::Binary(Operator::Add, parts) => self.sum(paths, parts, span),
            Expr::Binary(operator, parts) => self.binary(paths, *operator, parts, span),
            Expr::Not(inner) => {
                let inner = self.value(paths, *inner);
                match inner.as_unknown() {
                    None => inner.as_bool().map_or_else(|| code("not", span), |truth| Value::bool(!truth, span)),
                    Some(unknown) => Value::unknown(unknown.reason.clone(), span),
                }
            }
            Expr::Choice(parts) => self.choice(paths, parts, span),
            Expr::Lambda(function) => self.function(paths, *function, span),
            Expr::Cast(_, inner) => self.value(paths, *inner),
            Expr::Spread(_) | Expr::Other(_) => code("expression", span),
        }
    }

    fn reference(&mut self, paths: &Paths, id: ExprId, span: Span) -> Value {
        let seen = self.seen(id);
        if let Some(constant) = seen.constant {
            return self.value(paths, constant).used_at(span);
        }
        if let Some(part) = self.part(paths, id) {
            return part.used_at(span);
        }
        if let (Expr::Field(object, field), Some(made)) = (self.unit.expr(id), self.construct(paths, id)) {
            let name = written(self.unit, *object).unwrap_or_default();
            return construct(&format!("{name}.{}", self.unit.text(*field)), made, self.unit.text(*field), span);
        }
        let written = || written(self.unit, id).unwrap_or_else(|| "element".to_owned());
        let Some(path) = seen.path else { return code(&written(), span) };
        let Some(name) = paths.canonical(path) else { return code(&written(), span) };
        if let Some(variable) = self.environment_element(&name, id) {
            return Value::unknown(Reason::Environment(variable), span);
        }
        // A name that nothing declares is hardly a constant of another module.
        let declared = !matches!(paths.as_root(path), Some(Root::Outside(outside)) if outside.hint);
        let telling =
            matches!(paths.start(path), Root::Outside(outside) if !(outside.relative || outside.hint && outside.exact));
        if name == "undefined" {
            Value::new(Kind::Null, span)
        } else if declared && telling && !paths.is_object(path) {
            let link = Link { address: name.as_str().into(), attribute: "".into() };
            Value::string(name, span).with_links([link])
        } else {
            code(&written(), span)
        }
    }

    /// The call that declares what an expression refers to, or what it is reached through.
    pub fn construct(&self, paths: &Paths, id: ExprId) -> Option<Span> {
        let mut at = id;
        for _ in 0..MAX_STEPS {
            at = match (self.unit.expr(at), self.seen(at).constant) {
                (Expr::Call { callee, .. }, _) => {
                    let name = paths.canonical(self.seen(*callee).path?)?;
                    return (paths.makes(&name) == Makes::Construct).then(|| self.unit.span(at));
                }
                (_, Some(constant)) => constant,
                (Expr::Field(inner, _) | Expr::Cast(_, inner), None) => *inner,
                _ => return None,
            };
        }
        None
    }

    /// What a call is that declares something, or that stands for its arguments.
    fn made(&mut self, paths: &Paths, name: &str, args: &[Item], span: Span) -> Option<Value> {
        match (paths.makes(name), args) {
            (Makes::Construct, _) => Some(construct(name, span, "", span)),
            (Makes::Record, [Item { key: None, value }]) => Some(self.value(paths, *value)),
            (Makes::Record, _) => {
                let named: Vec<Item> = args.iter().copied().filter(|item| item.key.is_some()).collect();
                Some(self.map(paths, &named, span))
            }
            (Makes::Passed(before), [first, ..]) => {
                let value = self.value(paths, first.value).used_at(span);
                match value.as_str().filter(|_| !before.is_empty()) {
                    Some(text) => Some(Value::string(format!("{before}{text}"), span)),
                    None => Some(value),
                }
            }
            _ => None,
        }
    }

    /// An element or property of something that is known.
    fn part(&mut self, paths: &Paths, id: ExprId) -> Option<Value> {
        let unit = self.unit;
        let object = match unit.expr(id) {
            Expr::Field(object, _) | Expr::Index(object, _) => *object,
            _ => return None,
        };
        let whole = match (self.seen(object).constant, unit.expr(object)) {
            (Some(constant), _) => self.value(paths, constant),
            (None, Expr::Map(_) | Expr::List(_)) => self.value(paths, object),
            (None, Expr::Field(..) | Expr::Index(..)) if self.depth < MAX_DEPTH => {
                self.depth += 1;
                let whole = self.part(paths, object);
                self.depth -= 1;
                whole?
            }
            _ => return None,
        };
        let index = match unit.expr(id) {
            Expr::Index(_, index) => self.value(paths, *index).kind,
            Expr::Field(_, field) => Kind::String(unit.text(*field).clone()),
            _ => return None,
        };
        match (&whole.kind, &index) {
            (Kind::Map(map), Kind::String(key)) if map.open.is_none() => map.get(key).cloned(),
            (Kind::List(list), Kind::Number(position)) if list.open.is_none() && *position >= 0.0 => {
                list.items.get(*position as usize).cloned()
            }
            _ => None,
        }
    }

    /// The variable's name, when an expression is an element of the environment.
    fn environment_element(&self, name: &str, id: ExprId) -> Option<Arc<str>> {
        for map in language::environment_maps(self.unit.language) {
            let Some(rest) = name.strip_prefix(map) else { continue };
            if let Some(field) = rest.strip_prefix('.') {
                return Some(field.into());
            }
            if rest == "[]" {
                return Some(match self.unit.expr(id) {
                    Expr::Index(_, index) => match self.unit.expr(*index) {
                        Expr::Text(word) => self.unit.text(*word).clone(),
                        _ => "environment".into(),
                    },
                    _ => "environment".into(),
                });
            }
        }
        None
    }

    fn call(&mut self, paths: &Paths, callee: ExprId, args: &[Item], makes: bool, span: Span) -> Value {
        let unit = self.unit;
        // What was not visited yet, the body of a function, goes by what is written.
        let name = match self.seen(callee).path {
            Some(path) => paths.canonical(path),
            None => written(unit, callee),
        };
        if let Some(name) = &name {
            let reads = |pattern: &&str| match pattern.strip_suffix('*') {
                Some(start) => name.starts_with(start),
                None => name == pattern,
            };
            if language::environment_calls(unit.language).iter().any(reads) {
                let key = args.first().and_then(|item| match unit.expr(item.value) {
                    Expr::Text(word) => Some(unit.text(*word).clone()),
                    _ => None,
                });
                return Value::unknown(Reason::Environment(key.unwrap_or_else(|| "environment".into())), span);
            }
            if let Some(made) = self.made(paths, name, args, span) {
                return made;
            }
            if name == "dict" && args.iter().all(|item| item.key.is_some()) {
                return self.map(paths, args, span);
            }
            if let (true, [first, ..]) = (language::converts(name), args) {
                return self.value(paths, first.value).used_at(span);
            }
        }
        if let Expr::Field(object, method) = unit.expr(callee) {
            let method = &**unit.text(*method);
            if language::TEXT_METHODS.contains(&method) {
                let object = self.value(paths, *object);
                if !matches!(object.kind, Kind::Unknown(_)) {
                    return object.used_at(span);
                }
            }
            if let (Expr::Text(template), "format") = (unit.expr(*object), method) {
                return template_value(unit.text(*template), "{", span);
            }
        }
        if makes && args.iter().any(|item| item.key.is_some()) {
            let spread = |item: &Item| matches!(unit.expr(item.value), Expr::Spread(_));
            let named: Vec<Item> = args.iter().copied().filter(|item| item.key.is_some() || spread(item)).collect();
            return self.map(paths, &named, span);
        }
        let name = name.or_else(|| written(unit, callee)).unwrap_or_default();
        if let (Some(Expr::Text(template)), true) = (args.first().map(|item| unit.expr(item.value)), formats(&name)) {
            return template_value(unit.text(*template), if name.ends_with("Sprintf") { "%" } else { "%{" }, span);
        }
        if let (Some(Expr::Concat(_)), true) = (args.first().map(|item| unit.expr(item.value)), formats(&name)) {
            return self.value(paths, args[0].value).used_at(span);
        }
        code(&format!("{name}()"), span)
    }

    pub fn list(&mut self, paths: &Paths, items: &[ExprId], span: Span) -> Value {
        let mut list = List::default();
        for item in items {
            if let Expr::Spread(inner) = self.unit.expr(*item) {
                match self.value(paths, *inner).kind {
                    Kind::List(inner) => {
                        list.items.extend(inner.items);
                        list.open = list.open.or(inner.open);
                    }
                    kind => list.open = Some(opening(&kind)),
                }
            } else {
                list.items.push(self.value(paths, *item));
            }
        }
        Value::new(Kind::List(list), span)
    }

    pub fn map(&mut self, paths: &Paths, items: &[Item], span: Span) -> Value {
        let mut map = Map::default();
        for item in items {
            self.entry(paths, item, &mut map);
        }
        Value::new(Kind::Map(map), span)
    }

    /// Puts an entry, or the entries that are spread, into a map.
    pub fn entry(&mut self, paths: &Paths, item: &Item, map: &mut Map) {
        if let Some(key) = item.key {
            match self.value(paths, key).kind {
                Kind::String(text) => {
                    let value = self.value(paths, item.value);
                    map.entries.push(Entry { key: text, key_span: self.unit.span(key), value });
                }
                Kind::Number(number) => {
                    let value = self.value(paths, item.value);
                    map.entries.push(Entry { key: number.to_string().into(), key_span: self.unit.span(key), value });
                }
                kind => map.open = Some(opening(&kind)),
            }
        } else if let Expr::Spread(inner) = self.unit.expr(item.value) {
            match self.value(paths, *inner).kind {
                Kind::Map(inner) => {
                    map.entries.extend(inner.entries);
                    map.open = inner.open.or(map.open.take());
                }
                kind => map.open = Some(opening(&kind)),
            }
        }
    }

    /// Texts, numbers or lists in a row.
    fn sum(&mut self, paths: &Paths, parts: &[ExprId], span: Span) -> Value {
        let values: Vec<Value> = parts.iter().map(|part| self.value(paths, *part)).collect();
        if let Some(numbers) = values.iter().map(number).collect::<Option<Vec<f64>>>() {
            return Value::number(numbers.iter().sum(), span);
        }
        if values.iter().any(|value| value.as_list().is_some()) {
            let mut list = List::default();
            for value in values {
                match value.kind {
                    Kind::List(inner) => {
                        list.items.extend(inner.items);
                        list.open = list.open.or(inner.open);
                    }
                    kind => list.open = Some(opening(&kind)),
                }
            }
            return Value::new(Kind::List(list), span);
        }
        join(&values, span)
    }

    fn binary(&mut self, paths: &Paths, operator: Operator, parts: &[ExprId], span: Span) -> Value {
        if let (Operator::Remainder, Some(Expr::Text(template))) =
            (operator, parts.first().map(|part| self.unit.expr(*part)))
        {
            return template_value(self.unit.text(*template), "%", span);
        }
        let values: Vec<Value> = parts.iter().map(|part| self.value(paths, *part)).collect();
        if let Some(unknown) = values.iter().find_map(|value| value.as_unknown()) {
            return Value::unknown(unknown.reason.clone(), span);
        }
        if operator == Operator::BitOr && values.iter().any(|value| value.as_str().is_some()) {
            return Value::list(values, span);
        }
        let numbers: Option<Vec<f64>> = values.iter().map(number).collect();
        let result = numbers.and_then(|numbers| {
            let (first, rest) = numbers.split_first()?;
            rest.iter().try_fold(*first, |left, right| calculate(operator, left, *right))
        });
        match result.filter(|number| number.is_finite()) {
            Some(number) => Value::number(number, span),
            None => code("expression", span),
        }
    }

    /// One of several: what all of them are, or what the first is known to depend on.
    fn choice(&mut self, paths: &Paths, parts: &[ExprId], span: Span) -> Value {
        let mut values = parts.iter().map(|part| self.value(paths, *part)).collect::<Vec<_>>().into_iter();
        let Some(first) = values.next() else { return code("expression", span) };
        let rest: Vec<Value> = values.collect();
        if rest.iter().all(|other| is_same(&first, other)) {
            return first.used_at(span);
        }
        match first.as_unknown() {
            Some(unknown) => Value::unknown(unknown.reason.clone(), span),
            None => code("choice", span),
        }
    }

    /// What is to be said of a function: whether it does anything, and the constant that it returns.
    pub fn function(&mut self, paths: &Paths, id: FunctionId, span: Span) -> Value {
        let function = self.unit.function(id);
        let empty = function.body.is_empty();
        let mut entries = vec![Entry { key: "empty".into(), key_span: span, value: Value::bool(empty, span) }];
        if let [Statement::Return(value)] = function.body.as_slice() {
            let value = self.value(paths, *value);
            entries.push(Entry { key: "returns".into(), key_span: value.span, value });
        }
        Value::map(entries, span)
    }
}

/// What is known of something that a call declares: that it will be there.
fn construct(name: &str, call: Span, attribute: &str, span: Span) -> Value {
    let link = Link { address: format!("@{}", call.start).into(), attribute: attribute.into() };
    Value::unknown(Reason::Computed(name.into()), span).with_links([link])
}

/// An unknown that is the program's to decide.
fn code(what: &str, span: Span) -> Value {
    Value::unknown(Reason::Code(what.into()), span)
}

fn opening(kind: &Kind) -> Arc<Unknown> {
    match kind {
        Kind::Unknown(unknown) => unknown.clone(),
        _ => Arc::new(Unknown { reason: Reason::Code("expression".into()), pieces: Vec::new() }),
    }
}

fn number(value: &Value) -> Option<f64> {
    match value.kind {
        Kind::Number(number) => Some(number),
        _ => None,
    }
}

fn calculate(operator: Operator, left: f64, right: f64) -> Option<f64> {
    Some(match operator {
        Operator::Subtract => left - right,
        Operator::Multiply => left * right,
        Operator::Divide => left / right,
        Operator::Remainder => left % right,
        Operator::Power => left.powf(right),
        Operator::Shift => left * right.exp2(),
        Operator::BitOr if left >= 0.0 && right >= 0.0 => ((left as u64) | (right as u64)) as f64,
        _ => return None,
    })
}

fn is_same(one: &Value, other: &Value) -> bool {
    match (&one.kind, &other.kind) {
        (Kind::Null, Kind::Null) => true,
        (Kind::Bool(one), Kind::Bool(other)) => one == other,
        (Kind::Number(one), Kind::Number(other)) => one == other,
        (Kind::String(one), Kind::String(other)) => one == other,
        _ => false,
    }
}

/// Texts put together; of one that is not known, what is known around it.
fn join(values: &[Value], span: Span) -> Value {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut reason = None;
    let mut text = String::new();
    for value in values {
        match &value.kind {
            Kind::String(part) if value.links().is_empty() => text.push_str(part),
            Kind::Number(number) => text.push_str(&number.to_string()),
            Kind::Bool(truth) => text.push_str(if *truth { "true" } else { "false" }),
            Kind::Unknown(unknown) if !unknown.pieces.is_empty() => {
                reason.get_or_insert_with(|| unknown.reason.clone());
                flush(&mut text, &mut pieces);
                pieces.extend(unknown.pieces.iter().cloned());
            }
            kind => {
                let why = opening(kind).reason.clone();
                reason.get_or_insert(why);
                flush(&mut text, &mut pieces);
                pieces.push(Piece::Hole(value.links().to_vec()));
            }
        }
        if text.len() > MAX_TEXT || pieces.len() > MAX_PIECES {
            return Value::unknown(Reason::Limit, span);
        }
    }
    match reason {
        None => Value::string(text, span),
        Some(reason) => {
            flush(&mut text, &mut pieces);
            Value::partial(reason, pieces, span)
        }
    }
}

fn flush(text: &mut String, pieces: &mut Vec<Piece>) {
    if !text.is_empty() {
        pieces.push(Piece::Text(std::mem::take(text).into()));
    }
}

/// A text with places to be filled in: known before the first and after the last of them.
fn template_value(template: &str, marks: &str, span: Span) -> Value {
    let is_mark = |c: char| marks.contains(c);
    let Some(at) = template.find(is_mark) else { return Value::string(template, span) };
    let mut pieces = Vec::new();
    if at > 0 {
        pieces.push(Piece::Text(template[..at].into()));
    }
    pieces.push(Piece::Hole(Vec::new()));
    Value::partial(Reason::Code("formatted text".into()), pieces, span)
}

/// Whether a function fills in a template that is its first argument.
fn formats(name: &str) -> bool {
    matches!(
        name,
        "fmt.Sprintf"
            | "String.format"
            | "java.lang.String.format"
            | "String.Format"
            | "string.Format"
            | "util.format"
            | "format!"
    )
}

/// A chain of names as it is written: `patient.ssn`, of `patient["ssn"]` as well.
pub(super) fn written(unit: &Unit, id: ExprId) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    let mut at = id;
    loop {
        match unit.expr(at) {
            Expr::Name(word) => {
                parts.push(unit.text(*word));
                break;
            }
            Expr::Field(object, word) => {
                parts.push(unit.text(*word));
                at = *object;
            }
            Expr::Index(object, index) => {
                if let Expr::Text(word) = unit.expr(*index) {
                    parts.push(unit.text(*word));
                }
                at = *object;
            }
            Expr::Call { callee, .. } => at = *callee,
            Expr::Cast(_, value) => at = *value,
            _ if parts.is_empty() => return None,
            _ => break,
        }
    }
    parts.reverse();
    let shown = parts.first().is_some_and(|first| first.starts_with('{'));
    let parts = if shown { &parts[1..] } else { &parts[..] };
    (!parts.is_empty()).then(|| parts.join("."))
}
