//! Logging a sitting: readings, nameless votes, what changed, what blocks (CHK-1 to CHK-5, SET-13).

use super::{Desk, quoted, written};
use crate::domain::change::{Address, Change, Decision, Edit, Record, Refusal};
use crate::domain::check_in::{CheckIn, Sitting, SittingKind};
use crate::domain::day::Day;
use crate::domain::id::SittingId;
use crate::domain::seed::Seed;
use crate::domain::step::Step;
use crate::domain::stop_rule::StopRule;
use crate::words::counted::PEOPLE;
use crate::words::domain::decision as shared;
use crate::words::domain::decision::check_in as words;
use crate::words::domain::decision::setting;

impl Desk<'_> {
    /// Names a new sitting as no other: its date and six random letters.
    ///
    /// # Errors
    /// Never for a day of the calendar.
    pub fn sitting_id(&self, date: Day, seed: &mut Seed) -> Result<SittingId, Refusal> {
        let named = |letters: &str| format!("{date}-{letters}");
        let is_taken = |id: &str| self.quarter.sittings.iter().any(|other| other.id.as_str() == id);
        let letters = seed.free_letters(|letters| is_taken(&named(letters)));
        SittingId::new(named(&letters)).map_err(|bad| {
            Refusal::one(StopRule::Id, words::THE_SITTING, bad.to_string(), words::GIVE_A_DATE)
        })
    }

    /// Logs a sitting as a new file.
    ///
    /// # Errors
    /// Nothing is said in it, a key result does not exist or has been dropped, the date lies outside the cycle or in the
    /// future, or the set is not committed yet (except for the opening vote).
    pub fn log(&self, sitting: Sitting) -> Decision {
        self.still_open()?;
        let sitting = Sitting { order: self.order_of(&sitting), ..sitting };
        if sitting.is_empty() {
            let hint = words::GIVE_A_READING;
            return Err(Refusal::one(Step::Chk1, words::THE_CHECK_IN, shared::NOTHING_IS_SAID_IN_IT, hint));
        }
        self.check_date(&sitting)?;
        self.check_end(&sitting)?;
        self.check_actions(&sitting)?;
        for entry in &sitting.check_ins {
            self.check_entry(&sitting, entry)?;
        }
        let sentence = match (sitting.kind, &sitting.check_ins[..]) {
            (SittingKind::Opening, _) => words::LOG_THE_OPENING_VOTE.to_owned(),
            (SittingKind::CheckIn, _) if sitting.decision.is_some() => words::LOG_WHAT_WAS_DECIDED.to_owned(),
            (SittingKind::CheckIn, [one]) => {
                words::log_a_check_in_on(quoted(self.key_result(&one.key_result)?.1.name()))
            }
            (SittingKind::CheckIn, []) => words::LOG_WHAT_WAS_DECIDED.to_owned(),
            (SittingKind::CheckIn, all) => words::log_a_check_in_on_key_results(all.len()),
        };
        let address = Address::Sitting(self.key(), sitting.id.clone());
        let found = sitting.check_ins.iter().filter_map(|entry| self.found_out(&sitting, entry));
        let mut edits: Vec<Edit> = found.collect();
        let joined =
            |edit: &Edit| matches!(&edit.after, Some((_, Record::KeyResult(kr))) if kr.is_committed());
        let sentence = match edits.iter().all(joined) {
            _ if edits.is_empty() => sentence,
            true => setting::and_it_joins_the_set(sentence),
            false => words::and_its_baseline_is_known(sentence),
        };
        edits.push(Edit::create(address, Record::Sitting(sitting)));
        Ok(Change { sentence, edits })
    }

    /// The place of a new sitting on its day: behind those that stand there, or that of the one it corrects.
    pub(super) fn order_of(&self, sitting: &Sitting) -> u32 {
        let of_day = self.quarter.sittings.iter().filter(|other| other.date == sitting.date);
        let corrected = of_day.clone().find(|other| sitting.supersedes.as_ref() == Some(&other.id));
        let last = || of_day.map(|other| other.order).max();
        corrected.map_or_else(|| last().map_or(1, |last| last.saturating_add(1)), |other| other.order)
    }

    /// The first day on which something is read for the quarter: its own, or that of an earlier commit.
    pub(super) fn first_day_of_readings(&self) -> Day {
        let first = self.cycle.first;
        self.quarter.frame.committed.map_or(first, |committed| committed.min(first))
    }

    pub(super) fn check_date(&self, sitting: &Sitting) -> Result<(), Refusal> {
        let date = sitting.date;
        if date > self.today {
            let says = shared::lies_in_the_future(date);
            return Err(Refusal::one(
                StopRule::ReadingDay,
                words::THE_CHECK_IN,
                says,
                words::GIVE_THE_DAY_OF_THE_READING,
            ));
        }
        if sitting.kind == SittingKind::Opening {
            return Ok(());
        }
        if self.quarter.frame.committed.is_none() {
            let says = words::is_not_committed_yet(&self.cycle.label);
            return Err(Refusal::one(Step::Set14, words::THE_CHECK_IN, says, shared::COMMIT_THE_SET_FIRST));
        }
        if date < self.first_day_of_readings() {
            let says = words::lies_before_the_quarter(date, self.cycle.first);
            return Err(Refusal::one(
                StopRule::ReadingDay,
                words::THE_CHECK_IN,
                says,
                words::GIVE_A_DAY_OF_THIS_QUARTER,
            ));
        }
        Ok(())
    }

    /// What is read after the quarter is a later reading, and leaves the score alone (section 2).
    pub(super) fn check_end(&self, sitting: &Sitting) -> Result<(), Refusal> {
        if sitting.date <= self.cycle.last {
            return Ok(());
        }
        let says = words::lies_after_the_quarter(sitting.date, self.cycle.last);
        Err(Refusal::one(StopRule::ReadingDay, words::THE_CHECK_IN, says, words::READ_BY_THEN_OR_LATER))
    }

    /// A vote has no name: what may name a person stands in another sitting.
    fn check_actions(&self, sitting: &Sitting) -> Result<(), Refusal> {
        let has_votes = sitting.check_ins.iter().any(|entry| !entry.confidence.is_empty());
        if has_votes && !sitting.actions.is_empty() {
            let hint = words::LOG_THE_VOTES_AND_THE_ACTIONS;
            return Err(Refusal::one(Step::Chk4, words::THE_CHECK_IN, words::IT_HAS_VOTES_AND_ACTIONS, hint));
        }
        for action in &sitting.actions {
            written(&action.text, words::THE_ACTION, words::WHAT_IS_DONE)?;
            action.key_result.as_ref().map(|id| self.key_result(id)).transpose()?;
        }
        Ok(())
    }

    /// Whether the numbers on a key result are no more than the team lists people, or than stood there before; a session counts
    /// who is in its room.
    ///
    /// # Errors
    /// They are more.
    pub fn check_votes(&self, entry: &CheckIn, stood: usize) -> Result<(), Refusal> {
        let people = self.people();
        let votes = entry.confidence.len();
        if people == 0 || votes <= people.max(stood) {
            return Ok(());
        }
        let name = quoted(self.key_result(&entry.key_result)?.1.name());
        let says = words::more_votes_than_people(votes, PEOPLE.of(people));
        Err(Refusal::one(Step::Chk3, name, says, words::ONE_NUMBER_EACH))
    }

    /// Whether the sitting that is corrected says the same.
    fn was_said(&self, sitting: &Sitting, entry: &CheckIn) -> bool {
        let corrected = sitting.supersedes.as_ref().and_then(|id| self.quarter.standing_for(id));
        corrected.is_some_and(|old| old.check_ins.contains(entry))
    }

    /// Whether an entry of a sitting can be written now.
    ///
    /// # Errors
    /// Its key result is not there or has been dropped, its opening vote is over, or it says two things at once.
    pub fn check_entry(&self, sitting: &Sitting, entry: &CheckIn) -> Result<(), Refusal> {
        let Ok((under, key_result)) = self.key_result(&entry.key_result) else {
            // It may stand in a file that cannot be read.
            self.all_is_read_in("objectives/")?;
            return self.key_result(&entry.key_result).map(drop);
        };
        self.drop_is_read(under)?;
        let name = quoted(key_result.name());
        if self.quarter.is_dropped(&entry.key_result) && !self.was_said(sitting, entry) {
            let hint = words::IT_KEEPS_ITS_HISTORY;
            return Err(Refusal::one(Step::Mid2, name, shared::IT_HAS_BEEN_DROPPED, hint));
        }
        let is_new = sitting.supersedes.is_none();
        if sitting.kind == SittingKind::Opening && is_new && key_result.is_committed() {
            let says = words::THE_OPENING_VOTE_IS_OVER;
            return Err(Refusal::one(Step::Set13, name, says, words::LOG_A_CHECK_IN));
        }
        let times = sitting.check_ins.iter().filter(|other| other.key_result == entry.key_result).count();
        if times > 1 {
            return Err(Refusal::one(
                Step::Chk1,
                name,
                words::IT_STANDS_IN_THE_SITTING_TWICE,
                words::SAY_IT_ONCE,
            ));
        }
        if entry.reading.is_some() && entry.not_readable {
            let says = words::IT_IS_READ_AND_NOT_READABLE;
            return Err(Refusal::one(Step::Chk1, name, says, words::KEEP_ONE_OF_THE_TWO));
        }
        Ok(())
    }
}
