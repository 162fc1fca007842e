//! Times a sentence names: whether they are a day by which, and of which number they are told: "210 in Q4, 80 in Q1".

use std::ops::Range;

use super::dates::Dates;
use super::roles::Placed;
use super::unit::is_rate;
use super::ways::opens_remark;
use super::words::Words;
use crate::coach::lexicon::Tags;
use crate::coach::token::Kind;
use crate::domain::cycle::ReadingDay;
use crate::domain::day::Day;

/// A stretch of days a sentence names: "in Q4".
#[derive(Debug)]
pub(super) struct Time {
    /// The tokens that name it, and those that lead to it.
    pub(super) at: Range<usize>,
    /// Its first and its last day; none where nobody can tell them.
    pub(super) days: Option<(Day, Day)>,
    /// The day by which, where it can be one.
    pub(super) due: Option<Day>,
    /// Whether it is over on the day the sentence is read.
    pub(super) is_over: bool,
    /// "by Q4": whether something is to be done by its end.
    pub(super) is_aim: bool,
}

/// "By Q4", "no later than 3 March", "due Q4": up to then something is to be reached.
pub(super) fn is_aim(words: &Words<'_, '_>, lead: usize) -> bool {
    words.is_any(lead, &["by", "until", "till", "before", "no", "not", "latest"])
        || words.is_before(lead, &["due", "deadline"])
}

/// "Than in Q4", "we had in Q4", "the December level": a stretch that is only compared with.
pub(super) fn is_compared(words: &Words<'_, '_>, at: &Range<usize>) -> bool {
    words.is_before(at.start, &["than", "as", "like", "had", "was", "were"])
        || words.is_any(at.end, &["level", "levels", "average", "averages", "figure", "figures"])
}

/// Of the days a name without a year has from now on and those it had a year earlier, the nearer ones; those of the cycle
/// come first. What was read "in Q4" is told of the one that is over.
pub(super) fn meant(ahead: (Day, Day), back: Option<(Day, Day)>, on: ReadingDay) -> (Day, Day) {
    let is_of_cycle = on.quarter.is_some_and(|own| own.days.0 <= ahead.0 && ahead.1 <= own.days.1);
    let is_nearer = |back: &(Day, Day)| on.day.days_since(back.1) < ahead.0.days_since(on.day);
    back.filter(|back| !is_of_cycle && is_nearer(back)).unwrap_or(ahead)
}

/// Most tokens looked at behind a figure for the end of its bracket.
const REMARK: usize = 24;

/// Most tokens looked at before the words of a figure.
const CLAUSE: usize = 6;

impl Dates {
    /// The first day by which that is not told of the baseline.
    pub(super) fn due(&self, words: &Words<'_, '_>, baseline: Option<&Placed>) -> Option<Day> {
        let its = baseline.map_or(0..0, |figure| self.behind(words, figure));
        let mut others = self.times.iter().filter(|time| time.is_aim || !its.contains(&time.at.start));
        others.find_map(|time| time.due)
    }

    /// The times told of a figure: "210 in Q4", "900 ms (as of 12 January)", "Q4: 210".
    pub(super) fn times_of(&self, words: &Words<'_, '_>, figure: &Placed) -> impl Iterator<Item = &Time> {
        let within = |range: Range<usize>| {
            let first = self.times.partition_point(|time| time.at.start < range.start);
            self.times[first..].iter().take_while(move |time| time.at.start < range.end)
        };
        within(self.behind(words, figure)).chain(within(self.before(words, figure)))
    }

    /// The tokens that may tell of a figure when it was so: those behind it, and the bracket in which it stands.
    pub(super) fn behind(&self, words: &Words<'_, '_>, figure: &Placed) -> Range<usize> {
        let (end, noun_end) = (figure.found.at.end, figure.clues.noun_end);
        let near = noun_end + 3 + if is_rate(words, noun_end) { 2 } else { 0 };
        let is_remarked = figure.clues.is_bracketed || words.is(noun_end, "(");
        let close = is_remarked.then(|| (end..end + REMARK).find(|at| words.is(*at, ")"))).flatten();
        let close = close.map_or(near, |close| close.max(near));
        let close = (end..close).find(|at| words.has(*at, Tags::TO)).unwrap_or(close);
        // "80 (Q4: 210)" tells of the number in the bracket.
        let parts = |at: &usize| words.is_any(*at, &["(", ",", ";", "and"]);
        let other = (noun_end.max(end)..close).find(|at| self.is_figure(words, *at));
        let close = other.map_or(close, |other| (end..other).rev().find(parts).unwrap_or(other));
        let colon = figure.found.at.start.checked_sub(1).filter(|at| words.is(*at, ":"));
        colon.and_then(|at| opens_remark(words, at)).unwrap_or(end)..close
    }

    /// What stands before a figure in its clause: "Q4 average: 8", "compared to Q4 (24)"; nothing before "from 8".
    pub(super) fn before(&self, words: &Words<'_, '_>, figure: &Placed) -> Range<usize> {
        let lead = figure.clues.lead;
        if figure.clues.is_from {
            return lead..lead;
        }
        let mark = lead - usize::from(words.is_before(lead, &["(", ":"]));
        let clause = (mark.saturating_sub(CLAUSE)..mark).rev();
        let clause = clause.take_while(|at| !words.ends(*at) && !self.is_figure(words, *at));
        clause.last().unwrap_or(mark)..figure.found.at.start
    }

    /// Tells whether a number stands there that is no part of a time: "12 January", "3 months ago".
    fn is_figure(&self, words: &Words<'_, '_>, at: usize) -> bool {
        words.is_kind(at, Kind::Number) && !self.holds[at] && !words.is(at + 2, "ago")
    }
}
