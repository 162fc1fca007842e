//! The tour of the sample: each card gives way to what is really done, at 60 columns as well, and it can be left at any time.

use super::leave;
use crate::support::{Home, Screen};

fn demo(cols: u16, rows: u16) -> Screen {
    let home = Home::empty().today("2027-02-11");
    let mut screen = Screen::start(&home, &home.work(), cols, rows, "demo");
    screen.wait_for("more");
    screen
}

#[test]
fn six_things_are_done_and_the_tour_ends() {
    for (cols, rows) in [(60, 20), (120, 40)] {
        let mut screen = demo(cols, rows);
        screen.press(":tour", "Begins the tour of").press("<enter>", "Tour 1 of 6");
        screen.press("2", "Tour 2 of 6").press("<enter>", "F1 more");
        screen.press("1.4", "[ 1.4").press("<c-s>", "Tour 3 of 6");
        screen.press("<esc>", "8 to log").press("u", "Tour 4 of 6").press("gm", "Tour 5 of 6");
        screen.press("S", "Step by step").press("<enter>", "Tour 6 of 6").press("<esc>", "Map of");
        screen.press("f", "Everything that was said").press("lesson", "1 of ");
        screen.press("<enter>", "That was the tour");
        assert!(!screen.text().contains("Tour 6 of 6"));
    }
}

#[test]
fn it_is_left_at_any_time_and_runs_on_the_sample_alone() {
    let mut screen = demo(80, 24);
    screen.press("0", "Quarters").press("gi", "Tour 1 of 6");
    screen.keys("gi").wait_gone("Tour 1 of 6");
    leave(screen);
    let home = super::committed();
    let mut screen = super::opened(&home, 80, 24);
    screen.press("gi", "it runs on the sample: okr demo");
    leave(screen);
}
