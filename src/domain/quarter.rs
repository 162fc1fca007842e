//! One team's cycle: its frame, objectives, sittings, scores, notes and effort.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;

use super::change::{Address, Record};
use super::check_in::{CheckIn, Sitting};
use super::corrections::{Contested, Sittings};
use super::day::Day;
use super::effort::Effort;
use super::frame::Frame;
use super::id::{CycleId, InvalidId, KeyResultId, ObjectiveId, SittingId, TeamId};
use super::key_result::KeyResult;
use super::measure::Measure;
use super::number::Number;
use super::objective::Objective;
use super::retrospective::Note;
use super::score::{self, Progress, Score};
use super::scoring::{Outcome, Scoring};

mod phase;

pub use phase::{Phase, scoring_opens};

/// Which quarter: a team and a cycle.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct QuarterKey {
    /// The team.
    pub team: TeamId,
    /// The cycle.
    pub cycle: CycleId,
}

impl QuarterKey {
    /// The key that stands before those of all quarters of a team.
    pub(super) fn before_all_of(team: &TeamId) -> Self {
        Self { team: team.clone(), cycle: CycleId::new("0").expect("no id is less than this one") }
    }
}

impl fmt::Display for QuarterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.team, self.cycle)
    }
}

impl FromStr for QuarterKey {
    type Err = InvalidId;
    /// Reads `team/cycle`.
    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let (team, cycle) = text.split_once('/').ok_or_else(|| InvalidId { given: text.to_owned() })?;
        Ok(Self { team: team.parse()?, cycle: cycle.parse()? })
    }
}

/// Which key result, of whatever quarter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct KeyResultKey {
    /// Its quarter.
    pub quarter: QuarterKey,
    /// Its id in that.
    pub id: KeyResultId,
}

/// One team's cycle with all its records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quarter {
    /// Team and cycle.
    pub key: QuarterKey,
    /// State, lists and ground rules.
    pub frame: Frame,
    /// The objectives in order of rank.
    pub objectives: Vec<Objective>,
    /// All sittings by date, superseded ones included.
    pub sittings: Sittings,
    /// The closing records.
    pub scorings: BTreeMap<KeyResultId, Scoring>,
    /// Notes, verdicts and actions, by date.
    pub notes: Vec<Note>,
    /// The effort ledger, by date.
    pub efforts: Vec<Effort>,
}

/// A reading and its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// The day it speaks of.
    pub date: Day,
    /// What the measure read.
    pub value: Number,
}

/// That a key result was read after the day it was due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PastDue {
    /// The day it was due.
    pub due: Day,
    /// What it read last by then.
    pub last: Option<Reading>,
}

impl Quarter {
    /// Makes a quarter with nothing in it.
    pub fn new(key: QuarterKey, frame: Frame) -> Self {
        Self {
            key,
            frame,
            objectives: Vec::new(),
            sittings: Sittings::default(),
            scorings: BTreeMap::new(),
            notes: Vec::new(),
            efforts: Vec::new(),
        }
    }

    /// The objective of that id.
    pub fn objective(&self, id: &ObjectiveId) -> Option<&Objective> {
        self.objectives.iter().find(|objective| objective.id == *id)
    }

    /// The key result of that id, with the objective it stands under.
    pub fn key_result(&self, id: &KeyResultId) -> Option<(&Objective, &KeyResult)> {
        self.key_results().find(|(_, key_result)| key_result.id == *id)
    }

    /// Which of its key results one is, seen from other quarters.
    pub fn key_of(&self, key_result: &KeyResult) -> KeyResultKey {
        KeyResultKey { quarter: self.key.clone(), id: key_result.id.clone() }
    }

    /// Every key result, dropped ones included, in the order of the screens.
    pub fn key_results(&self) -> impl Iterator<Item = (&Objective, &KeyResult)> {
        self.objectives
            .iter()
            .flat_map(|objective| objective.key_results.iter().map(move |kr| (objective, kr)))
    }

    /// The objectives that have not been dropped.
    pub fn live_objectives(&self) -> impl Iterator<Item = &Objective> {
        self.objectives.iter().filter(|objective| objective.dropped.is_none())
    }

    /// The key results that stand: neither they nor their objective have been dropped.
    pub fn live_key_results(&self) -> impl Iterator<Item = (&Objective, &KeyResult)> {
        self.live_objectives()
            .flat_map(|objective| objective.live_key_results().map(move |kr| (objective, kr)))
    }

