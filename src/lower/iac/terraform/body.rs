//! Bodies of blocks to maps: attributes under their names, blocks as lists of maps under theirs, dynamic blocks
//! as the blocks that they make.

use std::sync::Arc;

use crate::model::{Entry, Kind, List, Map, Unknown, Value};
use crate::parse::hcl::{Block, Body, Expr, ExprKind, Item};
use crate::source::Span;

use super::engine::Engine;
use super::eval::{Context, Scope};
use super::expand::unknown_part;
use super::reference::step_name;
use super::values::{MapBuilder, limit, list_value, map_value, unknown_of};

/// Attributes whose value is a reference that is kept as it is written.
const KEPT_AS_WRITTEN: [&str; 6] =
    ["provider", "providers", "depends_on", "ignore_changes", "replace_triggered_by", "configuration_aliases"];

/// Blocks that check a value while deploying, and say nothing about what is deployed.
const CHECKS: [&str; 3] = ["precondition", "postcondition", "validation"];

/// Blocks that one dynamic block may make.
const MOST_BLOCKS: usize = 256;

/// Whether an item is a block of a name, or makes such blocks.
pub(super) fn is_block_of(item: &Item, name: &str) -> bool {
    match item {
        Item::Block(block) => block_name(block) == name,
        Item::Attribute(_) => false,
    }
}

fn block_name(block: &Block) -> &str {
    if is_dynamic(block) { block.label(0) } else { &block.keyword.text }
}

fn is_dynamic(block: &Block) -> bool {
    &*block.keyword.text == "dynamic" && !block.labels.is_empty()
}

impl<'a> Engine<'a> {
    /// A block's body as a map. `skipped` names attributes that are left out.
    pub fn body(&self, context: Context<'_, 'a>, body: &Body, span: Span, skipped: &[&str]) -> Value {
        let mut map = MapBuilder::default();
        for item in &body.items {
            match item {
                Item::Attribute(attribute) if skipped.contains(&&*attribute.key.text) => {}
                Item::Attribute(attribute) => {
                    let value = if KEPT_AS_WRITTEN.contains(&&*attribute.key.text) {
                        self.as_written(context, &attribute.value)
                    } else {
                        self.eval(context, &attribute.value)
                    };
                    map.insert(Entry { key: attribute.key.text.clone(), key_span: attribute.key.span, value });
                }
                Item::Block(block) if CHECKS.contains(&&*block.keyword.text) => {}
                Item::Block(block) => self.add_blocks(context, block, &mut map),
            }
        }
        map_value(map.finish(), span)
    }

    /// One attribute of a body, or its blocks of one name.
    pub fn part_of_body(&self, context: Context<'_, 'a>, body: &Body, name: &str, span: Span) -> Value {
        if let Some(attribute) = body.attribute(name) {
            return self.eval(context, &attribute.value);
        }
        let mut map = MapBuilder::default();
        for item in &body.items {
            if let Item::Block(block) = item
                && block_name(block) == name
            {
                self.add_blocks(context, block, &mut map);
            }
        }
        map.get_mut(name).map_or_else(|| Value::new(Kind::Null, span), |value| value.clone())
    }

    fn add_blocks(&self, context: Context<'_, 'a>, block: &Block, map: &mut MapBuilder) {
        let (items, open) = self
            .deeper(|| {
                if is_dynamic(block) { self.dynamic(context, block) } else { (vec![self.block(context, block)], None) }
            })
            .unwrap_or_else(|| (vec![limit(block.span)], None));
        let name = if is_dynamic(block) { &block.labels[0] } else { &block.keyword };
        if let Some(Kind::List(list)) = map.get_mut(&name.text).map(|blocks| &mut blocks.kind) {
            list.items.extend(items);
            list.open = list.open.take().or(open);
            return;
        }
        // An empty list says that no block is there, which is the same as nothing at all.
        if !items.is_empty() || open.is_some() {
            let value = list_value(items, open, block.header);
            map.insert(Entry { key: name.text.clone(), key_span: name.span, value });
        }
    }

    fn block(&self, context: Context<'_, 'a>, block: &Block) -> Value {
        if !self.spend(1) {
            return limit(block.span);
        }
        let mut value = self.body(context, &block.body, block.span, &[]);
        if let (Some(label), Kind::Map(map)) = (block.labels.first(), &mut value.kind) {
            let text = Value::string(label.text.clone(), label.span);
            map.entries.push(Entry { key: "type".into(), key_span: label.span, value: text });
        }
        value
    }

    /// The blocks that a dynamic block makes, and why there may be more.
    fn dynamic(&self, context: Context<'_, 'a>, block: &Block) -> (Vec<Value>, Option<Arc<Unknown>>) {
        let Some(content) = block.body.blocks("content").next() else { return (Vec::new(), None) };
        let Some(each) = block.body.attribute("for_each") else { return (Vec::new(), None) };
        let collection = self.eval_shared(context, &each.value);
        let iterator = block.body.attribute("iterator").and_then(|it| name_of(&it.value)).unwrap_or(block.label(0));
        let mut items = Vec::new();
        let mut add = |key: &Value, item: &Value| {
            if items.len() < MOST_BLOCKS {
                items.push(self.content(context, content, iterator, key, item));
            }
        };
        let known = match &collection.kind {
            // In a set, an item is its own key; lists and sets are not told apart, and in blocks the key of a
            // list is hardly ever used.
            Kind::Null => true,
            _ => self.each_item(&collection, &mut add),
        };
        if known && unknown_of(&collection).is_none() && items.len() < MOST_BLOCKS {
            return (items, None);
        }
        let rest = unknown_part(&collection);
        if items.is_empty() {
            items.push(self.content(context, content, iterator, &rest, &rest));
        }
        let open = unknown_of(&rest).cloned();
        (items, open)
    }

    fn content(&self, context: Context<'_, 'a>, content: &Block, iterator: &str, key: &Value, item: &Value) -> Value {
        let (Some(key), Some(value)) = (self.copy(key), self.copy(item)) else { return limit(content.span) };
        let span = value.span;
        let entries = vec![Entry::of("key", key), Entry::of("value", value)];
        let bound = Value::new(Kind::Map(Map { entries, open: None }), span);
        let scope = Scope { name: iterator, value: &bound, outer: context.scope };
        self.body(context.with(&scope), &content.body, content.span, &[])
    }

    /// References as text, with the link that they make.
    fn as_written(&self, context: Context<'_, 'a>, expr: &Expr) -> Value {
        match &expr.kind {
            ExprKind::List(items) => {
                let items = items.iter().map(|item| self.as_written(context, item)).collect();
                Value::new(Kind::List(List { items, open: None }), expr.span)
            }
            ExprKind::Object(items) => {
                let mut map = MapBuilder::default();
                for (key, value) in items {
                    if let Some(name) = name_of(key) {
                        map.insert(Entry {
                            key: name.into(),
                            key_span: key.span,
                            value: self.as_written(context, value),
                        });
                    }
                }
                map_value(map.finish(), expr.span)
            }
            ExprKind::Traversal(_) | ExprKind::Variable(_) => {
                let links = self.eval(context, expr).links().to_vec();
                Value::string(self.sources.slice(expr.span), expr.span).with_links(links)
            }
            _ => self.eval(context, expr),
        }
    }
}

/// A name that an expression consists of, bare or quoted.
fn name_of(expr: &Expr) -> Option<&str> {
    match &expr.kind {
        ExprKind::Variable(name) | ExprKind::String(name) => Some(name),
        ExprKind::Traversal(it) => it.steps.first().and_then(step_name),
        _ => None,
    }
}
