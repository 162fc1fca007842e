//! J5 to J7 in session: mid-quarter, scoring, the retrospective and the hand-over, played on the shared screen.

use super::{QUARTER, committed, fill, leave, opened, run_on};
use crate::support::Screen;
use crate::support::tree::{file, paths_like};

/// A wall and a small terminal.
const SIZES: [(u16, u16); 2] = [(120, 40), (80, 24)];

/// Begins a session by the letter it always has.
fn begin(screen: &mut Screen, (letter, title): (&str, &str)) {
    screen.press("S", "Play a session").press(letter, &format!("{title} begins")).press("t", "left of");
}

#[test]
fn mid_quarter_marks_assumptions_and_keeps_changes_or_drops_each_objective() {
    for size in SIZES {
        mid_quarter(size);
    }
}

fn mid_quarter((cols, rows): (u16, u16)) {
    let home = committed().today("2027-02-12");
    let mut screen = opened(&home, cols, rows);
    begin(&mut screen, ("f", "Check-in 3, mid-quarter"));
    for wait in ["reach it in full?", "others do not?", "plan still right?"] {
        screen.press("N", wait);
    }
    screen.press("s", "✓ At least one decision").press("N", "What do we know now");
    screen.press("w", "→ wrong").press("<enter>", "2 of 2").press("s", "→ shaky");
    screen.press("N", "Would we choose it again today?").press("v", "field 1 of 2").press("c", "(•) change");
    fill(&mut screen, "why", "the provider left");
    screen.press("<c-s>", "change: the provider left").press("r", "field 1 of 6");
    for (label, typed) in [("key result", "1"), ("target", "0.8%"), ("why", "the provider left")] {
        fill(&mut screen, label, typed);
    }
    screen
        .press("<c-s>", "2.3 % → 0.8 %")
        .press("<enter>", "2 of 2")
        .press("v", "field 1 of 2")
        .press("d", "(•) drop");
    fill(&mut screen, "why", "nobody waits any more");
    screen.press("<c-s>", "1 of 1").press("N", "who must hear it?").press("o", "F1 more");
    screen.press("the platform team<enter>", "the platform team").press("C", "is closed");
    leave(screen);
    let frame = file(home.work(), &format!("{QUARTER}/cycle.toml"));
    assert!(frame.contains("the platform team"), "{frame}");
    let objectives: Vec<String> = paths_like(home.work(), &format!("{QUARTER}/objectives/*/objective.toml"));
    let texts: Vec<String> = objectives.iter().map(|path| file(home.work(), path)).collect();
    assert!(
        texts.iter().any(|text| text.contains("nobody waits any more") && text.contains("[dropped]")),
        "{texts:?}"
    );
    assert!(texts.iter().any(|text| text.contains("state = \"wrong\"")), "{texts:?}");
    let revised = file(
        home.work(),
        &paths_like(home.work(), &format!("{QUARTER}/objectives/*/sign-in-failures.toml"))[0],
    );
    assert!(revised.contains("reason = \"the provider left\"") && revised.contains("0.8"), "{revised}");
}

#[test]
fn a_number_on_the_board_means_what_stood_there_when_it_was_asked_for() {
    let home = committed().today("2027-02-12");
    let mut screen = opened(&home, 120, 40);
    begin(&mut screen, ("f", "Check-in 3, mid-quarter"));
    for wait in ["reach it in full?", "others do not?", "plan still right?"] {
        screen.press("N", wait);
    }
    screen.press("s", "✓ At least one decision").press("N", "What do we know now");
    screen
        .press("N", "Would we choose it again today?")
        .press("<enter>", "2 of 2")
        .press("r", "field 1 of 6");
    for (label, typed) in [("key result", "1"), ("target", "14 min"), ("why", "the bank left")] {
        fill(&mut screen, label, typed);
    }
    run_on(&home, "2027-02-12", "move ci-duration down");
    screen.wait_until("the board in its new order", |screen| {
        let text = screen.text().to_lowercase();
        let places = text.find("builds run again").zip(text.find("ci duration"));
        places.is_some_and(|(rework, duration)| rework < duration)
    });
    screen.press("<c-s>", "was 1 and is 2 now");
    screen.signal("KILL").wait_exit();
    for path in paths_like(home.work(), &format!("{QUARTER}/objectives/*/*.toml")) {
        assert!(!file(home.work(), &path).contains("the bank left"), "{path}");
    }
}

