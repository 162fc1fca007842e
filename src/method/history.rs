//! A team's quarters side by side: what was scored, how right the confidence was, what the process cost, what pays back
//! late. It looks back at one team only; nothing is compared between teams or people.

use rust_decimal::Decimal;

use super::budget::{self, ByPhase};
use super::calibration::{self, Gap, Moment, Series, Track};
use super::check_ins::Rounds;
use super::pattern::{self, Counts};
use crate::coach::label::{self, Label};
use crate::coach::statement::Statement;
use crate::domain::cycle::Cycle;
use crate::domain::day::Day;
use crate::domain::id::TeamId;
use crate::domain::key_result::{Ambition, KeyResult};
use crate::domain::quarter::{Phase, Quarter, QuarterKey};
use crate::domain::score::Score;
use crate::domain::scoring::Scoring;
use crate::domain::workspace::Workspace;

#[cfg(test)]
thread_local! {
    /// How often all quarters were looked back on.
    pub(crate) static LOOKED_BACK: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// The scores there are, in tenths.
pub const TENTHS: usize = 11;

/// One quarter, looked back on.
#[derive(Debug, Clone)]
pub struct Review<'a> {
    /// The quarter.
    pub quarter: &'a Quarter,
    /// Its cycle.
    pub cycle: &'a Cycle,
    /// The team it belonged to, where that one was merged into the team that looks back.
    pub of: Option<&'a str>,
    /// Where it stands.
    pub phase: Phase,
    /// How its key results came out.
    pub counts: Counts,
    /// How many key results have each score, from 0.0 to 1.0.
    pub scores: [usize; TENTHS],
    /// Each key result's confidence against what came of it.
    pub tracks: Vec<Track>,
    /// How many check-ins were held.
    pub held: usize,
    /// How many check-ins were planned by the day; none where the days of the cycle cannot be read.
    pub planned: Option<usize>,
    /// Whether it went by without a check-in.
    pub is_unreviewed: bool,
    /// Its files of which something could not be read, and which are in no figure.
    pub unread: Vec<&'a str>,
    /// What its scores have in common: "Set too safely."
    pub pattern: Option<&'static str>,
    /// What the process cost.
    pub effort: ByPhase,
}

impl Review<'_> {
    /// What it is called: its cycle, and the team where that was another one: "2026-Q4, Checkout".
    pub fn label(&self) -> String {
        label(self.cycle, self.of)
    }

    /// What was expected of its scored key results, and what they reached, both as a mean; none without a score.
    pub fn expected(&self) -> Option<Expected> {
        let scored = self
            .quarter
            .key_results()
            .filter_map(|(_, kr)| Some((kr.committed_ambition(), self.quarter.outcome(kr).score()?)));
        Expected::of(scored)
    }

    /// How many key results were reached in full, by their score.
    pub fn full(&self) -> usize {
        self.scores[TENTHS - 1]
    }

    /// How many scores are 0.7 or better: the other event that is derived beside "reached in full" (section 5).
    pub fn aimed(&self) -> usize {
        self.scores[usize::from(Score::AIM.tenths())..].iter().sum()
    }

    /// How many key results were work when they were first written, and were said anew: [`said_anew`].
    pub fn said_anew(&self) -> usize {
        said_anew(self.quarter, self.cycle)
    }

    /// How many scores are near 0.
    pub fn near_nought(&self) -> usize {
        self.scores[..=usize::from(pattern::NEAR_NOUGHT)].iter().sum()
    }

    /// How right a series was in this quarter alone.
    pub fn series(&self, moment: Moment) -> Option<Series> {
        calibration::series(&self.tracks, moment)
    }
}

/// A key result whose effect comes after its quarter: the score stands, the later readings stand beside it.
#[derive(Debug, Clone)]
pub struct Late<'a> {
    /// The quarter it was scored in.
    pub quarter: &'a Quarter,
    /// Its cycle.
    pub cycle: &'a Cycle,
    /// The team it belonged to, where that was merged into the team that looks back.
    pub of: Option<&'a str>,
    /// Which key result.
    pub key_result: &'a KeyResult,
    /// Its closing record.
    pub scoring: &'a Scoring,
    /// What the cycle in which its effect is expected is called, where that is named.
    pub effect: Option<String>,
    /// The score that the last later reading would have had.
    pub by_now: Option<Score>,
}

