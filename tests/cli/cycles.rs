//! Cycles with days of their own: fiscal quarters, half-years, a spring.

use std::fs;

use super::run;
use crate::support::tree::file;
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
fn a_quarter_without_its_year_is_the_one_that_is_expected() {
    let home = Home::empty().today("2026-12-10");
    run(&home, "init --team Payments --people Ada --cycle q1");
    assert!(file(home.work(), "cycles/2027-q1.toml").contains("2027-Q1"));
    on(&home, "2027-03-12", "--cycle Q2 init");
    assert!(file(home.work(), "cycles/2027-q2.toml").contains("2027-04-01"));
    let status = okr(&home).env("OKR_TODAY", "2027-04-12").args("--cycle q1 status").run();
    assert!(status.stdout().contains("2027-Q1"), "that of this spring, not of the next: {}", status.stdout());
    run(&home, "--cycle q2 add objective 'Sign-in people can rely on'");
    run(&home, "--cycle q2 add kr sign-in 'Sign-in failures from 2.3 % to 0.5 %' due='end of the quarter'");
    assert!(run(&home, "--cycle q2 list key-results").contains("2027-06-30"));
    let refused = home.okr("--cycle q2 set sign-in-f due=5/2");
    refused.code(2).stderr_has("5 Feb or 2 May");
}

#[test]
fn a_quarter_is_named_the_way_people_write_it() {
    let home = Home::empty().today("2026-12-10");
    home.okr(["init", "--team", "Payments", "--cycle", "Q1 2027", "--people", "Ada, Lin and Kim"]).code(0);
    assert!(file(home.work(), "cycles/2027-q1.toml").contains("2027-Q1"));
    assert!(file(home.work(), "teams/payments/team.toml").contains("\"Lin\", \"Kim\""));
    for typed in ["2027q1", "2027 Q1", "q1/2027"] {
        home.okr(["--cycle", typed, "list", "objectives"]).code(0);
    }
}

#[test]
fn the_effect_is_read_in_the_quarters_of_the_team() {
    let home = fiscal();
    run(&home, "set failures effect_quarter=2027-q2");
    home.okr("lint").code(1).stdout_has("[late-effect]");
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
    home.okr("lint").code(1).stdout_has("[late-effect]");
    run(&home, "set failures 'effect_quarter=Q3 2027'");
    home.okr("show failures").stdout_has("2027-q3").stdout_lacks("q3-2027");
    run(&home, "set failures effect_quarter=2027-H1");
    assert!(!home.okr("lint").stdout().contains("[late-effect]"));
    home.okr("set failures effect_quarter=autumn").code(2).stderr_has("there is no cycle `autumn`");
}

#[test]
fn the_coming_quarter_is_the_next_of_the_own_kind_and_never_the_one_that_runs() {
    let home = fiscal().today("2026-12-10");
    home.okr("init").code(0).stderr_has("open 2027-Q2 (2027-01-01 to 2027-03-31) for Payments");
    home.okr("init --team Edge").code(0).stderr_has("open 2027-Q2 for Edge");
    home.okr("--team edge init --cycle 2027-Q4")
        .code(0)
        .stderr_has("open 2027-Q4 (2027-07-01 to 2027-09-30) for Edge");
    home.okr("init --team Search --cycle 2027-Q2 --first 2027-04-01 --last 2027-06-30")
        .code(2)
        .stderr_has("2027-Q2: it is from 2027-01-01 to 2027-03-31 in this workspace");
}

