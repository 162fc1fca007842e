//! `okr score` and `okr commit`: the hard stops, the formula, the room's word.

use super::{KEY_RESULT, committed, draft, run};
use crate::support::tree::{file, path_like, paths_like, toml, write};
use crate::support::{Home, okr};

const SCORES: &str = "teams/payments/2027-q1/scores/*.toml";

/// A committed quarter with a last reading of 1.4 %, in its last week.
fn last_week() -> Home {
    let home = committed();
    run(&home, "checkin sign-in-f --value 1.4% --confidence 60");
    home.today("2027-03-26")
}

#[test]
fn that_the_work_was_done_is_said_without_a_score() {
    let home = last_week();
    run(&home, "score sign-in-f --work yes");
    let record = toml(home.work(), &path_like(home.work(), SCORES));
    assert_eq!(record.get("work_done").and_then(|done| done.as_str()), Some("yes"));
    assert!(record.get("score").is_none() && record.get("reading").is_none(), "{record}");
    run(&home, "score sign-in-f");
    let record = toml(home.work(), &path_like(home.work(), SCORES));
    assert!(record.get("score").is_some() && record.get("work_done").is_some(), "{record}");
}

#[test]
fn a_commit_names_every_stop_and_marks_the_hard_ones() {
    let home = draft();
    run(&home, "add kr sign-in 'Faster sign-in'");
    let refused = home.okr("commit --reason 'we are sure'");
    refused
        .code(1)
        .stderr_has("hard stop  SET-7 metric  “Faster sign-in”: it has no metric; name the measure");
    refused
        .stderr_has("hard stop  SET-7 baseline")
        .stderr_has("asks       SET-12")
        .stderr_has("no reason goes past them");
    let json = home.okr("commit --json");
    json.code(1);
    let stops = json.json()["refused"].clone();
    assert_eq!((&stops[0]["rule"], &stops[0]["force"]), (&"SET-7 metric".into(), &"hard".into()));
    assert!(stops.as_array().unwrap().iter().any(|stop| stop["force"] == "asks-reason"));
}

#[test]
fn a_refused_commit_names_the_commands_for_what_is_not_ready() {
    let home = draft();
    run(&home, "add kr sign-in 'Faster sign-in'");
    run(&home, "add kr sign-in 'Sign-in moved to OAuth'");
    let refused = home.okr("commit --reason x");
    refused
        .code(1)
        .stderr_has("to find out: okr set ID kind=establish-baseline contact=NAME find_out_by=DAY");
    refused.stderr_has("work, not an outcome: okr move ID delivery");
    run(&home, "set faster kind=establish-baseline contact=Ada find_out_by=+2w");
    run(&home, "move sign-in-moved delivery");
    home.okr("commit --reason x").code(0).stdout_has("1 to find out beside the set");
}

#[test]
fn a_commit_freezes_the_set_and_keeps_the_reason() {
    let home = draft();
    home.okr("commit").code(1).stderr_has("go on with a reason: okr commit --reason");
    let outcome = home.okr("commit --reason 'first quarter of the team'");
    outcome.code(0).stdout_has("2027-Q1 is committed: 1 objective, 1 key result");
    assert!(run(&home, "list overrides").contains("first quarter of the team"));
    assert_eq!(toml(home.work(), KEY_RESULT)["revision"].as_array().map(Vec::len), Some(1));
    home.okr("commit").code(1);
}

