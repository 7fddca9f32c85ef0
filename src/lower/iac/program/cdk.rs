//! Constructs of the AWS CDK as the CloudFormation resources that they come to.

use std::collections::HashMap;
use std::sync::Arc;

use crate::catalog::construct::{Construct, Constructs, Settings};
use crate::lower::code::Makes;
use crate::model::{Dialect, Entry, Fact, Kind, Link, Map, Reason, Unread, Value};
use crate::source::Span;

use super::body::{Arguments, known, properties, put, renamed, start, undecided};
use super::name::{Call, pascal, plain};
use super::{Program, Programs};

/// Methods that change a resource behind the construct's back.
const OVERRIDES: [&str; 6] = [
    "addPropertyOverride",
    "addOverride",
    "addPropertyDeletionOverride",
    "add_property_override",
    "add_override",
    "add_property_deletion_override",
];
/// Methods that say what becomes of a resource with its stack.
const REMOVALS: [&str; 2] = ["applyRemovalPolicy", "apply_removal_policy"];

pub(super) fn wants(constructs: &Constructs, call: &Call<'_>) -> bool {
    let Some(member) = call.member else { return is_plain(call) || constructs.find(&call.full()).is_some() };
    if is_plain(call) {
        return OVERRIDES.contains(&member) || REMOVALS.contains(&member);
    }
    let class = constructs.find(&format!("{}.{}", call.module, call.class));
    constructs.find(&call.full()).is_some()
        || class.is_some_and(|class| {
            class.opens.contains_key(member) || member.starts_with("add") || REMOVALS.contains(&member)
        })
}

pub(super) fn makes(constructs: &Constructs, call: &Call<'_>) -> Makes {
    if call.member.is_some_and(|member| member.ends_with("Property"))
        || constructs.records.iter().any(|record| record == call.class)
    {
        return Makes::Record;
    }
    let declares = call.member.is_none() && is_plain(call) || constructs.find(&call.full()).is_some();
    if declares { Makes::Construct } else { Makes::Nothing }
}

/// Whether the class is CloudFormation's own resource.
fn is_plain(call: &Call<'_>) -> bool {
    call.class.strip_prefix("Cfn").is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_uppercase()))
}

/// CloudFormation's type of a class that is its own resource.
fn plain_kind(constructs: &Constructs, call: &Call<'_>) -> Option<String> {
    let class = call.class.strip_prefix("Cfn")?;
    let module = call.module.strip_prefix("aws-")?;
    let service = constructs.services.get(module).cloned().unwrap_or_else(|| pascal(module));
    Some(format!("AWS::{service}::{class}"))
}

pub(super) fn call(programs: &Programs<'_>, name: &Call<'_>, call: &Fact, program: &mut Program) {
    let constructs = programs.constructs();
    match (constructs.find(&name.full()), name.member) {
        (Some(construct), _) => declare(construct, name, call, program, &constructs.records),
        (None, Some(member)) => change(constructs, name, member, call, program),
        (None, None) => {
            let Some(kind) = plain_kind(constructs, name) else { return };
            let arguments = Arguments::of(call);
            let given = properties(&arguments, 2, call.dialect == Dialect::Python);
            let keys = &programs.keys().cloudformation;
            let body = renamed(&Value::new(Kind::Map(given), call.span), &|key, _| known(keys, key, pascal(key)));
            let address = program.address(identity(name, &arguments), call.span);
            program.declare(Dialect::Cloudformation, &kind, address, body, call);
        }
    }
}

/// What the construct is called within its scope.
fn identity(name: &Call<'_>, arguments: &Arguments<'_>) -> String {
    let at = usize::from(name.member.is_none());
    let named = || arguments.named.and_then(|named| named.get("id")).and_then(Value::as_str);
    // An address is no name.
    let text = arguments.text(at).filter(|text| !text.contains('/'));
    text.or_else(named).unwrap_or(name.class).to_owned()
}

