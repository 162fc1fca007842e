//! How right a team's confidence was: its own series against what came out, never per person.

use std::fmt;

use rust_decimal::{Decimal, RoundingStrategy};

use crate::domain::confidence::Confidence;
use crate::domain::decision::Desk;
use crate::domain::id::KeyResultId;
use crate::domain::key_result::KeyResult;
use crate::domain::quarter::{Quarter, QuarterKey};
use crate::domain::score::Score;
use crate::domain::workspace::Workspace;

use super::check_ins::{Round, Rounds};
use super::texts::{self, Line, fill};

/// Outcomes from which on calibration is said in a sentence.
pub const SENTENCE_FROM: usize = 10;
/// Outcomes from which on calibration is drawn as a curve.
pub const CURVE_FROM: usize = 30;
/// The points of confidence one step of the curve spans.
const STEP: u8 = 20;
/// Points between confidence and score from which on a gap is talked through (RET-3).
pub const TALKED_THROUGH: u8 = 40;

/// When a confidence was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Moment {
    /// Before the commit (SET-13).
    Opening,
    /// At the check-in nearest to mid-quarter.
    Middle,
    /// At the last check-in with a vote.
    Last,
}

impl Moment {
    /// The three series.
    pub const ALL: [Self; 3] = [Self::Opening, Self::Middle, Self::Last];
}

/// The confidence of one key result through the cycle, and how it came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Track {
    /// Which key result.
    pub key_result: KeyResultId,
    /// The opening median.
    pub opening: Option<Confidence>,
    /// The median of mid-quarter.
    pub middle: Option<Confidence>,
    /// The last median.
    pub last: Option<Confidence>,
    /// The score, once there is one; dropped and reads-later have none.
    pub score: Option<Score>,
    /// Whether the target was reached in full: the event that confidence is about.
    pub is_reached: Option<bool>,
}

impl Track {
    /// The confidence at a moment.
    pub fn at(&self, moment: Moment) -> Option<Confidence> {
        match moment {
            Moment::Opening => self.opening,
            Moment::Middle => self.middle,
            Moment::Last => self.last,
        }
    }
}

/// The tracks of a quarter's committed key results, in the order of the screens, as they may be seen on the day of its
/// rounds: what was voted alone counts once its round is over.
pub fn tracks(quarter: &Quarter, rounds: &Rounds<'_>) -> Vec<Track> {
    let committed = quarter.live_key_results().filter(|(_, key_result)| key_result.is_committed());
    committed.map(|(_, key_result)| track(quarter, rounds, key_result)).collect()
}

/// The same on the day of a desk.
pub fn tracks_at(desk: &Desk<'_>) -> Vec<Track> {
    tracks(desk.quarter, &Rounds::at(desk))
}

/// The tracks of a team's quarters and of those merged into it up to one of them, oldest first, as they may be seen whatever
/// the day is. What came after that quarter is nothing it knows.
pub fn tracks_until(workspace: &Workspace, key: &QuarterKey) -> Vec<Track> {
    let Some(last) = workspace.cycles.get(&key.cycle) else { return Vec::new() };
    let past = workspace.past_of(&key.team).into_iter().filter(|(_, cycle)| cycle.first <= last.first);
    let rounds = |(quarter, cycle)| (quarter, Rounds::of(quarter, cycle, workspace.cadence(quarter)));
    past.map(rounds).flat_map(|(quarter, rounds)| tracks(quarter, &rounds)).collect()
}

fn track(quarter: &Quarter, rounds: &Rounds<'_>, key_result: &KeyResult) -> Track {
    let id = &key_result.id;
    let due = key_result.committed_measure().due;
    // What is said once the day is over is no forecast of what was reached by then (section 5).
    let median = |round: Round| rounds.median_by(id, round, due);
    Track {
        key_result: id.clone(),
        opening: rounds.opening(id).median(),
        middle: rounds.mid().and_then(median),
        last: rounds.list().iter().rev().find_map(|round| median(*round)),
        score: quarter.outcome(key_result).score(),
        is_reached: quarter.is_reached(key_result),
    }
}

