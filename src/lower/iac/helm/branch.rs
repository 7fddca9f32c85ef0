//! Conditions and loops.
//!
//! A condition that is not known is taken both ways. Where its bodies put out whole lines, both are put out
//! and marked as perhaps not there; within a line, one hole stands for either. Variables have afterwards what
//! both ways have in common. A way that fails is not the one that is deployed.

use crate::parse::gotemplate::{Act, Node, Pipe};

use super::machine::{Answer, Cause, Flow, LEVELS, Machine, Stop, hole_text};
use super::text::{Builder, Text};
use super::val::{Data, List, Object, Truth, Val, join};

/// The most that a loop counts up to.
const MOST: i64 = 1_000_000;

/// Within so many conditions that are not known, one more is not followed both ways.
const CERTAIN_ENOUGH: u16 = 6;

impl Machine {
    #[expect(clippy::too_many_arguments, reason = "the parts of the node that it is")]
    pub(super) fn condition(
        &mut self,
        node: &Node,
        pipe: &Pipe,
        first: &[Node],
        second: &[Node],
        dot: &Val,
        is_with: bool,
        out: &mut Builder,
    ) -> Answer<Flow> {
        let vars = self.vars.len();
        let val = self.pipe(pipe, dot)?;
        let truth = val.truth();
        let inner = if is_with { val } else { dot.clone() };
        let flow = match truth {
            Truth::Yes => self.body(first, &inner, out),
            Truth::No => self.body(second, dot, out),
            Truth::Unknown(hole) => {
                self.either(node, hole, &[(first, &inner), (second, dot)], out)?;
                Ok(Flow::Next)
            }
        };
        self.vars.truncate(vars);
        flow
    }

    /// Makes the variables unknown that nodes assign.
    fn forget(&mut self, nodes: &[Node], hole: usize) {
        for node in nodes {
            let (pipe, bodies): (Option<&Pipe>, [&[Node]; 2]) = match &node.act {
                Act::Output(pipe) => (Some(pipe), [&[], &[]]),
                Act::If(pipe, a, b) | Act::With(pipe, a, b) | Act::Range(pipe, a, b) => (Some(pipe), [a, b]),
                Act::Call(_, pipe) => (pipe.as_ref(), [&[], &[]]),
                Act::Text | Act::Break | Act::Continue => (None, [&[], &[]]),
            };
            for name in pipe.filter(|pipe| pipe.assigns).into_iter().flat_map(|pipe| &pipe.variables) {
                if let Some((_, val)) = self.vars.iter_mut().rev().find(|(known, _)| known == name) {
                    *val = Val::unknown(hole);
                }
            }
            bodies.into_iter().for_each(|nodes| self.forget(nodes, hole));
        }
    }

