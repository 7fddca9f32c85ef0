//! Statements and expressions of Rust.
//!
//! A block that is used as a value gives its statements to the block around it, and its last expression
//! is the value. Spans are put together from tokens: asking syn for that of a whole tree walks it.

use syn::spanned::Spanned;
use syn::{BinOp, Block, Lit, Member, Stmt, UnOp};

use crate::model::unit::{Binds, Expr, ExprId, Function, Item, Operator, Statement};
use crate::source::Span;

use super::Rust;

impl Rust<'_> {
    /// The statements of a block whose value is handed back.
    pub(super) fn returning(&mut self, block: &Block) {
        if let Some(value) = self.block_value(block) {
            self.b.push(Statement::Return(value));
        }
    }

    /// The statements of a block in the open one; its last expression, if it has a value.
    fn block_value(&mut self, block: &Block) -> Option<ExprId> {
        let (last, before) = block.stmts.split_last()?;
        for statement in before {
            self.statement(statement);
        }
        match last {
            Stmt::Expr(expr, None) if !matches!(expr, syn::Expr::While(_) | syn::Expr::ForLoop(_)) => {
                Some(self.expression(expr))
            }
            Stmt::Macro(call) if call.semi_token.is_none() => Some(self.macro_call(&call.mac)),
            _ => {
                self.statement(last);
                None
            }
        }
    }

    /// A block with names of its own.
    fn nested(&mut self, block: &Block) {
        self.b.open();
        for statement in &block.stmts {
            self.statement(statement);
        }
        let block = self.b.close();
        self.b.push(Statement::Block(block));
    }

    fn statement(&mut self, statement: &Stmt) {
        match statement {
            Stmt::Local(local) => self.local(local),
            Stmt::Item(item) => self.items(std::slice::from_ref(item)),
            Stmt::Macro(call) => {
                let value = self.macro_call(&call.mac);
                self.b.push(Statement::Expression(value));
            }
            Stmt::Expr(expr, _) => self.effect(expr),
        }
    }

    fn local(&mut self, local: &syn::Local) {
        let span = self.between(local.let_token.span, local.semi_token.span);
        if !self.b.enter_at(span) {
            return;
        }
        match &local.init {
            Some(init) => {
                let value = self.expression(&init.expr);
                if let Some((_, other)) = &init.diverge {
                    self.effect(other);
                }
                self.bind(&local.pat, value, false, span);
            }
            None => {
                let value = self.b.unit.add(Expr::Null, span);
                self.bind(&local.pat, value, false, span);
            }
        }
        self.b.leave();
    }

    /// An expression for its effect: what branches do is kept in blocks.
    fn effect(&mut self, expr: &syn::Expr) {
        let span = self.start(expr);
        if !self.b.enter_at(span) {
            return;
        }
        match expr {
            syn::Expr::If(branch) => self.branches(branch),
            syn::Expr::Match(expr) => {
                let value = self.expression(&expr.expr);
                for arm in &expr.arms {
                    self.b.open();
                    let read = self.read_again(value, span);
                    self.bind(&arm.pat, read, false, span);
                    self.effect(&arm.body);
                    let block = self.b.close();
                    self.b.push(Statement::Block(block));
                }
            }
            syn::Expr::ForLoop(expr) => {
                self.b.open();
                let value = self.expression(&expr.expr);
                self.bind(&expr.pat, value, true, span);
                for statement in &expr.body.stmts {
                    self.statement(statement);
                }
                let block = self.b.close();
                self.b.push(Statement::Block(block));
            }
            syn::Expr::While(expr) => {
                self.b.open();
                let value = self.expression(&expr.cond);
                self.b.push(Statement::Expression(value));
                for statement in &expr.body.stmts {
                    self.statement(statement);
                }
                let block = self.b.close();
                self.b.push(Statement::Block(block));
            }
            syn::Expr::Loop(expr) => self.nested(&expr.body),
            syn::Expr::Block(expr) => self.nested(&expr.block),
            syn::Expr::Unsafe(expr) => self.nested(&expr.block),
            _ => {
                let value = self.expression(expr);
                self.b.push(Statement::Expression(value));
            }
        }
        self.b.leave();
    }

    /// Chains of `else if` are followed without recursion.
    fn branches(&mut self, branch: &syn::ExprIf) {
        self.b.open();
        let mut next = Some(branch);
        while let Some(branch) = next.take() {
            let value = self.expression(&branch.cond);
            self.b.push(Statement::Expression(value));
            self.nested(&branch.then_branch);
            if let Some((_, other)) = &branch.else_branch {
                match &**other {
                    syn::Expr::If(other) => next = Some(other),
                    other => self.effect(other),
                }
            }
        }
        let block = self.b.close();
        self.b.push(Statement::Block(block));
    }

    /// A value that is matched again: by its name when it has one.
    fn read_again(&mut self, value: ExprId, span: Span) -> ExprId {
        let expr = match self.b.unit.expr(value) {
            Expr::Name(word) => Expr::Name(*word),
            _ => Expr::Other(Box::default()),
        };
        self.b.unit.add(expr, span)
    }

    pub(super) fn expression(&mut self, expr: &syn::Expr) -> ExprId {
        let span = self.start(expr);
        if !self.b.enter_at(span) {
            return self.b.unit.add(Expr::Other(Box::default()), span);
        }
        let id = self.within(expr);
        self.b.leave();
        id
    }

    fn within(&mut self, expr: &syn::Expr) -> ExprId {
        match expr {
            syn::Expr::Path(expr) => self.path(&expr.path),
            syn::Expr::Lit(expr) => self.literal(&expr.lit),
            syn::Expr::Call(expr) => {
                let callee = self.expression(&expr.func);
                let args = expr.args.iter().map(|arg| Item { key: None, value: self.expression(arg) }).collect();
                let span = self.b.unit.span(callee).to(self.span(expr.paren_token.span.close()));
                self.b.unit.add(Expr::Call { callee, args, makes: false }, span)
            }
            syn::Expr::MethodCall(expr) => {
                let object = self.expression(&expr.receiver);
                let word = self.word(&expr.method);
                let start = self.b.unit.span(object);
                let callee = self.b.unit.add(Expr::Field(object, word), start.to(self.span(expr.method.span())));
                let args = expr.args.iter().map(|arg| Item { key: None, value: self.expression(arg) }).collect();
                let span = start.to(self.span(expr.paren_token.span.close()));
                self.b.unit.add(Expr::Call { callee, args, makes: false }, span)
            }
            syn::Expr::Field(expr) => {
                let object = self.expression(&expr.base);
                let (word, end) = match &expr.member {
                    Member::Named(ident) => (self.word(ident), ident.span()),
                    Member::Unnamed(index) => (self.b.unit.intern(&index.index.to_string()), index.span),
                };
                let span = self.b.unit.span(object).to(self.span(end));
                self.b.unit.add(Expr::Field(object, word), span)
            }
            syn::Expr::Macro(expr) => self.macro_call(&expr.mac),
            syn::Expr::Struct(expr) => self.structure(expr),
            syn::Expr::Closure(expr) => self.closure(expr),
            syn::Expr::Binary(expr) => self.binary(expr),
            syn::Expr::Paren(expr) => self.expression(&expr.expr),
            syn::Expr::Group(expr) => self.expression(&expr.expr),
            syn::Expr::Reference(expr) => self.expression(&expr.expr),
            syn::Expr::Try(expr) => self.expression(&expr.expr),
            syn::Expr::Await(expr) => self.expression(&expr.base),
            syn::Expr::Unary(expr) => self.unary(expr),
            syn::Expr::Cast(expr) => {
                let value = self.expression(&expr.expr);
                let ty = self.type_of(&expr.ty);
                let span = self.b.unit.span(value);
                ty.map_or(value, |ty| self.b.unit.add(Expr::Cast(ty, value), span))
            }
            _ => self.rare(expr),
        }
    }

    fn rare(&mut self, expr: &syn::Expr) -> ExprId {
        let span = self.span(expr.span());
        let made = match expr {
            syn::Expr::Array(expr) => Expr::List(expr.elems.iter().map(|item| self.expression(item)).collect()),
            syn::Expr::Tuple(expr) => Expr::List(expr.elems.iter().map(|item| self.expression(item)).collect()),
            syn::Expr::Repeat(_) => Expr::List(Box::default()),
            syn::Expr::Index(expr) => Expr::Index(self.expression(&expr.expr), self.expression(&expr.index)),
            syn::Expr::Assign(expr) => {
                let value = self.expression(&expr.right);
                let target = self.expression(&expr.left);
                self.assign(target, Some(value), None, Binds::Nothing, false, span);
                Expr::Other(Box::default())
            }
            syn::Expr::If(expr) => self.choice(expr),
            syn::Expr::Match(expr) => {
                let value = self.expression(&expr.expr);
                let mut values = Vec::with_capacity(expr.arms.len());
                for arm in &expr.arms {
                    let read = self.read_again(value, span);
                    self.bind(&arm.pat, read, false, span);
                    values.push(self.expression(&arm.body));
                }
                Expr::Choice(values.into())
            }
            syn::Expr::Block(expr) => return self.value_of(&expr.block, span),
            syn::Expr::Unsafe(expr) => return self.value_of(&expr.block, span),
            syn::Expr::Async(expr) => return self.value_of(&expr.block, span),
            syn::Expr::Const(expr) => return self.value_of(&expr.block, span),
            syn::Expr::Let(expr) => {
                let value = self.expression(&expr.expr);
                self.bind(&expr.pat, value, false, span);
                Expr::Other(Box::default())
            }
            syn::Expr::Return(expr) => {
                if let Some(inner) = &expr.expr {
                    let value = self.expression(inner);
                    self.b.push(Statement::Return(value));
                }
                Expr::Other(Box::default())
            }
            syn::Expr::Break(expr) => Expr::Other(expr.expr.iter().map(|inner| self.expression(inner)).collect()),
            syn::Expr::Range(expr) => {
                Expr::Other(expr.start.iter().chain(&expr.end).map(|inner| self.expression(inner)).collect())
            }
            syn::Expr::RawAddr(expr) => return self.expression(&expr.expr),
            syn::Expr::Loop(_) | syn::Expr::While(_) | syn::Expr::ForLoop(_) => {
                self.effect(expr);
                Expr::Other(Box::default())
            }
            _ => Expr::Other(Box::default()),
        };
        self.b.unit.add(made, span)
    }

    fn value_of(&mut self, block: &Block, span: Span) -> ExprId {
        self.block_value(block).unwrap_or_else(|| self.b.unit.add(Expr::Other(Box::default()), span))
    }

    /// `if … else …` as a value.
    fn choice(&mut self, branch: &syn::ExprIf) -> Expr {
        let mut values = Vec::new();
        let mut next = Some(branch);
        while let Some(branch) = next.take() {
            let condition = self.expression(&branch.cond);
            self.b.push(Statement::Expression(condition));
            values.extend(self.block_value(&branch.then_branch));
            match branch.else_branch.as_ref().map(|(_, other)| &**other) {
                Some(syn::Expr::If(other)) => next = Some(other),
                Some(other) => values.push(self.expression(other)),
                None => {}
            }
        }
        Expr::Choice(values.into())
    }

    fn literal(&mut self, lit: &Lit) -> ExprId {
        let span = self.span(lit.span());
        let text = match lit {
            Lit::Str(text) => text.value(),
            Lit::ByteStr(bytes) => String::from_utf8_lossy(&bytes.value()).into_owned(),
            Lit::Char(character) => character.value().to_string(),
            Lit::Bool(truth) => return self.b.unit.add(Expr::Bool(truth.value), span),
            Lit::Int(number) => return self.number(number.base10_parse().ok(), span),
            Lit::Float(number) => return self.number(number.base10_parse().ok(), span),
            _ => return self.number(None, span),
        };
        let word = self.b.unit.intern(&text);
        self.b.unit.add(Expr::Text(word), span)
    }

    fn number(&mut self, number: Option<f64>, span: Span) -> ExprId {
        self.b.unit.add(number.map_or(Expr::Other(Box::default()), Expr::Number), span)
    }

    fn structure(&mut self, expr: &syn::ExprStruct) -> ExprId {
        let callee = self.path(&expr.path);
        let mut args = Vec::new();
        for field in &expr.fields {
            let (name, place) = match &field.member {
                Member::Named(ident) => (self.word(ident), self.span(ident.span())),
                Member::Unnamed(index) => (self.b.unit.intern(&index.index.to_string()), self.span(index.span)),
            };
            let key = Some(self.b.unit.add(Expr::Text(name), place));
            args.push(Item { key, value: self.expression(&field.expr) });
        }
        let span = self.b.unit.span(callee).to(self.span(expr.brace_token.span.close()));
        if let Some(rest) = &expr.rest {
            // The remaining fields are those of another value.
            let rest = self.expression(rest);
            args.push(Item { key: None, value: self.b.spread_map(rest, span) });
        }
        self.b.unit.add(Expr::Call { callee, args: args.into(), makes: true }, span)
    }

    fn closure(&mut self, expr: &syn::ExprClosure) -> ExprId {
        self.b.open();
        let mut params = Vec::new();
        for input in &expr.inputs {
            params.push(match input {
                syn::Pat::Type(input) => self.param(&input.pat, Some(&input.ty)),
                input => self.param(input, None),
            });
        }
        match &*expr.body {
            syn::Expr::Block(body) => self.returning(&body.block),
            body => {
                let value = self.expression(body);
                self.b.push(Statement::Return(value));
            }
        }
        let body = self.b.close();
        let span = self.span(expr.span());
        let id = self.b.add_function(Function {
            name: None,
            owner: None,
            receiver: None,
            constructor: false,
            params,
            returns: None,
            decorators: Vec::new(),
            body,
            span,
            header: self.between(expr.inputs_begin.span, expr.inputs_end.span),
        });
        self.b.unit.add(Expr::Lambda(id), span)
    }

    fn unary(&mut self, expr: &syn::ExprUnary) -> ExprId {
        let inner = self.expression(&expr.expr);
        let span = self.start(&syn::Expr::Unary(expr.clone())).to(self.b.unit.span(inner));
        match (&expr.op, self.b.unit.expr(inner)) {
            (UnOp::Deref(_), _) => inner,
            (UnOp::Not(_), _) => self.b.unit.add(Expr::Not(inner), span),
            (UnOp::Neg(_), Expr::Number(number)) => {
                let number = -number;
                self.b.unit.add(Expr::Number(number), span)
            }
            _ => self.b.unit.add(Expr::Other([inner].into()), span),
        }
    }

    /// Rows of operands lean to the left: the spine is followed without recursion.
    fn binary(&mut self, expr: &syn::ExprBinary) -> ExprId {
        let mut spine = vec![expr];
        let mut left = &*expr.left;
        while let syn::Expr::Binary(inner) = left {
            spine.push(inner);
            left = &inner.left;
        }
        let start = self.expression(left);
        let mut rest = Vec::with_capacity(spine.len());
        for part in spine.iter().rev() {
            rest.push((operator(&part.op), self.expression(&part.right)));
        }
        let changes = matches!(
            expr.op,
            BinOp::AddAssign(_)
                | BinOp::SubAssign(_)
                | BinOp::MulAssign(_)
                | BinOp::DivAssign(_)
                | BinOp::BitOrAssign(_)
        );
        let end = rest.last().map_or(start, |last| last.1);
        let span = self.b.unit.span(start).to(self.b.unit.span(end));
        let value = self.b.chain(start, rest, span);
        if changes {
            let target = self.expression(&expr.left);
            self.assign(target, Some(value), None, Binds::Nothing, false, span);
            return self.b.unit.add(Expr::Other(Box::default()), span);
        }
        value
    }

    /// A place for what may be too deep: the first token that is cheap to find.
    fn start(&self, expr: &syn::Expr) -> Span {
        match expr {
            syn::Expr::Path(expr) => expr.path.segments.first().map(|segment| segment.ident.span()),
            syn::Expr::Lit(expr) => Some(expr.lit.span()),
            syn::Expr::Call(expr) => Some(expr.paren_token.span.open()),
            syn::Expr::MethodCall(expr) => Some(expr.method.span()),
            syn::Expr::Field(expr) => Some(expr.dot_token.span),
            syn::Expr::Paren(expr) => Some(expr.paren_token.span.open()),
            syn::Expr::Reference(expr) => Some(expr.and_token.span),
            syn::Expr::Unary(expr) => Some(match &expr.op {
                UnOp::Deref(token) => token.span,
                UnOp::Not(token) => token.span,
                UnOp::Neg(token) => token.span,
                _ => proc_macro2::Span::call_site(),
            }),
            syn::Expr::Block(expr) => Some(expr.block.brace_token.span.open()),
            syn::Expr::If(expr) => Some(expr.if_token.span),
            syn::Expr::Match(expr) => Some(expr.match_token.span),
            syn::Expr::Closure(expr) => Some(expr.inputs_begin.span),
            syn::Expr::Struct(expr) => Some(expr.brace_token.span.open()),
            syn::Expr::Try(expr) => Some(expr.question_token.span),
            syn::Expr::Await(expr) => Some(expr.await_token.span),
            syn::Expr::Macro(expr) => Some(expr.mac.bang_token.span),
            syn::Expr::ForLoop(expr) => Some(expr.for_token.span),
            syn::Expr::While(expr) => Some(expr.while_token.span),
            syn::Expr::Loop(expr) => Some(expr.loop_token.span),
            _ => None,
        }
        .map_or_else(|| Span::top(self.b.unit.file), |span| self.span(span))
    }
}

fn operator(op: &BinOp) -> Operator {
    match op {
        BinOp::Add(_) | BinOp::AddAssign(_) => Operator::Add,
        BinOp::Sub(_) => Operator::Subtract,
        BinOp::Mul(_) => Operator::Multiply,
        BinOp::Div(_) => Operator::Divide,
        BinOp::Rem(_) => Operator::Remainder,
        BinOp::Shl(_) => Operator::Shift,
        BinOp::BitOr(_) | BinOp::BitOrAssign(_) => Operator::BitOr,
        BinOp::Eq(_) => Operator::Equal,
        _ => Operator::Other,
    }
}