impl Late<'_> {
    /// What its quarter is called, as in its review.
    pub fn label(&self) -> String {
        label(self.cycle, self.of)
    }
}

fn label(cycle: &Cycle, of: Option<&str>) -> String {
    of.map_or_else(|| cycle.label.clone(), |team| format!("{}, {team}", cycle.label))
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
    pub fn of(workspace: &'a Workspace, team: &TeamId, today: Day) -> Self {
        #[cfg(test)]
        LOOKED_BACK.with(|count| count.set(count.get() + 1));
        let quarters = begun(workspace, team, today);
        let reviews = quarters.iter().map(|one| review(workspace, team, *one, today));
        let late = quarters.iter().flat_map(|(quarter, cycle)| {
            let of = merged_name(workspace, team, quarter);
            late(workspace, quarter, cycle).map(move |late| Late { of, ..late })
        });
        Self { reviews: reviews.collect(), late: late.collect() }
    }

    /// The review of one quarter alone, as it is in the whole.
    pub fn review_of(
        workspace: &'a Workspace,
        team: &TeamId,
        key: &QuarterKey,
        today: Day,
    ) -> Option<Review<'a>> {
        let quarter = workspace.quarters.get(key).zip(workspace.cycles.get(&key.cycle));
        quarter.filter(|one| has_begun(*one, today)).map(|one| review(workspace, team, one, today))
    }

    /// The tracks of all quarters, oldest first.
    pub fn tracks(&self) -> Vec<Track> {
        self.reviews.iter().flat_map(|review| review.tracks.iter().cloned()).collect()
    }

    /// Where we were most wrong about ourselves, with the quarter, the largest gap first.
    pub fn gaps(&self) -> Vec<(&Review<'a>, Gap)> {
        let mut all: Vec<(&Review<'a>, Gap)> = Vec::new();
        for review in &self.reviews {
            all.extend(calibration::gaps(&review.tracks).into_iter().map(|gap| (review, gap)));
        }
        all.sort_by_key(|(_, gap)| u8::MAX - gap.points);
        all
    }

    /// What was expected over all quarters, and what was reached.
    pub fn expected(&self) -> Option<Expected> {
        let all = self.reviews.iter().flat_map(|review| {
            let key_results = review.quarter.key_results();
            key_results
                .filter_map(|(_, kr)| Some((kr.committed_ambition(), review.quarter.outcome(kr).score()?)))
        });
        Expected::of(all)
    }

    /// How many of the scores of all quarters are what is counted of each.
    pub fn share(&self, counted: impl Fn(&Review<'a>) -> usize) -> usize {
        self.reviews.iter().map(counted).sum()
    }

    /// The teams that were merged into this one and whose quarters are in its history.
    pub fn merged(&self) -> Vec<&'a str> {
        let mut names: Vec<&str> = self.reviews.iter().filter_map(|review| review.of).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The review of a quarter.
    pub fn review(&self, key: &QuarterKey) -> Option<&Review<'a>> {
        self.reviews.iter().find(|review| review.quarter.key == *key)
    }
}

/// What a set was expected to reach and what it reached: a stretch is expected at 0.7, what is committed at 1.0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expected {
    /// How many key results have a score.
    pub n: usize,
    /// The mean of what was expected.
    pub expected: Decimal,
    /// The mean of the scores.
    pub reached: Decimal,
}

impl Expected {
    fn of(scored: impl Iterator<Item = (Ambition, Score)>) -> Option<Self> {
        let scored: Vec<(Ambition, Score)> = scored.collect();
        let n = Decimal::from(scored.len());
        let aim = |ambition: Ambition| match ambition {
            Ambition::Stretch => Score::AIM.decimal(),
            Ambition::Committed => Decimal::ONE,
        };
        let expected: Decimal = scored.iter().map(|(ambition, _)| aim(*ambition)).sum();
        let reached: Decimal = scored.iter().map(|(_, score)| score.decimal()).sum();
        Some(Self { n: scored.len(), expected: expected.checked_div(n)?, reached: reached.checked_div(n)? })
    }
}

/// The name of the team of a quarter, where it is not the team that looks back.
fn merged_name<'a>(workspace: &'a Workspace, team: &TeamId, quarter: &'a Quarter) -> Option<&'a str> {
    let id = &quarter.key.team;
    let name = || workspace.team_name(id);
    (id != team).then(name)
}

