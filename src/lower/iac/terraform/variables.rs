//! Variables: from arguments, files of values and defaults, and from files of other variants where these agree and
//! nothing else tells; converted to the type that they are declared with.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::model::{Entry, Form, Kind, List, Map, Reason, Value};
use crate::parse::hcl::{Attribute, Block, Call, Expr, ExprKind};
use crate::source::Span;

use super::engine::{Engine, Instance};
use super::eval::Context;
use super::ops::equal;
use super::types::{numeric, of_one_type};
use super::values::{key_text, scalar_text, unevaluated};

impl<'a> Engine<'a> {
    /// The value of a variable; nothing when it is not declared.
    pub fn variable(&self, instance: &Rc<Instance<'a>>, name: &str) -> Option<Rc<Value>> {
        let (name, block) = instance.module.variables.get_key_value(name)?;
        let value = instance.known.variables.get_or(*name, &self.depth, || self.find_variable(instance, name, block));
        Some(value.unwrap_or_else(|| Rc::new(unevaluated(&format!("var.{name}"), block.header))))
    }

    fn find_variable(&self, instance: &Rc<Instance<'a>>, name: &str, block: &Block) -> Value {
        let context = Context { instance, scope: None };
        let default = block.body.attribute("default");
        let given = self.given(instance, name).filter(|given| {
            let nullable = block.body.attribute("nullable").map(|nullable| &nullable.value.kind);
            !given.is_null() || (default.is_none() || !matches!(nullable, Some(ExprKind::Bool(false))))
        });
        let value = given
            .or_else(|| default.map(|default| self.eval(context, &default.value)))
            .or_else(|| self.agreed_elsewhere(instance, name));
        let Some(value) = value else {
            let input = || Reason::Input(name.into());
            let reason = instance.stands_at.as_ref().map_or_else(input, |at| Reason::Module(at.source.clone()));
            return Value::unknown(reason, block.header);
        };
        match block.body.attribute("type") {
            Some(declared) => self.convert(context, value, &declared.value),
            None => value,
        }
    }

    /// What the call, or the root's files of values, give for a variable.
    fn given(&self, instance: &Rc<Instance<'a>>, name: &str) -> Option<Value> {
        let Some(caller) = &instance.caller else { return self.given_to_root(instance, name) };
        let argument = caller.block().block.body.attribute(name)?;
        let expansion = self.call_expansion(&caller.instance, caller.call);
        let scope = expansion.keys.get(caller.key).and_then(super::expand::Key::scope);
        Some(self.eval(Context { instance: &caller.instance, scope: scope.as_ref() }, &argument.value))
    }

    /// What a command gives for a variable of the root: the file of the variant, what is given beside it, and the
    /// files that are always read, in the order in which they count.
    fn given_to_root(&self, instance: &Rc<Instance<'a>>, name: &str) -> Option<Value> {
        let context = Context { instance, scope: None };
        let variant = self.variant.filter(|_| !instance.is_elsewhere());
        let own = variant.and_then(|variant| variant.values.get(name));
        if let Some(own) = own {
            return Some(self.eval(context, &own.value));
        }
        let beside = variant.and_then(|variant| variant.beside.get(name));
        if let Some(candidates) = beside {
            // Files that are given together with this one, nobody knows which of them.
            let unknown = || Value::unknown(Reason::Input(name.into()), candidates[0].value.span);
            return Some(self.agreed(context, candidates).unwrap_or_else(unknown));
        }
        let read = instance.module.inputs.get(name).map(|input| self.eval(context, &input.value));
        read.or_else(|| self.input_of_unit(name))
    }

    /// What Terragrunt gives for a variable of the module that it deploys.
    fn input_of_unit(&self, name: &str) -> Option<Value> {
        let inputs = self.inputs.as_ref()?;
        match (inputs.get(name), &inputs.kind) {
            (Some(value), _) => self.copy(value),
            (None, Kind::Map(Map { open: Some(unknown), .. })) | (None, Kind::Unknown(unknown)) => {
                Some(Value::new(Kind::Unknown(unknown.clone()), inputs.span))
            }
            _ => None,
        }
    }

    /// What other files of values all give for a variable of the root that nothing else tells.
    fn agreed_elsewhere(&self, instance: &Rc<Instance<'a>>, name: &str) -> Option<Value> {
        let variant = self.variant.filter(|_| instance.caller.is_none() && !instance.is_elsewhere())?;
        self.agreed(Context { instance, scope: None }, variant.elsewhere.get(name)?)
    }

