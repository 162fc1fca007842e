//! Times of which numbers are told: "210 in Q4, 80 in Q1".

use std::ops::Range;

use super::dates::Dates;
use super::roles::Placed;
use super::words::Words;
use crate::coach::token::Kind;
use crate::domain::cycle::ReadingDay;
use crate::domain::day::Day;

/// A stretch of days a sentence names: "in Q4".
#[derive(Debug)]
pub(super) struct Time {
    /// The tokens that name it, and those that lead to it.
    at: Range<usize>,
    pub(super) first: Day,
    pub(super) last: Day,
    /// Whether it is over on the day the sentence is read.
    pub(super) is_over: bool,
    /// "by Q4": whether something is to be done by its end.
    pub(super) is_aim: bool,
}

impl Time {
    /// What is named at some tokens.
    pub(super) fn new(
        words: &Words<'_, '_>,
        at: Range<usize>,
        (first, last): (Day, Day),
        on: ReadingDay,
    ) -> Self {
        Self { first, last, is_over: last < on.day, is_aim: is_aim(words, at.start), at }
    }
}

/// "By Q4", "no later than 3 March": up to then something is to be reached.
fn is_aim(words: &Words<'_, '_>, lead: usize) -> bool {
    words.is_any(lead, &["by", "until", "till", "before", "no", "not", "latest"])
}

impl Dates {
    /// The time of which a figure is told: "210 in Q4", "900 ms as of 12 January", "Q4: 210".
    pub(super) fn time_of(&self, words: &Words<'_, '_>, figure: &Placed) -> Option<&Time> {
        let (found, clues) = (&figure.found, &figure.clues);
        // "(Q4: 210)" is told of the number in the bracket.
        let is_alone = |time: &Time| words.is(time.at.start - 1, "as") || words.is(time.at.end, ")");
        let begins = |end: usize, time: &Time| {
            time.at.start == end
                || time.at.start == end + 1 && words.is_any(end, &["(", "as"]) && is_alone(time)
        };
        let ends = |time: &Time| time.at.end + usize::from(words.is(time.at.end, ":")) == clues.lead;
        let is_its = |time: &&Time| begins(found.at.end, time) || begins(clues.noun_end, time) || ends(time);
        self.times.iter().find(is_its)
    }
}

/// The days that are meant by a name without a year: of values those a year earlier, where these are not of the cycle and those
/// are nearer. What was read "in Q4" is told of the one that is over.
pub(super) fn meant(
    words: &Words<'_, '_>,
    at: &Range<usize>,
    (first, last): (Day, Day),
    on: ReadingDay,
) -> (Day, Day) {
    const YEAR: i64 = 365;
    let is_of_cycle = on.quarter.is_some_and(|own| own.days.0 <= first && last <= own.days.1);
    let before = (first.plus(-YEAR), last.plus(-YEAR));
    let is_nearer = on.day.days_since(before.1) < first.days_since(on.day);
    if is_nearer && !is_of_cycle && is_of_value(words, at) { before } else { (first, last) }
}

/// "210 in Q4", "(Q4: 210)", "than in Q4": when a value was read, and no day by which.
fn is_of_value(words: &Words<'_, '_>, at: &Range<usize>) -> bool {
    const NEAR: usize = 3;
    let is_number = |at: usize| words.is_kind(at, Kind::Number);
    let is_told = is_number(at.end + usize::from(words.is(at.end, ":")))
        || words.is_before(at.start, &["than", "to"])
        || (at.start.saturating_sub(NEAR)..at.start).any(is_number);
    is_told && !is_aim(words, at.start)
}
