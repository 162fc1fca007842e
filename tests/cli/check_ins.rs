//! `okr checkin`: in one line, and asked one by one on a terminal.

use super::{committed, draft, run};
use crate::support::tree::{paths_like, toml, write};
use crate::support::{Home, Screen, Snapshot, okr};

const SITTINGS: &str = "teams/payments/2027-q1/checkins/*.toml";

#[test]
fn a_check_in_is_one_line_and_one_file() {
    let home = committed();
    let line = "checkin sign-in-f --value 1.4% --confidence 60 --changed 'retry storm fixed' --blocked 'logs late' --plan yes";
    let outcome = home.okr(line);
    outcome.code(0).stdout_has("sign-in failures  1.4 % on 11 Feb  moved 50 % of the way  confidence 60");
    outcome.stderr_has("Saved: log a check-in");
    let sitting = toml(home.work(), SITTINGS);
    assert_eq!(sitting["date"].as_datetime().map(ToString::to_string).as_deref(), Some("2027-02-11"));
    let entry = &sitting["check_in"][0];
    assert_eq!(entry["reading"].as_float(), Some(1.4));
    assert_eq!(entry["confidence"].as_array().map(Vec::len), Some(1));
    assert_eq!(entry["changed"].as_str(), Some("retry storm fixed"));
}

#[test]
fn of_two_check_ins_on_one_day_the_later_one_stands_whatever_letters_are_drawn() {
    for seed in ["1", "2", "3", "4", "5", "6"] {
        let home = committed();
        okr(&home).env("OKR_SEED", seed).args("checkin sign-in-f --value 1.6%").run().code(0);
        let outcome =
            okr(&home).env("OKR_SEED", &format!("{seed}0")).args("checkin sign-in-f --value 0.5%").run();
        outcome.code(0).stdout_has("0.5 % on 11 Feb  moved 100 % of the way");
        assert!(run(&home, "list krs").contains("100 %"), "{seed}");
    }
}

#[test]
fn an_opening_vote_is_no_check_in_where_a_key_result_is_shown() {
    let home = draft();
    home.okr("checkin sign-in-f --opening --votes 40,60").code(0);
    home.okr("show sign-in-f").stdout_has("opening vote on 10 Dec: confidence 50");
}

#[test]
fn an_opening_vote_that_was_taken_back_was_not_taken() {
    let home = draft();
    run(&home, "checkin sign-in-f --opening --votes 40,60");
    home.okr("commit").code(1).stderr_lacks("no opening vote");
    run(&home, "add kr sign-in 'Lost sign-ins from 40 to 10' metric='lost sign-ins' source='edge logs'");
    let says = "no opening vote has been taken on “lost sign-ins”";
    home.okr("commit").code(1).stderr_has(says);
    let listed = home.okr("list check-ins --json").json();
    let id = listed["rows"][0]["id"].as_str().unwrap().to_owned();
    run(&home, &format!("remove {id}"));
    home.okr("commit").code(1).stderr_has("no opening vote");
}

#[test]
fn what_was_left_out_is_said() {
    let home = committed();
    let outcome = home.okr("checkin sign-in-f --value 1.4");
    outcome.code(0).stderr_has("left out: confidence, changed, blocked, plan");
    assert!(!outcome.stdout().contains("confidence"));
}

#[test]
fn the_only_key_result_needs_no_name_and_several_are_listed() {
    let home = committed();
    run(&home, "checkin --value 2.5%");
    assert!(run(&home, "list krs").contains("moved away: -11 %"));
    run(
        &home,
        "add kr sign-in-p 'Time to sign in' metric='sign-in time' baseline='9 s' target='5 s' source=logs",
    );
    run(&home, "commit --reason 'found later'");
    home.okr("checkin --value 1%").code(2).stderr_has("which key result?").stderr_has("sign-in-time");
    home.okr("checkin").code(2).stderr_has("which key result?");
}

