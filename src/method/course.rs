//! The course of a key result through its cycle: what was read, what that is held against, and what was believed. The
//! screen and the exported page draw it, each with its own lines.

use chrono::Datelike as _;
use rust_decimal::prelude::ToPrimitive as _;

use super::check_ins::Rounds;
use crate::domain::confidence::Confidence;
use crate::domain::cycle::Cycle;
use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::key_result::KeyResult;
use crate::domain::measure::{Forecast, Window};
use crate::domain::number::Number;
use crate::domain::quarter::Reading;
use crate::domain::score::Score;

/// What is known of a key result that can be measured.
#[derive(Debug, Clone)]
pub struct Course<'a> {
    /// Its cycle, from left to right.
    pub cycle: &'a Cycle,
    /// The readings, the final one at the end, oldest first.
    pub readings: Vec<Reading>,
    /// What they are held against.
    pub levels: Vec<Level>,
    /// The medians of the rounds that were shown, the opening one first, each on the day of its last vote.
    pub medians: Vec<(Day, Confidence)>,
    /// The lowest value that has room, and how far it is to the highest.
    bounds: (f64, f64),
}

/// A value that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Level {
    /// What it is.
    pub kind: LevelKind,
    /// The value, in the unit of the measure.
    pub value: Number,
}

/// What a value is to a key result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LevelKind {
    /// Where it began.
    Baseline,
    /// 0.7 of the way, what a stretch aims at.
    Aim,
    /// Where it is to go.
    Target,
    /// The lower bound of what is kept.
    Floor,
    /// The upper bound of what is kept.
    Ceiling,
}

impl<'a> Course<'a> {
    /// Follows a key result through the quarter of a desk; `None` where it has no forecast, nothing was read yet, or the
    /// days of the cycle cannot be read.
    pub fn of(key_result: &KeyResult, desk: &Desk<'a>) -> Option<Self> {
        let levels = levels(key_result.committed_measure().forecast()?);
        let readings = desk.quarter.all_readings(&key_result.id);
        readings.last().filter(|_| !desk.cycle.is_unread)?;
        let values = readings.iter().map(|reading| reading.value);
        let bounds = bounds(values.chain(levels.iter().map(|level| level.value)));
        Some(Self { cycle: desk.cycle, readings, levels, medians: medians(key_result, desk), bounds })
    }

    /// How high a value lies, from 0 for the lowest there is to 1 for the highest.
    pub fn height(&self, value: Number) -> f64 {
        let (low, span) = self.bounds;
        (binary(value) - low) / span
    }

    /// How far a day lies on the way through the cycle, from 0 to 1; a day outside lies at its edge.
    pub fn along(&self, day: Day) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "the days of a quarter")]
        let [gone, all] =
            [day.days_since(self.cycle.first), (self.cycle.days() - 1).max(1)].map(|days| days as f64);
        (gone / all).clamp(0.0, 1.0)
    }

    /// The first days of the months that begin in the cycle.
    pub fn months(&self) -> impl Iterator<Item = Day> {
        (0..self.cycle.days()).map(|days| self.cycle.first.plus(days)).filter(|day| day.date().day() == 1)
    }
}

/// The value at which the score of a change is 0.7, exact; none where it has too many digits to be read.
pub fn aim(baseline: Number, target: Number) -> Option<Number> {
    let way = target.decimal().checked_sub(baseline.decimal())?;
    let part = way.checked_mul(Score::AIM.decimal())?;
    Number::new(baseline.decimal().checked_add(part)?).ok()
}

/// What readings are held against: baseline, 0.7 of the way and target, or the bounds of a window.
fn levels(forecast: Forecast) -> Vec<Level> {
    let of = |kind| move |value| Level { kind, value };
    let levels = match forecast {
        Forecast::Change { baseline, target, .. } => [
            Some(Level { kind: LevelKind::Baseline, value: baseline }),
            aim(baseline, target).map(of(LevelKind::Aim)),
            Some(Level { kind: LevelKind::Target, value: target }),
        ],
        Forecast::Maintain(Window { floor, ceiling, .. }) => {
            [ceiling.map(of(LevelKind::Ceiling)), floor.map(of(LevelKind::Floor)), None]
        }
    };
    levels.into_iter().flatten().collect()
}

