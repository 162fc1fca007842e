//! J3: a check-in alone: nothing pre-filled, number first, Enter logs and goes on.

use super::{QUARTER, at_row, choose, committed, fill, leave, opened, save};
use crate::support::tree::{file, paths_like};
use crate::support::{Screen, okr};

#[test]
fn enter_logs_a_check_in_and_goes_on_to_the_next() {
    let home = committed();
    let mut screen = at_row(&home, (80, 24), ("2", "3 to log"), "sign-in failures");
    screen.press("<enter>", "last 1.6 % on 29 Jan").wait_for("room's last median 45");
    screen.wait_for("2.3 % → 0.5 %");
    for empty in ["confidence", "changed", "blocked"] {
        assert!(screen.line_with(&format!("  {empty}  ")).contains("[     "), "{empty} is empty at first");
    }
    assert!(!screen.text().contains("(•)"), "no answer is chosen at first");
    fill(&mut screen, "reading", "1.4%");
    fill(&mut screen, "confidence", "60");
    fill(&mut screen, "changed", "retry storm fixed in the mobile client");
    fill(&mut screen, "blocked", "edge logs a day late, Ana asks by Friday");
    choose(&mut screen, "plan", "yes");
    screen
        .press("<enter>", "Saved: log a check-in")
        .wait_for("42 min → 15 min")
        .wait_for("room's last median 50");
    assert!(!screen.text().contains("retry storm"), "the next form begins empty");
    fill(&mut screen, "reading", "36");
    screen.press("<enter>", "20 % → 5 %").press("<esc>", "1 to log");
    leave(screen);

    let logged: Vec<String> = paths_like(home.work(), &format!("{QUARTER}/checkins/2027-02-11-*.toml"))
        .iter()
        .map(|path| file(home.work(), path))
        .collect();
    assert_eq!(logged.len(), 2);
    let first = logged.iter().find(|text| text.contains("sign-in-failures")).unwrap();
    for words in ["reading = 1.4", "confidence = [60]", "retry storm fixed", "Ana asks", "plan = \"yes\""] {
        assert!(first.contains(words), "{words}: {first}");
    }
    assert!(!first.contains("Ada"), "no name is kept beside a vote");
}

#[test]
fn an_answer_that_is_written_out_is_the_one_that_is_saved() {
    let home = committed();
    let mut screen = at_row(&home, (80, 24), ("2", "3 to log"), "sign-in failures");
    screen.press("<enter>", "last 1.6 % on 29 Jan");
    fill(&mut screen, "reading", "1.4%");
    screen.press("<tab><tab><tab><tab>yes", "(•) yes");
    screen.press("x", "no answer begins with “yesx”").wait_for("(•) yes");
    screen.press("<enter>", "! plan: no answer begins").keys("<bs>").wait_gone("no answer begins");
    screen.press("<enter>", "Saved: log a check-in").press("<esc>", "2 to log");
    leave(screen);
    let logged = file(home.work(), &format!("{QUARTER}/checkins/2027-02-11-*.toml"));
    assert!(logged.contains("plan = \"yes\""), "{logged}");
}

#[test]
fn a_long_unit_is_said_whole_where_it_finds_no_room_beside_the_reading() {
    let home = committed();
    home.okr([
        "set",
        "ci-duration",
        "unit=minutes of a median build on the main branch",
        "--reason",
        "said in full",
    ])
    .code(0);
    for (cols, rows) in [(80, 24), (60, 20)] {
        let mut screen = at_row(&home, (cols, rows), ("2", "3 to log"), "CI duration");
        screen.press("<enter>", "What does it read now?");
        let says = |screen: &Screen, words: &str| {
            let rows: Vec<String> = screen.text().lines().map(|row| row.chars().skip(20).collect()).collect();
            rows.join(" ").split_whitespace().collect::<Vec<_>>().join(" ").contains(words)
        };
        let unit = "minutes of a median build on the main branch What does it read now?";
        screen.wait_until("the whole unit", |screen| says(screen, unit));
        screen.keys("36").wait_until("the whole value", |screen| says(screen, &format!("36 {unit}")));
        screen.press("<c-x>", "is discarded").press("<esc>", "3 to log");
        leave(screen);
    }
}

#[test]
fn a_wrong_unit_gets_a_sentence_and_nothing_is_lost() {
    let home = committed();
    let mut screen = at_row(&home, (80, 24), ("2", "3 to log"), "sign-in failures");
    screen.press("<enter>", "last 1.6 %");
    fill(&mut screen, "changed", "half of it moved");
    fill(&mut screen, "reading", "14 min");
    screen.press("<enter>", "this measure is read in %").wait_for("half of it moved");
    screen.press("<esc>", "Draft kept").wait_for("3 to log");
    screen.press("<enter>", "draft is back").wait_for("half of it moved").wait_for("14 min");
    fill(&mut screen, "reading", "1.5 %");
    screen.press("<enter>", "Saved: log a check-in").press("<esc>", "2 to log");
    leave(screen);
    let logged = file(home.work(), &format!("{QUARTER}/checkins/2027-02-11-*.toml"));
    assert!(logged.contains("reading = 1.5") && logged.contains("half of it moved"), "{logged}");
}

