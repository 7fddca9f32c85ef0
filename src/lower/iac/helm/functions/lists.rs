//! Functions of lists.

use crate::lower::iac::helm::format::{show, text};
use crate::lower::iac::helm::machine::{Answer, LEVELS, Machine, Stop};
use crate::lower::iac::helm::text::Text;
use crate::lower::iac::helm::val::{Data, Truth, Val, joined, same};

use super::{Args, numbers};

/// The most items that a function counts up.
const MOST: i64 = 1_000_000;
/// The most items of a list that is compared with itself.
const COMPARED: usize = 3_000;

/// Calls a function, if it is one of these.
pub(super) fn call(machine: &mut Machine, name: &str, args: &Args) -> Option<Answer<Val>> {
    let name = match name.strip_prefix("must") {
        Some(rest) if rest.starts_with(|first: char| first.is_uppercase()) => {
            let mut letters = rest.chars();
            let first: String = letters.next().map(|first| first.to_lowercase().collect()).unwrap_or_default();
            first + letters.as_str()
        }
        _ => name.to_owned(),
    };
    Some(match name.as_str() {
        "list" | "tuple" => Ok(Val::list(args.0.iter().cloned())),
        "len" => len(args),
        "index" => index(args),
        "first" => args.list(0).map(|items| items.first().cloned().unwrap_or_else(Val::nil)),
        "last" => args.list(0).map(|items| items.last().cloned().unwrap_or_else(Val::nil)),
        "rest" => args.list(0).map(|items| Val::list(items.iter().skip(1).cloned())),
        "initial" => args.list(0).map(|items| Val::list(items.iter().take(items.len().saturating_sub(1)).cloned())),
        "append" | "push" => spent(machine, args).and_then(|()| {
            let (Some(items), added) = (whole(args.get(0)?), args.get(1)?) else { return unknown(args) };
            Ok(Val::list(items.iter().chain([added]).cloned()))
        }),
        "prepend" => spent(machine, args).and_then(|()| {
            let (Some(items), added) = (whole(args.get(0)?), args.get(1)?) else { return unknown(args) };
            Ok(Val::list([added].into_iter().chain(items).cloned()))
        }),
        "concat" => spent(machine, args).and_then(|()| {
            if args.0.iter().any(|list| whole(list).is_none()) {
                return unknown(args);
            }
            Ok(Val::list(args.0.iter().filter_map(whole).flatten().cloned()))
        }),
        "reverse" => args.list(0).map(|items| Val::list(items.iter().rev().cloned())),
        "uniq" => args.list(0).and_then(|items| {
            if items.len() > COMPARED {
                return Err(Stop::limit());
            }
            let mut kept: Vec<Val> = Vec::new();
            for item in items {
                if !kept.iter().any(|known| same(known, item, LEVELS)) {
                    kept.push(item.clone());
                }
            }
            Ok(Val::list(kept))
        }),
        "without" => args.list(0).map(|items| {
            let gone = |item: &&Val| args.0.iter().skip(1).any(|other| same(item, other, LEVELS));
            Val::list(items.iter().filter(|item| !gone(item)).cloned())
        }),
        "has" => args.list(1).and_then(|items| {
            let wanted = args.get(0)?;
            let found = items.iter().any(|item| same(item, wanted, LEVELS));
            Ok(match items.iter().find_map(Val::hole) {
                Some(hole) if !found => Val::unknown(hole),
                _ => Val::bool(found),
            })
        }),
        "compact" => match args.get(0) {
            Ok(val) if val.hole().is_some() => Ok(val.clone()),
            _ => args.list(0).map(|items| Val::list(items.iter().filter(|item| item.truth() != Truth::No).cloned())),
        },
        "slice" => slice(args),
        "chunk" => args.list(1).and_then(|items| {
            Ok(Val::list(items.chunks(args.count(0)?.max(1)).map(|chunk| Val::list(chunk.iter().cloned()))))
        }),
        "sortAlpha" => args.list(0).map(|items| {
            let mut texts: Vec<String> = items.iter().map(|item| text(item).as_str().to_owned()).collect();
            texts.sort();
            Val::list(texts.into_iter().map(Val::str))
        }),
        "toStrings" => args.list(0).map(|items| Val::list(items.iter().map(|item| Val::text(text(item))))),
        "join" => join(args),
        "until" => args.int(0).and_then(|end| count(machine, 0, end, if end < 0 { -1 } else { 1 })),
        "untilStep" => args.int(0).and_then(|start| count(machine, start, args.int(1)?, args.int(2)?)),
        "seq" => seq(machine, args),
        _ => return None,
    })
}

/// The items, if it is known which there are.
fn whole(val: &Val) -> Option<&[Val]> {
    match &val.data {
        Data::Nil => Some(&[]),
        _ => val.as_list(),
    }
}

