//! What others decided for good since both began: a quarter that they closed, a set that they committed.

use super::sides::{At, Both, Side, Versions};
use super::{Joining, damaged};
use crate::domain::change::{Address, Record};
use crate::store::save::Conflict;
use crate::store::weave::{joined, with_value_of};
use crate::sync::trouble::Trouble;

/// The field of an objective that a commit freezes.
const SENTENCE: &str = "title";

impl Joining<'_, '_> {
    /// Whether I decided something in a quarter that others closed. What was learnt, said or read by then, and what it took, is
    /// added all the same, and so is what was read since; what had been learnt and said stays as it was.
    pub(super) fn is_history(&self, mine: Side<'_>) -> bool {
        let address = mine.is.or(mine.was).and_then(|at| self.repository.address(at.path));
        if let Some(Address::Cycle(id)) = &address {
            return self.closed.iter().any(|key| key.cycle == *id) && self.has_other_days(mine);
        }
        let Some(address) = address.filter(|at| at.quarter().is_some_and(|key| self.closed.contains(key)))
        else {
            return false;
        };
        match (self.record(mine.was), self.record(mine.is)) {
            (Ok(None), Ok(Some((_, Record::Sitting(_) | Record::Note(_))))) => false,
            (Ok(Some((_, Record::Scoring(before)))), Ok(Some((_, Record::Scoring(after))))) => {
                before.as_decided() != after.as_decided()
            }
            _ => !matches!(address, Address::Effort(..)),
        }
    }

    /// Whether I gave other days to a cycle.
    fn has_other_days(&self, mine: Side<'_>) -> bool {
        match (self.record(mine.was), self.record(mine.is)) {
            (Ok(Some((_, Record::Cycle(before)))), Ok(Some((_, Record::Cycle(after))))) => {
                after.has_other_days(&before)
            }
            _ => false,
        }
    }

    /// Whether I gave another sentence to an objective of a set that others committed.
    pub(super) fn is_reworded(&self, mine: Side<'_>) -> bool {
        match (self.record(mine.was), self.record(mine.is)) {
            (
                Ok(Some((Address::Objective(key, _), Record::Objective(before)))),
                Ok(Some((_, Record::Objective(after)))),
            ) => self.committed.contains(&key) && before.title != after.title,
            _ => false,
        }
    }

    /// Joins an objective of a set that others committed: their sentence stands, all else is merged.
    pub(super) fn all_but_the_sentence(
        &mut self,
        thing: Both<'_>,
        versions: Versions<At<'_>>,
    ) -> Result<(), Trouble> {
        let there = versions.theirs;
        let elsewhere = || Trouble::Elsewhere(vec![there.path.to_owned()]);
        let Versions { base, mine: here, theirs: standing } = self.texts(versions)?.ok_or_else(elsewhere)?;
        let address = self.repository.address(there.path).ok_or_else(elsewhere)?;
        let damaged = |_| damaged(&address, [&base, &here, &standing]).unwrap_or_else(elsewhere);
        let here = with_value_of(&base, &here, SENTENCE).map_err(damaged)?;
        let joined =
            joined(&address, Some(&base), &here, &standing).map_err(damaged)?.ok_or_else(elsewhere)?;
        self.join.is_reordered |= joined.is_reordered;
        let conflict =
            if joined.clashes.is_empty() { Conflict::Committed } else { Conflict::Fields(joined.clashes) };
        self.clash(thing, conflict)?;
        self.put_text(there, &joined.text)
    }
}
