//! Modules of a registry that are not in the repository and that the catalog has a stand-in for: which call is
//! answered by which, and how what comes out of one gets the places of the call.
//!
//! A stand-in's text is no file of the repository, so nothing that leaves it may point into it: a value that an
//! argument gave lies at the argument, anything else at the call.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::catalog::StandIn;
use crate::model::{Fact, Kind, Map, Reason, Trace, Unknown, Value};
use crate::parse::hcl::{self, Document};
use crate::source::{FileId, Sources, Span};

use super::module::Module;
use super::providers::{below, minimum};
use super::tree::is_local;
use super::values::MOST_LEVELS;

/// What the paths of stand-ins begin with.
pub(super) const PREFIX: &str = "registry:";

/// Hosts that lead to the public registry.
const REGISTRIES: [&str; 2] = ["registry.terraform.io/", "registry.opentofu.org/"];

/// The stand-in for a module's source and the constraint on its version: the newest that may be meant.
pub(super) fn find<'s>(stand_ins: &'s [StandIn], source: &str, version: Option<&str>) -> Option<&'s StandIn> {
    let (address, reference) = address(source)?;
    let constraint = version.or(reference).unwrap_or_default();
    let (least, most) = (minimum(constraint).unwrap_or_default(), below(constraint).unwrap_or_default());
    stand_ins.iter().filter(|one| one.source == address).find(|one| one.fits(&least, &most))
}

/// The registry's address of a module, however it is fetched, and the version that the source itself names.
fn address(source: &str) -> Option<(String, Option<&str>)> {
    if is_local(source) {
        return None;
    }
    let (plain, query) = source.split_once('?').unwrap_or((source, ""));
    let reference = query.split('&').find_map(|part| part.strip_prefix("ref=").or(part.strip_prefix("version=")));
    let plain = plain.strip_prefix("tfr://").map_or(plain, |rest| rest.trim_start_matches('/'));
    let plain = REGISTRIES.iter().find_map(|host| plain.strip_prefix(host)).unwrap_or(plain);
    let Some(at) = plain.find("github.com") else { return Some((plain.to_owned(), reference)) };
    // The repository `org/terraform-aws-name` is the registry's `org/name/aws`.
    let rest = plain[at + "github.com".len()..].trim_start_matches(['/', ':']);
    let (repository, folder) = rest.split_once("//").map_or((rest, None), |(left, right)| (left, Some(right)));
    let (owner, name) = repository.trim_end_matches(".git").split_once('/')?;
    let (provider, name) = name.strip_prefix("terraform-")?.split_once('-')?;
    let folder = folder.map_or(String::new(), |folder| format!("//{folder}"));
    Some((format!("{owner}/{name}/{provider}{folder}"), reference))
}

/// The texts of those stand-ins that some module calls, by their paths.
pub(super) fn documents<'a>(
    sources: &Sources,
    stand_ins: &'a [StandIn],
    modules: &BTreeMap<&str, Module<'_>>,
    configs: &BTreeMap<&str, Module<'_>>,
) -> BTreeMap<String, (&'a StandIn, FileId, Document)> {
    let text = |block: &hcl::Block, name: &str| block.body.attribute(name)?.value.as_str().map(str::to_owned);
    let calls = modules.values().flat_map(|module| &module.calls);
    let called = calls.filter_map(|call| {
        let found = find(stand_ins, &text(call.block, "source")?, text(call.block, "version").as_deref())?;
        Some((found.path(), found))
    });
    // A unit's source is seldom written in one piece: its text only has to name the module.
    let texts = configs.values().filter_map(|config| Some(sources.get(config.first?).text.as_str()));
    let texts: Vec<&str> = texts.collect();
    let named = stand_ins.iter().filter(|stand_in| texts.iter().any(|text| names(text, &stand_in.source)));
    let called = called.chain(named.map(|stand_in| (stand_in.path(), stand_in)));
    let called: BTreeMap<String, &StandIn> = called.collect();
    let read = called.into_iter().filter_map(|(path, found)| {
        let file = sources.find(&path)?;
        Some((path, (found, file, hcl::parse(file, &sources.get(file).text).tree)))
    });
    read.collect()
}

