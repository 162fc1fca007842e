//! What a number counts in: percent, money, time, times, or things. The figures are those of the sentence; what is read
//! here is time without a figure, and the noun behind a bare number, where that says that it is no count of things.

use std::ops::Range;

use crate::coach::lexicon::known;
use crate::coach::lexicon::senses::Sense;
use crate::coach::sentence::{Figure, Role, Unit};
use crate::coach::statement::Statement;
use crate::coach::token::{Kind, Token};

/// What a number is an amount of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Amount {
    /// A share or a change in percent.
    Percent,
    /// Money.
    Money,
    /// Time.
    Time,
    /// A multiple: "3x".
    Times,
    /// Another unit: "50 ppm", "80 MB".
    Unit,
    /// Things, a thousand or more of them.
    Many,
    /// Things, fewer than that; or a bare level.
    Few,
    /// Part of a name, a date, a version, a sample.
    Aside,
}

/// The amount that begins at a token, and how many tokens it takes.
pub(super) fn at(statement: &Statement<'_>, at: usize) -> Option<(usize, Amount)> {
    let tokens = &statement.tokens;
    if let Some(figure) = statement.figures.iter().find(|figure| begins(tokens, figure) == Some(at)) {
        return Some(amount(tokens, at, figure));
    }
    let first = &tokens[at];
    if first.currency().is_some() && tokens.get(at + 1).is_some_and(is_placeholder) {
        return Some((2, Amount::Money));
    }
    if let Some(len) = half_a_day(tokens, at) {
        return Some((len, Amount::Time));
    }
    if first.kind == Kind::Number {
        return Some((1, Amount::Aside));
    }
    (is_written(first) && !is_the_quarter(tokens, at)).then(|| with_noun(tokens, at..at + 1, Amount::Few))
}

/// The token at which the number of a figure begins, or its currency: behind a sign. What says by how much in a word of its
/// own ("halve", "twice") or binds its time to another word ("three-day") stays a word.
fn begins(tokens: &[Token<'_>], figure: &Figure) -> Option<usize> {
    let is_sign = |at: &usize| matches!(tokens[*at].lower.as_ref(), "+" | "-" | "−" | "–" | "plus" | "minus");
    let at = figure.tokens.clone().find(|at| !is_sign(at))?;
    let first = &tokens[at];
    let is_one = first.is("a") || first.is("an");
    let is_number = first.kind == Kind::Number || is_written(first) || is_one;
    (is_number || matches!(figure.unit, Unit::Money(_))).then_some(at)
}

/// What a figure is an amount of.
fn amount(tokens: &[Token<'_>], at: usize, figure: &Figure) -> (usize, Amount) {
    let amount = match figure.unit {
        _ if figure.role == Role::Aside => Amount::Aside,
        Unit::Percent => Amount::Percent,
        Unit::Money(_) => Amount::Money,
        Unit::Time(..) => Amount::Time,
        Unit::Factor => Amount::Times,
        Unit::Points | Unit::Other(_) => Amount::Unit,
        Unit::Bare => {
            let is_many = figure.value.decimal() >= MANY.into();
            return with_noun(
                tokens,
                at..figure.tokens.end,
                if is_many { Amount::Many } else { Amount::Few },
            );
        }
    };
    (figure.tokens.end - at, amount)
}

/// From how many on a count is one of many.
const MANY: u32 = 1_000;

/// A bare number with the noun behind it, where that is a unit: "5 nights", "3 inches".
fn with_noun(tokens: &[Token<'_>], number: Range<usize>, count: Amount) -> (usize, Amount) {
    let (more, amount) = counted(tokens, number.end).unwrap_or((0, count));
    (number.len() + more, amount)
}

fn is_written(token: &Token<'_>) -> bool {
    token.kind == Kind::Word && known::is_number(&token.lower)
}

/// "half a day", "an hour" behind "within" or "in": time without a digit.
fn half_a_day(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_ref());
    let from = usize::from(word(at) == "half");
    if !matches!(word(at + from), "a" | "an" | "single") {
        return None;
    }
    let before = at.checked_sub(1).map_or("", word);
    let limits = from == 1
        || matches!(before, "within" | "in" | "under" | "than" | "takes" | "take" | "below" | "most");
    counted(tokens, at + from + 1)
        .filter(|(_, amount)| limits && *amount == Amount::Time)
        .map(|(len, _)| from + 1 + len)
}

/// "The quarter", "this quarter": a stretch of time, and no part of anything.
fn is_the_quarter(tokens: &[Token<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |at| tokens[at].lower.as_ref());
    let is_part = tokens.get(at + 1).is_some_and(|next| next.is("of"));
    tokens[at].is("quarter")
        && !is_part
        && matches!(before, "the" | "this" | "last" | "next" | "each" | "every" | "per")
}

fn is_placeholder(token: &Token<'_>) -> bool {
    matches!(token.lower.as_ref(), "x" | "n" | "xx" | "xxx" | "y")
}

/// The time or unit that a noun names, and how many tokens it takes.
fn counted(tokens: &[Token<'_>], at: usize) -> Option<(usize, Amount)> {
    let token = tokens.get(at)?;
    let lower = token.lower.as_ref();
    match lower {
        "am" | "pm" => return Some((1, Amount::Time)),
        "times" => return Some((1, Amount::Few)),
        _ => {}
    }
    let next = |ahead: usize| tokens.get(at + 1 + ahead).map(|token| token.lower.as_ref());
    let (len, known) = known::word_or_phrase(lower, next);
    let is_time = known.senses.has(Sense::Period)
        && (lower.len() > 1 || token.is_glued || matches!(lower, "s" | "h" | "d"));
    match known.senses {
        _ if is_time => Some((len, Amount::Time)),
        senses if senses.has(Sense::Unit) => Some((len, Amount::Unit)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::Day;

    /// Every amount of a text with its words.
    fn amounts(text: &str) -> Vec<(String, Amount)> {
        let statement = Statement::read(text, Day::new(2027, 1, 8).unwrap());
        let tokens = &statement.tokens;
        let (mut from, mut found) = (0, Vec::new());
        while from < tokens.len() {
            let read = at(&statement, from);
            let end = from + read.map_or(1, |(len, _)| len);
            let words = &text[tokens[from].start..tokens[end - 1].span().end];
            found.extend(read.map(|(_, amount)| (words.to_owned(), amount)));
            from = end;
        }
        found
    }

    #[test]
    fn a_number_is_the_amount_that_its_figure_says() {
        for (text, words, amount) in [
            ("Raise 2 Mio. EUR for the roof", "2 Mio. EUR", Amount::Money),
            ("Raise US$5 a head", "US$5", Amount::Money),
            ("Add 9 out of 10 pilots", "9 out of 10", Amount::Percent),
            ("Traffic +25 %", "25 %", Amount::Percent),
            ("Answer within a day", "a day", Amount::Time),
            ("Restored in half a day", "half a day", Amount::Time),
            ("Open for 5 nights", "5 nights", Amount::Time),
            ("Build time at 1m30s", "1m30s", Amount::Time),
            ("Latency under 80 MB", "80 MB", Amount::Unit),
            ("Win 12k shops", "12k", Amount::Many),
            ("Win two shops", "two", Amount::Few),
            ("Move to Postgres 16", "16", Amount::Aside),
            ("Save $X a month", "$X", Amount::Money),
        ] {
            assert_eq!(amounts(text), [(words.to_owned(), amount)], "{text}");
        }
        assert_eq!(
            amounts("Halve the queue in three-day sprints"),
            [],
            "words that say by how much stay words"
        );
    }
}
