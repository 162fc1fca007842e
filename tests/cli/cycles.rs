//! Cycles with days of their own: fiscal quarters, half-years, a spring.

use super::run;
use crate::support::{Home, okr};

/// Runs a line on a day.
fn on(home: &Home, day: &str, line: &str) {
    okr(home).env("OKR_TODAY", day).args(line).run().code(0);
}

/// A team whose fiscal year begins in October: its 2027-Q1 ends with 2026, committed, with one key result.
fn fiscal() -> Home {
    let home = Home::empty().today("2026-10-20");
    let days = "--cycle 2027-Q1 --first 2026-10-01 --last 2026-12-31";
    run(&home, &format!("init --team Payments {days} --objective Sign-in"));
    run(&home, "add kr sign-in Failures metric=failures baseline=3% target=1% source=log");
    home
}

#[test]
fn the_effect_is_read_in_the_quarters_of_the_team() {
    let home = fiscal();
    run(&home, "set failures effect_quarter=2027-q2");
    okr(&home).args("lint").run().code(1).stdout_has("[late-effect]");
    run(&home, "set failures early_sign='fewer calls'");
    run(&home, "commit --reason x");
    on(&home, "2026-12-30", "score failures --reading 2% --tells-us slower");
    on(&home, "2027-01-05", "close --reason x");
    let read = "okr score failures --cycle 2027-q1 --later VALUE";
    for (cycle, first, last, day, is_asked) in [
        ("2027-Q2", "2027-01-01", "2027-03-31", "2027-02-10", true),
        ("2027-Q3", "2027-04-01", "2027-06-30", "2027-05-10", true),
        ("2027-Q4", "2027-07-01", "2027-09-30", "2027-08-10", false),
    ] {
        on(&home, day, &format!("init --cycle {cycle} --first {first} --last {last}"));
        let status =
            || okr(&home).env("OKR_TODAY", day).args(["--cycle", cycle, "status"]).run().stdout().to_owned();
        assert_eq!(status().contains(read), is_asked, "{cycle}: {}", status());
        if is_asked {
            on(&home, day, "score failures --cycle 2027-q1 --later 1.5%");
            assert!(!status().contains(read), "{cycle}: {}", status());
        }
    }
}

#[test]
fn an_effect_comes_in_a_cycle_of_the_own_kind_that_is_not_open_yet() {
    let home = Home::empty().today("2027-01-20");
    let days = "--cycle 2027-H1 --first 2027-01-01 --last 2027-06-30";
    run(&home, &format!("init --team Payments {days} --objective Sign-in"));
    run(&home, "add kr sign-in Failures metric=failures baseline=3% target=1% source=log");
    run(&home, "set failures effect_quarter=2027-H2");
    okr(&home).args("lint").run().code(1).stdout_has("[late-effect]");
    run(&home, "set failures effect_quarter=2027-H1");
    assert!(!okr(&home).args("lint").run().stdout().contains("[late-effect]"));
    okr(&home)
        .args("set failures effect_quarter=autumn")
        .run()
        .code(2)
        .stderr_has("there is no cycle `autumn`");
}

#[test]
fn the_coming_quarter_is_the_next_of_the_own_kind_and_never_the_one_that_runs() {
    let home = fiscal().today("2026-12-10");
    okr(&home).args("init").run().code(0).stderr_has("open 2027-Q2 (2027-01-01 to 2027-03-31) for Payments");
    okr(&home).args("init --team Edge").run().code(0).stderr_has("open 2027-Q2 for Edge");
    okr(&home)
        .args("--team edge init --cycle 2027-Q4")
        .run()
        .code(0)
        .stderr_has("open 2027-Q4 (2027-07-01 to 2027-09-30) for Edge");
}
