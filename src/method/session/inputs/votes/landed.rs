//! What was hidden and is shown, as it lands and stands in the files: drafts, dots, votes.

use std::collections::BTreeMap;

use crate::domain::change::{Change, Refusal};
use crate::domain::check_in::{CheckIn, Sitting, SittingKind};
use crate::domain::confidence::{Confidence, Votes};
use crate::domain::decision::Desk;
use crate::domain::fingers::Fingers;
use crate::domain::id::{KeyResultId, NoteId, ObjectiveId};
use crate::domain::retrospective::NoteKind;
use crate::domain::seed::Seed;
use crate::method::session::act::Taken;
use crate::method::session::blind::Ballot;
use crate::method::session::inputs::{leave_out, still_there};
use crate::method::session::{Hidden, Player, together};
use crate::method::step::{SessionKind, Step};
use crate::words::method::session::played as words;

impl Player {
    /// Hides drafts and dots again that were shown and of which nothing stands in the files any more: what was written as they
    /// were shown has been taken back, here or elsewhere.
    pub fn hide_what_is_gone(&mut self, desk: &Desk<'_>) {
        if !self.is_of(desk) {
            return;
        }
        let is_gone = |id: &ObjectiveId| desk.quarter.objective(id).is_none();
        if !self.drafted.is_empty() && self.drafted.iter().all(is_gone) {
            self.hidden.drafts.hide();
        }
        if self.hidden.dots.shown().is_some_and(|placed| !placed.is_empty()) && !self.have_dots(desk) {
            self.hidden.dots.hide();
        }
    }

    /// Shows drafts and dots that stand in the files again.
    fn show_what_came_back(&mut self, desk: &Desk<'_>) {
        let (is_drafted, have_dots) =
            (self.drafted.iter().any(|id| desk.quarter.objective(id).is_some()), self.have_dots(desk));
        let Hidden { drafts, dots, .. } = &mut self.hidden;
        // Where nothing of them was taken back they are shown already.
        if is_drafted {
            let _ = drafts.reveal(|| 0);
        }
        if have_dots && dots.hands() >= self.people {
            let _ = dots.reveal();
        }
    }

    /// Whether dots stand in the files: on objectives while they are chosen, else on lessons.
    fn have_dots(&self, desk: &Desk<'_>) -> bool {
        match self.kind {
            SessionKind::Choose => desk.quarter.live_objectives().any(|objective| objective.dots.is_some()),
            _ => desk.quarter.notes_of(NoteKind::Lesson).any(|lesson| lesson.dots.is_some()),
        }
    }

    /// Tells whether the set was committed with the fist that was shown: it stays as it is (SET-14).
    pub fn is_committed_with(&self, desk: &Desk<'_>) -> bool {
        let frame = &desk.quarter.frame;
        self.step() == Step::Set14 && frame.committed.is_some() && !frame.fist.is_empty()
    }

    /// Whether a desk is that of its quarter: a session can wait behind another one.
    fn is_of(&self, desk: &Desk<'_>) -> bool {
        desk.quarter.key == self.key
    }

    /// Follows a change that was taken back: what was shown is what stands in the files. What lands as a step is left stays said,
    /// as it was before that, and lands anew.
    pub fn follow_back(&mut self, desk: &Desk<'_>) {
        if !self.is_of(desk) {
            return;
        }
        self.show_what_stands(desk, |ballot| ballot.standing().is_some());
        self.hide_what_is_gone(desk);
    }

    /// Follows a change that was done again: it is shown, and held, as it stands in the files.
    pub fn follow_again(&mut self, desk: &Desk<'_>) {
        if !self.is_of(desk) {
            return;
        }
        self.show_what_stands(desk, |_| true);
        self.show_what_came_back(desk);
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

/// Lands every revealed vote in one sitting; what landed before is superseded where it has changed, and written anew where it
/// was taken out of the files. Votes on a key result that has gone since are left out.
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
    let is_said = landed.is_some_and(|landed| landed.check_ins == sitting.check_ins);
    if sitting.check_ins.is_empty() || is_said {
        return Ok((None, left));
    }
    let change = desk.log(sitting)?;
    player.voted.push(id);
    Ok((Some(change), left))
}

/// What the room's votes on a key result come to; nothing before they are shown, nor where everybody passed.
pub(in crate::method::session) fn entry(id: &KeyResultId, ballot: &Ballot) -> Option<CheckIn> {
    let confidence: Votes = ballot.standing()?.into_iter().filter_map(Confidence::new).collect();
    (!confidence.is_empty()).then(|| CheckIn { confidence, ..CheckIn::on(id.clone()) })
}
