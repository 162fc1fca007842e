//! A team's quarters side by side: what was scored, how right the confidence was, what the process cost, what pays back
//! late. It looks back at one team only; nothing is compared between teams or people.

use std::collections::BTreeSet;

use super::budget::{self, ByPhase};
use super::calibration::{self, Gap, Moment, Series, Track};
use super::check_ins::Rounds;
use super::pattern::{self, Counts};
use crate::coach::label::{self, Label};
use crate::coach::statement::Statement;
use crate::domain::cycle::Cycle;
use crate::domain::day::Day;
use crate::domain::id::TeamId;
use crate::domain::key_result::KeyResult;
use crate::domain::quarter::{Phase, Quarter, QuarterKey};
use crate::domain::score::Score;
use crate::domain::scoring::{Outcome, Scoring};
use crate::domain::workspace::Workspace;

/// The scores there are, in tenths.
pub const TENTHS: usize = 11;

/// One quarter, looked back on.
#[derive(Debug, Clone)]
pub struct Review<'a> {
    /// The quarter.
    pub quarter: &'a Quarter,
    /// Its cycle.
    pub cycle: &'a Cycle,
    /// Where it stands.
    pub phase: Phase,
    /// How its key results came out.
    pub counts: Counts,
    /// How many key results have each score, from 0.0 to 1.0.
    pub scores: [usize; TENTHS],
    /// Each key result's confidence against what came of it.
    pub tracks: Vec<Track>,
    /// How many check-ins were held, and how many were planned by the day.
    pub check_ins: (usize, usize),
    /// Whether it went by without a check-in.
    pub is_unreviewed: bool,
    /// What its scores have in common: "Set too safely."
    pub pattern: Option<&'static str>,
    /// What the process cost.
    pub effort: ByPhase,
}

impl Review<'_> {
    /// How many key results were reached in full, by their score.
    #[must_use]
    pub fn full(&self) -> usize {
        self.scores[TENTHS - 1]
    }

    /// How many key results were work when they were first written, and were said anew. It reads their sentences, so it is
    /// not for drawing.
    #[must_use]
    pub fn said_anew(&self) -> usize {
        self.quarter.key_results().filter(|(_, key_result)| was_work(key_result, self.cycle)).count()
    }

    /// How many scores are near 0.
    #[must_use]
    pub fn near_nought(&self) -> usize {
        self.scores[..=usize::from(pattern::NEAR_NOUGHT)].iter().sum()
    }

    /// How right a series was in this quarter alone.
    #[must_use]
    pub fn series(&self, moment: Moment) -> Option<Series> {
        calibration::series(&self.tracks, moment)
    }
}

/// A key result whose effect comes after its quarter: the score stands, the later readings stand beside it.
#[derive(Debug, Clone)]
pub struct Late<'a> {
    /// The quarter it was scored in.
    pub cycle: &'a Cycle,
    /// Which key result.
    pub key_result: &'a KeyResult,
    /// Its closing record.
    pub scoring: &'a Scoring,
    /// The score that the last later reading would have had.
    pub by_now: Option<Score>,
}

/// A team's quarters, oldest first.
#[derive(Debug, Clone)]
pub struct History<'a> {
    /// The quarters.
    pub reviews: Vec<Review<'a>>,
    /// What pays back late.
    pub late: Vec<Late<'a>>,
}

impl<'a> History<'a> {
    /// Looks back from a day. A quarter that neither began nor was committed by then is not in it; for what was believed on
    /// an earlier day, look at [`Workspace::as_of`] that day.
    #[must_use]
    pub fn of(workspace: &'a Workspace, team: &TeamId, today: Day) -> Self {
        let is_begun = |(quarter, cycle): &(&Quarter, &Cycle)| {
            cycle.first <= today || quarter.frame.committed.is_some_and(|day| day <= today)
        };
        let quarters: Vec<(&Quarter, &Cycle)> = workspace.quarters_of(team).filter(is_begun).collect();
        let reviews = quarters.iter().map(|(quarter, cycle)| review(workspace, (quarter, cycle), today));
        let late = quarters.iter().flat_map(|(quarter, cycle)| late(quarter, cycle));
        Self { reviews: reviews.collect(), late: late.collect() }
    }

