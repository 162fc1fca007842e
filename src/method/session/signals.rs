//! When a trap is visible in the numbers. Each signal brings the nudge that the asset names for it; what no number shows
//! is left to the facilitator.

mod changed;
mod standing;

use std::time::Duration;

use super::blind::Draft;
use super::cue::Cue;
use super::{Ballot, Hidden, Player};
use crate::domain::confidence::Confidence;
use crate::domain::decision::Desk;
use crate::domain::id::{KeyResultId, ObjectiveId};
use crate::method::step::{Signal, Step, Steps, When};

/// How long one vote may take before it is talked over.
const SLOW: Duration = Duration::from_secs(60);
/// How long the ground rule takes, read aloud.
const READ_ALOUD: Duration = Duration::from_secs(10);

/// The nudge that a signal brings; a signal of several steps that of the step at hand.
fn nudge(signal: Signal, step: Step) -> Option<Cue> {
    let of = |step: Step| {
        let at = Steps::METHOD.guide(step).nudges().position(|(when, _)| when == When::Seen(signal))?;
        Some(Cue::Nudge(step, at))
    };
    of(step).or_else(|| Step::ALL.iter().copied().find_map(of))
}

fn nudges(found: impl IntoIterator<Item = Signal>, step: Step) -> Vec<Cue> {
    found.into_iter().filter_map(|signal| nudge(signal, step)).collect()
}

/// What the clock shows: the minute of a nudge, a box that is over, dots or votes that are waited for.
pub(super) fn by_time(player: &Player) -> Vec<Cue> {
    let (step, stage) = (player.step(), player.stage());
    let is_due = |when: When| match when {
        When::At(minutes) => stage.clock.spent >= super::clock::minutes(minutes),
        When::Seen(Signal::OverBox) => player.clock().left.is_zero(),
        When::Seen(Signal::DotsWaitedFor) => {
            stage.clock.is_nearly_over() && player.hidden.dots.shown().is_none()
        }
        When::Seen(Signal::SlowVote) => stage.on_topic > SLOW && !has_shown(player),
        When::Seen(_) | When::Asked => false,
    };
    let nudges = Steps::METHOD.guide(step).nudges().enumerate();
    nudges.filter(|(_, (when, _))| is_due(*when)).map(|(at, _)| Cue::Nudge(step, at)).collect()
}

/// Whether the vote that is talked over has been shown. While nothing was chosen the first one is talked about.
fn has_shown(player: &Player) -> bool {
    let votes = &player.hidden.votes;
    let ballot = match player.stage().topic.as_ref().and_then(|topic| topic.key_result()) {
        Some(id) => votes.get(id),
        None => votes.values().next(),
    };
    ballot.is_some_and(|ballot| ballot.shown().is_some())
}

/// What stands as a step begins, and in what it talks about first; what was done alone before it is seen there too.
pub(super) fn on_entering(player: &Player, desk: &Desk<'_>) -> Vec<Cue> {
    let step = player.step();
    let standing = nudges(standing::seen(step, player, desk), step);
    standing.into_iter().chain(on_topic(player, desk)).collect()
}

/// What is seen in what is talked about as it comes up.
pub(super) fn on_topic(player: &Player, desk: &Desk<'_>) -> Vec<Cue> {
    nudges(standing::about(player.topic(desk).as_ref(), player.step(), desk), player.step())
}

/// The objectives a change reworded.
pub(super) fn reworded(before: &Desk<'_>, after: &Desk<'_>) -> Vec<ObjectiveId> {
    changed::reworded(before.quarter, after.quarter)
}

/// What a change shows, by the desk before it and the one after.
pub(super) fn by_change(player: &Player, before: &Desk<'_>, after: &Desk<'_>) -> Vec<Cue> {
    nudges(changed::seen(player, before, after), player.step())
}

/// Whether what a cue was said of still stands: the answer of a draft that was defended may be another since (SET-9).
pub(super) fn still_holds(cue: &Cue, player: &Player, desk: &Desk<'_>) -> bool {
    let is_defended = || {
        let topic = player.topic(desk);
        let found = topic.as_ref().and_then(|topic| desk.quarter.key_result(topic.key_result()?));
        found.is_some_and(|(_, draft)| draft.refinement.still_have_problem == Some(true))
    };
    player.step() != Step::Set9
        || nudge(Signal::DraftDefended, Step::Set9).as_ref() != Some(cue)
        || is_defended()
}

/// What drafts show as they are sent (SET-2). The nudge names none of them: they are still hidden.
pub(super) fn by_drafts(drafts: &[Draft], desk: &Desk<'_>) -> Vec<Cue> {
    let is_project = drafts.iter().any(|draft| standing::is_project(&draft.title, desk.today));
    nudges(is_project.then_some(Signal::DraftIsProject), Step::Set2)
}

/// What a revealed vote shows (SET-13).
pub(super) fn by_vote(player: &Player, id: &KeyResultId) -> Vec<Cue> {
    let median = player.ballot(id).and_then(Ballot::median);
    let is_opening = player.step() == Step::Set13;
    let signal = match median.filter(|_| is_opening) {
        Some(Confidence::NEARLY_CERTAIN..) => Some(Signal::NearlyCertain),
        Some(..=Confidence::NEARLY_HOPELESS) => Some(Signal::NearlyHopeless),
        Some(_) | None => None,
    };
    nudges(signal, player.step())
}

/// What holds a step back once: the ground rule is read aloud, and that takes its time (SCO-2); drafts that were sent are
/// shown before they are voted on (SET-3).
pub(super) fn before_leaving(player: &Player) -> Option<Cue> {
    let drafts = &player.hidden.drafts;
    let signal = match player.step() {
        Step::Sco2 if player.stage().clock.spent < READ_ALOUD => Signal::LeftAtOnce,
        Step::Set3 if drafts.count() > 0 && drafts.shown().is_none() => Signal::DraftsHidden,
        _ => return None,
    };
    let cue = nudge(signal, player.step())?;
    (!player.stage().given.contains(&cue)).then_some(cue)
}

/// What holds a session back once before it closes: drafts or dots that were collected and never shown.
pub(super) fn before_closing(player: &Player) -> Option<Cue> {
    let Hidden { drafts, dots, .. } = &player.hidden;
    let waits = drafts.count() > 0 && drafts.shown().is_none() || dots.hands() > 0 && dots.shown().is_none();
    (waits && !player.stage().given.contains(&Cue::StillHidden)).then_some(Cue::StillHidden)
}

/// What a step left behind says as it is left: a dependency that is still open.
pub(super) fn on_leaving(player: &Player, desk: &Desk<'_>) -> Vec<Cue> {
    nudges(standing::left(player, desk), player.step())
}

/// The nudge of a step that is skipped, where it has one for that (MID-1).
pub(super) fn on_skipping(step: Step) -> Option<Cue> {
    let has_one = Steps::METHOD.guide(step).nudge_when == When::Seen(Signal::Skipped);
    nudge(Signal::Skipped, step).filter(|_| has_one)
}

/// A key result is talked about that nothing pointed at (CHK-4).
pub(super) fn on_adding_topic() -> Option<Cue> {
    nudge(Signal::TopicAdded, Step::Chk4)
}
