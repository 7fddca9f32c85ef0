//! What expressions evaluate to, as far as the repository tells.

use crate::model::{Entry, Kind, List, Map, Reason, Value};
use crate::parse::arm::syntax::{Call, Expr, ExprKind, For, Item, Operator, Part, Property};
use crate::source::Span;

use super::super::either;
use super::super::text::Text;
use super::engine::{Context, Engine};
use super::functions;
use super::values::{closed, equal, limit, open, real_links, reason_of, symbol, unknown, unknown_from};

/// The most items that one loop makes.
pub(super) const MOST_ITEMS: usize = 256;

impl<'a> Engine<'a> {
    /// The value of an expression.
    pub fn eval(&self, context: Context<'_, 'a>, expr: &Expr) -> Value {
        self.deeper(expr.span, || self.eval_kind(context, expr))
    }

    fn eval_kind(&self, context: Context<'_, 'a>, expr: &Expr) -> Value {
        let span = expr.span;
        match &expr.kind {
            ExprKind::Null => Value::new(Kind::Null, span),
            ExprKind::Bool(truth) => Value::bool(*truth, span),
            ExprKind::Number(number) => Value::number(*number, span),
            ExprKind::Text(text) => Value::string(text.clone(), span),
            ExprKind::Interpolated(parts) => self.interpolated(context, parts, span),
            ExprKind::Name(name) => self.name(context, name, expr),
            ExprKind::Array(items) => self.array(context, items, span),
            ExprKind::Object(properties) => Value::new(Kind::Map(self.object(context, properties)), span),
            ExprKind::Call(call) => self.call(context, call, span),
            ExprKind::Member(of, name) => self.member_of(context, expr, of, name),
            ExprKind::Index(of, index) => self.index(context, expr, of, index),
            ExprKind::Child(..) => self.reference(context, expr, "").unwrap_or_else(|| undeclared("::", span)),
            ExprKind::Not(of) => {
                let value = self.eval(context, of);
                value
                    .as_bool()
                    .map_or_else(|| unknown_from("!", [&value].into_iter(), span), |it| Value::bool(!it, span))
            }
            ExprKind::Minus(of) => {
                let value = self.eval(context, of);
                match value.kind {
                    Kind::Number(number) => Value::number(-number, span),
                    _ => unknown_from("-", [&value].into_iter(), span),
                }
            }
            ExprKind::Binary(operator, sides) => self.binary(context, *operator, sides, span),
            ExprKind::Choice(parts) => self.choice(context, [&parts[0], &parts[1], &parts[2]], span),
            ExprKind::For(of) => self.looped(context, of, span),
            ExprKind::Lambda(..) => Value::unknown(Reason::Expression("a function without its arguments".into()), span),
        }
    }

    fn interpolated(&self, context: Context<'_, 'a>, parts: &[Part], span: Span) -> Value {
        let mut text = Text::default();
        for part in parts {
            match part {
                Part::Text(part) => text.push_str(part),
                Part::Hole(expr) => {
                    let value = self.eval(context, expr);
                    self.push(&mut text, &value);
                }
            }
        }
        self.finish(text, span)
    }

    /// Adds a value to a text; `null` adds nothing.
    pub fn push(&self, text: &mut Text, value: &Value) {
        if !value.is_null() {
            text.push(self.sources, value);
        }
    }

    /// A text that was put together, if there is still room for it.
    pub fn finish(&self, text: Text, span: Span) -> Value {
        if self.spend(text.len() / 16 + text.pieces.len()) { text.finish(span) } else { limit(span) }
    }

    /// What a name stands for.
    fn name(&self, context: Context<'_, 'a>, name: &str, expr: &Expr) -> Value {
        let span = expr.span;
        if let Some(local) = context.local(name) {
            return self.again(local, span);
        }
        let instance = context.instance;
        self.parameter(instance, name, span)
            .or_else(|| self.variable(instance, name, span))
            .or_else(|| self.reference(context, expr, ""))
            .or_else(|| {
                let (imported, there) = self.imported(instance, name)?;
                self.variable(&imported, &there?, span)
            })
            .unwrap_or_else(|| undeclared(name, span))
    }

