//! Resources of Pulumi's classic providers, which are Terraform's under other names.

use std::collections::HashMap;
use std::sync::Arc;

use crate::catalog::construct::Constructs;
use crate::model::{Dialect, Fact, Kind, Map, Value};

use super::body::{Arguments, known, properties, renamed};
use super::name::{Resource, plain, snake};
use super::{Program, Programs};

/// Terraform's name of a resource; none of what is no resource of a bridged provider.
pub(super) fn kind(constructs: &Constructs, resource: &Resource<'_>) -> Option<String> {
    let provider = constructs.pulumi.get(resource.provider)?;
    if let Some(kind) = provider.kinds.get(&format!("{}.{}", resource.module, resource.class)) {
        return Some(kind.clone());
    }
    // A second version of a class replaces the first: `BucketV2`.
    let class = resource.class.strip_suffix("V2").unwrap_or(resource.class);
    if class.ends_with("Args") || class.ends_with("State") || class == "Provider" {
        return None;
    }
    let module = provider.modules.get(resource.module).map_or_else(|| snake(resource.module), Clone::clone);
    let joint = if module.is_empty() { "" } else { "_" };
    Some(format!("{}{module}{joint}{}", provider.prefix, snake(class)))
}

pub(super) fn resource(programs: &Programs<'_>, resource: &Resource<'_>, call: &Fact, program: &mut Program) {
    let Some(kind) = kind(programs.constructs(), resource) else { return };
    let arguments = Arguments::of(call);
    let by_name = call.dialect == Dialect::Python;
    let mut properties = properties(&arguments, 1, by_name);
    properties.entries.retain(|entry| !matches!(&*entry.key, "opts" | "resource_name"));
    let name = arguments.text(0).unwrap_or(resource.class);
    let address = program.address(format!("{kind}.{name}"), call.span);
    let body = attributes(programs, properties, call);
    program.declare(Dialect::Terraform, &kind, address, body, call);
}

/// Properties as attributes. Repeated blocks have the name of one: `rules` are `rule` too, if rules ask so.
fn attributes(programs: &Programs<'_>, properties: Map, call: &Fact) -> Value {
    let keys = &programs.keys().terraform;
    renamed(&Value::new(Kind::Map(properties), call.span), &|key, value| spellings(keys, key, value))
}

pub(super) fn spellings(keys: &HashMap<String, Vec<Arc<str>>>, key: &str, value: &Value) -> Vec<Arc<str>> {
    let mut spellings = known(keys, key, snake(key));
    if matches!(value.kind, Kind::List(_) | Kind::Map(_) | Kind::Unknown(_)) {
        let one = plain(key);
        let singular = [
            one.strip_suffix("ies").map(|stem| format!("{stem}y")),
            one.strip_suffix("es").map(str::to_owned),
            one.strip_suffix('s').map(str::to_owned),
        ];
        for other in singular.iter().flatten().filter_map(|one| keys.get(one)).flatten() {
            if !spellings.contains(other) {
                spellings.push(other.clone());
            }
        }
    }
    spellings
}
