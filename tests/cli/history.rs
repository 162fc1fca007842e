//! J13 by commands: calibration with the figures of the method, late paybacks beside the old score, and what was believed
//! on any day.

use serde_json::Value;

use super::run;
use crate::support::{Home, okr};

fn told(home: &Home, rest: &str) -> Value {
    serde_json::from_str(&run(home, &format!("history {rest} --json"))).unwrap()
}

/// The worked example of the method: 70, 90 and 40 said, reached, reached, not reached.
fn three_outcomes() -> Home {
    outcomes_with(None)
}

/// The same with one more word before the commit.
fn outcomes_with(drafted: Option<&str>) -> Home {
    let home = Home::empty().today("2026-12-15");
    run(
        &home,
        "init --team Payments --people 'Ada, Lin, Sam' --cycle 2027-Q1 --objective 'Sign-in people can rely on'",
    );
    for (name, votes) in [("alpha", "70"), ("bravo", "90"), ("carol", "40")] {
        run(
            &home,
            &format!(
                "add kr sign-in '{name} from 10 to 20' metric={name} aggregation=mean baseline=10 target=20 source=log"
            ),
        );
        run(&home, &format!("checkin {name} --opening --votes {votes}"));
    }
    drafted.map(|line| run(&home, line));
    run(&home, "commit --reason 'a test needs no more'");
    home
}

fn on(home: &Home, day: &str, line: &str) {
    let outcome = okr(home).env("OKR_TODAY", day).args(line).run();
    outcome.code(0);
}

#[test]
fn the_brier_score_of_the_worked_example_comes_out_of_the_files() {
    let home = three_outcomes();
    on(&home, "2027-03-29", "score alpha --reading 20 --tells-us done");
    on(&home, "2027-03-29", "score bravo --reading 21 --tells-us done");
    on(&home, "2027-03-29", "score carol --reading 14 --tells-us 'slower than thought'");
    let home = home.today("2027-03-30");
    let all = told(&home, "");
    assert_eq!(all["calibration"][0]["all"]["brier"], 0.0867);
    assert_eq!(
        (&all["calibration"][0]["all"]["n"], &all["calibration"][0]["all"]["right"]),
        (&3.into(), &2.into())
    );
    assert_eq!(
        all["calibration"][0]["all"]["says"],
        Value::Null,
        "three outcomes are too few for a sentence"
    );
    let quarter = &all["cycles"][0];
    assert_eq!((&quarter["at_full"], &quarter["scored"]), (&2.into(), &3.into()));
    assert_eq!(quarter["at_aim"], 2, "0.7 or better");
    assert_eq!(quarter["scores"], serde_json::json!([0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 2]));
    assert_eq!(all["most_wrong"][0]["key_result"], "alpha");
    let text = run(&home, "history");
    assert!(text.contains("at 1.0: 2 of 3, 0.7 or better: 2 of 3, near 0: 0 of 3"), "{text}");
    assert!(text.contains("0.087 (n 3)") && text.contains("opening 70, score 1.0"), "{text}");
}

/// A score is shown to one decimal; the event that confidence is about is the whole way (section 5).
#[test]
fn nearly_all_of_the_way_is_a_score_of_one_and_not_reached_in_full() {
    let home = three_outcomes();
    on(&home, "2027-03-29", "score alpha --reading 19.6 --tells-us 'nearly'");
    on(&home, "2027-03-29", "score bravo --reading 20 --tells-us done");
    on(
        &home,
        "2027-03-29",
        "score carol 1 --reading 19 --tells-us 'the last one was waived' --reason 'the room'",
    );
    let all = told(&home.today("2027-03-30"), "");
    assert_eq!(all["cycles"][0]["scores"][10], 3);
    let series = &all["calibration"][0]["all"];
    assert_eq!((&series["n"], &series["right"]), (&3.into(), &2.into()));
}

