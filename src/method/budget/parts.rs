//! What a plan is made of: each session with its steps, and what is done alone before it. Every sum of a plan is one of
//! these parts.

use super::Shape;
use crate::domain::effort::{EffortPhase, PersonMinutes};
use crate::method::step::{Mode, SessionKind, Step, Steps, Variant};
use crate::method::texts::{self, Line};

/// What a part of a plan is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// What the facilitator does alone before the kick-off.
    Preparation,
    /// What a first cycle begins with, for everybody.
    Briefing,
    /// A step done alone or in pairs before the session, or what one person does after a meeting (SET-10).
    Before(Step),
    /// A step of the session.
    Played(Step),
}

/// So many minutes of so many people, so many times in the quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The session it belongs to.
    pub session: SessionKind,
    /// What it is.
    pub kind: PartKind,
    /// How it is held.
    pub mode: Mode,
    /// Minutes of each person, each time.
    pub minutes: u32,
    /// How many people; none where a cut leaves the step out.
    pub people: u32,
    /// How often in the quarter.
    pub times: u32,
}

impl Part {
    /// What it costs in the whole quarter.
    pub fn cost(&self) -> PersonMinutes {
        PersonMinutes(self.minutes.saturating_mul(self.people).saturating_mul(self.times))
    }

    /// The phase it counts for.
    pub fn phase(&self) -> EffortPhase {
        self.session.phase()
    }

    /// The step, where it is one.
    pub fn step(&self) -> Option<Step> {
        match self.kind {
            PartKind::Preparation | PartKind::Briefing => None,
            PartKind::Before(step) | PartKind::Played(step) => Some(step),
        }
    }

    /// What it is called.
    pub fn title(self, steps: Steps<'_>) -> &str {
        match self.kind {
            PartKind::Preparation => texts::line(Line::Preparation),
            PartKind::Briefing => texts::line(Line::Briefing),
            PartKind::Before(step) | PartKind::Played(step) => steps.guide(step).title,
        }
    }
}

/// Everything a quarter of that shape is made of, in the order of the cycle.
pub(super) fn parts(shape: &Shape, steps: Steps<'_>) -> Vec<Part> {
    let held = SessionKind::ALL.iter().filter(|kind| times(**kind, shape) > 0);
    held.flat_map(|kind| of_session(*kind, shape, steps)).collect()
}

/// How often a session is held in a quarter.
fn times(kind: SessionKind, shape: &Shape) -> u32 {
    match kind {
        SessionKind::CheckIn => shape.check_ins.saturating_sub(1),
        SessionKind::MidQuarter => shape.check_ins.min(1),
        SessionKind::KickOff
        | SessionKind::Choose
        | SessionKind::Refine
        | SessionKind::Commit
        | SessionKind::Score
        | SessionKind::Retrospective
        | SessionKind::HandOver => 1,
    }
}

fn of_session(kind: SessionKind, shape: &Shape, steps: Steps<'_>) -> Vec<Part> {
    let mut parts = if kind == SessionKind::KickOff { first_of_all(shape, steps) } else { Vec::new() };
    parts.extend(kind.before().iter().map(|step| alone(*step, shape, steps)));
    parts.extend(kind.steps().iter().map(|step| played(*step, kind, shape, steps)));
    parts.into_iter().map(|part| Part { session: kind, times: times(kind, shape), ..part }).collect()
}

/// What comes before the first step.
fn first_of_all(shape: &Shape, steps: Steps<'_>) -> Vec<Part> {
    let counts = shape.counts();
    let part = |kind, mode, minutes, people| Part {
        session: SessionKind::KickOff,
        kind,
        mode,
        minutes,
        people,
        times: 1,
    };
    let mut parts = vec![part(PartKind::Preparation, Mode::Async, steps.preparation(counts), 1)];
    if shape.briefing {
        parts.push(part(PartKind::Briefing, Mode::Live, steps.briefing(counts), shape.people));
    }
    parts
}

/// What a step done alone takes by default: of one person, one pair or each; of a step held together, what one person does
/// afterwards (SET-10).
pub fn alone(step: Step, shape: &Shape, steps: Steps<'_>) -> Part {
    let (who, held) = steps.held(step);
    let (mode, minutes, people) = match held {
        Mode::Live => (Mode::Async, steps.minutes_after(step, shape.counts()), 1),
        Mode::Async | Mode::Pair => {
            let minutes = steps.minutes(step, Variant::Usual, shape.counts());
            (held, minutes, who.people(shape.people))
        }
    };
    let session = SessionKind::KickOff;
    Part { session, kind: PartKind::Before(step), mode, minutes, people, times: 1 }
}

/// What a step takes in its session.
pub fn played(step: Step, session: SessionKind, shape: &Shape, steps: Steps<'_>) -> Part {
    let (who, mode) = steps.held(step);
    let everybody = who.people(shape.people);
    let people = match step {
        Step::Set9 if shape.half_team_refines => everybody.div_ceil(2),
        Step::Sco3 if shape.scores_without_meeting => 0,
        _ => everybody,
    };
    let minutes = steps.minutes(step, variant(session, shape), shape.counts());
    Part { session, kind: PartKind::Played(step), mode, minutes, people, times: 1 }
}

/// The form in which the boxes of a session are counted.
pub fn variant(kind: SessionKind, shape: &Shape) -> Variant {
    match kind {
        SessionKind::MidQuarter => Variant::Mid,
        SessionKind::CheckIn => shape.variant(),
        SessionKind::KickOff
        | SessionKind::Choose
        | SessionKind::Refine
        | SessionKind::Commit
        | SessionKind::Score
        | SessionKind::Retrospective
        | SessionKind::HandOver => Variant::Usual,
    }
}
