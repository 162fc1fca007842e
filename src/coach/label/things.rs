//! A statement that speaks of things: quantities, what comes in, what the team owns, what it makes.

use super::Label;
use super::amount::Amount;
use super::clause::{Clause, Voice};
use super::ground::{Ground, ambiguous, outcome, output};
use super::own::is_at_own_place;
use super::reason::Reason;
use super::signs::{ANY, LEVELS};
use super::spoken::Word;
use crate::coach::lexicon::senses::{EFFECT, LEVEL, MAKING, NOUNS, OWN, PEOPLE, Sense, Senses};

/// A thing gets, reaches or brings what others give: "the forum has 50 accounts".
pub(super) fn brings(c: &Clause<'_>) -> Option<Ground<Label>> {
    const BRINGS: Senses = Senses::of(&[Sense::Gain, Sense::Reach]);
    let found = c.predicate.filter(|found| matches!(found.voice, Voice::Acts | Voice::Is))?;
    let verb = &c.words[found.verb];
    let gets = verb.any(BRINGS) && !verb.has(Sense::Work) || verb.is(&["gets", "get", "has", "have"]);
    if !gets || c.head_senses(c.subject.clone()).any(PEOPLE) {
        return None;
    }
    let group = c.group(c.object.clone());
    let near = c.object.start..group.end.max(c.object.start);
    let given = c.has_effect(near) || c.any_says(group, Sense::Outsider) || c.is_voiced(c.object.clone());
    let level = verb.has(Sense::Reach) && c.counts(c.object.clone(), &[Amount::Percent, Amount::Money]);
    (level || given && c.counts(c.object.clone(), ANY)).then(|| outcome(Reason::Brings, c.main()))
}

/// "Feedback from 5 users": they were asked, and nothing is said of what they think.
pub(super) fn heard(c: &Clause<'_>) -> Option<Ground<Label>> {
    let about = if c.lead.is_some() { c.object.clone() } else { c.subject.clone() };
    let is_asked = c.head(about).is_some_and(|head| head.is(&["feedback", "input"]));
    let judged = c.any_says(c.main(), Sense::Vague) || c.names(c.main(), &["positive", "negative"]);
    let rates = c.counts(c.main(), LEVELS) || c.moves();
    (is_asked && !judged && !rates && c.counts(c.main(), ANY)).then(|| output(Reason::Handled, c.main()))
}

/// "Days from order to delivery": a span of time that is measured.
pub(super) fn span(c: &Clause<'_>) -> Option<Ground<Label>> {
    let group = c.group(c.subject.clone());
    let first = c.words.get(group.start).filter(|word| word.has(Sense::Period) && c.lead.is_none())?;
    let is_rate = group.start > 0 && c.words[group.start - 1].is(&["per"]);
    let measured = c.moves() || c.counts(c.main(), ANY);
    (first.form.is_s() && !is_rate && measured).then(|| outcome(Reason::Effect, c.main()))
}

/// A quantity that says how well it goes, money, or what nobody wants.
pub(super) fn effect(c: &Clause<'_>) -> Option<Ground<Label>> {
    let head = c.head_senses(c.subject.clone());
    let voiced = c.is_voiced(c.subject.clone());
    let plain = voiced || head.has(Sense::Harm) || !head.any(Senses::of(&[Sense::Made, Sense::Event]));
    let averaged = c.names(c.subject.clone(), &["median", "mean", "average", "avg", "p90", "p95", "p99"]);
    let is_effect =
        voiced || averaged || head.any(EFFECT) && (plain || c.moves() || c.counts(c.main(), LEVELS));
    if c.lead.is_some() || !is_effect {
        return None;
    }
    let is_cut = head.has(Sense::Labour)
        && c.suffered().is_some_and(|verb| verb.is(&["cut", "tagged"]))
        && !c.counts(c.main(), LEVELS);
    if is_worked_on(c) || is_cut {
        return Some(output(Reason::Handled, c.spoken_of()));
    }
    let single = c.head(c.subject.clone()).is_some_and(|word| !word.form.is_s()) && !c.falls();
    let is_feature = single
        && head.has(Sense::Act)
        && !head.any(EFFECT.without(Senses::of(&[Sense::Act])))
        && !c.counts(c.main(), ANY)
        && !c.moves();
    if !is_feature {
        return Some(outcome(Reason::Effect, c.spoken_of()));
    }
    let is_there =
        c.predicate.is_none() || c.any_says(c.said(), Sense::Done) || c.names(c.main(), &["default", "beta"]);
    Some(if is_there { output(Reason::Made, c.main()) } else { ambiguous(Reason::Open, c.main()) })
}

