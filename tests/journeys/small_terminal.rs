//! A small terminal can do everything: a whole check-in, a score and a corrected target at 60x16 and 80x24, by the keys
//! the footer names; what is too small says so in one calm line and keeps what was typed.

use super::{QUARTER, at_row, choose, committed, fill, leave, opened, with_keys};
use crate::support::tree::{file, paths_like, toml};
use crate::support::{Home, Screen};

/// The sizes that can do everything.
const SIZES: [(u16, u16); 2] = [(60, 16), (80, 24)];

/// Presses a key that the footer names with a word, and waits for what it brings.
#[track_caller]
fn by_footer(screen: &mut Screen, (key, word): (&str, &str), brings: &str) {
    let hint = format!("{key} {word}");
    screen.wait_until(&format!("{hint:?} in the footer"), |screen| {
        screen.text().lines().last().is_some_and(|footer| footer.contains(&hint))
    });
    let typed = match key {
        "Enter" => "<enter>",
        "Esc" => "<esc>",
        "Ctrl-S" => "<c-s>",
        letter => letter,
    };
    screen.press(typed, brings);
}

#[test]
fn a_check_in_is_logged_by_the_keys_the_footer_names() {
    for (cols, rows) in SIZES {
        let home = committed();
        let mut screen = opened(&home, cols, rows);
        screen.press("?", "What can be done here").keys("check-ins").wait_for("Goes to Check-ins.");
        screen.press("<enter>", "3 to log");
        by_footer(&mut screen, ("Enter", "log"), "What does it read now?");
        screen.wait_for("last 1.6 % on 29 Jan").wait_for("room's last median 45");
        fill(&mut screen, "reading", "1.4%");
        fill(&mut screen, "confidence", "60");
        fill(&mut screen, "changed", "retry storm fixed in the mobile client");
        fill(&mut screen, "blocked", "edge logs come a day late");
        choose(&mut screen, "plan", "adjust");
        by_footer(&mut screen, ("Enter", "log"), "last 40 min on 29 Jan");
        by_footer(&mut screen, ("Esc", "back"), "2 to log");
        by_footer(&mut screen, ("D", "decide"), "Decide and close");
        fill(&mut screen, "decision", "plan stands");
        by_footer(&mut screen, ("Enter", "decide"), "decided: plan stands");
        leave(screen);
        let all = paths_like(home.work(), &format!("{QUARTER}/checkins/2027-02-11-*.toml"));
        let texts: String = all.iter().map(|path| file(home.work(), path)).collect();
        for words in
            ["reading = 1.4", "confidence = [60]", "retry storm", "day late", "adjust", "plan stands"]
        {
            assert!(texts.contains(words), "{cols}x{rows}, {words}: {texts}");
        }
    }
}

#[test]
fn a_score_is_given_and_moved_by_the_keys_the_footer_names() {
    for (cols, rows) in SIZES {
        let home = committed().today("2027-03-29");
        let mut screen = opened(&home, cols, rows);
        screen.press("3", "3 not scored yet");
        by_footer(&mut screen, ("Enter", "score"), "same source and window");
        fill(&mut screen, "final reading", "1.0%");
        screen.wait_for("the formula says 0.7");
        fill(&mut screen, "score", "0.5");
        by_footer(&mut screen, ("Ctrl-S", "score"), "more than 0.1");
        fill(&mut screen, "reason", "half of it was the provider");
        by_footer(&mut screen, ("Ctrl-S", "score"), "2 not scored yet");
        by_footer(&mut screen, ("d", "clear"), "3 not scored yet");
        screen.press("u", "2 not scored yet");
        leave(screen);
        let score = toml(home.work(), &format!("{QUARTER}/scores/sign-in-failures.toml"));
        assert_eq!((score["reading"].to_string(), score["score"].to_string()), ("1".into(), "0.5".into()));
        assert_eq!(score["reason"].as_str(), Some("half of it was the provider"));
    }
}

#[test]
fn a_target_is_revised_in_the_longest_form_without_leaving_its_field_out_of_sight() {
    for (cols, rows) in SIZES {
        let home = committed();
        let mut screen = at_row(&home, (cols, rows), ("1", "2 of at most 5"), "CI duration");
        by_footer(&mut screen, ("Enter", "edit"), "Ctrl-S save");
        fill(&mut screen, "target", "20 min");
        fill(&mut screen, "why changed", "the new runners come in May");
        choose(&mut screen, "can move", "yes");
        by_footer(&mut screen, ("Ctrl-S", "save"), "Saved: revise");
        leave(screen);
        let duration = toml(home.work(), &format!("{QUARTER}/objectives/*/ci-duration.toml"));
        assert_eq!(duration["measure"]["target"].to_string(), "20");
        home.okr("check").code(0);
    }
}

