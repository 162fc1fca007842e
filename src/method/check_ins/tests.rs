mod early;

use super::*;
use crate::domain::effort::{Effort, EffortPhase};
use crate::domain::frame::Frame;
use crate::domain::id::{ObjectiveId, SessionId, SittingId, TeamId};
use crate::domain::key_result::Revision;
use crate::domain::quarter::QuarterKey;
use crate::method::step::SessionKind;
use proptest::prelude::*;

fn cycle() -> Cycle {
    Cycle::calendar("2027-q1").unwrap()
}

fn id(text: &str) -> KeyResultId {
    KeyResultId::new(text).unwrap()
}

fn committed(text: &str) -> KeyResult {
    let mut key_result = KeyResult::draft(id(text), text, 10);
    key_result.revisions.push(Revision {
        date: cycle().first,
        reason: "committed".to_owned(),
        title: text.to_owned(),
        measure: key_result.measure.clone(),
        ambition: None,
    });
    key_result
}

/// A committed quarter with these key results.
fn quarter(key_results: &[&str]) -> Quarter {
    let key = QuarterKey { team: TeamId::new("payments").unwrap(), cycle: cycle().id };
    let frame = Frame { committed: Some(cycle().first.plus(-2)), ..Frame::default() };
    let mut quarter = Quarter::new(key, frame);
    let mut objective = Objective::draft(ObjectiveId::new("o").unwrap(), "o", 10);
    objective.key_results = key_results.iter().map(|text| committed(text)).collect();
    quarter.objectives.push(objective);
    quarter
}

fn votes(values: &[u8]) -> Votes {
    values.iter().filter_map(|value| Confidence::new(*value)).collect()
}

/// Adds a sitting so many days into the quarter.
fn sit(quarter: &mut Quarter, days: i64, entries: Vec<CheckIn>) {
    let number = quarter.sittings.len();
    quarter.sittings.push(Sitting {
        check_ins: entries,
        ..Sitting::new(SittingId::new(format!("s{number}")).unwrap(), cycle().first.plus(days))
    });
}

fn vote(key_result: &str, values: &[u8]) -> CheckIn {
    CheckIn { confidence: votes(values), reading: Some(1.into()), ..CheckIn::on(id(key_result)) }
}

/// The rounds, looked at when all of them are over.
fn rounds<'a>(quarter: &'a Quarter, cycle: &'a Cycle) -> Rounds<'a> {
    Rounds::of(quarter, cycle, Cadence::BiWeekly).on(cycle.last.plus(30))
}

fn medians(quarter: &Quarter, key_result: &str) -> Vec<Option<u8>> {
    let cycle = cycle();
    let trend = rounds(quarter, &cycle).trend(&id(key_result));
    trend.iter().map(|heard| heard.median().map(Confidence::percent)).collect()
}

#[test]
fn a_sitting_belongs_to_the_nearest_check_in_the_earlier_of_two() {
    let (quarter, cycle) = (quarter(&[]), cycle());
    let rounds = rounds(&quarter, &cycle);
    for (days, number) in [(0, 1), (14, 1), (21, 1), (22, 2), (35, 2), (36, 3), (84, 6), (120, 6)] {
        assert_eq!(rounds.round_of(cycle.first.plus(days)).unwrap().number, number, "{days}");
    }
    assert_eq!(rounds.mid().unwrap().number, 3);
}

#[test]
fn single_votes_are_pooled_and_a_vote_of_the_room_replaces_them() {
    let mut quarter = quarter(&["a"]);
    for (days, vote_of) in [(12, 80), (13, 20), (14, 50)] {
        sit(&mut quarter, days, vec![vote("a", &[vote_of])]);
    }
    assert_eq!(medians(&quarter, "a")[0], Some(50));
    sit(&mut quarter, 14, vec![vote("a", &[10, 30, 40])]);
    sit(&mut quarter, 15, vec![vote("a", &[99])]);
    assert_eq!(medians(&quarter, "a")[0], Some(30));
    sit(&mut quarter, 15, vec![vote("a", &[60, 70])]);
    assert_eq!(medians(&quarter, "a")[0], Some(65));
}

