//! A statement that speaks of people: those outside, and those of the team.

use super::Label;
use super::amount::Amount;
use super::clause::{Clause, Predicate, Voice};
use super::ground::{Ground, ambiguous, outcome, output};
use super::reason::Reason;
use super::signs::LEVELS;
use crate::coach::lexicon::senses::{EFFECT, MAKING, OWN, Sense, Senses};

/// A rule for what people of the team do.
type Rule = fn(&Clause<'_>, Predicate) -> Option<Ground<Label>>;

/// People outside do, say or are something.
pub(super) fn outsider(c: &Clause<'_>) -> Option<Ground<Label>> {
    let head = c.head_senses(c.subject.clone());
    if c.lead.is_some() || !head.has(Sense::Outsider) || head.any(Senses::of(&[Sense::Made, Sense::Event])) {
        return None;
    }
    let Some(found) = c.predicate else {
        return (!is_hire(c, head)).then(|| outcome(Reason::Others, c.group(c.subject.clone())));
    };
    Some(match found.voice {
        Voice::Can => ability(c, found),
        Voice::Suffers => handled(c, found),
        Voice::Acts | Voice::Is => acted(c, found),
    })
}

/// "2 more contributors brought on full time": who is paid for all of a week is taken on by the team.
pub(super) fn hired(c: &Clause<'_>) -> Option<Ground<Label>> {
    const HOURS: &[&str] = &["full-time", "part-time", "full_time", "part_time"];
    let is_time = |at: usize| {
        c.words[at].is(HOURS)
            || c.words[at].is(&["full", "part"]) && c.fits(at + 1, |next| next.is(&["time"]))
    };
    let staffed = c.main().any(is_time) && c.counts(c.main(), &[Amount::Few]);
    let verb =
        c.verb().is_none_or(|verb| verb.any(OWN) || verb.any(Senses::of(&[Sense::Gain, Sense::Agree])));
    (staffed && verb && !c.moves()).then(|| output(Reason::Hire, c.main()))
}

/// "90 % of sales complete the course": a course of the team is gone through by its own people.
pub(super) fn trained(c: &Clause<'_>) -> Option<Ground<Label>> {
    const COURSES: Senses = Senses::of(&[Sense::Event, Sense::Paper, Sense::Made]);
    let found = c.predicate.filter(|found| found.voice == Voice::Acts && c.lead.is_none())?;
    let goes = c.words[found.verb].is(&["complete", "completes", "attend", "attends", "finish"]);
    let course = c.head_senses(c.object.clone()).any(COURSES);
    let others = c.head_senses(c.subject.clone()).has(Sense::Outsider);
    (goes && course && !others && c.shares()).then(|| output(Reason::Attended, c.spoken_of()))
}

/// "Two interns": people named by a role, with nothing said of them, are people to take on.
fn is_hire(c: &Clause<'_>, head: Senses) -> bool {
    let group = c.group(c.subject.clone());
    let many = c.counts(c.main(), &[Amount::Many, Amount::Percent]);
    head.has(Sense::Role) && !c.moves() && !many && !c.any_says(group, Sense::Foreign)
}

/// Being able is a feature, unless a number or a "not" makes it a state, or it is a matter of the mind.
fn ability(c: &Clause<'_>, found: Predicate) -> Ground<Label> {
    let verb = &c.words[found.verb];
    let mind = verb.has(Sense::Verdict) && !verb.has(Sense::Work);
    let numbers = c.counts(c.main(), &[Amount::Percent, Amount::Time]);
    let state = numbers || c.any_says(c.main(), Sense::Not) || c.any_says(c.main(), Sense::Compare);
    if state || mind { outcome(Reason::Others, c.spoken_of()) } else { output(Reason::Ability, c.said()) }
}

/// What is said of those who were won.
const WON: &[&str] = &["added", "won", "gained", "acquired", "landed"];

/// "15 coaches signed up for the programme": they came of their own will.
pub(super) fn signed_up(c: &Clause<'_>) -> Option<Ground<Label>> {
    let found = c.predicate.filter(|found| c.words[found.verb].is(&["sign", "signed", "signs"]))?;
    let verb = &c.words[found.verb];
    let ups = verb.len > 1 && found.voice != Voice::Can;
    let people = c.head_senses(c.subject.clone()).any(crate::coach::lexicon::senses::PEOPLE);
    (ups && people).then(|| outcome(Reason::Others, c.spoken_of()))
}

/// "Twelve customers interviewed".
fn handled(c: &Clause<'_>, found: Predicate) -> Ground<Label> {
    let verb = &c.words[found.verb];
    if verb.is(WON) && c.counts(c.main(), &[Amount::Many, Amount::Few]) {
        return outcome(Reason::Others, c.spoken_of());
    }
    let worked = verb.any(OWN) && !verb.any(Senses::of(&[Sense::Gain, Sense::Verdict]));
    let by_thing = c.agent().is_some_and(|agent| agent.any(MAKING) && !agent.has(Sense::Outsider));
    let counted =
        c.names(c.main(), &[":"]) && (c.has_arrow() || c.is_downwards || c.names(c.main(), &["to"]));
    if (worked || by_thing) && !counted && c.time_limit(c.main()).is_none() {
        output(Reason::Handled, c.spoken_of())
    } else {
        outcome(Reason::Others, c.spoken_of())
    }
}

/// "Customers adopt"; joining the team's undertaking is a favour, getting a thing the team made is work.
fn acted(c: &Clause<'_>, found: Predicate) -> Ground<Label> {
    const UNDERTAKING: Senses = MAKING.or(Senses::of(&[Sense::Courtesy, Sense::Staff]));
    let verb = &c.words[found.verb];
    let object = c.senses(c.group(c.object.clone()));
    let joins = verb.has(Sense::Joining) && object.any(UNDERTAKING) || verb.is(&["agree"]);
    if found.voice == Voice::Acts && joins {
        return ambiguous(Reason::Courtesy, c.spoken_of());
    }
    let gets = verb.has(Sense::State) && object.any(MAKING) && !object.any(EFFECT);
    if !gets || c.time_limit(c.main()).is_some() || c.any_says(c.main(), Sense::Not) {
        return outcome(Reason::Others, c.spoken_of());
    }
    let is_spread = c.shares() && !object.has(Sense::Paper);
    if is_spread {
        ambiguous(Reason::Coverage, c.spoken_of())
    } else {
        output(Reason::Handled, c.spoken_of())
    }
}

/// The team and its people do or say something.
pub(super) fn staff(c: &Clause<'_>) -> Option<Ground<Label>> {
    const OURS: Senses = Senses::of(&[Sense::Staff, Sense::Role]);
    const THINGS: Senses = Senses::of(&[Sense::Made, Sense::Event, Sense::Metric, Sense::Act]);
    const RULES: &[Rule] =
        &[spent, worked_on, hurried, attended, said, enabled, grown, eased, equipped, noticed, habit];
    let head = c.head_senses(c.subject.clone());
    if c.lead.is_some() || !head.any(OURS) || head.any(THINGS) {
        return None;
    }
    let Some(found) = c.predicate else {
        let others = c.moves() && (head.has(Sense::Outsider) || c.counts(c.main(), LEVELS));
        let group = c.group(c.subject.clone());
        let told_apart = c.any_says(c.main(), Sense::Relative);
        return Some(match (others, told_apart) {
            (true, _) => outcome(Reason::Others, group),
            (false, true) => ambiguous(Reason::Open, group),
            (false, false) => output(Reason::Hire, group),
        });
    };
    let ground = RULES.iter().find_map(|rule| rule(c, found));
    let works = c.words[found.verb].any(OWN);
    Some(ground.unwrap_or_else(|| {
        if works { output(Reason::Work, c.spoken_of()) } else { outcome(Reason::Others, c.spoken_of()) }
    }))
}

/// "Managers spend under five hours on it" is a burden that is capped; "engineers spend two days" is work.
fn spent(c: &Clause<'_>, found: Predicate) -> Option<Ground<Label>> {
    let capped = c.any_says(c.said(), Sense::Compare)
        || c.any_says(c.said(), Sense::Bound)
        || c.names(c.said(), &["off"]);
    let takes = c.words[found.verb].has(Sense::Take);
    takes.then(|| {
        if capped { outcome(Reason::Limit, c.spoken_of()) } else { output(Reason::Work, c.spoken_of()) }
    })
}

/// "Reps trained", "a new lead is on board".
fn worked_on(c: &Clause<'_>, found: Predicate) -> Option<Ground<Label>> {
    let done = found.voice == Voice::Is && c.any_says(c.said(), Sense::Done);
    let worked = found.voice == Voice::Suffers && c.words[found.verb].any(OWN);
    (done || worked).then(|| output(Reason::Handled, c.spoken_of()))
}

/// "Engineers get a review within a day".
fn hurried(c: &Clause<'_>, found: Predicate) -> Option<Ground<Label>> {
    let gets = c.words[found.verb].has(Sense::State);
    (gets && c.time_limit(c.said()).is_some()).then(|| outcome(Reason::Limit, c.spoken_of()))
}

/// "All managers attend a session".
fn attended(c: &Clause<'_>, found: Predicate) -> Option<Ground<Label>> {
    let verb = &c.words[found.verb];
    let object = c.senses(c.group(c.object.clone()));
    let attends = verb.has(Sense::Attend) && !object.any(EFFECT) && !c.names(c.said(), &["work"]);
    let sessions = c.counts(c.object.clone(), &[Amount::Few])
        && c.words[c.object.clone()].iter().any(|word| word.has(Sense::Event) && word.form.is_s());
    let holds = (object.has(Sense::Event) || verb.any(OWN) && sessions) && found.voice != Voice::Can;
    let is_habit = verb.has(Sense::Work) && !verb.has(Sense::Attend) && c.shares();
    (attends || holds).then(|| {
        if is_habit {
            ambiguous(Reason::Habit, c.spoken_of())
        } else {
            output(Reason::Attended, c.spoken_of())
        }
    })
}

/// "Engineers say", "reps reach their quota".
fn said(c: &Clause<'_>, found: Predicate) -> Option<Ground<Label>> {
    let verb = &c.words[found.verb];
    let says = verb.has(Sense::Verdict) && !verb.any(OWN);
    let measured = c.any_says(c.group(c.object.clone()), Sense::Metric);
    (says || measured).then(|| outcome(Reason::Said, c.spoken_of()))
}

/// "Teams can deploy": a feature, unless with a level or without help.
fn enabled(c: &Clause<'_>, found: Predicate) -> Option<Ground<Label>> {
    const MEASURED: &[Amount] = &[Amount::Percent, Amount::Time, Amount::Money];
    let state =
        c.counts(c.main(), MEASURED) || c.names(c.said(), &["without"]) || c.any_says(c.said(), Sense::Not);
    let ground =
        || if state { outcome(Reason::Limit, c.spoken_of()) } else { output(Reason::Ability, c.said()) };
    (found.voice == Voice::Can).then(ground)
}

/// "The team grows to twelve".
fn grown(c: &Clause<'_>, found: Predicate) -> Option<Ground<Label>> {
    c.words[found.verb].has(Sense::Up).then(|| output(Reason::Hire, c.spoken_of()))
}

/// Something gets easier or faster for them: a limit, a comparison, so many times a day, without help.
fn eased(c: &Clause<'_>, found: Predicate) -> Option<Ground<Label>> {
    let often = c.any_says(c.said(), Sense::Often) && c.words[found.verb].has(Sense::Work) && !c.shares();
    let limited = c.time_limit(c.said()).is_some() || c.any_says(c.said(), Sense::Compare);
    let fewer = c.names(c.subject.clone(), &["fewer", "less"]);
    let eased = limited || often || fewer || c.names(c.said(), &["without", "times", "each"]);
    eased.then(|| outcome(Reason::Limit, c.spoken_of()))
}

/// "Every team has a roadmap".
fn equipped(c: &Clause<'_>, found: Predicate) -> Option<Ground<Label>> {
    let object = c.senses(c.group(c.object.clone()));
    (c.words[found.verb].has(Sense::State) && object.any(MAKING)).then(|| output(Reason::Made, c.spoken_of()))
}

/// "Planners accept 70 % of the proposals".
fn noticed(c: &Clause<'_>, found: Predicate) -> Option<Ground<Label>> {
    let verb = &c.words[found.verb];
    let deals =
        c.shares() && verb.has(Sense::Inflow) || verb.has(Sense::Use) && verb.lower.starts_with("accept");
    deals.then(|| outcome(Reason::Others, c.spoken_of()))
}

/// "Half of us edit the handbook weekly".
fn habit(c: &Clause<'_>, found: Predicate) -> Option<Ground<Label>> {
    const HABITS: Senses = Senses::of(&[Sense::Use, Sense::Coverage, Sense::Watch]);
    let moves = c.words[found.verb].has(Sense::Use) && (c.has_arrow() || c.has_from());
    if moves && !c.any_says(c.said(), Sense::Often) {
        return Some(outcome(Reason::Others, c.spoken_of()));
    }
    if is_of_other_teams(c) {
        return Some(outcome(Reason::Others, c.spoken_of()));
    }
    let regular = c.shares() && c.any_says(c.said(), Sense::Often);
    (regular || c.words[found.verb].any(HABITS)).then(|| ambiguous(Reason::Habit, c.spoken_of()))
}

/// "Twelve teams use the pipeline": so many teams, none of which is said to be ours.
fn is_of_other_teams(c: &Clause<'_>) -> bool {
    let is_counted = c.counts(c.subject.clone(), &[Amount::Few, Amount::Many]);
    let is_ours =
        c.words[c.subject.clone()].iter().any(|word| word.is(&["our", "us", "own", "all", "every"]));
    is_counted && !is_ours && c.names(c.subject.clone(), &["teams", "squads", "departments"])
}

/// A survey, a review says so.
pub(super) fn survey(c: &Clause<'_>) -> Option<Ground<Label>> {
    const ASKED: Senses = Senses::of(&[Sense::Event, Sense::Outsider]);
    let found = c.predicate.filter(|found| found.voice == Voice::Acts)?;
    let asked = c.senses(c.group(c.subject.clone())).any(ASKED);
    (asked && c.words[found.verb].has(Sense::Verdict)).then(|| outcome(Reason::Said, c.main()))
}
