//! Functions of lists and maps.

use std::sync::Arc;

use crate::model::{Entry, Form, Kind, List, Map, Unknown, Value};
use crate::source::Span;

use super::super::ops::equal;
use super::super::types::{Type, convert, item_type, of_one_type, truth, type_of, unify};
use super::super::values::{
    MOST_LEVELS, MapBuilder, find_unknown, key_text, list_value, map_value, mistake, scalar_text, sorted_entries,
    unknown_from, unknown_of,
};
use super::sets::Distinct;
use super::{Args, Layer, answer, no_answer, number, whole};

/// What the function makes of its arguments; nothing when it is not of these.
pub(super) fn call(name: &str, args: Args<'_>, span: Span) -> Option<Value> {
    let made = match name {
        "merge" => {
            let layers: Vec<Layer> = args.iter().cloned().map(Layer::One).collect();
            return Some(merge(&layers, span));
        }
        "concat" => return Some(concat(args, span)),
        "lookup" => return Some(lookup(args, span)),
        "contains" => contains(args),
        "index" => index(args),
        "element" => return Some(element(args, span)),
        "one" => return Some(one(args, span)),
        "alltrue" | "anytrue" => every(args, name == "anytrue"),
        "coalescelist" => return Some(coalesce_list(args, span)),
        "length" => length(args),
        "keys" | "values" => return Some(sides(name, args, span)),
        "flatten" => list(args).map(|list| Kind::List(flatten(list))),
        "compact" => list(args).map(|list| {
            let kept = list.items.iter().filter(|item| !item.is_null() && item.as_str() != Some(""));
            Kind::List(List { items: kept.cloned().collect(), open: list.open.clone() })
        }),
        "reverse" => {
            let form = args.first().and_then(|arg| arg.form()).map(|_| Form::List);
            let made = closed(args)
                .map(|list| Kind::List(List { items: list.items.iter().rev().cloned().collect(), open: None }));
            return Some(answer(name, made, args, span).in_form(form));
        }
        "sort" => list(args)
            .filter(|list| !list.items.iter().any(Value::is_null))
            .map(|list| Kind::List(sorted(list.clone()))),
        "slice" => {
            let form = args.first().and_then(|arg| arg.form());
            return Some(answer(name, slice(args), args, span).in_form(form));
        }
        "chunklist" => chunks(args, span),
        "zipmap" => return Some(zipmap(args, span)),
        "transpose" => map(args).filter(|map| map.open.is_none()).and_then(|map| transpose(map, span)),
        "matchkeys" => match_keys(args),
        "tolist" => return Some(collected(name, args, Form::List, span)),
        // Both are gone since Terraform 0.12, and still written.
        "list" => Some(Value::list(args.iter().map(|arg| (**arg).clone()).collect(), span).kind),
        "map" => Some(Kind::Map(pairs(args))),
        "tomap" => return Some(collected(name, args, Form::Map, span)),
        "toset" => return Some(collected(name, args, Form::Set, span)),
        _ => return None,
    };
    Some(answer(name, made, args, span))
}

/// The list that is the first argument. JSON in text is none.
fn list<'v>(args: Args<'v>) -> Option<&'v List> {
    args.first().filter(|arg| !is_text(arg))?.as_list()
}

fn is_text(value: &Value) -> bool {
    matches!(value.form(), Some(Form::Json | Form::Yaml))
}

/// `tolist`, `toset`, `tomap`.
fn collected(name: &str, args: Args<'_>, form: Form, span: Span) -> Value {
    let Some(arg) = args.first() else { return no_answer(name, args, span) };
    if arg.is_null() {
        return Value::new(Kind::Null, span);
    }
    let fits = if form == Form::Map { arg.as_map().is_some() } else { arg.as_list().is_some() };
    let made = if fits && !is_text(arg) { of_one_type((**arg).clone(), form) } else { None };
    made.map_or_else(|| no_answer(name, args, span), |made| made.used_at(span))
}

/// `keys` and `values`: a list where the map is one, else a tuple.
fn sides(name: &str, args: Args<'_>, span: Span) -> Value {
    let form = args.first().and_then(|arg| arg.form()).and_then(|form| match form {
        Form::Map => Some(Form::List),
        Form::Provider => Some(Form::Provider),
        _ => None,
    });
    let made = map(args).map(|map| {
        let items = sorted_entries(map).into_iter().map(|entry| match name {
            "keys" => Value::string(entry.key.clone(), entry.key_span),
            _ => entry.value.clone(),
        });
        Kind::List(List { items: items.collect(), open: map.open.clone() })
    });
    answer(name, made, args, span).in_form(form)
}

