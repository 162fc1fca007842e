//! Correcting what was said at a check-in: a new sitting takes the place of the old one, whose file stays (CHK-1).

use std::collections::BTreeSet;

use super::{Desk, quoted};
use crate::domain::change::{Address, Change, Decision, Edit, Record, Refusal};
use crate::domain::check_in::{CheckIn, Sitting, SittingKind};
use crate::domain::day::Day;
use crate::domain::id::{KeyResultId, SittingId};
use crate::domain::key_result::KeyResult;
use crate::domain::measure::Kind;
use crate::domain::quarter::Reading;
use crate::domain::seed::Seed;
use crate::domain::step::Step;
use crate::words::domain::decision as shared;
use crate::words::domain::decision::check_in as logged;
use crate::words::domain::decision::correction as words;

/// How a sitting should have been.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The sitting.
    pub of: SittingId,
    /// Its day, where another one was meant.
    pub date: Option<Day>,
    /// What should have been said.
    pub says: Said,
}

/// What should have been said; all else that the sitting says stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// This about one key result.
    Entry(CheckIn),
    /// Nothing about one key result.
    NothingOn(KeyResultId),
    /// This was decided, or nothing was.
    Decision(Option<String>),
    /// Nothing at all.
    Nothing,
}

impl Desk<'_> {
    /// Writes a sitting anew as it should have been.
    ///
    /// # Errors
    /// There is no such sitting or it has been corrected already; what should have been said could not have been logged; it
    /// is another vote of an opening that is over; or the quarter is closed.
    pub fn correct(&self, correction: Correction, seed: &mut Seed) -> Decision {
        self.still_open()?;
        let before = self.standing(&correction.of)?;
        let sentence = self.words(&correction.says, before)?;
        if let (Said::Entry(entry), Some(day)) = (&correction.says, correction.date)
            && day != before.date
            && says_more_than(before, entry)
        {
            return self.move_entry(before, entry, day, seed);
        }
        if let (Said::Decision(Some(decision)), Some(day)) = (&correction.says, correction.date)
            && day != before.date
            && !before.check_ins.is_empty()
        {
            return self.move_decision(before, decision, day, seed);
        }
        let said = Sitting { date: correction.date.unwrap_or(before.date), ..before.clone() };
        let mut after = self.in_place_of(before, said, seed)?;
        self.say(&mut after, correction.says)?;
        self.check_date(&after)?;
        if after.date != before.date {
            self.check_end(&after)?;
        }
        let found = self.found_otherwise(before, &after)?;
        let edits = std::iter::once(self.written_anew(after)).chain(found).collect();
        Ok(Change { sentence, edits })
    }

    /// What becomes of the baselines that were found out by what is corrected, and of those that still wait (SET-8).
    fn found_otherwise(&self, before: &Sitting, after: &Sitting) -> Result<Vec<Edit>, Refusal> {
        let said = before.check_ins.iter().chain(&after.check_ins).map(|entry| &entry.key_result);
        let mut edits = Vec::new();
        for id in said.collect::<BTreeSet<_>>() {
            let (was, is) = (read_in(before, id), read_in(after, id));
            let Some((under, key_result)) = self.quarter.key_result(id).filter(|_| was != is) else {
                continue;
            };
            if let Some(was) = was.filter(|was| key_result.was_found_out_by(*was)) {
                let next = is.or_else(|| self.read_beside(id, &before.id));
                let anew = self.found_anew(key_result, was, next)?;
                edits.push(self.key_result_edit(under, key_result, anew));
            } else {
                let mut entries = after.check_ins.iter().filter(|entry| entry.key_result == *id);
                edits.extend(entries.next().and_then(|entry| self.found_out(after, entry)));
            }
        }
        Ok(edits)
    }

    /// The first that was read at another check-in.
    fn read_beside(&self, id: &KeyResultId, sitting: &SittingId) -> Option<Reading> {
        let others = self.quarter.check_ins(id).filter(|(other, _)| other.id != *sitting);
        others.filter_map(|(other, _)| read_in(other, id)).min_by_key(|reading| reading.date)
    }

    /// A key result whose baseline was read otherwise; where nothing was read it waits beside the set again.
    fn found_anew(
        &self,
        key_result: &KeyResult,
        was: Reading,
        is: Option<Reading>,
    ) -> Result<KeyResult, Refusal> {
        let refused =
            |says: String, hint: &str| Refusal::one(Step::Set8, quoted(key_result.name()), says, hint);
        let mut after = key_result.clone();
        let revised = after.revisions.iter_mut().map(|revision| &mut revision.measure);
        for measure in revised.chain([&mut after.measure]) {
            if measure.baseline == Some(was.value) && measure.baseline_date == Some(was.date) {
                measure.baseline = is.map(|reading| reading.value);
                measure.baseline_date = is.map(|reading| reading.date);
            }
        }
        if is.is_none() {
            if after.revisions.len() > 1 || self.quarter.scorings.contains_key(&after.id) {
                return Err(refused(words::ITS_BASELINE_WAS_READ_THEN.to_owned(), words::SAY_WHAT_IT_READ));
            }
            after.revisions.clear();
            after.measure.kind = Kind::EstablishBaseline;
        }
        match after.committed_measure().gaps().first().filter(|_| after.is_committed()) {
            Some(gap) => Err(refused(gap.to_string(), words::IT_COULD_NOT_HAVE_JOINED_THE_SET)),
            None => Ok(after),
        }
    }

    /// Gives what a sitting says of one key result another day; all else it says stands on its own.
    fn move_entry(&self, before: &Sitting, entry: &CheckIn, day: Day, seed: &mut Seed) -> Decision {
        let said = before.said_of(&entry.key_result);
        self.check_votes(entry, said.map_or(0, |said| said.confidence.len()))?;
        self.check_opening_vote(before, entry)?;
        let mut moved = self.on_another_day(before, day, seed)?;
        moved.check_ins.push(entry.clone());
        self.check_date(&moved)?;
        self.check_end(&moved)?;
        self.check_entry(&moved, entry)?;
        let was = Sitting { check_ins: said.cloned().into_iter().collect(), ..before.clone() };
        let found = self.found_otherwise(&was, &moved)?;
        let sentence = self.words(&Said::Entry(entry.clone()), before)?;
        let mut rest = before.clone();
        rest.check_ins.retain(|said| said.key_result != entry.key_result);
        let written =
            [self.in_place_of(before, rest, seed)?, moved].map(|sitting| self.written_anew(sitting));
        Ok(Change { sentence, edits: written.into_iter().chain(found).collect() })
    }

    /// Gives what was decided another day, with what was agreed then; what was read and voted stands on its own.
    fn move_decision(&self, before: &Sitting, decision: &str, day: Day, seed: &mut Seed) -> Decision {
        let mut moved = self.on_another_day(before, day, seed)?;
        moved.decision = Some(decision.to_owned());
        let mut rest = before.clone();
        rest.decision = None;
        moved.actions = std::mem::take(&mut rest.actions);
        moved.recall = std::mem::take(&mut rest.recall);
        self.check_date(&moved)?;
        self.check_end(&moved)?;
        let edits = [self.in_place_of(before, rest, seed)?, moved].map(|sitting| self.written_anew(sitting));
        Ok(Change { sentence: words::CORRECT_WHAT_WAS_DECIDED.to_owned(), edits: edits.into() })
    }

    /// A sitting of another day in which nothing is said yet, held as one was.
    fn on_another_day(&self, held: &Sitting, day: Day, seed: &mut Seed) -> Result<Sitting, Refusal> {
        let Sitting { kind, together, .. } = *held;
        let blank = Sitting { kind, together, ..Sitting::new(self.sitting_id(day, seed)?, day) };
        Ok(Sitting { order: self.order_of(&blank), ..blank })
    }

    /// The sitting that takes the place of one, with a name and a place of its own.
    fn in_place_of(&self, before: &Sitting, says: Sitting, seed: &mut Seed) -> Result<Sitting, Refusal> {
        let after = Sitting {
            supersedes: Some(before.id.clone()),
            joins: self.quarter.sittings.beside(&before.id),
            id: self.sitting_id(says.date, seed)?,
            ..says
        };
        Ok(Sitting { order: self.order_of(&after), ..after })
    }

    fn written_anew(&self, sitting: Sitting) -> Edit {
        Edit::create(Address::Sitting(self.key(), sitting.id.clone()), Record::Sitting(sitting))
    }

    /// The sitting as it counts today.
    fn standing(&self, id: &SittingId) -> Result<&Sitting, Refusal> {
        let found = self.quarter.sittings.iter().find(|sitting| sitting.id == *id);
        let found = found.ok_or_else(|| super::unknown("check-in", id.as_str()))?;
        let standing = self.quarter.standing_for(id).unwrap_or(found);
        if standing.id != *id {
            let hint = words::correct_which_stands_in_its_place(&standing.id);
            return Err(Refusal::one(Step::Chk1, id.as_str(), words::IT_HAS_BEEN_CORRECTED_ALREADY, hint));
        }
        Ok(standing)
    }

    fn say(&self, sitting: &mut Sitting, says: Said) -> Result<(), Refusal> {
        match says {
            Said::Entry(entry) if entry.is_empty() => {
                let hint = words::SAY_WHAT_IT_SHOULD_BE;
                return Err(Refusal::one(
                    Step::Chk1,
                    words::THE_CHECK_IN,
                    shared::NOTHING_IS_SAID_IN_IT,
                    hint,
                ));
            }
            Said::Entry(entry) => {
                let before = sitting.said_of(&entry.key_result);
                self.check_votes(&entry, before.map_or(0, |said| said.confidence.len()))?;
                self.check_opening_vote(sitting, &entry)?;
                match sitting.check_ins.iter_mut().find(|said| said.key_result == entry.key_result) {
                    Some(said) => *said = entry.clone(),
                    None => sitting.check_ins.push(entry.clone()),
                }
                self.check_entry(sitting, &entry)?;
            }
            Said::NothingOn(id) => sitting.check_ins.retain(|said| said.key_result != id),
            Said::Decision(decision) => sitting.decision = decision,
            Said::Nothing => {
                let empty = Sitting::new(sitting.id.clone(), sitting.date);
                let (order, kind, supersedes) = (sitting.order, sitting.kind, sitting.supersedes.take());
                let joins = std::mem::take(&mut sitting.joins);
                *sitting = Sitting { order, kind, supersedes, joins, ..empty };
            }
        }
        Ok(())
    }

    /// A vote of the opening stands once the set is committed: what was believed then is not said anew.
    fn check_opening_vote(&self, sitting: &Sitting, entry: &CheckIn) -> Result<(), Refusal> {
        let said = sitting.said_of(&entry.key_result);
        let is_same = said.map_or(entry.confidence.is_empty(), |said| said.confidence == entry.confidence);
        let (_, key_result) = self.key_result(&entry.key_result)?;
        if is_same || sitting.kind != SittingKind::Opening || !key_result.is_committed() {
            return Ok(());
        }
        let says = logged::THE_OPENING_VOTE_IS_OVER;
        Err(Refusal::one(Step::Set13, quoted(key_result.name()), says, logged::LOG_A_CHECK_IN))
    }

    fn words(&self, says: &Said, of: &Sitting) -> Result<String, Refusal> {
        Ok(match says {
            Said::Entry(entry) => {
                words::correct_the_check_in_on(quoted(self.key_result(&entry.key_result)?.1.name()))
            }
            Said::NothingOn(id) => words::take_back_the_check_in_on(quoted(self.key_result(id)?.1.name())),
            Said::Decision(Some(_)) => words::CORRECT_WHAT_WAS_DECIDED.to_owned(),
            Said::Decision(None) => words::take_back_what_was_decided_on(of.date.short(self.today)),
            Said::Nothing => words::TAKE_BACK_THE_CHECK_IN.to_owned(),
        })
    }
}

/// What a check-in reads of a key result.
fn read_in(sitting: &Sitting, id: &KeyResultId) -> Option<Reading> {
    let said = sitting.said_of(id)?;
    let value = said.reading.filter(|_| sitting.kind == SittingKind::CheckIn)?;
    Some(Reading { date: sitting.date, value })
}

/// Whether a sitting says something besides an entry on one key result.
fn says_more_than(sitting: &Sitting, entry: &CheckIn) -> bool {
    let others = sitting.check_ins.iter().any(|said| said.key_result != entry.key_result);
    others || sitting.decision.is_some() || sitting.recall.is_some() || !sitting.actions.is_empty()
}
