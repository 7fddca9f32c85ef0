//! One fact for each third party, from all signs of it and from the user's register of agreements.

use std::collections::BTreeMap;

use crate::catalog::Data;
use crate::catalog::phi::{Level, Lexicon};
use crate::catalog::vendor::{Baa, Vendor};
use crate::config::{Agreement, Config, DeclaredVendor};
use crate::model::{Dialect, Entry, Fact, Model, Part, ScopeId, Signal, Value, VendorUse};
use crate::source::{FileId, Span};

use super::texts;

/// Services of the clouds by the cloud's vendor id: each by its name, with the first fact that uses it.
type Services<'d> = BTreeMap<&'d str, BTreeMap<&'d str, Span>>;

/// The facts of dialect `vendor`. A vendor is there when something stronger than an environment
/// variable's name, or a package that another package draws in, speaks of it.
#[must_use]
pub fn vendors(model: &Model, data: &Data, lexicon: &Lexicon, config: &Config, config_file: Option<FileId>) -> Part {
    let services = services(model, data);
    let declared_resources: Vec<(&str, VendorUse)> = services
        .iter()
        .filter_map(|(cloud, used)| Some((*cloud, used.iter().min_by_key(|(_, span)| **span)?)))
        .map(|(cloud, (service, span))| (cloud, resource_use(service, *span)))
        .collect();
    let mut signs: BTreeMap<&str, Vec<&VendorUse>> = BTreeMap::new();
    for (cloud, sign) in &declared_resources {
        signs.entry(cloud).or_default().push(sign);
    }
    for sign in &model.uses {
        let declared = config.vendors.iter().find(|declared| is_declared(declared, sign)).map(|vendor| &*vendor.id);
        if let Some(id) = declared.or_else(|| data.vendors.match_use(sign).map(|vendor| &*vendor.id)) {
            signs.entry(id).or_default().push(sign);
        }
    }
    let phi_calls = phi_calls(model, data, lexicon);
    let mut facts = Vec::new();
    for (id, mut uses) in signs {
        uses.sort_by_key(|sign| (sign.development, strength(sign), sign.span, &sign.name));
        // Each variant of a root has them.
        uses.dedup();
        if uses.iter().all(|sign| strength(sign) >= WEAK) {
            continue;
        }
        let known = data.vendors.get(id);
        let subject = Subject {
            id,
            known,
            uses: &uses,
            services: services.get(id),
            declared: config.vendors.iter().find(|declared| declared.id == id),
            agreement: config.agreements.iter().find(|agreement| agreement.vendor == id),
            config_file,
        };
        facts.push(subject.fact(phi_calls.get(id).copied()));
    }
    Part { facts, ..Part::default() }
}

fn services<'d>(model: &Model, data: &'d Data) -> Services<'d> {
    let mut services: Services<'d> = BTreeMap::new();
    for (dialect, kind) in model.kinds() {
        if !matches!(dialect, Dialect::Terraform | Dialect::Cloudformation) {
            continue;
        }
        let first = model.of_kind(dialect, kind).first().map(|index| model.facts[*index].header);
        if let (Some(service), Some(span)) = (data.eligible.find(kind), first) {
            let known = services.entry(&service.cloud).or_default().entry(&service.name).or_insert(span);
            *known = span.min(*known);
        }
    }
    services
}

/// A resource of a cloud as a sign of it.
fn resource_use(service: &str, span: Span) -> VendorUse {
    VendorUse { signal: Signal::TerraformProvider, name: service.into(), span, development: false, direct: true }
}

fn is_declared(vendor: &DeclaredVendor, sign: &VendorUse) -> bool {
    match sign.signal {
        Signal::Host => vendor.hosts.iter().any(|host| {
            sign.name.strip_suffix(host.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        }),
        _ => vendor.packages.iter().any(|package| {
            let name = package.split_once(':').map_or(package.as_str(), |(_, name)| name);
            name == &*sign.name
        }),
    }
}

/// Signs of this rank and above do not show a vendor on their own.
const WEAK: u8 = 8;

/// The rank of a sign as a place for a finding: the lower, the better.
fn strength(sign: &VendorUse) -> u8 {
    match sign.signal {
        Signal::Import => 1,
        Signal::TerraformProvider => 2,
        Signal::Script => 3,
        Signal::Host => 4,
        Signal::Image => 5,
        Signal::Action => 6,
        Signal::Environment => 9,
        _ if sign.direct => 0,
        _ => WEAK,
    }
}

/// For each vendor the first call into its own library that is given something named like PHI.
fn phi_calls<'m>(model: &'m Model, data: &'m Data, lexicon: &Lexicon) -> BTreeMap<&'m str, &'m Fact> {
    let mut calls = BTreeMap::new();
    for fact in model.facts.iter().filter(|fact| fact.dialect.is_code()) {
        // The library is what the name begins with, up to a border between words.
        let borders = fact.kind.match_indices(['.', ':', '(']).map(|(at, _)| at).take(8);
        let found = borders
            .filter_map(|at| data.vendors.find(Signal::Import, &format!("{}:{}", fact.dialect, &fact.kind[..at])));
        let Some(vendor) = found.last() else { continue };
        if names(fact).any(|name| lexicon.judge(name, &[]).is_some_and(|found| found.level == Level::Strong)) {
            calls.entry(vendor.id.as_str()).or_insert(fact);
        }
    }
    calls
}

