//! The journeys: the real program in a real terminal, from an empty folder, by the keys the footer and the help
//! name. Each ends by reading the files.

pub mod at_hand;
pub mod check_in_alone;
pub mod check_in_together;
pub mod edited_outside;
pub mod finding;
pub mod first_ten_minutes;
pub mod ground;
pub mod history;
pub mod many_teams;
pub mod mid_quarter;
pub mod own_keys;
pub mod pull_request;
pub mod put_right;
pub mod retrospective;
pub mod scoring;
pub mod session_again;
pub mod session_check_in;
pub mod session_closing;
pub mod session_plain;
pub mod session_setting;
pub mod session_taken_back;
pub mod setting_week;
pub mod several_lines;
pub mod shared_by_git;
pub mod small_terminal;
pub mod ten_tasks;
pub mod tour;
pub mod two_quarters;
pub mod typed_again;
pub mod workbench;

use crate::support::{Home, Screen, okr};

/// Where the quarter of these journeys lies in the work folder.
const QUARTER: &str = "teams/payments/2027-q1";

/// What the footer shows while a form or a menu is open, and no screen does.
const FORM: &str = "F1 more";

/// Opens the screens in the work folder and waits for the first.
#[track_caller]
fn opened(home: &Home, cols: u16, rows: u16) -> Screen {
    let mut screen = Screen::start(home, &home.work(), cols, rows, "");
    screen.wait_for("more");
    screen
}

/// A quarter that was committed to, and somebody with keys of their own.
fn with_keys(own: &str) -> Home {
    let home = committed();
    let folder = home.user().join(".config/okr");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("keys.toml"), own).unwrap();
    home
}

/// Leaves by `q`; nothing may stand in the way.
#[track_caller]
fn leave(mut screen: Screen) {
    screen.keys("q");
    assert_eq!(screen.wait_exit(), 0);
}

/// The place and words of the line with the mark: the selected row, field or answer.
fn marked(screen: &Screen) -> Option<(usize, String)> {
    let text = screen.text();
    text.lines().enumerate().find(|(_, line)| line.starts_with('▸')).map(|(at, line)| (at, line.to_owned()))
}

/// Types a key that moves the mark and waits until it has moved.
#[track_caller]
fn step(screen: &mut Screen, key: &str) {
    screen.wait_until("a marked line", |screen| marked(screen).is_some());
    let before = marked(screen);
    screen
        .keys(key)
        .wait_until("the mark to move", |screen| marked(screen).is_some_and(|now| Some(now) != before));
}

/// Selects the first row of the list, from its top, whose first line holds the words.
#[track_caller]
pub fn select(screen: &mut Screen, words: &str) {
    let top = 3;
    screen
        .keys("<home>")
        .wait_until("the first row to be selected", |screen| marked(screen).is_some_and(|(at, _)| at == top));
    while !marked(screen).is_some_and(|(_, line)| line.contains(words)) {
        step(screen, "j");
    }
}

/// Opens the screens, goes to one of them by its key, and selects a row there.
#[track_caller]
fn at_row(home: &Home, (cols, rows): (u16, u16), (key, brings): (&str, &str), row: &str) -> Screen {
    let mut screen = opened(home, cols, rows);
    screen.press(key, brings);
    select(&mut screen, row);
    screen
}

/// The label of the field with the focus.
pub fn label(screen: &Screen) -> String {
    let line = marked(screen).map(|(_, line)| line).unwrap_or_default();
    line.chars().skip(2).take(17).collect::<String>().trim().to_owned()
}

/// Goes to a field by Tab.
#[track_caller]
pub fn to_field(screen: &mut Screen, name: &str) {
    screen.wait_until("a form", |screen| marked(screen).is_some());
    let first = label(screen);
    while label(screen) != name {
        step(screen, "<tab>");
        assert!(label(screen) != first, "no field is called {name:?}:\n{}", screen.text());
    }
}

/// Goes to a text field, types into it and waits until the end of it stands between its brackets.
#[track_caller]
pub fn fill(screen: &mut Screen, name: &str, text: &str) {
    to_field(screen, name);
    let tail = text.len() - text.char_indices().rev().nth(8).map_or(text.len(), |(at, _)| text.len() - at);
    let tail = text[tail..].trim();
    screen.keys(text).wait_until(&format!("{tail:?} in the field {name:?}"), |screen| {
        let field = marked(screen).map(|(_, line)| line.split(']').next().unwrap_or_default().to_owned());
        field.is_some_and(|field| field.contains(tail))
    });
}

/// Goes to a field with a few words and chooses one by its first letter.
#[track_caller]
fn choose(screen: &mut Screen, name: &str, word: &str) {
    to_field(screen, name);
    screen.keys(&word[..1]).wait_for(&format!("(•) {word}"));
}

/// Saves the form and waits until it says so.
#[track_caller]
fn save(screen: &mut Screen) {
    screen.press("<c-s>", "Saved:");
}

/// Runs a command that is to end well.
#[track_caller]
fn run(home: &Home, line: &str) {
    home.okr(line).code(0);
}

/// Runs a command on another day.
#[track_caller]
fn run_on(home: &Home, day: &str, line: &str) {
    okr(home).args(line).env("OKR_TODAY", day).run().code(0);
}

/// A home whose work folder holds a committed quarter with two check-ins behind it, seen on 11 February, the day
/// before the third: made by commands, as the journeys that begin here are about what comes after.
fn committed() -> Home {
    let home = Home::empty().today("2026-12-10");
    run(&home, "init --team Payments --people 'Ada, Lin, Sam' --objective 'Sign-in people can rely on'");
    run(&home, "add objective 'Builds nobody waits for' why_now='an hour a day for everyone'");
    let failures = "'Sign-in failures' metric='sign-in failures' aggregation=share baseline=2.3% target=0.5%";
    run(&home, &format!("add kr sign-in {failures} source='edge logs'"));
    let duration = "'CI duration' metric='CI duration' aggregation=p95 baseline='42 min' target='15 min'";
    run(&home, &format!("add kr builds {duration} source='CI API'"));
    let rework = "'Builds run again' metric='builds run again' aggregation=share baseline=20% target=5%";
    run(&home, &format!("add kr builds {rework} source='CI API'"));
    run(&home, "add assumption sign-in 'the provider keeps its API'");
    run(&home, "add assumption builds 'nobody leaves'");
    run(&home, "add not-now 'new billing page'");
    run(&home, "checkin sign-in-failures --opening --votes 40,50,60");
    run(&home, "checkin ci-duration --opening --votes 60,70,80");
    run(&home, "checkin builds-run-again --opening --votes 50,50,50");
    run_on(&home, "2026-12-30", "commit");
    run_on(&home, "2027-01-15", "checkin sign-in-failures --value 2.1% --confidence 45");
    run_on(&home, "2027-01-29", "checkin sign-in-failures --value 1.6% --votes 40,45,60");
    run_on(&home, "2027-01-29", "checkin ci-duration --value '40 min' --votes 30,50,70");
    home.today("2027-02-11")
}
