//! One quarter by commands only, from an empty folder to the kick-off of the next one.

use super::run;
use crate::support::tree::{file, paths_like};
use crate::support::{Home, Snapshot, okr};

/// The two assumptions of the set, by their ids.
struct Assumptions {
    api: String,
    staff: String,
}

fn setting(home: &Home) -> Assumptions {
    run(home, "init --team Payments --people 'Ada, Lin, Kim' --objective 'Sign-in people can rely on'");
    run(home, "set quarter pay_free=yes outcomes=yes negotiated=yes ambitious=yes few=yes");
    run(home, "set quarter sponsor_promise='a low score is information'");
    run(home, "add objective 'Builds nobody waits for' why_now='an hour a day for everyone'");
    run(home, "add kr sign-in 'Sign-in failures down to 0.5 %' metric='sign-in failures'");
    run(home, "add kr builds 'CI p95 from 42 min to under 15 min' metric='CI duration'");
    let refused = home.okr("commit");
    refused
        .code(1)
        .stderr_has("hard stop  SET-7 baseline  “sign-in failures”")
        .stderr_has("asks       SET-6 not-now");
    run(
        home,
        "set sign-in-failures baseline=2.3% target=0.5% source='edge logs' aggregation=share nearer=yes can_move=yes",
    );
    run(
        home,
        "set ci-duration baseline='42 min' target='below 15 min' source='CI API' aggregation=p95 scope='main branch'",
    );
    let api = run(home, "add assumption sign-in 'the provider keeps its API'");
    let staff = run(home, "add assumption builds 'nobody leaves'");
    run(home, "add not-now 'new billing page'");
    run(home, "checkin sign-in-failures --opening --votes 40,50,60");
    run(home, "checkin ci-duration --opening --votes 70,80,60");
    Assumptions { api, staff }
}

fn check_ins(home: &Home) {
    let logged = [
        ("2027-01-15", "sign-in-failures --value 2.6% --confidence 35 --changed 'first wave moved'"),
        ("2027-01-15", "ci-duration --value '40 min' --confidence 65"),
        ("2027-02-12", "sign-in-failures --value 1.6% --confidence 50 --blocked 'edge logs late'"),
        ("2027-02-12", "ci-duration --value '33 min' --confidence 40 --plan adjust"),
        ("2027-03-12", "sign-in-failures --value 1.2% --confidence 30"),
        ("2027-03-12", "ci-duration --not-readable --confidence 20"),
    ];
    for (day, line) in logged {
        okr(home).args(format!("checkin {line}")).env("OKR_TODAY", day).run().code(0);
    }
    let early = okr(home).args("checkin ci-duration --value 20").env("OKR_TODAY", "2027-02-11").run();
    early.code(0).stdout_has("20 min on 11 Feb");
}

fn closing(home: &Home, assumptions: &Assumptions) {
    home.okr("close").code(1).stderr_has("hard stop  SCO-3");
    home.okr("score sign-in-failures --reading 1.0% --tells-us 'the provider mattered more'")
        .code(0)
        .stdout_has("score 0.7");
    home.okr("score ci-duration --reading '31 min'").code(0).stdout_has("score 0.4");
    run(home, "retro add lesson 'read the number before the meeting'");
    run(home, "retro add difficulty --kr sign-in-failures --verdict right");
    run(home, "retro add difficulty --kr ci-duration --verdict hard");
    run(home, "retro add importance --objective builds --verdict more");
    run(home, "retro add importance --objective sign-in --verdict as");
    run(home, &format!("retro add assumption --assumption {} --verdict held", assumptions.api));
    run(home, &format!("retro add assumption --assumption {} --verdict wrong", assumptions.staff));
    run(home, "retro add action 'readings on Monday' --starts Lin --first-date +2w --seen-by 'six readings'");
    home.okr("close").code(0).stdout_has("2027-Q1 is closed");
}

#[test]
fn a_quarter_runs_from_an_empty_folder_to_the_next_kick_off() {
    let home = Home::empty().today("2026-12-10");
    let assumptions = setting(&home);
    okr(&home)
        .args("commit")
        .env("OKR_TODAY", "2026-12-30")
        .run()
        .code(0)
        .stdout_has("2 objectives, 2 key results");
    check_ins(&home);
    let home = home.today("2027-03-26");
    closing(&home, &assumptions);

    let before = Snapshot::of(home.work());
    run(&home, "init --cycle 2027-q2");
    let home = home.today("2027-04-01");
    run(&home, "carry ci-duration --as continue");
    run(&home, "carry sign-in-failures --as retire");
    let last_quarter = |change: &String| change.contains("2027-q1");
    assert!(!Snapshot::of(home.work()).changes_since(&before).iter().any(last_quarter));

    let scores = home.okr("--cycle 2027-q1 list scores --json").json();
    let scores: Vec<_> = scores["rows"].as_array().unwrap().iter().map(|row| row["score"].as_f64()).collect();
    assert_eq!(scores, [Some(0.7), Some(0.4)]);
    assert!(run(&home, "list").contains("? → below 15 min"));
    assert_eq!(paths_like(home.work(), "teams/payments/2027-q1/checkins/*.toml").len(), 9);
    assert!(file(home.work(), "teams/payments/2027-q1/cycle.toml").contains("closed = 2027-03-26"));
    home.okr("check").code(0).stderr_has("no problem in the files");
}
