use super::*;
use crate::domain::day::Day;
use crate::domain::frame::Frame;
use crate::domain::id::{KeyResultId, ObjectiveId, SessionId};
use crate::domain::key_result::KeyResult;
use crate::domain::objective::Objective;
use crate::domain::quarter::QuarterKey;
use proptest::prelude::*;

fn shape(people: u32, objectives: u32) -> Shape {
    Shape { people, objectives, key_results: 3 * objectives, ..Shape::REFERENCE }
}

fn plan(shape: Shape) -> EffortPlan {
    EffortPlan::of(shape, Steps::METHOD)
}

fn days(shape: Shape) -> String {
    Budget::new(None).person_days(plan(shape).total()).to_string()
}

#[test]
fn the_reference_team_costs_what_the_method_says() {
    let plan = plan(Shape::REFERENCE);
    let sums = [plan.phases.setting, plan.phases.check_ins, plan.phases.scoring, plan.phases.retrospective];
    assert_eq!(sums.map(|sum| sum.0), [820, 576, 126, 200]);
    assert_eq!(plan.total(), PersonMinutes(1722));
    assert_eq!(person_hours(plan.total()).to_string(), "28.7");
    assert_eq!(days(Shape::REFERENCE), "3.59");
    assert_eq!(plan.for_each().to_string(), "4 h 47");
    assert_eq!(Budget::new(None).reserve(plan.total()), PersonMinutes(198));
}

#[test]
fn the_plan_does_not_fall_when_the_first_key_result_is_written() {
    let key: QuarterKey = "t/2027-q1".parse().unwrap();
    let mut quarter = Quarter::new(key, Frame::default());
    let cycle = Cycle::calendar("2027-q1").unwrap();
    for at in 0..2 {
        quarter.objectives.push(Objective::draft(ObjectiveId::new(format!("o{at}")).unwrap(), "o", 10));
    }
    let counted = |quarter: &Quarter| Shape::of(quarter, &cycle, Cadence::BiWeekly, 6).key_results;
    let add = |quarter: &mut Quarter, at: usize| {
        let number = quarter.objectives[at].key_results.len();
        let id = KeyResultId::new(format!("kr{at}{number}")).unwrap();
        quarter.objectives[at].key_results.push(KeyResult::draft(id, "kr", 10));
    };
    assert_eq!(counted(&quarter), 6);
    add(&mut quarter, 0);
    assert_eq!(counted(&quarter), 6);
    add(&mut quarter, 0);
    assert_eq!(counted(&quarter), 6, "the other objective has none yet");
    add(&mut quarter, 1);
    assert_eq!(counted(&quarter), 3, "each has one: they are counted, as the sessions count them");
}

#[test]
fn monthly_check_ins_cost_less() {
    let plan = plan(Shape::REFERENCE.monthly());
    assert_eq!((plan.phases.check_ins, plan.total()), (PersonMinutes(372), PersonMinutes(1518)));
    assert_eq!(person_hours(plan.total()).to_string(), "25.3");
    assert_eq!(days(plan.shape), "3.16");
}

#[test]
fn an_effort_is_told_in_hours_and_in_person_days() {
    let told = |hours, minutes| Budget::new(hours).against(PersonMinutes(minutes));
    assert_eq!(told(None, 1049), "17 h 29 of 32 h, 2.19 of 4 person-days");
    assert_eq!(told(None, 2160), "36 h of 32 h, 4.5 of 4 person-days");
    assert_eq!(told(Some(7), 0), "0 min of 28 h, 0 of 4 person-days");
}

#[test]
fn a_briefing_stays_inside_the_budget() {
    let plan = plan(Shape { briefing: true, ..Shape::REFERENCE });
    assert_eq!(person_hours(plan.total()).to_string(), "30.2");
    assert_eq!(Budget::new(None).standing(plan.total()), Standing::Amber);
}