#[test]
fn the_quarter_is_scored_looked_back_on_and_handed_over() {
    for size in SIZES {
        scored_and_handed_over(size);
    }
}

fn scored_and_handed_over((cols, rows): (u16, u16)) {
    let home = committed().today("2027-04-01");
    run_on(&home, "2027-03-12", "checkin sign-in-failures --value 1.1% --votes 50,60");
    let mut screen = opened(&home, cols, rows);
    begin(&mut screen, ("g", "Score"));
    screen.wait_for("We score without apology").press("r", "✓ The ground rule was read aloud.");
    screen.press("<enter>", "Ten seconds, aloud, every time.").press("<enter>", "Do we agree?");
    for (reading, brings) in [("0.8%", "score"), ("20 min", "score"), ("10%", "score")] {
        screen.press("s", "final reading");
        fill(&mut screen, "final reading", reading);
        if cols > 100 {
            screen.wait_for("the formula says 0.");
        }
        screen.press("<c-s>", "Saved:").wait_for(brings).keys("<enter>");
    }
    screen.wait_for("As a set").press("s", "F1 more").press("ambitious enough<enter>", "ambitious enough");
    screen.press("C", "Score is closed");

    begin(&mut screen, ("h", "Retrospective"));
    screen
        .wait_for("what they knew")
        .press("v", "\u{2584}")
        .press("<enter>", "1 to 5")
        .press("4 4 5<enter>", "4  4  5");
    screen.press("N", "What did we learn?").press("w", "field 1 of 2");
    fill(&mut screen, "column", "1");
    fill(&mut screen, "note", "retries hid the cause");
    screen.press("<c-s>", "Saved:").press("<esc>", "f format");
    screen.press("N", "Where were we most wrong").press("h", "”: too hard").wait_for("we said");
    screen.press("r", "”: right");
    screen.press("N", "More, as, or less").press("m", "it mattered").press("N", "Held, wrong");
    screen.press("h", "→ held").press("N", "Was it worth the hours?").press("w", "F1 more");
    screen.press("keep the short check-in<enter>", "keep the short check-in").press("N", "at most three");
    screen
        .press("d", "F1 more")
        .press("1 1 1<enter>", "1 of 3")
        .press("<esc>", "c change")
        .keys("r")
        .press("s", "2 of 3")
        .press("s", "3 of 3")
        .press("r", "dots 3");
    screen.press("c", "field 1 of 4");
    fill(&mut screen, "what", "look at retries first");
    fill(&mut screen, "who starts", "Ada");
    screen
        .press("<c-s>", "1 of at most 3")
        .press("N", "One word each")
        .press("w", "F1 more")
        .keys("calm<enter>");
    screen
        .wait_for("· calm")
        .press("<esc>", "c end quarter")
        .press("c", "F1 more")
        .press("half is said<enter>", "closed on");
    screen.press("C", "Retrospective is closed");

    begin(&mut screen, ("i", "Hand-over"));
    screen.wait_for("look at retries first").press("y", "✓").press("C", "Hand-over is closed");
    leave(screen);

    let frame = file(home.work(), &format!("{QUARTER}/cycle.toml"));
    assert!(frame.contains("ambitious enough") && frame.contains("tone = [4, 4, 5]"), "{frame}");
    let notes: Vec<String> = paths_like(home.work(), &format!("{QUARTER}/retro/*"));
    let all: String = notes.iter().map(|path| file(home.work(), path)).collect();
    for said in ["retries hid the cause", "keep the short check-in", "look at retries first", "calm"] {
        assert!(all.contains(said), "{said}: {notes:?}");
    }
}
