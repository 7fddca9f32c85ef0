//! Functions of sets, and what makes items distinct.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::rc::Rc;

use crate::model::{Form, Kind, List, Value};
use crate::source::Span;

use super::super::types::{Type, convert, type_of, unify};
use super::super::values::{limit, number_text, sorted_entries, unknown_of};
use super::{Args, answer};

/// Combinations that `setproduct` makes.
const MOST_COMBINATIONS: usize = 4_096;

/// What the function makes of its arguments; nothing when it is not of these.
pub(super) fn call(name: &str, args: Args<'_>, span: Span) -> Option<Value> {
    let made = match name {
        "distinct" => args.first().and_then(|arg| arg.as_list()).map(|list| Distinct::default().filter(list.clone())),
        "setunion" => alike(args).map(|sets| union(&sets)),
        "setintersection" => alike(args).and_then(|sets| common(&sets, true)),
        "setsubtract" => alike(args).and_then(|sets| common(&sets, false)),
        "setproduct" => {
            let lengths = args.iter().filter_map(|arg| arg.as_list()).map(|list| list.items.len());
            if lengths.fold(1_usize, usize::saturating_mul) > MOST_COMBINATIONS {
                return Some(limit(span));
            }
            let made = product(args, span).map(Kind::List);
            let all_sets = args.iter().all(|arg| arg.form() == Some(Form::Set));
            return Some(answer(name, made, args, span).in_form(Some(if all_sets { Form::Set } else { Form::List })));
        }
        _ => return None,
    };
    Some(answer(name, made.map(Kind::List), args, span))
}

/// Keeps the first of items that are the same.
#[derive(Default)]
pub(super) struct Distinct {
    seen: HashSet<String>,
}

impl Distinct {
    /// The list without repetitions. What is not known counts as different from everything.
    pub fn filter(mut self, mut list: List) -> List {
        list.items.retain(|item| fingerprint(item).is_none_or(|mark| self.seen.insert(mark)));
        list
    }
}

/// A text that is the same for values that are the same; nothing when a part is unknown.
fn fingerprint(value: &Value) -> Option<String> {
    let mut mark = String::new();
    write_fingerprint(value, &mut mark).then_some(mark)
}

fn write_fingerprint(value: &Value, mark: &mut String) -> bool {
    if unknown_of(value).is_some() {
        return false;
    }
    match &value.kind {
        Kind::Null => mark.push('-'),
        Kind::Bool(truth) => mark.push(if *truth { 't' } else { 'f' }),
        Kind::Number(number) => mark.push_str(&number_text(*number)),
        Kind::String(text) => {
            let _ = write!(mark, "{}\"{text}", text.len());
        }
        Kind::List(list) => {
            mark.push('[');
            for item in &list.items {
                if !write_fingerprint(item, mark) {
                    return false;
                }
                mark.push(',');
            }
        }
        Kind::Map(map) => {
            mark.push('{');
            for entry in sorted_entries(map) {
                let _ = write!(mark, "{}\"{}=", entry.key.len(), entry.key);
                if !write_fingerprint(&entry.value, mark) {
                    return false;
                }
                mark.push(',');
            }
        }
        Kind::Unknown(_) => return false,
    }
    true
}

/// Sets of items of one type; nothing when there is no such type.
fn alike(args: Args<'_>) -> Option<Vec<Rc<Value>>> {
    let types: Vec<Type> = args.iter().map(|arg| type_of(arg)).collect();
    let common = types.iter().try_fold(Type::Any, |all, next| unify(&all, next))?;
    if types.iter().all(|of| *of == common) {
        return Some(args.to_vec());
    }
    args.iter().map(|arg| convert((**arg).clone(), &common).map(Rc::new)).collect()
}

fn union(args: Args<'_>) -> List {
    let mut all = List::default();
    for arg in args {
        if let Kind::List(list) = &arg.kind {
            all.items.extend(list.items.iter().cloned());
        }
        all.open = all.open.take().or_else(|| unknown_of(arg).cloned());
    }
    super::collections::unique_sorted(all)
}

/// The items of the first set that are in all others, or in none of them.
fn common(args: Args<'_>, wanted: bool) -> Option<List> {
    let [first, others @ ..] = args else { return None };
    let mut kept = first.as_list()?.clone();
    for other in others {
        let list = other.as_list().filter(|list| list.open.is_none())?;
        let marks: HashSet<String> = list.items.iter().map(fingerprint).collect::<Option<_>>()?;
        let mut sure = true;
        kept.items.retain(|item| match fingerprint(item) {
            Some(mark) => marks.contains(&mark) == wanted,
            None => {
                sure = marks.is_empty();
                !wanted
            }
        });
        if !sure {
            return None;
        }
    }
    Some(super::collections::unique_sorted(kept))
}

fn product(args: Args<'_>, span: Span) -> Option<List> {
    let mut rows: Vec<Vec<Value>> = vec![Vec::new()];
    if args.len() < 2 {
        return None;
    }
    for arg in args {
        let list = arg.as_list().filter(|list| list.open.is_none())?;
        rows = rows
            .iter()
            .flat_map(|row| list.items.iter().map(move |item| row.iter().chain([item]).cloned().collect()))
            .collect();
    }
    Some(List { items: rows.into_iter().map(|row| Value::list(row, span)).collect(), open: None })
}
