//! Every form in a real terminal: opened by its keys, mistyped once, refused with a sentence; what was typed is still
//! there, and nothing was written. What each single field does with every text is tried in `typed`.

use super::every::{EVERY, HUGE, Row};
use super::everything;
use crate::journeys::{fill, label, select, to_field};
use crate::support::{Home, Screen, Snapshot};

/// The keys of the screens and their titles.
const SCREENS: [(&str, &str); 5] =
    [("0", "Overview"), ("1", "Setting"), ("2", "Check-ins"), ("3", "Scoring"), ("4", "Retrospective")];

/// Opens the screens on a quarter, large enough that no sentence is cut.
fn opened(home: &Home, cycle: &str) -> Screen {
    let mut screen = Screen::start(home, &home.work(), 160, 50, ["--cycle", cycle].as_slice());
    screen.wait_for("? more");
    screen
}

/// Presses the keys that lead to a form.
#[track_caller]
fn open(screen: &mut Screen, row: &Row) {
    for step in row.by {
        let tab = SCREENS.iter().find(|(key, _)| key == step);
        match (step.strip_prefix('>'), tab) {
            (Some(words), _) => select(screen, words),
            (None, Some((key, title))) => drop(screen.keys(key).wait_for(&format!("◆ {title}"))),
            // One form leads to another here, and a field of the first has the same label.
            (None, None) if *step == "<f3>" => drop(screen.keys(step).wait_for("Say it anew")),
            (None, None) => drop(screen.keys(step)),
        }
    }
    screen.wait_until("a form", is_form);
}

/// Whether a form is open: its footer offers the editor for a text, and a choice in focus shows its signs.
fn is_form(screen: &Screen) -> bool {
    let is_choice = |line: &str| line.starts_with('▸') && (line.contains("( )") || line.contains("(•)"));
    screen.text().contains("Ctrl-G editor") || screen.text().lines().any(is_choice)
}

/// Types the mistake, sees what is said, and leaves the form again.
#[track_caller]
fn mistype(screen: &mut Screen, row: &Row) {
    let (field, text, says) = row.mistyped;
    to_field(screen, field);
    let shown = match text {
        HUGE => {
            screen.paste(&"x".repeat(10_000)).wait_for("xxxxxxxxx ]");
            // Once it is refused it is selected as a whole, and read from its beginning.
            "[ xxxxxxxxx"
        }
        "" => {
            screen.keys("<c-e><c-u>").wait_until("an empty field", |screen| label(screen) == field);
            ""
        }
        text => {
            fill(screen, field, text);
            text
        }
    };
    screen.press("<c-s>", says).wait_until("what was typed", |screen| screen.text().contains(shown));
    if row.by.contains(&"<f3>") {
        screen.press("<esc>", "Draft kept; F3 opens it again.").wait_for("field 2 of 34");
    }
    screen.keys("<esc>").wait_until("the form to go", |screen| !is_form(screen));
}

#[test]
fn every_form_refuses_a_mistake_with_a_sentence_and_writes_nothing() {
    let home = everything();
    let before = Snapshot::of(home.work());
    for cycle in ["2026-q4", "2027-q1", "2027-q2"] {
        let mut screen = opened(&home, cycle);
        for row in EVERY.iter().filter(|row| row.cycle == cycle && row.name != "FirstRun") {
            open(&mut screen, row);
            mistype(&mut screen, row);
        }
        screen.keys("qq");
        assert_eq!(screen.wait_exit(), 0);
    }
    let changes = Snapshot::of(home.work()).changes_since(&before);
    assert!(changes.iter().all(|change| change.ends_with(".okr/lock")), "{changes:?}");
}

#[test]
fn the_first_run_refuses_a_mistake_with_a_sentence_and_writes_nothing() {
    let home = Home::empty();
    let row = EVERY.iter().find(|row| row.name == "FirstRun").unwrap();
    let mut screen = Screen::start(&home, &home.work(), 120, 40, "");
    screen.wait_for("create here");
    open(&mut screen, row);
    fill(&mut screen, "team", "Payments");
    mistype(&mut screen, row);
    // What was typed is kept, and the first time it is asked.
    screen.keys("q").wait_for("again to leave").keys("q");
    assert_eq!(screen.wait_exit(), 0);
    assert!(Snapshot::of(home.work()).changes_since(&Snapshot::of(Home::empty().work())).is_empty());
}