#[test]
fn the_table_of_teams_comes_out() {
    let table = [
        (4, ["2.25 / 1.99", "2.59 / 2.28", "2.95 / 2.60"]),
        (6, ["3.14 / 2.77", "3.59 / 3.16", "4.07 / 3.59"]),
        (8, ["4.04 / 3.57", "4.60 / 4.05", "5.20 / 4.59"]),
        (10, ["4.95 / 4.37", "5.61 / 4.95", "6.34 / 5.60"]),
    ];
    for (people, row) in table {
        for (objectives, expected) in (3..).zip(row) {
            let shape = shape(people, objectives);
            let found = format!("{:0<4} / {:0<4}", days(shape), days(shape.monthly()));
            assert_eq!(found, expected, "{people} people, {objectives} objectives");
        }
    }
}

#[test]
fn the_boxes_of_the_sessions_are_those_of_the_method() {
    let sum = |steps: &[Step], shape: &Shape| -> u32 {
        steps.iter().map(|step| timebox(Steps::METHOD, *step, shape)).sum()
    };
    let reference = Shape::REFERENCE;
    assert_eq!(sum(&[Step::Set3, Step::Set4, Step::Set5, Step::Set6], &reference), 30);
    assert_eq!(sum(&[Step::Set9, Step::Set10], &reference), 35);
    assert_eq!(sum(&[Step::Set11, Step::Set12, Step::Set13, Step::Set14], &reference), 23);
    let check_in = [Step::Chk2, Step::Chk3, Step::Chk4, Step::Chk5];
    assert_eq!(sum(&check_in, &reference), 12);
    assert_eq!(sum(&check_in, &reference.monthly()), 16);
    assert_eq!(sum(&[Step::Mid1, Step::Mid2, Step::Mid3], &reference), 12);
    assert_eq!(sum(&[Step::Sco2, Step::Sco3, Step::Sco4], &reference), 18);
    let retrospective: Vec<Step> =
        Step::ALL.iter().copied().filter(|step| step.id().starts_with("RET")).collect();
    assert_eq!(sum(&retrospective, &reference), 30);
}

#[test]
fn the_cuts_are_offered_in_the_order_of_the_method() {
    let plan = plan(shape(8, 4));
    let cuts: Vec<(CutKind, u32)> =
        plan.cuts(Steps::METHOD).iter().map(|cut| (cut.kind, cut.saved.0)).collect();
    assert_eq!(cuts.iter().map(|(kind, _)| *kind).collect::<Vec<_>>(), CutKind::ALL);
    assert!(cuts.iter().all(|(_, saved)| *saved > 0));
    let (setting, check_ins, scoring) = (12 * 4 + (8 + 2) * 8, 6 * 4 + 6 * 8, 6 + 5 * 8);
    assert_eq!(cuts[0].1, setting + check_ins + scoring);
    let all: u32 = cuts.iter().map(|(_, saved)| saved).sum();
    assert_eq!(plan.cuts(Steps::METHOD).last().unwrap().after.total().0, plan.total().0 - all);
}

#[test]
fn over_four_person_days_is_said_in_one_sentence() {
    let budget = Budget::new(None);
    assert_eq!(budget.standing(PersonMinutes(24 * 60 - 1)), Standing::Within);
    assert_eq!(budget.standing(PersonMinutes(24 * 60)), Standing::Amber);
    assert_eq!(budget.standing(PersonMinutes(32 * 60)), Standing::Amber);
    assert_eq!(budget.sentence(PersonMinutes(32 * 60)), None);
    let sentence = |effort| budget.sentence(PersonMinutes(effort)).unwrap();
    assert_eq!(sentence(33 * 60 + 30), "Over-engineered: 1.5 h above four person-days.");
    assert_eq!(sentence(32 * 60 + 1), "Over-engineered: 0.1 h above four person-days.");
    let cycle = |months: i64, days: i64| {
        let first = crate::domain::day::Day::new(2027, 1, 1).unwrap();
        let last = first.plus_months(months).unwrap().plus(days - 1);
        Cycle { first, last, ..Cycle::calendar("2027-q1").unwrap() }
    };
    let of = |months, days| Budget::within(&Workspace::default(), &cycle(months, days));
    assert_eq!([of(3, 0), of(3, 8), of(3, -6)], [budget; 3], "about a quarter");
    assert_eq!(of(6, 0).limit(), PersonMinutes(64 * 60));
    assert_eq!(of(0, 42).limit(), PersonMinutes(887));
    let over = of(0, 42).sentence(PersonMinutes(15 * 60));
    assert_eq!(over.unwrap(), "Over-engineered: 0.2 h above 1.85 person-days.");
    assert_eq!(of(6, 1).against(PersonMinutes(60)), "1 h of 64 h, 0.13 of 8 person-days");
    assert_eq!(Budget::new(Some(6)).limit(), PersonMinutes(24 * 60));
}

