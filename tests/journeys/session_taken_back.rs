//! What `u` takes out of the files in a session: the board shows then what the close will write, and nothing of the room is
//! lost without a word.

use super::{QUARTER, committed, leave, opened, run};
use crate::support::tree::{file, files, paths_like};
use crate::support::{Home, Screen};

/// Three people who choose from two objectives, the clock running.
fn choosing(home: &Home) -> Screen {
    run(home, "init --team Payments --people 'Ada, Lin, Sam' --cycle 2027-Q1");
    run(home, "add objective 'Sign-in people can rely on'");
    run(home, "add objective 'Builds nobody waits for'");
    let mut screen = opened(home, 100, 40);
    screen.press("1", "◆ Setting").press("S", "Play a session").press("b", "Choose begins");
    screen.press("t", "left of");
    screen
}

/// How many objectives stand in the files, and how many of them have dots.
fn chosen(home: &Home) -> (usize, usize) {
    let all = files(home.work()).into_iter().filter(|path| path.ends_with("objective.toml"));
    let texts: Vec<String> = all.map(|path| file(home.work(), &path)).collect();
    (texts.len(), texts.iter().filter(|text| text.contains("dots = ")).count())
}

#[test]
fn drafts_that_were_taken_back_are_hidden_again_and_become_objectives_at_the_close() {
    let home = Home::empty().today("2026-12-10");
    let mut screen = choosing(&home);
    screen.press("d", "field 1 of 4").press("Quiet nights", "Quiet nights").keys("<c-s>");
    screen.wait_for("field 1 of 4").press("<esc>", "passed on: 2").press("s", "passed on: 1").keys("s");
    screen.wait_for("r show all").press("r", "3  Quiet nights");
    screen.press("u", "Undid: show the drafts").wait_gone("Quiet nights").wait_for("3 of 3 have sent");
    screen.wait_for("still open: the drafts are still hidden");
    assert_eq!(chosen(&home).0, 2);
    screen.press("C", "Still hidden: show it first").press("C", "Choose is closed");
    assert_eq!(chosen(&home).0, 3);
    leave(screen);
}

#[test]
fn dots_that_were_taken_back_leave_the_board_and_land_at_the_close() {
    let home = Home::empty().today("2026-12-10");
    let mut screen = choosing(&home);
    screen.press("N", "Dot vote").press("d", "F1 more").press("1 1 2<enter>", "1 of 3 have placed");
    screen.press("2 2 1<enter>", "2 of 3 have placed").press("1<enter>", "3 of 3 have placed");
    screen.press("r", "Saved: record the dots").wait_for("◆◆◆◆");
    screen.press("u", "Undid: record the dots").wait_gone("◆◆◆◆").wait_for("3 of 3 have placed");
    assert_eq!(chosen(&home), (2, 0));
    screen.press("U", "Redid: record the dots").wait_for("◆◆◆◆");
    screen.press("u", "Undid: record the dots").wait_gone("◆◆◆◆");
    screen.press("C", "Still hidden: show it first").press("C", "Choose is closed");
    assert_eq!(chosen(&home), (2, 2));
    leave(screen);
}

#[test]
fn votes_that_stay_on_the_board_after_they_were_taken_back_are_written_at_the_close() {
    let home = committed().today("2027-02-26");
    let votes = || {
        let sittings = paths_like(home.work(), &format!("{QUARTER}/checkins/2027-02-26*"));
        let texts: Vec<String> = sittings.iter().map(|path| file(home.work(), path)).collect();
        texts.iter().filter(|text| text.contains("[40, 50, 60]")).count()
    };
    let mut screen = opened(&home, 80, 24);
    screen.press("S", "Play a session").press("e", "Check-in 4 begins").press("t", "left of 1");
    screen.press("N", "1 of 3").press("v", "▄").press("<enter>", "as they are shown");
    screen.press("40 50 60<enter>", "low 40   median 50   high 60");
    screen.press("N", "Saved: log a check-in").wait_for("What do you see that others do not?");
    assert_eq!(votes(), 1);
    screen.press("u", "Undid: log a check-in");
    assert_eq!(votes(), 0);
    screen.press("C", "Check-in 4 is closed");
    assert_eq!(votes(), 1);
    leave(screen);
}