fn closed<'v>(args: Args<'v>) -> Option<&'v List> {
    list(args).filter(|list| list.open.is_none())
}

fn map<'v>(args: Args<'v>) -> Option<&'v Map> {
    args.first().filter(|arg| !is_text(arg))?.as_map()
}

/// A set: each item once, in the order in which Terraform walks it.
pub(in super::super) fn unique_sorted(list: List) -> List {
    sorted(Distinct::default().filter(list))
}

fn sorted(mut list: List) -> List {
    if list.items.iter().all(|item| key_text(item).is_some()) {
        list.items.sort_by(|a, b| match (&a.kind, &b.kind) {
            (Kind::Number(a), Kind::Number(b)) => a.total_cmp(b),
            _ => key_text(a).cmp(&key_text(b)),
        });
    }
    list
}

/// Later maps win. Behind an unknown map, what earlier ones say is not known any more.
pub(super) fn merge(layers: &[Layer], span: Span) -> Value {
    let mut made = MapBuilder::default();
    let mut types = Some(Type::Any);
    for layer in layers {
        let Layer::One(map) = layer else {
            types = None;
            continue;
        };
        if !matches!(map.kind, Kind::Map(_) | Kind::Null | Kind::Unknown(_)) || is_text(map) {
            return super::mistake("merge", span);
        }
        // Only maps of one type stay one.
        let is_next = |types: &Type| map.is_null() || (map.form() == Some(Form::Map) && *types == Type::Any);
        types = types.filter(|types| is_next(types) || *types == type_of(map)).map(|types| match &map.kind {
            Kind::Null => types,
            _ => type_of(map),
        });
    }
    let form = matches!(types, Some(Type::Map(_))).then_some(Form::Map);
    for layer in layers {
        match layer {
            Layer::One(map) => lay_over(&mut made, map),
            Layer::Either(why, yes, no) => lay_either(&mut made, why, yes, no),
        }
    }
    let values = layers.iter().flat_map(|layer| match layer {
        Layer::One(map) => vec![&**map],
        Layer::Either(why, yes, no) => vec![why, &**yes, &**no],
    });
    super::made_from(map_value(made.finish(), span), values).in_form(form)
}

fn lay_over(made: &mut MapBuilder, value: &Value) {
    if let Some(open) = unknown_of(value) {
        for entry in made.entries_mut() {
            let unsure = unknown_from([value], entry.value.span);
            entry.value = super::made_from(unsure, [&entry.value]);
        }
        made.open.get_or_insert_with(|| open.clone());
    }
    if let Kind::Map(map) = &value.kind {
        map.entries.iter().for_each(|entry| made.insert(entry.clone()));
    }
}

/// Lays one of two maps over: what both say alike, or what was so before, is known.
fn lay_either(made: &mut MapBuilder, why: &Value, yes: &Value, no: &Value) {
    for (value, other) in [(yes, no), (no, yes)] {
        let Kind::Map(map) = &value.kind else { continue };
        for entry in &map.entries {
            let beside = other.get(&entry.key).cloned().or_else(|| made.get_mut(&entry.key).cloned());
            if beside.as_ref().and_then(|beside| equal(beside, &entry.value)) == Some(true) {
                made.insert(entry.clone());
            } else if std::ptr::eq(value, yes) || other.get(&entry.key).is_none() {
                let unsure = super::made_from(unknown_from([why], entry.value.span), [&entry.value]);
                made.insert(Entry { value: unsure, ..entry.clone() });
            }
        }
        if let Some(open) = &map.open {
            let unknown = Value::new(Kind::Unknown(open.clone()), value.span);
            lay_over(made, &unknown);
        }
    }
}

fn concat(args: Args<'_>, span: Span) -> Value {
    let mut items = Vec::new();
    let mut open: Option<Arc<Unknown>> = None;
    for arg in args {
        match &arg.kind {
            Kind::List(list) if !is_text(arg) && arg.form() != Some(Form::Set) => {
                items.extend(list.items.iter().cloned())
            }
            Kind::Unknown(_) => {}
            _ => return no_answer("concat", args, span),
        }
        open = open.or_else(|| unknown_of(arg).cloned());
    }
    let made = super::made_from(list_value(items, open, span), args.iter().map(|arg| &**arg));
    if args.iter().any(|arg| arg.form() == Some(Form::Provider)) {
        return made.in_form(Some(Form::Provider));
    }
    // Lists become one list; with a tuple among them they become a tuple.
    if args.is_empty() || args.iter().any(|arg| arg.form() != Some(Form::List)) {
        return made;
    }
    match of_one_type(made.clone(), Form::List) {
        Some(list) => list,
        None => made,
    }
}