    /// The tracks of all quarters, oldest first.
    #[must_use]
    pub fn tracks(&self) -> Vec<Track> {
        self.reviews.iter().flat_map(|review| review.tracks.iter().cloned()).collect()
    }

    /// Where we were most wrong about ourselves, with the quarter, the largest gap first.
    #[must_use]
    pub fn gaps(&self) -> Vec<(&Review<'a>, Gap)> {
        let mut all: Vec<(&Review<'a>, Gap)> = Vec::new();
        for review in &self.reviews {
            all.extend(calibration::gaps(&review.tracks).into_iter().map(|gap| (review, gap)));
        }
        all.sort_by_key(|(_, gap)| u8::MAX - gap.points);
        all
    }

    /// The review of a quarter.
    #[must_use]
    pub fn review(&self, key: &QuarterKey) -> Option<&Review<'a>> {
        self.reviews.iter().find(|review| review.quarter.key == *key)
    }
}

fn review<'a>(
    workspace: &'a Workspace,
    (quarter, cycle): (&'a Quarter, &'a Cycle),
    today: Day,
) -> Review<'a> {
    let cadence = workspace.cadence(quarter);
    let rounds = Rounds::of(quarter, cycle, cadence).on(today);
    let mut scores = [0; TENTHS];
    for (_, key_result) in quarter.key_results() {
        if let Outcome::Scored(score) = quarter.outcome(key_result) {
            scores[usize::from(score.tenths()).min(TENTHS - 1)] += 1;
        }
    }
    Review {
        quarter,
        cycle,
        phase: quarter.phase(cycle, today),
        counts: Counts::of(quarter),
        scores,
        tracks: calibration::tracks(quarter, cycle, cadence),
        check_ins: (rounds.held(), rounds.list().iter().filter(|round| round.day <= today).count()),
        is_unreviewed: rounds.is_unreviewed(today),
        pattern: pattern::pattern_line(quarter, workspace.previous(&quarter.key)),
        effort: budget::spent(quarter),
    }
}

/// Whether a key result was work in its first wording and is not any more.
fn was_work(key_result: &KeyResult, cycle: &Cycle) -> bool {
    let is_work = |text: &str| {
        let judged = label::key_result(&Statement::read(text, cycle.first), None);
        judged.judgement.label == Label::Output
    };
    key_result.first_wording.as_deref().is_some_and(|first| is_work(first) && !is_work(&key_result.title))
}

fn late<'a>(quarter: &'a Quarter, cycle: &'a Cycle) -> impl Iterator<Item = Late<'a>> {
    quarter.live_key_results().filter_map(move |(_, key_result)| {
        let scoring = quarter.scorings.get(&key_result.id)?;
        let is_late =
            scoring.reads_later.is_some() || key_result.pays_back_after(cycle) || !scoring.later.is_empty();
        let last = scoring.later.iter().max_by_key(|later| later.date);
        let forecast = key_result.committed_measure().forecast();
        let by_now = forecast.zip(last).and_then(|(forecast, last)| {
            crate::domain::score::progress(forecast, &[last.reading]).proposed_score()
        });
        is_late.then_some(Late { cycle, key_result, scoring, by_now })
    })
}

/// The days on which a team wrote anything down, oldest first.
#[must_use]
pub fn dated_days(workspace: &Workspace, team: &TeamId) -> Vec<Day> {
    let mut days: BTreeSet<Day> = BTreeSet::new();
    for (quarter, _) in workspace.quarters_of(team) {
        days.extend(quarter.frame.committed.into_iter().chain(quarter.frame.closed));
        days.extend(quarter.sittings.iter().map(|sitting| sitting.date));
        days.extend(quarter.scorings.values().filter_map(|scoring| scoring.date));
        days.extend(quarter.notes.iter().map(|note| note.date));
        let revisions = quarter.key_results().flat_map(|(_, key_result)| &key_result.revisions);
        days.extend(revisions.map(|revision| revision.date));
    }
    days.into_iter().collect()
}
