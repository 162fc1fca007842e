//! Which way a sentence without a figure wants things to go.

use std::cmp::Ordering;

use super::Movement;
use super::movement::{first_word, is_low, is_part_of_verb, way};
use super::words::Words;
use crate::coach::lexicon::Tags;
use crate::domain::quantity::OFTEN;

/// The movement of a sentence without any figure: only where its first verb, or a comparative, says so.
pub(super) fn without_figure(words: &Words<'_, '_>) -> Option<Movement> {
    let first = first_word(words);
    let first = first + usize::from(words.has(first, Tags::ARTICLE));
    if let Some(at) = (0..words.len()).find(|at| is_placeholder(words, *at)) {
        return Some(to_come(words, at));
    }
    if let Some(way) = how_often(words).or_else(|| driven(words, first)) {
        return Some(way);
    }
    if stays(words) {
        return Some(Movement::Maintain);
    }
    let moves = Tags::UP.or(Tags::DOWN).or(Tags::IMPROVE).or(Tags::SPEED);
    if words.is_any(first, &["drop", "dropped", "drops"]) && !is_of_quantity(words, first) {
        return None;
    }
    if words.has(first, moves)
        || words.is(first, "more")
            && words.is_word(first + 1)
            && !(0..words.len()).any(|at| words.is(at, "than"))
    {
        return Some(way(words, first));
    }
    if becomes_less(words, first) {
        return Some(Movement::Decrease);
    }
    if let Some(way) = moving_share(words) {
        return Some(way);
    }
    if is_within_plan(words) {
        return Some(Movement::Decrease);
    }
    if words.has(first, Tags::KEEP) {
        return Some(Movement::Maintain);
    }
    if words.has(first, Tags::AVERAGE) && words.has(first + 1, Tags::DURATION) {
        return Some(Movement::Decrease);
    }
    if words.has(first, Tags::MAKE) {
        return None;
    }
    let at = (first + 1..words.len())
        .find(|at| words.has(*at, moves.or(Tags::RISEN).or(Tags::FALLEN)) && !is_part_of_verb(words, *at))?;
    let goes = |at: usize| {
        words.is_any(
            at,
            &["is", "are", "goes", "go", "going", "trends", "trending", "heading", "moves", "comes"],
        )
    };
    let said = (0..at).rev().find(|at| !goes(*at)).map_or(at, |at| at + 1);
    let manner = usize::from(words.lower(at + 1).ends_with("ly"));
    let ends = said > 0 && at + 1 + manner == words.len() && words.is_word(said - 1);
    let is_subject = ends
        || said > 0 && words.has(said - 1, Tags::MEASURE.or(Tags::LOW).or(Tags::DURATION).or(Tags::CASE));
    is_subject.then(|| way(words, at))
}

/// "Drive down support load", but not "set up nightly builds".
fn driven(words: &Words<'_, '_>, first: usize) -> Option<Movement> {
    let at = first + 1;
    let leads = words.has(first, Tags::REACH) && words.has(at, Tags::RISEN.or(Tags::FALLEN));
    (leads && !is_part_of_verb(words, at)).then(|| way(words, at))
}

/// "From weekly to daily": more often, or less.
fn how_often(words: &Words<'_, '_>) -> Option<Movement> {
    let often = |at: usize| OFTEN.iter().position(|(often, _)| words.is(at, often));
    let at = (1..words.len()).find(|at| words.is(at - 1, "from") && words.is(at + 1, "to"))?;
    match often(at)?.cmp(&often(at + 2)?) {
        Ordering::Less => Some(Movement::Increase),
        Ordering::Greater => Some(Movement::Decrease),
        Ordering::Equal => None,
    }
}

