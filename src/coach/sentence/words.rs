//! The tokens of a text with the tags of their words, for readers that look to the left and right of a place.

use super::heading::{Heading, heading};
use crate::coach::lexicon::{Tags, tags};
use crate::coach::token::{Kind, Token, is_one_of};
use crate::domain::decimals::Decimals;
use crate::domain::quantity::time_unit;

#[cfg(test)]
thread_local! {
    /// How often this thread has looked at a token: what reading costs, whatever else the machine does.
    pub(super) static LOOKS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

#[cfg(test)]
fn count_look() {
    LOOKS.set(LOOKS.get() + 1);
}

#[cfg(not(test))]
#[inline]
const fn count_look() {}

/// Tokens and what they can mean.
#[derive(Debug)]
pub(super) struct Words<'t, 'a> {
    /// The tokens of the text.
    pub(super) tokens: &'t [Token<'a>],
    tags: Vec<Tags>,
    /// Whether it speaks of a stretch of time that is measured: "lead time", "latency".
    pub(super) is_timed: bool,
    /// The first verb of movement, or colon; the end where there is none.
    pub(super) first_move: usize,
    /// The first word for going down; the end where there is none.
    pub(super) first_fall: usize,
    /// How its numbers write their decimals.
    pub(super) decimals: Decimals,
    /// What its bare numbers are counted in, where it says so before them.
    pub(super) heading: Option<Heading>,
}

impl<'t, 'a> Words<'t, 'a> {
    /// Looks each token up.
    pub(super) fn of(tokens: &'t [Token<'a>]) -> Self {
        let look_up = |token: &Token<'_>| match token.kind {
            Kind::Number => Tags::NONE,
            Kind::Word | Kind::Sign => tags(&token.lower),
        };
        let tags: Vec<Tags> = tokens.iter().map(look_up).collect();
        let is_time =
            |token: &Token<'_>| token.is_glued && token.text != "m" && time_unit(&token.lower).is_some();
        let is_timed = tags.iter().any(|tags| tags.any(Tags::DURATION)) || tokens.iter().any(is_time);
        let moves = Tags::UP.or(Tags::DOWN).or(Tags::IMPROVE);
        let first_move = tags.iter().zip(tokens).position(|(tags, token)| tags.any(moves) || token.is(":"));
        let first_fall = tags.iter().position(|tags| tags.any(Tags::DOWN.or(Tags::FALLEN)));
        let first_move = first_move.unwrap_or(tokens.len());
        let first_fall = first_fall.unwrap_or(tokens.len());
        let decimals = decimals(tokens);
        let mut words = Self { tokens, tags, is_timed, first_move, first_fall, decimals, heading: None };
        words.heading = heading(&words);
        words
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The token in small letters; empty outside the text.
    pub(super) fn lower(&self, at: usize) -> &str {
        count_look();
        self.tokens.get(at).map_or("", |token| &token.lower)
    }

    /// The token as it stands; empty outside the text.
    pub(super) fn text(&self, at: usize) -> &'a str {
        count_look();
        self.tokens.get(at).map_or("", |token| token.text)
    }

    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.lower(at) == word
    }

    #[inline]
    pub(super) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        is_one_of(self.lower(at), words)
    }

    /// Tells whether a token has one of the tags.
    pub(super) fn has(&self, at: usize, any_of: Tags) -> bool {
        count_look();
        self.tags.get(at).is_some_and(|tags| tags.any(any_of))
    }

    pub(super) fn is_kind(&self, at: usize, kind: Kind) -> bool {
        count_look();
        self.tokens.get(at).is_some_and(|token| token.kind == kind)
    }

    /// Tells whether a number looks like a year: `1999`, `2027`.
    pub(super) fn is_year(&self, at: usize) -> bool {
        let text = self.text(at);
        let is_whole = text.len() == 4 && text.bytes().all(|digit| digit.is_ascii_digit());
        is_whole && (text.starts_with("19") || text.starts_with("20"))
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.is_kind(at, Kind::Word)
    }

    /// Tells whether the token follows the one before without a blank.
    pub(super) fn is_glued(&self, at: usize) -> bool {
        count_look();
        self.tokens.get(at).is_some_and(|token| token.is_glued)
    }

    /// The code of the currency a token names.
    pub(super) fn currency(&self, at: usize) -> Option<&'static str> {
        count_look();
        self.tokens.get(at).and_then(Token::currency)
    }

    /// Tells whether the token before has one of the tags; there is none before the first.
    pub(super) fn has_before(&self, at: usize, any_of: Tags) -> bool {
        at > 0 && self.has(at - 1, any_of)
    }

    pub(super) fn is_before(&self, at: usize, words: &[&str]) -> bool {
        at > 0 && self.is_any(at - 1, words)
    }

    /// Tells whether a part of the sentence ends here: the end, or a mark that parts.
    pub(super) fn ends(&self, at: usize) -> bool {
        at >= self.len()
            || self.is_any(at, &[".", ",", ";", ")", "]", "(", "[", "!", "|", "/", ":", "-", "–", "—", "..."])
    }
}

/// How numbers write their decimals, as far as one of them tells.
fn decimals(tokens: &[Token<'_>]) -> Decimals {
    let numbers = tokens.iter().filter(|token| token.kind == Kind::Number).map(|token| token.text);
    Decimals::of(numbers, true)
}
