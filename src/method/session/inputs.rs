//! What the room says in a step, and where it lands: each input goes through the decision that checks it.

mod check_in;
pub mod votes;

pub use check_in::to_recall;

use crate::domain::change::{Change, Refusal};
use crate::domain::check_in::{CheckIn, Sitting};
use crate::domain::day::Day;
use crate::domain::decision::{Desk, Principle, Question, Test};
use crate::domain::frame::{Cadence, Nearer};
use crate::domain::id::{KeyResultId, LineId, ObjectiveId, SittingId};
use crate::domain::objective::AssumptionState;
use crate::domain::retrospective::Judged;
use crate::domain::scoring::Scoring;
use crate::domain::seed::Seed;
use crate::domain::stop_rule::StopRule;

use super::act::Taken;
use super::topic::Topic;
use super::{Cue, Player, together};
use crate::method::commit;
use crate::method::step::{Step, Steps};
use crate::method::texts::{self, Line};
use crate::words::method::session::played as words;

/// Something the room says that a key takes at once, or that the player keeps. What is asked for in blanks and lands in its
/// field is decided by its [sheet](super::offers::Sheet).
#[derive(Debug, Clone, PartialEq)]
pub enum Say {
    /// The notice or the ground rule was read aloud (SET-1, SCO-2).
    Read,
    /// One of the five questions (SET-1).
    Principle(Principle, bool),
    /// How often the team checks in (SET-1).
    Cadence(Cadence),
    /// One of the four questions (SET-9).
    Answer(KeyResultId, Question, bool),
    /// This is work: to the delivery list (SET-9).
    Deliver(KeyResultId),
    /// An alignment test (SET-11).
    Align(Test, Nearer),
    /// Commit, with a reason where something asks for one (SET-14).
    Commit(Option<String>),
    /// How many objectives were named without looking (CHK-2).
    Recalled(u32),
    /// A note on a key result (CHK-4).
    Note(KeyResultId, String),
    /// What is done about it: what, who asks, by when (CHK-4).
    Do(KeyResultId, String, Option<String>, Option<Day>),
    /// Nothing but watching it (CHK-4).
    Watch(KeyResultId),
    /// What is decided (CHK-5).
    Decide(String),
    /// The plan stands (CHK-5).
    PlanStands,
    /// An assumption holds, is shaky or wrong (MID-1).
    Mark(ObjectiveId, LineId, AssumptionState),
    /// A score (SCO-3).
    Score(Box<Scoring>),
    /// Another format of the writing step (RET-2).
    Format(String),
    /// A verdict by its word (RET-3 to RET-5).
    Verdict(Judged, &'static str),
    /// Close the quarter, with a reason where something asks for one (RET-8).
    Close(Option<String>),
    /// A point of the hand-over was gone through (HND-1).
    Tick(LineId),
}

/// Takes in what the room says: decided at the desk, or kept by the player.
pub(super) fn say(
    player: &mut Player,
    said: Say,
    desk: &Desk<'_>,
    seed: &mut Seed,
) -> Result<Taken, Refusal> {
    let line = |line| texts::line(line).to_owned();
    let change = match said {
        Say::Principle(principle, holds) => Some(desk.answer_principle(principle, holds)?),
        Say::Cadence(cadence) => Some(desk.choose_cadence(cadence)?),
        Say::Answer(id, question, yes) => Some(desk.answer(&id, question, yes)?),
        Say::Deliver(id) => Some(desk.move_to_delivery(&id, seed)?),
        Say::Align(test, answer) => Some(desk.answer_alignment(test, answer)?),
        Say::Commit(reason) => Some(desk.commit(commit::stops(desk), reason.as_deref())?),
        Say::Mark(under, id, state) => Some(desk.mark_assumption((&under, &id), state)?),
        Say::Score(scoring) => Some(desk.score(*scoring)?),
        Say::Verdict(what, verdict) => Some(desk.put_note(desk.judge(&what, verdict, None)?)?),
        Say::Close(reason) => Some(desk.close(reason.as_deref())?),
        Say::Decide(text) => return check_in::land(player, Some(text), desk, seed),
        Say::PlanStands => return check_in::land(player, Some(line(Line::PlanStands)), desk, seed),
        Say::Read => {
            player.is_read = true;
            None
        }
        Say::Recalled(count) => {
            player.talk.recalled = Some(count);
            None
        }
        Say::Note(id, text) => {
            player.talk.notes.insert(id, text);
            None
        }
        Say::Do(id, text, asker, by) => {
            check_in::act(player, (id, text), (asker, by), seed)?;
            None
        }
        Say::Watch(id) => {
            check_in::act(player, (id, line(Line::Watch)), (None, None), seed)?;
            None
        }
        Say::Format(id) => {
            choose_format(player, id)?;
            None
        }
        Say::Tick(id) => {
            tick(player, id)?;
            None
        }
    };
    Ok((change, Vec::new()))
}

/// What a step collected and lands as it is left.
pub(super) fn land(player: &mut Player, desk: &Desk<'_>, seed: &mut Seed) -> Result<Taken, Refusal> {
    if votes::BallotKind::of(player.step()) == Some(votes::BallotKind::Confidence) {
        return votes::land(player, desk, seed);
    }
    if player.step() == Step::Chk5 {
        return check_in::land(player, None, desk, seed);
    }
    Ok((None, Vec::new()))
}

/// Everything that was collected, when a session is closed on the way.
pub(super) fn land_all(player: &mut Player, desk: &Desk<'_>, seed: &mut Seed) -> Result<Taken, Refusal> {
    let (votes, mut left) = votes::land(player, desk, seed)?;
    let (said, more) = check_in::land(player, None, desk, seed)?;
    left.extend(more);
    let all: Vec<Change> = votes.into_iter().chain(said).collect();
    Ok(((!all.is_empty()).then(|| together(words::LOG_WHAT_WAS_SAID, all)), left))
}

/// Everything that was collected and can still be written, when a session is put away; the rest is named.
pub(super) fn land_what_can(player: &mut Player, desk: &Desk<'_>, seed: &mut Seed) -> Taken {
    let (landed, mut left) = land_all(player, desk, seed).unwrap_or_else(|refusal| {
        let votes = player.hidden.votes.iter().filter_map(|(id, ballot)| votes::entry(id, ballot));
        let notes = check_in::noted(&player.talk);
        let actions = player.talk.actions.iter().map(|action| action.text.clone());
        let named = |entry: CheckIn| {
            let name = Topic::KeyResult(entry.key_result.clone()).name(desk);
            format!("{name}: {}", entry_says(&entry))
        };
        let lost: Vec<String> = votes.chain(notes).map(named).chain(actions).collect();
        (None, (!lost.is_empty()).then(|| left_out(&refusal, &lost.join("; "))).into_iter().collect())
    });
    let are_drafts = player.hidden.drafts.count() > 0 && player.hidden.drafts.shown().is_none();
    let kept = keep_hidden(player, desk, seed).unwrap_or_else(|refusal| {
        let drafts = player.hidden.drafts.shown().unwrap_or_default();
        let lost: Vec<&str> = drafts.iter().map(|draft| draft.title.as_str()).collect();
        left.push(left_out(&refusal, &lost.join("; ")));
        Vec::new()
    });
    let sentence =
        if landed.is_none() && are_drafts { words::KEEP_THE_DRAFTS } else { words::LOG_WHAT_WAS_SAID };
    let all: Vec<Change> = landed.into_iter().chain(kept).collect();
    ((!all.is_empty()).then(|| together(sentence, all)), left)
}

/// What is still hidden as a session ends: the drafts become objectives, and dots land where all have placed theirs.
pub(super) fn keep_hidden(
    player: &mut Player,
    desk: &Desk<'_>,
    seed: &mut Seed,
) -> Result<Vec<Change>, Refusal> {
    let mut kept = Vec::new();
    if player.hidden.drafts.reveal(|| seed.number()).is_ok() {
        kept.push(votes::draft_all(player, desk, seed)?);
    }
    if player.hidden.dots.hands() >= player.people && player.hidden.dots.reveal().is_ok() {
        kept.extend(votes::dots(player, desk)?);
    }
    Ok(kept)
}

/// Leaves out of a sitting what cannot be written any more, as its key result is gone, and names it.
///
/// # Errors
/// A file cannot be read now: nothing is left out on that account, and the session waits until it is mended.
fn leave_out(sitting: &mut Sitting, desk: &Desk<'_>) -> Result<Vec<Cue>, Refusal> {
    let mut left = Vec::new();
    let mut kept = Vec::new();
    for entry in &sitting.check_ins {
        match desk.check_entry(sitting, entry) {
            Ok(()) => kept.push(entry.clone()),
            Err(refusal) if refusal.stops.iter().any(|stop| stop.rule == StopRule::Unread) => {
                return Err(refusal);
            }
            Err(refusal) => left.push(left_out(&refusal, &entry_says(entry))),
        }
    }
    sitting.check_ins = kept;
    for action in &mut sitting.actions {
        action.key_result = action.key_result.take().filter(|id| desk.quarter.key_result(id).is_some());
    }
    Ok(left)
}

fn left_out(refusal: &Refusal, says: &str) -> Cue {
    Cue::LeftOut(words::is_not_written(refusal, says))
}

/// What is said about a key result, as it was said; the refusal names it.
fn entry_says(entry: &CheckIn) -> String {
    let votes = entry.confidence.sorted().iter().map(|vote| vote.percent().to_string()).collect::<Vec<_>>();
    entry.changed.clone().unwrap_or_else(|| votes.join(" "))
}

/// The last of the sittings a session wrote that is there: what was taken back since is not.
pub(super) fn still_there<'d>(written: &[SittingId], desk: &Desk<'d>) -> Option<&'d Sitting> {
    let sitting = |id: &SittingId| desk.quarter.sittings.iter().find(|one| one.id == *id);
    written.iter().rev().find_map(sitting)
}

/// Marks a point as gone through; one that is marked says so.
fn tick(player: &mut Player, id: LineId) -> Result<(), Refusal> {
    let topic = Topic::Point(id);
    if player.ticked.contains(&topic) {
        let (says, hint) = (words::IT_IS_TICKED_ALREADY, words::GO_ON_TO_THE_NEXT_ONE);
        return Err(Refusal::one(Step::Hnd1, words::THE_POINT, says, hint));
    }
    player.ticked.push(topic);
    Ok(())
}

/// Chooses a format by its id or its title, or how one of them begins and no other does.
fn choose_format(player: &mut Player, typed: String) -> Result<(), Refusal> {
    let formats = Steps::METHOD.formats();
    let begins = |name: &str| name.to_lowercase().starts_with(&typed.to_lowercase());
    let mut found = formats.iter().filter(|format| begins(&format.id) || begins(&format.title));
    let (Some(format), None) = (found.next(), found.next()) else {
        let names: Vec<&str> = formats.iter().map(|format| format.id.as_str()).collect();
        let says = words::THERE_IS_NO_SUCH_FORMAT;
        return Err(Refusal::one(StopRule::Reference, typed, says, names.join(", ")));
    };
    player.format = Some(format.id.clone());
    Ok(())
}