#[test]
fn a_key_result_to_find_out_waits_beside_the_set() {
    let home = draft();
    run(&home, "add kr sign-in 'Sign-in time' metric='sign-in time' kind=establish-baseline");
    home.okr("commit --reason x").code(1).stderr_has("hard stop  SET-8");
    run(&home, "set sign-in-time contact=Ada find_out_by=2027-01-15");
    let waits = "kind=establish-baseline contact=Ada find_out_by=2027-01-15";
    run(&home, "add objective Nights");
    run(&home, &format!("add kr nights Pages metric=pages {waits}"));
    home.okr("commit --reason x").code(0).stdout_has("1 key result, 2 to find out beside the set");
    // Its sentence is committed with the set, also once the number has come and the target has not.
    let reworded = "set nights title='Nights that people sleep'";
    home.okr(reworded).code(1).stderr_has("MID-3");
    // One that was drafted since is not.
    run(&home, "add objective Days");
    run(&home, &format!("add kr days Alarms metric=alarms {waits}"));
    run(&home, "set days title='Days without alarms'");
    home.okr("commit --reason y").code(0).stdout_has("3 to find out");
    home.okr("set days title='Quiet days'").code(1).stderr_has("MID-3");
    run(&home, "checkin pages --value 33");
    home.okr(reworded).code(1).stderr_has("MID-3");
    run(&home, &format!("{reworded} --reason 'the word was odd'"));
    assert!(run(&home, "list revisions").contains("the word was odd"));
    let set = "set sign-in-time kind=change baseline='9 s' target='5 s'";
    home.okr(set).code(0).stderr_has("change “sign-in time”; it joins the set");
    assert!(run(&home, "list krs").contains("9 s → 5 s"));
}

#[test]
fn what_is_taken_in_after_the_commit_is_asked_the_same() {
    let home = draft();
    run(&home, "commit --reason x");
    let lost =
        "add kr sign-in 'Lost sign-ins' metric='lost sign-ins' baseline=40 target=10 source=log contact=Ada";
    run(&home, lost);
    run(&home, "set lost promised_outside=yes still_have_problem=yes nearer=no can_move=no");
    let refused = home.okr("commit");
    for asked in ["SET-9 lights", "SET-9 promise", "SET-9 outcome", "SET-13"] {
        refused.code(1).stderr_has(asked);
    }
    run(&home, "commit --reason 'the board asked for it'");
    assert!(run(&home, "list overrides").contains("the board asked for it"));
}

#[test]
fn without_a_score_the_formula_and_the_last_reading_stand() {
    let home = last_week();
    let outcome = home.okr("score sign-in-f");
    outcome.code(0).stdout_has("2.3 % → 0.5 %  1.4 % on 11 Feb  score 0.5");
    outcome.stderr_has("the final reading is that of the last check-in: 1.4 % on 11 Feb");
    let scoring = toml(home.work(), SCORES);
    assert_eq!(scoring["score"].as_float(), Some(0.5));
    assert_eq!(scoring["date"].as_datetime().map(ToString::to_string).as_deref(), Some("2027-02-11"));
}

#[test]
fn a_score_before_scoring_opens_says_that_it_is_provisional_and_is_asked_again() {
    let home = last_week().today("2027-03-24");
    home.okr("score sign-in-f").code(0).stdout_has("score 0.5, provisional until scoring opens");
    assert_eq!(toml(home.work(), SCORES)["provisional"].as_bool(), Some(true));
    let shown = ["show sign-in-f", "list krs", "list scores", "export --format csv", "export --format md"];
    for command in shown {
        home.okr(command).code(0).stdout_has("provisional");
    }
    home.okr("score sign-in-f 0.6")
        .stdout_has("score 0.6 (the formula says 0.5), provisional until scoring opens");
    run(&home, "score sign-in-f 0.5");
    let home = home.today("2027-03-25");
    home.okr("status").stdout_has("to score          sign-in-failures").stdout_has("scored 0.5, provisional");
    run(&home, "score sign-in-f --reading 1.0%");
    let scoring = toml(home.work(), SCORES);
    assert_eq!((scoring["score"].as_float(), scoring.get("provisional")), (Some(0.7), None));
}

#[test]
fn a_provisional_score_from_which_later_readings_moved_the_formula_is_nothing_to_mend() {
    let home = draft();
    run(&home, "add kr sign-in 'Keep availability above 99.9 %' metric=availability source=logs");
    run(&home, "commit --reason x");
    let home = home.today("2027-03-05");
    run(&home, "score availability --reading 99.95%");
    assert!(run(&home, "list scores").contains("provisional"));
    let home = home.today("2027-03-19");
    run(&home, "checkin availability --value 98%");
    home.okr("check").code(0);
}

