//! Go templates (`text/template`) to syntax trees that know their places.
//!
//! There are engines for Rust (`gtmpl` is one), and they render to a string: none says which bytes of the
//! template a part of the output comes from, and none has a value that is not known. Both are what a scanner
//! needs, so the language is read here, by its documentation. What the names mean is no concern of this file.

mod lex;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::rc::Rc;

use lex::{Token, Word, words};

/// How deep actions and parentheses nest. Whoever walks a tree may recurse this far.
const DEPTH: usize = 64;

/// A template that was read.
#[derive(Debug)]
pub struct Template {
    /// What it puts out.
    pub root: Rc<[Node]>,
    /// What it defines, in the order in which it does.
    pub defines: Vec<(String, Rc<[Node]>)>,
}

/// Why a text is no template.
#[derive(Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where, in bytes.
    pub at: usize,
    /// What is wrong, as a clause.
    pub message: &'static str,
}

impl Mistake {
    fn at(at: usize, message: &'static str) -> Self {
        Self { at, message }
    }
}

/// A part of a template.
#[derive(Debug)]
pub struct Node {
    /// All of a text, and of an action its first pair of braces and what is in it.
    pub at: Range<usize>,
    /// What it does.
    pub act: Act,
}

/// What a part of a template does.
#[derive(Debug)]
pub enum Act {
    /// Puts out the text as it stands, less what a neighbour trims: that is off `at` already.
    Text,
    /// Puts out what the pipeline gives, unless it declares or assigns.
    Output(Pipe),
    /// `if`: the pipeline decides which body.
    If(Pipe, Vec<Node>, Vec<Node>),
    /// `with`: likewise, and the first body has the value for its dot.
    With(Pipe, Vec<Node>, Vec<Node>),
    /// `range`: the first body for each item, the second if there is none.
    Range(Pipe, Vec<Node>, Vec<Node>),
    /// `template` and `block`: another template by its name.
    Call(String, Option<Pipe>),
    /// `break`
    Break,
    /// `continue`
    Continue,
}

/// Commands, each of which gets what the one before gives as its last argument.
#[derive(Debug)]
pub struct Pipe {
    /// Where it stands.
    pub at: Range<usize>,
    /// Variables that get the value: one, or two in a `range`. Without dollar signs.
    pub variables: Vec<String>,
    /// Whether they are there already.
    pub assigns: bool,
    /// At least one.
    pub commands: Vec<Command>,
}

/// A function or value, and arguments.
#[derive(Debug)]
pub struct Command {
    /// At least one, the first is what is called.
    pub words: Vec<Operand>,
}

/// An argument.
#[derive(Debug)]
pub enum Operand {
    /// `.`
    Dot,
    /// `nil`
    Nil,
    /// `true`, `false`
    Bool(bool),
    /// A whole number or a character.
    Integer(i64),
    /// Another number.
    Float(f64),
    /// A text.
    Text(String),
    /// A function.
    Function(String),
    /// `.a.b`
    Field(Vec<String>),
    /// `$x.a.b`
    Variable(String, Vec<String>),
    /// `(pipeline).a.b`
    Group(Box<Pipe>, Vec<String>),
}

/// Reads a template.
///
/// # Errors
/// The first mistake in it.
pub fn parse(text: &str) -> Result<Template, Mistake> {
    let mut parser = Parser { text, at: 0, trim: false, depth: 0, loops: 0, defines: Vec::new() };
    let (root, end) = parser.body()?;
    match end {
        End::Text => Ok(Template { root: root.into(), defines: parser.defines }),
        End::Closed | End::Else(..) => Err(Mistake::at(parser.at, "an action ends what none has opened")),
    }
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    /// Whether the text that comes next loses its leading blanks.
    trim: bool,
    depth: usize,
    /// How many `range` are open.
    loops: usize,
    defines: Vec<(String, Rc<[Node]>)>,
}

/// What ends a body.
enum End {
    Text,
    Closed,
    /// `else`, and the words after it.
    Else(Vec<Word>, Range<usize>),
}

/// An action's words and place.
type Action = (Vec<Word>, Range<usize>);

const BLANKS: [char; 4] = [' ', '\t', '\r', '\n'];

