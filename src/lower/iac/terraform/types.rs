//! Types as Terraform has them, as far as values show them: what `tolist`, `concat`, `coalesce` and conditionals
//! convert to. What is not known is of any type, so nothing is converted on its account.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Entry, Form, Kind, List, Map, Reason, Value};

use super::functions::collections::unique_sorted;
use super::numbers::{is_exact, parse};
use super::values::{MOST_LEVELS, scalar_text, unknown_of};

/// The type of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Type {
    /// That of `null`, of the items of an empty list, and of what is not known.
    Any,
    /// Text.
    String,
    /// A number.
    Number,
    /// True or false.
    Bool,
    /// Items of one type.
    List(Box<Type>),
    /// Items of one type, each once, in no order.
    Set(Box<Type>),
    /// A list whose items are each of their own type.
    Tuple(Vec<Type>),
    /// Values of one type under any keys.
    Map(Box<Type>),
    /// Values of their own types under certain keys.
    Object(BTreeMap<Arc<str>, Type>),
}

/// The type that a value shows.
pub(super) fn type_of(value: &Value) -> Type {
    type_within(value, MOST_LEVELS)
}

fn type_within(value: &Value, levels: u32) -> Type {
    let Some(levels) = levels.checked_sub(1) else { return Type::Any };
    let inner = |values: &mut dyn Iterator<Item = &Value>| {
        let mut all = Type::Any;
        for value in values {
            all = unify(&all, &type_within(value, levels))?;
        }
        Some(Box::new(all))
    };
    match (&value.kind, value.form()) {
        (Kind::Null, _) | (_, Some(Form::Provider)) => Type::Any,
        (Kind::Unknown(unknown), _) if unknown.pieces.is_empty() => Type::Any,
        (Kind::String(_) | Kind::Unknown(_), _) | (_, Some(Form::Json | Form::Yaml)) => Type::String,
        (Kind::Bool(_), _) => Type::Bool,
        (Kind::Number(_), _) => Type::Number,
        (Kind::List(list), Some(Form::List)) => inner(&mut list.items.iter()).map_or(Type::Any, Type::List),
        (Kind::List(list), Some(Form::Set)) => inner(&mut list.items.iter()).map_or(Type::Any, Type::Set),
        (Kind::Map(map), Some(Form::Map)) => {
            inner(&mut map.entries.iter().map(|entry| &entry.value)).map_or(Type::Any, Type::Map)
        }
        (Kind::List(List { open: Some(_), .. }) | Kind::Map(Map { open: Some(_), .. }), _) => Type::Any,
        (Kind::List(list), _) => Type::Tuple(list.items.iter().map(|item| type_within(item, levels)).collect()),
        (Kind::Map(map), _) => Type::Object(
            map.entries.iter().map(|entry| (entry.key.clone(), type_within(&entry.value, levels))).collect(),
        ),
    }
}

/// The type that values of both can be converted to.
pub(super) fn unify(a: &Type, b: &Type) -> Option<Type> {
    use Type::{Any, Bool, List, Map, Number, Object, Set, String, Tuple};
    Some(match (a, b) {
        (Any, other) | (other, Any) => other.clone(),
        (a, b) if a == b => a.clone(),
        (String, Number | Bool) | (Number | Bool, String) => String,
        (Set(a), b @ (List(_) | Set(_) | Tuple(_))) | (b @ (List(_) | Tuple(_)), Set(a)) => {
            Set(Box::new(unify(a, &item_type(b)?)?))
        }
        (Tuple(a), Tuple(b)) if a.len() == b.len() => {
            Tuple(a.iter().zip(b).map(|(a, b)| unify(a, b)).collect::<Option<_>>()?)
        }
        (List(_) | Tuple(_), List(_) | Tuple(_)) => List(Box::new(unify(&item_type(a)?, &item_type(b)?)?)),
        (Object(a), Object(b)) if a.len() == b.len() && a.keys().eq(b.keys()) => Object(
            a.iter().zip(b.values()).map(|((key, a), b)| Some((key.clone(), unify(a, b)?))).collect::<Option<_>>()?,
        ),
        (Map(_) | Object(_), Map(_) | Object(_)) => Map(Box::new(unify(&item_type(a)?, &item_type(b)?)?)),
        _ => return None,
    })
}

/// The type that all items of a collection can be converted to.
pub(super) fn item_type(of: &Type) -> Option<Type> {
    let all = |types: &mut dyn Iterator<Item = &Type>| {
        let mut all = Type::Any;
        for next in types {
            all = unify(&all, next)?;
        }
        Some(all)
    };
    match of {
        Type::Any => Some(Type::Any),
        Type::List(inner) | Type::Set(inner) | Type::Map(inner) => Some((**inner).clone()),
        Type::Tuple(types) => all(&mut types.iter()),
        Type::Object(types) => all(&mut types.values()),
        Type::String | Type::Number | Type::Bool => None,
    }
}

