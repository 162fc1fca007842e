//! J7: notes, verdicts, at most three actions, the close; the next setting opens with what this quarter taught.

use super::{QUARTER, at_row, choose, committed, fill, leave, opened, run, save, select};
use crate::support::Screen;
use crate::support::tree::{paths_like, toml, write};

/// Chooses a change to how the next quarter is set.
#[track_caller]
fn act(screen: &mut Screen, text: &str) {
    select(screen, "Choose");
    screen.press("n", "New note");
    fill(screen, "action", text);
    fill(screen, "who starts", "Lin");
    fill(screen, "first date", "+2w");
    save(screen);
}

#[test]
fn the_verdict_on_a_key_result_is_shown_also_where_another_note_names_it() {
    let home = committed().today("2027-03-30");
    let lesson = "kind = \"lesson\"\ntext = \"ask the bank first\"\ndate = 2027-03-29\nkey_result = \"sign-in-failures\"\n";
    write(home.work(), &format!("{QUARTER}/retro/aaaaaa.toml"), lesson);
    run(&home, "retro add difficulty 'set in a hurry' --kr sign-in-failures --verdict hard");
    let mut screen = at_row(&home, (120, 40), ("4", "0 of at most 3 actions"), "sign-in failures");
    screen.press("<enter>", "set in a hurry").keys("<esc>").keys("q");
    assert_eq!(screen.wait_exit(), 0);
}

#[test]
fn the_desk_shows_how_the_cycle_ran_and_what_was_said_with_a_verdict() {
    let home = committed().today("2027-03-30");
    run(&home, "set quarter ambitious=no");
    run(&home, "retro add difficulty 'set in a hurry' --kr sign-in-failures --verdict hard");
    let mut screen = at_row(&home, (120, 40), ("4", "0 of at most 3 actions"), "sign-in failures");
    screen.wait_for("too hard: set in a");
    select(&mut screen, "How did the cycle run?");
    screen.wait_for("check-ins held").wait_for("At the kick-off we said no to");
    leave(screen);
}

#[test]
fn what_a_quarter_taught_opens_the_next_one() {
    let home = committed().today("2027-03-30");
    run(&home, "score sign-in-failures --reading 1.0%");
    run(&home, "score ci-duration --reading '31 min'");
    let mut screen = opened(&home, 120, 40);
    screen.press("4", "0 of at most 3 actions");
    screen.press("c", "it is not scored yet").press("<esc>", "0 of at most 3 actions");
    screen.press("3", "1 not scored yet");
    select(&mut screen, "builds run again");
    screen.press("<enter>", "final reading");
    fill(&mut screen, "final reading", "20%");
    save(&mut screen);

    screen.press("4", "0 of at most 3 actions");
    select(&mut screen, "Write alone");
    screen.press("n", "New note");
    fill(&mut screen, "note", "a median of three is a story");
    save(&mut screen);
    select(&mut screen, "sign-in failures");
    screen.wait_for("we believed: opening 50").press("<enter>", "what tells us");
    choose(&mut screen, "verdict", "hard");
    save(&mut screen);
    select(&mut screen, "Builds nobody waits for");
    screen.press("<enter>", "what tells us");
    choose(&mut screen, "verdict", "less");
    save(&mut screen);
    select(&mut screen, "the provider keeps");
    screen.press("<enter>", "what tells us");
    choose(&mut screen, "verdict", "wrong");
    save(&mut screen);
    for text in ["baselines in the first week", "ask the provider before the commit", "two key results each"]
    {
        act(&mut screen, text);
    }
    select(&mut screen, "Choose");
    screen.press("n", "Three actions are chosen");

    screen.press("c", "it has no verdict");
    fill(&mut screen, "reason", "nobody could tell yet");
    save(&mut screen);
    screen.wait_for("closed 30 Mar").press("N", "Open a quarter");
    screen.press("<c-s>", "open 2027-Q2 for Payments").wait_for("From the last quarter");
    screen.wait_for("a median of three is a story").wait_for("the provider keeps its API");
    screen.wait_for("baselines in the first week").wait_for("sign-in failures");
    leave(screen);

    let frame = toml(home.work(), &format!("{QUARTER}/cycle.toml"));
    assert_eq!(frame["closed"].to_string(), "2027-03-30");
    let notes = paths_like(home.work(), &format!("{QUARTER}/retro/*.toml"));
    assert_eq!(notes.len(), 7, "{notes:?}");
    let verdict = toml(home.work(), &format!("{QUARTER}/retro/difficulty-sign-in-failures.toml"));
    assert_eq!(verdict["difficulty"].as_str(), Some("hard"));
    let next = toml(home.work(), "teams/payments/2027-q2/cycle.toml");
    assert_eq!(next["follows"].as_str(), Some("2027-q1"));
    assert!(
        paths_like(home.work(), "teams/payments/2027-q2/objectives/*/*.toml").is_empty(),
        "nothing carries itself over"
    );
}
