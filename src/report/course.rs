//! The course of a key result in words, for who sees no drawing of it.

use crate::domain::confidence::Confidence;
use crate::domain::day::Day;
use crate::domain::display::visible;
use crate::domain::measure::Measure;
use crate::domain::quarter::Reading;
use crate::method::course::{Course, Level, LevelKind};
use crate::words::report::history as words;

/// A level with its name: "from 2.3 %", "0.7: 1.04 %", "to below 0.5 %", "at most 5 min"; `value` is its value as it is shown.
pub fn level_words(level: &Level, measure: &Measure, value: String) -> String {
    let says = match level.kind {
        LevelKind::Baseline => format!("from {value}"),
        LevelKind::Aim => format!("0.7: {value}"),
        LevelKind::Target => format!("to {}", measure.aimed(value)),
        LevelKind::Floor => format!("{} {value}", measure.beyond().unwrap_or(words::AT_LEAST)),
        LevelKind::Ceiling => format!("{} {value}", measure.beyond().unwrap_or(words::AT_MOST)),
    };
    visible(&says).into_owned()
}

/// What was read: "Read 2.1 % on 15 Jan, 1.8 % on 28 Jan."
pub fn read_words(course: &Course<'_>, measure: &Measure) -> String {
    let on = |reading: &Reading| {
        format!("{} on {}", measure.shown(reading.value), day_words(course, reading.date))
    };
    let read: Vec<String> = course.readings.iter().map(on).collect();
    visible(&format!("Read {}.", read.join(", "))).into_owned()
}

/// What that is held against: "Held against: from 2.3 %, 0.7: 1.04 %, to 0.5 %."
pub fn held_words(course: &Course<'_>, measure: &Measure) -> String {
    let held = |level: &Level| level_words(level, measure, measure.shown(level.value));
    words::held_against(course.levels.iter().map(held).collect::<Vec<_>>().join(", "))
}

/// What was believed, round by round: "Confidence 50 on 1 Jan, 60 on 28 Jan."; none where no vote was shown.
pub fn believed_words(course: &Course<'_>) -> Option<String> {
    let on = |(day, median): &(Day, Confidence)| format!("{median} on {}", day_words(course, *day));
    let said: Vec<String> = course.medians.iter().map(on).collect();
    (!said.is_empty()).then(|| format!("Confidence {}.", said.join(", ")))
}

/// A day, with its year only where that is not the one the cycle ends in.
fn day_words(course: &Course<'_>, day: Day) -> String {
    day.short(course.cycle.last)
}
