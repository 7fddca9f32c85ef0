//! Selectors: which pods of the folder a policy, a service or a budget applies to.
//!
//! Where labels are templates and no pod surely meets a selector, those that may meet it count: both are
//! made by the same chart. A selector that is not known as a whole is made unknown.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Kind, Link, Map, Reason, Trace, Unknown, Value};
use crate::source::Sources;

use super::object::{Object, identity};
use super::pod;

/// Kinds that select pods, and the key of their specification that does.
const SELECTORS: [(&str, &str); 8] = [
    ("AuthorizationPolicy", "selector"),
    ("CiliumNetworkPolicy", "endpointSelector"),
    ("NetworkPolicy", "podSelector"),
    ("PeerAuthentication", "selector"),
    ("PodDisruptionBudget", "selector"),
    ("PodMonitor", "selector"),
    ("RequestAuthentication", "selector"),
    ("Service", "selector"),
];

/// How many comparisons of a pod with a requirement are made for a folder.
const COMPARISONS: usize = 1_000_000;

/// A label's value, as written and whether that is all.
struct Label {
    text: String,
    is_known: bool,
}

impl Label {
    fn new(sources: &Sources, value: &Value) -> Self {
        Self { text: identity(sources, value), is_known: value.as_unknown().is_none() }
    }
}

struct Pod {
    address: Arc<str>,
    labels: BTreeMap<Arc<str>, Label>,
    /// Whether it may have more labels.
    open: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Operator {
    In,
    NotIn,
    Exists,
    DoesNotExist,
}

/// Whether a pod meets a requirement, the worst first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Meets {
    Never,
    Maybe,
    Surely,
}

struct Requirement {
    key: Arc<str>,
    operator: Operator,
    values: Vec<Label>,
}

/// The pods of a folder by their labels.
pub struct Selection {
    pods: Vec<Pod>,
    by_namespace: BTreeMap<String, Vec<usize>>,
    by_label: BTreeMap<(String, Arc<str>, String), Vec<usize>>,
    /// Pods of a namespace with labels that are not all known.
    uncertain: BTreeMap<String, Vec<usize>>,
    left: usize,
    spent: bool,
}

impl Selection {
    pub fn new(sources: &Sources, objects: &[Object]) -> Self {
        let mut selection = Self {
            pods: Vec::new(),
            by_namespace: BTreeMap::new(),
            by_label: BTreeMap::new(),
            uncertain: BTreeMap::new(),
            left: COMPARISONS,
            spent: false,
        };
        for object in objects {
            if let Some(template) = pod::template(object) {
                let labels = template.metadata.and_then(|metadata| metadata.get("labels"));
                let metadata_open = template.metadata.is_some_and(is_open);
                selection.add(sources, object, labels, metadata_open);
            }
        }
        selection
    }

    fn add(&mut self, sources: &Sources, object: &Object, labels: Option<&Value>, open: bool) {
        let at = self.pods.len();
        let entries = labels.and_then(Value::as_map).map_or(&[][..], |map| &map.entries);
        let pairs = entries.iter().map(|entry| (entry.key.clone(), Label::new(sources, &entry.value)));
        let labels_open = labels.map_or(open, is_open);
        let pod = Pod { address: object.address.clone(), labels: pairs.collect(), open: labels_open };
        for (key, label) in &pod.labels {
            let label = (object.namespace.clone(), key.clone(), label.text.clone());
            self.by_label.entry(label).or_default().push(at);
        }
        if pod.open || pod.labels.values().any(|label| !label.is_known) {
            self.uncertain.entry(object.namespace.clone()).or_default().push(at);
        }
        self.by_namespace.entry(object.namespace.clone()).or_default().push(at);
        self.pods.push(pod);
    }

    /// Whether there was more to compare than is compared.
    pub fn is_spent(&self) -> bool {
        self.spent
    }

    /// Links the selector of an object to the workloads whose pods it selects.
    pub fn link(&mut self, sources: &Sources, object: &mut Object) {
        let Some((_, key)) = SELECTORS.iter().find(|(kind, _)| *kind == &*object.kind) else { return };
        let Some(selector) = entry_mut(&mut object.body, "spec").and_then(|spec| entry_mut(spec, key)) else { return };
        let Some(map) = selector.as_map() else { return };
        let requirements = if &*object.kind == "Service" { labels(sources, map) } else { requirements(sources, map) };
        let requirements = match requirements {
            Ok(requirements) => requirements,
            Err(unknown) => {
                *selector = Value::unknown(unknown.reason.clone(), selector.span);
                return;
            }
        };
        // A service without a selector selects nothing, a policy without one everything.
        if requirements.is_empty() && &*object.kind == "Service" {
            return;
        }
        let Some(links) = self.select(&object.namespace, &requirements) else {
            *selector = Value::unknown(Reason::Limit, selector.span);
            return;
        };
        let origins = selector.origins().to_vec();
        selector.trace =
            (!links.is_empty() || !origins.is_empty()).then(|| Arc::new(Trace { links, origins, form: None }));
    }

    /// The workloads that requirements select; none when there was too much to compare.
    fn select(&mut self, namespace: &str, requirements: &[Requirement]) -> Option<Vec<Link>> {
        if self.spent {
            return None;
        }
        let candidates = self.candidates(namespace, requirements);
        let Some(left) = self.left.checked_sub(candidates.len() * (1 + requirements.len())) else {
            self.spent = true;
            return None;
        };
        self.left = left;
        let pods = candidates.into_iter().map(|at| &self.pods[at]);
        let judged = pods.map(|pod| (pod, requirements.iter().map(|it| pod.meets(it)).min().unwrap_or(Meets::Surely)));
        let judged: Vec<_> = judged.filter(|(_, meets)| *meets != Meets::Never).collect();
        let best = judged.iter().map(|(_, meets)| *meets).max();
        let selected = judged.into_iter().filter(|(_, meets)| Some(*meets) == best);
        Some(selected.map(|(pod, _)| Link { address: pod.address.clone(), attribute: "".into() }).collect())
    }

