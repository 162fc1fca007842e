//! What is said at a check-in. What the room notes lands in one sitting when it decides.

use crate::domain::change::Refusal;
use crate::domain::check_in::{Action, CheckIn, Recall, Sitting};
use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::display::one_line;
use crate::domain::id::{KeyResultId, LineId};
use crate::domain::seed::Seed;
use crate::domain::stop_rule::StopRule;
use crate::method::session::act::Taken;
use crate::method::session::{Player, Talk};
use crate::method::texts::{self, Line};
use crate::words::method::session::played as words;

/// Notes what is done about a key result; one that is only watched is watched once.
pub(super) fn act(
    player: &mut Player,
    (id, text): (KeyResultId, String),
    (asker, by): (Option<String>, Option<Day>),
    seed: &mut Seed,
) -> Result<(), Refusal> {
    let text = one_line(&text);
    if text.is_empty() {
        let hint = words::WHAT_WHO_ASKS;
        return Err(Refusal::one(StopRule::Empty, words::THE_ACTION, words::IT_SAYS_NOTHING, hint));
    }
    let line = LineId::new(seed.letters())
        .map_err(|bad| Refusal::one(StopRule::Id, words::THE_ACTION, bad.to_string(), words::SAY_IT_AGAIN))?;
    let watch = texts::line(Line::Watch);
    player.talk.actions.retain(|action| action.text != watch || action.key_result.as_ref() != Some(&id));
    player.talk.actions.push(Action { id: line, key_result: Some(id), text, asker, by });
    Ok(())
}

/// How many objectives can be named without looking (CHK-2).
pub fn to_recall(desk: &Desk<'_>) -> u32 {
    u32::try_from(desk.quarter.live_objectives().count()).unwrap_or(u32::MAX)
}

/// Lands what was said, with a decision where there is one; what landed before is superseded where more was said since. It
/// has no votes: an action may name a person. What was noted on a key result that has gone since is left out.
pub(super) fn land(
    player: &mut Player,
    decision: Option<String>,
    desk: &Desk<'_>,
    seed: &mut Seed,
) -> Result<Taken, Refusal> {
    let landed = super::still_there(&player.said, desk);
    let of = to_recall(desk);
    let check_ins = noted(&player.talk).collect();
    let Talk { recalled, actions, .. } = player.talk.clone();
    let id = desk.sitting_id(desk.today, seed)?;
    let mut sitting = Sitting {
        supersedes: landed.map(|sitting| sitting.id.clone()),
        decision: decided(landed.and_then(|sitting| sitting.decision.clone()), decision),
        recall: recalled.map(|named| Recall { named, of }),
        actions,
        check_ins,
        ..Sitting::new(id.clone(), desk.today)
    };
    let left = super::leave_out(&mut sitting, desk)?;
    let says = |sitting: &Sitting| {
        let Sitting { decision, recall, actions, check_ins, .. } = sitting.clone();
        (decision, recall.map(|recall| recall.named), actions, check_ins)
    };
    if sitting.is_empty() || landed.is_some_and(|landed| says(landed) == says(&sitting)) {
        return Ok((None, left));
    }
    let change = desk.log(sitting)?;
    player.said.push(id);
    Ok((Some(change), left))
}

impl Player {
    /// Holds what its sitting says again, beside what it holds: the sitting was written once more.
    pub(super) fn hold_again(&mut self, desk: &Desk<'_>) {
        let Some(sitting) = super::still_there(&self.said, desk) else { return };
        let talk = &mut self.talk;
        talk.recalled = talk.recalled.or(sitting.recall.map(|recall| recall.named));
        let is_held = |talk: &Talk, action: &Action| talk.actions.iter().any(|held| held.id == action.id);
        for action in &sitting.actions {
            if !is_held(talk, action) {
                talk.actions.push(action.clone());
            }
        }
        for entry in &sitting.check_ins {
            if let Some(changed) = &entry.changed {
                talk.notes.entry(entry.key_result.clone()).or_insert_with(|| changed.clone());
            }
        }
    }
}

/// What was noted, an entry for each key result.
pub(super) fn noted(talk: &Talk) -> impl Iterator<Item = CheckIn> {
    talk.notes.iter().map(|(id, text)| CheckIn { changed: Some(text.clone()), ..CheckIn::on(id.clone()) })
}

/// What is decided once more is said: a plan that stands gives way to a decision and the other way round, two decisions stand
/// beside each other.
fn decided(before: Option<String>, now: Option<String>) -> Option<String> {
    let stands = texts::line(Line::PlanStands);
    match (before, now) {
        (Some(before), Some(now)) if before == stands || now == stands => Some(now),
        (Some(before), Some(now)) if before.split("; ").any(|one| one == now) => Some(before),
        (Some(before), Some(now)) => Some(format!("{before}; {now}")),
        (before, now) => now.or(before),
    }
}
