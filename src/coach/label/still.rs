//! Numbers that are no way from one level to another: they count work, tell how long somebody is at it, or pick who or what
//! is meant. And those that are one, whatever is counted.

use super::amount::Amount;
use super::clause::{Clause, Voice};
use super::own::{is_counted_means, is_taken_on};
use crate::coach::lexicon::senses::{Sense, Senses};

/// Tells whether nothing moves by its number.
pub(super) fn is_still(c: &Clause<'_>) -> bool {
    is_counted_means(c) || is_taken_on(c) || is_time_put_in(c) || is_rank(c)
}

/// "Each engineer spends two days a month on old code": time that is put in, where none is saved.
fn is_time_put_in(c: &Clause<'_>) -> bool {
    const SAVES: Senses = Senses::of(&[Sense::Bound, Sense::Compare]);
    let spends = c.verb().is_some_and(|verb| verb.is(&["spend", "spends"]));
    let is_bound = c.senses(c.object.clone()).any(SAVES);
    let mut amounts = c.amounts(c.object.clone());
    spends && !is_bound && amounts.next().is_some_and(|(_, amount)| amount == Amount::Time)
}

/// "The top three reasons are known": which ones, and not how many to reach.
fn is_rank(c: &Clause<'_>) -> bool {
    let is_ranked = |at: usize| at > 0 && c.words[at - 1].is(&["top"]);
    let mut amounts = c.amounts(c.whole()).peekable();
    amounts.peek().is_some() && amounts.all(|(at, _)| is_ranked(at))
}

/// "The forum has more than 50 accounts": what something is to have at least is a level, whatever is counted.
pub(super) fn is_level(c: &Clause<'_>) -> bool {
    const LEAST: Senses = Senses::of(&[Sense::Bound, Sense::Compare]);
    let has = |at: usize| c.words[at].is(&["has", "have"]);
    let at = c.object.start;
    c.predicate.is_some_and(|found| found.voice == Voice::Is && has(found.at))
        && c.fits(at, |word| word.any(LEAST) || word.is(&[">", "≥", ">="]))
        && c.fits(at + 1, |word| word.amount.is_some())
}
