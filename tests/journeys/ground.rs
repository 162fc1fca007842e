//! The theme `auto` asks the terminal for its ground: one that answers, one that stays silent, one that answers late. The
//! answer comes among the keys and is never one.

use super::{committed, leave, select};
use crate::support::{Home, Screen};
use vt100::Color;

/// The grounds of the two themes.
const LIGHT: Color = Color::Rgb(0xfb, 0xfa, 0xf7);
const DARK: Color = Color::Rgb(0x15, 0x18, 0x1e);

/// What a light terminal answers, and what a dark one does.
const WHITE: &str = "rgb:ffff/fbfb/f0f0";
const BLACK: &str = "rgb:0000/2b2b/3636";

fn home() -> Home {
    committed().with("COLORTERM", "truecolor")
}

fn started(home: &Home, args: &str) -> Screen {
    let mut screen = Screen::start(home, &home.work(), 80, 24, args);
    screen.wait_for("more");
    screen
}

fn wait_for_ground(screen: &mut Screen, ground: Color) {
    screen.wait_until("the ground", |screen| screen.cell(0, 0).bgcolor() == ground);
}

#[test]
fn a_terminal_that_answers_is_followed_whatever_it_says_in_the_environment() {
    for (said, answer, ground) in [("15;0", WHITE, LIGHT), ("0;15", BLACK, DARK)] {
        let home = home().with("COLORFGBG", said);
        let mut screen = started(&home, "--theme auto");
        assert!(screen.is_asked_for_ground());
        screen.answer_ground(answer);
        wait_for_ground(&mut screen, ground);
        leave(screen);
    }
}

#[test]
fn a_terminal_that_stays_silent_delays_nothing_and_is_taken_as_it_says_or_as_dark() {
    for (home, ground) in [(home(), DARK), (home().with("COLORFGBG", "0;15"), LIGHT)] {
        let mut screen = started(&home, "--theme auto");
        assert_eq!(screen.cell(0, 0).bgcolor(), ground);
        screen.press("1", "The set").press("2", "◆ Check-ins");
        leave(screen);
    }
}

#[test]
fn an_answer_that_comes_late_is_no_key_press() {
    let home = home();
    let mut screen = started(&home, "--theme auto");
    screen.press("1", "The set");
    select(&mut screen, "Sign-in people");
    screen.press("n", "What do you want").press("o", "New objective").press("Refunds", "Refunds");
    // Typed around it, in the middle of a text.
    screen.answer_ground(WHITE).keys(" at once").wait_for("Refunds at once");
    wait_for_ground(&mut screen, LIGHT);
    assert!(screen.line_with("Refunds").contains("[ Refunds at once"), "{}", screen.text());
    screen.press("<c-x>", "is discarded").keys("<esc>").wait_gone("New objective");
    // A second one, where every letter would be a command.
    screen.answer_ground(BLACK).press("2", "◆ Check-ins");
    wait_for_ground(&mut screen, DARK);
    leave(screen);
}

#[test]
fn an_answer_whose_first_byte_comes_alone_is_no_key_press() {
    let home = home();
    let mut screen = started(&home, "--theme auto");
    // The byte is read with the key before it; what follows comes once that key has done its work.
    screen.type_and_send("1", b"\x1b").wait_for("The set");
    screen.type_and_send("", format!("]11;{WHITE}\x1b\\").as_bytes());
    wait_for_ground(&mut screen, LIGHT);
    assert!(screen.text().contains("The set"), "a sign of it has done something:\n{}", screen.text());
    leave(screen);
}

#[test]
fn an_answer_that_comes_as_the_program_ends_is_not_read_by_the_shell() {
    let home = home();
    let line =
        format!("'{}' --theme auto; echo gone; read said; echo \"[$said]\"", env!("CARGO_BIN_EXE_okr"));
    let mut screen =
        Screen::start_program(&home, &home.work(), (80, 24), &["sh", "-c", &line].map(String::from));
    screen.wait_for("more").type_and_answer_ground("q", WHITE);
    // Only once the program has ended is a line the shell's again.
    screen.wait_for("gone").keys("mine<enter>").wait_for("[mine]");
    assert_eq!(screen.wait_exit(), 0);
}

#[test]
fn an_answer_that_comes_after_the_screens_are_gone_is_not_read_by_the_shell() {
    let home = home();
    let line =
        format!("'{}' --theme auto; echo gone; read said; echo \"[$said]\"", env!("CARGO_BIN_EXE_okr"));
    let mut screen =
        Screen::start_program(&home, &home.work(), (80, 24), &["sh", "-c", &line].map(String::from));
    screen.wait_for("more").keys("q");
    screen.wait_until("the screens to be gone", |screen| !screen.is_full_screen());
    screen.answer_ground(WHITE).wait_for("gone").keys("mine<enter>").wait_for("[mine]");
    assert!(!screen.text().contains("rgb"), "{}", screen.text());
    assert_eq!(screen.wait_exit(), 0);
}

#[test]
fn a_terminal_that_says_last_what_it_is_has_nothing_left_for_the_shell() {
    let home = home();
    let line =
        format!("'{}' --theme auto; echo gone; read said; echo \"[$said]\"", env!("CARGO_BIN_EXE_okr"));
    // Slowly, in pieces, with a key between; and one that has no answer to the first question.
    let answers =
        [&["\x1b]11;rgb:ff", "ff/ffff/f", "x", "0f0\x1b\\\x1b", "[?64;1;", "22c"][..], &["\x1b[?6c"]];
    for answer in answers {
        let mut screen =
            Screen::start_program(&home, &home.work(), (80, 24), &["sh", "-c", &line].map(String::from));
        screen.wait_for("more").keys("q");
        screen.wait_until("the last question", Screen::is_asked_for_name);
        for piece in answer {
            screen.type_and_send("", piece.as_bytes());
        }
        screen.wait_for("gone").keys("mine<enter>").wait_for("[mine]");
        assert!(!screen.text().contains("rgb") && !screen.text().contains('?'), "{}", screen.text());
        assert_eq!(screen.wait_exit(), 0);
    }
}

#[test]
fn a_terminal_that_has_answered_or_was_asked_nothing_is_not_asked_at_the_end() {
    let home = home();
    for args in ["--theme auto", "--theme light"] {
        let mut screen = started(&home, args);
        if args == "--theme auto" {
            screen.answer_ground(WHITE);
            wait_for_ground(&mut screen, LIGHT);
        }
        screen.keys("q");
        assert_eq!(screen.wait_exit(), 0);
        assert!(!screen.is_asked_for_name(), "{args}");
    }
}

#[test]
fn nothing_is_asked_where_the_answer_would_change_nothing_or_the_question_would_be_shown() {
    for (home, args) in [
        (home(), ""),
        (home(), "--theme light"),
        (home().with("NO_COLOR", "1"), "--theme auto"),
        (home().with("TERM", "linux"), "--theme auto"),
        (home().with("TERM", "screen"), "--theme auto"),
    ] {
        let screen = started(&home, args);
        assert!(!screen.is_asked_for_ground(), "{args}");
        leave(screen);
    }
}

#[test]
fn colours_that_are_chosen_to_follow_the_terminal_ask_it_then() {
    let home = home();
    let mut screen = started(&home, "");
    screen.press("gl", "Colours").press("a", "Colours: auto, kept in").answer_ground(WHITE);
    wait_for_ground(&mut screen, LIGHT);
    leave(screen);
}