/// The medians of the rounds that were shown, the opening one first.
fn medians(key_result: &KeyResult, desk: &Desk<'_>) -> Vec<(Day, Confidence)> {
    let rounds = Rounds::at(desk);
    let opening = rounds.opening_median(&key_result.id).map(|opening| (opening.day, opening.median));
    let trend = rounds.trend(&key_result.id);
    let later = trend.iter().filter_map(|heard| Some((heard.voted?, heard.median()?)));
    opening.into_iter().chain(later).collect()
}

fn bounds(values: impl Iterator<Item = Number>) -> (f64, f64) {
    let wider = |(low, high): (f64, f64), value: f64| (low.min(value), high.max(value));
    let (low, high) = values.map(binary).fold((f64::MAX, f64::MIN), wider);
    (low, if high > low { high - low } else { 1.0 })
}

/// A number for a drawing, where the last digits do not matter.
fn binary(number: Number) -> f64 {
    number.decimal().to_f64().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::check_in::{CheckIn, Sitting, SittingKind};
    use crate::domain::confidence::Votes;
    use crate::domain::frame::Frame;
    use crate::domain::id::{KeyResultId, ObjectiveId, SittingId, TeamId};
    use crate::domain::measure::Measure;
    use crate::domain::objective::Objective;
    use crate::domain::quarter::{Quarter, QuarterKey};
    use crate::domain::workspace::Workspace;

    #[test]
    fn a_median_stands_on_the_day_of_its_vote_and_not_on_that_of_the_plan() {
        let cycle = Cycle::calendar("2027-q1").unwrap();
        let first = cycle.first;
        let key = QuarterKey { team: TeamId::new("payments").unwrap(), cycle: cycle.id.clone() };
        let mut key_result = KeyResult::draft(KeyResultId::new("a").unwrap(), "a", 10);
        let (baseline, target) = ("2".parse().ok(), "1".parse().ok());
        key_result.measure = Measure { metric: Some("a".to_owned()), baseline, target, ..Measure::default() };
        let frame = Frame { committed: Some(first.plus(-2)), ..Frame::default() };
        let mut quarter = Quarter::new(key.clone(), frame);
        for (at, (kind, days)) in
            [(SittingKind::Opening, -2), (SittingKind::CheckIn, 13)].into_iter().enumerate()
        {
            let confidence: Votes = [50, 60].into_iter().filter_map(Confidence::new).collect();
            let said =
                CheckIn { confidence, reading: "2".parse().ok(), ..CheckIn::on(key_result.id.clone()) };
            let id = SittingId::new(format!("s{at}")).unwrap();
            quarter.sittings.push(Sitting {
                kind,
                together: true,
                check_ins: vec![said],
                ..Sitting::new(id, first.plus(days))
            });
        }
        let mut objective = Objective::draft(ObjectiveId::new("o").unwrap(), "o", 10);
        objective.key_results.push(key_result.clone());
        quarter.objectives.push(objective);
        let mut workspace = Workspace::default();
        workspace.cycles.insert(cycle.id.clone(), cycle);
        workspace.quarters.insert(key.clone(), quarter);
        let desk = Desk::at(&workspace, &key, first.plus(13)).unwrap();
        let course = Course::of(&key_result, &desk).unwrap();
        let days: Vec<Day> = course.medians.iter().map(|(day, _)| *day).collect();
        assert_eq!(days, [first.plus(-2), first.plus(13)]);
        assert!(course.along(days[0]).abs() < f64::EPSILON, "drawn at the left edge");
    }

    #[test]
    fn a_number_with_thousands_has_its_height() {
        assert!((binary("125,000".parse().unwrap()) - 125_000.0).abs() < f64::EPSILON);
    }

    #[test]
    fn the_aim_lies_at_seven_tenths_of_the_way_whichever_way_that_goes() {
        let at = |from: &str, to: &str| aim(from.parse().unwrap(), to.parse().unwrap()).unwrap().to_string();
        assert_eq!([at("2.3", "0.5"), at("0", "1"), at("-1", "1")], ["1.04", "0.7", "0.4"]);
    }

    #[test]
    fn values_that_are_all_the_same_have_a_height() {
        let (low, span) = bounds(["3", "3"].iter().map(|value| value.parse().unwrap()));
        assert!(((3.0 - low) / span).abs() < f64::EPSILON);
    }
}