fn unknown(args: &Args) -> Answer<Val> {
    args.hole().map(Val::unknown).ok_or_else(|| Stop::error("a function is given no list where it wants one"))
}

/// Lists are copied: a loop that appends to one is paid for.
fn spent(machine: &mut Machine, args: &Args) -> Answer<()> {
    machine.spend(args.0.iter().filter_map(Val::as_list).map(<[Val]>::len).sum::<usize>() / 8)
}

fn len(args: &Args) -> Answer<Val> {
    let val = args.get(0)?;
    let count = match &val.data {
        Data::Unknown(hole) => return Ok(Val::unknown(*hole)),
        Data::Text(text) if text.is_known() => text.as_str().len(),
        Data::Text(text) => return Ok(Val::unknown(text.hole().unwrap_or(0))),
        Data::List(list) => list.items().len(),
        Data::Map(dict) => dict.len(),
        Data::Nil => return Err(Stop::error("the length of nothing is asked for")),
        _ => return Err(Stop::error("the length of what has none is asked for")),
    };
    Ok(Val::int(i64::try_from(count).unwrap_or(i64::MAX)))
}

/// `index x 1 "a"`
fn index(args: &Args) -> Answer<Val> {
    let mut val = args.get(0)?.clone();
    for key in args.0.iter().skip(1) {
        if let Some(hole) = val.hole().or_else(|| key.hole()) {
            return Ok(Val::unknown(hole));
        }
        val = match &val.data {
            Data::Map(dict) => {
                let missing = || dict.open().map_or_else(Val::nil, Val::unknown);
                dict.get(show(key).as_str()).unwrap_or_else(missing)
            }
            Data::List(list) => {
                let at = usize::try_from(numbers::int(key)).ok();
                let item = at.and_then(|at| list.items().get(at));
                item.cloned().ok_or_else(|| Stop::error("an index is out of range"))?
            }
            Data::Text(text) => {
                let at = usize::try_from(numbers::int(key)).ok();
                let byte = at.and_then(|at| text.as_str().as_bytes().get(at));
                Val::int(i64::from(*byte.ok_or_else(|| Stop::error("an index is out of range"))?))
            }
            _ => return Err(Stop::error("an index is asked of what has no items")),
        };
    }
    Ok(val)
}

fn slice(args: &Args) -> Answer<Val> {
    let length = match &args.get(0)?.data {
        Data::Text(text) => text.as_str().len(),
        _ => args.list(0)?.len(),
    };
    let start = if args.len() > 1 { args.count(1)? } else { 0 };
    let end = if args.len() > 2 { args.count(2)? } else { length };
    if start > end || end > length {
        return Err(Stop::error("a slice is out of range"));
    }
    match &args.get(0)?.data {
        Data::Text(text) if text.as_str().is_char_boundary(start) && text.as_str().is_char_boundary(end) => {
            Ok(Val::text(text.slice(start..end)))
        }
        _ => Ok(Val::list(args.list(0)?.get(start..end).unwrap_or(&[]).iter().cloned())),
    }
}

fn join(args: &Args) -> Answer<Val> {
    let between = args.str(0)?;
    let val = args.get(1)?;
    if let Data::Unknown(_) = val.data {
        return Ok(val.clone());
    }
    let parts: Vec<Text> = match val.as_list() {
        Some(items) => items.iter().filter(|item| !item.is_nil()).map(text).collect(),
        None => vec![text(val)],
    };
    Ok(Val::text(joined(&parts, &between)))
}

fn count(machine: &mut Machine, start: i64, end: i64, step: i64) -> Answer<Val> {
    if step == 0 || (end > start && step < 0) || (end < start && step > 0) {
        return Ok(Val::list([]));
    }
    let many = end.checked_sub(start).map(|distance| (distance / step).abs());
    match many.filter(|many| *many <= MOST) {
        Some(many) => machine.spend(usize::try_from(many).unwrap_or(0))?,
        None => return Err(Stop::limit()),
    }
    let mut items = Vec::new();
    let mut at = start;
    while (step > 0 && at < end) || (step < 0 && at > end) {
        items.push(Val::int(at));
        at = at.saturating_add(step);
    }
    Ok(Val::list(items))
}

fn seq(machine: &mut Machine, args: &Args) -> Answer<Val> {
    let (start, step, end) = match args.len() {
        0 => return Ok(Val::str("")),
        1 => (1, None, args.int(0)?),
        2 => (args.int(0)?, None, args.int(1)?),
        _ => (args.int(0)?, Some(args.int(1)?), args.int(2)?),
    };
    let step = step.unwrap_or(if end < start { -1 } else { 1 });
    let numbers = count(machine, start, end.saturating_add(step.signum()), step)?;
    let texts: Vec<String> = numbers.as_list().unwrap_or(&[]).iter().map(|it| numbers::int(it).to_string()).collect();
    Ok(Val::str(texts.join(" ")))
}
