//! Merges two changes of one record field by field.
//!
//! It decides what is a clash and leaves to its callers to keep and to show it; files and texts are not its matter.

mod definition;
mod meaning;

use std::collections::HashMap;
use std::fmt;

use toml::{Table, Value};

use super::element::{BlockName, Naming, blocks, same};
use crate::domain::display::{shortened, visible};
use crate::words::store::saving as words;
pub(super) use definition::{DEFINITION, picked_over};

/// What a merge yields.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// Both changes together; where they clash, theirs.
    pub table: Table,
    /// What a person has to decide, in the order of the table.
    pub clashes: Vec<Clash>,
}

/// One field that both sides set differently.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    /// The field, such as `measure.target` or `revision[2027-02-11].reason`; `store::place` finds it in a text.
    pub path: String,
    /// What both sides began with, `None` if it was not there.
    pub base: Option<Value>,
    /// What is not in the merged table, `None` if mine removed it.
    pub mine: Option<Value>,
    /// What the merged table holds, `None` if theirs removed it.
    pub theirs: Option<Value>,
}

/// Says `measure.target` and what either side made of it, safe for a terminal.
impl fmt::Display for Clash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, mine, theirs, .. } = self;
        let (mine, theirs) = apart(mine.as_ref(), theirs.as_ref());
        formatter.write_str(&words::yours_there(visible(path), words(mine.as_ref()), words(theirs.as_ref())))
    }
}

/// What two values differ in: of two tables, only the fields that tell them apart.
fn apart(one: Option<&Value>, other: Option<&Value>) -> (Option<Value>, Option<Value>) {
    let (Some(Value::Table(left)), Some(Value::Table(right))) = (one, other) else {
        return (one.cloned(), other.cloned());
    };
    let differing = |table: &Table, beside: &Table| {
        let fields = table.iter().filter(|(key, value)| !same_or_absent(Some(value), beside.get(*key)));
        Some(Value::Table(fields.map(|(key, value)| (key.clone(), value.clone())).collect()))
    };
    (differing(left, right), differing(right, left))
}

fn words(value: Option<&Value>) -> String {
    let Some(value) = value else { return "nothing".to_owned() };
    visible(&shortened(&value.to_string())).into_owned()
}

/// Merges what `mine` and `theirs` made of `base`, field by field.
///
/// Tables are merged key by key, blocks by their `id` (else `date`), lists of texts as sets, blocks without names as long as each
/// side only added; a row of figures is one value, and so is a decision with what was said of it. Two new blocks of one name are a
/// clash unless they are the same: nothing is mixed that was invented twice. Where one side committed or revised a key result, its
/// definition is one thing: a revision repeats all of it.
pub fn merge(base: &Table, mine: &Table, theirs: &Table) -> Merged {
    let mut merging = Merging { clashes: Vec::new() };
    let mine = merging.one_definition(base, mine, theirs);
    let table = merging.tables("", base, &mine, theirs);
    Merged { table, clashes: merging.clashes }
}

struct Merging {
    clashes: Vec<Clash>,
}

/// The three versions of one value; a version that lacks it is `None`.
#[derive(Clone, Copy)]
struct Versions<'v> {
    base: Option<&'v Value>,
    mine: Option<&'v Value>,
    theirs: Option<&'v Value>,
}

impl Merging {
    fn tables(&mut self, path: &str, base: &Table, mine: &Table, theirs: &Table) -> Table {
        let mine = &*self.one_meaning(path, base, mine, theirs);
        let mut merged = Table::new();
        let new_keys = mine.keys().filter(|key| !theirs.contains_key(*key));
        for key in theirs.keys().chain(new_keys) {
            let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            let versions = Versions { base: base.get(key), mine: mine.get(key), theirs: theirs.get(key) };
            if let Some(value) = self.values(&path, versions) {
                merged.insert(key.clone(), value);
            }
        }
        merged
    }

    fn values(&mut self, path: &str, versions: Versions<'_>) -> Option<Value> {
        if versions.is_settled() {
            return versions.settled().cloned();
        }
        if let (Some(Value::Table(mine)), Some(Value::Table(theirs))) = (versions.mine, versions.theirs) {
            let nothing = Table::new();
            let base = versions.base.and_then(Value::as_table).unwrap_or(&nothing);
            return Some(Value::Table(self.tables(path, base, mine, theirs)));
        }
        let arrays = self.named_blocks(path, versions).or_else(|| sets(versions));
        match arrays {
            // A list that came to nothing is not written where one side did not write it either.
            Some(list) if list.is_empty() && (versions.mine.is_none() || versions.theirs.is_none()) => None,
            Some(list) => Some(Value::Array(list)),
            None => self.clash(path, versions),
        }
    }

