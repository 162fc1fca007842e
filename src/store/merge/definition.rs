//! The definition of a key result is one thing once it is committed: a revision repeats all of it, and two revisions of different
//! fields stand one upon the other.

use std::borrow::Cow;

use toml::{Table, Value};

use super::{Merging, Versions, same_or_absent};
use crate::domain::measure::Measure;
use crate::store::element::{same, same_table};

/// The definition of a key result; each block of the last of these keys repeats the others.
pub(in crate::store) const DEFINITION: [&str; 3] = ["title", "measure", "revision"];

/// A key result with the definition of another version of it.
fn defined_as(key_result: &Table, other: &Table) -> Table {
    let mut defined = key_result.clone();
    for key in DEFINITION {
        match other.get(key) {
            Some(value) => defined.insert(key.to_owned(), value.clone()),
            None => defined.remove(key),
        };
    }
    defined
}

/// The sentence and the measure of a key result, or of one revision of it.
fn definition(table: &Table) -> Table {
    let keys = DEFINITION[..2].iter().filter_map(|key| Some(((*key).to_owned(), table.get(*key)?.clone())));
    keys.collect()
}

fn revisions(table: &Table) -> &[Value] {
    table.get(DEFINITION[2]).and_then(Value::as_array).map_or(&[][..], Vec::as_slice)
}

/// Gives mine as revised on top of what stands: each new revision of mine sets the fields it set, the others read as they
/// stand; it holds from no earlier day than the one before.
fn revised_over(base: &Table, standing: &Table, mine: &Table) -> Table {
    let over = |standing: &Table, mine: &Table| {
        let mut merging = Merging { clashes: Vec::new() };
        merging.tables("", &definition(base), &definition(standing), &definition(mine))
    };
    let mut all = revisions(standing).to_vec();
    let is_new =
        |one: &&Table| !revisions(base).iter().filter_map(Value::as_table).any(|was| same_table(was, one));
    for new in revisions(mine).iter().filter_map(Value::as_table).filter(is_new) {
        let is_there = |known: &Table| {
            known.get("reason") == new.get("reason") && same_table(&over(known, new), &definition(known))
        };
        if all.iter().filter_map(Value::as_table).any(is_there) {
            continue;
        }
        let mut revision = new.clone();
        revision.extend(over(standing, new));
        let last = all.last().and_then(|last| last.get("date"));
        if let Some(last) =
            last.filter(|last| new.get("date").is_some_and(|day| day.to_string() < last.to_string()))
        {
            revision.insert("date".to_owned(), last.clone());
        }
        all.push(Value::Table(revision));
    }
    let mut revised = mine.clone();
    revised.extend(over(standing, mine));
    revised.insert(DEFINITION[2].to_owned(), Value::Array(all));
    revised
}

/// The same for mine that is picked over what stands: with the measure of mine as a whole where the two together leave nothing to
/// reach. Who froze a draft that others froze too spoke of all of it.
pub(in crate::store) fn picked_over(base: &Table, standing: &Table, mine: &Table) -> Table {
    let has_frozen = |side: &Table| revisions(base).is_empty() && !revisions(side).is_empty();
    let base = if has_frozen(mine) && has_frozen(standing) { &Table::new() } else { base };
    let both = revised_over(base, standing, mine);
    if is_fit(&both) || !is_fit(mine) {
        return both;
    }
    let measure = DEFINITION[1];
    let mut standing = standing.clone();
    if let Some(was) = base.get(measure) {
        standing.insert(measure.to_owned(), was.clone());
    }
    revised_over(base, &standing, mine)
}

/// Whether a key result can be scored by its measure: its target is no baseline, and lies where its direction leads.
fn is_fit(key_result: &Table) -> bool {
    let measure = key_result.get(DEFINITION[1]).cloned().and_then(|value| value.try_into::<Measure>().ok());
    measure.is_some_and(|measure| measure.gaps().is_empty())
}

impl Merging {
    /// Gives mine with the definition of theirs where both defined a key result anew and one of them froze it.
    pub(super) fn one_definition<'m>(
        &mut self,
        base: &Table,
        mine: &'m Table,
        theirs: &Table,
    ) -> Cow<'m, Table> {
        let differs = |one: &Table, other: &Table, keys: &[&str]| {
            keys.iter().any(|key| !same_or_absent(one.get(*key), other.get(*key)))
        };
        let is_frozen = differs(base, mine, &DEFINITION[2..]) || differs(base, theirs, &DEFINITION[2..]);
        let sides = [(base, mine), (base, theirs), (mine, theirs)];
        if !is_frozen || !sides.iter().all(|(one, other)| differs(one, other, &DEFINITION)) {
            return Cow::Borrowed(mine);
        }
        let before = self.clashes.len();
        if let Some(both) = self.both_revisions((base, mine, theirs)) {
            return Cow::Owned(both);
        }
        // What one who froze nothing left alone reads as theirs; who froze it spoke of all of it.
        let has_frozen = differs(base, mine, &DEFINITION[2..]);
        let said = if has_frozen { mine.clone() } else { revised_over(base, theirs, mine) };
        for key in DEFINITION {
            if key != "revision" || self.clashes.len() == before {
                self.differences(
                    key,
                    Versions { base: base.get(key), mine: said.get(key), theirs: theirs.get(key) },
                );
            }
        }
        Cow::Owned(defined_as(mine, theirs))
    }

    /// Gives mine with both revisions where both revised what was committed; where they set the same field, theirs stands.
    fn both_revisions(&mut self, (base, mine, theirs): (&Table, &Table, &Table)) -> Option<Table> {
        let was = revisions(base);
        let is_revised = |side: &Table| {
            let list = revisions(side);
            list.len() > was.len() && list.iter().zip(was).all(|(one, other)| same(one, other))
        };
        if was.is_empty() || !is_revised(mine) || !is_revised(theirs) {
            return None;
        }
        let mut fields = Self { clashes: Vec::new() };
        fields.tables("", &definition(base), &definition(mine), &definition(theirs));
        let both = revised_over(base, theirs, mine);
        if fields.clashes.is_empty() && (is_fit(&both) || !is_fit(mine) || !is_fit(theirs)) {
            return Some(both);
        }
        if fields.clashes.is_empty() {
            let [base, mine, theirs] = [base, mine, theirs].map(|table| table.get(DEFINITION[1]));
            fields.differences(DEFINITION[1], Versions { base, mine, theirs });
        }
        self.clashes.extend(fields.clashes);
        Some(defined_as(mine, theirs))
    }

    /// Notes every field in which mine and theirs differ, whatever they began with.
    fn differences(&mut self, path: &str, versions: Versions<'_>) {
        let Versions { base, mine, theirs } = versions;
        if same_or_absent(mine, theirs) {
            return;
        }
        let (Some(Value::Table(mine)), Some(Value::Table(theirs))) = (mine, theirs) else {
            self.clash(path, versions);
            return;
        };
        let new_keys = mine.keys().filter(|key| !theirs.contains_key(*key));
        for key in theirs.keys().chain(new_keys) {
            let base = base.and_then(|base| base.get(key));
            self.differences(
                &format!("{path}.{key}"),
                Versions { base, mine: mine.get(key), theirs: theirs.get(key) },
            );
        }
    }
}