    fn array(&self, context: Context<'_, 'a>, items: &[Item], span: Span) -> Value {
        let mut list = List::default();
        for item in items {
            match item {
                Item::One(expr) => list.items.push(self.eval(context, expr)),
                Item::Spread(expr) => match self.eval(context, expr).kind {
                    Kind::List(spread) => {
                        list.items.extend(spread.items);
                        list.open = list.open.or(spread.open);
                    }
                    Kind::Unknown(unknown) => list.open = Some(open(unknown.reason.clone())),
                    _ => {}
                },
            }
        }
        Value::new(Kind::List(list), span)
    }

    /// The map that properties make.
    pub fn object(&self, context: Context<'_, 'a>, properties: &[Property]) -> Map {
        let mut map = Map::default();
        for property in properties {
            let value = self.eval(context, &property.value);
            let Some(key) = &property.key else {
                match value.kind {
                    Kind::Map(spread) => {
                        spread.entries.into_iter().for_each(|entry| put(&mut map, entry));
                        map.open = map.open.or(spread.open);
                    }
                    Kind::Unknown(unknown) => map.open = Some(open(unknown.reason.clone())),
                    _ => {}
                }
                continue;
            };
            let written = self.eval(context, key);
            match written.kind {
                Kind::String(text) => put(&mut map, Entry { key: text, key_span: key.span, value }),
                Kind::Unknown(unknown) => map.open = Some(open(unknown.reason.clone())),
                _ => {}
            }
        }
        map
    }

    fn member_of(&self, context: Context<'_, 'a>, expr: &Expr, of: &Expr, name: &str) -> Value {
        if let Some(value) = self.reference(context, of, name) {
            return value.used_at(expr.span);
        }
        if let Some(value) = self.module_output(context, of, name, expr.span) {
            return value;
        }
        if let ExprKind::Name(space) = &of.kind
            && context.local(space).is_none()
            && let Some((imported, None)) = self.imported(context.instance, space)
        {
            return self.variable(&imported, name, expr.span).unwrap_or_else(|| undeclared(name, expr.span));
        }
        let value = self.eval(context, of);
        member(&value, name, expr.span)
    }

    fn index(&self, context: Context<'_, 'a>, expr: &Expr, of: &Expr, index: &Expr) -> Value {
        if let Some(value) = self.reference(context, expr, "") {
            return value;
        }
        let at = self.eval(context, index);
        if let (Some(name), Some(value)) =
            (at.as_str(), at.as_str().and_then(|name| self.module_output(context, of, name, expr.span)))
        {
            return if name.is_empty() { undeclared(name, expr.span) } else { value };
        }
        let value = self.eval(context, of);
        item(&value, &at, expr.span)
    }

    fn binary(&self, context: Context<'_, 'a>, operator: Operator, sides: &[Expr; 2], span: Span) -> Value {
        let left = self.eval(context, &sides[0]);
        match (operator, left.as_bool()) {
            (Operator::And, Some(false)) => return Value::bool(false, span),
            (Operator::Or, Some(true)) => return Value::bool(true, span),
            (Operator::Coalesce, _) if left.is_null() => return self.eval(context, &sides[1]),
            (Operator::Coalesce, _) => {
                return match left.as_unknown() {
                    Some(known) if known.may_be_absent() => {
                        either_of(left.clone(), self.eval(context, &sides[1]), &left, span)
                    }
                    _ => left,
                };
            }
            _ => {}
        }
        let right = self.eval(context, &sides[1]);
        functions::operate(operator, &left, &right, span)
    }

    /// One or the other; of a test that is not known, what both agree on.
    pub fn choice(&self, context: Context<'_, 'a>, [test, then, other]: [&Expr; 3], span: Span) -> Value {
        let test = self.eval(context, test);
        match test.as_bool() {
            Some(true) => self.eval(context, then),
            Some(false) => self.eval(context, other),
            None => either_of(self.eval(context, then), self.eval(context, other), &test, span),
        }
    }

