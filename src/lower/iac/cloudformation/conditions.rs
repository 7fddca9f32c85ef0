//! Conditions, in three-valued logic: one that hangs on something unknown is unknown, unless the rest decides.

use crate::model::{Kind, Value};

use super::either;
use super::evaluate::{Env, Evaluator};
use super::template::{arguments, call};
use super::text;

impl Evaluator<'_> {
    /// Whether a condition holds; `None` if that is not known.
    pub(super) fn holds(&self, name: &str, env: Env<'_>) -> Option<bool> {
        if let Some(verdict) = self.verdicts.borrow().get(name) {
            return *verdict;
        }
        let condition = *self.template.conditions.get(name)?;
        // One that refers to itself finds this, and is unknown.
        self.verdicts.borrow_mut().insert(name.to_owned(), None);
        let verdict = self.test(condition, env);
        self.verdicts.borrow_mut().insert(name.to_owned(), verdict);
        verdict
    }

    fn test(&self, condition: &Value, env: Env<'_>) -> Option<bool> {
        let env = env.deeper().filter(|_| self.spend(1))?;
        if let Some(name) = condition.get("Condition").and_then(Value::as_str) {
            return self.holds(name, env);
        }
        let Some((name, argument)) = call(condition) else { return self.value(condition, env)?.as_bool() };
        let parts = arguments(argument);
        match (name, parts) {
            ("Equals", [one, other]) => {
                let values = (self.value(one, env)?, self.value(other, env)?);
                if self.rules_out(one, &values) || self.rules_out(other, &(values.1.clone(), values.0.clone())) {
                    return Some(false);
                }
                self.equal(&values.0, &values.1)
            }
            ("Condition", [name]) => self.holds(name.as_str()?, env),
            ("Not", [part]) => self.test(part, env).map(|truth| !truth),
            ("And", _) => kleene(parts.iter().map(|part| self.test(part, env)), false),
            ("Or", _) => kleene(parts.iter().map(|part| self.test(part, env)), true),
            _ => None,
        }
    }

    /// Whether one side is a parameter without a value that is never allowed to be the other side.
    fn rules_out(&self, one: &Value, values: &(Value, Value)) -> bool {
        let Some(("Ref", name)) = call(one).filter(|_| values.0.as_unknown().is_some()) else { return false };
        let parameter = name.as_str().and_then(|name| self.template.parameters.get(name));
        let allowed = parameter.and_then(|parameter| parameter.get("AllowedValues")?.as_list());
        let (Some(allowed), Some(text)) = (allowed, text::scalar(self.sources, &values.1)) else { return false };
        allowed.open.is_none()
            && self.spend(allowed.items.len())
            && allowed.items.iter().all(|item| text::scalar(self.sources, item).is_some_and(|item| item != text))
    }

    fn equal(&self, one: &Value, other: &Value) -> Option<bool> {
        if let (Some(one), Some(other)) = (text::scalar(self.sources, one), text::scalar(self.sources, other)) {
            return Some(one == other);
        }
        match (&one.kind, &other.kind) {
            (Kind::List(one), Kind::List(other)) if one.open.is_none() && other.open.is_none() => {
                if one.items.len() != other.items.len() {
                    return Some(false);
                }
                kleene(one.items.iter().zip(&other.items).map(|(one, other)| self.equal(one, other)), false)
            }
            (Kind::Unknown(unknown), Kind::String(text)) | (Kind::String(text), Kind::Unknown(unknown)) => {
                // What is known of the one may already rule out the other.
                let fits = text.starts_with(unknown.prefix()) && text.ends_with(unknown.suffix());
                if fits { None } else { Some(false) }
            }
            _ if either::same(one, other) => Some(true),
            _ => None,
        }
    }
}

/// The first part that is `decisive` decides; without one, an unknown part leaves it unknown.
fn kleene(parts: impl Iterator<Item = Option<bool>>, decisive: bool) -> Option<bool> {
    let mut result = Some(!decisive);
    for part in parts {
        match part {
            Some(part) if part == decisive => return Some(decisive),
            Some(_) => {}
            None => result = None,
        }
    }
    result
}
