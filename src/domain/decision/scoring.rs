//! Scoring: the formula proposes, the room decides; beyond a tenth it says why (SCO-3).

use super::{Desk, quoted};
use crate::domain::change::{Address, Change, Decision, Edit, Record, Refusal};
use crate::domain::day::Day;
use crate::domain::id::KeyResultId;
use crate::domain::key_result::KeyResult;
use crate::domain::objective::Objective;
use crate::domain::quarter::scoring_opens;
use crate::domain::score::Score;
use crate::domain::scoring::{LaterReading, Scoring};
use crate::domain::step::Step;
use crate::words::domain::decision as shared;
use crate::words::domain::decision::check_in as logged;
use crate::words::domain::decision::scoring as words;

impl Desk<'_> {
    /// The score the formula proposes by the final reading of `scoring`; none without one.
    pub fn proposed_score(&self, key_result: &KeyResult, scoring: &Scoring) -> Option<Score> {
        self.quarter.proposed_score(key_result, scoring)
    }

    /// The closing record of a key result as the room fills it in: what stands, or an empty one. The reading of a record with
    /// no score gives way to a later one of a check-in. Once scoring is open a provisional score is asked again: so does its
    /// reading, and the score is open (section 3).
    pub fn closing_record(&self, id: &KeyResultId) -> Scoring {
        let Some(stands) = self.quarter.scorings.get(id) else { return Scoring::of(id.clone()) };
        let mut record = Scoring { is_provisional: false, ..stands.clone() };
        if stands.is_provisional && self.today >= scoring_opens(self.cycle) {
            record = Scoring { score: None, reason: None, ..record };
        }
        if record.score.is_some() || record.reading.is_none() {
            return record;
        }
        self.quarter.with_newer_reading(record)
    }

    /// The same to be filled in; a new one is of today.
    pub fn record_of_today(&self, id: &KeyResultId) -> Scoring {
        let record = self.closing_record(id);
        Scoring { date: record.date.or(Some(self.today)), ..record }
    }

    /// The record as it was filled in: a score or what it tells us is by the reading of the last check-in where no other was
    /// given, without any reading there is no day, and beside one a score that was left empty is the one the formula proposes.
    pub fn filled_in(&self, mut scoring: Scoring) -> Scoring {
        if scoring.reading.is_none() {
            scoring.date = None;
            let is_judged = scoring.score.is_some() || scoring.tells_us.is_some();
            if is_judged && scoring.reads_later.is_none() {
                scoring = self.quarter.with_newer_reading(scoring);
            }
        }
        if scoring.reading.is_none() {
            return scoring;
        }
        let is_open = scoring.score.is_none() && scoring.reads_later.is_none();
        if let Some((_, key_result)) = self.quarter.key_result(&scoring.key_result).filter(|_| is_open) {
            scoring.score = self.proposed_score(key_result, &scoring);
        }
        scoring
    }

    /// Asks about a reading of a day after the one a key result was due: that of a closing record, else the last.
    pub fn past_due(&self, key_result: &KeyResult, scoring: Option<&Scoring>) -> Option<String> {
        let id = &key_result.id;
        let readings = scoring
            .map_or_else(|| self.quarter.all_readings(id), |scoring| self.quarter.readings_with(id, scoring));
        let past = self.quarter.past_due(key_result, &readings)?;
        let due = past.due.short(self.today);
        Some(match past.last {
            Some(last) => {
                let value = key_result.committed_measure().shown(last.value);
                words::read_after_it_was_due_at(due, value, last.date.short(self.today))
            }
            None => words::read_after_it_was_due(due),
        })
    }

    /// The record that takes the reading a key result is scored by, and the formula's score; none where it was decided, was
    /// dropped, or was never read.
    pub fn proposal(&self, key_result: &KeyResult) -> Option<Scoring> {
        let record = self.closing_record(&key_result.id);
        if self.quarter.is_dropped(&key_result.id) || record.score.is_some() || record.reads_later.is_some() {
            return None;
        }
        let record = self.quarter.with_newer_reading(record);
        let score = self.proposed_score(key_result, &record)?;
        Some(Scoring { score: Some(score), ..record })
    }

    /// The same record as it is decided today, its score provisional where that is before scoring opens.
    pub fn given_today(&self, scoring: Scoring) -> Scoring {
        let is_early = self.today < scoring_opens(self.cycle);
        let is_decided = scoring.score.is_some() || scoring.reads_later.is_some();
        let decided = is_decided.then_some(self.today);
        Scoring { decided, is_provisional: scoring.score.is_some() && is_early, ..scoring }
    }

    /// Records how a key result came out: final reading, score, or that it reads later. A score that is given before scoring
    /// opens is provisional.
    ///
    /// # Errors
    /// Nothing is said in it; it does not exist, is a draft or dropped; a check-in of the quarter cannot be read; a score beyond 0.1 from the formula, or without any reading, lacks its
    /// reason; a reading comes without its day or from the future; "reads later" names no later quarter.
    pub fn score(&self, scoring: Scoring) -> Decision {
        self.still_open()?;
        let scoring = self.given_today(scoring);
        let (under, key_result) = self.key_result(&scoring.key_result)?;
        let name = quoted(key_result.name());
        self.check_scorable((under, key_result), &name)?;
        if scoring == Scoring::of(key_result.id.clone()) {
            return Err(Refusal::one(
                Step::Sco1,
                name,
                shared::NOTHING_IS_SAID_IN_IT,
                words::GIVE_THE_FINAL_READING,
            ));
        }
        self.check_all_is_read(&scoring)?;
        self.check_reading(&scoring, &name)?;
        self.check_reads_later(&scoring, &name)?;
        self.check_reason(&scoring, key_result, &name)?;
        let address = Address::Scoring(self.key(), scoring.key_result.clone());
        let sentence = match (scoring.score, &scoring.reads_later) {
            (Some(score), _) if scoring.is_provisional => words::score_provisionally(&name, score),
            (Some(score), _) => format!("score {name} {score}"),
            (None, Some(quarter)) => words::read_later(&name, quarter),
            (None, None) if scoring.reading.is_none() => words::note_how_it_ends(&name),
            (None, None) => words::note_the_final_reading_of(&name),
        };
        let edit = match self.quarter.scorings.get(&scoring.key_result) {
            Some(before) => Edit::update(address, Record::Scoring(before.clone()), Record::Scoring(scoring)),
            None => Edit::create(address, Record::Scoring(scoring)),
        };
        Ok(Change::one(sentence, edit))
    }

    /// Notes what a key result read after its quarter, for a late payback; the score stands, also after the close.
    ///
    /// # Errors
    /// It does not exist, has been dropped, has neither score nor "reads later", or the day lies within the quarter or in
    /// the future.
    pub fn read_later(&self, id: &KeyResultId, later: LaterReading) -> Decision {
        let (under, key_result) = self.key_result(id)?;
        let name = quoted(key_result.name());
        self.check_scorable((under, key_result), &name)?;
        let is_settled = |scoring: &&Scoring| scoring.score.is_some() || scoring.reads_later.is_some();
        let before = self.quarter.scorings.get(id).filter(is_settled).ok_or_else(|| {
            Refusal::one(Step::Sco3, name.clone(), shared::IT_IS_NOT_SCORED_YET, words::SCORE_IT)
        })?;
        if later.date > self.today || later.date <= self.cycle.last {
            let says = words::a_later_reading_is_one_after(self.cycle.last);
            return Err(Refusal::one(Step::Sco1, name, says, words::ON_WHICH_DATE_WAS_IT_READ));
        }
        let mut after = before.clone();
        after.later.retain(|other| other.date != later.date);
        after.later.push(later);
        after.later.sort_by_key(|reading| reading.date);
        let address = Address::Scoring(self.key(), id.clone());
        let edit = Edit::update(address, Record::Scoring(before.clone()), Record::Scoring(after));
        Ok(Change::one(words::note_a_later_reading_of(&name), edit))
    }

    /// Takes a later reading away again, that of a day or the last one; the score stands.
    ///
    /// # Errors
    /// The key result does not exist, or nothing was read of it then.
    pub fn take_back_later(&self, id: &KeyResultId, date: Option<Day>) -> Decision {
        let (_, key_result) = self.key_result(id)?;
        let name = quoted(key_result.name());
        let noted = self.quarter.scorings.get(id);
        let found = noted.and_then(|before| {
            let is_meant = |later: &&LaterReading| date.is_none_or(|day| day == later.date);
            Some((before, before.later.iter().rfind(is_meant)?))
        });
        let Some((before, later)) = found else {
            let says =
                date.map_or_else(|| words::NOTHING_WAS_READ_LATER.to_owned(), words::nothing_was_read_on);
            return Err(Refusal::one(Step::Sco1, name, says, words::OKR_SHOW_HAS_WHAT_WAS_READ));
        };
        let mut after = before.clone();
        after.later.retain(|other| other != later);
        let address = Address::Scoring(self.key(), id.clone());
        let edit = Edit::update(address, Record::Scoring(before.clone()), Record::Scoring(after));
        Ok(Change::one(words::take_back_the_later_reading_of(&name, later.date.short(self.today)), edit))
    }

    /// Takes a score away again, or that it reads later, so that the key result is open; what was read and said stands. Where
    /// neither was decided, or nothing else is in the record, all of it is taken away.
    ///
    /// # Errors
    /// There is no record, or the quarter is closed.
    pub fn clear_score(&self, id: &KeyResultId) -> Decision {
        self.still_open()?;
        let (_, key_result) = self.key_result(id)?;
        let before = self.quarter.scorings.get(id).ok_or_else(|| super::unknown("score", id.as_str()))?;
        let address = Address::Scoring(self.key(), id.clone());
        let sentence = words::clear_the_score_of(quoted(key_result.name()));
        let open = Scoring {
            score: None,
            reads_later: None,
            reason: None,
            decided: None,
            is_provisional: false,
            ..before.clone()
        };
        let record = Record::Scoring(before.clone());
        let is_bare = open == *before || open == Scoring::of(id.clone());
        let edit = if is_bare {
            Edit::remove(address, record)
        } else {
            Edit::update(address, record, Record::Scoring(open))
        };
        Ok(Change::one(sentence, edit))
    }

    pub(super) fn check_scorable(
        &self,
        (under, key_result): (&Objective, &KeyResult),
        name: &str,
    ) -> Result<(), Refusal> {
        self.drop_is_read(under)?;
        if self.quarter.is_dropped(&key_result.id) {
            let hint = words::DROPPED_IS_DROPPED;
            return Err(Refusal::one(Step::Mid3, name, shared::IT_HAS_BEEN_DROPPED, hint));
        }
        if !key_result.is_committed() && key_result.is_to_find_out() {
            let says = words::IT_WAITS_BESIDE_THE_SET;
            let hint = words::WITH_ITS_BASELINE_AND_TARGET_IT_JOINS;
            return Err(Refusal::one(Step::Set8, name, says, hint));
        }
        if self.quarter.is_awaited(key_result) {
            let hint = words::give_it_a_target(&key_result.id);
            return Err(Refusal::one(Step::Set7, name, words::ITS_TARGET_IS_STILL_OPEN, hint));
        }
        if !key_result.is_committed() {
            let hint = shared::COMMIT_THE_SET_FIRST;
            return Err(Refusal::one(Step::Set14, name, words::IT_IS_NOT_COMMITTED, hint));
        }
        Ok(())
    }

    /// No score is given on half of the readings.
    fn check_all_is_read(&self, scoring: &Scoring) -> Result<(), Refusal> {
        if scoring.score.is_none() { Ok(()) } else { self.all_is_read_in("checkins/") }
    }

    fn check_reading(&self, scoring: &Scoring, name: &str) -> Result<(), Refusal> {
        if scoring.reading.is_some() && scoring.date.is_none() {
            return Err(Refusal::one(
                Step::Sco1,
                name,
                words::THE_FINAL_READING_HAS_NO_DATE,
                words::ON_WHICH_DATE_WAS_IT_READ,
            ));
        }
        let first = self.first_day_of_readings();
        if let Some(date) = scoring.date.filter(|date| *date < first) {
            let says = logged::lies_before_the_quarter(date, self.cycle.first);
            return Err(Refusal::one(Step::Sco1, name, says, logged::GIVE_A_DAY_OF_THIS_QUARTER));
        }
        if scoring.date.is_some_and(|date| date > self.today) {
            return Err(Refusal::one(
                Step::Sco1,
                name,
                words::THE_FINAL_READING_LIES_IN_THE_FUTURE,
                words::GIVE_THE_DAY_IT_WAS_READ,
            ));
        }
        Ok(())
    }

    fn check_reads_later(&self, scoring: &Scoring, name: &str) -> Result<(), Refusal> {
        let Some(quarter) = &scoring.reads_later else { return Ok(()) };
        let named = self.workspace.series(Some(&self.quarter.key.team)).meant(quarter);
        let is_later = named.is_some_and(|later| later.last > self.cycle.last);
        if !is_later {
            let says = words::reads_later_needs_a_later_quarter_than(&self.cycle.label);
            return Err(Refusal::one(Step::Sco1, name, says, words::NAME_IT_LIKE_2027_Q2));
        }
        if scoring.score.is_some() {
            return Err(Refusal::one(
                Step::Sco1,
                name,
                words::IT_READS_LATER_AND_HAS_A_SCORE,
                words::KEEP_ONE_OF_THE_TWO,
            ));
        }
        Ok(())
    }

    fn check_reason(&self, scoring: &Scoring, key_result: &KeyResult, name: &str) -> Result<(), Refusal> {
        let Some(score) = scoring.score else { return Ok(()) };
        if scoring.reason.as_deref().is_some_and(|reason| !reason.trim().is_empty()) {
            return Ok(());
        }
        let hint = words::GIVE_A_REASON;
        match self.proposed_score(key_result, scoring) {
            Some(proposed) if score.is_moved_from(proposed) => {
                let says = words::the_formula_says(proposed, score);
                Err(Refusal::one(Step::Sco3, name, says, hint))
            }
            None => Err(Refusal::one(Step::Sco3, name, words::THERE_IS_NO_FINAL_READING, hint)),
            Some(_) => Ok(()),
        }
    }
}
