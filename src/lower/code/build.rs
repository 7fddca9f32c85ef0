//! What the front ends of all languages share while they turn a syntax tree into a unit.
//!
//! A front end walks the tree once. Statements go to the innermost open block, so that an assignment
//! inside an expression simply becomes a statement before the one it stands in.

use tree_sitter::Node;

use crate::model::Dialect;
use crate::model::unit::{
    Assign, Binds, Expr, ExprId, Function, FunctionId, Import, Item, Operator, Param, Statement, Type, TypeId, Unit,
    Word,
};
use crate::source::{FileId, Span};

/// How deep statements and expressions are followed. One level of source takes one to three of these,
/// and each may take several kilobytes of stack in an unoptimised build.
const MAX_DEPTH: u32 = 240;

/// How often operators may change within one row of operands.
const MAX_RUNS: usize = 32;

/// A unit in the making.
pub(super) struct Builder<'t> {
    /// The unit.
    pub unit: Unit,
    /// The types around the current place, outermost first.
    pub types: Vec<TypeId>,
    /// The first place that was too deep to be followed.
    pub too_deep: Option<Span>,
    text: &'t str,
    blocks: Vec<Vec<Statement>>,
    depth: u32,
    made_up: u32,
}

impl<'t> Builder<'t> {
    pub fn new(file: FileId, language: Dialect, text: &'t str) -> Self {
        Self {
            unit: Unit::new(file, language),
            types: Vec::new(),
            too_deep: None,
            text,
            blocks: vec![Vec::new()],
            depth: 0,
            made_up: 0,
        }
    }

    /// The unit, with the statements of the top level, and the place that was too deep.
    pub fn finish(mut self) -> (Unit, Option<Span>) {
        self.unit.body = self.blocks.swap_remove(0);
        (self.unit, self.too_deep)
    }

