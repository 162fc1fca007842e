//! Merges two changes of one record field by field.
//!
//! It decides what is a clash and leaves to its callers to keep and to show it; files and texts are not its matter.

mod definition;
mod meaning;

use std::collections::HashMap;
use std::fmt;

use toml::{Table, Value};

use super::element::{BlockName, Naming, blocks, same};
use crate::domain::display::visible;
use crate::words::store::saving as words;
pub(super) use definition::{DEFINITION, revised_over};

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
        formatter.write_str(&words::yours_theirs(visible(path), words(mine.as_ref()), words(theirs.as_ref())))
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

/// The most characters of a value that are shown.
const SHOWN: usize = 60;

fn words(value: Option<&Value>) -> String {
    let Some(value) = value else { return "nothing".to_owned() };
    let text = value.to_string();
    let mut shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    visible(&shown).into_owned()
}

/// Merges what `mine` and `theirs` made of `base`, field by field.
///
/// Tables are merged key by key, blocks by their `id` (else `date`), lists of texts as sets, other arrays as long as each
/// side only added. Two new blocks of one name are a clash unless they are the same: nothing is mixed that was invented twice. Where
/// one side committed or revised a key result, its definition is one thing: a revision repeats all of it.
#[must_use]
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
/// Of anything but texts nothing may have been removed, as it may be a row of figures.
fn sets(versions: Versions<'_>) -> Option<Vec<Value>> {
    let list = |side: Option<&Value>| side.map_or(Some(Vec::new()), |value| value.as_array().cloned());
    let (base, mine, theirs) = (list(versions.base)?, list(versions.mine)?, list(versions.theirs)?);
    let count = |list: &[Value], value: &Value| list.iter().filter(|known| same(known, value)).count();
    let has_all = |side: &[Value]| base.iter().all(|known| count(side, known) >= count(&base, known));
    let are_texts = [&base, &mine, &theirs].into_iter().flatten().all(Value::is_str);
    let may_be_set = are_texts || has_all(&mine) && has_all(&theirs);
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
mod tests {
    use super::super::element::same_table;
    use super::super::element::tests::table;
    use super::*;
    use proptest::prelude::*;

    fn parsed(text: &str) -> Table {
        text.parse().unwrap()
    }

    fn merged(base: &str, mine: &str, theirs: &str) -> Merged {
        merge(&parsed(base), &parsed(mine), &parsed(theirs))
    }

    #[test]
    fn changes_of_different_fields_are_both_kept() {
        let cases = [
            ("a = 1\nb = 2", "a = 9\nb = 2", "a = 1\nb = 8", "a = 9\nb = 8"),
            ("a = 1\nb = 2", "b = 2", "a = 1\nb = 2\nc = 3", "b = 2\nc = 3"),
            (
                "[m]\nx = 1\ny = 1",
                "[m]\nx = 2\ny = 1",
                "[m]\nx = 1\ny = 1\nz = 3",
                "[m]\nx = 2\ny = 1\nz = 3",
            ),
            ("", "[m]\nx = 1", "[m]\ny = 2", "[m]\nx = 1\ny = 2"),
            ("p = ['a']", "p = ['a', 'b']", "p = ['c', 'a']", "p = ['c', 'a', 'b']"),
            ("", "p = ['a', 'b']", "p = ['b']", "p = ['b', 'a']"),
            (
                "[[r]]\nid='a'",
                "[[r]]\nid='a'\n[[r]]\nid='b'",
                "[[r]]\nid='a'\n[[r]]\nid='c'",
                "r=[{id='a'},{id='c'},{id='b'}]",
            ),
            (
                "r=[{date=2027-01-01,n=1,m=1}]",
                "r=[{date=2027-01-01,n=2,m=1}]",
                "r=[{date=2027-01-01,n=1,m=2}]",
                "r=[{date=2027-01-01,n=2,m=2}]",
            ),
            ("r=[{id='a'},{id='b'}]", "r=[{id='b'}]", "r=[{id='a'},{id='b',n=1}]", "r=[{id='b',n=1}]"),
            ("r=[{n=1}]", "r=[{n=1},{n=2}]", "r=[{n=1},{n=3}]", "r=[{n=1},{n=3},{n=2}]"),
            ("r=[{id='a'}]", "", "r=[{id='a'},{id='b'}]", "r=[{id='b'}]"),
            ("r=[{id='a'}]", "r=[{id='a'},{id='b'}]", "", "r=[{id='b'}]"),
            ("r=[{id='a'},{id='b'}]", "", "r=[{id='a'}]", ""),
            ("r=[]", "", "r=['b']", "r=['b']"),
            ("p = ['a', 'b']", "p = ['b']", "p = ['a', 'b', 'c']", "p = ['b', 'c']"),
            ("p = ['a', 'b']", "p = ['c', 'a', 'b']", "p = ['b']", "p = ['b', 'c']"),
            ("p = ['a', 'b']", "p = ['b']", "p = ['a']", "p = []"),
            ("p = ['a']", "", "p = ['a', 'b']", "p = ['b']"),
            ("p = ['a']", "p = ['b']", "p = ['c']", "p = ['c', 'b']"),
        ];
        for (base, mine, theirs, expected) in cases {
            let Merged { table, clashes } = merged(base, mine, theirs);
            assert_eq!((table, clashes), (parsed(expected), vec![]), "{mine} | {theirs}");
        }
    }

    #[test]
    fn one_field_set_differently_clashes_and_theirs_stays() {
        let cases = [
            ("a = 1", "a = 2", "a = 3", "a", "a = 3"),
            ("", "a = 2", "a = 3", "a", "a = 3"),
            ("a = 1", "", "a = 3", "a", "a = 3"),
            ("a = 1", "a = 2", "", "a", ""),
            ("[m]\nt = 1", "[m]\nt = 2", "[m]\nt = 3", "m.t", "[m]\nt = 3"),
            ("[m]\nt = 1", "m = 2", "[m]\nt = 3", "m", "[m]\nt = 3"),
            ("p = [1, 2]", "p = [1]", "p = [1, 2, 3]", "p", "p = [1, 2, 3]"),
            ("r=[{id='a',n=1}]", "r=[{id='a',n=2}]", "r=[{id='a',n=3}]", "r[a].n", "r=[{id='a',n=3}]"),
            ("r=[{id='a',n=1}]", "r=[]", "r=[{id='a',n=3}]", "r[a]", "r=[{id='a',n=3}]"),
            ("r=[{id='a',n=1}]", "r=[{id='a',n=2}]", "r=[]", "r[a]", "r=[]"),
            ("r=[{id='a',n=1}]", "", "r=[{id='a',n=2}]", "r[a]", "r=[{id='a',n=2}]"),
            ("", "r=[{id='a',n=2}]", "r=[{id='a',m=2}]", "r[a]", "r=[{id='a',m=2}]"),
            ("r=[{n=1}]", "r=[{n=2}]", "r=[{n=3}]", "r", "r=[{n=3}]"),
        ];
        for (base, mine, theirs, path, expected) in cases {
            let Merged { table, clashes } = merged(base, mine, theirs);
            assert_eq!(table, parsed(expected), "{mine} | {theirs}");
            let paths: Vec<_> = clashes.iter().map(|clash| clash.path.as_str()).collect();
            assert_eq!(paths, [path], "{mine} | {theirs}");
        }
    }

    #[test]
    fn what_means_something_only_together_is_taken_from_one_side() {
        let per_week = "[measure]\ntarget=40\nunit='per week'";
        let days = "[measure]\nbaseline=6.5\ntarget=2\nunit='days'";
        let score = "reading=30\nscore=0.4\ntells_us='a'";
        for (base, mine, theirs, paths) in [
            (
                per_week,
                "[measure]\ntarget=40\nunit='per month'",
                "[measure]\ntarget=30\nbaseline=60\nunit='per week'",
                &["measure.unit", "measure.baseline", "measure.target"][..],
            ),
            (
                days,
                "[measure]\nbaseline=156\ntarget=48\nunit='h'",
                "[measure]\nbaseline=6.5\ntarget=3\nunit='days'",
                &["measure.unit", "measure.baseline", "measure.target"],
            ),
            (
                "",
                "[measure]\nbaseline=156\nunit='h'",
                "[measure]\ntarget=3\nunit='days'",
                &["measure.unit", "measure.baseline", "measure.target"],
            ),
            (
                score,
                &score.replace("30", "20").replace("0.4", "0.8"),
                &score.replace("30", "31"),
                &["reading", "score"],
            ),
            (score, &format!("{score}\nreason='b'"), &score.replace("0.4", "0.7"), &["score", "reason"]),
        ] {
            let Merged { table, clashes } = merged(base, mine, theirs);
            assert_eq!(table, parsed(theirs), "{mine} | {theirs}");
            assert_eq!(clashes.iter().map(|clash| clash.path.as_str()).collect::<Vec<_>>(), paths);
            assert_eq!(merged(base, theirs, mine).table, parsed(mine), "mine, after all");
        }
        for (base, mine, theirs, expected) in [
            ("[measure]", "[measure]\nunit='h'", "[measure]\ntarget=3", "[measure]\nunit='h'\ntarget=3"),
            (
                days,
                &days.replace("6.5", "7"),
                &days.replace("=2", "=3"),
                &days.replace("6.5", "7").replace("=2", "=3"),
            ),
            (
                score,
                &score.replace("'a'", "'b'"),
                &score.replace("30", "31"),
                &score.replace("'a'", "'b'").replace("30", "31"),
            ),
        ] {
            let Merged { table, clashes } = merged(base, mine, theirs);
            assert_eq!((table, clashes), (parsed(expected), vec![]), "{mine} | {theirs}");
        }
    }

    #[test]
    fn a_clash_keeps_all_three_values() {
        let clash = &merged("a = 1", "a = 2", "").clashes[0];
        assert_eq!(
            (&clash.base, &clash.mine, &clash.theirs),
            (&Some(Value::Integer(1)), &Some(Value::Integer(2)), &None)
        );
    }

    #[test]
    fn a_frozen_definition_is_one_thing() {
        let base =
            "title='a'\nrank=1\n[measure]\ntarget=1\nscope='x'\n[[revision]]\ndate=2027-01-01\ntarget=1";
        let aimed = base
            .replace("target=1", "target=2")
            .replace("2027-01-01", "2027-01-01\ntarget=1\n[[revision]]\ndate=2027-02-01");
        let scoped = base.replace("'x'", "'y'");
        let Merged { table, clashes } = merged(base, &aimed, &scoped.replace("rank=1", "rank=2"));
        let paths: Vec<_> = clashes.iter().map(|clash| clash.path.as_str()).collect();
        assert_eq!(paths, ["measure.target", "measure.scope"]);
        assert_eq!(table, parsed(&scoped.replace("rank=1", "rank=2")), "theirs stays whole");
        let alone = merged(base, &aimed, &base.replace("rank=1", "rank=2"));
        assert_eq!((alone.table, alone.clashes), (parsed(&aimed.replace("rank=1", "rank=2")), vec![]));
        assert_eq!(merged(base, &aimed, &aimed).clashes, []);
        let draft = base.split("[[revision]]").next().unwrap();
        let frozen = format!("{draft}[[revision]]\ndate=2027-01-01\ntarget=1");
        assert_eq!(
            merged(draft, &draft.replace("target=1", "target=3"), &frozen).clashes[0].path,
            "measure.target"
        );
    }

    #[test]
    fn two_revisions_of_different_fields_both_hold() {
        let first =
            "[[revision]]\ndate=2027-01-01\ntitle='a'\nreason='committed'\nmeasure={target=1,due=1}\n";
        let base = format!("title='a'\n[measure]\ntarget=1\ndue=1\n{first}");
        let revised = |day: &str, why: &str, measure: &str| {
            format!(
                "title='a'\nmeasure={{{measure}}}\n{first}[[revision]]\ndate={day}\ntitle='a'\nreason='{why}'\nmeasure={{{measure}}}"
            )
        };
        let aimed = revised("2027-02-03", "theirs", "target=2,due=1");
        let due = revised("2027-02-01", "mine", "target=1,due=3");
        let both = "[[revision]]\ndate=2027-02-03\ntitle='a'\nreason='mine'\nmeasure={target=2,due=3}";
        let expected = format!("{}\n{both}", aimed.replacen("target=2,due=1", "target=2,due=3", 1));
        assert_eq!(merged(&base, &due, &aimed), Merged { table: parsed(&expected), clashes: vec![] });
        // Mine set both fields: only the one that theirs set too is to be picked.
        let more = revised("2027-02-04", "mine", "target=3,due=3");
        let clashing = merged(&base, &more, &aimed);
        let paths: Vec<_> = clashing.clashes.iter().map(|clash| clash.path.as_str()).collect();
        assert_eq!((paths.as_slice(), clashing.table), (&["measure.target"][..], parsed(&aimed)));
        let over = revised_over(&parsed(&base), &parsed(&aimed), &parsed(&due));
        assert_eq!(over, parsed(&expected));
        assert_eq!(revised_over(&parsed(&base), &over, &parsed(&due)), over, "it is told once");
    }

    #[test]
    fn two_new_blocks_of_one_date_clash_and_lose_nothing() {
        let merged = merged("", "r=[{date=2027-01-01,n=1}]", "r=[{date=2027-01-01,n=2}]");
        assert_eq!(merged.clashes[0].path, "r[2027-01-01]");
        assert!(merged.clashes[0].mine.is_some());
    }

    /// Puts `edits` into those keys of `base` that belong to one side.
    fn edited(base: &Table, edits: &Table, side: usize) -> Table {
        let belongs = |key: &str| key.bytes().map(usize::from).sum::<usize>() % 2 == side;
        let kept = base.iter().filter(|(key, _)| !belongs(key));
        kept.chain(edits.iter().filter(|(key, _)| belongs(key)))
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect()
    }

    fn people() -> impl Strategy<Value = Vec<String>> {
        prop::collection::btree_set("[a-f]", 0..5)
            .prop_map(|names| names.into_iter().collect())
            .prop_shuffle()
    }

    proptest! {
        #[test]
        fn of_a_list_of_texts_what_went_is_gone_and_what_came_is_there(
            base in people(), mine in people(), theirs in people()
        ) {
            let list = |names: &[String]| {
                let names = names.iter().cloned().map(Value::String).collect();
                Table::from_iter([("people".to_owned(), Value::Array(names))])
            };
            let Merged { table, clashes } = merge(&list(&base), &list(&mine), &list(&theirs));
            prop_assert!(clashes.is_empty());
            let merged: Vec<String> = table["people"].clone().try_into().unwrap();
            for name in ["a", "b", "c", "d", "e", "f"].map(str::to_owned) {
                let [was, here, there] = [&base, &mine, &theirs].map(|names| names.contains(&name));
                let stands = if was { here && there } else { here || there };
                prop_assert_eq!(merged.iter().filter(|one| **one == name).count(), usize::from(stands), "{}", name);
            }
            if mine != base && theirs != base {
                let of_theirs: Vec<_> = theirs.iter().filter(|name| merged.contains(name)).collect();
                let new: Vec<_> = mine.iter().filter(|name| merged.contains(name) && !theirs.contains(name)).collect();
                prop_assert_eq!(merged.iter().collect::<Vec<_>>(), [of_theirs, new].concat());
            }
        }

        #[test]
        fn one_side_alone_is_taken_as_it_is(base in table(), side in table()) {
            for merged in [merge(&base, &side, &base), merge(&base, &base, &side), merge(&base, &side, &side)] {
                prop_assert!(merged.clashes.is_empty());
                prop_assert!(same_table(&merged.table, &side));
            }
        }

        #[test]
        fn edits_of_different_fields_never_clash(base in table(), one in table(), other in table()) {
            let (mine, theirs) = (edited(&base, &one, 0), edited(&base, &other, 1));
            let there = merge(&base, &mine, &theirs);
            let back = merge(&base, &theirs, &mine);
            prop_assert!(there.clashes.is_empty() && back.clashes.is_empty());
            prop_assert!(same_table(&there.table, &back.table));
            prop_assert!(same_table(&there.table, &edited(&mine, &theirs, 1)));
        }

        #[test]
        fn clashes_are_the_same_from_both_sides(base in table(), mine in table(), theirs in table()) {
            let paths = |merged: Merged| {
                let mut paths: Vec<_> = merged.clashes.into_iter().map(|clash| clash.path).collect();
                paths.sort();
                paths
            };
            prop_assert_eq!(paths(merge(&base, &mine, &theirs)), paths(merge(&base, &theirs, &mine)));
        }
    }
}
