//! `okr plan` and `okr agenda`: what the process will cost, and when it is held.

use serde_json::Value;

use super::{committed, draft, run};
use crate::support::{Home, okr};

const REFERENCE: &str = "plan --people 6 --objectives 4 --key-results 12";

fn json(home: &Home, line: &str) -> Value {
    serde_json::from_str(&run(home, &format!("{line} --json"))).unwrap()
}

#[test]
fn the_reference_team_costs_what_the_method_says_in_any_folder() {
    let home = Home::empty();
    let outcome = home.okr(REFERENCE);
    outcome.code(0).stdout_has("total             28 h 42, 28.7 person-hours, 3.59 person-days, 4 h 47 each");
    outcome
        .stdout_has("limit             32 h, amber from 24 h, 3 h 18 in reserve")
        .stdout_lacks("Over-engineered");
    for (phase, sum) in
        [("setting", "13 h 40"), ("check-ins", "9 h 36"), ("scoring", "2 h 06"), ("retrospective", "3 h 20")]
    {
        outcome.stdout_has(&format!("{phase:<18}{sum}\n"));
    }
    outcome.stdout_has("SET-9   C Refine       live   28       6       1      168             Refine");
    home.okr(format!("{REFERENCE} --cadence monthly"))
        .code(0)
        .stdout_has("25.3 person-hours, 3.16 person-days");
    home.okr(format!("{REFERENCE} --briefing")).code(0).stdout_has("30.2 person-hours");
}

#[test]
fn the_parts_of_a_plan_are_its_sums() {
    for line in [REFERENCE, "plan --people 9 --objectives 5 --cadence monthly --briefing --dependencies 7"] {
        let plan = json(&Home::empty(), line);
        let of = |value: &Value| value["person_minutes"].as_u64().unwrap();
        let parts: u64 = plan["parts"].as_array().unwrap().iter().map(of).sum();
        let phases: u64 = plan["phases"].as_array().unwrap().iter().map(|phase| of(&phase["planned"])).sum();
        assert_eq!((parts, phases), (of(&plan["total"]), of(&plan["total"])), "{line}");
        let saved: u64 = plan["cuts"].as_array().unwrap().iter().map(|cut| of(&cut["saves"])).sum();
        let left = of(&plan["cuts"].as_array().unwrap().last().unwrap()["leaves"]);
        assert_eq!(saved + left, of(&plan["total"]), "{line}");
    }
}

#[test]
fn a_plan_over_four_person_days_says_so_and_offers_the_cuts_in_their_order() {
    let home = Home::empty();
    let outcome = home.okr("plan --people 8 --objectives 5");
    outcome.code(0).stdout_has("8 people, 5 objectives, 15 key results").stdout_has("5.20 person-days");
    outcome.stdout_has("Over-engineered: 9.6 h above four person-days.");
    let plan = json(&home, "plan --people 8 --objectives 5");
    let cuts = plan["cuts"].as_array().unwrap().iter();
    let order =
        ["fewer-key-results", "one-objective-less", "monthly", "half-team-refines", "scores-without-meeting"];
    assert_eq!(cuts.map(|cut| cut["cut"].as_str().unwrap().to_owned()).collect::<Vec<_>>(), order);
    assert_eq!((plan["standing"].as_str(), plan["limit"]["person_hours"].as_u64()), (Some("over"), Some(32)));
}

#[test]
fn a_plan_takes_the_team_of_the_workspace_and_what_is_given_in_its_place() {
    let home = draft();
    home.okr("plan")
        .code(0)
        .stdout_has("Payments · 2027-Q1\n2 people, 1 objective, 1 key result, 6 check-ins");
    home.okr("plan --people 5 --cadence monthly")
        .code(0)
        .stdout_has("5 people, 1 objective, 1 key result, 3 check-ins, monthly");
    run(&home, "set settings day_hours=6");
    home.okr("plan").code(0).stdout_has("limit             24 h, amber from 18 h");
    home.okr("plan --people none").code(2);
    okr(&Home::empty()).args("plan").run().code(3).stderr_has("okr plan --people 6");
}

#[test]
fn the_agenda_names_the_meetings_and_marks_the_next_one() {
    let home = draft();
    let outcome = home.okr("agenda");
    outcome.code(0).stdout_has("next  Fri 11 Dec 2026");
    outcome.stdout_has(
        "Next: Kick-off, Fri 11 Dec 2026 (tomorrow)\n  SET-1           Kick-off, 10 min, all, live",
    );
    let agenda = json(&home, "agenda");
    let meetings = agenda["meetings"].as_array().unwrap();
    let check_ins = meetings
        .iter()
        .filter(|meeting| meeting["session"] == "check-in" || meeting["session"] == "mid-quarter");
    assert_eq!(check_ins.count(), 6);
    let refine = meetings.iter().find(|meeting| meeting["session"] == "refine").unwrap();
    assert_eq!((refine["day"].as_str(), refine["minutes_together"].as_u64()), (Some("2026-12-23"), Some(10)));
    assert_eq!(
        (refine["steps"][0]["step"].as_str(), refine["steps"][0]["who"].as_str()),
        (Some("SET-9"), Some("all"))
    );
    assert_eq!(meetings.iter().filter(|meeting| meeting["next"] == true).count(), 1);
}

#[test]
fn the_agenda_says_what_was_held() {
    let home = Home::empty().today("2027-02-11");
    run(&home, "init --sample");
    let agenda = json(&home, "--team payments agenda");
    let first = &agenda["meetings"][0];
    assert_eq!((first["what"].as_str(), first["held"]["minutes"].as_u64()), (Some("Kick-off"), Some(11)));
    let held = |meeting: &&Value| !meeting["held"].is_null();
    assert_eq!(agenda["meetings"].as_array().unwrap().iter().filter(held).count(), 6);
    home.okr("--team payments agenda").code(0).stdout_has("15 Jan: 13 min x 6");
    committed()
        .okr("agenda")
        .code(0)
        .stdout_has("Next: Check-in 3 of 6, with mid-quarter, Fri 12 Feb 2027 (tomorrow)");
}