#[test]
fn a_corrected_sitting_no_longer_counts() {
    let mut quarter = quarter(&["a"]);
    sit(&mut quarter, 14, vec![vote("a", &[80])]);
    sit(&mut quarter, 14, vec![vote("a", &[20])]);
    quarter.sittings[1].supersedes = Some(quarter.sittings[0].id.clone());
    assert_eq!(medians(&quarter, "a")[0], Some(20));
}

#[test]
fn a_round_in_which_nobody_spoke_stays_a_gap() {
    let mut quarter = quarter(&["a"]);
    sit(&mut quarter, 14, vec![vote("a", &[40])]);
    sit(&mut quarter, 42, vec![vote("a", &[60])]);
    assert_eq!(medians(&quarter, "a"), [Some(40), None, Some(60), None, None, None]);
}

#[test]
fn the_last_reading_of_a_round_stands_and_notes_are_kept_in_order() {
    let mut quarter = quarter(&["a"]);
    let note = |reading: i32, changed: &str| CheckIn {
        reading: Some(reading.into()),
        changed: Some(changed.to_owned()),
        ..CheckIn::on(id("a"))
    };
    sit(&mut quarter, 13, vec![note(3, "first")]);
    sit(&mut quarter, 14, vec![note(2, "second")]);
    let cycle = cycle();
    let rounds = rounds(&quarter, &cycle);
    let heard = rounds.heard(&id("a"), rounds.list()[0]);
    assert_eq!(heard.reading.unwrap().value, 2.into());
    assert_eq!(heard.changed, ["first", "second"]);
}

#[test]
fn the_last_room_median_is_never_that_of_the_round_under_way() {
    let mut quarter = quarter(&["a"]);
    sit(&mut quarter, -2, vec![vote("a", &[50, 60, 70])]);
    quarter.sittings[0].kind = SittingKind::Opening;
    sit(&mut quarter, 14, vec![vote("a", &[40])]);
    sit(&mut quarter, 28, vec![vote("a", &[90])]);
    let cycle = cycle();
    let rounds = rounds(&quarter, &cycle);
    let last = |days: i64| rounds.last_room_median(&id("a"), cycle.first.plus(days)).unwrap();
    assert_eq!((last(14).median.percent(), last(14).day), (60, cycle.first.plus(-2)));
    assert_eq!((last(28).median.percent(), last(28).day), (40, cycle.first.plus(14)));
    assert_eq!(last(56).median.percent(), 90);
    assert_eq!(rounds.last_room_median(&id("b"), cycle.last), None);
}

/// The round of day 14 as it looks so many days into the quarter: its median, and how many votes are hidden.
fn first(quarter: &Quarter, days: i64) -> (Option<u8>, usize) {
    let cycle = cycle();
    let rounds = Rounds::of(quarter, &cycle, Cadence::BiWeekly).on(cycle.first.plus(days));
    let heard = rounds.heard(&id("a"), rounds.list()[0]);
    assert_eq!(heard.votes.is_empty(), heard.voted.is_none());
    (heard.median().map(Confidence::percent), heard.hidden)
}

#[test]
fn no_number_of_a_running_round_is_seen_before_the_room_shows_its_own() {
    let mut quarter = quarter(&["a", "b"]);
    sit(&mut quarter, 12, vec![vote("a", &[80])]);
    sit(&mut quarter, 13, vec![vote("a", &[20])]);
    for days in [0, 12, 14, 21] {
        assert_eq!(first(&quarter, days), (None, 2), "{days}");
    }
    assert_eq!(first(&quarter, 22), (Some(50), 0));
    sit(&mut quarter, 14, vec![vote("b", &[20, 80])]);
    assert_eq!(first(&quarter, 14), (None, 2));
    sit(&mut quarter, 14, vec![vote("a", &[20, 60, 80])]);
    assert_eq!(first(&quarter, 14), (Some(60), 0));
}