#[test]
fn teams_on_cycles_of_other_lengths_ask_and_answer_each_other() {
    let home = Home::empty().today("2027-04-10");
    run(&home, "init --team Payments --cycle 2027-Q2 --objective Sign-in");
    run(&home, "init --team Edge --cycle 2027-H1 --first 2027-01-01 --last 2027-06-30 --objective Edges");
    run(&home, "init --team Edge --cycle 2026-Q4");
    run(
        &home,
        "--team payments add kr sign-in Failures metric=failures baseline=3% target=1% measured_at=Edge",
    );
    run(&home, "--team payments add dependency failures edge certs by=2027-05-01");
    let asked = |team: &str, cycle: &str| {
        let list = ["--team", team, "--cycle", cycle, "list", "asked"];
        home.okr(list).stdout().contains("certs")
    };
    assert!(asked("edge", "2027-h1") && !asked("edge", "2026-q4") && !asked("payments", "2027-q2"));
    let edge = |line: &str| home.okr(format!("--team edge --cycle 2027-h1 {line}"));
    edge("status").code(1).stdout_has("asks for: certs. Not answered").stdout_has("failures  3 %");
    home.okr("--team payments lint").code(1).stdout_has("[unanswered]");
    let line = edge("list asked --json").json()["rows"][0]["id"].as_str().unwrap().to_owned();
    edge(&format!("add answer {line} agreed yes by=2027-05-10")).code(0);
    assert!(!edge("status").stdout().contains("Not answered"));
    home.okr("--team payments list dependencies").code(0).stdout_has("agreed");
}

#[test]
fn what_runs_beside_a_quarter_does_not_hand_over_to_it() {
    let home = Home::empty().today("2027-01-05");
    run(&home, "init --team Payments --cycle 2027-Q1 --objective Sign-in");
    run(&home, "init --cycle spring --first 2027-02-01 --last 2027-04-30 --objective Spring");
    run(&home, "--cycle 2027-q1 add kr sign-in Failures metric=failures baseline=3% target=1% source=log");
    run(&home, "--cycle 2027-q1 commit --reason x");
    run(&home, "--cycle spring add kr spring Pages metric=pages baseline=3 target=1 source=log");
    run(&home, "--cycle spring commit --reason x");
    let mistaken = okr(&home).env("OKR_TODAY", "2027-02-10").args("checkin pages --value 2").run();
    mistaken
        .code(2)
        .stderr_has("there is no key result `pages` in 2027-Q1; it is in spring")
        .stderr_has("--cycle spring");
    on(&home, "2027-03-30", "--cycle 2027-q1 score failures --reading 2% --tells-us slower");
    on(&home, "2027-03-31", "--cycle 2027-q1 close --reason x");
    on(&home, "2027-03-31", "init --cycle 2027-Q2");
    let next = file(home.work(), "teams/payments/2027-q2/cycle.toml");
    assert!(next.contains("follows = \"2027-q1\""), "{next}");
    let listed = run(&home, "--cycle 2027-q2 list hand-over");
    assert!(listed.contains("failures") && !listed.contains("pages"), "{listed}");
}

#[test]
fn a_close_leads_to_the_next_quarter_where_that_is_open() {
    let home = Home::empty().today("2027-01-05");
    run(&home, "init --team Payments --cycle 2027-Q1 --objective Sign-in");
    run(&home, "add kr sign-in Failures metric=failures baseline=3% target=1% source=log");
    run(&home, "commit --reason x");
    on(&home, "2027-03-12", "--cycle 2027-q2 init");
    on(&home, "2027-03-28", "--cycle 2027-q1 score failures --reading 2% --tells-us slower");
    let close = "--cycle 2027-q1 close --reason x";
    let closed = okr(&home).env("OKR_TODAY", "2027-03-29").args(close).run();
    closed.code(0).stderr_has("okr --team payments --cycle 2027-q2 list hand-over").stderr_lacks("init");
}

