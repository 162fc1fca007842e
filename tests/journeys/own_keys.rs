//! Somebody has bound many keys anew: every sentence on the way that names a key names one that works.

use super::{FORM, fill, run, select, to_field, with_keys};
use crate::support::{Home, Screen};

/// The keys of somebody whose hands know another program, and one thing that has lost its key.
const OWN: &str = "\"help\" = \"ctrl-n\"\n\"leave\" = \"ctrl-q\"\n\"session\" = \"ctrl-y\"\n\"undo\" = \"ctrl-x\"\n\
                   \"said.reopen\" = \"ctrl-e\"\n\"said.drop\" = \"ctrl-v\"\n\"check_ins.log\" = \"ctrl-o\"\n\
                   \"form.discard\" = \"ctrl-b\"\n\"form.theirs\" = \"ctrl-n\"\n\"menu.help\" = \"ctrl-o\"\n\
                   \"room.clock\" = \"ctrl-t\"\n\"room.close\" = \"ctrl-k\"\n\"room.put_away\" = \"ctrl-w\"\n\
                   \"room.minutes\" = []\n\"room.guide\" = \"ctrl-g\"\n\"finder.leave\" = \"ctrl-g\"\n";

fn opened(home: &Home, args: &str) -> Screen {
    let mut screen = Screen::start(home, &home.work(), 120, 40, args);
    screen.wait_for("Ctrl-N more");
    screen
}

#[test]
fn what_is_said_at_the_desk_and_in_a_form_names_the_keys_in_force() {
    let home = with_keys(OWN);
    let mut screen = opened(&home, "");
    screen.press("S", "S does nothing on Overview; Ctrl-N shows what can be done.");
    screen.press("<c-n>", "What can be done here").wait_for("Ctrl-G back").press("<c-g>", "Ctrl-N more");

    screen.press("2", "3 to log").press("<c-o>", "last 1.6 %");
    fill(&mut screen, "changed", "retry storm fixed");
    screen.press("<esc>", "Ctrl-E to reopen, Ctrl-V to drop.");
    screen
        .press("<c-e>", "Your draft is back. Ctrl-B discards it.")
        .press("<c-b>", "What was typed is discarded");
    fill(&mut screen, "changed", "retry storm fixed");
    screen.press("<esc>", "Ctrl-V to drop.").press("<c-v>", "The draft is dropped.");

    screen.press("1", "of at most 5 objectives");
    select(&mut screen, "sign-in failures");
    screen.press("<enter>", FORM);
    to_field(&mut screen, "contact");
    screen.keys("Ada").wait_for("[ Ada");
    run(&home, "set sign-in-failures contact='Sam of the edge'");
    screen
        .wait_for("written elsewhere: Sam of the edge  (Ctrl-N takes it)")
        .press("<c-n>", "[ Sam of the edge");
    screen.press("<esc>", "of at most 5 objectives");

    screen.press("2", "3 to log").press("<c-o>", "last 1.6 %");
    fill(&mut screen, "changed", "retry storm fixed");
    screen.press("<esc>", "Draft kept").press("<c-q>", "Press Ctrl-Q again to leave it").keys("<c-q>");
    assert_eq!(screen.wait_exit(), 0);
}

#[test]
fn what_is_said_of_a_session_names_the_keys_in_force_or_where_they_are_listed() {
    let mut screen = opened(&with_keys(OWN), "");
    screen.press("<c-y>", "Ctrl-O more").press("e", "Check-in 3 begins; Ctrl-T starts the clock.");
    screen.press(
        "<c-k>",
        "The clock never ran; : “How long it took” says how long it took, Ctrl-W puts it away.",
    );
    screen
        .press(":how long it took", "Says how many minutes")
        .press("<enter>", FORM)
        .press("<esc>", "Ctrl-T starts");
    screen.press("<c-g>", "Ctrl-G hides").keys("<c-g>").wait_gone("Ctrl-G hides");
    screen.press("<esc>", "is open behind the desk").wait_for("Ctrl-Y goes back to it");
    screen.press("<c-y>", "step 1 of").press("<c-t>", "left of");
    screen
        .press("<c-x>", "Ctrl-X again goes behind its beginning.")
        .press("<esc>", "is open behind the desk");
    screen.press("<c-q>", "The clock of Check-in 3 runs. Press Ctrl-Q again to leave").keys("<c-q>");
    assert_eq!(screen.wait_exit(), 0);
}

#[test]
fn the_tour_names_the_keys_in_force() {
    let mut screen = opened(&with_keys(OWN), "demo");
    screen.press("gi", "Tour 1 of 6").wait_for("Press 2.").press("2", "Press Ctrl-O, type a number");
    screen.press("<c-o>", "field 1 of 8").press("1.4", "[ 1.4").press("<c-s>", "Tour 3 of 6");
    screen
        .wait_for("Esc to the list, then press Ctrl-X.")
        .press("<esc>", "8 to log")
        .press("<c-x>", "Press g m.");
    screen.press("gm", "Press Ctrl-Y, then Enter.").press("<c-y>", "Step by step");
    screen.press("<enter>", "Tour 6 of 6").press("<esc>", "Map of").press("f", "Everything that was said");
    screen.press("lesson", "1 of ").press("<enter>", "That was the tour. Ctrl-N shows what can be done");
}