    /// The source of a node.
    pub fn text(&self, node: Node) -> &'t str {
        self.text.get(node.byte_range()).unwrap_or("")
    }

    /// The source of a range.
    pub fn slice(&self, start: usize, end: usize) -> &'t str {
        self.text.get(start..end).unwrap_or("")
    }

    pub fn span(&self, node: Node) -> Span {
        Span::new(self.unit.file, node.byte_range())
    }

    /// The node's source as a word.
    pub fn word(&mut self, node: Node) -> Word {
        let text = self.text(node);
        self.unit.intern(text)
    }

    pub fn add(&mut self, expr: Expr, node: Node) -> ExprId {
        let span = self.span(node);
        self.unit.add(expr, span)
    }

    /// The node's source as a name.
    pub fn name(&mut self, node: Node) -> ExprId {
        let word = self.word(node);
        self.add(Expr::Name(word), node)
    }

    /// A text that is written at a node.
    pub fn literal(&mut self, text: &str, node: Node) -> ExprId {
        let word = self.unit.intern(text);
        self.add(Expr::Text(word), node)
    }

    /// A number as most languages write it; what cannot be read is no constant.
    pub fn number(&mut self, node: Node) -> ExprId {
        let text = self.text(node);
        let octal = old_octal(self.unit.language, text).or_else(|| number(text));
        let expr = octal.map_or(Expr::Other(Box::default()), Expr::Number);
        self.add(expr, node)
    }

    pub fn other(&mut self, parts: Vec<ExprId>, node: Node) -> ExprId {
        self.add(Expr::Other(parts.into()), node)
    }

    /// All entries of a map, which cannot be those of a list.
    pub fn spread_map(&mut self, map: ExprId, span: Span) -> ExprId {
        let entries = self.unit.add(Expr::Spread(map), span);
        let map = self.unit.add(Expr::Map([Item { key: None, value: entries }].into()), span);
        self.unit.add(Expr::Spread(map), span)
    }

    /// A text of several pieces; a single known piece is a plain text.
    pub fn concat(&mut self, pieces: Vec<ExprId>, node: Node) -> ExprId {
        match pieces.as_slice() {
            [] => self.literal("", node),
            [only] => match self.unit.expr(*only) {
                Expr::Text(word) => {
                    let word = *word;
                    self.add(Expr::Text(word), node)
                }
                _ => self.add(Expr::Concat(pieces.into()), node),
            },
            _ => self.add(Expr::Concat(pieces.into()), node),
        }
    }

    /// Operands in a row, `a + b - c`, from left to right; each but the first with its operator.
    /// Runs of one operator become one expression, so that long sums are not deep.
    pub fn chain(&mut self, first: ExprId, rest: Vec<(Operator, ExprId)>, span: Span) -> ExprId {
        let runs = rest.windows(2).filter(|pair| pair[0].0 != pair[1].0).count();
        if runs >= MAX_RUNS {
            let parts = std::iter::once(first).chain(rest.into_iter().map(|(_, operand)| operand)).collect();
            return self.unit.add(Expr::Other(parts), span);
        }
        let start = self.unit.span(first);
        let mut value = first;
        let mut rest = rest.into_iter().peekable();
        while let Some((operator, operand)) = rest.next() {
            let mut operands = vec![value, operand];
            while let Some((_, operand)) = rest.next_if(|next| next.0 == operator) {
                operands.push(operand);
            }
            let end = operands.last().map_or(start, |last| self.unit.span(*last));
            value = self.unit.add(Expr::Binary(operator, operands.into()), start.to(end));
        }
        value
    }

    pub fn push(&mut self, statement: Statement) {
        if let Some(block) = self.blocks.last_mut() {
            block.push(statement);
        }
    }

    /// Opens a block; [`Self::close`] answers what was pushed since.
    pub fn open(&mut self) {
        self.blocks.push(Vec::new());
    }

    pub fn close(&mut self) -> Vec<Statement> {
        self.blocks.pop().unwrap_or_default()
    }

    /// Goes one level down, or remembers that the node is too deep. Each success needs a [`Self::leave`].
    pub fn enter(&mut self, node: Node) -> bool {
        self.enter_at(self.span(node))
    }

    /// The same at a place that has no node.
    pub fn enter_at(&mut self, span: Span) -> bool {
        if self.depth >= MAX_DEPTH {
            self.too_deep.get_or_insert(span);
            return false;
        }
        self.depth += 1;
        true
    }

    pub fn leave(&mut self) {
        self.depth -= 1;
    }

    /// A name that no source can have, for a value that is taken apart.
    pub fn make_up(&mut self) -> Word {
        self.made_up += 1;
        self.unit.intern(&format!("{{{}}}", self.made_up))
    }

    /// Binds a value that is about to be taken apart to a name, unless it is one: answers how to read it.
    pub fn hold(&mut self, value: ExprId, each: bool, node: Node) -> Word {
        if let (Expr::Name(word), false) = (self.unit.expr(value), each) {
            return *word;
        }
        let word = self.make_up();
        let target = self.add(Expr::Name(word), node);
        self.assign(target, Some(value), None, Binds::Block, each, node);
        word
    }

    pub fn assign(
        &mut self,
        target: ExprId,
        value: Option<ExprId>,
        ty: Option<ExprId>,
        binds: Binds,
        each: bool,
        node: Node,
    ) {
        let span = self.span(node);
        self.push(Statement::Assign(Assign { target, value, ty, binds, each, span }));
    }

    pub fn import(&mut self, import: Import) {
        let id = self.unit.add_import(import);
        self.push(Statement::Import(id));
    }

    /// Takes in a type without content yet, so that its members can name it.
    pub fn declare_type(&mut self, name: Option<Node>, node: Node) -> TypeId {
        let word = name.map(|name| self.word(name));
        let span = self.span(node);
        let header = self.header(name, node);
        self.unit.add_type(Type {
            name: word,
            outer: self.types.last().copied(),
            bases: Vec::new(),
            decorators: Vec::new(),
            fields: Vec::new(),
            methods: Vec::new(),
            body: Vec::new(),
            span,
            header,
        })
    }

    /// Takes in a function; one that is a member goes to the innermost type, another becomes a statement.
    pub fn add_function(&mut self, function: Function) -> FunctionId {
        let owner = function.owner;
        let anonymous = function.name.is_none();
        let id = self.unit.add_function(function);
        match owner {
            Some(owner) => self.unit.ty_mut(owner).methods.push(id),
            None if anonymous => {}
            None => self.push(Statement::Function(id)),
        }
        id
    }

    /// A function without content yet.
    pub fn function(&mut self, name: Option<Node>, node: Node) -> Function {
        Function {
            name: name.map(|name| self.word(name)),
            owner: None,
            receiver: None,
            constructor: false,
            params: Vec::new(),
            returns: None,
            decorators: Vec::new(),
            body: Vec::new(),
            span: self.span(node),
            header: self.header(name, node),
        }
    }

    /// A plain parameter.
    pub fn param(&mut self, name: Node, node: Node) -> Param {
        let word = self.word(name);
        self.param_of(word, node)
    }

    pub fn param_of(&mut self, name: Word, node: Node) -> Param {
        Param { name, ty: None, default: None, rest: false, decorators: Vec::new(), span: self.span(node) }
    }

    /// From a declaration's start to the end of its name, or of its first line.
    fn header(&self, name: Option<Node>, node: Node) -> Span {
        let end = name.map_or_else(
            || node.start_byte() + self.text(node).lines().next().map_or(0, str::len),
            |name| name.end_byte(),
        );
        Span::new(self.unit.file, node.start_byte()..end)
    }
}

