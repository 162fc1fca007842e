//! What was entered wrongly is put right where it stands: a reading, its day, a decision, a drop, an hour; and what reads
//! later is noted after the close.

use super::{
    FORM, QUARTER, at_row, committed, fill, leave, marked, opened, run, run_on, save, select, to_field,
};
use crate::support::tree::{file, paths_like, toml};

/// Empties the field with the focus.
fn clear(screen: &mut crate::support::Screen, name: &str) {
    to_field(screen, name);
    screen.keys("<c-e><c-u>");
}

#[test]
fn a_check_in_is_corrected_given_another_day_and_taken_back() {
    let home = committed();
    let mut screen = at_row(&home, (120, 40), ("2", "3 to log"), "CI duration");
    screen.press("C", "Correct 29 Jan: CI duration");
    to_field(&mut screen, "confidence");
    screen.wait_for("leave it empty to keep the vote");
    fill(&mut screen, "reading", "41 min");
    clear(&mut screen, "on");
    fill(&mut screen, "on", "2027-01-28");
    screen.press("<c-s>", "Saved: correct the check-in");
    screen.wait_for("check-in 2, 29 Jan: 41 min");
    screen.press("x", "Saved: take back the check-in on “CI duration”").wait_gone("now 41 min");
    screen.press("u", "Undid: take back").wait_for("now 41 min");
    screen.press("x", "Saved: take back").press("x", "Nothing has been said here yet");
    leave(screen);

    let all = paths_like(home.work(), &format!("{QUARTER}/checkins/2027-01-2*.toml"));
    let texts: Vec<String> = all.iter().map(|path| file(home.work(), path)).collect();
    assert!(texts.iter().any(|text| text.contains("reading = 40")), "what was first said stays: {texts:?}");
    home.okr("check").code(0);
    home.okr("list check-ins").code(0).stdout_lacks("40 min").stdout_lacks("41 min");
}

#[test]
fn where_a_check_in_was_said_in_parts_a_person_picks_which_is_meant() {
    let home = committed();
    run(&home, "checkin ci-duration --votes '40,60' --date 2027-01-29");
    let mut screen = at_row(&home, (120, 40), ("2", "3 to log"), "CI duration");
    screen.press("C", "Correct which of it?").wait_for("the vote of the room").wait_for("b 29 Jan");
    screen.press("b", "Correct 29 Jan: CI duration").wait_for("[ 40");
    fill(&mut screen, "reading", "41 min");
    save(&mut screen);
    screen.wait_for("now 41 min");
    screen.press("x", "Take back which of it?").press("b", "Saved: take back the check-in on");
    screen.wait_gone("now 41 min").wait_for("confidence 50");
    leave(screen);
    let readings = home.okr("list check-ins --json").json();
    let rows = readings["rows"].as_array().unwrap();
    let of_it = rows.iter().filter(|row| row["key_result"] == "ci-duration");
    assert!(of_it.into_iter().all(|row| row["reading"].is_null()), "{readings}");
}

#[test]
fn a_decision_is_corrected_and_taken_back() {
    let home = committed().today("2027-02-12");
    let mut screen = opened(&home, 120, 40);
    screen.press("2", "no decision yet");
    screen.press("D", "Decide and close");
    fill(&mut screen, "decision", "plan stnds");
    save(&mut screen);
    select(&mut screen, "12 Feb");
    screen.press("C", "Correct what was decided on 12 Feb");
    fill(&mut screen, "decision", "plan stands");
    save(&mut screen);
    screen.wait_for("decided: plan stands").wait_gone("stnds");
    screen.press("x", "Saved: take back what was decided").wait_for("no decision yet");
    leave(screen);
}

#[test]
fn a_check_in_without_a_decision_takes_none_of_an_earlier_one_back() {
    let home = committed().today("2027-02-12");
    run(&home, "checkin --decision 'plan stands'");
    let home = home.today("2027-02-26");
    let mut screen = at_row(&home, (120, 40), ("2", "no decision yet"), "26 Feb");
    screen.press("x", "has been said here yet");
    leave(screen);
    home.okr("list check-ins").stdout_has("plan stands");
}

#[test]
fn a_guardrail_is_read_in_its_own_unit_and_shown_beside_its_start() {
    let home = committed();
    run(&home, "set sign-in-f guardrail='sign-in time' guardrail_start='180 ms'");
    let mut screen = at_row(&home, (120, 40), ("2", "3 to log"), "sign-in failures");
    screen.press("<enter>", "last 1.6 %");
    fill(&mut screen, "guardrail", "5 %");
    screen.press("<c-s>", "this measure is read in ms");
    clear(&mut screen, "guardrail");
    fill(&mut screen, "guardrail", "0.2 s");
    save(&mut screen);
    screen.press("<esc>", "2 to log");
    select(&mut screen, "sign-in failures");
    screen.wait_for("guardrail sign-in time: 200 ms, 180");
    leave(screen);
}

