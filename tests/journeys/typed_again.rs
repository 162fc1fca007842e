//! What is being typed survives the program, however it ends: it is back in its form the next time.

use super::{FORM, at_row, committed, fill, opened, select, to_field};
use crate::support::process::await_outside;
use crate::support::{Home, Screen};

/// The form of a check-in in which half a sentence stands.
fn half_typed(home: &Home) -> Screen {
    let mut screen = at_row(home, (80, 24), ("2", "◆ Check-ins"), "sign-in failures");
    screen.press("<enter>", FORM);
    fill(&mut screen, "changed", "half a senten");
    screen
}

/// Opens the screens again, and the form.
#[track_caller]
fn expect_back(home: &Home) {
    let mut screen = opened(home, 80, 24);
    screen.wait_for("What was typed and not saved is kept: check-in: sign-in failures.");
    screen.press("2", "◆ Check-ins");
    select(&mut screen, "sign-in failures");
    screen.press("<enter>", "Your draft is back");
    to_field(&mut screen, "changed");
    screen.wait_for("half a senten").keys("<c-x>").wait_gone("half a senten");
    screen.press("<esc>", "? more").keys("q").wait_exit();
    let mut screen = opened(home, 80, 24);
    assert!(!screen.text().contains("What was typed"), "{}", screen.text());
    screen.keys("q").wait_exit();
}

#[test]
fn a_text_that_was_kept_opens_its_form_from_the_list() {
    let home = committed();
    let mut screen = half_typed(&home);
    screen.press("<esc>", "Draft kept").keys("qq").wait_exit();
    let mut screen = opened(&home, 80, 24);
    screen.wait_for("What was typed and not saved is kept").press("<enter>", "Typed before and not saved");
    screen.press("1", "its form, with the text in it").press("o", "Your draft is back");
    to_field(&mut screen, "changed");
    screen.wait_for("half a senten").keys("<c-x>").wait_gone("half a senten");
    screen.press("<esc>", "? more").keys("q").wait_exit();
}

#[test]
fn what_is_typed_is_kept_at_once_when_a_signal_ends_the_program() {
    for signal in ["TERM", "HUP"] {
        let home = committed();
        half_typed(&home).signal(signal).wait_exit();
        expect_back(&home);
    }
}

#[test]
fn what_is_typed_is_kept_at_a_pause_and_survives_a_kill() {
    let home = committed();
    let mut screen = half_typed(&home);
    let folder = home.user().join(".state/okr/typed");
    let holds = || {
        let files = std::fs::read_dir(&folder).into_iter().flatten().flatten();
        // A file that has its lasting name; before that it may still be on the way.
        let files = files.filter(|file| file.path().extension().is_some_and(|end| end == "toml"));
        files
            .filter_map(|file| std::fs::read_to_string(file.path()).ok())
            .any(|text| text.contains("half a senten"))
    };
    // Nothing is drawn when it is written, so that there is nothing on the screen to wait for.
    await_outside("what is typed in the state folder", holds);
    screen.signal("KILL").wait_exit();
    expect_back(&home);
}
