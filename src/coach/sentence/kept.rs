//! Whether a number is to stay where it is, or within a window.

use std::ops::Range;

use super::clues::Side;
use super::movement::{is_better_low, is_low};
use super::roles::Placed;
use super::unit::Unit;
use super::words::Words;
use crate::coach::lexicon::Tags;
use crate::domain::quantity::is_plural;

/// "stays below 5": a verb of keeping whose figure is a level, and no share of the times something was kept; or a window.
pub(super) fn keeps(words: &Words<'_, '_>, target: &Placed) -> bool {
    let end = target.clues.lead;
    if is_window(words, target) {
        return true;
    }
    let near = end.saturating_sub(12);
    let is_kept = (near..end)
        .any(|at| words.has(at, Tags::KEEP) && !words.is(at, "remaining") || holds(words, at, target))
        && !is_moved_to(words, target)
        && !words.has(end, Tags::COSTS)
        && !takes(words, end);
    if is_of_time(words, target) {
        return (near..end).any(|at| lasts(words, at));
    }
    is_kept && !target.is_difference() && !kept_free(words, near..end)
}

/// "keeps taking 5 minutes", other than the noun of "keep cost under 5".
fn takes(words: &Words<'_, '_>, end: usize) -> bool {
    words.has_before(end, Tags::COSTS)
        && !(end > 1 && words.is(end - 1, "cost") && words.has(end - 2, Tags::KEEP))
}

/// On which side of its number a thing is to stay: as said, else at most of what nobody wants more of, else at least.
pub(super) fn side(words: &Words<'_, '_>, target: &Placed) -> Side {
    const USED: &[&str] = &["memory", "usage", "consumption", "pages", "tickets", "queue", "footprint"];
    let named = || 0..target.clues.noun_end;
    let is_used = || named().any(|at| words.is_any(at, USED));
    let is_low = || is_better_low(words, target) || is_low(words, named()) || is_used();
    target.clues.side.unwrap_or_else(|| if is_low() { Side::AtMost } else { Side::AtLeast })
}

/// "99.9 % of the time", "of opening hours".
fn is_of_time(words: &Words<'_, '_>, target: &Placed) -> bool {
    const TIMES: &[&str] = &["time", "times", "cases", "hours", "days"];
    let end = target.found.at.end;
    words.is(end, "of") && (end + 2..end + 5).any(|at| words.is_any(at, TIMES))
}

/// "stays up", "remains open": a state that is to last.
fn lasts(words: &Words<'_, '_>, at: usize) -> bool {
    const STATES: &[&str] = &["up", "open", "available", "online", "live", "reachable"];
    words.is_any(at, &["stay", "stays", "remain", "remains"]) && words.is_any(at + 1, STATES)
}

/// "holds at 5", "hold churn steady at 2 %": other than "hold 5 meetings".
fn holds(words: &Words<'_, '_>, at: usize, target: &Placed) -> bool {
    const STEADY: &[&str] =
        &["at", "steady", "below", "above", "under", "over", "within", "between", "stable", "flat"];
    let is_held = words.is_any(at, &["hold", "holds", "held", "holding"]);
    let mut held = at + 1..target.found.at.start;
    is_held && held.any(|at| words.is_any(at, STEADY) || words.has(at, Tags::SCORE) && words.is(at + 1, "of"))
}

/// "get to 5 and keep it there" moves first.
fn is_moved_to(words: &Words<'_, '_>, target: &Placed) -> bool {
    target.clues.is_to && words.first_move < target.clues.lead
}

/// "kept free", "keep holding": a state of something else than the number.
fn kept_free(words: &Words<'_, '_>, range: Range<usize>) -> bool {
    let mut kept = range.filter(|at| words.has(*at, Tags::KEEP));
    kept.any(|at| {
        words.is_any(
            at + 1,
            &["free", "up", "alive", "up-to-date", "using", "coming", "going", "for", "and", "by"],
        ) || words.is(at + 1, "open") && !is_plural(words.lower(at + 2))
            || words.lower(at + 1).ends_with("ing")
    })
}

/// "Utilisation within 40-60 %", "load in the range of 40 % to 60 %": a share between two ends, and no verb moves it there.
fn is_window(words: &Words<'_, '_>, target: &Placed) -> bool {
    let (lead, start) = (target.clues.lead, target.found.at.start);
    let is_between = words.is_before(start, &["within", "between"]) || words.is_before(lead, &["range"]);
    let is_moved = words.first_move < lead && !words.is(words.first_move, ":");
    let is_share = target.found.unit == Unit::Percent && target.found.upper.is_some();
    is_share && is_between && !is_moved && !target.is_difference()
}