#[test]
fn what_was_dropped_by_mistake_is_taken_up_again_on_another_day() {
    let home = committed();
    run(&home, "drop ci-duration --reason 'the wrong row'");
    let mut screen = at_row(&home, (80, 24), ("2", "2 to log"), "CI duration  dropped");
    screen.press("d", "take up again").press("t", "Saved: take up “CI duration” again").wait_for("3 to log");
    leave(screen);
    let text = file(home.work(), &format!("{QUARTER}/objectives/*/ci-duration.toml"));
    assert!(!text.contains("dropped"), "{text}");
}

#[test]
fn effort_is_noted_for_the_day_it_was_spent_on() {
    let home = committed();
    let mut screen = opened(&home, 80, 24);
    screen.press("n", "time spent on the process").press("e", "Log effort");
    fill(&mut screen, "what", "Check-in 2");
    clear(&mut screen, "on");
    fill(&mut screen, "on", "2027-01-29");
    fill(&mut screen, "minutes", "12");
    save(&mut screen);
    screen.wait_for("29 Jan   36 min  Check-in 2");
    leave(screen);
    let session = toml(home.work(), &format!("{QUARTER}/sessions/*.toml"));
    assert_eq!(session["date"].to_string(), "2027-01-29");
}

#[test]
fn what_reads_later_is_noted_after_the_close_and_the_score_stands() {
    let home = committed().today("2027-03-29");
    run(&home, "score sign-in-failures 0.7 --reading 1.0%");
    run(&home, "score ci-duration 0.4 --reading '31 min'");
    run(&home, "score builds-run-again --reads-later 2027-q2");
    run_on(&home, "2027-03-30", "close --reason 'the test needs no more'");
    let home = home.today("2027-06-20");
    let mut screen = at_row(&home, (80, 24), ("3", "◆ Scoring"), "builds run again");
    screen.press("L", FORM);
    fill(&mut screen, "later reading", "8 %");
    screen.press("<enter>", "the day of the final reading");
    save(&mut screen);
    screen.wait_for("read later  8 % on 20 Jun");
    select(&mut screen, "sign-in failures");
    screen.press("<enter>", "This quarter is closed");
    assert!(marked(&screen).is_some());
    leave(screen);
    let score = toml(home.work(), &format!("{QUARTER}/scores/builds-run-again.toml"));
    assert_eq!(score["later"][0]["reading"].to_string(), "8");
    assert!(score.get("score").is_none(), "{score:?}");
}

#[test]
fn a_later_reading_that_was_noted_by_mistake_is_taken_back_in_its_form() {
    let home = committed().today("2027-03-29");
    run(&home, "score builds-run-again --reads-later 2027-q2");
    run_on(&home, "2027-06-20", "score builds-run-again --later '8 %' --date 2027-06-10");
    let home = home.today("2027-06-20");
    let mut screen = at_row(&home, (80, 24), ("3", "◆ Scoring"), "builds run again");
    screen.press("L", "left empty, that of the day");
    screen.press("<tab>", "the day of the final reading");
    screen.press("2027-06-10", "Thu 10 Jun");
    save(&mut screen);
    screen.wait_for("take back the later reading").wait_gone("read later  8 %");
    leave(screen);
    let score = toml(home.work(), &format!("{QUARTER}/scores/builds-run-again.toml"));
    assert!(score.get("later").is_none() && score.get("reads_later").is_some(), "{score:?}");
}

#[test]
fn what_is_committed_is_dropped_and_nothing_else_is_offered_for_it() {
    let home = committed();
    run(&home, "add kr builds 'Flaky tests' metric='flaky tests' baseline=40 target=10");
    let mut screen = at_row(&home, (100, 30), ("1", "of at most 5 objectives"), "sign-in failures");
    screen.press("D", "it is committed and is not removed");
    screen
        .press("d", "Take the key result off the set")
        .wait_for("it is committed and is not removed; drop it");
    let text = screen.text();
    assert!(
        text.contains("x drop") && !text.contains("delivery list") && !text.contains("r remove"),
        "{text}"
    );
    screen.press("<esc>", "of at most 5 objectives");
    select(&mut screen, "Sign-in people");
    screen.press("d", "Take the objective off the set").wait_for("x drop");
    assert!(!screen.text().contains("n not now"), "{}", screen.text());
    screen.press("<esc>", "of at most 5 objectives");
    select(&mut screen, "flaky tests");
    screen.press("d", "l delivery list").wait_for("r remove").press("r", "Saved: remove “flaky tests”");
    leave(screen);
}

#[test]
fn a_word_of_a_choice_is_taken_by_a_click() {
    let home = committed().today("2027-02-12");
    let mut screen = at_row(&home, (100, 30), ("2", "3 to log"), "CI duration");
    screen.press("<enter>", FORM);
    screen.click("( ) adjust").wait_for("(•) adjust").click("( ) yes").wait_for("(•) yes");
    fill(&mut screen, "reading", "38 min");
    fill(&mut screen, "confidence", "50");
    save(&mut screen);
    screen.press("<esc>", "2 to log");
    leave(screen);
    let text = file(home.work(), &format!("{QUARTER}/checkins/2027-02-12*.toml"));
    assert!(text.contains("plan = \"yes\""), "{text}");
}
