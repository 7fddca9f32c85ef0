//! The tree of a chart and those it depends on, and which values each of them gets.

use std::rc::Rc;

use crate::source::Sources;

use super::chart::{Chart, Charts, Dependency};
use super::machine::LEVELS;
use super::val::{Data, Dict, Val};

/// How deep charts may be in charts; a circle of paths has no end.
const DEPTH: usize = 8;
/// How many charts one may draw in.
const MOST: usize = 200;

/// A chart where it is used.
pub(super) struct Instance<'c> {
    pub chart: &'c Chart,
    /// Its name there, by which its parent's values speak of it.
    pub name: String,
    /// What the names of its templates start with.
    pub prefix: String,
    pub values: Dict,
    pub parts: Vec<Instance<'c>>,
    /// What it needs and is not there.
    pub missing: Vec<&'c Dependency>,
}

impl<'c> Instance<'c> {
    /// A chart with the values given, and everything below it that they do not turn off.
    pub fn new(sources: &Sources, charts: &'c Charts, chart: &'c Chart, given: Dict) -> Self {
        let mut count = 0;
        let mut instance = Self::plant(charts, chart, chart.name.clone(), chart.name.clone(), DEPTH, &mut count);
        instance.values = given;
        // Which parts there are, the values of all decide together; what is off gives none of its own.
        let all = instance.values.clone();
        let trial = Val::new(Data::Map(all)).deep_copy(LEVELS);
        if let Some(trial) = trial.as_map() {
            instance.coalesce(sources, trial);
            instance.prune(trial);
        }
        let values = instance.values.clone();
        instance.coalesce(sources, &values);
        instance.import(&values);
        instance.hand_down(&values);
        instance
    }

    fn plant(
        charts: &'c Charts,
        chart: &'c Chart,
        name: String,
        prefix: String,
        depth: usize,
        count: &mut usize,
    ) -> Self {
        *count += 1;
        let mut instance =
            Self { chart, name, prefix, values: Dict::default(), parts: Vec::new(), missing: Vec::new() };
        if depth == 0 || *count > MOST {
            return instance;
        }
        let mut listed: Vec<&str> = Vec::new();
        for dependency in &chart.dependencies {
            let Some(found) = charts.resolve(chart, dependency) else {
                instance.missing.push(dependency);
                continue;
            };
            listed.push(&found.folder);
            let prefix = format!("{}/charts/{}", instance.prefix, dependency.alias);
            instance.parts.push(Self::plant(charts, found, dependency.alias.clone(), prefix, depth - 1, count));
        }
        for (_, folder) in charts.inside(chart).filter(|(_, folder)| !listed.contains(folder)) {
            if let Some(found) = charts.get(folder) {
                let prefix = format!("{}/charts/{}", instance.prefix, found.name);
                instance.parts.push(Self::plant(charts, found, found.name.clone(), prefix, depth - 1, count));
            }
        }
        instance
    }

    /// Completes values with the chart's own, and hands its parts theirs.
    fn coalesce(&self, sources: &Sources, values: &Dict) {
        if let Some(own) = self.chart.value_files(sources).0 {
            let own = Chart::values(sources, own);
            if let Some(own) = own.as_map() {
                fill(values, own, LEVELS);
            }
        }
        for part in &self.parts {
            let below = below(values, &part.name);
            hand_globals(values, &below);
            part.coalesce(sources, &below);
        }
    }

    /// Drops the parts that conditions and tags turn off.
    fn prune(&mut self, values: &Dict) {
        let chart = self.chart;
        let is_on = |alias: &str| {
            let dependency = chart.dependencies.iter().find(|dependency| dependency.alias == alias);
            dependency.is_none_or(|dependency| is_enabled(dependency, values))
        };
        self.parts.retain(|part| is_on(&part.name));
        self.missing.retain(|dependency| is_enabled(dependency, values));
        for part in &mut self.parts {
            let below = below(values, &part.name);
            part.prune(&below);
        }
    }