#[test]
fn without_a_day_only_what_the_room_has_shown_is_seen() {
    let mut quarter = quarter(&["a"]);
    sit(&mut quarter, 14, vec![vote("a", &[80])]);
    sit(&mut quarter, 28, vec![vote("a", &[30, 40])]);
    let cycle = cycle();
    let rounds = Rounds::of(&quarter, &cycle, Cadence::BiWeekly);
    let seen: Vec<Option<u8>> =
        rounds.trend(&id("a")).iter().map(|heard| heard.median().map(Confidence::percent)).collect();
    assert_eq!(seen, [None, Some(35), None, None, None, None]);
    quarter.frame.closed = Some(cycle.last);
    let rounds = Rounds::of(&quarter, &cycle, Cadence::BiWeekly);
    assert_eq!(rounds.heard(&id("a"), rounds.list()[0]).median(), Confidence::new(80));
}

#[test]
fn an_opening_vote_given_alone_is_hidden_until_the_room_votes_or_commits() {
    let mut quarter = quarter(&["a"]);
    let committed = quarter.frame.committed.take();
    sit(&mut quarter, -5, vec![vote("a", &[95])]);
    quarter.sittings[0].kind = SittingKind::Opening;
    let cycle = cycle();
    assert_eq!(rounds(&quarter, &cycle).opening(&id("a")), Votes::default());
    let now = rounds(&quarter, &cycle).now(&id("a"), cycle.first);
    assert_eq!(now.hidden_words(0).as_deref(), Some("1 vote in, hidden"));
    quarter.frame.committed = committed;
    assert_eq!(rounds(&quarter, &cycle).opening(&id("a")), votes(&[95]));
}

#[test]
fn what_is_hidden_says_how_many_are_in() {
    let words = |hidden, people| Heard { hidden, ..Heard::nothing(rounds_of_nobody()) }.hidden_words(people);
    assert_eq!(words(0, 6), None);
    assert_eq!(words(1, 0).as_deref(), Some("1 vote in, hidden"));
    assert_eq!(words(2, 6).as_deref(), Some("2 of 6 votes in, hidden"));
    assert_eq!(words(3, 2).as_deref(), Some("3 votes in, hidden"));
}

fn rounds_of_nobody() -> Round {
    Round { number: 1, day: cycle().first, is_mid: false }
}

#[test]
fn only_committed_key_results_without_an_entry_are_left_to_log() {
    let mut quarter = quarter(&["a", "b", "draft"]);
    quarter.objectives[0].key_results[2].revisions.clear();
    sit(&mut quarter, 14, vec![vote("a", &[50])]);
    let cycle = cycle();
    let left = |quarter: &Quarter, days: i64| -> Vec<String> {
        let found = rounds(quarter, &cycle).to_log(cycle.first.plus(days));
        found.iter().map(|key_result| key_result.id.to_string()).collect()
    };
    assert_eq!(left(&quarter, 15), ["b"]);
    assert_eq!(left(&quarter, 28), ["a", "b"]);
    assert_eq!(left(&quarter, -1), Vec::<String>::new());
    let only_voted = CheckIn { reading: None, ..vote("b", &[40, 60]) };
    sit(&mut quarter, 14, vec![only_voted.clone()]);
    assert_eq!(left(&quarter, 15), ["b"], "the room has voted, and nobody has read it");
    sit(&mut quarter, 14, vec![CheckIn { not_readable: true, ..CheckIn::on(id("b")) }]);
    assert_eq!(left(&quarter, 15), Vec::<String>::new());
    let score = crate::domain::score::Score::from_tenths(7);
    let scoring = crate::domain::scoring::Scoring { score, ..crate::domain::scoring::Scoring::of(id("b")) };
    quarter.scorings.insert(id("b"), scoring);
    assert_eq!(left(&quarter, 28), ["a"], "what is scored is not logged any more");
    quarter.frame.closed = Some(cycle.last);
    assert_eq!(left(&quarter, 28), Vec::<String>::new());
}

