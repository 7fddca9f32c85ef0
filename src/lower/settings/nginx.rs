//! nginx: a fact per `http`, `server`, `location`, `upstream` and `stream` server.
//!
//! A directive is a list of texts, one for each time that it is set, its arguments joined by blanks;
//! a block is a list of maps. What a block does not set it has from the block around it, as nginx
//! itself inherits: the body says what is in force. Files that are included are put in where they
//! are in the repository; where one is not, the body is open.

use std::cell::Cell;
use std::sync::Arc;

use crate::model::{Dialect, Entry, Part, Reason, Value};
use crate::parse::directive::Directive;
use crate::source::{FileId, Sources};

use super::body::{Body, arguments};
use super::output::Output;
use super::tree::masked;

mod include;
mod listen;
#[cfg(test)]
mod tests;

pub use include::Includes;

/// Directives that hold for the block alone in which they stand.
const NOT_INHERITED: &[&str] = &[
    "alias",
    "break",
    "fastcgi_pass",
    "grpc_pass",
    "include",
    "internal",
    "limit_conn_zone",
    "limit_req_zone",
    "listen",
    "log_format",
    "memcached_pass",
    "proxy_cache_path",
    "proxy_pass",
    "return",
    "rewrite",
    "scgi_pass",
    "server_name",
    "set",
    "stub_status",
    "try_files",
    "uwsgi_pass",
];

/// How many includes of one file are looked up; each costs a look at every file.
const LOOKUPS: usize = 1000;

/// Lowers one file.
pub fn lower(sources: &Sources, file: FileId, tree: &[Directive], includes: &Includes<'_>) -> Part {
    let output = Output::new(sources, file, Dialect::Nginx);
    let mut lowering = Lowering { output, includes, lookups: Cell::new(LOOKUPS) };
    let top = Level::default();
    let mut loose = Vec::new();
    for directive in tree {
        match (&*directive.name.text, &directive.block) {
            ("http", Some(block)) => lowering.http(directive, block, &top),
            ("stream" | "mail", Some(block)) => lowering.stream(directive, block),
            ("events" | "types", Some(_)) => {}
            _ => loose.push(directive),
        }
    }
    lowering.fragment(tree, &loose);
    lowering.output.finish()
}

/// What a block has from those around it.
#[derive(Clone, Default)]
struct Level {
    inherited: Vec<Entry>,
    open: Option<Reason>,
}

struct Lowering<'s, 'i> {
    output: Output<'s>,
    includes: &'i Includes<'i>,
    lookups: Cell<usize>,
}

impl Lowering<'_, '_> {
    fn http(&mut self, http: &Directive, block: &[Directive], outer: &Level) {
        let (body, level) = self.body(block, outer);
        self.output.fact_at(Dialect::Nginx, "http", "http", body.finish(http.span), http.header());
        self.blocks(block, &level);
    }

    /// A file that is put into another: its servers have what the including `http` block sets.
    fn fragment(&mut self, tree: &[Directive], loose: &[&Directive]) {
        let has_blocks = loose.iter().any(|directive| directive.block.is_some());
        if has_blocks {
            let level = match self.includes.around(self.output.path, tree) {
                Some(http) => self.body(http, &Level::default()).1,
                None => Level {
                    inherited: Vec::new(),
                    open: Some(Reason::Undeclared("the http block that includes this file".into())),
                },
            };
            // Directives beside the servers of a file stand in the `http` block as well.
            let (_, level) = self.body(tree, &level);
            self.blocks(tree, &level);
        } else if !loose.is_empty() && loose.len() == tree.len() && !self.includes.is_included(self.output.path) {
            let reason = Reason::Undeclared("the block that includes this file".into());
            let (body, _) = self.body(tree, &Level { inherited: Vec::new(), open: Some(reason) });
            let span = tree[0].span.to(tree[tree.len() - 1].span);
            let address = format!("snippet:{}", self.output.stem());
            self.output.fact_at(Dialect::Nginx, "snippet", address, body.finish(span), tree[0].header());
        }
    }

    fn blocks(&mut self, block: &[Directive], level: &Level) {
        for directive in block {
            match (&*directive.name.text, &directive.block) {
                ("server", Some(inner)) => self.server(directive, inner, level),
                ("upstream", Some(inner)) => {
                    let (mut body, _) = self.body(inner, &Level::default());
                    body.mark("@name", Value::string(directive.text(), directive.arguments_span()));
                    let address = format!("upstream:{}", directive.text());
                    self.output.fact_at(
                        Dialect::Nginx,
                        "upstream",
                        address,
                        body.finish(directive.span),
                        directive.header(),
                    );
                }
                ("location", Some(_)) => self.location(directive, level, None, 0),
                _ => {}
            }
        }
    }

