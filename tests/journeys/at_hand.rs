//! What is at hand in every list, on a real terminal: copying through it, several lines pasted at once, what was said,
//! the mouse given away, the theme that follows the ground.

use super::{committed, leave, opened, run, select};
use crate::support::tree::paths_like;
use crate::support::{Home, Screen};
use vt100::Color;

#[test]
fn what_is_copied_reaches_the_terminal_and_is_shown() {
    let home = committed();
    let mut screen = opened(&home, 80, 24);
    screen.press("2", "3 to log");
    select(&mut screen, "sign-in failures");
    screen.press("y", "It goes to the clipboard").press("i", "Copied by the terminal (OSC 52): sign-in");
    let copied = screen.copied().unwrap().to_owned();
    // `sign-in` in base64.
    assert!(copied.starts_with("c2lnbi1pb"), "{copied}");
    leave(screen);
}

#[test]
fn several_pasted_lines_are_several_files_and_one_step_back() {
    let home = Home::empty().today("2026-12-10");
    run(&home, "init --team Payments --people 'Ada, Lin' --objective 'Sign-in people can rely on'");
    let count = || paths_like(home.work(), "teams/payments/2027-q1/objectives/*/objective.toml").len();
    let stood = count();
    let mut screen = opened(&home, 80, 24);
    screen.press("1", "The set").press("n", "trying to achieve").press("o", "New objective");
    screen
        .paste("- Refunds nobody asks about\n- Nights one can sleep through\n")
        .wait_for("2 lines were pasted");
    screen.press("s", "Saved: add 2 objectives");
    assert_eq!(count(), stood + 2);
    screen.press("u", "Undid: add 2 objectives");
    assert_eq!(count(), stood);
    screen.press("ge", "What was said").wait_for("Saved: add 2 objectives");
    screen.press("<esc>", "The set");
    leave(screen);
}

#[test]
fn the_mouse_is_given_to_the_terminal_and_taken_back() {
    let home = committed();
    let mut screen = opened(&home, 80, 24);
    assert!(screen.modes().contains(&"mouse"));
    screen.press("gp", "The mouse selects text");
    assert!(!screen.modes().contains(&"mouse"));
    screen.press("gp", "The mouse clicks");
    assert!(screen.modes().contains(&"mouse"));
    leave(screen);
}

#[test]
fn the_theme_auto_follows_the_ground_that_the_terminal_says() {
    for (said, ground) in [("0;15", Color::Rgb(0xfb, 0xfa, 0xf7)), ("15;0", Color::Rgb(0x15, 0x18, 0x1e))] {
        let home = committed().with("COLORTERM", "truecolor").with("COLORFGBG", said);
        let mut screen = Screen::start(&home, &home.work(), 80, 24, "--theme auto");
        screen.wait_for("more");
        assert_eq!(screen.cell(0, 0).bgcolor(), ground, "{said}");
        leave(screen);
    }
}