#[test]
fn a_final_reading_gives_the_score_of_the_method() {
    let home = last_week();
    let outcome = home.okr("score sign-in-f --reading 1.0% --tells-us 'it moved' --work yes --json");
    let json = outcome.json();
    assert_eq!((&json["version"], &json["score"]["proposed"]), (&1.into(), &0.7.into()));
    assert_eq!(json["score"]["scoring"]["date"], "2027-03-26");
    assert_eq!(json["score"]["scoring"]["work_done"], "yes");
}

#[test]
fn a_score_away_from_the_formula_needs_its_reason() {
    let home = last_week();
    home.okr("score sign-in-f 0.9").code(1).stderr_has("the formula says 0.5").stderr_has("give a reason");
    assert!(paths_like(home.work(), SCORES).is_empty());
    let outcome = home.okr("score sign-in-f 0.9 --reason 'it read 0.6 % since Monday'");
    outcome.code(0).stdout_has("score 0.9 (the formula says 0.5)");
    home.okr("score sign-in-f 0.6").code(0);
}

#[test]
fn a_reason_goes_with_the_score_it_was_given_for() {
    let home = last_week();
    run(&home, "score sign-in-f 0.9 --reason 'it read 0.6 % since Monday'");
    run(&home, "score sign-in-f --tells-us 'caching did it'");
    assert!(toml(home.work(), SCORES).contains_key("reason"));
    home.okr("score sign-in-f 0.8").code(1).stderr_has("give a reason");
    home.okr("score sign-in-f --reading 1.0%").code(0).stdout_has("score 0.7");
    let scoring = toml(home.work(), SCORES);
    assert!(!scoring.contains_key("reason") && scoring.contains_key("tells_us"), "{scoring}");
}

#[test]
fn what_waits_beside_the_set_or_was_dropped_says_so_when_it_is_scored() {
    let home = draft();
    run(&home, "add kr sign-in Toil metric=toil unit=h kind=establish-baseline contact=Ada find_out_by=+2w");
    run(&home, "commit --reason x");
    let home = home.today("2027-03-26");
    for line in ["score toil", "score toil --reading 4", "score toil 0.5 --reason felt"] {
        home.okr(line).code(1).stderr_has("it waits beside the set until its number is found");
    }
    run(&home, "drop sign-in-f --reason 'the provider leaves'");
    home.okr("score sign-in-f").code(1).stderr_has("it has been dropped");
    assert!(paths_like(home.work(), SCORES).is_empty());
    run(&home, "checkin toil --value 33");
    let open = home.okr("score toil 0.3 --reason x");
    open.code(1)
        .stderr_has("its target is still open")
        .stderr_has("okr set toil target=…, and it joins the set");
}

#[test]
fn no_reading_is_no_data_and_not_nought() {
    let home = committed().today("2027-03-26");
    home.okr("score sign-in-f").code(2).stderr_has("no data").stderr_has("--reads-later 2027-q2");
    home.okr("score sign-in-f 0.4").code(1).stderr_has("no final reading to score from");
    assert!(paths_like(home.work(), SCORES).is_empty());
    home.okr("score sign-in-f --reads-later 2027-Q2").code(0).stdout_has("reads later, in 2027-q2");
    assert!(run(&home, "list krs").contains("reads-later"));
    home.okr("score sign-in-f --reads-later 2026-q4").code(1).stderr_has("later quarter");
    home.okr("score sign-in-f --reading 3%").code(0).stdout_has("score 0.0");
}

#[test]
fn a_reading_may_come_before_the_room_scores() {
    let home = last_week();
    home.okr("score sign-in-f --reading 1.0% --reading-only")
        .code(0)
        .stdout_has("the formula says 0.7; not scored yet");
    assert!(!toml(home.work(), SCORES).contains_key("score"));
    home.okr("score sign-in-f").code(0).stdout_has("1 % on 26 Mar  score 0.7");
    run(&home, "remove score:sign-in-f");
    assert!(!toml(home.work(), SCORES).contains_key("score"), "what was read before stands");

    let home = home.today("2027-03-27");
    let later = home.okr("checkin sign-in-f --value 0.7%");
    later.code(0);
    assert!(!later.stderr().contains("final reading stands"), "it does not: no score was given for it");
    let listed = home.okr("list scores --json").json();
    let row = &listed["rows"][0];
    assert_eq!((&row["reading"], &row["proposed"]), (&0.7.into(), &0.9.into()), "{listed}");
    home.okr("score sign-in-f").code(0).stdout_has("0.7 % on 27 Mar  score 0.9");
}

