//! What was voted in the first days, after the commit, and once the day was over.

use super::*;

#[test]
fn what_was_said_in_the_first_days_is_no_vote_of_the_first_check_in() {
    let mut quarter = quarter(&["a"]);
    sit(&mut quarter, 3, vec![vote("a", &[90])]);
    let cycle = cycle();
    let alone = |day: i64| {
        let rounds = rounds(&quarter, &cycle).on(cycle.first.plus(day));
        rounds.alone(&id("a"), rounds.current(cycle.first.plus(day)))
    };
    assert_eq!(alone(14), Votes::default());
    assert_eq!(alone(4), votes(&[90]), "it counts in a room that meets as early");
}

#[test]
fn what_was_voted_in_the_first_days_moves_no_median_and_closes_no_round() {
    let mut quarter = quarter(&["a"]);
    sit(&mut quarter, 3, vec![vote("a", &[90])]);
    sit(&mut quarter, 14, vec![vote("a", &[40])]);
    sit(&mut quarter, 14, vec![vote("a", &[50])]);
    let cycle = cycle();
    let on = |quarter: &Quarter, day: i64| {
        let rounds = Rounds::of(quarter, &cycle, Cadence::BiWeekly).on(cycle.first.plus(day));
        let heard = rounds.heard(&id("a"), rounds.list()[0]);
        (heard.hidden, heard.median().map(Confidence::percent))
    };
    assert_eq!(on(&quarter, 14), (2, None), "the two of the round wait");
    assert_eq!(on(&quarter, 30), (0, Some(45)));
    sit(&mut quarter, 3, vec![vote("a", &[60, 70])]);
    let rounds = Rounds::of(&quarter, &cycle, Cadence::BiWeekly);
    assert!(!rounds.clone().on(cycle.first.plus(14)).has_room_voted(&id("a"), Some(rounds.list()[0])));
    let together = quarter.sittings.last().unwrap();
    assert!(
        rounds.on(cycle.first.plus(14)).is_shown(together, &id("a")),
        "what a room has shown stays shown"
    );
}

#[test]
fn the_opening_vote_on_what_was_drafted_after_the_commit_is_hidden_until_it_is_committed() {
    let mut quarter = quarter(&["a", "b"]);
    quarter.objectives[0].key_results[1].revisions.clear();
    sit(&mut quarter, 20, vec![vote("b", &[40])]);
    quarter.sittings[0].kind = SittingKind::Opening;
    let cycle = cycle();
    let now = |quarter: &Quarter| {
        let rounds = rounds(quarter, &cycle);
        (rounds.now(&id("b"), cycle.first.plus(20)).hidden, rounds.opening(&id("b")))
    };
    assert_eq!(now(&quarter), (1, Votes::default()));
    quarter.objectives[0].key_results[1] = committed("b");
    assert_eq!(now(&quarter).1, votes(&[40]));
}

#[test]
fn what_the_room_showed_in_the_first_days_is_its_figure_until_the_round_has_shown_its_own() {
    let mut quarter = quarter(&["a"]);
    sit(&mut quarter, 3, vec![vote("a", &[70, 80, 90])]);
    let cycle = cycle();
    let figure = |quarter: &Quarter, day: i64| {
        let rounds = Rounds::of(quarter, &cycle, Cadence::BiWeekly).on(cycle.first.plus(day));
        rounds.last_shown(&id("a")).map(Confidence::percent)
    };
    let days = [4, 10, 14, 20, 30];
    assert_eq!(days.map(|day| figure(&quarter, day)), [Some(80); 5]);
    sit(&mut quarter, 14, vec![vote("a", &[20])]);
    assert_eq!(figure(&quarter, 14), Some(80), "what waits hidden moves nothing");
    assert_eq!(figure(&quarter, 30), Some(20));
}

#[test]
fn of_the_votes_of_a_check_in_those_of_after_the_due_day_alone_are_no_forecast() {
    let mut quarter = quarter(&["a"]);
    let cycle = cycle();
    quarter.objectives[0].key_results[0].revisions[0].measure.due = Some(cycle.first.plus(71));
    sit(&mut quarter, 28, vec![vote("a", &[50, 50])]);
    for (day, value) in [(70, 20), (70, 20), (73, 10)] {
        sit(&mut quarter, day, vec![vote("a", &[value])]);
    }
    let tracks = crate::method::calibration::tracks(&quarter, &rounds(&quarter, &cycle).on(cycle.last));
    assert_eq!(tracks[0].last, Confidence::new(20));
}

#[test]
fn what_is_voted_after_the_day_a_key_result_was_due_is_no_forecast_of_it() {
    let mut quarter = quarter(&["a"]);
    let cycle = cycle();
    quarter.objectives[0].key_results[0].revisions[0].measure.due = Some(cycle.first.plus(40));
    sit(&mut quarter, 28, vec![vote("a", &[30, 30])]);
    sit(&mut quarter, 70, vec![vote("a", &[90, 90])]);
    let tracks = crate::method::calibration::tracks(&quarter, &rounds(&quarter, &cycle));
    assert_eq!(tracks[0].last, Confidence::new(30));
    assert_eq!(
        rounds(&quarter, &cycle).last_median(&id("a")),
        Confidence::new(90),
        "the room has said it all the same"
    );
}