    /// Tells whether a key result was dropped, by itself or with its objective.
    pub fn is_dropped(&self, id: &KeyResultId) -> bool {
        self.key_result(id).is_some_and(|(objective, kr)| objective.dropped.is_some() || kr.dropped.is_some())
    }

    /// Tells whether anything of the set is other than committed: reworded, revised or dropped (MID-3, RET-6).
    pub fn has_changed(&self) -> bool {
        let of_objective = |one: &Objective| one.dropped.is_some() || one.rewordings().next().is_some();
        let of_key_result = |one: &KeyResult| one.dropped.is_some() || one.revisions.len() > 1;
        self.objectives.iter().any(|one| of_objective(one) || one.key_results.iter().any(of_key_result))
    }

    /// The reading that a key result is scored by, where the score is no provisional one.
    pub fn final_reading(&self, id: &KeyResultId) -> Option<Reading> {
        let scoring = self.scorings.get(id).filter(|one| one.score.is_some() && !one.is_provisional)?;
        Some(Reading { date: scoring.date?, value: scoring.reading? })
    }

    /// What counts of the sittings and says anything, oldest first: of what was corrected the correction, and where two clones
    /// corrected the same, what both come to.
    pub fn standing_sittings(&self) -> impl Iterator<Item = &Sitting> {
        self.sittings.standing().into_iter().filter(|sitting| !sitting.is_empty())
    }

    /// What counts in the place of a sitting, itself where nothing corrects it.
    pub fn standing_for(&self, id: &SittingId) -> Option<&Sitting> {
        self.sittings.standing_for(id)
    }

    /// What two corrections of one check-in say differently.
    pub fn contested(&self) -> impl Iterator<Item = &Contested> {
        self.sittings.contested()
    }