#[test]
fn a_late_payback_is_read_after_the_close_and_leaves_the_score() {
    let home = last_week();
    home.okr("score sign-in-f --later 0.6%").code(1).stderr_has("it is not scored yet");
    run(&home, "score sign-in-f --reading 1.0% --reading-only");
    home.okr("score sign-in-f --later 0.6%").code(1).stderr_has("it is not scored yet");
    run(&home, "score sign-in-f --reading 1.0%");
    home.okr("score sign-in-f --later 0.6%").code(1).stderr_has("one after 2027-03-31");
    run(&home, "close --reason x");
    run(&home, "init --cycle 2027-q2");
    let home = home.today("2027-05-20");
    let outcome = home.okr("--cycle 2027-q1 score sign-in-f --later 0.6%");
    outcome.code(0).stdout_has("sign-in failures  0.6 % on 20 May");
    let scoring = toml(home.work(), SCORES);
    assert_eq!(
        (scoring["score"].as_float(), scoring["later"][0]["reading"].as_float()),
        (Some(0.7), Some(0.6))
    );
    home.okr("--cycle 2027-q1 score sign-in-f --later 5min").code(2).stderr_has("read in %");
    home.okr("--cycle 2027-q1 score sign-in-f --later ''").code(2).stderr_has("a number is needed");
}

#[test]
fn what_is_read_after_the_final_reading_is_no_part_of_the_score() {
    let home = draft();
    let window = "unit=% kind=at-least floor=99.9% metric=availability aggregation=share source=probes";
    run(&home, &format!("add kr sign-in 'Sign-in is there 99.9 % of the time' {window}"));
    run(&home, "commit --reason 'a test needs no more'");
    let on =
        |day: &str, line: &str| okr(&home).env("OKR_TODAY", day).args(line).run().code(0).stdout().to_owned();
    for id in ["sign-in-failures", "availability"] {
        let value = if id == "availability" { "99.95%" } else { "1%" };
        on("2027-02-11", &format!("checkin {id} --value {value}"));
        on("2027-03-29", &format!("score {id} --reading {value} --tells-us done"));
    }
    let shown =
        |id: &str| okr(&home).env("OKR_TODAY", "2027-03-31").args(["show", id, "--json"]).run().json();
    let before = ["sign-in-failures", "availability"].map(shown);
    assert_eq!(before[1]["progress"], "inside at 2 of 2 readings");
    on("2027-03-31", "checkin sign-in-failures --value 0.4%");
    on("2027-03-31", "checkin availability --value 90%");
    for (id, before) in ["sign-in-failures", "availability"].into_iter().zip(before) {
        let after = shown(id);
        for key in ["progress", "readings", "standing", "score"] {
            assert_eq!(after[key], before[key], "{id} {key}");
        }
    }
    let scores = on("2027-03-31", "list scores --json");
    let scores: serde_json::Value = serde_json::from_str(&scores).unwrap();
    let proposed: Vec<_> =
        scores["rows"].as_array().unwrap().iter().map(|row| row["proposed"].as_f64()).collect();
    assert_eq!(proposed, [Some(0.7), Some(1.0)], "{scores:#}");
    let said = on("2027-03-31", "list check-ins");
    assert!(said.contains("0.4 %") && said.contains("90 %"), "what was said stands: {said}");
}

#[test]
fn another_cadence_of_the_workspace_leaves_a_committed_quarter_as_it_was() {
    let home = committed();
    let frame = "teams/payments/2027-q1/cycle.toml";
    let written = file(home.work(), frame);
    assert!(written.contains("cadence = \"bi-weekly\"\n"), "{written}");
    // One that was committed before the commit wrote it.
    write(home.work(), frame, &written.replace("cadence = \"bi-weekly\"\n", ""));
    run(&home, "set settings cadence=monthly");
    assert!(file(home.work(), frame).contains("cadence = \"bi-weekly\"\n"));
    assert!(run(&home, "agenda").contains("of 6"), "{}", run(&home, "agenda"));
    run(&home, "init --cycle 2027-q2");
    let next = run(&home, "--cycle 2027-q2 agenda");
    assert!(next.contains("of 3"), "{next}");
}

