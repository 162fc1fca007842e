//! Which figure is the number to reach, where no other leads to it.

use super::asides::{Weight, is_older, stands_out};
use super::clues::Side;
use super::figure::Role;
use super::figures::Found;
use super::movement::first_word;
use super::roles::Placed;
use super::unit::Unit;
use super::ways::opens_remark;
use super::words::Words;
use crate::coach::lexicon::Tags;

/// The number to reach where none is paired: what is aimed at, else what is said of all before it, else the first level,
/// else the first difference.
pub(super) fn target(words: &Words<'_, '_>, all: &[Placed]) -> Option<usize> {
    let free: Vec<usize> = (0..all.len()).filter(|at| all[*at].is_free()).collect();
    if let Some(aim) = free.iter().find(|at| all[**at].clues.is_aim) {
        return Some(*aim);
    }
    let strong = |at: &&usize| all[**at].weight == Weight::Strong;
    let Some(first) = free.iter().find(strong) else {
        let is_read = |at: &&usize| !stands_out(words, &all[**at].found, &all[**at].clues);
        return free.iter().find(is_read).or(free.first()).copied();
    };
    let later = || free.iter().filter(|at| **at > *first);
    if all[*first].clues.is_bracketed
        && let Some(led) = later().find(|at| strong(at) && all[**at].clues.is_to)
    {
        return Some(*led);
    }
    if let Some(told) = later().find(|at| strong(at) && tells_of_all(words, &all[*first], &all[**at])) {
        return Some(*told);
    }
    if let Some(by) = later().find(|at| strong(at) && is_by_some(words, &all[*first], &all[**at])) {
        return Some(*by);
    }
    if all[*first].is_difference() {
        let level = later().find(|at| !all[**at].is_difference() && is_level(&all[**at]));
        return Some(*level.unwrap_or(first));
    }
    // "Under 200 ms for 99 % of calls (now 640 ms)": what it reads now tells which of the two it is about.
    let is_read =
        |figure: &Placed| figure.role == Role::Baseline && is_of_kind(&figure.found, &all[*first].found);
    if all.iter().any(is_read) {
        return Some(*first);
    }
    if let Some(now) = all.iter().find(|figure| figure.role == Role::Baseline)
        && let Some(told) =
            later().find(|at| strong(at) && is_read_for(words, [now, &all[*first], &all[**at]]))
    {
        return Some(*told);
    }
    let share = later().find(|at| all[**at].clues.is_share && is_threshold(&all[*first], &all[**at]));
    Some(*share.unwrap_or(first))
}

/// "Pages between midnight and six: at most 4", "over 100 Mbps it takes less than 48 h": a figure that is wanted of all that
/// stands before it, the first figure included, where the statement does not begin with that one.
fn tells_of_all(words: &Words<'_, '_>, first: &Placed, figure: &Placed) -> bool {
    let lead = figure.clues.lead;
    let is_inside = first.clues.lead > first_word(words) && !first.is_difference() && !first.clues.is_share;
    let is_told = words.is(lead, ":") || words.is_before(lead, &[":"]);
    let is_told = is_told && opens_remark(words, lead).is_none_or(|at| at < first.found.at.end);
    let takes = figure.clues.side.is_some() && words.has_before(lead, Tags::COSTS);
    is_inside && (is_told || takes)
}

/// "NPS of shops older than 6 months ≥ 45 (now 28)": what it reads now tells that the first figure selects cases, and the
/// later one is to be reached.
fn is_read_for(words: &Words<'_, '_>, [now, first, figure]: [&Placed; 3]) -> bool {
    let is_one_kind = |other: &Placed| now.found.unit.lengths(other.found.unit).is_some();
    let is_bound = first.clues.side.is_some() || is_compared(words, first);
    let selects = is_bound && first.found.unit != Unit::Percent;
    let is_later = figure.found.at.start < now.found.at.start;
    selects && is_later && figure.clues.side.is_some() && !is_one_kind(first) && is_one_kind(figure)
}

/// "Older than 6 months"
pub(super) fn is_compared(words: &Words<'_, '_>, figure: &Placed) -> bool {
    figure.clues.lead.checked_sub(1).is_some_and(|at| is_older(words, at))
}

/// "At least one method cuts errors by 30 %": by how much is to be reached, whoever does it.
fn is_by_some(words: &Words<'_, '_>, first: &Placed, by: &Placed) -> bool {
    let is_one = words.is(first.found.at.start, "one") && first.clues.side == Some(Side::AtLeast);
    is_one && by.found.unit == Unit::Percent && by.is_difference()
}

/// A level that says where a difference leads: "by 35 % (to 39 days)".
fn is_level(figure: &Placed) -> bool {
    figure.clues.is_to || figure.clues.is_bracketed && figure.found.unit != Unit::Bare
}

/// A figure that cases meet, of which a share is wanted: "answered in 1 hour in 95 % of cases", "2+ in 60 % of areas".
fn is_threshold(first: &Placed, share: &Placed) -> bool {
    let is_open = first.clues.side == Some(Side::AtLeast) && first.found.is_open;
    let of_cases = first.clues.side.is_some() && share.clues.is_placed;
    matches!(first.found.unit, Unit::Time(..)) || is_open || of_cases
}

/// Two numbers with units, of which one can be counted in that of the other.
fn is_of_kind(one: &Found, other: &Found) -> bool {
    one.unit != Unit::Bare && one.unit.lengths(other.unit).is_some()
}
