//! What a session holds goes back step by step and again, whatever program plays it by then: on the screen and in plain lines.

use super::session_plain::{answer, choose, leave_plain, number, started};
use super::{QUARTER, committed, leave, opened, run};
use crate::support::tree::{file, paths_like, toml};
use crate::support::{Home, Screen};

/// Ends the program where it stands, as a power cut does, and opens the session again.
fn cut_off(mut screen: Screen, home: &Home, title: &str) -> Screen {
    screen.signal("KILL").wait_exit();
    let mut screen = opened(home, 80, 24);
    screen.press("S", &format!("{title} goes on where it stood"));
    screen
}

/// Leaves while the session waits.
fn leave_open(mut screen: Screen) {
    screen.press("<esc>", "behind the desk");
    leave(screen);
}

/// A team in the weeks before its quarter with three objectives, in front of the session that chooses among them.
fn choosing() -> Home {
    let home = Home::empty().today("2026-12-10");
    run(&home, "init --team Payments --people 'Ada, Lin, Sam' --cycle 2027-Q1");
    for title in ["Sign-in people can rely on", "Builds nobody waits for", "Refunds reach buyers at once"] {
        run(&home, &format!("add objective '{title}'"));
    }
    home
}

fn dots(home: &Home) -> Vec<i64> {
    let all = paths_like(home.work(), &format!("{QUARTER}/objectives/*/objective.toml"));
    let mut dots: Vec<i64> =
        all.iter().map(|path| toml(home.work(), path)["dots"].as_integer().unwrap()).collect();
    dots.sort_unstable();
    dots
}

#[test]
fn dots_go_back_one_person_after_the_other_and_again_over_two_power_cuts() {
    let home = choosing();
    let mut screen = opened(&home, 80, 24);
    screen.press("S", "Play a session").press("b", "Choose begins").press("t", "left of");
    screen.press("N", "Dot vote").press("d", "F1 more");
    screen.press("1 1 2<enter>", "1 of 3 have placed").press("3 3 3<enter>", "2 of 3 have placed");
    screen = cut_off(screen, &home, "Choose");
    screen.wait_for("2 of 3 have placed");
    screen.press("u", "Took back what the room showed").wait_for("1 of 3 have placed");
    screen.press("u", "0 of 3 have placed");
    screen.press("U", "Done again: what the room showed").wait_for("1 of 3 have placed");
    screen = cut_off(screen, &home, "Choose");
    screen.wait_for("1 of 3 have placed").press("u", "0 of 3 have placed");
    screen.press("u", "Nothing of this session is left");
    screen.press("U", "1 of 3 have placed").press("U", "2 of 3 have placed");
    screen.press("U", "Nothing has been taken back").press("d", "F1 more");
    screen.press("1 2 2<enter>", "3 of 3 have placed").press("r", "Saved: ");
    assert_eq!(dots(&home), [3, 3, 3]);
    leave_open(screen);
}

#[test]
fn points_of_the_hand_over_that_were_ticked_go_back_and_again_in_the_next_program() {
    let home = committed().today("2027-04-05");
    let mut screen = opened(&home, 80, 24);
    screen.press("S", "Play a session").press("i", "Hand-over begins").press("t", "left of");
    screen.press("y", "not ticked: 2").press("<enter>", "2 of 3").press("y", "not ticked: 1");
    screen = cut_off(screen, &home, "Hand-over");
    screen.wait_for("not ticked: 1").press("u", "Took back what was ticked last").wait_for("not ticked: 2");
    screen.press("u", "not ticked: 3");
    screen.press("U", "Done again: what was ticked last").wait_for("not ticked: 2");
    screen = cut_off(screen, &home, "Hand-over");
    screen.wait_for("not ticked: 2").press("U", "not ticked: 1");
    screen.keys("t").wait_gone("paused");
    screen.press("C", "Hand-over is closed");
    leave(screen);
    let [ledger] = paths_like(home.work(), &format!("{QUARTER}/sessions/*")).try_into().unwrap();
    let ticked = toml(home.work(), &ledger)["ticked"].as_array().unwrap().len();
    assert_eq!(ticked, 2);
}

#[test]
fn what_was_said_and_what_was_saved_go_back_in_their_order_also_after_a_power_cut() {
    let home = committed().today("2027-02-26");
    let decided = |home: &Home| -> usize {
        let all = paths_like(home.work(), &format!("{QUARTER}/checkins/2027-02-26*"));
        all.iter().filter(|path| file(home.work(), path).contains("plan stands")).count()
    };
    let mut screen = opened(&home, 80, 24);
    screen.press("S", "Play a session").press("e", "Check-in 4 begins").press("t", "left of");
    screen.press("r", "F1 more").press("2<enter>", "named 2 of 2");
    screen.press("N", "CHK-3").press("N", "CHK-4").press("n", "F1 more").press("slow<enter>", "noted   ");
    screen.press("N", "plan still right?").press("s", "✓ At least one decision");
    screen = cut_off(screen, &home, "Check-in 4");
    screen.press("u", "Undid: log what was decided");
    assert_eq!(decided(&home), 0);
    screen = cut_off(screen, &home, "Check-in 4");
    screen.press("u", "Took back what was said last");
    screen.press("U", "Done again: what was said last").press("U", "Redid: log what was decided");
    assert_eq!(decided(&home), 1);
    screen.press("u", "Undid: log what was decided");
    screen = cut_off(screen, &home, "Check-in 4");
    run(&home, "redo");
    run(&home, "undo");
    for _ in 0..2 {
        screen.keys("u").wait_for("Took back what was said last");
    }
    leave_open(screen);
    assert_eq!(decided(&home), 0);
}

#[test]
fn in_plain_lines_each_step_goes_back_and_again_also_in_the_next_program() {
    let home = choosing();
    let mut screen = started(&home);
    screen.wait_for("number, or Enter to leave:");
    let at = number(&screen, "Choose");
    answer(&mut screen, &at, "Step 1 of");
    choose(&mut screen, "go on", "Step 2 of");
    for (typed, brings) in [("1 1 2", "1 of 3 have placed"), ("3 3 3", "2 of 3 have placed")] {
        choose(&mut screen, "dots:", "dots (");
        answer(&mut screen, typed, brings);
    }
    screen.signal("KILL").wait_exit();
    let again = |home: &Home| {
        let mut screen = started(home);
        screen.wait_for("waits where it stood").wait_for("number, or Enter to leave:");
        answer(&mut screen, "1", "Step 2 of");
        screen
    };
    let mut screen = again(&home);
    choose(&mut screen, "take back what was done last", "Took back what the room showed");
    screen.wait_for("1 of 3 have placed");
    choose(&mut screen, "take back what was done last", "0 of 3 have placed");
    choose(&mut screen, "do again what was taken back last", "Done again: what the room showed");
    screen.signal("KILL").wait_exit();
    let mut screen = again(&home);
    screen.wait_for("1 of 3 have placed");
    choose(&mut screen, "do again what was taken back last", "2 of 3 have placed");
    choose(&mut screen, "dots:", "dots (");
    answer(&mut screen, "1 2 2", "3 of 3 have placed");
    choose(&mut screen, "show all:", "Saved: ");
    assert_eq!(dots(&home), [3, 3, 3]);
    choose(&mut screen, "take back what was done last", "Undid: ");
    screen.signal("KILL").wait_exit();
    let mut screen = again(&home);
    choose(&mut screen, "do again what was taken back last", "Redid: ");
    assert_eq!(dots(&home), [3, 3, 3]);
    leave_plain(screen);
}
