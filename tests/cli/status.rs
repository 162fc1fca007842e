//! `okr status`: where we are, what is due, what is late.

use super::{committed, draft, run};
use crate::support::tree::write;
use crate::support::{Home, okr};

/// The status on a day, and its exit code.
fn on(home: &Home, day: &str) -> (String, Option<i32>) {
    let outcome = okr(home).args("status").env("OKR_TODAY", day).run();
    (outcome.stdout().to_owned(), outcome.exit_code())
}

#[track_caller]
fn says(home: &Home, day: &str, code: i32, lines: &[&str]) {
    let (text, ended) = on(home, day);
    assert_eq!(ended, Some(code), "{text}");
    for line in lines {
        assert!(text.contains(line), "{day} lacks: {line}\n{text}");
    }
}

#[test]
fn each_phase_says_what_is_due() {
    let home = draft();
    says(
        &home,
        "2026-12-10",
        0,
        &[
            "Payments · 2027-Q1  Setting, 22 days to the quarter",
            "next              Kick-off, 11 Dec (tomorrow)",
            "to commit         3 points stand in the way: okr commit",
        ],
    );
    let home = committed();
    says(
        &home,
        "2027-01-14",
        0,
        &[
            "Check-ins, week 2 of 13",
            "next              Check-in 1 of 6, 15 Jan (tomorrow)",
            "to log            sign-in-failures  sign-in failures  2.3 % → 0.5 %  no data",
        ],
    );
    run(&home, "checkin sign-in-f --value 1.4% --date 2027-01-15");
    let (logged, _) = on(&home, "2027-01-15");
    assert!(!logged.contains("to log"), "{logged}");
    let silent = "overdue           2027-Q1: Nothing was heard for 70 days";
    says(&home, "2027-03-26", 1, &["Scoring, week 13 of 13", "to score          sign-in-failures", silent]);
    okr(&home).args("score sign-in-f").env("OKR_TODAY", "2027-03-26").run().code(0);
    says(
        &home,
        "2027-03-27",
        0,
        &["Retrospective, week 13 of 13", "to close          4 points stand in the way: okr close"],
    );
    okr(&home).args("close --reason x").env("OKR_TODAY", "2027-03-27").run().code(0);
    says(&home, "2027-04-10", 0, &["Closed, 10 days after the quarter"]);
}

#[test]
fn something_overdue_ends_with_1_and_says_what_to_do() {
    let home = draft();
    says(
        &home,
        "2027-01-05",
        1,
        &[
            "overdue           2027-Q1: Day 5 of the quarter, and no set is committed.",
            "Commit what is ready",
        ],
    );
    let (over, _) = on(&home, "2027-04-10");
    assert!(over.contains("10 days after the quarter") && !over.contains("no set is committed"), "{over}");
    let home = committed();
    says(
        &home,
        "2027-02-11",
        1,
        &["overdue           2027-Q1: Nothing was heard for 41 days", "okr checkin"],
    );
    let json = home.okr("status --json");
    let json = json.code(1).json();
    assert_eq!((&json["overdue"], &json["phase"]), (&true.into(), &"check-ins".into()));
    assert_eq!(json["attention"][0]["rule"], "check-in-overdue");
    assert_eq!(json["next"]["days"], 1);
    assert_eq!(json["due"]["key_results"][0]["id"], "sign-in-failures");
}

#[test]
fn a_check_in_that_only_decided_is_one_that_was_held() {
    let home = committed();
    for day in ["2027-01-15", "2027-01-29"] {
        run(&home, &format!("checkin --decision 'Plan stands.' --date {day}"));
    }
    let (early, code) = on(&home, "2027-02-11");
    assert!(!early.contains("Nothing was heard") && code == Some(0), "{early}");
    let (late, _) = on(&home, "2027-03-30");
    assert!(!late.contains("Unreviewed quarter"), "{late}");
    let told = okr(&home).env("OKR_TODAY", "2027-03-30").args("history --json").run().json();
    let quarter = &told["cycles"][0];
    assert_eq!((&quarter["check_ins_held"], &quarter["unreviewed"]), (&2.into(), &false.into()));
}