#[test]
fn a_day_in_the_past_shows_what_was_believed_then() {
    let home = three_outcomes();
    on(&home, "2027-02-12", "set alpha target=30 --reason 'the bank moved'");
    on(&home, "2027-03-29", "score alpha --reading 20 --tells-us done");
    let home = home.today("2027-04-20");
    let scored = |rest: &str| told(&home, rest)["cycles"][0]["scored"].as_u64();
    assert_eq!(
        (scored(""), scored("--as-of 2027-03-28"), scored("--as-of 2027-03-29")),
        (Some(1), Some(0), Some(1))
    );
    assert_eq!(told(&home, "--as-of 2026-12-01")["cycles"], serde_json::json!([]));
}

#[test]
fn a_later_reading_stands_beside_the_score_and_leaves_it() {
    let home = three_outcomes();
    run(&home, "set alpha effect_quarter=2027-q2");
    on(&home, "2027-03-29", "score alpha --reading 14 --tells-us 'early yet'");
    on(&home, "2027-05-10", "--cycle 2027-q1 score alpha --later 19");
    let home = home.today("2027-05-20");
    let late = &told(&home, "")["late"][0];
    assert_eq!((&late["score"], &late["score_by_now"]), (&serde_json::json!(0.4), &serde_json::json!(0.9)));
    let text = run(&home, "history");
    assert!(
        text.contains("score 0.4, effect in 2027-Q2; read later 19")
            && text.contains("on 10 May, which would be 0.9"),
        "{text}"
    );
}

#[test]
fn a_later_reading_of_a_wrong_day_is_taken_back_and_the_others_and_the_score_stand() {
    let home = three_outcomes();
    run(&home, "set alpha effect_quarter=2027-q2");
    on(&home, "2027-03-29", "score alpha --reading 14 --tells-us 'early yet'");
    on(&home, "2027-05-10", "score alpha --later 19");
    on(&home, "2027-05-20", "score alpha --later 18 --date 2027-05-02");
    let home = home.today("2027-05-20");
    let took = |command: &str| home.okr(command);
    assert!(run(&home, "history").contains("on 2 May, 19"), "by their days: {}", run(&home, "history"));
    took("remove later:alpha").code(0).stderr_has("on 10 May");
    took("undo").code(0);
    took("remove later:alpha:2027-05-03").code(1).stderr_has("nothing was read of it on 2027-05-03");
    took("remove later:alpha:2027-05-02")
        .code(0)
        .stderr_has("take back the later reading of “alpha” on 2 May");
    let late = &told(&home, "")["late"][0];
    assert_eq!((&late["score"], &late["score_by_now"]), (&serde_json::json!(0.4), &serde_json::json!(0.9)));
    took("remove later:alpha").code(0).stderr_has("on 10 May");
    took("remove later:alpha").code(1).stderr_has("nothing was read of it after its quarter");
    assert_eq!(told(&home, "")["late"][0]["score"], serde_json::json!(0.4));
}

