//! Work that is said as something else: as a share of it, as what was found out, what a thing tells its users, who joins, or
//! as the change that so many things are made for.

use super::amount::Amount;
use super::clause::{Clause, Predicate, Voice};
use super::signs::ANY;
use super::spoken::Word;
use crate::coach::lexicon::senses::{PEOPLE, Sense, Senses};

/// Tells whether it is work, though no verb of doing leads it, or one that speaks of the change.
pub(super) fn is_own_work(c: &Clause<'_>) -> bool {
    is_share_of_work(c)
        || is_worked_off(c)
        || is_found_out(c)
        || is_told_by_a_thing(c)
        || is_taken_on(c)
        || is_counted_means(c) && !c.has_effect(c.main())
}

/// "Two data engineers join": people named by a role who come to the team are taken on.
pub(super) fn is_taken_on(c: &Clause<'_>) -> bool {
    let joins = |found: Predicate| found.voice == Voice::Acts && c.words[found.verb].is(&["join", "joins"]);
    let is_ours = c.object.is_empty() || c.fits(c.object.start, |word| word.is(&["us", "our", "as"]));
    let is_many = c.counts(c.main(), &[Amount::Many, Amount::Percent]);
    c.predicate.is_some_and(joins) && is_ours && !is_many && c.head_senses(c.subject.clone()).has(Sense::Role)
}

/// "200 engineers join the meetup": who comes to something that is held takes part in it.
pub(super) fn is_joined(c: &Clause<'_>) -> bool {
    let joins = |found: Predicate| found.voice == Voice::Acts && c.words[found.verb].is(&["join", "joins"]);
    let is_counted = c.counts(c.subject.clone(), &[Amount::Few, Amount::Many]);
    c.predicate.is_some_and(joins) && is_counted && c.head_senses(c.object.clone()).has(Sense::Event)
}

/// "Close 80 % of the tickets in the backlog": so much of a store of work is worked off.
fn is_worked_off(c: &Clause<'_>) -> bool {
    const OFF: &[&str] = &["close", "clear", "complete", "finish", "process", "resolve", "triage", "work"];
    let is_off = c.lead.is_some_and(|lead| c.words[lead].is(OFF));
    let is_share = c.counts(c.main(), &[Amount::Percent]) && !c.moves() && c.time_limit(c.main()).is_none();
    is_off && is_share && c.names(c.main(), &["backlog"])
}

/// "Improve the docs by adding 30 tutorials": the change itself has no number, and what is counted is made.
pub(super) fn is_counted_means(c: &Clause<'_>) -> bool {
    let tail = c.end..c.words.len();
    let makes = |word: &Word<'_>| word.is_gerund() && word.has(Sense::Work);
    c.words.get(c.end).is_some_and(|word| word.is(&["by"]))
        && c.words.get(c.end + 1).is_some_and(makes)
        && c.amounts(tail).next().is_some_and(|(_, amount)| amount == Amount::Few)
        && !c.counts(c.main(), ANY)
}

/// "The three main reasons for leaving are known": the team found it out, and the problem is still there.
fn is_found_out(c: &Clause<'_>) -> bool {
    const FINDINGS: &[&str] = &[
        "reason",
        "reasons",
        "cause",
        "causes",
        "need",
        "needs",
        "driver",
        "drivers",
        "requirement",
        "requirements",
        "risk",
        "risks",
        "gap",
        "gaps",
        "bottleneck",
        "bottlenecks",
    ];
    const KNOWN: &[&str] = &["known", "understood", "identified", "clear", "found"];
    let Some(last) = c.end.checked_sub(1).filter(|last| *last > c.start + 1) else { return false };
    c.lead.is_none()
        && c.words[last].is(KNOWN)
        && c.words[last - 1].is(&["is", "are"])
        && c.names(c.start..(c.start + 4).min(last), FINDINGS)
}

/// "The app warns before a payment bounces": what a thing tells whoever uses it is a feature, as long as nothing is counted.
fn is_told_by_a_thing(c: &Clause<'_>) -> bool {
    const TELLS: &[&str] = &[
        "tells", "tell", "shows", "show", "displays", "display", "lists", "list", "warns", "warn",
        "suggests", "suggest", "explains", "explain", "asks", "ask", "flags", "flag",
    ];
    let is_thing = |head: &Word<'_>| head.has(Sense::Made) && !head.any(PEOPLE);
    let Some(found) = c.predicate.filter(|found| found.voice == Voice::Acts) else { return false };
    c.words[found.verb].is(TELLS)
        && c.head(c.subject.clone()).is_some_and(is_thing)
        && c.subject.len() <= 3
        && !c.counts(c.whole(), ANY)
        && !c.senses(c.main()).any(Senses::of(&[Sense::Not, Sense::Compare, Sense::Every]))
}

/// "Migration progress from 10 % to 100 %", "share of endpoints documented by us": the work is what is counted.
fn is_share_of_work(c: &Clause<'_>) -> bool {
    c.lead.is_none() && (is_progress(c) || is_share_done(c))
}

/// "Ten posts a week on our channels": what stands at a place of its own the team put there.
pub(super) fn is_at_own_place(c: &Clause<'_>) -> bool {
    let at_ours = |at: usize| c.words[at].is(&["on", "in", "at"]) && c.fits(at + 1, |next| next.is(&["our"]));
    c.predicate.is_none() && c.main().any(at_ours)
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
