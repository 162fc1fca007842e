//! The dated events of a cycle, from countdown to hand-over.

use crate::domain::cycle::Cycle;
use crate::domain::day::Day;
use crate::domain::frame::Cadence;
use crate::domain::quarter::scoring_opens;

use super::step::Step;
use super::texts::{self, fill, text_keys};

/// Days before T0 at which the countdown starts.
pub const COUNTDOWN: i64 = 35;
/// Days before T0 of the usual kick-off.
pub const KICK_OFF: i64 = 21;
/// Days before T0 of the latest kick-off; a later one is warned about.
pub const LATEST_KICK_OFF: i64 = 14;
/// Days before T1 on which scoring ends, so that the retrospective still fits in.
pub const SCORING_ENDS: i64 = 3;
/// Working days within which the retrospective follows scoring.
pub const RETROSPECTIVE_WITHIN: u32 = 2;

text_keys! {
    /// What happens on a day.
    EventKind {
        /// The coming quarter comes into sight.
        Countdown
        /// SET-1.
        KickOff
        /// Every draft is in (SET-2).
        DraftsIn
        /// SET-3 to SET-6.
        DebateAndCut
        /// SET-7 and SET-8.
        PairsAndBaselines
        /// SET-9 and SET-10.
        Refine
        /// Open dependencies are chased (SET-10).
        DependencyChase
        /// SET-11 to SET-14.
        Commit
        /// T0.
        FirstDay
        /// CHK-1 to CHK-5.
        CheckIn
        /// The check-in nearest to mid-quarter, with MID-1 to MID-3.
        MidQuarter
        /// SCO-1 to SCO-4.
        Scoring
        /// RET-1 to RET-8.
        Retrospective
        /// HND-1.
        HandOver
        /// T1.
        LastDay
    }
}

/// Something the method has planned for a day or a stretch of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The day, or the first of several.
    pub day: Day,
    /// The last day; the same for a single day.
    pub until: Day,
    /// What it is.
    pub kind: EventKind,
    /// The steps of the method that belong to it.
    pub steps: &'static [Step],
    /// What it is called: "Check-in 4 of 6".
    pub title: String,
}

/// Days before T0 of the events between kick-off and commit.
struct Column {
    drafts_in: i64,
    debate: i64,
    pairs_until: i64,
    refine: i64,
}

const USUAL: Column = Column { drafts_in: 18, debate: 16, pairs_until: 10, refine: 9 };
const LATE: Column = Column { drafts_in: 13, debate: 12, pairs_until: 8, refine: 7 };
/// Days before T0 until which open dependencies are chased.
const CHASED_UNTIL: i64 = 3;
/// Days before T0 of session D.
const COMMIT: (i64, i64) = (2, 1);

/// The day of the kick-off: as set, else T0-21, or the Monday after where that is a weekend.
pub fn kick_off(cycle: &Cycle) -> Day {
    cycle.kick_off.unwrap_or_else(|| cycle.first.plus(-KICK_OFF).or_monday())
}

/// The days of the check-ins: every 14 or 28 days from T0, or from the Monday after a T0 at the weekend; none after scoring
/// has ended at T1-3.
pub fn check_in_days(cycle: &Cycle, cadence: Cadence) -> Vec<Day> {
    let first = cycle.first.or_monday();
    let count = cycle.last.plus(-SCORING_ENDS).days_since(first).div_euclid(cadence.days()).max(0);
    (1..=count).map(|number| first.plus(number * cadence.days())).collect()
}

/// The place, from 0, of the check-in day nearest to mid-quarter, the earlier of two; it carries MID.
pub fn mid_quarter(cycle: &Cycle, days: &[Day]) -> Option<usize> {
    let from_middle = |day: &Day| (2 * day.days_since(cycle.first) - (cycle.days() - 1)).abs();
    (0..days.len()).min_by_key(|at| from_middle(&days[*at]))
}

/// The days on which scoring is planned, T1-6 to T1-3, of those the working days.
pub fn scoring(cycle: &Cycle) -> (Day, Day) {
    let first = scoring_opens(cycle).or_monday();
    (first, cycle.last.plus(-SCORING_ENDS).or_friday().max(first))
}