fn lookup(args: Args<'_>, span: Span) -> Value {
    let (Some(map), Some(key)) = (map(args), args.get(1).and_then(|key| key_text(key))) else {
        return no_answer("lookup", args, span);
    };
    match (map.get(&key), &map.open, args.get(2)) {
        (Some(value), ..) => value.clone().used_at(span),
        (None, None, Some(default)) => {
            let inner = if args[0].form() == Some(Form::Map) { item_type(&type_of(&args[0])) } else { Some(Type::Any) };
            let made = inner.and_then(|inner| convert((**default).clone(), &inner));
            made.map_or_else(|| no_answer("lookup", args, span), |made| made.used_at(span))
        }
        (None, None, None) => mistake(&key, span),
        (None, Some(_), _) => unknown_from([&*args[0]], span),
    }
}

fn contains(args: Args<'_>) -> Option<Kind> {
    let (list, wanted) = (list(args)?, args.get(1)?);
    let mut all_differ = list.open.is_none();
    for item in &list.items {
        match equal(item, wanted) {
            Some(true) => return Some(Kind::Bool(true)),
            Some(false) => {}
            None => all_differ = false,
        }
    }
    all_differ.then_some(Kind::Bool(false))
}

fn index(args: Args<'_>) -> Option<Kind> {
    let (list, wanted) = (list(args)?, args.get(1)?);
    for (position, item) in list.items.iter().enumerate() {
        #[allow(clippy::cast_precision_loss)]
        if equal(item, wanted)? {
            return Some(Kind::Number(position as f64));
        }
    }
    None
}

fn element(args: Args<'_>, span: Span) -> Value {
    let at = number(args, 1).filter(|at| at.fract() == 0.0 && at.abs() < 1e9);
    let (Some(list), Some(at)) = (closed(args), at) else { return no_answer("element", args, span) };
    if list.items.is_empty() || args[0].form() == Some(Form::Set) {
        return mistake("element", span);
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap, clippy::cast_sign_loss)]
    let at = (at as i64).rem_euclid(list.items.len() as i64) as usize;
    list.items[at].clone().used_at(span)
}

fn one(args: Args<'_>, span: Span) -> Value {
    match closed(args).map(|list| list.items.as_slice()) {
        Some([]) => Value::new(Kind::Null, span),
        Some([item]) => item.clone().used_at(span),
        _ => no_answer("one", args, span),
    }
}

/// Whether all items are true, or any is.
fn every(args: Args<'_>, settling: bool) -> Option<Kind> {
    let list = list(args)?;
    let mut unsure = list.open.is_some();
    for item in &list.items {
        match truth(item) {
            Some(truth) if truth == settling => return Some(Kind::Bool(settling)),
            Some(_) => {}
            None if item.is_null() && !settling => return Some(Kind::Bool(false)),
            None if item.is_null() => {}
            None => unsure = true,
        }
    }
    (!unsure).then_some(Kind::Bool(!settling))
}

fn coalesce_list(args: Args<'_>, span: Span) -> Value {
    for arg in args {
        match &arg.kind {
            Kind::List(list) if !list.items.is_empty() && !is_text(arg) => return (**arg).clone().used_at(span),
            Kind::List(List { open: None, .. }) => {}
            _ => break,
        }
    }
    no_answer("coalescelist", args, span)
}

fn length(args: Args<'_>) -> Option<Kind> {
    let arg = args.first()?;
    let count = match &arg.kind {
        _ if is_text(arg) => return scalar_text(arg).map(|text| super::strings::length(&text)),
        Kind::List(List { items, open: None }) => items.len(),
        Kind::Map(map) if map.open.is_none() => sorted_entries(map).len(),
        Kind::String(text) => return Some(super::strings::length(text)),
        _ => return None,
    };
    #[allow(clippy::cast_precision_loss)]
    Some(Kind::Number(count as f64))
}

/// Lists within lists become one. An unknown item may stand for any number of items.
fn flatten(list: &List) -> List {
    let mut flat = List { items: Vec::new(), open: list.open.clone() };
    flatten_into(list, &mut flat, MOST_LEVELS);
    flat
}