#[test]
fn a_cycle_of_its_own_days_reads_later_by_its_days() {
    let home = Home::empty().today("2027-01-15");
    run(
        &home,
        "init --team Payments --cycle 'Winter' --first 2027-01-01 --last 2027-04-30 --objective Sign-in",
    );
    run(&home, "add kr sign-in Failures metric=failures baseline=3% target=1%");
    run(&home, "commit --reason x");
    home.okr("score failures --reads-later 2027-q1").code(1).stderr_has("later quarter");
    home.okr("score failures --reads-later 2027-q2").code(0).stdout_has("reads later, in 2027-q2");
}

#[test]
fn the_score_is_by_the_definition_as_committed() {
    let home = last_week();
    run(&home, "set sign-in-f target=1% --reason 'the provider left'");
    home.okr("score sign-in-f --reading 1.4%").code(0).stdout_has("2.3 % → 0.5 %").stdout_has("score 0.5");
}

#[test]
fn what_reads_later_does_so_until_it_is_scored() {
    let home = last_week();
    run(&home, "score sign-in-f --reads-later 2027-q2");
    for word in ["--tells-us 'the data comes in June'", "--work yes", "--reading 1.2% --reading-only"] {
        let said = home.okr(format!("score sign-in-f {word}"));
        said.code(0).stdout_has("reads later, in 2027-q2");
    }
    let record = toml(home.work(), SCORES);
    assert_eq!((record["reading"].as_float(), record.get("score")), (Some(1.2), None));
    assert_eq!(record["tells_us"].as_str(), Some("the data comes in June"));
    home.okr("score sign-in-f").code(0).stdout_has("score 0.6");
    assert!(!toml(home.work(), SCORES).contains_key("reads_later"));
}

#[test]
fn a_score_that_is_cleared_leaves_what_was_read_and_said() {
    let home = last_week();
    run(&home, "score sign-in-f --reading 1.0% --tells-us 'caching did it' --work yes");
    let home = home.today("2027-04-20");
    run(&home, "score sign-in-f --later 0.6%");
    let scored = toml(home.work(), SCORES);
    run(&home, "remove score:sign-in-f");
    let cleared = toml(home.work(), SCORES);
    for key in ["reading", "date", "tells_us", "work_done", "later"] {
        assert_eq!(cleared.get(key), scored.get(key), "{key}");
    }
    assert!(!cleared.contains_key("score") && !cleared.contains_key("decided"), "{cleared}");
    home.okr("status").stdout_has("to score          sign-in-failures");
    run(&home, "remove score:sign-in-f");
    assert!(paths_like(home.work(), SCORES).is_empty(), "with no score left the record goes");
}

#[test]
fn a_set_that_waits_for_its_numbers_is_not_over_on_the_day_of_its_commit() {
    let home = Home::empty().today("2026-12-30");
    run(&home, "init --team Payments --cycle 2027-q1 --objective 'Sign-in people can rely on'");
    run(
        &home,
        "add kr sign-in Toil metric=toil unit=h kind=establish-baseline contact=Ada find_out_by=2027-01-20",
    );
    run(&home, "commit --reason x");
    home.okr("status").code(0).stdout_has("Check-ins").stdout_lacks("Retrospective,");
    let home = home.today("2027-02-01");
    let late = home.okr("status");
    late.code(1)
        .stdout_has("12 days past its date")
        .stdout_lacks("Unreviewed")
        .stdout_lacks("no check-in for");
    let home = home.today("2027-03-26");
    home.okr("status").stdout_has("Retrospective");
}

#[test]
fn a_draft_beside_the_set_is_not_asked_for_its_score() {
    let home = last_week();
    run(&home, "add kr sign-in 'Improve support'");
    run(&home, "score sign-in-f");
    let listed = run(&home, "list krs");
    assert!(listed.contains("draft"), "{listed}");
    home.okr("status").stdout_has("Retrospective").stdout_lacks("to score");
    let home = home.today("2027-04-03");
    home.okr("status").stdout_lacks("still to score");
    run(&home, "close --reason 'the notes are on the wall'");
    home.okr("check").code(0);
}