/// How right one series was: the Brier score, always with its number of outcomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Series {
    /// How many outcomes; at least one.
    pub n: usize,
    /// How many were reached in full.
    pub right: usize,
    /// The mean confidence in percent, exact.
    pub mean: Decimal,
    /// The mean of (p - o)², exact: 0 is always right, 0.25 is what always saying 50 gives.
    pub brier: Decimal,
}

/// One series over some tracks; `None` without any outcome.
pub fn series(tracks: &[Track], moment: Moment) -> Option<Series> {
    let pairs = outcomes(tracks, moment);
    let n = Decimal::from(pairs.len());
    let squares: Decimal = pairs.iter().map(|(percent, reached)| squared_error(*percent, *reached)).sum();
    let percents: Decimal = pairs.iter().map(|(percent, _)| Decimal::from(*percent)).sum();
    Some(Series {
        n: pairs.len(),
        right: pairs.iter().filter(|(_, reached)| *reached).count(),
        mean: percents.checked_div(n)?,
        brier: squares.checked_div(n)?,
    })
}

/// What was believed of each that has an outcome, in percent, and whether it came out in full.
fn outcomes(tracks: &[Track], moment: Moment) -> Vec<(u8, bool)> {
    tracks.iter().filter_map(|track| Some((track.at(moment)?.percent(), track.is_reached?))).collect()
}

fn squared_error(percent: u8, is_reached: bool) -> Decimal {
    let away = Decimal::new(i64::from(percent), 2) - if is_reached { Decimal::ONE } else { Decimal::ZERO };
    away * away
}

impl Series {
    /// One sentence from ten outcomes on: "At about 70 % we were right 5 of 10 times."
    pub fn sentence(&self) -> Option<String> {
        let percent = rounded(self.mean, 0).to_string();
        let (right, of) = (self.right.to_string(), self.n.to_string());
        let values = [("percent", percent.as_str()), ("right", &right), ("of", &of)];
        (self.n >= SENTENCE_FROM).then(|| fill(texts::line(Line::Calibration), &values))
    }
}

impl fmt::Display for Series {
    /// The figure with its number of outcomes: "0.087 (n 3)".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (n {})", rounded(self.brier, 3).normalize(), self.n)
    }
}

/// A figure as it is shown: half rounds away from nought.
pub fn rounded(value: Decimal, places: u32) -> Decimal {
    value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

/// One step of the curve: the outcomes whose confidence lay in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The lowest confidence of the step.
    pub from: u8,
    /// The highest.
    pub to: u8,
    /// How many outcomes; none where nobody was that sure.
    pub n: usize,
    /// How many were reached in full.
    pub right: usize,
}

/// The curve of one series, from no chance to certain; `None` under thirty outcomes.
pub fn curve(tracks: &[Track], moment: Moment) -> Option<Vec<Step>> {
    let pairs = outcomes(tracks, moment);
    let step = |from: u8| {
        let to = if from + STEP >= 100 { 100 } else { from + STEP - 1 };
        let inside = pairs.iter().filter(|(percent, _)| (from..=to).contains(percent));
        let right = inside.clone().filter(|(_, reached)| *reached).count();
        Step { from, to, n: inside.count(), right }
    };
    (pairs.len() >= CURVE_FROM).then(|| (0..100).step_by(usize::from(STEP)).map(step).collect())
}

/// How far confidence and score of a key result lay apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Which key result.
    pub key_result: KeyResultId,
    /// The moment at which they lay farthest apart.
    pub moment: Moment,
    /// The confidence at that moment.
    pub confidence: Confidence,
    /// The score.
    pub score: Score,
    /// The distance in points, 0 to 100.
    pub points: u8,
}

/// The gaps between confidence and score, the largest first: they teach most (RET-3).
pub fn gaps(tracks: &[Track]) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = tracks.iter().filter_map(largest_gap).collect();
    gaps.sort_by_key(|gap| u8::MAX - gap.points);
    gaps
}

