//! Numbers of which nobody can tell from the sentence what they say: they are left open, and asked.

use std::ops::Range;

use rust_decimal::Decimal;

use super::amount::{Amount, amount};
use super::figure::Role;
use super::roles::Placed;
use super::unit::{Unit, unit};
use super::words::Words;
use crate::coach::lexicon::known::is_known;
use crate::coach::lexicon::{Tags, tags};
use crate::coach::token::Kind;

/// The tokens that leave open what the numbers of a sentence say: a number that matters and could mean two things, or two
/// that stand in a way only another language has.
pub(super) fn unclear(words: &Words<'_, '_>, all: &[Placed]) -> Option<Range<usize>> {
    let mut told = all.iter().filter(|figure| figure.says_something()).peekable();
    while let Some(figure) = told.next() {
        if figure.found.is_unclear {
            return Some(figure.found.at.clone());
        }
        if let Some(next) = told.peek()
            && (is_of_several_periods(words, figure) || is_of_several_periods(words, next))
            && (figure.role, next.role) == (Role::Baseline, Role::Target)
        {
            return Some(figure.found.at.start..next.found.at.end);
        }
        if let Some(next) = told.peek()
            && (is_foreign_way(words, figure, next) || are_of_two_units(words, figure, next))
        {
            return Some(figure.found.at.start..next.found.at.end);
        }
    }
    None
}

/// "From 1.5 A to 300 mA", "from $1 to 60 cents": the way from one unit to another of which nobody knows how many of the
/// first it holds.
fn are_of_two_units(words: &Words<'_, '_>, from: &Placed, to: &Placed) -> bool {
    let is_pair = from.role == Role::Baseline && to.role == Role::Target;
    let (one, other) = (sign_behind(words, from), sign_behind(words, to));
    let is_told =
        |figure: &Placed| matches!(figure.found.unit, Unit::Time(..) | Unit::Money(_) | Unit::Other(_));
    let is_other = match (one, other) {
        (Some(one), Some(other)) => one != other,
        (Some(_), None) => is_told(to),
        (None, Some(_)) => is_told(from),
        (None, None) => is_told(from) && is_told(to) && from.found.unit.lengths(to.found.unit).is_none(),
    };
    is_pair && is_other
}

/// "1 release every 3 weeks": how often that is in one of them has no exact number.
fn is_of_several_periods(words: &Words<'_, '_>, figure: &Placed) -> bool {
    let at = figure.clues.noun_end;
    let several = words.is_any(at, &["every", "per", "each"]).then(|| amount(words, at + 1)).flatten();
    // "Falls per 1000 days" is counted so by everybody.
    let is_few = |several: &Amount| several.value < Decimal::ONE_HUNDRED;
    several.filter(is_few).is_some_and(|several| matches!(unit(words, several.end).unit, Unit::Time(..)))
}

/// What stands behind a bare number like the sign of a unit: short and in no list of English words, or a coin.
fn sign_behind<'a>(words: &Words<'_, 'a>, figure: &Placed) -> Option<&'a str> {
    const LONGEST: usize = 4;
    const COINS: &[&str] = &["cent", "cents", "pence"];
    let at = figure.found.at.end;
    let text = words.text(at);
    let is_capital = text.len() == 1 && text.starts_with(char::is_uppercase);
    let is_short = text.len() <= LONGEST && !words.has(at, Tags::STOP) && is_unknown(words, at);
    let is_sign = is_capital || is_short || words.is_any(at, COINS);
    (figure.found.unit == Unit::Bare && words.is_word(at) && is_sign).then_some(text)
}

/// "von 2,3 % auf 0,5 %", "12 pro Monat auf 3", "de 40 a 10": what leads to the second number stands in no list of English
/// words, and no small English word stands between.
fn is_foreign_way(words: &Words<'_, '_>, from: &Placed, to: &Placed) -> bool {
    const MOST: usize = 4;
    let between = from.found.at.end..to.found.at.start;
    let is_one_kind = from.found.unit == Unit::Bare || from.found.unit.lengths(to.found.unit).is_some();
    if !is_one_kind || between.is_empty() || between.len() > MOST {
        return false;
    }
    let last = between.end - 1;
    let is_dot = |at: usize| words.is(at, ".") && words.is_glued(at);
    let is_free = |at: usize| is_dot(at) || words.is_word(at) && tags(words.lower(at)) == Tags::NONE;
    leads_elsewhere(words, last) && (between.start..last).all(is_free)
}

/// "auf", "から"; and the English words that other languages have before a number: in English nothing is said by "40 a 10".
fn leads_elsewhere(words: &Words<'_, '_>, at: usize) -> bool {
    const ALIKE: &[&str] = &["a", "do"];
    let is_alike = words.is_any(at, ALIKE) && words.is_kind(at + 1, Kind::Number);
    let is_name = words.text(at).starts_with(char::is_uppercase);
    words.is_word(at) && (is_alike || !is_name && is_unknown(words, at))
}

/// Tells whether a sentence may be English: it has a word that is known, and not more that are not, names left aside.
pub(super) fn is_english(words: &Words<'_, '_>) -> bool {
    const MANY: usize = 3;
    let (mut known, mut unknown, mut names) = (0_usize, 0_usize, 0_usize);
    for at in (0..words.len()).filter(|at| words.is_word(*at)) {
        match () {
            () if !is_unknown(words, at) => known += 1,
            () if at > 0 && words.text(at).starts_with(char::is_uppercase) => names += 1,
            () => unknown += 1,
        }
    }
    let is_bare = known + unknown + names == 0;
    is_bare || known > 0 && (unknown < MANY || unknown <= known)
}

/// Tells whether a word stands in no list of English words.
fn is_unknown(words: &Words<'_, '_>, at: usize) -> bool {
    let word = words.lower(at);
    tags(word) == Tags::NONE && !is_known(word)
}
