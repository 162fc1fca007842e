//! What careful people would answer differently: papers, favours, coverage, the own plan, work and effect in one line.

use super::Label;
use super::amount::Amount;
use super::clause::{Clause, Voice};
use super::ground::{Ground, ambiguous};
use super::reason::Reason;
use super::signs::ANY;
use super::spoken::Word;
use crate::coach::lexicon::senses::{DRIFT, EFFECT, LEVEL, MAKING, OWN, PEOPLE, Sense, Senses};

/// A paper for following rules; a course that ends with one is training.
pub(super) fn badge(c: &Clause<'_>) -> Option<Ground<Label>> {
    const SEEKS: Senses = Senses::of(&[Sense::Reach, Sense::Gain, Sense::Keep, Sense::State]);
    let at = c.main().find(|at| c.words[*at].any(Senses::of(&[Sense::Badge, Sense::Certified])))?;
    let seeks =
        |lead: usize| c.words[lead].any(SEEKS) || c.words[lead].is(&["obtain", "pass", "renew", "clean"]);
    let is_course = c.lead.is_none()
        && c.head_senses(c.subject.clone()).has(Sense::Staff)
        && c.time_limit(c.main()).is_none();
    let is_near = c.lead.is_some() || c.group(c.main()).contains(&at) || c.words[at].has(Sense::Certified);
    let fits = c.lead.is_none_or(seeks) && is_near && !is_course && !is_in_name(c, at);
    fits.then(|| ambiguous(Reason::Badge, at..at + 1))
}

/// "Compliance training", "audit report": the paper only names a thing.
fn is_in_name(c: &Clause<'_>, at: usize) -> bool {
    let other = Senses::of(&[Sense::Badge, Sense::Estate, Sense::Done]);
    let until = (at + 1..c.end).find(|at| c.words[*at].ends_group()).unwrap_or(c.end);
    c.words[at + 1..until].iter().any(|word| word.any(MAKING) && !word.any(other))
}

/// Others promise something, or do something together with the team: letters of intent, partnerships.
pub(super) fn pledge(c: &Clause<'_>) -> Option<Ground<Label>> {
    const TOGETHER: &[&str] =
        &["partnership", "partnerships", "collaboration", "collaborations", "loi", "lois", "mou", "mous"];
    let letters = |at: usize| {
        c.words[at].is(&["letter", "letters"])
            && c.whole().any(|next| next > at && c.words[next].is(&["intent"]))
    };
    let at = c.main().find(|at| c.words[*at].is(TOGETHER) || letters(*at))?;
    let is_head = c.group(if c.lead.is_some() { c.object.clone() } else { c.subject.clone() }).contains(&at);
    let makes =
        c.lead.is_some_and(|lead| c.words[lead].has(Sense::Paper) || c.words[lead].is(&["write", "draft"]));
    let counted = c.counts(c.main(), &[Amount::Few, Amount::Many]);
    let near = is_head || letters(at) || c.lead == Some(at.saturating_sub(1));
    (near && counted && !makes).then(|| ambiguous(Reason::Courtesy, c.main()))
}

/// What others agree to for the team's own undertaking.
pub(super) fn courtesy(c: &Clause<'_>) -> Option<Ground<Label>> {
    const ASKED: Senses = Senses::of(&[Sense::Courtesy, Sense::Outsider]);
    let verb = c.suffered().filter(|verb| verb.has(Sense::Agree))?;
    let subject = c.senses(c.subject.clone());
    if c.counts(c.main(), &[Amount::Percent]) {
        return None;
    }
    let is_paper = verb.is(&["accepted"]) && subject.any(MAKING);
    (subject.any(ASKED) || is_paper).then(|| ambiguous(Reason::Courtesy, c.spoken_of()))
}

/// "70 % of services on the new platform": how far a thing of the team's own has spread, and nobody is said to have got
/// anything of it.
fn is_spread(c: &Clause<'_>) -> bool {
    const OTHERS: Senses = PEOPLE.or(Senses::of(&[Sense::Inflow, Sense::Harm, Sense::Act]));
    let group = c.group(c.subject.clone());
    let is_on = c.fits(group.end, |word| word.is(&["on"]))
        && c.fits(group.end + 1, |word| word.is(&["the", "our", "a", "an", "one"]))
        && !c.fits(group.end + 2, |word| word.has(Sense::Period) || word.is(&["first", "same", "next"]));
    let is_share = c.counts(c.start..group.start, &[Amount::Percent]);
    let of_things = c.head(group.clone()).is_some_and(|head| head.form.is_s());
    c.lead.is_none()
        && c.predicate.is_none()
        && is_on
        && is_share
        && of_things
        && !c.senses(group).any(OTHERS)
}

