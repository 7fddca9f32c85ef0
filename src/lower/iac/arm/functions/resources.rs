//! Functions that speak of resources, and of where a template is deployed.

use crate::model::{Reason, Value};
use crate::source::Span;

use super::super::engine::{Context, Engine};
use super::super::identity::{Identity, id_value};
use super::super::values::{key, pieces, segments, symbol, unknown, unknown_from};
use crate::model::Piece;

pub(super) fn call<'a>(
    engine: &Engine<'a>,
    _context: Context<'_, 'a>,
    name: &str,
    args: &[Value],
    span: Span,
) -> Option<Value> {
    match name {
        "resourceid" | "subscriptionresourceid" | "tenantresourceid" | "managementgroupresourceid" => {
            Some(resource_id(args, span).unwrap_or_else(|| unknown_from(name, args.iter(), span)))
        }
        "extensionresourceid" => {
            let (base, rest) = args.split_first()?;
            let tail = resource_id(rest, span)?;
            let mut pieces = pieces(base);
            pieces.extend(super::super::values::pieces(&tail).into_iter().skip(1));
            let reason = Reason::Computed("a resource id".into());
            Some(Value::partial(reason, pieces, span))
        }
        "readenvironmentvariable" => match args.get(1) {
            Some(default) => Some(default.clone()),
            None => {
                let name = args.first().map(symbol).unwrap_or_default();
                Some(unknown(Reason::Environment(name.as_str().into()), &format!("env {name}"), span))
            }
        },
        "getsecret" => Some(unknown(Reason::Environment("a secret of a key vault".into()), "secret", span)),
        "environment" | "subscription" | "resourcegroup" | "tenant" | "managementgroup" | "deployment" | "deployer" => {
            let symbols: Vec<String> = args.iter().map(symbol).collect();
            let reason = Reason::Expression(format!("{}()", display(name)).into());
            Some(unknown(reason, &format!("{name}({})", symbols.join(",")), span))
        }
        "loadfileasbase64" => Some(super::texts::unevaluated("loadFileAsBase64()", span)),
        _ => {
            let _ = engine;
            None
        }
    }
}

fn display(name: &str) -> &str {
    match name {
        "resourcegroup" => "resourceGroup",
        "managementgroup" => "managementGroup",
        other => other,
    }
}

/// `resourceId([subscription], [group], type, name, …)`
fn resource_id(args: &[Value], span: Span) -> Option<Value> {
    let is_type = |arg: &Value| arg.as_str().is_some_and(|text| text.contains('/') && text.contains('.'));
    let at = args.iter().position(is_type)?;
    let kind = args[at].as_str()?;
    let names: Vec<Value> = args[at + 1..].iter().flat_map(segments).collect();
    Some(id_value(kind, &names, Reason::Computed("a resource id".into()), span))
}

/// The resource that an argument of `reference` or `listKeys` names, by its id or by its name alone.
pub fn target(value: &Value) -> Option<String> {
    if let Some(identity) = Identity::of_id(value) {
        return Some(identity.key());
    }
    let has_slash = pieces(value).iter().any(|piece| matches!(piece, Piece::Text(text) if text.contains('/')));
    if has_slash { None } else { key(value) }
}
