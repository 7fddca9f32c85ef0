//! Parameters and attributes: what stands for a value that another place gives.

use crate::model::{Kind, Link, Reason, Value};
use crate::source::Span;

use super::evaluate::{Env, Evaluator, limit};
use super::text;

impl Evaluator<'_> {
    /// What a parameter is worth: what the stack is given, else its default, which is what deploys unless
    /// someone says otherwise.
    pub(super) fn parameter(&self, name: &str, parameter: &Value, span: Span) -> Value {
        let unknown = || Value::unknown(Reason::Input(name.into()), span);
        let kind = parameter.get("Type").and_then(Value::as_str).unwrap_or("String");
        if kind.starts_with("AWS::SSM::Parameter::Value") {
            return unknown();
        }
        if let (None, Some(open)) = (self.given.get(name), &self.given.open) {
            return Value::unknown(open.reason.clone(), span);
        }
        let allowed = || match parameter.get("AllowedValues").and_then(Value::as_list).map(|list| &*list.items) {
            Some([only]) => Some(only),
            _ => None,
        };
        let given = self.given.get(name).or_else(|| parameter.get("Default")).or_else(allowed);
        let Some(given) = given else { return unknown() };
        // A hidden parameter without content is one that has to be given.
        let hidden = parameter.get("NoEcho").is_some_and(|hidden| hidden.as_bool() != Some(false));
        if hidden && given.as_str().is_some_and(|text| text.trim().is_empty()) {
            return unknown();
        }
        if !self.spend(given.as_str().map_or(0, str::len) / 16 + given.as_list().map_or(0, |list| list.items.len())) {
            return limit(span);
        }
        let is_list = kind == "CommaDelimitedList" || kind.starts_with("List<");
        let value = match (given.as_str(), &given.kind) {
            (_, Kind::Map(_) | Kind::Null) => return unknown(),
            (_, Kind::List(_)) if !is_list => return unknown(),
            (Some(text), _) if is_list => {
                let items = text.split(',').map(|item| Value::string(item.trim(), given.span)).collect();
                Value::list(if text.trim().is_empty() { Vec::new() } else { items }, given.span)
            }
            (_, Kind::Bool(_) | Kind::Number(_)) if is_list => Value::list(vec![given.clone()], given.span),
            _ => text::dynamic(given.clone()),
        };
        value.used_at(span)
    }

    /// An attribute of a resource that exists once it is deployed; the empty one is what `Ref` gives. What a
    /// nested stack gives out is known if its template is.
    pub(super) fn computed(&self, resource: &str, attribute: &str, span: Span, env: Env<'_>) -> Value {
        let output = attribute.strip_prefix("Outputs.").zip(env.deeper());
        if let Some(value) = output.and_then(|(name, env)| self.output(resource, name, env)) {
            return value.used_at(span);
        }
        let whole = if attribute.is_empty() { resource.to_owned() } else { format!("{resource}.{attribute}") };
        let link = Link { address: format!("{}{resource}", self.prefix).into(), attribute: attribute.into() };
        Value::unknown(Reason::Computed(whole.into()), span).with_links([link])
    }
}