    /// The pods that may meet the requirement that fewest may meet, in order.
    fn candidates(&self, namespace: &str, requirements: &[Requirement]) -> Vec<usize> {
        let lists = |requirement: &Requirement| -> Vec<&Vec<usize>> {
            let keys = requirement
                .values
                .iter()
                .map(|value| (namespace.to_owned(), requirement.key.clone(), value.text.clone()));
            keys.filter_map(|key| self.by_label.get(&key)).chain(self.uncertain.get(namespace)).collect()
        };
        let narrows = |requirement: &&Requirement| {
            requirement.operator == Operator::In && requirement.values.iter().all(|value| value.is_known)
        };
        let lists = requirements
            .iter()
            .filter(narrows)
            .map(lists)
            .min_by_key(|lists| lists.iter().map(|list| list.len()).sum::<usize>());
        let Some(lists) = lists else { return self.by_namespace.get(namespace).cloned().unwrap_or_default() };
        let mut candidates: Vec<usize> = lists.into_iter().flatten().copied().collect();
        candidates.sort_unstable();
        candidates.dedup();
        candidates
    }
}

impl Pod {
    fn meets(&self, requirement: &Requirement) -> Meets {
        let surely_if = |truth: bool| if truth { Meets::Surely } else { Meets::Never };
        let Some(label) = self.labels.get(&requirement.key) else {
            let without = matches!(requirement.operator, Operator::NotIn | Operator::DoesNotExist);
            return if self.open { Meets::Maybe } else { surely_if(without) };
        };
        let is_among = requirement.values.iter().any(|value| value.text == label.text);
        let is_certain = is_among || (label.is_known && requirement.values.iter().all(|value| value.is_known));
        match requirement.operator {
            Operator::Exists => Meets::Surely,
            Operator::DoesNotExist => Meets::Never,
            _ if !is_certain => Meets::Maybe,
            Operator::In => surely_if(is_among),
            Operator::NotIn => surely_if(!is_among),
        }
    }
}

fn is_open(value: &Value) -> bool {
    value.as_unknown().is_some() || value.as_map().is_some_and(|map| map.open.is_some())
}

fn entry_mut<'v>(value: &'v mut Value, key: &str) -> Option<&'v mut Value> {
    match &mut value.kind {
        Kind::Map(map) => map.entries.iter_mut().rev().find(|entry| &*entry.key == key).map(|entry| &mut entry.value),
        _ => None,
    }
}

/// The requirements of plain labels.
fn labels(sources: &Sources, map: &Map) -> Result<Vec<Requirement>, Arc<Unknown>> {
    if let Some(unknown) = &map.open {
        return Err(unknown.clone());
    }
    let requirement = |(key, value): (&Arc<str>, &Value)| Requirement {
        key: key.clone(),
        operator: Operator::In,
        values: vec![Label::new(sources, value)],
    };
    Ok(map.entries.iter().map(|entry| requirement((&entry.key, &entry.value))).collect())
}

/// The requirements of `matchLabels` and `matchExpressions`.
fn requirements(sources: &Sources, map: &Map) -> Result<Vec<Requirement>, Arc<Unknown>> {
    if let Some(unknown) = &map.open {
        return Err(unknown.clone());
    }
    let mut requirements = match map.get("matchLabels").map(|value| &value.kind) {
        Some(Kind::Map(map)) => labels(sources, map)?,
        Some(Kind::Unknown(unknown)) => return Err(unknown.clone()),
        _ => Vec::new(),
    };
    let expressions = match map.get("matchExpressions").map(|value| &value.kind) {
        Some(Kind::List(list)) => list,
        Some(Kind::Unknown(unknown)) => return Err(unknown.clone()),
        _ => return Ok(requirements),
    };
    if let Some(unknown) = &expressions.open {
        return Err(unknown.clone());
    }
    for expression in &expressions.items {
        requirements.extend(self::expression(sources, expression)?);
    }
    Ok(requirements)
}

/// One requirement; none when it has no meaning to Kubernetes.
fn expression(sources: &Sources, value: &Value) -> Result<Option<Requirement>, Arc<Unknown>> {
    let parts = [Some(value), value.get("key"), value.get("operator"), value.get("values")];
    if let Some(unknown) = parts.into_iter().flatten().find_map(Value::as_unknown) {
        return Err(unknown.clone());
    }
    let operator = match value.get("operator").and_then(Value::as_str) {
        Some("In") => Operator::In,
        Some("NotIn") => Operator::NotIn,
        Some("Exists") => Operator::Exists,
        Some("DoesNotExist") => Operator::DoesNotExist,
        _ => return Ok(None),
    };
    let Some(key) = value.get("key").and_then(Value::as_str) else { return Ok(None) };
    let list = value.get("values").and_then(Value::as_list);
    if let Some(unknown) = list.and_then(|list| list.open.clone()) {
        return Err(unknown);
    }
    let values = list.map_or(&[][..], |list| &list.items).iter().map(|value| Label::new(sources, value)).collect();
    Ok(Some(Requirement { key: key.into(), operator, values }))
}
