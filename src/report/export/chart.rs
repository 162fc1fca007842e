//! The way of a key result as a drawing: readings between baseline and target, the mark of 0.7, and the medians of
//! confidence below. The same facts stand beside it as text.

use chrono::Datelike as _;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use serde::Serialize;

use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::display::visible;
use crate::domain::key_result::KeyResult;
use crate::domain::measure::{Forecast, Measure, Window};
use crate::domain::number::Number;
use crate::domain::quarter::Reading;
use crate::method::check_ins::Rounds;

/// The drawing's width, the words at its right left out, and the height of its two parts, in its own units.
const WIDTH: f64 = 460.0;
const HEIGHT: f64 = 132.0;
const BELOW: f64 = 34.0;
/// The room kept free around it.
const EDGE: f64 = 14.0;
/// The room above, for the words of a reading.
const ABOVE: f64 = 22.0;
/// The least height between two lines of words.
const WORDS: f64 = 15.0;
/// The score a stretch aims at, in tenths.
const AIM: i64 = 7;

/// Where everything lies.
#[derive(Debug, Serialize)]
pub(super) struct Chart {
    /// The readings as the points of a line: `4.0,68.0 120.5,30.1`.
    readings: String,
    dots: Vec<Point>,
    /// What the last reading was, beside its dot.
    last: Words,
    /// Baseline, aim and target, or the bounds of a window, from above down.
    rules: Vec<Rule>,
    /// The medians of confidence as the points of a line.
    confidence: String,
    marks: Vec<Point>,
    /// The last median, beside its mark.
    last_median: Option<Words>,
    /// The first days of the months.
    months: Vec<Words>,
    /// The drawing in sentences, for who cannot see it.
    says: String,
}

#[derive(Debug, Serialize)]
struct Point {
    x: String,
    y: String,
}

/// Words that stand somewhere in the drawing.
#[derive(Debug, Serialize)]
struct Words {
    at: Point,
    text: String,
}

/// A line across the drawing, with its words at the right, which keep away from those of the next.
#[derive(Debug, Serialize)]
struct Rule {
    y: String,
    is_aim: bool,
    words: Words,
}

/// The days of the cycle across the drawing, the values up it.
struct Scale {
    first: Day,
    days: f64,
    low: f64,
    span: f64,
}

impl Scale {
    /// The scale on which all values have room.
    fn of(desk: &Desk<'_>, values: impl Iterator<Item = f64>) -> Self {
        let (low, high) =
            values.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
        #[expect(clippy::cast_precision_loss, reason = "the days of a quarter")]
        let days = (desk.cycle.days() - 1).max(1) as f64;
        Self { first: desk.cycle.first, days, low, span: if high > low { high - low } else { 1.0 } }
    }

    fn x(&self, day: Day) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "the days of a quarter")]
        let part = (day.days_since(self.first) as f64 / self.days).clamp(0.0, 1.0);
        EDGE + part * (WIDTH - 2.0 * EDGE)
    }

    fn y(&self, value: f64) -> f64 {
        HEIGHT - EDGE - (value - self.low) / self.span * (HEIGHT - EDGE - ABOVE)
    }
}

impl Chart {
    /// Draws a key result that can be measured; `None` where nothing was read yet.
    pub(super) fn of(key_result: &KeyResult, desk: &Desk<'_>) -> Option<Self> {
        let measure = key_result.committed_measure();
        let forecast = measure.forecast()?;
        let readings = desk.quarter.all_readings(&key_result.id);
        let last = readings.last()?;
        let levels = levels(forecast, measure);
        let read = readings.iter().map(|reading| binary(reading.value));
        let scale = Scale::of(desk, read.chain(levels.iter().map(|level| level.value)));
        let medians = medians(key_result, desk);
        let marks: Vec<Point> =
            medians.iter().map(|(day, percent)| point(scale.x(*day), said(*percent))).collect();
        let last_median =
            medians.last().map(|(day, percent)| words(scale.x(*day), said(*percent), &percent.to_string()));
        let dots: Vec<Point> = readings
            .iter()
            .map(|reading| point(scale.x(reading.date), scale.y(binary(reading.value))))
            .collect();
        let above = scale.y(binary(last.value)) - 7.0;
        Some(Self {
            readings: line(&dots),
            last: words(scale.x(last.date), above, &measure.shown(last.value)),
            rules: rules(&levels, &scale),
            dots,
            confidence: line(&marks),
            last_median,
            marks,
            months: months(desk, &scale),
            says: sentences(&levels, &readings, measure, desk),
        })
    }
}

/// A height that has a name, with its name.
struct Level {
    value: f64,
    text: String,
    is_aim: bool,
}