#[test]
fn a_later_reading_is_asked_for_in_each_quarter_up_to_one_after_the_effect_and_leaves_the_score() {
    let home = three_outcomes();
    run(&home, "set alpha effect_quarter=2027-q3 early_sign='half of it'");
    for name in ["alpha", "bravo", "carol"] {
        on(&home, "2027-03-29", &format!("score {name} --reading 14 --tells-us 'slower than thought'"));
    }
    on(&home, "2027-04-01", "close --reason 'the test needs no more'");
    let asked = "alpha: From 2027-Q1, effect in 2027-Q3. What does it read now?";
    for (cycle, day, is_asked) in [
        ("2027-Q2", "2027-04-20", true),
        ("2027-Q3", "2027-07-20", true),
        ("2027-Q4", "2027-10-20", true),
        ("2028-Q1", "2028-01-20", false),
    ] {
        on(&home, day, &format!("init --cycle {cycle}"));
        let set = format!("--cycle {cycle} add objective 'Calm'");
        on(&home, day, &set);
        on(&home, day, &format!("--cycle {cycle} add kr calm 'CI from 42 to 15' metric=CI source=log"));
        on(&home, day, &format!("--cycle {cycle} commit --reason 'a test needs no more'"));
        let status =
            || okr(&home).env("OKR_TODAY", day).args(["--cycle", cycle, "status"]).run().stdout().to_owned();
        assert_eq!(status().contains(asked), is_asked, "{cycle}: {}", status());
        let logged = || {
            let day = okr(&home).env("OKR_TODAY", day);
            day.args(["--cycle", cycle, "checkin", "ci", "--value", "40"]).run().stderr().to_owned()
        };
        assert_eq!(logged().contains(asked), is_asked, "{cycle}: {}", logged());
        if cycle == "2027-Q2" {
            let day = "2027-06-25";
            on(&home, day, "--cycle 2027-Q2 score ci --reading 30");
            let status = okr(&home).env("OKR_TODAY", day).args("--cycle 2027-Q2 status").run();
            assert!(status.stdout().contains(asked), "also once all is scored: {}", status.stdout());
        }
        if is_asked {
            // One command, from the quarter that runs.
            on(&home, day, "score alpha --later 16");
            assert!(!status().contains(asked), "{cycle}: once a quarter: {}", status());
            assert!(!logged().contains(asked), "{cycle}: once a quarter: {}", logged());
        }
    }
    let home = home.today("2028-01-20");
    let text = run(&home, "history");
    assert!(text.contains("2027-Q1, alpha: score 0.4, effect in 2027-Q3; read later "), "{text}");
    assert!(text.contains("which would be 0.6"), "{text}");
    let scores = home.okr("--cycle 2027-Q1 list scores --json").stdout().to_owned();
    assert!(scores.contains("0.4"), "the score stands: {scores}");
}

#[test]
fn what_was_expected_stands_beside_what_was_reached() {
    let home = outcomes_with(Some("set carol ambition=committed"));
    on(&home, "2027-03-29", "score alpha --reading 20 --tells-us done");
    on(&home, "2027-03-29", "score bravo --reading 14 --tells-us 'slower'");
    on(&home, "2027-03-29", "score carol --reading 10 --tells-us 'nothing moved'");
    let home = home.today("2027-03-30");
    let text = run(&home, "history");
    // 0.7, 0.7 and 1.0 were expected; 1.0, 0.4 and 0.0 came out.
    assert!(text.contains("2027-Q1: expected 0.8, reached 0.47 (n 3)"), "{text}");
    assert!(text.contains("at 1.0: 1 of 3, 0.7 or better: 1 of 3, near 0: 1 of 3"), "{text}");
    let told = told(&home, "");
    assert_eq!(told["expected"], serde_json::json!({ "n": 3, "expected": 0.8, "reached": 0.47 }));
}

#[test]
fn a_vote_given_alone_counts_once_its_round_is_over_also_under_a_provisional_score() {
    let home = three_outcomes();
    on(&home, "2027-01-15", "checkin alpha --votes '20 30 40'");
    on(&home, "2027-02-12", "checkin alpha --confidence 90");
    on(&home, "2027-03-12", "score alpha --reading 20 --tells-us done");
    let home = home.today("2027-03-20");
    let told = told(&home, "");
    let series = told["calibration"].as_array().unwrap();
    let briers: Vec<_> = series.iter().map(|series| series["all"]["brier"].as_f64()).collect();
    assert_eq!(briers, [Some(0.09), Some(0.01), Some(0.01)], "{told:#}");
    let quarter = &told["cycles"][0];
    assert_eq!((&quarter["scored"], &quarter["provisional"]), (&1.into(), &1.into()));
    assert!(run(&home, "history").contains("2027-Q1: provisional: 1 of 1 scores"));
}
