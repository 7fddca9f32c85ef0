//! Carries out templates: nodes, pipelines, variables, fields.

use std::collections::HashMap;
use std::rc::Rc;

use crate::model::Reason;
use crate::parse::gotemplate::{self, Act, Command, Node, Operand, Pipe};
use crate::source::Span;

use super::format::show;
use super::functions;
use super::text::{Builder, CLOSE, Mark, OPEN, Text};
use super::val::{Data, Dict, Truth, Val, join, same};

/// Steps that one chart with one set of values may take.
const STEPS: usize = 4_000_000;
/// Bytes that it may put together, all that is thrown away again included.
const BYTES: usize = 200_000_000;
/// How deep templates, bodies and pipelines may be within each other.
const DEPTH: usize = 200;
/// How deep values are looked into.
pub(super) const LEVELS: usize = 64;

/// Why a template could not be carried out.
#[derive(Debug)]
pub(super) struct Stop {
    pub cause: Cause,
    /// The end of the sentence "it is not rendered: …". It quotes nothing of the input but names.
    pub message: String,
    pub place: Option<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    /// The chart refuses these values.
    Fail,
    /// Helm would refuse the template.
    Error,
    /// It takes more than is spent on it.
    Limit,
}

impl Stop {
    pub fn error(message: impl Into<String>) -> Self {
        Self { cause: Cause::Error, message: message.into(), place: None }
    }

    pub fn limit() -> Self {
        Self {
            cause: Cause::Limit,
            message: "it takes more steps or space than are spent on a chart".into(),
            place: None,
        }
    }
}

pub(super) type Answer<T> = Result<T, Stop>;

/// A template that can be called by its name.
#[derive(Debug)]
pub(super) struct Definition {
    pub text: Text,
    pub nodes: Rc<[Node]>,
}

/// What happens after a node.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    Next,
    Break,
    Continue,
}

/// What is being carried out.
#[derive(Clone)]
pub(super) struct Frame {
    text: Text,
    /// The mark of what its text says nothing of.
    base: Mark,
}

/// The state of one rendering.
pub(super) struct Machine {
    pub templates: HashMap<String, Rc<Definition>>,
    /// A chart that is a dependency and was not read: what it defines is not known.
    pub unread: Option<String>,
    reasons: Vec<Reason>,
    pub(super) vars: Vec<(String, Val)>,
    pub(super) frame: Frame,
    steps: usize,
    bytes: usize,
    pub(super) depth: usize,
    /// How many conditions that are not known are around, and the hole of the innermost.
    pub(super) maybe: u16,
    pub(super) why: u16,
}

impl Machine {
    pub fn new(templates: HashMap<String, Rc<Definition>>, unread: Option<String>) -> Self {
        Self {
            templates,
            unread,
            reasons: vec![Reason::Expression("template".into())],
            vars: Vec::new(),
            frame: Frame { text: Text::plain(""), base: Mark::default() },
            steps: STEPS,
            bytes: BYTES,
            depth: 0,
            maybe: 0,
            why: 0,
        }
    }

    /// Renders a template by itself.
    pub fn render(&mut self, definition: &Definition, dot: &Val) -> Answer<Text> {
        (self.depth, self.maybe, self.why) = (0, 0, 0);
        let vars = std::mem::take(&mut self.vars);
        let rendered = self.call(definition, dot, Mark::default());
        self.vars = vars;
        rendered
    }

    /// The number of a reason.
    pub fn reason(&mut self, reason: Reason) -> usize {
        if let Some(known) = self.reasons.iter().position(|known| *known == reason) {
            return known;
        }
        // The reasons are as many as the texts of the chart name; the first of very many stands for the rest.
        if self.reasons.len() >= 1000 {
            return 0;
        }
        self.reasons.push(reason);
        self.reasons.len() - 1
    }

    pub fn reasons(&self) -> &[Reason] {
        &self.reasons
    }

    pub fn unknown(&mut self, reason: Reason) -> Val {
        Val::unknown(self.reason(reason))
    }

    /// Whether it is not known that what is being done is done.
    pub fn is_uncertain(&self) -> bool {
        self.maybe > 0
    }

    pub fn spend(&mut self, steps: usize) -> Answer<()> {
        self.steps = self.steps.checked_sub(steps).ok_or_else(Stop::limit)?;
        Ok(())
    }

    pub fn spend_bytes(&mut self, bytes: usize) -> Answer<()> {
        self.bytes = self.bytes.checked_sub(bytes).ok_or_else(Stop::limit)?;
        Ok(())
    }

