//! Adding to the set: an objective, a key result, or a whole table of them.

use std::collections::{BTreeMap, BTreeSet};

use super::order::rank_at_end;
use super::picked::spoken_of;
use super::{Desk, quoted, written};
use crate::domain::change::{Address, Change, Edit, Record, Refusal};
use crate::domain::id::{InvalidId, KeyResultId, ObjectiveId, slug};
use crate::domain::key_result::KeyResult;
use crate::domain::objective::Objective;
use crate::domain::quarter::Quarter;
use crate::domain::seed::Seed;
use crate::domain::stop_rule::StopRule;
use crate::words::domain::decision::setting as words;

/// The longest id made from a title.
const LONGEST_SLUG: usize = 28;

/// A readable word from the title, or six letters when it is taken or has none.
fn fresh_id(title: &str, is_taken: impl Fn(&str) -> bool, seed: &mut Seed) -> String {
    slug(title, LONGEST_SLUG).filter(|id| !is_taken(id)).unwrap_or_else(|| seed.free_letters(is_taken))
}

/// The ids that no new key result of a quarter gets: those of others, and those of which something was said, be they gone or not.
pub(super) fn taken_key_result_ids(quarter: &Quarter) -> impl Iterator<Item = &KeyResultId> {
    quarter.key_results().map(|(_, one)| &one.id).chain(spoken_of(quarter))
}

/// An id that is not taken, made from a title.
pub(super) fn free_key_result_id(
    title: &str,
    is_taken: impl Fn(&str) -> bool,
    seed: &mut Seed,
) -> Result<KeyResultId, InvalidId> {
    // The objective's own file is called so, beside those of its key results.
    KeyResultId::new(fresh_id(title, |id| id == "objective" || is_taken(id), seed))
}

pub(super) fn id_refusal(bad: &InvalidId) -> Refusal {
    Refusal::one(StopRule::Id, words::THE_TITLE, bad.to_string(), words::BEGIN_THE_TITLE_WITH_A_LATIN_LETTER)
}

/// A desk at which one after the other is added to the set. What has been given away is remembered, so that nothing is looked
/// for in the whole set again: the thousandth of a table takes as long as the first.
#[derive(Debug, Clone)]
pub struct Adding<'a> {
    desk: Desk<'a>,
    /// The ids of the objectives.
    objectives: BTreeSet<String>,
    /// The ids that no key result gets any more.
    key_results: BTreeSet<String>,
    /// How many objectives stand.
    standing: usize,
    /// The rank of the next objective.
    rank: i64,
    /// The rank of the next key result under each objective that something was added to.
    ranks: BTreeMap<ObjectiveId, i64>,
}

impl<'a> Desk<'a> {
    /// Begins to add to the set.
    pub fn adding(&self) -> Adding<'a> {
        let objectives = &self.quarter.objectives;
        Adding {
            desk: *self,
            objectives: objectives.iter().map(|objective| objective.id.to_string()).collect(),
            key_results: taken_key_result_ids(self.quarter).map(ToString::to_string).collect(),
            standing: self.quarter.live_objectives().count(),
            rank: rank_at_end(objectives.iter().map(|objective| objective.rank)),
            ranks: BTreeMap::new(),
        }
    }

    /// Adds an objective at the end of the set (SET-2); drafts may be more than five, a committed set may not.
    ///
    /// # Errors
    /// The sentence is blank, the quarter is closed, or the committed set has five already.
    pub fn add_objective(&self, title: &str, seed: &mut Seed) -> Result<(Change, ObjectiveId), Refusal> {
        self.adding().add_objective(title, seed)
    }

    /// Adds a key result as a draft at the end of an objective (SET-7).
    ///
    /// # Errors
    /// The sentence is blank, the objective does not exist or has been dropped, or the quarter is closed.
    pub fn add_key_result(
        &self,
        under: &ObjectiveId,
        title: &str,
        seed: &mut Seed,
    ) -> Result<(Change, KeyResultId), Refusal> {
        self.adding().add_key_result(under, title, seed)
    }
}