/// "Conversion benchmarked", "five frequent issues get a page": work on it, no movement of it.
fn is_worked_on(c: &Clause<'_>) -> bool {
    const MOVED: Senses = Senses::of(&[Sense::Keep, Sense::Use, Sense::Gain, Sense::Verdict]);
    let Some(found) = c.predicate.filter(|_| !c.moves()) else { return false };
    let verb = &c.words[found.verb];
    let object = c.senses(c.group(c.object.clone()));
    let compared = c.any_says(c.said(), Sense::Compare);
    let worked = found.voice == Voice::Suffers && verb.any(OWN) && !verb.any(MOVED) && !compared;
    let by_us = c.names(c.main(), &["by"]) && c.senses(c.object.clone()).any(Senses::of(&[Sense::Speaker]));
    if by_us {
        return true;
    }
    let equipped = verb.is(&["get", "gets", "have", "has"]) && object.any(MAKING) && !object.any(EFFECT);
    (worked || equipped) && c.time_limit(c.main()).is_none() && !c.counts(c.main(), LEVELS)
}

/// What comes in and is dealt with.
pub(super) fn inflow(c: &Clause<'_>) -> Option<Ground<Label>> {
    let head = c.head_senses(c.subject.clone());
    if c.lead.is_some() || !head.has(Sense::Inflow) {
        return None;
    }
    let at_once = c.any_says(c.main(), Sense::AtOnce) && c.counts(c.main(), ANY);
    if c.time_limit(c.main()).is_some() || at_once {
        return Some(outcome(Reason::Limit, c.spoken_of()));
    }
    let drifts = c.moves() && (c.falls() || !head.any(MAKING));
    let drifts = drifts || c.moves() && c.any_says(c.main(), Sense::Punctual);
    let spared = c.any_says(c.main(), Sense::Not) || c.any_says(c.said(), Sense::Take);
    if drifts || spared || is_rate(c) {
        return Some(outcome(Reason::Effect, c.spoken_of()));
    }
    if c.shares() && c.suffered().is_some_and(|verb| verb.is(SENT_IN)) {
        return Some(outcome(Reason::Others, c.spoken_of()));
    }
    if c.suffered().is_some_and(|verb| verb.any(OWN)) {
        return Some(output(Reason::Handled, c.spoken_of()));
    }
    (c.predicate.is_some() && c.counts(c.main(), LEVELS)).then(|| outcome(Reason::Effect, c.spoken_of()))
}

/// What those do who send it in.
const SENT_IN: &[&str] = &[
    "booked",
    "filed",
    "lodged",
    "made",
    "ordered",
    "placed",
    "raised",
    "reported",
    "requested",
    "sent",
    "submitted",
];

/// "Tickets per customer ≤ 0.4": how often it comes in.
fn is_rate(c: &Clause<'_>) -> bool {
    let caps = |word: &Word<'_>| word.has(Sense::Bound) || word.is(&["<", "≤", "<=", "at"]);
    c.predicate.is_none() && c.names(c.main(), &["per", "each"]) && c.words[c.main()].iter().any(caps)
}

/// A share of what the group owns is in some state, or work was done on it.
pub(super) fn estate(c: &Clause<'_>) -> Option<Ground<Label>> {
    let owned = c.head_senses(c.subject.clone()).has(Sense::Estate)
        && (c.shares() || c.counts(c.subject.clone(), ANY));
    if c.lead.is_some() || !owned {
        return None;
    }
    if c.time_limit(c.main()).is_some() || c.moves() && c.falls() {
        return Some(outcome(Reason::Limit, c.spoken_of()));
    }
    let done = c.suffered().is_some_and(|verb| verb.any(OWN))
        || c.any_says(c.group(c.subject.clone()).end..c.end, Sense::Done);
    if done {
        return Some(output(Reason::Handled, c.spoken_of()));
    }
    if c.is_voice(Voice::Is) && c.head_senses(c.object.clone()).has(Sense::Paper) {
        return Some(output(Reason::Made, c.spoken_of()));
    }
    let states = c.predicate.is_some_and(|found| found.voice != Voice::Suffers);
    (c.shares() || states).then(|| ambiguous(Reason::Coverage, c.spoken_of()))
}

