//! A share of the team's own work: how far it has got, whatever it is counted in.

use super::clause::Clause;
use super::spoken::Word;
use crate::coach::lexicon::senses::{Sense, Senses};

/// "Migration progress from 10 % to 100 %", "share of endpoints documented by us": the work is what is counted.
pub(super) fn is_share_of_work(c: &Clause<'_>) -> bool {
    c.lead.is_none() && (is_progress(c) || is_share_done(c))
}

/// "Roll-out progress", "roadmap completion".
fn is_progress(c: &Clause<'_>) -> bool {
    const OWN: Senses = Senses::of(&[Sense::Labour, Sense::Paper]);
    const OTHERS: Senses = Senses::of(&[Sense::Act, Sense::Outsider, Sense::Event, Sense::Inflow]);
    let group = c.group(c.subject.clone());
    let Some(last) = group.end.checked_sub(1).filter(|last| *last > group.start) else { return false };
    let named = &c.words[last - 1];
    c.words[last].is(&["progress", "completion"]) && named.any(OWN) && !named.any(OTHERS)
}

/// "Share of code moved": what was done to the things, and nobody else did it, or in a time, or without something.
fn is_share_done(c: &Clause<'_>) -> bool {
    const OTHER: Senses =
        Senses::of(&[Sense::Handle, Sense::Verdict, Sense::Gain, Sense::Use, Sense::Keep, Sense::Inflow]);
    let is_share = c.fits(c.start, |word| word.is(&["share", "percentage", "proportion"]));
    let is_work = |word: &Word<'_>| word.has(Sense::Work) && !word.any(OTHER);
    let is_done = |at: &usize| c.is_closing(*at) && is_work(&c.words[*at]);
    let Some(done) = (c.start + 2..c.end).find(is_done) else { return false };
    let by_others = c.fits(done + 1, |word| word.is(&["by"]))
        && !c.fits(done + 2, |word| word.any(Senses::of(&[Sense::Speaker, Sense::Staff])));
    is_share
        && !by_others
        && !c.names(c.main(), &["within"])
        && c.time_limit(c.main()).is_none()
        && !c.any_says(c.main(), Sense::Not)
}
