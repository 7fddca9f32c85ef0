//! What templates can call: Go's own functions, Helm's, and those of the sprig library, by their documentation.
//!
//! A function of something that is not known gives something that is not known, but for those that pass on
//! what they are given: a text with a hole in it can be quoted and indented, a map may hold one.

mod dicts;
mod digest;
mod encode;
mod files;
mod lists;
mod numbers;
mod strings;
mod versions;

use crate::model::Reason;

use super::format::{KUBERNETES, show, text};
use super::machine::{Answer, LEVELS, Machine, Stop};
use super::text::Text;
use super::val::{Data, Object, Truth, Val, same};

/// Functions whose value is another each time, or that of a moment or a cluster.
const UNKNOWN: [&str; 52] = [
    "adler32sum",
    "ago",
    "bcrypt",
    "buildCustomCert",
    "date",
    "dateInZone",
    "dateModify",
    "date_in_zone",
    "date_modify",
    "decryptAES",
    "derivePassword",
    "duration",
    "durationRound",
    "encryptAES",
    "env",
    "expandenv",
    "genCA",
    "genCAWithKey",
    "genPrivateKey",
    "genSelfSignedCert",
    "genSelfSignedCertWithKey",
    "genSignedCert",
    "genSignedCertWithKey",
    "getHostByName",
    "htmlDate",
    "htmlDateInZone",
    "htpasswd",
    "lookup",
    "mustDateModify",
    "mustToDate",
    "must_date_modify",
    "now",
    "randAlpha",
    "randAlphaNum",
    "randAscii",
    "randBytes",
    "randInt",
    "randNumeric",
    "sha1sum",
    "sha512sum",
    "shuffle",
    "toDate",
    "unixEpoch",
    "urlParse",
    "urlJoin",
    "uuidv4",
    "osBase",
    "osClean",
    "osDir",
    "osExt",
    "osIsAbs",
    "call",
];

/// Functions that take what is not known as it is.
const TOLERANT: [&str; 59] = [
    "append",
    "b64enc",
    "cat",
    "coalesce",
    "compact",
    "concat",
    "deepCopy",
    "default",
    "dict",
    "dig",
    "empty",
    "eq",
    "fail",
    "fromYaml",
    "fromYamlArray",
    "get",
    "hasKey",
    "include",
    "indent",
    "index",
    "join",
    "keys",
    "len",
    "list",
    "lower",
    "merge",
    "mergeOverwrite",
    "mustAppend",
    "mustDeepCopy",
    "mustMerge",
    "mustMergeOverwrite",
    "mustPrepend",
    "mustToJson",
    "mustToYaml",
    "ne",
    "nindent",
    "nospace",
    "not",
    "omit",
    "pick",
    "pluck",
    "prepend",
    "print",
    "println",
    "printf",
    "push",
    "quote",
    "replace",
    "required",
    "set",
    "squote",
    "ternary",
    "toJson",
    "toPrettyJson",
    "toString",
    "toYaml",
    "tpl",
    "tuple",
    "upper",
];
/// More of them, which cut off known ends.
const TRIMMING: [&str; 10] = [
    "trim",
    "trimAll",
    "trimPrefix",
    "trimSuffix",
    "trimall",
    "toRawJson",
    "toYamlPretty",
    "mustToPrettyJson",
    "mustToRawJson",
    "unset",
];

/// The arguments of a call.
pub(super) struct Args(Vec<Val>);

impl Args {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn get(&self, index: usize) -> Answer<&Val> {
        self.0.get(index).ok_or_else(|| Stop::error("a function is given too few arguments"))
    }

    fn last(&self) -> Answer<&Val> {
        self.get(self.0.len().saturating_sub(1))
    }

    fn text(&self, index: usize) -> Answer<Text> {
        Ok(text(self.get(index)?))
    }

    fn str(&self, index: usize) -> Answer<String> {
        Ok(self.text(index)?.as_str().to_owned())
    }

    fn int(&self, index: usize) -> Answer<i64> {
        Ok(numbers::int(self.get(index)?))
    }

    /// A count of characters, bytes or items.
    fn count(&self, index: usize) -> Answer<usize> {
        Ok(usize::try_from(self.int(index)?).unwrap_or(0))
    }

    fn map(&self, index: usize) -> Answer<&super::val::Dict> {
        self.get(index)?.as_map().ok_or_else(|| Stop::error("a function is given no map where it wants one"))
    }

    fn list(&self, index: usize) -> Answer<&[Val]> {
        match &self.get(index)?.data {
            Data::List(list) => Ok(list.items()),
            Data::Nil => Ok(&[]),
            _ => Err(Stop::error("a function is given no list where it wants one")),
        }
    }

