//! The meetings of a cycle: when, how long, in which steps, with whom, and what the ledger says was held.

use crate::domain::between::Asked;
use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::dependency::DependencyState;
use crate::domain::effort::Effort;
use crate::domain::quarter::Quarter;

use super::budget::{self, Part, PartKind, Shape};
use super::calendar::{self, Event, EventKind};
use super::check_ins::Rounds;
use super::step::{SessionKind, Steps};

/// One thing of a cycle that takes somebody's time: a meeting, or what is done alone by a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// When, and what it is called.
    pub event: Event,
    /// The session that is played; `None` for what is done alone.
    pub session: Option<SessionKind>,
    /// Its steps, those done alone before it first.
    pub parts: Vec<Part>,
    /// What the ledger says, where it was held.
    pub held: Option<Held>,
    /// Whether it is the next one.
    pub is_next: bool,
}

/// A meeting that was held, as it stands in the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The day.
    pub date: Day,
    /// The minutes it took.
    pub minutes: u32,
    /// How many took part.
    pub people: u32,
}

impl Meeting {
    /// The minutes on one screen, or of the two who hand over.
    pub fn together(&self) -> u32 {
        self.minutes(|part| matches!(part.kind, PartKind::Played(_)))
    }

    /// The minutes each takes alone or in pairs.
    pub fn alone(&self) -> u32 {
        self.minutes(|part| matches!(part.kind, PartKind::Before(_)))
    }

    fn minutes(&self, fits: impl Fn(&Part) -> bool) -> u32 {
        let minutes = self.parts.iter().filter(|part| fits(part)).map(|part| part.minutes);
        minutes.fold(0, u32::saturating_add)
    }
}

/// Everything of the cycle that takes time, by the day it is done by; the next one is marked: the first that is not over and neither
/// held nor overtaken.
pub fn meetings(desk: &Desk<'_>) -> Vec<Meeting> {
    let Desk { workspace, quarter, cycle, today } = *desk;
    let shape = Shape::within(workspace, quarter, cycle);
    let steps = Steps::with(&workspace.steps);
    let rounds = Rounds::at(desk);
    let events = events(desk).into_iter().filter(|event| !event.steps.is_empty());
    let mut all: Vec<Meeting> = events
        .map(|event| Meeting {
            session: session(event.kind),
            parts: parts(&event, &shape, steps),
            held: held(&rounds, quarter, &event),
            event,
            is_next: false,
        })
        .collect();
    all.sort_by_key(|meeting| (meeting.event.until, meeting.event.day, meeting.event.kind));
    let is_ahead = |event: &Event| event.until >= today && !is_overtaken(desk, event);
    let is_open = |meeting: &&mut Meeting| meeting.held.is_none() && is_ahead(&meeting.event);
    if quarter.frame.closed.is_none()
        && let Some(next) = all.iter_mut().find(is_open)
    {
        next.is_next = true;
    }
    all
}

/// Everything that is planned for a quarter, by day, with mid-quarter where it was held.
pub fn events(desk: &Desk<'_>) -> Vec<Event> {
    let rounds = Rounds::at(desk);
    let middle = rounds.mid().map(|mid| mid.number - 1);
    calendar::events_with(desk.cycle, desk.workspace.cadence(desk.quarter), middle)
}

/// The next event of a quarter that begins on its day or after it; what has been held or overtaken is not awaited any more.
pub fn next_event(desk: &Desk<'_>) -> Option<Event> {
    coming_events(desk).into_iter().find(|event| event.day >= desk.today)
}

/// The events of a quarter that are not over; what has been held or overtaken is left out.
pub fn coming_events(desk: &Desk<'_>) -> Vec<Event> {
    let rounds = Rounds::at(desk);
    let mut events = events(desk);
    events.retain(|event| {
        let is_ahead = event.until >= desk.today && !is_overtaken(desk, event);
        is_ahead && held(&rounds, desk.quarter, event).is_none()
    });
    events
}

/// The events of several days that are under way.
pub fn running_events(desk: &Desk<'_>) -> Vec<Event> {
    let all = calendar::running_events(desk.cycle, desk.workspace.cadence(desk.quarter), desk.today);
    all.into_iter().filter(|event| !is_overtaken(desk, event)).collect()
}