    /// The value that several places all give.
    fn agreed(&self, context: Context<'_, 'a>, candidates: &[&'a Attribute]) -> Option<Value> {
        let mut values = candidates.iter().map(|candidate| self.eval(context, &candidate.value));
        let first = values.next()?;
        values.all(|value| equal(&first, &value) == Some(true)).then_some(first)
    }

    /// Converts a value to a declared type: text to numbers and truth values and back, lists to sets, and
    /// objects to the attributes that they are declared with.
    fn convert(&self, context: Context<'_, 'a>, value: Value, declared: &Expr) -> Value {
        if matches!(value.kind, Kind::Null | Kind::Unknown(_)) {
            return value;
        }
        match &declared.kind {
            ExprKind::Variable(name) | ExprKind::String(name) => convert_scalar(value, name),
            ExprKind::Call(call) => {
                let span = value.span;
                self.deeper(|| self.convert_collection(context, value, call))
                    .unwrap_or_else(|| super::values::limit(span))
            }
            _ => value,
        }
    }

    fn convert_collection(&self, context: Context<'_, 'a>, value: Value, declared: &Call) -> Value {
        let Value { kind, span, trace } = value;
        let inner = declared.args.first();
        let kind = match (&*declared.name, kind, inner) {
            ("list", Kind::List(list), Some(inner)) => {
                let list = Kind::List(self.convert_items(context, list, inner));
                return collected(Value { kind: list, span, trace }, Form::List);
            }
            ("set", Kind::List(list), Some(inner)) => {
                let list = Kind::List(self.convert_items(context, list, inner));
                return collected(Value { kind: list, span, trace }, Form::Set);
            }
            ("tuple", Kind::List(mut list), Some(Expr { kind: ExprKind::List(types), .. })) => {
                for (item, declared) in list.items.iter_mut().zip(types) {
                    let taken = std::mem::replace(item, Value::new(Kind::Null, span));
                    *item = self.convert(context, taken, declared);
                }
                Kind::List(list)
            }
            ("map", Kind::Map(mut map), Some(inner)) => {
                for entry in &mut map.entries {
                    let taken = std::mem::replace(&mut entry.value, Value::new(Kind::Null, span));
                    entry.value = self.convert(context, taken, inner);
                }
                return collected(Value { kind: Kind::Map(map), span, trace }, Form::Map);
            }
            ("object", Kind::Map(map), Some(Expr { kind: ExprKind::Object(attributes), .. })) => {
                Kind::Map(self.convert_object(context, map, attributes, span))
            }
            ("optional", kind, Some(inner)) => return self.convert(context, Value { kind, span, trace }, inner),
            (_, kind, _) => kind,
        };
        Value { kind, span, trace }
    }

    fn convert_items(&self, context: Context<'_, 'a>, list: List, declared: &Expr) -> List {
        let items = list.items.into_iter().map(|item| self.convert(context, item, declared)).collect();
        List { items, open: list.open }
    }

    /// Keeps the declared attributes, and sets those that are absent and optional.
    fn convert_object(&self, context: Context<'_, 'a>, map: Map, attributes: &[(Expr, Expr)], span: Span) -> Map {
        let mut given: BTreeMap<_, Entry> = map.entries.into_iter().map(|entry| (entry.key.clone(), entry)).collect();
        let mut entries = Vec::new();
        for (key, declared) in attributes {
            let Some(name) = key_text(&self.eval(context, key)) else { continue };
            let present = given.remove(&name);
            let default = optional_default(declared);
            match (present, default) {
                (Some(Entry { value, .. }), Some(Some(default))) if value.is_null() => {
                    entries.push(Entry::of(name.clone(), self.default_of(context, declared, default)));
                }
                (Some(entry), _) => {
                    entries.push(Entry { value: self.convert(context, entry.value, declared), ..entry });
                }
                (None, Some(Some(default))) if map.open.is_none() => {
                    entries.push(Entry::of(name.clone(), self.default_of(context, declared, default)));
                }
                (None, Some(None)) if map.open.is_none() => {
                    entries.push(Entry::of(name.clone(), Value::new(Kind::Null, span)))
                }
                (None, _) => {}
            }
        }
        Map { entries, open: map.open }
    }

    fn default_of(&self, context: Context<'_, 'a>, declared: &Expr, default: &Expr) -> Value {
        let value = self.eval(context, default);
        self.convert(context, value, declared)
    }
}

/// A collection in the form that it is declared with, its items of one type. Where these have none in common, the
/// value stays as it is: a newer program may take it.
fn collected(value: Value, form: Form) -> Value {
    match of_one_type(value.clone(), form) {
        Some(value) => value,
        None => value.in_form(Some(form)),
    }
}

/// Whether a declared type is optional, and its default.
fn optional_default(declared: &Expr) -> Option<Option<&Expr>> {
    match &declared.kind {
        ExprKind::Call(call) if &*call.name == "optional" => Some(call.args.get(1)),
        _ => None,
    }
}

fn convert_scalar(value: Value, declared: &str) -> Value {
    let kind = match declared {
        "string" => scalar_text(&value).map(|text| Kind::String(text.into())),
        "number" => numeric(&value).map(Kind::Number),
        "bool" => value.as_bool().map(Kind::Bool),
        _ => None,
    };
    match kind {
        Some(kind) => Value { kind, ..value },
        None => value,
    }
}