#[test]
fn a_reading_that_no_share_can_be_is_asked_about_once() {
    let home = committed();
    let mut screen = at_row(&home, (80, 24), ("2", "3 to log"), "sign-in failures");
    screen.press("<enter>", "last 1.6 %");
    fill(&mut screen, "reading", "1,400");
    screen.press("<enter>", "! 1400 % is above 100 %");
    fill(&mut screen, "reading", "-3");
    screen.press("<tab>", "! -3 % is below 0 %, as a growth may be").wait_for("save again if it is meant");
    screen.press("<enter>", "Saved: log a check-in").press("<esc>", "2 to log");
    leave(screen);
    let logged = file(home.work(), &format!("{QUARTER}/checkins/2027-02-11-*.toml"));
    assert!(logged.contains("reading = -3"), "{logged}");
}

#[test]
fn an_open_draft_is_asked_about_before_the_program_is_left() {
    let home = committed();
    let mut screen = at_row(&home, (80, 24), ("2", "3 to log"), "sign-in failures");
    screen.press("e", "last 1.6 %");
    fill(&mut screen, "changed", "half of it moved");
    screen.press("<esc>", "Draft kept").press("q", "A draft is open (check-in: sign-in failures)");
    screen.press("e", "draft is back");
    fill(&mut screen, "confidence", "55");
    save(&mut screen);
    screen.press("<esc>", "2 to log");
    leave(screen);
}

#[test]
fn a_form_that_was_left_is_reopened_by_enter_and_dropped_by_d() {
    let home = committed();
    let mut screen = at_row(&home, (80, 24), ("2", "3 to log"), "sign-in failures");
    screen.press("e", "last 1.6 %");
    fill(&mut screen, "changed", "half of it moved");
    screen
        .press("<esc>", "Draft kept (check-in: sign-in failures); Enter to reopen, d to drop.")
        .wait_for("d drop");
    screen.press("<enter>", "draft is back").wait_for("half of it moved");
    screen.press("<esc>", "Draft kept").press("d", "The draft is dropped");
    screen.press("e", "last 1.6 %").wait_gone("half of it moved");
    // Any other key lets both go: d is what it always is.
    fill(&mut screen, "changed", "half of it moved");
    screen.press("<esc>", "Draft kept").keys("k").wait_gone("Draft kept");
    screen.press("d", "Keep, change or drop").press("<esc>", "3 to log");
    leave_with_draft(screen);
}

/// Leaves by `q` twice, as a draft is open.
fn leave_with_draft(mut screen: Screen) {
    screen.press("q", "A draft is open").keys("q");
    assert_eq!(screen.wait_exit(), 0);
}

#[test]
fn a_single_digit_of_confidence_is_asked_about_once_and_stands_as_it_was_typed() {
    let home = committed();
    let mut screen = at_row(&home, (80, 24), ("2", "3 to log"), "sign-in failures");
    screen.press("e", "last 1.6 %");
    fill(&mut screen, "confidence", "7");
    screen.press("<c-s>", "7 is 7 %, not 70 %; save").press("<c-s>", "Saved:").press("<esc>", "2 to log");
    leave(screen);
    let logged = file(home.work(), &format!("{QUARTER}/checkins/2027-02-11-*.toml"));
    assert!(logged.contains("confidence = [7]"), "{logged}");
}

#[test]
fn the_clock_and_the_large_session_say_why_they_do_nothing_at_the_desk() {
    let home = committed();
    let mut screen = opened(&home, 80, 24);
    screen.press("2", "3 to log");
    for key in ["t", "P"] {
        screen.press(key, "No session is played: S begins one.");
        screen.keys("j").wait_gone("No session is played");
    }
    leave(screen);
}

#[test]
fn one_line_in_the_shell_is_a_check_in() {
    let home = committed();
    let deep = home.work().join("teams/payments");
    let line = "checkin sign-in --value 1.4% --confidence 60 --changed 'retry storm fixed' --blocked 'edge logs late'";
    okr(&home).dir(deep).args(line).run().code(0).stdout_has("1.4 %");
    let logged = file(home.work(), &format!("{QUARTER}/checkins/2027-02-11-*.toml"));
    for words in ["reading = 1.4", "confidence = [60]", "retry storm fixed", "edge logs late"] {
        assert!(logged.contains(words), "{words}: {logged}");
    }
}

/// No row of the screen reaches its last column, where the terminal would break it inside a word.
fn breaks_between_words(screen: &Screen) {
    let reaches = |row: &str| row.chars().filter(|sign| *sign != '│').count() >= 60;
    let rows: Vec<String> = screen.text().lines().map(|row| row.trim_end().to_owned()).collect();
    assert!(!rows.iter().any(|row| reaches(row)), "{}", rows.join("\n"));
}

#[test]
fn questions_and_answers_of_commands_break_between_words() {
    let home = committed();
    let mut screen = Screen::start(&home, &home.work(), 60, 40, "checkin");
    screen.wait_for("skips):").press("many<enter>", "is not a number");
    screen.press("?<enter>", "Type the answer and Enter: What does it read now?");
    screen.press("1.4<enter>", "confidence").press("<enter>", "changed").press("<enter>", "blocked");
    screen.press("<enter>", "yes, adjust, stop");
    breaks_between_words(&screen);
    assert!(!screen.text().contains("?;"), "{}", screen.text());
    drop(screen);
    let mut screen = Screen::start(&home, &home.work(), 60, 40, "checkin nothing-like-it");
    screen.wait_for("nothing-like-it");
    screen.wait_exit();
    breaks_between_words(&screen);
}