/// "Say/do ratio of 85 %": how much of what was promised was kept.
fn is_kept_promise(c: &Clause<'_>) -> bool {
    let says = |at: usize| {
        c.words[at].is(&["say"])
            && c.fits(at + 1, |next| next.is(&["/"]))
            && c.fits(at + 2, |next| next.is(&["do"]))
    };
    c.main().any(says) || c.names(c.main(), &["say-do"])
}

/// Tells whether it is one of the measures that the method leaves open, whatever else is in it.
pub(super) fn is_open_measure(c: &Clause<'_>) -> bool {
    is_spread(c) || is_kept_promise(c)
}

/// A measure of the work itself.
pub(super) fn proxy(c: &Clause<'_>) -> Option<Ground<Label>> {
    const OTHERS: Senses = Senses::of(&[Sense::Foreign, Sense::Metric, Sense::Outsider]);
    if is_kept_promise(c) {
        return Some(ambiguous(Reason::Proxy, c.main()));
    }
    let at = c.main().find(|at| c.words[*at].has(Sense::Proxy))?;
    let makes = c.lead.is_some_and(|lead| c.words[lead].any(OWN) && !c.words[lead].any(LEVEL));
    let of_others = at > c.start && c.words[at - 1].any(OTHERS);
    let measured = c.counts(c.main(), ANY) || c.lead.is_some_and(|lead| c.words[lead].any(LEVEL));
    let single = c.words[at].has(Sense::Inflow) && !c.names(at + 1..c.end, &["per", "each"]);
    (measured && !makes && !of_others && !single).then(|| ambiguous(Reason::Proxy, at..at + 1))
}

/// A share of things is in a state: automated, covered, managed.
pub(super) fn coverage(c: &Clause<'_>) -> Option<Ground<Label>> {
    const OWNERS: Senses = Senses::of(&[Sense::Outsider, Sense::Staff, Sense::Harm]);
    if !c.shares() || c.time_limit(c.main()).is_some() {
        return None;
    }
    if is_spread(c) {
        return Some(ambiguous(Reason::Coverage, c.main()));
    }
    if let Some(lead) = c.lead {
        let automates = c.words[lead].is(&["automate", "automated", "automating"])
            && c.counts(c.main(), &[Amount::Percent]);
        return automates.then(|| ambiguous(Reason::Coverage, lead..c.end));
    }
    let found = c.predicate.filter(|found| matches!(found.voice, Voice::Suffers | Voice::Acts))?;
    let is_owned = !c.head_senses(c.subject.clone()).any(OWNERS);
    let spreads = c.words[found.verb].has(Sense::Coverage) || is_done_from(c, found.verb);
    (is_owned && spreads).then(|| ambiguous(Reason::Coverage, c.spoken_of()))
}

/// "Built from the design system", "handled by automation": how a share of things is done, not that it was.
fn is_done_from(c: &Clause<'_>, verb: usize) -> bool {
    const DONE: &[&str] = &[
        "built",
        "answered",
        "handled",
        "enabled",
        "based",
        "processed",
        "deployed",
        "served",
        "created",
        "hosted",
    ];
    const WITH: &[&str] = &["from", "by", "on", "with", "through", "via", "in"];
    c.words[verb].is(DONE) && c.fits(verb + 1, |next| next.is(WITH)) && c.counts(c.main(), &[Amount::Percent])
}

/// Work and effect in one line, neither the means of the other.
pub(super) fn mixed(c: &Clause<'_>) -> Option<Ground<Label>> {
    let works = |lead: usize| {
        let holds = c.head_senses(c.object.clone()).has(Sense::Event) || !c.words[lead].any(LEVEL);
        c.words[lead].any(OWN) && holds && !c.words[lead].has(Sense::Gain)
    };
    let head = c.head_senses(c.main());
    let thing = Senses::of(&[Sense::Made, Sense::Event]);
    let is_made = head.any(thing) && !head.any(EFFECT.or(Senses::of(&[Sense::Outsider, Sense::Inflow])));
    if !c.lead.map_or(is_made, works) {
        return None;
    }
    let at = (c.start + 2..c.end).find(|at| adds_effect(c, *at))?;
    Some(ambiguous(Reason::Mixed, at..c.end))
}

