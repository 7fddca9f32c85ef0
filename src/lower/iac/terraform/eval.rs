//! Expressions to values. Whatever is not known stays unknown with its reason, and what does not depend on it
//! is known all the same.

use std::rc::Rc;
use std::sync::Arc;

use crate::model::{Entry, Form, Kind, Link, Reason, Unknown, Value};
use crate::parse::hcl::{BinaryOp, Expr, ExprKind, For, Traversal};
use crate::source::Span;

use super::engine::{Engine, Instance};
use super::expand::unknown_part;
use super::ops;
use super::types::{convert, truth, type_of, unify};
use super::values::{
    MapBuilder, gather_links, is_undeclared, key_text, limit, list_value, made_from, map_value, mistake,
    sorted_entries, undeclared, unknown_from, unknown_of,
};

/// Where an expression stands.
#[derive(Clone, Copy)]
pub(super) struct Context<'e, 'a> {
    /// The module instance.
    pub instance: &'e Rc<Instance<'a>>,
    /// Names that are known besides those of the module: of `for`, `each`, `count`, dynamic blocks.
    pub scope: Option<&'e Scope<'e>>,
}

/// A name and what it stands for, and the names around it.
#[derive(Clone, Copy)]
pub(super) struct Scope<'e> {
    /// The name; empty for all the names that the keys of the value are.
    pub name: &'e str,
    /// What it stands for.
    pub value: &'e Value,
    /// The names around it.
    pub outer: Option<&'e Scope<'e>>,
}

impl<'e, 'a> Context<'e, 'a> {
    /// The same place with other names.
    pub fn with(self, scope: &'e Scope<'e>) -> Self {
        Self { scope: Some(scope), ..self }
    }

    /// What stands for something that the module does not declare, as far as it was read.
    pub fn absent(self, what: &str, span: Span) -> Value {
        if self.instance.module.unread.is_empty() {
            undeclared(what, span)
        } else {
            Value::unknown(Reason::Unread, span)
        }
    }

    /// What a name stands for.
    pub fn lookup(self, name: &str) -> Option<&'e Value> {
        let mut scope = self.scope;
        while let Some(here) = scope {
            if here.name == name {
                return Some(here.value);
            }
            if let ("", Some(value)) = (here.name, here.value.get(name)) {
                return Some(value);
            }
            scope = here.outer;
        }
        None
    }
}

impl<'a> Engine<'a> {
    /// The value of an expression, with the expression's place.
    pub fn eval(&self, context: Context<'_, 'a>, expr: &Expr) -> Value {
        if !self.spend(1) {
            return limit(expr.span);
        }
        match &expr.kind {
            ExprKind::Null => Value::new(Kind::Null, expr.span),
            ExprKind::Bool(truth) => Value::bool(*truth, expr.span),
            ExprKind::Number(number) => Value::number(*number, expr.span),
            ExprKind::String(text) => Value::string(text.clone(), expr.span),
            _ => {
                self.deeper(|| self.eval_composed(context, expr)).unwrap_or_else(|| limit(expr.span)).used_at(expr.span)
            }
        }
    }

    /// The value of an expression to look into: without a copy where it is kept somewhere.
    pub fn eval_shared(&self, context: Context<'_, 'a>, expr: &Expr) -> Rc<Value> {
        if let ExprKind::Traversal(traversal) = &expr.kind
            && let ExprKind::Variable(root) = &traversal.base.kind
            && context.lookup(root).is_none()
            && let Some(value) = self.shared(context, root, &traversal.steps)
        {
            return value;
        }
        Rc::new(self.eval(context, expr))
    }