/// Tells whether nothing is left to do of an event: the set is committed, or all is scored; nor is anything known to be left
/// where that cannot be read. What other teams owe is chased until no dependency is open.
fn is_overtaken(desk: &Desk<'_>, event: &Event) -> bool {
    let Desk { workspace, quarter, .. } = desk;
    if desk.is_read().is_err() {
        return true;
    }
    let is_committed = quarter.frame.committed.is_some();
    match event.kind {
        EventKind::Countdown
        | EventKind::KickOff
        | EventKind::DraftsIn
        | EventKind::DebateAndCut
        | EventKind::PairsAndBaselines
        | EventKind::Refine
        | EventKind::Commit => is_committed,
        EventKind::DependencyChase => {
            let is_open = |asked: &Asked<'_>| asked.state() == DependencyState::Open;
            is_committed && !workspace.asked_by(quarter).iter().any(is_open)
        }
        EventKind::Scoring => is_committed && quarter.is_scored(),
        EventKind::FirstDay
        | EventKind::CheckIn
        | EventKind::MidQuarter
        | EventKind::Retrospective
        | EventKind::HandOver
        | EventKind::LastDay => false,
    }
}

/// The session played on such a day.
fn session(kind: EventKind) -> Option<SessionKind> {
    match kind {
        EventKind::KickOff => Some(SessionKind::KickOff),
        EventKind::DebateAndCut => Some(SessionKind::Choose),
        EventKind::Refine => Some(SessionKind::Refine),
        EventKind::Commit => Some(SessionKind::Commit),
        EventKind::CheckIn => Some(SessionKind::CheckIn),
        EventKind::MidQuarter => Some(SessionKind::MidQuarter),
        EventKind::Scoring => Some(SessionKind::Score),
        EventKind::Retrospective => Some(SessionKind::Retrospective),
        EventKind::HandOver => Some(SessionKind::HandOver),
        EventKind::Countdown
        | EventKind::DraftsIn
        | EventKind::PairsAndBaselines
        | EventKind::DependencyChase
        | EventKind::FirstDay
        | EventKind::LastDay => None,
    }
}

/// The steps of an event with their minutes: in the session those it plays, all others alone.
fn parts(event: &Event, shape: &Shape, steps: Steps<'_>) -> Vec<Part> {
    let session = session(event.kind);
    let part = |step| match session.filter(|kind| kind.steps().contains(step)) {
        Some(kind) => budget::played(*step, kind, shape, steps),
        None => budget::alone(*step, shape, steps),
    };
    event.steps.iter().map(part).collect()
}

/// The entry of the ledger for an event; a check-in is known by its round, as the cycle has several, and may be held with
/// mid-quarter or without.
fn held(rounds: &Rounds<'_>, quarter: &Quarter, event: &Event) -> Option<Held> {
    let session = session(event.kind)?;
    let fits = |effort: &&Effort| match effort.session {
        Some(kind) if is_check_in(kind) && is_check_in(session) => {
            rounds.held_on(effort.date) == rounds.round_of(event.day)
        }
        kind => kind == Some(session),
    };
    let effort = quarter.efforts.iter().filter(fits).max_by_key(|effort| effort.date)?;
    Some(Held { date: effort.date, minutes: effort.minutes, people: effort.people })
}