    /// What was said about a key result, oldest first.
    pub fn check_ins<'a>(&'a self, id: &'a KeyResultId) -> impl Iterator<Item = (&'a Sitting, &'a CheckIn)> {
        self.standing_sittings().flat_map(move |sitting| {
            sitting
                .check_ins
                .iter()
                .filter(move |entry| entry.key_result == *id)
                .map(move |entry| (sitting, entry))
        })
    }

    /// How far a key result has come by the definition as committed.
    pub fn progress(&self, key_result: &KeyResult) -> Progress {
        self.progress_by(key_result.committed_measure(), &key_result.id)
    }

    /// How far a key result had come with a reading, whatever was read later.
    pub fn progress_at(&self, key_result: &KeyResult, reading: Reading) -> Progress {
        let mut readings = self.readings(&key_result.id);
        readings.retain(|earlier| earlier.date < reading.date);
        let values: Vec<Number> = readings.iter().chain([&reading]).map(|one| one.value).collect();
        let forecast = key_result.committed_measure().forecast();
        forecast.map_or(Progress::NoData, |forecast| score::progress(forecast, &values))
    }

    /// How far a key result has come by its last revision; `None` where its definition stands as committed.
    pub fn progress_as_revised(&self, key_result: &KeyResult) -> Option<Progress> {
        let revised = &key_result.revisions.get(1..)?.last()?.measure;
        Some(self.progress_by(revised, &key_result.id))
    }

    /// The score the formula proposes by the definition as committed, with the final reading of `scoring`; none without one.
    pub fn proposed_score(&self, key_result: &KeyResult, scoring: &Scoring) -> Option<Score> {
        let forecast = key_result.committed_measure().forecast()?;
        scoring.reading?;
        let readings = self.readings_with(&key_result.id, scoring);
        let values: Vec<Number> = readings.iter().map(|reading| reading.value).collect();
        score::progress(forecast, &values).proposed_score()
    }

    fn progress_by(&self, measure: &Measure, id: &KeyResultId) -> Progress {
        let values: Vec<Number> = self.all_readings(id).iter().map(|reading| reading.value).collect();
        measure.forecast().map_or(Progress::NoData, |forecast| score::progress(forecast, &values))
    }

    /// Whether the target was reached in full, once there is a score: the event that confidence is about (section 5). A score
    /// is shown to one decimal, and 0.96 is not all of the way; one that the room gave otherwise than the formula counts as
    /// given. What was read after the day it was due does not count where something was read by then.
    pub fn is_reached(&self, key_result: &KeyResult) -> Option<bool> {
        let score = self.outcome(key_result).score()?;
        let progress = self.progress(key_result);
        if progress.proposed_score() != Some(score) {
            return Some(score == Score::FULL);
        }
        let measure = key_result.committed_measure();
        let mut read = self.all_readings(&key_result.id);
        if self.past_due(key_result, &read).is_some_and(|past| past.last.is_some()) {
            read.retain(|reading| measure.due.is_none_or(|due| reading.date <= due));
        }
        let values: Vec<Number> = read.iter().map(|reading| reading.value).collect();
        let progress = measure.forecast().map_or(progress, |forecast| score::progress(forecast, &values));
        Some(progress.clamped().map_or(score == Score::FULL, |part| part == Decimal::ONE))
    }

    /// How a key result came out.
    pub fn outcome(&self, key_result: &KeyResult) -> Outcome {
        let scoring = self.scorings.get(&key_result.id);
        // A draft beside the set is none of what was given up with its objective.
        let is_draft =
            !key_result.is_committed() && !key_result.is_to_find_out() && !self.is_awaited(key_result);
        let was_aside = self.frame.committed.is_some() && is_draft && key_result.dropped.is_none();
        if self.is_dropped(&key_result.id) && !was_aside {
            Outcome::Dropped
        } else if let Some((score, is_provisional)) =
            scoring.and_then(|scoring| Some((scoring.score?, scoring.is_provisional)))
        {
            if is_provisional { Outcome::Provisional(score) } else { Outcome::Scored(score) }
        } else if scoring.is_some_and(|scoring| scoring.reads_later.is_some()) {
            Outcome::ReadsLater
        } else if key_result.is_to_find_out() {
            Outcome::ToFindOut
        } else if key_result.is_committed() {
            Outcome::Open
        } else if self.is_awaited(key_result) {
            Outcome::ToFindOut
        } else {
            Outcome::Draft
        }
    }

    /// Tells whether a key result that waited beside the committed set for its number lacks something still: its target, as a
    /// rule (SET-8).
    pub fn is_awaited(&self, key_result: &KeyResult) -> bool {
        let waits = key_result.find_out_by.is_some() && !key_result.is_committed();
        self.frame.committed.is_some() && waits
    }

    /// The line of an objective: the mean of its scored key results, for display only.
    pub fn objective_score(&self, objective: &Objective) -> Option<Score> {
        let scored: Vec<Score> =
            objective.key_results.iter().filter_map(|key_result| self.outcome(key_result).score()).collect();
        Score::mean(&scored)
    }

    /// The key results that scoring asks for, in the order of the set (SCO-3).
    pub fn to_score(&self) -> impl Iterator<Item = &KeyResult> {
        self.key_results().map(|(_, key_result)| key_result).filter(|kr| self.outcome(kr).is_to_score())
    }

    /// Tells whether nothing is left to score.
    pub fn is_scored(&self) -> bool {
        self.to_score().next().is_none()
    }

    /// Every record of the quarter with its address: its frame first, each objective before its key results.
    pub fn records(&self) -> Vec<(Address, Record)> {
        let key = || self.key.clone();
        let mut all = vec![(Address::Frame(key()), Record::Frame(self.frame.clone()))];
        for objective in &self.objectives {
            let id = || objective.id.clone();
            all.push((Address::Objective(key(), id()), Record::objective(objective)));
            all.extend(objective.key_results.iter().map(|key_result| {
                let address = Address::KeyResult(key(), id(), key_result.id.clone());
                (address, Record::KeyResult(key_result.clone()))
            }));
        }
        let sittings = self.sittings.iter();
        all.extend(
            sittings.map(|one| (Address::Sitting(key(), one.id.clone()), Record::Sitting(one.clone()))),
        );
        let scorings = self.scorings.values();
        all.extend(
            scorings
                .map(|one| (Address::Scoring(key(), one.key_result.clone()), Record::Scoring(one.clone()))),
        );
        all.extend(
            self.notes.iter().map(|one| (Address::Note(key(), one.id.clone()), Record::Note(one.clone()))),
        );
        let efforts = self.efforts.iter();
        all.extend(efforts.map(|one| (Address::Effort(key(), one.id.clone()), Record::Effort(one.clone()))));
        all
    }
}
