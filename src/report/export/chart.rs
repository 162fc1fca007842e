//! The way of a key result as a drawing: readings between baseline and target, the mark of 0.7, and the medians of
//! confidence below. The same facts stand beside it as text.

use serde::Serialize;

use crate::domain::confidence::Confidence;
use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::display::visible;
use crate::domain::key_result::KeyResult;
use crate::domain::measure::Measure;
use crate::domain::number::Number;
use crate::domain::quantity::with_unit;
use crate::domain::quarter::Reading;
use crate::method::course::{Course, Level, LevelKind};
use crate::report::course::{believed_words, held_words, level_words, read_words};

/// The drawing's width, the words at its right left out, and the height of its two parts, in its own units.
const WIDTH: f64 = 460.0;
const HEIGHT: f64 = 132.0;
const BELOW: f64 = 34.0;
/// The room kept free around it.
const EDGE: f64 = 14.0;
/// The room above, for the words of a reading.
const ABOVE: f64 = 22.0;
/// How near to an edge the words of a reading are not put in the middle.
const NEAR: f64 = 70.0;
/// The least height between two lines of words.
const WORDS: f64 = 15.0;

/// Where everything lies.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Chart {
    /// The readings as the points of a line: `4.0,68.0 120.5,30.1`.
    readings: String,
    dots: Vec<Point>,
    /// What the last reading was, beside its dot; its unit stands below the drawing in full.
    last: Words,
    /// Where the words of the last reading lie to their place, so that they stay inside the drawing.
    last_anchor: &'static str,
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

#[derive(Debug, Clone, Serialize)]
struct Point {
    x: String,
    y: String,
}

/// Words that stand somewhere in the drawing.
#[derive(Debug, Clone, Serialize)]
struct Words {
    at: Point,
    text: String,
}

/// A line across the drawing, with its words at the right, which keep away from those of the next.
#[derive(Debug, Clone, Serialize)]
struct Rule {
    y: String,
    is_aim: bool,
    words: Words,
}

/// Where days and values lie in the drawing.
struct Scale<'a>(&'a Course<'a>);

impl Scale<'_> {
    fn x(&self, day: Day) -> f64 {
        EDGE + self.0.along(day) * (WIDTH - 2.0 * EDGE)
    }

    fn y(&self, value: Number) -> f64 {
        HEIGHT - EDGE - self.0.height(value) * (HEIGHT - EDGE - ABOVE)
    }
}

impl Chart {
    /// Draws a key result that can be measured; `None` where nothing was read yet.
    pub(super) fn of(key_result: &KeyResult, desk: &Desk<'_>) -> Option<Self> {
        let course = Course::of(key_result, desk)?;
        let measure = key_result.committed_measure();
        let last = course.readings.last()?;
        let scale = Scale(&course);
        let mark = |(day, median): &(Day, Confidence)| point(scale.x(*day), said(*median));
        let marks: Vec<Point> = course.medians.iter().map(mark).collect();
        let dot = |reading: &Reading| point(scale.x(reading.date), scale.y(reading.value));
        let dots: Vec<Point> = course.readings.iter().map(dot).collect();
        let brief = |value| with_unit(value, brief_unit(measure.unit()));
        let level = |level: &Level| {
            (scale.y(level.value), level_words(level, measure, brief(level.value)), level.kind)
        };
        let (rules, free_from) = rules(course.levels.iter().map(level).collect());
        let beside = |(day, median): &(Day, Confidence)| {
            words(scale.x(*day), said(*median).max(free_from), &median.to_string())
        };
        Some(Self {
            readings: line(&dots),
            last: words(scale.x(last.date), scale.y(last.value) - 7.0, &brief(last.value)),
            last_anchor: anchor(scale.x(last.date)),
            rules,
            dots,
            confidence: line(&marks),
            last_median: course.medians.last().map(beside),
            marks,
            months: months(&course, &scale),
            says: sentences(&course, measure),
        })
    }
}

/// The lines of some levels, from above down, their words at least a line apart; and from which height on the next words fit.
fn rules(mut levels: Vec<(f64, String, LevelKind)>) -> (Vec<Rule>, f64) {
    levels.sort_by(|(one, ..), (other, ..)| one.total_cmp(other));
    let mut free_from = f64::MIN;
    let rule = |(y, text, kind): (f64, String, LevelKind)| {
        let at = (y + 4.0).max(free_from);
        free_from = at + WORDS;
        Rule { y: short(y), is_aim: kind == LevelKind::Aim, words: words(WIDTH + 8.0, at, &text) }
    };
    let rules = levels.into_iter().map(rule).collect();
    (rules, free_from)
}

/// The height of a median in the lower part.
fn said(median: Confidence) -> f64 {
    HEIGHT + BELOW - f64::from(median.percent()) / 100.0 * BELOW
}

/// The first days of the months, below all.
fn months(course: &Course<'_>, scale: &Scale<'_>) -> Vec<Words> {
    let month = |day: Day| words(scale.x(day), HEIGHT + BELOW + 18.0, &day.month_short());
    course.months().map(month).collect()
}

/// Words near an edge lead away from it.
fn anchor(x: f64) -> &'static str {
    match x {
        x if x < NEAR => "start",
        x if x > WIDTH - NEAR => "end",
        _ => "middle",
    }
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

/// What the drawing shows: "Read 2.1 % on 15 Jan. Held against: from 2.3 %, to 0.5 %. Confidence 50 on 1 Jan."
fn sentences(course: &Course<'_>, measure: &Measure) -> String {
    let says = [Some(read_words(course, measure)), Some(held_words(course, measure)), believed_words(course)];
    says.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The unit beside a number on the drawing: its first word, or the whole of one such as "per month".
fn brief_unit(unit: &str) -> &str {
    match unit.split_whitespace().next() {
        Some("per" | "a" | "an" | "each" | "every" | "/") | None => unit,
        Some(first) => first,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_shortened_to_a_word_that_says_something() {
        assert_eq!(["per month", "min of work", "%", ""].map(brief_unit), ["per month", "min", "%", ""]);
    }

    #[test]
    fn words_of_lines_that_lie_close_keep_apart() {
        let level = |y, text: &str, kind| (y, text.to_owned(), kind);
        let (rules, free_from) = rules(vec![
            level(23.0, "at least", LevelKind::Floor),
            level(22.0, "at most", LevelKind::Ceiling),
        ]);
        let heights: Vec<f64> = rules.iter().map(|rule| rule.words.at.y.parse().unwrap()).collect();
        assert_eq!(rules[0].words.text, "at most", "from above down");
        assert!(heights[1] - heights[0] >= WORDS, "{heights:?}");
        assert!(free_from - heights[1] >= WORDS, "the words of the median keep away as well");
    }
}
