//! Inputs while the quarter is scored and looked back on.

use super::{Closing, tick};
use crate::domain::change::{Change, Decision, Refusal};
use crate::domain::decision::Desk;
use crate::domain::id::LineId;
use crate::domain::retrospective::{MOST_ACTIONS, NoteKind};
use crate::domain::seed::Seed;
use crate::domain::stop_rule::StopRule;
use crate::method::session::Player;
use crate::method::step::{Step, Steps};
use crate::words::method::session::played as words;

pub(super) fn say(
    player: &mut Player,
    said: Closing,
    desk: &Desk<'_>,
    seed: &mut Seed,
) -> Result<Option<Change>, Refusal> {
    match said {
        Closing::Format(id) => {
            choose_format(player, id)?;
            return Ok(None);
        }
        Closing::Tick(id) => {
            tick(player, id)?;
            return Ok(None);
        }
        Closing::Score(scoring) => desk.score(*scoring),
        Closing::Whole(text) => desk.read_the_whole(&text),
        Closing::Write(kind, text) => desk.put_note(desk.note(kind, &text, seed)?),
        Closing::Unpark(id, kind) => unpark(&id, kind, desk, seed),
        Closing::Difficulty(id, verdict, why) => {
            desk.put_note(desk.difficulty(&id, verdict, why.as_deref())?)
        }
        Closing::Importance(id, verdict, why) => {
            desk.put_note(desk.importance(&id, verdict, why.as_deref())?)
        }
        Closing::Assumption(under, id, verdict, why) => {
            desk.put_note(desk.assumption_verdict((&under, &id), verdict, why.as_deref())?)
        }
        Closing::Choose(action) => {
            check_room_for_action(desk)?;
            let fresh = desk.note(NoteKind::Action, &action.text, seed)?;
            desk.put_note(crate::domain::retrospective::Note {
                starts: action.starts,
                first_date: action.first_date,
                seen_by: action.seen_by,
                ..fresh
            })
        }
        Closing::Close(reason) => desk.close(reason.as_deref()),
    }
    .map(Some)
}

/// A fourth change is not chosen; the nudge of the step says why (RET-7).
fn check_room_for_action(desk: &Desk<'_>) -> Result<(), Refusal> {
    let chosen = desk.quarter.notes.iter().filter(|note| note.kind == NoteKind::Action).count();
    if chosen < MOST_ACTIONS {
        return Ok(());
    }
    let hint = Steps::with(&desk.workspace.steps).guide(Step::Ret7).nudge;
    Err(Refusal::one(Step::Ret7, words::THE_ACTIONS, words::THREE_ARE_CHOSEN, hint))
}

fn choose_format(player: &mut Player, id: String) -> Result<(), Refusal> {
    if !Steps::METHOD.formats().iter().any(|format| format.id == id) {
        let names: Vec<&str> = Steps::METHOD.formats().iter().map(|format| format.id.as_str()).collect();
        return Err(Refusal::one(StopRule::Reference, id, words::THERE_IS_NO_SUCH_FORMAT, names.join(", ")));
    }
    player.format = Some(id);
    Ok(())
}

/// A line of the parking lot in its own words, or let go.
fn unpark(id: &LineId, kind: Option<NoteKind>, desk: &Desk<'_>, seed: &mut Seed) -> Decision {
    let line = desk.quarter.frame.parking_lot.iter().find(|line| line.id == *id);
    let note = match (kind, line) {
        (Some(kind), Some(line)) => Some(desk.note(kind, &line.text, seed)?),
        (Some(_) | None, _) => None,
    };
    desk.unpark(id, note)
}