/// The named children of a node without comments.
pub(super) fn named(node: Node<'_>) -> Vec<Node<'_>> {
    let mut cursor = node.walk();
    let children = node.named_children(&mut cursor);
    children.filter(|child| !child.is_extra() && !child.is_missing()).collect()
}

/// The children of a field, for fields that repeat.
pub(super) fn all<'n>(node: Node<'n>, field: &str) -> Vec<Node<'n>> {
    let mut cursor = node.walk();
    node.children_by_field_name(field, &mut cursor).filter(|child| child.is_named()).collect()
}

/// The child of a field.
pub(super) fn field<'n>(node: Node<'n>, field: &str) -> Option<Node<'n>> {
    node.child_by_field_name(field).filter(|child| !child.is_missing())
}

/// Whether a node has a child of this kind, which may be a mere keyword.
pub(super) fn has(node: Node, kind: &str) -> bool {
    let mut cursor = node.walk();
    node.children(&mut cursor).any(|child| child.kind() == kind)
}

/// The first named child that is no comment.
pub(super) fn first(node: Node<'_>) -> Option<Node<'_>> {
    let mut cursor = node.walk();
    node.named_children(&mut cursor).find(|child| !child.is_extra())
}

/// A whole number that is octal for its leading zero, as file modes are still written: `0644`.
fn old_octal(language: Dialect, text: &str) -> Option<f64> {
    let digits = text.strip_prefix('0').filter(|digits| !digits.is_empty())?;
    let knows = matches!(language, Dialect::Go | Dialect::Java | Dialect::Javascript | Dialect::Python);
    let octal = knows && digits.bytes().all(|byte| matches!(byte, b'0'..=b'7'));
    octal.then(|| u32::from_str_radix(digits, 8).ok().map(f64::from)).flatten()
}

/// A number with digit separators, a base prefix or a type suffix.
fn number(text: &str) -> Option<f64> {
    let text: String = text.chars().filter(|c| *c != '_' && *c != '\'').collect::<String>().to_ascii_lowercase();
    let whole = |digits: &str, radix| {
        let digits = digits.trim_end_matches(['n', 'l', 'u']);
        u64::from_str_radix(digits, radix).ok().map(|number| number as f64)
    };
    match text.get(..2) {
        Some("0x") => whole(&text[2..], 16),
        Some("0b") => whole(&text[2..], 2),
        Some("0o") => whole(&text[2..], 8),
        _ => {
            let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | 'e' | '+' | '-')));
            let (digits, suffix) = text.split_at(end.unwrap_or(text.len()));
            // A suffix names a type; anything longer is not a number of any language here.
            digits.parse().ok().filter(|number: &f64| number.is_finite() && suffix.len() <= 5)
        }
    }
}

