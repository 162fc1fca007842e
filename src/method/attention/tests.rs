use super::*;
use crate::domain::check_in::{Action, CheckIn, Sitting};
use crate::domain::cycle::Cycle;
use crate::domain::dependency::Dependency;
use crate::domain::effort::{Effort, EffortPhase};
use crate::domain::frame::Frame;
use crate::domain::id::{LineId, ObjectiveId, SessionId, SittingId};
use crate::domain::key_result::Revision;
use crate::domain::measure::Kind;
use crate::domain::objective::Objective;
use crate::domain::score::Score;
use crate::domain::scoring::Scoring;
use crate::domain::workspace::Workspace;
use crate::method::pattern::Counts;
use proptest::prelude::*;

fn key(cycle: &str) -> QuarterKey {
    format!("payments/{cycle}").parse().unwrap()
}

fn cycle() -> Cycle {
    Cycle::calendar("2027-q1").unwrap()
}

/// A workspace whose quarter has one key result; `change` brings it into the state under test.
fn workspace(change: impl FnOnce(&mut Quarter)) -> Workspace {
    let mut workspace = Workspace::default();
    for text in ["2026-q4", "2027-q1"] {
        let cycle = Cycle::calendar(text).unwrap();
        workspace.cycles.insert(cycle.id.clone(), cycle);
    }
    let mut quarter = Quarter::new(key("2027-q1"), Frame::default());
    let mut objective = Objective::draft(ObjectiveId::new("o").unwrap(), "o", 10);
    objective.key_results.push(KeyResult::draft(KeyResultId::new("kr").unwrap(), "Sign-in", 10));
    quarter.objectives.push(objective);
    change(&mut quarter);
    workspace.quarters.insert(quarter.key.clone(), quarter);
    workspace
}

fn first_key_result(quarter: &mut Quarter) -> &mut KeyResult {
    &mut quarter.objectives[0].key_results[0]
}

fn commit(quarter: &mut Quarter) {
    quarter.frame.committed = Some(cycle().first.plus(-1));
    let key_result = first_key_result(quarter);
    key_result.revisions.push(Revision {
        date: cycle().first.plus(-1),
        reason: "committed".to_owned(),
        title: key_result.title.clone(),
        measure: key_result.measure.clone(),
        ambition: None,
    });
}

fn check_in(quarter: &mut Quarter, days: i64, blocked: Option<&str>) {
    let id = first_key_result(quarter).id.clone();
    quarter.sittings.push(Sitting {
        check_ins: vec![CheckIn {
            changed: Some("it moved".to_owned()),
            blocked: blocked.map(str::to_owned),
            ..CheckIn::on(id)
        }],
        ..Sitting::new(SittingId::new(format!("s{days}")).unwrap(), cycle().first.plus(days))
    });
}

/// Everything shown so many days into the quarter.
fn shown(workspace: &Workspace, days: i64) -> Vec<Attention> {
    attention(&Desk::at(workspace, &key("2027-q1"), cycle().first.plus(days)).unwrap())
}

/// The rules shown so many days into the quarter, with whether each is overdue.
fn rules(workspace: &Workspace, days: i64) -> Vec<(Rule, bool)> {
    let rows = shown(workspace, days);
    rows.iter().map(|row| (row.rule, row.is_overdue)).collect()
}

#[test]
fn a_quarter_in_good_time_needs_nothing() {
    assert_eq!(rules(&workspace(|_| {}), -30), []);
    let running = workspace(|quarter| {
        commit(quarter);
        check_in(quarter, 14, None);
    });
    assert_eq!(rules(&running, 16), []);
}

#[test]
fn a_late_kick_off_is_warned_about_and_never_overdue() {
    let empty = workspace(|quarter| quarter.objectives.clear());
    assert_eq!(rules(&empty, -14), []);
    assert_eq!(rules(&empty, -13), [(Rule::KickOffLate, false)]);
    let first_run = workspace(|quarter| {
        quarter.objectives.truncate(1);
        quarter.objectives[0].key_results.clear();
    });
    assert_eq!(rules(&first_run, -13), [(Rule::KickOffLate, false)]);
    let begun = workspace(|_| {});
    assert_eq!(rules(&begun, -13), []);
    let mut planned_late = workspace(|_| {});
    planned_late.cycles.get_mut(&cycle().id).unwrap().kick_off = Some(cycle().first.plus(-10));
    let rows = shown(&planned_late, -40);
    assert!(rows[0].says.contains("10 days"), "{}", rows[0].says);
}

#[test]
fn a_set_not_committed_on_the_first_day_is_overdue() {
    let drafted = workspace(|_| {});
    assert_eq!(rules(&drafted, -1), []);
    assert_eq!(rules(&drafted, 0), [(Rule::NotCommitted, true)]);
}

