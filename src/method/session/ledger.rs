//! What a session costs: its clocked minutes by step, and what was done alone before it, as declared.

use super::clock::whole_minutes;
use super::topic::Topic;
use super::{Begin, Declared, Ending, Player, together};
use crate::domain::change::{Change, Refusal};
use crate::domain::decision::Desk;
use crate::domain::effort::{Effort, StepMinutes};
use crate::domain::seed::Seed;
use crate::method::budget::{self, Shape};
use crate::method::check_ins::Rounds;
use crate::method::step::{SessionKind, Step, Steps};
use crate::method::texts::{self, Line};

/// What was done alone before a session, with the defaults of its steps; nothing that stands in the ledger already.
pub(super) fn declared(begin: Begin, desk: &Desk<'_>, shape: &Shape) -> Vec<Declared> {
    let steps = Steps::with(&desk.workspace.steps);
    let minutes = steps.preparation(shape.counts());
    let prepared = Declared { step: None, minutes, people: 1 };
    let preparation = (begin.kind == SessionKind::KickOff && !has_kicked_off(desk)).then_some(prepared);
    let open = begin.kind.before().iter().filter(|step| !is_declared(**step, desk));
    let all = preparation.into_iter().chain(open.map(|step| default_effort(*step, steps, shape)));
    all.filter(|declared| declared.minutes > 0).collect()
}

/// The effort a step done alone is declared with when nobody says another: what one person, one pair or each takes.
pub fn default_effort(step: Step, steps: Steps<'_>, shape: &Shape) -> Declared {
    let part = budget::alone(step, shape, steps);
    Declared { step: Some(step), minutes: part.minutes, people: part.people }
}

/// The points of the hand-over that an earlier session of the quarter went through.
pub(super) fn ticked(desk: &Desk<'_>) -> Vec<Topic> {
    desk.quarter.efforts.iter().flat_map(|effort| &effort.ticked).cloned().map(Topic::Point).collect()
}

fn has_kicked_off(desk: &Desk<'_>) -> bool {
    desk.quarter.efforts.iter().any(|effort| effort.session == Some(SessionKind::KickOff))
}

/// Whether the ledger has it: once in a quarter, readings once in a round.
fn is_declared(step: Step, desk: &Desk<'_>) -> bool {
    let rounds = Rounds::at(desk);
    let now = rounds.round_of(desk.today);
    let fits = |effort: &&Effort| step != Step::Chk1 || rounds.round_of(effort.date) == now;
    let is_alone = |effort: &&Effort| effort.session.is_none();
    let mut alone = desk.quarter.efforts.iter().filter(is_alone).filter(fits);
    alone.any(|effort| effort.steps.iter().any(|minutes| minutes.id == step))
}

/// The entries of a session that closes, in one change.
pub(super) fn entries(player: &Player, desk: &Desk<'_>, seed: &mut Seed) -> Result<Change, Refusal> {
    let mut session = desk.effort(&player.title(), player.kind.phase(), seed)?;
    session.minutes = player.session_minutes().max(1);
    session.people = player.people;
    session.session = Some(player.kind);
    session.steps = step_minutes(player);
    let before = ticked(desk);
    let now = player.ticked.iter().filter(|topic| !before.contains(topic));
    session.ticked = now.filter_map(Topic::point).cloned().collect();
    let mut changes = vec![desk.put_effort(session)?];
    let is_there = |declared: &Declared| match declared.step {
        Some(step) => is_declared(step, desk),
        None => has_kicked_off(desk),
    };
    let is_spent = |declared: &&Declared| declared.minutes > 0 && declared.people > 0;
    // Where the session was played twice side by side, the other has put it into the ledger already.
    for declared in player.declared.iter().filter(is_spent).filter(|declared| !is_there(declared)) {
        changes.push(desk.put_effort(entry(*declared, player, desk, seed)?)?);
    }
    Ok(together(format!("close {}", player.title()), changes))
}

fn entry(declared: Declared, player: &Player, desk: &Desk<'_>, seed: &mut Seed) -> Result<Effort, Refusal> {
    let Declared { step, minutes, people } = declared;
    let steps = Steps::with(&desk.workspace.steps);
    let title = step.map_or_else(|| texts::line(Line::Preparation), |step| steps.guide(step).title);
    let mut effort = desk.effort(title, player.kind.phase(), seed)?;
    (effort.minutes, effort.people) = (minutes, people);
    effort.steps = step.map(|id| StepMinutes { id, minutes, left_out: None }).into_iter().collect();
    Ok(effort)
}

/// The minutes of each step as clocked. Each ends where the session then stood, a begun minute counted, so that together
/// they are the session's. Where the room said how long it took, none has any. Why a step was left out stands with it.
fn step_minutes(player: &Player) -> Vec<StepMinutes> {
    let is_clocked = player.minutes.is_none();
    let mut before = 0;
    let mut spent = std::time::Duration::ZERO;
    let of_stage = player.stages.iter().map(|stage| {
        spent += stage.clock.spent;
        let until = whole_minutes(spent);
        let minutes = if is_clocked { until - before } else { 0 };
        before = until;
        let left_out = match &stage.ending {
            Some(Ending::Skipped(reason)) => Some(reason.clone()),
            Some(Ending::Done) | None => None,
        };
        StepMinutes { id: stage.step, minutes, left_out }
    });
    of_stage.filter(|step| step.minutes > 0 || step.left_out.is_some()).collect()
}