/// A call of a method on a construct that was declared before.
fn change(constructs: &Constructs, name: &Call<'_>, member: &str, call: &Fact, program: &mut Program) {
    let target = call.body.get("on").map(Value::links).unwrap_or_default();
    let at = target.first().and_then(|link| start(&link.address));
    let address = at.and_then(|start| program.by_start.get(&start).cloned());
    let unknown = Value::new(Kind::Unknown(undecided(&format!("{member}()"))), call.span);
    if OVERRIDES.contains(&member) {
        let kind = plain_kind(constructs, name);
        for fact in &mut program.facts {
            let is_meant = match &address {
                Some(address) => fact.address == *address,
                None => kind.as_deref() == Some(&*fact.kind),
            };
            if let (true, Kind::Map(map)) = (is_meant, &mut fact.body.kind) {
                // What is written may be overridden as well.
                map.open = unknown.as_unknown().cloned();
                map.entries.clear();
            }
        }
        return;
    }
    let Some(address) = address else { return };
    let fact = program.facts.iter_mut().find(|fact| fact.address == address);
    let of_kind = |class: &&Construct| fact.as_ref().is_some_and(|fact| *class.kind == *fact.kind);
    let opened = constructs.list.iter().filter(of_kind).find_map(|class| class.opens.get(member));
    let opened = opened.map(String::as_str).or_else(|| REMOVALS.contains(&member).then_some("DeletionPolicy"));
    match opened {
        Some(path) => {
            if let Some(Kind::Map(map)) = fact.map(|fact| &mut fact.body.kind) {
                put(map, path, call.span, unknown);
            }
        }
        None => program.unread.push(Unread {
            call: unknown.with_links(target.iter().cloned()),
            span: call.span,
            what: format!("what '{member}' adds"),
        }),
    }
}

fn declare(construct: &Construct, name: &Call<'_>, call: &Fact, program: &mut Program, records: &[String]) {
    let arguments = Arguments::of(call);
    let by_name = call.dialect == Dialect::Python;
    let at = match name.member {
        None if records.iter().any(|record| record == name.class) => 0,
        None => 2,
        Some(_) => arguments.positional.len().saturating_sub(1),
    };
    let mut given = properties(&arguments, at, by_name);
    if name.member.is_some() {
        method_arguments(&arguments, call, &mut given);
    }
    let given = Given::new(&given);
    if construct.not_with.iter().any(|argument| given.find(argument).is_some()) {
        return;
    }
    let mut body = Map { entries: Vec::new(), open: given.map.open.clone() };
    for (path, value) in &construct.always {
        put(&mut body, path, call.header, literal(value, call.header, None));
    }
    for (argument, path) in &construct.set {
        if let Some(entry) = given.find(argument) {
            put(&mut body, path, entry.key_span, entry.value.clone());
        }
    }
    for (argument, choices) in &construct.choose {
        if let Some(entry) = given.find(argument) {
            choose(&mut body, entry, choices);
        }
    }
    for (argument, settings) in &construct.missing {
        if given.find(argument).is_none() {
            for (path, value) in settings {
                let value = match &given.map.open {
                    Some(open) => Value::new(Kind::Unknown(open.clone()), call.header),
                    None => literal(value, call.header, None),
                };
                put(&mut body, path, call.header, value);
            }
        }
    }
    let address = program.address(identity(name, &arguments), call.span);
    let body = Value::new(Kind::Map(body), call.span);
    program.declare(Dialect::Cloudformation, &construct.kind, address.clone(), body, call);
    added(construct, &given, &address, call, program);
}

/// The arguments of the methods that declare something: a peer and a connection, or an object behind a name.
fn method_arguments(arguments: &Arguments<'_>, call: &Fact, given: &mut Map) {
    for (argument, value) in ["peer", "connection"].iter().zip(arguments.positional) {
        if !matches!(value.kind, Kind::Map(_)) {
            given.entries.push(Entry { key: (*argument).into(), key_span: value.span, value: value.clone() });
            given.open = None;
        }
    }
    if let Some(target) = call.body.get("on") {
        let receiver = Entry { key: "receiver".into(), key_span: target.span, value: target.clone() };
        given.entries.push(receiver);
    }
}

/// Sets what a value of an argument stands for; all that it may set is unknown if it is not known which it is.
fn choose(body: &mut Map, entry: &Entry, choices: &std::collections::BTreeMap<String, Settings>) {
    let word = word(&entry.value);
    let number = matches!(entry.value.kind, Kind::Number(_)).then(|| choices.get("#")).flatten();
    let found = word.as_deref().and_then(|word| choices.get(word)).or(number).or_else(|| choices.get("*"));
    match found {
        Some(settings) => {
            for (path, value) in settings {
                let last = word.as_deref().unwrap_or_default();
                put(body, path, entry.key_span, literal(value, entry.value.span, Some((&entry.value, last))));
            }
        }
        None => {
            let reason = match entry.value.as_unknown() {
                Some(unknown) => unknown.clone(),
                None => undecided("a value that is not known"),
            };
            for path in choices.values().flat_map(|settings| settings.keys()) {
                put(body, path, entry.key_span, Value::new(Kind::Unknown(reason.clone()), entry.value.span));
            }
        }
    }
}

