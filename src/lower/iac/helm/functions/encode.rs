//! Functions that write and read YAML, JSON and Base64.

use std::rc::Rc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::lower::iac::helm::format::{float_up_to, with_origin};
use crate::lower::iac::helm::machine::{Answer, LEVELS, Machine, Stop, hole_text};
use crate::lower::iac::helm::text::{Builder, Mark};
use crate::lower::iac::helm::val::{Data, Val, from_yaml};
use crate::lower::iac::helm::write::write;
use crate::parse::yaml::parse_plain;
use crate::source::{FileId, Span};

use super::Args;

/// Calls a function, if it is one of these.
pub(super) fn call(machine: &mut Machine, name: &str, args: &Args) -> Option<Answer<Val>> {
    Some(match name {
        "toYaml" | "toYamlPretty" | "mustToYaml" => args.get(0).and_then(|val| {
            machine.spend(1)?;
            Ok(Val::text(write(val)?))
        }),
        "toJson" | "mustToJson" | "toRawJson" | "mustToRawJson" => args.get(0).map(|val| {
            let mut out = Builder::default();
            json(val, LEVELS, !name.ends_with("RawJson"), None, &mut out);
            Val::text(out.finish())
        }),
        "toPrettyJson" | "mustToPrettyJson" => args.get(0).map(|val| {
            let mut out = Builder::default();
            json(val, LEVELS, true, Some(0), &mut out);
            Val::text(out.finish())
        }),
        "fromYaml" | "fromJson" | "mustFromJson" => args.get(0).and_then(|val| read(machine, val, true)),
        "fromYamlArray" | "fromJsonArray" => args.get(0).and_then(|val| read(machine, val, false)),
        "toToml" | "fromToml" => args.get(0).map(|_| machine.unknown(crate::model::Reason::Expression(name.into()))),
        "b64enc" => args.get(0).and_then(|val| match val.hole() {
            Some(hole) => Ok(Val::unknown(hole)),
            None => Ok(Val::str(STANDARD.encode(args.str(0)?))),
        }),
        "b64dec" => args.str(0).map(|text| {
            let bytes = STANDARD.decode(text.replace(['\n', '\r'], ""));
            Val::str(match bytes.map(String::from_utf8) {
                Ok(Ok(text)) => text,
                _ => "illegal base64 data".to_owned(),
            })
        }),
        "b32enc" => args.str(0).map(|text| Val::str(base32(text.as_bytes()))),
        "sha256sum" => args.str(0).map(|text| Val::str(super::digest::sha256(&text))),
        "urlquery" => args.str(0).map(|text| Val::str(url(&text))),
        _ => return None,
    })
}

fn read(machine: &mut Machine, val: &Val, wants_map: bool) -> Answer<Val> {
    if let Data::Unknown(hole) = val.data {
        return Ok(Val::unknown(hole));
    }
    let text = with_origin(val);
    machine.spend_bytes(text.as_str().len().saturating_mul(4))?;
    if !text.is_known() {
        // A hole may be a value or any number of lines: what is around it is not told apart from it.
        return Ok(Val::unknown(text.hole().unwrap_or(0)));
    }
    let parsed = parse_plain(FileId(0), text.as_str());
    if let Some(failure) = parsed.failures.first() {
        if wants_map {
            return Ok(Val::map([(
                "Error".into(),
                Val::str(format!("error converting YAML to JSON: {}", failure.message)),
            )]));
        }
        return Ok(Val::list([Val::str("error converting YAML to JSON")]));
    }
    let origin = |span: Span| text.mark(span.start as usize).origin;
    let read = parsed.tree.first().map_or_else(Val::nil, |value| from_yaml(value, text.as_str(), &origin));
    Ok(match (&read.data, wants_map) {
        (Data::Map(_), _) | (Data::List(_), false) => read,
        (Data::Nil, true) => Val::map([]),
        (Data::Nil, false) => Val::list([]),
        (_, true) => Val::map([("Error".into(), Val::str("error unmarshaling JSON: it is no map"))]),
        _ => Val::list([Val::str("error unmarshaling JSON: it is no list")]),
    })
}

/// A value as JSON; over lines of their own when a depth is given.
pub(in crate::lower::iac::helm) fn json(
    val: &Val,
    levels: usize,
    escapes: bool,
    depth: Option<usize>,
    out: &mut Builder,
) {
    let Some(levels) = levels.checked_sub(1) else { return };
    let mark = Mark { origin: val.origin, ..Mark::default() };
    let line = |out: &mut Builder, depth: Option<usize>| {
        if let Some(depth) = depth {
            out.push(&format!("\n{}", "  ".repeat(depth)), Mark::default());
        }
    };
    let inner = depth.map(|depth| depth + 1);
    match &val.data {
        Data::Nil | Data::Object(_) => out.push("null", mark),
        Data::Bool(truth) => out.push(if *truth { "true" } else { "false" }, mark),
        Data::Int(number) => out.push(&number.to_string(), mark),
        // JSON has no leading noughts in exponents that are negative.
        Data::Float(number) => out.push(&float_up_to(*number, -6, 21).replace("e-0", "e-"), mark),
        Data::Text(text) => out.push(&string(text.as_str(), escapes), mark),
        Data::Unknown(hole) => out.push(&format!("\"{}\"", hole_text(*hole)), mark),
        Data::List(list) => {
            out.push("[", Mark::default());
            for (index, item) in list.items().iter().enumerate() {
                if index > 0 {
                    out.push(",", Mark::default());
                }
                line(out, inner);
                json(item, levels, escapes, inner, out);
            }
            if !list.items().is_empty() {
                line(out, depth);
            }
            out.push("]", Mark::default());
        }
        Data::Map(dict) => {
            out.push("{", Mark::default());
            let entries: Vec<(Rc<str>, Val)> = dict.entries();
            for (index, (key, val)) in entries.iter().enumerate() {
                if index > 0 {
                    out.push(",", Mark::default());
                }
                line(out, inner);
                out.push(&string(key, escapes), Mark { origin: val.origin, ..Mark::default() });
                out.push(if depth.is_some() { ": " } else { ":" }, Mark::default());
                json(val, levels, escapes, inner, out);
            }
            if !entries.is_empty() {
                line(out, depth);
            }
            out.push("}", Mark::default());
        }
    }
}

fn string(text: &str, escapes: bool) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\x08' => out.push_str("\\b"),
            '\x0c' => out.push_str("\\f"),
            '<' | '>' | '&' if escapes => out.push_str(&format!("\\u{:04x}", u32::from(letter))),
            '\u{2028}' | '\u{2029}' => out.push_str(&format!("\\u{:04x}", u32::from(letter))),
            letter if u32::from(letter) < 0x20 => out.push_str(&format!("\\u{:04x}", u32::from(letter))),
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

fn base32(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let mut out = String::new();
    for chunk in bytes.chunks(5) {
        let mut block = [0u8; 8];
        block[3..3 + chunk.len()].copy_from_slice(chunk);
        let number = u64::from_be_bytes(block);
        let count = (chunk.len() * 8).div_ceil(5);
        for index in 0..8 {
            let letter = usize::try_from((number >> (35 - 5 * index)) & 31).unwrap_or(0);
            out.push(if index < count { char::from(LETTERS[letter]) } else { '=' });
        }
    }
    out
}

fn url(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => out.push(char::from(byte)),
            b' ' => out.push('+'),
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// Helm's `toYaml` fails on what has no end; so does this.
pub(in crate::lower::iac::helm) fn too_deep() -> Stop {
    Stop { message: "a value nests deeper than is written".into(), ..Stop::limit() }
}