#[test]
fn no_score_is_given_while_a_check_in_cannot_be_read() {
    let home = last_week();
    let last = path_like(home.work(), "teams/payments/2027-q1/checkins/*.toml");
    let whole = file(home.work(), &last);
    write(home.work(), &last, &format!("=======\n{whole}"));
    let refused = home.okr("score sign-in-f 0.5 --reading 1.4% --reason 'the room says so'");
    refused.code(3).stderr_has(&last).stderr_has("it cannot be read");
    assert!(paths_like(home.work(), SCORES).is_empty());
    write(home.work(), &last, &whole);
    home.okr("score sign-in-f").code(0).stdout_has("1.4 %");
    let score = path_like(home.work(), SCORES);
    let whole = file(home.work(), &score);
    write(home.work(), &score, &format!("=======\n{whole}"));
    home.okr("close --reason x").code(3).stderr_has(&score).stderr_lacks("it is not scored yet");
}

#[test]
fn the_reason_of_a_score_stands_in_the_pages_for_others() {
    let home = last_week();
    run(&home, "score sign-in-f 0.9 --reason 'an outsider would say so'");
    for format in ["md", "html"] {
        let page = home.okr(["export", "--format", format]);
        page.code(0).stdout_has("score 0.9 because an outsider would say so");
    }
}

#[test]
fn a_final_reading_is_one_of_the_quarter_and_of_today_where_no_day_is_given() {
    let home = last_week();
    home.okr("score sign-in-f --reading 1.0% --date 2026-12-01")
        .code(1)
        .stderr_has("lies before the quarter");
    assert!(paths_like(home.work(), SCORES).is_empty());
    home.okr("score sign-in-f 0.4 --date 2027-03-25 --reason x")
        .code(2)
        .stderr_has("date: it is the day of a reading, and none was given")
        .stderr_has("--reading VALUE");
    assert!(paths_like(home.work(), SCORES).is_empty(), "no reading gets a day it was not taken on");
    home.okr("score sign-in-f --reads-later 2027-q2 --reading 1.0%").code(0);
    let scoring = toml(home.work(), SCORES);
    let date = scoring["date"].as_datetime().map(ToString::to_string);
    assert_eq!(date.as_deref(), Some("2027-03-26"), "{scoring}");
}

#[test]
fn what_is_read_after_the_day_it_was_due_is_asked_about() {
    let home = draft();
    run(&home, "set sign-in-f due=2027-02-28");
    run(&home, "commit --reason x");
    for (day, value) in [("2027-02-26", "1.4%"), ("2027-03-12", "0.5%")] {
        let log = okr(&home).env("OKR_TODAY", day).args(["checkin", "sign-in-f", "--value", value]);
        log.run().code(0);
    }
    let home = home.today("2027-03-26");
    let scored = home.okr("score sign-in-f");
    scored.code(0).stderr_has("read after 28 Feb, the day it was due; by then it read 1.4 %, on 26 Feb");
    let told = home.okr("history --json").json();
    assert_eq!(told["expected"]["reached"].as_f64(), Some(1.0), "the score stands: {told:#}");
}

#[test]
fn what_is_expected_of_a_committed_key_result_changes_with_a_reason_and_leaves_what_was_expected() {
    let home = last_week();
    home.okr("set sign-in-f ambition=committed").code(1).stderr_has("MID-3");
    run(&home, "set sign-in-f ambition=committed --reason 'the board asks for all of it'");
    run(&home, "set sign-in-f due=2027-03-29 --reason 'two days less'");
    let revisions = run(&home, "list revisions");
    assert!(revisions.contains("ambition committed") && revisions.contains("by 29 Mar"), "{revisions}");
    run(&home, "score sign-in-f --reading 0.5%");
    let told = home.okr("history --json").json();
    assert_eq!(told["expected"]["expected"], serde_json::json!(0.7), "{told:#}");
}

