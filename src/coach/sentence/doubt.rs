//! Numbers of which nobody can tell from the sentence what they say: they are left open, and asked.

use std::ops::Range;

use super::roles::Placed;
use super::unit::Unit;
use super::words::Words;
use crate::coach::label::is_known;
use crate::coach::lexicon::{Senses, senses};
use crate::coach::token::Kind;

/// The tokens that leave open what the numbers of a sentence say: a number that matters and could mean two things, or two
/// that stand in a way only another language has.
pub(super) fn unclear(words: &Words<'_, '_>, all: &[Placed]) -> Option<Range<usize>> {
    let mut told = all.iter().filter(|figure| figure.says_something()).peekable();
    while let Some(figure) = told.next() {
        if figure.found.is_unclear {
            return Some(figure.found.at.clone());
        }
        if let Some(next) = told.peek().filter(|next| is_foreign_way(words, figure, next)) {
            return Some(figure.found.at.start..next.found.at.end);
        }
    }
    None
}

/// "von 2,3 % auf 0,5 %", "de 40 a 10": nothing stands between but a word or two no English sentence has there.
fn is_foreign_way(words: &Words<'_, '_>, from: &Placed, to: &Placed) -> bool {
    const MOST: usize = 2;
    let between = from.found.at.end..to.found.at.start;
    if between.is_empty() || between.len() > MOST {
        return false;
    }
    let is_one_kind = from.found.unit == Unit::Bare || from.found.unit.lengths(to.found.unit).is_some();
    let is_last = |at: usize| at + 1 == to.found.at.start;
    let is_article =
        |at: usize| words.has(at, Senses::ARTICLE) && is_last(at) && words.is_kind(at + 1, Kind::Number);
    is_one_kind && between.clone().all(|at| words.is_word(at) && (is_unknown(words, at) || is_article(at)))
}

/// Tells whether one word at least is known, or there is none.
pub(super) fn is_english(words: &Words<'_, '_>) -> bool {
    let is_known = |at: usize| !is_unknown(words, at);
    let mut all = (0..words.len()).filter(|at| words.is_word(*at)).peekable();
    all.peek().is_none() || all.any(is_known)
}

/// Tells whether a word stands in no list of English words.
fn is_unknown(words: &Words<'_, '_>, at: usize) -> bool {
    let word = words.lower(at);
    senses(word) == Senses::NONE && !is_known(word)
}