#[test]
fn a_reading_may_be_missing_but_not_both() {
    let home = committed();
    home.okr("checkin sign-in-f --not-readable").code(0).stdout_has("not readable yet");
    home.okr("checkin sign-in-f --not-readable --value 3").code(2).stderr_has("cannot be used with");
    home.okr("checkin sign-in-f").code(1).stderr_has("nothing is said in it");
    assert_eq!(paths_like(home.work(), SITTINGS).len(), 1);
}

#[test]
fn an_opening_vote_is_not_given_once_the_key_result_is_committed() {
    let home = committed();
    let before = Snapshot::of(home.work());
    home.okr("checkin sign-in-f --opening --votes 95,95").code(1).stderr_has("before the commit");
    assert_eq!(Snapshot::of(home.work()).changes_since(&before), Vec::<String>::new());
    run(&home, "add kr sign-in-p 'Lockouts from 12 to 3 per week'");
    run(&home, "checkin lockouts --opening --votes 60,70");
}

#[test]
fn the_room_votes_without_names() {
    let home = draft();
    run(&home, "set team:payments people='Ada, Lin, Kim, Eva'");
    home.okr("checkin sign-in-f --opening --votes 60,40,80,55")
        .code(0)
        .stdout_has("confidence 58 (from 40 to 80)");
    let sitting = toml(home.work(), SITTINGS);
    assert_eq!(sitting["kind"].as_str(), Some("opening"));
    let votes: Vec<_> = sitting["check_in"][0]["confidence"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(toml::Value::as_integer)
        .collect();
    assert_eq!(votes, [40, 55, 60, 80]);
    home.okr("checkin sign-in-f --confidence 40,50").code(2).stderr_has("--votes 40,55,60");
    home.okr("checkin sign-in-f --confidence 4 --votes 5").code(2).stderr_has("cannot be used with");
}

#[test]
fn a_team_gives_no_more_numbers_than_it_lists_people() {
    let home = draft();
    run(&home, "set team:payments people='Ada, Lin, Kim'");
    let more = "4 numbers are more than the 3 people of the team";
    home.okr("checkin sign-in-f --opening --votes 60,40,80,55").code(1).stderr_has(more);
    run(&home, "checkin sign-in-f --opening --votes 60,40,80");
    let path = paths_like(home.work(), SITTINGS).remove(0);
    let id = path.rsplit('/').next().unwrap().trim_end_matches(".toml").to_owned();
    let correct = |votes: &str| home.okr(format!("checkin sign-in-f --opening --corrects {id} {votes}"));
    correct("--votes 60,40,80,55").code(1).stderr_has(more);
    // Who has left since keeps the number said then.
    run(&home, "set team:payments people=Ada");
    let alone = home.okr("checkin sign-in-f --opening --votes 60,40");
    alone.code(1).stderr_has("2 numbers are more than the 1 person of the team");
    correct("--votes 65,40,80").code(0);
    // A team that lists nobody says nothing of how many it is.
    let home = draft();
    run(&home, "set team:payments people=");
    run(&home, "checkin sign-in-f --opening --votes 60,40,80,55,50,45,70,75");
}

#[test]
fn a_check_in_stands_within_its_quarter_and_not_in_the_future() {
    let home = committed();
    home.okr("checkin sign-in-f --value 1% --date 2027-02-12").code(1).stderr_has("lies in the future");
    home.okr("checkin sign-in-f --value 1% --date 2026-11-01").code(1).stderr_has("lies before the quarter");
    run(&home, "checkin sign-in-f --value 1% --date -3d");
    assert!(run(&home, "list check-ins").contains("2027-02-08"));
    let home = draft();
    home.okr("checkin sign-in-f --value 1%").code(1).stderr_has("commit the set first: okr commit");
}

#[test]
fn a_correction_is_a_new_file_that_stands_in() {
    let home = committed();
    run(&home, "checkin sign-in-f --value 14%");
    let first = home.okr("list check-ins --json").json()["rows"][0]["id"].clone();
    let line = format!("checkin sign-in-f --value 1.4% --corrects {}", first.as_str().unwrap());
    run(&home, &line);
    let rows = home.okr("list check-ins --json").json()["rows"].clone();
    assert_eq!(rows.as_array().map(Vec::len), Some(1));
    assert_eq!(rows[0]["reading"], 1.4);
    assert_eq!(paths_like(home.work(), SITTINGS).len(), 2);
    let second = rows[0]["id"].as_str().unwrap().to_owned();
    run(&home, &format!("checkin sign-in-f --changed 'one deploy' --corrects {second}"));
    let rows = home.okr("list check-ins --json").json()["rows"].clone();
    assert_eq!(rows[0]["reading"], 1.4, "what is not given stays as it was said");
    home.okr(format!("checkin sign-in-f --value 2% --corrects {second}"))
        .code(1)
        .stderr_has("it has been corrected already");
    run(&home, &format!("remove {}", rows[0]["id"].as_str().unwrap()));
    assert_eq!(home.okr("list check-ins --json").json()["rows"].as_array().map(Vec::len), Some(0));
    home.okr("check").code(0);
    home.okr(format!("set {} decision=x", first.as_str().unwrap())).code(2).stderr_has("--corrects");
}

#[test]
fn a_guardrail_is_read_in_its_own_unit() {
    let home = committed();
    home.okr("checkin sign-in-f --value 1% --guardrail 3").code(2).stderr_has("names none");
    run(&home, "set sign-in-f guardrail='sign-in time' guardrail_start='180 ms'");
    home.okr("show sign-in-f").stdout_has("guardrail_start   180 ms");
    home.okr("checkin sign-in-f --value 1% --guardrail 4%").code(2).stderr_has("read in ms");
    run(&home, "checkin sign-in-f --value 1% --guardrail '0.2 s'");
    assert_eq!(toml(home.work(), SITTINGS)["check_in"][0]["guardrail"].as_integer(), Some(200));
}

#[test]
fn a_decision_alone_is_a_check_in() {
    let home = committed();
    home.okr("checkin --decision 'plan stands'").code(0).stderr_has("log what was decided");
    assert!(run(&home, "list check-ins").contains("plan stands"));
}

/// The asking, at its first question.
fn asked(home: &Home, line: &str) -> Screen {
    let mut screen = Screen::start(home, &home.work(), 120, 40, line);
    screen.wait_for("reading (");
    screen
}

#[test]
fn on_a_terminal_what_is_missing_is_asked_one_by_one() {
    let home = committed();
    run(&home, "checkin sign-in-f --value 1.6% --date 2027-01-28");
    let mut screen = asked(&home, "checkin");
    screen.wait_for("last 1.6 % on 28 Jan");
    screen.press("14 min<enter>", "this measure is read in %, `min` was typed");
    screen.press("1.4%<enter>", "confidence (");
    screen.press("often<enter>", "confidence is a whole number from 0 to 100");
    screen.press("60<enter>", "changed (");
    screen.press("retry storm fixed<enter>", "blocked (");
    screen.press("-<enter>", "plan (");
    screen.press("<enter>", "moved 50 % of the way  confidence 60");
    screen.wait_for("left out: blocked, plan");
    assert_eq!(screen.wait_exit(), 0);
    let rows = home.okr("list check-ins --json").json();
    assert_eq!(rows["rows"][1]["changed"], "retry storm fixed");
}

#[test]
fn a_confidence_is_never_proposed() {
    let home = committed();
    run(&home, "checkin sign-in-f --confidence 73");
    let mut screen = asked(&home, "checkin sign-in-f");
    screen.press("none<enter>", "confidence (");
    assert!(!screen.text().contains("73"), "{}", screen.text());
}

#[test]
fn the_end_of_the_input_logs_nothing_and_ends_with_130() {
    let home = committed();
    let before = Snapshot::of(home.work());
    let mut screen = asked(&home, "checkin sign-in-f");
    screen.press("1.4%<enter>", "confidence (");
    screen.keys("<c-d>");
    assert_eq!(screen.wait_exit(), 130);
    assert!(screen.text().contains("nothing was logged"), "{}", screen.text());
    assert!(Snapshot::of(home.work()).changes_since(&before).is_empty());
}

#[test]
fn no_input_asks_nothing_even_on_a_terminal() {
    let home = committed();
    let mut screen = Screen::start(&home, &home.work(), 120, 40, "checkin sign-in-f --value 1% --no-input");
    assert_eq!(screen.wait_exit(), 0);
    assert!(screen.text().contains("left out: confidence"), "{}", screen.text());
}

#[test]
fn the_prompt_asks_about_the_target_as_committed_and_says_what_it_was_revised_to() {
    let home = committed();
    run(&home, "set sign-in-f target=1.5% --reason 'the provider left'");
    let screen = asked(&home, "checkin sign-in-f");
    for words in ["sign-in failures  2.3 % → 0.5 %", "since revised to 2.3 % → 1.5 %"] {
        assert!(screen.text().contains(words), "no {words:?} in\n{}", screen.text());
    }
}

#[test]
fn single_digits_of_a_room_are_asked_about_once_they_are_saved() {
    let home = committed();
    let voted = home.okr("checkin sign-in-f --votes '5 5 -'");
    voted
        .code(0)
        .stdout_has("confidence 5 (from 5 to 5)")
        .stderr_has("all are below 10 %, such as 7 %, not 70 %");
    home.okr("checkin sign-in-f --votes '50 60'").code(0).stderr_lacks("below 10 %");
}

#[test]
fn a_vote_beside_an_older_reading_counts_for_the_check_in_that_is_near() {
    let home = committed().today("2027-01-14");
    home.okr("checkin sign-in-f --value 1.9% --confidence 60 --date 2027-01-01")
        .code(0)
        .stdout_has("1.9 % on 1 Jan")
        .stderr_has("the confidence is of today, 14 Jan, and counts for the check-in that is near");
    let shown = run(&home, "show sign-in-f");
    assert!(shown.contains("votes in, hidden") || shown.contains("vote in, hidden"), "{shown}");
    assert_eq!(paths_like(home.work(), "teams/payments/2027-q1/checkins/*.toml").len(), 2);
}

#[test]
fn a_single_digit_of_confidence_is_asked_about_at_the_prompt_too() {
    let home = committed();
    let mut screen = asked(&home, "checkin sign-in-f --changed x --blocked none --plan yes");
    screen.press("1.4%<enter>", "confidence (").press("7<enter>", "7 is 7 %, not 70 %");
    screen.press("70<enter>", "Saved: log a check-in");
    assert_eq!(screen.wait_exit(), 0);
    assert!(toml(home.work(), SITTINGS)["check_in"][0]["confidence"][0].as_integer() == Some(70));
}

#[test]
fn a_reading_that_no_share_can_be_is_asked_about_at_the_prompt_and_said_of_one_line() {
    let home = committed();
    let mut screen = asked(&home, "checkin sign-in-f --confidence 60 --changed x --blocked none --plan yes");
    let asks = "-3 % is below 0 %, as a growth may be and a share cannot";
    screen.press("-3<enter>", asks).wait_for("type it again if it is meant");
    screen.press("1.4<enter>", "Saved: log a check-in");
    assert_eq!(screen.wait_exit(), 0);

    let outcome = home.okr("checkin sign-in-f --value 1400%");
    outcome.code(0).stderr_has("1400 % is above 100 %").stderr_has("else `okr undo` takes it back");
    run(&home, "undo");
    home.okr("checkin sign-in-f --value 100%").code(0).stderr_lacks("is above");
}

#[test]
fn each_key_result_that_is_due_is_asked_for_and_logged_before_the_next() {
    let home = committed();
    for metric in ["CI duration", "review wait"] {
        run(
            &home,
            &format!("add kr sign-in '{metric}' metric='{metric}' baseline='9 h' target='5 h' source=logs"),
        );
    }
    run(&home, "commit --reason 'found later'");
    run(&home, "checkin ci-duration --value '8 h'");
    let mut screen = asked(&home, "checkin");
    screen.wait_for("sign-in failures  2.3 %");
    screen.press("1.4%<enter>", "confidence (").press("<enter>", "changed (").press("<enter>", "blocked (");
    screen.press("<enter>", "plan (").press("<enter>", "review wait  9 h");
    screen.wait_for("Saved: log a check-in on “sign-in failures”");
    assert!(!screen.text().contains("CI duration"), "{}", screen.text());
    screen.keys("<c-d>");
    assert_eq!(screen.wait_exit(), 130);
    assert!(screen.text().contains("stopped here; what was logged stays"), "{}", screen.text());
    assert_eq!(paths_like(home.work(), SITTINGS).len(), 2);
}

#[test]
fn a_blocker_ends_when_somebody_says_that_nothing_blocks_any_more() {
    for word in ["''", "none", "-"] {
        let home = committed();
        run(&home, "checkin sign-in-f --value 1.6% --blocked 'runner down'");
        assert!(run(&home, "status").contains("runner down"));
        run(&home, &format!("checkin sign-in-f --blocked {word}"));
        let status = run(&home, "status");
        assert!(!status.contains("runner down") && !status.contains("in the way"), "{status}");
    }
}

#[test]
fn another_unit_than_that_of_the_readings_is_no_revision() {
    let home = committed();
    run(&home, "checkin sign-in-f --value 1.6%");
    home.okr("set sign-in-f unit=ppm baseline=23000 target=5000 --reason x")
        .code(1)
        .stderr_has("it was committed in %");
    run(&home, "set sign-in-f target=0.4% --reason 'the new app'");
}

#[test]
fn a_check_in_after_the_final_reading_is_taken_by_the_next_score() {
    let home = committed();
    run(&home, "checkin sign-in-f --value 1.6%");
    let home = home.today("2027-03-29");
    run(&home, "score sign-in-f --reading 1.4%");
    let home = home.today("2027-03-30");
    let late = home.okr("checkin sign-in-f --value 0.5%");
    late.code(0).stderr_has("the final reading stands: 1.4 % on 29 Mar");
    let scored = home.okr("score sign-in-f");
    scored
        .code(0)
        .stdout_has("score 1.0")
        .stderr_has("the final reading is that of the last check-in: 0.5 % on 30 Mar");
    // One of an earlier day is scored by only if it is named.
    home.okr("checkin sign-in-f --value 0.9% --date 2027-03-25")
        .code(0)
        .stderr_has("to score by this one: okr score sign-in-failures --reading 0.9 --date 2027-03-25");
    home.okr("score sign-in-f --reading 0.9 --date 2027-03-25").code(0).stdout_has("score 0.8");
}

#[test]
fn a_late_number_joins_the_set_by_a_check_in_and_by_its_baseline() {
    let home = draft();
    for id in ["toil", "drift"] {
        let late =
            "aggregation=mean unit=h target=8 kind=establish-baseline contact=Ada find_out_by=2027-02-10";
        run(&home, &format!("add kr sign-in '{id}' metric={id} source=logs {late}"));
    }
    let home = home.today("2026-12-30");
    run(&home, "commit --reason x");
    let home = home.today("2027-02-11");
    home.okr("status").code(1).stdout_has("The baseline is still open");
    run(&home, "checkin sign-in-f --value 1.9%");
    home.okr("checkin toil --value '40 h'")
        .code(0)
        .stdout_has("40 h on 11 Feb")
        .stderr_has("log a check-in on “toil”; it joins the set");
    home.okr("set drift baseline='12 h'").code(0).stderr_has("change “drift”; it joins the set");
    home.okr("status").stdout_lacks("The baseline is still open");
    home.okr("list krs").stdout_has("40 h → 8 h").stdout_has("12 h → 8 h").stdout_lacks("to find out");
    assert_eq!(home.okr("commit").exit_code(), Some(1));
    let mut screen = Screen::start(&home, &home.work(), 120, 40, "");
    screen.wait_for("effort so far").press("2", "1 to log").wait_for("12 h → 8 h");
}

#[test]
fn the_check_ins_say_what_is_no_part_of_them_yet() {
    let home = committed();
    run(&home, "add kr sign-in 'NPS from 20 to 40' metric=NPS baseline=20 target=40");
    let open = |home: &Home| {
        let mut screen = Screen::start(home, &home.work(), 120, 40, "");
        screen.wait_for("effort so far").press("2", "draft: c in Setting takes it in");
        screen
    };
    open(&home).wait_for("1 to log");
    let home = home.today("2026-12-30");
    open(&home).wait_for("begins on 1 Jan").wait_gone("all logged");
}

#[test]
fn a_reading_of_an_earlier_day_is_told_with_its_own_progress() {
    let home = committed();
    run(&home, "checkin sign-in-f --value 1.4%");
    let earlier = "checkin sign-in-f --value 2.21% --date 2027-01-20";
    let said = home.okr(earlier);
    said.code(0)
        .stdout_has("2.21 % on 20 Jan  moved 5 % of the way  (the newest is 1.4 % on 11 Feb: moved 50 %");
    let json = home.okr(format!("{earlier} --json")).json();
    assert_eq!(json["check_in"]["entries"][0]["progress"], "moved 5 % of the way");
    assert_eq!(json["check_in"]["entries"][0]["progress_percent"], 5);
    assert_eq!(home.okr("show sign-in-f --json").json()["progress_percent"], 50);
    let rows = home.okr("list key-results --json").json();
    assert_eq!(rows["rows"][0]["progress_percent"], 50);
    assert_eq!(home.okr("list quarters --json").json()["rows"][0]["phase"], "check-ins");
    let unread = home.okr("checkin sign-in-f --confidence 40 --json").json();
    assert!(unread["check_in"]["entries"][0]["progress"].is_null(), "{unread}");
}

#[test]
fn what_is_read_after_the_quarter_is_no_check_in_of_it() {
    let home = committed().today("2027-04-10");
    let late = home.okr("checkin sign-in-f --value 0.5% --date 2027-04-08");
    late.code(1)
        .stderr_has("lies after the quarter, which ended on 2027-03-31")
        .stderr_has("a later reading");
    assert!(paths_like(home.work(), SITTINGS).is_empty());
    run(&home, "checkin sign-in-f --value 1.4% --date 2027-03-31");
    home.okr("score sign-in-f").code(0).stdout_has("1.4 % on 31 Mar  score 0.5");
}

#[test]
fn a_number_and_not_readable_take_the_place_of_each_other() {
    let home = committed();
    run(&home, "checkin sign-in-f --not-readable --changed 'the logs are late'");
    let correct = |with: &str| {
        let listed = home.okr("list check-ins --json").json();
        let id = listed["rows"][0]["id"].as_str().unwrap().to_owned();
        home.okr(format!("checkin sign-in-f --corrects {id} {with}"))
    };
    correct("--value 1.4%").code(0).stdout_has("1.4 % on 11 Feb");
    assert!(run(&home, "list krs").contains("moved 50 % of the way"));
    correct("--not-readable").code(0).stdout_has("not readable yet");
    assert!(!run(&home, "list krs").contains("50 %"));
    assert!(run(&home, "list check-ins").contains("the logs are late"));
}

#[test]
fn a_number_that_was_found_out_wrongly_is_put_right_by_correcting_its_check_in() {
    let home = draft();
    run(
        &home,
        "add kr sign-in Toil metric=toil unit=s kind=establish-baseline target=0.5 contact=Ada find_out_by=+2w",
    );
    run(&home, "commit --reason x");
    let home = home.today("2027-01-10");
    run(&home, "checkin toil --value 12");
    let listed = home.okr("list check-ins --json").json();
    let id = listed["rows"][0]["id"].as_str().unwrap().to_owned();
    run(&home, &format!("checkin toil --corrects {id} --value 1.2"));
    assert!(run(&home, "list krs").contains("1.2 s → 0.5 s"), "{}", run(&home, "list krs"));
    let home = home.today("2027-03-26");
    home.okr("score toil --reading 0.85").code(0).stdout_has("score 0.5");
}

#[test]
fn another_day_for_one_entry_of_a_sitting_leaves_the_others_where_they_are() {
    let home = committed();
    let sitting = "teams/payments/2027-q1/checkins/2027-01-15-aaaaaa.toml";
    run(&home, "add kr sign-in 'Lockouts from 12 to 3 per week' metric=lockouts source=logs");
    let text = "date = 2027-01-15\nkind = \"check-in\"\n\n[[check_in]]\nkey_result = \"sign-in-failures\"\n\
                confidence = [40, 60]\n\n[[check_in]]\nkey_result = \"lockouts\"\nconfidence = [20, 30]\n";
    write(home.work(), sitting, text);
    home.okr("check").code(0);
    home.okr("checkin sign-in-f --corrects 2027-01-15-aaaaaa --date 2027-01-26")
        .code(0)
        .stderr_has("correct the check-in on");
    let rows = home.okr("list check-ins --json").json();
    let day = |id: &str| {
        let all = rows["rows"].as_array().unwrap().iter();
        let days: Vec<_> = all.filter(|row| row["key_result"] == id).map(|row| row["date"].clone()).collect();
        days
    };
    assert_eq!(day("sign-in-failures"), ["2027-01-26"], "{rows}");
    assert_eq!(day("lockouts"), ["2027-01-15"], "{rows}");
}

#[test]
fn of_two_readings_of_one_day_the_later_counts_also_for_what_is_kept_inside_bounds() {
    let home = draft();
    let held = "metric=availability aggregation=share source=probes unit=% kind=at-least floor=99.9%";
    run(&home, &format!("add kr sign-in 'Availability stays at 99.9 % or above' {held}"));
    let home = home.today("2026-12-30");
    run(&home, "commit --reason x");
    let home = home.today("2027-02-11");
    run(&home, "checkin availability --value 99.8%");
    home.okr("checkin availability --value 99.95%").code(0).stdout_lacks("of 2");
    home.okr("show availability").code(0).stdout_has("inside").stdout_lacks("of 2");
}

#[test]
fn what_was_agreed_at_a_check_in_is_seen_with_it() {
    let home = committed();
    let text = "date = 2027-01-15\nkind = \"check-in\"\ndecision = \"plan stands\"\n\n[recall]\nnamed = 1\nof = 1\n\n\
                [[action]]\nid = \"chairs\"\nkey_result = \"sign-in-failures\"\ntext = \"ask the board chair\"\n\
                asker = \"Kim\"\nby = 2027-01-20\n";
    write(home.work(), "teams/payments/2027-q1/checkins/2027-01-15-aaaaaa.toml", text);
    home.okr("check").code(0);
    let shown = home.okr("show 2027-01-15-aaaaaa");
    shown
        .code(0)
        .stdout_has("ask the board chair, Kim, by 2027-01-20")
        .stdout_has("plan stands")
        .stdout_has("1 of 1");
    let mut screen = Screen::start(&home, &home.work(), 120, 40, "");
    screen.wait_for("effort so far").press("2", "1 to log");
    screen.wait_for("agreed: ask the board chair, Kim, by");
}

/// What was agreed is written by a session; here as it left the file.
#[test]
fn what_was_agreed_is_listed_pointed_at_past_its_day_and_told_without_who_asks() {
    let home = committed();
    write(
        home.work(),
        "teams/payments/2027-q1/checkins/2027-01-28-aaaaaa.toml",
        "date = 2027-01-28\ndecision = \"plan stands\"\n[[action]]\nid = \"edge\"\nkey_result = \"sign-in-failures\"\n\
         text = \"larger edge cache\"\nasker = \"Hanne\"\nby = 2027-02-05\n",
    );
    let listed = run(&home, "list agreed");
    let row = listed.lines().nth(1).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(row, "2027-01-28 sign-in-failures 2027-02-05 Hanne larger edge cache");
    home.okr("status")
        .stdout_has("sign-in failures: Agreed: larger edge cache, Hanne; 6 days past its date.");
    for format in ["md", "html"] {
        home.okr(["export", "--format", format].as_slice())
            .stdout_has("Until the next check-in")
            .stdout_has("sign-in failures: larger edge cache, by 5 Feb")
            .stdout_lacks("Hanne");
    }
    let mut screen = Screen::start(&home, &home.work(), 120, 40, "");
    screen.wait_for("Agreed: larger edge").wait_for("cache, Hanne; 6 days past its date.");
}

#[test]
fn a_decimal_comma_is_read_and_is_no_second_vote() {
    let home = committed();
    home.okr("checkin sign-in-f --value 1,4%").code(0).stdout_has("1.4 % on 11 Feb");
    let unclear = home.okr("checkin sign-in-f --value 1,400%");
    unclear.code(0).stdout_has("1400 %");
    let mut prompt = Screen::start(&home, &home.work(), 80, 24, "checkin sign-in-f");
    prompt.wait_for("the number first").keys("1.3<enter>").wait_for("how likely");
    prompt.keys("65,5<enter>").wait_for("`65,5` would be two votes");
    prompt.keys("60 70<enter>").wait_for("it is one number from 0 to 100");
    prompt.keys("40,55<enter>").wait_until("both are refused", |screen| {
        screen.text().matches("it is one number from 0 to 100").count() == 2
    });
    for several in ["40 55", "40;55", "40,55"] {
        let refused = home.okr(["checkin", "sign-in-f", "--confidence", several]);
        refused.code(2).stderr_has("a room's votes: --votes");
    }
    prompt.keys("<c-c>");
    let mut screen = Screen::start(&home, &home.work(), 80, 24, "");
    screen.wait_for("effort so far").press("2", "Check-in 3 of 6 ─").press("<enter>", "F1 more");
    screen.keys("<tab>65,5<tab>").wait_for("`65,5` would be two votes");
}

#[test]
fn before_the_first_day_nothing_is_asked_for_one_by_one() {
    let home = committed().today("2026-12-30");
    run(&home, "set 2027-q1 first=2027-01-11");
    let mut screen = Screen::start(&home, &home.work(), 120, 40, "checkin");
    screen
        .wait_for("The quarter begins on 11 Jan 2027; nothing is to be logged before")
        .wait_for("okr checkin ID");
    assert_eq!(screen.wait_exit(), 1);
    home.okr("checkin sign-in-f --value 1.4%").code(0);
}

#[test]
fn what_was_agreed_about_a_key_result_that_was_dropped_is_pointed_at_no_more() {
    let home = committed().today("2027-02-12");
    let sitting = "date = 2027-02-11\ndecision = 'plan stands'\ntogether = true\n[[action]]\nid = 'a'\nkey_result = 'sign-in-failures'\ntext = 'call the provider'\nasker = 'Lin'\nby = 2027-02-11\n";
    write(home.work(), "teams/payments/2027-q1/checkins/2027-02-11-abcdef.toml", sitting);
    assert!(home.okr("status").stdout().contains("call the provider"));
    run(&home, "drop sign-in-f --reason 'the provider leaves'");
    assert!(!home.okr("status").stdout().contains("call the provider"));
}

#[test]
fn a_guardrail_is_said_back_asked_for_and_asked_about_where_it_is_worse() {
    let home = committed();
    let guardrail =
        "set sign-in-f guardrail='sign-in time' guardrail_start='840 ms' guardrail_direction=decrease";
    run(&home, guardrail);
    let left = home.okr("checkin sign-in-f --value 1.4% --date 10.2.");
    left.code(0).stderr_has("guardrail");
    let asks = "We may be paying for this elsewhere.";
    let worse = home.okr("checkin sign-in-f --guardrail '900 ms'");
    worse.code(0).stdout_has("sign-in failures  sign-in time 900 ms").stderr_has(asks);
    home.okr("checkin sign-in-f --guardrail '700 ms'").code(0).stderr_lacks(asks);
}

#[test]
fn what_a_session_only_recalled_and_agreed_is_listed_with_that() {
    let home = committed();
    let said =
        "date = 2027-02-11\n\n[recall]\nnamed = 2\nof = 3\n\n[[action]]\nid = \"a\"\ntext = \"ask edge\"\n";
    write(home.work(), "teams/payments/2027-q1/checkins/2027-02-11-k3f9q2.toml", said);
    home.okr("check").code(0);
    home.okr("list check-ins").code(0).stdout_has("2 of 3    1");
    let rows = home.okr("list check-ins --json").json()["rows"].clone();
    let row = rows.as_array().unwrap().iter().find(|row| row["id"] == "2027-02-11-k3f9q2").unwrap();
    assert_eq!((row["recalled"].as_str(), row["agreed"].as_u64()), (Some("2 of 3"), Some(1)));
}
