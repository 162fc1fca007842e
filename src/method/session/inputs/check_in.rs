//! Inputs at a check-in and at mid-quarter. What the room notes lands in one sitting when it decides.

use super::CheckIn as Said;
use crate::domain::change::{Change, Refusal};
use crate::domain::check_in::{Action, CheckIn, Recall, Sitting};
use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::id::{KeyResultId, LineId};
use crate::domain::seed::Seed;
use crate::method::session::{Player, Talk};
use crate::method::texts::{self, Line};
use crate::words::method::session::played as words;

pub(super) fn say(
    player: &mut Player,
    said: Said,
    desk: &Desk<'_>,
    seed: &mut Seed,
) -> Result<Option<Change>, Refusal> {
    match said {
        Said::Recalled(count) => player.talk.recalled = Some(count),
        Said::Note(id, text) => {
            player.talk.notes.insert(id, text);
        }
        Said::Do(id, text, asker, by) => act(player, (id, text), (asker, by), seed)?,
        Said::Watch(id) => act(player, (id, texts::line(Line::Watch).to_owned()), (None, None), seed)?,
        Said::Decide(text) => return land(player, Some(text), desk, seed),
        Said::PlanStands => return land(player, Some(texts::line(Line::PlanStands).to_owned()), desk, seed),
        Said::Mark(under, id, state) => return desk.mark_assumption((&under, &id), state).map(Some),
        Said::Judge(id, verdict, reason) => return desk.judge_mid_quarter(&id, verdict, &reason).map(Some),
        Said::MidNote(note, text) => return desk.note_mid_quarter(note, &text).map(Some),
    }
    Ok(None)
}

/// Notes what is done about a key result; one that is only watched is watched once.
fn act(
    player: &mut Player,
    (id, text): (KeyResultId, String),
    (asker, by): (Option<String>, Option<Day>),
    seed: &mut Seed,
) -> Result<(), Refusal> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        let hint = words::WHAT_WHO_ASKS;
        return Err(Refusal::one("empty", words::THE_ACTION, words::IT_SAYS_NOTHING, hint));
    }
    let line = LineId::new(seed.letters())
        .map_err(|bad| Refusal::one("id", words::THE_ACTION, bad.to_string(), words::SAY_IT_AGAIN))?;
    let watch = texts::line(Line::Watch);
    player.talk.actions.retain(|action| action.text != watch || action.key_result.as_ref() != Some(&id));
    player.talk.actions.push(Action { id: line, key_result: Some(id), text, asker, by });
    Ok(())
}

/// Lands what was said since the last time, with a decision where there is one. It has no votes: an action may name a
/// person.
pub(super) fn land(
    player: &mut Player,
    decision: Option<String>,
    desk: &Desk<'_>,
    seed: &mut Seed,
) -> Result<Option<Change>, Refusal> {
    let talk = std::mem::take(&mut player.talk);
    let of = u32::try_from(desk.quarter.live_objectives().count()).unwrap_or(u32::MAX);
    let Talk { recalled, notes, actions } = talk;
    let noted = notes.into_iter().map(|(id, text)| CheckIn { changed: Some(text), ..CheckIn::on(id) });
    let sitting = Sitting {
        decision,
        recall: recalled.map(|named| Recall { named, of }),
        actions,
        check_ins: noted.collect(),
        ..Sitting::new(desk.sitting_id(desk.today, seed)?, desk.today)
    };
    let is_silent = sitting.check_ins.is_empty() && sitting.actions.is_empty() && sitting.recall.is_none();
    if is_silent && sitting.decision.is_none() {
        return Ok(None);
    }
    desk.log(sitting).map(Some)
}