#[test]
fn what_is_logged_in_the_first_days_is_not_the_first_check_in() {
    let cycle = cycle();
    let mut quarter = quarter(&["a"]);
    sit(&mut quarter, 1, vec![vote("a", &[40, 60])]);
    let left = |quarter: &Quarter, days: i64| rounds(quarter, &cycle).to_log(cycle.first.plus(days)).len();
    assert_eq!([1, 6, 7, 14].map(|days| left(&quarter, days)), [0, 0, 1, 1]);
    assert_eq!(rounds(&quarter, &cycle).held(), 0);
    assert_eq!(rounds(&quarter, &cycle).last_median(&id("a")), Confidence::new(50), "the vote stands");
    sit(&mut quarter, 7, vec![vote("a", &[40, 60])]);
    assert_eq!((left(&quarter, 14), rounds(&quarter, &cycle).held()), (0, 1));
}

#[test]
fn a_check_in_is_overdue_after_one_and_a_half_cadences() {
    let mut quarter = quarter(&["a"]);
    let cycle = cycle();
    let overdue = |quarter: &Quarter, cadence, days: i64| {
        Rounds::of(quarter, &cycle, cadence).overdue(cycle.first.plus(days)).map(|overdue| overdue.days)
    };
    assert_eq!(overdue(&quarter, Cadence::BiWeekly, 21), None);
    assert_eq!(overdue(&quarter, Cadence::BiWeekly, 22), Some(22));
    assert_eq!(overdue(&quarter, Cadence::Monthly, 42), None);
    assert_eq!(overdue(&quarter, Cadence::Monthly, 43), Some(43));
    sit(&mut quarter, 20, vec![vote("a", &[50])]);
    assert_eq!(overdue(&quarter, Cadence::BiWeekly, 41), None);
    assert_eq!(overdue(&quarter, Cadence::BiWeekly, 42), Some(22));
    assert_eq!(overdue(&quarter, Cadence::BiWeekly, 88), Some(68), "scoring takes no check-in's place");
    assert_eq!(overdue(&quarter, Cadence::BiWeekly, 90), None, "the quarter is over");
}

#[test]
fn a_quarter_without_check_ins_is_unreviewed_when_it_is_scored() {
    let mut quarter = quarter(&["a"]);
    let cycle = cycle();
    assert!(!rounds(&quarter, &cycle).is_unreviewed(cycle.first.plus(40)));
    assert!(rounds(&quarter, &cycle).is_unreviewed(cycle.last));
    sit(&mut quarter, 20, vec![vote("a", &[50])]);
    assert!(!rounds(&quarter, &cycle).is_unreviewed(cycle.last));
    assert_eq!(rounds(&quarter, &cycle).held(), 1);
}

#[test]
fn a_line_of_one_person_is_no_check_in_though_somebody_looked() {
    let mut quarter = quarter(&["a", "b"]);
    let cycle = cycle();
    sit(&mut quarter, 14, vec![vote("a", &[50])]);
    assert_eq!(rounds(&quarter, &cycle).held(), 0);
    assert!(!rounds(&quarter, &cycle).is_unreviewed(cycle.last));
}

#[test]
fn a_quarter_whose_check_ins_decided_or_were_clocked_was_looked_at() {
    let cycle = cycle();
    let mut decided = quarter(&["a"]);
    sit(&mut decided, 20, Vec::new());
    let silent = decided.clone();
    decided.sittings[0].decision = Some("plan stands".to_owned());
    let mut met = quarter(&["a"]);
    met.efforts.push(Effort {
        session: Some(SessionKind::CheckIn),
        ..Effort::new(SessionId::new("e").unwrap(), cycle.first.plus(20), EffortPhase::CheckIns, "")
    });
    for (quarter, since) in [(silent, 0), (decided, 20), (met, 20)] {
        let overdue = rounds(&quarter, &cycle).overdue(cycle.first.plus(50)).unwrap();
        assert_eq!(overdue.since, cycle.first.plus(since), "{quarter:?}");
        assert_eq!(rounds(&quarter, &cycle).is_unreviewed(cycle.last), since == 0, "{quarter:?}");
    }
}

