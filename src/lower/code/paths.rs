//! Resolved names: what an expression refers to, whichever way it was brought in.
//!
//! A path is a root and steps from it. Paths are kept in one tree, so that a name is put together and
//! compared with what rules want only once per file, however often it is used. Some things have several
//! possible names (a C# type that any `using` may have brought in, a default export); the first one that
//! a rule wants counts.
//!
//! How a name is written:
//! - `module.Class.method`, for calls on the class and on its instances alike;
//! - `module.function().method` for what is called on a function's result;
//!   `module.function('text').method` when the first argument is a constant text, if a rule wants that;
//! - calls between an object and the last one may be left out, as in builders: `module.Builder.last`;
//! - `?name.method` when what `name` stands for is not known: a parameter without type, say.

use std::collections::HashMap;
use std::fmt::Write;
use std::sync::Arc;

use crate::model::unit::{FunctionId, TypeId, Unit, Word};

use super::Names;

/// Names that alternatives are cut at, and steps that a name may have: more is no API's name.
const MAX_STEPS: usize = 24;

/// A path of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct PathId(u32);

/// Where a path starts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Root {
    /// Something outside of the file.
    Outside(Outside),
    /// A name of the file whose meaning is not known; none for a value without a name.
    Unsure(Option<Word>),
    /// A type of the file, or an object of it.
    Own(TypeId),
    /// A function of the file.
    Local(FunctionId),
}

/// A thing outside of the file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Outside {
    /// Its possible names.
    pub names: Vec<Arc<str>>,
    /// Whether the first name is surely its name; else the last is the name as written.
    pub exact: bool,
    /// Whether it may go by what the receiver is called as well: `?logger.info`.
    pub hint: bool,
    /// Whether it is the project's own, so that what is made from it is better known by its variable.
    pub relative: bool,
}

impl Outside {
    /// A thing with one sure name.
    pub fn exact(name: impl Into<Arc<str>>) -> Self {
        Self { names: vec![name.into()], exact: true, hint: false, relative: false }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Step {
    Root(u32),
    Field(Word),
    /// Called, with a constant text as the first argument.
    Call(Option<Word>),
    /// An object of the type so far.
    Made,
    Element,
}

/// What a rule may select of a path, each with its own notation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Form {
    /// A call or construction: `a.b`.
    Call,
    /// A reference that is not called: `&a.b`.
    Refer,
    /// An assignment: `a.b =`.
    Set,
    /// An assignment to an element: `a.b[] =`.
    SetElement,
    /// A decorator or annotation: `@a.b`.
    Mark,
    /// A type that extends or implements it: `extends a.b`.
    Extend,
}

impl Form {
    fn around(self) -> (&'static str, &'static str) {
        match self {
            Self::Call => ("", ""),
            Self::Refer => ("&", ""),
            Self::Set => ("", " ="),
            Self::SetElement => ("", "[] ="),
            Self::Mark => ("@", ""),
            Self::Extend => ("extends ", ""),
        }
    }
}

/// All paths of a unit.
pub(super) struct Paths<'u> {
    unit: &'u Unit,
    names: &'u Names<'u>,
    separator: &'static str,
    roots: Vec<Root>,
    root_ids: HashMap<Root, PathId>,
    steps: Vec<(PathId, Step)>,
    step_ids: HashMap<(PathId, Step), PathId>,
    selected: HashMap<(PathId, Form), Option<Arc<str>>>,
}

impl<'u> Paths<'u> {
    pub fn new(unit: &'u Unit, names: &'u Names<'u>) -> Self {
        let separator = if unit.language == crate::model::Dialect::Rust { "::" } else { "." };
        Self {
            unit,
            names,
            separator,
            roots: Vec::new(),
            root_ids: HashMap::new(),
            steps: Vec::new(),
            step_ids: HashMap::new(),
            selected: HashMap::new(),
        }
    }

    pub fn root(&mut self, root: Root) -> PathId {
        if let Some(id) = self.root_ids.get(&root) {
            return *id;
        }
        let position = u32::try_from(self.roots.len()).unwrap_or(u32::MAX);
        let id = PathId(u32::try_from(self.steps.len()).unwrap_or(u32::MAX));
        self.roots.push(root.clone());
        self.steps.push((id, Step::Root(position)));
        self.root_ids.insert(root, id);
        id
    }