/// The quarters a team looks back on that began or were committed by a day, oldest first.
fn begun<'a>(workspace: &'a Workspace, team: &TeamId, today: Day) -> Vec<(&'a Quarter, &'a Cycle)> {
    let mut quarters = workspace.past_of(team);
    quarters.retain(|one| has_begun(*one, today));
    quarters
}

/// Whether a quarter began or was committed by a day.
fn has_begun((quarter, cycle): (&Quarter, &Cycle), day: Day) -> bool {
    cycle.first <= day || quarter.frame.committed.is_some_and(|committed| committed <= day)
}

fn review<'a>(
    workspace: &'a Workspace,
    team: &TeamId,
    (quarter, cycle): (&'a Quarter, &'a Cycle),
    today: Day,
) -> Review<'a> {
    let rounds = Rounds::of(quarter, cycle, workspace.cadence(quarter)).on(today);
    let mut scores = [0; TENTHS];
    for (_, key_result) in quarter.key_results() {
        if let Some(score) = quarter.outcome(key_result).score() {
            scores[usize::from(score.tenths()).min(TENTHS - 1)] += 1;
        }
    }
    Review {
        quarter,
        cycle,
        of: merged_name(workspace, team, quarter),
        phase: quarter.phase(cycle, today),
        counts: Counts::of(quarter),
        scores,
        tracks: calibration::tracks(quarter, &rounds),
        held: rounds.held(),
        planned: (!cycle.is_unread).then(|| rounds.due_or_held(today)),
        is_unreviewed: rounds.is_unreviewed(today),
        unread: workspace.unread_of(&quarter.key).map(String::as_str).collect(),
        pattern: pattern::pattern_line(quarter, workspace.previous(&quarter.key)),
        effort: budget::spent(quarter),
    }
}

/// How many key results of a quarter were work when they were first written, and were said anew. It reads their sentences, so
/// it is not for drawing.
pub fn said_anew(quarter: &Quarter, cycle: &Cycle) -> usize {
    quarter.key_results().filter(|(_, key_result)| was_work(key_result, cycle)).count()
}

/// Whether a key result was work in its first wording and is not any more.
fn was_work(key_result: &KeyResult, cycle: &Cycle) -> bool {
    let is_work = |text: &str| {
        let judged = label::key_result(&Statement::read(text, cycle.reading_day(cycle.first)), None);
        judged.judgement.label == Label::Output
    };
    key_result.first_wording.as_deref().is_some_and(|first| is_work(first) && !is_work(&key_result.title))
}

fn late<'a>(
    workspace: &'a Workspace,
    quarter: &'a Quarter,
    cycle: &'a Cycle,
) -> impl Iterator<Item = Late<'a>> {
    let late = move |key_result| late_of(workspace, (quarter, cycle), key_result);
    quarter.live_key_results().filter_map(move |(_, key_result)| late(key_result))
}

/// What was read after the quarter of a key result; none where it has no closing record, or nothing about it comes later.
pub fn late_of<'a>(
    workspace: &Workspace,
    (quarter, cycle): (&'a Quarter, &'a Cycle),
    key_result: &'a KeyResult,
) -> Option<Late<'a>> {
    let scoring = quarter.scorings.get(&key_result.id)?;
    let is_late = scoring.reads_later.is_some()
        || !scoring.later.is_empty()
        || workspace.pays_back_after(&quarter.key.team, cycle, key_result);
    let last = scoring.later.last();
    let forecast = key_result.committed_measure().forecast();
    let by_now = forecast.zip(last).and_then(|(forecast, last)| {
        crate::domain::score::progress(forecast, &[last.reading]).proposed_score()
    });
    let effect = key_result.effect_quarter.as_deref().or(scoring.reads_later.as_deref());
    let effect = effect.map(|named| workspace.cycle_label(&quarter.key.team, named));
    is_late.then_some(Late { quarter, cycle, of: None, key_result, scoring, effect, by_now })
}

/// The days on which a team wrote anything down, in no order and some of them more than once.
pub fn dated_days(workspace: &Workspace, team: &TeamId) -> impl Iterator<Item = Day> {
    workspace.past_of(team).into_iter().flat_map(|(quarter, _)| quarter.dated_days())
}
