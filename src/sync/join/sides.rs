//! What one side made of each thing, by what the thing is and not by where it stands.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::change::Address;
use crate::domain::quarter::KeyResultKey;
use crate::sync::repository::Repository;
use crate::sync::tree::{Diff, Entry};

/// What tells things apart: a key result by its id within its quarter, all else by its path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Name {
    Path(String),
    KeyResult(KeyResultKey),
}

/// Where a file stands, and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct At<'d> {
    pub(super) path: &'d str,
    pub(super) entry: &'d Entry,
}

/// One thing before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Side<'d> {
    pub(super) was: Option<At<'d>>,
    pub(super) is: Option<At<'d>>,
}

/// One thing on both sides.
#[derive(Clone, Copy, Debug)]
pub(super) struct Both<'d> {
    pub(super) mine: Side<'d>,
    pub(super) theirs: Side<'d>,
}

/// What there is of a file three times: as both began, and on either side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Versions<T> {
    pub(super) base: T,
    pub(super) mine: T,
    pub(super) theirs: T,
}

impl<'d> Both<'d> {
    /// The versions of a file that stood before and stands on both sides.
    pub(super) fn versions(self) -> Option<Versions<At<'d>>> {
        Some(Versions { base: self.mine.was?, mine: self.mine.is?, theirs: self.theirs.is? })
    }
}

/// What one side changed, by name.
pub(super) type Sides<'d> = BTreeMap<Name, Side<'d>>;

/// What either side changed. Where an id does not tell key results apart, their paths do.
pub(super) fn sides<'d>(repository: &Repository, mine: &'d Diff, theirs: &'d Diff) -> (Sides<'d>, Sides<'d>) {
    let mut apart = BTreeSet::new();
    loop {
        let by_name = |diff: &'d Diff, more: &mut BTreeSet<Name>| gather(repository, diff, &apart, more);
        let mut more = BTreeSet::new();
        let (one, other) = (by_name(mine, &mut more), by_name(theirs, &mut more));
        let began_apart = |name: &&Name| other.get(*name).is_some_and(|side| side.was != one[*name].was);
        more.extend(one.keys().filter(began_apart).cloned());
        if more.is_empty() {
            return (one, other);
        }
        apart.extend(more);
    }
}

/// Gathers a diff by name; names that several things have go to `unclear`.
fn gather<'d>(
    repository: &Repository,
    diff: &'d Diff,
    apart: &BTreeSet<Name>,
    unclear: &mut BTreeSet<Name>,
) -> Sides<'d> {
    let mut sides = Sides::new();
    for (path, delta) in diff {
        let name = match repository.address(path) {
            Some(Address::KeyResult(quarter, _, id)) => Name::KeyResult(KeyResultKey { quarter, id }),
            _ => Name::Path(path.clone()),
        };
        let name = if apart.contains(&name) { Name::Path(path.clone()) } else { name };
        let side: &mut Side<'d> = sides.entry(name.clone()).or_default();
        for (slot, entry) in [(&mut side.was, &delta.was), (&mut side.is, &delta.is)] {
            if let Some(entry) = entry {
                if slot.is_some() {
                    unclear.insert(name.clone());
                }
                *slot = Some(At { path, entry });
            }
        }
    }
    sides
}