/// A check-in may be held with mid-quarter or without.
fn is_check_in(kind: SessionKind) -> bool {
    matches!(kind, SessionKind::CheckIn | SessionKind::MidQuarter)
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::decision::begun;
    use crate::domain::effort::EffortPhase;
    use crate::domain::id::SessionId;
    use crate::domain::quarter::QuarterKey;

    use crate::domain::workspace::Workspace;

    /// A quarter with a ledger of sessions on days after the first.
    fn workspace(sessions: &[(SessionKind, i64)]) -> (Workspace, QuarterKey) {
        let (mut workspace, key) = begun();
        let first = workspace.cycles[&key.cycle].first;
        let quarter = workspace.quarters.get_mut(&key).unwrap();
        for (at, (kind, days)) in sessions.iter().enumerate() {
            let id = SessionId::new(format!("s{at}")).unwrap();
            let entry = Effort::new(id, first.plus(*days), EffortPhase::CheckIns, kind.title());
            quarter.efforts.push(Effort { minutes: 12, people: 6, session: Some(*kind), ..entry });
        }
        (workspace, key)
    }

    fn agenda(sessions: &[(SessionKind, i64)], days: i64) -> Vec<Meeting> {
        let (workspace, key) = workspace(sessions);
        let today = workspace.cycles[&key.cycle].first.plus(days);
        meetings(&Desk::at(&workspace, &key, today).unwrap())
    }

    #[test]
    fn the_next_event_may_be_today_until_it_was_held() {
        let next = |held: &[(SessionKind, i64)], days: i64| {
            let (workspace, key) = workspace(held);
            let today = workspace.cycles[&key.cycle].first.plus(days);
            next_event(&Desk::at(&workspace, &key, today).unwrap()).map(|event| event.title)
        };
        assert_eq!(next(&[], 14).unwrap(), "Check-in 1 of 6");
        assert_eq!(next(&[(SessionKind::CheckIn, 14)], 14).unwrap(), "Check-in 2 of 6");
        assert_eq!(next(&[], 15).unwrap(), "Check-in 2 of 6");
        assert_eq!(next(&[], 120), None);
    }

    #[test]
    fn what_the_commit_and_the_scores_have_done_is_not_awaited_any_more() {
        let (mut workspace, key) = workspace(&[]);
        let first = workspace.cycles[&key.cycle].first;
        let told = |workspace: &Workspace, days: i64| {
            let desk = Desk::at(workspace, &key, first.plus(days)).unwrap();
            let marked = meetings(&desk).into_iter().find(|meeting| meeting.is_next);
            let running: Vec<EventKind> = running_events(&desk).iter().map(|event| event.kind).collect();
            (next_event(&desk).unwrap().kind, marked.unwrap().event.kind, running)
        };
        let before = [
            (EventKind::DraftsIn, EventKind::DraftsIn, vec![]),
            (EventKind::FirstDay, EventKind::Commit, vec![EventKind::Commit]),
        ];
        assert_eq!([-20, -1].map(|days| told(&workspace, days)), before);
        let quarter = workspace.quarters.get_mut(&key).unwrap();
        quarter.frame.committed = Some(first.plus(-21));
        let after = (EventKind::FirstDay, EventKind::CheckIn, vec![]);
        assert_eq!([-20, -1].map(|days| told(&workspace, days)), [after.clone(), after]);
        let scored = told(&workspace, 86);
        assert_eq!(scored, (EventKind::HandOver, EventKind::Retrospective, vec![EventKind::Retrospective]));
    }

    #[test]
    fn the_meetings_have_the_boxes_of_the_method() {
        let all = agenda(&[], -40);
        let minutes = |kind| all.iter().find(|meeting| meeting.session == Some(kind)).unwrap().together();
        let found = [
            SessionKind::KickOff,
            SessionKind::Choose,
            SessionKind::Refine,
            SessionKind::Commit,
            SessionKind::CheckIn,
            SessionKind::MidQuarter,
            SessionKind::Score,
            SessionKind::Retrospective,
        ];
        assert_eq!(found.map(minutes), [10, 30, 35, 23, 12, 24, 18, 30]);
        let alone: Vec<u32> =
            all.iter().filter(|meeting| meeting.session.is_none()).map(Meeting::alone).collect();
        assert_eq!(alone, [8, 48 + 48, 20]);
    }

    #[test]
    fn the_next_one_was_not_held_and_is_not_over() {
        let next = |sessions: &[(SessionKind, i64)], days| {
            let all = agenda(sessions, days);
            all.into_iter().find(|meeting| meeting.is_next).map(|meeting| meeting.event.title)
        };
        assert_eq!(next(&[], -21).as_deref(), Some("Kick-off"));
        assert_eq!(next(&[(SessionKind::KickOff, -21)], -21).as_deref(), Some("Drafts due"));
        assert_eq!(next(&[], 28).as_deref(), Some("Check-in 2 of 6"));
        assert_eq!(
            next(&[(SessionKind::CheckIn, 27)], 28).as_deref(),
            Some("Check-in 3 of 6, with mid-quarter")
        );
        assert_eq!(next(&[], 200), None);
    }

    #[test]
    fn a_check_in_was_held_in_its_round_with_mid_quarter_or_without() {
        let all = agenda(&[(SessionKind::CheckIn, 43), (SessionKind::MidQuarter, 57)], 60);
        let held: Vec<&str> = all
            .iter()
            .filter(|meeting| meeting.held.is_some())
            .map(|meeting| meeting.event.title.as_str())
            .collect();
        assert_eq!(held, ["Check-in 3 of 6", "Check-in 4 of 6, with mid-quarter"]);
        let late = agenda(&[(SessionKind::MidQuarter, 57)], 60);
        let held: Vec<&Meeting> = late.iter().filter(|meeting| meeting.held.is_some()).collect();
        assert_eq!(held.len(), 1, "held late it is still mid-quarter: {held:?}");
        assert_eq!(held[0].session, Some(SessionKind::MidQuarter));
    }
}