/// What a value goes by in the data: the last word of a constant's name, `()` behind the name of a call.
fn word(value: &Value) -> Option<String> {
    let last = |name: &str| name.rsplit(['.', '/']).next().unwrap_or(name).to_owned();
    match &value.kind {
        Kind::Bool(truth) => Some(truth.to_string()),
        Kind::Number(number) => Some(number.to_string()),
        Kind::String(text) if value.links().is_empty() => Some(text.to_string()),
        Kind::String(name) => Some(last(name)),
        Kind::Map(_) => Some("{}".to_owned()),
        Kind::Unknown(unknown) => match &unknown.reason {
            Reason::Code(name) if name.ends_with("()") => Some(last(name)),
            _ => None,
        },
        _ => None,
    }
}

/// A value of the data: `@` is the argument's own, `$` its last word, `?` an unknown one.
fn literal(text: &str, span: Span, argument: Option<(&Value, &str)>) -> Value {
    match (text, argument) {
        ("@", Some((value, _))) => match &value.kind {
            // Properties of an object are CloudFormation's with a small letter.
            Kind::Map(_) => renamed(value, &|key, _| vec![pascal(key).into()]),
            _ => value.clone(),
        },
        ("$", Some((value, last))) => match value.as_unknown() {
            Some(_) => value.clone(),
            None => Value::string(last, span),
        },
        ("?", Some((value, _))) if value.as_unknown().is_some() => value.clone(),
        ("?", _) => Value::new(Kind::Unknown(undecided("the construct's choice")), span),
        (text, _) => Value::string(text, span),
    }
}

/// Declares the resources that the construct makes beside its own.
fn added(construct: &Construct, given: &Given<'_>, address: &Arc<str>, call: &Fact, program: &mut Program) {
    for added in &construct.adds {
        let Some(entry) = given.find(&added.with) else { continue };
        let word = word(&entry.value);
        let link = Link { address: address.clone(), attribute: "".into() };
        let own = Value::new(Kind::Unknown(undecided(&added.with)), entry.value.span).with_links([link]);
        let is_asked = match word.as_deref() {
            Some("false") => false,
            Some(word) => added.value.is_empty() || added.value == word,
            None if added.value.is_empty() => true,
            None => {
                let what = format!("what '{}' adds", added.with);
                program.unread.push(Unread { call: own, span: entry.key_span, what });
                continue;
            }
        };
        if !is_asked {
            continue;
        }
        let mut body = Map::default();
        put(&mut body, &added.refers, entry.key_span, own);
        for (path, value) in &added.set {
            put(&mut body, path, entry.key_span, literal(value, entry.value.span, None));
        }
        let kind = added.kind.rsplit("::").next().unwrap_or_default();
        // The call's own place is that of the construct itself.
        let place = Span { start: entry.key_span.start, ..call.span };
        let address = program.address(format!("{address}.{kind}"), place);
        let body = Value::new(Kind::Map(body), entry.value.span);
        program.declare(Dialect::Cloudformation, &added.kind, address, body, call);
    }
}

/// Arguments by their names without capitals and underscores.
struct Given<'g> {
    map: &'g Map,
    by_name: HashMap<String, &'g Entry>,
}

impl<'g> Given<'g> {
    fn new(map: &'g Map) -> Self {
        Self { map, by_name: map.entries.iter().map(|entry| (plain(&entry.key), entry)).collect() }
    }

    /// The argument of a dotted name. What stands in something unknown is as unknown.
    fn find(&self, name: &str) -> Option<&'g Entry> {
        let mut steps = name.split('.');
        let mut entry = *self.by_name.get(&plain(steps.next()?))?;
        for step in steps {
            match &entry.value.kind {
                Kind::Map(map) => {
                    let step = plain(step);
                    entry = map.entries.iter().rev().find(|entry| plain(&entry.key) == step)?;
                }
                Kind::Unknown(_) => return Some(entry),
                _ => return None,
            }
        }
        (!entry.value.is_null()).then_some(entry)
    }
}
