//! What each function takes, so that none of them has to look at what Terraform would refuse or convert.
//!
//! A letter stands for one argument: `s` text, `n` number, `l` list, `S` set, `t` list of texts, `b` list of truth
//! values, `m` map of lists of texts, `v` anything but null, `a` anything. Behind a `*` comes what may be repeated,
//! behind a `?` what may be left out.

use std::rc::Rc;

use crate::model::{Form, Kind, Value};

use super::super::types::{Type, convert, of_one_type};
use super::super::values::unknown_of;

/// The functions in the order of their names.
const SIGNATURES: [(&str, &str); 120] = [
    ("abs", "n"),
    ("abspath", "s"),
    ("alltrue", "b"),
    ("anytrue", "b"),
    ("base64decode", "s"),
    ("base64encode", "s"),
    ("base64gzip", "s"),
    ("base64sha256", "s"),
    ("base64sha512", "s"),
    ("basename", "s"),
    ("bcrypt", "s?n"),
    ("can", "a"),
    ("ceil", "n"),
    ("chomp", "s"),
    ("chunklist", "ln"),
    ("cidrhost", "sn"),
    ("cidrnetmask", "s"),
    ("cidrsubnet", "snn"),
    ("cidrsubnets", "s*n"),
    ("coalesce", "*a"),
    ("coalescelist", "*a"),
    ("compact", "t"),
    ("concat", "*v"),
    ("contains", "vv"),
    ("csvdecode", "s"),
    ("dirname", "s"),
    ("distinct", "l"),
    ("element", "vn"),
    ("endswith", "ss"),
    ("ephemeralasnull", "a"),
    ("file", "s"),
    ("filebase64", "s"),
    ("filebase64sha256", "s"),
    ("filebase64sha512", "s"),
    ("fileexists", "s"),
    ("filemd5", "s"),
    ("fileset", "ss"),
    ("filesha1", "s"),
    ("filesha256", "s"),
    ("filesha512", "s"),
    ("flatten", "v"),
    ("floor", "n"),
    ("format", "s*a"),
    ("formatdate", "ss"),
    ("formatlist", "s*a"),
    ("indent", "ns"),
    ("index", "vv"),
    ("issensitive", "a"),
    ("join", "s*t"),
    ("jsondecode", "s"),
    ("jsonencode", "a"),
    ("keys", "v"),
    ("length", "v"),
    ("list", "*a"),
    ("log", "nn"),
    ("lookup", "vs?a"),
    ("lower", "s"),
    ("map", "*a"),
    ("matchkeys", "lll"),
    ("max", "*n"),
    ("md5", "s"),
    ("merge", "*a"),
    ("min", "*n"),
    ("nonsensitive", "a"),
    ("one", "v"),
    ("parseint", "vn"),
    ("pathexpand", "s"),
    ("plantimestamp", ""),
    ("pow", "nn"),
    ("range", "*n"),
    ("regex", "ss"),
    ("regexall", "ss"),
    ("replace", "sss"),
    ("reverse", "v"),
    ("rsadecrypt", "ss"),
    ("sensitive", "a"),
    ("setintersection", "S*S"),
    ("setproduct", "*v"),
    ("setsubtract", "SS"),
    ("setunion", "S*S"),
    ("sha1", "s"),
    ("sha256", "s"),
    ("sha512", "s"),
    ("signum", "n"),
    ("slice", "vnn"),
    ("sort", "t"),
    ("split", "ss"),
    ("startswith", "ss"),
    ("strcontains", "ss"),
    ("strrev", "s"),
    ("substr", "snn"),
    ("sum", "v"),
    ("templatefile", "sv"),
    ("templatestring", "sv"),
    ("textdecodebase64", "ss"),
    ("textencodebase64", "ss"),
    ("timeadd", "ss"),
    ("timecmp", "ss"),
    ("timestamp", ""),
    ("title", "s"),
    ("tobool", "a"),
    ("tolist", "a"),
    ("tomap", "a"),
    ("tonumber", "a"),
    ("toset", "a"),
    ("tostring", "a"),
    ("transpose", "m"),
    ("trim", "ss"),
    ("trimprefix", "ss"),
    ("trimspace", "s"),
    ("trimsuffix", "ss"),
    ("try", "*a"),
    ("upper", "s"),
    ("urlencode", "s"),
    ("uuid", ""),
    ("uuidv5", "ss"),
    ("values", "v"),
    ("yamldecode", "s"),
    ("yamlencode", "a"),
    ("zipmap", "tv"),
];