/// The names that a call's arguments mention.
fn names(fact: &Fact) -> impl Iterator<Item = &str> {
    let list = fact.body.get("names").and_then(Value::as_list);
    list.map_or(&[][..], |list| &list.items).iter().filter_map(Value::as_str)
}

struct Subject<'s> {
    id: &'s str,
    known: Option<&'s Vendor>,
    uses: &'s [&'s VendorUse],
    services: Option<&'s BTreeMap<&'s str, Span>>,
    declared: Option<&'s DeclaredVendor>,
    agreement: Option<&'s Agreement>,
    config_file: Option<FileId>,
}

impl Subject<'_> {
    fn fact(&self, phi: Option<&Fact>) -> Fact {
        let span = self.uses[0].span;
        let category = self.known.map_or("declared", |vendor| vendor.category.as_str());
        let baa = self.known.map_or(Baa::Unknown, |vendor| vendor.baa);
        let on_page = self.uses.iter().any(|sign| sign.signal == Signal::Script && !sign.development);
        let declared = self.declared.and_then(|declared| declared.phi);
        let reaches = declared.unwrap_or(phi.is_some());
        let phi_place = phi.filter(|_| declared.is_none()).map_or(span, |call| call.header);
        let mut body = vec![
            Entry::of("id", Value::string(self.id, span)),
            Entry::of("category", Value::string(category, span)),
            Entry::of("baa", Value::string(baa.name(), span)),
            Entry::of("on-page", Value::bool(on_page, span)),
            Entry::of("development", Value::bool(self.uses.iter().all(|sign| sign.development), span)),
            Entry::of("phi", Value::bool(reaches, phi_place)),
            Entry::of("signals", texts(self.uses.iter().map(|sign| &*sign.name), span)),
            Entry::of("places", self.places()),
            Entry::of("services", self.services_used(&[], span)),
        ];
        body.extend(
            self.declared
                .and_then(|declared| declared.exempt.as_deref())
                .map(|why| Entry::of("exempt", Value::string(why, span))),
        );
        body.extend(self.agreement.map(|agreement| Entry::of("agreement", self.agreement_value(agreement, span))));
        Fact {
            dialect: Dialect::Vendor,
            kind: self.id.into(),
            address: self.known.map_or(self.id, |vendor| vendor.name.as_str()).into(),
            scope: ScopeId(0),
            body: Value::map(body, span),
            span,
            header: span,
            via: Vec::new(),
        }
    }

    /// Every place that shows the vendor, best first, one a line of code.
    fn places(&self) -> Value {
        let items = self.uses.iter().map(|sign| Value::string(sign.name.clone(), sign.span)).collect();
        Value::list(items, self.uses[0].span)
    }

    /// The vendor's services that are used and not among the covered ones, each at its first use.
    fn services_used(&self, covered: &[String], span: Span) -> Value {
        let used = self.services.into_iter().flatten();
        let uncovered = used.filter(|(service, _)| !covered.iter().any(|name| name.eq_ignore_ascii_case(service)));
        Value::list(uncovered.map(|(service, span)| Value::string(*service, *span)).collect(), span)
    }

    /// The register's entry, with its place in the user's file when that was read.
    fn agreement_value(&self, agreement: &Agreement, fallback: Span) -> Value {
        let span = self.config_file.map_or(fallback, |file| Span::new(file, agreement.span.clone()));
        let mut entries: Vec<Entry> = Vec::new();
        for (key, day) in
            [("signed", &agreement.signed), ("expires", &agreement.expires), ("evidence", &agreement.evidence)]
        {
            entries.extend(day.as_deref().map(|day| Entry::of(key, Value::string(day, span))));
        }
        if !agreement.services.is_empty() {
            entries.push(Entry::of("services", texts(agreement.services.iter().map(String::as_str), span)));
            entries.push(Entry::of("uncovered", self.services_used(&agreement.services, span)));
        }
        entries.push(Entry::of("vendor", Value::string(agreement.vendor.as_str(), span)));
        Value::map(entries, span)
    }
}
