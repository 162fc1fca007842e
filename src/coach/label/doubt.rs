//! Forms of a sentence that leave open whether it is work: they speak of how often, how well, or for whom. What the rules
//! call work in such a form is left open; a false alarm costs a team more than a miss.

use super::Label;
use super::amount::Amount;
use super::clause::{Clause, Voice};
use super::ground::{Ground, ambiguous};
use super::senses::{MAKING, NOUNS, OWN, PEOPLE, Sense, Senses};
use super::signs::LEVELS;
use super::spoken::Word;

/// A form that leaves it open.
type Doubt = fn(&Clause<'_>) -> bool;

const DOUBTS: &[Doubt] = &[
    is_fragment,
    is_rate_of_thing,
    is_service_at_a_rate,
    is_deal_of_others,
    is_done_by_nobody_named,
    is_spared,
    is_level_reached,
    is_compared,
    is_ratio,
    is_conduct,
    is_quality,
    is_share_of_cases,
    is_share_brought_about,
];

/// Leaves open what was called work in a form that may as well be an effect.
pub(super) fn weighed(ground: Ground<Label>, c: &Clause<'_>) -> Ground<Label> {
    let is_open = ground.label == Label::Output && DOUBTS.iter().any(|doubt| doubt(c));
    if is_open { ambiguous("doubt", ground.words) } else { ground }
}

/// "Si", "sign-in works": too little is said yet to call it anything.
pub(super) fn is_fragment(c: &Clause<'_>) -> bool {
    let made = c.words[c.main()].iter().any(|word| word.any(MAKING) && !word.is_verb());
    let says = c.lead.is_some() || c.is_voice(Voice::Suffers) || made;
    let len: usize = c.words[c.main()].iter().map(|word| word.len).sum();
    len <= if says { 1 } else { 2 } && c.amounts(c.main()).next().is_none()
}

/// "An hour", "a week", "every night", "daily".
fn has_rate(c: &Clause<'_>, range: std::ops::Range<usize>) -> bool {
    let each =
        |at: usize| c.words[at].is(&["a", "an", "per", "every", "each"]) && c.says(at + 1, Sense::Period);
    range.clone().any(each) || c.words[range].iter().any(|word| word.is(&["daily", "hourly", "nightly"]))
}

fn is_of_people(c: &Clause<'_>) -> bool {
    c.head_senses(c.subject.clone()).any(PEOPLE.and(Senses::of(&[Sense::Role])))
}

/// "The robot picks 600 parts an hour", "the tool is opened daily".
fn is_rate_of_thing(c: &Clause<'_>) -> bool {
    let acts = c.is_voice(Voice::Acts) || c.is_voice(Voice::Suffers);
    let held = c.head_senses(c.subject.clone()).any(Senses::of(&[Sense::Event, Sense::Paper]));
    acts && !held && !is_of_people(c) && has_rate(c, c.said())
}

/// "Serve 400 guests a day", "run the plant at 90 % load".
fn is_service_at_a_rate(c: &Clause<'_>) -> bool {
    let Some(_) = c.lead else { return false };
    let made = c.head_senses(c.object.clone()).any(MAKING);
    let numbered = c.amounts(c.object.clone()).next().is_some();
    let level = |at: usize| {
        c.words[at].is(&["at"]) && c.fits(at + 1, |next| next.amount.is_some_and(|of| LEVELS.contains(&of)))
    };
    let each = |at: usize| {
        c.words[at].is(&["a", "an", "per"])
            && c.says(at + 1, Sense::Period)
            && !c.words[at - 1].has(Sense::Join)
    };
    numbered && !made && c.object.clone().any(each) || c.object.clone().any(level)
}

/// "Most permits renewed by post", "every second ticket bought on the phone": a share of what others deal with.
fn is_deal_of_others(c: &Clause<'_>) -> bool {
    const DEALS: &[&str] = &[
        "booked",
        "bought",
        "claimed",
        "collected",
        "filed",
        "issued",
        "lodged",
        "ordered",
        "paid",
        "placed",
        "redeemed",
        "renewed",
        "reported",
        "requested",
        "returned",
        "sent",
        "settled",
        "sold",
        "submitted",
    ];
    let shared = c.shares() || c.names(c.main(), &["most", "half"]) || c.counts(c.main(), &[Amount::Percent]);
    shared && c.words[c.main()].iter().any(|word| word.is(DEALS))
}

/// "Ranked first by buyers", "chosen by 30 councils", "fully booked until June": a state somebody else brought about.
fn is_done_by_nobody_named(c: &Clause<'_>) -> bool {
    let lead = c.lead.unwrap_or(c.start);
    let Some(verb) = c.word(lead) else { return false };
    let is_state = |next: &Word<'_>| {
        next.has(Sense::Join) || next.is(&["first", "second", "best", "top", "most", "twice", "in", "by"])
    };
    let past = verb.is_verb()
        && verb.form.is_past()
        && ["ed", "en", "wn"].iter().any(|end| verb.lower.ends_with(end));
    past && c.word(lead + 1).is_none_or(is_state)
}