fn flatten_into(list: &List, flat: &mut List, levels: u32) {
    for item in &list.items {
        match &item.kind {
            Kind::List(inner) if levels > 0 => {
                flat.open = flat.open.take().or_else(|| inner.open.clone());
                flatten_into(inner, flat, levels - 1);
            }
            // What refers to one attribute is one item, as far as can be told.
            Kind::Unknown(unknown) if unknown.may_be_absent() && item.links().is_empty() => {
                flat.open = flat.open.take().or_else(|| Some(unknown.clone()));
            }
            _ => flat.items.push(item.clone()),
        }
    }
}

fn slice(args: Args<'_>) -> Option<Kind> {
    let (list, start, end) = (closed(args)?, whole(args, 1)?, whole(args, 2)?);
    Some(Kind::List(List { items: list.items.get(start..end)?.to_vec(), open: None }))
}

fn chunks(args: Args<'_>, span: Span) -> Option<Kind> {
    let (list, size) = (closed(args)?, whole(args, 1)?);
    let size = if size == 0 { list.items.len().max(1) } else { size };
    let chunk = |chunk: &[Value]| Value::list(chunk.to_vec(), span).in_form(Some(Form::List));
    Some(Value::list(list.items.chunks(size).map(chunk).collect(), span).kind)
}

fn zipmap(args: Args<'_>, span: Span) -> Value {
    let (Some(keys), Some(values)) = (list(args), args.get(1).and_then(|values| values.as_list())) else {
        return no_answer("zipmap", args, span);
    };
    let is_open = keys.open.is_some() || values.open.is_some();
    if (!is_open && keys.items.len() != values.items.len()) || keys.items.iter().any(Value::is_null) {
        return no_answer("zipmap", args, span);
    }
    let form = (args[1].form() == Some(Form::List)).then_some(Form::Map);
    let mut made = MapBuilder::with_open(keys.open.clone().or_else(|| values.open.clone()));
    for (key, value) in keys.items.iter().zip(&values.items) {
        match key_text(key) {
            Some(name) => made.insert(Entry { key: name, key_span: key.span, value: value.clone() }),
            None => made.open = made.open.take().or_else(|| find_unknown(key, 1).cloned()),
        }
    }
    super::made_from(map_value(made.finish(), span), args.iter().map(|arg| &**arg)).in_form(form)
}

fn transpose(map: &Map, span: Span) -> Option<Kind> {
    let mut made = MapBuilder::default();
    for entry in sorted_entries(map) {
        for item in &entry.value.as_list().filter(|list| list.open.is_none())?.items {
            let name = key_text(item)?;
            let key = Value::string(entry.key.clone(), entry.key_span);
            if let Some(Kind::List(group)) = made.get_mut(&name).map(|group| &mut group.kind) {
                group.items.push(key);
            } else {
                made.insert(Entry { key: name, key_span: item.span, value: Value::list(vec![key], span) });
            }
        }
    }
    Some(Kind::Map(made.finish()))
}

fn pairs(args: Args<'_>) -> Map {
    let mut made = MapBuilder::default();
    for pair in args.chunks_exact(2) {
        match key_text(&pair[0]) {
            Some(key) => made.insert(Entry { key, key_span: pair[0].span, value: (*pair[1]).clone() }),
            None => made.open = made.open.take().or_else(|| unknown_of(&pair[0]).cloned()),
        }
    }
    made.finish()
}

fn match_keys(args: Args<'_>) -> Option<Kind> {
    let values = closed(args)?;
    // Keys and wanted keys are compared in the type that they have in common.
    let common = unify(&type_of(args.get(1)?), &type_of(args.get(2)?))?;
    let (keys, wanted) = (convert((*args[1]).clone(), &common)?, convert((*args[2]).clone(), &common)?);
    let (keys, wanted) = (keys.as_list()?, wanted.as_list().filter(|list| list.open.is_none())?);
    if keys.open.is_none() && keys.items.len() != values.items.len() {
        return None;
    }
    let mut items = Vec::new();
    for (key, value) in keys.items.iter().zip(&values.items) {
        let matches = wanted.items.iter().map(|wanted| equal(key, wanted));
        if matches.collect::<Option<Vec<_>>>()?.contains(&true) {
            items.push(value.clone());
        }
    }
    Some(Kind::List(List { items, open: None }))
}
