//! Tasks and blocks of tasks to facts.

use std::sync::Arc;

use crate::model::{Dialect, Entry, Fact, Kind, List, Map, Part, Value};
use crate::source::Span;

use super::SCOPE;
use super::variables::{Variables, Visible, names};

/// How deep blocks may nest.
const DEPTH: usize = 30;
/// How many variables a task is said to name.
const MAX_NAMES: usize = 40;

/// Keywords of plays that hold tasks.
pub const LISTS: [&str; 4] = ["pre_tasks", "tasks", "post_tasks", "handlers"];
const BLOCKS: [&str; 3] = ["block", "rescue", "always"];

/// Keywords of tasks; the one key that is none names the module.
const KEYWORDS: [&str; 43] = [
    "name",
    "when",
    "register",
    "loop",
    "loop_control",
    "become",
    "become_user",
    "become_method",
    "become_flags",
    "become_exe",
    "no_log",
    "tags",
    "vars",
    "notify",
    "ignore_errors",
    "ignore_unreachable",
    "delegate_to",
    "delegate_facts",
    "environment",
    "args",
    "changed_when",
    "failed_when",
    "until",
    "retries",
    "delay",
    "run_once",
    "async",
    "poll",
    "check_mode",
    "diff",
    "listen",
    "any_errors_fatal",
    "connection",
    "collections",
    "debugger",
    "module_defaults",
    "port",
    "remote_user",
    "throttle",
    "timeout",
    "action",
    "local_action",
    "static",
];
/// Keywords of blocks and plays that hold for the tasks in them.
const INHERITED: [&str; 7] = ["no_log", "become", "become_user", "ignore_errors", "environment", "delegate_to", "when"];

/// Whether a key is a module's full name: `ansible.builtin.copy`.
pub fn is_qualified(key: &str) -> bool {
    let word = |part: &str| {
        part.len() > 1 && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
    };
    key.split('.').count() >= 3 && key.split('.').all(word)
}

/// Whether a key, in a file that lies where tasks do, tells that its map is one.
pub fn is_telling(key: &str) -> bool {
    const MODULES: [&str; 28] = [
        "apt",
        "yum",
        "dnf",
        "package",
        "copy",
        "template",
        "file",
        "service",
        "systemd",
        "command",
        "shell",
        "include",
        "include_tasks",
        "import_tasks",
        "include_role",
        "import_role",
        "set_fact",
        "debug",
        "lineinfile",
        "user",
        "stat",
        "get_url",
        "uri",
        "assert",
        "fail",
        "block",
        "include_vars",
        "git",
    ];
    MODULES.contains(&key) || matches!(key, "when" | "register" | "notify" | "become" | "with_items" | "loop" | "tags")
}

/// Turns tasks into facts of a part.
pub struct Tasks<'t> {
    part: &'t mut Part,
    pub known: &'t Variables<'t>,
}

/// What is said around a task.
#[derive(Clone, Default)]
struct Around {
    keywords: Vec<Entry>,
    defaults: Vec<Entry>,
}

impl<'t> Tasks<'t> {
    pub fn new(part: &'t mut Part, known: &'t Variables<'t>) -> Self {
        Self { part, known }
    }

    /// A play's own keywords.
    pub fn play(&mut self, visible: &Visible<'_>, item: &Value, own: Vec<Entry>) {
        let name = own.iter().find(|entry| &*entry.key == "name").and_then(|entry| entry.value.as_str());
        let name = name.map_or_else(|| "play".to_owned(), str::to_owned);
        let header = own.first().map_or(item.span, |entry| entry.key_span);
        let body = visible.resolve(&Value::map(own, item.span));
        self.fact("play", name, body, item.span, header);
    }

    /// A task or a block of tasks, with the play around it.
    pub fn task(&mut self, visible: &Visible<'_>, item: &Value, play: Option<&Map>, depth: usize) {
        let around = play.map_or_else(Around::default, |play| Around::default().within(play));
        self.within(visible, item, &around, depth);
    }