    /// Notes a clash; theirs stays.
    fn clash(&mut self, path: &str, versions: Versions<'_>) -> Option<Value> {
        let Versions { base, mine, theirs } = versions;
        let [base, mine, theirs] = [base, mine, theirs].map(Option::<&Value>::cloned);
        self.clashes.push(Clash { path: path.to_owned(), base, mine, theirs: theirs.clone() });
        theirs
    }

    /// Merges arrays of blocks by name, one that is absent as an empty one; `None` if one version is anything else or the
    /// blocks have no names.
    fn named_blocks(&mut self, path: &str, versions: Versions<'_>) -> Option<Vec<Value>> {
        let Versions { base, mine, theirs } = versions;
        let [base, mine, theirs] = [base, mine, theirs].map(|side| side.map_or(Some(Vec::new()), blocks));
        let (base, mine, theirs) = (base?, mine?, theirs?);
        let naming = Naming::of(&[&base, &mine, &theirs]);
        if naming == Naming::Position {
            return None;
        }
        let names = naming.names(&theirs).into_iter().chain(naming.names(&mine));
        let by_name = |value: Option<&Value>| {
            let list = value.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
            let names = naming.names(&list.iter().filter_map(Value::as_table).collect::<Vec<_>>());
            names.into_iter().zip(list.iter().cloned()).collect::<HashMap<_, _>>()
        };
        let [base, mine, theirs] = [versions.base, versions.mine, versions.theirs].map(by_name);
        let mut merged = Vec::new();
        for (index, name) in names.enumerate() {
            if index >= theirs.len() && theirs.contains_key(&name) {
                continue;
            }
            let versions =
                Versions { base: base.get(&name), mine: mine.get(&name), theirs: theirs.get(&name) };
            merged.extend(self.block(&element_path(path, &name), versions));
        }
        Some(merged)
    }

    fn block(&mut self, path: &str, versions: Versions<'_>) -> Option<Value> {
        if versions.base.is_none() && !versions.is_settled() {
            return self.clash(path, versions);
        }
        self.values(path, versions)
    }
}

impl<'v> Versions<'v> {
    /// Tells whether at most one side changed anything, or both the same.
    fn is_settled(self) -> bool {
        same_or_absent(self.base, self.mine)
            || same_or_absent(self.base, self.theirs)
            || same_or_absent(self.mine, self.theirs)
    }

    /// The outcome of settled versions.
    fn settled(self) -> Option<&'v Value> {
        if same_or_absent(self.base, self.theirs) { self.mine } else { self.theirs }
    }
}

/// Tells whether both sides are absent or the same.
fn same_or_absent(one: Option<&Value>, other: Option<&Value>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => same(one, other),
        (None, None) => true,
        _ => false,
    }
}

fn element_path(path: &str, (word, nth): &BlockName) -> String {
    if *nth == 1 { format!("{path}[{word}]") } else { format!("{path}[{word}#{nth}]") }
}

/// Merges arrays as sets: what one side removed stays removed, what one added stays added; theirs, then what is new in mine.
/// Of blocks without names nothing may have been removed. A row of figures is no set: it is what one room showed at once.
fn sets(versions: Versions<'_>) -> Option<Vec<Value>> {
    let list = |side: Option<&Value>| side.map_or(Some(Vec::new()), |value| value.as_array().cloned());
    let (base, mine, theirs) = (list(versions.base)?, list(versions.mine)?, list(versions.theirs)?);
    let count = |list: &[Value], value: &Value| list.iter().filter(|known| same(known, value)).count();
    let has_all = |side: &[Value]| base.iter().all(|known| count(side, known) >= count(&base, known));
    let all = |is: fn(&Value) -> bool| [&base, &mine, &theirs].into_iter().flatten().all(is);
    let may_be_set = all(Value::is_str) || all(Value::is_table) && has_all(&mine) && has_all(&theirs);
    if !may_be_set {
        return None;
    }
    let times = |value: &Value| match [&base, &mine, &theirs].map(|list| count(list, value)) {
        [base, mine, theirs] if mine >= base && theirs >= base => mine.max(theirs),
        [base, mine, theirs] if mine <= base && theirs <= base => mine.min(theirs),
        [base, mine, theirs] => (mine + theirs).saturating_sub(base),
    };
    let mut merged: Vec<Value> = Vec::new();
    for value in theirs.iter().chain(&mine) {
        if count(&merged, value) < times(value) {
            merged.push(value.clone());
        }
    }
    Some(merged)
}

#[cfg(test)]
mod tests;
