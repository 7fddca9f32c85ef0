//! JSON templates, whose texts hold expressions, and their files of parameters.

use std::sync::Arc;

use crate::model::{Entry, Kind, Value};
use crate::parse::arm::parse_text;
use crate::parse::arm::syntax::{Call as Application, Expr, ExprKind, For, Item, Property, Repeat};
use crate::source::{FileId, Span};

use super::template::{Call, Function, Parameter, Resource, Source, Template};

/// What begins the name of a resource loop's variable, which no name that is written can be.
pub(super) const RESOURCE_LOOP: &str = "copyindex:";
/// The same of loops that make properties, variables and outputs.
pub(super) const VALUE_LOOP: &str = "copyindex-of:";
/// The type of deployments that hold or name a template.
const DEPLOYMENT: &str = "microsoft.resources/deployments";
/// What says of a resource how it is deployed, and is none of its properties.
const DIRECTIVES: [&str; 11] = [
    "type",
    "apiVersion",
    "condition",
    "copy",
    "resources",
    "dependsOn",
    "comments",
    "metadata",
    "existing",
    "import",
    "extension",
];

/// Whether a document is a template.
pub(super) fn is_template(document: &Value) -> bool {
    if has_schema(document, "deploymenttemplate.json") {
        return true;
    }
    let is_resource = |value: &Value| {
        value.get("apiVersion").is_some()
            && value.get("type").and_then(Value::as_str).is_some_and(|it| it.contains('/'))
    };
    document.get("contentVersion").is_some()
        && match document.get("resources").map(|resources| &resources.kind) {
            Some(Kind::List(list)) => list.items.iter().any(is_resource),
            Some(Kind::Map(map)) => map.entries.iter().any(|entry| is_resource(&entry.value)),
            _ => false,
        }
}

/// Whether a document is a file of parameters.
pub(super) fn is_parameters(document: &Value) -> bool {
    has_schema(document, "deploymentparameters.json") && document.get("parameters").is_some()
}

fn has_schema(document: &Value, name: &str) -> bool {
    let schema = document.get("$schema").and_then(Value::as_str);
    schema.is_some_and(|schema| schema.to_ascii_lowercase().contains(name))
}

/// A document as a template.
pub(super) fn template(file: FileId, document: &Value) -> Template {
    let mut template = Template::new(file);
    let generator = document.get("metadata").and_then(|metadata| metadata.get("_generator")?.get("name")?.as_str());
    template.generated = generator.is_some_and(|name| name.eq_ignore_ascii_case("bicep"));
    for entry in entries(member(document, "parameters")) {
        let kind = member(&entry.value, "type").and_then(Value::as_str).unwrap_or_default();
        let nullable = member(&entry.value, "nullable").and_then(Value::as_bool) == Some(true);
        let parameter = Parameter {
            name: entry.key.clone(),
            default: member(&entry.value, "defaultValue").map(expression),
            declared: if nullable { "?".into() } else { Arc::from(kind) },
            secure: kind.to_ascii_lowercase().starts_with("secure"),
            span: entry.key_span.to(entry.value.span),
        };
        template.parameters.insert(entry.key.to_lowercase(), parameter);
    }
    for property in member(document, "variables").map(properties).unwrap_or_default() {
        if let Some(ExprKind::Text(name)) = property.key.as_ref().map(|key| &key.kind) {
            template.variables.insert(name.to_lowercase(), property.value);
        }
    }
    for entry in entries(member(document, "outputs")) {
        if let Some(value) = member(&entry.value, "value") {
            template.outputs.insert(entry.key.to_lowercase(), expression(value));
        } else if let Some(copy) = member(&entry.value, "copy") {
            template.outputs.extend(looped(&entry.key, copy).map(|made| (entry.key.to_lowercase(), made)));
        }
    }
    functions(&mut template, document);
    resources(&mut template, document, None);
    template
}

