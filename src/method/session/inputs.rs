//! What the room says in a step, and where it lands: each input goes through the decision that checks it.

mod agreeing;
mod check_in;
mod choosing;
mod closing;
pub mod votes;

pub use check_in::to_recall;

use crate::domain::change::{Change, Refusal};
use crate::domain::check_in::{CheckIn as Entry, Sitting};
use crate::domain::decision::{Desk, MidNote, Principle, Question, Side, Test};
use crate::domain::dependency::Dependency;
use crate::domain::frame::{Cadence, Nearer};
use crate::domain::id::{KeyResultId, LineId, ObjectiveId, SittingId};
use crate::domain::objective::{Asker, AssumptionState, Origin, Verdict};
use crate::domain::retrospective::{Difficulty, Importance, Note, NoteKind};
use crate::domain::scoring::Scoring;
use crate::domain::seed::Seed;
use crate::domain::stop_rule::StopRule;

use super::act::Taken;
use super::topic::Topic;
use super::{Cue, Player, together};
use crate::method::step::Step;
use crate::words::method::session::played as words;

/// Something the room says, in any of its steps.
#[derive(Debug, Clone, PartialEq)]
pub enum Input {
    /// The notice or the ground rule was read aloud (SET-1, SCO-2).
    Read,
    /// While the objectives are found (SET-1 to SET-6).
    Choosing(Choosing),
    /// While the set becomes one the team stands behind (SET-9 to SET-14).
    Agreeing(Agreeing),
    /// At a check-in or at mid-quarter.
    CheckIn(CheckIn),
    /// While the quarter is scored and looked back on.
    Closing(Closing),
}

/// What is said while the objectives are found.
#[derive(Debug, Clone, PartialEq)]
pub enum Choosing {
    /// The sponsor's promise (SET-1).
    Promise(String),
    /// One of the five questions (SET-1).
    Principle(Principle, bool),
    /// How often the team checks in (SET-1).
    Cadence(Cadence),
    /// One draft says the same as another (SET-3).
    Merge(ObjectiveId, ObjectiveId),
    /// Where an objective came from (SET-5).
    Origin(ObjectiveId, Origin),
    /// Another wording (SET-5).
    Reword(ObjectiveId, String),
    /// An argument (SET-5).
    Argue(ObjectiveId, Side, String),
    /// Off the set, onto the not-now list (SET-5, SET-6).
    NotNow(ObjectiveId, Option<String>),
    /// A no by name (SET-6).
    AlsoNotNow(String),
}

/// What is said while the set becomes one the team stands behind.
#[derive(Debug, Clone, PartialEq)]
pub enum Agreeing {
    /// One of the four questions (SET-9).
    Answer(KeyResultId, Question, bool),
    /// This is work: to the delivery list (SET-9).
    Deliver(KeyResultId),
    /// What another team must do (SET-10).
    Depend(KeyResultId, Dependency),
    /// Contributes to, how, and what was weighed (SET-11).
    Contribute(ObjectiveId, [Option<String>; 3]),
    /// A change that was asked of it from above or below, and what came of it (SET-11).
    Negotiate(ObjectiveId, Asker, [String; 2]),
    /// An alignment test (SET-11).
    Align(Test, Nearer),
    /// Why a nominal alignment is kept (SET-11).
    KeepNominal(String),
    /// Why nothing moved (SET-12).
    Reason(String),
    /// What is taken for granted, and how we would notice (SET-12).
    Assume(ObjectiveId, [String; 2]),
    /// Commit, with a reason where something asks for one (SET-14).
    Commit(Option<String>),
}

/// What is said at a check-in or at mid-quarter.
#[derive(Debug, Clone, PartialEq)]
pub enum CheckIn {
    /// How many objectives were named without looking (CHK-2).
    Recalled(u32),
    /// A note on a key result (CHK-4).
    Note(KeyResultId, String),
    /// What is done about it: what, who asks, by when (CHK-4).
    Do(KeyResultId, String, Option<String>, Option<crate::domain::day::Day>),
    /// Nothing but watching it (CHK-4).
    Watch(KeyResultId),
    /// What is decided (CHK-5).
    Decide(String),
    /// The plan stands (CHK-5).
    PlanStands,
    /// An assumption holds, is shaky or wrong (MID-1).
    Mark(ObjectiveId, LineId, AssumptionState),
    /// Keep, change or drop, and why (MID-2).
    Judge(ObjectiveId, Verdict, String),
    /// Who hears of it, where freed time goes (MID-3).
    MidNote(MidNote, String),
}

/// What is said while the quarter is scored and looked back on.
#[derive(Debug, Clone, PartialEq)]
pub enum Closing {
    /// A score (SCO-3).
    Score(Box<Scoring>),
    /// What the set as a whole tells (SCO-4).
    Whole(String),
    /// Another format of the writing step (RET-2).
    Format(String),
    /// A note, unnamed (RET-2, RET-6, RET-8).
    Write(NoteKind, String),
    /// A line of the parking lot becomes a note, or is let go (RET-2).
    Unpark(LineId, Option<NoteKind>),
    /// Too easy, right, too hard (RET-3), and why where that is said too.
    Difficulty(KeyResultId, Difficulty, Option<String>),
    /// More, as, less (RET-4), and why where that is said too.
    Importance(ObjectiveId, Importance, Option<String>),
    /// Held, wrong, unknown (RET-5), and why where that is said too.
    Assumption(ObjectiveId, LineId, AssumptionState, Option<String>),
    /// A change: what, who starts, first date, how we will see it (RET-7).
    Choose(Box<Note>),
    /// Close the quarter, with a reason where something asks for one (RET-8).
    Close(Option<String>),
    /// A point of the hand-over was gone through (HND-1).
    Tick(LineId),
}

/// Takes in what the room says.
pub(super) fn say(
    player: &mut Player,
    input: Input,
    desk: &Desk<'_>,
    seed: &mut Seed,
) -> Result<Taken, Refusal> {
    let change = match input {
        Input::Read => {
            player.is_read = true;
            None
        }
        Input::Choosing(choosing) => Some(choosing::say(choosing, desk, seed)?),
        Input::Agreeing(agreeing) => Some(agreeing::say(agreeing, desk, seed)?),
        Input::CheckIn(check_in) => return check_in::say(player, check_in, desk, seed),
        Input::Closing(closing) => closing::say(player, closing, desk, seed)?,
    };
    Ok((change, Vec::new()))
}

/// What a step collected and lands as it is left.
pub(super) fn land(player: &mut Player, desk: &Desk<'_>, seed: &mut Seed) -> Result<Taken, Refusal> {
    if matches!(player.step(), Step::Set13 | Step::Chk3 | Step::Chk4) {
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
        let lost: Vec<String> = votes.chain(notes).map(|entry| entry_says(&entry)).chain(actions).collect();
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
    if player.hidden.drafts.count() > 0 && player.hidden.drafts.reveal(|| seed.number()) {
        kept.push(votes::draft_all(player, desk, seed)?);
    }
    if player.hidden.dots.hands() >= player.people && player.hidden.dots.reveal() {
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

/// What is said about a key result, as it was said.
fn entry_says(entry: &Entry) -> String {
    let votes = entry.confidence.sorted().iter().map(|vote| vote.percent().to_string()).collect::<Vec<_>>();
    let says = entry.changed.clone().unwrap_or_else(|| votes.join(" "));
    format!("{}: {says}", entry.key_result)
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