    pub fn outside(&mut self, name: impl Into<Arc<str>>) -> PathId {
        self.root(Root::Outside(Outside::exact(name)))
    }

    pub fn unsure(&mut self, word: Option<Word>) -> PathId {
        self.root(Root::Unsure(word))
    }

    fn step(&mut self, from: PathId, step: Step) -> PathId {
        if let Some(id) = self.step_ids.get(&(from, step)) {
            return *id;
        }
        let id = PathId(u32::try_from(self.steps.len()).unwrap_or(u32::MAX));
        self.steps.push((from, step));
        self.step_ids.insert((from, step), id);
        id
    }

    pub fn field(&mut self, from: PathId, field: Word) -> PathId {
        self.step(from, Step::Field(field))
    }

    pub fn element(&mut self, from: PathId) -> PathId {
        self.step(from, Step::Element)
    }

    /// An object of a type.
    pub fn made(&mut self, ty: PathId) -> PathId {
        match self.steps[ty.0 as usize].1 {
            Step::Made => ty,
            Step::Root(position) if matches!(self.roots[position as usize], Root::Own(_) | Root::Unsure(_)) => ty,
            _ => self.step(ty, Step::Made),
        }
    }

    /// What a call answers: an object of the type that is known for it, else just its result.
    pub fn called(&mut self, callee: PathId, text: Option<Word>) -> PathId {
        if matches!(self.start(callee), Root::Outside(_)) {
            let names = self.candidates(callee);
            if let Some(ty) = names.iter().find_map(|name| (self.names.returns)(name)) {
                let ty = self.outside(ty);
                return self.made(ty);
            }
        }
        self.step(callee, Step::Call(text))
    }

    /// The last word of a path: of `a.b.C`, `C`.
    pub fn last(&self, path: PathId) -> Option<&str> {
        match self.steps[path.0 as usize] {
            (_, Step::Field(word)) => Some(self.unit.text(word)),
            (_, Step::Root(position)) => match &self.roots[position as usize] {
                Root::Outside(outside) => outside.names.first().and_then(|name| name.rsplit('.').next()),
                _ => None,
            },
            _ => None,
        }
    }

    /// The root itself, when the path is nothing else.
    pub fn as_root(&self, path: PathId) -> Option<&Root> {
        match self.steps[path.0 as usize].1 {
            Step::Root(position) => self.roots.get(position as usize),
            _ => None,
        }
    }

    /// The root that a path starts from.
    pub fn start(&self, path: PathId) -> &Root {
        let mut at = path;
        loop {
            match self.steps[at.0 as usize] {
                (_, Step::Root(position)) => return &self.roots[position as usize],
                (from, _) => at = from,
            }
        }
    }

    /// Whether the path says what something is, so that it is worth carrying to a variable.
    pub fn is_telling(&self, path: PathId) -> bool {
        match self.start(path) {
            Root::Outside(outside) => !outside.relative,
            Root::Own(_) => self.as_root(path).is_some(),
            Root::Unsure(_) | Root::Local(_) => false,
        }
    }

    /// Whether the path is that of an object, a result or an element, not of something declared.
    pub fn is_object(&self, path: PathId) -> bool {
        let mut at = path;
        loop {
            match self.steps[at.0 as usize] {
                (_, Step::Root(_)) => return false,
                (_, Step::Made | Step::Call(_) | Step::Element) => return true,
                (from, Step::Field(_)) => at = from,
            }
        }
    }

    /// The name in the notation of a form that a rule wants.
    pub fn select(&mut self, path: PathId, form: Form) -> Option<Arc<str>> {
        if let Some(known) = self.selected.get(&(path, form)) {
            return known.clone();
        }
        let (before, after) = form.around();
        let wanted = self.names.wanted;
        let found = self.candidates(path).into_iter().map(|name| format!("{before}{name}{after}"));
        let found: Option<Arc<str>> = found.into_iter().find(|name| wanted(name)).map(Into::into);
        self.selected.insert((path, form), found.clone());
        found
    }

    /// The one name of a thing outside: where several are possible, the name as written.
    pub fn canonical(&self, path: PathId) -> Option<String> {
        match self.start(path) {
            Root::Outside(outside) => {
                let position = if outside.exact { 0 } else { outside.names.len().saturating_sub(1) };
                let steps = self.steps_of(path)?;
                Some(self.render(outside.names.get(position)?, &steps, false))
            }
            _ => None,
        }
    }