    /// The list that a loop makes.
    fn looped(&self, context: Context<'_, 'a>, of: &For, span: Span) -> Value {
        let collection = self.eval(context, &of.collection);
        let mut list = List::default();
        let (items, more) = items_of(&collection);
        if let Some(reason) = more {
            list.open = Some(open(reason));
        }
        for (at, item) in items.iter().enumerate() {
            if at == MOST_ITEMS {
                list.open = Some(open(Reason::Limit));
                break;
            }
            let value = self.with_local(context, (&of.item, item.clone()), |context| {
                self.with_index(context, of.index.as_deref(), at, item.span, |context| {
                    let condition = of.condition.as_ref().map(|condition| self.eval(context, condition));
                    match condition.as_ref().map(Value::as_bool) {
                        Some(Some(false)) => None,
                        None | Some(Some(true)) => Some(Ok(self.eval(context, &of.body))),
                        Some(None) => Some(Err(reason_of(condition.as_ref()?).unwrap_or(Reason::Limit))),
                    }
                })
            });
            match value {
                Some(Ok(value)) => list.items.push(value),
                Some(Err(reason)) => list.open = Some(open(reason)),
                None => {}
            }
        }
        if items.is_empty() && list.open.is_some() {
            // What every item has, whatever they are.
            let item = unknown_from("item", [&collection].into_iter(), of.collection.span);
            let body = self.with_local(context, (&of.item, item.clone()), |context| {
                let index = unknown_from("index", [&collection].into_iter(), of.collection.span);
                self.with_local(context, (of.index.as_deref().unwrap_or("?"), index), |context| {
                    self.eval(context, &of.body)
                })
            });
            list.items.push(body);
        }
        Value::new(Kind::List(list), span)
    }

    /// Evaluates with the index of a loop in sight.
    pub fn with_index<T>(
        &self,
        context: Context<'_, 'a>,
        name: Option<&str>,
        at: usize,
        span: Span,
        make: impl FnOnce(Context<'_, 'a>) -> T,
    ) -> T {
        #[expect(clippy::cast_precision_loss, reason = "no loop has so many items")]
        match name {
            Some(name) => self.with_local(context, (name, Value::number(at as f64, span)), make),
            None => make(context),
        }
    }

    /// A call. Functions that decide what of their arguments is evaluated are here.
    fn call(&self, context: Context<'_, 'a>, call: &Call, span: Span) -> Value {
        if let Some(target) = &call.target {
            match &target.kind {
                ExprKind::Name(space) if matches!(&**space, "az" | "sys") => {}
                _ => return self.method(context, target, call, span),
            }
        }
        let name = call.name.to_ascii_lowercase();
        let args = &call.args[..];
        match (&*name, args) {
            ("if", [test, then, other]) => return self.choice(context, [test, then, other], span),
            ("and", [_, ..]) => return self.all_of(context, args, false, span),
            ("or", [_, ..]) => return self.all_of(context, args, true, span),
            ("coalesce", [_, ..]) => return self.first_of(context, args, span),
            ("lambdavariables", [name]) => {
                let name = self.eval(context, name);
                let local = name.as_str().and_then(|name| context.local(name));
                return local.map_or_else(|| undeclared("lambdaVariables", span), |local| self.again(local, span));
            }
            ("copyindex", _) => return self.copy_index(context, args, span),
            ("map" | "filter" | "reduce" | "sort" | "toobject" | "mapvalues" | "groupby", [of, rest @ ..]) => {
                return functions::lambda::call(self, context, &name, of, rest, span);
            }
            _ => {}
        }
        if let Some(value) = self.user_function(context, call, span) {
            return value;
        }
        let values: Vec<Value> = args.iter().map(|arg| self.eval(context, arg)).collect();
        let value = match (&*name, &values[..]) {
            ("parameters" | "variables", [name]) => {
                let Some(text) = name.as_str() else { return unknown_from(&call.name, [name].into_iter(), span) };
                // A function of a JSON template names its parameters as those of the template.
                if let Some(local) = context.local(text) {
                    return self.again(local, span);
                }
                let found = if call.name.eq_ignore_ascii_case("parameters") {
                    self.parameter(context.instance, text, span)
                } else {
                    self.variable(context.instance, text, span)
                };
                return found.unwrap_or_else(|| undeclared(text, span));
            }
            ("reference" | "listkeys" | "list", [_, ..]) => self.runtime(context, &name, &values, span),
            _ => functions::call(self, context, &name, &values, span),
        };
        value.map(|value| self.made(value, span)).unwrap_or_else(|| {
            let reason = Reason::Expression(format!("{}()", call.name).into());
            let symbols: Vec<String> = values.iter().map(symbol).collect();
            unknown(reason, &format!("{name}({})", symbols.join(",")), span)
                .with_links(values.iter().flat_map(|value| real_links(value).collect::<Vec<_>>()))
        })
    }

