//! J8: the next quarter is set while this one is checked in; both stay open, and one key goes from one to the other.

use super::{QUARTER, at_row, committed, fill, leave, opened, run, save, select};
use crate::support::Screen;
use crate::support::tree::{file, paths_like, write};

#[test]
fn the_next_quarter_is_set_while_this_one_is_checked_in() {
    for (cols, rows) in [(120, 40), (80, 24)] {
        both_are_open((cols, rows));
    }
}

#[test]
fn a_quarter_that_is_taken_back_leaves_the_one_before_on_the_screen() {
    let home = committed().today("2027-03-12");
    let mut screen = opened(&home, 100, 30);
    screen.press("n", "the next cycle of Payments").press("c", "Open a quarter");
    screen.press("<c-s>", "open 2027-Q2 for Payments").press("1", "0 of at most 5 objectives");
    screen.press("u", "Undid: open 2027-Q2").wait_for("3 to log");
    leave(screen);
}

#[test]
fn what_is_taken_back_in_another_quarter_says_in_which() {
    let home = committed().today("2027-03-12");
    run(&home, "init --cycle 2027-Q2");
    run(&home, "--cycle 2027-Q2 add objective 'Refunds nobody has to ask about'");
    let mut screen = opened(&home, 120, 40);
    screen.press("1", "of at most 5 objectives").press("u", "Undid: add the objective");
    screen
        .wait_for("(payments/2027-q2)")
        .press("U", "Redid: add the objective")
        .wait_for("(payments/2027-q2)");
    leave(screen);
}

fn both_are_open((cols, rows): (u16, u16)) {
    let home = committed().today("2027-03-12");
    let before = paths_like(home.work(), &format!("{QUARTER}/checkins/*.toml")).len();
    let mut screen = opened(&home, cols, rows);
    screen.press("n", "the next cycle of Payments").press("c", "Open a quarter");
    screen.press("<c-s>", "open 2027-Q2 for Payments").press("1", "0 of at most 5 objectives");
    screen.press("n", "what are we trying to achieve?").press("o", "New objective");
    fill(&mut screen, "objective", "Refunds nobody has to ask about");
    save(&mut screen);

    screen.press("0", "Quarters");
    select(&mut screen, "2027-Q1");
    screen.press("<enter>", "3 to log");
    select(&mut screen, "CI duration");
    screen.press("<enter>", "last 40 min");
    fill(&mut screen, "reading", "33 min");
    save(&mut screen);
    screen.press("<esc>", "2 to log").press("0", "Quarters");
    select(&mut screen, "2027-Q2");
    screen.press("<enter>", "1 of at most 5 objectives").wait_for("Refunds nobody has to ask about");
    leave(screen);

    let after = paths_like(home.work(), &format!("{QUARTER}/checkins/*.toml")).len();
    assert_eq!(after, before + 1);
    let objective = file(home.work(), "teams/payments/2027-q2/objectives/*/objective.toml");
    assert!(objective.contains("Refunds nobody has to ask about"), "{objective}");
    for quarter in [QUARTER, "teams/payments/2027-q2"] {
        assert!(!file(home.work(), &format!("{quarter}/cycle.toml")).contains("closed"), "{quarter}");
    }
}

#[test]
fn this_quarter_is_scored_while_the_next_is_set_and_a_few_keys_go_to_and_fro() {
    for (cols, rows) in [(120, 40), (80, 24)] {
        let home = committed().today("2027-03-26");
        run(&home, "init --cycle 2027-Q2");
        run(&home, "--cycle 2027-Q2 add objective 'Refunds nobody has to ask about'");
        let mut screen = at_row(&home, (cols, rows), ("3", "3 not scored yet"), "CI duration");
        screen.press("a", "score “CI duration” 0.1");
        screen
            .press("gc", "Cycles of the team")
            .keys("q2")
            .press("<enter>", "Payments · 2027-Q2")
            .press("1", "Refunds nobody has to");
        screen.press("n", "what are we trying to achieve?").press("o", "New objective");
        fill(&mut screen, "objective", "Builds nobody waits for");
        save(&mut screen);
        screen
            .press("gc", "Cycles of the team")
            .keys("q1")
            .press("<enter>", "Payments · 2027-Q1")
            .press("3", "not scored yet");
        leave(screen);
        let duration = file(home.work(), &format!("{QUARTER}/scores/ci-duration.toml"));
        assert!(duration.contains("score = 0.1"), "{duration}");
        let objectives = paths_like(home.work(), "teams/payments/2027-q2/objectives/*/objective.toml");
        assert_eq!(objectives.len(), 2, "{objectives:?}");
        assert!(!file(home.work(), &format!("{QUARTER}/cycle.toml")).contains("closed"));
    }
}

#[test]
fn where_the_team_has_no_quarter_every_screen_says_so_and_the_ways_on() {
    let home = committed().today("2027-03-12");
    let cycle = "label = \"2027-Q3\"\nfirst = 2027-07-01\nlast = 2027-09-30\n";
    write(home.work(), "cycles/2027-q3.toml", cycle);
    let mut screen = Screen::start(&home, &home.work(), 80, 24, "--cycle 2027-Q3");
    screen.wait_for("Quarters");
    for key in ["1", "2", "3", "4"] {
        screen.press(key, "This team has no quarter in this").press("0", "Quarters");
    }
    leave(screen);
}
