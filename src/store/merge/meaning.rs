//! Fields that mean something only together: a number is read in its unit, a score stands beside a reading, a verdict has its
//! reason and its day. What was decided so is one value: of one side or of the other.

use std::borrow::Cow;

use toml::{Table, Value};

use super::{Clash, Merging, same_or_absent};

/// Fields of one meaning. One in a table of the record is called with it: `measure.unit`.
struct Group {
    /// The blocks they stand in; empty for the record itself.
    within: &'static str,
    /// Whoever changes one of these says the others anew.
    leaders: &'static [&'static str],
    /// Where both set one of these differently, the others are about what each of them named.
    names: &'static [&'static str],
    others: &'static [&'static str],
}

const GROUPS: [Group; 10] = [
    Group {
        within: "",
        leaders: &["measure.unit", "measure.kind"],
        names: &["measure.metric"],
        others: &[
            "measure.baseline",
            "measure.baseline_date",
            "measure.target",
            "measure.bound",
            "measure.direction",
            "measure.floor",
            "measure.ceiling",
        ],
    },
    Group {
        within: "",
        leaders: &["guardrail.unit"],
        names: &["guardrail.metric"],
        others: &["guardrail.start", "guardrail.direction"],
    },
    of_record(
        &["reading", "score", "reads_later"],
        &["date", "decided", "provisional", "reason", "tells_us"],
    ),
    of_record(&["difficulty", "importance", "verdict"], &["text", "date"]),
    of_record(&["mid_quarter.verdict", "dropped"], &["mid_quarter.reason", "mid_quarter.date"]),
    of_record(&["alignment.ours"], &["alignment.reason"]),
    of_record(&["alignment.above"], &["alignment.reason"]),
    Group {
        within: "",
        leaders: &[],
        names: &["contributes_to"],
        others: &["contribution", "alternative", "no_link"],
    },
    Group { within: "dependency", leaders: &["team", "need", "state"], names: &[], others: &["by"] },
    Group { within: "answer", leaders: &["state"], names: &[], others: &["says", "by", "date"] },
];

/// A decision in the record itself, and what is said with it.
const fn of_record(leaders: &'static [&'static str], others: &'static [&'static str]) -> Group {
    Group { within: "", leaders, names: &[], others }
}

impl Group {
    fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.leaders.iter().chain(self.names).chain(self.others).copied()
    }

    /// Whether what both said of it cannot stand beside each other: one changed what the other's fields mean, they decided
    /// differently, or named something else. What is said for the first time goes with whatever the other says.
    fn is_torn(&self, base: &Table, mine: &Table, theirs: &Table) -> bool {
        let changes = |side: &Table, key: &str| differs(base, side, key);
        let both = |key: &str| changes(mine, key) && changes(theirs, key) && differs(mine, theirs, key);
        let decides = |side: &Table| self.leaders.iter().any(|key| changes(side, key));
        let says = |side: &Table| self.keys().any(|key| changes(side, key));
        let means_otherwise =
            |side: &Table| self.leaders.iter().any(|key| value(base, key).is_some() && changes(side, key));
        let is_decided_apart = self.leaders.iter().any(|key| differs(mine, theirs, key));
        means_otherwise(mine) && says(theirs)
            || means_otherwise(theirs) && says(mine)
            || is_decided_apart && (decides(mine) && decides(theirs) || self.keys().any(both))
            || self.names.iter().any(|key| both(key))
    }
}

impl Merging {
    /// Gives mine with the fields of theirs where what both said of one meaning cannot stand beside each other.
    pub(super) fn one_meaning<'m>(
        &mut self,
        path: &str,
        base: &Table,
        mine: &'m Table,
        theirs: &Table,
    ) -> Cow<'m, Table> {
        let mut whole = Cow::Borrowed(mine);
        let (within, is_block) = (path.split('[').next().unwrap_or_default(), path.ends_with(']'));
        let is_here = |group: &&Group| group.within == within && group.within.is_empty() != is_block;
        for group in GROUPS.iter().filter(is_here).filter(|group| group.is_torn(base, mine, theirs)) {
            for key in group.keys().filter(|key| differs(&whole, theirs, key)).collect::<Vec<_>>() {
                let [base, said, theirs_said] = [base, mine, theirs].map(|side| value(side, key).cloned());
                take(whole.to_mut(), theirs, key);
                let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
                self.clashes.push(Clash { path, base, mine: said, theirs: theirs_said });
            }
        }
        whole
    }
}

fn differs(one: &Table, other: &Table, key: &str) -> bool {
    !same_or_absent(value(one, key), value(other, key))
}

/// The value of a field, `None` where it or its table is not there.
fn value<'t>(table: &'t Table, key: &str) -> Option<&'t Value> {
    match key.split_once('.') {
        None => table.get(key),
        Some((outer, key)) => table.get(outer)?.as_table()?.get(key),
    }
}

/// Gives `mine` a field as theirs has it; a table that one of them lacks is taken as a whole.
fn take(mine: &mut Table, theirs: &Table, key: &str) {
    if let Some((outer, key)) = key.split_once('.')
        && let (Some(Value::Table(mine)), Some(Value::Table(theirs))) =
            (mine.get_mut(outer), theirs.get(outer))
    {
        return take(mine, theirs, key);
    }
    let key = key.split('.').next().unwrap_or(key);
    match theirs.get(key) {
        Some(value) => drop(mine.insert(key.to_owned(), value.clone())),
        None => drop(mine.remove(key)),
    }
}

/// The first field of a group at the top of a record that a merge left apart: its leaders are those of neither side, or a clash
/// was noted and not all of it is theirs.
#[cfg(test)]
pub(super) fn torn_apart((mine, theirs): (&Table, &Table), merged: &super::Merged) -> Option<&'static str> {
    let of_record = || GROUPS.iter().filter(|group| group.within.is_empty());
    let is_of = |side: &Table, keys: &[&str]| keys.iter().all(|key| !differs(&merged.table, side, key));
    let mixed = of_record().find(|group| {
        let is_of_one = is_of(mine, group.leaders) || is_of(theirs, group.leaders);
        let is_clash = group.leaders.iter().any(|key| merged.clashes.iter().any(|clash| clash.path == **key));
        !is_of_one || is_clash && !is_of(theirs, &group.keys().collect::<Vec<_>>())
    });
    mixed.and_then(|group| group.keys().next())
}
