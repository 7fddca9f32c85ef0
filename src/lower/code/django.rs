//! Django settings: the upper-case names that a settings module assigns, as one fact.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::unit::{Assign, Expr, ExprId, Imported, Operator, Statement, Unit};
use crate::model::{Dialect, Entry, Fact, Kind, Map, Reason, ScopeId, Unknown, Value};
use crate::source::Span;

use super::constant::Evaluator;
use super::paths::Paths;

/// Settings that hardly any other program has.
const TELLING: [&str; 6] =
    ["INSTALLED_APPS", "MIDDLEWARE", "ROOT_URLCONF", "DATABASES", "WSGI_APPLICATION", "AUTH_USER_MODEL"];

/// How deep `A["b"]["c"] = …` is followed into a setting.
const MAX_DEPTH: usize = 8;

/// The settings of a module, when it is one of Django's.
pub(super) fn settings<'u>(path: &str, values: &mut Evaluator<'u>, paths: &Paths<'u>) -> Option<Fact> {
    let unit = values.unit;
    let mut settings = Settings { values, paths, map: Map::default(), position: BTreeMap::new() };
    settings.block(&unit.body, false);
    let map = settings.map;
    if map.entries.is_empty() || !is_django(path, unit, &map) {
        return None;
    }
    let top = Span::top(unit.file);
    let span =
        unit.body.iter().fold(top, |span, statement| span_of(unit, statement).map_or(span, |other| span.to(other)));
    Some(Fact {
        dialect: Dialect::Django,
        kind: "settings".into(),
        address: path.into(),
        scope: ScopeId(0),
        body: Value::new(Kind::Map(map), span),
        span,
        header: top,
        via: Vec::new(),
    })
}

/// A module of settings is known by its place and one sign of Django, or by two settings of Django's own.
fn is_django(path: &str, unit: &Unit, map: &Map) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let placed = name.starts_with("settings") || path.split('/').rev().skip(1).any(|folder| folder == "settings");
    let telling = TELLING.iter().filter(|name| map.get(name).is_some()).count();
    let of_django = |module: &str| module.split('.').next().is_some_and(|top| matches!(top, "django" | "environ"));
    let signed = unit
        .imports()
        .iter()
        .any(|import| of_django(unit.text(import.module)) || (import.what == Imported::All && import.relative));
    telling >= 2 || placed && (telling > 0 || signed)
}

struct Settings<'v, 'u> {
    values: &'v mut Evaluator<'u>,
    paths: &'v Paths<'u>,
    map: Map,
    position: BTreeMap<Arc<str>, usize>,
}

impl Settings<'_, '_> {
    /// Statements in order. Under a condition, a setting may or may not be what is assigned.
    fn block(&mut self, block: &[Statement], conditional: bool) {
        let unit = self.values.unit;
        for statement in block {
            self.values.refill();
            match statement {
                Statement::Assign(assign) => self.assign(assign, conditional),
                Statement::Block(inner) => self.block(inner, true),
                Statement::Import(id) => {
                    let import = unit.import(*id);
                    if import.what == Imported::All {
                        let reason = Reason::Module(unit.text(import.module).clone());
                        self.map.open = Some(Arc::new(Unknown { reason, pieces: Vec::new() }));
                    }
                }
                Statement::Expression(expr) => self.effect(*expr, conditional),
                _ => {}
            }
        }
    }

    fn assign(&mut self, assign: &Assign, conditional: bool) {
        let unit = self.values.unit;
        let Some(value) = assign.value else { return };
        let mut keys = Vec::new();
        let mut target = assign.target;
        while let Expr::Index(object, index) = unit.expr(target) {
            let Some(key) = self.values.value(self.paths, *index).as_str().map(Arc::from) else { return };
            if keys.len() >= MAX_DEPTH {
                return;
            }
            keys.push((key, unit.span(*index)));
            target = *object;
        }
        let Some(name) = self.setting(target) else { return };
        let added = match unit.expr(value) {
            Expr::Binary(Operator::Add, parts)
                if parts.first().is_some_and(|part| self.setting(*part).as_ref() == Some(&name)) =>
            {
                self.extended(&name, &parts[1..])
            }
            _ => None,
        };
        let mut value = added.unwrap_or_else(|| self.values.value(self.paths, value));
        if conditional {
            value = uncertain(&name, value.span);
        }
        let span = unit.span(target);
        match self.entry(&name, span) {
            slot if keys.is_empty() => *slot = value,
            slot => put(slot, &mut keys, value),
        }
    }

