//! Fields that mean something only together: a number is read in its unit, a score and its reason stand beside a reading.

use std::borrow::Cow;

use toml::Table;

use super::{Clash, Merging, same_or_absent};

/// Fields of one meaning.
struct Group {
    /// The table they stand in.
    path: &'static str,
    /// Whoever changes one of these says the others anew.
    leaders: &'static [&'static str],
    others: &'static [&'static str],
}

const GROUPS: [Group; 2] = [
    Group {
        path: "measure",
        leaders: &["unit"],
        others: &["baseline", "baseline_date", "target", "floor", "ceiling"],
    },
    Group { path: "", leaders: &["reading", "score"], others: &["date", "decided", "provisional", "reason"] },
];

impl Merging {
    /// Gives mine with the fields of theirs where one side changed what the other's fields of the same group mean; what is
    /// said for the first time goes with whatever the other says.
    pub(super) fn one_meaning<'m>(
        &mut self,
        path: &str,
        base: &Table,
        mine: &'m Table,
        theirs: &Table,
    ) -> Cow<'m, Table> {
        let differs = |one: &Table, other: &Table, key: &str| !same_or_absent(one.get(key), other.get(key));
        let mut whole = Cow::Borrowed(mine);
        for Group { leaders, others, .. } in GROUPS.iter().filter(|group| group.path == path) {
            let keys = || leaders.iter().chain(*others).copied();
            let leads =
                |side: &Table| leaders.iter().any(|key| base.contains_key(*key) && differs(base, side, key));
            let says = |side: &Table| keys().any(|key| differs(base, side, key));
            let both = |key: &&str| {
                differs(base, mine, key) && differs(base, theirs, key) && differs(mine, theirs, key)
            };
            let is_torn =
                leads(mine) && says(theirs) || leads(theirs) && says(mine) || leaders.iter().any(both);
            for key in keys().filter(|key| is_torn && differs(mine, theirs, key)) {
                let [base, said, theirs] = [base, mine, theirs].map(|side| side.get(key).cloned());
                match &theirs {
                    Some(value) => drop(whole.to_mut().insert(key.to_owned(), value.clone())),
                    None => drop(whole.to_mut().remove(key)),
                }
                let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
                self.clashes.push(Clash { path, base, mine: said, theirs });
            }
        }
        whole
    }
}