fn functions(template: &mut Template, document: &Value) {
    for space in member(document, "functions").and_then(Value::as_list).into_iter().flat_map(|list| &list.items) {
        let name = member(space, "namespace").and_then(Value::as_str).unwrap_or_default();
        for entry in entries(member(space, "members")) {
            let Some(body) = member(&entry.value, "output").and_then(|output| member(output, "value")) else {
                continue;
            };
            let parameters = member(&entry.value, "parameters").and_then(Value::as_list);
            let parameters = parameters.into_iter().flat_map(|list| &list.items);
            let parameters = parameters.filter_map(|it| it.get("name")?.as_str().map(Arc::from)).collect();
            let function = Function { parameters, body: expression(body) };
            template.functions.insert(format!("{name}.{}", entry.key).to_lowercase(), function);
        }
    }
}

/// The resources of a template, or those inside of another. Recurses as deep as the document nests.
fn resources(template: &mut Template, inside: &Value, outer: Option<usize>) {
    match member(inside, "resources").map(|resources| &resources.kind) {
        Some(Kind::List(list)) => list.items.iter().for_each(|item| resource(template, item, None, outer)),
        Some(Kind::Map(map)) => {
            map.entries.iter().for_each(|entry| resource(template, &entry.value, Some(entry.key.clone()), outer));
        }
        _ => {}
    }
}

fn resource(template: &mut Template, written: &Value, symbol: Option<Arc<str>>, outer: Option<usize>) {
    let Some(kind) = entry(written, "type") else { return };
    let is_deployment = kind.value.as_str().is_some_and(|kind| kind.eq_ignore_ascii_case(DEPLOYMENT));
    let own = member(written, "properties");
    let call = if is_deployment { own.and_then(|own| call(template.file, own)) } else { None };
    let directives = |entry: &&Entry| !DIRECTIVES.iter().any(|name| entry.key.eq_ignore_ascii_case(name));
    let kept = entries(Some(written)).iter().filter(directives).filter(|entry| {
        // What a deployment holds is evaluated as a template.
        call.is_none() || !entry.key.eq_ignore_ascii_case("properties")
    });
    let index = template.add(Resource {
        symbol,
        kind: expression(&kind.value),
        version: member(written, "apiVersion").map(expression),
        existing: member(written, "existing").and_then(Value::as_bool) == Some(true),
        condition: member(written, "condition").map(expression),
        repeat: member(written, "copy").and_then(repeat),
        properties: kept.map(property).collect(),
        outer,
        call,
        span: written.span,
        header: kind.key_span.to(kind.value.span),
    });
    resources(template, written, Some(index));
}

/// The template that a deployment holds or names.
fn call(file: FileId, own: &Value) -> Option<Call> {
    let arguments = member(own, "parameters").map(arguments);
    if let Some(held) = member(own, "template").filter(|held| held.as_map().is_some()) {
        let options = member(own, "expressionEvaluationOptions").and_then(|options| member(options, "scope")?.as_str());
        let inner = options.is_some_and(|scope| scope.eq_ignore_ascii_case("inner"));
        return Some(Call {
            source: Source::Inline { template: Box::new(self::template(file, held)), inner },
            arguments,
        });
    }
    let link = member(own, "templateLink")?;
    let path = member(link, "relativePath").or_else(|| member(link, "uri")).or_else(|| member(link, "id"))?;
    Some(Call { source: Source::Path(expression(path)), arguments })
}

/// The parameters that a deployment is given, without the `value` around each.
fn arguments(written: &Value) -> Expr {
    let Kind::Map(map) = &written.kind else { return expression(written) };
    let properties = map.entries.iter().map(|entry| Property { key: Some(key(entry)), value: argument(&entry.value) });
    Expr { kind: ExprKind::Object(properties.collect()), span: written.span }
}

fn argument(written: &Value) -> Expr {
    match (member(written, "value"), member(written, "reference")) {
        (Some(value), _) => expression(value),
        (None, Some(reference)) => made("getSecret", Vec::new(), reference.span),
        (None, None) => expression(written),
    }
}

/// The values of a file of parameters: name, its place, and what it is given.
pub(super) fn given(document: &Value) -> Vec<(Arc<str>, Span, Expr)> {
    let all = entries(member(document, "parameters")).iter();
    all.map(|entry| (entry.key.clone(), entry.key_span, literal_argument(&entry.value))).collect()
}

/// Texts in a file of parameters are no expressions.
fn literal_argument(written: &Value) -> Expr {
    match (member(written, "value"), member(written, "reference")) {
        (Some(value), _) => literal(value),
        (None, Some(reference)) => made("getSecret", Vec::new(), reference.span),
        (None, None) => argument(written),
    }
}

