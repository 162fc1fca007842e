//! What a number counts in: percent, money, time, times, or things.

use crate::coach::lexicon::known;
use crate::coach::lexicon::senses::Sense;
use crate::coach::sentence::{Figure, Role, SCALES, large};
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
    let first = &tokens[at];
    if first.currency().is_some() {
        let number = tokens.get(at + 1).filter(|next| next.kind == Kind::Number || is_placeholder(next))?;
        let len = 2 + tokens[at + 2..].iter().take_while(|token| is_magnitude(token)).count();
        return Some((len, if is_aside(statement, at + 1) { Amount::Aside } else { Amount::Money }))
            .filter(|_| !number.text.is_empty());
    }
    if let Some(len) = half_a_day(tokens, at) {
        return Some((len, Amount::Time));
    }
    let is_written =
        first.kind == Kind::Word && known::is_number(&first.lower) && !is_the_quarter(tokens, at);
    if first.kind != Kind::Number && !is_written {
        return None;
    }
    if is_aside(statement, at) {
        return Some((1, Amount::Aside));
    }
    Some(counted(tokens, at))
}

/// A number with its magnitude and its unit.
fn counted(tokens: &[Token<'_>], at: usize) -> (usize, Amount) {
    let first = &tokens[at];
    let mut len = 1 + tokens[at + 1..].iter().take_while(|token| is_magnitude(token)).count();
    let is_many =
        len > 1 || first.kind == Kind::Number && digits(first.text) > 3 && !first.text.contains('.');
    // "2 Mio. EUR"
    let is_short = len > 1 && tokens.get(at + len).is_some_and(|token| token.is(".") && token.is_glued);
    len += usize::from(is_short && tokens.get(at + len + 1).is_some_and(|token| token.currency().is_some()));
    len += usize::from(tokens.get(at + len).is_some_and(|token| token.is("+")));
    if is_clock(tokens, at + 1) {
        return (4, Amount::Time);
    }
    match unit(tokens, at + len) {
        Some((more, amount)) => (len + more, amount),
        None => (len, if is_many { Amount::Many } else { Amount::Few }),
    }
}

/// The `m30s` of `1m30s`.
fn is_clock(tokens: &[Token<'_>], at: usize) -> bool {
    let is = |at: usize, units: &[&str]| {
        tokens.get(at).is_some_and(|token| token.is_glued && units.contains(&token.lower.as_ref()))
    };
    is(at, &["m", "h", "min"])
        && tokens.get(at + 1).is_some_and(|token| token.kind == Kind::Number)
        && is(at + 2, &["s", "m", "min", "sec"])
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
    unit(tokens, at + from + 1)
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

fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

fn is_placeholder(token: &Token<'_>) -> bool {
    matches!(token.lower.as_ref(), "x" | "n" | "xx" | "xxx" | "y")
}

/// Tells whether the reader of figures found that this number only selects, names or dates.
fn is_aside(statement: &Statement<'_>, at: usize) -> bool {
    let token = &statement.tokens[at];
    let covers = |figure: &&Figure| figure.span.contains(&token.start);
    let figure = statement.figures.iter().find(covers);
    figure.map_or(token.kind == Kind::Number, |figure| figure.role == Role::Aside)
}

fn is_magnitude(token: &Token<'_>) -> bool {
    let lower = token.lower.as_ref();
    token.is_glued && SCALES.contains(&lower) || large(lower).is_some_and(|times| times >= 100)
}

/// The unit that begins at a token, and how many tokens it takes.
fn unit(tokens: &[Token<'_>], at: usize) -> Option<(usize, Amount)> {
    let token = tokens.get(at)?;
    let lower = token.lower.as_ref();
    match lower {
        "%" | "percent" | "pct" | "percentage" | "٪" => return Some((1, Amount::Percent)),
        "pc" if token.is_glued => return Some((1, Amount::Percent)),
        "x" | "×" | "fold" => return Some((1, Amount::Times)),
        "times" => return Some((1, Amount::Few)),
        "am" | "pm" => return Some((1, Amount::Time)),
        "dollars" | "euros" | "pounds" | "euro" | "dollar" | "pound" => return Some((1, Amount::Money)),
        _ if token.currency().is_some() => return Some((1, Amount::Money)),
        _ => {}
    }
    let next = |ahead: usize| tokens.get(at + 1 + ahead).map(|token| token.lower.as_ref());
    let (len, known) = known::word_or_phrase(lower, next);
    if known.senses.has(Sense::Period)
        && (lower.len() > 1 || token.is_glued || matches!(lower, "s" | "h" | "d"))
    {
        return Some((len, Amount::Time));
    }
    known.senses.has(Sense::Unit).then_some((len, Amount::Unit))
}