#[test]
fn a_check_in_is_overdue_after_one_and_a_half_cadences() {
    let running = workspace(commit);
    assert_eq!(rules(&running, 21), []);
    assert_eq!(rules(&running, 22), [(Rule::CheckInOverdue, true)]);
}

#[test]
fn what_is_late_stays_so_while_the_quarter_is_scored_to_its_last_day() {
    let silent = workspace(commit);
    let last = cycle().last.days_since(cycle().first);
    assert!(rules(&silent, last).contains(&(Rule::CheckInOverdue, true)));
    assert!(!rules(&silent, last + 1).contains(&(Rule::CheckInOverdue, true)));
    let heard = workspace(|quarter| {
        commit(quarter);
        check_in(quarter, last - 7, None);
    });
    assert_eq!(rules(&heard, last), []);
}

#[test]
fn an_open_baseline_counts_its_days() {
    let open = workspace(|quarter| {
        let key_result = first_key_result(quarter);
        key_result.measure.kind = Kind::EstablishBaseline;
        key_result.find_out_by = Some(cycle().first.plus(-10));
    });
    let says = |days: i64| shown(&open, days)[0].says.clone();
    assert_eq!(says(-15), "The baseline is still open, 5 days left.");
    assert_eq!(says(-11), "The baseline is still open, 1 day left.");
    assert_eq!(says(-10), "The baseline is still open, due today.");
    assert_eq!(says(-9), "The baseline is still open, 1 day past its date.");
    assert_eq!(rules(&open, -10), [(Rule::BaselineOpen, false)]);
    assert_eq!(rules(&open, -8), [(Rule::BaselineOpen, true)]);
    // It is met with the question of the step, in the words of the team.
    let hint = |workspace: &Workspace| shown(workspace, -15)[0].hint.clone();
    let number = "An imperfect number with a date will do.";
    assert_eq!(hint(&open), format!("Where is the number today, over which window? {number}"));
    let mut own = open.clone();
    own.steps = toml::from_str("[[step]]\nid = \"SET-8\"\nask = [\"What does it read?\"]\n").unwrap();
    assert_eq!(hint(&own), format!("What does it read? {number}"));
}

#[test]
fn a_number_that_was_found_still_wants_its_target() {
    let found = |is_committed: bool| {
        workspace(|quarter| {
            if is_committed {
                commit(quarter);
            }
            let key_result = first_key_result(quarter);
            key_result.revisions.clear();
            key_result.measure.baseline = Some(33.into());
            key_result.measure.target = None;
            key_result.find_out_by = Some(cycle().first.plus(10));
        })
    };
    assert_eq!(rules(&found(false), -10), [], "before the commit it is one of the drafts");
    let waits = found(true);
    assert_eq!(rules(&waits, 9), [(Rule::TargetOpen, false)]);
    assert_eq!(rules(&waits, 11), [(Rule::TargetOpen, true)]);
    let quarter = &waits.quarters[&key("2027-q1")];
    assert_eq!(Counts::of(quarter).line(", "), "1 to find out");
}

#[test]
fn a_dependency_past_its_date_is_shown_until_it_has_come() {
    let asked = |state| {
        workspace(|quarter| {
            first_key_result(quarter).dependencies.push(Dependency {
                id: LineId::new("d").unwrap(),
                team: "edge".to_owned(),
                need: "expose the error code".to_owned(),
                by: Some(cycle().first.plus(-10)),
                asker: None,
                state,
            });
        })
    };
    assert_eq!(rules(&asked(DependencyState::Open), -10), []);
    assert_eq!(rules(&asked(DependencyState::Open), -9), [(Rule::DependencyPast, true)]);
    assert_eq!(rules(&asked(DependencyState::Agreed), -10), []);
    assert_eq!(rules(&asked(DependencyState::Agreed), -9), [(Rule::DependencyLate, true)]);
    for state in [DependencyState::Refused, DependencyState::WorkedAround, DependencyState::Done] {
        assert_eq!(rules(&asked(state), -9), [], "{state:?}");
    }
}

#[test]
fn scoring_is_overdue_after_the_last_day() {
    let running = workspace(|quarter| {
        commit(quarter);
        check_in(quarter, 80, None);
    });
    assert_eq!(rules(&running, 89), []);
    assert_eq!(rules(&running, 90), [(Rule::ScoringOverdue, true)]);
}