    fn deeper(&mut self) -> Answer<()> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(Stop { message: "templates call each other deeper than is followed".into(), ..Stop::limit() });
        }
        self.spend(1)
    }

    fn call(&mut self, definition: &Definition, dot: &Val, base: Mark) -> Answer<Text> {
        let frame = Frame { text: definition.text.clone(), base };
        let outer = std::mem::replace(&mut self.frame, frame);
        let vars = self.vars.len();
        self.vars.push((String::new(), dot.clone()));
        let mut out = Builder::default();
        // Variables of who calls are not seen here; the root variable is found first, as it is the last.
        let hidden = self.vars.split_off(vars);
        let callers = std::mem::replace(&mut self.vars, hidden);
        let flow = self.body(&definition.nodes, dot, &mut out);
        self.vars = callers;
        self.frame = outer;
        flow?;
        self.spend_bytes(out.len())?;
        Ok(out.finish())
    }

    /// The text that a template gives, by its name.
    pub fn include(&mut self, name: &str, dot: &Val) -> Answer<Val> {
        let Some(definition) = self.templates.get(name).cloned() else {
            return match self.unread.clone() {
                Some(chart) => Ok(self.unknown(Reason::Module(chart.into()))),
                None => Err(Stop::error(format!("no template '{name}' is defined"))),
            };
        };
        Ok(Val::text(self.call(&definition, dot, self.frame.base)?))
    }

    /// The text that a text gives as a template.
    pub fn template_text(&mut self, text: &Text, dot: &Val) -> Answer<Val> {
        if !text.as_str().contains("{{") {
            return Ok(Val::text(text.clone()));
        }
        self.spend_bytes(text.as_str().len() * 4)?;
        let template = gotemplate::parse(text.as_str())
            .map_err(|mistake| Stop::error(format!("a text given to 'tpl' is no template: {}", mistake.message)))?;
        let before = (!template.defines.is_empty()).then(|| self.templates.clone());
        for (name, nodes) in template.defines {
            self.templates.insert(name, Rc::new(Definition { text: text.clone(), nodes }));
        }
        let definition = Definition { text: text.clone(), nodes: template.root };
        let given = self.call(&definition, dot, self.frame.base);
        if let Some(before) = before {
            self.templates = before;
        }
        Ok(Val::text(given?))
    }

    pub(super) fn body(&mut self, nodes: &[Node], dot: &Val, out: &mut Builder) -> Answer<Flow> {
        self.deeper()?;
        let vars = self.vars.len();
        let mut flow = Flow::Next;
        for node in nodes {
            flow = self.node(node, dot, out).map_err(|mut stop| {
                stop.place = stop.place.or(self.mark(node).place);
                stop
            })?;
            if flow != Flow::Next {
                break;
            }
        }
        self.vars.truncate(vars);
        self.depth -= 1;
        Ok(flow)
    }

    /// The mark of what an action puts out.
    pub(super) fn mark(&self, node: &Node) -> Mark {
        let mut mark = self.frame.text.mark(node.at.start);
        if let (true, Some(place)) = (mark.exact, &mut mark.place) {
            let length = u32::try_from(node.at.len()).unwrap_or(u32::MAX);
            place.end = place.start.saturating_add(length).min(place.end);
        }
        let base = self.frame.base;
        Mark {
            place: mark.place.or(base.place),
            exact: false,
            origin: mark.origin.or(base.origin),
            maybe: self.maybe,
            why: self.why,
        }
    }

    fn node(&mut self, node: &Node, dot: &Val, out: &mut Builder) -> Answer<Flow> {
        self.spend(1)?;
        match &node.act {
            Act::Text => {
                let base = Mark { maybe: self.maybe, why: self.why, ..self.frame.base };
                out.push_slice(&self.frame.text, node.at.clone(), base);
                self.spend_bytes(node.at.len())?;
            }
            Act::Output(pipe) => {
                let mark = self.mark(node);
                let outer = std::mem::replace(&mut self.frame.base, mark);
                let val = self.pipe(pipe, dot);
                self.frame.base = outer;
                let mut val = val?;
                if val.is_nil() && val.origin.is_some() && pipe.variables.is_empty() {
                    // A value without a default: who installs the chart has to give it.
                    let input = self.input_name(pipe);
                    val = self.unknown(Reason::Input(input.into()));
                }
                if pipe.variables.is_empty() {
                    self.print(&val, out, mark)?;
                }
            }
            Act::If(pipe, first, second) => return self.condition(node, pipe, first, second, dot, false, out),
            Act::With(pipe, first, second) => return self.condition(node, pipe, first, second, dot, true, out),
            Act::Range(pipe, body, none) => return self.range(node, pipe, body, none, dot, out),
            Act::Call(name, pipe) => {
                let mark = self.mark(node);
                let dot = match pipe {
                    Some(pipe) => self.pipe(pipe, dot)?,
                    None => Val::nil(),
                };
                let outer = std::mem::replace(&mut self.frame.base, mark);
                let val = self.include(name, &dot);
                self.frame.base = outer;
                self.print(&val?, out, mark)?;
            }
            Act::Break => return Ok(Flow::Break),
            Act::Continue => return Ok(Flow::Continue),
        }
        Ok(Flow::Next)
    }

    fn print(&mut self, val: &Val, out: &mut Builder, mark: Mark) -> Answer<()> {
        let before = out.len();
        let mark = Mark { origin: val.origin.or(mark.origin), ..mark };
        match &val.data {
            // Go writes "<no value>", which Helm takes out again.
            Data::Nil => {}
            Data::Unknown(hole) => out.push(&hole_text(*hole), mark),
            _ => out.push_text(&show(val), mark),
        }
        self.spend_bytes(out.len() - before)
    }

    pub(super) fn set(&mut self, name: &str, val: Val, assigns: bool) -> Answer<()> {
        if !assigns {
            if self.vars.len() >= 10_000 {
                return Err(Stop::limit());
            }
            self.vars.push((name.to_owned(), val));
            return Ok(());
        }
        match self.vars.iter_mut().rev().find(|(known, _)| known == name) {
            Some((_, place)) => *place = val,
            None => return Err(Stop::error(format!("no variable '${name}' is declared"))),
        }
        Ok(())
    }

    pub(super) fn pipe(&mut self, pipe: &Pipe, dot: &Val) -> Answer<Val> {
        let val = self.commands(pipe, dot)?;
        if let Some(name) = pipe.variables.last() {
            self.set(name, val.clone(), pipe.assigns)?;
        }
        Ok(val)
    }

    pub(super) fn commands(&mut self, pipe: &Pipe, dot: &Val) -> Answer<Val> {
        self.deeper()?;
        let mut last = None;
        for command in &pipe.commands {
            last = Some(self.command(command, dot, last, pipe)?);
        }
        self.depth -= 1;
        Ok(last.unwrap_or_else(Val::nil))
    }

    fn command(&mut self, command: &Command, dot: &Val, last: Option<Val>, pipe: &Pipe) -> Answer<Val> {
        self.spend(1)?;
        let Some((first, rest)) = command.words.split_first() else { return Ok(Val::nil()) };
        if let Operand::Function(name) = first {
            return self.function(name, rest, dot, last, pipe);
        }
        let mut args = Vec::new();
        for word in rest {
            args.push(self.operand(word, dot)?);
        }
        args.extend(last);
        match first {
            Operand::Field(fields) => self.fields(dot.clone(), fields, args),
            Operand::Variable(name, fields) => {
                let val = self.variable(name)?;
                self.fields(val, fields, args)
            }
            Operand::Group(pipe, fields) => {
                let val = self.pipe(pipe, dot)?;
                self.fields(val, fields, args)
            }
            _ if args.is_empty() => self.operand(first, dot),
            _ => Err(Stop::error("what is no function is given arguments")),
        }
    }

    fn variable(&self, name: &str) -> Answer<Val> {
        let found = self.vars.iter().rev().find(|(known, _)| known == name);
        found.map(|(_, val)| val.clone()).ok_or_else(|| Stop::error(format!("no variable '${name}' is declared")))
    }

    fn operand(&mut self, operand: &Operand, dot: &Val) -> Answer<Val> {
        Ok(match operand {
            Operand::Dot => dot.clone(),
            Operand::Nil => Val::nil(),
            Operand::Bool(truth) => Val::bool(*truth),
            Operand::Integer(number) => Val::int(*number),
            Operand::Float(number) => Val::new(Data::Float(*number)),
            Operand::Text(text) => Val::str(text.as_str()),
            Operand::Function(name) => {
                let at = 0..0;
                let pipe = Pipe { at, variables: Vec::new(), assigns: false, commands: Vec::new() };
                return self.function(name, &[], dot, None, &pipe);
            }
            Operand::Field(fields) => return self.fields(dot.clone(), fields, Vec::new()),
            Operand::Variable(name, fields) => {
                let val = self.variable(name)?;
                return self.fields(val, fields, Vec::new());
            }
            Operand::Group(pipe, fields) => {
                let val = self.pipe(pipe, dot)?;
                return self.fields(val, fields, Vec::new());
            }
        })
    }

    /// The value of a field of a field; the last may be a method, which gets the arguments.
    fn fields(&mut self, mut val: Val, fields: &[String], mut args: Vec<Val>) -> Answer<Val> {
        // Go lets one ask nothing for a field, but not what is missing in a map.
        let mut is_missing = false;
        for (index, field) in fields.iter().enumerate() {
            let given = if index + 1 == fields.len() { std::mem::take(&mut args) } else { Vec::new() };
            val = match &val.data {
                Data::Map(dict) if given.is_empty() => {
                    is_missing = true;
                    match (dict.get(field), dict.open()) {
                        (Some(found), _) => found,
                        (None, Some(hole)) => Val::unknown(hole),
                        (None, None) => Val::nil().or_origin(val.origin),
                    }
                }
                Data::Object(object) => functions::method(self, &object.clone(), field, &given)?,
                Data::Unknown(_) => val.clone(),
                Data::Text(text) if !text.is_known() => Val::unknown(text.hole().unwrap_or(0)),
                Data::Nil if !is_missing => Val::nil(),
                Data::Nil => return Err(Stop::error(format!("'.{field}' is asked of what is not there"))),
                Data::Map(_) => return Err(Stop::error("what is no function is given arguments")),
                _ => return Err(Stop::error(format!("'.{field}' is asked of what has no fields"))),
            };
        }
        if args.is_empty() { Ok(val) } else { Err(Stop::error("what is no function is given arguments")) }
    }

    fn function(&mut self, name: &str, words: &[Operand], dot: &Val, last: Option<Val>, pipe: &Pipe) -> Answer<Val> {
        if matches!(name, "and" | "or") {
            return self.junction(name == "or", words, dot, last);
        }
        let mut args = Vec::with_capacity(words.len() + 1);
        for word in words {
            args.push(self.operand(word, dot)?);
        }
        args.extend(last);
        if name == "required" && args.last().is_some_and(|val| val.truth() == Truth::No && !is_set(val)) {
            let input = self.input_name(pipe);
            return Ok(self.unknown(Reason::Input(input.into())));
        }
        let val = functions::call(self, name, args)?;
        if let Some(text) = val.as_text() {
            self.spend_bytes(text.as_str().len())?;
        }
        Ok(val)
    }

    /// The path of values that an action speaks of.
    fn input_name(&self, pipe: &Pipe) -> String {
        let written = self.frame.text.as_str().get(pipe.at.clone()).unwrap_or("");
        let path = written.rsplit_once(".Values.").map_or("", |(_, path)| path);
        let end = path.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '.' | '-')).unwrap_or(path.len());
        if end == 0 { "a value that is required".to_owned() } else { path[..end].to_owned() }
    }

    /// `and` and `or`, which look no further than they must.
    fn junction(&mut self, is_or: bool, words: &[Operand], dot: &Val, last: Option<Val>) -> Answer<Val> {
        let decides = Truth::from(is_or);
        let mut unknown: Option<usize> = None;
        let mut val = Val::nil();
        let count = words.len() + usize::from(last.is_some());
        for index in 0..count {
            let next = match (words.get(index), &last) {
                (Some(word), _) => {
                    let depth = self.depth;
                    match self.operand(word, dot) {
                        Err(stop) if unknown.is_some() && stop.cause != Cause::Limit => {
                            self.depth = depth;
                            break;
                        }
                        next => next?,
                    }
                }
                (None, Some(last)) => last.clone(),
                (None, None) => break,
            };
            match next.truth() {
                truth if truth == decides => {
                    // A truth value decides whatever the others are; another value is one of several.
                    let settles = unknown.is_none() || !is_or || matches!(next.data, Data::Bool(_));
                    return Ok(if settles { next } else { Val::unknown(unknown.unwrap_or(0)) });
                }
                Truth::Unknown(hole) => unknown = unknown.or(Some(hole)),
                _ => {}
            }
            val = next;
        }
        Ok(unknown.map_or(val, Val::unknown))
    }

    /// Changes a map as a template says; where it is not known that it does, the value is not known either.
    pub fn change(&mut self, dict: &Dict, key: &str, val: Val) {
        if !self.is_uncertain() {
            dict.set(key, val);
            return;
        }
        match dict.get(key) {
            Some(old) if same(&old, &val, LEVELS) => {}
            old => dict.set(key, join(&old.unwrap_or_else(Val::nil), &val, 0, LEVELS)),
        }
    }
}

/// `required` takes nothing and the empty text for missing, and no other value.
fn is_set(val: &Val) -> bool {
    !matches!(&val.data, Data::Nil) && val.as_str() != Some("")
}

/// A hole as text.
pub(super) fn hole_text(hole: usize) -> String {
    format!("{OPEN}{hole}{CLOSE}")
}
