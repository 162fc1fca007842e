//! What was hidden and is shown, as it lands and stands in the files: drafts, dots, votes.

use std::collections::BTreeMap;

use crate::domain::change::{Change, Refusal};
use crate::domain::check_in::{CheckIn, Sitting, SittingKind};
use crate::domain::confidence::{Confidence, Votes};
use crate::domain::decision::Desk;
use crate::domain::fingers::Fingers;
use crate::domain::id::{KeyResultId, NoteId, ObjectiveId};
use crate::domain::seed::Seed;
use crate::method::session::act::Taken;
use crate::method::session::blind::Ballot;
use crate::method::session::inputs::{leave_out, still_there};
use crate::method::session::{Hidden, Player, together};
use crate::method::step::{SessionKind, Step};
use crate::words::method::session::played as words;

impl Player {
    /// Tells whether what the step has shown, and wrote with that, was taken back since: it can be shown again.
    pub fn is_gone(&self, desk: &Desk<'_>) -> bool {
        let Hidden { drafts, dots, .. } = &self.hidden;
        match self.step() {
            Step::Set3 if drafts.shown().is_some() && !self.drafted.is_empty() => {
                self.drafted.iter().all(|id| desk.quarter.objective(id).is_none())
            }
            Step::Set4 if dots.shown().is_some_and(|placed| !placed.is_empty()) => {
                desk.quarter.live_objectives().all(|objective| objective.dots.is_none())
            }
            _ => false,
        }
    }

    /// Tells whether the set was committed with the fist that was shown: it stays as it is (SET-14).
    pub fn is_committed_with(&self, desk: &Desk<'_>) -> bool {
        let frame = &desk.quarter.frame;
        self.step() == Step::Set14 && frame.committed.is_some() && !frame.fist.is_empty()
    }

    /// Follows a change that was taken back: what was shown is what stands in the files.
    pub fn follow_back(&mut self, desk: &Desk<'_>) {
        self.show_what_stands(desk, |ballot| ballot.standing().is_some());
    }

    /// Follows a change that was done again: it is shown, and held, as it stands in the files.
    pub fn follow_again(&mut self, desk: &Desk<'_>) {
        self.show_what_stands(desk, |_| true);
        self.hold_again(desk);
    }

    /// Takes the fist and the tone from the files.
    fn show_what_stands(&mut self, desk: &Desk<'_>, follows: impl Fn(&Ballot) -> bool) {
        let frame = &desk.quarter.frame;
        let Hidden { fist, tone, .. } = &mut self.hidden;
        if follows(fist) && fingers(fist) != frame.fist {
            *fist = Ballot::of_shown(frame.fist.sorted());
        }
        if follows(tone) && fingers(tone) != frame.tone {
            *tone = Ballot::of_shown(frame.tone.sorted());
        }
    }
}

/// The numbers of a room that hold.
pub(super) fn fingers<const LOW: u8, const HIGH: u8>(ballot: &Ballot) -> Fingers<LOW, HIGH> {
    ballot.standing().and_then(Fingers::new).unwrap_or_default()
}

/// The drafts as objectives, in the order they are shown.
pub(in crate::method::session) fn draft_all(
    player: &mut Player,
    desk: &Desk<'_>,
    seed: &mut Seed,
) -> Result<Change, Refusal> {
    let (mut changes, mut drafted) = (Vec::new(), Vec::new());
    let mut so_far = desk.workspace.of_team(&desk.quarter.key.team);
    for draft in player.hidden.drafts.shown().unwrap_or_default() {
        let desk = Desk::at(&so_far, &desk.quarter.key, desk.today)?;
        let (mut change, id) = desk.add_objective(&draft.title, seed)?;
        drafted.push(id);
        for edit in &mut change.edits {
            if let Some((_, crate::domain::change::Record::Objective(objective))) = &mut edit.after {
                objective.why_now.clone_from(&draft.why_now);
            }
        }
        so_far.apply(&change);
        changes.push(change);
    }
    player.drafted = drafted;
    Ok(together(words::SHOW_THE_DRAFTS, changes))
}

/// The dots land on the objectives, or on the lessons of a retrospective.
pub(in crate::method::session) fn dots(player: &Player, desk: &Desk<'_>) -> Result<Option<Change>, Refusal> {
    let placed = player.hidden.dots.shown().unwrap_or_default();
    if player.kind != SessionKind::Choose {
        let sums = placed.into_iter().filter_map(|(id, sum)| Some((NoteId::new(id).ok()?, sum))).collect();
        return desk.record_lesson_dots(&sums).map(|change| Some(change).filter(|change| !change.is_empty()));
    }
    let mut sums: BTreeMap<ObjectiveId, u32> =
        desk.quarter.live_objectives().map(|objective| (objective.id.clone(), 0)).collect();
    for (id, sum) in placed {
        if let Some(slot) = ObjectiveId::new(id).ok().and_then(|id| sums.get_mut(&id)) {
            *slot = sum;
        }
    }
    desk.record_dots(&sums).map(Some)
}

/// Lands every revealed vote in one sitting; what landed before is superseded where it has changed. Votes on a key result
/// that has gone since are left out.
pub(in crate::method::session) fn land(
    player: &mut Player,
    desk: &Desk<'_>,
    seed: &mut Seed,
) -> Result<Taken, Refusal> {
    let landed = still_there(&player.voted, desk);
    let kind = match player.round {
        Some(_) => SittingKind::CheckIn,
        None => SittingKind::Opening,
    };
    let id = desk.sitting_id(desk.today, seed)?;
    let mut sitting = Sitting {
        kind,
        supersedes: landed.map(|sitting| sitting.id.clone()),
        together: true,
        check_ins: player.hidden.votes.iter().filter_map(|(id, ballot)| entry(id, ballot)).collect(),
        ..Sitting::new(id.clone(), desk.today)
    };
    let left = leave_out(&mut sitting, desk)?;
    let shown = sitting.check_ins.clone();
    stays_taken_back(&mut sitting.check_ins, &player.landed, landed);
    let is_said = landed.is_some_and(|landed| landed.check_ins == sitting.check_ins);
    if sitting.check_ins.is_empty() || is_said {
        return Ok((None, left));
    }
    player.landed = shown;
    let change = desk.log(sitting)?;
    player.voted.push(id);
    Ok((Some(change), left))
}

/// Keeps what was taken back after it had landed so until the room shows another number: what stands in the files holds.
fn stays_taken_back(entries: &mut Vec<CheckIn>, before: &[CheckIn], standing: Option<&Sitting>) {
    let stands = |id: &KeyResultId| standing?.said_of(id).cloned();
    let holds =
        |entry: CheckIn| if before.contains(&entry) { stands(&entry.key_result) } else { Some(entry) };
    *entries = std::mem::take(entries).into_iter().filter_map(holds).collect();
}

/// What the room's votes on a key result come to; nothing before they are shown, nor where everybody passed.
pub(in crate::method::session) fn entry(id: &KeyResultId, ballot: &Ballot) -> Option<CheckIn> {
    let confidence: Votes = ballot.standing()?.into_iter().filter_map(Confidence::new).collect();
    (!confidence.is_empty()).then(|| CheckIn { confidence, ..CheckIn::on(id.clone()) })
}
