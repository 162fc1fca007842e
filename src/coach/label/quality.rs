//! A quality that gets better, or that something is to have: how well it goes for whoever uses it, said without a number.

use super::clause::Clause;
use super::spoken::Word;
use crate::coach::lexicon::senses::{PEOPLE, Sense, Senses};

/// "Faster builds", "more reliable releases", "less manual work", "make the build faster": an effect, and nothing to read it
/// off by.
pub(super) fn gets_better(c: &Clause<'_>) -> bool {
    if has_number(c) || c.names(c.whole(), &[":"]) {
        return false;
    }
    if let Some(lead) = c.lead {
        return makes(c, lead) && c.object.clone().any(|at| is_compared(c, at) && ends(c, at + 1));
    }
    let is_less =
        c.fits(c.start, |word| word.is(&["less"])) && c.fits(c.start + 1, |next| !next.ends_group());
    let first = c.start + usize::from(c.fits(c.start, |word| word.len == 1 && word.is(&["more", "less"])));
    // "Docs easier to find"
    let is_behind =
        |at: usize| is_compared(c, at) && ends(c, at + 1) && c.words[c.start..at].iter().all(Word::is_noun);
    let is_told = (c.start + 1..c.end.min(c.start + 4)).any(is_behind);
    c.predicate.is_none() && (is_less || is_told || is_compared(c, first) && !ends(c, first + 1))
}

/// "Make search fast", "make our deployments safe and easy": a thing by its name, and what it will be like.
pub(super) fn is_made_so(c: &Clause<'_>) -> bool {
    const LOOSE: Senses = PEOPLE.or(Senses::of(&[Sense::Slogan, Sense::Vague, Sense::Article, Sense::Every]));
    let quality = |at: usize| c.says(at, Sense::Quality);
    let Some(at) = c.lead.filter(|lead| makes(c, *lead) && !has_number(c)) else { return false };
    let Some(first) = (at + 2..c.end).find(|at| quality(*at)) else { return false };
    let is_named = c.words[at + 1..first].iter().any(|word| !word.any(LOOSE) && !word.is_sign);
    let is_told =
        (first..c.end).all(|at| quality(at) || c.fits(at, |word| word.is(&["and", "more", "less", ","])));
    is_named && is_told
}

fn has_number(c: &Clause<'_>) -> bool {
    c.words.iter().any(|word| word.amount.is_some())
}

fn makes(c: &Clause<'_>, lead: usize) -> bool {
    c.words[lead].lower.starts_with("mak") && c.words[lead].len == 1
}

/// "Faster", "more reliable".
fn is_compared(c: &Clause<'_>, at: usize) -> bool {
    let is_more = at > 0 && c.words[at - 1].is(&["more", "less"]);
    c.fits(at, |word| {
        word.has(Sense::Quality)
            && (word.has(Sense::Compare) || word.lower.ends_with("er") || word.len > 1 || is_more)
    })
}

/// The thought ends here, or goes on with a small word: "for newcomers".
fn ends(c: &Clause<'_>, at: usize) -> bool {
    c.word(at).is_none_or(Word::ends_group)
}
