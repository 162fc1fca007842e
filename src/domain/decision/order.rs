//! Order by rank: moving one thing touches one file as long as there is a gap to move into.

use super::commit::as_committed;
use super::{Desk, quoted};
use crate::domain::change::{Change, Decision, Edit, Record, Refusal};
use crate::domain::id::{KeyResultId, ObjectiveId};
use crate::domain::key_result::KeyResult;
use crate::domain::objective::{Objective, RANK_STEP, RANK_UNREAD};
use crate::domain::step::Step as DomainStep;
use crate::words::domain::decision as shared;
use crate::words::domain::decision::order as words;
use crate::words::domain::decision::setting as set;

/// One place up or down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Towards the first.
    Up,
    /// Towards the last.
    Down,
}

/// The new ranks of all when the one at `from` moves a step; empty when it stands at that end already.
fn moved(ranks: &[i64], from: usize, step: Step) -> Vec<(usize, i64)> {
    let to = match step {
        Step::Up => from.checked_sub(1),
        Step::Down => Some(from + 1).filter(|to| *to < ranks.len()),
    };
    let Some(to) = to else { return Vec::new() };
    let beyond = match step {
        Step::Up => to.checked_sub(1).and_then(|at| ranks.get(at)).copied(),
        Step::Down => ranks.get(to + 1).copied(),
    };
    let passed = ranks[to];
    let fits = match (step, beyond) {
        (Step::Up, None) => passed.checked_sub(RANK_STEP),
        (Step::Down, None) => passed.checked_add(RANK_STEP),
        (_, Some(beyond)) => {
            Some(i64::midpoint(passed, beyond)).filter(|rank| *rank != passed && *rank != beyond)
        }
    };
    if let Some(rank) = fits {
        return vec![(from, rank)];
    }
    let mut order: Vec<usize> = (0..ranks.len()).collect();
    order.swap(from, to);
    let spread = order.into_iter().zip(1..).map(|(at, place)| (at, place * RANK_STEP));
    spread.filter(|(at, rank)| ranks[*at] != *rank).collect()
}

/// The rank behind the last one; what cannot be read has none of its own.
pub(super) fn rank_at_end(ranks: impl Iterator<Item = i64>) -> i64 {
    ranks.filter(|rank| *rank != RANK_UNREAD).max().map_or(RANK_STEP, |last| last.saturating_add(RANK_STEP))
}