#[test]
fn a_check_in_is_held_when_the_team_meets_decides_or_speaks_of_its_whole_set() {
    let cycle = cycle();
    let held = |quarter: &Quarter| rounds(quarter, &cycle).held();
    let mut alone = quarter(&["a", "b", "c"]);
    sit(&mut alone, 13, vec![vote("a", &[50])]);
    assert_eq!(held(&alone), 0, "one line of one person is no check-in");

    let mut decided = alone.clone();
    sit(&mut decided, 14, Vec::new());
    decided.sittings[1].decision = Some("plan stands".to_owned());
    assert_eq!(held(&decided), 1, "a decision stands");

    let mut voted = alone.clone();
    sit(&mut voted, 14, vec![vote("b", &[40, 60])]);
    assert_eq!(held(&voted), 1, "the room voted");

    let mut met = alone.clone();
    met.efforts.push(Effort {
        session: Some(SessionKind::CheckIn),
        ..Effort::new(SessionId::new("e").unwrap(), cycle.first.plus(14), EffortPhase::CheckIns, "")
    });
    assert_eq!(held(&met), 1, "a session was clocked");

    let mut each = alone;
    sit(&mut each, 14, vec![vote("b", &[50])]);
    assert_eq!(held(&each), 0);
    sit(&mut each, 15, vec![vote("c", &[50])]);
    assert_eq!(held(&each), 1, "everybody logged, nobody met");
}

#[test]
fn a_key_result_that_joins_later_takes_no_check_in_back() {
    let mut quarter = quarter(&["a", "b"]);
    quarter.objectives[0].key_results[1].revisions[0].date = cycle().first.plus(30);
    sit(&mut quarter, 14, vec![vote("a", &[50])]);
    sit(&mut quarter, 42, vec![vote("a", &[50])]);
    assert_eq!(rounds(&quarter, &cycle()).held(), 1);
}

#[test]
fn the_exceptions_are_at_most_two_weightiest_first() {
    let mut quarter = quarter(&["calm", "low", "wide", "fallen", "blocked"]);
    let all = ["calm", "low", "wide", "fallen", "blocked"];
    sit(&mut quarter, 14, all.iter().map(|name| vote(name, &[50, 60])).collect());
    let mut blocked = vote("blocked", &[55, 60]);
    blocked.blocked = Some("the edge team is away".to_owned());
    sit(
        &mut quarter,
        28,
        vec![
            vote("calm", &[55, 60]),
            CheckIn { reading: None, not_readable: true, ..vote("low", &[50, 52]) },
            vote("wide", &[30, 70]),
            vote("fallen", &[20, 40]),
            blocked,
        ],
    );
    let cycle = cycle();
    let rounds = rounds(&quarter, &cycle);
    let found = rounds.exceptions(rounds.list()[1]);
    let names: Vec<&str> = found.iter().map(|exception| exception.key_result.as_str()).collect();
    assert_eq!(names, ["blocked", "fallen"]);
    assert_eq!(found[1].reasons, [Reason::Fallen { points: 25 }, Reason::Low]);
    let monthly = Rounds::of(&quarter, &cycle, Cadence::Monthly);
    assert_eq!(monthly.exceptions(monthly.mid().unwrap()).len(), 2);
    assert_eq!(monthly.exceptions(monthly.list()[0]).len(), 3);
}

#[test]
fn silence_and_frozen_confidence_are_talked_about() {
    let mut quarter = quarter(&["a"]);
    for days in [14, 28, 42] {
        sit(&mut quarter, days, vec![vote("a", &[60, 60])]);
    }
    let cycle = cycle();
    let rounds = rounds(&quarter, &cycle);
    let reasons = |at: usize| rounds.exceptions(rounds.list()[at]).pop().map(|exception| exception.reasons);
    assert_eq!(reasons(1), None);
    assert_eq!(reasons(2), Some(vec![Reason::Frozen]));
    assert_eq!(reasons(3), Some(vec![Reason::NoReading]));
}

