//! Functions of maps.

use crate::lower::iac::helm::format::show;
use crate::lower::iac::helm::machine::{Answer, LEVELS, Machine, Stop};
use crate::lower::iac::helm::val::{Data, Dict, Truth, Val};

use super::Args;

/// Calls a function, if it is one of these.
pub(super) fn call(machine: &mut Machine, name: &str, args: &Args) -> Option<Answer<Val>> {
    Some(match name {
        "dict" => dict(args),
        "get" => known(args, 0).unwrap_or_else(|| {
            let dict = args.map(0)?;
            let missing = || dict.open().map_or_else(|| Val::str(""), Val::unknown);
            Ok(dict.get(&args.str(1)?).unwrap_or_else(missing))
        }),
        "set" => match args.get(0) {
            Ok(val) if val.hole().is_some() => Ok(val.clone()),
            _ => args.map(0).and_then(|dict| {
                machine.change(dict, &args.str(1)?, args.get(2)?.clone());
                args.get(0).cloned()
            }),
        },
        "unset" => known(args, 0).unwrap_or_else(|| {
            let dict = args.map(0)?;
            let key = args.str(1)?;
            if machine.is_uncertain() {
                if dict.has(&key) {
                    machine.change(dict, &key, Val::nil());
                }
            } else {
                dict.remove(&key);
            }
            args.get(0).cloned()
        }),
        "hasKey" => known(args, 0).unwrap_or_else(|| {
            let dict = args.map(0)?;
            Ok(match (dict.has(&args.str(1)?), dict.open()) {
                (false, Some(hole)) => Val::unknown(hole),
                (has, _) => Val::bool(has),
            })
        }),
        "keys" => known(args, 0).unwrap_or_else(|| {
            let mut keys = Vec::new();
            for index in 0..args.len() {
                keys.extend(args.map(index)?.entries().into_iter().map(|(key, _)| Val::str(key)));
            }
            Ok(Val::list(keys))
        }),
        "values" => args.map(0).map(|dict| Val::list(dict.entries().into_iter().map(|(_, val)| val))),
        "pluck" => args.str(0).map(|key| {
            let maps = args.0.iter().skip(1).filter_map(Val::as_map);
            Val::list(maps.filter_map(|dict| dict.get(&key)))
        }),
        "pick" | "omit" => known(args, 0).unwrap_or_else(|| {
            let listed: Vec<String> = args.0.iter().skip(1).flat_map(names).collect();
            let entries = args.map(0)?.entries();
            Ok(Val::map(
                entries.into_iter().filter(|(key, _)| listed.iter().any(|it| **it == **key) == (name == "pick")),
            ))
        }),
        "merge" | "mustMerge" => merge(machine, args, false),
        "mergeOverwrite" | "mustMergeOverwrite" => merge(machine, args, true),
        "dig" => dig(args),
        _ => return None,
    })
}

/// The argument itself when it is not known.
fn known(args: &Args, index: usize) -> Option<Answer<Val>> {
    let val = args.0.get(index)?;
    val.hole().map(|hole| Ok(Val::unknown(hole)))
}

/// The names that an argument lists, or is.
fn names(val: &Val) -> Vec<String> {
    match val.as_list() {
        Some(items) => items.iter().map(|item| show(item).as_str().to_owned()).collect(),
        None => vec![show(val).as_str().to_owned()],
    }
}

fn dict(args: &Args) -> Answer<Val> {
    let mut entries = Vec::new();
    for pair in args.0.chunks(2) {
        if let Some(hole) = pair[0].hole() {
            return Ok(Val::unknown(hole));
        }
        let val = pair.get(1).cloned().unwrap_or_else(|| Val::str(""));
        entries.push((show(&pair[0]).as_str().into(), val));
    }
    Ok(Val::map(entries))
}

/// Merges the later maps into the first.
fn merge(machine: &mut Machine, args: &Args, overwrites: bool) -> Answer<Val> {
    if let Some(hole) = args.hole() {
        return Ok(Val::unknown(hole));
    }
    let first = args.map(0)?;
    for index in 1..args.len() {
        let val = args.get(index)?;
        if val.is_nil() {
            continue;
        }
        merge_into(machine, first, args.map(index)?, overwrites, LEVELS)?;
    }
    args.get(0).cloned()
}

fn merge_into(machine: &mut Machine, target: &Dict, source: &Dict, overwrites: bool, levels: usize) -> Answer<()> {
    let Some(levels) = levels.checked_sub(1) else { return Err(Stop::limit()) };
    if target.is(source) {
        return Ok(());
    }
    for (key, val) in source.entries() {
        machine.spend(1)?;
        match target.get(&key) {
            None => machine.change(target, &key, val),
            Some(old) => match (&old.data, &val.data) {
                (Data::Map(old), Data::Map(new)) => merge_into(machine, old, new, overwrites, levels)?,
                _ if overwrites => machine.change(target, &key, val),
                _ if !overwrites && old.truth() == Truth::No => machine.change(target, &key, val),
                _ => {}
            },
        }
    }
    Ok(())
}

/// `dig "a" "b" default map`
fn dig(args: &Args) -> Answer<Val> {
    let Some(keys) = args.len().checked_sub(2) else { return Err(Stop::error("'dig' is given too few arguments")) };
    let mut val = args.last()?.clone();
    for index in 0..keys {
        if let Some(hole) = val.hole().or_else(|| args.0[index].hole()) {
            return Ok(Val::unknown(hole));
        }
        let next = val.as_map().and_then(|dict| dict.get(show(&args.0[index]).as_str()));
        match next {
            Some(next) => val = next,
            None => match val.as_map().and_then(Dict::open) {
                Some(hole) => return Ok(Val::unknown(hole)),
                None => return args.get(keys).cloned(),
            },
        }
    }
    Ok(val)
}