    /// The first hole on the face of an argument.
    fn hole(&self) -> Option<usize> {
        self.0.iter().find_map(Val::hole)
    }
}

/// Calls a function by its name.
pub(super) fn call(machine: &mut Machine, name: &str, args: Vec<Val>) -> Answer<Val> {
    let args = Args(args);
    if UNKNOWN.contains(&name) {
        return Ok(machine.unknown(Reason::Expression(name.into())));
    }
    let tolerates = TOLERANT.contains(&name) || TRIMMING.contains(&name);
    if let (false, Some(hole)) = (tolerates, args.hole()) {
        return Ok(Val::unknown(hole));
    }
    if let Some(answer) = own(machine, name, &args) {
        return answer;
    }
    let answer = strings::call(machine, name, &args)
        .or_else(|| lists::call(machine, name, &args))
        .or_else(|| dicts::call(machine, name, &args))
        .or_else(|| numbers::call(machine, name, &args))
        .or_else(|| encode::call(machine, name, &args))
        .or_else(|| versions::call(name, &args));
    let origin = args.0.iter().find_map(|arg| arg.origin);
    match answer {
        Some(answer) => answer.map(|val| val.or_origin(origin)),
        None => Err(Stop::error(format!("there is no function '{name}'"))),
    }
}

/// Functions of values of any kind.
fn own(machine: &mut Machine, name: &str, args: &Args) -> Option<Answer<Val>> {
    Some(match name {
        "include" => args.str(0).and_then(|name| machine.include(&name, args.get(1)?)),
        "tpl" => args.text(0).and_then(|text| match args.get(0)?.data {
            Data::Unknown(_) => Ok(args.get(0)?.clone()),
            _ => machine.template_text(&text, args.get(1)?),
        }),
        "required" => args.get(1).cloned(),
        "fail" => Err(Stop { cause: super::machine::Cause::Fail, ..Stop::error("the chart refuses these values") }),
        "not" => args.get(0).map(|val| match val.truth() {
            Truth::Unknown(hole) => Val::unknown(hole),
            truth => Val::bool(truth == Truth::No),
        }),
        "eq" => equal(args),
        "ne" => equal(args).map(|val| match val.data {
            Data::Bool(truth) => Val::bool(!truth),
            _ => val,
        }),
        "lt" | "le" | "gt" | "ge" => compare(name, args),
        "default" => default(args),
        "empty" => args.get(0).map(|val| match val.truth() {
            Truth::Unknown(hole) => Val::unknown(hole),
            truth => Val::bool(truth == Truth::No),
        }),
        "coalesce" => Ok(coalesce(args)),
        "all" | "any" => {
            let wanted = Truth::from(name == "any");
            let found = args.0.iter().any(|val| val.truth() == wanted);
            Ok(Val::bool(found == (name == "any")))
        }
        "ternary" => ternary(args),
        "kindOf" => args.get(0).map(|val| Val::str(kind(val))),
        "kindIs" => args.get(1).and_then(|val| Ok(Val::bool(args.str(0)? == kind(val)))),
        "typeOf" => args.get(0).map(|val| Val::str(type_of(val))),
        "typeIs" | "typeIsLike" => args.get(1).and_then(|val| {
            let wanted = args.str(0)?;
            Ok(Val::bool(wanted == type_of(val) || (name == "typeIsLike" && wanted == format!("*{}", type_of(val)))))
        }),
        "deepEqual" => args.get(1).and_then(|b| Ok(Val::bool(same(args.get(0)?, b, LEVELS)))),
        "deepCopy" | "mustDeepCopy" => args.get(0).map(|val| val.deep_copy(LEVELS)),
        "semver" | "semverCompare" => return None,
        _ => return None,
    })
}

fn kind(val: &Val) -> &'static str {
    match &val.data {
        Data::Int(_) => "int",
        _ => val.kind(),
    }
}

fn type_of(val: &Val) -> &'static str {
    match &val.data {
        Data::Int(_) => "int",
        _ => val.type_name(),
    }
}

fn default(args: &Args) -> Answer<Val> {
    // `default x` alone, as in a pipe that gives nothing, is `x`.
    if args.len() < 2 {
        return args.get(0).cloned();
    }
    let (fallback, given) = (args.get(0)?, args.get(1)?);
    Ok(match given.truth() {
        Truth::Yes => given.clone(),
        Truth::No => fallback.clone(),
        Truth::Unknown(_) if same(fallback, given, LEVELS) => fallback.clone(),
        Truth::Unknown(hole) => Val::unknown(hole),
    })
}

fn coalesce(args: &Args) -> Val {
    for val in &args.0 {
        match val.truth() {
            Truth::Yes => return val.clone(),
            Truth::Unknown(hole) => return Val::unknown(hole),
            Truth::No => {}
        }
    }
    Val::nil()
}