    /// Takes all ways of which it is not known which is taken.
    fn either(&mut self, node: &Node, hole: usize, ways: &[(&[Node], &Val)], out: &mut Builder) -> Answer<()> {
        if self.maybe >= CERTAIN_ENOUGH {
            // Helpers that call themselves for what is in a value have no end where that is not known.
            let mark = self.mark(node);
            out.push(&hole_text(hole), mark);
            for (nodes, _) in ways {
                self.forget(nodes, hole);
            }
            return Ok(());
        }
        let outside = self.mark(node);
        let why = self.why;
        let before = (self.vars.clone(), self.depth, self.frame.clone());
        let mut texts: Vec<Text> = Vec::new();
        let mut after: Option<Vec<(String, Val)>> = None;
        self.maybe = self.maybe.saturating_add(1);
        self.why = u16::try_from(hole).unwrap_or(0);
        let mark = self.mark(node);
        let mut failure = None;
        for (nodes, dot) in ways {
            self.vars.clone_from(&before.0);
            let mut text = Builder::default();
            match self.body(nodes, dot, &mut text) {
                Ok(_) => {
                    texts.push(text.finish());
                    let vars = std::mem::take(&mut self.vars);
                    after = Some(match after {
                        None => vars,
                        Some(other) => other
                            .into_iter()
                            .zip(vars)
                            .map(|((name, a), (_, b))| (name, join(&a, &b, hole, LEVELS)))
                            .collect(),
                    });
                }
                Err(stop) if stop.cause == Cause::Limit => return Err(stop),
                Err(stop) => {
                    (self.depth, self.frame) = (before.1, before.2.clone());
                    failure.get_or_insert(stop);
                }
            }
        }
        (self.maybe, self.why) = (self.maybe.saturating_sub(1), why);
        self.vars = match (after, failure) {
            (Some(vars), _) => vars,
            (None, Some(stop)) => return Err(stop),
            (None, None) => before.0,
        };
        texts.retain(|text| !text.as_str().trim().is_empty());
        let line = out.as_str().rsplit('\n').next().unwrap_or("");
        let is_lines = texts.iter().all(|text| {
            let text = text.as_str();
            let starts = text.trim_start_matches([' ', '\t', '\r']).starts_with('\n');
            starts || (text.contains('\n') && line.trim().is_empty())
        });
        if texts.is_empty() {
            return Ok(());
        }
        if is_lines {
            for text in &texts {
                self.spend_bytes(text.as_str().len())?;
                out.push_text(text, mark);
            }
        } else {
            out.push(&hole_text(hole), outside);
        }
        Ok(())
    }

    pub(super) fn range(
        &mut self,
        node: &Node,
        pipe: &Pipe,
        body: &[Node],
        none: &[Node],
        dot: &Val,
        out: &mut Builder,
    ) -> Answer<Flow> {
        let vars = self.vars.len();
        let val = self.commands(pipe, dot)?;
        let items: Vec<(Val, Val)> = match &val.data {
            Data::List(list) => numbered(list),
            Data::Map(dict) => dict.entries().into_iter().map(|(key, val)| (Val::str(key), val)).collect(),
            Data::Object(Object::Files(files)) => {
                files.iter().map(|(path, text)| (Val::str(path.as_str()), Val::text(text.clone()))).collect()
            }
            Data::Int(number) => {
                let number = (*number).clamp(0, MOST);
                (0..number).map(|at| (Val::int(at), Val::int(at))).collect()
            }
            Data::Nil => Vec::new(),
            Data::Unknown(_) | Data::Text(_) if val.hole().is_some() => {
                let (hole, key) = (val.hole().unwrap_or(0), Val::unknown(val.hole().unwrap_or(0)));
                self.bind(pipe, &key, &key)?;
                self.either(node, hole, &[(body, &key), (none, dot)], out)?;
                self.vars.truncate(vars);
                return Ok(Flow::Next);
            }
            _ => return Err(Stop::error("a 'range' goes over what has no items")),
        };
        if items.is_empty() {
            let flow = self.body(none, dot, out);
            self.vars.truncate(vars);
            return flow;
        }
        for (key, item) in items {
            self.spend(1)?;
            self.bind(pipe, &key, &item)?;
            let flow = self.body(body, &item, out)?;
            if !pipe.assigns {
                self.vars.truncate(vars);
            }
            if flow == Flow::Break {
                break;
            }
        }
        self.vars.truncate(vars);
        Ok(Flow::Next)
    }

    /// Gives the variables of a loop their values.
    fn bind(&mut self, pipe: &Pipe, key: &Val, item: &Val) -> Answer<()> {
        match pipe.variables.as_slice() {
            [only] => self.set(only, item.clone(), pipe.assigns),
            [first, second, ..] => {
                self.set(first, key.clone(), pipe.assigns)?;
                self.set(second, item.clone(), pipe.assigns)
            }
            [] => Ok(()),
        }
    }
}

fn numbered(list: &List) -> Vec<(Val, Val)> {
    (0i64..).zip(list.items()).map(|(at, item)| (Val::int(at), item.clone())).collect()
}
