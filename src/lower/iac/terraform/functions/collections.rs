//! Functions of lists and maps.

use std::sync::Arc;

use crate::model::{Entry, Kind, List, Map, Unknown, Value};
use crate::source::Span;

use super::super::ops::equal;
use super::super::values::{
    MOST_LEVELS, MapBuilder, find_unknown, key_text, list_value, map_value, mistake, sorted_entries, unknown_from,
    unknown_of,
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
        "keys" => map(args).map(|map| {
            let keys = sorted_entries(map).into_iter().map(|entry| Value::string(entry.key.clone(), entry.key_span));
            Kind::List(List { items: keys.collect(), open: map.open.clone() })
        }),
        "values" => map(args).map(|map| {
            let values = sorted_entries(map).into_iter().map(|entry| entry.value.clone());
            Kind::List(List { items: values.collect(), open: map.open.clone() })
        }),
        "flatten" => list(args).map(|list| Kind::List(flatten(list))),
        "compact" => list(args).map(|list| {
            let kept = list.items.iter().filter(|item| !item.is_null() && item.as_str() != Some(""));
            Kind::List(List { items: kept.cloned().collect(), open: list.open.clone() })
        }),
        "reverse" => {
            closed(args).map(|list| Kind::List(List { items: list.items.iter().rev().cloned().collect(), open: None }))
        }
        "sort" => list(args).map(|list| Kind::List(sorted(list.clone()))),
        "slice" => slice(args),
        "chunklist" => chunks(args, span),
        "zipmap" => return Some(zipmap(args, span)),
        "transpose" => map(args).filter(|map| map.open.is_none()).and_then(|map| transpose(map, span)),
        "matchkeys" => match_keys(args),
        "tolist" => as_list(args).map(Kind::List),
        // Both are gone since Terraform 0.12, and still written.
        "list" => Some(Value::list(args.iter().map(|arg| (**arg).clone()).collect(), span).kind),
        "map" => Some(Kind::Map(pairs(args))),
        "tomap" => map(args).map(|map| Kind::Map(map.clone())),
        "toset" => as_list(args).map(|list| Kind::List(unique_sorted(list))),
        _ => return None,
    };
    Some(answer(name, made, args, span))
}

fn list<'v>(args: Args<'v>) -> Option<&'v List> {
    args.first()?.as_list()
}

fn closed<'v>(args: Args<'v>) -> Option<&'v List> {
    list(args).filter(|list| list.open.is_none())
}

fn map<'v>(args: Args<'v>) -> Option<&'v Map> {
    args.first()?.as_map()
}

fn as_list(args: Args<'_>) -> Option<List> {
    list(args).cloned()
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
    super::made_from(map_value(made.finish(), span), values)
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
        if let Kind::List(list) = &arg.kind {
            items.extend(list.items.iter().cloned());
        }
        open = open.or_else(|| unknown_of(arg).cloned());
    }
    super::made_from(list_value(items, open, span), args.iter().map(|arg| &**arg))
}

fn lookup(args: Args<'_>, span: Span) -> Value {
    let (Some(map), Some(key)) = (map(args), args.get(1).and_then(|key| key_text(key))) else {
        return no_answer("lookup", args, span);
    };
    match (map.get(&key), &map.open, args.get(2)) {
        (Some(value), ..) => value.clone().used_at(span),
        (None, None, Some(default)) => (**default).clone().used_at(span),
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
    let (Some(list), Some(at)) = (closed(args), number(args, 1)) else { return no_answer("element", args, span) };
    if list.items.is_empty() {
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
        match item.as_bool() {
            Some(truth) if truth == settling => return Some(Kind::Bool(settling)),
            Some(_) => {}
            None => unsure = true,
        }
    }
    (!unsure).then_some(Kind::Bool(!settling))
}

fn coalesce_list(args: Args<'_>, span: Span) -> Value {
    for arg in args {
        match &arg.kind {
            Kind::List(list) if !list.items.is_empty() => return (**arg).clone().used_at(span),
            Kind::List(List { open: None, .. }) | Kind::Null => {}
            _ => break,
        }
    }
    no_answer("coalescelist", args, span)
}

fn length(args: Args<'_>) -> Option<Kind> {
    let count = match &args.first()?.kind {
        Kind::List(List { items, open: None }) => items.len(),
        Kind::Map(map) if map.open.is_none() => sorted_entries(map).len(),
        Kind::String(text) => text.chars().count(),
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
    let (list, size) = (closed(args)?, whole(args, 1).filter(|size| *size > 0)?);
    Some(Value::list(list.items.chunks(size).map(|chunk| Value::list(chunk.to_vec(), span)).collect(), span).kind)
}

fn zipmap(args: Args<'_>, span: Span) -> Value {
    let (Some(keys), Some(values)) = (list(args), args.get(1).and_then(|values| values.as_list())) else {
        return no_answer("zipmap", args, span);
    };
    let mut made = MapBuilder::with_open(keys.open.clone().or_else(|| values.open.clone()));
    for (key, value) in keys.items.iter().zip(&values.items) {
        match key_text(key) {
            Some(name) => made.insert(Entry { key: name, key_span: key.span, value: value.clone() }),
            None => made.open = made.open.take().or_else(|| find_unknown(key, 1).cloned()),
        }
    }
    super::made_from(map_value(made.finish(), span), args.iter().map(|arg| &**arg))
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
    let (keys, wanted) = (args.get(1)?.as_list()?, args.get(2)?.as_list().filter(|list| list.open.is_none())?);
    let mut items = Vec::new();
    for (key, value) in keys.items.iter().zip(&values.items) {
        let matches = wanted.items.iter().map(|wanted| equal(key, wanted));
        if matches.collect::<Option<Vec<_>>>()?.contains(&true) {
            items.push(value.clone());
        }
    }
    Some(Kind::List(List { items, open: None }))
}
