//! What a session begins with: whether it can, which check-in it is, and the boxes of its steps.

use std::time::Duration;

use super::clock::Clock;
use super::{Begin, Stage};
use crate::domain::change::Refusal;
use crate::domain::decision::Desk;
use crate::domain::effort::{Effort, MOST_PEOPLE};
use crate::domain::quarter::Phase;
use crate::domain::step::Step;
use crate::domain::stop_rule::StopRule;
use crate::method::budget::{Shape, key_results_there, variant};
use crate::method::check_ins::{Round, Rounds};
use crate::method::step::{SessionKind, Steps};
use crate::words::anywhere;
use crate::words::method::session::played as words;

pub(super) fn can_begin(begin: Begin, desk: &Desk<'_>) -> Result<(), Refusal> {
    desk.is_read()?;
    let (kind, label) = (begin.kind, desk.cycle.label.clone());
    are_in_a_room(kind.title(), begin.people)?;
    let frame = &desk.quarter.frame;
    let is_setting = kind.letter().is_some();
    if frame.closed.is_some() && kind != SessionKind::HandOver {
        let hint = anywhere::GO_TO_THE_NEXT_QUARTER;
        return Err(Refusal::one(StopRule::Closed, label, words::THIS_QUARTER_IS_CLOSED, hint));
    }
    if is_setting && frame.committed.is_some() {
        let hint = words::WHAT_CHANGES_NOW_IS_A_REVISION;
        return Err(Refusal::one(Step::Set14, label, words::THE_SET_IS_COMMITTED_ALREADY, hint));
    }
    if !is_setting && frame.committed.is_none() {
        let hint = words::SET_IT_FIRST;
        return Err(Refusal::one(Step::Set14, label, words::THE_SET_IS_NOT_COMMITTED_YET, hint));
    }
    let is_check_in = matches!(kind, SessionKind::CheckIn | SessionKind::MidQuarter);
    if is_check_in && round(kind, desk).is_none() {
        return Err(Refusal::one(Step::Chk2, label, words::THIS_CYCLE_IS_TOO_SHORT, words::SCORE_IT));
    }
    Ok(())
}

/// Somebody is there, and not more than a room holds.
pub(super) fn are_in_a_room(title: impl Into<String>, people: u32) -> Result<(), Refusal> {
    let hint = words::HOW_MANY_ARE_IN_THE_ROOM;
    match people {
        0 => Err(Refusal::one(StopRule::Empty, title, words::NOBODY_IS_IN_THE_ROOM, hint)),
        _ => is_at_most(title, people, MOST_PEOPLE),
    }
}

/// A count is no slip of the finger.
pub(super) fn is_at_most(what: impl Into<String>, count: u32, most: u32) -> Result<(), Refusal> {
    if count <= most {
        return Ok(());
    }
    Err(Refusal::one(StopRule::Range, what, words::more_than(count, most), words::TYPE_IT_AGAIN))
}

/// The check-in a session belongs to.
pub(super) fn round(kind: SessionKind, desk: &Desk<'_>) -> Option<Round> {
    let rounds = Rounds::at(desk);
    match kind {
        SessionKind::CheckIn => rounds.current(desk.today),
        SessionKind::MidQuarter => rounds.current(desk.today).map(|round| Round { is_mid: true, ..round }),
        SessionKind::KickOff
        | SessionKind::Choose
        | SessionKind::Refine
        | SessionKind::Commit
        | SessionKind::Score
        | SessionKind::Retrospective
        | SessionKind::HandOver => None,
    }
}

/// The session that is due in a quarter on a day.
pub fn due(desk: &Desk<'_>) -> SessionKind {
    let held = |kind| desk.quarter.efforts.iter().any(|effort| effort.session == Some(kind));
    match desk.quarter.phase(desk.cycle, desk.today) {
        Phase::Setting => {
            let setting = [SessionKind::KickOff, SessionKind::Choose, SessionKind::Refine];
            setting.into_iter().find(|kind| !held(*kind)).unwrap_or(SessionKind::Commit)
        }
        Phase::CheckIns => match round(SessionKind::CheckIn, desk) {
            Some(round) if round.is_mid && !held(SessionKind::MidQuarter) => SessionKind::MidQuarter,
            Some(_) => SessionKind::CheckIn,
            None => SessionKind::Score,
        },
        Phase::Scoring if awaits_last_check_in(desk) => SessionKind::CheckIn,
        Phase::Scoring => SessionKind::Score,
        Phase::Retrospective => SessionKind::Retrospective,
        Phase::Unread | Phase::Closed => SessionKind::HandOver,
    }
}

/// Whether the last check-in lies within the days of scoring, and its day is not over and it was not held.
fn awaits_last_check_in(desk: &Desk<'_>) -> bool {
    let rounds = Rounds::at(desk);
    let Some(last) = rounds.list().last().filter(|last| !last.is_mid && desk.today <= last.day) else {
        return false;
    };
    let is_of_it = |effort: &Effort| {
        effort.session == Some(SessionKind::CheckIn) && rounds.round_of(effort.date) == Some(*last)
    };
    !desk.quarter.efforts.iter().any(is_of_it)
}

/// The sessions that can be held now, the one that is due first.
pub fn sessions(desk: &Desk<'_>) -> Vec<SessionKind> {
    let first = due(desk);
    let others = SessionKind::ALL.iter().copied().filter(|kind| *kind != first);
    let can_be_held = |kind: &SessionKind| can_begin(Begin::usual(*kind, desk), desk).is_ok();
    std::iter::once(first).chain(others).filter(can_be_held).collect()
}

impl Begin {
    /// What a session usually begins with: the whole team is there, two people at the hand-over.
    pub fn usual(kind: SessionKind, desk: &Desk<'_>) -> Self {
        let people = u32::try_from(desk.people()).unwrap_or(u32::MAX).max(1);
        let people = if kind == SessionKind::HandOver { people.min(2) } else { people };
        Self { kind, people, objectives: None }
    }
}

/// What the boxes are counted by: this room, and the objectives that are planned while they are still chosen.
pub(super) fn shape(begin: Begin, desk: &Desk<'_>) -> Shape {
    let cadence = desk.workspace.cadence(desk.quarter);
    let people = usize::try_from(begin.people).unwrap_or(usize::MAX);
    let shape = Shape::of(desk.quarter, desk.cycle, cadence, people);
    let is_chosen = !matches!(begin.kind, SessionKind::KickOff | SessionKind::Choose);
    let known = if is_chosen { shape.objectives } else { Shape::REFERENCE.objectives };
    let count = |found: usize| u32::try_from(found).unwrap_or(u32::MAX);
    // A step goes through those that are there; only a plan counts those that are still to be written.
    let listed = Some(count(key_results_there(desk.quarter))).filter(|listed| *listed > 0);
    let dependencies = desk.quarter.live_key_results().map(|(_, kr)| kr.dependencies.len()).sum::<usize>();
    Shape {
        objectives: begin.objectives.unwrap_or(known),
        key_results: listed.unwrap_or(shape.key_results),
        dependencies: count(dependencies),
        ..shape
    }
}

pub(super) fn stages(kind: SessionKind, desk: &Desk<'_>, shape: &Shape) -> Vec<Stage> {
    let steps = Steps::with(&desk.workspace.steps);
    let stage = |step: &_| Stage {
        step: *step,
        ending: None,
        topic: None,
        place: 0,
        on_topic: Duration::ZERO,
        picked: Vec::new(),
        given: Vec::new(),
        clock: Clock::of(steps.minutes(*step, variant(kind, shape), shape.counts())),
    };
    kind.steps().iter().map(stage).collect()
}