#[test]
fn a_later_reading_that_could_be_thousands_is_refused_as_a_final_one_is() {
    let home = draft();
    run(&home, "add kr sign-in 'Visitors from 12500 to 20000' source=log");
    run(&home, "commit --reason x");
    let home = home.today("2027-03-28");
    home.okr("score visitors --reading 13.000").code(2).stderr_has("could mean two things");
    run(&home, "score visitors --reading 13000");
    let home = home.today("2027-04-10");
    let later = home.okr("score visitors --later 21.500");
    later.code(2).stderr_has("later: `21.500` could mean two things");
    home.okr("score visitors --later 21500").code(0).stdout_has("21,500 visitors on 10 Apr");
}

#[test]
fn a_number_that_went_the_wrong_way_says_so_beside_its_score() {
    let home = last_week();
    let away = "moved away: -39 %";
    home.okr("score sign-in-f --reading 3%").code(0).stdout_has("score 0.0").stdout_has(away);
    for line in ["show sign-in-f", "list scores"] {
        assert!(run(&home, line).contains(away), "{line}: {}", run(&home, line));
    }
    let rows = home.okr("list scores --json").json();
    assert_eq!(
        (&rows["rows"][0]["proposed"], &rows["rows"][0]["progress_percent"]),
        (&0.0.into(), &(-39).into())
    );
}

#[test]
fn what_is_dropped_loses_its_score_and_the_drop_says_so() {
    for id in ["sign-in-failures", "sign-in-people-can-rely"] {
        let home = last_week();
        run(&home, "score sign-in-f 0.5 --reading 1.4%");
        let before = crate::support::Snapshot::of(home.work());
        let dropped = home.okr(format!("drop {id} --reason 'the bank left'"));
        dropped.code(0).stderr_has("and clear its score");
        let record = toml(home.work(), SCORES);
        assert_eq!(
            (record.get("score"), record["reading"].as_float()),
            (None, Some(1.4)),
            "what was read stands"
        );
        home.okr("check").code(0).stdout_lacks("dropped-score");
        run(&home, "undo");
        assert_eq!(crate::support::Snapshot::of(home.work()).changes_since(&before), Vec::<String>::new());
    }
}

#[test]
fn a_number_that_was_guessed_rightly_joins_the_set_with_the_day_it_was_read() {
    let home = draft();
    run(&home, "add kr sign-in 'Time to detect from 18 min to 5 min' source=pager");
    run(&home, "set time-to-detect kind=establish-baseline find_out_by=2027-01-20 contact=Ada");
    run(&home, "commit --reason x");
    let home = home.today("2027-01-12");
    let set = "set time-to-detect baseline=18 baseline_date=2027-01-12";
    home.okr(set).code(0).stderr_has("it joins the set");
    assert!(run(&home, "list krs").contains("18 min → 5 min"));
}

#[test]
fn a_revision_is_of_no_earlier_day_than_what_it_revises() {
    let home = draft();
    okr(&home).env("OKR_TODAY", "2027-01-11").args("commit --reason x").run().code(0);
    let home = home.today("2027-01-10");
    run(&home, "set sign-in-f target=0.4% --reason 'a clock that is behind'");
    run(&home, "set sign-in-p title='Sign-in all people rely on' --reason 'the same'");
    run(&home, "drop sign-in-f --reason 'the same again'");
    for path in [KEY_RESULT, "teams/payments/2027-q1/objectives/*/objective.toml"] {
        let text = file(home.work(), &path_like(home.work(), path));
        assert!(text.contains("2027-01-11") && !text.contains("date = 2027-01-10"), "{text}");
    }
}

#[test]
fn a_revision_says_what_else_than_its_numbers_it_changed() {
    let home = last_week();
    run(&home, "set sign-in-f scope='web only' --reason 'the app has another log'");
    run(&home, "set sign-in-f aggregation=p90 --reason 'the tail matters'");
    let revisions = run(&home, "list revisions");
    for says in ["scope ? → web only", "aggregation share → p90"] {
        assert!(revisions.contains(says), "{says}: {revisions}");
    }
    assert!(run(&home, "show sign-in-f").contains("aggregation share → p90"));
}