    /// All names that a path may go by, the likeliest first.
    pub fn candidates(&self, path: PathId) -> Vec<String> {
        let Some(steps) = self.steps_of(path) else { return Vec::new() };
        let mut names = Vec::new();
        let (hint, root) = match self.start(path) {
            Root::Outside(outside) => {
                let short = without_builders(&steps);
                let texts = steps.iter().any(|step| matches!(step, Step::Call(Some(_))));
                for name in &outside.names {
                    if texts {
                        names.push(self.render(name, &steps, true));
                    }
                    names.push(self.render(name, &steps, false));
                    if let Some(short) = &short {
                        if texts {
                            names.push(self.render(name, short, true));
                        }
                        names.push(self.render(name, short, false));
                    }
                }
                let last = outside.names.last().filter(|_| outside.hint);
                (outside.hint, last.map(|name| name.rsplit('.').next().unwrap_or(name).to_owned()))
            }
            Root::Unsure(word) => (true, word.map(|word| self.unit.text(word).to_string())),
            Root::Own(id) => (true, self.unit.ty(*id).name.map(|word| self.unit.text(word).to_string())),
            Root::Local(id) => (true, self.unit.function(*id).name.map(|word| self.unit.text(word).to_string())),
        };
        if hint {
            names.extend(self.hints(root.as_deref(), &steps));
        }
        names
    }

    /// `?receiver.method` and `?.method`.
    fn hints(&self, root: Option<&str>, steps: &[Step]) -> Vec<String> {
        let Some((Step::Field(method), before)) = steps.split_last() else { return Vec::new() };
        let method = self.unit.text(*method);
        let at = before.iter().rposition(|step| matches!(step, Step::Field(_)));
        let (receiver, after) = match at.map(|at| (before[at], &before[at + 1..])) {
            Some((Step::Field(word), after)) => (Some(&**self.unit.text(word)), after),
            _ => (root, before),
        };
        let mut names = Vec::with_capacity(2);
        if let Some(receiver) = receiver.filter(|name| !name.starts_with('{')) {
            names.push(format!("?{}{}{method}", self.render(receiver, after, false), self.separator));
        }
        names.push(format!("?{}{method}", self.separator));
        names
    }

    fn steps_of(&self, path: PathId) -> Option<Vec<Step>> {
        let mut steps = Vec::new();
        let mut at = path;
        loop {
            match self.steps[at.0 as usize] {
                (_, Step::Root(_)) => break,
                (from, step) => {
                    if steps.len() >= MAX_STEPS * 2 {
                        return None;
                    }
                    steps.push(step);
                    at = from;
                }
            }
        }
        steps.reverse();
        Some(steps)
    }

    fn render(&self, root: &str, steps: &[Step], texts: bool) -> String {
        let mut name = root.to_owned();
        // Only the first call tells by its text what it makes: `client('s3')`.
        let mut texts = texts;
        for step in steps {
            match step {
                Step::Field(word) => {
                    name.push_str(self.separator);
                    name.push_str(self.unit.text(*word));
                }
                Step::Call(text) => {
                    let text = text.filter(|_| std::mem::take(&mut texts));
                    // Writing to a string cannot fail.
                    let _ = match text {
                        Some(word) => write!(name, "('{}')", self.unit.text(word)),
                        None => write!(name, "()"),
                    };
                }
                Step::Element => name.push_str("[]"),
                Step::Root(_) | Step::Made => {}
            }
        }
        name
    }
}

/// The steps without calls between the object and the last step; none when there is nothing to leave out.
fn without_builders(steps: &[Step]) -> Option<Vec<Step>> {
    let anchor = steps.iter().position(|step| matches!(step, Step::Made | Step::Call(_)))?;
    let (start, rest) = steps.split_at(anchor + 1);
    let mut short = start.to_vec();
    let mut position = 0;
    while let Some(step) = rest.get(position) {
        if matches!((step, rest.get(position + 1)), (Step::Field(_), Some(Step::Call(_)))) {
            position += 2;
        } else {
            short.push(*step);
            position += 1;
        }
    }
    (short.len() < steps.len()).then_some(short)
}