/// What a function takes; nothing when Terraform has no function of that name.
pub(super) fn of(name: &str) -> Option<&'static str> {
    let at = SIGNATURES.binary_search_by_key(&name, |(name, _)| name).ok()?;
    Some(SIGNATURES[at].1)
}

/// The form of the collection that a function makes, whatever it is given.
pub(super) fn result(name: &str) -> Option<Form> {
    match name {
        "split" | "range" | "chunklist" | "compact" | "distinct" | "formatlist" | "cidrsubnets" | "regexall"
        | "sort" | "tolist" | "csvdecode" | "matchkeys" => Some(Form::List),
        "toset" | "setunion" | "setintersection" | "setsubtract" | "fileset" => Some(Form::Set),
        "tomap" | "transpose" => Some(Form::Map),
        _ => None,
    }
}

/// The arguments as the function takes them; nothing when it does not.
///
/// `open` says that there may be more of them than are known.
pub(super) fn fit(signature: &str, args: Vec<Rc<Value>>, open: bool) -> Option<Vec<Rc<Value>>> {
    let (needed, more) = signature.find(['*', '?']).map_or((signature, ""), |at| signature.split_at(at));
    let most = if more.starts_with('*') { usize::MAX } else { needed.len() + more.len().saturating_sub(1) };
    if (args.len() < needed.len() && !open) || args.len() > most {
        return None;
    }
    let repeated = more.chars().nth(1).unwrap_or('a');
    let takes = needed.chars().chain(std::iter::repeat(repeated));
    args.into_iter().zip(takes).map(|(arg, takes)| fit_one(arg, takes)).collect()
}

fn fit_one(arg: Rc<Value>, takes: char) -> Option<Rc<Value>> {
    if takes == 'a' {
        return Some(arg);
    }
    if arg.is_null() {
        return None;
    }
    let text = Type::String;
    let fits = match takes {
        // JSON and YAML in text stay readable for as long as that goes.
        's' => matches!(arg.kind, Kind::String(_)) || matches!(arg.form(), Some(Form::Json | Form::Yaml)),
        'n' => matches!(arg.kind, Kind::Number(_)),
        'l' => arg.form() == Some(Form::List),
        'S' => arg.form() == Some(Form::Set),
        'v' => true,
        _ => false,
    };
    // What is not known at all, or what the provider has converted, may be anything.
    if fits || arg.as_unknown().is_some() || (arg.form() == Some(Form::Provider) && unknown_of(&arg).is_some()) {
        return Some(arg);
    }
    let value = Rc::unwrap_or_clone(arg);
    let is_list = matches!(value.kind, Kind::List(_));
    match takes {
        's' => convert(value, &text),
        'n' => convert(value, &Type::Number),
        'l' if is_list => of_one_type(value, Form::List),
        'S' if is_list => of_one_type(value, Form::Set),
        't' if is_list => convert(value, &Type::List(Box::new(text))),
        'b' if is_list => convert(value, &Type::List(Box::new(Type::Bool))),
        'm' => convert(value, &Type::Map(Box::new(Type::List(Box::new(text))))),
        _ => None,
    }
    .map(Rc::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_found_by_name() {
        assert!(SIGNATURES.is_sorted_by_key(|(name, _)| *name));
        assert_eq!((of("upper"), of("zipmap"), of("abs"), of("upperr")), (Some("s"), Some("tv"), Some("n"), None));
    }
}