    fn eval_composed(&self, context: Context<'_, 'a>, expr: &Expr) -> Value {
        match &expr.kind {
            ExprKind::Template(parts) => self.template(context, parts, expr.span),
            ExprKind::List(items) => {
                let items = items.iter().map(|item| self.eval(context, item)).collect();
                Value::list(items, expr.span)
            }
            ExprKind::Object(items) => self.object(context, items, expr.span),
            ExprKind::Variable(name) => self.reference(context, name, &[], expr.span),
            ExprKind::Traversal(traversal) => self.traversal(context, traversal, expr.span),
            ExprKind::Unary(op, operand) => ops::unary(*op, &self.eval(context, operand), expr.span),
            ExprKind::Binary(op, operands) => self.binary(context, *op, operands, expr.span),
            ExprKind::Conditional(branches) => self.conditional(context, branches, expr.span),
            ExprKind::Call(call) => self.call(context, call, expr.span),
            ExprKind::For(it) => self.for_expr(context, it, expr.span),
            ExprKind::Null | ExprKind::Bool(_) | ExprKind::Number(_) | ExprKind::String(_) => limit(expr.span),
        }
    }

    fn traversal(&self, context: Context<'_, 'a>, traversal: &Traversal, span: Span) -> Value {
        if let ExprKind::Variable(root) = &traversal.base.kind {
            return self.reference(context, root, &traversal.steps, span);
        }
        let base = self.eval_shared(context, &traversal.base);
        self.walk(context, &base, &traversal.steps, span)
    }

    fn binary(&self, context: Context<'_, 'a>, op: BinaryOp, operands: &[Expr; 2], span: Span) -> Value {
        let left = self.eval_shared(context, &operands[0]);
        // The right side is evaluated too: it may settle what the left leaves unknown.
        let right = self.eval_shared(context, &operands[1]);
        made_from(ops::binary(op, &left, &right, span), [&*left, &*right])
    }

    fn conditional(&self, context: Context<'_, 'a>, branches: &[Expr; 3], span: Span) -> Value {
        let test = self.eval(context, &branches[0]);
        match truth(&test) {
            Some(true) => self.taken(context, &branches[1], &branches[2], span),
            Some(false) => self.taken(context, &branches[2], &branches[1], span),
            None if unknown_of(&test).is_none() => mistake("condition", span),
            None => {
                let yes = self.taken(context, &branches[1], &branches[2], span);
                let no = self.taken(context, &branches[2], &branches[1], span);
                if ops::equal(&yes, &no) == Some(true) {
                    return made_from(yes, [&no]);
                }
                made_from(unknown_from([&test], span), [&yes, &no])
            }
        }
    }

    /// The branch of a conditional that is taken, in the type that both branches have in common.
    fn taken(&self, context: Context<'_, 'a>, taken: &Expr, other: &Expr, span: Span) -> Value {
        let value = self.eval(context, taken);
        let is_settled = matches!(
            (&value.kind, &other.kind),
            (_, ExprKind::Null)
                | (Kind::Null | Kind::String(_), ExprKind::String(_))
                | (Kind::Null | Kind::Bool(_), ExprKind::Bool(_))
                | (Kind::Null | Kind::Number(_), ExprKind::Number(_))
        );
        if is_settled || is_undeclared(&value) {
            return value;
        }
        let other = self.eval_shared(context, other);
        if is_undeclared(&other) {
            return (*other).clone();
        }
        let (of_value, of_other) = (type_of(&value), type_of(&other));
        if of_value == of_other {
            return value;
        }
        unify(&of_value, &of_other)
            .and_then(|common| convert(value, &common))
            .unwrap_or_else(|| mistake("condition", span))
    }

    fn object(&self, context: Context<'_, 'a>, items: &[(Expr, Expr)], span: Span) -> Value {
        let mut map = MapBuilder::default();
        for (key, item) in items {
            let name = self.eval(context, key);
            let value = self.eval(context, item);
            match key_text(&name) {
                Some(text) => map.insert(Entry { key: text, key_span: key.span, value }),
                None if unknown_of(&name).is_none() => return mistake("key", span),
                None => map.open = map.open.take().or_else(|| unknown_of(&name).cloned()),
            }
        }
        map_value(map.finish(), span)
    }