/// A value of a type; nothing when it cannot be converted to that.
pub(super) fn convert(value: Value, to: &Type) -> Option<Value> {
    if matches!(value.kind, Kind::Null) || *to == Type::Any || is_of(&value, to) {
        return Some(value);
    }
    let form = value.form();
    let Value { kind, span, trace } = value;
    let rebuilt = |kind| Value { kind, span, trace: trace.clone() };
    let items = |list: List, to: &Type| {
        let items = list.items.into_iter().map(|item| convert(item, to)).collect::<Option<_>>()?;
        Some(List { items, open: list.open })
    };
    Some(match (to, kind) {
        (_, kind @ Kind::Unknown(_)) => rebuilt(kind),
        (Type::String, kind) => as_text(rebuilt(kind))?,
        (Type::Number, kind) => {
            let number = numeric(&rebuilt(kind))?;
            rebuilt(Kind::Number(number))
        }
        (Type::Bool, kind) => {
            let truth = truth(&rebuilt(kind))?;
            rebuilt(Kind::Bool(truth))
        }
        (_, _) if matches!(form, Some(Form::Json | Form::Yaml)) => return None,
        (Type::List(inner), Kind::List(list)) => rebuilt(Kind::List(items(list, inner)?)).in_form(Some(Form::List)),
        (Type::Set(inner), Kind::List(list)) => {
            rebuilt(Kind::List(unique_sorted(items(list, inner)?))).in_form(Some(Form::Set))
        }
        (Type::Tuple(types), Kind::List(list)) if types.len() == list.items.len() => {
            let items = list.items.into_iter().zip(types).map(|(item, to)| convert(item, to)).collect::<Option<_>>()?;
            rebuilt(Kind::List(List { items, open: list.open }))
        }
        (Type::Map(inner), Kind::Map(map)) => {
            rebuilt(Kind::Map(values(map, |_| Some(inner))?)).in_form(Some(Form::Map))
        }
        (Type::Object(types), Kind::Map(map)) => rebuilt(Kind::Map(values(map, |key| types.get(key))?)).in_form(None),
        _ => return None,
    })
}

fn values<'t>(map: Map, to: impl Fn(&str) -> Option<&'t Type>) -> Option<Map> {
    let entries = map.entries.into_iter().map(|entry| match to(&entry.key) {
        Some(to) => Some(Entry { value: convert(entry.value, to)?, ..entry }),
        None => Some(entry),
    });
    Some(Map { entries: entries.collect::<Option<_>>()?, open: map.open })
}

/// Whether a scalar is of a type already.
fn is_of(value: &Value, to: &Type) -> bool {
    matches!(
        (&value.kind, to),
        (Kind::String(_), Type::String) | (Kind::Number(_), Type::Number) | (Kind::Bool(_), Type::Bool)
    )
}

/// A scalar as text. Of a number with more digits than are kept, the text is not known.
pub(super) fn as_text(value: Value) -> Option<Value> {
    if let Some(text) = scalar_text(&value) {
        let kind = Kind::String(text.into());
        return Some(Value { kind, span: value.span, trace: value.trace }.in_form(None));
    }
    match value.kind {
        Kind::Number(number) if !is_exact(number) => {
            Some(Value::unknown(Reason::Expression("a number of many digits".into()), value.span))
        }
        Kind::Null | Kind::Unknown(_) => Some(value),
        // Text that is JSON with parts that are not known stays as it is, and so does YAML.
        _ if matches!(value.form(), Some(Form::Json | Form::Yaml)) => Some(value),
        _ => None,
    }
}

/// A value as a number, as Terraform converts.
pub(super) fn numeric(value: &Value) -> Option<f64> {
    match &value.kind {
        Kind::Number(number) => Some(*number),
        Kind::String(text) => parse(text),
        _ => None,
    }
}

/// A value as true or false, as Terraform converts.
pub(super) fn truth(value: &Value) -> Option<bool> {
    match &value.kind {
        Kind::Bool(truth) => Some(*truth),
        Kind::String(text) => match &**text {
            "true" | "1" => Some(true),
            "false" | "0" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

/// A list, set or map of items of one type, made from any collection; nothing when the items have no type in common.
pub(super) fn of_one_type(value: Value, form: Form) -> Option<Value> {
    let open = unknown_of(&value).is_some();
    let of = type_of(&value);
    // Of an open tuple, each item is looked at all the same.
    let inner = match (&of, &value.kind) {
        (Type::Any, Kind::List(list)) if open => item_type(&Type::Tuple(list.items.iter().map(type_of).collect()))?,
        (Type::Any, Kind::Map(map)) if open => {
            item_type(&Type::Tuple(map.entries.iter().map(|entry| type_of(&entry.value)).collect()))?
        }
        _ => item_type(&of)?,
    };
    let to = match form {
        Form::Set => Type::Set(Box::new(inner)),
        Form::Map => Type::Map(Box::new(inner)),
        _ => Type::List(Box::new(inner)),
    };
    convert(value, &to)
}