impl Desk<'_> {
    /// Moves an objective a place up or down, past those that were dropped; at the end already, nothing changes.
    ///
    /// # Errors
    /// The objective does not exist or the quarter is closed.
    pub fn move_objective(&self, id: &ObjectiveId, step: Step) -> Decision {
        self.still_open()?;
        let objective = self.objective(id)?;
        let all: Vec<&Objective> = self.in_order(id).collect();
        let ranks: Vec<i64> = all.iter().map(|objective| objective.rank).collect();
        let from = all.iter().position(|other| other.id == *id).unwrap_or(0);
        let edits = moved(&ranks, from, step).into_iter().map(|(at, rank)| {
            let after = Objective { rank, ..all[at].clone() };
            self.objective_edit(all[at], &after)
        });
        Ok(Change { sentence: format!("move {}", quoted(&objective.title)), edits: edits.collect() })
    }

    /// The objectives that stand, with one that is moved though it was dropped.
    fn in_order(&self, moved: &ObjectiveId) -> impl Iterator<Item = &Objective> {
        self.quarter.objectives.iter().filter(move |other| other.dropped.is_none() || other.id == *moved)
    }

    /// Moves a key result a place up or down under its objective, past those that were dropped, and past its ends to the
    /// neighbouring objective.
    ///
    /// # Errors
    /// The key result does not exist or the quarter is closed.
    pub fn move_key_result(&self, id: &KeyResultId, step: Step) -> Decision {
        self.still_open()?;
        let (objective, key_result) = self.alone(id)?;
        let all: Vec<&KeyResult> =
            objective.key_results.iter().filter(|other| other.dropped.is_none() || other.id == *id).collect();
        let ranks: Vec<i64> = all.iter().map(|key_result| key_result.rank).collect();
        let from = all.iter().position(|other| other.id == *id).unwrap_or(0);
        let edits: Vec<Edit> = moved(&ranks, from, step)
            .into_iter()
            .map(|(at, rank)| {
                let mut after = all[at].clone();
                after.rank = rank;
                self.key_result_edit(objective, all[at], after)
            })
            .collect();
        if edits.is_empty()
            && let Some(neighbour) = self.neighbour(objective, step)
        {
            return self.move_key_result_to(id, &neighbour.id, step);
        }
        Ok(Change { sentence: format!("move {}", quoted(key_result.name())), edits })
    }

    fn neighbour(&self, objective: &Objective, step: Step) -> Option<&Objective> {
        let all: Vec<&Objective> = self.in_order(&objective.id).collect();
        let at = all.iter().position(|other| other.id == objective.id)?;
        match step {
            Step::Up => all.get(at.checked_sub(1)?).copied(),
            Step::Down => all.get(at + 1).copied(),
        }
    }

    /// Puts a key result under another objective: at its end when it comes from below, at its head from above.
    ///
    /// # Errors
    /// One of them does not exist, one of the two objectives has been dropped, or the quarter is closed.
    pub fn move_key_result_to(&self, id: &KeyResultId, to: &ObjectiveId, step: Step) -> Decision {
        self.still_open()?;
        let (under, key_result) = self.alone(id)?;
        let target = self.objective_that_stands(to)?;
        may_leave(under, key_result)?;
        let sentence = words::move_to(quoted(key_result.name()), quoted(&target.title));
        if under.id == target.id {
            return Ok(Change { sentence, edits: Vec::new() });
        }
        let ranks = target.key_results.iter().map(|key_result| key_result.rank);
        let rank = match step {
            Step::Up => rank_at_end(ranks),
            Step::Down => ranks.min().map_or(RANK_STEP, |first| first.saturating_sub(RANK_STEP)),
        };
        let mut edits = vec![self.moved_under(target, (under, key_result), rank)];
        edits.extend(self.marked_as_it_is_left(under, id));
        Ok(Change { sentence, edits })
    }

    /// An objective that is committed by its key results alone stays so without the last of them (MID-3).
    fn marked_as_it_is_left(&self, objective: &Objective, left_by: &KeyResultId) -> Option<Edit> {
        let committed = |found: &&KeyResult| found.is_committed() && found.id == *left_by;
        let leaves = objective.key_results.iter().find(committed)?;
        let is_last = !objective.key_results.iter().any(|other| other.id != *left_by && other.is_committed());
        let first = leaves.revisions.first().filter(|_| is_last && objective.revisions.is_empty())?;
        let mut after = objective.clone();
        after.revisions.push(as_committed(objective, first.date));
        Some(self.objective_edit(objective, &after))
    }

    /// A key result from under one objective at a place under another.
    pub(super) fn moved_under(
        &self,
        to: &Objective,
        (under, it): (&Objective, &KeyResult),
        rank: i64,
    ) -> Edit {
        let after = KeyResult { rank, ..it.clone() };
        Edit {
            before: Some((self.key_result_address(under, it), Record::KeyResult(it.clone()))),
            after: Some((self.key_result_address(to, it), Record::KeyResult(after))),
        }
    }
}

/// What was dropped with its objective stays there: under another it would count again, without a word on why.
pub(super) fn may_leave(under: &Objective, key_result: &KeyResult) -> Result<(), Refusal> {
    if under.dropped.is_none() {
        return Ok(());
    }
    let (says, hint) = (shared::IT_HAS_BEEN_DROPPED, set::TAKE_THE_DROP_BACK_FIRST);
    Err(Refusal::one(DomainStep::Mid2, quoted(key_result.name()), says, hint))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_move_touches_one_file_while_there_is_a_gap() {
        assert_eq!(moved(&[10, 20, 30], 2, Step::Up), [(2, 15)]);
        assert_eq!(moved(&[10, 20, 30], 1, Step::Up), [(1, 0)]);
        assert_eq!(moved(&[10, 20, 30], 0, Step::Up), []);
        assert_eq!(moved(&[0, 0, 0], 2, Step::Up), [(0, 10), (2, 20), (1, 30)]);
    }

    proptest! {
        #[test]
        fn a_move_swaps_two_neighbours(mut ranks in prop::collection::vec(-50_i64..50, 1..8), from in 0_usize..8, down: bool) {
            ranks.sort_unstable();
            let from = from % ranks.len();
            let step = if down { Step::Down } else { Step::Up };
            let mut after = ranks.clone();
            let changes = moved(&ranks, from, step);
            for (at, rank) in &changes {
                after[*at] = *rank;
            }
            let mut order: Vec<usize> = (0..ranks.len()).collect();
            order.sort_by_key(|at| (after[*at], *at));
            let mut expected: Vec<usize> = (0..ranks.len()).collect();
            if !changes.is_empty() {
                expected.swap(from, if down { from + 1 } else { from - 1 });
            }
            prop_assert_eq!(order, expected);
        }
    }
}