    fn for_expr(&self, context: Context<'_, 'a>, it: &For, span: Span) -> Value {
        let collection = self.eval_shared(context, &it.collection);
        let mut built =
            ForResult { map: MapBuilder::default(), items: Vec::new(), open: None, links: Vec::new(), failed: false };
        let known = self.each_item(&collection, |key, item| {
            let outer = Scope { name: it.key.as_deref().unwrap_or(""), value: key, outer: context.scope };
            let inner = Scope { name: &it.item, value: item, outer: Some(&outer) };
            self.for_item(context.with(&inner), it, &mut built);
        });
        if !known && unknown_of(&collection).is_some() {
            return unknown_from([&*collection], span);
        }
        if !known || built.failed {
            return mistake("for", span);
        }
        if let Some(open) = unknown_of(&collection) {
            built.open.get_or_insert_with(|| open.clone());
        }
        let made = if it.result_key.is_some() {
            built.map.open = built.open;
            map_value(built.map.finish(), span)
        } else {
            list_value(built.items, built.open, span)
        };
        made.with_links(built.links)
    }

    fn for_item(&self, context: Context<'_, 'a>, it: &For, built: &mut ForResult) {
        if let Some(condition) = &it.condition {
            let kept = self.eval(context, condition);
            match truth(&kept) {
                Some(true) => {}
                Some(false) => return,
                None if unknown_of(&kept).is_none() => {
                    built.failed = true;
                    return;
                }
                // The item may or may not be there.
                None => {
                    gather_links(&kept, &mut built.links, 1);
                    built.open = built.open.take().or_else(|| unknown_of(&unknown_part(&kept)).cloned());
                    return;
                }
            }
        }
        let value = self.eval(context, &it.result);
        let Some(result_key) = &it.result_key else {
            built.items.push(value);
            return;
        };
        let key = self.eval(context, result_key);
        let Some(text) = key_text(&key) else {
            built.failed |= unknown_of(&key).is_none();
            gather_links(&value, &mut built.links, 8);
            built.open = built.open.take().or_else(|| unknown_of(&key).cloned());
            return;
        };
        if it.grouping {
            if let Some(Kind::List(group)) = built.map.get_mut(&text).map(|group| &mut group.kind) {
                group.items.push(value);
                return;
            }
            let value = Value::list(vec![value], result_key.span);
            built.map.insert(Entry { key: text, key_span: key.span, value });
        } else {
            built.failed |= built.map.get_mut(&text).is_some();
            built.map.insert(Entry { key: text, key_span: key.span, value });
        }
    }

    /// Calls back with the key and value of each known item; whether the value is a collection at all.
    pub fn each_item(&self, collection: &Value, mut visit: impl FnMut(&Value, &Value)) -> bool {
        match &collection.kind {
            _ if matches!(collection.form(), Some(Form::Json | Form::Yaml)) => false,
            Kind::List(list) => {
                let is_set = collection.form() == Some(Form::Set);
                let mut index = 0.0;
                for item in &list.items {
                    if self.is_exhausted() {
                        break;
                    }
                    if is_set {
                        // An item of a set is its own key.
                        visit(item, item);
                        continue;
                    }
                    visit(&Value::number(index, item.span), item);
                    index += 1.0;
                }
                true
            }
            Kind::Map(map) => {
                for entry in sorted_entries(map) {
                    if self.is_exhausted() {
                        break;
                    }
                    visit(&Value::string(entry.key.clone(), entry.key_span), &entry.value);
                }
                true
            }
            _ => false,
        }
    }

    /// What a splat makes of a value before it walks it: a list stays one, null is none, anything else is one.
    pub(super) fn splat_items(value: &Value) -> Result<Vec<&Value>, Value> {
        match &value.kind {
            _ if matches!(value.form(), Some(Form::Json | Form::Yaml)) => Ok(vec![value]),
            Kind::List(list) => Ok(list.items.iter().collect()),
            Kind::Null => Ok(Vec::new()),
            Kind::Unknown(_) => Err(unknown_from([value], value.span)),
            _ => Ok(vec![value]),
        }
    }
}

struct ForResult {
    map: MapBuilder,
    items: Vec<Value>,
    open: Option<Arc<Unknown>>,
    links: Vec<Link>,
    /// Whether Terraform would end with an error.
    failed: bool,
}