    fn within(&mut self, visible: &Visible<'_>, item: &Value, around: &Around, depth: usize) {
        let Some(map) = item.as_map() else { return };
        let own = visible.with(map.get("vars").and_then(Value::as_map));
        if BLOCKS.iter().any(|key| map.entry(key).is_some()) {
            if depth < DEPTH {
                let around = around.clone().within(map);
                for key in BLOCKS {
                    for task in map.get(key).and_then(Value::as_list).into_iter().flat_map(|list| &list.items) {
                        self.within(&own, task, &around, depth + 1);
                    }
                }
            }
            return;
        }
        let Some((module, header, arguments)) = module(map) else { return };
        let kind = module.rsplit('.').next().unwrap_or(&module).to_owned();
        let mut arguments = arguments;
        arguments.extend(map.get("args").and_then(Value::as_map).map_or(&[][..], |args| &args.entries).iter().cloned());
        let mut mentioned = Vec::new();
        arguments.iter().for_each(|entry| names(&entry.value, MAX_NAMES, &mut mentioned));
        around.fill(&module, &kind, &mut arguments);
        let mut entries: Vec<Entry> = arguments
            .into_iter()
            .map(|entry| Entry { value: truth(own.resolve(&entry.value)), ..entry })
            .filter(|entry| !entry.value.is_null())
            .collect();
        entries.push(Entry::of("task", self.keywords(&own, map, around, &mentioned, header)));
        let name = map.get("name").and_then(Value::as_str).filter(|name| !name.is_empty()).unwrap_or(&kind).to_owned();
        let body = Value::new(Kind::Map(Map { entries, open: None }), item.span);
        let first = map.entries.first().map_or(header, |entry| entry.key_span);
        self.fact(&kind, name, body, first.to(item.span), header);
    }

    /// The keywords that hold for a task: its own, and those around it.
    fn keywords(&self, visible: &Visible<'_>, map: &Map, around: &Around, mentioned: &[String], header: Span) -> Value {
        let is_keyword =
            |key: &str| (KEYWORDS.contains(&key) || key.starts_with("with_")) && !matches!(key, "vars" | "args");
        let mut entries: Vec<Entry> = map
            .entries
            .iter()
            .filter(|entry| is_keyword(&entry.key))
            .map(|entry| Entry { value: truth(visible.resolve(&entry.value)), ..entry.clone() })
            .collect();
        let inherited = around.keywords.iter().filter(|entry| map.entry(&entry.key).is_none());
        entries.extend(inherited.map(|entry| Entry { value: truth(visible.resolve(&entry.value)), ..entry.clone() }));
        let names = mentioned.iter().map(|name| Value::string(name.as_str(), header));
        entries.push(Entry::of("names", Value::new(Kind::List(List { items: names.collect(), open: None }), header)));
        Value::map(entries, header)
    }

    fn fact(&mut self, kind: &str, address: String, body: Value, span: Span, header: Span) {
        self.part.facts.push(Fact {
            dialect: Dialect::Ansible,
            kind: kind.into(),
            address: address.into(),
            scope: SCOPE,
            body,
            span,
            header,
            via: Vec::new(),
        });
    }
}

impl Around {
    /// What holds within a play or block that says more.
    fn within(mut self, map: &Map) -> Self {
        for key in INHERITED {
            if let Some(entry) = map.entry(key) {
                self.keywords.retain(|known| &*known.key != key);
                self.keywords.push(entry.clone());
            }
        }
        if let Some(defaults) = map.get("module_defaults").and_then(Value::as_map) {
            self.defaults.splice(0..0, defaults.entries.iter().cloned());
        }
        self
    }