#[test]
fn a_retrospective_is_overdue_two_working_days_after_scoring() {
    let scored = workspace(|quarter| {
        commit(quarter);
        let id = first_key_result(quarter).id.clone();
        let date = Day::new(2027, 3, 30);
        let scoring = Scoring { score: Score::from_tenths(7), date, ..Scoring::of(id.clone()) };
        quarter.scorings.insert(id, scoring);
        check_in(quarter, 80, None);
    });
    let on = |day: u32| {
        shown(&scored, Day::new(2027, 4, day).unwrap().days_since(cycle().first))
            .first()
            .map(|row| (row.rule, row.is_overdue))
    };
    assert_eq!(on(1), None);
    assert_eq!(on(2), Some((Rule::RetrospectiveOverdue, true)));
}

#[test]
fn an_unreviewed_quarter_is_told_so_while_it_is_open() {
    let mut unreviewed = workspace(commit);
    assert_eq!(rules(&unreviewed, 85), [(Rule::CheckInOverdue, true), (Rule::Unreviewed, false)]);
    unreviewed.quarters.get_mut(&key("2027-q1")).unwrap().frame.closed = Some(cycle().last);
    assert_eq!(rules(&unreviewed, 95), []);
}

#[test]
fn the_last_quarter_is_closed_before_the_next_is_committed() {
    let mut two = workspace(|_| {});
    let frame = Frame { committed: Some(cycle().first.plus(-90)), ..Frame::default() };
    two.quarters.insert(key("2026-q4"), Quarter::new(key("2026-q4"), frame));
    assert_eq!(rules(&two, -3), []);
    assert_eq!(rules(&two, -2), [(Rule::RetrospectiveBeforeCommit, false)]);
    two.quarters.get_mut(&key("2026-q4")).unwrap().frame.closed = Some(cycle().first.plus(-3));
    assert_eq!(rules(&two, -2), []);
}

#[test]
fn what_blocks_is_shown_in_its_own_words() {
    let blocked = workspace(|quarter| {
        commit(quarter);
        check_in(quarter, 14, Some("licence for the {tracer}"));
    });
    let rows = shown(&blocked, 15);
    assert_eq!((rows[0].rule, rows[0].says.as_str()), (Rule::Blocked, "licence for the {tracer}"));
}

#[test]
fn what_was_agreed_is_pointed_at_past_its_day_until_the_team_meets_again() {
    let agreed = |more: fn(&mut Quarter)| {
        workspace(|quarter| {
            commit(quarter);
            check_in(quarter, 14, None);
            let action = Action {
                id: LineId::new("a").unwrap(),
                key_result: Some(first_key_result(quarter).id.clone()),
                text: "ask for {larger} runners".to_owned(),
                asker: Some("Hanne".to_owned()),
                by: Some(cycle().first.plus(20)),
            };
            quarter.sittings[0].actions.push(action);
            more(quarter);
        })
    };
    let open = agreed(|_| ());
    assert_eq!(rules(&open, 20), []);
    assert_eq!(rules(&open, 21), [(Rule::ActionPast, false)]);
    let rows = shown(&open, 21);
    assert_eq!(rows[0].says, "Agreed: ask for {larger} runners, Hanne; 1 day past its date.");
    assert_eq!(rows[0].about, "Sign-in");
    let met = agreed(|quarter| {
        check_in(quarter, 28, None);
        quarter.sittings[1].decision = Some("plan stands".to_owned());
    });
    assert_eq!((rules(&met, 21), rules(&met, 28)), (vec![(Rule::ActionPast, false)], vec![]));
}

#[test]
fn effort_is_amber_from_three_days_and_over_above_four() {
    let spent = |hours: u32| {
        workspace(|quarter| {
            quarter.efforts.push(Effort {
                minutes: 60,
                people: hours,
                ..Effort::new(SessionId::new("e").unwrap(), cycle().first, EffortPhase::Setting, "")
            });
        })
    };
    assert_eq!(rules(&spent(23), -20), []);
    assert_eq!(rules(&spent(24), -20), [(Rule::EffortAmber, false)]);
    assert_eq!(rules(&spent(33), -20), [(Rule::EffortOver, false)]);
}

proptest! {
    #[test]
    fn what_is_overdue_stands_first_and_every_row_says_what_to_do(days in -60_i64..200, is_committed: bool) {
        let some = workspace(|quarter| {
            if is_committed {
                commit(quarter);
            }
            check_in(quarter, 20, Some("a licence"));
            first_key_result(quarter).find_out_by = Some(cycle().first.plus(40));
        });
        let rows = shown(&some, days);
        prop_assert!(rows.is_sorted_by_key(|row| !row.is_overdue));
        for row in rows {
            prop_assert!(!row.says.is_empty() && !row.hint.is_empty());
            prop_assert!(!row.says.contains('{'), "{}", row.says);
        }
    }
}
