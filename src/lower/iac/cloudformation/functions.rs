//! The functions over lists and mappings.

use crate::model::{Kind, List, Reason, Value};
use crate::source::Span;

use super::either;
use super::evaluate::{Env, Evaluator, limit};
use super::template::{arguments, full_name};
use super::text::Text;

impl Evaluator<'_> {
    /// `Fn::Join: [delimiter, list]`.
    pub(super) fn join(&self, argument: &Value, span: Span, env: Env<'_>) -> Value {
        let [delimiter, list] = arguments(argument) else { return unevaluated("Join", span) };
        let delimiter = match self.text(delimiter, env) {
            Ok(delimiter) => delimiter,
            Err(unknown) => return unknown_from("Join", &unknown, span),
        };
        let Some(list) = self.value(list, env) else { return unevaluated("Join", span) };
        let mut text = Text::default();
        let Some(List { items, open }) = list.as_list() else {
            text.push(self.sources, &list);
            return self.finish(text, span);
        };
        // An item that is a list itself, the value of a list parameter, is joined item by item.
        let items = items.iter().flat_map(|item| item.as_list().map_or(std::slice::from_ref(item), |list| &list.items));
        for (index, item) in items.enumerate() {
            if index > 0 {
                text.push_str(&delimiter);
            }
            text.push(self.sources, item);
        }
        if let Some(open) = open {
            text.push(self.sources, &Value::unknown(open.reason.clone(), span));
        }
        self.finish(text, span)
    }

    /// `Fn::Select: [index, list]`.
    pub(super) fn select(&self, argument: &Value, span: Span, env: Env<'_>) -> Value {
        let [index, list] = arguments(argument) else { return unevaluated("Select", span) };
        let index = match self.text(index, env) {
            Ok(index) => index.trim().parse::<usize>().ok(),
            Err(unknown) => return unknown_from("Select", &unknown, span),
        };
        let (Some(index), Some(list)) = (index, self.value(list, env)) else { return unevaluated("Select", span) };
        match &list.kind {
            Kind::List(List { items, open: None }) => match items.get(index) {
                Some(item) => item.clone().used_at(span),
                None => unevaluated("Select", span),
            },
            _ => unknown_from("Select", &list, span),
        }
    }

    /// `Fn::Split: [delimiter, text]`.
    pub(super) fn split(&self, argument: &Value, span: Span, env: Env<'_>) -> Value {
        let [delimiter, text] = arguments(argument) else { return unevaluated("Split", span) };
        let delimiter = self.text(delimiter, env).unwrap_or_default();
        let Some(text) = self.value(text, env) else { return unevaluated("Split", span) };
        match text.as_str() {
            Some(known) if !delimiter.is_empty() => {
                let items: Vec<_> = known.split(&*delimiter).map(|part| Value::string(part, text.span)).collect();
                if self.spend(items.len()) { Value::list(items, span) } else { limit(span) }
            }
            _ => unknown_from("Split", &text, span),
        }
    }

    /// `Fn::Length: list`.
    pub(super) fn length(&self, argument: &Value, span: Span, env: Env<'_>) -> Value {
        match self.value(argument, env) {
            Some(Value { kind: Kind::List(List { items, open: None }), .. }) =>
            {
                #[expect(clippy::cast_precision_loss, reason = "no list has so many items")]
                Value::number(items.len() as f64, span)
            }
            Some(other) => unknown_from("Length", &other, span),
            None => unevaluated("Length", span),
        }
    }

    /// `Fn::FindInMap: [map, first key, second key, {DefaultValue: x}]`. With a key that is not known, what all
    /// the values that it may find agree on.
    pub(super) fn find_in_map(&self, argument: &Value, span: Span, env: Env<'_>) -> Value {
        let (map, first, second, default) = match arguments(argument) {
            [map, first, second] => (map, first, second, None),
            [map, first, second, options] => (map, first, second, options.get("DefaultValue")),
            _ => return unevaluated("FindInMap", span),
        };
        let default = || default.and_then(|default| self.value(default, env));
        let name = match self.text(map, env) {
            Ok(name) => name,
            Err(unknown) => return unknown_from("FindInMap", &unknown, span),
        };
        let (first, second) = (self.text(first, env), self.text(second, env));
        let mapping = self.template.mappings.get(&*name).copied();
        let mut found: Vec<&Value> = mapping.into_iter().collect();
        for key in [&first, &second] {
            found = found.into_iter().flat_map(|value| self.under(value, key.as_deref().ok())).collect();
        }
        let undeclared = || Value::unknown(Reason::Undeclared(name.clone().into()), span);
        match (first.err().or(second.err()), found.as_slice()) {
            (None, [value, ..]) if self.spend(value.as_list().map_or(1, |list| list.items.len())) => {
                (*value).clone().used_at(span)
            }
            (None, [_, ..]) => limit(span),
            (None, []) => default().map_or_else(undeclared, |value| value.used_at(span)),
            (Some(unknown), candidates) => {
                let default = default();
                let mut candidates = candidates.iter().copied().chain(&default);
                let Some(value) = candidates.next() else { return undeclared() };
                if candidates.all(|other| either::same(value, other)) {
                    value.clone().used_at(span)
                } else {
                    unknown_from("FindInMap", &unknown, span)
                }
            }
        }
    }

    /// The values of a map under a key, or under any.
    fn under<'v>(&self, value: &'v Value, key: Option<&str>) -> Vec<&'v Value> {
        let entries = value.as_map().map_or(&[][..], |map| &map.entries);
        if !self.spend(entries.len()) {
            return Vec::new();
        }
        match key {
            Some(key) => value.get(key).into_iter().collect(),
            None => entries.iter().map(|entry| &entry.value).collect(),
        }
    }
}

/// A call that is not of a form that can be evaluated.
fn unevaluated(name: &str, span: Span) -> Value {
    Value::unknown(Reason::Expression(full_name(name).into()), span)
}

/// The result of a function over something that is not known: as unknown as that.
fn unknown_from(name: &str, value: &Value, span: Span) -> Value {
    let reason = match &value.kind {
        Kind::Unknown(unknown) => unknown.reason.clone(),
        Kind::List(List { open: Some(unknown), .. }) => unknown.reason.clone(),
        _ => Reason::Expression(full_name(name).into()),
    };
    Value::unknown(reason, span).with_links(value.links().to_vec())
}