#[test]
fn what_a_merged_team_reads_later_says_whose_it_was() {
    let home = Home::empty().today("2027-01-05");
    for (team, failures) in [("Payments", "30"), ("Checkout", "50")] {
        run(&home, &format!("init --team {team} --cycle 2027-Q1 --objective Calm"));
        let of = |line: &str| run(&home, &format!("--team {} {line}", team.to_lowercase()));
        of(&format!("add kr calm Refunds metric=refunds baseline={failures} target=10 source=log"));
        of("set refunds effect_quarter=2027-q2 early_sign='half of it'");
        of("checkin refunds --opening --confidence 60");
        of("commit --reason x");
        on(&home, "2027-03-29", &format!("--team {} score refunds --reading 28", team.to_lowercase()));
    }
    on(&home, "2027-04-02", "add was payments merged checkout");
    let home = home.today("2027-04-03");
    let text = run(&home, "--team payments history");
    for said in ["2027-Q1, refunds: score 0.1, effect", "2027-Q1, Checkout, refunds: score 0.6, effect"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let json = home.okr("--team payments history --json").json();
    for list in ["late", "most_wrong"] {
        let all = json[list].as_array().or_else(|| json["history"][list].as_array()).unwrap();
        let mut teams: Vec<_> = all.iter().map(|one| one["team"].as_str().unwrap()).collect();
        teams.sort_unstable();
        assert_eq!(teams, ["checkout", "payments"], "{list}");
    }
    let table = run(&home, "--team payments export --figures --format csv");
    assert!(table.contains("checkout,2027-q1,late-score,"), "{table}");
}

#[test]
fn whoever_asks_a_team_that_was_merged_asks_the_last_that_took_it_in() {
    let home = Home::empty().today("2027-01-05");
    for team in ["Asker", "Aa", "Bb", "Cc"] {
        run(&home, &format!("init --team {team} --cycle 2027-Q1"));
    }
    on(&home, "2027-02-01", "add was bb merged aa");
    on(&home, "2027-03-01", "add was cc merged bb");
    for team in ["asker", "cc"] {
        on(&home, "2027-04-02", &format!("--team {team} init --cycle 2027-Q2"));
    }
    let home = home.today("2027-04-03");
    let next = |line: &str| run(&home, &format!("--cycle 2027-q2 {line}"));
    next("--team asker add objective Search");
    next("--team asker add kr search 'Search time'");
    next("--team asker add dependency search-time Aa 'an index'");
    let asked = next("--team cc list asked");
    assert!(asked.contains("an index"), "{asked}");
    let file = home.work().join("teams/asker/team.toml");
    let merged = "[[was]]\nid = \"merged-aa\"\nturn = \"merged\"\nwhat = \"aa\"\n";
    fs::write(&file, fs::read_to_string(&file).unwrap() + merged).unwrap();
    home.okr("check").code(1).stdout_has("This team took in “Aa”, which was merged into “Asker” too.");
}

#[test]
fn the_last_quarter_of_a_merged_team_is_handed_over_to_the_team_that_took_it_in() {
    let home = Home::empty().today("2027-01-05");
    run(&home, "init --team Payments --cycle 2027-Q1 --objective Sign-in");
    run(&home, "init --team Pay --cycle 2027-Q1 --objective Refunds");
    run(
        &home,
        "--team pay add kr refunds 'Refund time' metric='refund time' baseline=9d target=3d source=log",
    );
    run(&home, "--team pay commit --reason x");
    run(&home, "--team payments add kr sign-in Failures metric=failures baseline=3% target=1% source=log");
    run(&home, "--team payments commit --reason x");
    on(&home, "2027-02-01", "add was payments merged pay");
    on(&home, "2027-03-30", "--team pay score refund-time --reading 6d --tells-us slower");
    on(&home, "2027-03-30", "--team payments score failures --reading 2% --tells-us slower");
    on(&home, "2027-03-30", "--team pay --cycle 2027-q1 retro add lesson 'Ask the bank first'");
    on(&home, "2027-03-31", "--team pay close --reason x");
    on(&home, "2027-03-31", "--team payments close --reason x");
    okr(&home)
        .env("OKR_TODAY", "2027-03-31")
        .args("--team pay init --cycle 2027-Q2")
        .run()
        .code(2)
        .stderr_has("it was merged into “Payments”")
        .stderr_has("okr --team payments init");
    on(&home, "2027-03-31", "--team payments init --cycle 2027-Q2");
    let next = |line: &str| run(&home, &format!("--team payments --cycle 2027-q2 {line}"));
    let listed = next("list hand-over");
    for said in ["Ask the bank first", "refund time", "failures"] {
        assert!(listed.contains(said), "{said}: {listed}");
    }
    next("carry pay-refund-time --as continue");
    let carried = file(home.work(), "teams/payments/2027-q2/objectives/refunds/refund-time.toml");
    assert!(carried.contains("carried_from = \"pay/2027-q1/refund-time\""), "{carried}");
    run(&home, "check");
    on(&home, "2027-06-25", "--team payments init --cycle 2027-Q3");
    let later = run(&home, "--team payments --cycle 2027-q3 list hand-over");
    assert!(!later.contains("Ask the bank first"), "handed over once: {later}");
}