/// Whether a text may name a module, by its address or its repository.
fn names(text: &str, address: &str) -> bool {
    let plain = address.split("//").next().unwrap_or(address);
    let mut parts = plain.split('/');
    let (Some(_), Some(name), Some(provider)) = (parts.next(), parts.next(), parts.next()) else { return false };
    text.contains(plain) || text.contains(&format!("terraform-{provider}-{name}"))
}

/// A fact of a stand-in as one of the call: its places, and that it may have more than the stand-in says.
pub(super) fn place(fact: &mut Fact, at: Span, stand_in: &StandIn, source: &Arc<str>) {
    let within = fact.span.file;
    if stand_in.leaves_open(&fact.kind) {
        open(&mut fact.body, within, source, MOST_LEVELS);
    }
    value(&mut fact.body, within, at, MOST_LEVELS);
    (fact.span, fact.header) = (at, at);
}

/// A block's body may have more attributes, and so may the blocks in it.
fn open(body: &mut Value, within: FileId, source: &Arc<str>, levels: u32) {
    let Kind::Map(Map { entries, open: more }) = &mut body.kind else { return };
    if body.span.file != within || levels == 0 {
        return;
    }
    *more =
        more.take().or_else(|| Some(Arc::new(Unknown { reason: Reason::Module(source.clone()), pieces: Vec::new() })));
    for entry in entries {
        if let Kind::List(blocks) = &mut entry.value.kind {
            blocks.items.iter_mut().for_each(|block| open(block, within, source, levels - 1));
        }
    }
}

/// Moves what lies in a stand-in's text to the argument that it is from, or else to the call.
pub(super) fn value(found: &mut Value, within: FileId, at: Span, levels: u32) {
    if found.span.file == within {
        let given = found.origins().iter().rev().find(|origin| origin.file != within).copied();
        found.span = given.unwrap_or(at);
    }
    if found.origins().iter().any(|origin| origin.file == within || *origin == found.span) {
        let mut trace: Trace = found.trace.take().map_or_else(Trace::default, Arc::unwrap_or_clone);
        trace.origins.retain(|origin| origin.file != within && *origin != found.span);
        found.trace = Some(Arc::new(trace));
    }
    if levels == 0 {
        found.kind = Kind::Null;
        return;
    }
    match &mut found.kind {
        Kind::List(list) => list.items.iter_mut().for_each(|item| value(item, within, at, levels - 1)),
        Kind::Map(map) => {
            for entry in &mut map.entries {
                value(&mut entry.value, within, at, levels - 1);
                if entry.key_span.file == within {
                    entry.key_span = entry.value.span;
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn a_module_is_the_same_however_it_is_fetched() {
        let s3 = "terraform-aws-modules/s3-bucket/aws";
        for (source, expected, version) in [
            ("terraform-aws-modules/s3-bucket/aws", s3, None),
            ("registry.terraform.io/terraform-aws-modules/s3-bucket/aws", s3, None),
            (
                "git::https://github.com/terraform-aws-modules/terraform-aws-s3-bucket.git?ref=v4.1.0",
                s3,
                Some("v4.1.0"),
            ),
            ("git@github.com:terraform-aws-modules/terraform-aws-s3-bucket?depth=1&ref=x", s3, Some("x")),
            ("github.com/terraform-aws-modules/terraform-aws-s3-bucket", s3, None),
            ("tfr:///terraform-aws-modules/s3-bucket/aws?version=3.3.0", s3, Some("3.3.0")),
            (
                "terraform-aws-modules/eks/aws//modules/karpenter",
                "terraform-aws-modules/eks/aws//modules/karpenter",
                None,
            ),
            ("github.com/a/terraform-google-b//modules/c?ref=v1", "a/b/google//modules/c", Some("v1")),
        ] {
            assert_eq!(address(source), Some((expected.to_owned(), version)), "{source}");
        }
        assert_eq!(address("../x"), None);
        assert_eq!(address("github.com/a/b"), None);
    }
}