/// The last day on which the retrospective is in time: two working days after scoring, and before the next set, that of the
/// quarter which follows at once, is committed.
pub fn retrospective_until(cycle: &Cycle) -> Day {
    let scored = scoring(cycle).1;
    let next = cycle.last.plus(1);
    let before_commit = working_before(next.plus(-COMMIT.0), next).plus(-1).or_friday();
    scored.plus_working_days(RETROSPECTIVE_WITHIN).min(before_commit).max(scored)
}

/// The day itself, else the next working day; what is meant to be over before a quarter begins is not put off to its first day.
fn working_before(day: Day, first: Day) -> Day {
    if day.or_monday() < first { day.or_monday() } else { day.or_friday() }
}

/// The day on which key results are refined: from then on a set is near its commit, and what is written is meant to be whole.
pub fn refine(cycle: &Cycle) -> Day {
    let refine = setting_events(cycle).into_iter().find(|event| event.kind == EventKind::Refine);
    refine.map_or(cycle.first, |event| event.day)
}

/// Everything that is planned for a cycle, by day; nothing where its days cannot be read.
pub fn events(cycle: &Cycle, cadence: Cadence) -> Vec<Event> {
    events_with(cycle, cadence, mid_quarter(cycle, &check_in_days(cycle, cadence)))
}

/// The same, where mid-quarter goes with the check-in at this place, from 0.
pub fn events_with(cycle: &Cycle, cadence: Cadence, middle: Option<usize>) -> Vec<Event> {
    if cycle.is_unread {
        return Vec::new();
    }
    let mut events = setting_events(cycle);
    events.extend(check_in_events(cycle, cadence, middle));
    events.extend(closing_events(cycle));
    events.sort_by_key(|event| (event.day, event.kind));
    events
}

/// The events of several days that are under way on a day.
pub fn running_events(cycle: &Cycle, cadence: Cadence, today: Day) -> Vec<Event> {
    let is_running = |event: &Event| event.day < today && today <= event.until;
    events(cycle, cadence).into_iter().filter(is_running).collect()
}

fn setting_events(cycle: &Cycle) -> Vec<Event> {
    let kick_off = kick_off(cycle);
    let before = |days: i64| cycle.first.plus(-days);
    let after_kick_off = |days: i64| before(days).max(kick_off);
    let column = if kick_off < before(USUAL.drafts_in) { USUAL } else { LATE };
    let working = |day: Day| working_before(day, cycle.first);
    let planned = |kind, from, to| {
        let day = working(after_kick_off(from));
        event(kind, (day, working(after_kick_off(to)).max(day)))
    };
    vec![
        event(EventKind::Countdown, single(before(COUNTDOWN).or_monday().min(kick_off))),
        event(EventKind::KickOff, single(kick_off)),
        planned(EventKind::DraftsIn, column.drafts_in, column.drafts_in),
        planned(EventKind::DebateAndCut, column.debate, column.debate),
        planned(EventKind::PairsAndBaselines, column.debate, column.pairs_until),
        planned(EventKind::Refine, column.refine, column.refine),
        planned(EventKind::DependencyChase, column.refine, CHASED_UNTIL),
        planned(EventKind::Commit, COMMIT.0, COMMIT.1),
        event(EventKind::FirstDay, single(cycle.first)),
    ]
}

fn check_in_events(cycle: &Cycle, cadence: Cadence, middle: Option<usize>) -> Vec<Event> {
    let days = check_in_days(cycle, cadence);
    let of = days.len().to_string();
    let dated = |(at, day): (usize, &Day)| {
        let kind = if middle == Some(at) { EventKind::MidQuarter } else { EventKind::CheckIn };
        let number = (at + 1).to_string();
        let mut planned = event(kind, single(*day));
        planned.title = fill(&planned.title, &[("number", &number), ("of", &of)]);
        planned
    };
    days.iter().enumerate().map(dated).collect()
}

fn closing_events(cycle: &Cycle) -> Vec<Event> {
    let scoring = scoring(cycle);
    let retrospective = retrospective_until(cycle);
    vec![
        event(EventKind::Scoring, scoring),
        event(EventKind::Retrospective, (scoring.1, retrospective)),
        event(EventKind::HandOver, single(retrospective)),
        event(EventKind::LastDay, single(cycle.last)),
    ]
}