    /// Kleene's "and" and "or".
    fn all_of(&self, context: Context<'_, 'a>, args: &[Expr], decisive: bool, span: Span) -> Value {
        let mut undecided: Option<Value> = None;
        for arg in args {
            let value = self.eval(context, arg);
            match value.as_bool() {
                Some(truth) if truth == decisive => return Value::bool(decisive, span),
                Some(_) => {}
                None => undecided = undecided.or(Some(value)),
            }
        }
        match undecided {
            Some(value) => unknown_from(if decisive { "or" } else { "and" }, [&value].into_iter(), span),
            None => Value::bool(!decisive, span),
        }
    }

    fn first_of(&self, context: Context<'_, 'a>, args: &[Expr], span: Span) -> Value {
        for arg in args {
            let value = self.eval(context, arg);
            if !value.is_null() {
                return value;
            }
        }
        Value::new(Kind::Null, span)
    }

    /// A function that the template, or a file that it imports from, defines.
    fn user_function(&self, context: Context<'_, 'a>, call: &Call, span: Span) -> Option<Value> {
        let key = call.name.to_lowercase();
        let visible = context.instance.visible();
        let imported;
        let (instance, function) = match visible.template.functions.get(&key) {
            Some(function) => (visible, function),
            None => {
                let (other, there) = self.imported(visible, &call.name)?;
                imported = other;
                (&imported, imported.template.functions.get(&there?.to_lowercase())?)
            }
        };
        Some(self.apply(context, (instance, function), &call.args, span))
    }