/// What the team makes or holds.
pub(super) fn made(c: &Clause<'_>) -> Option<Ground<Label>> {
    let head = c.head(c.subject.clone())?;
    if c.lead.is_some() || !(head.any(MAKING) || head.is_gerund()) {
        return None;
    }
    if is_timed(c) {
        return Some(outcome(Reason::Limit, c.spoken_of()));
    }
    if is_changed(c) || is_rate_that_moves(c) || draws(c) || lasts(c) || is_pace(c) || is_kind_that_moves(c) {
        return Some(outcome(Reason::Effect, c.spoken_of()));
    }
    let rated = c.suffered().is_some_and(|verb| verb.has(Sense::Verdict) && !verb.any(OWN));
    if rated && c.counts(c.main(), ANY) {
        return Some(outcome(Reason::Said, c.spoken_of()));
    }
    if c.suffered().is_some_and(|verb| verb.is(TAKEN))
        || c.names(c.said(), &["used", "adopted"])
        || c.names(c.main(), &["top"])
    {
        return Some(outcome(Reason::Others, c.spoken_of()));
    }
    let is_paper = head.has(Sense::Paper);
    Some(if is_guess(c) && !is_paper || is_ratio(c) {
        ambiguous(Reason::Open, c.spoken_of())
    } else {
        output(if is_at_own_place(c) { Reason::Work } else { Reason::Made }, c.spoken_of())
    })
}

/// What others do to a thing that was made.
const TAKEN: &[&str] = &[
    "sold",
    "bought",
    "ordered",
    "downloaded",
    "booked",
    "rented",
    "cited",
    "viewed",
    "watched",
    "borrowed",
    "lent",
];

/// "Books lent per inhabitant: 6": how much there is for each, with a level.
fn is_ratio(c: &Clause<'_>) -> bool {
    let each = |at: usize| c.words[at].is(&["per"]) && !c.says(at + 1, Sense::Period) && at + 1 < c.end;
    let level = c.names(c.main(), &[":", "instead", "<", "<=", "≤"]) || c.any_says(c.main(), Sense::Bound);
    c.predicate.is_none() && c.main().any(each) && (level || c.counts(c.main(), LEVELS))
}

/// "5 → 7 pages per session": how much there is for each, on its way.
fn is_rate_that_moves(c: &Clause<'_>) -> bool {
    let each = |at: usize| c.words[at].is(&["per"]) && !c.says(at + 1, Sense::Period) && at + 1 < c.end;
    c.predicate.is_none() && c.has_arrow() && c.main().any(each)
}

/// A statement that moves or is counted in a share, where no word says that it was worked on.
fn is_guess(c: &Clause<'_>) -> bool {
    let moves = c.counts(c.whole(), &[Amount::Percent]) || c.moves() && c.counts(c.main(), LEVELS);
    moves && c.suffered().is_none()
}

/// "The service runs 10 days without a crash", "it carries twice as many calls": how it does its work, by a number.
fn lasts(c: &Clause<'_>) -> bool {
    let capped = c.any_says(c.said(), Sense::Bound) && c.counts(c.main(), ANY);
    if capped && c.suffered().is_some_and(|verb| verb.has(Sense::Keep)) {
        return true;
    }
    if c.words[c.main()].iter().any(|word| word.has(Sense::Not) && word.last == "longer") {
        return true;
    }
    let Some(found) = c.predicate.filter(|found| found.voice == Voice::Acts) else { return false };
    let verb = &c.words[found.verb];
    let spared = c.any_says(c.main(), Sense::Not) && !verb.has(Sense::State) && !verb.has(Sense::Use);
    let runs = verb.has(Sense::Perform) && c.any_says(c.main(), Sense::Not) && c.counts(c.main(), ANY);
    let stays = verb.is(&["stays", "stay", "remains", "remain"]);
    let performs = verb.has(Sense::Perform) && !verb.has(Sense::State) && c.counts(c.object.clone(), LEVELS);
    spared || runs || performs || stays || c.any_says(c.said(), Sense::Fold)
}

/// "Builds that pass at once: 70 % -> 92 %": how many there are of a kind that does well.
fn is_kind_that_moves(c: &Clause<'_>) -> bool {
    const DOES: Senses = Senses::of(&[Sense::Perform, Sense::Use]);
    let that = |at: usize| c.words[at].has(Sense::Relative) && c.fits(at + 1, |verb| verb.any(DOES));
    c.predicate.is_none() && c.moves() && c.counts(c.main(), LEVELS) && c.main().any(that)
}