/// What the readings are held against: baseline, 0.7 of the way and target, or the bounds of a window.
fn levels(forecast: Forecast, measure: &Measure) -> Vec<Level> {
    let level = |value: Number, name: &str, is_aim| Level {
        value: binary(value),
        text: visible(&format!("{name} {}", measure.shown(value))).into_owned(),
        is_aim,
    };
    match forecast {
        Forecast::Change { baseline, target, .. } => {
            let aim = Number::new(part_of_way(baseline.decimal(), target.decimal())).ok();
            let aim = aim.map(|aim| level(aim, "0.7:", true));
            [Some(level(baseline, "from", false)), aim, Some(level(target, "to", false))]
                .into_iter()
                .flatten()
                .collect()
        }
        Forecast::Maintain(Window { floor, ceiling, .. }) => {
            let floor = floor.map(|floor| level(floor, "at least", false));
            ceiling.map(|ceiling| level(ceiling, "at most", false)).into_iter().chain(floor).collect()
        }
    }
}

fn part_of_way(baseline: Decimal, target: Decimal) -> Decimal {
    baseline + (target - baseline) * Decimal::new(AIM, 1)
}

/// The lines of some levels, from above down, their words at least a line apart.
fn rules(levels: &[Level], scale: &Scale) -> Vec<Rule> {
    let mut levels: Vec<&Level> = levels.iter().collect();
    levels.sort_by(|one, other| scale.y(one.value).total_cmp(&scale.y(other.value)));
    let mut free_from = f64::MIN;
    let rule = |level: &Level| {
        let y = scale.y(level.value);
        let at = (y + 4.0).max(free_from);
        free_from = at + WORDS;
        Rule { y: short(y), is_aim: level.is_aim, words: words(WIDTH + 8.0, at, &level.text) }
    };
    levels.into_iter().map(rule).collect()
}

/// A number for a drawing, where the last digits do not matter.
fn binary(number: Number) -> f64 {
    number.decimal().to_f64().unwrap_or_default()
}

/// The medians of the rounds that were shown, in percent, the opening first.
fn medians(key_result: &KeyResult, desk: &Desk<'_>) -> Vec<(Day, u8)> {
    let rounds = Rounds::at(desk);
    let opening = rounds.opening(&key_result.id).median().map(|median| (desk.cycle.first, median));
    let trend = rounds.trend(&key_result.id);
    let later = trend.iter().filter_map(|heard| Some((heard.round.day, heard.median()?)));
    opening.into_iter().chain(later).map(|(day, median)| (day, median.percent())).collect()
}

/// The height of a median in the lower part.
fn said(percent: u8) -> f64 {
    HEIGHT + BELOW - f64::from(percent) / 100.0 * BELOW
}

/// The first days of the months that begin in the cycle.
fn months(desk: &Desk<'_>, scale: &Scale) -> Vec<Words> {
    let days = (0..desk.cycle.days()).map(|days| desk.cycle.first.plus(days));
    let firsts = days.filter(|day| day.date().day() == 1);
    firsts
        .map(|day| words(scale.x(day), HEIGHT + BELOW + 18.0, &day.date().format("%b").to_string()))
        .collect()
}

fn point(x: f64, y: f64) -> Point {
    Point { x: short(x), y: short(y) }
}

fn words(x: f64, y: f64, text: &str) -> Words {
    Words { at: point(x, y), text: visible(text).into_owned() }
}

fn short(length: f64) -> String {
    format!("{length:.1}")
}

fn line(points: &[Point]) -> String {
    points.iter().map(|point| format!("{},{}", point.x, point.y)).collect::<Vec<_>>().join(" ")
}

/// What the drawing shows: "Read 2.1 % on 15 Jan, 1.8 % on 28 Jan. From 2.3 %, 0.7: 1.04 %, to 0.5 %."
fn sentences(levels: &[Level], readings: &[Reading], measure: &Measure, desk: &Desk<'_>) -> String {
    let read: Vec<String> = readings
        .iter()
        .map(|reading| format!("{} on {}", measure.shown(reading.value), reading.date.short(desk.today)))
        .collect();
    let held: Vec<&str> = levels.iter().map(|level| level.text.as_str()).collect();
    visible(&format!("Read {}. Held against: {}.", read.join(", "), held.join(", "))).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_lines_that_lie_close_keep_apart() {
        let level = |value, text: &str| Level { value, text: text.to_owned(), is_aim: false };
        let scale = Scale { first: Day::new(2027, 1, 1).unwrap(), days: 89.0, low: 0.0, span: 100.0 };
        let rules = rules(&[level(99.0, "at least"), level(100.0, "at most")], &scale);
        let heights: Vec<f64> = rules.iter().map(|rule| rule.words.at.y.parse().unwrap()).collect();
        assert_eq!(rules[0].words.text, "at most", "from above down");
        assert!(heights[1] - heights[0] >= WORDS, "{heights:?}");
    }

    #[test]
    fn a_number_with_thousands_has_its_height() {
        assert!((binary("125,000".parse().unwrap()) - 125_000.0).abs() < f64::EPSILON);
    }

    #[test]
    fn seven_tenths_of_the_way_lie_between() {
        let at = |from, to| part_of_way(Decimal::new(from, 1), Decimal::new(to, 1)).normalize().to_string();
        assert_eq!([at(23, 5), at(0, 10), at(-10, 10)], ["1.04", "0.7", "0.4"]);
    }
}