    fn server(&mut self, server: &Directive, block: &[Directive], level: &Level) {
        let (mut body, inner) = self.body(block, level);
        let all = self.includes.flatten(self.output.path, block, &self.lookups);
        let names: Vec<Value> = all
            .directives
            .iter()
            .filter(|directive| directive.is("server_name"))
            .flat_map(|directive| &directive.arguments)
            .map(|word| masked(&word.text, word.span))
            .collect();
        let name = names.first().and_then(Value::as_str).filter(|name| *name != "_").map(str::to_owned);
        let name = name.unwrap_or_else(|| self.output.line(server.span).to_string());
        let address = format!("server:{name}");
        body.mark("@names", Value::list(names, server.header()));
        listen::mark(&mut body, &all.directives, server.header());
        let tls = body.get("@tls").cloned();
        self.output.fact_at(Dialect::Nginx, "server", address, body.finish(server.span), server.header());
        for directive in &all.directives {
            if directive.is("location") && directive.block.is_some() {
                self.location(directive, &inner, Some((&name, tls.as_ref())), 0);
            }
        }
    }

    fn location(&mut self, location: &Directive, level: &Level, server: Option<(&str, Option<&Value>)>, depth: usize) {
        let Some(block) = &location.block else { return };
        let (mut body, inner) = self.body(block, level);
        place(&mut body, location);
        if let Some((name, tls)) = server {
            body.mark("@server", Value::string(name, location.header()));
            if let Some(tls) = tls {
                body.mark("@tls", tls.clone());
            }
        }
        let path = location.arguments.last().map_or("", |word| &word.text);
        let address = format!("location:{}{path}", server.map_or("", |(name, _)| name));
        self.output.fact_at(Dialect::Nginx, "location", address, body.finish(location.span), location.header());
        for directive in block.iter().filter(|_| depth < 16) {
            if directive.is("location") {
                self.location(directive, &inner, server, depth + 1);
            }
        }
    }

    fn stream(&mut self, stream: &Directive, block: &[Directive]) {
        let (_, level) = self.body(block, &Level::default());
        for directive in block {
            match (&*directive.name.text, &directive.block) {
                ("server", Some(inner)) => {
                    let (mut body, _) = self.body(inner, &level);
                    listen::mark(&mut body, &inner.iter().collect::<Vec<_>>(), directive.header());
                    let kind = &*stream.name.text;
                    let address = format!("{kind}:{}", self.output.line(directive.span));
                    self.output.fact_at(Dialect::Nginx, kind, address, body.finish(directive.span), directive.header());
                }
                ("upstream", Some(_)) => self.blocks(std::slice::from_ref(directive), &level),
                _ => {}
            }
        }
    }

    /// The body of a block with what it inherits, and what it hands on.
    fn body(&self, block: &[Directive], outer: &Level) -> (Body, Level) {
        let mut body = Body::default();
        let all = self.includes.flatten(self.output.path, block, &self.lookups);
        for directive in &all.directives {
            let value = match &directive.block {
                Some(inner) if holds_settings(&directive.name.text) => self.nested(directive, inner, 0),
                Some(_) => continue,
                None => arguments(directive),
            };
            body.push(directive.name.text.clone(), directive.name.span, value);
        }
        let open = all.missing.map(|path| Reason::Undeclared(path.into())).or_else(|| outer.open.clone());
        for entry in &outer.inherited {
            if !body.has(&entry.key) {
                body.set(entry.clone());
            }
        }
        let inherited = body.entries().iter().filter(|entry| inherits(entry)).cloned().collect();
        if let Some(reason) = &open {
            body.open(reason.clone());
        }
        (body, Level { inherited, open })
    }

    /// A block within a body, with what stands in it alone.
    fn nested(&self, directive: &Directive, block: &[Directive], depth: usize) -> Value {
        let mut body = Body::default();
        place(&mut body, directive);
        for inner in block {
            let value = match &inner.block {
                Some(deeper) if depth < 16 && holds_settings(&inner.name.text) => self.nested(inner, deeper, depth + 1),
                Some(_) => continue,
                None => arguments(inner),
            };
            body.push(inner.name.text.clone(), inner.name.span, value);
        }
        body.finish(directive.span)
    }
}

/// What a block is for: the path of a location, the condition of an `if`.
fn place(body: &mut Body, directive: &Directive) {
    let span = directive.arguments_span();
    if directive.is("location") {
        let modifier = directive.arguments.first().filter(|_| directive.arguments.len() > 1);
        let path: Arc<str> = directive.arguments.last().map_or_else(|| "".into(), |word| word.text.clone());
        body.mark("@path", masked(&path, span));
        if let Some(modifier) = modifier {
            body.mark("@modifier", Value::string(modifier.text.clone(), modifier.span));
        }
    } else {
        body.mark("@argument", masked(&directive.text(), span));
    }
}

/// Blocks that are a part of the body around them; others are facts of their own or data.
fn holds_settings(name: &str) -> bool {
    matches!(name, "location" | "if" | "limit_except")
}

fn inherits(entry: &Entry) -> bool {
    let blocks = entry.value.as_list().is_some_and(|list| list.items.iter().any(|item| item.as_map().is_some()));
    !blocks && !entry.key.starts_with('@') && !NOT_INHERITED.contains(&&*entry.key)
}