fn literal(value: &Value) -> Expr {
    convert(value, &|text, span| Expr { kind: ExprKind::Text(text.clone()), span })
}

/// A value with expressions in its texts.
pub(super) fn expression(value: &Value) -> Expr {
    convert(value, &|text, span| {
        parse_text(text, span).unwrap_or_else(|| made("an expression that does not parse", Vec::new(), span))
    })
}

/// Recurses as deep as the document nests.
fn convert(value: &Value, text: &dyn Fn(&Arc<str>, Span) -> Expr) -> Expr {
    let kind = match &value.kind {
        Kind::String(written) => return text(written, value.span),
        Kind::Bool(truth) => ExprKind::Bool(*truth),
        Kind::Number(number) => ExprKind::Number(*number),
        Kind::List(list) => ExprKind::Array(list.items.iter().map(|item| Item::One(convert(item, text))).collect()),
        Kind::Map(map) => ExprKind::Object(
            map.entries
                .iter()
                .flat_map(|entry| match looped_entries(entry) {
                    Some(loops) => loops,
                    None => vec![Property { key: Some(key(entry)), value: convert(&entry.value, text) }],
                })
                .collect(),
        ),
        Kind::Null | Kind::Unknown(_) => ExprKind::Null,
    };
    Expr { kind, span: value.span }
}

fn properties(value: &Value) -> Vec<Property> {
    match expression(value).kind {
        ExprKind::Object(properties) => properties,
        _ => Vec::new(),
    }
}

fn property(entry: &Entry) -> Property {
    Property { key: Some(key(entry)), value: expression(&entry.value) }
}

fn key(entry: &Entry) -> Expr {
    parse_text(&entry.key, entry.key_span)
        .unwrap_or_else(|| Expr { kind: ExprKind::Text(entry.key.clone()), span: entry.key_span })
}

/// `"copy": [{name, count, input}]` among properties, as the properties that it makes.
fn looped_entries(written: &Entry) -> Option<Vec<Property>> {
    let list = written.value.as_list().filter(|_| written.key.eq_ignore_ascii_case("copy"))?;
    if list.items.is_empty() || !list.items.iter().all(|item| member(item, "input").is_some()) {
        return None;
    }
    let made = list.items.iter().filter_map(|item| {
        let name = entry(item, "name")?;
        let key = Expr { kind: ExprKind::Text(name.value.as_str()?.into()), span: name.key_span.to(name.value.span) };
        Some(Property { key: Some(key), value: looped(name.value.as_str()?, item)? })
    });
    Some(made.collect())
}

/// The list that a loop makes.
fn looped(name: &str, copy: &Value) -> Option<Expr> {
    let body = expression(member(copy, "input")?);
    let collection = range(member(copy, "count")?);
    let item = format!("{VALUE_LOOP}{}", name.to_lowercase()).into();
    let of = For { item, index: None, collection, condition: None, body };
    Some(Expr { kind: ExprKind::For(Box::new(of)), span: copy.span })
}

fn repeat(copy: &Value) -> Option<Repeat> {
    let name = member(copy, "name").and_then(Value::as_str).unwrap_or_default();
    let item = format!("{RESOURCE_LOOP}{}", name.to_lowercase()).into();
    Some(Repeat { item, index: None, collection: range(member(copy, "count")?) })
}

fn range(count: &Value) -> Expr {
    let zero = Expr { kind: ExprKind::Number(0.0), span: count.span };
    made("range", vec![zero, expression(count)], count.span)
}

fn made(name: &str, args: Vec<Expr>, span: Span) -> Expr {
    let call = Application { target: None, name: name.into(), args };
    Expr { kind: ExprKind::Call(Box::new(call)), span }
}

fn entries(value: Option<&Value>) -> &[Entry] {
    value.and_then(Value::as_map).map_or(&[], |map| &map.entries)
}

fn entry<'v>(value: &'v Value, name: &str) -> Option<&'v Entry> {
    entries(Some(value)).iter().rev().find(|entry| entry.key.eq_ignore_ascii_case(name))
}

fn member<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    entry(value, name).map(|entry| &entry.value)
}