#[test]
fn two_quarters_at_once_are_both_seen() {
    let home = committed();
    run(&home, "checkin sign-in-f --value 1.4% --date 2027-02-11");
    run(&home, "init --cycle 2027-q2");
    says(
        &home,
        "2027-02-11",
        0,
        &["Payments · 2027-Q1", "\n2027-Q2  Setting, 49 days to the quarter  next: "],
    );
    let later = okr(&home).args("status --json").env("OKR_TODAY", "2027-04-20").run().json();
    assert_eq!((&later["cycle"], &later["others"][0]["cycle"]), (&"2027-q2".into(), &"2027-q1".into()));
    assert_eq!(later["others"][0]["overdue"], 1);
}

#[test]
fn without_a_verb_and_a_terminal_the_status_is_printed() {
    let home = draft();
    okr(&home).run().code(0).stdout_has("Payments · 2027-Q1  Setting");
    home.okr("--json").code(0);
    okr(&Home::empty()).run().code(3).stderr_has("there is no workspace here");
}

#[test]
fn the_demo_without_a_terminal_prints_the_status_of_each_phase() {
    let home = Home::empty();
    for (phase, says) in [
        ("setting", "Payments · 2027-Q2  Setting"),
        ("check-ins", "Payments · 2027-Q1  Check-ins"),
        ("scoring", "Payments · 2027-Q1  Scoring"),
        ("retro", "Payments · 2027-Q1  Retrospective"),
    ] {
        let demo = okr(&home).args(format!("demo --phase {phase}")).env("OKR_TODAY", "").run();
        demo.code(0).stdout_has(says);
    }
    home.okr("demo --phase party").code(2).stderr_has("check-ins");
    assert!(crate::support::tree::files(home.work()).is_empty());
}

#[test]
fn of_many_teams_those_that_need_something_come_first_and_a_screenful_is_printed() {
    let home = committed();
    for at in 10..70 {
        write(
            home.work(),
            &format!("teams/team-{at}/team.toml"),
            &format!("name = 'Team {at}'\nlevel = 'team'\n"),
        );
    }
    run(&home, "--team team-33 init --cycle 2027-q1");
    // Nobody has said here yet which team is meant.
    let fresh = home.user().join("fresh");
    let home = home.with("XDG_STATE_HOME", fresh.to_str().unwrap());
    for command in ["status", ""] {
        let outcome = home.okr(command);
        let lines: Vec<&str> = outcome.code(1).stdout().lines().collect();
        assert_eq!(lines.len(), 22, "{lines:#?}");
        assert!(lines[0].starts_with("team      cycle"), "{lines:#?}");
        assert!(lines[1].starts_with("payments  2027-q1  Check-ins  1"), "{lines:#?}");
        assert!(lines[2].starts_with("team-33   2027-q1  Setting    1"), "{lines:#?}");
        assert!(lines[3].contains("Team 10"), "{lines:#?}");
        assert_eq!(lines[21], "and 41 more; okr status --team T, okr list teams");
    }
    let json = home.okr("status --json");
    let json = json.code(1).json();
    let rows = json["rows"].as_array().unwrap();
    assert_eq!((rows.len(), &rows[0]["team"], &json["overdue"]), (61, &"payments".into(), &true.into()));
    assert_eq!((&rows[1]["phase"], &rows[60]["cycle"]), (&"setting".into(), &serde_json::Value::Null));
    // Other commands need one team, and name a few.
    let asked = home.okr("list objectives");
    let lines: Vec<&str> = asked.code(2).stderr().lines().collect();
    assert_eq!((lines.len(), lines[13]), (14, "  and 49 more: okr list teams"), "{lines:#?}");
    let named = home.okr("status --team team-33");
    assert!(named.code(1).stdout().starts_with("Team 33 · 2027-Q1"), "{}", named.stdout());
}