    /// Takes over values of parts that the chart asks for.
    fn import(&self, values: &Dict) {
        for part in &self.parts {
            let below = below(values, &part.name);
            part.import(&below);
            let dependency = self.chart.dependencies.iter().find(|dependency| dependency.alias == part.name);
            for (child, parent) in dependency.into_iter().flat_map(|dependency| &dependency.imports) {
                let Some(Val { data: Data::Map(found), .. }) = at(&below, child) else { continue };
                let mut target = values.clone();
                for step in parent.split('.').filter(|step| !step.is_empty()) {
                    target = self::below(&target, step);
                }
                fill(&target, &found, LEVELS);
            }
        }
    }

    fn hand_down(&mut self, values: &Dict) {
        self.values = values.clone();
        for part in &mut self.parts {
            let below = below(values, &part.name);
            part.hand_down(&below);
        }
    }

    /// Says that what values are for a part that is not there may be more than is known.
    pub fn open_missing(&self, reason: &mut dyn FnMut(&str) -> usize) {
        for dependency in &self.missing {
            below(&self.values, &dependency.alias).open_all(reason(&dependency.name), LEVELS);
        }
        self.parts.iter().for_each(|part| part.open_missing(reason));
    }

    /// It and all below it, parents first.
    pub fn all(&self) -> Vec<&Self> {
        let mut all = vec![self];
        let mut at = 0;
        while let Some(instance) = all.get(at) {
            all.extend(&instance.parts);
            at += 1;
        }
        all
    }
}

/// The map at a key, made if there is none.
fn below(values: &Dict, key: &str) -> Dict {
    if let Some(Val { data: Data::Map(dict), .. }) = values.get(key) {
        return dict;
    }
    let dict = Dict::default();
    values.set(key, Val::new(Data::Map(dict.clone())));
    dict
}

/// The value at a dotted path.
fn at(values: &Dict, path: &str) -> Option<Val> {
    let start = Val::new(Data::Map(values.clone()));
    path.split('.').try_fold(start, |val, step| val.as_map()?.get(step))
}

fn is_enabled(dependency: &Dependency, values: &Dict) -> bool {
    let truth = |path: &str| match at(values, path) {
        Some(Val { data: Data::Bool(truth), .. }) => Some(truth),
        _ => None,
    };
    if let Some(decided) = dependency.conditions.iter().find_map(|path| truth(path)) {
        return decided;
    }
    let tags: Vec<bool> = dependency.tags.iter().filter_map(|tag| truth(&format!("tags.{tag}"))).collect();
    tags.is_empty() || tags.contains(&true)
}

/// Adds what values lack. What they set to nothing is taken out.
fn fill(values: &Dict, defaults: &Dict, levels: usize) {
    let Some(levels) = levels.checked_sub(1) else { return };
    for (key, default) in defaults.entries() {
        match values.get(&key) {
            None => values.set(key, default.deep_copy(LEVELS)),
            Some(Val { data: Data::Nil, .. }) => values.remove(&key),
            Some(Val { data: Data::Map(inner), .. }) => {
                if let Data::Map(default) = &default.data {
                    fill(&inner, default, levels);
                }
            }
            Some(_) => {}
        }
    }
}

/// Global values are those of the chart above, wherever both say something.
fn hand_globals(above: &Dict, below: &Dict) {
    let Some(Val { data: Data::Map(globals), .. }) = above.get("global") else {
        if !below.has("global") {
            below.set("global", Val::map([]));
        }
        return;
    };
    let target = self::below(below, "global");
    overlay(&target, &globals, LEVELS);
}

fn overlay(target: &Dict, over: &Dict, levels: usize) {
    let Some(levels) = levels.checked_sub(1) else { return };
    for (key, val) in over.entries() {
        match (target.get(&key).map(|old| old.data), &val.data) {
            (Some(Data::Map(old)), Data::Map(new)) => overlay(&old, new, levels),
            _ => target.set(Rc::clone(&key), val.deep_copy(LEVELS)),
        }
    }
}