impl Parser<'_> {
    /// The nodes up to what ends them.
    fn body(&mut self) -> Result<(Vec<Node>, End), Mistake> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(Mistake::at(self.at, "its actions nest deeper than is read"));
        }
        let mut nodes = Vec::new();
        let end = loop {
            let Some((words, at)) = self.action(&mut nodes)? else { break End::Text };
            if words.is_empty() {
                continue;
            }
            match keyword(&words) {
                "end" => break End::Closed,
                "else" => break End::Else(words[1..].to_vec(), at),
                _ => nodes.extend(self.node(&words, at)?),
            }
        };
        self.depth -= 1;
        Ok((nodes, end))
    }

    /// Adds the text before the next action, and reads its words; a comment has none.
    fn action(&mut self, nodes: &mut Vec<Node>) -> Result<Option<Action>, Mistake> {
        let rest = &self.text[self.at..];
        let start = rest.find("{{").map_or(self.text.len(), |next| self.at + next);
        let inside = self.text.get(start + 2..).unwrap_or("");
        let trims = inside.starts_with('-') && inside[1..].starts_with(BLANKS);
        let mut range = self.at..start;
        if self.trim {
            let text = &self.text[range.clone()];
            range.start += text.len() - text.trim_start_matches(BLANKS).len();
        }
        if trims {
            range.end = range.start + self.text[range.clone()].trim_end_matches(BLANKS).len();
        }
        if !range.is_empty() {
            nodes.push(Node { at: range, act: Act::Text });
        }
        if start == self.text.len() {
            self.at = start;
            return Ok(None);
        }
        let from = start + 2 + usize::from(trims);
        let (words, close) = self.inside(start, from)?;
        self.trim = self.text[close..].starts_with('-');
        self.at = close + 2 + usize::from(self.trim);
        Ok(Some((words, start..self.at)))
    }

    /// What is in an action, and where what closes it starts.
    fn inside(&self, start: usize, from: usize) -> Result<(Vec<Word>, usize), Mistake> {
        let inner = &self.text[from..];
        let blanks = inner.len() - inner.trim_start_matches(BLANKS).len();
        if !inner[blanks..].starts_with("/*") {
            return words(self.text, from);
        }
        let wrong = Mistake::at(start, "a comment is not closed");
        let Some(end) = inner[blanks..].find("*/").map(|end| from + blanks + end + 2) else { return Err(wrong) };
        let close = end + self.text[end..].len() - self.text[end..].trim_start_matches(BLANKS).len();
        if self.text[close..].starts_with("}}") || self.text[close..].starts_with("-}}") {
            Ok((Vec::new(), close))
        } else {
            Err(wrong)
        }
    }

    /// The node that an action opens, with its bodies; a definition is none.
    fn node(&mut self, words: &[Word], at: Range<usize>) -> Result<Option<Node>, Mistake> {
        let rest = words.get(1..).unwrap_or(&[]);
        let act = match keyword(words) {
            "if" => self.control("if", rest, &at)?,
            "with" => self.control("with", rest, &at)?,
            "range" => {
                self.loops += 1;
                let act = self.control("range", rest, &at)?;
                self.loops -= 1;
                act
            }
            "define" | "block" => {
                let (name, rest) = named(rest, &at)?;
                let is_block = keyword(words) == "block";
                let pipe = if is_block { Some(self.pipe(rest, &at)?) } else { None };
                if !is_block && !rest.is_empty() {
                    return Err(Mistake::at(at.start, "a definition has more than a name"));
                }
                let outer = std::mem::take(&mut self.loops);
                let (nodes, end) = self.body()?;
                self.loops = outer;
                if !matches!(end, End::Closed) {
                    return Err(Mistake::at(at.start, "a definition is not ended"));
                }
                self.defines.push((name.clone(), nodes.into()));
                if !is_block {
                    return Ok(None);
                }
                Act::Call(name, pipe)
            }
            "template" => {
                let (name, rest) = named(rest, &at)?;
                Act::Call(name, if rest.is_empty() { None } else { Some(self.pipe(rest, &at)?) })
            }
            word @ ("break" | "continue") if rest.is_empty() && self.loops > 0 => {
                if word == "break" {
                    Act::Break
                } else {
                    Act::Continue
                }
            }
            _ => Act::Output(self.pipe(words, &at)?),
        };
        Ok(Some(Node { at, act }))
    }

    /// A condition or loop, with its bodies.
    fn control(&mut self, what: &str, words: &[Word], at: &Range<usize>) -> Result<Act, Mistake> {
        let pipe = self.pipe(words, at)?;
        let (first, end) = self.body()?;
        let second = match end {
            End::Closed => Vec::new(),
            End::Text => return Err(Mistake::at(at.start, "a condition or loop is not ended")),
            End::Else(words, at) if words.is_empty() => match self.body()? {
                (nodes, End::Closed) => nodes,
                _ => return Err(Mistake::at(at.start, "an 'else' is not ended")),
            },
            // `else if` is one more condition in the second body, and the `end` ends both.
            End::Else(words, at) => {
                self.depth += 1;
                if self.depth > DEPTH {
                    return Err(Mistake::at(at.start, "its actions nest deeper than is read"));
                }
                let act = match keyword(&words) {
                    "if" => self.control("if", &words[1..], &at)?,
                    "with" => self.control("with", &words[1..], &at)?,
                    _ => return Err(Mistake::at(at.start, "an 'else' has a word that means nothing there")),
                };
                self.depth -= 1;
                vec![Node { at, act }]
            }
        };
        Ok(match what {
            "if" => Act::If(pipe, first, second),
            "with" => Act::With(pipe, first, second),
            _ => Act::Range(pipe, first, second),
        })
    }

    fn pipe(&self, words: &[Word], at: &Range<usize>) -> Result<Pipe, Mistake> {
        let mut reader = Reader { words, next: 0, end: at.end, depth: self.depth };
        let pipe = reader.pipe(at.start)?;
        match reader.peek() {
            None => Ok(pipe),
            Some(word) => Err(Mistake::at(word.at.start, "a pipeline has a word that means nothing there")),
        }
    }
}