    /// A list setting with more at its end.
    fn extended(&mut self, name: &Arc<str>, parts: &[ExprId]) -> Option<Value> {
        let mut value = self.map.get(name)?.clone();
        let Kind::List(list) = &mut value.kind else { return None };
        for part in parts {
            match self.values.value(self.paths, *part).kind {
                Kind::List(more) => {
                    list.items.extend(more.items);
                    list.open = list.open.take().or(more.open);
                }
                Kind::Unknown(unknown) => list.open = Some(unknown),
                _ => return None,
            }
        }
        Some(value)
    }

    /// A call that changes a setting, or all of them.
    fn effect(&mut self, expr: ExprId, conditional: bool) {
        let unit = self.values.unit;
        let Expr::Call { callee, args, .. } = unit.expr(expr) else { return };
        let span = unit.span(expr);
        let everything = |id: &ExprId| {
            matches!(unit.expr(*id), Expr::Call { callee, .. }
                if matches!(unit.expr(*callee), Expr::Name(word) if matches!(&**unit.text(*word), "globals" | "locals")))
        };
        if args.iter().any(|item| everything(&item.value)) {
            self.map.open =
                Some(Arc::new(Unknown { reason: Reason::Expression("globals".into()), pieces: Vec::new() }));
        }
        let Expr::Field(object, method) = unit.expr(*callee) else { return };
        if everything(object) {
            self.map.open =
                Some(Arc::new(Unknown { reason: Reason::Expression("globals".into()), pieces: Vec::new() }));
        }
        let Some(name) = self.setting(*object).filter(|name| self.position.contains_key(name)) else { return };
        let given = args.last().map(|item| self.values.value(self.paths, item.value));
        let method = unit.text(*method).clone();
        let slot = self.entry(&name, span);
        match (&*method, &mut slot.kind, given) {
            ("append" | "insert", Kind::List(list), Some(value)) if !conditional => list.items.push(value),
            ("extend", Kind::List(list), Some(Value { kind: Kind::List(more), .. })) if !conditional => {
                list.items.extend(more.items);
                list.open = list.open.take().or(more.open);
            }
            ("update", Kind::Map(map), Some(Value { kind: Kind::Map(more), .. })) if !conditional => {
                map.entries.extend(more.entries);
                map.open = map.open.take().or(more.open);
            }
            ("append" | "insert" | "extend" | "remove", Kind::List(list), _) => {
                list.open = Some(Arc::new(Unknown { reason: Reason::Code(name.clone()), pieces: Vec::new() }));
            }
            _ => *slot = uncertain(&name, span),
        }
    }

    /// The setting that a plain name is.
    fn setting(&self, id: ExprId) -> Option<Arc<str>> {
        let unit = self.values.unit;
        match unit.expr(id) {
            Expr::Name(word) => {
                let text = unit.text(*word);
                let upper = text.starts_with(|c: char| c.is_ascii_uppercase())
                    && text.chars().all(|c| c == '_' || c.is_ascii_uppercase() || c.is_ascii_digit());
                upper.then(|| text.clone())
            }
            _ => None,
        }
    }

    /// The place of a setting's value, which is made when it is new.
    fn entry(&mut self, name: &Arc<str>, span: Span) -> &mut Value {
        let position = *self.position.entry(name.clone()).or_insert_with(|| {
            self.map.entries.push(Entry {
                key: name.clone(),
                key_span: span,
                value: Value::new(Kind::Map(Map::default()), span),
            });
            self.map.entries.len() - 1
        });
        &mut self.map.entries[position].value
    }
}

/// Sets a value inside a map, at keys of which the outermost is last.
fn put(slot: &mut Value, keys: &mut Vec<(Arc<str>, Span)>, value: Value) {
    let Some((key, span)) = keys.pop() else {
        *slot = value;
        return;
    };
    if slot.is_null() {
        slot.kind = Kind::Map(Map::default());
    }
    let Kind::Map(map) = &mut slot.kind else { return };
    let position = map.entries.iter().rposition(|entry| entry.key == key).unwrap_or_else(|| {
        map.entries.push(Entry { key, key_span: span, value: Value::new(Kind::Null, span) });
        map.entries.len() - 1
    });
    put(&mut map.entries[position].value, keys, value);
}

fn uncertain(name: &Arc<str>, span: Span) -> Value {
    Value::unknown(Reason::Code(name.clone()), span)
}

fn span_of(unit: &Unit, statement: &Statement) -> Option<Span> {
    match statement {
        Statement::Assign(assign) => Some(assign.span),
        Statement::Expression(expr) => Some(unit.span(*expr)),
        Statement::Import(id) => Some(unit.import(*id).span),
        Statement::Block(inner) => inner.last().and_then(|last| span_of(unit, last)),
        _ => None,
    }
}