/// "and 500 registrants", ", 10 customers present", "with 1,000 sign-ups".
fn adds_effect(c: &Clause<'_>, at: usize) -> bool {
    let adds = c.words[at].is(&["and", ",", ";", "&"]);
    if !adds && !c.words[at].is(&["with", "generating", "bringing", "reaching"]) {
        return false;
    }
    let until = (at + 7).min(c.end);
    let Some((amount, kind)) = c.amounts(at + 1..until).next().filter(|(amount, _)| *amount <= at + 4) else {
        let measured = c.any_says(at + 1..until, Sense::Metric) && c.amounts(until..c.end).next().is_some();
        return c.predicate.is_some() && c.words[at].is(&[","]) && measured;
    };
    if c.words[amount - 1].last == "from" {
        return false;
    }
    let counted = c.senses(c.group(amount..until));
    let behind = c.predicate.map_or(at, |found| found.verb).max(at) + 1;
    let between = &c.words[behind.min(amount)..amount];
    let moves = |word: &Word<'_>| {
        word.any(DRIFT)
            || word.any(Senses::of(&[Sense::Gain, Sense::Metric]))
            || word.has(Sense::Reach) && !word.any(OWN)
    };
    let effect =
        counted.any(Senses::of(&[Sense::Act, Sense::Metric])) || adds && counted.has(Sense::Outsider);
    let direct = !adds || !between.iter().any(|word| word.is(&["to", "for", "of"]));
    let joined = effect && direct || between.iter().any(moves) || kind == Amount::Percent && !adds;
    joined && !counted.has(Sense::Event)
}

/// It works at a stated scale: feature or effect?
pub(super) fn capability(c: &Clause<'_>) -> Option<Ground<Label>> {
    let verb = c.verb()?;
    let bears = verb.any(Senses::of(&[Sense::Perform, Sense::Bear])) && !c.is_voice(Voice::Suffers);
    let leads = c.lead.is_none()
        || verb.has(Sense::Bear) && verb.is(&["support", "scale", "handle", "sustain", "process"]);
    let scale =
        c.counts(c.object.clone(), &[Amount::Many, Amount::Times]) || c.names(c.object.clone(), &["up"]);
    let others = c.senses(c.subject.clone()).any(PEOPLE.or(Senses::of(&[Sense::Harm, Sense::Metric])));
    let levels = c.counts(c.main(), &[Amount::Percent, Amount::Money])
        || c.time_limit(c.main()).is_some()
        || c.has_from();
    (bears && leads && scale && !others && !levels).then(|| ambiguous(Reason::Capability, c.main()))
}

/// Keeping to the own plan.
pub(super) fn punctual(c: &Clause<'_>) -> Option<Ground<Label>> {
    let at = c.main().find(|at| c.words[*at].has(Sense::Punctual))?;
    let numbered = c.counts(c.main(), ANY);
    let planned =
        numbered || c.any_says(c.main(), Sense::Not) && !c.lead.is_some_and(|lead| c.words[lead].any(OWN));
    (planned && !is_for_others(c, at) && !grows(c)).then(|| ambiguous(Reason::Punctual, at..at + 1))
}

/// Departures, deliveries, orders on time: that is what somebody outside gets.
fn is_for_others(c: &Clause<'_>, at: usize) -> bool {
    const SERVED: Senses = Senses::of(&[Sense::Outsider, Sense::Inflow, Sense::Act]);
    let group = c.group(c.main());
    let senses = c.senses(group.clone());
    let served = senses.any(SERVED)
        && !senses.any(Senses::of(&[Sense::Made, Sense::Event]))
        && !c.names(group, &["release", "releases", "hiring"]);
    served && c.words[at].is(&["on"]) || c.words[at].is(&["on-time"]) && (c.moves() || c.lead.is_some())
}

/// "Team grows to plan": that is hiring.
fn grows(c: &Clause<'_>) -> bool {
    let up = c.predicate.is_some_and(|found| c.words[found.verb].has(Sense::Up));
    up && c.head_senses(c.subject.clone()).has(Sense::Staff)
}