fn single(day: Day) -> (Day, Day) {
    (day, day)
}

fn event(kind: EventKind, (day, until): (Day, Day)) -> Event {
    Event { day, until, kind, steps: steps(kind), title: texts::event(kind).to_owned() }
}

fn steps(kind: EventKind) -> &'static [Step] {
    use Step::{
        Chk1, Chk2, Chk3, Chk4, Chk5, Hnd1, Mid1, Mid2, Mid3, Ret1, Ret2, Ret3, Ret4, Ret5, Ret6, Ret7, Ret8,
        Sco1, Sco2, Sco3, Sco4, Set1, Set2, Set3, Set4, Set5, Set6, Set7, Set8, Set9, Set10, Set11, Set12,
        Set13, Set14,
    };
    match kind {
        EventKind::Countdown | EventKind::FirstDay | EventKind::LastDay => &[],
        EventKind::KickOff => &[Set1],
        EventKind::DraftsIn => &[Set2],
        EventKind::DebateAndCut => &[Set3, Set4, Set5, Set6],
        EventKind::PairsAndBaselines => &[Set7, Set8],
        EventKind::Refine => &[Set9, Set10],
        EventKind::DependencyChase => &[Set10],
        EventKind::Commit => &[Set11, Set12, Set13, Set14],
        EventKind::CheckIn => &[Chk1, Chk2, Chk3, Chk4, Chk5],
        EventKind::MidQuarter => &[Chk1, Chk2, Chk3, Chk4, Chk5, Mid1, Mid2, Mid3],
        EventKind::Scoring => &[Sco1, Sco2, Sco3, Sco4],
        EventKind::Retrospective => &[Ret1, Ret2, Ret3, Ret4, Ret5, Ret6, Ret7, Ret8],
        EventKind::HandOver => &[Hnd1],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cycle(text: &str) -> Cycle {
        Cycle::calendar(text).unwrap()
    }

    fn of(cycle: &Cycle, kind: EventKind) -> (i64, i64) {
        let all = events(cycle, Cadence::BiWeekly);
        let event = all.iter().find(|event| event.kind == kind).unwrap();
        (event.day.days_since(cycle.first), event.until.days_since(cycle.first))
    }

    #[test]
    fn the_usual_kick_off_dates_the_first_column() {
        let cycle = cycle("2027-q1");
        for (kind, from, to) in [
            (EventKind::Countdown, -35, -35),
            (EventKind::KickOff, -21, -21),
            (EventKind::DraftsIn, -18, -18),
            (EventKind::DebateAndCut, -16, -16),
            (EventKind::PairsAndBaselines, -16, -10),
            (EventKind::Refine, -9, -9),
            (EventKind::DependencyChase, -9, -3),
            (EventKind::Commit, -2, -1),
        ] {
            assert_eq!(of(&cycle, kind), (from, to), "{kind:?}");
        }
    }

    #[test]
    fn the_latest_kick_off_dates_the_second_column() {
        let mut cycle = cycle("2027-q1");
        cycle.kick_off = Some(cycle.first.plus(-14));
        for (kind, from, to) in [
            (EventKind::Countdown, -35, -35),
            (EventKind::KickOff, -14, -14),
            // T0-13 and T0-12 lie at a weekend.
            (EventKind::DraftsIn, -11, -11),
            (EventKind::DebateAndCut, -11, -11),
            (EventKind::PairsAndBaselines, -11, -8),
            (EventKind::Refine, -7, -7),
            (EventKind::DependencyChase, -7, -3),
            (EventKind::Commit, -2, -1),
        ] {
            assert_eq!(of(&cycle, kind), (from, to), "{kind:?}");
        }
    }

    #[test]
    fn a_usual_quarter_has_six_or_three_check_ins() {
        for text in ["2027-q1", "2027-q2", "2027-q3", "2027-q4", "2028-q1"] {
            let cycle = cycle(text);
            let weeks = |cadence| -> Vec<i64> {
                let days = check_in_days(&cycle, cadence);
                days.iter().map(|day| day.days_since(cycle.first) / 7).collect()
            };
            assert_eq!(weeks(Cadence::BiWeekly), [2, 4, 6, 8, 10, 12], "{text}");
            assert_eq!(weeks(Cadence::Monthly), [4, 8, 12], "{text}");
        }
    }

    #[test]
    fn the_check_in_nearest_to_the_middle_carries_mid_quarter() {
        let cycle = cycle("2027-q1");
        assert_eq!(of(&cycle, EventKind::MidQuarter), (42, 42));
        let titles: Vec<String> =
            events(&cycle, Cadence::Monthly).into_iter().map(|event| event.title).collect();
        assert!(titles.iter().any(|title| title.starts_with("Check-in 2 of 3") && title.len() > 16));
        assert!(titles.contains(&"Check-in 3 of 3".to_owned()));
    }

    #[test]
    fn the_closing_week_scores_then_looks_back() {
        let cycle = cycle("2027-q1");
        let day = |text: &str| Day::parse(text, cycle.first).unwrap();
        assert_eq!(scoring(&cycle), (day("2027-03-25"), day("2027-03-26")));
        assert_eq!(retrospective_until(&cycle), day("2027-03-29"));
    }

    #[test]
    fn the_retrospective_comes_before_the_next_set_is_committed() {
        let planned = |cycle: &Cycle, kind| {
            let found = events(cycle, Cadence::BiWeekly).into_iter().find(|event| event.kind == kind);
            found.unwrap_or_else(|| panic!("{}: no {kind:?}", cycle.label))
        };
        for year in 2024..2040 {
            for number in 1..=4 {
                let this = cycle(&format!("{year}-q{number}"));
                let next = cycle(&format!("{}-q{}", year + number / 4, number % 4 + 1));
                let commit = planned(&next, EventKind::Commit).day;
                for kind in [EventKind::Retrospective, EventKind::HandOver] {
                    let event = planned(&this, kind);
                    assert!(event.until < commit, "{}: {event:?}, commit on {commit:?}", this.label);
                }
            }
        }
    }

    #[test]
    fn nothing_is_planned_for_a_weekend() {
        for year in 2025..2040 {
            for number in 1..=4 {
                let cycle = cycle(&format!("{year}-q{number}"));
                for cadence in [Cadence::BiWeekly, Cadence::Monthly] {
                    let planned = events(&cycle, cadence).into_iter();
                    let planned = planned
                        .filter(|event| !matches!(event.kind, EventKind::FirstDay | EventKind::LastDay));
                    for event in planned {
                        let is_weekend = event.day.is_weekend() || event.until.is_weekend();
                        assert!(!is_weekend, "{year}-q{number}: {event:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn an_event_of_several_days_runs_until_its_last() {
        let cycle = cycle("2027-q1");
        let running = running_events(&cycle, Cadence::BiWeekly, cycle.first.plus(-12));
        assert_eq!(
            running.iter().map(|event| event.kind).collect::<Vec<_>>(),
            [EventKind::PairsAndBaselines]
        );
    }

    proptest! {
        #[test]
        fn any_first_and_last_day_give_an_ordered_plan(
            start in 0_i64..80_000, length in -40_i64..900, kick_off in proptest::option::of(-60_i64..60), monthly: bool
        ) {
            let mut cycle = cycle("2027-q1");
            cycle.first = Day::new(1970, 1, 1).unwrap().plus(start);
            cycle.last = cycle.first.plus(length);
            cycle.kick_off = kick_off.map(|days| cycle.first.plus(days));
            let cadence = if monthly { Cadence::Monthly } else { Cadence::BiWeekly };
            let events = events(&cycle, cadence);
            prop_assert!(events.is_sorted_by_key(|event| event.day));
            prop_assert!(events.iter().all(|event| event.day <= event.until));
            let days = check_in_days(&cycle, cadence);
            prop_assert!(days.iter().all(|day| cycle.contains(*day)));
            prop_assert!(days.windows(2).all(|pair| pair[1].days_since(pair[0]) == cadence.days()));
            let mids = events.iter().filter(|event| event.kind == EventKind::MidQuarter).count();
            prop_assert_eq!(mids, usize::from(!days.is_empty()));
        }
    }
}
