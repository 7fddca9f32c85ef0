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
use std::sync::Arc;

use crate::model::unit::{FunctionId, TypeId, Unit, Word};

use super::{Makes, Names};

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

    /// What a call answers.
    pub fn called(&mut self, callee: PathId, text: Option<Word>) -> PathId {
        self.step(callee, Step::Call(text))
    }

    /// An object of the type that a function is known to answer.
    pub fn returned(&mut self, callee: PathId) -> Option<PathId> {
        if !self.is_outside(callee) {
            return None;
        }
        let returns = self.names.returns;
        let ty = self.find(callee, Form::Call, &mut |name| returns(name))?;
        let ty = self.outside(ty);
        Some(self.made(ty))
    }

    /// What calls of a name are as values.
    pub fn makes(&self, name: &str) -> Makes {
        (self.names.makes)(name)
    }

    /// The path that a member's is made from, and the member.
    pub fn split(&self, path: PathId) -> Option<(PathId, Word)> {
        match self.steps[path.0 as usize] {
            (from, Step::Field(word)) => Some((from, word)),
            _ => None,
        }
    }

    /// The last word of a path: of `a.b.C`, `C`.
    pub fn last(&self, path: PathId) -> Option<&str> {
        match self.steps[path.0 as usize] {
            (_, Step::Field(word)) => Some(self.unit.text(word)),
            (_, Step::Root(position)) => match &self.roots[position as usize] {
                Root::Outside(outside) => outside.names.first().and_then(|name| name.rsplit(self.separator).next()),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether an object is of a type that is named after the other's: `SecureRandom` and `Random`.
    pub fn is_kind_of(&self, object: PathId, other: PathId) -> bool {
        let class = |path: PathId| match self.steps[path.0 as usize] {
            (from, Step::Made) => self.last(from),
            _ => None,
        };
        match (class(object), class(other)) {
            (Some(object), Some(other)) => object.len() > other.len() && object.ends_with(other),
            _ => false,
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

    /// Whether it is something outside of the file.
    pub fn is_outside(&self, path: PathId) -> bool {
        matches!(self.start(path), Root::Outside(_))
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
        let wanted = self.names.wanted;
        let found = self.find(path, form, &mut |name| wanted(name).then(|| name.into()));
        self.selected.insert((path, form), found.clone());
        found
    }

    /// The one name of a thing outside: where several are possible, the name as written.
    pub fn canonical(&self, path: PathId) -> Option<String> {
        match self.start(path) {
            Root::Outside(outside) => {
                let position = if outside.exact { 0 } else { outside.names.len().saturating_sub(1) };
                let mut name = String::new();
                self.render(&mut name, outside.names.get(position)?, &self.steps_of(path)?, false);
                Some(name)
            }
            _ => None,
        }
    }

    /// All names that a path may go by, the likeliest first.
    pub fn candidates(&self, path: PathId) -> Vec<String> {
        let mut names = Vec::new();
        self.find::<()>(path, Form::Call, &mut |name| {
            names.push(name.to_owned());
            None
        });
        names
    }

    /// Tries the names that a path may go by, the likeliest first, in the notation of a form.
    fn find<T>(&self, path: PathId, form: Form, test: &mut dyn FnMut(&str) -> Option<T>) -> Option<T> {
        let steps = self.steps_of(path)?;
        let mut name = String::new();
        let mut tried = |root: &str, steps: &[Step], texts: bool| {
            name.clear();
            name.push_str(form.around().0);
            self.render(&mut name, root, steps, texts);
            name.push_str(form.around().1);
            test(&name)
        };
        let word = |word: Option<Word>| word.map(|word| &**self.unit.text(word));
        let root = match self.start(path) {
            Root::Outside(outside) => {
                let short = without_builders(&steps);
                let texts = steps.iter().any(|step| matches!(step, Step::Call(Some(_))));
                for root in &outside.names {
                    for steps in std::iter::once(&steps).chain(&short) {
                        let found =
                            texts.then(|| tried(root, steps, true)).flatten().or_else(|| tried(root, steps, false));
                        if found.is_some() {
                            return found;
                        }
                    }
                }
                let last = outside.names.last().filter(|_| outside.hint)?;
                Some(last.rsplit(self.separator).next().unwrap_or(last))
            }
            Root::Unsure(unsure) => word(*unsure),
            Root::Own(id) => word(self.unit.ty(*id).name),
            Root::Local(id) => word(self.unit.function(*id).name),
        };
        self.hint(root, &steps, &mut tried)
    }

    /// `?receiver.method` and `?.method`, for what is known by its receiver alone.
    fn hint<T>(
        &self,
        root: Option<&str>,
        steps: &[Step],
        tried: &mut impl FnMut(&str, &[Step], bool) -> Option<T>,
    ) -> Option<T> {
        let (Step::Field(_), before) = steps.split_last()? else { return None };
        let at = before.iter().rposition(|step| matches!(step, Step::Field(_)));
        let (receiver, after) = match at.map(|at| (before[at], &steps[at + 1..])) {
            Some((Step::Field(word), after)) => (Some(&**self.unit.text(word)), after),
            _ => (root, steps),
        };
        receiver
            .filter(|name| !name.starts_with('{'))
            .and_then(|receiver| tried(&format!("?{receiver}"), after, false))
            .or_else(|| tried("?", &steps[before.len()..], false))
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

    /// Writes a name.
    fn render(&self, name: &mut String, root: &str, steps: &[Step], texts: bool) {
        name.push_str(root);
        // Only the first call tells by its text what it makes: `client('s3')`.
        let mut texts = texts;
        for step in steps {
            match step {
                Step::Field(word) => {
                    name.push_str(self.separator);
                    name.push_str(self.unit.text(*word));
                }
                Step::Call(text) => match text.filter(|_| std::mem::take(&mut texts)) {
                    Some(word) => {
                        name.push_str("('");
                        name.push_str(self.unit.text(word));
                        name.push_str("')");
                    }
                    None => name.push_str("()"),
                },
                Step::Element => name.push_str("[]"),
                Step::Root(_) | Step::Made => {}
            }
        }
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