    fn apply(
        &self,
        context: Context<'_, 'a>,
        (instance, function): (&std::rc::Rc<super::engine::Instance<'a>>, &super::template::Function),
        args: &[Expr],
        span: Span,
    ) -> Value {
        let values: Vec<Value> = args.iter().map(|arg| self.eval(context, arg)).collect();
        let own = Context::of(instance);
        let body = &function.body;
        self.with_all(own, &function.parameters, &values, span, &|context| self.eval(context, body)).used_at(span)
    }

    /// Evaluates with variables in sight, those that are not given being `null`.
    pub fn with_all(
        &self,
        context: Context<'_, 'a>,
        names: &[std::sync::Arc<str>],
        values: &[Value],
        span: Span,
        make: &dyn Fn(Context<'_, 'a>) -> Value,
    ) -> Value {
        let Some((name, names)) = names.split_first() else { return make(context) };
        let (value, values) = match values.split_first() {
            Some((value, values)) => (value.clone(), values),
            None => (Value::new(Kind::Null, span), values),
        };
        self.with_local(context, (name, value), |context| self.with_all(context, names, values, span, make))
    }

    /// `x.f(…)` of a namespace that is imported, or a resource.
    fn method(&self, context: Context<'_, 'a>, target: &Expr, call: &Call, span: Span) -> Value {
        if let ExprKind::Name(space) = &target.kind
            && context.local(space).is_none()
            && let Some((imported, None)) = self.imported(context.instance, space)
            && let Some(function) = imported.template.functions.get(&call.name.to_lowercase())
        {
            return self.apply(context, (&imported, function), &call.args, span);
        }
        let target = self.eval(context, target);
        let name = &call.name;
        let reason = if name.eq_ignore_ascii_case("getSecret") {
            Reason::Environment("a secret of a key vault".into())
        } else {
            Reason::Computed(format!("{name}()").into())
        };
        unknown(reason, &format!("{}.{name}()", symbol(&target)), span).with_links(real_links(&target))
    }
}

/// Puts an entry in; a later one of a key replaces the earlier.
fn put(map: &mut Map, entry: Entry) {
    match map.entries.iter_mut().find(|other| other.key == entry.key) {
        Some(other) => *other = entry,
        None => map.entries.push(entry),
    }
}

pub(super) fn undeclared(name: &str, span: Span) -> Value {
    Value::unknown(Reason::Undeclared(name.into()), span)
}

/// One of two values, which something unknown decides.
pub(super) fn either_of(one: Value, other: Value, test: &Value, span: Span) -> Value {
    let reason = reason_of(test).unwrap_or_else(|| Reason::Expression("a condition".into()));
    let (is_null, is_other_null) = (one.is_null(), other.is_null());
    let value = either::either((!is_null).then_some(one), (!is_other_null).then_some(other), &reason);
    let mut value = value.unwrap_or_else(|| Value::new(Kind::Null, span));
    value.span = span;
    value
}

/// The items of a value that is looped over, and why there may be more.
pub(super) fn items_of(collection: &Value) -> (Vec<Value>, Option<Reason>) {
    match &collection.kind {
        Kind::List(list) => (list.items.clone(), list.open.as_ref().map(|open| open.reason.clone())),
        Kind::Null => (Vec::new(), None),
        _ => (Vec::new(), Some(reason_of(collection).unwrap_or(Reason::Expression("a loop".into())))),
    }
}

/// A property of a value; `null` where there is none.
pub(super) fn member(value: &Value, name: &str, span: Span) -> Value {
    match &value.kind {
        Kind::Map(map) => {
            let found = map.entries.iter().rev().find(|entry| entry.key.eq_ignore_ascii_case(name));
            match (found, &map.open) {
                (Some(entry), _) => entry.value.clone().used_at(span),
                (None, Some(known)) => unknown(known.reason.clone(), &format!("{}.{name}", symbol(value)), span),
                (None, None) => Value::new(Kind::Null, span),
            }
        }
        Kind::Unknown(known) => {
            let links = real_links(value).map(|link| {
                let attribute =
                    if link.attribute.is_empty() { name.into() } else { format!("{}.{name}", link.attribute).into() };
                crate::model::Link { attribute, ..link }
            });
            unknown(known.reason.clone(), &format!("{}.{name}", symbol(value)), span).with_links(links)
        }
        _ => Value::new(Kind::Null, span),
    }
}

/// An item of a list, or a property whose name is a value.
pub(super) fn item(value: &Value, at: &Value, span: Span) -> Value {
    if let Some(name) = at.as_str() {
        return member(value, name, span);
    }
    match (&at.kind, closed(value)) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "negative ones are none")]
        (Kind::Number(number), Some(items)) if *number >= 0.0 => {
            items.get(*number as usize).map_or_else(|| Value::new(Kind::Null, span), |item| item.clone().used_at(span))
        }
        _ => unknown_from("[]", [value, at].into_iter(), span),
    }
}

/// Whether values are equal, as a value.
pub(super) fn equality(left: &Value, right: &Value, wanted: bool, span: Span) -> Value {
    match equal(left, right) {
        Some(truth) => Value::bool(truth == wanted, span),
        None => unknown_from("==", [left, right].into_iter(), span),
    }
}
