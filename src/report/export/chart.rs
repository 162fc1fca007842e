//! The way of a key result as a drawing: readings between baseline and target, the mark of 0.7, and the medians of
//! confidence below. The same facts stand beside it as text.

use serde::Serialize;

use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::display::visible;
use crate::domain::key_result::KeyResult;
use crate::domain::measure::{Forecast, Measure};
use crate::domain::number::Number;
use crate::domain::quarter::Reading;
use crate::method::check_ins::Rounds;

/// The drawing's width and the height of its two parts, in its own units.
const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 72.0;
const BELOW: f64 = 28.0;
/// The room kept free around it.
const EDGE: f64 = 4.0;
/// The score a stretch aims at.
const AIM: f64 = 0.7;

/// Where everything lies.
#[derive(Debug, Serialize)]
pub(super) struct Chart {
    /// The readings as the points of a line: `4.0,68.0 120.5,30.1`.
    readings: String,
    dots: Vec<Point>,
    /// The heights of baseline, aim and target.
    baseline: Option<String>,
    aim: Option<String>,
    target: String,
    /// The medians of confidence as the points of a line.
    confidence: String,
    marks: Vec<Point>,
    /// The drawing in a sentence, for who cannot see it.
    says: String,
}

#[derive(Debug, Serialize)]
struct Point {
    x: String,
    y: String,
}

/// The days of the cycle across the drawing, the values up it.
struct Scale {
    first: Day,
    days: f64,
    low: f64,
    span: f64,
}

impl Scale {
    fn x(&self, day: Day) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "the days of a quarter")]
        let part = (day.days_since(self.first) as f64 / self.days).clamp(0.0, 1.0);
        EDGE + part * (WIDTH - 2.0 * EDGE)
    }

    fn y(&self, value: f64) -> f64 {
        HEIGHT - EDGE - (value - self.low) / self.span * (HEIGHT - 2.0 * EDGE)
    }
}

impl Chart {
    /// Draws a key result that can be measured; `None` where nothing was read yet.
    pub(super) fn of(key_result: &KeyResult, desk: &Desk<'_>) -> Option<Self> {
        let measure = key_result.committed_measure();
        let forecast = measure.forecast()?;
        let readings = desk.quarter.all_readings(&key_result.id);
        readings.last()?;
        let (baseline, target) = ends(forecast)?;
        let values = readings.iter().map(|reading| binary(reading.value)).chain(baseline).chain([target]);
        let (low, high) =
            values.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
        #[expect(clippy::cast_precision_loss, reason = "the days of a quarter")]
        let days = (desk.cycle.days() - 1).max(1) as f64;
        let span = if high > low { high - low } else { 1.0 };
        let scale = Scale { first: desk.cycle.first, days, low, span };
        let marks = medians(key_result, desk, &scale);
        let dots: Vec<Point> = readings
            .iter()
            .map(|reading| point(scale.x(reading.date), scale.y(binary(reading.value))))
            .collect();
        let aim = baseline.map(|baseline| baseline + AIM * (target - baseline));
        Some(Self {
            readings: line(&dots),
            dots,
            baseline: baseline.map(|baseline| short(scale.y(baseline))),
            aim: aim.map(|aim| short(scale.y(aim))),
            target: short(scale.y(target)),
            confidence: line(&marks),
            marks,
            says: sentence(measure, &readings, desk),
        })
    }
}

/// The values a drawing reaches from and to: of a window its nearer bound.
fn ends(forecast: Forecast) -> Option<(Option<f64>, f64)> {
    match forecast {
        Forecast::Change { baseline, target, .. } => Some((Some(binary(baseline)), binary(target))),
        Forecast::Maintain(window) => window.floor.or(window.ceiling).map(|bound| (None, binary(bound))),
    }
}

/// A number for a drawing, where the last digits do not matter.
fn binary(number: Number) -> f64 {
    number.to_string().parse().unwrap_or(0.0)
}

/// The medians of the rounds that were shown, the opening first.
fn medians(key_result: &KeyResult, desk: &Desk<'_>, scale: &Scale) -> Vec<Point> {
    let rounds = Rounds::at(desk);
    let opening = rounds.opening(&key_result.id).median().map(|median| (desk.cycle.first, median));
    let trend = rounds.trend(&key_result.id);
    let later = trend.iter().filter_map(|heard| Some((heard.round.day, heard.median()?)));
    let height = |percent: u8| HEIGHT + BELOW - EDGE - f64::from(percent) / 100.0 * (BELOW - 2.0 * EDGE);
    opening
        .into_iter()
        .chain(later)
        .map(|(day, median)| point(scale.x(day), height(median.percent())))
        .collect()
}

fn point(x: f64, y: f64) -> Point {
    Point { x: short(x), y: short(y) }
}

fn short(length: f64) -> String {
    format!("{length:.1}")
}

fn line(points: &[Point]) -> String {
    points.iter().map(|point| format!("{},{}", point.x, point.y)).collect::<Vec<_>>().join(" ")
}

fn sentence(measure: &Measure, readings: &[Reading], desk: &Desk<'_>) -> String {
    let read: Vec<String> = readings
        .iter()
        .map(|reading| format!("{} on {}", measure.shown(reading.value), reading.date.short(desk.today)))
        .collect();
    visible(&format!("{}; read {}", measure.movement("to"), read.join(", "))).into_owned()
}
