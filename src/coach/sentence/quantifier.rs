//! Targets that are no figure: "no deal blocked" is none of them, "every service has an alert" is all of them.

use rust_decimal::Decimal;

use super::amount::amount;
use super::movement::{WAYS, first_word};
use super::words::Words;
use crate::coach::lexicon::Tags;

/// A target a quantifier stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quantified {
    /// 0 or 100.
    pub(super) value: Decimal,
    /// The token that says so.
    pub(super) at: usize,
    /// Whether it is none; else it is all.
    pub(super) is_none: bool,
}

/// The target a quantifier stands for; none wins over all.
pub(super) fn quantified(words: &Words<'_, '_>) -> Option<Quantified> {
    let none = (0..words.len()).find(|at| is_none(words, *at));
    let every = (0..words.len()).find(|at| is_every(words, *at));
    let is_first = |none: usize| every.is_some_and(|every| (every..none).any(|at| words.is(at, ",")));
    if let Some(at) = none.filter(|none| !is_first(*none)) {
        return Some(Quantified { value: Decimal::ZERO, at, is_none: true });
    }
    let every = every.filter(|at| !is_compared(words) && !is_moved(words, *at))?;
    Some(Quantified { value: Decimal::ONE_HUNDRED, at: every, is_none: false })
}

/// "Improve quality for all users": what is to move is no share, and all of them only says for whom. "Trim all hedges" is work.
fn is_moved(words: &Words<'_, '_>, every: usize) -> bool {
    let opens = first_word(words);
    opens + 1 < every && words.has(opens, WAYS)
}

/// "Each new product takes less time than the old": a comparison, and no share.
fn is_compared(words: &Words<'_, '_>) -> bool {
    let compares = Tags::NARROWER.or(Tags::WIDER);
    let than = (0..words.len()).find(|at| words.is(*at, "than"));
    than.is_some_and(|than| (than.saturating_sub(5)..than).any(|at| words.has(at, compares)))
}

/// "no", "nobody", "none of" outside brackets, and no comparison.
fn is_none(words: &Words<'_, '_>, at: usize) -> bool {
    let is_said = match words.lower(at) {
        "no" => is_of_none(words, at + 1),
        "nobody" | "none" | "no-one" | "nothing" => true,
        "not" => {
            words.is_any(at + 1, &["a", "one"]) && (words.is(at + 1, "one") || words.is(at + 2, "single"))
        }
        _ => false,
    };
    is_said && !words.is_before(at, &["(", "or", "yes", "/"])
}

/// "No bugs", "no more outages", and neither "no longer than 5" nor "no matter".
pub(super) fn is_of_none(words: &Words<'_, '_>, behind: usize) -> bool {
    const COMPARED: &[&str] = &[
        "less", "later", "longer", "fewer", "matter", ".", "slower", "worse", "harder", "larger", "lower",
        "higher", "smaller", "bigger", "better", "shorter", "older",
    ];
    let is_thing = |at: usize| words.is_word(at) && !words.has(at, Tags::STOP.or(Tags::MEASURE));
    if words.is(behind, "more") { is_thing(behind + 1) } else { !words.is_any(behind, COMPARED) }
}

/// "all", "every", "each" before a noun, where it is what the sentence is about.
fn is_every(words: &Words<'_, '_>, at: usize) -> bool {
    match words.lower(at) {
        "everyone" | "everybody" | "everything" => {
            !is_placed(words, at)
                && !words.is_any(at + 1, &["can", "could"])
                && (!words.is_before(at, &["for", "to"]) || words.is_any(at + 1, &["with", "who", "in"]))
        }
        "all" | "every" | "each" => {
            let skips = usize::from(words.is_any(at + 1, &["of", "the", "our", "its", "their", "single"]));
            let skips = skips + usize::from(words.is_any(at + 1 + skips, &["the", "our", "its", "their"]));
            let noun = at + 1 + skips;
            words.is_word(noun)
                && !(words.is(at, "each") && words.is(noun, "time"))
                && amount(words, noun).is_none()
                && (!words.has(noun, Tags::STOP.or(Tags::PERIOD)) || words.text(noun) == "US")
                && !is_placed(words, at)
                && !is_told_of_a_thing(words, at)
        }
        _ => false,
    }
}

/// "A site that shows every feature", "what all services cost": it says which thing is meant, and no share is to be reached.
/// What is made sure of is.
fn is_told_of_a_thing(words: &Words<'_, '_>, at: usize) -> bool {
    const SURE: &[&str] = &["sure", "so", "such", "ensure", "ensures", "confirm", "check", "show", "prove"];
    let is_clause = at > 2 && words.is_any(at - 2, &["that", "which"]) && !words.is_any(at - 3, SURE);
    is_clause || words.is_before(at, &["what"])
}

/// Tells whether the quantifier only says where: "in all contexts", "at each stage".
fn is_placed(words: &Words<'_, '_>, at: usize) -> bool {
    const PLACES: &[&str] =
        &["at", "over", "+", "per", ",", "after", "during", "(", "and", "from", "where", "which"];
    words.is_before(at, PLACES)
}
