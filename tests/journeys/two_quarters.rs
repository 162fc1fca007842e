//! J8: the next quarter is set while this one is checked in; both stay open, and one key goes from one to the other.

use super::{QUARTER, committed, fill, leave, opened, save, select};
use crate::support::tree::{file, paths_like};

#[test]
fn the_next_quarter_is_set_while_this_one_is_checked_in() {
    let home = committed().today("2027-03-12");
    let before = paths_like(home.work(), &format!("{QUARTER}/checkins/*.toml")).len();
    let mut screen = opened(&home, 120, 40);
    screen.press("n", "the next cycle of this team").press("c", "Open a quarter");
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