/// "Deployments from 4 a week to 20 a week": work at a pace that changes, and not a number of things made.
fn is_pace(c: &Clause<'_>) -> bool {
    const THINGS: Senses = Senses::of(&[Sense::Made, Sense::Paper, Sense::Event]);
    let each = |at: usize| c.words[at].is(&["a", "an", "per", "each"]) && c.says(at + 1, Sense::Period);
    c.predicate.is_none() && !c.head_senses(c.subject.clone()).any(THINGS) && c.moves() && c.main().any(each)
}

/// Others do it to a thing: "demos requested by buyers", "three reports cover us".
pub(super) fn by_others(c: &Clause<'_>) -> Option<Ground<Label>> {
    let found = c.predicate.filter(|_| c.lead.is_none())?;
    let is_coverage = c.shares() && c.words[found.verb].any(OWN);
    let agent =
        c.agent().is_some_and(|agent| agent.has(Sense::Outsider) && !agent.any(MAKING)) && !is_coverage;
    let ours = Senses::of(&[Sense::Staff, Sense::Speaker]);
    if c.words[found.verb].is(&["join", "joins", "joined"]) && c.any_says(c.subject.clone(), Sense::Role) {
        return Some(output(Reason::Hire, c.spoken_of()));
    }
    let about_us = found.voice == Voice::Acts
        && c.fits(found.verb + 1, |next| next.is(&["us"]))
        && !c.senses(c.subject.clone()).any(ours);
    (agent || about_us).then(|| outcome(Reason::Others, c.spoken_of()))
}

/// "SLOs met 95 % of the time": how steadily something is so.
pub(super) fn steady(c: &Clause<'_>) -> Option<Ground<Label>> {
    let cases = |word: &Word<'_>| {
        word.is(&["time", "times", "cases"]) || word.has(Sense::Period) && !word.form.is_s()
    };
    let of_time = |at: usize| c.words[at].is(&["of"]) && (at + 1..at + 3).any(|at| c.fits(at, cases));
    let (at, _) = c.amounts(c.main()).find(|(_, amount)| *amount == Amount::Percent)?;
    let is_state = |word: &Word<'_>| word.is_participle() || word.has(Sense::Done);
    let is_so = c.lead.is_none() || at > c.start && is_state(&c.words[at - 1]);
    (is_so && c.main().any(of_time)).then(|| outcome(Reason::Limit, c.main()))
}

/// "Releases take an hour", "search under 2 s".
fn is_timed(c: &Clause<'_>) -> bool {
    if c.is_voice(Voice::Can) {
        return false;
    }
    let verb = c.predicate.map(|found| &c.words[found.verb]);
    let takes = verb.is_some_and(|verb| verb.has(Sense::Take));
    let once = c.suffered().is_some_and(|verb| verb.has(Sense::Work) && !verb.has(Sense::Handle));
    takes || c.time_limit(c.main()).is_some() && !once
}

/// Less of it, or better by a number, or it "gets better".
fn is_changed(c: &Clause<'_>) -> bool {
    const FALLS: &[&str] = &["down", "fewer", "less", "fall", "falls", "drop", "drops"];
    let later = c.group(c.subject.clone()).end..c.end;
    let ends = |at: usize| {
        c.words[at].has(Sense::Compare)
            && c.word(at + 1).is_none_or(|next| next.ends_group() || next.is(&["often"]))
    };
    let becomes = c.said().any(|at| ends(at) && says_so(c) || is_more_so(c, at));
    let compared = c.any_says(later.clone(), Sense::Compare) && c.counts(c.main(), LEVELS);
    let as_much = |at: usize| c.words[at].has(Sense::Fold) && c.fits(at + 1, |next| next.is(&["as"]));
    becomes || compared || c.main().any(as_much) || c.is_downwards || c.moves() && c.names(later, FALLS)
}

/// Its subject is or does something: "is better", "ends sooner".
fn says_so(c: &Clause<'_>) -> bool {
    c.is_voice(Voice::Is) || c.is_voice(Voice::Acts)
}