/// "Logs must not go up", "the rating held where it is", "stays on schedule".
fn stays(words: &Words<'_, '_>) -> bool {
    const GOES: &[&str] = &["go", "goes", "get", "gets", "creep", "creeps", "drift", "drifts"];
    let stands = Tags::RISEN.or(Tags::FALLEN).or(Tags::WIDER);
    let never =
        |at: usize| words.has(at, Tags::NOT) && words.is_any(at + 1, GOES) && words.has(at + 2, stands);
    let held = |at: usize| {
        let is_held = words.has(at, Tags::KEEP) || words.is_any(at, &["held", "hold", "holds"]);
        is_held
            && (words.is(at + 1, "where") && words.is_any(at + 2, &["it", "they"])
                || words.is(at + 1, "on") && words.is_any(at + 2, &["schedule", "plan", "track", "budget"]))
    };
    (0..words.len()).any(|at| never(at) || held(at))
}

/// The way to a figure still to come: "up by X %", "N fewer complaints".
fn to_come(words: &Words<'_, '_>, at: usize) -> Movement {
    let rises = words.first_move < at && words.has(words.first_move, Tags::UP)
        || (at.saturating_sub(2)..at).any(|at| words.has(at, Tags::RISEN));
    let falls = is_low(words, 0..words.len()) || words.first_fall < at;
    if falls && !rises { Movement::Decrease } else { Movement::Increase }
}

/// "Fewer complaints", "releases become smaller", "shelf gaps become rare".
fn becomes_less(words: &Words<'_, '_>, first: usize) -> bool {
    const LESS: &[&str] = &["faster", "fewer", "less", "lower", "shorter", "quicker", "cheaper", "smaller"];
    let last = words.len().saturating_sub(1 + usize::from(words.ends(words.len().saturating_sub(1))));
    let compares = words.has(last, Tags::NARROWER) && words.lower(last).ends_with("er");
    let becomes = compares && words.is_before(last, &["is", "are", "gets", "get", "become", "becomes"]);
    becomes || words.is_any(first, LESS) || words.is_any(last, &["rare", "rarity", "exception"])
}

/// "A shrinking share of tickets": the word before the amount says which way.
fn moving_share(words: &Words<'_, '_>) -> Option<Movement> {
    const AMOUNTS: &[&str] = &["share", "number", "proportion", "portion", "percentage", "part"];
    (1..words.len()).filter(|at| words.is_any(*at, AMOUNTS)).find_map(|at| match words.lower(at - 1) {
        "growing" | "rising" | "higher" | "larger" | "bigger" | "greater" => Some(Movement::Increase),
        "shrinking" | "falling" | "lower" | "smaller" => Some(Movement::Decrease),
        _ => None,
    })
}

/// Tells whether a verb is followed by something that is measured or counted.
fn is_of_quantity(words: &Words<'_, '_>, verb: usize) -> bool {
    let quantity = Tags::MEASURE.or(Tags::LOW).or(Tags::DURATION).or(Tags::COSTS);
    (verb + 1..verb + 6).any(|at| words.has(at, quantity))
}

/// "Spend at or below plan": no more than was planned.
fn is_within_plan(words: &Words<'_, '_>) -> bool {
    const PLANS: &[&str] = &["plan", "budget", "limit", "cap"];
    let below = (1..words.len()).find(|at| words.is_any(*at, &["below", "under", "within"]));
    below.is_some_and(|at| (at + 1..at + 6).any(|near| words.is_any(near, PLANS)) && is_low(words, 0..at))
}

/// A letter that stands for a number still to come: "X %", "N customers".
fn is_placeholder(words: &Words<'_, '_>, at: usize) -> bool {
    let is_free = words.has(at, Tags::PLACEHOLDER) && !words.is_glued(at);
    let is_letter = is_free && words.text(at).chars().all(|c| !c.is_lowercase() || c == 'x');
    let is_value = words.ends(at + 1) && words.is_before(at, &["of", "to", "at", "than"]);
    is_letter
        && (words.is(at + 1, "%") || is_value || words.is_word(at + 1) && !words.has(at + 1, Tags::STOP))
}

/// A letter that stands for a count still to come: "N customers".
pub(super) fn counts_later(words: &Words<'_, '_>, at: usize) -> bool {
    is_placeholder(words, at) && !words.is(at + 1, "%")
}
