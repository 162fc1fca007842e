//! What leads from one figure to another without a word: marks, and what may stand between.

use std::ops::Range;

use super::changes::BECOMES;
use super::clues::{is_separator, noun_end};
use super::movement::first_word;
use super::now::names_time;
use super::roles::{Placed, counts};
use super::unit::{Unit, repeats};
use super::words::Words;
use crate::coach::lexicon::Tags;
use crate::coach::token::Kind;

/// Most tokens of a remark.
const REMARK: usize = 6;

/// The token behind what is remarked on a figure: "(Q4 2026)", "in Q4 2026", "of 40".
pub(super) fn behind_remark(words: &Words<'_, '_>, end: usize) -> usize {
    let of_whole = words.is(end, "of") && words.is_kind(end + 1, Kind::Number);
    let end = if of_whole { end + 2 } else { end };
    let is_open = |at: &usize| !words.is(*at, "(");
    // "5 % in Q4 to 3 %"
    if words.is_any(end, &["in", "for"]) && names_time(words, end + 1) {
        return (end + 1..=end + REMARK).find(|at| words.has(*at, Tags::TO)).unwrap_or(end);
    }
    let close = (end + 1..=end + REMARK).take_while(is_open).find(|at| words.is(*at, ")"));
    close.filter(|_| words.is(end, "(")).map_or(end, |at| at + 1)
}

/// "(Q4: 7)": where the bracket opens in which a token stands.
pub(super) fn opens_remark(words: &Words<'_, '_>, at: usize) -> Option<usize> {
    let opens = (at.saturating_sub(REMARK)..at).rev().find(|at| words.is_any(*at, &["(", ")"]))?;
    words.is(opens, "(").then_some(opens)
}

/// The token behind what a figure is of: "35 % of the week", "30 alerts a night", "two-week lead time". Where a verb stands
/// before it, it may as well tell to whom something is done.
pub(super) fn behind_noun(words: &Words<'_, '_>, figure: &Placed) -> Option<usize> {
    let (lead, end) = (figure.clues.lead, figure.found.at.end);
    let verbs = Tags::MAKE.or(Tags::REACH).or(Tags::KEEP).or(Tags::UP).or(Tags::DOWN);
    let moves = words.first_move < lead || words.is(lead, ":");
    let is_behind_noun = words.is(lead, ":") || lead > 0 && !words.has(lead - 1, verbs.or(Tags::STOP));
    Some(match figure.found.unit {
        Unit::Percent if words.is(end, "of") && is_behind_noun => {
            let is_small = words.has(end + 1, Tags::THE.or(Tags::ARTICLE)) || words.is(end + 1, "all");
            noun_end(words, end + 1 + usize::from(is_small))
        }
        Unit::Time(..) if figure.found.is_bound => figure.clues.noun_end,
        Unit::Bare if counts(words, figure) && moves => {
            if repeats(words, figure.clues.noun_end) {
                figure.clues.noun_end + 2
            } else {
                figure.clues.noun_end
            }
        }
        Unit::Time(..) | Unit::Money(_) | Unit::Other(_) if moves && repeats(words, end) => end + 2,
        _ => return None,
    })
}

/// "Bring the 90 open issues down to 40", "downtime of 40 minutes falls to 10", "turn 4 days of lead time into 1": so many now
/// and so many then, with what they are between them and a word that leads on.
pub(super) fn is_led_on(words: &Words<'_, '_>, from: &Placed, to: &Placed) -> bool {
    const FAR: usize = 8;
    let between = behind_remark(words, from.found.at.end)..to.clues.lead;
    let is_near = between.len() <= FAR && !between.clone().any(|at| words.ends(at));
    let is_apart = from.clues.is_within || from.clues.is_share || from.clues.side.is_some();
    let is_level = !is_apart && !from.is_difference();
    if !to.clues.is_to || counts(words, to) || !is_near || !is_level {
        return false;
    }
    if words.has(to.clues.lead, Tags::FALLEN.or(Tags::RISEN)) && counts(words, from) {
        return from.found.unit == to.found.unit;
    }
    let is_one_kind = from.found.unit.lengths(to.found.unit).is_some() || to.found.unit == Unit::Bare;
    is_one_kind && is_told_first(words, from) && moves_on(words, from.clues.lead..to.clues.lead)
}

/// "Incidents of 40 a month", "42 minutes of CI", "reduce the 42 minutes": the level of what is measured, and nothing that
/// tells it apart.
fn is_told_first(words: &Words<'_, '_>, from: &Placed) -> bool {
    let lead = from.clues.lead;
    from.clues.is_of || from.clues.is_the || lead <= first_word(words) + 1
}

/// Tells whether a verb leads from one figure to the other: the one before "to" in "is reduced to", "goes down to", else the
/// one that opens the sentence.
fn moves_on(words: &Words<'_, '_>, way: Range<usize>) -> bool {
    let moves = Tags::UP.or(Tags::DOWN).or(Tags::RISEN).or(Tags::FALLEN);
    let opens = first_word(words);
    let leads = opens < way.start && (words.has(opens, moves) || words.is_any(opens, TURNS));
    leads || words.has(way.end, moves) || words.has_before(way.end, moves) || words.is_any(way.end, BECOMES)
}

/// Verbs that make one thing of another.
const TURNS: &[&str] = &["turn", "bring", "take", "get"];

/// Tells whether nothing is counted behind a figure.
pub(super) fn closes(words: &Words<'_, '_>, figure: &Placed) -> bool {
    let end = figure.found.at.end;
    words.ends(end) || words.has(end, Tags::STOP.or(Tags::NOW))
}

/// "0 % (nothing written), then 100 %": what is nothing yet comes to something; nobody aims at nothing first.
pub(super) fn begins_at_nothing(words: &Words<'_, '_>, from: &Placed, to: &Placed) -> bool {
    from.found.value.is_zero() && words.is_before(to.clues.lead, &["then"]) && !to.found.value.is_zero()
}

/// `2% > 5%`, `2% ... 5%`, `: 2% – 5%`: a mark for an arrow between two amounts of one unit, behind what is measured. A dash
/// is one only where both are written out, nothing is counted behind and nothing is kept: else it is a range.
pub(super) fn is_marked_way(words: &Words<'_, '_>, from: &Placed, to: &Placed) -> bool {
    let end = from.found.at.end;
    let is_next = to.found.at.start == end + 1 && from.found.unit == to.found.unit;
    let lead = from.clues.lead;
    let is_named = lead > 0 && words.is_word(lead - 1) && !words.has(lead - 1, Tags::MAKE.or(Tags::STOP));
    let is_read = words.is(lead, ":") || words.is_before(lead, &[":"]) || is_named;
    let is_dash = from.found.unit != Unit::Bare && is_separator(words, end);
    let is_mark = words.is_any(end, &[">", ">>", "...", "\u{2026}"]) || is_dash;
    is_next && is_mark && is_read && from.clues.side.is_none() && from.found.value != to.found.value
}