    /// Arguments that `module_defaults` give where the task gives none.
    fn fill(&self, module: &str, kind: &str, arguments: &mut Vec<Entry>) {
        for defaults in self.defaults.iter().filter(|entry| &*entry.key == module || &*entry.key == kind) {
            for entry in defaults.value.as_map().map_or(&[][..], |map| &map.entries) {
                if !arguments.iter().any(|known| known.key == entry.key) {
                    arguments.push(entry.clone());
                }
            }
        }
    }
}

/// The module of a task, where its name stands, and its arguments.
fn module(map: &Map) -> Option<(Arc<str>, Span, Vec<Entry>)> {
    let action = ["action", "local_action"].iter().find_map(|key| map.entry(key));
    if let Some(action) = action {
        return match &action.value.kind {
            Kind::String(text) => {
                let (module, rest) = text.trim().split_once(char::is_whitespace).unwrap_or((text.trim(), ""));
                Some((module.into(), action.key_span, free_form(module, rest, &action.value)))
            }
            Kind::Map(inner) => {
                let module = inner.get("module")?.as_str()?;
                let arguments = inner.entries.iter().filter(|entry| &*entry.key != "module").cloned().collect();
                Some((module.into(), action.key_span, arguments))
            }
            _ => None,
        };
    }
    let entry = map.entries.iter().find(|entry| !KEYWORDS.contains(&&*entry.key) && !entry.key.starts_with("with_"))?;
    let arguments = match &entry.value.kind {
        Kind::Map(inner) => inner.entries.clone(),
        Kind::String(text) => free_form(&entry.key, text, &entry.value),
        _ => Vec::new(),
    };
    Some((entry.key.clone(), entry.key_span, arguments))
}

/// `name=x state=present` taken apart; a command line stays whole, as `_raw_params`.
fn free_form(module: &str, text: &str, value: &Value) -> Vec<Entry> {
    let kind = module.rsplit('.').next().unwrap_or(module);
    let raw = || vec![Entry::of("_raw_params", Value { kind: Kind::String(text.into()), ..value.clone() })];
    if matches!(kind, "command" | "shell" | "raw" | "script" | "win_command" | "win_shell" | "meta") {
        return raw();
    }
    let mut entries: Vec<Entry> = Vec::new();
    for word in words(text) {
        match word.split_once('=') {
            Some((key, text)) if key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') => {
                entries.push(Entry::of(key, Value { kind: Kind::String(unquoted(text).into()), ..value.clone() }));
            }
            _ => return raw(),
        }
    }
    entries
}

/// Words of a line; blanks in quotes and templates part none.
fn words(text: &str) -> Vec<&str> {
    let (mut words, mut start, mut quote, mut braces) = (Vec::new(), None, None, 0_usize);
    let mut before = ' ';
    for (at, char) in text.char_indices() {
        match quote {
            Some(open) if char == open => quote = None,
            Some(_) => {}
            None if matches!(char, '\'' | '"') => quote = Some(char),
            None if char == '{' && before == '{' => braces += 1,
            None if char == '}' && before == '}' => braces = braces.saturating_sub(1),
            None if char.is_whitespace() && braces == 0 => {
                if let Some(start) = start.take() {
                    words.push(&text[start..at]);
                }
                before = char;
                continue;
            }
            None => {}
        }
        start.get_or_insert(at);
        before = char;
    }
    words.extend(start.map(|start| &text[start..]));
    words
}

fn unquoted(text: &str) -> &str {
    ['\'', '"'].iter().find_map(|quote| text.strip_prefix(*quote)?.strip_suffix(*quote)).unwrap_or(text)
}

/// The words that Ansible takes for true and false as such.
fn truth(value: Value) -> Value {
    let kind = match value.as_str() {
        Some("yes" | "Yes" | "YES" | "on" | "On" | "ON" | "True" | "true") => Kind::Bool(true),
        Some("no" | "No" | "NO" | "off" | "Off" | "OFF" | "False" | "false") => Kind::Bool(false),
        _ => return value,
    };
    Value { kind, ..value }
}