#[test]
fn the_ledger_is_summed_by_phase() {
    let key: QuarterKey = "t/2027-q1".parse().unwrap();
    let mut quarter = Quarter::new(key, Frame::default());
    for (at, (phase, minutes, people)) in
        [(EffortPhase::Setting, 30, 6), (EffortPhase::CheckIns, 12, 5), (EffortPhase::CheckIns, 12, 6)]
            .into_iter()
            .enumerate()
    {
        quarter.efforts.push(Effort {
            minutes,
            people,
            ..Effort::new(
                SessionId::new(format!("s{at}")).unwrap(),
                Day::new(2027, 1, 15).unwrap(),
                phase,
                "",
            )
        });
    }
    let spent = spent(&quarter);
    assert_eq!((spent.setting.0, spent.check_ins.0, spent.total().0), (180, 132, 312));
}

#[test]
fn no_number_overflows_a_plan() {
    let most = u32::MAX;
    let huge =
        Shape { people: most, objectives: most, key_results: most, check_ins: most, ..Shape::REFERENCE };
    let planned = plan(huge);
    assert!(planned.total() > PersonMinutes(0) && !planned.cuts(Steps::METHOD).is_empty());
    let nothing = Shape { people: 0, objectives: 0, key_results: 0, check_ins: 0, ..Shape::REFERENCE };
    assert_eq!(plan(nothing).for_each(), plan(nothing).total());
}

proptest! {
    #[test]
    fn nobody_and_nothing_more_ever_costs_less(people in 1_u32..40, objectives in 1_u32..12, per in 1_u32..6) {
        let shape = Shape { people, objectives, key_results: per * objectives, ..Shape::REFERENCE };
        let total = |shape| plan(shape).total();
        let one_more_person = Shape { people: people + 1, ..shape };
        let one_more_objective = Shape { objectives: objectives + 1, ..shape };
        let one_more_key_result = Shape { key_results: shape.key_results + 1, ..shape };
        for more in [one_more_person, one_more_objective, one_more_key_result] {
            prop_assert!(total(more) > total(shape));
        }
        for cut in plan(shape).cuts(Steps::METHOD) {
            prop_assert!(cut.after.total() < total(shape));
        }
        prop_assert!(plan(shape).for_each().0 * people >= total(shape).0);
    }
}

#[test]
fn a_committed_set_is_planned_without_what_waits_beside_it() {
    let (mut workspace, key) = crate::domain::decision::begun();
    let cycle = workspace.cycles[&key.cycle].clone();
    let quarter = workspace.quarters.get_mut(&key).unwrap();
    let mut objective = Objective::draft(ObjectiveId::new("o").unwrap(), "o", 10);
    for name in ["a", "b", "waits"] {
        let mut key_result = KeyResult::draft(KeyResultId::new(name).unwrap(), name, 10);
        if name != "waits" {
            let (title, measure) = (key_result.title.clone(), key_result.measure.clone());
            let (date, reason) = (cycle.first, "committed".to_owned());
            key_result.revisions.push(crate::domain::key_result::Revision {
                date,
                reason,
                title,
                measure,
                ambition: None,
            });
        }
        objective.key_results.push(key_result);
    }
    quarter.objectives = vec![objective];
    let planned = |quarter: &Quarter| Shape::of(quarter, &cycle, Cadence::BiWeekly, 6).key_results;
    assert_eq!(planned(quarter), 3);
    quarter.frame.committed = Some(cycle.first);
    assert_eq!(planned(quarter), 2);
}