/// The text that escapes stand for. All languages here agree on the common ones; an unknown escape
/// stays as it is written.
pub(super) fn unescape(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains('\\') {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let Some(letter) = rest.chars().next() else {
            out.push('\\');
            break;
        };
        let after = &rest[letter.len_utf8()..];
        let simple = match letter {
            'n' => Some('\n'),
            't' => Some('\t'),
            'r' => Some('\r'),
            'b' => Some('\u{8}'),
            'f' => Some('\u{c}'),
            '\\' | '\'' | '"' | '`' | '$' | '/' | '{' | '}' => Some(letter),
            _ => None,
        };
        if let Some(character) = simple {
            out.push(character);
            rest = after;
        } else if letter == '\n' {
            rest = after;
        } else if let Some((character, used)) = coded(letter, after) {
            out.push(character);
            rest = &after[used..];
        } else {
            out.push('\\');
            out.push(letter);
            rest = after;
        }
    }
    out.push_str(rest);
    out.into()
}

/// A character written as a code, and how many bytes after the letter it takes.
fn coded(letter: char, after: &str) -> Option<(char, usize)> {
    let hex = |digits: &str| u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
    let fixed = |count: usize| after.get(..count).and_then(hex).map(|character| (character, count));
    match letter {
        'x' => fixed(2),
        'u' if after.starts_with('{') => {
            let end = after.find('}')?;
            hex(&after[1..end]).map(|character| (character, end + 1))
        }
        'u' => fixed(4),
        'U' => fixed(8),
        '0' => Some(('\0', after.bytes().take(2).take_while(|byte| *byte == b'0').count())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers() {
        for (text, expected) in
            [("1_000", 1000.0), ("0x1F", 31.0), ("0b11", 3.0), ("5L", 5.0), ("1.5e3", 1500.0), ("2048u32", 2048.0)]
        {
            assert_eq!(number(text), Some(expected), "{text}");
        }
        assert_eq!(number("1e999"), None);
        assert_eq!(number("0xZZ"), None);
        assert_eq!(number("3j_and_more"), None);
        assert_eq!(number("é"), None);
    }

    #[test]
    fn a_leading_zero_makes_octal_where_the_language_says_so() {
        assert_eq!(old_octal(Dialect::Go, "0666"), Some(438.0));
        assert_eq!(old_octal(Dialect::Java, "0777"), Some(511.0));
        for (language, text) in [
            (Dialect::Csharp, "0666"),
            (Dialect::Rust, "0666"),
            (Dialect::Go, "0"),
            (Dialect::Go, "0x66"),
            (Dialect::Go, "0o66"),
            (Dialect::Go, "0.5"),
            (Dialect::Javascript, "089"),
            (Dialect::Go, "07777777777777777777"),
        ] {
            assert_eq!(old_octal(language, text), None, "{text}");
        }
    }

    #[test]
    fn reads_escapes() {
        assert_eq!(unescape(r"a\tb\\c\'d"), "a\tb\\c'd");
        assert_eq!(unescape(r"\x41\u00e9\u{1F600}\0"), "Aé😀\0");
        assert_eq!(unescape(r"\q \xZ é\"), "\\q \\xZ é\\");
        assert_eq!(unescape("a\\\nb"), "ab");
        assert_eq!(unescape(r"\ué"), "\\ué");
    }
}