fn ternary(args: &Args) -> Answer<Val> {
    let (yes, no) = (args.get(0)?, args.get(1)?);
    Ok(match args.get(2)?.truth() {
        Truth::Yes => yes.clone(),
        Truth::No => no.clone(),
        Truth::Unknown(hole) => super::val::join(yes, no, hole, LEVELS),
    })
}

/// Whether the first is equal to one of the others.
fn equal(args: &Args) -> Answer<Val> {
    let first = args.get(0)?;
    args.get(1)?;
    let mut unknown = first.hole();
    for other in args.0.iter().skip(1) {
        match unknown.or(other.hole()) {
            Some(hole) => unknown = Some(hole),
            None if alike(first, other) => return Ok(Val::bool(true)),
            None => {}
        }
    }
    Ok(unknown.map_or(Val::bool(false), Val::unknown))
}

#[expect(clippy::float_cmp, reason = "as Go compares")]
fn alike(a: &Val, b: &Val) -> bool {
    match (numbers::number(a), numbers::number(b)) {
        (Some(a), Some(b)) => a == b,
        _ => same(a, b, LEVELS),
    }
}

fn compare(name: &str, args: &Args) -> Answer<Val> {
    let (a, b) = (args.get(0)?, args.get(1)?);
    let order = match (numbers::number(a), numbers::number(b), a.as_str(), b.as_str()) {
        (Some(a), Some(b), ..) => a.partial_cmp(&b),
        (_, _, Some(a), Some(b)) => Some(a.cmp(b)),
        _ => return Err(Stop::error("values are compared that have no order")),
    };
    Ok(Val::bool(order.is_some_and(|order| match name {
        "lt" => order.is_lt(),
        "le" => order.is_le(),
        "gt" => order.is_gt(),
        _ => order.is_ge(),
    })))
}

/// The groups of Kubernetes itself, and the version of each that it has: what any cluster of today has.
const BUILT_IN: [(&str, &[&str]); 21] = [
    ("", &["v1"]),
    ("admissionregistration.k8s.io", &["v1"]),
    ("apiextensions.k8s.io", &["v1"]),
    ("apiregistration.k8s.io", &["v1"]),
    ("apps", &["v1"]),
    ("authentication.k8s.io", &["v1"]),
    ("authorization.k8s.io", &["v1"]),
    ("autoscaling", &["v1", "v2"]),
    ("batch", &["v1"]),
    ("certificates.k8s.io", &["v1"]),
    ("coordination.k8s.io", &["v1"]),
    ("discovery.k8s.io", &["v1"]),
    ("events.k8s.io", &["v1"]),
    ("extensions", &[]),
    ("flowcontrol.apiserver.k8s.io", &["v1"]),
    ("networking.k8s.io", &["v1"]),
    ("node.k8s.io", &["v1"]),
    ("policy", &["v1"]),
    ("rbac.authorization.k8s.io", &["v1"]),
    ("scheduling.k8s.io", &["v1"]),
    ("storage.k8s.io", &["v1"]),
];

/// Calls a method of an object.
pub(super) fn method(machine: &mut Machine, object: &Object, name: &str, args: &[Val]) -> Answer<Val> {
    if let Some(hole) = args.iter().find_map(Val::hole) {
        return Ok(Val::unknown(hole));
    }
    let first = args.first().map(|arg| show(arg).as_str().to_owned());
    match (object, name, first.clone()) {
        (Object::ApiVersions, "Has", Some(api)) => {
            let (group, rest) = match api.split_once('/') {
                Some((group, rest)) if group.contains('.') || !group.starts_with('v') => (group, rest),
                _ => ("", api.as_str()),
            };
            let version = rest.split('/').next().unwrap_or("");
            Ok(match BUILT_IN.iter().find(|(known, _)| *known == group) {
                Some((_, versions)) => Val::bool(versions.contains(&version)),
                None => machine.unknown(Reason::Expression(".Capabilities.APIVersions.Has".into())),
            })
        }
        (Object::Files(files), ..) => Ok(files::method(machine, files, name, first)),
        (Object::KubeVersion, "Version" | "GitVersion" | "String", _) => Ok(Val::str(KUBERNETES)),
        (Object::KubeVersion, "Major", _) => Ok(Val::str("1")),
        (Object::KubeVersion, "Minor", _) => Ok(Val::str("35")),
        (Object::ApiVersions | Object::KubeVersion, ..) => {
            Ok(machine.unknown(Reason::Expression(".Capabilities".into())))
        }
    }
}

pub(super) use encode::too_deep;
pub(super) use versions::{Version, meets};