#[test]
fn help_in_a_form_names_the_keys_of_its_text_and_can_be_read_whole() {
    for (cols, rows) in [(80, 24), (60, 20)] {
        let home = committed();
        let mut screen = opened(&home, cols, rows);
        screen.press("2", "3 to log").press("<enter>", "last 1.6 %");
        screen.press("<f1>", "What can be done here");
        for (words, key, says) in [
            ("word left", "Ctrl-Left", "Alt-B and Alt-F do the same."),
            ("delete word", "Ctrl-W", "Ctrl-Delete delete"),
            ("undo", "Ctrl-Z", "200 steps."),
            ("redo", "Ctrl-Y", "what Ctrl-Z took back"),
            ("editor", "Ctrl-G", "takes the text back."),
            ("paste", "paste", "asked about."),
            ("next field", "Tab", "Goes to the next field."),
            ("save whole", "Ctrl-S", "from any field."),
            ("leaves draft", "Esc", "as a draft."),
        ] {
            screen.keys(words).wait_until(&format!("{key} for {words:?}"), |screen| {
                let text = screen.text().split_whitespace().collect::<Vec<_>>().join(" ");
                text.contains(&format!("\u{25b8} {key} ")) && text.contains(says)
            });
            screen.keys("<c-u>").wait_for("type to search");
        }
        // Up from the first line comes the last, whole as well.
        screen.press("<up>", "Quarterdeck.").press("<esc>", "last 1.6 %").press("<esc>", "3 to log");
        leave(screen);
    }
}

#[test]
fn the_name_of_an_exported_page_is_said_whole_and_where_it_may_not_be_written_what_to_do() {
    let home = committed();
    let long = home.work().join("a-folder-with-quite-a-long-name/and-another-one-with-a-long-name");
    std::fs::create_dir_all(&long).unwrap();
    let mut screen = Screen::start(&home, &long, 60, 16, "");
    screen.wait_for("? more");
    screen.press("g", "g x Export").press("x", "opens offline").press("h", "Written:");
    screen.wait_for("okr-payments-2027-q1-2027-02-11.html, in");
    std::fs::remove_dir_all(&long).unwrap();
    screen.press("g", "g x Export").press("x", "opens offline").press("m", "okr export -o FILE");
    leave(screen);
}

#[test]
fn q_leaves_where_nothing_has_room_whatever_was_open() {
    let first = Home::empty();
    let mut screen = Screen::start(&first, &first.work(), 52, 14, "");
    screen.wait_for("needs 60x16, this is 52x14").keys("q");
    assert_eq!(screen.wait_exit(), 0);
    for (key, shows) in [(":", "type to search"), ("?", "What can be done here"), ("S", "Play a session")] {
        let home = committed();
        let mut screen = opened(&home, 80, 24);
        screen.press(key, shows).resize(52, 14).wait_for("this is 52x14").keys("q");
        assert_eq!(screen.wait_exit(), 0, "{key}");
    }
}

#[test]
fn what_is_too_small_says_so_calmly_and_keeps_what_was_typed() {
    let home = committed();
    let mut screen = opened(&home, 80, 24);
    screen.press("2", "3 to log").press("<enter>", "last 1.6 %");
    fill(&mut screen, "changed", "retry storm fixed");
    screen.resize(50, 12).wait_for("Quarterdeck needs 60x16, this is 50x12").wait_for("What was");
    assert_eq!(screen.text().lines().filter(|line| !line.trim().is_empty()).count(), 2, "{}", screen.text());
    // Nobody sees what is typed or pasted here, so it goes nowhere; that Ctrl-C was heard says that it has come.
    screen.keys(" in June").paste(" or July").press("<c-c>", "again to leave");
    screen.resize(60, 16).wait_for("3 to log").press("<enter>", "Your draft is back");
    assert!(screen.line_with("retry storm").contains("fixed  "), "{}", screen.text());
    fill(&mut screen, "changed", "retry storm fixed in May");
    screen.wait_for("last 1.6 % on 29 Jan");
    screen.resize(120, 40).wait_for("retry storm fixed in May").wait_for("What changed?");
    screen.resize(50, 12).wait_for("this is 50x12");
    screen.resize(80, 24).wait_for("retry storm fixed in May").press("<enter>", "Saved: log a check-in");
    screen.press("<esc>", "2 to log");
    screen.resize(40, 8).wait_for("needs 60x16, this is 40x8").keys("q");
    assert_eq!(screen.wait_exit(), 0);
    let logged = file(home.work(), &format!("{QUARTER}/checkins/2027-02-11-*.toml"));
    assert!(logged.contains("\"retry storm fixed in May\""), "{logged}");
}

#[test]
fn what_is_too_small_is_left_from_a_form_as_well_and_its_text_is_there_the_next_time() {
    let own = "\"leave\" = \"ctrl-q\"\n";
    for (own, keys, said) in
        [("", "q", None), ("", "й", None), (own, "<c-q>", None), ("", "<c-c>", Some("again to leave"))]
    {
        let home = with_keys(own);
        let mut screen = opened(&home, 80, 24);
        screen.press("2", "3 to log").press("<enter>", "last 1.6 %");
        fill(&mut screen, "changed", "retry storm fixed");
        screen.resize(50, 12).wait_for("What was");
        screen.keys(keys);
        if let Some(said) = said {
            screen.wait_for(said).keys(keys);
        }
        assert_eq!(screen.wait_exit(), 0, "{keys}");
        let mut screen = opened(&home, 80, 24);
        screen.press("2", "3 to log").press("<enter>", "retry storm fixed").press("<esc>", "Draft kept");
    }
}
