//! Finding what was said: last quarter's lesson in a few keys, and a text in a quarter that nobody has read yet.

use std::path::Path;

use super::{at_row, committed, fill, leave, marked, opened, run, select, to_field};
use crate::support::cli::in_sample;
use crate::support::tree::write;

#[test]
fn the_lesson_of_last_quarter_is_found_walked_and_left() {
    let home = in_sample();
    for (cols, rows) in [(120, 40), (60, 20)] {
        let mut screen = opened(&home, cols, rows);
        screen.press("f", "Type words");
        assert!(!screen.line_with("Everything that was said").contains("found"), "{}", screen.text());
        screen.press("LESSON", "1 of ").press("<enter>", "for “LESSON”, Lesson").wait_for("2026-Q4");
        screen.press("n", "2 of ").press("N", "1 of ");
        screen.keys("<esc>");
        screen.wait_until("the search has ended", |screen| !screen.text().contains("for “LESSON”"));
        leave(screen);
    }
}

/// A team of its own with more old quarters than are read along with another team, and one sentence in one of them.
pub(super) fn with_an_archive(okrs: &Path) {
    write(okrs, "teams/archive/team.toml", "name = 'Archive'\n");
    for year in 2100..2200 {
        for quarter in 1..=4 {
            let (first, last) =
                [("01-01", "03-31"), ("04-01", "06-30"), ("07-01", "09-30"), ("10-01", "12-31")][quarter - 1];
            let cycle = format!("{year}-q{quarter}");
            let days = format!("label = '{year}-Q{quarter}'\nfirst = {year}-{first}\nlast = {year}-{last}\n");
            write(okrs, &format!("cycles/{cycle}.toml"), &days);
            write(okrs, &format!("teams/archive/{cycle}/cycle.toml"), &format!("closed = {year}-{last}\n"));
        }
    }
    let note = "kind = 'lesson'\ntext = 'A zeppelin needs a mooring mast'\ndate = 2137-05-06\n";
    write(okrs, "teams/archive/2137-q2/retro/zep001.toml", note);
}

#[test]
fn what_has_not_been_read_is_found_and_read_when_gone_to() {
    let home = in_sample();
    with_an_archive(&home.work().join("okrs"));
    let mut screen = opened(&home, 80, 24);
    screen.press("f", "Everything that was said").press("zeppelin", "A zeppelin needs a mooring mast");
    screen.wait_for("1 of 1");
    screen.press("<enter>", "Archive · 2137-Q2").wait_for("1 of 1 for “zeppelin”, Lesson");
    screen.keys("<esc>");
    screen.wait_until("the search has ended", |screen| !screen.text().contains("for “zeppelin”"));
    leave(screen);
    let found = home.okr("find zeppelin mast");
    found.code(0);
    assert_eq!(
        found.stdout().trim_end(),
        "teams/archive/2137-q2/retro/zep001.toml:2:1: Lesson, Archive 2137-Q2: A zeppelin needs a mooring mast"
    );
}

#[test]
fn what_is_gone_to_is_in_sight_whatever_the_list_was_filtered_by() {
    let home = committed();
    let mut screen = opened(&home, 100, 30);
    screen.press("1", "of at most 5 objectives");
    screen.press("/", "Enter keep").keys("builds<enter>").wait_gone("sign-in failures");
    screen.press(":", "type to search").press("sign-in failures", "1 found");
    screen.keys("<enter>").wait_until("the row", |screan| is_on(screan, "sign-in failures"));
    assert!(!screen.text().contains("Nothing matches"), "{}", screen.text());
    leave(screen);
}

#[test]
fn a_row_of_a_filtered_list_keeps_the_keys_that_the_matches_leave_it() {
    let home = committed();
    let mut screen = opened(&home, 120, 40);
    screen.press("2", "3 to log").wait_for("Enter log");
    screen.press("/", "Enter keep").keys("builds<enter>").wait_gone("sign-in failures");
    select(&mut screen, "builds run again");
    screen.wait_for("Enter log").press("<esc>", "sign-in failures");
    leave(screen);
}