impl Adding<'_> {
    /// Adds an objective behind the last.
    ///
    /// # Errors
    /// As of [`Desk::add_objective`].
    pub fn add_objective(&mut self, title: &str, seed: &mut Seed) -> Result<(Change, ObjectiveId), Refusal> {
        self.desk.still_open()?;
        let title = written(title, words::THE_OBJECTIVE, words::ITS_SENTENCE)?;
        self.desk.has_place_beside(self.standing)?;
        let taken = |id: &str| self.objectives.contains(id);
        let id = ObjectiveId::new(fresh_id(&title, taken, seed)).map_err(|bad| id_refusal(&bad))?;
        let sentence = words::add_the_objective(quoted(&title));
        let objective = Objective::draft(id.clone(), title, self.rank);
        self.objectives.insert(id.to_string());
        self.standing += 1;
        self.rank = rank_at_end(std::iter::once(self.rank));
        self.ranks.insert(id.clone(), rank_at_end(std::iter::empty()));
        let address = Address::Objective(self.desk.key(), id.clone());
        Ok((Change::one(sentence, Edit::create(address, Record::Objective(objective))), id))
    }

    /// Adds a key result behind the last of an objective, one that was added just now as well.
    ///
    /// # Errors
    /// As of [`Desk::add_key_result`].
    pub fn add_key_result(
        &mut self,
        under: &ObjectiveId,
        title: &str,
        seed: &mut Seed,
    ) -> Result<(Change, KeyResultId), Refusal> {
        self.desk.still_open()?;
        let title = written(title, words::THE_KEY_RESULT, words::ITS_SENTENCE)?;
        let rank = match self.ranks.get(under) {
            Some(rank) => *rank,
            None => {
                rank_at_end(self.desk.objective_that_stands(under)?.key_results.iter().map(|one| one.rank))
            }
        };
        let taken = |id: &str| self.key_results.contains(id);
        let id = free_key_result_id(&title, taken, seed).map_err(|bad| id_refusal(&bad))?;
        let sentence = words::add_the_key_result(quoted(&title));
        let key_result = KeyResult::draft(id.clone(), title, rank);
        self.key_results.insert(id.to_string());
        self.ranks.insert(under.clone(), rank_at_end(std::iter::once(rank)));
        let address = Address::KeyResult(self.desk.key(), under.clone(), id.clone());
        Ok((Change::one(sentence, Edit::create(address, Record::KeyResult(key_result))), id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::begun;

    #[test]
    fn what_is_added_at_one_desk_is_as_if_each_had_stood_before_the_next() {
        let (mut stands, key) = begun();
        let day = stands.cycles[&key.cycle].first;
        let first =
            Desk::at(&stands, &key, day).unwrap().add_objective("Sign-in", &mut Seed::new(1)).unwrap();
        stands.apply(&first.0);
        let (mut one_by_one, mut seed) = (stands.clone(), Seed::new(2));
        let (desk, mut together) = (Desk::at(&stands, &key, day).unwrap(), stands.clone());
        let (mut adding, mut same) = (desk.adding(), Seed::new(2));
        let mut under = first.1;
        for (objective, key_result) in [
            ("", "Failures"),
            ("Builds", "Failures"),
            ("", "objective"),
            ("Builds", "日本"),
            ("", "CI duration"),
        ] {
            if !objective.is_empty() {
                let desk = Desk::at(&one_by_one, &key, day).unwrap();
                let (change, id) = desk.add_objective(objective, &mut seed).unwrap();
                one_by_one.apply(&change);
                together.apply(&adding.add_objective(objective, &mut same).unwrap().0);
                under = id;
            }
            let desk = Desk::at(&one_by_one, &key, day).unwrap();
            let (change, _) = desk.add_key_result(&under, key_result, &mut seed).unwrap();
            one_by_one.apply(&change);
            together.apply(&adding.add_key_result(&under, key_result, &mut same).unwrap().0);
        }
        assert_eq!(together, one_by_one);
        assert_eq!(together.quarters[&key].key_results().count(), 5);
    }
}
