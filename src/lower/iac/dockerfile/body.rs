//! The bodies of instruction facts: what all instructions have, and what each keyword adds.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Entry, Link, Reason, Value};
use crate::parse::dockerfile::{Instruction, Word};
use crate::source::Span;

use super::super::interpolate::unset;
use super::{Lookup, Lowering};

impl Lowering<'_> {
    /// The entries of an instruction's body.
    pub(super) fn body(&mut self, instruction: &Instruction) -> Vec<Entry> {
        let mut entries = Vec::new();
        if let Some(stage) = self.stages.last() {
            let link = Link { address: stage.address.clone(), attribute: "".into() };
            entries.push(Entry::of("stage", Value::string(stage.address.clone(), stage.header).with_links([link])));
        }
        entries.extend(self.common(instruction));
        match instruction.keyword.text.as_str() {
            "FROM" => entries
                .extend(self.stages.last().and_then(|stage| stage.from.clone()).map(|from| Entry::of("from", from))),
            "ENV" | "LABEL" | "ARG" => entries.push(self.set(instruction)),
            "USER" => entries
                .push(Entry::of("user", self.expand(&instruction.rest.text, instruction.rest.span, Lookup::Stage))),
            "EXPOSE" => {
                let ports = instruction.words.iter().map(|word| self.port(word)).collect();
                entries.push(Entry::of("ports", Value::list(ports, instruction.rest.span)));
            }
            "COPY" | "ADD" => self.copy(instruction, &mut entries),
            "HEALTHCHECK" => {
                entries.push(Entry::of("healthcheck", Value::bool(instruction.nested.is_some(), instruction.rest.span)))
            }
            "ONBUILD" => {
                let trigger = instruction.nested.as_ref();
                let trigger = trigger.map(|trigger| Value::map(self.common(trigger), trigger.span));
                entries.extend(trigger.map(|trigger| Entry::of("trigger", trigger)));
            }
            _ => {}
        }
        entries
    }

    /// What every instruction has: keyword, text, words and flags. A health check has those of its command.
    fn common(&self, instruction: &Instruction) -> Vec<Entry> {
        let keyword = instruction.keyword.text.as_str();
        let mut entries = vec![Entry::of("instruction", Value::string(keyword, instruction.keyword.span))];
        let command = match &instruction.nested {
            Some(command) if keyword == "HEALTHCHECK" => command,
            _ => instruction,
        };
        let mut text = command.rest.text.clone();
        let mut span = command.rest.span;
        for document in &command.heredocs {
            text.push('\n');
            text.push_str(&document.body.text);
            span = span.to(document.body.span);
        }
        entries.push(Entry::of("command", Value::string(text, span)));
        let words = command.words.iter().map(|word| self.word(word, command)).collect();
        entries.push(Entry::of("args", Value::list(words, command.rest.span)));
        if matches!(command.keyword.text.as_str(), "RUN" | "CMD" | "ENTRYPOINT") {
            let form = if command.exec { "exec" } else { "shell" };
            entries.push(Entry::of("form", Value::string(form, command.rest.span)));
        }
        if !command.heredocs.is_empty() {
            let documents = command.heredocs.iter().map(|document| &document.body);
            let documents = documents.map(|body| Value::string(body.text.as_str(), body.span)).collect();
            entries.push(Entry::of("heredocs", Value::list(documents, span)));
        }
        entries.extend(self.flags(instruction));
        entries
    }

    /// A word as the builder hands it on.
    fn word(&self, word: &Word, instruction: &Instruction) -> Value {
        let lookup = match instruction.keyword.text.as_str() {
            "FROM" => Lookup::Globals,
            "RUN" | "CMD" | "ENTRYPOINT" | "SHELL" | "ONBUILD" | "HEALTHCHECK" | "MAINTAINER" => Lookup::Nothing,
            _ => Lookup::Stage,
        };
        if instruction.exec && lookup == Lookup::Nothing {
            return Value::string(word.text.as_str(), word.span);
        }
        self.expand(&word.text, word.span, lookup)
    }

    /// The flags as a map; the values of a repeated one as a list.
    fn flags(&self, instruction: &Instruction) -> Option<Entry> {
        let lookup = if instruction.keyword.text == "FROM" { Lookup::Globals } else { Lookup::Stage };
        let mut by_name: BTreeMap<&str, Vec<(Span, Value)>> = BTreeMap::new();
        for flag in &instruction.flags {
            let value = match &flag.value {
                Some(value) => self.expand(&value.text, value.span, lookup),
                None => Value::bool(true, flag.span),
            };
            by_name.entry(&flag.name.text).or_default().push((flag.name.span, value));
        }
        let entries = by_name.into_iter().filter_map(|(name, mut values)| {
            let (key_span, last) = values.pop()?;
            let Some((_, first)) = values.first() else {
                return Some(Entry { key: name.into(), key_span, value: last });
            };
            let span = first.span.to(last.span);
            let items = values.into_iter().map(|(_, value)| value).chain([last]).collect();
            Some(Entry { key: name.into(), key_span, value: Value::list(items, span) })
        });
        let entries = entries.collect();
        let span = instruction.flags.first()?.span.to(instruction.flags.last()?.span);
        Some(Entry::of("flags", Value::map(entries, span)))
    }

    /// The variables or labels that an instruction sets, as a map.
    fn set(&self, instruction: &Instruction) -> Entry {
        let is_arg = instruction.keyword.text == "ARG";
        let pair = instruction.words.first().is_none_or(|first| first.text.contains('='));
        let entries = if is_arg || pair {
            instruction.words.iter().map(|word| self.pair(word, is_arg)).collect()
        } else {
            self.single(instruction).into_iter().collect()
        };
        Entry::of("set", Value::map(entries, instruction.rest.span))
    }

    /// `name=value`, or a build argument without a default.
    fn pair(&self, word: &Word, is_arg: bool) -> Entry {
        let equals = word.text.find('=');
        let end = equals.unwrap_or(word.text.len());
        let key_span = word.part(0..end);
        let key = self.expand(&word.text[..end], key_span, Lookup::Nothing);
        let key: Arc<str> = key.as_str().unwrap_or_default().into();
        let value = match equals {
            Some(equals) => {
                self.expand(&word.text[equals + 1..], word.part(equals + 1..word.text.len()), Lookup::Stage)
            }
            None if is_arg => match self.globals.get(&*key).filter(|_| !self.stages.is_empty()) {
                Some(global) => global.clone().used_at(word.span),
                None => unset(Reason::Input, &key, word.span),
            },
            None => Value::string("", word.span),
        };
        Entry { key, key_span, value }
    }

    /// The old form without an equals sign: the first word is the name, the rest the value.
    fn single(&self, instruction: &Instruction) -> Option<Entry> {
        let name = instruction.words.first()?;
        let rest = &instruction.rest;
        let after = rest.text.get(name.text.len()..)?;
        let start = rest.text.len() - after.trim_start().len();
        let value = self.expand(&rest.text[start..], rest.part(start..rest.text.len()), Lookup::Stage);
        Some(Entry { key: name.text.as_str().into(), key_span: name.span, value })
    }

    fn port(&self, word: &Word) -> Value {
        let value = self.expand(&word.text, word.span, Lookup::Stage);
        let (port, protocol) = match value.as_str() {
            Some(text) => {
                let (port, protocol) = text.split_once('/').unwrap_or((text, "tcp"));
                let number = port.parse().ok().map(|number: u16| Value::number(number.into(), word.span));
                let port = number.unwrap_or_else(|| Value::string(port, word.span));
                (port, Value::string(protocol.to_ascii_lowercase(), word.span))
            }
            None => {
                let suffix = value.as_unknown().map(|unknown| unknown.suffix().to_ascii_lowercase());
                let protocol =
                    suffix.as_deref().and_then(|suffix| suffix.split_once('/')).map(|(_, protocol)| protocol);
                let protocol = protocol.map(|protocol| Value::string(protocol, word.span));
                (value.clone(), protocol.unwrap_or(value))
            }
        };
        Value::map(vec![Entry::of("port", port), Entry::of("protocol", protocol)], word.span)
    }

    /// Sources, destination, and the image or stage that is copied from.
    fn copy(&mut self, instruction: &Instruction, entries: &mut Vec<Entry>) {
        if let Some((destination, sources)) = instruction.words.split_last() {
            let sources = sources.iter().map(|word| self.word(word, instruction)).collect();
            entries.push(Entry::of("sources", Value::list(sources, instruction.rest.span)));
            entries.push(Entry::of("destination", self.word(destination, instruction)));
        }
        let from = instruction.flags.iter().find(|flag| flag.name.text == "from");
        if let Some(from) = from.and_then(|flag| flag.value.as_ref()) {
            entries.push(Entry::of("from", self.reference(from, instruction, Lookup::Stage)));
        }
    }
}