#[test]
fn the_selected_line_stays_selected_when_another_window_adds_one_before_it() {
    let home = committed();
    let mut screen = opened(&home, 100, 30);
    screen.press(":", "type to search").press("builds", "builds run again");
    run(&home, "add kr sign-in 'Builds broken' metric='builds broken' baseline=5 target=2");
    screen.wait_for("builds broken");
    screen.keys("<enter>").wait_until("the row", |screen| is_on(screen, "Builds nobody waits for"));
    leave(screen);
}

fn is_on(screen: &crate::support::Screen, words: &str) -> bool {
    marked(screen).is_some_and(|(_, line)| line.contains(words))
}

/// What newcomers type, and one line of the palette that fits it.
const OTHER_WORDS: [(&str, &[&str]); 20] = [
    ("archive", &["Take off the set", "Change or drop", "Close the quarter"]),
    ("retire", &["Take off the set", "Change or drop"]),
    ("put away", &["Take off the set", "Change or drop"]),
    ("goal", &["New", "Edit"]),
    ("kr", &["New", "Edit"]),
    ("metric", &["Edit", "Log a check-in"]),
    ("meeting", &["Play a session"]),
    ("agenda", &["Play a session"]),
    ("report", &["Export"]),
    ("print", &["Export"]),
    ("delete", &["Take off the set"]),
    ("rename", &["Rename"]),
    ("settings", &["Change"]),
    ("preferences", &["Change"]),
    ("colour", &["Colours"]),
    ("color", &["Colours"]),
    ("dark mode", &["Colours"]),
    ("calendar", &["Export"]),
    ("help", &["Help"]),
    ("language", &["Help"]),
];

#[test]
fn the_palette_knows_the_words_of_newcomers() {
    let home = committed();
    let mut screen = opened(&home, 120, 40);
    for (word, fitting) in OTHER_WORDS {
        screen.press(":", "Everything").keys(word);
        for title in fitting {
            screen.wait_until(&format!("{title:?} for {word:?}"), |screen| {
                let query = screen.text().lines().nth(3).unwrap_or_default().contains(word);
                let mut lines = screen
                    .text()
                    .lines()
                    .skip(4)
                    .map(|line| line.chars().skip(2).collect::<String>())
                    .collect::<Vec<_>>()
                    .into_iter();
                query && lines.any(|line| line.trim_start().starts_with(title))
            });
        }
        screen.keys("<esc>").wait_gone("Everything");
    }
    leave(screen);
}

#[test]
fn a_link_into_a_quarter_that_nobody_has_read_is_looked_at_before_it_is_taken() {
    let home = in_sample();
    let okrs = home.work().join("okrs");
    with_an_archive(&okrs);
    write(&okrs, "teams/archive/2137-q2/objectives/zeppelins/objective.toml", "title = 'Zeppelins land'\n");
    let (wrong, right) = ("archive/2137-q2/zepelins", "archive/2137-q2/zeppelins");
    for command in [
        format!("--team payments add objective 'Masts' contributes_to={wrong}"),
        format!("--team payments set objective:sign-in contributes_to={wrong}"),
    ] {
        let outcome = home.okr(&*command);
        outcome.code(2).stderr_has("names no objective").stderr_has(&format!("perhaps {right}"));
    }
    let mut screen = at_row(&home, (80, 24), ("1", "Setting \u{2500}"), "Sign-in that shoppers");
    screen.press("<enter>", "field 1 of");
    to_field(&mut screen, "contributes to");
    screen.keys("<c-a><c-k>").keys(wrong).wait_for(wrong);
    screen.press("<c-s>", "names no objective").wait_for("perhaps archive/2137-q2/zeppelins");
    screen.keys("<c-a><c-k>").keys(right).wait_for(&format!("[ {right} "));
    fill(&mut screen, "why changed", "the masts carry it");
    screen.press("<c-s>", "Saved:");
    leave(screen);
    home.okr(format!("--team payments add objective 'Masts' contributes_to={right}")).code(0);
}