/// "Is rarer", "gets cleaner": a comparison by its form, behind "be" or "get".
fn is_more_so(c: &Clause<'_>, at: usize) -> bool {
    const BECOMES: &[&str] = &["is", "are", "gets", "get", "becomes", "become", "grows", "was", "were"];
    let word = &c.words[at];
    let is_form = word.lower.len() > 4 && word.lower.ends_with("er") && !word.any(NOUNS);
    let ends = c.word(at + 1).is_none_or(|next| next.ends_group() || next.is(&["than"]));
    is_form && ends && at > 0 && c.words[at - 1].is(BECOMES)
}

/// It draws people or what they do: "newsletter to 300 subscribers", "70 % of trials convert".
fn draws(c: &Clause<'_>) -> bool {
    const DRAWN: Senses = Senses::of(&[Sense::Act, Sense::Outsider, Sense::Metric]);
    const REACHES: Senses = Senses::of(&[Sense::Reach, Sense::Gain, Sense::Use, Sense::Up, Sense::Keep]);
    let later = c.group(c.subject.clone()).end..c.end;
    let drawn = c.senses(later.clone()).any(DRAWN) || c.has_effect(c.object.clone());
    let Some(found) = c.predicate else {
        let leads = |at: &usize| c.words[*at].is(&["to", ":", "at", "->", "→", "reaching"]);
        let Some(at) = later.clone().find(leads) else { return false };
        let drawn = drawn && (c.senses(at..c.end).any(DRAWN) || !c.words[at].is(&[":"]));
        return drawn && c.counts(later, ANY);
    };
    let verb = &c.words[found.verb];
    let acts = found.voice == Voice::Acts;
    let used = acts && c.shares() && verb.has(Sense::Use) && !verb.any(OWN);
    let reaches = acts && verb.any(REACHES) || found.voice == Voice::Is && !verb.is(&["be", "is", "are"]);
    used || reaches && drawn && c.counts(c.object.clone(), ANY)
}

/// What no list knows.
pub(super) fn unknown(c: &Clause<'_>) -> Option<Ground<Label>> {
    if c.lead.is_some() {
        return None;
    }
    let whole = c.main();
    let kept = lasts(c);
    let worked = c.suffered().is_some_and(|verb| verb.has(Sense::Work)) && !kept;
    if worked && c.time_limit(whole.clone()).is_none() && !c.moves() || is_known(c) {
        return Some(output(Reason::Handled, whole));
    }
    if is_level(c) || lasts(c) || is_kind_that_moves(c) || c.said().any(|at| is_more_so(c, at)) {
        return Some(outcome(Reason::Effect, whole));
    }
    let done = |word: &Word<'_>| word.has(Sense::Done) || word.form.is_past() && word.any(OWN);
    if c.words[whole.clone()].iter().any(done) {
        return Some(output(Reason::Handled, whole));
    }
    if c.counts(whole.clone(), &[Amount::Many]) {
        return Some(outcome(Reason::Effect, whole));
    }
    Some(nameless(c))
}

/// "The top reasons are known": a finding.
fn is_known(c: &Clause<'_>) -> bool {
    !c.any_says(c.main(), Sense::Compare)
        && c.suffered().is_some_and(|verb| verb.is(&["known", "understood", "identified", "found"]))
}

/// It moves, has a limit, or is counted in something else than things.
fn is_level(c: &Clause<'_>) -> bool {
    let reaches =
        c.predicate.is_some_and(|found| found.voice == Voice::Acts && c.words[found.verb].any(LEVEL));
    c.moves()
        || c.time_limit(c.main()).is_some()
        || c.counts(c.main(), LEVELS)
        || reaches && c.has_effect(c.object.clone())
}

/// A thing without a number: a feature, unless it speaks of people or praise.
fn nameless(c: &Clause<'_>) -> Ground<Label> {
    const DOES: Senses = Senses::of(&[Sense::Perform, Sense::Work, Sense::State, Sense::Able]);
    let whole = c.main();
    let does = c.predicate.is_some_and(|found| found.voice == Voice::Can || c.words[found.verb].any(DOES));
    if does && !c.any_says(whole.clone(), Sense::Not) && !c.any_says(whole.clone(), Sense::Compare) {
        return output(Reason::Ability, whole);
    }
    let about_people =
        c.predicate.is_none() && (c.has_effect(whole.clone()) || c.any_says(whole.clone(), Sense::Outsider));
    if about_people || is_guess(c) || c.any_says(whole.clone(), Sense::Vague) {
        ambiguous(Reason::Open, whole)
    } else {
        output(Reason::Made, whole)
    }
}
