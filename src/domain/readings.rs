//! What was read of a key result: at check-ins, and at the end.

use super::check_in::{Action, Sitting, SittingKind};
use super::day::Day;
use super::id::KeyResultId;
use super::key_result::KeyResult;
use super::quarter::{PastDue, Quarter, Reading};
use super::scoring::Scoring;

impl Quarter {
    /// What was agreed at the last check-in before a day that agreed on anything, about one key result or about all.
    pub fn agreed_before(&self, day: Day, id: Option<&KeyResultId>) -> Vec<&Action> {
        let before = self.standing_sittings().filter(|sitting| sitting.date < day);
        let all: Vec<(Day, &Action)> =
            before.flat_map(|sitting| sitting.actions.iter().map(|action| (sitting.date, action))).collect();
        let about =
            all.iter().filter(|(_, action)| id.is_none_or(|id| action.key_result.as_ref() == Some(id)));
        let last = about.clone().map(|(date, _)| *date).max();
        about.filter(|(date, _)| Some(*date) == last).map(|(_, action)| *action).collect()
    }

    /// What was agreed when the team last agreed on something or decided, and is not over: until it meets again, or what
    /// it is about is dropped.
    pub fn still_agreed(&self, today: Day) -> Vec<&Action> {
        let met = |sitting: &&Sitting| !sitting.actions.is_empty() || sitting.decision.is_some();
        let so_far = || self.standing_sittings().filter(|sitting| sitting.date <= today).filter(met);
        let last = so_far().map(|sitting| sitting.date).max();
        let of_last = so_far().filter(|sitting| Some(sitting.date) == last);
        let is_dropped = |action: &&Action| action.key_result.as_ref().is_some_and(|id| self.is_dropped(id));
        of_last.flat_map(|sitting| &sitting.actions).filter(|action| !is_dropped(action)).collect()
    }

    /// The readings logged at check-ins, oldest first, without the final one; of several of one day the last.
    pub fn readings(&self, id: &KeyResultId) -> Vec<Reading> {
        let read = self.check_ins(id).filter(|(sitting, _)| sitting.kind == SittingKind::CheckIn);
        let read = read
            .filter_map(|(sitting, entry)| entry.reading.map(|value| Reading { date: sitting.date, value }));
        let mut readings: Vec<Reading> = read.collect();
        readings.reverse();
        readings.dedup_by_key(|reading| reading.date);
        readings.reverse();
        readings
    }

    /// All readings up to the one it is scored by, which stands at the end, oldest first.
    pub fn all_readings(&self, id: &KeyResultId) -> Vec<Reading> {
        self.scored_by(id).map_or_else(|| self.readings(id), |scoring| self.readings_with(id, &scoring))
    }

    /// The last reading there is: the one it is scored by, where there is one.
    pub fn last_reading(&self, id: &KeyResultId) -> Option<Reading> {
        self.all_readings(id).pop()
    }

    /// The closing record, where there is one, with the reading that counts: its own once the score is given, until then a
    /// later one of a check-in goes before it.
    pub fn scored_by(&self, id: &KeyResultId) -> Option<Scoring> {
        let record = self.scorings.get(id)?.clone();
        let is_settled = record.score.is_some() && !record.is_provisional;
        Some(if is_settled { record } else { self.with_newer_reading(record) })
    }

    /// All readings up to the final one of `scoring`, which stands at the end. It stands in for a check-in of its own day: one
    /// reading is not counted twice. What was read after it is no part of the score.
    pub fn readings_with(&self, id: &KeyResultId, scoring: &Scoring) -> Vec<Reading> {
        let mut readings = self.readings(id);
        let Some(value) = scoring.reading else { return readings };
        let date = scoring.date.or_else(|| readings.last().map(|last| last.date));
        readings.retain(|reading| scoring.date.is_none_or(|date| reading.date < date));
        readings.extend(date.map(|date| Reading { date, value }));
        readings
    }

    /// That the last of these readings is of a day after the one a key result was due; `None` where it is not.
    pub fn past_due(&self, key_result: &KeyResult, readings: &[Reading]) -> Option<PastDue> {
        let due = key_result.committed_measure().due?;
        readings.last().filter(|last| last.date > due)?;
        let last = readings.iter().rev().find(|reading| reading.date <= due).copied();
        Some(PastDue { due, last })
    }

    /// The record with the reading of the last check-in, where it has none or that one is later.
    pub fn with_newer_reading(&self, record: Scoring) -> Scoring {
        let last = self.readings(&record.key_result).last().copied();
        match last.filter(|last| record.reading.is_none() || record.date.is_none_or(|date| date < last.date))
        {
            Some(last) => Scoring { reading: Some(last.value), date: Some(last.date), ..record },
            None => record,
        }
    }
}