fn keyword(words: &[Word]) -> &str {
    match words.first().map(|word| &word.token) {
        Some(Token::Name(name)) => name,
        _ => "",
    }
}

/// The name of a template, and the words behind it.
fn named<'w>(words: &'w [Word], at: &Range<usize>) -> Result<(String, &'w [Word]), Mistake> {
    match words.split_first() {
        Some((Word { token: Token::Text(name), .. }, rest)) => Ok((name.clone(), rest)),
        _ => Err(Mistake::at(at.start, "a template's name is missing")),
    }
}

/// Reads pipelines from words.
struct Reader<'w> {
    words: &'w [Word],
    next: usize,
    end: usize,
    depth: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<&Word> {
        self.words.get(self.next)
    }

    fn is_next(&self, token: &Token) -> bool {
        self.peek().is_some_and(|word| word.token == *token)
    }

    fn eat(&mut self, token: &Token) -> bool {
        let is_next = self.is_next(token);
        self.next += usize::from(is_next);
        is_next
    }

    fn place(&self) -> usize {
        self.peek().map_or(self.end, |word| word.at.start)
    }

    fn pipe(&mut self, start: usize) -> Result<Pipe, Mistake> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(Mistake::at(self.place(), "its parentheses nest deeper than is read"));
        }
        let (variables, assigns) = self.variables();
        let mut commands = vec![self.command()?];
        while self.eat(&Token::Pipe) {
            commands.push(self.command()?);
        }
        self.depth -= 1;
        Ok(Pipe { at: start..self.place(), variables, assigns, commands })
    }

    /// `$x :=`, `$x =`, `$k, $v :=`
    fn variables(&mut self) -> (Vec<String>, bool) {
        let start = self.next;
        let mut names = Vec::new();
        while let Some(Word { token: Token::Variable(name), .. }) = self.peek() {
            names.push(name.clone());
            self.next += 1;
            if names.len() < 2 && self.eat(&Token::Comma) {
                continue;
            }
            if self.eat(&Token::Declare) {
                return (names, false);
            }
            if self.eat(&Token::Assign) {
                return (names, true);
            }
            break;
        }
        self.next = start;
        (Vec::new(), false)
    }

    fn command(&mut self) -> Result<Command, Mistake> {
        let mut words = Vec::new();
        while let Some(word) = self.peek() {
            if matches!(word.token, Token::Pipe | Token::Close) {
                break;
            }
            let at = word.at.start;
            if !words.is_empty() && !word.spaced && !matches!(word.token, Token::Open) {
                return Err(Mistake::at(at, "a pipeline has a word that means nothing there"));
            }
            words.push(self.operand()?);
        }
        if words.is_empty() {
            return Err(Mistake::at(self.place(), "a command is missing"));
        }
        Ok(Command { words })
    }

    fn operand(&mut self) -> Result<Operand, Mistake> {
        let place = self.place();
        let Some(word) = self.words.get(self.next) else { return Err(Mistake::at(place, "a command is missing")) };
        self.next += 1;
        Ok(match &word.token {
            Token::Dot => Operand::Dot,
            Token::Name(name) => match name.as_str() {
                "nil" => Operand::Nil,
                "true" => Operand::Bool(true),
                "false" => Operand::Bool(false),
                name => {
                    // `f.a` is a field of what the function gives without arguments.
                    let (function, fields) = (Operand::Function(name.to_owned()), self.fields());
                    if fields.is_empty() {
                        return Ok(function);
                    }
                    let commands = vec![Command { words: vec![function] }];
                    let pipe = Pipe { at: place..place, variables: Vec::new(), assigns: false, commands };
                    Operand::Group(Box::new(pipe), fields)
                }
            },
            Token::Text(text) => Operand::Text(text.clone()),
            Token::Integer(number) => Operand::Integer(*number),
            Token::Float(number) => Operand::Float(*number),
            Token::Variable(name) => Operand::Variable(name.clone(), self.fields()),
            Token::Field(name) => {
                let mut fields = vec![name.clone()];
                fields.extend(self.fields());
                Operand::Field(fields)
            }
            Token::Open => {
                let pipe = self.pipe(place)?;
                if !self.eat(&Token::Close) {
                    return Err(Mistake::at(self.place(), "a parenthesis is not closed"));
                }
                Operand::Group(Box::new(pipe), self.fields())
            }
            _ => return Err(Mistake::at(place, "a pipeline has a word that means nothing there")),
        })
    }

    /// The fields that follow without a blank.
    fn fields(&mut self) -> Vec<String> {
        let mut fields = Vec::new();
        while let Some(Word { token: Token::Field(name), spaced: false, .. }) = self.peek() {
            fields.push(name.clone());
            self.next += 1;
        }
        fields
    }
}