fn largest_gap(track: &Track) -> Option<Gap> {
    let score = track.score?;
    let gap = |moment| {
        let confidence = track.at(moment)?;
        let points = confidence.percent().abs_diff(score.tenths() * 10);
        Some(Gap { key_result: track.key_result.clone(), moment, confidence, score, points })
    };
    Moment::ALL.into_iter().rev().filter_map(gap).max_by_key(|gap| gap.points)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn track(opening: u8, is_reached: bool) -> Track {
        let score = if is_reached { Score::FULL } else { Score::from_tenths(4).unwrap() };
        Track {
            key_result: KeyResultId::new("a").unwrap(),
            opening: Confidence::new(opening),
            middle: None,
            last: None,
            score: Some(score),
            is_reached: Some(is_reached),
        }
    }

    fn opening(tracks: &[Track]) -> Option<Series> {
        series(tracks, Moment::Opening)
    }

    #[test]
    fn the_worked_brier_scores_of_the_method_come_out() {
        let three = [track(70, true), track(90, true), track(40, false)];
        assert_eq!(opening(&three).unwrap().to_string(), "0.087 (n 3)");
        let coins = [track(50, true), track(50, false)];
        assert_eq!(opening(&coins).unwrap().to_string(), "0.25 (n 2)");
        assert_eq!(opening(&[]), None);
        assert_eq!(series(&three, Moment::Last), None);
    }

    #[test]
    fn a_sentence_needs_ten_outcomes() {
        let some = |n: usize| -> Vec<Track> { (0..n).map(|at| track(70, at % 2 == 0)).collect() };
        assert_eq!(opening(&some(9)).unwrap().sentence(), None);
        let sentence = opening(&some(10)).unwrap().sentence();
        assert_eq!(sentence.as_deref(), Some("At about 70 % we were right 5 of 10 times."));
    }

    #[test]
    fn a_curve_needs_thirty_outcomes_and_counts_each_once() {
        let some = |n: u8| -> Vec<Track> { (0..n).map(|at| track((at * 7) % 101, at % 2 == 0)).collect() };
        assert_eq!(curve(&some(29), Moment::Opening), None);
        let steps = curve(&some(30), Moment::Opening).unwrap();
        let bounds: Vec<(u8, u8)> = steps.iter().map(|step| (step.from, step.to)).collect();
        assert_eq!(bounds, [(0, 19), (20, 39), (40, 59), (60, 79), (80, 100)]);
        assert_eq!(steps.iter().map(|step| step.n).sum::<usize>(), 30);
        assert_eq!(steps.iter().map(|step| step.right).sum::<usize>(), 15);
        let sure: Vec<Track> = (0..30).map(|_| track(100, true)).collect();
        assert_eq!(curve(&sure, Moment::Opening).unwrap()[4], Step { from: 80, to: 100, n: 30, right: 30 });
    }

    #[test]
    fn an_open_key_result_is_no_outcome() {
        let open = Track { score: None, is_reached: None, ..track(70, true) };
        assert_eq!(opening(std::slice::from_ref(&open)), None);
        assert_eq!(gaps(&[open]), []);
    }

    #[test]
    fn the_largest_gap_stands_on_top() {
        let near = track(80, true);
        let far = Track { last: Confidence::new(95), ..track(60, false) };
        let found = gaps(&[near, far]);
        assert_eq!((found[0].points, found[0].moment), (55, Moment::Last));
        assert_eq!((found[1].points, found[1].moment), (20, Moment::Opening));
    }

    proptest! {
        #[test]
        fn a_brier_score_lies_between_nought_and_one(pairs in proptest::collection::vec((0_u8..=100, any::<bool>()), 1..40)) {
            let tracks: Vec<Track> = pairs.iter().map(|(percent, reached)| track(*percent, *reached)).collect();
            let found = opening(&tracks).unwrap();
            prop_assert!(found.brier >= Decimal::ZERO && found.brier <= Decimal::ONE);
            prop_assert_eq!(found.n, tracks.len());
            let sure: Vec<Track> = pairs.iter().map(|(_, reached)| track(if *reached { 100 } else { 0 }, *reached)).collect();
            prop_assert_eq!(opening(&sure).unwrap().brier, Decimal::ZERO);
        }
    }
}
