//! By how much and which way, said behind a figure or before it: "5 more", "a reduction of 20 %".

use std::ops::Range;

use super::clues::Clues;
use super::figures::Sign;
use super::words::Words;
use crate::coach::lexicon::Tags;
use crate::coach::token::Kind;

/// "5 more", "20 % revenue growth", "a reduction of 20 %": which way a difference goes.
pub(super) fn change(words: &Words<'_, '_>, clues: &Clues, end: usize) -> Option<Sign> {
    let is_past = |at: usize| words.is(at, "cut") && at > 0 && words.lower(at - 1).ends_with('s');
    let way = |at: usize| match () {
        () if is_past(at) => None,
        () if words.has(at + 1, Tags::TO) && words.has(at, Tags::RISEN.or(Tags::FALLEN)) => None,
        () if words.has(at, Tags::WIDER) => Some(Sign::Plus),
        () if words.has(at, Tags::NARROWER) => Some(Sign::Minus),
        () if words.is_any(at, &["below", "under"]) && is_mark(words, at + 1) => Some(Sign::Minus),
        () if words.is_any(at, &["above", "over"]) && is_before_mark(words, at + 1) => Some(Sign::Plus),
        () => None,
    };
    let names = |at: &usize| words.is_any(*at, CHANGES);
    let before = clues.lead.checked_sub(1).filter(|_| clues.is_of).filter(names);
    let behind = Some(clues.noun_end).filter(|at| *at > end).map(|at| at - 1).filter(names);
    let or_more = words.is(end, "or") && words.is_any(end + 1, &["more", "less"]);
    let end = if or_more { end + 2 } else { end };
    way(end).or_else(|| before.and_then(way)).or_else(|| behind.and_then(way))
}

/// "Above last year", "above plan".
fn is_before_mark(words: &Words<'_, '_>, at: usize) -> bool {
    words.is_any(at, &["last", "previous", "plan", "budget", "average", "target"])
}

/// "Under the 2016 level", "below last year", "below the reference": it is compared with something.
fn is_mark(words: &Words<'_, '_>, at: usize) -> bool {
    let named = |at: usize| {
        let is_year = words.is_kind(at, Kind::Number) && words.text(at).len() == 4;
        is_year || words.is_any(at, &["level", "levels", "reference", "baseline"])
    };
    let first = at + usize::from(words.is_any(at, &["the", "our", "its"]));
    is_before_mark(words, at) || (first..first + 3).take_while(|at| !words.ends(*at)).any(named)
}

/// The nouns of change.
const CHANGES: &[&str] = &[
    "growth",
    "increase",
    "rise",
    "uplift",
    "gain",
    "boost",
    "improvement",
    "reduction",
    "decrease",
    "drop",
    "decline",
    "cut",
    "savings",
    "saving",
];

/// Where "at least half", "more than half", "about half" begins.
pub(super) fn bounded(words: &Words<'_, '_>, at: usize) -> usize {
    const BOUNDS: Tags = Tags::LESS.or(Tags::MORE).or(Tags::ABOUT);
    let bounds = |at: &usize| words.has(*at, BOUNDS) || words.is_any(*at, &["at", "than"]);
    (0..at).rev().take(2).take_while(bounds).last().unwrap_or(at)
}

/// Verbs of which the number behind is what something gets to.
pub(super) const BECOMES: &[&str] = &["become", "becomes", "became"];

/// "Deviates from actuals by less than 15 %", "off by at most 10 %": how far apart two things may be, and no way to go.
pub(super) fn is_apart(words: &Words<'_, '_>, range: Range<usize>) -> bool {
    const APART: &[&str] = &[
        "deviate", "deviates", "differ", "differs", "diverge", "diverges", "vary", "varies", "off", "miss",
        "misses", "drift", "drifts", "apart",
    ];
    const FAR: usize = 5;
    (range.end.saturating_sub(FAR).max(range.start)..range.end).any(|at| words.is_any(at, APART))
}

/// "Complaints | low is good | 190", "scrap per shift (lower is better): 4".
pub(super) fn is_low_good(words: &Words<'_, '_>) -> bool {
    (0..words.len()).any(|at| {
        words.is_any(at, &["low", "lower", "less", "fewer", "smaller", "shorter"])
            && words.is(at + 1, "is")
            && words.is_any(at + 2, &["good", "better"])
    })
}