/// "Run three months without an injury", "recover within the hour".
fn is_spared(c: &Clause<'_>) -> bool {
    let time = |at: usize| c.words[at].amount == Some(Amount::Time) || c.words[at].has(Sense::Period);
    let without =
        c.names(c.main(), &["without"]) && (c.any_says(c.main(), Sense::Harm) || c.main().any(time));
    let within = |at: usize| {
        c.words[at].is(&["within", "inside"]) && (at + 1..at + 3).any(|at| c.says(at, Sense::Period))
    };
    c.lead.is_some() && (without || c.main().any(within))
}

/// "Achieve a two-day close": a level, even where the number hides in a word.
fn is_level_reached(c: &Clause<'_>) -> bool {
    let Some(lead) = c.lead else { return false };
    let numbered = |word: &Word<'_>| {
        word.amount.is_some()
            || word.lower.ends_with("-day")
            || word.lower.ends_with("-week")
            || word.lower.ends_with("-hour")
    };
    c.words[lead].is(&["achieve", "attain", "reach", "hit"]) && c.words[c.object.clone()].iter().any(numbered)
}

/// "Longer intervals between overhauls", "clean enough to drink".
fn is_compared(c: &Clause<'_>) -> bool {
    let opens = c.lead.is_none() && c.predicate.is_none() && c.says(c.start, Sense::Compare);
    opens && !c.head_senses(c.main()).any(MAKING) || c.names(c.main(), &["enough"])
}

/// "Words misread per page: two": how much there is of it for each, with a level.
fn is_ratio(c: &Clause<'_>) -> bool {
    let each = |at: usize| c.words[at].is(&["per"]) && at + 1 < c.end && !c.says(at + 1, Sense::Period);
    let level = c.names(c.main(), &[":", "instead", "<", "<=", "≤"])
        || c.any_says(c.main(), Sense::Bound)
        || c.counts(c.main(), LEVELS);
    c.lead.is_none() && level && !c.is_voice(Voice::Suffers) && c.main().any(each)
}

/// "The cluster survives the loss of a zone", "the course pays for itself": what a thing does, and no feature of it.
fn is_conduct(c: &Clause<'_>) -> bool {
    const FEATURES: &[&str] = &[
        "accept", "allow", "ask", "begin", "carry", "come", "display", "explain", "follow", "give", "go",
        "launch", "leave", "let", "list", "mark", "move", "name", "offer", "open", "replace", "return",
        "run", "say", "send", "ship", "show", "start", "support", "tell", "use", "warn", "work",
    ];
    let Some(found) = c.predicate.filter(|found| found.voice == Voice::Acts) else { return false };
    let verb = &c.words[found.verb];
    let is_feature = FEATURES.iter().any(|plain| verb.lower.starts_with(plain));
    let thing = !is_of_people(c) && !c.head_senses(c.object.clone()).any(MAKING);
    thing && verb.form.is_s() && !verb.any(NOUNS.and(OWN)) && !verb.has(Sense::State) && !is_feature
}

/// "The lake is fit to swim in", "the road is free of potholes": what a thing is like.
fn is_quality(c: &Clause<'_>) -> bool {
    let Some(found) = c.predicate.filter(|found| found.voice == Voice::Is) else { return false };
    let like = c
        .word(found.verb + 1)
        .is_some_and(|word| !word.any(NOUNS.and(OWN)) && !word.has(Sense::Done) && !word.ends_group());
    let placed = c.fits(found.verb + 1, |word| word.is(&["able", "in", "live", "off", "on", "out", "up"]));
    like && !placed
        && !is_of_people(c)
        && c.fits(found.verb + 2, |next| next.is(&["to", "of", "from", "for"]))
}

/// "Pilots read the brief in 95 % of flights".
fn is_share_of_cases(c: &Clause<'_>) -> bool {
    let share = |at: usize| {
        c.words[at].is(&["in", "on"])
            && c.fits(at + 1, |next| next.amount == Some(Amount::Percent))
            && c.fits(at + 2, |next| next.is(&["of"]))
    };
    let acts = c.is_voice(Voice::Acts) || c.is_voice(Voice::Is);
    c.lead.is_none() && acts && c.main().any(share)
}

/// "Fill 90 % of the seats", "recycle half of what is thrown away": a share that others, or luck, have a hand in.
fn is_share_brought_about(c: &Clause<'_>) -> bool {
    const OURS: Senses = MAKING.and(PEOPLE).and(Senses::of(&[Sense::Estate, Sense::Role, Sense::Inflow]));
    let is_share = |at: usize| c.words[at].amount == Some(Amount::Percent) || c.words[at].is(&["half"]);
    let share = |lead: usize| {
        c.fits(lead + 2, |next| next.is(&["of"])) && c.word(lead + 1).is_some() && is_share(lead + 1)
    };
    c.lead.is_some_and(share) && !c.head_senses(c.object.clone()).any(OURS)
}
