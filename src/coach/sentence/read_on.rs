//! When a baseline was read, as far as its sentence tells.

use super::dates::Dates;
use super::now::tells_when;
use super::roles::Placed;
use super::words::Words;
use crate::coach::lexicon::Tags;
use crate::domain::cycle::ReadingDay;
use crate::domain::day::Day;

/// When a baseline was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ReadOn {
    /// Today, as a word says or as nothing is said of it.
    #[default]
    Today,
    /// On a day, or on the last day of the stretch that is named.
    Day(Day),
    /// At a time of which nobody can tell the day: "last winter".
    Earlier,
}

impl Dates {
    /// When the baseline was read, as far as the words at it tell.
    pub(super) fn read_on(&self, words: &Words<'_, '_>, baseline: &Placed, on: ReadingDay) -> ReadOn {
        const NOW: &[&str] = &["today", "now", "currently", "current", "presently"];
        let (behind, before) = (self.behind(words, baseline), self.before(words, baseline));
        let both = || behind.clone().chain(before.clone());
        let is_now = || both().any(|at| words.is_any(at, NOW));
        let told = || self.times_of(words, baseline).filter(|time| !time.is_aim);
        let only_told = || told().find(|time| !is_now() && behind.contains(&time.at.start));
        match told().find(|time| time.due.is_none()).or_else(only_told) {
            // No number was read on a day to come.
            Some(time) => time
                .days
                .filter(|days| days.0 <= on.today)
                .map_or(ReadOn::Earlier, |days| ReadOn::Day(days.1.min(on.today))),
            None if is_now() => ReadOn::Today,
            None => both().find_map(|at| earlier(words, at, on)).unwrap_or_default(),
        }
    }
}

/// "The previous quarter", "last winter", "in sprint 12", "3 months ago": a time that was, with its last day where it has one.
fn earlier(words: &Words<'_, '_>, at: usize, on: ReadingDay) -> Option<ReadOn> {
    if words.is(at, "ago") || words.is_any(at, &["in", "at", "on", "with"]) && tells_when(words, at + 1) {
        return Some(ReadOn::Earlier);
    }
    let is_last = words.is_any(at, &["last", "previous", "prior"]) && words.is_word(at + 1);
    if !is_last || words.has(at + 1, Tags::STOP) {
        return None;
    }
    let runs = ReadingDay { day: on.today, ..on }.period(words.lower(at + 1));
    Some(runs.map_or(ReadOn::Earlier, |days| ReadOn::Day(days.0.plus(-1).min(on.today))))
}