#[test]
fn a_blocker_is_open_until_the_key_result_is_spoken_of_without_it() {
    let mut quarter = quarter(&["a"]);
    let blocked = CheckIn { blocked: Some("a licence".to_owned()), ..CheckIn::on(id("a")) };
    sit(&mut quarter, 14, vec![blocked]);
    let cycle = cycle();
    assert_eq!(rounds(&quarter, &cycle).blockers(&id("a")), ["a licence"]);
    sit(&mut quarter, 28, vec![vote("a", &[50])]);
    assert_eq!(
        rounds(&quarter, &cycle).blockers(&id("a")),
        ["a licence"],
        "neither a vote nor a reading takes it away"
    );
    sit(&mut quarter, 42, vec![CheckIn { changed: Some("it came".to_owned()), ..CheckIn::on(id("a")) }]);
    assert_eq!(rounds(&quarter, &cycle).blockers(&id("a")), Vec::<String>::new());
}

#[test]
fn a_blocker_is_no_new_one_after_a_check_in_of_votes_and_readings_alone() {
    let mut quarter = quarter(&["a"]);
    let blocked = || CheckIn { blocked: Some("no logs".to_owned()), ..vote("a", &[50, 50]) };
    sit(&mut quarter, 14, vec![blocked()]);
    sit(&mut quarter, 28, vec![vote("a", &[50, 50])]);
    sit(&mut quarter, 42, vec![blocked()]);
    let cycle = cycle();
    let rounds = rounds(&quarter, &cycle);
    let found = rounds.exceptions(rounds.list()[2]);
    assert!(found.iter().all(|found| !found.reasons.contains(&Reason::NewBlocker)), "{found:?}");
}

#[test]
fn what_is_to_be_read_later_is_no_exception() {
    let mut quarter = quarter(&["later", "open"]);
    let mut scoring = crate::domain::scoring::Scoring::of(id("later"));
    scoring.reads_later = Some("2027-Q2".to_owned());
    quarter.scorings.insert(id("later"), scoring);
    let cycle = cycle();
    let rounds = rounds(&quarter, &cycle);
    let found = rounds.exceptions(rounds.list()[0]);
    assert_eq!(found.iter().map(|found| found.key_result.as_str()).collect::<Vec<_>>(), ["open"]);
}

#[test]
fn mid_quarter_goes_with_the_check_in_nearest_to_the_day_it_was_held() {
    let mut quarter = quarter(&["a"]);
    let cycle = cycle();
    let number = |quarter: &Quarter| rounds(quarter, &cycle).mid().map(|mid| mid.number);
    assert_eq!(number(&quarter), Some(3));
    let (session, day) = (SessionId::new("mid").unwrap(), cycle.first.plus(52));
    let held = Effort::new(session, day, EffortPhase::CheckIns, "Mid-quarter");
    quarter.efforts.push(Effort { session: Some(SessionKind::MidQuarter), ..held });
    assert_eq!(number(&quarter), Some(4));
}

proptest! {
    #[test]
    fn every_vote_lands_in_exactly_one_round_but_those_of_the_first_days(days in proptest::collection::vec((-30_i64..130, 0_u8..=100), 0..20)) {
        let mut quarter = quarter(&["a"]);
        for (day, value) in &days {
            sit(&mut quarter, *day, vec![vote("a", &[*value])]);
        }
        let cycle = cycle();
        let rounds = rounds(&quarter, &cycle);
        let counted: usize = rounds.trend(&id("a")).iter().map(|heard| heard.votes.len()).sum();
        // The first check-in takes those of the first days where it has no other.
        let early = days.iter().filter(|(day, _)| *day < 7).count();
        let is_first_voted = days.iter().any(|(day, _)| (7..=21).contains(day));
        prop_assert_eq!(counted, days.len() - if is_first_voted { early } else { 0 });
        for round in rounds.list() {
            prop_assert!(rounds.exceptions(*round).len() <= 1);
        }
    }
}
