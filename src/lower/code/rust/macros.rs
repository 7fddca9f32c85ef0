//! Calls of macros: their arguments are read as expressions, as far as they are.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::model::unit::{Expr, ExprId, Item};

use super::Rust;

impl Rust<'_> {
    /// `path!(…)` calls `path!`; `vec![…]` is a list.
    pub(super) fn macro_call(&mut self, mac: &syn::Macro) -> ExprId {
        let args = self.arguments(&mac.tokens);
        let path = self.path(&mac.path);
        let end = self.span(mac.delimiter.span().close());
        let span = self.b.unit.span(path).to(end);
        if mac.path.is_ident("vec") {
            // Of `vec![value; length]`, nothing is told: it is a list of what it is.
            let repeats = mac
                .tokens
                .clone()
                .into_iter()
                .any(|token| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ';'));
            let values = if repeats { Box::default() } else { args.iter().map(|item| item.value).collect() };
            return self.b.unit.add(Expr::List(values), span);
        }
        let bang = self.b.unit.span(path).to(self.span(mac.bang_token.span));
        let named = match self.b.unit.expr(path) {
            Expr::Name(word) => {
                let text = format!("{}!", self.b.unit.text(*word));
                Expr::Name(self.b.unit.intern(&text))
            }
            Expr::Field(object, word) => {
                let (object, text) = (*object, format!("{}!", self.b.unit.text(*word)));
                Expr::Field(object, self.b.unit.intern(&text))
            }
            _ => Expr::Other([path].into()),
        };
        let callee = self.b.unit.add(named, bang);
        self.b.unit.add(Expr::Call { callee, args: args.into(), makes: false }, span)
    }

    /// The arguments of a macro or attribute, at commas. `key = value` is named; `%value` and `?value`
    /// say how to print.
    pub(super) fn arguments(&mut self, tokens: &TokenStream) -> Vec<Item> {
        let mut items = Vec::new();
        let mut part = Vec::new();
        for token in tokens.clone() {
            match &token {
                TokenTree::Punct(mark) if mark.as_char() == ',' => self.argument(std::mem::take(&mut part), &mut items),
                _ => part.push(token),
            }
        }
        self.argument(part, &mut items);
        items
    }

    fn argument(&mut self, mut tokens: Vec<TokenTree>, items: &mut Vec<Item>) {
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return };
        let span = self.span(first.span()).to(self.span(last.span()));
        let is = |token: Option<&TokenTree>, wanted: &[char]| matches!(token, Some(TokenTree::Punct(mark)) if wanted.contains(&mark.as_char()));
        let mut key = None;
        if let (TokenTree::Ident(ident), true) = (first, is(tokens.get(1), &['=']) && !is(tokens.get(2), &['=', '>'])) {
            let word = self.word(ident);
            let place = self.span(ident.span());
            key = Some(self.b.unit.add(Expr::Text(word), place));
            tokens.drain(..2);
        }
        if is(tokens.first(), &['%', '?']) {
            tokens.remove(0);
        }
        // A map of `json!` in braces is no block.
        let is_map = matches!(tokens.as_slice(), [TokenTree::Group(group)] if group.delimiter() == Delimiter::Brace);
        let parsed = if is_map { None } else { syn::parse2::<syn::Expr>(tokens.iter().cloned().collect()).ok() };
        let value = match (parsed, tokens.as_slice()) {
            (Some(syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. })), _) => self.template(&text),
            (Some(parsed), _) => self.expression(&parsed),
            (None, [TokenTree::Group(group)]) => {
                let entries = self.entries(&group.stream());
                self.b.unit.add(Expr::Map(entries.into()), span)
            }
            _ => self.b.unit.add(Expr::Other(Box::default()), span),
        };
        items.push(Item { key, value });
    }

    /// `"key": value` of `json!`.
    fn entries(&mut self, tokens: &TokenStream) -> Vec<Item> {
        let mut items = Vec::new();
        let mut key = None;
        let mut part = Vec::new();
        let mut all: Vec<TokenTree> = tokens.clone().into_iter().collect();
        all.push(TokenTree::Punct(proc_macro2::Punct::new(',', proc_macro2::Spacing::Alone)));
        for token in all {
            match &token {
                TokenTree::Punct(mark) if mark.as_char() == ':' && key.is_none() && part.len() == 1 => {
                    let mut found = Vec::new();
                    self.argument(std::mem::take(&mut part), &mut found);
                    key = found.first().map(|item| item.value);
                }
                TokenTree::Punct(mark) if mark.as_char() == ',' => {
                    let mut found = Vec::new();
                    let span = part.first().map(TokenTree::span);
                    if span.is_none_or(|span| self.b.enter_at(self.span(span))) {
                        self.argument(std::mem::take(&mut part), &mut found);
                        if span.is_some() {
                            self.b.leave();
                        }
                    }
                    let key = key.take();
                    items.extend(found.first().map(|item| Item { key, value: item.value }));
                    part.clear();
                }
                _ => part.push(token),
            }
        }
        items
    }

    /// A text in which `{name}` stands for a variable.
    fn template(&mut self, text: &syn::LitStr) -> ExprId {
        let span = self.span(text.span());
        let whole = text.value();
        let mut pieces = Vec::new();
        let mut rest = whole.as_str();
        let mut known = String::new();
        while let Some(at) = rest.find('{') {
            let (before, after) = rest.split_at(at);
            known.push_str(before);
            if let Some(after) = after.strip_prefix("{{") {
                known.push_str("{{");
                rest = after;
                continue;
            }
            let name = after[1..].split(['}', ':']).next().unwrap_or("");
            let is_name = name.starts_with(|c: char| c == '_' || c.is_alphabetic())
                && name.chars().all(|c| c == '_' || c.is_alphanumeric());
            match after.find('}') {
                Some(end) if is_name => {
                    let text = self.b.unit.intern(&std::mem::take(&mut known));
                    pieces.push(self.b.unit.add(Expr::Text(text), span));
                    let word = self.b.unit.intern(name);
                    pieces.push(self.b.unit.add(Expr::Name(word), span));
                    rest = &after[end + 1..];
                }
                _ => {
                    known.push('{');
                    rest = &after[1..];
                }
            }
        }
        known.push_str(rest);
        let word = self.b.unit.intern(&known);
        if pieces.is_empty() {
            return self.b.unit.add(Expr::Text(word), span);
        }
        if !known.is_empty() {
            pieces.push(self.b.unit.add(Expr::Text(word), span));
        }
        self.b.unit.add(Expr::Concat(pieces.into()), span)
    }
}
